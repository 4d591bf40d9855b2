// What the grammar of its clause makes of a claim: polarity, status, certainty,
// aspect, and the operators without words (knowledge/README.md).
#ifndef EVENT_CLAUSE_H
#define EVENT_CLAUSE_H

#include "event/work.h"

// Applies the grammar of the predicate `surface` to the claim. `negates`: its
// support verb negates already ("lacks support"). `taken`: an operator takes
// the clause, which then has no tense of its own: the polarity alone is
// applied.
void bede_event_clause(bede_event_work *work, uint32_t surface, bool negates,
                       bool taken, bede_claim *claim);

#endif
