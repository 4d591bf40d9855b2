// Status propagation and the one way to fill a bede_error.
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include "base/compiler.h"
#include "bede/types.h"

#define BEDE_NO_OFFSET UINT64_MAX

// Returns from the enclosing function with any non-zero status of `expr`.
#define BEDE_TRY(expr)                                                         \
  do {                                                                         \
    bede_status bede_try_status_ = (expr);                                     \
    if (bede_try_status_) return bede_try_status_;                             \
  } while (0)

// Fills `err` (may be NULL) and returns `status`, so that a function can say
// `return bede_error_set(err, BEDE_EFORMAT, offset, "...")`. Offset may be
// BEDE_NO_OFFSET. Messages over 255 bytes are cut at a code point.
bede_status bede_error_set(bede_error *err, bede_status status, uint64_t offset,
                           const char *fmt, ...) BEDE_PRINTF(4, 5);

// A fixed English phrase for a status; never NULL.
const char *bede_status_text(bede_status status);

#endif
