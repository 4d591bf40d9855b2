// Mending what the treebanks teach too rarely for the parser to learn.
#include "lang/repair.h"

#include "base/str.h"
#include "lang/args.h"
#include "lang/lang.h"

static bool is_time_word(const bede_doc *doc, uint32_t word)
{
  static const char *const words[] = {
      "Monday",    "Tuesday",   "Wednesday", "Thursday",  "Friday",  "Saturday",
      "Sunday",    "January",   "February",  "March",     "April",   "May",
      "June",      "July",      "August",    "September", "October", "November",
      "December",  "yesterday", "today",     "night",     "morning", "evening",
      "afternoon", "week",      "month",     "year",      NULL};
  bede_str form = bede_word_form(doc, word);
  for (size_t i = 0; words[i]; i++) {
    if (bede_str_is(form, words[i])) return true;
  }
  return bede_is_digit((unsigned char)form.ptr[0]); // "on May 3 that"
}

// The verb that a phrase of time belongs to, or BEDE_NONE.
static uint32_t verb_of(const bede_doc *doc, uint32_t word)
{
  const bede_word *w = &doc->words.items[word];
  while (w->deprel == BEDE_REL_NMOD || w->deprel == BEDE_REL_NUMMOD ||
         w->deprel == BEDE_REL_COMPOUND || w->deprel == BEDE_REL_FLAT ||
         w->deprel == BEDE_REL_NMOD_UNMARKED) {
    if (w->head == BEDE_NONE || w->head >= word) return BEDE_NONE;
    word = w->head;
    w = &doc->words.items[word];
  }
  bool adjunct =
      w->deprel == BEDE_REL_OBL || w->deprel == BEDE_REL_OBL_UNMARKED;
  if (!adjunct || w->head == BEDE_NONE) return BEDE_NONE;
  return doc->words.items[w->head].upos == BEDE_UPOS_VERB ? w->head : BEDE_NONE;
}

// Is the clause of `verb` a complement that stands after the time word `time`?
static bool is_complement(const bede_doc *doc, uint32_t verb, uint32_t time)
{
  uint32_t that = time + 1;
  if (that >= verb || !bede_str_is(bede_word_form(doc, that), "that"))
    return false;
  uint32_t subject = bede_child_by(doc, verb, BEDE_REL_NSUBJ);
  if (subject == BEDE_NONE || subject == that)
    subject = bede_child_by(doc, verb, BEDE_REL_NSUBJ_PASS);
  return subject != BEDE_NONE && subject > that;
}

void bede_lang_repair(bede_doc *doc, uint32_t sentence)
{
  const bede_sentence *s = &doc->sentences.items[sentence];
  bool changed = false;
  for (uint32_t i = s->word_begin; i < s->word_end; i++) {
    bede_word *w = &doc->words.items[i];
    bool clause = w->deprel == BEDE_REL_ACL_RELCL || w->deprel == BEDE_REL_ACL;
    if (!clause || w->head == BEDE_NONE || w->head >= i) continue;
    if (!is_time_word(doc, w->head) || !is_complement(doc, i, w->head))
      continue;
    uint32_t verb = verb_of(doc, w->head);
    if (verb == BEDE_NONE || verb == i) continue;
    bede_word *that = &doc->words.items[w->head + 1];
    that->head = i;
    that->deprel = BEDE_REL_MARK;
    that->upos = BEDE_UPOS_SCONJ;
    that->xpos = BEDE_XPOS_IN;
    that->feats = 0;
    w->head = verb;
    w->deprel = BEDE_REL_CCOMP;
    changed = true;
  }
  if (changed) bede_tree_link(doc, sentence);
}
