// Cases as text (tests/spec): a pipeline with what is built in, a document of
// a case, the cases of a file.
#ifndef UNIT_SPEC_H
#define UNIT_SPEC_H

#include "unit.h"

#include "base/os.h"
#include "coder/coder.h"

typedef struct spec_pipeline {
  bede_model *model;
  bede_lang *lang;
  bede_lexicon *lex;
} spec_pipeline;

static spec_pipeline spec;

static inline int spec_open(void **state BEDE_UNUSED)
{
  bede_error err = {{0}, 0, 0};
  bede_str embedded = {NULL, 0};
  if (bede_model_open(embedded, &spec.model, &err)) return -1;
  if (bede_lang_new(spec.model, BEDE_FAST, &spec.lang, &err)) return -1;
  if (bede_lexicon_open(embedded, &spec.lex, &err)) return -1;
  bede_lang_know(spec.lang, spec.lex);
  return 0;
}

static inline int spec_close(void **state BEDE_UNUSED)
{
  bede_lexicon_free(spec.lex);
  bede_lang_free(spec.lang);
  bede_model_free(spec.model);
  return 0;
}

// The first line of a case: "> " or, of a near-miss, "* ", then perhaps a date
// of publication ("2019-01-31 | "), then the text. Later lines say what is due.
typedef struct spec_case {
  bede_str date, text, lines;
} spec_case;

static inline bool spec_is_case(bede_str line)
{
  return bede_str_starts(line, "> ") || bede_str_starts(line, "* ");
}

static inline void spec_read_text(bede_str line, spec_case *out)
{
  out->text = bede_str_sub(line, 2, line.len);
  out->date = bede_str_sub(line, 0, 0);
  if (out->text.len < 13 || out->text.ptr[11] != '|') return;
  out->date = bede_str_sub(out->text, 0, 10);
  out->text = bede_str_sub(out->text, 13, out->text.len);
}

static inline bool spec_next(bede_str *rest, spec_case *out)
{
  bede_str line;
  while (rest->len) {
    *rest = bede_str_cut(*rest, '\n', &line);
    if (!spec_is_case(line)) continue;
    spec_read_text(line, out);
    out->lines = bede_str_sub(*rest, 0, 0);
    while (rest->len) {
      bede_str after = bede_str_cut(*rest, '\n', &line);
      if (bede_str_trim(line).len == 0 || spec_is_case(line)) break;
      out->lines.len += line.len + 1;
      *rest = after;
    }
    return true;
  }
  return false;
}

static inline bool spec_has_line(bede_str lines, bede_str wanted)
{
  bede_str line;
  while (lines.len) {
    lines = bede_str_cut(lines, '\n', &line);
    if (bede_str_eq(line, wanted)) return true;
  }
  return false;
}

// All lines of `a` are in `b`.
static inline bool spec_lines_in(bede_str a, bede_str b)
{
  bede_str line;
  while (a.len) {
    a = bede_str_cut(a, '\n', &line);
    if (line.len && !spec_has_line(b, line)) return false;
  }
  return true;
}

// Codes the text of a case; a pilcrow between blanks ends a paragraph, two the
// headline.
static inline void spec_code(const spec_case *c, bede_doc *doc,
                             bede_arena *arena)
{
  static const char title[] = " \xc2\xb6\xc2\xb6 ", end[] = " \xc2\xb6 ";
  bede_pipeline pipeline = {spec.lex, spec.lang, false, NULL};
  bede_str text = c->text;
  bede_buf body;
  uint32_t body_begin = 0;
  bede_buf_init(&body, 0);
  for (size_t i = 0; i < text.len; i++) {
    if (text.len - i >= 6 && memcmp(text.ptr + i, title, 6) == 0) {
      bede_buf_append_z(&body, "\n\n");
      body_begin = (uint32_t)body.len;
      i += 5;
    } else if (text.len - i >= 4 && memcmp(text.ptr + i, end, 4) == 0) {
      bede_buf_append_z(&body, "\n\n");
      i += 3;
    } else {
      bede_buf_append_char(&body, text.ptr[i]);
    }
  }
  bede_arena_clear(arena);
  bede_doc_init(doc, arena);
  doc->text = bede_arena_copy(arena, bede_buf_str(&body));
  doc->body_begin = body_begin;
  if (c->date.len) assert_true(bede_date_parse(c->date, &doc->published_date));
  bede_buf_release(&body);
  bede_error err = {{0}, 0, 0};
  bede_status status = bede_coder_run(&pipeline, doc, &err);
  if (status) fail_msg("%s", err.message);
}

// Runs all cases of a file of tests/spec; *count gets their number. Returns how
// many are right.
static inline size_t spec_run(const char *name, bool report, size_t *count,
                              bool run(const spec_case *c, bede_arena *arena,
                                       bool report))
{
  char path[4096];
  const char *root = getenv("BEDE_ROOT");
  bede_buf text;
  bede_arena arena;
  bede_buf_init(&text, 0);
  bede_arena_init(&arena);
  (void)snprintf(path, sizeof path, "%s/tests/spec/%s", root ? root : ".",
                 name);
  assert_int_equal(bede_os_read_file(path, &text, NULL), BEDE_OK);
  bede_str rest = bede_buf_str(&text);
  spec_case c;
  size_t right = 0;
  *count = 0;
  while (spec_next(&rest, &c)) {
    ++*count;
    if (run(&c, &arena, report)) right++;
  }
  bede_arena_release(&arena);
  bede_buf_release(&text);
  return right;
}

#endif
