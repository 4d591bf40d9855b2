// The flat table: what each column says of a claim and a chain.
#include "export/flat.h"

#include "ann/cameo.h"
#include "ann/country.h"
#include "base/str.h"
#include "base/utf8.h"
#include "export/json.h"
#include "export/names.h"
#include "export/row.h"
#include "export/toll.h"

typedef struct flat {
  bede_row row;
  bede_cell cells[BEDE_COL_COUNT];
  const bede_doc *doc;
  bede_cpmap map; // byte -> code point of the document's text
} flat;

static const char *const column_names[BEDE_COL_COUNT] = {
#define X(c, t) #c,
    BEDE_COLUMN_LIST(X)
#undef X
};

static const bool column_is_text[BEDE_COL_COUNT] = {
#define X(c, t) t,
    BEDE_COLUMN_LIST(X)
#undef X
};

static const bede_columns columns = {column_names, column_is_text,
                                     BEDE_COL_COUNT};

// What a role column says of one role.
static bede_str role_value(const bede_doc *doc, const bede_role *role,
                           bede_column c, bool actor)
{
  const bede_entity *e = bede_role_entity(doc, role);
  bede_str none = {NULL, 0};
  int field =
      (int)c - (int)(actor ? BEDE_COL_actor_name : BEDE_COL_recipient_name);
  switch (field) {
  case 0:
    return e ? e->name : none;
  case 1:
    return bede_doc_str(doc, role->span);
  case 2:
    return e ? e->country : none;
  case 3:
    return bede_entity_sector(e);
  case 4:
    return e ? e->code : none;
  case 6:
    return bede_str_from(role->inferred ? "true" : "false");
  default:
    return none;
  }
}

static void put_role_value(flat *f, const bede_role *role, bede_column c,
                           bool actor)
{
  if (c == BEDE_COL_actor_cow || c == BEDE_COL_recipient_cow) {
    const bede_entity *e = bede_role_entity(f->doc, role);
    uint32_t cow = e ? bede_country_cow(e->country) : 0;
    if (cow) bede_buf_append_u64(&f->row.text, cow);
    return;
  }
  bede_str s = role_value(f->doc, role, c, actor);
  if (s.ptr) bede_buf_append_str(&f->row.text, s);
}

// Lists are joined by ";", empty members kept.
static void set_roles(flat *f, const bede_role *roles, uint32_t count,
                      bool actor)
{
  unsigned first = actor ? BEDE_COL_actor_name : BEDE_COL_recipient_name;
  for (unsigned c = first; count && c < first + 7; c++) {
    bede_row_open(&f->row, (bede_column)c);
    for (uint32_t i = 0; i < count; i++) {
      if (i) bede_buf_append_char(&f->row.text, ';');
      put_role_value(f, &roles[i], (bede_column)c, actor);
    }
    bede_row_close(&f->row, (bede_column)c);
  }
}

static void set_spans(flat *f, bede_column c, const bede_spans *spans)
{
  if (!spans->count) return;
  bede_row_open(&f->row, c);
  bede_spans_put(f->doc, spans, &f->row.text);
  bede_row_close(&f->row, c);
}

static bede_str entity_name(const bede_doc *doc, uint32_t entity)
{
  bede_str none = {NULL, 0};
  return entity == BEDE_NONE ? none : doc->entities.items[entity].name;
}

static void set_via(flat *f, const bede_chain *chain)
{
  if (chain->count < 3) return;
  bede_row_open(&f->row, BEDE_COL_source_via);
  (void)bede_via_put(f->doc, chain->links, chain->count, ";", &f->row.text);
  bede_row_close(&f->row, BEDE_COL_source_via);
}

static void set_source(flat *f, const bede_chain *chain)
{
  const bede_doc *doc = f->doc;
  const bede_attribution *a = &doc->attributions.items[chain->links[0]];
  bede_row_set_z(&f->row, BEDE_COL_source_kind, bede_source_kind_name(a->kind));
  bede_row_set_str(&f->row, BEDE_COL_source_name, bede_speaker_name(doc, a));
  set_spans(f, BEDE_COL_source_text, &a->source);
  bede_row_set_str(&f->row, BEDE_COL_source_affiliation,
                   entity_name(doc, a->affiliation));
  bede_row_set_z(&f->row, BEDE_COL_source_relation,
                 bede_relation_name(chain->relation));
  set_spans(f, BEDE_COL_source_cue, &a->cue);
  bede_row_set_z(&f->row, BEDE_COL_source_stance, bede_stance_name(a->stance));
  set_via(f, chain);
  bede_row_set_str(&f->row, BEDE_COL_narrator, bede_narrator_name(doc));
  bede_row_set_str(&f->row, BEDE_COL_publisher, doc->publisher);
}

static void set_scales(flat *f, const bede_cameo *cameo)
{
  if (!cameo) return;
  if (cameo->goldstein10_icews != BEDE_CAMEO_NO_SCORE)
    bede_row_set_tenths(&f->row, BEDE_COL_goldstein_icews,
                        cameo->goldstein10_icews);
  if (cameo->goldstein10_gdelt != BEDE_CAMEO_NO_SCORE)
    bede_row_set_tenths(&f->row, BEDE_COL_goldstein_gdelt,
                        cameo->goldstein10_gdelt);
  bede_row_set_int(&f->row, BEDE_COL_quad_icews, cameo->quad_icews);
  bede_row_set_int(&f->row, BEDE_COL_quad_gdelt, cameo->quad_gdelt);
}

static void set_what(flat *f, const bede_claim *c)
{
  bede_mode mode = c->mode_count ? c->modes[0] : BEDE_MODE_NONE;
  bede_row_set_z(&f->row, BEDE_COL_claim_id, c->id);
  bede_row_set_str(&f->row, BEDE_COL_doc_id, f->doc->id);
  bede_row_set_int(&f->row, BEDE_COL_sentence, c->sentence);
  bede_row_set_z(&f->row, BEDE_COL_event, bede_event_name(c->event));
  bede_row_open(&f->row, BEDE_COL_mode);
  for (uint8_t i = 0; i < c->mode_count; i++) {
    if (i) bede_buf_append_char(&f->row.text, ';');
    bede_buf_append_z(&f->row.text, bede_mode_name(c->modes[i]));
  }
  bede_row_close(&f->row, BEDE_COL_mode);
  bede_row_open(&f->row, BEDE_COL_context);
  for (uint32_t i = 0, n = 0; i < BEDE_CONTEXT_COUNT; i++) {
    if (!(c->contexts >> i & 1)) continue;
    if (n++) bede_buf_append_char(&f->row.text, ';');
    bede_buf_append_z(&f->row.text, bede_context_name((bede_context)i));
  }
  bede_row_close(&f->row, BEDE_COL_context);
  bede_row_set_z(&f->row, BEDE_COL_cameo, c->cameo[0] ? c->cameo : NULL);
  bede_row_set_int(&f->row, BEDE_COL_quad_plover, bede_event_quad(c->event));
  bede_row_set_tenths(&f->row, BEDE_COL_plover_score,
                      bede_event_score10(c->event, mode));
  set_scales(f, bede_cameo_find(c->cameo));
  set_roles(f, c->actor.items, c->actor.count, true);
  set_roles(f, c->recipient.items, c->recipient.count, false);
}

static void set_standing(bede_row *row, const bede_claim *c)
{
  bede_row_set_z(row, BEDE_COL_polarity, c->negated ? "-" : "+");
  bede_row_set_z(row, BEDE_COL_certainty,
                 c->uncertain ? "uncertain" : "certain");
  bede_row_set_z(row, BEDE_COL_status, bede_claim_status_name(c->status));
  bede_row_set_z(row, BEDE_COL_aspect, bede_aspect_name(c->aspect));
  bede_row_set_z(row, BEDE_COL_domain, bede_domain_name(c->domain));
  bede_row_set_z(row, BEDE_COL_reporting, c->background ? "background" : "new");
  if (c->has_date) {
    bede_row_set_date(row, BEDE_COL_date_from, c->from);
    bede_row_set_date(row, BEDE_COL_date_to, c->to);
    bede_row_set_z(row, BEDE_COL_date_precision,
                   bede_precision_name(c->precision));
    bede_row_set_z(row, BEDE_COL_date_basis,
                   bede_date_basis_name(c->date_basis));
  }
}

static void set_place(bede_row *row, const bede_doc *doc, const bede_claim *c)
{
  if (c->place == BEDE_NONE) return;
  const bede_place *p = &doc->places.items[c->place];
  bede_row_set_str(row, BEDE_COL_place_name, p->name);
  bede_row_set_str(row, BEDE_COL_place_country, p->country);
  bede_row_set_str(row, BEDE_COL_place_adm1, p->division);
  bede_row_set_z(row, BEDE_COL_place_precision, bede_place_kind_name(p->kind));
  bede_row_set_degrees(row, BEDE_COL_place_lat, p->lat);
  bede_row_set_degrees(row, BEDE_COL_place_lon, p->lon);
}

static void set_toll(flat *f, const bede_claim *c, bede_quantity_of of,
                     bede_column low, bede_column high)
{
  bede_toll toll;
  if (!bede_toll_of(f->doc, c, of, &toll)) return;
  if (toll.has_low) bede_row_set_int(&f->row, low, toll.low);
  if (toll.has_high) bede_row_set_int(&f->row, high, toll.high);
}

static void set_quantities(flat *f, const bede_claim *c)
{
  if (!c->quantities.count) return;
  bede_row_open(&f->row, BEDE_COL_quantities_text);
  for (uint32_t i = 0; i < c->quantities.count; i++) {
    const bede_quantity *q = &f->doc->quantities.items[c->quantities.items[i]];
    if (i) bede_buf_append_char(&f->row.text, ';');
    bede_buf_append_str(&f->row.text, bede_doc_str(f->doc, q->span));
  }
  bede_row_close(&f->row, BEDE_COL_quantities_text);
  set_toll(f, c, BEDE_OF_KILLED, BEDE_COL_dead_low, BEDE_COL_dead_high);
  set_toll(f, c, BEDE_OF_INJURED, BEDE_COL_injured_low, BEDE_COL_injured_high);
}

static void set_proof(flat *f, const bede_claim *c, bool no_text)
{
  bede_row_open(&f->row, BEDE_COL_flags);
  bool first = true;
  for (unsigned i = 0; bede_flag_name(i); i++) {
    if (!(c->flags >> i & 1)) continue;
    if (!first) bede_buf_append_char(&f->row.text, ';');
    bede_buf_append_z(&f->row.text, bede_flag_name(i));
    first = false;
  }
  bede_row_close(&f->row, BEDE_COL_flags);
  int64_t open = 0;
  for (uint32_t i = 0; i < c->cites.count; i++) {
    bede_span t = f->doc->citations.items[c->cites.items[i]].target;
    open += t.begin == t.end;
  }
  bede_row_set_int(&f->row, BEDE_COL_unresolved_citations, open);
  if (c->repeats != BEDE_NONE)
    bede_row_set_z(&f->row, BEDE_COL_repeats,
                   f->doc->claims.items[c->repeats].id);
  bede_row_set_int(&f->row, BEDE_COL_evidence_start,
                   bede_cpmap_get(&f->map, c->evidence.begin));
  bede_row_set_int(&f->row, BEDE_COL_evidence_end,
                   bede_cpmap_get(&f->map, c->evidence.end));
  if (!no_text)
    bede_row_set_str(&f->row, BEDE_COL_evidence_text,
                     bede_doc_str(f->doc, c->evidence));
  bede_row_open(&f->row, BEDE_COL_rule);
  for (uint8_t i = 0; i < c->rule_count; i++) {
    if (i) bede_buf_append_char(&f->row.text, ';');
    bede_rule_put(f->doc, c->rules[i], &f->row.text);
  }
  bede_row_close(&f->row, BEDE_COL_rule);
}

static void set_document(flat *f, const bede_versions *v)
{
  bede_row_set_str(&f->row, BEDE_COL_published, f->doc->published);
  bede_row_set_z(&f->row, BEDE_COL_published_basis, f->doc->published_basis);
  bede_row_set_z(&f->row, BEDE_COL_genre, f->doc->genre);
  bede_row_set_str(&f->row, BEDE_COL_url, f->doc->url);
  bede_row_set_z(&f->row, BEDE_COL_text_sha256, f->doc->text_sha256);
  bede_row_set_int(&f->row, BEDE_COL_schema, BEDE_SCHEMA);
  bede_row_set_z(&f->row, BEDE_COL_codebook, BEDE_CODEBOOK);
  bede_row_set_z(&f->row, BEDE_COL_program, v->program);
  bede_row_set_z(&f->row, BEDE_COL_knowledge, v->knowledge);
  bede_row_set_z(&f->row, BEDE_COL_model, v->model);
}

void bede_flat_header(bede_format format, bede_buf *out)
{
  bede_row_header(&columns, format, out);
}

static void put_row(flat *f, const bede_claim *claim, uint32_t chain,
                    bede_format format, const bede_versions *versions,
                    bool no_text, bede_buf *out)
{
  bede_row_clear(&f->row);
  set_what(f, claim);
  bede_row_set_int(&f->row, BEDE_COL_chain, chain);
  set_source(f, &f->doc->chains.items[claim->chain_begin + chain]);
  set_standing(&f->row, claim);
  set_place(&f->row, f->doc, claim);
  set_quantities(f, claim);
  set_proof(f, claim, no_text);
  set_document(f, versions);
  bede_row_put(&f->row, format, out);
}

bede_status bede_export_flat(bede_format format, const bede_doc *doc,
                             const bede_versions *versions,
                             const bede_export_options *options, bede_buf *out)
{
  flat f;
  bede_status status = bede_cpmap_init(&f.map, doc->text);
  if (status) return status;
  bede_row_init(&f.row, &columns, f.cells);
  f.doc = doc;
  for (uint32_t i = 0; i < doc->claims.count; i++) {
    const bede_claim *claim = &doc->claims.items[i];
    for (uint32_t chain = 0; chain < claim->chain_count; chain++)
      put_row(&f, claim, chain, format, versions, options->no_text, out);
  }
  bede_row_release(&f.row);
  bede_cpmap_release(&f.map);
  return out->status;
}
