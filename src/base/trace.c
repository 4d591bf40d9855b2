// Formats trace lines for the caller's sink.
#include "base/trace.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define LINE_BYTES 1024 // longer trace lines are cut

const char *bede_stage_name(bede_stage stage)
{
  static const char *const names[BEDE_STAGE_COUNT] = {
      "source", "text", "lang", "actor", "setting", "event", "attrib", "coder"};
  return (unsigned)stage < BEDE_STAGE_COUNT ? names[stage] : "unknown";
}

void bede_trace_line(const bede_trace *trace, bede_stage stage, const char *fmt,
                     ...)
{
  char line[LINE_BYTES];
  int head = snprintf(line, sizeof line, "%s: ", bede_stage_name(stage));
  if (head < 0 || !trace->write) return;
  va_list args;
  va_start(args, fmt);
  int n = vsnprintf(line + head, sizeof line - (size_t)head, fmt, args);
  va_end(args);
  if (n >= 0) trace->write(trace->context, line, strlen(line));
}
