// How clauses and sentences go on with each other: what is told of one time and
// place.
#ifndef SETTING_STORY_H
#define SETTING_STORY_H

#include "ann/doc.h"

// Told as what went on before ("had attacked"), as what is to come, or neither.
typedef enum bede_told {
  BEDE_TOLD_PAST,
  BEDE_TOLD_BEFORE,
  BEDE_TOLD_AHEAD,
  BEDE_TOLD_ELSE
} bede_told;

// The verb of the clause that a word stands in, or the word at its top.
uint32_t bede_verb_of(const bede_doc *doc, uint32_t word);
// Does the clause only report what others say or have done?
bool bede_is_report(const bede_doc *doc, uint32_t verb);
bede_told bede_tells(const bede_doc *doc, uint32_t verb);
// Is the clause of `verb` at the time of the one above it: "when", "as",
// "while", or a participle?
bool bede_goes_with(const bede_doc *doc, uint32_t verb);
// The verb of the clause above that tells of the same time, or BEDE_NONE.
uint32_t bede_told_above(const bede_doc *doc, uint32_t verb);
// Is the claim told by a verb in the plain past, in nobody's speech?
bool bede_is_story(const bede_doc *doc, const bede_claim *claim);
// Does the one speak who was spoken of: "He accused"?
bool bede_goes_on_speaking(const bede_doc *doc, const bede_claim *claim);
// "Gunmen attacked a convoy on Friday. The attack lasted an hour.": the last
// claim before that is of the type of an event noun that takes it up, in this
// or the sentences right before; NULL when there is none or it is no such noun.
const bede_claim *bede_act_before(const bede_doc *doc, const bede_claim *claim);

#endif
