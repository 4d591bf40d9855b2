// The network: for each word a sum of rows, recurrent layers in both
// directions, and what the heads of tags, names, arcs and relations say. All in
// integers; the scale of each number is fixed by the shifts in the model.
#ifndef LANG_NET_H
#define LANG_NET_H

#include <stdbool.h>

#include "base/limits.h"
#include "lang/kernel.h"

#define BEDE_MAX_LAYERS 4u
#define BEDE_MAX_WIDTH 512u   // of any vector of a word, but for the heads
#define BEDE_MAX_HEADS 1024u  // columns of the heads together
#define BEDE_MAX_OUTPUTS 256u // classes of one head
#define BEDE_DISTANCES 48u    // classes of the distance of an arc, some unused
#define BEDE_RIGHT_DISTANCE 20u // the first of heads to the right
#define BEDE_ROOT_DISTANCE 40u  // that of the root
// Scores of arcs are at most this on either side of 0, so that their sum over
// a sentence fits into 32 bits.
#define BEDE_ARC_MOST (1 << 21)

// Fractional bits: of gates before squashing, of states and their outputs, of
// what the heads see, of the product that meets a head in an arc.
enum {
  BEDE_GATE_BITS = 12,
  BEDE_STATE_BITS = 14,
  BEDE_HEAD_BITS = 10,
  BEDE_QUERY_BITS = 9
};

typedef struct bede_net {
  uint32_t in, hidden, layers;
  uint32_t arc, label, tag, name; // widths of the heads
  uint32_t heads;                 // columns of all_heads
  // [forwards keep show new | backwards keep show new]
  bede_matrix input[BEDE_MAX_LAYERS];
  bede_matrix state[BEDE_MAX_LAYERS][2];
  // [arc dep | arc head | label dep | label head | tag | name]
  bede_matrix all_heads;
  bede_matrix arcs, labels, tags, names;
  const int16_t *root; // [arc], the root as a head
  // What the distance adds to an arc: of head k for word i at
  // [BEDE_MAX_SENTENCE_WORDS + k - i], of the root.
  int32_t distance[2 * BEDE_MAX_SENTENCE_WORDS], root_distance;
} bede_net;

// The order of a network in its section: this; for each layer its input, its
// state forwards and its state backwards; the other matrices as they stand
// above; root; what each class of distance adds, int32_t with the fractional
// bits of query and heads together. Each part at a 64-byte boundary.
typedef struct bede_net_header {
  uint32_t in, hidden, layers, arc, label, tag, name;
  uint32_t tag_classes, rel_classes, name_classes; // that it was trained for
  uint32_t unused[6];
} bede_net_header;

// Before each matrix; then its bias, if it has one, then its weights.
typedef struct bede_matrix_header {
  uint32_t in, out, shift, biased;
  uint32_t unused[12];
} bede_matrix_header;

// Reads a section of `size` bytes at a 64-byte boundary, which must outlive
// `out`. False when it is not a whole network of this program with so many
// classes of tags; `out` is of no use then. When it is true, no function below
// reads or writes outside of it, whatever its numbers are.
bool bede_net_open(const void *bytes, size_t size, uint32_t tag_classes,
                   bede_net *out);

// Room for one sentence, about 2.8 MiB. What the functions below leave there
// for their caller are `arcs` and `scores`.
typedef struct bede_net_room {
  // [word][width], what a layer reads and what it writes, in turns
  int16_t x[2][BEDE_MAX_SENTENCE_WORDS * BEDE_MAX_WIDTH];
  int16_t gates[BEDE_MAX_SENTENCE_WORDS * BEDE_MAX_WIDTH * 3];
  int16_t heads[BEDE_MAX_SENTENCE_WORDS * BEDE_MAX_HEADS];
  int16_t query[BEDE_MAX_SENTENCE_WORDS * BEDE_MAX_WIDTH]; // also of labels
  int16_t keys[(BEDE_MAX_SENTENCE_WORDS + BEDE_COLUMNS) * BEDE_MAX_WIDTH];
  // of arcs: [word][word, `count` is the root]
  int32_t
      arcs[BEDE_MAX_SENTENCE_WORDS * (BEDE_MAX_SENTENCE_WORDS + BEDE_COLUMNS)];
  // of a classifier: [word][its columns]
  int32_t scores[BEDE_MAX_SENTENCE_WORDS * BEDE_MAX_OUTPUTS];
} bede_net_room;

// The columns of `arcs` for a sentence of `count` words: one for each word and
// for the root, then padding.
static inline uint32_t bede_arc_columns(uint32_t count)
{
  return (count + BEDE_COLUMNS) / BEDE_COLUMNS * BEDE_COLUMNS;
}

// From x[0], [word][in], to heads and arcs of `count` words, 1 to
// BEDE_MAX_SENTENCE_WORDS. The score of a word with itself is INT32_MIN. The
// time is linear in the words but for the arcs, which are quadratic.
void bede_net_run(const bede_net *net, const bede_kernel *kernel,
                  uint32_t count, bede_net_room *room);
// After bede_net_run: scores of tags, of names.
void bede_net_tags(const bede_net *net, const bede_kernel *kernel,
                   uint32_t count, bede_net_room *room);
void bede_net_names(const bede_net *net, const bede_kernel *kernel,
                    uint32_t count, bede_net_room *room);
// After bede_net_run: scores of the relation of each word to head[i], below
// `count`; of the root to itself, which mean nothing.
void bede_net_labels(const bede_net *net, const bede_kernel *kernel,
                     const uint16_t *head, uint32_t count, bede_net_room *room);

// The class of a distance, below BEDE_ROOT_DISTANCE; `head` is not `dep`.
uint32_t bede_distance_of(uint32_t dep, uint32_t head);

#endif
