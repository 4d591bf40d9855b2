// Gives dates and quantities to claims. A date belongs to the clause it stands
// in: the nearest predicate above it. A number belongs to the claim whose
// trigger governs it, or to the claim of its kind in the sentence.
#include "base/error.h"
#include "base/limits.h"
#include "lang/args.h"
#include "setting/reach.h"
#include "setting/scan.h"
#include "setting/setting.h"

// Speech verbs: the day of a report does not date what is reported (R30).
static const char reporting[] =
    "say report announce tell claim state add warn write note reveal confirm "
    "allege explain stress tweet post declare acknowledge";

static const bede_word *word_at(const bede_doc *doc, uint32_t word)
{
  return &doc->words.items[word];
}

// The first date of a sentence or of a later one.
static uint32_t first_date(const bede_doc *doc, uint32_t sentence)
{
  uint32_t low = 0, high = doc->dates.count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (doc->dates.items[middle].sentence < sentence) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

// --- dates

static uint32_t date_head(const bede_doc *doc, const bede_timex *t)
{
  for (uint32_t i = t->word_begin; i < t->word_end; i++) {
    uint32_t head = word_at(doc, i)->head;
    if (head == BEDE_NONE || head < t->word_begin || head >= t->word_end) {
      return i;
    }
  }
  return t->word_begin;
}

static void set_date(bede_doc *doc, bede_claim *claim, const bede_timex *t,
                     bede_date_basis basis)
{
  bede_scan scan = {doc, NULL, 0, doc->words.count, t->sentence};
  claim->has_date = true;
  claim->from = t->from;
  claim->to = t->to;
  claim->precision = t->precision;
  claim->date_span = t->span;
  claim->date_basis = basis;
  // "since June": from its first day to the day of the report
  bool since =
      t->word_begin > 0 && bede_scan_is(&scan, t->word_begin - 1, "since");
  if (since && doc->published_date.year &&
      bede_date_cmp(t->from, doc->published_date) <= 0) {
    claim->to = doc->published_date;
  }
}

static bool usable(const bede_timex *t)
{
  return t->type == BEDE_TIMEX_DATE && t->from.year != 0;
}

static uint32_t count_predicates(const bede_doc *doc, const bede_sentence *s)
{
  uint32_t n = 0;
  for (uint32_t i = s->word_begin; i < s->word_end; i++) {
    const bede_word *w = word_at(doc, i);
    n += w->upos == BEDE_UPOS_VERB && w->deprel != BEDE_REL_AMOD &&
         w->deprel != BEDE_REL_COMPOUND;
  }
  return n;
}

// "The 1941 invasion": the date is that noun's, and dates no other claim.
static bool is_of_other_noun(const bede_doc *doc, const bede_claim *claim,
                             const bede_timex *t, uint32_t head)
{
  const bede_word *w = word_at(doc, head);
  if (t->precision != BEDE_PRECISION_YEAR) return false;
  bool inside = w->deprel == BEDE_REL_COMPOUND ||
                w->deprel == BEDE_REL_NUMMOD || w->deprel == BEDE_REL_AMOD;
  return inside && w->head < doc->words.count && w->head != claim->trigger_head;
}

// The date in the claim's own clause; in a sentence of one clause, any.
static void date_claim(bede_doc *doc, bede_claim *claim)
{
  const bede_sentence *s = &doc->sentences.items[claim->sentence];
  const bede_timex *best = NULL, *only = NULL;
  uint32_t best_distance = UINT32_MAX, usables = 0;
  uint32_t from = first_date(doc, claim->sentence);
  for (uint32_t i = from; i < doc->dates.count; i++) {
    const bede_timex *t = &doc->dates.items[i];
    if (t->sentence != claim->sentence) break;
    if (!usable(t)) continue;
    uint32_t head = date_head(doc, t);
    uint32_t clause = bede_reach_clause(doc, claim->sentence, head);
    uint32_t at = claim->trigger_head;
    uint32_t distance = head > at ? head - at : at - head;
    if (is_of_other_noun(doc, claim, t, head)) continue;
    usables++;
    only = t;
    if (!bede_reach_claim(doc, claim, clause)) continue;
    bool report = bede_scan_lemma_in(doc, clause, reporting) && clause != at &&
                  !claim->speech_act;
    if (report || distance >= best_distance) continue;
    best = t;
    best_distance = distance;
  }
  if (best) {
    set_date(doc, claim, best, BEDE_DATE_CLAUSE);
  } else if (usables == 1 && count_predicates(doc, s) <= 1) {
    set_date(doc, claim, only, BEDE_DATE_SENTENCE);
  }
}

// "Gunmen attacked a convoy on Friday. The attack lasted an hour.": a claim of
// the same act, by type and lemma, in the sentence before.
static bool same_act(const bede_doc *doc, const bede_claim *a,
                     const bede_claim *b)
{
  bede_str x = word_at(doc, a->trigger_head)->lemma;
  bede_str y = word_at(doc, b->trigger_head)->lemma;
  return a->event == b->event && bede_str_eq_nocase(x, y);
}

static void date_from_preceding(bede_doc *doc, bede_claim *claim)
{
  if (claim->has_date || claim->sentence == 0) return;
  uint32_t from = bede_first_claim(doc, claim->sentence - 1);
  for (uint32_t i = from; i < doc->claims.count; i++) {
    const bede_claim *c = &doc->claims.items[i];
    if (c->sentence != claim->sentence - 1) break;
    if (!c->has_date || c->date_basis == BEDE_DATE_PRECEDING) continue;
    if (!same_act(doc, c, claim) || c->negated != claim->negated) continue;
    claim->has_date = true;
    claim->from = c->from;
    claim->to = c->to;
    claim->precision = c->precision;
    claim->date_span = c->date_span;
    claim->date_basis = BEDE_DATE_PRECEDING;
    return;
  }
}

// --- quantities

static bool is_kind(const bede_quantity *q, const bede_claim *claim)
{
  switch (q->of) {
  case BEDE_OF_KILLED:
  case BEDE_OF_INJURED:
    return claim->event == BEDE_ASSAULT;
  case BEDE_OF_ARRESTED:
    return claim->event == BEDE_COERCE;
  case BEDE_OF_PARTICIPANTS:
    return claim->event == BEDE_PROTEST;
  default:
    return false;
  }
}

// How near the claim's trigger governs the number: steps from the number's
// noun up to the trigger, or UINT32_MAX.
static uint32_t steps_to(const bede_doc *doc, const bede_quantity *q,
                         const bede_claim *claim)
{
  uint32_t word = q->head, steps = 0;
  while (word != BEDE_NONE && steps < BEDE_MAX_SENTENCE_WORDS) {
    if (word == claim->trigger_head) return steps;
    for (uint32_t i = 0; i < claim->trigger.count; i++) {
      bede_span span = word_at(doc, word)->span, part = claim->trigger.items[i];
      if (span.begin >= part.begin && span.end <= part.end) return steps;
    }
    word = word_at(doc, word)->head;
    steps++;
  }
  return UINT32_MAX;
}

// A number of victims, prisoners or marchers goes to the claim of its kind that
// governs it most closely, else to the first such claim of the sentence; other
// numbers go to the claim right above them.
static uint32_t claim_for(const bede_doc *doc, const bede_quantity *q)
{
  uint32_t best = BEDE_NONE, best_steps = UINT32_MAX, first = BEDE_NONE;
  uint32_t from = bede_first_claim(doc, q->sentence);
  for (uint32_t i = from; i < doc->claims.count; i++) {
    const bede_claim *claim = &doc->claims.items[i];
    if (claim->sentence != q->sentence) break;
    bool kind = is_kind(q, claim);
    bool plain = q->of > BEDE_OF_PARTICIPANTS;
    uint32_t steps = steps_to(doc, q, claim);
    if (kind && first == BEDE_NONE) first = i;
    bool near = kind || (plain && steps <= 2);
    if (near && steps < best_steps) {
      best = i;
      best_steps = steps;
    }
  }
  return best != BEDE_NONE ? best : first;
}

static bede_status attach_quantity(bede_doc *doc, uint32_t index)
{
  bede_quantity *q = &doc->quantities.items[index];
  uint32_t found = claim_for(doc, q);
  if (found == BEDE_NONE) return BEDE_OK;
  bede_claim *claim = &doc->claims.items[found];
  uint32_t *slot =
      BEDE_LIST_PUSH(&claim->quantities, doc->arena, BEDE_MAX_WORDS);
  if (!slot) return BEDE_ENOMEM;
  *slot = index;
  q->claim = found;
  return BEDE_OK;
}

bede_status bede_setting_attach(bede_doc *doc, const bede_lexicon *lex,
                                bede_error *err)
{
  (void)lex;
  for (uint32_t i = 0; i < doc->claims.count; i++) {
    date_claim(doc, &doc->claims.items[i]);
    date_from_preceding(doc, &doc->claims.items[i]);
    bede_place_claim(doc, &doc->claims.items[i]);
  }
  for (uint32_t i = 0; i < doc->quantities.count; i++) {
    bede_status status = attach_quantity(doc, i);
    if (status) {
      return bede_error_set(err, status, BEDE_NO_OFFSET, "out of memory");
    }
  }
  return BEDE_OK;
}
