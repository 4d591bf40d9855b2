// Rows in three formats, and text for people on a terminal.
#include "unit.h"

#include "export/page.h"
#include "export/row.h"

enum { NAME, NUMBER, TRUE, TENTHS, SHARE, NOTHING, COLUMNS };

static const char *const names[COLUMNS] = {"name",   "number", "true",
                                           "tenths", "share",  "nothing"};
static const bool is_text[COLUMNS] = {true};
static const bede_columns columns = {names, is_text, COLUMNS};

static void check_row(bede_str name, bede_format format, const char *expected)
{
  bede_row row;
  bede_cell cells[COLUMNS];
  bede_buf out;
  bede_buf_init(&out, 0);
  bede_row_init(&row, &columns, cells);
  bede_row_set_str(&row, NAME, name);
  bede_row_set_int(&row, NUMBER, -7);
  bede_row_set_bool(&row, TRUE, true);
  bede_row_set_tenths(&row, TENTHS, -25);
  bede_row_set_share(&row, SHARE, 2, 3);
  bede_row_set_share(&row, NOTHING, 0, 0);
  bede_row_put(&row, format, &out);
  assert_int_equal(out.status, BEDE_OK);
  assert_str(bede_buf_str(&out), expected);
  bede_row_release(&row);
  bede_buf_release(&out);
}

TEST(formats_agree)
{
  bede_str name = bede_str_from("a, \"b\"\r\nc\td");
  check_row(name, BEDE_FORMAT_CLAIMS,
            "{\"name\":\"a, \\\"b\\\"\\r\\nc\\td\",\"number\":-7,\"true\":true,"
            "\"tenths\":-2.5,\"share\":0.6667,\"nothing\":null}\n");
  check_row(name, BEDE_FORMAT_CSV,
            "\"a, \"\"b\"\"\r\nc\td\",-7,true,-2.5,0.6667,\r\n");
  check_row(name, BEDE_FORMAT_TSV, "a, \"b\"  c d\t-7\ttrue\t-2.5\t0.6667\t\n");
}

TEST(absent_text_is_null)
{
  bede_str none = {NULL, 0};
  check_row(none, BEDE_FORMAT_JSON,
            "{\"name\":null,\"number\":-7,\"true\":true,\"tenths\":-2.5,"
            "\"share\":0.6667,\"nothing\":null}\n");
}

TEST(formulas_are_neutralised)
{
  check_row(bede_str_from("=1+1"), BEDE_FORMAT_CSV,
            "\"'=1+1\",-7,true,-2.5,0.6667,\r\n");
}

TEST(no_text_speaks_to_a_terminal)
{
  bede_str name = bede_str_from("a\x1b[31m\x7f\xC2\x9B"
                                "b\rc");
  check_row(name, BEDE_FORMAT_CSV, "\"a [31m  b c\",-7,true,-2.5,0.6667,\r\n");
  check_row(name, BEDE_FORMAT_TSV, "a [31m  b c\t-7\ttrue\t-2.5\t0.6667\t\n");
  check_row(name, BEDE_FORMAT_JSON,
            "{\"name\":\"a\\u001b[31m\\u007f\\u009bb\\rc\",\"number\":-7,"
            "\"true\":true,\"tenths\":-2.5,\"share\":0.6667,\"nothing\":null}"
            "\n");
}

TEST(header_only_where_there_are_lines)
{
  bede_buf out;
  bede_buf_init(&out, 0);
  bede_row_header(&columns, BEDE_FORMAT_JSON, &out);
  assert_int_equal(out.len, 0);
  bede_row_header(&columns, BEDE_FORMAT_TSV, &out);
  assert_str(bede_buf_str(&out),
             "name\tnumber\ttrue\ttenths\tshare\tnothing\n");
  bede_buf_release(&out);
}

static void check_page(unsigned width, const char *text, const char *expected)
{
  bede_page page;
  bede_buf out;
  bede_buf_init(&out, 0);
  bede_page_init(&page, &out, width, false);
  bede_page_line(&page, "words", bede_str_from(text));
  assert_str(bede_buf_str(&out), expected);
  bede_buf_release(&out);
}

TEST(words_are_wrapped_to_the_width)
{
  check_page(24, "one two  three\nfour",
             "  words      one two\n             three four\n");
  check_page(24, "incomprehensibilities",
             "  words      incomprehensibilities\n");
  check_page(24, "", "");
  // A wide character takes two columns, a combining one none.
  check_page(21, "\xE6\x9D\xB1\xE4\xBA\xAC \xE6\x9D\xB1 a",
             "  words      \xE6\x9D\xB1\xE4\xBA\xAC \xE6\x9D\xB1\n"
             "             a\n");
  check_page(21, "e\xCC\x81\x65\xCC\x81 bcdef",
             "  words      e\xCC\x81\x65\xCC\x81 bcdef\n");
}

TEST(orders_to_a_terminal_are_replaced)
{
  check_page(0,
             "a\x1b[2J\xE2\x80\xAE"
             "b",
             "  words      a\xEF\xBF\xBD[2J\xEF\xBF\xBD"
             "b\n");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(formats_agree),
      cmocka_unit_test(absent_text_is_null),
      cmocka_unit_test(formulas_are_neutralised),
      cmocka_unit_test(no_text_speaks_to_a_terminal),
      cmocka_unit_test(header_only_where_there_are_lines),
      cmocka_unit_test(words_are_wrapped_to_the_width),
      cmocka_unit_test(orders_to_a_terminal_are_replaced),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
