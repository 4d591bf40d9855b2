// Finds expressions of time: at each word every rule is tried (timex_days.c,
// timex_periods.c, timex_spans.c), the one that reads most words counts. What
// they say is resolved against the day of the report and the dates before.
#include "setting/timex.h"

#include <stdio.h>

#include "base/error.h"
#include "base/limits.h"
#include "lang/args.h"

// --- the sentence

// A date in front of its sentence belongs to the sentence, whatever the parser
// hangs it on: "On Friday, he called for them to be tried." Does a verb in the
// past tense come before any modal?
static bool fronts_past(const bede_scan *scan, uint32_t word)
{
  if (word > scan->begin + 2) return false;
  for (uint32_t i = word; i < scan->end; i++) {
    unsigned xpos = scan->doc->words.items[i].xpos;
    if (xpos == BEDE_XPOS_MD) return false;
    if (xpos == BEDE_XPOS_VBD) return true;
  }
  return false;
}

// Words of plans: "is due to meet on Friday", "a vote is scheduled for Friday".
static bool plans(const bede_scan *scan, uint32_t word)
{
  return bede_scan_lemma_in(scan->doc, word,
                            "plan schedule due slate intend expect hope "
                            "prepare pledge promise vow agree want set poise "
                            "likely ready aim");
}

// Is the verb an infinitive with "to"?
static bool has_to(const bede_scan *scan, uint32_t verb)
{
  uint32_t child = scan->doc->words.items[verb].first_child;
  for (; child != BEDE_NONE;
       child = scan->doc->words.items[child].next_sibling) {
    if (scan->doc->words.items[child].xpos == BEDE_XPOS_TO) return true;
  }
  return false;
}

static bool has_aux(const bede_scan *scan, uint32_t verb)
{
  return bede_child_by(scan->doc, verb, BEDE_REL_AUX) != BEDE_NONE ||
         bede_child_by(scan->doc, verb, BEDE_REL_AUX_PASS) != BEDE_NONE;
}

// Verbs whose past looks like their present.
static const char same_in_past[] =
    "hit beat put cut set let shut quit spread cost hurt bet burst cast split "
    "read shed thrust rid upset";

// What a verb says of the time: 2 to come, 1 it is in the present, which plans
// are told in too, -1 not to come, 0 ask the one above.
static int tense_of(const bede_scan *scan, uint32_t word)
{
  const bede_word *w = &scan->doc->words.items[word];
  bool title = scan->doc->sentences.items[scan->sentence].title;
  bede_grammar g;
  bede_grammar_of(scan->doc, word, &g);
  if (g.tense == BEDE_TIME_FUTURE) return 2;
  if (bede_scan_lemma_in(scan->doc, word, "schedule slate due")) return 2;
  if (g.modal != BEDE_MODAL_NONE) return g.perfect || g.modal_perfect ? -1 : 2;
  if (has_to(scan, word)) {
    // "a meeting to be held on Friday", "Talks to resume Friday"
    if (w->deprel == BEDE_REL_ACL || w->head == BEDE_NONE || title) return 2;
    return plans(scan, w->head) ? 2 : 0;
  }
  // "to remain closed until Friday"
  bool participle =
      (w->xpos == BEDE_XPOS_VBN || w->xpos == BEDE_XPOS_VBG) &&
      (w->deprel == BEDE_REL_XCOMP || w->deprel == BEDE_REL_ADVCL);
  if (participle && !has_aux(scan, word)) return 0;
  // "The talks start on Friday", but not "They say" nor a headline's present.
  bool present = g.tense == BEDE_TIME_PRESENT && !g.perfect && !title &&
                 w->xpos != BEDE_XPOS_VBN &&
                 !bede_scan_in(scan, word, same_in_past);
  return present && !bede_scan_lemma_in(scan->doc, word, "say be have report")
             ? 1
             : -1;
}

// The tense of the clause around an expression, as of its verb, at least 0.
// Bounded by the depth of the tree: every step goes to a head.
static int tense_around(const bede_scan *scan, const bede_found *f)
{
  uint32_t steps = scan->end - scan->begin, word = f->end - 1;
  if (fronts_past(scan, f->begin)) return 0;
  while (word != BEDE_NONE && steps-- > 0) {
    const bede_word *w = &scan->doc->words.items[word];
    if (w->upos == BEDE_UPOS_VERB || plans(scan, word)) {
      int tense = tense_of(scan, word);
      if (tense) return tense > 0 ? tense : 0;
    }
    word = w->head;
  }
  return 0;
}

// --- what it is resolved against

// How many expressions before may lie between one and the day that it counts
// from: a page of nothing but dates takes no more than linear time.
#define DATES_BACK 256

// The last date named before, in the text's order, or NULL.
static const bede_timex *last_named(const bede_doc *doc)
{
  for (uint32_t i = doc->dates.count, n = 0; i-- > 0 && n < DATES_BACK; n++) {
    const bede_timex *t = &doc->dates.items[i];
    bool dated = t->type == BEDE_TIMEX_DATE || t->type == BEDE_TIMEX_TIME;
    if (dated && t->from.year && t->to.year) return t;
  }
  return NULL;
}

// The day that a time of the clock at `self` belongs to: the nearest of its
// sentence, else the last one before; NULL when there is none.
static const bede_timex *day_for(const bede_doc *doc, uint32_t self)
{
  const bede_timex *clock = &doc->dates.items[self], *best = NULL;
  uint32_t best_distance = UINT32_MAX;
  for (uint32_t i = doc->dates.count, n = 0; i-- > 0 && n < DATES_BACK; n++) {
    const bede_timex *t = &doc->dates.items[i];
    bool day = t->precision == BEDE_PRECISION_DAY && t->from.year &&
               i != self && bede_date_cmp(t->from, t->to) == 0 &&
               t->type != BEDE_TIMEX_DURATION;
    if (!day) continue;
    if (t->sentence != clock->sentence) return best ? best : t;
    uint32_t distance = i > self ? i - self : self - i;
    if (distance < best_distance) {
      best = t;
      best_distance = distance;
    }
  }
  return best;
}

// Times without a day of their own take one.
static bede_status complete_clocks(bede_doc *doc, uint32_t first)
{
  char value[48];
  for (uint32_t i = first; i < doc->dates.count; i++) {
    bede_timex *t = &doc->dates.items[i];
    if (t->type != BEDE_TIMEX_TIME || t->from.year || !t->clock) continue;
    const bede_timex *day = day_for(doc, i);
    if (!day) continue;
    t->from = t->to = day->from;
    bede_str part = bede_str_sub(t->value, 10, t->value.len);
    (void)snprintf(value, sizeof value, "%04d-%02d-%02d%.*s", t->from.year,
                   t->from.month, t->from.day, (int)part.len, part.ptr);
    t->value = bede_arena_copy(doc->arena, bede_str_from(value));
    if (!t->value.ptr) return BEDE_ENOMEM;
  }
  return BEDE_OK;
}

// "The past three days": up to the day of the report; "the next": from it on.
static void tie_length(const bede_found *f, bede_date report, bede_timex *t)
{
  if (!f->tied || !report.year || (!f->months && !f->days)) return;
  bede_date other = bede_date_shift_months(report, f->tied * f->months);
  if (other.year) other = bede_date_shift(other, f->tied * f->days);
  if (!other.year) return;
  t->from = f->tied < 0 ? other : report;
  t->to = f->tied < 0 ? report : other;
  t->precision = f->months % 12 == 0 && f->months ? BEDE_PRECISION_YEAR
                 : f->months                      ? BEDE_PRECISION_MONTH
                 : f->days % 7 == 0               ? BEDE_PRECISION_WEEK
                                                  : BEDE_PRECISION_DAY;
}

static bede_status resolve(bede_doc *doc, const bede_scan *scan,
                           const bede_found *f, bede_timex *t)
{
  t->type = f->type;
  if (f->type == BEDE_TIMEX_DATE || f->type == BEDE_TIMEX_TIME) {
    if (!f->value[0] || f->type == BEDE_TIMEX_TIME) {
      int tense = tense_around(scan, f);
      bede_now now = {scan->lex, doc->published_date, last_named(doc),
                      tense > 0, tense == 1};
      return bede_when_resolve(&f->when, &now, doc->arena, t);
    }
  }
  tie_length(f, doc->published_date, t);
  t->value = bede_arena_copy(doc->arena, bede_str_from(f->value));
  return t->value.ptr ? BEDE_OK : BEDE_ENOMEM;
}

static bede_status keep(bede_doc *doc, const bede_scan *scan,
                        const bede_found *f)
{
  bede_timex found;
  memset(&found, 0, sizeof found);
  found.span.begin = doc->words.items[f->begin].span.begin;
  found.span.end = doc->words.items[f->end - 1].span.end;
  found.word_begin = f->begin;
  found.word_end = f->end;
  found.sentence = scan->sentence;
  const bede_when *w = &f->when;
  found.clock = w->part.len && w->from == BEDE_FROM_NOWHERE && !w->day &&
                !w->weekday && !w->feast;
  BEDE_TRY(resolve(doc, scan, f, &found));
  bede_timex *t = BEDE_LIST_PUSH(&doc->dates, doc->arena, BEDE_MAX_WORDS);
  if (!t) return BEDE_ENOMEM;
  *t = found;
  return BEDE_OK;
}

// May an expression begin with this word? A digit, a word of the knowledge or
// what may stand before a unit or a number.
static bool may_begin(const bede_scan *scan, uint32_t at)
{
  const bede_word *w = &scan->doc->words.items[at];
  bede_str form = bede_scan_form(scan, at);
  if (w->flags & BEDE_WORD_MARKER) return false;
  if (bede_is_digit((unsigned char)form.ptr[0]) || form.ptr[0] == '\'') {
    return true;
  }
  return w->upos == BEDE_UPOS_NUM ||
         bede_lexicon_term_begins(scan->lex, w->form_id) ||
         bede_lexicon_term_begins(scan->lex, w->lemma_id) ||
         bede_scan_in(scan, at,
                      "a an the that few several many half earlier later "
                      "sometime final first second third fourth recent mid "
                      "year once twice every each per q1 q2 q3 q4") ||
         bede_scan_list(bede_str_sub(form, 0, form.len < 4 ? form.len : 4),
                        "mid-") ||
         bede_scan_in(scan, at,
                      "one two three four five six seven eight nine ten eleven "
                      "twelve thirteen fourteen fifteen sixteen seventeen "
                      "eighteen nineteen twenty thirty forty fifty sixty "
                      "seventy eighty ninety hundred dozen twentieth "
                      "nineteenth eighteenth seventeenth sixteenth");
}

static void try_rules(const bede_scan *scan, uint32_t at,
                      bede_timex_rule *const *rules, bede_found *best)
{
  for (; *rules; rules++) {
    bede_found f;
    memset(&f, 0, sizeof f);
    if ((*rules)(scan, at, &f) && f.end <= scan->end && f.end > best->end) {
      *best = f;
      if (f.when.part.ptr == f.value) best->when.part.ptr = best->value;
    }
  }
}

bede_status bede_timex_find(bede_doc *doc, const bede_scan *scan)
{
  uint32_t at = scan->begin, first = doc->dates.count;
  while (at < scan->end) {
    bede_found best;
    memset(&best, 0, sizeof best);
    if (may_begin(scan, at)) {
      try_rules(scan, at, bede_timex_days, &best);
      try_rules(scan, at, bede_timex_periods, &best);
      try_rules(scan, at, bede_timex_spans, &best);
    }
    if (!best.end) {
      at++;
      continue;
    }
    bede_status status = keep(doc, scan, &best);
    if (status) return status;
    at = best.end;
  }
  return complete_clocks(doc, first);
}
