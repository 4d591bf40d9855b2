// Texts by code point, as gold data and predictions count them, and the search
// for the words of an annotation in them.
#ifndef EVAL_TEXT_H
#define EVAL_TEXT_H

#include <stdbool.h>

#include "base/mem.h"
#include "bede/types.h"

typedef struct bede_cps {
  const uint32_t *ptr;
  size_t len;
} bede_cps;

// Code points [begin, end).
typedef struct bede_range {
  int64_t begin, end;
} bede_range;

typedef BEDE_LIST(bede_range) bede_ranges;

// Decodes `a`, then `b`. BEDE_ENOMEM.
BEDE_CHECKED bede_status bede_cps_make(bede_arena *arena, bede_str a,
                                       bede_str b, bede_cps *out);

// Where `what` begins at or after `from`, or -1. O(n * m).
int64_t bede_cps_index(bede_cps text, bede_cps what, size_t from);

// Adds every occurrence of `what` in [lo, hi) that cuts no word and no number
// and does not overlap the one before. An empty `what` has none.
BEDE_CHECKED bede_status bede_cps_find(bede_arena *arena, bede_cps text,
                                       bede_cps what, bede_range within,
                                       bede_ranges *out);

// How many code points two ranges share.
int64_t bede_range_overlap(bede_range a, bede_range b);

// Whether a predicted range meets a gold one and is no net thrown over the
// sentence: at most three times as long as gold plus 20.
bool bede_range_hits(bede_range gold, bede_range predicted);

#endif
