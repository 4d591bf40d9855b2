// Nominals: "the minister", "police", "members of the group", "officials". What
// they belong to gives country, sector and code; who they are comes from an
// apposition, from what was said before, or from nowhere.
#include "actor/resolve.h"

#include "base/error.h"
#include "base/str.h"

static const bede_mention *mention(const bede_resolve *r, uint32_t m)
{
  return &r->doc->mentions.items[m];
}

static uint32_t mention_of_word(const bede_resolve *r, uint32_t word)
{
  return word == BEDE_NONE ? BEDE_NONE : r->doc->words.items[word].mention;
}

static const bede_entity *entity_of(const bede_resolve *r, uint32_t m)
{
  if (m == BEDE_NONE || bede_is_open(r, m)) return NULL;
  return &r->entities.items[mention(r, m)->entity];
}

static bool agent_is(const bede_fact *f, uint16_t flags)
{
  return f->agent && (f->agent->flags & flags);
}

static bede_str words_text(const bede_doc *doc, uint32_t first, uint32_t last)
{
  bede_span s = {doc->words.items[first].span.begin,
                 doc->words.items[last].span.end};
  return bede_doc_str(doc, s);
}

static bede_str pattern_text(const bede_resolve *r, uint32_t m)
{
  const bede_fact *f = &r->facts[m];
  return words_text(r->doc, f->agent_first, f->agent_last);
}

static bede_str head_lemma(const bede_resolve *r, uint32_t m)
{
  return r->doc->words.items[r->facts[m].agent_head].lemma;
}

// --- composition ------------------------------------------------------------

static bede_str join(bede_arena *arena, bede_str a, bede_str b)
{
  char text[64];
  if (a.len + b.len >= sizeof text) return a;
  if (a.len) memcpy(text, a.ptr, a.len);
  if (b.len) memcpy(text + a.len, b.ptr, b.len);
  bede_str both = {text, a.len + b.len};
  return bede_arena_copy(arena, both);
}

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
      (agent->sector == BEDE_SECTOR_GOV || agent->sector == BEDE_SECTOR_LEG))
    return true;
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
    e->code = join(r->doc->arena, e->country, suffix);
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
  uint8_t rel = r->doc->words.items[mention(r, m)->head].deprel;
  return rel == BEDE_REL_AMOD || rel == BEDE_REL_COMPOUND ||
         rel == BEDE_REL_NMOD_POSS;
}

void bede_resolve_compose(bede_resolve *r, uint32_t m, uint32_t entity)
{
  const bede_fact *f = &r->facts[m];
  const bede_mention *me = mention(r, m);
  bede_entity *e = &r->entities.items[entity];
  if (e->known && e->kind != BEDE_KIND_PERSON) return;
  uint32_t of = me->of;
  const bede_entity *owner = entity_of(r, of);
  uint32_t place =
      mention_of_word(r, bede_actor_locality(r->doc, me->head, f->title));
  const bede_entity *state = entity_of(r, place);
  if (owner == e) owner = NULL;
  if (is_coalition(r, m) && !(owner && is_modifier(r, of))) {
    // A coalition is of several states, whoever leads it, wherever it fights
    // (coding ruling R3).
    owner = state = NULL;
    e->country = bede_str_from("IGO");
  }
  if (e->country.len == 0) {
    if (owner && owner->country.len)
      e->country = owner->country;
    else if (state)
      e->country = state->country;
  }
  if (e->parent == BEDE_NONE && owner) e->parent = mention(r, of)->entity;
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

// --- apposition -------------------------------------------------------------

static bool kinds_agree(const bede_resolve *r, uint32_t nominal, uint32_t name)
{
  const bede_fact *f = &r->facts[nominal];
  const bede_entity *e = entity_of(r, name);
  if (!e || !f->agent) return false;
  bool person = f->agent->kind == BEDE_KIND_PERSON;
  if (e->kind == BEDE_KIND_OTHER) return true;
  if (e->kind == BEDE_KIND_PERSON)
    return person && !mention(r, nominal)->plural;
  // "in Aden on Monday, the army said": an army is no town
  if (e->kind == BEDE_KIND_PLACE || e->kind == BEDE_KIND_STATE)
    return f->agent->kind == e->kind;
  return !person;
}

static bool is_apposed(const bede_word *w)
{
  return w->deprel == BEDE_REL_APPOS || w->deprel == BEDE_REL_FLAT ||
         w->deprel == BEDE_REL_NMOD_DESC;
}

// "abandon President Ann Lee", whatever the parser made of it: a noun for a
// person with a person's name right after it.
static uint32_t name_after(const bede_resolve *r, uint32_t m)
{
  const bede_fact *f = &r->facts[m];
  uint32_t next = m + 1, word = f->agent_last + 1;
  if (next >= r->doc->mentions.count || word >= r->doc->words.count)
    return BEDE_NONE;
  const bede_mention *name = mention(r, next);
  uint32_t byte = r->doc->words.items[word].span.begin;
  if (name->type != BEDE_MENTION_NAME ||
      name->sentence != mention(r, m)->sentence)
    return BEDE_NONE;
  if (r->own[next].kind != BEDE_KIND_PERSON || byte < name->span.begin ||
      byte >= name->span.end || name->head < word)
    return BEDE_NONE;
  return kinds_agree(r, m, next) ? next : BEDE_NONE;
}

// The name that the nominal stands beside: "X, the president of Y", "the
// president, X".
static uint32_t apposed_name(const bede_resolve *r, uint32_t m)
{
  const bede_word *words = r->doc->words.items;
  uint32_t head = mention(r, m)->head;
  if (is_apposed(&words[head]) && words[head].head < r->doc->words.count) {
    uint32_t up = words[words[head].head].mention;
    if (up != BEDE_NONE && mention(r, up)->type == BEDE_MENTION_NAME &&
        kinds_agree(r, m, up))
      return up;
  }
  for (uint32_t c = words[head].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    uint32_t down = words[c].mention;
    if (!is_apposed(&words[c]) || down == BEDE_NONE) continue;
    if (mention(r, down)->type == BEDE_MENTION_NAME && kinds_agree(r, m, down))
      return down;
  }
  return name_after(r, m);
}

static void enrich(bede_resolve *r, uint32_t m, uint32_t entity)
{
  bede_entity *e = &r->entities.items[entity];
  const bede_fact *f = &r->facts[m];
  bool person = f->agent && f->agent->kind == BEDE_KIND_PERSON;
  if (person && e->kind == BEDE_KIND_OTHER) e->kind = BEDE_KIND_PERSON;
  if (f->agent && e->kind == BEDE_KIND_OTHER)
    e->kind = (bede_kind)f->agent->kind;
  if (person && e->kind == BEDE_KIND_PERSON && e->office.len == 0)
    e->office = pattern_text(r, m);
  bede_resolve_compose(r, m, entity);
}

// --- earlier mentions -------------------------------------------------------

static bool same_owner(const bede_resolve *r, uint32_t m, uint32_t entity)
{
  const bede_entity *e = &r->entities.items[entity];
  uint32_t of = mention(r, m)->of;
  const bede_entity *owner = entity_of(r, of);
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
  return mention(r, m)->sentence - mention(r, last)->sentence <= sentences;
}

static uint64_t noun_kind(uint64_t kind, bede_str country)
{
  return country.len ? kind + (bede_actor_key(country, kind) << 8) : kind;
}

// The country that the mention itself names.
static bede_str own_country(const bede_resolve *r, uint32_t m)
{
  const bede_entity *owner = entity_of(r, mention(r, m)->of);
  if (owner && owner->country.len) return owner->country;
  uint32_t place = mention_of_word(
      r, bede_actor_locality(r->doc, mention(r, m)->head, r->facts[m].title));
  const bede_entity *state = entity_of(r, place);
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
  uint32_t e = recall_noun(r, m, head_lemma(r, m), BEDE_KEY_LEMMA);
  if (e == BEDE_NONE) return BEDE_NONE;
  // "police" is tagged as one or many.
  if (!agent_is(f, BEDE_AGENT_BODY) &&
      r->sides.items[e].plural != mention(r, m)->plural)
    return BEDE_NONE;
  bool office = agent_is(f, BEDE_AGENT_OFFICE | BEDE_AGENT_BODY);
  if (!office && !near(r, m, e, BEDE_NOMINAL_SENTENCES)) return BEDE_NONE;
  return e;
}

// Bodies count as named: "police" is the police spoken of before, and "the
// ministry" the ministry.
static uint32_t same_body(const bede_resolve *r, uint32_t m)
{
  const bede_fact *f = &r->facts[m];
  uint32_t e = recall_noun(r, m, pattern_text(r, m), BEDE_KEY_BODY);
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

static bool fits_group(const bede_resolve *r, const bede_fact *f,
                       const bede_entity *e)
{
  bool state = f->agent->kind == BEDE_KIND_STATE;
  if (state) return e->kind == BEDE_KIND_STATE;
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

// "the group", "the organisation": the last one named.
static uint32_t last_named(const bede_resolve *r, uint32_t m)
{
  const bede_fact *f = &r->facts[m];
  for (uint32_t i = m, n = 0; i-- > 0 && n < BEDE_NOMINAL_WINDOW; n++) {
    if (mention(r, m)->sentence - mention(r, i)->sentence >
        BEDE_NOMINAL_SENTENCES)
      break;
    const bede_entity *e = entity_of(r, i);
    if (!e || mention(r, i)->type != BEDE_MENTION_NAME || !fits_group(r, f, e))
      continue;
    if (e->kind == BEDE_KIND_STATE &&
        r->doc->words.items[mention(r, i)->head].deprel == BEDE_REL_AMOD)
      continue;
    return mention(r, i)->entity;
  }
  return BEDE_NONE;
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
    const bede_entity *e = entity_of(r, i);
    if (mention(r, m)->sentence - mention(r, i)->sentence >
        BEDE_NOMINAL_SENTENCES)
      break;
    if (!e || !e->known || mention(r, i)->type != BEDE_MENTION_NAME ||
        !has_sector(e, BEDE_SECTOR_REB) || e->kind == BEDE_KIND_PERSON)
      continue;
    if (mention(r, i)->sentence == mention(r, m)->sentence) return BEDE_NONE;
    if (only != BEDE_NONE && only != mention(r, i)->entity) return BEDE_NONE;
    only = mention(r, i)->entity;
  }
  return only;
}

static bool may_point_back(const bede_resolve *r, uint32_t m)
{
  const bede_fact *f = &r->facts[m];
  if (!f->agent) return false;
  if (f->definite) return true;
  // "President" without article in a headline.
  return agent_is(f, BEDE_AGENT_OFFICE) && !mention(r, m)->plural &&
         bede_child_by(r->doc, mention(r, m)->head, BEDE_REL_DET) == BEDE_NONE;
}

static uint32_t earlier(const bede_resolve *r, uint32_t m)
{
  const bede_fact *f = &r->facts[m];
  const bede_mention *me = mention(r, m);
  if (agent_is(f, BEDE_AGENT_BODY)) return same_body(r, m);
  if (!may_point_back(r, m)) return BEDE_NONE;
  uint32_t e = BEDE_NONE;
  bool generic = agent_is(f, BEDE_AGENT_GENERIC) && me->of == BEDE_NONE;
  if (generic && !me->plural) e = last_named(r, m);
  if (e == BEDE_NONE) e = same_lemma(r, m);
  if (e == BEDE_NONE && me->of == BEDE_NONE && me->plural &&
      f->agent->sector == BEDE_SECTOR_REB)
    e = only_movement(r, m);
  return e;
}

// --- one nominal ------------------------------------------------------------

static bede_status owner_first(bede_resolve *r, uint32_t other, unsigned depth)
{
  if (other == BEDE_NONE || depth == 0 || r->facts[other].state != 0)
    return BEDE_OK;
  if (mention(r, other)->type != BEDE_MENTION_NOMINAL) return BEDE_OK;
  return bede_resolve_nominal(r, other, depth - 1);
}

static bede_status settle(bede_resolve *r, uint32_t m, uint32_t entity,
                          bede_basis basis)
{
  bede_mention *me = &r->doc->mentions.items[m];
  me->basis = basis;
  if (basis != BEDE_BASIS_AGENT && r->sides.items[entity].named) {
    me->anonymous = false;
    me->generic = false;
  }
  bede_resolve_set(r, m, entity);
  if (!r->facts[m].agent) return BEDE_OK;
  BEDE_TRY(
      bede_resolve_remember_noun(r, pattern_text(r, m), BEDE_KEY_BODY, entity));
  return bede_resolve_remember_noun(r, head_lemma(r, m), BEDE_KEY_LEMMA,
                                    entity);
}

static bede_status quantity(bede_resolve *r, uint32_t m, uint32_t inner,
                            unsigned depth)
{
  BEDE_TRY(owner_first(r, inner, depth));
  const bede_mention *in = mention(r, inner);
  bede_mention *me = &r->doc->mentions.items[m];
  uint32_t e = bede_is_open(r, inner) || in->type == BEDE_MENTION_NAME
                   ? bede_resolve_new(r, m)
                   : in->entity;
  if (e == BEDE_NONE) return BEDE_ENOMEM;
  const bede_entity *whole = entity_of(r, inner);
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
  return settle(r, m, e, BEDE_BASIS_AGENT);
}

static bede_status new_nominal(bede_resolve *r, uint32_t m)
{
  uint32_t e = bede_resolve_new(r, m);
  if (e == BEDE_NONE) return BEDE_ENOMEM;
  r->entities.items[e].name = bede_doc_str(r->doc, mention(r, m)->span);
  if (r->facts[m].agent) enrich(r, m, e);
  if (r->entities.items[e].kind == BEDE_KIND_PERSON &&
      !agent_is(&r->facts[m], BEDE_AGENT_OFFICE | BEDE_AGENT_SPEAKS)) {
    r->entities.items[e].office.ptr = NULL;
    r->entities.items[e].office.len = 0;
  }
  return settle(r, m, e, BEDE_BASIS_AGENT);
}

bede_status bede_resolve_nominal(bede_resolve *r, uint32_t m, unsigned depth)
{
  if (!bede_is_open(r, m)) return BEDE_OK;
  r->facts[m].state = 1; // a ring of owners ends here
  const bede_mention *me = mention(r, m);
  uint32_t inner = mention_of_word(r, bede_actor_quantified(r->doc, me->head));
  if (inner != BEDE_NONE && inner != m && depth > 0)
    return quantity(r, m, inner, depth);
  BEDE_TRY(owner_first(r, me->of, depth));
  uint32_t name = apposed_name(r, m);
  if (name != BEDE_NONE) {
    uint32_t e = mention(r, name)->entity;
    enrich(r, m, e);
    return settle(r, m, e, BEDE_BASIS_APPOSITION);
  }
  uint32_t e = earlier(r, m);
  if (e == BEDE_NONE) return new_nominal(r, m);
  bool body = agent_is(&r->facts[m], BEDE_AGENT_BODY);
  if (r->entities.items[e].country.len == 0) bede_resolve_compose(r, m, e);
  return settle(r, m, e,
                body && !r->facts[m].definite ? BEDE_BASIS_AGENT
                                              : BEDE_BASIS_COREFERENCE);
}

// --- names with titles ------------------------------------------------------

static bede_str last_word(bede_str s)
{
  size_t begin = s.len;
  while (begin > 0 && s.ptr[begin - 1] != ' ')
    begin--;
  return bede_str_sub(s, begin, s.len);
}

bede_status bede_resolve_titled(bede_resolve *r, uint32_t m)
{
  uint32_t entity = mention(r, m)->entity;
  bede_entity *e = &r->entities.items[entity];
  r->sides.items[entity].last = m;
  if (r->facts[m].agent) {
    BEDE_TRY(owner_first(r, mention(r, m)->of, 2));
    enrich(r, m, entity);
    BEDE_TRY(bede_resolve_remember_noun(r, head_lemma(r, m), BEDE_KEY_LEMMA,
                                        entity));
  } else {
    bede_resolve_compose(r, m, entity);
  }
  // "the president" after the name of one, "the department" after its name.
  bede_str noun = {NULL, 0};
  if (e->kind == BEDE_KIND_PERSON)
    noun = last_word(e->office);
  else if (e->kind == BEDE_KIND_ORGANIZATION)
    noun = last_word(e->name);
  if (noun.len == 0) return BEDE_OK;
  return bede_resolve_remember_noun(r, noun, BEDE_KEY_LEMMA, entity);
}
