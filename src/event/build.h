// Pieces of claims that composition and the grammar of the clause put together.
#ifndef EVENT_BUILD_H
#define EVENT_BUILD_H

#include "event/work.h"

// Adds a word to the trigger, in text order, once.
void bede_event_add_trigger(bede_event_work *work, bede_claim *claim,
                            uint32_t word);

// Adds a line of the knowledge to the rules; beyond four none is kept.
void bede_event_add_rule(bede_claim *claim, bede_ref ref);

// `cameo`: a code of at most four digits, NUL-terminated; copied.
void bede_event_set_type(bede_claim *claim, bede_event event, bede_mode mode,
                         const char *cameo);

// The type that a cell gives, its code refined by that of the act below
// (`inner`); a code so found may be of another mode ("threaten" and broken
// relations).
void bede_event_set_composed(bede_claim *claim, const bede_lex_cell *cell,
                             const char *inner);

// What becomes of the inner claim under a cell: `keep` is a bede_keep.
void bede_event_keep_inner(uint8_t keep, bede_claim *inner);

#endif
