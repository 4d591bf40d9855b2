// `bede diff`.
#include <string.h>

#include "api/handle.h"
#include "eval/diff.h"

bede_status bede_diff_files(const char *a, const char *b,
                            const bede_diff_options *options, bede_sink *sink,
                            void *context, bede_run *run, bede_diff *found,
                            bede_error *err)
{
  bede_diff_options o;
  memset(&o, 0, sizeof o);
  if (options)
    memcpy(&o, options, options->size < sizeof o ? options->size : sizeof o);
  return bede_eval_diff(a, b, &o, sink, context, run, found, err);
}
