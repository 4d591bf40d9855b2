// Reference markers and links, the list that they may lead to, and what is
// warned of.
#include "attrib/work.h"
#include "text/text.h"
#include "unit.h"

static void put_citation(const bede_doc *doc, const bede_citation *c,
                         bede_buf *out)
{
  if (c->kind == BEDE_CITE_LINK) {
    bede_buf_append_str(out, bede_doc_str(doc, c->span));
  } else {
    bede_buf_append_str(out, c->marker);
  }
  bede_buf_printf(out, "@%u", c->sentence);
  if (!c->target.end) return;
  bede_buf_append_char(out, '>');
  bede_buf_append_str(out, bede_doc_str(doc, c->target));
}

static void put_warnings(const bede_doc *doc, bede_buf *out)
{
  for (uint32_t i = 0; i < doc->warnings.count; i++) {
    const bede_warning *w = &doc->warnings.items[i];
    bede_buf_printf(out, "%s%s ", i ? " " : "", w->code);
    bede_buf_append_str(out, bede_doc_str(doc, w->span));
  }
}

static void run(const char *z, bool warnings, const char *want)
{
  bede_arena arena;
  bede_doc doc;
  bede_buf got;
  bede_arena_init(&arena);
  bede_buf_init(&got, 0);
  bede_doc_init(&doc, &arena);
  doc.text = bede_str_from(z);
  assert_int_equal(bede_text_split(&doc, NULL), BEDE_OK);
  assert_int_equal(bede_text_references(&doc, NULL), BEDE_OK);
  assert_int_equal(bede_cites_find(&doc), BEDE_OK);
  bede_doc_check(&doc);
  for (uint32_t i = 0; i < doc.citations.count && !warnings; i++) {
    if (i) bede_buf_append_char(&got, ' ');
    put_citation(&doc, &doc.citations.items[i], &got);
  }
  if (warnings) put_warnings(&doc, &got);
  assert_string_equal(got.len ? bede_buf_str(&got).ptr : "", want);
  bede_buf_release(&got);
  bede_arena_release(&arena);
}

// The citations of `z`, each "marker@sentence" or "marker@sentence>target".
static void check(const char *z, const char *want)
{
  run(z, false, want);
}

// Its warnings, each "code words".
static void check_warnings(const char *z, const char *want)
{
  run(z, true, want);
}

TEST(markers)
{
  check("The town fell.[1] The mayor fled.[2]", "1@0 2@1");
  check("The town fell. [ 2] The mayor fled.", "2@0");
  check("The town fell [3].", "3@0");
  check("The town fell.[12a] The mayor fled.[note 1]", "12a@0 note 1@1");
  check("The town fell.[^4] It burned.", "4@0");
  check("The town fell.", "");
  check("", "");
}

TEST(several_numbers)
{
  check("The town fell.[3, 4] It burned.", "3@0 4@0");
  check("The town fell.[3-5] It burned.", "3@0 4@0 5@0");
  check("The town fell.[1; 3\xE2\x80\x93"
        "4] It burned.",
        "1@0 3@0 4@0");
  check("The town fell.[1][2] It burned.", "1@0 2@0");
}

TEST(raised_numbers)
{
  check("The town fell.\xC2\xB9 The mayor fled.\xC2\xB9\xE2\x81\xB0",
        "1@0 10@1");
  check("The mayor\xC2\xB2 fled.", "2@0");
  check("The camp holds 5 km\xC2\xB2 of land, 10\xC2\xB3 tents.", "");
}

TEST(requests_for_a_reference)
{
  check("The town fell.[citation needed] It burned.", "citation needed@0");
  check("The town fell [Citation needed].", "Citation needed@0");
}

TEST(brackets_of_other_use)
{
  check("\"We [sic] saw [him] and [...] left in [2014],\" he said.", "");
  check("He [the minister] fled[s] and [a] man stayed.", "");
  check("The team won [3-1] at home.", "");
  check("(3) soldiers of Unit (12) died in (2014).", "");
  check("The note [note the date] and [n] and [ref] and [] stay.", "");
}

TEST(lists)
{
  check("The town fell.[1] The mayor fled.[2]\n\n[1] http://example.org/a\n"
        "[2] The Daily Example, 3 May\n",
        "1@0>[1] http://example.org/a 2@1>[2] The Daily Example, 3 May");
  check("The town fell.[2]\n\n1. A book\n2. A paper", "2@0>2. A paper");
  check("The town fell.[4]\n\n1. A book\n2. A paper", "4@0");
  check("The town fell.[8]\n\n7. A book\n8. A paper", "8@0>8. A paper");
  check("The town fell.[8]\n\n8. A book\n\nBy A. Author", "8@0>8. A book");
}

TEST(lists_under_headings)
{
  check("The town fell.[2]\n\nReferences\n\n1. A book\n2. A paper\n\nMore.",
        "2@0>2. A paper");
  check("It fell.[2]\n\n== Notes ==\n(1) A book\n(2) A paper",
        "2@0>(2) A paper");
  check("It fell.[2]\n\nSources:\n^ A book\n^ A paper", "2@0>^ A paper");
  check("It fell.[1] It burned.[note 1]\n\nNotes\n1. A word\n\nReferences\n"
        "1. A book",
        "1@0>1. A book note 1@1>1. A word");
  check("It fell.[1]\n\nFootnotes\n1. A word", "1@0>1. A word");
}

TEST(numbers_that_only_a_list_makes_markers)
{
  check("The town fell.3 The mayor fled.\n\nNotes\n3. A book", "3@0>3. A book");
  check("The town fell.3 The mayor fled.", "");
  check("The town fell (3). The mayor fled.\n\nNotes\n3. A book",
        "3@0>3. A book");
  check("Ali (3), a boy, (3) men and Unit (3).\n\nNotes\n3. A book", "");
  check("The town fell.[1] A boy (1), fled.\n\nNotes\n1. A book",
        "1@0>1. A book");
}

TEST(no_list)
{
  // Numbered lines that are followed by more text are no references.
  check("[1] A book\n\nThe town fell.[1]", "1@0 1@1");
  // Nor are those of an agenda, or prose behind a heading.
  check("The agenda:\n\n1. The town fell.[3]\n2. The mayor fled.", "3@2");
  check("It fell.\n\nNotes\n\nThe mayor fled and the town burned.[1]", "1@2");
}

TEST(links)
{
  check("See http://example.org/a and www.example.org/b.",
        "http://example.org/a@0 www.example.org/b@0");
  check("He fled, [the paper](https://example.org/x) says.",
        "[the paper](https://example.org/x)@0>https://example.org/x");
  check("See http://example.org/a/.\n\nSources\n* A paper, "
        "https://www.example.org/a",
        "http://example.org/a/@0>* A paper, https://www.example.org/a");
  check("Write to me@example.org or to the firm Example.com today.", "");
}

TEST(warnings)
{
  check_warnings("The town fell.[1]\n\n[1] A book", "");
  check_warnings("The town fell.[1] It burned.[2]\n\n[1] A book",
                 "unresolved_citation [2]");
  check_warnings("The town fell.[1]\n\n[1] A book\n[2] A paper\n[3] A film",
                 "uncited_reference [2] A paper");
  check_warnings("The town fell.\n\nSources\n* A book\n* A paper", "");
}

// Overlong sentences are cut, also inside of a marker.
TEST(markers_that_are_cut)
{
  bede_buf text;
  bede_buf_init(&text, 0);
  for (uint32_t i = 0; i < BEDE_MAX_SENTENCE_WORDS; i++)
    bede_buf_append_z(&text, "a [1, 2, 3-9] ");
  bede_arena arena;
  bede_doc doc;
  bede_arena_init(&arena);
  bede_doc_init(&doc, &arena);
  doc.text = bede_buf_str(&text);
  assert_int_equal(bede_text_split(&doc, NULL), BEDE_OK);
  assert_int_equal(bede_cites_find(&doc), BEDE_OK);
  bede_doc_check(&doc);
  assert_true(doc.citations.count > BEDE_MAX_SENTENCE_WORDS);
  bede_arena_release(&arena);
  bede_buf_release(&text);
}

TEST(every_reference_has_a_ceiling)
{
  bede_buf text;
  bede_buf_init(&text, 0);
  bede_buf_append_z(&text, "It fell.\n\nReferences\n");
  for (uint32_t i = 0; i < BEDE_MAX_REFERENCES + 1; i++)
    bede_buf_append_z(&text, "* A book\n");
  bede_arena arena;
  bede_doc doc;
  bede_arena_init(&arena);
  bede_doc_init(&doc, &arena);
  doc.text = bede_buf_str(&text);
  assert_int_equal(bede_text_split(&doc, NULL), BEDE_OK);
  assert_int_equal(bede_text_references(&doc, NULL), BEDE_OK);
  assert_int_equal(doc.references.count, BEDE_MAX_REFERENCES);
  bede_arena_release(&arena);
  bede_buf_release(&text);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(markers),
      cmocka_unit_test(several_numbers),
      cmocka_unit_test(raised_numbers),
      cmocka_unit_test(requests_for_a_reference),
      cmocka_unit_test(brackets_of_other_use),
      cmocka_unit_test(lists),
      cmocka_unit_test(lists_under_headings),
      cmocka_unit_test(numbers_that_only_a_list_makes_markers),
      cmocka_unit_test(no_list),
      cmocka_unit_test(links),
      cmocka_unit_test(warnings),
      cmocka_unit_test(markers_that_are_cut),
      cmocka_unit_test(every_reference_has_a_ceiling),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
