// Opening the model: what is damaged, cut short or made for another program is
// refused with a reason, and whatever opens lets the engine look at nothing
// outside of it.
#include "model.h"

#include "base/mem.h"
#include "lang/engine.h"
#include "parse.h"

bede_str bede_model_embedded(void);

static bede_status open_blob(const blob *b, bede_model **out, bede_error *err)
{
  bede_str s = {(const char *)b->bytes, b->size};
  return bede_model_open(s, out, err);
}

static void expect_refusal(const blob *b, const char *words)
{
  bede_error err = {0};
  bede_model *model;
  assert_int_equal(open_blob(b, &model, &err), BEDE_EMODEL);
  assert_null(model);
  if (!strstr(err.message, words))
    fail_msg("\"%s\" does not say \"%s\"", err.message, words);
}

static void expect_opens(const blob *b)
{
  bede_error err = {0};
  bede_model *model;
  assert_int_equal(open_blob(b, &model, &err), BEDE_OK);
  bede_model_free(model);
}

// --- the engine over a model -------------------------------------------------

static void annotate(bede_lang *lang, const char *text)
{
  bede_arena arena;
  bede_doc doc;
  bede_error err = {0};
  bede_arena_init(&arena);
  bede_doc_init(&doc, &arena);
  parse_add_words(&doc, text);
  assert_int_equal(bede_lang_annotate(lang, &doc, &err), BEDE_OK);
  parse_expect_trees(&doc);
  bede_arena_release(&arena);
}

// Both networks of a model over the words that it knows, and others.
static void run_model(const bede_model *model)
{
  for (unsigned mode = 0; mode < BEDE_MODES; mode++) {
    bede_lang *lang;
    bede_error err = {0};
    assert_int_equal(bede_lang_new(model, mode, &lang, &err), BEDE_OK);
    annotate(lang, model_text);
    bede_lang_free(lang);
  }
}

static void expect_runs(const blob *b)
{
  bede_error err = {0};
  bede_model *model;
  bede_model_seal(model_header(b));
  if (open_blob(b, &model, &err)) fail_msg("%s", err.message);
  run_model(model);
  bede_model_free(model);
}

TEST(a_small_model_runs)
{
  blob b = model_make();
  expect_runs(&b);
  free(b.bytes);
}

// That the engine asks each part of the small model, so that damage shows.
TEST(a_small_model_is_asked_for_all_it_has)
{
  blob b = model_make();
  bede_model *model;
  bede_look look[8];
  bede_arena arena;
  bede_doc doc;
  assert_int_equal(open_blob(&b, &model, NULL), BEDE_OK);
  bede_arena_init(&arena);
  bede_doc_init(&doc, &arena);
  parse_add_words(&doc, model_text);
  bede_look_words(&doc, 0, 8, look);
  assert_int_equal(bede_dict_get(&model->words, look[1].key), 1);
  assert_int_equal(bede_dict_get(&model->words, look[2].key), MODEL_ROWS);
  assert_int_equal(bede_dict_get(&model->words, look[5].key), 0);
  assert_int_equal(bede_dict_get(&model->vocab, model_key("attack")),
                   BEDE_MASK_NOUN | BEDE_MASK_VERB);
  bede_arena_release(&arena);
  bede_model_free(model);
  free(b.bytes);
}

// --- the embedded model ------------------------------------------------------

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

// What is embedded is trusted; it would be opened as a file too.
TEST(the_embedded_model_may_be_a_file)
{
  bede_error err = {0};
  bede_model *model;
  bede_str bytes = bede_model_embedded();
  if (!bytes.ptr) skip();
  assert_int_equal(bede_model_open(bytes, &model, &err), BEDE_OK);
  bede_model_free(model);
}

TEST(the_embedded_model_fits_its_limit)
{
  bede_str model = bede_model_embedded();
  if (!model.ptr) skip();
  assert_in_range(model.len, sizeof(bede_model_header), BEDE_MAX_MODEL);
}

TEST(a_program_without_a_model_says_so)
{
  bede_error err = {0};
  bede_model *model;
  bede_str none = {NULL, 0};
  if (bede_model_embedded().ptr) skip();
  assert_int_equal(bede_model_open(none, &model, &err), BEDE_EMODEL);
  assert_non_null(strstr(err.message, "no model of its own"));
}

// --- accidents ---------------------------------------------------------------

TEST(damaged_bytes_are_refused)
{
  blob b = model_make();
  for (size_t at = offsetof(bede_model_header, label_sets); at < b.size;
       at += at < 1000 ? 1 : 97) {
    b.bytes[at] ^= 1;
    expect_refusal(&b, "damaged");
    b.bytes[at] ^= 1;
  }
  b.bytes[b.size - 1] ^= 1;
  expect_refusal(&b, "damaged");
  b.bytes[b.size - 1] ^= 1;
  b.bytes[offsetof(bede_model_header, check)] ^= 1;
  expect_refusal(&b, "damaged");
  b.bytes[offsetof(bede_model_header, check)] ^= 1;
  expect_opens(&b);
  free(b.bytes);
}

TEST(other_files_are_refused)
{
  blob b = model_make();
  for (size_t i = 0; i < sizeof model_header(&b)->magic; i++) {
    b.bytes[i] ^= 0x20;
    expect_refusal(&b, "no Bede model");
    b.bytes[i] ^= 0x20;
  }
  model_header(&b)->names ^= 1;
  expect_refusal(&b, "other tags");
  free(b.bytes);
}

TEST(models_of_other_versions_are_refused)
{
  blob b = model_make();
  char older[64], newer[64];
  (void)snprintf(older, sizeof older, "has version %u", BEDE_MODEL_VERSION - 1);
  (void)snprintf(newer, sizeof newer, "has version %u", BEDE_MODEL_VERSION + 1);
  model_header(&b)->version--;
  expect_refusal(&b, older);
  model_header(&b)->version += 2;
  expect_refusal(&b, newer);
  model_header(&b)->version--;
  model_header(&b)->sections++;
  expect_refusal(&b, "version");
  free(b.bytes);
}

TEST(files_of_another_size_are_refused)
{
  blob b = model_make();
  size_t size = b.size;
  unsigned char *longer = aligned_copy(b.bytes, size);
  for (size_t n = 0; n < size; n += n < 1000 ? 1 : 101) {
    blob cut = {aligned_copy(longer, n), n};
    expect_refusal(&cut, n < sizeof(bede_model_header) ? "size" : "instead of");
    free(cut.bytes);
  }
  model_header(&b)->size++;
  expect_refusal(&b, "instead of");
  b.size = (size_t)BEDE_MAX_MODEL + 1; // is not looked at
  expect_refusal(&b, "size");
  free(longer);
  free(b.bytes);
}

TEST(a_model_must_be_aligned)
{
  blob b = model_make();
  unsigned char *block = malloc(b.size + 128);
  assert_non_null(block);
  uintptr_t over = (uintptr_t)block % 64;
  blob moved = {block + (64 - over) + 8, b.size};
  memcpy(moved.bytes, b.bytes, b.size);
  expect_refusal(&moved, "aligned");
  free(block);
  free(b.bytes);
}

TEST(a_wrong_sum_is_found_by_the_full_check)
{
  blob b = model_make();
  bede_error err = {0};
  bede_model *model;
  assert_int_equal(open_blob(&b, &model, &err), BEDE_OK);
  assert_int_equal(bede_model_verify(model, &err), BEDE_OK);
  model_header(&b)->sha256[31] ^= 1;
  assert_int_equal(bede_model_verify(model, &err), BEDE_EMODEL);
  assert_non_null(strstr(err.message, "damaged"));
  bede_model_free(model);
  free(b.bytes);
}

TEST(without_memory_nothing_opens)
{
  blob b = model_make();
  bede_model *model;
  bede_lang *lang;
  bede_error err = {0};
  bede_mem_fail_after(1);
  bede_status status = open_blob(&b, &model, &err);
  bede_mem_fail_after(0);
  assert_int_equal(status, BEDE_ENOMEM);
  assert_null(model);
  assert_int_equal(open_blob(&b, &model, &err), BEDE_OK);
  bede_mem_fail_after(1);
  status = bede_lang_new(model, BEDE_FAST, &lang, &err);
  bede_mem_fail_after(0);
  assert_int_equal(status, BEDE_ENOMEM);
  assert_null(lang);
  bede_model_free(model);
  free(b.bytes);
}

// --- files whose sums are right and whose content is not ---------------------

static void expect_sealed_refusal(const blob *b, const char *words)
{
  bede_model_seal(model_header(b));
  expect_refusal(b, words);
}

// A section that is moved or has another size.
static void expect_no_section(const blob *b, bede_section_id id,
                              uint64_t offset, uint64_t size)
{
  bede_section *s = &model_header(b)->section[id], good = *s;
  s->offset = offset;
  s->size = size;
  expect_sealed_refusal(b, "lacks a part");
  *s = good;
}

TEST(sections_outside_the_file_are_refused)
{
  blob b = model_make();
  for (unsigned id = 0; id < BEDE_SECTION_COUNT; id++) {
    bede_section s = model_header(&b)->section[id];
    uint64_t end = (b.size + 63) / 64 * 64, item = 1 << 20;
    expect_no_section(&b, id, s.offset + 1, s.size);
    expect_no_section(&b, id, end + 64, s.size);
    expect_no_section(&b, id, end + 64, 0);
    expect_no_section(&b, id, (uint64_t)0 - 64, 128);
    expect_no_section(&b, id, s.offset, b.size + item);
    expect_no_section(&b, id, s.offset, (uint64_t)0 - 64);
    model_header(&b)->section[id].classes = BEDE_MAX_CLASSES + 1;
    expect_sealed_refusal(&b, "lacks a part");
    model_header(&b)->section[id].classes = s.classes;
  }
  expect_runs(&b);
  free(b.bytes);
}

TEST(sections_of_a_wrong_size_are_refused)
{
  static const bede_section_id needed[] = {
      BEDE_SECTION_CLASSES, BEDE_SECTION_FEATS, BEDE_SECTION_SCRIPTS,
      BEDE_SECTION_LEMMA,   BEDE_SECTION_MORPH, BEDE_SECTION_PLACES,
      BEDE_SECTION_ROWS,    BEDE_SECTION_NET,   BEDE_SECTION_NET_ACCURATE};
  blob b = model_make();
  for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
    bede_section s = model_header(&b)->section[needed[i]];
    expect_no_section(&b, needed[i], s.offset, 0);
    expect_no_section(&b, needed[i], s.offset, s.size - 1);
  }
  bede_section places = model_header(&b)->section[BEDE_SECTION_PLACES];
  expect_no_section(&b, BEDE_SECTION_PLACES, places.offset, places.size - 4);
  expect_no_section(&b, BEDE_SECTION_PLACES, places.offset, places.size + 4);
  // as many tags as the networks do not have, and more than fit a byte
  uint64_t at = model_header(&b)->section[BEDE_SECTION_CLASSES].offset;
  expect_no_section(&b, BEDE_SECTION_CLASSES, at, 2 * sizeof(bede_tag_class));
  expect_no_section(&b, BEDE_SECTION_CLASSES, at, 256 * sizeof(bede_tag_class));
  free(b.bytes);
}

// A whole model file that ends early: parts of it are outside.
TEST(sealed_files_that_are_cut_are_refused)
{
  blob b = model_make();
  for (size_t n = sizeof(bede_model_header); n < b.size; n += 331) {
    blob cut = {aligned_copy(b.bytes, n), n};
    model_header(&cut)->size = n;
    expect_sealed_refusal(&cut, "lacks a part");
    free(cut.bytes);
  }
  free(b.bytes);
}

// Each network is checked; other tests say for what.
TEST(networks_that_do_not_fit_are_refused)
{
  blob b = model_make();
  for (unsigned mode = 0; mode < BEDE_MODES; mode++) {
    bede_net_header *h =
        model_part(&b, (bede_section_id)(BEDE_SECTION_NET + mode));
    h->tag_classes++;
    expect_sealed_refusal(&b, "lacks a part");
    h->tag_classes--;
    h->hidden = 32;
    expect_sealed_refusal(&b, "lacks a part");
    h->hidden = 16;
  }
  expect_runs(&b);
  free(b.bytes);
}

// The same model with room for one more part, not yet sealed.
static blob model_more(void)
{
  blob b = model_make(), more = {0};
  blob_add(&more, b.size);
  memcpy(more.bytes, b.bytes, b.size);
  free(b.bytes);
  return more;
}

static void finish_more(blob *b)
{
  blob_finish(b);
  model_header(b)->size = b->size;
}

TEST(networks_must_see_the_same_rows)
{
  blob b = model_more();
  bede_net_header h = NETWORK_SMALL;
  h.in = 2 * MODEL_IN;
  h.tag_classes = MODEL_TAGS;
  network n = network_make(&h);
  model_put(&b, BEDE_SECTION_NET_ACCURATE, n.blob.bytes, n.blob.size);
  finish_more(&b);
  expect_sealed_refusal(&b, "lacks a part");
  network_release(&n);
  free(b.bytes);
}

// A model of `count` tags that are all the same.
static blob model_of_tags(uint32_t count)
{
  blob b = model_more();
  bede_net_header h = NETWORK_SMALL;
  h.tag_classes = count;
  network n = network_make(&h);
  model_add(&b, BEDE_SECTION_CLASSES, count * sizeof(bede_tag_class));
  for (unsigned mode = 0; mode < BEDE_MODES; mode++)
    model_put(&b, (bede_section_id)(BEDE_SECTION_NET + mode), n.blob.bytes,
              n.blob.size);
  finish_more(&b);
  network_release(&n);
  return b;
}

TEST(tags_are_fewer_than_classes_may_be)
{
  blob most = model_of_tags(BEDE_MAX_CLASSES - 1);
  blob more = model_of_tags(BEDE_MAX_CLASSES);
  expect_runs(&most);
  expect_sealed_refusal(&more, "lacks a part");
  free(most.bytes);
  free(more.bytes);
}

TEST(lists_that_point_outside_are_refused)
{
  blob b = model_make();
  bede_tag_class *class = model_part(&b, BEDE_SECTION_CLASSES);
  class[2].xpos = BEDE_XPOS_COUNT;
  expect_sealed_refusal(&b, "outside");
  class[2].xpos = BEDE_XPOS_PERIOD;
  class[0].upos = BEDE_UPOS_COUNT;
  expect_sealed_refusal(&b, "outside");
  class[0].upos = BEDE_UPOS_NOUN;
  bede_script *script = model_part(&b, BEDE_SECTION_SCRIPTS);
  script[2].len = sizeof script->add + 1;
  expect_sealed_refusal(&b, "outside");
  script[2].len = 0;
  bede_section *lemma = &model_header(&b)->section[BEDE_SECTION_LEMMA];
  lemma->classes = MODEL_SCRIPTS + 1;
  expect_sealed_refusal(&b, "outside");
  lemma->classes = MODEL_SCRIPTS;
  expect_runs(&b);
  free(b.bytes);
}

// Rows of a sparse table: each of its faults in turn.
static void expect_no_rows(const blob *b, bede_section_id id)
{
  bede_sparse_bucket *bucket = model_part(b, id);
  uint8_t *pool = model_part(b, (bede_section_id)(id + 1));
  const bede_section *s = &model_header(b)->section[id + 1];
  bede_sparse_bucket good = *bucket;
  uint8_t row[10];
  memcpy(row, pool, sizeof row);
  const uint32_t outside[] = {(uint32_t)s->size - 1, (uint32_t)s->size,
                              (uint32_t)s->size + 1, 0x7FFFFFFF, UINT32_MAX};
  for (size_t i = 0; i < sizeof outside / sizeof *outside; i++) {
    bucket->at[1] = outside[i];
    expect_sealed_refusal(b, "outside");
  }
  *bucket = good;
  pool[4] = 3; // one class more than the pool has weights for
  pool[8] = 0;
  expect_sealed_refusal(b, "outside");
  memcpy(pool, row, sizeof row);
  pool[5] = 17; // a shift
  expect_sealed_refusal(b, "outside");
  memcpy(pool, row, sizeof row);
  pool[7] = (uint8_t)model_header(b)->section[id].classes;
  expect_sealed_refusal(b, "outside");
  memcpy(pool, row, sizeof row);
}

TEST(sparse_rows_that_point_outside_are_refused)
{
  blob b = model_make();
  expect_no_rows(&b, BEDE_SECTION_LEMMA);
  expect_no_rows(&b, BEDE_SECTION_MORPH);
  free(b.bytes);
}

// Sums of weights stay within 32 bits only where a row has a class once.
// A table of no classes, although no row names one.
TEST(sparse_tables_without_classes_are_refused)
{
  static const bede_section_id tables[] = {BEDE_SECTION_LEMMA,
                                           BEDE_SECTION_MORPH};
  blob b = model_make();
  for (unsigned i = 0; i < 2; i++) {
    bede_sparse_bucket *bucket = model_part(&b, tables[i]), good = *bucket;
    bede_section *s = &model_header(&b)->section[tables[i]];
    uint32_t classes = s->classes;
    memset(bucket, 0, sizeof *bucket);
    expect_runs(&b);
    s->classes = 0;
    expect_sealed_refusal(&b, "outside");
    s->classes = classes;
    *bucket = good;
  }
  free(b.bytes);
}

TEST(sparse_rows_that_repeat_a_class_are_refused)
{
  enum { COUNT = 255 };
  blob b = model_more();
  uint8_t *row = model_add(&b, BEDE_SECTION_LEMMA_POOL, 2 + 2 * COUNT);
  row[0] = COUNT;
  row[1] = 16;
  memset(row + 2 + COUNT, 0x80, COUNT);
  finish_more(&b);
  bede_sparse_bucket *bucket = model_part(&b, BEDE_SECTION_LEMMA);
  memset(bucket->at, 0, sizeof bucket->at);
  expect_sealed_refusal(&b, "outside");
  free(b.bytes);
}

// --- files that open, with what is outside of tables -------------------------

static const uint32_t far_values[] = {
    MODEL_ROWS + 1, MODEL_FEATS + 1, 0x7FFFFFFF, 0x80000000,
    UINT32_MAX - 1, UINT32_MAX,      0x10000,    0x10000001};

#define FAR_COUNT (sizeof far_values / sizeof *far_values)

TEST(dictionaries_may_say_what_is_not_there)
{
  static const bede_section_id dicts[] = {
      BEDE_SECTION_VOCAB, BEDE_SECTION_LEMMAS, BEDE_SECTION_MORPHS,
      BEDE_SECTION_WORDS, BEDE_SECTION_FORMS};
  blob b = model_make();
  for (size_t n = 0; n < FAR_COUNT; n++) {
    for (size_t i = 0; i < sizeof dicts / sizeof *dicts; i++) {
      bede_dict_bucket *bucket = model_part(&b, dicts[i]);
      for (unsigned slot = 0; slot < 8; slot++)
        bucket->value[slot] = far_values[n];
    }
    expect_runs(&b);
  }
  free(b.bytes);
}

TEST(places_may_say_what_is_not_there)
{
  blob b = model_make();
  uint32_t *places = model_part(&b, BEDE_SECTION_PLACES);
  for (size_t n = 0; n < FAR_COUNT; n++) {
    for (uint32_t i = 0; i < BEDE_PLACES; i++)
      places[i] = far_values[n];
    expect_runs(&b);
  }
  free(b.bytes);
}

// A look-up ends although no slot is empty, or there is none.
TEST(dictionaries_may_be_full_or_empty)
{
  blob b = model_make();
  for (unsigned id = BEDE_SECTION_VOCAB; id <= BEDE_SECTION_MORPHS; id++) {
    bede_dict_bucket *bucket = model_part(&b, (bede_section_id)id);
    memset(bucket->mark, 0xFF, sizeof bucket->mark);
  }
  expect_runs(&b);
  for (unsigned id = BEDE_SECTION_VOCAB; id <= BEDE_SECTION_MORPHS; id++)
    model_header(&b)->section[id].size = 0;
  model_header(&b)->section[BEDE_SECTION_WORDS].size = 0;
  model_header(&b)->section[BEDE_SECTION_FORMS].size = 0;
  expect_runs(&b);
  free(b.bytes);
}

TEST(scripts_may_cut_more_than_there_is)
{
  blob b = model_make();
  bede_script *scripts = model_part(&b, BEDE_SECTION_SCRIPTS);
  for (unsigned cut = 0; cut < 256; cut += 15) {
    for (unsigned i = 0; i < MODEL_SCRIPTS; i++) {
      scripts[i].keep = (uint8_t)(cut / 15 + i); // some are no casing
      scripts[i].cut = (uint8_t)cut;
      scripts[i].len = sizeof scripts->add;
      memset(scripts[i].add, 0xFF, sizeof scripts->add);
    }
    expect_runs(&b);
  }
  free(b.bytes);
}

TEST(feats_may_be_others_than_there_are)
{
  blob b = model_make();
  bede_tag_class *classes = model_part(&b, BEDE_SECTION_CLASSES);
  bede_feats *feats = model_part(&b, BEDE_SECTION_FEATS);
  for (unsigned i = 0; i < MODEL_TAGS; i++)
    classes[i].feats = BEDE_MORPH_OPEN - 1;
  memset(feats, 0xFF, MODEL_FEATS * sizeof *feats);
  expect_runs(&b);
  for (unsigned i = 0; i < MODEL_TAGS; i++)
    classes[i].feats = BEDE_MORPH_OPEN;
  model_header(&b)->section[BEDE_SECTION_MORPH].classes = BEDE_MAX_CLASSES;
  expect_runs(&b);
  free(b.bytes);
}

TEST(sets_of_relations_may_have_all_or_none)
{
  blob b = model_make();
  memset(model_header(&b)->label_sets, 0xFF, 16);
  expect_runs(&b);
  memset(model_header(&b)->label_sets, 0, 16);
  expect_runs(&b);
  free(b.bytes);
}

TEST(weights_may_be_any)
{
  static const dice_kind kinds[] = {DICE_ANY, DICE_ENDS, DICE_LEAST};
  dice d = {18};
  blob b = model_make();
  for (unsigned n = 0; n < 3; n++)
    for (unsigned mode = 0; mode < BEDE_MODES; mode++) {
      network net = model_net(mode, &d, kinds[n]);
      memcpy(model_part(&b, (bede_section_id)(BEDE_SECTION_NET + mode)),
             net.blob.bytes, net.blob.size);
      memset(model_part(&b, BEDE_SECTION_ROWS), n == 1 ? 0x7F : 0x80,
             MODEL_ROWS * MODEL_IN);
      network_release(&net);
      expect_runs(&b);
    }
  free(b.bytes);
}

// Damage by chance with sums that are right: the file is refused, or the engine
// runs on it. Each part is hit as often as the others, however small it is.
static void damage(const blob *b, dice *d)
{
  uint32_t part = dice_below(d, BEDE_SECTION_COUNT + 2);
  size_t from = offsetof(bede_model_header, label_sets);
  size_t size = sizeof(bede_model_header) - from;
  if (part < BEDE_SECTION_COUNT) {
    from = model_header(b)->section[part].offset;
    size = model_header(b)->section[part].size;
  }
  if (from >= b->size || size == 0 || size > b->size - from) return;
  // headers stand at the beginning of parts
  if (dice_below(d, 2) && size > 256) size = 256;
  size_t at = from + dice_below(d, (uint32_t)size);
  b->bytes[at] = (unsigned char)(dice_below(d, 3)   ? dice_next(d)
                                 : dice_below(d, 2) ? 0xFF
                                                    : 0);
}

TEST(damaged_files_with_right_sums_let_nothing_outside)
{
  enum { ROUNDS = 1500 };
  dice d = {19};
  blob good = model_make();
  unsigned opened = 0;
  for (unsigned round = 0; round < ROUNDS; round++) {
    blob b = {aligned_copy(good.bytes, good.size), good.size};
    bede_model *model;
    for (uint32_t n = dice_below(&d, 4) + 1; n > 0; n--)
      damage(&b, &d);
    bede_model_seal(model_header(&b));
    if (!open_blob(&b, &model, NULL)) {
      run_model(model);
      bede_model_free(model);
      opened++;
    }
    free(b.bytes);
  }
  assert_in_range(opened, ROUNDS / 8, ROUNDS - ROUNDS / 8);
  free(good.bytes);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_small_model_runs),
      cmocka_unit_test(a_small_model_is_asked_for_all_it_has),
      cmocka_unit_test(the_embedded_model_is_whole),
      cmocka_unit_test(the_embedded_model_may_be_a_file),
      cmocka_unit_test(the_embedded_model_fits_its_limit),
      cmocka_unit_test(a_program_without_a_model_says_so),
      cmocka_unit_test(damaged_bytes_are_refused),
      cmocka_unit_test(other_files_are_refused),
      cmocka_unit_test(models_of_other_versions_are_refused),
      cmocka_unit_test(files_of_another_size_are_refused),
      cmocka_unit_test(a_model_must_be_aligned),
      cmocka_unit_test(a_wrong_sum_is_found_by_the_full_check),
      cmocka_unit_test(without_memory_nothing_opens),
      cmocka_unit_test(sections_outside_the_file_are_refused),
      cmocka_unit_test(sections_of_a_wrong_size_are_refused),
      cmocka_unit_test(sealed_files_that_are_cut_are_refused),
      cmocka_unit_test(networks_that_do_not_fit_are_refused),
      cmocka_unit_test(networks_must_see_the_same_rows),
      cmocka_unit_test(tags_are_fewer_than_classes_may_be),
      cmocka_unit_test(lists_that_point_outside_are_refused),
      cmocka_unit_test(sparse_rows_that_point_outside_are_refused),
      cmocka_unit_test(sparse_tables_without_classes_are_refused),
      cmocka_unit_test(sparse_rows_that_repeat_a_class_are_refused),
      cmocka_unit_test(dictionaries_may_say_what_is_not_there),
      cmocka_unit_test(places_may_say_what_is_not_there),
      cmocka_unit_test(dictionaries_may_be_full_or_empty),
      cmocka_unit_test(scripts_may_cut_more_than_there_is),
      cmocka_unit_test(feats_may_be_others_than_there_are),
      cmocka_unit_test(sets_of_relations_may_have_all_or_none),
      cmocka_unit_test(weights_may_be_any),
      cmocka_unit_test(damaged_files_with_right_sums_let_nothing_outside),
  };
  return cmocka_run_group_tests_name("lang_model", tests, NULL, NULL);
}
