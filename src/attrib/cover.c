// Which contents hold a place of the text: contents are swept in text order, so
// that the whole costs little more than reading them once. At any place few are
// open, for a content ends with its sentence or with its one quotation.
#include "attrib/work.h"

#include <stdlib.h>

#include "base/error.h"

struct bede_piece {
  uint32_t begin, end; // bytes
  uint32_t size;       // of the whole content
  uint32_t attribution;
};

static int by_begin(const void *x, const void *y)
{
  const struct bede_piece *a = x, *b = y;
  if (a->begin != b->begin) return a->begin < b->begin ? -1 : 1;
  if (a->attribution != b->attribution)
    return a->attribution < b->attribution ? -1 : 1;
  return a->end < b->end ? -1 : a->end > b->end;
}

uint32_t bede_content_size(const bede_attribution *at)
{
  uint32_t size = 0;
  for (uint32_t i = 0; i < at->content.count; i++)
    size += at->content.items[i].end - at->content.items[i].begin;
  return size;
}

bede_status bede_cover_init(bede_cover *c, const bede_doc *doc)
{
  size_t n = 0;
  c->doc = doc;
  c->piece_count = c->next = c->active_count = 0;
  for (uint32_t i = 0; i < doc->attributions.count; i++)
    n += doc->attributions.items[i].content.count;
  c->pieces = bede_arena_array(doc->arena, n + 1, sizeof *c->pieces);
  c->active = bede_arena_array(doc->arena, n + 1, sizeof *c->active);
  c->found = bede_arena_array(doc->arena, n + 1, sizeof *c->found);
  if (!c->pieces || !c->active || !c->found) return BEDE_ENOMEM;
  for (uint32_t i = 0; i < doc->attributions.count; i++) {
    const bede_attribution *at = &doc->attributions.items[i];
    uint32_t size = bede_content_size(at);
    for (uint32_t k = 0; k < at->content.count; k++) {
      struct bede_piece *p = &c->pieces[c->piece_count++];
      p->begin = at->content.items[k].begin;
      p->end = at->content.items[k].end;
      p->size = size;
      p->attribution = i;
    }
  }
  qsort(c->pieces, c->piece_count, sizeof *c->pieces, by_begin);
  return BEDE_OK;
}

static bool smaller(const struct bede_piece *a, const struct bede_piece *b)
{
  if (a->size != b->size) return a->size < b->size;
  return a->attribution < b->attribution;
}

static void activate(bede_cover *c, uint32_t piece)
{
  uint32_t at = c->active_count++;
  while (at > 0 && smaller(&c->pieces[piece], &c->pieces[c->active[at - 1]])) {
    c->active[at] = c->active[at - 1];
    at--;
  }
  c->active[at] = piece;
}

uint32_t bede_cover_at(bede_cover *c, uint32_t at, const uint32_t **out)
{
  uint32_t n = 0;
  for (; c->next < c->piece_count && c->pieces[c->next].begin <= at; c->next++)
    if (c->pieces[c->next].end > at) activate(c, c->next);
  for (uint32_t i = 0; i < c->active_count; i++)
    if (c->pieces[c->active[i]].end > at) c->active[n++] = c->active[i];
  c->active_count = n;
  for (uint32_t i = 0; i < n; i++)
    c->found[i] = c->pieces[c->active[i]].attribution;
  *out = c->found;
  return n;
}
