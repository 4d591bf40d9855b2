// The names of a document: what is clearly a name at one place is one at other
// places too, also where a headline or capitals hide it.
#ifndef LANG_MEMORY_H
#define LANG_MEMORY_H

#include "ann/doc.h"

#define BEDE_MAX_NAMES 4096u     // forms remembered of one document
#define BEDE_MAX_NAME_WORDS 8u   // of a name that is remembered
#define BEDE_MAX_NAME_PROBES 32u // slots searched for a form

// Sets `ner` of words that the engine left out or gave another kind, by how
// often and as what it gave the same form elsewhere in the document. Needs tags
// and names of every sentence; never cuts a name in two, never goes over the
// end of a sentence. The first BEDE_MAX_NAMES forms count. Linear in the words;
// works in the document's arena. BEDE_ENOMEM.
BEDE_CHECKED bede_status bede_lang_remember(bede_doc *doc, bede_error *err);

#endif
