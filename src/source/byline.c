// Reads titles and bylines by their form alone.
#include "source/byline.h"

#include <string.h>

#include "base/str.h"
#include "base/utf8.h"

// A headline is shorter than this; longer first lines are text.
#define TITLE_BYTES 160u
// A byline names one to three people ("By Ann Roe and Jan van der Berg").
#define BYLINE_BYTES 100u
#define BYLINE_WORDS 8u
// "(Reporting by ... in ...; Additional reporting by ...; Editing by ...)".
#define REPORTING_BYTES 400u
// Place, date and agency before the dash of a dateline.
#define DATELINE_BYTES 120u

static uint32_t line_end(bede_str text, uint32_t at)
{
  while (at < text.len && text.ptr[at] != '\n' && text.ptr[at] != '\r')
    at++;
  return at;
}

// Behind the line end at `at` ("\r\n", "\n" or "\r").
static uint32_t line_next(bede_str text, uint32_t at)
{
  if (at < text.len && text.ptr[at] == '\r') at++;
  if (at < text.len && text.ptr[at] == '\n') at++;
  return at;
}

static bede_span trimmed(bede_str text, uint32_t begin, uint32_t end)
{
  bede_str s = bede_str_trim(bede_str_sub(text, begin, end));
  bede_span span = {(uint32_t)(s.ptr - text.ptr), 0};
  span.end = span.begin + (uint32_t)s.len;
  return span;
}

uint32_t bede_byline_body(bede_str text, bede_span title)
{
  uint32_t at = line_next(text, line_end(text, title.end));
  while (at < text.len) {
    uint32_t end = line_end(text, at);
    bede_span line = trimmed(text, at, end);
    if (line.begin != line.end) break;
    at = line_next(text, end);
  }
  return at;
}

// Small words inside names.
static bool is_particle(bede_str word)
{
  static const char *const particles[] = {"and", "al",  "bin", "de",  "del",
                                          "der", "di",  "el",  "ibn", "la",
                                          "le",  "van", "von", "&",   NULL};
  for (const char *const *p = particles; *p; p++) {
    if (bede_str_is(word, *p)) return true;
  }
  return false;
}

static bool starts_upper(bede_str word)
{
  size_t at = 0;
  return word.len && bede_cp_is_upper(bede_utf8_next(word.ptr, word.len, &at));
}

// Is `s` a list of names: capitalised words, particles, commas?
static bool is_names(bede_str s)
{
  size_t words = 0;
  while (s.len) {
    bede_str word;
    s = bede_str_trim(bede_str_cut(s, ' ', &word));
    if (word.len && word.ptr[word.len - 1] == ',') word.len--;
    if (!starts_upper(word) && !is_particle(word)) return false;
    if (words == 0 && !starts_upper(word)) return false;
    words++;
  }
  return words > 0 && words <= BYLINE_WORDS;
}

// Does the name end as a sentence would ("By Monday.")? Initials may end it.
static bool ends_sentence(bede_str s)
{
  char last = s.ptr[s.len - 1];
  if (last == '!' || last == '?' || last == ':' || last == ';') return true;
  return last == '.' && s.len > 2 &&
         bede_is_lower((unsigned char)s.ptr[s.len - 2]);
}

// One word that follows "By" in headings and is no name.
static bool is_time(bede_str s)
{
  static const char *const times[] = {"Monday",   "Tuesday", "Wednesday",
                                      "Thursday", "Friday",  "Saturday",
                                      "Sunday",   NULL};
  for (const char *const *t = times; *t; t++) {
    if (bede_str_is(s, *t)) return true;
  }
  return false;
}

static bool read_line(bede_str text, bede_span line, bede_span *name)
{
  bede_str s = bede_str_sub(text, line.begin, line.end);
  if (s.len < 5 || s.len > BYLINE_BYTES) return false;
  bede_str by = {s.ptr, 3};
  if (!bede_str_eq_nocase(by, bede_str_from("by "))) return false;
  bede_str rest = bede_str_trim(bede_str_sub(s, 3, s.len));
  if (!rest.len || ends_sentence(rest) || is_time(rest)) return false;
  if (!is_names(rest)) return false;
  bede_str head;
  (void)bede_str_cut(rest, ',', &head);
  name->begin = (uint32_t)(head.ptr - text.ptr);
  name->end = name->begin + (uint32_t)bede_str_trim(head).len;
  return true;
}

// "(Reporting by Ann Roe in Lima; Editing by ...)": the line at the end of an
// agency's report.
static bool read_reporting(bede_str text, bede_span line, bede_span *name)
{
  static const char lead[] = "reporting by ";
  bede_str s = bede_str_sub(text, line.begin, line.end);
  if (s.len > REPORTING_BYTES) return false;
  if (s.len && (s.ptr[0] == '(' || s.ptr[0] == '['))
    s = bede_str_sub(s, 1, s.len);
  size_t n = sizeof lead - 1, end;
  if (s.len <= n ||
      !bede_str_eq_nocase(bede_str_sub(s, 0, n), bede_str_from(lead)))
    return false;
  s = bede_str_sub(s, n, s.len);
  for (end = 0; end < s.len && !strchr(";,()[]", s.ptr[end]); end++)
    if (end > 0 && s.ptr[end] == ' ' &&
        bede_str_starts(bede_str_sub(s, end, s.len), " in "))
      break;
  bede_str names = bede_str_trim(bede_str_sub(s, 0, end));
  if (names.len && ends_sentence(names)) names.len--;
  if (!names.len || !is_names(names)) return false;
  name->begin = (uint32_t)(names.ptr - text.ptr);
  name->end = name->begin + (uint32_t)names.len;
  return true;
}

// Capitals, digits and marks: what stands before the agency in a dateline.
static bool is_dateline(bede_str s)
{
  bede_str word;
  if (!s.len || !starts_upper(s)) return false;
  bede_str_cut(s, ' ', &word);
  for (size_t i = 0; i < word.len; i++)
    if (bede_is_lower((unsigned char)word.ptr[i])) return false;
  while (s.len) {
    s = bede_str_trim(bede_str_cut(s, ' ', &word));
    if (word.len && !starts_upper(word) &&
        !bede_is_digit((unsigned char)word.ptr[0]) && word.ptr[0] != '/')
      return false;
  }
  return true;
}

bede_span bede_byline_credit(bede_str text, uint32_t body_begin)
{
  bede_span none = {0, 0}, span;
  bede_str body = bede_str_sub(text, body_begin, text.len);
  size_t limit = body.len < DATELINE_BYTES ? body.len : DATELINE_BYTES;
  size_t open = 0, close, dash;
  while (open < limit && body.ptr[open] != '(' && body.ptr[open] != '\n')
    open++;
  if (open == 0 || open >= limit || body.ptr[open] != '(') return none;
  for (close = open; close < limit && body.ptr[close] != ')'; close++)
    if (body.ptr[close] == '\n') return none;
  if (close >= limit || close == open + 1) return none;
  if (!is_dateline(bede_str_trim(bede_str_sub(body, 0, open)))) return none;
  for (dash = close + 1; dash < body.len && body.ptr[dash] == ' ';)
    dash++;
  bede_str rest = bede_str_sub(body, dash, body.len);
  if (dash == close + 1 ||
      !(bede_str_starts(rest, "-") || bede_str_starts(rest, "\xE2\x80\x93") ||
        bede_str_starts(rest, "\xE2\x80\x94")))
    return none;
  span.begin = body_begin + (uint32_t)open + 1;
  span.end = body_begin + (uint32_t)close;
  return starts_upper(bede_str_sub(text, span.begin, span.end)) ? span : none;
}

bede_span bede_byline_title(bede_str text)
{
  bede_span none = {0, 0};
  uint32_t end = line_end(text, 0);
  bede_span title = trimmed(text, 0, end);
  uint32_t next = line_next(text, end), after = line_end(text, next);
  if (title.begin == title.end || title.end - title.begin > TITLE_BYTES) {
    return none;
  }
  bede_span gap = trimmed(text, next, after);
  if (end == text.len || gap.begin != gap.end) return none;
  if (bede_byline_body(text, title) >= text.len) return none;
  bede_span name;
  if (read_line(text, title, &name)) return none;
  size_t at = title.end;
  uint32_t last = bede_utf8_prev(text.ptr, &at);
  while (at > title.begin && bede_cp_class(last) == BEDE_CC_PUNCT &&
         (last == '"' || last == '\'' || last == ')' || last == 0x201D ||
          last == 0x2019)) {
    last = bede_utf8_prev(text.ptr, &at);
  }
  if (last == '.' || last == '!' || last == '?' || last == ':' || last == ',' ||
      last == ';' || last == 0x2026) {
    return none;
  }
  return title;
}

bede_span bede_byline_find(bede_str text, uint32_t body_begin, bede_span *name)
{
  bede_span none = {0, 0}, line = none;
  for (uint32_t at = body_begin; at < text.len && line.begin == line.end;) {
    uint32_t end = line_end(text, at);
    line = trimmed(text, at, end);
    at = line_next(text, end);
  }
  if (read_line(text, line, name)) return line;
  bede_str body = bede_str_sub(text, body_begin, text.len);
  bede_str rest = bede_str_trim(body);
  uint32_t end = (uint32_t)(rest.ptr + rest.len - text.ptr), begin = end;
  while (begin > body_begin && end - begin <= REPORTING_BYTES &&
         text.ptr[begin - 1] != '\n' && text.ptr[begin - 1] != '\r') {
    begin--;
  }
  if (end - begin > REPORTING_BYTES) return none;
  line = trimmed(text, begin, end);
  if (read_line(text, line, name) || read_reporting(text, line, name))
    return line;
  return none;
}
