// Runs the cases of tests/spec/when-where.txt through the whole pipeline: see
// there for their form.
#include "spec.h"

#include "export/names.h"

static void put_date(const bede_claim *c, bede_buf *out)
{
  if (!c->has_date) {
    bede_buf_append_char(out, '-');
    return;
  }
  bede_date_put(out, c->from);
  bede_buf_append_z(out, "..");
  bede_date_put(out, c->to);
  bede_buf_printf(out, " %s", bede_date_basis_name(c->date_basis));
}

static void put_place(const bede_doc *doc, const bede_claim *c, bede_buf *out)
{
  if (c->place == BEDE_NONE) {
    bede_buf_append_char(out, '-');
    return;
  }
  const bede_place *p = &doc->places.items[c->place];
  bede_buf_append_str(out, p->name);
  bede_buf_append_z(out, ", ");
  bede_buf_append_str(out, p->country.len ? p->country : bede_str_from("-"));
  bede_buf_printf(out, " %s %s", bede_place_kind_name(p->kind),
                  bede_place_basis_name(c->place_basis));
}

static void put_numbers(const bede_doc *doc, const bede_claim *c, bede_buf *out)
{
  for (uint32_t i = 0; i < c->quantities.count; i++) {
    const bede_quantity *q = &doc->quantities.items[c->quantities.items[i]];
    bede_buf_printf(out, "%s%s ", i ? "; " : "", bede_quantity_of_name(q->of));
    if (q->has_low) bede_buf_append_i64(out, q->low);
    bede_buf_append_z(out, "..");
    if (q->has_high) bede_buf_append_i64(out, q->high);
    if (q->part) bede_buf_append_z(out, " part");
    if (q->cumulative) bede_buf_append_z(out, " total");
  }
  if (!c->quantities.count) bede_buf_append_char(out, '-');
}

static void put_claim(const bede_doc *doc, const bede_claim *c, bede_buf *out)
{
  bede_buf_append_str(out, bede_word_form(doc, c->trigger_head));
  bede_buf_append_z(out, ": ");
  put_date(c, out);
  bede_buf_append_z(out, " | ");
  put_place(doc, c, out);
  bede_buf_append_z(out, " | ");
  put_numbers(doc, c, out);
  bede_buf_append_char(out, '\n');
}

static bool run_case(const spec_case *c, bede_arena *arena, bool report)
{
  bede_doc doc;
  bede_buf got;
  bede_buf_init(&got, 0);
  spec_code(c, &doc, arena);
  for (uint32_t i = 0; i < doc.claims.count; i++)
    put_claim(&doc, &doc.claims.items[i], &got);
  bool right = c->lines.len && spec_lines_in(c->lines, bede_buf_str(&got));
  if (!right && report) {
    print_message("case: %.*s\ndue:\n%.*sgot:\n%.*s\n", (int)c->text.len,
                  c->text.ptr, (int)c->lines.len, c->lines.ptr, (int)got.len,
                  got.len ? got.ptr : "");
  }
  bede_buf_release(&got);
  return right;
}

TEST(every_case_of_the_spec)
{
  size_t count = 0;
  size_t right = spec_run("when-where.txt", true, &count, run_case);
  assert_true(count >= 43);
  assert_int_equal(right, count);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(every_case_of_the_spec)};
  return cmocka_run_group_tests(tests, spec_open, spec_close);
}
