// The second half of the stage: speakers as entities, who quotes whom, and what
// that makes of each claim.
#include "attrib/attrib.h"

#include "attrib/work.h"
#include "base/error.h"

static bede_status attach(bede_doc *doc, const bede_lexicon *lex)
{
  BEDE_TRY(bede_allegations_make(doc));
  BEDE_TRY(bede_speakers_attach(doc, lex));
  BEDE_TRY(bede_nesting_find(doc));
  BEDE_TRY(bede_attributions_fold(doc));
  BEDE_TRY(bede_labels_attach(doc, lex));
  BEDE_TRY(bede_chains_make(doc));
  bede_facts_settle(doc);
  BEDE_TRY(bede_repeats_find(doc));
  BEDE_TRY(bede_named_find(doc, lex));
  return bede_cites_attach(doc);
}

bede_status bede_attrib_attach(bede_doc *doc, const bede_lexicon *lex,
                               bede_error *err)
{
  bede_status status = attach(doc, lex);
  if (status)
    return bede_error_set(err, status, BEDE_NO_OFFSET, "chains: out of memory");
  return BEDE_OK;
}
