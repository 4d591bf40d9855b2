// Names, agents and labels in a sentence: the longest phrase of a trie.
#include "lexicon/lexicon.h"

#include <string.h>

#include "base/limits.h"
#include "base/str.h"
#include "base/utf8.h"
#include "lexicon/blob.h"
#include "lexicon/words.h"
#include "text/text.h"

// Ways through a trie that are followed at once: a word can go on by its form
// and by its lemma. More are dropped, the first found are kept.
#define MAX_WAYS 8u

typedef struct trie {
  const uint32_t *roots;
  uint32_t root_count;
  const bede_blob_node *nodes;
} trie;

static uint32_t root_of(const trie *t, uint32_t symbol)
{
  return symbol && symbol < t->root_count ? t->roots[symbol] : 0;
}

static uint32_t child_of(const trie *t, uint32_t node, uint32_t symbol)
{
  uint32_t low = t->nodes[node].child_begin;
  uint32_t high = low + t->nodes[node].child_count;
  if (!symbol) return 0;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    uint32_t found = t->nodes[middle].symbol;
    if (found == symbol) return middle;
    if (found < symbol) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return 0;
}

// Hyphens are no part of phrases: "al-Nur" is "al Nur". One between two words
// is passed over.
static bool is_hyphen(const bede_doc *doc, uint32_t word)
{
  return bede_is_hyphen(bede_word_form(doc, word));
}

// --- names ------------------------------------------------------------------

// The letters of the words matched so far.
typedef struct letters {
  bool any, first_lower, lower;
} letters;

static void add_letters(letters *l, bede_str form)
{
  for (size_t at = 0; at < form.len;) {
    uint32_t cp = (unsigned char)form.ptr[at];
    if (cp < 0x80) {
      at++;
      if ((cp | 32u) - 'a' >= 26u) continue;
    } else {
      cp = bede_utf8_next(form.ptr, form.len, &at);
      if (bede_cp_class(cp) != BEDE_CC_LETTER) continue;
    }
    bool lower = bede_cp_is_lower(cp);
    if (!l->any) l->first_lower = lower;
    l->any = true;
    l->lower = l->lower || lower;
    if (l->lower && l->any) return; // nothing more to learn
  }
}

// Readings of a node are ordered from the strictest to the loosest case: those
// that this text allows are the last ones. Returns how many are to be skipped.
static uint32_t forbidden(const bede_lexicon *lex, const bede_blob_node *node,
                          const letters *l)
{
  uint32_t n = 0;
  uint8_t allowed = !l->lower         ? BEDE_MATCH_EXACT
                    : !l->first_lower ? BEDE_MATCH_CAPITAL
                                      : BEDE_MATCH_ANY;
  while (n < node->value_count &&
         lex->names.items[node->value_begin + n].match > allowed)
    n++;
  return n;
}

const bede_lex_name *bede_lexicon_name_at(const bede_lexicon *lex,
                                          const bede_doc *doc, uint32_t word,
                                          uint32_t end, uint32_t *len,
                                          uint32_t *count)
{
  const trie t = {lex->name_roots.items, lex->name_roots.count,
                  lex->name_nodes.items};
  const bede_lex_name *best = NULL;
  letters l = {false, false, false};
  if (word >= end) return NULL;
  uint32_t node = root_of(&t, doc->words.items[word].form_id);
  for (uint32_t at = word; node;) {
    const bede_blob_node *n = &t.nodes[node];
    add_letters(&l, bede_word_form(doc, at));
    uint32_t skip = forbidden(lex, n, &l);
    if (skip < n->value_count) {
      best = &lex->names.items[n->value_begin + skip];
      *count = n->value_count - skip;
      *len = at + 1 - word;
    }
    at++;
    if (at < end && is_hyphen(doc, at)) at++;
    node = at < end ? child_of(&t, node, doc->words.items[at].form_id) : 0;
  }
  return best;
}

// --- agents and labels ------------------------------------------------------

// The nodes reached after some words.
typedef struct ways {
  uint32_t nodes[MAX_WAYS], count;
} ways;

static void add_way(ways *w, uint32_t node)
{
  for (uint32_t i = 0; i < w->count; i++) {
    if (w->nodes[i] == node) return;
  }
  if (node && w->count < MAX_WAYS) w->nodes[w->count++] = node;
}

// Goes on from `now` by a word's first symbol, else by its second.
static ways go_on(const trie *t, const ways *now, uint32_t first,
                  uint32_t second)
{
  ways next = {{0}, 0};
  for (uint32_t i = 0; i < now->count; i++)
    add_way(&next, child_of(t, now->nodes[i], first));
  for (uint32_t i = 0; i < now->count; i++)
    add_way(&next, child_of(t, now->nodes[i], second));
  return next;
}

// The first value of the longest phrase that begins at `word` and goes on to
// the right (`step` 1) or the left (-1) for at most `room` words; BEDE_NONE
// when there is none. `lemmas` says whether lemmas go before forms.
static uint32_t longest(const trie *t, const bede_doc *doc, uint32_t word,
                        int step, uint32_t room, bool lemmas, uint32_t *len)
{
  uint32_t best = BEDE_NONE;
  ways now = {{0}, 0};
  for (uint32_t n = 0; n < room; n++) {
    uint32_t at = step > 0 ? word + n : word - n;
    const bede_word *w = &doc->words.items[at];
    uint32_t first = lemmas ? w->lemma_id : w->form_id;
    uint32_t second = lemmas ? w->form_id : w->lemma_id;
    if (n == 0) {
      add_way(&now, root_of(t, first));
      add_way(&now, root_of(t, second));
    } else if (is_hyphen(doc, at)) {
      continue;
    } else {
      now = go_on(t, &now, first, second);
    }
    if (now.count == 0) break;
    for (uint32_t i = now.count; i-- > 0;) {
      const bede_blob_node *node = &t->nodes[now.nodes[i]];
      if (node->value_count == 0) continue;
      best = node->value_begin;
      *len = n + 1;
    }
  }
  return best;
}

const bede_lex_agent *bede_lexicon_agent_at(const bede_lexicon *lex,
                                            const bede_doc *doc, uint32_t head,
                                            uint32_t begin, uint32_t *len)
{
  const trie t = {lex->agent_roots.items, lex->agent_roots.count,
                  lex->agent_nodes.items};
  if (head < begin) return NULL;
  uint32_t n = longest(&t, doc, head, -1, head - begin + 1, true, len);
  return n == BEDE_NONE ? NULL : &lex->agents.items[n];
}

const bede_lex_label *bede_lexicon_label_at(const bede_lexicon *lex,
                                            const bede_doc *doc, uint32_t word,
                                            uint32_t end, uint32_t *len)
{
  const trie t = {lex->label_roots.items, lex->label_roots.count,
                  lex->label_nodes.items};
  if (word >= end) return NULL;
  uint32_t n = longest(&t, doc, word, 1, end - word, false, len);
  return n == BEDE_NONE ? NULL : &lex->labels.items[n];
}

const char *bede_label_tone(uint8_t tone)
{
  static const char *const names[BEDE_LABEL_TONES] = {
      "pejorative", "approving", "distancing", "legal_designation",
      "self_description"};
  return tone < BEDE_LABEL_TONES ? names[tone] : "";
}

// --- places and terms -------------------------------------------------------

const bede_lex_place_name *bede_lexicon_places_at(const bede_lexicon *lex,
                                                  const bede_doc *doc,
                                                  uint32_t word, uint32_t end,
                                                  uint32_t *len,
                                                  uint32_t *count)
{
  const trie t = {lex->place_roots.items, lex->place_roots.count,
                  lex->place_nodes.items};
  const bede_blob_node *best = NULL;
  if (word >= end) return NULL;
  uint32_t node = root_of(&t, doc->words.items[word].form_id);
  for (uint32_t at = word; node;) {
    if (t.nodes[node].value_count) {
      best = &t.nodes[node];
      *len = at + 1 - word;
    }
    at++;
    if (at < end && is_hyphen(doc, at)) at++;
    node = at < end ? child_of(&t, node, doc->words.items[at].form_id) : 0;
  }
  if (!best) return NULL;
  *count = best->value_count;
  return &lex->place_names.items[best->value_begin];
}

const bede_lex_place_name *bede_lexicon_places_named(const bede_lexicon *lex,
                                                     bede_str name,
                                                     uint32_t *count)
{
  const trie t = {lex->place_roots.items, lex->place_roots.count,
                  lex->place_nodes.items};
  bede_span spans[BEDE_MAX_ALIAS_WORDS];
  size_t n = bede_text_words(name, spans, BEDE_MAX_ALIAS_WORDS);
  uint32_t node = 0;
  *count = 0;
  if (n == SIZE_MAX) return NULL;
  for (size_t i = 0; i < n; i++) {
    bede_str word = bede_str_sub(name, spans[i].begin, spans[i].end);
    if (bede_is_hyphen(word)) continue;
    uint32_t symbol = bede_lexicon_symbol(lex, word);
    node = node || i ? child_of(&t, node, symbol) : root_of(&t, symbol);
    if (!node) return NULL;
  }
  *count = node ? t.nodes[node].value_count : 0;
  return *count ? &lex->place_names.items[t.nodes[node].value_begin] : NULL;
}

// The first term of one of `kinds` at a node, or NULL.
static const bede_lex_term *term_of(const bede_lexicon *lex, uint32_t node,
                                    uint32_t kinds)
{
  const bede_blob_node *n = &lex->term_nodes.items[node];
  for (uint32_t i = 0; i < n->value_count; i++) {
    const bede_lex_term *term = &lex->terms.items[n->value_begin + i];
    if (kinds >> term->kind & 1u) return term;
  }
  return NULL;
}

bool bede_lexicon_term_begins(const bede_lexicon *lex, uint32_t symbol)
{
  return symbol && symbol < lex->term_roots.count &&
         lex->term_roots.items[symbol] != 0;
}

// Goes on from `node` (0: begins) by the form of a word; by its lemma where a
// hyphen makes the form part of another word ("three-day").
static uint32_t term_node(const trie *t, const bede_doc *doc, uint32_t at,
                          uint32_t node)
{
  const bede_word *w = &doc->words.items[at];
  uint32_t next = node ? child_of(t, node, w->form_id) : root_of(t, w->form_id);
  if (next) return next;
  return node ? child_of(t, node, w->lemma_id) : root_of(t, w->lemma_id);
}

const bede_lex_term *bede_lexicon_term_at(const bede_lexicon *lex,
                                          const bede_doc *doc, uint32_t word,
                                          uint32_t end, uint32_t kinds,
                                          uint32_t *len)
{
  const trie t = {lex->term_roots.items, lex->term_roots.count,
                  lex->term_nodes.items};
  const bede_lex_term *best = NULL;
  if (word >= end) return NULL;
  uint32_t node = term_node(&t, doc, word, 0);
  for (uint32_t at = word; node;) {
    const bede_lex_term *term = term_of(lex, node, kinds);
    if (term) {
      best = term;
      *len = at + 1 - word;
    }
    at++;
    if (at < end && is_hyphen(doc, at)) at++;
    node = at < end ? term_node(&t, doc, at, node) : 0;
  }
  return best;
}
