// Training the parser with the dynamic oracle of the arc-eager system (Goldberg
// and Nivre 2012): what an action costs is how many arcs of the gold tree it
// puts out of reach; after the first rounds the parser mostly follows its own
// choices, so that it learns to go on from its errors.
#include <stdlib.h>
#include <string.h>

#include "train.h"

#define EXPLORE 0.9
enum { EXPLORE_FROM = 1, ACTION_LEAST = 2, LABEL_LEAST = 2 };

// Buckets of the tables in the model, see write.c; runs that are averaged.
enum { ACTION_BUCKETS = 88000, LABEL_BUCKETS = 13500, RUNS = 3 };

// A sentence in training: the state and its gold heads.
typedef struct lesson {
  bede_state state;
  uint16_t head[BEDE_STATE_ROOM]; // NONE for the root
  uint8_t label[BEDE_STATE_ROOM];
} lesson;

static void start_lesson(const sample *s, const bede_look *look, lesson *out)
{
  uint32_t n = s->end - s->begin;
  bede_state_init(&out->state, n);
  for (uint32_t i = 0; i < n; i++) {
    const bede_word *w = &s->doc->words.items[s->begin + i];
    out->state.word[i] = look[BEDE_PAD + i].form;
    out->state.tag[i] = s->second[BEDE_PAD + i];
    out->head[i] =
        w->head == BEDE_NONE ? BEDE_STATE_NONE : (uint16_t)(w->head - s->begin);
    out->label[i] = w->deprel;
  }
}

// Gold dependents of `word` from `from` on.
static uint32_t dependents_from(const lesson *x, uint16_t word, uint32_t from)
{
  uint32_t n = 0;
  for (uint32_t i = from; i < x->state.count; i++)
    n += x->head[i] == word;
  return n;
}

// Gold dependents of `word` on the stack that still lack a head.
static uint32_t dependents_on_stack(const lesson *x, uint16_t word)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < x->state.depth; i++) {
    uint16_t w = x->state.stack[i];
    n += x->head[w] == word && x->state.head[w] == BEDE_STATE_NONE;
  }
  return n;
}

static bool on_stack(const lesson *x, uint16_t word)
{
  for (uint32_t i = 0; i < x->state.depth; i++)
    if (x->state.stack[i] == word) return true;
  return false;
}

static uint32_t cost_of(const lesson *x, unsigned action)
{
  const bede_state *s = &x->state;
  uint16_t b = s->front, t = s->depth ? s->stack[s->depth - 1] : b;
  uint16_t hb = x->head[b], ht = x->head[t];
  switch (action) {
  case BEDE_ACT_SHIFT:
    return on_stack(x, hb) + dependents_on_stack(x, b);
  case BEDE_ACT_LEFT:
    return (ht == BEDE_STATE_NONE || ht > b) + dependents_from(x, t, b);
  case BEDE_ACT_RIGHT:
    return (hb != t && (hb == BEDE_STATE_NONE || hb > b || on_stack(x, hb))) +
           dependents_on_stack(x, b);
  default:
    return dependents_from(x, t, b);
  }
}

// The actions that cost least, as bits.
static unsigned best_actions(const lesson *x, unsigned legal)
{
  uint32_t least = UINT32_MAX;
  unsigned set = 0;
  for (unsigned a = 0; a < BEDE_ACTIONS; a++) {
    if (!(legal >> a & 1)) continue;
    uint32_t cost = cost_of(x, a);
    if (cost < least) set = 0;
    if (cost <= least) set |= 1u << a;
    if (cost < least) least = cost;
  }
  return set;
}

static unsigned best_in(const int64_t *scores, unsigned set)
{
  unsigned best = BEDE_ACTIONS;
  for (unsigned a = 0; a < BEDE_ACTIONS; a++) {
    if (!(set >> a & 1)) continue;
    if (best == BEDE_ACTIONS || scores[a] > scores[best]) best = a;
  }
  return best;
}

// Learns the action of the state: returns what to do next.
static unsigned learn_action(trainer *t, lesson *x, unsigned legal, bool follow)
{
  uint64_t features[BEDE_MAX_FEATURES];
  uint32_t ids[BEDE_MAX_FEATURES];
  int64_t scores[BEDE_ACTIONS];
  size_t n = bede_action_features(&x->state, features);
  n = linear_ids(&t->action, features, n, ids);
  linear_score(&t->action, ids, n, scores);
  unsigned good = best_actions(x, legal);
  unsigned guess = best_in(scores, legal), right = best_in(scores, good);
  t->action.time++;
  if (!(good >> guess & 1)) {
    linear_update(&t->action, ids, n, right, 1);
    linear_update(&t->action, ids, n, guess, -1);
  }
  return follow ? guess : right;
}

// The label of the arc that comes: learnt when it is an arc of the gold tree.
static unsigned learn_label(trainer *t, lesson *x, unsigned action, bool count)
{
  const bede_state *s = &x->state;
  uint64_t features[BEDE_MAX_FEATURES];
  uint32_t predicted;
  uint16_t top = s->stack[s->depth - 1];
  uint16_t d = action == BEDE_ACT_LEFT ? top : s->front;
  uint16_t h = action == BEDE_ACT_LEFT ? s->front : top;
  size_t n = bede_label_features(s, action, features);
  if (count) {
    linear_count(&t->label, features, n);
    if (x->head[d] == h)
      t->label_sets[action == BEDE_ACT_RIGHT] |= (uint64_t)1 << x->label[d];
    return x->label[d];
  }
  if (x->head[d] != h) return linear_guess(&t->label, features, n);
  linear_learn(&t->label, features, n, x->label[d], &predicted);
  return predicted;
}

static bool has_label(unsigned action)
{
  return action == BEDE_ACT_LEFT || action == BEDE_ACT_RIGHT;
}

// The first good action of the gold path, for counting features.
static unsigned static_action(const lesson *x, unsigned legal)
{
  static const unsigned order[] = {BEDE_ACT_LEFT, BEDE_ACT_RIGHT,
                                   BEDE_ACT_REDUCE, BEDE_ACT_SHIFT};
  unsigned good = best_actions(x, legal);
  for (unsigned i = 0; i < BEDE_ACTIONS; i++)
    if (good >> order[i] & 1) return order[i];
  return BEDE_ACT_SHIFT;
}

static void count_tree(trainer *t, const sample *s, lesson *x)
{
  uint64_t features[BEDE_MAX_FEATURES];
  start_lesson(s, s->look, x);
  for (unsigned legal; (legal = bede_state_legal(&x->state)) != 0;) {
    unsigned action = static_action(x, legal), label = 0;
    if (legal & (legal - 1)) {
      size_t n = bede_action_features(&x->state, features);
      linear_count(&t->action, features, n);
    }
    if (has_label(action)) label = learn_label(t, x, action, true);
    bede_state_act(&x->state, action, label);
  }
}

static uint32_t learn_tree(trainer *t, const sample *s, lesson *x, rng *r,
                           bool explore)
{
  bede_look look[BEDE_ROOM];
  hide_rare(s, r, look);
  start_lesson(s, look, x);
  for (unsigned legal; (legal = bede_state_legal(&x->state)) != 0;) {
    bool follow = explore && rng_unit(r) < EXPLORE;
    unsigned action = BEDE_ACT_SHIFT, label = 0;
    if (legal & (legal - 1)) action = learn_action(t, x, legal, follow);
    if (has_label(action)) label = learn_label(t, x, action, false);
    bede_state_act(&x->state, action, label);
  }
  uint32_t right = 0;
  for (uint32_t i = 0; i < x->state.count; i++)
    right += x->state.head[i] == x->head[i];
  return right;
}

static void parser_round(trainer *t, lesson *x, uint32_t *order, rng *r,
                         bool explore)
{
  uint64_t right = 0, words = 0;
  shuffle(order, t->count, r);
  for (uint32_t i = 0; i < t->count; i++) {
    const sample *s = &t->samples[order[i]];
    right += learn_tree(t, s, x, r, explore);
    words += s->end - s->begin;
  }
  note("parser: %.2f%% of the heads", 100.0 * (double)right / (double)words);
}

void train_parser(trainer *t, unsigned epochs)
{
  lesson *x = need(calloc(1, sizeof *x));
  uint32_t *order = need(calloc(t->count + 1, sizeof *order));
  rng r = {31337};
  linear_init(&t->action, BEDE_ACTIONS);
  linear_init(&t->label, BEDE_REL_COUNT);
  for (uint32_t i = 0; i < t->count; i++) {
    order[i] = i;
    count_tree(t, &t->samples[i], x);
  }
  linear_freeze(&t->action, ACTION_LEAST);
  linear_freeze(&t->label, LABEL_LEAST);
  note("parser: %u action features, %u label features", t->action.features,
       t->label.features);
  for (unsigned k = 0; k < RUNS; k++) {
    if (k) linear_restart(&t->action);
    if (k) linear_restart(&t->label);
    for (unsigned e = 0; e < epochs; e++)
      parser_round(t, x, order, &r, e >= EXPLORE_FROM);
  }
  linear_select(&t->action, ACTION_BUCKETS, BEDE_DENSE_SLOTS);
  linear_select(&t->label, LABEL_BUCKETS, BEDE_SPARSE_SLOTS);
  free(order);
  free(x);
}
