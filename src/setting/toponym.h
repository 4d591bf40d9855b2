// Names of places in the text and what places they are.
#ifndef SETTING_TOPONYM_H
#define SETTING_TOPONYM_H

#include "ann/doc.h"
#include "lexicon/lexicon.h"

// Nouns and verbs of the knowledge that tell of places (classes place_...).
typedef struct bede_place_words {
  uint32_t adm1, adm2, city, point, region, part, direction, going, seat;
} bede_place_words;

// Looks the classes up; one that the knowledge lacks holds no word.
void bede_place_words_init(bede_place_words *words, const bede_lexicon *lex);

// Is the lemma or form of the word in the class?
bool bede_place_word_in(const bede_doc *doc, const bede_lexicon *lex,
                        uint32_t word, uint32_t class_id);

// Fills doc->places. A name is taken for the place that the words beside it
// ask for ("Tripoli, Lebanon", "Sindh province"), else for one in the countries
// that its sentence and the report speak of, else for the largest. Needs
// entities. BEDE_ENOMEM.
BEDE_CHECKED bede_status bede_places_find(bede_doc *doc,
                                          const bede_lexicon *lex,
                                          const bede_place_words *words);

// The first place of a sentence or of a later one; doc->places.count when there
// is none. O(log n).
uint32_t bede_first_place(const bede_doc *doc, uint32_t sentence);

#endif
