// Mending trees: what UD forbids, and what the treebanks teach too rarely for
// the parser to learn.
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

// Makes `word` the root in place of the mark `root`, whose other children go to
// the word.
static void replace_root(bede_doc *doc, const bede_sentence *s, uint32_t root,
                         uint32_t word)
{
  for (uint32_t i = s->word_begin; i < s->word_end; i++) {
    if (doc->words.items[i].head == root) doc->words.items[i].head = word;
  }
  doc->words.items[word].head = BEDE_NONE;
  doc->words.items[word].deprel = BEDE_REL_ROOT;
  doc->words.items[root].head = word;
  doc->words.items[root].deprel = BEDE_REL_PUNCT;
}

// A root that is punctuation: its first verb, else its first word, is the root.
static bool mend_root(bede_doc *doc, const bede_sentence *s)
{
  uint32_t root = BEDE_NONE, heir = BEDE_NONE;
  for (uint32_t i = s->word_begin; i < s->word_end; i++) {
    if (doc->words.items[i].head == BEDE_NONE) root = i;
  }
  if (root == BEDE_NONE || doc->words.items[root].upos != BEDE_UPOS_PUNCT)
    return false;
  for (uint32_t i = s->word_begin; i < s->word_end; i++) {
    const bede_word *w = &doc->words.items[i];
    if (w->head != root || w->upos == BEDE_UPOS_PUNCT) continue;
    if (heir == BEDE_NONE) heir = i;
    if (w->upos == BEDE_UPOS_VERB) {
      heir = i;
      break;
    }
  }
  if (heir == BEDE_NONE) return false;
  replace_root(doc, s, root, heir);
  return true;
}

// Auxiliaries and copulas take next to nothing in UD.
static bool may_hang_on_aux(uint8_t rel)
{
  return rel == BEDE_REL_FIXED || rel == BEDE_REL_CONJ || rel == BEDE_REL_CC ||
         rel == BEDE_REL_PUNCT || rel == BEDE_REL_ADVMOD ||
         rel == BEDE_REL_GOESWITH || rel == BEDE_REL_REPARANDUM;
}

static bool is_aux(uint8_t rel)
{
  return rel == BEDE_REL_AUX || rel == BEDE_REL_AUX_PASS || rel == BEDE_REL_COP;
}

// Moves a word up while its head may not have it. Heads form a tree, so this
// ends at the root.
static bool climb(bede_doc *doc, bede_word *w)
{
  bool changed = false;
  while (w->head != BEDE_NONE) {
    const bede_word *h = &doc->words.items[w->head];
    bool aux = is_aux(h->deprel) && !may_hang_on_aux(w->deprel);
    bool mark = h->upos == BEDE_UPOS_PUNCT;
    if ((!aux && !mark) || h->head == BEDE_NONE) break;
    w->head = h->head;
    changed = true;
  }
  return changed;
}

static bool mend_heads(bede_doc *doc, const bede_sentence *s)
{
  bool changed = mend_root(doc, s);
  for (uint32_t i = s->word_begin; i < s->word_end; i++)
    changed |= climb(doc, &doc->words.items[i]);
  return changed;
}

void bede_lang_repair(bede_doc *doc, uint32_t sentence)
{
  const bede_sentence *s = &doc->sentences.items[sentence];
  bool changed = mend_heads(doc, s);
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
