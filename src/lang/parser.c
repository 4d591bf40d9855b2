// The tree: the best one over the scores of arcs, then the label of each arc.
#include "lang/engine.h"

#define BIT(relation) ((uint64_t)1 << BEDE_REL_##relation)

// UD lets these relations point from left to right only; an arc is no root.
static const uint64_t right_only =
    BIT(CONJ) | BIT(FIXED) | BIT(FLAT) | BIT(GOESWITH) | BIT(APPOS);
static const uint64_t never = BIT(ROOT);

static unsigned best_label(const bede_model *m, const int32_t *scores,
                           bool right)
{
  uint64_t set = m->header->label_sets[right] & ~never;
  if (!right) set &= ~right_only;
  unsigned best = BEDE_REL_DEP;
  int32_t score = INT32_MIN;
  for (unsigned r = 0; r < BEDE_REL_COUNT; r++) {
    if (!(set >> r & 1) || scores[r] <= score) continue;
    best = r;
    score = scores[r];
  }
  return best;
}

void bede_lang_parse(bede_lang *lang, bede_doc *doc, uint32_t begin,
                     uint32_t end)
{
  const bede_net *net = &lang->model->net[lang->mode];
  uint32_t count = end - begin;
  uint16_t head[BEDE_MAX_SENTENCE_WORDS], over[BEDE_MAX_SENTENCE_WORDS];
  bede_decode_tree(&lang->decoder, lang->kernel, lang->room.arcs,
                   bede_arc_columns(count), count, head);
  for (uint32_t i = 0; i < count; i++)
    over[i] = head[i] == count ? (uint16_t)i : head[i];
  bede_net_labels(net, lang->kernel, over, count, &lang->room);
  for (uint32_t i = 0; i < count; i++) {
    bede_word *w = &doc->words.items[begin + i];
    bool root = head[i] == count;
    const int32_t *scores = lang->room.scores + (size_t)i * net->labels.out;
    w->head = root ? BEDE_NONE : begin + head[i];
    w->deprel = root ? BEDE_REL_ROOT
                     : (uint8_t)best_label(lang->model, scores, i > head[i]);
  }
}
