// Averaged perceptrons: counting, training, averaging.
#include "linear.h"

#include <math.h>
#include <stdio.h>
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

void linear_release(linear *l)
{
  free(l->keys);
  free(l->values);
  free(l->feature);
  free(l->count);
  for (uint32_t i = 0; i < l->features; i++)
    free(l->rows[i].cells);
  free(l->rows);
  memset(l, 0, sizeof *l);
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
  l->count = need(calloc(kept + 1, sizeof *l->count));
  for (size_t i = 0; i < old.slots; i++) {
    if (!old.keys[i] || old.values[i] < least) continue;
    size_t at = slot_of(l, old.keys[i]);
    l->keys[at] = old.keys[i];
    l->values[at] = l->features;
    l->feature[l->features] = old.keys[i];
    l->count[l->features++] = old.values[i];
  }
  free(old.keys);
  free(old.values);
  l->rows = need(calloc(kept + 1, sizeof *l->rows));
}

size_t linear_ids(const linear *l, const uint64_t *features, size_t n,
                  uint32_t *ids)
{
  size_t found = 0;
  for (size_t i = 0; i < n; i++) {
    uint64_t key = features[i] ? features[i] : 1;
    __builtin_prefetch(&l->keys[(size_t)(key ^ key >> 32) & (l->slots - 1)]);
  }
  for (size_t i = 0; i < n; i++) {
    size_t at = slot_of(l, features[i] ? features[i] : 1);
    if (!l->keys[at]) continue;
    ids[found++] = l->values[at];
    __builtin_prefetch(&l->rows[l->values[at]]);
  }
  for (size_t i = 0; i < found; i++)
    __builtin_prefetch(l->rows[ids[i]].cells);
  return found;
}

void linear_score(const linear *l, const uint32_t *ids, size_t n,
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

void linear_update(linear *l, const uint32_t *ids, size_t n, uint32_t class,
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

bool linear_learn(linear *l, const uint64_t *features, size_t n, uint32_t gold,
                  uint32_t *predicted)
{
  uint32_t ids[BEDE_MAX_FEATURES];
  int64_t scores[BEDE_MAX_CLASSES];
  size_t found = linear_ids(l, features, n, ids);
  linear_score(l, ids, found, scores);
  uint32_t best = best_of(scores, l->classes);
  l->time++;
  if (best != gold) {
    linear_update(l, ids, found, gold, 1);
    linear_update(l, ids, found, best, -1);
  }
  if (predicted) *predicted = best;
  return best == gold;
}

uint32_t linear_guess(const linear *l, const uint64_t *features, size_t n)
{
  uint32_t ids[BEDE_MAX_FEATURES];
  int64_t scores[BEDE_MAX_CLASSES];
  size_t found = linear_ids(l, features, n, ids);
  linear_score(l, ids, found, scores);
  return best_of(scores, l->classes);
}

static double run_average(const linear *l, const linear_cell *cell)
{
  return l->time ? cell->weight - (double)cell->sum / (double)l->time : 0;
}

void linear_restart(linear *l)
{
  for (uint32_t i = 0; i < l->features; i++)
    for (uint32_t c = 0; c < l->rows[i].count; c++) {
      linear_cell *cell = &l->rows[i].cells[c];
      cell->mean += run_average(l, cell);
      cell->weight = 0;
      cell->sum = 0;
    }
  l->time = 0;
  l->runs++;
}

double linear_average(const linear *l, const linear_cell *cell)
{
  uint32_t runs = l->runs + (l->time > 0);
  return runs ? (cell->mean + run_average(l, cell)) / runs : 0;
}

// Chosen on the development sets: with the square root, or without regard to
// frequency, as many features keep less of the accuracy.
#define FREQUENCY_POWER 0.3

double linear_weight(const linear *l, uint32_t feature)
{
  const linear_row *row = &l->rows[feature];
  double sum = 0;
  for (uint32_t c = 0; c < row->count; c++)
    sum += fabs(linear_average(l, &row->cells[c]));
  return sum * pow(l->count[feature], FREQUENCY_POWER);
}

typedef struct ranked {
  double weight;
  uint32_t id;
} ranked;

static int by_weight(const void *a, const void *b)
{
  const ranked *x = a, *y = b;
  if (x->weight != y->weight) return x->weight > y->weight ? -1 : 1;
  return x->id < y->id ? -1 : x->id > y->id;
}

// One byte a feature: does its bucket have room for it?
static uint8_t *chosen(const linear *l, uint32_t buckets, uint32_t slots)
{
  ranked *order = need(calloc(l->features + 1, sizeof *order));
  uint32_t *used = need(calloc(buckets, sizeof *used));
  uint8_t *keep = need(calloc(l->features + 1, 1));
  for (uint32_t i = 0; i < l->features; i++) {
    order[i].id = i;
    order[i].weight = linear_weight(l, i);
  }
  qsort(order, l->features, sizeof *order, by_weight);
  for (uint32_t i = 0; i < l->features; i++) {
    uint32_t id = order[i].id;
    uint32_t at = bede_bucket_of(l->feature[id], buckets);
    if (order[i].weight > 0 && used[at]++ < slots) keep[id] = 1;
  }
  free(order);
  free(used);
  return keep;
}

void linear_select(linear *l, uint32_t buckets, uint32_t slots)
{
  uint8_t *keep = chosen(l, buckets, slots);
  linear kept = *l;
  kept.features = 0;
  memset(kept.values, 0, kept.slots * sizeof *kept.values);
  memset(kept.keys, 0, kept.slots * sizeof *kept.keys);
  for (uint32_t i = 0; i < l->features; i++) {
    linear_row row = l->rows[i];
    memset(&l->rows[i], 0, sizeof row);
    if (!keep[i]) free(row.cells);
    if (!keep[i]) continue;
    size_t at = slot_of(&kept, l->feature[i]);
    kept.keys[at] = l->feature[i];
    kept.values[at] = kept.features;
    kept.feature[kept.features] = l->feature[i];
    kept.rows[kept.features] = row;
    kept.count[kept.features++] = l->count[i];
  }
  kept.buckets = buckets;
  *l = kept;
  free(keep);
  note("selected %u features", l->features);
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

uint32_t linear_predict(const linear *l, const uint64_t *features, size_t n,
                        const uint8_t *allowed)
{
  uint32_t ids[BEDE_MAX_FEATURES];
  double scores[BEDE_MAX_CLASSES] = {0};
  size_t found = linear_ids(l, features, n, ids);
  for (size_t i = 0; i < found; i++) {
    const linear_row *row = &l->rows[ids[i]];
    for (uint32_t c = 0; c < row->count; c++)
      scores[row->cells[c].class] += linear_average(l, &row->cells[c]);
  }
  uint32_t best = LINEAR_NONE;
  for (uint32_t c = 0; c < l->classes; c++) {
    if (allowed && !allowed[c]) continue;
    if (best == LINEAR_NONE || scores[c] > scores[best]) best = c;
  }
  return best;
}
