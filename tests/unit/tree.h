// A tiny reader of hand-written trees for unit tests. One sentence is a string
// with one word a line: FORM LEMMA UPOS XPOS HEAD DEPREL [FEATS [NER]], blank
// separated, HEAD counted from 1, 0 for the root, lemma "=" for the form in
// lower case; a form that ends in "+" has no space after it. Lines of "--" end
// a sentence, lines of "==" end a paragraph too.
#ifndef TREE_H
#define TREE_H

#include "ann/doc.h"
#include "base/limits.h"
#include "lang/lang.h"
#include "unit.h"

typedef struct tree {
  bede_arena arena;
  bede_doc doc;
} tree;

static inline bede_str tree_field(bede_str *line)
{
  while (line->len && line->ptr[0] == ' ') {
    line->ptr++;
    line->len--;
  }
  size_t n = 0;
  while (n < line->len && line->ptr[n] != ' ')
    n++;
  bede_str field = bede_str_sub(*line, 0, n);
  *line = bede_str_sub(*line, n, line->len);
  return field;
}

static inline bede_str tree_lemma(tree *t, bede_str form, bede_str lemma)
{
  bool same = bede_str_is(lemma, "=");
  bede_str copy = bede_arena_copy(&t->arena, same ? form : lemma);
  char *p = bede_arena_alloc(&t->arena, copy.len + 1);
  for (size_t i = 0; i < copy.len; i++) {
    unsigned char c = (unsigned char)copy.ptr[i];
    p[i] = (char)(same && bede_is_upper(c) ? c + 32 : c);
  }
  bede_str s = {p, copy.len};
  return s;
}

static inline uint8_t tree_ner(bede_str s)
{
  static const char *const names[] = {"O",     "B-PER", "I-PER", "B-ORG",
                                      "I-ORG", "B-LOC", "I-LOC"};
  for (uint8_t i = 0; i < 7; i++) {
    if (bede_str_is(s, names[i])) return i;
  }
  return BEDE_NER_O;
}

static inline void tree_word(tree *t, bede_buf *text, bede_str line,
                             uint32_t first)
{
  bede_doc *doc = &t->doc;
  bede_word *w = BEDE_LIST_PUSH(&doc->words, &t->arena, BEDE_MAX_WORDS);
  assert_non_null(w);
  bede_str form = tree_field(&line), lemma = tree_field(&line);
  bede_str upos = tree_field(&line), xpos = tree_field(&line);
  bede_str head = tree_field(&line), rel = tree_field(&line);
  bede_str feats = tree_field(&line), ner = tree_field(&line);
  bool glued = form.len > 1 && bede_str_ends(form, "+");
  bede_upos u = BEDE_UPOS_X;
  bede_xpos x = BEDE_XPOS_NONE;
  bede_deprel r = BEDE_REL_DEP;
  uint32_t h = 0;
  if (glued) form.len--;
  assert_true(bede_upos_parse(upos, &u));
  assert_true(bede_xpos_parse(xpos, &x));
  assert_true(bede_deprel_parse(rel, &r));
  assert_true(bede_str_u32(head, &h));
  w->span.begin = (uint32_t)text->len;
  bede_buf_append_str(text, form);
  w->span.end = (uint32_t)text->len;
  if (!glued) bede_buf_append_char(text, ' ');
  w->flags = glued ? 0 : BEDE_WORD_SPACE_AFTER;
  w->lemma = tree_lemma(t, form, lemma);
  w->upos = (uint8_t)u;
  w->xpos = (uint8_t)x;
  w->deprel = (uint8_t)r;
  w->head = h ? first + h - 1 : BEDE_NONE;
  w->feats = feats.len ? bede_feats_parse(feats) : 0;
  w->ner = tree_ner(ner);
  w->mention = BEDE_NONE;
}

static inline void tree_sentence(tree *t, uint32_t begin, uint32_t paragraph)
{
  bede_doc *doc = &t->doc;
  if (doc->words.count == begin) return;
  bede_sentence *s =
      BEDE_LIST_PUSH(&doc->sentences, &t->arena, BEDE_MAX_SENTENCES);
  assert_non_null(s);
  s->word_begin = begin;
  s->word_end = doc->words.count;
  s->span.begin = doc->words.items[begin].span.begin;
  s->span.end = doc->words.items[doc->words.count - 1].span.end;
  s->paragraph = paragraph;
  s->parsed = true;
}

// Fills `t` from `source`. Release with tree_release.
static inline void tree_read(tree *t, const char *source)
{
  bede_buf text;
  bede_buf_init(&text, 0);
  bede_arena_init(&t->arena);
  bede_doc_init(&t->doc, &t->arena);
  uint32_t begin = 0, paragraph = 0;
  bede_str rest = bede_str_from(source), line;
  while (rest.ptr) {
    rest = bede_str_cut(rest, '\n', &line);
    line = bede_str_trim(line);
    if (line.len == 0) continue;
    if (bede_str_is(line, "--") || bede_str_is(line, "==")) {
      tree_sentence(t, begin, paragraph);
      begin = t->doc.words.count;
      if (line.ptr[0] == '=') paragraph++;
      continue;
    }
    tree_word(t, &text, line, begin);
  }
  tree_sentence(t, begin, paragraph);
  t->doc.text = bede_arena_copy(&t->arena, bede_buf_str(&text));
  bede_buf_release(&text);
  for (uint32_t i = 0; i < t->doc.sentences.count; i++)
    bede_tree_link(&t->doc, i);
}

static inline void tree_release(tree *t)
{
  bede_arena_release(&t->arena);
}

// The n-th (from 0) word with this form.
static inline uint32_t tree_nth(const tree *t, const char *form, unsigned n)
{
  for (uint32_t i = 0; i < t->doc.words.count; i++) {
    if (bede_str_is(bede_word_form(&t->doc, i), form) && n-- == 0) return i;
  }
  fail_msg("no word %s", form);
  return BEDE_NONE;
}

static inline uint32_t tree_find(const tree *t, const char *form)
{
  return tree_nth(t, form, 0);
}

#endif
