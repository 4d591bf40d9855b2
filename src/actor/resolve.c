// Unites mentions into entities: names first, then nominals and pronouns in
// text order, then what the report's focus adds. Near linear: every look back
// has a window.
#include "actor/resolve.h"

#include "base/error.h"
#include "base/limits.h"
#include "base/str.h"

// How many owners of owners are resolved before a nominal.
enum { OWNER_DEPTH = 6 };

// --- used by the other files ------------------------------------------------

uint32_t bede_resolve_new(bede_resolve *r, uint32_t m)
{
  bede_arena *arena = r->doc->arena;
  bede_entity *e = BEDE_LIST_PUSH(&r->entities, arena, BEDE_MAX_MENTIONS);
  bede_side *side =
      e ? BEDE_LIST_PUSH(&r->sides, arena, BEDE_MAX_MENTIONS) : NULL;
  if (!e || !side) return BEDE_NONE;
  const bede_mention *me = &r->doc->mentions.items[m];
  *e = r->own[m];
  e->parent = BEDE_NONE;
  side->plural = me->plural;
  side->named = me->type == BEDE_MENTION_NAME;
  side->last = m;
  return r->entities.count - 1;
}

void bede_resolve_set(bede_resolve *r, uint32_t m, uint32_t entity,
                      const char *why)
{
  r->doc->mentions.items[m].link = why;
  r->doc->mentions.items[m].entity = entity;
  r->facts[m].state = 2;
  r->sides.items[entity].last = m;
}

bede_status bede_resolve_remember(bede_resolve *r, bede_str name, uint64_t kind,
                                  uint32_t entity)
{
  return bede_actor_map_put(r->doc->arena, &r->map, bede_actor_key(name, kind),
                            entity);
}

uint32_t bede_resolve_recall(const bede_resolve *r, bede_str name,
                             uint64_t kind)
{
  return bede_actor_map_get(&r->map, bede_actor_key(name, kind));
}

// --- facts ------------------------------------------------------------------

static bool is_definite(const bede_doc *doc, uint32_t head)
{
  const bede_word *words = doc->words.items;
  for (uint32_t c = words[head].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    if (words[c].deprel == BEDE_REL_NMOD_POSS) return true;
    if ((words[c].deprel == BEDE_REL_DET ||
         words[c].deprel == BEDE_REL_DET_PREDET) &&
        bede_lemma_in(doc, c, "the this that these those both"))
      return true;
  }
  return false;
}

static void set_agent(bede_resolve *r, bede_fact *f, uint32_t word,
                      const bede_sentence *s)
{
  f->agent_head = f->agent_first = f->agent_last = word;
  uint32_t m = r->doc->words.items[word].mention;
  if (m != BEDE_NONE && r->doc->mentions.items[m].toward)
    f->agent = bede_actor_toward_agent(r->lex, r->doc, word);
  else
    f->agent = bede_actor_agent(r->lex, r->doc, word, s->word_begin,
                                s->word_end, &f->agent_first, &f->agent_last);
}

// The title before a name: a modifier of it that is an agent and no mention.
static void set_title(bede_resolve *r, bede_fact *f, uint32_t head,
                      const bede_sentence *s)
{
  const bede_word *words = r->doc->words.items;
  for (uint32_t c = words[head].first_child; c != BEDE_NONE && c < head;
       c = words[c].next_sibling) {
    if (!bede_actor_is_title(r->doc, c) || words[c].mention != BEDE_NONE)
      continue;
    set_agent(r, f, c, s);
    if (!f->agent) continue;
    f->title = c;
    return;
  }
}

static void fill_fact(bede_resolve *r, uint32_t m)
{
  const bede_mention *me = &r->doc->mentions.items[m];
  bede_fact *f = &r->facts[m];
  const bede_sentence *s = &r->doc->sentences.items[me->sentence];
  f->title = f->partner = BEDE_NONE;
  f->definite = is_definite(r->doc, me->head);
  if (me->type == BEDE_MENTION_NOMINAL) set_agent(r, f, me->head, s);
  if (me->type != BEDE_MENTION_NAME) return;
  set_title(r, f, me->head, s);
  // A rank that heads the mention of an unknown person: the name is behind it.
  const bede_word *head = &r->doc->words.items[me->head];
  if (!f->agent && !r->own[m].known && r->own[m].kind == BEDE_KIND_PERSON &&
      r->own[m].name.ptr >= r->doc->text.ptr + head->span.end)
    set_agent(r, f, me->head, s);
  // "the Communist Party": the name's own noun.
  if (!f->agent && !r->own[m].known && r->own[m].kind != BEDE_KIND_PERSON)
    set_agent(r, f, me->head, s);
}

// --- the passes -------------------------------------------------------------

static bede_status start(bede_resolve *r)
{
  bede_doc *doc = r->doc;
  r->facts =
      bede_arena_array(doc->arena, doc->mentions.count + 1, sizeof *r->facts);
  if (!r->facts) return BEDE_ENOMEM;
  r->own = doc->entities.items;
  for (uint32_t i = 0; i < doc->mentions.count; i++)
    fill_fact(r, i);
  return BEDE_OK;
}

static bede_status run(bede_resolve *r)
{
  BEDE_TRY(bede_resolve_names(r));
  for (uint32_t i = 0; i < r->doc->mentions.count; i++) {
    switch (r->doc->mentions.items[i].type) {
    case BEDE_MENTION_NAME:
      BEDE_TRY(bede_resolve_titled(r, i));
      break;
    case BEDE_MENTION_NOMINAL:
      BEDE_TRY(bede_resolve_nominal(r, i, OWNER_DEPTH));
      break;
    default:
      BEDE_TRY(bede_resolve_pronoun(r, i));
      break;
    }
  }
  BEDE_TRY(bede_resolve_speakers(r));
  bede_resolve_focus(r);
  return BEDE_OK;
}

// The parent that the knowledge names, where the document names it too.
static void set_known_parent(bede_resolve *r, bede_entity *e)
{
  if (!e->known || e->key.len == 0) return;
  uint32_t number = bede_lexicon_entity_by_key(r->lex, e->key);
  if (number == BEDE_NONE) return;
  uint32_t parent = bede_lexicon_entity(r->lex, number)->parent;
  if (parent == BEDE_NONE) return;
  bede_str key =
      bede_lexicon_str(r->lex, bede_lexicon_entity(r->lex, parent)->key);
  uint32_t there = bede_resolve_recall(r, key, BEDE_KEY_ENTITY);
  if (there != BEDE_NONE) e->parent = there;
}

// Owners may stand in a ring ("the group's leader", "the leader's group"):
// every way up is cut where it would not end.
static void cut_parents(bede_entity *entities, uint32_t count)
{
  for (uint32_t i = 0; i < count; i++) {
    uint32_t up = entities[i].parent, steps = 1;
    while (up != BEDE_NONE && up != i && steps < BEDE_MAX_PARENTS) {
      up = entities[up].parent;
      steps++;
    }
    if (up != BEDE_NONE) entities[i].parent = BEDE_NONE;
  }
}

// Puts the entities in the order of their first mentions, into the room of the
// provisional ones, which are as many as the mentions.
static bede_status finish(bede_resolve *r)
{
  bede_doc *doc = r->doc;
  uint32_t n = r->entities.count, next = 0;
  uint32_t *to = bede_arena_array(doc->arena, n + 1, sizeof *to);
  bede_entity *sorted = doc->entities.items;
  if (!to) return BEDE_ENOMEM;
  for (uint32_t i = 0; i < n; i++) {
    set_known_parent(r, &r->entities.items[i]);
    to[i] = BEDE_NONE;
  }
  for (uint32_t i = 0; i < doc->mentions.count; i++) {
    bede_mention *m = &doc->mentions.items[i];
    if (to[m->entity] == BEDE_NONE) {
      sorted[next] = r->entities.items[m->entity];
      to[m->entity] = next++;
    }
  }
  for (uint32_t i = 0; i < doc->mentions.count; i++) {
    bede_mention *m = &doc->mentions.items[i];
    if (m->of != BEDE_NONE) m->of = to[doc->mentions.items[m->of].entity];
  }
  for (uint32_t i = 0; i < doc->mentions.count; i++)
    doc->mentions.items[i].entity = to[doc->mentions.items[i].entity];
  for (uint32_t i = 0; i < next; i++) {
    uint32_t p = sorted[i].parent;
    sorted[i].parent = p == BEDE_NONE || to[p] == i ? BEDE_NONE : to[p];
  }
  cut_parents(sorted, next);
  if (doc->focus != BEDE_NONE) doc->focus = to[doc->focus];
  doc->entities.count = next;
  return BEDE_OK;
}

bede_status bede_actor_resolve(bede_doc *doc, const bede_lexicon *lex,
                               bede_error *err)
{
  bede_resolve r = {0};
  r.doc = doc;
  r.lex = lex;
  bede_status status = start(&r);
  if (!status) status = run(&r);
  if (!status) status = finish(&r);
  if (status)
    return bede_error_set(err, status, BEDE_NO_OFFSET,
                          "no memory for entities");
  return BEDE_OK;
}
