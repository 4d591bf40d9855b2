// Which claim a circumstance belongs to.
#ifndef SETTING_REACH_H
#define SETTING_REACH_H

#include "ann/doc.h"
#include "lexicon/lexicon.h"

// The first claim of a sentence or of a later one; doc->claims.count when there
// is none. O(log n).
uint32_t bede_first_claim(const bede_doc *doc, uint32_t sentence);

// The head of the clause or event noun that `word` stands in: the first verb,
// or the first word that a claim names, on the way to the root.
uint32_t bede_reach_clause(const bede_doc *doc, uint32_t sentence,
                           uint32_t word);

// Is the word one of those that name the claim's act?
bool bede_in_trigger(const bede_doc *doc, const bede_claim *claim,
                     uint32_t word);

// Do the claim's trigger and what depends on `clause` tell of one act?
bool bede_reach_claim(const bede_doc *doc, const bede_claim *claim,
                      uint32_t clause);

// Gives the claims their dates.
void bede_date_claims(bede_doc *doc);

// Finds doc->places and gives the claims theirs. BEDE_ENOMEM.
BEDE_CHECKED bede_status bede_place_claims(bede_doc *doc,
                                           const bede_lexicon *lex);

#endif
