// Places, words of time and words of number: what the compiler reads, what it
// refuses with file, line and column, how the lookups find it again.
#include "lexicon.h"

typedef struct bad_case {
  const char *path, *text, *message;
} bad_case;

#define G "gazetteer/x.txt"
#define T "time/x.txt"
#define CITY "place 1 | city | LBN | - | 1 | 2 | 3 | A\n"
#define SHAPE                                                                  \
  "a place is ID | KIND | COUNTRY | DIVISION | LAT | LON | POPULATION | NAMES"
#define LONG "a a a a a a a a a a a a a a a a a" // a word too many

// Every text has one error; the message is the whole of it.
static const bad_case cases[] = {
    // places
    {G, "plcae 1 | city | LBN | - | 1 | 2 | 3 | A",
     G ":1: unknown word 'plcae' (column 1)"},
    {G, "place 1 | city | LBN | - | 1 | 2 | 3", G ":1: " SHAPE " (column 6)"},
    {G, "place 1 | city | LBN | - | 1 | 2 | 3 | A | B",
     G ":1: " SHAPE " (column 6)"},
    {G, "place", G ":1: " SHAPE " (column 6)"},
    {G, "place 1 | town | LBN | - | 1 | 2 | 3 | A",
     G ":1: unknown kind 'town' (column 11)"},
    {G, "place 1 | | LBN | - | 1 | 2 | 3 | A",
     G ":1: unknown kind '' (column 10)"},
    {G, "place x | city | LBN | - | 1 | 2 | 3 | A",
     G ":1: the id and the population are numbers (column 6)"},
    {G, "place 4294967296 | city | LBN | - | 1 | 2 | 3 | A",
     G ":1: the id and the population are numbers (column 6)"},
    {G, "place 1 | city | LBN | - | 1 | 2 | - | A",
     G ":1: the id and the population are numbers (column 6)"},
    {G, "place 1 | city | LBN | - | 1 | 2 | -3 | A",
     G ":1: the id and the population are numbers (column 6)"},
    {G, "place 1 | city | LBN | - | 1 | 2 | 4294967296 | A",
     G ":1: the id and the population are numbers (column 6)"},
    {G, "place 1 | city | LB | - | 1 | 2 | 3 | A",
     G ":1: 'LB' is no country code (column 18)"},
    {G, "place 1 | city | lbn | - | 1 | 2 | 3 | A",
     G ":1: 'lbn' is no country code (column 18)"},
    {G, "place 1 | city | LBNN | - | 1 | 2 | 3 | A",
     G ":1: 'LBNN' is no country code (column 18)"},
    {G, "place 1 | city | L1N | - | 1 | 2 | 3 | A",
     G ":1: 'L1N' is no country code (column 18)"},
    {G, "place 1 | city | LBN | North | 1 | 2 | 3 | A",
     G ":1: a division is the id of its place (column 24)"},
    {G, "place 1 | city | LBN | 9 | 1 | 2 | 3 | A",
     G ":1: no place has the id 9"},
    {G, "place 1 | city | LBN | - | 1 | 2 | 3 |", G ":1: a place needs a name"},
    {G, "place 1 | city | LBN | - | 1 | 2 | 3 | ; ;",
     G ":1: a place needs a name"},
    {G, "place 1 | city | LBN | - | 1 | 2 | 3 | -",
     G ":1: no word here (column 40)"},
    {G, "place 1 | city | LBN | - | 1 | 2 | 3 | A; -",
     G ":1: no word here (column 43)"},
    {G, "place 1 | city | LBN | - | 1 | 2 | 3 | B; " LONG,
     G ":1: more than 16 words (column 43)"},
    // degrees: the column is that of the field at fault
    {G, "place 1 | city | LBN | - | 90.0001 | 2 | 3 | A",
     G ":1: no degrees (column 28)"},
    {G, "place 1 | city | LBN | - | -91 | 2 | 3 | A",
     G ":1: no degrees (column 28)"},
    {G, "place 1 | city | LBN | - | --1 | 2 | 3 | A",
     G ":1: no degrees (column 28)"},
    {G, "place 1 | city | LBN | - | N1 | 2 | 3 | A",
     G ":1: no degrees (column 28)"},
    {G, "place 1 | city | LBN | - | 1.2.3 | 2 | 3 | A",
     G ":1: no degrees (column 28)"},
    {G, "place 1 | city | LBN | - | 1.2N | 2 | 3 | A",
     G ":1: no degrees (column 28)"},
    {G, "place 1 | city | LBN | - | 1.23456N | 2 | 3 | A",
     G ":1: no degrees (column 28)"},
    {G, "place 1 | city | LBN | - | .5 | 2 | 3 | A",
     G ":1: no degrees (column 28)"},
    {G, "place 1 | city | LBN | - | 1 | 180.0001 | 3 | A",
     G ":1: no degrees (column 32)"},
    {G, "place 1 | city | LBN | - | 1 | -181 | 3 | A",
     G ":1: no degrees (column 32)"},
    {G, "place 1 | city | LBN | - | 1 | 2E | 3 | A",
     G ":1: no degrees (column 32)"},
    // other names
    {G, "alias", G ":1: other names are COUNTRY | MAIN NAME | NAMES"},
    {G, "alias LBN", G ":1: other names are COUNTRY | MAIN NAME | NAMES"},
    {G, "alias LBN | A", G ":1: other names are COUNTRY | MAIN NAME | NAMES"},
    {G, CITY "alias LBN | A | B | C",
     G ":2: other names are COUNTRY | MAIN NAME | NAMES (column 20)"},
    {G, CITY "alias lbn | A | B", G ":2: 'lbn' is no country code (column 7)"},
    {G, CITY "alias LBN | B | A", G ":2: no place 'LBN|B'"},
    {G, CITY "alias SYR | A | B", G ":2: no place 'SYR|A'"},
    {G, CITY "alias LBN | A |", G ":2: a place needs a name"},
    {G, CITY "\nalias LBN | A | -", G ":3: no word here (column 17)"},
    {G, CITY "alias LBN | A | B; " LONG,
     G ":2: more than 16 words (column 20)"},
    // sections and terms
    {T, "x = 1", T ":1: a term is PHRASE = VALUE below a [section] (column 1)"},
    {T, "[moth]\nx = 1\ny", T ":1: unknown kind 'moth' (column 2)"},
    {T, "[]\nx = 1", T ":1: unknown kind '' (column 2)"},
    {T, "[month x]\nx = 1", T ":1: unknown kind 'month x' (column 2)"},
    {T, "[month\nx = 1",
     T ":1: a section needs its closing bracket (column 1)"},
    {T, "[month]\nx",
     T ":2: a term is PHRASE = VALUE below a [section] (column 1)"},
    {T, "[month]\n = 1", T ":2: no word here (column 2)"},
    {T, "[month]\nx;;y = 1", T ":2: no word here (column 3)"},
    {T, "[month]\nx; - = 1", T ":2: no word here (column 4)"},
    {T, "[month]\nb; " LONG " = 1", T ":2: more than 16 words (column 4)"},
    {"numbers/x.txt", "[some]\nx 3",
     "numbers/x.txt:2: a term is PHRASE = VALUE below a [section] (column 1)"},
    // feasts
    {T, "[feast]\nx =", T ":2: unknown rule '' (column 4)"},
    {T, "[feast]\nx = lunar 1", T ":2: unknown rule 'lunar' (column 5)"},
    {T, "[feast]\nx = fixed", T ":2: 'fixed' takes 2 numbers (column 5)"},
    {T, "[feast]\nx = fixed 12", T ":2: 'fixed' takes 2 numbers (column 5)"},
    {T, "[feast]\nx = fixed May 1", T ":2: 'fixed' takes 2 numbers (column 5)"},
    {T, "[feast]\nx = weekday 11 4",
     T ":2: 'weekday' takes 3 numbers (column 5)"},
    {T, "[feast]\nx = listed", T ":2: no dates (column 11)"},
    {T, "[feast]\nx = listed 2014-02-30",
     T ":2: '2014-02-30' is no DATE or DATE..DATE (column 12)"},
    {T, "[feast]\nx = listed 2",
     T ":2: '2' is no DATE or DATE..DATE (column 12)"},
    {T, "[feast]\nx = listed 2014-",
     T ":2: '2014-' is no DATE or DATE..DATE (column 12)"},
    {T, "[feast]\nx = listed 2014-02-01 2014-03",
     T ":2: '2014-03' is no DATE or DATE..DATE (column 23)"},
    {T, "[feast]\nx = listed 2014-01-01..",
     T ":2: '2014-01-01..' is no DATE or DATE..DATE (column 12)"},
    {T, "[feast]\nx = listed 2014-01-01.2014-01-02",
     T ":2: '2014-01-01.2014-01-02' is no DATE or DATE..DATE (column 12)"},
    {T, "[feast]\nx = listed 2014-01-01..2014-01-02x",
     T ":2: '2014-01-01..2014-01-02x' is no DATE or DATE..DATE (column 12)"},
    {T, "[feast]\nx = listed 2014-01-02..2014-01-01",
     T ":2: '2014-01-02..2014-01-01' is no DATE or DATE..DATE (column 12)"},
    {T, "[feast]\nx = listed 2014-01-01 2013-01-01",
     T ":2: the dates are not in order of time (column 23)"},
    {T, "[feast]\nx = listed 2014-01-01..2014-01-05 2014-01-05",
     T ":2: the dates are not in order of time (column 35)"},
};

// The errors of a run.
typedef struct reports {
  char first[300];
  uint32_t count;
} reports;

static void keep_line(void *context, const char *line)
{
  reports *r = context;
  if (r->count++ == 0) (void)snprintf(r->first, sizeof r->first, "%s", line);
}

// Compiles a copy of `text` that ends where its block does.
static bede_status compile(const char *path, const char *text, reports *r)
{
  size_t len = strlen(text);
  char *copy = malloc(len ? len : 1);
  bede_buf out;
  assert_non_null(copy);
  memcpy(copy, text, len);
  bede_knowledge_file file = {path, {copy, len}};
  memset(r, 0, sizeof *r);
  bede_buf_init(&out, 0);
  bede_status status =
      bede_knowledge_compile_files(&file, 1, &out, keep_line, r, NULL);
  assert_true(status == BEDE_OK || out.len == 0);
  bede_buf_release(&out);
  free(copy);
  return status;
}

TEST(every_error_has_its_line_and_column)
{
  uint32_t wrong = 0;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const bad_case *c = &cases[i];
    reports r;
    bede_status status = compile(c->path, c->text, &r);
    if (status == BEDE_EKNOWLEDGE && r.count == 1 &&
        strcmp(r.first, c->message) == 0) {
      continue;
    }
    print_message("%s\n  due: %s\n  got: %s (of %u)\n", c->text, c->message,
                  r.first, r.count);
    wrong++;
  }
  assert_int_equal(wrong, 0);
}

// Values that the rules of time and number cannot use: in line 2.
static const char *const useless[] = {
    "[month]\nx = 0",
    "[month]\nx = 13",
    "[month]\nx = May",
    "[month]\nx =",
    "[weekday]\nx = 0",
    "[weekday]\nx = 8",
    "[season]\nx = 0",
    "[season]\nx = 5",
    "[unit]\nx = 5",
    "[unit]\nx = D",
    "[unit]\nx = 0 D",
    "[unit]\nx = 2000000000 Y",
    "[unit]\nx = 12345678901234567 D",
    "[day]\nx = 99999999999",
    "[way]\nx = 2147483648",
    "[mod]\nx = MIDDLE",
    "[part]\nx =",
    "[some]\nx = 3",
    "[some]\nx = dozens",
    "[bound]\nx = at_lest so",
    "[bound]\nx =",
    "[feast]\nx = fixed 0 1",
    "[feast]\nx = fixed 13 1",
    "[feast]\nx = fixed 2 30",
    "[feast]\nx = fixed 6 31",
    "[feast]\nx = fixed 12 25 7",
    "[feast]\nx = easter 1.5",
    "[feast]\nx = easter 367",
    "[feast]\nx = easter 0 0",
    "[feast]\nx = weekday 13 1 1",
    "[feast]\nx = weekday 11 0 1",
    "[feast]\nx = weekday 11 8 1",
    "[feast]\nx = weekday 11 4 0",
    "[feast]\nx = weekday 11 4 32",
    "[feast]\nx = weekday 11 4 -2",
};

TEST(values_that_no_rule_can_use_are_refused)
{
  uint32_t wrong = 0;
  for (size_t i = 0; i < sizeof useless / sizeof *useless; i++) {
    reports r;
    bede_status status = compile(T, useless[i], &r);
    if (status == BEDE_EKNOWLEDGE && r.count == 1 &&
        strncmp(r.first, T ":2: ", strlen(T ":2: ")) == 0) {
      continue;
    }
    print_message("%s\n  got: %d %s (of %u)\n", useless[i], (int)status,
                  r.first, r.count);
    wrong++;
  }
  assert_int_equal(wrong, 0);
}

TEST(a_section_ends_with_its_file)
{
  bede_buf out;
  bede_error err = {.message = ""};
  const bede_knowledge_file files[] = {
      {"time/a.txt", bede_str_from("[month]\nMay = 5\n")},
      {"time/b.txt", bede_str_from("June = 6\n")}};
  bede_buf_init(&out, 0);
  assert_int_equal(
      bede_knowledge_compile_files(files, 2, &out, NULL, NULL, &err),
      BEDE_EKNOWLEDGE);
  assert_string_equal(
      err.message,
      "time/b.txt:1: a term is PHRASE = VALUE below a [section] (column 1)");
  bede_buf_release(&out);
}

// `head`, then `item` `count` times, then `tail`.
static bede_status repeated(const char *path, const char *head,
                            const char *item, uint32_t count, const char *tail)
{
  bede_buf text;
  reports r;
  bede_buf_init(&text, 0);
  bede_buf_append_z(&text, head);
  for (uint32_t i = 0; i < count; i++)
    bede_buf_append_z(&text, item);
  bede_buf_append_z(&text, tail);
  bede_status status = compile(path, text.ptr, &r);
  bede_buf_release(&text);
  return status;
}

TEST(limits_hold_at_n_and_not_beyond)
{
  const uint32_t words = BEDE_MAX_ALIAS_WORDS;
  const char *place = "place 1 | city | LBN | - | 1 | 2 | 3 |";
  reports r;
  assert_int_equal(repeated(G, place, " b", words, ""), BEDE_OK);
  assert_int_equal(repeated(G, place, " b", words + 1, ""), BEDE_EKNOWLEDGE);
  assert_int_equal(repeated(T, "[month]\n", "b ", words, "= 1"), BEDE_OK);
  assert_int_equal(repeated(T, "[month]\n", "b ", words + 1, "= 1"),
                   BEDE_EKNOWLEDGE);
  // No word but a hyphen counts for less than one.
  assert_int_equal(repeated(G, place, " b - b", 5, ""), BEDE_OK);
  assert_int_equal(compile(T, "[feast]\nx = easter -366\n", &r), BEDE_OK);
  assert_int_equal(compile(T, "[feast]\nx = easter 366\n", &r), BEDE_OK);
  assert_int_equal(compile(T, "[feast]\nx = easter -367\n", &r),
                   BEDE_EKNOWLEDGE);
}

// --- places -----------------------------------------------------------------

static const char places[] =
    "place 1 | city | LBY | - | 32.8874 | 13.1873 | 1150989 | Tripoli; "
    "Tarabus\n"
    "place 2 | city | LBN | 3 | 34.4367 | 35.8497 | 229398 | Tripoli\n"
    "place 3 | adm1 | LBN | - | 34.43 | 35.8 | 0 | North; Tripoli District\n"
    "place 4 | city | GRC | - | 37.5089 | 22.3794 | 30000 | Tripolis; Tripoli\n"
    "place 5 | city | HND | - | 15.5042 | -88.025 | 489466 | San Pedro Sula\n"
    "place 6 | city | MEX | - | 25.758 | -102.98 | 48000 | San Pedro\n"
    "place 7 | city | SYR | - | 35.3359 | 40.1408 | 242565 | Deir ez-Zor\n"
    "place - | region | - | - | - | - | 0 | Sahel\n"
    "place 9 | country | LBN | - | - | - | 6800000 | Lebanon\n";

static const bede_lex_place_name *places_at(const fixture *f, uint32_t word,
                                            uint32_t *len, uint32_t *count)
{
  *len = *count = 0;
  return bede_lexicon_places_at(f->lex, &f->doc, word, f->doc.words.count, len,
                                count);
}

static const bede_lex_place *place_named(const fixture *f, const char *name)
{
  uint32_t count;
  const bede_lex_place_name *n =
      bede_lexicon_places_named(f->lex, bede_str_from(name), &count);
  if (!n) fail_msg("no place '%s'", name);
  return bede_lexicon_place(f->lex, n->place);
}

TEST(a_place_has_what_its_line_says)
{
  fixture f;
  fixture_open(&f, G, places);
  const bede_lex_place *p = place_named(&f, "San Pedro Sula");
  assert_str(bede_lexicon_str(f.lex, p->name), "San Pedro Sula");
  assert_str(bede_lexicon_str(f.lex, p->country), "HND");
  assert_int_equal(p->number, 5);
  assert_int_equal(p->population, 489466);
  assert_int_equal(p->lat, 155042);
  assert_int_equal(p->lon, -880250);
  assert_int_equal(p->kind, BEDE_PLACE_CITY);
  assert_int_equal(p->division, BEDE_NONE);
  assert_int_equal(p->ref.line, 5);
  p = place_named(&f, "Sahel");
  assert_int_equal(p->country, 0);
  assert_int_equal(p->number, 0);
  assert_int_equal(p->lat, BEDE_NO_DEGREES);
  assert_int_equal(p->lon, BEDE_NO_DEGREES);
  assert_int_equal(p->kind, BEDE_PLACE_REGION);
  assert_null(bede_lexicon_place(f.lex, 9));
  assert_null(bede_lexicon_place(f.lex, BEDE_NONE));
  fixture_close(&f);
}

TEST(degrees_are_read_to_four_places)
{
  static const struct {
    const char *text;
    int32_t lat;
  } degrees[] = {{"0", 0},
                 {"0.5", 5000},
                 {"-0.5", -5000},
                 {"-0.0001", -1},
                 {"7", 70000},
                 {"7.25", 72500},
                 {"90", 900000},
                 {"-90", -900000},
                 {"89.9999", 899999},
                 {"12.34567", 123456},
                 {"-", BEDE_NO_DEGREES},
                 {"", BEDE_NO_DEGREES}};
  for (size_t i = 0; i < sizeof degrees / sizeof *degrees; i++) {
    char line[100];
    fixture f;
    (void)snprintf(line, sizeof line,
                   "place 1 | city | LBN | - | %s | -180 | 4294967295 | A",
                   degrees[i].text);
    fixture_open(&f, G, line);
    const bede_lex_place *p = place_named(&f, "A");
    assert_int_equal(p->lat, degrees[i].lat);
    assert_int_equal(p->lon, -1800000);
    assert_int_equal(p->population, UINT32_MAX);
    fixture_close(&f);
  }
}

TEST(those_called_by_the_name_stand_first)
{
  fixture f;
  uint32_t len, count;
  static const uint32_t numbers[] = {1, 2, 4};
  fixture_open(&f, G, places);
  fixture_say(&f, "in Tripoli .");
  assert_null(places_at(&f, 0, &len, &count));
  const bede_lex_place_name *n = places_at(&f, 1, &len, &count);
  assert_non_null(n);
  assert_int_equal(len, 1);
  assert_int_equal(count, 3);
  for (uint32_t i = 0; i < 3; i++) {
    assert_int_equal(bede_lexicon_place(f.lex, n[i].place)->number, numbers[i]);
    assert_int_equal(n[i].alias, i == 2);
  }
  fixture_close(&f);
}

TEST(the_longest_name_counts)
{
  fixture f;
  uint32_t len, count;
  fixture_open(&f, G, places);
  fixture_say(&f, "San Pedro Sula and San Pedro Sol in San");
  const bede_lex_place_name *n = places_at(&f, 0, &len, &count);
  assert_int_equal(len, 3);
  assert_int_equal(bede_lexicon_place(f.lex, n->place)->number, 5);
  n = places_at(&f, 4, &len, &count);
  assert_int_equal(len, 2);
  assert_int_equal(bede_lexicon_place(f.lex, n->place)->number, 6);
  assert_null(places_at(&f, 8, &len, &count));
  // `end` cuts a name.
  n = bede_lexicon_places_at(f.lex, &f.doc, 0, 2, &len, &count);
  assert_int_equal(len, 2);
  assert_null(bede_lexicon_places_at(f.lex, &f.doc, 0, 1, &len, &count));
  assert_null(bede_lexicon_places_at(f.lex, &f.doc, 0, 0, &len, &count));
  fixture_close(&f);
}

TEST(case_accents_and_hyphens_do_not_matter)
{
  static const char *const spellings[] = {"Deir ez-_Zor", "Deir ez Zor",
                                          "DEIR EZ-_ZOR", "deir ez - zor",
                                          "Déïr ez-_Zor", "Deir-_ez-_Zor"};
  fixture f;
  uint32_t len, count;
  fixture_open(&f, G, places);
  for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
    fixture_say(&f, spellings[i]);
    const bede_lex_place_name *n = places_at(&f, 0, &len, &count);
    if (!n || len != f.doc.words.count) fail_msg("%s", spellings[i]);
    assert_int_equal(bede_lexicon_place(f.lex, n->place)->number, 7);
  }
  fixture_say(&f, "Deir ez - - Zor");
  assert_null(places_at(&f, 0, &len, &count));
  fixture_close(&f);
}

TEST(places_are_found_by_exactly_their_name)
{
  fixture f;
  uint32_t count = 9;
  const char *longest = LONG;
  static const char *const none[] = {
      "", "-", "San", "Pedro", "San Pedro Sula City", "Trip", "Tripoli,"};
  fixture_open(&f, G, places);
  assert_int_equal(place_named(&f, "san pedro")->number, 6);
  assert_int_equal(place_named(&f, "Deir ez Zor")->number, 7);
  assert_int_equal(place_named(&f, "Deir ez-Zor")->number, 7);
  assert_non_null(
      bede_lexicon_places_named(f.lex, bede_str_from("TRIPOLI"), &count));
  assert_int_equal(count, 3);
  for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
    count = 9;
    if (bede_lexicon_places_named(f.lex, bede_str_from(none[i]), &count)) {
      fail_msg("'%s' is a place", none[i]);
    }
    assert_int_equal(count, 0);
  }
  assert_null(bede_lexicon_places_named(f.lex, bede_str_from(longest), &count));
  assert_int_equal(count, 0);
  fixture_close(&f);
}

TEST(a_division_may_stand_in_a_later_file)
{
  fixture f;
  const bede_knowledge_file files[] = {
      {"gazetteer/a.txt",
       bede_str_from("place 2 | city | LBN | 30 | 1 | 2 | 3 | Tripoli\n")},
      {"gazetteer/b.txt",
       bede_str_from("place 31 | adm1 | LBN | - | - | - | 0 | South\n"
                     "place 30 | adm1 | LBN | - | - | - | 0 | North\n")}};
  fixture_files(&f, files, 2);
  const bede_lex_place *p =
      bede_lexicon_place(f.lex, place_named(&f, "Tripoli")->division);
  assert_non_null(p);
  assert_int_equal(p->number, 30);
  assert_int_equal(p->kind, BEDE_PLACE_ADM1);
  assert_int_equal(p->ref.line, 2);
  assert_str(bede_lexicon_file(f.lex, p->ref.file), "gazetteer/b.txt");
  fixture_close(&f);
}

TEST(an_id_is_its_number_however_it_is_written)
{
  fixture f;
  fixture_open(&f, G,
               "place 007 | adm1 | LBN | - | - | - | 0 | North\n"
               "place 2 | city | LBN | 7 | 1 | 2 | 3 | Tripoli\n");
  const bede_lex_place *p =
      bede_lexicon_place(f.lex, place_named(&f, "Tripoli")->division);
  assert_non_null(p);
  assert_str(bede_lexicon_str(f.lex, p->name), "North");
  fixture_close(&f);
}

// The first of the other names becomes what the place is called by; a city and
// a division of one name keep theirs apart.
TEST(other_names_go_to_their_place)
{
  fixture f;
  uint32_t count;
  fixture_open(&f, G,
               "alias LBN | Trablous | Tripoli; El Mina\n"
               "alias1 LBN | Trablous | North Lebanon\n"
               "place 1 | city | LBN | - | 1 | 2 | 3 | Trablous\n"
               "place 2 | adm1 | LBN | - | 1 | 2 | 3 | Trablous\n"
               "place 3 | city | SYR | - | 1 | 2 | 9 | Trablous\n");
  const bede_lex_place *p = place_named(&f, "El Mina");
  assert_int_equal(p->number, 1);
  assert_str(bede_lexicon_str(f.lex, p->name), "Tripoli");
  p = place_named(&f, "North Lebanon");
  assert_int_equal(p->number, 2);
  const bede_lex_place_name *n =
      bede_lexicon_places_named(f.lex, bede_str_from("Trablous"), &count);
  assert_int_equal(count, 3);
  assert_str(
      bede_lexicon_str(f.lex, bede_lexicon_place(f.lex, n[2].place)->name),
      "Trablous");
  n = bede_lexicon_places_named(f.lex, bede_str_from("El Mina"), &count);
  assert_int_equal(count, 1);
  assert_false(n->alias);
  fixture_close(&f);
}

TEST(other_names_go_to_the_largest_place_of_a_name)
{
  fixture f;
  fixture_open(&f, G,
               "place 1 | city | USA | - | 1 | 2 | 50 | Salem\n"
               "place 2 | city | USA | - | 1 | 2 | 90 | Salem\n"
               "place 3 | city | USA | - | 1 | 2 | 90 | Salem\n"
               "alias USA | Salem | Cherry City\n");
  assert_int_equal(place_named(&f, "Cherry City")->number, 2);
  fixture_close(&f);
}

// --- terms ------------------------------------------------------------------

#define BIT(kind) (1u << BEDE_TERM_##kind)
#define ALL_KINDS ((1u << BEDE_TERM_KIND_COUNT) - 1u)

static const char terms[] = "[unit]\nday; days = 1 D\nsecond = 1 S\n"
                            "[way]\nlast = -1\nsecond = 2 that\n"
                            "[day]\nyesterday = -1\n"
                            "the day before yesterday = -2\nlast night = 0 NI\n"
                            "[then]\nfrom now = 1 now\n"
                            "[vague]\nrecently; of late = PAST_REF\n"
                            "[feast]\nD-Day = fixed 6 6\n"
                            "Easter Monday = easter +1\n"
                            "Memorial Day = weekday 5 1 -1\n"
                            "Eid = listed 2006-01-10 2006-12-31..2007-01-03\n";

static const bede_lex_term *term(const fixture *f, uint32_t word,
                                 uint32_t kinds, uint32_t *len)
{
  *len = 0;
  return bede_lexicon_term_at(f->lex, &f->doc, word, f->doc.words.count, kinds,
                              len);
}

TEST(a_value_has_a_number_and_words)
{
  static const struct {
    const char *section, *value;
    int64_t number;
    const char *text;
  } values[] = {{"unit", "1 MIN", 1, "MIN"},
                {"unit", "  100   Y ", 100, "Y"},
                {"way", "-1 that", -1, "that"},
                {"then", "+1", 1, ""},
                {"day", "0", 0, ""},
                {"day", "-1 NI", -1, "NI"},
                {"some", "9999999999999999 many", 9999999999999999, "many"},
                {"bound", "at_least over", 0, "at_least over"},
                {"set", "XXXX-WXX-WE", 0, "XXXX-WXX-WE"},
                {"vague", "PAST_REF", 0, "PAST_REF"}};
  for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
    char lines[100];
    fixture f;
    uint32_t len;
    (void)snprintf(lines, sizeof lines, "[%s]\nx = %s", values[i].section,
                   values[i].value);
    fixture_open(&f, T, lines);
    fixture_say(&f, "x");
    const bede_lex_term *t = term(&f, 0, ALL_KINDS, &len);
    assert_non_null(t);
    assert_int_equal(t->number, values[i].number);
    assert_str(bede_lexicon_str(f.lex, t->text), values[i].text);
    assert_int_equal(t->ref.line, 2);
    fixture_close(&f);
  }
}

TEST(terms_are_found_by_their_kind)
{
  fixture f;
  uint32_t len;
  fixture_open(&f, T, terms);
  fixture_say(&f, "second");
  assert_int_equal(term(&f, 0, BIT(UNIT), &len)->kind, BEDE_TERM_UNIT);
  assert_int_equal(term(&f, 0, BIT(WAY), &len)->number, 2);
  assert_non_null(term(&f, 0, BIT(WAY) | BIT(MONTH), &len));
  assert_null(term(&f, 0, BIT(MONTH), &len));
  assert_null(term(&f, 0, 0, &len));
  assert_non_null(term(&f, 0, ALL_KINDS, &len));
  fixture_close(&f);
}

TEST(the_longest_term_of_the_kind_counts)
{
  fixture f;
  uint32_t len;
  fixture_open(&f, T, terms);
  fixture_say(&f, "the day before yesterday , last night");
  assert_int_equal(term(&f, 0, BIT(DAY), &len)->number, -2);
  assert_int_equal(len, 4);
  assert_null(term(&f, 0, BIT(UNIT), &len));
  assert_int_equal(term(&f, 1, BIT(UNIT), &len)->number, 1);
  assert_int_equal(len, 1);
  // A longer phrase of another kind does not hide the shorter one.
  assert_non_null(term(&f, 5, BIT(DAY) | BIT(WAY), &len));
  assert_int_equal(len, 2);
  assert_int_equal(term(&f, 5, BIT(WAY), &len)->number, -1);
  assert_int_equal(len, 1);
  assert_null(bede_lexicon_term_at(f.lex, &f.doc, 0, 3, BIT(DAY), &len));
  assert_null(bede_lexicon_term_at(f.lex, &f.doc, 3, 3, BIT(DAY), &len));
  fixture_close(&f);
}

TEST(terms_are_found_in_any_case_and_by_lemmas)
{
  fixture f;
  uint32_t len;
  fixture_open(&f, T, terms);
  fixture_say(&f, "OF LATE Yesterday dayz~day D-_Day D Day Memorial");
  assert_non_null(term(&f, 0, BIT(VAGUE), &len));
  assert_int_equal(len, 2);
  assert_non_null(term(&f, 2, BIT(DAY), &len));
  assert_non_null(term(&f, 3, BIT(UNIT), &len));
  assert_non_null(term(&f, 4, BIT(FEAST), &len));
  assert_int_equal(len, 3);
  assert_non_null(term(&f, 7, BIT(FEAST), &len));
  assert_int_equal(len, 2);
  assert_null(term(&f, 9, ALL_KINDS, &len));
  fixture_close(&f);
}

TEST(first_words_of_terms_are_known)
{
  fixture f;
  fixture_open(&f, T, terms);
  assert_true(bede_lexicon_term_begins(f.lex, symbol(&f, "recently")));
  assert_true(bede_lexicon_term_begins(f.lex, symbol(&f, "of")));
  assert_true(bede_lexicon_term_begins(f.lex, symbol(&f, "memorial")));
  assert_int_not_equal(symbol(&f, "late"), 0);
  assert_false(bede_lexicon_term_begins(f.lex, symbol(&f, "late")));
  assert_false(bede_lexicon_term_begins(f.lex, symbol(&f, "before")));
  assert_false(bede_lexicon_term_begins(f.lex, 0));
  assert_false(bede_lexicon_term_begins(f.lex, UINT32_MAX));
  fixture_close(&f);
}

TEST(feasts_have_rules_and_dates)
{
  fixture f;
  uint32_t len;
  fixture_open(&f, T, terms);
  fixture_say(&f, "D-_Day Easter Monday Memorial Day Eid");
  const bede_lex_term *t = term(&f, 0, BIT(FEAST), &len);
  assert_int_equal(t->feast, BEDE_FEAST_FIXED);
  assert_int_equal(t->a, 6);
  assert_int_equal(t->b, 6);
  t = term(&f, 3, BIT(FEAST), &len);
  assert_int_equal(t->feast, BEDE_FEAST_EASTER);
  assert_int_equal(t->a, 1);
  t = term(&f, 5, BIT(FEAST), &len);
  assert_int_equal(t->feast, BEDE_FEAST_WEEKDAY);
  assert_int_equal(t->c, -1);
  assert_int_equal(t->date_count, 0);
  t = term(&f, 7, BIT(FEAST), &len);
  assert_int_equal(t->feast, BEDE_FEAST_LISTED);
  assert_int_equal(t->date_count, 2);
  const bede_lex_span *s = bede_lexicon_dates(f.lex, t->date_begin);
  assert_int_equal(bede_date_cmp(s[0].from, s[0].to), 0);
  assert_int_equal(s[1].from.month, 12);
  assert_int_equal(s[1].to.year, 2007);
  assert_int_equal(s[1].to.day, 3);
  assert_null(bede_lexicon_dates(f.lex, 2));
  fixture_close(&f);
}

TEST(knowledge_without_places_and_terms_has_none)
{
  fixture f;
  uint32_t len, count = 9;
  fixture_open(&f, "classes/x.txt", "class a: tripoli may\n");
  fixture_say(&f, "Tripoli May");
  assert_null(places_at(&f, 0, &len, &count));
  assert_null(term(&f, 1, ALL_KINDS, &len));
  assert_null(
      bede_lexicon_places_named(f.lex, bede_str_from("Tripoli"), &count));
  assert_int_equal(count, 0);
  assert_null(bede_lexicon_place(f.lex, 0));
  assert_null(bede_lexicon_dates(f.lex, 0));
  assert_false(bede_lexicon_term_begins(f.lex, symbol(&f, "may")));
  fixture_close(&f);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_error_has_its_line_and_column),
      cmocka_unit_test(values_that_no_rule_can_use_are_refused),
      cmocka_unit_test(a_section_ends_with_its_file),
      cmocka_unit_test(limits_hold_at_n_and_not_beyond),
      cmocka_unit_test(a_place_has_what_its_line_says),
      cmocka_unit_test(degrees_are_read_to_four_places),
      cmocka_unit_test(those_called_by_the_name_stand_first),
      cmocka_unit_test(the_longest_name_counts),
      cmocka_unit_test(case_accents_and_hyphens_do_not_matter),
      cmocka_unit_test(places_are_found_by_exactly_their_name),
      cmocka_unit_test(a_division_may_stand_in_a_later_file),
      cmocka_unit_test(an_id_is_its_number_however_it_is_written),
      cmocka_unit_test(other_names_go_to_their_place),
      cmocka_unit_test(other_names_go_to_the_largest_place_of_a_name),
      cmocka_unit_test(a_value_has_a_number_and_words),
      cmocka_unit_test(terms_are_found_by_their_kind),
      cmocka_unit_test(the_longest_term_of_the_kind_counts),
      cmocka_unit_test(terms_are_found_in_any_case_and_by_lemmas),
      cmocka_unit_test(first_words_of_terms_are_known),
      cmocka_unit_test(feasts_have_rules_and_dates),
      cmocka_unit_test(knowledge_without_places_and_terms_has_none),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
