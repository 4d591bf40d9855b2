// Reference markers: numbers in square brackets or raised above the line, and
// the brackets by which editors ask for a reference.
#include "text/token.h"

#include <string.h>

#include "text/chars.h"
#include "text/tables.h"

// How far a marker can reach, in bytes, and the digits of its numbers: four
// are a year.
enum { LOOK_MARKER = 64, MARKER_DIGITS = 3 };

static uint32_t skip_blanks(const char *s, uint32_t at, uint32_t end)
{
  while (at < end && s[at] == ' ')
    at++;
  return at;
}

static uint32_t letters_end(const char *s, uint32_t at, uint32_t end)
{
  while (at < end && bede_is_alpha((unsigned char)s[at]))
    at++;
  return at;
}

// "3", "12a", "note 1", "^3": the end of one number at `at`, or 0.
static uint32_t number_end(const char *s, uint32_t at, uint32_t end,
                           uint32_t *number)
{
  static const char kinds[] = "note n nb fn ref";
  if (at < end && s[at] == '^') at++;
  uint32_t word = letters_end(s, at, end);
  if (word > at) {
    if (!bede_str_in((bede_str){s + at, word - at}, kinds)) return 0;
    at = skip_blanks(s, word, end);
  }
  uint32_t digits = at;
  *number = 0;
  while (at < end && bede_is_digit((unsigned char)s[at]))
    *number = *number * 10 + (uint32_t)(s[at++] - '0');
  if (at == digits || at > digits + MARKER_DIGITS) return 0;
  if (at < end && bede_is_lower((unsigned char)s[at])) at++;
  return at;
}

// The bytes of a dash at `at`, or 0.
static uint32_t dash_size(const char *s, uint32_t at, uint32_t end)
{
  if (at < end && s[at] == '-') return 1;
  return text_peek(s, at, end) == TEXT_ENDASH ? 3 : 0;
}

static uint32_t numbers_end(const char *s, uint32_t at, uint32_t end)
{
  uint32_t last = 0, number;
  bool range = false;
  while (at < end) {
    at = number_end(s, skip_blanks(s, at, end), end, &number);
    // "[3-1]" is a score.
    if (!at || (range && number <= last)) return 0;
    last = number;
    at = skip_blanks(s, at, end);
    if (at < end && s[at] == ']') return at + 1;
    uint32_t dash = dash_size(s, at, end);
    range = dash > 0;
    if (!dash && (at >= end || (s[at] != ',' && s[at] != ';'))) return 0;
    at += dash ? dash : 1;
  }
  return 0;
}

static uint32_t request_end(const char *s, uint32_t at, uint32_t end)
{
  static const char *const requests[] = {
      "citation needed", "better source needed", "source needed",
      "clarification needed", "failed verification"};
  uint32_t close = at;
  while (close < end && s[close] != ']')
    close++;
  if (close == end) return 0;
  bede_str words = {s + at, close - at};
  for (size_t i = 0; i < sizeof requests / sizeof requests[0]; i++)
    if (bede_str_eq_nocase(words, bede_str_from(requests[i]))) return close + 1;
  return 0;
}

uint32_t bede_text_marker_end(const char *s, uint32_t at, uint32_t end)
{
  if (end - at > LOOK_MARKER) end = at + LOOK_MARKER;
  uint32_t numbers = numbers_end(s, at + 1, end);
  return numbers ? numbers : request_end(s, at + 1, end);
}

static bool is_raised(uint32_t cp)
{
  return cp == 0xB9 || cp == 0xB2 || cp == 0xB3 || cp == 0x2070 ||
         (cp >= 0x2074 && cp <= 0x2079);
}

// What a raised number can be a power of: "5 km²", "10³", "CO²".
static bool takes_power(const char *s, uint32_t at)
{
  uint32_t begin = at;
  while (begin > 0 && bede_is_alnum((unsigned char)s[begin - 1]) &&
         at - begin < LOOK_MARKER)
    begin--;
  bede_str word = {s + begin, at - begin};
  if (word.len == 0) return false;
  return word.len <= 2 || bede_is_digit((unsigned char)s[at - 1]) ||
         bede_text_is_unit(word, false);
}

uint32_t bede_text_raised_end(const char *s, uint32_t at, uint32_t end)
{
  uint32_t stop = at, count = 0;
  if (end - at > LOOK_MARKER) end = at + LOOK_MARKER;
  while (stop < end && is_raised(text_peek(s, stop, end))) {
    stop = text_step(s, stop, end);
    count++;
  }
  if (count == 0 || count > MARKER_DIGITS) return 0;
  if (text_is_gap(text_before(s, 0, at)) || takes_power(s, at)) return 0;
  return text_is_word(text_peek(s, stop, end)) ? 0 : stop;
}
