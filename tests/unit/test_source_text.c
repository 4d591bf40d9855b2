// Plain text as a document: repair, titles, bylines, limits, binary data.
#include "unit.h"

#include "base/limits.h"
#include "base/sha256.h"
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

static bede_status read_bytes(reading *r, const char *bytes, size_t len,
                              const bede_meta *meta)
{
  bede_str s = {bytes, len};
  bede_arena_clear(&r->arena);
  bede_doc_init(&r->doc, &r->arena);
  return bede_source_text(&r->doc, s, meta, &r->err);
}

static bede_doc *read_z(reading *r, const char *text)
{
  assert_int_equal(read_bytes(r, text, strlen(text), NULL), BEDE_OK);
  return &r->doc;
}

#define READ(r, literal) read_bytes(r, literal, sizeof literal - 1, NULL)

static void text_is_kept_as_it_is(void **state)
{
  bede_doc *doc = read_z(*state, "One line.\r\n\r\nTwo\tlines.\r\n");
  assert_str(doc->text, "One line.\r\n\r\nTwo\tlines.\r\n");
  assert_int_equal(doc->warnings.count, 0);
  assert_int_equal(doc->body_begin, 0);
  assert_null(doc->title.ptr);
  assert_null(doc->language.ptr);
  assert_string_equal(doc->published_basis, "none");
}

static void hashes_and_id_follow_the_content(void **state)
{
  reading *r = *state;
  char hex[65];
  bede_doc *doc = read_z(r, "\xEF\xBB\xBFSome text.");
  bede_sha256_hex("\xEF\xBB\xBFSome text.", 13, hex);
  assert_string_equal(doc->raw_sha256, hex);
  bede_sha256_hex("Some text.", 10, hex);
  assert_string_equal(doc->text_sha256, hex);
  assert_str(doc->text, "Some text.");
  hex[16] = '\0';
  assert_str(doc->id, hex);
}

static void bad_bytes_become_replacements(void **state)
{
  reading *r = *state;
  assert_int_equal(READ(r, "\xEF\xBB\xBF"
                           "a \xFF b \xED\xA0\x80 c \0 d \xC3"),
                   BEDE_OK);
  assert_str(r->doc.text, "a \xEF\xBF\xBD b \xEF\xBF\xBD c \xEF\xBF\xBD d "
                          "\xEF\xBF\xBD");
  static const char *const codes[] = {"bad_utf8", "lone_surrogate", "nul_byte",
                                      "bad_utf8"};
  static const char *const offsets[] = {"byte 5 ", "byte 9 ", "byte 15 ",
                                        "byte 19 "};
  assert_int_equal(r->doc.warnings.count, 4);
  for (uint32_t i = 0; i < 4; i++) {
    const bede_warning *w = &r->doc.warnings.items[i];
    assert_string_equal(w->code, codes[i]);
    assert_non_null(strstr(w->message.ptr, offsets[i]));
    assert_str(bede_doc_str(&r->doc, w->span), "\xEF\xBF\xBD");
  }
}

// Beyond the limit neither a warning nor its words are kept.
static void warnings_are_bounded(void **state)
{
  reading *r = *state;
  bede_span none = {0, 0};
  read_z(r, "Some text.");
  for (uint32_t i = 0; i < BEDE_MAX_WARNINGS; i++)
    bede_doc_warn(&r->doc, "bad_utf8", none, "words");
  assert_int_equal(r->doc.warnings.count, BEDE_MAX_WARNINGS);
  size_t used = r->arena.used;
  bede_doc_warn(&r->doc, "bad_utf8", none, "words");
  assert_int_equal(r->doc.warnings.count, BEDE_MAX_WARNINGS);
  assert_int_equal(r->arena.used, used);
}

static void good_text_is_not_repaired(void **state)
{
  bede_doc *doc =
      read_z(*state, "\xEF\xBF\xBD is a character, \xF0\x9F\x98\x80 too");
  assert_int_equal(doc->warnings.count, 0);
}

static void title_in_the_text(void **state)
{
  static const char *const texts[] = {
      "Talks fail in capital\n\n\nThe talks failed.\n",
      "\"We will not yield\"\r\n\r\nThe army said so."};
  static const char *const bodies[] = {"The talks failed.\n",
                                       "The army said so."};
  for (size_t i = 0; i < 2; i++) {
    bede_doc *doc = read_z(*state, texts[i]);
    assert_str(bede_str_sub(doc->text, doc->body_begin, doc->text.len),
               bodies[i]);
    assert_str(doc->text, texts[i]);
    assert_null(doc->title.ptr); // no metadata gave one
  }
}

// A first line that is a sentence, stands alone, is long or goes on without a
// blank line is no title.
static void no_title_in_the_text(void **state)
{
  static const char *const texts[] = {
      "The talks failed.\n\nThe army waits.",
      "He said: \"No.\"\n\nThen he left.",
      "Talks fail in capital",
      "Talks fail in capital\n\n",
      "Talks fail in capital\nThe talks failed.",
      "\n\nThe talks failed\n\nNo.",
      ""};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    bede_doc *doc = read_z(*state, texts[i]);
    assert_null(doc->title.ptr);
    assert_int_equal(doc->body_begin, 0);
  }
  char text[300];
  memset(text, 'a', sizeof text);
  memcpy(text + 200, "\n\nbody", 6);
  assert_int_equal(read_bytes(*state, text, 206, NULL), BEDE_OK);
  assert_null(((reading *)*state)->doc.title.ptr);
}

static void given_metadata(void **state)
{
  reading *r = *state;
  bede_meta meta = {"2014-07-01", "Daily", "Jane Roe", "Talks fail"};
  assert_int_equal(read_bytes(r, "They failed.", 12, &meta), BEDE_OK);
  assert_str(r->doc.text, "Talks fail\n\nThey failed.");
  assert_str(r->doc.title, "Talks fail");
  assert_int_equal(r->doc.body_begin, 12);
  assert_str(r->doc.publisher, "Daily");
  assert_str(r->doc.author, "Jane Roe");
  assert_str(r->doc.published, "2014-07-01");
  assert_string_equal(r->doc.published_basis, "given");
  assert_int_equal(r->doc.published_date.year, 2014);
  assert_int_equal(r->doc.published_date.day, 1);
}

static void unreadable_date_is_kept_and_warned_of(void **state)
{
  reading *r = *state;
  bede_meta meta = {"last Tuesday", NULL, NULL, NULL};
  assert_int_equal(read_bytes(r, "Text.", 5, &meta), BEDE_OK);
  assert_str(r->doc.published, "last Tuesday");
  assert_int_equal(r->doc.published_date.year, 0);
  assert_int_equal(r->doc.warnings.count, 1);
  assert_string_equal(r->doc.warnings.items[0].code, "bad_date");
}

static void byline_is_found(void **state)
{
  static const char *const texts[][2] = {
      {"Talks fail\n\nBy Jane Roe\n\nThe talks failed.", "Jane Roe"},
      {"Talks fail\n\nThe talks failed.\n\nBy J. Roe\n", "J. Roe"},
      {"By JANE ROE, Daily News\nThe talks failed.", "JANE ROE"},
      {"BY Jan van der Roe and Ann Doe\r\n\r\nThe talks failed.",
       "Jan van der Roe and Ann Doe"},
      {"Talks fail\n\nThe end.\n\nBy Łukasz Zoe", "Łukasz Zoe"}};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    bede_doc *doc = read_z(*state, texts[i][0]);
    assert_str(doc->author, texts[i][1]);
    bede_str line = bede_doc_str(doc, doc->byline);
    assert_true(bede_str_starts(line, "By ") || bede_str_starts(line, "BY "));
  }
}

static void byline_is_not_invented(void **state)
{
  static const char *const texts[] = {
      "By Monday\n\nthe talks had failed.",
      "By the sea\n\nThe town fell.",
      "By Monday the talks had failed. Nobody knew.",
      "Bystanders Fled\n\nAll.",
      "The end came.\n\nBy evening they left.",
      "By\n\nText.",
      "They won.\nIt was decided By Jane Roe and Others"};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    bede_doc *doc = read_z(*state, texts[i]);
    assert_int_equal(doc->byline.end, 0);
    assert_null(doc->author.ptr);
  }
}

static void reporting_line_is_a_byline(void **state)
{
  static const char *const texts[][2] = {
      {"LIMA - All.\n\n(Reporting by Ann Roe; Editing by J. Doe)", "Ann Roe"},
      {"All ended.\n\nReporting by Ann Roe in Lima", "Ann Roe"},
      {"All ended.\n\n(Reporting by A. Roe, B. Doe; writing by C. Zoe)",
       "A. Roe"},
      {"All ended.\n\n(Reporting by the army is rare.)", NULL}};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    bede_doc *doc = read_z(*state, texts[i][0]);
    if (!texts[i][1]) {
      assert_null(doc->author.ptr);
      continue;
    }
    assert_true(bede_str_starts(doc->author, texts[i][1]));
  }
}

static void credit_of_a_dateline(void **state)
{
  static const char *const texts[][2] = {
      {"LIMA (Reuters) - The talks failed.", "Reuters"},
      {"Talks fail\n\nBAMAKO, Mali (AP) \u2014 The talks failed.", "AP"},
      {"QUETTA, May 9 (Indus News Service) - A man fled.",
       "Indus News Service"},
      {"The mayor (Labour) - a baker - left.", NULL},
      {"LIMA (Reuters) reported the end.", NULL},
      {"LIMA (pop. 9 million) - a city.", NULL},
      {"LIMA (", NULL}};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    bede_doc *doc = read_z(*state, texts[i][0]);
    if (texts[i][1]) {
      assert_str(doc->credit, texts[i][1]);
    } else {
      assert_null(doc->credit.ptr);
    }
  }
}

static void given_author_wins_over_the_byline(void **state)
{
  reading *r = *state;
  bede_meta meta = {NULL, NULL, "Ann Doe", NULL};
  const char *text = "By Jane Roe\n\nThe talks failed.";
  assert_int_equal(read_bytes(r, text, strlen(text), &meta), BEDE_OK);
  assert_str(r->doc.author, "Ann Doe");
  assert_str(bede_doc_str(&r->doc, r->doc.byline), "By Jane Roe");
}

static void binary_data_is_refused(void **state)
{
  reading *r = *state;
  assert_int_equal(READ(r, "\x7f"
                           "ELF\2\1\1\0\0\0\0\0\0\0\0\0"),
                   BEDE_EBINARY);
  assert_int_equal(r->doc.status, BEDE_DOC_FAILED);
  assert_int_equal(READ(r, "%PDF-1.4 and so on"), BEDE_EBINARY);
  assert_int_equal(READ(r, "\xFF\xFEt\0e\0x\0t\0 \0i\0n\0 \0U\0T\0F\0"),
                   BEDE_EBINARY);
  assert_int_equal(READ(r, "a few \x01 control \x02 characters"), BEDE_OK);
  assert_int_equal(READ(r, "Latin-1: caf\xE9 na\xEFve \xE0 la carte"), BEDE_OK);
}

static void limit_of_a_document(void **state)
{
  reading *r = *state;
  char *text = malloc(BEDE_MAX_DOCUMENT + 1);
  assert_non_null(text);
  memset(text, 'a', BEDE_MAX_DOCUMENT + 1);
  assert_int_equal(read_bytes(r, text, BEDE_MAX_DOCUMENT, NULL), BEDE_OK);
  assert_int_equal(read_bytes(r, text, BEDE_MAX_DOCUMENT + 1, NULL),
                   BEDE_ELIMIT);
  assert_int_equal(r->doc.status, BEDE_DOC_FAILED);
  // Repair makes a text longer.
  text[7] = '\xFF';
  assert_int_equal(read_bytes(r, text, BEDE_MAX_DOCUMENT, NULL), BEDE_ELIMIT);
  assert_int_equal(read_bytes(r, text, BEDE_MAX_DOCUMENT - 2, NULL), BEDE_OK);
  // So does a title.
  bede_meta meta = {NULL, NULL, NULL, "T"};
  text[7] = 'a';
  assert_int_equal(read_bytes(r, text, BEDE_MAX_DOCUMENT - 3, &meta), BEDE_OK);
  assert_int_equal(read_bytes(r, text, BEDE_MAX_DOCUMENT - 2, &meta),
                   BEDE_ELIMIT);
  free(text);
}

static void failing_memory_is_reported(void **state)
{
  reading *r = *state;
  bede_status status = BEDE_ENOMEM;
  const char *text = "Talks fail\n\nBy J. Roe\n\nNo \xFF.";
  for (uint64_t n = 1; status == BEDE_ENOMEM; n++) {
    bede_arena_release(&r->arena);
    bede_arena_init(&r->arena);
    (void)bede_mem_fail_after(n);
    status = read_bytes(r, text, strlen(text), NULL);
    (void)bede_mem_fail_after(0);
    assert_true(n < 1000);
  }
  assert_int_equal(status, BEDE_OK);
}

#define CASE(name)                                                             \
  cmocka_unit_test_setup_teardown(name, open_reading, close_reading)

int main(void)
{
  const struct CMUnitTest tests[] = {
      CASE(text_is_kept_as_it_is),
      CASE(hashes_and_id_follow_the_content),
      CASE(bad_bytes_become_replacements),
      CASE(warnings_are_bounded),
      CASE(good_text_is_not_repaired),
      CASE(title_in_the_text),
      CASE(no_title_in_the_text),
      CASE(given_metadata),
      CASE(unreadable_date_is_kept_and_warned_of),
      CASE(byline_is_found),
      CASE(reporting_line_is_a_byline),
      CASE(credit_of_a_dateline),
      CASE(byline_is_not_invented),
      CASE(given_author_wins_over_the_byline),
      CASE(binary_data_is_refused),
      CASE(limit_of_a_document),
      CASE(failing_memory_is_reported),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
