// Pretrained word vectors in the text format of GloVe: a word and its numbers a
// line, the commonest words first.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "net.h"

enum { LINE_MAX_BYTES = 1 << 14 };

static bool read_numbers(char *s, float *out)
{
  for (unsigned i = 0; i < VECTOR_USED; i++) {
    char *end;
    out[i] = strtof(s, &end);
    if (end == s) return false;
    s = end;
  }
  return true;
}

// Every word leads to its line; of words that differ in case or digits only the
// commonest counts.
void vectors_read(vectors *v, const char *path, uint32_t most)
{
  memset(v, 0, sizeof *v);
  counter_init(&v->index);
  if (!path) return;
  FILE *file = fopen(path, "r");
  if (!file) die("%s: cannot be read", path);
  char *line = need(malloc(LINE_MAX_BYTES)), lower[BEDE_MAX_FORM];
  v->values = need(calloc((size_t)most * VECTOR_DIM, sizeof(float)));
  v->keys = need(calloc(most, sizeof *v->keys));
  v->forms = need(calloc(most, sizeof *v->forms));
  while (v->count < most && fgets(line, LINE_MAX_BYTES, file)) {
    char *space = strchr(line, ' ');
    size_t len;
    if (!space) die("%s: word %u has no numbers", path, v->count + 1);
    bede_str form = {line, (size_t)(space - line)};
    uint64_t key = bede_form_key(form, lower, &len);
    uint32_t *at = counter_at(&v->index, key);
    if (*at) continue;
    if (!read_numbers(space, v->values + (size_t)v->count * VECTOR_DIM))
      die("%s: word %u has too few numbers", path, v->count + 1);
    *space = 0;
    v->forms[v->count] = need(strdup(line));
    v->keys[v->count++] = key;
    *at = v->count;
  }
  (void)fclose(file);
  free(line);
  note("%s: %u vectors", path, v->count);
}
