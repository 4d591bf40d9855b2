// Civil dates of the proleptic Gregorian calendar; no time zones, no time_t.
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>

#include "base/buf.h"
#include "bede/types.h"

// year 0 means "no date". month and day are 1-based; 0 = unknown.
typedef struct bede_date {
  int16_t year;
  uint8_t month, day;
} bede_date;

bool bede_date_valid(bede_date d); // a full, existing day
// Days since 1970-01-01 of a valid day, and back (year 0 when out of the years
// 1 to 9999).
int32_t bede_date_days(bede_date d);
bede_date bede_date_from_days(int32_t days);
int bede_date_weekday(bede_date d); // of a valid day: 0 = Monday .. 6 = Sunday
uint8_t bede_month_days(int16_t year, uint8_t month); // 0 unless month 1 to 12
// Reads YYYY-MM-DD, optionally followed by T or a blank and anything.
bool bede_date_parse(bede_str s, bede_date *out);
// YYYY-MM-DD; without the unknown parts: YYYY-MM, YYYY, nothing.
void bede_date_put(bede_buf *out, bede_date d);
int bede_date_cmp(bede_date a, bede_date b);

#endif
