// UTF-8: decoding, checking, repair, case and classes (over utf8proc).
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>

#include "base/buf.h"
#include "bede/types.h"

#define BEDE_REPLACEMENT 0xFFFDu

// Decodes the code point at s[*at] and moves *at past it. A bad, overlong or
// surrogate sequence gives BEDE_REPLACEMENT and moves by the longest bad prefix
// (at least 1), as the Unicode standard recommends. Needs *at < len.
uint32_t bede_utf8_next(const char *s, size_t len, size_t *at);
// Decodes the code point that ends before *at and moves *at to its start. Needs
// *at > 0; a bad byte at the end gives BEDE_REPLACEMENT and moves by 1.
uint32_t bede_utf8_prev(const char *s, size_t *at);
// Appends a code point.
void bede_utf8_put(bede_buf *out, uint32_t cp);
// Appends words of a text on one line; control characters become blanks, so
// that no text can speak to a terminal.
void bede_utf8_put_plain(bede_buf *out, bede_str s);
// The offset of the first byte that is not valid UTF-8 text, or len. NUL counts
// as invalid here when `nul_is_bad`.
size_t bede_utf8_check(const char *s, size_t len, bool nul_is_bad);
// Code points in s (bad sequences count as one each).
size_t bede_utf8_count(const char *s, size_t len);

typedef enum bede_cclass {
  BEDE_CC_OTHER,
  BEDE_CC_LETTER, // letters and marks
  BEDE_CC_DIGIT,  // decimal digits
  BEDE_CC_SPACE,  // blanks incl. no-break, zero width, line ends
  BEDE_CC_PUNCT,
  BEDE_CC_SYMBOL,
  BEDE_CC_CONTROL
} bede_cclass;

bede_cclass bede_cp_class(uint32_t cp);
// C0, DEL and C1: what a terminal may take for an order.
static inline bool bede_cp_is_control(uint32_t cp)
{
  return cp < 0x20 || (cp >= 0x7F && cp < 0xA0);
}
// Columns that a terminal gives to s: two for wide characters, none for
// combining ones.
size_t bede_utf8_width(bede_str s);
uint32_t bede_cp_lower(uint32_t cp);
bool bede_cp_is_upper(uint32_t cp); // upper or title case letter
bool bede_cp_is_lower(uint32_t cp);

// Appends s in lower case, code point by code point, U+2019 turned to '.
void bede_utf8_lower(bede_buf *out, bede_str s);
// As above, and the accents dropped (NFKD without marks, and letters such as
// ł, ø, đ, ı, ß by their nearest ASCII): "Erdoğan" -> erdogan, "Wałęsa" ->
// walesa.
void bede_utf8_fold(bede_buf *out, bede_str s);

// Byte offset -> code-point offset for one text, in O(1) after O(n) set-up.
// Owned by the caller; release it. `text` must outlive it and be valid UTF-8
// (elsewhere a byte that continues no sequence is not counted).
typedef struct bede_cpmap {
  const char *text;
  size_t len;
  uint32_t *marks; // code points before each 64th byte
} bede_cpmap;
BEDE_CHECKED bede_status bede_cpmap_init(bede_cpmap *map, bede_str text);
void bede_cpmap_release(bede_cpmap *map);
uint32_t bede_cpmap_get(const bede_cpmap *map, uint32_t byte);

#endif
