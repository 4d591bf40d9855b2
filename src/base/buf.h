// A growable byte buffer with a ceiling and a sticky status: append freely,
// check `status` once at the end.
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "base/compiler.h"
#include "bede/types.h"

// Invariants: len < capacity whenever capacity > 0 and ptr[len] is NUL; after a
// failure `status` is negative and every later append is ignored.
typedef struct bede_buf {
  char *ptr;
  size_t len, capacity, max;
  bede_status status;
} bede_buf;

// `max` is the ceiling in bytes; 0 means BEDE_MAX_BUFFER, more is cut to it.
void bede_buf_init(bede_buf *buf, size_t max);
void bede_buf_release(bede_buf *buf);
// Empties the buffer and its status, keeps the memory.
void bede_buf_clear(bede_buf *buf);
// The appended bytes may not lie in the buffer itself; NULL is well when `len`
// is 0.
void bede_buf_append(bede_buf *buf, const void *ptr, size_t len);
void bede_buf_append_str(bede_buf *buf, bede_str s);
void bede_buf_append_z(bede_buf *buf, const char *z);
void bede_buf_append_char(bede_buf *buf, char c);
void bede_buf_append_u64(bede_buf *buf, uint64_t n);
void bede_buf_append_i64(bede_buf *buf, int64_t n);
void bede_buf_printf(bede_buf *buf, const char *fmt, ...) BEDE_PRINTF(2, 3);
// Appends `s` as a JSON string with its quotes; bad UTF-8 becomes U+FFFD, and
// control characters (C1 too) are escaped, so that no text can speak to a
// terminal.
void bede_buf_append_json(bede_buf *buf, bede_str s);
// The content, borrowed until the next append; ptr is never NULL.
bede_str bede_buf_str(const bede_buf *buf);

#endif
