// The shapes of other projects over documents made by hand: what is left out
// and why, the exact columns, lists of parties, pairs of parties.
#include "unit.h"

#include <jansson.h>

#include "export/export.h"
#include "export/shape.h"

enum { MOST_ENTITIES = 8 };

static const bede_versions versions = {"1.2", "kkkk", "mmmm", "oooo"};

// "USA met GBR near Oslo": a report with one claim, to be changed at will.
typedef struct report {
  bede_arena arena;
  bede_doc doc;
  bede_claim *claim;
  bede_role roles[MOST_ENTITIES];
} report;

static const bede_date day = {2024, 5, 2}, later = {2024, 5, 9};

static void add_entity(report *r, const char *name, const char *country,
                       const char *code, bede_sector sector, bede_kind kind)
{
  bede_entity *e = BEDE_LIST_PUSH(&r->doc.entities, &r->arena, UINT32_MAX);
  assert_non_null(e);
  e->name = bede_str_from(name);
  e->country = bede_str_from(country);
  e->code = bede_str_from(code);
  e->kind = kind;
  if (sector) e->sectors[e->sector_count++] = sector;
}

static void add_mention(report *r, uint32_t entity, bede_mention_type type)
{
  bede_mention *m = BEDE_LIST_PUSH(&r->doc.mentions, &r->arena, UINT32_MAX);
  assert_non_null(m);
  m->entity = entity;
  m->type = type;
}

static void set_code(bede_claim *c, const char *code)
{
  (void)snprintf(c->cameo, sizeof c->cameo, "%s", code);
}

static bede_claim *add_claim(report *r, uint32_t sentence)
{
  bede_claim *c = BEDE_LIST_PUSH(&r->doc.claims, &r->arena, BEDE_MAX_CLAIMS);
  if (!c) abort();
  (void)snprintf(c->id, sizeof c->id, "c0123456789abcdef");
  set_code(c, "111");
  c->sentence = sentence;
  c->event = BEDE_ACCUSE;
  c->modes[c->mode_count++] = BEDE_MODE_ACCUSE_DISAPPROVE;
  c->repeats = c->under = c->place = BEDE_NONE;
  c->has_date = true;
  c->from = c->to = day;
  c->evidence = (bede_span){0, 11};
  c->chain_count = 1;
  return c;
}

static void fill_lists(report *r)
{
  bede_attribution *a =
      BEDE_LIST_PUSH(&r->doc.attributions, &r->arena, UINT32_MAX);
  bede_chain *chain = BEDE_LIST_PUSH(&r->doc.chains, &r->arena, UINT32_MAX);
  assert_non_null(a);
  assert_non_null(chain);
  a->kind = BEDE_BY_NARRATOR;
  chain->count = 1;
  add_entity(r, "United States", "USA", "USA", BEDE_SECTOR_GOV,
             BEDE_KIND_STATE);
  add_entity(r, "United Kingdom", "GBR", "GBR", BEDE_SECTOR_GOV,
             BEDE_KIND_STATE);
  add_entity(r, "somebody", NULL, NULL, BEDE_SECTOR_NONE, BEDE_KIND_PERSON);
  add_entity(r, "Norwegian army", "NOR", "NORMIL", BEDE_SECTOR_MIL,
             BEDE_KIND_ORGANIZATION);
  for (uint32_t i = 0; i < MOST_ENTITIES; i++) {
    r->roles[i].entity = i;
    r->roles[i].guise = BEDE_NONE;
    r->roles[i].span = (bede_span){i, i + 3};
  }
}

static void open_report(report *r)
{
  memset(r, 0, sizeof *r);
  bede_arena_init(&r->arena);
  bede_doc_init(&r->doc, &r->arena);
  r->doc.id = bede_str_from("r1");
  r->doc.text = bede_str_from("USA met GBR near Oslo.");
  r->doc.publisher = bede_str_from("Post");
  r->doc.published_date = later;
  fill_lists(r);
  r->claim = add_claim(r, 3);
}

// The roles [begin, end) of the report as the actors or recipients of a claim.
#define SET_ROLES(list, r, begin, end)                                         \
  do {                                                                         \
    (list).items = (r)->roles + (begin);                                       \
    (list).count = (list).capacity = (end) - (begin);                          \
  } while (0)

static char *write_report(const report *r, bede_format format, bool all)
{
  bede_buf out;
  bede_export_options options = {.all = all};
  bede_buf_init(&out, 0);
  assert_int_equal(bede_export_doc(format, &r->doc, &versions, &options, &out),
                   BEDE_OK);
  bede_buf_append_z(&out, "");
  char *text = strdup(bede_buf_str(&out).ptr);
  bede_buf_release(&out);
  assert_non_null(text);
  return text;
}

static void assert_lines(const report *r, bool all, const char *wanted)
{
  char *text = write_report(r, BEDE_FORMAT_PETRARCH, all);
  assert_string_equal(text, wanted);
  free(text);
}

// --- what is left out --------------------------------------------------------

static void assert_left(const report *r, bede_format format, const char *words)
{
  bede_buf out;
  bede_buf_init(&out, 0);
  bede_left_put(bede_shape_left(format, &r->doc, r->claim), &out);
  assert_str(bede_buf_str(&out), words);
  bede_buf_release(&out);
}

static void assert_left_by_all(const report *r, const char *words)
{
  assert_left(r, BEDE_FORMAT_PLOVER, words);
  assert_left(r, BEDE_FORMAT_POLECAT, words);
  assert_left(r, BEDE_FORMAT_PETRARCH, words);
}

static void make_negated(bede_claim *c)
{
  c->negated = true;
}

static void make_hypothetical(bede_claim *c)
{
  c->status = BEDE_STATUS_HYPOTHETICAL;
}

static void make_future(bede_claim *c)
{
  c->status = BEDE_STATUS_FUTURE;
}

static void make_habitual(bede_claim *c)
{
  c->aspect = BEDE_ASPECT_HABITUAL;
}

static void make_state(bede_claim *c)
{
  c->aspect = BEDE_ASPECT_STATE;
}

static void make_repeated(bede_claim *c)
{
  c->repeats = 0;
}

static void make_sport(bede_claim *c)
{
  c->domain = BEDE_DOMAIN_sport;
}

static void make_undated(bede_claim *c)
{
  c->has_date = false;
}

// Oslo, in the claim's text, with a sign to be printed.
static void add_place(report *r)
{
  bede_place *p = BEDE_LIST_PUSH(&r->doc.places, &r->arena, 4);
  assert_non_null(p);
  p->span = (bede_span){17, 21};
  p->name = p->division = bede_str_from("Oslo");
  p->country = bede_str_from("NOR");
  p->geonames = 3143244;
  p->lat = 599127;
  p->lon = -107461;
  p->kind = BEDE_PLACE_CITY;
  r->claim->place = 0;
}

TEST(what_is_no_event_is_left_out_with_its_reason)
{
  static const struct {
    void (*make)(bede_claim *c);
    const char *word;
  } cases[] = {
      {make_negated, "negated"},    {make_hypothetical, "hypothetical"},
      {make_future, "future"},      {make_habitual, "habitual"},
      {make_state, "state"},        {make_repeated, "repeated"},
      {make_sport, "not_politics"}, {make_undated, "undated"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    report r;
    open_report(&r);
    SET_ROLES(r.claim->actor, &r, 0, 1);
    assert_left_by_all(&r, "");
    cases[i].make(r.claim);
    assert_left_by_all(&r, cases[i].word);
    bede_arena_release(&r.arena);
  }
}

TEST(what_a_project_would_code_stays)
{
  report r;
  open_report(&r);
  SET_ROLES(r.claim->actor, &r, 0, 1);
  r.claim->background = true;
  r.claim->uncertain = true;
  r.claim->aspect = BEDE_ASPECT_ONGOING;
  r.claim->status = BEDE_STATUS_HISTORICAL;
  assert_left_by_all(&r, "");
  r.claim->has_date = false;
  assert_left_by_all(&r, "background;undated");
  bede_arena_release(&r.arena);
}

TEST(a_month_is_no_day)
{
  report r;
  open_report(&r);
  SET_ROLES(r.claim->actor, &r, 0, 1);
  r.claim->precision = BEDE_PRECISION_MONTH;
  assert_left(&r, BEDE_FORMAT_PLOVER, ""); // it has a last day
  assert_left(&r, BEDE_FORMAT_POLECAT, "imprecise");
  assert_left(&r, BEDE_FORMAT_PETRARCH, "imprecise");
  r.claim->precision = BEDE_PRECISION_DAY;
  r.claim->to = later; // from that day on
  assert_left_by_all(&r, "");
  bede_arena_release(&r.arena);
}

TEST(petrarch_wants_a_code_and_a_party)
{
  report r;
  open_report(&r);
  SET_ROLES(r.claim->actor, &r, 2, 3);
  r.claim->cameo[0] = '\0';
  assert_left(&r, BEDE_FORMAT_PETRARCH, "no_code;no_party");
  assert_left(&r, BEDE_FORMAT_PLOVER, "");
  assert_left(&r, BEDE_FORMAT_POLECAT, "");
  SET_ROLES(r.claim->recipient, &r, 0, 1);
  assert_left(&r, BEDE_FORMAT_PETRARCH, "no_code");
  bede_arena_release(&r.arena);
}

TEST(a_claim_is_counted_once)
{
  static const bede_format formats[] = {BEDE_FORMAT_PLOVER, BEDE_FORMAT_POLECAT,
                                        BEDE_FORMAT_PETRARCH};
  report r;
  open_report(&r);
  SET_ROLES(r.claim->actor, &r, 0, 1);
  bede_claim *future = add_claim(&r, 4), *undated = add_claim(&r, 5);
  future->status = BEDE_STATUS_FUTURE;
  future->has_date = undated->has_date = false;
  for (size_t f = 0; f < 3; f++) {
    uint64_t counts[BEDE_EXPORT_REASONS] = {0}, sum = 0;
    bede_export_count_left(formats[f], &r.doc, counts);
    for (size_t i = 0; i < BEDE_EXPORT_REASONS; i++)
      sum += counts[i];
    assert_int_equal(counts[BEDE_LEFT_FUTURE], 1);
    assert_int_equal(counts[BEDE_LEFT_UNDATED], 1);
    assert_int_equal(sum, 2);
  }
  uint64_t counts[BEDE_EXPORT_REASONS] = {0};
  bede_export_count_left(BEDE_FORMAT_CSV, &r.doc, counts);
  assert_int_equal(counts[BEDE_LEFT_UNDATED], 0);
  bede_arena_release(&r.arena);
}

TEST(reasons_have_words)
{
  for (unsigned i = 0; i < BEDE_LEFT_COUNT; i++)
    assert_true(bede_left_name(i)[0] != '\0');
  assert_null(bede_left_name(BEDE_LEFT_COUNT));
}

// --- petrarch ----------------------------------------------------------------

TEST(a_line_for_each_pair_of_parties)
{
  report r;
  open_report(&r);
  SET_ROLES(r.claim->actor, &r, 0, 2);
  SET_ROLES(r.claim->recipient, &r, 3, 4);
  assert_lines(&r, false,
               "20240502\tUSA\tNORMIL\t111\t\tr1_3\tPost\n"
               "20240502\tGBR\tNORMIL\t111\t\tr1_3\tPost\n");
  r.doc.url = bede_str_from("http://x/");
  SET_ROLES(r.claim->actor, &r, 0, 1);
  assert_lines(&r, false,
               "20240502\tUSA\tNORMIL\t111\t\tr1_3\thttp://x/\tPost\n");
  bede_arena_release(&r.arena);
}

TEST(mutual_acts_go_both_ways)
{
  report r;
  open_report(&r);
  set_code(r.claim, "040");
  SET_ROLES(r.claim->actor, &r, 0, 2);
  assert_lines(&r, false,
               "20240502\tUSA\tGBR\t040\t\tr1_3\tPost\n"
               "20240502\tGBR\tUSA\t040\t\tr1_3\tPost\n");
  set_code(r.claim, "042");
  SET_ROLES(r.claim->actor, &r, 0, 1);
  SET_ROLES(r.claim->recipient, &r, 1, 2);
  assert_lines(&r, false,
               "20240502\tUSA\tGBR\t042\t\tr1_3\tPost\n"
               "20240502\tGBR\tUSA\t043\t\tr1_3\tPost\n");
  SET_ROLES(r.claim->recipient, &r, 2, 3); // no code, no way back
  assert_lines(&r, false, "20240502\tUSA\t---\t042\t\tr1_3\tPost\n");
  bede_arena_release(&r.arena);
}

TEST(side_by_side_is_not_against_each_other)
{
  report r;
  open_report(&r);
  SET_ROLES(r.claim->actor, &r, 0, 2);
  assert_lines(&r, false,
               "20240502\tUSA\t---\t111\t\tr1_3\tPost\n"
               "20240502\tGBR\t---\t111\t\tr1_3\tPost\n");
  set_code(r.claim, "190");
  assert_lines(&r, false,
               "20240502\tUSA\tGBR\t190\t\tr1_3\tPost\n"
               "20240502\tGBR\tUSA\t190\t\tr1_3\tPost\n");
  SET_ROLES(r.claim->actor, &r, 0, 1);
  SET_ROLES(r.claim->recipient, &r, 1, 2);
  assert_lines(&r, false, "20240502\tUSA\tGBR\t190\t\tr1_3\tPost\n");
  bede_arena_release(&r.arena);
}

TEST(unknown_perpetrator_is_dashes)
{
  report r;
  open_report(&r);
  SET_ROLES(r.claim->recipient, &r, 0, 1);
  assert_lines(&r, false, "20240502\t---\tUSA\t111\t\tr1_3\tPost\n");
  bede_arena_release(&r.arena);
}

TEST(same_day_parties_and_code_are_one_line)
{
  report r;
  open_report(&r);
  bede_claim *again = add_claim(&r, 3), *other = add_claim(&r, 5),
             *elsewhen = add_claim(&r, 6);
  r.claim = &r.doc.claims.items[0];
  SET_ROLES(r.claim->actor, &r, 0, 1);
  SET_ROLES(again->actor, &r, 0, 1);
  SET_ROLES(other->actor, &r, 0, 1);
  SET_ROLES(elsewhen->actor, &r, 0, 1);
  elsewhen->from = elsewhen->to = later;
  assert_lines(&r, false,
               "20240502\tUSA\t---\t111\t\tr1_3;r1_5\tPost\n"
               "20240509\tUSA\t---\t111\t\tr1_6\tPost\n");
  other->negated = true; // what is marked stays apart from what is not
  assert_lines(&r, true,
               "20240502\tUSA\t---\t111\t\tr1_3\tPost\t---\n"
               "20240502\tUSA\t---\t111\t\tr1_5\tPost\tnegated\n"
               "20240509\tUSA\t---\t111\t\tr1_6\tPost\t---\n");
  bede_arena_release(&r.arena);
}

TEST(all_lines_have_the_day_of_publication_and_the_reasons)
{
  report r;
  open_report(&r);
  r.claim->has_date = false;
  r.claim->cameo[0] = '\0';
  r.doc.publisher = bede_str_from(NULL);
  assert_lines(&r, false, "");
  assert_lines(&r, true,
               "20240509\t---\t---\t---\t\tr1_3\t---\t"
               "undated;no_code;no_party\n");
  r.doc.published_date.year = 0;
  assert_lines(&r, true,
               "---\t---\t---\t---\t\tr1_3\t---\tundated;no_code;no_party\n");
  bede_arena_release(&r.arena);
}

// Each claim tells of 16 x 16 pairs: 2^14 of them reach the ceiling.
TEST(pairs_have_a_ceiling)
{
  enum { PER_CLAIM = BEDE_MAX_ROLES * BEDE_MAX_ROLES };
  static char codes[BEDE_MAX_ROLES][4];
  static bede_role roles[BEDE_MAX_ROLES];
  bede_export_options options = {.all = false};
  bede_buf out;
  report r;
  open_report(&r);
  bede_buf_init(&out, 0);
  for (uint32_t i = 0; i < BEDE_MAX_ROLES; i++) {
    (void)snprintf(codes[i], sizeof codes[i], "%c%c", 'A' + (int)i, 'X');
    roles[i].entity = r.doc.entities.count;
    roles[i].guise = BEDE_NONE;
    add_entity(&r, "x", "XXX", codes[i], BEDE_SECTOR_NONE, BEDE_KIND_GROUP);
  }
  for (uint32_t i = 1; i < BEDE_MAX_PAIRS / PER_CLAIM; i++)
    (void)add_claim(&r, 3 + i);
  for (uint32_t i = 0; i < r.doc.claims.count; i++) {
    bede_claim *c = &r.doc.claims.items[i];
    c->actor.items = c->recipient.items = roles;
    c->actor.count = c->recipient.count = BEDE_MAX_ROLES;
  }
  assert_int_equal(
      bede_export_doc(BEDE_FORMAT_PETRARCH, &r.doc, &versions, &options, &out),
      BEDE_OK);
  bede_claim *one_more = add_claim(&r, 1u << 20);
  SET_ROLES(one_more->actor, &r, 0, 1);
  bede_buf_clear(&out);
  assert_int_equal(
      bede_export_doc(BEDE_FORMAT_PETRARCH, &r.doc, &versions, &options, &out),
      BEDE_ELIMIT);
  bede_buf_release(&out);
  bede_arena_release(&r.arena);
}

// --- polecat -----------------------------------------------------------------

static const char polecat_columns[] =
    "Event ID,Event Date,Event Type,Event Mode,Intensity,Quad Code,Contexts,"
    "Actor Name,Actor Country,Actor COW,Primary Actor Sector,Actor Sectors,"
    "Actor Title,Actor Name Raw,Wikipedia Actor ID,Recipient Name,"
    "Recipient Country,Recipient COW,Primary Recipient Sector,"
    "Recipient Sectors,Recipient Title,Recipient Name Raw,"
    "Wikipedia Recipient ID,Placename,City,District,Province,Country,Latitude,"
    "Longitude,GeoNames ID,Raw Placename,Feature Type,Source,Publication Date,"
    "Story People,Story Organizations,Story Locations,Language,Version";

TEST(polecat_has_its_columns)
{
  bede_buf out;
  bede_buf_init(&out, 0);
  bede_export_begin(BEDE_FORMAT_POLECAT, false, &out);
  assert_int_equal(out.len, sizeof polecat_columns);
  for (size_t i = 0; i + 1 < sizeof polecat_columns; i++)
    assert_int_equal(out.ptr[i],
                     polecat_columns[i] == ',' ? '\t' : polecat_columns[i]);
  bede_buf_clear(&out);
  bede_export_begin(BEDE_FORMAT_POLECAT, true, &out);
  assert_true(bede_str_ends(bede_buf_str(&out), "Version\tLeft Out\n"));
  bede_buf_release(&out);
}

static void assert_row(const report *r, bool all, const char *wanted)
{
  char *text = write_report(r, BEDE_FORMAT_POLECAT, all);
  for (char *c = text; *c; c++)
    *c = *c == '\t' ? '|' : *c;
  assert_string_equal(text, wanted);
  free(text);
}

TEST(polecat_row)
{
  report r;
  open_report(&r);
  r.claim->contexts = UINT64_C(1) << BEDE_CONTEXT_military |
                      UINT64_C(1) << BEDE_CONTEXT_territory;
  r.doc.entities.items[0].sectors[1] = BEDE_SECTOR_MIL;
  r.doc.entities.items[0].sector_count = 2;
  r.doc.entities.items[0].office = bede_str_from("a\tb");
  r.doc.language = bede_str_from("en");
  SET_ROLES(r.claim->actor, &r, 0, 1);
  SET_ROLES(r.claim->recipient, &r, 1, 4);
  add_place(&r);
  add_mention(&r, 3, BEDE_MENTION_NAME);
  add_mention(&r, 2, BEDE_MENTION_NOMINAL);
  add_mention(&r, 0, BEDE_MENTION_NAME);
  add_mention(&r, 3, BEDE_MENTION_NAME);
  add_mention(&r, 1, BEDE_MENTION_NAME);
  assert_row(&r, false,
             "c0123456789abcdef|2024-05-02|ACCUSE|disapprove|-2.0|3|"
             "military;territory|United States|USA|2|GOV|GOV;MIL|a b|USA|None|"
             "United Kingdom;somebody;Norwegian army|GBR;None;NOR|200;None;385|"
             "GOV;None;MIL|GOV;MIL|None;None;None|SA ;A m; me|None|"
             "Oslo|Oslo|None|Oslo|NOR|59.9127|-10.7461|3143244|Oslo|None|Post|"
             "2024-05-09|"
             "None|Norwegian army|United States;United Kingdom|en|"
             "bede-1.2-kkkk-mmmm\n");
  bede_arena_release(&r.arena);
}

// An unknown perpetrator is of sector UNK, and so is whom an act needs.
TEST(polecat_unknown_parties)
{
  report r;
  open_report(&r);
  r.claim->event = BEDE_SANCTION;
  r.claim->mode_count = 0;
  r.claim->has_date = false;
  r.claim->status = BEDE_STATUS_FUTURE;
  r.claim->negated = true;
  assert_row(&r, false, "");
  assert_row(&r, true,
             "c0123456789abcdef|2024-05-09|SANCTION|None|-6.0|4|"
             "future;negation|None|None|None|UNK|UNK|None|None|None|None|None|"
             "None|UNK|UNK|None|None|None|None|None|None|None|None|None|None|"
             "None|None|None|Post|2024-05-09|None|None|None|None|"
             "bede-1.2-kkkk-mmmm|negated;future;undated\n");
  bede_arena_release(&r.arena);
}

// How many names the report with `count` named persons has in a row.
static size_t story_names(uint32_t count)
{
  report r;
  size_t names = 1;
  open_report(&r);
  for (uint32_t i = 0; i < count; i++) {
    add_mention(&r, r.doc.entities.count, BEDE_MENTION_NAME);
    add_entity(&r, "J. Doe", NULL, NULL, BEDE_SECTOR_NONE, BEDE_KIND_PERSON);
  }
  char *text = write_report(&r, BEDE_FORMAT_POLECAT, false);
  for (const char *c = strstr(text, "J. Doe"); *c != '\t'; c++)
    names += *c == ';';
  free(text);
  bede_arena_release(&r.arena);
  return names;
}

TEST(names_of_a_story_have_a_ceiling)
{
  assert_int_equal(story_names(1), 1);
  assert_int_equal(story_names(BEDE_MAX_STORY_NAMES), BEDE_MAX_STORY_NAMES);
  assert_int_equal(story_names(BEDE_MAX_STORY_NAMES + 1), BEDE_MAX_STORY_NAMES);
}

// --- plover ------------------------------------------------------------------

static const char plover_fields[] =
    "id has_event date time enddate endtime actor recipient event event_loc "
    "event_text quad_code event_scale mode context link text text_info "
    "cite_info coder coded_date coded_time comment";

static json_t *plover_record(const report *r, bool all)
{
  json_error_t error;
  char *text = write_report(r, BEDE_FORMAT_PLOVER, all);
  json_t *record = json_loads(text, JSON_REJECT_DUPLICATES, &error);
  free(text);
  assert_non_null(record);
  return record;
}

static void assert_keys(const json_t *object, const char *fields)
{
  char names[1024] = "";
  size_t at = 0;
  const char *key;
  json_t *value;
  json_object_foreach((json_t *)object, key, value)
  {
    at += (size_t)snprintf(names + at, sizeof names - at, "%s%s", at ? " " : "",
                           key);
    assert_true(at < sizeof names);
  }
  assert_string_equal(names, fields);
}

static const char *string_of(const json_t *object, const char *key)
{
  return json_string_value(json_object_get(object, key));
}

TEST(plover_has_its_fields)
{
  report r;
  open_report(&r);
  SET_ROLES(r.claim->actor, &r, 0, 2);
  add_place(&r);
  json_t *record = plover_record(&r, false);
  assert_keys(record, plover_fields);
  const json_t *actor = json_object_get(record, "actor");
  assert_int_equal(json_array_size(actor), 2);
  assert_keys(json_array_get(actor, 0),
              "code sector entity_text identifier_id identifier_text religion "
              "ethnicity office gender age");
  assert_keys(json_object_get(record, "event_loc"),
              "extracted_place resolved_place geonameid lat lon city district "
              "province country country_code feature_class feature_code "
              "resolution");
  assert_keys(json_object_get(record, "text_info"),
              "sequence start end text_story");
  assert_keys(json_object_get(record, "cite_info"),
              "corpus citation url title language publication license "
              "copyright coder codebook version");
  assert_int_equal(json_array_size(json_object_get(record, "recipient")), 0);
  json_decref(record);
  bede_arena_release(&r.arena);
}

TEST(plover_says_when_and_on_whose_word)
{
  report r;
  open_report(&r);
  r.claim->to = later;
  r.claim->precision = BEDE_PRECISION_WEEK;
  r.claim->uncertain = true;
  json_t *record = plover_record(&r, false);
  assert_string_equal(string_of(record, "date"), "2024-05-02");
  assert_string_equal(string_of(record, "enddate"), "2024-05-09");
  assert_string_equal(string_of(record, "text"), "USA met GBR");
  assert_string_equal(string_of(record, "comment"),
                      "said by the report (Post); uncertain");
  json_decref(record);
  r.claim->has_date = false;
  record = plover_record(&r, true);
  assert_string_equal(string_of(record, "date"), "2024-05-09");
  assert_true(json_is_null(json_object_get(record, "enddate")));
  json_decref(record);
  bede_arena_release(&r.arena);
}

TEST(plover_marks_what_it_would_leave_out)
{
  report r;
  open_report(&r);
  r.claim->negated = true;
  r.claim->status = BEDE_STATUS_HYPOTHETICAL;
  json_t *record = plover_record(&r, true);
  const json_t *contexts = json_object_get(record, "context");
  const json_t *left = json_object_get(record, "left_out");
  assert_int_equal(json_array_size(contexts), 2);
  assert_string_equal(json_string_value(json_array_get(contexts, 0)),
                      "hypothetical");
  assert_string_equal(json_string_value(json_array_get(contexts, 1)),
                      "negation");
  assert_int_equal(json_array_size(left), 2);
  assert_string_equal(json_string_value(json_array_get(left, 0)), "negated");
  json_decref(record);
  bede_arena_release(&r.arena);
}

TEST(plover_parties)
{
  report r;
  open_report(&r);
  json_t *record = plover_record(&r, false);
  const json_t *actor = json_object_get(record, "actor");
  assert_int_equal(json_array_size(actor), 1);
  assert_string_equal(string_of(json_array_get(actor, 0), "sector"), "UNK");
  assert_null(string_of(json_array_get(actor, 0), "entity_text"));
  assert_int_equal(json_array_size(json_object_get(record, "recipient")), 0);
  json_decref(record);
  r.claim->event = BEDE_COOPERATE; // needs a second one
  r.doc.entities.items[0].sectors[1] = BEDE_SECTOR_MIL;
  r.doc.entities.items[0].sector_count = 2;
  SET_ROLES(r.claim->actor, &r, 0, 1);
  record = plover_record(&r, false);
  actor = json_array_get(json_object_get(record, "actor"), 0);
  assert_string_equal(string_of(actor, "sector"), "GOVMIL");
  assert_int_equal(json_array_size(json_object_get(record, "recipient")), 1);
  json_decref(record);
  SET_ROLES(r.claim->actor, &r, 0, 2); // is with the first
  record = plover_record(&r, false);
  assert_int_equal(json_array_size(json_object_get(record, "recipient")), 0);
  json_decref(record);
  bede_arena_release(&r.arena);
}

TEST(plover_sizes)
{
  uint32_t ids[2] = {0, 1};
  report r;
  open_report(&r);
  for (int i = 0; i < 2; i++) {
    bede_quantity *q = BEDE_LIST_PUSH(&r.doc.quantities, &r.arena, UINT32_MAX);
    assert_non_null(q);
    q->of = i ? BEDE_OF_INJURED : BEDE_OF_KILLED;
    q->has_low = !i; // at least 7 dead, up to 90 injured
    q->low = 7;
    q->has_high = i;
    q->high = 90;
  }
  r.claim->quantities.items = ids;
  r.claim->quantities.count = 2;
  json_t *record = plover_record(&r, false);
  const json_t *size = json_object_get(record, "size");
  assert_keys(size, "dead injured arrested");
  assert_int_equal(json_integer_value(json_object_get(size, "dead")), 7);
  assert_true(json_is_null(json_object_get(size, "injured")));
  json_decref(record);
  bede_arena_release(&r.arena);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_is_no_event_is_left_out_with_its_reason),
      cmocka_unit_test(what_a_project_would_code_stays),
      cmocka_unit_test(a_month_is_no_day),
      cmocka_unit_test(petrarch_wants_a_code_and_a_party),
      cmocka_unit_test(a_claim_is_counted_once),
      cmocka_unit_test(reasons_have_words),
      cmocka_unit_test(a_line_for_each_pair_of_parties),
      cmocka_unit_test(mutual_acts_go_both_ways),
      cmocka_unit_test(side_by_side_is_not_against_each_other),
      cmocka_unit_test(unknown_perpetrator_is_dashes),
      cmocka_unit_test(same_day_parties_and_code_are_one_line),
      cmocka_unit_test(all_lines_have_the_day_of_publication_and_the_reasons),
      cmocka_unit_test(pairs_have_a_ceiling),
      cmocka_unit_test(polecat_has_its_columns),
      cmocka_unit_test(polecat_row),
      cmocka_unit_test(polecat_unknown_parties),
      cmocka_unit_test(names_of_a_story_have_a_ceiling),
      cmocka_unit_test(plover_has_its_fields),
      cmocka_unit_test(plover_says_when_and_on_whose_word),
      cmocka_unit_test(plover_marks_what_it_would_leave_out),
      cmocka_unit_test(plover_parties),
      cmocka_unit_test(plover_sizes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
