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
  BEDE_FORMAT_TABLE,
  BEDE_FORMAT_PLOVER,
  BEDE_FORMAT_POLECAT,
  BEDE_FORMAT_PETRARCH
} bede_format;

// What every row names: program version, hashes of knowledge, model, options.
typedef struct bede_versions {
  const char *program, *knowledge, *model, *options;
} bede_versions;

typedef struct bede_export_options {
  bool with_text, no_text, with_predicates;
  bool all;       // shapes of other projects: also what is no event to them
  bool color;     // table: ANSI colours
  unsigned width; // table: columns of the terminal, 0 = 100
} bede_export_options;

// Room for the counts of why claims are left out.
enum { BEDE_EXPORT_REASONS = 16 };

// The header row of csv, tsv and polecat (`all` as in the options); nothing for
// the others.
void bede_export_begin(bede_format format, bool all, bede_buf *out);
// Appends the document; check out->status. Byte offsets become code points
// here. The same document gives the same bytes.
BEDE_CHECKED bede_status bede_export_doc(bede_format format,
                                         const bede_doc *doc,
                                         const bede_versions *versions,
                                         const bede_export_options *options,
                                         bede_buf *out);
// Adds to `counts` the claims that the format leaves out without `all`, each
// under its first reason (bede_left_name in export/shape.h).
void bede_export_count_left(bede_format format, const bede_doc *doc,
                            uint64_t counts[BEDE_EXPORT_REASONS]);

#endif
