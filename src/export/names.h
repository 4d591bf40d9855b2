// The words of the contract for flags and small enumerations, and how a rule is
// cited; shared by all writers.
#ifndef EXPORT_NAMES_H
#define EXPORT_NAMES_H

#include "ann/doc.h"
#include "base/buf.h"

const char *bede_basis_name(bede_basis basis);
const char *bede_doc_status_name(bede_doc_status status);
const char *bede_precision_name(bede_precision precision);
const char *bede_date_basis_name(bede_date_basis basis);
const char *bede_qualifier_name(bede_qualifier qualifier);
const char *bede_quantity_of_name(bede_quantity_of of);
const char *bede_timex_type_name(bede_timex_type type);
const char *bede_mention_type_name(bede_mention_type type);
const char *bede_citation_kind_name(bede_citation_kind kind);
const char *bede_quoted_name(bede_quoted quoted); // NULL when not said

// The flags of a claim, one at a time: the name of bit `i`, NULL at the end.
const char *bede_flag_name(unsigned i);

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
// What a document is headed by: its title, the first line of a plain text where
// that is one, else its id.
bede_str bede_doc_heading(const bede_doc *doc);

#endif
