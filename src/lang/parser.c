// The greedy parse: the action first, then the label of an arc.
#include "lang/engine.h"

#include <string.h>

static unsigned best_action(const int32_t *scores, unsigned legal)
{
  unsigned best = BEDE_ACTIONS;
  for (unsigned a = 0; a < BEDE_ACTIONS; a++) {
    if (!(legal >> a & 1)) continue;
    if (best == BEDE_ACTIONS || scores[a] > scores[best]) best = a;
  }
  return best;
}

static unsigned choose_action(bede_lang *lang, unsigned legal)
{
  int32_t scores[BEDE_ACTIONS] = {0};
  size_t n = bede_action_features(&lang->state, lang->features);
  bede_dense_score(&lang->model->action, lang->features, n, scores);
  return best_action(scores, legal);
}

#define BIT(relation) ((uint64_t)1 << BEDE_REL_##relation)

// UD lets these relations point from left to right only; an arc is no root.
static const uint64_t right_only =
    BIT(CONJ) | BIT(FIXED) | BIT(FLAT) | BIT(GOESWITH) | BIT(APPOS);
static const uint64_t never = BIT(ROOT);

static unsigned choose_label(bede_lang *lang, unsigned action)
{
  const bede_model *m = lang->model;
  uint64_t set = m->header->label_sets[action == BEDE_ACT_RIGHT] & ~never;
  if (action == BEDE_ACT_LEFT) set &= ~right_only;
  size_t n = bede_label_features(&lang->state, action, lang->features);
  memset(lang->scores, 0, BEDE_REL_COUNT * sizeof *lang->scores);
  bede_sparse_score(&m->label, lang->features, n, lang->scores);
  unsigned best = BEDE_REL_DEP;
  int32_t score = INT32_MIN;
  for (unsigned r = 0; r < BEDE_REL_COUNT; r++) {
    if (!(set >> r & 1) || lang->scores[r] <= score) continue;
    best = r;
    score = lang->scores[r];
  }
  return best;
}

void bede_lang_parse(bede_lang *lang, bede_doc *doc, uint32_t begin,
                     uint32_t end)
{
  bede_state *s = &lang->state;
  bede_state_init(s, end - begin);
  for (uint32_t i = 0; i < s->count; i++) {
    s->word[i] = lang->look[BEDE_PAD + i].form;
    s->tag[i] = lang->tag[BEDE_PAD + i];
  }
  for (unsigned legal; (legal = bede_state_legal(s)) != 0;) {
    unsigned action = legal & (legal - 1) ? choose_action(lang, legal)
                                          : BEDE_ACT_SHIFT,
             label = 0;
    if (action == BEDE_ACT_LEFT || action == BEDE_ACT_RIGHT)
      label = choose_label(lang, action);
    bede_state_act(s, action, label);
    bede_state_settle(s);
  }
  for (uint32_t i = 0; i < s->count; i++) {
    bede_word *w = &doc->words.items[begin + i];
    bool root = s->head[i] == BEDE_STATE_NONE;
    w->head = root ? BEDE_NONE : begin + s->head[i];
    w->deprel = root ? BEDE_REL_ROOT : (uint8_t)(s->label[i] - 1);
  }
}
