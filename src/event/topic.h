// What the claims of a document are about: PLOVER's contexts and the domain.
#ifndef EVENT_TOPIC_H
#define EVENT_TOPIC_H

#include "ann/doc.h"
#include "lexicon/lexicon.h"

// Fills `contexts` and `domain` of all claims. A context comes from the CAMEO
// code, from the words of the claim's sentence, or from the document where a
// good part of its sentences is about it. Both label; nothing is left out or
// coded otherwise. BEDE_ENOMEM.
BEDE_CHECKED bede_status bede_topics_set(bede_doc *doc, const bede_lexicon *lex,
                                         bede_error *err);

#endif
