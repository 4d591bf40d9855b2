// The growable buffer and the one way numbers and JSON strings are printed.
#include "base/buf.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/limits.h"
#include "base/mem.h"
#include "base/utf8.h"

#define FIRST_CAPACITY ((size_t)64)

// Makes room for `more` bytes and a NUL; false after a failure.
static bool reserve(bede_buf *buf, size_t more)
{
  if (buf->status) return false;
  assert(buf->len <= buf->max);
  if (more > buf->max - buf->len) {
    buf->status = BEDE_ELIMIT;
    return false;
  }
  size_t need = buf->len + more + 1;
  if (need <= buf->capacity) return true;
  size_t capacity = buf->capacity ? buf->capacity * 2 : FIRST_CAPACITY;
  if (capacity < need) capacity = need;
  if (capacity > buf->max + 1) capacity = buf->max + 1;
  char *ptr = bede_realloc(buf->ptr, capacity);
  if (!ptr) {
    buf->status = BEDE_ENOMEM;
    return false;
  }
  buf->ptr = ptr;
  buf->capacity = capacity;
  return true;
}

void bede_buf_init(bede_buf *buf, size_t max)
{
  memset(buf, 0, sizeof *buf);
  buf->max = max && max < BEDE_MAX_BUFFER ? max : BEDE_MAX_BUFFER;
}

void bede_buf_release(bede_buf *buf)
{
  bede_free(buf->ptr);
  bede_buf_init(buf, buf->max);
}

void bede_buf_clear(bede_buf *buf)
{
  buf->len = 0;
  buf->status = BEDE_OK;
  if (buf->ptr) buf->ptr[0] = '\0';
}

void bede_buf_append(bede_buf *buf, const void *ptr, size_t len)
{
  if (len == 0 || !reserve(buf, len)) return;
  memcpy(buf->ptr + buf->len, ptr, len);
  buf->len += len;
  buf->ptr[buf->len] = '\0';
}

void bede_buf_append_str(bede_buf *buf, bede_str s)
{
  bede_buf_append(buf, s.ptr, s.len);
}

void bede_buf_append_z(bede_buf *buf, const char *z)
{
  bede_buf_append(buf, z, strlen(z));
}

void bede_buf_append_char(bede_buf *buf, char c)
{
  bede_buf_append(buf, &c, 1);
}

void bede_buf_append_u64(bede_buf *buf, uint64_t n)
{
  char digits[20], *end = digits + sizeof digits, *at = end;
  do {
    *--at = (char)('0' + n % 10);
    n /= 10;
  } while (n);
  bede_buf_append(buf, at, (size_t)(end - at));
}

void bede_buf_append_i64(bede_buf *buf, int64_t n)
{
  if (n < 0) bede_buf_append_char(buf, '-');
  bede_buf_append_u64(buf, n < 0 ? 0 - (uint64_t)n : (uint64_t)n);
}

void bede_buf_printf(bede_buf *buf, const char *fmt, ...)
{
  va_list args, again;
  va_start(args, fmt);
  va_copy(again, args);
  int n = vsnprintf(NULL, 0, fmt, args);
  va_end(args);
  if (n < 0 && !buf->status) buf->status = BEDE_EFORMAT;
  if (n > 0 && reserve(buf, (size_t)n)) {
    (void)vsnprintf(buf->ptr + buf->len, (size_t)n + 1, fmt, again);
    buf->len += (size_t)n;
  }
  va_end(again);
}

static void append_json_control(bede_buf *buf, unsigned char c)
{
  static const char hex[] = "0123456789abcdef";
  switch (c) {
  case '"':
    bede_buf_append(buf, "\\\"", 2);
    return;
  case '\\':
    bede_buf_append(buf, "\\\\", 2);
    return;
  case '\n':
    bede_buf_append(buf, "\\n", 2);
    return;
  case '\r':
    bede_buf_append(buf, "\\r", 2);
    return;
  case '\t':
    bede_buf_append(buf, "\\t", 2);
    return;
  default:
    break;
  }
  char escape[6] = {'\\', 'u', '0', '0', hex[c >> 4], hex[c & 15]};
  bede_buf_append(buf, escape, sizeof escape);
}

void bede_buf_append_json(bede_buf *buf, bede_str s)
{
  bede_buf_append_char(buf, '"');
  size_t at = 0, plain = 0; // s[plain, at) needs no change
  while (at < s.len) {
    unsigned char c = (unsigned char)s.ptr[at];
    size_t next = at;
    // A genuine U+FFFD counts as bad too: it is written as the same bytes.
    uint32_t cp = bede_utf8_next(s.ptr, s.len, &next);
    bool bad = cp == BEDE_REPLACEMENT;
    if (bad || bede_cp_is_control(cp) || c == '"' || c == '\\') {
      bede_buf_append(buf, s.ptr + plain, at - plain);
      if (bad) {
        bede_utf8_put(buf, BEDE_REPLACEMENT);
      } else {
        append_json_control(buf, (unsigned char)cp);
      }
      plain = next;
    }
    at = next;
  }
  if (at > plain) bede_buf_append(buf, s.ptr + plain, at - plain);
  bede_buf_append_char(buf, '"');
}

bede_str bede_buf_str(const bede_buf *buf)
{
  bede_str s = {buf->ptr ? buf->ptr : "", buf->len};
  return s;
}
