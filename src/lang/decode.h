// From scores of arcs to a tree. What the functions share is in a room of the
// caller, which needs no setting up and may be used again.
#ifndef LANG_DECODE_H
#define LANG_DECODE_H

#include "base/limits.h"
#include "lang/kernel.h"

#define BEDE_SPANS (BEDE_MAX_SENTENCE_WORDS * BEDE_MAX_SENTENCE_WORDS)

// Tables of spans [from][to] and, turned, [to][from]: the best scores, and
// where the best was joined. The head of `left` is the last word, of `right`
// the first. About 1.7 MiB.
typedef struct bede_decoder {
  int32_t open_left[BEDE_SPANS];  // turned
  int32_t open_right[BEDE_SPANS]; // the arc goes to the right
  int32_t left[BEDE_SPANS], left_turned[BEDE_SPANS];
  int32_t right[BEDE_SPANS], right_turned[BEDE_SPANS];
  uint8_t split_open[BEDE_SPANS], split_left[BEDE_SPANS],
      split_right[BEDE_SPANS];
} bede_decoder;

// The best tree of one root without crossing arcs: head[0 .. count), `count`
// for the root. arcs[i * columns + k]: the score of head k for word i, at most
// BEDE_ARC_MOST (lang/net.h) on either side of 0, but INT32_MIN of a word with
// itself; columns > count, 0 < count <= BEDE_MAX_SENTENCE_WORDS. Of equal trees
// it is always the same one. Where the best heads make such a tree it takes
// quadratic time, else cubic.
void bede_decode_tree(bede_decoder *d, const bede_kernel *kernel,
                      const int32_t *arcs, uint32_t columns, uint32_t count,
                      uint16_t *head);

#endif
