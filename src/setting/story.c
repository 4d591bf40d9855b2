// What clauses and sentences tell of one time and place.
#include "setting/story.h"

#include "base/limits.h"
#include "lang/args.h"
#include "setting/reach.h"
#include "setting/scan.h"

// An act that a noun takes up ("the raid") is looked for in so many sentences.
#define ACT_BACK 4u

// Speech verbs: the day of a report does not date what is reported (R30).
static const char reporting[] =
    "say report announce tell claim state add warn write note reveal confirm "
    "allege explain stress tweet post declare acknowledge deny";

uint32_t bede_verb_of(const bede_doc *doc, uint32_t word)
{
  uint32_t steps = BEDE_MAX_SENTENCE_WORDS;
  while (steps-- > 0) {
    const bede_word *w = bede_word_at(doc, word);
    if (w->upos == BEDE_UPOS_VERB || w->head == BEDE_NONE) return word;
    word = w->head;
  }
  return word;
}

bool bede_is_report(const bede_doc *doc, uint32_t verb)
{
  return bede_scan_lemma_in(doc, verb, reporting);
}

bede_told bede_tells(const bede_doc *doc, uint32_t verb)
{
  bede_grammar g;
  bede_grammar_of(doc, verb, &g);
  if (g.tense == BEDE_TIME_FUTURE || g.modal != BEDE_MODAL_NONE) {
    return BEDE_TOLD_AHEAD;
  }
  if (g.perfect) return BEDE_TOLD_BEFORE;
  return g.tense == BEDE_TIME_PRESENT ? BEDE_TOLD_ELSE : BEDE_TOLD_PAST;
}

bool bede_goes_with(const bede_doc *doc, uint32_t verb)
{
  uint32_t child = bede_word_at(doc, verb)->first_child;
  bool marked = false;
  for (; child != BEDE_NONE && child < verb;
       child = bede_word_at(doc, child)->next_sibling) {
    unsigned rel = bede_word_at(doc, child)->deprel;
    // "a few hours before the jet crashed on Wednesday"
    if (bede_scan_lemma_in(doc, child, "before after") &&
        bede_has_before(doc, child) &&
        bede_scan_lemma_in(doc, child - 1, "hour minute")) {
      return true;
    }
    if (rel != BEDE_REL_MARK && rel != BEDE_REL_ADVMOD) continue;
    if (bede_scan_lemma_in(doc, child, "when as while where whereupon")) {
      return true;
    }
    marked = marked || rel == BEDE_REL_MARK;
  }
  bede_grammar g;
  bede_grammar_of(doc, verb, &g);
  return !marked && g.participle;
}

// Does a relative clause tell of what went on in its noun: "in which"?
static bool is_in_which(const bede_doc *doc, uint32_t verb)
{
  uint32_t child = bede_word_at(doc, verb)->first_child;
  for (; child != BEDE_NONE && child < verb;
       child = bede_word_at(doc, child)->next_sibling) {
    uint32_t prep = bede_child_by(doc, child, BEDE_REL_CASE);
    if (prep != BEDE_NONE && bede_scan_lemma_in(doc, child, "which") &&
        bede_scan_lemma_in(doc, prep, "in at during")) {
      return true;
    }
  }
  return false;
}

// Does the clause above tell of the same time?
static bool may_climb(const bede_doc *doc, uint32_t verb)
{
  const bede_word *w = bede_word_at(doc, verb);
  uint32_t cc = bede_child_by(doc, verb, BEDE_REL_CC);
  // "a trial in which eleven were charged"
  if (w->deprel == BEDE_REL_ACL_RELCL) return is_in_which(doc, verb);
  if (bede_tells(doc, verb) != bede_tells(doc, w->head)) return false;
  switch (w->deprel) {
  case BEDE_REL_CONJ:
    return cc == BEDE_NONE || !bede_scan_lemma_in(doc, cc, "but yet");
  case BEDE_REL_PARATAXIS:
    return !bede_is_report(doc, w->head);
  case BEDE_REL_ADVCL:
    return bede_goes_with(doc, verb);
  default:
    return false;
  }
}

uint32_t bede_told_above(const bede_doc *doc, uint32_t verb)
{
  if (bede_word_at(doc, verb)->head == BEDE_NONE || !may_climb(doc, verb)) {
    return BEDE_NONE;
  }
  return bede_verb_of(doc, bede_word_at(doc, verb)->head);
}

// Is the noun one that was spoken of: "the raid", "that attack", "their march"?
static bool is_definite(const bede_doc *doc, uint32_t noun)
{
  uint32_t child = bede_word_at(doc, noun)->first_child;
  for (; child != BEDE_NONE && child < noun;
       child = bede_word_at(doc, child)->next_sibling) {
    if (bede_scan_lemma_in(doc, child, "the this that these those"))
      return true;
  }
  return false;
}

const bede_claim *bede_act_before(const bede_doc *doc, const bede_claim *claim)
{
  if (bede_word_at(doc, claim->trigger_head)->upos != BEDE_UPOS_NOUN ||
      !is_definite(doc, claim->trigger_head)) {
    return NULL;
  }
  for (uint32_t i = (uint32_t)(claim - doc->claims.items); i-- > 0;) {
    const bede_claim *c = &doc->claims.items[i];
    if (c->sentence + ACT_BACK < claim->sentence) break;
    if (c->event == claim->event && c->negated == claim->negated &&
        c->status == claim->status) {
      return c;
    }
  }
  return NULL;
}

bool bede_is_story(const bede_doc *doc, const bede_claim *claim)
{
  // "He condemned the attack": one known before, not of this story
  if (bede_word_at(doc, claim->trigger_head)->upos == BEDE_UPOS_NOUN &&
      is_definite(doc, claim->trigger_head)) {
    return false;
  }
  uint32_t verb = bede_verb_of(doc, claim->trigger_head);
  const bede_word *w = bede_word_at(doc, verb);
  uint32_t steps = BEDE_MAX_SENTENCE_WORDS;
  bool noun = claim->trigger_head != verb;
  if (claim->status != BEDE_STATUS_ACTUAL || claim->background ||
      claim->aspect != BEDE_ASPECT_EVENT || w->upos != BEDE_UPOS_VERB ||
      bede_tells(doc, verb) != BEDE_TOLD_PAST) {
    return false;
  }
  if (noun && bede_word_at(doc, claim->trigger_head)->head != verb)
    return false;
  while (steps-- > 0 && w->head != BEDE_NONE) {
    unsigned rel = w->deprel;
    if (rel == BEDE_REL_CCOMP || rel == BEDE_REL_ACL ||
        rel == BEDE_REL_ACL_RELCL ||
        (rel == BEDE_REL_PARATAXIS && bede_is_report(doc, w->head)) ||
        (rel == BEDE_REL_ADVCL && !bede_goes_with(doc, verb))) {
      return false;
    }
    verb = w->head;
    w = bede_word_at(doc, verb);
  }
  return true;
}

bool bede_goes_on_speaking(const bede_doc *doc, const bede_claim *claim)
{
  uint32_t verb = bede_verb_of(doc, claim->trigger_head);
  uint32_t subject = bede_child_by(doc, verb, BEDE_REL_NSUBJ);
  if (subject == BEDE_NONE)
    return bede_word_at(doc, verb)->deprel == BEDE_REL_CONJ;
  if (bede_word_at(doc, subject)->upos == BEDE_UPOS_PRON) return true;
  uint32_t poss = bede_child_by(doc, subject, BEDE_REL_NMOD_POSS);
  return poss != BEDE_NONE && bede_word_at(doc, poss)->upos == BEDE_UPOS_PRON;
}
