// Which mentions are one entity: aliases, acronyms, surnames, offices,
// appositions, definite nominals, pronouns; and which are not.
#include "actor.h"

TEST(aliases_unite_by_key)
{
  actors a;
  actors_read(&a, NULL,
              "Red = PROPN NNP 2 amod\nFront = PROPN NNP 3 nsubj\n"
              "left leave VERB VBD 0 root\n--\n"
              "RF = PROPN NNP 2 nsubj\nreturned return VERB VBD 0 root\n--\n"
              "BF = PROPN NNP 2 nsubj\nstayed stay VERB VBD 0 root\n");
  assert_true(actors_same(&a, "Front", 0, "RF", 0));
  assert_false(actors_same(&a, "RF", 0, "BF", 0));
  assert_str(actors_entity(&a, "RF")->name, "Red Front");
  assert_str(actors_entity(&a, "RF")->key, "org.red_front");
  actors_release(&a);
}

TEST(an_acronym_in_brackets_names_what_stands_before)
{
  // Both unknown.
  actors a;
  actors_read(&a, NULL,
              "Lake = PROPN NNP 2 compound _ B-ORG\n"
              "Council = PROPN NNP 6 nsubj _ I-ORG\n"
              "( = PUNCT -LRB- 4 punct\nLC = PROPN NNP 2 appos _ B-ORG\n"
              ") = PUNCT -RRB- 4 punct\nmet meet VERB VBD 0 root\n--\n"
              "LC = PROPN NNP 2 nsubj _ B-ORG\nvoted vote VERB VBD 0 root\n");
  assert_true(actors_same(&a, "Council", 0, "LC", 0));
  assert_true(actors_same(&a, "Council", 0, "LC", 1));
  actors_release(&a);
  // The acronym is known, the long name is a new spelling.
  actors_read(&a, NULL,
              "Rouge = PROPN NNP 2 compound _ B-ORG\n"
              "Front = PROPN NNP 6 nsubj _ I-ORG\n"
              "( = PUNCT -LRB- 4 punct\nRF = PROPN NNP 2 appos _ B-ORG\n"
              ") = PUNCT -RRB- 4 punct\nmet meet VERB VBD 0 root\n");
  assert_str(actors_entity(&a, "Front")->key, "org.red_front");
  actors_release(&a);
  // Letters that are not the name's do not abbreviate it.
  actors_read(&a, NULL,
              "Lake = PROPN NNP 2 compound _ B-ORG\n"
              "Council = PROPN NNP 6 nsubj _ I-ORG\n"
              "( = PUNCT -LRB- 4 punct\nBF = PROPN NNP 2 appos _ B-ORG\n"
              ") = PUNCT -RRB- 4 punct\nmet meet VERB VBD 0 root\n");
  assert_false(actors_same(&a, "Council", 0, "BF", 0));
  actors_release(&a);
}

TEST(the_last_word_of_a_body_names_it_again)
{
  actors a;
  actors_read(&a, NULL,
              "Lake = PROPN NNP 2 compound _ B-ORG\n"
              "Brigade = PROPN NNP 3 nsubj _ I-ORG\n"
              "met meet VERB VBD 0 root\n--\n"
              "The = DET DT 2 det\nBrigade = PROPN NNP 3 nsubj\n"
              "voted vote VERB VBD 0 root\n--\n"
              "Brigade = PROPN NNP 2 nsubj\nlost lose VERB VBD 0 root\n");
  assert_true(actors_same(&a, "Brigade", 0, "Brigade", 1));
  // without an article it is somebody else's name
  assert_false(actors_same(&a, "Brigade", 0, "Brigade", 2));
  actors_release(&a);
  // two bodies share the word: it names neither
  actors_read(&a, NULL,
              "Lake = PROPN NNP 2 compound _ B-ORG\n"
              "Brigade = PROPN NNP 3 nsubj _ I-ORG\n"
              "met meet VERB VBD 0 root\n--\n"
              "Hill = PROPN NNP 2 compound _ B-ORG\n"
              "Brigade = PROPN NNP 3 nsubj _ I-ORG\n"
              "met meet VERB VBD 0 root\n--\n"
              "The = DET DT 2 det\nBrigade = PROPN NNP 3 nsubj\n"
              "voted vote VERB VBD 0 root\n");
  assert_false(actors_same(&a, "Brigade", 0, "Brigade", 2));
  assert_false(actors_same(&a, "Brigade", 1, "Brigade", 2));
  actors_release(&a);
}

TEST(two_keys_are_never_one)
{
  actors a;
  actors_read(&a, NULL,
              "Red = PROPN NNP 2 amod\nFront = PROPN NNP 6 nsubj\n"
              "( = PUNCT -LRB- 4 punct\nBF = PROPN NNP 2 appos\n"
              ") = PUNCT -RRB- 4 punct\nmet meet VERB VBD 0 root\n");
  assert_false(actors_same(&a, "Front", 0, "BF", 0));
  actors_release(&a);
}

TEST(surnames_and_given_names_follow_the_full_name)
{
  actors a;
  actors_read(&a, NULL,
              "Day = PROPN NNP 2 nsubj _ B-PER\nspoke speak VERB VBD 0 root\n"
              "--\n"
              "Bo = PROPN NNP 3 nsubj _ B-PER\nDay = PROPN NNP 1 flat _ I-PER\n"
              "left leave VERB VBD 0 root\n--\n"
              "Day = PROPN NNP 2 nsubj _ B-PER\nsat sit VERB VBD 0 root\n--\n"
              "Fay = PROPN NNP 2 nsubj _ B-PER\nran run VERB VBD 0 root\n");
  assert_true(actors_same(&a, "Bo", 0, "Day", 2));
  assert_true(actors_same(&a, "Bo", 0, "Day", 0)); // also before it
  assert_false(actors_same(&a, "Bo", 0, "Fay", 0));
  actors_release(&a);
}

TEST(an_apposition_tells_the_office)
{
  actors a;
  actors_read(&a, NULL,
              "Bo = PROPN NNP 9 nsubj _ B-PER\nDay = PROPN NNP 1 flat _ I-PER\n"
              ", = PUNCT , 5 punct\nthe = DET DT 5 det\n"
              "president = NOUN NN 1 appos\nof = ADP IN 7 case\n"
              "Kenya = PROPN NNP 5 nmod\n, = PUNCT , 5 punct\n"
              "left leave VERB VBD 0 root\n");
  assert_true(actors_same(&a, "Bo", 0, "president", 0));
  actors_expect(&a, "Bo", "Bo Day|person|KEN|GOV|KENGOV");
  assert_str(actors_entity(&a, "Bo")->office, "president");
  assert_int_equal(actors_at(&a, "president")->basis, BEDE_BASIS_APPOSITION);
  actors_release(&a);
  // Two people are not one.
  actors_read(&a, NULL,
              "two = NUM CD 2 nummod\nministers minister NOUN NNS 6 nsubj\n"
              ", = PUNCT , 4 punct\nBo = PROPN NNP 2 appos _ B-PER\n"
              "Day = PROPN NNP 4 flat _ I-PER\nleft leave VERB VBD 0 root\n");
  assert_false(actors_same(&a, "ministers", 0, "Bo", 0));
  actors_release(&a);
  // A body is no town, whatever the parser made of it.
  actors_read(&a, NULL,
              "Aden = PROPN NNP 5 obl _ B-LOC\n, = PUNCT , 4 punct\n"
              "the = DET DT 4 det\npolice = NOUN NNS 1 appos\n"
              "said say VERB VBD 0 root\n");
  assert_false(actors_same(&a, "Aden", 0, "police", 0));
  actors_release(&a);
}

TEST(an_office_points_back_to_its_holder)
{
  actors a;
  actors_read(&a, NULL,
              "Minister minister PROPN NNP 2 nmod:desc\n"
              "Bo = PROPN NNP 4 nsubj _ B-PER\nDay = PROPN NNP 2 flat _ I-PER\n"
              "spoke speak VERB VBD 0 root\n--\n"
              "The = DET DT 2 det\nminister = NOUN NN 3 nsubj\n"
              "left leave VERB VBD 0 root\n--\n"
              "A = DET DT 2 det\nminister = NOUN NN 3 nsubj\n"
              "stayed stay VERB VBD 0 root\n");
  assert_true(actors_same(&a, "Bo", 0, "minister", 0));
  assert_false(actors_same(&a, "Bo", 0, "minister", 1)); // "a minister"
  assert_false(actors_at(&a, "minister")->anonymous);
  actors_release(&a);
}

TEST(an_office_of_another_country_is_another)
{
  actors a;
  actors_read(
      &a, NULL,
      "French = ADJ JJ 2 amod\nMinister minister PROPN NNP 3 nmod:desc\n"
      "Bo = PROPN NNP 5 nsubj _ B-PER\nDay = PROPN NNP 3 flat _ I-PER\n"
      "spoke speak VERB VBD 0 root\n--\n"
      "The = DET DT 3 det\nKenyan = ADJ JJ 3 amod\n"
      "minister = NOUN NN 4 nsubj\nleft leave VERB VBD 0 root\n");
  assert_false(actors_same(&a, "Bo", 0, "minister", 0));
  actors_expect(&a, "minister", "Kenyan minister|person|KEN|GOV|KENGOV");
  actors_release(&a);
}

TEST(the_official_is_the_last_one)
{
  actors a;
  actors_read(&a, NULL,
              "A = DET DT 3 det\nFrench = ADJ JJ 3 amod\n"
              "official = NOUN NN 4 nsubj\nspoke speak VERB VBD 0 root\n--\n"
              "The = DET DT 2 det\nofficial = NOUN NN 3 nsubj\n"
              "left leave VERB VBD 0 root\n--\n"
              "Officials official NOUN NNS 2 nsubj\n"
              "met meet VERB VBD 0 root\n--\n"
              "Officials official NOUN NNS 2 nsubj\n"
              "sat sit VERB VBD 0 root\n--\n"
              "The = DET DT 2 det\nofficials official NOUN NNS 3 nsubj\n"
              "rose rise VERB VBD 0 root\n");
  assert_true(actors_same(&a, "official", 0, "official", 1));
  assert_true(actors_at(&a, "official")->anonymous);
  assert_false(actors_same(&a, "official", 1, "Officials", 0));
  assert_false(actors_same(&a, "Officials", 0, "Officials", 1));
  assert_true(actors_same(&a, "Officials", 1, "officials", 0));
  actors_release(&a);
}

TEST(the_group_is_the_last_named)
{
  actors a;
  actors_read(&a, NULL,
              "Red = PROPN NNP 2 amod\nFront = PROPN NNP 3 nsubj\n"
              "fought fight VERB VBD 0 root\nFrance = PROPN NNP 3 obj\n--\n"
              "The = DET DT 2 det\ngroup = NOUN NN 3 nsubj\n"
              "left leave VERB VBD 0 root\n--\n"
              "A = DET DT 2 det\ngroup = NOUN NN 3 nsubj\n"
              "came come VERB VBD 0 root\n");
  assert_true(actors_same(&a, "Front", 0, "group", 0));
  assert_int_equal(actors_at(&a, "group")->basis, BEDE_BASIS_COREFERENCE);
  assert_false(actors_at(&a, "group")->generic);
  assert_false(actors_same(&a, "Front", 0, "group", 1));
  actors_release(&a);
}

TEST(the_rebels_are_those_of_the_only_movement)
{
  static const char tail[] = "The = DET DT 2 det\n"
                             "rebels rebel NOUN NNS 3 nsubj\n"
                             "left leave VERB VBD 0 root\n--\n"
                             "Rebels rebel NOUN NNS 2 nsubj\n"
                             "came come VERB VBD 0 root\n";
  static const char one[] = "RF = PROPN NNP 2 nsubj\n"
                            "fought fight VERB VBD 0 root\n";
  for (unsigned both = 0; both < 2; both++) {
    char source[512];
    (void)snprintf(source, sizeof source, "%s%s--\n%s", one,
                   both ? "BF = PROPN NNP 2 obj\n" : "", tail);
    actors a;
    actors_read(&a, NULL, source);
    assert_int_equal(actors_same(&a, "RF", 0, "rebels", 0), !both);
    assert_false(actors_same(&a, "RF", 0, "Rebels", 0));
    actors_release(&a);
  }
}

TEST(the_press_is_no_group)
{
  actors a;
  actors_read(&a, NULL,
              "Red = PROPN NNP 2 amod\nFront = PROPN NNP 3 nsubj\n"
              "told tell VERB VBD 0 root\nNWS = PROPN NNP 3 obj\n--\n"
              "The = DET DT 2 det\ngroup = NOUN NN 3 nsubj\n"
              "left leave VERB VBD 0 root\n");
  assert_str(actors_entity(&a, "NWS")->key, "med.news_wire");
  assert_true(actors_same(&a, "Front", 0, "group", 0));
  actors_release(&a);
}

TEST(a_title_before_a_name_is_its_title_in_any_tree)
{
  actors a;
  actors_read(
      &a, NULL,
      "They they PRON PRP 2 nsubj\nleft leave VERB VBD 0 root\n"
      "President president PROPN NNP 2 obj\n"
      "Bo = PROPN NNP 2 xcomp _ B-PER\nDay = PROPN NNP 4 flat _ I-PER\n");
  assert_true(actors_same(&a, "President", 0, "Bo", 0));
  assert_str(actors_entity(&a, "Bo")->office, "President");
  actors_release(&a);
  // Another word between: two people.
  actors_read(&a, NULL,
              "The = DET DT 2 det\npresident = NOUN NN 3 nsubj\n"
              "told tell VERB VBD 0 root\nBo = PROPN NNP 3 obj _ B-PER\n"
              "Day = PROPN NNP 4 flat _ I-PER\n");
  assert_false(actors_same(&a, "president", 0, "Bo", 0));
  actors_release(&a);
}

TEST(bodies_of_two_countries_are_two)
{
  actors a;
  actors_read(&a, NULL,
              "French = ADJ JJ 2 amod\npolice = NOUN NNS 3 nsubj\n"
              "left leave VERB VBD 0 root\n--\n"
              "Kenyan = ADJ JJ 2 amod\npolice = NOUN NNS 3 nsubj\n"
              "came come VERB VBD 0 root\n--\n"
              "French = ADJ JJ 2 amod\npolice = NOUN NNS 3 nsubj\n"
              "sat sit VERB VBD 0 root\n--\n"
              "Police police NOUN NNS 2 nsubj\nran run VERB VBD 0 root\n");
  assert_false(actors_same(&a, "police", 0, "police", 1));
  assert_true(actors_same(&a, "police", 0, "police", 2));
  assert_true(actors_same(&a, "police", 2, "Police", 0));
  actors_release(&a);
}

TEST(pronouns_fit_in_kind)
{
  actors a;
  actors_read(&a, NULL,
              "Bo = PROPN NNP 3 nsubj _ B-PER\nDay = PROPN NNP 1 flat _ I-PER\n"
              "left leave VERB VBD 0 root\nKenya = PROPN NNP 3 obj\n--\n"
              "He he PRON PRP 2 nsubj\nsaid say VERB VBD 0 root\n"
              "it = PRON PRP 4 nsubj\nlied lie VERB VBD 2 ccomp\n");
  assert_true(actors_same(&a, "He", 0, "Bo", 0));
  assert_true(actors_same(&a, "it", 0, "Kenya", 0));
  assert_int_equal(actors_at(&a, "He")->basis, BEDE_BASIS_COREFERENCE);
  assert_int_equal(actors_at(&a, "He")->type, BEDE_MENTION_PRONOUN);
  actors_release(&a);
}

TEST(pronouns_prefer_subjects)
{
  actors a;
  actors_read(&a, NULL,
              "Rebels rebel NOUN NNS 2 nsubj\nfought fight VERB VBD 0 root\n"
              "protesters protester NOUN NNS 2 obj\n--\n"
              "They they PRON PRP 2 nsubj\nfled flee VERB VBD 0 root\n");
  assert_true(actors_same(&a, "They", 0, "Rebels", 0));
  actors_release(&a);
}

TEST(an_object_is_not_the_subject)
{
  actors a;
  actors_read(&a, NULL,
              "Bo = PROPN NNP 2 nsubj _ B-PER\nleft leave VERB VBD 0 root\n--\n"
              "Day = PROPN NNP 2 nsubj _ B-PER\nsaw see VERB VBD 0 root\n"
              "him he PRON PRP 2 obj\n--\n"
              "Fay = PROPN NNP 2 nsubj _ B-PER\nhurt hurt VERB VBD 0 root\n"
              "herself = PRON PRP 2 obj\n");
  assert_true(actors_same(&a, "him", 0, "Bo", 0));
  assert_true(actors_same(&a, "herself", 0, "Fay", 0));
  actors_release(&a);
}

TEST(possessive_pronouns_give_their_country)
{
  actors a;
  actors_read(&a, NULL,
              "Kenya = PROPN NNP 2 nsubj\nsent send VERB VBD 0 root\n"
              "its = PRON PRP$ 4 nmod:poss\npolice = NOUN NNS 2 obj\n");
  assert_true(actors_same(&a, "its", 0, "Kenya", 0));
  actors_expect(&a, "police", "its police|organization|KEN|COP|KENCOP");
  assert_false(actors_at(&a, "police")->inferred);
  actors_release(&a);
}

TEST(speakers_stay_alone)
{
  actors a;
  actors_read(&a, NULL,
              "Bo = PROPN NNP 2 nsubj _ B-PER\nsaid say VERB VBD 0 root\n"
              "I = PRON PRP 4 nsubj\nleft leave VERB VBD 2 ccomp\n");
  assert_false(actors_same(&a, "I", 0, "Bo", 0));
  assert_int_equal(actors_entity(&a, "I")->name.len, 0);
  actors_release(&a);
  // "it rains" is nobody.
  actors_read(&a, NULL, "It it PRON PRP 2 expl\nseems seem VERB VBZ 0 root\n");
  assert_false(actors_has(&a, "It"));
  actors_release(&a);
}

// An attribution of words [first, last] to the source at word `source`.
static void quote(actors *a, uint32_t source, uint32_t first, uint32_t last)
{
  bede_doc *doc = &a->t.doc;
  bede_attribution *narrator =
      BEDE_LIST_PUSH(&doc->attributions, doc->arena, 4);
  bede_attribution *said = BEDE_LIST_PUSH(&doc->attributions, doc->arena, 4);
  assert_true(narrator && said);
  bede_span *content = BEDE_LIST_PUSH(&said->content, doc->arena, 4);
  assert_non_null(content);
  content->begin = doc->words.items[first].span.begin;
  content->end = doc->words.items[last].span.end;
  said->source_head = source;
  said->quoted = BEDE_QUOTED_DIRECT;
}

TEST(quoted_speakers_speak_of_themselves)
{
  static const char source[] =
      "We we PRON PRP 2 nsubj\nwon win VERB VBD 8 ccomp\n"
      ", = PUNCT , 2 punct\na = DET DT 7 det\nRed = PROPN NNP 6 amod\n"
      "Front = PROPN NNP 7 compound\nspokesman = NOUN NN 8 nsubj\n"
      "told tell VERB VBD 0 root\nme I PRON PRP 8 obj\n--\n"
      "I = PRON PRP 2 nsubj\nlost lose VERB VBD 3 ccomp\n"
      "said say VERB VBD 0 root\nBo = PROPN NNP 3 nsubj _ B-PER\n";
  actors a;
  actors_find(&a, NULL, source);
  quote(&a, 6, 0, 1);
  quote(&a, 12, 9, 10);
  actors_resolve(&a);
  assert_true(actors_same(&a, "We", 0, "Front", 0)); // whom he speaks for
  assert_true(actors_same(&a, "I", 0, "Bo", 0));
  // Outside the quotation "me" is the narrator.
  assert_false(actors_same(&a, "me", 0, "spokesman", 0));
  actors_release(&a);
}

TEST(pronouns_reach_a_few_sentences)
{
  // In the paragraph three sentences back, across paragraphs one.
  for (unsigned gap = 1; gap <= 4; gap++) {
    for (unsigned cut = 0; cut < 2; cut++) {
      char source[512] = "Bo = PROPN NNP 2 nsubj _ B-PER\n"
                         "left leave VERB VBD 0 root\n";
      size_t n = strlen(source);
      for (unsigned i = 1; i < gap; i++)
        n += (size_t)snprintf(source + n, sizeof source - n,
                              "--\nsnow = NOUN NN 2 nsubj\n"
                              "fell fall VERB VBD 0 root\n");
      (void)snprintf(source + n, sizeof source - n,
                     "%s\nHe he PRON PRP 2 nsubj\nsat sit VERB VBD 0 root\n",
                     cut ? "==" : "--");
      actors a;
      actors_read(&a, NULL, source);
      assert_int_equal(actors_same(&a, "He", 0, "Bo", 0),
                       gap == 1 || (!cut && gap <= 3));
      actors_release(&a);
    }
  }
}

TEST(owners_in_a_ring_are_cut)
{
  actors a;
  actors_read(&a, NULL,
              "the = DET DT 2 det\nparty = NOUN NN 4 nmod:poss\n"
              "'s = PART POS 2 case\nleader = NOUN NN 5 nsubj\n"
              "left leave VERB VBD 0 root\n--\n"
              "the = DET DT 2 det\nleader = NOUN NN 4 nmod:poss\n"
              "'s = PART POS 2 case\nparty = NOUN NN 5 nsubj\n"
              "won win VERB VBD 0 root\n");
  for (uint32_t i = 0; i < a.t.doc.entities.count; i++) {
    uint32_t up = i, steps = 0;
    while (up != BEDE_NONE && steps++ <= BEDE_MAX_PARENTS)
      up = a.t.doc.entities.items[up].parent;
    assert_int_equal(up, BEDE_NONE);
  }
  actors_release(&a);
}

TEST(many_mentions_take_linear_time)
{
  // 30,000 mentions; a quadratic walk would take minutes.
  bede_buf source;
  bede_buf_init(&source, 0);
  for (unsigned i = 0; i < 10000; i++)
    bede_buf_append_z(&source, "Police police NOUN NNS 2 nsubj\n"
                               "told tell VERB VBD 0 root\n"
                               "officials official NOUN NNS 2 obj\n"
                               "they = PRON PRP 5 nsubj\n"
                               "left leave VERB VBD 2 ccomp\n--\n");
  actors a;
  actors_read(&a, NULL, bede_buf_str(&source).ptr);
  assert_int_equal(a.t.doc.mentions.count, 30000);
  actors_release(&a);
  bede_buf_release(&source);
}

TEST(allocation_failures_are_reported)
{
  static const char source[] =
      "Red = PROPN NNP 2 amod\nFront = PROPN NNP 3 nsubj\n"
      "left leave VERB VBD 0 root\n";
  actors a;
  bede_error err;
  // An arena holds what it has: a new one has to ask for memory.
  bede_arena arena;
  actors_find(&a, NULL, source);
  bede_arena_init(&arena);
  a.t.doc.arena = &arena;
  (void)bede_mem_fail_after(1);
  assert_int_equal(bede_actor_resolve(&a.t.doc, a.lex, &err), BEDE_ENOMEM);
  assert_int_equal(bede_actor_mentions(&a.t.doc, a.lex, &err), BEDE_ENOMEM);
  (void)bede_mem_fail_after(0);
  assert_int_equal(bede_actor_mentions(&a.t.doc, a.lex, &err), 0);
  assert_int_equal(bede_actor_resolve(&a.t.doc, a.lex, &err), 0);
  assert_str(actors_entity(&a, "Front")->name, "Red Front");
  bede_arena_release(&arena);
  a.t.doc.arena = &a.t.arena;
  actors_release(&a);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(aliases_unite_by_key),
      cmocka_unit_test(an_acronym_in_brackets_names_what_stands_before),
      cmocka_unit_test(the_last_word_of_a_body_names_it_again),
      cmocka_unit_test(two_keys_are_never_one),
      cmocka_unit_test(surnames_and_given_names_follow_the_full_name),
      cmocka_unit_test(an_apposition_tells_the_office),
      cmocka_unit_test(an_office_points_back_to_its_holder),
      cmocka_unit_test(an_office_of_another_country_is_another),
      cmocka_unit_test(the_official_is_the_last_one),
      cmocka_unit_test(the_group_is_the_last_named),
      cmocka_unit_test(the_rebels_are_those_of_the_only_movement),
      cmocka_unit_test(the_press_is_no_group),
      cmocka_unit_test(a_title_before_a_name_is_its_title_in_any_tree),
      cmocka_unit_test(bodies_of_two_countries_are_two),
      cmocka_unit_test(pronouns_fit_in_kind),
      cmocka_unit_test(pronouns_prefer_subjects),
      cmocka_unit_test(an_object_is_not_the_subject),
      cmocka_unit_test(possessive_pronouns_give_their_country),
      cmocka_unit_test(speakers_stay_alone),
      cmocka_unit_test(quoted_speakers_speak_of_themselves),
      cmocka_unit_test(pronouns_reach_a_few_sentences),
      cmocka_unit_test(owners_in_a_ring_are_cut),
      cmocka_unit_test(many_mentions_take_linear_time),
      cmocka_unit_test(allocation_failures_are_reported),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
