// Finds names of places and decides which places they are. A score in tenths of
// doublings of the number of people, integers throughout: WEIGHTS below say
// what a hint is worth in people. "Tripoli" is six times larger in Libya than
// in Lebanon (26 tenths); a report about Lebanon outweighs that (53).
#include "setting/toponym.h"

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
  WEIGHT_KNOWN = 40,       // the actors' knowledge has it in the country
  WEIGHT_ALIAS = -66,      // not what the place is called by
  MAX_VOTES = 64,          // countries that a report is about
  MAX_DIVISIONS = 64       // divisions that it names
};

typedef struct vote {
  bede_str country;
  uint32_t weight;
} vote;

typedef struct votes {
  vote items[MAX_VOTES];
  uint32_t count, total;
} votes;

// A name with its readings, before one is chosen.
typedef struct toponym {
  uint32_t begin, end;   // words of the name
  uint32_t whole, after; // with its kind: "the province of Sindh"
  uint32_t sentence;
  const bede_lex_place_name *names;
  uint32_t count;
  const bede_entity *entity; // what the actors took it for, or NULL
  bede_place_kind wanted;    // by a noun beside it, else _COUNT
  bool direction;            // "northern Syria"
  bede_str country;          // of the adjective before a noun
  bool joined;               // of two names, in no one country
} toponym;

typedef BEDE_LIST(toponym) toponyms;

typedef struct finder {
  bede_doc *doc;
  const bede_lexicon *lex;
  const bede_place_words *words;
  toponyms found;
  votes report;
  uint32_t divisions[MAX_DIVISIONS], division_count; // places
  uint32_t said[MAX_DIVISIONS], said_count; // by words beside their names
} finder;

void bede_place_words_init(bede_place_words *words, const bede_lexicon *lex)
{
  const struct {
    uint32_t *id;
    const char *name;
  } table[] = {{&words->adm1, "place_adm1"},
               {&words->adm2, "place_adm2"},
               {&words->city, "place_city"},
               {&words->point, "place_point"},
               {&words->region, "place_region"},
               {&words->part, "place_part"},
               {&words->direction, "place_direction"},
               {&words->going, "place_going"},
               {&words->seat, "place_seat"}};
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    *table[i].id = bede_lexicon_class(lex, bede_str_from(table[i].name));
}

bool bede_place_word_in(const bede_doc *doc, const bede_lexicon *lex,
                        uint32_t word, uint32_t class_id)
{
  const bede_word *w = &doc->words.items[word];
  return class_id && (bede_lexicon_in_class(lex, w->lemma_id, class_id) ||
                      bede_lexicon_in_class(lex, w->form_id, class_id));
}

// --- votes ------------------------------------------------------------------

// Countries have three letters that stand for a state.
static bool is_country(bede_str country)
{
  return country.len == 3 &&
         !bede_str_in(country, "IGO UNO EUR NGO ISM IMG MNC");
}

static void add_vote(votes *v, bede_str country, uint32_t weight)
{
  if (!is_country(country)) return;
  v->total += weight;
  for (uint32_t i = 0; i < v->count; i++) {
    if (!bede_str_eq(v->items[i].country, country)) continue;
    v->items[i].weight += weight;
    return;
  }
  if (v->count == MAX_VOTES) return;
  v->items[v->count].country = country;
  v->items[v->count++].weight = weight;
}

static uint32_t votes_for(const votes *v, bede_str country)
{
  for (uint32_t i = 0; i < v->count; i++) {
    if (bede_str_eq(v->items[i].country, country)) return v->items[i].weight;
  }
  return 0;
}

static const bede_entity *entity_of(const bede_doc *doc, const bede_mention *m)
{
  return m->entity < doc->entities.count ? &doc->entities.items[m->entity]
                                         : NULL;
}

// The first mention of a sentence or of a later one: they are in text order.
static uint32_t first_mention(const bede_doc *doc, uint32_t sentence)
{
  uint32_t low = 0, high = doc->mentions.count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (doc->mentions.items[middle].sentence < sentence) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
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
  for (uint32_t i = first_mention(doc, first); i < doc->mentions.count; i++) {
    const bede_mention *m = &doc->mentions.items[i];
    if (m->sentence > last) break;
    const bede_entity *e = entity_of(doc, m);
    // A place that knowledge has is only one reading of its name.
    if (!e || e->kind == BEDE_KIND_PLACE || m->inferred) continue;
    if (m->type == BEDE_MENTION_PRONOUN || is_of_place(doc, m)) continue;
    bool title = doc->sentences.items[m->sentence].title;
    add_vote(out, e->country,
             (e->kind == BEDE_KIND_STATE ? 2u : 1u) + (title ? 1u : 0u));
  }
}

// --- names ------------------------------------------------------------------

static bool is_capital(const bede_doc *doc, uint32_t word)
{
  bede_str form = bede_word_form(doc, word);
  return form.len && (bede_is_upper((unsigned char)form.ptr[0]) ||
                      (unsigned char)form.ptr[0] >= 0x80);
}

// The mention of a name that covers more than the words [begin, end): of a
// person or a body, "Houston Chronicle", "Jordan Smith".
static bool in_other_name(const bede_doc *doc, uint32_t sentence,
                          uint32_t begin, uint32_t end)
{
  bede_span span = {doc->words.items[begin].span.begin,
                    doc->words.items[end - 1].span.end};
  for (uint32_t i = first_mention(doc, sentence); i < doc->mentions.count;
       i++) {
    const bede_mention *m = &doc->mentions.items[i];
    if (m->sentence != sentence) break;
    if (m->type != BEDE_MENTION_NAME) continue;
    if (m->span.begin > span.begin || m->span.end < span.end) continue;
    bool same = m->span.begin == span.begin && m->span.end == span.end;
    const bede_entity *e = entity_of(doc, m);
    // The same words: only what the knowledge has is somebody else.
    if (same && (!e || !e->key.ptr)) continue;
    if (!e || e->kind == BEDE_KIND_STATE || e->kind == BEDE_KIND_PLACE)
      continue;
    // "police in Nairobi": the place stands behind a preposition of its own
    uint32_t prep = begin > 0 ? doc->words.items[begin - 1].upos : 0u;
    if (m->head < begin && prep == BEDE_UPOS_ADP) continue;
    return true;
  }
  return false;
}

static unsigned ner_class(unsigned ner)
{
  switch (ner) {
  case BEDE_NER_B_PER:
  case BEDE_NER_I_PER:
    return 1;
  case BEDE_NER_B_ORG:
  case BEDE_NER_I_ORG:
    return 2;
  case BEDE_NER_B_LOC:
  case BEDE_NER_I_LOC:
    return 3;
  default:
    return 0;
  }
}

static bool place_noun(const finder *f, uint32_t word, uint32_t class_id)
{
  return bede_place_word_in(f->doc, f->lex, word, class_id);
}

// Words that lead to a place: what follows is none of a person or body.
static bool led_by(const finder *f, uint32_t begin, uint32_t sentence)
{
  const bede_sentence *s = &f->doc->sentences.items[sentence];
  const bede_doc *doc = f->doc;
  uint32_t at = begin;
  if (at > s->word_begin && bede_lemma_in(doc, at - 1, "the")) at--;
  if (at > s->word_begin + 1 && bede_lemma_in(doc, at - 1, "of") &&
      (place_noun(f, at - 2, f->words->city) ||
       place_noun(f, at - 2, f->words->adm1) ||
       place_noun(f, at - 2, f->words->adm2))) {
    return true;
  }
  return at > s->word_begin &&
         bede_lemma_in(doc, at - 1,
                       "in near outside at across around throughout into "
                       "toward towards inside above off");
}

// Do the words [begin, end) stand in an expression of time: "in June"?
static bool in_date(const bede_doc *doc, uint32_t begin)
{
  uint32_t low = 0, high = doc->dates.count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (doc->dates.items[middle].word_end <= begin) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < doc->dates.count && doc->dates.items[low].word_begin <= begin;
}

// Is the name inside a longer one that was taken for a body's: "City University
// Student Union"?
static bool in_body(const bede_doc *doc, const bede_sentence *s, uint32_t begin,
                    uint32_t end)
{
  if (ner_class(doc->words.items[begin].ner) != 2) return false;
  bool before =
      begin > s->word_begin && doc->words.items[begin].ner == BEDE_NER_I_ORG;
  return before ||
         (end < s->word_end && doc->words.items[end].ner == BEDE_NER_I_ORG);
}

// May the words [begin, end) name a place here?
static bool may_be_place(const finder *f, uint32_t sentence, uint32_t begin,
                         uint32_t end)
{
  const bede_doc *doc = f->doc;
  const bede_sentence *s = &doc->sentences.items[sentence];
  const bede_word *last = &doc->words.items[end - 1];
  unsigned ner = ner_class(last->ner);
  // "Hyde Park Corner": the last word says what it is
  if (end - begin > 1 && place_noun(f, end - 1, f->words->point) &&
      is_capital(doc, end - 1) && !in_other_name(doc, sentence, begin, end)) {
    return true;
  }
  if (!is_capital(doc, begin) || !is_capital(doc, end - 1)) return false;
  // Of a known name of several words one proper noun is enough.
  bool proper = false;
  for (uint32_t i = begin; i < end; i++)
    proper = proper || doc->words.items[i].upos == BEDE_UPOS_PROPN;
  bool known = end - begin > 1 && proper;
  if (last->upos != BEDE_UPOS_PROPN && ner != 3 && !known) return false;
  if (in_date(doc, begin) || in_body(doc, s, begin, end) ||
      in_other_name(doc, sentence, begin, end)) {
    return false;
  }
  bool led = led_by(f, begin, sentence);
  if (ner == 1 && !led) return false;
  // "Hong Kong Free Press": the name goes on
  bool more = end < s->word_end && is_capital(doc, end) &&
              doc->words.items[end].upos == BEDE_UPOS_PROPN &&
              ner_class(doc->words.items[end].ner) &&
              ner_class(doc->words.items[end].ner) != 3;
  if (more && ner != 3) return false;
  // "Jack London", "Treaty of Rome"
  if (begin > s->word_begin && !led) {
    unsigned before = ner_class(doc->words.items[begin - 1].ner);
    if (before == 1 && ner != 3) return false;
  }
  return ner != 2 || led || s->dateline || end - begin > 1 ||
         doc->words.items[begin].mention != BEDE_NONE;
}

static const bede_entity *entity_at(const bede_doc *doc, uint32_t begin,
                                    uint32_t end)
{
  for (uint32_t i = begin; i < end; i++) {
    uint32_t m = doc->words.items[i].mention;
    if (m == BEDE_NONE) continue;
    const bede_mention *mention = &doc->mentions.items[m];
    const bede_entity *e = entity_of(doc, mention);
    // A capital that stands for its state is a city.
    if (e && mention->basis != BEDE_BASIS_METONYM &&
        (e->kind == BEDE_KIND_STATE || e->kind == BEDE_KIND_PLACE)) {
      return e;
    }
  }
  return NULL;
}

// The end of a name of a point that no gazetteer has: "Hyde Park Corner". Names
// whose last word says what they are.
static uint32_t point_name(const finder *f, uint32_t begin, uint32_t limit)
{
  uint32_t at = begin, end = begin;
  while (at < limit && at < begin + 6 && is_capital(f->doc, at) &&
         f->doc->words.items[at].upos == BEDE_UPOS_PROPN) {
    at++;
    if (at > begin + 1 && (place_noun(f, at - 1, f->words->point) ||
                           bede_lemma_in(f->doc, at - 1, "Corner Circus"))) {
      end = at;
    }
  }
  return end;
}

// The end of a run of words that the tagger took for a place.
static uint32_t tagged_name(const bede_doc *doc, uint32_t begin, uint32_t limit)
{
  uint32_t end = begin;
  if (doc->words.items[begin].ner != BEDE_NER_B_LOC) return begin;
  end = begin + 1;
  while (end < limit && doc->words.items[end].ner == BEDE_NER_I_LOC)
    end++;
  return end;
}

// Reads the kind of place before the name, "the province of", or behind it,
// "airport".
static void read_kind(const finder *f, toponym *t, uint32_t limit)
{
  const bede_doc *doc = f->doc;
  const bede_sentence *s = &doc->sentences.items[t->sentence];
  const bede_place_words *w = f->words;
  const struct {
    uint32_t class_id;
    bede_place_kind kind;
  } table[] = {{w->point, BEDE_PLACE_POINT},
               {w->adm1, BEDE_PLACE_ADM1},
               {w->adm2, BEDE_PLACE_ADM2},
               {w->city, BEDE_PLACE_CITY},
               {w->region, BEDE_PLACE_REGION}};
  uint32_t at = t->end;
  if (at < limit && bede_lemma_in(doc, at,
                                  "international air military naval "
                                  "refugee border International Air"))
    at++;
  for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
    if (at < limit && doc->words.items[at].upos != BEDE_UPOS_VERB &&
        place_noun(f, at, table[i].class_id)) {
      t->wanted = table[i].kind;
      t->after = at + 1;
      return;
    }
  }
  uint32_t before = t->begin;
  if (before >= s->word_begin + 2 && bede_lemma_in(doc, before - 1, "of")) {
    for (size_t i = 1; i < sizeof table / sizeof *table; i++) {
      if (!place_noun(f, before - 2, table[i].class_id) ||
          bede_lemma_in(doc, before - 2, "capital")) {
        continue; // "the capital of China" is no town of that name
      }
      t->wanted = table[i].kind;
      return;
    }
  }
  if (before > s->word_begin && place_noun(f, before - 1, w->direction)) {
    t->direction = true;
    t->whole = before - 1;
  }
}

// Does the mention at the word name somebody that the knowledge has?
static bool names_somebody(const bede_doc *doc, uint32_t word)
{
  uint32_t m = doc->words.items[word].mention;
  const bede_entity *e =
      m == BEDE_NONE ? NULL : entity_of(doc, &doc->mentions.items[m]);
  return e && e->key.ptr && e->kind != BEDE_KIND_PLACE &&
         e->kind != BEDE_KIND_STATE;
}

// The end of a name that nothing knows but that stands where a place does:
// "near Grupcin", "the village of Agbeji".
static uint32_t led_name(const finder *f, uint32_t sentence, uint32_t begin)
{
  const bede_doc *doc = f->doc;
  const bede_sentence *s = &doc->sentences.items[sentence];
  bool of = begin > s->word_begin && bede_lemma_in(doc, begin - 1, "of");
  uint32_t end = begin;
  if (!led_by(f, begin, sentence)) return begin;
  while (end < s->word_end && end < begin + 4 && is_capital(doc, end) &&
         doc->words.items[end].upos == BEDE_UPOS_PROPN) {
    if (ner_class(doc->words.items[end].ner) == 2 ||
        (!of && names_somebody(doc, end))) {
      return begin;
    }
    end++;
  }
  return end;
}

static bool read_name(finder *f, uint32_t sentence, uint32_t at, toponym *t)
{
  const bede_doc *doc = f->doc;
  const bede_sentence *s = &doc->sentences.items[sentence];
  uint32_t len = 0;
  memset(t, 0, sizeof *t);
  t->names =
      bede_lexicon_places_at(f->lex, doc, at, s->word_end, &len, &t->count);
  // "Rakhine state": the names of the gazetteer are capitals to the end.
  while (t->names && len > 1 && !is_capital(doc, at + len - 1)) {
    t->names =
        bede_lexicon_places_at(f->lex, doc, at, at + len - 1, &len, &t->count);
  }
  // "South" alone is no place.
  if (t->names && len == 1 &&
      (place_noun(f, at, f->words->part) ||
       place_noun(f, at, f->words->direction))) {
    t->names = NULL;
  }
  if (!t->names) t->count = 0;
  uint32_t named = t->names ? at + len : at;
  uint32_t point = point_name(f, at, s->word_end);
  uint32_t tagged = tagged_name(doc, at, s->word_end);
  uint32_t end = named;
  if (point > end || (tagged > end && !t->names)) {
    end = point > tagged ? point : tagged;
    t->names = NULL;
    t->count = 0;
  }
  if (end == at) end = led_name(f, sentence, at);
  t->entity = end > at ? entity_at(doc, at, end) : NULL;
  if (end == at || !may_be_place(f, sentence, at, end)) return false;
  t->begin = t->whole = at;
  t->end = t->after = end;
  t->sentence = sentence;
  t->wanted =
      point == end && !t->names ? BEDE_PLACE_POINT : BEDE_PLACE_KIND_COUNT;
  if (t->names == NULL && t->entity) {
    t->names = bede_lexicon_places_named(f->lex, t->entity->name, &t->count);
  }
  read_kind(f, t, s->word_end);
  // The Saudi embassy is not in Saudi Arabia.
  return !bede_scan_lemma_in(doc, t->after - 1, "embassy consulate");
}

// The country of an adjective among the readings of a name, or absent.
static bede_str country_adjective(const finder *f, const bede_lex_name *name,
                                  uint32_t count)
{
  bede_str none = {NULL, 0};
  for (uint32_t i = 0; name && i < count; i++) {
    const bede_lex_entity *e = bede_lexicon_entity(f->lex, name[i].entity);
    bede_str country = bede_lexicon_str(f->lex, e->country);
    if (name[i].use == BEDE_USE_ADJ && e->kind == BEDE_KIND_STATE &&
        is_country(country)) {
      return country;
    }
  }
  return none;
}

// The country whose adjective stands here, by the knowledge; absent for none.
// The longest one: "North Korean", but of "Iraqi military" the first word.
static bede_str adjective_country(const finder *f, uint32_t at, uint32_t end,
                                  uint32_t *len)
{
  bede_str country = {NULL, 0};
  for (uint32_t n = 2; n > 0 && !country.ptr; n--) {
    uint32_t count = 0;
    if (at + n > end) continue;
    const bede_lex_name *name =
        bede_lexicon_name_at(f->lex, f->doc, at, at + n, len, &count);
    country = country_adjective(f, name, count);
  }
  return country;
}

// "In front of parliament", "outside the ministry of defence": a body that is
// known to be of a country, behind words that only buildings have.
static bool read_seat(const finder *f, uint32_t sentence, uint32_t at,
                      toponym *t)
{
  const bede_doc *doc = f->doc;
  const bede_sentence *s = &doc->sentences.items[sentence];
  uint32_t m = doc->words.items[at].mention;
  uint32_t before = at;
  if (m == BEDE_NONE || !place_noun(f, at, f->words->seat)) return false;
  while (before > s->word_begin && before + 4 > at &&
         (bede_lemma_in(doc, before - 1, "the of") ||
          doc->words.items[before - 1].upos == BEDE_UPOS_ADJ ||
          doc->words.items[before - 1].upos == BEDE_UPOS_PROPN)) {
    before--;
  }
  const bede_entity *e = entity_of(doc, &doc->mentions.items[m]);
  bool front = bede_lemma_in(doc, before, "of") && before > s->word_begin &&
               bede_lemma_in(doc, before - 1, "front");
  bool led = before > s->word_begin &&
             bede_lemma_in(doc, before - 1, "outside inside near around");
  if (!e || !is_country(e->country) || (!front && !led)) return false;
  memset(t, 0, sizeof *t);
  t->begin = t->whole = at;
  t->end = t->after = at + 1;
  t->sentence = sentence;
  t->wanted = BEDE_PLACE_POINT;
  t->country = e->country;
  return true;
}

// "Iraqi military bases", "the Lebanese town": a place noun behind the
// adjective of a country. An embassy is not in its own country.
static bool read_adjective(const finder *f, uint32_t sentence, uint32_t at,
                           toponym *t)
{
  const bede_doc *doc = f->doc;
  const bede_sentence *s = &doc->sentences.items[sentence];
  uint32_t len = 0, noun = BEDE_NONE;
  bede_str country = adjective_country(f, at, s->word_end, &len);
  if (!country.ptr) return false;
  for (uint32_t i = at + len; i < s->word_end && i < at + len + 3; i++) {
    unsigned upos = doc->words.items[i].upos;
    if (upos != BEDE_UPOS_NOUN && upos != BEDE_UPOS_ADJ) break;
    if (place_noun(f, i, f->words->point) || place_noun(f, i, f->words->city)) {
      noun = i;
    }
  }
  if (noun == BEDE_NONE ||
      bede_scan_lemma_in(doc, noun, "embassy consulate mission border")) {
    return false;
  }
  memset(t, 0, sizeof *t);
  t->wanted =
      place_noun(f, noun, f->words->point) ? BEDE_PLACE_POINT : BEDE_PLACE_CITY;
  // The name may stand behind: "the Lebanese town of Tripoli".
  if (noun + 2 < s->word_end && is_capital(doc, noun + 1)) return false;
  if (noun + 2 < s->word_end && bede_lemma_in(doc, noun + 1, "of") &&
      is_capital(doc, noun + 2)) {
    return false;
  }
  t->begin = t->whole = at;
  t->end = t->after = noun + 1;
  t->sentence = sentence;
  t->country = country;
  return true;
}

// "The Afghanistan-Pakistan border", "the Iran/Iraq frontier": two names joined
// before a noun are one place, in no one country.
static bool join_names(finder *f, const toponym *second)
{
  const bede_doc *doc = f->doc;
  const bede_sentence *s = &doc->sentences.items[second->sentence];
  if (f->found.count == 0 || second->end >= s->word_end) return false;
  toponym *first = &f->found.items[f->found.count - 1];
  if (first->sentence != second->sentence || first->end + 1 != second->begin ||
      !bede_scan_lemma_in(doc, first->end, "/ - \xE2\x80\x93") ||
      !bede_scan_lemma_in(doc, second->end, "border region frontier area")) {
    return false;
  }
  first->end = first->after = second->end + 1;
  first->wanted = BEDE_PLACE_REGION;
  first->names = NULL;
  first->count = 0;
  first->entity = NULL;
  first->joined = true;
  return true;
}

// Steps over an adjective of two words that names no place: the second alone
// would be another country's.
static bool steps_over(const finder *f, uint32_t sentence, uint32_t *at)
{
  const bede_sentence *s = &f->doc->sentences.items[sentence];
  uint32_t len = 0, named = 0, count;
  toponym t;
  (void)bede_lexicon_places_at(f->lex, f->doc, *at, s->word_end, &named,
                               &count);
  if (!adjective_country(f, *at, s->word_end, &len).ptr || len < 2 ||
      named >= len || read_adjective(f, sentence, *at, &t)) {
    return false;
  }
  *at += len;
  return true;
}

static bede_status find_names(finder *f)
{
  for (uint32_t i = 0; i < f->doc->sentences.count; i++) {
    const bede_sentence *s = &f->doc->sentences.items[i];
    if (s->reference) continue;
    for (uint32_t at = s->word_begin; at < s->word_end;) {
      toponym t;
      bool capital = is_capital(f->doc, at);
      if (capital && steps_over(f, i, &at)) continue;
      if ((!capital ||
           (!read_name(f, i, at, &t) && !read_adjective(f, i, at, &t))) &&
          !read_seat(f, i, at, &t)) {
        at++;
        continue;
      }
      if (join_names(f, &t)) {
        at = f->found.items[f->found.count - 1].after;
        continue;
      }
      toponym *kept = BEDE_LIST_PUSH(&f->found, f->doc->arena, BEDE_MAX_WORDS);
      if (!kept) return BEDE_ENOMEM;
      *kept = t;
      at = t.after;
    }
  }
  return BEDE_OK;
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

static bool names_place(const toponym *t, uint32_t place)
{
  for (uint32_t i = 0; i < t->count; i++) {
    if (t->names[i].place == place) return true;
  }
  return false;
}

// Does `other` name the country of the place?
static bool names_country(const finder *f, const toponym *other,
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
static bool is_beside(const bede_doc *doc, const toponym *t,
                      const toponym *other)
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
static bool lies_in(const finder *f, const toponym *other, uint32_t division)
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

// What the other names of the sentence say for a place, and the divisions that
// the report names.
static int weight_of_names(const finder *f, const toponym *t, uint32_t number,
                           const bede_lex_place *p)
{
  bede_str country = country_of(f, p);
  bool near = false, inside = false, beside = false;
  uint32_t self = (uint32_t)(t - f->found.items), i = self;
  while (i > 0 && f->found.items[i - 1].sentence == t->sentence)
    i--;
  for (; i < f->found.count; i++) {
    const toponym *other = &f->found.items[i];
    if (other->sentence != t->sentence) break;
    if (i == self) continue;
    bool division = p->division != BEDE_NONE && names_place(other, p->division);
    bool state =
        p->kind != BEDE_PLACE_COUNTRY && names_country(f, other, country);
    // "Atlanta, Georgia"; "in Georgia, while the mayor of Atlanta"
    bool around = p->kind == BEDE_PLACE_ADM1 && lies_in(f, other, number);
    bool holds = around && is_beside(f->doc, other, t);
    inside = inside || around;
    near = near || state || division;
    inside = inside || division;
    beside =
        beside || holds || ((state || division) && is_beside(f->doc, t, other));
  }
  int weight = near ? WEIGHT_SENTENCE : 0;
  if (inside) {
    weight += WEIGHT_DIVISION;
  } else if (p->division != BEDE_NONE && report_names(f, p->division)) {
    weight += WEIGHT_DIVISION / 3;
  }
  if (was_said(f, number)) weight += WEIGHT_SAME;
  return beside ? weight + WEIGHT_BESIDE : weight;
}

// Is there a city of this name in the country?
static bool has_city(const finder *f, const toponym *t, bede_str country)
{
  for (uint32_t i = 0; i < t->count; i++) {
    const bede_lex_place *p = bede_lexicon_place(f->lex, t->names[i].place);
    if (p->kind == BEDE_PLACE_CITY && p->population > 50000 &&
        bede_str_eq(country_of(f, p), country)) {
      return true;
    }
  }
  return false;
}

static int weight_of_kind(const finder *f, const toponym *t,
                          const bede_lex_place *p)
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
  } else if (kind == BEDE_PLACE_ADM1 && has_city(f, t, country_of(f, p))) {
    weight -= WEIGHT_CITY;
  }
  if (t->direction && kind == BEDE_PLACE_COUNTRY) weight += WEIGHT_COUNTRY;
  return weight;
}

static int score_of(const finder *f, const toponym *t, const votes *near,
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
  int hints = votes_for(near, country) ? WEIGHT_PARTY : 0;
  if (f->report.total) {
    hints +=
        (int)(WEIGHT_FOCUS * votes_for(&f->report, country) / f->report.total);
  }
  // Talks of the United States in Geneva are not in Illinois.
  score += hints > MAX_HINTS ? MAX_HINTS : hints;
  score += weight_of_names(f, t, name->place, p);
  score += weight_of_kind(f, t, p);
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
static bool is_foreign(const finder *f, const bede_lex_place *p)
{
  return p->kind == BEDE_PLACE_CITY && p->population < FOREIGN_PEOPLE &&
         focus_of(f).ptr && !votes_for(&f->report, country_of(f, p));
}

// The best reading or BEDE_NONE; the first of equal ones.
static uint32_t choose(const finder *f, const toponym *t, int *score)
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
  bool foreign = best != BEDE_NONE && !sure && !t->entity &&
                 is_foreign(f, bede_lexicon_place(f->lex, best));
  return foreign ? BEDE_NONE : best;
}

// --- places -----------------------------------------------------------------

// The word of [begin, end) by which they hang in the tree.
static uint32_t head_of(const bede_doc *doc, uint32_t begin, uint32_t end)
{
  for (uint32_t i = begin; i < end; i++) {
    uint32_t head = doc->words.items[i].head;
    if (head == BEDE_NONE || head < begin || head >= end) return i;
  }
  return end - 1;
}

static bede_str text_of(const bede_doc *doc, uint32_t begin, uint32_t end)
{
  bede_span span = {doc->words.items[begin].span.begin,
                    doc->words.items[end - 1].span.end};
  return bede_doc_str(doc, span);
}

// "A Tirana hotel", "Kabul markets": one of many, in the city.
static bool is_any(const bede_doc *doc, const toponym *t)
{
  uint32_t noun = t->after - 1;
  return doc->words.items[noun].xpos == BEDE_XPOS_NNS ||
         (t->whole > 0 && bede_scan_lemma_in(doc, t->whole - 1, "a an"));
}

static void fill_known(const finder *f, const toponym *t, uint32_t number,
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
  if (part) out->lat = out->lon = BEDE_NO_DEGREES;
  if (point) out->lat = out->lon = BEDE_NO_DEGREES;
}

// A name that no gazetteer has: in the country that the actors know, or that
// stands beside it, or that the report is about.
static void fill_unknown(const finder *f, const toponym *t, bede_place *out)
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
  if (t->entity && is_country(t->entity->country)) {
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

static bede_status keep(finder *f, const toponym *t)
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
    const toponym *t = &f->found.items[i];
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
    if (one) add_vote(&f->report, first, dateline ? 4u : 2u);
    for (uint32_t k = 0; k < t->count; k++) {
      if (f->division_count < MAX_DIVISIONS &&
          bede_lexicon_place(f->lex, t->names[k].place)->kind ==
              BEDE_PLACE_ADM1) {
        f->divisions[f->division_count++] = t->names[k].place;
      }
    }
  }
}

// Keeps what the words beside a name say that it is, for the other times that
// it stands alone.
static void note_said(finder *f)
{
  for (uint32_t i = 0; i < f->found.count; i++) {
    int score;
    uint32_t number = choose(f, &f->found.items[i], &score);
    if (score < WEIGHT_BESIDE || f->said_count == MAX_DIVISIONS) continue;
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
  BEDE_TRY(find_names(&f));
  vote_mentions(doc, 0, UINT32_MAX, &f.report);
  vote_names(&f);
  note_said(&f);
  for (uint32_t i = 0; i < f.found.count; i++)
    BEDE_TRY(keep(&f, &f.found.items[i]));
  return BEDE_OK;
}

uint32_t bede_first_place(const bede_doc *doc, uint32_t sentence)
{
  uint32_t low = 0, high = doc->places.count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (doc->places.items[middle].sentence < sentence) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
