// The flat table: one row a claim and chain, as JSON objects, CSV or TSV.
#ifndef EXPORT_FLAT_H
#define EXPORT_FLAT_H

#include "export/export.h"

// X(column, is text): text columns are guarded against formulas in CSV.
// clang-format off
#define BEDE_COLUMN_LIST(X)                                                    \
  X(claim_id, 0) X(chain, 0) X(doc_id, 1) X(sentence, 0) X(event, 0)           \
  X(mode, 0) X(context, 0) X(cameo, 0) X(quad_plover, 0) X(plover_score, 0)    \
  X(goldstein_icews, 0) X(goldstein_gdelt, 0) X(quad_icews, 0)                 \
  X(quad_gdelt, 0)                                                             \
  X(actor_name, 1) X(actor_text, 1) X(actor_country, 0) X(actor_sector, 0)     \
  X(actor_code, 0) X(actor_cow, 0) X(actor_inferred, 0) X(recipient_name, 1)   \
  X(recipient_text, 1) X(recipient_country, 0) X(recipient_sector, 0)          \
  X(recipient_code, 0) X(recipient_cow, 0) X(recipient_inferred, 0)            \
  X(source_kind, 0) X(source_name, 1) X(source_text, 1)                        \
  X(source_affiliation, 1) X(source_relation, 0) X(source_cue, 1)              \
  X(source_stance, 0) X(source_via, 1) X(narrator, 1) X(publisher, 1)          \
  X(polarity, 0) X(certainty, 0) X(status, 0) X(aspect, 0) X(reporting, 0)     \
  X(domain, 0)                                                                 \
  X(date_from, 0) X(date_to, 0) X(date_precision, 0) X(date_basis, 0)          \
  X(place_name, 1) X(place_country, 0) X(place_adm1, 1) X(place_lat, 0)        \
  X(place_lon, 0) X(place_precision, 0) X(dead_low, 0) X(dead_high, 0)         \
  X(injured_low, 0) X(injured_high, 0) X(quantities_text, 1)                   \
  X(unresolved_citations, 0) X(flags, 0) X(confidence, 0) X(repeats, 0)        \
  X(evidence_start, 0) X(evidence_end, 0) X(evidence_text, 1) X(rule, 0)       \
  X(published, 1) X(published_basis, 0) X(genre, 0) X(url, 1)                  \
  X(text_sha256, 0) X(schema, 0) X(codebook, 0) X(program, 0)                  \
  X(knowledge, 0) X(model, 0)
// clang-format on

typedef enum bede_column {
#define X(c, t) BEDE_COL_##c,
  BEDE_COLUMN_LIST(X)
#undef X
      BEDE_COL_COUNT
} bede_column;

void bede_flat_header(bede_format format, bede_buf *out);
BEDE_CHECKED bede_status bede_export_flat(bede_format format,
                                          const bede_doc *doc,
                                          const bede_versions *versions,
                                          const bede_export_options *options,
                                          bede_buf *out);

#endif
