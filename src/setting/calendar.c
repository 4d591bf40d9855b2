// Civil arithmetic of time expressions. Rulings R29 and R30 of the codebook:
// early = the 1st to the 10th, late and end = the 21st to the last day; last
// week = the Monday to Sunday before; this week = Monday to the report's day; a
// weekday = the last one on or before it, for plans the next.
#include "setting/calendar.h"

#include <stdio.h>

#include "base/str.h"

#define WEEK_DAYS 7

static bede_date day_of(int16_t year, uint8_t month, uint8_t day)
{
  bede_date d = {year, month, day};
  return d;
}

static bede_date month_end(int16_t year, uint8_t month)
{
  return day_of(year, month, bede_month_days(year, month));
}

static void set_span(bede_timex *out, bede_date from, bede_date to)
{
  out->from = from;
  out->to = to;
}

// The months [first, last] of a year, narrowed by mod where they are one month.
static void set_months(bede_timex *out, int16_t year, uint8_t first,
                       uint8_t last, char mod)
{
  bede_date from = day_of(year, first, 1), to = month_end(year, last);
  if (first == last) {
    if (mod == 's') to.day = 10;
    if (mod == 'm') from.day = 11, to.day = 20;
    if (mod == 'e') from.day = 21;
  }
  set_span(out, from, to);
}

// A year in thirds: early to April, late from September.
static void set_year(bede_timex *out, int16_t year, char mod)
{
  uint8_t first = mod == 'm' ? 5 : mod == 'e' ? 9 : 1;
  uint8_t last = mod == 's' ? 4 : mod == 'm' ? 8 : 12;
  set_span(out, day_of(year, first, 1), month_end(year, last));
}

static void set_decade(bede_timex *out, int16_t year, char mod)
{
  int16_t first = (int16_t)(year + (mod == 'm' ? 3 : mod == 'e' ? 7 : 0));
  int16_t last = (int16_t)(year + (mod == 's' ? 3 : mod == 'm' ? 6 : 9));
  set_span(out, day_of(first, 1, 1), day_of(last, 12, 31));
}

// Northern seasons; a winter begins in December of the year named.
static void set_season(bede_timex *out, int16_t year, uint8_t season)
{
  uint8_t first = (uint8_t)(season * 3);
  int16_t last_year = (int16_t)(year + (season == 4));
  uint8_t last = season == 4 ? 2 : (uint8_t)(first + 2);
  set_span(out, day_of(year, first, 1), month_end(last_year, last));
}

static bede_date shift_days(bede_date d, int32_t days)
{
  return bede_date_from_days(bede_date_days(d) + days);
}

// The year and month `shift` months from those of `d`.
static bede_date shift_months(bede_date d, int32_t shift)
{
  int32_t months = d.year * 12 + d.month - 1 + shift;
  bede_date none = {0, 0, 0};
  if (months < 12 || months >= 9999 * 12) return none;
  return day_of((int16_t)(months / 12), (uint8_t)(months % 12 + 1), 1);
}

// Cuts what would lie behind the report's day off a running period: "this
// week", unless the clause looks ahead.
static void until_report(bede_timex *out, const bede_when *when,
                         bede_date report, bool future)
{
  if (when->shift == 0 && !future && !when->mod) out->to = report;
}

static void resolve_week(bede_timex *out, bede_date report, int32_t shift)
{
  int32_t monday = bede_date_days(report) - bede_date_weekday(report);
  monday += shift * WEEK_DAYS;
  set_span(out, bede_date_from_days(monday), bede_date_from_days(monday + 6));
}

static bool in_years(int32_t year)
{
  return year >= 1 && year <= 9999;
}

static void resolve_relative(const bede_when *when, bede_date report,
                             bool future, bede_timex *out)
{
  int32_t year = report.year + when->shift;
  bede_date month;
  switch (when->unit) {
  case BEDE_PRECISION_DAY:
    if (when->shift > -400000 && when->shift < 400000) {
      out->from = out->to = shift_days(report, when->shift);
    }
    return;
  case BEDE_PRECISION_WEEK:
    if (when->shift < -50000 || when->shift > 50000) return;
    resolve_week(out, report, when->shift);
    break;
  case BEDE_PRECISION_MONTH:
    month = shift_months(report, when->shift);
    if (!month.year) return;
    set_months(out, month.year, month.month, month.month, when->mod);
    break;
  case BEDE_PRECISION_YEAR:
    if (in_years(year)) set_year(out, (int16_t)year, when->mod);
    break;
  case BEDE_PRECISION_DECADE:
    year = report.year / 10 * 10 + when->shift * 10;
    if (in_years(year) && year < 9990) set_decade(out, (int16_t)year, 0);
    break;
  default:
    return;
  }
  if (out->from.year) until_report(out, when, report, future);
}

static void resolve_weekday(const bede_when *when, bede_date report,
                            bool future, bede_timex *out)
{
  int32_t back = (bede_date_weekday(report) - (when->weekday - 1) + 7) % 7;
  if (when->last && back == 0) back = 7;
  int32_t shift = when->next || (future && !when->last) ? 7 - back : -back;
  if (shift == 7 && !when->next) shift = 0;
  out->from = out->to = shift_days(report, shift);
}

static uint8_t first_month(const bede_when *when)
{
  if (when->quarter) return (uint8_t)(when->quarter * 3 - 2);
  return when->season ? (uint8_t)(when->season * 3) : when->month;
}

// The year of a month or season that the text leaves open: the last such on or
// before the report's day, the next for what is to come.
static int16_t year_for(const bede_when *when, bede_date report, bool future)
{
  if (when->year || !report.year) return when->year;
  uint8_t month = first_month(when);
  bede_date start = {report.year, month, when->day ? when->day : 1};
  int order = bede_date_cmp(start, report);
  if (when->last) { // not the one that is running
    bool long_one = when->season || when->quarter;
    uint8_t end = long_one ? (uint8_t)(month + 2) : month;
    return (int16_t)(report.year - (end >= report.month));
  }
  if (when->next || future) {
    bool over = month < report.month || (when->day && order < 0);
    return (int16_t)(report.year + over);
  }
  return (int16_t)(report.year - (order > 0));
}

static void resolve_absolute(const bede_when *when, int16_t year,
                             bede_timex *out)
{
  bede_date day = {year, when->month, when->day};
  if (year < 1 || year > 9990) return;
  switch (when->unit) {
  case BEDE_PRECISION_DAY:
    if (bede_date_valid(day)) set_span(out, day, day);
    return;
  case BEDE_PRECISION_MONTH:
    set_months(out, year, when->month, when->month, when->mod);
    return;
  case BEDE_PRECISION_SEASON:
    if (when->quarter) {
      uint8_t first = first_month(when);
      set_span(out, day_of(year, first, 1),
               month_end(year, (uint8_t)(first + 2)));
    } else {
      set_season(out, year, when->season);
    }
    return;
  case BEDE_PRECISION_DECADE:
    set_decade(out, year, when->mod);
    return;
  default:
    set_year(out, year, when->mod);
  }
}

// --- TIMEX3 values

// ISO 8601 week of a day: the week of its Thursday.
static int iso_week(bede_date day, int *year)
{
  bede_date thursday = shift_days(day, 3 - bede_date_weekday(day));
  bede_date first = {thursday.year, 1, 1};
  *year = thursday.year;
  return (int)((bede_date_days(thursday) - bede_date_days(first)) / 7) + 1;
}

static void print_open(const bede_when *when, char *out, size_t size)
{
  static const char *const seasons[] = {"", "SP", "SU", "FA", "WI"};
  if (when->season) {
    (void)snprintf(out, size, "XXXX-%s", seasons[when->season]);
  } else if (when->quarter) {
    (void)snprintf(out, size, "XXXX-Q%d", when->quarter);
  } else if (when->month && when->day) {
    (void)snprintf(out, size, "XXXX-%02d-%02d", when->month, when->day);
  } else if (when->month) {
    (void)snprintf(out, size, "XXXX-%02d", when->month);
  } else if (when->weekday) {
    (void)snprintf(out, size, "XXXX-WXX-%d", when->weekday);
  } else if (when->unit == BEDE_PRECISION_DAY) {
    (void)snprintf(out, size, when->shift ? "XXXX-XX-XX" : "PRESENT_REF");
  } else {
    (void)snprintf(out, size, "XXXX");
  }
}

static void print_value(const bede_when *when, const bede_timex *t, char *out,
                        size_t size)
{
  static const char *const seasons[] = {"", "SP", "SU", "FA", "WI"};
  int year = t->from.year, week;
  if (!year) {
    print_open(when, out, size);
    return;
  }
  switch (when->unit) {
  case BEDE_PRECISION_DAY:
    (void)snprintf(out, size, "%04d-%02d-%02d", year, t->from.month,
                   t->from.day);
    return;
  case BEDE_PRECISION_WEEK:
    week = iso_week(t->from, &year);
    (void)snprintf(out, size, "%04d-W%02d", year, week);
    return;
  case BEDE_PRECISION_MONTH:
    (void)snprintf(out, size, "%04d-%02d", year, t->from.month);
    return;
  case BEDE_PRECISION_SEASON:
    if (when->quarter) {
      (void)snprintf(out, size, "%04d-Q%d", year, when->quarter);
    } else {
      (void)snprintf(out, size, "%04d-%s", year, seasons[when->season]);
    }
    return;
  case BEDE_PRECISION_DECADE:
    (void)snprintf(out, size, "%03d", year / 10);
    return;
  default:
    (void)snprintf(out, size, "%04d", year);
  }
}

bede_status bede_when_resolve(const bede_when *when, bede_date report,
                              bool future, bede_arena *arena, bede_timex *out)
{
  char value[24];
  out->type = BEDE_TIMEX_DATE;
  out->precision = when->unit;
  if (when->relative) {
    if (report.year) resolve_relative(when, report, future, out);
  } else if (when->weekday) {
    if (report.year) resolve_weekday(when, report, future, out);
  } else {
    resolve_absolute(when, year_for(when, report, future), out);
  }
  if (!out->from.year || !out->to.year) {
    out->from.year = out->to.year = 0;
  }
  print_value(when, out, value, sizeof value);
  out->value = bede_arena_copy(arena, bede_str_from(value));
  if (when->mod) {
    out->mod = bede_str_from(when->mod == 's'   ? "START"
                             : when->mod == 'm' ? "MID"
                                                : "END");
  }
  return out->value.ptr ? BEDE_OK : BEDE_ENOMEM;
}
