// One act told by several words of a sentence is one claim.
#ifndef EVENT_MERGE_H
#define EVENT_MERGE_H

#include "event/work.h"

// Unites the claims of the sentence that tell the same act ("the attack killed
// four": attack and killed), sorts them by trigger, resolves `under`.
void bede_event_merge(bede_event_work *work);

#endif
