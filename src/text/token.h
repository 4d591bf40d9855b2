// Words of a stretch of text, in the segmentation of UD English: clitics and
// punctuation are words, hyphens cut compounds, abbreviations keep their stop.
#ifndef TEXT_TOKEN_H
#define TEXT_TOKEN_H

#include <stdbool.h>

#include "bede/types.h"

// Takes one word with its BEDE_WORD_ flags. A non-zero status stops the run.
typedef bede_status bede_token_put(void *context, bede_span span,
                                   unsigned flags);

typedef struct bede_tokenizer {
  const char *s;
  uint32_t end; // nothing at or behind this offset is looked at
  bool phrase;  // a phrase of the knowledge: its last full stop belongs
                // to an abbreviation ("Acme Inc.")
  bede_token_put *put;
  void *context;
  // state
  bool single_open;    // inside single quotation marks
  uint32_t round_open; // open round brackets
  uint32_t marker_end; // end of the reference marker that is being cut
  uint32_t at_sign;    // the next "@", when at_known
  bool at_known;
} bede_tokenizer;

// Cuts [begin, t->end). Needs s to be valid UTF-8 there. Linear: every look
// ahead is bounded.
BEDE_CHECKED bede_status bede_token_run(bede_tokenizer *t, uint32_t begin);

// The end of the reference marker whose "[" stands at s[at] ("[3]", "[ 2]",
// "[4, 7-9]", "[12a]", "[note 1]", "[citation needed]"), or 0. Looks ahead a
// bounded way, not to `end` or behind it.
uint32_t bede_text_marker_end(const char *s, uint32_t at, uint32_t end);
// The same for numbers raised above the line ("fell." and a small 1); powers
// ("5 km", squared) are none.
uint32_t bede_text_raised_end(const char *s, uint32_t at, uint32_t end);

#endif
