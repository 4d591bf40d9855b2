// A linear classifier in training: an averaged perceptron over hashed features.
// Features are first counted; those seen too rarely are left out for good.
#ifndef TRAIN_LINEAR_H
#define TRAIN_LINEAR_H

#include <stdbool.h>
#include <stdint.h>
#include <stddef.h>

#define LINEAR_NONE UINT32_MAX

typedef struct linear {
  uint64_t *keys;   // hash table: key, 0 = empty
  uint32_t *values; // count while counting, then the feature's number
  size_t slots, used;
  uint64_t *feature; // key of each feature that is kept
  uint32_t *count;   // how often it was seen
  uint32_t features, classes;
  struct linear_row *rows; // one a feature
  int64_t time;
  uint32_t runs;    // that have ended
  uint32_t buckets; // of linear_select, 0 before
} linear;

// The weight of a class: as it is now, and what was added to it, each step
// times the time of its addition.
typedef struct linear_cell {
  double mean; // of the runs before, added up
  int64_t sum;
  int32_t weight;
  uint32_t class;
} linear_cell;

// The classes of a feature that ever had a weight, in order of their first.
typedef struct linear_row {
  linear_cell *cells;
  uint32_t count, room;
} linear_row;

void linear_init(linear *l, uint32_t classes);
void linear_release(linear *l);
void linear_count(linear *l, const uint64_t *features, size_t n);
// Keeps what was seen at least `least` times and makes room for its weights.
void linear_freeze(linear *l, uint32_t least);
// The numbers of the features that are kept; returns how many.
size_t linear_ids(const linear *l, const uint64_t *features, size_t n,
                  uint32_t *ids);
void linear_score(const linear *l, const uint32_t *ids, size_t n,
                  int64_t *scores);
void linear_update(linear *l, const uint32_t *ids, size_t n, uint32_t class,
                   int32_t delta);
// One step of training towards `gold`; scores[] are left behind. True when the
// prediction was right already.
bool linear_learn(linear *l, const uint64_t *features, size_t n, uint32_t gold,
                  uint32_t *predicted);
// The class that the weights of the moment choose.
uint32_t linear_guess(const linear *l, const uint64_t *features, size_t n);
// How much a feature matters: the sum of its weights, more when it is frequent.
double linear_weight(const linear *l, uint32_t feature);
// At the end of training: keeps what a table of the model with so many buckets
// of `slots` features has room for, the features that matter most in each
// bucket.
void linear_select(linear *l, uint32_t buckets, uint32_t slots);
// Smaller weights are not written to the model.
#define LINEAR_SMALLEST 0.2

// Takes as many buckets as hold nearly all features with a weight.
void linear_fit(linear *l);
// Ends a run: training starts from nothing again, and the averages become those
// of all runs. The scores of linear models add up, so that this is a vote of
// several models in one.
void linear_restart(linear *l);
// The average of a weight over all steps and runs.
double linear_average(const linear *l, const linear_cell *cell);
// The class that the averages choose; `allowed` may be NULL.
uint32_t linear_predict(const linear *l, const uint64_t *features, size_t n,
                        const uint8_t *allowed);

#endif
