// The trainer's shared state: corpora as samples, dictionaries, models.
#ifndef TRAIN_TRAIN_H
#define TRAIN_TRAIN_H

#include "lang/engine.h"
#include "linear.h"

// Never NULL: without memory the trainer ends with a message.
void *need(void *ptr);
void die(const char *format, ...) BEDE_PRINTF(1, 2);
void note(const char *format, ...) BEDE_PRINTF(1, 2);

#define FOLDS 5u
// Occurrences of a form that is known; chosen on the development sets.
#define KNOWN_LEAST 2u

// A sentence of a corpus.
typedef struct sample {
  bede_doc *doc;
  uint32_t begin, end; // its words in doc
  uint32_t sentence;
  uint32_t fold;
  bool copy;           // made from another sample, see augment
  bool named;          // the names are annotated
  bool derived;        // by way of other annotation
  bede_look *look;     // padded, as the engine's; points at the first pad
  uint8_t *gold;       // padded: gold tag class + 1
  uint8_t *first;      // padded: jackknifed first pass
  uint8_t *second;     // padded: jackknifed second pass
  uint32_t *seen;      // how often each form is in the corpus
  uint32_t *elsewhere; // the same, without the sample's fold
} sample;

typedef struct trainer {
  sample *samples;
  uint32_t count, room;
  bede_tag_class classes[BEDE_MAX_CLASSES];
  uint32_t class_count;
  bede_feats feats[BEDE_MAX_CLASSES];
  uint32_t feats_count;
  bede_script *scripts;
  uint32_t script_count, script_open; // the first `open` can be predicted
  bede_dict vocab, lemmas, morphs;
  uint64_t label_sets[2];
  linear tag, retag, label, lemma, morph, ner, action;
} trainer;

// A small deterministic generator (xorshift64*).
typedef struct rng {
  uint64_t state;
} rng;
uint32_t rng_below(rng *r, uint32_t n);
double rng_unit(rng *r);

// A counting map of 64-bit keys.
typedef struct counter {
  uint64_t *keys;
  uint32_t *values;
  size_t slots, used;
} counter;
void counter_init(counter *c);
void counter_release(counter *c);
uint32_t *counter_at(counter *c, uint64_t key); // new keys have 0
// Makes a dictionary of all entries with a value that is not 0.
bede_dict dict_build(const counter *c);

// corpus.c, entities.c
void corpus_read(trainer *t, const char *path, bool required);
void corpus_names(trainer *t, const char *path);
// Names of the samples from `first` on, which are those of `path`.
void corpus_entities(trainer *t, const char *path, uint32_t first);
void corpus_augment(trainer *t, double share, uint64_t seed);
void corpus_limit(trainer *t, uint32_t count);

// lexicon.c: vocabulary, tag classes, FEATS, lemma scripts
void lexicon_build(trainer *t, const char *wordnet);
void lexicon_look(trainer *t);

// wordnet.c: adds masks of single words to `vocab` values
void wordnet_masks(counter *vocab, const char *dir);
// Calls each irregular form with its base and the part of speech of the file.
typedef void wordnet_each(void *context, bede_str form, bede_str base,
                          char pos);
void wordnet_exceptions(const char *dir, wordnet_each *each, void *context);

// tagging.c
void train_taggers(trainer *t, unsigned epochs);
void train_names(trainer *t, unsigned epochs);
// morphology.c
void train_lemmas(trainer *t, unsigned epochs);
void train_morph(trainer *t, unsigned epochs);
// parsing.c
void train_parser(trainer *t, unsigned epochs);
// Copies a sample's looks with rare words hidden at random.
void hide_rare(const sample *s, rng *r, bede_look *out);
void shuffle(uint32_t *order, uint32_t count, rng *r);

// write.c
void write_model(const trainer *t, const char *path);

#endif
