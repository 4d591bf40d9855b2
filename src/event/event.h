// Who did what to whom: predicates and operators over trees give claims.
#ifndef EVENT_EVENT_H
#define EVENT_EVENT_H

#include "ann/doc.h"
#include "base/buf.h"
#include "lexicon/lexicon.h"

// What was tried, for `bede explain`; NULL when nobody asks.
typedef struct bede_event_log {
  void (*line)(void *context, uint32_t sentence, uint32_t word,
               const char *text);
  void *context;
} bede_event_log;

// Fills doc->claims (in text order of their triggers' heads, then by argument
// position), with roles, status, polarity, aspect, flags, rules and evidence.
BEDE_CHECKED bede_status bede_event_code(bede_doc *doc, const bede_lexicon *lex,
                                         const bede_event_log *log,
                                         bede_error *err);

#endif
