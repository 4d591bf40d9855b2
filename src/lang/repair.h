// Mending trees: what UD forbids, and what the treebanks teach too rarely for
// the parser to learn.
#ifndef LANG_REPAIR_H
#define LANG_REPAIR_H

#include "ann/doc.h"

// "The army denied on Thursday that its troops had shelled the town": web text
// has few dates between a verb of speech and its clause, and the parser hangs
// the clause on the date as a relative. A clause that begins with "that" right
// after a word of time and has a subject of its own is made the ccomp of the
// verb that the time belongs to.
// Punctuation heads nothing: what hangs on it goes to its head, and a mark that
// is the root gives way to its first verb or first word. What hangs on an
// auxiliary or a copula as an argument goes to its verb.
// Needs linked trees; links again when it changed one.
void bede_lang_repair(bede_doc *doc, uint32_t sentence);

#endif
