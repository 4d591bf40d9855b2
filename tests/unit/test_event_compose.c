// Runs tests/spec/composition.txt: every operator over every act, against what
// the composition table says. What is known to differ, mostly for a wrong tree,
// stands in composition.failures.txt as OPERATOR TYPE; the test fails when an
// unlisted pair differs and when a listed one no longer does.
#include <ctype.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>

#include <cmocka.h>

#include "ann/cameo.h"
#include "base/os.h"
#include "base/str.h"
#include "coder/coder.h"
#include "source/source.h"

#define MAX_LINES 64

typedef struct act {
  bede_str name; // "RETREAT withdraw"
  bede_event event;
  bede_mode mode;
  bede_str infinitive, gerund, noun, present, who;
} act;

typedef struct op_line {
  bede_str name, sentence;
} op_line;

typedef struct spec {
  bede_lexicon *lex;
  bede_model *model;
  bede_lang *lang;
  bede_arena arena;
  bede_buf text, failures, sentence;
  op_line ops[MAX_LINES];
  act acts[MAX_LINES];
  size_t op_count, act_count;
  unsigned pairs, unexpected;
} spec;

// --- reading -----------------------------------------------------------------

static void read_file(const char *name, bede_buf *out)
{
  char path[1024];
  const char *root = getenv("BEDE_ROOT");
  snprintf(path, sizeof path, "%s/tests/spec/%s", root ? root : ".", name);
  bede_error err;
  bede_buf_init(out, 0);
  assert_int_equal(bede_os_read_file(path, out, &err), BEDE_OK);
}

static bede_str field(bede_str *rest)
{
  bede_str head;
  *rest = bede_str_cut(*rest, '|', &head);
  return bede_str_trim(head);
}

static void read_act(spec *s, bede_str line)
{
  act *a = &s->acts[s->act_count++];
  bede_str event, mode;
  a->name = field(&line);
  mode = bede_str_cut(a->name, ' ', &event);
  a->event = bede_event_parse(event);
  a->mode = bede_mode_parse(a->event, mode);
  assert_int_not_equal(a->event, BEDE_EVENT_NONE);
  a->infinitive = field(&line);
  a->gerund = field(&line);
  a->noun = field(&line);
  a->present = field(&line);
  a->who = field(&line);
  if (!a->who.len) a->who = bede_str_from("Chad");
}

static void read_lines(spec *s)
{
  bool acts = false;
  for (bede_str rest = bede_buf_str(&s->text), line; rest.len;) {
    rest = bede_str_cut(rest, '\n', &line);
    if (bede_str_starts(line, "## ")) acts = bede_str_starts(line, "## acts");
    if (!line.len || line.ptr[0] == '#') continue;
    assert_true(s->op_count < MAX_LINES && s->act_count < MAX_LINES);
    if (acts) {
      read_act(s, line);
    } else {
      op_line *o = &s->ops[s->op_count++];
      o->name = field(&line);
      o->sentence = field(&line);
    }
  }
}

// --- one pair ----------------------------------------------------------------

// The sentence with the act in its place; false when the act lacks the form.
static bool fill(spec *s, const op_line *op, const act *a)
{
  bede_buf_clear(&s->sentence);
  for (size_t i = 0; i < op->sentence.len; i++) {
    char c = op->sentence.ptr[i];
    if (c != '%') {
      bede_buf_append_char(&s->sentence, c);
      continue;
    }
    char form = op->sentence.ptr[++i];
    bede_str words = form == 'i'   ? a->infinitive
                     : form == 'g' ? a->gerund
                     : form == 'n' ? a->noun
                     : form == 'p' ? a->present
                                   : a->who;
    if (bede_str_is(words, "-")) return false;
    if (form == 'S') {
      bede_buf_append_char(&s->sentence, (char)toupper(words.ptr[0]));
      words = bede_str_sub(words, 1, words.len);
    }
    bede_buf_append(&s->sentence, words.ptr, words.len);
  }
  return true;
}

static bool code(spec *s, bede_doc *doc)
{
  bede_pipeline pipeline = {s->lex, s->lang, false, NULL};
  bede_meta meta = {"2024-06-14", NULL, NULL, NULL};
  bede_error err;
  bede_arena_clear(&s->arena);
  bede_doc_init(doc, &s->arena);
  return bede_source_text(doc, bede_buf_str(&s->sentence), &meta, &err) ==
             BEDE_OK &&
         bede_coder_run(&pipeline, doc, &err) == BEDE_OK;
}

static const bede_claim *find_claim(const bede_doc *doc, bede_event event,
                                    bede_mode mode)
{
  for (uint32_t i = 0; i < doc->claims.count; i++) {
    const bede_claim *c = &doc->claims.items[i];
    bede_mode own = c->mode_count ? c->modes[0] : BEDE_MODE_NONE;
    if (c->event == event && (!mode || own == mode)) return c;
  }
  return NULL;
}

static bool stands_as(const bede_claim *c, uint8_t keep)
{
  switch (keep) {
  case BEDE_KEEP_UNCERTAIN:
    return c->uncertain;
  case BEDE_KEEP_NEGATED:
    return c->negated;
  case BEDE_KEEP_FUTURE:
    return c->status == BEDE_STATUS_FUTURE;
  case BEDE_KEEP_HYPOTHETICAL:
    return c->status == BEDE_STATUS_HYPOTHETICAL;
  default:
    return true;
  }
}

// Does the coding hold what the cell says? An operator of grammar makes no
// claim beside its own.
static bool holds(const bede_doc *doc, const bede_lex_cell *cell, const act *a,
                  bool grammar)
{
  if (cell->result) {
    const bede_claim *outer =
        find_claim(doc, (bede_event)cell->result, (bede_mode)cell->result_mode);
    // a code that the act refines may be of another mode
    if (!outer) outer = find_claim(doc, (bede_event)cell->result, 0);
    if (!outer || strncmp(outer->cameo, cell->cameo, strlen(cell->cameo)) != 0)
      return false;
    if (grammar) return stands_as(outer, cell->keep);
  }
  const bede_claim *inner = find_claim(doc, a->event, a->mode);
  bool same = cell->result == a->event; // the outer claim may look like it
  if (!cell->keep) return same || !inner;
  return inner && stands_as(inner, cell->keep);
}

// Operators of grammar have no words.
static bool is_grammar(const op_line *op)
{
  static const char *const names[] = {"NEG",        "NEG_FUTURE",  "FUTURE",
                                      "POSSIBLE",   "CONDITIONAL", "NECESSARY",
                                      "OWN_THREAT", "OWN_FUTURE"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (bede_str_is(op->name, names[i])) return true;
  return false;
}

static bool is_listed(const spec *s, const op_line *op, const act *a)
{
  char name[128];
  snprintf(name, sizeof name, "%.*s %.*s", (int)op->name.len, op->name.ptr,
           (int)a->name.len, a->name.ptr);
  for (bede_str rest = bede_buf_str(&s->failures), line; rest.len;) {
    rest = bede_str_cut(rest, '\n', &line);
    if (bede_str_is(line, name)) return true;
  }
  return false;
}

static void check_pair(spec *s, const op_line *op, const act *a)
{
  uint16_t id = bede_lexicon_op(s->lex, op->name);
  const bede_lex_cell *cell =
      id ? bede_lexicon_compose(s->lex, id, a->event, a->mode) : NULL;
  bede_doc doc;
  if (!cell || !fill(s, op, a)) return;
  assert_true(code(s, &doc));
  s->pairs++;
  bool good = holds(&doc, cell, a, is_grammar(op)),
       listed = is_listed(s, op, a);
  if (good != listed) return;
  s->unexpected++;
  bede_str text = bede_buf_str(&s->sentence);
  print_message("%s %.*s %.*s: %.*s\n", good ? "now holds" : "differs",
                (int)op->name.len, op->name.ptr, (int)a->name.len, a->name.ptr,
                (int)text.len, text.ptr);
}

static void test_composition(void **state)
{
  spec *s = *state;
  read_lines(s);
  for (size_t o = 0; o < s->op_count; o++) {
    if (!bede_lexicon_op(s->lex, s->ops[o].name))
      fail_msg("no operator %.*s", (int)s->ops[o].name.len, s->ops[o].name.ptr);
    for (size_t a = 0; a < s->act_count; a++)
      check_pair(s, &s->ops[o], &s->acts[a]);
  }
  print_message("%u pairs\n", s->pairs);
  assert_true(s->pairs > 300);
  assert_int_equal(s->unexpected, 0);
}

// Every operator that the knowledge has words for stands in the file.
static void test_all_operators(void **state)
{
  spec *s = *state;
  unsigned missing = 0;
  for (uint16_t id = 1;; id++) {
    bede_str name = bede_lexicon_op_name(s->lex, id);
    if (!name.len) break;
    bool found = false;
    for (size_t o = 0; o < s->op_count && !found; o++)
      found = bede_str_eq(s->ops[o].name, name);
    if (!found)
      print_message("no sentence for %.*s\n", (int)name.len, name.ptr);
    missing += !found;
  }
  assert_int_equal(missing, 0);
}

static int setup(void **state)
{
  static spec s;
  bede_error err;
  if (bede_lexicon_open((bede_str){NULL, 0}, &s.lex, &err) ||
      bede_model_open((bede_str){NULL, 0}, &s.model, &err) ||
      bede_lang_new(s.model, BEDE_FAST, &s.lang, &err))
    return -1;
  bede_lang_know(s.lang, s.lex);
  bede_arena_init(&s.arena);
  bede_buf_init(&s.sentence, 0);
  read_file("composition.txt", &s.text);
  read_file("composition.failures.txt", &s.failures);
  *state = &s;
  return 0;
}

static int teardown(void **state)
{
  spec *s = *state;
  bede_buf_release(&s->text);
  bede_buf_release(&s->failures);
  bede_buf_release(&s->sentence);
  bede_arena_release(&s->arena);
  bede_lang_free(s->lang);
  bede_model_free(s->model);
  bede_lexicon_free(s->lex);
  return 0;
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_composition),
                                     cmocka_unit_test(test_all_operators)};
  return cmocka_run_group_tests(tests, setup, teardown);
}
