// Expressions of time resolved to civil dates and TIMEX3 values.
#ifndef SETTING_CALENDAR_H
#define SETTING_CALENDAR_H

#include "ann/doc.h"
#include "lexicon/lexicon.h"

// What narrows a period.
typedef enum bede_when_mod {
  BEDE_MOD_NONE,
  BEDE_MOD_START,
  BEDE_MOD_MID,
  BEDE_MOD_END,
  BEDE_MOD_APPROX
} bede_when_mod;

// From where a relative expression counts.
typedef enum bede_when_from {
  BEDE_FROM_NOWHERE, // it is absolute
  BEDE_FROM_REPORT,  // "last week"
  BEDE_FROM_NAMED    // "the following week": the last date of the text
} bede_when_from;

#define BEDE_NTH_LAST 9u // "the last week of March"

// What an expression says, before it is resolved. Unknown parts are 0.
typedef struct bede_when {
  bede_precision unit;
  int16_t year; // of a decade or century: its first year
  uint8_t month, day;
  int16_t to_year;       // "2012-13"
  uint8_t to_day;        // "May 3-7"
  uint8_t season;        // 1 spring .. 4 winter
  uint8_t quarter, half; // from 1, with the precision of a season or year
  uint8_t weekday;       // 1 Monday .. 7 Sunday
  bool in_week;          // the weekday of the week `shift` weeks away
  uint8_t nth;           // the n-th week of a month or BEDE_NTH_LAST
  bool of_month;         // `day` of the month `shift` months away
  bool weekend, century;
  bool by_tense; // "the weekend": the last one, for what is to come the next
  bede_when_from from;
  int32_t shift; // units from there
  bede_when_mod mod;
  bool next, last;            // "next Monday", "last May"
  const bede_lex_term *feast; // "Easter", with the precision of a day
  bede_str part;              // of the day: "MO", "10:30Z"; absent without
} bede_when;

// What expressions are resolved against.
typedef struct bede_now {
  const bede_lexicon *lex;
  bede_date report;        // the day of the report, year 0: unknown
  const bede_timex *named; // the last date named before, or NULL
  bool future;             // the clause tells of what is to come
  bool running;            // in the present tense: also of what goes on
} bede_now;

// Resolves; fills type (DATE, or TIME with a part of a day), value, mod, from,
// to, precision of `out`; from.year is 0 and the value has X's where the text
// leaves it open. BEDE_ENOMEM.
BEDE_CHECKED bede_status bede_when_resolve(const bede_when *when,
                                           const bede_now *now,
                                           bede_arena *arena, bede_timex *out);

// The first and last day of a feast in a year; false when it is not known.
bool bede_feast_days(const bede_lexicon *lex, const bede_lex_term *feast,
                     int16_t year, bede_lex_span *out);

// The days of a listed feast that begins next to a day: the last on or before
// it for step -1, the first on or after it for 1; false when the list has none,
// and when it ends more than a year before.
bool bede_feast_near(const bede_lexicon *lex, const bede_lex_term *feast,
                     bede_date day, int step, bede_lex_span *out);

// Writes the TIMEX3 value of an expression whose from and to are resolved or
// left open (out->from.year 0). BEDE_ENOMEM.
BEDE_CHECKED bede_status bede_when_value(const bede_when *when,
                                         bede_arena *arena, bede_timex *out);

// A day `days` after d (before it when negative); year 0 out of range.
bede_date bede_date_shift(bede_date d, int32_t days);
// A day as many months away, at most at the end of its month; year 0 out of
// range.
bede_date bede_date_shift_months(bede_date d, int32_t months);

#endif
