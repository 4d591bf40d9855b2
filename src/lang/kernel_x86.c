// Kernels for x86-64: vectors of 256 bits with AVX2, of 512 bits with VNNI,
// whose 16-bit product adds without saturation. Sums are made in another order
// than by the portable kernel; they wrap, so that the order does not show.
// Names end in 2 for AVX2, in 5 for AVX-512. Functions of a fixed number of
// rows and of columns are made by macros: their sums stay in registers.
#include "lang/kernel_x86.h"

#include "base/compiler.h"

#ifdef BEDE_X86

#include <immintrin.h>
#include <stdbool.h>
#include <string.h>

#define AVX2 BEDE_TARGET("avx2")
#define VNNI BEDE_TARGET("avx2,avx512f,avx512bw,avx512vl,avx512vnni")

static inline int32_t pair_at(const int16_t *x)
{
  int32_t pair;
  memcpy(&pair, x, sizeof pair);
  return pair;
}

// From a panel of weights to the next.
static inline size_t panel_size(const bede_matrix *m)
{
  return (size_t)m->in * BEDE_COLUMNS;
}

// --- AVX2 --------------------------------------------------------------------

// Sums of 16 columns for up to four rows.
typedef struct block2 {
  __m256i low[4], high[4];
} block2;

AVX2 static inline __m256i load2(const void *p)
{
  return _mm256_loadu_si256(p);
}

AVX2 static inline __m256i narrow2(__m256i low, __m256i high, int shift)
{
  __m256i half = _mm256_set1_epi32((int)(1u << shift >> 1));
  __m128i by = _mm_cvtsi32_si128(shift);
  low = _mm256_sra_epi32(_mm256_add_epi32(low, half), by);
  high = _mm256_sra_epi32(_mm256_add_epi32(high, half), by);
  // packed half by half: the quarters are put in order
  return _mm256_permute4x64_epi64(_mm256_packs_epi32(low, high), 0xD8);
}

#define AVX2_BLOCK(ROWS)                                                       \
  AVX2 static inline void block2_##ROWS(const bede_matrix *m,                  \
                                        const int16_t *x, size_t room,         \
                                        uint32_t from, block2 *b)              \
  {                                                                            \
    __m256i low[ROWS], high[ROWS];                                             \
    BEDE_UNROLL for (unsigned r = 0; r < ROWS; r++)                            \
    {                                                                          \
      low[r] = m->bias ? load2(m->bias + from) : _mm256_setzero_si256();       \
      high[r] = m->bias ? load2(m->bias + from + 8) : _mm256_setzero_si256();  \
    }                                                                          \
    const int16_t *w = m->weights + (size_t)from * m->in;                      \
    for (uint32_t k = 0; k < m->in; k += 2, w += 32) {                         \
      __m256i w0 = load2(w), w1 = load2(w + 16);                               \
      BEDE_UNROLL for (unsigned r = 0; r < ROWS; r++)                          \
      {                                                                        \
        __m256i v = _mm256_set1_epi32(pair_at(x + r * room + k));              \
        low[r] = _mm256_add_epi32(low[r], _mm256_madd_epi16(v, w0));           \
        high[r] = _mm256_add_epi32(high[r], _mm256_madd_epi16(v, w1));         \
      }                                                                        \
    }                                                                          \
    memcpy(b->low, low, sizeof low);                                           \
    memcpy(b->high, high, sizeof high);                                        \
  }

AVX2_BLOCK(1)
AVX2_BLOCK(4)

AVX2 static void multiply2(const bede_matrix *m, const int16_t *x, size_t room,
                           uint32_t rows, int16_t *out, size_t out_room)
{
  for (uint32_t from = 0; from < m->out; from += 16)
    for (uint32_t r = 0; r < rows;) {
      block2 b;
      uint32_t n = rows - r >= 4 ? 4 : 1;
      if (n == 4)
        block2_4(m, x + r * room, room, from, &b);
      else
        block2_1(m, x + r * room, room, from, &b);
      for (uint32_t i = 0; i < n; i++, r++)
        _mm256_storeu_si256((void *)(out + r * out_room + from),
                            narrow2(b.low[i], b.high[i], (int)m->shift));
    }
}

AVX2 static void scores2(const bede_matrix *m, const int16_t *x, size_t room,
                         uint32_t rows, int32_t *out, size_t out_room)
{
  for (uint32_t from = 0; from < m->out; from += 16)
    for (uint32_t r = 0; r < rows;) {
      block2 b;
      uint32_t n = rows - r >= 4 ? 4 : 1;
      if (n == 4)
        block2_4(m, x + r * room, room, from, &b);
      else
        block2_1(m, x + r * room, room, from, &b);
      for (uint32_t i = 0; i < n; i++, r++) {
        _mm256_storeu_si256((void *)(out + r * out_room + from), b.low[i]);
        _mm256_storeu_si256((void *)(out + r * out_room + from + 8), b.high[i]);
      }
    }
}

// Columns [from, from + 16 * BLOCKS) of a step.
#define AVX2_STEP(BLOCKS)                                                      \
  AVX2 static inline void step2_##BLOCKS(const bede_matrix *m,                 \
                                         const int16_t *x, const int16_t *z,   \
                                         uint32_t from, int16_t *out)          \
  {                                                                            \
    __m256i low[BLOCKS], high[BLOCKS];                                         \
    __m128i by = _mm_cvtsi32_si128((int)m->shift);                             \
    BEDE_UNROLL for (unsigned i = 0; i < BLOCKS; i++)                          \
    {                                                                          \
      const __m128i *p = (const void *)(z + from + 16 * i);                    \
      low[i] =                                                                 \
          _mm256_sll_epi32(_mm256_cvtepi16_epi32(_mm_loadu_si128(p)), by);     \
      high[i] =                                                                \
          _mm256_sll_epi32(_mm256_cvtepi16_epi32(_mm_loadu_si128(p + 1)), by); \
    }                                                                          \
    const int16_t *w = m->weights + (size_t)from * m->in;                      \
    size_t panel = panel_size(m);                                              \
    for (uint32_t k = 0; k < m->in; k += 2, w += 32) {                         \
      __m256i v = _mm256_set1_epi32(pair_at(x + k));                           \
      BEDE_UNROLL for (unsigned i = 0; i < BLOCKS; i++)                        \
      {                                                                        \
        low[i] = _mm256_add_epi32(low[i],                                      \
                                  _mm256_madd_epi16(v, load2(w + i * panel))); \
        high[i] = _mm256_add_epi32(                                            \
            high[i], _mm256_madd_epi16(v, load2(w + i * panel + 16)));         \
      }                                                                        \
    }                                                                          \
    BEDE_UNROLL for (unsigned i = 0; i < BLOCKS; i++)                          \
        _mm256_storeu_si256((void *)(out + from + 16 * i),                     \
                            narrow2(low[i], high[i], (int)m->shift));          \
  }

AVX2_STEP(1)
AVX2_STEP(4)

AVX2 static void step2(const bede_matrix *m, const int16_t *x, const int16_t *z,
                       int16_t *out)
{
  uint32_t from = 0;
  for (; from + 64 <= m->out; from += 64)
    step2_4(m, x, z, from, out);
  for (; from < m->out; from += 16)
    step2_1(m, x, z, from, out);
}

// The squash of |x|, with the sign of `sign`.
AVX2 static inline __m256i squash2(__m256i a, __m256i sign)
{
  // as unsigned: the absolute value of the least number does not fit
  a = _mm256_min_epu16(a, _mm256_set1_epi16(0x3FFF));
  __m256i twice = _mm256_add_epi16(a, a);
  __m256i y = _mm256_sub_epi16(twice, _mm256_mulhrs_epi16(twice, a));
  return _mm256_sign_epi16(y, sign);
}

AVX2 static inline __m256i gate2(const int16_t *z)
{
  __m256i x = load2(z);
  return _mm256_adds_epi16(_mm256_set1_epi16(0x4000),
                           squash2(_mm256_abs_epi16(x), x));
}

AVX2 static void cell2(const int16_t *z, uint32_t size, int16_t *c, int16_t *h)
{
  for (uint32_t i = 0; i < size; i += 16) {
    __m256i keep = gate2(z + i), show = gate2(z + size + i);
    __m256i x = load2(z + 2 * size + i), state = load2(c + i);
    __m256i a =
        _mm256_min_epu16(_mm256_abs_epi16(x), _mm256_set1_epi16(0x2000));
    __m256i fresh = squash2(_mm256_add_epi16(a, a), x);
    state = _mm256_mulhrs_epi16(keep, _mm256_subs_epi16(state, fresh));
    state = _mm256_adds_epi16(fresh, state);
    _mm256_storeu_si256((void *)(c + i), state);
    _mm256_storeu_si256((void *)(h + i), _mm256_mulhrs_epi16(show, state));
  }
}

AVX2 static void add_row2(const int8_t *row, uint32_t size, int16_t *x)
{
  for (uint32_t i = 0; i < size; i += 16) {
    __m256i y = _mm256_cvtepi8_epi16(_mm_loadu_si128((const void *)(row + i)));
    _mm256_storeu_si256((void *)(x + i), _mm256_adds_epi16(load2(x + i), y));
  }
}

AVX2 static void rectify2(int16_t *x, uint32_t size)
{
  for (uint32_t i = 0; i < size; i += 16)
    _mm256_storeu_si256((void *)(x + i),
                        _mm256_max_epi16(load2(x + i), _mm256_setzero_si256()));
}

AVX2 static void offset2(int32_t *x, const int32_t *y, uint32_t size,
                         unsigned shift, int32_t most)
{
  __m256i top = _mm256_set1_epi32(most), low = _mm256_set1_epi32(-most);
  __m128i by = _mm_cvtsi32_si128((int)shift);
  uint32_t i = 0;
  for (; i + 8 <= size; i += 8) {
    __m256i z =
        _mm256_add_epi32(_mm256_sra_epi32(load2(x + i), by), load2(y + i));
    z = _mm256_max_epi32(_mm256_min_epi32(z, top), low);
    _mm256_storeu_si256((void *)(x + i), z);
  }
  bede_kernel_portable.offset(x + i, y + i, size - i, shift, most);
}

AVX2 static int32_t greatest2(const int32_t *x, uint32_t size)
{
  __m256i top = load2(x);
  for (uint32_t i = 8; i + 8 <= size; i += 8)
    top = _mm256_max_epi32(top, load2(x + i));
  top = _mm256_max_epi32(top, load2(x + size - 8));
  __m128i half = _mm_max_epi32(_mm256_castsi256_si128(top),
                               _mm256_extracti128_si256(top, 1));
  half = _mm_max_epi32(half, _mm_shuffle_epi32(half, 0x4E));
  half = _mm_max_epi32(half, _mm_shuffle_epi32(half, 0xB1));
  return _mm_cvtsi128_si32(half);
}

AVX2 static uint32_t best2(const int32_t *x, uint32_t size)
{
  if (size < 8) return bede_kernel_portable.best(x, size);
  __m256i top = _mm256_set1_epi32(greatest2(x, size));
  for (uint32_t i = 0; i + 8 <= size; i += 8) {
    int equal = _mm256_movemask_ps(
        _mm256_castsi256_ps(_mm256_cmpeq_epi32(load2(x + i), top)));
    if (equal) return i + BEDE_LOWEST_BIT((unsigned)equal);
  }
  return size - 8 + bede_kernel_portable.best(x + size - 8, 8);
}

const bede_kernel bede_kernel_avx2 = {"avx2",   multiply2, scores2,
                                      step2,    cell2,     add_row2,
                                      rectify2, offset2,   best2};

// --- VNNI --------------------------------------------------------------------

VNNI static inline __m512i load5(const void *p)
{
  return _mm512_loadu_si512(p);
}

VNNI static inline __m256i narrow5(__m512i x, int shift)
{
  __m512i half = _mm512_set1_epi32((int)(1u << shift >> 1));
  x = _mm512_sra_epi32(_mm512_add_epi32(x, half), _mm_cvtsi32_si128(shift));
  return _mm512_cvtsepi32_epi16(x);
}

// Sums of up to four rows and, in turn, up to four times 16 columns.
typedef struct block5 {
  __m512i sum[4][4];
} block5;

#define VNNI_BLOCK(ROWS, BLOCKS)                                               \
  VNNI static inline void block5_##ROWS##_##BLOCKS(                            \
      const bede_matrix *m, const int16_t *x, size_t room, uint32_t from,      \
      block5 *b)                                                               \
  {                                                                            \
    __m512i sum[ROWS][BLOCKS];                                                 \
    BEDE_UNROLL for (unsigned r = 0; r < ROWS; r++)                            \
        BEDE_UNROLL for (unsigned i = 0; i < BLOCKS; i++) sum[r][i] =          \
            m->bias ? load5(m->bias + from + 16 * i) : _mm512_setzero_si512(); \
    const int16_t *w = m->weights + (size_t)from * m->in;                      \
    size_t panel = panel_size(m);                                              \
    for (uint32_t k = 0; k < m->in; k += 2, w += 32) {                         \
      __m512i y[BLOCKS];                                                       \
      BEDE_UNROLL for (unsigned i = 0; i < BLOCKS; i++) y[i] =                 \
          load5(w + i * panel);                                                \
      BEDE_UNROLL for (unsigned r = 0; r < ROWS; r++)                          \
      {                                                                        \
        __m512i v = _mm512_set1_epi32(pair_at(x + r * room + k));              \
        BEDE_UNROLL for (unsigned i = 0; i < BLOCKS; i++) sum[r][i] =          \
            _mm512_dpwssd_epi32(sum[r][i], v, y[i]);                           \
      }                                                                        \
    }                                                                          \
    BEDE_UNROLL for (unsigned r = 0; r < ROWS; r++)                            \
        BEDE_UNROLL for (unsigned i = 0; i < BLOCKS; i++)                      \
            b->sum[r][i] = sum[r][i];                                          \
  }

VNNI_BLOCK(1, 1)
VNNI_BLOCK(2, 1)
VNNI_BLOCK(3, 1)
VNNI_BLOCK(4, 1)
VNNI_BLOCK(1, 4)
VNNI_BLOCK(2, 4)
VNNI_BLOCK(3, 4)
VNNI_BLOCK(4, 4)

// The product of at most four rows with 16 or 64 columns.
VNNI static inline void block5_of(const bede_matrix *m, const int16_t *x,
                                  size_t room, uint32_t rows, uint32_t from,
                                  bool wide, block5 *b)
{
  switch (rows * 2 + wide) {
  case 2:
    block5_1_1(m, x, room, from, b);
    break;
  case 3:
    block5_1_4(m, x, room, from, b);
    break;
  case 4:
    block5_2_1(m, x, room, from, b);
    break;
  case 5:
    block5_2_4(m, x, room, from, b);
    break;
  case 6:
    block5_3_1(m, x, room, from, b);
    break;
  case 7:
    block5_3_4(m, x, room, from, b);
    break;
  case 8:
    block5_4_1(m, x, room, from, b);
    break;
  default:
    block5_4_4(m, x, room, from, b);
    break;
  }
}

VNNI static void multiply5(const bede_matrix *m, const int16_t *x, size_t room,
                           uint32_t rows, int16_t *out, size_t out_room)
{
  for (uint32_t from = 0, cols; from < m->out; from += cols) {
    bool wide = from + 64 <= m->out;
    cols = wide ? 64 : 16;
    for (uint32_t r = 0, n; r < rows; r += n) {
      block5 b;
      n = rows - r < 4 ? rows - r : 4;
      block5_of(m, x + r * room, room, n, from, wide, &b);
      for (uint32_t i = 0; i < n; i++)
        for (uint32_t k = 0; k < cols / 16; k++)
          _mm256_storeu_si256(
              (void *)(out + (r + i) * out_room + from + 16 * k),
              narrow5(b.sum[i][k], (int)m->shift));
    }
  }
}

VNNI static void scores5(const bede_matrix *m, const int16_t *x, size_t room,
                         uint32_t rows, int32_t *out, size_t out_room)
{
  for (uint32_t from = 0, cols; from < m->out; from += cols) {
    bool wide = from + 64 <= m->out;
    cols = wide ? 64 : 16;
    for (uint32_t r = 0, n; r < rows; r += n) {
      block5 b;
      n = rows - r < 4 ? rows - r : 4;
      block5_of(m, x + r * room, room, n, from, wide, &b);
      for (uint32_t i = 0; i < n; i++)
        for (uint32_t k = 0; k < cols / 16; k++)
          _mm512_storeu_si512(
              (void *)(out + (r + i) * out_room + from + 16 * k), b.sum[i][k]);
    }
  }
}

#define VNNI_STEP(BLOCKS)                                                      \
  VNNI static inline void step5_##BLOCKS(const bede_matrix *m,                 \
                                         const int16_t *x, const int16_t *z,   \
                                         uint32_t from, int16_t *out)          \
  {                                                                            \
    __m512i sum[BLOCKS];                                                       \
    __m128i by = _mm_cvtsi32_si128((int)m->shift);                             \
    BEDE_UNROLL for (unsigned i = 0; i < BLOCKS; i++) sum[i] =                 \
        _mm512_sll_epi32(_mm512_cvtepi16_epi32(load2(z + from + 16 * i)), by); \
    const int16_t *w = m->weights + (size_t)from * m->in;                      \
    size_t panel = panel_size(m);                                              \
    for (uint32_t k = 0; k < m->in; k += 2, w += 32) {                         \
      __m512i v = _mm512_set1_epi32(pair_at(x + k));                           \
      BEDE_UNROLL for (unsigned i = 0; i < BLOCKS; i++) sum[i] =               \
          _mm512_dpwssd_epi32(sum[i], v, load5(w + i * panel));                \
    }                                                                          \
    BEDE_UNROLL for (unsigned i = 0; i < BLOCKS; i++) _mm256_storeu_si256(     \
        (void *)(out + from + 16 * i), narrow5(sum[i], (int)m->shift));        \
  }

VNNI_STEP(1)
VNNI_STEP(6)

VNNI static void step5(const bede_matrix *m, const int16_t *x, const int16_t *z,
                       int16_t *out)
{
  uint32_t from = 0;
  for (; from + 96 <= m->out; from += 96)
    step5_6(m, x, z, from, out);
  for (; from < m->out; from += 16)
    step5_1(m, x, z, from, out);
}

const bede_kernel bede_kernel_vnni = {"avx512-vnni", multiply5, scores5,
                                      step5,         cell2,     add_row2,
                                      rectify2,      offset2,   best2};

#endif
