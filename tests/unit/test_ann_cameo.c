// The table of CAMEO codes, and that the knowledge agrees with it.
#include "unit.h"

#include "ann/cameo.h"
#include "lexicon/blob.h"

static const bede_cameo *code(const char *z)
{
  const bede_cameo *c = bede_cameo_find(z);
  assert_non_null(c);
  return c;
}

TEST(codes_are_sorted_and_whole)
{
  size_t n = 0;
  for (; bede_cameo_at(n); n++) {
    const bede_cameo *c = bede_cameo_at(n);
    assert_ptr_equal(bede_cameo_find(c->code), c);
    if (n) assert_true(strcmp(bede_cameo_at(n - 1)->code, c->code) < 0);
    bool statement = strncmp(c->code, "01", 2) == 0;
    assert_true(statement || c->event != BEDE_EVENT_NONE);
    assert_true(c->quad_gdelt >= 1 && c->quad_gdelt <= 4);
  }
  assert_int_equal(n, 297);
  assert_null(bede_cameo_find(""));
  assert_null(bede_cameo_find("14")); // a root
  assert_null(bede_cameo_find("9999"));
}

TEST(modes_belong_to_their_type)
{
  for (size_t i = 0; bede_cameo_at(i); i++) {
    const bede_cameo *c = bede_cameo_at(i);
    if (c->mode == BEDE_MODE_NONE) continue;
    bede_str name = bede_str_from(bede_mode_name(c->mode));
    assert_int_equal(bede_mode_parse(c->event, name), c->mode);
  }
}

TEST(contexts_are_those_of_the_codebook)
{
  for (size_t i = 0; bede_cameo_at(i); i++) {
    bede_str rest = bede_str_from(bede_cameo_at(i)->contexts), name;
    while (rest.len) {
      bede_context context;
      rest = bede_str_cut(rest, ' ', &name);
      assert_true(bede_context_parse(name, &context));
    }
  }
}

TEST(published_values)
{
  assert_int_equal(code("164")->goldstein10_icews, -65);
  assert_int_equal(code("164")->goldstein10_gdelt, -70);
  assert_int_equal(code("165")->goldstein10_gdelt, -65);
  assert_int_equal(code("145")->goldstein10_icews, -75);
  assert_int_equal(code("0874")->goldstein10_gdelt, 100);
  assert_int_equal(code("176")->goldstein10_icews, BEDE_CAMEO_NO_SCORE);
  assert_int_equal(code("140")->quad_gdelt, 3);
  assert_int_equal(code("140")->quad_icews, 4);
  assert_int_equal(code("090")->quad_gdelt, 2);
}

TEST(types_follow_the_manual)
{
  assert_int_equal(code("055")->event, BEDE_CONCEDE);
  assert_int_equal(code("0356")->event, BEDE_CONCEDE);
  assert_int_equal(code("0356")->also, BEDE_AGREE);
  assert_int_equal(code("116")->event, BEDE_SANCTION);
  assert_int_equal(code("163")->event, BEDE_SANCTION);
  assert_int_equal(code("1712")->event, BEDE_ASSAULT);
  assert_int_equal(code("0213")->event, BEDE_REQUEST);
  assert_int_equal(code("010")->event, BEDE_EVENT_NONE);
}

TEST(operators_refine_codes)
{
  static const char *const cases[][3] = {
      {"103", "071", "1031"},  {"103", "0711", "1031"}, {"105", "0841", "1053"},
      {"105", "0871", "1056"}, {"138", "1822", "1383"}, {"138", "2041", "1385"},
      {"138", "191", "1381"},  {"138", "193", "1384"},  {"103", "100", "103"},
      {"162", "072", "1622"},  {"131", "163", "1312"},  {"141", "1043", "1413"},
      {"124", "085", "1244"},  {"121", "064", "121"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    assert_string_equal(bede_cameo_refine(cases[i][0], cases[i][1]),
                        cases[i][2]);
}

TEST(refined_codes_are_codes_of_the_same_root)
{
  for (size_t i = 0; bede_cameo_at(i); i++) {
    for (size_t k = 0; bede_cameo_at(k); k++) {
      const char *outer = bede_cameo_at(i)->code;
      const char *fine = bede_cameo_refine(outer, bede_cameo_at(k)->code);
      assert_non_null(bede_cameo_find(fine));
      assert_int_equal(strncmp(fine, outer, 2), 0);
    }
  }
}

TEST(mutual_acts_have_a_code_both_ways)
{
  assert_string_equal(bede_cameo_back("040", false), "040");
  assert_string_equal(bede_cameo_back("042", false), "043");
  assert_string_equal(bede_cameo_back("043", true), "042");
  assert_string_equal(bede_cameo_back("062", false), "062");
  assert_string_equal(bede_cameo_back("057", false), "057");
  assert_null(bede_cameo_back("190", false)); // "A fought B"
  assert_string_equal(bede_cameo_back("190", true), "190");
  assert_null(bede_cameo_back("030", false)); // "A promised B to ..."
  assert_string_equal(bede_cameo_back("0311", true), "0311");
  assert_string_equal(bede_cameo_back("036", false), "036");
  assert_null(bede_cameo_back("045", true)); // who mediates is a third
  assert_null(bede_cameo_back("111", true));
  assert_null(bede_cameo_back("", true));
}

// Back and back again is the code itself, and every code of the table is one.
TEST(ways_back_lead_back)
{
  for (size_t i = 0; bede_cameo_at(i); i++) {
    const char *code = bede_cameo_at(i)->code;
    for (int together = 0; together < 2; together++) {
      const char *back = bede_cameo_back(code, together);
      if (!back) continue;
      assert_non_null(bede_cameo_find(back));
      assert_string_equal(bede_cameo_back(back, together), code);
    }
  }
}

TEST(predicates_agree_with_the_table)
{
  bede_lexicon *lex = NULL;
  bede_error err;
  assert_int_equal(bede_lexicon_open((bede_str){NULL, 0}, &lex, &err), BEDE_OK);
  unsigned wrong = 0;
  for (uint32_t i = 0; i < lex->preds.count; i++) {
    const bede_lex_pred *p = &lex->preds.items[i];
    const bede_cameo *c = bede_cameo_find(p->cameo);
    if (!c || c->event == p->event || c->also == p->event) continue;
    print_message("line %u: %s is no %s\n", p->ref.line, p->cameo,
                  bede_event_name((bede_event)p->event));
    wrong++;
  }
  assert_int_equal(wrong, 0);
  bede_lexicon_free(lex);
}

int main(void)
{
  static const struct CMUnitTest tests[] = {
      cmocka_unit_test(codes_are_sorted_and_whole),
      cmocka_unit_test(modes_belong_to_their_type),
      cmocka_unit_test(contexts_are_those_of_the_codebook),
      cmocka_unit_test(published_values),
      cmocka_unit_test(types_follow_the_manual),
      cmocka_unit_test(operators_refine_codes),
      cmocka_unit_test(refined_codes_are_codes_of_the_same_root),
      cmocka_unit_test(mutual_acts_have_a_code_both_ways),
      cmocka_unit_test(ways_back_lead_back),
      cmocka_unit_test(predicates_agree_with_the_table)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
