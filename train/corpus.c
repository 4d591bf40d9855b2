// Treebanks as samples: reading, names, copies as headlines.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/os.h"
#include "base/str.h"
#include "lang/conllu.h"
#include "train.h"

static sample *add_sample(trainer *t)
{
  if (t->count == t->room) {
    t->room = t->room ? t->room * 2 : 1024;
    t->samples = need(realloc(t->samples, t->room * sizeof *t->samples));
  }
  sample *s = &t->samples[t->count++];
  memset(s, 0, sizeof *s);
  return s;
}

static bede_doc *new_doc(void)
{
  bede_arena *arena = need(calloc(1, sizeof *arena));
  bede_doc *doc = need(calloc(1, sizeof *doc));
  bede_arena_init(arena);
  bede_doc_init(doc, arena);
  return doc;
}

static void add_sentences(trainer *t, bede_doc *doc)
{
  for (uint32_t i = 0; i < doc->sentences.count; i++) {
    const bede_sentence *s = &doc->sentences.items[i];
    sample *x = add_sample(t);
    x->doc = doc;
    x->begin = s->word_begin;
    x->end = s->word_end;
    bede_tree_link(doc, i);
  }
}

void corpus_read(trainer *t, const char *path, bool required)
{
  bede_error err = {0};
  bede_buf *file = need(calloc(1, sizeof *file)); // lives as long as the lemmas
  bede_buf_init(file, 0);
  if (bede_os_read_file(path, file, &err)) {
    if (required) die("%s: %s", path, err.message);
    return;
  }
  bede_doc *doc = new_doc();
  bede_conllu kept;
  size_t at = 0;
  if (bede_conllu_read(bede_buf_str(file), &at, UINT32_MAX, doc, &kept, &err))
    die("%s: line %u: %s", path, err.line, err.message);
  add_sentences(t, doc);
  note("%s: %u sentences, %u words", path, doc->sentences.count,
       doc->words.count);
}

void corpus_limit(trainer *t, uint32_t count)
{
  if (count && count < t->count) t->count = count;
}

// --- names -------------------------------------------------------------------

// The key of a sentence: the hash of its forms.
static uint64_t sample_key(const sample *s)
{
  uint64_t h = 7;
  for (uint32_t i = s->begin; i < s->end; i++) {
    bede_str form = bede_word_form(s->doc, i);
    h = bede_hash(form.ptr, form.len, h);
  }
  return h;
}

static uint8_t name_of(bede_str tag)
{
  for (unsigned i = 0; i < BEDE_NER_COUNT; i++)
    if (bede_str_is(tag, bede_ner_name((bede_ner)i))) return (uint8_t)i;
  return BEDE_NER_O;
}

static void give_names(trainer *t, counter *index, uint64_t key,
                       const uint8_t *names, uint32_t count)
{
  uint32_t at = *counter_at(index, key);
  if (!at || !count) return;
  sample *s = &t->samples[at - 1];
  if (s->end - s->begin != count) return;
  for (uint32_t i = 0; i < count; i++)
    s->doc->words.items[s->begin + i].ner = names[i];
  s->named = true;
}

static void index_samples(const trainer *t, counter *index)
{
  counter_init(index);
  for (uint32_t i = 0; i < t->count; i++)
    *counter_at(index, sample_key(&t->samples[i])) = i + 1;
}

// Equal sentences share their first annotation's place: the last one wins.
static void spread_names(trainer *t, counter *index)
{
  uint32_t named = 0;
  for (uint32_t i = 0; i < t->count; i++) {
    sample *s = &t->samples[i];
    const sample *from = &t->samples[*counter_at(index, sample_key(s)) - 1];
    if (from != s && from->named)
      for (uint32_t k = 0; k < s->end - s->begin; k++)
        s->doc->words.items[s->begin + k].ner =
            from->doc->words.items[from->begin + k].ner;
    s->named = from->named;
    named += s->named;
  }
  note("%u sentences have names", named);
}

void corpus_names(trainer *t, const char *path)
{
  bede_error err = {0};
  bede_buf file;
  bede_buf_init(&file, 0);
  if (bede_os_read_file(path, &file, &err)) die("%s: %s", path, err.message);
  counter index;
  index_samples(t, &index);
  bede_str rest = bede_buf_str(&file), line, form, tag;
  uint8_t names[BEDE_MAX_SENTENCE_WORDS];
  uint32_t count = 0;
  uint64_t key = 7;
  while (rest.ptr) {
    rest = bede_str_cut(rest, '\n', &line);
    if (line.len && line.ptr[0] == '#') continue;
    if (!line.len) {
      give_names(t, &index, key, names, count);
      count = 0;
      key = 7;
      continue;
    }
    bede_str id;
    tag = bede_str_cut(bede_str_cut(line, '\t', &id), '\t', &form);
    if (memchr(id.ptr, '-', id.len) || memchr(id.ptr, '.', id.len)) continue;
    if (count < BEDE_MAX_SENTENCE_WORDS) names[count++] = name_of(tag);
    key = bede_hash(form.ptr, form.len, key);
  }
  spread_names(t, &index);
  counter_release(&index);
  bede_buf_release(&file);
}

// --- copies in the manner of headlines ---------------------------------------

enum { COPY_BARE, COPY_TITLE, COPY_LOWER, COPY_UPPER, COPY_KINDS };

static void set_case(char *s, size_t len, int kind, bool minor)
{
  for (size_t i = 0; i < len; i++) {
    unsigned char c = (unsigned char)s[i];
    if (kind == COPY_LOWER && bede_is_upper(c)) s[i] = (char)(c + 32);
    if (kind == COPY_UPPER && bede_is_lower(c)) s[i] = (char)(c - 32);
    if (kind == COPY_TITLE && i == 0 && !minor && bede_is_lower(c))
      s[i] = (char)(c - 32);
  }
}

// Words that titles keep small: articles, prepositions, conjunctions.
static bool is_minor(const bede_word *w)
{
  return w->upos == BEDE_UPOS_DET || w->upos == BEDE_UPOS_ADP ||
         w->upos == BEDE_UPOS_CCONJ || w->upos == BEDE_UPOS_PART;
}

static bool last_falls(const sample *s)
{
  const bede_word *w = &s->doc->words.items[s->end - 1];
  return s->end - s->begin > 3 && w->upos == BEDE_UPOS_PUNCT &&
         w->first_child == BEDE_NONE && w->head != BEDE_NONE;
}

static void copy_words(const sample *from, uint32_t end, bede_doc *doc,
                       char *text, int kind)
{
  uint32_t base = doc->words.count;
  for (uint32_t i = from->begin; i < end; i++) {
    bede_word *w = BEDE_LIST_PUSH(&doc->words, doc->arena, BEDE_MAX_WORDS);
    *(bede_word *)need(w) = from->doc->words.items[i];
    uint32_t len = w->span.end - w->span.begin;
    memcpy(text + doc->text.len, from->doc->text.ptr + w->span.begin, len);
    set_case(text + doc->text.len, len, kind,
             is_minor(w) && i != from->begin && len < 5);
    w->span.begin = (uint32_t)doc->text.len;
    w->span.end = w->span.begin + len;
    doc->text.len += len + 1;
    if (w->head != BEDE_NONE) w->head = w->head - from->begin + base;
  }
}

static void copy_sample(trainer *t, uint32_t index, bede_doc *doc, char *text,
                        int kind)
{
  sample *x = add_sample(t);
  const sample *from = &t->samples[index];
  uint32_t end = last_falls(from) ? from->end - 1 : from->end;
  uint32_t begin = doc->words.count;
  copy_words(from, end, doc, text, kind);
  bede_sentence *s = BEDE_LIST_PUSH(&doc->sentences, doc->arena, UINT32_MAX);
  need(s);
  s->word_begin = x->begin = begin;
  s->word_end = x->end = doc->words.count;
  x->doc = doc;
  x->named = from->named;
  x->derived = from->derived;
  x->copy = true;
  bede_tree_link(doc, doc->sentences.count - 1);
}

void corpus_augment(trainer *t, double share, uint64_t seed)
{
  rng r = {seed};
  uint32_t count = t->count;
  size_t bytes = 1;
  for (uint32_t i = 0; i < count; i++)
    for (uint32_t k = t->samples[i].begin; k < t->samples[i].end; k++)
      bytes += bede_word_form(t->samples[i].doc, k).len + 1;
  bede_doc *doc = new_doc();
  char *text = bede_arena_alloc(doc->arena, bytes);
  doc->text.ptr = need(text);
  for (uint32_t i = 0; i < count; i++) {
    if (rng_unit(&r) >= share) continue;
    // half of the copies only lose their full stop, a third are in title case
    uint32_t dice = rng_below(&r, 12);
    int kind = dice < 5    ? COPY_BARE
               : dice < 9  ? COPY_TITLE
               : dice < 11 ? COPY_LOWER
                           : COPY_UPPER;
    copy_sample(t, i, doc, text, kind);
  }
  note("%u copies as headlines", t->count - count);
}
