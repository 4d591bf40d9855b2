// Who is spoken of: mentions of people, bodies, groups and states, united into
// entities with country, sector and code.
#ifndef ACTOR_ACTOR_H
#define ACTOR_ACTOR_H

#include "ann/doc.h"
#include "lexicon/lexicon.h"

// Finds mentions: known names (longest match, dates against the report's date),
// names from the name tagger and PROPN sequences, agents with the country or
// body that composes them, demonyms, personal pronouns, and noun phrases with
// human heads. Fills doc->mentions (in text order, no two with the same head)
// and word.mention.
BEDE_CHECKED bede_status bede_actor_mentions(bede_doc *doc,
                                             const bede_lexicon *lex,
                                             bede_error *err);

// Unites mentions into doc->entities: names by knowledge key, aliases, acronyms
// given in brackets, parts of names, offices ("Foreign Minister X" ... "the
// minister"), appositions, definite nominals, pronouns. Sets mention.entity,
// doc->focus.
BEDE_CHECKED bede_status bede_actor_resolve(bede_doc *doc,
                                            const bede_lexicon *lex,
                                            bede_error *err);

// Whoever held another office on the day that the text gives for an act than on
// that of the report: sets the guises of roles. After claims have their dates.
BEDE_CHECKED bede_status bede_actor_date(bede_doc *doc, const bede_lexicon *lex,
                                         bede_error *err);

#endif
