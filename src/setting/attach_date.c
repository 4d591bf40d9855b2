// Gives dates to claims. A date belongs to the clause that it stands in;
// without one the clause takes the date of the clause that it is told with, and
// the sentence that of the sentence before, as long as the story goes on. The
// day of a report does not date what is reported (R30).
#include <string.h>

#include "base/limits.h"
#include "base/str.h"
#include "lang/args.h"
#include "setting/reach.h"
#include "setting/scan.h"
#include "setting/story.h"

// From when to when, and the words that say so.
typedef struct period {
  bool known;
  bede_date from, to;
  bede_precision precision;
  bede_span span;
} period;

// --- periods ----------------------------------------------------------------

// The first date of a sentence or of a later one.
static uint32_t first_date(const bede_doc *doc, uint32_t sentence)
{
  return BEDE_FIRST_OF(&doc->dates, bede_timex, sentence);
}

static bool usable(const bede_timex *t)
{
  return t->type != BEDE_TIMEX_SET && t->from.year != 0 && t->to.year != 0;
}

static uint32_t date_head(const bede_doc *doc, const bede_timex *t)
{
  for (uint32_t i = t->word_begin; i < t->word_end; i++) {
    uint32_t head = bede_word_at(doc, i)->head;
    if (head == BEDE_NONE || head < t->word_begin || head >= t->word_end) {
      return i;
    }
  }
  return t->word_begin;
}

// "From 2009 to 2011", "on Friday and Saturday": the second date of a range
// right behind the first, or NULL.
static const bede_timex *range_end(const bede_doc *doc, const bede_timex *t)
{
  const bede_sentence *s = &doc->sentences.items[t->sentence];
  bede_scan scan = {doc, NULL, s->word_begin, s->word_end, t->sentence};
  const bede_timex *next = t + 1;
  if (next >= doc->dates.items + doc->dates.count ||
      next->sentence != t->sentence || next->word_begin != t->word_end + 1 ||
      !usable(next) || next->type == BEDE_TIMEX_DURATION ||
      next->precision != t->precision || bede_date_cmp(t->from, next->to) > 0 ||
      !bede_scan_in(&scan, t->word_end,
                    "to and until till through - \xE2\x80\x93")) {
    return NULL;
  }
  return next;
}

// The period of an expression: a range's, from the day named to that of the
// report behind "since".
static period period_of(const bede_doc *doc, const bede_timex *t)
{
  const bede_sentence *s = &doc->sentences.items[t->sentence];
  bede_scan scan = {doc, NULL, s->word_begin, s->word_end, t->sentence};
  const bede_timex *end = range_end(doc, t);
  period p = {true, t->from, t->to, t->precision, t->span};
  if (end) {
    p.to = end->to;
    p.span.end = end->span.end;
    return p;
  }
  bool since = t->word_begin > s->word_begin &&
               bede_scan_is(&scan, t->word_begin - 1, "since");
  if (since && doc->published_date.year &&
      bede_date_cmp(t->from, doc->published_date) <= 0) {
    p.to = doc->published_date;
  }
  return p;
}

static void set_date(bede_claim *claim, period p, bede_date_basis basis)
{
  claim->has_date = true;
  claim->from = p.from;
  claim->to = p.to;
  claim->precision = p.precision;
  claim->date_span = p.span;
  claim->date_basis = basis;
}

static period date_of(const bede_claim *claim)
{
  period p = {claim->has_date, claim->from, claim->to, claim->precision,
              claim->date_span};
  return p;
}

// --- clauses ----------------------------------------------------------------

// "The 1941 invasion": the date is that noun's, and dates no other claim.
static bool is_of_other_noun(const bede_doc *doc, const bede_claim *claim,
                             const bede_timex *t, uint32_t head)
{
  const bede_word *w = bede_word_at(doc, head);
  if (t->precision != BEDE_PRECISION_YEAR) return false;
  bool inside = w->deprel == BEDE_REL_COMPOUND ||
                w->deprel == BEDE_REL_NUMMOD || w->deprel == BEDE_REL_AMOD;
  return inside && w->head < doc->words.count && w->head != claim->trigger_head;
}

// How far a date's words are from the claim's trigger; one that depends on the
// trigger itself is nearest.
static uint32_t distance_to(const bede_doc *doc, const bede_claim *claim,
                            uint32_t date, uint32_t clause)
{
  uint32_t at = claim->trigger_head;
  uint32_t distance = date > at ? date - at : at - date;
  bool own = bede_word_at(doc, date)->head == at;
  return own ? distance
             : distance + (clause == at ? 1000u : BEDE_MAX_SENTENCE_WORDS);
}

// The date in the claim's own clause.
static period own_date(const bede_doc *doc, const bede_claim *claim)
{
  const bede_timex *best = NULL;
  uint32_t best_distance = UINT32_MAX;
  period none = {.known = false};
  for (uint32_t i = first_date(doc, claim->sentence); i < doc->dates.count;
       i++) {
    const bede_timex *t = &doc->dates.items[i];
    if (t->sentence != claim->sentence) break;
    if (!usable(t)) continue;
    uint32_t head = date_head(doc, t);
    uint32_t clause = bede_reach_clause(doc, claim->sentence, head);
    if (is_of_other_noun(doc, claim, t, head)) continue;
    if (!bede_reach_claim(doc, claim, clause)) continue;
    bool report = bede_is_report(doc, clause) &&
                  clause != claim->trigger_head && !claim->speech_act;
    uint32_t distance = distance_to(doc, claim, head, clause);
    if (report || distance >= best_distance) continue;
    best = t;
    best_distance = distance;
  }
  return best ? period_of(doc, best) : none;
}

// --- the sentence -----------------------------------------------------------

// A date right of the trigger with no verb between, whatever the parser hangs
// it on: "blocked the bridge the next morning, searched", "an attack that day".
static period date_beside(const bede_doc *doc, const bede_claim *claim)
{
  const bede_sentence *s = &doc->sentences.items[claim->sentence];
  period none = {.known = false};
  uint32_t i = first_date(doc, claim->sentence);
  for (uint32_t w = claim->trigger_head + 1; w < s->word_end; w++) {
    for (; i < doc->dates.count; i++) {
      const bede_timex *t = &doc->dates.items[i];
      if (t->sentence != claim->sentence || t->word_begin > w) break;
      if (t->word_begin == w && usable(t) &&
          !is_of_other_noun(doc, claim, t, date_head(doc, t))) {
        return period_of(doc, t);
      }
    }
    unsigned upos = bede_word_at(doc, w)->upos;
    bool stop = upos == BEDE_UPOS_VERB || upos == BEDE_UPOS_AUX ||
                upos == BEDE_UPOS_SCONJ || upos == BEDE_UPOS_CCONJ;
    if (stop && !bede_in_trigger(doc, claim, w)) break;
  }
  return none;
}

// "In May 2005, when soldiers fired": the date right before the clause's
// "when".
static period date_when(const bede_doc *doc, const bede_claim *claim,
                        uint32_t verb)
{
  period none = {.known = false};
  uint32_t child = bede_word_at(doc, verb)->first_child;
  for (; child != BEDE_NONE && child < verb;
       child = bede_word_at(doc, child)->next_sibling) {
    if (!bede_scan_lemma_in(doc, child, "when")) continue;
    for (uint32_t i = first_date(doc, claim->sentence); i < doc->dates.count;
         i++) {
      const bede_timex *t = &doc->dates.items[i];
      if (t->sentence != claim->sentence || t->word_begin >= child) break;
      if (!usable(t) || t->word_end + 1 < child) continue;
      period p = {true, t->from, t->to, t->precision, t->span};
      return p;
    }
  }
  return none;
}

// A date that depends on this verb.
static period date_of_verb(const bede_doc *doc, uint32_t sentence,
                           uint32_t verb)
{
  period none = {.known = false};
  for (uint32_t i = first_date(doc, sentence); i < doc->dates.count; i++) {
    const bede_timex *t = &doc->dates.items[i];
    if (t->sentence != sentence) break;
    if (usable(t) && bede_verb_of(doc, date_head(doc, t)) == verb) {
      return period_of(doc, t);
    }
  }
  return none;
}

// The same, unless the clause reports.
static period date_at(const bede_doc *doc, uint32_t sentence, uint32_t verb)
{
  period none = {.known = false};
  return bede_is_report(doc, verb) ? none : date_of_verb(doc, sentence, verb);
}

// The date that a relative clause is on: "on Friday, a day that saw".
static period date_above(const bede_doc *doc, uint32_t sentence, uint32_t word)
{
  period none = {.known = false};
  for (uint32_t i = first_date(doc, sentence); i < doc->dates.count; i++) {
    const bede_timex *t = &doc->dates.items[i];
    if (t->sentence != sentence) break;
    if (!usable(t) || word < t->word_begin || word >= t->word_end) continue;
    period p = {true, t->from, t->to, t->precision, t->span};
    return p;
  }
  return none;
}

// A clause of the same time below: "were killed when they stormed it on
// Friday".
static period date_below(const bede_doc *doc, uint32_t sentence, uint32_t verb)
{
  period p = {.known = false};
  uint32_t child = bede_word_at(doc, verb)->first_child;
  for (; child != BEDE_NONE && !p.known;
       child = bede_word_at(doc, child)->next_sibling) {
    unsigned rel = bede_word_at(doc, child)->deprel;
    // "fired and landed a round yesterday": one subject, one time
    bool joined = rel == BEDE_REL_CONJ &&
                  bede_child_by(doc, child, BEDE_REL_NSUBJ) == BEDE_NONE &&
                  bede_child_by(doc, child, BEDE_REL_NSUBJ_PASS) == BEDE_NONE;
    bool beside = rel == BEDE_REL_ADVCL && bede_goes_with(doc, child);
    if ((joined || beside) && bede_tells(doc, child) == bede_tells(doc, verb)) {
      p = date_at(doc, sentence, child);
    }
  }
  return p;
}

// The date of a clause that the claim's clause is told with: conjuncts, "when"
// above and below, a date that the clause is about.
static period told_with(const bede_doc *doc, const bede_claim *claim)
{
  uint32_t verb = bede_verb_of(doc, claim->trigger_head);
  uint32_t steps = BEDE_MAX_SENTENCE_WORDS;
  period p = date_beside(doc, claim);
  if (p.known || !bede_reach_claim(doc, claim, verb)) return p;
  while (steps-- > 0) {
    const bede_word *w = bede_word_at(doc, verb);
    p = date_below(doc, claim->sentence, verb);
    if (p.known || w->head == BEDE_NONE) return p;
    p = date_above(doc, claim->sentence, w->head);
    if (p.known) return p;
    verb = bede_told_above(doc, verb);
    if (verb == BEDE_NONE) return p;
    p = date_at(doc, claim->sentence, verb);
    // What two subjects did in one month is two things.
    if (p.known && p.precision > BEDE_PRECISION_WEEK) p.known = false;
    if (p.known) return p;
  }
  return p;
}

// The only date of a sentence of one predicate.
static period only_date(const bede_doc *doc, const bede_claim *claim)
{
  const bede_sentence *s = &doc->sentences.items[claim->sentence];
  const bede_timex *only = NULL;
  period none = {.known = false};
  uint32_t verbs = 0, dates = 0;
  for (uint32_t i = s->word_begin; i < s->word_end; i++) {
    const bede_word *w = bede_word_at(doc, i);
    verbs += w->upos == BEDE_UPOS_VERB && w->deprel != BEDE_REL_AMOD &&
             w->deprel != BEDE_REL_COMPOUND;
  }
  for (uint32_t i = first_date(doc, claim->sentence); i < doc->dates.count;
       i++) {
    const bede_timex *t = &doc->dates.items[i];
    if (t->sentence != claim->sentence) break;
    if (!usable(t) || is_of_other_noun(doc, claim, t, date_head(doc, t))) {
      continue;
    }
    only = t;
    dates++;
  }
  return dates == 1 && verbs <= 1 ? period_of(doc, only) : none;
}

// --- the story --------------------------------------------------------------

// When the story of deeds and that of words stand: a day of speech dates no
// deed.
typedef struct story {
  period deeds, words;
} story;

// The date of the sentence's main verb, told in the plain past.
static period main_date(const bede_doc *doc, uint32_t sentence, bool *speech)
{
  const bede_sentence *s = &doc->sentences.items[sentence];
  period none = {.known = false};
  for (uint32_t i = s->word_begin; i < s->word_end; i++) {
    const bede_word *w = bede_word_at(doc, i);
    if (w->head != BEDE_NONE) continue;
    uint32_t copula = bede_child_by(doc, i, BEDE_REL_COP);
    bool past =
        copula != BEDE_NONE
            ? bede_word_at(doc, copula)->xpos == BEDE_XPOS_VBD
            : w->upos == BEDE_UPOS_VERB && bede_tells(doc, i) == BEDE_TOLD_PAST;
    *speech = bede_is_report(doc, i);
    return past ? date_of_verb(doc, sentence, i) : none;
  }
  return none;
}

// Where the story stands behind a sentence.
static void go_on(const bede_doc *doc, uint32_t sentence, story *now)
{
  bool speech = false;
  period p = main_date(doc, sentence, &speech);
  if (p.known) now->words = p;
  if (p.known && !speech) now->deeds = p;
  for (uint32_t i = bede_first_claim(doc, sentence); i < doc->claims.count;
       i++) {
    const bede_claim *c = &doc->claims.items[i];
    if (c->sentence != sentence) break;
    if (!c->has_date || !bede_is_story(doc, c)) continue;
    now->words = date_of(c);
    if (!c->speech_act) now->deeds = date_of(c);
  }
}

// --- all claims -------------------------------------------------------------

static void date_claim(const bede_doc *doc, bede_claim *claim)
{
  period p = date_when(doc, claim, bede_verb_of(doc, claim->trigger_head));
  if (!p.known) p = own_date(doc, claim);
  if (p.known) {
    set_date(claim, p, BEDE_DATE_CLAUSE);
    return;
  }
  p = told_with(doc, claim);
  if (!p.known) p = only_date(doc, claim);
  if (p.known) set_date(claim, p, BEDE_DATE_SENTENCE);
}

// Does the claim's clause have a day of its own that nothing resolves: "a week
// later"? It is another than that of the story.
static bool has_open_date(const bede_doc *doc, const bede_claim *claim)
{
  for (uint32_t i = first_date(doc, claim->sentence); i < doc->dates.count;
       i++) {
    const bede_timex *t = &doc->dates.items[i];
    if (t->sentence != claim->sentence) break;
    bool open = t->type == BEDE_TIMEX_DATE && !t->from.year &&
                bede_str_starts(t->value, "X");
    uint32_t head = date_head(doc, t);
    if (open &&
        bede_reach_claim(doc, claim,
                         bede_reach_clause(doc, claim->sentence, head))) {
      return true;
    }
  }
  return false;
}

static void date_by_story(const bede_doc *doc, bede_claim *claim,
                          const story *now)
{
  if (claim->has_date) return;
  const bede_claim *before = bede_act_before(doc, claim);
  period p = {.known = false};
  if (before && before->has_date) p = date_of(before);
  bool goes_on = bede_is_story(doc, claim) && !has_open_date(doc, claim) &&
                 (!claim->speech_act || bede_goes_on_speaking(doc, claim));
  if (!p.known && goes_on) p = claim->speech_act ? now->words : now->deeds;
  if (p.known) set_date(claim, p, BEDE_DATE_PRECEDING);
}

void bede_date_claims(bede_doc *doc)
{
  story now, none;
  uint32_t paragraph = UINT32_MAX, claim = 0;
  memset(&none, 0, sizeof none);
  now = none;
  for (uint32_t s = 0; s < doc->sentences.count; s++) {
    const bede_sentence *sentence = &doc->sentences.items[s];
    uint32_t first = claim;
    if (sentence->paragraph != paragraph || sentence->title) now = none;
    paragraph = sentence->paragraph;
    for (; claim < doc->claims.count && doc->claims.items[claim].sentence == s;
         claim++) {
      date_claim(doc, &doc->claims.items[claim]);
    }
    for (uint32_t i = first; i < claim; i++)
      date_by_story(doc, &doc->claims.items[i], &now);
    go_on(doc, s, &now);
  }
}
