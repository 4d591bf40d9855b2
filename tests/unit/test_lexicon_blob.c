// The blob: the same bytes for the same files, damage found at opening, memory
// that fails, folders that replace and add, warnings.
#include "lexicon.h"

#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/sha256.h"
#include "lexicon/blob.h"
#include "setting/calendar.h"

// One line at least for every section of a blob: path, text.
static const char *const whole[][2] = {
    {"actors/a.txt", "asof 2001-02-03\n"
                     "entity AAA | state | AAA | GOV | AAA | Arland\n"
                     "name ARL; Republic of Arland\n"
                     "adj Arlandic | 1990..\n"
                     "role king | AAA | GOV | AAAGOV | ..\n"
                     "entity org.b | organization | AAA | - | - | Bund\n"
                     "parent AAA\n"},
    {"agents/a.txt", "[COP person body]\npolice officer ~COP\nofficer\n"},
    {"classes/a.txt", "class arm: gun bomb\nclass money: coin gun\n"},
    {"compose/a.txt", "NEG | * | - | keep negated\nOPX | AID | AGREE 030\n"},
    {"cues/a.txt", "[says]\nv say O=to\np according_to\n"},
    {"gazetteer/a.txt", "place 7 | city | LBN | 9 | 34.4 | -35.8 | 300 | "
                        "Tripoli; Port Arl\n"
                        "place 9 | adm1 | LBN | - | - | - | 0 | North\n"
                        "alias LBN | Tripoli | Tripoli; Trablous\n"},
    {"labels/a.txt", "[approving actor]\nhero of labour\n"},
    {"numbers/a.txt", "[some]\ndozens = 12 dozens\n"},
    {"operators/a.txt", "[OPX]\nv refuse with=gun\n"},
    {"predicates/a.txt", "[ASSAULT beat 190]\n"
                         "v attack R=obj|on with=@arm|$actor !weak\n"
                         "n air_strike\n"},
    {"support/a.txt", "v carry_out R=on\n"},
    {"time/a.txt", "[month]\nMay = 5\n"
                   "[feast]\nMay Day = fixed 5 1\nEaster = easter 0\n"
                   "Eid = listed 2006-01-10 2006-12-31..2007-01-03\n"}};
#define FILES (sizeof whole / sizeof *whole)

static void whole_files(bede_knowledge_file files[FILES], bool backwards)
{
  for (size_t i = 0; i < FILES; i++) {
    size_t at = backwards ? FILES - 1 - i : i;
    files[at].path = whole[i][0];
    files[at].text = bede_str_from(whole[i][1]);
  }
}

static void compile_whole(bede_buf *out)
{
  bede_knowledge_file files[FILES];
  bede_error err = {.message = ""};
  bede_buf_init(out, 0);
  whole_files(files, false);
  assert_int_equal(bede_knowledge_compile_files(files, FILES, out,
                                                fixture_report, NULL, &err),
                   BEDE_OK);
}

// Asks everything that can be asked, so that a sanitizer sees a bad range.
static uint32_t ask_rules(const bede_lexicon *lex, uint32_t symbol)
{
  uint32_t n = 0, sum = 0;
  static const char parts[] = "vnarp";
  for (const char *pos = parts; *pos; pos++) {
    const bede_lex_pred *p = bede_lexicon_preds(lex, symbol, *pos, &n);
    for (uint32_t i = 0; i < n; i++) {
      sum += p[i].event + (uint32_t)strlen(p[i].cameo);
      sum += (uint32_t)bede_lexicon_file(lex, p[i].ref.file).len;
      for (uint32_t k = 0; k < p[i].cond_count; k++) {
        const bede_lex_cond *c = bede_lexicon_conds(lex, p[i].cond_begin + k);
        sum += bede_lexicon_values(lex, c->value_begin)->number;
        sum += bede_lexicon_values(lex, c->value_begin + c->value_count - 1)
                   ->number;
      }
      for (uint32_t k = 0; k < p[i].actor_count; k++)
        sum += bede_lexicon_slots(lex, p[i].actor_begin + k)->prep;
    }
    const bede_lex_op *o = bede_lexicon_ops(lex, symbol, *pos, &n);
    for (uint32_t i = 0; i < n; i++)
      sum += (uint32_t)bede_lexicon_op_name(lex, o[i].op).len;
    const bede_lex_cue *c = bede_lexicon_cues(lex, symbol, *pos, &n);
    for (uint32_t i = 0; i < n; i++)
      sum += c[i].stance;
  }
  const bede_lex_support *s = bede_lexicon_supports(lex, symbol, &n);
  for (uint32_t i = 0; i < n; i++)
    sum += s[i].actor_begin;
  for (uint32_t i = 0; i < 4; i++)
    sum += bede_lexicon_in_class(lex, symbol, i);
  return sum;
}

static uint32_t ask_phrases(const bede_lexicon *lex, bede_doc *doc)
{
  uint32_t len = 0, count = 0, sum = 0, end = doc->words.count;
  for (uint32_t i = 0; i < end; i++) {
    const bede_lex_name *n =
        bede_lexicon_name_at(lex, doc, i, end, &len, &count);
    for (uint32_t k = 0; n && k < count; k++) {
      const bede_lex_entity *e = bede_lexicon_entity(lex, n[k].entity);
      sum += (uint32_t)bede_lexicon_str(lex, e->name).len;
      for (; e->parent != BEDE_NONE; e = bede_lexicon_entity(lex, e->parent))
        sum++;
      for (uint32_t r = 0; r < e->role_count; r++)
        sum += bede_lexicon_role(lex, e->role_begin + r)->office;
    }
    const bede_lex_agent *a = bede_lexicon_agent_at(lex, doc, i, 0, &len);
    if (a) sum += (uint32_t)bede_lexicon_str(lex, a->code).len;
    const bede_lex_label *l = bede_lexicon_label_at(lex, doc, i, end, &len);
    if (l) sum += (uint32_t)strlen(bede_label_tone(l->tone));
  }
  return sum;
}

static uint32_t ask_places(const bede_lexicon *lex, bede_doc *doc)
{
  uint32_t len = 0, count = 0, sum = 0, end = doc->words.count;
  bede_str name = bede_str_from("Port Arl");
  for (uint32_t i = 0; i < end; i++) {
    const bede_lex_place_name *n =
        bede_lexicon_places_at(lex, doc, i, end, &len, &count);
    for (uint32_t k = 0; n && k < count; k++) {
      const bede_lex_place *p = bede_lexicon_place(lex, n[k].place);
      sum += (uint32_t)bede_lexicon_str(lex, p->name).len + n[k].alias;
      sum += (uint32_t)bede_lexicon_str(lex, p->country).len + p->kind;
      if (p->division != BEDE_NONE) {
        sum += bede_lexicon_place(lex, p->division)->number;
      }
      sum += (uint32_t)bede_lexicon_file(lex, p->ref.file).len;
    }
  }
  const bede_lex_place_name *n = bede_lexicon_places_named(lex, name, &count);
  return n ? sum + n[count - 1].place : sum;
}

static uint32_t ask_terms(const bede_lexicon *lex, bede_doc *doc)
{
  uint32_t len = 0, sum = 0, end = doc->words.count;
  for (uint32_t i = 0; i < end; i++) {
    sum += bede_lexicon_term_begins(lex, doc->words.items[i].form_id);
    const bede_lex_term *t =
        bede_lexicon_term_at(lex, doc, i, end, UINT32_MAX, &len);
    if (!t) continue;
    sum += (uint32_t)bede_lexicon_str(lex, t->text).len + t->kind;
    for (uint32_t k = 0; k < t->date_count; k++) {
      const bede_lex_span *s = bede_lexicon_dates(lex, t->date_begin + k);
      sum += (uint32_t)bede_date_days(s->from) + (uint32_t)s->to.day;
    }
    for (int16_t year = 2004; year < 2009; year++) {
      bede_lex_span days;
      if (t->kind != BEDE_TERM_FEAST) break;
      if (bede_feast_days(lex, t, year, &days)) sum += days.to.day;
    }
  }
  return sum;
}

static uint32_t ask_all(fixture *f)
{
  uint32_t sum = 0;
  bede_ref ref = {0, 2};
  fixture_say(f, "Republic of Arland ARL police officer hero of labour refuse "
                 "attack Bund air strike Tripoli Trablous North Port Arl May "
                 "Day May dozens Easter Eid");
  sum += ask_phrases(f->lex, &f->doc);
  sum += ask_places(f->lex, &f->doc) + ask_terms(f->lex, &f->doc);
  for (uint32_t s = 0; s < 80; s++)
    sum += ask_rules(f->lex, s);
  for (uint16_t op = 0; op < 9; op++) {
    const bede_lex_cell *c =
        bede_lexicon_compose(f->lex, op, BEDE_AID, BEDE_MODE_NONE);
    if (c) sum += c->result;
  }
  for (uint32_t i = 0; bede_lexicon_asof(f->lex, i); i++)
    sum += (uint32_t)bede_date_days(bede_lexicon_asof(f->lex, i)->date);
  sum += bede_lexicon_class(f->lex, bede_str_from("money"));
  sum += bede_lexicon_op(f->lex, bede_str_from("OPX"));
  sum += bede_lexicon_entity_by_key(f->lex, bede_str_from("org.b"));
  return sum + (uint32_t)bede_lexicon_line(f->lex, ref).len;
}

TEST(the_same_files_make_the_same_bytes)
{
  bede_buf a, b;
  compile_whole(&a);
  // Other order of the files, other bytes in fresh memory, appended to others.
  bede_knowledge_file files[FILES];
  whole_files(files, true);
  bede_buf_init(&b, 0);
  bede_buf_append_z(&b, "0123456789abcdef");
  void *dirt = malloc(1 << 20);
  assert_non_null(dirt);
  memset(dirt, 0xA5, 1 << 20);
  free(dirt);
  assert_int_equal(
      bede_knowledge_compile_files(files, FILES, &b, NULL, NULL, NULL),
      BEDE_OK);
  assert_int_equal(b.len, a.len + 16);
  assert_memory_equal(b.ptr + 16, a.ptr, a.len);
  bede_buf_release(&a);
  bede_buf_release(&b);
}

// So that damage is done to every section.
TEST(no_section_of_the_whole_is_empty)
{
  bede_buf b;
  bede_lexicon *lex = NULL;
  compile_whole(&b);
  assert_int_equal(bede_lexicon_open(bede_buf_str(&b), &lex, NULL), BEDE_OK);
#define X(s, f, t)                                                             \
  if (lex->f.count == 0) fail_msg("no " #f);
  BEDE_BLOB_SECTIONS(X)
#undef X
  bede_lexicon_free(lex);
  bede_buf_release(&b);
}

TEST(the_hash_is_that_of_the_content)
{
  fixture f, g;
  char hex[65];
  fixture_open(&f, "classes/x.txt", "class a: b\n");
  fixture_open(&g, "classes/x.txt", "class a: c\n");
  assert_int_equal(strlen(bede_lexicon_hash(f.lex)), 16);
  assert_string_not_equal(bede_lexicon_hash(f.lex), bede_lexicon_hash(g.lex));
  bede_sha256_hex(f.blob.ptr + BEDE_BLOB_SHA_FROM,
                  f.blob.len - BEDE_BLOB_SHA_FROM, hex);
  assert_memory_equal(hex, bede_lexicon_hash(f.lex), 16);
  fixture_close(&f);
  fixture_close(&g);
}

// Opens damaged bytes; when they open, everything is asked.
static bede_status try_blob(bede_str blob)
{
  fixture f;
  bede_error err = {.message = ""};
  memset(&f, 0, sizeof f);
  bede_status status = bede_lexicon_open(blob, &f.lex, &err);
  if (status) {
    assert_int_equal(status, BEDE_EKNOWLEDGE);
    assert_null(f.lex);
    return status;
  }
  bede_arena_init(&f.arena);
  (void)ask_all(&f);
  fixture_close(&f);
  return status;
}

TEST(every_flipped_bit_is_found)
{
  bede_buf b;
  compile_whole(&b);
  assert_int_equal(try_blob(bede_buf_str(&b)), BEDE_OK);
  for (size_t bit = 0; bit < b.len * 8; bit++) {
    b.ptr[bit / 8] = (char)(b.ptr[bit / 8] ^ (1 << bit % 8));
    assert_int_equal(try_blob(bede_buf_str(&b)), BEDE_EKNOWLEDGE);
    b.ptr[bit / 8] = (char)(b.ptr[bit / 8] ^ (1 << bit % 8));
  }
  assert_int_equal(try_blob(bede_buf_str(&b)), BEDE_OK);
  bede_buf_release(&b);
}

TEST(every_cut_is_found)
{
  bede_buf b;
  compile_whole(&b);
  for (size_t len = 0; len < b.len; len++) {
    char *copy = malloc(len ? len : 1);
    assert_non_null(copy);
    memcpy(copy, b.ptr, len);
    bede_str cut = {copy, len};
    assert_int_equal(try_blob(cut), BEDE_EKNOWLEDGE);
    free(copy);
  }
  bede_buf_release(&b);
}

static void write_check(bede_buf *b)
{
  uint64_t check = bede_hash(b->ptr + BEDE_BLOB_CHECK_FROM,
                             b->len - BEDE_BLOB_CHECK_FROM, BEDE_BLOB_SEED);
  memcpy(b->ptr + offsetof(bede_blob_head, check), &check, sizeof check);
}

// Someone may make a blob with a good check: damage must then be found by the
// ranges or do no harm.
TEST(a_hostile_blob_does_no_harm)
{
  static const unsigned char bytes[] = {0x00, 0x01, 0x7F, 0x80, 0xFF};
  bede_buf b;
  uint32_t refused = 0;
  compile_whole(&b);
  for (size_t i = BEDE_BLOB_CHECK_FROM; i < b.len; i++) {
    char old = b.ptr[i];
    for (size_t k = 0; k < sizeof bytes; k++) {
      b.ptr[i] = (char)bytes[k];
      write_check(&b);
      refused += try_blob(bede_buf_str(&b)) != BEDE_OK;
    }
    b.ptr[i] = old;
  }
  assert_true(refused > 1000);
  bede_buf_release(&b);
}

TEST(other_versions_and_odd_addresses_are_refused)
{
  bede_buf b;
  compile_whole(&b);
  uint32_t version = BEDE_BLOB_VERSION + 1;
  memcpy(b.ptr + offsetof(bede_blob_head, version), &version, sizeof version);
  write_check(&b);
  assert_int_equal(try_blob(bede_buf_str(&b)), BEDE_EKNOWLEDGE);
  bede_buf_release(&b);
  compile_whole(&b);
  char *moved = malloc(b.len + 1);
  assert_non_null(moved);
  memcpy(moved + 1, b.ptr, b.len);
  bede_str odd = {moved + 1, b.len};
  assert_int_equal(try_blob(odd), BEDE_EKNOWLEDGE);
  free(moved);
  bede_buf_release(&b);
}

// Compiles and opens with the n-th allocation failing.
static bede_status with_failure(uint64_t n)
{
  bede_knowledge_file files[FILES];
  bede_lexicon *lex = NULL;
  bede_error err = {.message = ""};
  bede_buf out;
  whole_files(files, false);
  bede_buf_init(&out, 0);
  (void)bede_mem_fail_after(n);
  bede_status status =
      bede_knowledge_compile_files(files, FILES, &out, NULL, NULL, &err);
  if (!status) status = bede_lexicon_open(bede_buf_str(&out), &lex, &err);
  (void)bede_mem_fail_after(0);
  bede_lexicon_free(lex);
  bede_buf_release(&out);
  return status;
}

TEST(no_allocation_may_fail_unseen)
{
  uint64_t n = 1;
  while (with_failure(n) == BEDE_ENOMEM)
    n++;
  assert_true(n > 5);
  assert_int_equal(with_failure(n), BEDE_OK);
  assert_int_equal(with_failure(0), BEDE_OK);
}

TEST(bind_reports_that_memory_fails)
{
  fixture f;
  fixture_open(&f, "classes/x.txt", "class a: é\n");
  fixture_say(&f, "É");
  assert_int_not_equal(f.doc.words.items[0].form_id, 0);
  (void)bede_mem_fail_after(1);
  bede_status status = bede_lexicon_bind(f.lex, &f.doc, 0);
  (void)bede_mem_fail_after(0);
  assert_int_equal(status, BEDE_ENOMEM);
  fixture_close(&f);
}

// --- folders ----------------------------------------------------------------

static void put(const char *dir, const char *name, const char *text)
{
  char path[512];
  (void)snprintf(path, sizeof path, "%s/%s", dir, name);
  char *slash = strrchr(path, '/');
  *slash = '\0';
  (void)mkdir(path, 0700);
  *slash = '/';
  FILE *f = fopen(path, "wb");
  assert_non_null(f);
  assert_int_equal(fwrite(text, 1, strlen(text), f), strlen(text));
  assert_int_equal(fclose(f), 0);
}

static int setup(void **state)
{
  static char dir[] = "/tmp/bede-test-XXXXXX";
  *state = dir;
  return mkdtemp(dir) ? 0 : -1;
}

static int teardown(void **state)
{
  char command[512];
  (void)snprintf(command, sizeof command, "rm -rf '%s'", (char *)*state);
  return system(command);
}

static void later_folders_replace_and_add(void **state)
{
  char a[256], b[256];
  bede_error err = {.message = ""};
  bede_buf out, again;
  fixture f;
  const char *dirs[] = {a, b};
  (void)snprintf(a, sizeof a, "%s/a", (char *)*state);
  (void)snprintf(b, sizeof b, "%s/b", (char *)*state);
  (void)mkdir(a, 0700);
  (void)mkdir(b, 0700);
  put(a, "classes/x.txt", "class one: alpha\n");
  put(a, "classes/y.txt", "class two: beta\n");
  put(a, "classes/README.md", "no knowledge");
  put(b, "classes/x.txt", "class one: gamma\n");
  put(b, "classes/z.txt", "class three: delta\n");
  bede_buf_init(&out, 0);
  assert_int_equal(
      bede_knowledge_compile(dirs, 2, &out, fixture_report, NULL, &err),
      BEDE_OK);
  assert_int_equal(bede_lexicon_open(bede_buf_str(&out), &f.lex, &err), 0);
  assert_int_equal(bede_lexicon_file_count(f.lex), 3);
  assert_str(bede_lexicon_file(f.lex, 2), "classes/z.txt");
  assert_int_equal(symbol(&f, "alpha"), 0);
  assert_int_not_equal(symbol(&f, "beta"), 0);
  assert_int_not_equal(symbol(&f, "gamma"), 0);
  assert_int_not_equal(symbol(&f, "delta"), 0);
  bede_lexicon_free(f.lex);
  // Where the folder lies does not show in the blob.
  bede_buf_init(&again, 0);
  bede_knowledge_file files[] = {
      {"classes/x.txt", bede_str_from("class one: gamma\n")},
      {"classes/z.txt", bede_str_from("class three: delta\n")},
      {"classes/y.txt", bede_str_from("class two: beta\n")}};
  assert_int_equal(
      bede_knowledge_compile_files(files, 3, &again, NULL, NULL, &err), 0);
  assert_int_equal(again.len, out.len);
  assert_memory_equal(again.ptr, out.ptr, out.len);
  bede_buf_release(&out);
  bede_buf_release(&again);
}

static void errors_of_folders_name_the_whole_path(void **state)
{
  char a[256], message[512];
  bede_error err = {.message = ""};
  bede_buf out;
  const char *dirs[] = {a};
  (void)snprintf(a, sizeof a, "%s/bad", (char *)*state);
  (void)mkdir(a, 0700);
  put(a, "classes/x.txt", "class one: alpha\nnonsense\n");
  bede_buf_init(&out, 0);
  assert_int_equal(bede_knowledge_compile(dirs, 1, &out, NULL, NULL, &err),
                   BEDE_EKNOWLEDGE);
  (void)snprintf(message, sizeof message,
                 "%s/classes/x.txt:2: unknown word 'nonsense' (column 1)", a);
  assert_string_equal(err.message, message);
  dirs[0] = "/nowhere/at/all";
  assert_int_equal(bede_knowledge_compile(dirs, 1, &out, NULL, NULL, &err),
                   BEDE_ENOTFOUND);
  bede_buf_release(&out);
}

typedef struct lines {
  char text[2000];
} lines;

static void add_line(void *context, const char *line)
{
  lines *l = context;
  size_t n = strlen(l->text);
  const char *name = strstr(line, "/lint/");
  (void)snprintf(l->text + n, sizeof l->text - n, "%s\n",
                 name ? name + 6 : line);
}

static void lint_warns_of_what_has_no_effect(void **state)
{
  char a[256];
  bede_error err = {.message = ""};
  uint32_t warnings = 0;
  lines l = {""};
  const char *dirs[] = {a};
  (void)snprintf(a, sizeof a, "%s/lint", (char *)*state);
  (void)mkdir(a, 0700);
  put(a, "classes/x.txt", "class one: box_office sit-in\nclass two: b\n");
  put(a, "operators/x.txt", "[OPX]\nv shun\n");
  put(a, "predicates/x.txt",
      "[ASSAULT]\nv hit obj=@two\nv hit obj!=@two\nv hit obj=@two R=on\n");
  put(a, "actors/x.txt",
      "entity AAA | state | AAA | - | - | A\n"
      "entity b | group | BBB | - | - | B\n"
      "name B; C; C\n");
  assert_int_equal(bede_knowledge_lint(dirs, 1, add_line, &l, &warnings, &err),
                   BEDE_OK);
  assert_non_null(strstr(l.text, "classes/x.txt:1: warning: 'box_office' is "
                                 "several words in a text\n"));
  assert_non_null(strstr(l.text, "classes/x.txt:1: warning: no line uses class "
                                 "'one'\n"));
  assert_null(strstr(l.text, "class 'two'"));
  assert_non_null(strstr(l.text,
                         "operators/x.txt:1: warning: operator 'OPX' has no "
                         "cell\n"));
  assert_non_null(strstr(l.text, "predicates/x.txt:4: warning: same word and "
                                 "conditions as "));
  assert_null(strstr(l.text, "predicates/x.txt:3"));
  assert_non_null(strstr(l.text, "actors/x.txt:2: warning: no entity has the "
                                 "key of country 'BBB'\n"));
  assert_non_null(strstr(l.text, "actors/x.txt:3: warning: this name stands "
                                 "also at "));
  assert_int_equal(warnings, 6);
}

TEST(the_embedded_knowledge_opens)
{
  bede_lexicon *lex = NULL;
  bede_error err = {.message = ""};
  bede_str none = {NULL, 0};
  bede_buf out;
  const char *dirs[] = {NULL};
  if (!bede_knowledge_embedded().ptr) skip();
  assert_int_equal(bede_lexicon_open(none, &lex, &err), BEDE_OK);
  assert_true(bede_lexicon_file_count(lex) > 0);
  // Compiling its own sources anew gives the same blob.
  bede_buf_init(&out, 0);
  assert_int_equal(
      bede_knowledge_compile(dirs, 1, &out, fixture_report, NULL, &err),
      BEDE_OK);
  bede_str blob = bede_knowledge_embedded();
  assert_int_equal(out.len, blob.len);
  assert_memory_equal(out.ptr, blob.ptr, blob.len);
  bede_buf_release(&out);
  bede_lexicon_free(lex);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_same_files_make_the_same_bytes),
      cmocka_unit_test(no_section_of_the_whole_is_empty),
      cmocka_unit_test(the_hash_is_that_of_the_content),
      cmocka_unit_test(every_flipped_bit_is_found),
      cmocka_unit_test(every_cut_is_found),
      cmocka_unit_test(a_hostile_blob_does_no_harm),
      cmocka_unit_test(other_versions_and_odd_addresses_are_refused),
      cmocka_unit_test(no_allocation_may_fail_unseen),
      cmocka_unit_test(bind_reports_that_memory_fails),
      cmocka_unit_test(later_folders_replace_and_add),
      cmocka_unit_test(errors_of_folders_name_the_whole_path),
      cmocka_unit_test(lint_warns_of_what_has_no_effect),
      cmocka_unit_test(the_embedded_knowledge_opens),
  };
  return cmocka_run_group_tests(tests, setup, teardown);
}
