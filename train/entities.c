// Names from GUM's entity annotation. GUM marks every mention with its type and
// the words of its head; a mention of a person, place or organization whose
// head is a proper noun is a name, and its span is cut to the name itself as
// Universal NER does: "the [University of Portsmouth]", "[Obama] himself".
#include <stdlib.h>
#include <string.h>

#include "base/os.h"
#include "base/str.h"
#include "train.h"

enum { OPEN_MAX = 64 }; // mentions open at one place

typedef struct open_mention {
  bede_str id;
  bede_str rest; // what follows the id: type-infstat-...-minspan-...
  uint32_t begin;
} open_mention;

typedef struct scan {
  sample *s;
  open_mention open[OPEN_MAX];
  uint32_t depth;
} scan;

static bede_str field_at(bede_str s, unsigned n)
{
  bede_str field = {NULL, 0};
  for (unsigned i = 0; i <= n && s.ptr; i++)
    s = bede_str_cut(s, '-', &field);
  return field;
}

static unsigned kind_of(bede_str type)
{
  if (bede_str_is(type, "person")) return BEDE_NER_B_PER;
  if (bede_str_is(type, "organization")) return BEDE_NER_B_ORG;
  if (bede_str_is(type, "place")) return BEDE_NER_B_LOC;
  return BEDE_NER_O;
}

static bool is_name(const sample *s, uint32_t i)
{
  const bede_word *w = &s->doc->words.items[s->begin + i];
  return w->upos == BEDE_UPOS_PROPN;
}

static bool is_form(const sample *s, uint32_t i, const char *z)
{
  return bede_str_eq_nocase(bede_word_form(s->doc, s->begin + i),
                            bede_str_from(z));
}

// Does the name go on over word i (a hyphen, "of" in organizations)?
static bool joins(const sample *s, uint32_t i, unsigned kind)
{
  if (is_form(s, i, "-")) return true;
  if (kind != BEDE_NER_B_ORG) return false;
  return is_form(s, i, "of") || is_form(s, i, "for") || is_form(s, i, "&") ||
         is_form(s, i, "and") || is_form(s, i, "the");
}

static uint32_t name_begin(const sample *s, uint32_t head, uint32_t begin,
                           unsigned kind)
{
  uint32_t from = head;
  for (uint32_t i = head; i-- > begin;) {
    if (is_name(s, i))
      from = i;
    else if (!joins(s, i, kind))
      break;
  }
  return from;
}

static uint32_t name_end(const sample *s, uint32_t head, uint32_t end,
                         unsigned kind)
{
  uint32_t to = head + 1;
  for (uint32_t i = head + 1; i < end; i++) {
    if (is_name(s, i))
      to = i + 1;
    else if (!joins(s, i, kind))
      break;
  }
  return to;
}

// Marks the name in the mention [begin, end); inner mentions come first and
// give way to outer ones.
static void close_mention(sample *s, const open_mention *m, uint32_t end)
{
  unsigned kind = kind_of(field_at(m->rest, 0));
  bede_str head_text, spans = field_at(m->rest, 4);
  uint32_t head;
  bede_str_cut(spans, ',', &head_text);
  if (kind == BEDE_NER_O || !bede_str_u32(head_text, &head) || !head) return;
  head += m->begin - 1;
  if (head >= end || !is_name(s, head)) return;
  uint32_t from = name_begin(s, head, m->begin, kind);
  uint32_t to = name_end(s, head, end, kind);
  bede_word *w = s->doc->words.items + s->begin;
  // A name that is cut in two would leave a tail without a beginning.
  for (uint32_t i = to; i < s->end - s->begin && w[i].ner && w[i].ner % 2 == 0;)
    w[i++].ner = BEDE_NER_O;
  for (uint32_t i = from; i < to; i++)
    w[i].ner = (uint8_t)(i == from ? kind : kind + 1);
}

static void open_at(scan *x, bede_str text, uint32_t at)
{
  if (x->depth == OPEN_MAX) die("too many open mentions");
  open_mention *m = &x->open[x->depth++];
  m->rest = bede_str_cut(text, '-', &m->id);
  m->begin = at;
}

static void close_at(scan *x, bede_str id, uint32_t end)
{
  for (uint32_t i = x->depth; i-- > 0;) {
    if (id.len && !bede_str_eq(x->open[i].id, id)) continue;
    close_mention(x->s, &x->open[i], end);
    memmove(&x->open[i], &x->open[i + 1], (x->depth - i - 1) * sizeof *x->open);
    x->depth--;
    return;
  }
}

// "(1-person-...(2-place-...)3)": opens at word `at`, closes after it.
static void scan_entities(scan *x, bede_str s, uint32_t at)
{
  for (size_t i = 0; i < s.len;) {
    size_t from = i;
    if (s.ptr[i] == '(') {
      for (i++, from++; i < s.len && s.ptr[i] != '(' && s.ptr[i] != ')';)
        i++;
      open_at(x, bede_str_sub(s, from, i), at);
      if (i == s.len || s.ptr[i] != ')') continue;
      bede_str none = {NULL, 0}; // closes what was opened last
      close_at(x, none, at + 1);
      i++;
    } else {
      while (i < s.len && s.ptr[i] != ')' && s.ptr[i] != '(')
        i++;
      close_at(x, bede_str_sub(s, from, i), at + 1);
      i += i < s.len;
    }
  }
}

static bede_str misc_entity(bede_str misc)
{
  bede_str none = {NULL, 0}, item;
  while (misc.ptr) {
    misc = bede_str_cut(misc, '|', &item);
    if (bede_str_starts(item, "Entity="))
      return bede_str_sub(item, 7, item.len);
  }
  return none;
}

static bool word_misc(bede_str line, bede_str *misc)
{
  bede_str column;
  if (!line.len || line.ptr[0] == '#') return false;
  for (unsigned i = 0; i < 9; i++) {
    line = bede_str_cut(line, '\t', &column);
    if (!i && (memchr(column.ptr, '-', column.len) ||
               memchr(column.ptr, '.', column.len)))
      return false;
  }
  *misc = line;
  return true;
}

void corpus_entities(trainer *t, const char *path, uint32_t first)
{
  bede_error err = {0};
  bede_buf file;
  bede_buf_init(&file, 0);
  if (bede_os_read_file(path, &file, &err)) return;
  bede_str rest = bede_buf_str(&file), line, misc;
  uint32_t at = 0, names = 0;
  scan x = {0};
  for (uint32_t i = first; rest.ptr && i < t->count;) {
    x.s = &t->samples[i];
    rest = bede_str_cut(rest, '\n', &line);
    if (word_misc(line, &misc)) scan_entities(&x, misc_entity(misc), at++);
    if (line.len || !at) continue;
    x.s->named = x.s->derived = true;
    for (uint32_t k = x.s->begin; k < x.s->end; k++)
      names += x.s->doc->words.items[k].ner % 2;
    x.depth = at = 0;
    i++;
  }
  note("%s: %u names", path, names);
  bede_buf_release(&file);
}
