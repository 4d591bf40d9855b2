// From bytes to documents: plain text and JSON Lines.
#ifndef SOURCE_SOURCE_H
#define SOURCE_SOURCE_H

#include "ann/doc.h"
#include "base/os.h"

typedef enum bede_input {
  BEDE_INPUT_AUTO,
  BEDE_INPUT_TEXT,
  BEDE_INPUT_JSONL,
  BEDE_INPUT_CONLLU
} bede_input;

// Metadata from the caller, used where the input has none; NULL = none.
typedef struct bede_meta {
  const char *published, *publisher, *author, *title;
} bede_meta;

// A source of documents: one file, or standard input.
typedef struct bede_source bede_source;

// `path` NULL or "-" is standard input. With AUTO the name's ending (.jsonl,
// .ndjson, .json) decides, else the first bytes. Errors as bede_reader_open.
BEDE_CHECKED bede_status bede_source_open(const char *path, bede_input input,
                                          const bede_meta *meta,
                                          bede_source **out, bede_error *err);
void bede_source_free(bede_source *source);

// Fills `doc` (already bede_doc_init'ed over its arena) with the next document.
// BEDE_OK; BEDE_END; BEDE_EFORMAT, BEDE_ELIMIT, BEDE_EBINARY: this document is
// bad (err has the byte offset in the file), the next call goes on after it,
// and doc->id and status FAILED are set as far as known; BEDE_EIO, BEDE_ENOMEM:
// the source is at its end. BOM dropped, CRLF kept; bad UTF-8, NUL and lone
// surrogates become U+FFFD with a warning that has the offset.
BEDE_CHECKED bede_status bede_source_next(bede_source *source, bede_doc *doc,
                                          bede_error *err);

// One document from memory (bytes of a text); fills as bede_source_next.
BEDE_CHECKED bede_status bede_source_text(bede_doc *doc, bede_str bytes,
                                          const bede_meta *meta,
                                          bede_error *err);
// One JSON record from memory.
BEDE_CHECKED bede_status bede_source_json(bede_doc *doc, bede_str record,
                                          const bede_meta *meta,
                                          bede_error *err);

#endif
