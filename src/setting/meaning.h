// What a number counts and what became of them.
#ifndef SETTING_MEANING_H
#define SETTING_MEANING_H

#include "ann/doc.h"
#include "lexicon/lexicon.h"

// X(field): the classes count_... of the knowledge, see there.
#define BEDE_COUNT_LIST(X)                                                     \
  X(dead)                                                                      \
  X(hurt)                                                                      \
  X(held)                                                                      \
  X(missing)                                                                   \
  X(displaced)                                                                 \
  X(hostage)                                                                   \
  X(marcher)                                                                   \
  X(force)                                                                     \
  X(attacker)                                                                  \
  X(civilian)                                                                  \
  X(people)                                                                    \
  X(victim) X(member) X(vehicle) X(weapon) X(building) X(money) X(kill)        \
      X(hurting) X(hold) X(displace) X(abduct) X(die) X(vanish) X(flee)        \
          X(march) X(of_dead) X(of_hurt) X(of_held) X(of_displaced)            \
              X(of_march) X(of_hostage) X(toll) X(rise) X(end_dead)            \
                  X(end_hurt) X(end_held) X(end_displaced) X(end_march)

typedef struct bede_count_words {
  const bede_lexicon *lex;
#define X(field) uint32_t field;
  BEDE_COUNT_LIST(X)
#undef X
  uint32_t human; // any other word for people
} bede_count_words;

// Looks the classes up; one that the knowledge lacks holds no word.
void bede_count_words_init(bede_count_words *words, const bede_lexicon *lex);

// Is the lemma or form of the word in the class?
bool bede_counts_in(const bede_doc *doc, const bede_count_words *words,
                    uint32_t word, uint32_t class_id);

// What a number over the noun `head` (or the number's own word) counts; the
// words [begin, end) are the number's with its bound, whose prepositions ("at
// least", "between") say nothing of the noun.
bede_quantity_of bede_count_meaning(const bede_doc *doc,
                                    const bede_count_words *words,
                                    uint32_t head, uint32_t begin,
                                    uint32_t end);
// What a word itself says became of somebody: "the dead", "those arrested",
// else OTHER.
bede_quantity_of bede_count_fate(const bede_doc *doc,
                                 const bede_count_words *words, uint32_t word);
// The same for a noun that stands apart from its number: "civilians (11)",
// "deaths: 12". Only what it says itself.
bede_quantity_of bede_count_noun(const bede_doc *doc,
                                 const bede_count_words *words, uint32_t noun);
// Who those are, by the noun: the contract's `population`, static.
const char *bede_count_population(const bede_doc *doc,
                                  const bede_count_words *words, uint32_t head);

#endif
