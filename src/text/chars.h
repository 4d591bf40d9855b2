// Character classes for cutting words: one byte look-up for ASCII, the Unicode
// classes of base/utf8.h for the rest.
#ifndef TEXT_CHARS_H
#define TEXT_CHARS_H

#include "base/str.h"
#include "base/utf8.h"

typedef enum text_class {
  TEXT_SPACE,
  TEXT_LETTER, // letters, marks, joiners, "_"
  TEXT_DIGIT,
  TEXT_OTHER // punctuation, symbols, control characters
} text_class;

// The code points of apostrophes and quotation marks that rules name.
enum {
  TEXT_LSQUO = 0x2018,
  TEXT_RSQUO = 0x2019,
  TEXT_LDQUO = 0x201C,
  TEXT_RDQUO = 0x201D,
  TEXT_HYPHEN = 0x2010,
  TEXT_NBHYPHEN = 0x2011,
  TEXT_ENDASH = 0x2013,
  TEXT_ELLIPSIS = 0x2026
};

static inline text_class text_class_of(uint32_t cp)
{
  if (cp < 0x80) {
    if (bede_is_alpha(cp) || cp == '_') return TEXT_LETTER;
    if (bede_is_digit(cp)) return TEXT_DIGIT;
    return cp == ' ' || (cp >= 0x09 && cp <= 0x0D) ? TEXT_SPACE : TEXT_OTHER;
  }
  switch (bede_cp_class(cp)) {
  case BEDE_CC_LETTER:
    return TEXT_LETTER;
  case BEDE_CC_DIGIT:
    return TEXT_DIGIT;
  case BEDE_CC_SPACE:
    return TEXT_SPACE;
  case BEDE_CC_CONTROL: // direction marks stand inside words, C1 codes do not
    return cp < 0xA0 ? TEXT_OTHER : TEXT_LETTER;
  default:
    return TEXT_OTHER;
  }
}

// The code point at `at`, 0 at or behind `end`.
static inline uint32_t text_peek(const char *s, uint32_t at, uint32_t end)
{
  if (at >= end) return 0;
  unsigned char c = (unsigned char)s[at];
  if (c < 0x80) return c;
  size_t next = at;
  return bede_utf8_next(s, end, &next);
}

// The offset behind the code point at `at`. Needs at < end.
static inline uint32_t text_step(const char *s, uint32_t at, uint32_t end)
{
  size_t next = at;
  if ((unsigned char)s[at] < 0x80) return at + 1;
  (void)bede_utf8_next(s, end, &next);
  return (uint32_t)next;
}

// The code point that ends before `at`, 0 at `begin`.
static inline uint32_t text_before(const char *s, uint32_t begin, uint32_t at)
{
  if (at <= begin) return 0;
  size_t i = at;
  return bede_utf8_prev(s, &i);
}

static inline bool text_is_word(uint32_t cp)
{
  if (cp < 0x80) return bede_is_alnum(cp) || cp == '_';
  text_class c = text_class_of(cp);
  return c == TEXT_LETTER || c == TEXT_DIGIT;
}

static inline bool text_is_letter(uint32_t cp)
{
  if (cp < 0x80) return bede_is_alpha(cp);
  return text_class_of(cp) == TEXT_LETTER;
}

static inline bool text_is_space(uint32_t cp)
{
  return text_class_of(cp) == TEXT_SPACE;
}

// A blank, or the end of the text (which text_peek gives as 0).
static inline bool text_is_gap(uint32_t cp)
{
  return cp == 0 || text_is_space(cp);
}

static inline bool text_is_apostrophe(uint32_t cp)
{
  return cp == '\'' || cp == TEXT_RSQUO || cp == '`' || cp == TEXT_LSQUO;
}

static inline bool text_is_hyphen(uint32_t cp)
{
  return cp == '-' || cp == TEXT_HYPHEN || cp == TEXT_NBHYPHEN;
}

// Opening and closing brackets and one-sided quotation marks.
static inline bool text_is_opener(uint32_t cp)
{
  return cp == '(' || cp == '[' || cp == '{' || cp == TEXT_LDQUO ||
         cp == TEXT_LSQUO || cp == 0xAB || cp == 0x201E;
}

static inline bool text_is_closer(uint32_t cp)
{
  return cp == ')' || cp == ']' || cp == '}' || cp == TEXT_RDQUO ||
         cp == TEXT_RSQUO || cp == 0xBB;
}

#endif
