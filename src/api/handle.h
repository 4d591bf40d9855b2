// The inside of the public handles.
#ifndef API_HANDLE_H
#define API_HANDLE_H

#include "ann/doc.h"
#include "base/buf.h"
#include "base/os.h"
#include "bede/bede.h"
#include "coder/coder.h"
#include "export/export.h"
#include "lang/lang.h"
#include "lexicon/lexicon.h"

// Bytes at an aligned place of the heap; all zero when there are none.
typedef struct bede_aligned {
  void *memory;
  bede_str bytes;
} bede_aligned;

struct bede_coder {
  bede_aligned knowledge, model_file; // only when not the built-in ones
  bede_lexicon *lex;
  bede_model *model;
  bede_lang *lang;
  bede_arena arena; // the document in work
  bede_trace trace;
  bede_versions versions;
  bede_export_options export;
  char options_hash[17];
};

// A bede_output as a buffer and back: the memory changes hands, nothing is
// copied.
bede_buf bede_output_take(bede_output *output);
void bede_output_give(bede_output *output, const bede_buf *buf);

// Clears the arena and starts a new document in it.
void bede_coder_begin(bede_coder *coder, bede_doc *doc);

#endif
