// Products of small float matrices. The order of every sum is fixed, so that
// the same input gives the same model, with the same instructions.
#ifndef TRAIN_GEMM_H
#define TRAIN_GEMM_H

#include <stdbool.h>
#include <stddef.h>

#define LANES 16u // columns are multiples of it

// C[m x n] (+)= A[m x k] B[k x n]. Element (i, j) of A stands at
// a[i * rows + j * columns]; B and C are row-major with `ldb` and `ldc` floats
// a row; n is a multiple of LANES. C is cleared first unless `add`, and
// overlaps neither A nor B.
void gemm(size_t m, size_t n, size_t k, const float *a, size_t rows,
          size_t columns, const float *b, size_t ldb, float *c, size_t ldc,
          bool add);

#endif
