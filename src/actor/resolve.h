// What the files that unite mentions share.
#ifndef ACTOR_RESOLVE_H
#define ACTOR_RESOLVE_H

#include "actor/work.h"

// Tuning of coreference; chosen by hand on the development reports.
enum {
  BEDE_PRONOUN_WINDOW = 48,    // mentions looked at for one pronoun
  BEDE_NOMINAL_WINDOW = 60,    // mentions looked at for "the group"
  BEDE_PRONOUN_SENTENCES = 3,  // how far back inside a paragraph
  BEDE_NOMINAL_SENTENCES = 12, // how far back "the official" may point
  BEDE_PLACE_SENTENCES = 3,    // "the city"
  BEDE_BODY_SENTENCES = 3 // "the government" after "the Turkish government"
};

// Kinds of keys in the map.
enum {
  BEDE_KEY_ENTITY = 1,
  BEDE_KEY_PEOPLE,
  BEDE_KEY_PLACE,
  BEDE_KEY_NAME,
  BEDE_KEY_SURNAME,
  BEDE_KEY_SHORT,
  BEDE_KEY_LEMMA,
  BEDE_KEY_BODY,
  BEDE_KEY_GIVEN,
  BEDE_KEY_BODY_LAST, // last word of a body's name: "the Front"
  BEDE_KEY_OWNED,     // a noun and whose it is: "his brother"
  BEDE_KEY_VOICE      // I, we or you of one voice
};

typedef enum bede_gender { BEDE_ANY_GENDER, BEDE_SHE, BEDE_HE } bede_gender;

// What is known of a mention beside its record.
typedef struct bede_fact {
  const bede_lex_agent *agent;      // of a nominal, or of the title of a name
  uint32_t title;                   // head word of the title, or BEDE_NONE
  uint32_t agent_first, agent_last; // words of the agent's pattern
  uint32_t agent_head;
  uint32_t partner; // mention that a bracket ("... (MKO)") unites it with
  uint8_t state;    // 0 open, 1 under way, 2 done
  bool definite;
} bede_fact;

// What is known of an entity beside its record.
typedef struct bede_side {
  uint8_t gender; // bede_gender
  bool plural, named;
  bool inferred; // its country comes from the focus
  uint32_t last; // its last mention so far
} bede_side;

typedef struct bede_resolve {
  bede_doc *doc;
  const bede_lexicon *lex;
  bede_fact *facts;                // by mention
  BEDE_LIST(bede_entity) entities; // the united ones
  BEDE_LIST(bede_side) sides;
  bede_actor_map map;
  const bede_entity *own; // the provisional entities, by mention
} bede_resolve;

static inline const bede_mention *bede_mention_at(const bede_resolve *r,
                                                  uint32_t m)
{
  return &r->doc->mentions.items[m];
}

static inline uint32_t bede_mention_of_word(const bede_resolve *r,
                                            uint32_t word)
{
  return word == BEDE_NONE ? BEDE_NONE : r->doc->words.items[word].mention;
}

static inline bool bede_is_open(const bede_resolve *r, uint32_t m)
{
  return r->facts[m].state != 2;
}

// The entity of a mention that is resolved, else NULL.
static inline const bede_entity *bede_entity_at(const bede_resolve *r,
                                                uint32_t m)
{
  if (m == BEDE_NONE || bede_is_open(r, m)) return NULL;
  return &r->entities.items[bede_mention_at(r, m)->entity];
}

static inline bool bede_agent_is(const bede_fact *f, uint16_t flags)
{
  return f->agent && (f->agent->flags & flags);
}

// The words of the mention's agent, and the lemma of their head.
static inline bede_str bede_pattern_text(const bede_resolve *r, uint32_t m)
{
  const bede_word *words = r->doc->words.items;
  const bede_fact *f = &r->facts[m];
  if (bede_mention_at(r, m)->toward)
    return bede_doc_str(r->doc, bede_mention_at(r, m)->span);
  bede_span s = {words[f->agent_first].span.begin,
                 words[f->agent_last].span.end};
  return bede_doc_str(r->doc, s);
}

static inline bede_str bede_head_lemma(const bede_resolve *r, uint32_t m)
{
  if (bede_mention_at(r, m)->toward)
    return bede_doc_str(r->doc, bede_mention_at(r, m)->span);
  return r->doc->words.items[r->facts[m].agent_head].lemma;
}

// A new entity from the provisional one of mention `m`; BEDE_NONE without
// memory.
uint32_t bede_resolve_new(bede_resolve *r, uint32_t m);
// Resolves a mention; `why` (static) says what joins it to an entity that was
// there before, NULL for a new one.
void bede_resolve_set(bede_resolve *r, uint32_t m, uint32_t entity,
                      const char *why);
BEDE_CHECKED bede_status bede_resolve_remember(bede_resolve *r, bede_str name,
                                               uint64_t kind, uint32_t entity);
uint32_t bede_resolve_recall(const bede_resolve *r, bede_str name,
                             uint64_t kind);
// --- names.c: names to entities
BEDE_CHECKED bede_status bede_resolve_names(bede_resolve *r);
// A name with a title ("President X") or office: what it adds to its entity.
BEDE_CHECKED bede_status bede_resolve_titled(bede_resolve *r, uint32_t m);
// --- nominal.c: nominals; `depth` bounds the owners that are resolved first
BEDE_CHECKED bede_status bede_resolve_nominal(bede_resolve *r, uint32_t m,
                                              unsigned depth);
// Country, sectors and code from what the mention belongs to.
void bede_resolve_compose(bede_resolve *r, uint32_t m, uint32_t entity);
// --- appose.c
// The mention that names whom the nominal `m` is said to be, or BEDE_NONE; *why
// gets how.
uint32_t bede_resolve_apposed(const bede_resolve *r, uint32_t m,
                              const char **why);
// May a nominal be said of the entity that mention `name` is of?
bool bede_kinds_agree(const bede_resolve *r, uint32_t nominal, uint32_t name);
// --- earlier.c
// The entity that the nominal `m` points back to, or BEDE_NONE; *why gets what
// joins them.
uint32_t bede_resolve_earlier(const bede_resolve *r, uint32_t m,
                              const char **why);
// Remembers an entity as the last one of this noun, and of this noun in its
// country.
BEDE_CHECKED bede_status bede_resolve_remember_noun(bede_resolve *r,
                                                    bede_str noun,
                                                    uint64_t kind,
                                                    uint32_t entity);
// Remembers whose the nominal `m` is, once it is resolved.
BEDE_CHECKED bede_status bede_resolve_remember_owned(bede_resolve *r,
                                                     uint32_t m);
// --- pronoun.c
BEDE_CHECKED bede_status bede_resolve_pronoun(bede_resolve *r, uint32_t m);
// --- speech.c: I, we and you, by the attributions that are found
BEDE_CHECKED bede_status bede_resolve_speakers(bede_resolve *r);
// --- focus.c
void bede_resolve_focus(bede_resolve *r);

#endif
