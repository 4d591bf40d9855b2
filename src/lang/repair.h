// Mending trees: what UD forbids, and what the treebanks teach too rarely for
// the parser to learn.
#ifndef LANG_REPAIR_H
#define LANG_REPAIR_H

#include "ann/doc.h"

// What the scheme has not: punctuation heads nothing; an auxiliary or a copula
// has no arguments; a finite verb goes on from a finite one, a particle belongs
// to its verb, an object has no preposition. What is rare in the treebanks: a
// clause behind a date, what something is called, an act that is admitted, the
// infinitive of a verb that has one, a sentence read as one noun phrase. Each
// with its example in repair.c.
// Changes heads, relations and where these demand it tags (upos, xpos; no
// lemmas). Needs a linked tree without crossing arcs; links again when it
// changed one. At most quadratic in the words.
void bede_lang_repair(bede_doc *doc, uint32_t sentence);

// The parts of it that look at the sentence as a whole (repair_sentence.c):
// a sentence read as one noun phrase, a headline's future, who said so at the
// end read as the whole, a place or time before the subject, and the word `i`
// of sentence `s` that heads such an aside. True if something changed; the
// caller links the tree again.
bool bede_mend_phrase(bede_doc *doc, const bede_sentence *s);
bool bede_mend_headline(bede_doc *doc, const bede_sentence *s);
bool bede_mend_last_verb(bede_doc *doc, const bede_sentence *s);
bool bede_mend_fronted(bede_doc *doc, const bede_sentence *s);
bool bede_mend_aside(bede_doc *doc, uint32_t i, const bede_sentence *s);

// The parts of it about what stands between an auxiliary and its verb
// (repair_parted.c): "have in recent weeks attacked", "will on Tuesday meet",
// "were on Monday killed". True if the tree changed at word `i`.
bool bede_mend_parted(bede_doc *doc, uint32_t i);

// A day, a month, a part of the day or a figure: words that time phrases end
// with.
bool bede_is_time_word(const bede_doc *doc, uint32_t word);

#endif
