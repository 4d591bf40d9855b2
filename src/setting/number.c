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

// A number as digits and how many of them stand behind the point; `rest` when
// more behind it were left out.
typedef struct decimal {
  int64_t digits;
  unsigned places;
  bool rest;
} decimal;

// May the digits be parted so: "1,500,000", or as India writes "15,00,000"?
static bool good_groups(bede_str s)
{
  bede_str part, rest = s;
  size_t middle = 0, last = 0, groups = 0;
  if (!memchr(s.ptr, ',', s.len)) return true;
  while (rest.ptr) {
    rest = bede_str_cut(rest, ',', &part);
    if (groups == 0 && (part.len == 0 || part.len > 3)) return false;
    if (groups > 1) {
      if (last == 0 || (middle && middle != last)) return false;
      middle = last;
    }
    last = part.len;
    groups++;
  }
  return s.ptr[0] != '0' && last == 3 &&
         (!middle || middle == 2 || middle == 3);
}

static bool read_digits(bede_str s, decimal *out)
{
  bede_str whole, places = bede_str_cut(s, '.', &whole);
  memset(out, 0, sizeof *out);
  if ((places.ptr ? places.len == 0 : whole.len == 0) ||
      (whole.len && !good_groups(whole))) {
    return false;
  }
  for (size_t i = 0; i < whole.len; i++) {
    unsigned c = (unsigned char)whole.ptr[i];
    if (c == ',') continue;
    if (!bede_is_digit(c)) return false;
    out->digits = out->digits * 10 + (int64_t)(c - '0');
    if (out->digits > NUMBER_MAX) return false;
  }
  for (size_t i = 0; i < places.len; i++) {
    unsigned c = (unsigned char)places.ptr[i];
    if (!bede_is_digit(c)) return false;
    if (out->digits > NUMBER_MAX / 10) {
      out->rest |= c != '0';
    } else {
      out->digits = out->digits * 10 + (int64_t)(c - '0');
      out->places++;
    }
  }
  return true;
}

// False when that is more than any count.
static bool multiply(decimal *d, int64_t scale)
{
  while (d->places && scale % 10 == 0) {
    scale /= 10;
    d->places--;
  }
  if (d->digits > INT64_MAX / scale) return false;
  d->digits *= scale;
  return true;
}

// Sets the value of a number that is no more than NUMBER_MAX.
static bool set_value(decimal d, bede_number *out)
{
  out->whole = !d.rest;
  for (; d.places; d.places--) {
    out->whole = out->whole && d.digits % 10 == 0;
    d.digits /= 10;
  }
  out->value = d.digits;
  return d.digits <= NUMBER_MAX;
}

static bool all_digits(bede_str s, size_t len)
{
  for (size_t i = 0; i < s.len; i++)
    if (!bede_is_digit((unsigned char)s.ptr[i])) return false;
  return s.len == len;
}

// "12.000" where a counted noun stands behind it: thousands as many languages
// write them. Two points are never decimal: "1.250.000".
static bool read_points(const bede_scan *scan, uint32_t word, decimal *out)
{
  bede_str rest = bede_scan_form(scan, word), part;
  int64_t value = 0, scale;
  unsigned groups = 0;
  if (!memchr(rest.ptr, '.', rest.len) ||
      find(scales, bede_scan_form(scan, word + 1), &scale)) {
    return false; // "1.125 million"
  }
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
  *out = (decimal){value, 0, false};
  return true;
}

// "12 500 persons", "1'350 nurses": groups of three digits. Returns how many
// words behind the first belong to it.
static uint32_t read_groups(const bede_scan *scan, uint32_t word, decimal *out)
{
  bede_str first = bede_scan_form(scan, word);
  uint32_t n = 0, value;
  if (first.len > 3 || !all_digits(first, first.len) || first.ptr[0] == '0' ||
      !bede_str_u32(first, &value)) {
    return 0;
  }
  int64_t sum = value;
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
    sum = sum * 1000 + (int64_t)value;
    n += 1u + quote;
    if (sum > NUMBER_MAX) return 0;
  }
  bede_upos next = bede_scan_upos(scan, word + n + 1);
  if (n == 0 || (next != BEDE_UPOS_NOUN && next != BEDE_UPOS_ADJ)) return 0;
  *out = (decimal){sum, 0, false};
  return n;
}

// "A 10k race": a length.
static bool is_race(const bede_scan *scan, uint32_t word)
{
  return bede_scan_is(scan, word, "k") &&
         bede_scan_in(scan, word + 1, "run race marathon walk");
}

// May the scale at `word` be one of the digits that begin at `first`? A letter
// stands right behind them: "30m people" but a "30 m" wall; of money it may
// stand apart.
static bool may_scale(const bede_scan *scan, uint32_t first, uint32_t word)
{
  size_t len = bede_scan_form(scan, word).len;
  bool apart = scan->doc->words.items[word - 1].flags & BEDE_WORD_SPACE_AFTER;
  if (len <= 2 && word != first + 1) return false;
  if (len == 1 && apart &&
      !bede_scan_in(scan, first - 1, "$ \xE2\x82\xAC \xC2\xA3 \xC2\xA5")) {
    return false;
  }
  return !is_race(scan, word);
}

// Digits and the scales behind them: "1,500", "1.5 million", "20 thousand".
static bool digits_at(const bede_scan *scan, uint32_t word, bede_number *out)
{
  decimal d;
  int64_t scale;
  if (!read_points(scan, word, &d) &&
      !read_digits(bede_scan_form(scan, word), &d)) {
    return false;
  }
  out->begin = word;
  out->end = word + 1;
  out->rule = "cardinal";
  out->scale = 1;
  out->end += read_groups(scan, word, &d);
  while (find(scales, bede_scan_form(scan, out->end), &scale) &&
         may_scale(scan, word, out->end)) {
    if (!multiply(&d, scale) || out->scale > NUMBER_MAX / scale) return false;
    out->scale *= scale;
    out->end++;
    out->rule = "mixed";
  }
  return set_value(d, out);
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

// A written number as it is read.
typedef struct numerals {
  int64_t total, part; // of the scales from a thousand on; below them
  int64_t big;         // the last of these scales
  int64_t last, unit;  // the scales read last, multiplied; the very last
} numerals;

// May a numeral below a hundred be added here, with what stands behind it?
static bool may_add(const bede_scan *scan, uint32_t behind, const numerals *n)
{
  int64_t scale;
  if (n->part ? n->part % 100 != 0 : !n->total) return false;
  if (!written_scale(scan, behind, &scale)) return true;
  // "one hundred and two hundred" are two numbers
  return scale < 1000 ? n->part == 0 : scale < n->big;
}

// Multiplies by the scales at *at; false for more than any count.
static bool read_scales(const bede_scan *scan, uint32_t *at, numerals *n)
{
  int64_t scale;
  while (n->part > 0 && written_scale(scan, *at, &scale)) {
    if (scale < 1000 ? n->part >= 100 : scale >= n->big) break;
    if (n->part > NUMBER_MAX / scale || n->last > NUMBER_MAX / scale)
      return false;
    n->part *= scale;
    n->last *= scale;
    n->unit = scale;
    if (scale >= 1000) {
      n->total += n->part;
      n->part = 0;
      n->big = scale;
    }
    ++*at;
  }
  return n->total <= NUMBER_MAX;
}

// "two and a half million", "a dozen and a half": a half of the scale behind it
// or before it. Returns the words, 0 for none; *whole is false for "two and a
// half years".
static uint32_t read_half(const bede_scan *scan, uint32_t at, numerals *n,
                          bool *whole)
{
  int64_t scale;
  uint32_t words = bede_scan_phrase(scan, at, "and a half");
  if (!words) return 0;
  if (n->unit > 1) {
    n->part += n->unit / 2;
    return words;
  }
  if (!written_scale(scan, at + words, &scale)) {
    *whole = false;
    return words;
  }
  if (n->part > NUMBER_MAX / scale / 2) return 0;
  n->part = n->part * scale + scale / 2;
  n->last = scale;
  return words + 1;
}

// "two hundred and five", "half a million", "a thousand", "two dozen".
static bool words_at(const bede_scan *scan, uint32_t word, bede_number *out)
{
  numerals n = {.big = INT64_MAX, .last = 1, .unit = 1};
  uint32_t at = word, words, from;
  int64_t value;
  bool half = bede_scan_phrase(scan, word, "half a") != 0;
  bool whole = true;
  if (half || bede_scan_in(scan, word, "a an")) {
    at += half ? 2 : 1;
    if (!written_scale(scan, at, &value)) return false;
    n.part = 1;
  }
  do {
    from = at;
    bool joined = at > word && bede_scan_is(scan, at, "and");
    words = below_hundred(scan, at + joined, &value);
    if (words && (at == word || may_add(scan, at + joined + words, &n))) {
      n.part += value;
      n.last = n.unit = 1;
      at += joined + words;
    }
    if (!read_scales(scan, &at, &n)) return false;
  } while (at != from);
  if (at == word) return false;
  out->begin = word;
  out->end = at + read_half(scan, at, &n, &whole);
  out->value = (n.total + n.part) / (half ? 2 : 1);
  out->whole = whole;
  out->scale = n.last;
  out->rule = "words";
  return out->value <= NUMBER_MAX;
}

bool bede_number_at(const bede_scan *scan, uint32_t word, bede_number *out)
{
  if (word >= scan->end) return false;
  return digits_at(scan, word, out) || words_at(scan, word, out);
}
