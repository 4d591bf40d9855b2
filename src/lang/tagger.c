// Parts of speech in two passes from left to right: the second sees what the
// first gave the words to its right. Names, on the finished tags.
#include "lang/engine.h"

#include <string.h>

static unsigned classify(bede_lang *lang, const bede_sparse *table,
                         size_t features)
{
  memset(lang->scores, 0, table->classes * sizeof *lang->scores);
  bede_sparse_score(table, lang->features, features, lang->scores);
  return bede_best_class(lang->scores, table->classes, NULL);
}

void bede_lang_tag(bede_lang *lang, bede_doc *doc, uint32_t begin, uint32_t end)
{
  const bede_model *m = lang->model;
  const bede_look *look = lang->look + BEDE_PAD;
  uint8_t *tag = lang->tag + BEDE_PAD;
  uint32_t count = end - begin;
  for (uint32_t i = 0; i < count; i++) {
    size_t n = bede_tag_features(look + i, tag + i, lang->features);
    tag[i] = (uint8_t)(classify(lang, &m->tag, n) + 1);
  }
  for (uint32_t i = 0; i < count; i++) {
    size_t n = bede_retag_features(look + i, tag + i, lang->features);
    tag[i] = (uint8_t)(classify(lang, &m->retag, n) + 1);
  }
  for (uint32_t i = 0; i < count; i++) {
    doc->words.items[begin + i].upos = m->classes[tag[i] - 1].upos;
    doc->words.items[begin + i].xpos = m->classes[tag[i] - 1].xpos;
  }
}

unsigned bede_ner_legal(unsigned last)
{
  unsigned legal = 1u << BEDE_NER_O | 1u << BEDE_NER_B_PER |
                   1u << BEDE_NER_B_ORG | 1u << BEDE_NER_B_LOC;
  if (last == BEDE_NER_O) return legal;
  // B_X is odd and I_X follows it
  return legal | 1u << (last % 2 ? last + 1 : last);
}

void bede_lang_names(bede_lang *lang, bede_doc *doc, uint32_t begin,
                     uint32_t end)
{
  const bede_look *look = lang->look + BEDE_PAD;
  const uint8_t *tag = lang->tag + BEDE_PAD;
  uint8_t *ner = lang->ner + BEDE_PAD;
  unsigned last = BEDE_NER_O;
  for (uint32_t i = 0; i < end - begin; i++) {
    uint8_t allowed[BEDE_NER_COUNT];
    unsigned legal = bede_ner_legal(last);
    for (unsigned k = 0; k < BEDE_NER_COUNT; k++)
      allowed[k] = legal >> k & 1;
    size_t n = bede_ner_features(look + i, tag + i, ner + i, lang->features);
    memset(lang->scores, 0, BEDE_NER_COUNT * sizeof *lang->scores);
    bede_sparse_score(&lang->model->ner, lang->features, n, lang->scores);
    last = bede_best_class(lang->scores, BEDE_NER_COUNT, allowed);
    ner[i] = (uint8_t)(last + 1);
    doc->words.items[begin + i].ner = (uint8_t)last;
  }
}
