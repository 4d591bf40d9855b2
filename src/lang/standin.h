// Known names read as one of their kind, so that a tree does not hang on who is
// named: neutrality.
#ifndef LANG_STANDIN_H
#define LANG_STANDIN_H

#include "lang/look.h"
#include "lexicon/lexicon.h"

// Gives the known names of states and peoples among words [begin, end) of
// `doc`, a sentence, the key of a stand-in of their kind: look[0 .. end -
// begin), by bede_look_words. Words in capitals, and names of more than two
// words, stay.
void bede_lang_stand_in(const bede_lexicon *lex, const bede_doc *doc,
                        uint32_t begin, uint32_t end, bede_look *look);

#endif
