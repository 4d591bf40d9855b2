// What the passes of the network in training share: the room for one part of a
// batch, and small helpers.
#ifndef TRAIN_WORK_H
#define TRAIN_WORK_H

#include "net.h"

typedef struct packed {
  float *x;              // input of the layer with dropout, in packed order
  float *z, *dz;         // gates before squashing; their gradient
  float *c, *h, *before; // state, output, output one step before with dropout
} packed;

struct work {
  uint32_t words, sentences, steps;
  uint32_t start[PART_ROOM + 1];  // first word of each sentence
  uint32_t lesson[PART_ROOM + 1]; // index of each sentence, longest first
  uint32_t active[BEDE_MAX_SENTENCE_WORDS], base[BEDE_MAX_SENTENCE_WORDS + 1];
  uint32_t place[2][PART_ROOM]; // packed -> word
  uint32_t owner[PART_ROOM];    // sentence of a packed row
  packed layer[MAX_LAYERS][2];
  float *in_vector, *context[MAX_LAYERS + 1], *dcontext[MAX_LAYERS + 1];
  float *mask_layer[MAX_LAYERS + 1], *mask_state[MAX_LAYERS][2], *mask_heads;
  float *top, *heads, *raw, *dheads; // after and before relu
  float *query, *dquery, *key, *turned, *dkey, *score;
  float *pair, *dpair, *out;
  float *dx, *dh, *dc;
  // rows with a gradient
  uint32_t *touched, touched_count, touched_room;
  float *row_gradient;
  uint32_t *row_place; // row -> index + 1 in touched
};

// Zeroed memory at a 64-byte boundary.
float *floats(size_t n);
// A number of columns, rounded up to a multiple of LANES.
static inline uint32_t padded(uint32_t n)
{
  return (n + LANES - 1) / LANES * LANES;
}

static inline void add_to(float *restrict out, const float *restrict x,
                          size_t n)
{
  for (size_t i = 0; i < n; i++)
    out[i] += x[i];
}

// `out` may be `x`.
static inline void masked(float *out, const float *x, const float *mask,
                          size_t n)
{
  for (size_t i = 0; i < n; i++)
    out[i] = x[i] * mask[i];
}

// The gradient of a row, zero at first.
float *row_gradient(const net *n, work *w, uint32_t row);

// The passes, in their order. With `learn` words and units are dropped at
// random and the answers' gradients go to slot `slot`.
void work_begin(const net *n, work *w, const lesson *lessons, uint32_t count,
                uint64_t seed, bool learn);
void layers_forward(net *n, work *w, const lesson *lessons);
void answer_all(net *n, work *w, const lesson *lessons, unsigned slot,
                bool learn, tally *out);
void layers_backward(net *n, work *w, const lesson *lessons, unsigned slot);

#endif
