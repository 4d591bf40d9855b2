// JSON Lines: fields and aliases, repair, errors with offsets, the stream.
#include "unit.h"

#include <unistd.h>

#include "base/limits.h"
#include "source/source.h"

typedef struct reading {
  bede_arena arena;
  bede_doc doc;
  bede_error err;
} reading;

static int open_reading(void **state)
{
  reading *r = calloc(1, sizeof *r);
  if (!r) return -1;
  bede_arena_init(&r->arena);
  *state = r;
  return 0;
}

static int close_reading(void **state)
{
  reading *r = *state;
  bede_arena_release(&r->arena);
  free(r);
  return 0;
}

static bede_status read_record(reading *r, const char *record,
                               const bede_meta *meta)
{
  bede_arena_clear(&r->arena);
  bede_doc_init(&r->doc, &r->arena);
  return bede_source_json(&r->doc, bede_str_from(record), meta, &r->err);
}

static bede_doc *read_ok(reading *r, const char *record)
{
  if (read_record(r, record, NULL)) fail_msg("%s", r->err.message);
  return &r->doc;
}

static void all_fields(void **state)
{
  bede_doc *doc = read_ok(
      *state, "{\"id\":\"x1\",\"title\":\"Talks fail\",\"text\":\"They did.\","
              "\"published\":\"2019-01-23\",\"publisher\":\"Daily\","
              "\"author\":\"J. Roe\",\"url\":\"http://example.org/\","
              "\"language\":\"en\",\"other\":[1,{}]}");
  assert_str(doc->id, "x1");
  assert_str(doc->text, "Talks fail\n\nThey did.");
  assert_int_equal(doc->body_begin, 12);
  assert_str(doc->published, "2019-01-23");
  assert_int_equal(doc->published_date.month, 1);
  assert_string_equal(doc->published_basis, "given");
  assert_str(doc->publisher, "Daily");
  assert_str(doc->author, "J. Roe");
  assert_str(doc->url, "http://example.org/");
  assert_str(doc->language, "en");
  assert_string_equal(doc->language_basis, "given");
}

static void aliases(void **state)
{
  bede_doc *doc = read_ok(*state, "{\"headline\":\"T\",\"event_text\":\"B.\","
                                  "\"date\":\"2019-01-23\",\"source\":\"S\"}");
  assert_str(doc->text, "T\n\nB.");
  assert_str(doc->published, "2019-01-23");
  assert_str(doc->publisher, "S");
  doc = read_ok(*state, "{\"body\":\"B.\",\"pub_date\":\"2019-01-24\","
                        "\"source\":{\"name\":\"S\"}}");
  assert_str(doc->text, "B.");
  assert_str(doc->published, "2019-01-24");
  assert_null(doc->publisher.ptr);
  doc = read_ok(*state, "{\"text\":\"A.\",\"body\":\"B.\"}");
  assert_str(doc->text, "A.");
}

static void what_is_missing_is_absent(void **state)
{
  reading *r = *state;
  bede_doc *doc = read_ok(r, "{\"text\":\"A.\",\"title\":null,\"id\":\" \","
                             "\"published\":\"\",\"author\":null}");
  assert_null(doc->title.ptr);
  assert_null(doc->author.ptr);
  assert_null(doc->published.ptr);
  assert_null(doc->language.ptr);
  assert_string_equal(doc->published_basis, "none");
  assert_int_equal(doc->id.len, 16);
  assert_memory_equal(doc->id.ptr, doc->text_sha256, 16);
}

static void metadata_fills_gaps_only(void **state)
{
  reading *r = *state;
  bede_meta meta = {"2000-01-01", "Caller", "Caller", "Caller"};
  assert_int_equal(
      read_record(r, "{\"text\":\"A.\",\"publisher\":\"P\"}", &meta), BEDE_OK);
  assert_str(r->doc.publisher, "P");
  assert_str(r->doc.author, "Caller");
  assert_str(r->doc.text, "Caller\n\nA.");
}

static void number_as_id(void **state)
{
  assert_str(read_ok(*state, "{\"id\":42,\"text\":\"\"}")->id, "42");
}

static void text_may_be_empty(void **state)
{
  bede_doc *doc = read_ok(*state, "{\"text\":\"\"}");
  assert_int_equal(doc->text.len, 0);
  assert_int_equal(doc->status, BEDE_DOC_NO_CLAIMS);
}

static void escapes_are_read(void **state)
{
  bede_doc *doc =
      read_ok(*state, "{\"text\":\"a\\n\\u00e9\\ud83d\\ude00\\\\ud800\"}");
  assert_str(doc->text, "a\n\xC3\xA9\xF0\x9F\x98\x80\\ud800");
  assert_int_equal(doc->warnings.count, 0);
}

// Half surrogate pairs and NUL are no characters; each warning has the offset
// of its escape in the record.
static void bad_escapes_become_replacements(void **state)
{
  static const struct {
    const char *record, *text, *code, *offset;
  } cases[] = {
      {"{\"text\":\"a \\ud800 b\"}", "a \xEF\xBF\xBD b", "lone_surrogate",
       "byte 11 "},
      {"{\"text\":\"a \\uDC00\"}", "a \xEF\xBF\xBD", "lone_surrogate",
       "byte 11 "},
      {"{\"text\":\"\\ud83d\\u0041\"}",
       "\xEF\xBF\xBD"
       "A",
       "lone_surrogate", "byte 9 "},
      {"{\"text\":\"\\ud83d\"}", "\xEF\xBF\xBD", "lone_surrogate", "byte 9 "},
      {"{\"text\":\"\\\\\\ud83d\"}", "\\\xEF\xBF\xBD", "lone_surrogate",
       "byte 11 "},
      {"{\"text\":\"x\\u0000y\"}", "x\xEF\xBF\xBDy", "nul_byte", "byte 10 "},
      {"{\"text\":\"x\xFFy\"}", "x\xEF\xBF\xBDy", "bad_utf8", "byte 10 "}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bede_doc *doc = read_ok(*state, cases[i].record);
    assert_str(doc->text, cases[i].text);
    assert_int_equal(doc->warnings.count, 1);
    assert_string_equal(doc->warnings.items[0].code, cases[i].code);
    assert_non_null(
        strstr(doc->warnings.items[0].message.ptr, cases[i].offset));
  }
}

static void bad_records_are_refused(void **state)
{
  static const struct {
    const char *record;
    uint64_t offset;
  } cases[] = {{"[]", 0},
               {"\"text\"", 0},
               {"{}", 0},
               {"{\"text\":5}", 0},
               {"{\"title\":\"T\"}", 0},
               {"{\"text\":\"a\"", 11},
               {"{\"text\":\"a\"} x", 14},
               {"{\"text\":\"tab\there\"}", 12},
               {"{\"text\":\"\\x\"}", 10}};
  reading *r = *state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    assert_int_equal(read_record(r, cases[i].record, NULL), BEDE_EFORMAT);
    assert_int_equal(r->doc.status, BEDE_DOC_FAILED);
    if (cases[i].offset + 1 < r->err.offset ||
        r->err.offset + 1 < cases[i].offset) {
      fail_msg("%s: offset %llu", cases[i].record,
               (unsigned long long)r->err.offset);
    }
  }
  assert_int_equal(read_record(r, "{\"id\":\"x\"}", NULL), BEDE_EFORMAT);
  assert_str(r->doc.id, "x");
  // Behind a byte that repair replaced by three the record's start is named.
  assert_int_equal(read_record(r, "{\"a\":\"\xFF\",\"text\":\"b\"", NULL),
                   BEDE_EFORMAT);
  assert_int_equal(r->err.offset, 0);
}

static void deep_nesting_is_refused(void **state)
{
  bede_buf record;
  bede_buf_init(&record, 0);
  bede_buf_append_z(&record, "{\"text\":\"a\",\"x\":");
  for (int i = 0; i < 100000; i++)
    bede_buf_append_char(&record, '[');
  assert_int_equal(read_record(*state, record.ptr, NULL), BEDE_EFORMAT);
  bede_buf_release(&record);
}

// --- the stream

static char folder[] = "/tmp/bede_source_XXXXXX";
static char path[sizeof folder + 16];

static bede_source *open_bytes(const char *name, const char *bytes, size_t len,
                               bede_input input)
{
  bede_source *source = NULL;
  bede_error err;
  (void)snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *f = fopen(path, "wb");
  assert_non_null(f);
  assert_int_equal(fwrite(bytes, 1, len, f), len);
  assert_int_equal(fclose(f), 0);
  assert_int_equal(bede_source_open(path, input, NULL, &source, &err), BEDE_OK);
  return source;
}

static bede_status next(reading *r, bede_source *source)
{
  bede_arena_clear(&r->arena);
  bede_doc_init(&r->doc, &r->arena);
  return bede_source_next(source, &r->doc, &r->err);
}

static void close_source(bede_source *source)
{
  bede_source_free(source);
  assert_int_equal(remove(path), 0);
}

static void records_one_after_the_other(void **state)
{
  reading *r = *state;
  static const char bytes[] =
      "\xEF\xBB\xBF\n{\"id\":\"a\",\"text\":\"A.\"}\r\n\n  \n{bad\n"
      "{\"id\":\"c\",\"text\":\"C.\"}";
  bede_source *s =
      open_bytes("x.jsonl", bytes, sizeof bytes - 1, BEDE_INPUT_AUTO);
  assert_int_equal(next(r, s), BEDE_OK);
  assert_str(r->doc.id, "a");
  assert_int_equal(next(r, s), BEDE_EFORMAT);
  assert_int_equal(r->err.offset, 36); // behind "bad" in the file
  assert_int_equal(r->doc.status, BEDE_DOC_FAILED);
  assert_int_equal(next(r, s), BEDE_OK);
  assert_str(r->doc.id, "c");
  assert_int_equal(next(r, s), BEDE_END);
  assert_int_equal(next(r, s), BEDE_END);
  close_source(s);
}

static void over_long_line_is_skipped(void **state)
{
  reading *r = *state;
  bede_buf bytes;
  bede_buf_init(&bytes, 0);
  bede_buf_append_z(&bytes, "{\"text\":\"A.\"}\n{\"text\":\"");
  char *long_line = malloc(BEDE_MAX_LINE);
  assert_non_null(long_line);
  memset(long_line, 'x', BEDE_MAX_LINE);
  bede_buf_append(&bytes, long_line, BEDE_MAX_LINE);
  free(long_line);
  bede_buf_append_z(&bytes, "\"}\n{\"id\":\"z\",\"text\":\"Z.\"}\n");
  bede_source *s = open_bytes("l.jsonl", bytes.ptr, bytes.len, BEDE_INPUT_AUTO);
  assert_int_equal(next(r, s), BEDE_OK);
  assert_int_equal(next(r, s), BEDE_ELIMIT);
  assert_int_equal(r->err.offset, 14);
  assert_int_equal(next(r, s), BEDE_OK);
  assert_str(r->doc.id, "z");
  assert_int_equal(next(r, s), BEDE_END);
  close_source(s);
  bede_buf_release(&bytes);
}

// A field that no document may have fails its record; the stream goes on.
static void over_long_field_fails_its_record_alone(void **state)
{
  reading *r = *state;
  bede_buf bytes;
  bede_buf_init(&bytes, 0);
  bede_buf_append_z(&bytes, "{\"id\":\"y\",\"text\":\"Y.\",\"author\":\"");
  for (uint32_t i = 0; i <= BEDE_MAX_DOCUMENT; i++)
    bede_buf_append_char(&bytes, 'x');
  bede_buf_append_z(&bytes, "\"}\n{\"id\":\"z\",\"text\":\"Z.\"}\n");
  bede_source *s = open_bytes("f.jsonl", bytes.ptr, bytes.len, BEDE_INPUT_AUTO);
  assert_int_equal(next(r, s), BEDE_ELIMIT);
  assert_str(r->doc.id, "y");
  assert_int_equal(next(r, s), BEDE_OK);
  assert_str(r->doc.id, "z");
  assert_int_equal(next(r, s), BEDE_END);
  close_source(s);
  bede_buf_release(&bytes);
}

static void format_is_sniffed(void **state)
{
  static const struct {
    const char *name, *bytes;
    bool json;
  } cases[] = {{"a", "{\"text\":\"A.\"}", true},
               {"b", "\xEF\xBB\xBF \n{ \"text\":\"A.\"}", true},
               {"c", "{not json", false},
               {"d", "A text.", false},
               {"e.txt", "{\"text\":\"A.\"}", false},
               {"f.JSON", "{\"text\":\"A.\"}", true}};
  reading *r = *state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bede_source *s = open_bytes(cases[i].name, cases[i].bytes,
                                strlen(cases[i].bytes), BEDE_INPUT_AUTO);
    assert_int_equal(next(r, s), BEDE_OK);
    assert_int_equal(bede_str_is(r->doc.text, "A."), cases[i].json);
    assert_int_equal(next(r, s), BEDE_END);
    close_source(s);
  }
}

static void plain_files(void **state)
{
  reading *r = *state;
  bede_source *s = open_bytes("e.txt", "", 0, BEDE_INPUT_AUTO);
  assert_int_equal(next(r, s), BEDE_END); // an empty file holds no document
  close_source(s);
  s = open_bytes("b.txt", "\xEF\xBB\xBF \n\n", 6, BEDE_INPUT_TEXT);
  assert_int_equal(next(r, s), BEDE_END);
  close_source(s);
  s = open_bytes("z.txt", "PK\3\4\0\0\0\0zip", 11, BEDE_INPUT_TEXT);
  assert_int_equal(next(r, s), BEDE_EBINARY);
  assert_int_equal(next(r, s), BEDE_END);
  close_source(s);
}

static void over_long_file_is_one_failed_document(void **state)
{
  reading *r = *state;
  char *bytes = malloc(BEDE_MAX_DOCUMENT + 100);
  assert_non_null(bytes);
  memset(bytes, 'x', BEDE_MAX_DOCUMENT + 100);
  bede_source *s =
      open_bytes("l.txt", bytes, BEDE_MAX_DOCUMENT + 100, BEDE_INPUT_AUTO);
  assert_int_equal(next(r, s), BEDE_ELIMIT);
  assert_int_equal(r->doc.status, BEDE_DOC_FAILED);
  assert_int_equal(next(r, s), BEDE_END);
  close_source(s);
  free(bytes);
}

// What the reader and the arena hold does not grow with the number of records.
static void memory_is_flat(void **state)
{
  reading *r = *state;
  bede_buf bytes;
  bede_buf_init(&bytes, 0);
  for (int i = 0; i < 20000; i++) {
    bede_buf_append_z(&bytes, "{\"text\":\"A report of some length.\"}\n");
  }
  bede_source *s = open_bytes("m.jsonl", bytes.ptr, bytes.len, BEDE_INPUT_AUTO);
  size_t used = 0;
  for (int i = 0; i < 20000; i++) {
    assert_int_equal(next(r, s), BEDE_OK);
    if (i == 0) used = r->arena.used;
    assert_int_equal(r->arena.used, used);
  }
  assert_int_equal(next(r, s), BEDE_END);
  close_source(s);
  bede_buf_release(&bytes);
}

TEST(files_that_cannot_be_read)
{
  bede_source *s = NULL;
  bede_error err;
  assert_int_equal(
      bede_source_open("/nonexistent/x", BEDE_INPUT_AUTO, NULL, &s, &err),
      BEDE_ENOTFOUND);
  assert_null(s);
  assert_true(bede_source_open(folder, BEDE_INPUT_AUTO, NULL, &s, &err) < 0);
  assert_null(s);
  bede_source_free(NULL);
}

#define CASE(name)                                                             \
  cmocka_unit_test_setup_teardown(name, open_reading, close_reading)

int main(void)
{
  const struct CMUnitTest tests[] = {
      CASE(all_fields),
      CASE(aliases),
      CASE(what_is_missing_is_absent),
      CASE(metadata_fills_gaps_only),
      CASE(number_as_id),
      CASE(text_may_be_empty),
      CASE(escapes_are_read),
      CASE(bad_escapes_become_replacements),
      CASE(bad_records_are_refused),
      CASE(deep_nesting_is_refused),
      CASE(records_one_after_the_other),
      CASE(over_long_line_is_skipped),
      CASE(over_long_field_fails_its_record_alone),
      CASE(format_is_sniffed),
      CASE(plain_files),
      CASE(over_long_file_is_one_failed_document),
      CASE(memory_is_flat),
      cmocka_unit_test(files_that_cannot_be_read),
  };
  if (!mkdtemp(folder)) return 1;
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  (void)rmdir(folder);
  return failed;
}
