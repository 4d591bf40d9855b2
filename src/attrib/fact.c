// What the speakers make of a claim: certain or not, denied or not; how the
// innermost speaker stands to the act; what is told again or as background.
#include "attrib/work.h"

#include "base/error.h"
#include "base/str.h"

#define PARENTS 8u // steps from a wing to its state

// --- relation of the speaker to the act ---

// Ancestors of an entity, itself first.
static uint32_t ancestors(const bede_doc *doc, uint32_t entity,
                          uint32_t out[PARENTS])
{
  uint32_t n = 0;
  while (entity < doc->entities.count && n < PARENTS) {
    out[n++] = entity;
    entity = doc->entities.items[entity].parent;
  }
  return n;
}

static bool is_state_body(const bede_entity *e)
{
  for (uint32_t i = 0; i < e->sector_count; i++) {
    switch ((bede_sector)e->sectors[i]) {
    case BEDE_SECTOR_GOV:
    case BEDE_SECTOR_MIL:
    case BEDE_SECTOR_COP:
    case BEDE_SECTOR_SPY:
    case BEDE_SECTOR_JUD:
      return true;
    default:
      break;
    }
  }
  return false;
}

// A commander and soldiers, a police chief and officers of one country.
static bool same_force(const bede_entity *a, const bede_entity *b)
{
  if (a->country.len == 0 || !bede_str_eq(a->country, b->country)) return false;
  for (uint32_t i = 0; i < a->sector_count; i++)
    for (uint32_t k = 0; k < b->sector_count; k++)
      if (a->sectors[i] == b->sectors[k] && (a->sectors[i] == BEDE_SECTOR_MIL ||
                                             a->sectors[i] == BEDE_SECTOR_COP))
        return true;
  return false;
}

// One belongs to the other, or both to the same body. The citizens of a state
// and its ministry are no such pair: for a state both must be bodies of it.
static bool related(const bede_doc *doc, uint32_t a, uint32_t b)
{
  uint32_t up[PARENTS], other[PARENTS];
  uint32_t n = ancestors(doc, a, up), m = ancestors(doc, b, other);
  bool bodies = is_state_body(&doc->entities.items[a]) &&
                is_state_body(&doc->entities.items[b]);
  for (uint32_t i = 0; i < n; i++)
    for (uint32_t k = 0; k < m; k++) {
      if (up[i] != other[k]) continue;
      bede_kind kind = doc->entities.items[up[i]].kind;
      if (kind == BEDE_KIND_PERSON) continue; // a sister is no member of him
      bool state = kind == BEDE_KIND_STATE;
      if (!state || bodies) return true;
    }
  return same_force(&doc->entities.items[a], &doc->entities.items[b]);
}

static bool among(const bede_role *roles, uint32_t count, uint32_t entity)
{
  for (uint32_t i = 0; entity != BEDE_NONE && i < count; i++)
    if (roles[i].entity == entity) return true;
  return false;
}

// "We attacked the camp," he said.
static bool first_person(const bede_doc *doc, const bede_attribution *at,
                         const bede_role *roles, uint32_t count)
{
  for (uint32_t i = 0; i < count; i++)
    if (at->quoted != BEDE_QUOTED_INDIRECT &&
        bede_attrib_in(doc, roles[i].head, "i we me us"))
      return true;
  return false;
}

static bool member(const bede_doc *doc, const bede_attribution *at,
                   const bede_role *roles, uint32_t count)
{
  for (uint32_t i = 0; i < count; i++) {
    uint32_t entity = roles[i].entity;
    if (entity == BEDE_NONE) continue;
    if (related(doc, at->speaker, entity)) return true;
    if (at->affiliation != BEDE_NONE && related(doc, at->affiliation, entity))
      return true;
  }
  return false;
}

static bede_relation relation_of(const bede_doc *doc, const bede_claim *c,
                                 const bede_attribution *at)
{
  if (at->kind == BEDE_BY_NARRATOR) return BEDE_RELATION_UNKNOWN;
  // "confessed to planting the bomb": his own act, though nobody is named.
  if (at->stance == BEDE_STANCE_CONFESSES && c->actor.count == 0)
    return BEDE_RELATION_ACTOR;
  if (at->speaker == BEDE_NONE) return BEDE_RELATION_UNKNOWN;
  if (among(c->recipient.items, c->recipient.count, at->held_by))
    return BEDE_RELATION_HELD_BY_RECIPIENT;
  if (first_person(doc, at, c->actor.items, c->actor.count))
    return BEDE_RELATION_ACTOR;
  if (first_person(doc, at, c->recipient.items, c->recipient.count))
    return BEDE_RELATION_RECIPIENT;
  if (among(c->actor.items, c->actor.count, at->speaker))
    return BEDE_RELATION_ACTOR;
  if (among(c->recipient.items, c->recipient.count, at->speaker))
    return BEDE_RELATION_RECIPIENT;
  if (member(doc, at, c->actor.items, c->actor.count))
    return BEDE_RELATION_MEMBER_OF_ACTOR;
  if (member(doc, at, c->recipient.items, c->recipient.count))
    return BEDE_RELATION_MEMBER_OF_RECIPIENT;
  const bede_entity *e = &doc->entities.items[at->speaker];
  // Outside needs both sides to be somebody.
  bool parties = c->actor.count > 0 && c->actor.items[0].entity != BEDE_NONE;
  bool somebody = e->known || e->country.len || at->kind == BEDE_BY_PERSON ||
                  at->kind == BEDE_BY_ORGANIZATION;
  return parties && somebody ? BEDE_RELATION_OUTSIDE : BEDE_RELATION_UNKNOWN;
}

// --- certainty and polarity ---

// Ruling R26: a plain "says", "claims", "estimates" leaves a claim certain;
// what hedges is marked in the knowledge, and an accusation always does.
static bool doubtful(const bede_attribution *at)
{
  return at->hedged;
}

static bool chain_doubtful(const bede_doc *doc, const bede_chain *chain)
{
  for (uint32_t i = 0; i < chain->count; i++)
    if (doubtful(&doc->attributions.items[chain->links[i]])) return true;
  return false;
}

static void certainty_set(const bede_doc *doc, bede_claim *c)
{
  bool all = c->chain_count > 0;
  for (uint32_t i = 0; i < c->chain_count; i++)
    all &= chain_doubtful(doc, &doc->chains.items[c->chain_begin + i]);
  if (all) c->uncertain = true;
  bede_grammar g;
  bede_grammar_of(doc, c->trigger_head, &g);
  if (g.modal == BEDE_MODAL_POSSIBLE && g.modal_perfect) c->uncertain = true;
}

static void polarity_set(const bede_doc *doc, bede_claim *c)
{
  const bede_chain *chain = &doc->chains.items[c->chain_begin];
  const bede_attribution *at = &doc->attributions.items[chain->links[0]];
  if (at->stance == BEDE_STANCE_DENIES) c->negated = true;
}

// --- long ago ---

#define HISTORICAL_YEARS 2 // coding ruling: dated over two years back

static bool is_past(const bede_doc *doc, uint32_t word)
{
  bede_grammar g;
  bede_grammar_of(doc, word, &g);
  return g.tense == BEDE_TIME_PAST && !g.perfect;
}

// "The 1941 invasion", "the war of 1967": the date is the noun's.
static bool dates_noun(const bede_doc *doc, const bede_timex *x)
{
  for (uint32_t w = x->word_begin; w < x->word_end; w++) {
    uint32_t head = doc->words.items[w].head;
    bool outside = head < x->word_begin || head >= x->word_end;
    if (outside && head < doc->words.count)
      return doc->words.items[head].upos == BEDE_UPOS_NOUN ||
             doc->words.items[head].upos == BEDE_UPOS_PROPN;
  }
  return false;
}

static uint32_t first_date(const bede_doc *doc, uint32_t sentence)
{
  return BEDE_FIRST_OF(&doc->dates, bede_timex, sentence);
}

// The date inside the phrase of an event noun ("the 2015 air raid").
static const bede_timex *date_within(const bede_doc *doc, const bede_claim *c)
{
  for (uint32_t i = first_date(doc, c->sentence);
       i < doc->dates.count && doc->dates.items[i].sentence == c->sentence;
       i++) {
    const bede_timex *x = &doc->dates.items[i];
    if (x->type == BEDE_TIMEX_DATE && x->to.year &&
        bede_tree_within(doc, x->word_begin, c->trigger_head))
      return x;
  }
  return NULL;
}

// The one date of the sentence, where it is that of an undated act in the
// simple past: "The junta refused to ease the embargo in 1976" dates `ease`.
static const bede_timex *only_date(const bede_doc *doc, const bede_claim *c)
{
  const bede_timex *found = NULL;
  for (uint32_t i = first_date(doc, c->sentence);
       i < doc->dates.count && doc->dates.items[i].sentence == c->sentence;
       i++) {
    const bede_timex *x = &doc->dates.items[i];
    if (x->type != BEDE_TIMEX_DATE || dates_noun(doc, x)) continue;
    if (found || !x->to.year) return NULL;
    found = x;
  }
  return found;
}

// The text itself dates the act, in its clause or sentence; what still goes on
// ends with the report.
static void history_set(const bede_doc *doc, bede_claim *c)
{
  bede_date then = doc->published_date, last = c->to;
  if (c->status != BEDE_STATUS_ACTUAL || !then.year ||
      (c->has_date && c->date_basis == BEDE_DATE_PRECEDING))
    return;
  if (!c->has_date) {
    bool noun = doc->words.items[c->trigger_head].upos != BEDE_UPOS_VERB;
    const bede_timex *x = noun ? date_within(doc, c) : only_date(doc, c);
    if (!x || (!noun && !is_past(doc, c->trigger_head))) return;
    last = x->to;
  }
  then.year = (int16_t)(then.year - HISTORICAL_YEARS);
  if (bede_date_cmp(last, then) < 0) {
    c->status = BEDE_STATUS_HISTORICAL;
    c->background = true;
  }
}

// --- background ---

static bool is_past_perfect(const bede_doc *doc, uint32_t word)
{
  const bede_word *words = doc->words.items;
  for (uint32_t c = words[word].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    bool aux = words[c].deprel == BEDE_REL_AUX;
    if (aux && words[c].xpos == BEDE_XPOS_VBD && bede_lemma_in(doc, c, "have"))
      return true;
  }
  return false;
}

// In "said the rebels had fled" the tense is the report's.
static bool is_reported_clause(const bede_doc *doc, uint32_t word)
{
  const bede_word *words = doc->words.items;
  for (uint32_t i = 0; i < BEDE_MAX_SENTENCE_WORDS; i++) {
    switch (words[word].deprel) {
    case BEDE_REL_CCOMP:
    case BEDE_REL_PARATAXIS:
      return true;
    case BEDE_REL_CONJ:
    case BEDE_REL_ADVCL:
      break;
    default:
      return false;
    }
    word = words[word].head;
    if (word >= doc->words.count) return false;
  }
  return false;
}

// What is dated older than so many days is known: named by a noun, told in a
// relative clause.
#define NOUN_DAYS 60
#define RELATIVE_DAYS 7

static bool is_older(const bede_doc *doc, const bede_claim *c, int32_t days)
{
  return c->has_date && doc->published_date.year && c->to.year &&
         bede_date_days(doc->published_date) - bede_date_days(c->to) > days;
}

static bool is_background_verb(const bede_doc *doc, const bede_claim *c)
{
  uint32_t word = c->trigger_head;
  const bede_word *w = &doc->words.items[word];
  if (w->deprel == BEDE_REL_ACL_RELCL && is_older(doc, c, RELATIVE_DAYS))
    return true;
  // "a teacher jailed in May": the participle tells who that is
  if (w->deprel == BEDE_REL_ACL && w->xpos == BEDE_XPOS_VBN) return true;
  return is_past_perfect(doc, word) && !is_reported_clause(doc, word);
}

// "An inquiry into the raid", "days after the raid", "its anniversary".
static bool is_background_noun(const bede_doc *doc, const bede_claim *c)
{
  uint32_t word = c->trigger_head;
  const bede_word *w = &doc->words.items[word];
  if (w->head < doc->words.count && bede_lemma_in(doc, w->head, "anniversary"))
    return true;
  uint32_t prep = bede_child_by(doc, word, BEDE_REL_CASE);
  bool beside = (w->deprel == BEDE_REL_OBL || w->deprel == BEDE_REL_NMOD) &&
                prep != BEDE_NONE &&
                bede_lemma_in(doc, prep, "over after during since into follow");
  return is_older(doc, c, NOUN_DAYS) || (beside && c->event != BEDE_CONSULT);
}

// "Which it had imposed in January", "after last year's raid", "the anniversary
// of the attack": told in passing, as known. What is to come is not.
static void background_set(const bede_doc *doc, bede_claim *c)
{
  if (c->status == BEDE_STATUS_FUTURE || c->status == BEDE_STATUS_HYPOTHETICAL)
    return;
  bool verb = doc->words.items[c->trigger_head].upos == BEDE_UPOS_VERB;
  c->background |=
      verb ? is_background_verb(doc, c) : is_background_noun(doc, c);
}

// --- announced for a day to come ---

// "A strike has been called for Sunday", "is closing the border tomorrow": what
// is done by deed on a day after the report is to come, whatever the tense.
// Words are spoken now.
static void future_set(const bede_doc *doc, bede_claim *c)
{
  if (!c->has_date || c->status != BEDE_STATUS_ACTUAL || c->speech_act ||
      !doc->published_date.year ||
      bede_date_cmp(c->from, doc->published_date) <= 0)
    return;
  switch (c->event) {
  case BEDE_PROTEST:
  case BEDE_SANCTION:
  case BEDE_MOBILIZE:
  case BEDE_COERCE:
  case BEDE_ASSAULT:
    c->status = BEDE_STATUS_FUTURE;
    if (c->aspect == BEDE_ASPECT_ONGOING) c->aspect = BEDE_ASPECT_EVENT;
    break;
  default:
    break;
  }
}

void bede_facts_settle(bede_doc *doc)
{
  for (uint32_t i = 0; i < doc->claims.count; i++) {
    bede_claim *c = &doc->claims.items[i];
    for (uint32_t k = 0; k < c->chain_count; k++) {
      bede_chain *chain = &doc->chains.items[c->chain_begin + k];
      chain->relation =
          relation_of(doc, c, &doc->attributions.items[chain->links[0]]);
    }
    certainty_set(doc, c);
    polarity_set(doc, c);
    future_set(doc, c);
    background_set(doc, c);
    history_set(doc, c);
  }
}

// --- repeats ---

typedef struct key { // what two tellings of one act have in common
  uint32_t event, status, negated, speaker;
  uint64_t actors, recipients; // sums of hashes: order does not matter
} key;

static uint64_t roles_hash(const bede_role *roles, uint32_t count)
{
  uint64_t sum = 0;
  for (uint32_t i = 0; i < count; i++)
    sum += bede_hash(&roles[i].entity, sizeof roles[i].entity, 1);
  return sum;
}

static bool key_of(const bede_doc *doc, const bede_claim *c, key *out)
{
  const bede_chain *chain = &doc->chains.items[c->chain_begin];
  const bede_attribution *at = &doc->attributions.items[chain->links[0]];
  if (c->actor.count == 0 || c->recipient.count == 0) return false;
  for (uint32_t i = 0; i < c->actor.count; i++)
    if (c->actor.items[i].entity == BEDE_NONE) return false;
  for (uint32_t i = 0; i < c->recipient.count; i++)
    if (c->recipient.items[i].entity == BEDE_NONE) return false;
  *out = (key){0};
  out->event = c->event;
  out->status = c->status;
  out->negated = c->negated;
  // Somebody without an entity is another one each time.
  out->speaker = at->kind == BEDE_BY_NARRATOR ? BEDE_NONE
                 : at->speaker != BEDE_NONE   ? at->speaker
                                              : BEDE_NONE - 1 - chain->links[0];
  out->actors = roles_hash(c->actor.items, c->actor.count);
  out->recipients = roles_hash(c->recipient.items, c->recipient.count);
  return true;
}

static bool same_key(const key *a, const key *b)
{
  return a->event == b->event && a->status == b->status &&
         a->negated == b->negated && a->speaker == b->speaker &&
         a->actors == b->actors && a->recipients == b->recipients;
}

static uint64_t key_hash(const key *k)
{
  uint32_t small[4] = {k->event, k->status, k->negated, k->speaker};
  return bede_hash(small, sizeof small, k->actors * 31 + k->recipients);
}

// A new date or a number makes it another telling.
static bool brings_news(const bede_claim *c)
{
  return c->has_date || c->quantities.count > 0;
}

// Open addressing over at most half-full slots.
bede_status bede_repeats_find(bede_doc *doc)
{
  size_t room = 16;
  while (room < (size_t)doc->claims.count * 2)
    room *= 2;
  uint32_t *slots = bede_arena_array(doc->arena, room, sizeof *slots);
  if (!slots) return BEDE_ENOMEM;
  for (uint32_t i = 0; i < doc->claims.count; i++) {
    bede_claim *c = &doc->claims.items[i];
    key k, other;
    c->repeats = BEDE_NONE;
    if (!key_of(doc, c, &k)) continue;
    size_t at = key_hash(&k) & (room - 1);
    for (; slots[at]; at = (at + 1) & (room - 1))
      if (key_of(doc, &doc->claims.items[slots[at] - 1], &other) &&
          same_key(&k, &other))
        break;
    if (slots[at] == 0) {
      slots[at] = i + 1;
    } else if (!brings_news(c) &&
               doc->claims.items[slots[at] - 1].sentence != c->sentence) {
      c->repeats = slots[at] - 1;
    }
  }
  return BEDE_OK;
}
