// How a word looks to the networks and classifiers: the hash of its form and
// its shape, for every word; hashes of its affixes and what the vocabulary of
// the model knows of it, where they are asked for. Trainer and engine share it.
#ifndef LANG_LOOK_H
#define LANG_LOOK_H

#include "ann/doc.h"

#define BEDE_SUFFIXES 5u
#define BEDE_PREFIXES 3u

// Bits of shape: the case pattern, then marks of single characters.
enum {
  BEDE_SHAPE_LOWER,
  BEDE_SHAPE_CAPITAL,
  BEDE_SHAPE_UPPER,
  BEDE_SHAPE_INITIAL,
  BEDE_SHAPE_MIXED,
  BEDE_SHAPE_NONE, // no letter
  BEDE_SHAPE_CASE = 7,
  BEDE_SHAPE_DIGIT = 8,
  BEDE_SHAPE_ALL_DIGIT = 16,
  BEDE_SHAPE_HYPHEN = 32,
  BEDE_SHAPE_PERIOD = 64,
  BEDE_SHAPE_OTHER = 128
};

// Bits of mask: parts of speech that WordNet knows for the form or, by its
// ending, for the form without the ending; kinds of names.
enum {
  BEDE_MASK_NOUN = 1,
  BEDE_MASK_VERB = 2,
  BEDE_MASK_ADJ = 4,
  BEDE_MASK_ADV = 8,
  BEDE_MASK_PLURAL = 16,
  BEDE_MASK_VERB_S = 32,
  BEDE_MASK_VERB_ED = 64,
  BEDE_MASK_VERB_ING = 128,
  BEDE_MASK_ADJ_ER = 256,
  BEDE_MASK_ADJ_EST = 512,
  BEDE_MASK_PER = 1024,
  BEDE_MASK_LOC = 2048,
  BEDE_MASK_ORG = 4096
};

// The case of a whole sentence: headlines need other rules for capitals.
enum { BEDE_CASE_NORMAL, BEDE_CASE_TITLE, BEDE_CASE_UPPER };

// A dictionary of 64-bit keys in the model: eight entries a cache line, a full
// bucket goes on in the next. Value 0 is absent.
typedef struct bede_dict_bucket {
  uint32_t mark[8]; // 0 = empty
  uint32_t value[8];
} bede_dict_bucket;

typedef struct bede_dict {
  const bede_dict_bucket *buckets;
  uint32_t count; // of buckets, may be 0
} bede_dict;

// The value of a key, 0 when it is not there or the dictionary has no buckets.
// A look-up ends at the first empty entry; reads inside the buckets only.
uint32_t bede_dict_get(const bede_dict *dict, uint64_t key);

typedef struct bede_look {
  uint64_t key; // of the lower-cased form, digits as 0
  uint8_t shape;
  uint8_t place; // 1: first word with letters or after a colon or quote
  uint8_t sentence_case;
} bede_look;

// What only a word that is in no dictionary is asked for.
typedef struct bede_affixes {
  uint64_t suffix[BEDE_SUFFIXES], prefix[BEDE_PREFIXES]; // 0: too short
  uint16_t mask;
} bede_affixes;

#define BEDE_MAX_FORM                                                          \
  256u // bytes of a lower-cased form; nothing real is longer

// The key of a form in vocabulary and dictionaries: lower case, digits as 0.
// `out` (BEDE_MAX_FORM bytes) gets the lower-cased form with its digits, *len
// its length; longer forms are cut.
uint64_t bede_form_key(bede_str form, char *out, size_t *len);

// Looks at words [begin, end) of `doc`, a sentence: out[0 .. end - begin).
void bede_look_words(const bede_doc *doc, uint32_t begin, uint32_t end,
                     bede_look *out);
// Looks at one form; `vocab` has the masks of forms.
void bede_look_affixes(const bede_dict *vocab, bede_str form,
                       bede_affixes *out);

// Folds a key with a small number: keys of (form, tag) pairs.
static inline uint64_t bede_key_with(uint64_t key, uint64_t n)
{
  uint64_t h = (key ^ (n + 1) * 0x9E3779B97F4A7C15u) * 0xD6E8FEB86659FD93u;
  return (h ^ h >> 32) * 0xD6E8FEB86659FD93u;
}

#endif
