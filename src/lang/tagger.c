// Tags: the best class of each word. Names: the best sequence in which every
// name has a beginning (Viterbi).
#include "lang/engine.h"

void bede_lang_tag(bede_lang *lang, bede_doc *doc, uint32_t begin, uint32_t end)
{
  const bede_model *m = lang->model;
  const bede_net *net = &m->net[lang->mode];
  uint32_t count = end - begin;
  bede_net_tags(net, lang->kernel, count, &lang->room);
  for (uint32_t i = 0; i < count; i++) {
    const int32_t *scores = lang->room.scores + (size_t)i * net->tags.out;
    lang->tag[i] = (uint8_t)lang->kernel->best(scores, m->class_count);
    doc->words.items[begin + i].upos = m->classes[lang->tag[i]].upos;
    doc->words.items[begin + i].xpos = m->classes[lang->tag[i]].xpos;
  }
}

// Bit n is set when name n may follow name `last` (both bede_ner).
static unsigned legal_after(unsigned last)
{
  unsigned legal = 1u << BEDE_NER_O | 1u << BEDE_NER_B_PER |
                   1u << BEDE_NER_B_ORG | 1u << BEDE_NER_B_LOC;
  if (last == BEDE_NER_O) return legal;
  // B_X is odd and I_X follows it
  return legal | 1u << (last % 2 ? last + 1 : last);
}

// The best sequences that end in each name, and which name came before.
typedef struct path {
  int64_t score[BEDE_NER_COUNT];
  uint8_t last[BEDE_MAX_SENTENCE_WORDS][BEDE_NER_COUNT];
} path;

static void extend(path *p, uint32_t i, const int32_t *scores)
{
  int64_t next[BEDE_NER_COUNT];
  for (unsigned k = 0; k < BEDE_NER_COUNT; k++) {
    unsigned best = BEDE_NER_COUNT;
    for (unsigned last = 0; last < BEDE_NER_COUNT; last++) {
      if (!(legal_after(last) >> k & 1)) continue;
      if (best == BEDE_NER_COUNT || p->score[last] > p->score[best])
        best = last;
    }
    p->last[i][k] = (uint8_t)best;
    next[k] = p->score[best] + scores[k];
  }
  for (unsigned k = 0; k < BEDE_NER_COUNT; k++)
    p->score[k] = next[k];
}

void bede_lang_names(bede_lang *lang, bede_doc *doc, uint32_t begin,
                     uint32_t end)
{
  const bede_net *net = &lang->model->net[lang->mode];
  path p;
  bede_net_names(net, lang->kernel, end - begin, &lang->room);
  for (unsigned k = 0; k < BEDE_NER_COUNT; k++)
    p.score[k] = k == BEDE_NER_O ? 0 : INT64_MIN / 2; // before the first word
  for (uint32_t i = 0; i < end - begin; i++)
    extend(&p, i, lang->room.scores + (size_t)i * net->names.out);
  unsigned name = 0;
  for (unsigned k = 1; k < BEDE_NER_COUNT; k++)
    if (p.score[k] > p.score[name]) name = k;
  for (uint32_t i = end - begin; i-- > 0;) {
    doc->words.items[begin + i].ner = (uint8_t)name;
    name = p.last[i][name];
  }
}
