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

#endif
