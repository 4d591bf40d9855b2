// Memory, messages, random numbers, counting.
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "train.h"

void die(const char *format, ...)
{
  va_list args;
  va_start(args, format);
  fprintf(stderr, "bede-train: ");
  vfprintf(stderr, format, args);
  fprintf(stderr, "\n");
  va_end(args);
  exit(1);
}

void note(const char *format, ...)
{
  va_list args;
  va_start(args, format);
  vfprintf(stderr, format, args);
  va_end(args);
  fprintf(stderr, "\n");
}

void *need(void *ptr)
{
  if (!ptr) die("out of memory");
  return ptr;
}

static uint64_t rng_next(rng *r)
{
  uint64_t x = r->state;
  x ^= x >> 12;
  x ^= x << 25;
  x ^= x >> 27;
  r->state = x;
  return x * 0x2545F4914F6CDD1Du;
}

uint32_t rng_below(rng *r, uint32_t n)
{
  return (uint32_t)((rng_next(r) >> 32) * n >> 32);
}

double rng_unit(rng *r)
{
  return (double)(rng_next(r) >> 11) * 0x1p-53;
}

void shuffle(uint32_t *order, uint32_t count, rng *r)
{
  for (uint32_t i = count; i > 1; i--) {
    uint32_t k = rng_below(r, i), swap = order[i - 1];
    order[i - 1] = order[k];
    order[k] = swap;
  }
}

void counter_init(counter *c)
{
  c->slots = 1u << 12;
  c->used = 0;
  c->keys = need(calloc(c->slots, sizeof *c->keys));
  c->values = need(calloc(c->slots, sizeof *c->values));
}

void counter_release(counter *c)
{
  free(c->keys);
  free(c->values);
}

static size_t counter_slot(const counter *c, uint64_t key)
{
  size_t at = (size_t)(key ^ key >> 32) & (c->slots - 1);
  while (c->keys[at] && c->keys[at] != key)
    at = (at + 1) & (c->slots - 1);
  return at;
}

static void counter_grow(counter *c)
{
  counter old = *c;
  c->slots *= 2;
  c->keys = need(calloc(c->slots, sizeof *c->keys));
  c->values = need(calloc(c->slots, sizeof *c->values));
  for (size_t i = 0; i < old.slots; i++) {
    if (!old.keys[i]) continue;
    size_t at = counter_slot(c, old.keys[i]);
    c->keys[at] = old.keys[i];
    c->values[at] = old.values[i];
  }
  counter_release(&old);
}

uint32_t *counter_at(counter *c, uint64_t key)
{
  if (!key) key = 1;
  if (c->used * 2 >= c->slots) counter_grow(c);
  size_t at = counter_slot(c, key);
  if (!c->keys[at]) {
    c->keys[at] = key;
    c->used++;
  }
  return &c->values[at];
}

uint32_t counter_get(const counter *c, uint64_t key)
{
  return c->values[counter_slot(c, key ? key : 1)];
}

static void dict_put(bede_dict_bucket *buckets, uint32_t count, uint64_t key,
                     uint32_t value)
{
  uint32_t mark = (uint32_t)key | 1u;
  uint32_t at = (uint32_t)((key >> 32) * count >> 32);
  for (;; at = at + 1 == count ? 0 : at + 1)
    for (unsigned i = 0; i < 8; i++) {
      if (buckets[at].mark[i]) continue;
      buckets[at].mark[i] = mark;
      buckets[at].value[i] = value;
      return;
    }
}

bede_dict dict_build(const counter *c)
{
  uint32_t used = 0;
  for (size_t i = 0; i < c->slots; i++)
    used += c->keys[i] && c->values[i];
  bede_dict dict = {NULL, used / 6 + 1};
  bede_dict_bucket *buckets = need(calloc(dict.count, sizeof *buckets));
  for (size_t i = 0; i < c->slots; i++)
    if (c->keys[i] && c->values[i])
      dict_put(buckets, dict.count, c->keys[i], c->values[i]);
  dict.buckets = buckets;
  return dict;
}
