// The document record: start, warnings, look-up, and the check of its
// invariants that debug builds run between stages.
#include "ann/doc.h"

#include <assert.h>
#include <string.h>

#include "base/limits.h"
#include "base/str.h"

void bede_doc_init(bede_doc *doc, bede_arena *arena)
{
  memset(doc, 0, sizeof *doc);
  doc->arena = arena;
  doc->published_basis = "none";
  doc->genre = "unknown";
  doc->focus = BEDE_NONE;
}

void bede_doc_warn(bede_doc *doc, const char *code, bede_span span,
                   const char *message)
{
  bede_str copy = bede_arena_copy(doc->arena, bede_str_from(message));
  if (!copy.ptr) return;
  bede_warning *warning =
      BEDE_LIST_PUSH(&doc->warnings, doc->arena, BEDE_MAX_WARNINGS);
  if (!warning) return;
  warning->code = code;
  warning->message = copy;
  warning->span = span;
}

uint32_t bede_doc_sentence_of(const bede_doc *doc, uint32_t word)
{
  uint32_t low = 0, high = doc->sentences.count;
  assert(word < doc->words.count);
  while (low < high) { // the first sentence that ends after the word
    uint32_t middle = low + (high - low) / 2;
    if (doc->sentences.items[middle].word_end <= word) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  assert(low < doc->sentences.count);
  return low;
}

#ifndef NDEBUG
static void check_span(const bede_doc *doc, bede_span span)
{
  assert(span.begin <= span.end && span.end <= doc->text.len);
}

static void check_index(uint32_t index, uint32_t count)
{
  assert(index == BEDE_NONE || index < count);
}

static void check_words(const bede_doc *doc)
{
  uint32_t at = 0;
  for (uint32_t i = 0; i < doc->words.count; i++) {
    const bede_word *word = &doc->words.items[i];
    check_span(doc, word->span);
    assert(word->span.begin >= at && word->span.begin < word->span.end);
    at = word->span.end;
    check_index(word->mention, doc->mentions.count);
  }
}

// Sentences partition the words; a head stays inside its sentence.
static void check_sentences(const bede_doc *doc)
{
  uint32_t word = 0;
  for (uint32_t i = 0; i < doc->sentences.count; i++) {
    const bede_sentence *s = &doc->sentences.items[i];
    check_span(doc, s->span);
    assert(s->word_begin == word && s->word_begin < s->word_end);
    word = s->word_end;
    assert(word <= doc->words.count);
    assert(doc->words.items[s->word_begin].span.begin == s->span.begin);
    assert(doc->words.items[word - 1].span.end == s->span.end);
    for (uint32_t w = s->word_begin; s->parsed && w < word; w++) {
      uint32_t head = doc->words.items[w].head;
      assert(head == BEDE_NONE || (head >= s->word_begin && head < word));
      assert(head != w);
    }
  }
  assert(word == doc->words.count);
}

static void check_mentions(const bede_doc *doc)
{
  for (uint32_t i = 0; i < doc->mentions.count; i++) {
    const bede_mention *m = &doc->mentions.items[i];
    check_span(doc, m->span);
    assert(m->head < doc->words.count && m->sentence < doc->sentences.count);
    check_index(m->entity, doc->entities.count);
    check_index(m->of, doc->entities.count);
  }
}

static void check_setting(const bede_doc *doc)
{
  for (uint32_t i = 0; i < doc->dates.count; i++) {
    const bede_timex *t = &doc->dates.items[i];
    check_span(doc, t->span);
    assert(t->word_begin < t->word_end && t->word_end <= doc->words.count);
    assert(t->sentence < doc->sentences.count);
  }
  for (uint32_t i = 0; i < doc->quantities.count; i++) {
    const bede_quantity *q = &doc->quantities.items[i];
    check_span(doc, q->span);
    check_span(doc, q->of_span);
    assert(q->word_begin < q->word_end && q->word_end <= doc->words.count);
    assert(q->sentence < doc->sentences.count && q->rule);
    check_index(q->claim, doc->claims.count);
  }
}

static void check_chains(const bede_doc *doc, uint32_t begin, uint32_t count)
{
  assert(begin <= doc->chains.count && count <= doc->chains.count - begin);
  for (uint32_t i = begin; i < begin + count; i++) {
    const bede_chain *chain = &doc->chains.items[i];
    assert(chain->count > 0 && chain->count <= BEDE_MAX_CHAIN);
    assert(chain->links[chain->count - 1] == 0);
    for (uint32_t k = 0; k < chain->count; k++) {
      assert(chain->links[k] < doc->attributions.count);
    }
  }
}

static void check_role(const bede_doc *doc, const bede_role *role)
{
  check_span(doc, role->span);
  assert(role->span.begin < role->span.end);
  assert(role->head < doc->words.count);
  check_index(role->entity, doc->entities.count);
}

static void check_claims(const bede_doc *doc)
{
  for (uint32_t i = 0; i < doc->claims.count; i++) {
    const bede_claim *claim = &doc->claims.items[i];
    assert(claim->sentence < doc->sentences.count);
    assert(claim->event > BEDE_EVENT_NONE && claim->event < BEDE_EVENT_COUNT);
    assert(claim->trigger_head < doc->words.count);
    check_span(doc, claim->evidence);
    check_index(claim->under, doc->claims.count);
    check_index(claim->repeats, doc->claims.count);
    check_chains(doc, claim->chain_begin, claim->chain_count);
    for (uint32_t k = 0; k < claim->actor.count; k++) {
      check_role(doc, &claim->actor.items[k]);
    }
    for (uint32_t k = 0; k < claim->recipient.count; k++) {
      check_role(doc, &claim->recipient.items[k]);
    }
  }
}

static void check_attributions(const bede_doc *doc)
{
  for (uint32_t i = 0; i < doc->attributions.count; i++) {
    const bede_attribution *a = &doc->attributions.items[i];
    assert(i > 0 || a->kind == BEDE_BY_NARRATOR);
    check_index(a->speaker, doc->entities.count);
    check_index(a->via, doc->attributions.count);
    for (uint32_t k = 0; k < a->content.count; k++) {
      check_span(doc, a->content.items[k]);
    }
  }
}

void bede_doc_check(const bede_doc *doc)
{
  assert(doc->body_begin <= doc->text.len);
  check_words(doc);
  if (doc->sentences.count) check_sentences(doc);
  check_mentions(doc);
  check_setting(doc);
  check_attributions(doc);
  check_claims(doc);
}
#else
void bede_doc_check(const bede_doc *doc)
{
  (void)doc;
}
#endif
