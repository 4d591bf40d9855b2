// Civil dates. The day count follows Howard Hinnant's "chrono-compatible
// low-level date algorithms": years begin in March, eras have 400 years.
#include "base/date.h"

#include <assert.h>

#include "base/str.h"

#define ERA_DAYS 146097    // days of 400 years
#define EPOCH_SHIFT 719468 // days from 0000-03-01 to 1970-01-01
#define LAST_YEAR 9999

static bool leap(int year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

uint8_t bede_month_days(int16_t year, uint8_t month)
{
  static const uint8_t days[13] = {0,  31, 28, 31, 30, 31, 30,
                                   31, 31, 30, 31, 30, 31};
  if (month == 2 && leap(year)) return 29;
  return month <= 12 ? days[month] : 0;
}

bool bede_date_valid(bede_date d)
{
  return d.year >= 1 && d.year <= LAST_YEAR && d.month >= 1 && d.month <= 12 &&
         d.day >= 1 && d.day <= bede_month_days(d.year, d.month);
}

int32_t bede_date_days(bede_date d)
{
  assert(bede_date_valid(d));
  int32_t year = d.year - (d.month <= 2);
  int32_t era = year / 400, of_era = year % 400;
  int32_t of_year = (153 * ((d.month + 9) % 12) + 2) / 5 + d.day - 1;
  int32_t day = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
  return era * ERA_DAYS + day - EPOCH_SHIFT;
}

bede_date bede_date_from_days(int32_t days)
{
  static const bede_date first = {1, 1, 1}, last = {LAST_YEAR, 12, 31};
  bede_date d = {0, 0, 0};
  if (days < bede_date_days(first) || days > bede_date_days(last)) return d;
  int32_t z = days + EPOCH_SHIFT;
  int32_t era = z / ERA_DAYS, day = z % ERA_DAYS;
  int32_t year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
  int32_t of_year = day - (365 * year + year / 4 - year / 100);
  int32_t month = (5 * of_year + 2) / 153; // 0 = March
  d.day = (uint8_t)(of_year - (153 * month + 2) / 5 + 1);
  d.month = (uint8_t)(month < 10 ? month + 3 : month - 9);
  d.year = (int16_t)(year + era * 400 + (d.month <= 2));
  return d;
}

int bede_date_weekday(bede_date d)
{
  // 1970-01-01 was a Thursday.
  int32_t day = (bede_date_days(d) + 3) % 7;
  return day < 0 ? day + 7 : day;
}

bool bede_date_parse(bede_str s, bede_date *out)
{
  uint32_t year, month, day;
  if (s.len < 10 || s.ptr[4] != '-' || s.ptr[7] != '-') return false;
  if (s.len > 10 && s.ptr[10] != 'T' && s.ptr[10] != ' ') return false;
  if (!bede_str_u32(bede_str_sub(s, 0, 4), &year)) return false;
  if (!bede_str_u32(bede_str_sub(s, 5, 7), &month)) return false;
  if (!bede_str_u32(bede_str_sub(s, 8, 10), &day)) return false;
  bede_date d = {(int16_t)year, (uint8_t)month, (uint8_t)day};
  if (!bede_date_valid(d)) return false;
  *out = d;
  return true;
}

void bede_date_put(bede_buf *out, bede_date d)
{
  if (d.year == 0) return;
  bede_buf_printf(out, "%04d", d.year);
  if (d.month) bede_buf_printf(out, "-%02u", d.month);
  if (d.month && d.day) bede_buf_printf(out, "-%02u", d.day);
}

int bede_date_cmp(bede_date a, bede_date b)
{
  if (a.year != b.year) return a.year < b.year ? -1 : 1;
  if (a.month != b.month) return a.month < b.month ? -1 : 1;
  return (a.day > b.day) - (a.day < b.day);
}
