// Which entry of the knowledge fits a word: slots, conditions, candidates.
#ifndef EVENT_MATCH_H
#define EVENT_MATCH_H

#include "event/work.h"

// The arguments of `word`, computed once a sentence. Never NULL.
const bede_frame_args *bede_event_args(bede_event_work *work, uint32_t word);

// The fillers of a slot list: all of the first group (slots united by `join`)
// that is filled. At most BEDE_MAX_ROLES words to `out`; returns the count.
size_t bede_event_fillers(bede_event_work *work, uint32_t word,
                          uint32_t slot_begin, uint32_t slot_count,
                          const bede_arg **out);

// Do the conditions hold for `word`? *words gets the fillers that satisfied
// positive conditions (they belong to the trigger), at most 4.
bool bede_event_conditions(bede_event_work *work, uint32_t word,
                           uint32_t cond_begin, uint32_t cond_count,
                           uint32_t words[4], size_t *word_count);

// Is the particle right? `particle` 0 needs none of a phrasal entry.
bool bede_event_particle(const bede_event_work *work, uint32_t word,
                         uint32_t particle);

// The best predicate entry for `word`, or NULL; more conditions beat fewer, a
// particle beats none, a plain entry beats a weak one, the first line wins.
const bede_lex_pred *bede_event_best(bede_event_work *work, uint32_t word,
                                     uint32_t words[4], size_t *word_count);

// The best entry behind `last`, which was found for the same word, or NULL.
const bede_lex_pred *bede_event_next(bede_event_work *work, uint32_t word,
                                     const bede_lex_pred *last,
                                     uint32_t words[4], size_t *word_count);

// The part of speech that knowledge is asked for: 'v', 'n', 'a' or 0.
char bede_event_pos(const bede_doc *doc, uint32_t word);

#endif
