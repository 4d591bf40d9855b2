// Runs the cases of tests/spec/actors.txt through the whole pipeline: see there
// for their form. The cases of actors-failures.txt are known to fail; one that
// passes has to move.
#include "spec.h"

#include "export/names.h"

// Are these the mention's words: its span, its head, or the end of its span?
static bool is_called(const bede_doc *doc, const bede_mention *m,
                      bede_str words, unsigned way)
{
  bede_str span = bede_doc_str(doc, m->span);
  switch (way) {
  case 0:
    return bede_str_eq(span, words);
  case 1:
    return bede_str_eq(bede_word_form(doc, m->head), words);
  default:
    return span.len > words.len && span.ptr[span.len - words.len - 1] == ' ' &&
           memcmp(span.ptr + span.len - words.len, words.ptr, words.len) == 0;
  }
}

// The n-th mention (from 1) that is called so ("police", "he#2"), the strictest
// way first. BEDE_NONE when there is none.
static uint32_t find_mention(const bede_doc *doc, bede_str words)
{
  bede_str name = words;
  uint32_t nth = 1;
  if (words.len > 2 && words.ptr[words.len - 2] == '#') {
    nth = (uint32_t)(words.ptr[words.len - 1] - '0');
    name = bede_str_sub(words, 0, words.len - 2);
  }
  for (unsigned way = 0; way < 3; way++) {
    uint32_t n = nth;
    for (uint32_t i = 0; i < doc->mentions.count; i++) {
      if (is_called(doc, &doc->mentions.items[i], name, way) && --n == 0)
        return i;
    }
  }
  return BEDE_NONE;
}

// --- one line ----------------------------------------------------------------

// "COUNTRY SECTOR,SECTOR CODE kind".
static void put_entity(const bede_entity *e, bede_buf *out)
{
  if (!e) {
    bede_buf_append_z(out, "nobody");
    return;
  }
  bede_buf_append_str(out, e->country.len ? e->country : bede_str_from("-"));
  bede_buf_append_char(out, ' ');
  for (uint8_t i = 0; i < e->sector_count; i++) {
    if (i) bede_buf_append_char(out, ',');
    bede_buf_append_z(out, bede_sector_name(e->sectors[i]));
  }
  if (!e->sector_count) bede_buf_append_char(out, '-');
  bede_buf_append_char(out, ' ');
  bede_buf_append_str(out, e->code.len ? e->code : bede_str_from("-"));
  bede_buf_append_char(out, ' ');
  bede_buf_append_z(out, bede_kind_name(e->kind));
}

static const bede_entity *mention_entity(const bede_doc *doc, bede_str words)
{
  uint32_t m = find_mention(doc, words);
  return m == BEDE_NONE ? NULL
                        : &doc->entities.items[doc->mentions.items[m].entity];
}

static const bede_role *role_in(const bede_doc *doc, const bede_role *roles,
                                uint32_t count, bede_str words)
{
  for (uint32_t i = 0; i < count; i++) {
    if (bede_str_eq(bede_doc_str(doc, roles[i].span), words)) return &roles[i];
  }
  return NULL;
}

static const bede_entity *role_entity(const bede_doc *doc, bede_str words)
{
  for (uint32_t i = 0; i < doc->claims.count; i++) {
    const bede_claim *c = &doc->claims.items[i];
    const bede_role *r = role_in(doc, c->actor.items, c->actor.count, words);
    if (!r) r = role_in(doc, c->recipient.items, c->recipient.count, words);
    if (r) return bede_role_entity(doc, r);
  }
  return NULL;
}

// "A = B" and "A != B": one entity or two.
static bool same_line(const bede_doc *doc, bede_str a, bede_str b, bool same)
{
  const bede_entity *x = mention_entity(doc, bede_str_trim(a));
  const bede_entity *y = mention_entity(doc, bede_str_trim(b));
  return x && y && (x == y) == same;
}

static bool split(bede_str line, const char *mark, bede_str *a, bede_str *b)
{
  size_t n = strlen(mark);
  for (size_t i = 0; i + n <= line.len; i++) {
    if (memcmp(line.ptr + i, mark, n) != 0) continue;
    *a = bede_str_sub(line, 0, i);
    *b = bede_str_sub(line, i + n, line.len);
    return true;
  }
  return false;
}

static bool line_holds(const bede_doc *doc, bede_str line, bede_buf *got)
{
  bede_str a, b;
  if (split(line, " != ", &a, &b)) return same_line(doc, a, b, false);
  if (split(line, " = ", &a, &b)) return same_line(doc, a, b, true);
  if (!split(line, ": ", &a, &b)) fail_msg("odd line: %s", line.ptr);
  bede_str role = bede_str_from("role ");
  if (bede_str_starts(a, role.ptr))
    put_entity(role_entity(doc, bede_str_sub(a, role.len, a.len)), got);
  else
    put_entity(mention_entity(doc, a), got);
  return bede_str_eq(bede_buf_str(got), bede_str_trim(b));
}

// --- one case ----------------------------------------------------------------

static bool run_case(const spec_case *c, bede_arena *arena, bool report)
{
  bede_doc doc;
  bede_str rest = c->lines, line;
  bool right = true;
  spec_code(c, &doc, arena);
  while (rest.len) {
    bede_buf got;
    bede_buf_init(&got, 0);
    rest = bede_str_cut(rest, '\n', &line);
    if (line.len && !line_holds(&doc, line, &got)) {
      right = false;
      if (report)
        print_message("%.*s\n    wants %.*s, got %.*s\n", (int)c->text.len,
                      c->text.ptr, (int)line.len, line.ptr, (int)got.len,
                      got.ptr ? got.ptr : "");
    }
    bede_buf_release(&got);
  }
  return right;
}

TEST(every_case_of_the_spec)
{
  size_t count;
  size_t right = spec_run("actors.txt", true, &count, run_case);
  assert_true(count >= 60);
  assert_int_equal(right, count);
}

TEST(known_failures_still_fail)
{
  size_t count;
  assert_int_equal(spec_run("actors-failures.txt", false, &count, run_case), 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_case_of_the_spec),
      cmocka_unit_test(known_failures_still_fail)};
  return cmocka_run_group_tests(tests, spec_open, spec_close);
}
