// Decides which places the names stand for. A score in tenths of doublings of
// the number of people, integers throughout: the weights below say what a hint
// is worth in people. "Tripoli" is six times larger in Libya than
// in Lebanon (25 tenths); a report about Lebanon outweighs that (28), one that
// is filed from there the more (50).
#include "setting/toponym_find.h"

#include <string.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/str.h"
#include "lang/args.h"
#include "setting/scan.h"

// Tuned on the developing half of tests/setting.
enum {
  WEIGHT_FOCUS = 53,       // every country of the report is that one
  WEIGHT_SENTENCE = 70,    // the sentence speaks of the country
  WEIGHT_PARTY = 20,       // somebody of the country is in the sentence
  MAX_HINTS = 28,          // of these two: somewhat less than ten times larger
  WEIGHT_DIVISION = 150,   // or of the division that the place is in
  WEIGHT_BESIDE = 1000,    // ", Lebanon" right behind
  WEIGHT_KIND = 500,       // "province" for a division
  WEIGHT_COUNTRY = 60,     // a country before a place that is called like it
  WEIGHT_CITY = 60,        // a city before a division of its country
  WEIGHT_SAME = 300,       // what the name was said to be before
  FOREIGN_PEOPLE = 500000, // so large, and it may be meant anywhere
  WEIGHT_FILED = 50,       // the dateline is in the country
  WEIGHT_KNOWN = 40,       // the actors' knowledge has it in the country
  WEIGHT_ALIAS = -66,      // not what the place is called by
  MAX_NEAR = 16,           // names on either side that say something for one
  MAX_VOTES = 64,          // countries that a report is about
  MAX_DIVISIONS = 64       // divisions that it names
};

typedef struct vote {
  bede_str country;
  uint32_t weight;
  const void *by; // the readings of the only name that votes so, else NULL
} vote;

typedef struct votes {
  vote items[MAX_VOTES];
  uint32_t count, total;
} votes;

typedef struct finder {
  bede_doc *doc;
  const bede_lexicon *lex;
  const bede_place_words *words;
  bede_toponyms found;
  votes report;
  bede_str filed; // country of the dateline, absent without one
  uint32_t divisions[MAX_DIVISIONS], division_count; // places
  uint32_t said[MAX_DIVISIONS], said_count; // by words beside their names
} finder;

// --- votes ------------------------------------------------------------------

static void add_vote(votes *v, bede_str country, uint32_t weight,
                     const void *by)
{
  if (!bede_is_state_code(country)) return;
  v->total += weight;
  for (uint32_t i = 0; i < v->count; i++) {
    if (!bede_str_eq(v->items[i].country, country)) continue;
    v->items[i].weight += weight;
    if (v->items[i].by != by) v->items[i].by = NULL;
    return;
  }
  if (v->count == MAX_VOTES) return;
  v->items[v->count].country = country;
  v->items[v->count].by = by;
  v->items[v->count++].weight = weight;
}

// Does only the name with these readings speak for the country?
static bool only_by(const votes *v, bede_str country, const void *by)
{
  for (uint32_t i = 0; i < v->count; i++) {
    if (bede_str_eq(v->items[i].country, country)) return v->items[i].by == by;
  }
  return true;
}

static uint32_t votes_for(const votes *v, bede_str country)
{
  for (uint32_t i = 0; i < v->count; i++) {
    if (bede_str_eq(v->items[i].country, country)) return v->items[i].weight;
  }
  return 0;
}

// "People in Hyderabad": they say no more than that name.
static bool is_of_place(const bede_doc *doc, const bede_mention *m)
{
  return m->of < doc->entities.count &&
         doc->entities.items[m->of].kind == BEDE_KIND_PLACE;
}

// The countries that sentences [first, last] speak of. A state's name says more
// than where somebody is from.
static void vote_mentions(const bede_doc *doc, uint32_t first, uint32_t last,
                          votes *out)
{
  for (uint32_t i = bede_first_mention(doc, first); i < doc->mentions.count;
       i++) {
    const bede_mention *m = &doc->mentions.items[i];
    if (m->sentence > last) break;
    const bede_entity *e = bede_toponym_entity(doc, m);
    // A place that knowledge has is only one reading of its name.
    if (!e || e->kind == BEDE_KIND_PLACE || m->inferred) continue;
    if (m->type == BEDE_MENTION_PRONOUN || is_of_place(doc, m)) continue;
    bool title = doc->sentences.items[m->sentence].title;
    add_vote(out, e->country,
             (e->kind == BEDE_KIND_STATE ? 2u : 1u) + (title ? 1u : 0u), NULL);
  }
}

// --- which place ------------------------------------------------------------

// Ten times the binary logarithm, to a tenth or so.
static int weight_of_people(uint32_t people)
{
  int bits = 0;
  uint32_t n = people + 1;
  while (n >> (bits + 1))
    bits++;
  uint32_t rest = bits >= 3 ? (n >> (bits - 3)) & 7u : 0;
  return bits * 10 + (int)rest;
}

static bede_str country_of(const finder *f, const bede_lex_place *p)
{
  return bede_lexicon_str(f->lex, p->country);
}

static bool names_place(const bede_toponym *t, uint32_t place)
{
  for (uint32_t i = 0; i < t->count; i++) {
    if (t->names[i].place == place) return true;
  }
  return false;
}

// Does `other` name the country of the place?
static bool names_country(const finder *f, const bede_toponym *other,
                          bede_str country)
{
  const bede_entity *e = other->entity;
  if (e && e->kind == BEDE_KIND_STATE) return bede_str_eq(e->country, country);
  for (uint32_t i = 0; i < other->count; i++) {
    const bede_lex_place *p = bede_lexicon_place(f->lex, other->names[i].place);
    if (p->kind == BEDE_PLACE_COUNTRY &&
        bede_str_eq(country_of(f, p), country)) {
      return true;
    }
  }
  return false;
}

// Is `other` what the name lies in: right behind it (", Lebanon"), or before it
// ("Pakistan's Sindh")?
static bool is_beside(const bede_doc *doc, const bede_toponym *t,
                      const bede_toponym *other)
{
  if (other->sentence != t->sentence) return false;
  if (other->begin > t->begin) {
    return other->begin <= t->after + 2 &&
           bede_lemma_in(doc, t->after, ", in ( of");
  }
  return t->whole == other->after + 1 &&
         bede_lemma_in(doc, other->after, "'s \xE2\x80\x99s");
}

static bool report_names(const finder *f, uint32_t division)
{
  for (uint32_t i = 0; i < f->division_count; i++) {
    if (f->divisions[i] == division) return true;
  }
  return false;
}

// Is one of the readings of `other` a place in the division?
static bool lies_in(const finder *f, const bede_toponym *other,
                    uint32_t division)
{
  for (uint32_t i = 0; i < other->count; i++) {
    if (bede_lexicon_place(f->lex, other->names[i].place)->division ==
        division) {
      return true;
    }
  }
  return false;
}

// What a name was said to be by the words beside it, elsewhere in the report.
static bool was_said(const finder *f, uint32_t number)
{
  for (uint32_t i = 0; i < f->said_count; i++) {
    if (f->said[i] == number) return true;
  }
  return false;
}

// The word of [begin, end) by which they hang in the tree.
static uint32_t head_of(const bede_doc *doc, uint32_t begin, uint32_t end)
{
  for (uint32_t i = begin; i < end; i++) {
    uint32_t head = doc->words.items[i].head;
    if (head == BEDE_NONE || head < begin || head >= end) return i;
  }
  return end - 1;
}

// Does a name stand where a party does: subject, object, "by", "with",
// "between"? It says who, not where.
static bool is_party(const bede_doc *doc, const bede_toponym *t)
{
  uint32_t word = head_of(doc, t->begin, t->end);
  while (doc->words.items[word].deprel == BEDE_REL_CONJ &&
         doc->words.items[word].head < word) {
    word = doc->words.items[word].head;
  }
  unsigned rel = doc->words.items[word].deprel;
  uint32_t prep = bede_child_by(doc, word, BEDE_REL_CASE);
  return rel == BEDE_REL_NSUBJ || rel == BEDE_REL_NSUBJ_PASS ||
         rel == BEDE_REL_OBJ || rel == BEDE_REL_IOBJ ||
         rel == BEDE_REL_OBL_AGENT ||
         (prep != BEDE_NONE &&
          bede_lemma_in(doc, prep, "by with between against"));
}

// What the other names of the sentence say for a place, and the divisions that
// the report names.
static int weight_of_names(const finder *f, const bede_toponym *t,
                           uint32_t number, const bede_lex_place *p)
{
  bede_str country = country_of(f, p);
  bool near = false, inside = false, beside = false;
  uint32_t self = (uint32_t)(t - f->found.items), i = self;
  while (i > 0 && self - i < MAX_NEAR &&
         f->found.items[i - 1].sentence == t->sentence) {
    i--;
  }
  for (; i < f->found.count && i <= self + MAX_NEAR; i++) {
    const bede_toponym *other = &f->found.items[i];
    if (other->sentence != t->sentence) break;
    if (i == self) continue;
    bool division = p->division != BEDE_NONE && names_place(other, p->division);
    bool state =
        p->kind != BEDE_PLACE_COUNTRY && names_country(f, other, country);
    // "Atlanta, Georgia"; "in Georgia, while the mayor of Atlanta"
    bool around = p->kind == BEDE_PLACE_ADM1 && lies_in(f, other, number);
    bool holds = around && is_beside(f->doc, other, t);
    inside = inside || around;
    near = near || division || (state && !is_party(f->doc, other));
    inside = inside || division;
    beside =
        beside || holds || ((state || division) && is_beside(f->doc, t, other));
  }
  int weight = near ? WEIGHT_SENTENCE : 0;
  if (inside) {
    weight += WEIGHT_DIVISION;
  } else if (p->division != BEDE_NONE && !names_place(t, p->division) &&
             report_names(f, p->division)) {
    weight += WEIGHT_DIVISION / 3;
  }
  if (was_said(f, number)) weight += WEIGHT_SAME;
  return beside ? weight + WEIGHT_BESIDE : weight;
}

// Is there a city of this name in the division, or a larger one elsewhere in
// its country?
static bool has_city(const finder *f, const bede_toponym *t, uint32_t division,
                     bede_str country)
{
  for (uint32_t i = 0; i < t->count; i++) {
    const bede_lex_place *p = bede_lexicon_place(f->lex, t->names[i].place);
    if (p->kind == BEDE_PLACE_CITY &&
        (p->division == division || p->population > 50000) &&
        bede_str_eq(country_of(f, p), country)) {
      return true;
    }
  }
  return false;
}

static int weight_of_kind(const finder *f, const bede_toponym *t,
                          uint32_t number, const bede_lex_place *p)
{
  bede_place_kind kind = (bede_place_kind)p->kind;
  int weight = 0;
  if (t->wanted == BEDE_PLACE_CITY || t->wanted == BEDE_PLACE_ADM1 ||
      t->wanted == BEDE_PLACE_REGION) {
    if (kind == t->wanted) weight += WEIGHT_KIND;
  } else if (t->wanted == BEDE_PLACE_ADM2 || t->wanted == BEDE_PLACE_POINT) {
    if (kind == BEDE_PLACE_CITY || kind == t->wanted) weight += WEIGHT_CITY;
  } else if (kind == BEDE_PLACE_COUNTRY) {
    weight += WEIGHT_COUNTRY;
  } else if (kind == BEDE_PLACE_ADM1 &&
             has_city(f, t, number, country_of(f, p))) {
    weight -= WEIGHT_CITY;
  }
  if (t->direction && kind == BEDE_PLACE_COUNTRY) weight += WEIGHT_COUNTRY;
  return weight;
}

static int score_of(const finder *f, const bede_toponym *t, const votes *near,
                    const bede_lex_place_name *name)
{
  const bede_lex_place *p = bede_lexicon_place(f->lex, name->place);
  bede_str country = country_of(f, p);
  uint32_t people = p->population;
  // Regions and points have no people: they are named for themselves.
  if (p->kind == BEDE_PLACE_REGION || p->kind == BEDE_PLACE_POINT) {
    people = 2000000;
  }
  int score = weight_of_people(people);
  if (name->alias) score += WEIGHT_ALIAS;
  if (t->country.ptr && bede_str_eq(t->country, country))
    score += WEIGHT_BESIDE;
  int hints = votes_for(near, country) ? WEIGHT_PARTY : 0;
  if (f->report.total) {
    hints +=
        (int)(WEIGHT_FOCUS * votes_for(&f->report, country) / f->report.total);
  }
  // Talks of the United States in Geneva are not in Illinois.
  score += hints > MAX_HINTS ? MAX_HINTS : hints;
  if (f->filed.ptr && bede_str_eq(f->filed, country)) score += WEIGHT_FILED;
  score += weight_of_names(f, t, name->place, p);
  score += weight_of_kind(f, t, name->place, p);
  const bede_entity *e = t->entity;
  if (e && bede_str_eq(e->country, country)) {
    score += e->kind == BEDE_KIND_STATE && p->kind == BEDE_PLACE_COUNTRY
                 ? WEIGHT_SAME
                 : WEIGHT_KNOWN;
  }
  return score;
}

// The country that the report is about: a third of it at least; absent without.
static bede_str focus_of(const finder *f)
{
  bede_str country = {NULL, 0};
  uint32_t best = 0;
  for (uint32_t i = 0; i < f->report.count; i++) {
    if (f->report.items[i].weight <= best) continue;
    best = f->report.items[i].weight;
    country = f->report.items[i].country;
  }
  if (best * 3 < f->report.total) country.ptr = NULL;
  return country;
}

// A small place in a country that the report does not speak of: its name is
// that of one nearer, which the gazetteer lacks.
static bool is_foreign(const finder *f, const bede_toponym *t,
                       const bede_lex_place *p)
{
  return p->kind == BEDE_PLACE_CITY && p->population < FOREIGN_PEOPLE &&
         focus_of(f).ptr && only_by(&f->report, country_of(f, p), t->names);
}

// Do the actors know the place?
static bool is_known(const bede_toponym *t)
{
  return t->entity && t->entity->key.ptr;
}

// The best reading or BEDE_NONE; the first of equal ones.
static uint32_t choose(const finder *f, const bede_toponym *t, int *score)
{
  votes near;
  uint32_t best = BEDE_NONE;
  *score = 0;
  memset(&near, 0, sizeof near);
  vote_mentions(f->doc, t->sentence, t->sentence, &near);
  for (uint32_t i = 0; i < t->count; i++) {
    int one = score_of(f, t, &near, &t->names[i]);
    if (best != BEDE_NONE && one <= *score) continue;
    best = t->names[i].place;
    *score = one;
  }
  bool sure = *score >= WEIGHT_SAME;
  bool foreign = best != BEDE_NONE && !sure && !is_known(t) &&
                 is_foreign(f, t, bede_lexicon_place(f->lex, best));
  return foreign ? BEDE_NONE : best;
}

// --- places -----------------------------------------------------------------

static bede_str text_of(const bede_doc *doc, uint32_t begin, uint32_t end)
{
  bede_span span = {doc->words.items[begin].span.begin,
                    doc->words.items[end - 1].span.end};
  return bede_doc_str(doc, span);
}

// "A Tirana hotel", "Kabul markets": one of many, in the city.
static bool is_any(const bede_doc *doc, const bede_toponym *t)
{
  uint32_t noun = t->after - 1;
  return doc->words.items[noun].xpos == BEDE_XPOS_NNS ||
         (bede_has_before(doc, t->whole) &&
          bede_scan_lemma_in(doc, t->whole - 1, "a an"));
}

static void fill_known(const finder *f, const bede_toponym *t, uint32_t number,
                       bede_place *out)
{
  const bede_lex_place *p = bede_lexicon_place(f->lex, number);
  const bede_lex_place *division =
      p->division == BEDE_NONE ? NULL : bede_lexicon_place(f->lex, p->division);
  out->name = bede_lexicon_str(f->lex, p->name);
  out->country = country_of(f, p);
  out->kind = (bede_place_kind)p->kind;
  out->geonames = p->number;
  // A country or a wide region is no point on a map.
  if (out->kind != BEDE_PLACE_COUNTRY && out->kind != BEDE_PLACE_REGION) {
    out->lat = p->lat;
    out->lon = p->lon;
  }
  if (division) out->division = bede_lexicon_str(f->lex, division->name);
  if (out->kind == BEDE_PLACE_ADM1) out->division = out->name;
  bool part =
      (t->direction && out->kind != BEDE_PLACE_CITY) ||
      (t->wanted == BEDE_PLACE_REGION && out->kind != BEDE_PLACE_REGION);
  bool point = t->wanted == BEDE_PLACE_POINT && out->kind != BEDE_PLACE_POINT &&
               !is_any(f->doc, t);
  bool district = t->wanted == BEDE_PLACE_ADM2;
  if (!part && !point && !district) return;
  // What is in or around the place that the gazetteer knows: its country, not
  // its number nor its middle.
  if (!district) out->name = text_of(f->doc, t->whole, t->after);
  out->geonames = 0;
  out->kind = part    ? BEDE_PLACE_REGION
              : point ? BEDE_PLACE_POINT
                      : BEDE_PLACE_ADM2;
  if (part || point) out->lat = out->lon = BEDE_NO_DEGREES;
}

// A name that no gazetteer has: in the country that the actors know, or that
// stands beside it, or that the report is about.
static void fill_unknown(const finder *f, const bede_toponym *t,
                         bede_place *out)
{
  out->name = t->entity ? t->entity->name : text_of(f->doc, t->whole, t->after);
  out->kind = t->entity && t->entity->kind == BEDE_KIND_STATE
                  ? BEDE_PLACE_COUNTRY
              : t->wanted == BEDE_PLACE_KIND_COUNT ? BEDE_PLACE_CITY
                                                   : t->wanted;
  if (t->joined) return;
  if (t->country.ptr) {
    out->country = t->country;
    return;
  }
  if (t->entity && bede_is_state_code(t->entity->country)) {
    out->country = t->entity->country;
    return;
  }
  uint32_t next = (uint32_t)(t - f->found.items) + 1;
  if (next < f->found.count && is_beside(f->doc, t, &f->found.items[next])) {
    int score;
    uint32_t number = choose(f, &f->found.items[next], &score);
    if (number != BEDE_NONE) {
      out->country = country_of(f, bede_lexicon_place(f->lex, number));
      return;
    }
  }
  out->country = focus_of(f);
  out->borrowed = out->country.ptr != NULL;
}

static bede_status keep(finder *f, const bede_toponym *t)
{
  bede_place *p =
      BEDE_LIST_PUSH(&f->doc->places, f->doc->arena, BEDE_MAX_WORDS);
  if (!p) return BEDE_ENOMEM;
  memset(p, 0, sizeof *p);
  p->word_begin = t->whole;
  p->word_end = t->after;
  p->span.begin = f->doc->words.items[t->whole].span.begin;
  p->span.end = f->doc->words.items[t->after - 1].span.end;
  p->head = head_of(f->doc, t->whole, t->after);
  p->sentence = t->sentence;
  p->lat = p->lon = BEDE_NO_DEGREES;
  int score;
  uint32_t number = choose(f, t, &score);
  if (number == BEDE_NONE) {
    fill_unknown(f, t, p);
  } else {
    fill_known(f, t, number, p);
  }
  return BEDE_OK;
}

// Names of one country, and what a dateline says, tell what a report is about.
static void vote_names(finder *f)
{
  for (uint32_t i = 0; i < f->found.count; i++) {
    const bede_toponym *t = &f->found.items[i];
    bool dateline = f->doc->sentences.items[t->sentence].dateline;
    bool one = t->count > 0;
    bede_str first = {NULL, 0};
    for (uint32_t k = 0; k < t->count; k++) {
      const bede_lex_place *p = bede_lexicon_place(f->lex, t->names[k].place);
      if (t->names[k].alias && k) continue;
      bede_str country = country_of(f, p);
      if (first.ptr && !bede_str_eq(first, country)) one = false;
      first = country;
    }
    if (one) add_vote(&f->report, first, dateline ? 4u : 2u, t->names);
    for (uint32_t k = 0; k < t->count; k++) {
      if (f->division_count < MAX_DIVISIONS &&
          !report_names(f, t->names[k].place) &&
          bede_lexicon_place(f->lex, t->names[k].place)->kind ==
              BEDE_PLACE_ADM1) {
        f->divisions[f->division_count++] = t->names[k].place;
      }
    }
  }
}

// Notes the country that the report is filed from.
static void note_filed(finder *f)
{
  for (uint32_t i = 0; i < f->found.count && !f->filed.ptr; i++) {
    const bede_toponym *t = &f->found.items[i];
    int score;
    if (!f->doc->sentences.items[t->sentence].dateline) continue;
    uint32_t number = choose(f, t, &score);
    if (number != BEDE_NONE)
      f->filed = country_of(f, bede_lexicon_place(f->lex, number));
  }
}

// Keeps what the words beside a name say that it is, for the other times that
// it stands alone.
static void note_said(finder *f)
{
  for (uint32_t i = 0; i < f->found.count && f->said_count < MAX_DIVISIONS;
       i++) {
    int score;
    uint32_t number = choose(f, &f->found.items[i], &score);
    if (score < WEIGHT_BESIDE || number == BEDE_NONE || was_said(f, number))
      continue;
    f->said[f->said_count++] = number;
  }
}

bede_status bede_places_find(bede_doc *doc, const bede_lexicon *lex,
                             const bede_place_words *words)
{
  finder f;
  memset(&f, 0, sizeof f);
  f.doc = doc;
  f.lex = lex;
  f.words = words;
  BEDE_TRY(bede_toponyms_find(doc, lex, words, &f.found));
  vote_mentions(doc, 0, UINT32_MAX, &f.report);
  vote_names(&f);
  note_filed(&f);
  note_said(&f);
  for (uint32_t i = 0; i < f.found.count; i++)
    BEDE_TRY(keep(&f, &f.found.items[i]));
  return BEDE_OK;
}

uint32_t bede_first_place(const bede_doc *doc, uint32_t sentence)
{
  return BEDE_FIRST_OF(&doc->places, bede_place, sentence);
}
