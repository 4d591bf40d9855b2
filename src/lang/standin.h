// Known words read as one of their kind: names, so that a tree does not hang on
// who is named (neutrality), and participles of saying that the treebanks have
// only as nouns.
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

// Gives "saying" or "speaking" to what was tagged as a noun where none can
// stand: a participle of a cue that tells something, without an article and
// before "that" or its preposition ("..., warning that it would fail", "...,
// warning of floods"). True if there is one: then the words have to be read
// again.
bool bede_lang_stand_in_telling(const bede_lexicon *lex, const bede_doc *doc,
                                uint32_t begin, uint32_t end, bede_look *look);

#endif
