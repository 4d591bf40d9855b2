// Training of the network: batches, threads, rounds.
#include <math.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "net.h"

// A word seen c times is hidden with probability HIDE / (HIDE + c), so that
// affixes and neighbours are learnt for words that nobody has seen; its vector
// with HIDE_VECTOR times that.
#define HIDE 1.0
#define HIDE_VECTOR 0.3
// What an error in names counts, against one in tags; of names that are derived
// from other annotation.
#define NAMES 2.5f
#define DERIVED_NAMES 0.5f
// How often a word of a name is another name's; a verb in -ed another verb.
#define SWAP_NAMES 0.2
#define SWAP_PAST 0.15
// A vector of a word seen often is hidden now and then, too.
#define HIDE_VECTOR_LEAST 0.01
// The rate grows for so many steps, then falls with the cosine to 0.
#define WARM_STEPS 300
#define PI 3.14159265
// The development part is measured after so many rounds, and after the last.
#define DEV_ROUNDS 4u

// Rows of a word: its form and the set of its tags if it is known, place,
// shape, affixes and mask.
enum { ROW_WORD, ROW_TAGS, ROW_PLACE, ROW_SHAPE, ROW_FORM };
_Static_assert(ROW_FORM + BEDE_FORM_FEATURES <= ROW_FEATURES,
               "a word may have more rows");

uint64_t word_row(uint64_t form)
{
  return bede_feature(1, form, 0, 0);
}

uint64_t tags_row(uint32_t set)
{
  return bede_feature(4, set, 0, 0);
}

uint64_t place_row(uint32_t place)
{
  return bede_feature(2, place, 0, 0);
}

uint64_t shape_row(uint32_t shape)
{
  return bede_feature(3, shape, 0, 0);
}

uint32_t row_of(const row_index *r, uint64_t key)
{
  if (!key) return BEDE_NONE;
  uint32_t number = counter_get(&r->index, key);
  return number ? number - 1 : BEDE_NONE;
}

// Keys of the rows of a word, 0 where it has none.
static void row_keys(const trainer *t, const sample *s, uint32_t i,
                     uint64_t *out)
{
  bede_affixes affixes;
  const bede_look *look = &s->look[i];
  memset(out, 0, ROW_FEATURES * sizeof *out);
  if (s->seen[i] >= KNOWN_LEAST) {
    out[ROW_WORD] = word_row(look->key);
    out[ROW_TAGS] = tags_row(counter_get(t->tag_sets, look->key));
  }
  out[ROW_PLACE] = place_row(bede_place_of(look));
  out[ROW_SHAPE] = shape_row(look->shape);
  bede_look_affixes(&t->vocab, bede_word_form(s->doc, s->begin + i), &affixes);
  (void)bede_form_features(&affixes, out + ROW_FORM);
}

// What does not change of a sample from round to round.
typedef struct fixed {
  uint32_t *rows, *vector;
  uint16_t *head;
  uint8_t *label, *tag, *name;
} fixed;

typedef struct part {
  uint32_t first, count; // samples in order[]
} part;

// Words of which one may stand for another: proper nouns, by the kind of name
// and the case of the letters; past tenses and participles in -ed.
#define NAME_GROUPS (BEDE_NER_COUNT * 8u)
#define GROUPS (NAME_GROUPS + 1u)

typedef struct alike {
  uint32_t sample, word;
} alike;

typedef struct pool {
  alike *items;
  uint32_t count, room;
} pool;

typedef struct course {
  const trainer *t;
  pool pools[GROUPS];
  fixed *fixed;
  uint32_t *order;
  part *parts;
  uint32_t part_count;
} course;

static void fix_sample(const trainer *t, const sample *s, const row_index *r,
                       const vectors *v, fixed *f)
{
  uint32_t n = s->end - s->begin;
  f->rows = need(calloc(n, ROW_FEATURES * sizeof *f->rows));
  f->vector = need(calloc(n, sizeof *f->vector));
  f->head = need(calloc(n, sizeof *f->head));
  f->label = need(calloc(n, 1));
  f->tag = need(calloc(n, 1));
  f->name = need(calloc(n, 1));
  for (uint32_t i = 0; i < n; i++) {
    const bede_word *w = &s->doc->words.items[s->begin + i];
    uint64_t keys[ROW_FEATURES];
    row_keys(t, s, i, keys);
    for (unsigned k = 0; k < ROW_FEATURES; k++)
      f->rows[i * ROW_FEATURES + k] = row_of(r, keys[k]);
    uint32_t number = counter_get(&v->index, s->look[i].key);
    f->vector[i] = number ? number - 1 : BEDE_NONE;
    f->head[i] = (uint16_t)(w->head == BEDE_NONE ? n : w->head - s->begin);
    f->label[i] = w->deprel;
    f->tag[i] = s->gold[i];
    f->name[i] = w->ner;
  }
}

static pool *pool_of(course *c, const sample *s, uint32_t i)
{
  const bede_word *w = &s->doc->words.items[s->begin + i];
  if (w->upos == BEDE_UPOS_PROPN)
    return &c->pools[w->ner * 8u + (s->look[i].shape & BEDE_SHAPE_CASE)];
  return is_past(s->doc, w) ? &c->pools[NAME_GROUPS] : NULL;
}

static void fill_pools(course *c)
{
  for (uint32_t i = 0; i < c->t->count; i++) {
    const sample *s = &c->t->samples[i];
    for (uint32_t k = 0; k < s->end - s->begin && !s->copy; k++) {
      pool *p = pool_of(c, s, k);
      if (!p) continue;
      if (p->count == p->room) {
        p->room = p->room * 2 + 64;
        p->items = need(realloc(p->items, p->room * sizeof *p->items));
      }
      alike x = {i, k};
      p->items[p->count++] = x;
    }
  }
}

static course *course_new(const trainer *t, const row_index *r,
                          const vectors *v)
{
  course *c = need(calloc(1, sizeof *c));
  c->t = t;
  c->fixed = need(calloc(t->count + 1, sizeof *c->fixed));
  c->order = need(calloc(t->count + 1, sizeof *c->order));
  c->parts = need(calloc(t->count + 1, sizeof *c->parts));
  for (uint32_t i = 0; i < t->count; i++) {
    fix_sample(t, &t->samples[i], r, v, &c->fixed[i]);
    c->order[i] = i;
  }
  fill_pools(c);
  return c;
}

void count_rows(const trainer *t, row_index *r)
{
  counter seen;
  counter_init(&seen);
  counter_init(&r->index);
  for (uint32_t i = 0; i < t->count; i++) {
    const sample *s = &t->samples[i];
    for (uint32_t k = 0; k < s->end - s->begin; k++) {
      uint64_t keys[ROW_FEATURES];
      row_keys(t, s, k, keys);
      for (unsigned f = 0; f < ROW_FEATURES; f++)
        if (keys[f] && ++*counter_at(&seen, keys[f]) == 2)
          *counter_at(&r->index, keys[f]) = ++r->count;
    }
  }
  counter_release(&seen);
  note("%u rows of features", r->count);
}

static uint32_t length(const course *c, uint32_t at)
{
  const sample *s = &c->t->samples[c->order[at]];
  return s->end - s->begin;
}

static void sort_by_length(course *c, uint32_t begin, uint32_t end)
{
  for (uint32_t i = begin + 1; i < end; i++)
    for (uint32_t k = i; k > begin && length(c, k - 1) > length(c, k); k--) {
      uint32_t swap = c->order[k];
      c->order[k] = c->order[k - 1];
      c->order[k - 1] = swap;
    }
}

enum { WINDOW = 400 }; // samples among which a part finds its like

static void make_parts(course *c, rng *r)
{
  if (r) shuffle(c->order, c->t->count, r);
  for (uint32_t i = 0; r && i < c->t->count; i += WINDOW)
    sort_by_length(c, i, i + WINDOW < c->t->count ? i + WINDOW : c->t->count);
  c->part_count = 0;
  for (uint32_t i = 0; i < c->t->count;) {
    part *p = &c->parts[c->part_count++];
    uint32_t words = 0;
    p->first = i;
    while (i < c->t->count && (!words || words + length(c, i) <= PART_WORDS))
      words += length(c, i++);
    p->count = i - p->first;
  }
  for (uint32_t i = c->part_count; r && i > 1; i--) {
    uint32_t k = rng_below(r, i);
    part swap = c->parts[i - 1];
    c->parts[i - 1] = c->parts[k];
    c->parts[k] = swap;
  }
}

// --- one part ----------------------------------------------------------------

typedef struct job {
  net *n;
  work *w;
  course *c;
  const part *p;
  unsigned slot;
  uint64_t seed;
  bool learn;
  lesson lessons[PART_ROOM];
  uint32_t rows[PART_ROOM * ROW_FEATURES], vector[PART_ROOM];
  tally tally;
} job;

static void hide_words(const sample *s, rng *r, uint32_t *rows,
                       uint32_t *vector)
{
  for (uint32_t i = 0; i < s->end - s->begin; i++) {
    double p = HIDE / (HIDE + s->seen[i]);
    if (rng_unit(r) < p) rows[i * ROW_FEATURES + ROW_WORD] = BEDE_NONE;
    if (rng_unit(r) < p * HIDE_VECTOR + HIDE_VECTOR_LEAST)
      vector[i] = BEDE_NONE;
  }
}

// Names give way to other names of the kind, so that trees and tags hang on
// what is said, not on who is named; verbs in -ed to others, so that a past
// tense is told from a participle by its place.
static void swap_words(course *c, const sample *s, rng *r, uint32_t *rows,
                       uint32_t *vector)
{
  for (uint32_t i = 0; i < s->end - s->begin; i++) {
    const pool *p = pool_of(c, s, i);
    double share = p == &c->pools[NAME_GROUPS] ? SWAP_PAST : SWAP_NAMES;
    if (!p || !p->count || rng_unit(r) >= share) continue;
    alike x = p->items[rng_below(r, p->count)];
    const fixed *f = &c->fixed[x.sample];
    for (unsigned k = 0; k < ROW_FEATURES; k++)
      if (k != ROW_PLACE && k != ROW_SHAPE)
        rows[i * ROW_FEATURES + k] = f->rows[x.word * ROW_FEATURES + k];
    vector[i] = f->vector[x.word];
  }
}

static void *run_job(void *arg)
{
  job *j = arg;
  rng r = {j->seed * 2654435761u + 99};
  uint32_t at = 0;
  for (uint32_t i = 0; i < j->p->count; i++) {
    uint32_t index = j->c->order[j->p->first + i];
    const sample *s = &j->c->t->samples[index];
    const fixed *f = &j->c->fixed[index];
    uint32_t n = s->end - s->begin;
    float weight = !s->named ? 0.0f : s->derived ? DERIVED_NAMES : NAMES;
    lesson x = {n,
                j->rows + at * ROW_FEATURES,
                j->vector + at,
                f->head,
                f->label,
                f->tag,
                f->name,
                weight};
    memcpy(j->rows + at * ROW_FEATURES, f->rows,
           n * ROW_FEATURES * sizeof *j->rows);
    memcpy(j->vector + at, f->vector, n * sizeof *j->vector);
    if (j->learn) {
      swap_words(j->c, s, &r, j->rows + at * ROW_FEATURES, j->vector + at);
      hide_words(s, &r, j->rows + at * ROW_FEATURES, j->vector + at);
    }
    j->lessons[i] = x;
    at += n;
  }
  net_part(j->n, j->w, j->lessons, j->p->count, j->slot, j->seed, j->learn,
           &j->tally);
  return NULL;
}

static void run_pair(job *jobs, course *c, uint32_t first, uint64_t seed,
                     bool learn)
{
  pthread_t thread[SLOTS];
  bool started[SLOTS] = {false};
  for (unsigned k = 0; k < SLOTS && first + k < c->part_count; k++) {
    job *j = &jobs[k];
    j->c = c;
    j->p = &c->parts[first + k];
    j->slot = k;
    j->seed = seed + k;
    j->learn = learn;
    started[k] = k && !pthread_create(&thread[k], NULL, run_job, j);
    if (k && !started[k]) run_job(j);
  }
  run_job(&jobs[0]);
  for (unsigned k = 1; k < SLOTS; k++)
    if (started[k]) pthread_join(thread[k], NULL);
}

static void report(const char *what, unsigned epoch, const tally *a)
{
  double p = a->names_found ? 1.0 * a->names_right / a->names_found : 0,
         r = a->names_gold ? 1.0 * a->names_right / a->names_gold : 0;
  note("%s %u: loss %.4f, tags %.2f, UAS %.2f, LAS %.2f, names %.2f", what,
       epoch, a->loss / a->words, 100.0 * a->tags / a->words,
       100.0 * a->heads / a->words, 100.0 * a->labels / a->words,
       p + r > 0 ? 200 * p * r / (p + r) : 0);
}

static void add_tally(tally *to, const tally *x)
{
  to->loss += x->loss;
  to->words += x->words;
  to->heads += x->heads;
  to->labels += x->labels;
  to->tags += x->tags;
  to->names_right += x->names_right;
  to->names_gold += x->names_gold;
  to->names_found += x->names_found;
}

static void run_round(course *c, job *jobs, net *n, const plan *p,
                      unsigned epoch, bool learn, tally *out)
{
  rng r = {p->seed * 7919 + epoch + 1};
  work *works[SLOTS];
  memset(out, 0, sizeof *out);
  make_parts(c, learn ? &r : NULL);
  for (unsigned k = 0; k < SLOTS; k++)
    works[k] = jobs[k].w;
  for (uint32_t i = 0; i < c->part_count; i += SLOTS) {
    double done = (epoch + (double)i / c->part_count) / p->epochs;
    for (unsigned k = 0; k < SLOTS; k++)
      memset(&jobs[k].tally, 0, sizeof jobs[k].tally);
    run_pair(jobs, c, i, (p->seed * 1000 + epoch) * 100000 + i, learn);
    for (unsigned k = 0; k < SLOTS && i + k < c->part_count; k++)
      add_tally(out, &jobs[k].tally);
    double warm = n->step < WARM_STEPS ? n->step / (double)WARM_STEPS : 1;
    if (learn)
      net_update(n, works, p->rate * warm * 0.5 * (1 + cos(PI * done)));
  }
}

void fit_net(const trainer *t, const trainer *dev, const row_index *r,
             const vectors *v, const sizes *s, const plan *p, const net *input,
             net *out)
{
  net_init(out, s, r->count, t->class_count, p->seed);
  if (input) net_borrow(out, input);
  out->vectors = v->values;
  course *c = course_new(t, r, v), *d = dev ? course_new(dev, r, v) : NULL;
  job *jobs = need(calloc(SLOTS, sizeof *jobs));
  for (unsigned k = 0; k < SLOTS; k++) {
    jobs[k].n = out;
    jobs[k].w = work_new(out);
  }
  for (unsigned e = 0; e < p->epochs; e++) {
    tally a;
    run_round(c, jobs, out, p, e, true, &a);
    report(p->name, e, &a);
    if (d && ((e + 1) % DEV_ROUNDS == 0 || e + 1 == p->epochs)) {
      run_round(d, jobs, out, p, e, false, &a);
      report("development", e, &a);
    }
  }
}
