// PLOVER's event record: its fields, in its order and by its names. Parties are
// lists. What a claim has and PLOVER has no field for, who says so, stands in
// the comment.
#include "export/plover.h"

#include <string.h>

#include "base/str.h"
#include "export/json.h"
#include "export/names.h"
#include "export/shape.h"
#include "export/toll.h"
#include "export/writer.h"

static void put_str(bede_json *j, const char *key, bede_str s)
{
  bede_json_key(j, key);
  bede_json_str(j, s);
}

static void put_z(bede_json *j, const char *key, const char *z)
{
  bede_json_key(j, key);
  bede_json_z(j, z);
}

static void put_nulls(bede_json *j, const char *const *keys, size_t count)
{
  for (size_t i = 0; i < count; i++)
    put_z(j, keys[i], NULL);
}

// A text made on the way; its failure is that of the record.
static void put_made(bede_json *j, const char *key, bede_buf *text)
{
  put_str(j, key, bede_buf_str(text));
  if (text->status) j->out->status = text->status;
  bede_buf_release(text);
}

// --- time --------------------------------------------------------------------

static void put_when(bede_json *j, const bede_doc *doc, const bede_claim *c)
{
  bede_date first = bede_shape_date(doc, c), last = {0, 0, 0};
  if (c->has_date) last = c->to;
  bede_json_key(j, "date");
  bede_json_date(j, first);
  put_z(j, "time", NULL);
  bede_json_key(j, "enddate");
  bede_json_date(j, last);
  put_z(j, "endtime", NULL);
}

// --- parties -----------------------------------------------------------------

// The first sector, or the first two as six letters.
static void put_sector(bede_json *j, const bede_entity *e)
{
  char six[7];
  if (!e || e->sector_count < 2) {
    put_str(j, "sector", bede_entity_sector(e));
    return;
  }
  memcpy(six, bede_sector_name(e->sectors[0]), 3);
  memcpy(six + 3, bede_sector_name(e->sectors[1]), 4);
  put_z(j, "sector", six);
}

static void put_party(bede_json *j, const bede_doc *doc, const bede_role *role)
{
  static const char *const person[] = {"gender", "age"};
  const bede_entity *e = bede_role_entity(doc, role);
  bede_str none = {NULL, 0};
  bede_json_open(j, '{');
  put_str(j, "code", e ? e->country : none);
  put_sector(j, e);
  put_str(j, "entity_text", bede_doc_str(doc, role->span));
  put_z(j, "identifier_id", NULL);
  put_str(j, "identifier_text", e ? e->name : none);
  put_z(j, "religion", NULL);
  put_z(j, "ethnicity", NULL);
  put_str(j, "office", e ? e->office : none);
  put_nulls(j, person, 2);
  bede_json_close(j, '}');
}

static void put_unknown(bede_json *j)
{
  static const char *const rest[] = {
      "entity_text", "identifier_id", "identifier_text", "religion",
      "ethnicity",   "office",        "gender",          "age"};
  bede_json_open(j, '{');
  put_z(j, "code", NULL);
  put_z(j, "sector", bede_sector_name(BEDE_SECTOR_UNK));
  put_nulls(j, rest, sizeof rest / sizeof *rest);
  bede_json_close(j, '}');
}

static void put_side(bede_json *j, const bede_doc *doc, const char *key,
                     bede_side side)
{
  bede_json_key(j, key);
  bede_json_open(j, '[');
  for (uint32_t i = 0; i < side.count; i++)
    put_party(j, doc, &side.roles[i]);
  if (side.unknown) put_unknown(j);
  bede_json_close(j, ']');
}

// --- what and where ----------------------------------------------------------

static void put_place_number(bede_json *j, const bede_place *p)
{
  bede_json_key(j, "geonameid");
  if (p->geonames) {
    bede_json_int(j, p->geonames);
  } else {
    bede_json_null(j);
  }
  bede_json_key(j, "lat");
  bede_json_degrees(j, p->lat);
  bede_json_key(j, "lon");
  bede_json_degrees(j, p->lon);
}

static void put_place(bede_json *j, const bede_doc *doc, const bede_claim *c)
{
  static const char *const rest[] = {"feature_class", "feature_code",
                                     "resolution"};
  bede_json_key(j, "event_loc");
  if (c->place == BEDE_NONE) {
    bede_json_null(j);
    return;
  }
  const bede_place *p = &doc->places.items[c->place];
  bede_str none = {NULL, 0};
  bool city = p->kind == BEDE_PLACE_CITY;
  bede_json_open(j, '{');
  put_str(j, "extracted_place", bede_doc_str(doc, p->span));
  put_str(j, "resolved_place", p->name);
  put_place_number(j, p);
  put_str(j, "city", city ? p->name : none);
  put_str(j, "district", p->kind == BEDE_PLACE_ADM2 ? p->name : none);
  put_str(j, "province", p->kind == BEDE_PLACE_ADM1 ? p->name : p->division);
  put_str(j, "country", p->kind == BEDE_PLACE_COUNTRY ? p->name : none);
  put_str(j, "country_code", p->country);
  put_nulls(j, rest, sizeof rest / sizeof *rest);
  bede_json_close(j, '}');
}

static void put_event(bede_json *j, const bede_claim *c)
{
  bede_json_key(j, "event");
  bede_json_open(j, '[');
  bede_json_z(j, bede_event_name(c->event));
  bede_json_close(j, ']');
}

static void put_words(bede_json *j, const bede_doc *doc, const bede_claim *c)
{
  bede_json_key(j, "event_text");
  bede_json_open(j, '[');
  for (uint32_t i = 0; i < c->trigger.count; i++)
    bede_json_str(j, bede_doc_str(doc, c->trigger.items[i]));
  bede_json_close(j, ']');
}

static void put_kind(bede_json *j, const bede_claim *c)
{
  const char *contexts[BEDE_SHAPE_CONTEXTS];
  unsigned count = bede_shape_contexts(c, contexts);
  bede_mode mode = c->mode_count ? c->modes[0] : BEDE_MODE_NONE;
  bede_json_key(j, "quad_code");
  bede_json_int(j, bede_event_quad(c->event));
  bede_json_key(j, "event_scale");
  bede_json_tenths(j, bede_event_score10(c->event, mode));
  bede_json_key(j, "mode");
  bede_json_open(j, '[');
  for (uint8_t i = 0; i < c->mode_count; i++)
    bede_json_z(j, bede_mode_name(c->modes[i]));
  bede_json_close(j, ']');
  bede_json_key(j, "context");
  bede_json_open(j, '[');
  for (unsigned i = 0; i < count; i++)
    bede_json_z(j, contexts[i]);
  bede_json_close(j, ']');
}

// Only where the claim has one of the numbers: it is no field of every event.
static void put_size(bede_json *j, const bede_doc *doc, const bede_claim *c)
{
  static const struct {
    const char *key;
    bede_quantity_of of;
  } sizes[] = {{"dead", BEDE_OF_KILLED},
               {"injured", BEDE_OF_INJURED},
               {"arrested", BEDE_OF_ARRESTED}};
  bede_toll tolls[3];
  bool found[3], any = false;
  for (size_t i = 0; i < 3; i++) {
    found[i] = bede_toll_of(doc, c, sizes[i].of, &tolls[i]) &&
               (tolls[i].has_best || tolls[i].has_low);
    any = any || found[i];
  }
  if (!any) return;
  bede_json_key(j, "size");
  bede_json_open(j, '{');
  for (size_t i = 0; i < 3; i++) {
    bede_json_key(j, sizes[i].key);
    if (found[i])
      bede_json_int(j, tolls[i].has_best ? tolls[i].best : tolls[i].low);
    else
      bede_json_null(j);
  }
  bede_json_close(j, '}');
}

// --- where it comes from -----------------------------------------------------

static void put_text(bede_json *j, const bede_doc *doc, const bede_claim *c,
                     bool no_text)
{
  bede_str none = {NULL, 0};
  put_str(j, "text", no_text ? none : bede_doc_str(doc, c->evidence));
  bede_json_key(j, "text_info");
  bede_json_open(j, '{');
  bede_json_key(j, "sequence");
  bede_json_int(j, c->sentence);
  bede_json_key(j, "start");
  bede_json_int(j, bede_cpmap_get(&j->map, c->evidence.begin));
  bede_json_key(j, "end");
  bede_json_int(j, bede_cpmap_get(&j->map, c->evidence.end));
  put_z(j, "text_story", NULL);
  bede_json_close(j, '}');
}

static void put_coder(bede_json *j, const bede_versions *v)
{
  bede_buf name;
  bede_buf_init(&name, 0);
  bede_buf_printf(&name, "bede %s", v->program);
  put_made(j, "coder", &name);
}

static void put_cite(bede_json *j, const bede_doc *doc, const bede_versions *v)
{
  bede_buf version;
  bede_buf_init(&version, 0);
  bede_buf_printf(&version, "knowledge %s, model %s, options %s", v->knowledge,
                  v->model, v->options);
  bede_json_key(j, "cite_info");
  bede_json_open(j, '{');
  put_z(j, "corpus", NULL);
  put_str(j, "citation", doc->id);
  put_str(j, "url", doc->url);
  put_str(j, "title", doc->title);
  put_str(j, "language", doc->language);
  put_str(j, "publication", doc->publisher);
  put_z(j, "license", NULL);
  put_z(j, "copyright", NULL);
  put_coder(j, v);
  put_z(j, "codebook", BEDE_CODEBOOK);
  put_made(j, "version", &version);
  bede_json_close(j, '}');
}

// "said by A, in B (C)": a chain, innermost first.
static void chain_text(const bede_doc *doc, const bede_chain *chain,
                       bede_buf *out)
{
  for (uint8_t i = 0; i < chain->count; i++) {
    const bede_attribution *a = &doc->attributions.items[chain->links[i]];
    bool narrator = a->kind == BEDE_BY_NARRATOR;
    if (i) bede_buf_append_z(out, narrator ? ", in " : ", quoted by ");
    if (narrator) bede_buf_append_z(out, "the report (");
    bede_buf_append_str(out, bede_speaker_name(doc, a));
    if (narrator) bede_buf_append_char(out, ')');
  }
}

static void put_comment(bede_json *j, const bede_doc *doc, const bede_claim *c)
{
  bede_buf text;
  bede_buf_init(&text, 0);
  for (uint32_t i = 0; i < c->chain_count; i++) {
    bede_buf_append_z(&text, i ? "; said by " : "said by ");
    chain_text(doc, &doc->chains.items[c->chain_begin + i], &text);
  }
  if (c->uncertain) bede_buf_append_z(&text, "; uncertain");
  put_made(j, "comment", &text);
}

static void put_left(bede_json *j, uint32_t left)
{
  bede_json_key(j, "left_out");
  bede_json_open(j, '[');
  for (unsigned i = 0; bede_left_name(i); i++) {
    if (left >> i & 1) bede_json_z(j, bede_left_name(i));
  }
  bede_json_close(j, ']');
}

// --- records -----------------------------------------------------------------

static void put_record(bede_json *j, const bede_doc *doc, const bede_claim *c,
                       const bede_versions *versions, bool no_text)
{
  put_z(j, "id", c->id);
  bede_json_key(j, "has_event");
  bede_json_bool(j, true);
  put_when(j, doc, c);
  put_side(j, doc, "actor", bede_shape_actor(c));
  put_side(j, doc, "recipient", bede_shape_recipient(c));
  put_event(j, c);
  put_place(j, doc, c);
  put_words(j, doc, c);
  put_kind(j, c);
  put_z(j, "link", NULL);
  put_text(j, doc, c, no_text);
  put_cite(j, doc, versions);
  put_coder(j, versions);
  put_z(j, "coded_date", NULL);
  put_z(j, "coded_time", NULL);
  put_comment(j, doc, c);
  put_size(j, doc, c);
}

bede_status bede_export_plover(const bede_doc *doc,
                               const bede_versions *versions,
                               const bede_export_options *options,
                               bede_buf *out)
{
  bede_json j = {.out = out};
  bede_status status = bede_cpmap_init(&j.map, doc->text);
  if (status) return status;
  for (uint32_t i = 0; i < doc->claims.count; i++) {
    const bede_claim *c = &doc->claims.items[i];
    uint32_t left = bede_shape_left(BEDE_FORMAT_PLOVER, doc, c);
    if (left && !options->all) continue;
    j.comma = false;
    bede_json_open(&j, '{');
    put_record(&j, doc, c, versions, options->no_text);
    if (options->all) put_left(&j, left);
    bede_json_close(&j, '}');
    bede_buf_append_char(out, '\n');
  }
  bede_cpmap_release(&j.map);
  return out->status;
}
