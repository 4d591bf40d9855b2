// Makes sections of a network in memory, laid out as lang/net.h says: whole
// ones of zeros, whose weights a test then sets.
#ifndef NETWORK_H
#define NETWORK_H

#include "ann/doc.h"
#include "blob.h"
#include "dice.h"
#include "lang/net.h"
#include "unit.h"

// The matrices behind those of the layers, in the order of the section.
typedef enum network_matrix {
  NETWORK_HEADS,
  NETWORK_ARCS,
  NETWORK_LABELS,
  NETWORK_TAGS,
  NETWORK_NAMES,
  NETWORK_OTHERS
} network_matrix;

#define NETWORK_MATRICES (3 * (BEDE_MAX_LAYERS + 1) + NETWORK_OTHERS)

typedef struct network {
  blob blob;
  size_t matrix[NETWORK_MATRICES]; // where their headers stand
  unsigned matrices;
  size_t root, distance;
} network;

#define NETWORK_SMALL                                                          \
  {                                                                            \
    .in = 16, .hidden = 16, .layers = 1, .arc = 16, .label = 16, .tag = 16,    \
    .name = 16, .tag_classes = 3, .rel_classes = BEDE_REL_COUNT,               \
    .name_classes = BEDE_NER_COUNT                                             \
  }

static inline void network_add_matrix(network *n, uint32_t in, uint32_t out,
                                      bool biased)
{
  bede_matrix_header h = {.in = in, .out = out, .biased = biased};
  size_t at = blob_add(&n->blob, sizeof h);
  memcpy(n->blob.bytes + at, &h, sizeof h);
  n->matrix[n->matrices++] = at;
  if (biased) blob_add(&n->blob, out * sizeof(int32_t));
  blob_add(&n->blob, (size_t)in * out * sizeof(int16_t));
}

static inline uint32_t network_columns(uint32_t classes)
{
  return (classes + BEDE_COLUMNS - 1) / BEDE_COLUMNS * BEDE_COLUMNS;
}

static inline network network_make(const bede_net_header *h)
{
  network n = {0};
  size_t at = blob_add(&n.blob, sizeof *h);
  memcpy(n.blob.bytes + at, h, sizeof *h);
  for (uint32_t l = 0; l < h->layers; l++) {
    network_add_matrix(&n, l ? 2 * h->hidden : h->in, 6 * h->hidden, true);
    network_add_matrix(&n, h->hidden, 3 * h->hidden, false);
    network_add_matrix(&n, h->hidden, 3 * h->hidden, false);
  }
  uint32_t heads = 2 * h->arc + 2 * h->label + h->tag + h->name;
  network_add_matrix(&n, 2 * h->hidden, heads, true);
  network_add_matrix(&n, h->arc, h->arc, true);
  network_add_matrix(&n, h->label, network_columns(h->rel_classes), true);
  network_add_matrix(&n, h->tag, network_columns(h->tag_classes), true);
  network_add_matrix(&n, h->name, network_columns(h->name_classes), true);
  n.root = blob_add(&n.blob, h->arc * sizeof(int16_t));
  n.distance = blob_add(&n.blob, BEDE_DISTANCES * sizeof(int32_t));
  blob_finish(&n.blob);
  return n;
}

static inline void network_release(network *n)
{
  free(n->blob.bytes);
}

// The number of a matrix: of a layer's input, of its state in a direction, of
// the others.
static inline unsigned network_input(uint32_t layer)
{
  return 3 * layer;
}

static inline unsigned network_state(uint32_t layer, bool back)
{
  return 3 * layer + 1 + back;
}

static inline unsigned network_other(const network *n, network_matrix m)
{
  return n->matrices - NETWORK_OTHERS + m;
}

static inline bede_matrix_header *network_header(const network *n, unsigned m)
{
  return (void *)(n->blob.bytes + n->matrix[m]);
}

// What stands behind a matrix header: its bias and its weights.
static inline int32_t *network_bias(const network *n, unsigned m)
{
  assert_true(network_header(n, m)->biased);
  return (void *)(n->blob.bytes + n->matrix[m] + sizeof(bede_matrix_header));
}

static inline int16_t *network_weights(const network *n, unsigned m)
{
  const bede_matrix_header *h = network_header(n, m);
  size_t at = n->matrix[m] + sizeof *h;
  if (h->biased) at = (at + h->out * sizeof(int32_t) + 63) / 64 * 64;
  return (void *)(n->blob.bytes + at);
}

// The weight of input k for output j.
static inline int16_t *network_weight(const network *n, unsigned m, uint32_t k,
                                      uint32_t j)
{
  return network_weights(n, m) + bede_weight_at(network_header(n, m)->in, k, j);
}

static inline int16_t *network_root(const network *n)
{
  return (void *)(n->blob.bytes + n->root);
}

static inline int32_t *network_distance(const network *n)
{
  return (void *)(n->blob.bytes + n->distance);
}

// Weights by chance, with shifts that keep most sums within 16 bits.
static inline void network_fill(const network *n, dice *d, dice_kind kind)
{
  const bede_net_header *h = (const void *)n->blob.bytes;
  for (unsigned m = 0; m < n->matrices; m++) {
    bede_matrix_header *head = network_header(n, m);
    head->shift = dice_below(d, 14);
    dice_fill_16(d, kind, network_weights(n, m), (size_t)head->in * head->out);
    for (uint32_t j = 0; head->biased && j < head->out; j++)
      network_bias(n, m)[j] = (int32_t)dice_between(d, -1000000, 1000000);
  }
  dice_fill_16(d, kind, network_root(n), h->arc);
  dice_fill_32(d, network_distance(n), BEDE_DISTANCES);
}

#endif
