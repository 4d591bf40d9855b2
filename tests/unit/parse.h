// Sentences for the engine, and what holds for all that it makes of them.
#ifndef PARSE_H
#define PARSE_H

#include "base/limits.h"
#include "lang/lang.h"
#include "unit.h"

// The words of `z` stand between blanks, one sentence a line.
static inline void parse_add_words(bede_doc *doc, const char *z)
{
  doc->text = bede_arena_copy(doc->arena, bede_str_from(z));
  bede_str rest = doc->text, line, form;
  while (rest.ptr) {
    rest = bede_str_cut(rest, '\n', &line);
    bede_sentence *s =
        BEDE_LIST_PUSH(&doc->sentences, doc->arena, BEDE_MAX_SENTENCES);
    s->word_begin = doc->words.count;
    while (line.len) {
      line = bede_str_cut(line, ' ', &form);
      bede_word *w = BEDE_LIST_PUSH(&doc->words, doc->arena, BEDE_MAX_WORDS);
      w->span.begin = (uint32_t)(form.ptr - doc->text.ptr);
      w->span.end = w->span.begin + (uint32_t)form.len;
    }
    s->word_end = doc->words.count;
  }
}

static inline void parse_expect_tree(const bede_doc *doc,
                                     const bede_sentence *s)
{
  uint32_t roots = 0;
  for (uint32_t i = s->word_begin; i < s->word_end; i++) {
    const bede_word *w = &doc->words.items[i];
    assert_true((w->head == BEDE_NONE) == (w->deprel == BEDE_REL_ROOT));
    roots += w->head == BEDE_NONE;
    uint32_t steps = 0, at = i;
    while (doc->words.items[at].head != BEDE_NONE) {
      at = doc->words.items[at].head;
      assert_in_range(at, s->word_begin, s->word_end - 1);
      assert_true(++steps < BEDE_MAX_SENTENCE_WORDS);
    }
    assert_true(w->upos < BEDE_UPOS_COUNT && w->xpos < BEDE_XPOS_COUNT);
    assert_true(w->deprel < BEDE_REL_COUNT);
    assert_true(w->ner < BEDE_NER_COUNT && w->lemma.len > 0);
  }
  assert_int_equal(roots, s->word_end > s->word_begin);
}

static inline void parse_expect_trees(const bede_doc *doc)
{
  for (uint32_t i = 0; i < doc->sentences.count; i++)
    parse_expect_tree(doc, &doc->sentences.items[i]);
}

#endif
