// The country that the report is about, and the domestic bodies that belong to
// it where nothing else says whose they are.
#include "actor/resolve.h"

#include "ann/country.h"
#include "base/str.h"

// How much a mention counts for its country: a state or a place of it more than
// a person or a body, and more in the title.
enum { PARTY_WEIGHT = 1, LAND_WEIGHT = 2, TITLE_WEIGHT = 2 };

// Those whom a report leaves without a country because it is the country that
// it is about: its police and parliament, its people. Armed groups are not.
static bool is_domestic(const bede_entity *e)
{
  if (e->sector_count == 0) return false;
  switch (e->sectors[0]) {
  case BEDE_SECTOR_CVL:
  case BEDE_SECTOR_JRN:
  case BEDE_SECTOR_EDU:
  case BEDE_SECTOR_LAB:
  case BEDE_SECTOR_PTY:
  case BEDE_SECTOR_REL:
  case BEDE_SECTOR_SOC:
  case BEDE_SECTOR_COP:
  case BEDE_SECTOR_GOV:
  case BEDE_SECTOR_JUD:
  case BEDE_SECTOR_LEG:
  case BEDE_SECTOR_MIL:
  case BEDE_SECTOR_SPY:
  case BEDE_SECTOR_OPP:
    return true;
  default:
    return false;
  }
}

// "Superintendent Ann Lee": somebody by whose title a state is served.
static bool is_of_state(const bede_entity *e)
{
  if (e->kind != BEDE_KIND_PERSON || e->office.len == 0) return false;
  return e->sectors[0] == BEDE_SECTOR_COP || e->sectors[0] == BEDE_SECTOR_GOV ||
         e->sectors[0] == BEDE_SECTOR_JUD || e->sectors[0] == BEDE_SECTOR_LEG ||
         e->sectors[0] == BEDE_SECTOR_MIL;
}

// Armed groups are of where they act, if the clause says it: "gunmen killed ten
// in Mali"; the report's country is not theirs.
static bool is_armed(const bede_entity *e)
{
  if (e->sector_count == 0) return false;
  return e->sectors[0] == BEDE_SECTOR_REB || e->sectors[0] == BEDE_SECTOR_UAF ||
         e->sectors[0] == BEDE_SECTOR_PRM || e->sectors[0] == BEDE_SECTOR_CRM;
}

// Is mention `i` a part of a neighbour of the same country ("Syrian" of "the
// Syrian government")? Both are one sight of the country.
static bool is_part(const bede_resolve *r, uint32_t i)
{
  const bede_doc *doc = r->doc;
  const bede_mention *m = &doc->mentions.items[i];
  bede_str country = r->entities.items[m->entity].country;
  for (uint32_t k = i ? i - 1 : 0; k <= i + 1 && k < doc->mentions.count; k++) {
    const bede_mention *other = &doc->mentions.items[k];
    if (k == i || other->span.begin > m->span.begin ||
        other->span.end < m->span.end ||
        other->span.end - other->span.begin == m->span.end - m->span.begin)
      continue;
    if (bede_str_eq(r->entities.items[other->entity].country, country))
      return true;
  }
  return false;
}

// The country that most mentions are of, the earlier of two; *country is absent
// when there is none, and doc->focus where the report does not name it itself.
static bede_status find_focus(bede_resolve *r, bede_str *country)
{
  bede_doc *doc = r->doc;
  bede_actor_map counts = {0};
  uint32_t best = 0;
  for (uint32_t i = 0; i < doc->mentions.count; i++) {
    const bede_mention *m = &doc->mentions.items[i];
    const bede_entity *e = &r->entities.items[m->entity];
    if (!bede_country_is(e->country) || m->type == BEDE_MENTION_PRONOUN ||
        is_part(r, i))
      continue;
    // "the country", "the city" are of whoever was found before them.
    if (m->type == BEDE_MENTION_NOMINAL &&
        (e->kind == BEDE_KIND_STATE || e->kind == BEDE_KIND_PLACE))
      continue;
    uint64_t key = bede_actor_key(e->country, BEDE_KEY_ENTITY);
    uint32_t n = bede_actor_map_get(&counts, key);
    n = n == BEDE_NONE ? 0 : n;
    bool land = e->kind == BEDE_KIND_STATE || e->kind == BEDE_KIND_PLACE;
    n += land ? LAND_WEIGHT : PARTY_WEIGHT;
    if (doc->sentences.items[m->sentence].title) n += TITLE_WEIGHT;
    bede_status status = bede_actor_map_put(doc->arena, &counts, key, n);
    if (status) return status;
    if (n <= best) continue;
    best = n;
    *country = e->country;
  }
  doc->focus = bede_resolve_recall(r, *country, BEDE_KEY_ENTITY);
  return BEDE_OK;
}

// "In Kenya, police arrested ...": the country of a place in the same clause.
static bede_str clause_country(const bede_resolve *r, uint32_t word,
                               uint32_t *state)
{
  const bede_word *words = r->doc->words.items;
  bede_str none = {NULL, 0};
  uint32_t verb = words[word].head;
  if (verb >= r->doc->words.count) return none;
  for (uint32_t c = words[verb].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    uint32_t m = words[c].mention, prep = bede_actor_prep(r->doc, c);
    if (words[c].deprel != BEDE_REL_OBL || m == BEDE_NONE || prep == BEDE_NONE)
      continue;
    if (!bede_lemma_in(r->doc, prep, "in at near across")) continue;
    const bede_entity *e = &r->entities.items[r->doc->mentions.items[m].entity];
    if (e->kind != BEDE_KIND_STATE && e->kind != BEDE_KIND_PLACE) continue;
    if (e->country.len == 0) continue;
    *state = r->doc->mentions.items[m].entity;
    return e->country;
  }
  return none;
}

// "foreign troops", "world leaders" are nobody's in particular.
static bool is_foreign(const bede_resolve *r, const bede_mention *m)
{
  const bede_word *words = r->doc->words.items;
  for (uint32_t i = m->head; i > 0 && words[i].span.begin >= m->span.begin;
       i--) {
    if (bede_lemma_in(r->doc, i,
                      "foreign international world global multinational "
                      "regional western allied overseas"))
      return true;
  }
  return false;
}

static bool wants_country(const bede_resolve *r, const bede_mention *m)
{
  const bede_entity *e = &r->entities.items[m->entity];
  if (e->known || e->country.len || !(is_domestic(e) || is_armed(e)))
    return false;
  if (e->kind == BEDE_KIND_STATE ||
      bede_lemma_in(r->doc, m->head, "state nation country"))
    return false; // "54 nations"
  bool titled = m->type == BEDE_MENTION_NAME && is_of_state(e);
  if ((m->type != BEDE_MENTION_NOMINAL && !titled) || is_foreign(r, m))
    return false;
  // "the two ministers" are those who were spoken of.
  if (bede_child_by(r->doc, m->head, BEDE_REL_NUMMOD) != BEDE_NONE &&
      bede_child_by(r->doc, m->head, BEDE_REL_DET) != BEDE_NONE)
    return false;
  // The belongings of a body without a country ("rebel commanders") are not the
  // focus country's.
  if (e->parent == BEDE_NONE) return true;
  const bede_entity *parent = &r->entities.items[e->parent];
  // Nor are the kin of somebody who is known to have none.
  if (parent->kind == BEDE_KIND_PERSON && parent->known) return false;
  return (parent->kind != BEDE_KIND_ORGANIZATION &&
          parent->kind != BEDE_KIND_GROUP) ||
         is_domestic(parent);
}

void bede_resolve_focus(bede_resolve *r)
{
  bede_doc *doc = r->doc;
  bede_str focus = {NULL, 0};
  if (find_focus(r, &focus)) return; // without memory there is no focus
  for (uint32_t i = 0; i < doc->mentions.count; i++) {
    const bede_mention *m = &doc->mentions.items[i];
    if (!wants_country(r, m)) continue;
    bede_entity *e = &r->entities.items[m->entity];
    uint32_t state = doc->focus;
    bede_str country = clause_country(r, m->head, &state);
    if (country.len == 0 && !is_armed(e)) country = focus;
    if (country.len == 0) continue;
    e->country = country;
    e->code = bede_actor_code(doc->arena, country, e->code);
    if (e->parent == BEDE_NONE) e->parent = state;
    r->sides.items[m->entity].inferred = true;
  }
  for (uint32_t i = 0; i < doc->mentions.count; i++) {
    bede_mention *m = &doc->mentions.items[i];
    if (!r->sides.items[m->entity].inferred) continue;
    m->inferred = true;
    if (m->basis == BEDE_BASIS_AGENT) m->basis = BEDE_BASIS_FOCUS;
  }
}
