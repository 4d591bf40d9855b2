// Tables of weights inside the model file: a hashed feature leads to its
// weights, 64 bytes (a cache line) a look-up. A look-up never goes on to a
// second bucket: the trainer makes so many that few features find theirs full,
// and leaves these out. All scores are integers.
#ifndef LANG_TABLE_H
#define LANG_TABLE_H

#include "bede/types.h"

#define BEDE_SPARSE_SLOTS 10u
#define BEDE_MAX_CLASSES 256u

// A row at pool[at[i]]: count, shift, then count classes, then count weights
// (int8, to be multiplied by 2^shift).
typedef struct bede_sparse_bucket {
  uint16_t mark[BEDE_SPARSE_SLOTS];
  uint16_t unused[2];
  uint32_t at[BEDE_SPARSE_SLOTS];
} bede_sparse_bucket;

typedef struct bede_sparse {
  const bede_sparse_bucket *buckets;
  uint32_t count; // of buckets, never 0
  const uint8_t *pool;
  uint32_t classes; // every class in the pool is below
} bede_sparse;

// The bucket of a feature.
static inline uint32_t bede_bucket_of(uint64_t feature, uint32_t count)
{
  return (uint32_t)((feature >> 32) * count >> 32);
}

// What it is known by there; never 0, which is an empty slot.
static inline uint16_t bede_mark_of(uint64_t feature)
{
  uint16_t mark = (uint16_t)feature;
  return mark ? mark : 1;
}

// Adds the weights of `count` features to scores[table->classes]. With at most
// BEDE_MAX_FEATURES no sum leaves 32 bits (see model.c).
void bede_sparse_score(const bede_sparse *table, const uint64_t *features,
                       size_t count, int32_t *scores);

#endif
