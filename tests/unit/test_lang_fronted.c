// Trees that are mended where what stands before the subject was taken for a
// part of it, and near-misses that stay.
#include "lang/repair.h"

#include "tree.h"

static void expect_head(const tree *t, uint32_t word, uint32_t head,
                        bede_deprel rel)
{
  assert_int_equal(t->doc.words.items[word].head, head);
  assert_int_equal(t->doc.words.items[word].deprel, rel);
}

TEST(a_place_before_the_subject_is_no_part_of_it)
{
  tree t;
  tree_read(&t, "In in ADP IN 4 case\n"
                "Port = PROPN NNP 3 compound\n"
                "Moresby = PROPN NNP 4 compound\n"
                "traders trader NOUN NNS 5 nsubj\n"
                "closed close VERB VBD 0 root\n"
                "their = PRON PRP$ 7 nmod:poss\n"
                "shops shop NOUN NNS 5 obj\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 2, 4, BEDE_REL_OBL);
  expect_head(&t, 0, 2, BEDE_REL_CASE);
  expect_head(&t, 1, 2, BEDE_REL_COMPOUND);
  expect_head(&t, 3, 4, BEDE_REL_NSUBJ);
  tree_release(&t);
}

TEST(a_name_in_a_circumstance_stays)
{
  tree t;
  tree_read(&t, "In in ADP IN 3 case\n"
                "Nairobi = PROPN NNP 3 compound\n"
                "markets market NOUN NNS 5 obl\n"
                "traders trader NOUN NNS 5 nsubj\n"
                "protested protest VERB VBD 0 root\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 1, 2, BEDE_REL_COMPOUND);
  expect_head(&t, 0, 2, BEDE_REL_CASE);
  expect_head(&t, 2, 4, BEDE_REL_OBL);
  tree_release(&t);
}

TEST(ago_is_no_part_of_the_subject)
{
  tree t;
  tree_read(&t, "A = DET DT 2 det\n"
                "year = NOUN NN 3 obl:unmarked\n"
                "ago = ADV RB 4 amod\n"
                "rebels rebel NOUN NNS 5 nsubj\n"
                "attacked attack VERB VBD 0 root\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 2, 4, BEDE_REL_ADVMOD);
  expect_head(&t, 1, 2, BEDE_REL_OBL_UNMARKED);
  tree_release(&t);
}

TEST(an_adjective_of_the_subject_stays)
{
  tree t;
  tree_read(&t, "Last = ADJ JJ 3 amod\n"
                "armed = ADJ JJ 3 amod\n"
                "rebels rebel NOUN NNS 4 nsubj\n"
                "attacked attack VERB VBD 0 root\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 0, 2, BEDE_REL_AMOD);
  expect_head(&t, 1, 2, BEDE_REL_AMOD);
  tree_release(&t);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_place_before_the_subject_is_no_part_of_it),
      cmocka_unit_test(a_name_in_a_circumstance_stays),
      cmocka_unit_test(ago_is_no_part_of_the_subject),
      cmocka_unit_test(an_adjective_of_the_subject_stays),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
