// PETRARCH2's event lines, without a header: date, source, target, code, issues
// (none), sentences, the url where there is one, who published. A claim is a
// line for each pair of its parties, a mutual one in both directions; what a
// report tells twice of the same day, parties and code is one line with the
// sentences of both. What is missing is "---".
#include "export/petrarch.h"

#include <string.h>

#include "ann/cameo.h"
#include "base/str.h"
#include "export/names.h"
#include "export/shape.h"
#include "export/writer.h"

typedef struct place_told {
  uint32_t sentence;
  uint32_t next; // in events.told, or BEDE_NONE
} place_told;

typedef struct event {
  bede_date date;
  bede_str source, target;
  const char *code;
  uint32_t left;        // why it is none, as a set
  uint32_t first, last; // in events.told
  uint32_t next;        // of the same bucket, or BEDE_NONE
} event;

typedef struct events {
  const bede_doc *doc;
  BEDE_LIST(event) list; // in the order in which they are told first
  BEDE_LIST(place_told) told;
  uint32_t *buckets;
  uint32_t mask; // number of buckets, a power of two, less one
  bede_status status;
} events;

// The coded parties of one side.
typedef struct side {
  bede_str codes[BEDE_MAX_ROLES];
  uint32_t count;
  bool coded; // false: a single "---" stands for them
} side;

static const char missing[] = "---";

// --- collecting --------------------------------------------------------------

static bool open_events(events *e, const bede_doc *doc)
{
  uint32_t buckets = 16;
  memset(e, 0, sizeof *e);
  e->doc = doc;
  while (buckets < doc->claims.count * 2u)
    buckets *= 2;
  e->mask = buckets - 1;
  e->buckets = bede_arena_array(doc->arena, buckets, sizeof *e->buckets);
  if (e->buckets) memset(e->buckets, 0xFF, buckets * sizeof *e->buckets);
  return e->buckets != NULL;
}

static uint64_t hash_event(const event *x)
{
  uint64_t h = bede_hash(x->source.ptr, x->source.len, x->left);
  h = bede_hash(x->target.ptr, x->target.len, h);
  h = bede_hash(x->code, strlen(x->code), h);
  return h + (uint64_t)x->date.year * 512 + x->date.month * 32u + x->date.day;
}

static bool same_event(const event *a, const event *b)
{
  return bede_str_eq(a->source, b->source) &&
         bede_str_eq(a->target, b->target) && strcmp(a->code, b->code) == 0 &&
         bede_date_cmp(a->date, b->date) == 0 && a->left == b->left;
}

static event *find_event(const events *e, const event *wanted, uint32_t bucket)
{
  for (uint32_t i = e->buckets[bucket]; i != BEDE_NONE;) {
    event *x = &e->list.items[i];
    if (same_event(x, wanted)) return x;
    i = x->next;
  }
  return NULL;
}

static event *push_event(events *e, const event *x, uint32_t bucket)
{
  event *added = BEDE_LIST_PUSH(&e->list, e->doc->arena, BEDE_MAX_PAIRS);
  if (!added) {
    e->status = e->list.count == BEDE_MAX_PAIRS ? BEDE_ELIMIT : BEDE_ENOMEM;
    return NULL;
  }
  *added = *x;
  added->first = added->last = BEDE_NONE;
  added->next = e->buckets[bucket];
  e->buckets[bucket] = e->list.count - 1;
  return added;
}

// Claims come in the order of the text, so that a sentence that tells the same
// again is the last one.
static void tell(events *e, event *x, uint32_t sentence)
{
  if (x->last != BEDE_NONE && e->told.items[x->last].sentence == sentence)
    return;
  place_told *t = BEDE_LIST_PUSH(&e->told, e->doc->arena, BEDE_MAX_PAIRS);
  if (!t) {
    e->status = e->told.count == BEDE_MAX_PAIRS ? BEDE_ELIMIT : BEDE_ENOMEM;
    return;
  }
  t->sentence = sentence;
  t->next = BEDE_NONE;
  uint32_t at = e->told.count - 1;
  if (x->last == BEDE_NONE)
    x->first = at;
  else
    e->told.items[x->last].next = at;
  x->last = at;
}

static void add_event(events *e, event x, bede_str source, bede_str target,
                      uint32_t sentence)
{
  x.source = source;
  x.target = target;
  uint32_t bucket = (uint32_t)hash_event(&x) & e->mask;
  event *found = find_event(e, &x, bucket);
  if (!found) found = push_event(e, &x, bucket);
  if (found) tell(e, found, sentence);
}

// --- pairs -------------------------------------------------------------------

// Parties that have a code; where none has one, a single one without.
static void take_side(const bede_doc *doc, const bede_role *roles,
                      uint32_t count, side *out)
{
  out->count = 0;
  for (uint32_t i = 0; i < count && i < BEDE_MAX_ROLES; i++) {
    const bede_entity *e = bede_role_entity(doc, &roles[i]);
    if (e && e->code.len) out->codes[out->count++] = e->code;
  }
  out->coded = out->count > 0;
  if (!out->coded) out->codes[out->count++] = bede_str_from(missing);
}

// "A and B met": each with each, both ways.
static void add_together(events *e, event x, const char *back, const side *s,
                         uint32_t sentence)
{
  event y = x;
  y.code = back;
  for (uint32_t i = 0; i < s->count; i++) {
    for (uint32_t k = i + 1; k < s->count; k++) {
      add_event(e, x, s->codes[i], s->codes[k], sentence);
      add_event(e, y, s->codes[k], s->codes[i], sentence);
    }
  }
}

static void add_pairs(events *e, event x, const char *back, const side *from,
                      const side *to, uint32_t sentence)
{
  event y = x;
  y.code = back;
  for (uint32_t i = 0; i < from->count; i++) {
    for (uint32_t k = 0; k < to->count; k++) {
      add_event(e, x, from->codes[i], to->codes[k], sentence);
      if (back) add_event(e, y, to->codes[k], from->codes[i], sentence);
    }
  }
}

static void add_claim(events *e, const bede_claim *c, uint32_t left)
{
  side from, to;
  event x = {.date = bede_shape_date(e->doc, c),
             .code = c->cameo[0] ? c->cameo : missing,
             .left = left};
  take_side(e->doc, c->actor.items, c->actor.count, &from);
  take_side(e->doc, c->recipient.items, c->recipient.count, &to);
  bool together = !c->recipient.count && from.count > 1;
  const char *back = bede_cameo_back(c->cameo, together);
  if (together && back)
    add_together(e, x, back, &from, c->sentence);
  else
    add_pairs(e, x, from.coded && to.coded ? back : NULL, &from, &to,
              c->sentence);
}

// --- lines -------------------------------------------------------------------

static void put_cell(bede_buf *out, bede_str s)
{
  bede_buf_append_char(out, '\t');
  if (s.len)
    bede_utf8_put_plain(out, s);
  else
    bede_buf_append_z(out, missing);
}

static void put_date(bede_buf *out, bede_date d)
{
  if (d.year)
    bede_buf_printf(out, "%04d%02d%02d", d.year, d.month, d.day);
  else
    bede_buf_append_z(out, missing);
}

static void put_sentences(const events *e, const event *x, bede_buf *out)
{
  bede_buf_append_char(out, '\t');
  for (uint32_t i = x->first; i != BEDE_NONE; i = e->told.items[i].next) {
    if (i != x->first) bede_buf_append_char(out, ';');
    bede_utf8_put_plain(out, e->doc->id);
    bede_buf_printf(out, "_%u", e->told.items[i].sentence);
  }
}

static void put_event(const events *e, const event *x, bool all, bede_buf *out)
{
  put_date(out, x->date);
  put_cell(out, x->source);
  put_cell(out, x->target);
  put_cell(out, bede_str_from(x->code));
  bede_buf_append_char(out, '\t'); // issues
  put_sentences(e, x, out);
  if (e->doc->url.len) put_cell(out, e->doc->url);
  put_cell(out, e->doc->publisher);
  if (all) {
    bede_buf_append_char(out, '\t');
    if (!x->left) bede_buf_append_z(out, missing);
    bede_left_put(x->left, out);
  }
  bede_buf_append_char(out, '\n');
}

bede_status bede_export_petrarch(const bede_doc *doc,
                                 const bede_export_options *options,
                                 bede_buf *out)
{
  events e;
  if (!open_events(&e, doc)) return BEDE_ENOMEM;
  for (uint32_t i = 0; !e.status && i < doc->claims.count; i++) {
    const bede_claim *c = &doc->claims.items[i];
    uint32_t left = bede_shape_left(BEDE_FORMAT_PETRARCH, doc, c);
    if (!left || options->all) add_claim(&e, c, left);
  }
  if (e.status) return e.status;
  for (uint32_t i = 0; i < e.list.count; i++)
    put_event(&e, &e.list.items[i], options->all, out);
  return out->status;
}
