// Gives dates to claims. A date belongs to the clause that it stands in;
// without one the clause takes the date of the clause that it is told with, and
// the sentence that of the sentence before, as long as the story goes on. The
// day of a report does not date what is reported (R30).
#include <string.h>

#include "base/limits.h"
#include "lang/args.h"
#include "setting/reach.h"
#include "setting/scan.h"

// An act that a noun takes up ("the raid") is looked for in so many sentences.
#define ACT_BACK 4u

// Speech verbs: the day of a report does not date what is reported (R30).
static const char reporting[] =
    "say report announce tell claim state add warn write note reveal confirm "
    "allege explain stress tweet post declare acknowledge deny";

// From when to when, and the words that say so.
typedef struct period {
  bool known;
  bede_date from, to;
  bede_precision precision;
  bede_span span;
} period;

static const bede_word *word_at(const bede_doc *doc, uint32_t word)
{
  return &doc->words.items[word];
}

// --- periods ----------------------------------------------------------------

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

static bool usable(const bede_timex *t)
{
  return t->type != BEDE_TIMEX_SET && t->from.year != 0 && t->to.year != 0;
}

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

// "From 2009 to 2011", "on Friday and Saturday": the second date of a range
// right behind the first, or NULL.
static const bede_timex *range_end(const bede_doc *doc, const bede_timex *t)
{
  bede_scan scan = {doc, NULL, 0, doc->words.count, t->sentence};
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
  bede_scan scan = {doc, NULL, 0, doc->words.count, t->sentence};
  const bede_timex *end = range_end(doc, t);
  period p = {true, t->from, t->to, t->precision, t->span};
  if (end) {
    p.to = end->to;
    p.span.end = end->span.end;
    return p;
  }
  bool since =
      t->word_begin > 0 && bede_scan_is(&scan, t->word_begin - 1, "since");
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

// The verb of the clause that a word stands in, or the word at its top.
static uint32_t verb_of(const bede_doc *doc, uint32_t word)
{
  uint32_t steps = BEDE_MAX_SENTENCE_WORDS;
  while (steps-- > 0) {
    const bede_word *w = word_at(doc, word);
    if (w->upos == BEDE_UPOS_VERB || w->head == BEDE_NONE) return word;
    word = w->head;
  }
  return word;
}

static bool is_report(const bede_doc *doc, uint32_t verb)
{
  return bede_scan_lemma_in(doc, verb, reporting);
}

// Told as what went on before ("had attacked"), as what is to come, or neither.
typedef enum told { TOLD_PAST, TOLD_BEFORE, TOLD_AHEAD, TOLD_ELSE } told;

static told tells(const bede_doc *doc, uint32_t verb)
{
  bede_grammar g;
  bede_grammar_of(doc, verb, &g);
  if (g.tense == BEDE_TIME_FUTURE || g.modal != BEDE_MODAL_NONE) {
    return TOLD_AHEAD;
  }
  if (g.perfect) return TOLD_BEFORE;
  return g.tense == BEDE_TIME_PRESENT ? TOLD_ELSE : TOLD_PAST;
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

// How far a date's words are from the claim's trigger; one that depends on the
// trigger itself is nearest.
static uint32_t distance_to(const bede_doc *doc, const bede_claim *claim,
                            uint32_t date, uint32_t clause)
{
  uint32_t at = claim->trigger_head;
  uint32_t distance = date > at ? date - at : at - date;
  bool own = word_at(doc, date)->head == at;
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
    bool report = is_report(doc, clause) && clause != claim->trigger_head &&
                  !claim->speech_act;
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
    unsigned upos = word_at(doc, w)->upos;
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
  uint32_t child = word_at(doc, verb)->first_child;
  for (; child != BEDE_NONE && child < verb;
       child = word_at(doc, child)->next_sibling) {
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
    if (usable(t) && verb_of(doc, date_head(doc, t)) == verb) {
      return period_of(doc, t);
    }
  }
  return none;
}

// The same, unless the clause reports.
static period date_at(const bede_doc *doc, uint32_t sentence, uint32_t verb)
{
  period none = {.known = false};
  return is_report(doc, verb) ? none : date_of_verb(doc, sentence, verb);
}

// Is the clause of `verb` at the time of the one above it: "when", "as",
// "while", or a participle?
static bool goes_with(const bede_doc *doc, uint32_t verb)
{
  uint32_t child = word_at(doc, verb)->first_child;
  bool marked = false;
  for (; child != BEDE_NONE && child < verb;
       child = word_at(doc, child)->next_sibling) {
    unsigned rel = word_at(doc, child)->deprel;
    // "a few hours before the jet crashed on Wednesday"
    if (child > 0 && bede_scan_lemma_in(doc, child, "before after") &&
        bede_scan_lemma_in(doc, child - 1, "hour minute")) {
      return true;
    }
    if (rel != BEDE_REL_MARK && rel != BEDE_REL_ADVMOD) continue;
    if (bede_scan_lemma_in(doc, child, "when as while where whereupon")) {
      return true;
    }
    marked = marked || rel == BEDE_REL_MARK;
  }
  bede_grammar g;
  bede_grammar_of(doc, verb, &g);
  return !marked && g.participle;
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
  uint32_t child = word_at(doc, verb)->first_child;
  for (; child != BEDE_NONE && !p.known;
       child = word_at(doc, child)->next_sibling) {
    unsigned rel = word_at(doc, child)->deprel;
    // "fired and landed a round yesterday": one subject, one time
    bool joined = rel == BEDE_REL_CONJ &&
                  bede_child_by(doc, child, BEDE_REL_NSUBJ) == BEDE_NONE &&
                  bede_child_by(doc, child, BEDE_REL_NSUBJ_PASS) == BEDE_NONE;
    bool beside = rel == BEDE_REL_ADVCL && goes_with(doc, child);
    if ((joined || beside) && tells(doc, child) == tells(doc, verb)) {
      p = date_at(doc, sentence, child);
    }
  }
  return p;
}

// May the date of the clause above date this one?
static bool may_climb(const bede_doc *doc, uint32_t verb)
{
  const bede_word *w = word_at(doc, verb);
  uint32_t cc = bede_child_by(doc, verb, BEDE_REL_CC);
  if (tells(doc, verb) != tells(doc, w->head)) return false;
  switch (w->deprel) {
  case BEDE_REL_CONJ:
    return cc == BEDE_NONE || !bede_scan_lemma_in(doc, cc, "but yet");
  case BEDE_REL_PARATAXIS:
    return !is_report(doc, w->head);
  case BEDE_REL_ADVCL:
    return goes_with(doc, verb);
  default:
    return false;
  }
}

// The date of a clause that the claim's clause is told with: conjuncts, "when"
// above and below, a date that the clause is about.
static period told_with(const bede_doc *doc, const bede_claim *claim)
{
  uint32_t verb = verb_of(doc, claim->trigger_head);
  uint32_t steps = BEDE_MAX_SENTENCE_WORDS;
  period p = date_beside(doc, claim);
  if (p.known || !bede_reach_claim(doc, claim, verb)) return p;
  while (steps-- > 0) {
    const bede_word *w = word_at(doc, verb);
    p = date_below(doc, claim->sentence, verb);
    if (p.known || w->head == BEDE_NONE) return p;
    p = date_above(doc, claim->sentence, w->head);
    if (p.known) return p;
    if (!may_climb(doc, verb)) return p;
    verb = verb_of(doc, w->head);
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
    const bede_word *w = word_at(doc, i);
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

// Is the noun one that was spoken of: "the raid", "that attack", "their march"?
static bool is_definite(const bede_doc *doc, uint32_t noun)
{
  uint32_t child = word_at(doc, noun)->first_child;
  for (; child != BEDE_NONE && child < noun;
       child = word_at(doc, child)->next_sibling) {
    if (bede_scan_lemma_in(doc, child, "the this that these those"))
      return true;
  }
  return false;
}

// "Gunmen attacked a convoy on Friday. The attack lasted an hour.": the last
// dated claim of its type that the noun takes up, in the sentences before.
static period act_before(const bede_doc *doc, const bede_claim *claim)
{
  period none = {.known = false};
  if (word_at(doc, claim->trigger_head)->upos != BEDE_UPOS_NOUN ||
      !is_definite(doc, claim->trigger_head)) {
    return none;
  }
  for (uint32_t i = (uint32_t)(claim - doc->claims.items); i-- > 0;) {
    const bede_claim *c = &doc->claims.items[i];
    if (c->sentence + ACT_BACK < claim->sentence) break;
    if (c->has_date && c->event == claim->event &&
        c->negated == claim->negated && c->status == claim->status) {
      return date_of(c);
    }
  }
  return none;
}

// Is the claim told by a verb in the plain past, in nobody's speech?
static bool is_story(const bede_doc *doc, const bede_claim *claim)
{
  uint32_t verb = verb_of(doc, claim->trigger_head);
  const bede_word *w = word_at(doc, verb);
  uint32_t steps = BEDE_MAX_SENTENCE_WORDS;
  bool noun = claim->trigger_head != verb;
  if (claim->status != BEDE_STATUS_ACTUAL || claim->background ||
      claim->aspect != BEDE_ASPECT_EVENT || w->upos != BEDE_UPOS_VERB ||
      tells(doc, verb) != TOLD_PAST) {
    return false;
  }
  if (noun && word_at(doc, claim->trigger_head)->head != verb) return false;
  while (steps-- > 0 && w->head != BEDE_NONE) {
    unsigned rel = w->deprel;
    if (rel == BEDE_REL_CCOMP || rel == BEDE_REL_ACL ||
        rel == BEDE_REL_ACL_RELCL ||
        (rel == BEDE_REL_PARATAXIS && is_report(doc, w->head)) ||
        (rel == BEDE_REL_ADVCL && !goes_with(doc, verb))) {
      return false;
    }
    verb = w->head;
    w = word_at(doc, verb);
  }
  return true;
}

// Speech goes on in time only for the one who was spoken of: "He accused".
static bool goes_on_speaking(const bede_doc *doc, const bede_claim *claim)
{
  uint32_t verb = verb_of(doc, claim->trigger_head);
  uint32_t subject = bede_child_by(doc, verb, BEDE_REL_NSUBJ);
  if (subject == BEDE_NONE) return word_at(doc, verb)->deprel == BEDE_REL_CONJ;
  if (word_at(doc, subject)->upos == BEDE_UPOS_PRON) return true;
  uint32_t poss = bede_child_by(doc, subject, BEDE_REL_NMOD_POSS);
  return poss != BEDE_NONE && word_at(doc, poss)->upos == BEDE_UPOS_PRON;
}

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
    const bede_word *w = word_at(doc, i);
    if (w->head != BEDE_NONE) continue;
    uint32_t copula = bede_child_by(doc, i, BEDE_REL_COP);
    bool past = copula != BEDE_NONE
                    ? word_at(doc, copula)->xpos == BEDE_XPOS_VBD
                    : w->upos == BEDE_UPOS_VERB && tells(doc, i) == TOLD_PAST;
    *speech = is_report(doc, i);
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
    if (!c->has_date || !is_story(doc, c)) continue;
    now->words = date_of(c);
    if (!c->speech_act) now->deeds = date_of(c);
  }
}

// --- all claims -------------------------------------------------------------

static void date_claim(const bede_doc *doc, bede_claim *claim)
{
  period p = date_when(doc, claim, verb_of(doc, claim->trigger_head));
  if (!p.known) p = own_date(doc, claim);
  if (p.known) {
    set_date(claim, p, BEDE_DATE_CLAUSE);
    return;
  }
  p = told_with(doc, claim);
  if (!p.known) p = only_date(doc, claim);
  if (p.known) set_date(claim, p, BEDE_DATE_SENTENCE);
}

static void date_by_story(const bede_doc *doc, bede_claim *claim,
                          const story *now)
{
  if (claim->has_date) return;
  period p = act_before(doc, claim);
  bool goes_on = is_story(doc, claim) &&
                 (!claim->speech_act || goes_on_speaking(doc, claim));
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
