// The words of the contract for flags and small enumerations. All are static.
#ifndef ANN_NAMES_H
#define ANN_NAMES_H

#include "ann/doc.h"

const char *bede_basis_name(bede_basis basis);
const char *bede_doc_status_name(bede_doc_status status);
const char *bede_precision_name(bede_precision precision);
const char *bede_date_basis_name(bede_date_basis basis);
// NULL for a place of which that is not known.
const char *bede_place_kind_name(bede_place_kind kind);
const char *bede_place_basis_name(bede_place_basis basis);
const char *bede_qualifier_name(bede_qualifier qualifier);
const char *bede_quantity_of_name(bede_quantity_of of);
const char *bede_timex_type_name(bede_timex_type type);
const char *bede_mention_type_name(bede_mention_type type);
const char *bede_citation_kind_name(bede_citation_kind kind);
const char *bede_quoted_name(bede_quoted quoted); // NULL when not said

// The flags of a claim, one at a time: the name of bit `i`, NULL at the end.
const char *bede_flag_name(unsigned i);

#endif
