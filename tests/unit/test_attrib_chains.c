// Nesting and chains over attributions that are given: who quotes whom, two
// side by side, the narrator last, and how much work many of them make.
#include "attrib/work.h"
#include "base/limits.h"
#include "tree.h"

static const char words[] = "a = NOUN NN 2 nsubj\n"
                            "b = VERB VBD 0 root\n"
                            "c = NOUN NN 4 nsubj\n"
                            "d = VERB VBD 2 ccomp\n"
                            "e = NOUN NN 6 nsubj\n"
                            "f = VERB VBD 4 ccomp\n";

static bede_span *add_span(tree *t, bede_spans *list, bede_span span)
{
  bede_span *s = BEDE_LIST_PUSH(list, &t->arena, BEDE_MAX_WORDS);
  assert_non_null(s);
  *s = span;
  return s;
}

// An attribution whose cue is word `cue` and whose content is words [begin,
// end); begin == end makes the narrator.
static void add(tree *t, uint32_t cue, uint32_t begin, uint32_t end)
{
  bede_doc *doc = &t->doc;
  bede_attribution *a =
      BEDE_LIST_PUSH(&doc->attributions, &t->arena, BEDE_MAX_ATTRIBUTIONS);
  assert_non_null(a);
  a->kind = begin == end ? BEDE_BY_NARRATOR : BEDE_BY_PERSON;
  a->source_head = a->cue_head = a->content_head = BEDE_NONE;
  a->speaker = a->affiliation = a->outlet = a->held_by = BEDE_NONE;
  a->via = a->under = BEDE_NONE;
  if (begin == end) return;
  a->cue_head = cue;
  a->content_head = end - 1;
  (void)add_span(t, &a->cue, doc->words.items[cue].span);
  (void)add_span(t, &a->content, bede_attrib_span(doc, begin, end));
}

static bede_claim *claim_at(tree *t, uint32_t word)
{
  bede_claim *c = BEDE_LIST_PUSH(&t->doc.claims, &t->arena, BEDE_MAX_CLAIMS);
  assert_non_null(c);
  c->event = BEDE_ASSAULT;
  c->trigger_head = word;
  c->under = c->repeats = c->place = BEDE_NONE;
  return c;
}

// The chains of the first claim as "2<1<0,3<0".
static void expect_chains(tree *t, const char *wanted)
{
  bede_buf got;
  bede_buf_init(&got, 0);
  assert_int_equal(bede_nesting_find(&t->doc), BEDE_OK);
  assert_int_equal(bede_chains_make(&t->doc), BEDE_OK);
  const bede_claim *c = &t->doc.claims.items[0];
  for (uint32_t i = 0; i < c->chain_count; i++) {
    const bede_chain *chain = &t->doc.chains.items[c->chain_begin + i];
    if (i) bede_buf_append_char(&got, ',');
    for (uint32_t k = 0; k < chain->count; k++)
      bede_buf_printf(&got, k ? "<%u" : "%u", chain->links[k]);
  }
  assert_string_equal(bede_buf_str(&got).ptr, wanted);
  bede_buf_release(&got);
}

TEST(nobody_but_the_narrator)
{
  tree t;
  tree_read(&t, words);
  add(&t, 0, 0, 0);
  (void)claim_at(&t, 5);
  expect_chains(&t, "0");
  tree_release(&t);
}

TEST(one_quotes_another)
{
  tree t;
  tree_read(&t, words);
  add(&t, 0, 0, 0);
  add(&t, 1, 2, 6);
  add(&t, 3, 4, 6);
  (void)claim_at(&t, 5);
  expect_chains(&t, "2<1<0");
  tree_release(&t);
}

TEST(two_side_by_side)
{
  tree t;
  tree_read(&t, words);
  add(&t, 0, 0, 0);
  add(&t, 3, 4, 6);
  add(&t, 3, 4, 6);
  (void)claim_at(&t, 5);
  expect_chains(&t, "1<0,2<0");
  tree_release(&t);
}

TEST(a_cue_is_not_in_its_own_words)
{
  tree t;
  tree_read(&t, words);
  add(&t, 0, 0, 0);
  add(&t, 1, 2, 6);
  (void)claim_at(&t, 1);
  expect_chains(&t, "0");
  tree_release(&t);
}

// Each speaker inside the words of the one before: the chain ends at its limit
// and with the narrator.
TEST(chains_have_an_end)
{
  tree t;
  bede_buf source;
  bede_buf_init(&source, 0);
  bede_buf_append_z(&source, "a = NOUN NN 0 root\n");
  for (unsigned i = 0; i < 40; i++)
    bede_buf_append_z(&source, "b = NOUN NN 1 dep\n");
  tree_read(&t, bede_buf_str(&source).ptr);
  add(&t, 0, 0, 0);
  for (uint32_t i = 0; i < 20; i++)
    add(&t, i, i + 1, 41);
  (void)claim_at(&t, 40);
  assert_int_equal(bede_nesting_find(&t.doc), BEDE_OK);
  assert_int_equal(bede_chains_make(&t.doc), BEDE_OK);
  assert_int_equal(t.doc.chains.items[0].count, BEDE_MAX_CHAIN);
  assert_int_equal(t.doc.chains.items[0].links[0], 20);
  assert_int_equal(t.doc.chains.items[0].links[BEDE_MAX_CHAIN - 1], 0);
  bede_buf_release(&source);
  tree_release(&t);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(nobody_but_the_narrator),
      cmocka_unit_test(one_quotes_another),
      cmocka_unit_test(two_side_by_side),
      cmocka_unit_test(a_cue_is_not_in_its_own_words),
      cmocka_unit_test(chains_have_an_end),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
