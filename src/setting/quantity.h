// Finds numbers of people, things and money in the words of a sentence.
#ifndef SETTING_QUANTITY_H
#define SETTING_QUANTITY_H

#include "lexicon/lexicon.h"
#include "setting/scan.h"

// Appends those of one sentence to doc->quantities, in text order; words of
// doc->dates from `date` on are none. `lex` (may be NULL) knows the names of
// peoples. BEDE_ENOMEM.
BEDE_CHECKED bede_status bede_quantity_find(bede_doc *doc,
                                            const bede_scan *scan,
                                            const bede_lexicon *lex,
                                            uint32_t date);

// What is counted, by the noun and by what governs it.
bede_quantity_of bede_quantity_meaning(const bede_doc *doc, uint32_t head);

#endif
