// Feature templates of the parser: what the next action is (after Zhang and
// Nivre 2011), and what the label of an arc is. Template numbers are part of
// the model: change them and train again.
#include "lang/feature.h"

#define F1(a) out[n++] = bede_feature(t++, (a), 0, 0)
#define F2(a, b) out[n++] = bede_feature(t++, (a), (b), 0)
#define F3(a, b, c) out[n++] = bede_feature(t++, (a), (b), (c))
#define F4(a, b, c, d) out[n++] = bede_feature(t++, (a), (b), (c) | (d) << 16)

// Words that the templates name: s0 s1 the top of the stack, b0 .. b2 the
// front of the buffer, last the word before b0 in the text.
typedef struct view {
  uint16_t s0, s1, b0, b1, b2, last;
  uint64_t dist; // between s0 and b0, in classes
} view;

static uint64_t distance_class(uint32_t a, uint32_t b)
{
  uint32_t d = b > a ? b - a : a - b;
  if (d <= 5) return d;
  return d <= 7 ? 6 : d <= 10 ? 7 : d <= 15 ? 8 : 9;
}

static view view_of(const bede_state *s)
{
  const uint16_t none = BEDE_STATE_NONE;
  view v = {none, none, s->front, none, none, none, 0};
  if (s->depth > 0) v.s0 = s->stack[s->depth - 1];
  if (s->depth > 1) v.s1 = s->stack[s->depth - 2];
  if (v.b0 != none) {
    if (!s->again && v.b0 + 1u < s->count) v.b1 = (uint16_t)(v.b0 + 1);
    if (!s->again && v.b0 + 2u < s->count) v.b2 = (uint16_t)(v.b0 + 2);
    if (v.b0 > 0) v.last = (uint16_t)(v.b0 - 1);
    if (v.s0 != none) v.dist = distance_class(v.s0, v.b0);
  }
  return v;
}

#define W(i) (s->word[i])
#define P(i) ((uint64_t)s->tag[i])
#define L(i) ((uint64_t)s->label[i])

static size_t word_features(const bede_state *s, const view *v, uint64_t t,
                            uint64_t *out)
{
  size_t n = 0;
  const uint16_t at[5] = {v->s0, v->b0, v->b1, v->b2, v->s1};
  for (unsigned i = 0; i < 5; i++) {
    F2(W(at[i]), P(at[i]));
    F1(W(at[i]));
    F1(P(at[i]));
  }
  F2(P(v->last), P(v->b0));
  F3(W(v->s0), P(v->s0) << 8 | P(v->b0), W(v->b0));
  F3(W(v->s0), P(v->s0), W(v->b0));
  F3(W(v->s0), P(v->b0), W(v->b0));
  F3(W(v->s0), P(v->s0), P(v->b0));
  F3(P(v->s0), P(v->b0), W(v->b0));
  F2(W(v->s0), W(v->b0));
  F2(P(v->s0), P(v->b0));
  F2(P(v->b0), P(v->b1));
  F3(P(v->b0), P(v->b1), P(v->b2));
  F3(P(v->s0), P(v->b0), P(v->b1));
  F4(P(v->s0), P(v->b0), P(v->b1), P(v->b2));
  F3(P(v->s1), P(v->s0), P(v->b0));
  F4(P(v->s1), P(v->s0), P(v->b0), P(v->b1));
  F3(W(v->s1), P(v->s0), P(v->b0));
  F3(W(v->s0), P(v->b0), P(v->b1));
  F3(P(v->s0), W(v->b0), P(v->b1));
  F3(P(v->s0), P(v->b0), W(v->b1));
  F2(W(v->b0), W(v->b1));
  F2(W(v->s1), W(v->b0));
  return n;
}

static size_t shape_features(const bede_state *s, const view *v, uint64_t t,
                             uint64_t *out)
{
  size_t n = 0;
  uint64_t headed = s->head[v->s0] != BEDE_STATE_NONE;
  F2(W(v->s0), v->dist);
  F2(P(v->s0), v->dist);
  F2(W(v->b0), v->dist);
  F2(P(v->b0), v->dist);
  F3(W(v->s0), W(v->b0), v->dist);
  F3(P(v->s0), P(v->b0), v->dist);
  F2(W(v->s0), s->rights[v->s0]);
  F2(P(v->s0), s->rights[v->s0]);
  F2(W(v->s0), s->lefts[v->s0]);
  F2(P(v->s0), s->lefts[v->s0]);
  F2(W(v->b0), s->lefts[v->b0]);
  F2(P(v->b0), s->lefts[v->b0]);
  F2(W(v->s0), s->right_set[v->s0]);
  F2(P(v->s0), s->right_set[v->s0]);
  F2(W(v->s0), s->left_set[v->s0]);
  F2(P(v->s0), s->left_set[v->s0]);
  F2(W(v->b0), s->left_set[v->b0]);
  F2(P(v->b0), s->left_set[v->b0]);
  F3(P(v->s0), P(v->b0), s->right_set[v->s0]);
  F3(P(v->s0), P(v->b0), s->left_set[v->b0]);
  F3(P(v->s0), P(v->b0), s->left_set[v->s0]);
  F3(P(v->s0), P(v->b0), headed);
  F3(P(v->b0), P(v->b1), headed);
  F3(L(v->s0), P(v->s0), P(v->b0));
  F3(L(v->s0), P(v->b0), P(v->b1));
  F3(s->right_set[v->s0], s->left_set[v->b0], headed);
  return n;
}

static size_t family_features(const bede_state *s, const view *v, uint64_t t,
                              uint64_t *out)
{
  size_t n = 0;
  uint16_t h = s->head[v->s0], h2 = s->head[h];
  const uint16_t kin[] = {
      h,  s->left[v->s0],  s->right[v->s0],  s->left[v->b0],
      h2, s->left2[v->s0], s->right2[v->s0], s->left2[v->b0]};
  for (unsigned i = 0; i < 8; i++) {
    F1(W(kin[i]));
    F1(P(kin[i]));
    F1(L(kin[i]));
    F3(P(v->s0), P(v->b0), P(kin[i]));
    F3(P(v->s0), P(v->b0), L(kin[i]));
  }
  F1(L(v->s0));
  F3(P(v->s0), P(kin[0]), P(kin[4]));
  F3(P(v->s0), P(kin[1]), P(kin[5]));
  F3(P(v->s0), P(kin[2]), P(kin[6]));
  F3(P(v->b0), P(kin[3]), P(kin[7]));
  F3(W(kin[3]), P(v->s0), P(v->b0));
  F3(W(kin[3]), W(v->s0), P(v->b0));
  F3(W(kin[1]), P(v->s0), P(v->b0));
  F3(W(h), P(v->s0), W(v->b0));
  F3(W(h), W(v->s0), P(v->b0));
  F3(W(kin[2]), P(v->s0), W(v->b0));
  F3(P(h), W(v->s0), W(v->b0));
  F4(P(h), P(v->s0), P(v->b0), P(v->b1));
  F4(P(kin[2]), P(v->s0), P(v->b0), P(v->b1));
  return n;
}

size_t bede_action_features(const bede_state *s, uint64_t *out)
{
  view v = view_of(s);
  size_t n = 0;
  out[n++] = bede_feature(0, 1, 0, 0);
  n += word_features(s, &v, 1, out + n);
  n += shape_features(s, &v, 60, out + n);
  return n + family_features(s, &v, 100, out + n);
}

// The two words of an arc and the nearest words below the dependent.
static size_t pair_features(const bede_state *s, uint64_t dist, uint16_t h,
                            uint16_t d, uint64_t t, uint64_t *out)
{
  uint16_t dl = s->left[d], dl2 = s->left2[d], dr = s->right[d];
  size_t n = 0;
  F2(P(h), P(d));
  F1(W(d));
  F1(P(d));
  F2(W(d), P(d));
  F1(W(h));
  F1(P(h));
  F2(W(h), P(h));
  F2(W(h), W(d));
  F3(W(h), P(d), P(h));
  F3(P(h), W(d), P(d));
  F3(P(h), P(d), dist);
  F3(P(h), P(d), W(dl));
  F3(W(h), P(d), W(dl));
  F3(P(h), W(d), W(dl));
  F3(P(h), P(d), L(dl));
  F3(P(h), P(d), L(dl2));
  F3(P(h), P(d), P(dr));
  return n;
}

size_t bede_label_features(const bede_state *s, unsigned action, uint64_t *out)
{
  view v = view_of(s);
  bool left = action == BEDE_ACT_LEFT;
  uint16_t h = left ? v.b0 : v.s0, d = left ? v.s0 : v.b0, dl = s->left[d];
  uint16_t next = left ? BEDE_STATE_NONE : v.b1;
  uint64_t t = left ? 1000 : 1100;
  size_t n = pair_features(s, v.dist, h, d, t, out);
  t += n;
  F3(P(h), P(d), s->left_set[d]);
  F3(P(h), P(d), s->right_set[d]);
  F3(W(h), P(d), s->left_set[d]);
  F3(P(d), s->left_set[h], s->right_set[h]);
  F3(P(h), P(d), s->left_set[h]);
  F3(P(h), P(d), s->right_set[h]);
  F3(W(h), P(d), s->right_set[h]);
  F3(P(h), P(d), P(next));
  F3(W(d), P(h), P(next));
  F3(P(h), P(d), P(s->head[h]));
  F3(P(h), P(d), L(h));
  F3(P(h), P(d), P(v.s1));
  F3(P(h), P(d), P(v.last));
  F3(W(d), v.dist, P(h));
  F3(W(h), P(d), P(next));
  F4(P(h), P(d), P(dl), L(h));
  F4(P(h), P(d), P(v.last), P(next));
  F3(W(dl), W(d), s->right_set[h]);
  F3(W(h), W(dl), s->right_set[h]);
  F3(W(s->left2[d]), P(d), P(h));
  F3(P(h), P(d), W(s->left[h]));
  F3(P(h), P(d), W(s->right[h]));
  F2(s->left_set[d], s->left_set[h]);
  return n;
}
