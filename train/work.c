// The room of a part: its size, the order of words, what is dropped.
#include "work.h"

#include <stdlib.h>

work *work_new(const net *n)
{
  work *w = need(calloc(1, sizeof *w));
  const sizes *s = &n->s;
  uint32_t room = PART_ROOM, h = s->hidden, wide = 2 * h;
  uint32_t most = wide > s->in ? wide : s->in;
  for (uint32_t l = 0; l < s->layers; l++)
    for (uint32_t d = 0; d < 2; d++) {
      packed *p = &w->layer[l][d];
      p->x = floats((size_t)room * most);
      p->z = floats((size_t)room * 3 * h);
      p->dz = floats((size_t)room * 3 * h);
      p->c = floats((size_t)room * h);
      p->h = floats((size_t)room * h);
      p->before = floats((size_t)room * h);
      w->mask_state[l][d] = floats((size_t)room * h);
    }
  for (uint32_t l = 0; l <= s->layers; l++) {
    w->context[l] = floats((size_t)room * most);
    w->dcontext[l] = floats((size_t)room * most);
    w->mask_layer[l] = floats((size_t)room * most);
  }
  w->in_vector = floats((size_t)room * VECTOR_DIM);
  w->mask_heads = floats((size_t)room * n->heads);
  w->top = floats((size_t)room * wide);
  w->heads = floats((size_t)room * n->heads);
  w->raw = floats((size_t)room * n->heads);
  w->dheads = floats((size_t)room * n->heads);
  w->query = floats((size_t)room * s->arc);
  w->dquery = floats((size_t)room * s->arc);
  size_t square = BEDE_MAX_SENTENCE_WORDS + LANES;
  w->key = floats(square * s->arc);
  w->dkey = floats(square * s->arc);
  w->turned = floats(square * s->arc);
  w->score = floats(square * square);
  w->pair = floats((size_t)room * s->label);
  w->dpair = floats((size_t)room * s->label);
  w->out = floats((size_t)room * BEDE_MAX_OUTPUTS);
  w->dx = floats((size_t)room * most);
  w->dh = floats((size_t)room * h);
  w->dc = floats((size_t)room * h);
  w->touched_room = room * ROW_FEATURES;
  w->touched = need(calloc(w->touched_room, sizeof *w->touched));
  w->row_gradient = floats((size_t)w->touched_room * s->in);
  w->row_place = need(calloc(n->row_count + 1, sizeof *w->row_place));
  return w;
}

// Packed order: all first words, all second words, ..., the longest sentence
// first, so that the sentences at a step are a prefix of those before.
static void pack(work *w, const lesson *lessons, uint32_t count)
{
  w->words = 0;
  w->sentences = count;
  for (uint32_t i = 0; i < count; i++) {
    uint32_t k = i;
    while (k > 0 && lessons[w->lesson[k - 1]].count < lessons[i].count) {
      w->lesson[k] = w->lesson[k - 1];
      k--;
    }
    w->lesson[k] = i;
  }
  for (uint32_t i = 0; i < count; i++) {
    w->start[i] = w->words;
    w->words += lessons[w->lesson[i]].count;
  }
  w->start[count] = w->words;
  w->steps = count ? lessons[w->lesson[0]].count : 0;
  uint32_t at = 0;
  for (uint32_t t = 0; t < w->steps; t++) {
    w->base[t] = at;
    uint32_t i = 0;
    for (; i < count && lessons[w->lesson[i]].count > t; i++) {
      w->place[0][at] = w->start[i] + t;
      w->place[1][at] = w->start[i + 1] - 1 - t;
      w->owner[at++] = i;
    }
    w->active[t] = i;
  }
  w->base[w->steps] = at;
}

static void make_mask(float *mask, size_t count, float p, bool learn, rng *r)
{
  float keep = 1 / (1 - p);
  for (size_t i = 0; i < count; i++)
    mask[i] = !learn || p <= 0 ? 1 : rng_unit(r) < (double)p ? 0 : keep;
}

static void make_masks(const net *n, work *w, uint64_t seed, bool learn)
{
  rng r = {seed * 2 + 1};
  const sizes *s = &n->s;
  for (int i = 0; i < 8; i++)
    (void)rng_below(&r, 2);
  make_mask(w->mask_layer[0], (size_t)w->sentences * s->in, s->drop_in, learn,
            &r);
  for (uint32_t l = 1; l <= s->layers; l++)
    make_mask(w->mask_layer[l], (size_t)w->sentences * 2 * s->hidden,
              s->drop_hidden, learn, &r);
  for (uint32_t l = 0; l < s->layers; l++)
    for (uint32_t d = 0; d < 2; d++)
      make_mask(w->mask_state[l][d], (size_t)w->sentences * s->hidden,
                s->drop_state, learn, &r);
  make_mask(w->mask_heads, (size_t)w->sentences * n->heads, s->drop_head, learn,
            &r);
}

void work_begin(const net *n, work *w, const lesson *lessons, uint32_t count,
                uint64_t seed, bool learn)
{
  pack(w, lessons, count);
  make_masks(n, w, seed, learn);
}
