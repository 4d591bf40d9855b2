// Fills errors and names statuses.
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

// Drops a code point that snprintf cut in the middle at the end of `z`.
static void trim_partial(char *z)
{
  size_t len = strlen(z), lead = len;
  while (lead > 0 && len - lead < 3 && (z[lead - 1] & 0xC0) == 0x80)
    lead--;
  if (lead == 0) return;
  unsigned char c = (unsigned char)z[lead - 1];
  size_t need = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : c >= 0xC0 ? 2 : 1;
  if (len - (lead - 1) < need) z[lead - 1] = '\0';
}

bede_status bede_error_set(bede_error *err, bede_status status, uint64_t offset,
                           const char *fmt, ...)
{
  if (!err) return status;
  va_list args;
  va_start(args, fmt);
  int n = vsnprintf(err->message, sizeof err->message, fmt, args);
  va_end(args);
  if (n < 0) err->message[0] = '\0';
  if (n >= (int)sizeof err->message) trim_partial(err->message);
  err->offset = offset;
  err->line = 0;
  return status;
}

const char *bede_status_text(bede_status status)
{
  switch (status) {
  case BEDE_OK:
    return "no error";
  case BEDE_END:
    return "end of input";
  case BEDE_ENOMEM:
    return "out of memory";
  case BEDE_ELIMIT:
    return "a limit is exceeded";
  case BEDE_EIO:
    return "reading or writing failed";
  case BEDE_ENOTFOUND:
    return "no such file or folder";
  case BEDE_EFORMAT:
    return "malformed input";
  case BEDE_EKNOWLEDGE:
    return "bad knowledge file";
  case BEDE_EMODEL:
    return "bad model file";
  case BEDE_EUSAGE:
    return "bad argument";
  case BEDE_EBINARY:
    return "the input is no text";
  default:
    return "unknown status";
  }
}
