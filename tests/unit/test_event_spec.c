// Runs tests/spec/events.txt: what is due in each sentence must be found, with
// its parties, and near-misses must not be coded. Cases that are known to fail
// stand in events.failures.txt by their title; one that no longer fails must be
// taken out there.
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>

#include <cmocka.h>

#include "base/os.h"
#include "base/str.h"
#include "coder/coder.h"
#include "source/source.h"

typedef struct spec {
  bede_lexicon *lex;
  bede_model *model;
  bede_lang *lang;
  bede_arena arena;
  bede_buf text, failures;
  unsigned cases, passed, unexpected;
} spec;

// One case: lines [begin, end) of the file after its title.
typedef struct spec_case {
  bede_str title, sentence;
  bede_str lines[32];
  size_t count;
} spec_case;

static void read_spec(const char *name, bede_buf *out)
{
  char path[1024];
  const char *root = getenv("BEDE_ROOT");
  snprintf(path, sizeof path, "%s/tests/spec/%s", root ? root : ".", name);
  bede_error err;
  bede_buf_init(out, 0);
  assert_int_equal(bede_os_read_file(path, out, &err), BEDE_OK);
}

static bool code(spec *s, bede_str sentence, bede_doc *doc)
{
  bede_pipeline pipeline = {s->lex, s->lang, false, NULL};
  bede_meta meta = {"2020-06-17", NULL, NULL, NULL};
  bede_error err;
  bede_arena_clear(&s->arena);
  bede_doc_init(doc, &s->arena);
  return bede_source_text(doc, sentence, &meta, &err) == BEDE_OK &&
         bede_coder_run(&pipeline, doc, &err) == BEDE_OK;
}

static bool contains(bede_str text, bede_str words)
{
  for (size_t i = 0; i + words.len <= text.len; i++) {
    if (memcmp(text.ptr + i, words.ptr, words.len) == 0) return true;
  }
  return false;
}

// `parties` is "-" or "A; B": as many roles, each with the words of one.
static bool roles_fit(const bede_doc *doc, bede_str parties,
                      const bede_role *roles, uint32_t count)
{
  parties = bede_str_trim(parties);
  if (bede_str_is(parties, "-")) return count == 0;
  uint32_t wanted = 0;
  while (parties.len) {
    bede_str party;
    parties = bede_str_cut(parties, ';', &party);
    party = bede_str_trim(party);
    wanted++;
    bool found = false;
    for (uint32_t i = 0; i < count && !found; i++)
      found = contains(bede_doc_str(doc, roles[i].span), party);
    if (!found) return false;
  }
  return wanted == count;
}

static bool claim_fits(const bede_doc *doc, const bede_claim *c, bede_str line)
{
  bede_str head, actors, type;
  bede_str rest = bede_str_cut(line, '|', &head);
  bede_str recipients = bede_str_cut(rest, '|', &actors);
  bede_str mode = bede_str_trim(bede_str_cut(bede_str_trim(head), ' ', &type));
  if (c->event != bede_event_parse(type)) return false;
  bool mode_fits = bede_str_is(mode, "-") ? c->mode_count == 0 : false;
  for (uint8_t i = 0; i < c->mode_count; i++)
    mode_fits |= bede_str_is(mode, bede_mode_name(c->modes[i]));
  return mode_fits && roles_fit(doc, actors, c->actor.items, c->actor.count) &&
         roles_fit(doc, recipients, c->recipient.items, c->recipient.count);
}

static bool line_holds(const bede_doc *doc, bede_str line)
{
  if (bede_str_is(line, "-")) return doc->claims.count == 0;
  for (uint32_t i = 0; i < doc->claims.count; i++) {
    if (claim_fits(doc, &doc->claims.items[i], line)) return true;
  }
  return false;
}

// May this type be found in a near-miss of the case?
static bool is_forbidden(const spec_case *c, bede_event event)
{
  bool any = false;
  for (size_t i = 0; i < c->count; i++) {
    bede_str type;
    if (c->lines[i].ptr[0] == '*' || bede_str_is(c->lines[i], "-")) continue;
    bede_str_cut(c->lines[i], ' ', &type);
    any = true;
    if (bede_event_parse(type) == event) return true;
  }
  return !any;
}

static bool near_miss_holds(spec *s, const spec_case *c, bede_str line)
{
  bede_doc doc;
  bede_str sentence = bede_str_trim(bede_str_sub(line, 1, line.len));
  if (!code(s, sentence, &doc)) return false;
  for (uint32_t i = 0; i < doc.claims.count; i++) {
    if (is_forbidden(c, doc.claims.items[i].event)) return false;
  }
  return true;
}

static bool case_holds(spec *s, const spec_case *c)
{
  bool ok = true;
  bede_doc doc;
  for (size_t i = 0; i < c->count && ok; i++) {
    if (c->lines[i].ptr[0] == '*') {
      ok = near_miss_holds(s, c, c->lines[i]);
    } else {
      ok = code(s, c->sentence, &doc) && line_holds(&doc, c->lines[i]);
    }
    if (!ok)
      print_message("%.*s\n    fails: %.*s\n", (int)c->title.len, c->title.ptr,
                    (int)c->lines[i].len, c->lines[i].ptr);
  }
  return ok;
}

static bool is_known_failure(const spec *s, bede_str title)
{
  bede_str rest = bede_buf_str(&s->failures);
  while (rest.len) {
    bede_str line;
    rest = bede_str_cut(rest, '\n', &line);
    if (bede_str_eq(bede_str_trim(line), title)) return true;
  }
  return false;
}

static void run_case(spec *s, const spec_case *c)
{
  if (!c->sentence.len) return;
  bool ok = case_holds(s, c), known = is_known_failure(s, c->title);
  s->cases++;
  s->passed += ok;
  if (ok == known) {
    s->unexpected++;
    print_message("%.*s: %s\n", (int)c->title.len, c->title.ptr,
                  ok ? "passes, though listed as a failure" : "fails");
  }
}

static void test_cases(void **state)
{
  spec *s = *state;
  bede_str rest = bede_buf_str(&s->text);
  spec_case c = {{NULL, 0}, {NULL, 0}, {{NULL, 0}}, 0};
  while (rest.len) {
    bede_str line;
    rest = bede_str_cut(rest, '\n', &line);
    line = bede_str_trim(line);
    if (bede_str_starts(line, "##")) continue;
    if (bede_str_starts(line, "# ")) {
      run_case(s, &c);
      memset(&c, 0, sizeof c);
      c.title = bede_str_sub(line, 2, line.len);
    } else if (line.len && !c.sentence.len) {
      c.sentence = line;
    } else if (line.len && c.count < 32) {
      c.lines[c.count++] = line;
    }
  }
  run_case(s, &c);
  print_message("%u of %u cases hold\n", s->passed, s->cases);
  assert_true(s->cases > 100);
  assert_int_equal(s->unexpected, 0);
}

static int set_up(void **state)
{
  static spec s;
  bede_str none = {NULL, 0};
  bede_error err;
  read_spec("events.txt", &s.text);
  read_spec("events.failures.txt", &s.failures);
  bede_arena_init(&s.arena);
  *state = &s;
  if (bede_lexicon_open(none, &s.lex, &err) ||
      bede_model_open(none, &s.model, &err) ||
      bede_lang_new(s.model, BEDE_FAST, &s.lang, &err))
    return -1;
  bede_lang_know(s.lang, s.lex);
  return 0;
}

static int tear_down(void **state)
{
  spec *s = *state;
  bede_lang_free(s->lang);
  bede_model_free(s->model);
  bede_lexicon_free(s->lex);
  bede_arena_release(&s->arena);
  bede_buf_release(&s->text);
  bede_buf_release(&s->failures);
  return 0;
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_cases)};
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
