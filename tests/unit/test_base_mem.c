// The heap calls with fault injection, the arena and the list in it.
#include "unit.h"

#include "base/limits.h"
#include "base/mem.h"

TEST(zero_sizes_give_unique_pointers)
{
  void *a = bede_malloc(0), *b = bede_malloc(0), *c = bede_calloc(0, 8);
  assert_non_null(a);
  assert_non_null(b);
  assert_non_null(c);
  assert_ptr_not_equal(a, b);
  a = bede_realloc(a, 0);
  assert_non_null(a);
  bede_free(a);
  bede_free(b);
  bede_free(c);
  bede_free(NULL);
}

TEST(wrapping_products_are_refused)
{
  bede_arena arena;
  bede_arena_init(&arena);
  assert_null(bede_calloc(SIZE_MAX / 2 + 1, 2));
  assert_null(bede_arena_array(&arena, SIZE_MAX / 8 + 1, 8));
  bede_arena_release(&arena);
}

TEST(the_nth_allocation_and_all_later_fail)
{
  (void)bede_mem_fail_after(2);
  void *first = bede_malloc(1), *second = bede_malloc(1);
  void *third = bede_calloc(1, 1);
  uint64_t asked = bede_mem_fail_after(0);
  assert_non_null(first);
  assert_null(second);
  assert_null(third);
  assert_int_equal(asked, 3);
  void *after = bede_malloc(1);
  assert_non_null(after);
  bede_free(after);
  bede_free(first);
  assert_int_equal(bede_mem_fail_after(0), 1);
}

static bool is_zero(const unsigned char *p, size_t n)
{
  for (size_t i = 0; i < n; i++) {
    if (p[i]) return false;
  }
  return true;
}

TEST(arena_memory_is_zeroed_and_aligned_after_reuse)
{
  bede_arena arena;
  bede_arena_init(&arena);
  for (int round = 0; round < 3; round++) {
    for (size_t size = 0; size < 200; size++) {
      unsigned char *p = bede_arena_alloc(&arena, size);
      assert_non_null(p);
      assert_int_equal((uintptr_t)p % 16, 0);
      assert_true(is_zero(p, size));
      memset(p, 0xFF, size);
    }
    bede_arena_clear(&arena);
    assert_int_equal(arena.used, 0);
  }
  bede_arena_release(&arena);
}

TEST(arena_objects_stay_in_place_over_many_blocks)
{
  enum { COUNT = 3000 };
  static unsigned char *kept[COUNT];
  bede_arena arena;
  bede_arena_init(&arena);
  for (unsigned i = 0; i < COUNT; i++) {
    kept[i] = bede_arena_alloc(&arena, 5000);
    assert_non_null(kept[i]);
    memset(kept[i], (int)(i & 0xFF), 5000);
  }
  for (unsigned i = 0; i < COUNT; i++) {
    assert_int_equal(kept[i][0], i & 0xFF);
    assert_int_equal(kept[i][4999], i & 0xFF);
  }
  bede_arena_release(&arena);
  assert_null(arena.first);
}

// A cleared arena serves a document of like size without the heap.
TEST(cleared_arena_keeps_a_block)
{
#ifndef BEDE_DEBUG_ARENA
  bede_arena arena;
  bede_arena_init(&arena);
  assert_non_null(bede_arena_alloc(&arena, 100));
  bede_arena_clear(&arena);
  (void)bede_mem_fail_after(1);
  void *p = bede_arena_alloc(&arena, 100);
  (void)bede_mem_fail_after(0);
  assert_non_null(p);
  // A single huge object is given back.
  assert_non_null(bede_arena_alloc(&arena, (size_t)64 << 20));
  bede_arena_clear(&arena);
  (void)bede_mem_fail_after(1);
  p = bede_arena_alloc(&arena, (size_t)64 << 20);
  (void)bede_mem_fail_after(0);
  assert_null(p);
  bede_arena_release(&arena);
#else
  skip(); // every object is a heap block of its own
#endif
}

TEST(arena_stops_at_its_limit)
{
  bede_arena arena;
  bede_arena_init(&arena);
  assert_null(bede_arena_alloc(&arena, (size_t)BEDE_MAX_ARENA + 1));
  assert_null(bede_arena_alloc(&arena, SIZE_MAX));
  arena.used = BEDE_MAX_ARENA - 16; // as if so much had been handed out
  assert_non_null(bede_arena_alloc(&arena, 16));
  assert_null(bede_arena_alloc(&arena, 1));
  bede_arena_release(&arena);
}

TEST(arena_reports_a_failed_allocation)
{
  bede_arena arena;
  bede_arena_init(&arena);
  (void)bede_mem_fail_after(1);
  void *p = bede_arena_alloc(&arena, 8);
  bede_str s = bede_arena_copy(&arena, bede_str_from("word"));
  (void)bede_mem_fail_after(0);
  assert_null(p);
  assert_null(s.ptr);
  bede_arena_release(&arena);
}

TEST(copy_ends_with_nul_and_absent_becomes_empty)
{
  bede_arena arena;
  bede_arena_init(&arena);
  bede_str s = bede_arena_copy(&arena, (bede_str){"abcdef", 3});
  assert_str(s, "abc");
  assert_int_equal(s.ptr[3], '\0');
  bede_str none = bede_arena_copy(&arena, (bede_str){NULL, 0});
  assert_non_null(none.ptr);
  assert_int_equal(none.len, 0);
  bede_arena_release(&arena);
}

typedef BEDE_LIST(uint64_t) number_list;

TEST(list_grows_and_keeps_its_items)
{
  bede_arena arena;
  number_list list = {0};
  bede_arena_init(&arena);
  for (uint64_t i = 0; i < 1000; i++) {
    uint64_t *item = BEDE_LIST_PUSH(&list, &arena, 1000);
    assert_non_null(item);
    assert_int_equal(*item, 0);
    *item = i * i;
  }
  for (uint64_t i = 0; i < 1000; i++)
    assert_int_equal(list.items[i], i * i);
  assert_int_equal(list.count, 1000);
  bede_arena_release(&arena);
}

TEST(list_stops_at_its_maximum)
{
  bede_arena arena;
  number_list list = {0};
  bede_arena_init(&arena);
  for (uint32_t max = 1; max < 20; max++) {
    while (list.count < max) {
      assert_non_null(BEDE_LIST_PUSH(&list, &arena, max));
    }
    assert_null(BEDE_LIST_PUSH(&list, &arena, max));
    assert_int_equal(list.count, max);
    assert_true(list.capacity >= max);
  }
  bede_arena_release(&arena);
}

TEST(popped_item_comes_back_zeroed)
{
  bede_arena arena;
  number_list list = {0};
  bede_arena_init(&arena);
  *BEDE_LIST_PUSH(&list, &arena, 9) = 42;
  list.count--;
  assert_int_equal(*BEDE_LIST_PUSH(&list, &arena, 9), 0);
  bede_arena_release(&arena);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(zero_sizes_give_unique_pointers),
      cmocka_unit_test(wrapping_products_are_refused),
      cmocka_unit_test(the_nth_allocation_and_all_later_fail),
      cmocka_unit_test(arena_memory_is_zeroed_and_aligned_after_reuse),
      cmocka_unit_test(arena_objects_stay_in_place_over_many_blocks),
      cmocka_unit_test(cleared_arena_keeps_a_block),
      cmocka_unit_test(arena_stops_at_its_limit),
      cmocka_unit_test(arena_reports_a_failed_allocation),
      cmocka_unit_test(copy_ends_with_nul_and_absent_becomes_empty),
      cmocka_unit_test(list_grows_and_keeps_its_items),
      cmocka_unit_test(list_stops_at_its_maximum),
      cmocka_unit_test(popped_item_comes_back_zeroed),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
