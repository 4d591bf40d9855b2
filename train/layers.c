// Input and recurrent layers, forwards and backwards. Layers are LSTMs with one
// gate for both forgetting and input (Greff et al. 2017, "CIFG") and no second
// squashing, so that a state stays in [-1, 1]: c' = f c + (1 - f) g, h = o c'.
#include <math.h>
#include <string.h>

#include "work.h"

static inline float squash(float x)
{
  float a = fabsf(x);
  a = a < 2 ? a - a * a * 0.25f : 1;
  return x < 0 ? -a : a;
}

static inline float squash_slope(float x)
{
  float a = fabsf(x);
  return a < 2 ? 1 - a * 0.5f : 0;
}

static inline float gate(float x)
{
  return 0.5f + 0.5f * squash(0.5f * x);
}

static inline float gate_slope(float x)
{
  return 0.25f * squash_slope(0.5f * x);
}

// --- input -------------------------------------------------------------------

static void input_forward(const net *n, work *w, const lesson *lessons)
{
  size_t in = n->s.in;
  for (uint32_t s = 0; s < w->sentences; s++) {
    const lesson *x = &lessons[w->lesson[s]];
    for (uint32_t i = 0; i < x->count; i++) {
      size_t at = w->start[s] + i;
      float *out = w->context[0] + at * in;
      memset(out, 0, in * sizeof *out);
      for (uint32_t k = 0; k < ROW_FEATURES; k++) {
        uint32_t row = x->rows[i * ROW_FEATURES + k];
        if (row != BEDE_NONE) add_to(out, n->row + row * in, in);
      }
      float *v = w->in_vector + at * VECTOR_DIM;
      if (x->vector[i] == BEDE_NONE)
        memset(v, 0, VECTOR_DIM * sizeof *v);
      else
        memcpy(v, n->vectors + (size_t)x->vector[i] * VECTOR_DIM,
               VECTOR_DIM * sizeof *v);
    }
  }
  gemm(w->words, in, VECTOR_DIM, w->in_vector, VECTOR_DIM, 1, n->t[T_PROJECT].w,
       in, w->context[0], in, true);
}

float *row_gradient(const net *n, work *w, uint32_t row)
{
  size_t in = n->s.in;
  if (!w->row_place[row]) {
    w->touched[w->touched_count++] = row;
    w->row_place[row] = w->touched_count;
    memset(w->row_gradient + (w->touched_count - 1) * in, 0,
           in * sizeof(float));
  }
  return w->row_gradient + (w->row_place[row] - 1) * in;
}

static void input_backward(net *n, work *w, const lesson *lessons,
                           unsigned slot)
{
  size_t in = n->s.in;
  for (uint32_t s = 0; s < w->sentences; s++) {
    const lesson *x = &lessons[w->lesson[s]];
    for (uint32_t i = 0; i < x->count * ROW_FEATURES; i++) {
      if (x->rows[i] == BEDE_NONE) continue;
      size_t at = w->start[s] + i / ROW_FEATURES;
      add_to(row_gradient(n, w, x->rows[i]), w->dcontext[0] + at * in, in);
    }
  }
  gemm(VECTOR_DIM, in, w->words, w->in_vector, 1, VECTOR_DIM, w->dcontext[0],
       in, n->t[T_PROJECT].g[slot], in, true);
}

// --- recurrent layers --------------------------------------------------------

static void gates_forward(const net *n, packed *p, size_t row,
                          const float *c_before)
{
  size_t h = n->s.hidden;
  const float *restrict z = p->z + row * 3 * h;
  float *restrict c = p->c + row * h, *restrict out = p->h + row * h;
  for (size_t i = 0; i < h; i++) {
    float f = gate(z[i]), o = gate(z[h + i]), g = squash(z[2 * h + i]);
    float last = c_before ? c_before[i] : 0;
    c[i] = f * last + (1 - f) * g;
    out[i] = o * c[i];
  }
}

static void direction_forward(net *n, work *w, uint32_t l, uint32_t d)
{
  size_t h = n->s.hidden, in = l ? 2 * h : n->s.in;
  packed *p = &w->layer[l][d];
  const tensor *bias = net_layer(n, l, d, L_BIAS);
  for (uint32_t i = 0; i < w->words; i++) {
    masked(p->x + i * in, w->context[l] + w->place[d][i] * in,
           w->mask_layer[l] + w->owner[i] * in, in);
    memcpy(p->z + i * 3 * h, bias->w, 3 * h * sizeof(float));
  }
  gemm(w->words, 3 * h, in, p->x, in, 1, net_layer(n, l, d, L_INPUT)->w, 3 * h,
       p->z, 3 * h, true);
  for (uint32_t t = 0; t < w->steps; t++) {
    size_t at = w->base[t], before = t ? w->base[t - 1] : 0;
    for (uint32_t i = 0; i < w->active[t]; i++) {
      float *hb = p->before + (at + i) * h;
      if (t)
        masked(hb, p->h + (before + i) * h, w->mask_state[l][d] + i * h, h);
      else
        memset(hb, 0, h * sizeof *hb);
    }
    if (t)
      gemm(w->active[t], 3 * h, h, p->before + at * h, h, 1,
           net_layer(n, l, d, L_STATE)->w, 3 * h, p->z + at * 3 * h, 3 * h,
           true);
    for (uint32_t i = 0; i < w->active[t]; i++)
      gates_forward(n, p, at + i, t ? p->c + (before + i) * h : NULL);
  }
  for (uint32_t i = 0; i < w->words; i++)
    memcpy(w->context[l + 1] + w->place[d][i] * 2 * h + d * h, p->h + i * h,
           h * sizeof(float));
}

// dh and dc: gradients of the output and the state of the step; dc becomes that
// of the state before.
static void gates_backward(const net *n, packed *p, size_t row,
                           const float *restrict c_before,
                           const float *restrict dh, float *restrict dc)
{
  size_t h = n->s.hidden;
  const float *restrict z = p->z + row * 3 * h, *restrict c = p->c + row * h;
  float *restrict dz = p->dz + row * 3 * h;
  for (size_t i = 0; i < h; i++) {
    float f = gate(z[i]), o = gate(z[h + i]), g = squash(z[2 * h + i]);
    float last = c_before ? c_before[i] : 0;
    float state = dc[i] + dh[i] * o;
    dz[i] = state * (last - g) * gate_slope(z[i]);
    dz[h + i] = dh[i] * c[i] * gate_slope(z[h + i]);
    dz[2 * h + i] = state * (1 - f) * squash_slope(z[2 * h + i]);
    dc[i] = state * f;
  }
}

static void steps_backward(net *n, work *w, uint32_t l, uint32_t d)
{
  size_t h = n->s.hidden;
  packed *p = &w->layer[l][d];
  memset(w->dc, 0, w->sentences * h * sizeof(float));
  for (uint32_t t = w->steps; t-- > 0;) {
    size_t at = w->base[t];
    uint32_t later = t + 1 < w->steps ? w->active[t + 1] : 0;
    if (later) {
      gemm(later, h, 3 * h, p->dz + (at + w->active[t]) * 3 * h, 3 * h, 1,
           net_layer(n, l, d, L_STATE)->t, h, w->dh, h, false);
      masked(w->dh, w->dh, w->mask_state[l][d], later * h);
    }
    memset(w->dh + later * h, 0, (w->active[t] - later) * h * sizeof(float));
    for (uint32_t i = 0; i < w->active[t]; i++) {
      add_to(w->dh + i * h,
             w->dcontext[l + 1] + w->place[d][at + i] * 2 * h + d * h, h);
      gates_backward(n, p, at + i, t ? p->c + (w->base[t - 1] + i) * h : NULL,
                     w->dh + i * h, w->dc + i * h);
    }
  }
}

static void direction_backward(net *n, work *w, uint32_t l, uint32_t d,
                               unsigned slot)
{
  size_t h = n->s.hidden, in = l ? 2 * h : n->s.in;
  packed *p = &w->layer[l][d];
  steps_backward(n, w, l, d);
  for (uint32_t i = 0; i < w->words; i++)
    add_to(net_layer(n, l, d, L_BIAS)->g[slot], p->dz + i * 3 * h, 3 * h);
  gemm(in, 3 * h, w->words, p->x, 1, in, p->dz, 3 * h,
       net_layer(n, l, d, L_INPUT)->g[slot], 3 * h, true);
  gemm(h, 3 * h, w->words, p->before, 1, h, p->dz, 3 * h,
       net_layer(n, l, d, L_STATE)->g[slot], 3 * h, true);
  gemm(w->words, in, 3 * h, p->dz, 3 * h, 1, net_layer(n, l, d, L_INPUT)->t, in,
       w->dx, in, false);
  for (uint32_t i = 0; i < w->words; i++) {
    float *restrict out = w->dcontext[l] + w->place[d][i] * in;
    const float *restrict x = w->dx + i * in, *restrict mask =
                                                  w->mask_layer[l] +
                                                  w->owner[i] * in;
    for (size_t k = 0; k < in; k++)
      out[k] += x[k] * mask[k];
  }
}

void layers_forward(net *n, work *w, const lesson *lessons)
{
  input_forward(n, w, lessons);
  for (uint32_t l = 0; l < n->s.layers; l++)
    for (uint32_t d = 0; d < 2; d++)
      direction_forward(n, w, l, d);
}

void layers_backward(net *n, work *w, const lesson *lessons, unsigned slot)
{
  for (uint32_t l = n->s.layers; l-- > 0;) {
    size_t in = l ? 2 * n->s.hidden : n->s.in;
    memset(w->dcontext[l], 0, w->words * in * sizeof(float));
    for (uint32_t d = 0; d < 2; d++)
      direction_backward(n, w, l, d, slot);
  }
  if (!n->fixed_input) input_backward(n, w, lessons, slot);
}
