// The rows that the model holds, and all numbers as integers: rows in 8 bits
// with a step for each of their numbers, weights in 16 with a shift for each
// matrix.
#include "quantise.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"

// Numbers of a row that are so many times as big as is usual are cut.
#define ROW_MOST 8.0
// Fractional bits of sums: real numbers of up to 32 fit into 32 bits.
enum { SUM_BITS = 26, STATE_WEIGHT_BITS = 12 };

// --- rows --------------------------------------------------------------------

static uint32_t add_row(input *in, uint32_t vector)
{
  uint32_t row = in->count++;
  for (unsigned i = 0; i < ROW_FEATURES; i++)
    in->parts[(size_t)row * ROW_FEATURES + i] = BEDE_NONE;
  in->vector[row] = vector;
  return row;
}

// A row for a form, unless it has one.
static void add_form(const trainer *t, const row_index *r, const vectors *v,
                     bede_str form, uint64_t key, counter *words, input *in)
{
  uint64_t features[BEDE_FORM_FEATURES];
  uint32_t *at = counter_at(words, key);
  uint32_t number = counter_get(&v->index, key);
  if (*at) return;
  uint32_t row = add_row(in, number ? number - 1 : BEDE_NONE);
  uint32_t *parts = in->parts + (size_t)row * ROW_FEATURES;
  bede_affixes affixes;
  *at = row + 1;
  bede_look_affixes(&t->vocab, form, &affixes);
  size_t n = bede_form_features(&affixes, features);
  uint32_t set = counter_get(t->tag_sets, key);
  *parts++ = row_of(r, word_row(key));
  *parts++ = set ? row_of(r, tags_row(set)) : BEDE_NONE;
  for (size_t i = 0; i < n; i++)
    *parts++ = row_of(r, features[i]);
}

static void add_words(const trainer *t, const row_index *r, const vectors *v,
                      input *in)
{
  counter words;
  counter_init(&words);
  for (uint32_t i = 0; i < t->count; i++) {
    const sample *s = &t->samples[i];
    for (uint32_t k = 0; k < s->end - s->begin; k++)
      if (s->seen[k] >= KNOWN_LEAST)
        add_form(t, r, v, bede_word_form(s->doc, s->begin + k), s->look[k].key,
                 &words, in);
  }
  for (uint32_t i = 0; i < v->count; i++)
    add_form(t, r, v, bede_str_from(v->forms[i]), v->keys[i], &words, in);
  in->words = dict_build(&words);
  counter_release(&words);
}

static void add_affixes(const trainer *t, const row_index *r, input *in)
{
  counter forms;
  counter_init(&forms);
  for (uint32_t i = 0; i < t->count; i++) {
    const sample *s = &t->samples[i];
    for (uint32_t k = s->begin; k < s->end; k++) {
      uint64_t features[BEDE_FORM_FEATURES];
      bede_affixes affixes;
      bede_look_affixes(&t->vocab, bede_word_form(s->doc, k), &affixes);
      size_t n = bede_form_features(&affixes, features);
      for (size_t f = 0; f < n; f++) {
        uint32_t from = row_of(r, features[f]);
        uint32_t *at = counter_at(&forms, features[f]);
        if (from == BEDE_NONE || *at) continue;
        uint32_t row = add_row(in, BEDE_NONE);
        in->parts[(size_t)row * ROW_FEATURES] = from;
        *at = row + 1;
      }
    }
  }
  in->forms = dict_build(&forms);
  counter_release(&forms);
}

static void add_places(const row_index *r, input *in)
{
  for (uint32_t i = 0; i < BEDE_PLACES; i++) {
    uint32_t place = row_of(r, place_row(i)),
             shape = row_of(r, shape_row(i & 255));
    if (place == BEDE_NONE && shape == BEDE_NONE) continue;
    uint32_t row = add_row(in, BEDE_NONE);
    in->parts[(size_t)row * ROW_FEATURES] = place;
    in->parts[(size_t)row * ROW_FEATURES + 1] = shape;
    in->places[i] = row + 1;
  }
}

void input_build(const trainer *t, const row_index *r, const vectors *v,
                 input *out)
{
  size_t most = (size_t)r->count * 2 + v->count + BEDE_PLACES + 1;
  memset(out, 0, sizeof *out);
  out->parts = need(calloc(most * ROW_FEATURES, sizeof *out->parts));
  out->vector = need(calloc(most, sizeof *out->vector));
  add_words(t, r, v, out);
  uint32_t words = out->count;
  add_affixes(t, r, out);
  uint32_t affixes = out->count - words;
  add_places(r, out);
  note("%u rows of forms, %u of affixes, %u of places", words, affixes,
       out->count - words - affixes);
}

// The numbers of a row.
static void sum_row(const net *n, const input *in, uint32_t row, float *out)
{
  size_t size = n->s.in;
  memset(out, 0, size * sizeof *out);
  for (unsigned i = 0; i < ROW_FEATURES; i++) {
    uint32_t part = in->parts[(size_t)row * ROW_FEATURES + i];
    for (size_t k = 0; k < size && part != BEDE_NONE; k++)
      out[k] += n->row[part * size + k];
  }
  if (in->vector[row] == BEDE_NONE) return;
  gemm(1, size, VECTOR_DIM, n->vectors + (size_t)in->vector[row] * VECTOR_DIM,
       VECTOR_DIM, 1, n->t[T_PROJECT].w, size, out, size, true);
}

int8_t *quantise_rows(const net *n, const input *in, float *scale)
{
  size_t size = n->s.in, cut = 0;
  float *all = need(calloc((size_t)in->count * size, sizeof *all));
  int8_t *out = need(calloc((size_t)in->count * size, 1));
  for (uint32_t i = 0; i < in->count; i++)
    sum_row(n, in, i, all + i * size);
  for (size_t k = 0; k < size; k++) {
    double top = 0, square = 0;
    for (uint32_t i = 0; i < in->count; i++) {
      double x = fabs((double)all[i * size + k]);
      top = fmax(top, x);
      square += x * x;
    }
    top = fmin(top, ROW_MOST * sqrt(square / in->count));
    scale[k] = (float)(top > 0 ? top / 127 : 1);
    for (uint32_t i = 0; i < in->count; i++) {
      double x = round((double)(all[i * size + k] / scale[k]));
      cut += fabs(x) > 127;
      out[i * size + k] = (int8_t)fmax(-127, fmin(127, x));
    }
  }
  note("%u rows of %zu bytes, %zu numbers cut", in->count, size, cut);
  free(all);
  return out;
}

// --- matrices ----------------------------------------------------------------

static void *blob_add(blob *b, size_t size)
{
  size_t at = (b->size + 63) / 64 * 64, end = (at + size + 63) / 64 * 64;
  if (end > b->room) {
    b->room = end * 2;
    b->bytes = need(realloc(b->bytes, b->room));
  }
  memset(b->bytes + b->size, 0, end - b->size);
  b->size = end;
  return b->bytes + at;
}

// A matrix on its way: w[in][out].
typedef struct plain {
  uint32_t in, out;
  double *w, *bias;                 // bias may be NULL
  int in_bits, out_bits, most_bits; // fractional; most_bits: of a weight
} plain;

static plain plain_new(uint32_t in, uint32_t out, bool biased)
{
  plain p = {in, out, NULL, NULL, 0, 0, SUM_BITS};
  p.w = need(calloc((size_t)in * out, sizeof *p.w));
  if (biased) p.bias = need(calloc(out, sizeof *p.bias));
  return p;
}

// As many fractional bits of weights as the greatest, the sums and most_bits
// allow.
static int bits_of(const plain *p)
{
  double top = 1e-9;
  for (size_t i = 0; i < (size_t)p->in * p->out; i++)
    top = fmax(top, fabs(p->w[i]));
  int bits = (int)floor(log2(32767 / top));
  if (bits > SUM_BITS - p->in_bits) bits = SUM_BITS - p->in_bits;
  return bits < p->most_bits ? bits : p->most_bits;
}

// Writes and releases it.
static void put_plain(plain *p, blob *b)
{
  int bits = bits_of(p);
  bede_matrix_header h = {
      .in = p->in, .out = p->out, .biased = p->bias != NULL};
  if (bits + p->in_bits < p->out_bits) die("a matrix has too big weights");
  h.shift = (uint32_t)(bits + p->in_bits - p->out_bits);
  memcpy(blob_add(b, sizeof h), &h, sizeof h);
  if (p->bias) {
    int32_t *bias = blob_add(b, p->out * sizeof *bias);
    for (uint32_t j = 0; j < p->out; j++)
      bias[j] = (int32_t)round(ldexp(p->bias[j], bits + p->in_bits));
  }
  int16_t *w = blob_add(b, (size_t)p->in * p->out * sizeof *w);
  for (uint32_t k = 0; k < p->in; k++)
    for (uint32_t j = 0; j < p->out; j++)
      w[bede_weight_at(p->in, k, j)] =
          (int16_t)round(ldexp(p->w[(size_t)k * p->out + j], bits));
  free(p->w);
  free(p->bias);
}

// A tensor as it is; `bias` NULL: none.
static plain plain_of(const tensor *t, const tensor *bias, int in_bits,
                      int out_bits)
{
  plain p = plain_new(t->rows, t->cols, bias != NULL);
  for (size_t i = 0; i < (size_t)t->rows * t->cols; i++)
    p.w[i] = (double)t->w[i];
  for (uint32_t j = 0; bias && j < t->cols; j++)
    p.bias[j] = (double)bias->w[j];
  p.in_bits = in_bits;
  p.out_bits = out_bits;
  return p;
}

// The input of a layer for both directions; rows have their scale.
static void put_layer_input(const net *n, uint32_t layer, const float *scale,
                            blob *b)
{
  uint32_t half = 3 * n->s.hidden, in = layer ? 2 * n->s.hidden : n->s.in;
  plain p = plain_new(in, 2 * half, true);
  for (uint32_t d = 0; d < 2; d++) {
    const tensor *w = net_layer(n, layer, d, L_INPUT),
                 *bias = net_layer(n, layer, d, L_BIAS);
    for (uint32_t j = 0; j < half; j++) {
      p.bias[d * half + j] = (double)bias->w[j];
      for (uint32_t k = 0; k < in; k++)
        p.w[(size_t)k * 2 * half + d * half + j] =
            (double)w->w[(size_t)k * half + j] * (layer ? 1 : (double)scale[k]);
    }
  }
  p.in_bits = layer ? BEDE_STATE_BITS : 0;
  p.out_bits = BEDE_GATE_BITS;
  put_plain(&p, b);
}

static void put_layers(const net *n, const float *scale, blob *b)
{
  for (uint32_t l = 0; l < n->s.layers; l++) {
    put_layer_input(n, l, scale, b);
    for (uint32_t d = 0; d < 2; d++) {
      plain p = plain_of(net_layer(n, l, d, L_STATE), NULL, BEDE_STATE_BITS,
                         BEDE_GATE_BITS);
      p.most_bits = STATE_WEIGHT_BITS;
      put_plain(&p, b);
    }
  }
}

static void put_heads(const net *n, blob *b)
{
  const tensor *t = n->t;
  plain heads =
      plain_of(&t[T_HEADS], &t[T_HEADS_BIAS], BEDE_STATE_BITS, BEDE_HEAD_BITS);
  plain arcs =
      plain_of(&t[T_ARC], &t[T_ARC_BIAS], BEDE_HEAD_BITS, BEDE_QUERY_BITS);
  plain labels = plain_of(&t[T_LABEL], &t[T_LABEL_BIAS], BEDE_HEAD_BITS, 0);
  plain tags = plain_of(&t[T_TAG], &t[T_TAG_BIAS], BEDE_HEAD_BITS, 0);
  plain names = plain_of(&t[T_NAME], &t[T_NAME_BIAS], BEDE_HEAD_BITS, 0);
  put_plain(&heads, b);
  put_plain(&arcs, b);
  put_plain(&labels, b);
  put_plain(&tags, b);
  put_plain(&names, b);
}

static int16_t clamp16(double x)
{
  return (int16_t)fmax(-32767, fmin(32767, round(x)));
}

void quantise_net(const net *n, const float *scale, blob *out)
{
  bede_net_header h = {.in = n->s.in,
                       .hidden = n->s.hidden,
                       .layers = n->s.layers,
                       .arc = n->s.arc,
                       .label = n->s.label,
                       .tag = n->s.tag,
                       .name = n->s.name,
                       .tag_classes = n->tag_classes,
                       .rel_classes = BEDE_REL_COUNT,
                       .name_classes = BEDE_NER_COUNT};
  memcpy(blob_add(out, sizeof h), &h, sizeof h);
  put_layers(n, scale, out);
  put_heads(n, out);
  int16_t *root = blob_add(out, n->s.arc * sizeof *root);
  for (uint32_t i = 0; i < n->s.arc; i++)
    root[i] = clamp16(ldexp((double)n->t[T_ROOT].w[i], BEDE_HEAD_BITS));
  int32_t *distance = blob_add(out, BEDE_DISTANCES * sizeof *distance);
  for (uint32_t i = 0; i < BEDE_DISTANCES; i++)
    distance[i] = (int32_t)round(
        ldexp((double)n->t[T_DISTANCE].w[i], BEDE_HEAD_BITS + BEDE_QUERY_BITS));
}
