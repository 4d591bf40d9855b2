// Averaged perceptrons: counting, training, averaging.
#include "linear.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lang/feature.h"
#include "lang/table.h"
#include "train.h"

void linear_init(linear *l, uint32_t classes)
{
  memset(l, 0, sizeof *l);
  l->classes = classes;
  l->slots = 1u << 16;
  l->keys = need(calloc(l->slots, sizeof *l->keys));
  l->values = need(calloc(l->slots, sizeof *l->values));
}

static size_t slot_of(const linear *l, uint64_t key)
{
  size_t at = (size_t)(key ^ key >> 32) & (l->slots - 1);
  while (l->keys[at] && l->keys[at] != key)
    at = (at + 1) & (l->slots - 1);
  return at;
}

static void rehash(linear *l, size_t slots)
{
  linear old = *l;
  l->slots = slots;
  l->keys = need(calloc(slots, sizeof *l->keys));
  l->values = need(calloc(slots, sizeof *l->values));
  for (size_t i = 0; i < old.slots; i++) {
    if (!old.keys[i]) continue;
    size_t at = slot_of(l, old.keys[i]);
    l->keys[at] = old.keys[i];
    l->values[at] = old.values[i];
  }
  free(old.keys);
  free(old.values);
}

void linear_count(linear *l, const uint64_t *features, size_t n)
{
  for (size_t i = 0; i < n; i++) {
    uint64_t key = features[i] ? features[i] : 1;
    size_t at = slot_of(l, key);
    if (!l->keys[at]) {
      l->keys[at] = key;
      l->used++;
    }
    l->values[at]++;
    if (l->used * 2 > l->slots) rehash(l, l->slots * 2);
  }
}

void linear_freeze(linear *l, uint32_t least)
{
  linear old = *l;
  uint32_t kept = 0;
  for (size_t i = 0; i < old.slots; i++)
    kept += old.keys[i] && old.values[i] >= least;
  l->slots = 1u << 10;
  while (l->slots < (size_t)kept * 2)
    l->slots *= 2;
  l->keys = need(calloc(l->slots, sizeof *l->keys));
  l->values = need(calloc(l->slots, sizeof *l->values));
  l->feature = need(calloc(kept + 1, sizeof *l->feature));
  for (size_t i = 0; i < old.slots; i++) {
    if (!old.keys[i] || old.values[i] < least) continue;
    size_t at = slot_of(l, old.keys[i]);
    l->keys[at] = old.keys[i];
    l->values[at] = l->features;
    l->feature[l->features++] = old.keys[i];
  }
  free(old.keys);
  free(old.values);
  l->rows = need(calloc(kept + 1, sizeof *l->rows));
}

static size_t feature_ids(const linear *l, const uint64_t *features, size_t n,
                          uint32_t *ids)
{
  size_t found = 0;
  for (size_t i = 0; i < n; i++) {
    uint64_t key = features[i] ? features[i] : 1;
    BEDE_PREFETCH(&l->keys[(size_t)(key ^ key >> 32) & (l->slots - 1)]);
  }
  for (size_t i = 0; i < n; i++) {
    size_t at = slot_of(l, features[i] ? features[i] : 1);
    if (!l->keys[at]) continue;
    ids[found++] = l->values[at];
    BEDE_PREFETCH(&l->rows[l->values[at]]);
  }
  for (size_t i = 0; i < found; i++)
    BEDE_PREFETCH(l->rows[ids[i]].cells);
  return found;
}

static void score(const linear *l, const uint32_t *ids, size_t n,
                  int64_t *scores)
{
  memset(scores, 0, l->classes * sizeof *scores);
  for (size_t i = 0; i < n; i++) {
    const linear_row *row = &l->rows[ids[i]];
    for (uint32_t c = 0; c < row->count; c++)
      scores[row->cells[c].class] += row->cells[c].weight;
  }
}

static linear_cell *cell_of(linear_row *row, uint32_t class)
{
  for (uint32_t c = 0; c < row->count; c++)
    if (row->cells[c].class == class) return &row->cells[c];
  if (row->count == row->room) {
    row->room = row->room ? row->room * 2 : 2;
    row->cells = need(realloc(row->cells, row->room * sizeof *row->cells));
  }
  linear_cell *cell = &row->cells[row->count++];
  memset(cell, 0, sizeof *cell);
  cell->class = class;
  return cell;
}

static void update(linear *l, const uint32_t *ids, size_t n, uint32_t class,
                   int32_t delta)
{
  for (size_t i = 0; i < n; i++) {
    linear_cell *cell = cell_of(&l->rows[ids[i]], class);
    cell->weight += delta;
    cell->sum += delta * l->time;
  }
}

static uint32_t best_of(const int64_t *scores, uint32_t count)
{
  uint32_t best = 0;
  for (uint32_t c = 1; c < count; c++)
    if (scores[c] > scores[best]) best = c;
  return best;
}

bool linear_learn(linear *l, const uint64_t *features, size_t n, uint32_t gold)
{
  uint32_t ids[BEDE_MAX_FEATURES];
  int64_t scores[BEDE_MAX_CLASSES];
  size_t found = feature_ids(l, features, n, ids);
  score(l, ids, found, scores);
  uint32_t best = best_of(scores, l->classes);
  l->time++;
  if (best != gold) {
    update(l, ids, found, gold, 1);
    update(l, ids, found, best, -1);
  }
  return best == gold;
}

double linear_average(const linear *l, const linear_cell *cell)
{
  return l->time ? cell->weight - (double)cell->sum / (double)l->time : 0;
}

static bool has_weight(const linear *l, const linear_row *row)
{
  for (uint32_t c = 0; c < row->count; c++)
    if (fabs(linear_average(l, &row->cells[c])) >= LINEAR_SMALLEST) return true;
  return false;
}

void linear_fit(linear *l)
{
  uint32_t count = 0;
  for (uint32_t i = 0; i < l->features; i++)
    count += has_weight(l, &l->rows[i]);
  l->buckets = count / 6 + 1;
}
