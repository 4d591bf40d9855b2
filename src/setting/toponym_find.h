// Names of places as they stand in the text, with all their readings.
#ifndef SETTING_TOPONYM_FIND_H
#define SETTING_TOPONYM_FIND_H

#include "setting/toponym.h"

// A name with its readings, before one is chosen.
typedef struct bede_toponym {
  uint32_t begin, end;   // words of the name
  uint32_t whole, after; // with its kind: "the province of Sindh"
  uint32_t sentence;
  const bede_lex_place_name *names;
  uint32_t count;
  const bede_entity *entity; // what the actors took it for, or NULL
  bede_place_kind wanted;    // by a noun beside it, else _COUNT
  bool direction;            // "northern Syria"
  bede_str country;          // of the adjective before a noun
  bool joined;               // of two names, in no one country
} bede_toponym;

typedef BEDE_LIST(bede_toponym) bede_toponyms;

// Appends the names of places of the document in text order; they live in its
// arena. BEDE_ENOMEM.
BEDE_CHECKED bede_status bede_toponyms_find(bede_doc *doc,
                                            const bede_lexicon *lex,
                                            const bede_place_words *words,
                                            bede_toponyms *found);

// Is the code of three letters that of a state, not of a body of states?
bool bede_is_state_code(bede_str country);

// The entity of a mention, or NULL.
const bede_entity *bede_toponym_entity(const bede_doc *doc,
                                       const bede_mention *m);

// The first mention of a sentence or of a later one: they are in text order.
// O(log n).
uint32_t bede_first_mention(const bede_doc *doc, uint32_t sentence);

#endif
