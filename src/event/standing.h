// How an act stands in the text: whether it happened, did not, is to come or is
// merely thought of. From the tree, for every verbal and nominal predicate.
#ifndef EVENT_STANDING_H
#define EVENT_STANDING_H

#include "ann/doc.h"
#include "lexicon/lexicon.h"

// Classes of the knowledge that are asked for: "standing_" and the name.
// clang-format off
#define BEDE_STANDING_CLASS_LIST(X)                                            \
  X(happened) X(not_happened) X(undone) X(ahead) X(planned)                    \
  X(ahead_modifier) X(doubt_modifier)                                          \
  X(doubt_adverb) X(doubt_verb) X(denial_verb) X(occurrence) X(habit_adverb) X(habit_modifier)   \
  X(habit_time) X(habit_noun) X(void_modifier) X(eventive) X(lasting)
// clang-format on

typedef enum bede_standing_class {
#define X(name) BEDE_STANDING_##name,
  BEDE_STANDING_CLASS_LIST(X)
#undef X
      BEDE_STANDING_CLASS_COUNT
} bede_standing_class;

typedef struct bede_standing_rules {
  const bede_lexicon *lex;
  uint32_t classes[BEDE_STANDING_CLASS_COUNT]; // 0: the knowledge has none
} bede_standing_rules;

typedef struct bede_standing {
  bool negated, uncertain;
  bede_claim_status status; // never HISTORICAL: dates are not looked at
} bede_standing;

void bede_standing_init(bede_standing_rules *rules, const bede_lexicon *lex);

// The standing of the predicate `word`: its own negation, tense and modality,
// and what the words above it make of it, through implicative verbs ("failed
// to agree": no; "managed to": yes), verbs that look ahead ("plans to"), hedges
// and denials. Bounded by BEDE_STANDING_DEPTH governors.
void bede_standing_of(const bede_standing_rules *rules, const bede_doc *doc,
                      uint32_t word, bede_standing *out);

// What the words around the predicate add to its own verb group's or
// determiner's grammar: modifiers of a noun and governors. `negated` here means
// that the polarity is turned round; `status` is ACTUAL where nothing is added.
void bede_standing_context(const bede_standing_rules *rules,
                           const bede_doc *doc, uint32_t word,
                           bede_standing *out);

// Is the act told as a habit ("often", "every Friday")?
bool bede_standing_habitual(const bede_standing_rules *rules,
                            const bede_doc *doc, uint32_t word);

// Is it told as going on ("has been held since May", "the siege continues")?
// The progressive is the caller's.
bool bede_standing_lasting(const bede_standing_rules *rules,
                           const bede_doc *doc, uint32_t word);

// Has the noun a modifier of doubt ("suspected rebels")?
bool bede_standing_doubted(const bede_standing_rules *rules,
                           const bede_doc *doc, uint32_t word);

// Fills doc->predicates with every verb, copula and noun of an event.
BEDE_CHECKED bede_status bede_standing_list(const bede_lexicon *lex,
                                            bede_doc *doc, bede_error *err);

#endif
