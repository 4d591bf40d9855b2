// Definite nouns that point back: "the official" to an official, "the group" to
// the movement that was named, "the country" to a state.
#include "actor/resolve.h"

#include "base/error.h"
#include "base/str.h"

static bool same_owner(const bede_resolve *r, uint32_t m, uint32_t entity)
{
  const bede_entity *e = &r->entities.items[entity];
  uint32_t of = bede_mention_at(r, m)->of;
  const bede_entity *owner = bede_entity_at(r, of);
  if (of == BEDE_NONE) return true;
  if (!owner) return true;
  if (e->parent != BEDE_NONE && &r->entities.items[e->parent] == owner)
    return true;
  return owner->country.len && bede_str_eq(owner->country, e->country);
}

static bool near(const bede_resolve *r, uint32_t m, uint32_t entity,
                 uint32_t sentences)
{
  uint32_t last = r->sides.items[entity].last;
  return bede_mention_at(r, m)->sentence - bede_mention_at(r, last)->sentence <=
         sentences;
}

static uint64_t noun_kind(uint64_t kind, bede_str country)
{
  return country.len ? kind + (bede_actor_key(country, kind) << 8) : kind;
}

// The country that the mention itself names.
static bede_str own_country(const bede_resolve *r, uint32_t m)
{
  const bede_entity *owner = bede_entity_at(r, bede_mention_at(r, m)->of);
  if (owner && owner->country.len) return owner->country;
  uint32_t place = bede_mention_of_word(
      r, bede_actor_locality(r->doc, bede_mention_at(r, m)->head,
                             r->facts[m].title));
  const bede_entity *state = bede_entity_at(r, place);
  bede_str none = {NULL, 0};
  return state ? state->country : none;
}

bede_status bede_resolve_remember_noun(bede_resolve *r, bede_str noun,
                                       uint64_t kind, uint32_t entity)
{
  bede_str country = r->entities.items[entity].country;
  BEDE_TRY(bede_resolve_remember(r, noun, kind, entity));
  return bede_resolve_remember(r, noun, noun_kind(kind, country), entity);
}

// What belongs to whom is found again at any distance: "his brother".
static uint64_t owned_kind(const bede_resolve *r, uint32_t m)
{
  uint32_t of = bede_mention_at(r, m)->of;
  if (!bede_entity_at(r, of)) return 0;
  return BEDE_KEY_OWNED + ((uint64_t)bede_mention_at(r, of)->entity + 1) * 256;
}

bede_status bede_resolve_remember_owned(bede_resolve *r, uint32_t m)
{
  uint64_t kind = owned_kind(r, m);
  if (!kind) return BEDE_OK;
  return bede_resolve_remember(r, bede_head_lemma(r, m), kind,
                               bede_mention_at(r, m)->entity);
}

static uint32_t same_owned(const bede_resolve *r, uint32_t m)
{
  uint64_t kind = owned_kind(r, m);
  if (!kind) return BEDE_NONE;
  uint32_t e = bede_resolve_recall(r, bede_head_lemma(r, m), kind);
  bool same = e != BEDE_NONE &&
              r->sides.items[e].plural == bede_mention_at(r, m)->plural;
  return same ? e : BEDE_NONE;
}

static uint32_t recall_noun(const bede_resolve *r, uint32_t m, bede_str noun,
                            uint64_t kind)
{
  kind = noun_kind(kind, own_country(r, m));
  uint32_t e = bede_resolve_recall(r, noun, kind);
  if (e == BEDE_NONE || r->sides.items[e].last > m) return BEDE_NONE;
  return same_owner(r, m, e) ? e : BEDE_NONE;
}

// "the official" after "a senior U.S. official".
static uint32_t same_lemma(const bede_resolve *r, uint32_t m)
{
  const bede_fact *f = &r->facts[m];
  uint32_t e = recall_noun(r, m, bede_head_lemma(r, m), BEDE_KEY_LEMMA);
  if (e == BEDE_NONE) return BEDE_NONE;
  // "police" is tagged as one or many.
  if (!bede_agent_is(f, BEDE_AGENT_BODY) &&
      r->sides.items[e].plural != bede_mention_at(r, m)->plural)
    return BEDE_NONE;
  bool office = bede_agent_is(f, BEDE_AGENT_OFFICE | BEDE_AGENT_BODY);
  if (!office && !near(r, m, e, BEDE_NOMINAL_SENTENCES)) return BEDE_NONE;
  return e;
}

// Bodies count as named: "police" is the police spoken of before, and "the
// ministry" the ministry.
static uint32_t same_body(const bede_resolve *r, uint32_t m)
{
  const bede_fact *f = &r->facts[m];
  uint32_t e = recall_noun(r, m, bede_pattern_text(r, m), BEDE_KEY_BODY);
  // Far from where its country was named, a bare "government" is that of the
  // report's focus again.
  if (e != BEDE_NONE && r->entities.items[e].country.len &&
      own_country(r, m).len == 0 && !near(r, m, e, BEDE_BODY_SENTENCES))
    return BEDE_NONE;
  if (e != BEDE_NONE || !f->definite || f->agent_first != f->agent_last)
    return e;
  return same_lemma(r, m);
}

// Organs of states and the press are no "group".
static bool may_be_group(const bede_entity *e)
{
  if (e->kind == BEDE_KIND_GROUP) return true;
  if (e->sector_count == 0) return !bede_str_is(e->country, "IGO");
  switch (e->sectors[0]) {
  case BEDE_SECTOR_COP:
  case BEDE_SECTOR_GOV:
  case BEDE_SECTOR_JRN:
  case BEDE_SECTOR_JUD:
  case BEDE_SECTOR_LEG:
  case BEDE_SECTOR_MED:
  case BEDE_SECTOR_MIL:
  case BEDE_SECTOR_SPY:
    return false;
  default:
    return true;
  }
}

// "The region", "the area" are seldom the place that was named last.
static bool names_no_town(const bede_resolve *r, const bede_fact *f)
{
  return bede_lemma_in(r->doc, f->agent_head,
                       "region province prefecture governorate territory area "
                       "zone district county borough peninsula archipelago "
                       "valley neighborhood neighbourhood");
}

static bool fits_group(const bede_resolve *r, const bede_fact *f,
                       const bede_entity *e)
{
  if (f->agent->kind == BEDE_KIND_PLACE && names_no_town(r, f)) return false;
  if (f->agent->kind == BEDE_KIND_STATE || f->agent->kind == BEDE_KIND_PLACE)
    return e->kind == (bede_kind)f->agent->kind;
  if (f->agent->kind == BEDE_KIND_PERSON || f->agent->kind == BEDE_KIND_PEOPLE)
    return false;
  if (e->kind != BEDE_KIND_ORGANIZATION && e->kind != BEDE_KIND_GROUP)
    return false;
  if (bede_lemma_in(r->doc, f->agent_head,
                    "group movement faction front militia outfit band") &&
      !may_be_group(e))
    return false;
  if (f->agent->sector == BEDE_SECTOR_NONE || e->sector_count == 0) return true;
  for (uint8_t i = 0; i < e->sector_count; i++) {
    if (e->sectors[i] == (bede_sector)f->agent->sector) return true;
  }
  return (f->agent->flags & BEDE_AGENT_GENERIC) != 0;
}

// "Kenyan" of "Kenyan police" names the country less than "Kenya" does.
static bool is_adjective_of_state(const bede_resolve *r, uint32_t m,
                                  const bede_entity *e)
{
  return e->kind == BEDE_KIND_STATE &&
         r->doc->words.items[bede_mention_at(r, m)->head].deprel ==
             BEDE_REL_AMOD;
}

// "the group", "the organisation", "the country": the last one named.
static uint32_t last_named(const bede_resolve *r, uint32_t m,
                           uint32_t sentences)
{
  const bede_fact *f = &r->facts[m];
  uint32_t second = BEDE_NONE;
  for (uint32_t i = m, n = 0; i-- > 0 && n < BEDE_NOMINAL_WINDOW; n++) {
    if (bede_mention_at(r, m)->sentence - bede_mention_at(r, i)->sentence >
        sentences)
      break;
    const bede_entity *e = bede_entity_at(r, i);
    if (!e || bede_mention_at(r, i)->type != BEDE_MENTION_NAME ||
        !fits_group(r, f, e))
      continue;
    uint32_t entity = bede_mention_at(r, i)->entity;
    if (!is_adjective_of_state(r, i, e)) return entity;
    if (second == BEDE_NONE) second = entity;
  }
  return second;
}

static bool has_sector(const bede_entity *e, bede_sector sector)
{
  for (uint8_t i = 0; i < e->sector_count; i++) {
    if (e->sectors[i] == sector) return true;
  }
  return false;
}

// "the rebels": those of the one armed movement that was named near here; with
// two of them they are nobody's in particular. One that is named in the same
// sentence is somebody else: "the Front trains the militants".
static uint32_t only_movement(const bede_resolve *r, uint32_t m)
{
  uint32_t only = BEDE_NONE;
  for (uint32_t i = m, n = 0; i-- > 0 && n < BEDE_NOMINAL_WINDOW; n++) {
    const bede_entity *e = bede_entity_at(r, i);
    if (bede_mention_at(r, m)->sentence - bede_mention_at(r, i)->sentence >
        BEDE_NOMINAL_SENTENCES)
      break;
    if (!e || !e->known || bede_mention_at(r, i)->type != BEDE_MENTION_NAME ||
        !has_sector(e, BEDE_SECTOR_REB) || e->kind == BEDE_KIND_PERSON)
      continue;
    if (bede_mention_at(r, i)->sentence == bede_mention_at(r, m)->sentence)
      return BEDE_NONE;
    if (only != BEDE_NONE && only != bede_mention_at(r, i)->entity)
      return BEDE_NONE;
    only = bede_mention_at(r, i)->entity;
  }
  return only;
}

static bool may_point_back(const bede_resolve *r, uint32_t m)
{
  const bede_fact *f = &r->facts[m];
  if (!f->agent) return false;
  if (f->definite) return true;
  // "President" without article in a headline.
  return bede_agent_is(f, BEDE_AGENT_OFFICE) &&
         !bede_mention_at(r, m)->plural &&
         bede_child_by(r->doc, bede_mention_at(r, m)->head, BEDE_REL_DET) ==
             BEDE_NONE;
}

uint32_t bede_resolve_earlier(const bede_resolve *r, uint32_t m,
                              const char **why)
{
  const bede_fact *f = &r->facts[m];
  const bede_mention *me = bede_mention_at(r, m);
  *why = "the body of this name spoken of before";
  if (bede_agent_is(f, BEDE_AGENT_BODY)) return same_body(r, m);
  if (!may_point_back(r, m)) return BEDE_NONE;
  bool generic = bede_agent_is(f, BEDE_AGENT_GENERIC) && me->of == BEDE_NONE;
  *why = "the same noun of the same owner";
  uint32_t e = same_owned(r, m);
  if (e == BEDE_NONE && generic && !me->plural) {
    *why = "the last one named that the noun fits";
    e = last_named(r, m,
                   f->agent->kind == BEDE_KIND_PLACE ? BEDE_PLACE_SENTENCES
                                                     : BEDE_NOMINAL_SENTENCES);
  }
  if (e != BEDE_NONE) return e;
  *why = "the same noun before";
  e = same_lemma(r, m);
  if (e != BEDE_NONE || me->of != BEDE_NONE || !me->plural ||
      f->agent->sector != BEDE_SECTOR_REB)
    return e;
  *why = "the only armed movement named near it";
  return only_movement(r, m);
}
