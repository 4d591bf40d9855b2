// Tracing: the mask, the line, the cut of long lines.
#include "unit.h"

#include "base/buf.h"
#include "base/trace.h"

static void collect(void *context, const char *line, size_t len)
{
  bede_buf *buf = context;
  bede_buf_append(buf, line, len);
  bede_buf_append_char(buf, '\n');
}

TEST(only_stages_of_the_mask_are_written)
{
  bede_buf buf;
  bede_buf_init(&buf, 0);
  bede_trace trace = {1u << BEDE_STAGE_EVENT, collect, &buf};
  const bede_trace *on = &trace, *none = NULL;
  BEDE_TRACE(on, BEDE_STAGE_EVENT, "word %d", 3);
  BEDE_TRACE(on, BEDE_STAGE_ATTRIB, "hidden");
  BEDE_TRACE(none, BEDE_STAGE_EVENT, "hidden");
  trace.mask = 0;
  BEDE_TRACE(on, BEDE_STAGE_EVENT, "hidden");
  assert_str(bede_buf_str(&buf), "event: word 3\n");
  bede_buf_release(&buf);
}

TEST(arguments_are_not_evaluated_when_off)
{
  int calls = 0;
  const bede_trace trace = {0, collect, NULL}, *off = &trace;
  BEDE_TRACE(off, BEDE_STAGE_TEXT, "%d", ++calls);
  assert_int_equal(calls, 0);
}

TEST(long_lines_are_cut)
{
  bede_buf buf;
  bede_buf_init(&buf, 0);
  bede_trace trace = {1u << BEDE_STAGE_TEXT, collect, &buf}, *on = &trace;
  BEDE_TRACE(on, BEDE_STAGE_TEXT, "%5000d", 1);
  assert_int_equal(buf.len, 1024);
  bede_buf_release(&buf);
}

TEST(every_stage_has_a_name)
{
  for (int i = 0; i < BEDE_STAGE_COUNT; i++) {
    assert_string_not_equal(bede_stage_name((bede_stage)i), "unknown");
  }
  assert_string_equal(bede_stage_name(BEDE_STAGE_COUNT), "unknown");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(only_stages_of_the_mask_are_written),
      cmocka_unit_test(arguments_are_not_evaluated_when_off),
      cmocka_unit_test(long_lines_are_cut),
      cmocka_unit_test(every_stage_has_a_name),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
