// How a loaded word is put on somebody, and by whom. Inside attrib only.
#ifndef ATTRIB_NAMING_H
#define ATTRIB_NAMING_H

#include "attrib/work.h"

typedef enum bede_put {
  BEDE_PUT_PLAIN,   // by who speaks at that place
  BEDE_PUT_NAMED,   // by a verb's subject: "branded them traitors"
  BEDE_PUT_LEGAL,   // by a law, a list, a charge: "listed as a terrorist group"
  BEDE_PUT_SELF,    // by the bearer: "calls itself an emirate"
  BEDE_PUT_DOUBTED, // "what it calls a reform": by who speaks, at a distance
  BEDE_PUT_NOT      // not at all: "is no hero", "refused to call them heroes"
} bede_put;

typedef struct bede_naming {
  bede_put how;
  uint32_t by; // verb or noun that puts it, or BEDE_NONE
  uint32_t on; // word of whom it is put on, or BEDE_NONE
} bede_naming;

typedef struct bede_namer {
  bede_attrib *a;
  uint32_t says, believes, alleges, designating, directly, list, charging;
  uint32_t not_naming; // classes
  uint32_t made;       // cases before the first of namings
} bede_namer;

void bede_namer_init(bede_namer *n, bede_attrib *a);
// How the name that begins at `begin` and has the head `word` is put.
bede_naming bede_naming_of(const bede_namer *n, uint32_t word, uint32_t begin);
// The name that a verb gives its own subject, or one that the speaker does not
// share, whatever its words: `*name` gets its head, BEDE_NONE when none.
bede_naming bede_naming_at(const bede_namer *n, uint32_t verb, uint32_t *name);
// Sees to it that the words are a content of who puts them by the word `by`.
BEDE_CHECKED bede_status bede_naming_case(bede_namer *n, uint32_t sentence,
                                          uint32_t by, uint32_t head,
                                          bede_range words);

#endif
