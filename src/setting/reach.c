// Clauses as far as dates and places need them: what stands in the clause of a
// claim says when and where the claim's act was.
#include "setting/reach.h"

#include "base/limits.h"
#include "lang/args.h"
#include "setting/scan.h"

// The first claim of a sentence or of a later one; claims are in text order.
uint32_t bede_first_claim(const bede_doc *doc, uint32_t sentence)
{
  return BEDE_FIRST_OF(&doc->claims, bede_claim, sentence);
}

static bool is_claim_head(const bede_doc *doc, uint32_t sentence, uint32_t word)
{
  for (uint32_t i = bede_first_claim(doc, sentence); i < doc->claims.count;
       i++) {
    const bede_claim *c = &doc->claims.items[i];
    if (c->sentence != sentence) break;
    if (c->trigger_head == word) return true;
  }
  return false;
}

// The head of the clause or event noun that `word` stands in: the first verb,
// or the first word that a claim names, on the way to the root. A predicate
// without a verb ends the way too. Bounded by the sentence's length.
uint32_t bede_reach_clause(const bede_doc *doc, uint32_t sentence,
                           uint32_t word)
{
  const bede_sentence *s = &doc->sentences.items[sentence];
  uint32_t steps = s->word_end - s->word_begin, top = word;
  while (word != BEDE_NONE && steps-- > 0) {
    const bede_word *w = bede_word_at(doc, word);
    if (w->upos == BEDE_UPOS_VERB || is_claim_head(doc, sentence, word)) {
      return word;
    }
    top = word;
    word = w->head;
  }
  return top;
}

static bool has_subject(const bede_doc *doc, uint32_t verb)
{
  return bede_child_by(doc, verb, BEDE_REL_NSUBJ) != BEDE_NONE ||
         bede_child_by(doc, verb, BEDE_REL_NSUBJ_PASS) != BEDE_NONE;
}

// Does the verb `word` tell of the same act or time as the verb above it: a
// participle or complement without a subject of its own ("a blast struck on
// Friday, killing"), or a second verb of one subject ("met on Friday and
// signed")?
static bool joins_above(const bede_doc *doc, uint32_t word)
{
  bede_grammar g;
  switch (bede_word_at(doc, word)->deprel) {
  case BEDE_REL_XCOMP:
    return true;
  case BEDE_REL_CONJ:
    return !has_subject(doc, word);
  case BEDE_REL_ADVCL:
    bede_grammar_of(doc, word, &g);
    return g.participle && !has_subject(doc, word);
  default:
    return false;
  }
}

// Is the word one of those that name the act?
bool bede_in_trigger(const bede_doc *doc, const bede_claim *claim,
                     uint32_t word)
{
  bede_span span = bede_word_at(doc, word)->span;
  for (uint32_t i = 0; i < claim->trigger.count; i++) {
    bede_span part = claim->trigger.items[i];
    if (span.begin >= part.begin && span.end <= part.end) return true;
  }
  return false;
}

// Does the time of a verb hold for an event noun that depends on it in this
// way: its subject, its object, "in an attack"? "After the attack", "the toll
// of the riots" and "condemned the attack" do not say when that was.
static bool holds_for_noun(const bede_doc *doc, uint32_t noun)
{
  const bede_word *w = bede_word_at(doc, noun);
  uint32_t prep = bede_child_by(doc, noun, BEDE_REL_CASE);
  switch (w->deprel) {
  case BEDE_REL_OBL:
  case BEDE_REL_NMOD:
    return prep != BEDE_NONE &&
           bede_lemma_in(doc, prep, "in during at by on amid with into to");
  default:
    return true;
  }
}

static bool is_speech(const bede_doc *doc, uint32_t sentence, uint32_t verb)
{
  for (uint32_t i = bede_first_claim(doc, sentence); i < doc->claims.count;
       i++) {
    const bede_claim *c = &doc->claims.items[i];
    if (c->sentence != sentence) break;
    if (c->trigger_head == verb && c->speech_act) return true;
  }
  return false;
}

// The trigger may be a noun of the clause ("carried out an attack on Friday")
// or a verb that joins it; a claim in a clause below keeps to itself.
bool bede_reach_claim(const bede_doc *doc, const bede_claim *claim,
                      uint32_t clause)
{
  bool ahead = claim->status == BEDE_STATUS_FUTURE ||
               claim->status == BEDE_STATUS_HYPOTHETICAL;
  uint32_t own = claim->trigger_head, steps = BEDE_MAX_SENTENCE_WORDS;
  if (own == clause || bede_in_trigger(doc, claim, clause)) return true;
  // "Attacked a patrol in Goma": the patrol may be a claim's of its own.
  const bede_word *noun = bede_word_at(doc, clause);
  if (noun->upos == BEDE_UPOS_NOUN && noun->head == own &&
      (claim->speech_act
           ? noun->deprel == BEDE_REL_OBL && holds_for_noun(doc, clause)
           : noun->deprel == BEDE_REL_OBJ || noun->deprel == BEDE_REL_OBL)) {
    return true;
  }
  const bede_word *w = bede_word_at(doc, own);
  while (w->upos != BEDE_UPOS_VERB && steps-- > 0 && w->head != BEDE_NONE &&
         w->deprel != BEDE_REL_CCOMP && w->deprel != BEDE_REL_PARATAXIS) {
    if (!holds_for_noun(doc, own)) return false;
    own = w->head;
    w = bede_word_at(doc, own);
    if (own == clause) {
      return claim->speech_act || !is_speech(doc, claim->sentence, own);
    }
  }
  // The day of a decision does not date what is decided (R10).
  if (ahead && w->deprel == BEDE_REL_XCOMP) return false;
  while (steps-- > 0 && w->head != BEDE_NONE && joins_above(doc, own)) {
    own = w->head;
    if (own == clause) return true;
    w = bede_word_at(doc, own);
  }
  return false;
}
