// Noun phrases by the order of words: the speaker beside a verb, where the tree
// has none. Private to frame.c and phrase.c.
#ifndef ATTRIB_PHRASE_H
#define ATTRIB_PHRASE_H

#include "attrib/work.h"

#define BEDE_PHRASE_LONGEST 14u // words of a noun phrase

// Can the word be part of a noun phrase?
bool bede_phrase_holds(const bede_attrib *a, uint32_t word);
// "[The army's spokesman] said", "said [the army's spokesman]"; empty when
// there is none.
bede_range bede_phrase_before(const bede_attrib *a, const bede_case *c);
bede_range bede_phrase_after(const bede_attrib *a, const bede_case *c);
// "..., [the Daily News, a party paper], reported": a phrase and its apposition
// right before the cue; empty when there is none.
bede_range bede_phrase_apposed(const bede_attrib *a, const bede_case *c);
// Makes the words the case's source; false when they cannot speak.
bool bede_phrase_speaks(const bede_attrib *a, bede_case *c, bede_range r);
// The noun that a relative pronoun stands for by the order of words, or
// BEDE_NONE.
uint32_t bede_phrase_antecedent(const bede_attrib *a, const bede_case *c,
                                uint32_t pronoun);
// "... and [Ms. Smith] said": the phrase between the begin of a clause and the
// cue becomes the source.
bool bede_phrase_adjacent(const bede_attrib *a, bede_case *c);
// "with [Smith] saying": makes the phrase between the two the source.
bool bede_phrase_with(const bede_attrib *a, bede_case *c);
bool bede_phrase_finite(const bede_attrib *a, uint32_t word);

#endif
