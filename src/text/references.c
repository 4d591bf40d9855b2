// The list of references behind a report: headed lines ("References"), or
// numbered lines at the end of the text that its markers lead to. What stands
// in it is said elsewhere.
#include "text/text.h"

#include <string.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/str.h"
#include "text/chars.h"

enum {
  LABEL_BYTES = 4,   // "120b"
  MAX_NUMBER = 999,  // of a label: four digits are a year
  MAX_HEADING = 40,  // bytes of a heading
  MAX_TAIL_LINE = 80 // bytes of a line that may stand behind the list: who
                     // wrote it, whose rights it is
};

typedef enum heading { HEADING_NONE, HEADING_NOTES, HEADING_SOURCES } heading;

typedef struct scan {
  bede_doc *doc;
  heading under;    // the heading that the list stands under
  bool brackets;    // all labels in square brackets or behind a caret
  bool ended;       // other text stands behind a headed list
  uint32_t begin;   // of the list or its heading
  uint32_t behind;  // bytes of text behind it
  uint32_t implied; // entries that only their place numbers
  uint32_t tail;    // lines behind it that may be no text
} scan;

// --- one line ---

typedef struct label {
  bede_str text;   // absent: none
  bool bracket;    // "[3]" or "^"
  bool implied;    // "^": its place is its number
  uint32_t length; // bytes up to what it numbers
} label;

static heading heading_of(bede_str line)
{
  static const char *const notes[] = {"notes", "footnotes", "endnotes"};
  static const char *const sources[] = {
      "references",           "reference",     "sources",   "source",
      "bibliography",         "works cited",   "citations", "external links",
      "notes and references", "reference list"};
  if (line.len > MAX_HEADING) return HEADING_NONE;
  while (line.len && !bede_is_alpha((unsigned char)line.ptr[0]))
    line = bede_str_sub(line, 1, line.len);
  while (line.len && !bede_is_alpha((unsigned char)line.ptr[line.len - 1]))
    line.len--;
  for (size_t i = 0; i < sizeof notes / sizeof notes[0]; i++)
    if (bede_str_eq_nocase(line, bede_str_from(notes[i]))) return HEADING_NOTES;
  for (size_t i = 0; i < sizeof sources / sizeof sources[0]; i++)
    if (bede_str_eq_nocase(line, bede_str_from(sources[i])))
      return HEADING_SOURCES;
  return HEADING_NONE;
}

static size_t blanks_end(bede_str line, size_t at)
{
  while (at < line.len && (line.ptr[at] == ' ' || line.ptr[at] == '\t'))
    at++;
  return at;
}

// "3" or "12a" at `at`: its end, or `at`.
static size_t number_end(bede_str line, size_t at)
{
  size_t i = at;
  while (i < line.len && bede_is_digit((unsigned char)line.ptr[i]))
    i++;
  if (i == at || i > at + LABEL_BYTES - 1) return at;
  if (i < line.len && bede_is_lower((unsigned char)line.ptr[i])) i++;
  return i;
}

// "[3]", "[note 1]", "[^3]", "(3)".
static bool closed_label(bede_str line, label *out)
{
  char close = line.ptr[0] == '[' ? ']' : ')';
  size_t at = blanks_end(line, 1);
  if (at < line.len && line.ptr[at] == '^') at++;
  size_t word = at;
  while (word < line.len && bede_is_alpha((unsigned char)line.ptr[word]))
    word++;
  bool named = close == ']' && word > at &&
               bede_str_in(bede_str_sub(line, at, word), "note n nb fn ref");
  size_t number = named ? blanks_end(line, word) : at;
  size_t end = number_end(line, number), stop = blanks_end(line, end);
  if (end == number || stop >= line.len || line.ptr[stop] != close)
    return false;
  out->text = bede_str_sub(line, at, end);
  out->bracket = close == ']';
  out->length = (uint32_t)stop + 1;
  return true;
}

// "3.", "3)", "3 ^".
static bool open_label(bede_str line, label *out)
{
  size_t end = number_end(line, 0), stop = end;
  if (end == 0) return false;
  if (stop < line.len && (line.ptr[stop] == '.' || line.ptr[stop] == ')')) {
    stop++;
  } else {
    stop = blanks_end(line, stop);
    if (stop >= line.len || line.ptr[stop] != '^') return false;
    stop++;
  }
  if (stop >= line.len || blanks_end(line, stop) == stop) return false;
  out->text = bede_str_sub(line, 0, end);
  out->length = (uint32_t)stop;
  return true;
}

static bool has_address(bede_str line)
{
  for (size_t i = 0; i + 4 <= line.len; i++) {
    if (memcmp(line.ptr + i, "www.", 4) == 0) return true;
    if (i + 7 <= line.len && memcmp(line.ptr + i, "http", 4) == 0 &&
        (line.ptr[i + 4] == ':' || line.ptr[i + 5] == ':'))
      return true;
  }
  return false;
}

// "* ...", "- ...", and the Unicode bullet and arrow.
static uint32_t bullet_size(bede_str line)
{
  static const char *const bullets[] = {"* ", "- ", "\xE2\x80\xA2",
                                        "\xE2\x86\x91", "\xE2\x80\x93 "};
  for (size_t i = 0; i < sizeof bullets / sizeof bullets[0]; i++)
    if (bede_str_starts(line, bullets[i])) return (uint32_t)strlen(bullets[i]);
  return 0;
}

// Is the line one of a list under this heading?
static bool entry_of(bede_str line, heading under, label *out)
{
  bool found = false;
  memset(out, 0, sizeof *out);
  if (line.ptr[0] == '[' || line.ptr[0] == '(') {
    found = closed_label(line, out);
  } else if (line.ptr[0] == '^') {
    size_t at = blanks_end(line, 1);
    size_t end = number_end(line, at);
    out->bracket = found = true;
    out->implied = end == at;
    if (end > at) out->text = bede_str_sub(line, at, end);
    out->length = (uint32_t)end;
  } else {
    found = open_label(line, out);
  }
  if (!found && under == HEADING_SOURCES) {
    out->length = bullet_size(line);
    found = out->length > 0 || has_address(line);
  }
  return found && bede_str_trim(bede_str_sub(line, out->length, line.len)).len;
}

// --- lines ---

static void forget(scan *s)
{
  s->doc->references.count = 0;
  s->under = HEADING_NONE;
  s->brackets = true;
  s->ended = false;
  s->behind = s->implied = s->tail = 0;
}

// "3 ^ Smith" and "^ Smith" as the third of its list are what "[3]" leads to.
static bede_status add(scan *s, bede_str line, const label *l)
{
  bede_doc *doc = s->doc;
  bede_reference *r =
      BEDE_LIST_PUSH(&doc->references, doc->arena, BEDE_MAX_REFERENCES);
  if (!r)
    return doc->references.count == BEDE_MAX_REFERENCES ? BEDE_OK : BEDE_ENOMEM;
  r->span.begin = (uint32_t)(line.ptr - doc->text.ptr);
  r->span.end = r->span.begin + (uint32_t)line.len;
  r->label = l->text;
  r->note = s->under == HEADING_NOTES;
  r->number = l->implied ? ++s->implied : 0;
  if (doc->references.count == 1 && s->under == HEADING_NONE)
    s->begin = r->span.begin;
  s->brackets = s->brackets && l->bracket;
  s->tail = s->behind = 0;
  return BEDE_OK;
}

// Lines without a heading are a list only as long as their labels go up.
static bool goes_on(const scan *s, const label *l)
{
  uint32_t last, next;
  if (s->under != HEADING_NONE || s->doc->references.count == 0) return true;
  bede_str before =
      s->doc->references.items[s->doc->references.count - 1].label;
  return l->implied || !bede_str_u32(before, &last) ||
         !bede_str_u32(l->text, &next) || next > last;
}

// A line that is no entry: the second line of one, a line behind the list, or
// the text that goes on.
static void other_line(scan *s, bede_str line, bool joined, bool indented)
{
  bede_doc *doc = s->doc;
  if (doc->references.count == 0) {
    s->under = HEADING_NONE;
    return;
  }
  bede_reference *last = &doc->references.items[doc->references.count - 1];
  bool labelled = last->label.len || last->number;
  if (joined && !s->tail && (indented || (s->under && labelled))) {
    last->span.end = (uint32_t)(line.ptr + line.len - doc->text.ptr);
    return;
  }
  char c = line.ptr[line.len - 1];
  bool sentence = c == '.' || c == '!' || c == '?' || c == ']' || c == '"';
  s->tail++;
  s->behind += (uint32_t)line.len;
  bool brief = line.len <= MAX_TAIL_LINE && !sentence && s->tail <= 2;
  if (brief) return;
  if (s->under == HEADING_NONE) {
    forget(s);
  } else {
    s->ended = true;
  }
}

static bede_status take_line(scan *s, bede_str line, bool joined, bool indented)
{
  label l;
  heading h = heading_of(line);
  if (h != HEADING_NONE) {
    if (s->ended || s->under == HEADING_NONE) {
      forget(s);
      s->begin = (uint32_t)(line.ptr - s->doc->text.ptr);
    }
    s->under = h;
    s->implied = 0;
    return BEDE_OK;
  }
  if (!s->ended && entry_of(line, s->under, &l)) {
    if (!goes_on(s, &l)) forget(s);
    return add(s, line, &l);
  }
  other_line(s, line, joined, indented);
  return BEDE_OK;
}

static bede_status lines_read(scan *s)
{
  bede_str text = s->doc->text;
  bool joined = false;
  for (size_t at = s->doc->body_begin; at < text.len;) {
    const char *stop = memchr(text.ptr + at, '\n', text.len - at);
    size_t end = stop ? (size_t)(stop - text.ptr) : text.len;
    bede_str line = bede_str_trim(bede_str_sub(text, at, end));
    if (line.len) {
      bool indented = text.ptr[at] == ' ' || text.ptr[at] == '\t';
      BEDE_TRY(take_line(s, line, joined, indented));
    }
    joined = line.len > 0;
    at = end + 1;
  }
  return BEDE_OK;
}

// --- the list ---

// Is "[3]" in the text before the list, for an entry labelled "3"?
static bool is_cited(const scan *s)
{
  const bede_doc *doc = s->doc;
  bool labels[MAX_NUMBER + 1] = {false};
  uint32_t n;
  for (uint32_t i = 0; i < doc->references.count; i++)
    if (bede_str_u32(doc->references.items[i].label, &n) && n <= MAX_NUMBER)
      labels[n] = true;
  for (uint32_t i = doc->body_begin; i + 2 < s->begin; i++) {
    if (doc->text.ptr[i] != '[') continue;
    bede_str rest = bede_str_sub(doc->text, i + 1, s->begin);
    size_t at = blanks_end(rest, 0), end = number_end(rest, at);
    if (end == at || end >= rest.len || rest.ptr[end] != ']') continue;
    if (bede_str_u32(bede_str_sub(rest, at, end), &n) && n <= MAX_NUMBER &&
        labels[n])
      return true;
  }
  return false;
}

static bool is_list(const scan *s)
{
  const bede_doc *doc = s->doc;
  if (doc->references.count == 0) return false;
  if (s->under == HEADING_NONE) return s->brackets || is_cited(s);
  return s->behind <= s->begin - doc->body_begin;
}

bede_status bede_text_references(bede_doc *doc, bede_error *err)
{
  scan s = {.doc = doc};
  forget(&s);
  if (lines_read(&s)) {
    return bede_error_set(err, BEDE_ENOMEM, BEDE_NO_OFFSET,
                          "text: out of memory");
  }
  if (!is_list(&s)) doc->references.count = 0;
  uint32_t r = 0;
  for (uint32_t i = 0; i < doc->sentences.count; i++) {
    uint32_t at = doc->sentences.items[i].span.begin;
    while (r < doc->references.count && doc->references.items[r].span.end <= at)
      r++;
    if (r < doc->references.count && doc->references.items[r].span.begin <= at)
      doc->sentences.items[i].reference = true;
  }
  return BEDE_OK;
}
