// Blocks of six rows and 16 columns stay in registers.
#include "gemm.h"

#include "base/compiler.h"

// Half of LANES: what a register of AVX2 holds.
typedef float lanes BEDE_VECTOR(32, 4);

enum { ROWS = 6 };

typedef struct product {
  size_t k;
  const float *a;
  size_t rows, columns;
  const float *b;
  size_t ldb;
  float *c;
  size_t ldc;
  bool add;
} product;

static inline lanes load(const float *p)
{
  return *(const lanes *)(const void *)p;
}

static inline void store(float *p, lanes x)
{
  *(lanes *)(void *)p = x;
}

#define BLOCK(R)                                                               \
  static void block##R(const product *p, const float *a, const float *b,       \
                       float *c)                                               \
  {                                                                            \
    lanes low[R], high[R];                                                     \
    for (size_t r = 0; r < R; r++) {                                           \
      low[r] = p->add ? load(c + r * p->ldc) : (lanes){0};                     \
      high[r] = p->add ? load(c + r * p->ldc + 8) : (lanes){0};                \
    }                                                                          \
    for (size_t k = 0; k < p->k; k++) {                                        \
      lanes x = load(b + k * p->ldb), y = load(b + k * p->ldb + 8);            \
      const float *z = a + k * p->columns;                                     \
      for (size_t r = 0; r < R; r++) {                                         \
        low[r] += z[r * p->rows] * x;                                          \
        high[r] += z[r * p->rows] * y;                                         \
      }                                                                        \
    }                                                                          \
    for (size_t r = 0; r < R; r++) {                                           \
      store(c + r * p->ldc, low[r]);                                           \
      store(c + r * p->ldc + 8, high[r]);                                      \
    }                                                                          \
  }

BLOCK(1)
BLOCK(2)
BLOCK(3)
BLOCK(4)
BLOCK(5)
BLOCK(6)

typedef void block_function(const product *p, const float *a, const float *b,
                            float *c);

void gemm(size_t m, size_t n, size_t k, const float *a, size_t rows,
          size_t columns, const float *b, size_t ldb, float *c, size_t ldc,
          bool add)
{
  static block_function *const blocks[] = {block1, block2, block3,
                                           block4, block5, block6};
  product p = {k, a, rows, columns, b, ldb, c, ldc, add};
  for (size_t j = 0; j < n; j += LANES)
    for (size_t i = 0; i < m; i += ROWS) {
      size_t r = m - i < ROWS ? m - i : ROWS;
      blocks[r - 1](&p, a + i * rows, b + j, c + i * ldc + j);
    }
}
