// Known names that are read as one of their kind: equal keys, equal trees.
#include "lang/standin.h"

#include "ann/doc.h"
#include "unit.h"

typedef struct sentence {
  bede_arena arena;
  bede_doc doc;
  bede_look look[8];
} sentence;

// Words stand between blanks.
static void look_at(sentence *s, const bede_lexicon *lex, const char *z)
{
  bede_str form;
  bede_arena_init(&s->arena);
  bede_doc_init(&s->doc, &s->arena);
  s->doc.text = bede_arena_copy(&s->arena, bede_str_from(z));
  bede_sentence *whole =
      BEDE_LIST_PUSH(&s->doc.sentences, &s->arena, BEDE_MAX_SENTENCES);
  for (bede_str rest = s->doc.text; rest.ptr;) {
    rest = bede_str_cut(rest, ' ', &form);
    bede_word *w = BEDE_LIST_PUSH(&s->doc.words, &s->arena, BEDE_MAX_WORDS);
    w->span.begin = (uint32_t)(form.ptr - s->doc.text.ptr);
    w->span.end = w->span.begin + (uint32_t)form.len;
  }
  uint32_t end = whole->word_end = s->doc.words.count;
  assert_in_range(end, 1, 8);
  assert_int_equal(bede_lexicon_bind(lex, &s->doc, 0), BEDE_OK);
  bede_look_words(&s->doc, 0, end, s->look);
  bede_lang_stand_in(lex, &s->doc, 0, end, s->look);
}

// Have the sentences the same keys?
static bool alike(const char *a, const char *b)
{
  bede_lexicon *lex;
  bede_error err;
  static sentence s, t;
  assert_int_equal(bede_lexicon_open((bede_str){NULL, 0}, &lex, &err), BEDE_OK);
  look_at(&s, lex, a);
  look_at(&t, lex, b);
  bool same = s.doc.words.count == t.doc.words.count;
  for (uint32_t i = 0; same && i < s.doc.words.count; i++)
    same = s.look[i].key == t.look[i].key;
  bede_arena_release(&s.arena);
  bede_arena_release(&t.arena);
  bede_lexicon_free(lex);
  return same;
}

TEST(states_and_peoples_look_alike)
{
  assert_true(alike("Rwanda met Burundi", "Burundi met Rwanda"));
  assert_true(alike("Iranian troops left", "Iraqi troops left"));
  assert_true(alike("North Korea won", "South Sudan won"));
  assert_true(alike("the Netherlands won", "the Philippines won"));
}

TEST(persons_look_alike)
{
  assert_true(alike("Emmanuel Macron spoke", "Vladimir Putin spoke"));
}

TEST(what_is_written_or_said_otherwise_does_not)
{
  assert_false(alike("Rwanda won", "Iranian won"));
  assert_false(alike("Rwanda won", "Macron won"));
  assert_false(alike("the Netherlands won", "the Congo won"));
  assert_false(alike("chad won", "Chad won")); // no name without its capital
  assert_false(alike("Rwanda won", "Rwanda lost"));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(states_and_peoples_look_alike),
      cmocka_unit_test(persons_look_alike),
      cmocka_unit_test(what_is_written_or_said_otherwise_does_not),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
