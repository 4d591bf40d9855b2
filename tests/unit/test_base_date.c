// Civil dates: validity, day counts, weekdays, reading and printing.
#include "unit.h"

#include "base/date.h"

static bede_date date(int year, int month, int day)
{
  bede_date d = {(int16_t)year, (uint8_t)month, (uint8_t)day};
  return d;
}

TEST(knows_which_days_exist)
{
  assert_true(bede_date_valid(date(2024, 2, 29)));
  assert_true(bede_date_valid(date(2000, 2, 29)));
  assert_false(bede_date_valid(date(1900, 2, 29)));
  assert_false(bede_date_valid(date(2023, 2, 29)));
  assert_false(bede_date_valid(date(2023, 4, 31)));
  assert_false(bede_date_valid(date(2023, 13, 1)));
  assert_false(bede_date_valid(date(2023, 0, 1)));
  assert_false(bede_date_valid(date(2023, 1, 0)));
  assert_false(bede_date_valid(date(0, 1, 1)));
  assert_true(bede_date_valid(date(1, 1, 1)));
  assert_true(bede_date_valid(date(9999, 12, 31)));
  assert_false(bede_date_valid(date(10000, 1, 1)));
  assert_int_equal(bede_month_days(2023, 0), 0);
  assert_int_equal(bede_month_days(2023, 255), 0);
}

TEST(known_day_numbers_and_weekdays)
{
  assert_int_equal(bede_date_days(date(1970, 1, 1)), 0);
  assert_int_equal(bede_date_days(date(2000, 3, 1)), 11017);
  assert_int_equal(bede_date_days(date(1, 1, 1)), -719162);
  assert_int_equal(bede_date_weekday(date(1970, 1, 1)), 3);  // Thursday
  assert_int_equal(bede_date_weekday(date(2001, 9, 11)), 1); // Tuesday
  assert_int_equal(bede_date_weekday(date(1945, 5, 8)), 1);  // Tuesday
  assert_int_equal(bede_date_weekday(date(1, 1, 1)), 0);     // Monday
}

TEST(every_day_of_all_years_comes_back)
{
  bede_date d = date(1, 1, 1);
  int32_t days = bede_date_days(d);
  int weekday = bede_date_weekday(d);
  for (; d.year <= 9999; days++, weekday = (weekday + 1) % 7) {
    bede_date back = bede_date_from_days(days);
    if (bede_date_days(d) != days || bede_date_cmp(back, d) != 0 ||
        bede_date_weekday(d) != weekday) {
      fail_msg("day %d is wrong", days);
    }
    if (++d.day > bede_month_days(d.year, d.month)) {
      d.day = 1;
      if (++d.month > 12) {
        d.month = 1;
        d.year++;
      }
    }
  }
  assert_int_equal(bede_date_from_days(days).year, 0);
  assert_int_equal(bede_date_from_days(INT32_MAX).year, 0);
  assert_int_equal(bede_date_from_days(INT32_MIN).year, 0);
  assert_int_equal(bede_date_from_days(-719163).year, 0);
}

static bool reads(const char *z, bede_date *d)
{
  return bede_date_parse(bede_str_from(z), d);
}

TEST(reads_iso_dates_with_a_time_behind)
{
  bede_date d = {0};
  assert_true(reads("2019-01-23", &d));
  assert_int_equal(bede_date_cmp(d, date(2019, 1, 23)), 0);
  assert_true(reads("2019-01-24T10:00:00Z", &d));
  assert_int_equal(d.day, 24);
  assert_true(reads("2019-01-25 10:00", &d));
  assert_int_equal(d.day, 25);
}

TEST(refuses_what_is_no_iso_date)
{
  bede_date d = date(7, 7, 7);
  static const char *const bad[] = {"",           "2019",        "2019-1-23",
                                    "2019-02-30", "2019-01-231", "2019/01/23",
                                    "-019-01-23", "2019-00-10",  "0000-01-01",
                                    "2019-01-2x", "x2019-01-23"};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    assert_false(reads(bad[i], &d));
  }
  assert_int_equal(bede_date_cmp(d, date(7, 7, 7)), 0);
}

static void prints(bede_date d, const char *expected)
{
  bede_buf buf;
  bede_buf_init(&buf, 0);
  bede_date_put(&buf, d);
  assert_str(bede_buf_str(&buf), expected);
  bede_buf_release(&buf);
}

TEST(prints_what_is_known)
{
  prints(date(2019, 1, 3), "2019-01-03");
  prints(date(731, 12, 31), "0731-12-31");
  prints(date(2019, 1, 0), "2019-01");
  prints(date(2019, 0, 0), "2019");
  prints(date(0, 0, 0), "");
}

TEST(orders_dates)
{
  assert_true(bede_date_cmp(date(2019, 1, 3), date(2019, 1, 4)) < 0);
  assert_true(bede_date_cmp(date(2019, 2, 1), date(2019, 1, 31)) > 0);
  assert_true(bede_date_cmp(date(2018, 12, 31), date(2019, 1, 1)) < 0);
  assert_true(bede_date_cmp(date(2019, 1, 0), date(2019, 1, 1)) < 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(knows_which_days_exist),
      cmocka_unit_test(known_day_numbers_and_weekdays),
      cmocka_unit_test(every_day_of_all_years_comes_back),
      cmocka_unit_test(reads_iso_dates_with_a_time_behind),
      cmocka_unit_test(refuses_what_is_no_iso_date),
      cmocka_unit_test(prints_what_is_known),
      cmocka_unit_test(orders_dates),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
