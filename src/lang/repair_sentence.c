// Mending what a whole sentence is: its parts and what stands beside them.
#include "lang/repair.h"

#include "base/str.h"
#include "lang/args.h"
#include "lang/clause.h"

// The first word of what a clause holds, its commas left aside.
static uint32_t clause_start(const bede_doc *doc, uint32_t i)
{
  const bede_word *words = doc->words.items;
  uint32_t begin = words[i].left;
  while (begin < i && words[begin].upos == BEDE_UPOS_PUNCT)
    begin++;
  return begin;
}

static bool has_relative(const bede_doc *doc, uint32_t begin, uint32_t end)
{
  for (uint32_t k = begin; k < end; k++) {
    uint8_t tag = doc->words.items[k].xpos;
    if (tag == BEDE_XPOS_WDT || tag == BEDE_XPOS_WP || tag == BEDE_XPOS_WPS ||
        tag == BEDE_XPOS_WRB || doc->words.items[k].deprel == BEDE_REL_MARK)
      return true;
  }
  return false;
}

// The subject of a clause; of "They voted, a survey found" the noun right
// before the verb that was taken for an apposition, though no comma ends it.
static uint32_t subject_of(const bede_doc *doc, uint32_t i)
{
  const bede_word *words = doc->words.items;
  uint32_t subject = BEDE_NONE, count = 0;
  for (uint32_t c = words[i].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    if (words[c].deprel != BEDE_REL_NSUBJ) continue;
    subject = c;
    count++;
  }
  if (count > 0) return count == 1 ? subject : BEDE_NONE;
  for (uint32_t k = i; k-- > words[i].head + 1;)
    if (words[k].head == words[i].head && words[k].deprel == BEDE_REL_APPOS &&
        words[k].right + 1 == words[i].left)
      return k;
  return BEDE_NONE;
}

static bool only_marks(const bede_doc *doc, uint32_t begin, uint32_t end)
{
  for (uint32_t k = begin; k < end; k++)
    if (doc->words.items[k].upos != BEDE_UPOS_PUNCT) return false;
  return true;
}

// "Most have a poor view of the mayor, the survey found.": a relative clause
// behind a comma has a pronoun; what ends a sentence without one stands beside
// the sentence.
bool bede_mend_aside(bede_doc *doc, uint32_t i, const bede_sentence *s)
{
  bede_word *words = doc->words.items, *w = &words[i];
  if (w->deprel != BEDE_REL_ACL_RELCL || w->head == BEDE_NONE || w->head > i ||
      !bede_is_finite(doc, i) || w->upos != BEDE_UPOS_VERB ||
      bede_child_by(doc, i, BEDE_REL_OBJ) != BEDE_NONE ||
      !only_marks(doc, w->right + 1, s->word_end))
    return false;
  uint32_t subject = subject_of(doc, i), root = i;
  if (subject == BEDE_NONE || subject > i) return false;
  uint32_t begin = clause_start(doc, words[subject].head == i ? i : subject);
  if (begin <= w->head || !bede_str_is(bede_word_form(doc, begin - 1), ",") ||
      has_relative(doc, begin, i))
    return false;
  while (words[root].head != BEDE_NONE)
    root = words[root].head;
  for (uint32_t k = w->right + 1; k < s->word_end; k++)
    words[k].head = root;
  words[subject].head = i;
  words[subject].deprel = BEDE_REL_NSUBJ;
  w->head = root;
  w->deprel = BEDE_REL_PARATAXIS;
  return true;
}

// "Many support it, a survey found", where "support" was taken for the noun
// that is the subject of the last verb and the survey for its apposition.
bool bede_mend_last_verb(bede_doc *doc, const bede_sentence *s)
{
  bede_word *words = doc->words.items;
  uint32_t verb = s->word_end - 1;
  while (verb > s->word_begin && words[verb].upos == BEDE_UPOS_PUNCT)
    verb--;
  if (words[verb].deprel != BEDE_REL_ROOT || !bede_is_finite(doc, verb) ||
      words[verb].upos != BEDE_UPOS_VERB)
    return false;
  uint32_t top = bede_child_by(doc, verb, BEDE_REL_NSUBJ);
  uint32_t subject =
      top == BEDE_NONE ? top : bede_child_by(doc, top, BEDE_REL_APPOS);
  if (subject == BEDE_NONE || words[subject].right + 1 != verb) return false;
  uint32_t begin = clause_start(doc, subject);
  if (begin <= top || !bede_str_is(bede_word_form(doc, begin - 1), ","))
    return false;
  for (uint32_t k = s->word_begin; k < s->word_end; k++)
    if (words[k].head == verb) words[k].head = top;
  words[top].head = BEDE_NONE;
  words[top].deprel = BEDE_REL_ROOT;
  words[verb].head = top;
  words[verb].deprel = BEDE_REL_PARATAXIS;
  words[subject].head = verb;
  words[subject].deprel = BEDE_REL_NSUBJ;
  return true;
}

// The parts of a sentence that was read as one noun phrase.
typedef struct phrase {
  uint32_t noun, verb, subject;
} phrase;

// Is the word before the participle `verb` a noun that hangs on it or, as a
// compound, on the noun behind it?
static bool may_be_subject(const bede_doc *doc, uint32_t verb, uint32_t noun)
{
  const bede_word *w = &doc->words.items[verb - 1];
  // "Many carried signs"
  if (bede_lemma_in(doc, verb - 1, "many several most some"))
    return w->head == noun || w->head == verb;
  if (!bede_is_nominal(doc, verb - 1)) return false;
  if (w->deprel == BEDE_REL_COMPOUND) return w->head == noun || w->head == verb;
  return w->head == verb &&
         (w->deprel == BEDE_REL_NSUBJ || w->deprel == BEDE_REL_OBL_UNMARKED);
}

// "The union imposed fees." as a noun with a participle behind a noun: English
// has no such phrase but with a hyphen.
static bool find_phrase(const bede_doc *doc, const bede_sentence *s, phrase *p)
{
  const bede_word *words = doc->words.items;
  p->noun = p->verb = p->subject = BEDE_NONE;
  for (uint32_t i = s->word_begin; i < s->word_end; i++)
    if (words[i].head == BEDE_NONE) p->noun = i;
  if (p->noun == BEDE_NONE || !bede_is_nominal(doc, p->noun) ||
      bede_child_by(doc, p->noun, BEDE_REL_COP) != BEDE_NONE ||
      bede_child_by(doc, p->noun, BEDE_REL_NSUBJ) != BEDE_NONE)
    return false;
  for (uint32_t i = s->word_begin + 1; i < p->noun; i++) {
    if (words[i].head != p->noun || words[i].xpos != BEDE_XPOS_VBN ||
        words[i].deprel != BEDE_REL_AMOD || !may_be_subject(doc, i, p->noun))
      continue;
    p->verb = i;
    p->subject = i - 1;
    break;
  }
  return p->verb != BEDE_NONE;
}

bool bede_mend_phrase(bede_doc *doc, const bede_sentence *s)
{
  phrase p;
  bede_word *words = doc->words.items;
  if (!find_phrase(doc, s, &p)) return false;
  for (uint32_t i = s->word_begin; i < s->word_end; i++) {
    if (words[i].head != p.noun || i == p.verb || i == p.subject) continue;
    if (i < p.verb)
      words[i].head = p.subject;
    else if (words[i].upos == BEDE_UPOS_PUNCT ||
             words[i].deprel == BEDE_REL_ADVCL)
      words[i].head = p.verb;
  }
  words[p.verb].head = BEDE_NONE;
  words[p.verb].deprel = BEDE_REL_ROOT;
  words[p.verb].upos = BEDE_UPOS_VERB;
  words[p.verb].xpos = BEDE_XPOS_VBD;
  words[p.subject].head = p.verb;
  words[p.subject].deprel = BEDE_REL_NSUBJ;
  words[p.noun].head = p.verb;
  words[p.noun].deprel = BEDE_REL_OBJ;
  return true;
}

// "Chad to host talks": a headline's future, taken for a noun with a clause.
bool bede_mend_headline(bede_doc *doc, const bede_sentence *s)
{
  bede_word *words = doc->words.items;
  if (words[s->word_end - 1].upos == BEDE_UPOS_PUNCT) return false;
  for (uint32_t i = s->word_begin; i < s->word_end; i++) {
    uint32_t noun = words[i].head;
    if (words[i].deprel != BEDE_REL_ACL || words[i].xpos != BEDE_XPOS_VB ||
        noun == BEDE_NONE || noun > i || words[noun].head != BEDE_NONE ||
        !bede_is_nominal(doc, noun) || words[i - 1].xpos != BEDE_XPOS_TO ||
        words[i - 1].head != i)
      continue;
    for (uint32_t k = i + 1; k < s->word_end; k++)
      if (words[k].head == noun) words[k].head = i;
    words[i].head = BEDE_NONE;
    words[i].deprel = BEDE_REL_ROOT;
    words[noun].head = i;
    words[noun].deprel = BEDE_REL_NSUBJ;
    return true;
  }
  return false;
}

// The head of the phrase that the words [begin, end) name together: of them the
// last, where each hangs on another or on `noun`; BEDE_NONE otherwise.
static uint32_t name_head(const bede_doc *doc, uint32_t begin, uint32_t end,
                          uint32_t noun)
{
  for (uint32_t k = begin; k < end; k++) {
    uint32_t head = doc->words.items[k].head;
    if (head != noun && (head < begin || head >= end)) return BEDE_NONE;
  }
  return end > begin ? end - 1 : BEDE_NONE;
}

// A name, or what a time is told by: "Monday", "2012", "mid-2012".
static bool may_be_fronted(const bede_doc *doc, uint32_t word)
{
  bede_str form = bede_word_form(doc, word);
  return doc->words.items[word].upos == BEDE_UPOS_PROPN ||
         bede_is_time_word(doc, word) ||
         (form.len > 4 &&
          bede_str_eq(bede_str_sub(form, 0, 4), bede_str_from("mid-")));
}

// "In Nairobi traders closed their shops", "in 2012 rebels attacked": no comma
// parts the place or time from the subject, and the parser takes it for a part
// of that. A subject has no preposition.
bool bede_mend_fronted(bede_doc *doc, const bede_sentence *s)
{
  bede_word *words = doc->words.items;
  uint32_t prep = s->word_begin, end;
  if (prep + 3 >= s->word_end || words[prep].deprel != BEDE_REL_CASE ||
      !bede_lemma_in(doc, prep, "in on at near outside during")) {
    return false;
  }
  uint32_t noun = words[prep].head;
  if (noun == BEDE_NONE || noun < prep + 2 ||
      words[noun].upos != BEDE_UPOS_NOUN ||
      (words[noun].deprel != BEDE_REL_NSUBJ &&
       words[noun].deprel != BEDE_REL_NSUBJ_PASS)) {
    return false;
  }
  for (end = prep + 1; end < noun && may_be_fronted(doc, end); end++)
    continue;
  uint32_t place = name_head(doc, prep + 1, end, noun);
  if (place == BEDE_NONE) return false;
  words[place].head = words[noun].head;
  words[place].deprel = BEDE_REL_OBL;
  words[prep].head = place;
  for (uint32_t k = prep + 1; k < place; k++)
    if (words[k].head == noun) words[k].head = place;
  return true;
}
