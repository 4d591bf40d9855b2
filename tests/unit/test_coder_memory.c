// When memory runs out while a whole report is coded: at every point that is
// tried the coder says so or gives the full record, loses nothing, and codes
// the next report as if nothing had been. test_api has the same, of every
// allocation, over a few sentences.
#include "coder.h"

#include "base/mem.h"
#include "base/os.h"

enum {
  ALL_UP_TO = 300, // every allocation up to this one
  STEP = 37,       // then at least so many apart
  LATER = 120,     // and at most so many of them
  FRESH = 40       // the first ones with a coder whose arena has no room yet
};

static bede_buf read_example(const char *name)
{
  char path[4096];
  bede_buf buf;
  bede_error err;
  const char *root = getenv("BEDE_ROOT");
  bede_buf_init(&buf, 0);
  (void)snprintf(path, sizeof path, "%s/examples/%s", root ? root : ".", name);
  assert_int_equal(bede_os_read_file(path, &buf, &err), BEDE_OK);
  return buf;
}

typedef struct trial {
  bede_buf text;
  bede_output_format format;
  bede_output good;
  unsigned failed, whole;
} trial;

static bede_status attempt(bede_coder *coder, const trial *t, bede_output *out)
{
  bede_error err;
  bede_status status = bede_coder_text(coder, t->text.ptr, t->text.len, NULL,
                                       t->format, out, &err);
  if (status) assert_true(err.message[0] != '\0');
  return status;
}

static void assert_whole(const trial *t, const bede_output *out)
{
  assert_int_equal(out->len, t->good.len);
  assert_memory_equal(out->ptr, t->good.ptr, out->len);
}

static void fail_at(bede_coder *coder, trial *t, uint64_t n)
{
  bede_output out = {NULL, 0, 0};
  (void)bede_mem_fail_after(n);
  bede_status status = attempt(coder, t, &out);
  (void)bede_mem_fail_after(0);
  if (status) {
    assert_int_equal(status, BEDE_ENOMEM);
    t->failed++;
  } else {
    assert_whole(t, &out);
    t->whole++;
  }
  bede_output_release(&out);
}

static void assert_unharmed(bede_coder *coder, const trial *t)
{
  bede_output out = {NULL, 0, 0};
  assert_int_equal(attempt(coder, t, &out), BEDE_OK);
  assert_whole(t, &out);
  bede_output_release(&out);
}

static void fail_fresh(trial *t)
{
  for (uint64_t n = 1; n <= FRESH; n++) {
    bede_coder *coder = coder_open();
    fail_at(coder, t, n);
    bede_coder_free(coder);
  }
}

static void run_trial(const char *name, bede_output_format format)
{
  trial t = {read_example(name), format, {NULL, 0, 0}, 0, 0};
  bede_coder *coder = coder_open();
  assert_int_equal(attempt(coder, &t, &t.good), BEDE_OK);
  fail_fresh(&t);
  (void)bede_mem_fail_after(0);
  assert_unharmed(coder, &t);
  uint64_t needed = bede_mem_fail_after(0);
  uint64_t step = needed / LATER > STEP ? needed / LATER : STEP;
  for (uint64_t n = 1; n <= needed + 1; n += n < ALL_UP_TO ? 1 : step)
    fail_at(coder, &t, n);
  assert_unharmed(coder, &t);
  fail_at(coder, &t, needed + 1);
  assert_true(t.failed > 0 && t.whole > 0);
  bede_coder_free(coder);
  bede_output_release(&t.good);
  bede_buf_release(&t.text);
}

TEST(document_object_survives)
{
  run_trial("02-tolls.txt", BEDE_OUT_JSON);
}

TEST(flat_table_survives)
{
  run_trial("03-officials.txt", BEDE_OUT_CLAIMS);
}

TEST(plover_records_survive)
{
  run_trial("02-tolls.txt", BEDE_OUT_PLOVER);
}

TEST(polecat_rows_survive)
{
  run_trial("04-protest.txt", BEDE_OUT_POLECAT);
}

TEST(petrarch_lines_survive)
{
  run_trial("05-summit.txt", BEDE_OUT_PETRARCH);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(document_object_survives),
      cmocka_unit_test(flat_table_survives),
      cmocka_unit_test(plover_records_survive),
      cmocka_unit_test(polecat_rows_survive),
      cmocka_unit_test(petrarch_lines_survive),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
