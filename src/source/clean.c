// Finds and replaces what is no text.
#include "source/clean.h"

#include <stdio.h>
#include <string.h>

#include "base/limits.h"
#include "base/str.h"
#include "base/utf8.h"

// A text may hold a few control characters; from this many on, and from this
// share (one in so many bytes), it is none.
#define BINARY_COUNT 8u
#define BINARY_SHARE 20u

static const char replacement[] = "\xEF\xBF\xBD"; // U+FFFD

// The first bytes of files that may look like text for a while.
static bool has_magic(bede_str bytes)
{
  static const char *const magic[] = {"\x7f"
                                      "ELF",
                                      "PK\x03\x04",
                                      "%PDF-",
                                      "\x1f\x8b",
                                      "\x89PNG",
                                      "GIF8",
                                      "\xff\xd8\xff",
                                      "\xfd"
                                      "7zXZ",
                                      "\x28\xb5\x2f\xfd",
                                      "SQLite format 3",
                                      NULL};
  for (const char *const *z = magic; *z; z++) {
    if (bede_str_starts(bytes, *z)) return true;
  }
  return false;
}

static bool is_control(unsigned char c)
{
  return c == 0x7F || (c < 0x20 && (c < '\t' || c > '\r') && c != 0x1B);
}

bool bede_clean_is_binary(bede_str bytes)
{
  size_t bad = 0;
  if (has_magic(bytes)) return true;
  for (size_t i = 0; i < bytes.len; i++) {
    bad += is_control((unsigned char)bytes.ptr[i]);
  }
  return bad >= BINARY_COUNT && bad * BINARY_SHARE > bytes.len;
}

bede_str bede_clean_bom(bede_str bytes)
{
  if (!bede_str_starts(bytes, "\xEF\xBB\xBF")) return bytes;
  return bede_str_sub(bytes, 3, bytes.len);
}

static void warn(bede_doc *doc, const char *code, const char *what,
                 uint64_t offset, size_t begin, size_t length)
{
  char message[128];
  bede_span span = {0, 0};
  if (begin < BEDE_MAX_DOCUMENT && length) {
    span.begin = (uint32_t)begin;
    span.end = (uint32_t)(begin + length);
  }
  (void)snprintf(message, sizeof message,
                 "%s at byte %llu of the input became U+FFFD", what,
                 (unsigned long long)offset);
  bede_doc_warn(doc, code, span, message);
}

// A surrogate encoded as three bytes, which one U+FFFD replaces.
static bool is_surrogate(bede_str bytes, size_t at)
{
  return at + 2 < bytes.len && (unsigned char)bytes.ptr[at] == 0xED &&
         ((unsigned char)bytes.ptr[at + 1] & 0xE0) == 0xA0 &&
         ((unsigned char)bytes.ptr[at + 2] & 0xC0) == 0x80;
}

// Replaces what is bad at `at`; the offset behind it.
static size_t replace(bede_doc *doc, bede_buf *out, bede_str bytes, size_t at,
                      uint64_t base, bool spanned)
{
  size_t next = at, length = spanned ? sizeof replacement - 1 : 0;
  const char *code = "bad_utf8", *what = "invalid UTF-8";
  if (bytes.ptr[at] == '\0') {
    code = "nul_byte";
    what = "a NUL byte";
    next = at + 1;
  } else if (is_surrogate(bytes, at)) {
    code = "lone_surrogate";
    what = "a lone surrogate";
    next = at + 3;
  } else {
    (void)bede_utf8_next(bytes.ptr, bytes.len, &next);
  }
  warn(doc, code, what, base + at, out->len, length);
  bede_buf_append(out, replacement, sizeof replacement - 1);
  return next;
}

void bede_clean_append(bede_doc *doc, bede_buf *out, bede_str bytes,
                       uint64_t base, bool spanned)
{
  size_t at = 0;
  while (at < bytes.len) {
    size_t good = bede_utf8_check(bytes.ptr + at, bytes.len - at, true);
    bede_buf_append(out, bytes.ptr + at, good);
    at += good;
    if (at < bytes.len) at = replace(doc, out, bytes, at, base, spanned);
  }
}

// --- escapes of JSON

// The code unit of "\uXXXX" at `at`, or UINT32_MAX.
static uint32_t escape_at(bede_str s, size_t at)
{
  uint32_t unit = 0;
  if (at + 6 > s.len || s.ptr[at] != '\\' || s.ptr[at + 1] != 'u') {
    return UINT32_MAX;
  }
  for (size_t i = at + 2; i < at + 6; i++) {
    unsigned c = (unsigned char)s.ptr[i];
    uint32_t digit = bede_is_digit(c)       ? c - '0'
                     : (c | 32u) - 'a' < 6u ? (c | 32u) - 'a' + 10
                                            : UINT32_MAX;
    if (digit == UINT32_MAX) return UINT32_MAX;
    unit = unit << 4 | digit;
  }
  return unit;
}

static bool is_high(uint32_t unit)
{
  return unit >= 0xD800 && unit < 0xDC00;
}

static bool is_low(uint32_t unit)
{
  return unit >= 0xDC00 && unit < 0xE000;
}

// The length of the escape at the backslash `at`; *code names what is wrong
// with it, or is NULL: half a surrogate pair, or a NUL.
static size_t escape_length(bede_str s, size_t at, const char **code)
{
  uint32_t unit = escape_at(s, at);
  *code = NULL;
  if (unit == UINT32_MAX) return at + 1 < s.len ? 2 : 1;
  if (is_high(unit) && is_low(escape_at(s, at + 6))) return 12;
  if (is_high(unit) || is_low(unit)) *code = "lone_surrogate";
  if (unit == 0) *code = "nul_byte";
  return 6;
}

void bede_clean_json(bede_doc *doc, bede_buf *out, bede_str record,
                     uint64_t base)
{
  size_t plain = 0, at = 0; // record[plain, at) has no bad escape
  while (at < record.len) {
    const char *slash = memchr(record.ptr + at, '\\', record.len - at), *code;
    if (!slash) break;
    at = (size_t)(slash - record.ptr);
    size_t length = escape_length(record, at, &code);
    if (code) {
      bede_clean_append(doc, out, bede_str_sub(record, plain, at), base + plain,
                        false);
      warn(doc, code, *code == 'n' ? "a NUL" : "a lone surrogate", base + at, 0,
           0);
      bede_buf_append_z(out, "\\ufffd");
      plain = at + length;
    }
    at += length;
  }
  bede_clean_append(doc, out, bede_str_sub(record, plain, record.len),
                    base + plain, false);
}
