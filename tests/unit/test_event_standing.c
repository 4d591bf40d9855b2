// Runs tests/spec/standing.txt: how the predicates of each sentence stand.
#include "coder.h"

#include "base/buf.h"
#include "base/os.h"
#include "base/str.h"

#define MAX_MARKS 16

typedef struct mark {
  size_t end; // bytes, in the sentence without marks: where the word ends
  bede_str label;
} mark;

// Takes the marks out of a line.
static size_t unmark(bede_str line, bede_buf *sentence, mark out[MAX_MARKS])
{
  size_t n = 0;
  bede_buf_clear(sentence);
  for (size_t i = 0; i < line.len; i++) {
    if (line.ptr[i] != '{') {
      bede_buf_append_char(sentence, line.ptr[i]);
      continue;
    }
    size_t end = i;
    while (line.ptr[end] != '}')
      end++;
    assert_true(n < MAX_MARKS);
    out[n].end = bede_buf_str(sentence).len;
    out[n++].label = (bede_str){line.ptr + i + 1, end - i - 1};
    i = end;
  }
  return n;
}

// The predicate whose word ends at `end`; the sentences are ASCII, so code
// points are bytes.
static const json_t *predicate_at(const json_t *doc, size_t end)
{
  const json_t *all = json_object_get(doc, "predicates");
  for (size_t i = 0; i < json_array_size(all); i++) {
    const json_t *p = json_array_get(all, i);
    const json_t *span = json_object_get(p, "span");
    if ((size_t)json_integer_value(json_array_get(span, 1)) == end) return p;
  }
  return NULL;
}

static void put_label(bede_buf *out, const char *label)
{
  if (bede_buf_str(out).len) bede_buf_append_char(out, '+');
  bede_buf_append_z(out, label);
}

static void label_of(const json_t *predicate, bede_buf *out)
{
  bede_buf_clear(out);
  const char *status = coder_str(predicate, "status");
  if (strcmp(status, "future") == 0) put_label(out, "ahead");
  if (strcmp(status, "hypothetical") == 0) put_label(out, "open");
  if (strcmp(coder_str(predicate, "polarity"), "-") == 0) put_label(out, "no");
  if (strcmp(coder_str(predicate, "certainty"), "uncertain") == 0)
    put_label(out, "doubt");
  if (!bede_buf_str(out).len) put_label(out, "yes");
}

// Does a part of the claim's trigger end at `end`?
static bool tells(const json_t *claim, size_t end)
{
  const json_t *trigger = json_object_get(claim, "trigger");
  for (size_t i = 0; i < json_array_size(trigger); i++) {
    const json_t *span = json_array_get(trigger, i);
    if ((size_t)json_integer_value(json_array_get(span, 1)) == end) return true;
  }
  return false;
}

// "=" and the aspect of the claim that the word tells.
static void aspect_of(const json_t *doc, size_t end, bede_buf *label)
{
  const json_t *claims = json_object_get(doc, "claims");
  bede_buf_clear(label);
  for (size_t i = 0; i < json_array_size(claims); i++) {
    const json_t *claim = json_array_get(claims, i);
    if (!tells(claim, end)) continue;
    bede_buf_append_char(label, '=');
    bede_buf_append_z(label, coder_str(claim, "aspect"));
    return;
  }
}

static unsigned check_line(bede_coder *coder, bede_str line, bede_buf *sentence,
                           bede_buf *label)
{
  mark marks[MAX_MARKS];
  unsigned wrong = 0;
  size_t n = unmark(line, sentence, marks);
  json_t *doc = coder_code(coder, bede_buf_str(sentence).ptr, NULL);
  for (size_t i = 0; i < n; i++) {
    const json_t *p = predicate_at(doc, marks[i].end);
    if (marks[i].label.len && marks[i].label.ptr[0] == '=')
      aspect_of(doc, marks[i].end, label);
    else if (p)
      label_of(p, label);
    bede_str found = p ? bede_buf_str(label) : bede_str_from("no predicate");
    if (bede_str_eq(found, marks[i].label)) continue;
    print_message("%.*s: %.*s\n", (int)line.len, line.ptr, (int)found.len,
                  found.ptr);
    wrong++;
  }
  json_decref(doc);
  return wrong;
}

static void test_standing(void **state)
{
  (void)state;
  char path[1024];
  const char *root = getenv("BEDE_ROOT");
  snprintf(path, sizeof path, "%s/tests/spec/standing.txt", root ? root : ".");
  bede_buf file, sentence, label;
  bede_error err;
  bede_buf_init(&file, 0);
  bede_buf_init(&sentence, 0);
  bede_buf_init(&label, 0);
  assert_int_equal(bede_os_read_file(path, &file, &err), BEDE_OK);
  bede_coder *coder = coder_open();
  unsigned lines = 0, wrong = 0;
  for (bede_str rest = bede_buf_str(&file), line; rest.len;) {
    rest = bede_str_cut(rest, '\n', &line);
    if (!line.len || line.ptr[0] == '#') continue;
    lines++;
    wrong += check_line(coder, line, &sentence, &label);
  }
  assert_true(lines > 40);
  assert_int_equal(wrong, 0);
  bede_coder_free(coder);
  bede_buf_release(&label);
  bede_buf_release(&sentence);
  bede_buf_release(&file);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_standing)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
