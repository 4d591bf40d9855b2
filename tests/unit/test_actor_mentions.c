// Mentions and what they belong to: names by use and date, agents composed with
// states and bodies, titles, quantities, places.
#include "actor.h"

TEST(names_by_their_use)
{
  actors_case("France = PROPN NNP 2 nsubj\nleft leave VERB VBD 0 root\n",
              "France", "France|state|FRA|GOV|FRA");
  actors_case("a = DET DT 3 det\nFrench = ADJ JJ 3 amod\n"
              "raid = NOUN NN 0 root\n",
              "French", "French|state|FRA|GOV|FRA");
  actors_case("Kenyans kenyan PROPN NNPS 2 nsubj\nvoted vote VERB VBD 0 root\n",
              "Kenyans", "Kenyans|people|KEN|CVL|KENCVL");
  // The same word before a noun is the adjective.
  actors_case(
      "a = DET DT 3 det\nKenyan = ADJ JJ 3 amod\nlaw = NOUN NN 0 root\n",
      "Kenyan", "Kenyan|state|KEN|GOV|KEN");
}

TEST(capitals_are_places_unless_they_act)
{
  actors_case("Paris = PROPN NNP 2 nsubj\nrefused refuse VERB VBD 0 root\n",
              "Paris", "Paris|state|FRA|GOV|FRA");
  actors_case("They they PRON PRP 2 nsubj\nmet meet VERB VBD 0 root\n"
              "in = ADP IN 4 case\nParis = PROPN NNP 2 obl\n",
              "Paris", "Paris|place|FRA|-|-");
  actors_case("talks talk NOUN NNS 0 root\nwith = ADP IN 3 case\n"
              "Paris = PROPN NNP 1 nmod\n",
              "Paris", "Paris|state|FRA|GOV|FRA");
}

TEST(a_setting_is_generic)
{
  actors a;
  actors_read(&a, NULL,
              "Kenya = PROPN NNP 2 nsubj\nacted act VERB VBD 0 root\n"
              "in = ADP IN 4 case\nFrance = PROPN NNP 2 obl\n");
  assert_true(actors_at(&a, "France")->generic);
  assert_false(actors_at(&a, "Kenya")->generic);
  actors_release(&a);
}

TEST(a_surname_is_no_state)
{
  actors a;
  actors_read(&a, NULL,
              "Mia = PROPN NNP 3 nsubj _ B-PER\n"
              "Jordan = PROPN NNP 1 flat _ I-PER\n"
              "spoke speak VERB VBD 0 root\n");
  actors_expect(&a, "Mia", "Mia Jordan|person|-|-|-");
  assert_false(actors_has(&a, "Jordan"));
  actors_release(&a);
}

TEST(a_word_of_a_longer_name_is_no_body)
{
  actors a;
  actors_read(&a, NULL,
              "Northern = ADJ NNP 2 amod\nNWS = PROPN NNP 3 compound\n"
              "Club = PROPN NNP 4 nsubj\nmet meet VERB VBD 0 root\n");
  actors_expect(&a, "Club", "Northern NWS Club|other|-|-|-");
  assert_false(actors_has(&a, "NWS"));
  actors_release(&a);
  // An adjective that is no part of a name.
  actors_case("northern = ADJ JJ 2 amod\nNWS = PROPN NNP 3 nsubj\n"
              "met meet VERB VBD 0 root\n",
              "NWS", "northern NWS|organization|FRA|MED|FRAMED");
}

TEST(an_adjective_may_begin_a_name)
{
  static const char *const tags[] = {"NNP", "JJ"};
  static const char *const names[] = {"Green Banner Front", "Banner Front"};
  for (size_t i = 0; i < 2; i++) {
    char source[160];
    actors a;
    snprintf(source, sizeof source,
             "Green green ADJ %s 2 amod\nBanner = PROPN NNP 3 compound\n"
             "Front = PROPN NNP 4 nsubj\nleft leave VERB VBD 0 root\n",
             tags[i]);
    actors_read(&a, NULL, source);
    bede_str name = actors_entity(&a, "Front")->name;
    assert_true(bede_str_is(name, names[i]));
    actors_release(&a);
  }
}

TEST(roles_hold_at_their_date)
{
  static const char lee[] = "Ann = PROPN NNP 3 nsubj\nLee = PROPN NNP 1 flat\n"
                            "spoke speak VERB VBD 0 root\n";
  static const struct {
    const char *date, *wanted;
  } cases[] = {{"2003-05-05", "Ann Lee|person|FRA|JUD|FRAJUD"},
               {"2010-01-01", "Ann Lee|person|FRA|GOV|FRAGOV"},
               {"2014-12-31", "Ann Lee|person|FRA|GOV|FRAGOV"},
               {"2015-01-01", "Ann Lee|person|FRA|ELI|FRAELI"},
               {"1999-01-01", "Ann Lee|person|FRA|-|FRA"},
               {NULL, "Ann Lee|person|FRA|GOV|FRAGOV"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    actors a;
    actors_read(&a, cases[i].date, lee);
    actors_expect(&a, "Ann", cases[i].wanted);
    actors_release(&a);
  }
}

// The dead are filed by what they were when they died, not as former.
TEST(the_dead_keep_their_last_office)
{
  static const char ray[] = "Kit = PROPN NNP 3 nsubj\nRay = PROPN NNP 1 flat\n"
                            "fell fall VERB VBD 0 root\n";
  static const struct {
    const char *date, *wanted;
  } cases[] = {{"2019-05-05", "Kit Ray|person|KEN|MIL|KENMIL"},
               {"2020-03-04", "Kit Ray|person|KEN|GOV|KENGOV"},
               {"2020-03-06", "Kit Ray|person|KEN|GOV|KENGOV"},
               {"2024-01-01", "Kit Ray|person|KEN|GOV|KENGOV"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    actors a;
    actors_read(&a, cases[i].date, ray);
    actors_expect(&a, "Kit", cases[i].wanted);
    actors_release(&a);
  }
}

TEST(former_holders_of_an_office_say_so)
{
  actors a;
  actors_read(&a, "2016-01-01",
              "Ann = PROPN NNP 3 nsubj\nLee = PROPN NNP 1 flat\n"
              "spoke speak VERB VBD 0 root\n");
  assert_str(actors_entity(&a, "Ann")->office, "former president");
  actors_release(&a);
}

// CAMEO kept two older codes of ISO 3166.
TEST(codes_follow_the_table_of_countries)
{
  actors_case("Romanian = ADJ JJ 2 amod\npolice = NOUN NNS 3 nsubj\n"
              "left leave VERB VBD 0 root\n",
              "police", "Romanian police|organization|ROU|COP|ROMCOP");
}

TEST(agents_take_the_country_beside_them)
{
  actors_case("French = ADJ JJ 2 amod\npolice = NOUN NNS 3 nsubj\n"
              "left leave VERB VBD 0 root\n",
              "police", "French police|organization|FRA|COP|FRACOP");
  actors_case("France = PROPN NNP 3 nmod:poss\n's = PART POS 1 case\n"
              "police = NOUN NNS 4 nsubj\nleft leave VERB VBD 0 root\n",
              "police", "France 's police|organization|FRA|COP|FRACOP");
  actors_case("the = DET DT 2 det\npresident = NOUN NN 5 nsubj\n"
              "of = ADP IN 4 case\nKenya = PROPN NNP 2 nmod\n"
              "left leave VERB VBD 0 root\n",
              "president", "president of Kenya|person|KEN|GOV|KENGOV");
  actors_case("police = NOUN NNS 4 nsubj\nin = ADP IN 3 case\n"
              "Nairobi = PROPN NNP 1 nmod\nleft leave VERB VBD 0 root\n",
              "police", "police in Nairobi|organization|KEN|COP|KENCOP");
  // A rare adjective at the start may look like an article to the parser.
  actors_case("Kenyan = ADJ JJ 2 det\npolice = NOUN NNS 3 nsubj\n"
              "left leave VERB VBD 0 root\n",
              "police", "Kenyan police|organization|KEN|COP|KENCOP");
}

TEST(half_of_a_coordination_is_no_name)
{
  actors_case("Kenyan = ADJ JJ 4 amod\nand = CCONJ CC 3 cc\n"
              "French = ADJ JJ 1 conj\nrebels rebel NOUN NNS 5 nsubj\n"
              "left leave VERB VBD 0 root\n",
              "rebels", "Kenyan and French rebels|group|KEN|REB|KENREB");
  actors_case("the = DET DT 3 det\nFrench = ADJ JJ 3 amod\n"
              "rebels rebel NOUN NNS 4 nsubj\nleft leave VERB VBD 0 root\n",
              "rebels", "French rebels|group|FRA|REB|FRAREB");
}

TEST(agents_take_the_sector_of_their_body)
{
  actors_case("UN = PROPN NNP 2 compound\nofficials official NOUN NNS 3 nsubj\n"
              "left leave VERB VBD 0 root\n",
              "officials", "UN officials|person|IGO|-|IGOUNO");
  actors_case("members member NOUN NNS 5 nsubj\nof = ADP IN 4 case\n"
              "Red = PROPN NNP 4 amod\nFront = PROPN NNP 1 nmod\n"
              "left leave VERB VBD 0 root\n",
              "members", "members of Red Front|person|KEN|REB|KENREBRED");
  actors_case("a = DET DT 3 det\npolice = NOUN NN 3 compound\n"
              "spokesman = NOUN NN 4 nsubj\nspoke speak VERB VBD 0 root\n",
              "spokesman", "police spokesman|person|-|COP|COP");
  // An agent with a sector of its own keeps it.
  actors_case("UN = PROPN NNP 2 compound\npolice = NOUN NNS 3 nsubj\n"
              "left leave VERB VBD 0 root\n",
              "police", "UN police|organization|IGO|COP|IGOCOP");
}

TEST(a_name_right_before_an_agent_owns_it)
{
  // The parser tore the phrase apart.
  actors a;
  actors_read(&a, NULL,
              "They they PRON PRP 2 nsubj\nexpelled expel VERB VBD 0 root\n"
              "Kenya = PROPN NNP 2 iobj\npolice = NOUN NNS 2 obj\n");
  actors_expect(&a, "police", "police|organization|KEN|COP|KENCOP");
  assert_int_equal(actors_at(&a, "police")->of, actors_at(&a, "Kenya")->entity);
  assert_false(actors_at(&a, "police")->inferred);
  actors_release(&a);
  // With a word between, the country is that of the focus.
  actors_read(&a, NULL,
              "They they PRON PRP 2 nsubj\ntold tell VERB VBD 0 root\n"
              "Kenya = PROPN NNP 2 iobj\nthat = SCONJ IN 6 mark\n"
              "police = NOUN NNS 6 nsubj\nleft leave VERB VBD 2 ccomp\n");
  assert_int_equal(actors_at(&a, "police")->of, BEDE_NONE);
  assert_true(actors_at(&a, "police")->inferred);
  actors_release(&a);
}

TEST(plurals_that_the_lemmatiser_left)
{
  actors_case("French = ADJ JJ 2 amod\nTroops = PROPN NNPS 3 nsubj\n"
              "left leave VERB VBD 0 root\n",
              "Troops", "French Troops|group|FRA|MIL|FRAMIL");
  actors a;
  actors_read(&a, NULL,
              "Troop = PROPN NNP 2 nsubj\nfell fall VERB VBD 0 root\n"
              "--\nBoss = NOUN NN 2 nsubj\nfell fall VERB VBD 0 root\n");
  assert_false(actors_has(&a, "Boss"));
  actors_release(&a);
}

TEST(names_begin_after_days_and_articles)
{
  actors a;
  actors_read(
      &a, NULL,
      "This = DET DT 4 det _ B-ORG\nFriday = PROPN NNP 4 compound _ I-ORG\n"
      "Lake = PROPN NNP 4 compound _ I-ORG\n"
      "Council = PROPN NNP 5 nsubj _ I-ORG\nmet meet VERB VBD 0 root\n");
  actors_expect(&a, "Council", "Lake Council|organization|-|-|-");
  actors_release(&a);
}

TEST(those_of_a_state_are_its_government)
{
  actors_case("Kenyan = ADJ JJ 2 amod\nleaders leader NOUN NNS 3 nsubj\n"
              "met meet VERB VBD 0 root\n",
              "leaders", "Kenyan leaders|person|KEN|GOV|KENGOV");
  // ... those of a movement are not.
  actors_case("Blue = PROPN NNP 2 amod\nFront = PROPN NNP 3 compound\n"
              "leaders leader NOUN NNS 4 nsubj\nmet meet VERB VBD 0 root\n",
              "leaders", "Blue Front leaders|person|-|REB|REB");
}

TEST(coalitions_are_of_several_states)
{
  actors_case("the = DET DT 2 det\ncoalition = NOUN NN 5 nsubj\n"
              "in = ADP IN 4 case\nKenya = PROPN NNP 2 nmod\n"
              "left leave VERB VBD 0 root\n",
              "coalition", "coalition in Kenya|organization|IGO|MIL|IGOMIL");
  actors_case("coalition = NOUN NN 2 compound\ntroops troop NOUN NNS 3 nsubj\n"
              "left leave VERB VBD 0 root\n",
              "troops", "coalition troops|group|IGO|MIL|IGOMIL");
}

TEST(patterns_may_end_after_their_head)
{
  actors_case("the = DET DT 2 det\nsecretary = NOUN NN 5 nsubj\n"
              "of = ADP IN 4 case\nstate = NOUN NN 2 nmod\n"
              "left leave VERB VBD 0 root\n",
              "secretary", "secretary of state|person|-|GOV|GOV");
}

TEST(former_officials_are_of_the_elite)
{
  actors_case("a = DET DT 4 det\nformer = ADJ JJ 4 amod\n"
              "French = ADJ JJ 4 amod\nminister = NOUN NN 5 nsubj\n"
              "left leave VERB VBD 0 root\n",
              "minister", "former French minister|person|FRA|ELI|FRAELI");
}

TEST(titles_belong_to_the_name)
{
  actors a;
  actors_read(&a, NULL,
              "Kenyan = ADJ JJ 2 amod\n"
              "Minister minister PROPN NNP 3 nmod:desc\n"
              "Bo = PROPN NNP 5 nsubj _ B-PER\nDay = PROPN NNP 3 flat _ I-PER\n"
              "spoke speak VERB VBD 0 root\n");
  actors_expect(&a, "Bo", "Kenyan Minister Bo Day|person|KEN|GOV|KENGOV");
  assert_str(actors_entity(&a, "Bo")->office, "Minister");
  assert_str(actors_entity(&a, "Bo")->name, "Bo Day");
  assert_false(actors_has(&a, "Minister"));
  actors_release(&a);
}

TEST(a_title_may_be_tagged_as_an_adjective)
{
  actors_case("French = ADJ JJ 3 amod\nminister = ADJ JJ 3 amod\n"
              "Bo = PROPN NNP 5 nsubj _ B-PER\nDay = PROPN NNP 3 flat _ I-PER\n"
              "spoke speak VERB VBD 0 root\n",
              "Bo", "French minister Bo Day|person|FRA|GOV|FRAGOV");
}

TEST(a_flat_phrase_is_its_person)
{
  actors a;
  actors_read(&a, NULL,
              "Kenya = PROPN NNP 4 nsubj _ B-LOC\n"
              "Minister minister PROPN NNP 1 flat\n"
              "Day = PROPN NNP 1 flat _ B-PER\nspoke speak VERB VBD 0 root\n");
  assert_int_equal(actors_entity(&a, "Kenya")->kind, BEDE_KIND_PERSON);
  assert_str(actors_entity(&a, "Kenya")->country, "KEN");
  actors_release(&a);
}

TEST(quantities_cover_their_noun)
{
  actors a;
  actors_read(&a, NULL,
              "A = DET DT 2 det\nnumber = NOUN NN 6 nsubj\n"
              "of = ADP IN 5 case\nFrench = ADJ JJ 5 amod\n"
              "protesters protester NOUN NNS 2 nmod\n"
              "left leave VERB VBD 0 root\n");
  actors_expect(&a, "number",
                "number of French protesters|people|FRA|CVL|FRACVL");
  assert_true(actors_same(&a, "number", 0, "protesters", 0));
  assert_true(actors_at(&a, "number")->plural);
  actors_release(&a);
}

TEST(a_plural_name_is_one_party)
{
  actors_case("forces force NOUN NNS 5 nsubj\nof = ADP IN 4 case\n"
              "the = DET DT 4 det\nBlues Blue PROPN NNPS 1 nmod\n"
              "left leave VERB VBD 0 root\n",
              "forces", "forces of the Blues|group|FRA|-|FRA");
  actors_case("group = NOUN NN 4 nsubj\nof = ADP IN 3 case\n"
              "Kenyans Kenyan PROPN NNPS 1 nmod\n"
              "left leave VERB VBD 0 root\n",
              "group", "group of Kenyans|people|KEN|CVL|KENCVL");
}

TEST(counted_people_act)
{
  actors_case("Thousands thousand NOUN NNS 2 nsubj\n"
              "marched march VERB VBD 0 root\n",
              "Thousands", "Thousands|people|-|CVL|CVL");
  // A number beside a noun is no mention.
  actors a;
  actors_read(&a, NULL,
              "Nine nine NUM CD 2 nummod\nbridges bridge NOUN NNS 3 nsubj\n"
              "fell fall VERB VBD 0 root\n");
  assert_int_equal(a.t.doc.mentions.count, 0);
  actors_release(&a);
}

TEST(a_named_party_is_a_name)
{
  actors a;
  actors_read(&a, NULL,
              "the = DET DT 3 det\nGreen = PROPN NNP 3 amod\n"
              "Party party PROPN NNP 4 nsubj\nwon win VERB VBD 0 root\n");
  assert_int_equal(actors_at(&a, "Party")->type, BEDE_MENTION_NAME);
  assert_str(actors_entity(&a, "Party")->name, "Green Party");
  actors_release(&a);
  actors_read(&a, NULL,
              "the = DET DT 2 det\nparty = NOUN NN 3 nsubj\n"
              "won win VERB VBD 0 root\n");
  assert_int_equal(actors_at(&a, "party")->type, BEDE_MENTION_NOMINAL);
  assert_true(actors_at(&a, "party")->generic);
  actors_release(&a);
}

TEST(who_is_anonymous)
{
  static const char source[] =
      "a = DET DT 3 det\nFrench = ADJ JJ 3 amod\nofficial = NOUN NN 15 nsubj\n"
      ", = PUNCT , 5 punct\npolice = NOUN NNS 3 conj\n"
      ", = PUNCT , 8 punct\nthe = DET DT 8 det\npresident = NOUN NN 3 conj\n"
      ", = PUNCT , 13 punct\na = DET DT 11 det\nspokesman = NOUN NN 3 conj\n"
      "for = ADP IN 13 case\npolice = NOUN NNS 11 nmod\n"
      "yesterday = NOUN NN 15 obl:unmarked\nspoke speak VERB VBD 0 root\n";
  actors a;
  actors_read(&a, NULL, source);
  assert_true(actors_at(&a, "official")->anonymous);
  assert_false(actors_at(&a, "police")->anonymous);
  assert_false(actors_at(&a, "president")->anonymous);
  assert_false(actors_at(&a, "spokesman")->anonymous);
  assert_true(actors_at(&a, "spokesman")->speaks_for);
  actors_release(&a);
  actors_read(&a, NULL,
              "a = DET DT 2 det\nspokesman = NOUN NN 3 nsubj\n"
              "spoke speak VERB VBD 0 root\n");
  assert_true(actors_at(&a, "spokesman")->anonymous);
  actors_release(&a);
}

TEST(the_focus_gives_police_a_country)
{
  static const char source[] =
      "Kenya = PROPN NNP 2 nsubj\nvotes vote VERB VBZ 0 root\n--\n"
      "Police police NOUN NNS 2 nsubj\nleft leave VERB VBD 0 root\n--\n"
      "foreign = ADJ JJ 2 amod\npolice = NOUN NNS 3 nsubj\n"
      "came come VERB VBD 0 root\n--\n"
      "Rebels rebel NOUN NNS 2 nsubj\nfled flee VERB VBD 0 root\n";
  actors a;
  actors_read(&a, NULL, source);
  actors_expect(&a, "Police", "Police|organization|KEN|COP|KENCOP");
  assert_true(actors_at(&a, "Police")->inferred);
  assert_int_equal(actors_at(&a, "Police")->basis, BEDE_BASIS_FOCUS);
  actors_expect(&a, "Rebels", "Rebels|group|-|REB|REB");
  assert_false(actors_at(&a, "Rebels")->inferred);
  assert_int_equal(a.t.doc.focus, actors_at(&a, "Kenya")->entity);
  actors_release(&a);
}

TEST(an_unparsed_document_has_no_mentions)
{
  actors a;
  actors_read(&a, NULL, "so = ADV RB 0 root\n");
  assert_int_equal(a.t.doc.mentions.count, 0);
  assert_int_equal(a.t.doc.entities.count, 0);
  assert_int_equal(a.t.doc.focus, BEDE_NONE);
  actors_release(&a);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(names_by_their_use),
      cmocka_unit_test(capitals_are_places_unless_they_act),
      cmocka_unit_test(a_setting_is_generic),
      cmocka_unit_test(a_surname_is_no_state),
      cmocka_unit_test(a_word_of_a_longer_name_is_no_body),
      cmocka_unit_test(an_adjective_may_begin_a_name),
      cmocka_unit_test(roles_hold_at_their_date),
      cmocka_unit_test(the_dead_keep_their_last_office),
      cmocka_unit_test(former_holders_of_an_office_say_so),
      cmocka_unit_test(codes_follow_the_table_of_countries),
      cmocka_unit_test(agents_take_the_country_beside_them),
      cmocka_unit_test(half_of_a_coordination_is_no_name),
      cmocka_unit_test(agents_take_the_sector_of_their_body),
      cmocka_unit_test(a_name_right_before_an_agent_owns_it),
      cmocka_unit_test(plurals_that_the_lemmatiser_left),
      cmocka_unit_test(names_begin_after_days_and_articles),
      cmocka_unit_test(those_of_a_state_are_its_government),
      cmocka_unit_test(coalitions_are_of_several_states),
      cmocka_unit_test(patterns_may_end_after_their_head),
      cmocka_unit_test(former_officials_are_of_the_elite),
      cmocka_unit_test(titles_belong_to_the_name),
      cmocka_unit_test(a_title_may_be_tagged_as_an_adjective),
      cmocka_unit_test(a_flat_phrase_is_its_person),
      cmocka_unit_test(quantities_cover_their_noun),
      cmocka_unit_test(a_plural_name_is_one_party),
      cmocka_unit_test(counted_people_act),
      cmocka_unit_test(a_named_party_is_a_name),
      cmocka_unit_test(who_is_anonymous),
      cmocka_unit_test(the_focus_gives_police_a_country),
      cmocka_unit_test(an_unparsed_document_has_no_mentions),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
