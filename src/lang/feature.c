// Feature templates over words and tags: the tagger's two passes, names,
// lemmas. Template numbers are part of the model: change them and train again.
#include "lang/feature.h"

// Adds the feature of template t; t counts up from the first use.
#define F1(a) out[n++] = bede_feature(t++, (a), 0, 0)
#define F2(a, b) out[n++] = bede_feature(t++, (a), (b), 0)
#define F3(a, b, c) out[n++] = bede_feature(t++, (a), (b), (c))

// Shape with the case of the sentence and the place in it: a capital means
// little at the start and in headlines.
static uint64_t shape_in_place(const bede_look *w)
{
  return w->shape | (uint64_t)w->place << 8 | (uint64_t)w->sentence_case << 9;
}

static size_t word_features(const bede_look *w, uint64_t t, uint64_t *out)
{
  size_t n = 0;
  uint64_t shape = shape_in_place(w);
  F1(1);
  F1(w->form);
  F2(w->form, shape);
  for (unsigned i = 0; i < BEDE_SUFFIXES; i++)
    F2(w->suffix[i], w->form != 0);
  for (unsigned i = 0; i < BEDE_PREFIXES; i++)
    F1(w->prefix[i]);
  F2(shape, w->form != 0);
  F2(shape, w->suffix[2]);
  F2(shape, w->suffix[1]);
  F2(w->tags, w->mask);
  F2(w->mask, shape);
  F2(w->mask, w->suffix[1]);
  return n;
}

static size_t window_features(const bede_look *w, uint64_t t, uint64_t *out)
{
  size_t n = 0;
  for (int d = 1; d <= 2; d++) {
    F1(w[-d].form);
    F1(w[d].form);
    F2(w[-d].shape, w[-d].place);
    F1(w[d].shape);
    F1(w[d].mask);
    F1(w[d].tags);
    F1(w[d].suffix[2]);
    F1(w[d].suffix[1]);
  }
  F1(w[-1].suffix[2]);
  F1(w[3].form);
  F1(w[3].tags);
  F2(w[-1].form, w->form);
  F2(w->form, w[1].form);
  F2(w->tags, w[1].tags);
  F2(w->suffix[2], w[1].form);
  F2(w->suffix[2], w[-1].form);
  F2(w[-1].form, w[1].form);
  F2(w[1].form, w[2].form);
  F2(w[-2].form, w[-1].form);
  F2(w[1].shape, w->shape);
  F2(w[-1].shape, shape_in_place(w));
  F3(w->tags, w[1].tags, w[2].tags);
  F3(w->mask, w[1].mask, w->shape);
  F3(w->mask, w[1].mask, w[2].mask);
  return n;
}

static size_t history_features(const bede_look *w, const uint8_t *tag,
                               uint64_t t, uint64_t *out)
{
  size_t n = 0;
  F1(tag[-1]);
  F2(tag[-2], tag[-1]);
  F3(tag[-3], tag[-2], tag[-1]);
  F2(tag[-1], w->form);
  F3(tag[-2], tag[-1], w->form);
  F2(tag[-1], w->tags);
  F3(tag[-2], tag[-1], w->tags);
  F2(tag[-1], w->suffix[2]);
  F2(tag[-1], w->suffix[1]);
  F2(tag[-1], w[1].form);
  F2(tag[-2], w[-1].form);
  F3(tag[-1], w->tags, w[1].tags);
  F3(tag[-1], w->mask, w[1].mask);
  F3(tag[-1], w->mask, w->shape);
  F3(tag[-1], w->form, w[1].form);
  F3(tag[-1], w[1].tags, w[2].tags);
  return n;
}

size_t bede_tag_features(const bede_look *w, const uint8_t *tag, uint64_t *out)
{
  size_t n = word_features(w, 0, out);
  n += window_features(w, 40, out + n);
  return n + history_features(w, tag, 100, out + n);
}

size_t bede_retag_features(const bede_look *w, const uint8_t *tag,
                           uint64_t *out)
{
  size_t n = bede_tag_features(w, tag, out);
  uint64_t t = 150;
  F1(tag[0]);
  F2(tag[0], w->form);
  F1(tag[1]);
  F2(tag[1], w->form);
  F2(tag[1], w->suffix[2]);
  F2(tag[1], w->tags);
  F2(tag[0], tag[1]);
  F2(tag[0], tag[-1]);
  F2(tag[-1], tag[1]);
  F2(tag[1], tag[2]);
  F3(tag[-1], tag[0], tag[1]);
  F3(tag[0], tag[1], tag[2]);
  F3(tag[1], tag[2], tag[3]);
  F3(tag[-2], tag[-1], tag[1]);
  F3(tag[-1], tag[1], tag[2]);
  F3(tag[-1], tag[1], w->form);
  F3(tag[1], tag[2], w->form);
  F3(tag[1], w[1].form, w->form);
  F3(tag[1], w[1].form, w->suffix[2]);
  return n;
}

static uint64_t name_mask(const bede_look *w)
{
  return w->mask & (BEDE_MASK_PER | BEDE_MASK_LOC | BEDE_MASK_ORG);
}

size_t bede_ner_features(const bede_look *w, const uint8_t *tag,
                         const uint8_t *ner, uint64_t *out)
{
  size_t n = word_features(w, 0, out);
  uint64_t t = 40;
  for (int d = -2; d <= 2; d++) {
    F1(w[d].form);
    F2(w[d].shape, w[d].sentence_case);
    F1(tag[d]);
    F1(w[d].suffix[2]);
    F2(w[d].suffix[3], w[d].shape);
    F1(name_mask(&w[d]));
    F2(ner[-1], w[d].form);
    F2(ner[-1], tag[d]);
    F2(w[d].form, w[d].shape);
  }
  F1(ner[-1]);
  F2(ner[-2], ner[-1]);
  F2(ner[-1], w->shape);
  F2(ner[-1], name_mask(w));
  F2(w->form, w[1].form);
  F2(w[-1].form, w->form);
  F3(w[-1].form, w->shape, tag[0]);
  F3(w[1].form, w->shape, tag[0]);
  F3(ner[-1], tag[-1], tag[0]);
  F3(ner[-1], tag[0], tag[1]);
  F3(tag[-1], tag[0], tag[1]);
  F3(ner[-1], w->shape, w[1].shape);
  F3(w[-1].shape, w->shape, w[1].shape);
  F3(name_mask(w), w->shape, tag[0]);
  F3(ner[-1], name_mask(w), name_mask(&w[1]));
  F3(ner[-1], w->suffix[2], w->shape);
  F3(w[-2].form, w[-1].form, w->shape);
  F3(w[1].form, w[2].form, w->shape);
  return n;
}

size_t bede_lemma_features(const bede_look *w, uint8_t tag, uint64_t *out)
{
  size_t n = 0;
  uint64_t t = 0;
  F1(tag);
  for (unsigned i = 0; i < BEDE_SUFFIXES; i++)
    F2(tag, w->suffix[i]);
  for (unsigned i = 0; i < BEDE_PREFIXES; i++)
    F2(tag, w->prefix[i]);
  F2(tag, w->shape);
  F2(tag, w->mask);
  F3(tag, w->mask, w->suffix[1]);
  F3(tag, w->mask, w->suffix[2]);
  F3(tag, w->shape, w->suffix[0]);
  F3(tag, w->suffix[4], w->prefix[0]);
  // capitals: an acronym is short, a headline has its own case
  uint64_t letters = 0;
  while (letters < BEDE_SUFFIXES && w->suffix[letters])
    letters++;
  F3(tag, w->shape, letters << 2 | w->sentence_case);
  F3(tag, w->shape, w->mask);
  F3(tag, w->shape, w->suffix[2]);
  F3(tag, w->shape, w->prefix[2]);
  return n;
}
