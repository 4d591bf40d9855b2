// POLECAT's columns, in its order and by its names. What is missing is "None";
// lists are joined by ";".
#include "export/polecat.h"

#include <assert.h>
#include <string.h>

#include "ann/country.h"
#include "base/str.h"
#include "export/names.h"
#include "export/shape.h"
#include "export/writer.h"

static const char *const columns[] = {
    "Event ID",
    "Event Date",
    "Event Type",
    "Event Mode",
    "Intensity",
    "Quad Code",
    "Contexts",
    "Actor Name",
    "Actor Country",
    "Actor COW",
    "Primary Actor Sector",
    "Actor Sectors",
    "Actor Title",
    "Actor Name Raw",
    "Wikipedia Actor ID",
    "Recipient Name",
    "Recipient Country",
    "Recipient COW",
    "Primary Recipient Sector",
    "Recipient Sectors",
    "Recipient Title",
    "Recipient Name Raw",
    "Wikipedia Recipient ID",
    "Placename",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
    "GeoNames ID",
    "Raw Placename",
    "Feature Type",
    "Source",
    "Publication Date",
    "Story People",
    "Story Organizations",
    "Story Locations",
    "Language",
    "Version",
};

enum { COLUMNS = sizeof columns / sizeof *columns };
_Static_assert(COLUMNS == 40, "as many columns as POLECAT has");

static const char left_column[] = "Left Out";

typedef enum story_list {
  STORY_PEOPLE,
  STORY_ORGANIZATIONS,
  STORY_LOCATIONS,
  STORY_LISTS
} story_list;

typedef struct polecat {
  bede_buf *out;
  const bede_doc *doc;
  const bede_versions *versions;
  unsigned column; // of the row in work, counts from 0
  size_t begin;    // of the cell in work
  bede_buf story[STORY_LISTS];
} polecat;

// --- cells -------------------------------------------------------------------

static void begin_cell(polecat *p)
{
  if (p->column++) bede_buf_append_char(p->out, '\t');
  p->begin = p->out->len;
}

static void end_cell(polecat *p)
{
  if (p->out->len == p->begin) bede_buf_append_z(p->out, "None");
}

static void put_cell(polecat *p, bede_str s)
{
  begin_cell(p);
  bede_utf8_put_plain(p->out, s);
  end_cell(p);
}

static void put_nothing(polecat *p, unsigned cells)
{
  for (unsigned i = 0; i < cells; i++)
    put_cell(p, bede_str_from(NULL));
}

static void put_names(polecat *p, const char *const *names, unsigned count)
{
  begin_cell(p);
  for (unsigned i = 0; i < count; i++) {
    if (i) bede_buf_append_char(p->out, ';');
    bede_buf_append_z(p->out, names[i]);
  }
  end_cell(p);
}

static void put_date(polecat *p, bede_date d)
{
  begin_cell(p);
  if (d.year) bede_date_put(p->out, d);
  end_cell(p);
}

// --- the event ---------------------------------------------------------------

static void put_event(polecat *p, const bede_claim *c)
{
  const char *contexts[BEDE_SHAPE_CONTEXTS], *modes[3];
  bede_mode mode = c->mode_count ? c->modes[0] : BEDE_MODE_NONE;
  for (uint8_t i = 0; i < c->mode_count; i++)
    modes[i] = bede_mode_name(c->modes[i]);
  put_cell(p, bede_str_from(c->id));
  put_date(p, bede_shape_date(p->doc, c));
  put_cell(p, bede_str_from(bede_event_name(c->event)));
  put_names(p, modes, c->mode_count);
  begin_cell(p);
  bede_tenths_put(p->out, bede_event_score10(c->event, mode));
  begin_cell(p);
  bede_buf_append_u64(p->out, bede_event_quad(c->event));
  put_names(p, contexts, bede_shape_contexts(c, contexts));
}

// --- the parties -------------------------------------------------------------

// What one column says of a party; `e` is NULL when it is nobody known.
typedef void put_party(polecat *p, const bede_role *role, const bede_entity *e);

static void put_name(polecat *p, const bede_role *role, const bede_entity *e)
{
  (void)role;
  if (e) bede_utf8_put_plain(p->out, e->name);
}

static void put_country(polecat *p, const bede_role *role, const bede_entity *e)
{
  (void)role;
  if (e) bede_utf8_put_plain(p->out, e->country);
}

static void put_cow(polecat *p, const bede_role *role, const bede_entity *e)
{
  uint32_t cow = e ? bede_country_cow(e->country) : 0;
  (void)role;
  if (cow) bede_buf_append_u64(p->out, cow);
}

static void put_sector(polecat *p, const bede_role *role, const bede_entity *e)
{
  (void)role;
  bede_utf8_put_plain(p->out, bede_entity_sector(e));
}

static void put_title(polecat *p, const bede_role *role, const bede_entity *e)
{
  (void)role;
  if (e) bede_utf8_put_plain(p->out, e->office);
}

static void put_words(polecat *p, const bede_role *role, const bede_entity *e)
{
  (void)e;
  bede_utf8_put_plain(p->out, bede_doc_str(p->doc, role->span));
}

// A member for each party, so that the columns of a side go together.
static void put_parties(polecat *p, bede_side side, put_party *put)
{
  begin_cell(p);
  for (uint32_t i = 0; i < side.count; i++) {
    const bede_role *role = &side.roles[i];
    if (i) bede_buf_append_char(p->out, ';');
    size_t before = p->out->len;
    put(p, role, bede_role_entity(p->doc, role));
    if (p->out->len == before) bede_buf_append_z(p->out, "None");
  }
  end_cell(p);
}

// The sectors of all parties of a side, each once.
static void put_sectors(polecat *p, bede_side side)
{
  const char *names[BEDE_SECTOR_COUNT];
  uint64_t seen = 0;
  unsigned count = 0;
  if (side.unknown) names[count++] = bede_sector_name(BEDE_SECTOR_UNK);
  for (uint32_t i = 0; i < side.count; i++) {
    const bede_entity *e = bede_role_entity(p->doc, &side.roles[i]);
    for (uint8_t s = 0; e && s < e->sector_count; s++) {
      if (seen >> e->sectors[s] & 1) continue;
      seen |= UINT64_C(1) << e->sectors[s];
      names[count++] = bede_sector_name(e->sectors[s]);
    }
  }
  put_names(p, names, count);
}

static void put_side(polecat *p, bede_side side)
{
  put_parties(p, side, put_name);
  put_parties(p, side, put_country);
  put_parties(p, side, put_cow);
  if (side.unknown)
    put_cell(p, bede_str_from(bede_sector_name(BEDE_SECTOR_UNK)));
  else
    put_parties(p, side, put_sector);
  put_sectors(p, side);
  put_parties(p, side, put_title);
  put_parties(p, side, put_words);
  put_nothing(p, 1); // the id in Wikipedia
}

// --- place and story ---------------------------------------------------------

static void put_degrees(polecat *p, int32_t degrees)
{
  if (degrees == BEDE_NO_DEGREES) {
    put_nothing(p, 1);
    return;
  }
  begin_cell(p);
  bede_degrees_put(p->out, degrees);
  end_cell(p);
}

static void put_geonames(polecat *p, uint32_t number)
{
  if (!number) {
    put_nothing(p, 1);
    return;
  }
  begin_cell(p);
  bede_buf_append_u64(p->out, number);
  end_cell(p);
}

static void put_place(polecat *p, const bede_claim *c)
{
  static const bede_place nowhere = {.lat = BEDE_NO_DEGREES,
                                     .lon = BEDE_NO_DEGREES,
                                     .kind = BEDE_PLACE_REGION};
  const bede_place *w =
      c->place == BEDE_NONE ? &nowhere : &p->doc->places.items[c->place];
  bede_str none = {NULL, 0};
  put_cell(p, w->name);
  put_cell(p, w->kind == BEDE_PLACE_CITY ? w->name : none);
  put_cell(p, w->kind == BEDE_PLACE_ADM2 ? w->name : none);
  put_cell(p, w->kind == BEDE_PLACE_ADM1 ? w->name : w->division);
  put_cell(p, w->country);
  put_degrees(p, w->lat);
  put_degrees(p, w->lon);
  put_geonames(p, w->geonames);
  put_cell(p, bede_doc_str(p->doc, w->span));
  put_nothing(p, 1); // the type of the place
}

static void put_version(polecat *p)
{
  const bede_versions *v = p->versions;
  begin_cell(p);
  bede_buf_printf(p->out, "bede-%s-%s-%s", v->program, v->knowledge, v->model);
}

static void put_story(polecat *p)
{
  put_cell(p, p->doc->publisher);
  put_date(p, p->doc->published_date);
  for (unsigned i = 0; i < STORY_LISTS; i++)
    put_cell(p, bede_buf_str(&p->story[i]));
  put_cell(p, p->doc->language);
  put_version(p);
}

static story_list story_of(bede_kind kind)
{
  switch (kind) {
  case BEDE_KIND_PERSON:
    return STORY_PEOPLE;
  case BEDE_KIND_ORGANIZATION:
  case BEDE_KIND_GROUP:
    return STORY_ORGANIZATIONS;
  case BEDE_KIND_STATE:
  case BEDE_KIND_PLACE:
    return STORY_LOCATIONS;
  default:
    return STORY_LISTS;
  }
}

// Who and what the report calls by name, once each. They stand in every row of
// it: the ceiling keeps the rows of a long report in proportion.
static bede_status collect_story(polecat *p)
{
  const bede_doc *doc = p->doc;
  unsigned counts[STORY_LISTS + 1] = {0};
  bool *told = bede_arena_array(doc->arena, doc->entities.count + 1u, 1);
  if (!told) return BEDE_ENOMEM;
  for (uint32_t i = 0; i < doc->mentions.count; i++) {
    const bede_mention *m = &doc->mentions.items[i];
    if (m->type != BEDE_MENTION_NAME || m->entity == BEDE_NONE) continue;
    const bede_entity *e = &doc->entities.items[m->entity];
    story_list list = story_of(e->kind);
    if (told[m->entity] || list == STORY_LISTS || !e->name.len) continue;
    told[m->entity] = true;
    if (counts[list] == BEDE_MAX_STORY_NAMES) continue;
    if (counts[list]++) bede_buf_append_char(&p->story[list], ';');
    bede_buf_append_str(&p->story[list], e->name);
  }
  for (unsigned i = 0; i < STORY_LISTS; i++) {
    if (p->story[i].status) return p->story[i].status;
  }
  return BEDE_OK;
}

// --- rows --------------------------------------------------------------------

void bede_polecat_header(bool all, bede_buf *out)
{
  for (unsigned i = 0; i < COLUMNS; i++) {
    if (i) bede_buf_append_char(out, '\t');
    bede_buf_append_z(out, columns[i]);
  }
  if (all) bede_buf_printf(out, "\t%s", left_column);
  bede_buf_append_char(out, '\n');
}

static void put_row(polecat *p, const bede_claim *c, uint32_t left, bool all)
{
  p->column = 0;
  put_event(p, c);
  put_side(p, bede_shape_actor(c));
  put_side(p, bede_shape_recipient(c));
  put_place(p, c);
  put_story(p);
  assert(p->column == COLUMNS);
  if (all) {
    begin_cell(p);
    bede_left_put(left, p->out);
    end_cell(p);
  }
  bede_buf_append_char(p->out, '\n');
}

bede_status bede_export_polecat(const bede_doc *doc,
                                const bede_versions *versions,
                                const bede_export_options *options,
                                bede_buf *out)
{
  polecat p = {.out = out, .doc = doc, .versions = versions};
  for (unsigned i = 0; i < STORY_LISTS; i++)
    bede_buf_init(&p.story[i], 0);
  bede_status status = collect_story(&p);
  for (uint32_t i = 0; !status && i < doc->claims.count; i++) {
    const bede_claim *c = &doc->claims.items[i];
    uint32_t left = bede_shape_left(BEDE_FORMAT_POLECAT, doc, c);
    if (!left || options->all) put_row(&p, c, left, options->all);
  }
  for (unsigned i = 0; i < STORY_LISTS; i++)
    bede_buf_release(&p.story[i]);
  return status ? status : out->status;
}
