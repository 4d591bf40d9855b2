// The grammar of predicates over hand-written trees: polarity, voice, tense,
// modality, kinds of clauses; with near-misses.
#include "tree.h"

#include "base/buf.h"
#include "lang/args.h"

static void flag(bede_buf *out, bool on, const char *name)
{
  if (!on) return;
  if (out->len) bede_buf_append_char(out, ' ');
  bede_buf_append_z(out, name);
}

// All that is set, in the order of the record.
static void render(const bede_grammar *g, bede_buf *out)
{
  static const char *const tenses[] = {"", "past", "present", "future"};
  static const char *const modals[] = {"", "possible", "ability", "necessary",
                                       "would"};
  flag(out, g->negated, "neg");
  flag(out, g->passive, "passive");
  flag(out, g->progressive, "progressive");
  flag(out, g->perfect, "perfect");
  flag(out, g->infinitive, "infinitive");
  flag(out, g->participle, "participle");
  flag(out, g->imperative, "imperative");
  flag(out, g->question, "question");
  flag(out, g->conditional, "conditional");
  flag(out, g->purpose, "purpose");
  flag(out, g->tense != BEDE_TIME_NONE, tenses[g->tense]);
  flag(out, g->modal != BEDE_MODAL_NONE, modals[g->modal]);
  flag(out, g->modal_perfect, "modal_perfect");
}

static void expect(const char *source, const char *form, const char *wanted)
{
  tree t;
  bede_buf out;
  bede_grammar g;
  tree_read(&t, source);
  bede_buf_init(&out, 0);
  bede_grammar_of(&t.doc, tree_find(&t, form), &g);
  render(&g, &out);
  assert_string_equal(bede_buf_str(&out).ptr, wanted);
  bede_buf_release(&out);
  tree_release(&t);
}

// "Peru <aux> <verb>": one auxiliary before the verb.
static void expect_aux(const char *aux, const char *verb, const char *wanted)
{
  char source[256];
  (void)snprintf(source, sizeof source,
                 "Peru = PROPN NNP 3 nsubj\n%s 3 aux\n%s 0 root\n"
                 "Chile = PROPN NNP 3 obj\n",
                 aux, verb);
  tree t;
  bede_buf out;
  bede_grammar g;
  tree_read(&t, source);
  bede_buf_init(&out, 0);
  bede_grammar_of(&t.doc, 2, &g);
  render(&g, &out);
  assert_string_equal(bede_buf_str(&out).ptr, wanted);
  bede_buf_release(&out);
  tree_release(&t);
}

TEST(simple_tenses)
{
  expect("Peru = PROPN NNP 2 nsubj\n"
         "attacked attack VERB VBD 0 root\n",
         "attacked", "past");
  expect("Peru = PROPN NNP 2 nsubj\n"
         "attacks attack VERB VBZ 0 root\n",
         "attacks", "present");
}

TEST(auxiliaries)
{
  expect_aux("will will AUX MD", "attack = VERB VB", "future");
  expect_aux("wo will AUX MD", "attack = VERB VB", "future");
  expect_aux("shall = AUX MD", "attack = VERB VB", "future");
  expect_aux("has have AUX VBZ", "attacked attack VERB VBN", "perfect past");
  expect_aux("had have AUX VBD", "attacked attack VERB VBN", "perfect past");
  expect_aux("is be AUX VBZ", "attacking attack VERB VBG",
             "progressive present");
  expect_aux("was be AUX VBD", "attacking attack VERB VBG", "progressive past");
  expect_aux("did do AUX VBD", "attack = VERB VB", "past");
  expect_aux("does do AUX VBZ", "attack = VERB VB", "present");
}

TEST(modal_verbs)
{
  expect_aux("may = AUX MD", "attack = VERB VB", "present possible");
  expect_aux("might = AUX MD", "attack = VERB VB", "present possible");
  expect_aux("can = AUX MD", "attack = VERB VB", "present ability");
  expect_aux("could = AUX MD", "attack = VERB VB", "present ability");
  expect_aux("must = AUX MD", "attack = VERB VB", "present necessary");
  expect_aux("should = AUX MD", "attack = VERB VB", "present necessary");
  expect_aux("would = AUX MD", "attack = VERB VB", "future would");
  expect("Peru = PROPN NNP 4 nsubj\n"
         "may = AUX MD 4 aux\n"
         "have = AUX VB 4 aux\n"
         "attacked attack VERB VBN 0 root\n",
         "attacked", "perfect past possible modal_perfect");
}

TEST(passives)
{
  expect("Peru = PROPN NNP 4 nsubj:pass\n"
         "has have AUX VBZ 4 aux\n"
         "been be AUX VBN 4 aux:pass\n"
         "attacked attack VERB VBN 0 root\n",
         "attacked", "passive perfect past");
  expect("Peru = PROPN NNP 4 nsubj:pass\n"
         "will = AUX MD 4 aux\n"
         "be = AUX VB 4 aux:pass\n"
         "attacked attack VERB VBN 0 root\n",
         "attacked", "passive future");
}

TEST(going_about_and_set_to)
{
  expect("Peru = PROPN NNP 3 nsubj\n"
         "is be AUX VBZ 3 aux\n"
         "going go VERB VBG 0 root\n"
         "to = PART TO 5 mark\n"
         "attack = VERB VB 3 xcomp\n",
         "attack", "infinitive future");
  expect("Peru = PROPN NNP 3 nsubj\n"
         "is be AUX VBZ 3 cop\n"
         "about = ADJ JJ 0 root\n"
         "to = PART TO 5 mark\n"
         "attack = VERB VB 3 xcomp\n",
         "attack", "infinitive future");
  expect("Peru = PROPN NNP 4 nsubj\n"
         "is be AUX VBZ 4 aux\n"
         "to = PART TO 4 mark\n"
         "attack = VERB VB 0 root\n",
         "attack", "future");
  // Headline.
  expect("Envoy = NOUN NN 3 nsubj\n"
         "to = PART TO 3 mark\n"
         "visit = VERB VB 0 root\n",
         "visit", "infinitive future");
  // Who went to do something did it, or at least the future is not said.
  expect("Peru = PROPN NNP 2 nsubj\n"
         "went go VERB VBD 0 root\n"
         "to = PART TO 4 mark\n"
         "attack = VERB VB 2 xcomp\n",
         "attack", "infinitive past");
}

TEST(have_to_and_able_to)
{
  expect("Peru = PROPN NNP 2 nsubj\n"
         "has have VERB VBZ 0 root\n"
         "to = PART TO 4 mark\n"
         "withdraw = VERB VB 2 xcomp\n",
         "withdraw", "infinitive present necessary");
  expect("Peru = PROPN NNP 3 nsubj\n"
         "is be AUX VBZ 3 cop\n"
         "able = ADJ JJ 0 root\n"
         "to = PART TO 5 mark\n"
         "strike = VERB VB 3 xcomp\n",
         "strike", "infinitive present ability");
  // With an object of its own "have" is no modal.
  expect("Peru = PROPN NNP 2 nsubj\n"
         "has have VERB VBZ 0 root\n"
         "troops troop NOUN NNS 2 obj\n"
         "to = PART TO 5 mark\n"
         "withdraw = VERB VB 2 xcomp\n",
         "withdraw", "infinitive present");
}

TEST(infinitives_take_the_governors_tense)
{
  expect("Peru = PROPN NNP 3 nsubj\n"
         "will = AUX MD 3 aux\n"
         "try = VERB VB 0 root\n"
         "to = PART TO 5 mark\n"
         "attack = VERB VB 3 xcomp\n",
         "attack", "infinitive future");
  expect("Peru = PROPN NNP 2 nsubj\n"
         "tried try VERB VBD 0 root\n"
         "to = PART TO 4 mark\n"
         "attack = VERB VB 2 xcomp\n",
         "attack", "infinitive past");
}

TEST(participles)
{
  expect("Troops troop NOUN NNS 4 nsubj\n"
         "besieging besiege VERB VBG 1 acl\n"
         "Homs = PROPN NNP 2 obj\n"
         "leave = VERB VBP 0 root\n",
         "besieging", "participle present");
  expect("Troops troop NOUN NNS 3 nsubj\n"
         "captured capture VERB VBN 1 acl\n"
         "leave = VERB VBP 0 root\n",
         "captured", "passive participle past");
}

TEST(conjuncts_share_auxiliaries)
{
  static const char will[] = "Peru = PROPN NNP 3 nsubj\n"
                             "will = AUX MD 3 aux\n"
                             "invade = VERB VB 0 root\n"
                             "and = CCONJ CC 5 cc\n"
                             "occupy = VERB VB 3 conj\n"
                             "Chile = PROPN NNP 5 obj\n";
  expect(will, "occupy", "future");
  expect("He he PRON PRP 4 nsubj:pass\n"
         "may = AUX MD 4 aux\n"
         "be = AUX VB 4 aux:pass\n"
         "arrested arrest VERB VBN 0 root\n"
         "and = CCONJ CC 6 cc\n"
         "charged charge VERB VBN 4 conj\n",
         "charged", "passive present possible");
  // A finite conjunct stands by itself.
  expect("Peru = PROPN NNP 3 nsubj\n"
         "may = AUX MD 3 aux\n"
         "invade = VERB VB 0 root\n"
         "and = CCONJ CC 5 cc\n"
         "said say VERB VBD 3 conj\n",
         "said", "past");
}

TEST(negation)
{
  expect("Peru = PROPN NNP 4 nsubj\n"
         "did do AUX VBD 4 aux\n"
         "not = PART RB 4 advmod\n"
         "attack = VERB VB 0 root\n",
         "attack", "neg past");
  expect("Peru = PROPN NNP 3 nsubj\n"
         "never = ADV RB 3 advmod\n"
         "attacked attack VERB VBD 0 root\n",
         "attacked", "neg past");
  expect("Peru = PROPN NNP 4 nsubj\n"
         "no = ADV RB 3 advmod\n"
         "longer long ADV RBR 4 advmod\n"
         "supports support VERB VBZ 0 root\n",
         "supports", "neg present");
  expect("no = DET DT 2 det\n"
         "troops troop NOUN NNS 3 nsubj\n"
         "attacked attack VERB VBD 0 root\n",
         "attacked", "neg past");
  expect("Nobody nobody PRON NN 2 nsubj\n"
         "attacked attack VERB VBD 0 root\n",
         "attacked", "neg past");
  expect("Rebels rebel NOUN NNS 2 nsubj\n"
         "killed kill VERB VBD 0 root\n"
         "no = DET DT 4 det\n"
         "civilians civilian NOUN NNS 2 obj\n",
         "killed", "neg past");
}

TEST(what_does_not_negate)
{
  expect("Peru = PROPN NNP 4 nsubj\n"
         "not = ADV RB 3 advmod\n"
         "only = ADV RB 4 advmod\n"
         "attacked attack VERB VBD 0 root\n",
         "attacked", "past");
  expect("Peru = PROPN NNP 5 nsubj\n"
         "did do AUX VBD 5 aux\n"
         "not = PART RB 5 advmod\n"
         "only = ADV RB 5 advmod\n"
         "attack = VERB VB 0 root\n",
         "attack", "past");
  // Another clause's "not".
  expect("Peru = PROPN NNP 4 nsubj\n"
         "did do AUX VBD 4 aux\n"
         "not = PART RB 4 advmod\n"
         "say = VERB VB 0 root\n"
         "Chile = PROPN NNP 6 nsubj\n"
         "attacked attack VERB VBD 4 ccomp\n",
         "attacked", "past");
  expect("Troops troop NOUN NNS 2 nsubj\n"
         "attacked attack VERB VBD 0 root\n"
         "a = DET DT 5 det\n"
         "no = DET DT 5 det\n"
         "zone = NOUN NN 2 obl\n",
         "attacked", "past");
}

TEST(negation_passes_through_raising)
{
  expect("Peru = PROPN NNP 4 nsubj\n"
         "is be AUX VBZ 4 aux\n"
         "not = PART RB 4 advmod\n"
         "going go VERB VBG 0 root\n"
         "to = PART TO 6 mark\n"
         "attack = VERB VB 4 xcomp\n",
         "attack", "neg infinitive future");
  // ... and not through a verb that is an act itself.
  expect("Peru = PROPN NNP 4 nsubj\n"
         "did do AUX VBD 4 aux\n"
         "not = PART RB 4 advmod\n"
         "threaten = VERB VB 0 root\n"
         "to = PART TO 6 mark\n"
         "attack = VERB VB 4 xcomp\n",
         "attack", "infinitive past");
}

TEST(negation_is_shared_with_the_auxiliary)
{
  expect("Peru = PROPN NNP 4 nsubj\n"
         "did do AUX VBD 4 aux\n"
         "not = PART RB 4 advmod\n"
         "invade = VERB VB 0 root\n"
         "or = CCONJ CC 6 cc\n"
         "occupy = VERB VB 4 conj\n",
         "occupy", "neg past");
  expect("Peru = PROPN NNP 4 nsubj\n"
         "did do AUX VBD 4 aux\n"
         "not = PART RB 4 advmod\n"
         "invade = VERB VB 0 root\n"
         "but = CCONJ CC 6 cc\n"
         "threatened threaten VERB VBD 4 conj\n",
         "threatened", "past");
}

TEST(without_negates_its_clause)
{
  expect("Peru = PROPN NNP 2 nsubj\n"
         "left leave VERB VBD 0 root\n"
         "without = SCONJ IN 4 mark\n"
         "firing fire VERB VBG 2 advcl\n",
         "firing", "neg participle past");
}

TEST(nouns)
{
  expect("There there PRON EX 2 expl\n"
         "was be VERB VBD 0 root\n"
         "no = DET DT 4 det\n"
         "attack = NOUN NN 2 nsubj\n",
         "attack", "neg");
  expect("The = DET DT 2 det\n"
         "attack = NOUN NN 3 nsubj\n"
         "failed fail VERB VBD 0 root\n",
         "attack", "");
}

TEST(copular_predicates)
{
  expect("Peru = PROPN NNP 5 nsubj\n"
         "was be AUX VBD 5 cop\n"
         "not = PART RB 5 advmod\n"
         "a = DET DT 5 det\n"
         "party = NOUN NN 0 root\n",
         "party", "neg past");
  expect("Peru = PROPN NNP 4 nsubj\n"
         "may = AUX MD 4 aux\n"
         "be = AUX VB 4 cop\n"
         "responsible = ADJ JJ 0 root\n",
         "responsible", "present possible");
}

TEST(imperatives)
{
  expect("Leave leave VERB VB 0 root\n"
         "now = ADV RB 1 advmod\n",
         "Leave", "imperative");
  expect("Do do AUX VB 3 aux\n"
         "not = PART RB 3 advmod\n"
         "leave = VERB VB 0 root\n",
         "leave", "neg imperative");
  // With a subject it is none.
  expect("They they PRON PRP 3 nsubj\n"
         "must = AUX MD 3 aux\n"
         "leave = VERB VB 0 root\n",
         "leave", "present necessary");
}

TEST(questions)
{
  expect("Did do AUX VBD 3 aux\n"
         "Peru = PROPN NNP 3 nsubj\n"
         "attack = VERB VB 0 root\n"
         "? = PUNCT . 3 punct\n",
         "attack", "question past");
  expect("He he PRON PRP 2 nsubj\n"
         "asked ask VERB VBD 0 root\n"
         "whether = SCONJ IN 5 mark\n"
         "Peru = PROPN NNP 5 nsubj\n"
         "attacked attack VERB VBD 2 ccomp\n",
         "attacked", "question past");
  // A clause beside the question is not asked.
  expect("Who who PRON WP 2 nsubj\n"
         "says say VERB VBZ 0 root\n"
         "that = SCONJ IN 5 mark\n"
         "Peru = PROPN NNP 5 nsubj\n"
         "attacked attack VERB VBD 2 ccomp\n"
         "? = PUNCT . 2 punct\n",
         "attacked", "past");
}

TEST(conditionals)
{
  static const char cond[] = "If if SCONJ IN 3 mark\n"
                             "Peru = PROPN NNP 3 nsubj\n"
                             "attacks attack VERB VBZ 6 advcl\n"
                             "Chile = PROPN NNP 6 nsubj\n"
                             "will = AUX MD 6 aux\n"
                             "respond = VERB VB 0 root\n";
  expect(cond, "attacks", "conditional present");
  expect(cond, "respond", "future");
  expect("Had have AUX VBD 3 aux\n"
         "Peru = PROPN NNP 3 nsubj\n"
         "attacked attack VERB VBN 7 advcl\n"
         "Chile = PROPN NNP 7 nsubj\n"
         "would = AUX MD 7 aux\n"
         "have = AUX VB 7 aux\n"
         "responded respond VERB VBN 0 root\n",
         "attacked", "perfect conditional past");
  // A noun inside the clause; a relative clause there states its own.
  static const char inside[] = "If if SCONJ IN 8 mark\n"
                               "the = DET DT 3 det\n"
                               "attack = NOUN NN 8 nsubj\n"
                               "that = PRON WDT 5 nsubj\n"
                               "killed kill VERB VBD 3 acl:relcl\n"
                               "ten = NUM CD 5 obj\n"
                               "is be AUX VBZ 8 cop\n"
                               "over = ADJ JJ 10 advcl\n"
                               "he = PRON PRP 10 nsubj\n"
                               "leaves leave VERB VBZ 0 root\n";
  expect(inside, "attack", "conditional");
  expect(inside, "killed", "past");
  // "if" for "whether".
  expect("He he PRON PRP 2 nsubj\n"
         "asked ask VERB VBD 0 root\n"
         "if = SCONJ IN 5 mark\n"
         "Peru = PROPN NNP 5 nsubj\n"
         "attacked attack VERB VBD 2 ccomp\n",
         "attacked", "question past");
}

TEST(purposes)
{
  expect("Police police NOUN NNS 2 nsubj\n"
         "fired fire VERB VBD 0 root\n"
         "to = PART TO 4 mark\n"
         "disperse = VERB VB 2 advcl\n"
         "crowds crowd NOUN NNS 4 obj\n",
         "disperse", "infinitive purpose past");
  expect("A = DET DT 2 det\n"
         "plan = NOUN NN 5 nsubj\n"
         "to = PART TO 4 mark\n"
         "attack = VERB VB 2 acl\n"
         "failed fail VERB VBD 0 root\n",
         "attack", "infinitive purpose past");
  // A complement is no purpose.
  expect("Peru = PROPN NNP 2 nsubj\n"
         "wants want VERB VBZ 0 root\n"
         "to = PART TO 4 mark\n"
         "attack = VERB VB 2 xcomp\n",
         "attack", "infinitive present");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(simple_tenses),
      cmocka_unit_test(auxiliaries),
      cmocka_unit_test(modal_verbs),
      cmocka_unit_test(passives),
      cmocka_unit_test(going_about_and_set_to),
      cmocka_unit_test(have_to_and_able_to),
      cmocka_unit_test(infinitives_take_the_governors_tense),
      cmocka_unit_test(participles),
      cmocka_unit_test(conjuncts_share_auxiliaries),
      cmocka_unit_test(negation),
      cmocka_unit_test(what_does_not_negate),
      cmocka_unit_test(negation_passes_through_raising),
      cmocka_unit_test(negation_is_shared_with_the_auxiliary),
      cmocka_unit_test(without_negates_its_clause),
      cmocka_unit_test(nouns),
      cmocka_unit_test(copular_predicates),
      cmocka_unit_test(imperatives),
      cmocka_unit_test(questions),
      cmocka_unit_test(conditionals),
      cmocka_unit_test(purposes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
