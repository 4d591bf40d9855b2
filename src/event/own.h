// Acts of which the one who would do them speaks himself.
#ifndef EVENT_OWN_H
#define EVENT_OWN_H

#include "event/work.h"

// How a claim is told by its own actor ("they would attack", the rebels said).
typedef enum bede_own {
  BEDE_OWN_NOT,   // by somebody else, or by the narrator
  BEDE_OWN_TOLD,  // without more
  BEDE_OWN_THREAT // under a verb of warning, or with a condition ("unless")
} bede_own;

// Does the claim's actor, or somebody who speaks for it, tell the act?
// `surface` is the predicate of the clause. A passive without an agent under a
// warning
// ("the ministry warned that they could be jailed") gets the one who warns for
// its actor.
bede_own bede_event_own(bede_event_work *work, uint32_t surface,
                        bede_claim *claim);

// Does the clause of the predicate hang on a condition, "unless" among them?
bool bede_event_has_condition(const bede_doc *doc, uint32_t word);

#endif
