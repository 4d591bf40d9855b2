// Segmentation beyond the spec's cases: flags, paragraphs, titles, limits,
// hostile text, phrases.
#include "unit.h"

#include "../tools/text_check.h"
#include "base/buf.h"
#include "text/text.h"

typedef struct cut {
  bede_arena arena;
  bede_doc doc;
} cut;

static int open_cut(void **state)
{
  cut *c = calloc(1, sizeof *c);
  if (!c) return -1;
  bede_arena_init(&c->arena);
  *state = c;
  return 0;
}

static int close_cut(void **state)
{
  cut *c = *state;
  bede_arena_release(&c->arena);
  free(c);
  return 0;
}

static bede_doc *split_title(cut *c, bede_str text, uint32_t body_begin)
{
  bede_arena_clear(&c->arena);
  bede_doc_init(&c->doc, &c->arena);
  c->doc.text = text;
  c->doc.body_begin = body_begin;
  assert_int_equal(bede_text_split(&c->doc, NULL), BEDE_OK);
  const char *wrong = text_check(&c->doc);
  if (wrong) fail_msg("%s", wrong);
  bede_doc_check(&c->doc);
  return &c->doc;
}

static bede_doc *split(cut *c, const char *text)
{
  return split_title(c, bede_str_from(text), 0);
}

static void empty_text_has_no_words(void **state)
{
  cut *c = *state;
  assert_int_equal(split(c, "")->words.count, 0);
  assert_int_equal(split(c, " \n\t \r\n \xC2\xA0")->words.count, 0);
  assert_int_equal(split(c, "x")->sentences.count, 1);
}

static void flags_say_where_blanks_are(void **state)
{
  bede_doc *doc = split(*state, "He can't go, no.");
  static const unsigned flags[] = {BEDE_WORD_SPACE_AFTER,
                                   BEDE_WORD_MWT, // He ca
                                   BEDE_WORD_MWT_IN | BEDE_WORD_SPACE_AFTER,
                                   0,
                                   BEDE_WORD_SPACE_AFTER,
                                   0,
                                   0};
  assert_int_equal(doc->words.count, 7);
  for (uint32_t i = 0; i < 7; i++) {
    assert_int_equal(doc->words.items[i].flags, flags[i]);
  }
}

static void words_start_without_a_tree(void **state)
{
  bede_doc *doc = split(*state, "Two words");
  for (uint32_t i = 0; i < 2; i++) {
    const bede_word *w = &doc->words.items[i];
    assert_int_equal(w->head, BEDE_NONE);
    assert_int_equal(w->first_child, BEDE_NONE);
    assert_int_equal(w->next_sibling, BEDE_NONE);
    assert_int_equal(w->mention, BEDE_NONE);
  }
}

static void title_is_a_sentence_of_its_own(void **state)
{
  bede_str text = bede_str_from("Talks fail. Army waits\n\nThe talks failed.");
  bede_doc *doc = split_title(*state, text, 24);
  assert_int_equal(doc->sentences.count, 3);
  assert_true(doc->sentences.items[0].title);
  assert_true(doc->sentences.items[1].title);
  assert_false(doc->sentences.items[2].title);
  assert_str(bede_doc_str(doc, doc->sentences.items[1].span), "Army waits");
}

static void paragraphs_are_counted(void **state)
{
  bede_doc *doc = split(*state, "One. Two.\r\n\r\nThree.\n \n\n\nFour.");
  static const uint32_t paragraphs[] = {0, 0, 1, 2};
  assert_int_equal(doc->sentences.count, 4);
  for (uint32_t i = 0; i < 4; i++) {
    assert_int_equal(doc->sentences.items[i].paragraph, paragraphs[i]);
  }
}

static void wrapped_lines_are_joined_with_any_line_end(void **state)
{
  static const char *const texts[] = {
      "The guards left the gate\nand went into the yard\nto wait.",
      "The guards left the gate\r\nand went into the yard\r\nto wait.",
      "The guards left the gate\rand went into the yard\rto wait."};
  for (size_t i = 0; i < 3; i++) {
    bede_doc *doc = split(*state, texts[i]);
    assert_int_equal(doc->sentences.count, 1);
    assert_int_equal(doc->words.count, 13);
  }
}

// A long line among short ones: lines are paragraphs although one of them goes
// on in lower case.
static void long_lines_are_paragraphs(void **state)
{
  bede_buf text;
  bede_buf_init(&text, 0);
  for (int i = 0; i < 40; i++) {
    bede_buf_append_z(&text, "word after word ");
  }
  bede_buf_append_z(&text, "\nand a second paragraph without a full stop\n");
  assert_int_equal(split(*state, text.ptr)->sentences.count, 2);
  bede_buf_release(&text);
}

static void sentences_are_cut_at_the_limit(void **state)
{
  bede_buf text;
  bede_buf_init(&text, 0);
  for (unsigned i = 1; i < BEDE_MAX_SENTENCE_WORDS; i++) {
    bede_buf_append_z(&text, i == 200 ? "w, " : "w ");
  }
  bede_doc *doc = split(*state, text.ptr); // as many words as may be
  assert_int_equal(doc->words.count, BEDE_MAX_SENTENCE_WORDS);
  assert_int_equal(doc->sentences.count, 1);
  assert_int_equal(doc->warnings.count, 0);
  bede_buf_append_z(&text, "w"); // one more
  doc = split(*state, text.ptr);
  assert_int_equal(doc->sentences.count, 2);
  assert_int_equal(doc->sentences.items[0].word_end, 201); // behind the comma
  assert_int_equal(doc->warnings.count, 1);
  assert_string_equal(doc->warnings.items[0].code, "long_sentence");
  bede_buf_release(&text);
}

static void long_words_are_cut_at_a_code_point(void **state)
{
  bede_buf text;
  bede_buf_init(&text, 0);
  for (unsigned i = 0; i < BEDE_MAX_WORD_BYTES; i++) {
    bede_buf_append_char(&text, 'x');
  }
  assert_int_equal(split(*state, text.ptr)->words.count, 1);
  bede_buf_append_char(&text, 'x');
  assert_int_equal(split(*state, text.ptr)->words.count, 2);
  bede_buf_clear(&text);
  bede_buf_append_char(&text, 'x');
  for (unsigned i = 0; i < BEDE_MAX_WORD_BYTES; i++) {
    bede_buf_append_z(&text, "\xC5\x81");
  }
  bede_doc *doc = split(*state, text.ptr);
  assert_int_equal(doc->words.count, 3);
  assert_int_equal(doc->words.items[0].span.end, BEDE_MAX_WORD_BYTES - 1);
  bede_buf_release(&text);
}

static void over_long_text_is_refused(void **state)
{
  cut *c = *state;
  bede_error err;
  char *text = malloc(BEDE_MAX_DOCUMENT + 1);
  assert_non_null(text);
  memset(text, '\n', BEDE_MAX_DOCUMENT + 1);
  bede_doc_init(&c->doc, &c->arena);
  c->doc.text = (bede_str){text, BEDE_MAX_DOCUMENT};
  assert_int_equal(bede_text_split(&c->doc, &err), BEDE_OK);
  c->doc.text.len++;
  assert_int_equal(bede_text_split(&c->doc, &err), BEDE_ELIMIT);
  assert_int_equal(err.offset, BEDE_MAX_DOCUMENT);
  free(text);
}

// Look-ahead is bounded: a megabyte of what starts a rule and never ends it
// takes no longer than prose does. A quadratic rule would take hours.
static void hostile_text_is_cut(void **state)
{
  static const char *const units[] = {
      "(",   "\"", "'",         ".",     ". ",    "a.",          "a@",  "!)",
      "a-",  "1-", "[1",        "A&",    "1/",    "‘",           "?\"", "www.",
      "#",   "@a", "…",         "don't", "1,000", "S. ",         "\n",  "a\n",
      "-\n", ":)", "http://a(", "a'",    "漢",    "\xE2\x80\x8B"};
  for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
    bede_buf text;
    bede_buf_init(&text, 0);
    while (text.len < 1u << 20)
      bede_buf_append_z(&text, units[i]);
    (void)split_title(*state, bede_buf_str(&text), 0);
    bede_buf_release(&text);
  }
}

static void marks_without_words_are_sentences(void **state)
{
  cut *c = *state;
  assert_int_equal(split(c, "...")->sentences.count, 1);
  assert_int_equal(split(c, "\"?\" \"!\"")->sentences.count, 2);
  assert_int_equal(split(c, "[3]")->sentences.count, 1);
  assert_int_equal(split(c, ")")->sentences.count, 1);
}

// What closes behind a mark is looked for within a window: marks and brackets
// without end would else be read anew from each of them.
static void closers_without_end_are_cut(void **state)
{
  bede_buf text;
  bede_buf_init(&text, 0);
  bede_buf_append_z(&text, "It went on ");
  for (int i = 0; i < 200; i++)
    bede_buf_append_z(&text, "!)");
  bede_buf_append_z(&text, ", so they say.");
  assert_true(split(*state, text.ptr)->sentences.count > 1);
  bede_buf_release(&text);
}

// Every allocation that fails is reported, and the next try is sound.
static void failing_memory_is_reported(void **state)
{
  cut *c = *state;
  bede_status status = BEDE_ENOMEM;
  for (uint64_t n = 1; status == BEDE_ENOMEM; n++) {
    bede_arena_release(&c->arena);
    bede_arena_init(&c->arena);
    bede_doc_init(&c->doc, &c->arena);
    c->doc.text = bede_str_from("A first sentence. And one more, isn't it?");
    (void)bede_mem_fail_after(n);
    status = bede_text_split(&c->doc, NULL);
    (void)bede_mem_fail_after(0);
    assert_true(n < 1000);
  }
  assert_int_equal(status, BEDE_OK);
  assert_null(text_check(&c->doc));
}

TEST(phrases_of_the_knowledge)
{
  bede_span out[8];
  bede_str acme = bede_str_from("Acme Inc."), us = bede_str_from("U.S. Army");
  assert_int_equal(bede_text_words(acme, out, 8), 2);
  assert_str(bede_str_sub(acme, out[1].begin, out[1].end), "Inc.");
  assert_int_equal(bede_text_words(us, out, 8), 2);
  assert_str(bede_str_sub(us, out[0].begin, out[0].end), "U.S.");
  assert_int_equal(bede_text_words(bede_str_from("al-Nusra Front"), out, 8), 4);
  assert_int_equal(bede_text_words(bede_str_from("a b c"), out, 3), 3);
  assert_int_equal(bede_text_words(bede_str_from("a b c"), out, 2), SIZE_MAX);
  assert_int_equal(bede_text_words(bede_str_from(" "), out, 8), 0);
  assert_int_equal(bede_text_words(bede_str_from(""), NULL, 0), 0);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, open_cut, close_cut)

int main(void)
{
  const struct CMUnitTest tests[] = {
      CASE(empty_text_has_no_words),
      CASE(flags_say_where_blanks_are),
      CASE(words_start_without_a_tree),
      CASE(title_is_a_sentence_of_its_own),
      CASE(paragraphs_are_counted),
      CASE(wrapped_lines_are_joined_with_any_line_end),
      CASE(long_lines_are_paragraphs),
      CASE(sentences_are_cut_at_the_limit),
      CASE(long_words_are_cut_at_a_code_point),
      CASE(over_long_text_is_refused),
      CASE(hostile_text_is_cut),
      CASE(marks_without_words_are_sentences),
      CASE(closers_without_end_are_cut),
      CASE(failing_memory_is_reported),
      cmocka_unit_test(phrases_of_the_knowledge),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
