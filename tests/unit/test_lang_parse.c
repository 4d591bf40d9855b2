// The engine on text: every tree is a tree, whatever the words; plain sentences
// get the tags, lemmas and trees that anybody would give them.
#include "parse.h"

#include "lang/conllu.h"
#include "lang/engine.h"

typedef struct engine {
  bede_model *model;
  bede_lang *lang;
  bede_arena arena;
  bede_doc doc;
} engine;

static void engine_run(engine *e, unsigned mode, const char *z)
{
  bede_error err = {0};
  bede_str none = {NULL, 0};
  if (bede_model_open(none, &e->model, &err)) skip();
  assert_int_equal(bede_lang_new(e->model, mode, &e->lang, &err), BEDE_OK);
  bede_arena_init(&e->arena);
  bede_doc_init(&e->doc, &e->arena);
  parse_add_words(&e->doc, z);
  assert_int_equal(bede_lang_annotate(e->lang, &e->doc, &err), BEDE_OK);
}

static void engine_release(engine *e)
{
  bede_arena_release(&e->arena);
  bede_lang_free(e->lang);
  bede_model_free(e->model);
}

static void expect_trees_of(unsigned mode, const char *z)
{
  engine e;
  engine_run(&e, mode, z);
  for (uint32_t i = 0; i < e.doc.sentences.count; i++)
    assert_true(e.doc.sentences.items[i].parsed);
  parse_expect_trees(&e.doc);
  engine_release(&e);
}

TEST(odd_sentences_have_one_root)
{
  static const char text[] = ".\n"
                             "?!\n"
                             ", , , , , ,\n"
                             "the the the of of of and and and\n"
                             "\xD0\xBF\xD1\x80\xD0\xB8\xD0\xB2 "
                             "\xE2\x80\x94 \xF0\x9F\x99\x82\n"
                             "( ( ( ) ) ) \" ' \" -\n"
                             "POLICE CLASH WITH PROTESTERS IN CAPITAL\n"
                             "is was were be been being am are\n"
                             "one";
  for (unsigned mode = 0; mode < BEDE_MODES; mode++)
    expect_trees_of(mode, text);
}

// `count` words of a few that go together in any order.
static void make_long(unsigned count, char *out)
{
  static const char *const words[] = {"police ", "say ", "that ", "in "};
  size_t len = 0;
  for (unsigned i = 0; i < count; i++) {
    const char *z = words[i * i % 7 % 4];
    memcpy(out + len, z, strlen(z));
    len += strlen(z);
  }
  out[len - 1] = '\0';
}

TEST(sentences_of_any_length_are_parsed)
{
  static const unsigned counts[] = {
      1, 2, 3, 15, 16, 17, 31, 32, 33, BEDE_MAX_SENTENCE_WORDS - 1};
  for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
    for (unsigned mode = 0; mode < BEDE_MODES; mode++) {
      char text[BEDE_MAX_SENTENCE_WORDS * 8];
      make_long(counts[i], text);
      expect_trees_of(mode, text);
    }
}

TEST(the_longest_sentences_are_parsed)
{
  enum { WORDS = BEDE_MAX_SENTENCE_WORDS };
  for (unsigned mode = 0; mode < BEDE_MODES; mode++) {
    char text[WORDS * 8];
    engine e;
    make_long(WORDS, text);
    engine_run(&e, mode, text);
    assert_int_equal(e.doc.words.count, WORDS);
    assert_true(e.doc.sentences.items[0].parsed);
    parse_expect_trees(&e.doc);
    engine_release(&e);
  }
}

// One word more: a chain, which nobody takes for a parse.
TEST(longer_sentences_are_not_parsed)
{
  enum { WORDS = BEDE_MAX_SENTENCE_WORDS + 1 };
  char text[WORDS * 8];
  engine e;
  make_long(WORDS, text);
  engine_run(&e, BEDE_FAST, text);
  assert_int_equal(e.doc.words.count, WORDS);
  assert_false(e.doc.sentences.items[0].parsed);
  assert_int_equal(e.doc.words.items[0].deprel, BEDE_REL_ROOT);
  for (uint32_t i = 1; i < WORDS; i++)
    assert_int_equal(e.doc.words.items[i].head, i - 1);
  engine_release(&e);
}

static void expect_word(const bede_doc *doc, uint32_t i, bede_upos upos,
                        const char *lemma, uint32_t head, bede_deprel rel)
{
  const bede_word *w = &doc->words.items[i];
  assert_int_equal(w->upos, upos);
  assert_str(w->lemma, lemma);
  assert_int_equal(w->head, head);
  assert_int_equal(w->deprel, rel);
}

TEST(a_plain_sentence_is_understood)
{
  engine e;
  engine_run(&e, BEDE_FAST,
             "Rebels attacked the police station in Nairobi on Monday .");
  expect_word(&e.doc, 0, BEDE_UPOS_NOUN, "rebel", 1, BEDE_REL_NSUBJ);
  expect_word(&e.doc, 1, BEDE_UPOS_VERB, "attack", BEDE_NONE, BEDE_REL_ROOT);
  expect_word(&e.doc, 3, BEDE_UPOS_NOUN, "police", 4, BEDE_REL_COMPOUND);
  expect_word(&e.doc, 4, BEDE_UPOS_NOUN, "station", 1, BEDE_REL_OBJ);
  expect_word(&e.doc, 5, BEDE_UPOS_ADP, "in", 6, BEDE_REL_CASE);
  assert_int_equal(e.doc.words.items[6].upos, BEDE_UPOS_PROPN);
  parse_expect_trees(&e.doc);
  engine_release(&e);
}

TEST(a_passive_is_marked)
{
  engine e;
  engine_run(&e, BEDE_FAST, "Two soldiers were killed by the gunmen .");
  expect_word(&e.doc, 1, BEDE_UPOS_NOUN, "soldier", 3, BEDE_REL_NSUBJ_PASS);
  expect_word(&e.doc, 2, BEDE_UPOS_AUX, "be", 3, BEDE_REL_AUX_PASS);
  expect_word(&e.doc, 6, BEDE_UPOS_NOUN, "gunman", 3, BEDE_REL_OBL_AGENT);
  bede_feats feats = e.doc.words.items[3].feats;
  assert_int_equal(bede_feats_get(feats, BEDE_FEAT_VERBFORM),
                   BEDE_VERBFORM_PART);
  assert_int_equal(bede_feats_get(feats, BEDE_FEAT_VOICE), BEDE_VOICE_PASS);
  engine_release(&e);
}

static const char plain_text[] =
    "The minister denied the report , officials said .\n"
    "Talks in Geneva ended without a deal .";

static void write_all(const bede_doc *doc, bede_buf *out)
{
  bede_buf_init(out, 0);
  for (uint32_t i = 0; i < doc->sentences.count; i++)
    bede_conllu_write(doc, NULL, i, out);
}

static void expect_same(const bede_doc *a, const bede_doc *b)
{
  bede_buf x, y;
  write_all(a, &x);
  write_all(b, &y);
  assert_string_equal(x.ptr, y.ptr);
  bede_buf_release(&x);
  bede_buf_release(&y);
}

TEST(the_same_text_gives_the_same_annotation)
{
  for (unsigned mode = 0; mode < BEDE_MODES; mode++) {
    engine a, b;
    bede_error err = {0};
    engine_run(&a, mode, plain_text);
    engine_run(&b, mode, plain_text);
    assert_int_equal(bede_lang_annotate(b.lang, &b.doc, &err), BEDE_OK);
    expect_same(&a.doc, &b.doc);
    engine_release(&a);
    engine_release(&b);
  }
}

// What a workspace has seen before does not show.
TEST(a_sentence_does_not_change_the_next)
{
  for (unsigned mode = 0; mode < BEDE_MODES; mode++) {
    char text[BEDE_MAX_SENTENCE_WORDS * 8];
    engine a, b;
    bede_error err = {0};
    make_long(BEDE_MAX_SENTENCE_WORDS, text);
    engine_run(&a, mode, plain_text);
    engine_run(&b, mode, text);
    bede_arena_clear(&b.arena);
    bede_doc_init(&b.doc, &b.arena);
    parse_add_words(&b.doc, plain_text);
    assert_int_equal(bede_lang_annotate(b.lang, &b.doc, &err), BEDE_OK);
    expect_same(&a.doc, &b.doc);
    engine_release(&a);
    engine_release(&b);
  }
}

TEST(every_kernel_gives_the_same_annotation)
{
  for (unsigned mode = 0; mode < BEDE_MODES; mode++) {
    engine a, b;
    bede_error err = {0};
    engine_run(&a, mode, plain_text);
    engine_run(&b, mode, plain_text);
    for (unsigned n = 0; bede_kernel_at(n); n++) {
      b.lang->kernel = bede_kernel_at(n);
      assert_int_equal(bede_lang_annotate(b.lang, &b.doc, &err), BEDE_OK);
      expect_same(&a.doc, &b.doc);
    }
    engine_release(&a);
    engine_release(&b);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(odd_sentences_have_one_root),
      cmocka_unit_test(sentences_of_any_length_are_parsed),
      cmocka_unit_test(the_longest_sentences_are_parsed),
      cmocka_unit_test(longer_sentences_are_not_parsed),
      cmocka_unit_test(a_plain_sentence_is_understood),
      cmocka_unit_test(a_passive_is_marked),
      cmocka_unit_test(the_same_text_gives_the_same_annotation),
      cmocka_unit_test(a_sentence_does_not_change_the_next),
      cmocka_unit_test(every_kernel_gives_the_same_annotation),
  };
  return cmocka_run_group_tests_name("lang_parse", tests, NULL, NULL);
}
