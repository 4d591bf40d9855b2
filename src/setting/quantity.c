// Numbers in the text: what is a quantity and what is not, its bounds, the
// noun it counts. Vague words follow ruling R32 of the codebook: dozens at
// least 12, hundreds at least 100, thousands at least 1000.
#include "setting/quantity.h"

#include "base/limits.h"
#include "lang/args.h"
#include "setting/number.h"

// Steps from a number to its noun ("two hundred thousand of the refugees").
#define CLIMB_MAX 4

typedef struct bound {
  const char *phrase;
  bede_qualifier qualifier;
  const char *rule;
} bound;

// Before the number; longer phrases first.
static const bound before[] = {
    {"no fewer than", BEDE_QUAL_AT_LEAST, "no_fewer_than"},
    {"no less than", BEDE_QUAL_AT_LEAST, "no_less_than"},
    {"not less than", BEDE_QUAL_AT_LEAST, "not_less_than"},
    {"no more than", BEDE_QUAL_AT_MOST, "no_more_than"},
    {"not more than", BEDE_QUAL_AT_MOST, "not_more_than"},
    {"as many as", BEDE_QUAL_AT_MOST, "as_many_as"},
    {"as much as", BEDE_QUAL_AT_MOST, "as_much_as"},
    {"as few as", BEDE_QUAL_AT_LEAST, "as_few_as"},
    {"a maximum of", BEDE_QUAL_AT_MOST, "maximum"},
    {"a minimum of", BEDE_QUAL_AT_LEAST, "minimum"},
    {"an estimated", BEDE_QUAL_ABOUT, "estimated"},
    {"a total of", BEDE_QUAL_EXACT, "total"},
    {"upwards of", BEDE_QUAL_AT_LEAST, "upwards_of"},
    {"in excess of", BEDE_QUAL_AT_LEAST, "in_excess_of"},
    {"at least", BEDE_QUAL_AT_LEAST, "at_least"},
    {"at most", BEDE_QUAL_AT_MOST, "at_most"},
    {"more than", BEDE_QUAL_AT_LEAST, "more_than"},
    {"fewer than", BEDE_QUAL_AT_MOST, "fewer_than"},
    {"less than", BEDE_QUAL_AT_MOST, "less_than"},
    {"up to", BEDE_QUAL_AT_MOST, "up_to"},
    {"close to", BEDE_QUAL_ABOUT, "close_to"},
    {"over", BEDE_QUAL_AT_LEAST, "over"},
    {"above", BEDE_QUAL_AT_LEAST, "above"},
    {"exceeding", BEDE_QUAL_AT_LEAST, "exceeding"},
    {"under", BEDE_QUAL_AT_MOST, "under"},
    {"below", BEDE_QUAL_AT_MOST, "below"},
    {"some", BEDE_QUAL_ABOUT, "some"},
    {"about", BEDE_QUAL_ABOUT, "about"},
    {"around", BEDE_QUAL_ABOUT, "around"},
    {"roughly", BEDE_QUAL_ABOUT, "roughly"},
    {"approximately", BEDE_QUAL_ABOUT, "approximately"},
    {"nearly", BEDE_QUAL_ABOUT, "nearly"},
    {"almost", BEDE_QUAL_ABOUT, "almost"},
    {"estimated", BEDE_QUAL_ABOUT, "estimated"},
    {"circa", BEDE_QUAL_ABOUT, "circa"}};

// Behind the number or the noun it counts.
static const bound behind[] = {{"or more", BEDE_QUAL_AT_LEAST, "or_more"},
                               {"or so", BEDE_QUAL_ABOUT, "or_so"},
                               {"or fewer", BEDE_QUAL_AT_MOST, "or_fewer"},
                               {"or less", BEDE_QUAL_AT_MOST, "or_less"}};

typedef struct vague {
  const char *phrase;
  int64_t low;
  const char *rule;
} vague;

// "several" and its like say three at least; a couple is two.
static const vague vagues[] = {
    {"hundreds of thousands", 100000, "hundreds_of_thousands"},
    {"tens of thousands", 10000, "tens_of_thousands"},
    {"dozens", 12, "dozens"},
    {"scores", 20, "scores"},
    {"hundreds", 100, "hundreds"},
    {"thousands", 1000, "thousands"},
    {"millions", 1000000, "millions"},
    {"several", 3, "several"},
    {"a handful", 3, "handful"},
    {"a few", 3, "few"},
    {"a couple", 2, "couple"}};

// --- what is no quantity

static const bede_word *word_at(const bede_doc *doc, uint32_t word)
{
  return &doc->words.items[word];
}

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
      "inch inches acre acres hectare hectares point points");
}

// "No. 10", "Article 5", "F - 16", "Resolution 2254", "Channel 4 's": a label.
static bool is_label(const bede_scan *scan, const bede_number *n)
{
  uint32_t before_it = n->begin - 1;
  const bede_word *w = word_at(scan->doc, n->begin);
  if (n->begin == scan->begin) {
    return bede_scan_in(scan, n->end, ". ) :") && n->end < scan->end - 1;
  }
  if (bede_scan_in(scan, before_it,
                   "no. nos. article articles section chapter page p. pp. "
                   "figure fig. table resolution flight route highway channel "
                   "group # / : boeing airbus area phase part version type")) {
    return true;
  }
  if (before_it > scan->begin && bede_scan_is(scan, before_it, "-") &&
      !(word_at(scan->doc, before_it - 1)->flags & BEDE_WORD_SPACE_AFTER)) {
    return true;
  }
  // A number behind the name it belongs to: "Apollo 11".
  return w->head != BEDE_NONE && w->head + 1 == n->begin &&
         word_at(scan->doc, w->head)->upos == BEDE_UPOS_PROPN;
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
         word_at(scan->doc, n->begin)->deprel != BEDE_REL_CONJ;
}

// A bare four-digit number of the right size is a year unless it counts.
static bool is_year(const bede_scan *scan, const bede_number *n)
{
  uint32_t digits;
  return n->end == n->begin + 1 && bede_scan_form(scan, n->begin).len == 4 &&
         bede_scan_digits(scan, n->begin, &digits) && digits >= 1400 &&
         digits <= 2199 &&
         word_at(scan->doc, n->begin)->deprel != BEDE_REL_NUMMOD;
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
  if (word_at(doc, n->begin)->flags & BEDE_WORD_MARKER) return false;
  if (is_measure(scan, n->end)) return false;
  if (bede_scan_in(scan, n->end, "th st nd rd :")) return false;
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

// Reads the bound before q->word_begin and moves the begin before it.
static void bound_before(const bede_scan *scan, bede_quantity *q)
{
  uint32_t at = q->word_begin;
  for (int fillers = 0; fillers <= 2; fillers++) {
    for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
      uint32_t n = bede_scan_before(scan, at, before[i].phrase);
      if (!n) continue;
      q->word_begin = at - n;
      set_bound(q, before[i].qualifier, before[i].rule);
      return;
    }
    if (at <= scan->begin || !is_filler(scan, at - 1)) return;
    at--;
  }
}

static void bound_behind(const bede_scan *scan, bede_quantity *q, uint32_t at)
{
  for (size_t i = 0; i < sizeof behind / sizeof *behind; i++) {
    if (!bede_scan_phrase(scan, at, behind[i].phrase)) continue;
    set_bound(q, behind[i].qualifier, behind[i].rule);
    if (at == q->word_end) q->word_end += 2;
    return;
  }
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
  if (second.value <= first->value || !second.whole) return false;
  if (!between && bede_scan_is(scan, first->begin - 1, "from")) return false;
  if (!between && !bede_scan_is(scan, first->end, "or") &&
      bede_scan_upos(scan, second.end) != BEDE_UPOS_NOUN &&
      bede_scan_upos(scan, second.end) != BEDE_UPOS_ADJ) {
    return false; // a score, a sum of parts
  }
  q->low = first->value;
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
  const bede_word *w = word_at(doc, word);
  if (w->upos != BEDE_UPOS_NUM &&
      !bede_scan_lemma_in(doc, word,
                          "dozen score hundred thousand million handful couple "
                          "ten number dozens scores hundreds thousands")) {
    return BEDE_NONE;
  }
  uint32_t of = w->first_child;
  for (; of != BEDE_NONE; of = word_at(doc, of)->next_sibling) {
    uint32_t prep = bede_child_by(doc, of, BEDE_REL_CASE);
    if (word_at(doc, of)->deprel == BEDE_REL_NMOD && of > word &&
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
    const bede_word *w = word_at(doc, word);
    bool part = w->deprel == BEDE_REL_NUMMOD ||
                w->deprel == BEDE_REL_COMPOUND || w->deprel == BEDE_REL_AMOD ||
                w->deprel == BEDE_REL_DET || w->deprel == BEDE_REL_FLAT;
    if (!part || w->head == BEDE_NONE) break;
    unsigned upos = word_at(doc, w->head)->upos;
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

static const char *population_of(const bede_doc *doc, uint32_t head)
{
  if (bede_scan_lemma_in(doc, head, "civilian bystander")) return "civilians";
  if (bede_scan_lemma_in(doc, head, "victim")) return "victims";
  if (bede_scan_lemma_in(doc, head,
                         "attacker gunman bomber assailant "
                         "perpetrator")) {
    return "perpetrators";
  }
  return bede_scan_lemma_in(doc, head, "member") ? "members" : "unknown";
}

// The phrase of the noun counted without the number before it.
static bede_span noun_span(const bede_doc *doc, const bede_quantity *q)
{
  bede_span span = bede_phrase_span(doc, q->head, false);
  if (span.begin < q->span.end && q->head >= q->word_end) {
    span.begin = word_at(doc, q->word_end)->span.begin;
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
  if (word < end && word_at(doc, word)->upos == BEDE_UPOS_ADJ) word++;
  if (word >= end || word_at(doc, word)->xpos != BEDE_XPOS_NNS)
    return BEDE_NONE;
  return word;
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

// Completes q from its words: span, noun, meaning; behind the noun, "or more".
static void finish(const bede_scan *scan, bede_quantity *q, uint32_t number)
{
  const bede_doc *doc = scan->doc;
  q->head = counted_by(scan, q, number);
  q->of = bede_quantity_meaning(doc, q->head);
  // "30 dead": a fate, not what is counted
  if (bede_scan_lemma_in(doc, q->head, "dead injured wounded missing"))
    q->head = number;
  q->population = population_of(doc, q->head);
  q->sentence = scan->sentence;
  q->claim = BEDE_NONE;
  bound_behind(scan, q, q->word_end);
  if (q->head >= q->word_end) bound_behind(scan, q, q->head + 1);
  q->span.begin = word_at(doc, q->word_begin)->span.begin;
  q->span.end = word_at(doc, q->word_end - 1)->span.end;
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

static bool cardinal_at(const bede_scan *scan, uint32_t at, uint32_t date,
                        bede_quantity *q)
{
  bede_number n;
  if (!bede_number_at(scan, at, &n) || !n.whole) return false;
  if (!is_quantity(scan, &n, date)) return false;
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
  if (bede_scan_in(scan, q->word_begin - 1, "$ \xE2\x82\xAC \xC2\xA3 us$")) {
    q->word_begin--;
    number = q->word_begin;
  }
  finish(scan, q, number);
  return q->of <= BEDE_OF_DISPLACED || !is_article(scan, &n);
}

static bool vague_at(const bede_scan *scan, uint32_t at, bede_quantity *q)
{
  for (size_t i = 0; i < sizeof vagues / sizeof *vagues; i++) {
    uint32_t n = bede_scan_phrase(scan, at, vagues[i].phrase);
    if (!n) continue;
    if (is_measure(scan, at + n) ||
        (bede_scan_is(scan, at + n, "of") && is_measure(scan, at + n + 1))) {
      return false;
    }
    q->word_begin = at;
    q->word_end = at + n;
    q->low = vagues[i].low;
    set_bound(q, BEDE_QUAL_VAGUE, vagues[i].rule);
    uint32_t number = n > 2 ? at : at + n - 1;
    bound_before(scan, q);
    q->qualifier = BEDE_QUAL_VAGUE;
    q->rule = vagues[i].rule;
    q->has_low = true;
    q->has_high = q->has_best = false;
    finish(scan, q, number);
    return true;
  }
  return false;
}

// "no casualties", "no one was hurt": none. Only of what would be counted.
static bool zero_at(const bede_scan *scan, uint32_t at, bede_quantity *q)
{
  const bede_doc *doc = scan->doc;
  bool nobody = bede_scan_is(scan, at, "nobody");
  uint32_t n = nobody ? 1 : bede_scan_phrase(scan, at, "no one") ? 2 : 1;
  if (!nobody && n == 1 && !bede_scan_is(scan, at, "no")) return false;
  const bede_word *w = word_at(doc, at);
  uint32_t head = nobody ? at : n == 2 ? at + 1 : w->head;
  if (n == 2 && w->head != BEDE_NONE && w->deprel != BEDE_REL_DET) head = at;
  if (head == BEDE_NONE || (!nobody && n == 1 && w->deprel != BEDE_REL_DET)) {
    return false;
  }
  bede_quantity_of of = bede_quantity_meaning(doc, head);
  bool toll = bede_scan_lemma_in(doc, head, "casualty");
  if (of > BEDE_OF_DISPLACED && !toll) return false;
  q->word_begin = at;
  q->word_end = at + n;
  set_bound(q, BEDE_QUAL_EXACT, "none");
  finish(scan, q, head);
  q->head = head;
  if (toll) q->of = BEDE_OF_KILLED;
  return true;
}

// "No casualties": neither dead nor injured, two quantities.
static bool is_toll(const bede_doc *doc, const bede_quantity *q)
{
  return q->has_best && q->best == 0 && q->of == BEDE_OF_KILLED &&
         bede_scan_lemma_in(doc, q->head, "casualty");
}

// "1,500 Britons": the name of a people, by the knowledge.
static bool is_people(const bede_scan *scan, const bede_lexicon *lex,
                      uint32_t word)
{
  uint32_t len = 0, count = 0;
  const bede_lex_name *name =
      bede_lexicon_name_at(lex, scan->doc, word, word + 1, &len, &count);
  for (uint32_t i = 0; name && i < count; i++) {
    if (name[i].use == BEDE_USE_PEOPLE) return true;
  }
  return false;
}

bede_status bede_quantity_find(bede_doc *doc, const bede_scan *scan,
                               const bede_lexicon *lex, uint32_t date)
{
  uint32_t at = scan->begin;
  while (at < scan->end) {
    bede_quantity q;
    memset(&q, 0, sizeof q);
    if (!cardinal_at(scan, at, date, &q) && !vague_at(scan, at, &q) &&
        !zero_at(scan, at, &q)) {
      at++;
      continue;
    }
    if (lex && q.of == BEDE_OF_OTHER && is_people(scan, lex, q.head)) {
      q.of = BEDE_OF_PEOPLE;
    }
    bede_quantity *kept =
        BEDE_LIST_PUSH(&doc->quantities, doc->arena, BEDE_MAX_WORDS);
    if (!kept) return BEDE_ENOMEM;
    *kept = q;
    at = q.word_end;
    if (!is_toll(doc, &q)) continue;
    kept = BEDE_LIST_PUSH(&doc->quantities, doc->arena, BEDE_MAX_WORDS);
    if (!kept) return BEDE_ENOMEM;
    *kept = q;
    kept->of = BEDE_OF_INJURED;
  }
  return BEDE_OK;
}
