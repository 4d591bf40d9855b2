// Numbers that look like chance and are the same in every run, and those at
// the ends of their range that chance would seldom give.
#ifndef DICE_H
#define DICE_H

#include <stddef.h>
#include <stdint.h>

typedef struct dice {
  uint64_t state;
} dice;

// Of Sebastiano Vigna's splitmix64.
static inline uint64_t dice_next(dice *d)
{
  uint64_t x = d->state += 0x9E3779B97F4A7C15u;
  x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9u;
  x = (x ^ x >> 27) * 0x94D049BB133111EBu;
  return x ^ x >> 31;
}

// Below `n`.
static inline uint32_t dice_below(dice *d, uint32_t n)
{
  return (uint32_t)((dice_next(d) >> 32) * n >> 32);
}

// Between `least` and `most`, both included.
static inline int64_t dice_between(dice *d, int64_t least, int64_t most)
{
  return least + (int64_t)(dice_next(d) % (uint64_t)(most - least + 1));
}

typedef enum dice_kind {
  DICE_SMALL, // as weights and states are
  DICE_ANY,
  DICE_ENDS,
  DICE_LEAST, // -32768 throughout: sums wrap
  DICE_KINDS
} dice_kind;

static inline int16_t dice_16(dice *d, dice_kind kind)
{
  static const int16_t ends[] = {INT16_MIN, INT16_MIN + 1, -1,       0,
                                 1,         INT16_MAX - 1, INT16_MAX};
  switch (kind) {
  case DICE_SMALL:
    return (int16_t)dice_between(d, -300, 300);
  case DICE_ENDS:
    return ends[dice_below(d, sizeof ends / sizeof *ends)];
  case DICE_LEAST:
    return INT16_MIN;
  default:
    return (int16_t)dice_between(d, INT16_MIN, INT16_MAX);
  }
}

static inline void dice_fill_16(dice *d, dice_kind kind, int16_t *out, size_t n)
{
  for (size_t i = 0; i < n; i++)
    out[i] = dice_16(d, kind);
}

static inline void dice_fill_32(dice *d, int32_t *out, size_t n)
{
  for (size_t i = 0; i < n; i++) {
    uint32_t x = dice_below(d, 8);
    out[i] = x == 0   ? INT32_MIN
             : x == 1 ? INT32_MAX
                      : (int32_t)dice_between(d, INT32_MIN, INT32_MAX);
  }
}

#endif
