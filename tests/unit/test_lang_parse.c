// The engine on text: every tree is a tree, whatever the words; plain sentences
// get the tags, lemmas and trees that anybody would give them.
#include "base/limits.h"
#include "lang/conllu.h"
#include "lang/feature.h"
#include "lang/lang.h"
#include "unit.h"

typedef struct engine {
  bede_model *model;
  bede_lang *lang;
  bede_arena arena;
  bede_doc doc;
} engine;

// The words of `z` stand between blanks, one sentence a line.
static void add_words(bede_doc *doc, const char *z)
{
  doc->text = bede_arena_copy(doc->arena, bede_str_from(z));
  bede_str rest = doc->text, line, form;
  while (rest.ptr) {
    rest = bede_str_cut(rest, '\n', &line);
    bede_sentence *s =
        BEDE_LIST_PUSH(&doc->sentences, doc->arena, BEDE_MAX_SENTENCES);
    s->word_begin = doc->words.count;
    while (line.len) {
      line = bede_str_cut(line, ' ', &form);
      bede_word *w = BEDE_LIST_PUSH(&doc->words, doc->arena, BEDE_MAX_WORDS);
      w->span.begin = (uint32_t)(form.ptr - doc->text.ptr);
      w->span.end = w->span.begin + (uint32_t)form.len;
    }
    s->word_end = doc->words.count;
  }
}

static void engine_run(engine *e, const char *z)
{
  bede_error err = {0};
  bede_str none = {NULL, 0};
  if (bede_model_open(none, &e->model, &err)) skip();
  assert_int_equal(bede_lang_new(e->model, &e->lang, &err), BEDE_OK);
  bede_arena_init(&e->arena);
  bede_doc_init(&e->doc, &e->arena);
  add_words(&e->doc, z);
  assert_int_equal(bede_lang_annotate(e->lang, &e->doc, &err), BEDE_OK);
}

static void engine_release(engine *e)
{
  bede_arena_release(&e->arena);
  bede_lang_free(e->lang);
  bede_model_free(e->model);
}

static void expect_tree(const bede_doc *doc, const bede_sentence *s)
{
  uint32_t roots = 0;
  for (uint32_t i = s->word_begin; i < s->word_end; i++) {
    const bede_word *w = &doc->words.items[i];
    assert_true((w->head == BEDE_NONE) == (w->deprel == BEDE_REL_ROOT));
    roots += w->head == BEDE_NONE;
    uint32_t steps = 0, at = i;
    while (doc->words.items[at].head != BEDE_NONE) {
      at = doc->words.items[at].head;
      assert_in_range(at, s->word_begin, s->word_end - 1);
      assert_true(++steps < BEDE_MAX_SENTENCE_WORDS);
    }
    assert_true(w->upos < BEDE_UPOS_COUNT && w->xpos < BEDE_XPOS_COUNT);
    assert_true(w->ner < BEDE_NER_COUNT && w->lemma.len > 0);
  }
  assert_int_equal(roots, s->word_end > s->word_begin);
}

static void expect_trees(const bede_doc *doc)
{
  for (uint32_t i = 0; i < doc->sentences.count; i++)
    expect_tree(doc, &doc->sentences.items[i]);
}

TEST(odd_sentences_have_one_root)
{
  engine e;
  engine_run(&e, ".\n"
                 "?!\n"
                 ", , , , , ,\n"
                 "the the the of of of and and and\n"
                 "\xD0\xBF\xD1\x80\xD0\xB8\xD0\xB2\xD0\xB5\xD1\x82 "
                 "\xE2\x80\x94 \xF0\x9F\x99\x82\n"
                 "( ( ( ) ) ) \" ' \" -\n"
                 "POLICE CLASH WITH PROTESTERS IN CAPITAL\n"
                 "is was were be been being am are\n"
                 "one");
  expect_trees(&e.doc);
  engine_release(&e);
}

TEST(the_longest_sentences_are_parsed)
{
  enum { WORDS = BEDE_MAX_SENTENCE_WORDS };
  static const char *const words[] = {"police ", "say ", "that ", "in "};
  char text[WORDS * 8] = "";
  size_t len = 0;
  for (unsigned i = 0; i < WORDS; i++) {
    const char *z = words[i * i % 7 % 4];
    memcpy(text + len, z, strlen(z));
    len += strlen(z);
  }
  text[len - 1] = '\0';
  engine e;
  engine_run(&e, text);
  assert_int_equal(e.doc.words.count, WORDS);
  assert_true(e.doc.sentences.items[0].parsed);
  expect_trees(&e.doc);
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
  engine_run(&e, "Rebels attacked the police station in Nairobi on Monday .");
  expect_word(&e.doc, 0, BEDE_UPOS_NOUN, "rebel", 1, BEDE_REL_NSUBJ);
  expect_word(&e.doc, 1, BEDE_UPOS_VERB, "attack", BEDE_NONE, BEDE_REL_ROOT);
  expect_word(&e.doc, 3, BEDE_UPOS_NOUN, "police", 4, BEDE_REL_COMPOUND);
  expect_word(&e.doc, 4, BEDE_UPOS_NOUN, "station", 1, BEDE_REL_OBJ);
  expect_word(&e.doc, 5, BEDE_UPOS_ADP, "in", 6, BEDE_REL_CASE);
  assert_int_equal(e.doc.words.items[6].upos, BEDE_UPOS_PROPN);
  expect_trees(&e.doc);
  engine_release(&e);
}

TEST(a_passive_is_marked)
{
  engine e;
  engine_run(&e, "Two soldiers were killed by the gunmen .");
  expect_word(&e.doc, 1, BEDE_UPOS_NOUN, "soldier", 3, BEDE_REL_NSUBJ_PASS);
  expect_word(&e.doc, 2, BEDE_UPOS_AUX, "be", 3, BEDE_REL_AUX_PASS);
  expect_word(&e.doc, 6, BEDE_UPOS_NOUN, "gunman", 3, BEDE_REL_OBL_AGENT);
  bede_feats feats = e.doc.words.items[3].feats;
  assert_int_equal(bede_feats_get(feats, BEDE_FEAT_VERBFORM),
                   BEDE_VERBFORM_PART);
  assert_int_equal(bede_feats_get(feats, BEDE_FEAT_VOICE), BEDE_VOICE_PASS);
  engine_release(&e);
}

TEST(the_same_text_gives_the_same_annotation)
{
  static const char text[] = "The minister denied the report , officials said "
                             ".\nTalks in Geneva ended without a deal .";
  engine a, b;
  bede_buf x, y;
  bede_buf_init(&x, 0);
  bede_buf_init(&y, 0);
  engine_run(&a, text);
  engine_run(&b, text);
  bede_error err = {0};
  assert_int_equal(bede_lang_annotate(b.lang, &b.doc, &err), BEDE_OK);
  for (uint32_t i = 0; i < 2; i++) {
    bede_conllu_write(&a.doc, NULL, i, &x);
    bede_conllu_write(&b.doc, NULL, i, &y);
  }
  assert_string_equal(x.ptr, y.ptr);
  bede_buf_release(&x);
  bede_buf_release(&y);
  engine_release(&a);
  engine_release(&b);
}

// Every sequence of legal actions ends in one tree: tried with many sequences.
TEST(any_legal_actions_give_one_root)
{
  static bede_state s;
  uint32_t dice = 12345;
  for (unsigned round = 0; round < 2000; round++) {
    uint32_t count = round % 23 + 1, roots = 0, steps = 0;
    bede_state_init(&s, count);
    for (unsigned legal; (legal = bede_state_legal(&s)) != 0;) {
      unsigned action;
      do {
        dice = dice * 1664525 + 1013904223;
        action = dice >> 30;
      } while (!(legal >> action & 1));
      bede_state_act(&s, action, BEDE_REL_DEP);
      bede_state_settle(&s);
      assert_true(++steps <= 4 * count);
    }
    for (uint32_t i = 0; i < count; i++)
      roots += s.head[i] == BEDE_STATE_NONE;
    assert_int_equal(roots, 1);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(odd_sentences_have_one_root),
      cmocka_unit_test(the_longest_sentences_are_parsed),
      cmocka_unit_test(a_plain_sentence_is_understood),
      cmocka_unit_test(a_passive_is_marked),
      cmocka_unit_test(the_same_text_gives_the_same_annotation),
      cmocka_unit_test(any_legal_actions_give_one_root),
  };
  return cmocka_run_group_tests_name("lang_parse", tests, NULL, NULL);
}
