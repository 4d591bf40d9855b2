// Days of feasts. Easter by the algorithms of Meeus, Astronomical Algorithms
// (1991), chapter 8: the Gregorian one is that of Butcher's Ecclesiastical
// Calendar (1876), the Orthodox one is Julian.
#include "setting/calendar.h"

// From one feast of a list to the next at most: a leap year of a sun calendar.
#define LIST_DAYS 385

static bede_date month_day(int year, int month, int day)
{
  bede_date d = {(int16_t)year, (uint8_t)month, (uint8_t)day};
  return d;
}

static bede_date western_easter(int year)
{
  int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4;
  int f = (b + 8) / 25, g = (b - f + 1) / 3;
  int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
  int l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
  int n = h + l - 7 * m + 114;
  return month_day(year, n / 31, n % 31 + 1);
}

// Thirteen days behind the Julian date: right from 1900 to 2099.
static bede_date orthodox_easter(int year)
{
  int a = year % 4, b = year % 7, c = year % 19;
  int d = (19 * c + 15) % 30, e = (2 * a + 4 * b - d + 34) % 7;
  int n = d + e + 114;
  return bede_date_shift(month_day(year, n / 31, n % 31 + 1), 13);
}

// The nth weekday of a month, the last one for -1, or days behind it; year 0
// when the month has none.
static bede_date nth_weekday(int16_t year, const bede_lex_term *feast)
{
  uint8_t month = (uint8_t)feast->a;
  bede_date first = {year, month, 1};
  int ahead = (feast->b - 1 - bede_date_weekday(first) + 7) % 7;
  int day = 1 + ahead + 7 * ((feast->c < 1 ? 1 : feast->c) - 1);
  if (feast->c == -1) {
    while (day + 7 <= bede_month_days(year, month))
      day += 7;
  }
  if (day > bede_month_days(year, month)) return month_day(0, 0, 0);
  first.day = (uint8_t)day;
  return bede_date_shift(first, (int32_t)feast->number);
}

static bool listed(const bede_lexicon *lex, const bede_lex_term *feast,
                   int16_t year, bede_lex_span *out)
{
  for (uint32_t i = 0; i < feast->date_count; i++) {
    const bede_lex_span *span = bede_lexicon_dates(lex, feast->date_begin + i);
    if (span->from.year != year) continue;
    *out = *span;
    return true;
  }
  return false;
}

bool bede_feast_near(const bede_lexicon *lex, const bede_lex_term *feast,
                     bede_date day, int step, bede_lex_span *out)
{
  uint32_t n = feast->date_count;
  for (uint32_t i = 0; i < n; i++) {
    uint32_t at = feast->date_begin + (step > 0 ? i : n - 1 - i);
    const bede_lex_span *span = bede_lexicon_dates(lex, at);
    // What is to come may have begun.
    if (bede_date_cmp(step > 0 ? span->to : span->from, day) * step < 0)
      continue;
    // Behind the end of a list of years the last one is not the last.
    bede_date end = bede_date_shift(span->from, LIST_DAYS);
    if (step < 0 && n > 1 && i == 0 && bede_date_cmp(end, day) < 0)
      return false;
    *out = *span;
    return true;
  }
  return false;
}

bool bede_feast_days(const bede_lexicon *lex, const bede_lex_term *feast,
                     int16_t year, bede_lex_span *out)
{
  if (year < 1 || year > 9998) return false;
  switch (feast->feast) {
  case BEDE_FEAST_FIXED:
    out->from = month_day(year, feast->a, feast->b);
    break;
  case BEDE_FEAST_EASTER:
    out->from = bede_date_shift(western_easter(year), feast->a);
    break;
  case BEDE_FEAST_PASCHA:
    if (year < 1900 || year > 2099) return false;
    out->from = bede_date_shift(orthodox_easter(year), feast->a);
    break;
  case BEDE_FEAST_WEEKDAY:
    out->from = nth_weekday(year, feast);
    break;
  default:
    return listed(lex, feast, year, out);
  }
  out->to = out->from;
  return bede_date_valid(out->from);
}
