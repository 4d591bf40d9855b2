// Runs the cases of tests/spec/attribution.txt through the whole pipeline: see
// there for their form. The cases of attribution-failures.txt are known to
// fail; one that passes has to move.
#include "unit.h"

#include "base/os.h"
#include "coder/coder.h"

static bede_model *model;
static bede_lang *lang;
static bede_lexicon *lex;

// --- one document ---

static void put_spans(const bede_doc *doc, const bede_spans *spans,
                      bede_buf *out)
{
  for (uint32_t i = 0; i < spans->count; i++) {
    if (i) bede_buf_append_z(out, " ... ");
    bede_buf_append_str(out, bede_doc_str(doc, spans->items[i]));
  }
  if (spans->count == 0) bede_buf_append_char(out, '-');
}

// "source | cue | content | kind stance quoted"
static void put_attribution(const bede_doc *doc, uint32_t index, bede_buf *out)
{
  static const char *const quoted[] = {"null", "direct", "indirect", "mixed"};
  const bede_attribution *a = &doc->attributions.items[index];
  put_spans(doc, &a->source, out);
  bede_buf_append_z(out, " | ");
  put_spans(doc, &a->cue, out);
  bede_buf_append_z(out, " | ");
  put_spans(doc, &a->content, out);
  bede_buf_printf(out, " | %s %s %s\n", bede_source_kind_name(a->kind),
                  bede_stance_name(a->stance), quoted[a->quoted]);
}

// "EVENT trigger: source < source, source certain +": chains innermost first,
// the narrator left out.
static void put_claim(const bede_doc *doc, const bede_claim *c, bede_buf *out)
{
  bede_buf_printf(out, "! %s ", bede_event_name(c->event));
  bede_buf_append_str(out, bede_word_form(doc, c->trigger_head));
  bede_buf_append_z(out, ":");
  for (uint32_t i = 0; i < c->chain_count; i++) {
    const bede_chain *chain = &doc->chains.items[c->chain_begin + i];
    bede_buf_append_z(out, i ? ", " : " ");
    for (uint32_t k = 0; k + 1 < chain->count; k++) {
      if (k) bede_buf_append_z(out, " < ");
      put_spans(doc, &doc->attributions.items[chain->links[k]].source, out);
    }
    if (chain->count == 1) bede_buf_append_z(out, "narrator");
  }
  bede_buf_printf(out, " %s %c\n", c->uncertain ? "uncertain" : "certain",
                  c->negated ? '-' : '+');
}

static void code(bede_doc *doc, bede_arena *arena, bede_str text)
{
  bede_pipeline pipeline = {lex, lang, false, NULL};
  bede_buf body;
  uint32_t body_begin = 0;
  bede_buf_init(&body, 0);
  for (size_t i = 0; i < text.len; i++) {
    static const char title[] = " \xc2\xb6\xc2\xb6 ", end[] = " \xc2\xb6 ";
    if (text.len - i >= 6 && memcmp(text.ptr + i, title, 6) == 0) {
      bede_buf_append_z(&body, "\n\n");
      body_begin = (uint32_t)body.len;
      i += 5;
    } else if (text.len - i >= 4 && memcmp(text.ptr + i, end, 4) == 0) {
      bede_buf_append_z(&body, "\n\n");
      i += 3;
    } else {
      bede_buf_append_char(&body, text.ptr[i]);
    }
  }
  bede_doc_init(doc, arena);
  doc->text = bede_arena_copy(arena, bede_buf_str(&body));
  doc->body_begin = body_begin;
  bede_buf_release(&body);
  bede_error err = {{0}, 0, 0};
  bede_status status = bede_coder_run(&pipeline, doc, &err);
  if (status) fail_msg("%s", err.message);
}

// --- one case ---

typedef struct spec_case {
  bede_str text;     // with its mark "> " or "* "
  bede_str expected; // lines
} spec_case;

static bool is_case(bede_str line)
{
  return bede_str_starts(line, "> ") || bede_str_starts(line, "* ");
}

static bool next_case(bede_str *rest, spec_case *out)
{
  bede_str line;
  while (rest->len) {
    *rest = bede_str_cut(*rest, '\n', &line);
    if (!is_case(line)) continue;
    out->text = line;
    out->expected = bede_str_sub(*rest, 0, 0);
    while (rest->len) {
      bede_str after = bede_str_cut(*rest, '\n', &line);
      if (bede_str_trim(line).len == 0 || is_case(line)) break;
      out->expected.len += line.len + 1;
      *rest = after;
    }
    return true;
  }
  return false;
}

static bool has_line(bede_str lines, bede_str wanted)
{
  bede_str line;
  while (lines.len) {
    lines = bede_str_cut(lines, '\n', &line);
    if (bede_str_eq(line, wanted)) return true;
  }
  return false;
}

// All lines of `a` in `b`; a claim only counts where it is wanted.
static bool lines_in(bede_str a, bede_str b)
{
  bede_str line;
  while (a.len) {
    a = bede_str_cut(a, '\n', &line);
    if (line.len && !has_line(b, line)) return false;
  }
  return true;
}

static bool run_case(const spec_case *c, bede_arena *arena, bool report)
{
  bede_doc doc;
  bede_buf found, claims;
  bede_buf_init(&found, 0);
  bede_buf_init(&claims, 0);
  bede_arena_clear(arena);
  code(&doc, arena, bede_str_sub(c->text, 2, c->text.len));
  for (uint32_t i = 1; i < doc.attributions.count; i++)
    put_attribution(&doc, i, &found);
  bede_buf_append_str(&claims, bede_buf_str(&found));
  for (uint32_t i = 0; i < doc.claims.count; i++)
    put_claim(&doc, &doc.claims.items[i], &claims);
  bool right = lines_in(bede_buf_str(&found), c->expected) &&
               lines_in(c->expected, bede_buf_str(&claims));
  if (!right && report) {
    print_message("case: %.*s\nexpected:\n%.*sgot:\n%s\n", (int)c->text.len,
                  c->text.ptr, (int)c->expected.len, c->expected.ptr,
                  bede_buf_str(&claims).ptr);
  }
  bede_buf_release(&found);
  bede_buf_release(&claims);
  return right;
}

// Runs all cases of a file; *count gets their number. Returns how many are
// right.
static size_t run_file(const char *name, bool report, size_t *count)
{
  char path[4096];
  const char *root = getenv("BEDE_ROOT");
  bede_buf spec;
  bede_arena arena;
  bede_buf_init(&spec, 0);
  bede_arena_init(&arena);
  (void)snprintf(path, sizeof path, "%s/tests/spec/%s", root ? root : ".",
                 name);
  assert_int_equal(bede_os_read_file(path, &spec, NULL), BEDE_OK);
  bede_str rest = bede_buf_str(&spec);
  spec_case c;
  size_t right = 0;
  *count = 0;
  while (next_case(&rest, &c)) {
    ++*count;
    if (run_case(&c, &arena, report)) right++;
  }
  bede_arena_release(&arena);
  bede_buf_release(&spec);
  return right;
}

TEST(every_case_of_the_spec)
{
  size_t count;
  size_t right = run_file("attribution.txt", true, &count);
  assert_true(count >= 60);
  assert_int_equal(right, count);
}

TEST(known_failures_still_fail)
{
  size_t count;
  assert_int_equal(run_file("attribution-failures.txt", false, &count), 0);
}

static int open_all(void **state BEDE_UNUSED)
{
  bede_error err = {{0}, 0, 0};
  if (bede_model_open((bede_str){NULL, 0}, &model, &err)) return -1;
  if (bede_lang_new(model, BEDE_FAST, &lang, &err)) return -1;
  return bede_lexicon_open((bede_str){NULL, 0}, &lex, &err);
}

static int close_all(void **state BEDE_UNUSED)
{
  bede_lexicon_free(lex);
  bede_lang_free(lang);
  bede_model_free(model);
  return 0;
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_case_of_the_spec),
      cmocka_unit_test(known_failures_still_fail),
  };
  return cmocka_run_group_tests(tests, open_all, close_all);
}
