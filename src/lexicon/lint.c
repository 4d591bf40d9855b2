// What compiles but has no effect.
#include "lexicon/build.h"

#include "ann/cameo.h"
#include "base/str.h"

// Classes that the program asks for by name, whatever lines use.
static bool program_asks(bede_str name)
{
  static const char *const prefixes[] = {"context_", "domain_", "standing_",
                                         "party_",   "label_",  "cited_",
                                         "place_",   "count_"};
  static const char *const names[] = {
      "counting", "crewed", "thing", "human", "missile", "source_adjective"};
  for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
    if (bede_str_starts(name, prefixes[i])) return true;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (bede_str_is(name, names[i])) return true;
  return false;
}

static void lint_classes(bede_kb *kb)
{
  for (uint32_t i = 0; i < kb->class_states.count; i++) {
    const bede_kb_symbolic *s = &kb->class_states.items[i];
    if (s->used || program_asks(kb->classes.items.items[i])) continue;
    bede_kb_warn(kb, s->first, "no line uses class '%.*s'",
                 BEDE_KB_SHOW(kb->classes.items.items[i]));
  }
}

static void lint_ops(bede_kb *kb)
{
  for (uint32_t i = 0; i < kb->op_states.count; i++) {
    const bede_kb_symbolic *s = &kb->op_states.items[i];
    if (s->used || s->first.line == 0) continue;
    bede_kb_warn(kb, s->first, "operator '%.*s' has no cell",
                 BEDE_KB_SHOW(kb->ops.items.items[i]));
  }
}

static bool same_values(const bede_kb *kb, const bede_lex_cond *a,
                        const bede_lex_cond *b)
{
  if (a->value_count != b->value_count) return false;
  for (uint32_t i = 0; i < a->value_count; i++) {
    const bede_lex_value *x = &kb->values.items[a->value_begin + i];
    const bede_lex_value *y = &kb->values.items[b->value_begin + i];
    if (x->kind != y->kind || x->number != y->number) return false;
  }
  return true;
}

static bool same_conds(const bede_kb *kb, const bede_lex_pred *a,
                       const bede_lex_pred *b)
{
  if (a->cond_count != b->cond_count) return false;
  for (uint32_t i = 0; i < a->cond_count; i++) {
    const bede_lex_cond *x = &kb->conds.items[a->cond_begin + i];
    const bede_lex_cond *y = &kb->conds.items[b->cond_begin + i];
    if (x->slot.slot != y->slot.slot || x->slot.prep != y->slot.prep ||
        x->negate != y->negate || !same_values(kb, x, y)) {
      return false;
    }
  }
  return true;
}

// A code that stands for another type than the line's: one of both is wrong.
static void lint_codes(bede_kb *kb)
{
  for (uint32_t i = 0; i < kb->preds.count; i++) {
    const bede_lex_pred *p = &kb->preds.items[i];
    const bede_cameo *c = bede_cameo_find(p->cameo);
    if (!c || c->event == p->event || c->also == p->event) continue;
    bede_kb_warn(kb, p->ref, "CAMEO %s is %s, not %s", p->cameo,
                 bede_event_name(c->event),
                 bede_event_name((bede_event)p->event));
  }
}

// Predicates of equal word and conditions: only one of them can ever win.
static void lint_preds(bede_kb *kb)
{
  uint32_t *last = bede_arena_array(
      &kb->arena, (size_t)kb->symbols.items.count + 1, sizeof *last);
  uint32_t *before =
      bede_arena_array(&kb->arena, kb->preds.count, sizeof *before);
  if (!last || !before) {
    bede_kb_fail(kb, BEDE_ENOMEM);
    return;
  }
  for (uint32_t i = 0; i < kb->preds.count; i++) {
    const bede_lex_pred *p = &kb->preds.items[i];
    before[i] = last[p->lemma]; // a chain of numbers from 1
    last[p->lemma] = i + 1;
    for (uint32_t k = before[i]; k; k = before[k - 1]) {
      const bede_lex_pred *q = &kb->preds.items[k - 1];
      if (q->pos != p->pos || q->particle != p->particle ||
          !same_conds(kb, p, q)) {
        continue;
      }
      bede_str path = kb->files.items[q->ref.file].shown;
      bede_kb_warn(kb, p->ref, "same word and conditions as %.*s:%u",
                   (int)path.len, path.ptr, q->ref.line);
      break;
    }
  }
}

// Codes that stand for no single state and so have no entity.
static const char *const regions[] = {
    "IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC", "NGM", "AFR", "ASA", "BLK",
    "CAS", "CAU", "CRB", "EAF", "EEU", "LAM", "MDT", "MEA", "NAF", "NAM", "SAF",
    "SAM", "SAS", "SCN", "SEA", "WAF", "WST", "CFR", "INT", "PGS", "EUE", NULL};

static void lint_country(bede_kb *kb, uint32_t offset, bede_ref ref)
{
  if (!offset) return;
  bede_str code = bede_str_from(kb->pool.ptr + offset + 2);
  for (size_t i = 0; regions[i]; i++) {
    if (bede_str_is(code, regions[i])) return;
  }
  if (bede_kb_find(&kb->keys, code)) return;
  bede_kb_warn(kb, ref, "no entity has the key of country '%.*s'",
               BEDE_KB_SHOW(code));
}

static void lint_entities(bede_kb *kb)
{
  for (uint32_t i = 0; i < kb->entities.count; i++)
    lint_country(kb, kb->entities.items[i].country, kb->entities.items[i].ref);
  for (uint32_t i = 0; i < kb->roles.count; i++)
    lint_country(kb, kb->roles.items[i].country, kb->roles.items[i].ref);
}

void bede_kb_lint(bede_kb *kb)
{
  lint_classes(kb);
  lint_ops(kb);
  lint_preds(kb);
  lint_codes(kb);
  lint_entities(kb);
}
