// Makes a small model file in memory: every part is there, with weights by
// chance, and its dictionaries know words of `model_text`.
#ifndef MODEL_H
#define MODEL_H

#include "lang/model.h"
#include "network.h"

static const char model_text[] =
    "Rebels attacked Nairobi .\n"
    "The rebels stopped 1,500 men on 5 May , and were re-attacked .\n"
    "AL-SHABAAB RIOTS IN NAIROBI\n"
    "U.S. rushes bigger watches , denying \xC3\xA9lites' flies quizzing\n"
    "attacked";

enum {
  MODEL_ROWS = 4,
  MODEL_IN = 16, // numbers of a row, as in NETWORK_SMALL
  MODEL_TAGS = 8,
  MODEL_FEATS = 2,
  MODEL_SCRIPTS = 3
};

static inline bede_model_header *model_header(const blob *b)
{
  return (void *)b->bytes;
}

static inline void *model_part(const blob *b, bede_section_id id)
{
  return b->bytes + model_header(b)->section[id].offset;
}

static inline void *model_add(blob *b, bede_section_id id, size_t size)
{
  size_t at = blob_add(b, size);
  model_header(b)->section[id].offset = at;
  model_header(b)->section[id].size = size;
  return b->bytes + at;
}

static inline void model_put(blob *b, bede_section_id id, const void *part,
                             size_t size)
{
  memcpy(model_add(b, id, size), part, size);
}

// --- dictionaries of one bucket ----------------------------------------------

static inline void model_know(bede_dict_bucket *bucket, uint64_t key,
                              uint32_t value)
{
  unsigned i = 0;
  while (i < 8 && bucket->mark[i])
    i++;
  if (i == 8) return; // no room for it
  bucket->mark[i] = (uint32_t)key | 1u;
  bucket->value[i] = value;
}

static inline uint64_t model_key(const char *form)
{
  char lower[BEDE_MAX_FORM];
  size_t len;
  return bede_form_key(bede_str_from(form), lower, &len);
}

static inline void model_add_dicts(blob *b)
{
  bede_dict_bucket *d =
      model_add(b, BEDE_SECTION_VOCAB, sizeof(bede_dict_bucket));
  model_know(d, model_key("rebel"), BEDE_MASK_NOUN);
  model_know(d, model_key("attack"), BEDE_MASK_NOUN | BEDE_MASK_VERB);
  bede_dict vocab = {d, 1};
  bede_affixes affixes;
  uint64_t features[BEDE_FORM_FEATURES];
  bede_look_affixes(&vocab, bede_str_from("rebels"), &affixes);
  size_t n = bede_form_features(&affixes, features);
  d = model_add(b, BEDE_SECTION_FORMS, sizeof *d);
  for (size_t i = 0; i < n; i++)
    model_know(d, features[i], (uint32_t)(i % MODEL_ROWS + 1));
  d = model_add(b, BEDE_SECTION_WORDS, sizeof *d);
  model_know(d, model_key("attacked"), 1);
  model_know(d, model_key("nairobi"), MODEL_ROWS);
  d = model_add(b, BEDE_SECTION_LEMMAS, sizeof *d);
  model_know(d, bede_key_with(model_key("rebels"), BEDE_XPOS_NN), 3);
  d = model_add(b, BEDE_SECTION_MORPHS, sizeof *d);
  for (unsigned tag = 0; tag < MODEL_TAGS; tag++)
    model_know(d, bede_key_with(model_key("nairobi"), tag), 2);
}

// --- sparse tables of one bucket ---------------------------------------------

// Two rows: for class 0 alone, and for both classes.
static inline void model_add_sparse(blob *b, bede_section_id id,
                                    uint32_t classes, const uint64_t *features,
                                    size_t count)
{
  static const uint8_t pool[] = {1, 0, 0, 50, 2, 3, 0, 1, 0xE0, 90};
  bede_sparse_bucket *bucket = model_add(b, id, sizeof *bucket);
  for (size_t i = 0; i < count && i < BEDE_SPARSE_SLOTS; i++) {
    bucket->mark[i] = bede_mark_of(features[i]);
    bucket->at[i] = i % 2 ? 4 : 0;
  }
  model_header(b)->section[id].classes = classes;
  model_put(b, (bede_section_id)(id + 1), pool, sizeof pool);
}

// What lemmas and FEATS are found by: the first feature of each tag.
static inline void model_add_tables(blob *b)
{
  uint64_t lemma[MODEL_TAGS], morph[MODEL_TAGS];
  bede_look look = {0};
  bede_affixes affixes = {0};
  for (uint8_t tag = 0; tag < MODEL_TAGS; tag++) {
    uint64_t features[BEDE_MAX_FEATURES];
    bede_lemma_features(&look, &affixes, tag, features);
    lemma[tag] = features[0];
    morph[tag] = bede_feature(1, 0, tag, 0);
  }
  model_add_sparse(b, BEDE_SECTION_LEMMA, 2, lemma, MODEL_TAGS);
  model_add_sparse(b, BEDE_SECTION_MORPH, MODEL_FEATS, morph, MODEL_TAGS);
}

// --- the file ----------------------------------------------------------------

static inline void model_add_lists(blob *b)
{
  static const bede_tag_class classes[MODEL_TAGS] = {
      {BEDE_UPOS_NOUN, BEDE_XPOS_NN, 0},
      {BEDE_UPOS_VERB, BEDE_XPOS_VBD, BEDE_MORPH_OPEN},
      {BEDE_UPOS_PUNCT, BEDE_XPOS_PERIOD, 1},
      {BEDE_UPOS_NOUN, BEDE_XPOS_NNS, BEDE_MORPH_OPEN},
      {BEDE_UPOS_PROPN, BEDE_XPOS_NNP, 1},
      {BEDE_UPOS_VERB, BEDE_XPOS_VBG, BEDE_MORPH_OPEN},
      {BEDE_UPOS_ADJ, BEDE_XPOS_JJR, 0},
      {BEDE_UPOS_NUM, BEDE_XPOS_CD, BEDE_MORPH_OPEN}};
  // as it is, without "ed", without "s"
  static const bede_script scripts[MODEL_SCRIPTS] = {
      {0}, {0, 2, 0, ""}, {0, 1, 0, ""}};
  bede_feats feats[MODEL_FEATS] = {
      0, bede_feats_set(0, BEDE_FEAT_NUMBER, BEDE_NUMBER_SING)};
  model_put(b, BEDE_SECTION_CLASSES, classes, sizeof classes);
  model_put(b, BEDE_SECTION_FEATS, feats, sizeof feats);
  model_put(b, BEDE_SECTION_SCRIPTS, scripts, sizeof scripts);
  uint32_t *places =
      model_add(b, BEDE_SECTION_PLACES, BEDE_PLACES * sizeof *places);
  for (uint32_t i = 0; i < BEDE_PLACES; i++)
    places[i] = i % (MODEL_ROWS + 1);
}

// The network of a mode.
static inline network model_net(unsigned mode, dice *d, dice_kind kind)
{
  bede_net_header h = NETWORK_SMALL;
  h.layers = 1 + mode;
  h.tag_classes = MODEL_TAGS;
  network n = network_make(&h);
  network_fill(&n, d, kind);
  return n;
}

// Two networks over the same rows.
static inline void model_add_nets(blob *b)
{
  dice d = {17};
  int8_t *rows = model_add(b, BEDE_SECTION_ROWS, MODEL_ROWS * MODEL_IN);
  for (uint32_t i = 0; i < MODEL_ROWS * MODEL_IN; i++)
    rows[i] = (int8_t)dice_between(&d, -128, 127);
  for (unsigned mode = 0; mode < BEDE_MODES; mode++) {
    network n = model_net(mode, &d, DICE_SMALL);
    model_put(b, (bede_section_id)(BEDE_SECTION_NET + mode), n.blob.bytes,
              n.blob.size);
    network_release(&n);
  }
}

static inline blob model_make(void)
{
  blob b = {0};
  blob_add(&b, sizeof(bede_model_header));
  model_add_lists(&b);
  model_add_dicts(&b);
  model_add_tables(&b);
  model_add_nets(&b);
  blob_finish(&b);
  bede_model_header *h = model_header(&b);
  memcpy(h->magic, BEDE_MODEL_MAGIC, sizeof h->magic);
  h->version = BEDE_MODEL_VERSION;
  h->sections = BEDE_SECTION_COUNT;
  h->size = b.size;
  h->names = bede_model_names();
  h->label_sets[0] = (uint64_t)1 << BEDE_REL_NSUBJ | 1u << BEDE_REL_ROOT;
  h->label_sets[1] = (uint64_t)1 << BEDE_REL_OBJ | 1u << BEDE_REL_OBL;
  bede_model_seal(h);
  return b;
}

#endif
