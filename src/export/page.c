// Styles, labels and wrapped words.
#include "export/page.h"

#include "base/str.h"
#include "base/utf8.h"

void bede_page_init(bede_page *page, bede_buf *out, unsigned width, bool color)
{
  page->out = out;
  page->width = width ? width : BEDE_PAGE_WIDTH;
  page->indent = BEDE_PAGE_INDENT;
  page->color = color;
}

void bede_page_style(bede_page *page, const char *code)
{
  if (page->color) bede_buf_printf(page->out, "\x1b[%sm", code);
}

// Marks that turn the direction of what follows, and so could show other words
// than there are.
static bool turns_text(uint32_t cp)
{
  return (cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069);
}

static void put_word(bede_page *page, bede_str s)
{
  for (size_t at = 0; at < s.len;) {
    uint32_t cp = bede_utf8_next(s.ptr, s.len, &at);
    bool bad = bede_cp_is_control(cp) || turns_text(cp);
    bede_utf8_put(page->out, bad ? BEDE_REPLACEMENT : cp);
  }
}

static bool is_blank(char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

void bede_page_wrap(bede_page *page, bede_str s, unsigned column)
{
  size_t i = 0;
  bool first = true;
  while (i < s.len) {
    while (i < s.len && is_blank(s.ptr[i]))
      i++;
    size_t begin = i;
    while (i < s.len && !is_blank(s.ptr[i]))
      i++;
    if (i == begin) break;
    bede_str word = bede_str_sub(s, begin, i);
    unsigned n = (unsigned)bede_utf8_width(word);
    if (!first && column + 1 + n > page->width) {
      bede_buf_printf(page->out, "\n%*s", (int)page->indent, "");
      column = page->indent;
    } else if (!first) {
      bede_buf_append_char(page->out, ' ');
      column++;
    }
    put_word(page, word);
    column += n;
    first = false;
  }
}

void bede_page_line(bede_page *page, const char *label, bede_str value)
{
  if (!value.len) return;
  bede_page_style(page, "2");
  bede_buf_printf(page->out, "  %-*s", (int)page->indent - 2, label);
  bede_page_style(page, "0");
  bede_page_wrap(page, value, page->indent);
  bede_buf_append_char(page->out, '\n');
}

void bede_page_take(bede_page *page, const char *label, bede_buf *value)
{
  bede_page_line(page, label, bede_buf_str(value));
  bede_page_release(page, value);
}

void bede_page_release(bede_page *page, bede_buf *buf)
{
  if (buf->status) page->out->status = buf->status;
  bede_buf_release(buf);
}
