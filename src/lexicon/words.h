// Closed classes of English words that the knowledge compiler knows, so that a
// misspelt slot is an error and not a preposition that never occurs.
#ifndef LEXICON_WORDS_H
#define LEXICON_WORDS_H

#include <stdbool.h>

#include "bede/types.h"

// `word` lower case, fixed phrases joined by "_".
bool bede_is_preposition(bede_str word);
// A particle of phrasal verbs (compound:prt in UD).
bool bede_is_particle(bede_str word);

// A hyphen that stands alone as a word: "-" or its Unicode forms.
bool bede_is_hyphen(bede_str word);

#endif
