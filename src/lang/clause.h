// What args.c and grammar.c both need to know of a predicate's clause: its
// voice, its marker, where its grammatical subject stands. Private to lang.
#ifndef LANG_CLAUSE_H
#define LANG_CLAUSE_H

#include "lang/args.h"

// How far one predicate's subject is looked for through other predicates.
#define BEDE_CLAUSE_DEPTH 12u

typedef struct bede_filler {
  uint32_t word; // or BEDE_NONE
  uint8_t via;   // bede_via
} bede_filler;

bool bede_is_nominal(const bede_doc *doc, uint32_t word);
// A verb by its part of speech, or any word with a copula or a subject.
bool bede_is_predicate(const bede_doc *doc, uint32_t word);
// "to attack": a mark "to" and no finite auxiliary.
bool bede_is_infinitive(const bede_doc *doc, uint32_t word);
// Tag of a participle without a finite auxiliary of its own.
bool bede_is_bare_participle(const bede_doc *doc, uint32_t word);
bool bede_is_passive(const bede_doc *doc, uint32_t word);
bool bede_is_finite(const bede_doc *doc, uint32_t word);
// The first child that is an auxiliary (aux, aux:pass or cop) of this lemma
// set, or BEDE_NONE.
uint32_t bede_aux_in(const bede_doc *doc, uint32_t word, const char *set);
// The first child nsubj, nsubj:pass or csubj..., or BEDE_NONE.
uint32_t bede_own_subject(const bede_doc *doc, uint32_t word);
bool bede_is_relative(const bede_doc *doc, uint32_t word);
// The noun that a relative pronoun stands for, or `word` itself.
uint32_t bede_antecedent(const bede_doc *doc, uint32_t word);
// The grammatical subject of a predicate, its own or through coordination,
// control, relative and participial clauses; word BEDE_NONE when there is none.
bede_filler bede_subject_of(const bede_doc *doc, uint32_t word);
// The relative clause's head that `word` belongs to through clauses of speech
// and infinitives ("the man police say killed"), or BEDE_NONE.
uint32_t bede_relative_top(const bede_doc *doc, uint32_t word);
// Has the subtree of the clause a relative pronoun (that which who whom)?
bool bede_has_relative(const bede_doc *doc, uint32_t clause);

#endif
