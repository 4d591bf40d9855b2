// What a document says of a name at one place and what it is elsewhere, with
// near-misses that stay. A sentence is words with blanks between, " | " ends
// it; WORD/NAME is a proper noun with that name ("/O" for none), other words
// are nouns but for a few of grammar.
#include "lang/memory.h"

#include "base/mem.h"
#include "dice.h"
#include "lang/conllu.h"
#include "tree.h"

static const char *upos_of(bede_str form, bool proper)
{
  if (bede_str_is(form, "of")) return "ADP IN";
  if (bede_str_is(form, "the")) return "DET DT";
  if (bede_str_is(form, "-") || bede_str_is(form, ".")) return "PUNCT .";
  return proper ? "PROPN NNP" : "NOUN NN";
}

// Every word hangs on the first.
static void put_word(bede_buf *out, bede_str token, bool first)
{
  bede_str form, ner = bede_str_cut(token, '/', &form);
  bede_buf_append_str(out, form);
  bede_buf_printf(out, " = %s %d %s _ ", upos_of(form, ner.ptr), !first,
                  first ? "root" : "dep");
  bede_buf_append_str(out, ner);
  bede_buf_append_char(out, '\n');
}

static void say(tree *t, const char *text)
{
  bede_buf source;
  bede_buf_init(&source, 0);
  bede_str rest = bede_str_from(text), token;
  for (bool first = true; rest.len;) {
    token = tree_field(&rest);
    bool ends = bede_str_is(token, "|");
    if (ends)
      bede_buf_append_z(&source, "--\n");
    else if (token.len)
      put_word(&source, token, first);
    first = ends;
  }
  bede_buf_append_char(&source, '\0');
  assert_int_equal(source.status, BEDE_OK);
  tree_read(t, source.ptr);
  bede_buf_release(&source);
}

// Names of words in order, as far as `names` goes on; "|" at sentence ends.
static void expect(const tree *t, const char *names)
{
  const bede_doc *doc = &t->doc;
  bede_buf out;
  bede_buf_init(&out, 0);
  for (uint32_t s = 0; s < doc->sentences.count; s++) {
    if (s) bede_buf_append_z(&out, "| ");
    const bede_sentence *of = &doc->sentences.items[s];
    for (uint32_t i = of->word_begin; i < of->word_end; i++)
      bede_buf_printf(&out, "%s ",
                      bede_ner_name((bede_ner)doc->words.items[i].ner));
  }
  bede_buf_append_char(&out, '\0');
  assert_int_equal(out.status, BEDE_OK);
  out.ptr[out.len - 2] = '\0';
  assert_string_equal(out.ptr, names);
  bede_buf_release(&out);
}

static void expect_after(const char *text, const char *names)
{
  tree t;
  say(&t, text);
  assert_int_equal(bede_lang_remember(&t.doc, NULL), BEDE_OK);
  expect(&t, names);
  tree_release(&t);
}

TEST(a_word_that_is_a_name_twice_is_one_elsewhere)
{
  expect_after("Zorvia/B-LOC voted | They left Zorvia/B-LOC | "
               "Troops hold Zorvia/O",
               "B-LOC O | O O B-LOC | O O B-LOC");
}

TEST(a_word_that_is_a_name_once_is_not_believed)
{
  expect_after("Zorvia/B-LOC voted | Troops hold Zorvia/O", "B-LOC O | O O O");
}

TEST(a_name_of_several_words_is_believed_at_once)
{
  expect_after("Port/B-LOC Zorv/I-LOC voted | Troops hold Port/O Zorv/O",
               "B-LOC I-LOC O | O O B-LOC I-LOC");
}

TEST(a_word_in_small_letters_is_no_name)
{
  expect_after("Zorvia/B-LOC voted | They left Zorvia/B-LOC | "
               "Troops hold zorvia/O",
               "B-LOC O | O O B-LOC | O O O");
}

TEST(a_name_without_a_clear_kind_is_left)
{
  expect_after("Zorvia/B-LOC voted | They left Zorvia/B-LOC | "
               "He met Zorvia/B-PER | Troops hold Zorvia/O",
               "B-LOC O | O O B-LOC | O O B-PER | O O O");
}

TEST(the_clear_kind_takes_the_place_of_a_rare_one)
{
  expect_after("Zorvia/B-LOC voted | They left Zorvia/B-LOC | "
               "We saw Zorvia/B-LOC | He met Zorvia/B-PER",
               "B-LOC O | O O B-LOC | O O B-LOC | O O B-LOC");
  expect_after("Zorvia/B-LOC voted | They left Zorvia/B-LOC | "
               "We saw Zorvia/B-LOC | He met Zorvia/B-PER Shipping/O",
               "B-LOC O | O O B-LOC | O O B-LOC | O O B-LOC O");
}

// --- persons -----------------------------------------------------------------

TEST(a_family_name_alone_is_the_person)
{
  expect_after("Thandi/B-PER Dlamini/I-PER spoke | Later Dlamini/O left",
               "B-PER I-PER O | O B-PER O");
}

TEST(a_given_name_alone_is_the_person_when_seen_twice)
{
  expect_after("Thandi/B-PER Dlamini/I-PER spoke | "
               "Thandi/B-PER Dlamini/I-PER left | Later Thandi/O sang",
               "B-PER I-PER O | B-PER I-PER O | O B-PER O");
  expect_after("Thandi/B-PER Dlamini/I-PER spoke | Later Thandi/O sang",
               "B-PER I-PER O | O O O");
}

TEST(a_title_is_no_given_name)
{
  tree t;
  say(&t, "Senator/B-PER Dlamini/I-PER spoke | "
          "Senator/B-PER Dlamini/I-PER left | Later Senator/O followed");
  t.doc.words.items[0].head = 1;
  t.doc.words.items[3].head = 4;
  assert_int_equal(bede_lang_remember(&t.doc, NULL), BEDE_OK);
  expect(&t, "B-PER I-PER O | B-PER I-PER O | O O O");
  tree_release(&t);
}

TEST(an_initial_is_no_given_name)
{
  expect_after("J./B-PER Dlamini/I-PER spoke | J./B-PER Dlamini/I-PER left | "
               "Point J./O follows",
               "B-PER I-PER O | B-PER I-PER O | O O O");
}

TEST(a_month_is_no_family_name)
{
  expect_after("Theresa/B-PER May/I-PER spoke | Theresa/B-PER May/I-PER left | "
               "Talks resume in May/O",
               "B-PER I-PER O | B-PER I-PER O | O O O O");
}

TEST(a_person_is_not_taken_for_the_place_of_that_name)
{
  expect_after("Martha/B-PER Washington/I-PER wrote | "
               "She left Washington/B-LOC",
               "B-PER I-PER O | O O B-LOC");
  expect_after("Washington/B-PER wrote | He met Washington/B-PER | "
               "She left Washington/B-LOC | They saw Washington/B-LOC",
               "B-PER O | O O B-PER | O O B-LOC | O O B-LOC");
}

// --- capitals ----------------------------------------------------------------

TEST(a_headline_knows_the_names_of_the_text)
{
  expect_after(
      "Zorvia/O Troops/O Enter/O Capital/O Region/O | Zorvia/B-LOC voted | "
      "They left Zorvia/B-LOC",
      "B-LOC O O O O | B-LOC O | O O B-LOC");
  expect_after("ZORVIA TROOPS ENTER REGION | Zorvia/B-LOC voted | "
               "They left Zorvia/B-LOC",
               "B-LOC O O O | B-LOC O | O O B-LOC");
}

TEST(a_common_word_in_a_headline_is_no_name)
{
  expect_after("Prices Of Apple Fall Again | Apple/B-ORG grew | "
               "They left Apple/B-ORG | We ate an apple",
               "O O O O O | B-ORG O | O O B-ORG | O O O O");
}

TEST(a_common_word_that_begins_a_sentence_is_no_name)
{
  expect_after("Apple/B-ORG grew | They left Apple/B-ORG | We ate an apple | "
               "Apple is good",
               "B-ORG O | O O B-ORG | O O O O | O O O");
  expect_after("Apple/B-ORG grew | They left Apple/B-ORG | Apple is good",
               "B-ORG O | O O B-ORG | B-ORG O O");
}

TEST(a_capital_in_a_sentence_tells_a_name_from_a_common_word)
{
  expect_after("Apple/B-ORG grew | They left Apple/B-ORG | We ate an apple | "
               "He praised Apple",
               "B-ORG O | O O B-ORG | O O O O | O O B-ORG");
}

// --- acronyms ----------------------------------------------------------------

TEST(an_acronym_in_brackets_is_the_organization)
{
  expect_after("The/B-ORG Port/I-ORG Union/I-ORG ( PU ) met | Later PU left",
               "B-ORG I-ORG I-ORG O B-ORG O O | O B-ORG O");
}

TEST(other_capitals_in_brackets_are_no_acronym)
{
  expect_after("Port/B-ORG Union/I-ORG ( UK ) met | Later UK left",
               "B-ORG I-ORG O B-ORG O O | O B-ORG O");
  expect_after("Port/B-ORG Union/I-ORG ( KU ) met | Later KU left",
               "B-ORG I-ORG O O O O | O O O");
  expect_after("Port/B-LOC Union/I-LOC ( PU ) met | Later PU left",
               "B-LOC I-LOC O O O O | O O O");
  expect_after("Port/B-ORG Union/I-ORG ( PU | Later PU left",
               "B-ORG I-ORG O O | O O O");
  expect_after("Port/B-ORG Union/I-ORG ( PU met | Later PU left",
               "B-ORG I-ORG O O O | O O O");
  expect_after("Port/B-ORG Union/I-ORG ( Pier ) met | Later Pier left",
               "B-ORG I-ORG O O O O | O O O");
}

// --- extent ------------------------------------------------------------------

TEST(a_part_of_a_longer_unknown_name_is_left)
{
  expect_after("Orlan/B-ORG grew | They left Orlan/B-ORG | "
               "It was Orlan/O Shipping/O",
               "B-ORG O | O O B-ORG | O O O O");
  expect_after("Orlan/B-ORG grew | They left Orlan/B-ORG | "
               "It was Orlan/O shipping",
               "B-ORG O | O O B-ORG | O O B-ORG O");
}

TEST(a_name_does_not_go_over_the_end_of_a_sentence)
{
  expect_after("Grand/B-LOC Banda/I-LOC voted | It was Grand/O | "
               "Banda/O was not",
               "B-LOC I-LOC O | O O O | O O O");
}

TEST(a_longer_name_is_not_cut)
{
  expect_after("Grand/B-LOC Banda/I-LOC voted | Grand/B-LOC Banda/I-LOC lost | "
               "Grand/B-ORG Banda/I-ORG Union/I-ORG met",
               "B-LOC I-LOC O | B-LOC I-LOC O | B-ORG I-ORG I-ORG O");
  expect_after("Union/B-ORG met | They left Union/B-ORG | "
               "Grand/B-LOC Banda/I-LOC Union/I-LOC lost",
               "B-ORG O | O O B-ORG | B-LOC I-LOC I-LOC O");
  expect_after("Banda/B-ORG Union/I-ORG met | "
               "Grand/B-LOC Banda/I-LOC Union/I-LOC lost | "
               "Grand/B-PER Banda/I-PER Union/I-PER sang",
               "B-ORG I-ORG O | B-LOC I-LOC I-LOC O | B-PER I-PER I-PER O");
}

TEST(a_name_found_in_part_becomes_whole)
{
  expect_after("Grand/B-LOC Banda/I-LOC voted | We saw Grand/B-ORG Banda/O | "
               "We saw Grand/O Banda/B-PER | We saw Grand/B-LOC Banda/B-LOC",
               "B-LOC I-LOC O | O O B-LOC I-LOC | O O B-LOC I-LOC | "
               "O O B-LOC I-LOC");
}

TEST(what_begins_with_a_small_letter_is_no_whole_name)
{
  expect_after("They left the/B-ORG Union/I-ORG | The/O Union/B-ORG met",
               "O O B-ORG I-ORG | O B-ORG O");
}

TEST(what_ends_in_a_word_of_grammar_is_no_whole_name)
{
  expect_after("Union/B-ORG of/I-ORG met | We saw Union/B-ORG of/O miners",
               "B-ORG I-ORG O | O O B-ORG O O");
  expect_after("Union/B-ORG -/I-ORG met | We saw Union/B-ORG -/O miners",
               "B-ORG I-ORG O | O O B-ORG O O");
}

TEST(the_longest_known_name_is_taken)
{
  expect_after("Grand/B-LOC Banda/I-LOC voted | "
               "Grand/B-ORG Banda/I-ORG Union/I-ORG met | "
               "We saw Grand/O Banda/O Union/O",
               "B-LOC I-LOC O | B-ORG I-ORG I-ORG O | "
               "O O B-ORG I-ORG I-ORG");
}

TEST(a_sentence_that_is_not_parsed_is_left)
{
  tree t;
  say(&t, "Port/B-LOC Zorv/I-LOC voted | Troops hold Port/O Zorv/O");
  t.doc.sentences.items[1].parsed = false;
  assert_int_equal(bede_lang_remember(&t.doc, NULL), BEDE_OK);
  expect(&t, "B-LOC I-LOC O | O O O O");
  tree_release(&t);
}

TEST(a_document_without_names_stays_so)
{
  expect_after("Zorvia/O voted | They left Zorvia/O", "O O | O O O");
}

// --- limits and invariants ---------------------------------------------------

// A name of `count` words, twice: the second time nobody knows it.
static void expect_long(unsigned count, bool known)
{
  tree t;
  bede_buf text;
  bede_buf_init(&text, 0);
  for (unsigned i = 0; i < count; i++)
    bede_buf_printf(&text, "Zo%c/%s ", 'a' + i, i ? "I-ORG" : "B-ORG");
  bede_buf_append_z(&text, "met | We saw ");
  for (unsigned i = 0; i < count; i++)
    bede_buf_printf(&text, "Zo%c/O ", 'a' + i);
  bede_buf_append_char(&text, '\0');
  assert_int_equal(text.status, BEDE_OK);
  say(&t, text.ptr);
  assert_int_equal(bede_lang_remember(&t.doc, NULL), BEDE_OK);
  for (unsigned i = 0; i < count; i++) {
    unsigned name = i ? BEDE_NER_I_ORG : BEDE_NER_B_ORG;
    assert_int_equal(t.doc.words.items[count + 3 + i].ner, known ? name : 0);
  }
  tree_release(&t);
  bede_buf_release(&text);
}

TEST(a_name_may_have_the_most_words_and_no_more)
{
  expect_long(BEDE_MAX_NAME_WORDS, true);
  expect_long(BEDE_MAX_NAME_WORDS + 1, false);
}

// `count` names, each alone in its sentence, before two sights of the last.
static void say_many(tree *t, unsigned count)
{
  bede_buf text;
  bede_buf_init(&text, 0);
  for (unsigned i = 1; i < count; i++)
    bede_buf_printf(&text, "Z%c%c%cx/B-LOC | ", 'a' + i / 676,
                    'a' + i / 26 % 26, 'a' + i % 26);
  bede_buf_append_z(&text, "Lorvia/B-LOC | Lorvia/B-LOC | We saw Lorvia/O");
  bede_buf_append_char(&text, '\0');
  assert_int_equal(text.status, BEDE_OK);
  say(t, text.ptr);
  bede_buf_release(&text);
}

TEST(a_document_may_have_the_most_names_and_no_more)
{
  tree t;
  for (unsigned over = 0; over < 2; over++) {
    say_many(&t, BEDE_MAX_NAMES + over);
    assert_int_equal(bede_lang_remember(&t.doc, NULL), BEDE_OK);
    assert_int_equal(t.doc.words.items[t.doc.words.count - 1].ner,
                     over ? BEDE_NER_O : BEDE_NER_B_LOC);
    tree_release(&t);
  }
}

TEST(without_memory_nothing_is_changed)
{
  tree t;
  bede_error err;
  say_many(&t, BEDE_MAX_NAMES);
  (void)bede_mem_fail_after(1);
  assert_int_equal(bede_lang_remember(&t.doc, &err), BEDE_ENOMEM);
  (void)bede_mem_fail_after(0);
  assert_int_equal(t.doc.words.items[t.doc.words.count - 1].ner, BEDE_NER_O);
  tree_release(&t);
}

static void expect_well_formed(const bede_doc *doc)
{
  for (uint32_t s = 0; s < doc->sentences.count; s++) {
    const bede_sentence *of = &doc->sentences.items[s];
    unsigned last = BEDE_NER_O;
    for (uint32_t i = of->word_begin; i < of->word_end; i++) {
      unsigned ner = doc->words.items[i].ner;
      bool inside = ner && ner % 2 == 0;
      if (inside) assert_true(last == ner || last == ner - 1);
      last = ner;
    }
  }
}

// Few forms, so that every kind of meeting comes about.
TEST(names_stay_well_formed_whatever_the_document)
{
  dice d = {1};
  for (unsigned round = 0; round < 500; round++) {
    tree t;
    bede_buf text;
    bede_buf_init(&text, 0);
    for (unsigned i = 0, last = 0; i < 60; i++) {
      unsigned ner = dice_below(&d, BEDE_NER_COUNT);
      if (ner && ner % 2 == 0 && last != ner && last != ner - 1) ner--;
      bede_buf_printf(&text, "%c%c/%s ", 'A' + dice_below(&d, 3), 'x',
                      bede_ner_name((bede_ner)ner));
      last = ner;
      if (dice_below(&d, 8)) continue;
      bede_buf_append_z(&text, "| ");
      last = 0;
    }
    bede_buf_append_char(&text, '\0');
    say(&t, text.ptr);
    assert_int_equal(bede_lang_remember(&t.doc, NULL), BEDE_OK);
    expect_well_formed(&t.doc);
    tree_release(&t);
    bede_buf_release(&text);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_word_that_is_a_name_twice_is_one_elsewhere),
      cmocka_unit_test(a_word_that_is_a_name_once_is_not_believed),
      cmocka_unit_test(a_name_of_several_words_is_believed_at_once),
      cmocka_unit_test(a_word_in_small_letters_is_no_name),
      cmocka_unit_test(a_name_without_a_clear_kind_is_left),
      cmocka_unit_test(the_clear_kind_takes_the_place_of_a_rare_one),
      cmocka_unit_test(a_family_name_alone_is_the_person),
      cmocka_unit_test(a_given_name_alone_is_the_person_when_seen_twice),
      cmocka_unit_test(a_title_is_no_given_name),
      cmocka_unit_test(an_initial_is_no_given_name),
      cmocka_unit_test(a_month_is_no_family_name),
      cmocka_unit_test(a_person_is_not_taken_for_the_place_of_that_name),
      cmocka_unit_test(a_headline_knows_the_names_of_the_text),
      cmocka_unit_test(a_common_word_in_a_headline_is_no_name),
      cmocka_unit_test(a_common_word_that_begins_a_sentence_is_no_name),
      cmocka_unit_test(a_capital_in_a_sentence_tells_a_name_from_a_common_word),
      cmocka_unit_test(an_acronym_in_brackets_is_the_organization),
      cmocka_unit_test(other_capitals_in_brackets_are_no_acronym),
      cmocka_unit_test(a_part_of_a_longer_unknown_name_is_left),
      cmocka_unit_test(a_name_does_not_go_over_the_end_of_a_sentence),
      cmocka_unit_test(a_longer_name_is_not_cut),
      cmocka_unit_test(a_name_found_in_part_becomes_whole),
      cmocka_unit_test(what_begins_with_a_small_letter_is_no_whole_name),
      cmocka_unit_test(what_ends_in_a_word_of_grammar_is_no_whole_name),
      cmocka_unit_test(the_longest_known_name_is_taken),
      cmocka_unit_test(a_sentence_that_is_not_parsed_is_left),
      cmocka_unit_test(a_document_without_names_stays_so),
      cmocka_unit_test(a_name_may_have_the_most_words_and_no_more),
      cmocka_unit_test(a_document_may_have_the_most_names_and_no_more),
      cmocka_unit_test(without_memory_nothing_is_changed),
      cmocka_unit_test(names_stay_well_formed_whatever_the_document),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
