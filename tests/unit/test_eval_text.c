// Where the words of an annotation are found in a text.
#include "unit.h"

#include <string.h>

#include "base/str.h"
#include "eval/text.h"

static bede_arena arena;

static bede_cps cps(const char *z)
{
  bede_str none = {NULL, 0};
  bede_cps out;
  assert_int_equal(bede_cps_make(&arena, bede_str_from(z), none, &out),
                   BEDE_OK);
  return out;
}

// The first occurrence, or -1; *count gets how many there are.
static int64_t find(const char *text, const char *what, size_t lo, size_t hi,
                    uint32_t *count)
{
  bede_ranges found = {NULL, 0, 0};
  bede_cps t = cps(text);
  bede_range within = {(int64_t)lo, (int64_t)(hi > t.len ? t.len : hi)};
  assert_int_equal(bede_cps_find(&arena, t, cps(what), within, &found),
                   BEDE_OK);
  *count = found.count;
  return found.count ? found.items[0].begin : -1;
}

typedef struct example {
  const char *text, *what;
  int64_t first;
  uint32_t count;
} example;

static void words_are_not_cut(void **state)
{
  static const example examples[] = {
      {"he said the man", "he", 0, 1},
      {"the heap", "he", -1, 0},
      {"1,500 men and 500", "500", 14, 1},
      {"over 1,500 men", "1,500", 5, 1},
      {"a_b b", "b", 4, 1},
      {"caf\xC3\xA9 \xC3\xA9 caf", "caf", 7, 1},
      {"(US) and US-led, USA", "US", 1, 2},
      {"\xE2\x80\x9CNo\xE2\x80\x9D, he said", "No", 1, 1},
      {"aaaa", "aa", -1, 0},
      {"-- --", "--", 0, 2},
      {"----", "--", 0, 2},
      {"text", "", -1, 0},
      {"ab", "abc", -1, 0},
  };
  (void)state;
  for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
    uint32_t count;
    const example *e = &examples[i];
    assert_int_equal(find(e->text, e->what, 0, SIZE_MAX, &count), e->first);
    assert_int_equal(count, e->count);
  }
}

// What stands before the range can be cut, what stands behind it is not seen.
static void range_has_two_kinds_of_ends(void **state)
{
  uint32_t count;
  (void)state;
  assert_int_equal(find("xab ab", "ab", 1, SIZE_MAX, &count), 4);
  assert_int_equal(find("abx", "ab", 0, 2, &count), 0);
}

static void nets_are_no_hits(void **state)
{
  bede_range gold = {10, 20}, fair = {5, 55}, net = {5, 56}, none = {20, 30};
  (void)state;
  assert_true(bede_range_hits(gold, fair));
  assert_false(bede_range_hits(gold, net));
  assert_false(bede_range_hits(gold, none));
  assert_int_equal(bede_range_overlap(gold, fair), 10);
  assert_int_equal(bede_range_overlap(gold, none), 0);
}

static int begin(void **state)
{
  (void)state;
  bede_arena_init(&arena);
  return 0;
}

static int end(void **state)
{
  (void)state;
  bede_arena_release(&arena);
  return 0;
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(words_are_not_cut),
      cmocka_unit_test(range_has_two_kinds_of_ends),
      cmocka_unit_test(nets_are_no_hits),
  };
  return cmocka_run_group_tests(tests, begin, end);
}
