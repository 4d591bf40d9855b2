// The trainer's shared state: corpora as samples, dictionaries, models.
#ifndef TRAIN_TRAIN_H
#define TRAIN_TRAIN_H

#include "base/compiler.h"
#include "lang/engine.h"
#include "linear.h"

// `ptr`, never NULL: without memory the trainer ends with a message. Much of
// what it makes is needed to the end and never freed.
void *need(void *ptr);
// Ends the program with a message; writes one and goes on.
void die(const char *format, ...) BEDE_PRINTF(1, 2);
void note(const char *format, ...) BEDE_PRINTF(1, 2);

// Occurrences of a form that is known; chosen on the development sets.
#define KNOWN_LEAST 2u

// A sentence of a corpus.
typedef struct sample {
  bede_doc *doc;
  uint32_t begin, end; // its words in doc
  bool copy;           // made from another sample, see augment
  bool named;          // the names are annotated
  bool derived;        // by way of other annotation
  bede_look *look;     // of its words
  uint8_t *gold;       // tag classes
  uint32_t *seen;      // how often each form is in the corpus
} sample;

// A counting map of 64-bit keys; 0 and 1 are the same key.
typedef struct counter {
  uint64_t *keys;
  uint32_t *values;
  size_t slots, used;
} counter;

// What is made of the corpora, beside the networks.
typedef struct trainer {
  sample *samples;
  uint32_t count, room;
  bede_tag_class classes[BEDE_MAX_CLASSES];
  uint32_t class_count;
  bede_feats feats[BEDE_MAX_CLASSES];
  uint32_t feats_count;
  bede_script *scripts;
  uint32_t script_count, script_open; // the first script_open can be predicted
  bede_dict vocab, lemmas, morphs;
  counter *uses;     // of forms in training: key -> how often
  counter *tag_sets; // of known forms: key -> number of the set of its tags
  linear lemma, morph;
} trainer;

// A small deterministic generator (xorshift64*).
typedef struct rng {
  uint64_t state;
} rng;
uint32_t rng_below(rng *r, uint32_t n);
double rng_unit(rng *r); // from 0 to below 1

void counter_init(counter *c);
void counter_release(counter *c);
// The value of a key, which may be set until the next key is added; a new key
// has 0.
uint32_t *counter_at(counter *c, uint64_t key);
// The same without adding the key.
uint32_t counter_get(const counter *c, uint64_t key);
// Makes a dictionary of all entries with a value that is not 0.
bede_dict dict_build(const counter *c);

// corpus.c, entities.c
// Adds the sentences of a treebank as samples.
void corpus_read(trainer *t, const char *path, bool required);
// Gives names to the samples whose words are those of a sentence of `path`.
void corpus_names(trainer *t, const char *path);
// Names of the samples from `first` on, which are those of `path`.
void corpus_entities(trainer *t, const char *path, uint32_t first);
// Adds copies in the manner of headlines of a share of the samples.
void corpus_augment(trainer *t, double share, uint64_t seed);
// Keeps the first `count` samples, all for 0.
void corpus_limit(trainer *t, uint32_t count);

// lexicon.c: vocabulary, tag classes, FEATS, lemma scripts
void lexicon_build(trainer *t, const char *wordnet);
// Looks at the words of all samples; the first time it counts their forms.
void lexicon_look(trainer *t);
// Numbers the sets of tags of known forms: tag_sets.
void lexicon_tags(trainer *t);
// A past tense or past participle in -ed: one form for both.
bool is_past(const bede_doc *doc, const bede_word *w);

// wordnet.c: adds masks of single words to `vocab` values
void wordnet_masks(counter *vocab, const char *dir);
// Calls each irregular form with its base and the part of speech of the file.
typedef void wordnet_each(void *context, bede_str form, bede_str base,
                          char pos);
void wordnet_exceptions(const char *dir, wordnet_each *each, void *context);

// morphology.c
void train_lemmas(trainer *t, unsigned epochs);
void train_morph(trainer *t, unsigned epochs);

// util.c
void shuffle(uint32_t *order, uint32_t count, rng *r);

#endif
