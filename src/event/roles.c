// From fillers to parties: mentions that can act, and what stands for them.
#include "event/roles.h"

#include <string.h>

#include "base/str.h"
#include "event/match.h"

const bede_entity *bede_event_entity(const bede_doc *doc, uint32_t word)
{
  uint32_t m = doc->words.items[word].mention;
  uint32_t e = m == BEDE_NONE ? BEDE_NONE : doc->mentions.items[m].entity;
  return e == BEDE_NONE ? NULL : &doc->entities.items[e];
}

// A name in its use as a mere place ("in Paris") is no party; a state is one
// wherever a slot asks for a party.
static bool can_be_party(const bede_doc *doc, uint32_t word, bool actor)
{
  uint32_t m = doc->words.items[word].mention;
  if (m == BEDE_NONE) return false;
  const bede_mention *mention = &doc->mentions.items[m];
  const bede_entity *e = bede_event_entity(doc, word);
  if (mention->toward) return false; // of "anti-X protests" X is no part
  // "people", "dozens" act only with a name or body of their own; "the group"
  // is somebody even where the report does not say who
  bool body = e && (e->kind == BEDE_KIND_GROUP || e->kind == BEDE_KIND_STATE ||
                    e->kind == BEDE_KIND_ORGANIZATION);
  if (actor && mention->generic && !body &&
      mention->type != BEDE_MENTION_PRONOUN)
    return false;
  if (e && e->kind == BEDE_KIND_PLACE) return false;
  if (mention->type != BEDE_MENTION_PRONOUN) return true;
  // "it" for a thing, "themselves"
  bool reflexive =
      bede_feats_get(doc->words.items[word].feats, BEDE_FEAT_REFLEX) != 0;
  return !reflexive && !(e && e->kind == BEDE_KIND_OTHER);
}

static bool has_role(const bede_role *roles, uint32_t count, uint32_t head)
{
  for (uint32_t i = 0; i < count; i++) {
    if (roles[i].head == head) return true;
  }
  return false;
}

static void push_role(bede_event_work *work, bede_claim *claim,
                      const bede_role *role, bool actor)
{
  bede_arena *arena = work->doc->arena;
  if (has_role(claim->actor.items, claim->actor.count, role->head)) return;
  if (has_role(claim->recipient.items, claim->recipient.count, role->head))
    return;
  bede_role *slot =
      actor ? BEDE_LIST_PUSH(&claim->actor, arena, BEDE_MAX_ROLES)
            : BEDE_LIST_PUSH(&claim->recipient, arena, BEDE_MAX_ROLES);
  if (slot) *slot = *role;
}

// "The Hong Kong protests": a state or city is where people protest, not who.
static bool is_mere_place(const bede_doc *doc, const bede_claim *claim,
                          uint32_t word, bool actor)
{
  if (!actor || claim->event != BEDE_PROTEST) return false;
  const bede_entity *e = bede_event_entity(doc, word);
  return e && e->kind == BEDE_KIND_STATE;
}

// "... wounding dozens, police said": the speaker of the words that tell the
// act stands outside them, whatever the tree makes of him.
static bool is_its_speaker(const bede_event_work *work, const bede_claim *claim,
                           uint32_t word)
{
  const bede_doc *doc = work->doc;
  bede_span at = doc->words.items[word].span;
  bede_span act = doc->words.items[claim->trigger_head].span;
  for (uint32_t i = work->speech_of[word]; i; i = work->next_speech[i]) {
    const bede_attribution *a = &doc->attributions.items[i];
    bool told = false, inside = false;
    for (uint32_t c = 0; c < a->content.count; c++) {
      bede_span s = a->content.items[c];
      told |= s.begin <= act.begin && act.end <= s.end;
      inside |= s.begin <= at.begin && at.end <= s.end;
    }
    if (told && !inside) return true;
  }
  return false;
}

// "The exiled poet Alena Hrynevich", where the name is a mention of its own:
// the two are one party. Behind a comma it is an apposition, which coreference
// has.
static const bede_mention *name_behind(const bede_doc *doc, uint32_t word)
{
  const bede_word *words = doc->words.items;
  const bede_mention *m = &doc->mentions.items[words[word].mention];
  if (m->type != BEDE_MENTION_NOMINAL) return NULL;
  for (uint32_t c = words[word].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    uint8_t rel = words[c].deprel;
    if (c < word || words[c].mention == BEDE_NONE ||
        (rel != BEDE_REL_APPOS && rel != BEDE_REL_NMOD_DESC &&
         rel != BEDE_REL_FLAT))
      continue;
    const bede_mention *name = &doc->mentions.items[words[c].mention];
    if (name->type == BEDE_MENTION_NAME && name->span.begin <= m->span.end + 1)
      return name;
  }
  return NULL;
}

static void push_mention(bede_event_work *work, bede_claim *claim,
                         uint32_t word, bool actor)
{
  const bede_doc *doc = work->doc;
  if (is_mere_place(doc, claim, word, actor)) return;
  const bede_mention *m = &doc->mentions.items[doc->words.items[word].mention];
  bede_role role = {m->span, word, m->entity, m->basis, m->inferred, BEDE_NONE};
  const bede_mention *name = name_behind(doc, word);
  if (name) {
    role.span.end = name->span.end;
    role.entity = name->entity;
    role.basis = name->basis;
  }
  if (m->type == BEDE_MENTION_PRONOUN) claim->flags |= BEDE_FLAG_VIA_PRONOUN;
  if (actor && m->inferred) claim->flags |= BEDE_FLAG_ACTOR_INFERRED;
  push_role(work, claim, &role, actor);
}

void bede_event_add_party(bede_event_work *work, bede_claim *claim,
                          uint32_t word, bool actor)
{
  if (can_be_party(work->doc, word, actor))
    push_mention(work, claim, word, actor);
}

static bool in_classes(const bede_event_work *work, uint32_t word,
                       const uint32_t classes[BEDE_EVENT_CLASSES])
{
  uint32_t lemma = bede_event_word(work, word)->lemma_id;
  for (int i = 0; i < BEDE_EVENT_CLASSES && classes[i]; i++) {
    if (bede_lexicon_in_class(work->lex, lemma, classes[i])) return true;
  }
  return false;
}

// Whoever owns a deed or thing that is no party itself: "the minister's
// decision", "the Syrian offensive", "the arrest by police".
static bool push_owner(bede_event_work *work, bede_claim *claim, uint32_t word,
                       bool actor)
{
  const bede_frame_args *args = bede_event_args(work, word);
  bool found = false;
  for (size_t a = 0; a < args->count; a++) {
    const bede_arg *arg = &args->items[a];
    bool owner = arg->slot == BEDE_SLOT_POSS || arg->slot == BEDE_SLOT_COMP ||
                 arg->slot == BEDE_SLOT_AMOD || arg->slot == BEDE_SLOT_SUBJ;
    if (arg->slot == BEDE_SLOT_PREP && arg->prep != BEDE_NONE) {
      bede_str prep = work->doc->words.items[arg->prep].lemma;
      owner = bede_str_is(prep, "by") || bede_str_is(prep, "of");
    }
    if (!owner || !can_be_party(work->doc, arg->word, actor)) continue;
    push_mention(work, claim, arg->word, actor);
    found = true;
  }
  return found;
}

// A party that the actor stage has no entity for: its words alone.
static void push_words(bede_event_work *work, bede_claim *claim, uint32_t word,
                       bede_basis basis, bool actor)
{
  bede_role role = {bede_phrase_span(work->doc, word, false),
                    word,
                    BEDE_NONE,
                    basis,
                    false,
                    BEDE_NONE};
  push_role(work, claim, &role, actor);
}

// A thing that is hit or taken is the recipient when nobody owns it ("a bridge
// was bombed").
static void push_thing(bede_event_work *work, bede_claim *claim, uint32_t word)
{
  bool violent = claim->event == BEDE_ASSAULT || claim->event == BEDE_COERCE;
  bool concrete = in_classes(work, word, work->targets) ||
                  in_classes(work, word, work->things);
  if (violent && concrete)
    push_words(work, claim, word, BEDE_BASIS_NAME, false);
}

// Somebody's thing that is hit or taken: the words are the thing's, the entity
// is whose it is ("a Ukrainian jet was shot down").
static bool push_property(bede_event_work *work, bede_claim *claim,
                          uint32_t word)
{
  bool violent = claim->event == BEDE_ASSAULT || claim->event == BEDE_COERCE;
  if (!violent || (!in_classes(work, word, work->targets) &&
                   !in_classes(work, word, work->things)))
    return false;
  bede_claim owners = {.event = claim->event};
  if (!push_owner(work, &owners, word, false)) return false;
  bede_role role = owners.recipient.items[0];
  role.span = bede_phrase_span(work->doc, word, false);
  role.head = word;
  role.basis = BEDE_BASIS_METONYM;
  push_role(work, claim, &role, false);
  return true;
}

// "Two herders", "the bakers of the town": people whom nobody filed.
static bool push_human(bede_event_work *work, bede_claim *claim, uint32_t word,
                       bool actor)
{
  if (work->doc->words.items[word].mention != BEDE_NONE ||
      !in_classes(work, word, work->humans))
    return false;
  push_words(work, claim, word, BEDE_BASIS_AGENT, actor);
  return true;
}

// "Air strikes on Gaza", "shelled Aden": a place that violence is aimed at is
// the recipient; one that it happens in is not.
static bool is_hit_place(const bede_event_work *work, const bede_claim *claim,
                         const bede_arg *arg)
{
  const bede_doc *doc = work->doc;
  bool order = claim->event == BEDE_COERCE &&
               (claim->modes[0] == BEDE_MODE_COERCE_CURFEW ||
                claim->modes[0] == BEDE_MODE_COERCE_MARTIAL_LAW);
  // "recalled its envoy from Lima", "food for Tigray": who is there
  bool seat = claim->event == BEDE_SANCTION || claim->event == BEDE_AID;
  bool force = claim->event == BEDE_ASSAULT || claim->event == BEDE_COERCE;
  if ((!force && !seat) || doc->words.items[arg->word].mention == BEDE_NONE)
    return false;
  const bede_entity *e = bede_event_entity(doc, arg->word);
  if (!e || e->kind != BEDE_KIND_PLACE) return false;
  if (arg->slot != BEDE_SLOT_PREP) return arg->slot == BEDE_SLOT_OBJ;
  if (order || seat) return true; // a curfew in a town is a curfew on it
  if (claim->event == BEDE_COERCE)
    return bede_lemma_in(doc, arg->prep, "on over");
  return !bede_lemma_in(doc, arg->prep, "in near from outside around inside");
}

// "Called the judge a hero": what somebody is called is no party.
static bool is_second_object(const bede_event_work *work,
                             const bede_arg *const *fillers, size_t i,
                             uint32_t word)
{
  const bede_arg *arg = fillers[i];
  bool object = i > 0 && arg->slot == BEDE_SLOT_OBJ &&
                arg->via == BEDE_VIA_DIRECT &&
                fillers[i - 1]->slot == BEDE_SLOT_OBJ;
  return object && bede_lemma_in(work->doc, word,
                                 "call brand label dub name term deem declare");
}

void bede_event_add_roles(bede_event_work *work, bede_claim *claim,
                          uint32_t word, uint32_t slot_begin,
                          uint32_t slot_count, bool actor)
{
  const bede_arg *fillers[BEDE_MAX_ROLES];
  size_t n = bede_event_fillers(work, word, slot_begin, slot_count, fillers);
  for (size_t i = 0; i < n; i++) {
    uint32_t filler = fillers[i]->word;
    if (is_second_object(work, fillers, i, word)) continue;
    // control may pass the speaker on: "denied having attacked"
    bool plain =
        fillers[i]->via == BEDE_VIA_DIRECT || fillers[i]->via == BEDE_VIA_CONJ;
    if (plain && is_its_speaker(work, claim, filler)) continue;
    bool hit = !actor && is_hit_place(work, claim, fillers[i]);
    if (hit || can_be_party(work->doc, filler, actor)) {
      push_mention(work, claim, filler, actor);
      continue;
    }
    uint8_t upos = bede_event_word(work, filler)->upos;
    if (upos != BEDE_UPOS_NOUN && upos != BEDE_UPOS_PROPN) continue;
    if (push_human(work, claim, filler, actor)) continue;
    bool event_noun = work->frame_at[filler - work->begin] != BEDE_NONE;
    if (!actor && push_property(work, claim, filler)) continue;
    bool owned =
        (!actor || event_noun || in_classes(work, filler, work->means)) &&
        push_owner(work, claim, filler, actor);
    if (!owned && !actor) push_thing(work, claim, filler);
    if (!owned && actor && in_classes(work, filler, work->crewed))
      push_words(work, claim, filler, BEDE_BASIS_METONYM, true);
  }
}

bool bede_event_by_force(bede_event event)
{
  return event == BEDE_ASSAULT || event == BEDE_COERCE || event == BEDE_PROTEST;
}

bool bede_event_subject_blocks(bede_event_work *work, uint32_t word)
{
  const bede_frame_args *args = bede_event_args(work, word);
  bool filled = false;
  for (size_t a = 0; a < args->count; a++) {
    uint32_t filler = args->items[a].word;
    if (args->items[a].slot != BEDE_SLOT_SUBJ) continue;
    const bede_word *w = bede_event_word(work, filler);
    if (can_be_party(work->doc, filler, true)) return false;
    if (w->upos == BEDE_UPOS_PRON || w->upos == BEDE_UPOS_NUM ||
        w->upos == BEDE_UPOS_PROPN || w->mention != BEDE_NONE)
      return false;
    if (work->frame_at[filler - work->begin] != BEDE_NONE) return false;
    if (in_classes(work, filler, work->means) ||
        in_classes(work, filler, work->people) ||
        in_classes(work, filler, work->humans))
      return false;
    filled = true;
  }
  return filled;
}

static bool is_recipient(const bede_claim *claim, uint32_t entity)
{
  for (uint32_t i = 0; i < claim->recipient.count; i++) {
    if (claim->recipient.items[i].entity == entity) return true;
  }
  return false;
}

static void push_opposed(bede_event_work *work, bede_claim *claim,
                         uint32_t word)
{
  const bede_doc *doc = work->doc;
  const bede_word *words = doc->words.items;
  for (uint32_t c = words[word].first_child; c != BEDE_NONE && c < word;
       c = words[c].next_sibling) {
    uint32_t m = words[c].mention;
    if (m == BEDE_NONE || doc->mentions.items[m].toward != BEDE_AGAINST ||
        is_recipient(claim, doc->mentions.items[m].entity))
      continue;
    push_mention(work, claim, c, false);
  }
}

void bede_event_add_opposed(bede_event_work *work, bede_claim *claim,
                            uint32_t word)
{
  push_opposed(work, claim, word);
  for (uint32_t i = 0; i < claim->actor.count; i++)
    push_opposed(work, claim, claim->actor.items[i].head);
}

void bede_event_copy_roles(bede_event_work *work, const bede_role *from,
                           uint32_t count, bede_claim *to, bool actor)
{
  for (uint32_t i = 0; i < count; i++) {
    // a drone or a tank is no party of what is said about its strike
    bool machine =
        from[i].basis == BEDE_BASIS_METONYM && from[i].entity == BEDE_NONE;
    if (!machine || actor) push_role(work, to, &from[i], actor);
  }
}

// --- sides of reciprocal nouns -----------------------------------------------

static bool is_prep_arg(const bede_event_work *work, const bede_arg *arg,
                        const char *preps)
{
  return arg->slot == BEDE_SLOT_PREP && arg->prep != BEDE_NONE &&
         bede_lemma_in(work->doc, arg->prep, preps);
}

// Pushes the parties among the arguments with one of the prepositions.
static bool push_with(bede_event_work *work, bede_claim *claim, uint32_t word,
                      const char *preps, bool actor)
{
  const bede_frame_args *args = bede_event_args(work, word);
  bool found = false;
  for (size_t a = 0; a < args->count; a++) {
    const bede_arg *arg = &args->items[a];
    if (!is_prep_arg(work, arg, preps) ||
        !can_be_party(work->doc, arg->word, actor))
      continue;
    push_mention(work, claim, arg->word, actor);
    found = true;
  }
  return found;
}

static uint32_t clause_around(const bede_doc *doc, uint32_t noun)
{
  const bede_word *w = &doc->words.items[noun];
  // "after eleven hours of talks"
  if (w->deprel == BEDE_REL_NMOD && w->head < noun &&
      bede_lemma_in(
          doc, w->head,
          "hour day night week month minute round series session lot"))
    w = &doc->words.items[w->head];
  bool adjunct = w->deprel == BEDE_REL_OBL || w->deprel == BEDE_REL_OBJ;
  return adjunct ? w->head : BEDE_NONE;
}

void bede_event_add_sides(bede_event_work *work, bede_claim *claim,
                          uint32_t noun)
{
  if (bede_event_word(work, noun)->upos != BEDE_UPOS_NOUN) return;
  if (push_with(work, claim, noun, "between among", true)) return;
  (void)push_with(work, claim, noun, "with", true);
  if (claim->actor.count > 1) return;
  uint32_t verb = clause_around(work->doc, noun);
  if (verb == BEDE_NONE || verb < work->begin || verb >= work->end) return;
  const bede_frame_args *args = bede_event_args(work, verb);
  for (size_t a = 0; a < args->count; a++) {
    const bede_arg *arg = &args->items[a];
    if (arg->slot == BEDE_SLOT_SUBJ &&
        can_be_party(work->doc, arg->word, true) &&
        !is_its_speaker(work, claim, arg->word))
      push_mention(work, claim, arg->word, true);
  }
}

// --- parties of a clause that is not coded -----------------------------------

static bool is_clause_of(const bede_word *w)
{
  return w->deprel == BEDE_REL_XCOMP || w->deprel == BEDE_REL_CCOMP ||
         w->deprel == BEDE_REL_ACL;
}

// "Agreed to suspend parliament": what one agrees to do to a body is not agreed
// with it; what is promised to people is.
static bool is_worked_on(const bede_event_work *work, const bede_claim *claim,
                         const bede_arg *arg)
{
  if (claim->event != BEDE_AGREE || arg->slot != BEDE_SLOT_OBJ) return false;
  const bede_doc *doc = work->doc;
  const bede_entity *e = bede_event_entity(doc, arg->word);
  return e && (e->kind == BEDE_KIND_STATE || e->kind == BEDE_KIND_ORGANIZATION);
}

static void push_clause_part(bede_event_work *work, bede_claim *claim,
                             uint32_t clause, bool subject)
{
  const bede_frame_args *args = bede_event_args(work, clause);
  for (size_t a = 0; a < args->count; a++) {
    const bede_arg *arg = &args->items[a];
    bool part = subject ? arg->slot == BEDE_SLOT_SUBJ
                        : arg->slot == BEDE_SLOT_OBJ ||
                              arg->slot == BEDE_SLOT_IOBJ ||
                              is_prep_arg(work, arg, "to with for against");
    if (part && can_be_party(work->doc, arg->word, false) &&
        !is_worked_on(work, claim, arg))
      push_mention(work, claim, arg->word, false);
  }
}

void bede_event_add_from_clause(bede_event_work *work, bede_claim *claim,
                                uint32_t word, bool subject)
{
  for (uint32_t c = bede_event_word(work, word)->first_child; c != BEDE_NONE;
       c = bede_event_word(work, c)->next_sibling) {
    if (is_clause_of(bede_event_word(work, c)) && c > word)
      push_clause_part(work, claim, c, subject);
  }
}

bool bede_event_has_entity(const bede_role *roles, uint32_t count)
{
  for (uint32_t i = 0; i < count; i++)
    if (roles[i].entity != BEDE_NONE) return true;
  return false;
}

static bool political_sector(bede_sector s)
{
  switch (s) {
  case BEDE_SECTOR_CRM:
  case BEDE_SECTOR_ELI:
  case BEDE_SECTOR_SOC:
  case BEDE_SECTOR_REL:
  case BEDE_SECTOR_JRN:
  case BEDE_SECTOR_REF:
  case BEDE_SECTOR_LAB:
    return true;
  default:
    return bede_sector_has_power(s);
  }
}

// A state, a known body, whoever has a political sector or belongs to an
// international body; a person or body of no known sector counts too: reports
// name officials without their office after the first time, and the knowledge
// does not have every movement.
static bool political_role(const bede_doc *doc, const bede_role *role)
{
  if (role->entity == BEDE_NONE) return false;
  const bede_entity *e = &doc->entities.items[role->entity];
  if (e->kind == BEDE_KIND_STATE || bede_str_is(e->country, "IGO")) return true;
  if (e->kind == BEDE_KIND_ORGANIZATION && e->known) return true;
  if (e->sector_count) return political_sector(e->sectors[0]);
  // "the team", "the group": whoever that is
  uint32_t m = doc->words.items[role->head].mention;
  if (m != BEDE_NONE && doc->mentions.items[m].generic && !e->country.len)
    return false;
  return e->kind == BEDE_KIND_PERSON || e->kind == BEDE_KIND_ORGANIZATION ||
         e->kind == BEDE_KIND_GROUP;
}

bool bede_event_political(const bede_doc *doc, const bede_claim *claim)
{
  for (uint32_t i = 0; i < claim->actor.count; i++) {
    if (political_role(doc, &claim->actor.items[i])) return true;
  }
  for (uint32_t i = 0; i < claim->recipient.count; i++) {
    if (political_role(doc, &claim->recipient.items[i])) return true;
  }
  return false;
}
