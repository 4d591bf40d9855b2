// Expressions of time in one sentence.
#ifndef SETTING_TIMEX_H
#define SETTING_TIMEX_H

#include "setting/calendar.h"
#include "setting/scan.h"

// What a rule found.
typedef struct bede_found {
  uint32_t begin, end; // words
  bede_timex_type type;
  bede_when when;
  char value[24];       // of durations, sets and vague words
  int32_t months, days; // how long a duration lasts
  int8_t tied;          // it ends (-1) or begins (1) with the day of the report
} bede_found;

// Reads one kind of expression at a word into *f, which is zeroed; false when
// there is none.
typedef bool bede_timex_rule(const bede_scan *scan, uint32_t at, bede_found *f);

// Tables that end with NULL. Of all rules the one that reads most words counts,
// of those the first.
extern bede_timex_rule *const bede_timex_days[];    // days, months, feasts
extern bede_timex_rule *const bede_timex_periods[]; // weeks to centuries
extern bede_timex_rule *const bede_timex_spans[];   // lengths, sets, clocks

// --- words that the rules share (term.c)

// Bits for bede_scan_term.
#define BEDE_TERM_BIT(kind) (1u << BEDE_TERM_##kind)

// Each reads at a word and returns how many words it takes, 0 for none.
uint32_t bede_month_at(const bede_scan *scan, uint32_t at, uint8_t *out);
uint32_t bede_weekday_at(const bede_scan *scan, uint32_t at, uint8_t *out);
// 1500 to 2199 in four digits.
uint32_t bede_year_at(const bede_scan *scan, uint32_t at, int16_t *out);
// "2", "2nd", "the 31st".
uint32_t bede_day_at(const bede_scan *scan, uint32_t at, uint8_t *out);
// "early", "the end of"; *out is left where there is none.
uint32_t bede_mod_at(const bede_scan *scan, uint32_t at, bede_when_mod *out);
// "morning", "noon"; with an article before it where `article`.
uint32_t bede_part_at(const bede_scan *scan, uint32_t at, bool article,
                      bede_str *out);
// "day", "weeks"; NULL for none.
const bede_lex_term *bede_unit_at(const bede_scan *scan, uint32_t at);
// "last", "the following": *shift -1, 0 or 1, *named when it counts from a date
// named before.
uint32_t bede_way_at(const bede_scan *scan, uint32_t at, int32_t *shift,
                     bool *named);
// Behind a month, day or feast: "2014", ", 2014", "of 2014". The end of it,
// `at` when there is none.
uint32_t bede_year_behind(const bede_scan *scan, uint32_t at, int16_t *year);
// The same for "last year", "of next year", counted from the report.
uint32_t bede_far_year(const bede_scan *scan, uint32_t at, bede_when *when);
// The precision of a unit and how many of it one is ("fortnight": 2 weeks);
// false for parts of days.
bool bede_unit_precision(const bede_scan *scan, const bede_lex_term *unit,
                         bede_precision *out, int32_t *count);
// The words of a term's value.
bede_str bede_term_text(const bede_scan *scan, const bede_lex_term *term);
// Sets a DATE [begin, end) of a unit; true.
bool bede_found_date(bede_found *f, bede_precision unit, uint32_t begin,
                     uint32_t end);

// Finds the expressions of time of a sentence and appends them to doc->dates,
// resolved against the day of the report and the dates before. BEDE_ENOMEM.
BEDE_CHECKED bede_status bede_timex_find(bede_doc *doc, const bede_scan *scan);

#endif
