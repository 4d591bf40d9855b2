// The claims of one document, gold and predicted, matched one to one.
#ifndef EVAL_MATCH_H
#define EVAL_MATCH_H

#include "eval/load.h"

typedef struct bede_gold_claim {
  const json_t *json;
  bede_range sentence; // to the next annotated sentence or paragraph's end
  bede_ranges trigger; // the first occurrence only, or none
  uint32_t match;      // index of the predicted claim, or UINT32_MAX
} bede_gold_claim;

typedef struct bede_pred_claim {
  const json_t *json;
  bede_ranges trigger;
  uint32_t match; // index of the gold claim, or UINT32_MAX
} bede_pred_claim;

typedef struct bede_match {
  bede_arena *arena;      // not owned
  bede_cps text;          // what offsets count in
  const json_t *document; // predicted; NULL when there is none
  BEDE_LIST(bede_gold_claim) gold;
  BEDE_LIST(bede_pred_claim) pred;
} bede_match;

// Matches `gold` with `pred` (NULL: nothing predicted) over the text of `doc`.
// A pair must agree in type and stand in the same sentence, and trigger, actor
// or recipient must meet; best pairs first. BEDE_EFORMAT when a gold sentence
// is not in the text; BEDE_ENOMEM.
BEDE_CHECKED bede_status bede_match_make(bede_arena *arena, const json_t *doc,
                                         const json_t *gold, const json_t *pred,
                                         bede_match *out, bede_error *err);

// Where the words of a gold entity stand in a claim's sentence.
BEDE_CHECKED bede_status bede_match_words(const bede_match *match,
                                          bede_str words, bede_range within,
                                          bede_ranges *out);
// Sets *out to whether one of the `gold` ranges is hit by a span of `spans`.
BEDE_CHECKED bede_status bede_match_hit(const bede_match *match,
                                        const bede_ranges *gold,
                                        const json_t *spans, bool *out);

#endif
