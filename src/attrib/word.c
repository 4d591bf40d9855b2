// Small questions about words, subtrees and ranges of words.
#include "attrib/work.h"

#include <string.h>

#include "base/limits.h"
#include "base/str.h"

static bool equals_lower(bede_str s, const char *lower, size_t len)
{
  if (s.len != len) return false;
  for (size_t i = 0; i < len; i++) {
    if (bede_to_lower((unsigned char)s.ptr[i]) != (unsigned char)lower[i])
      return false;
  }
  return true;
}

bool bede_attrib_form(const bede_doc *doc, uint32_t word, const char *lower)
{
  return equals_lower(bede_word_form(doc, word), lower, strlen(lower));
}

bool bede_attrib_lemma(const bede_doc *doc, uint32_t word, const char *lemma)
{
  return equals_lower(doc->words.items[word].lemma, lemma, strlen(lemma));
}

bool bede_attrib_in(const bede_doc *doc, uint32_t word, const char *set)
{
  bede_str form = bede_word_form(doc, word);
  bede_str lemma = doc->words.items[word].lemma;
  while (*set) {
    const char *end = strchr(set, ' ');
    size_t len = end ? (size_t)(end - set) : strlen(set);
    if (equals_lower(lemma, set, len) || equals_lower(form, set, len))
      return true;
    set += len + (end ? 1 : 0);
  }
  return false;
}

bool bede_attrib_punct(const bede_doc *doc, uint32_t word)
{
  const bede_word *w = &doc->words.items[word];
  return w->upos == BEDE_UPOS_PUNCT || (w->flags & BEDE_WORD_MARKER);
}

bool bede_attrib_clause(const bede_doc *doc, uint32_t word)
{
  const bede_word *w = &doc->words.items[word];
  if (w->upos == BEDE_UPOS_VERB || w->upos == BEDE_UPOS_AUX) return true;
  return bede_child_by(doc, word, BEDE_REL_COP) != BEDE_NONE ||
         bede_child_by(doc, word, BEDE_REL_NSUBJ) != BEDE_NONE;
}

bool bede_attrib_class(const bede_attrib *a, uint32_t word, uint32_t class_id)
{
  const bede_word *w = bede_attrib_at(a, word);
  return class_id && (bede_lexicon_in_class(a->lex, w->lemma_id, class_id) ||
                      bede_lexicon_in_class(a->lex, w->form_id, class_id));
}

bool bede_attrib_verb(const bede_attrib *a, uint32_t begin, uint32_t end)
{
  for (uint32_t i = begin; i < end; i++)
    if (bede_attrib_at(a, i)->upos == BEDE_UPOS_VERB ||
        bede_attrib_at(a, i)->upos == BEDE_UPOS_AUX)
      return true;
  return false;
}

bool bede_attrib_nominal(const bede_attrib *a, uint32_t word)
{
  uint8_t pos = bede_attrib_at(a, word)->upos;
  return pos == BEDE_UPOS_NOUN || pos == BEDE_UPOS_PROPN ||
         pos == BEDE_UPOS_NUM || pos == BEDE_UPOS_PRON || pos == BEDE_UPOS_SYM;
}

uint32_t bede_attrib_clause_of(const bede_attrib *a, uint32_t word)
{
  for (uint32_t i = 0; i < BEDE_MAX_SENTENCE_WORDS; i++) {
    const bede_word *w = bede_attrib_at(a, word);
    switch ((bede_deprel)w->deprel) {
    case BEDE_REL_ROOT:
    case BEDE_REL_CCOMP:
    case BEDE_REL_PARATAXIS:
    case BEDE_REL_ACL_RELCL:
      return word;
    default:
      if (w->head == BEDE_NONE) return word;
      word = w->head;
    }
  }
  return word;
}

uint32_t bede_attrib_phrase_head(const bede_attrib *a, uint32_t word,
                                 uint32_t end)
{
  for (uint32_t i = 0; word < end && i < BEDE_GAP_WORDS; i++) {
    const bede_word *w = bede_attrib_at(a, word);
    if (w->head == BEDE_NONE || w->head <= word || w->head >= end ||
        bede_attrib_punct(a->doc, w->head))
      return word;
    switch ((bede_deprel)w->deprel) {
    case BEDE_REL_DET:
    case BEDE_REL_AMOD:
    case BEDE_REL_COMPOUND:
    case BEDE_REL_NMOD_POSS:
    case BEDE_REL_NMOD:
    case BEDE_REL_FLAT:
    case BEDE_REL_NUMMOD:
    case BEDE_REL_ADVMOD:
    case BEDE_REL_CASE:
    case BEDE_REL_FIXED:
    case BEDE_REL_PUNCT:
    case BEDE_REL_NMOD_DESC:
      word = w->head;
      break;
    default:
      return word;
    }
  }
  return word;
}

void bede_attrib_mark(const bede_doc *doc, uint32_t sentence, uint32_t top,
                      uint32_t but, bool *in)
{
  const bede_sentence *s = &doc->sentences.items[sentence];
  uint32_t stack[BEDE_MAX_SENTENCE_WORDS], depth = 0;
  memset(in, 0, BEDE_MAX_SENTENCE_WORDS * sizeof *in);
  if (top == but) return;
  stack[depth++] = top;
  while (depth > 0) {
    uint32_t word = stack[--depth];
    in[word - s->word_begin] = true;
    uint32_t child = doc->words.items[word].first_child;
    for (; child != BEDE_NONE; child = doc->words.items[child].next_sibling)
      if (child != but && depth < BEDE_MAX_SENTENCE_WORDS)
        stack[depth++] = child;
  }
}

bede_range bede_range_trim(const bede_doc *doc, bede_range r)
{
  while (r.begin < r.end && bede_attrib_punct(doc, r.begin))
    r.begin++;
  while (r.end > r.begin && bede_attrib_punct(doc, r.end - 1))
    r.end--;
  return r;
}

// Marks between two words that are both in leave no gap.
static bool only_marks(const bede_doc *doc, uint32_t begin, uint32_t end)
{
  while (begin < end && bede_attrib_punct(doc, begin))
    begin++;
  return begin == end;
}

void bede_ranges_from(const bede_doc *doc, uint32_t sentence, const bool *in,
                      bede_ranges *out)
{
  const bede_sentence *s = &doc->sentences.items[sentence];
  uint32_t word = s->word_begin;
  out->count = 0;
  while (word < s->word_end && out->count < BEDE_MAX_RANGES) {
    bede_range r = {word, word};
    while (r.end < s->word_end && in[r.end - s->word_begin])
      r.end++;
    word = r.end > word ? r.end : word + 1;
    r = bede_range_trim(doc, r);
    if (r.begin >= r.end) continue;
    bede_range *last = out->count ? &out->items[out->count - 1] : NULL;
    if (last && only_marks(doc, last->end, r.begin)) {
      last->end = r.end;
    } else {
      out->items[out->count++] = r;
    }
  }
}

void bede_ranges_add(bede_ranges *r, uint32_t begin, uint32_t end)
{
  uint32_t at = 0, drop;
  if (begin >= end) return;
  while (at < r->count && r->items[at].end < begin)
    at++;
  for (drop = at; drop < r->count && r->items[drop].begin <= end; drop++) {
    if (r->items[drop].begin < begin) begin = r->items[drop].begin;
    if (r->items[drop].end > end) end = r->items[drop].end;
  }
  if (drop == at && r->count == BEDE_MAX_RANGES) return;
  memmove(r->items + at + 1, r->items + drop,
          (r->count - drop) * sizeof *r->items);
  r->count = r->count - (drop - at) + 1;
  r->items[at].begin = begin;
  r->items[at].end = end;
}

bool bede_ranges_meet(const bede_ranges *r, uint32_t begin, uint32_t end)
{
  for (uint32_t i = 0; i < r->count; i++)
    if (r->items[i].begin < end && begin < r->items[i].end) return true;
  return false;
}

bool bede_attrib_passive(const bede_attrib *a, uint32_t word)
{
  const bede_doc *doc = a->doc;
  const bede_word *w = &doc->words.items[word];
  bede_grammar g;
  bede_grammar_of(doc, word, &g);
  if (g.passive) return true;
  if ((w->xpos != BEDE_XPOS_VBD && w->xpos != BEDE_XPOS_VBN) ||
      bede_child_by(doc, word, BEDE_REL_AUX) != BEDE_NONE ||
      bede_child_by(doc, word, BEDE_REL_NSUBJ) != BEDE_NONE)
    return false;
  uint32_t begin =
      doc->sentences.items[bede_doc_sentence_of(doc, word)].word_begin;
  if (word > begin && bede_attrib_in(doc, word - 1, "when if once unless"))
    return true;
  return bede_attrib_lemma(doc, word, "ask") &&
         (word == begin || bede_attrib_form(doc, word - 1, ","));
}

// A participle without an auxiliary is a past that the tagger has missed.
bool bede_attrib_same_form(const bede_attrib *a, uint32_t x, uint32_t y)
{
  uint8_t tx = bede_attrib_at(a, x)->xpos, ty = bede_attrib_at(a, y)->xpos;
  if (tx == BEDE_XPOS_VBN &&
      bede_child_by(a->doc, x, BEDE_REL_AUX) == BEDE_NONE)
    tx = BEDE_XPOS_VBD;
  if (ty == BEDE_XPOS_VBN &&
      bede_child_by(a->doc, y, BEDE_REL_AUX) == BEDE_NONE)
    ty = BEDE_XPOS_VBD;
  return tx == ty;
}

void bede_ranges_cut(const bede_doc *doc, bede_ranges *r, uint32_t at)
{
  for (uint32_t i = 0; i < r->count; i++) {
    if (r->items[i].end <= at) continue;
    if (r->items[i].begin < at) {
      r->items[i].end = at;
      r->items[i] = bede_range_trim(doc, r->items[i]);
      i++;
    }
    r->count = i;
    return;
  }
}

bool bede_ranges_has(const bede_ranges *r, uint32_t word)
{
  return bede_ranges_meet(r, word, word + 1);
}

bede_span bede_attrib_span(const bede_doc *doc, uint32_t begin, uint32_t end)
{
  bede_span span = {doc->words.items[begin].span.begin,
                    doc->words.items[end - 1].span.end};
  return span;
}
