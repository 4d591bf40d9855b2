// UTF-8: decoding both ways, checking, classes, case, folding, offsets.
#include "unit.h"

#include "base/mem.h"
#include "base/utf8.h"

// Decodes a whole text and compares with code points ended by 0.
static void check_decode(const char *s, size_t len, const uint32_t *expected)
{
  size_t at = 0, count = 0, ends[64];
  while (at < len) {
    assert_int_equal(bede_utf8_next(s, len, &at), expected[count]);
    ends[count++] = at;
  }
  assert_int_equal(expected[count], 0);
  assert_int_equal(bede_utf8_count(s, len), count);
  while (count-- > 0) { // and back, over the same boundaries
    assert_int_equal(at, ends[count]);
    assert_int_equal(bede_utf8_prev(s, &at), expected[count]);
  }
  assert_int_equal(at, 0);
}

TEST(decodes_all_lengths)
{
  static const uint32_t all[] = {'a', 0xE9, 0x20AC, 0x1F54A, 0x10FFFF, 0};
  check_decode("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x95\x8A\xF4\x8F\xBF\xBF", 14,
               all);
}

// The example of the Unicode standard, section 3.9, table 3-8, and others.
TEST(bad_sequences_are_replaced_by_longest_prefix)
{
  static const uint32_t four_one[] = {0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 'A', 0};
  static const uint32_t one[] = {0xFFFD, 'A', 0}, cut[] = {0xFFFD, 0};
  static const uint32_t two[] = {0xFFFD, 0xFFFD, 0},
                        euro[] = {0x20AC, 0xFFFD, 0};
  check_decode("\xC0\xAF\xE0\x80\x41", 5, four_one);
  check_decode("\xED\xA0\x80\x80\x41", 5, four_one); // a surrogate
  check_decode("\xF4\x91\x92\x93\x41", 5, four_one); // over U+10FFFF
  check_decode("\xE1\x80\x41", 3, one);
  check_decode("\xF0\x91\x92\x41", 4, one);
  check_decode("\xF0\x9F\x95", 3, cut);
  check_decode("\xC3", 1, cut);
  check_decode("\xFF\xFE", 2, two);
  check_decode("\xE2\x82\xAC\x80", 4, euro);
}

TEST(every_code_point_survives_a_round_trip)
{
  bede_buf buf;
  bede_buf_init(&buf, 0);
  for (uint32_t cp = 0; cp < 0x110000; cp++) {
    if (cp >= 0xD800 && cp < 0xE000) continue;
    size_t at = 0;
    bede_buf_clear(&buf);
    bede_utf8_put(&buf, cp);
    if (bede_utf8_next(buf.ptr, buf.len, &at) != cp || at != buf.len ||
        bede_utf8_prev(buf.ptr, &at) != cp || at != 0 ||
        bede_utf8_check(buf.ptr, buf.len, false) != buf.len) {
      fail_msg("U+%04X", cp);
    }
  }
  bede_buf_release(&buf);
}

TEST(surrogates_and_too_high_are_put_as_replacement)
{
  bede_buf buf;
  bede_buf_init(&buf, 0);
  bede_utf8_put(&buf, 0xD800);
  bede_utf8_put(&buf, 0x110000);
  assert_str(bede_buf_str(&buf), "\xEF\xBF\xBD\xEF\xBF\xBD");
  bede_buf_release(&buf);
}

TEST(check_finds_the_first_bad_byte)
{
  assert_int_equal(bede_utf8_check("", 0, true), 0);
  assert_int_equal(bede_utf8_check("plain", 5, true), 5);
  assert_int_equal(bede_utf8_check("ab\xFFz", 4, true), 2);
  assert_int_equal(bede_utf8_check("ab\xC3", 3, true), 2);
  assert_int_equal(bede_utf8_check("a\0b", 3, true), 1);
  assert_int_equal(bede_utf8_check("a\0b", 3, false), 3);
  assert_int_equal(bede_utf8_check("\xC3\xA9\0", 3, true), 2);
  assert_int_equal(bede_utf8_check("\xEF\xBF\xBD", 3, true), 3);
}

TEST(classes_of_news_characters)
{
  static const struct {
    uint32_t cp;
    bede_cclass expected;
  } cases[] = {
      {'a', BEDE_CC_LETTER},     {0x11F, BEDE_CC_LETTER},
      {0x301, BEDE_CC_LETTER},   {0x200C, BEDE_CC_LETTER},
      {0xAD, BEDE_CC_LETTER},    {'7', BEDE_CC_DIGIT},
      {0x663, BEDE_CC_DIGIT},    {' ', BEDE_CC_SPACE},
      {'\n', BEDE_CC_SPACE},     {0xA0, BEDE_CC_SPACE},
      {0x85, BEDE_CC_SPACE},     {0x2028, BEDE_CC_SPACE},
      {0x200B, BEDE_CC_SPACE},   {0xFEFF, BEDE_CC_SPACE},
      {'.', BEDE_CC_PUNCT},      {0x2019, BEDE_CC_PUNCT},
      {0x2014, BEDE_CC_PUNCT},   {'_', BEDE_CC_PUNCT},
      {'$', BEDE_CC_SYMBOL},     {'+', BEDE_CC_SYMBOL},
      {0x20AC, BEDE_CC_SYMBOL},  {0x1F54A, BEDE_CC_SYMBOL},
      {0, BEDE_CC_CONTROL},      {0x7F, BEDE_CC_CONTROL},
      {0x200E, BEDE_CC_CONTROL}, {0xBD, BEDE_CC_OTHER},
      {0xE000, BEDE_CC_OTHER},   {0x110000, BEDE_CC_OTHER},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    if (bede_cp_class(cases[i].cp) != cases[i].expected) {
      fail_msg("U+%04X", cases[i].cp);
    }
  }
}

TEST(case_of_letters)
{
  assert_int_equal(bede_cp_lower('A'), 'a');
  assert_int_equal(bede_cp_lower('['), '[');
  assert_int_equal(bede_cp_lower(0x130), 'i');
  assert_int_equal(bede_cp_lower(0x394), 0x3B4);
  assert_int_equal(bede_cp_lower(0x110000), 0x110000);
  assert_true(bede_cp_is_upper('Z') && bede_cp_is_upper(0xC9));
  assert_true(bede_cp_is_upper(0x1C5)); // title case
  assert_false(bede_cp_is_upper('z') || bede_cp_is_upper('1'));
  assert_true(bede_cp_is_lower('z') && bede_cp_is_lower(0xE9));
  assert_false(bede_cp_is_lower('Z') || bede_cp_is_lower(0x5D0));
}

static void check_map(void (*map)(bede_buf *, bede_str), const char *from,
                      const char *to)
{
  bede_buf buf;
  bede_buf_init(&buf, 0);
  map(&buf, bede_str_from(from));
  assert_int_equal(buf.status, BEDE_OK);
  assert_str(bede_buf_str(&buf), to);
  bede_buf_release(&buf);
}

TEST(lowers_without_dropping_accents)
{
  check_map(bede_utf8_lower, "ERDO\xC4\x9E\x41N\xE2\x80\x99S",
            "erdo\xC4\x9F\x61n's");
  check_map(bede_utf8_lower,
            "a\xFF"
            "B",
            "a\xEF\xBF\xBD"
            "b");
}

TEST(folds_names_as_english_papers_print_them)
{
  check_map(bede_utf8_fold, "Erdo\xC4\x9F\x61n", "erdogan");
  check_map(bede_utf8_fold, "Wa\xC5\x82\xC4\x99sa", "walesa");
  check_map(bede_utf8_fold, "S\xC3\x98REN", "soren");
  check_map(bede_utf8_fold, "\xC4\x90in\xC4\x91i\xC4\x87", "dindic");
  check_map(bede_utf8_fold, "Y\xC4\xB1ld\xC4\xB1r\xC4\xB1m", "yildirim");
  check_map(bede_utf8_fold, "\xC4\xB0stanbul", "istanbul");
  check_map(bede_utf8_fold, "Hu\xE1\xBA\xBF", "hue");
  check_map(bede_utf8_fold, "Stra\xC3\x9F\x65", "strasse");
  check_map(bede_utf8_fold, "e\xCC\x81t\xC3\xA9", "ete");
  check_map(bede_utf8_fold, "o\xEF\xAC\x83\x63\x65", "office");
  check_map(bede_utf8_fold,
            "O\xE2\x80\x99"
            "Brien",
            "o'brien");
}

TEST(the_longest_decomposition_fits)
{
  bede_buf buf;
  bede_buf_init(&buf, 0);
  bede_utf8_fold(&buf, bede_str_from("\xEF\xB7\xBA")); // U+FDFA
  assert_int_equal(bede_utf8_count(buf.ptr, buf.len), 18);
  bede_buf_release(&buf);
}

TEST(byte_offsets_become_code_point_offsets)
{
  bede_buf buf;
  bede_cpmap map;
  bede_buf_init(&buf, 0);
  for (int i = 0; i < 500; i++) {
    static const char *const pieces[] = {"a", "\xC3\xA9", "\xE2\x82\xAC",
                                         "\xF0\x9F\x95\x8A", " word "};
    bede_buf_append_z(&buf, pieces[i * 7 % 5]);
  }
  bede_str text = bede_buf_str(&buf);
  assert_int_equal(bede_cpmap_init(&map, text), BEDE_OK);
  uint32_t count = 0;
  for (size_t at = 0; at < text.len; count++) {
    assert_int_equal(bede_cpmap_get(&map, (uint32_t)at), count);
    bede_utf8_next(text.ptr, text.len, &at);
  }
  assert_int_equal(bede_cpmap_get(&map, (uint32_t)text.len), count);
  bede_cpmap_release(&map);
  bede_buf_release(&buf);
}

TEST(code_point_map_at_block_edges)
{
  char text[200];
  bede_cpmap map;
  memset(text, 'x', sizeof text);
  for (size_t len = 0; len <= sizeof text; len++) {
    assert_int_equal(bede_cpmap_init(&map, (bede_str){text, len}), BEDE_OK);
    assert_int_equal(bede_cpmap_get(&map, (uint32_t)len), len);
    bede_cpmap_release(&map);
  }
  (void)bede_mem_fail_after(1);
  bede_status status = bede_cpmap_init(&map, bede_str_from("x"));
  (void)bede_mem_fail_after(0);
  assert_int_equal(status, BEDE_ENOMEM);
  bede_cpmap_release(&map);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(decodes_all_lengths),
      cmocka_unit_test(bad_sequences_are_replaced_by_longest_prefix),
      cmocka_unit_test(every_code_point_survives_a_round_trip),
      cmocka_unit_test(surrogates_and_too_high_are_put_as_replacement),
      cmocka_unit_test(check_finds_the_first_bad_byte),
      cmocka_unit_test(classes_of_news_characters),
      cmocka_unit_test(case_of_letters),
      cmocka_unit_test(lowers_without_dropping_accents),
      cmocka_unit_test(folds_names_as_english_papers_print_them),
      cmocka_unit_test(the_longest_decomposition_fits),
      cmocka_unit_test(byte_offsets_become_code_point_offsets),
      cmocka_unit_test(code_point_map_at_block_edges),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
