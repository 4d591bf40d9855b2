// Slots and values of the knowledge against the tree: the one place where a
// line's "SLOT=VALUE" meets the arguments of a word.
#ifndef LANG_SLOTS_H
#define LANG_SLOTS_H

#include "lang/args.h"
#include "lexicon/lexicon.h"

// Does the argument fill the slot? A clause with a marker ("accused of
// supporting") also fills the slot of that preposition.
bool bede_slot_takes(const bede_doc *doc, const bede_lexicon *lex,
                     const bede_lex_slot *slot, const bede_arg *arg);

// Does the word, as a filler, have the value? While entities are not resolved
// any mention passes for $actor, $state, $igo, $media and $person.
bool bede_value_holds(const bede_doc *doc, const bede_lexicon *lex,
                      const bede_lex_value *value, uint32_t word);

#endif
