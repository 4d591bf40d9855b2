// Mending what a phrase of time parts: an auxiliary from its verb.
#include "lang/repair.h"

#include "base/str.h"
#include "lang/args.h"
#include "lang/clause.h"

#define BETWEEN_WORDS 8u // of a phrase that parts an auxiliary from its verb

static bool is_between(const bede_word *w)
{
  return w->upos == BEDE_UPOS_DET || w->upos == BEDE_UPOS_ADJ ||
         w->upos == BEDE_UPOS_NUM || w->upos == BEDE_UPOS_NOUN ||
         w->upos == BEDE_UPOS_PROPN;
}

static uint32_t past_adverbs(const bede_doc *doc, uint32_t i, uint32_t end,
                             uint32_t *commas)
{
  for (; i < end; i++) {
    bool comma = bede_str_is(bede_word_form(doc, i), ",");
    if (!comma && doc->words.items[i].upos != BEDE_UPOS_ADV) break;
    *commas += comma;
  }
  return i;
}

// The participle that a phrase parts from the "have" at `i`, and the last word
// of the phrase: "have in recent weeks attacked", "has this week attacked".
// Commas stand on both sides of the phrase or on none: "as he has in the past,
// opposed" goes on from elsewhere.
static bool parted_verb(const bede_doc *doc, uint32_t i, uint32_t *verb,
                        uint32_t *phrase)
{
  const bede_word *words = doc->words.items;
  uint32_t end = doc->sentences.items[bede_doc_sentence_of(doc, i)].word_end;
  uint32_t before = 0, after = 0;
  uint32_t k = past_adverbs(doc, i + 1, end, &before);
  bool prep = k < end && words[k].xpos == BEDE_XPOS_IN;
  uint32_t begin = prep ? ++k : k;
  while (k < end && k < begin + BETWEEN_WORDS && is_between(&words[k]))
    k++;
  if (k == begin || !bede_is_nominal(doc, k - 1) ||
      (!prep &&
       (words[k - 1].upos == BEDE_UPOS_NUM || !bede_is_time_word(doc, k - 1))))
    return false;
  *phrase = k - 1;
  *verb = past_adverbs(doc, k, end, &after);
  return *verb < end && before == after &&
         words[*verb].upos == BEDE_UPOS_VERB &&
         (words[*verb].xpos == BEDE_XPOS_VBN ||
          words[*verb].xpos == BEDE_XPOS_VBD);
}

// The phrase goes to the verb with its words; what hung on the auxiliary or on
// the phrase from outside goes to the verb as well.
static void settle(bede_doc *doc, const bede_sentence *s, uint32_t aux,
                   uint32_t verb, uint32_t phrase)
{
  bede_word *words = doc->words.items;
  bool prep = false;
  for (uint32_t k = s->word_begin; k < s->word_end; k++) {
    bool between = k > aux && k < verb;
    if (between && k < phrase && words[k].xpos == BEDE_XPOS_IN) {
      words[k].head = phrase;
      words[k].deprel = BEDE_REL_CASE;
      prep = true;
    } else if (between && k < phrase) {
      if (words[k].head <= aux || words[k].head > phrase)
        words[k].head = is_between(&words[k]) ? phrase : verb;
    } else if (between || (k != verb && words[k].head != BEDE_NONE &&
                           words[k].head >= aux && words[k].head < verb)) {
      words[k].head = verb;
    }
  }
  words[phrase].deprel = prep ? BEDE_REL_OBL : BEDE_REL_OBL_UNMARKED;
}

// "Rebels have in recent weeks attacked ten towns": an auxiliary, not a verb
// with a clause.
static bool mend_perfect(bede_doc *doc, uint32_t i)
{
  bede_word *words = doc->words.items;
  uint32_t verb, phrase;
  if (words[i].upos == BEDE_UPOS_PUNCT || !bede_lemma_in(doc, i, "have") ||
      !bede_is_finite(doc, i) || !parted_verb(doc, i, &verb, &phrase))
    return false;
  uint32_t top = words[verb].head == i ? i : verb, head = words[top].head;
  if ((top == verb && words[i].head != verb) ||
      (top == verb && words[i].deprel == BEDE_REL_AUX) ||
      (head != BEDE_NONE && head > i && head <= verb))
    return false;
  uint8_t deprel = words[top].deprel;
  settle(doc, &doc->sentences.items[bede_doc_sentence_of(doc, i)], i, verb,
         phrase);
  words[verb].head = head;
  words[verb].deprel = deprel;
  words[verb].xpos = BEDE_XPOS_VBN;
  words[i].head = verb;
  words[i].deprel = BEDE_REL_AUX;
  words[i].upos = BEDE_UPOS_AUX;
  return true;
}

// "The president will on Tuesday meet him": of two subjects the one with a
// preposition is none; but "nine in 10 voters" are one.
static bool mend_cased(bede_doc *doc, uint32_t i)
{
  bede_word *w = &doc->words.items[i];
  if (w->deprel != BEDE_REL_NSUBJ || w->head == BEDE_NONE || w->head < i)
    return false;
  uint32_t prep = bede_child_by(doc, i, BEDE_REL_CASE);
  uint32_t first = bede_own_subject(doc, w->head);
  if (prep == BEDE_NONE || prep > i || first == BEDE_NONE || first >= prep ||
      doc->words.items[first].upos == BEDE_UPOS_NUM ||
      doc->words.items[prep].xpos != BEDE_XPOS_IN)
    return false;
  w->deprel = BEDE_REL_OBL;
  return true;
}

// "Were on Monday killed": a passive, and no state of being Monday.
static bool mend_passive(bede_doc *doc, uint32_t i)
{
  bede_word *words = doc->words.items, *w = &words[i];
  uint32_t time = w->head;
  if (w->deprel != BEDE_REL_ACL || w->xpos != BEDE_XPOS_VBN ||
      time == BEDE_NONE || time + 1 != i || !bede_is_time_word(doc, time))
    return false;
  uint32_t be = bede_child_by(doc, time, BEDE_REL_COP);
  uint32_t subject = bede_child_by(doc, time, BEDE_REL_NSUBJ);
  if (be == BEDE_NONE || subject == BEDE_NONE || be > time) return false;
  const bede_sentence *s = &doc->sentences.items[bede_doc_sentence_of(doc, i)];
  for (uint32_t k = s->word_begin; k < s->word_end; k++)
    if (words[k].head == time && k != i && (k <= be || k > i))
      words[k].head = i;
  w->head = words[time].head;
  w->deprel = words[time].deprel;
  words[time].head = i;
  words[time].deprel = BEDE_REL_OBL;
  words[be].deprel = BEDE_REL_AUX_PASS;
  words[subject].deprel = BEDE_REL_NSUBJ_PASS;
  return true;
}

bool bede_mend_parted(bede_doc *doc, uint32_t i)
{
  bool changed = mend_perfect(doc, i);
  changed |= mend_cased(doc, i);
  changed |= mend_passive(doc, i);
  return changed;
}
