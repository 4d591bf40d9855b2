// One writer per format over a coded document.
#ifndef EXPORT_EXPORT_H
#define EXPORT_EXPORT_H

#include "ann/doc.h"
#include "base/buf.h"

typedef enum bede_format {
  BEDE_FORMAT_JSON,
  BEDE_FORMAT_CLAIMS,
  BEDE_FORMAT_CSV,
  BEDE_FORMAT_TSV,
  BEDE_FORMAT_TABLE
} bede_format;

// What every row names: program version, hashes of knowledge, model, options.
typedef struct bede_versions {
  const char *program, *knowledge, *model, *options;
} bede_versions;

typedef struct bede_export_options {
  bool with_text, no_text, with_predicates;
  bool color;     // table: ANSI colours
  unsigned width; // table: columns of the terminal, 0 = 100
} bede_export_options;

// The header row of csv and tsv; nothing for the others.
void bede_export_begin(bede_format format, bede_buf *out);
// Appends the document; check out->status. Byte offsets become code points
// here. The same document gives the same bytes.
BEDE_CHECKED bede_status bede_export_doc(bede_format format,
                                         const bede_doc *doc,
                                         const bede_versions *versions,
                                         const bede_export_options *options,
                                         bede_buf *out);

#endif
