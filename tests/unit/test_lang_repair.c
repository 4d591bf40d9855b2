// Trees that are mended after the parse, and near-misses that stay.
#include "lang/repair.h"

#include "lang/args.h"
#include "tree.h"

static void expect_head(const tree *t, uint32_t word, uint32_t head,
                        bede_deprel rel)
{
  assert_int_equal(t->doc.words.items[word].head, head);
  assert_int_equal(t->doc.words.items[word].deprel, rel);
}

TEST(a_clause_after_a_date_is_a_complement)
{
  tree t;
  tree_read(&t, "Officials official NOUN NNS 2 nsubj\n"
                "denied deny VERB VBD 0 root\n"
                "on = ADP IN 4 case\n"
                "Thursday = PROPN NNP 2 obl\n"
                "that = PRON WDT 8 obj\n"
                "troops troop NOUN NNS 8 nsubj\n"
                "had have AUX VBD 8 aux\n"
                "shelled shell VERB VBN 4 acl:relcl\n"
                "villages village NOUN NNS 8 obj\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 7, 1, BEDE_REL_CCOMP);
  expect_head(&t, 4, 7, BEDE_REL_MARK);
  expect_head(&t, 3, 1, BEDE_REL_OBL);
  assert_true(bede_tree_within(&t.doc, 8, 1));
  tree_release(&t);
}

TEST(a_relative_clause_on_a_date_stays)
{
  tree t;
  tree_read(&t, "They they PRON PRP 2 nsubj\n"
                "met meet VERB VBD 0 root\n"
                "on = ADP IN 4 case\n"
                "Thursday = PROPN NNP 2 obl\n"
                "that = PRON WDT 6 nsubj\n"
                "changed change VERB VBD 4 acl:relcl\n"
                "everything = PRON NN 6 obj\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 5, 3, BEDE_REL_ACL_RELCL);
  expect_head(&t, 4, 5, BEDE_REL_NSUBJ);
  tree_release(&t);
}

TEST(a_clause_under_its_that_stays)
{
  tree t;
  tree_read(&t, "They they PRON PRP 4 nsubj\n"
                "on = ADP IN 3 case\n"
                "Thursday = PROPN NNP 4 obl\n"
                "that = VERB VBD 0 root\n"
                "troops troop NOUN NNS 6 nsubj\n"
                "shelled shell VERB VBD 3 acl:relcl\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 3, BEDE_NONE, BEDE_REL_ROOT);
  expect_head(&t, 5, 2, BEDE_REL_ACL_RELCL);
  tree_release(&t);
}

TEST(a_relative_clause_on_a_thing_stays)
{
  tree t;
  tree_read(&t, "They they PRON PRP 2 nsubj\n"
                "met meet VERB VBD 0 root\n"
                "in = ADP IN 4 case\n"
                "houses house NOUN NNS 2 obl\n"
                "that = PRON WDT 8 obj\n"
                "troops troop NOUN NNS 8 nsubj\n"
                "had have AUX VBD 8 aux\n"
                "shelled shell VERB VBN 4 acl:relcl\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 7, 3, BEDE_REL_ACL_RELCL);
  tree_release(&t);
}

TEST(punctuation_heads_nothing)
{
  tree t;
  tree_read(&t, "Rain = NOUN NN 2 nsubj\n"
                "fell fall VERB VBD 4 parataxis\n"
                "hard = ADV RB 4 advmod\n"
                ". = PUNCT . 0 root\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 1, BEDE_NONE, BEDE_REL_ROOT);
  expect_head(&t, 3, 1, BEDE_REL_PUNCT);
  assert_int_equal(t.doc.words.items[2].head, 1);
  tree_release(&t);
}

TEST(a_subject_on_an_auxiliary_goes_to_the_verb)
{
  tree t;
  tree_read(&t, "He he PRON PRP 2 nsubj\n"
                "can = AUX MD 3 aux\n"
                "declare = VERB VB 0 root\n"
                "it = PRON PRP 3 obj\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 0, 2, BEDE_REL_NSUBJ);
  expect_head(&t, 1, 2, BEDE_REL_AUX);
  tree_release(&t);
}

TEST(a_sentence_of_marks_keeps_its_root)
{
  tree t;
  tree_read(&t, "- = PUNCT : 2 punct\n"
                ". = PUNCT . 0 root\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 1, BEDE_NONE, BEDE_REL_ROOT);
  tree_release(&t);
}

TEST(an_infinitive_after_a_verb_that_has_one_is_its_complement)
{
  tree t;
  tree_read(&t, "Judges judge NOUN NNS 2 nsubj\n"
                "ordered order VERB VBD 0 root\n"
                "police = NOUN NNS 2 obj\n"
                "to = PART TO 5 mark\n"
                "leave leave VERB VB 2 advcl\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 4, 1, BEDE_REL_XCOMP);
  tree_release(&t);
}

TEST(an_infinitive_of_purpose_stays)
{
  tree t;
  tree_read(&t, "Judges judge NOUN NNS 2 nsubj\n"
                "stopped stop VERB VBD 0 root\n"
                "to = PART TO 4 mark\n"
                "rest rest VERB VB 2 advcl\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 3, 1, BEDE_REL_ADVCL);
  tree_release(&t);
}

TEST(a_particle_before_an_object_is_the_verbs)
{
  tree t;
  tree_read(&t, "Gunmen gunman NOUN NNS 2 nsubj\n"
                "laid lay VERB VBD 0 root\n"
                "down = ADP RP 4 case\n"
                "arms arm NOUN NNS 2 obl\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 2, 1, BEDE_REL_COMPOUND_PRT);
  expect_head(&t, 3, 1, BEDE_REL_OBJ);
  tree_release(&t);
}

TEST(a_particle_tagged_as_a_preposition_is_the_verbs)
{
  tree t;
  tree_read(&t, "Gunmen gunman NOUN NNS 2 nsubj\n"
                "handed hand VERB VBD 0 root\n"
                "in = ADP IN 4 case\n"
                "rifles rifle NOUN NNS 2 obl\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 2, 1, BEDE_REL_COMPOUND_PRT);
  expect_head(&t, 3, 1, BEDE_REL_OBJ);
  tree_release(&t);
}

TEST(a_preposition_after_a_passive_or_before_a_name_stays)
{
  tree t;
  tree_read(&t, "They they PRON PRP 3 nsubj:pass\n"
                "were be AUX VBD 3 aux:pass\n"
                "taken take VERB VBN 0 root\n"
                "in = ADP IN 5 case\n"
                "villages village NOUN NNS 3 obl\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 3, 4, BEDE_REL_CASE);
  tree_release(&t);
  tree_read(&t, "They they PRON PRP 2 nsubj\n"
                "turned turn VERB VBD 0 root\n"
                "in = ADP IN 4 case\n"
                "Kandy = PROPN NNP 2 obl\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 2, 3, BEDE_REL_CASE);
  tree_release(&t);
}

TEST(a_participle_behind_have_is_the_perfect)
{
  tree t;
  tree_read(&t, "They they PRON PRP 2 nsubj\n"
                "have have VERB VBP 0 root\n"
                "threatened threaten VERB VBN 4 amod\n"
                "strikes strike NOUN NNS 2 obj\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 0, 2, BEDE_REL_NSUBJ);
  expect_head(&t, 1, 2, BEDE_REL_AUX);
  expect_head(&t, 2, BEDE_NONE, BEDE_REL_ROOT);
  expect_head(&t, 3, 2, BEDE_REL_OBJ);
  tree_release(&t);
  tree_read(&t, "They they PRON PRP 2 nsubj\n"
                "have have VERB VBP 0 root\n"
                "limited limit VERB VBN 4 amod\n"
                "funds fund NOUN NNS 2 obj\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 2, 3, BEDE_REL_AMOD);
  tree_release(&t);
}

TEST(of_two_objects_of_giving_the_first_gets)
{
  tree t;
  tree_read(&t, "They they PRON PRP 2 nsubj\n"
                "gave give VERB VBD 0 root\n"
                "Chad = PROPN NNP 2 obj\n"
                "lorries lorry NOUN NNS 2 obj\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 2, 1, BEDE_REL_IOBJ);
  expect_head(&t, 3, 1, BEDE_REL_OBJ);
  tree_release(&t);
  tree_read(&t, "They they PRON PRP 2 nsubj\n"
                "called call VERB VBD 0 root\n"
                "Chad = PROPN NNP 2 obj\n"
                "friend = NOUN NN 2 obj\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 2, 1, BEDE_REL_OBJ);
  tree_release(&t);
}

TEST(of_two_objects_of_naming_the_second_is_the_name)
{
  tree t;
  tree_read(&t, "They they PRON PRP 2 nsubj\n"
                "branded brand VERB VBD 0 root\n"
                "Chad = PROPN NNP 2 obj\n"
                "aggressor = NOUN NN 2 obj\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 2, 1, BEDE_REL_OBJ);
  expect_head(&t, 3, 1, BEDE_REL_XCOMP);
  tree_release(&t);
  tree_read(&t, "They they PRON PRP 3 nsubj:pass\n"
                "were be AUX VBD 3 aux:pass\n"
                "branded brand VERB VBN 0 root\n"
                "traitors traitor NOUN NNS 3 obj\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 3, 2, BEDE_REL_XCOMP);
  tree_release(&t);
  tree_read(&t, "They they PRON PRP 2 nsubj\n"
                "called call VERB VBD 0 root\n"
                "a a DET DT 4 det\n"
                "strike = NOUN NN 2 obj\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 3, 1, BEDE_REL_OBJ);
  tree_release(&t);
}

TEST(a_preposition_after_a_verb_stays)
{
  tree t;
  tree_read(&t, "Gunmen gunman NOUN NNS 2 nsubj\n"
                "sat sit VERB VBD 0 root\n"
                "down = ADP IN 4 case\n"
                "hill = NOUN NN 2 obl\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 2, 3, BEDE_REL_CASE);
  expect_head(&t, 3, 1, BEDE_REL_OBL);
  tree_release(&t);
}

TEST(an_infinitive_before_its_object_is_no_modifier)
{
  tree t;
  tree_read(&t, "They they PRON PRP 2 nsubj\n"
                "called call VERB VBD 0 root\n"
                "to = PART TO 5 case\n"
                "resume resume VERB VB 5 compound\n"
                "talks talk NOUN NNS 2 obl\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 2, 3, BEDE_REL_MARK);
  expect_head(&t, 3, 1, BEDE_REL_ADVCL);
  expect_head(&t, 4, 3, BEDE_REL_OBJ);
  tree_release(&t);
}

TEST(a_noun_between_to_and_a_noun_stays_a_modifier)
{
  tree t;
  tree_read(&t, "They they PRON PRP 2 nsubj\n"
                "came come VERB VBD 0 root\n"
                "to = ADP IN 5 case\n"
                "peace peace NOUN NN 5 compound\n"
                "talks talk NOUN NNS 2 obl\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 3, 4, BEDE_REL_COMPOUND);
  tree_release(&t);
}

TEST(a_noun_before_a_participle_and_a_noun_is_a_subject)
{
  tree t;
  tree_read(&t, "The the DET DT 4 det\n"
                "union = NOUN NN 4 compound\n"
                "imposed impose VERB VBN 4 amod\n"
                "fees fee NOUN NNS 0 root\n"
                "on = ADP IN 6 case\n"
                "ships ship NOUN NNS 4 nmod\n"
                ". = PUNCT . 4 punct\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 0, 1, BEDE_REL_DET);
  expect_head(&t, 1, 2, BEDE_REL_NSUBJ);
  assert_int_equal(t.doc.words.items[2].head, BEDE_NONE);
  assert_int_equal(t.doc.words.items[2].xpos, BEDE_XPOS_VBD);
  expect_head(&t, 3, 2, BEDE_REL_OBJ);
  expect_head(&t, 5, 3, BEDE_REL_NMOD);
  expect_head(&t, 6, 2, BEDE_REL_PUNCT);
  tree_release(&t);
}

TEST(a_participle_in_a_sentence_with_a_verb_stays)
{
  tree t;
  tree_read(&t, "Union union NOUN NN 3 compound\n"
                "imposed impose VERB VBN 3 amod\n"
                "fees fee NOUN NNS 4 nsubj\n"
                "rose rise VERB VBD 0 root\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 1, 2, BEDE_REL_AMOD);
  tree_release(&t);
  tree_read(&t, "Newly newly ADV RB 2 advmod\n"
                "imposed impose VERB VBN 3 amod\n"
                "fees fee NOUN NNS 0 root\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 1, 2, BEDE_REL_AMOD);
  tree_release(&t);
}

TEST(a_finite_verb_goes_on_from_a_finite_one)
{
  tree t;
  tree_read(&t, "She she PRON PRP 2 nsubj\n"
                "urged urge VERB VBD 0 root\n"
                "them they PRON PRP 2 obj\n"
                "to = PART TO 5 mark\n"
                "leave leave VERB VB 2 xcomp\n"
                "and = CCONJ CC 7 cc\n"
                "spoke speak VERB VBD 5 conj\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 6, 1, BEDE_REL_CONJ);
  tree_release(&t);
}

TEST(an_infinitive_goes_on_from_an_infinitive)
{
  tree t;
  tree_read(&t, "She she PRON PRP 2 nsubj\n"
                "urged urge VERB VBD 0 root\n"
                "them they PRON PRP 2 obj\n"
                "to = PART TO 5 mark\n"
                "leave leave VERB VB 2 xcomp\n"
                "and = CCONJ CC 7 cc\n"
                "speak speak VERB VB 5 conj\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 6, 4, BEDE_REL_CONJ);
  tree_release(&t);
}

TEST(the_subject_of_a_perfect_is_active)
{
  tree t;
  tree_read(&t, "States state NOUN NNS 3 nsubj:pass\n"
                "have have AUX VBP 3 aux\n"
                "signed sign VERB VBN 0 root\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 0, 2, BEDE_REL_NSUBJ);
  tree_release(&t);
  tree_read(&t, "Treaties treaty NOUN NNS 4 nsubj:pass\n"
                "have have AUX VBP 4 aux\n"
                "been be AUX VBN 4 aux:pass\n"
                "signed sign VERB VBN 0 root\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 0, 3, BEDE_REL_NSUBJ_PASS);
  tree_release(&t);
}

TEST(what_something_is_called_is_no_apposition)
{
  tree t;
  tree_read(&t, "They they PRON PRP 2 nsubj\n"
                "called call VERB VBD 0 root\n"
                "it it PRON PRP 2 obj\n"
                "a = DET DT 5 det\n"
                "mistake = NOUN NN 3 appos\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 4, 1, BEDE_REL_XCOMP);
  tree_release(&t);
}

TEST(an_apposition_behind_a_comma_stays)
{
  tree t;
  tree_read(&t, "They they PRON PRP 2 nsubj\n"
                "called call VERB VBD 0 root\n"
                "Lund = PROPN NNP 2 obj\n"
                ", = PUNCT , 6 punct\n"
                "a = DET DT 6 det\n"
                "doctor = NOUN NN 3 appos\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 5, 2, BEDE_REL_APPOS);
  tree_release(&t);
}

TEST(an_act_that_is_admitted_is_no_modifier)
{
  tree t;
  tree_read(&t, "Rebels rebel NOUN NNS 2 nsubj\n"
                "admit admit VERB VBP 0 root\n"
                "downing down VERB VBG 4 amod\n"
                "jet = NOUN NN 2 obj\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 2, 1, BEDE_REL_XCOMP);
  expect_head(&t, 3, 2, BEDE_REL_OBJ);
  tree_release(&t);
  tree_read(&t, "Rebels rebel NOUN NNS 2 nsubj\n"
                "fear fear VERB VBP 0 root\n"
                "growing grow VERB VBG 4 amod\n"
                "unrest = NOUN NN 2 obj\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 2, 3, BEDE_REL_AMOD);
  tree_release(&t);
}

TEST(many_may_be_a_subject_too)
{
  tree t;
  tree_read(&t, "Many many ADJ JJ 3 amod\n"
                "carried carry VERB VBN 3 amod\n"
                "signs sign NOUN NNS 0 root\n"
                "that = PRON WDT 5 nsubj\n"
                "glowed glow VERB VBD 3 acl:relcl\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 0, 1, BEDE_REL_NSUBJ);
  expect_head(&t, 2, 1, BEDE_REL_OBJ);
  expect_head(&t, 4, 2, BEDE_REL_ACL_RELCL);
  tree_release(&t);
  tree_read(&t, "These this DET DT 5 nsubj\n"
                "are be AUX VBP 5 cop\n"
                "union = NOUN NN 5 compound\n"
                "imposed impose VERB VBN 5 amod\n"
                "fees fee NOUN NNS 0 root\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 3, 4, BEDE_REL_AMOD);
  tree_release(&t);
}

TEST(an_oblique_without_a_preposition_is_an_object)
{
  tree t;
  tree_read(&t, "Police police NOUN NNS 2 nsubj\n"
                "arrested arrest VERB VBD 0 root\n"
                "students student NOUN NNS 2 obl\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 2, 1, BEDE_REL_OBJ);
  tree_release(&t);
  tree_read(&t, "Police police NOUN NNS 2 nsubj\n"
                "came come VERB VBD 0 root\n"
                "Monday = PROPN NNP 2 obl\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 2, 1, BEDE_REL_OBL);
  tree_release(&t);
}

TEST(who_is_to_do_something_does_it)
{
  tree t;
  tree_read(&t, "Ministers minister NOUN NNS 4 nsubj:outer\n"
                "are be AUX VBP 4 cop\n"
                "to = PART TO 4 mark\n"
                "meet = VERB VB 0 root\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 0, 3, BEDE_REL_NSUBJ);
  expect_head(&t, 1, 3, BEDE_REL_AUX);
  tree_release(&t);
  tree_read(&t, "Goals goal NOUN NNS 4 nsubj:outer\n"
                "are be AUX VBP 4 cop\n"
                "to = PART TO 4 mark\n"
                "meet = VERB VB 0 root\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 0, 3, BEDE_REL_NSUBJ_OUTER);
  tree_release(&t);
}

TEST(due_to_before_a_verb_is_no_preposition)
{
  tree t;
  tree_read(&t, "Ministers minister NOUN NNS 5 nsubj:outer\n"
                "are be AUX VBP 5 cop\n"
                "due = ADJ JJ 5 mark\n"
                "to = ADP IN 3 fixed\n"
                "meet = VERB VB 0 root\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 0, 4, BEDE_REL_NSUBJ);
  expect_head(&t, 2, 4, BEDE_REL_ADVMOD);
  expect_head(&t, 3, 4, BEDE_REL_MARK);
  tree_release(&t);
}

TEST(a_means_is_no_agent)
{
  tree t;
  tree_read(&t, "They they PRON PRP 2 nsubj\n"
                "conferred confer VERB VBD 0 root\n"
                "by = ADP IN 4 case\n"
                "letter = NOUN NN 2 obl:agent\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 3, 1, BEDE_REL_OBL);
  tree_release(&t);
  tree_read(&t, "They they PRON PRP 3 nsubj:pass\n"
                "were be AUX VBD 3 aux:pass\n"
                "hit = VERB VBN 0 root\n"
                "by = ADP IN 5 case\n"
                "rebels rebel NOUN NNS 3 obl:agent\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 4, 2, BEDE_REL_OBL_AGENT);
  tree_release(&t);
}

TEST(of_two_subjects_the_first_is_the_inserted_clauses)
{
  tree t;
  tree_read(&t, "Chad = PROPN NNP 5 nsubj\n"
                "left leave VERB VBD 5 ccomp\n"
                ", = PUNCT , 2 punct\n"
                "diplomats diplomat NOUN NNS 5 nsubj\n"
                "said say VERB VBD 0 root\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 0, 1, BEDE_REL_NSUBJ);
  expect_head(&t, 3, 4, BEDE_REL_NSUBJ);
  tree_release(&t);
}

TEST(who_negotiates_is_active)
{
  tree t;
  tree_read(&t, "Delegates delegate NOUN NNS 2 nsubj:pass\n"
                "negotiated negotiate VERB VBN 0 root\n"
                "in = ADP IN 4 case\n"
                "Busan = PROPN NNP 2 obl\n"
                ". = PUNCT . 2 punct\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 0, 1, BEDE_REL_NSUBJ);
  assert_int_equal(t.doc.words.items[1].xpos, BEDE_XPOS_VBD);
  tree_release(&t);
  tree_read(&t, "Delegates delegate NOUN NNS 2 nsubj:pass\n"
                "killed kill VERB VBN 0 root\n"
                "in = ADP IN 4 case\n"
                "Busan = PROPN NNP 2 obl\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 0, 1, BEDE_REL_NSUBJ_PASS);
  tree_release(&t);
}

TEST(a_headline_says_what_is_to_come)
{
  tree t;
  tree_read(&t, "Chad = PROPN NNP 0 root\n"
                "to = PART TO 3 mark\n"
                "host = VERB VB 1 acl\n"
                "talks talk NOUN NNS 3 obj\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 0, 2, BEDE_REL_NSUBJ);
  expect_head(&t, 2, BEDE_NONE, BEDE_REL_ROOT);
  tree_release(&t);
  tree_read(&t, "Time = NOUN NN 0 root\n"
                "to = PART TO 3 mark\n"
                "go = VERB VB 1 acl\n"
                ". = PUNCT . 1 punct\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 0, BEDE_NONE, BEDE_REL_ROOT);
  tree_release(&t);
}

TEST(a_phrase_parts_a_perfect)
{
  tree t;
  tree_read(&t, "Rebels rebel NOUN NNS 2 nsubj\n"
                "have = VERB VBP 0 root\n"
                "in = ADP IN 5 case\n"
                "recent = ADJ JJ 5 amod\n"
                "weeks week NOUN NNS 6 obl\n"
                "attacked attack VERB VBN 2 xcomp\n"
                "towns town NOUN NNS 6 obj\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 5, BEDE_NONE, BEDE_REL_ROOT);
  expect_head(&t, 1, 5, BEDE_REL_AUX);
  expect_head(&t, 0, 5, BEDE_REL_NSUBJ);
  expect_head(&t, 4, 5, BEDE_REL_OBL);
  tree_release(&t);
}

TEST(a_lone_comma_or_an_object_parts_no_perfect)
{
  tree t;
  tree_read(&t, "he he PRON PRP 2 nsubj\n"
                "has have VERB VBZ 0 root\n"
                "in = ADP IN 5 case\n"
                "the = DET DT 5 det\n"
                "past = NOUN NN 2 obl\n"
                ", = PUNCT , 7 punct\n"
                "opposed oppose VERB VBD 2 conj\n"
                "it = PRON PRP 7 obj\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 1, BEDE_NONE, BEDE_REL_ROOT);
  expect_head(&t, 6, 1, BEDE_REL_CONJ);
  tree_release(&t);
  tree_read(&t, "It it PRON PRP 2 nsubj\n"
                "had have VERB VBD 0 root\n"
                "40 = NUM CD 2 obj\n"
                "paid pay VERB VBN 2 xcomp\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 1, BEDE_NONE, BEDE_REL_ROOT);
  tree_release(&t);
}

TEST(a_day_parts_a_passive_and_is_no_subject)
{
  tree t;
  tree_read(&t, "Soldiers soldier NOUN NNS 4 nsubj\n"
                "were be AUX VBD 4 cop\n"
                "on = ADP IN 4 case\n"
                "Monday = PROPN NNP 0 root\n"
                "killed kill VERB VBN 4 acl\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 4, BEDE_NONE, BEDE_REL_ROOT);
  expect_head(&t, 0, 4, BEDE_REL_NSUBJ_PASS);
  expect_head(&t, 1, 4, BEDE_REL_AUX_PASS);
  expect_head(&t, 3, 4, BEDE_REL_OBL);
  tree_release(&t);
  tree_read(&t, "Ministers minister NOUN NNS 5 nsubj\n"
                "will = AUX MD 5 aux\n"
                "on = ADP IN 4 case\n"
                "Monday = PROPN NNP 5 nsubj\n"
                "meet = VERB VB 0 root\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 3, 4, BEDE_REL_OBL);
  expect_head(&t, 0, 4, BEDE_REL_NSUBJ);
  tree_release(&t);
  tree_read(&t, "Nine nine NUM CD 5 nsubj\n"
                "in = ADP IN 4 case\n"
                "10 = NUM CD 4 nummod\n"
                "voters voter NOUN NNS 5 nsubj\n"
                "agree = VERB VBP 0 root\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 3, 4, BEDE_REL_NSUBJ);
  tree_release(&t);
}

TEST(who_says_so_at_the_end_stands_beside)
{
  tree t;
  tree_read(&t, "Rebels rebel NOUN NNS 2 nsubj\n"
                "left leave VERB VBD 0 root\n"
                "town = NOUN NN 2 obj\n"
                ", = PUNCT , 6 punct\n"
                "police = NOUN NNS 6 nsubj\n"
                "said say VERB VBD 3 acl:relcl\n"
                ". = PUNCT . 2 punct\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 5, 1, BEDE_REL_PARATAXIS);
  tree_release(&t);
  tree_read(&t, "Tribal = ADJ JJ 2 amod\n"
                "support = NOUN NN 6 nsubj\n"
                ", = PUNCT , 2 punct\n"
                "a = DET DT 5 det\n"
                "survey = NOUN NN 2 appos\n"
                "found find VERB VBD 0 root\n"
                ". = PUNCT . 6 punct\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 1, BEDE_NONE, BEDE_REL_ROOT);
  expect_head(&t, 5, 1, BEDE_REL_PARATAXIS);
  expect_head(&t, 4, 5, BEDE_REL_NSUBJ);
  tree_release(&t);
}

TEST(a_relative_clause_with_its_pronoun_stays)
{
  tree t;
  tree_read(&t, "They they PRON PRP 2 nsubj\n"
                "left leave VERB VBD 0 root\n"
                "town = NOUN NN 2 obj\n"
                ", = PUNCT , 7 punct\n"
                "which = PRON WDT 7 obj\n"
                "police = NOUN NNS 7 nsubj\n"
                "held hold VERB VBD 3 acl:relcl\n"
                ". = PUNCT . 2 punct\n");
  bede_lang_repair(&t.doc, 0);
  expect_head(&t, 6, 2, BEDE_REL_ACL_RELCL);
  tree_release(&t);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(who_is_to_do_something_does_it),
      cmocka_unit_test(due_to_before_a_verb_is_no_preposition),
      cmocka_unit_test(a_means_is_no_agent),
      cmocka_unit_test(of_two_subjects_the_first_is_the_inserted_clauses),
      cmocka_unit_test(who_negotiates_is_active),
      cmocka_unit_test(a_headline_says_what_is_to_come),
      cmocka_unit_test(a_clause_after_a_date_is_a_complement),
      cmocka_unit_test(a_relative_clause_on_a_date_stays),
      cmocka_unit_test(a_clause_under_its_that_stays),
      cmocka_unit_test(a_relative_clause_on_a_thing_stays),
      cmocka_unit_test(punctuation_heads_nothing),
      cmocka_unit_test(a_subject_on_an_auxiliary_goes_to_the_verb),
      cmocka_unit_test(a_sentence_of_marks_keeps_its_root),
      cmocka_unit_test(
          an_infinitive_after_a_verb_that_has_one_is_its_complement),
      cmocka_unit_test(an_infinitive_of_purpose_stays),
      cmocka_unit_test(a_particle_before_an_object_is_the_verbs),
      cmocka_unit_test(a_particle_tagged_as_a_preposition_is_the_verbs),
      cmocka_unit_test(a_preposition_after_a_passive_or_before_a_name_stays),
      cmocka_unit_test(a_participle_behind_have_is_the_perfect),
      cmocka_unit_test(of_two_objects_of_giving_the_first_gets),
      cmocka_unit_test(of_two_objects_of_naming_the_second_is_the_name),
      cmocka_unit_test(a_preposition_after_a_verb_stays),
      cmocka_unit_test(an_infinitive_before_its_object_is_no_modifier),
      cmocka_unit_test(a_noun_between_to_and_a_noun_stays_a_modifier),
      cmocka_unit_test(a_noun_before_a_participle_and_a_noun_is_a_subject),
      cmocka_unit_test(a_participle_in_a_sentence_with_a_verb_stays),
      cmocka_unit_test(a_finite_verb_goes_on_from_a_finite_one),
      cmocka_unit_test(an_infinitive_goes_on_from_an_infinitive),
      cmocka_unit_test(the_subject_of_a_perfect_is_active),
      cmocka_unit_test(what_something_is_called_is_no_apposition),
      cmocka_unit_test(an_apposition_behind_a_comma_stays),
      cmocka_unit_test(an_act_that_is_admitted_is_no_modifier),
      cmocka_unit_test(many_may_be_a_subject_too),
      cmocka_unit_test(an_oblique_without_a_preposition_is_an_object),
      cmocka_unit_test(a_phrase_parts_a_perfect),
      cmocka_unit_test(a_lone_comma_or_an_object_parts_no_perfect),
      cmocka_unit_test(a_day_parts_a_passive_and_is_no_subject),
      cmocka_unit_test(who_says_so_at_the_end_stands_beside),
      cmocka_unit_test(a_relative_clause_with_its_pronoun_stays),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
