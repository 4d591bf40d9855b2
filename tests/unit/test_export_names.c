// The way from a speaker out to the narrator, over attributions made by hand.
#include "unit.h"

#include "export/names.h"

enum { LINKS = 20 };

// Attributions 1, 2, ..., each quoted by the next; the last by the narrator.
static void make(bede_doc *doc, bede_attribution items[LINKS + 1])
{
  memset(doc, 0, sizeof *doc);
  memset(items, 0, (LINKS + 1) * sizeof *items);
  for (uint32_t i = 0; i <= LINKS; i++) {
    items[i].kind = i ? BEDE_BY_PERSON : BEDE_BY_NARRATOR;
    items[i].speaker = i ? i : BEDE_NONE;
    items[i].via = i && i < LINKS ? i + 1 : BEDE_NONE;
  }
  doc->attributions.items = items;
  doc->attributions.count = LINKS + 1;
}

TEST(links_end_with_the_narrator)
{
  bede_doc doc;
  bede_attribution items[LINKS + 1];
  uint32_t links[BEDE_MAX_CHAIN];
  make(&doc, items);
  assert_int_equal(bede_links_of(&doc, LINKS, links), 2);
  assert_int_equal(links[0], LINKS);
  assert_int_equal(links[1], 0);
  assert_int_equal(bede_links_of(&doc, LINKS - 1, links), 3);
  assert_int_equal(links[1], LINKS);
  assert_int_equal(bede_links_of(&doc, 1, links), BEDE_MAX_CHAIN);
  assert_int_equal(links[BEDE_MAX_CHAIN - 1], 0);
}

TEST(nobody_quotes_himself)
{
  bede_doc doc;
  bede_attribution items[LINKS + 1];
  uint32_t links[BEDE_MAX_CHAIN];
  make(&doc, items);
  items[LINKS - 1].speaker = items[LINKS].speaker;
  assert_int_equal(bede_links_of(&doc, LINKS - 1, links), 2);
  assert_int_equal(links[0], LINKS - 1);
  items[LINKS - 1].speaker = items[LINKS].speaker = BEDE_NONE;
  assert_int_equal(bede_links_of(&doc, LINKS - 1, links), 3);
  items[LINKS - 1].kind = items[LINKS].kind = BEDE_BY_IMPERSONAL;
  assert_int_equal(bede_links_of(&doc, LINKS - 1, links), 2);
}

TEST(a_ring_has_an_end)
{
  bede_doc doc;
  bede_attribution items[LINKS + 1];
  uint32_t links[BEDE_MAX_CHAIN];
  make(&doc, items);
  items[2].via = 1;
  assert_int_equal(bede_links_of(&doc, 1, links), BEDE_MAX_CHAIN);
  items[1].speaker = items[2].speaker;
  assert_int_equal(bede_links_of(&doc, 1, links), 2);
  assert_int_equal(links[1], 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(links_end_with_the_narrator),
      cmocka_unit_test(nobody_quotes_himself),
      cmocka_unit_test(a_ring_has_an_end),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
