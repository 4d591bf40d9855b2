// Opening and running the network. Layers are LSTMs with one gate for what is
// kept and what is new (Greff et al. 2017, "CIFG"); arcs are scored as by Dozat
// and Manning (2017).
#include "lang/net.h"

#include <string.h>

#include "ann/doc.h"

_Static_assert(2LL * BEDE_ARC_MOST * BEDE_MAX_SENTENCE_WORDS <= INT32_MAX,
               "the scores of a tree may not fit into 32 bits");

// --- opening -----------------------------------------------------------------

typedef struct cursor {
  const char *bytes;
  size_t size, at;
} cursor;

static const void *take(cursor *c, size_t size)
{
  if (size > c->size - c->at) return NULL;
  const void *out = c->bytes + c->at;
  size_t end = (c->at + size + 63) / 64 * 64;
  c->at = end < c->size ? end : c->size;
  return out;
}

// A matrix of a known size.
static bool take_matrix(cursor *c, uint32_t in, uint32_t out, bede_matrix *m)
{
  const bede_matrix_header *h = take(c, sizeof *h);
  if (!h || h->in != in || h->out != out || in % 2 || out % BEDE_COLUMNS ||
      h->shift > BEDE_MAX_SHIFT)
    return false;
  m->in = in;
  m->out = out;
  m->shift = h->shift;
  m->bias = NULL;
  if (h->biased && !(m->bias = take(c, out * sizeof *m->bias))) return false;
  m->weights = take(c, (size_t)in * out * sizeof *m->weights);
  return m->weights != NULL;
}

static uint32_t columns(uint32_t classes)
{
  return (classes + BEDE_COLUMNS - 1) / BEDE_COLUMNS * BEDE_COLUMNS;
}

static bool good_width(uint32_t n)
{
  return n > 0 && n <= BEDE_MAX_WIDTH && n % BEDE_COLUMNS == 0;
}

static bool header_good(const bede_net_header *h, uint32_t tag_classes)
{
  return good_width(h->in) && good_width(h->hidden) &&
         good_width(2 * h->hidden) && h->layers > 0 &&
         h->layers <= BEDE_MAX_LAYERS && good_width(h->arc) &&
         good_width(h->label) && good_width(h->tag) && good_width(h->name) &&
         2 * h->arc + 2 * h->label + h->tag + h->name <= BEDE_MAX_HEADS &&
         h->tag_classes == tag_classes && tag_classes <= BEDE_MAX_OUTPUTS &&
         h->rel_classes == BEDE_REL_COUNT && h->name_classes == BEDE_NER_COUNT;
}

static bool take_layers(cursor *c, bede_net *n)
{
  uint32_t h = n->hidden;
  for (uint32_t l = 0; l < n->layers; l++)
    if (!take_matrix(c, l ? 2 * h : n->in, 6 * h, &n->input[l]) ||
        !take_matrix(c, h, 3 * h, &n->state[l][0]) ||
        !take_matrix(c, h, 3 * h, &n->state[l][1]))
      return false;
  return true;
}

// Near heads by the word, those farther away by ranges.
uint32_t bede_distance_of(uint32_t dep, uint32_t head)
{
  uint32_t d = dep > head ? dep - head : head - dep;
  uint32_t c = d <= 10   ? d - 1
               : d <= 13 ? 10
               : d <= 18 ? 11
               : d <= 25 ? 12
                         : 13;
  return dep > head ? c : BEDE_RIGHT_DISTANCE + c;
}

// Fractional bits of the scores of arcs.
enum { ARC_BITS = 13, ARC_SHIFT = BEDE_QUERY_BITS + BEDE_HEAD_BITS - ARC_BITS };

static void spread_distances(bede_net *n, const int32_t *classes)
{
  const uint32_t most = BEDE_MAX_SENTENCE_WORDS;
  for (uint32_t i = 0; i < 2 * most; i++)
    n->distance[i] =
        i == most ? 0 : classes[bede_distance_of(most, i)] >> ARC_SHIFT;
  n->root_distance = classes[BEDE_ROOT_DISTANCE] >> ARC_SHIFT;
}

bool bede_net_open(const void *bytes, size_t size, uint32_t tag_classes,
                   bede_net *out)
{
  cursor c = {bytes, size, 0};
  const bede_net_header *h = take(&c, sizeof *h);
  bede_net *n = out;
  memset(n, 0, sizeof *n);
  if (!h || !header_good(h, tag_classes)) return false;
  n->in = h->in;
  n->hidden = h->hidden;
  n->layers = h->layers;
  n->arc = h->arc;
  n->label = h->label;
  n->tag = h->tag;
  n->name = h->name;
  n->heads = 2 * n->arc + 2 * n->label + n->tag + n->name;
  if (!take_layers(&c, n) ||
      !take_matrix(&c, 2 * n->hidden, n->heads, &n->all_heads) ||
      !take_matrix(&c, n->arc, n->arc, &n->arcs) ||
      !take_matrix(&c, n->label, columns(BEDE_REL_COUNT), &n->labels) ||
      !take_matrix(&c, n->tag, columns(tag_classes), &n->tags) ||
      !take_matrix(&c, n->name, columns(BEDE_NER_COUNT), &n->names))
    return false;
  n->root = take(&c, n->arc * sizeof *n->root);
  const int32_t *distance = take(&c, BEDE_DISTANCES * sizeof *distance);
  if (!n->root || !distance || c.at != size) return false;
  spread_distances(n, distance);
  return true;
}

// --- layers ------------------------------------------------------------------

static void direction(const bede_net *n, const bede_kernel *k, uint32_t layer,
                      bool back, uint32_t count, const int16_t *gates,
                      int16_t *out)
{
  int16_t state[BEDE_MAX_WIDTH] = {0}, before[BEDE_MAX_WIDTH] = {0};
  int16_t z[3 * BEDE_MAX_WIDTH];
  const int16_t *last = before;
  uint32_t h = n->hidden;
  const bede_matrix *m = &n->state[layer][back];
  for (uint32_t t = 0; t < count; t++) {
    uint32_t i = back ? count - 1 - t : t;
    int16_t *shown = out + (size_t)i * 2 * h + (back ? h : 0);
    k->step(m, last, gates + (size_t)i * 6 * h + (back ? 3 * h : 0), z);
    k->cell(z, h, state, shown);
    last = shown;
  }
}

// Where the parts of what the heads see of a word begin: see all_heads.
static size_t key_part(const bede_net *n)
{
  return n->arc;
}

static size_t label_part(const bede_net *n)
{
  return 2 * (size_t)n->arc;
}

static size_t tag_part(const bede_net *n)
{
  return label_part(n) + 2 * (size_t)n->label;
}

// Relations add up two words before they are squashed; the others are squashed
// at once.
static void squash_heads(const bede_net *n, const bede_kernel *kernel,
                         uint32_t count, int16_t *heads)
{
  uint32_t tags = (uint32_t)tag_part(n);
  for (uint32_t i = 0; i < count; i++, heads += n->heads) {
    kernel->rectify(heads, 2 * n->arc);
    kernel->rectify(heads + tags, n->heads - tags);
  }
}

// The heads of arcs as a matrix: columns are words, the last is the root.
static void make_keys(const bede_net *n, uint32_t count, bede_net_room *room)
{
  uint32_t cols = bede_arc_columns(count);
  memset(room->keys, 0, (size_t)cols * n->arc * sizeof *room->keys);
  for (uint32_t i = 0; i <= count; i++) {
    const int16_t *x =
        i == count ? n->root : room->heads + (size_t)i * n->heads + key_part(n);
    for (uint32_t k = 0; k < n->arc; k += 2) {
      int16_t *to = room->keys + bede_weight_at(n->arc, k, i);
      to[0] = x[k];
      to[1] = x[k + 1];
    }
  }
}

static void finish_arcs(const bede_net *n, const bede_kernel *kernel,
                        uint32_t count, int32_t *arcs)
{
  uint32_t cols = bede_arc_columns(count);
  for (uint32_t i = 0; i < count; i++, arcs += cols) {
    kernel->offset(arcs, n->distance + BEDE_MAX_SENTENCE_WORDS - i, count,
                   ARC_SHIFT, BEDE_ARC_MOST);
    kernel->offset(arcs + count, &n->root_distance, 1, ARC_SHIFT,
                   BEDE_ARC_MOST);
    arcs[i] = INT32_MIN;
  }
}

void bede_net_run(const bede_net *net, const bede_kernel *kernel,
                  uint32_t count, bede_net_room *room)
{
  uint32_t h = net->hidden, in = net->in, from = 0;
  for (uint32_t l = 0; l < net->layers; l++, from ^= 1) {
    kernel->multiply(&net->input[l], room->x[from], in, count, room->gates,
                     6 * (size_t)h);
    for (int back = 0; back < 2; back++)
      direction(net, kernel, l, back, count, room->gates, room->x[from ^ 1]);
    in = 2 * h;
  }
  kernel->multiply(&net->all_heads, room->x[from], in, count, room->heads,
                   net->heads);
  squash_heads(net, kernel, count, room->heads);
  kernel->multiply(&net->arcs, room->heads, net->heads, count, room->query,
                   net->arc);
  make_keys(net, count, room);
  bede_matrix keys = {net->arc, bede_arc_columns(count), 0, NULL, room->keys};
  kernel->scores(&keys, room->query, net->arc, count, room->arcs, keys.out);
  finish_arcs(net, kernel, count, room->arcs);
}

// --- classifiers -------------------------------------------------------------

void bede_net_tags(const bede_net *net, const bede_kernel *kernel,
                   uint32_t count, bede_net_room *room)
{
  kernel->scores(&net->tags, room->heads + tag_part(net), net->heads, count,
                 room->scores, net->tags.out);
}

void bede_net_names(const bede_net *net, const bede_kernel *kernel,
                    uint32_t count, bede_net_room *room)
{
  kernel->scores(&net->names, room->heads + tag_part(net) + net->tag,
                 net->heads, count, room->scores, net->names.out);
}

void bede_net_labels(const bede_net *net, const bede_kernel *kernel,
                     const uint16_t *head, uint32_t count, bede_net_room *room)
{
  int16_t *pair = room->query; // arcs are done
  uint32_t size = net->label;
  for (uint32_t i = 0; i < count; i++) {
    const int16_t *dep = room->heads + (size_t)i * net->heads + label_part(net);
    const int16_t *over =
        room->heads + (size_t)head[i] * net->heads + label_part(net) + size;
    for (uint32_t k = 0; k < size; k++) {
      int32_t x = dep[k] + over[k];
      pair[(size_t)i * size + k] = (int16_t)(x < 0           ? 0
                                             : x > INT16_MAX ? INT16_MAX
                                                             : x);
    }
  }
  kernel->scores(&net->labels, pair, size, count, room->scores,
                 net->labels.out);
}
