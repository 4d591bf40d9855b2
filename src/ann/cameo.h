// CAMEO codes: what each is in PLOVER, and the scales published for it.
#ifndef ANN_CAMEO_H
#define ANN_CAMEO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ann/ontology.h"

#define BEDE_CAMEO_NO_SCORE INT16_MIN // nobody published a value

typedef struct bede_cameo {
  const char *code; // "1031"; roots ("10") are no codes of events
  bede_event event; // NONE: a statement, which is attribution and no event
  bede_mode mode;
  bede_event also; // another type that the code may stand for, or NONE
  int16_t goldstein10_icews, goldstein10_gdelt; // times ten, or NO_SCORE
  uint8_t quad_gdelt, quad_icews;               // 1 to 4
  const char *contexts; // PLOVER contexts that the code says, blank-separated
} bede_cameo;

// The entry of a code, or NULL. Static.
const bede_cameo *bede_cameo_find(const char *code);
// The entries in the order of their codes; NULL beyond the last.
const bede_cameo *bede_cameo_at(size_t i);

// The code of an operator's result (`outer`), refined by the code of the act it
// takes: demand (103) + economic aid (071) = 1031. `outer` itself where nothing
// narrower is said. Static or `outer`.
const char *bede_cameo_refine(const char *outer, const char *inner);

// A mutual act has a code in both directions, as CAMEO's dictionaries pair
// them: what the other party does to the first (of 042, to visit, 043, to
// host). With `together` both are its actors and it has no recipient; then more
// acts are mutual ("the two agreed", "the armies clashed"). NULL: of one
// direction. Static.
const char *bede_cameo_back(const char *code, bool together);

#endif
