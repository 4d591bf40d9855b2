// Dependency trees: the links between words, and what can be asked of them
// without knowing more grammar than the relations' names.
#include "lang/args.h"
#include "lang/lang.h"

#include "base/limits.h"
#include "base/str.h"

static void link_children(bede_word *words, uint32_t begin, uint32_t end)
{
  for (uint32_t i = begin; i < end; i++) {
    words[i].first_child = words[i].next_sibling = BEDE_NONE;
    words[i].left = words[i].right = BEDE_NONE;
  }
  // From the last word to the first, so that each list is in text order.
  for (uint32_t i = end; i-- > begin;) {
    uint32_t head = words[i].head;
    if (head < begin || head >= end || head == i) continue;
    words[i].next_sibling = words[head].first_child;
    words[head].first_child = i;
  }
}

static void widen(bede_word *words, uint32_t parent, uint32_t child)
{
  if (words[child].left < words[parent].left)
    words[parent].left = words[child].left;
  if (words[child].right > words[parent].right)
    words[parent].right = words[child].right;
}

// Walks the tree below `root` in post-order, by the links alone, and adds up
// what each subtree covers. Every word is in one list only: this ends.
static void cover(bede_word *words, uint32_t root)
{
  uint32_t w = root;
  words[w].left = words[w].right = w;
  for (;;) {
    if (words[w].first_child != BEDE_NONE) {
      w = words[w].first_child;
      words[w].left = words[w].right = w;
      continue;
    }
    while (w != root && words[w].next_sibling == BEDE_NONE) {
      widen(words, words[w].head, w);
      w = words[w].head;
    }
    if (w == root) return;
    widen(words, words[w].head, w);
    w = words[w].next_sibling;
    words[w].left = words[w].right = w;
  }
}

void bede_tree_link(bede_doc *doc, uint32_t sentence)
{
  bede_word *words = doc->words.items;
  uint32_t begin = doc->sentences.items[sentence].word_begin;
  uint32_t end = doc->sentences.items[sentence].word_end;
  link_children(words, begin, end);
  for (uint32_t i = begin; i < end; i++) {
    uint32_t head = words[i].head;
    if (head < begin || head >= end || head == i) cover(words, i);
  }
  // What no root reaches stands in a cycle: it is cut loose, so that whoever
  // follows the links comes to an end.
  for (uint32_t i = begin; i < end; i++) {
    if (words[i].left != BEDE_NONE) continue;
    words[i].first_child = words[i].next_sibling = BEDE_NONE;
    words[i].left = words[i].right = i;
  }
}

uint32_t bede_child_by(const bede_doc *doc, uint32_t word, bede_deprel rel)
{
  const bede_word *words = doc->words.items;
  for (uint32_t c = words[word].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    if (words[c].deprel == rel) return c;
  }
  return BEDE_NONE;
}

bool bede_tree_within(const bede_doc *doc, uint32_t word, uint32_t top)
{
  const bede_word *words = doc->words.items;
  if (word < words[top].left || word > words[top].right) return false;
  for (uint32_t i = 0; i <= BEDE_MAX_SENTENCE_WORDS; i++) {
    if (word == top) return true;
    word = words[word].head;
    if (word >= doc->words.count) return false;
  }
  return false;
}

// --- spans -------------------------------------------------------------------

// "members of the front on Tuesday": the day is the clause's.
static bool is_day(const bede_doc *doc, uint32_t word)
{
  static const char *const days[] = {
      "monday", "tuesday", "wednesday", "thursday", "friday",   "saturday",
      "sunday", "today",   "yesterday", "tomorrow", "midnight", "noon"};
  bede_str form = bede_word_form(doc, word);
  for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
    if (bede_str_eq_nocase(form, bede_str_from(days[i]))) return true;
  }
  return false;
}

static bool in_phrase_top(const bede_doc *doc, uint32_t word, uint32_t head,
                          bool with_nmod)
{
  switch (doc->words.items[word].deprel) {
  case BEDE_REL_DET:
  case BEDE_REL_DET_PREDET:
  case BEDE_REL_AMOD:
  case BEDE_REL_NUMMOD:
  case BEDE_REL_COMPOUND:
  case BEDE_REL_FLAT:
  case BEDE_REL_FIXED:
  case BEDE_REL_GOESWITH:
  case BEDE_REL_NMOD_POSS:
  case BEDE_REL_NMOD_DESC:
    return true;
  case BEDE_REL_NMOD:
    return with_nmod && !is_day(doc, word);
  case BEDE_REL_ADVMOD: // "only police", but not "the rebels again"
    return word < head;
  case BEDE_REL_PUNCT: // quotes and hyphens inside; the edges are cut later
    return true;
  default:
    return false;
  }
}

// Below the first level a modifier is taken whole but for the clauses that the
// parser may have hung there.
static bool in_phrase_below(const bede_word *word)
{
  switch (word->deprel) {
  case BEDE_REL_ACL:
  case BEDE_REL_ACL_RELCL:
  case BEDE_REL_ADVCL:
  case BEDE_REL_ADVCL_RELCL:
  case BEDE_REL_APPOS:
  case BEDE_REL_CCOMP:
  case BEDE_REL_PARATAXIS:
    return false;
  case BEDE_REL_CONJ:
    return word->upos != BEDE_UPOS_VERB;
  default:
    return true;
  }
}

static bool in_phrase(const bede_doc *doc, uint32_t word, uint32_t head,
                      bool with_nmod)
{
  const bede_word *words = doc->words.items;
  for (uint32_t i = 0; i <= BEDE_MAX_SENTENCE_WORDS; i++) {
    if (word == head) return true;
    uint32_t up = words[word].head;
    if (up >= doc->words.count) return false;
    if (up == head) return in_phrase_top(doc, word, head, with_nmod);
    if (!in_phrase_below(&words[word])) return false;
    word = up;
  }
  return false;
}

static bool is_punct(const bede_doc *doc, uint32_t word)
{
  return doc->words.items[word].upos == BEDE_UPOS_PUNCT;
}

static bool is_article(const bede_doc *doc, uint32_t word)
{
  bede_str form = bede_word_form(doc, word);
  if (doc->words.items[word].upos != BEDE_UPOS_DET) return false;
  return bede_str_eq_nocase(form, bede_str_from("the")) ||
         bede_str_eq_nocase(form, bede_str_from("a")) ||
         bede_str_eq_nocase(form, bede_str_from("an"));
}

static bede_span words_span(const bede_doc *doc, uint32_t first, uint32_t last)
{
  bede_span s = {doc->words.items[first].span.begin,
                 doc->words.items[last].span.end};
  return s;
}

bede_span bede_phrase_span(const bede_doc *doc, uint32_t head, bool with_nmod)
{
  const bede_word *w = &doc->words.items[head];
  uint32_t first = head, last = head;
  while (first > w->left && in_phrase(doc, first - 1, head, with_nmod))
    first--;
  while (last < w->right && in_phrase(doc, last + 1, head, with_nmod))
    last++;
  while (first < head && (is_punct(doc, first) || is_article(doc, first)))
    first++;
  while (last > head && is_punct(doc, last))
    last--;
  return words_span(doc, first, last);
}

// Punctuation and reference markers ("... on the coast.[4]").
static bool is_edge(const bede_doc *doc, uint32_t word)
{
  return is_punct(doc, word) ||
         (doc->words.items[word].flags & BEDE_WORD_MARKER);
}

bede_span bede_clause_span(const bede_doc *doc, uint32_t head)
{
  uint32_t first = doc->words.items[head].left;
  uint32_t last = doc->words.items[head].right;
  while (first < head && is_edge(doc, first))
    first++;
  while (last > head && is_edge(doc, last))
    last--;
  return words_span(doc, first, last);
}
