// Civil arithmetic of time expressions. Rulings R29 and R30 of the codebook:
// early = the 1st to the 10th, late and end = the 21st to the last day; last
// week = the Monday to Sunday before; this week = Monday to the report's day; a
// weekday = the last one on or before it, for plans the next.
#include "setting/calendar.h"

#define WEEK_DAYS 7
#define MAX_DAYS 400000 // of a shift: a millennium
#define MAX_WEEKS 50000
// No shift goes beyond the years that there are, whatever its unit.
#define MAX_SHIFT 4000000
#define LEAP_YEARS 8 // from one leap year to the next at most
#define MAX_YEAR 9990

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

static bool in_years(int32_t year)
{
  return year >= 1 && year <= MAX_YEAR;
}

bede_date bede_date_shift(bede_date d, int32_t days)
{
  bede_date none = {0, 0, 0};
  if (days < -MAX_DAYS || days > MAX_DAYS) return none;
  return bede_date_from_days(bede_date_days(d) + days);
}

bede_date bede_date_shift_months(bede_date d, int32_t shift)
{
  bede_date none = {0, 0, 0};
  if (shift < -MAX_DAYS || shift > MAX_DAYS) return none;
  int32_t months = d.year * 12 + d.month - 1 + shift;
  if (months < 12 || months >= MAX_YEAR * 12) return none;
  bede_date out = {(int16_t)(months / 12), (uint8_t)(months % 12 + 1), d.day};
  uint8_t last = bede_month_days(out.year, out.month);
  if (out.day > last) out.day = last;
  return out;
}

// --- periods

// The months [first, last] of a year, narrowed by mod where they are one month.
static void set_months(bede_timex *out, int16_t year, uint8_t first,
                       uint8_t last, bede_when_mod mod)
{
  bede_date from = day_of(year, first, 1), to = month_end(year, last);
  if (first == last) {
    if (mod == BEDE_MOD_START) to.day = 10;
    if (mod == BEDE_MOD_MID) from.day = 11, to.day = 20;
    if (mod == BEDE_MOD_END) from.day = 21;
  }
  set_span(out, from, to);
}

// A year in thirds: early to April, late from September.
static void set_year(bede_timex *out, int16_t year, bede_when_mod mod)
{
  uint8_t first = mod == BEDE_MOD_MID ? 5 : mod == BEDE_MOD_END ? 9 : 1;
  uint8_t last = mod == BEDE_MOD_START ? 4 : mod == BEDE_MOD_MID ? 8 : 12;
  set_span(out, day_of(year, first, 1), month_end(year, last));
}

// A decade's first four, middle four, last three years; a century likewise.
static void set_decade(bede_timex *out, int16_t year, bede_when_mod mod,
                       bool century)
{
  int unit = century ? 10 : 1, begin = century ? year + 1 : year;
  int first = begin + unit * (mod == BEDE_MOD_MID   ? 3
                              : mod == BEDE_MOD_END ? 7
                                                    : 0);
  int last = begin + unit * (mod == BEDE_MOD_START ? 4
                             : mod == BEDE_MOD_MID ? 7
                                                   : 10);
  set_span(out, day_of((int16_t)first, 1, 1),
           day_of((int16_t)(last - 1), 12, 31));
}

// Northern seasons; a winter begins in December of the year named.
static void set_season(bede_timex *out, int16_t year, uint8_t season)
{
  uint8_t first = (uint8_t)(season * 3);
  int16_t last_year = (int16_t)(year + (season == 4));
  uint8_t last = season == 4 ? 2 : (uint8_t)(first + 2);
  set_span(out, day_of(year, first, 1), month_end(last_year, last));
}

// Days 1 to 7 of a month are its first week; the last one its last seven.
static void set_week_of_month(bede_timex *out, int16_t year, uint8_t month,
                              uint8_t nth)
{
  bede_date last = month_end(year, month);
  bede_date from =
      nth == BEDE_NTH_LAST
          ? bede_date_shift(last, 1 - WEEK_DAYS)
          : day_of(year, month, (uint8_t)(1 + WEEK_DAYS * (nth - 1)));
  bede_date to = bede_date_shift(from, WEEK_DAYS - 1);
  set_span(out, from, bede_date_cmp(to, last) > 0 ? last : to);
}

static void set_week(bede_timex *out, const bede_when *when, bede_date day,
                     int32_t shift)
{
  if (shift < -MAX_WEEKS || shift > MAX_WEEKS) return;
  bede_date monday =
      bede_date_shift(day, shift * WEEK_DAYS - bede_date_weekday(day));
  if (!monday.year) return;
  if (when->in_week) {
    out->from = out->to = bede_date_shift(monday, when->weekday - 1);
    return;
  }
  set_span(out, bede_date_shift(monday, when->weekend ? 5 : 0),
           bede_date_shift(monday, WEEK_DAYS - 1));
}

// --- relative

// Cuts what would lie behind the report's day off a running period: "this
// week", unless the clause looks ahead.
static void until_report(bede_timex *out, const bede_when *when,
                         const bede_now *now)
{
  bool running = when->from == BEDE_FROM_REPORT && when->shift == 0 &&
                 (!now->future || now->running) && !when->mod &&
                 !when->weekend && !when->in_week;
  if (running && bede_date_cmp(out->to, now->report) > 0 &&
      bede_date_cmp(out->from, now->report) <= 0) {
    out->to = now->report;
  }
}

// Seasons, quarters and halves counted from a day: "the first quarter of last
// year" is counted in years.
static void set_part_of_year(bede_timex *out, const bede_when *when,
                             int16_t year)
{
  if (when->half) {
    uint8_t first = when->half == 1 ? 1 : 7;
    set_months(out, year, first, (uint8_t)(first + 5), BEDE_MOD_NONE);
  } else if (when->quarter) {
    uint8_t first = (uint8_t)(when->quarter * 3 - 2);
    set_months(out, year, first, (uint8_t)(first + 2), BEDE_MOD_NONE);
  } else {
    set_season(out, year, when->season);
  }
}

// `shift` units from `day`.
static void set_shifted(bede_timex *out, const bede_when *when, bede_date day)
{
  if (when->shift < -MAX_SHIFT || when->shift > MAX_SHIFT) return;
  int32_t year = day.year + when->shift;
  bede_date month;
  switch (when->unit) {
  case BEDE_PRECISION_DAY:
    if (when->in_week) {
      set_week(out, when, day, when->shift);
    } else if (when->of_month) {
      day.day = 1;
      month = bede_date_shift_months(day, when->shift);
      month.day = when->day;
      if (bede_date_valid(month)) set_span(out, month, month);
    } else if (when->month) { // "October of next year"
      bede_date named = {(int16_t)year, when->month, when->day};
      if (in_years(year) && bede_date_valid(named)) set_span(out, named, named);
    } else {
      out->from = out->to = bede_date_shift(day, when->shift);
    }
    return;
  case BEDE_PRECISION_WEEK:
    set_week(out, when, day, when->shift);
    return;
  case BEDE_PRECISION_MONTH:
    if (when->month) {
      if (in_years(year)) {
        set_months(out, (int16_t)year, when->month, when->month, when->mod);
      }
      return;
    }
    day.day = 1;
    month = bede_date_shift_months(day, when->shift);
    if (month.year) {
      set_months(out, month.year, month.month, month.month, when->mod);
    }
    return;
  case BEDE_PRECISION_SEASON:
    if (in_years(year)) set_part_of_year(out, when, (int16_t)year);
    return;
  case BEDE_PRECISION_YEAR:
    if (in_years(year)) set_year(out, (int16_t)year, when->mod);
    return;
  case BEDE_PRECISION_DECADE:
    year = when->century ? (day.year - 1) / 100 * 100 + when->shift * 100
                         : day.year / 10 * 10 + when->shift * 10;
    if (year >= 0 && year < 9800) {
      set_decade(out, (int16_t)year, when->mod, when->century);
    }
    return;
  default:
    return;
  }
}

// The named date counts where it is as fine as the unit: "two days later" says
// nothing after "in May".
static void resolve_relative(const bede_when *when, const bede_now *now,
                             bede_timex *out)
{
  if (when->from == BEDE_FROM_REPORT) {
    if (!now->report.year) return;
    bede_when last = *when;
    set_shifted(out, when, now->report);
    if (when->by_tense && !now->future && out->from.year &&
        bede_date_cmp(out->from, now->report) > 0) {
      last.shift--;
      set_shifted(out, &last, now->report);
    }
    if (out->from.year && out->to.year) until_report(out, when, now);
    return;
  }
  const bede_timex *named = now->named;
  if (when->of_month && named && bede_date_valid(named->from) &&
      named->precision <= BEDE_PRECISION_MONTH) {
    set_shifted(out, when, named->from);
    return;
  }
  if (!named || named->precision > when->unit) return;
  if (bede_date_valid(named->from)) {
    set_shifted(out, when, when->shift > 0 ? named->to : named->from);
  }
}

static void resolve_weekday(const bede_when *when, const bede_now *now,
                            bede_timex *out)
{
  int32_t back = (bede_date_weekday(now->report) - (when->weekday - 1) + 7) % 7;
  if (when->last && back == 0) back = 7;
  bool ahead = when->next || (now->future && !when->last);
  int32_t shift = ahead ? 7 - back : -back;
  if (shift == 7 && !when->next) shift = 0;
  out->from = out->to = bede_date_shift(now->report, shift);
}

// --- absolute, the year perhaps open

static uint8_t first_month(const bede_when *when)
{
  if (when->half) return when->half == 1 ? 1 : 7;
  if (when->quarter) return (uint8_t)(when->quarter * 3 - 2);
  return when->season ? (uint8_t)(when->season * 3) : when->month;
}

// How many months behind its first one the period goes on.
static int months_behind(const bede_when *when)
{
  return when->half ? 5 : when->season || when->quarter ? 2 : 0;
}

// The day in its month that the period begins with.
static uint8_t first_day(const bede_when *when)
{
  if (when->day) return when->day;
  if (months_behind(when)) return 1;
  return when->mod == BEDE_MOD_END ? 21 : when->mod == BEDE_MOD_MID ? 11 : 1;
}

// The year of a month or season that the text leaves open: the last such that
// begins on or before the report's day, the next for what is to come; behind
// "last" and "next" not the one that is running.
static int16_t open_year(const bede_when *when, const bede_now *now)
{
  bede_date report = now->report;
  int month = first_month(when), year = report.year;
  int end = month + months_behind(when), order;
  bede_date start = {report.year, (uint8_t)month, first_day(when)};
  order = bede_date_cmp(start, report);
  if (when->last) {
    while (year * 12 + end >= report.year * 12 + report.month)
      year--;
  } else if (when->next) {
    year += end <= report.month;
  } else if (now->future) {
    year += end < report.month || (when->day && order < 0);
  } else {
    year -= order > 0;
  }
  return (int16_t)year;
}

// The same; of 29 February a leap year.
static int16_t year_for(const bede_when *when, const bede_now *now)
{
  if (when->year || !now->report.year) return when->year;
  int16_t year = open_year(when, now);
  bool leap = when->month == 2 && when->day == 29;
  for (int i = 0; leap && i < LEAP_YEARS && bede_month_days(year, 2) < 29; i++)
    year = (int16_t)(year + (now->future || when->next ? 1 : -1));
  return year;
}

static void resolve_absolute(const bede_when *when, int16_t year,
                             bede_timex *out)
{
  bede_date day = {year, when->month, when->day}, to = day;
  if (!in_years(year)) return;
  switch (when->unit) {
  case BEDE_PRECISION_DAY:
    if (when->to_day) {
      to.day = when->to_day;
    }
    if (bede_date_valid(day) && bede_date_valid(to) &&
        bede_date_cmp(day, to) <= 0) {
      set_span(out, day, to);
    }
    return;
  case BEDE_PRECISION_WEEK:
    if (when->nth) set_week_of_month(out, year, when->month, when->nth);
    return;
  case BEDE_PRECISION_MONTH:
    set_months(out, year, when->month, when->month, when->mod);
    return;
  case BEDE_PRECISION_SEASON:
    set_part_of_year(out, when, year);
    return;
  case BEDE_PRECISION_DECADE:
    set_decade(out, year, when->mod, when->century);
    return;
  default:
    set_year(out, year, when->mod);
    if (when->to_year && in_years(when->to_year)) {
      out->to = day_of(when->to_year, 12, 31);
    }
  }
}

// The last feast on or before the report's day, the next for what is to come.
static void resolve_feast(const bede_when *when, const bede_now *now,
                          bede_timex *out)
{
  bede_lex_span days = {{0, 0, 0}, {0, 0, 0}};
  int32_t year = when->year, step = 0;
  if (!year && now->report.year) {
    year = now->report.year;
    if (when->from == BEDE_FROM_REPORT) {
      year += when->shift;
    } else {
      step = when->next || (now->future && !when->last) ? 1 : -1;
      if (step < 0) year++;
    }
  }
  if (!in_years(year)) return;
  if (when->feast->feast == BEDE_FEAST_LISTED && step) {
    bede_date day = now->report;
    if (when->last) day = bede_date_shift(day, -1);
    bool found = bede_feast_near(now->lex, when->feast, day, step, &days);
    // "next Ramadan" is not the one that is running.
    if (found && when->next && bede_date_cmp(days.from, day) <= 0) {
      day = bede_date_shift(days.to, 1);
      found = bede_feast_near(now->lex, when->feast, day, step, &days);
    }
    if (found) set_span(out, days.from, days.to);
    return;
  }
  // Of the years around the report one has it on the right side.
  for (int tries = 0; tries < 3; tries++, year += step) {
    if (!in_years(year)) return;
    bool known = bede_feast_days(now->lex, when->feast, (int16_t)year, &days);
    int order = known ? bede_date_cmp(days.from, now->report) : 0;
    if (known && (step == 0 || (step > 0 && order >= 0) ||
                  (step < 0 && order <= 0 && !(when->last && order == 0)))) {
      set_span(out, days.from, days.to);
      return;
    }
    if (step == 0) return;
  }
}

bede_status bede_when_resolve(const bede_when *when, const bede_now *now,
                              bede_arena *arena, bede_timex *out)
{
  out->precision = when->unit;
  if (when->feast) {
    resolve_feast(when, now, out);
  } else if (when->from != BEDE_FROM_NOWHERE) {
    resolve_relative(when, now, out);
  } else if (when->weekday) {
    if (now->report.year) resolve_weekday(when, now, out);
  } else {
    resolve_absolute(when, year_for(when, now), out);
  }
  if (!bede_date_valid(out->from) || !bede_date_valid(out->to)) {
    out->from.year = out->to.year = 0;
  }
  return bede_when_value(when, arena, out);
}
