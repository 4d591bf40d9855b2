// JSON Lines into memory, by id, for the scorers.
#ifndef EVAL_LOAD_H
#define EVAL_LOAD_H

#include <jansson.h>

#include "base/mem.h"
#include "bede/types.h"
#include "eval/text.h"

// The records of a file. `by_id` is a JSON object of them (a later record of
// the same id replaces the earlier), `order` their ids as first seen.
typedef struct bede_records {
  json_t *by_id, *order;
} bede_records;

// Reads a file of JSON objects with an "id" each. With `only` not NULL, records
// whose id is not in it are dropped. BEDE_EFORMAT with "file:line: what";
// BEDE_ENOTFOUND, BEDE_EIO, BEDE_ELIMIT, BEDE_ENOMEM. Release in any case.
BEDE_CHECKED bede_status bede_records_load(const char *path, const json_t *only,
                                           bede_records *out, bede_error *err);
void bede_records_release(bede_records *records);
// The line of a record in its file, for messages.
uint32_t bede_record_line(const json_t *record);

// A member's text; {NULL, 0} when it is absent or no string.
bede_str bede_json_text(const json_t *object, const char *key);
// Equal as values: absent is null, 3 is 3.0.
bool bede_json_same(const json_t *a, const json_t *b);
// The ranges of one pair or of a list of pairs; what is neither is left out.
BEDE_CHECKED bede_status bede_json_ranges(bede_arena *arena, const json_t *x,
                                          bede_ranges *out);

#endif
