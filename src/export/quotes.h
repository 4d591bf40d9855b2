// Attributed statements, a row each: who says it, through whom, how, and which
// words of the text.
#ifndef EXPORT_QUOTES_H
#define EXPORT_QUOTES_H

#include "export/export.h"

// X(column, is text); columns that the flat table has too say the same there.
// clang-format off
#define BEDE_QUOTE_COLUMN_LIST(X)                                              \
  X(doc_id, 1) X(attribution, 0) X(sentence, 0)                                \
  X(source_kind, 0) X(source_name, 1) X(source_text, 1) X(source_key, 0)       \
  X(source_office, 1) X(source_country, 0) X(source_sector, 0)                 \
  X(source_affiliation, 1) X(source_outlet, 1) X(anonymity_reason, 1)          \
  X(source_cue, 1) X(source_stance, 0) X(source_via, 1) X(narrator, 1)         \
  X(publisher, 1) X(quoted, 0) X(verbatim, 0)                                  \
  X(content_start, 0) X(content_end, 0) X(content_spans, 0)                    \
  X(content_text, 1)                                                           \
  X(published, 1) X(url, 1) X(text_sha256, 0) X(program, 0) X(knowledge, 0)    \
  X(model, 0)
// clang-format on

// Some of a document's attributions, by number, in their order.
typedef struct bede_quote_list {
  const uint32_t *items;
  uint32_t count;
} bede_quote_list;

// The first line of CSV and TSV; nothing for any other format.
void bede_quotes_begin(bede_format format, bede_buf *out);
// Appends them as CSV, TSV, a table for people, or JSON objects; nothing when
// there are none. Check out->status.
BEDE_CHECKED bede_status bede_export_quotes(bede_format format,
                                            const bede_doc *doc,
                                            bede_quote_list quotes,
                                            const bede_versions *versions,
                                            const bede_export_options *options,
                                            bede_buf *out);

#endif
