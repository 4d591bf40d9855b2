// Operators: words that take events and give events.
#ifndef EVENT_COMPOSE_H
#define EVENT_COMPOSE_H

#include "event/work.h"

// Finds the operators of the sentence and what each takes: work->ops.
void bede_event_find_ops(bede_event_work *work);

// A party that must do what the knowledge does not code is asked to ("Serbia
// must pay"): coding ruling. After all frames are coded.
void bede_event_code_demands(bede_event_work *work);

// Builds the claim of a frame, applies the operators above it from the inside
// out and then the grammar of the outermost word, and adds what results to
// doc->claims.
void bede_event_code_frame(bede_event_work *work, bede_frame *frame);

#endif
