// Which state or body a noun belongs to: "French police", "police of France",
// "a spokesman for the ministry", "ISIS fighters".
#include "actor/work.h"

// Prepositions by which a noun names what it belongs to, and where it is.
static const char belonging[] = "of for from with at to";
static const char locating[] = "in at near from within inside across";

// How much each way of naming an owner counts against the others.
enum {
  OWNER_PLACE = 1,     // "police in Nairobi"
  OWNER_NMOD = 4,      // "the president of France"
  OWNER_POSSESSOR = 5, // "France's president"
  OWNER_MODIFIER = 6,  // "the French president", "UN officials"
  OWNER_BODY = 3       // a body beats a state at the same place
};

static const bede_mention *mention_at(const bede_doc *doc, uint32_t word)
{
  uint32_t m = doc->words.items[word].mention;
  return m == BEDE_NONE ? NULL : &doc->mentions.items[m];
}

static bool is_locality(const bede_doc *doc, const bede_mention *m)
{
  if (m->entity >= doc->entities.count) return false;
  bede_kind kind = doc->entities.items[m->entity].kind;
  return kind == BEDE_KIND_STATE || kind == BEDE_KIND_PLACE;
}

static int nmod_weight(const bede_doc *doc, uint32_t word,
                       const bede_mention *m)
{
  uint32_t prep = bede_actor_prep(doc, word);
  bool locality = is_locality(doc, m);
  if (prep == BEDE_NONE) return 0;
  // "the ambassador to Chad" is not Chad's.
  if (bede_lemma_in(doc, prep, "to")) return locality ? 0 : OWNER_NMOD;
  if (bede_lemma_in(doc, prep, "of for")) return OWNER_NMOD;
  if (locality) return bede_lemma_in(doc, prep, locating) ? OWNER_PLACE : 0;
  return bede_lemma_in(doc, prep, belonging) ? OWNER_NMOD : 0;
}

static int owner_weight(const bede_doc *doc, uint32_t child, uint32_t head)
{
  const bede_mention *m = mention_at(doc, child);
  int weight = 0;
  if (!m || m->toward) return 0;
  switch (doc->words.items[child].deprel) {
  case BEDE_REL_NMOD_POSS:
    weight = OWNER_POSSESSOR;
    break;
  case BEDE_REL_COMPOUND:
  case BEDE_REL_AMOD:
  case BEDE_REL_NMOD_DESC:
  case BEDE_REL_DET: // a rare adjective that begins its phrase
    weight = child < head ? OWNER_MODIFIER : 0;
    break;
  case BEDE_REL_NMOD:
    weight = nmod_weight(doc, child, m);
    break;
  default:
    return 0;
  }
  // "His Taiwanese counterpart" is of Taiwan, whoever he is.
  if (m->type == BEDE_MENTION_PRONOUN) return weight;
  if (weight > OWNER_PLACE && !is_locality(doc, m)) weight += OWNER_BODY;
  return weight;
}

static void best_among(const bede_doc *doc, uint32_t head, uint32_t *best,
                       int *best_weight)
{
  const bede_word *words = doc->words.items;
  for (uint32_t c = words[head].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    int weight = owner_weight(doc, c, head);
    if (weight <= *best_weight) continue;
    *best_weight = weight;
    *best = c;
  }
}

uint32_t bede_actor_owner(const bede_doc *doc, uint32_t head, uint32_t title)
{
  uint32_t best = BEDE_NONE;
  int weight = 0;
  if (title != BEDE_NONE) best_among(doc, title, &best, &weight);
  best_among(doc, head, &best, &weight);
  return best;
}

uint32_t bede_actor_locality(const bede_doc *doc, uint32_t head, uint32_t title)
{
  const bede_word *words = doc->words.items;
  uint32_t best = BEDE_NONE;
  int best_weight = 0;
  for (unsigned i = 0; i < 2; i++) {
    uint32_t at = i ? title : head;
    if (at == BEDE_NONE) continue;
    for (uint32_t c = words[at].first_child; c != BEDE_NONE;
         c = words[c].next_sibling) {
      const bede_mention *m = mention_at(doc, c);
      if (!m || !is_locality(doc, m)) continue;
      int weight = owner_weight(doc, c, at);
      if (weight <= best_weight) continue;
      best_weight = weight;
      best = c;
    }
  }
  return best;
}
