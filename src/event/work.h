// The workspace of the event stage: one sentence at a time.
#ifndef EVENT_WORK_H
#define EVENT_WORK_H

#include "ann/doc.h"
#include "base/limits.h"
#include "event/event.h"
#include "event/standing.h"
#include "lang/args.h"
#include "lexicon/lexicon.h"

typedef struct bede_frame_args {
  const bede_arg *items;
  size_t count;
  bool done;
} bede_frame_args;

// A predicate that fits a word. `surface` carries its tense and its place in
// the sentence: the support verb, else the word itself.
typedef struct bede_frame {
  uint32_t word, surface;
  const bede_lex_pred *pred;
  const bede_lex_support *support; // or NULL
  uint32_t extra[4];               // fillers that belong to the trigger
  size_t extra_count;
  bool dead; // consumed or rejected
} bede_frame;

// An operator over a word: `complement` is the head word of what it takes.
typedef struct bede_op_use {
  uint32_t word, complement;
  const bede_lex_op *op;
} bede_op_use;

#define BEDE_EVENT_CLASSES 12

typedef struct bede_event_work {
  bede_doc *doc;
  const bede_lexicon *lex;
  const bede_event_log *log;
  bede_arena scratch;            // one sentence's arguments
  uint32_t sentence, begin, end; // words [begin, end)
  bede_frame_args args[BEDE_MAX_SENTENCE_WORDS];
  bede_frame frames[BEDE_MAX_SENTENCE_WORDS];
  uint32_t frame_count;
  uint32_t frame_at[BEDE_MAX_SENTENCE_WORDS]; // by surface or word, or NONE
  bede_op_use ops[BEDE_MAX_SENTENCE_WORDS];
  uint32_t op_count;
  unsigned char *in_name; // by word: inside a name of several words
  // attributions by the head word of their source, 0 = none
  uint32_t *speech_of, *next_speech;
  uint32_t date_begin, date_end; // dates of this sentence in doc->dates
  uint32_t claim_begin;          // first claim of this sentence in doc->claims
  // Classes of the knowledge, 0 where it has none of that name: what can be hit
  // or taken ("a bridge"), and means that stand for who uses them ("a bomb").
  uint32_t targets[BEDE_EVENT_CLASSES], means[BEDE_EVENT_CLASSES];
  uint32_t people[BEDE_EVENT_CLASSES]; // nouns for human beings
  uint32_t humans[BEDE_EVENT_CLASSES]; // all of them, private ones too
  uint32_t things[BEDE_EVENT_CLASSES], crewed[BEDE_EVENT_CLASSES];
  uint32_t counting; // the class of words that count others, 0 when none
  bede_standing_rules standing;
  bede_status status; // sticky
} bede_event_work;

void bede_event_say(const bede_event_work *work, uint32_t word, const char *fmt,
                    ...) BEDE_PRINTF(3, 4);

static inline bede_word *bede_event_word(const bede_event_work *work,
                                         uint32_t word)
{
  return &work->doc->words.items[word];
}

#endif
