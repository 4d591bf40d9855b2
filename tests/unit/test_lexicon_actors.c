// actors/, agents/ and labels/: what is matched where, in which case, and what
// it stands for.
#include "lexicon.h"

static const char states[] =
    "# invented states\n"
    "entity AAA | state | AAA | GOV | AAA | Arland\n"
    "name Arland; Republic of Arland # two aliases\n"
    "adj Arlandic\n"
    "people Arlander; Arlanders\n"
    "capital Port Arl | 1950..\n"
    "seat Blue Palace\n"
    "\n"
    "entity org.uaw | organization | IGO | - | IGOUAW | Union of Arl Waters\n"
    "name UAW; U.A.W.; Waters Union\n"
    "parent AAA\n"
    "entity med.waters | organization | AAA | MED,JRN | AAAMED | Waters Daily\n"
    "name Waters\n"
    "entity grp.al_nur | group | AAA | REB | AAAREB | al-Nur Front\n"
    "name al-Nur\n"
    "entity person.ray_o | person | AAA | GOV | AAAGOV | Ráy Ó’Neal\n"
    "name Waters\n"
    "role president | AAA | GOV,ELI | AAAGOV | 2001-02..2005-03-04\n"
    "role senator | AAA | LEG | AAALEG | ..\n";

TEST(names_are_found_by_longest_match)
{
  fixture f;
  uint32_t len = 0, count = 0;
  fixture_open(&f, "actors/x.txt", states);
  fixture_say(&f, "The Republic of Arland and Arland met .");
  assert_int_equal(name_key(&f, 0, &len, &count).len, 0);
  assert_str(name_key(&f, 1, &len, &count), "AAA");
  assert_int_equal(len, 3);
  assert_int_equal(count, 1);
  assert_str(name_key(&f, 5, &len, &count), "AAA");
  assert_int_equal(len, 1);
  // A phrase that breaks off is no name, nor one that `end` cuts.
  fixture_say(&f, "Republic of Elsewhere");
  assert_int_equal(name_key(&f, 0, &len, &count).len, 0);
  fixture_say(&f, "Republic of Arland");
  assert_null(bede_lexicon_name_at(f.lex, &f.doc, 0, 2, &len, &count));
  assert_null(bede_lexicon_name_at(f.lex, &f.doc, 0, 0, &len, &count));
  fixture_close(&f);
}

TEST(names_need_a_capital)
{
  fixture f;
  uint32_t len = 0, count = 0;
  fixture_open(&f, "actors/x.txt", states);
  fixture_say(&f, "waters Waters WATERS wATERS arland ARLAND");
  assert_int_equal(name_key(&f, 0, &len, &count).len, 0);
  assert_str(name_key(&f, 1, &len, &count), "med.waters");
  assert_str(name_key(&f, 2, &len, &count), "med.waters");
  assert_int_equal(name_key(&f, 3, &len, &count).len, 0);
  assert_int_equal(name_key(&f, 4, &len, &count).len, 0);
  assert_str(name_key(&f, 5, &len, &count), "AAA");
  fixture_close(&f);
}

TEST(acronyms_need_their_case)
{
  fixture f;
  uint32_t len = 0, count = 0;
  fixture_open(&f, "actors/x.txt", states);
  fixture_say(&f, "UAW Uaw uaw U.A.W. u.a.w.");
  const bede_lex_name *n =
      bede_lexicon_name_at(f.lex, &f.doc, 0, 5, &len, &count);
  assert_non_null(n);
  assert_int_equal(n->use, BEDE_USE_ACRONYM);
  assert_int_equal(n->match, BEDE_MATCH_EXACT);
  assert_int_equal(n->ref.line, 10);
  assert_int_equal(name_key(&f, 1, &len, &count).len, 0);
  assert_int_equal(name_key(&f, 2, &len, &count).len, 0);
  assert_str(name_key(&f, 3, &len, &count), "org.uaw");
  assert_int_equal(name_key(&f, 4, &len, &count).len, 0);
  fixture_close(&f);
}

TEST(acronym_and_name_share_a_word)
{
  fixture f;
  uint32_t len = 0, count = 0;
  fixture_open(&f, "actors/x.txt",
               "entity a | place | - | - | - | Nice\n"
               "entity b | organization | - | - | - | Institute\nname NICE\n"
               "entity c | group | - | - | - | nice\n");
  fixture_say(&f, "NICE Nice nice");
  assert_str(name_key(&f, 0, &len, &count), "b");
  assert_int_equal(count, 3);
  assert_str(name_key(&f, 1, &len, &count), "a");
  assert_int_equal(count, 2);
  assert_str(name_key(&f, 2, &len, &count), "c");
  assert_int_equal(count, 1);
  fixture_close(&f);
}

TEST(a_name_in_two_cases_binds_as_the_looser_one)
{
  fixture f;
  uint32_t len = 0, count = 0;
  fixture_open(&f, "actors/x.txt",
               "entity a | organization | - | - | - | Al Nahar\n"
               "name al-Nahar\n"
               "entity b | organization | - | - | - | Al Jisr\n");
  fixture_say(&f, "Al - Nahar al - Nahar Al - Jisr al - Jisr");
  assert_str(name_key(&f, 0, &len, &count), "a");
  assert_int_equal(count, 1);
  assert_str(name_key(&f, 3, &len, &count), "a");
  assert_int_equal(count, 1);
  assert_str(name_key(&f, 6, &len, &count), "b");
  assert_int_equal(name_key(&f, 9, &len, &count).len, 0);
  fixture_close(&f);
}

TEST(six_letters_make_an_acronym_and_seven_do_not)
{
  fixture f;
  uint32_t len = 0, count = 0;
  fixture_open(&f, "actors/x.txt",
               "entity a | group | - | - | - | ABCDEF\n"
               "entity b | group | - | - | - | ABCDEFG\n");
  fixture_say(&f, "Abcdef Abcdefg");
  assert_int_equal(name_key(&f, 0, &len, &count).len, 0);
  assert_str(name_key(&f, 1, &len, &count), "b");
  fixture_close(&f);
}

TEST(lower_case_aliases_match_in_any_case)
{
  fixture f;
  uint32_t len = 0, count = 0;
  fixture_open(&f, "actors/x.txt", states);
  fixture_say(&f, "al - Nur said Al - Nur AL - NUR Front");
  assert_str(name_key(&f, 0, &len, &count), "grp.al_nur");
  assert_int_equal(len, 3);
  assert_str(name_key(&f, 4, &len, &count), "grp.al_nur");
  assert_str(name_key(&f, 7, &len, &count), "grp.al_nur");
  assert_int_equal(len, 4);
  fixture_close(&f);
}

TEST(hyphens_do_not_matter)
{
  fixture f;
  uint32_t len = 0, count = 0;
  fixture_open(&f, "actors/x.txt", states);
  fixture_say(&f, "al Nur Port - Arl Waters - Arland -");
  assert_str(name_key(&f, 0, &len, &count), "grp.al_nur");
  assert_int_equal(len, 2);
  assert_str(name_key(&f, 2, &len, &count), "AAA");
  assert_int_equal(len, 3);
  assert_str(name_key(&f, 5, &len, &count), "med.waters");
  assert_int_equal(len, 1);
  assert_str(name_key(&f, 7, &len, &count), "AAA");
  assert_int_equal(len, 1);
  fixture_say(&f, "al - - Nur");
  assert_int_equal(name_key(&f, 0, &len, &count).len, 0);
  fixture_close(&f);
}

TEST(accents_and_apostrophes_do_not_matter)
{
  fixture f;
  uint32_t len = 0, count = 0;
  fixture_open(&f, "actors/x.txt", states);
  fixture_say(&f, "Ray O'Neal Ráy Ó’Neal RÁY ÓNEAL");
  assert_str(name_key(&f, 0, &len, &count), "person.ray_o");
  assert_str(name_key(&f, 2, &len, &count), "person.ray_o");
  assert_int_equal(len, 2);
  assert_int_equal(name_key(&f, 4, &len, &count).len, 0);
  assert_int_equal(symbol(&f, "ráy"), symbol(&f, "ray"));
  assert_int_not_equal(symbol(&f, "ray"), 0);
  fixture_close(&f);
}

TEST(several_readings_stand_in_file_order)
{
  fixture f;
  uint32_t len = 0, count = 0;
  fixture_open(&f, "actors/x.txt", states);
  fixture_say(&f, "Waters");
  const bede_lex_name *n =
      bede_lexicon_name_at(f.lex, &f.doc, 0, 1, &len, &count);
  assert_int_equal(count, 2);
  assert_int_equal(n[0].ref.line, 13);
  assert_int_equal(n[1].ref.line, 17);
  fixture_close(&f);
}

TEST(uses_and_dates_of_names)
{
  fixture f;
  uint32_t len = 0, count = 0;
  static const bede_name_use uses[] = {BEDE_USE_ADJ, BEDE_USE_PEOPLE,
                                       BEDE_USE_PEOPLE, BEDE_USE_CAPITAL};
  fixture_open(&f, "actors/x.txt", states);
  fixture_say(&f, "Arlandic Arlander Arlanders Port Arl Blue Palace");
  for (uint32_t i = 0; i < 4; i++) {
    const bede_lex_name *n =
        bede_lexicon_name_at(f.lex, &f.doc, i, 7, &len, &count);
    assert_non_null(n);
    assert_int_equal(n->use, uses[i]);
  }
  const bede_lex_name *n =
      bede_lexicon_name_at(f.lex, &f.doc, 3, 7, &len, &count);
  assert_int_equal(n->from.year, 1950);
  assert_int_equal(n->from.month, 0);
  assert_int_equal(n->to.year, 0);
  n = bede_lexicon_name_at(f.lex, &f.doc, 5, 7, &len, &count);
  assert_int_equal(n->use, BEDE_USE_SEAT);
  fixture_close(&f);
}

TEST(entities_have_codes_roles_and_parents)
{
  fixture f;
  fixture_open(&f, "actors/x.txt", states);
  uint32_t n = bede_lexicon_entity_by_key(f.lex, bede_str_from("org.uaw"));
  const bede_lex_entity *e = bede_lexicon_entity(f.lex, n);
  assert_non_null(e);
  assert_str(bede_lexicon_str(f.lex, e->name), "Union of Arl Waters");
  assert_str(bede_lexicon_str(f.lex, e->country), "IGO");
  assert_str(bede_lexicon_str(f.lex, e->code), "IGOUAW");
  assert_int_equal(e->sector_count, 0);
  assert_int_equal(e->kind, BEDE_KIND_ORGANIZATION);
  assert_int_equal(e->office, 0);
  e = bede_lexicon_entity(f.lex, e->parent);
  assert_str(bede_lexicon_str(f.lex, e->key), "AAA");
  assert_int_equal(e->parent, BEDE_NONE);
  n = bede_lexicon_entity_by_key(f.lex, bede_str_from("med.waters"));
  e = bede_lexicon_entity(f.lex, n);
  assert_int_equal(e->sector_count, 2);
  assert_int_equal(e->sectors[0], BEDE_SECTOR_MED);
  assert_int_equal(e->sectors[1], BEDE_SECTOR_JRN);
  assert_int_equal(bede_lexicon_entity_by_key(f.lex, bede_str_from("none")),
                   BEDE_NONE);
  assert_null(bede_lexicon_entity(f.lex, 99));
  fixture_close(&f);
}

TEST(roles_have_offices_and_dates)
{
  fixture f;
  fixture_open(&f, "actors/x.txt", states);
  uint32_t n = bede_lexicon_entity_by_key(f.lex, bede_str_from("person.ray_o"));
  const bede_lex_entity *e = bede_lexicon_entity(f.lex, n);
  assert_int_equal(e->role_count, 2);
  assert_str(bede_lexicon_str(f.lex, e->office), "senator");
  const bede_lex_role *r = bede_lexicon_role(f.lex, e->role_begin);
  assert_str(bede_lexicon_str(f.lex, r->office), "president");
  assert_int_equal(r->sector_count, 2);
  assert_int_equal(r->from.year, 2001);
  assert_int_equal(r->from.month, 2);
  assert_int_equal(r->from.day, 0);
  assert_int_equal(r->to.day, 4);
  assert_int_equal(r->ref.line, 18);
  assert_null(bede_lexicon_role(f.lex, 2));
  fixture_close(&f);
}

TEST(a_ref_leads_to_its_line)
{
  fixture f;
  bede_ref ref = {0, 10}, beyond = {0, 99}, none = {0, 0}, other = {1, 1};
  fixture_open(&f, "actors/x.txt", states);
  assert_str(bede_lexicon_file(f.lex, 0), "actors/x.txt");
  assert_int_equal(bede_lexicon_file_count(f.lex), 1);
  assert_str(bede_lexicon_line(f.lex, ref), "name UAW; U.A.W.; Waters Union");
  assert_null(bede_lexicon_line(f.lex, beyond).ptr);
  assert_null(bede_lexicon_line(f.lex, none).ptr);
  assert_null(bede_lexicon_line(f.lex, other).ptr);
  assert_null(bede_lexicon_file(f.lex, 1).ptr);
  assert_str(bede_lexicon_source(f.lex, 0), states);
  fixture_close(&f);
}

static const char agents[] = "[COP group body]\n"
                             "police\n"
                             "police officer ~COP; constable\n"
                             "[GOV person office unnamed speaks]\n"
                             "officer\n"
                             "vice-president\n"
                             "[- people generic member]\n"
                             "member of parliament\n";

static const bede_lex_agent *agent(const fixture *f, uint32_t head,
                                   uint32_t *len)
{
  return bede_lexicon_agent_at(f->lex, &f->doc, head, 0, len);
}

TEST(agents_are_matched_from_the_head_backwards)
{
  fixture f;
  uint32_t len = 0;
  fixture_open(&f, "agents/x.txt", agents);
  fixture_say(&f, "Some police officers~officer met other officers~officer");
  const bede_lex_agent *a = agent(&f, 2, &len);
  assert_non_null(a);
  assert_int_equal(len, 2);
  assert_int_equal(a->sector, BEDE_SECTOR_COP);
  assert_int_equal(a->kind, BEDE_KIND_GROUP);
  assert_int_equal(a->flags, BEDE_AGENT_BODY);
  assert_str(bede_lexicon_str(f.lex, a->code), "COP");
  assert_int_equal(a->ref.line, 3);
  a = agent(&f, 5, &len);
  assert_int_equal(len, 1);
  assert_int_equal(a->flags,
                   BEDE_AGENT_OFFICE | BEDE_AGENT_UNNAMED | BEDE_AGENT_SPEAKS);
  assert_int_equal(a->code, 0);
  assert_null(agent(&f, 0, &len));
  // `begin` keeps the pattern out of what is before it.
  a = bede_lexicon_agent_at(f.lex, &f.doc, 2, 2, &len);
  assert_int_equal(a->ref.line, 5);
  assert_int_equal(len, 1);
  assert_null(bede_lexicon_agent_at(f.lex, &f.doc, 2, 3, &len));
  fixture_close(&f);
}

TEST(agents_of_several_words)
{
  fixture f;
  uint32_t len = 0;
  fixture_open(&f, "agents/x.txt", agents);
  fixture_say(&f, "the Vice - President and members~member of parliament");
  const bede_lex_agent *a = agent(&f, 3, &len);
  assert_non_null(a);
  assert_int_equal(len, 3);
  assert_int_equal(a->ref.line, 6);
  a = agent(&f, 7, &len);
  assert_non_null(a);
  assert_int_equal(len, 3);
  assert_int_equal(a->sector, BEDE_SECTOR_NONE);
  assert_int_equal(a->flags, BEDE_AGENT_GENERIC | BEDE_AGENT_MEMBER);
  fixture_say(&f, "vice presidents~president");
  a = agent(&f, 1, &len);
  assert_non_null(a);
  assert_int_equal(len, 2);
  assert_int_equal(a->ref.line, 6);
  fixture_close(&f);
}

TEST(labels_are_matched_by_forms_then_lemmas)
{
  fixture f;
  uint32_t len = 0;
  fixture_open(&f, "labels/x.txt",
               "[distancing actor]\nso called; self-styled\n"
               "[pejorative act]\nnaked aggression\nmurder\n");
  fixture_say(&f, "So called leaders of naked aggressions~aggression murder");
  const bede_lex_label *l = bede_lexicon_label_at(f.lex, &f.doc, 0, 7, &len);
  assert_non_null(l);
  assert_int_equal(len, 2);
  assert_string_equal(bede_label_tone(l->tone), "distancing");
  assert_false(l->of_act);
  l = bede_lexicon_label_at(f.lex, &f.doc, 4, 7, &len);
  assert_non_null(l);
  assert_int_equal(len, 2);
  assert_string_equal(bede_label_tone(l->tone), "pejorative");
  assert_true(l->of_act);
  assert_int_equal(l->ref.line, 4);
  assert_null(bede_lexicon_label_at(f.lex, &f.doc, 0, 1, &len));
  fixture_say(&f, "so - called");
  assert_non_null(bede_lexicon_label_at(f.lex, &f.doc, 0, 3, &len));
  assert_int_equal(len, 3);
  assert_null(bede_lexicon_label_at(f.lex, &f.doc, 1, 3, &len));
  fixture_close(&f);
}

// What only looks like a label keeps others from its words; a section may bind
// its phrases to nouns.
TEST(labels_have_sections_of_what_is_none_and_of_classes)
{
  fixture f;
  uint32_t len = 0;
  const bede_knowledge_file files[] = {
      {"classes/x.txt", bede_str_from("class human: man\nclass body: crowd\n")},
      {"labels/x.txt",
       bede_str_from("[pejorative actor]\nregime\n[-]\nsanctions regime\n"
                     "[approving act @human @body]\nbrave\n")}};
  fixture_files(&f, files, 2);
  fixture_say(&f, "sanctions regime brave");
  const bede_lex_label *l = bede_lexicon_label_at(f.lex, &f.doc, 0, 3, &len);
  assert_non_null(l);
  assert_int_equal(len, 2);
  assert_int_equal(l->tone, BEDE_LABEL_TONES);
  assert_string_equal(bede_label_tone(l->tone), "");
  assert_int_equal(l->classes[0], 0);
  l = bede_lexicon_label_at(f.lex, &f.doc, 2, 3, &len);
  assert_non_null(l);
  assert_int_equal(l->classes[0],
                   bede_lexicon_class(f.lex, bede_str_from("human")));
  assert_int_equal(l->classes[1],
                   bede_lexicon_class(f.lex, bede_str_from("body")));
  assert_int_equal(l->classes[2], 0);
  fixture_close(&f);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(names_are_found_by_longest_match),
      cmocka_unit_test(names_need_a_capital),
      cmocka_unit_test(acronyms_need_their_case),
      cmocka_unit_test(acronym_and_name_share_a_word),
      cmocka_unit_test(a_name_in_two_cases_binds_as_the_looser_one),
      cmocka_unit_test(six_letters_make_an_acronym_and_seven_do_not),
      cmocka_unit_test(lower_case_aliases_match_in_any_case),
      cmocka_unit_test(hyphens_do_not_matter),
      cmocka_unit_test(accents_and_apostrophes_do_not_matter),
      cmocka_unit_test(several_readings_stand_in_file_order),
      cmocka_unit_test(uses_and_dates_of_names),
      cmocka_unit_test(entities_have_codes_roles_and_parents),
      cmocka_unit_test(roles_have_offices_and_dates),
      cmocka_unit_test(a_ref_leads_to_its_line),
      cmocka_unit_test(agents_are_matched_from_the_head_backwards),
      cmocka_unit_test(agents_of_several_words),
      cmocka_unit_test(labels_are_matched_by_forms_then_lemmas),
      cmocka_unit_test(labels_have_sections_of_what_is_none_and_of_classes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
