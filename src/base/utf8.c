// UTF-8 over bytes by hand, character properties by utf8proc.
#include "base/utf8.h"

#include <assert.h>
#include <string.h>

#include <utf8proc.h>

#include "base/mem.h"

// utf8proc declares its enums as the type of option arguments.
#define FOLD_OPTIONS                                                           \
  ((utf8proc_option_t)(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |                  \
                       UTF8PROC_STRIPMARK))
#define FOLD_MAX 32 // the longest NFKD of one code point is 18 (U+FDFA)
#define MARK_BYTES 64

static bool continues(unsigned char c)
{
  return (c & 0xC0) == 0x80;
}

// The number of bytes of the sequence that `c` leads (0: it leads none) and the
// range of its second byte (Unicode 15, table 3-7).
static unsigned lead_length(unsigned char c, unsigned char *low,
                            unsigned char *high)
{
  *low = c == 0xE0 ? 0xA0 : c == 0xF0 ? 0x90 : 0x80;
  *high = c == 0xED ? 0x9F : c == 0xF4 ? 0x8F : 0xBF;
  if (c < 0x80) return 1;
  if (c < 0xC2 || c > 0xF4) return 0;
  return c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
}

// Decodes at s[*at]; *valid tells a genuine U+FFFD from a replacement.
static uint32_t decode(const char *s, size_t len, size_t *at, bool *valid)
{
  unsigned char c = (unsigned char)s[*at], low, high;
  unsigned need = lead_length(c, &low, &high);
  size_t i = *at + 1;
  *valid = need == 1;
  if (need <= 1) {
    *at = i;
    return need ? c : BEDE_REPLACEMENT;
  }
  uint32_t cp = c & (0x7Fu >> need);
  for (unsigned left = need - 1; left; left--, i++) {
    unsigned char next = i < len ? (unsigned char)s[i] : 0;
    if (next < low || next > high) break;
    cp = cp << 6 | (next & 0x3F);
    low = 0x80, high = 0xBF;
  }
  *valid = i == *at + need;
  *at = i;
  return *valid ? cp : BEDE_REPLACEMENT;
}

uint32_t bede_utf8_next(const char *s, size_t len, size_t *at)
{
  bool valid;
  assert(*at < len);
  return decode(s, len, at, &valid);
}

uint32_t bede_utf8_prev(const char *s, size_t *at)
{
  size_t end = *at, begin = end - 1;
  assert(end > 0);
  while (begin > 0 && end - begin < 4 && continues((unsigned char)s[begin])) {
    begin--;
  }
  size_t stop = begin;
  uint32_t cp = bede_utf8_next(s, end, &stop);
  if (stop != end) { // the last byte is no part of that sequence
    begin = end - 1;
    cp = BEDE_REPLACEMENT;
  }
  *at = begin;
  return cp;
}

void bede_utf8_put(bede_buf *out, uint32_t cp)
{
  char b[4];
  if (cp > 0x10FFFF || (cp >= 0xD800 && cp < 0xE000)) cp = BEDE_REPLACEMENT;
  if (cp < 0x80) {
    bede_buf_append_char(out, (char)cp);
  } else if (cp < 0x800) {
    b[0] = (char)(0xC0 | cp >> 6);
    b[1] = (char)(0x80 | (cp & 0x3F));
    bede_buf_append(out, b, 2);
  } else if (cp < 0x10000) {
    b[0] = (char)(0xE0 | cp >> 12);
    b[1] = (char)(0x80 | (cp >> 6 & 0x3F));
    b[2] = (char)(0x80 | (cp & 0x3F));
    bede_buf_append(out, b, 3);
  } else {
    b[0] = (char)(0xF0 | cp >> 18);
    b[1] = (char)(0x80 | (cp >> 12 & 0x3F));
    b[2] = (char)(0x80 | (cp >> 6 & 0x3F));
    b[3] = (char)(0x80 | (cp & 0x3F));
    bede_buf_append(out, b, 4);
  }
}

void bede_utf8_put_plain(bede_buf *out, bede_str s)
{
  for (size_t at = 0; at < s.len;) {
    uint32_t cp = bede_utf8_next(s.ptr, s.len, &at);
    bede_utf8_put(out, bede_cp_is_control(cp) ? ' ' : cp);
  }
}

size_t bede_utf8_width(bede_str s)
{
  size_t width = 0;
  for (size_t at = 0; at < s.len;) {
    uint32_t cp = bede_utf8_next(s.ptr, s.len, &at);
    // A control character is replaced by one that takes a column.
    int n = bede_cp_is_control(cp) ? 1 : utf8proc_charwidth((int32_t)cp);
    width += n > 0 ? (size_t)n : 0;
  }
  return width;
}

// The end of the run of ASCII bytes (without NUL if `stop_at_nul`) from `at`.
static size_t skip_ascii(const char *s, size_t len, size_t at, bool stop_at_nul)
{
  while (at < len && (unsigned char)s[at] < 0x80) {
    if (stop_at_nul && s[at] == '\0') break;
    at++;
  }
  return at;
}

size_t bede_utf8_check(const char *s, size_t len, bool nul_is_bad)
{
  size_t at = skip_ascii(s, len, 0, nul_is_bad);
  while (at < len) {
    size_t begin = at;
    bool valid;
    uint32_t cp = decode(s, len, &at, &valid);
    if (!valid || (cp == 0 && nul_is_bad)) return begin;
    at = skip_ascii(s, len, at, nul_is_bad);
  }
  return len;
}

size_t bede_utf8_count(const char *s, size_t len)
{
  size_t at = skip_ascii(s, len, 0, false), count = at;
  while (at < len) {
    bede_utf8_next(s, len, &at);
    size_t next = skip_ascii(s, len, at, false);
    count += 1 + (next - at);
    at = next;
  }
  return count;
}

// Format characters that have a meaning of their own for the reader of words.
static bool format_class(uint32_t cp, bede_cclass *out)
{
  switch (cp) {
  case 0x0085: // next line
  case 0x200B: // zero width space
  case 0x2060: // word joiner
  case 0xFEFF: // zero width no-break space
    *out = BEDE_CC_SPACE;
    return true;
  case 0x00AD: // soft hyphen
  case 0x200C: // zero width non-joiner, inside Persian names
  case 0x200D: // zero width joiner
    *out = BEDE_CC_LETTER;
    return true;
  default:
    return false;
  }
}

static bede_cclass category_class(utf8proc_category_t category)
{
  switch (category) {
  case UTF8PROC_CATEGORY_LU:
  case UTF8PROC_CATEGORY_LL:
  case UTF8PROC_CATEGORY_LT:
  case UTF8PROC_CATEGORY_LM:
  case UTF8PROC_CATEGORY_LO:
  case UTF8PROC_CATEGORY_MN:
  case UTF8PROC_CATEGORY_MC:
  case UTF8PROC_CATEGORY_ME:
    return BEDE_CC_LETTER;
  case UTF8PROC_CATEGORY_ND:
    return BEDE_CC_DIGIT;
  case UTF8PROC_CATEGORY_PC:
  case UTF8PROC_CATEGORY_PD:
  case UTF8PROC_CATEGORY_PS:
  case UTF8PROC_CATEGORY_PE:
  case UTF8PROC_CATEGORY_PI:
  case UTF8PROC_CATEGORY_PF:
  case UTF8PROC_CATEGORY_PO:
    return BEDE_CC_PUNCT;
  case UTF8PROC_CATEGORY_SM:
  case UTF8PROC_CATEGORY_SC:
  case UTF8PROC_CATEGORY_SK:
  case UTF8PROC_CATEGORY_SO:
    return BEDE_CC_SYMBOL;
  case UTF8PROC_CATEGORY_ZS:
  case UTF8PROC_CATEGORY_ZL:
  case UTF8PROC_CATEGORY_ZP:
    return BEDE_CC_SPACE;
  case UTF8PROC_CATEGORY_CC:
  case UTF8PROC_CATEGORY_CF:
    return BEDE_CC_CONTROL;
  default:
    return BEDE_CC_OTHER;
  }
}

static utf8proc_category_t category(uint32_t cp)
{
  return utf8proc_category((utf8proc_int32_t)cp);
}

bede_cclass bede_cp_class(uint32_t cp)
{
  bede_cclass found;
  if (cp > 0x10FFFF) return BEDE_CC_OTHER;
  if (cp >= 0x09 && cp <= 0x0D) return BEDE_CC_SPACE;
  if (cp >= 0x80 && format_class(cp, &found)) return found;
  return category_class(category(cp));
}

uint32_t bede_cp_lower(uint32_t cp)
{
  if (cp < 0x80) return cp - 'A' < 26u ? cp | 32u : cp;
  return cp > 0x10FFFF ? cp : (uint32_t)utf8proc_tolower((int32_t)cp);
}

bool bede_cp_is_upper(uint32_t cp)
{
  if (cp < 0x80) return cp - 'A' < 26u;
  if (cp > 0x10FFFF) return false;
  utf8proc_category_t c = category(cp);
  return c == UTF8PROC_CATEGORY_LU || c == UTF8PROC_CATEGORY_LT;
}

bool bede_cp_is_lower(uint32_t cp)
{
  if (cp < 0x80) return cp - 'a' < 26u;
  return cp <= 0x10FFFF && category(cp) == UTF8PROC_CATEGORY_LL;
}

void bede_utf8_lower(bede_buf *out, bede_str s)
{
  for (size_t at = 0; at < s.len;) {
    uint32_t cp = bede_utf8_next(s.ptr, s.len, &at);
    bede_utf8_put(out, cp == 0x2019 ? '\'' : bede_cp_lower(cp));
  }
}

// Letters of names that Unicode does not decompose, as English papers print
// them: Wałęsa, Sørensen, Đinđić, Yıldırım.
static const char *fold_letter(uint32_t cp)
{
  switch (cp) {
  case 0x00DF:
    return "ss";
  case 0x00E6:
    return "ae";
  case 0x00F0:
    return "d";
  case 0x00F8:
    return "o";
  case 0x00FE:
    return "th";
  case 0x0111:
    return "d";
  case 0x0127:
    return "h";
  case 0x0131:
    return "i";
  case 0x0142:
    return "l";
  case 0x0153:
    return "oe";
  default:
    return NULL;
  }
}

static void fold_put(bede_buf *out, uint32_t cp)
{
  cp = bede_cp_lower(cp);
  const char *letters = fold_letter(cp);
  if (letters) {
    bede_buf_append_z(out, letters);
  } else {
    bede_utf8_put(out, cp);
  }
}

void bede_utf8_fold(bede_buf *out, bede_str s)
{
  utf8proc_int32_t parts[FOLD_MAX];
  for (size_t at = 0; at < s.len;) {
    uint32_t cp = bede_utf8_next(s.ptr, s.len, &at);
    if (cp < 0x80) {
      bede_buf_append_char(out, (char)bede_cp_lower(cp));
      continue;
    }
    if (cp == 0x2019) cp = '\'';
    int bound = 0;
    utf8proc_ssize_t n =
        utf8proc_decompose_char((utf8proc_int32_t)bede_cp_lower(cp), parts,
                                FOLD_MAX, FOLD_OPTIONS, &bound);
    for (utf8proc_ssize_t i = 0; i < n && i < FOLD_MAX; i++) {
      fold_put(out, (uint32_t)parts[i]);
    }
  }
}

// Code points that begin in s[begin, end): every byte that continues none.
static uint32_t starts(const char *s, size_t begin, size_t end)
{
  uint32_t count = 0;
  for (size_t i = begin; i < end; i++) {
    count += !continues((unsigned char)s[i]);
  }
  return count;
}

bede_status bede_cpmap_init(bede_cpmap *map, bede_str text)
{
  size_t blocks = text.len / MARK_BYTES;
  memset(map, 0, sizeof *map);
  if (text.len > UINT32_MAX) return BEDE_ELIMIT;
  map->marks = bede_calloc(blocks + 1, sizeof *map->marks);
  if (!map->marks) return BEDE_ENOMEM;
  map->text = text.ptr;
  map->len = text.len;
  for (size_t i = 0; i < blocks; i++) {
    size_t begin = i * MARK_BYTES;
    map->marks[i + 1] =
        map->marks[i] + starts(text.ptr, begin, begin + MARK_BYTES);
  }
  return BEDE_OK;
}

void bede_cpmap_release(bede_cpmap *map)
{
  bede_free(map->marks);
  memset(map, 0, sizeof *map);
}

uint32_t bede_cpmap_get(const bede_cpmap *map, uint32_t byte)
{
  assert(byte <= map->len);
  size_t block = byte / MARK_BYTES;
  return map->marks[block] + starts(map->text, block * MARK_BYTES, byte);
}
