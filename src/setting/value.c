// TIMEX3 values (ISO-TimeML) of what was resolved.
#include <stdio.h>

#include "base/str.h"
#include "setting/calendar.h"

#define VALUE_BYTES 48

static const char *const seasons[] = {"", "SP", "SU", "FA", "WI"};

// ISO 8601 week of a day: the week of its Thursday.
static int iso_week(bede_date day, int *year)
{
  bede_date thursday = bede_date_shift(day, 3 - bede_date_weekday(day));
  bede_date first = {thursday.year, 1, 1};
  *year = thursday.year;
  return (int)((bede_date_days(thursday) - bede_date_days(first)) / 7) + 1;
}

static void print_open(const bede_when *when, char *out, size_t size)
{
  bool feast = when->feast && when->feast->feast == BEDE_FEAST_FIXED;
  int month = feast ? when->feast->a : when->month;
  int day = feast ? when->feast->b : when->day;
  if (when->from != BEDE_FROM_NOWHERE || (when->feast && !feast)) {
    bool days = when->unit == BEDE_PRECISION_DAY;
    (void)snprintf(out, size, days ? "XXXX-XX-XX" : "XXXX");
  } else if (when->season) {
    (void)snprintf(out, size, "XXXX-%s", seasons[when->season]);
  } else if (when->quarter || when->half) {
    (void)snprintf(out, size, "XXXX-%c%d", when->quarter ? 'Q' : 'H',
                   when->quarter ? when->quarter : when->half);
  } else if (month && day) {
    (void)snprintf(out, size, "XXXX-%02d-%02d", month, day);
  } else if (month) {
    (void)snprintf(out, size, "XXXX-%02d", month);
  } else if (when->weekday) {
    (void)snprintf(out, size, "XXXX-WXX-%d", when->weekday);
  } else {
    (void)snprintf(out, size,
                   when->unit == BEDE_PRECISION_DAY ? "XXXX-XX-XX" : "XXXX");
  }
}

static void print_week(const bede_when *when, bede_date day, char *out,
                       size_t size)
{
  int year, week = iso_week(day, &year);
  (void)snprintf(out, size, "%04d-W%02d%s", year, week,
                 when->weekend ? "-WE" : "");
}

static void print_known(const bede_when *when, bede_date from, char *out,
                        size_t size)
{
  int year = from.year;
  switch (when->unit) {
  case BEDE_PRECISION_DAY:
    (void)snprintf(out, size, "%04d-%02d-%02d", year, from.month, from.day);
    return;
  case BEDE_PRECISION_WEEK:
    // The middle of a week that is counted from a month's first day.
    print_week(when, bede_date_shift(from, when->nth ? 3 : 0), out, size);
    return;
  case BEDE_PRECISION_MONTH:
    (void)snprintf(out, size, "%04d-%02d", year, from.month);
    return;
  case BEDE_PRECISION_SEASON:
    if (when->quarter || when->half) {
      (void)snprintf(out, size, "%04d-%c%d", year, when->quarter ? 'Q' : 'H',
                     when->quarter ? when->quarter : when->half);
    } else {
      (void)snprintf(out, size, "%04d-%s", year, seasons[when->season]);
    }
    return;
  case BEDE_PRECISION_DECADE:
    if (when->century) {
      (void)snprintf(out, size, "%02d", year / 100);
    } else {
      (void)snprintf(out, size, "%03d", year / 10);
    }
    return;
  default:
    (void)snprintf(out, size, "%04d", year);
  }
}

bede_status bede_when_value(const bede_when *when, bede_arena *arena,
                            bede_timex *out)
{
  static const char *const mods[] = {NULL, "START", "MID", "END", "APPROX"};
  char value[VALUE_BYTES];
  if (out->from.year) {
    print_known(when, out->from, value, sizeof value);
  } else {
    print_open(when, value, sizeof value);
  }
  if (when->part.len) {
    size_t used = strlen(value);
    (void)snprintf(value + used, sizeof value - used, "T%.*s",
                   (int)when->part.len, when->part.ptr);
  }
  out->type = when->part.len ? BEDE_TIMEX_TIME : BEDE_TIMEX_DATE;
  out->value = bede_arena_copy(arena, bede_str_from(value));
  if (mods[when->mod]) out->mod = bede_str_from(mods[when->mod]);
  return out->value.ptr ? BEDE_OK : BEDE_ENOMEM;
}
