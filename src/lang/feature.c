// Feature templates. Template numbers are part of the model: change them and
// train again.
#include "lang/feature.h"

// Adds the feature of template t; t counts up from the first use.
#define F1(a) out[n++] = bede_feature(t++, (a), 0, 0)
#define F2(a, b) out[n++] = bede_feature(t++, (a), (b), 0)
#define F3(a, b, c) out[n++] = bede_feature(t++, (a), (b), (c))

// Numbers of templates of the network; the trainer has others for whole words.
enum { FORM_TEMPLATES = 1000 };

size_t bede_form_features(const bede_affixes *a, uint64_t *out)
{
  size_t n = 0;
  uint64_t t = FORM_TEMPLATES;
  for (unsigned i = 0; i < BEDE_SUFFIXES; i++, t++)
    if (a->suffix[i]) out[n++] = bede_feature(t, a->suffix[i], 0, 0);
  for (unsigned i = 0; i < BEDE_PREFIXES; i++, t++)
    if (a->prefix[i]) out[n++] = bede_feature(t, a->prefix[i], 0, 0);
  F1(a->mask);
  return n;
}

size_t bede_lemma_features(const bede_look *w, const bede_affixes *a,
                           uint8_t tag, uint64_t *out)
{
  size_t n = 0;
  uint64_t mask = a->mask;
  uint64_t t = 0;
  F1(tag);
  for (unsigned i = 0; i < BEDE_SUFFIXES; i++)
    F2(tag, a->suffix[i]);
  for (unsigned i = 0; i < BEDE_PREFIXES; i++)
    F2(tag, a->prefix[i]);
  F2(tag, w->shape);
  F2(tag, mask);
  F3(tag, mask, a->suffix[1]);
  F3(tag, mask, a->suffix[2]);
  F3(tag, w->shape, a->suffix[0]);
  F3(tag, a->suffix[4], a->prefix[0]);
  // capitals: an acronym is short, a headline has its own case
  uint64_t letters = 0;
  while (letters < BEDE_SUFFIXES && a->suffix[letters])
    letters++;
  F3(tag, w->shape, letters << 2 | w->sentence_case);
  F3(tag, w->shape, mask);
  F3(tag, w->shape, a->suffix[2]);
  F3(tag, w->shape, a->prefix[2]);
  return n;
}
