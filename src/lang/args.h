// The arguments of a predicate as the event layer wants them: resolved once,
// here, through passives, control, raising, relative and participial clauses,
// conjunction and support of nouns, so that predicates stay one-liners.
#ifndef LANG_ARGS_H
#define LANG_ARGS_H

#include "ann/doc.h"
#include "ann/slot.h" // bede_slot

// How an argument was found.
typedef enum bede_via {
  BEDE_VIA_DIRECT,
  BEDE_VIA_CONJ,    // conjunct of an argument
  BEDE_VIA_SHARED,  // argument of the first conjunct, shared ("A met and ...")
  BEDE_VIA_CONTROL, // xcomp, raising, advcl or acl without own subject
  BEDE_VIA_RELATIVE // the noun that the relative or participial clause is on
} bede_via;

typedef struct bede_arg {
  uint32_t word; // head word of the filler; a relative pronoun is already
                 // replaced by its noun
  uint32_t prep; // PREP: the preposition's word (first of a fixed phrase)
  uint8_t slot;  // bede_slot
  uint8_t via;   // bede_via
} bede_arg;

#define BEDE_MAX_ARGS 64u // more are dropped, the nearest are kept

// The arguments of the predicate `word` (verb, noun, adjective) in text order
// of their fillers, conjuncts of a filler as entries of their own. Returns how
// many were written to out[BEDE_MAX_ARGS].
size_t bede_args_of(const bede_doc *doc, uint32_t word, bede_arg *out);

// Is a preposition the first of the two of "out of"? Both stand with the noun.
bool bede_is_out_of(const bede_doc *doc, uint32_t prep);

// The lemma of the preposition of a PREP argument, fixed phrases and "out of"
// joined by "_" ("because_of"); written NUL-terminated to out[32]. Its length.
size_t bede_arg_prep(const bede_doc *doc, const bede_arg *arg, char out[32]);

// The particle of a phrasal verb (compound:prt) or BEDE_NONE.
uint32_t bede_particle_of(const bede_doc *doc, uint32_t word);

// --- the grammar of one predicate (polarity, tense, modality are lang's) ----

typedef enum bede_tense {
  BEDE_TIME_NONE,
  BEDE_TIME_PAST,
  BEDE_TIME_PRESENT,
  BEDE_TIME_FUTURE
} bede_tense;

typedef enum bede_modal {
  BEDE_MODAL_NONE,
  BEDE_MODAL_POSSIBLE,  // may, might
  BEDE_MODAL_ABILITY,   // can, could
  BEDE_MODAL_NECESSARY, // must, should, have to, need to, ought to
  BEDE_MODAL_WOULD
} bede_modal;

typedef struct bede_grammar {
  bool negated; // not, never, no longer, neither, "no" on it or on its
                // subject ("no troops attacked")
  bool passive, progressive, perfect, infinitive, participle, imperative;
  bool question;    // the predicate of a question
  bool indirect;    // and that an indirect one ("asked whether X attacked")
  bool conditional; // inside an if-, unless-, in case clause
  bool depends;     // has such a clause beside it
  bool purpose;     // an infinitive of purpose or a relative infinitive
  bede_tense tense; // will, shall, be going to, be to, be about to: FUTURE;
                    // an infinitive or participle takes its governor's
  bede_modal modal;
  bool modal_perfect; // "may have attacked"
} bede_grammar;

// For a noun the polarity comes from its determiner ("no attack") and support
// verb's negation is the caller's. Bounded by the depth of the tree.
void bede_grammar_of(const bede_doc *doc, uint32_t word, bede_grammar *out);

// --- small questions about trees --------------------------------------------

// Is the lemma one of the blank-separated words of `set`?
bool bede_lemma_in(const bede_doc *doc, uint32_t word, const char *set);

// Has the verb an infinitive as its complement, with or without an object
// ("threaten to leave", "order them to leave")?
bool bede_takes_infinitive(const bede_doc *doc, uint32_t verb);
// The first child with this relation (subtypes are other relations), or NONE.
uint32_t bede_child_by(const bede_doc *doc, uint32_t word, bede_deprel rel);
// Is `word` in the subtree of `top` (or top itself)?
bool bede_tree_within(const bede_doc *doc, uint32_t word, uint32_t top);
// The noun phrase of a head word as bytes: without leading article or
// preposition, without relative clauses, appositions and conjuncts, trailing
// punctuation; of-phrases and other nmods stay when `with_nmod`.
bede_span bede_phrase_span(const bede_doc *doc, uint32_t head, bool with_nmod);
// The clause of a predicate: its subtree's bytes without edge punctuation.
bede_span bede_clause_span(const bede_doc *doc, uint32_t head);

#endif
