// predicates/, support/, operators/, cues/, classes/ and compose/: what the
// lines say comes back from the lookups.
#include "lexicon.h"

// The slots [begin, begin + count) as knowledge writes them.
static bede_str slots(const fixture *f, uint32_t begin, uint32_t count,
                      bede_buf *out)
{
  static const char *const names[] = {
#define X(s, n) n,
      BEDE_SLOT_LIST(X)
#undef X
  };
  bede_buf_clear(out);
  for (uint32_t i = 0; i < count; i++) {
    const bede_lex_slot *s = bede_lexicon_slots(f->lex, begin + i);
    assert_non_null(s);
    if (i) bede_buf_append_char(out, s->join ? '+' : '|');
    if (s->slot != BEDE_SLOT_PREP) {
      bede_buf_append_z(out, names[s->slot]);
    } else if (s->prep == symbol(f, "on")) {
      bede_buf_append_z(out, "on");
    } else if (s->prep == symbol(f, "because_of")) {
      bede_buf_append_z(out, "because_of");
    } else {
      bede_buf_append_z(out, s->prep == symbol(f, "with") ? "with" : "PREP");
    }
  }
  return bede_buf_str(out);
}

static const bede_lex_pred *pred(const fixture *f, const char *lemma, char pos,
                                 uint32_t *count)
{
  return bede_lexicon_preds(f->lex, symbol(f, lemma), pos, count);
}

static const bede_lex_value *value(const fixture *f, const bede_lex_pred *p,
                                   uint32_t cond, uint32_t n)
{
  const bede_lex_cond *c = bede_lexicon_conds(f->lex, p->cond_begin + cond);
  assert_true(cond < p->cond_count && n < c->value_count);
  return bede_lexicon_values(f->lex, c->value_begin + n);
}

static const char predicates[] =
    "[ASSAULT - 190]\n"
    "v attack\n"
    "n attack A=poss R=on|because_of !weak\n"
    "v attack obj=problem|@abstract R=- !state mode=beat cameo=182\n"
    "a hostile\n"
    "v carry_out obj!=$any with=$actor|$state|$person\n"
    "v meet A=subj+obj|with !recip !needA !needR !political !speech\n"
    "[CONSULT visit]\n"
    "v visit\n"
    "[-]\n"
    "v strike obj=deal\n";

static void open_predicates(fixture *f)
{
  bede_knowledge_file files[] = {
      {"predicates/x.txt", bede_str_from(predicates)},
      {"classes/x.txt", bede_str_from("class abstract: idea\n"
                                      "class unused: attack\n"
                                      "class abstract: thing idea\n")}};
  fixture_files(f, files, 2);
}

TEST(predicates_of_a_word_stand_in_file_order)
{
  fixture f;
  uint32_t count = 0;
  open_predicates(&f);
  const bede_lex_pred *p = pred(&f, "attack", 'v', &count);
  assert_int_equal(count, 2);
  assert_int_equal(p[0].ref.line, 2);
  assert_int_equal(p[1].ref.line, 4);
  assert_int_equal(p[0].event, BEDE_ASSAULT);
  assert_int_equal(p[0].mode, BEDE_MODE_NONE);
  assert_string_equal(p[0].cameo, "190");
  assert_int_equal(p[1].mode, BEDE_MODE_ASSAULT_BEAT);
  assert_string_equal(p[1].cameo, "182");
  assert_int_equal(p[1].flags, BEDE_PRED_STATE);
  assert_int_equal(p[1].recipient_count, 0);
  p = pred(&f, "visit", 'v', &count);
  assert_int_equal(p->event, BEDE_CONSULT);
  assert_int_equal(p->mode, BEDE_MODE_CONSULT_VISIT);
  assert_string_equal(p->cameo, "");
  p = pred(&f, "strike", 'v', &count);
  assert_int_equal(p->event, BEDE_EVENT_NONE);
  assert_null(pred(&f, "attack", 'a', &count));
  assert_int_equal(count, 0);
  assert_null(pred(&f, "idea", 'v', &count));
  assert_null(bede_lexicon_preds(f.lex, 0, 'v', &count));
  assert_null(bede_lexicon_preds(f.lex, UINT32_MAX, 'v', &count));
  fixture_close(&f);
}

TEST(roles_default_by_part_of_speech)
{
  fixture f;
  bede_buf b;
  uint32_t n = 0;
  open_predicates(&f);
  bede_buf_init(&b, 0);
  const bede_lex_pred *p = pred(&f, "attack", 'v', &n);
  assert_str(slots(&f, p->actor_begin, p->actor_count, &b), "subj");
  assert_str(slots(&f, p->recipient_begin, p->recipient_count, &b), "obj");
  p = pred(&f, "attack", 'n', &n);
  assert_int_equal(p->flags, BEDE_PRED_WEAK);
  assert_str(slots(&f, p->actor_begin, p->actor_count, &b), "poss");
  assert_str(slots(&f, p->recipient_begin, p->recipient_count, &b),
             "on|because_of");
  p = pred(&f, "hostile", 'a', &n);
  assert_str(slots(&f, p->actor_begin, p->actor_count, &b), "subj");
  assert_str(slots(&f, p->recipient_begin, p->recipient_count, &b),
             "PREP|PREP|PREP|PREP|PREP|with");
  p = pred(&f, "meet", 'v', &n);
  assert_str(slots(&f, p->actor_begin, p->actor_count, &b), "subj+obj|with");
  assert_int_equal(p->flags, BEDE_PRED_RECIPROCAL | BEDE_PRED_NEED_ACTOR |
                                 BEDE_PRED_NEED_RECIPIENT |
                                 BEDE_PRED_NEED_POLITICAL | BEDE_PRED_SPEECH);
  bede_buf_release(&b);
  fixture_close(&f);
}

TEST(conditions_have_words_classes_and_kinds)
{
  fixture f;
  uint32_t n = 0;
  open_predicates(&f);
  const bede_lex_pred *p = pred(&f, "attack", 'v', &n) + 1;
  assert_int_equal(p->cond_count, 1);
  assert_int_equal(value(&f, p, 0, 0)->kind, BEDE_COND_SYMBOL);
  assert_int_equal(value(&f, p, 0, 0)->number, symbol(&f, "problem"));
  assert_int_equal(value(&f, p, 0, 1)->kind, BEDE_COND_CLASS);
  assert_int_equal(value(&f, p, 0, 1)->number,
                   bede_lexicon_class(f.lex, bede_str_from("abstract")));
  p = pred(&f, "carry", 'v', &n);
  assert_int_equal(p->particle, symbol(&f, "out"));
  assert_int_equal(p->cond_count, 2);
  const bede_lex_cond *c = bede_lexicon_conds(f.lex, p->cond_begin);
  assert_true(c->negate);
  assert_int_equal(c->slot.slot, BEDE_SLOT_OBJ);
  assert_int_equal(value(&f, p, 0, 0)->kind, BEDE_COND_ANY);
  assert_false(c[1].negate);
  assert_int_equal(c[1].slot.slot, BEDE_SLOT_PREP);
  assert_int_equal(c[1].slot.prep, symbol(&f, "with"));
  assert_int_equal(value(&f, p, 1, 0)->kind, BEDE_COND_ACTOR);
  assert_int_equal(value(&f, p, 1, 1)->kind, BEDE_COND_STATE);
  assert_int_equal(value(&f, p, 1, 2)->kind, BEDE_COND_PERSON);
  assert_null(bede_lexicon_conds(f.lex, 999));
  assert_null(bede_lexicon_values(f.lex, 999));
  assert_null(bede_lexicon_slots(f.lex, 999));
  fixture_close(&f);
}

TEST(classes_have_members)
{
  fixture f;
  open_predicates(&f);
  uint32_t abstract = bede_lexicon_class(f.lex, bede_str_from("abstract"));
  uint32_t unused = bede_lexicon_class(f.lex, bede_str_from("unused"));
  assert_int_not_equal(abstract, 0);
  assert_int_not_equal(unused, abstract);
  assert_true(bede_lexicon_in_class(f.lex, symbol(&f, "idea"), abstract));
  assert_true(bede_lexicon_in_class(f.lex, symbol(&f, "thing"), abstract));
  assert_false(bede_lexicon_in_class(f.lex, symbol(&f, "attack"), abstract));
  assert_true(bede_lexicon_in_class(f.lex, symbol(&f, "attack"), unused));
  assert_false(bede_lexicon_in_class(f.lex, 0, abstract));
  assert_false(bede_lexicon_in_class(f.lex, UINT32_MAX, abstract));
  assert_int_equal(bede_lexicon_class(f.lex, bede_str_from("no")), 0);
  fixture_close(&f);
}

// Asserts that condition `i` is SLOT=word.
static void assert_implied(const fixture *f, const bede_lex_pred *p, uint32_t i,
                           bede_slot slot, const char *prep, const char *word)
{
  const bede_lex_cond *c = bede_lexicon_conds(f->lex, p->cond_begin + i);
  assert_int_equal(c->slot.slot, slot);
  assert_int_equal(c->slot.prep, prep ? symbol(f, prep) : 0);
  assert_int_equal(c->value_count, 1);
  assert_int_equal(value(f, p, i, 0)->number, symbol(f, word));
}

TEST(entries_of_several_words_imply_conditions)
{
  fixture f;
  uint32_t n = 0;
  fixture_open(&f, "predicates/x.txt",
               "[ASSAULT]\nn air_strike\nn cease-fire of=war\n"
               "n show_of_force\nn sit-in\nv take_part\nv hack_into R=obj\n");
  const bede_lex_pred *p = pred(&f, "strike", 'n', &n);
  assert_int_equal(p->cond_count, 1);
  assert_implied(&f, p, 0, BEDE_SLOT_MOD, NULL, "air");
  p = pred(&f, "fire", 'n', &n);
  assert_int_equal(p->cond_count, 2);
  assert_implied(&f, p, 0, BEDE_SLOT_MOD, NULL, "cease");
  assert_implied(&f, p, 1, BEDE_SLOT_PREP, "of", "war");
  p = pred(&f, "show", 'n', &n);
  assert_implied(&f, p, 0, BEDE_SLOT_PREP, "of", "force");
  p = pred(&f, "sit", 'n', &n);
  assert_int_equal(p->cond_count, 0);
  assert_int_equal(p->particle, symbol(&f, "in"));
  p = pred(&f, "take", 'v', &n);
  assert_int_equal(p->particle, 0);
  assert_implied(&f, p, 0, BEDE_SLOT_OBJ, NULL, "part");
  p = pred(&f, "hack", 'v', &n);
  assert_int_equal(p->cond_count, 1);
  assert_int_equal(value(&f, p, 0, 0)->kind, BEDE_COND_ANY);
  const bede_lex_slot *s = bede_lexicon_slots(f.lex, p->recipient_begin);
  assert_int_equal(s->slot, BEDE_SLOT_PREP);
  assert_int_equal(s->prep, symbol(&f, "into"));
  fixture_close(&f);
}

TEST(support_verbs)
{
  fixture f;
  bede_buf b;
  uint32_t n = 0;
  fixture_open(&f, "support/x.txt",
               "v carry_out\nv impose C=obj R=on\nv lack !negates A=-\n");
  bede_buf_init(&b, 0);
  const bede_lex_support *s =
      bede_lexicon_supports(f.lex, symbol(&f, "carry"), &n);
  assert_int_equal(n, 1);
  assert_int_equal(s->particle, symbol(&f, "out"));
  assert_str(slots(&f, s->complement_begin, s->complement_count, &b), "obj");
  assert_str(slots(&f, s->actor_begin, s->actor_count, &b), "subj");
  assert_int_equal(s->recipient_count, 0);
  assert_false(s->negates);
  s = bede_lexicon_supports(f.lex, symbol(&f, "impose"), &n);
  assert_str(slots(&f, s->recipient_begin, s->recipient_count, &b), "on");
  s = bede_lexicon_supports(f.lex, symbol(&f, "lack"), &n);
  assert_true(s->negates);
  assert_int_equal(s->actor_count, 0);
  assert_null(bede_lexicon_supports(f.lex, 0, &n));
  bede_buf_release(&b);
  fixture_close(&f);
}

TEST(operators)
{
  fixture f;
  bede_buf b;
  uint32_t n = 0;
  fixture_open(&f, "operators/x.txt",
               "[REFUSE]\nv refuse\nn refusal\n[URGE]\nv urge C=xcomp !speech\n"
               "v lean_on C=xcomp with=$actor\n");
  bede_buf_init(&b, 0);
  const bede_lex_op *o = bede_lexicon_ops(f.lex, symbol(&f, "refuse"), 'v', &n);
  assert_int_equal(n, 1);
  assert_str(bede_lexicon_op_name(f.lex, o->op), "REFUSE");
  assert_int_equal(bede_lexicon_op(f.lex, bede_str_from("REFUSE")), o->op);
  assert_str(slots(&f, o->complement_begin, o->complement_count, &b),
             "xcomp|ccomp|obj");
  assert_int_equal(o->recipient_count, 0);
  o = bede_lexicon_ops(f.lex, symbol(&f, "urge"), 'v', &n);
  assert_str(slots(&f, o->recipient_begin, o->recipient_count, &b), "obj");
  assert_int_equal(o->flags, BEDE_PRED_SPEECH);
  o = bede_lexicon_ops(f.lex, symbol(&f, "lean"), 'v', &n);
  assert_int_equal(o->particle, symbol(&f, "on"));
  assert_int_equal(o->cond_count, 1);
  o = bede_lexicon_ops(f.lex, symbol(&f, "refusal"), 'n', &n);
  assert_int_equal(o->pos, 'n');
  assert_int_not_equal(bede_lexicon_op(f.lex, bede_str_from("NEG")), 0);
  assert_int_equal(bede_lexicon_op(f.lex, bede_str_from("SING")), 0);
  assert_null(bede_lexicon_op_name(f.lex, 0).ptr);
  assert_null(bede_lexicon_op_name(f.lex, 99).ptr);
  bede_buf_release(&b);
  fixture_close(&f);
}

TEST(the_most_specific_cell_counts)
{
  fixture f;
  fixture_open(&f, "compose/x.txt",
               "NEG | * | - | keep negated | actor inner | recipient inner\n"
               "FUTURE | AID COOPERATE | AGREE 036 | recipient inner_actor\n"
               "FUTURE | RETREAT:withdraw | CONCEDE - 080 | keep future\n"
               "FUTURE | RETREAT | SANCTION withdraw 160 | keep yes\n"
               "NECESSARY | * | THREATEN\n");
  uint16_t future = bede_lexicon_op(f.lex, bede_str_from("FUTURE"));
  uint16_t neg = bede_lexicon_op(f.lex, bede_str_from("NEG"));
  const bede_lex_cell *c =
      bede_lexicon_compose(f.lex, neg, BEDE_AID, BEDE_MODE_NONE);
  assert_non_null(c);
  assert_int_equal(c->result, BEDE_EVENT_NONE);
  assert_int_equal(c->keep, 3);
  assert_int_equal(c->actor, 1);
  assert_int_equal(c->recipient, 1);
  c = bede_lexicon_compose(f.lex, future, BEDE_COOPERATE, BEDE_MODE_NONE);
  assert_int_equal(c->result, BEDE_AGREE);
  assert_string_equal(c->cameo, "036");
  assert_int_equal(c->recipient, 2);
  assert_int_equal(c->keep, 0);
  c = bede_lexicon_compose(f.lex, future, BEDE_RETREAT,
                           BEDE_MODE_RETREAT_WITHDRAW);
  assert_int_equal(c->ref.line, 3);
  assert_string_equal(c->cameo, "080");
  assert_int_equal(c->keep, 4);
  c = bede_lexicon_compose(f.lex, future, BEDE_RETREAT,
                           BEDE_MODE_RETREAT_DISARM);
  assert_int_equal(c->ref.line, 4);
  assert_int_equal(c->result_mode, BEDE_MODE_SANCTION_WITHDRAW);
  assert_null(
      bede_lexicon_compose(f.lex, future, BEDE_ASSAULT, BEDE_MODE_NONE));
  fixture_close(&f);
}

TEST(cues)
{
  fixture f;
  bede_buf b;
  uint32_t n = 0;
  fixture_open(
      &f, "cues/x.txt",
      "[says]\nv say O=with !passive\np according_to\n"
      "n statement\na adamant\n[doubts]\nr reportedly !hedge !quote !topic\n");
  bede_buf_init(&b, 0);
  const bede_lex_cue *c = bede_lexicon_cues(f.lex, symbol(&f, "say"), 'v', &n);
  assert_int_equal(n, 1);
  assert_int_equal(c->stance, BEDE_STANCE_SAYS);
  assert_int_equal(c->flags, BEDE_CUE_PASSIVE);
  assert_str(slots(&f, c->source_begin, c->source_count, &b), "subj");
  assert_str(slots(&f, c->content_begin, c->content_count, &b),
             "ccomp|parataxis|xcomp|obj");
  assert_str(slots(&f, c->addressee_begin, c->addressee_count, &b), "with");
  c = bede_lexicon_cues(f.lex, symbol(&f, "according_to"), 'p', &n);
  assert_int_equal(c->flags, BEDE_CUE_PREP);
  assert_str(slots(&f, c->source_begin, c->source_count, &b), "obj");
  assert_int_equal(c->content_count, 0);
  c = bede_lexicon_cues(f.lex, symbol(&f, "reportedly"), 'r', &n);
  assert_int_equal(c->stance, BEDE_STANCE_DOUBTS);
  assert_int_equal(c->flags,
                   BEDE_CUE_HEDGE | BEDE_CUE_QUOTE_ONLY | BEDE_CUE_TOPIC);
  c = bede_lexicon_cues(f.lex, symbol(&f, "statement"), 'n', &n);
  assert_str(slots(&f, c->content_begin, c->content_count, &b), "ccomp|acl");
  c = bede_lexicon_cues(f.lex, symbol(&f, "adamant"), 'a', &n);
  assert_str(slots(&f, c->content_begin, c->content_count, &b), "ccomp|xcomp");
  bede_buf_release(&b);
  fixture_close(&f);
}

TEST(words_are_bound_to_symbols)
{
  fixture f;
  open_predicates(&f);
  fixture_say(&f, "ATTACKED~attack Attack~attack é zzz On");
  const bede_word *w = f.doc.words.items;
  assert_int_equal(w[0].form_id, 0);
  assert_int_equal(w[0].lemma_id, symbol(&f, "attack"));
  assert_int_equal(w[1].form_id, symbol(&f, "attack"));
  assert_int_equal(w[1].lemma_id, symbol(&f, "attack"));
  assert_int_equal(w[2].form_id, 0);
  assert_int_equal(w[3].form_id, 0);
  assert_int_equal(w[4].form_id, symbol(&f, "on"));
  assert_int_not_equal(w[4].form_id, 0);
  fixture_close(&f);
}

TEST(hyphenated_words_of_the_knowledge_are_one)
{
  fixture f;
  fixture_open(&f, "classes/x.txt", "class a: sit-in in top-of-the-list\n");
  fixture_say(&f, "Sit-_in sit-_ins~in top-_of-_the-_list sit-_up sit - in");
  const bede_word *w = f.doc.words.items;
  uint32_t sit_in = symbol(&f, "sit-in");
  assert_int_not_equal(sit_in, 0);
  assert_int_equal(w[0].form_id, sit_in);
  assert_int_equal(w[2].form_id, sit_in);
  assert_int_equal(w[2].lemma_id, symbol(&f, "in"));
  assert_int_equal(w[3].form_id, sit_in);
  assert_int_equal(w[5].form_id, sit_in);
  assert_int_equal(w[6].form_id, symbol(&f, "top-of-the-list"));
  assert_int_equal(w[12].form_id, symbol(&f, "top-of-the-list"));
  assert_int_equal(w[8].form_id, 0);
  assert_int_equal(w[13].form_id, 0);
  assert_int_equal(w[18].form_id, symbol(&f, "in"));
  fixture_close(&f);
}

TEST(the_longest_word_is_bound_and_longer_ones_are_unknown)
{
  fixture f;
  char text[BEDE_MAX_WORD_BYTES + 64];
  char word[BEDE_MAX_WORD_BYTES + 2];
  memset(word, 'x', sizeof word);
  word[BEDE_MAX_WORD_BYTES] = '\0';
  (void)snprintf(text, sizeof text, "class c: %s\n", word);
  fixture_open(&f, "classes/x.txt", text);
  assert_int_equal(symbol(&f, word), 1);
  word[BEDE_MAX_WORD_BYTES] = 'x';
  word[BEDE_MAX_WORD_BYTES + 1] = '\0';
  assert_int_equal(symbol(&f, word), 0);
  assert_int_equal(symbol(&f, ""), 0);
  fixture_close(&f);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(predicates_of_a_word_stand_in_file_order),
      cmocka_unit_test(roles_default_by_part_of_speech),
      cmocka_unit_test(conditions_have_words_classes_and_kinds),
      cmocka_unit_test(classes_have_members),
      cmocka_unit_test(entries_of_several_words_imply_conditions),
      cmocka_unit_test(support_verbs),
      cmocka_unit_test(operators),
      cmocka_unit_test(the_most_specific_cell_counts),
      cmocka_unit_test(cues),
      cmocka_unit_test(words_are_bound_to_symbols),
      cmocka_unit_test(hyphenated_words_of_the_knowledge_are_one),
      cmocka_unit_test(the_longest_word_is_bound_and_longer_ones_are_unknown),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
