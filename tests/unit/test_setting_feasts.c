// Feasts: their days in a year, by rules and by the knowledge, and which of
// them a report means.
#include "when.h"

// --- days -----------------------------------------------------------------

static const bede_lex_term *feast_like(bede_feast rule, int16_t a, int16_t b,
                                       int16_t c)
{
  static bede_lex_term t;
  memset(&t, 0, sizeof t);
  t.kind = BEDE_TERM_FEAST;
  t.feast = (uint8_t)rule;
  t.a = a;
  t.b = b;
  t.c = c;
  return &t;
}

// Is it on these days: "FROM", "FROM..TO", "" when that is not known?
static bool feast_is(const bede_lex_term *feast, int16_t year,
                     const char *expected)
{
  bede_lex_span span;
  bede_buf buf;
  bede_buf_init(&buf, 0);
  if (bede_feast_days(lex, feast, year, &span)) {
    bede_date_put(&buf, span.from);
    if (bede_date_cmp(span.from, span.to) != 0) {
      bede_buf_append_z(&buf, "..");
      bede_date_put(&buf, span.to);
    }
  }
  bool right = bede_str_is(bede_buf_str(&buf), expected);
  bede_buf_append_char(&buf, '\0');
  if (!right) print_message("due: %s\ngot: %s\n", expected, buf.ptr);
  bede_buf_release(&buf);
  return right;
}

static void assert_feast(const bede_lex_term *feast, int16_t year,
                         const char *expected)
{
  if (!feast_is(feast, year, expected)) fail_msg("in %d", year);
}

TEST(easter_of_the_west)
{
  // The earliest and the latest, those where shorter formulas fail (1954,
  // 1981), both calendars on one day (2014, 2017, 2025).
  static const char *const days[] = {
      "1818-03-22", "1886-04-25", "1943-04-25", "1954-04-18", "1961-04-02",
      "1981-04-19", "1999-04-04", "2000-04-23", "2008-03-23", "2011-04-24",
      "2014-04-20", "2016-03-27", "2017-04-16", "2019-04-21", "2024-03-31",
      "2025-04-20", "2038-04-25", "2049-04-18", "2076-04-19"};
  for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
    assert_feast(feast_like(BEDE_FEAST_EASTER, 0, 0, 0), date(days[i]).year,
                 days[i]);
  }
  assert_feast(feast_like(BEDE_FEAST_EASTER, -2, 0, 0), 2008, "2008-03-21");
  assert_feast(feast_like(BEDE_FEAST_EASTER, -47, 0, 0), 2016, "2016-02-09");
  assert_feast(feast_like(BEDE_FEAST_EASTER, 49, 0, 0), 2014, "2014-06-08");
}

TEST(easter_of_the_orthodox)
{
  static const char *const days[] = {
      "1983-05-08", "2000-04-30", "2008-04-27", "2010-04-04",
      "2013-05-05", "2014-04-20", "2016-05-01", "2017-04-16",
      "2018-04-08", "2019-04-28", "2020-04-19", "2021-05-02",
      "2022-04-24", "2023-04-16", "2024-05-05", "2025-04-20"};
  const bede_lex_term *pascha = feast_like(BEDE_FEAST_PASCHA, 0, 0, 0);
  for (size_t i = 0; i < sizeof days / sizeof *days; i++)
    assert_feast(pascha, date(days[i]).year, days[i]);
  // Thirteen days behind the old calendar from 1900 to 2099 only.
  assert_feast(pascha, 1899, "");
  assert_feast(pascha, 2100, "");
  assert_feast(feast_like(BEDE_FEAST_PASCHA, 1, 0, 0), 2013, "2013-05-06");
}

TEST(fixed_days_must_be_in_the_year)
{
  const bede_lex_term *leap = feast_like(BEDE_FEAST_FIXED, 2, 29, 0);
  assert_feast(leap, 2016, "2016-02-29");
  assert_feast(leap, 2015, "");
  assert_feast(leap, 2000, "2000-02-29");
  assert_feast(leap, 1900, "");
  leap = feast_like(BEDE_FEAST_FIXED, 12, 31, 0);
  assert_feast(leap, 1, "0001-12-31");
  assert_feast(leap, 9998, "9998-12-31");
  assert_feast(leap, 0, "");
  assert_feast(leap, -1, "");
  assert_feast(leap, 9999, "");
}

TEST(nth_weekdays_of_months)
{
  static const struct {
    int16_t month, weekday, nth, year;
    const char *day;
  } cases[] = {{11, 4, 4, 2012, "2012-11-22"}, {11, 4, 4, 2018, "2018-11-22"},
               {11, 4, 4, 2019, "2019-11-28"}, {11, 4, 4, 2024, "2024-11-28"},
               {9, 1, 1, 2014, "2014-09-01"},  {9, 1, 1, 2015, "2015-09-07"},
               {1, 1, 3, 2014, "2014-01-20"},  {5, 1, -1, 2010, "2010-05-31"},
               {5, 1, -1, 2014, "2014-05-26"}, {2, 6, 5, 2020, "2020-02-29"},
               {2, 6, -1, 2020, "2020-02-29"}, {2, 7, 5, 2020, ""},
               {6, 7, 1, 2014, "2014-06-01"},  {12, 3, 5, 2014, "2014-12-31"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    assert_feast(feast_like(BEDE_FEAST_WEEKDAY, cases[i].month,
                            cases[i].weekday, cases[i].nth),
                 cases[i].year, cases[i].day);
  }
}

// The feast of the knowledge that has this name.
static const bede_lex_term *feast(const char *name)
{
  bede_doc doc;
  bede_doc_init(&doc, &arena);
  bede_str rest = bede_str_from(name), word;
  doc.text = rest;
  while (rest.ptr) {
    rest = bede_str_cut(rest, ' ', &word);
    bede_word *w = BEDE_LIST_PUSH(&doc.words, &arena, BEDE_MAX_WORDS);
    assert_non_null(w);
    w->span.begin = (uint32_t)(word.ptr - name);
    w->span.end = (uint32_t)(word.ptr + word.len - name);
    w->lemma = word;
  }
  bede_sentence *s = BEDE_LIST_PUSH(&doc.sentences, &arena, 1);
  assert_non_null(s);
  s->word_end = doc.words.count;
  assert_int_equal(bede_lexicon_bind(lex, &doc, 0), BEDE_OK);
  uint32_t len = 0;
  const bede_lex_term *t = bede_lexicon_term_at(lex, &doc, 0, doc.words.count,
                                                1u << BEDE_TERM_FEAST, &len);
  if (!t || len != doc.words.count) fail_msg("no feast '%s'", name);
  return t;
}

TEST(feasts_of_the_knowledge_are_on_their_days)
{
  static const struct {
    const char *name;
    int16_t year;
    const char *days;
  } cases[] = {{"Christmas", 2014, "2014-12-25"},
               {"Orthodox Christmas", 2014, "2014-01-07"},
               {"Good Friday", 2015, "2015-04-03"},
               {"Ash Wednesday", 2015, "2015-02-18"},
               {"Palm Sunday", 2014, "2014-04-13"},
               {"Pentecost", 2015, "2015-05-24"},
               {"Orthodox Easter", 2016, "2016-05-01"},
               {"Thanksgiving", 2014, "2014-11-27"},
               {"Labor Day", 2014, "2014-09-01"},
               {"Memorial Day", 2010, "2010-05-31"},
               {"Ramadan", 2014, "2014-06-28..2014-07-27"},
               {"Ramadan", 2020, "2020-04-24..2020-05-23"},
               {"Eid al - Fitr", 2014, "2014-07-28"},
               {"Eid al - Fitr", 2019, "2019-06-04"},
               {"Eid al - Fitr", 2024, "2024-04-10"},
               {"Eid al - Adha", 2014, "2014-10-04"},
               {"Eid al - Adha", 2020, "2020-07-31"},
               {"Eid al - Adha", 2023, "2023-06-28"},
               {"Rosh Hashanah", 2014, "2014-09-25..2014-09-26"},
               {"Yom Kippur", 2023, "2023-09-25"},
               {"Hanukkah", 2014, "2014-12-17..2014-12-24"},
               {"Hanukkah", 2024, "2024-12-26..2025-01-02"},
               {"Passover", 2014, "2014-04-15..2014-04-21"},
               {"Lunar New Year", 2014, "2014-01-31"},
               {"Lunar New Year", 2023, "2023-01-22"},
               {"Diwali", 2014, "2014-10-23"},
               {"Diwali", 2023, "2023-11-12"},
               {"Holi", 2014, "2014-03-17"},
               {"9/11", 2001, "2001-09-11"},
               {"9/11", 2002, ""},
               {"Diwali", 1990, ""},
               {"Ramadan", 2060, ""}};
  uint32_t wrong = 0;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    if (feast_is(feast(cases[i].name), cases[i].year, cases[i].days)) continue;
    print_message("  %s %d\n", cases[i].name, cases[i].year);
    wrong++;
  }
  assert_int_equal(wrong, 0);
}

// The day after the fourth Thursday is the fifth Friday where a November begins
// with a Friday.
TEST(black_friday_follows_thanksgiving)
{
  for (int16_t year = 2000; year < 2030; year++) {
    bede_lex_span thanks, sales;
    assert_true(bede_feast_days(lex, feast("Thanksgiving"), year, &thanks));
    assert_true(bede_feast_days(lex, feast("Black Friday"), year, &sales));
    assert_int_equal(bede_date_days(sales.from),
                     bede_date_days(thanks.from) + 1);
  }
}

// --- feasts in reports ------------------------------------------------------

typedef struct feast_case {
  const char *name;
  bede_when when;
  const char *report;
  bool future;
  const char *expected;
} feast_case;

static void run_feasts(const feast_case *cases, size_t count)
{
  uint32_t wrong = 0;
  for (size_t i = 0; i < count; i++) {
    bede_when when = cases[i].when;
    bede_now now = {.lex = lex, .future = cases[i].future};
    now.report = date(cases[i].report);
    when.feast = feast(cases[i].name);
    if (resolves(&when, &now, cases[i].expected)) continue;
    print_message("  %s in a report of '%s'\n", cases[i].name, cases[i].report);
    wrong++;
  }
  assert_int_equal(wrong, 0);
}
#define RUN_FEASTS(cases) run_feasts(cases, sizeof cases / sizeof *cases)

TEST(feasts_are_the_last_or_the_next)
{
  static const feast_case cases[] = {
      {"Christmas", {DAY}, "2014-07-04", false, "2013-12-25"},
      {"Christmas", {DAY}, "2014-07-04", true, "2014-12-25"},
      {"Christmas", {DAY}, "2014-12-25", false, "2014-12-25"},
      {"Christmas", {DAY}, "2014-12-26", true, "2015-12-25"},
      {"Christmas", {DAY, .last = true}, "2014-12-25", false, "2013-12-25"},
      {"Christmas", {DAY, .last = true}, "2014-07-04", true, "2013-12-25"},
      {"Christmas",
       {DAY, REPORT, .shift = -1},
       "2014-12-30",
       false,
       "2013-12-25"},
      {"Easter", {DAY}, "2014-04-19", false, "2013-03-31"},
      {"Easter", {DAY, .year = 2008}, "", false, "2008-03-23"},
      {"Easter", {DAY}, "", false, "XXXX-XX-XX"},
      {"Christmas", {DAY}, "", false, "XXXX-12-25"},
      {"Orthodox Easter", {DAY, .year = 1850}, "", false, "XXXX-XX-XX"},
      {"9/11", {DAY}, "2014-07-04", false, "2001-09-11"},
      {"9/11", {DAY}, "2014-07-04", true, "XXXX-XX-XX"},
      {"9/11", {DAY}, "2001-09-10", false, "XXXX-XX-XX"}};
  RUN_FEASTS(cases);
}

TEST(feasts_of_several_days)
{
  static const feast_case cases[] = {
      {"Ramadan",
       {DAY},
       "2014-07-04",
       false,
       "2014-06-28 2014-06-28..2014-07-27"},
      {"Ramadan",
       {DAY},
       "2014-06-20",
       true,
       "2014-06-28 2014-06-28..2014-07-27"},
      {"Ramadan",
       {DAY},
       "2014-07-28",
       true,
       "2015-06-18 2015-06-18..2015-07-16"},
      // What is to come in a running feast comes in this one, as in a month.
      {"Ramadan",
       {DAY},
       "2014-07-04",
       true,
       "2014-06-28 2014-06-28..2014-07-27"},
      {"Ramadan",
       {DAY, .next = true},
       "2014-07-04",
       true,
       "2015-06-18 2015-06-18..2015-07-16"},
      {"Hanukkah",
       {DAY},
       "2025-01-01",
       false,
       "2024-12-26 2024-12-26..2025-01-02"}};
  RUN_FEASTS(cases);
}

// A year of the moon is shorter: some feasts come twice in a year of ours.
TEST(feasts_that_come_twice_in_a_year)
{
  static const feast_case cases[] = {
      {"Eid al - Adha", {DAY}, "2007-01-02", false, "2006-12-31"},
      {"Eid al - Adha", {DAY}, "2006-06-01", false, "2006-01-10"},
      {"Eid al - Adha", {DAY}, "2006-06-01", true, "2006-12-31"},
      {"Eid al - Adha", {DAY, .last = true}, "2006-12-31", false, "2006-01-10"},
      {"Eid al - Fitr", {DAY}, "2000-12-30", false, "2000-12-27"},
      {"Islamic New Year", {DAY}, "2008-12-30", false, "2008-12-29"},
      {"Ramadan",
       {DAY},
       "1997-12-31",
       false,
       "1997-12-30 1997-12-30..1998-01-28"}};
  RUN_FEASTS(cases);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(easter_of_the_west),
      cmocka_unit_test(easter_of_the_orthodox),
      cmocka_unit_test(fixed_days_must_be_in_the_year),
      cmocka_unit_test(nth_weekdays_of_months),
      cmocka_unit_test(feasts_of_the_knowledge_are_on_their_days),
      cmocka_unit_test(black_friday_follows_thanksgiving),
      cmocka_unit_test(feasts_are_the_last_or_the_next),
      cmocka_unit_test(feasts_of_several_days),
      cmocka_unit_test(feasts_that_come_twice_in_a_year),
  };
  return cmocka_run_group_tests(tests, when_open, when_close);
}
