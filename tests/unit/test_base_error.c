// Errors: messages, offsets, cutting at a code point, texts of statuses.
#include "unit.h"

#include "base/error.h"

TEST(sets_message_offset_and_status)
{
  bede_error err;
  memset(&err, 0xAA, sizeof err);
  assert_int_equal(bede_error_set(&err, BEDE_EFORMAT, 7, "bad byte %02x", 255),
                   BEDE_EFORMAT);
  assert_string_equal(err.message, "bad byte ff");
  assert_int_equal(err.offset, 7);
  assert_int_equal(err.line, 0);
}

TEST(null_error_is_allowed)
{
  assert_int_equal(bede_error_set(NULL, BEDE_EIO, BEDE_NO_OFFSET, "%s", "x"),
                   BEDE_EIO);
}

// A message of `ascii` letters and then two-byte code points: at 255 bytes the
// cut falls between two of them or inside one.
static void check_cut(size_t ascii, size_t expected)
{
  char text[400];
  bede_error err;
  memset(text, 'a', ascii);
  for (size_t i = ascii; i + 2 < sizeof text; i += 2) {
    memcpy(text + i, "\xC3\xA9", 3);
  }
  (void)bede_error_set(&err, BEDE_EIO, 0, "%s", text);
  assert_int_equal(strlen(err.message), expected);
  assert_memory_equal(err.message, text, expected);
}

TEST(long_message_is_cut_at_a_code_point)
{
  check_cut(1, 255);
  check_cut(2, 254);
}

TEST(four_byte_code_point_is_cut_whole)
{
  char text[300];
  bede_error err;
  for (size_t keep = 252; keep <= 254; keep++) {
    memset(text, 'a', keep);
    memcpy(text + keep, "\xF0\x9F\x95\x8A!", 6);
    (void)bede_error_set(&err, BEDE_EIO, 0, "%s", text);
    assert_int_equal(strlen(err.message), keep);
  }
}

TEST(message_of_255_bytes_stays_whole)
{
  char text[256];
  bede_error err;
  memset(text, 'b', 255);
  text[255] = '\0';
  (void)bede_error_set(&err, BEDE_EIO, 0, "%s", text);
  assert_string_equal(err.message, text);
}

static bede_status through(bede_status inner, int *reached)
{
  BEDE_TRY(inner);
  *reached = 1;
  return BEDE_OK;
}

TEST(try_returns_every_status_but_ok)
{
  int reached = 0;
  assert_int_equal(through(BEDE_EIO, &reached), BEDE_EIO);
  assert_int_equal(through(BEDE_END, &reached), BEDE_END);
  assert_int_equal(reached, 0);
  assert_int_equal(through(BEDE_OK, &reached), BEDE_OK);
  assert_int_equal(reached, 1);
}

TEST(every_status_has_its_own_text)
{
  for (int i = BEDE_EBINARY; i <= BEDE_END; i++) {
    assert_string_not_equal(bede_status_text(i), bede_status_text(-100));
    for (int k = BEDE_EBINARY; k < i; k++) {
      assert_string_not_equal(bede_status_text(i), bede_status_text(k));
    }
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(sets_message_offset_and_status),
      cmocka_unit_test(null_error_is_allowed),
      cmocka_unit_test(long_message_is_cut_at_a_code_point),
      cmocka_unit_test(four_byte_code_point_is_cut_whole),
      cmocka_unit_test(message_of_255_bytes_stays_whole),
      cmocka_unit_test(try_returns_every_status_but_ok),
      cmocka_unit_test(every_status_has_its_own_text),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
