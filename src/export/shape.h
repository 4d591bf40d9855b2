// What the shapes of other projects have in common (plover, polecat, petrarch):
// which claims are no events to them, and why; the day, the contexts and the
// parties that they are written with.
#ifndef EXPORT_SHAPE_H
#define EXPORT_SHAPE_H

#include "export/export.h"

// X(symbol, word of the records): why a claim is left out. In the order in
// which a claim with several reasons is counted: what it is before what a
// format has no place for.
// clang-format off
#define BEDE_LEFT_LIST(X)                                                      \
  X(NEGATED, "negated") X(HYPOTHETICAL, "hypothetical") X(FUTURE, "future")    \
  X(HABITUAL, "habitual") X(STATE, "state") X(REPEATED, "repeated")            \
  X(NOT_POLITICS, "not_politics") X(BACKGROUND, "background")                  \
  X(UNDATED, "undated") X(IMPRECISE, "imprecise") X(NO_CODE, "no_code")        \
  X(NO_PARTY, "no_party")
// clang-format on

typedef enum bede_left {
#define X(s, n) BEDE_LEFT_##s,
  BEDE_LEFT_LIST(X)
#undef X
      BEDE_LEFT_COUNT
} bede_left; // in a set: the bit of this number

// PLOVER's contexts of a claim and its auxiliary modes.
enum { BEDE_SHAPE_CONTEXTS = BEDE_CONTEXT_COUNT + 4 };

// One side of an event. `unknown`: nobody is named, and PLOVER has somebody of
// sector UNK there.
typedef struct bede_side {
  const bede_role *roles;
  uint32_t count;
  bool unknown;
} bede_side;

// Is it the format of another project?
bool bede_shape_is(bede_format format);
// The reasons why the claim is left out of the format, as a set; 0: it is not.
uint32_t bede_shape_left(bede_format format, const bede_doc *doc,
                         const bede_claim *claim);
// The word of one reason, NULL beyond the last.
const char *bede_left_name(unsigned reason);
// Appends the words of a set, joined by ";".
void bede_left_put(uint32_t set, bede_buf *out);

// The first day of a claim; where the text does not date it the day of
// publication, year 0 when that is not known either.
bede_date bede_shape_date(const bede_doc *doc, const bede_claim *claim);
// Fills `names` (static) with the contexts and the auxiliary modes; how many.
unsigned bede_shape_contexts(const bede_claim *claim,
                             const char *names[BEDE_SHAPE_CONTEXTS]);
bede_side bede_shape_actor(const bede_claim *claim);
bede_side bede_shape_recipient(const bede_claim *claim);

#endif
