// Links and spans of trees, trees that no parser should make, ceilings.
#include "args.h"

static const char passive[] = "The = DET DT 2 det\n"
                              "village = NOUN NN 4 nsubj:pass\n"
                              "was be AUX VBD 4 aux:pass\n"
                              "raided raid VERB VBN 0 root\n"
                              "by = ADP IN 6 case\n"
                              "rebels rebel NOUN NNS 4 obl:agent\n";

static void expect_span(const tree *t, bede_span span, const char *wanted)
{
  assert_str(bede_doc_str(&t->doc, span), wanted);
}

TEST(phrases_lose_what_could_stand_without_them)
{
  tree t;
  tree_read(&t, "The = DET DT 4 det\n"
                "senior = ADJ JJ 4 amod\n"
                "Chilean = ADJ JJ 4 amod\n"
                "envoy = NOUN NN 13 nsubj\n"
                "in = ADP IN 6 case\n"
                "Lima+ = PROPN NNP 4 nmod\n"
                ",+ , PUNCT , 8 punct\n"
                "Paz+ = PROPN NNP 4 appos\n"
                ", = PUNCT , 8 punct\n"
                "who = PRON WP 11 nsubj\n"
                "spoke speak VERB VBD 4 acl:relcl\n"
                ", = PUNCT , 4 punct\n"
                "left leave VERB VBD 0 root\n"
                ". = PUNCT . 13 punct\n");
  expect_span(&t, bede_phrase_span(&t.doc, 3, false), "senior Chilean envoy");
  expect_span(&t, bede_phrase_span(&t.doc, 3, true),
              "senior Chilean envoy in Lima");
  expect_span(&t, bede_phrase_span(&t.doc, 5, true), "Lima");
  expect_span(&t, bede_clause_span(&t.doc, 10), "who spoke");
  assert_true(bede_tree_within(&t.doc, 10, 3));
  assert_false(bede_tree_within(&t.doc, 12, 3));
  assert_int_equal(bede_child_by(&t.doc, 3, BEDE_REL_APPOS), 7);
  assert_int_equal(bede_child_by(&t.doc, 3, BEDE_REL_OBJ), BEDE_NONE);
  tree_release(&t);
}

TEST(phrases_of_coordinated_and_possessive_nouns)
{
  tree t;
  tree_read(&t, "The = DET DT 2 det\n"
                "group+ = NOUN NN 4 nmod:poss\n"
                "'s = PART POS 2 case\n"
                "leaders leader NOUN NNS 7 nsubj\n"
                "and = CCONJ CC 6 cc\n"
                "aides aide NOUN NNS 4 conj\n"
                "met meet VERB VBD 0 root\n");
  expect_span(&t, bede_phrase_span(&t.doc, 3, true), "group's leaders");
  expect_span(&t, bede_phrase_span(&t.doc, 1, true), "group");
  expect_span(&t, bede_phrase_span(&t.doc, 5, true), "aides");
  tree_release(&t);
}

TEST(phrases_keep_no_adverb_behind_them)
{
  tree t;
  tree_read(&t, "Only only ADV RB 2 advmod\n"
                "rebels rebel NOUN NNS 4 nsubj\n"
                "again = ADV RB 2 advmod\n"
                "came come VERB VBD 0 root\n");
  expect_span(&t, bede_phrase_span(&t.doc, 1, false), "Only rebels");
  tree_release(&t);
}

TEST(phrases_keep_no_clauses_and_no_days)
{
  tree t;
  tree_read(&t, "Members member NOUN NNS 9 nsubj\n"
                "of = ADP IN 4 case\n"
                "a = DET DT 4 det\n"
                "crowd = NOUN NN 1 nmod\n"
                "chanting chant VERB VBG 4 acl\n"
                "slogans slogan NOUN NNS 5 obj\n"
                "on = ADP IN 8 case\n"
                "Friday = PROPN NNP 1 nmod\n"
                "left leave VERB VBD 0 root\n"
                "bases base NOUN NNS 9 obj\n"
                "on = ADP IN 12 case\n"
                "islands island NOUN NNS 10 nmod\n");
  expect_span(&t, bede_phrase_span(&t.doc, 0, true), "Members of a crowd");
  expect_span(&t, bede_phrase_span(&t.doc, 9, true), "bases on islands");
  tree_release(&t);
}

TEST(every_tree_is_survived)
{
  // All heads that three words can have, cycles and strangers too.
  static const uint32_t heads[] = {0, 1, 2, BEDE_NONE, 77};
  for (unsigned code = 0; code < 125 * 6; code++) {
    tree t;
    bede_arg args[BEDE_MAX_ARGS];
    tree_read(&t, passive);
    bede_word *words = t.doc.words.items;
    unsigned rest = code / 6;
    for (unsigned i = 0; i < 3; i++, rest /= 5)
      words[i].head = heads[rest % 5];
    static const uint8_t rels[] = {BEDE_REL_CONJ,      BEDE_REL_XCOMP,
                                   BEDE_REL_ACL_RELCL, BEDE_REL_NSUBJ,
                                   BEDE_REL_ADVCL,     BEDE_REL_ACL};
    for (unsigned i = 0; i < 3; i++)
      words[i].deprel = rels[(code + i) % 6];
    bede_tree_link(&t.doc, 0);
    for (uint32_t i = 0; i < t.doc.words.count; i++) {
      bede_grammar g;
      assert_in_range(bede_args_of(&t.doc, i, args), 0, BEDE_MAX_ARGS);
      bede_grammar_of(&t.doc, i, &g);
      (void)bede_phrase_span(&t.doc, i, true);
      (void)bede_clause_span(&t.doc, i);
      assert_in_range(words[i].left, 0, i);
      assert_in_range(words[i].right, i, t.doc.words.count - 1);
    }
    tree_release(&t);
  }
}

TEST(arguments_have_a_ceiling)
{
  for (unsigned n = BEDE_MAX_ARGS - 1; n <= BEDE_MAX_ARGS + 1; n++) {
    tree t;
    bede_buf source;
    bede_arg args[BEDE_MAX_ARGS];
    bede_buf_init(&source, 0);
    bede_buf_append_z(&source, "saw see VERB VBD 0 root\n");
    for (unsigned i = 0; i < n; i++)
      bede_buf_append_z(&source, "Bo = PROPN NNP 1 obj\n");
    tree_read(&t, bede_buf_str(&source).ptr);
    size_t got = bede_args_of(&t.doc, 0, args);
    assert_int_equal(got, n < BEDE_MAX_ARGS ? n : BEDE_MAX_ARGS);
    assert_int_equal(args[0].word, 1); // the nearest are kept
    assert_int_equal(args[got - 1].word, got);
    bede_buf_release(&source);
    tree_release(&t);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(phrases_lose_what_could_stand_without_them),
      cmocka_unit_test(phrases_of_coordinated_and_possessive_nouns),
      cmocka_unit_test(phrases_keep_no_adverb_behind_them),
      cmocka_unit_test(phrases_keep_no_clauses_and_no_days),
      cmocka_unit_test(every_tree_is_survived),
      cmocka_unit_test(arguments_have_a_ceiling),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
