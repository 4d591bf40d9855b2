// The numbers of the network: how they start, and how they learn.
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "work.h"

float *floats(size_t n)
{
  float *out = need(aligned_alloc(64, (n * sizeof(float) + 63) / 64 * 64));
  memset(out, 0, n * sizeof(float));
  return out;
}

static void tensor_init(tensor *t, uint32_t rows, uint32_t cols, double range,
                        rng *r)
{
  size_t n = (size_t)rows * cols;
  t->rows = rows;
  t->cols = cols;
  t->w = floats(n);
  t->t = floats((size_t)padded(rows) * padded(cols));
  t->m = floats(n);
  t->v = floats(n);
  for (unsigned i = 0; i < SLOTS; i++)
    t->g[i] = floats(n);
  for (size_t i = 0; i < n; i++)
    t->w[i] = (float)((rng_unit(r) * 2 - 1) * range);
}

static void matrix(tensor *t, uint32_t rows, uint32_t cols, rng *r)
{
  tensor_init(t, rows, cols, sqrt(6.0 / (rows + cols)), r);
}

// Where the tensors of a layer and direction begin.
static uint32_t layer_at(uint32_t layer, uint32_t dir)
{
  return T_LAYERS + (layer * 2 + dir) * 3;
}

const tensor *net_layer(const net *n, uint32_t layer, uint32_t dir,
                        uint32_t what)
{
  return &n->t[layer_at(layer, dir) + what];
}

// A gate that is open at first keeps what is there.
static void init_layers(net *n, rng *r)
{
  uint32_t h = n->s.hidden;
  for (uint32_t l = 0; l < n->s.layers; l++)
    for (uint32_t d = 0; d < 2; d++) {
      tensor *t = &n->t[layer_at(l, d)], *bias = &t[L_BIAS];
      matrix(&t[L_INPUT], l ? 2 * h : n->s.in, 3 * h, r);
      matrix(&t[L_STATE], h, 3 * h, r);
      tensor_init(bias, 1, 3 * h, 0, r);
      for (uint32_t i = 0; i < h; i++)
        bias->w[i] = 1;
    }
}

void net_init(net *n, const sizes *s, uint32_t rows, uint32_t tags,
              uint64_t seed)
{
  rng r = {seed};
  memset(n, 0, sizeof *n);
  n->s = *s;
  n->heads = 2 * s->arc + 2 * s->label + s->tag + s->name;
  n->tag_classes = tags;
  uint32_t tag_cols = padded(tags), rel_cols = padded(BEDE_REL_COUNT),
           name_cols = padded(BEDE_NER_COUNT);
  matrix(&n->t[T_PROJECT], VECTOR_DIM, s->in, &r);
  matrix(&n->t[T_HEADS], 2 * s->hidden, n->heads, &r);
  tensor_init(&n->t[T_HEADS_BIAS], 1, n->heads, 0, &r);
  matrix(&n->t[T_ARC], s->arc, s->arc, &r);
  tensor_init(&n->t[T_ARC_BIAS], 1, s->arc, 0, &r);
  tensor_init(&n->t[T_ROOT], 1, s->arc, 0.1, &r);
  tensor_init(&n->t[T_DISTANCE], 1, BEDE_DISTANCES, 0, &r);
  matrix(&n->t[T_LABEL], s->label, rel_cols, &r);
  tensor_init(&n->t[T_LABEL_BIAS], 1, rel_cols, 0, &r);
  matrix(&n->t[T_TAG], s->tag, tag_cols, &r);
  tensor_init(&n->t[T_TAG_BIAS], 1, tag_cols, 0, &r);
  matrix(&n->t[T_NAME], s->name, name_cols, &r);
  tensor_init(&n->t[T_NAME_BIAS], 1, name_cols, 0, &r);
  init_layers(n, &r);
  n->row_count = rows;
  n->row = floats((size_t)rows * s->in);
  n->row_m = floats((size_t)rows * s->in);
  n->row_v = floats((size_t)rows * s->in);
  for (size_t i = 0; i < (size_t)rows * s->in; i++)
    n->row[i] = (float)((rng_unit(&r) * 2 - 1) * 0.1);
  net_transpose(n);
}

void net_borrow(net *n, const net *from)
{
  if (n->s.in != from->s.in || n->row_count != from->row_count)
    die("rows of another width");
  memcpy(n->row, from->row, (size_t)n->row_count * n->s.in * sizeof *n->row);
  memcpy(n->t[T_PROJECT].w, from->t[T_PROJECT].w,
         (size_t)VECTOR_DIM * n->s.in * sizeof(float));
  n->fixed_input = true;
}

void net_transpose(net *n)
{
  for (unsigned i = 0; i < T_COUNT; i++) {
    tensor *t = &n->t[i];
    size_t ld = padded(t->rows);
    for (size_t r = 0; r < t->rows; r++)
      for (size_t c = 0; c < t->cols; c++)
        t->t[c * ld + r] = t->w[r * t->cols + c];
  }
}

void net_part(net *n, work *w, const lesson *lessons, uint32_t count,
              unsigned slot, uint64_t seed, bool learn, tally *out)
{
  work_begin(n, w, lessons, count, seed, learn);
  layers_forward(n, w, lessons);
  answer_all(n, w, lessons, slot, learn, out);
  if (learn) layers_backward(n, w, lessons, slot);
}

// --- steps -------------------------------------------------------------------

// How slowly the moments of the gradient move; the greatest norm of a gradient,
// rows left out.
#define BETA1 0.9
#define BETA2 0.98
#define CLIP 5.0

// Adam (Kingma and Ba 2015).
static void adam(float *restrict w, float *restrict m, float *restrict v,
                 const float *restrict g, size_t n, float scale, float rate)
{
  const float b1 = (float)BETA1, b2 = (float)BETA2;
  for (size_t i = 0; i < n; i++) {
    float x = g[i] * scale;
    m[i] = b1 * m[i] + (1 - b1) * x;
    v[i] = b2 * v[i] + (1 - b2) * x * x;
    w[i] -= rate * m[i] / (sqrtf(v[i]) + 1e-8f);
  }
}

static double square_sum(const float *g, size_t n)
{
  double sum = 0;
  for (size_t i = 0; i < n; i++)
    sum += (double)(g[i] * g[i]);
  return sum;
}

// Sums the slots' gradients of rows into the first slot's.
static void merge_rows(const net *n, work **works)
{
  size_t in = n->s.in;
  for (unsigned k = 1; k < SLOTS; k++) {
    work *w = works[k];
    for (uint32_t i = 0; i < w->touched_count; i++) {
      uint32_t row = w->touched[i];
      add_to(row_gradient(n, works[0], row), w->row_gradient + i * in, in);
      w->row_place[row] = 0;
    }
    w->touched_count = 0;
  }
}

void net_update(net *n, work **works, double rate)
{
  double sum = 0;
  size_t in = n->s.in;
  work *first = works[0];
  merge_rows(n, works);
  for (unsigned i = 0; i < T_COUNT; i++) {
    tensor *t = &n->t[i];
    size_t count = (size_t)t->rows * t->cols;
    for (unsigned k = 1; k < SLOTS && count; k++) {
      add_to(t->g[0], t->g[k], count);
      memset(t->g[k], 0, count * sizeof(float));
    }
    sum += square_sum(t->g[0], count);
  }
  uint32_t words = first->words + works[1]->words;
  double unit = words ? 1.0 / words : 1, norm = sqrt(sum) * unit;
  float scale = (float)(norm > CLIP ? unit * CLIP / norm : unit);
  n->step++;
  double fix = sqrt(1 - pow(BETA2, n->step)) / (1 - pow(BETA1, n->step));
  float r = (float)(rate * fix);
  for (unsigned i = 0; i < T_COUNT; i++) {
    tensor *t = &n->t[i];
    size_t count = (size_t)t->rows * t->cols;
    if (!count) continue;
    adam(t->w, t->m, t->v, t->g[0], count, scale, r);
    memset(t->g[0], 0, count * sizeof(float));
  }
  for (uint32_t i = 0; i < first->touched_count; i++) {
    size_t row = first->touched[i];
    adam(n->row + row * in, n->row_m + row * in, n->row_v + row * in,
         first->row_gradient + i * in, in, scale, r);
    first->row_place[row] = 0;
  }
  first->touched_count = 0;
  net_transpose(n);
}
