// The stages that can be traced, by name.
#include "api/handle.h"

#include <string.h>

const char *bede_trace_stage(unsigned index)
{
  return index < BEDE_STAGE_COUNT ? bede_stage_name((bede_stage)index) : NULL;
}

unsigned bede_trace_bit(const char *stage)
{
  for (unsigned i = 0; i < BEDE_STAGE_COUNT; i++) {
    if (strcmp(stage, bede_trace_stage(i)) == 0) return 1u << i;
  }
  return 0;
}
