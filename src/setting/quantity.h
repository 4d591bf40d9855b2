// Finds numbers of people, things and money in the words of a sentence.
#ifndef SETTING_QUANTITY_H
#define SETTING_QUANTITY_H

#include "setting/meaning.h"
#include "setting/scan.h"

// Appends those of one sentence to doc->quantities, in text order; words of
// doc->dates from `date` on are none. BEDE_ENOMEM.
BEDE_CHECKED bede_status bede_quantity_find(bede_doc *doc,
                                            const bede_scan *scan,
                                            const bede_count_words *words,
                                            uint32_t date);

// Completes the quantities of a sentence from `first` on: what is a part of a
// number told before it, what is a running total, what is an increase.
void bede_quantity_relate(bede_doc *doc, const bede_scan *scan,
                          const bede_count_words *words, uint32_t first);

#endif
