// How a rule is cited, and what parties and speakers are called; shared by all
// writers.
#ifndef EXPORT_NAMES_H
#define EXPORT_NAMES_H

#include "ann/names.h"
#include "base/buf.h"

// Appends "file:line" of a line of the knowledge.
void bede_rule_put(const bede_doc *doc, bede_ref ref, bede_buf *out);

// Whom a role is filed as, on the day of the act where the text gives one; or
// NULL.
const bede_entity *bede_role_entity(const bede_doc *doc, const bede_role *role);
// The first sector of an entity by name, absent when it has none.
bede_str bede_entity_sector(const bede_entity *entity);
// What the narrator is called: author, else publisher, else "unidentified".
bede_str bede_narrator_name(const bede_doc *doc);
// A speaker's name; the words of the source when it is nobody's name. Never
// empty: "unidentified".
bede_str bede_speaker_name(const bede_doc *doc,
                           const bede_attribution *attribution);
// Appends the words of spans, joined by " ... ".
void bede_spans_put(const bede_doc *doc, const bede_spans *spans,
                    bede_buf *out);
// The speakers from an attribution out to the narrator, innermost first; their
// number. Who quotes himself stands once, and so does nobody behind nobody; of
// speakers side by side who quote him the one that he is found with.
uint8_t bede_links_of(const bede_doc *doc, uint32_t attribution,
                      uint32_t links[BEDE_MAX_CHAIN]);
// Appends the names of those who quote the first speaker of a chain, innermost
// first, without the narrator; how many they are.
unsigned bede_via_put(const bede_doc *doc, const uint32_t *links, uint8_t count,
                      const char *separator, bede_buf *out);
// What a document is headed by: its title, the first line of a plain text where
// that is one, else its id.
bede_str bede_doc_heading(const bede_doc *doc);

#endif
