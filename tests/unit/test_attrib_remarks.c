// Runs the cases of tests/spec/labels.txt and citations.txt through the whole
// pipeline: see there for their form.
#include "spec.h"

#include "export/names.h"

// The same lines on both sides, in any order.
static bool judge(const spec_case *c, const bede_buf *got, bool report)
{
  bede_str found = bede_buf_str(got);
  bool right = spec_lines_in(found, c->lines) && spec_lines_in(c->lines, found);
  if (!right && report) {
    print_message("case: %.*s\nexpected:\n%.*sgot:\n%.*s\n", (int)c->text.len,
                  c->text.ptr, (int)c->lines.len, c->lines.ptr, (int)found.len,
                  found.ptr);
  }
  return right;
}

static void put_or_dash(bede_str s, bede_buf *out)
{
  if (s.len) {
    bede_buf_append_str(out, s);
  } else {
    bede_buf_append_char(out, '-');
  }
}

// --- labels ---

static void put_speakers(const bede_doc *doc, const bede_label *l,
                         bede_buf *out)
{
  for (uint32_t i = 0; i < l->chain_count; i++) {
    const bede_chain *chain = &doc->chains.items[l->chain_begin + i];
    if (i) bede_buf_append_z(out, ", ");
    if (chain->count == 1) bede_buf_append_z(out, "narrator");
    for (uint32_t k = 0; k + 1 < chain->count; k++) {
      const bede_attribution *a = &doc->attributions.items[chain->links[k]];
      if (k) bede_buf_append_z(out, " < ");
      put_or_dash(a->source.count ? bede_doc_str(doc, a->source.items[0])
                                  : (bede_str){NULL, 0},
                  out);
    }
  }
}

// "words | tone of | entity | speaker < speaker, speaker"
static void put_label(const bede_doc *doc, const bede_label *l, bede_buf *out)
{
  bede_buf_append_str(out, bede_doc_str(doc, l->span));
  bede_buf_printf(out, " | %s %s | ", l->tone, l->of_act ? "act" : "actor");
  put_or_dash(l->entity == BEDE_NONE ? (bede_str){NULL, 0}
                                     : doc->entities.items[l->entity].name,
              out);
  bede_buf_append_z(out, " | ");
  put_speakers(doc, l, out);
  bede_buf_append_char(out, '\n');
}

static bool run_labels(const spec_case *c, bede_arena *arena, bool report)
{
  bede_doc doc;
  bede_buf got;
  bede_buf_init(&got, 0);
  spec_code(c, &doc, arena);
  for (uint32_t i = 0; i < doc.labels.count; i++)
    put_label(&doc, &doc.labels.items[i], &got);
  bool right = judge(c, &got, report);
  bede_buf_release(&got);
  return right;
}

TEST(every_case_of_labels)
{
  size_t count;
  size_t right = spec_run("labels.txt", true, &count, run_labels);
  assert_true(count >= 115);
  assert_int_equal(right, count);
}

// --- citations ---

// "kind words | marker | target | EVENT trigger, ..."
static void put_citation(const bede_doc *doc, const bede_citation *c,
                         bede_buf *out)
{
  bede_buf_printf(out, "%s ", bede_citation_kind_name(c->kind));
  bede_buf_append_str(out, bede_doc_str(doc, c->span));
  bede_buf_append_z(out, " | ");
  put_or_dash(c->marker, out);
  bede_buf_append_z(out, " | ");
  put_or_dash(bede_doc_str(doc, c->target), out);
  bede_buf_append_z(out, c->claims.count ? " | " : " | -");
  for (uint32_t i = 0; i < c->claims.count; i++) {
    const bede_claim *claim = &doc->claims.items[c->claims.items[i]];
    if (i) bede_buf_append_z(out, ", ");
    bede_buf_printf(out, "%s ", bede_event_name(claim->event));
    bede_buf_append_str(out, bede_word_form(doc, claim->trigger_head));
  }
  bede_buf_append_char(out, '\n');
}

// A claim that stands in the list of references.
static bool claims_reference(const bede_doc *doc)
{
  for (uint32_t i = 0; i < doc->claims.count; i++)
    if (doc->sentences.items[doc->claims.items[i].sentence].reference)
      return true;
  return false;
}

static bool run_citations(const spec_case *c, bede_arena *arena, bool report)
{
  bede_doc doc;
  bede_buf got;
  bede_buf_init(&got, 0);
  spec_code(c, &doc, arena);
  for (uint32_t i = 0; i < doc.citations.count; i++)
    put_citation(&doc, &doc.citations.items[i], &got);
  bool right = judge(c, &got, report) && !claims_reference(&doc);
  bede_buf_release(&got);
  return right;
}

TEST(every_case_of_citations)
{
  size_t count;
  size_t right = spec_run("citations.txt", true, &count, run_citations);
  assert_true(count >= 19);
  assert_int_equal(right, count);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_case_of_labels),
      cmocka_unit_test(every_case_of_citations),
  };
  return cmocka_run_group_tests(tests, spec_open, spec_close);
}
