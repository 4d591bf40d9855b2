// Reads numbers from words.
#include "setting/number.h"

// Sums over this are no counts of anything in the news.
#define NUMBER_MAX ((int64_t)1000000000000000)

typedef struct numeral {
  const char *word;
  int64_t value;
} numeral;

static const numeral small[] = {
    {"zero", 0},     {"one", 1},        {"two", 2},       {"three", 3},
    {"four", 4},     {"five", 5},       {"six", 6},       {"seven", 7},
    {"eight", 8},    {"nine", 9},       {"ten", 10},      {"eleven", 11},
    {"twelve", 12},  {"thirteen", 13},  {"fourteen", 14}, {"fifteen", 15},
    {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19},
    {NULL, 0}};

static const numeral tens[] = {{"twenty", 20}, {"thirty", 30}, {"forty", 40},
                               {"fifty", 50},  {"sixty", 60},  {"seventy", 70},
                               {"eighty", 80}, {"ninety", 90}, {NULL, 0}};

// What multiplies the number before it.
static const numeral scales[] = {{"dozen", 12},
                                 {"hundred", 100},
                                 {"thousand", 1000},
                                 {"million", 1000000},
                                 {"m", 1000000},
                                 {"mn", 1000000},
                                 {"billion", 1000000000},
                                 {"bn", 1000000000},
                                 {"trillion", 1000000000000},
                                 {"k", 1000},
                                 {NULL, 0}};

static bool find(const numeral *list, bede_str form, int64_t *out)
{
  if (!form.len) return false;
  for (; list->word; list++) {
    if ((form.ptr[0] | 32) != list->word[0]) continue;
    if (!bede_str_eq_nocase(form, bede_str_from(list->word))) continue;
    *out = list->value;
    return true;
  }
  return false;
}

// A decimal number in digits with thousands' commas, as thousandths.
static bool read_digits(bede_str s, int64_t *milli)
{
  int64_t value = 0, unit = 100;
  bool point = false, any = false;
  for (size_t i = 0; i < s.len; i++) {
    unsigned c = (unsigned char)s.ptr[i];
    if (c == ',' && !point && any) continue;
    if (c == '.' && !point && i + 1 < s.len) {
      point = true;
      value *= 1000;
    } else if (!bede_is_digit(c) || value > NUMBER_MAX) {
      return false;
    } else if (point) {
      value += (int64_t)(c - '0') * unit;
      unit /= 10;
    } else {
      value = value * 10 + (int64_t)(c - '0');
    }
    any |= bede_is_digit(c);
  }
  *milli = point ? value : value * 1000;
  return any;
}

// Digits and the scales behind them: "1,500", "1.5 million", "20 thousand".
static bool digits_at(const bede_scan *scan, uint32_t word, bede_number *out)
{
  int64_t milli, scale;
  if (!read_digits(bede_scan_form(scan, word), &milli)) return false;
  out->begin = word;
  out->end = word + 1;
  out->rule = "cardinal";
  while (find(scales, bede_scan_form(scan, out->end), &scale)) {
    bool letter = bede_scan_form(scan, out->end).len <= 2;
    if (letter && out->end > word + 1) break;
    if (milli > NUMBER_MAX / scale) return false;
    milli *= scale;
    out->end++;
    out->rule = "mixed";
  }
  out->value = milli / 1000;
  out->whole = milli % 1000 == 0;
  return true;
}

// Numerals from "zero" to "ninety-nine" at `word`; the words they take, or 0.
static uint32_t below_hundred(const bede_scan *scan, uint32_t word,
                              int64_t *out)
{
  int64_t unit;
  if (find(small, bede_scan_form(scan, word), out)) return 1;
  if (!find(tens, bede_scan_form(scan, word), out)) return 0;
  uint32_t n = bede_scan_in(scan, word + 1, "- \xE2\x80\x90") ? 2 : 1;
  if (find(small, bede_scan_form(scan, word + n), &unit) && unit > 0 &&
      unit < 10) {
    *out += unit;
    return n + 1;
  }
  return 1;
}

static bool written_scale(const bede_scan *scan, uint32_t word, int64_t *out)
{
  return bede_scan_form(scan, word).len > 2 &&
         find(scales, bede_scan_form(scan, word), out);
}

// "two hundred and five", "half a million", "a thousand", "two dozen".
static bool words_at(const bede_scan *scan, uint32_t word, bede_number *out)
{
  int64_t total = 0, part = 0, value, scale;
  uint32_t at = word, n;
  bool half = bede_scan_phrase(scan, word, "half a") != 0;
  bool article = bede_scan_in(scan, word, "a an");
  if (half || article) at += half ? 2 : 1;
  if ((half || article) && !written_scale(scan, at, &scale)) return false;
  if (half || article) part = 1;
  for (;;) {
    uint32_t from = at;
    bool joined = at > word && bede_scan_is(scan, at, "and");
    n = below_hundred(scan, at + joined, &value);
    if (n && (at == word || total + part > 0)) {
      bool room = at == word || (part == 0 ? total > 0 : part % 100 == 0);
      if (!room) break;
      part += value;
      at += joined + n;
    }
    while (written_scale(scan, at, &scale) && part > 0) {
      if (part > NUMBER_MAX / scale) return false;
      part *= scale;
      if (half) part /= 2;
      half = false;
      if (scale >= 1000) {
        total += part;
        part = 0;
      }
      at++;
    }
    if (at == from) break;
  }
  if (at == word) return false;
  out->begin = word;
  out->end = at;
  out->value = total + part;
  out->whole = true;
  out->rule = "words";
  return true;
}

bool bede_number_at(const bede_scan *scan, uint32_t word, bede_number *out)
{
  if (word >= scan->end) return false;
  return digits_at(scan, word, out) || words_at(scan, word, out);
}
