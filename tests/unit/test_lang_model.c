// Opening the model: what is damaged, cut short or made for another program is
// refused with a reason.
#include "base/mem.h"
#include "lang/lang.h"
#include "lang/model.h"
#include "unit.h"

// A copy of the embedded model that can be damaged, aligned as it must be.
typedef struct copy {
  void *block;
  unsigned char *bytes;
  size_t len;
} copy;

bede_str bede_model_embedded(void);

static copy copy_model(void)
{
  bede_str model = bede_model_embedded();
  if (!model.ptr) skip();
  copy c = {malloc(model.len + 64), NULL, model.len};
  assert_non_null(c.block);
  uintptr_t at = ((uintptr_t)c.block + 63) & ~(uintptr_t)63;
  c.bytes = (unsigned char *)c.block + (at - (uintptr_t)c.block);
  memcpy(c.bytes, model.ptr, model.len);
  return c;
}

static bede_status open_copy(const copy *c, bede_error *err)
{
  bede_str s = {(const char *)c->bytes, c->len};
  bede_model *model;
  bede_status status = bede_model_open(s, &model, err);
  bede_model_free(model);
  return status;
}

static void expect_refusal(const copy *c, const char *words)
{
  bede_error err = {0};
  assert_int_equal(open_copy(c, &err), BEDE_EMODEL);
  assert_non_null(strstr(err.message, words));
}

TEST(the_embedded_model_is_whole)
{
  bede_error err = {0};
  bede_model *model;
  bede_str none = {NULL, 0};
  if (!bede_model_embedded().ptr) skip();
  assert_int_equal(bede_model_open(none, &model, &err), BEDE_OK);
  assert_int_equal(bede_model_verify(model, &err), BEDE_OK);
  assert_int_equal(strlen(bede_model_hash(model)), 16);
  bede_model_free(model);
}

TEST(the_model_fits_its_limit)
{
  bede_str model = bede_model_embedded();
  if (!model.ptr) skip();
  assert_in_range(model.len, sizeof(bede_model_header), 16000000);
}

TEST(damaged_bytes_are_refused)
{
  copy c = copy_model();
  const size_t at[] = {sizeof(bede_model_header), c.len / 2, c.len - 1,
                       offsetof(bede_model_header, label_sets)};
  for (size_t i = 0; i < sizeof at / sizeof *at; i++) {
    c.bytes[at[i]] ^= 1;
    expect_refusal(&c, "damaged");
    c.bytes[at[i]] ^= 1;
  }
  assert_int_equal(open_copy(&c, NULL), BEDE_OK);
  free(c.block);
}

TEST(other_files_are_refused)
{
  copy c = copy_model();
  c.bytes[0] = 'X';
  expect_refusal(&c, "no Bede model");
  c.bytes[0] = 'B';
  c.bytes[offsetof(bede_model_header, version)]++;
  expect_refusal(&c, "version");
  c.bytes[offsetof(bede_model_header, version)]--;
  c.bytes[offsetof(bede_model_header, names)] ^= 1;
  expect_refusal(&c, "other tags");
  free(c.block);
}

TEST(short_files_are_refused)
{
  copy c = copy_model();
  c.len--;
  expect_refusal(&c, "instead of");
  c.len = sizeof(bede_model_header) - 1;
  expect_refusal(&c, "size");
  c.len = 1;
  expect_refusal(&c, "size");
  free(c.block);
}

// A file whose sums are right and whose content is not.
static void expect_sealed_refusal(const copy *c)
{
  bede_model_seal((bede_model_header *)(void *)c->bytes);
  expect_refusal(c, "outside");
}

TEST(content_that_points_outside_is_refused)
{
  copy c = copy_model();
  const bede_model_header *h = (const void *)c.bytes;
  bede_tag_class *class = (void *)(c.bytes + h->section[0].offset);
  class->xpos = BEDE_XPOS_COUNT;
  expect_sealed_refusal(&c);
  class->xpos = 0;
  bede_script *script =
      (void *)(c.bytes + h->section[BEDE_SECTION_SCRIPTS].offset);
  uint8_t len = script->len;
  script->len = sizeof script->add + 1;
  expect_sealed_refusal(&c);
  script->len = len;
  bede_sparse_bucket *bucket =
      (void *)(c.bytes + h->section[BEDE_SECTION_NER].offset);
  bucket->mark[0] = 1;
  bucket->at[0] = (uint32_t)h->section[BEDE_SECTION_NER_POOL].size - 1;
  expect_sealed_refusal(&c);
  bucket->mark[0] = 0;
  bede_model_seal((bede_model_header *)(void *)c.bytes);
  assert_int_equal(open_copy(&c, NULL), BEDE_OK);
  free(c.block);
}

TEST(a_wrong_sum_is_found_by_the_full_check)
{
  copy c = copy_model();
  bede_str s = {(const char *)c.bytes, c.len};
  bede_error err = {0};
  bede_model *model;
  c.bytes[offsetof(bede_model_header, sha256)] ^= 1;
  assert_int_equal(bede_model_open(s, &model, &err), BEDE_OK);
  assert_int_equal(bede_model_verify(model, &err), BEDE_EMODEL);
  bede_model_free(model);
  free(c.block);
}

TEST(without_memory_nothing_opens)
{
  bede_model *model;
  bede_str none = {NULL, 0};
  if (!bede_model_embedded().ptr) skip();
  bede_mem_fail_after(1);
  bede_status status = bede_model_open(none, &model, NULL);
  bede_mem_fail_after(0);
  assert_int_equal(status, BEDE_ENOMEM);
  assert_null(model);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_embedded_model_is_whole),
      cmocka_unit_test(the_model_fits_its_limit),
      cmocka_unit_test(damaged_bytes_are_refused),
      cmocka_unit_test(other_files_are_refused),
      cmocka_unit_test(short_files_are_refused),
      cmocka_unit_test(content_that_points_outside_is_refused),
      cmocka_unit_test(a_wrong_sum_is_found_by_the_full_check),
      cmocka_unit_test(without_memory_nothing_opens),
  };
  return cmocka_run_group_tests_name("lang_model", tests, NULL, NULL);
}
