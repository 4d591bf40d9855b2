// What the files of this layer share while they work on one document.
#ifndef ACTOR_WORK_H
#define ACTOR_WORK_H

#include "actor/actor.h"
#include "lang/args.h"

// What a word may be the head of.
typedef enum bede_cand_kind {
  BEDE_CAND_NONE,
  BEDE_CAND_NAME,     // a name of the knowledge
  BEDE_CAND_UNKNOWN,  // a name that the knowledge does not have
  BEDE_CAND_AGENT,    // a noun for a kind of people or bodies
  BEDE_CAND_QUANTITY, // "hundreds", "a number of", "some"
  BEDE_CAND_PRONOUN
} bede_cand_kind;

typedef struct bede_cand {
  uint8_t what;
  uint8_t toward;              // bede_toward
  uint8_t ner;                 // UNKNOWN: bede_ner of its first word, or O
  bool place;                  // a capital that is meant as a place
  uint32_t first, last;        // its own words, inclusive
  const bede_lex_name *name;   // NAME
  const bede_lex_agent *agent; // AGENT; of a name: the title before it
  uint32_t title;              // head word of the title, or BEDE_NONE
  const bede_lex_name *state;  // a state before the name, in one flat phrase
} bede_cand;

// Nouns that name bodies only at the end of names, as lemmas of proper nouns.
#define BEDE_BODY_NOUNS "Front Brigade Brigades Battalion Caliphate"

// A map from 64-bit keys (0 is no key) to indices; open addressing, in the
// document's arena.
typedef struct bede_actor_map {
  uint64_t *keys;
  uint32_t *values;
  uint32_t count, capacity; // capacity is a power of two
} bede_actor_map;

typedef struct bede_actor_work {
  bede_doc *doc;
  const bede_lexicon *lex;
  uint32_t begin, end;     // words of the sentence at hand
  bool shouting;           // the sentence has no lower-case letter
  bede_cand *cands;        // by word - begin
  uint32_t *cover;         // by word - begin: head of the name over it, or NONE
  bede_actor_map seen;     // knowledge entities named so far
  bede_actor_map surnames; // last words of the full names of people
} bede_actor_work;

static inline bede_cand *bede_cand_at(const bede_actor_work *w, uint32_t word)
{
  return &w->cands[word - w->begin];
}

static inline const bede_word *bede_actor_word(const bede_actor_work *w,
                                               uint32_t word)
{
  return &w->doc->words.items[word];
}

// --- map.c: small helpers
BEDE_CHECKED bede_status bede_actor_map_put(bede_arena *arena,
                                            bede_actor_map *map, uint64_t key,
                                            uint32_t value);
// BEDE_NONE when the key is not there.
uint32_t bede_actor_map_get(const bede_actor_map *map, uint64_t key);
// A key of lower-cased bytes and a number that tells kinds of keys apart.
uint64_t bede_actor_key(bede_str s, uint64_t kind);
// The CAMEO actor code of a sector's suffix in a country ("ROU", "COP":
// ROMCOP); either may be empty. In the arena.
bede_str bede_actor_code(bede_arena *arena, bede_str country, bede_str suffix);
// The first word of words [first, last] whose head is outside.
uint32_t bede_actor_head(const bede_doc *doc, uint32_t first, uint32_t last);
// The preposition of a dependent, or BEDE_NONE.
uint32_t bede_actor_prep(const bede_doc *doc, uint32_t word);
// May the word be the title of the name that it modifies?
bool bede_actor_is_title(const bede_doc *doc, uint32_t word);
bool bede_actor_is_date_word(const bede_doc *doc, uint32_t word);

// --- name.c
BEDE_CHECKED bede_status bede_actor_find_names(bede_actor_work *w);
void bede_actor_find_unknown(bede_actor_work *w);
// --- agent.c
void bede_actor_find_agents(bede_actor_work *w);
// The longest agent pattern whose head is the word `head`; its words go to
// *first and *last. A pattern may end after its head ("secretary of state").
const bede_lex_agent *bede_actor_agent(const bede_lexicon *lex,
                                       const bede_doc *doc, uint32_t head,
                                       uint32_t begin, uint32_t end,
                                       uint32_t *first, uint32_t *last);
// The noun inside "a number of X", "some of X"; BEDE_NONE when there is none.
uint32_t bede_actor_quantified(const bede_doc *doc, uint32_t word);
void bede_actor_find_pronouns(bede_actor_work *w);
// --- toward.c
// Is the word one of "anti-X", "pro-X"? *bytes gets the length of the prefix.
bede_toward bede_actor_toward(const bede_doc *doc, uint32_t word,
                              uint32_t *bytes);
// The agent that X is, or NULL. Touches the word, and leaves it as it was.
const bede_lex_agent *bede_actor_toward_agent(const bede_lexicon *lex,
                                              bede_doc *doc, uint32_t word);
void bede_actor_find_toward(bede_actor_work *w);
// --- entity.c
// Fills the provisional entity of a mention of a known name.
BEDE_CHECKED bede_status bede_actor_known(const bede_actor_work *w,
                                          const bede_cand *cand,
                                          bede_entity *out);
// --- compose.c
// The word whose mention says which state or body the mention at `head`
// belongs to, or BEDE_NONE. `title` is the title's head or BEDE_NONE.
uint32_t bede_actor_owner(const bede_doc *doc, uint32_t head, uint32_t title);
// The same among states and places alone.
uint32_t bede_actor_locality(const bede_doc *doc, uint32_t head,
                             uint32_t title);

#endif
