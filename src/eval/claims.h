// The score of predicted claims against gold claims.
#ifndef EVAL_CLAIMS_H
#define EVAL_CLAIMS_H

#include "base/buf.h"
#include "bede/types.h"

// Compares the document objects of `pred_path` with the gold claims of
// `gold_path` over the documents of `docs_path` (JSON Lines, paired by id) and
// appends the figures for people, and of the missed and of the extra claims the
// first `show` each. Gold claims marked optional count neither way; predicted
// claims of another domain than politics are left out. BEDE_EFORMAT with the
// file and line at fault; BEDE_ENOTFOUND, BEDE_EIO, BEDE_ELIMIT, BEDE_ENOMEM.
BEDE_CHECKED bede_status bede_eval_claims(const char *docs_path,
                                          const char *gold_path,
                                          const char *pred_path, uint32_t show,
                                          bede_buf *out, bede_error *err);

#endif
