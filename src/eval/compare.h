// What `bede diff` compares of a claim, taken from a record of either form that
// `bede code` writes as JSON.
#ifndef EVAL_COMPARE_H
#define EVAL_COMPARE_H

#include <stdbool.h>

#include <jansson.h>

#include "bede/types.h"

// The fields, each a text; in the order of printing.
// clang-format off
#define BEDE_COMPARED_LIST(X)                                                  \
  X(event) X(mode) X(context) X(cameo) X(actor) X(recipient) X(polarity) X(certainty)     \
  X(status) X(aspect) X(reporting) X(speaker) X(date) X(place) X(domain)
// clang-format on

typedef enum bede_compared {
#define X(name) BEDE_COMPARED_##name,
  BEDE_COMPARED_LIST(X)
#undef X
      BEDE_COMPARED_COUNT
} bede_compared;

extern const char *const bede_compared_names[BEDE_COMPARED_COUNT];

// Makes of a document object what is compared of it:
//   {"id", "text": hash, "claims": {id: claim, ...}}
// where a claim is {"at": where its trigger begins, "rule": the first one,
// "words": its evidence} and the fields above, absent when there is no value.
// What has no text of its own is put together: a role is "words [name,
// COUNTRY/SECTOR, CODE]", members of a list are joined by ";". The caller owns
// *out. BEDE_EFORMAT with *wrong set to what is no such object; BEDE_ENOMEM.
BEDE_CHECKED bede_status bede_compared_make(const json_t *record, json_t **out,
                                            const char **wrong);

// The same of rows of the flat table: the first one makes a report, later ones
// of the same report are added to it.
bool bede_compared_is_row(const json_t *record);
BEDE_CHECKED bede_status bede_compared_make_row(const json_t *row, json_t **out,
                                                const char **wrong);
BEDE_CHECKED bede_status bede_compared_add_row(json_t *report,
                                               const json_t *row,
                                               const char **wrong);

#endif
