// String views and the 64-bit hash.
#include "unit.h"

static bede_str of(const char *z)
{
  return bede_str_from(z);
}

TEST(compares_by_bytes_then_length)
{
  assert_int_equal(bede_str_cmp(of("abc"), of("abc")), 0);
  assert_true(bede_str_cmp(of("ab"), of("abc")) < 0);
  assert_true(bede_str_cmp(of("b"), of("abc")) > 0);
  assert_true(bede_str_cmp(of("z"), of("\xC3\xA9")) < 0);
  assert_int_equal(bede_str_cmp((bede_str){NULL, 0}, of("")), 0);
  assert_true(bede_str_eq(of("x"), of("x")));
  assert_false(bede_str_eq(of("x"), of("X")));
  assert_true(bede_str_is(of("word"), "word"));
  assert_false(bede_str_is(of("word"), "wor"));
}

TEST(prefix_and_suffix)
{
  assert_true(bede_str_starts(of("headline"), "head"));
  assert_true(bede_str_starts(of("headline"), ""));
  assert_false(bede_str_starts(of("he"), "head"));
  assert_true(bede_str_ends(of("headline"), "line"));
  assert_false(bede_str_ends(of("ne"), "line"));
  assert_true(bede_str_ends((bede_str){NULL, 0}, ""));
}

TEST(trims_ascii_blanks_only)
{
  assert_str(bede_str_trim(of(" \t\r\nword two\n ")), "word two");
  assert_str(bede_str_trim(of(" \n")), "");
  assert_str(bede_str_trim(of("\xC2\xA0x")), "\xC2\xA0x");
}

TEST(case_is_ignored_for_ascii_only)
{
  assert_true(bede_str_eq_nocase(of("Said@[1]"), of("sAID@[1]")));
  assert_false(bede_str_eq_nocase(of("@"), of("`")));
  assert_false(bede_str_eq_nocase(of("["), of("{")));
  assert_false(bede_str_eq_nocase(of("\xC3\x89"), of("\xC3\xA9")));
}

TEST(cuts_at_the_first_separator)
{
  bede_str head, rest = bede_str_cut(of("a=b=c"), '=', &head);
  assert_str(head, "a");
  assert_str(rest, "b=c");
  rest = bede_str_cut(of("a="), '=', &head);
  assert_str(head, "a");
  assert_non_null(rest.ptr);
  assert_int_equal(rest.len, 0);
  rest = bede_str_cut(of("plain"), '=', &head);
  assert_str(head, "plain");
  assert_null(rest.ptr);
}

TEST(reads_decimal_numbers_up_to_32_bits)
{
  uint32_t n = 0;
  assert_true(bede_str_u32(of("4294967295"), &n));
  assert_int_equal(n, UINT32_MAX);
  assert_true(bede_str_u32(of("007"), &n));
  assert_int_equal(n, 7);
  assert_false(bede_str_u32(of("4294967296"), &n));
  assert_false(bede_str_u32(of("99999999999999999999999"), &n));
  assert_false(bede_str_u32(of(""), &n));
  assert_false(bede_str_u32(of("-1"), &n));
  assert_false(bede_str_u32(of("1 "), &n));
  assert_int_equal(n, 7);
}

TEST(ascii_predicates_over_all_bytes)
{
  unsigned digits = 0, lower = 0, upper = 0, alpha = 0, alnum = 0;
  for (unsigned c = 0; c < 0x200; c++) {
    digits += bede_is_digit(c);
    lower += bede_is_lower(c);
    upper += bede_is_upper(c);
    alpha += bede_is_alpha(c);
    alnum += bede_is_alnum(c);
  }
  assert_int_equal(digits, 10);
  assert_int_equal(lower, 26);
  assert_int_equal(upper, 26);
  assert_int_equal(alpha, 52);
  assert_int_equal(alnum, 62);
}

// The values are those of the reference implementation of XXH64.
TEST(hash_is_xxh64)
{
  static const char *text = "Nobody inspects the spammish repetition";
  assert_int_equal(bede_hash("", 0, 0), UINT64_C(0xEF46DB3751D8E999));
  assert_int_equal(bede_hash("a", 1, 0), UINT64_C(0xD24EC4F1A98C6E5B));
  assert_int_equal(bede_hash("abc", 3, 0), UINT64_C(0x44BC2CF5AD770999));
  assert_int_equal(bede_hash(text, strlen(text), 0),
                   UINT64_C(0xFBCEA83C8A378BF1));
  assert_int_not_equal(bede_hash("abc", 3, 0), bede_hash("abc", 3, 1));
}

TEST(hash_ignores_alignment)
{
  char text[108];
  for (size_t len = 0; len <= 100; len++) {
    for (size_t i = 0; i < sizeof text; i++)
      text[i] = (char)(i * 7);
    uint64_t first = bede_hash(text, len, 5);
    memmove(text + 3, text, 100);
    assert_int_equal(bede_hash(text + 3, len, 5), first);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(compares_by_bytes_then_length),
      cmocka_unit_test(prefix_and_suffix),
      cmocka_unit_test(trims_ascii_blanks_only),
      cmocka_unit_test(case_is_ignored_for_ascii_only),
      cmocka_unit_test(cuts_at_the_first_separator),
      cmocka_unit_test(reads_decimal_numbers_up_to_32_bits),
      cmocka_unit_test(ascii_predicates_over_all_bytes),
      cmocka_unit_test(hash_is_xxh64),
      cmocka_unit_test(hash_ignores_alignment),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
