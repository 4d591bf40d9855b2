// Two codings of the same reports, compared.
#ifndef EVAL_DIFF_H
#define EVAL_DIFF_H

#include "bede/bede.h"

// See bede_diff_files. At most BEDE_MAX_WAITING reports may wait for their
// pair: BEDE_ELIMIT.
BEDE_CHECKED bede_status bede_eval_diff(const char *a, const char *b,
                                        const bede_diff_options *options,
                                        bede_sink *sink, void *context,
                                        bede_run *run, bede_diff *found,
                                        bede_error *err);

#endif
