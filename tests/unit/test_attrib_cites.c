// Reference markers and the list that they may lead to.
#include "attrib/work.h"
#include "text/text.h"
#include "unit.h"

// The citations of `z` as "marker@sentence" or "marker@sentence>target".
static void check(const char *z, const char *want)
{
  bede_arena arena;
  bede_doc doc;
  bede_buf got;
  bede_arena_init(&arena);
  bede_buf_init(&got, 0);
  bede_doc_init(&doc, &arena);
  doc.text = bede_str_from(z);
  assert_int_equal(bede_text_split(&doc, NULL), BEDE_OK);
  assert_int_equal(bede_cites_find(&doc), BEDE_OK);
  for (uint32_t i = 0; i < doc.citations.count; i++) {
    const bede_citation *c = &doc.citations.items[i];
    if (i) bede_buf_append_char(&got, ' ');
    bede_buf_append_str(&got, c->marker);
    bede_buf_printf(&got, "@%u", c->sentence);
    if (c->target.end) {
      bede_buf_append_char(&got, '>');
      bede_buf_append_str(&got, bede_doc_str(&doc, c->target));
    }
  }
  assert_string_equal(bede_buf_str(&got).ptr, want);
  bede_buf_release(&got);
  bede_arena_release(&arena);
}

TEST(markers)
{
  check("The town fell.[1] The mayor fled.[2]", "1@0 2@1");
  check("The town fell. [ 2] The mayor fled.", "2@0");
  check("The town fell [3].", "3@0");
  check("The town fell.", "");
  check("", "");
}

TEST(lists)
{
  check("The town fell.[1] The mayor fled.[2]\n\n[1] http://example.org/a\n"
        "[2] The Daily Example, 3 May\n",
        "1@0>[1] http://example.org/a 2@1>[2] The Daily Example, 3 May");
  check("The town fell.[2]\n\n1. A book\n2. A paper", "2@0>2. A paper");
  check("The town fell.[4]\n\n1. A book\n2. A paper", "4@0");
}

TEST(no_list)
{
  // Numbered lines that are followed by more text are no references.
  check("[1] A book\n\nThe town fell.[1]", "1@0 1@1");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(markers),
      cmocka_unit_test(lists),
      cmocka_unit_test(no_list),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
