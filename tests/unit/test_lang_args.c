// Arguments of verbs over hand-written trees: voice, control, relative
// clauses, coordination; with near-misses, where a wrong reading is close.
#include "args.h"

static const char active[] = "Rebels rebel NOUN NNS 2 nsubj\n"
                             "raided raid VERB VBD 0 root\n"
                             "the = DET DT 4 det\n"
                             "village = NOUN NN 2 obj\n"
                             "in = ADP IN 6 case\n"
                             "May = PROPN NNP 2 obl\n";

static const char passive[] = "The = DET DT 2 det\n"
                              "village = NOUN NN 4 nsubj:pass\n"
                              "was be AUX VBD 4 aux:pass\n"
                              "raided raid VERB VBN 0 root\n"
                              "by = ADP IN 6 case\n"
                              "rebels rebel NOUN NNS 4 obl:agent\n";

TEST(voice_turns_subject_and_agent)
{
  expect(active, "raided", "subj=Rebels obj=village in=May");
  expect(passive, "raided", "obj=village subj=rebels");
}

TEST(by_is_an_agent_only_where_it_names_one)
{
  // The parser says obl: a party is an agent, a day is not.
  expect("Chad = PROPN NNP 3 nsubj:pass\n"
         "was be AUX VBD 3 aux:pass\n"
         "asked ask VERB VBN 0 root\n"
         "by = ADP IN 5 case\n"
         "Niger = PROPN NNP 3 obl\n",
         "asked", "obj=Chad subj=Niger");
  expect("Troops troop NOUN NNS 3 nsubj:pass\n"
         "were be AUX VBD 3 aux:pass\n"
         "withdrawn withdraw VERB VBN 0 root\n"
         "by = ADP IN 5 case\n"
         "Friday friday PROPN NNP 3 obl\n",
         "withdrawn", "obj=Troops by=Friday");
  // An active verb has no agent phrase.
  expect("They they PRON PRP 2 nsubj\n"
         "came come VERB VBD 0 root\n"
         "by = ADP IN 4 case\n"
         "boat = NOUN NN 2 obl\n",
         "came", "subj=They by=boat");
}

TEST(passive_of_three_places_keeps_its_object)
{
  expect("The = DET DT 2 det\n"
         "group = NOUN NN 4 nsubj:pass\n"
         "was be AUX VBD 4 aux:pass\n"
         "given give VERB VBN 0 root\n"
         "arms arm NOUN NNS 4 obj\n"
         "by = ADP IN 7 case\n"
         "Togo = PROPN NNP 4 obl:agent\n",
         "given", "iobj=group obj=arms subj=Togo");
}

TEST(a_perfect_is_no_passive)
{
  expect("Togo = PROPN NNP 3 nsubj\n"
         "has have AUX VBZ 3 aux\n"
         "armed arm VERB VBN 0 root\n"
         "rebels rebel NOUN NNS 3 obj\n",
         "armed", "subj=Togo obj=rebels");
  expect("Togo = PROPN NNP 4 nsubj:pass\n"
         "has have AUX VBZ 4 aux\n"
         "been be AUX VBN 4 aux:pass\n"
         "invaded invade VERB VBN 0 root\n",
         "invaded", "obj=Togo");
}

TEST(a_headline_participle_is_passive)
{
  static const char killed[] = "Five five NUM CD 2 nsubj\n"
                               "killed kill VERB VBN 0 root\n"
                               "in = ADP IN 4 case\n"
                               "blast = NOUN NN 2 obl\n";
  tree t;
  tree_read(&t, killed);
  t.doc.sentences.items[0].title = true;
  expect_at(&t, tree_find(&t, "killed"), "obj=Five in=blast");
  tree_release(&t);
  // In running text it is a past that the tagger took for a participle, and so
  // it is with an object.
  expect(killed, "killed", "subj=Five in=blast");
  expect("Rebels rebel NOUN NNS 2 nsubj\n"
         "seized seize VERB VBN 0 root\n"
         "port = NOUN NN 2 obj\n",
         "seized", "subj=Rebels obj=port");
}

TEST(control_by_the_subject)
{
  static const char plan[] = "Mali = PROPN NNP 2 nsubj\n"
                             "plans plan VERB VBZ 0 root\n"
                             "to = PART TO 4 mark\n"
                             "bomb = VERB VB 2 xcomp\n"
                             "the = DET DT 6 det\n"
                             "camp = NOUN NN 4 obj\n";
  expect(plan, "bomb", "subj=Mali obj=camp");
  expect(plan, "plans", "subj=Mali xcomp=bomb");
}

TEST(control_by_the_object)
{
  static const char urge[] = "Mali = PROPN NNP 2 nsubj\n"
                             "urged urge VERB VBD 0 root\n"
                             "Niger = PROPN NNP 2 obj\n"
                             "to = PART TO 5 mark\n"
                             "free = VERB VB 2 xcomp\n"
                             "the = DET DT 7 det\n"
                             "men man NOUN NNS 5 obj\n";
  expect(urge, "free", "subj=Niger obj=men");
  expect(urge, "urged", "subj=Mali obj=Niger xcomp=free");
  // The same where the parser made the infinitive an adverbial.
  expect("Mali = PROPN NNP 2 nsubj\n"
         "urged urge VERB VBD 0 root\n"
         "Niger = PROPN NNP 2 obj\n"
         "to = PART TO 5 mark\n"
         "leave = VERB VB 2 advcl\n",
         "leave", "subj=Niger");
}

TEST(control_by_the_indirect_object)
{
  expect("Mali = PROPN NNP 2 nsubj\n"
         "told tell VERB VBD 0 root\n"
         "Niger = PROPN NNP 2 iobj\n"
         "to = PART TO 5 mark\n"
         "leave = VERB VB 2 xcomp\n",
         "leave", "subj=Niger");
}

TEST(promises_keep_their_subject)
{
  expect("Mali = PROPN NNP 2 nsubj\n"
         "promised promise VERB VBD 0 root\n"
         "Niger = PROPN NNP 2 obj\n"
         "to = PART TO 5 mark\n"
         "leave = VERB VB 2 xcomp\n",
         "leave", "subj=Mali");
}

TEST(control_in_the_passive)
{
  expect("Niger = PROPN NNP 3 nsubj:pass\n"
         "was be AUX VBD 3 aux:pass\n"
         "urged urge VERB VBN 0 root\n"
         "by = ADP IN 5 case\n"
         "Mali = PROPN NNP 3 obl:agent\n"
         "to = PART TO 7 mark\n"
         "leave = VERB VB 3 xcomp\n",
         "leave", "subj=Niger");
}

TEST(control_by_a_prepositional_object)
{
  expect("Mali = PROPN NNP 2 nsubj\n"
         "called call VERB VBD 0 root\n"
         "on = ADP IN 4 case\n"
         "Niger = PROPN NNP 2 obl\n"
         "to = PART TO 6 mark\n"
         "leave = VERB VB 2 xcomp\n",
         "leave", "subj=Niger");
  // A place after "on" of another verb controls nothing.
  expect("Mali = PROPN NNP 2 nsubj\n"
         "decided decide VERB VBD 0 root\n"
         "on = ADP IN 4 case\n"
         "Monday = PROPN NNP 2 obl\n"
         "to = PART TO 6 mark\n"
         "leave = VERB VB 2 xcomp\n",
         "leave", "subj=Mali");
}

TEST(raising_adjectives_pass_their_subject)
{
  static const char likely[] = "Peru = PROPN NNP 3 nsubj\n"
                               "is be AUX VBZ 3 cop\n"
                               "likely = ADJ JJ 0 root\n"
                               "to = PART TO 5 mark\n"
                               "protest = VERB VB 3 xcomp\n";
  expect(likely, "protest", "subj=Peru");
  expect(likely, "likely", "subj=Peru xcomp=protest");
  // "hard" does not: Peru is what nobody persuades.
  expect("Peru = PROPN NNP 3 nsubj\n"
         "is be AUX VBZ 3 cop\n"
         "hard = ADJ JJ 0 root\n"
         "to = PART TO 5 mark\n"
         "persuade = VERB VB 3 xcomp\n",
         "persuade", "obj=Peru");
}

TEST(accused_of_is_the_objects_act)
{
  static const char accuse[] = "Oman = PROPN NNP 2 nsubj\n"
                               "accused accuse VERB VBD 0 root\n"
                               "Qatar = PROPN NNP 2 obj\n"
                               "of = SCONJ IN 5 mark\n"
                               "arming arm VERB VBG 2 advcl\n"
                               "rebels rebel NOUN NNS 5 obj\n";
  expect(accuse, "arming", "subj=Qatar obj=rebels");
  expect(accuse, "accused", "subj=Oman obj=Qatar advcl=arming");
  expect("Qatar = PROPN NNP 3 nsubj:pass\n"
         "is be AUX VBZ 3 aux:pass\n"
         "accused accuse VERB VBN 0 root\n"
         "of = SCONJ IN 5 mark\n"
         "arming arm VERB VBG 3 advcl\n",
         "arming", "subj=Qatar");
  // Hung on the object; but what one hopes to do is one's own.
  static const char *const verbs[][2] = {{"accused accuse", "subj=rebels"},
                                         {"gave give", "subj=Oman"}};
  for (size_t i = 0; i < 2; i++) {
    char source[200];
    snprintf(source, sizeof source,
             "Oman = PROPN NNP 2 nsubj\n%s VERB VBD 0 root\n"
             "rebels rebel NOUN NNS 2 obj\nof = SCONJ IN 5 mark\n"
             "leaving leave VERB VBG 3 acl\n",
             verbs[i][0]);
    expect(source, "leaving", verbs[i][1]);
  }
}

TEST(by_and_while_are_the_subjects_act)
{
  expect("Oman = PROPN NNP 2 nsubj\n"
         "angered anger VERB VBD 0 root\n"
         "Qatar = PROPN NNP 2 obj\n"
         "by = SCONJ IN 5 mark\n"
         "arming arm VERB VBG 2 advcl\n"
         "rebels rebel NOUN NNS 5 obj\n",
         "arming", "subj=Oman obj=rebels");
  // In a passive the means are the agent's, who is not named here.
  expect("Qatar = PROPN NNP 3 nsubj:pass\n"
         "was be AUX VBD 3 aux:pass\n"
         "weakened weaken VERB VBN 0 root\n"
         "by = SCONJ IN 5 mark\n"
         "arming arm VERB VBG 3 advcl\n"
         "rebels rebel NOUN NNS 5 obj\n",
         "arming", "obj=rebels");
}

TEST(a_finite_clause_borrows_no_subject)
{
  expect("He he PRON PRP 2 nsubj\n"
         "left leave VERB VBD 0 root\n"
         "as = SCONJ IN 4 mark\n"
         "planned plan VERB VBD 2 advcl\n",
         "planned", "");
}

TEST(purpose_has_the_subject_of_its_verb)
{
  expect("Police police NOUN NNS 2 nsubj\n"
         "fired fire VERB VBD 0 root\n"
         "gas = NOUN NN 2 obj\n"
         "to = PART TO 5 mark\n"
         "disperse = VERB VB 2 advcl\n"
         "crowds crowd NOUN NNS 5 obj\n",
         "disperse", "subj=Police obj=crowds");
}

TEST(participles_after_a_noun)
{
  static const char backed[] = "Troops troop NOUN NNS 5 nsubj\n"
                               "backed back VERB VBN 1 acl\n"
                               "by = ADP IN 4 case\n"
                               "Iran = PROPN NNP 2 obl:agent\n"
                               "entered enter VERB VBD 0 root\n"
                               "Homs = PROPN NNP 5 obj\n";
  expect(backed, "backed", "obj=Troops subj=Iran");
  expect(backed, "entered", "subj=Troops obj=Homs");
  expect("Troops troop NOUN NNS 4 nsubj\n"
         "besieging besiege VERB VBG 1 acl\n"
         "Homs = PROPN NNP 2 obj\n"
         "left leave VERB VBD 0 root\n",
         "besieging", "subj=Troops obj=Homs");
}

TEST(participles_before_a_noun)
{
  static const char led[] = "The = DET DT 5 det\n"
                            "Kenya+ = PROPN NNP 4 compound\n"
                            "-+ - PUNCT HYPH 4 punct\n"
                            "led lead VERB VBN 5 amod\n"
                            "force = NOUN NN 6 nsubj\n"
                            "left leave VERB VBD 0 root\n";
  expect(led, "led", "subj=Kenya comp=Kenya obj=force");
  // "Kenya-based" says where: no agent.
  expect("The = DET DT 5 det\n"
         "Kenya+ = PROPN NNP 4 compound\n"
         "-+ - PUNCT HYPH 4 punct\n"
         "based base VERB VBN 5 amod\n"
         "force = NOUN NN 6 nsubj\n"
         "left leave VERB VBD 0 root\n",
         "based", "comp=Kenya obj=force");
  // Who has escaped is its subject.
  expect("Escaped escape VERB VBN 2 amod\n"
         "prisoners prisoner NOUN NNS 3 nsubj\n"
         "fled flee VERB VBD 0 root\n",
         "Escaped", "subj=prisoners");
}

TEST(relative_pronoun_as_subject)
{
  expect("The = DET DT 2 det\n"
         "group = NOUN NN 7 nsubj\n"
         "that = PRON WDT 4 nsubj PronType=Rel\n"
         "bombed bomb VERB VBD 2 acl:relcl\n"
         "the = DET DT 6 det\n"
         "port = NOUN NN 4 obj\n"
         "fled flee VERB VBD 0 root\n",
         "bombed", "subj=group obj=port");
  expect("The = DET DT 2 det\n"
         "port = NOUN NN 7 nsubj\n"
         "which = PRON WDT 5 nsubj:pass\n"
         "was be AUX VBD 5 aux:pass\n"
         "bombed bomb VERB VBN 2 acl:relcl\n"
         "yesterday = NOUN NN 5 obl:unmarked\n"
         "burns burn VERB VBZ 0 root\n",
         "bombed", "obj=port");
}

TEST(relative_pronoun_as_object)
{
  expect("The = DET DT 2 det\n"
         "minister = NOUN NN 6 nsubj\n"
         "whom = PRON WP 5 obj\n"
         "rebels rebel NOUN NNS 5 nsubj\n"
         "abducted abduct VERB VBD 2 acl:relcl\n"
         "died die VERB VBD 0 root\n",
         "abducted", "obj=minister subj=rebels");
}

TEST(relative_pronoun_after_a_preposition)
{
  expect("The = DET DT 2 det\n"
         "state = NOUN NN 7 nsubj\n"
         "on = ADP IN 4 case\n"
         "which = PRON WDT 6 obl\n"
         "Fiji = PROPN NNP 6 nsubj\n"
         "imposed impose VERB VBD 2 acl:relcl\n"
         "protested protest VERB VBD 0 root\n",
         "imposed", "on=state subj=Fiji");
}

TEST(relative_clause_without_pronoun)
{
  expect("The = DET DT 2 det\n"
         "town = NOUN NN 5 nsubj\n"
         "rebels rebel NOUN NNS 4 nsubj\n"
         "seized seize VERB VBD 2 acl:relcl\n"
         "burned burn VERB VBD 0 root\n",
         "seized", "obj=town subj=rebels");
  // With an object of its own there is no gap for one.
  expect("The = DET DT 2 det\n"
         "town = NOUN NN 6 nsubj\n"
         "rebels rebel NOUN NNS 4 nsubj\n"
         "seized seize VERB VBD 2 acl:relcl\n"
         "cars car NOUN NNS 4 obj\n"
         "burned burn VERB VBD 0 root\n",
         "seized", "subj=rebels obj=cars");
  // A day is when, not what.
  expect("The = DET DT 2 det\n"
         "day = NOUN NN 5 nsubj\n"
         "rebels rebel NOUN NNS 4 nsubj\n"
         "attacked attack VERB VBD 2 acl:relcl\n"
         "passed pass VERB VBD 0 root\n",
         "attacked", "subj=rebels");
  expect("The = DET DT 2 det\n"
         "town = NOUN NN 6 nsubj\n"
         "where = ADV WRB 5 advmod PronType=Rel\n"
         "rebels rebel NOUN NNS 5 nsubj\n"
         "attacked attack VERB VBD 2 acl:relcl\n"
         "burned burn VERB VBD 0 root\n",
         "attacked", "advmod=where subj=rebels");
}

TEST(relative_clause_with_a_stranded_preposition)
{
  expect("The = DET DT 2 det\n"
         "party = NOUN NN 6 nsubj\n"
         "they = PRON PRP 4 nsubj\n"
         "voted vote VERB VBD 2 acl:relcl\n"
         "for = ADP IN 4 obl\n"
         "lost lose VERB VBD 0 root\n",
         "voted", "for=party subj=they");
}

TEST(relative_clause_through_a_clause_of_speech)
{
  static const char say[] = "The = DET DT 2 det\n"
                            "man = NOUN NN 7 nsubj\n"
                            "police = NOUN NNS 4 nsubj\n"
                            "say = VERB VBP 2 acl:relcl\n"
                            "shot shoot VERB VBD 4 ccomp\n"
                            "guards guard NOUN NNS 5 obj\n"
                            "fled flee VERB VBD 0 root\n";
  expect(say, "shot", "subj=man obj=guards");
  expect(say, "say", "subj=police ccomp=shot");
  expect("The = DET DT 2 det\n"
         "group = NOUN NN 8 nsubj\n"
         "which = PRON WDT 6 nsubj\n"
         "officials official NOUN NNS 5 nsubj\n"
         "say = VERB VBP 2 acl:relcl\n"
         "bombed bomb VERB VBD 5 ccomp\n"
         "Homs = PROPN NNP 6 obj\n"
         "fled flee VERB VBD 0 root\n",
         "bombed", "subj=group obj=Homs");
}

TEST(a_question_pronoun_is_no_relative)
{
  expect("A = DET DT 2 det\n"
         "man = NOUN NN 0 root\n"
         "who = PRON WP 4 nsubj\n"
         "knows know VERB VBZ 2 acl:relcl\n"
         "who = PRON WP 6 nsubj\n"
         "attacked attack VERB VBD 4 ccomp\n"
         "Homs = PROPN NNP 6 obj\n",
         "attacked", "subj=who obj=Homs");
}

TEST(coordinated_verbs_share_their_subject)
{
  static const char met[] = "Iraq = PROPN NNP 2 nsubj\n"
                            "invaded invade VERB VBD 0 root\n"
                            "Kuwait = PROPN NNP 2 obj\n"
                            "and = CCONJ CC 5 cc\n"
                            "threatened threaten VERB VBD 2 conj\n"
                            "Oman = PROPN NNP 5 obj\n";
  expect(met, "threatened", "subj=Iraq obj=Oman");
  // A verb with a subject of its own shares nothing.
  expect("Iraq = PROPN NNP 2 nsubj\n"
         "invaded invade VERB VBD 0 root\n"
         "Kuwait = PROPN NNP 2 obj\n"
         "and = CCONJ CC 6 cc\n"
         "Oman = PROPN NNP 6 nsubj\n"
         "protested protest VERB VBD 2 conj\n",
         "protested", "subj=Oman");
}

TEST(shared_subject_changes_its_slot_with_the_voice)
{
  static const char held[] = "He he PRON PRP 3 nsubj:pass\n"
                             "was be AUX VBD 3 aux:pass\n"
                             "arrested arrest VERB VBN 0 root\n"
                             "and = CCONJ CC 5 cc\n"
                             "confessed confess VERB VBD 3 conj\n";
  expect(held, "arrested", "obj=He");
  expect(held, "confessed", "subj=He");
  expect("He he PRON PRP 3 nsubj:pass\n"
         "was be AUX VBD 3 aux:pass\n"
         "arrested arrest VERB VBN 0 root\n"
         "and = CCONJ CC 5 cc\n"
         "charged charge VERB VBN 3 conj\n",
         "charged", "obj=He");
}

TEST(coordinated_verbs_share_their_object)
{
  static const char last[] = "Rebels rebel NOUN NNS 2 nsubj\n"
                             "attacked attack VERB VBD 0 root\n"
                             "and = CCONJ CC 4 cc\n"
                             "burned burn VERB VBD 2 conj\n"
                             "the = DET DT 6 det\n"
                             "village = NOUN NN 4 obj\n";
  static const char first[] = "Rebels rebel NOUN NNS 2 nsubj\n"
                              "attacked attack VERB VBD 0 root\n"
                              "and = CCONJ CC 4 cc\n"
                              "burned burn VERB VBD 2 conj\n"
                              "the = DET DT 6 det\n"
                              "village = NOUN NN 2 obj\n";
  expect(last, "attacked", "subj=Rebels obj=village");
  expect(last, "burned", "subj=Rebels obj=village");
  expect(first, "attacked", "subj=Rebels obj=village");
  expect(first, "burned", "subj=Rebels obj=village");
}

TEST(an_object_before_the_second_verb_is_not_shared)
{
  expect("Rebels rebel NOUN NNS 2 nsubj\n"
         "attacked attack VERB VBD 0 root\n"
         "Homs = PROPN NNP 2 obj\n"
         "and = CCONJ CC 5 cc\n"
         "withdrew withdraw VERB VBD 2 conj\n",
         "withdrew", "subj=Rebels");
  // Words between: what follows belongs to the second verb alone.
  expect("Rebels rebel NOUN NNS 2 nsubj\n"
         "attacked attack VERB VBD 0 root\n"
         "at = ADP IN 4 case\n"
         "dawn = NOUN NN 2 obl\n"
         "and = CCONJ CC 6 cc\n"
         "burned burn VERB VBD 2 conj\n"
         "huts hut NOUN NNS 6 obj\n",
         "attacked", "subj=Rebels at=dawn");
  expect("Rebels rebel NOUN NNS 2 nsubj\n"
         "came come VERB VBD 0 root\n"
         "and = CCONJ CC 4 cc\n"
         "burned burn VERB VBD 2 conj\n"
         "huts hut NOUN NNS 4 obj\n",
         "came", "subj=Rebels");
}

TEST(coordinated_passives_share_their_agent)
{
  expect("Homs = PROPN NNP 3 nsubj:pass\n"
         "was be AUX VBD 3 aux:pass\n"
         "attacked attack VERB VBN 0 root\n"
         "and = CCONJ CC 5 cc\n"
         "burned burn VERB VBN 3 conj\n"
         "by = ADP IN 7 case\n"
         "rebels rebel NOUN NNS 5 obl:agent\n",
         "attacked", "obj=Homs subj=rebels");
}

TEST(conjuncts_are_arguments_of_their_own)
{
  static const char met[] = "Iran = PROPN NNP 5 nsubj\n"
                            ", = PUNCT , 3 punct\n"
                            "Iraq = PROPN NNP 1 conj\n"
                            "jointly = ADV RB 5 advmod\n"
                            "warned warn VERB VBD 0 root\n"
                            "Oman = PROPN NNP 5 obj\n"
                            "and = CCONJ CC 8 cc\n"
                            "Qatar = PROPN NNP 6 conj\n";
  expect(met, "warned",
         "subj=Iran subj=Iraq advmod=jointly obj=Oman obj=Qatar");
}

TEST(conjuncts_keep_or_change_their_preposition)
{
  expect("Talks talk NOUN NNS 0 root\n"
         "with = ADP IN 3 case\n"
         "Iran = PROPN NNP 1 nmod\n"
         "and = CCONJ CC 5 cc\n"
         "Iraq = PROPN NNP 3 conj\n",
         "Talks", "with=Iran with=Iraq");
  expect("Talks talk NOUN NNS 0 root\n"
         "with = ADP IN 3 case\n"
         "Iran = PROPN NNP 1 nmod\n"
         "or = CCONJ CC 6 cc\n"
         "about = ADP IN 6 case\n"
         "Iraq = PROPN NNP 3 conj\n",
         "Talks", "with=Iran about=Iraq");
}

TEST(a_coordinated_clause_is_no_conjunct_of_a_noun)
{
  // The parser hung the second clause on the object.
  expect("Iran = PROPN NNP 2 nsubj\n"
         "warned warn VERB VBD 0 root\n"
         "Oman = PROPN NNP 2 obj\n"
         "and = CCONJ CC 6 cc\n"
         "Iraq = PROPN NNP 6 nsubj\n"
         "protested protest VERB VBD 3 conj\n",
         "warned", "subj=Iran obj=Oman");
}

TEST(via_says_how_an_argument_was_found)
{
  tree t;
  bede_arg args[BEDE_MAX_ARGS];
  tree_read(&t, active);
  assert_int_equal(bede_args_of(&t.doc, 1, args), 3);
  assert_int_equal(args[0].via, BEDE_VIA_DIRECT);
  tree_release(&t);
  tree_read(&t, "Iran = PROPN NNP 2 nsubj\n"
                "wants want VERB VBZ 0 root\n"
                "to = PART TO 4 mark\n"
                "bomb = VERB VB 2 xcomp\n"
                "Oman = PROPN NNP 4 obj\n"
                "and = CCONJ CC 7 cc\n"
                "Qatar = PROPN NNP 5 conj\n");
  assert_int_equal(bede_args_of(&t.doc, 3, args), 3);
  assert_int_equal(args[0].via, BEDE_VIA_CONTROL);
  assert_int_equal(args[1].via, BEDE_VIA_DIRECT);
  assert_int_equal(args[2].via, BEDE_VIA_CONJ);
  tree_release(&t);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(voice_turns_subject_and_agent),
      cmocka_unit_test(by_is_an_agent_only_where_it_names_one),
      cmocka_unit_test(passive_of_three_places_keeps_its_object),
      cmocka_unit_test(a_perfect_is_no_passive),
      cmocka_unit_test(a_headline_participle_is_passive),
      cmocka_unit_test(control_by_the_subject),
      cmocka_unit_test(control_by_the_object),
      cmocka_unit_test(control_by_the_indirect_object),
      cmocka_unit_test(promises_keep_their_subject),
      cmocka_unit_test(control_in_the_passive),
      cmocka_unit_test(control_by_a_prepositional_object),
      cmocka_unit_test(raising_adjectives_pass_their_subject),
      cmocka_unit_test(accused_of_is_the_objects_act),
      cmocka_unit_test(by_and_while_are_the_subjects_act),
      cmocka_unit_test(a_finite_clause_borrows_no_subject),
      cmocka_unit_test(purpose_has_the_subject_of_its_verb),
      cmocka_unit_test(participles_after_a_noun),
      cmocka_unit_test(participles_before_a_noun),
      cmocka_unit_test(relative_pronoun_as_subject),
      cmocka_unit_test(relative_pronoun_as_object),
      cmocka_unit_test(relative_pronoun_after_a_preposition),
      cmocka_unit_test(relative_clause_without_pronoun),
      cmocka_unit_test(relative_clause_with_a_stranded_preposition),
      cmocka_unit_test(relative_clause_through_a_clause_of_speech),
      cmocka_unit_test(a_question_pronoun_is_no_relative),
      cmocka_unit_test(coordinated_verbs_share_their_subject),
      cmocka_unit_test(shared_subject_changes_its_slot_with_the_voice),
      cmocka_unit_test(coordinated_verbs_share_their_object),
      cmocka_unit_test(an_object_before_the_second_verb_is_not_shared),
      cmocka_unit_test(coordinated_passives_share_their_agent),
      cmocka_unit_test(conjuncts_are_arguments_of_their_own),
      cmocka_unit_test(conjuncts_keep_or_change_their_preposition),
      cmocka_unit_test(a_coordinated_clause_is_no_conjunct_of_a_noun),
      cmocka_unit_test(via_says_how_an_argument_was_found),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
