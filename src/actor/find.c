// Finds mentions: one for each word that is the head of a name, of a noun for
// people or bodies, of a pronoun. Until they are resolved, each has an entity
// of its own with the same index that carries what the knowledge says of it.
#include "actor/work.h"

#include "base/error.h"
#include "base/limits.h"
#include "base/str.h"

// A phrase with more words than this is the parser's error: the name's own
// words are the mention.
enum { LONG_PHRASE = 16 };

static const char locative[] =
    "in at near inside outside across throughout around within through into";

static bool is_shouting(const bede_doc *doc, const bede_sentence *s)
{
  for (uint32_t i = s->span.begin; i < s->span.end; i++) {
    if (bede_is_lower((unsigned char)doc->text.ptr[i])) return false;
  }
  return true;
}

// A plural that the lemmatiser left as it was, as it does with capitals and
// with "troops", is known by its singular.
static void mend_lemma(const bede_actor_work *w, bede_word *word)
{
  char lower[24];
  bede_str form = bede_doc_str(w->doc, word->span);
  bool plural = word->xpos == BEDE_XPOS_NNS || word->xpos == BEDE_XPOS_NNPS;
  if (!plural || form.len < 4 || form.len >= sizeof lower ||
      !bede_str_eq_nocase(form, word->lemma))
    return;
  bede_str_lower(form, lower);
  if (lower[form.len - 1] != 's') return;
  bede_str singular = {lower, form.len - 1};
  uint32_t symbol = bede_lexicon_symbol(w->lex, singular);
  if (symbol) word->lemma_id = symbol;
}

static void start_sentence(bede_actor_work *w, const bede_sentence *s)
{
  w->begin = s->word_begin;
  w->end = s->word_end;
  w->shouting = is_shouting(w->doc, s);
  memset(w->cands, 0, (w->end - w->begin) * sizeof *w->cands);
  for (uint32_t i = w->begin; i < w->end; i++) {
    w->cover[i - w->begin] = BEDE_NONE;
    mend_lemma(w, &w->doc->words.items[i]);
  }
}

// --- titles -----------------------------------------------------------------

// "Prime Minister Ann Lee": the title is part of the name's mention.
static void attach_titles(bede_actor_work *w)
{
  const bede_word *words = w->doc->words.items;
  for (uint32_t i = w->begin; i + 1 < w->end; i++) {
    bede_cand *title = bede_cand_at(w, i);
    uint32_t head = words[i].head;
    if (head < w->begin || head >= w->end) continue;
    if (title->what != BEDE_CAND_AGENT && title->what != BEDE_CAND_UNKNOWN)
      continue;
    bede_cand *name = bede_cand_at(w, head);
    bool named =
        name->what == BEDE_CAND_NAME || name->what == BEDE_CAND_UNKNOWN;
    bool before = bede_actor_is_title(w->doc, i);
    if (!named || !before || i > head || name->first > i + 2) continue;
    if (title->what == BEDE_CAND_UNKNOWN) { // "Mr", "Dr", an unknown office
      if (words[i].deprel == BEDE_REL_NMOD_DESC && title->first == title->last)
        title->what = BEDE_CAND_NONE;
      continue;
    }
    name->agent = title->agent;
    name->title = i;
    title->what = BEDE_CAND_NONE;
  }
}

// "US President Ann Lee" as one flat phrase that the state heads: it is the
// person that is spoken of.
static bool is_person(const bede_actor_work *w, const bede_cand *c)
{
  if (c->what == BEDE_CAND_UNKNOWN) return c->ner == BEDE_NER_B_PER;
  return c->what == BEDE_CAND_NAME &&
         bede_lexicon_entity(w->lex, c->name->entity)->kind == BEDE_KIND_PERSON;
}

static void mend_flat(bede_actor_work *w)
{
  const bede_word *words = w->doc->words.items;
  for (uint32_t i = w->begin; i < w->end; i++) {
    bede_cand *state = bede_cand_at(w, i);
    if (state->what != BEDE_CAND_NAME ||
        bede_lexicon_entity(w->lex, state->name->entity)->kind !=
            BEDE_KIND_STATE)
      continue;
    for (uint32_t c = words[i].first_child; c != BEDE_NONE;
         c = words[c].next_sibling) {
      if (words[c].deprel != BEDE_REL_FLAT || c < i || c >= w->end) continue;
      bede_cand *name = bede_cand_at(w, c);
      if (!is_person(w, name)) continue;
      name->state = state->name;
      *state = *name;
      name->what = BEDE_CAND_NONE;
      break;
    }
  }
}

// --- one mention ------------------------------------------------------------

static bede_span own_span(const bede_actor_work *w, const bede_cand *c)
{
  if (c->toward) {
    bede_span s = bede_actor_word(w, c->first)->span;
    uint32_t bytes = 0;
    (void)bede_actor_toward(w->doc, c->first, &bytes);
    s.begin += bytes;
    return s;
  }
  bede_span s = {bede_actor_word(w, c->first)->span.begin,
                 bede_actor_word(w, c->last)->span.end};
  return s;
}

// The parser may hang "this Thursday" before a name.
static void trim_date(const bede_actor_work *w, uint32_t head, bede_span *span)
{
  const bede_word *x = bede_actor_word(w, head);
  for (uint32_t i = x->left; i < head; i++) {
    const bede_word *d = bede_actor_word(w, i);
    if (d->span.begin < span->begin) continue;
    if (!bede_actor_is_date_word(w->doc, i) &&
        !bede_lemma_in(w->doc, i, "this last next the on"))
      return;
    if (d->upos == BEDE_UPOS_PROPN || d->upos == BEDE_UPOS_DET ||
        d->upos == BEDE_UPOS_ADJ)
      span->begin = bede_actor_word(w, i + 1)->span.begin;
  }
}

static bede_span mention_span(const bede_actor_work *w, const bede_cand *c,
                              uint32_t head)
{
  const bede_word *x = bede_actor_word(w, head);
  bool nominal = c->what == BEDE_CAND_AGENT || c->what == BEDE_CAND_QUANTITY;
  bede_span own = own_span(w, c);
  if (c->what == BEDE_CAND_PRONOUN || c->toward) return own;
  if (x->right - x->left > 2 * LONG_PHRASE && !nominal) return own;
  bede_span s = bede_phrase_span(w->doc, head, nominal);
  if (own.begin < s.begin) s.begin = own.begin;
  if (own.end > s.end) s.end = own.end;
  if (!nominal && s.begin < own.begin) {
    trim_date(w, head, &s);
    if (s.begin > own.begin) s.begin = own.begin;
  }
  return s;
}

static bool is_plural(const bede_doc *doc, uint32_t head)
{
  const bede_word *w = &doc->words.items[head];
  if (w->xpos == BEDE_XPOS_NNS || w->xpos == BEDE_XPOS_NNPS) return true;
  if (w->upos == BEDE_UPOS_NUM) return true;
  unsigned number = bede_feats_get(w->feats, BEDE_FEAT_NUMBER);
  if (number) return number != BEDE_NUMBER_SING;
  return w->upos == BEDE_UPOS_PRON &&
         bede_lemma_in(doc, head, "they we us them their our");
}

static uint32_t number_before(const bede_doc *doc, uint32_t head)
{
  return bede_child_by(doc, head, BEDE_REL_NUMMOD);
}

// A state or place where something happens is no party there.
static bool is_setting(const bede_actor_work *w, uint32_t head,
                       const bede_entity *e)
{
  uint8_t rel = bede_actor_word(w, head)->deprel;
  if (e->kind != BEDE_KIND_STATE && e->kind != BEDE_KIND_PLACE) return false;
  if (rel != BEDE_REL_OBL && rel != BEDE_REL_NMOD) return false;
  uint32_t prep = bede_actor_prep(w->doc, head);
  return prep != BEDE_NONE && bede_lemma_in(w->doc, prep, locative);
}

static bede_kind tagger_kind(uint8_t ner)
{
  switch (ner) {
  case BEDE_NER_B_PER:
    return BEDE_KIND_PERSON;
  case BEDE_NER_B_ORG:
    return BEDE_KIND_ORGANIZATION;
  case BEDE_NER_B_LOC:
    return BEDE_KIND_PLACE;
  default:
    return BEDE_KIND_OTHER;
  }
}

// "Thousands marched", "others wept": people of no other quality. "Those who
// ..." are what their clause says.
static void set_people(const bede_actor_work *w, const bede_cand *c,
                       bede_entity *e)
{
  e->kind = BEDE_KIND_PEOPLE;
  if (bede_lemma_in(w->doc, c->first, "those")) return;
  e->sectors[0] = BEDE_SECTOR_CVL;
  e->sector_count = 1;
  e->code = bede_str_from("CVL");
}

// "Green Banner Front", "Lower River Council": the last word of a name that the
// knowledge does not have says what kind of body it is, and where it is no
// general word its sector too.
static void learn_from_noun(const bede_actor_work *w, const bede_cand *c,
                            bede_entity *e)
{
  uint32_t len = 0;
  if (c->first >= c->last || c->ner == BEDE_NER_B_PER) return;
  // nouns that name bodies only inside names: "the front" alone is none
  if (bede_lemma_in(w->doc, c->last, BEDE_BODY_NOUNS)) {
    e->kind = BEDE_KIND_GROUP;
    return;
  }
  const bede_lex_agent *noun =
      bede_lexicon_agent_at(w->lex, w->doc, c->last, c->first, &len);
  if (!noun ||
      (noun->kind != BEDE_KIND_GROUP && noun->kind != BEDE_KIND_ORGANIZATION))
    return;
  e->kind = (bede_kind)noun->kind;
  if (noun->sector == BEDE_SECTOR_NONE || e->sector_count) return;
  e->sectors[0] = (bede_sector)noun->sector;
  e->sector_count = 1;
}

static bede_status fill_entity(const bede_actor_work *w, const bede_cand *c,
                               bede_entity *e)
{
  e->parent = BEDE_NONE;
  if (c->what == BEDE_CAND_NAME) return bede_actor_known(w, c, e);
  e->name = bede_doc_str(w->doc, own_span(w, c));
  e->kind = BEDE_KIND_OTHER;
  if (c->what == BEDE_CAND_UNKNOWN) {
    e->kind = tagger_kind(c->ner);
    // A title makes a name whose kind the tagger did not see.
    if (c->ner == BEDE_NER_O && c->agent) e->kind = (bede_kind)c->agent->kind;
    learn_from_noun(w, c, e);
  }
  if (c->state)
    e->country = bede_lexicon_str(
        w->lex, bede_lexicon_entity(w->lex, c->state->entity)->country);
  if (c->what == BEDE_CAND_AGENT) {
    e->kind = (bede_kind)c->agent->kind;
    e->ref = c->agent->ref;
  }
  if (c->what == BEDE_CAND_QUANTITY) set_people(w, c, e);
  return BEDE_OK;
}

static void fill_flags(const bede_actor_work *w, const bede_cand *c,
                       bede_mention *m, const bede_entity *e)
{
  m->plural = is_plural(w->doc, m->head);
  if (m->type == BEDE_MENTION_NOMINAL &&
      number_before(w->doc, m->head) != BEDE_NONE && c->agent &&
      c->agent->kind == BEDE_KIND_PERSON)
    m->plural = m->plural ||
                !bede_lemma_in(w->doc, number_before(w->doc, m->head), "one 1");
  m->generic = is_setting(w, m->head, e);
  m->toward = (bede_toward)c->toward;
  m->speaks_for = c->agent && (c->agent->flags & BEDE_AGENT_SPEAKS);
}

static bede_status push_mention(bede_actor_work *w, uint32_t sentence,
                                uint32_t head, bede_error *err)
{
  bede_doc *doc = w->doc;
  const bede_cand *c = bede_cand_at(w, head);
  uint32_t index = doc->mentions.count;
  bede_mention *m =
      BEDE_LIST_PUSH(&doc->mentions, doc->arena, BEDE_MAX_MENTIONS);
  bede_entity *e =
      m ? BEDE_LIST_PUSH(&doc->entities, doc->arena, BEDE_MAX_MENTIONS) : NULL;
  if (!m || !e) {
    bool full = doc->mentions.count >= BEDE_MAX_MENTIONS;
    return bede_error_set(err, full ? BEDE_ELIMIT : BEDE_ENOMEM, BEDE_NO_OFFSET,
                          "no room for mentions");
  }
  m->head = head;
  m->sentence = sentence;
  m->entity = index;
  m->of = BEDE_NONE;
  m->type = c->what == BEDE_CAND_PRONOUN ? BEDE_MENTION_PRONOUN
            : c->what == BEDE_CAND_NAME || c->what == BEDE_CAND_UNKNOWN
                ? BEDE_MENTION_NAME
                : BEDE_MENTION_NOMINAL;
  m->basis = m->type == BEDE_MENTION_NOMINAL ? BEDE_BASIS_AGENT
             : m->type == BEDE_MENTION_NAME  ? BEDE_BASIS_NAME
                                             : BEDE_BASIS_COREFERENCE;
  if (c->what == BEDE_CAND_NAME && !c->place &&
      (c->name->use == BEDE_USE_CAPITAL || c->name->use == BEDE_USE_SEAT))
    m->basis = BEDE_BASIS_METONYM;
  m->span = mention_span(w, c, head);
  bede_status status = fill_entity(w, c, e);
  if (status) return status;
  fill_flags(w, c, m, e);
  doc->words.items[head].mention = index;
  return BEDE_OK;
}

// --- what depends on other mentions -----------------------------------------

// Does the nominal name nobody? Bodies and their spokespeople, and whoever
// holds an office alone, count as named (coding ruling R23).
static bool is_anonymous(const bede_actor_work *w, const bede_mention *m)
{
  const bede_cand *c = bede_cand_at(w, m->head);
  if (m->type != BEDE_MENTION_NOMINAL) return false;
  if (c->what == BEDE_CAND_QUANTITY || !c->agent) return true;
  uint16_t flags = c->agent->flags;
  if (flags & BEDE_AGENT_UNNAMED) return true;
  if (flags & BEDE_AGENT_BODY) return false;
  if (flags & BEDE_AGENT_SPEAKS) return m->of == BEDE_NONE;
  if (flags & BEDE_AGENT_OFFICE) return m->plural;
  return true;
}

// "expel United States troops", whatever the parser made of it: a name right
// before the noun.
static uint32_t name_before(const bede_actor_work *w, const bede_cand *c)
{
  if (c->what != BEDE_CAND_AGENT || c->first <= w->begin) return BEDE_NONE;
  uint32_t head = w->cover[c->first - 1 - w->begin];
  if (head == BEDE_NONE || bede_cand_at(w, head)->what != BEDE_CAND_NAME ||
      bede_cand_at(w, head)->toward)
    return BEDE_NONE;
  const bede_lex_name *name = bede_cand_at(w, head)->name;
  uint8_t kind = bede_lexicon_entity(w->lex, name->entity)->kind;
  return kind == BEDE_KIND_PERSON || name->use == BEDE_USE_PEOPLE ? BEDE_NONE
                                                                  : head;
}

static void relate(bede_actor_work *w, uint32_t first)
{
  bede_doc *doc = w->doc;
  for (uint32_t i = first; i < doc->mentions.count; i++) {
    bede_mention *m = &doc->mentions.items[i];
    const bede_cand *c = bede_cand_at(w, m->head);
    if (m->type != BEDE_MENTION_PRONOUN && !m->toward) {
      uint32_t owner = bede_actor_owner(doc, m->head, c->title);
      if (owner == BEDE_NONE) owner = name_before(w, c);
      if (owner != BEDE_NONE) m->of = doc->words.items[owner].mention;
    }
    m->anonymous = is_anonymous(w, m);
    if (c->what == BEDE_CAND_AGENT && (c->agent->flags & BEDE_AGENT_GENERIC) &&
        m->of == BEDE_NONE)
      m->generic = true;
  }
}

static bede_status find_in_sentence(bede_actor_work *w, uint32_t sentence,
                                    bede_error *err)
{
  uint32_t first = w->doc->mentions.count;
  start_sentence(w, &w->doc->sentences.items[sentence]);
  BEDE_TRY(bede_actor_find_names(w));
  bede_actor_find_agents(w);
  bede_actor_find_unknown(w);
  attach_titles(w);
  mend_flat(w);
  bede_actor_find_pronouns(w);
  bede_actor_find_toward(w);
  for (uint32_t i = w->begin; i < w->end; i++) {
    if (bede_cand_at(w, i)->what == BEDE_CAND_NONE) continue;
    BEDE_TRY(push_mention(w, sentence, i, err));
  }
  relate(w, first);
  return BEDE_OK;
}

// About every fifth word of a report heads a mention: with that much room from
// the start, lists hardly grow, and growing leaves the old room in the arena.
static bool reserve(bede_doc *doc)
{
  uint32_t room = doc->words.count / 4 + 16;
  doc->mentions.items =
      bede_arena_array(doc->arena, room, sizeof *doc->mentions.items);
  doc->entities.items =
      bede_arena_array(doc->arena, room, sizeof *doc->entities.items);
  doc->mentions.count = doc->entities.count = 0;
  doc->mentions.capacity = doc->entities.capacity = room;
  return doc->mentions.items && doc->entities.items;
}

bede_status bede_actor_mentions(bede_doc *doc, const bede_lexicon *lex,
                                bede_error *err)
{
  bede_actor_work w = {0};
  uint32_t longest = 1;
  w.doc = doc;
  w.lex = lex;
  for (uint32_t i = 0; i < doc->words.count; i++)
    doc->words.items[i].mention = BEDE_NONE;
  for (uint32_t i = 0; i < doc->sentences.count; i++) {
    const bede_sentence *s = &doc->sentences.items[i];
    if (s->word_end - s->word_begin > longest)
      longest = s->word_end - s->word_begin;
  }
  w.cands = bede_arena_array(doc->arena, longest, sizeof *w.cands);
  w.cover = bede_arena_array(doc->arena, longest, sizeof *w.cover);
  if (!w.cands || !w.cover || !reserve(doc))
    return bede_error_set(err, BEDE_ENOMEM, BEDE_NO_OFFSET,
                          "no memory for mentions");
  for (uint32_t i = 0; i < doc->sentences.count; i++) {
    if (!doc->sentences.items[i].parsed) continue;
    BEDE_TRY(find_in_sentence(&w, i, err));
  }
  return BEDE_OK;
}
