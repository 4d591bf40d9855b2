// A linear classifier in training: an averaged perceptron over hashed features.
// Features are first counted; those seen too rarely are left out for good.
#ifndef TRAIN_LINEAR_H
#define TRAIN_LINEAR_H

#include <stdbool.h>
#include <stdint.h>
#include <stddef.h>

typedef struct linear {
  uint64_t *keys;   // hash table: key, 0 = empty
  uint32_t *values; // count while counting, then the feature's number
  size_t slots, used;
  uint64_t *feature; // key of each feature that is kept
  uint32_t features, classes;
  struct linear_row *rows; // one a feature
  int64_t time;
  uint32_t buckets; // of linear_fit, 0 before
} linear;

// The weight of a class: as it is now, and what was added to it, each step
// times the time of its addition.
typedef struct linear_cell {
  int64_t sum;
  int32_t weight;
  uint32_t class;
} linear_cell;

// The classes of a feature that ever had a weight, in order of their first.
typedef struct linear_row {
  linear_cell *cells;
  uint32_t count, room;
} linear_row;

// Smaller weights are not written to the model.
#define LINEAR_SMALLEST 0.2

void linear_init(linear *l, uint32_t classes);
// Counts the features of one example.
void linear_count(linear *l, const uint64_t *features, size_t n);
// Keeps what was seen at least `least` times and makes room for its weights.
void linear_freeze(linear *l, uint32_t least);
// One step of training towards `gold`, with at most BEDE_MAX_FEATURES features.
// True when the prediction was right already.
bool linear_learn(linear *l, const uint64_t *features, size_t n, uint32_t gold);
// Takes as many buckets as hold nearly all features with a weight.
void linear_fit(linear *l);
// The average of a weight over all steps.
double linear_average(const linear *l, const linear_cell *cell);

#endif
