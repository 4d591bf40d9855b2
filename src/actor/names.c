// Unites names: by the knowledge's key, by the same words, by surname, by an
// acronym in brackets.
#include "actor/resolve.h"

#include "base/error.h"
#include "base/str.h"

static bede_str last_word(bede_str name)
{
  size_t begin = name.len;
  while (begin > 0 && name.ptr[begin - 1] != ' ')
    begin--;
  return bede_str_sub(name, begin, name.len);
}

static bede_str first_word(bede_str name)
{
  size_t end = 0;
  while (end < name.len && name.ptr[end] != ' ')
    end++;
  return bede_str_sub(name, 0, end);
}

// "al-Maliki" is found under "Maliki" too.
static bede_str without_article(bede_str word)
{
  if (word.len > 4 && word.ptr[2] == '-' &&
      (bede_str_starts(word, "al") || bede_str_starts(word, "el") ||
       bede_str_starts(word, "Al") || bede_str_starts(word, "El")))
    return bede_str_sub(word, 3, word.len);
  return word;
}

static bool has_blank(bede_str s)
{
  return s.len && memchr(s.ptr, ' ', s.len) != NULL;
}

// --- acronyms ---------------------------------------------------------------

static bool is_acronym(bede_str s)
{
  size_t letters = 0;
  for (size_t i = 0; i < s.len; i++) {
    unsigned char c = (unsigned char)s.ptr[i];
    if (c == '.' || c == '-' || c == '/') continue;
    if (!bede_is_upper(c) && !bede_is_digit(c)) return false;
    letters++;
  }
  return letters >= 2 && letters <= 10;
}

// Do the letters of the acronym stand in the name in this order, the first one
// at its start?
static bool abbreviates(bede_str acronym, bede_str name)
{
  size_t n = 0;
  for (size_t i = 0; i < acronym.len; i++) {
    unsigned char c = (unsigned char)acronym.ptr[i];
    if (!bede_is_upper(c)) continue;
    size_t start = n;
    while (n < name.len && ((unsigned char)name.ptr[n] & 0xDFu) != c)
      n++;
    if (n == name.len || (start == 0 && n != 0)) return false;
    n++;
  }
  return n > 0;
}

static bool bracket_at(const bede_doc *doc, uint32_t word, char bracket)
{
  if (word >= doc->words.count) return false;
  bede_str form = bede_word_form(doc, word);
  return form.len == 1 && form.ptr[0] == bracket;
}

// The first word of a mention's own name.
static uint32_t word_at(const bede_doc *doc, const bede_sentence *s,
                        uint32_t byte)
{
  for (uint32_t i = s->word_begin; i < s->word_end; i++) {
    if (doc->words.items[i].span.begin >= byte) return i;
  }
  return s->word_end;
}

// Finds "NAME (ACRONYM)" with both as mentions.
static void find_brackets(bede_resolve *r)
{
  const bede_doc *doc = r->doc;
  for (uint32_t i = 1; i < doc->mentions.count; i++) {
    const bede_mention *b = &doc->mentions.items[i];
    bede_str acronym = bede_doc_str(doc, doc->words.items[b->head].span);
    if (b->type != BEDE_MENTION_NAME || b->head < 2 || !is_acronym(acronym))
      continue;
    if (!bracket_at(doc, b->head - 1, '(') ||
        !bracket_at(doc, b->head + 1, ')'))
      continue;
    for (uint32_t k = i; k-- > 0 && k + 6 > i;) {
      const bede_mention *a = &doc->mentions.items[k];
      if (a->sentence != b->sentence) break;
      if (a->type != BEDE_MENTION_NAME) continue;
      const bede_sentence *s = &doc->sentences.items[a->sentence];
      uint32_t next = word_at(doc, s, a->span.end);
      bede_str name = bede_doc_str(doc, a->span);
      if (next != b->head - 1 || !abbreviates(acronym, name)) continue;
      r->facts[i].partner = k;
      r->facts[k].partner = i;
      break;
    }
  }
}

// --- keys -------------------------------------------------------------------

static bede_status remember_person(bede_resolve *r, bede_str name,
                                   uint32_t entity)
{
  if (!has_blank(name)) return BEDE_OK;
  bede_str last = last_word(name);
  BEDE_TRY(bede_resolve_remember(r, last, BEDE_KEY_SURNAME, entity));
  // A given name that two people share names neither.
  bede_str given = first_word(name);
  uint32_t other = bede_resolve_recall(r, given, BEDE_KEY_GIVEN);
  if (given.len > 2)
    BEDE_TRY(bede_resolve_remember(
        r, given, BEDE_KEY_GIVEN,
        other == BEDE_NONE || other == entity ? entity : BEDE_NONE));
  return bede_resolve_remember(r, without_article(last), BEDE_KEY_SURNAME,
                               entity);
}

static bool is_body(const bede_entity *e)
{
  return e->kind == BEDE_KIND_ORGANIZATION || e->kind == BEDE_KIND_GROUP ||
         e->kind == BEDE_KIND_OTHER;
}

// "Green Banner Front" is "the Front" later; a last word that two bodies share
// names neither.
static bede_status remember_body(bede_resolve *r, bede_str name,
                                 uint32_t entity)
{
  if (!has_blank(name)) return BEDE_OK;
  bede_str last = last_word(name);
  uint32_t other = bede_resolve_recall(r, last, BEDE_KEY_BODY_LAST);
  bool free = other == BEDE_NONE || other == entity;
  return bede_resolve_remember(r, last, BEDE_KEY_BODY_LAST,
                               free ? entity : BEDE_NONE);
}

static bool has_the(const bede_doc *doc, uint32_t word)
{
  if (word == 0) return false;
  bede_str form = bede_word_form(doc, word - 1);
  return bede_str_is(form, "the") || bede_str_is(form, "The");
}

static bede_str mention_words(const bede_doc *doc, const bede_mention *m)
{
  return bede_doc_str(doc, m->span);
}

static uint64_t known_kind(const bede_entity *e)
{
  if (e->key.len) return BEDE_KEY_ENTITY;
  return e->kind == BEDE_KIND_PEOPLE ? BEDE_KEY_PEOPLE : BEDE_KEY_PLACE;
}

static bede_str known_text(const bede_entity *e)
{
  if (e->key.len) return e->key;
  return e->kind == BEDE_KIND_PEOPLE && e->country.len ? e->country : e->name;
}

static bede_status resolve_known(bede_resolve *r, uint32_t m)
{
  const bede_entity *own = &r->own[m];
  uint64_t kind = known_kind(own);
  uint32_t e = bede_resolve_recall(r, known_text(own), kind);
  const char *why = e == BEDE_NONE ? NULL : "one entry of the knowledge";
  if (e == BEDE_NONE) {
    e = bede_resolve_new(r, m);
    if (e == BEDE_NONE) return BEDE_ENOMEM;
    BEDE_TRY(bede_resolve_remember(r, known_text(own), kind, e));
  }
  bede_resolve_set(r, m, e, why);
  if (is_body(own))
    BEDE_TRY(
        remember_body(r, mention_words(r->doc, &r->doc->mentions.items[m]), e));
  if (own->kind != BEDE_KIND_PERSON) return BEDE_OK;
  BEDE_TRY(remember_person(r, own->name, e));
  return remember_person(r, mention_words(r->doc, &r->doc->mentions.items[m]),
                         e);
}

// --- unknown names ----------------------------------------------------------

// The tagger takes a lone surname for a place easily, for a body less so.
static bool may_be_person(const bede_entity *e)
{
  return e->kind != BEDE_KIND_ORGANIZATION && e->kind != BEDE_KIND_GROUP;
}

static uint32_t recall_unknown(const bede_resolve *r, uint32_t m,
                               const char **why)
{
  const bede_entity *own = &r->own[m];
  *why = "the same words";
  uint32_t e = bede_resolve_recall(r, own->name, BEDE_KEY_NAME);
  if (e == BEDE_NONE && is_body(own) && !has_blank(own->name) &&
      has_the(r->doc, r->doc->mentions.items[m].head)) {
    e = bede_resolve_recall(r, own->name, BEDE_KEY_BODY_LAST);
    *why = "the last word of a body's name";
  }
  if (e != BEDE_NONE || !may_be_person(own) || has_blank(own->name)) return e;
  *why = "a part of the person's name";
  e = bede_resolve_recall(r, without_article(own->name), BEDE_KEY_SURNAME);
  if (e == BEDE_NONE) e = bede_resolve_recall(r, own->name, BEDE_KEY_GIVEN);
  if (e == BEDE_NONE || r->entities.items[e].kind != BEDE_KIND_PERSON)
    return BEDE_NONE;
  return e;
}

// A second mention may show what the first did not.
static void learn_kind(bede_resolve *r, uint32_t entity, bede_kind kind)
{
  bede_entity *e = &r->entities.items[entity];
  if (!e->known && e->kind == BEDE_KIND_OTHER) e->kind = kind;
}

static bede_status resolve_unknown(bede_resolve *r, uint32_t m)
{
  const bede_entity *own = &r->own[m];
  const char *why = NULL;
  uint32_t e = recall_unknown(r, m, &why);
  if (e == BEDE_NONE) {
    why = NULL;
    e = bede_resolve_new(r, m);
    if (e == BEDE_NONE) return BEDE_ENOMEM;
    BEDE_TRY(bede_resolve_remember(r, own->name, BEDE_KEY_NAME, e));
    if (own->kind == BEDE_KIND_PERSON)
      BEDE_TRY(remember_person(r, own->name, e));
    if (is_body(own)) BEDE_TRY(remember_body(r, own->name, e));
  }
  learn_kind(r, e, own->kind);
  bede_resolve_set(r, m, e, why);
  return BEDE_OK;
}

static const char in_brackets[] = "name and acronym in brackets";

// One of the two is known: the other is its name too. Both unknown: one entity.
static bede_status resolve_bracket(bede_resolve *r, uint32_t m)
{
  uint32_t other = r->facts[m].partner;
  if (other == BEDE_NONE || !bede_is_open(r, m)) return BEDE_OK;
  if (bede_is_open(r, other)) {
    if (other < m) return BEDE_OK; // its turn came with the name before it
    BEDE_TRY(resolve_unknown(r, m));
    uint32_t e = r->doc->mentions.items[m].entity;
    if (r->entities.items[e].kind == BEDE_KIND_OTHER)
      r->entities.items[e].kind = BEDE_KIND_ORGANIZATION;
    bede_resolve_set(r, other, e, in_brackets);
    return bede_resolve_remember(r, r->own[other].name, BEDE_KEY_NAME, e);
  }
  uint32_t e = r->doc->mentions.items[other].entity;
  bede_resolve_set(r, m, e, in_brackets);
  return bede_resolve_remember(r, r->own[m].name, BEDE_KEY_NAME, e);
}

static bool is_unknown_name(const bede_resolve *r, uint32_t m)
{
  return r->doc->mentions.items[m].type == BEDE_MENTION_NAME &&
         !r->own[m].known;
}

bede_status bede_resolve_names(bede_resolve *r)
{
  uint32_t n = r->doc->mentions.count;
  find_brackets(r);
  for (uint32_t i = 0; i < n; i++) {
    if (r->doc->mentions.items[i].type == BEDE_MENTION_NAME && r->own[i].known)
      BEDE_TRY(resolve_known(r, i));
  }
  for (uint32_t i = 0; i < n; i++) {
    if (is_unknown_name(r, i)) BEDE_TRY(resolve_bracket(r, i));
  }
  // Whole names before parts of names, wherever they stand.
  for (unsigned pass = 0; pass < 2; pass++) {
    for (uint32_t i = 0; i < n; i++) {
      if (!is_unknown_name(r, i) || !bede_is_open(r, i)) continue;
      if (pass == 0 && !has_blank(r->own[i].name)) continue;
      BEDE_TRY(resolve_unknown(r, i));
    }
  }
  return BEDE_OK;
}
