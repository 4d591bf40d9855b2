// What is counted rather than trained: vocabulary, tag classes, FEATS, lemma
// scripts and the dictionaries of forms.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "lang/script.h"
#include "train.h"

// Thresholds, chosen on the development sets.
enum {
  CLASS_LEAST = 4,  // occurrences of a pair of tags
  SCRIPT_LEAST = 3, // forms with a script that may be predicted
  SCRIPT_OPEN_MAX = 250,
  FEATS_LEAST = 2
};

// One word of the corpus: everything that is counted about it.
typedef struct token {
  uint64_t key;
  uint32_t class, feats, order;
  bede_str form, lemma; // no lemma: a part of a word that blanks tore apart
} token;

typedef struct tokens {
  token *items;
  size_t count;
} tokens;

static int by_key(const void *a, const void *b)
{
  const token *x = a, *y = b;
  if (x->key != y->key) return x->key < y->key ? -1 : 1;
  if (x->class != y->class) return x->class < y->class ? -1 : 1;
  return x->order < y->order ? -1 : x->order > y->order;
}

// A value and how often it occurs, for sorting by frequency.
typedef struct entry {
  uint64_t value;
  uint32_t count, first;
} entry;

static int by_count(const void *a, const void *b)
{
  const entry *x = a, *y = b;
  if (x->count != y->count) return x->count > y->count ? -1 : 1;
  return x->first < y->first ? -1 : x->first > y->first;
}

typedef struct ranking {
  counter index; // value -> position + 1
  entry *items;
  uint32_t count, room;
} ranking;

static uint32_t ranking_add(ranking *r, uint64_t key, uint64_t value)
{
  if (!r->items) counter_init(&r->index);
  uint32_t *at = counter_at(&r->index, key);
  if (!*at) {
    if (r->count == r->room) {
      r->room = r->room ? r->room * 2 : 256;
      r->items = need(realloc(r->items, r->room * sizeof *r->items));
    }
    entry fresh = {value, 0, r->count};
    r->items[r->count++] = fresh;
    *at = r->count;
  }
  r->items[*at - 1].count++;
  return *at - 1;
}

// --- tag classes -------------------------------------------------------------

static void find_classes(trainer *t)
{
  ranking r = {0};
  for (uint32_t i = 0; i < t->count; i++)
    for (uint32_t k = t->samples[i].begin; k < t->samples[i].end; k++) {
      const bede_word *w = &t->samples[i].doc->words.items[k];
      uint64_t pair = (uint64_t)w->upos << 8 | w->xpos;
      if (!t->samples[i].copy) ranking_add(&r, pair + 1, pair);
    }
  qsort(r.items, r.count, sizeof *r.items, by_count);
  for (uint32_t i = 0; i < r.count && r.items[i].count >= CLASS_LEAST; i++) {
    bede_tag_class *c = &t->classes[t->class_count++];
    c->upos = (uint8_t)(r.items[i].value >> 8);
    c->xpos = (uint8_t)r.items[i].value;
    if (t->class_count == BEDE_MAX_CLASSES - 1) break;
  }
  note("%u classes of tags", t->class_count);
}

// The class of a pair; a rare pair has the commonest class of its XPOS.
static uint32_t class_of(const trainer *t, const bede_word *w)
{
  uint32_t near = 0;
  for (uint32_t i = t->class_count; i-- > 0;) {
    if (t->classes[i].xpos != w->xpos) continue;
    if (t->classes[i].upos == w->upos) return i;
    near = i;
  }
  return near;
}

// --- scripts -----------------------------------------------------------------

static bool has_digit(const char *s, size_t len)
{
  for (size_t i = 0; i < len; i++)
    if (bede_is_digit((unsigned char)s[i])) return true;
  return false;
}

// The script that makes the lemma of the form in one way of casing. Forms with
// other digits share it: it must leave them alone.
static bool make_script(bede_str form, bede_str lemma, unsigned casing,
                        bede_script *out)
{
  char from[BEDE_MAX_FORM + 16];
  memset(out, 0, sizeof *out);
  out->keep = (uint8_t)casing;
  size_t len = bede_script_apply(out, form, from), same = 0;
  while (same < len && same < lemma.len && from[same] == lemma.ptr[same])
    same++;
  if (!len || len - same > 200 || lemma.len - same > sizeof out->add)
    return false;
  out->cut = (uint8_t)(len - same);
  out->len = (uint8_t)(lemma.len - same);
  memcpy(out->add, lemma.ptr + same, out->len);
  return !has_digit(from + same, out->cut) &&
         !(has_digit(form.ptr, form.len) && has_digit(out->add, out->len));
}

static bool script_fits(const bede_script *s, const token *x)
{
  char out[BEDE_MAX_FORM + 16];
  bede_str made = {out, bede_script_apply(s, x->form, out)};
  return made.len && bede_str_eq(made, x->lemma);
}

// Of the scripts that the uses of a form show, the one that is right for most
// of them, then the shortest: "I" and "i" are capitals, not "I" as it stands.
enum { CANDIDATES = 24, USES = 2000 };

typedef struct candidates {
  bede_script items[CANDIDATES];
  unsigned count;
} candidates;

static void add_candidates(candidates *c, const token *x, bool name)
{
  // the first of equals: what does for any case before the form's own
  static const uint8_t names[] = {BEDE_SCRIPT_CAPITAL, BEDE_SCRIPT_KEEP,
                                  BEDE_SCRIPT_LOWER},
                       words[] = {BEDE_SCRIPT_LOWER, BEDE_SCRIPT_CAPITAL,
                                  BEDE_SCRIPT_KEEP, BEDE_SCRIPT_NUMBER};
  for (unsigned i = 0; i < (name ? sizeof names : sizeof words); i++) {
    bede_script fresh;
    unsigned casing = name ? names[i] : words[i], at = 0;
    if (c->count == CANDIDATES) return;
    if (!make_script(x->form, x->lemma, casing, &fresh)) continue;
    while (at < c->count && memcmp(&c->items[at], &fresh, sizeof fresh) != 0)
      at++;
    c->items[at] = fresh;
    c->count += at == c->count;
  }
}

// How many uses a script is right for, twice. One use against several is a
// slip: that a word has a capital must be seen twice.
static uint32_t worth_of(const bede_script *s, const token *x, size_t n)
{
  uint32_t fits = 0;
  for (size_t i = 0; i < n; i++)
    fits += script_fits(s, &x[i]);
  bool plain = s->keep == BEDE_SCRIPT_LOWER && s->cut < x->form.len;
  return 2 * fits + (fits > 0 && plain && n > 2 ? 2 : 0);
}

static bool best_script(const token *x, size_t n, bool name, bede_script *out)
{
  candidates c = {.count = 0};
  uint32_t most = 0;
  unsigned least = 0;
  if (n > USES) n = USES;
  for (size_t i = 0; i < n; i++)
    if (x[i].lemma.len) add_candidates(&c, &x[i], name);
  for (unsigned k = 0; k < c.count; k++) {
    uint32_t worth = worth_of(&c.items[k], x, n);
    unsigned edits = c.items[k].cut + c.items[k].len;
    if (worth < most || (worth == most && edits >= least)) continue;
    most = worth;
    least = edits;
    *out = c.items[k];
  }
  return most > 0;
}

static uint64_t script_hash(const bede_script *s)
{
  return bede_hash(s, sizeof *s, 11) | 1;
}

typedef struct scripts {
  ranking r;
  bede_script *items;
} scripts;

static uint32_t add_script(scripts *s, const bede_script *script)
{
  uint32_t before = s->r.count;
  uint32_t at = ranking_add(&s->r, script_hash(script), before);
  if (at == before) {
    s->items = need(realloc(s->items, s->r.room * sizeof *s->items));
    s->items[at] = *script;
  }
  return at;
}

// Sorts the scripts by the number of their forms and renumbers the lemmas.
static void rank_scripts(trainer *t, scripts *s, counter *lemmas)
{
  uint32_t n = s->r.count;
  uint32_t *place = need(calloc(n + 1, sizeof *place));
  qsort(s->r.items, n, sizeof *s->r.items, by_count);
  t->scripts = need(calloc(n + 1, sizeof *t->scripts));
  t->script_count = n;
  for (uint32_t i = 0; i < n; i++) {
    t->scripts[i] = s->items[s->r.items[i].value];
    place[s->r.items[i].value] = i;
    if (s->r.items[i].count >= SCRIPT_LEAST && i < SCRIPT_OPEN_MAX)
      t->script_open = i + 1;
  }
  for (size_t i = 0; i < lemmas->slots; i++)
    if (lemmas->values[i]) lemmas->values[i] = place[lemmas->values[i] - 1] + 1;
  free(place);
  note("%u lemma scripts, %u predicted", n, t->script_open);
}

// --- collecting --------------------------------------------------------------

static void collect(trainer *t, tokens *all, ranking *feats)
{
  size_t room = 0;
  for (uint32_t i = 0; i < t->count; i++)
    room += t->samples[i].end - t->samples[i].begin;
  all->items = need(calloc(room + 1, sizeof *all->items));
  for (uint32_t i = 0; i < t->count; i++) {
    const sample *x = &t->samples[i];
    if (x->copy) continue;
    for (uint32_t k = x->begin; k < x->end; k++) {
      const bede_word *w = &x->doc->words.items[k];
      token *to = &all->items[all->count++];
      char lower[BEDE_MAX_FORM];
      size_t len;
      to->order = (uint32_t)all->count;
      to->form = bede_word_form(x->doc, k);
      to->key = bede_form_key(to->form, lower, &len);
      to->class = class_of(t, w);
      to->feats = ranking_add(feats, w->feats + 1, w->feats);
      bool torn = bede_str_is(w->lemma, "_") && !bede_str_is(to->form, "_");
      if (!torn) to->lemma = w->lemma;
    }
  }
}

static void rank_feats(trainer *t, ranking *r, tokens *all)
{
  uint32_t *place = need(calloc(r->count + 1, sizeof *place));
  qsort(r->items, r->count, sizeof *r->items, by_count);
  for (uint32_t i = 0; i < r->count; i++) {
    bool keep = r->items[i].count >= FEATS_LEAST && i < BEDE_MAX_CLASSES - 1;
    place[r->items[i].first] = keep ? i : UINT32_MAX;
    if (keep) t->feats[t->feats_count++] = r->items[i].value;
  }
  for (size_t i = 0; i < all->count; i++)
    all->items[i].feats = place[all->items[i].feats];
  free(place);
  note("%u values of FEATS", t->feats_count);
}

// --- dictionaries ------------------------------------------------------------

// The commonest FEATS of a run of tokens and their count.
static uint32_t majority(const token *x, size_t n, uint32_t *count)
{
  uint32_t best = UINT32_MAX;
  *count = 0;
  for (size_t i = 0; i < n; i++) {
    uint32_t value = x[i].feats, same = 0;
    for (size_t k = 0; k < n && k < 2000; k++)
      same += x[k].feats == value;
    if (same > *count && value != UINT32_MAX) {
      best = value;
      *count = same;
    }
    if (*count * 2 > n || i > 200) break;
  }
  return best;
}

static void class_feats(trainer *t, const tokens *all)
{
  for (uint32_t c = 0; c < t->class_count; c++) {
    uint32_t counts[BEDE_MAX_CLASSES] = {0}, total = 0, best = 0;
    for (size_t i = 0; i < all->count; i++) {
      const token *x = &all->items[i];
      if (x->class != c || x->feats == UINT32_MAX) continue;
      counts[x->feats]++;
      total++;
    }
    for (uint32_t f = 0; f < t->feats_count; f++)
      if (counts[f] > counts[best]) best = f;
    bool clear = counts[best] * 100.0 >= total * 98.0;
    t->classes[c].feats = clear ? (uint16_t)best : BEDE_MORPH_OPEN;
  }
}

// The lemma of a form with an XPOS; the first that is added stays.
static void add_lemma(const trainer *t, const token *x, size_t n, scripts *s,
                      counter *lemmas)
{
  bede_script script;
  uint8_t xpos = t->classes[x->class].xpos;
  uint32_t *at = counter_at(lemmas, bede_key_with(x->key, xpos));
  bool name = xpos == BEDE_XPOS_NNP || xpos == BEDE_XPOS_NNPS;
  if (!*at && best_script(x, n, name, &script))
    *at = add_script(s, &script) + 1;
}

// Several classes share an XPOS ("that" as IN is an SCONJ, and once an ADP for
// "than"): the largest class of the form comes first.
static void add_lemmas(const trainer *t, const token *x, size_t n, scripts *s,
                       counter *lemmas)
{
  size_t best = 0, best_n = 0;
  for (size_t k = 0, m; k < n; k = m) {
    for (m = k; m < n && x[m].class == x[k].class;)
      m++;
    if (m - k <= best_n) continue;
    best = k;
    best_n = m - k;
  }
  add_lemma(t, &x[best], best_n, s, lemmas);
  for (size_t k = 0, m; k < n; k = m) {
    for (m = k; m < n && x[m].class == x[k].class;)
      m++;
    add_lemma(t, &x[k], m - k, s, lemmas);
  }
}

static void add_form(const trainer *t, const token *x, size_t n,
                     counter *morphs)
{
  uint32_t count, feats = majority(x, n, &count);
  if (n < 3 || feats == UINT32_MAX) return;
  bool clear = count * 100 >= n * 97;
  uint32_t value = clear ? feats : BEDE_MORPH_OPEN;
  if (value == t->classes[x->class].feats) return;
  *counter_at(morphs, bede_key_with(x->key, x->class)) = value + 1;
}

static void build_dictionaries(trainer *t, const tokens *all, scripts *s,
                               counter *lemmas)
{
  counter morphs;
  counter_init(&morphs);
  for (size_t i = 0, end; i < all->count; i = end) {
    const token *x = &all->items[i];
    for (end = i; end < all->count && all->items[end].key == x->key;)
      end++;
    for (size_t k = i, m; k < end; k = m) {
      for (m = k; m < end && all->items[m].class == all->items[k].class;)
        m++;
      add_form(t, &all->items[k], m - k, &morphs);
    }
    add_lemmas(t, &all->items[i], end - i, s, lemmas);
  }
  t->morphs = dict_build(&morphs);
  counter_release(&morphs);
}

// --- irregular forms ---------------------------------------------------------

typedef struct irregular {
  trainer *t;
  counter *lemmas;
} irregular;

static uint32_t find_script(trainer *t, const bede_script *script)
{
  for (uint32_t i = 0; i < t->script_count; i++)
    if (memcmp(&t->scripts[i], script, sizeof *script) == 0) return i;
  size_t room = t->script_count + 1u;
  t->scripts = need(realloc(t->scripts, room * sizeof *t->scripts));
  t->scripts[t->script_count] = *script;
  return t->script_count++;
}

// Does the script that the treebanks gave lead to a word of the vocabulary?
// They have slips: "fled" of "flead".
static bool is_sound(const trainer *t, uint32_t script, bede_str form)
{
  char base[BEDE_MAX_FORM + 64], lower[BEDE_MAX_FORM];
  size_t len;
  if (!script) return false;
  bede_str made = {base,
                   bede_script_apply(&t->scripts[script - 1], form, base)};
  if (!made.len) return false;
  return bede_dict_get(&t->vocab, bede_form_key(made, lower, &len)) != 0;
}

// "kurdish" is of "Kurdish", unless the treebanks say else.
static void add_capital(irregular *ctx, bede_str form)
{
  char lower[BEDE_MAX_FORM];
  size_t len;
  bede_script script = {.keep = BEDE_SCRIPT_CAPITAL};
  uint64_t key = bede_form_key(form, lower, &len);
  uint32_t *at = counter_at(ctx->lemmas, bede_key_with(key, BEDE_XPOS_JJ));
  if (!*at) *at = find_script(ctx->t, &script) + 1;
}

static void add_irregular(void *context, bede_str form, bede_str base, char pos)
{
  static const uint8_t noun[] = {BEDE_XPOS_NNS, 0},
                       adj_er[] = {BEDE_XPOS_JJR, BEDE_XPOS_RBR, 0},
                       adj_est[] = {BEDE_XPOS_JJS, BEDE_XPOS_RBS, 0},
                       verb_s[] = {BEDE_XPOS_VBZ, 0},
                       verb_ing[] = {BEDE_XPOS_VBG, 0},
                       verb[] = {BEDE_XPOS_VBD, BEDE_XPOS_VBN, 0};
  irregular *ctx = context;
  const uint8_t *tags = noun;
  bede_script script;
  char lower[BEDE_MAX_FORM];
  size_t len;
  if (pos == 'a') tags = bede_str_ends(form, "r") ? adj_er : adj_est;
  if (pos == 'v') tags = verb;
  if (pos == 'v' && bede_str_ends(form, "s")) tags = verb_s;
  if (pos == 'v' && bede_str_ends(form, "ing")) tags = verb_ing;
  if (bede_str_eq(form, base)) {
    if (bede_is_upper((unsigned char)form.ptr[0])) add_capital(ctx, form);
    return;
  }
  if (!make_script(form, base, BEDE_SCRIPT_LOWER, &script)) return;
  uint64_t key = bede_form_key(form, lower, &len);
  for (; *tags; tags++) {
    uint32_t *at = counter_at(ctx->lemmas, bede_key_with(key, *tags));
    if (!is_sound(ctx->t, *at, form)) *at = find_script(ctx->t, &script) + 1;
  }
}

void lexicon_build(trainer *t, const char *wordnet)
{
  counter vocab, lemmas;
  counter_init(&vocab);
  counter_init(&lemmas);
  tokens all = {0};
  scripts s = {0};
  ranking feats = {0};
  find_classes(t);
  collect(t, &all, &feats);
  rank_feats(t, &feats, &all);
  class_feats(t, &all);
  qsort(all.items, all.count, sizeof *all.items, by_key);
  if (wordnet) wordnet_masks(&vocab, wordnet);
  build_dictionaries(t, &all, &s, &lemmas);
  rank_scripts(t, &s, &lemmas);
  t->vocab = dict_build(&vocab);
  irregular ctx = {t, &lemmas};
  if (wordnet) wordnet_exceptions(wordnet, add_irregular, &ctx);
  t->lemmas = dict_build(&lemmas);
  note("vocabulary %u, lemmas %u, morphs %u buckets", t->vocab.count,
       t->lemmas.count, t->morphs.count);
  counter_release(&vocab);
  counter_release(&lemmas);
  free(all.items);
}

// --- the look of every word --------------------------------------------------

static void look_sample(const trainer *t, sample *s)
{
  uint32_t n = s->end - s->begin;
  s->look = need(calloc(n + 1, sizeof *s->look));
  s->gold = need(calloc(n + 1, 1));
  s->seen = need(calloc(n + 1, sizeof *s->seen));
  bede_look_words(s->doc, s->begin, s->end, s->look);
  for (uint32_t k = 0; k < n; k++)
    s->gold[k] = (uint8_t)class_of(t, &s->doc->words.items[s->begin + k]);
}

static void count_uses(trainer *t)
{
  t->uses = need(calloc(1, sizeof *t->uses));
  counter_init(t->uses);
  for (uint32_t i = 0; i < t->count; i++) {
    const sample *s = &t->samples[i];
    for (uint32_t k = 0; k < s->end - s->begin && !s->copy; k++)
      ++*counter_at(t->uses, s->look[k].key);
  }
}

void lexicon_look(trainer *t)
{
  for (uint32_t i = 0; i < t->count; i++)
    look_sample(t, &t->samples[i]);
  if (!t->uses) count_uses(t);
  for (uint32_t i = 0; i < t->count; i++) {
    sample *s = &t->samples[i];
    for (uint32_t k = 0; k < s->end - s->begin; k++)
      s->seen[k] = *counter_at(t->uses, s->look[k].key);
  }
}

bool is_past(const bede_doc *doc, const bede_word *w)
{
  uint32_t i = (uint32_t)(w - doc->words.items);
  return w->upos == BEDE_UPOS_VERB &&
         (w->xpos == BEDE_XPOS_VBD || w->xpos == BEDE_XPOS_VBN) &&
         bede_str_ends(bede_word_form(doc, i), "ed");
}

// The class of a word for the set of its tags: what is a participle somewhere
// is a past tense elsewhere.
static uint32_t set_class(const trainer *t, const sample *s, uint32_t k)
{
  bede_word w = s->doc->words.items[s->begin + k];
  if (!is_past(s->doc, &s->doc->words.items[s->begin + k])) return s->gold[k];
  w.xpos = BEDE_XPOS_VBD;
  return class_of(t, &w);
}

// The tags that make up a tenth of the uses of a form. A set has a number from
// 1 on.
static uint64_t tags_of(const trainer *t, counter *uses, uint64_t key,
                        uint32_t total)
{
  uint64_t set = 1;
  for (uint32_t c = 0; c < t->class_count; c++)
    if (*counter_at(uses, bede_key_with(key, c)) * 10 >= total)
      set = bede_key_with(set, c);
  return set;
}

void lexicon_tags(trainer *t)
{
  counter uses, sets;
  uint32_t count = 0;
  counter_init(&uses);
  counter_init(&sets);
  t->tag_sets = need(calloc(1, sizeof *t->tag_sets));
  counter_init(t->tag_sets);
  for (uint32_t i = 0; i < t->count; i++) {
    const sample *s = &t->samples[i];
    for (uint32_t k = 0; k < s->end - s->begin && !s->copy; k++)
      ++*counter_at(&uses, bede_key_with(s->look[k].key, set_class(t, s, k)));
  }
  for (uint32_t i = 0; i < t->count; i++) {
    const sample *s = &t->samples[i];
    for (uint32_t k = 0; k < s->end - s->begin; k++) {
      if (s->seen[k] < KNOWN_LEAST) continue;
      uint64_t key = s->look[k].key;
      uint32_t *at = counter_at(t->tag_sets, key);
      if (*at) continue;
      uint32_t *set = counter_at(&sets, tags_of(t, &uses, key, s->seen[k]));
      if (!*set) *set = ++count;
      *at = *set;
    }
  }
  counter_release(&uses);
  counter_release(&sets);
  note("%u sets of tags", count);
}
