// The stages over one document, in their order. No I/O, no SQL.
#ifndef CODER_CODER_H
#define CODER_CODER_H

#include "ann/doc.h"
#include "event/event.h"
#include "lang/lang.h"
#include "lexicon/lexicon.h"

typedef struct bede_pipeline { // one per thread; all borrowed
  const bede_lexicon *lex;
  bede_lang *lang;
  bool with_predicates;
  const bede_event_log *log;
} bede_pipeline;

// Codes doc->text: doc->status is CODED or NO_CLAIMS afterwards. On an error
// the document is FAILED, the records filled so far stay valid, err->message
// starts with the stage's name.
BEDE_CHECKED bede_status bede_coder_run(const bede_pipeline *pipeline,
                                        bede_doc *doc, bede_error *err);

#endif
