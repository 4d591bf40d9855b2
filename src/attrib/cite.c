// Reference markers and links in the text, and the list of references that
// they may lead to.
#include "attrib/work.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/str.h"

enum {
  MAX_RANGE = 32,  // numbers of one "[3-9]"
  MAX_ANCHOR = 24, // words of the text of a link
  MAX_BESIDE = 64, // citations side by side
  NUMBER_BYTES = 4 // of a marker's number, with its end
};

// What a reference and a marker that leads to it have in common.
typedef struct key {
  bool note;
  uint32_t number;
  char letter; // "12a", 0 none
  uint32_t index;
} key;

typedef struct finder {
  bede_doc *doc;
  key *keys; // of the references that have a label, in order
  uint32_t key_count;
  bool *cited;     // by reference
  bool bracketed;  // the text has markers in brackets or above the line
  bede_str *links; // addresses in references, in order ...
  uint32_t *link_of, link_count; // ... and which these are
} finder;

// --- the list of references ---

static key key_of(bede_str label)
{
  key k = {0};
  size_t at = 0;
  while (at < label.len && !bede_is_digit((unsigned char)label.ptr[at])) {
    k.note |= bede_is_alpha((unsigned char)label.ptr[at]);
    at++;
  }
  for (; at < label.len && bede_is_digit((unsigned char)label.ptr[at]); at++)
    k.number = k.number * 10 + (uint32_t)(label.ptr[at] - '0');
  if (at < label.len) k.letter = label.ptr[at];
  return k;
}

static int by_key(const void *x, const void *y)
{
  const key *a = x, *b = y;
  if (a->note != b->note) return a->note < b->note ? -1 : 1;
  if (a->number != b->number) return a->number < b->number ? -1 : 1;
  if (a->letter != b->letter) return a->letter < b->letter ? -1 : 1;
  return a->index < b->index ? -1 : a->index > b->index;
}

static int order_of(const key *a, key b)
{
  b.index = a->index;
  return by_key(a, &b);
}

// The first reference with this key, or BEDE_NONE.
static uint32_t find_key(const finder *f, key wanted)
{
  uint32_t lo = 0, hi = f->key_count;
  while (lo < hi) {
    uint32_t mid = lo + (hi - lo) / 2;
    if (order_of(&f->keys[mid], wanted) < 0) {
      lo = mid + 1;
    } else {
      hi = mid;
    }
  }
  if (lo == f->key_count || order_of(&f->keys[lo], wanted)) return BEDE_NONE;
  return f->keys[lo].index;
}

// A number may lead to a note where there is no list beside the notes.
static uint32_t reference_of(const finder *f, key wanted)
{
  uint32_t found = find_key(f, wanted);
  if (found != BEDE_NONE || wanted.note) return found;
  wanted.note = true;
  return find_key(f, wanted);
}

// The address in `text` without what addresses begin with; absent when none.
static bede_str address_in(bede_str text)
{
  bede_str none = {NULL, 0};
  size_t at = 0;
  for (; at + 4 <= text.len; at++) {
    bede_str rest = bede_str_sub(text, at, text.len);
    if (bede_str_starts(rest, "http://") || bede_str_starts(rest, "www.") ||
        bede_str_starts(rest, "https://"))
      break;
  }
  if (at + 4 > text.len) return none;
  text = bede_str_sub(text, at, text.len);
  if (bede_str_starts(text, "http"))
    text = bede_str_sub(text, text.ptr[4] == 's' ? 8 : 7, text.len);
  if (bede_str_starts(text, "www.")) text = bede_str_sub(text, 4, text.len);
  size_t end = 0;
  while (end < text.len && (unsigned char)text.ptr[end] > ' ')
    end++;
  while (end && (text.ptr[end - 1] == '/' || text.ptr[end - 1] == '.'))
    end--;
  return bede_str_sub(text, 0, end);
}

typedef struct address {
  bede_str text;
  uint32_t index;
} address;

static int by_address(const void *x, const void *y)
{
  const address *a = x, *b = y;
  int order = bede_str_cmp(a->text, b->text);
  if (order) return order;
  return a->index < b->index ? -1 : a->index > b->index;
}

static bede_status links_index(finder *f)
{
  const bede_doc *doc = f->doc;
  uint32_t n = doc->references.count;
  address *list = bede_arena_array(doc->arena, n + 1u, sizeof *list);
  f->links = bede_arena_array(doc->arena, n + 1u, sizeof *f->links);
  f->link_of = bede_arena_array(doc->arena, n + 1u, sizeof *f->link_of);
  if (!list || !f->links || !f->link_of) return BEDE_ENOMEM;
  for (uint32_t i = 0; i < n; i++) {
    bede_str text = bede_doc_str(doc, doc->references.items[i].span);
    list[f->link_count] = (address){address_in(text), i};
    if (list[f->link_count].text.len) f->link_count++;
  }
  qsort(list, f->link_count, sizeof *list, by_address);
  for (uint32_t i = 0; i < f->link_count; i++) {
    f->links[i] = list[i].text;
    f->link_of[i] = list[i].index;
  }
  return BEDE_OK;
}

static bede_status finder_init(finder *f, bede_doc *doc)
{
  uint32_t n = doc->references.count;
  f->doc = doc;
  f->keys = bede_arena_array(doc->arena, n + 1u, sizeof *f->keys);
  f->cited = bede_arena_array(doc->arena, n + 1u, sizeof *f->cited);
  if (!f->keys || !f->cited) return BEDE_ENOMEM;
  for (uint32_t i = 0; i < n; i++) {
    const bede_reference *r = &doc->references.items[i];
    key k = key_of(r->label);
    if (r->number) k.number = r->number;
    k.note |= r->note;
    k.index = i;
    if (k.number || r->label.len) f->keys[f->key_count++] = k;
  }
  qsort(f->keys, f->key_count, sizeof *f->keys, by_key);
  return links_index(f);
}

// --- the sentence that is backed ---

// The one whose words the marker backs: its own when words stand before it
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

static bede_citation *cite_add(finder *f, uint32_t sentence, uint32_t word,
                               bede_span span)
{
  bede_doc *doc = f->doc;
  bede_citation *c =
      BEDE_LIST_PUSH(&doc->citations, doc->arena, BEDE_MAX_WORDS);
  if (!c) return NULL;
  c->span = span;
  c->sentence = backed_sentence(doc, sentence, word);
  return c;
}

// --- markers ---

typedef struct marker {
  uint32_t sentence, begin, end; // words
} marker;

static bede_status marker_add(finder *f, const marker *m, bede_span span,
                              bede_str label)
{
  bede_doc *doc = f->doc;
  bede_citation *c = cite_add(f, m->sentence, m->begin, span);
  if (!c) return BEDE_ENOMEM;
  c->kind = BEDE_CITE_MARKER;
  c->marker = label;
  uint32_t found = reference_of(f, key_of(label));
  if (found == BEDE_NONE) {
    bede_doc_warn(doc, "unresolved_citation", span,
                  "the marker leads to no reference in the text");
  } else {
    c->target = doc->references.items[found].span;
    f->cited[found] = true;
  }
  return BEDE_OK;
}

// The number as a string of its own.
static bool number_str(const finder *f, uint32_t number, bede_str *out)
{
  char digits[NUMBER_BYTES];
  size_t n = 0;
  for (uint32_t unit = 100; unit; unit /= 10)
    if (number >= unit || unit == 1)
      digits[n++] = (char)('0' + number / unit % 10);
  *out = bede_arena_copy(f->doc->arena, (bede_str){digits, n});
  return out->ptr != NULL;
}

// "3-5": each number of it.
static bede_status range_add(finder *f, const marker *m, bede_span span,
                             uint32_t first, uint32_t last)
{
  for (uint32_t i = first; i <= last && i < first + MAX_RANGE; i++) {
    bede_str label;
    if (!number_str(f, i, &label)) return BEDE_ENOMEM;
    BEDE_TRY(marker_add(f, m, span, label));
  }
  return BEDE_OK;
}

// The dash in "3-5", or the length of the item.
static size_t dash_at(bede_str item)
{
  size_t i = 0;
  while (i < item.len && item.ptr[i] != '-' && (unsigned char)item.ptr[i] < 128)
    i++;
  return i;
}

static bede_status item_add(finder *f, const marker *m, bede_span whole,
                            bede_str item)
{
  item = bede_str_trim(item);
  if (item.len && item.ptr[0] == '^') item = bede_str_sub(item, 1, item.len);
  if (item.len == 0) return BEDE_OK;
  size_t dash = dash_at(item);
  if (dash == item.len) return marker_add(f, m, whole, item);
  key first = key_of(bede_str_sub(item, 0, dash));
  while (dash < item.len && !bede_is_digit((unsigned char)item.ptr[dash]))
    dash++;
  key last = key_of(bede_str_sub(item, dash, item.len));
  return range_add(f, m, whole, first.number, last.number);
}

// "[3, 7]": its numbers, each with the marker's span.
static bede_status bracket_add(finder *f, const marker *m)
{
  bede_span span = bede_attrib_span(f->doc, m->begin, m->end);
  bede_str inside = bede_doc_str(f->doc, span);
  inside = bede_str_sub(inside, 1, inside.len);
  // An overlong sentence may have been cut inside of the marker.
  if (bede_str_ends(inside, "]")) inside.len--;
  if (!memchr(inside.ptr, ',', inside.len) &&
      !memchr(inside.ptr, ';', inside.len))
    return item_add(f, m, span, inside);
  for (size_t at = 0; at <= inside.len;) {
    size_t end = at;
    while (end < inside.len && inside.ptr[end] != ',' && inside.ptr[end] != ';')
      end++;
    BEDE_TRY(item_add(f, m, span, bede_str_sub(inside, at, end)));
    at = end + 1;
  }
  return BEDE_OK;
}

// The digit that is raised at the start of s; *size gets its bytes.
static uint32_t raised_digit(bede_str s, size_t *size)
{
  bool latin = (unsigned char)s.ptr[0] == 0xC2;
  *size = latin ? 2 : 3;
  unsigned char last = (unsigned char)s.ptr[*size - 1];
  if (latin) return last == 0xB9 ? 1 : last - 0xB0u;
  return last - 0xB0u;
}

static bede_status raised_add(finder *f, const marker *m)
{
  bede_span span = bede_attrib_span(f->doc, m->begin, m->end);
  bede_str text = bede_doc_str(f->doc, span), label;
  uint32_t number = 0;
  while (text.len) {
    size_t size;
    number = number * 10 + raised_digit(text, &size);
    text = bede_str_sub(text, size, text.len);
  }
  if (!number_str(f, number, &label)) return BEDE_ENOMEM;
  return marker_add(f, m, span, label);
}

static bool is_marker(const bede_doc *doc, uint32_t word)
{
  return doc->words.items[word].flags & BEDE_WORD_MARKER;
}

// Words of one marker: up to its closing bracket.
static uint32_t marker_end(const bede_doc *doc, uint32_t word, uint32_t end)
{
  uint32_t i = word;
  if (!bede_attrib_form(doc, i, "[")) return word + 1;
  while (i < end && is_marker(doc, i))
    if (bede_attrib_form(doc, i++, "]")) break;
  return i;
}

static bool glued(const bede_doc *doc, uint32_t word)
{
  return word > 0 && doc->words.items[word - 1].span.end ==
                         doc->words.items[word].span.begin;
}

static bool is_number(const bede_doc *doc, uint32_t word)
{
  uint32_t n;
  return bede_str_u32(bede_word_form(doc, word), &n);
}

static bool leads_on(const finder *f, uint32_t word)
{
  return reference_of(f, key_of(bede_word_form(f->doc, word))) != BEDE_NONE;
}

// "The town fell (3).": a number in round brackets is a marker only where the
// list has it, at the end of a clause and not behind a name, whose age it may
// be; "fell.3 The" only behind the stop.
static bool plain_marker(const finder *f, const bede_sentence *s, uint32_t word,
                         uint32_t *end)
{
  const bede_doc *doc = f->doc;
  if (f->key_count == 0 || f->bracketed || word == s->word_begin) return false;
  if (bede_attrib_form(doc, word, "(")) {
    if (word + 2 >= s->word_end || !is_number(doc, word + 1) ||
        !bede_attrib_form(doc, word + 2, ")"))
      return false;
    *end = word + 3;
    unsigned char first = (unsigned char)bede_word_form(doc, word - 1).ptr[0];
    bool closes =
        *end == s->word_end || bede_attrib_in(doc, *end, ". , ; : ? !");
    return closes && !bede_is_upper(first) && leads_on(f, word + 1);
  }
  *end = word + 1;
  return is_number(doc, word) && glued(doc, word) && *end == s->word_end &&
         bede_attrib_in(doc, word - 1, ". ? !") && leads_on(f, word);
}

static bede_status plain_add(finder *f, const marker *m)
{
  uint32_t number = m->end - m->begin == 3 ? m->begin + 1 : m->begin;
  return marker_add(f, m, bede_attrib_span(f->doc, m->begin, m->end),
                    bede_word_form(f->doc, number));
}

// --- links ---

static bool is_address(bede_str form)
{
  return bede_str_starts(form, "http://") ||
         bede_str_starts(form, "https://") || bede_str_starts(form, "www.");
}

static bede_span link_target(const finder *f, bede_span own)
{
  bede_str wanted = address_in(bede_doc_str(f->doc, own));
  uint32_t lo = 0, hi = f->link_count;
  while (lo < hi) {
    uint32_t mid = lo + (hi - lo) / 2;
    if (bede_str_cmp(f->links[mid], wanted) < 0) {
      lo = mid + 1;
    } else {
      hi = mid;
    }
  }
  if (lo < f->link_count && bede_str_eq(f->links[lo], wanted)) {
    f->cited[f->link_of[lo]] = true;
    return f->doc->references.items[f->link_of[lo]].span;
  }
  return (bede_span){0, 0};
}

// "[the report](http://...)" from its bracket on, else the address alone.
static bede_span link_span(const bede_doc *doc, const bede_sentence *s,
                           uint32_t word)
{
  bede_span own = doc->words.items[word].span;
  if (word < s->word_begin + 3 || word + 1 >= s->word_end) return own;
  if (!bede_attrib_form(doc, word - 1, "(") ||
      !bede_attrib_form(doc, word - 2, "]") ||
      !bede_attrib_form(doc, word + 1, ")") || !glued(doc, word - 1))
    return own;
  for (uint32_t i = word - 2; i > s->word_begin && word - i < MAX_ANCHOR; i--)
    if (bede_attrib_form(doc, i - 1, "["))
      return bede_attrib_span(doc, i - 1, word + 2);
  return own;
}

static bede_status link_add(finder *f, uint32_t sentence, uint32_t word)
{
  bede_doc *doc = f->doc;
  bede_span own = doc->words.items[word].span;
  bede_span span = link_span(doc, &doc->sentences.items[sentence], word);
  bede_citation *c = cite_add(f, sentence, word, span);
  if (!c) return BEDE_ENOMEM;
  c->kind = BEDE_CITE_LINK;
  // An address that stands there itself leads out of the text.
  c->target = link_target(f, own);
  if (!c->target.end && span.begin != own.begin) c->target = own;
  return BEDE_OK;
}

// --- the text ---

// The citation that begins at *word, if any; *word goes on behind it.
static bede_status cite_at(finder *f, uint32_t sentence, uint32_t *word)
{
  bede_doc *doc = f->doc;
  const bede_sentence *s = &doc->sentences.items[sentence];
  marker m = {sentence, *word, *word + 1};
  bede_status status = BEDE_OK;
  if (is_marker(doc, m.begin)) {
    m.end = marker_end(doc, m.begin, s->word_end);
    unsigned char first = (unsigned char)bede_word_form(doc, m.begin).ptr[0];
    if (first == '[') status = bracket_add(f, &m);
    if (first >= 0x80) status = raised_add(f, &m);
  } else if (plain_marker(f, s, m.begin, &m.end)) {
    status = plain_add(f, &m);
  } else {
    m.end = m.begin + 1;
    if (is_address(bede_word_form(doc, m.begin)))
      status = link_add(f, sentence, m.begin);
  }
  *word = m.end;
  return status;
}

static void uncited_warn(const finder *f)
{
  uint32_t count = 0, first = 0;
  for (uint32_t i = f->key_count; i-- > 0;) {
    if (f->cited[f->keys[i].index]) continue;
    if (count++ == 0 || f->keys[i].index < first) first = f->keys[i].index;
  }
  if (count)
    bede_doc_warn(f->doc, "uncited_reference",
                  f->doc->references.items[first].span,
                  count == 1 ? "a reference that no marker leads to"
                             : "references that no marker leads to; the first");
}

bede_status bede_cites_find(bede_doc *doc)
{
  finder f = {0};
  BEDE_TRY(finder_init(&f, doc));
  for (uint32_t w = 0; w < doc->words.count && !f.bracketed; w++)
    f.bracketed = is_marker(doc, w);
  for (uint32_t s = 0; s < doc->sentences.count; s++) {
    const bede_sentence *sentence = &doc->sentences.items[s];
    if (sentence->reference) continue;
    for (uint32_t w = sentence->word_begin; w < sentence->word_end;)
      BEDE_TRY(cite_at(&f, s, &w));
  }
  uncited_warn(&f);
  return BEDE_OK;
}

// --- the claims that they back ---

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
  if (c->kind == BEDE_CITE_MARKER && c->target.end == 0)
    k->flags |= BEDE_FLAG_UNRESOLVED_CITATION;
  return BEDE_OK;
}

static bool words_between(const bede_doc *doc, uint32_t begin, uint32_t end)
{
  for (uint32_t i = begin; i < end; i++)
    if (bede_is_alnum((unsigned char)doc->text.ptr[i])) return true;
  return false;
}

// Where the words that a marker backs begin: behind the one before it in its
// sentence that stands apart. "The town fell,[1] and the mayor fled.[2]"
static uint32_t backed_begin(const bede_doc *doc, uint32_t cite)
{
  const bede_citation *c = &doc->citations.items[cite];
  uint32_t at = c->span.begin;
  for (uint32_t i = 0; i < MAX_BESIDE && i < cite; i++) {
    const bede_citation *before = &doc->citations.items[cite - i - 1];
    if (before->sentence != c->sentence) break;
    if (before->kind != BEDE_CITE_MARKER) continue;
    if (words_between(doc, before->span.end, at)) return before->span.end;
    at = before->span.begin;
  }
  return 0;
}

static bede_status link_claims(bede_doc *doc, uint32_t cite, uint32_t first,
                               uint32_t begin, uint32_t end, bool *any)
{
  uint32_t sentence = doc->citations.items[cite].sentence;
  for (uint32_t k = first; k < doc->claims.count; k++) {
    const bede_claim *claim = &doc->claims.items[k];
    if (claim->sentence != sentence) break;
    uint32_t at = doc->words.items[claim->trigger_head].span.begin;
    if (at < begin || at >= end) continue;
    *any = true;
    BEDE_TRY(cite_link(doc, cite, k));
  }
  return BEDE_OK;
}

// The citation of a named work at byte `at`, or BEDE_NONE.
static uint32_t named_at(const bede_doc *doc, uint32_t at)
{
  uint32_t lo = 0, hi = doc->citations.count;
  while (lo < hi) {
    uint32_t mid = lo + (hi - lo) / 2;
    if (doc->citations.items[mid].span.begin <= at) {
      lo = mid + 1;
    } else {
      hi = mid;
    }
  }
  for (uint32_t i = lo; i > 0 && lo - i < MAX_BESIDE; i--) {
    const bede_citation *c = &doc->citations.items[i - 1];
    if (c->kind == BEDE_CITE_NAMED && c->span.end > at) return i - 1;
  }
  return BEDE_NONE;
}

static uint32_t trigger_at(const bede_doc *doc, uint32_t claim)
{
  uint32_t word = doc->claims.items[claim].trigger_head;
  return doc->words.items[word].span.begin;
}

// What is said in `span` is said in the work.
static bede_status content_attach(bede_doc *doc, uint32_t cite, bede_span span)
{
  uint32_t lo = 0, hi = doc->claims.count;
  while (lo < hi) {
    uint32_t mid = lo + (hi - lo) / 2;
    if (trigger_at(doc, mid) < span.begin) {
      lo = mid + 1;
    } else {
      hi = mid;
    }
  }
  for (; lo < doc->claims.count && trigger_at(doc, lo) < span.end; lo++) {
    const bede_claim *k = &doc->claims.items[lo];
    if (k->cites.count == 0 || k->cites.items[k->cites.count - 1] != cite)
      BEDE_TRY(cite_link(doc, cite, lo));
  }
  return BEDE_OK;
}

// The work that speaks: the source, the cue ("the report that ..."), or where
// the speaker speaks ("in his book, he says ...").
static uint32_t named_of(const bede_doc *doc, const bede_attribution *a)
{
  uint32_t cite = BEDE_NONE;
  if (a->source_head != BEDE_NONE)
    cite = named_at(doc, doc->words.items[a->source_head].span.begin);
  if (cite != BEDE_NONE || a->cue_head == BEDE_NONE) return cite;
  const bede_word *cue = &doc->words.items[a->cue_head];
  cite = named_at(doc, cue->span.begin);
  for (uint32_t c = cue->first_child; cite == BEDE_NONE && c != BEDE_NONE;
       c = doc->words.items[c].next_sibling) {
    if (doc->words.items[c].deprel == BEDE_REL_OBL)
      cite = named_at(doc, doc->words.items[c].span.begin);
  }
  return cite;
}

// A named work backs what it is quoted for.
static bede_status named_attach(bede_doc *doc, const bede_attribution *a)
{
  uint32_t cite = named_of(doc, a);
  if (cite == BEDE_NONE) return BEDE_OK;
  for (uint32_t i = 0; i < a->content.count; i++)
    BEDE_TRY(content_attach(doc, cite, a->content.items[i]));
  return BEDE_OK;
}

// A marker backs the words before it, a link its sentence; so does a marker
// with nothing told before it.
static bede_status cite_attach(bede_doc *doc, uint32_t cite, uint32_t first)
{
  const bede_citation *c = &doc->citations.items[cite];
  bool any = false;
  if (c->kind == BEDE_CITE_MARKER)
    BEDE_TRY(link_claims(doc, cite, first, backed_begin(doc, cite),
                         c->span.begin, &any));
  return any ? BEDE_OK : link_claims(doc, cite, first, 0, UINT32_MAX, &any);
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
    if (doc->citations.items[i].kind != BEDE_CITE_NAMED)
      BEDE_TRY(cite_attach(doc, i, first));
  }
  for (uint32_t i = 1; i < doc->attributions.count; i++)
    BEDE_TRY(named_attach(doc, &doc->attributions.items[i]));
  return BEDE_OK;
}
