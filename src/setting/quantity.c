// Numbers in the text: what is a quantity and what is not, its bounds, the
// noun it counts. Words that bound a number or stand for one are knowledge
// (numbers/).
#include "setting/quantity.h"

#include "base/error.h"
#include "base/limits.h"
#include "base/str.h"
#include "lang/args.h"
#include "setting/number.h"

// Steps from a number to its noun ("two hundred thousand of the refugees").
#define CLIMB_MAX 4

// Words that a bound may stand before its number with others between.
#define FILLERS_MAX 2

// What the rules of one sentence need.
typedef struct counter {
  const bede_scan *scan;
  const bede_count_words *words;
  uint32_t date; // the first date of the sentence
} counter;

// --- what is no quantity

// Units of time, space and share: they measure, they do not count.
static bool is_measure(const bede_scan *scan, uint32_t word)
{
  return bede_scan_in(
      scan, word,
      "% percent per cent percentage year years month months week weeks day "
      "days hour hours minute minutes second seconds decade decades century "
      "centuries time times km kilometer kilometers kilometre kilometres m "
      "meter meters metre metres mile miles foot feet ft mm cm kg kilogram "
      "kilograms ton tons tonne tonnes am pm a.m. p.m. degree degrees mph "
      "inch inches acre acres hectare hectares point points x litre "
      "litres liter liters centimetre centimetres watt watts megawatts barrels "
      "barrel o'clock");
}

// "No. 10", "Article 5", "F - 16", "Resolution 2254", "Channel 4 's": a label.
static bool is_label(const bede_scan *scan, const bede_number *n)
{
  uint32_t before_it = n->begin - 1;
  const bede_word *w = bede_word_at(scan->doc, n->begin);
  if (n->begin == scan->begin) {
    return bede_scan_in(scan, n->end, ". ) :") && n->end < scan->end - 1;
  }
  if (bede_scan_in(scan, before_it,
                   "no. nos. article articles section chapter page p. pp. "
                   "figure fig. table resolution flight route highway channel "
                   "group # / boeing airbus area phase part version type")) {
    return true;
  }
  if (before_it > scan->begin && bede_scan_is(scan, before_it, "-") &&
      !(bede_word_at(scan->doc, before_it - 1)->flags &
        BEDE_WORD_SPACE_AFTER)) {
    return true;
  }
  // A number behind the noun that it belongs to: "Apollo 11", "gate 5".
  return w->head != BEDE_NONE && w->head + 1 == n->begin &&
         (bede_word_at(scan->doc, w->head)->upos == BEDE_UPOS_PROPN ||
          bede_word_at(scan->doc, w->head)->xpos == BEDE_XPOS_NN);
}

// Digits beside digits: a telephone number, a list of points.
static bool is_digits(const bede_scan *scan, uint32_t word)
{
  bede_str form = bede_scan_form(scan, word);
  return form.len && bede_is_digit((unsigned char)form.ptr[0]);
}

// "The man was 29": an age, or what is not counted.
static bool is_said_of_somebody(const bede_scan *scan, const bede_number *n)
{
  const bede_doc *doc = scan->doc;
  uint32_t word = n->end - 1;
  return bede_child_by(doc, word, BEDE_REL_COP) != BEDE_NONE &&
         n->value < 120 &&
         bede_child_by(doc, word, BEDE_REL_NSUBJ) != BEDE_NONE;
}

// "aged 34", "34 years old", ", 34 ,", "34 - year - old".
static bool is_age(const bede_scan *scan, const bede_number *n)
{
  if (bede_scan_in(scan, n->begin - 1, "aged age ages")) return true;
  if (bede_scan_is(scan, n->end, "-") && is_measure(scan, n->end + 1)) {
    return true;
  }
  return n->begin > scan->begin && n->value < 120 &&
         bede_scan_is(scan, n->begin - 1, ",") &&
         bede_scan_in(scan, n->end, ", .") && n->end == n->begin + 1 &&
         bede_word_at(scan->doc, n->begin)->deprel != BEDE_REL_CONJ;
}

// A bare four-digit number of the right size is a year unless it counts.
static bool is_year(const bede_scan *scan, const bede_number *n)
{
  uint32_t digits;
  return n->end == n->begin + 1 && bede_scan_form(scan, n->begin).len == 4 &&
         bede_scan_digits(scan, n->begin, &digits) && digits >= 1400 &&
         digits <= 2199 &&
         bede_word_at(scan->doc, n->begin)->deprel != BEDE_REL_NUMMOD;
}

static bool in_date(const bede_doc *doc, uint32_t date, uint32_t word)
{
  for (uint32_t i = date; i < doc->dates.count; i++) {
    const bede_timex *t = &doc->dates.items[i];
    if (word >= t->word_begin && word < t->word_end) return true;
  }
  return false;
}

// "one" is a number only before a noun or as a part: "one of them".
static bool is_pronoun(const bede_scan *scan, const bede_number *n)
{
  return bede_scan_is(scan, n->begin, "one") && n->end == n->begin + 1 &&
         bede_scan_upos(scan, n->begin) != BEDE_UPOS_NUM &&
         !bede_scan_is(scan, n->end, "of");
}

static bool is_quantity(const bede_scan *scan, const bede_number *n,
                        uint32_t date)
{
  const bede_doc *doc = scan->doc;
  if (bede_word_at(doc, n->begin)->flags & BEDE_WORD_MARKER) return false;
  if (is_measure(scan, n->end)) return false;
  if (bede_scan_in(scan, n->end, "+ - \xE2\x80\x90") &&
      is_measure(scan, n->end + 1)) {
    return false;
  }
  if (bede_scan_in(scan, n->end, "th st nd rd :")) return false;
  if (is_digits(scan, n->begin - 1) || is_digits(scan, n->end)) return false;
  if (is_said_of_somebody(scan, n)) return false;
  return !in_date(doc, date, n->begin) && !is_label(scan, n) &&
         !is_age(scan, n) && !is_year(scan, n) && !is_pronoun(scan, n);
}

// --- bounds

// Words between a bound and its number that change neither.
static bool is_filler(const bede_scan *scan, uint32_t word)
{
  return bede_scan_in(scan, word,
                      "reportedly allegedly only just another exactly some "
                      "other further additional well");
}

static void set_bound(bede_quantity *q, bede_qualifier qualifier,
                      const char *rule)
{
  q->qualifier = qualifier;
  q->rule = rule;
  q->has_low = qualifier != BEDE_QUAL_AT_MOST;
  q->has_high = qualifier != BEDE_QUAL_AT_LEAST && qualifier != BEDE_QUAL_VAGUE;
  q->has_best = q->has_low && q->has_high;
}

// "QUALIFIER RULE" of the knowledge. Strings of the knowledge end with NUL.
static void take_bound(const bede_scan *scan, bede_quantity *q,
                       const bede_lex_term *term)
{
  bede_str name, text = bede_lexicon_str(scan->lex, term->text);
  bede_str rule = bede_str_cut(text, ' ', &name);
  bede_qualifier qualifier = bede_str_is(name, "at_least")  ? BEDE_QUAL_AT_LEAST
                             : bede_str_is(name, "at_most") ? BEDE_QUAL_AT_MOST
                             : bede_str_is(name, "about")   ? BEDE_QUAL_ABOUT
                                                            : BEDE_QUAL_EXACT;
  if (q->qualifier == BEDE_QUAL_VAGUE) return;
  set_bound(q, qualifier, rule.ptr ? rule.ptr : "bound");
}

// The bound that ends right before `at`: the longest; its first word, or `at`.
static uint32_t bound_at(const bede_scan *scan, uint32_t at,
                         const bede_lex_term **out)
{
  for (uint32_t back = 4; back > 0; back--) {
    uint32_t len;
    if (at < scan->begin + back) continue;
    const bede_lex_term *term =
        bede_scan_term(scan, at - back, 1u << BEDE_TERM_BOUND, &len);
    if (!term || len != back) continue;
    *out = term;
    return at - back;
  }
  return at;
}

// Reads the bound before q->word_begin and moves the begin before it.
static void bound_before(const bede_scan *scan, bede_quantity *q)
{
  uint32_t at = q->word_begin;
  for (unsigned fillers = 0; fillers <= FILLERS_MAX; fillers++) {
    const bede_lex_term *term = NULL;
    uint32_t begin = bound_at(scan, at, &term);
    if (term) {
      q->word_begin = begin;
      take_bound(scan, q, term);
      return;
    }
    if (at <= scan->begin || !is_filler(scan, at - 1)) return;
    at--;
  }
}

static void bound_behind(const bede_scan *scan, bede_quantity *q, uint32_t at)
{
  uint32_t len;
  if (bede_scan_in(scan, at, "-")) at++; // "20-odd"
  const bede_lex_term *term =
      bede_scan_term(scan, at, 1u << BEDE_TERM_AFTER, &len);
  if (!term) return;
  take_bound(scan, q, term);
  if (at == q->word_end) q->word_end += len;
}

// "2-3 million", "two or three hundred": the lower number of a range with the
// scale of the higher one.
static int64_t shared_scale(const bede_number *low, const bede_number *high)
{
  bool shared = low->scale == 1 && high->scale > low->value && low->value > 0 &&
                low->value < high->value / high->scale;
  return shared ? low->value * high->scale : low->value;
}

// "Rose from 10 to 20", not the "from 10 to 20" that begins a clause.
static bool rises_from(const bede_scan *scan, uint32_t number)
{
  uint32_t from = number - 1;
  return bede_scan_is(scan, from, "from") && from > scan->begin &&
         !bede_scan_in(scan, from - 1, ", and that said");
}

// "between 10 and 20", "10 to 20 men", "10 - 20 men": the second number.
static bool range_at(const bede_scan *scan, bede_quantity *q,
                     const bede_number *first)
{
  bede_number second;
  bool between = bede_scan_is(scan, first->begin - 1, "between");
  bool joined =
      bede_scan_in(scan, first->end, between ? "and" : "to - \xE2\x80\x93 or");
  if (!joined || !bede_number_at(scan, first->end + 1, &second)) return false;
  int64_t low = shared_scale(first, &second);
  if (second.value <= low || !second.whole) return false;
  if (is_measure(scan, second.end)) return false;
  if (!between && rises_from(scan, first->begin)) return false;
  if (!between && !bede_scan_is(scan, first->end, "or") &&
      bede_scan_upos(scan, second.end) != BEDE_UPOS_NOUN &&
      bede_scan_upos(scan, second.end) != BEDE_UPOS_ADJ) {
    return false; // a score, a sum of parts
  }
  q->low = low;
  q->high = second.value;
  q->has_low = q->has_high = true;
  q->has_best = false;
  q->best = 0;
  q->qualifier = BEDE_QUAL_RANGE;
  q->rule = "range";
  q->word_begin = first->begin - between;
  q->word_end = second.end;
  return true;
}

// --- the noun

// "dozens of people", "one of them": the noun of the of-phrase, or BEDE_NONE.
static uint32_t part_of(const bede_doc *doc, uint32_t word)
{
  const bede_word *w = bede_word_at(doc, word);
  if (w->upos != BEDE_UPOS_NUM &&
      !bede_scan_lemma_in(doc, word,
                          "dozen score hundred thousand million handful couple "
                          "ten number dozens scores hundreds thousands")) {
    return BEDE_NONE;
  }
  uint32_t of = w->first_child;
  for (; of != BEDE_NONE; of = bede_word_at(doc, of)->next_sibling) {
    uint32_t prep = bede_child_by(doc, of, BEDE_REL_CASE);
    if (bede_word_at(doc, of)->deprel == BEDE_REL_NMOD && of > word &&
        prep != BEDE_NONE && bede_scan_lemma_in(doc, prep, "of")) {
      return of;
    }
  }
  return BEDE_NONE;
}

// "3 - 1": two numbers with a hyphen between them that are no range.
static bool is_score(const bede_scan *scan, const bede_number *n)
{
  bede_number second;
  return bede_scan_in(scan, n->end, "- \xE2\x80\x93") &&
         bede_number_at(scan, n->end + 1, &second);
}

// The noun that the number at `word` counts, or the number itself.
static uint32_t counted(const bede_doc *doc, uint32_t word)
{
  for (int i = 0; i < CLIMB_MAX; i++) {
    const bede_word *w = bede_word_at(doc, word);
    bool part = w->deprel == BEDE_REL_NUMMOD ||
                w->deprel == BEDE_REL_COMPOUND || w->deprel == BEDE_REL_AMOD ||
                w->deprel == BEDE_REL_DET || w->deprel == BEDE_REL_FLAT;
    if (!part || w->head == BEDE_NONE) break;
    unsigned upos = bede_word_at(doc, w->head)->upos;
    if (upos == BEDE_UPOS_VERB || upos == BEDE_UPOS_PUNCT ||
        upos == BEDE_UPOS_ADV)
      break;
    word = w->head;
  }
  for (int i = 0; i < CLIMB_MAX; i++) {
    uint32_t of = part_of(doc, word);
    if (of == BEDE_NONE) break;
    word = of;
  }
  return word;
}

// The phrase of the noun counted without the number before it.
static bede_span noun_span(const bede_doc *doc, const bede_quantity *q)
{
  bede_span span = bede_phrase_span(doc, q->head, false);
  if (span.begin < q->span.end && q->head >= q->word_end) {
    span.begin = bede_word_at(doc, q->word_end)->span.begin;
  }
  return span;
}

// The noun right behind the words of a number that hangs on none in the tree:
// "Between 10 and 20 people were killed", "Two hundred and five people".
static uint32_t noun_behind(const bede_scan *scan, const bede_quantity *q)
{
  const bede_doc *doc = scan->doc;
  uint32_t end = doc->sentences.items[scan->sentence].word_end;
  uint32_t word = q->word_end;
  if (word < end && bede_word_at(doc, word)->upos == BEDE_UPOS_ADJ) word++;
  if (word >= end || bede_word_at(doc, word)->xpos != BEDE_XPOS_NNS)
    return BEDE_NONE;
  return word;
}

// "Civilians (at least 11)", "deaths: 12": the noun before the mark, or NONE.
static uint32_t noun_before(const counter *c, const bede_quantity *q)
{
  const bede_scan *scan = c->scan;
  uint32_t at = q->word_begin;
  bool bracket =
      bede_scan_is(scan, at - 1, "(") && bede_scan_is(scan, q->word_end, ")");
  if (!bracket && !bede_scan_is(scan, at - 1, ":")) return BEDE_NONE;
  for (uint32_t i = 2; i < 6 && at >= scan->begin + i; i++) {
    bede_upos upos = bede_scan_upos(scan, at - i);
    if (upos != BEDE_UPOS_NOUN && upos != BEDE_UPOS_ADJ) {
      if (bracket) break;
      continue;
    }
    if (bede_count_noun(scan->doc, c->words, at - i) != BEDE_OF_OTHER) {
      return at - i;
    }
  }
  return BEDE_NONE;
}

// The noun that q counts, or its number.
static uint32_t counted_by(const bede_scan *scan, const bede_quantity *q,
                           uint32_t number)
{
  uint32_t head = counted(scan->doc, number);
  if (head >= q->word_begin && head < q->word_end) {
    uint32_t noun = noun_behind(scan, q);
    if (noun != BEDE_NONE) return noun;
  }
  return head;
}

// "13 in critical condition".
static bool in_condition(const bede_scan *scan, uint32_t at)
{
  return bede_scan_is(scan, at, "in") &&
         bede_scan_in(scan, at + 1, "critical serious grave stable") &&
         bede_scan_is(scan, at + 2, "condition");
}

// Completes q from its words: span, noun, meaning; behind the noun, "or more".
static void finish(const counter *c, bede_quantity *q, uint32_t number)
{
  const bede_scan *scan = c->scan;
  const bede_doc *doc = scan->doc;
  bound_behind(scan, q, q->word_end);
  q->head = counted_by(scan, q, number);
  bool bare = q->head >= q->word_begin && q->head < q->word_end;
  if (bare) {
    uint32_t noun = noun_before(c, q);
    if (noun != BEDE_NONE) q->head = noun;
    bare = noun == BEDE_NONE;
  }
  q->of = in_condition(scan, q->word_end)
              ? BEDE_OF_INJURED
              : bede_count_meaning(doc, c->words, q->head, q->word_begin,
                                   q->word_end);
  q->population =
      bare ? "unknown" : bede_count_population(doc, c->words, q->head);
  // "30 dead": a fate, not what is counted
  if (bede_scan_lemma_in(doc, q->head, "dead injured wounded missing"))
    q->head = number;
  q->sentence = scan->sentence;
  q->claim = BEDE_NONE;
  if (q->head >= q->word_end) bound_behind(scan, q, q->head + 1);
  q->span.begin = bede_word_at(doc, q->word_begin)->span.begin;
  q->span.end = bede_word_at(doc, q->word_end - 1)->span.end;
  bool own = q->head >= q->word_begin && q->head < q->word_end;
  if (!own) q->of_span = noun_span(doc, q);
  if (!q->has_low) q->low = 0;
  if (!q->has_high) q->high = 0;
  if (!q->has_best) q->best = 0;
}

// --- rules

// "one official said": a kind of article, unless something happened to him.
static bool is_article(const bede_scan *scan, const bede_number *n)
{
  return n->value == 1 && bede_scan_is(scan, n->begin, "one");
}

// Money before its number: "$ 5".
static bool is_currency(const bede_scan *scan, uint32_t word)
{
  return bede_scan_in(scan, word, "$ \xE2\x82\xAC \xC2\xA3 \xC2\xA5 us$ c$ a$");
}

static bool cardinal_at(const counter *c, uint32_t at, bede_quantity *q)
{
  const bede_scan *scan = c->scan;
  bede_number n;
  if (!bede_number_at(scan, at, &n) || !n.whole) return false;
  if (!is_quantity(scan, &n, c->date)) return false;
  q->word_begin = n.begin;
  q->word_end = n.end;
  q->low = q->high = q->best = n.value;
  uint32_t number = n.end - 1;
  if (range_at(scan, q, &n)) {
    number = q->word_end - 1;
    if (counted(scan->doc, number) == number) number = n.begin;
  } else if (is_score(scan, &n)) {
    return false;
  } else {
    set_bound(q, BEDE_QUAL_EXACT, n.rule);
    bound_before(scan, q);
  }
  if (is_currency(scan, q->word_begin - 1)) {
    q->word_begin--;
    number = q->word_begin;
    bound_before(scan, q);
  }
  finish(c, q, number);
  return q->of <= BEDE_OF_HOSTAGES || !is_article(scan, &n);
}

// "Both men": two.
static bool both_at(const counter *c, uint32_t at, bede_quantity *q)
{
  const bede_scan *scan = c->scan;
  uint32_t noun = at + 1;
  if (!bede_scan_is(scan, at, "both")) return false;
  while (noun < scan->end && noun < at + 4 &&
         scan->doc->words.items[noun].xpos != BEDE_XPOS_NNS) {
    noun++;
  }
  if (noun >= scan->end || noun >= at + 4) return false;
  q->word_begin = at;
  q->word_end = at + 1;
  q->low = q->high = q->best = 2;
  set_bound(q, BEDE_QUAL_EXACT, "both");
  finish(c, q, noun);
  return q->of <= BEDE_OF_HOSTAGES;
}

static bool vague_at(const counter *c, uint32_t at, bede_quantity *q)
{
  const bede_scan *scan = c->scan;
  uint32_t n;
  const bede_lex_term *term =
      bede_scan_term(scan, at, 1u << BEDE_TERM_SOME, &n);
  if (!term || is_measure(scan, at + n) ||
      (bede_scan_is(scan, at + n, "of") && is_measure(scan, at + n + 1))) {
    return false;
  }
  q->word_begin = at;
  q->word_end = at + n;
  q->low = term->number;
  set_bound(q, BEDE_QUAL_VAGUE, bede_lexicon_str(scan->lex, term->text).ptr);
  uint32_t number = n > 2 ? at : at + n - 1;
  bound_before(scan, q);
  finish(c, q, number);
  return true;
}

// The word that "no", "none of the", "not one", "nobody" say to be none of, and
// how many words say it, or 0.
static uint32_t none_words(const bede_scan *scan, uint32_t at, uint32_t *head)
{
  const bede_word *w = bede_word_at(scan->doc, at);
  if (bede_scan_is(scan, at, "nobody")) return *head = at, 1;
  uint32_t n = bede_scan_phrase(scan, at, "no one");
  if (n) {
    *head = w->head != BEDE_NONE && w->deprel != BEDE_REL_DET ? at : at + 1;
    return n;
  }
  n = bede_scan_phrase(scan, at, "not one");
  if (!n) n = bede_scan_phrase(scan, at, "not a single");
  if (n) {
    *head = counted(scan->doc, at + n - 1);
    if (*head == at + n - 1) *head = at + n;
    return *head < scan->end ? n : 0;
  }
  if (bede_scan_is(scan, at, "none")) {
    *head = counted(scan->doc, at);
    uint32_t of =
        bede_scan_is(scan, at + 1, "of") ? part_of(scan->doc, at) : BEDE_NONE;
    *head = of == BEDE_NONE ? at : of;
    return 1;
  }
  if (!bede_scan_is(scan, at, "no") || w->head == BEDE_NONE ||
      w->deprel != BEDE_REL_DET) {
    return 0;
  }
  *head = w->head;
  return 1;
}

// "no casualties", "no one was hurt": none. Only of what would be counted.
static bool zero_at(const counter *c, uint32_t at, bede_quantity *q)
{
  const bede_scan *scan = c->scan;
  const bede_doc *doc = scan->doc;
  uint32_t head = BEDE_NONE, n = none_words(scan, at, &head);
  if (!n || head == BEDE_NONE) return false;
  bede_quantity_of of = bede_count_meaning(doc, c->words, head, at, at + n);
  // "none of the passengers was injured": what became of "none"
  if (of > BEDE_OF_HOSTAGES && head != at) {
    bede_quantity_of own = bede_count_meaning(doc, c->words, at, at, at + n);
    if (own <= BEDE_OF_HOSTAGES) of = own;
  }
  bool toll = bede_scan_lemma_in(doc, head, "casualty");
  if (of > BEDE_OF_HOSTAGES && !toll) return false;
  q->word_begin = at;
  q->word_end = at + n;
  set_bound(q, BEDE_QUAL_EXACT, "none");
  finish(c, q, head);
  q->head = head;
  q->of = toll ? BEDE_OF_KILLED : of;
  q->population = bede_count_population(doc, c->words, head);
  return true;
}

// "No casualties": neither dead nor injured, two quantities.
static bool is_toll(const bede_doc *doc, const bede_quantity *q)
{
  return q->has_best && q->best == 0 && q->of == BEDE_OF_KILLED &&
         bede_scan_lemma_in(doc, q->head, "casualty");
}

// "1,500 Britons": the name of a people, by the knowledge.
static bool is_people(const bede_scan *scan, uint32_t word)
{
  uint32_t len = 0, count = 0;
  const bede_lex_name *name =
      bede_lexicon_name_at(scan->lex, scan->doc, word, word + 1, &len, &count);
  for (uint32_t i = 0; name && i < count; i++) {
    if (name[i].use == BEDE_USE_PEOPLE) return true;
  }
  return false;
}

static bede_status keep(bede_doc *doc, const bede_quantity *q)
{
  bede_quantity *kept =
      BEDE_LIST_PUSH(&doc->quantities, doc->arena, BEDE_MAX_WORDS);
  if (!kept) return BEDE_ENOMEM;
  *kept = *q;
  return BEDE_OK;
}

bede_status bede_quantity_find(bede_doc *doc, const bede_scan *scan,
                               const bede_count_words *words, uint32_t date)
{
  counter c = {scan, words, date};
  uint32_t at = scan->begin;
  while (at < scan->end) {
    bede_quantity q;
    memset(&q, 0, sizeof q);
    if (!vague_at(&c, at, &q) && !zero_at(&c, at, &q) &&
        !cardinal_at(&c, at, &q) && !both_at(&c, at, &q)) {
      at++;
      continue;
    }
    if (q.of == BEDE_OF_OTHER && is_people(scan, q.head)) {
      q.of = BEDE_OF_PEOPLE;
    }
    at = q.word_end;
    BEDE_TRY(keep(doc, &q));
    if (!is_toll(doc, &q)) continue;
    q.of = BEDE_OF_INJURED;
    BEDE_TRY(keep(doc, &q));
  }
  return BEDE_OK;
}
