// The network: what may be opened as one, and what small ones with weights set
// by hand compute.
#include "network.h"

static const bede_net_header small = NETWORK_SMALL;

// --- opening -----------------------------------------------------------------

static bool opens(const void *bytes, size_t size, uint32_t tag_classes)
{
  bede_net net;
  void *copy = aligned_copy(bytes, size);
  bool ok = bede_net_open(copy, size, tag_classes, &net);
  free(copy);
  return ok;
}

static bool opens_as_made(const network *n)
{
  return opens(n->blob.bytes, n->blob.size, small.tag_classes);
}

TEST(a_whole_network_opens)
{
  network n = network_make(&small);
  bede_net net;
  assert_true(
      bede_net_open(n.blob.bytes, n.blob.size, small.tag_classes, &net));
  assert_int_equal(net.in, 16);
  assert_int_equal(net.hidden, 16);
  assert_int_equal(net.layers, 1);
  assert_int_equal(net.heads, 96);
  assert_int_equal(net.input[0].out, 96);
  assert_int_equal(net.tags.out, 16);
  assert_int_equal(net.labels.out, network_columns(BEDE_REL_COUNT));
  assert_null(net.state[0][1].bias);
  assert_ptr_equal(net.input[0].bias, network_bias(&n, network_input(0)));
  assert_ptr_equal(net.arcs.weights,
                   network_weights(&n, network_other(&n, NETWORK_ARCS)));
  assert_ptr_equal(net.root, network_root(&n));
  network_release(&n);
}

TEST(a_network_of_another_size_is_refused)
{
  network n = network_make(&small);
  unsigned char *longer = malloc(n.blob.size + 64);
  assert_non_null(longer);
  memset(longer, 0, n.blob.size + 64);
  memcpy(longer, n.blob.bytes, n.blob.size);
  for (size_t size = 0; size < n.blob.size + 64; size++)
    assert_int_equal(opens(longer, size, small.tag_classes),
                     size == n.blob.size);
  free(longer);
  network_release(&n);
}

// Does a network of such a header, whole and all of zeros, open?
static bool makes_network(const bede_net_header *h)
{
  network n = network_make(h);
  bool ok = opens(n.blob.bytes, n.blob.size, h->tag_classes);
  network_release(&n);
  return ok;
}

// The header with field `field` set to `value`.
static bede_net_header with(size_t field, uint32_t value)
{
  bede_net_header h = small;
  memcpy((unsigned char *)&h + field, &value, sizeof value);
  return h;
}

#define FIELD(name) offsetof(bede_net_header, name)

// The bounds themselves open: that the tests beyond them fail for their reason.
TEST(widths_up_to_their_bounds_open)
{
  bede_net_header heads = small;
  bede_net_header in = with(FIELD(in), BEDE_MAX_WIDTH);
  bede_net_header hidden = with(FIELD(hidden), BEDE_MAX_WIDTH / 2);
  bede_net_header layers = with(FIELD(layers), BEDE_MAX_LAYERS);
  bede_net_header tags = with(FIELD(tag_classes), BEDE_MAX_OUTPUTS);
  heads.tag = BEDE_MAX_WIDTH;
  heads.name = BEDE_MAX_HEADS - BEDE_MAX_WIDTH - 64;
  assert_true(makes_network(&small));
  assert_true(makes_network(&in));
  assert_true(makes_network(&hidden));
  assert_true(makes_network(&layers));
  assert_true(makes_network(&tags));
  assert_true(makes_network(&heads));
}

TEST(widths_beyond_their_bounds_are_refused)
{
  static const struct {
    size_t field;
    uint32_t value;
  } beyond[] = {
      {FIELD(in), 0},
      {FIELD(in), 8},
      {FIELD(in), 24},
      {FIELD(in), BEDE_MAX_WIDTH + 16},
      {FIELD(hidden), 8},
      {FIELD(hidden), BEDE_MAX_WIDTH / 2 + 16},
      {FIELD(layers), 0},
      {FIELD(layers), BEDE_MAX_LAYERS + 1},
      {FIELD(arc), 24},
      {FIELD(arc), BEDE_MAX_WIDTH + 16},
      {FIELD(label), 24},
      {FIELD(label), BEDE_MAX_WIDTH + 16},
      {FIELD(tag), 24},
      {FIELD(tag), BEDE_MAX_WIDTH + 16},
      {FIELD(name), 24},
      {FIELD(name), BEDE_MAX_WIDTH + 16},
      {FIELD(arc), 512},
      {FIELD(label), 512},
      {FIELD(rel_classes), 16},
      {FIELD(name_classes), 16},
      {FIELD(tag_classes), BEDE_MAX_OUTPUTS + 1},
  };
  for (size_t i = 0; i < sizeof beyond / sizeof *beyond; i++) {
    bede_net_header h = with(beyond[i].field, beyond[i].value);
    if (makes_network(&h))
      fail_msg("field at %zu may be %u", beyond[i].field, beyond[i].value);
  }
  bede_net_header heads = small;
  heads.tag = BEDE_MAX_WIDTH;
  heads.name = BEDE_MAX_HEADS - BEDE_MAX_WIDTH - 64 + 16;
  assert_false(makes_network(&heads));
}

// Numbers in the place of `at`, none of which may stand there.
static void expect_no_other(const network *n, uint32_t *at)
{
  uint32_t good = *at;
  const uint32_t bad[] = {0,         1,          good - 1,   good + 1,
                          good + 16, good * 2,   0x80000000, good + 0x80000000,
                          528,       UINT32_MAX, 0xFFFFFFF0, 0x10000010};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    *at = bad[i];
    if (bad[i] != good) assert_false(opens_as_made(n));
  }
  *at = good;
}

TEST(a_header_that_does_not_fit_is_refused)
{
  network n = network_make(&small);
  uint32_t *fields = (void *)n.blob.bytes;
  for (size_t i = 0; i < FIELD(unused) / sizeof *fields; i++)
    expect_no_other(&n, fields + i);
  assert_true(opens_as_made(&n));
  assert_false(opens(n.blob.bytes, n.blob.size, small.tag_classes + 1));
  assert_false(opens(n.blob.bytes, n.blob.size, 0));
  network_release(&n);
}

TEST(a_matrix_that_does_not_fit_is_refused)
{
  network n = network_make(&small);
  for (unsigned m = 0; m < n.matrices; m++) {
    bede_matrix_header *h = network_header(&n, m);
    expect_no_other(&n, &h->in);
    expect_no_other(&n, &h->out);
    h->biased = !h->biased;
    assert_false(opens_as_made(&n));
    h->biased = !h->biased;
    for (uint32_t bit = 5; bit < 32; bit++) {
      h->shift = (uint32_t)1 << bit;
      assert_false(opens_as_made(&n));
    }
    h->shift = 31;
    assert_false(opens_as_made(&n));
    h->shift = 30;
    assert_true(opens_as_made(&n));
  }
  network_release(&n);
}

// --- running -----------------------------------------------------------------

typedef struct runner {
  network n;
  bede_net net;
  bede_net_room *room;
} runner;

// Opens a network that is set; what a room held before may not show.
static void runner_open(runner *r, int rest)
{
  const bede_net_header *h = (const void *)r->n.blob.bytes;
  assert_true(
      bede_net_open(r->n.blob.bytes, r->n.blob.size, h->tag_classes, &r->net));
  r->room = malloc(sizeof *r->room);
  assert_non_null(r->room);
  memset(r->room, rest, sizeof *r->room);
}

static void runner_release(runner *r)
{
  free(r->room);
  network_release(&r->n);
}

static void see(runner *r, uint32_t word, uint32_t k, int16_t value)
{
  int16_t *x = r->room->x[0] + (size_t)word * r->net.in;
  memset(x, 0, r->net.in * sizeof *x);
  x[k] = value;
}

static int32_t arc(const runner *r, uint32_t count, uint32_t word,
                   uint32_t head)
{
  return r->room->arcs[(size_t)word * bede_arc_columns(count) + head];
}

static int32_t score(const runner *r, const bede_matrix *m, uint32_t word,
                     uint32_t class)
{
  return r->room->scores[(size_t)word * m->out + class];
}

// Columns of a layer of 16 units, of the heads.
enum { KEEP = 0, SHOW = 16, NEW = 32, BACK = 48 };
enum { DEP = 0, KEY = 16, LABEL = 32, OVER = 48, TAG = 64, NAME = 80 };

// Unit 0 of each direction is open for what is new and takes input 0 times 1/4
// (1024 of 4096), and half of its last output (a state matrix of 1 over 2). It
// keeps a half forwards and nothing backwards.
static void set_layer(const network *n)
{
  unsigned in = network_input(0);
  network_bias(n, in)[SHOW] = network_bias(n, in)[BACK + SHOW] = INT16_MAX;
  network_bias(n, in)[BACK + KEEP] = INT16_MIN;
  *network_weight(n, in, 0, NEW) = 1024;
  *network_weight(n, in, 0, BACK + NEW) = 1024;
  for (int back = 0; back < 2; back++) {
    network_header(n, network_state(0, back))->shift = 1;
    *network_weight(n, network_state(0, back), 0, NEW) = 1;
  }
}

// The heads see a 16th of what the unit forwards says (input 0) or the unit
// backwards (input 16), some with the other sign.
static void set_heads(const network *n)
{
  unsigned heads = network_other(n, NETWORK_HEADS);
  network_header(n, heads)->shift = 4;
  *network_weight(n, heads, 0, DEP) = 1;
  *network_weight(n, heads, 0, DEP + 2) = -1;
  *network_weight(n, heads, 16, KEY) = 1;
  *network_weight(n, heads, 16, KEY + 2) = -1;
  *network_weight(n, heads, 0, LABEL) = -1;
  *network_weight(n, heads, 16, OVER) = 1;
  *network_weight(n, heads, 0, TAG) = 1;
  *network_weight(n, heads, 0, TAG + 1) = -1;
  *network_weight(n, heads, 16, NAME) = 1;
}

// A query is what the word says, and 5 for what only the root has.
static void set_arcs(const network *n)
{
  unsigned arcs = network_other(n, NETWORK_ARCS);
  network_header(n, arcs)->shift = 1;
  *network_weight(n, arcs, 0, 0) = 2;
  *network_weight(n, arcs, 2, 2) = 1000;
  network_bias(n, arcs)[1] = 10;
  network_root(n)[0] = 100;
  network_root(n)[1] = 64;
  network_distance(n)[0] = 128;   // the head is the word before
  network_distance(n)[20] = -641; // the word after
  network_distance(n)[BEDE_ROOT_DISTANCE] = 64000;
}

// Shifts of classifiers mean nothing: scores are sums.
static void set_classes(const network *n)
{
  unsigned tags = network_other(n, NETWORK_TAGS);
  unsigned names = network_other(n, NETWORK_NAMES);
  unsigned labels = network_other(n, NETWORK_LABELS);
  network_header(n, tags)->shift = 9;
  network_bias(n, tags)[0] = 7;
  *network_weight(n, tags, 0, 1) = 3;
  *network_weight(n, tags, 1, 2) = 1000;
  network_bias(n, names)[BEDE_NER_O] = -5;
  *network_weight(n, names, 0, BEDE_NER_B_LOC) = 2;
  network_bias(n, labels)[BEDE_REL_OBJ] = 1;
  *network_weight(n, labels, 0, BEDE_REL_OBJ) = 1;
  *network_weight(n, labels, 0, BEDE_REL_DEP) = -3;
}

static runner by_hand(void)
{
  runner r = {network_make(&small), {0}, NULL};
  set_layer(&r.n);
  set_heads(&r.n);
  set_arcs(&r.n);
  set_classes(&r.n);
  runner_open(&r, 0x5A);
  return r;
}

// What is new is z - z |z| / 4: of 1 it is 3/4, 12288 of 16384. Forwards half
// of it stays beside the state 0: 6144; backwards all of it.
TEST(one_word_is_computed_by_hand)
{
  runner r = by_hand();
  const bede_kernel *k;
  const uint16_t self = 0;
  for (unsigned n = 0; (k = bede_kernel_at(n)) != NULL; n++) {
    see(&r, 0, 0, 4);
    bede_net_run(&r.net, k, 1, r.room);
    assert_int_equal(r.room->heads[DEP], 384);
    assert_int_equal(r.room->heads[DEP + 2], 0); // was below 0
    assert_int_equal(r.room->heads[KEY], 768);
    assert_int_equal(r.room->heads[KEY + 2], 0);
    assert_int_equal(r.room->heads[LABEL], -384); // not yet squashed
    assert_int_equal(arc(&r, 1, 0, 0), INT32_MIN);
    // (384 * 100 + 5 * 64) / 64, and 64000 / 64 of the distance
    assert_int_equal(arc(&r, 1, 0, 1), 605 + 1000);
    bede_net_tags(&r.net, k, 1, r.room);
    assert_int_equal(score(&r, &r.net.tags, 0, 0), 7);
    assert_int_equal(score(&r, &r.net.tags, 0, 1), 3 * 384);
    assert_int_equal(score(&r, &r.net.tags, 0, 2), 0);
    bede_net_names(&r.net, k, 1, r.room);
    assert_int_equal(score(&r, &r.net.names, 0, BEDE_NER_O), -5);
    assert_int_equal(score(&r, &r.net.names, 0, BEDE_NER_B_LOC), 2 * 768);
    bede_net_labels(&r.net, k, &self, 1, r.room);
    assert_int_equal(score(&r, &r.net.labels, 0, BEDE_REL_OBJ), 1 + 384);
    assert_int_equal(score(&r, &r.net.labels, 0, BEDE_REL_DEP), -3 * 384);
  }
  runner_release(&r);
}

// Forwards: 6144 for the first word; the second gets 1024 + 6144 / 2 = 4096,
// which makes 12288, of which half and half of 6144: 9216. Backwards: 3840
// (1/4 - 1/64) for the second; the first gets 4096 + 3840 / 2 = 6016, which is
// 1.46875 and makes 0.92944: 15228.
TEST(two_words_are_computed_by_hand)
{
  runner r = by_hand();
  const bede_kernel *k;
  const uint16_t each_other[] = {1, 0};
  for (unsigned n = 0; (k = bede_kernel_at(n)) != NULL; n++) {
    const int16_t *second = r.room->heads + r.net.heads;
    see(&r, 0, 0, 4);
    see(&r, 1, 0, 1);
    bede_net_run(&r.net, k, 2, r.room);
    assert_int_equal(r.room->heads[DEP], 384);
    assert_int_equal(second[DEP], 576);
    assert_int_equal(r.room->heads[KEY], 952); // of 951.75
    assert_int_equal(second[KEY], 240);
    assert_int_equal(arc(&r, 2, 0, 0), INT32_MIN);
    assert_int_equal(arc(&r, 2, 1, 1), INT32_MIN);
    // 384 * 240 / 64, less 641 / 64 rounded down
    assert_int_equal(arc(&r, 2, 0, 1), 1440 - 11);
    assert_int_equal(arc(&r, 2, 1, 0), 576 * 952 / 64 + 2);
    assert_int_equal(arc(&r, 2, 0, 2), 605 + 1000);
    assert_int_equal(arc(&r, 2, 1, 2), (57600 + 320) / 64 + 1000);
    bede_net_tags(&r.net, k, 2, r.room);
    assert_int_equal(score(&r, &r.net.tags, 1, 1), 3 * 576);
    bede_net_names(&r.net, k, 2, r.room);
    assert_int_equal(score(&r, &r.net.names, 1, BEDE_NER_B_LOC), 2 * 240);
    bede_net_labels(&r.net, k, each_other, 2, r.room);
    // 240 - 384 is squashed
    assert_int_equal(score(&r, &r.net.labels, 0, BEDE_REL_OBJ), 1);
    assert_int_equal(score(&r, &r.net.labels, 1, BEDE_REL_OBJ), 1 + 952 - 576);
  }
  runner_release(&r);
}

// A second layer sees both directions of the first.
TEST(layers_feed_one_another)
{
  bede_net_header h = small;
  h.layers = 2;
  runner r = {network_make(&h), {0}, NULL};
  unsigned second = network_input(1);
  set_layer(&r.n);
  set_heads(&r.n);
  network_bias(&r.n, second)[SHOW] = INT16_MAX;
  network_bias(&r.n, second)[KEEP] = INT16_MIN;
  network_header(&r.n, second)->shift = 1;
  *network_weight(&r.n, second, 0, NEW) = 1;
  *network_weight(&r.n, second, 16, NEW) = -1;
  runner_open(&r, 0);
  see(&r, 0, 0, 4);
  bede_net_run(&r.net, bede_kernel_best(), 1, r.room);
  // (6144 - 12288) / 2 = -3072: -3/4, which makes -0.609375
  assert_int_equal(r.room->heads[LABEL], 9984 / 16);
  assert_int_equal(r.room->heads[DEP], 0);
  runner_release(&r);
}

// Queries and the root as great as they can be.
TEST(scores_of_arcs_have_bounds)
{
  runner r = {network_make(&small), {0}, NULL};
  unsigned arcs = network_other(&r.n, NETWORK_ARCS);
  network_bias(&r.n, arcs)[0] = INT16_MAX;
  network_root(&r.n)[0] = INT16_MAX;
  network_distance(&r.n)[0] = INT32_MIN;
  network_distance(&r.n)[20] = INT32_MAX;
  runner_open(&r, 0);
  const bede_kernel *k;
  for (unsigned n = 0; (k = bede_kernel_at(n)) != NULL; n++) {
    see(&r, 0, 0, 0);
    see(&r, 1, 0, 0);
    bede_net_run(&r.net, k, 2, r.room);
    assert_int_equal(arc(&r, 2, 0, 2), BEDE_ARC_MOST);
    assert_int_equal(arc(&r, 2, 0, 1), BEDE_ARC_MOST);
    assert_int_equal(arc(&r, 2, 1, 0), -BEDE_ARC_MOST);
  }
  runner_release(&r);
}

// The sum of two words saturates; below 0 it is 0.
TEST(pairs_saturate)
{
  runner r = {network_make(&small), {0}, NULL};
  unsigned heads = network_other(&r.n, NETWORK_HEADS);
  unsigned labels = network_other(&r.n, NETWORK_LABELS);
  network_bias(&r.n, heads)[LABEL] = INT16_MAX;
  network_bias(&r.n, heads)[OVER] = INT16_MAX;
  network_bias(&r.n, heads)[LABEL + 1] = INT16_MIN;
  network_bias(&r.n, heads)[OVER + 1] = INT16_MIN;
  *network_weight(&r.n, labels, 0, 0) = 1;
  *network_weight(&r.n, labels, 1, 1) = 1;
  runner_open(&r, 0);
  const uint16_t self = 0;
  see(&r, 0, 0, 0);
  bede_net_run(&r.net, bede_kernel_best(), 1, r.room);
  bede_net_labels(&r.net, bede_kernel_best(), &self, 1, r.room);
  assert_int_equal(score(&r, &r.net.labels, 0, 0), INT16_MAX);
  assert_int_equal(score(&r, &r.net.labels, 0, 1), 0);
  runner_release(&r);
}

// --- distances ---------------------------------------------------------------

TEST(distances_have_classes)
{
  static const uint32_t first[] = {1, 2, 3,  4,  5,  6,  7,
                                   8, 9, 10, 11, 14, 19, 26};
  uint32_t class = 0;
  for (uint32_t d = 1; d < BEDE_MAX_SENTENCE_WORDS; d++) {
    if (class + 1 < sizeof first / sizeof *first && d == first[class + 1])
      class ++;
    assert_int_equal(bede_distance_of(d, 0), class);
    assert_int_equal(bede_distance_of(0, d), 20 + class);
  }
}

// Every pair of words of the longest sentence has its distance, and only that.
TEST(arcs_have_the_score_of_their_distance)
{
  enum { COUNT = BEDE_MAX_SENTENCE_WORDS };
  runner r = {network_make(&small), {0}, NULL};
  for (int c = 0; c < (int)BEDE_DISTANCES; c++)
    network_distance(&r.n)[c] = (c - 7) * 64;
  runner_open(&r, 0x5A);
  for (uint32_t i = 0; i < COUNT; i++)
    see(&r, i, 0, 1);
  bede_net_run(&r.net, bede_kernel_best(), COUNT, r.room);
  for (uint32_t i = 0; i < COUNT; i++)
    for (uint32_t k = 0; k < COUNT; k++) {
      if (i == k) continue;
      int32_t expected = (int32_t)bede_distance_of(i, k) - 7;
      assert_int_equal(arc(&r, COUNT, i, k), expected);
    }
  assert_int_equal(arc(&r, COUNT, 0, COUNT), BEDE_ROOT_DISTANCE - 7);
  runner_release(&r);
}

// --- kernels -----------------------------------------------------------------

// All that a network says of a sentence.
typedef struct answers {
  int32_t *arcs, *tags, *names, *labels;
} answers;

static int32_t *kept(const int32_t *from, size_t count)
{
  int32_t *out = malloc(count * sizeof *out);
  assert_non_null(out);
  memcpy(out, from, count * sizeof *out);
  return out;
}

static answers ask(runner *r, const bede_kernel *k, const int16_t *x,
                   const uint16_t *head, uint32_t count)
{
  answers a;
  memset(r->room, (int)count, sizeof *r->room);
  memcpy(r->room->x[0], x, (size_t)count * r->net.in * sizeof *x);
  bede_net_run(&r->net, k, count, r->room);
  a.arcs = kept(r->room->arcs, (size_t)count * bede_arc_columns(count));
  bede_net_tags(&r->net, k, count, r->room);
  a.tags = kept(r->room->scores, (size_t)count * r->net.tags.out);
  bede_net_names(&r->net, k, count, r->room);
  a.names = kept(r->room->scores, (size_t)count * r->net.names.out);
  bede_net_labels(&r->net, k, head, count, r->room);
  a.labels = kept(r->room->scores, (size_t)count * r->net.labels.out);
  return a;
}

static void release_answers(answers *a)
{
  free(a->arcs);
  free(a->tags);
  free(a->names);
  free(a->labels);
}

static void expect_same_answers(const runner *r, const answers *a,
                                const answers *b, uint32_t count)
{
  size_t row = count * sizeof(int32_t);
  assert_memory_equal(a->arcs, b->arcs, bede_arc_columns(count) * row);
  assert_memory_equal(a->tags, b->tags, r->net.tags.out * row);
  assert_memory_equal(a->names, b->names, r->net.names.out * row);
  assert_memory_equal(a->labels, b->labels, r->net.labels.out * row);
}

static void expect_bounds(const answers *a, uint32_t count)
{
  for (uint32_t i = 0; i < count; i++)
    for (uint32_t k = 0; k <= count; k++) {
      int32_t x = a->arcs[(size_t)i * bede_arc_columns(count) + k];
      if (k == i)
        assert_int_equal(x, INT32_MIN);
      else
        assert_true(x >= -BEDE_ARC_MOST && x <= BEDE_ARC_MOST);
    }
}

// A sentence by chance through every kernel.
static void expect_same_network(runner *r, dice *d, uint32_t count)
{
  size_t size = (size_t)count * r->net.in;
  int16_t *x = malloc(size * sizeof *x);
  uint16_t head[BEDE_MAX_SENTENCE_WORDS];
  assert_non_null(x);
  dice_fill_16(d, (dice_kind)dice_below(d, DICE_KINDS), x, size);
  for (uint32_t i = 0; i < count; i++)
    head[i] = (uint16_t)dice_below(d, count);
  const bede_kernel *k;
  answers first = ask(r, bede_kernel_at(0), x, head, count);
  expect_bounds(&first, count);
  for (unsigned n = 1; (k = bede_kernel_at(n)) != NULL; n++) {
    answers other = ask(r, k, x, head, count);
    expect_same_answers(r, &first, &other, count);
    release_answers(&other);
  }
  release_answers(&first);
  free(x);
}

static void try_network(const bede_net_header *h, dice *d, dice_kind kind,
                        uint32_t count)
{
  runner r = {network_make(h), {0}, NULL};
  network_fill(&r.n, d, kind);
  runner_open(&r, 0);
  expect_same_network(&r, d, count);
  runner_release(&r);
}

TEST(all_kernels_run_a_network_alike)
{
  bede_net_header shapes[] = {NETWORK_SMALL, NETWORK_SMALL, NETWORK_SMALL};
  bede_net_header wide = {80, 48, 2, 64, 32, 48, 16, 17, 0, 0, {0}};
  bede_net_header deep = {32, 64, 4, 48, 48, 16, 32, 255, 0, 0, {0}};
  dice d = {15};
  shapes[1] = wide;
  shapes[2] = deep;
  for (uint32_t n = 0; n < 72; n++) {
    bede_net_header *h = &shapes[n % 3];
    h->rel_classes = BEDE_REL_COUNT;
    h->name_classes = BEDE_NER_COUNT;
    try_network(h, &d, (dice_kind)(n / 3 % DICE_KINDS), n % 24 + 1);
  }
}

// The widest network on the longest sentence fills its room.
TEST(the_widest_network_runs_the_longest_sentence)
{
  static const struct {
    uint32_t arc, label, tag, name;
  } heads[] = {{256, 16, 240, 240}, {16, 256, 240, 240}, {128, 128, 256, 256}};
  dice d = {16};
  for (unsigned n = 0; n < 3; n++) {
    bede_net_header h = {.in = BEDE_MAX_WIDTH,
                         .hidden = BEDE_MAX_WIDTH / 2,
                         .layers = 1,
                         .arc = heads[n].arc,
                         .label = heads[n].label,
                         .tag = heads[n].tag,
                         .name = heads[n].name,
                         .tag_classes = BEDE_MAX_OUTPUTS,
                         .rel_classes = BEDE_REL_COUNT,
                         .name_classes = BEDE_NER_COUNT};
    try_network(&h, &d, DICE_SMALL, BEDE_MAX_SENTENCE_WORDS);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_whole_network_opens),
      cmocka_unit_test(a_network_of_another_size_is_refused),
      cmocka_unit_test(widths_up_to_their_bounds_open),
      cmocka_unit_test(widths_beyond_their_bounds_are_refused),
      cmocka_unit_test(a_header_that_does_not_fit_is_refused),
      cmocka_unit_test(a_matrix_that_does_not_fit_is_refused),
      cmocka_unit_test(one_word_is_computed_by_hand),
      cmocka_unit_test(two_words_are_computed_by_hand),
      cmocka_unit_test(layers_feed_one_another),
      cmocka_unit_test(scores_of_arcs_have_bounds),
      cmocka_unit_test(pairs_saturate),
      cmocka_unit_test(distances_have_classes),
      cmocka_unit_test(arcs_have_the_score_of_their_distance),
      cmocka_unit_test(all_kernels_run_a_network_alike),
      cmocka_unit_test(the_widest_network_runs_the_longest_sentence),
  };
  return cmocka_run_group_tests_name("lang_net", tests, NULL, NULL);
}
