// The list of sources: its limits, and that a failed allocation anywhere is
// reported.
#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "api/sources.h"
#include "base/mem.h"

enum { IN_ONE = 1u << 15 }; // attributions of a report made by hand

// A report in which `count` unnamed people speak, each for himself; and one
// claim on the word of the first.
typedef struct report {
  bede_arena arena;
  bede_doc doc;
} report;

static bede_attribution *add_attribution(report *r, bede_source_kind kind)
{
  bede_attribution *a =
      BEDE_LIST_PUSH(&r->doc.attributions, &r->arena, UINT32_MAX);
  if (!a) abort();
  a->kind = kind;
  a->source_head = a->cue_head = a->content_head = BEDE_NONE;
  a->speaker = a->affiliation = a->outlet = a->held_by = a->via = BEDE_NONE;
  a->quoted = BEDE_QUOTED_DIRECT;
  return a;
}

static void make_report(report *r, uint32_t count)
{
  bede_arena_init(&r->arena);
  bede_doc_init(&r->doc, &r->arena);
  r->doc.id = bede_str_from("r");
  r->doc.text = bede_str_from("Somebody spoke.");
  (void)add_attribution(r, BEDE_BY_NARRATOR);
  for (uint32_t i = 0; i < count; i++) {
    bede_attribution *a = add_attribution(r, BEDE_BY_UNNAMED_PERSON);
    bede_span *span = BEDE_LIST_PUSH(&a->source, &r->arena, 1);
    if (!span) abort();
    *span = (bede_span){0, 8};
  }
  bede_claim *claim = BEDE_LIST_PUSH(&r->doc.claims, &r->arena, 1);
  bede_chain *chain = BEDE_LIST_PUSH(&r->doc.chains, &r->arena, 1);
  if (!claim || !chain) abort();
  claim->place = BEDE_NONE;
  claim->chain_count = 1;
  chain->links[0] = count ? 1 : 0;
  chain->count = count ? 2 : 1;
  chain->relation = BEDE_RELATION_OUTSIDE;
}

static bede_status count_report(bede_sources *list, uint32_t count,
                                bede_error *err)
{
  report r;
  make_report(&r, count);
  bede_status status = bede_sources_count(list, &r.doc, err);
  bede_arena_release(&r.arena);
  return status;
}

// The lines of the list as it would be written, with the header.
static uint32_t count_lines(bede_sources *list)
{
  bede_sources_options options = {.size = sizeof options,
                                  .format = BEDE_OUT_TSV};
  bede_buf out;
  uint32_t lines = 0;
  bede_buf_init(&out, 0);
  bede_sources_put(list, &options, &out);
  assert_int_equal(out.status, BEDE_OK);
  for (size_t i = 0; i < out.len; i++)
    lines += out.ptr[i] == '\n';
  bede_buf_release(&out);
  return lines;
}

TEST(speakers_have_a_limit)
{
  bede_sources list;
  bede_error err;
  uint32_t documents = 0;
  assert_int_equal(bede_sources_init(&list), BEDE_OK);
  for (uint32_t n = 0; n < BEDE_MAX_SPEAKERS - IN_ONE; n += IN_ONE, documents++)
    assert_int_equal(count_report(&list, IN_ONE, &err), BEDE_OK);
  assert_int_equal(count_report(&list, IN_ONE - 1, &err), BEDE_OK);
  // One too many for the last place: nothing of the report is counted.
  assert_int_equal(count_report(&list, 2, &err), BEDE_ELIMIT);
  assert_non_null(strstr(err.message, "1048576 speakers"));
  assert_int_equal(list.documents, documents + 1);
  assert_int_equal(list.shares.items[BEDE_FIXED_ALL].statements,
                   BEDE_MAX_SPEAKERS - 1);
  assert_int_equal(list.rows.count, BEDE_MAX_SPEAKERS);
  // What needs no speaker is.
  assert_int_equal(count_report(&list, 0, &err), BEDE_OK);
  assert_int_equal(list.shares.items[BEDE_FIXED_UNATTRIBUTED].claims, 1);
  assert_int_equal(count_lines(&list), BEDE_MAX_SPEAKERS - 1 + 1);
  bede_sources_release(&list);
}

TEST(speakers_up_to_the_limit_are_counted)
{
  bede_sources list;
  bede_error err;
  assert_int_equal(bede_sources_init(&list), BEDE_OK);
  for (uint32_t n = 0; n < BEDE_MAX_SPEAKERS; n += IN_ONE)
    assert_int_equal(count_report(&list, IN_ONE, &err), BEDE_OK);
  assert_int_equal(list.rows.count, BEDE_MAX_SPEAKERS);
  assert_int_equal(count_report(&list, 1, &err), BEDE_ELIMIT);
  bede_sources_release(&list);
}

// --- failing allocations -----------------------------------------------------

static const char path[] = "test_api_sources.txt";
static const char text[] =
    "KABUL - \"We will leave,\" Tomas Rell, the mayor, told Reuters. Witnesses "
    "said that rebels had attacked a convoy.\n\n"
    "Police denied it, an official said. Rebels attacked a village.\n";

static bede_status drop_bytes(void *context, const char *ptr, size_t len,
                              const char *document, const bede_error *failure,
                              const bede_run *so_far)
{
  (void)ptr, (void)len, (void)document, (void)so_far;
  *(unsigned *)context += failure != NULL;
  return BEDE_OK;
}

// BEDE_ENOMEM also where a report failed and the run went on.
static bede_status try_sources(bede_coder *coder, bede_output_format format,
                               bede_output *out)
{
  static const bede_metadata meta = {.size = sizeof meta, .publisher = "Post"};
  bede_sources_options options = {.size = sizeof options, .format = format};
  unsigned failures = 0;
  bede_run run = {0};
  bede_error err;
  bede_sources *list = bede_sources_new();
  if (!list) return BEDE_ENOMEM;
  bede_status status = bede_sources_file(list, coder, path, BEDE_IN_TEXT, &meta,
                                         drop_bytes, &failures, &run, &err);
  if (!status && failures) status = BEDE_ENOMEM;
  if (!status) status = bede_sources_write(list, &options, out);
  bede_sources_free(list);
  return status;
}

static void check_survives(bede_coder *coder, bede_output_format format)
{
  bede_output good = {NULL, 0, 0};
  bede_status status = BEDE_ENOMEM;
  assert_int_equal(try_sources(coder, format, &good), BEDE_OK);
  assert_non_null(strstr(good.ptr, "Tomas Rell"));
  for (uint64_t n = 1; status; n++) {
    bede_output out = {NULL, 0, 0};
    (void)bede_mem_fail_after(n);
    status = try_sources(coder, format, &out);
    (void)bede_mem_fail_after(0);
    if (status) assert_int_equal(status, BEDE_ENOMEM);
    if (!status) {
      assert_int_equal(out.len, good.len);
      assert_memory_equal(out.ptr, good.ptr, good.len);
    }
    bede_output_release(&out);
    assert_true(n < 10000);
  }
  bede_output_release(&good);
}

TEST(survives)
{
  bede_coder *coder = NULL;
  bede_error err;
  FILE *f = fopen(path, "wb");
  assert_non_null(f);
  fputs(text, f);
  assert_int_equal(fclose(f), 0);
  assert_int_equal(bede_coder_new(NULL, &coder, &err), BEDE_OK);
  check_survives(coder, BEDE_OUT_JSON);
  check_survives(coder, BEDE_OUT_TABLE);
  bede_coder_free(coder);
  remove(path);
}

TEST(formats_of_claims_are_refused)
{
  bede_sources_options options = {.size = sizeof options,
                                  .format = BEDE_OUT_PLOVER};
  bede_output out = {NULL, 0, 0};
  bede_sources *list = bede_sources_new();
  assert_non_null(list);
  assert_int_equal(bede_sources_write(list, &options, &out), BEDE_EUSAGE);
  bede_sources_free(list);
  bede_sources_free(NULL);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(speakers_have_a_limit),
      cmocka_unit_test(speakers_up_to_the_limit_are_counted),
      cmocka_unit_test(survives),
      cmocka_unit_test(formats_of_claims_are_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
