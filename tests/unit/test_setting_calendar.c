// Expressions of time on the calendar: days, weeks, months and years, their
// ends, what is counted from the report and from a date named before.
#include "when.h"

// --- days -------------------------------------------------------------------

TEST(days_are_counted_over_the_ends_of_months_and_years)
{
  static const struct {
    const char *from;
    int32_t days;
    const char *to;
  } cases[] = {{"2014-12-31", 1, "2015-01-01"},
               {"2015-01-01", -1, "2014-12-31"},
               {"2016-02-28", 1, "2016-02-29"},
               {"2015-02-28", 1, "2015-03-01"},
               {"2000-02-28", 1, "2000-02-29"},
               {"1900-02-28", 1, "1900-03-01"},
               {"2016-03-01", -1, "2016-02-29"},
               {"2014-07-04", 0, "2014-07-04"},
               {"2014-07-04", 365, "2015-07-04"},
               {"0001-01-01", -1, ""},
               {"9999-12-31", 1, ""},
               {"5000-01-01", 400000, "6095-03-01"},
               {"5000-01-01", 400001, ""},
               {"5000-01-01", -400001, ""},
               {"2014-07-04", INT32_MAX, ""},
               {"2014-07-04", INT32_MIN, ""}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    assert_date(bede_date_shift(date(cases[i].from), cases[i].days),
                cases[i].to);
  }
}

TEST(months_are_counted_to_their_last_day)
{
  static const struct {
    const char *from;
    int32_t months;
    const char *to;
  } cases[] = {{"2014-01-31", 1, "2014-02-28"},
               {"2016-01-31", 1, "2016-02-29"},
               {"2014-03-31", -1, "2014-02-28"},
               {"2014-05-31", 1, "2014-06-30"},
               {"2016-02-29", 12, "2017-02-28"},
               {"2016-02-29", 48, "2020-02-29"},
               {"2014-12-15", 1, "2015-01-15"},
               {"2014-01-15", -1, "2013-12-15"},
               {"2014-07-04", 0, "2014-07-04"},
               {"0001-01-31", -1, ""},
               {"9989-12-31", 1, ""},
               {"9989-11-30", 1, "9989-12-30"},
               {"2014-07-04", INT32_MAX, ""},
               {"2014-07-04", INT32_MIN, ""}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    assert_date(bede_date_shift_months(date(cases[i].from), cases[i].months),
                cases[i].to);
  }
}

// --- what expressions say ---------------------------------------------------

typedef struct when_case {
  bede_when when;
  const char *report;   // its day, "" for unknown
  bool future;          // the clause tells of what is to come
  const char *expected; // as when_print has it
} when_case;

static void run_cases(const when_case *cases, size_t count)
{
  uint32_t wrong = 0;
  for (size_t i = 0; i < count; i++) {
    bede_now now = {.lex = lex, .future = cases[i].future};
    now.report = date(cases[i].report);
    if (resolves(&cases[i].when, &now, cases[i].expected)) continue;
    print_message("  in case %zu, report of '%s'\n", i, cases[i].report);
    wrong++;
  }
  assert_int_equal(wrong, 0);
}
#define RUN(cases) run_cases(cases, sizeof cases / sizeof *cases)

TEST(weekdays_are_the_last_or_the_next)
{
  // 2014-07-04 was a Friday, 2015-01-01 a Thursday, 2016-03-01 a Tuesday.
  static const when_case cases[] = {
      {{DAY, .weekday = 5}, "2014-07-04", false, "2014-07-04"},
      {{DAY, .weekday = 5}, "2014-07-04", true, "2014-07-04"},
      {{DAY, .weekday = 5, .last = true}, "2014-07-04", false, "2014-06-27"},
      {{DAY, .weekday = 5, .next = true}, "2014-07-04", false, "2014-07-11"},
      {{DAY, .weekday = 1}, "2014-07-04", false, "2014-06-30"},
      {{DAY, .weekday = 1}, "2014-07-04", true, "2014-07-07"},
      {{DAY, .weekday = 1, .last = true}, "2014-07-04", true, "2014-06-30"},
      {{DAY, .weekday = 6}, "2014-07-04", false, "2014-06-28"},
      {{DAY, .weekday = 3}, "2015-01-01", false, "2014-12-31"},
      {{DAY, .weekday = 4, .next = true}, "2014-12-31", false, "2015-01-01"},
      {{DAY, .weekday = 1}, "2016-03-01", false, "2016-02-29"},
      {{DAY, .weekday = 5}, "", false, "XXXX-WXX-5"},
      {{DAY, .weekday = 1}, "0001-01-01", false, "0001-01-01"},
      {{DAY, .weekday = 7}, "0001-01-01", false, "XXXX-WXX-7"}};
  RUN(cases);
}

TEST(weeks_run_from_monday_to_sunday)
{
  static const when_case cases[] = {
      {{WEEK, REPORT, .shift = -1},
       "2014-07-04",
       false,
       "2014-W26 2014-06-23..2014-06-29"},
      {{WEEK, REPORT, .shift = 1},
       "2014-07-04",
       true,
       "2014-W28 2014-07-07..2014-07-13"},
      // This week ends with the report, but for plans.
      {{WEEK, REPORT}, "2014-07-04", false, "2014-W27 2014-06-30..2014-07-04"},
      {{WEEK, REPORT}, "2014-07-04", true, "2014-W27 2014-06-30..2014-07-06"},
      {{WEEK, REPORT}, "2014-06-30", false, "2014-W27 2014-06-30..2014-06-30"},
      {{WEEK, REPORT, .shift = -1},
       "2014-07-06",
       false,
       "2014-W26 2014-06-23..2014-06-29"},
      {{WEEK, REPORT, .shift = -1},
       "2015-01-02",
       false,
       "2014-W52 2014-12-22..2014-12-28"},
      {{DAY, REPORT, .in_week = true, .weekday = 2, .shift = -1},
       "2014-07-04",
       false,
       "2014-06-24"},
      {{DAY, REPORT, .in_week = true, .weekday = 7, .shift = 1},
       "2014-12-28",
       true,
       "2015-01-04"},
      {{WEEK, REPORT, .shift = 1}, "", false, "XXXX"}};
  RUN(cases);
}

TEST(weeks_have_their_iso_numbers)
{
  // The first week of a year has its first Thursday.
  static const when_case cases[] = {
      {{WEEK, REPORT}, "2015-01-04", true, "2015-W01 2014-12-29..2015-01-04"},
      {{WEEK, REPORT}, "2014-12-29", true, "2015-W01 2014-12-29..2015-01-04"},
      {{WEEK, REPORT}, "2016-01-03", true, "2015-W53 2015-12-28..2016-01-03"},
      {{WEEK, REPORT}, "2016-01-04", true, "2016-W01 2016-01-04..2016-01-10"},
      {{WEEK, REPORT}, "2021-01-01", true, "2020-W53 2020-12-28..2021-01-03"},
      {{WEEK, REPORT}, "2012-01-01", true, "2011-W52 2011-12-26..2012-01-01"},
      {{WEEK, REPORT}, "2018-12-31", true, "2019-W01 2018-12-31..2019-01-06"},
      {{WEEK, REPORT}, "2010-01-03", true, "2009-W53 2009-12-28..2010-01-03"}};
  RUN(cases);
}

TEST(the_weekend_is_the_last_one_and_for_plans_the_next)
{
  // 2014-07-05 was a Saturday.
  static const when_case cases[] = {
      {{WEEKEND}, "2014-07-07", false, "2014-W27-WE 2014-07-05..2014-07-06"},
      {{WEEKEND}, "2014-07-09", false, "2014-W27-WE 2014-07-05..2014-07-06"},
      {{WEEKEND}, "2014-07-06", false, "2014-W27-WE 2014-07-05..2014-07-06"},
      {{WEEKEND}, "2014-07-02", true, "2014-W27-WE 2014-07-05..2014-07-06"},
      {{WEEKEND}, "2014-07-06", true, "2014-W27-WE 2014-07-05..2014-07-06"},
      {{WEEKEND}, "2015-01-02", false, "2014-W52-WE 2014-12-27..2014-12-28"},
      {{WEEK, REPORT, .weekend = true, .shift = -1},
       "2014-07-09",
       false,
       "2014-W27-WE 2014-07-05..2014-07-06"},
      {{WEEK, REPORT, .weekend = true, .shift = 1},
       "2014-07-02",
       true,
       "2014-W28-WE 2014-07-12..2014-07-13"}};
  RUN(cases);
}

TEST(weeks_of_a_month)
{
  static const when_case cases[] = {
      {{WEEK, .month = 6, .year = 2014, .nth = 1},
       "",
       false,
       "2014-W23 2014-06-01..2014-06-07"},
      {{WEEK, .month = 2, .year = 2016, .nth = 4},
       "",
       false,
       "2016-W08 2016-02-22..2016-02-28"},
      {{WEEK, .month = 2, .year = 2016, .nth = BEDE_NTH_LAST},
       "",
       false,
       "2016-W08 2016-02-23..2016-02-29"},
      {{WEEK, .month = 2, .year = 2015, .nth = BEDE_NTH_LAST},
       "",
       false,
       "2015-W09 2015-02-22..2015-02-28"},
      {{WEEK, .month = 12, .year = 2014, .nth = BEDE_NTH_LAST},
       "",
       false,
       "2014-W52 2014-12-25..2014-12-31"},
      {{WEEK, .month = 12, .nth = 1},
       "2014-07-04",
       false,
       "2013-W49 2013-12-01..2013-12-07"},
      {{WEEK, .month = 12, .nth = 1}, "", false, "XXXX-12"}};
  RUN(cases);
}

TEST(days_of_months_take_the_nearest_year)
{
  static const when_case cases[] = {
      {{DAY, .month = 5, .day = 2}, "2014-07-04", false, "2014-05-02"},
      {{DAY, .month = 7, .day = 4}, "2014-07-04", false, "2014-07-04"},
      {{DAY, .month = 7, .day = 5}, "2014-07-04", false, "2013-07-05"},
      {{DAY, .month = 7, .day = 5}, "2014-07-04", true, "2014-07-05"},
      {{DAY, .month = 7, .day = 3}, "2014-07-04", true, "2015-07-03"},
      {{DAY, .month = 12, .day = 31}, "2015-01-01", false, "2014-12-31"},
      {{DAY, .month = 1, .day = 2}, "2014-12-31", true, "2015-01-02"},
      {{DAY, .month = 5, .day = 2}, "", false, "XXXX-05-02"},
      {{DAY, .month = 5, .day = 2, .year = 1999}, "", false, "1999-05-02"},
      {{DAY, .month = 5, .day = 3, .to_day = 7, .year = 2014},
       "",
       false,
       "2014-05-03 2014-05-03..2014-05-07"},
      {{DAY, .month = 5, .day = 7, .to_day = 3, .year = 2014},
       "",
       false,
       "XXXX-05-07"},
      {{DAY, .month = 6, .day = 31, .year = 2014}, "", false, "XXXX-06-31"},
      {{DAY, .month = 10, .day = 5, REPORT, .shift = -1},
       "2014-07-04",
       false,
       "2013-10-05"}};
  RUN(cases);
}

TEST(leap_days_are_in_leap_years)
{
  static const when_case cases[] = {
      {{DAY, .month = 2, .day = 29, .year = 2016}, "", false, "2016-02-29"},
      {{DAY, .month = 2, .day = 29, .year = 2015}, "", false, "XXXX-02-29"},
      {{DAY, .month = 2, .day = 29}, "2016-03-05", false, "2016-02-29"},
      {{DAY, .month = 2, .day = 29}, "2013-01-15", false, "2012-02-29"},
      // There was none in the year of the report.
      {{DAY, .month = 2, .day = 29}, "2014-07-04", false, "2012-02-29"},
      {{DAY, .month = 2, .day = 29}, "2014-07-04", true, "2016-02-29"},
      {{DAY, .month = 2, .day = 30}, "2014-07-04", false, "XXXX-02-30"},
      {{DAY, REPORT, .month = 2, .day = 29, .shift = -1},
       "2016-03-05",
       false,
       "XXXX-XX-XX"}};
  RUN(cases);
}

TEST(months_and_their_thirds)
{
  static const when_case cases[] = {
      {{MONTH, .month = 2, .year = 2016},
       "",
       false,
       "2016-02 2016-02-01..2016-02-29"},
      {{MONTH, .month = 2, .year = 2016, .mod = BEDE_MOD_START},
       "",
       false,
       "2016-02 START 2016-02-01..2016-02-10"},
      {{MONTH, .month = 2, .year = 2016, .mod = BEDE_MOD_MID},
       "",
       false,
       "2016-02 MID 2016-02-11..2016-02-20"},
      {{MONTH, .month = 2, .year = 2016, .mod = BEDE_MOD_END},
       "",
       false,
       "2016-02 END 2016-02-21..2016-02-29"},
      {{MONTH, .month = 2, .year = 1900, .mod = BEDE_MOD_END},
       "",
       false,
       "1900-02 END 1900-02-21..1900-02-28"},
      {{MONTH, .month = 5},
       "2014-07-04",
       false,
       "2014-05 2014-05-01..2014-05-31"},
      {{MONTH, .month = 8},
       "2014-07-04",
       false,
       "2013-08 2013-08-01..2013-08-31"},
      {{MONTH, .month = 8},
       "2014-07-04",
       true,
       "2014-08 2014-08-01..2014-08-31"},
      {{MONTH, .month = 5},
       "2014-07-04",
       true,
       "2015-05 2015-05-01..2015-05-31"},
      {{MONTH, .month = 7, .last = true},
       "2014-07-04",
       false,
       "2013-07 2013-07-01..2013-07-31"},
      {{MONTH, .month = 5, .last = true},
       "2014-07-04",
       false,
       "2014-05 2014-05-01..2014-05-31"},
      // As a weekday: not the one that is running.
      {{MONTH, .month = 7, .next = true},
       "2014-07-04",
       true,
       "2015-07 2015-07-01..2015-07-31"},
      {{MONTH, .month = 8, .next = true},
       "2014-07-04",
       true,
       "2014-08 2014-08-01..2014-08-31"},
      {{MONTH, .month = 5}, "", false, "XXXX-05"},
      {{MONTH, REPORT, .shift = -1},
       "2014-03-31",
       false,
       "2014-02 2014-02-01..2014-02-28"},
      {{MONTH, REPORT, .shift = -1},
       "2014-01-15",
       false,
       "2013-12 2013-12-01..2013-12-31"},
      {{MONTH, REPORT, .shift = 1},
       "2014-12-31",
       true,
       "2015-01 2015-01-01..2015-01-31"},
      {{MONTH, REPORT}, "2014-07-04", false, "2014-07 2014-07-01..2014-07-04"},
      {{MONTH, REPORT, .mod = BEDE_MOD_END},
       "2014-07-04",
       false,
       "2014-07 END 2014-07-21..2014-07-31"},
      {{MONTH, REPORT, .month = 10, .shift = -1},
       "2014-07-04",
       false,
       "2013-10 2013-10-01..2013-10-31"}};
  RUN(cases);
}

TEST(seasons_quarters_and_halves)
{
  static const when_case cases[] = {
      {{SEASON, .season = 1, .year = 2014},
       "",
       false,
       "2014-SP 2014-03-01..2014-05-31"},
      {{SEASON, .season = 4, .year = 2014},
       "",
       false,
       "2014-WI 2014-12-01..2015-02-28"},
      {{SEASON, .season = 4, .year = 2015},
       "",
       false,
       "2015-WI 2015-12-01..2016-02-29"},
      {{SEASON, .season = 3},
       "2014-07-04",
       false,
       "2013-FA 2013-09-01..2013-11-30"},
      {{SEASON, .season = 3},
       "2014-07-04",
       true,
       "2014-FA 2014-09-01..2014-11-30"},
      {{SEASON, .season = 2, .last = true},
       "2014-07-04",
       false,
       "2013-SU 2013-06-01..2013-08-31"},
      {{SEASON, .season = 4},
       "2014-01-15",
       false,
       "2013-WI 2013-12-01..2014-02-28"},
      {{SEASON, .season = 4, .last = true},
       "2014-03-15",
       false,
       "2013-WI 2013-12-01..2014-02-28"},
      {{SEASON, .season = 4, .last = true},
       "2014-12-15",
       false,
       "2013-WI 2013-12-01..2014-02-28"},
      // The running winter began in the year before.
      {{SEASON, .season = 4, .last = true},
       "2014-01-15",
       false,
       "2012-WI 2012-12-01..2013-02-28"},
      {{SEASON, .season = 4, .next = true},
       "2014-01-15",
       true,
       "2014-WI 2014-12-01..2015-02-28"},
      {{SEASON, .season = 3}, "", false, "XXXX-FA"},
      {{SEASON, .quarter = 1, .year = 2016},
       "",
       false,
       "2016-Q1 2016-01-01..2016-03-31"},
      {{SEASON, .quarter = 4},
       "2014-07-04",
       false,
       "2013-Q4 2013-10-01..2013-12-31"},
      {{SEASON, .quarter = 4},
       "2014-07-04",
       true,
       "2014-Q4 2014-10-01..2014-12-31"},
      {{SEASON, .quarter = 2}, "", false, "XXXX-Q2"},
      {{SEASON, REPORT, .half = 1, .shift = -1},
       "2014-07-04",
       false,
       "2013-H1 2013-01-01..2013-06-30"},
      {{SEASON, .half = 2, .year = 2014},
       "",
       false,
       "2014-H2 2014-07-01..2014-12-31"}};
  RUN(cases);
}

TEST(years_decades_and_centuries)
{
  static const when_case cases[] = {
      {{YEAR, .year = 2012}, "", false, "2012 2012-01-01..2012-12-31"},
      {{YEAR, .year = 2012, .mod = BEDE_MOD_START},
       "",
       false,
       "2012 START 2012-01-01..2012-04-30"},
      {{YEAR, .year = 2012, .mod = BEDE_MOD_MID},
       "",
       false,
       "2012 MID 2012-05-01..2012-08-31"},
      {{YEAR, .year = 2012, .mod = BEDE_MOD_END},
       "",
       false,
       "2012 END 2012-09-01..2012-12-31"},
      {{YEAR, .year = 2012, .to_year = 2013},
       "",
       false,
       "2012 2012-01-01..2013-12-31"},
      {{YEAR, REPORT, .shift = -1},
       "2014-01-01",
       false,
       "2013 2013-01-01..2013-12-31"},
      {{YEAR, REPORT}, "2014-07-04", false, "2014 2014-01-01..2014-07-04"},
      {{YEAR, REPORT}, "2014-07-04", true, "2014 2014-01-01..2014-12-31"},
      {{YEAR, REPORT, .shift = 1}, "", false, "XXXX"},
      {{DECADE, .year = 1990}, "", false, "199 1990-01-01..1999-12-31"},
      {{DECADE, .year = 1990, .mod = BEDE_MOD_START},
       "",
       false,
       "199 START 1990-01-01..1993-12-31"},
      {{DECADE, .year = 1990, .mod = BEDE_MOD_MID},
       "",
       false,
       "199 MID 1993-01-01..1996-12-31"},
      {{DECADE, .year = 1990, .mod = BEDE_MOD_END},
       "",
       false,
       "199 END 1997-01-01..1999-12-31"},
      {{DECADE, REPORT, .shift = -1},
       "2014-07-04",
       false,
       "200 2000-01-01..2009-12-31"},
      {{DECADE, .year = 1900, .century = true},
       "",
       false,
       "19 1901-01-01..2000-12-31"},
      {{DECADE, .year = 1900, .century = true, .mod = BEDE_MOD_START},
       "",
       false,
       "19 START 1901-01-01..1940-12-31"},
      {{DECADE, REPORT, .century = true, .shift = -1},
       "2014-07-04",
       false,
       "19 1901-01-01..2000-12-31"},
      // 2000 was the last year of the 20th century.
      {{DECADE, REPORT, .century = true, .shift = -1},
       "2000-07-04",
       false,
       "18 1801-01-01..1900-12-31"}};
  RUN(cases);
}

TEST(parts_of_a_day_make_a_time)
{
  static const when_case cases[] = {
      {{DAY, REPORT, .shift = -1, .part = {"MO", 2}},
       "2014-03-01",
       false,
       "2014-02-28TMO"},
      {{DAY, .weekday = 5, .part = {"10:30Z", 6}},
       "2014-07-04",
       false,
       "2014-07-04T10:30Z"},
      {{DAY, .part = {"NI", 2}}, "2014-07-04", false, "XXXX-XX-XXTNI"}};
  RUN(cases);
}

// --- from a date named before -----------------------------------------------

static void named_case(bede_when when, const char *from, const char *to,
                       bede_precision precision, const char *expected)
{
  bede_timex named;
  bede_now now = {.lex = lex, .report = {2014, 7, 4}};
  memset(&named, 0, sizeof named);
  named.from = date(from);
  named.to = date(to);
  named.precision = precision;
  now.named = &named;
  assert_true(resolves(&when, &now, expected));
}

TEST(other_dates_are_counted_from_the_one_named)
{
  bede_when next_day = {DAY, NAMED, .shift = 1};
  bede_when months = {MONTH, NAMED, .shift = 2};
  bede_when before = {DAY, NAMED, .shift = -3};
  named_case(next_day, "2013-12-31", "2013-12-31", BEDE_PRECISION_DAY,
             "2014-01-01");
  named_case(next_day, "2016-02-28", "2016-02-28", BEDE_PRECISION_DAY,
             "2016-02-29");
  // From the end of a span on, before its begin.
  named_case(next_day, "2013-05-03", "2013-05-07", BEDE_PRECISION_DAY,
             "2013-05-08");
  named_case(before, "2013-05-03", "2013-05-07", BEDE_PRECISION_DAY,
             "2013-04-30");
  named_case(months, "2012-12-31", "2012-12-31", BEDE_PRECISION_DAY,
             "2013-02 2013-02-01..2013-02-28");
  // "Two days later" says nothing after "in May".
  named_case(next_day, "2013-05-01", "2013-05-31", BEDE_PRECISION_MONTH,
             "XXXX-XX-XX");
}

TEST(nth_days_are_of_the_month_named)
{
  bede_when day20 = {DAY, NAMED, .of_month = true, .day = 20};
  bede_when day31 = {DAY, NAMED, .of_month = true, .day = 31};
  bede_now nothing = {.lex = lex, .report = {2014, 7, 4}};
  named_case(day20, "2013-05-03", "2013-05-03", BEDE_PRECISION_DAY,
             "2013-05-20");
  named_case(day20, "2013-05-01", "2013-05-31", BEDE_PRECISION_MONTH,
             "2013-05-20");
  named_case(day31, "2013-06-03", "2013-06-03", BEDE_PRECISION_DAY,
             "XXXX-XX-XX");
  named_case(day20, "2013-01-01", "2013-12-31", BEDE_PRECISION_YEAR,
             "XXXX-XX-XX");
  assert_true(resolves(&day20, &nothing, "XXXX-XX-XX"));
  day31.from = BEDE_FROM_REPORT;
  day31.shift = -1;
  assert_true(resolves(&day31, &nothing, "XXXX-XX-XX"));
  day31.shift = -2;
  assert_true(resolves(&day31, &nothing, "2014-05-31"));
}

// --- limits -----------------------------------------------------------------

TEST(years_out_of_range_stay_open)
{
  static const when_case cases[] = {
      {{YEAR, .year = 9990}, "", false, "9990 9990-01-01..9990-12-31"},
      {{YEAR, .year = 9991}, "", false, "XXXX"},
      {{YEAR, .year = -5}, "", false, "XXXX"},
      {{MONTH, .month = 5, .year = 9991}, "", false, "XXXX-05"},
      {{DAY, .month = 5, .day = 1, .year = 9991}, "", false, "XXXX-05-01"},
      {{SEASON, .season = 4, .year = 9990},
       "",
       false,
       "9990-WI 9990-12-01..9991-02-28"},
      {{DECADE, .year = 9990}, "", false, "999 9990-01-01..9999-12-31"},
      {{DECADE, .year = 9900, .century = true}, "", false, "XXXX"},
      {{YEAR, REPORT, .shift = -2014}, "2014-07-04", false, "XXXX"},
      {{YEAR, REPORT, .shift = -2013},
       "2014-07-04",
       false,
       "0001 0001-01-01..0001-12-31"},
      {{YEAR, REPORT, .shift = 7977}, "2014-07-04", false, "XXXX"},
      {{DECADE, REPORT, .shift = -201}, "2014-07-04", false, "XXXX"},
      {{DECADE, REPORT, .shift = -200},
       "2014-07-04",
       false,
       "001 0010-01-01..0019-12-31"},
      {{WEEK, REPORT}, "9999-12-31", true, "XXXX"},
      {{DAY, REPORT, .shift = 1}, "9999-12-31", true, "XXXX-XX-XX"},
      {{DAY, REPORT, .shift = -1}, "0001-01-01", false, "XXXX-XX-XX"},
      {{MONTH, REPORT, .shift = -1}, "0001-01-01", false, "XXXX"}};
  RUN(cases);
}

TEST(no_distance_is_too_far)
{
  static const int32_t shifts[] = {INT32_MAX, INT32_MIN};
  bede_now now = {.lex = lex, .report = {2014, 7, 4}};
  for (int unit = 0; unit < BEDE_PRECISION_COUNT; unit++) {
    bede_when when = {.unit = (bede_precision)unit, REPORT, .season = 1};
    bool day = unit == BEDE_PRECISION_DAY;
    for (size_t i = 0; i < 2; i++) {
      when.shift = shifts[i];
      assert_true(resolves(&when, &now, day ? "XXXX-XX-XX" : "XXXX"));
    }
  }
}

TEST(failing_memory_is_reported)
{
  bede_arena full;
  bede_timex t;
  bede_when when = {YEAR, .year = 2012};
  bede_now now = {.lex = lex};
  bede_arena_init(&full);
  full.used = BEDE_MAX_ARENA;
  memset(&t, 0, sizeof t);
  assert_int_equal(bede_when_resolve(&when, &now, &full, &t), BEDE_ENOMEM);
  bede_arena_release(&full);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(days_are_counted_over_the_ends_of_months_and_years),
      cmocka_unit_test(months_are_counted_to_their_last_day),
      cmocka_unit_test(weekdays_are_the_last_or_the_next),
      cmocka_unit_test(weeks_run_from_monday_to_sunday),
      cmocka_unit_test(weeks_have_their_iso_numbers),
      cmocka_unit_test(the_weekend_is_the_last_one_and_for_plans_the_next),
      cmocka_unit_test(weeks_of_a_month),
      cmocka_unit_test(days_of_months_take_the_nearest_year),
      cmocka_unit_test(leap_days_are_in_leap_years),
      cmocka_unit_test(months_and_their_thirds),
      cmocka_unit_test(seasons_quarters_and_halves),
      cmocka_unit_test(years_decades_and_centuries),
      cmocka_unit_test(parts_of_a_day_make_a_time),
      cmocka_unit_test(other_dates_are_counted_from_the_one_named),
      cmocka_unit_test(nth_days_are_of_the_month_named),
      cmocka_unit_test(years_out_of_range_stay_open),
      cmocka_unit_test(no_distance_is_too_far),
      cmocka_unit_test(failing_memory_is_reported),
  };
  return cmocka_run_group_tests(tests, when_open, when_close);
}
