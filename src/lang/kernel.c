// The portable kernel, which says what the others compute, and the choice. C
// leaves open what negative numbers shifted to the right and numbers too big
// for int32_t become; here, as with every compiler that is known, they are
// rounded down and wrap.
#include "lang/kernel.h"

#include <string.h>

#include "base/compiler.h"

#ifdef BEDE_X86
#include "lang/kernel_x86.h"
#endif

_Static_assert(-3 >> 1 == -2 && (int32_t)UINT32_MAX == -1,
               "the compiler has other rules for negative numbers");

static int16_t saturate(int32_t x)
{
  return (int16_t)(x > INT16_MAX ? INT16_MAX : x < INT16_MIN ? INT16_MIN : x);
}

static int16_t narrow(uint32_t sum, unsigned shift)
{
  return saturate((int32_t)(sum + (1u << shift >> 1)) >> shift);
}

// sums[j] += x W for columns [from, from + BEDE_COLUMNS).
static void add_product(const bede_matrix *m, const int16_t *x, uint32_t from,
                        uint32_t *sums)
{
  const int16_t *w = m->weights + (size_t)from * m->in;
  for (uint32_t k = 0; k < m->in; k += 2, w += 2 * BEDE_COLUMNS) {
    int32_t a = x[k], b = x[k + 1];
    for (uint32_t j = 0; j < BEDE_COLUMNS; j++)
      sums[j] += (uint32_t)(a * w[2 * j]) + (uint32_t)(b * w[2 * j + 1]);
  }
}

static void start(const bede_matrix *m, uint32_t from, uint32_t *sums)
{
  for (uint32_t j = 0; j < BEDE_COLUMNS; j++)
    sums[j] = m->bias ? (uint32_t)m->bias[from + j] : 0;
}

static void multiply(const bede_matrix *m, const int16_t *x, size_t room,
                     uint32_t rows, int16_t *out, size_t out_room)
{
  for (uint32_t r = 0; r < rows; r++)
    for (uint32_t from = 0; from < m->out; from += BEDE_COLUMNS) {
      uint32_t sums[BEDE_COLUMNS];
      start(m, from, sums);
      add_product(m, x + r * room, from, sums);
      for (uint32_t j = 0; j < BEDE_COLUMNS; j++)
        out[r * out_room + from + j] = narrow(sums[j], m->shift);
    }
}

static void scores(const bede_matrix *m, const int16_t *x, size_t room,
                   uint32_t rows, int32_t *out, size_t out_room)
{
  for (uint32_t r = 0; r < rows; r++)
    for (uint32_t from = 0; from < m->out; from += BEDE_COLUMNS) {
      uint32_t sums[BEDE_COLUMNS];
      start(m, from, sums);
      add_product(m, x + r * room, from, sums);
      memcpy(out + r * out_room + from, sums, sizeof sums);
    }
}

static void step(const bede_matrix *m, const int16_t *x, const int16_t *z,
                 int16_t *out)
{
  for (uint32_t from = 0; from < m->out; from += BEDE_COLUMNS) {
    uint32_t sums[BEDE_COLUMNS];
    for (uint32_t j = 0; j < BEDE_COLUMNS; j++)
      sums[j] = (uint32_t)(int32_t)z[from + j] << m->shift;
    add_product(m, x, from, sums);
    for (uint32_t j = 0; j < BEDE_COLUMNS; j++)
      out[from + j] = narrow(sums[j], m->shift);
  }
}

// --- the cell ----------------------------------------------------------------

// a b / 2^15, rounded.
static int16_t times(int32_t a, int32_t b)
{
  return (int16_t)((a * b + 0x4000) >> 15);
}

// x - x |x| / 4 within [-2, 2], the sign beyond: close to tanh, and smooth. `a`
// is |x| with 13 fractional bits, the result has 14.
static int16_t squash(int32_t a)
{
  if (a > 0x3FFF) a = 0x3FFF;
  return (int16_t)(2 * a - times(2 * a, a));
}

// The squash of x, x with 12 fractional bits.
static int16_t squash_new(int16_t x)
{
  int32_t a = x < 0 ? -(int32_t)x : x;
  int16_t y = squash(a < 0x2000 ? 2 * a : 0x3FFF);
  return (int16_t)(x < 0 ? -y : y);
}

// 1/2 + squash(x / 2) / 2 with 15 fractional bits, x with 12.
static int16_t gate(int16_t x)
{
  int32_t y = squash(x < 0 ? -(int32_t)x : x);
  return saturate(0x4000 + (x < 0 ? -y : y));
}

static void cell(const int16_t *z, uint32_t size, int16_t *c, int16_t *h)
{
  for (uint32_t i = 0; i < size; i++) {
    int16_t keep = gate(z[i]), show = gate(z[size + i]);
    int16_t fresh = squash_new(z[2 * size + i]);
    c[i] = saturate(fresh + times(keep, saturate(c[i] - fresh)));
    h[i] = times(show, c[i]);
  }
}

static void add_row(const int8_t *row, uint32_t size, int16_t *x)
{
  for (uint32_t i = 0; i < size; i++)
    x[i] = saturate(x[i] + row[i]);
}

static void rectify(int16_t *x, uint32_t size)
{
  for (uint32_t i = 0; i < size; i++)
    if (x[i] < 0) x[i] = 0;
}

static void offset(int32_t *x, const int32_t *y, uint32_t size, unsigned shift,
                   int32_t most)
{
  for (uint32_t i = 0; i < size; i++) {
    int32_t z = (int32_t)((uint32_t)(x[i] >> shift) + (uint32_t)y[i]);
    x[i] = z > most ? most : z < -most ? -most : z;
  }
}

static uint32_t best(const int32_t *x, uint32_t size)
{
  uint32_t at = 0;
  for (uint32_t i = 1; i < size; i++)
    if (x[i] > x[at]) at = i;
  return at;
}

const bede_kernel bede_kernel_portable = {
    "portable", multiply, scores, step, cell, add_row, rectify, offset, best};

// --- the choice --------------------------------------------------------------

const bede_kernel *bede_kernel_at(unsigned n)
{
  const bede_kernel *kernels[4] = {&bede_kernel_portable};
  unsigned count = 1;
#ifdef BEDE_X86
  if (bede_cpu_has_avx2()) kernels[count++] = &bede_kernel_avx2;
  if (bede_cpu_has_vnni()) kernels[count++] = &bede_kernel_vnni;
#endif
  return n < count ? kernels[n] : NULL;
}

const bede_kernel *bede_kernel_best(void)
{
  const bede_kernel *best = &bede_kernel_portable;
  for (unsigned n = 0; bede_kernel_at(n); n++)
    best = bede_kernel_at(n);
  return best;
}
