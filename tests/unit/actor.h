// A hand-written tree with a small knowledge of invented and well-known actors,
// its mentions found and resolved.
#ifndef TEST_ACTOR_H
#define TEST_ACTOR_H

#include "actor/actor.h"
#include "lexicon/compile.h"
#include "tree.h"

static const char actor_names[] =
    "entity FRA | state | FRA | GOV | FRA | France\n"
    "name France; Blues\nadj French\npeople Frenchman; Frenchmen\ncapital "
    "Paris\n"
    "seat Elysee\n"
    "entity KEN | state | KEN | GOV | KEN | Kenya\n"
    "name Kenya\nadj Kenyan\npeople Kenyan; Kenyans\ncapital Nairobi\n"
    "entity JOR | state | JOR | GOV | JOR | Jordan\n"
    "name Jordan\nadj Jordanian\npeople Jordanian; Jordanians\n"
    "entity org.united_nations | organization | IGO | - | IGOUNO | United "
    "Nations\nname United Nations; UN\n"
    "entity org.red_front | group | KEN | REB | KENREBRED | Red Front\n"
    "name Red Front; People's Front; RF\n"
    "entity org.blue_front | group | - | REB | REB | Blue Front\n"
    "name Blue Front; BF\n"
    "entity med.news_wire | organization | FRA | MED | FRAMED | News Wire "
    "Service\nname News Wire Service; NWS\n"
    "entity person.ann_lee | person | FRA | - | FRA | Ann Lee\n"
    "name Ann Lee\n"
    "role judge | FRA | JUD | FRAJUD | 2001..2005\n"
    "role president | FRA | GOV | FRAGOV | 2010-01-01..2014-12-31\n"
    "entity org.french_rebels | group | FRA | REB | FRAREB | French "
    "rebels\n"
    "entity ROU | state | ROU | GOV | ROM | Romania\nadj Romanian\n"
    "entity person.kit_ray | person | KEN | - | KEN | Kit Ray\n"
    "role army chief | KEN | MIL | KENMIL | 2018..2020-01-01\n"
    "role minister | KEN | GOV | KENGOV | 2020-01-01..2020-03-05\n"
    "died 2020-03-05\n";

static const char actor_agents[] =
    "[COP organization body]\npolice\n"
    "[COP person]\npolice officer\n"
    "[GOV organization body]\ngovernment\nforeign ministry\n"
    "[GOV person office]\npresident\nminister\nsecretary of state\n"
    "[GOV person unnamed]\nofficial\n"
    "[- person speaks]\nspokesman\n"
    "[- person member]\nmember\n"
    "[- person office member]\nleader\n"
    "[MIL organization body]\ncoalition\n"
    "[MIL group]\ntroop\n"
    "[REB group]\nrebel\nfighter\n"
    "[REB group generic]\ngroup\n"
    "[- group generic]\nforce\n"
    "[- organization generic]\nparty\n"
    "[CVL people]\nprotester\ncitizen\n";

typedef struct actors {
  tree t;
  bede_buf blob;
  bede_lexicon *lex;
} actors;

// Finds mentions, without resolving them.
static inline void actors_find(actors *a, const char *published,
                               const char *source)
{
  bede_error err = {.message = ""};
  const bede_knowledge_file files[] = {
      {"actors/test.txt", bede_str_from(actor_names)},
      {"agents/test.txt", bede_str_from(actor_agents)}};
  tree_read(&a->t, source);
  bede_buf_init(&a->blob, 0);
  assert_int_equal(
      bede_knowledge_compile_files(files, 2, &a->blob, NULL, NULL, &err), 0);
  assert_int_equal(bede_lexicon_open(bede_buf_str(&a->blob), &a->lex, &err), 0);
  bede_doc *doc = &a->t.doc;
  if (published)
    assert_true(
        bede_date_parse(bede_str_from(published), &doc->published_date));
  for (uint32_t i = 0; i < doc->sentences.count; i++)
    assert_int_equal(bede_lexicon_bind(a->lex, doc, i), 0);
  assert_int_equal(bede_actor_mentions(doc, a->lex, &err), 0);
}

static inline void actors_resolve(actors *a)
{
  bede_error err = {.message = ""};
  assert_int_equal(bede_actor_resolve(&a->t.doc, a->lex, &err), 0);
}

static inline void actors_read(actors *a, const char *published,
                               const char *source)
{
  actors_find(a, published, source);
  actors_resolve(a);
}

static inline void actors_release(actors *a)
{
  bede_lexicon_free(a->lex);
  bede_buf_release(&a->blob);
  tree_release(&a->t);
}

// The mention whose head is the n-th word with this form.
static inline const bede_mention *actors_nth(const actors *a, const char *form,
                                             unsigned n)
{
  uint32_t word = tree_nth(&a->t, form, n);
  uint32_t m = a->t.doc.words.items[word].mention;
  if (m == BEDE_NONE) fail_msg("no mention at %s", form);
  return &a->t.doc.mentions.items[m];
}

static inline const bede_mention *actors_at(const actors *a, const char *form)
{
  return actors_nth(a, form, 0);
}

static inline bool actors_has(const actors *a, const char *form)
{
  uint32_t word = tree_find(&a->t, form);
  return a->t.doc.words.items[word].mention != BEDE_NONE;
}

static inline const bede_entity *actors_entity(const actors *a,
                                               const char *form)
{
  return &a->t.doc.entities.items[actors_at(a, form)->entity];
}

// "span|kind|country|sector|code" of the mention at a word; absent is "-".
static inline void actors_expect(const actors *a, const char *form,
                                 const char *wanted)
{
  const bede_mention *m = actors_at(a, form);
  const bede_entity *e = actors_entity(a, form);
  bede_str none = bede_str_from("-");
  bede_buf out;
  bede_buf_init(&out, 0);
  bede_buf_append_str(&out, bede_doc_str(&a->t.doc, m->span));
  bede_buf_append_char(&out, '|');
  bede_buf_append_z(&out, bede_kind_name(e->kind));
  bede_buf_append_char(&out, '|');
  bede_buf_append_str(&out, e->country.len ? e->country : none);
  bede_buf_append_char(&out, '|');
  bede_buf_append_z(&out,
                    e->sector_count ? bede_sector_name(e->sectors[0]) : "-");
  bede_buf_append_char(&out, '|');
  bede_buf_append_str(&out, e->code.len ? e->code : none);
  assert_string_equal(bede_buf_str(&out).ptr, wanted);
  bede_buf_release(&out);
}

// One sentence, one expectation.
static inline void actors_case(const char *source, const char *form,
                               const char *wanted)
{
  actors a;
  actors_read(&a, "2012-06-01", source);
  actors_expect(&a, form, wanted);
  actors_release(&a);
}

static inline bool actors_same(const actors *a, const char *x, unsigned nx,
                               const char *y, unsigned ny)
{
  return actors_nth(a, x, nx)->entity == actors_nth(a, y, ny)->entity;
}

#endif
