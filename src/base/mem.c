// The heap with fault injection, and the arena. With BEDE_DEBUG_ARENA every
// arena object is a heap block of its own, so that AddressSanitizer sees an
// access past its end and a use after clear.
#include "base/mem.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/limits.h"

#define ARENA_ALIGN ((size_t)16)
// The first block holds a usual news report; later ones double up to the
// largest, so that a big document costs few calls and little waste.
#define ARENA_FIRST ((size_t)256 << 10)
#define ARENA_LARGEST ((size_t)4 << 20)

struct bede_arena_block {
  struct bede_arena_block *next;
  size_t size, used; // bytes of room behind this header
};

#define ARENA_HEADER                                                           \
  ((sizeof(struct bede_arena_block) + ARENA_ALIGN - 1) & ~(ARENA_ALIGN - 1))

// Fault injection is the one state outside a handle: it belongs to the thread
// that runs the test and is never set by the program.
static _Thread_local uint64_t asked, fail_at;

static bool allowed(void)
{
  asked++;
  return fail_at == 0 || asked < fail_at;
}

uint64_t bede_mem_fail_after(uint64_t n)
{
  uint64_t count = asked;
  asked = 0;
  fail_at = n;
  return count;
}

void *bede_malloc(size_t size)
{
  return allowed() ? malloc(size ? size : 1) : NULL;
}

void *bede_calloc(size_t count, size_t size)
{
  if (size && count > SIZE_MAX / size) return NULL;
  if (!allowed()) return NULL;
  return count && size ? calloc(count, size) : calloc(1, 1);
}

void *bede_realloc(void *ptr, size_t size)
{
  return allowed() ? realloc(ptr, size ? size : 1) : NULL;
}

void bede_free(void *ptr)
{
  free(ptr);
}

static unsigned char *block_bytes(struct bede_arena_block *block)
{
  return (unsigned char *)block + ARENA_HEADER;
}

// Adds a block of `room` bytes behind the current one and makes it current.
static struct bede_arena_block *block_add(bede_arena *arena, size_t room)
{
  struct bede_arena_block *block = bede_malloc(ARENA_HEADER + room);
  if (!block) return NULL;
  block->next = NULL;
  block->size = room;
  block->used = 0;
  if (arena->current) {
    arena->current->next = block;
  } else {
    arena->first = block;
  }
  arena->current = block;
  return block;
}

#ifdef BEDE_DEBUG_ARENA
static size_t room_for(const bede_arena *arena, size_t size)
{
  (void)arena;
  return size;
}
#else
static size_t room_for(const bede_arena *arena, size_t size)
{
  size_t room = arena->current ? arena->current->size * 2 : ARENA_FIRST;
  if (room > ARENA_LARGEST) room = ARENA_LARGEST;
  return room > size ? room : size;
}
#endif

void bede_arena_init(bede_arena *arena)
{
  memset(arena, 0, sizeof *arena);
}

void bede_arena_clear(bede_arena *arena)
{
  struct bede_arena_block *keep = NULL, *block = arena->first;
  while (block) {
    struct bede_arena_block *next = block->next, *drop = block;
#ifndef BEDE_DEBUG_ARENA
    // The largest block of ordinary size stays: documents of like size then
    // live in it, and one huge document does not hold its memory for ever.
    if (block->size <= ARENA_LARGEST && (!keep || block->size > keep->size)) {
      drop = keep;
      keep = block;
    }
#endif
    bede_free(drop);
    block = next;
  }
  if (keep) {
    keep->next = NULL;
    keep->used = 0;
  }
  arena->first = arena->current = keep;
  arena->used = 0;
  arena->failed = false;
}

void bede_arena_release(bede_arena *arena)
{
  struct bede_arena_block *block = arena->first;
  while (block) {
    struct bede_arena_block *next = block->next;
    bede_free(block);
    block = next;
  }
  bede_arena_init(arena);
}

static void *arena_take(bede_arena *arena, size_t size)
{
  if (size > BEDE_MAX_ARENA) return NULL;
  size_t step = (size + ARENA_ALIGN - 1) & ~(ARENA_ALIGN - 1);
  if (step == 0) step = ARENA_ALIGN;
  if (step > BEDE_MAX_ARENA - arena->used) return NULL;
  struct bede_arena_block *block = arena->current;
  if (!block || block->size - block->used < step) {
#ifdef BEDE_DEBUG_ARENA
    step = size ? size : 1; // the exact size lets ASan see the end
#endif
    block = block_add(arena, room_for(arena, step));
    if (!block) return NULL;
  }
  unsigned char *ptr = block_bytes(block) + block->used;
  block->used += step;
  arena->used += step;
  assert(block->used <= block->size && arena->used <= BEDE_MAX_ARENA);
  return memset(ptr, 0, size ? size : 1);
}

void *bede_arena_alloc(bede_arena *arena, size_t size)
{
  void *ptr = arena_take(arena, size);
  if (!ptr) arena->failed = true;
  return ptr;
}

void *bede_arena_array(bede_arena *arena, size_t count, size_t size)
{
  bool wraps = size && count > SIZE_MAX / size;
  return bede_arena_alloc(arena, wraps ? SIZE_MAX : count * size);
}

bede_str bede_arena_copy(bede_arena *arena, bede_str s)
{
  bede_str copy = {NULL, 0};
  char *ptr = s.len < SIZE_MAX ? bede_arena_alloc(arena, s.len + 1) : NULL;
  if (!ptr) return copy;
  if (s.len) memcpy(ptr, s.ptr, s.len);
  copy.ptr = ptr;
  copy.len = s.len;
  return copy;
}

bede_status bede_list_grow(bede_arena *arena, void **items, uint32_t *count,
                           uint32_t *capacity, size_t size, uint32_t max)
{
  // `items` points to a T *, not to a void *: it is read and written as bytes.
  void *old;
  memcpy(&old, items, sizeof old);
  if (*count >= max) return BEDE_ELIMIT;
  if (*count == *capacity) {
    uint32_t room = *capacity > max / 2 ? max : *capacity * 2;
    if (room < 8) room = max < 8 ? max : 8;
    void *fresh = bede_arena_array(arena, room, size);
    if (!fresh) return BEDE_ENOMEM;
    if (*count) memcpy(fresh, old, *count * size);
    memcpy(items, &fresh, sizeof fresh);
    *capacity = room;
    return BEDE_OK;
  }
  memset((unsigned char *)old + *count * size, 0, size);
  return BEDE_OK;
}
