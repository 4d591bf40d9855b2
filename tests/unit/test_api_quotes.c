// The list of attributed statements: what its options refuse, and that a failed
// allocation anywhere is reported and loses nothing.
#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "bede/bede.h"

static const char path[] = "test_api_quotes.txt";
static const char report[] =
    "KABUL - \"We will leave,\" Tomas Rell, the mayor, said. Witnesses said "
    "that he had said that they would stay.\n\n"
    "Police denied it, an official told Reuters on condition of anonymity.\n";

static bede_coder *new_coder(void)
{
  bede_coder *coder = NULL;
  bede_error err;
  assert_int_equal(bede_coder_new(NULL, &coder, &err), BEDE_OK);
  return coder;
}

static void write_report(void)
{
  FILE *f = fopen(path, "wb");
  assert_non_null(f);
  fputs(report, f);
  assert_int_equal(fclose(f), 0);
}

typedef struct kept {
  char bytes[1 << 16];
  size_t len;
  unsigned failures;
} kept;

static bede_status keep(void *context, const char *ptr, size_t len,
                        const char *document, const bede_error *failure,
                        const bede_run *so_far)
{
  kept *k = context;
  (void)document, (void)so_far;
  k->failures += failure != NULL;
  assert_true(k->len + len < sizeof k->bytes);
  if (len) memcpy(k->bytes + k->len, ptr, len);
  k->len += len;
  return BEDE_OK;
}

// BEDE_ENOMEM also where a report failed and the run went on.
static bede_status list(bede_coder *coder, const bede_quotes_options *options,
                        kept *k)
{
  bede_run run = {0};
  bede_error err;
  memset(k, 0, sizeof *k);
  bede_status status = bede_quotes_file(coder, path, BEDE_IN_TEXT, NULL,
                                        options, keep, k, &run, &err);
  return status ? status : k->failures ? BEDE_ENOMEM : BEDE_OK;
}

static bede_quotes_options everything(bede_output_format format)
{
  bede_quotes_options o;
  memset(&o, 0, sizeof o);
  o.size = sizeof o;
  o.format = format;
  o.all = true;
  return o;
}

static void check_survives(const bede_quotes_options *options)
{
  static kept good, now;
  bede_coder *coder = new_coder();
  bede_status status = BEDE_ENOMEM;
  assert_int_equal(list(coder, options, &good), BEDE_OK);
  assert_true(good.len > 0);
  for (uint64_t n = 1; status; n++) {
    (void)bede_mem_fail_after(n);
    status = list(coder, options, &now);
    (void)bede_mem_fail_after(0);
    if (status) assert_int_equal(status, BEDE_ENOMEM);
    assert_true(n < 10000);
  }
  assert_int_equal(now.len, good.len);
  assert_memory_equal(now.bytes, good.bytes, good.len);
  bede_coder_free(coder);
}

static void survives(void **state)
{
  static const char *const speakers[] = {"nobody", "rell", "official"};
  bede_quotes_options rows = everything(BEDE_OUT_CSV);
  bede_quotes_options table = everything(BEDE_OUT_TABLE);
  (void)state;
  write_report();
  rows.speakers = speakers;
  rows.speaker_count = 3;
  check_survives(&rows);
  check_survives(&table);
  remove(path);
}

static void refuses(bede_coder *coder, const bede_quotes_options *options,
                    const char *words)
{
  bede_run run = {0};
  bede_error err;
  static kept k;
  assert_int_equal(bede_quotes_file(coder, path, BEDE_IN_TEXT, NULL, options,
                                    keep, &k, &run, &err),
                   BEDE_EUSAGE);
  assert_non_null(strstr(err.message, words));
  assert_int_equal(bede_quotes_file(coder, path, BEDE_IN_TEXT, NULL, options,
                                    keep, &k, &run, NULL),
                   BEDE_EUSAGE);
  assert_int_equal(run.documents, 0);
}

static void wrong_options_are_refused(void **state)
{
  static const char *const none[] = {"says", "lies"};
  static const char *const kinds[] = {"person", ""};
  static const char *const blank[] = {"a", " \t"};
  bede_coder *coder = new_coder();
  bede_output out = {NULL, 0, 0};
  bede_quotes_options o = everything(BEDE_OUT_POLECAT);
  (void)state;
  refuses(coder, &o, "format");
  o = everything(BEDE_OUT_JSON);
  o.stances = none;
  o.stance_count = 2;
  refuses(coder, &o, "no stance 'lies'");
  o = everything(BEDE_OUT_JSON);
  o.kinds = kinds;
  o.kind_count = 2;
  refuses(coder, &o, "no kind of speaker ''");
  o = everything(BEDE_OUT_JSON);
  o.speakers = blank;
  o.speaker_count = 2;
  refuses(coder, &o, "no speaker");
  assert_int_equal(bede_quotes_header(BEDE_OUT_PETRARCH, &out), BEDE_EUSAGE);
  assert_int_equal(bede_quotes_header(BEDE_OUT_JSON, &out), BEDE_OK);
  assert_int_equal(out.len, 0);
  assert_int_equal(bede_quotes_header(BEDE_OUT_CSV, &out), BEDE_OK);
  assert_int_equal(strncmp(out.ptr, "doc_id,", 7), 0);
  bede_output_release(&out);
  bede_coder_free(coder);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(survives),
      cmocka_unit_test(wrong_options_are_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
