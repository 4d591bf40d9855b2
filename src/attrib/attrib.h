// Who says so: attributions, chains, labels, citations, certainty.
#ifndef ATTRIB_ATTRIB_H
#define ATTRIB_ATTRIB_H

#include "ann/doc.h"
#include "lexicon/lexicon.h"

// Before entities are resolved: fills doc->attributions (0 is the narrator)
// with source, cue and content spans; doc->citations (markers). Needs mentions.
BEDE_CHECKED bede_status bede_attrib_find(bede_doc *doc,
                                          const bede_lexicon *lex,
                                          bede_error *err);
// After events: speakers as entities, nesting (via), chains of each claim and
// quantity, relation, certainty and polarity under each link, labels, citations
// to claims.
BEDE_CHECKED bede_status bede_attrib_attach(bede_doc *doc,
                                            const bede_lexicon *lex,
                                            bede_error *err);

#endif
