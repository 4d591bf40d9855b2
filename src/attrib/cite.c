// Reference markers in the text and the list of references they may lead to.
#include "attrib/work.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/str.h"

#define MAX_ENTRIES 4096u // references at the end of one document

typedef struct entry { // one line of the list of references
  uint32_t number;
  bede_span span;
} entry;

typedef BEDE_LIST(entry) entries;

// Reads the number that leads a line: "[3] ...", "3. ...", "3) ...". The line
// must go on after it.
static bool leading_number(bede_str line, uint32_t *number)
{
  size_t i = 0, digits;
  bool bracket = false;
  line = bede_str_trim(line);
  if (i < line.len && line.ptr[i] == '[') {
    bracket = true;
    i++;
  }
  while (i < line.len && line.ptr[i] == ' ')
    i++;
  digits = i;
  while (i < line.len && bede_is_digit((unsigned char)line.ptr[i]))
    i++;
  if (i == digits || !bede_str_u32(bede_str_sub(line, digits, i), number))
    return false;
  while (i < line.len && line.ptr[i] == ' ')
    i++;
  if (i >= line.len) return false;
  if (bracket ? line.ptr[i] != ']' : line.ptr[i] != '.' && line.ptr[i] != ')')
    return false;
  return bede_str_trim(bede_str_sub(line, i + 1, line.len)).len > 0;
}

// The lines at the end of the text that begin with numbers, from the last one
// up. *begin gets where the list starts.
static bede_status list_find(const bede_doc *doc, entries *list,
                             uint32_t *begin)
{
  bede_str text = doc->text;
  size_t end = text.len;
  *begin = (uint32_t)text.len;
  while (end > doc->body_begin && list->count < MAX_ENTRIES) {
    size_t start = end;
    while (start > doc->body_begin && text.ptr[start - 1] != '\n')
      start--;
    bede_str line = bede_str_sub(text, start, end);
    uint32_t number;
    if (leading_number(line, &number)) {
      entry *e = BEDE_LIST_PUSH(list, doc->arena, MAX_ENTRIES);
      if (!e) return BEDE_ENOMEM;
      bede_str body = bede_str_trim(line);
      e->number = number;
      e->span.begin = (uint32_t)(body.ptr - text.ptr);
      e->span.end = e->span.begin + (uint32_t)body.len;
      *begin = e->span.begin;
    } else if (bede_str_trim(line).len > 0) {
      break;
    }
    if (start == doc->body_begin) break;
    end = start - 1;
  }
  return BEDE_OK;
}

static int by_number(const void *x, const void *y)
{
  const entry *a = x, *b = y;
  if (a->number != b->number) return a->number < b->number ? -1 : 1;
  return a->span.begin < b->span.begin ? -1 : a->span.begin > b->span.begin;
}

static bede_span target_of(const entries *list, uint32_t number)
{
  uint32_t lo = 0, hi = list->count;
  bede_span none = {0, 0};
  while (lo < hi) {
    uint32_t mid = lo + (hi - lo) / 2;
    if (list->items[mid].number < number) {
      lo = mid + 1;
    } else {
      hi = mid;
    }
  }
  if (lo < list->count && list->items[lo].number == number)
    return list->items[lo].span;
  return none;
}

static bool is_marker(const bede_doc *doc, uint32_t word)
{
  return doc->words.items[word].flags & BEDE_WORD_MARKER;
}

// Words of one marker: up to its closing bracket.
static uint32_t marker_end(const bede_doc *doc, uint32_t word, uint32_t end)
{
  uint32_t i = word;
  while (i < end && is_marker(doc, i)) {
    bede_str form = bede_word_form(doc, i++);
    if (form.len && form.ptr[form.len - 1] == ']') break;
  }
  return i;
}

// The sentence whose words the marker backs: its own when words stand before it
// there, else the one before in the same paragraph.
static uint32_t backed_sentence(const bede_doc *doc, uint32_t sentence,
                                uint32_t word)
{
  const bede_sentence *s = &doc->sentences.items[sentence];
  for (uint32_t i = s->word_begin; i < word; i++)
    if (!bede_attrib_punct(doc, i)) return sentence;
  if (sentence > 0 &&
      doc->sentences.items[sentence - 1].paragraph == s->paragraph)
    return sentence - 1;
  return sentence;
}

static bede_str digits_of(bede_str marker)
{
  size_t begin = 0, end = marker.len;
  while (begin < end && !bede_is_alnum((unsigned char)marker.ptr[begin]))
    begin++;
  while (end > begin && !bede_is_alnum((unsigned char)marker.ptr[end - 1]))
    end--;
  return bede_str_sub(marker, begin, end);
}

static bede_status cite_add(bede_doc *doc, const entries *list,
                            uint32_t sentence, uint32_t begin, uint32_t end)
{
  bede_citation *c =
      BEDE_LIST_PUSH(&doc->citations, doc->arena, BEDE_MAX_WORDS);
  uint32_t number;
  if (!c) return BEDE_ENOMEM;
  c->span = bede_attrib_span(doc, begin, end);
  c->kind = BEDE_CITE_MARKER;
  c->marker = digits_of(bede_doc_str(doc, c->span));
  c->sentence = backed_sentence(doc, sentence, begin);
  if (bede_str_u32(c->marker, &number)) c->target = target_of(list, number);
  return BEDE_OK;
}

bede_status bede_cites_find(bede_doc *doc)
{
  entries list = {0};
  uint32_t list_begin;
  BEDE_TRY(list_find(doc, &list, &list_begin));
  if (list.count) qsort(list.items, list.count, sizeof *list.items, by_number);
  for (uint32_t s = 0; s < doc->sentences.count; s++) {
    const bede_sentence *sentence = &doc->sentences.items[s];
    uint32_t w = sentence->word_begin;
    while (w < sentence->word_end) {
      if (!is_marker(doc, w) || doc->words.items[w].span.begin >= list_begin) {
        w++;
        continue;
      }
      uint32_t end = marker_end(doc, w, sentence->word_end);
      BEDE_TRY(cite_add(doc, &list, s, w, end));
      w = end;
    }
  }
  return BEDE_OK;
}

static bede_status cite_link(bede_doc *doc, uint32_t cite, uint32_t claim)
{
  bede_citation *c = &doc->citations.items[cite];
  bede_claim *k = &doc->claims.items[claim];
  uint32_t *a = BEDE_LIST_PUSH(&c->claims, doc->arena, BEDE_MAX_CLAIMS);
  if (!a) return BEDE_ENOMEM;
  *a = claim;
  uint32_t *b = BEDE_LIST_PUSH(&k->cites, doc->arena, BEDE_MAX_WORDS);
  if (!b) return BEDE_ENOMEM;
  *b = cite;
  if (c->target.end == 0) k->flags |= BEDE_FLAG_UNRESOLVED_CITATION;
  return BEDE_OK;
}

// Both lists are in text order; a sentence has few claims and markers.
bede_status bede_cites_attach(bede_doc *doc)
{
  uint32_t first = 0;
  for (uint32_t i = 0; i < doc->citations.count; i++) {
    uint32_t sentence = doc->citations.items[i].sentence;
    while (first < doc->claims.count &&
           doc->claims.items[first].sentence < sentence)
      first++;
    for (uint32_t k = first;
         k < doc->claims.count && doc->claims.items[k].sentence == sentence;
         k++)
      BEDE_TRY(cite_link(doc, i, k));
  }
  return BEDE_OK;
}
