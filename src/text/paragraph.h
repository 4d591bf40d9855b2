// Paragraphs of a text: blank lines part them; single line ends do where the
// lines are paragraphs, and are blanks where the text is wrapped.
#ifndef TEXT_PARAGRAPH_H
#define TEXT_PARAGRAPH_H

#include <stdbool.h>

#include "bede/types.h"

typedef struct bede_paragraphs {
  const char *s;
  uint32_t at, end;
  bool wrapped;   // a line end inside a block is a blank
  uint32_t width; // bytes of the longest line
} bede_paragraphs;

// Starts over s[begin, end) and decides, once for the whole text, whether its
// lines are wrapped. Linear.
void bede_paragraphs_init(bede_paragraphs *p, const char *s, uint32_t begin,
                          uint32_t end);
// The next paragraph that has a non-blank byte; false at the end.
bool bede_paragraphs_next(bede_paragraphs *p, bede_span *out);

#endif
