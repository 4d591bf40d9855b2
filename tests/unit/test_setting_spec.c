// Runs the cases of tests/spec/setting.txt through text, lang and setting: see
// there for their form.
#include "unit.h"

#include "base/os.h"
#include "lang/lang.h"
#include "setting/setting.h"
#include "text/text.h"

typedef struct spec_case {
  bede_str title, input, expected;
} spec_case;

static bede_buf spec;
static bede_model *model;
static bede_lang *lang;
static bede_lexicon *lex;

static bede_str next_line(bede_str *rest)
{
  bede_str line;
  *rest = bede_str_cut(*rest, '\n', &line);
  return line;
}

static bede_str block(bede_str *rest, const char *end)
{
  bede_str whole = {rest->ptr, 0};
  while (rest->len) {
    const char *begin = rest->ptr;
    bede_str line = next_line(rest);
    if (bede_str_is(line, end)) {
      whole.len = (size_t)(begin - whole.ptr);
      return whole;
    }
  }
  fail_msg("the spec has an open case: no line '%s'", end);
  return whole;
}

static bool next_case(bede_str *rest, spec_case *out)
{
  while (rest->len) {
    bede_str line = next_line(rest);
    if (!bede_str_starts(line, "=== ")) continue;
    out->title = bede_str_sub(line, 4, line.len);
    out->input = bede_str_trim(block(rest, "---"));
    out->expected = block(rest, "===");
    return true;
  }
  return false;
}

static void print_date(const bede_doc *doc, const bede_timex *t, bede_buf *out)
{
  bede_buf_append_z(out, "D ");
  bede_buf_append_str(out, bede_doc_str(doc, t->span));
  bede_buf_append_z(out, " = ");
  bede_buf_append_str(out, t->value);
  if (t->mod.ptr) {
    bede_buf_append_char(out, ' ');
    bede_buf_append_str(out, t->mod);
  }
  if (t->from.year) {
    bede_buf_append_char(out, ' ');
    bede_date_put(out, t->from);
    bede_buf_append_z(out, "..");
    bede_date_put(out, t->to);
  } else if (t->type == BEDE_TIMEX_DATE) {
    bede_buf_append_z(out, " open");
  }
  bede_buf_append_char(out, '\n');
}

static void print_quantity(const bede_doc *doc, const bede_quantity *q,
                           bede_buf *out)
{
  static const char *const of[] = {
#define X(s, n) n,
      BEDE_QUANTITY_OF_LIST(X)
#undef X
  };
  bede_buf_append_z(out, "Q ");
  bede_buf_append_str(out, bede_doc_str(doc, q->span));
  bede_buf_append_z(out, " = ");
  if (q->has_low) bede_buf_append_i64(out, q->low);
  bede_buf_append_z(out, "..");
  if (q->has_high) bede_buf_append_i64(out, q->high);
  bede_buf_printf(out, " %s %s", q->rule, of[q->of]);
  if (q->of_span.end) {
    bede_buf_append_char(out, ' ');
    bede_buf_append_str(out, bede_doc_str(doc, q->of_span));
  }
  bede_buf_append_char(out, '\n');
}

static void print_all(const bede_doc *doc, bede_buf *out)
{
  for (uint32_t s = 0; s < doc->sentences.count; s++) {
    for (uint32_t i = 0; i < doc->dates.count; i++) {
      const bede_timex *t = &doc->dates.items[i];
      if (t->sentence == s) print_date(doc, t, out);
    }
    for (uint32_t i = 0; i < doc->quantities.count; i++) {
      const bede_quantity *q = &doc->quantities.items[i];
      if (q->sentence == s) print_quantity(doc, q, out);
    }
  }
}

// The day of the report in the first line, if there is one.
static bede_str take_day(bede_doc *doc, bede_str input)
{
  if (!bede_str_starts(input, "@")) return input;
  bede_str line = next_line(&input);
  bede_str day = bede_str_trim(bede_str_sub(line, 1, line.len));
  assert_true(bede_date_parse(day, &doc->published_date));
  return input;
}

static bool run_case(const spec_case *c, bede_arena *arena)
{
  bede_doc doc;
  bede_buf got;
  bede_buf_init(&got, 0);
  bede_arena_clear(arena);
  bede_doc_init(&doc, arena);
  doc.text = take_day(&doc, c->input);
  assert_int_equal(bede_text_split(&doc, NULL), BEDE_OK);
  assert_int_equal(bede_lang_annotate(lang, &doc, NULL), BEDE_OK);
  for (uint32_t i = 0; i < doc.sentences.count; i++) {
    assert_int_equal(bede_lexicon_bind(lex, &doc, i), BEDE_OK);
  }
  assert_int_equal(bede_setting_find(&doc, lex, NULL), BEDE_OK);
  bede_doc_check(&doc);
  print_all(&doc, &got);
  bool right = bede_str_eq(bede_buf_str(&got), c->expected);
  if (!right) {
    print_message("case: %.*s\nexpected:\n%.*sgot:\n%s\n", (int)c->title.len,
                  c->title.ptr, (int)c->expected.len, c->expected.ptr,
                  bede_buf_str(&got).ptr);
  }
  bede_buf_release(&got);
  return right;
}

TEST(every_case_of_the_spec)
{
  bede_arena arena;
  bede_str rest = bede_buf_str(&spec);
  spec_case c;
  unsigned cases = 0, wrong = 0;
  bede_arena_init(&arena);
  while (next_case(&rest, &c)) {
    cases++;
    wrong += !run_case(&c, &arena);
  }
  bede_arena_release(&arena);
  print_message("%u cases\n", cases);
  assert_int_equal(wrong, 0);
  assert_true(cases >= 35);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(every_case_of_the_spec)};
  const char *root = getenv("BEDE_ROOT");
  char path[4096];
  bede_str embedded = {NULL, 0};
  bede_error err = {.message = ""};
  (void)snprintf(path, sizeof path, "%s/tests/spec/setting.txt",
                 root ? root : ".");
  bede_buf_init(&spec, 0);
  if (bede_os_read_file(path, &spec, &err) ||
      bede_lexicon_open(embedded, &lex, &err) ||
      bede_model_open(embedded, &model, &err) ||
      bede_lang_new(model, BEDE_FAST, &lang, &err)) {
    print_error("%s\n", err.message);
    return 1;
  }
  bede_lang_know(lang, lex);
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  bede_lang_free(lang);
  bede_model_free(model);
  bede_lexicon_free(lex);
  bede_buf_release(&spec);
  return failed;
}
