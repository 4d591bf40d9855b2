// Which predicted claim is which gold claim.
#include "eval/match.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/limits.h"
#include "base/str.h"

typedef struct candidate {
  uint32_t score, gold, pred;
} candidate;

typedef BEDE_LIST(candidate) candidates;

// --- reading -----------------------------------------------------------------

static bede_status make_text(bede_match *m, const json_t *doc)
{
  bede_buf title;
  bede_str head = bede_json_text(doc, "title");
  bede_buf_init(&title, 0);
  if (head.len) {
    bede_buf_append_str(&title, head);
    bede_buf_append_z(&title, "\n\n");
  }
  bede_status status = title.status;
  if (!status)
    status = bede_cps_make(m->arena, bede_buf_str(&title),
                           bede_json_text(doc, "text"), &m->text);
  bede_buf_release(&title);
  return status;
}

static bede_status out_of_memory(bede_error *err)
{
  return bede_error_set(err, BEDE_ENOMEM, BEDE_NO_OFFSET, "%s",
                        bede_status_text(BEDE_ENOMEM));
}

// A gold claim names its sentence by the words that it begins with.
static bede_status add_gold(bede_match *m, const json_t *claim, uint32_t line,
                            bede_error *err)
{
  bede_str nothing = {NULL, 0}, words = bede_json_text(claim, "sent");
  bede_cps sent;
  if (bede_cps_make(m->arena, words, nothing, &sent)) return out_of_memory(err);
  int64_t begin = bede_cps_index(m->text, sent, 0);
  if (begin < 0) {
    bede_status status = bede_error_set(
        err, BEDE_EFORMAT, BEDE_NO_OFFSET, "the text has no sentence \"%.*s\"",
        words.len > 80 ? 80 : (int)words.len, words.ptr);
    if (err) err->line = line;
    return status;
  }
  bede_gold_claim *g = BEDE_LIST_PUSH(&m->gold, m->arena, BEDE_MAX_CLAIMS);
  if (!g) return out_of_memory(err);
  g->json = claim;
  g->match = UINT32_MAX;
  g->sentence.begin = begin;
  return BEDE_OK;
}

// A sentence ends with its paragraph or where the next annotated one begins.
static void end_sentence(const bede_match *m, bede_gold_claim *g)
{
  static const uint32_t feeds[] = {'\n', '\n'};
  bede_cps blank = {feeds, 2};
  int64_t begin = g->sentence.begin;
  int64_t end = bede_cps_index(m->text, blank, (size_t)begin);
  if (end < 0) end = (int64_t)m->text.len;
  for (uint32_t i = 0; i < m->gold.count; i++) {
    int64_t other = m->gold.items[i].sentence.begin;
    if (other > begin && other < end) end = other;
  }
  g->sentence.end = end;
}

static bede_status find_trigger(const bede_match *m, bede_gold_claim *g)
{
  bede_status status = bede_match_words(m, bede_json_text(g->json, "trigger"),
                                        g->sentence, &g->trigger);
  if (g->trigger.count > 1) g->trigger.count = 1;
  return status;
}

static bede_status read_gold(bede_match *m, const json_t *gold, bede_error *err)
{
  const json_t *claims = json_object_get(gold, "claims");
  for (size_t i = 0; i < json_array_size(claims); i++)
    BEDE_TRY(
        add_gold(m, json_array_get(claims, i), bede_record_line(gold), err));
  for (uint32_t i = 0; i < m->gold.count; i++) {
    end_sentence(m, &m->gold.items[i]);
    if (find_trigger(m, &m->gold.items[i])) return out_of_memory(err);
  }
  return BEDE_OK;
}

static bool is_politics(const json_t *claim)
{
  const json_t *domain = json_object_get(claim, "domain");
  return !domain || json_is_null(domain) ||
         bede_str_is(bede_json_text(claim, "domain"), "politics");
}

static bede_status read_pred(bede_match *m, const json_t *pred)
{
  const json_t *claims = json_object_get(pred, "claims");
  for (size_t i = 0; i < json_array_size(claims); i++) {
    const json_t *claim = json_array_get(claims, i);
    if (!is_politics(claim)) continue;
    bede_pred_claim *p = BEDE_LIST_PUSH(&m->pred, m->arena, BEDE_MAX_CLAIMS);
    if (!p) return BEDE_ENOMEM;
    p->json = claim;
    p->match = UINT32_MAX;
    BEDE_TRY(bede_json_ranges(m->arena, json_object_get(claim, "trigger"),
                              &p->trigger));
  }
  return BEDE_OK;
}

// --- pairs -------------------------------------------------------------------

bede_status bede_match_words(const bede_match *m, bede_str words,
                             bede_range within, bede_ranges *out)
{
  bede_str nothing = {NULL, 0};
  bede_cps what;
  BEDE_TRY(bede_cps_make(m->arena, words, nothing, &what));
  return bede_cps_find(m->arena, m->text, what, within, out);
}

static bool meet(const bede_ranges *gold, const bede_ranges *pred)
{
  for (uint32_t i = 0; i < gold->count; i++) {
    for (uint32_t k = 0; k < pred->count; k++) {
      if (bede_range_hits(gold->items[i], pred->items[k])) return true;
    }
  }
  return false;
}

bede_status bede_match_hit(const bede_match *m, const bede_ranges *gold,
                           const json_t *spans, bool *out)
{
  bede_ranges pred = {NULL, 0, 0};
  BEDE_TRY(bede_json_ranges(m->arena, spans, &pred));
  *out = meet(gold, &pred);
  return BEDE_OK;
}

// Adds one for each gold entity of the role that a predicted one meets.
static bede_status count_role(const bede_match *m, const bede_gold_claim *g,
                              const bede_pred_claim *p, const char *role,
                              uint32_t *score)
{
  const json_t *gold = json_object_get(g->json, role);
  const json_t *pred = json_object_get(p->json, role);
  for (size_t i = 0; i < json_array_size(gold); i++) {
    bede_ranges words = {NULL, 0, 0};
    bool hit = false;
    BEDE_TRY(bede_match_words(m,
                              bede_json_text(json_array_get(gold, i), "text"),
                              g->sentence, &words));
    for (size_t k = 0; !hit && k < json_array_size(pred); k++) {
      const json_t *span = json_object_get(json_array_get(pred, k), "span");
      BEDE_TRY(bede_match_hit(m, &words, span, &hit));
    }
    *score += hit;
  }
  return BEDE_OK;
}

static bede_status score_pair(const bede_match *m, const bede_gold_claim *g,
                              const bede_pred_claim *p, uint32_t *score)
{
  bool same_sentence = false;
  *score = 0;
  if (!bede_json_same(json_object_get(g->json, "event"),
                      json_object_get(p->json, "event"))) {
    return BEDE_OK;
  }
  for (uint32_t i = 0; i < p->trigger.count; i++) {
    if (bede_range_overlap(g->sentence, p->trigger.items[i]))
      same_sentence = true;
  }
  if (!same_sentence) return BEDE_OK;
  if (meet(&g->trigger, &p->trigger)) *score += 4;
  BEDE_TRY(count_role(m, g, p, "actor", score));
  return count_role(m, g, p, "recipient", score);
}

static bede_status list_candidates(const bede_match *m, candidates *out)
{
  for (uint32_t g = 0; g < m->gold.count; g++) {
    for (uint32_t p = 0; p < m->pred.count; p++) {
      uint32_t score;
      BEDE_TRY(score_pair(m, &m->gold.items[g], &m->pred.items[p], &score));
      if (!score) continue;
      candidate *c = BEDE_LIST_PUSH(out, m->arena, UINT32_MAX);
      if (!c) return BEDE_ENOMEM;
      c->score = score;
      c->gold = g;
      c->pred = p;
    }
  }
  return BEDE_OK;
}

// Best score first, then text order.
static int candidate_order(const void *a, const void *b)
{
  const candidate *x = a, *y = b;
  if (x->score != y->score) return x->score > y->score ? -1 : 1;
  if (x->gold != y->gold) return x->gold < y->gold ? -1 : 1;
  return x->pred < y->pred ? -1 : x->pred > y->pred;
}

static bede_status pair_up(bede_match *m)
{
  candidates list = {NULL, 0, 0};
  BEDE_TRY(list_candidates(m, &list));
  if (list.count)
    qsort(list.items, list.count, sizeof *list.items, candidate_order);
  for (uint32_t i = 0; i < list.count; i++) {
    const candidate *c = &list.items[i];
    bede_gold_claim *g = &m->gold.items[c->gold];
    bede_pred_claim *p = &m->pred.items[c->pred];
    if (g->match != UINT32_MAX || p->match != UINT32_MAX) continue;
    g->match = c->pred;
    p->match = c->gold;
  }
  return BEDE_OK;
}

bede_status bede_match_make(bede_arena *arena, const json_t *doc,
                            const json_t *gold, const json_t *pred,
                            bede_match *out, bede_error *err)
{
  bede_match empty = {0};
  *out = empty;
  out->arena = arena;
  out->document = pred;
  if (make_text(out, doc)) return out_of_memory(err);
  BEDE_TRY(read_gold(out, gold, err));
  if (read_pred(out, pred) || pair_up(out)) return out_of_memory(err);
  return BEDE_OK;
}
