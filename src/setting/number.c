// Reads numbers from words.
#include "setting/number.h"

#include <string.h>

#include "base/str.h"

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
                                 {"k", 1000},
                                 {"lakh", 100000},
                                 {"lakhs", 100000},
                                 {"crore", 10000000},
                                 {"crores", 10000000},
                                 {"million", 1000000},
                                 {"m", 1000000},
                                 {"mn", 1000000},
                                 {"billion", 1000000000},
                                 {"bn", 1000000000},
                                 {"trillion", 1000000000000},
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

static bool all_digits(bede_str s, size_t len)
{
  for (size_t i = 0; i < s.len; i++)
    if (!bede_is_digit((unsigned char)s.ptr[i])) return false;
  return s.len == len;
}

// "12.000" where a counted noun stands behind it: thousands as many languages
// write them. Two points are never decimal: "1.250.000".
static bool read_points(const bede_scan *scan, uint32_t word, int64_t *milli)
{
  bede_str rest = bede_scan_form(scan, word), part;
  int64_t value = 0;
  unsigned groups = 0;
  if (!memchr(rest.ptr, '.', rest.len)) return false;
  while (rest.ptr) {
    uint32_t n;
    rest = bede_str_cut(rest, '.', &part);
    bool good = groups ? all_digits(part, 3)
                       : part.len <= 3 && all_digits(part, part.len);
    if (!good || part.len == 0 || groups > 4 || !bede_str_u32(part, &n)) {
      return false;
    }
    if (groups == 0 && part.ptr[0] == '0') return false;
    value = value * 1000 + n;
    groups++;
  }
  bede_upos next = bede_scan_upos(scan, word + 1);
  if (groups < 2 || (groups == 2 && next != BEDE_UPOS_NOUN &&
                     next != BEDE_UPOS_ADJ && next != BEDE_UPOS_PROPN)) {
    return false;
  }
  *milli = value * 1000;
  return true;
}

// "12 500 persons", "1'350 nurses": groups of three digits. Returns how many
// words behind the first belong to it.
static uint32_t read_groups(const bede_scan *scan, uint32_t word,
                            int64_t *milli)
{
  bede_str first = bede_scan_form(scan, word);
  uint32_t n = 0, value;
  if (first.len > 3 || !all_digits(first, first.len) || first.ptr[0] == '0') {
    return 0;
  }
  for (;;) {
    uint32_t at = word + n + 1;
    bool quote = bede_scan_in(scan, at, "' \xE2\x80\x99");
    bede_str group = bede_scan_form(scan, at + quote);
    bede_str joined = bede_scan_form(scan, at);
    if (joined.len == 4 && joined.ptr[0] == '\'') { // "'350" as one word
      group = bede_str_sub(joined, 1, 4);
      quote = false;
    }
    if (!all_digits(group, 3) || !bede_str_u32(group, &value)) break;
    *milli = *milli * 1000 + (int64_t)value * 1000;
    n += 1u + quote;
    if (n > 8) break;
  }
  bede_upos next = bede_scan_upos(scan, word + n + 1);
  return next == BEDE_UPOS_NOUN || next == BEDE_UPOS_ADJ ? n : 0;
}

// "A 10k race": a length.
static bool is_race(const bede_scan *scan, uint32_t word)
{
  return bede_scan_is(scan, word, "k") &&
         bede_scan_in(scan, word + 1, "run race marathon walk");
}

// Digits and the scales behind them: "1,500", "1.5 million", "20 thousand".
static bool digits_at(const bede_scan *scan, uint32_t word, bede_number *out)
{
  int64_t milli, scale, grouped;
  if (!read_points(scan, word, &milli) &&
      !read_digits(bede_scan_form(scan, word), &milli)) {
    return false;
  }
  out->begin = word;
  out->end = word + 1;
  out->rule = "cardinal";
  out->scale = 1;
  grouped = milli;
  uint32_t groups = read_groups(scan, word, &grouped);
  if (groups) {
    milli = grouped;
    out->end += groups;
  }
  while (find(scales, bede_scan_form(scan, out->end), &scale)) {
    bool letter = bede_scan_form(scan, out->end).len <= 2;
    if ((letter && out->end > word + 1) || is_race(scan, out->end)) break;
    if (milli > NUMBER_MAX / scale) return false;
    milli *= scale;
    out->scale *= scale;
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
  int64_t total = 0, part = 0, last = 1, value, scale;
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
      last = 1;
      at += joined + n;
    }
    while (written_scale(scan, at, &scale) && part > 0) {
      if (part > NUMBER_MAX / scale) return false;
      part *= scale;
      last *= scale;
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
  // "a dozen and a half"
  if (bede_scan_phrase(scan, at, "and a half") && (total + part) % 2 == 0) {
    part += (total + part) / 2;
    at += 3;
  }
  out->begin = word;
  out->end = at;
  out->value = total + part;
  out->whole = true;
  out->scale = last;
  out->rule = "words";
  return true;
}

bool bede_number_at(const bede_scan *scan, uint32_t word, bede_number *out)
{
  if (word >= scan->end) return false;
  return digits_at(scan, word, out) || words_at(scan, word, out);
}
