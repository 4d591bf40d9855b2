// When, where, how many.
#ifndef SETTING_SETTING_H
#define SETTING_SETTING_H

#include "ann/doc.h"
#include "lexicon/lexicon.h"

// Finds dates (doc->dates) and quantities (doc->quantities) in the text, in
// text order. Needs trees bound to `lex`. BEDE_ENOMEM.
BEDE_CHECKED bede_status bede_setting_find(bede_doc *doc,
                                           const bede_lexicon *lex,
                                           bede_error *err);
// Finds doc->places and attaches dates, places and quantities to doc->claims
// through the tree. Needs entities and claims. BEDE_ENOMEM.
BEDE_CHECKED bede_status bede_setting_attach(bede_doc *doc,
                                             const bede_lexicon *lex,
                                             bede_error *err);

#endif
