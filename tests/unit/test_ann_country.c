// The table of countries, and that the knowledge says the same of every state.
#include "unit.h"

#include "ann/country.h"
#include "lexicon/blob.h"

static bede_str str(const char *z)
{
  return bede_str_from(z);
}

TEST(numbers_are_those_of_correlates_of_war)
{
  static const struct {
    const char *code;
    uint32_t cow;
  } cases[] = {{"USA", 2},   {"AFG", 700}, {"ZWE", 552}, {"DEU", 255},
               {"SRB", 345}, {"KOS", 347}, {"VNM", 816}, {"SSD", 626},
               {"GRL", 0},   {"PSE", 0},   {"IGO", 0},   {"", 0},
               {"US", 0},    {"usa", 0},   {"USAX", 0}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    assert_int_equal(bede_country_cow(str(cases[i].code)), cases[i].cow);
}

TEST(no_number_stands_twice)
{
  static const uint32_t numbers[] = {
#define X(code, cow) cow,
      BEDE_COUNTRY_LIST(X)
#undef X
  };
  enum { N = sizeof numbers / sizeof *numbers };
  uint32_t members = 0;
  for (size_t i = 0; i < N; i++) {
    members += numbers[i] != 0;
    for (size_t k = 0; numbers[i] && k < i; k++)
      assert_int_not_equal(numbers[i], numbers[k]);
  }
  assert_int_equal(N, 250);
  assert_int_equal(members, 195);
}

TEST(cameo_kept_two_older_codes)
{
  assert_str(bede_country_cameo(str("ROU")), "ROM");
  assert_str(bede_country_cameo(str("TLS")), "TMP");
  assert_str(bede_country_cameo(str("FRA")), "FRA");
  assert_str(bede_country_cameo(str("IGO")), "IGO");
}

// Nobody lives there who could act.
static bool is_empty(bede_str code)
{
  static const char *const empty[] = {"ATA", "ATF", "BVT", "HMD",
                                      "IOT", "SGS", "UMI"};
  for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) {
    if (bede_str_is(code, empty[i])) return true;
  }
  return false;
}

static bool has_use(const bede_lexicon *lex, uint32_t entity, uint8_t use)
{
  for (uint32_t i = 0; i < lex->names.count; i++) {
    const bede_lex_name *n = &lex->names.items[i];
    if (n->entity == entity && n->use == use) return true;
  }
  return false;
}

// Left out on purpose: the name is that of another place or a common word
// (Male, Victoria, San Jose, Georgetown, Kingston, St. George's; Dominicans are
// those of the Dominican Republic), or that of the state.
static bool is_left_out(const char *code, uint8_t use)
{
  static const char *const capitals[] = {"STP", "SYC", "CRI", "GRD", "GUY",
                                         "JAM", "MDV", "SGP", "MCO", "SMR"};
  if (use != BEDE_USE_CAPITAL) return strcmp(code, "DMA") == 0;
  for (size_t i = 0; i < sizeof capitals / sizeof *capitals; i++) {
    if (strcmp(code, capitals[i]) == 0) return true;
  }
  return false;
}

static void check_state(const bede_lexicon *lex, const char *code, uint32_t cow)
{
  uint32_t number = bede_lexicon_entity_by_key(lex, str(code));
  const bede_lex_entity *e = bede_lexicon_entity(lex, number);
  if (is_empty(str(code))) {
    assert_null(e);
    return;
  }
  if (!e) fail_msg("the knowledge has no entity %s", code);
  assert_int_equal(e->kind, BEDE_KIND_STATE);
  assert_str(bede_country_cameo(str(code)), bede_lexicon_str(lex, e->code).ptr);
  // Western Sahara is filed under who holds it, with the sector PRE.
  if (strcmp(code, "ESH") != 0)
    assert_str(bede_lexicon_str(lex, e->country), code);
  assert_int_equal(e->sectors[0], BEDE_SECTOR_GOV);
  static const uint8_t uses[] = {BEDE_USE_ADJ, BEDE_USE_PEOPLE,
                                 BEDE_USE_CAPITAL};
  for (size_t i = 0; cow && i < sizeof uses; i++) {
    if (has_use(lex, number, uses[i]) == is_left_out(code, uses[i]))
      fail_msg("%s: adjective, demonym or capital is not as expected", code);
  }
}

TEST(every_state_of_the_table_is_in_the_knowledge)
{
  bede_lexicon *lex = NULL;
  bede_error err = {.message = ""};
  bede_str embedded = {NULL, 0};
  assert_int_equal(bede_lexicon_open(embedded, &lex, &err), BEDE_OK);
#define X(code, cow) check_state(lex, #code, cow);
  BEDE_COUNTRY_LIST(X)
#undef X
  bede_lexicon_free(lex);
}

TEST(every_state_of_the_knowledge_is_in_the_table)
{
  bede_lexicon *lex = NULL;
  bede_error err = {.message = ""};
  bede_str embedded = {NULL, 0};
  assert_int_equal(bede_lexicon_open(embedded, &lex, &err), BEDE_OK);
  const bede_lex_entity *e = NULL;
  for (uint32_t i = 0; (e = bede_lexicon_entity(lex, i)) != NULL; i++) {
    bede_str key = bede_lexicon_str(lex, e->key);
    if (e->kind != BEDE_KIND_STATE || key.len != 3) continue;
    if (!bede_country_is(key)) fail_msg("%s is in no table", key.ptr);
  }
  bede_lexicon_free(lex);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(numbers_are_those_of_correlates_of_war),
      cmocka_unit_test(no_number_stands_twice),
      cmocka_unit_test(cameo_kept_two_older_codes),
      cmocka_unit_test(every_state_of_the_table_is_in_the_knowledge),
      cmocka_unit_test(every_state_of_the_knowledge_is_in_the_table)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
