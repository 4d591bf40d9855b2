// Quotation marks: typographic, straight, mixed, wrongly spaced, missing. One
// pass over the words; nothing reaches over the end of a paragraph except a
// speech that each paragraph opens anew.
#include "attrib/work.h"

#include "base/limits.h"
#include "base/error.h"
#include "base/str.h"

typedef enum mark {
  MARK_NONE,
  MARK_OPEN,
  MARK_CLOSE,
  MARK_EITHER,       // "
  MARK_OPEN_SINGLE,  // ‘
  MARK_EITHER_SINGLE // ' and ’, which is an apostrophe most of the time
} mark;

static const struct {
  const char *text;
  mark mark;
} marks[] = {
    {"\"", MARK_EITHER},
    {"\xe2\x80\x9c", MARK_OPEN},  // “
    {"\xe2\x80\x9d", MARK_CLOSE}, // ”
    {"\xe2\x80\x9e", MARK_OPEN},  // „
    {"\xe2\x80\x9f", MARK_OPEN},  // ‟
    {"\xc2\xab", MARK_OPEN},
    {"\xc2\xbb", MARK_CLOSE}, // « »
    {"``", MARK_OPEN},
    {"''", MARK_EITHER},
    {"\xe2\x80\x98", MARK_OPEN_SINGLE},   // ‘
    {"\xe2\x80\x99", MARK_EITHER_SINGLE}, // ’
    {"'", MARK_EITHER_SINGLE},
};

// Where the scan stands.
typedef struct scan {
  bede_attrib *a;
  uint32_t open;            // mark that is open, or BEDE_NONE
  uint32_t open_single;     // single mark that is open, or BEDE_NONE
  uint32_t carried;         // quotation that the last paragraph left open
  uint32_t paragraph_begin; // first word
} scan;

static mark mark_of(bede_str form)
{
  if (form.len == 0 || form.len > 3) return MARK_NONE;
  for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
    if (bede_str_is(form, marks[i].text)) return marks[i].mark;
  return MARK_NONE;
}

static bool space_before(const bede_doc *doc, uint32_t word)
{
  uint32_t at = doc->words.items[word].span.begin;
  if (at == 0) return true;
  char c = doc->text.ptr[at - 1];
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '(' ||
         c == '[' || (word > 0 && mark_of(bede_word_form(doc, word - 1)));
}

static bool space_after(const bede_doc *doc, uint32_t word)
{
  uint32_t at = doc->words.items[word].span.end;
  if (at >= doc->text.len) return true;
  char c = doc->text.ptr[at];
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == ')' ||
         c == ']' || c == '.' || c == ',' || c == ';' || c == ':' || c == '?' ||
         c == '!' ||
         (word + 1 < doc->words.count &&
          mark_of(bede_word_form(doc, word + 1)));
}

// Is the word before a colon or comma? After one a mark opens, however it is
// drawn and spaced: he said:” We stay”.
static bool introduced(const scan *s, uint32_t word)
{
  return word > s->paragraph_begin &&
         (bede_attrib_form(s->a->doc, word - 1, ":") ||
          bede_attrib_form(s->a->doc, word - 1, ","));
}

static bool opens(const scan *s, uint32_t word, mark m)
{
  const bede_doc *doc = s->a->doc;
  bool before = space_before(doc, word), after = space_after(doc, word);
  if (m == MARK_OPEN) return !(after && !before) || s->open == BEDE_NONE;
  if (m == MARK_CLOSE)
    return s->open == BEDE_NONE && (introduced(s, word) || (before && !after));
  if (s->open == BEDE_NONE) return introduced(s, word) || before || !after;
  // An open quotation and a mark that can only open: the closing one is
  // missing.
  return before && !after && word != s->open + 1;
}

// Does the quotation hold a clause or a sentence of its own?
static bool is_speech(const bede_attrib *a, const bede_quote *q)
{
  const bede_doc *doc = a->doc;
  uint32_t words = 0;
  bool verb = false;
  if (q->begin >= q->end) return false;
  for (uint32_t i = q->begin; i < q->end && (words < 3 || !verb); i++) {
    if (!bede_attrib_punct(doc, i)) words++;
    verb |= bede_attrib_at(a, i)->upos == BEDE_UPOS_VERB ||
            bede_attrib_at(a, i)->upos == BEDE_UPOS_AUX;
  }
  bede_str first = bede_word_form(doc, q->begin);
  bool starts = bede_is_upper((unsigned char)first.ptr[0]) ||
                first.ptr[0] == '[' || first.ptr[0] == '.';
  bool lead = q->open == 0 || bede_attrib_punct(doc, q->open - 1);
  bool stop = bede_attrib_in(doc, q->end - 1, ". , ! ?");
  return (words >= 3 && verb && (starts || lead)) ||
         (words >= 2 && stop && (starts || lead)) ||
         (words >= 1 && stop && starts && lead);
}

static bede_status quote_add(scan *s, uint32_t open, uint32_t close,
                             uint32_t end)
{
  bede_attrib *a = s->a;
  bede_quote *q = BEDE_LIST_PUSH(&a->quotes, a->doc->arena, BEDE_MAX_QUOTES);
  if (!q) return BEDE_ENOMEM;
  q->open = open;
  q->close = close;
  q->begin = open + 1;
  if (q->begin < end && mark_of(bede_word_form(a->doc, q->begin))) q->begin++;
  q->end = end > q->begin ? end : q->begin;
  q->previous = s->carried;
  q->owner = BEDE_NONE;
  q->speech = is_speech(a, q);
  s->carried = BEDE_NONE;
  for (uint32_t i = open; i < q->end; i++)
    a->quote_of[i] = a->quotes.count - 1;
  if (close != BEDE_NONE) a->quote_of[close] = a->quotes.count - 1;
  return BEDE_OK;
}

// A quotation that is never closed.
static bede_status quote_unclosed(scan *s, uint32_t open, uint32_t end)
{
  bede_doc *doc = s->a->doc;
  bool starts = open == s->paragraph_begin || introduced(s, open);
  if (!starts) {
    uint32_t sentence = bede_doc_sentence_of(doc, open);
    uint32_t stop = doc->sentences.items[sentence].word_end;
    if (stop < end) end = stop;
  }
  return quote_add(s, open, BEDE_NONE, end);
}

// Said:” "We stay": the second of two marks is the first one drawn again, but
// "" is an empty quotation.
static bool drawn_twice(const bede_doc *doc, uint32_t open)
{
  return (doc->words.items[open].flags & BEDE_WORD_SPACE_AFTER) ||
         !bede_str_eq(bede_word_form(doc, open), bede_word_form(doc, open + 1));
}

static bede_status double_mark(scan *s, uint32_t word, mark m)
{
  if (!opens(s, word, m)) {
    if (s->open == BEDE_NONE) return BEDE_OK; // closes nothing
    uint32_t open = s->open;
    if (word == open + 1 && drawn_twice(s->a->doc, open)) return BEDE_OK;
    s->open = BEDE_NONE;
    return quote_add(s, open, word, word);
  }
  if (s->open != BEDE_NONE) {
    if (word == s->open + 1) return BEDE_OK;
    BEDE_TRY(quote_unclosed(s, s->open, word));
  }
  s->open = word;
  s->open_single = BEDE_NONE;
  return BEDE_OK;
}

static bede_status single_mark(scan *s, uint32_t word, mark m)
{
  const bede_doc *doc = s->a->doc;
  bool before = space_before(doc, word), after = space_after(doc, word);
  if (s->open != BEDE_NONE) return BEDE_OK;
  if (s->open_single == BEDE_NONE) {
    if (before && !after) s->open_single = word;
    return BEDE_OK;
  }
  bool stopped = word > 0 && bede_attrib_in(doc, word - 1, ". , ! ?");
  if (m != MARK_EITHER_SINGLE || before || !after || word == s->open_single + 1)
    return BEDE_OK;
  if (!stopped && bede_attrib_at(s->a, word)->xpos == BEDE_XPOS_POS)
    return BEDE_OK;
  uint32_t open = s->open_single;
  s->open_single = BEDE_NONE;
  return quote_add(s, open, word, word);
}

static bede_status paragraph_end(scan *s, uint32_t end)
{
  bede_doc *doc = s->a->doc;
  s->open_single = BEDE_NONE; // an apostrophe, then
  if (s->open == BEDE_NONE) {
    s->carried = BEDE_NONE;
    return BEDE_OK;
  }
  uint32_t open = s->open;
  s->open = BEDE_NONE;
  mark next =
      end < doc->words.count ? mark_of(bede_word_form(doc, end)) : MARK_NONE;
  if (next == MARK_NONE || next == MARK_CLOSE)
    return quote_unclosed(s, open, end);
  BEDE_TRY(quote_add(s, open, BEDE_NONE, end));
  s->carried = s->a->quotes.count - 1;
  return BEDE_OK;
}

bede_status bede_quotes_find(bede_attrib *a)
{
  bede_doc *doc = a->doc;
  scan s = {a, BEDE_NONE, BEDE_NONE, BEDE_NONE, 0};
  a->quote_of = bede_arena_array(doc->arena, (size_t)doc->words.count + 1,
                                 sizeof *a->quote_of);
  if (!a->quote_of) return BEDE_ENOMEM;
  for (uint32_t i = 0; i <= doc->words.count; i++)
    a->quote_of[i] = BEDE_NONE;
  for (uint32_t i = 0; i < doc->sentences.count; i++) {
    const bede_sentence *sentence = &doc->sentences.items[i];
    if (i > 0 && sentence->paragraph != doc->sentences.items[i - 1].paragraph) {
      BEDE_TRY(paragraph_end(&s, sentence->word_begin));
      s.paragraph_begin = sentence->word_begin;
    }
    for (uint32_t w = sentence->word_begin; w < sentence->word_end; w++) {
      mark m = mark_of(bede_word_form(doc, w));
      if (m == MARK_NONE) continue;
      if (m >= MARK_OPEN_SINGLE) {
        BEDE_TRY(single_mark(&s, w, m));
      } else {
        BEDE_TRY(double_mark(&s, w, m));
      }
    }
  }
  return paragraph_end(&s, doc->words.count);
}
