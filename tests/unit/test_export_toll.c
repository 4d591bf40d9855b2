// The numbers of a claim as one: sums of a speaker, ranges over speakers, and
// what is left out.
#include "unit.h"

#include "export/toll.h"

#define MAX_NUMBERS 4u

// A claim whose killed are told by the words "the 1 2 3 4", a number a word.
typedef struct victims {
  bede_arena arena;
  bede_doc doc;
  bede_claim claim;
  uint32_t ids[MAX_NUMBERS];
} victims;

static void victims_open(victims *v)
{
  memset(v, 0, sizeof *v);
  bede_arena_init(&v->arena);
  bede_doc_init(&v->doc, &v->arena);
  bede_sentence *s = BEDE_LIST_PUSH(&v->doc.sentences, &v->arena, UINT32_MAX);
  assert_non_null(s);
  memset(s, 0, sizeof *s);
  for (uint32_t i = 0; i <= 2 * MAX_NUMBERS; i++) {
    bede_word *w = BEDE_LIST_PUSH(&v->doc.words, &v->arena, UINT32_MAX);
    assert_non_null(w);
    memset(w, 0, sizeof *w);
    w->lemma = bede_str_from("people");
  }
  for (uint32_t i = 0; i < 2; i++) {
    bede_chain *c = BEDE_LIST_PUSH(&v->doc.chains, &v->arena, UINT32_MAX);
    assert_non_null(c);
    memset(c, 0, sizeof *c);
    c->links[0] = i;
    c->count = 1;
  }
  v->claim.quantities.items = v->ids;
}

// Adds `low`..`high` killed, told by speaker 0 or 1.
static bede_quantity *add(victims *v, int64_t low, int64_t high,
                          uint32_t speaker)
{
  uint32_t n = v->doc.quantities.count;
  bede_quantity *q = BEDE_LIST_PUSH(&v->doc.quantities, &v->arena, UINT32_MAX);
  assert_non_null(q);
  assert_true(n < MAX_NUMBERS);
  memset(q, 0, sizeof *q);
  q->of = BEDE_OF_KILLED;
  q->has_low = q->has_high = true;
  q->low = low;
  q->high = high;
  q->has_best = low == high;
  q->best = low;
  q->word_begin = 2 * n + 1;
  q->word_end = 2 * n + 2;
  q->chain_begin = speaker;
  q->chain_count = 1;
  v->ids[n] = n;
  v->claim.quantities.count = n + 1;
  return q;
}

static void expect(victims *v, int64_t low, int64_t high)
{
  bede_toll toll;
  assert_true(bede_toll_of(&v->doc, &v->claim, BEDE_OF_KILLED, &toll));
  assert_true(toll.has_low && toll.has_high);
  assert_int_equal(toll.low, low);
  assert_int_equal(toll.high, high);
  bede_arena_release(&v->arena);
}

TEST(what_one_speaker_tells_is_added)
{
  victims v;
  victims_open(&v);
  add(&v, 5, 5, 0);
  add(&v, 3, 4, 0);
  expect(&v, 8, 9);
}

TEST(speakers_make_a_range)
{
  victims v;
  victims_open(&v);
  add(&v, 12, 12, 0);
  add(&v, 7, 7, 1);
  add(&v, 2, 2, 1);
  expect(&v, 9, 12);
}

TEST(parts_increases_and_totals_are_left_out)
{
  victims v;
  victims_open(&v);
  add(&v, 12, 12, 0);
  add(&v, 3, 3, 0)->part = true;
  add(&v, 2, 2, 0)->increase = true;
  add(&v, 40, 40, 0)->cumulative = true;
  expect(&v, 12, 12);
}

TEST(a_number_taken_up_counts_once)
{
  victims v;
  victims_open(&v);
  add(&v, 12, 12, 0);
  v.doc.words.items[add(&v, 12, 12, 0)->word_begin - 1].lemma =
      bede_str_from("all");
  expect(&v, 12, 12);
}

// "Two soldiers and two farmers", "two soldiers and the three farmers".
TEST(equal_numbers_and_articles_alone_are_added)
{
  victims v;
  victims_open(&v);
  add(&v, 2, 2, 0);
  add(&v, 2, 2, 0);
  v.doc.words.items[add(&v, 3, 3, 0)->word_begin - 1].lemma =
      bede_str_from("the");
  expect(&v, 7, 7);
}

TEST(only_parts_give_a_lower_bound)
{
  victims v;
  bede_toll toll;
  victims_open(&v);
  add(&v, 3, 3, 0)->part = true;
  add(&v, 5, 5, 0)->part = true;
  assert_true(bede_toll_of(&v.doc, &v.claim, BEDE_OF_KILLED, &toll));
  assert_true(toll.has_low && !toll.has_high && !toll.has_best);
  assert_int_equal(toll.low, 5);
  assert_false(bede_toll_of(&v.doc, &v.claim, BEDE_OF_INJURED, &toll));
  bede_arena_release(&v.arena);
}

TEST(an_open_side_stays_open_and_sums_are_bounded)
{
  victims v;
  bede_toll toll;
  victims_open(&v);
  add(&v, INT64_MAX, INT64_MAX, 0);
  add(&v, 5, 5, 0)->has_high = false;
  assert_true(bede_toll_of(&v.doc, &v.claim, BEDE_OF_KILLED, &toll));
  assert_true(toll.has_low && !toll.has_high);
  assert_int_equal(toll.low, INT64_MAX);
  bede_arena_release(&v.arena);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_one_speaker_tells_is_added),
      cmocka_unit_test(speakers_make_a_range),
      cmocka_unit_test(parts_increases_and_totals_are_left_out),
      cmocka_unit_test(a_number_taken_up_counts_once),
      cmocka_unit_test(equal_numbers_and_articles_alone_are_added),
      cmocka_unit_test(only_parts_give_a_lower_bound),
      cmocka_unit_test(an_open_side_stays_open_and_sums_are_bounded),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
