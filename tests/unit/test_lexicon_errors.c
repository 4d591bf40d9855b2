// What the knowledge compiler refuses: every error names its file and line,
// points to a column where that helps, and none hides another.
#include "lexicon.h"

typedef struct bad_case {
  const char *path, *text, *message;
} bad_case;

// Every text has one error; the message is the whole of it.
static const bad_case cases[] = {
    // files and lines
    {"x.txt", "a", "x.txt: no folder of knowledge holds this file"},
    {"other/x.txt", "a", "other/x.txt: no folder of knowledge holds this file"},
    {"classes/x.txt", "\n\xFF\n",
     "classes/x.txt:2: no valid UTF-8 text (column 1)"},
    {"classes/x.txt", "# \xE2\x82\n",
     "classes/x.txt:1: no valid UTF-8 text (column 3)"},
    // actors
    {"actors/x.txt", "entty A",
     "actors/x.txt:1: unknown word 'entty' (column 1)"},
    {"actors/x.txt", "name A",
     "actors/x.txt:1: no entity above this line (column 1)"},
    {"actors/x.txt", "entity A | state | AAA",
     "actors/x.txt:1: an entity is KEY | KIND | COUNTRY | SECTORS | CODE | "
     "NAME (column 7)"},
    {"actors/x.txt", "entity A b | state | - | - | - | A",
     "actors/x.txt:1: a key has letters, digits, '.', '_' and '-' (column 8)"},
    {"actors/x.txt", "entity A | sate | - | - | - | A",
     "actors/x.txt:1: unknown kind 'sate' (column 12)"},
    {"actors/x.txt", "entity A | state | aaa | - | - | A",
     "actors/x.txt:1: 'aaa' is no country code (column 20)"},
    {"actors/x.txt", "entity A | state | - | GOV, XXX | - | A",
     "actors/x.txt:1: unknown sector 'XXX' (column 29)"},
    {"actors/x.txt", "entity A | state | - | GOV,MIL,COP,JUD,LEG | - | A",
     "actors/x.txt:1: more than 4 sectors (column 40)"},
    {"actors/x.txt", "entity A | state | - | - | aB | A",
     "actors/x.txt:1: 'aB' is no CAMEO actor code (column 28)"},
    {"actors/x.txt", "entity A | state | - | - | - | -",
     "actors/x.txt:1: an entity needs a name (column 32)"},
    {"actors/x.txt",
     "entity A | state | - | - | - | A\nentity A | state | - | - | - | B\n"
     "name X",
     "actors/x.txt:2: key 'A' is taken (actors/x.txt:1) (column 8)"},
    {"actors/x.txt", "entity A | state | - | - | - | A\nname A;; B",
     "actors/x.txt:2: an empty name (column 8)"},
    {"actors/x.txt", "entity A | state | - | - | - | A\nname A | 2001",
     "actors/x.txt:2: a period is written FROM..TO (column 10)"},
    {"actors/x.txt", "entity A | state | - | - | - | A\nname A | 1.. | 2",
     "actors/x.txt:2: names are A; B; C with | FROM..TO at most (column 5)"},
    {"actors/x.txt", "entity A | state | - | - | - | A\nname A | 2001-13..",
     "actors/x.txt:2: a date is YYYY, YYYY-MM or YYYY-MM-DD (column 10)"},
    {"actors/x.txt", "entity A | state | - | - | - | A\nname A | 2001-02-29..",
     "actors/x.txt:2: a date is YYYY, YYYY-MM or YYYY-MM-DD (column 10)"},
    {"actors/x.txt", "entity A | state | - | - | - | A\nname A | 2002..2001-12",
     "actors/x.txt:2: the period ends before it begins (column 10)"},
    {"actors/x.txt", "entity A | state | - | - | - | A\nrole x | - | -",
     "actors/x.txt:2: a role is OFFICE | COUNTRY | SECTORS | CODE | FROM..TO "
     "(column 5)"},
    {"actors/x.txt", "entity A | person | - | - | - | A\ndied 2001-2",
     "actors/x.txt:2: a date is YYYY, YYYY-MM or YYYY-MM-DD (column 5)"},
    {"actors/x.txt", "entity A | state | - | - | - | A\ndied 2001",
     "actors/x.txt:2: only a person dies (column 5)"},
    {"actors/x.txt", "asof 2001-02",
     "actors/x.txt:1: this date is YYYY-MM-DD (column 5)"},
    {"actors/x.txt", "entity A | state | - | - | - | A\nparent B",
     "actors/x.txt:2: unknown parent 'B'"},
    {"actors/x.txt", "entity A | state | - | - | - | A\nparent B C",
     "actors/x.txt:2: a parent is one key (column 7)"},
    {"actors/x.txt",
     "entity A | state | - | - | - | A\nentity B | state | - | - | - | B\n"
     "parent A\nparent A",
     "actors/x.txt:4: a second parent"},
    {"actors/x.txt", "entity A | state | - | - | - | A\nparent A",
     "actors/x.txt:2: more than 16 parents above this entity"},
    // agents, labels
    {"agents/x.txt", "police",
     "agents/x.txt:1: no section above this line "
     "(column 1)"},
    {"agents/x.txt", "[COPS person]",
     "agents/x.txt:1: unknown sector 'COPS' (column 2)"},
    {"agents/x.txt", "[COP]",
     "agents/x.txt:1: a section is [SECTOR KIND FLAG...] (column 5)"},
    {"agents/x.txt", "[COP man]",
     "agents/x.txt:1: unknown kind 'man' (column 6)"},
    {"agents/x.txt", "[COP person loud]",
     "agents/x.txt:1: unknown flag 'loud' (column 13)"},
    {"agents/x.txt", "[COP person",
     "agents/x.txt:1: a section needs its closing bracket (column 1)"},
    {"agents/x.txt", "[COP person]\npolice ~c",
     "agents/x.txt:2: 'c' is no CAMEO actor code (column 9)"},
    {"agents/x.txt", "[COP person]\npolice;;x",
     "agents/x.txt:2: no word here (column 8)"},
    {"agents/x.txt", "[COP person]\npolice\n[MIL person]\nPolice",
     "agents/x.txt:4: this agent stands also at agents/x.txt:2"},
    {"labels/x.txt", "[rude actor]",
     "labels/x.txt:1: unknown tone 'rude' (column 2)"},
    {"labels/x.txt", "[approving thing]",
     "labels/x.txt:1: 'thing' is neither actor nor act (column 12)"},
    {"labels/x.txt", "[approving act human]",
     "labels/x.txt:1: at most 4 classes may follow, as @CLASS (column 16)"},
    {"labels/x.txt", "[approving]",
     "labels/x.txt:1: a section is [TONE actor], [TONE act] or [-] (column 2)"},
    {"labels/x.txt", "[approving act @void]\nhero",
     "labels/x.txt:1: unknown class 'void'"},
    {"labels/x.txt", "[approving act]\nhero\n[approving actor]\nhero",
     "labels/x.txt:4: this label stands also at labels/x.txt:2"},
    {"labels/x.txt", "[approving act]\nhe-ro\n[distancing act]\nhe ro",
     "labels/x.txt:4: this label stands also at labels/x.txt:2"},
    {"labels/x.txt", "[approving act]\n-",
     "labels/x.txt:2: no word here (column 1)"},
    // predicates
    {"predicates/x.txt", "v attack",
     "predicates/x.txt:1: no section above this line (column 1)"},
    {"predicates/x.txt", "[ATTACK]",
     "predicates/x.txt:1: unknown event 'ATTACK' (column 2)"},
    {"predicates/x.txt", "[ASSAULT visit]",
     "predicates/x.txt:1: ASSAULT has no mode 'visit' (column 10)"},
    {"predicates/x.txt", "[ASSAULT - x1]",
     "predicates/x.txt:1: 'x1' is no CAMEO code (column 12)"},
    {"predicates/x.txt", "[ASSAULT - 190 z]",
     "predicates/x.txt:1: a section is [EVENT MODE CAMEO] (column 16)"},
    {"predicates/x.txt", "[ASSAULT]\nx attack",
     "predicates/x.txt:2: 'x' is no part of speech here (column 1)"},
    {"predicates/x.txt", "[ASSAULT]\nr attack",
     "predicates/x.txt:2: 'r' is no part of speech here (column 1)"},
    {"predicates/x.txt", "[ASSAULT]\nv",
     "predicates/x.txt:2: a word is missing (column 1)"},
    {"predicates/x.txt", "[ASSAULT]\nv attack R=sbj",
     "predicates/x.txt:2: unknown slot 'sbj' (column 12)"},
    {"predicates/x.txt", "[ASSAULT]\nv attack R=mod",
     "predicates/x.txt:2: mod stands in conditions only (column 12)"},
    {"predicates/x.txt", "[ASSAULT]\nv attack R=obj R=on",
     "predicates/x.txt:2: R= stands twice (column 16)"},
    {"predicates/x.txt", "[ASSAULT]\nv attack C=obj",
     "predicates/x.txt:2: no C= in this folder (column 10)"},
    {"predicates/x.txt", "[ASSAULT]\nv attack !loud",
     "predicates/x.txt:2: unknown flag '!loud' (column 10)"},
    {"predicates/x.txt", "[ASSAULT]\nv attack hard",
     "predicates/x.txt:2: 'hard' is neither SLOT=VALUE nor !flag (column 10)"},
    {"predicates/x.txt", "[ASSAULT]\nv attack mode=visit",
     "predicates/x.txt:2: ASSAULT has no mode 'visit' (column 15)"},
    {"predicates/x.txt", "[ASSAULT]\nv attack cameo=19000",
     "predicates/x.txt:2: '19000' is no CAMEO code (column 16)"},
    {"predicates/x.txt", "[ASSAULT]\nv attack obj=@none",
     "predicates/x.txt:2: unknown class 'none'"},
    {"predicates/x.txt", "[ASSAULT]\nv attack obj=$none",
     "predicates/x.txt:2: unknown value '$none' (column 14)"},
    {"predicates/x.txt", "[ASSAULT]\nv attack obj=a||b",
     "predicates/x.txt:2: a condition needs a value (column 16)"},
    {"predicates/x.txt", "[ASSAULT]\nv put_up_with",
     "predicates/x.txt:2: 'put_up_with': a verb has one more word; slots and "
     "conditions name others (column 3)"},
    {"predicates/x.txt", "[ASSAULT]\nv put_",
     "predicates/x.txt:2: a word is missing (column 3)"},
    {"predicates/x.txt", "[ASSAULT]\nn show_of_brute_force",
     "predicates/x.txt:2: 'show_of_brute_force': one word may follow its "
     "preposition (column 3)"},
    {"predicates/x.txt", "[ASSAULT]\nn air__strike",
     "predicates/x.txt:2: 'air__strike' has an empty part (column 3)"},
    {"predicates/x.txt", "[ASSAULT]\nn ---",
     "predicates/x.txt:2: no word here (column 3)"},
    // support, operators, cues
    {"support/x.txt", "n launch",
     "support/x.txt:1: 'n' is no part of speech here (column 1)"},
    {"support/x.txt", "v launch obj=x",
     "support/x.txt:1: no conditions in this folder (column 10)"},
    {"operators/x.txt", "v refuse",
     "operators/x.txt:1: no section above this line (column 1)"},
    {"operators/x.txt", "[A B]",
     "operators/x.txt:1: a section is [OPERATOR] (column 5)"},
    {"operators/x.txt", "[A]\nv refuse mode=visit",
     "operators/x.txt:2: unknown slot 'mode' (column 10)"},
    {"cues/x.txt", "[shouts]",
     "cues/x.txt:1: unknown stance 'shouts' (column 2)"},
    {"cues/x.txt", "[says]\nv say A=subj",
     "cues/x.txt:2: no A= in this folder (column 7)"},
    // classes, compose
    {"classes/x.txt", "clas a: b",
     "classes/x.txt:1: unknown word 'clas' (column 1)"},
    {"classes/x.txt", "class a b",
     "classes/x.txt:1: a class is written class NAME: WORD WORD (column 7)"},
    {"compose/x.txt", "NEG | AID",
     "compose/x.txt:1: a cell is OPERATOR | INNER EVENTS | RESULT and at most "
     "keep, actor, recipient (column 1)"},
    {"compose/x.txt", "NEGATE | AID | -",
     "compose/x.txt:1: unknown operator 'NEGATE'"},
    {"compose/x.txt", "NEG | AIDE | -",
     "compose/x.txt:1: unknown event 'AIDE' (column 7)"},
    {"compose/x.txt", "NEG | AID:visit | -",
     "compose/x.txt:1: AID has no mode 'visit' (column 11)"},
    {"compose/x.txt", "NEG |  | -",
     "compose/x.txt:1: no inner event "
     "(column 6)"},
    {"compose/x.txt", "NEG | AID |",
     "compose/x.txt:1: a result is missing "
     "(column 12)"},
    {"compose/x.txt", "NEG | AID | AIDE",
     "compose/x.txt:1: unknown event 'AIDE' (column 13)"},
    {"compose/x.txt", "NEG | AID | CONSULT beat",
     "compose/x.txt:1: CONSULT has no mode 'beat' (column 21)"},
    {"compose/x.txt", "NEG | AID | CONSULT visit 042 x",
     "compose/x.txt:1: a result is EVENT [MODE] [CAMEO] (column 31)"},
    {"compose/x.txt", "NEG | AID | - | keep maybe",
     "compose/x.txt:1: unknown value 'maybe' (column 22)"},
    {"compose/x.txt", "NEG | AID | - | actor op x",
     "compose/x.txt:1: unknown value 'op' (column 23)"},
    {"compose/x.txt", "NEG | AID | - | source op",
     "compose/x.txt:1: unknown word 'source' (column 17)"},
    {"compose/x.txt", "NEG | AID | -\nNEG | * AID | -",
     "compose/x.txt:2: this cell stands also at compose/x.txt:1"},
};

TEST(every_error_has_its_line_and_column)
{
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bede_buf out;
    bede_error err = {.message = ""};
    bede_buf_init(&out, 0);
    bede_status status = bede_knowledge_compile_text(
        cases[i].path, bede_str_from(cases[i].text), &out, &err);
    assert_int_equal(status, BEDE_EKNOWLEDGE);
    assert_string_equal(err.message, cases[i].message);
    assert_int_equal(out.len, 0);
    bede_buf_release(&out);
  }
}

// The lines that a run reports.
typedef struct reports {
  char lines[8][200];
  uint32_t count;
} reports;

static void keep_line(void *context, const char *line)
{
  reports *r = context;
  if (r->count < 8) {
    (void)snprintf(r->lines[r->count], sizeof r->lines[0], "%s", line);
  }
  r->count++;
}

TEST(one_case_has_one_error)
{
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bede_buf out;
    reports r = {.count = 0};
    bede_knowledge_file file = {cases[i].path, bede_str_from(cases[i].text)};
    bede_buf_init(&out, 0);
    assert_int_equal(
        bede_knowledge_compile_files(&file, 1, &out, keep_line, &r, NULL),
        BEDE_EKNOWLEDGE);
    if (r.count != 1) print_message("%s: %s\n", file.path, cases[i].text);
    assert_int_equal(r.count, 1);
    assert_string_equal(r.lines[0], cases[i].message);
    bede_buf_release(&out);
  }
}

TEST(all_errors_of_a_run_are_reported)
{
  bede_buf out;
  bede_error err = {.message = ""};
  reports r = {.count = 0};
  bede_knowledge_file files[] = {
      {"predicates/b.txt",
       bede_str_from("[ASSAULT]\nv a x=y\nv b !z\nv c obj=@none")},
      {"agents/a.txt", bede_str_from("[COP person]\nfine\n[NO person]")},
      {"zzz/c.txt", bede_str_from("")}};
  bede_buf_init(&out, 0);
  assert_int_equal(
      bede_knowledge_compile_files(files, 3, &out, keep_line, &r, &err),
      BEDE_EKNOWLEDGE);
  assert_int_equal(r.count, 5);
  assert_string_equal(r.lines[0],
                      "agents/a.txt:3: unknown sector 'NO' (column 2)");
  assert_string_equal(r.lines[1],
                      "predicates/b.txt:2: unknown slot 'x' (column 5)");
  assert_string_equal(r.lines[2],
                      "predicates/b.txt:3: unknown flag '!z' (column 5)");
  assert_string_equal(r.lines[3],
                      "zzz/c.txt: no folder of knowledge holds this file");
  assert_string_equal(r.lines[4], "predicates/b.txt:4: unknown class 'none'");
  assert_string_equal(err.message, r.lines[0]);
  assert_int_equal(err.line, 3);
  bede_buf_release(&out);
}

TEST(a_run_gives_up_after_too_many_errors)
{
  bede_buf text, out;
  reports r = {.count = 0};
  bede_buf_init(&text, 0);
  bede_buf_init(&out, 0);
  for (uint32_t i = 0; i < BEDE_MAX_KNOWLEDGE_ERRORS + 10; i++)
    bede_buf_append_z(&text, "bad\n");
  bede_knowledge_file file = {"classes/x.txt", bede_buf_str(&text)};
  assert_int_equal(
      bede_knowledge_compile_files(&file, 1, &out, keep_line, &r, NULL),
      BEDE_EKNOWLEDGE);
  assert_int_equal(r.count, BEDE_MAX_KNOWLEDGE_ERRORS + 1);
  bede_buf_release(&text);
  bede_buf_release(&out);
}

static bede_status compile(const char *path, bede_str text, bede_error *err)
{
  bede_buf out;
  bede_buf_init(&out, 0);
  bede_status status = bede_knowledge_compile_text(path, text, &out, err);
  bede_buf_release(&out);
  return status;
}

// `head`, then `item` `count` times; compiled as `path`.
static bede_status repeated(const char *path, const char *head,
                            const char *item, uint32_t count, bede_error *err)
{
  bede_buf text;
  bede_buf_init(&text, 0);
  bede_buf_append_z(&text, head);
  for (uint32_t i = 0; i < count; i++)
    bede_buf_append_z(&text, item);
  bede_status status = compile(path, bede_buf_str(&text), err);
  bede_buf_release(&text);
  return status;
}

TEST(limits_hold_at_n_and_not_beyond)
{
  bede_error err = {.message = ""};
  const uint32_t words = BEDE_MAX_ALIAS_WORDS, slots = BEDE_MAX_KNOWLEDGE_SLOTS;
  const char *entity = "entity A | state | - | - | - | A\nname";
  assert_int_equal(repeated("actors/x.txt", entity, " b", words, &err), 0);
  assert_int_equal(repeated("actors/x.txt", entity, " b", words + 1, &err),
                   BEDE_EKNOWLEDGE);
  assert_string_equal(err.message,
                      "actors/x.txt:2: more than 16 words (column 6)");
  const char *slot = "[ASSAULT]\nv a R=on";
  assert_int_equal(repeated("predicates/x.txt", slot, "|by", slots - 1, &err),
                   0);
  assert_int_equal(repeated("predicates/x.txt", slot, "|by", slots, &err),
                   BEDE_EKNOWLEDGE);
  const uint32_t line = BEDE_MAX_KNOWLEDGE_LINE;
  assert_int_equal(repeated("classes/x.txt", "#", "x", line - 1, &err), 0);
  assert_int_equal(repeated("classes/x.txt", "#", "x", line, &err),
                   BEDE_EKNOWLEDGE);
  assert_string_equal(err.message, "classes/x.txt:1: a line over 16384 bytes");
}

// A chain of `count` entities below A0.
static bede_status chain(uint32_t count, bede_error *err)
{
  bede_buf text;
  bede_buf_init(&text, 0);
  bede_buf_append_z(&text, "entity A0 | state | - | - | - | A\n");
  for (uint32_t i = 1; i <= count; i++) {
    bede_buf_printf(&text, "entity A%u | group | - | - | - | A\nparent A%u\n",
                    i, i - 1);
  }
  bede_status status = compile("actors/x.txt", bede_buf_str(&text), err);
  bede_buf_release(&text);
  return status;
}

TEST(parents_are_at_most_sixteen)
{
  bede_error err = {.message = ""};
  assert_int_equal(chain(BEDE_MAX_PARENTS, &err), BEDE_OK);
  assert_int_equal(chain(BEDE_MAX_PARENTS + 1, &err), BEDE_EKNOWLEDGE);
}

TEST(files_are_at_most_65535)
{
  const size_t max = BEDE_MAX_KNOWLEDGE_FILES;
  bede_knowledge_file *files = calloc(max + 1, sizeof *files);
  char(*paths)[24] = calloc(max + 1, sizeof *paths);
  bede_error err = {.message = ""};
  bede_buf out;
  assert_true(files && paths);
  bede_buf_init(&out, 0);
  for (size_t i = 0; i <= max; i++) {
    (void)snprintf(paths[i], sizeof *paths, "classes/%zu.txt", i);
    files[i].path = paths[i];
    files[i].text = bede_str_from("");
  }
  assert_int_equal(
      bede_knowledge_compile_files(files, max, &out, NULL, NULL, &err),
      BEDE_OK);
  bede_buf_clear(&out);
  assert_int_equal(
      bede_knowledge_compile_files(files, max + 1, &out, NULL, NULL, &err),
      BEDE_ELIMIT);
  assert_string_equal(err.message, "more than 65535 files of knowledge");
  bede_buf_release(&out);
  free(files);
  free(paths);
}

TEST(files_have_at_most_64_mib)
{
  bede_error err = {.message = ""};
  char *text = malloc(BEDE_MAX_KNOWLEDGE_FILE + 1);
  assert_non_null(text);
  memset(text, '\n', BEDE_MAX_KNOWLEDGE_FILE + 1);
  bede_str s = {text, BEDE_MAX_KNOWLEDGE_FILE};
  assert_int_equal(compile("classes/x.txt", s, &err), BEDE_OK);
  s.len++;
  assert_int_equal(compile("classes/x.txt", s, &err), BEDE_ELIMIT);
  assert_string_equal(err.message, "classes/x.txt: over 67108864 bytes");
  free(text);
}

TEST(odd_but_good_texts_compile)
{
  bede_error err = {.message = ""};
  static const char *const texts[] = {"",
                                      "\n",
                                      "#",
                                      "  # x",
                                      "\xEF\xBB\xBF# x",
                                      "class a: b\r\n\r\n",
                                      "class a:",
                                      "class a: #b",
                                      "class a: x#b\n\tclass a: c # d"};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    assert_int_equal(compile("classes/x.txt", bede_str_from(texts[i]), &err),
                     BEDE_OK);
  }
  bede_str nul = {"class a: b\0c", 12};
  assert_int_equal(compile("classes/x.txt", nul, &err), BEDE_EKNOWLEDGE);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_error_has_its_line_and_column),
      cmocka_unit_test(one_case_has_one_error),
      cmocka_unit_test(all_errors_of_a_run_are_reported),
      cmocka_unit_test(a_run_gives_up_after_too_many_errors),
      cmocka_unit_test(limits_hold_at_n_and_not_beyond),
      cmocka_unit_test(parents_are_at_most_sixteen),
      cmocka_unit_test(files_are_at_most_65535),
      cmocka_unit_test(files_have_at_most_64_mib),
      cmocka_unit_test(odd_but_good_texts_compile),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
