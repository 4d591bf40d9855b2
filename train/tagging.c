// Training the tagger's two passes, with every sentence also tagged by models
// that have not seen it (for the second pass and the parser), and names.
#include <stdlib.h>
#include <string.h>

#include "train.h"

// A word seen c times is hidden with probability HIDE / (HIDE + c): the
// classifiers learn to do without it. Chosen on the development sets.
#define HIDE 1.0
enum { TAG_LEAST = 2, NER_LEAST = 2, TAG_RUNS = 2, NER_RUNS = 4 };

// Buckets of the tables in the model, see write.c.
enum { TAG_BUCKETS = 6800, RETAG_BUCKETS = 9000, NER_BUCKETS = 6000 };

// The names of EWT count so often against those that GUM's entities give, which
// follow other guidelines in places.
enum { NER_WEIGHT = 3 };

void hide_rare(const sample *s, rng *r, bede_look *out)
{
  uint32_t n = s->end - s->begin;
  memcpy(out, s->look, (n + 2 * BEDE_PAD) * sizeof *out);
  for (uint32_t i = 0; i < n; i++) {
    if (rng_unit(r) >= HIDE / (HIDE + s->seen[i])) continue;
    out[BEDE_PAD + i].form = 0;
    out[BEDE_PAD + i].tags = 0;
  }
}

// One pass of the tagger over a sentence.
typedef struct pass {
  linear *l;
  bool second;
  uint32_t held; // fold that is left out, FOLDS for none
} pass;

static size_t features_of(const pass *p, const bede_look *look,
                          const uint8_t *tag, uint64_t *out)
{
  return p->second ? bede_retag_features(look, tag, out)
                   : bede_tag_features(look, tag, out);
}

static void start_tags(const pass *p, const sample *s, uint8_t *tag)
{
  uint32_t room = s->end - s->begin + 2 * BEDE_PAD;
  if (p->second)
    memcpy(tag, s->first, room);
  else
    memset(tag, 0, room);
}

static void count_sample(const pass *p, const sample *s)
{
  uint8_t tag[BEDE_ROOM];
  uint64_t features[BEDE_MAX_FEATURES];
  start_tags(p, s, tag);
  for (uint32_t i = BEDE_PAD; i < s->end - s->begin + BEDE_PAD; i++) {
    size_t n = features_of(p, s->look + i, tag + i, features);
    linear_count(p->l, features, n);
    tag[i] = s->gold[i];
  }
}

static uint32_t learn_sample(const pass *p, const sample *s, rng *r)
{
  bede_look look[BEDE_ROOM];
  uint8_t tag[BEDE_ROOM];
  uint64_t features[BEDE_MAX_FEATURES];
  uint32_t right = 0;
  hide_rare(s, r, look);
  start_tags(p, s, tag);
  for (uint32_t i = BEDE_PAD; i < s->end - s->begin + BEDE_PAD; i++) {
    uint32_t predicted;
    size_t n = features_of(p, look + i, tag + i, features);
    right += linear_learn(p->l, features, n, s->gold[i] - 1u, &predicted);
    tag[i] = (uint8_t)(predicted + 1);
  }
  return right;
}

// Hides what would be unknown if the sample's fold did not exist.
static void hide_own(const sample *s, bede_look *out)
{
  uint32_t n = s->end - s->begin;
  memcpy(out, s->look, (n + 2 * BEDE_PAD) * sizeof *out);
  for (uint32_t i = 0; i < n; i++) {
    if (s->elsewhere[i] >= KNOWN_LEAST) continue;
    out[BEDE_PAD + i].form = 0;
    out[BEDE_PAD + i].tags = 0;
  }
}

static void predict_sample(const pass *p, const sample *s, uint8_t *tag)
{
  bede_look look[BEDE_ROOM];
  uint64_t features[BEDE_MAX_FEATURES];
  hide_own(s, look);
  start_tags(p, s, tag);
  for (uint32_t i = BEDE_PAD; i < s->end - s->begin + BEDE_PAD; i++) {
    size_t n = features_of(p, look + i, tag + i, features);
    tag[i] = (uint8_t)(linear_predict(p->l, features, n, NULL) + 1);
  }
}

static uint32_t order_of(const trainer *t, uint32_t held, uint32_t *order)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < t->count; i++)
    if (t->samples[i].fold != held) order[n++] = i;
  return n;
}

static void train_round(const trainer *t, const pass *p, uint32_t *order,
                        uint32_t count, rng *r)
{
  uint64_t right = 0, words = 0;
  shuffle(order, count, r);
  for (uint32_t i = 0; i < count; i++) {
    const sample *s = &t->samples[order[i]];
    right += learn_sample(p, s, r);
    words += s->end - s->begin;
  }
  note("tags %u/%u: %u features, %.2f%% of the training set", p->second + 1u,
       p->held, p->l->features, 100.0 * (double)right / (double)words);
}

// `buckets`: what the model has room for; 0 for all features.
static void train_pass(const trainer *t, const pass *p, unsigned epochs,
                       uint32_t buckets)
{
  uint32_t *order = need(calloc(t->count + 1, sizeof *order));
  uint32_t count = order_of(t, p->held, order);
  rng r = {88172645463325252u + p->held};
  linear_init(p->l, t->class_count);
  for (uint32_t i = 0; i < count; i++)
    count_sample(p, &t->samples[order[i]]);
  linear_freeze(p->l, TAG_LEAST);
  for (unsigned k = 0; k < (buckets ? TAG_RUNS : 1); k++) {
    if (k) linear_restart(p->l);
    for (unsigned e = 0; e < epochs; e++)
      train_round(t, p, order, count, &r);
  }
  if (buckets) linear_select(p->l, buckets, BEDE_SPARSE_SLOTS);
  free(order);
}

static void jackknife(trainer *t, bool second, unsigned epochs)
{
  uint64_t right = 0, words = 0;
  for (uint32_t fold = 0; fold < FOLDS; fold++) {
    linear l;
    pass p = {&l, second, fold};
    train_pass(t, &p, epochs, 0);
    for (uint32_t i = 0; i < t->count; i++) {
      sample *s = &t->samples[i];
      if (s->fold != fold) continue;
      uint8_t *tag = second ? s->second : s->first;
      predict_sample(&p, s, tag);
      words += s->end - s->begin;
      for (uint32_t k = BEDE_PAD; k < s->end - s->begin + BEDE_PAD; k++)
        right += tag[k] == s->gold[k];
    }
    linear_release(&l);
  }
  note("jackknifed tags %u: %.2f%%", second + 1u,
       100.0 * (double)right / (double)words);
}

void train_taggers(trainer *t, unsigned epochs)
{
  jackknife(t, false, epochs > 5 ? 5 : epochs);
  jackknife(t, true, epochs > 5 ? 5 : epochs);
  pass first = {&t->tag, false, FOLDS};
  train_pass(t, &first, epochs, TAG_BUCKETS);
  pass second = {&t->retag, true, FOLDS};
  train_pass(t, &second, epochs, RETAG_BUCKETS);
}

// --- names -------------------------------------------------------------------

static void names_sample(linear *l, const sample *s, rng *r, bool count)
{
  bede_look look[BEDE_ROOM];
  uint8_t ner[BEDE_ROOM] = {0};
  uint64_t features[BEDE_MAX_FEATURES];
  const bede_word *words = s->doc->words.items + s->begin;
  hide_rare(s, r, look);
  for (uint32_t i = 0; i < s->end - s->begin; i++) {
    uint32_t at = i + BEDE_PAD, predicted = words[i].ner;
    const bede_look *w = count ? s->look + at : look + at;
    size_t n = bede_ner_features(w, s->second + at, ner + at, features);
    if (count)
      linear_count(l, features, n);
    else
      linear_learn(l, features, n, words[i].ner, &predicted);
    ner[at] = (uint8_t)(predicted + 1);
  }
}

void train_names(trainer *t, unsigned epochs)
{
  size_t room = (size_t)t->count * NER_WEIGHT + 1;
  uint32_t *order = need(calloc(room, sizeof *order)), count = 0;
  rng r = {1234567};
  for (uint32_t i = 0; i < t->count; i++) {
    const sample *s = &t->samples[i];
    unsigned times = s->named && !s->derived ? NER_WEIGHT : s->named;
    while (times--)
      order[count++] = i;
  }
  linear_init(&t->ner, BEDE_NER_COUNT);
  for (uint32_t i = 0; i < count; i++)
    names_sample(&t->ner, &t->samples[order[i]], &r, true);
  linear_freeze(&t->ner, NER_LEAST);
  for (unsigned k = 0; k < NER_RUNS; k++) {
    if (k) linear_restart(&t->ner);
    for (unsigned e = 0; e < epochs; e++) {
      shuffle(order, count, &r);
      for (uint32_t i = 0; i < count; i++)
        names_sample(&t->ner, &t->samples[order[i]], &r, false);
    }
  }
  linear_select(&t->ner, NER_BUCKETS, BEDE_SPARSE_SLOTS);
  note("names: %u features", t->ner.features);
  free(order);
}
