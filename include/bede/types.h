// The small types that every part of Bede shares: status, error, span, string
// view. Part of the public interface; usable from C11 and C++17.
#ifndef BEDE_TYPES_H
#define BEDE_TYPES_H

#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define BEDE_API __attribute__((visibility("default")))
#define BEDE_CHECKED __attribute__((warn_unused_result))
#else
#define BEDE_API
#define BEDE_CHECKED
#endif

#ifdef __cplusplus
extern "C" {
#endif

// 0 is success, negative an error, positive a documented non-error.
typedef int bede_status;
enum {
  BEDE_OK = 0,
  BEDE_END = 1,         // an iterator has no more
  BEDE_ENOMEM = -1,     // an allocation failed
  BEDE_ELIMIT = -2,     // a named limit (base/limits.h) is exceeded
  BEDE_EIO = -3,        // reading or writing failed
  BEDE_ENOTFOUND = -4,  // no such file
  BEDE_EFORMAT = -5,    // the input is not what its format demands
  BEDE_EKNOWLEDGE = -6, // a knowledge file is bad
  BEDE_EMODEL = -7,     // a model is bad or does not fit this program
  BEDE_EUSAGE = -8,     // a bad argument or option value
  BEDE_EBINARY = -9     // the input is no text
};

// What went wrong, in one impersonal line. Owned by the caller; valid only
// after a function returned a negative status. A NULL bede_error is allowed
// wherever one is taken. `offset` counts bytes into the input at fault, or is
// UINT64_MAX when there is none; `line` counts from 1, 0 when there is none.
typedef struct bede_error {
  char message[256];
  uint64_t offset;
  uint32_t line;
} bede_error;

// Bytes [begin, end) of a document's source text.
typedef struct bede_span {
  uint32_t begin, end;
} bede_span;

// Borrowed bytes, not NUL-terminated. {NULL, 0} means absent.
typedef struct bede_str {
  const char *ptr;
  size_t len;
} bede_str;

#ifdef __cplusplus
}
#endif
#endif
