// Each word takes its best head; where that is no tree, the algorithm of Eisner
// (1996) finds the best one: spans are joined from short to long, each with its
// head at one end, first without ("open": one arc and what lies below it) and
// then with all dependents on that side.
#include "lang/decode.h"

#include <stdbool.h>

_Static_assert(BEDE_MAX_SENTENCE_WORDS <= 256, "splits have 8 bits");

static void best_heads(const bede_kernel *kernel, const int32_t *arcs,
                       uint32_t columns, uint32_t count, uint16_t *head)
{
  for (uint32_t i = 0; i < count; i++)
    head[i] = (uint16_t)kernel->best(arcs + (size_t)i * columns, count + 1);
}

// Does an arc cross another? Every head of a word under an arc must be under it
// or at its ends.
static bool crosses(const uint16_t *head, uint32_t count)
{
  for (uint32_t i = 0; i < count; i++) {
    if (head[i] == count) continue;
    uint32_t from = i < head[i] ? i : head[i], to = i < head[i] ? head[i] : i;
    for (uint32_t k = from + 1; k < to; k++)
      if (head[k] < from || head[k] > to) return true;
  }
  return false;
}

static bool is_tree(const uint16_t *head, uint32_t count)
{
  uint8_t seen[BEDE_MAX_SENTENCE_WORDS] = {0}; // 1: on the way, 2: leads up
  uint32_t roots = 0;
  for (uint32_t i = 0; i < count; i++)
    roots += head[i] == count;
  if (roots != 1) return false;
  for (uint32_t i = 0; i < count; i++) {
    uint32_t k = i;
    for (; k != count && !seen[k]; k = head[k])
      seen[k] = 1;
    if (k != count && seen[k] == 1) return false;
    for (k = i; k != count && seen[k] == 1; k = head[k])
      seen[k] = 2;
  }
  return !crosses(head, count);
}

// --- Eisner ------------------------------------------------------------------

static size_t at(uint32_t a, uint32_t b)
{
  return (size_t)a * BEDE_MAX_SENTENCE_WORDS + b;
}

// The best sum of a[k] + b[k], the first of several.
static int32_t best_sum(const int32_t *a, const int32_t *b, uint32_t count,
                        uint32_t *where)
{
  int32_t best = a[0] + b[0];
  *where = 0;
  for (uint32_t k = 1; k < count; k++)
    if (a[k] + b[k] > best) {
      best = a[k] + b[k];
      *where = k;
    }
  return best;
}

static void put_left(bede_decoder *d, uint32_t s, uint32_t t, int32_t score)
{
  d->left[at(s, t)] = d->left_turned[at(t, s)] = score;
}

static void put_right(bede_decoder *d, uint32_t s, uint32_t t, int32_t score)
{
  d->right[at(s, t)] = d->right_turned[at(t, s)] = score;
}

static void join_span(bede_decoder *d, const int32_t *arcs, uint32_t columns,
                      uint32_t s, uint32_t t)
{
  uint32_t k, len = t - s;
  // right halves of s meet left halves of t
  int32_t inner =
      best_sum(d->right + at(s, s), d->left_turned + at(t, s + 1), len, &k);
  d->split_open[at(s, t)] = (uint8_t)(s + k);
  d->open_left[at(t, s)] = inner + arcs[(size_t)s * columns + t];
  d->open_right[at(s, t)] = inner + arcs[(size_t)t * columns + s];
  put_left(d, s, t,
           best_sum(d->left + at(s, s), d->open_left + at(t, s), len, &k));
  d->split_left[at(s, t)] = (uint8_t)(s + k);
  put_right(d, s, t,
            best_sum(d->open_right + at(s, s + 1),
                     d->right_turned + at(t, s + 1), len, &k));
  d->split_right[at(s, t)] = (uint8_t)(s + 1 + k);
}

enum { OPEN_LEFT, OPEN_RIGHT, LEFT, RIGHT };

typedef struct span {
  uint16_t from, to;
  uint8_t kind;
} span;

static uint32_t push(span *stack, uint32_t n, uint32_t from, uint32_t to,
                     int kind)
{
  if (from == to) return n;
  span x = {(uint16_t)from, (uint16_t)to, (uint8_t)kind};
  stack[n] = x;
  return n + 1;
}

// Reads the heads off the splits.
static void unfold(const bede_decoder *d, span *stack, uint32_t n,
                   uint16_t *head)
{
  while (n > 0) {
    span x = stack[--n];
    uint32_t s = x.from, t = x.to, k;
    switch (x.kind) {
    case LEFT:
      k = d->split_left[at(s, t)];
      n = push(stack, n, s, k, LEFT);
      n = push(stack, n, k, t, OPEN_LEFT);
      break;
    case RIGHT:
      k = d->split_right[at(s, t)];
      n = push(stack, n, s, k, OPEN_RIGHT);
      n = push(stack, n, k, t, RIGHT);
      break;
    default:
      k = d->split_open[at(s, t)];
      if (x.kind == OPEN_LEFT)
        head[s] = (uint16_t)t;
      else
        head[t] = (uint16_t)s;
      n = push(stack, n, s, k, RIGHT);
      n = push(stack, n, k + 1, t, LEFT);
    }
  }
}

static void eisner(bede_decoder *d, const int32_t *arcs, uint32_t columns,
                   uint32_t count, uint16_t *head)
{
  for (uint32_t i = 0; i < count; i++) {
    put_left(d, i, i, 0);
    put_right(d, i, i, 0);
  }
  for (uint32_t len = 1; len < count; len++)
    for (uint32_t s = 0; s + len < count; s++)
      join_span(d, arcs, columns, s, s + len);
  uint32_t root = 0;
  int32_t best = INT32_MIN;
  for (uint32_t r = 0; r < count; r++) {
    int32_t score = d->left[at(0, r)] + d->right[at(r, count - 1)] +
                    arcs[(size_t)r * columns + count];
    if (score > best) {
      best = score;
      root = r;
    }
  }
  // a span that is unfolded gives way to two shorter ones
  span stack[2 * BEDE_MAX_SENTENCE_WORDS];
  uint32_t n = push(stack, 0, 0, root, LEFT);
  n = push(stack, n, root, count - 1, RIGHT);
  head[root] = (uint16_t)count;
  unfold(d, stack, n, head);
}

void bede_decode_tree(bede_decoder *d, const bede_kernel *kernel,
                      const int32_t *arcs, uint32_t columns, uint32_t count,
                      uint16_t *head)
{
  best_heads(kernel, arcs, columns, count, head);
  if (!is_tree(head, count)) eisner(d, arcs, columns, count, head);
}
