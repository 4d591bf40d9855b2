// The arithmetic of the network: the portable kernel against sums in 64 bits
// and against formulas of real numbers, every other kernel against the portable
// one, bit for bit. All arrays are heap blocks of exactly their size, so that a
// sanitizer sees an access past the end of a row.
#include <math.h>

#include "dice.h"
#include "lang/kernel.h"
#include "unit.h"

#define P (&bede_kernel_portable)

// Every kernel of this processor, the portable one first.
#define EACH_KERNEL(k)                                                         \
  for (unsigned n_ = 0; (k = bede_kernel_at(n_)) != NULL; n_++)

static void *block(size_t count, size_t size)
{
  size_t bytes = count * size;
  void *p = malloc(bytes ? bytes : 1);
  assert_non_null(p);
  return p;
}

// --- sums in 64 bits ---------------------------------------------------------

// The bits of a sum as 32 bits hold it.
static int32_t wrapped(int64_t sum)
{
  uint32_t low = (uint32_t)((uint64_t)sum & UINT32_MAX);
  int32_t out;
  memcpy(&out, &low, sizeof out);
  return out;
}

static int16_t limited(int64_t x)
{
  return (int16_t)(x > INT16_MAX ? INT16_MAX : x < INT16_MIN ? INT16_MIN : x);
}

// x / 2^shift, rounded down.
static int64_t shifted(int64_t x, unsigned shift)
{
  int64_t by = (int64_t)1 << shift;
  return x % by < 0 ? x / by - 1 : x / by;
}

// To the nearest, up where two are equally near.
static int16_t rounded(int64_t sum, unsigned shift)
{
  int64_t half = ((int64_t)1 << shift) / 2;
  return limited(shifted(wrapped(wrapped(sum) + half), shift));
}

// --- multiply, scores, step --------------------------------------------------

typedef struct product_case {
  bede_matrix m;
  int32_t *bias;
  int16_t *plain, *weights; // [in][out], as the matrix has them
  int16_t *x, *z;           // z: what a step adds to, [out]
  size_t room, out_room;
  uint32_t rows;
} product_case;

static int64_t product(const product_case *c, uint32_t row, uint32_t j)
{
  int64_t sum = 0;
  for (uint32_t k = 0; k < c->m.in; k++)
    sum += (int64_t)c->x[row * c->room + k] * c->plain[k * c->m.out + j];
  return sum;
}

// The numbers of `rows` rows of `size` that begin `room` apart.
static size_t span_of(uint32_t rows, size_t room, uint32_t size)
{
  return rows ? (rows - 1) * room + size : 0;
}

static const uint32_t ins[] = {2, 4, 16, 30, 48};
static const uint32_t outs[] = {16, 32, 48, 64, 80, 192, 208};

// Case n: 31 shifts, 11 numbers of rows, 7 widths and 5 inputs have no common
// divisor, so that a run of cases goes through their combinations.
enum { PRODUCT_CASES = 31 * 11 * 7 };

static void set_weights(product_case *c, dice *d)
{
  size_t count = (size_t)c->m.in * c->m.out;
  c->plain = block(count, sizeof *c->plain);
  c->weights = block(count, sizeof *c->weights);
  c->m.weights = c->weights;
  dice_fill_16(d, (dice_kind)dice_below(d, DICE_KINDS), c->plain, count);
  for (uint32_t k = 0; k < c->m.in; k++)
    for (uint32_t j = 0; j < c->m.out; j++)
      c->weights[bede_weight_at(c->m.in, k, j)] = c->plain[k * c->m.out + j];
}

static product_case make_product(dice *d, unsigned n)
{
  static const uint32_t rows[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 17};
  product_case c = {.rows = rows[n % 11]};
  bool biased = dice_below(d, 4) > 0;
  c.m.in = ins[n % 5];
  c.m.out = outs[n % 7];
  c.m.shift = n % 31;
  c.room = c.m.in + dice_below(d, 3) * 5;
  c.out_room = c.m.out + dice_below(d, 3) * 5;
  c.bias = block(c.m.out, sizeof *c.bias);
  set_weights(&c, d);
  size_t count = span_of(c.rows, c.room, c.m.in);
  // at least one row for the step
  if (count < c.m.in) count = c.m.in;
  c.x = block(count, sizeof *c.x);
  c.z = block(c.m.out, sizeof *c.z);
  dice_fill_32(d, c.bias, c.m.out);
  dice_fill_16(d, (dice_kind)dice_below(d, DICE_KINDS), c.x, count);
  dice_fill_16(d, (dice_kind)dice_below(d, DICE_KINDS), c.z, c.m.out);
  c.m.bias = biased ? c.bias : NULL;
  return c;
}

static void release_product(product_case *c)
{
  free(c->bias);
  free(c->plain);
  free(c->weights);
  free(c->x);
  free(c->z);
}

// Fails with the name of the kernel and the case where `size` bytes differ.
static void expect_same(const void *a, const void *b, size_t size,
                        const char *what, const char *kernel,
                        const bede_matrix *m)
{
  if (memcmp(a, b, size) == 0) return;
  fail_msg("%s of %s differs: %u to %u numbers, shift %u", what, kernel, m->in,
           m->out, m->shift);
}

// Results have a mark in every byte that no row covers.
enum { MARK = 0x5A };

static void *marked(size_t count, size_t size)
{
  void *p = block(count, size);
  memset(p, MARK, count * size);
  return p;
}

static void expect_multiply(const product_case *c, const bede_kernel *k)
{
  size_t count = span_of(c->rows, c->out_room, c->m.out);
  int16_t *made = marked(count, sizeof *made);
  int16_t *expected = marked(count, sizeof *expected);
  k->multiply(&c->m, c->x, c->room, c->rows, made, c->out_room);
  for (uint32_t r = 0; r < c->rows; r++)
    for (uint32_t j = 0; j < c->m.out; j++) {
      int64_t sum = product(c, r, j);
      if (c->m.bias) sum += c->m.bias[j];
      expected[r * c->out_room + j] = rounded(sum, c->m.shift);
    }
  expect_same(made, expected, count * sizeof *made, "multiply", k->name, &c->m);
  free(made);
  free(expected);
}

static void expect_scores(const product_case *c, const bede_kernel *k)
{
  size_t count = span_of(c->rows, c->out_room, c->m.out);
  int32_t *made = marked(count, sizeof *made);
  int32_t *expected = marked(count, sizeof *expected);
  k->scores(&c->m, c->x, c->room, c->rows, made, c->out_room);
  for (uint32_t r = 0; r < c->rows; r++)
    for (uint32_t j = 0; j < c->m.out; j++) {
      int64_t sum = product(c, r, j);
      if (c->m.bias) sum += c->m.bias[j];
      expected[r * c->out_room + j] = wrapped(sum);
    }
  expect_same(made, expected, count * sizeof *made, "scores", k->name, &c->m);
  free(made);
  free(expected);
}

static void expect_step(const product_case *c, const bede_kernel *k)
{
  int16_t *made = marked(c->m.out, sizeof *made);
  int16_t *expected = marked(c->m.out, sizeof *expected);
  k->step(&c->m, c->x, c->z, made);
  for (uint32_t j = 0; j < c->m.out; j++) {
    int64_t base = (int64_t)c->z[j] * ((int64_t)1 << c->m.shift);
    expected[j] = rounded(base + product(c, 0, j), c->m.shift);
  }
  expect_same(made, expected, c->m.out * sizeof *made, "step", k->name, &c->m);
  free(made);
  free(expected);
}

// With sums in 64 bits as the measure of all kernels, the portable one too,
// they agree with one another.
static void each_product(void (*expect)(const product_case *,
                                        const bede_kernel *))
{
  dice d = {1};
  for (unsigned n = 0; n < PRODUCT_CASES; n++) {
    product_case c = make_product(&d, n);
    const bede_kernel *k;
    EACH_KERNEL(k) expect(&c, k);
    release_product(&c);
  }
}

// No two weights have one place, none is outside, and those of two inputs stand
// side by side.
TEST(each_weight_has_its_place)
{
  enum { IN = 6, OUT = 48 };
  bool taken[IN * OUT] = {false};
  for (uint32_t k = 0; k < IN; k++)
    for (uint32_t j = 0; j < OUT; j++) {
      size_t at = bede_weight_at(IN, k, j);
      assert_true(at < IN * OUT && !taken[at]);
      taken[at] = true;
      assert_int_equal(at, bede_weight_at(IN, k & ~1u, j) + k % 2);
    }
}

TEST(products_are_rounded_and_saturated)
{
  each_product(expect_multiply);
}

TEST(scores_are_sums_that_wrap)
{
  each_product(expect_scores);
}

TEST(a_step_adds_to_what_is_there)
{
  each_product(expect_step);
}

// The least number squared twice is 2^31, one more than 32 bits hold: the sum
// of the two products is the least number of 32 bits.
TEST(two_products_of_the_least_number_wrap)
{
  int16_t x[2] = {INT16_MIN, INT16_MIN}, weights[32], narrow[16];
  int32_t wide[16];
  bede_matrix m = {2, 16, 0, NULL, weights};
  for (unsigned j = 0; j < 32; j++)
    weights[j] = INT16_MIN;
  const bede_kernel *k;
  EACH_KERNEL(k)
  {
    k->scores(&m, x, 2, 1, wide, 16);
    k->multiply(&m, x, 2, 1, narrow, 16);
    for (unsigned j = 0; j < 16; j++) {
      assert_int_equal(wide[j], INT32_MIN);
      assert_int_equal(narrow[j], INT16_MIN);
    }
  }
}

// A half goes up: 3/2 to 2, -3/2 to -1.
TEST(halves_are_rounded_up)
{
  int16_t x[2] = {1, 0}, weights[32] = {0}, out[16];
  bede_matrix m = {2, 16, 1, NULL, weights};
  weights[bede_weight_at(2, 0, 0)] = 3;
  weights[bede_weight_at(2, 0, 1)] = -3;
  weights[bede_weight_at(2, 0, 2)] = 5;
  P->multiply(&m, x, 2, 1, out, 16);
  assert_int_equal(out[0], 2);
  assert_int_equal(out[1], -1);
  assert_int_equal(out[2], 3);
}

// --- the cell ----------------------------------------------------------------

#define NUMBERS 65536 // that 16 bits hold

// What differs by as much as the last of a few roundings to 14 and 15 bits.
#define CELL_TOLERANCE (3.0 / 16384)

static double real_squash(double x)
{
  double a = fabs(x) > 2 ? 2 : fabs(x);
  double y = a - a * a / 4;
  return x < 0 ? -y : y;
}

static double real_gate(double x)
{
  return 0.5 + real_squash(x / 2) / 2;
}

// Gates and states of `size` units, each state twice: as it was and to be
// changed.
typedef struct cell_case {
  uint32_t size;
  int16_t *z, *before, *c, *h;
} cell_case;

static cell_case make_cell(uint32_t size)
{
  cell_case x = {size, block(3 * (size_t)size, 2), block(size, 2),
                 block(size, 2), block(size, 2)};
  return x;
}

static void run_cell(cell_case *x, const bede_kernel *k)
{
  memcpy(x->c, x->before, x->size * sizeof *x->c);
  memset(x->h, MARK, x->size * sizeof *x->h);
  k->cell(x->z, x->size, x->c, x->h);
}

static void release_cell(cell_case *x)
{
  free(x->z);
  free(x->before);
  free(x->c);
  free(x->h);
}

static void expect_same_cells(cell_case *x)
{
  size_t bytes = x->size * sizeof *x->c;
  int16_t *c = block(x->size, sizeof *c), *h = block(x->size, sizeof *h);
  const bede_kernel *k;
  run_cell(x, P);
  memcpy(c, x->c, bytes);
  memcpy(h, x->h, bytes);
  EACH_KERNEL(k)
  {
    run_cell(x, k);
    if (memcmp(c, x->c, bytes) != 0 || memcmp(h, x->h, bytes) != 0)
      fail_msg("the cell of %s differs", k->name);
  }
  free(c);
  free(h);
}

TEST(cells_are_the_same_in_all_kernels)
{
  dice d = {2};
  for (unsigned n = 0; n < 2000; n++) {
    cell_case x = make_cell(16 * (n % 17 + 1));
    dice_kind kind = (dice_kind)(n % DICE_KINDS);
    dice_fill_16(&d, kind, x.z, 3 * (size_t)x.size);
    dice_fill_16(&d, (dice_kind)dice_below(&d, DICE_KINDS), x.before, x.size);
    expect_same_cells(&x);
    release_cell(&x);
  }
}

// Number i of 16 bits, and others beside it that go through all of them too.
static int16_t number(uint32_t i, uint32_t step)
{
  return (int16_t)((int32_t)(i * step % NUMBERS) + INT16_MIN);
}

TEST(cells_are_the_same_for_every_gate)
{
  cell_case x = make_cell(NUMBERS);
  for (uint32_t round = 0; round < 4; round++) {
    for (uint32_t i = 0; i < NUMBERS; i++) {
      x.z[i] = number(i, 1);
      x.z[NUMBERS + i] = number(i, 25173 + 2 * round);
      x.z[2 * NUMBERS + i] = number(i, 13849 + 4 * round);
      x.before[i] = number(i, 31421 + 6 * round);
    }
    expect_same_cells(&x);
  }
  release_cell(&x);
}

// States of a network are within one of 0; the formulas hold there.
TEST(a_cell_keeps_and_shows_by_its_gates)
{
  dice d = {3};
  cell_case x = make_cell(NUMBERS);
  dice_fill_16(&d, DICE_ANY, x.z, 3 * (size_t)NUMBERS);
  for (uint32_t i = 0; i < NUMBERS; i++)
    x.before[i] = (int16_t)dice_between(&d, -16384, 16384);
  run_cell(&x, P);
  for (uint32_t i = 0; i < NUMBERS; i++) {
    double keep = real_gate(x.z[i] / 4096.0);
    double show = real_gate(x.z[NUMBERS + i] / 4096.0);
    double fresh = real_squash(x.z[2 * NUMBERS + i] / 4096.0);
    double c = keep * (x.before[i] / 16384.0) + (1 - keep) * fresh;
    assert_true(fabs(x.c[i] / 16384.0 - c) < CELL_TOLERANCE);
    assert_true(fabs(x.h[i] / 16384.0 - show * c) < CELL_TOLERANCE);
    assert_in_range(x.c[i] + 16384, 0, 32768);
  }
  release_cell(&x);
}

// A squash for every number: nothing is kept, so that the state is what is new.
static void squash_all(cell_case *x)
{
  for (uint32_t i = 0; i < NUMBERS; i++) {
    x->z[i] = INT16_MIN;
    x->z[NUMBERS + i] = 0;
    x->z[2 * NUMBERS + i] = number(i, 1);
    x->before[i] = number(i, 31421);
  }
  run_cell(x, P);
}

TEST(the_squash_is_odd_and_never_falls)
{
  cell_case x = make_cell(NUMBERS);
  squash_all(&x);
  const int16_t *squash = x.c + NUMBERS / 2; // of number i at [i]
  assert_int_equal(squash[0], 0);
  for (int i = 1; i < NUMBERS / 2; i++) {
    assert_int_equal(squash[-i], -squash[i]);
    assert_true(squash[i] >= squash[i - 1]);
  }
  assert_int_equal(squash[4096], 12288); // 1: 3/4
  assert_int_equal(squash[8191], 16384); // 2: 1
  assert_int_equal(squash[8192], 16384);
  assert_int_equal(squash[INT16_MAX], 16384);
  assert_int_equal(squash[INT16_MIN], -16384);
  release_cell(&x);
}

// It stands in for tanh.
TEST(the_squash_is_close_to_tanh)
{
  const double most = 0.05;
  cell_case x = make_cell(NUMBERS);
  squash_all(&x);
  for (uint32_t i = 0; i < NUMBERS; i++) {
    double real = tanh(((int)i - NUMBERS / 2) / 4096.0);
    assert_true(fabs(x.c[i] / 16384.0 - real) < most);
  }
  release_cell(&x);
}

// A gate for every number: of the state -2 with nothing new, what is kept.
TEST(a_gate_opens_from_nothing_to_all_and_never_falls)
{
  cell_case x = make_cell(NUMBERS);
  for (uint32_t i = 0; i < NUMBERS; i++) {
    x.z[i] = x.z[NUMBERS + i] = number(i, 1);
    x.z[2 * NUMBERS + i] = 0;
    x.before[i] = INT16_MIN;
  }
  run_cell(&x, P);
  const int16_t *kept = x.c + NUMBERS / 2;
  for (int i = INT16_MIN + 1; i <= INT16_MAX; i++)
    assert_true(kept[i] <= kept[i - 1]);
  assert_int_equal(kept[0], -0x4000);
  assert_int_equal(kept[INT16_MIN], 0);
  assert_int_equal(kept[-16383], 0);
  assert_int_equal(kept[16383], -INT16_MAX);
  assert_int_equal(kept[INT16_MAX], -INT16_MAX);
  release_cell(&x);
}

// --- rows --------------------------------------------------------------------

static void fill_row(dice *d, int8_t *row, uint32_t size)
{
  for (uint32_t i = 0; i < size; i++)
    row[i] = (int8_t)(dice_below(d, 4)   ? dice_between(d, -128, 127)
                      : dice_below(d, 2) ? 127
                                         : -128);
}

TEST(rows_are_added_and_saturate)
{
  dice d = {4};
  for (uint32_t n = 0; n < 1000; n++) {
    uint32_t size = 16 * (n % 33 + 1);
    int8_t *row = block(size, sizeof *row);
    int16_t *x = block(size, sizeof *x), *sum = block(size, sizeof *sum);
    fill_row(&d, row, size);
    dice_fill_16(&d, (dice_kind)(n % DICE_KINDS), x, size);
    const bede_kernel *k;
    EACH_KERNEL(k)
    {
      memcpy(sum, x, size * sizeof *sum);
      k->add_row(row, size, sum);
      for (uint32_t i = 0; i < size; i++)
        assert_int_equal(sum[i], limited((int64_t)x[i] + row[i]));
    }
    free(row);
    free(x);
    free(sum);
  }
}

TEST(what_is_below_0_becomes_0)
{
  dice d = {5};
  for (uint32_t n = 0; n < 200; n++) {
    uint32_t size = 16 * (n % 33 + 1);
    int16_t *x = block(size, sizeof *x), *y = block(size, sizeof *y);
    dice_fill_16(&d, (dice_kind)(n % DICE_KINDS), x, size);
    const bede_kernel *k;
    EACH_KERNEL(k)
    {
      memcpy(y, x, size * sizeof *y);
      k->rectify(y, size);
      for (uint32_t i = 0; i < size; i++)
        assert_int_equal(y[i], x[i] < 0 ? 0 : x[i]);
    }
    free(x);
    free(y);
  }
}

// --- scores of arcs ----------------------------------------------------------

static int64_t within(int64_t x, int64_t most)
{
  return x > most ? most : x < -most ? -most : x;
}

TEST(offsets_are_added_within_bounds)
{
  static const int32_t bounds[] = {0, 1, 1 << 21, INT32_MAX};
  dice d = {6};
  for (uint32_t n = 0; n < 32 * 40; n++) {
    uint32_t size = n % 40, shift = n % 32;
    int32_t most = bounds[dice_below(&d, 4)];
    int32_t *x = block(size, sizeof *x), *y = block(size, sizeof *y);
    int32_t *sum = block(size, sizeof *sum);
    dice_fill_32(&d, x, size);
    dice_fill_32(&d, y, size);
    const bede_kernel *k;
    EACH_KERNEL(k)
    {
      memcpy(sum, x, size * sizeof *sum);
      k->offset(sum, y, size, shift, most);
      for (uint32_t i = 0; i < size; i++)
        assert_int_equal(sum[i],
                         within(wrapped(shifted(x[i], shift) + y[i]), most));
    }
    free(x);
    free(y);
    free(sum);
  }
}

static void expect_best(const int32_t *x, uint32_t size)
{
  uint32_t expected = size;
  for (uint32_t i = size; i-- > 0;)
    if (expected == size || x[i] >= x[expected]) expected = i;
  const bede_kernel *k;
  EACH_KERNEL(k) assert_int_equal(k->best(x, size), expected);
}

TEST(the_best_is_the_first_of_the_greatest)
{
  dice d = {7};
  for (uint32_t n = 0; n < 4000; n++) {
    uint32_t size = n % 70 + 1, range = n % 3 * 3; // 0: all are the same
    int32_t *x = block(size, sizeof *x);
    for (uint32_t i = 0; i < size; i++)
      x[i] = INT32_MIN + (int32_t)dice_below(&d, range + 1);
    expect_best(x, size);
    for (uint32_t i = 0; i < size; i++)
      x[i] = INT32_MAX - (int32_t)dice_below(&d, range + 1);
    expect_best(x, size);
    dice_fill_32(&d, x, size);
    expect_best(x, size);
    free(x);
  }
}

// --- the choice --------------------------------------------------------------

TEST(the_last_kernel_is_the_best)
{
  const bede_kernel *last = NULL, *k;
  unsigned count = 0;
  for (; (k = bede_kernel_at(count)) != NULL; count++) {
    for (unsigned n = 0; n < count; n++)
      assert_string_not_equal(bede_kernel_at(n)->name, k->name);
    last = k;
  }
  assert_ptr_equal(bede_kernel_at(0), P);
  assert_ptr_equal(bede_kernel_best(), last);
  assert_null(bede_kernel_at(count + 1));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_weight_has_its_place),
      cmocka_unit_test(products_are_rounded_and_saturated),
      cmocka_unit_test(scores_are_sums_that_wrap),
      cmocka_unit_test(a_step_adds_to_what_is_there),
      cmocka_unit_test(two_products_of_the_least_number_wrap),
      cmocka_unit_test(halves_are_rounded_up),
      cmocka_unit_test(cells_are_the_same_in_all_kernels),
      cmocka_unit_test(cells_are_the_same_for_every_gate),
      cmocka_unit_test(a_cell_keeps_and_shows_by_its_gates),
      cmocka_unit_test(the_squash_is_odd_and_never_falls),
      cmocka_unit_test(the_squash_is_close_to_tanh),
      cmocka_unit_test(a_gate_opens_from_nothing_to_all_and_never_falls),
      cmocka_unit_test(rows_are_added_and_saturate),
      cmocka_unit_test(what_is_below_0_becomes_0),
      cmocka_unit_test(offsets_are_added_within_bounds),
      cmocka_unit_test(the_best_is_the_first_of_the_greatest),
      cmocka_unit_test(the_last_kernel_is_the_best),
  };
  return cmocka_run_group_tests_name("lang_kernel", tests, NULL, NULL);
}
