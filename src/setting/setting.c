// Finds dates and quantities, sentence by sentence.
#include "setting/setting.h"

#include "base/error.h"
#include "setting/scan.h"
#include "setting/quantity.h"
#include "setting/timex.h"

bede_status bede_setting_find(bede_doc *doc, const bede_lexicon *lex,
                              bede_error *err)
{
  bede_status status = BEDE_OK;
  bede_count_words words;
  bede_count_words_init(&words, lex);
  for (uint32_t i = 0; i < doc->sentences.count && !status; i++) {
    const bede_sentence *s = &doc->sentences.items[i];
    if (s->reference) continue;
    bede_scan scan = {doc, lex, s->word_begin, s->word_end, i};
    uint32_t date = doc->dates.count, number = doc->quantities.count;
    status = bede_timex_find(doc, &scan);
    if (!status) status = bede_quantity_find(doc, &scan, &words, date);
    if (!status) bede_quantity_relate(doc, &scan, &words, number);
  }
  if (status) {
    return bede_error_set(err, status, BEDE_NO_OFFSET, "out of memory");
  }
  BEDE_TRACE(doc->trace, BEDE_STAGE_SETTING, "find: %u dates, %u quantities",
             doc->dates.count, doc->quantities.count);
  return BEDE_OK;
}
