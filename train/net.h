// The network in training, in floats: rows of features are summed to a vector
// for each word; bidirectional recurrent layers put it into its context; heads
// give tags, names, the head of each word and the relation.
#ifndef TRAIN_NET_H
#define TRAIN_NET_H

#include "gemm.h"
#include "lang/net.h"
#include "train.h"

#define SLOTS 2u // gradients are summed from so many parts of a batch
#define MAX_LAYERS BEDE_MAX_LAYERS
#define ROW_FEATURES 14u // rows of a word, at most
#define VECTOR_DIM 112u  // of pretrained vectors: 100, padded
#define VECTOR_USED 100u
#define PART_WORDS 384u // words of a part, when it has more than one sentence
#define PART_ROOM (PART_WORDS + BEDE_MAX_SENTENCE_WORDS)

// Widths, multiples of LANES; how often units are dropped.
typedef struct sizes {
  uint32_t in, hidden, layers, arc, label, tag, name;
  float drop_in, drop_hidden, drop_state, drop_head;
} sizes;

typedef struct tensor {
  uint32_t rows, cols;
  float *w, *t; // values; the same transposed
  float *m, *v; // moments of the gradient
  float *g[SLOTS];
} tensor;

enum {
  T_PROJECT, // pretrained vector -> in
  T_HEADS,   // context -> [arc dep | arc head | label dep | label head | tag |
             //             name]
  T_HEADS_BIAS,
  T_ARC,      // bilinear
  T_ARC_BIAS, // of a head as such
  T_ROOT,     // the root as a head
  T_DISTANCE,
  T_LABEL,
  T_LABEL_BIAS,
  T_TAG,
  T_TAG_BIAS,
  T_NAME,
  T_NAME_BIAS,
  T_LAYERS, // three for each layer and direction
  T_COUNT = T_LAYERS + MAX_LAYERS * 6
};

enum { L_INPUT, L_STATE, L_BIAS };

typedef struct net {
  sizes s;
  uint32_t heads; // columns of T_HEADS
  uint32_t tag_classes;
  tensor t[T_COUNT];
  // Rows of features: those that a batch has are updated.
  uint32_t row_count;
  float *row, *row_m, *row_v;
  const float *vectors; // [of vectors][VECTOR_DIM], fixed
  bool fixed_input;     // rows and projection are another network's
  uint32_t step;        // how many were taken
} net;

// What the network sees of a sentence, and the answers.
typedef struct lesson {
  uint32_t count;
  const uint32_t *rows;   // [count][ROW_FEATURES], BEDE_NONE: none
  const uint32_t *vector; // [count], BEDE_NONE: none
  const uint16_t *head;   // count: the root
  const uint8_t *label, *tag, *name;
  float name_weight;
} lesson;

// Of a round: words, and how many have the right head, the right head and
// relation, the right tag. Names are counted without learning only.
typedef struct tally {
  double loss;
  uint32_t words, heads, labels, tags;
  uint32_t names_right, names_gold, names_found;
} tally;

typedef struct work work;

// Pretrained vectors, see vectors.c.
typedef struct vectors {
  uint32_t count;
  float *values;  // [count][VECTOR_DIM]
  uint64_t *keys; // of forms
  char **forms;
  counter index; // key -> number + 1
} vectors;
// The first `most` words of a file of vectors; none when `path` is NULL.
void vectors_read(vectors *v, const char *path, uint32_t most);

// The rows of features: key -> row + 1.
typedef struct row_index {
  counter index;
  uint32_t count;
} row_index;

// Keys of rows that are not of affixes, by templates of their own.
uint64_t word_row(uint64_t form);
uint64_t tags_row(uint32_t set);
uint64_t place_row(uint32_t place);
uint64_t shape_row(uint32_t shape);
// The row of a key, BEDE_NONE when it has none.
uint32_t row_of(const row_index *r, uint64_t key);

// How a network is trained: rounds, the rate after the first steps.
typedef struct plan {
  const char *name;
  unsigned epochs;
  double rate;
  uint64_t seed;
} plan;

// Rows of features that are seen at least twice.
void count_rows(const trainer *t, row_index *r);
// Trains a network; `dev` (NULL: none) is measured now and then. With `input`,
// a network with as wide rows, that one's rows are taken and stay as they are.
void fit_net(const trainer *t, const trainer *dev, const row_index *r,
             const vectors *v, const sizes *s, const plan *p, const net *input,
             net *out);

// A network of numbers by chance, for `tags` classes of tags.
void net_init(net *n, const sizes *s, uint32_t rows, uint32_t tags,
              uint64_t seed);
// Takes copies of the rows and the projection of another network; they are not
// trained any more.
void net_borrow(net *n, const net *from);
// Makes the transposed tensors anew, after a step.
void net_transpose(net *n);
// A tensor of a layer and direction: L_INPUT, L_STATE or L_BIAS.
const tensor *net_layer(const net *n, uint32_t layer, uint32_t dir,
                        uint32_t what);
// Room for the parts of a network of these sizes, one at a time.
work *work_new(const net *n);
// One part of a batch: at most PART_WORDS words, or one sentence. With `learn`
// gradients are added to slot `slot`, those of rows to the room. Parts of other
// slots may run at the same time.
void net_part(net *n, work *w, const lesson *lessons, uint32_t count,
              unsigned slot, uint64_t seed, bool learn, tally *out);
// Takes a step along the gradients of works[SLOTS], which are cleared.
void net_update(net *n, work **works, double rate);

#endif
