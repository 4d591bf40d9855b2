// Writing the model file: weights to integers, features to buckets.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "quantise.h"

// Steps a unit of weight. Chosen on the development sets: finer steps gain
// nothing that can be measured.
#define SPARSE_STEPS 16.0

enum {
  ROW_MAX = 2 + 2 * 255, // bytes of a sparse row
  MODEL_MOST = 24000000  // bytes of the file
};

typedef struct file {
  unsigned char *bytes;
  size_t size, room;
} file;

static size_t file_reserve(file *f, size_t size)
{
  size_t at = (f->size + 63) & ~(size_t)63, end = at + size;
  if (end > f->room) {
    f->room = end * 2 + 4096;
    f->bytes = need(realloc(f->bytes, f->room));
  }
  memset(f->bytes + f->size, 0, end - f->size);
  f->size = end;
  return at;
}

static void put_section(file *f, bede_section_id id, const void *ptr,
                        size_t size, uint32_t classes)
{
  size_t at = file_reserve(f, size);
  if (size) memcpy(f->bytes + at, ptr, size);
  bede_model_header *h = (void *)f->bytes;
  h->section[id].offset = at;
  h->section[id].size = size;
  h->section[id].classes = classes;
  note("section %d: %zu bytes", id, size);
}

// --- sparse ------------------------------------------------------------------

static int by_class(const void *a, const void *b)
{
  const linear_cell *x = a, *y = b;
  return x->class < y->class ? -1 : x->class > y->class;
}

// Writes the row of a feature; its size, 0 when no weight is left.
static size_t make_row(const linear *l, uint32_t id, uint8_t *out)
{
  linear_row *row = &l->rows[id];
  double top = 0;
  qsort(row->cells, row->count, sizeof *row->cells, by_class);
  for (uint32_t c = 0; c < row->count; c++)
    top = fmax(top, fabs(linear_average(l, &row->cells[c])));
  unsigned shift = 0, count = 0;
  while (top * SPARSE_STEPS / (1u << shift) > 127)
    shift++;
  double scale = SPARSE_STEPS / (1u << shift);
  uint8_t class[BEDE_MAX_CLASSES], weight[BEDE_MAX_CLASSES];
  for (uint32_t c = 0; c < row->count && count < 255; c++) {
    double x = round(linear_average(l, &row->cells[c]) * scale);
    if (x == 0 || fabs(x) < LINEAR_SMALLEST * scale) continue;
    class[count] = (uint8_t)row->cells[c].class;
    weight[count++] = (uint8_t)(int8_t)x;
  }
  if (!count) return 0;
  out[0] = (uint8_t)count;
  out[1] = (uint8_t)shift;
  memcpy(out + 2, class, count);
  memcpy(out + 2 + count, weight, count);
  return 2 + 2 * (size_t)count;
}

static void put_sparse(file *f, bede_section_id id, const linear *l)
{
  uint32_t buckets = l->buckets, lost = 0;
  bede_sparse_bucket *b = need(calloc(buckets, sizeof *b));
  uint8_t *pool = need(calloc(l->features + 1, ROW_MAX));
  size_t size = 0;
  for (uint32_t i = 0; i < l->features; i++) {
    bede_sparse_bucket *to = &b[bede_bucket_of(l->feature[i], buckets)];
    size_t n = make_row(l, i, pool + size);
    unsigned slot = 0;
    while (slot < BEDE_SPARSE_SLOTS && to->mark[slot])
      slot++;
    lost += n && slot == BEDE_SPARSE_SLOTS;
    if (!n || slot == BEDE_SPARSE_SLOTS) continue;
    to->mark[slot] = bede_mark_of(l->feature[i]);
    to->at[slot] = (uint32_t)size;
    size += n;
  }
  note("section %d: %u features, %u lost", id, l->features, lost);
  put_section(f, id, b, buckets * sizeof *b, l->classes);
  put_section(f, (bede_section_id)(id + 1), pool, size, 0);
  free(b);
  free(pool);
}

// --- the file ----------------------------------------------------------------

static void put_dict(file *f, bede_section_id id, const bede_dict *d)
{
  put_section(f, id, d->buckets, d->count * sizeof *d->buckets, 0);
}

static void put_all(file *f, const trainer *t)
{
  put_section(f, BEDE_SECTION_CLASSES, t->classes,
              t->class_count * sizeof *t->classes, 0);
  put_section(f, BEDE_SECTION_FEATS, t->feats,
              t->feats_count * sizeof *t->feats, 0);
  put_section(f, BEDE_SECTION_SCRIPTS, t->scripts,
              t->script_count * sizeof *t->scripts, 0);
  put_dict(f, BEDE_SECTION_VOCAB, &t->vocab);
  put_dict(f, BEDE_SECTION_LEMMAS, &t->lemmas);
  put_dict(f, BEDE_SECTION_MORPHS, &t->morphs);
  put_sparse(f, BEDE_SECTION_LEMMA, &t->lemma);
  put_sparse(f, BEDE_SECTION_MORPH, &t->morph);
}

static void put_input(file *f, const input *in)
{
  put_dict(f, BEDE_SECTION_WORDS, &in->words);
  put_dict(f, BEDE_SECTION_FORMS, &in->forms);
  put_section(f, BEDE_SECTION_PLACES, in->places, sizeof in->places, 0);
}

static void put_net(file *f, unsigned mode, const net *n, const float *scale)
{
  blob b = {0};
  quantise_net(n, scale, &b);
  put_section(f, BEDE_SECTION_NET + mode, b.bytes, b.size, 0);
  note("network %u: %zu bytes", mode, b.size);
  free(b.bytes);
}

static void put_nets(file *f, const input *in, const net *fast,
                     const net *accurate)
{
  float *scale = need(calloc(accurate->s.in, sizeof *scale));
  int8_t *values = quantise_rows(accurate, in, scale);
  put_section(f, BEDE_SECTION_ROWS, values, (size_t)in->count * accurate->s.in,
              0);
  put_net(f, BEDE_FAST, fast, scale);
  put_net(f, BEDE_ACCURATE, accurate, scale);
  free(scale);
  free(values);
}

// Which relations stand on arcs to the left, and to the right.
static void label_sets(const trainer *t, uint64_t *sets)
{
  for (uint32_t i = 0; i < t->count; i++)
    for (uint32_t k = t->samples[i].begin; k < t->samples[i].end; k++) {
      const bede_word *w = &t->samples[i].doc->words.items[k];
      if (w->head != BEDE_NONE) sets[w->head < k] |= (uint64_t)1 << w->deprel;
    }
}

void write_model(const trainer *t, const input *in, const net *fast,
                 const net *accurate, const char *path)
{
  file f = {0};
  file_reserve(&f, sizeof(bede_model_header));
  put_all(&f, t);
  put_input(&f, in);
  put_nets(&f, in, fast, accurate);
  if (f.size > MODEL_MOST) die("the model has %zu bytes: too many", f.size);
  bede_model_header *h = (void *)f.bytes;
  memcpy(h->magic, BEDE_MODEL_MAGIC, sizeof h->magic);
  h->version = BEDE_MODEL_VERSION;
  h->sections = BEDE_SECTION_COUNT;
  h->size = f.size;
  h->names = bede_model_names();
  label_sets(t, h->label_sets);
  bede_model_seal(h);
  FILE *out = fopen(path, "wb");
  if (!out || fwrite(f.bytes, 1, f.size, out) != f.size || fclose(out))
    die("%s: cannot be written", path);
  note("%s: %zu bytes", path, f.size);
  free(f.bytes);
}
