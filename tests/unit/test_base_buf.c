// The growable buffer: content, ceiling, sticky status, numbers, JSON.
#include "unit.h"

#include "base/buf.h"
#include "base/mem.h"

static void check_json(const char *bytes, size_t len, const char *expected)
{
  bede_buf buf;
  bede_buf_init(&buf, 0);
  bede_buf_append_json(&buf, (bede_str){bytes, len});
  assert_int_equal(buf.status, BEDE_OK);
  assert_str(bede_buf_str(&buf), expected);
  bede_buf_release(&buf);
}

TEST(empty_buffer_is_an_empty_string)
{
  bede_buf buf;
  bede_buf_init(&buf, 0);
  assert_non_null(bede_buf_str(&buf).ptr);
  assert_int_equal(bede_buf_str(&buf).len, 0);
  bede_buf_append(&buf, NULL, 0);
  assert_int_equal(buf.status, BEDE_OK);
  bede_buf_release(&buf);
}

TEST(appends_in_order_with_a_nul_after_the_end)
{
  bede_buf buf;
  bede_buf_init(&buf, 0);
  bede_buf_append_z(&buf, "one ");
  bede_buf_append_str(&buf, bede_str_from("two"));
  bede_buf_append_char(&buf, ' ');
  bede_buf_append(&buf, "three", 5);
  bede_buf_printf(&buf, " %s %d", "four", 5);
  assert_string_equal(buf.ptr, "one two three four 5");
  bede_buf_clear(&buf);
  assert_int_equal(buf.len, 0);
  assert_string_equal(buf.ptr, "");
  bede_buf_release(&buf);
}

TEST(grows_far_and_keeps_everything)
{
  bede_buf buf;
  bede_buf_init(&buf, 0);
  for (int i = 0; i < 100000; i++)
    bede_buf_append_char(&buf, (char)i);
  assert_int_equal(buf.len, 100000);
  for (int i = 0; i < 100000; i++)
    assert_int_equal(buf.ptr[i], (char)i);
  bede_buf_release(&buf);
}

TEST(numbers_at_their_ends)
{
  bede_buf buf;
  bede_buf_init(&buf, 0);
  bede_buf_append_u64(&buf, 0);
  bede_buf_append_char(&buf, ' ');
  bede_buf_append_u64(&buf, UINT64_MAX);
  bede_buf_append_char(&buf, ' ');
  bede_buf_append_i64(&buf, INT64_MIN);
  bede_buf_append_char(&buf, ' ');
  bede_buf_append_i64(&buf, INT64_MAX);
  assert_str(bede_buf_str(&buf), "0 18446744073709551615 "
                                 "-9223372036854775808 9223372036854775807");
  bede_buf_release(&buf);
}

TEST(ceiling_is_exact_and_sticky)
{
  bede_buf buf;
  bede_buf_init(&buf, 10);
  bede_buf_append_z(&buf, "0123456789");
  assert_int_equal(buf.status, BEDE_OK);
  bede_buf_append_char(&buf, 'x');
  assert_int_equal(buf.status, BEDE_ELIMIT);
  assert_str(bede_buf_str(&buf), "0123456789");
  bede_buf_clear(&buf);
  assert_int_equal(buf.status, BEDE_OK);
  bede_buf_printf(&buf, "%011d", 1);
  assert_int_equal(buf.status, BEDE_ELIMIT);
  bede_buf_append_z(&buf, "ignored");
  assert_int_equal(buf.len, 0);
  bede_buf_release(&buf);
}

TEST(failed_allocation_is_sticky_and_keeps_the_content)
{
  bede_buf buf;
  bede_buf_init(&buf, 0);
  bede_buf_append_z(&buf, "kept");
  (void)bede_mem_fail_after(1);
  for (int i = 0; i < 100; i++)
    bede_buf_append_z(&buf, "more");
  (void)bede_mem_fail_after(0);
  assert_int_equal(buf.status, BEDE_ENOMEM);
  assert_memory_equal(buf.ptr, "kept", 4);
  size_t len = buf.len;
  bede_buf_append_z(&buf, "late");
  assert_int_equal(buf.len, len);
  bede_buf_release(&buf);
}

TEST(json_escapes_what_json_demands)
{
  check_json("", 0, "\"\"");
  check_json("a\"b\\c/", 6, "\"a\\\"b\\\\c/\"");
  check_json("\n\r\t\b\x1f\x7f", 6, "\"\\n\\r\\t\\u0008\\u001f\\u007f\"");
  check_json("\xC2\x80\xC2\x9F\xC2\xA0", 6, "\"\\u0080\\u009f\xC2\xA0\"");
  check_json("a\0b", 3, "\"a\\u0000b\"");
  check_json("Erdo\xC4\x9F\x61n \xF0\x9F\x95\x8A", 13,
             "\"Erdo\xC4\x9F\x61n \xF0\x9F\x95\x8A\"");
}

TEST(json_replaces_bad_bytes)
{
  check_json("\xFFx", 2, "\"\xEF\xBF\xBDx\"");
  check_json("x\xE2\x82", 3, "\"x\xEF\xBF\xBD\"");
  check_json("\xED\xA0\x80", 3, "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
  check_json("\xEF\xBF\xBD", 3, "\"\xEF\xBF\xBD\"");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(empty_buffer_is_an_empty_string),
      cmocka_unit_test(appends_in_order_with_a_nul_after_the_end),
      cmocka_unit_test(grows_far_and_keeps_everything),
      cmocka_unit_test(numbers_at_their_ends),
      cmocka_unit_test(ceiling_is_exact_and_sticky),
      cmocka_unit_test(failed_allocation_is_sticky_and_keeps_the_content),
      cmocka_unit_test(json_escapes_what_json_demands),
      cmocka_unit_test(json_replaces_bad_bytes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
