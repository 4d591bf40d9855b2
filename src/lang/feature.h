// The features of words and of classifiers, shared by engine and trainer: each
// function writes 64-bit hashes of (template, values). What the model has
// nothing for is simply not in its table.
#ifndef LANG_FEATURE_H
#define LANG_FEATURE_H

#include "lang/look.h"

#define BEDE_MAX_FEATURES 160u // room for a word's; FEATS have 59 at most

// The hash of template `t` with up to three values.
static inline uint64_t bede_feature(uint64_t t, uint64_t a, uint64_t b,
                                    uint64_t c)
{
  uint64_t h = a * 0x9E3779B97F4A7C15u + b * 0xC2B2AE3D27D4EB4Fu +
               c * 0x165667B19E3779F9u + t * 0x27D4EB2F165667C5u;
  h = (h ^ h >> 32) * 0xD6E8FEB86659FD93u;
  h = (h ^ h >> 32) * 0xD6E8FEB86659FD93u;
  return h ^ h >> 32;
}

// What the network sees of a form as such: affixes and mask. Their number, at
// most BEDE_FORM_FEATURES.
#define BEDE_FORM_FEATURES (BEDE_SUFFIXES + BEDE_PREFIXES + 1u)
size_t bede_form_features(const bede_affixes *a, uint64_t *out);

// The shape of a word with its place and the case of the sentence, below
// BEDE_PLACES: a capital means little at the start and in headlines.
#define BEDE_PLACES 1536u
static inline uint32_t bede_place_of(const bede_look *w)
{
  return w->shape | (uint32_t)w->place << 8 | (uint32_t)w->sentence_case << 9;
}

// What the classifier of lemma scripts sees of a word with the class `tag`.
// Their number, below BEDE_MAX_FEATURES.
size_t bede_lemma_features(const bede_look *w, const bede_affixes *a,
                           uint8_t tag, uint64_t *out);

#endif
