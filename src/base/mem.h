// All memory of Bede comes through here: the heap calls, which can be made to
// fail for tests, and the arena in which a document lives.
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stdbool.h>

#include "bede/types.h"

// Like malloc, realloc, free. NULL when out of memory, when a*b would wrap, or
// when a test's fault injection says so. Zero sizes give a unique pointer.
void *bede_malloc(size_t size);
void *bede_calloc(size_t count, size_t size);
void *bede_realloc(void *ptr, size_t size);
void bede_free(void *ptr);

// Tests only: the n-th allocation from now (1-based) and every later one
// fails; 0 switches injection off. Thread-local. Returns how many allocations
// were asked for since the last call.
uint64_t bede_mem_fail_after(uint64_t n);

// A bump allocator. Invariants: `used` never exceeds BEDE_MAX_ARENA; what was
// returned stays valid and at its place until clear or release. One owner, no
// locking.
typedef struct bede_arena {
  struct bede_arena_block *first, *current;
  size_t used; // bytes handed out since the last clear
  bool failed; // an allocation gave NULL since the last clear
} bede_arena;

void bede_arena_init(bede_arena *arena);
// Forgets all allocations; keeps one block so that the next document does not
// go to the heap.
void bede_arena_clear(bede_arena *arena);
void bede_arena_release(bede_arena *arena);
// Zeroed memory aligned to 16; NULL when out of memory or over the limit.
void *bede_arena_alloc(bede_arena *arena, size_t size);
// As alloc for `count` objects of `size` bytes, safe against wrapping.
void *bede_arena_array(bede_arena *arena, size_t count, size_t size);
// Copies bytes; the copy has a NUL after its last byte. NULL ptr on failure
// only: the copy of an absent string is an empty one.
bede_str bede_arena_copy(bede_arena *arena, bede_str s);

// A growable array in an arena: `items` has room for `capacity`, holds `count`.
// Declared as BEDE_LIST(type) name; grows by doubling (the old room stays in
// the arena until it is cleared).
#define BEDE_LIST(type)                                                        \
  struct {                                                                     \
    type *items;                                                               \
    uint32_t count, capacity;                                                  \
  }

// Makes room for one more: a pointer to the new zeroed last item, or NULL when
// out of memory or when the list already holds `max` items.
#define BEDE_LIST_PUSH(list, arena, max)                                       \
  (bede_list_grow((arena), (void **)&(list)->items, &(list)->count,            \
                  &(list)->capacity, sizeof *(list)->items, (max))             \
       ? NULL                                                                  \
       : &(list)->items[(list)->count++])

// Makes an empty list's room for `n` items at once, so that a long list does
// not leave its smaller rooms in the arena. False when out of memory.
#define BEDE_LIST_RESERVE(list, arena, n)                                      \
  (((list)->items = bede_arena_array((arena), (n), sizeof *(list)->items))     \
       ? ((list)->capacity = (n), true)                                        \
       : false)

// Used by BEDE_LIST_PUSH: BEDE_OK, BEDE_ENOMEM or BEDE_ELIMIT.
BEDE_CHECKED bede_status bede_list_grow(bede_arena *arena, void **items,
                                        uint32_t *count, uint32_t *capacity,
                                        size_t size, uint32_t max);

#endif
