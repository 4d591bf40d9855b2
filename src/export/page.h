// Text for people on a terminal: styles, and words wrapped to its width, so
// that nothing is cut. No text of a report can speak to the terminal.
#ifndef EXPORT_PAGE_H
#define EXPORT_PAGE_H

#include <stdbool.h>

#include "base/buf.h"
#include "bede/types.h"

enum {
  BEDE_PAGE_WIDTH = 100, // where no width is given
  BEDE_PAGE_INDENT = 13  // of the words behind a label
};

typedef struct bede_page {
  bede_buf *out;
  unsigned width;
  unsigned indent; // of the lines after the first
  bool color;
} bede_page;

// `width` 0 is BEDE_PAGE_WIDTH.
void bede_page_init(bede_page *page, bede_buf *out, unsigned width, bool color);
// An ANSI style ("1", "0" ends it); nothing without colours.
void bede_page_style(bede_page *page, const char *code);
// Wraps `s` at blanks; the first line goes on at `column`.
void bede_page_wrap(bede_page *page, bede_str s, unsigned column);
// A line with a label; nothing for an empty value.
void bede_page_line(bede_page *page, const char *label, bede_str value);
// The same with what a buffer holds, and releases the buffer; its failure is
// that of the page.
void bede_page_take(bede_page *page, const char *label, bede_buf *value);
// Ends a buffer whose content was appended.
void bede_page_release(bede_page *page, bede_buf *buf);

#endif
