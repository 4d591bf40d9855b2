// Lemmas: what a script does to a form, and the lemmas of words that no
// treebank needs to have seen.
#include "base/limits.h"
#include "lang/engine.h"
#include "lang/lang.h"
#include "lang/script.h"
#include "unit.h"

static void expect_made(bede_script script, const char *form, const char *lemma)
{
  char out[BEDE_MAX_FORM + 16];
  bede_str made = {out, bede_script_apply(&script, bede_str_from(form), out)};
  assert_str(made, lemma);
}

TEST(a_name_gets_its_capital)
{
  bede_script name = {.keep = BEDE_SCRIPT_CAPITAL};
  expect_made(name, "tehran", "Tehran");
  expect_made(name, "TEHRAN", "Tehran");
  expect_made(name, "AL-SHABAAB", "Al-Shabaab");
  expect_made(name, "O'NEILL", "O'Neill");
  expect_made(name, "u.k.", "U.K.");
  expect_made(name, "\xC3\x96ZDEMIR", "\xC3\x96zdemir");
}

TEST(a_name_that_is_written_stays)
{
  bede_script name = {.keep = BEDE_SCRIPT_CAPITAL};
  expect_made(name, "McKay", "McKay");
  expect_made(name, "al-Shabaab", "al-Shabaab");
  expect_made(name, "F-16", "F-16");
  expect_made(name, "press@example.org", "press@example.org");
  expect_made(name, "www.example.org", "www.example.org");
  expect_made(name, "AT&T", "AT&T");
}

TEST(a_script_does_not_outgrow_its_room)
{
  // a capital whose small letter is longer
  char form[BEDE_MAX_FORM + 1] = "", out[BEDE_MAX_FORM + 16];
  for (size_t i = 0; i < BEDE_MAX_FORM; i += 2)
    memcpy(form + i, "\xC8\xBA", 2);
  bede_str s = {form, BEDE_MAX_FORM};
  for (unsigned casing = 0; casing < BEDE_SCRIPT_CASINGS; casing++) {
    bede_script script = {.keep = (uint8_t)casing};
    assert_in_range(bede_script_apply(&script, s, out), 1, BEDE_MAX_FORM);
  }
}

TEST(a_number_loses_the_commas_of_its_thousands)
{
  bede_script number = {.keep = BEDE_SCRIPT_NUMBER};
  expect_made(number, "1,500", "1500");
  expect_made(number, "12,345,678", "12345678");
  expect_made(number, "2,000.50", "2000.50");
  expect_made(number, "3,40", "3,40");
  expect_made(number, "7,5", "7,5");
}

TEST(a_script_cuts_and_adds)
{
  bede_script y = {.keep = BEDE_SCRIPT_LOWER, .cut = 3, .len = 1, .add = "y"};
  expect_made(y, "Allies", "ally");
  y.keep = BEDE_SCRIPT_CAPITAL;
  expect_made(y, "ALLIES", "Ally");
  char out[BEDE_MAX_FORM + 16];
  y.cut = 7;
  assert_int_equal(bede_script_apply(&y, bede_str_from("allies"), out), 0);
}

// --- with a model ------------------------------------------------------------

typedef struct engine {
  bede_model *model;
  bede_lang *lang;
  bede_arena arena;
  bede_doc doc;
} engine;

// One sentence; its words stand between blanks.
static void engine_run(engine *e, const char *z)
{
  bede_error err = {0};
  bede_str none = {NULL, 0}, form;
  if (bede_model_open(none, &e->model, &err)) skip();
  assert_int_equal(bede_lang_new(e->model, BEDE_FAST, &e->lang, &err), BEDE_OK);
  bede_arena_init(&e->arena);
  bede_doc_init(&e->doc, &e->arena);
  e->doc.text = bede_arena_copy(&e->arena, bede_str_from(z));
  bede_sentence *s =
      BEDE_LIST_PUSH(&e->doc.sentences, &e->arena, BEDE_MAX_SENTENCES);
  for (bede_str rest = e->doc.text; rest.ptr;) {
    rest = bede_str_cut(rest, ' ', &form);
    bede_word *w = BEDE_LIST_PUSH(&e->doc.words, &e->arena, BEDE_MAX_WORDS);
    w->span.begin = (uint32_t)(form.ptr - e->doc.text.ptr);
    w->span.end = w->span.begin + (uint32_t)form.len;
  }
  s->word_end = e->doc.words.count;
  assert_int_equal(bede_lang_annotate(e->lang, &e->doc, &err), BEDE_OK);
}

// The lemmas of `text` are the words of `lemmas`; "*" stands for any.
static void expect_lemmas(const char *text, const char *lemmas)
{
  engine e;
  engine_run(&e, text);
  bede_str rest = bede_str_from(lemmas), lemma;
  for (uint32_t i = 0; i < e.doc.words.count; i++) {
    char want[64];
    rest = bede_str_cut(rest, ' ', &lemma);
    assert_in_range(lemma.len, 1, sizeof want - 1);
    memcpy(want, lemma.ptr, lemma.len);
    want[lemma.len] = '\0';
    if (strcmp(want, "*") != 0) assert_str(e.doc.words.items[i].lemma, want);
  }
  assert_null(rest.ptr);
  bede_arena_release(&e.arena);
  bede_lang_free(e.lang);
  bede_model_free(e.model);
}

TEST(an_inflection_is_undone_as_it_was_made)
{
  expect_lemmas("They scraped the paint and scrapped the plan .",
                "they scrape the paint and scrap the plan .");
  expect_lemmas(
      "Helicopters strafed the road and the troops were strafed again .",
      "helicopter strafe the road and the troops be strafe again .");
  expect_lemmas("The hostages were freed and bused to the capital .",
                "the hostage be free and bus to the capital .");
  expect_lemmas("He hoped that they hopped over the fence .",
                "he hope that they hop over the fence .");
}

TEST(a_prefix_and_a_hyphen_leave_the_base_known)
{
  expect_lemmas("The council rezoned the land and re-secured the site .",
                "the council rezone the land and re-secure the site .");
  expect_lemmas("She co-led the talks that were co-hosted by Oman .",
                "she co-lead the talk that be co-host by Oman .");
}

TEST(an_acronym_stays_and_a_shouted_name_does_not)
{
  expect_lemmas("Officers of UNMIK met in Pristina .",
                "officer of UNMIK meet in Pristina .");
  expect_lemmas("ZAMBIA MINISTER MEETS KENYATTA IN LUSAKA",
                "Zambia * meet Kenyatta in Lusaka");
}

TEST(a_short_form_is_of_have_before_been)
{
  expect_lemmas("She 's been wounded .", "she have be * .");
  expect_lemmas("He 's already been arrested .", "he have already be arrest .");
  expect_lemmas("She 's wounded .", "she be * .");
  expect_lemmas("What has been said is being checked .",
                "what have be say be be check .");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_name_gets_its_capital),
      cmocka_unit_test(a_name_that_is_written_stays),
      cmocka_unit_test(a_script_does_not_outgrow_its_room),
      cmocka_unit_test(a_number_loses_the_commas_of_its_thousands),
      cmocka_unit_test(a_script_cuts_and_adds),
      cmocka_unit_test(an_inflection_is_undone_as_it_was_made),
      cmocka_unit_test(a_prefix_and_a_hyphen_leave_the_base_known),
      cmocka_unit_test(an_acronym_stays_and_a_shouted_name_does_not),
      cmocka_unit_test(a_short_form_is_of_have_before_been),
  };
  return cmocka_run_group_tests_name("lang_lemma", tests, NULL, NULL);
}
