// The changes between two codings: counted and written.
#ifndef EVAL_CHANGE_H
#define EVAL_CHANGE_H

#include <jansson.h>

#include "base/buf.h"
#include "bede/bede.h"

// A claim of a report as compare.h has it; `a` or `b` NULL where it is not
// coded there.
typedef struct bede_change {
  const char *report, *id;
  const json_t *a, *b;
} bede_change;

// Counts by name, one table a question; see change.c.
typedef struct bede_tally {
  json_t *tables;
} bede_tally;

// BEDE_ENOMEM. Release in any case.
BEDE_CHECKED bede_status bede_tally_init(bede_tally *tally);
void bede_tally_release(bede_tally *tally);

// Which of the three a change is, a bit of bede_diff_options.only. 0 when the
// two are alike.
unsigned bede_change_kind(const bede_change *change);

// Counts a change and appends it to `out` as a block for people, or as one JSON
// object a line; check out->status. BEDE_ENOMEM.
BEDE_CHECKED bede_status bede_change_count(bede_tally *tally,
                                           const bede_change *change);
void bede_change_put(const bede_change *change, bool json, bede_buf *out);
// What is to be said of a report that is not compared: `what` is one of
// "only_in_a", "only_in_b", "other_text".
void bede_change_put_report(const json_t *report, const char *what, bool json,
                            bede_buf *out);
// All counts together.
void bede_tally_put(const bede_tally *tally, const bede_diff *diff, bool json,
                    bede_buf *out);

#endif
