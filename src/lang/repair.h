// Mending what the treebanks teach too rarely for the parser to learn.
#ifndef LANG_REPAIR_H
#define LANG_REPAIR_H

#include "ann/doc.h"

// "The army denied on Thursday that its troops had shelled the town": web text
// has few dates between a verb of speech and its clause, and the parser hangs
// the clause on the date as a relative. A clause that begins with "that" right
// after a word of time and has a subject of its own is made the ccomp of the
// verb that the time belongs to. Needs linked trees; links again when it
// changed one.
void bede_lang_repair(bede_doc *doc, uint32_t sentence);

#endif
