// Arguments of nouns and nominal predicates over hand-written trees, and their
// prepositions and particles.
#include "args.h"

TEST(whose_is_the_possessor)
{
  expect("The = DET DT 2 det\n"
         "state = NOUN NN 6 nsubj\n"
         "whose = PRON WP$ 4 nmod:poss\n"
         "attack = NOUN NN 5 nsubj\n"
         "failed fail VERB VBD 2 acl:relcl\n"
         "withdrew withdraw VERB VBD 0 root\n",
         "attack", "poss=state");
}

TEST(arguments_of_nouns)
{
  expect("Chad = PROPN NNP 3 nmod:poss\n"
         "'s = PART POS 1 case\n"
         "attack = NOUN NN 0 root\n"
         "on = ADP IN 5 case\n"
         "Niger = PROPN NNP 3 nmod\n"
         "in = ADP IN 7 case\n"
         "May = PROPN NNP 3 nmod\n",
         "attack", "poss=Chad on=Niger in=May");
  expect("the = DET DT 2 det\n"
         "bombing = NOUN NN 0 root\n"
         "of = ADP IN 4 case\n"
         "Homs = PROPN NNP 2 nmod\n"
         "by = ADP IN 6 case\n"
         "jets jet NOUN NNS 2 nmod\n",
         "bombing", "of=Homs by=jets");
  expect("a = DET DT 4 det\n"
         "Syrian = ADJ JJ 4 amod\n"
         "police = NOUN NN 4 compound\n"
         "raid = NOUN NN 0 root\n",
         "raid", "amod=Syrian comp=police");
  expect("talks talk NOUN NNS 0 root\n"
         "between = ADP IN 3 case\n"
         "Peru = PROPN NNP 1 nmod\n"
         "and = CCONJ CC 5 cc\n"
         "Chile = PROPN NNP 3 conj\n",
         "talks", "between=Peru between=Chile");
}

TEST(an_event_noun_has_no_subject)
{
  // The subject of the verb is not the noun's: that is for support verbs.
  expect("Chad = PROPN NNP 2 nsubj\n"
         "condemned condemn VERB VBD 0 root\n"
         "the = DET DT 4 det\n"
         "attack = NOUN NN 2 obj\n",
         "attack", "");
}

TEST(coordinated_nouns_share_their_arguments)
{
  static const char nouns[] = "the = DET DT 3 det\n"
                              "Syrian = ADJ JJ 3 amod\n"
                              "bombing = NOUN NN 0 root\n"
                              "and = CCONJ CC 5 cc\n"
                              "shelling = NOUN NN 3 conj\n"
                              "of = ADP IN 7 case\n"
                              "Homs = PROPN NNP 5 nmod\n";
  expect(nouns, "shelling", "amod=Syrian of=Homs");
  expect(nouns, "bombing", "amod=Syrian of=Homs");
  // With a determiner of its own the second noun stands by itself.
  expect("Chad = PROPN NNP 3 nmod:poss\n"
         "'s = PART POS 1 case\n"
         "offer = NOUN NN 0 root\n"
         "and = CCONJ CC 6 cc\n"
         "a = DET DT 6 det\n"
         "refusal = NOUN NN 3 conj\n",
         "refusal", "");
}

TEST(copular_predicates_have_a_subject)
{
  expect("Peru = PROPN NNP 4 nsubj\n"
         "is be AUX VBZ 4 cop\n"
         "a = DET DT 4 det\n"
         "member = NOUN NN 0 root\n"
         "of = ADP IN 6 case\n"
         "it = PRON PRP 4 nmod\n",
         "member", "subj=Peru of=it");
  expect("Peru = PROPN NNP 3 nsubj\n"
         "is be AUX VBZ 3 cop\n"
         "responsible = ADJ JJ 0 root\n"
         "for = ADP IN 6 case\n"
         "the = DET DT 6 det\n"
         "raid = NOUN NN 3 obl\n",
         "responsible", "subj=Peru for=raid");
  // Before its noun the adjective has none.
  expect("a = DET DT 3 det\n"
         "hostile = ADJ JJ 3 amod\n"
         "act = NOUN NN 0 root\n",
         "hostile", "");
}

TEST(predicates_of_becoming_have_a_subject)
{
  expect("Peru = PROPN NNP 2 nsubj\n"
         "became become VERB VBD 0 root\n"
         "a = DET DT 4 det\n"
         "member = NOUN NN 2 xcomp\n",
         "member", "subj=Peru");
  expect("Peru = PROPN NNP 2 nsubj\n"
         "called call VERB VBD 0 root\n"
         "him he PRON PRP 2 obj\n"
         "a = DET DT 5 det\n"
         "spy = NOUN NN 2 xcomp\n",
         "spy", "subj=him");
}

TEST(infinitives_of_nouns_have_the_owner_as_subject)
{
  expect("Iran = PROPN NNP 3 nmod:poss\n"
         "'s = PART POS 1 case\n"
         "decision = NOUN NN 6 nsubj\n"
         "to = PART TO 5 mark\n"
         "withdraw = VERB VB 3 acl\n"
         "pleased please VERB VBD 0 root\n",
         "withdraw", "subj=Iran");
  expect("A = DET DT 3 det\n"
         "US = PROPN NNP 3 compound\n"
         "bid = NOUN NN 6 nsubj\n"
         "to = PART TO 5 mark\n"
         "mediate = VERB VB 3 acl\n"
         "failed fail VERB VBD 0 root\n",
         "mediate", "subj=US");
  expect("Iran = PROPN NNP 2 nsubj\n"
         "made make VERB VBD 0 root\n"
         "an = DET DT 4 det\n"
         "attempt = NOUN NN 2 obj\n"
         "to = PART TO 6 mark\n"
         "mediate = VERB VB 4 acl\n",
         "mediate", "subj=Iran");
  expect("He he PRON PRP 5 nsubj\n"
         "is be AUX VBZ 5 cop\n"
         "the = DET DT 5 det\n"
         "first = ADJ JJ 5 amod\n"
         "envoy = NOUN NN 0 root\n"
         "to = PART TO 7 mark\n"
         "visit = VERB VB 5 acl\n"
         "Cuba = PROPN NNP 7 obj\n",
         "visit", "subj=envoy obj=Cuba");
}

TEST(fixed_prepositions_are_joined)
{
  expect("They they PRON PRP 2 nsubj\n"
         "fled flee VERB VBD 0 root\n"
         "Because because ADP IN 5 case\n"
         "of = ADP IN 3 fixed\n"
         "floods flood NOUN NNS 2 obl\n",
         "fled", "subj=They because_of=floods");
  expect("According accord VERB VBG 3 case\n"
         "to = ADP IN 1 fixed\n"
         "Oxfam = PROPN NNP 5 obl\n"
         "they = PRON PRP 5 nsubj\n"
         "fled flee VERB VBD 0 root\n",
         "fled", "according_to=Oxfam subj=they");
  expect("They they PRON PRP 2 nsubj\n"
         "walked walk VERB VBD 0 root\n"
         "out = ADP IN 5 case\n"
         "of = ADP IN 5 case\n"
         "talks talk NOUN NNS 2 obl\n",
         "walked", "subj=They out_of=talks");
}

TEST(particles)
{
  tree t;
  tree_read(&t, "They they PRON PRP 2 nsubj\n"
                "carried carry VERB VBD 0 root\n"
                "out = ADP RP 2 compound:prt\n"
                "raids raid NOUN NNS 2 obj\n");
  assert_int_equal(bede_particle_of(&t.doc, 1), 2);
  assert_int_equal(bede_particle_of(&t.doc, 3), BEDE_NONE);
  tree_release(&t);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(whose_is_the_possessor),
      cmocka_unit_test(arguments_of_nouns),
      cmocka_unit_test(an_event_noun_has_no_subject),
      cmocka_unit_test(coordinated_nouns_share_their_arguments),
      cmocka_unit_test(copular_predicates_have_a_subject),
      cmocka_unit_test(predicates_of_becoming_have_a_subject),
      cmocka_unit_test(infinitives_of_nouns_have_the_owner_as_subject),
      cmocka_unit_test(fixed_prepositions_are_joined),
      cmocka_unit_test(particles),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
