// Speakers as entities: who the source is, whom he belongs to, through which
// outlet he spoke, who holds him; and the attributions that accusations make.
#include "attrib/work.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/str.h"

// What is known of an entity from all its mentions.
enum { ENTITY_NAMED = 1, ENTITY_DETERMINED = 2 };

typedef struct folk {
  bede_doc *doc;
  const bede_lexicon *lex;
  uint32_t class_platform;
  uint8_t *seen;     // per entity: ENTITY_*
  uint32_t *held_by; // per word: who holds the one that it is the head of
} folk;

// "a minister", "another commander" name nobody; a spokesman of a body that is
// named speaks for it (ruling R23).
static bool is_indefinite(const bede_doc *doc, const bede_mention *m)
{
  uint32_t det = bede_child_by(doc, m->head, BEDE_REL_DET);
  return !m->speaks_for && det != BEDE_NONE &&
         bede_attrib_in(doc, det, "a an another one some every");
}

static bede_status folk_init(folk *f, bede_doc *doc, const bede_lexicon *lex)
{
  f->doc = doc;
  f->lex = lex;
  f->class_platform = bede_lexicon_class(lex, bede_str_from("outlet_platform"));
  f->seen = bede_arena_array(doc->arena, (size_t)doc->entities.count + 1, 1);
  f->held_by = bede_arena_array(doc->arena, (size_t)doc->words.count + 1,
                                sizeof *f->held_by);
  if (!f->seen || !f->held_by) return BEDE_ENOMEM;
  for (uint32_t i = 0; i < doc->entities.count; i++)
    if (doc->entities.items[i].known) f->seen[i] |= ENTITY_NAMED;
  for (uint32_t i = 0; i < doc->mentions.count; i++) {
    const bede_mention *m = &doc->mentions.items[i];
    if (m->entity >= doc->entities.count) continue;
    if (m->type == BEDE_MENTION_NAME) f->seen[m->entity] |= ENTITY_NAMED;
    if (m->type == BEDE_MENTION_NOMINAL && !m->anonymous &&
        !is_indefinite(doc, m))
      f->seen[m->entity] |= ENTITY_DETERMINED;
  }
  for (uint32_t i = 0; i < doc->words.count; i++)
    f->held_by[i] = BEDE_NONE;
  return BEDE_OK;
}

// Whoever is arrested or abducted in this document is held by the one who did
// it: his confession is then read with other eyes.
static void holders_find(folk *f)
{
  for (uint32_t i = 0; i < f->doc->claims.count; i++) {
    const bede_claim *claim = &f->doc->claims.items[i];
    if (claim->negated || claim->actor.count == 0) continue;
    if (!bede_claim_has_mode(claim, BEDE_MODE_COERCE_ARREST) &&
        !bede_claim_has_mode(claim, BEDE_MODE_ASSAULT_ABDUCT))
      continue;
    for (uint32_t k = 0; k < claim->recipient.count; k++)
      f->held_by[claim->recipient.items[k].head] = claim->actor.items[0].entity;
  }
}

static bede_source_kind named_kind(bede_kind kind)
{
  switch (kind) {
  case BEDE_KIND_PERSON:
    return BEDE_BY_PERSON;
  case BEDE_KIND_PEOPLE:
    return BEDE_BY_UNNAMED_GROUP;
  default:
    return BEDE_BY_ORGANIZATION;
  }
}

static bede_source_kind kind_of(const folk *f, const bede_attribution *at,
                                const bede_mention *m)
{
  const bede_entity *e = &f->doc->entities.items[m->entity];
  uint8_t seen = f->seen[m->entity];
  bool one = bede_attrib_form(f->doc, at->source_head, "one"); // "one of them"
  bede_source_kind unnamed =
      m->plural && !one ? BEDE_BY_UNNAMED_GROUP : BEDE_BY_UNNAMED_PERSON;
  if (at->kind == BEDE_BY_DOCUMENT && m->type != BEDE_MENTION_NAME)
    return BEDE_BY_DOCUMENT;
  // "European governments", "authorities in France" are bodies (ruling R23).
  bool body = e->kind == BEDE_KIND_ORGANIZATION || e->kind == BEDE_KIND_STATE;
  if (m->type == BEDE_MENTION_NOMINAL && m->anonymous && !body &&
      !(seen & ENTITY_NAMED))
    return unnamed;
  return seen || body ? named_kind(e->kind) : unnamed;
}

// --- outlets ---

static bool is_media(const bede_entity *e)
{
  for (uint32_t i = 0; i < e->sector_count; i++)
    if (e->sectors[i] == BEDE_SECTOR_MED || e->sectors[i] == BEDE_SECTOR_JRN)
      return true;
  return false;
}

// "told the Harbour Post": a name that nothing is known of and that no person
// has.
static bool may_be_outlet(const folk *f, const bede_mention *m)
{
  const bede_doc *doc = f->doc;
  const bede_entity *e = &doc->entities.items[m->entity];
  if (is_media(e)) return e->kind != BEDE_KIND_PERSON;
  if (m->type != BEDE_MENTION_NAME || e->known || e->sector_count) return false;
  uint32_t det = bede_child_by(doc, m->head, BEDE_REL_DET);
  return e->kind == BEDE_KIND_OTHER || e->kind == BEDE_KIND_ORGANIZATION ||
         (det != BEDE_NONE && bede_attrib_form(doc, det, "the"));
}

// Is the word whom the cue is said to ("told X"), or the one behind "an
// interview with X", "spoke to X"?
static bool is_addressed(const bede_doc *doc, uint32_t cue, uint32_t word)
{
  const bede_word *w = &doc->words.items[word];
  if (w->head == BEDE_NONE) return false;
  bool object = w->deprel == BEDE_REL_IOBJ || w->deprel == BEDE_REL_OBJ;
  if (object && w->head == cue) return bede_attrib_lemma(doc, cue, "tell");
  uint32_t prep = bede_child_by(doc, word, BEDE_REL_CASE);
  return prep != BEDE_NONE && bede_attrib_in(doc, prep, "with to on") &&
         bede_attrib_in(doc, w->head, "interview speak talk appear");
}

// "wrote on Facebook": the platform that something is posted on.
static bool is_platform(const folk *f, uint32_t cue, uint32_t word)
{
  const bede_word *w = &f->doc->words.items[word];
  uint32_t prep = bede_child_by(f->doc, word, BEDE_REL_CASE);
  return f->class_platform && w->head != BEDE_NONE && prep != BEDE_NONE &&
         bede_lexicon_in_class(f->lex, w->form_id, f->class_platform) &&
         bede_attrib_in(f->doc, prep, "on via over to") &&
         (w->head == cue || f->doc->words.items[w->head].head == cue);
}

// A medium spoken of in the cue's sentence, outside of what is said and of the
// speaker's own description: "told CNN", "in an interview with", "who spoke
// to", "wrote on Facebook".
static uint32_t outlet_of(const folk *f, const bede_attribution *at)
{
  const bede_doc *doc = f->doc;
  const bede_sentence *s =
      &doc->sentences.items[bede_doc_sentence_of(doc, at->cue_head)];
  for (uint32_t w = s->word_begin; w < s->word_end; w++) {
    uint32_t m = doc->words.items[w].mention;
    if (m == BEDE_NONE || w == at->source_head) continue;
    const bede_mention *mention = &doc->mentions.items[m];
    uint32_t entity = mention->entity;
    if (entity >= doc->entities.count || entity == at->speaker) continue;
    const bede_entity *e = &doc->entities.items[entity];
    bool media = is_media(e) && e->kind != BEDE_KIND_PERSON &&
                 mention->type == BEDE_MENTION_NAME;
    bool addressed =
        is_addressed(doc, at->cue_head, w) && may_be_outlet(f, mention);
    if (!media && !addressed && !is_platform(f, at->cue_head, w)) continue;
    uint32_t at_byte = doc->words.items[w].span.begin;
    bool described = bede_spans_have(&at->source, at_byte) && !addressed;
    if (!bede_spans_have(&at->content, at_byte) && !described) return entity;
  }
  return BEDE_NONE;
}

static void speaker_set(folk *f, bede_attribution *at)
{
  const bede_doc *doc = f->doc;
  if (at->kind == BEDE_BY_NARRATOR) return;
  if (at->source_head != BEDE_NONE) {
    uint32_t m = doc->words.items[at->source_head].mention;
    at->held_by = f->held_by[at->source_head];
    if (m != BEDE_NONE && doc->mentions.items[m].entity < doc->entities.count) {
      const bede_mention *mention = &doc->mentions.items[m];
      at->speaker = mention->entity;
      at->affiliation = mention->of != BEDE_NONE
                            ? mention->of
                            : doc->entities.items[at->speaker].parent;
      // Where nothing is said of him the country is only the report's.
      if (mention->inferred) at->affiliation = BEDE_NONE;
      if (at->affiliation == at->speaker) at->affiliation = BEDE_NONE;
      at->kind = kind_of(f, at, mention);
    }
  }
  if (at->cue_head != BEDE_NONE) at->outlet = outlet_of(f, at);
}

bede_status bede_speakers_attach(bede_doc *doc, const bede_lexicon *lex)
{
  folk f;
  BEDE_TRY(folk_init(&f, doc, lex));
  holders_find(&f);
  for (uint32_t i = 0; i < doc->attributions.count; i++)
    speaker_set(&f, &doc->attributions.items[i]);
  return BEDE_OK;
}

// --- accusations ---

static bede_status span_add(bede_doc *doc, bede_spans *list, bede_span span)
{
  bede_span *s = BEDE_LIST_PUSH(list, doc->arena, BEDE_MAX_CLAIMS);
  if (!s) return BEDE_ENOMEM;
  *s = span;
  return BEDE_OK;
}

static bede_status accusation_add(bede_doc *doc, const bede_claim *act,
                                  const bede_claim *under,
                                  const bede_role *accuser)
{
  bede_attribution *at =
      BEDE_LIST_PUSH(&doc->attributions, doc->arena, BEDE_MAX_ATTRIBUTIONS);
  if (!at)
    return doc->attributions.count == BEDE_MAX_ATTRIBUTIONS ? BEDE_OK
                                                            : BEDE_ENOMEM;
  at->kind = accuser ? BEDE_BY_UNNAMED_PERSON : BEDE_BY_IMPERSONAL;
  at->source_head = accuser ? accuser->head : BEDE_NONE;
  at->cue_head = under->trigger_head;
  at->content_head = act->trigger_head;
  at->speaker = at->affiliation = at->outlet = at->held_by = BEDE_NONE;
  at->via = at->under = BEDE_NONE;
  at->quoted = BEDE_QUOTED_INDIRECT;
  at->stance = BEDE_STANCE_ALLEGES;
  at->hedged = true;
  if (under->rule_count) at->ref = under->rules[0];
  if (accuser) BEDE_TRY(span_add(doc, &at->source, accuser->span));
  for (uint32_t i = 0; i < under->trigger.count; i++)
    BEDE_TRY(span_add(doc, &at->cue, under->trigger.items[i]));
  return BEDE_OK;
}

// Adds a span in text order, united with those that it meets.
static bede_status span_insert(bede_doc *doc, bede_spans *list, bede_span span)
{
  uint32_t n = 0, at = 0;
  BEDE_TRY(span_add(doc, list, span));
  uint32_t old = list->count - 1;
  bede_span *items = list->items;
  for (uint32_t i = 0; i < old; i++) {
    if (items[i].begin <= span.end && span.begin <= items[i].end) {
      if (items[i].begin < span.begin) span.begin = items[i].begin;
      if (items[i].end > span.end) span.end = items[i].end;
    } else {
      items[n++] = items[i];
    }
  }
  while (at < n && items[at].begin < span.begin)
    at++;
  memmove(items + at + 1, items + at, (n - at) * sizeof *items);
  items[at] = span;
  list->count = n + 1;
  return BEDE_OK;
}

static bede_span act_span(const bede_doc *doc, const bede_claim *act)
{
  uint8_t pos = doc->words.items[act->trigger_head].upos;
  if (pos == BEDE_UPOS_VERB || pos == BEDE_UPOS_AUX)
    return bede_clause_span(doc, act->trigger_head);
  return bede_phrase_span(doc, act->trigger_head, true);
}

// The attributions of one accusing cue are [begin, end) of a list by cue.
static bede_status accusation_extend(bede_doc *doc, const uint32_t *next,
                                     uint32_t first, const bede_claim *act)
{
  uint32_t at_byte = doc->words.items[act->trigger_head].span.begin;
  for (uint32_t i = first; i != BEDE_NONE; i = next[i]) {
    bede_attribution *at = &doc->attributions.items[i];
    at->stance = BEDE_STANCE_ALLEGES;
    at->hedged = true;
    if (bede_spans_have(&at->content, at_byte)) continue;
    BEDE_TRY(span_insert(doc, &at->content, act_span(doc, act)));
  }
  return BEDE_OK;
}

static int by_text(const void *x, const void *y)
{
  const bede_attribution *a = x, *b = y;
  uint32_t pa = bede_attribution_place(a), pb = bede_attribution_place(b);
  if (pa != pb) return pa < pb ? -1 : 1;
  if (a->cue_head != b->cue_head) return a->cue_head < b->cue_head ? -1 : 1;
  if (a->source_head != b->source_head)
    return a->source_head < b->source_head ? -1 : 1;
  pa = a->content.count ? a->content.items[0].begin : 0;
  pb = b->content.count ? b->content.items[0].begin : 0;
  return pa < pb ? -1 : pa > pb;
}

typedef struct cues { // attributions by the word of their cue
  uint32_t *first;    // per word, or BEDE_NONE
  uint32_t *next;     // per attribution: the next with the same cue
} cues;

static bede_status cues_index(cues *c, bede_doc *doc)
{
  size_t room = (size_t)doc->attributions.count +
                (size_t)doc->claims.count * BEDE_MAX_SOURCES;
  c->first = bede_arena_array(doc->arena, (size_t)doc->words.count + 1,
                              sizeof *c->first);
  c->next = bede_arena_array(doc->arena, room + 1, sizeof *c->next);
  if (!c->first || !c->next) return BEDE_ENOMEM;
  for (uint32_t i = 0; i < doc->words.count; i++)
    c->first[i] = BEDE_NONE;
  for (uint32_t i = doc->attributions.count; i-- > 1;) {
    uint32_t cue = doc->attributions.items[i].cue_head;
    if (cue == BEDE_NONE) continue;
    c->next[i] = c->first[cue];
    c->first[cue] = i;
  }
  return BEDE_OK;
}

static bede_status accusation_make(bede_doc *doc, cues *c,
                                   const bede_claim *act,
                                   const bede_claim *under)
{
  uint32_t accusers = under->actor.count;
  if (accusers > BEDE_MAX_SOURCES) accusers = BEDE_MAX_SOURCES;
  for (uint32_t i = 0; i < (accusers ? accusers : 1); i++) {
    uint32_t index = doc->attributions.count;
    BEDE_TRY(accusation_add(doc, act, under,
                            accusers ? &under->actor.items[i] : NULL));
    if (doc->attributions.count == index) break; // the list is full
    c->next[index] = c->first[under->trigger_head];
    c->first[under->trigger_head] = index;
  }
  return BEDE_OK;
}

bede_status bede_allegations_make(bede_doc *doc)
{
  cues c;
  bool made = false;
  BEDE_TRY(cues_index(&c, doc));
  for (uint32_t i = 0; i < doc->claims.count; i++) {
    const bede_claim *act = &doc->claims.items[i];
    if (!act->alleged || act->under >= doc->claims.count) continue;
    const bede_claim *under = &doc->claims.items[act->under];
    made = true;
    if (c.first[under->trigger_head] == BEDE_NONE)
      BEDE_TRY(accusation_make(doc, &c, act, under));
    BEDE_TRY(accusation_extend(doc, c.next, c.first[under->trigger_head], act));
  }
  if (made)
    qsort(doc->attributions.items + 1, doc->attributions.count - 1,
          sizeof *doc->attributions.items, by_text);
  return BEDE_OK;
}
