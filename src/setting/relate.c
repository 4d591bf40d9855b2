// How the numbers of a sentence relate: parts of a total ("among them six
// children"), running totals ("the toll has risen to 40"), increases ("by
// ten"), the day that they are for ("as of Friday").
#include "base/str.h"
#include "lang/args.h"
#include "setting/quantity.h"

// --- parts ------------------------------------------------------------------

// "Among them six children", "including four attackers", "four of them",
// "19 of whom", "ten of the 30 hostages".
static bool is_part(const bede_scan *scan, const bede_quantity *q)
{
  uint32_t at = q->word_begin, end = q->word_end;
  static const char *const before[] = {
      "among them", "among whom",  "including", "of whom",
      "of them",    "among those", "of which",  "most of them"};
  for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
    if (bede_scan_before(scan, at, before[i])) return true;
  }
  return bede_scan_is(scan, end, "of") &&
         bede_scan_in(scan, end + 1, "them whom these those which");
}

// "Ten of the 30 hostages": the first of two numbers.
static bool is_of_number(const bede_scan *scan, const bede_quantity *q,
                         const bede_quantity *next)
{
  return bede_scan_is(scan, q->word_end, "of") &&
         bede_scan_in(scan, q->word_end + 1,
                      "the his their her its our these "
                      "those") &&
         next->word_begin >= q->word_end + 2 &&
         next->word_begin <= q->word_end + 3;
}

static bool is_people(bede_quantity_of of)
{
  return of < BEDE_OF_MONEY || of == BEDE_OF_OTHER;
}

// Do the words [begin, end) begin nothing new: no clause, no list?
static bool goes_on(const bede_scan *scan, uint32_t begin, uint32_t end)
{
  for (uint32_t i = begin; i < end; i++) {
    bede_upos upos = bede_scan_upos(scan, i);
    if (upos == BEDE_UPOS_VERB || upos == BEDE_UPOS_CCONJ ||
        upos == BEDE_UPOS_PUNCT) {
      return false;
    }
  }
  return true;
}

// "Among the dead were two nurses": what became of them, by the words before
// the number; OTHER without.
static bede_quantity_of among_fate(const bede_scan *scan,
                                   const bede_count_words *words, uint32_t end)
{
  for (uint32_t i = scan->begin; i + 2 < end; i++) {
    if (!bede_scan_is(scan, i, "among")) continue;
    for (uint32_t k = i + 1; k < end && k < i + 4; k++) {
      bede_quantity_of of = bede_count_fate(scan->doc, words, k);
      if (of <= BEDE_OF_HOSTAGES)
        return goes_on(scan, k + 1, end) ? of : BEDE_OF_OTHER;
    }
  }
  return BEDE_OF_OTHER;
}

// "Seven of them children", "two of whom are nurses": who the part is.
static const char *who_follows(const bede_scan *scan,
                               const bede_count_words *words,
                               const bede_quantity *q)
{
  uint32_t at = q->word_end + 2;
  if (!bede_scan_is(scan, q->word_end, "of")) return "unknown";
  for (uint32_t i = at; i < at + 3 && i < scan->end; i++) {
    if (bede_scan_upos(scan, i) != BEDE_UPOS_NOUN) continue;
    return bede_count_population(scan->doc, words, i);
  }
  return "unknown";
}

// A part takes the fate of the total, and who they are where its own words do
// not say.
static void take_total(bede_quantity *part, const bede_quantity *total)
{
  bool own_fate = part->of <= BEDE_OF_HOSTAGES;
  part->part = true;
  if (!own_fate && is_people(part->of) && is_people(total->of)) {
    part->of = total->of;
  }
  if (strcmp(part->population, "unknown") == 0) {
    part->population = total->population;
  }
}

static void relate_parts(bede_doc *doc, const bede_scan *scan,
                         const bede_count_words *words, uint32_t first)
{
  bede_quantity *q = doc->quantities.items;
  uint32_t total = BEDE_NONE;
  for (uint32_t i = first; i < doc->quantities.count; i++) {
    bool next = i + 1 < doc->quantities.count;
    bede_quantity_of fate = among_fate(scan, words, q[i].word_begin);
    if (fate != BEDE_OF_OTHER && q[i].of > BEDE_OF_HOSTAGES &&
        q[i].of != BEDE_OF_PARTICIPANTS && is_people(q[i].of)) {
      q[i].of = fate;
      q[i].part = true;
      continue;
    }
    if (next && is_of_number(scan, &q[i], &q[i + 1])) {
      take_total(&q[i], &q[i + 1]);
      continue;
    }
    if (total != BEDE_NONE && is_part(scan, &q[i])) {
      const char *who = who_follows(scan, words, &q[i]);
      if (strcmp(who, "unknown") != 0) q[i].population = who;
      take_total(&q[i], &q[total]);
      continue;
    }
    // "Six people: four soldiers and two farmers"
    if (total != BEDE_NONE && is_people(q[total].of) &&
        bede_scan_is(scan, q[i].word_begin - 1, ":") &&
        q[total].head + 1 == q[i].word_begin - 1) {
      take_total(&q[i], &q[total]);
      continue;
    }
    // "among them six children and two nurses"
    bool listed = i > first && q[i - 1].part &&
                  bede_scan_in(scan, q[i].word_begin - 1, "and ,") &&
                  q[i - 1].word_end + 4 > q[i].word_begin;
    if (listed && q[i].of != BEDE_OF_PARTICIPANTS) {
      take_total(&q[i], &q[total == BEDE_NONE ? i - 1 : total]);
      continue;
    }
    total = i;
  }
}

// --- ellipsis ---------------------------------------------------------------

// "An official estimate of 500": a number of what was told of before.
static bool is_estimate(const bede_doc *doc, uint32_t word)
{
  static const char nouns[] =
      "estimate figure number count total tally toll maximum minimum";
  uint32_t head = bede_word_at(doc, word)->head;
  if (head == BEDE_NONE) return false;
  // "put the figure at 12,000"
  uint32_t object = bede_child_by(doc, head, BEDE_REL_OBJ);
  bool put = object != BEDE_NONE && object != word &&
             bede_scan_lemma_in(doc, head, "put place set give");
  return bede_scan_lemma_in(doc, put ? object : head, nouns);
}

// "Killed five and wounded 12", "5 people in Cochabamba and 14 in Oruro": a
// number without a noun counts what the one before it does, unless its own verb
// says what became of them.
static void relate_bare(bede_doc *doc, uint32_t first)
{
  bede_quantity *q = doc->quantities.items;
  for (uint32_t i = first + 1; i < doc->quantities.count; i++) {
    bool bare = q[i].head >= q[i].word_begin && q[i].head < q[i].word_end;
    if (!bare || q[i].of != BEDE_OF_OTHER) continue;
    const bede_word *w = bede_word_at(doc, q[i].head);
    uint32_t last = i - 1;
    if (!is_people(q[last].of) || q[last].of == BEDE_OF_OTHER) continue;
    if (w->deprel != BEDE_REL_CONJ && w->deprel != BEDE_REL_OBJ &&
        w->deprel != BEDE_REL_NSUBJ_PASS && w->deprel != BEDE_REL_NSUBJ &&
        w->deprel != BEDE_REL_APPOS && w->deprel != BEDE_REL_NUMMOD &&
        !is_estimate(doc, q[i].head)) {
      continue;
    }
    // "four were shot and two escaped": another verb tells another fate
    bool subject =
        w->deprel == BEDE_REL_NSUBJ || w->deprel == BEDE_REL_NSUBJ_PASS;
    q[i].of =
        subject && q[last].of <= BEDE_OF_HOSTAGES ? BEDE_OF_PEOPLE : q[last].of;
    q[i].population = q[last].population;
  }
}

// A number of which nothing says what it counts is no quantity.
static void drop_empty(bede_doc *doc, uint32_t first)
{
  bede_quantity *q = doc->quantities.items;
  uint32_t kept = first;
  for (uint32_t i = first; i < doc->quantities.count; i++) {
    bool bare = q[i].head >= q[i].word_begin && q[i].head < q[i].word_end;
    if (bare && q[i].of == BEDE_OF_OTHER && !is_estimate(doc, q[i].head)) {
      continue;
    }
    q[kept++] = q[i];
  }
  doc->quantities.count = kept;
}

// --- totals -----------------------------------------------------------------

static bool any_before(const bede_scan *scan, uint32_t word, const char *list)
{
  for (uint32_t i = 0; i < 6 && word > scan->begin + i; i++) {
    if (bede_scan_lemma_in(scan->doc, word - 1 - i, list)) return true;
  }
  return false;
}

// "The toll has risen to 40", "bringing the total to 40", "40 so far".
static bool is_cumulative(const bede_scan *scan, const bede_count_words *words,
                          const bede_quantity *q)
{
  const bede_doc *doc = scan->doc;
  if (bede_scan_phrase(scan, q->word_end, "so far")) return true;
  for (uint32_t i = q->word_end; i < scan->end && i < q->word_end + 8; i++) {
    if (bede_scan_phrase(scan, i, "so far") ||
        bede_scan_phrase(scan, i, "in total") ||
        (bede_scan_is(scan, i, "since") && q->of <= BEDE_OF_HOSTAGES)) {
      return true;
    }
  }
  bool rises = false, toll = false;
  for (uint32_t i = scan->begin; i < q->word_begin; i++) {
    toll = toll || bede_counts_in(doc, words, i, words->toll) ||
           bede_scan_lemma_in(doc, i, "total number");
    rises =
        rises || bede_counts_in(doc, words, i, words->rise) ||
        bede_scan_lemma_in(doc, i, "stand bring raise push take lift drive");
  }
  return toll && rises && bede_scan_in(scan, q->word_begin - 1, "to at");
}

static bool is_increase(const bede_scan *scan, const bede_count_words *words,
                        const bede_quantity *q)
{
  if (!bede_scan_is(scan, q->word_begin - 1, "by")) return false;
  for (uint32_t i = 1; i < 7 && q->word_begin > scan->begin + i; i++) {
    uint32_t word = q->word_begin - 1 - i;
    if (bede_counts_in(scan->doc, words, word, words->rise)) return true;
  }
  return any_before(scan, q->word_begin, "raise up");
}

// "As of Friday": the day behind these words.
static void set_as_of(bede_doc *doc, const bede_scan *scan, bede_quantity *q)
{
  for (uint32_t i = doc->dates.count; i-- > 0;) {
    const bede_timex *t = &doc->dates.items[i];
    if (t->sentence != scan->sentence) break;
    if (!t->from.year || (!bede_scan_before(scan, t->word_begin, "as of") &&
                          !bede_scan_before(scan, t->word_begin, "as at"))) {
      continue;
    }
    q->as_of = t->to;
    q->cumulative = true;
    return;
  }
}

void bede_quantity_relate(bede_doc *doc, const bede_scan *scan,
                          const bede_count_words *words, uint32_t first)
{
  relate_bare(doc, first);
  relate_parts(doc, scan, words, first);
  drop_empty(doc, first);
  for (uint32_t i = first; i < doc->quantities.count; i++) {
    bede_quantity *q = &doc->quantities.items[i];
    if (!is_people(q->of)) continue;
    q->increase = is_increase(scan, words, q);
    q->cumulative = is_cumulative(scan, words, q);
    set_as_of(doc, scan, q);
    if (q->increase) q->cumulative = false;
  }
}
