// Tracing by stage, zero cost when off. The sink is set by cli/ (from
// BEDE_TRACE); the library itself never reads the environment or prints.
#ifndef BASE_TRACE_H
#define BASE_TRACE_H

#include <stdbool.h>

#include "base/compiler.h"
#include "bede/types.h"

// A sink that a caller hangs in a workspace. `write` gets one line without a
// line feed. `mask` names stages by bit; 0 is off.
typedef enum bede_stage {
  BEDE_STAGE_SOURCE,
  BEDE_STAGE_TEXT,
  BEDE_STAGE_LANG,
  BEDE_STAGE_ACTOR,
  BEDE_STAGE_SETTING,
  BEDE_STAGE_EVENT,
  BEDE_STAGE_ATTRIB,
  BEDE_STAGE_CODER,
  BEDE_STAGE_COUNT
} bede_stage;

typedef struct bede_trace {
  uint32_t mask;
  void (*write)(void *context, const char *line, size_t len);
  void *context;
} bede_trace;

const char *bede_stage_name(bede_stage stage);
void bede_trace_line(const bede_trace *trace, bede_stage stage, const char *fmt,
                     ...) BEDE_PRINTF(3, 4);

#define BEDE_TRACE(trace, stage, ...)                                          \
  do {                                                                         \
    if ((trace) && ((trace)->mask >> (stage)&1u))                              \
      bede_trace_line((trace), (stage), __VA_ARGS__);                          \
  } while (0)

#endif
