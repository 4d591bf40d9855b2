// Dates, places and numbers go to the claims of their clauses; written numbers
// by themselves.
#include "tree.h"

#include "setting/number.h"
#include "setting/setting.h"

static bede_claim *add_claim(tree *t, const char *form, bede_event event)
{
  uint32_t word = tree_nth(t, form, 0);
  bede_claim *c = BEDE_LIST_PUSH(&t->doc.claims, &t->arena, BEDE_MAX_CLAIMS);
  assert_non_null(c);
  c->event = event;
  c->trigger_head = word;
  c->sentence = bede_doc_sentence_of(&t->doc, word);
  c->under = c->repeats = c->place = BEDE_NONE;
  bede_span *trigger = BEDE_LIST_PUSH(&c->trigger, &t->arena, 4);
  assert_non_null(trigger);
  *trigger = c->evidence = t->doc.words.items[word].span;
  c->rule_count = 1;
  return c;
}

static void run(tree *t)
{
  bede_lexicon *lex;
  bede_str embedded = {NULL, 0};
  assert_int_equal(bede_lexicon_open(embedded, &lex, NULL), BEDE_OK);
  t->doc.published_date = (bede_date){2014, 7, 1};
  for (uint32_t i = 0; i < t->doc.sentences.count; i++) {
    assert_int_equal(bede_lexicon_bind(lex, &t->doc, i), BEDE_OK);
  }
  assert_int_equal(bede_setting_find(&t->doc, lex, NULL), BEDE_OK);
  assert_int_equal(bede_setting_attach(&t->doc, lex, NULL), BEDE_OK);
  bede_lexicon_free(lex);
  bede_doc_check(&t->doc);
}

static const char attack[] = "Gunmen gunman NOUN NNS 2 nsubj\n"
                             "attacked attack VERB VBD 0 root\n"
                             "the = DET DT 4 det\n"
                             "town = NOUN NN 2 obj\n"
                             "on = ADP IN 6 case\n"
                             "Friday = PROPN NNP 2 obl\n"
                             ", = PUNCT , 8 punct\n"
                             "killing kill VERB VBG 2 advcl VerbForm=Part\n"
                             "12 = NUM CD 10 nummod\n"
                             "people = NOUN NNS 8 obj\n"
                             "and = CCONJ CC 12 cc\n"
                             "wounding wound VERB VBG 8 conj VerbForm=Part\n"
                             "five = NUM CD 12 obj\n"
                             ". = PUNCT . 2 punct\n";

TEST(date_reaches_the_participles_of_its_clause)
{
  tree t;
  tree_read(&t, attack);
  add_claim(&t, "attacked", BEDE_ASSAULT);
  add_claim(&t, "killing", BEDE_ASSAULT);
  run(&t);
  for (uint32_t i = 0; i < 2; i++) {
    const bede_claim *c = &t.doc.claims.items[i];
    assert_true(c->has_date);
    assert_int_equal(c->date_basis, BEDE_DATE_CLAUSE);
    assert_int_equal(c->from.month, 6);
    assert_int_equal(c->from.day, 27);
    assert_str(bede_doc_str(&t.doc, c->date_span), "Friday");
  }
  tree_release(&t);
}

TEST(numbers_go_to_the_claim_that_governs_them)
{
  tree t;
  tree_read(&t, attack);
  add_claim(&t, "attacked", BEDE_ASSAULT);
  add_claim(&t, "killing", BEDE_ASSAULT);
  run(&t);
  assert_int_equal(t.doc.quantities.count, 2);
  assert_int_equal(t.doc.quantities.items[0].of, BEDE_OF_KILLED);
  assert_int_equal(t.doc.quantities.items[0].best, 12);
  assert_int_equal(t.doc.quantities.items[0].claim, 1);
  assert_int_equal(t.doc.quantities.items[1].of, BEDE_OF_INJURED);
  assert_int_equal(t.doc.quantities.items[1].claim, 1);
  assert_int_equal(t.doc.claims.items[0].quantities.count, 0);
  assert_int_equal(t.doc.claims.items[1].quantities.count, 2);
  tree_release(&t);
}

TEST(victims_go_to_the_only_act_of_violence)
{
  tree t;
  tree_read(&t, attack);
  add_claim(&t, "attacked", BEDE_ASSAULT);
  run(&t);
  assert_int_equal(t.doc.quantities.items[0].claim, 0);
  tree_release(&t);
}

TEST(victims_do_not_go_to_other_acts)
{
  tree t;
  tree_read(&t, attack);
  add_claim(&t, "attacked", BEDE_CONSULT);
  run(&t);
  assert_int_equal(t.doc.quantities.items[0].claim, BEDE_NONE);
  assert_int_equal(t.doc.claims.items[0].quantities.count, 0);
  tree_release(&t);
}

static const char report[] = "On on ADP IN 2 case\n"
                             "Friday = PROPN NNP 4 obl\n"
                             "police = NOUN NNS 4 nsubj\n"
                             "said say VERB VBD 0 root\n"
                             "rebels rebel NOUN NNS 6 nsubj\n"
                             "attacked attack VERB VBD 4 ccomp\n"
                             "a = DET DT 8 det\n"
                             "town = NOUN NN 6 obj\n"
                             ". = PUNCT . 4 punct\n";

TEST(day_of_a_report_does_not_date_the_act)
{
  tree t;
  tree_read(&t, report);
  add_claim(&t, "attacked", BEDE_ASSAULT);
  run(&t);
  assert_int_equal(t.doc.dates.count, 1);
  assert_false(t.doc.claims.items[0].has_date);
  tree_release(&t);
}

// The words of the speaker are an act of that day.
TEST(day_of_a_report_dates_an_act_of_speech)
{
  tree t;
  tree_read(&t, report);
  add_claim(&t, "said", BEDE_ACCUSE)->speech_act = true;
  run(&t);
  assert_true(t.doc.claims.items[0].has_date);
  tree_release(&t);
}

static const char pair[] = "On on ADP IN 2 case\n"
                           "Friday = PROPN NNP 4 obl\n"
                           "rebels rebel NOUN NNS 4 nsubj\n"
                           "attacked attack VERB VBD 0 root\n"
                           "a = DET DT 6 det\n"
                           "town = NOUN NN 4 obj\n"
                           "and = CCONJ CC 9 cc\n"
                           "%s"
                           "fled flee VERB VBD 4 conj\n"
                           ". = PUNCT . 4 punct\n";

TEST(joined_verbs_share_the_date)
{
  for (int own = 0; own < 2; own++) {
    char source[512];
    tree t;
    (void)snprintf(source, sizeof source, pair,
                   own ? "people = NOUN NNS 9 nsubj\n"
                       : "then = ADV RB 9 advmod\n");
    tree_read(&t, source);
    add_claim(&t, "fled", BEDE_RETREAT);
    run(&t);
    const bede_claim *c = &t.doc.claims.items[0];
    assert_true(c->has_date);
    assert_int_equal(c->date_basis,
                     own ? BEDE_DATE_SENTENCE : BEDE_DATE_CLAUSE);
    tree_release(&t);
  }
}

TEST(since_runs_to_the_report)
{
  tree t;
  tree_read(&t, "Crowds crowd NOUN NNS 3 nsubj\n"
                "have = AUX VBP 3 aux\n"
                "marched march VERB VBN 0 root\n"
                "since = ADP IN 5 case\n"
                "June = PROPN NNP 3 obl\n"
                "in = ADP IN 7 case\n"
                "Paris = PROPN NNP 3 obl _ B-LOC\n"
                ". = PUNCT . 3 punct\n");
  add_claim(&t, "marched", BEDE_PROTEST);
  run(&t);
  const bede_claim *c = &t.doc.claims.items[0];
  assert_int_equal(c->from.month, 6);
  assert_int_equal(c->from.day, 1);
  assert_int_equal(c->to.month, 7);
  assert_int_equal(c->to.day, 1);
  assert_int_not_equal(c->place, BEDE_NONE);
  const bede_place *place = &t.doc.places.items[c->place];
  assert_str(place->name, "Paris");
  assert_str(bede_doc_str(&t.doc, place->span), "Paris");
  assert_str(place->country, "FRA");
  assert_int_equal(place->kind, BEDE_PLACE_CITY);
  assert_int_equal(c->place_basis, BEDE_PLACE_BY_CLAUSE);
  tree_release(&t);
}

TEST(goal_of_an_act_is_no_place)
{
  tree t;
  tree_read(&t, "Crowds crowd NOUN NNS 2 nsubj\n"
                "appealed appeal VERB VBD 0 root\n"
                "to = ADP IN 4 case\n"
                "Paris = PROPN NNP 2 obl _ B-LOC\n"
                ". = PUNCT . 2 punct\n");
  add_claim(&t, "appealed", BEDE_REQUEST);
  run(&t);
  assert_int_equal(t.doc.claims.items[0].place, BEDE_NONE);
  tree_release(&t);
}

static const char twice[] = "Gunmen gunman NOUN NNS 2 nsubj\n"
                            "attacked attack VERB VBD 0 root\n"
                            "on = ADP IN 4 case\n"
                            "Friday = PROPN NNP 2 obl\n"
                            ". = PUNCT . 2 punct\n--\n"
                            "The the DET DT 2 det\n"
                            "attack = NOUN NN 3 nsubj\n"
                            "ended end VERB VBD 0 root\n"
                            ". = PUNCT . 3 punct\n";

TEST(same_act_takes_the_date_of_the_sentence_before)
{
  tree t;
  tree_read(&t, twice);
  add_claim(&t, "attacked", BEDE_ASSAULT);
  add_claim(&t, "attack", BEDE_ASSAULT);
  run(&t);
  const bede_claim *c = &t.doc.claims.items[1];
  assert_true(c->has_date);
  assert_int_equal(c->date_basis, BEDE_DATE_PRECEDING);
  assert_int_equal(c->from.day, 27);
  tree_release(&t);
}

static const char then_or_before[] = "Gunmen gunman NOUN NNS 2 nsubj\n"
                                     "attacked attack VERB VBD 0 root\n"
                                     "on = ADP IN 4 case\n"
                                     "Friday = PROPN NNP 2 obl\n"
                                     "in = ADP IN 6 case\n"
                                     "Paris = PROPN NNP 2 obl _ B-LOC\n"
                                     ". = PUNCT . 2 punct\n--\n"
                                     "Police = NOUN NN 3 nsubj\n"
                                     "%s AUX %s 3 %s\n"
                                     "arrested arrest VERB VB%s 0 root\n"
                                     "ten = NUM CD 3 obj\n"
                                     ". = PUNCT . 3 punct\n";

TEST(the_story_goes_on_in_the_plain_past)
{
  for (int before = 0; before < 2; before++) {
    char source[512];
    tree t;
    (void)snprintf(source, sizeof source, then_or_before,
                   before ? "had have" : "then then", before ? "VBD" : "RB",
                   before ? "aux" : "advmod", before ? "N" : "D");
    tree_read(&t, source);
    add_claim(&t, "attacked", BEDE_ASSAULT);
    add_claim(&t, "arrested", BEDE_COERCE);
    run(&t);
    const bede_claim *c = &t.doc.claims.items[1];
    assert_int_equal(c->has_date, !before);
    assert_int_equal(c->place != BEDE_NONE, !before);
    if (!before) {
      assert_int_equal(c->date_basis, BEDE_DATE_PRECEDING);
      assert_int_equal(c->place_basis, BEDE_PLACE_BY_PRECEDING);
    }
    tree_release(&t);
  }
}

TEST(failing_memory_is_reported)
{
  bede_status status = BEDE_ENOMEM;
  bede_lexicon *lex;
  bede_str embedded = {NULL, 0};
  assert_int_equal(bede_lexicon_open(embedded, &lex, NULL), BEDE_OK);
  for (uint64_t n = 1; status == BEDE_ENOMEM; n++) {
    tree t;
    tree_read(&t, attack);
    add_claim(&t, "attacked", BEDE_ASSAULT);
    t.doc.published_date = (bede_date){2014, 7, 1};
    // The arena's block has room: only a full arena asks for more.
    t.arena.used = BEDE_MAX_ARENA - (size_t)(n - 1) * 16;
    status = bede_setting_find(&t.doc, lex, NULL);
    if (!status) status = bede_setting_attach(&t.doc, lex, NULL);
    tree_release(&t);
    assert_true(n < 10000);
  }
  bede_lexicon_free(lex);
  assert_int_equal(status, BEDE_OK);
}

// Reads `text` as words without a tree and the number at its start.
static bool number_of(const char *text, bede_number *out)
{
  tree t;
  bede_buf source;
  bede_buf_init(&source, 0);
  bede_str rest = bede_str_from(text), word;
  while (rest.len) {
    rest = bede_str_cut(rest, ' ', &word);
    bede_buf_append_str(&source, word);
    bede_buf_append_z(&source, " = X FW 0 dep\n");
  }
  tree_read(&t, source.ptr);
  bede_scan scan = {&t.doc, NULL, 0, t.doc.words.count, 0};
  bool found = bede_number_at(&scan, 0, out);
  bede_buf_release(&source);
  tree_release(&t);
  return found;
}

TEST(numbers_are_read)
{
  static const struct {
    const char *text;
    int64_t value;
    uint32_t words;
    bool whole;
  } cases[] = {{"7 men", 7, 1, true},
               {"1,500", 1500, 1, true},
               {"10,000,000", 10000000, 1, true},
               {"3.5", 3, 1, false},
               {"1.5 million men", 1500000, 2, true},
               {"20 thousand", 20000, 2, true},
               {"twenty", 20, 1, true},
               {"twenty - five men", 25, 3, true},
               {"two hundred and five", 205, 4, true},
               {"two hundred thousand", 200000, 3, true},
               {"three million two hundred thousand and six", 3200006, 7, true},
               {"a hundred", 100, 2, true},
               {"half a million", 500000, 3, true},
               {"two dozen", 24, 2, true},
               {"one two", 1, 1, true},
               {"twenty thirty", 20, 1, true},
               {"five and six", 5, 1, true},
               {"999999999999999", 999999999999999, 1, true}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bede_number n;
    if (!number_of(cases[i].text, &n)) fail_msg("%s", cases[i].text);
    if (n.value != cases[i].value || n.end != cases[i].words) {
      fail_msg("%s: %lld, %u words", cases[i].text, (long long)n.value, n.end);
    }
    assert_int_equal(n.whole, cases[i].whole);
  }
}

TEST(other_words_are_no_numbers)
{
  static const char *const texts[] = {"men",
                                      "a man",
                                      "half a man",
                                      "hundred",
                                      "10:30",
                                      "9/11",
                                      "1st",
                                      "million",
                                      "and two",
                                      "-",
                                      "12345678901234567890",
                                      "900000000000000 thousand"};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    bede_number n;
    if (number_of(texts[i], &n)) fail_msg("%s", texts[i]);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(date_reaches_the_participles_of_its_clause),
      cmocka_unit_test(numbers_go_to_the_claim_that_governs_them),
      cmocka_unit_test(victims_go_to_the_only_act_of_violence),
      cmocka_unit_test(victims_do_not_go_to_other_acts),
      cmocka_unit_test(day_of_a_report_does_not_date_the_act),
      cmocka_unit_test(day_of_a_report_dates_an_act_of_speech),
      cmocka_unit_test(joined_verbs_share_the_date),
      cmocka_unit_test(since_runs_to_the_report),
      cmocka_unit_test(goal_of_an_act_is_no_place),
      cmocka_unit_test(same_act_takes_the_date_of_the_sentence_before),
      cmocka_unit_test(the_story_goes_on_in_the_plain_past),
      cmocka_unit_test(failing_memory_is_reported),
      cmocka_unit_test(numbers_are_read),
      cmocka_unit_test(other_words_are_no_numbers),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
