// The arithmetic of the network on 16-bit integers: a portable version and
// faster ones for processors that have them. All give the same bits.
#ifndef LANG_KERNEL_H
#define LANG_KERNEL_H

#include "bede/types.h"

#define BEDE_COLUMNS 16u   // columns of a matrix are a multiple of it
#define BEDE_MAX_SHIFT 30u // of a matrix

// y = (bias + x W) / 2^shift. `in` is even, `out` a multiple of BEDE_COLUMNS,
// `shift` at most BEDE_MAX_SHIFT. Weights stand in panels of BEDE_COLUMNS
// outputs, so that a panel is read in one run of memory; in a panel those of
// two inputs stand side by side: see bede_weight_at. Borrows its arrays.
typedef struct bede_matrix {
  uint32_t in, out, shift;
  const int32_t *bias; // [out], may be NULL: none
  const int16_t *weights;
} bede_matrix;

// The place of the weight of input k for output j.
static inline size_t bede_weight_at(uint32_t in, uint32_t k, uint32_t j)
{
  return ((size_t)(j / BEDE_COLUMNS) * (in / 2) + k / 2) * 2 * BEDE_COLUMNS +
         j % BEDE_COLUMNS * 2 + k % 2;
}

// Sums wrap at 32 bits; results of 16 bits are rounded and saturated. Arrays
// need the alignment of their numbers only; what is written does not overlap
// what is read, but for x of add_row, rectify and offset. No function keeps
// anything: a kernel may be used by any number of threads.
typedef struct bede_kernel {
  const char *name;
  // out[r * out_room + j] for `rows` inputs, `room` numbers apart.
  void (*multiply)(const bede_matrix *m, const int16_t *x, size_t room,
                   uint32_t rows, int16_t *out, size_t out_room);
  // The same without rounding: bias + x W as 32 bits.
  void (*scores)(const bede_matrix *m, const int16_t *x, size_t room,
                 uint32_t rows, int32_t *out, size_t out_room);
  // One step of a recurrent layer: out = z + x W / 2^shift; without bias.
  void (*step)(const bede_matrix *m, const int16_t *x, const int16_t *z,
               int16_t *out);
  // The cell of `size` units (a multiple of 16): gates z[3 * size] with 12
  // fractional bits (keep, show, new), state c and output h with 14.
  void (*cell)(const int16_t *z, uint32_t size, int16_t *c, int16_t *h);
  // x[0 .. size) += row, saturated; `size` is a multiple of 16.
  void (*add_row)(const int8_t *row, uint32_t size, int16_t *x);
  // x[0 .. size) = max(x, 0); `size` is a multiple of 16.
  void (*rectify)(int16_t *x, uint32_t size);
  // x[0 .. size) = x / 2^shift + y, within [-most, most]; x / 2^shift is
  // rounded down; sums wrap; `most` is not negative.
  void (*offset)(int32_t *x, const int32_t *y, uint32_t size, unsigned shift,
                 int32_t most);
  // The place of the greatest of x[0 .. size), the first of several; size > 0.
  uint32_t (*best)(const int32_t *x, uint32_t size);
} bede_kernel;

extern const bede_kernel bede_kernel_portable;

// The fastest kernel that this processor has; never NULL.
const bede_kernel *bede_kernel_best(void);
// Kernel `n` of those that this processor has, NULL after the last; 0 is the
// portable one. For tests and measurements.
const bede_kernel *bede_kernel_at(unsigned n);

#endif
