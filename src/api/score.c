// `bede score`.
#include "api/handle.h"
#include "eval/claims.h"

bede_status bede_score_claims(const char *docs_path, const char *gold_path,
                              const char *pred_path, unsigned show,
                              bede_output *output, bede_error *err)
{
  bede_buf out = bede_output_take(output);
  bede_status status =
      bede_eval_claims(docs_path, gold_path, pred_path, show, &out, err);
  bede_output_give(output, &out);
  return status;
}
