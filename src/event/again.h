// Acts that are named again in later sentences.
#ifndef EVENT_AGAIN_H
#define EVENT_AGAIN_H

#include "ann/doc.h"

// "The attack", "this raid": a later mention of the same act keeps the mode and
// the code that were stated before (coding ruling). Looks back over the claims
// of BEDE_AGAIN_SENTENCES sentences.
void bede_event_carry_modes(bede_doc *doc);

#endif
