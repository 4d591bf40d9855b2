// Runs the cases of tests/spec/text.txt: see there for their form.
#include "unit.h"

#include "../tools/text_check.h"
#include "base/os.h"
#include "text/text.h"

typedef struct spec_case {
  bede_str title, input, expected;
} spec_case;

static bede_buf spec;

// The line at the start of *rest without its line feed; *rest goes on behind.
static bede_str next_line(bede_str *rest)
{
  bede_str line;
  *rest = bede_str_cut(*rest, '\n', &line);
  return line;
}

// Reads lines up to the line `end` as one string.
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

static void print_words(const bede_doc *doc, bede_buf *out)
{
  for (uint32_t i = 0; i < doc->sentences.count; i++) {
    const bede_sentence *s = &doc->sentences.items[i];
    for (uint32_t w = s->word_begin; w < s->word_end; w++) {
      unsigned flags = doc->words.items[w].flags;
      if (flags & BEDE_WORD_MWT_IN) {
        bede_buf_append_char(out, '|');
      } else if (w > s->word_begin) {
        bede_buf_append_char(out, ' ');
      }
      bede_buf_append_str(out, bede_word_form(doc, w));
      if (flags & BEDE_WORD_MARKER) bede_buf_append_char(out, '^');
    }
    bede_buf_append_char(out, '\n');
  }
}

// Is the case right? Says what is wrong, if not.
static bool run_case(const spec_case *c, bede_arena *arena)
{
  bede_doc doc;
  bede_buf got;
  bede_buf_init(&got, 0);
  bede_arena_clear(arena);
  bede_doc_init(&doc, arena);
  doc.text = c->input;
  assert_int_equal(bede_text_split(&doc, NULL), BEDE_OK);
  assert_null(text_check(&doc));
  print_words(&doc, &got);
  bool right = bede_str_eq(bede_buf_str(&got), c->expected);
  if (!right) {
    print_message("case: %.*s\nexpected:\n%.*sgot:\n%s", (int)c->title.len,
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
  assert_true(cases >= 50);
}

// Cut anywhere, the text still gives whole words.
TEST(every_prefix_of_the_spec_keeps_the_invariants)
{
  bede_arena arena;
  bede_str text = bede_buf_str(&spec);
  size_t end = text.len < 6000 ? text.len : 6000;
  bede_arena_init(&arena);
  for (size_t len = 0; len <= end; len += 7) {
    bede_doc doc;
    if (bede_utf8_check(text.ptr, len, true) < len) continue;
    bede_arena_clear(&arena);
    bede_doc_init(&doc, &arena);
    doc.text = bede_str_sub(text, 0, len);
    assert_int_equal(bede_text_split(&doc, NULL), BEDE_OK);
    assert_null(text_check(&doc));
  }
  bede_arena_release(&arena);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_case_of_the_spec),
      cmocka_unit_test(every_prefix_of_the_spec_keeps_the_invariants),
  };
  const char *root = getenv("BEDE_ROOT");
  char path[4096];
  (void)snprintf(path, sizeof path, "%s/tests/spec/text.txt",
                 root ? root : ".");
  bede_buf_init(&spec, 0);
  bede_error err = {.message = ""};
  if (bede_os_read_file(path, &spec, &err)) {
    print_error("%s\n", err.message);
    return 1;
  }
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  bede_buf_release(&spec);
  return failed;
}
