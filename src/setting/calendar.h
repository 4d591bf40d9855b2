// Expressions of time resolved to civil dates and TIMEX3 values.
#ifndef SETTING_CALENDAR_H
#define SETTING_CALENDAR_H

#include "ann/doc.h"

// What an expression says, before it is resolved. Unknown parts are 0.
typedef struct bede_when {
  bede_precision unit;
  int16_t year; // of a decade: its first year
  uint8_t month, day;
  uint8_t season;  // 1 spring .. 4 winter
  uint8_t quarter; // 1 .. 4, with the precision of a season
  uint8_t weekday; // 1 Monday .. 7 Sunday
  bool relative;   // `shift` units from the day of the report
  int32_t shift;
  char mod;  // 's' start, 'm' middle, 'e' end, 0 none
  bool next; // "next Monday", "next May"
  bool last; // "last Monday"
} bede_when;

// Resolves against the report's day (year 0: unknown); `future`: the clause
// tells of what is to come. Fills type DATE, value, mod, from, to, precision of
// `out`; from.year is 0 and the value has X's where the text leaves it open.
// BEDE_ENOMEM.
BEDE_CHECKED bede_status bede_when_resolve(const bede_when *when,
                                           bede_date report, bool future,
                                           bede_arena *arena, bede_timex *out);

#endif
