// Look-ups in the weight tables. The buckets of all features of a word are
// asked for before the first is read: the waits for memory overlap.
#include "lang/table.h"

#include "base/compiler.h"

static void sparse_add(const uint8_t *row, int32_t *scores)
{
  unsigned count = row[0], shift = row[1];
  const uint8_t *class = row + 2;
  const int8_t *weight = (const int8_t *)(class + count);
  for (unsigned i = 0; i < count; i++)
    scores[class[i]] += (int32_t)weight[i] * (1 << shift);
}

void bede_sparse_score(const bede_sparse *table, const uint64_t *features,
                       size_t count, int32_t *scores)
{
  for (size_t i = 0; i < count; i++)
    BEDE_PREFETCH(&table->buckets[bede_bucket_of(features[i], table->count)]);
  for (size_t i = 0; i < count; i++) {
    const bede_sparse_bucket *b =
        &table->buckets[bede_bucket_of(features[i], table->count)];
    uint16_t mark = bede_mark_of(features[i]);
    for (unsigned s = 0; s < BEDE_SPARSE_SLOTS; s++) {
      if (b->mark[s] != mark) continue;
      sparse_add(table->pool + b->at[s], scores);
      break;
    }
  }
}
