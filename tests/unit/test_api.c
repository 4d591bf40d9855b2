// The public functions: what they promise about output, sinks, failures, and
// that a failed allocation anywhere is reported and loses nothing.
#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "bede/bede.h"

static const char report[] =
    "KABUL - Rebels attacked an army convoy on Monday, the ministry said.\n\n"
    "Five soldiers were killed, an official told Reuters. Iran denied that it "
    "had supported the rebels [1].\n";

static bede_coder *new_coder(void)
{
  bede_coder *coder = NULL;
  bede_error err;
  assert_int_equal(bede_coder_new(NULL, &coder, &err), BEDE_OK);
  return coder;
}

static void text_is_appended(void **state)
{
  bede_coder *coder = new_coder();
  bede_output out = {NULL, 0, 0};
  size_t one;
  (void)state;
  assert_int_equal(bede_coder_text(coder, report, strlen(report), NULL,
                                   BEDE_OUT_JSON, &out, NULL),
                   BEDE_OK);
  one = out.len;
  assert_true(one > 0 && out.ptr[one - 1] == '\n');
  assert_int_equal(bede_coder_text(coder, report, strlen(report), NULL,
                                   BEDE_OUT_JSON, &out, NULL),
                   BEDE_OK);
  assert_int_equal(out.len, 2 * one);
  assert_memory_equal(out.ptr, out.ptr + one, one);
  bede_output_release(&out);
  bede_coder_free(coder);
  bede_coder_free(NULL);
}

static void bad_text_is_a_failed_record(void **state)
{
  static const char zeros[4096];
  bede_coder *coder = new_coder();
  bede_output out = {NULL, 0, 0};
  bede_error err;
  (void)state;
  assert_int_equal(bede_coder_text(coder, zeros, sizeof zeros, NULL,
                                   BEDE_OUT_JSON, &out, &err),
                   BEDE_EBINARY);
  assert_non_null(strstr(out.ptr, "\"status\":\"failed\""));
  out.len = 0;
  assert_int_equal(bede_coder_text(coder, zeros, sizeof zeros, NULL,
                                   BEDE_OUT_CSV, &out, &err),
                   BEDE_EBINARY);
  assert_int_equal(out.len, 0);
  bede_output_release(&out);
  bede_coder_free(coder);
}

static void stages_have_bits(void **state)
{
  unsigned seen = 0;
  (void)state;
  for (unsigned i = 0; bede_trace_stage(i); i++) {
    unsigned bit = bede_trace_bit(bede_trace_stage(i));
    assert_int_equal(bit, 1u << i);
    seen |= bit;
  }
  assert_true(seen != 0);
  assert_int_equal(bede_trace_bit("nothing"), 0);
  assert_int_equal(bede_trace_bit(""), 0);
}

// --- files -------------------------------------------------------------------

typedef struct seen {
  unsigned calls, failures;
  bede_status answer; // of the second call
} seen;

static bede_status sink(void *context, const char *ptr, size_t len,
                        const char *document, const bede_error *failure,
                        const bede_run *so_far)
{
  seen *s = context;
  assert_non_null(document);
  assert_non_null(so_far->path);
  assert_true(failure ? ptr == NULL && len == 0 : ptr != NULL);
  s->failures += failure != NULL;
  return ++s->calls == 2 ? s->answer : BEDE_OK;
}

static void write_lines(const char *path)
{
  FILE *f = fopen(path, "wb");
  assert_non_null(f);
  fputs("{\"id\": \"a\", \"text\": \"Rebels attacked Kabul.\"}\nbad\n"
        "{\"id\": \"b\", \"text\": \"Police arrested two men.\"}\n",
        f);
  assert_int_equal(fclose(f), 0);
}

static void sink_sees_every_document(void **state)
{
  static const char path[] = "test_api.jsonl";
  bede_coder *coder = new_coder();
  bede_run run = {0};
  bede_error err;
  seen s = {0, 0, BEDE_OK};
  (void)state;
  write_lines(path);
  assert_int_equal(bede_coder_file(coder, path, BEDE_IN_AUTO, NULL,
                                   BEDE_OUT_JSON, sink, &s, &run, &err),
                   BEDE_OK);
  // The bad line is told as a failure and written as a failed record.
  assert_int_equal(s.calls, 4);
  assert_int_equal(s.failures, 1);
  assert_int_equal(run.documents, 3);
  assert_int_equal(run.coded, 2);
  assert_int_equal(run.failed, 1);
  assert_null(run.path);
  remove(path);
  bede_coder_free(coder);
}

static void sink_ends_the_run(void **state)
{
  static const char path[] = "test_api.jsonl";
  static const bede_status words[] = {BEDE_EIO, BEDE_END, BEDE_ENOMEM, 42};
  bede_coder *coder = new_coder();
  bede_error err;
  (void)state;
  write_lines(path);
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    bede_run run = {0};
    seen s = {0, 0, words[i]};
    assert_int_equal(bede_coder_file(coder, path, BEDE_IN_AUTO, NULL,
                                     BEDE_OUT_JSON, sink, &s, &run, &err),
                     words[i]);
    assert_int_equal(s.calls, 2);
  }
  remove(path);
  bede_coder_free(coder);
}

static void missing_file(void **state)
{
  bede_coder *coder = new_coder();
  bede_run run = {0};
  bede_error err;
  seen s = {0, 0, BEDE_OK};
  (void)state;
  assert_int_equal(bede_coder_file(coder, "test_api.none", BEDE_IN_AUTO, NULL,
                                   BEDE_OUT_JSON, sink, &s, &run, &err),
                   BEDE_ENOTFOUND);
  assert_int_equal(s.calls, 0);
  assert_int_equal(run.documents, 0);
  bede_coder_free(coder);
}

// --- failing allocations -----------------------------------------------------

typedef bede_status attempt(bede_coder *coder, bede_output *out,
                            bede_error *err);

static bede_status try_text(bede_coder *coder, bede_output *out,
                            bede_error *err)
{
  return bede_coder_text(coder, report, strlen(report), NULL, BEDE_OUT_JSON,
                         out, err);
}

static bede_status try_rows(bede_coder *coder, bede_output *out,
                            bede_error *err)
{
  return bede_coder_text(coder, report, strlen(report), NULL, BEDE_OUT_CSV, out,
                         err);
}

static bede_status try_table(bede_coder *coder, bede_output *out,
                             bede_error *err)
{
  return bede_coder_text(coder, report, strlen(report), NULL, BEDE_OUT_TABLE,
                         out, err);
}

static bede_status try_explain(bede_coder *coder, bede_output *out,
                               bede_error *err)
{
  return bede_coder_explain(coder, report, strlen(report), NULL, out, err);
}

// Fails the first, the second, ... allocation of a call until it needs no more;
// then the result must be that of a call without failures. Each call has a
// coder of its own, whose arena has no block yet.
static void fail_each(attempt *call)
{
  bede_coder *coder = new_coder();
  bede_output good = {NULL, 0, 0};
  bede_error err;
  assert_int_equal(call(coder, &good, &err), BEDE_OK);
  bede_coder_free(coder);
  bede_status status = BEDE_ENOMEM;
  for (uint64_t n = 1; status; n++) {
    bede_output out = {NULL, 0, 0};
    coder = new_coder();
    (void)bede_mem_fail_after(n);
    status = call(coder, &out, &err);
    (void)bede_mem_fail_after(0);
    if (status) assert_int_equal(status, BEDE_ENOMEM);
    if (!status) {
      assert_int_equal(out.len, good.len);
      assert_memory_equal(out.ptr, good.ptr, good.len);
    }
    // The coder is as good as new after a failure.
    out.len = 0;
    assert_int_equal(call(coder, &out, &err), BEDE_OK);
    assert_int_equal(out.len, good.len);
    bede_output_release(&out);
    bede_coder_free(coder);
    assert_true(n < 100000);
  }
  bede_output_release(&good);
}

static void text_survives(void **state)
{
  (void)state;
  fail_each(try_text);
  fail_each(try_rows);
  fail_each(try_table);
}

static void explain_survives(void **state)
{
  (void)state;
  fail_each(try_explain);
}

static void new_survives(void **state)
{
  bede_status status = BEDE_ENOMEM;
  bede_error err;
  (void)state;
  for (uint64_t n = 1; status; n++) {
    bede_coder *coder = NULL;
    (void)bede_mem_fail_after(n);
    status = bede_coder_new(NULL, &coder, &err);
    (void)bede_mem_fail_after(0);
    if (status) assert_int_equal(status, BEDE_ENOMEM);
    bede_coder_free(coder);
    assert_true(n < 1000);
  }
}

static const char *fixture(const char *name, char path[4096])
{
  const char *root = getenv("BEDE_ROOT");
  (void)snprintf(path, 4096, "%s/tests/cli/score/%s", root ? root : ".", name);
  return path;
}

static bede_status try_score(bede_output *out, bede_error *err)
{
  char docs[4096], gold[4096], pred[4096];
  return bede_score_claims(fixture("docs.jsonl", docs),
                           fixture("gold.jsonl", gold),
                           fixture("pred.jsonl", pred), 10, out, err);
}

static void score_survives(void **state)
{
  bede_output good = {NULL, 0, 0};
  bede_error err;
  bede_status status = try_score(&good, &err);
  (void)state;
  if (status == BEDE_ENOTFOUND) skip();
  assert_int_equal(status, BEDE_OK);
  status = BEDE_ENOMEM;
  for (uint64_t n = 1; status; n++) {
    bede_output out = {NULL, 0, 0};
    (void)bede_mem_fail_after(n);
    status = try_score(&out, &err);
    (void)bede_mem_fail_after(0);
    if (status) assert_int_equal(status, BEDE_ENOMEM);
    if (!status) assert_int_equal(out.len, good.len);
    bede_output_release(&out);
    assert_true(n < 1000);
  }
  bede_output_release(&good);
}

// Two reports with two claims each, of which one changes and one goes.
static void write_coding(const char *path, const char *event, bool both)
{
  FILE *f = fopen(path, "wb");
  assert_non_null(f);
  for (char id = 'x'; id <= 'y'; id++) {
    (void)fprintf(f,
                  "{\"id\": \"%c\", \"claims\": [{\"id\": \"c1\", \"event\": "
                  "\"%s\", \"said_by\": [[0]]}%s]}\n",
                  id, event, both ? ", {\"id\": \"c2\"}" : "");
  }
  assert_int_equal(fclose(f), 0);
}

static bede_status keep_bytes(void *context, const char *ptr, size_t len,
                              const char *document, const bede_error *failure,
                              const bede_run *so_far)
{
  size_t *bytes = context;
  assert_true(ptr && document && !failure && so_far);
  *bytes += len;
  return BEDE_OK;
}

static bede_status try_diff(size_t *bytes, bede_diff *found)
{
  bede_diff_options options = {.size = sizeof options};
  bede_run run = {0};
  bede_error err;
  memset(found, 0, sizeof *found);
  *bytes = 0;
  return bede_diff_files("test_api.a", "test_api.b", &options, keep_bytes,
                         bytes, &run, found, &err);
}

static void diff_survives(void **state)
{
  bede_diff found;
  size_t good, bytes;
  (void)state;
  write_coding("test_api.a", "AID", true);
  write_coding("test_api.b", "ASSAULT", false);
  assert_int_equal(try_diff(&good, &found), BEDE_OK);
  assert_int_equal(found.pairs, 2);
  assert_int_equal(found.changed, 2);
  assert_int_equal(found.lost, 2);
  assert_int_equal(found.alike + found.gained, 0);
  bede_status status = BEDE_ENOMEM;
  for (uint64_t n = 1; status; n++) {
    (void)bede_mem_fail_after(n);
    status = try_diff(&bytes, &found);
    (void)bede_mem_fail_after(0);
    if (status) assert_int_equal(status, BEDE_ENOMEM);
    if (!status) assert_int_equal(bytes, good);
    assert_true(n < 1000);
  }
  remove("test_api.a");
  remove("test_api.b");
}

static void diff_ends_with_the_sink(void **state)
{
  bede_run run = {0};
  bede_diff found = {0};
  bede_error err;
  seen s = {0, 0, 42};
  (void)state;
  write_coding("test_api.a", "AID", true);
  assert_int_equal(bede_diff_files("test_api.a", "test_api.a", NULL, sink, &s,
                                   &run, &found, &err),
                   42);
  assert_int_equal(s.calls, 2);
  assert_int_equal(found.alike, 4);
  remove("test_api.a");
}

static bede_status drop_bytes(void *context, const char *ptr, size_t len,
                              const char *document, const bede_error *failure,
                              const bede_run *so_far)
{
  (void)ptr, (void)len, (void)document, (void)so_far;
  *(unsigned *)context += failure != NULL;
  return BEDE_OK;
}

// BEDE_ENOMEM also where a report failed and the run went on.
static bede_status try_verbs(bede_coder *coder, bede_output *out)
{
  unsigned failures = 0;
  bede_run run = {0};
  bede_error err;
  bede_verbs *list = bede_verbs_new();
  if (!list) return BEDE_ENOMEM;
  bede_status status =
      bede_verbs_file(list, coder, "test_api.txt", BEDE_IN_TEXT, NULL,
                      drop_bytes, &failures, &run, &err);
  if (!status && failures) status = BEDE_ENOMEM;
  if (!status) status = bede_verbs_write(list, true, out);
  bede_verbs_free(list);
  return status;
}

static void verbs_survive(void **state)
{
  bede_output good = {NULL, 0, 0};
  bede_status status = BEDE_ENOMEM;
  FILE *f = fopen("test_api.txt", "wb");
  (void)state;
  assert_non_null(f);
  fputs(report, f);
  fputs("Kenya flummoxed Chad.\n", f);
  assert_int_equal(fclose(f), 0);
  bede_coder *coder = new_coder();
  assert_int_equal(try_verbs(coder, &good), BEDE_OK);
  assert_non_null(strstr(good.ptr, "\tflummox\tv\t"));
  for (uint64_t n = 1; status; n++) {
    bede_output out = {NULL, 0, 0};
    (void)bede_mem_fail_after(n);
    status = try_verbs(coder, &out);
    (void)bede_mem_fail_after(0);
    if (status) assert_int_equal(status, BEDE_ENOMEM);
    if (!status) assert_memory_equal(out.ptr, good.ptr, good.len);
    bede_output_release(&out);
    assert_true(n < 100000);
  }
  bede_output_release(&good);
  bede_coder_free(coder);
  bede_verbs_free(NULL);
  remove("test_api.txt");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(text_is_appended),
      cmocka_unit_test(bad_text_is_a_failed_record),
      cmocka_unit_test(stages_have_bits),
      cmocka_unit_test(sink_sees_every_document),
      cmocka_unit_test(sink_ends_the_run),
      cmocka_unit_test(missing_file),
      cmocka_unit_test(text_survives),
      cmocka_unit_test(explain_survives),
      cmocka_unit_test(new_survives),
      cmocka_unit_test(score_survives),
      cmocka_unit_test(verbs_survive),
      cmocka_unit_test(diff_survives),
      cmocka_unit_test(diff_ends_with_the_sink),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
