// Written numbers: digits with their marks and scales, numerals, what only
// looks like a number, what is too large for one.
#include "tree.h"

#include "setting/number.h"

// A text of blank-separated words: FORM or FORM|UPOS; "~" behind a form for no
// blank behind it.
static void read_words(tree *t, const char *text)
{
  bede_buf source;
  bede_buf_init(&source, 0);
  bede_str rest = bede_str_from(text), word, form;
  while (rest.len) {
    rest = bede_str_cut(rest, ' ', &word);
    bede_str upos = bede_str_cut(word, '|', &form);
    bool glued = bede_str_ends(form, "~");
    if (glued) form.len--;
    bede_buf_append_str(&source, form);
    bede_buf_append_z(&source, glued ? "+ = " : " = ");
    bede_buf_append_str(&source, upos.ptr ? upos : bede_str_from("X"));
    bede_buf_append_z(&source, " FW 0 dep\n");
  }
  tree_read(t, source.ptr);
  bede_buf_release(&source);
}

// Reads the number at the start of a text.
static bool number_of(const char *text, bede_number *out)
{
  tree t;
  read_words(&t, text);
  bede_scan scan = {&t.doc, NULL, 0, t.doc.words.count, 0};
  memset(out, 0, sizeof *out);
  bool found = bede_number_at(&scan, 0, out);
  assert_false(found && (out->begin != 0 || out->end > t.doc.words.count));
  tree_release(&t);
  return found;
}

typedef struct number_case {
  const char *text;
  int64_t value;
  uint32_t words;
} number_case;

static void run_cases(const number_case *cases, size_t count, bool whole,
                      const char *rule)
{
  uint32_t wrong = 0;
  for (size_t i = 0; i < count; i++) {
    const number_case *c = &cases[i];
    bede_number n;
    bool found = number_of(c->text, &n);
    if (found && n.value == c->value && n.end == c->words && n.whole == whole &&
        strcmp(n.rule, rule) == 0) {
      continue;
    }
    print_message("%s\n  due: %lld, %u words\n  got: ", c->text,
                  (long long)c->value, c->words);
    if (found) {
      print_message("%lld, %u words, %s\n", (long long)n.value, n.end, n.rule);
    } else {
      print_message("nothing\n");
    }
    wrong++;
  }
  assert_int_equal(wrong, 0);
}
#define RUN(cases, whole, rule)                                                \
  run_cases(cases, sizeof cases / sizeof *cases, whole, rule)

static void run_none(const char *const *texts, size_t count)
{
  uint32_t wrong = 0;
  for (size_t i = 0; i < count; i++) {
    bede_number n;
    if (!number_of(texts[i], &n)) continue;
    print_message("%s: %lld, %u words\n", texts[i], (long long)n.value, n.end);
    wrong++;
  }
  assert_int_equal(wrong, 0);
}
#define RUN_NONE(texts) run_none(texts, sizeof texts / sizeof *texts)

TEST(digits_with_commas)
{
  static const number_case cases[] = {{"0", 0, 1},
                                      {"7", 7, 1},
                                      {"1,500", 1500, 1},
                                      {"12,500 men|NOUN", 12500, 1},
                                      {"1,250,000", 1250000, 1},
                                      {"1,00,000", 100000, 1}, // a lakh
                                      {"12,34,567", 1234567, 1},
                                      {"2,500.0", 2500, 1},
                                      {"2014", 2014, 1}};
  static const char *const none[] = {"12,5",   "1,2,3", "1,50",   "1,5000",
                                     ",500",   "500,",  "1,,500", ",",
                                     "1,500,", "12,34", "00,000"};
  RUN(cases, true, "cardinal");
  RUN_NONE(none);
}

TEST(decimals_lose_a_part)
{
  static const number_case cases[] = {{"3.5", 3, 1},
                                      {"0.5", 0, 1},
                                      {".5", 0, 1},
                                      {"1,500.25", 1500, 1},
                                      {"1.33333333333333333333333", 1, 1}};
  static const char *const none[] = {"1.2.3", "1..5", "5.", ".", "1.5,000"};
  RUN(cases, false, "cardinal");
  RUN_NONE(none);
}

// Many languages write thousands so: where a counted noun stands behind them.
TEST(points_between_thousands)
{
  static const number_case cases[] = {{"12.000 people|NOUN", 12000, 1},
                                      {"12.500 armed|ADJ men|NOUN", 12500, 1},
                                      {"3.125 Syrians|PROPN", 3125, 1},
                                      {"1.250.000", 1250000, 1},
                                      {"1.250.000 .|PUNCT", 1250000, 1},
                                      {"12.000", 12, 1},
                                      {"12.000 of|ADP", 12, 1},
                                      {"1234.000 people|NOUN", 1234, 1}};
  static const number_case decimals[] = {{"12.5 people|NOUN", 12, 1},
                                         {"12.50 people|NOUN", 12, 1},
                                         {"0.125 people|NOUN", 0, 1},
                                         {"12.125", 12, 1}};
  static const char *const none[] = {"1.25.000 people|NOUN", "10.30.15",
                                     "192.168.1.1", "1.000.00", "1.2345.678"};
  RUN(cases, true, "cardinal");
  RUN(decimals, false, "cardinal");
  RUN_NONE(none);
}

// "1.125 million" is a decimal, whatever the tagger takes the scale for.
TEST(a_scale_is_no_counted_noun)
{
  static const number_case cases[] = {
      {"1.125 million|NUM", 1125000, 2},
      {"1.125 million|NOUN", 1125000, 2},
      {"1.125~ m|NOUN people|NOUN", 1125000, 2}};
  RUN(cases, true, "mixed");
}

TEST(blanks_and_apostrophes_between_thousands)
{
  static const number_case cases[] = {
      {"12 500 persons|NOUN", 12500, 2},
      {"1 250 000 persons|NOUN", 1250000, 3},
      {"12 500 armed|ADJ men|NOUN", 12500, 2},
      {"1~ '~ 350 nurses|NOUN", 1350, 3},
      {"1~ ’~ 350 nurses|NOUN", 1350, 3},
      {"1~ '350 nurses|NOUN", 1350, 2},
      {"1~ '~ 250~ '~ 000 nurses|NOUN", 1250000, 5},
      // near misses: the first number stands alone
      {"12 500", 12, 1},
      {"12 500 .|PUNCT", 12, 1},
      {"12 500 of|ADP", 12, 1},
      {"12 50 people|NOUN", 12, 1},
      {"12 5000 people|NOUN", 12, 1},
      {"1200 500 people|NOUN", 1200, 1},
      {"0 500 people|NOUN", 0, 1},
      {"12 ' people|NOUN", 12, 1},
      {"12 '", 12, 1},
      {"12 5oo people|NOUN", 12, 1},
      {"020 794 6000|NUM", 20, 1}};
  RUN(cases, true, "cardinal");
}

TEST(digits_before_a_scale)
{
  static const number_case cases[] = {{"20 thousand", 20000, 2},
                                      {"1.5 million men", 1500000, 2},
                                      {"0.5 million", 500000, 2},
                                      {"2~ m", 2000000, 2},
                                      {"1.5~ bn", 1500000000, 2},
                                      {"1.5 bn", 1500000000, 2},
                                      {"2 hundred thousand", 200000, 3},
                                      {"3 dozen", 36, 2},
                                      {"5 lakh", 500000, 2},
                                      {"1.2 crore", 12000000, 2},
                                      {"1.2345 million", 1234500, 2},
                                      {"1 trillion", 1000000000000, 2},
                                      {"1.5 trillion", 1500000000000, 2},
                                      {"2 trillion", 2000000000000, 2},
                                      {"2 MILLION", 2000000, 2}};
  RUN(cases, true, "mixed");
}

// A letter is a scale right behind its digits; apart from them a measure.
TEST(letters_apart_are_measures)
{
  static const number_case scales[] = {{"30~ m people|NOUN", 30000000, 2},
                                       {"30~ k people|NOUN", 30000, 2}};
  static const number_case cases[] = {
      {"30 m wall|NOUN", 30, 1}, {"30 m", 30, 1}, {"10~ k run|NOUN", 10, 1}};
  RUN(scales, true, "mixed");
  RUN(cases, true, "cardinal");
}

TEST(numerals)
{
  static const number_case cases[] = {
      {"zero", 0, 1},
      {"nineteen", 19, 1},
      {"Twenty", 20, 1},
      {"twenty - five men", 25, 3},
      {"twenty five", 25, 2},
      {"ninety - nine", 99, 3},
      {"one hundred", 100, 2},
      {"a hundred and one", 101, 4},
      {"two hundred and five", 205, 4},
      {"nine hundred ninety - nine", 999, 5},
      {"two thousand and five", 2005, 4},
      {"two million", 2000000, 2},
      {"a million", 1000000, 2},
      {"half a million", 500000, 3},
      {"half a dozen", 6, 3},
      {"two dozen", 24, 2},
      {"two hundred thousand", 200000, 3},
      {"one hundred and two thousand", 102000, 5},
      {"three million two hundred thousand and six", 3200006, 7},
      {"two lakh fifty thousand", 250000, 4}};
  RUN(cases, true, "words");
}

// Where a numeral cannot go on, it ends.
TEST(numerals_end_where_another_begins)
{
  static const number_case cases[] = {
      {"one two", 1, 1},
      {"twenty thirty", 20, 1},
      {"twenty eleven", 20, 1},
      {"twenty -", 20, 1},
      {"twenty - men", 20, 1},
      {"five and six", 5, 1},
      {"two hundred and", 200, 2},
      {"two hundred and men", 200, 2},
      {"one hundred and two hundred", 100, 2},
      {"five hundred and two hundred people", 500, 2},
      {"two thousand and three thousand", 2000, 2},
      {"two million and three million", 2000000, 2},
      {"five million six million", 5000000, 2}};
  RUN(cases, true, "words");
}

TEST(and_a_half)
{
  static const number_case cases[] = {
      {"a dozen and a half men", 18, 5},
      {"three dozen and a half", 42, 5},
      {"a million and a half", 1500000, 5},
      {"two million and a half", 2500000, 5},
      {"two and a half million", 2500000, 5},
      {"four and a half thousand people", 4500, 5}};
  static const number_case parts[] = {{"two and a half years", 2, 4},
                                      {"one and a half", 1, 4}};
  RUN(cases, true, "words");
  RUN(parts, false, "words");
}

TEST(other_words_are_no_numbers)
{
  static const char *const texts[] = {
      "men",           "a man",   "an hour",    "half a man", "half a",
      "hundred",       "million", "dozen",      "m",          "k",
      "and two",       "-",       "'",          "1st",        "12th",
      "1990s",         "10:30",   "9/11",       "3-4",        "555-0199",
      "+33",           "-5",      "5%",         "#5",         "$5",
      "1e6",           "0x10",    "twentyfive", "twenties",   "hundreds",
      "a few hundred", "１２",    "½"};
  RUN_NONE(texts);
}

TEST(of_a_range_the_first_number_is_read)
{
  static const number_case cases[] = {{"3 - 4 people|NOUN", 3, 1},
                                      {"3~ -~ 4 people|NOUN", 3, 1},
                                      {"10 to 20 men|NOUN", 10, 1},
                                      {"555 - 0199", 555, 1}};
  RUN(cases, true, "cardinal");
}

// --- limits -----------------------------------------------------------------

TEST(numbers_go_to_a_thousand_trillion)
{
  static const number_case digits[] = {
      {"1000000000000000", 1000000000000000, 1},
      {"1,000,000,000,000,000", 1000000000000000, 1},
      {"1.000.000.000.000", 1000000000000, 1},
      {"100 000 000 000 000 people|NOUN", 100000000000000, 5}};
  static const number_case mixed[] = {
      {"1000 trillion", 1000000000000000, 2},
      {"1000000000 million", 1000000000000000, 2}};
  static const number_case words[] = {
      {"nine hundred trillion", 900000000000000, 3}};
  static const char *const none[] = {
      "1000000000000001",       "9223372036854775",     "9223372036854776",
      "9999999999999999",       "10000000000000000",    "9999999999999999.5",
      "9223372036854775808",    "18446744073709551616", "99999999999999999999",
      "9,999,999,999,999,999",  "1001 trillion",        "1000000001 million",
      "1000000000000000 dozen", "900 trillion trillion"};
  RUN(digits, true, "cardinal");
  RUN(mixed, true, "mixed");
  RUN(words, true, "words");
  RUN_NONE(none);
}

// `head`, then `item` `count` times, then `tail`.
static bool repeated(const char *head, const char *item, uint32_t count,
                     const char *tail, bede_number *out)
{
  bede_buf text;
  bede_buf_init(&text, 0);
  bede_buf_append_z(&text, head);
  for (uint32_t i = 0; i < count; i++)
    bede_buf_append_z(&text, item);
  bede_buf_append_z(&text, tail);
  bool found = number_of(text.ptr, out);
  bede_buf_release(&text);
  return found;
}

TEST(long_runs_are_no_numbers)
{
  bede_number n;
  for (uint32_t count = 16; count < 2000; count = count * 3 / 2) {
    assert_false(repeated("", "9", count, " people|NOUN", &n));
    assert_false(repeated("1", ",999", count, " people|NOUN", &n));
    assert_false(repeated("1", ".999", count, " people|NOUN", &n));
    assert_false(repeated("9", "9", count, " million", &n));
  }
  // Zeros in front and digits behind the point change nothing.
  assert_true(repeated("5.", "0", 1000, "", &n));
  assert_int_equal(n.value, 5);
}

// More groups than a number can have are none, whatever stands behind them.
TEST(many_groups_are_no_number)
{
  bede_number n;
  for (uint32_t count = 5; count < 60; count++) {
    bool found = repeated("999", " 999", count, " people|NOUN", &n);
    if (found && n.end > 1)
      fail_msg("%u groups: %lld", count, (long long)n.value);
    found = repeated("999", "~ '~ 999", count, " people|NOUN", &n);
    if (found && n.end > 1)
      fail_msg("%u groups: %lld", count, (long long)n.value);
  }
}

TEST(many_numerals_are_bounded)
{
  static const char *const items[] = {
      "hundred ", "million ", "nine hundred trillion ", "and nine hundred ",
      "nine trillion and "};
  for (size_t i = 0; i < sizeof items / sizeof *items; i++) {
    bede_number n;
    bool found = repeated("nine ", items[i], 60, "men", &n);
    if (!found) continue;
    if (n.value < 9 || n.value > 1000000000000000) {
      fail_msg("%s: %lld", items[i], (long long)n.value);
    }
  }
}

TEST(nothing_is_read_beyond_the_sentence)
{
  tree t;
  bede_number n;
  read_words(&t, "two hundred and five thousand");
  bede_scan scan = {&t.doc, NULL, 0, 2, 0};
  assert_true(bede_number_at(&scan, 0, &n));
  assert_int_equal(n.value, 200);
  assert_int_equal(n.end, 2);
  assert_false(bede_number_at(&scan, 1, &n)); // "hundred"
  assert_false(bede_number_at(&scan, 2, &n));
  assert_false(bede_number_at(&scan, BEDE_NONE, &n));
  scan.begin = scan.end = 5;
  assert_false(bede_number_at(&scan, 0, &n));
  scan.begin = 3;
  assert_true(bede_number_at(&scan, 3, &n));
  assert_int_equal(n.value, 5000);
  assert_int_equal(n.begin, 3);
  tree_release(&t);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(digits_with_commas),
      cmocka_unit_test(decimals_lose_a_part),
      cmocka_unit_test(points_between_thousands),
      cmocka_unit_test(a_scale_is_no_counted_noun),
      cmocka_unit_test(blanks_and_apostrophes_between_thousands),
      cmocka_unit_test(digits_before_a_scale),
      cmocka_unit_test(letters_apart_are_measures),
      cmocka_unit_test(numerals),
      cmocka_unit_test(numerals_end_where_another_begins),
      cmocka_unit_test(and_a_half),
      cmocka_unit_test(other_words_are_no_numbers),
      cmocka_unit_test(of_a_range_the_first_number_is_read),
      cmocka_unit_test(numbers_go_to_a_thousand_trillion),
      cmocka_unit_test(long_runs_are_no_numbers),
      cmocka_unit_test(many_groups_are_no_number),
      cmocka_unit_test(many_numerals_are_bounded),
      cmocka_unit_test(nothing_is_read_beyond_the_sentence),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
