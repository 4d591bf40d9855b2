// Pieces of claims that composition and the grammar of the clause put together.
#include "event/build.h"

#include <string.h>

#include "ann/cameo.h"

void bede_event_add_trigger(bede_event_work *work, bede_claim *claim,
                            uint32_t word)
{
  bede_span span = bede_event_word(work, word)->span;
  for (uint32_t i = 0; i < claim->trigger.count; i++) {
    if (claim->trigger.items[i].begin == span.begin) return;
  }
  bede_span *slot = BEDE_LIST_PUSH(&claim->trigger, work->doc->arena,
                                   BEDE_MAX_SENTENCE_WORDS);
  if (!slot) return;
  uint32_t i = claim->trigger.count - 1;
  for (; i && claim->trigger.items[i - 1].begin > span.begin; i--)
    claim->trigger.items[i] = claim->trigger.items[i - 1];
  claim->trigger.items[i] = span;
}

void bede_event_add_rule(bede_claim *claim, bede_ref ref)
{
  if (ref.line && claim->rule_count < 4)
    claim->rules[claim->rule_count++] = ref;
}

void bede_event_set_composed(bede_claim *claim, const bede_lex_cell *cell,
                             const char *inner)
{
  const char *code = bede_cameo_refine(cell->cameo, inner);
  const bede_cameo *c = bede_cameo_find(code);
  bede_mode mode = (bede_mode)cell->result_mode;
  bool finer = c && strcmp(code, cell->cameo) != 0;
  if (finer && c->event == cell->result && c->mode) mode = c->mode;
  bede_event_set_type(claim, (bede_event)cell->result, mode, code);
}

void bede_event_set_type(bede_claim *claim, bede_event event, bede_mode mode,
                         const char *cameo)
{
  claim->event = event;
  claim->mode_count = 0;
  if (mode) claim->modes[claim->mode_count++] = mode;
  memset(claim->cameo, 0, sizeof claim->cameo);
  memcpy(claim->cameo, cameo, strnlen(cameo, sizeof claim->cameo - 1));
}

void bede_event_keep_inner(uint8_t keep, bede_claim *inner)
{
  if (keep == BEDE_KEEP_UNCERTAIN) inner->uncertain = true;
  if (keep == BEDE_KEEP_NEGATED) inner->negated = !inner->negated;
  if (keep == BEDE_KEEP_FUTURE) inner->status = BEDE_STATUS_FUTURE;
  if (keep == BEDE_KEEP_HYPOTHETICAL) inner->status = BEDE_STATUS_HYPOTHETICAL;
}
