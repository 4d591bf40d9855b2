// Nominals: "the minister", "police", "members of the group", "officials". What
// they belong to gives country, sector and code; who they are comes from an
// apposition (appose.c), from what was said before (earlier.c), or from
// nowhere.
#include "actor/resolve.h"

#include "base/error.h"
#include "base/str.h"

// --- composition ------------------------------------------------------------

static bede_str suffix_of(const bede_resolve *r, const bede_lex_agent *agent)
{
  if (agent->code) return bede_lexicon_str(r->lex, agent->code);
  return bede_str_from(bede_sector_name((bede_sector)agent->sector));
}

static bool is_former(const bede_doc *doc, uint32_t head)
{
  const bede_word *words = doc->words.items;
  for (uint32_t c = words[head].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    if ((words[c].deprel == BEDE_REL_AMOD ||
         words[c].deprel == BEDE_REL_COMPOUND) &&
        bede_lemma_in(doc, c, "former ex ex- then-former ousted deposed"))
      return true;
  }
  return false;
}

// Whose sector counts: "Hamas officials", "a police spokesman", "members of X"
// are of the body; "Oxfam doctors" are doctors.
static bool body_gives_sector(const bede_lex_agent *agent,
                              const bede_entity *body)
{
  // Who works for an organisation of states has its sector, none (ruling R1).
  if (bede_str_is(body->country, "IGO") && body->sector_count == 0 &&
      (agent->sector == BEDE_SECTOR_GOV || agent->sector == BEDE_SECTOR_LEG ||
       agent->sector == BEDE_SECTOR_SOC || agent->sector == BEDE_SECTOR_UNK ||
       agent->sector == BEDE_SECTOR_PTY))
    return true;
  // "A producer of the broadcaster", "an executive of the party".
  if (agent->sector == BEDE_SECTOR_BUS && body->sector_count) return true;
  uint16_t shared = BEDE_AGENT_GENERIC | BEDE_AGENT_MEMBER | BEDE_AGENT_SPEAKS |
                    BEDE_AGENT_UNNAMED | BEDE_AGENT_OFFICE;
  if (agent->sector == BEDE_SECTOR_NONE) return true;
  if (agent->flags & (BEDE_AGENT_MEMBER | BEDE_AGENT_SPEAKS)) return true;
  return agent->sector == BEDE_SECTOR_GOV && (agent->flags & shared);
}

static bool is_body(const bede_entity *e)
{
  return e && (e->kind == BEDE_KIND_ORGANIZATION || e->kind == BEDE_KIND_GROUP);
}

static void take_agent_sector(bede_resolve *r, const bede_fact *f,
                              uint32_t head, bool of_state, bede_entity *e)
{
  bede_str suffix = suffix_of(r, f->agent);
  e->sector_count = 0;
  if (f->agent->sector == BEDE_SECTOR_NONE && of_state &&
      (f->agent->flags & (BEDE_AGENT_OFFICE | BEDE_AGENT_SPEAKS))) {
    // "Iraqi leaders", "a spokesman for Chad": a state's own are its
    // government.
    e->sectors[0] = BEDE_SECTOR_GOV;
    e->sector_count = 1;
    suffix = bede_str_from("GOV");
  }
  if (f->agent->sector != BEDE_SECTOR_NONE) {
    e->sectors[0] = (bede_sector)f->agent->sector;
    e->sector_count = 1;
  }
  bool ruled = f->agent->sector == BEDE_SECTOR_GOV ||
               f->agent->sector == BEDE_SECTOR_LEG ||
               f->agent->sector == BEDE_SECTOR_MIL;
  if (ruled && is_former(r->doc, head)) {
    e->sectors[0] = BEDE_SECTOR_ELI;
    suffix = bede_str_from("ELI");
  }
  if (e->country.len || suffix.len)
    e->code = bede_actor_code(r->doc->arena, e->country, suffix);
}

static void take_body_sector(const bede_entity *body, bede_entity *e)
{
  e->sector_count = body->sector_count;
  memcpy(e->sectors, body->sectors, sizeof e->sectors);
  e->code = body->code;
}

static bool is_coalition(const bede_resolve *r, uint32_t m)
{
  const bede_fact *f = &r->facts[m];
  if (!f->agent || f->agent->sector != BEDE_SECTOR_MIL) return false;
  for (uint32_t i = f->agent_first; i <= f->agent_last; i++) {
    if (bede_lemma_in(r->doc, i, "coalition Coalition alliance")) return true;
  }
  return false;
}

static bool is_modifier(const bede_resolve *r, uint32_t m)
{
  uint8_t rel = r->doc->words.items[bede_mention_at(r, m)->head].deprel;
  return rel == BEDE_REL_AMOD || rel == BEDE_REL_COMPOUND ||
         rel == BEDE_REL_NMOD_POSS;
}

void bede_resolve_compose(bede_resolve *r, uint32_t m, uint32_t entity)
{
  const bede_fact *f = &r->facts[m];
  const bede_mention *me = bede_mention_at(r, m);
  bede_entity *e = &r->entities.items[entity];
  if (e->known && e->kind != BEDE_KIND_PERSON) return;
  uint32_t of = me->of;
  const bede_entity *owner = bede_entity_at(r, of);
  uint32_t place =
      bede_mention_of_word(r, bede_actor_locality(r->doc, me->head, f->title));
  const bede_entity *state = bede_entity_at(r, place);
  if (owner == e) owner = NULL;
  if (is_coalition(r, m) && !(owner && is_modifier(r, of))) {
    // A coalition is of several states, whoever leads it, wherever it fights
    // (coding ruling R3).
    owner = state = NULL;
    e->country = bede_str_from("IGO");
  }
  // The role comes before the nationality: "a Fijian peacekeeper".
  if (bede_agent_is(f, BEDE_AGENT_IGO) && e->country.len == 0)
    e->country = bede_str_from("IGO");
  if (e->country.len == 0) {
    if (owner && owner->country.len)
      e->country = owner->country;
    else if (state)
      e->country = state->country;
  }
  if (e->parent == BEDE_NONE && owner)
    e->parent = bede_mention_at(r, of)->entity;
  // A title in the text overrules that somebody has left an earlier office.
  bool former = e->known && e->sector_count &&
                e->sectors[0] == BEDE_SECTOR_ELI && f->agent &&
                f->agent->sector != BEDE_SECTOR_NONE;
  if (!f->agent || (e->sector_count && !former)) return;
  uint32_t head = f->title == BEDE_NONE ? me->head : f->title;
  if (former && is_former(r->doc, head)) return;
  if (is_body(owner) && body_gives_sector(f->agent, owner)) {
    take_body_sector(owner, e);
  } else {
    bool of_state = owner && owner->kind == BEDE_KIND_STATE;
    take_agent_sector(r, f, head, of_state, e);
  }
}

// "A man from Lyon" has no office, a teacher or a minister has one.
static bool is_calling(const bede_lex_agent *agent)
{
  if (agent->flags & (BEDE_AGENT_OFFICE | BEDE_AGENT_SPEAKS)) return true;
  return agent->sector != BEDE_SECTOR_NONE &&
         agent->sector != BEDE_SECTOR_CVL && agent->sector != BEDE_SECTOR_UNK;
}

static void enrich(bede_resolve *r, uint32_t m, uint32_t entity)
{
  bede_entity *e = &r->entities.items[entity];
  const bede_fact *f = &r->facts[m];
  bool person = f->agent && f->agent->kind == BEDE_KIND_PERSON;
  if (person && e->kind == BEDE_KIND_OTHER) e->kind = BEDE_KIND_PERSON;
  if (f->agent && e->kind == BEDE_KIND_OTHER)
    e->kind = (bede_kind)f->agent->kind;
  if (person && e->kind == BEDE_KIND_PERSON && e->office.len == 0 &&
      is_calling(f->agent))
    e->office = bede_pattern_text(r, m);
  bede_resolve_compose(r, m, entity);
}

// --- one nominal ------------------------------------------------------------

static bede_status owner_first(bede_resolve *r, uint32_t other, unsigned depth)
{
  if (other == BEDE_NONE || depth == 0 || r->facts[other].state != 0)
    return BEDE_OK;
  if (bede_mention_at(r, other)->type != BEDE_MENTION_NOMINAL) return BEDE_OK;
  return bede_resolve_nominal(r, other, depth - 1);
}

static bede_status settle(bede_resolve *r, uint32_t m, uint32_t entity,
                          bede_basis basis, const char *why)
{
  bede_mention *me = &r->doc->mentions.items[m];
  me->basis = basis;
  if (basis != BEDE_BASIS_AGENT && r->sides.items[entity].named) {
    me->anonymous = false;
    me->generic = false;
  }
  bede_resolve_set(r, m, entity, why);
  if (!r->facts[m].agent) return BEDE_OK;
  BEDE_TRY(bede_resolve_remember_owned(r, m));
  BEDE_TRY(bede_resolve_remember_noun(r, bede_pattern_text(r, m), BEDE_KEY_BODY,
                                      entity));
  return bede_resolve_remember_noun(r, bede_head_lemma(r, m), BEDE_KEY_LEMMA,
                                    entity);
}

static bede_status quantity(bede_resolve *r, uint32_t m, uint32_t inner,
                            unsigned depth)
{
  BEDE_TRY(owner_first(r, inner, depth));
  const bede_mention *in = bede_mention_at(r, inner);
  bede_mention *me = &r->doc->mentions.items[m];
  uint32_t e = bede_is_open(r, inner) || in->type == BEDE_MENTION_NAME
                   ? bede_resolve_new(r, m)
                   : in->entity;
  if (e == BEDE_NONE) return BEDE_ENOMEM;
  const bede_entity *whole = bede_entity_at(r, inner);
  if (whole && in->type == BEDE_MENTION_NAME) {
    bede_entity part = *whole;
    part.name = bede_doc_str(r->doc, me->span);
    if (whole->kind != BEDE_KIND_PEOPLE) part.parent = in->entity;
    part.key.len = 0;
    part.key.ptr = NULL;
    part.known = false;
    r->entities.items[e] = part;
  }
  me->of = in->of;
  me->generic = in->generic;
  me->plural = true;
  return settle(r, m, e, BEDE_BASIS_AGENT, NULL);
}

static bede_status new_nominal(bede_resolve *r, uint32_t m)
{
  uint32_t e = bede_resolve_new(r, m);
  if (e == BEDE_NONE) return BEDE_ENOMEM;
  r->entities.items[e].name = bede_doc_str(r->doc, bede_mention_at(r, m)->span);
  if (r->facts[m].agent) enrich(r, m, e);
  if (r->entities.items[e].kind == BEDE_KIND_PERSON &&
      !bede_agent_is(&r->facts[m], BEDE_AGENT_OFFICE | BEDE_AGENT_SPEAKS)) {
    r->entities.items[e].office.ptr = NULL;
    r->entities.items[e].office.len = 0;
  }
  return settle(r, m, e, BEDE_BASIS_AGENT, NULL);
}

bede_status bede_resolve_nominal(bede_resolve *r, uint32_t m, unsigned depth)
{
  const char *why = NULL;
  if (!bede_is_open(r, m)) return BEDE_OK;
  r->facts[m].state = 1; // a ring of owners ends here
  const bede_mention *me = bede_mention_at(r, m);
  uint32_t inner =
      bede_mention_of_word(r, bede_actor_quantified(r->doc, me->head));
  if (inner != BEDE_NONE && inner != m && depth > 0)
    return quantity(r, m, inner, depth);
  BEDE_TRY(owner_first(r, me->of, depth));
  uint32_t name = bede_resolve_apposed(r, m, &why);
  if (name != BEDE_NONE && !bede_is_open(r, name)) {
    uint32_t e = bede_mention_at(r, name)->entity;
    enrich(r, m, e);
    return settle(r, m, e, BEDE_BASIS_APPOSITION, why);
  }
  uint32_t e = bede_resolve_earlier(r, m, &why);
  if (e == BEDE_NONE) return new_nominal(r, m);
  bool body = bede_agent_is(&r->facts[m], BEDE_AGENT_BODY);
  if (r->entities.items[e].country.len == 0) bede_resolve_compose(r, m, e);
  return settle(r, m, e,
                body && !r->facts[m].definite ? BEDE_BASIS_AGENT
                                              : BEDE_BASIS_COREFERENCE,
                why);
}

// --- names with titles ------------------------------------------------------

// Of "Justice Party (Chad)" it is "Party".
static bede_str last_word(bede_str s)
{
  size_t bracket = 0;
  while (bracket < s.len && s.ptr[bracket] != '(')
    bracket++;
  if (bracket) s = bede_str_trim(bede_str_sub(s, 0, bracket));
  size_t begin = s.len;
  while (begin > 0 && s.ptr[begin - 1] != ' ')
    begin--;
  return bede_str_sub(s, begin, s.len);
}

bede_status bede_resolve_titled(bede_resolve *r, uint32_t m)
{
  uint32_t entity = bede_mention_at(r, m)->entity;
  bede_entity *e = &r->entities.items[entity];
  r->sides.items[entity].last = m;
  if (r->facts[m].agent) {
    BEDE_TRY(owner_first(r, bede_mention_at(r, m)->of, 2));
    enrich(r, m, entity);
    BEDE_TRY(bede_resolve_remember_noun(r, bede_head_lemma(r, m),
                                        BEDE_KEY_LEMMA, entity));
  } else {
    bede_resolve_compose(r, m, entity);
  }
  // Any party is "the party", whatever it calls itself.
  if (e->kind == BEDE_KIND_ORGANIZATION && e->known && e->sector_count &&
      e->sectors[0] == BEDE_SECTOR_PTY)
    BEDE_TRY(bede_resolve_remember_noun(r, bede_str_from("party"),
                                        BEDE_KEY_LEMMA, entity));
  // "the president" after the name of one, "the department" after its name.
  bede_str noun = {NULL, 0};
  if (e->kind == BEDE_KIND_PERSON)
    noun = last_word(e->office);
  else if (e->kind == BEDE_KIND_ORGANIZATION)
    noun = last_word(e->name);
  if (noun.len == 0) return BEDE_OK;
  return bede_resolve_remember_noun(r, noun, BEDE_KEY_LEMMA, entity);
}
