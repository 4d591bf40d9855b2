// Training the lemmatiser (on forms, not on uses, so that rare endings count)
// and the classifier of FEATS.
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "train.h"

enum { LEMMA_LEAST = 3, MORPH_LEAST = 2 };

typedef struct type {
  const bede_look *look;
  bede_str form;
  uint8_t tag;
  uint32_t script;
} type;

static bool is_right(const bede_script *script, bede_str form, bede_str lemma)
{
  char out[BEDE_MAX_FORM + 16];
  bede_str made = {out, bede_script_apply(script, form, out)};
  return made.len && bede_str_eq(made, lemma);
}

// The number of the script of a word: the dictionary's where it is right, else
// one that only treats the case; script_open when there is none.
static uint32_t label_of(const trainer *t, uint32_t known, bede_str form,
                         bede_str lemma)
{
  if (known && known <= t->script_open &&
      is_right(&t->scripts[known - 1], form, lemma))
    return known - 1;
  for (uint32_t i = 0; i < t->script_open; i++)
    if (!t->scripts[i].cut && !t->scripts[i].len &&
        is_right(&t->scripts[i], form, lemma))
      return i;
  return t->script_open;
}

// One entry for each form with its tag and its case, in the order of first use.
// Copies as headlines show how names look there.
static uint32_t find_types(const trainer *t, type *types)
{
  counter seen;
  counter_init(&seen);
  uint32_t count = 0;
  for (uint32_t i = 0; i < t->count; i++) {
    const sample *s = &t->samples[i];
    for (uint32_t k = 0; k < s->end - s->begin; k++) {
      uint8_t tag = s->gold[k];
      uint32_t word = s->begin + k;
      uint64_t key = bede_key_with(s->look[k].key, t->classes[tag].xpos);
      uint32_t script = label_of(t, bede_dict_get(&t->lemmas, key),
                                 bede_word_form(s->doc, word),
                                 s->doc->words.items[word].lemma);
      if (script == t->script_open) continue;
      key = bede_key_with(key, s->look[k].shape & BEDE_SHAPE_CASE);
      if ((*counter_at(&seen, key))++) continue;
      type found = {&s->look[k], bede_word_form(s->doc, word), tag, script};
      types[count++] = found;
    }
  }
  counter_release(&seen);
  return count;
}

static uint32_t words_of(const trainer *t)
{
  uint32_t words = 0;
  for (uint32_t i = 0; i < t->count; i++)
    words += t->samples[i].end - t->samples[i].begin;
  return words;
}

static size_t type_features(const trainer *t, const type *x, uint64_t *out)
{
  bede_affixes affixes;
  bede_look_affixes(&t->vocab, x->form, &affixes);
  return bede_lemma_features(x->look, &affixes, x->tag, out);
}

void train_lemmas(trainer *t, unsigned epochs)
{
  type *types = need(calloc(words_of(t) + 1, sizeof *types));
  uint32_t count = find_types(t, types);
  uint32_t *order = need(calloc(count + 1, sizeof *order));
  uint64_t features[BEDE_MAX_FEATURES];
  rng r = {424242};
  uint32_t right = 0;
  linear_init(&t->lemma, t->script_open);
  for (uint32_t i = 0; i < count; i++) {
    size_t n = type_features(t, &types[i], features);
    linear_count(&t->lemma, features, n);
    order[i] = i;
  }
  linear_freeze(&t->lemma, LEMMA_LEAST);
  for (unsigned e = 0; e < epochs; e++) {
    shuffle(order, count, &r);
    right = 0;
    for (uint32_t i = 0; i < count; i++) {
      const type *x = &types[order[i]];
      size_t n = type_features(t, x, features);
      right += linear_learn(&t->lemma, features, n, x->script);
    }
  }
  linear_fit(&t->lemma);
  note("lemmas: %u forms, %u features, %.2f%%", count, t->lemma.features,
       100.0 * right / count);
  free(types);
  free(order);
}

// --- FEATS -------------------------------------------------------------------

static uint32_t feats_of(const trainer *t, bede_feats feats)
{
  for (uint32_t i = 0; i < t->feats_count; i++)
    if (t->feats[i] == feats) return i;
  return UINT32_MAX;
}

static bool is_open(const trainer *t, uint64_t key, uint8_t tag)
{
  uint32_t known = bede_dict_get(&t->morphs, bede_key_with(key, tag));
  uint32_t value = known ? known - 1 : t->classes[tag].feats;
  return value == BEDE_MORPH_OPEN;
}

static void morph_sample(trainer *t, const sample *s, bool count)
{
  uint64_t features[BEDE_MAX_FEATURES];
  for (uint32_t i = s->begin; i < s->end; i++) {
    uint32_t at = i - s->begin;
    uint32_t gold = feats_of(t, s->doc->words.items[i].feats);
    uint64_t key = s->look[at].key;
    uint8_t tag = s->gold[at];
    if (gold == UINT32_MAX || !is_open(t, key, tag)) continue;
    size_t n = bede_morph_features(s->doc, s->begin, i, key, tag, features);
    if (count)
      linear_count(&t->morph, features, n);
    else
      linear_learn(&t->morph, features, n, gold);
  }
}

void train_morph(trainer *t, unsigned epochs)
{
  uint32_t *order = need(calloc(t->count + 1, sizeof *order));
  rng r = {777};
  linear_init(&t->morph, t->feats_count);
  for (uint32_t i = 0; i < t->count; i++) {
    order[i] = i;
    morph_sample(t, &t->samples[i], true);
  }
  linear_freeze(&t->morph, MORPH_LEAST);
  for (unsigned e = 0; e < epochs; e++) {
    shuffle(order, t->count, &r);
    for (uint32_t i = 0; i < t->count; i++)
      morph_sample(t, &t->samples[order[i]], false);
  }
  linear_fit(&t->morph);
  note("morph: %u features", t->morph.features);
  free(order);
}
