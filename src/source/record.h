// One record of input as a document.
#ifndef SOURCE_RECORD_H
#define SOURCE_RECORD_H

#include "source/source.h"

// The fields of a record as found, absent where the input has none.
typedef struct bede_record {
  bede_str id, title, text, published, publisher, author, url, language;
} bede_record;

// Completes `doc` from the record and, where it has none, from `meta` (may be
// NULL): text, hashes, id, dates, byline. `raw` are the record's bytes as they
// came, `base` the offset of record->text in the input. BEDE_ELIMIT when title
// and text, or another field, are over BEDE_MAX_DOCUMENT; BEDE_EBINARY;
// BEDE_ENOMEM.
BEDE_CHECKED bede_status bede_record_fill(bede_doc *doc,
                                          const bede_record *record,
                                          const bede_meta *meta, bede_str raw,
                                          uint64_t base, bede_error *err);

// The same from plain text and from a JSON record at offset `base` of the
// input. BEDE_EFORMAT also.
BEDE_CHECKED bede_status bede_record_text(bede_doc *doc, bede_str bytes,
                                          const bede_meta *meta, uint64_t base,
                                          bede_error *err);
BEDE_CHECKED bede_status bede_record_json(bede_doc *doc, bede_str bytes,
                                          const bede_meta *meta, uint64_t base,
                                          bede_error *err);

#endif
