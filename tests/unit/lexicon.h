// Small knowledge and small documents for the tests of the lexicon.
#ifndef TEST_LEXICON_H
#define TEST_LEXICON_H

#include "base/limits.h"
#include "base/utf8.h"
#include "lexicon/compile.h"
#include "lexicon/lexicon.h"
#include "unit.h"

// Compiled knowledge and one sentence bound to it.
typedef struct fixture {
  bede_buf blob;
  bede_lexicon *lex;
  bede_arena arena;
  bede_doc doc;
} fixture;

static inline void fixture_report(void *context, const char *line)
{
  (void)context;
  print_message("%s\n", line);
}

static inline void fixture_files(fixture *f, const bede_knowledge_file *files,
                                 size_t count)
{
  bede_error err = {.message = ""};
  bede_buf_init(&f->blob, 0);
  bede_arena_init(&f->arena);
  bede_doc_init(&f->doc, &f->arena);
  f->lex = NULL;
  assert_int_equal(bede_knowledge_compile_files(files, count, &f->blob,
                                                fixture_report, NULL, &err),
                   BEDE_OK);
  assert_int_equal(bede_lexicon_open(bede_buf_str(&f->blob), &f->lex, &err),
                   BEDE_OK);
}

static inline void fixture_open(fixture *f, const char *path, const char *text)
{
  bede_knowledge_file file = {path, bede_str_from(text)};
  fixture_files(f, &file, 1);
}

static inline void fixture_close(fixture *f)
{
  bede_lexicon_free(f->lex);
  bede_buf_release(&f->blob);
  bede_arena_release(&f->arena);
}

static inline bede_str lower_copy(fixture *f, bede_str s)
{
  bede_buf buf;
  bede_buf_init(&buf, 0);
  bede_utf8_lower(&buf, s);
  bede_str copy = bede_arena_copy(&f->arena, bede_buf_str(&buf));
  bede_buf_release(&buf);
  return copy;
}

// One word, "form~lemma" where the lemma is not the form in lower case; no
// blank is put after it when it is `glued`.
static inline void fixture_word(fixture *f, bede_str word, bool glued,
                                bede_buf *out)
{
  bede_str form;
  bede_word *w = BEDE_LIST_PUSH(&f->doc.words, &f->arena, BEDE_MAX_WORDS);
  assert_non_null(w);
  bede_str lemma = bede_str_cut(word, '~', &form);
  w->span.begin = (uint32_t)out->len;
  bede_buf_append_str(out, form);
  w->span.end = (uint32_t)out->len;
  if (!glued) bede_buf_append_char(out, ' ');
  w->lemma = lemma.ptr ? lemma : lower_copy(f, form);
}

// The words of `text`, blank separated; "a-_b" are three words without blanks
// between them. One sentence, bound.
static inline void fixture_say(fixture *f, const char *text)
{
  bede_buf out;
  bede_str rest = bede_str_from(text), word, form;
  bede_arena_clear(&f->arena);
  bede_doc_init(&f->doc, &f->arena);
  bede_buf_init(&out, 0);
  while (rest.ptr) {
    rest = bede_str_cut(rest, ' ', &word);
    while (word.ptr) {
      bede_str more = bede_str_cut(word, '_', &form);
      if (more.ptr) {
        bede_str hyphen = {"-", 1};
        fixture_word(f, bede_str_sub(form, 0, form.len - 1), true, &out);
        fixture_word(f, hyphen, true, &out);
      } else {
        fixture_word(f, form, false, &out);
      }
      word = more;
    }
  }
  f->doc.text = bede_arena_copy(&f->arena, bede_buf_str(&out));
  bede_buf_release(&out);
  bede_sentence *s =
      BEDE_LIST_PUSH(&f->doc.sentences, &f->arena, BEDE_MAX_SENTENCES);
  assert_non_null(s);
  s->word_end = f->doc.words.count;
  assert_int_equal(bede_lexicon_bind(f->lex, &f->doc, 0), BEDE_OK);
}

static inline uint32_t symbol(const fixture *f, const char *word)
{
  return bede_lexicon_symbol(f->lex, bede_str_from(word));
}

// The key of the first reading of the name that begins at a word, NULL-like
// empty when there is none.
static inline bede_str name_key(const fixture *f, uint32_t word, uint32_t *len,
                                uint32_t *count)
{
  bede_str none = {"", 0};
  const bede_lex_name *n = bede_lexicon_name_at(f->lex, &f->doc, word,
                                                f->doc.words.count, len, count);
  if (!n) return none;
  return bede_lexicon_str(f->lex, bede_lexicon_entity(f->lex, n->entity)->key);
}

#endif
