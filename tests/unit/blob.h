// Files of parts at 64-byte boundaries, put together in memory.
#ifndef BLOB_H
#define BLOB_H

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef struct blob {
  unsigned char *bytes; // free with free()
  size_t size;
} blob;

// A heap block of exactly `size` bytes at a 64-byte boundary, so that a
// sanitizer sees a read past its end. Free with free().
static inline void *aligned_copy(const void *bytes, size_t size)
{
  void *p = NULL;
  if (posix_memalign(&p, 64, size ? size : 1)) abort();
  if (size) memcpy(p, bytes, size);
  return p;
}

// Zeros at the next 64-byte boundary; where they stand.
static inline size_t blob_add(blob *b, size_t size)
{
  size_t at = (b->size + 63) / 64 * 64;
  b->bytes = realloc(b->bytes, at + size);
  if (!b->bytes) abort();
  memset(b->bytes + b->size, 0, at + size - b->size);
  b->size = at + size;
  return at;
}

// The block becomes an aligned one of exactly its size.
static inline void blob_finish(blob *b)
{
  void *grown = b->bytes;
  b->bytes = aligned_copy(grown, b->size);
  free(grown);
}

#endif
