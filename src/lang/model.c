// Opening and checking the model file.
#include "lang/model.h"

#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/mem.h"
#include "base/sha256.h"
#include "base/str.h"

#define MAX_SHIFT 16u // of the weights of a sparse row

// The embedded model, or nothing; in model_data.c.
bede_str bede_model_embedded(void);

static uint64_t hash_name(const char *name, uint64_t seed)
{
  return bede_hash(name, strlen(name), seed);
}

uint64_t bede_model_names(void)
{
  uint64_t h = 0;
  for (unsigned i = 0; i < BEDE_UPOS_COUNT; i++)
    h = hash_name(bede_upos_name((bede_upos)i), h);
  for (unsigned i = 0; i < BEDE_XPOS_COUNT; i++)
    h = hash_name(bede_xpos_name((bede_xpos)i), h);
  for (unsigned i = 0; i < BEDE_REL_COUNT; i++)
    h = hash_name(bede_deprel_name((bede_deprel)i), h);
#define X(feature, symbol, text) h = hash_name(#feature "=" text, h);
  BEDE_FEAT_VALUES(X)
#undef X
  return h;
}

static bede_str sealed_bytes(const bede_model_header *header)
{
  size_t begin = offsetof(bede_model_header, label_sets);
  bede_str s = {(const char *)header + begin, (size_t)header->size - begin};
  return s;
}

void bede_model_seal(bede_model_header *header)
{
  bede_str s = sealed_bytes(header);
  bede_sha256 sha;
  bede_sha256_init(&sha);
  bede_sha256_update(&sha, s.ptr, s.len);
  bede_sha256_final(&sha, header->sha256);
  header->check = bede_hash(s.ptr, s.len, BEDE_MODEL_VERSION);
}

static bede_status check_header(bede_str bytes, bede_error *err)
{
  bede_model_header h;
  if (bytes.len < sizeof h || bytes.len > BEDE_MAX_MODEL)
    return bede_error_set(err, BEDE_EMODEL, 0,
                          "the model file has a size of "
                          "%zu bytes",
                          bytes.len);
  if ((uintptr_t)bytes.ptr % 64)
    return bede_error_set(err, BEDE_EMODEL, 0,
                          "the model is not aligned to 64");
  memcpy(&h, bytes.ptr, sizeof h);
  if (memcmp(h.magic, BEDE_MODEL_MAGIC, sizeof h.magic) != 0)
    return bede_error_set(err, BEDE_EMODEL, 0, "no Bede model");
  if (h.version != BEDE_MODEL_VERSION || h.sections != BEDE_SECTION_COUNT)
    return bede_error_set(err, BEDE_EMODEL, 8,
                          "the model has version %u with %u parts, this "
                          "program reads %u with %u",
                          h.version, h.sections, BEDE_MODEL_VERSION,
                          (unsigned)BEDE_SECTION_COUNT);
  if (h.size != bytes.len)
    return bede_error_set(err, BEDE_EMODEL, 16,
                          "the model file has %zu bytes "
                          "instead of %llu",
                          bytes.len, (unsigned long long)h.size);
  if (h.names != bede_model_names())
    return bede_error_set(err, BEDE_EMODEL, 24,
                          "the model was trained for "
                          "other tags");
  bede_str s = sealed_bytes((const bede_model_header *)(const void *)bytes.ptr);
  if (h.check != bede_hash(s.ptr, s.len, BEDE_MODEL_VERSION))
    return bede_error_set(err, BEDE_EMODEL, 32, "the model file is damaged");
  return BEDE_OK;
}

// The bytes of a section and how many items of `size` they are; false when they
// are not inside the file.
static bool section_get(const bede_model_header *h, bede_section_id id,
                        size_t size, const void **ptr, uint32_t *count)
{
  const bede_section *s = &h->section[id];
  if (s->offset % 64 || s->offset > h->size || s->size > h->size - s->offset)
    return false;
  if (s->size % size || s->classes > BEDE_MAX_CLASSES) return false;
  *ptr = (const char *)h + s->offset;
  *count = (uint32_t)(s->size / size);
  return true;
}

static bool sparse_get(const bede_model_header *h, bede_section_id id,
                       bede_sparse *out)
{
  const void *buckets, *pool;
  uint32_t bytes;
  if (!section_get(h, id, sizeof *out->buckets, &buckets, &out->count) ||
      !section_get(h, (bede_section_id)(id + 1), 1, &pool, &bytes))
    return false;
  out->buckets = buckets;
  out->pool = pool;
  out->classes = h->section[id].classes;
  return out->count > 0;
}

static bool dict_get(const bede_model_header *h, bede_section_id id,
                     bede_dict *out)
{
  const void *ptr;
  if (!section_get(h, id, sizeof *out->buckets, &ptr, &out->count))
    return false;
  out->buckets = ptr;
  return true;
}

static bool map_lists(bede_model *m)
{
  const bede_model_header *h = m->header;
  const void *classes, *feats, *scripts, *places;
  uint32_t place_count;
  if (!section_get(h, BEDE_SECTION_CLASSES, sizeof *m->classes, &classes,
                   &m->class_count) ||
      !section_get(h, BEDE_SECTION_FEATS, sizeof *m->feats, &feats,
                   &m->feats_count) ||
      !section_get(h, BEDE_SECTION_SCRIPTS, sizeof *m->scripts, &scripts,
                   &m->script_count) ||
      !section_get(h, BEDE_SECTION_PLACES, sizeof *m->places, &places,
                   &place_count))
    return false;
  m->classes = classes;
  m->feats = feats;
  m->scripts = scripts;
  m->places = places;
  return m->class_count > 0 && m->class_count < BEDE_MAX_CLASSES &&
         m->feats_count > 0 && m->script_count > 0 &&
         place_count == BEDE_PLACES;
}

static bool map_net(bede_model *m, unsigned mode)
{
  const void *net;
  uint32_t size;
  return section_get(m->header, BEDE_SECTION_NET + mode, 1, &net, &size) &&
         bede_net_open(net, size, m->class_count, &m->net[mode]);
}

static bool map_rows(bede_model *m)
{
  const void *rows;
  uint32_t size, in = m->net[BEDE_FAST].in;
  if (!section_get(m->header, BEDE_SECTION_ROWS, in, &rows, &size))
    return false;
  m->rows.values = rows;
  m->rows.count = size;
  return size > 0 && m->net[BEDE_ACCURATE].in == in;
}

static bool map_sections(bede_model *m)
{
  const bede_model_header *h = m->header;
  return map_lists(m) && dict_get(h, BEDE_SECTION_VOCAB, &m->vocab) &&
         dict_get(h, BEDE_SECTION_LEMMAS, &m->lemmas) &&
         dict_get(h, BEDE_SECTION_MORPHS, &m->morphs) &&
         dict_get(h, BEDE_SECTION_WORDS, &m->words) &&
         dict_get(h, BEDE_SECTION_FORMS, &m->forms) &&
         sparse_get(h, BEDE_SECTION_LEMMA, &m->lemma) &&
         sparse_get(h, BEDE_SECTION_MORPH, &m->morph) &&
         map_net(m, BEDE_FAST) && map_net(m, BEDE_ACCURATE) && map_rows(m);
}

// --- what a file may say ----------------------------------------------------

// Does a row lie in the pool and name classes of the table only, each once? A
// weight of 7 bits times 2^16, summed over all features, is below 2^31.
static bool row_good(const bede_sparse *table, uint32_t bytes, uint32_t at)
{
  if (at > bytes || bytes - at < 2) return false;
  const uint8_t *row = table->pool + at;
  unsigned count = row[0], shift = row[1];
  if (shift > MAX_SHIFT || bytes - at - 2 < 2 * count) return false;
  for (unsigned i = 0; i < count; i++)
    if (row[2 + i] >= table->classes || (i && row[2 + i] <= row[1 + i]))
      return false;
  return true;
}

static bool rows_good(const bede_model_header *h, bede_section_id id,
                      const bede_sparse *table)
{
  uint32_t bytes = (uint32_t)h->section[id + 1].size;
  for (uint32_t b = 0; b < table->count; b++) {
    const bede_sparse_bucket *bucket = &table->buckets[b];
    for (unsigned s = 0; s < BEDE_SPARSE_SLOTS; s++)
      if (bucket->mark[s] && !row_good(table, bytes, bucket->at[s]))
        return false;
  }
  return table->classes > 0;
}

static bool lists_good(const bede_model *m)
{
  for (uint32_t i = 0; i < m->class_count; i++) {
    const bede_tag_class *c = &m->classes[i];
    if (c->upos >= BEDE_UPOS_COUNT || c->xpos >= BEDE_XPOS_COUNT) return false;
  }
  for (uint32_t i = 0; i < m->script_count; i++)
    if (m->scripts[i].len > sizeof m->scripts[i].add) return false;
  return m->lemma.classes <= m->script_count;
}

// The fast hash keeps accidents out, but whoever makes a file can make its
// hash: after this no lookup reads or writes outside its table. Linear in the
// file.
static bool content_good(const bede_model *m)
{
  const bede_model_header *h = m->header;
  return lists_good(m) && rows_good(h, BEDE_SECTION_LEMMA, &m->lemma) &&
         rows_good(h, BEDE_SECTION_MORPH, &m->morph);
}

bede_status bede_model_open(bede_str bytes, bede_model **out, bede_error *err)
{
  bool ours = !bytes.ptr; // what the program was built with is trusted
  *out = NULL;
  if (!bytes.ptr) bytes = bede_model_embedded();
  if (!bytes.ptr)
    return bede_error_set(err, BEDE_EMODEL, BEDE_NO_OFFSET,
                          "this program has no model of its own");
  BEDE_TRY(check_header(bytes, err));
  bede_model *m = bede_calloc(1, sizeof *m);
  if (!m)
    return bede_error_set(err, BEDE_ENOMEM, BEDE_NO_OFFSET, "out of memory");
  m->header = (const void *)bytes.ptr;
  if (!map_sections(m)) {
    bede_free(m);
    return bede_error_set(err, BEDE_EMODEL, BEDE_NO_OFFSET,
                          "the model file lacks a part");
  }
  if (!ours && !content_good(m)) {
    bede_free(m);
    return bede_error_set(err, BEDE_EMODEL, BEDE_NO_OFFSET,
                          "the model file points outside its tables");
  }
  for (unsigned i = 0; i < 8; i++)
    (void)snprintf(m->hash + 2 * i, 3, "%02x", m->header->sha256[i]);
  *out = m;
  return BEDE_OK;
}

void bede_model_free(bede_model *model)
{
  bede_free(model);
}

const char *bede_model_hash(const bede_model *model)
{
  return model->hash;
}

bede_status bede_model_verify(const bede_model *model, bede_error *err)
{
  bede_str s = sealed_bytes(model->header);
  bede_sha256 sha;
  uint8_t sum[32];
  bede_sha256_init(&sha);
  bede_sha256_update(&sha, s.ptr, s.len);
  bede_sha256_final(&sha, sum);
  if (memcmp(sum, model->header->sha256, sizeof sum) != 0)
    return bede_error_set(err, BEDE_EMODEL, 40, "the model file is damaged");
  return BEDE_OK;
}
