// From the network in floats to the integers of the model.
#ifndef TRAIN_QUANTISE_H
#define TRAIN_QUANTISE_H

#include "net.h"

// Rows of the model: first those of forms, each the sum of what the network
// sees of the form; then those of affixes and masks; then those of places.
typedef struct input {
  bede_dict words, forms;
  uint32_t places[BEDE_PLACES];
  uint32_t count;
  // Parts of a row: up to ROW_FEATURES rows of features, a vector.
  uint32_t *parts;  // [count][ROW_FEATURES], BEDE_NONE: none
  uint32_t *vector; // [count], the same
} input;

// The rows for every known form of the corpora, every vector and every affix
// that has a row of features.
void input_build(const trainer *t, const row_index *r, const vectors *v,
                 input *out);

// Bytes that grow; free them with free().
typedef struct blob {
  unsigned char *bytes;
  size_t size, room;
} blob;

// The rows of the model, freed by the caller; scale[in] gets the steps.
int8_t *quantise_rows(const net *n, const input *in, float *scale);
// The section of a network (lang/net.h) over rows of these steps.
void quantise_net(const net *n, const float *scale, blob *out);

// write.c: the whole file. Both networks stand on the rows of the accurate one.
void write_model(const trainer *t, const input *in, const net *fast,
                 const net *accurate, const char *path);

#endif
