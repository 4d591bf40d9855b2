// The heads: tags, names, arcs and relations, their losses and gradients. Trees
// are scored as by Dozat and Manning (2017), with additive labels.
#include <math.h>
#include <string.h>

#include "work.h"

// Columns of a head's part of the output.
typedef struct parts {
  size_t arc_dep, arc_head, label_dep, label_head, tag, name;
} parts;

static parts parts_of(const net *n)
{
  const sizes *s = &n->s;
  parts p;
  p.arc_dep = 0;
  p.arc_head = s->arc;
  p.label_dep = 2 * s->arc;
  p.label_head = p.label_dep + s->label;
  p.tag = p.label_head + s->label;
  p.name = p.tag + s->tag;
  return p;
}

static bool is_label(const parts *p, size_t i)
{
  return i >= p->label_dep && i < p->tag;
}

static void heads_forward(net *n, work *w)
{
  size_t wide = 2 * n->s.hidden, c = n->heads;
  parts at = parts_of(n);
  for (uint32_t s = 0; s < w->sentences; s++)
    for (uint32_t i = w->start[s]; i < w->start[s + 1]; i++) {
      masked(w->top + i * wide, w->context[n->s.layers] + i * wide,
             w->mask_layer[n->s.layers] + s * wide, wide);
      memcpy(w->raw + i * c, n->t[T_HEADS_BIAS].w, c * sizeof(float));
    }
  gemm(w->words, c, wide, w->top, wide, 1, n->t[T_HEADS].w, c, w->raw, c, true);
  for (uint32_t s = 0; s < w->sentences; s++)
    for (uint32_t i = w->start[s]; i < w->start[s + 1]; i++)
      for (size_t k = 0; k < c; k++) {
        float x = w->raw[i * c + k];
        if (!is_label(&at, k)) x = (x > 0 ? x : 0) * w->mask_heads[s * c + k];
        w->heads[i * c + k] = x;
      }
}

static void heads_backward(net *n, work *w, unsigned slot)
{
  size_t wide = 2 * n->s.hidden, c = n->heads;
  parts at = parts_of(n);
  for (uint32_t s = 0; s < w->sentences; s++)
    for (uint32_t i = w->start[s]; i < w->start[s + 1]; i++) {
      for (size_t k = 0; k < c; k++)
        if (!is_label(&at, k))
          w->dheads[i * c + k] *=
              w->raw[i * c + k] > 0 ? w->mask_heads[s * c + k] : 0;
      add_to(n->t[T_HEADS_BIAS].g[slot], w->dheads + i * c, c);
    }
  gemm(wide, c, w->words, w->top, 1, wide, w->dheads, c, n->t[T_HEADS].g[slot],
       c, true);
  float *out = w->dcontext[n->s.layers];
  gemm(w->words, wide, c, w->dheads, c, 1, n->t[T_HEADS].t, wide, out, wide,
       false);
  for (uint32_t s = 0; s < w->sentences; s++)
    for (uint32_t i = w->start[s]; i < w->start[s + 1]; i++)
      masked(out + i * wide, out + i * wide,
             w->mask_layer[n->s.layers] + s * wide, wide);
}

// Softmax over scores[count]; they become the gradient. Returns the best class.
static uint32_t softmax(float *scores, uint32_t count, uint32_t gold,
                        double weight, double *loss)
{
  uint32_t best = 0;
  for (uint32_t i = 1; i < count; i++)
    if (scores[i] > scores[best]) best = i;
  float top = scores[best], sum = 0;
  for (uint32_t i = 0; i < count; i++) {
    scores[i] = expf(scores[i] - top);
    sum += scores[i];
  }
  float right = scores[gold] / sum;
  *loss -= weight * log(right > 1e-12f ? (double)right : 1e-12);
  for (uint32_t i = 0; i < count; i++)
    scores[i] *= (float)weight / sum;
  scores[gold] -= (float)weight;
  return best;
}

// --- arcs --------------------------------------------------------------------

static uint32_t distance_of(uint32_t dep, uint32_t head, uint32_t count)
{
  return head == count ? BEDE_ROOT_DISTANCE : bede_distance_of(dep, head);
}

static void arcs_of(net *n, work *w, const lesson *x, uint32_t first,
                    unsigned slot, uint16_t *found, double weight, bool learn,
                    tally *out)
{
  size_t a = n->s.arc, c = n->heads, count = x->count,
         room = padded((uint32_t)count + 1);
  parts at = parts_of(n);
  const float *dep = w->heads + first * c + at.arc_dep;
  const float *head = w->heads + first * c + at.arc_head;
  memset(w->key, 0, room * a * sizeof(float));
  for (size_t i = 0; i < count; i++)
    memcpy(w->key + i * a, head + i * c, a * sizeof(float));
  memcpy(w->key + count * a, n->t[T_ROOT].w, a * sizeof(float));
  for (size_t i = 0; i < room; i++)
    for (size_t k = 0; k < a; k++)
      w->turned[k * room + i] = w->key[i * a + k];
  for (size_t i = 0; i < count; i++)
    memcpy(w->query + i * a, n->t[T_ARC_BIAS].w, a * sizeof(float));
  gemm(count, a, a, dep, c, 1, n->t[T_ARC].w, a, w->query, a, true);
  gemm(count, room, a, w->query, a, 1, w->turned, room, w->score, room, false);
  for (uint32_t i = 0; i < count; i++) {
    float *row = w->score + i * room;
    for (uint32_t k = 0; k <= count; k++)
      if (k != i)
        row[k] += n->t[T_DISTANCE].w[distance_of(i, k, (uint32_t)count)];
    row[i] = -1e9f;
    found[i] = (uint16_t)softmax(row, (uint32_t)count + 1, x->head[i], weight,
                                 &out->loss);
    for (size_t k = count + 1; k < room; k++)
      row[k] = 0;
    for (uint32_t k = 0; k <= count && learn; k++)
      if (k != i)
        n->t[T_DISTANCE].g[slot][distance_of(i, k, (uint32_t)count)] += row[k];
  }
  if (!learn) return;
  float *ddep = w->dheads + first * c + at.arc_dep;
  float *dhead = w->dheads + first * c + at.arc_head;
  gemm(count, a, room, w->score, room, 1, w->key, a, w->dquery, a, false);
  gemm(room, a, count, w->score, 1, room, w->query, a, w->dkey, a, false);
  for (size_t i = 0; i < count; i++) {
    add_to(n->t[T_ARC_BIAS].g[slot], w->dquery + i * a, a);
    add_to(dhead + i * c, w->dkey + i * a, a);
  }
  add_to(n->t[T_ROOT].g[slot], w->dkey + count * a, a);
  gemm(a, a, count, dep, 1, c, w->dquery, a, n->t[T_ARC].g[slot], a, true);
  gemm(count, a, a, w->dquery, a, 1, n->t[T_ARC].t, a, ddep, c, true);
}

// --- labels, tags, names -----------------------------------------------------

// A linear classifier on rows[words x k] with gradients: best[] the classes.
static void classify(net *n, work *w, int matrix_id, const float *x, size_t ldx,
                     float *dx, const uint8_t *gold, const float *weights,
                     uint32_t classes, unsigned slot, bool learn, uint8_t *best,
                     double *loss)
{
  tensor *m = &n->t[matrix_id], *bias = &n->t[matrix_id + 1];
  size_t cols = m->cols;
  for (uint32_t i = 0; i < w->words; i++)
    memcpy(w->out + i * cols, bias->w, cols * sizeof(float));
  gemm(w->words, cols, m->rows, x, ldx, 1, m->w, cols, w->out, cols, true);
  for (uint32_t i = 0; i < w->words; i++) {
    float *row = w->out + i * cols;
    best[i] = (uint8_t)softmax(row, classes, gold[i], (double)weights[i], loss);
    for (size_t k = classes; k < cols; k++)
      row[k] = 0;
    if (learn) add_to(bias->g[slot], row, cols);
  }
  if (!learn) return;
  gemm(m->rows, cols, w->words, x, 1, ldx, w->out, cols, m->g[slot], cols,
       true);
  gemm(w->words, m->rows, cols, w->out, cols, 1, m->t, padded(m->rows), dx, ldx,
       true);
}

// The words' answers in the order of the part.
typedef struct answers {
  uint8_t tag[PART_ROOM], label[PART_ROOM], name[PART_ROOM], best[PART_ROOM];
  uint32_t head[PART_ROOM], found[PART_ROOM];
  float one[PART_ROOM], arc[PART_ROOM], naming[PART_ROOM];
} answers;

static void collect(const work *w, const lesson *lessons, answers *a)
{
  float unit = 1.0f;
  for (uint32_t s = 0; s < w->sentences; s++) {
    const lesson *x = &lessons[w->lesson[s]];
    for (uint32_t i = 0; i < x->count; i++) {
      uint32_t at = w->start[s] + i;
      a->tag[at] = x->tag[i];
      a->label[at] = x->label[i];
      a->name[at] = x->name[i];
      a->one[at] = unit;
      a->head[at] =
          x->head[i] == x->count ? BEDE_NONE : w->start[s] + x->head[i];
      a->arc[at] = a->head[at] == BEDE_NONE ? 0 : unit;
      a->naming[at] = unit * x->name_weight;
    }
  }
}

static void pairs(net *n, work *w, const uint32_t *heads)
{
  size_t c = n->heads, b = n->s.label;
  parts at = parts_of(n);
  for (uint32_t i = 0; i < w->words; i++) {
    uint32_t h = heads[i] == BEDE_NONE ? i : heads[i];
    const float *x = w->heads + i * c + at.label_dep,
                *y = w->heads + h * c + at.label_head;
    float *out = w->pair + i * b;
    for (size_t k = 0; k < b; k++)
      out[k] = x[k] + y[k] > 0 ? x[k] + y[k] : 0;
  }
}

static void pairs_backward(net *n, work *w, const answers *a)
{
  size_t c = n->heads, b = n->s.label;
  parts at = parts_of(n);
  for (uint32_t i = 0; i < w->words; i++) {
    if (a->head[i] == BEDE_NONE) continue;
    float *x = w->dheads + i * c + at.label_dep,
          *y = w->dheads + a->head[i] * c + at.label_head;
    for (size_t k = 0; k < b; k++) {
      if (w->pair[i * b + k] <= 0) continue;
      x[k] += w->dpair[i * b + k];
      y[k] += w->dpair[i * b + k];
    }
  }
}

static void score_names(const answers *a, const work *w, tally *out)
{
  for (uint32_t s = 0; s < w->sentences; s++) {
    uint32_t end = w->start[s + 1];
    for (uint32_t i = w->start[s]; i < end; i++) {
      bool known = a->naming[i] > 0;
      bool gold = known && a->name[i] % 2, found = known && a->best[i] % 2;
      out->names_gold += gold;
      out->names_found += found;
      if (!gold || a->best[i] != a->name[i]) continue;
      uint32_t k = i + 1, inner = a->name[i] + 1u;
      while (k < end && a->name[k] == inner && a->best[k] == inner)
        k++;
      out->names_right +=
          k == end || (a->name[k] != inner && a->best[k] != inner);
    }
  }
}

static void answer(net *n, work *w, const lesson *lessons, answers *a,
                   unsigned slot, bool learn, tally *out)
{
  size_t c = n->heads;
  parts at = parts_of(n);
  classify(n, w, T_TAG, w->heads + at.tag, c, w->dheads + at.tag, a->tag,
           a->one, n->tag_classes, slot, learn, a->best, &out->loss);
  for (uint32_t i = 0; i < w->words; i++)
    out->tags += a->best[i] == a->tag[i];
  classify(n, w, T_NAME, w->heads + at.name, c, w->dheads + at.name, a->name,
           a->naming, BEDE_NER_COUNT, slot, learn, a->best, &out->loss);
  if (!learn) score_names(a, w, out);
  for (uint32_t s = 0; s < w->sentences; s++) {
    const lesson *x = &lessons[w->lesson[s]];
    uint16_t found[BEDE_MAX_SENTENCE_WORDS];
    arcs_of(n, w, x, w->start[s], slot, found, 1, learn, out);
    for (uint32_t i = 0; i < x->count; i++) {
      uint32_t k = w->start[s] + i;
      a->found[k] = found[i] == x->count ? BEDE_NONE : w->start[s] + found[i];
    }
  }
  pairs(n, w, learn ? a->head : a->found);
  memset(w->dpair, 0, w->words * n->s.label * sizeof(float));
  classify(n, w, T_LABEL, w->pair, n->s.label, w->dpair, a->label, a->arc,
           BEDE_REL_COUNT, slot, learn, a->best, &out->loss);
  if (learn) pairs_backward(n, w, a);
  for (uint32_t i = 0; i < w->words; i++) {
    bool right = a->found[i] == a->head[i];
    out->heads += right;
    out->labels +=
        right && (a->head[i] == BEDE_NONE || a->best[i] == a->label[i]);
  }
  out->words += w->words;
}

void answer_all(net *n, work *w, const lesson *lessons, unsigned slot,
                bool learn, tally *out)
{
  answers a;
  heads_forward(n, w);
  collect(w, lessons, &a);
  memset(w->dheads, 0, w->words * n->heads * sizeof(float));
  answer(n, w, lessons, &a, slot, learn, out);
  if (learn) heads_backward(n, w, slot);
}
