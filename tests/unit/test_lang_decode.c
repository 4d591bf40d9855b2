// The best tree: against all trees of short sentences, and in the longest ones
// against trees that were put there.
#include "dice.h"
#include "lang/decode.h"
#include "unit.h"

enum { SHORT = 6, TREES = 728, MOST = 1 << 21 }; // MOST: of any score

// The trees of one root without crossing arcs over n words.
typedef struct forest {
  uint32_t words, count;
  uint16_t head[TREES][SHORT];
} forest;

// Is `over` on the way from `word` up? The way may end in a cycle.
static bool is_above(const uint16_t *head, uint32_t count, uint32_t word,
                     uint32_t over)
{
  for (uint32_t steps = 0; steps <= count; steps++) {
    if (word == over) return true;
    if (word == count) return false;
    word = head[word];
  }
  return false;
}

// One root, no cycle, and what lies between the ends of an arc lies below its
// head.
static bool is_good(const uint16_t *head, uint32_t count)
{
  uint32_t roots = 0;
  for (uint32_t i = 0; i < count; i++) {
    roots += head[i] == count;
    if (head[i] > count || !is_above(head, count, i, count)) return false;
    if (head[i] == count) continue;
    uint32_t from = i < head[i] ? i : head[i], to = i < head[i] ? head[i] : i;
    for (uint32_t k = from + 1; k < to; k++)
      if (!is_above(head, count, k, head[i])) return false;
  }
  return roots == 1;
}

// All choices of heads, counted like the digits of a number.
static void grow(forest *f, uint32_t words)
{
  uint16_t head[SHORT] = {0};
  f->words = words;
  f->count = 0;
  for (uint32_t i = 0; i < words;) {
    if (is_good(head, words)) {
      assert_true(f->count < TREES);
      memcpy(f->head[f->count++], head, sizeof head);
    }
    for (i = 0; i < words && head[i] == words; i++)
      head[i] = 0;
    if (i < words) head[i]++;
  }
}

// --- tables of scores --------------------------------------------------------

typedef struct table {
  uint32_t count, columns;
  int32_t *arcs;
} table;

// Columns beyond that of the root are never looked at: they have what would
// win. A word as its own head has the least score, as the network gives it.
static table make_table(uint32_t count, uint32_t columns)
{
  table t = {count, columns, NULL};
  t.arcs = malloc((size_t)count * columns * sizeof *t.arcs);
  assert_non_null(t.arcs);
  for (size_t i = 0; i < (size_t)count * columns; i++)
    t.arcs[i] = INT32_MAX;
  for (uint32_t i = 0; i < count; i++)
    t.arcs[(size_t)i * columns + i] = INT32_MIN;
  return t;
}

static int32_t *arc(const table *t, uint32_t word, uint32_t head)
{
  return &t->arcs[(size_t)word * t->columns + head];
}

static void fill(table *t, dice *d, int32_t least, int32_t most)
{
  for (uint32_t i = 0; i < t->count; i++)
    for (uint32_t k = 0; k <= t->count; k++)
      if (k != i) *arc(t, i, k) = (int32_t)dice_between(d, least, most);
}

static int64_t total(const table *t, const uint16_t *head)
{
  int64_t sum = 0;
  for (uint32_t i = 0; i < t->count; i++)
    sum += *arc(t, i, head[i]);
  return sum;
}

static int64_t best_of(const forest *f, const table *t)
{
  int64_t best = INT64_MIN;
  for (uint32_t n = 0; n < f->count; n++) {
    int64_t sum = total(t, f->head[n]);
    if (sum > best) best = sum;
  }
  return best;
}

// What a decoder held before may not show: it is filled with `rest`.
static void decode(const table *t, const bede_kernel *kernel, int rest,
                   uint16_t *head)
{
  static bede_decoder d;
  memset(&d, rest, sizeof d);
  bede_decode_tree(&d, kernel, t->arcs, t->columns, t->count, head);
}

// The tree of `t`, the same by the slowest and the fastest kernel: a good one.
static void expect_tree(const table *t, uint16_t *head)
{
  size_t bytes = t->count * sizeof *head;
  uint16_t again[BEDE_MAX_SENTENCE_WORDS];
  memset(head, 0xFF, bytes);
  memset(again, 0, sizeof again);
  decode(t, bede_kernel_at(0), 0x7F, head);
  decode(t, bede_kernel_best(), 0x80, again);
  assert_memory_equal(head, again, bytes);
  assert_true(is_good(head, t->count));
}

// --- short sentences ---------------------------------------------------------

TEST(all_trees_are_known)
{
  static const uint32_t counts[] = {1, 2, 7, 30, 143, TREES};
  static forest f;
  for (uint32_t n = 1; n <= SHORT; n++) {
    grow(&f, n);
    assert_int_equal(f.count, counts[n - 1]);
  }
}

// Scores within `most` on either side of 0: few of them give many ties.
static void expect_best(const forest *f, dice *d, int32_t most, unsigned rounds)
{
  uint16_t head[SHORT];
  for (unsigned round = 0; round < rounds; round++) {
    table t = make_table(f->words, f->words + 1 + round % 4 * 5);
    fill(&t, d, -most, most);
    expect_tree(&t, head);
    assert_int_equal(total(&t, head), best_of(f, &t));
    free(t.arcs);
  }
}

TEST(no_tree_of_a_short_sentence_is_better)
{
  static forest f;
  dice d = {5};
  for (uint32_t n = 1; n <= SHORT; n++) {
    grow(&f, n);
    expect_best(&f, &d, MOST, 300);
    expect_best(&f, &d, 100, 300);
  }
}

TEST(of_equal_trees_it_is_always_the_same)
{
  static forest f;
  dice d = {6};
  for (uint32_t n = 1; n <= SHORT; n++) {
    grow(&f, n);
    expect_best(&f, &d, 0, 2);
    expect_best(&f, &d, 1, 300);
    expect_best(&f, &d, 2, 300);
  }
}

TEST(a_tree_of_the_best_heads_stays)
{
  static forest f;
  dice d = {7};
  for (uint32_t n = 1; n <= SHORT; n++) {
    grow(&f, n);
    for (uint32_t i = 0; i < f.count; i++) {
      uint16_t head[SHORT];
      table t = make_table(n, n + 1);
      fill(&t, &d, -MOST, 0);
      for (uint32_t k = 0; k < n; k++)
        *arc(&t, k, f.head[i][k]) = 1;
      expect_tree(&t, head);
      assert_memory_equal(head, f.head[i], n * sizeof *head);
      free(t.arcs);
    }
  }
}

// Every choice of best heads, tree or not, over chance.
TEST(any_best_heads_of_four_words_give_the_best_tree)
{
  enum { WORDS = 4, HEADS = WORDS + 1 };
  static forest f;
  dice d = {8};
  grow(&f, WORDS);
  for (uint32_t code = 0; code < HEADS * HEADS * HEADS * HEADS; code++) {
    uint16_t head[WORDS];
    uint32_t rest = code;
    table t = make_table(WORDS, 16);
    fill(&t, &d, -20, 20);
    for (uint32_t i = 0; i < WORDS; i++, rest /= HEADS)
      if (rest % HEADS != i) *arc(&t, i, rest % HEADS) = 21;
    expect_tree(&t, head);
    assert_int_equal(total(&t, head), best_of(&f, &t));
    free(t.arcs);
  }
}

// --- best heads that are no tree ---------------------------------------------

// Scores of 0 but for some arcs.
typedef struct given {
  uint16_t word, head;
  int32_t score;
} given;

static void expect_heads(uint32_t count, const given *arcs, size_t n,
                         const uint16_t *expected)
{
  uint16_t head[BEDE_MAX_SENTENCE_WORDS];
  table t = make_table(count, 16);
  dice d = {9};
  fill(&t, &d, 0, 0);
  for (size_t i = 0; i < n; i++)
    *arc(&t, arcs[i].word, arcs[i].head) = arcs[i].score;
  expect_tree(&t, head);
  assert_memory_equal(head, expected, count * sizeof *head);
  free(t.arcs);
}

#define EXPECT_HEADS(arcs, ...)                                                \
  do {                                                                         \
    static const uint16_t expected_[] = {__VA_ARGS__};                         \
    expect_heads(sizeof expected_ / sizeof *expected_, arcs,                   \
                 sizeof(arcs) / sizeof *(arcs), expected_);                    \
  } while (0)

TEST(a_cycle_is_broken_where_it_costs_least)
{
  static const given arcs[] = {
      {0, 1, 10}, {1, 0, 10}, {2, 1, 10}, {0, 3, 5}, {1, 3, 7}};
  EXPECT_HEADS(arcs, 1, 3, 1);
}

TEST(of_two_roots_the_better_stays)
{
  static const given arcs[] = {
      {0, 3, 10}, {2, 3, 12}, {0, 2, 8}, {1, 2, 10}, {2, 0, 9}};
  EXPECT_HEADS(arcs, 2, 2, 3);
}

TEST(without_a_root_a_word_becomes_one)
{
  static const given arcs[] = {{0, 1, 10}, {1, 2, 9}, {2, 0, 9}, {1, 3, 5}};
  EXPECT_HEADS(arcs, 1, 2, 3);
}

// 0 <- 2 and 1 <- 3 cross.
TEST(crossing_arcs_are_undone)
{
  static const given arcs[] = {{0, 2, 10}, {1, 3, 10}, {2, 3, 10},
                               {3, 4, 10}, {1, 2, 7},  {0, 3, 6}};
  EXPECT_HEADS(arcs, 2, 2, 3, 4);
}

// The root may not stand below an arc: 1 is the root, 0 <- 2 goes over it.
TEST(no_arc_goes_over_the_root)
{
  static const given arcs[] = {
      {0, 2, 10}, {1, 3, 10}, {2, 1, 10}, {0, 1, 7}, {1, 0, 2}};
  EXPECT_HEADS(arcs, 1, 3, 1);
}

// A word whose best head is itself, were it ever so good.
TEST(no_word_is_its_own_head)
{
  static const given arcs[] = {
      {0, 0, MOST}, {1, 1, MOST}, {0, 1, 2}, {1, 2, 1}};
  EXPECT_HEADS(arcs, 1, 2);
}

// Of two heads that are equally good the first, where that makes a tree.
TEST(of_equal_heads_the_first_makes_the_tree)
{
  static const given left[] = {{0, 3, 9}, {1, 0, 5}, {1, 2, 5}, {2, 0, 7}};
  static const given right[] = {{2, 3, 9}, {1, 0, 5}, {1, 2, 5}, {0, 2, 7}};
  EXPECT_HEADS(left, 3, 0, 0);
  EXPECT_HEADS(right, 2, 0, 3);
}

// --- long sentences ----------------------------------------------------------

enum { LONG = BEDE_MAX_SENTENCE_WORDS };

// A tree by chance over words [from, to), below `over`: a root of it, then what
// is left and right of the root.
static void plant(dice *d, uint32_t from, uint32_t to, uint32_t over,
                  uint16_t *head)
{
  if (from >= to) return;
  uint32_t root = from + dice_below(d, to - from);
  head[root] = (uint16_t)over;
  // what stands before the root: one subtree, or two
  uint32_t cut = from + dice_below(d, root - from + 1);
  plant(d, from, cut, root, head);
  plant(d, cut, root, root, head);
  plant(d, root + 1, to, root, head);
}

static table planted(dice *d, uint32_t count, uint16_t *head)
{
  table t = make_table(count, (count + 16) / 16 * 16);
  plant(d, 0, count, count, head);
  assert_true(is_good(head, count));
  fill(&t, d, -1, 1);
  for (uint32_t i = 0; i < count; i++)
    *arc(&t, i, head[i]) = 1000;
  return t;
}

TEST(a_long_tree_of_the_best_heads_stays)
{
  dice d = {10};
  for (uint32_t n = 1; n <= LONG; n += n < 20 ? 1 : 59) {
    uint16_t expected[LONG], head[LONG];
    table t = planted(&d, n, expected);
    expect_tree(&t, head);
    assert_memory_equal(head, expected, n * sizeof *head);
    free(t.arcs);
  }
}

// The root has a better head below it, which makes a cycle: to take it costs
// another arc, so that the tree is the best one still.
TEST(a_long_tree_is_found_behind_a_cycle)
{
  static const uint32_t counts[] = {2, 3, 15, 16, 17, 100, 128, LONG - 1, LONG};
  dice d = {11};
  for (unsigned n = 0; n < 3 * sizeof counts / sizeof *counts; n++) {
    uint32_t count = counts[n / 3], root = 0;
    uint16_t expected[LONG], head[LONG];
    table t = planted(&d, count, expected);
    while (expected[root] != count)
      root++;
    *arc(&t, root, root ? root - 1 : root + 1) = 1001;
    expect_tree(&t, head);
    assert_memory_equal(head, expected, count * sizeof *head);
    free(t.arcs);
  }
}

// Sums of the greatest and of the least scores fit.
static void expect_total(const table *t, int64_t sum)
{
  uint16_t head[LONG];
  expect_tree(t, head);
  assert_int_equal(total(t, head), sum);
}

TEST(the_longest_sentence_may_have_the_greatest_scores)
{
  dice d = {12};
  table t = make_table(LONG, LONG + 16);
  fill(&t, &d, MOST, MOST);
  expect_total(&t, (int64_t)LONG * MOST);
  fill(&t, &d, -MOST, -MOST);
  expect_total(&t, -(int64_t)LONG * MOST);
  // every word wants to be the root
  for (uint32_t i = 0; i < LONG; i++)
    *arc(&t, i, LONG) = MOST;
  expect_total(&t, MOST - (int64_t)(LONG - 1) * MOST);
  // no word wants to
  fill(&t, &d, MOST, MOST);
  for (uint32_t i = 0; i < LONG; i++)
    *arc(&t, i, LONG) = -MOST;
  expect_total(&t, (int64_t)(LONG - 1) * MOST - MOST);
  free(t.arcs);
}

// Each word is drawn to one beside it: pairs that are cycles.
TEST(the_longest_sentence_of_cycles_is_a_tree)
{
  dice d = {13};
  uint16_t head[LONG];
  table t = make_table(LONG, LONG + 16);
  fill(&t, &d, -MOST, -MOST);
  for (uint32_t i = 0; i < LONG; i++)
    *arc(&t, i, i ^ 1) = MOST;
  expect_tree(&t, head);
  assert_int_equal(total(&t, head), 0);
  free(t.arcs);
}

TEST(the_longest_sentence_of_chance_is_a_tree)
{
  dice d = {14};
  for (unsigned round = 0; round < 4; round++) {
    uint16_t head[LONG];
    table t = make_table(LONG, LONG + 16);
    fill(&t, &d, round < 2 ? -MOST : -1, round < 2 ? MOST : 1);
    for (uint32_t i = 0; round == 1 && i < LONG; i++)
      for (uint32_t k = 0; k <= LONG; k++)
        if (k != i) *arc(&t, i, k) = *arc(&t, i, k) < 0 ? -MOST : MOST;
    expect_tree(&t, head);
    free(t.arcs);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(all_trees_are_known),
      cmocka_unit_test(no_tree_of_a_short_sentence_is_better),
      cmocka_unit_test(of_equal_trees_it_is_always_the_same),
      cmocka_unit_test(a_tree_of_the_best_heads_stays),
      cmocka_unit_test(any_best_heads_of_four_words_give_the_best_tree),
      cmocka_unit_test(a_cycle_is_broken_where_it_costs_least),
      cmocka_unit_test(of_two_roots_the_better_stays),
      cmocka_unit_test(without_a_root_a_word_becomes_one),
      cmocka_unit_test(crossing_arcs_are_undone),
      cmocka_unit_test(no_arc_goes_over_the_root),
      cmocka_unit_test(no_word_is_its_own_head),
      cmocka_unit_test(of_equal_heads_the_first_makes_the_tree),
      cmocka_unit_test(a_long_tree_of_the_best_heads_stays),
      cmocka_unit_test(a_long_tree_is_found_behind_a_cycle),
      cmocka_unit_test(the_longest_sentence_may_have_the_greatest_scores),
      cmocka_unit_test(the_longest_sentence_of_cycles_is_a_tree),
      cmocka_unit_test(the_longest_sentence_of_chance_is_a_tree),
  };
  return cmocka_run_group_tests_name("lang_decode", tests, NULL, NULL);
}
