// Finds the names of places in the text: of the gazetteer, of the knowledge of
// actors, of the tagger, and those that stand where only a place does.
#include "setting/toponym_find.h"

#include <string.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/str.h"
#include "lang/args.h"
#include "setting/scan.h"

typedef struct finder {
  const bede_doc *doc;
  const bede_lexicon *lex;
  const bede_place_words *words;
  bede_toponyms *found;
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

bool bede_is_state_code(bede_str country)
{
  return country.len == 3 &&
         !bede_str_in(country, "IGO UNO EUR NGO ISM IMG MNC");
}

const bede_entity *bede_toponym_entity(const bede_doc *doc,
                                       const bede_mention *m)
{
  return m->entity < doc->entities.count ? &doc->entities.items[m->entity]
                                         : NULL;
}

uint32_t bede_first_mention(const bede_doc *doc, uint32_t sentence)
{
  return BEDE_FIRST_OF(&doc->mentions, bede_mention, sentence);
}

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
  for (uint32_t i = bede_first_mention(doc, sentence); i < doc->mentions.count;
       i++) {
    const bede_mention *m = &doc->mentions.items[i];
    if (m->sentence != sentence) break;
    if (m->type != BEDE_MENTION_NAME) continue;
    if (m->span.begin > span.begin || m->span.end < span.end) continue;
    bool same = m->span.begin == span.begin && m->span.end == span.end;
    const bede_entity *e = bede_toponym_entity(doc, m);
    // The same words: only what the knowledge has is somebody else.
    if (same && (!e || !e->key.ptr)) continue;
    if (!e || e->kind == BEDE_KIND_STATE || e->kind == BEDE_KIND_PLACE)
      continue;
    // "police in Nairobi": the place stands behind a preposition of its own
    uint32_t prep =
        bede_has_before(doc, begin) ? doc->words.items[begin - 1].upos : 0u;
    if (m->head < begin && prep == BEDE_UPOS_ADP) continue;
    return true;
  }
  return false;
}

// What the tagger took a word for.
typedef enum tag_kind { TAG_NONE, TAG_PERSON, TAG_BODY, TAG_PLACE } tag_kind;

static tag_kind tag_of(unsigned ner)
{
  switch (ner) {
  case BEDE_NER_B_PER:
  case BEDE_NER_I_PER:
    return TAG_PERSON;
  case BEDE_NER_B_ORG:
  case BEDE_NER_I_ORG:
    return TAG_BODY;
  case BEDE_NER_B_LOC:
  case BEDE_NER_I_LOC:
    return TAG_PLACE;
  default:
    return TAG_NONE;
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
  if (tag_of(doc->words.items[begin].ner) != TAG_BODY) return false;
  bool before =
      begin > s->word_begin && doc->words.items[begin].ner == BEDE_NER_I_ORG;
  return before ||
         (end < s->word_end && doc->words.items[end].ner == BEDE_NER_I_ORG);
}

static const bede_entity *entity_at(const bede_doc *doc, uint32_t begin,
                                    uint32_t end)
{
  for (uint32_t i = begin; i < end; i++) {
    uint32_t m = doc->words.items[i].mention;
    if (m == BEDE_NONE) continue;
    const bede_mention *mention = &doc->mentions.items[m];
    const bede_entity *e = bede_toponym_entity(doc, mention);
    // A capital that stands for its state is a city.
    if (e && mention->basis != BEDE_BASIS_METONYM &&
        (e->kind == BEDE_KIND_STATE || e->kind == BEDE_KIND_PLACE)) {
      return e;
    }
  }
  return NULL;
}

// May the words [begin, end) name a place here?
static bool may_be_place(const finder *f, uint32_t sentence, uint32_t begin,
                         uint32_t end)
{
  const bede_doc *doc = f->doc;
  const bede_sentence *s = &doc->sentences.items[sentence];
  const bede_word *last = &doc->words.items[end - 1];
  tag_kind ner = tag_of(last->ner);
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
  if (last->upos != BEDE_UPOS_PROPN && ner != TAG_PLACE && !known) return false;
  if (in_date(doc, begin) || in_body(doc, s, begin, end) ||
      in_other_name(doc, sentence, begin, end)) {
    return false;
  }
  bool led = led_by(f, begin, sentence);
  // The actors' knowledge is surer than the tagger: "spread to Sidi Bouzid".
  const bede_entity *e = entity_at(doc, begin, end);
  bool sure = e && e->key.ptr && end - begin > 1;
  if (ner == TAG_PERSON && !led && !sure) return false;
  // "Hong Kong Free Press": the name goes on
  bool more = end < s->word_end && is_capital(doc, end) &&
              doc->words.items[end].upos == BEDE_UPOS_PROPN &&
              tag_of(doc->words.items[end].ner) &&
              tag_of(doc->words.items[end].ner) != TAG_PLACE;
  if (more && ner != TAG_PLACE) return false;
  // "Jack London", "Treaty of Rome"
  if (begin > s->word_begin && !led) {
    tag_kind before = tag_of(doc->words.items[begin - 1].ner);
    if (before == TAG_PERSON && ner != TAG_PLACE) return false;
  }
  return ner != TAG_BODY || led || s->dateline || end - begin > 1 ||
         doc->words.items[begin].mention != BEDE_NONE;
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

// The country of an adjective among the readings of a name, or absent.
static bede_str country_adjective(const finder *f, const bede_lex_name *name,
                                  uint32_t count)
{
  bede_str none = {NULL, 0};
  for (uint32_t i = 0; name && i < count; i++) {
    const bede_lex_entity *e = bede_lexicon_entity(f->lex, name[i].entity);
    bede_str country = bede_lexicon_str(f->lex, e->country);
    if (name[i].use == BEDE_USE_ADJ && e->kind == BEDE_KIND_STATE &&
        bede_is_state_code(country)) {
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

// "The Lebanese town of Tripoli": the country of the adjective before a noun.
static bede_str adjective_before(const finder *f, uint32_t begin, uint32_t noun)
{
  bede_str country = {NULL, 0};
  uint32_t len = 0;
  for (uint32_t n = 1; n < 4 && noun >= begin + n && !country.ptr; n++)
    country = adjective_country(f, noun - n, noun, &len);
  return country;
}

// "The Pakistani city": the country of the adjective at a word before a noun
// for a town or division.
static bede_str country_of_noun(const finder *f, uint32_t word, uint32_t limit)
{
  bede_str none = {NULL, 0};
  uint32_t len = 0;
  bede_str country = adjective_country(f, word, limit, &len);
  for (uint32_t i = word + len; country.ptr && i < limit && i < word + len + 3;
       i++) {
    if (place_noun(f, i, f->words->city) || place_noun(f, i, f->words->adm1) ||
        place_noun(f, i, f->words->adm2)) {
      return country;
    }
  }
  return none;
}

// Reads the kind of place before the name, "the province of", or behind it,
// "airport".
static void read_kind(const finder *f, bede_toponym *t, uint32_t limit)
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
  // "Hyderabad, the Pakistani city"
  if (at + 2 < limit && bede_lemma_in(doc, at, ",") &&
      bede_lemma_in(doc, at + 1, "the a an")) {
    t->country = country_of_noun(f, at + 2, limit);
  }
  uint32_t before = t->begin;
  if (before >= s->word_begin + 2 && bede_lemma_in(doc, before - 1, "of")) {
    for (size_t i = 1; i < sizeof table / sizeof *table; i++) {
      if (!place_noun(f, before - 2, table[i].class_id) ||
          bede_lemma_in(doc, before - 2, "capital")) {
        continue; // "the capital of China" is no town of that name
      }
      t->wanted = table[i].kind;
      t->country = adjective_before(f, s->word_begin, before - 2);
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
      m == BEDE_NONE ? NULL : bede_toponym_entity(doc, &doc->mentions.items[m]);
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
    if (tag_of(doc->words.items[end].ner) == TAG_BODY ||
        (!of && names_somebody(doc, end))) {
      return begin;
    }
    end++;
  }
  return end;
}

static bool read_name(const finder *f, uint32_t sentence, uint32_t at,
                      bede_toponym *t)
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

// "In front of parliament", "outside the ministry of defence": a body that is
// known to be of a country, behind words that only buildings have.
static bool read_seat(const finder *f, uint32_t sentence, uint32_t at,
                      bede_toponym *t)
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
  const bede_entity *e = bede_toponym_entity(doc, &doc->mentions.items[m]);
  bool front = bede_lemma_in(doc, before, "of") && before > s->word_begin &&
               bede_lemma_in(doc, before - 1, "front");
  bool led = before > s->word_begin &&
             bede_lemma_in(doc, before - 1, "outside inside near around");
  if (!e || !bede_is_state_code(e->country) || (!front && !led)) return false;
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
                           bede_toponym *t)
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
static bool join_names(const finder *f, const bede_toponym *second)
{
  const bede_doc *doc = f->doc;
  const bede_sentence *s = &doc->sentences.items[second->sentence];
  if (f->found->count == 0 || second->end >= s->word_end) return false;
  bede_toponym *first = &f->found->items[f->found->count - 1];
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
  bede_toponym t;
  (void)bede_lexicon_places_at(f->lex, f->doc, *at, s->word_end, &named,
                               &count);
  if (!adjective_country(f, *at, s->word_end, &len).ptr || len < 2 ||
      named >= len || read_adjective(f, sentence, *at, &t)) {
    return false;
  }
  *at += len;
  return true;
}

static bede_status find_names(const finder *f, bede_arena *arena)
{
  for (uint32_t i = 0; i < f->doc->sentences.count; i++) {
    const bede_sentence *s = &f->doc->sentences.items[i];
    if (s->reference) continue;
    for (uint32_t at = s->word_begin; at < s->word_end;) {
      bede_toponym t;
      bool capital = is_capital(f->doc, at);
      if (capital && steps_over(f, i, &at)) continue;
      if ((!capital ||
           (!read_name(f, i, at, &t) && !read_adjective(f, i, at, &t))) &&
          !read_seat(f, i, at, &t)) {
        at++;
        continue;
      }
      if (join_names(f, &t)) {
        at = f->found->items[f->found->count - 1].after;
        continue;
      }
      bede_toponym *kept = BEDE_LIST_PUSH(f->found, arena, BEDE_MAX_WORDS);
      if (!kept) return BEDE_ENOMEM;
      *kept = t;
      at = t.after;
    }
  }
  return BEDE_OK;
}
bede_status bede_toponyms_find(bede_doc *doc, const bede_lexicon *lex,
                               const bede_place_words *words,
                               bede_toponyms *found)
{
  finder f = {doc, lex, words, found};
  return find_names(&f, doc->arena);
}
