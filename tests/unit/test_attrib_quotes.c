// Quotation marks: typographic, straight, mixed, wrongly spaced, unbalanced.
#include "attrib/work.h"
#include "text/text.h"
#include "unit.h"

// Splits `z` and finds its quotations. Words without a letter or digit are
// punctuation; there are no tags and no trees here.
static void scan(bede_arena *arena, bede_doc *doc, bede_attrib *a,
                 const char *z)
{
  bede_arena_init(arena);
  bede_doc_init(doc, arena);
  doc->text = bede_str_from(z);
  assert_int_equal(bede_text_split(doc, NULL), BEDE_OK);
  for (uint32_t i = 0; i < doc->words.count; i++) {
    bede_str form = bede_word_form(doc, i);
    bool word = bede_is_alnum((unsigned char)form.ptr[0]);
    doc->words.items[i].upos = word ? BEDE_UPOS_NOUN : BEDE_UPOS_PUNCT;
  }
  memset(a, 0, sizeof *a);
  a->doc = doc;
  assert_int_equal(bede_quotes_find(a), BEDE_OK);
}

// The quotations of `z` must be `want`, joined by "|".
static void check(const char *z, const char *want)
{
  bede_arena arena;
  bede_doc doc;
  bede_attrib a;
  bede_buf got;
  bede_buf_init(&got, 0);
  scan(&arena, &doc, &a, z);
  for (uint32_t i = 0; i < a.quotes.count; i++) {
    const bede_quote *q = &a.quotes.items[i];
    if (i) bede_buf_append_char(&got, '|');
    if (q->previous != BEDE_NONE) bede_buf_append_char(&got, '+');
    if (q->begin >= q->end) continue;
    bede_buf_append_str(
        &got, bede_doc_str(&doc, bede_attrib_span(&doc, q->begin, q->end)));
  }
  assert_string_equal(bede_buf_str(&got).ptr, want);
  bede_buf_release(&got);
  bede_arena_release(&arena);
}

TEST(pairs)
{
  check("He said \"we stay\" and left.", "we stay");
  check("He said “we stay” and “we vote”.", "we stay|we vote");
  check("``We stay'', he said.", "We stay");
  check("He said ‘we stay’ and left.", "we stay");
  check("«We stay», he said.", "We stay");
}

TEST(mixed_and_misspaced)
{
  check("He said:” We stay”.", "We stay");
  check("It condemned the raid stating:” \"We stay,\" and left.", "We stay,");
  check("He said “we stay\" and left.", "we stay");
  check("He said \" we stay \" and left.", "we stay");
}

TEST(apostrophes)
{
  check("The workers' union didn't strike.", "");
  check("The workers’ union didn’t strike.", "");
  check("The board is 5'10\" long.", "");
}

TEST(unclosed)
{
  check("He said: \"We stay. They go.\n\nNothing else was said.",
        "We stay. They go.");
  check("He said \"we stay. They go.\n\nNothing else was said.", "we stay.");
  check("He closed it.” They left.", "");
}

TEST(paragraphs_opened_anew)
{
  check("\"We stay.\n\n\"They go,\" he said.", "We stay.|+They go,");
  check("“We stay.\n\n“They go.\n\n“So it is,” he said.",
        "We stay.|+They go.|+So it is,");
}

TEST(empty)
{
  check("", "");
  check("\"", "");
  check("\"\"", "");
  check("He said \"\" and left.", "");
}

// A hundred thousand marks, balanced or not, are read in one pass.
TEST(many_marks)
{
  static const char *const pieces[] = {"\"", "“", "” ", "\" a ", "'"};
  for (size_t p = 0; p < sizeof pieces / sizeof pieces[0]; p++) {
    size_t n = 100000, len = strlen(pieces[p]);
    char *z = malloc(n * len + 1);
    bede_arena arena;
    bede_doc doc;
    bede_attrib a;
    assert_non_null(z);
    for (size_t i = 0; i < n; i++)
      memcpy(z + i * len, pieces[p], len);
    z[n * len] = 0;
    scan(&arena, &doc, &a, z);
    assert_true(a.quotes.count <= n);
    bede_arena_release(&arena);
    free(z);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(pairs),
      cmocka_unit_test(mixed_and_misspaced),
      cmocka_unit_test(apostrophes),
      cmocka_unit_test(unclosed),
      cmocka_unit_test(paragraphs_opened_anew),
      cmocka_unit_test(empty),
      cmocka_unit_test(many_marks),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
