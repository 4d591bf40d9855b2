// Tells wrapped text from lines that are paragraphs. The evidence is what
// stands after single line ends: in wrapped text most lines go on in lower
// case or after a comma, and no line is much longer than the others.
#include "text/paragraph.h"

#include "text/chars.h"

// A line of wrapped text is seldom longer (mail wraps at 72 to 80, books at
// 100); longer ones in more than a tenth of the lines speak for paragraphs.
#define WRAP_WIDTH 120u
// Wrapped text: at least this share of single line ends, in percent, is
// followed by a line that clearly goes on. News prose reaches 60 to 80.
#define WRAP_SHARE 34u

typedef struct line {
  uint32_t begin, end, next; // without blanks at both ends; next line's start
  bool indented;
} line;

static line line_at(const char *s, uint32_t at, uint32_t end)
{
  line l = {at, at, end, false};
  uint32_t stop = at;
  while (stop < end && s[stop] != '\n' && s[stop] != '\r')
    stop++;
  l.next = stop;
  if (l.next < end && s[l.next] == '\r') l.next++;
  if (l.next < end && s[l.next] == '\n' &&
      (l.next == stop || s[stop] == '\r')) {
    l.next++;
  }
  while (l.begin < stop && text_is_space(text_peek(s, l.begin, stop))) {
    l.begin = text_step(s, l.begin, stop);
  }
  l.end = stop;
  while (l.end > l.begin && text_is_space(text_before(s, l.begin, l.end))) {
    size_t i = l.end;
    (void)bede_utf8_prev(s, &i);
    l.end = (uint32_t)i;
  }
  l.indented = l.begin >= at + 2 || (l.begin > at && s[at] == '\t');
  return l;
}

static bool is_blank(line l)
{
  return l.begin == l.end;
}

// Does `l` end as a sentence ends?
static bool is_closed(const char *s, line l)
{
  uint32_t at = l.end;
  while (at > l.begin) {
    size_t i = at;
    uint32_t cp = bede_utf8_prev(s, &i);
    if (cp == '.' || cp == '!' || cp == '?' || cp == ':' ||
        cp == TEXT_ELLIPSIS) {
      return true;
    }
    if (!text_is_closer(cp) && cp != '"' && cp != '\'') return false;
    at = (uint32_t)i;
  }
  return false;
}

// Does the text clearly go on from line `a` to line `b`?
static bool goes_on(const char *s, line a, line b)
{
  char last = s[a.end - 1];
  if (bede_cp_is_lower(text_peek(s, b.begin, b.end))) return true;
  return last == ',' || (last == '-' && a.end - a.begin > 20);
}

static bool is_bullet(const char *s, line l)
{
  uint32_t cp = text_peek(s, l.begin, l.end), at = l.begin;
  if (cp == '*' || cp == '-' || cp == 0x2022 || cp == 0xB7) {
    return text_is_space(text_peek(s, text_step(s, l.begin, l.end), l.end));
  }
  while (at < l.end && at < l.begin + 3 &&
         bede_is_digit((unsigned char)s[at])) {
    at++;
  }
  return at > l.begin && at + 1 < l.end && (s[at] == '.' || s[at] == ')') &&
         s[at + 1] == ' ';
}

void bede_paragraphs_init(bede_paragraphs *p, const char *s, uint32_t begin,
                          uint32_t end)
{
  uint32_t lines = 0, longer = 0, singles = 0, on = 0;
  line last = {begin, begin, begin, false};
  p->s = s;
  p->at = begin;
  p->end = end;
  p->width = 0;
  for (uint32_t at = begin; at < end;) {
    line l = line_at(s, at, end);
    at = l.next;
    if (!is_blank(l)) {
      uint32_t width = l.end - l.begin;
      lines++;
      longer += width > WRAP_WIDTH;
      if (width > p->width) p->width = width;
      if (!is_blank(last)) {
        singles++;
        on += goes_on(s, last, l);
      }
    }
    last = l;
  }
  p->wrapped = singles > 0 && on * 100ull >= singles * (uint64_t)WRAP_SHARE &&
               longer * 10ull <= lines;
}

// In wrapped text: does a new paragraph begin at line `b`? A list item does,
// and what follows a line that stops short of the margin, unless the sentence
// goes on.
static bool begins(const bede_paragraphs *p, line a, line b)
{
  if (!p->wrapped) return true;
  if (is_bullet(p->s, b)) return true;
  if (goes_on(p->s, a, b)) return false;
  if (b.indented && !a.indented && is_closed(p->s, a)) return true;
  return (a.end - a.begin) * 5ull < p->width * 3ull;
}

bool bede_paragraphs_next(bede_paragraphs *p, bede_span *out)
{
  line l = {p->at, p->at, p->at, false};
  while (p->at < p->end && is_blank(l)) {
    l = line_at(p->s, p->at, p->end);
    p->at = l.next;
  }
  if (is_blank(l)) return false;
  out->begin = l.begin;
  out->end = l.end;
  while (p->at < p->end) {
    line next = line_at(p->s, p->at, p->end);
    if (is_blank(next) || begins(p, l, next)) break;
    l = next;
    out->end = l.end;
    p->at = l.next;
  }
  return true;
}
