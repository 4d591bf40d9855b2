// WordNet 3.0 (the folder of its database files): parts of speech of single
// words, kinds of proper names, irregular forms.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/os.h"
#include "base/str.h"
#include "train.h"

static void read_file(const char *dir, const char *name, bede_buf *out)
{
  char path[BEDE_MAX_PATH];
  bede_error err = {0};
  bede_buf_init(out, 0);
  int n = snprintf(path, sizeof path, "%s/%s", dir, name);
  if (n < 0 || (size_t)n >= sizeof path) die("%s: the path is too long", dir);
  if (bede_os_read_file(path, out, &err)) die("%s: %s", path, err.message);
}

static void add_mask(counter *vocab, bede_str word, uint32_t mask)
{
  char lower[BEDE_MAX_FORM];
  size_t len;
  *counter_at(vocab, bede_form_key(word, lower, &len)) |= mask;
}

static void index_masks(counter *vocab, const char *dir, const char *name,
                        uint32_t mask)
{
  bede_buf file;
  read_file(dir, name, &file);
  bede_str rest = bede_buf_str(&file), line, word;
  while (rest.ptr) {
    rest = bede_str_cut(rest, '\n', &line);
    if (!line.len || line.ptr[0] == ' ') continue;
    bede_str_cut(line, ' ', &word);
    if (!memchr(word.ptr, '_', word.len)) add_mask(vocab, word, mask);
  }
  bede_buf_release(&file);
}

// Lexicographer files of nouns: group, location, person.
static uint32_t name_mask(bede_str file_number)
{
  if (bede_str_is(file_number, "14")) return BEDE_MASK_ORG;
  if (bede_str_is(file_number, "15")) return BEDE_MASK_LOC;
  return bede_str_is(file_number, "18") ? BEDE_MASK_PER : 0;
}

// Every capitalised part of a proper name ("New_York") gets the mask.
static void name_parts(counter *vocab, bede_str name, uint32_t mask)
{
  while (name.ptr) {
    bede_str part;
    name = bede_str_cut(name, '_', &part);
    if (part.len > 1 && bede_is_upper((unsigned char)part.ptr[0]))
      add_mask(vocab, part, mask);
  }
}

static void noun_names(counter *vocab, const char *dir)
{
  bede_buf file;
  read_file(dir, "data.noun", &file);
  bede_str rest = bede_buf_str(&file), line, field;
  while (rest.ptr) {
    rest = bede_str_cut(rest, '\n', &line);
    if (!line.len || line.ptr[0] == ' ') continue;
    line = bede_str_cut(line, ' ', &field); // offset
    line = bede_str_cut(line, ' ', &field); // lexicographer file
    uint32_t mask = name_mask(field);
    line = bede_str_cut(line, ' ', &field); // n
    line = bede_str_cut(line, ' ', &field); // words, two hex digits
    char digits[3] = {0};
    memcpy(digits, field.ptr, field.len < 2 ? field.len : 2);
    long count = strtol(digits, NULL, 16);
    for (long i = 0; mask && i < count && line.ptr; i++) {
      line = bede_str_cut(line, ' ', &field);
      name_parts(vocab, field, mask);
      line = bede_str_cut(line, ' ', &field); // lex_id
    }
  }
  bede_buf_release(&file);
}

void wordnet_masks(counter *vocab, const char *dir)
{
  index_masks(vocab, dir, "index.noun", BEDE_MASK_NOUN);
  index_masks(vocab, dir, "index.verb", BEDE_MASK_VERB);
  index_masks(vocab, dir, "index.adj", BEDE_MASK_ADJ);
  index_masks(vocab, dir, "index.adv", BEDE_MASK_ADV);
  noun_names(vocab, dir);
}

// --- capitals ----------------------------------------------------------------

// Calls `each` with every single word of a data file; adjectives may have a
// marker, "akin(p)".
static void each_word(bede_str rest, void (*each)(void *, bede_str),
                      void *context)
{
  bede_str line, field;
  while (rest.ptr) {
    rest = bede_str_cut(rest, '\n', &line);
    if (!line.len || line.ptr[0] == ' ') continue;
    for (unsigned i = 0; i < 3; i++)
      line = bede_str_cut(line, ' ', &field); // offset, file, type
    line = bede_str_cut(line, ' ', &field);   // words, two hex digits
    char digits[3] = {0};
    memcpy(digits, field.ptr, field.len < 2 ? field.len : 2);
    long count = strtol(digits, NULL, 16);
    for (long i = 0; i < count && line.ptr; i++) {
      line = bede_str_cut(line, ' ', &field);
      bede_str_cut(field, '(', &field);
      if (!memchr(field.ptr, '_', field.len)) each(context, field);
      line = bede_str_cut(line, ' ', &field); // lex_id
    }
  }
}

typedef struct capitals {
  counter *small; // words that are written without a capital
  wordnet_each *each;
  void *context;
} capitals;

static uint64_t word_key(bede_str word)
{
  char lower[BEDE_MAX_FORM];
  size_t len;
  return bede_form_key(word, lower, &len);
}

static void note_small(void *context, bede_str word)
{
  capitals *c = context;
  if (bede_is_lower((unsigned char)word.ptr[0]))
    *counter_at(c->small, word_key(word)) = 1;
}

static void give_capital(void *context, bede_str word)
{
  capitals *c = context;
  if (word.len < 2 || !bede_is_upper((unsigned char)word.ptr[0])) return;
  for (size_t i = 1; i < word.len; i++)
    if (bede_is_upper((unsigned char)word.ptr[i])) return; // "BC"
  if (!*counter_at(c->small, word_key(word)))
    c->each(c->context, word, word, 'a');
}

// Adjectives that are never written without a capital are their own base:
// "Kurdish".
static void capital_adjectives(const char *dir, wordnet_each *each,
                               void *context)
{
  bede_buf file;
  counter small;
  capitals c = {&small, each, context};
  counter_init(&small);
  read_file(dir, "data.adj", &file);
  each_word(bede_buf_str(&file), note_small, &c);
  each_word(bede_buf_str(&file), give_capital, &c);
  bede_buf_release(&file);
  counter_release(&small);
}

// --- irregular forms ---------------------------------------------------------

void wordnet_exceptions(const char *dir, wordnet_each *each, void *context)
{
  static const struct {
    const char *name;
    char pos;
  } files[] = {{"noun.exc", 'n'}, {"verb.exc", 'v'}, {"adj.exc", 'a'}};
  for (unsigned i = 0; i < 3; i++) {
    bede_buf file;
    read_file(dir, files[i].name, &file);
    bede_str rest = bede_buf_str(&file), line, form, base;
    while (rest.ptr) {
      rest = bede_str_cut(rest, '\n', &line);
      bede_str more = bede_str_cut(line, ' ', &form);
      if (!more.ptr) continue;
      bede_str_cut(more, ' ', &base);
      bool single = !memchr(line.ptr, '_', line.len);
      if (single && form.len && base.len)
        each(context, form, base, files[i].pos);
    }
    bede_buf_release(&file);
  }
  capital_adjectives(dir, each, context);
}
