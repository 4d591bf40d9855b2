// The flat table. A row is first a list of cells (text, number, nothing), then
// written in its format, so that the three formats cannot disagree.
#include "export/flat.h"

#include <string.h>

#include "ann/cameo.h"
#include "ann/country.h"
#include "base/str.h"
#include "export/json.h"
#include "export/names.h"
#include "export/writer.h"

typedef enum cell_kind {
  CELL_NULL,
  CELL_TEXT,
  CELL_INT,
  CELL_TENTHS
} cell_kind;

typedef struct cell {
  cell_kind kind;
  size_t begin, end; // text: bytes of row.text
  int64_t number;
} cell;

typedef struct row {
  cell cells[BEDE_COL_COUNT];
  bede_buf text;
  const bede_doc *doc;
  bede_json *json; // for code points
} row;

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

// --- filling -----------------------------------------------------------------

static void set_int(row *r, bede_column c, int64_t n)
{
  r->cells[c].kind = CELL_INT;
  r->cells[c].number = n;
}

static void begin_text(row *r, bede_column c)
{
  r->cells[c].kind = CELL_TEXT;
  r->cells[c].begin = r->text.len;
}

static void end_text(row *r, bede_column c)
{
  r->cells[c].end = r->text.len;
}

static void set_str(row *r, bede_column c, bede_str s)
{
  if (!s.ptr) return;
  begin_text(r, c);
  bede_buf_append_str(&r->text, s);
  end_text(r, c);
}

static void set_z(row *r, bede_column c, const char *z)
{
  if (z) set_str(r, c, bede_str_from(z));
}

static void set_date(row *r, bede_column c, bede_date d)
{
  if (!d.year) return;
  begin_text(r, c);
  bede_date_put(&r->text, d);
  end_text(r, c);
}

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

static void put_role_value(row *r, const bede_role *role, bede_column c,
                           bool actor)
{
  if (c == BEDE_COL_actor_cow || c == BEDE_COL_recipient_cow) {
    const bede_entity *e = bede_role_entity(r->doc, role);
    uint32_t cow = e ? bede_country_cow(e->country) : 0;
    if (cow) bede_buf_append_u64(&r->text, cow);
    return;
  }
  bede_str s = role_value(r->doc, role, c, actor);
  if (s.ptr) bede_buf_append_str(&r->text, s);
}

// Lists are joined by ";", empty members kept.
static void set_roles(row *r, const bede_role *roles, uint32_t count,
                      bool actor)
{
  unsigned first = actor ? BEDE_COL_actor_name : BEDE_COL_recipient_name;
  for (unsigned c = first; count && c < first + 7; c++) {
    begin_text(r, (bede_column)c);
    for (uint32_t i = 0; i < count; i++) {
      if (i) bede_buf_append_char(&r->text, ';');
      put_role_value(r, &roles[i], (bede_column)c, actor);
    }
    end_text(r, (bede_column)c);
  }
}

static void set_spans(row *r, bede_column c, const bede_span *spans,
                      uint32_t count)
{
  if (!count) return;
  begin_text(r, c);
  for (uint32_t i = 0; i < count; i++) {
    if (i) bede_buf_append_z(&r->text, " ... ");
    bede_buf_append_str(&r->text, bede_doc_str(r->doc, spans[i]));
  }
  end_text(r, c);
}

static bede_str entity_name(const bede_doc *doc, uint32_t entity)
{
  bede_str none = {NULL, 0};
  return entity == BEDE_NONE ? none : doc->entities.items[entity].name;
}

static void set_via(row *r, const bede_chain *chain)
{
  if (chain->count < 3) return;
  begin_text(r, BEDE_COL_source_via);
  for (uint8_t i = 1; i + 1 < chain->count; i++) {
    if (i > 1) bede_buf_append_char(&r->text, ';');
    const bede_attribution *a = &r->doc->attributions.items[chain->links[i]];
    bede_buf_append_str(&r->text, bede_speaker_name(r->doc, a));
  }
  end_text(r, BEDE_COL_source_via);
}

static void set_source(row *r, const bede_chain *chain)
{
  const bede_doc *doc = r->doc;
  const bede_attribution *a = &doc->attributions.items[chain->links[0]];
  set_z(r, BEDE_COL_source_kind, bede_source_kind_name(a->kind));
  set_str(r, BEDE_COL_source_name, bede_speaker_name(doc, a));
  set_spans(r, BEDE_COL_source_text, a->source.items, a->source.count);
  set_str(r, BEDE_COL_source_affiliation, entity_name(doc, a->affiliation));
  set_z(r, BEDE_COL_source_relation, bede_relation_name(chain->relation));
  set_spans(r, BEDE_COL_source_cue, a->cue.items, a->cue.count);
  set_z(r, BEDE_COL_source_stance, bede_stance_name(a->stance));
  set_via(r, chain);
  set_str(r, BEDE_COL_narrator, bede_narrator_name(doc));
  set_str(r, BEDE_COL_publisher, doc->publisher);
}

static void set_tenths(row *r, bede_column column, int tenths)
{
  r->cells[column].kind = CELL_TENTHS;
  r->cells[column].number = tenths;
}

static void set_scales(row *r, const bede_cameo *cameo)
{
  if (!cameo) return;
  if (cameo->goldstein10_icews != BEDE_CAMEO_NO_SCORE)
    set_tenths(r, BEDE_COL_goldstein_icews, cameo->goldstein10_icews);
  if (cameo->goldstein10_gdelt != BEDE_CAMEO_NO_SCORE)
    set_tenths(r, BEDE_COL_goldstein_gdelt, cameo->goldstein10_gdelt);
  set_int(r, BEDE_COL_quad_icews, cameo->quad_icews);
  set_int(r, BEDE_COL_quad_gdelt, cameo->quad_gdelt);
}

static void set_what(row *r, const bede_claim *c)
{
  bede_mode mode = c->mode_count ? c->modes[0] : BEDE_MODE_NONE;
  set_z(r, BEDE_COL_claim_id, c->id);
  set_str(r, BEDE_COL_doc_id, r->doc->id);
  set_int(r, BEDE_COL_sentence, c->sentence);
  set_z(r, BEDE_COL_event, bede_event_name(c->event));
  begin_text(r, BEDE_COL_mode);
  for (uint8_t i = 0; i < c->mode_count; i++) {
    if (i) bede_buf_append_char(&r->text, ';');
    bede_buf_append_z(&r->text, bede_mode_name(c->modes[i]));
  }
  end_text(r, BEDE_COL_mode);
  begin_text(r, BEDE_COL_context);
  for (uint32_t i = 0, n = 0; i < BEDE_CONTEXT_COUNT; i++) {
    if (!(c->contexts >> i & 1)) continue;
    if (n++) bede_buf_append_char(&r->text, ';');
    bede_buf_append_z(&r->text, bede_context_name((bede_context)i));
  }
  end_text(r, BEDE_COL_context);
  set_z(r, BEDE_COL_cameo, c->cameo[0] ? c->cameo : NULL);
  set_int(r, BEDE_COL_quad_plover, bede_event_quad(c->event));
  set_tenths(r, BEDE_COL_plover_score, bede_event_score10(c->event, mode));
  set_scales(r, bede_cameo_find(c->cameo));
  set_roles(r, c->actor.items, c->actor.count, true);
  set_roles(r, c->recipient.items, c->recipient.count, false);
}

static void set_standing(row *r, const bede_claim *c)
{
  set_z(r, BEDE_COL_polarity, c->negated ? "-" : "+");
  set_z(r, BEDE_COL_certainty, c->uncertain ? "uncertain" : "certain");
  set_z(r, BEDE_COL_status, bede_claim_status_name(c->status));
  set_z(r, BEDE_COL_aspect, bede_aspect_name(c->aspect));
  set_z(r, BEDE_COL_domain, bede_domain_name(c->domain));
  set_z(r, BEDE_COL_reporting, c->background ? "background" : "new");
  if (c->has_date) {
    set_date(r, BEDE_COL_date_from, c->from);
    set_date(r, BEDE_COL_date_to, c->to);
    set_z(r, BEDE_COL_date_precision, bede_precision_name(c->precision));
    set_z(r, BEDE_COL_date_basis, bede_date_basis_name(c->date_basis));
  }
  if (c->place_span.end > c->place_span.begin) {
    set_str(r, BEDE_COL_place_name, c->place_name);
    set_str(r, BEDE_COL_place_country, c->place_country);
  }
}

static void set_toll(row *r, const bede_quantity *q, bede_column low,
                     bede_column high)
{
  if (q->has_low) set_int(r, low, q->low);
  if (q->has_high) set_int(r, high, q->high);
}

static void set_quantities(row *r, const bede_claim *c)
{
  if (!c->quantities.count) return;
  begin_text(r, BEDE_COL_quantities_text);
  for (uint32_t i = 0; i < c->quantities.count; i++) {
    const bede_quantity *q = &r->doc->quantities.items[c->quantities.items[i]];
    if (i) bede_buf_append_char(&r->text, ';');
    bede_buf_append_str(&r->text, bede_doc_str(r->doc, q->span));
  }
  end_text(r, BEDE_COL_quantities_text);
  for (uint32_t i = c->quantities.count; i-- > 0;) {
    const bede_quantity *q = &r->doc->quantities.items[c->quantities.items[i]];
    if (q->of == BEDE_OF_KILLED)
      set_toll(r, q, BEDE_COL_dead_low, BEDE_COL_dead_high);
    if (q->of == BEDE_OF_INJURED)
      set_toll(r, q, BEDE_COL_injured_low, BEDE_COL_injured_high);
  }
}

static void set_proof(row *r, const bede_claim *c, bool no_text)
{
  begin_text(r, BEDE_COL_flags);
  bool first = true;
  for (unsigned i = 0; bede_flag_name(i); i++) {
    if (!(c->flags >> i & 1)) continue;
    if (!first) bede_buf_append_char(&r->text, ';');
    bede_buf_append_z(&r->text, bede_flag_name(i));
    first = false;
  }
  end_text(r, BEDE_COL_flags);
  int64_t open = 0;
  for (uint32_t i = 0; i < c->cites.count; i++) {
    bede_span t = r->doc->citations.items[c->cites.items[i]].target;
    open += t.begin == t.end;
  }
  set_int(r, BEDE_COL_unresolved_citations, open);
  if (c->repeats != BEDE_NONE)
    set_z(r, BEDE_COL_repeats, r->doc->claims.items[c->repeats].id);
  set_int(r, BEDE_COL_evidence_start,
          bede_cpmap_get(&r->json->map, c->evidence.begin));
  set_int(r, BEDE_COL_evidence_end,
          bede_cpmap_get(&r->json->map, c->evidence.end));
  if (!no_text)
    set_str(r, BEDE_COL_evidence_text, bede_doc_str(r->doc, c->evidence));
  begin_text(r, BEDE_COL_rule);
  for (uint8_t i = 0; i < c->rule_count; i++) {
    if (i) bede_buf_append_char(&r->text, ';');
    bede_rule_put(r->doc, c->rules[i], &r->text);
  }
  end_text(r, BEDE_COL_rule);
}

static void set_document(row *r, const bede_versions *v)
{
  set_str(r, BEDE_COL_published, r->doc->published);
  set_z(r, BEDE_COL_published_basis, r->doc->published_basis);
  set_z(r, BEDE_COL_genre, r->doc->genre);
  set_str(r, BEDE_COL_url, r->doc->url);
  set_z(r, BEDE_COL_text_sha256, r->doc->text_sha256);
  set_int(r, BEDE_COL_schema, BEDE_SCHEMA);
  set_z(r, BEDE_COL_codebook, BEDE_CODEBOOK);
  set_z(r, BEDE_COL_program, v->program);
  set_z(r, BEDE_COL_knowledge, v->knowledge);
  set_z(r, BEDE_COL_model, v->model);
}

// --- writing -----------------------------------------------------------------

static bede_str cell_str(const row *r, const cell *c)
{
  return bede_str_sub(bede_buf_str(&r->text), c->begin, c->end);
}

static void put_object(row *r, bede_buf *out)
{
  bede_json j = {out, r->json->map, false};
  bede_json_open(&j, '{');
  for (unsigned c = 0; c < BEDE_COL_COUNT; c++) {
    const cell *x = &r->cells[c];
    bede_json_key(&j, column_names[c]);
    switch (x->kind) {
    case CELL_NULL:
      bede_json_null(&j);
      break;
    case CELL_TEXT:
      bede_json_str(&j, cell_str(r, x));
      break;
    case CELL_INT:
      bede_json_int(&j, x->number);
      break;
    case CELL_TENTHS:
      bede_json_tenths(&j, (int)x->number);
      break;
    }
  }
  bede_json_close(&j, '}');
  bede_buf_append_char(out, '\n');
}

// A spreadsheet would run a text that starts like a formula.
static bool is_formula(bede_str s)
{
  return s.len && memchr("=+-@\t\r", s.ptr[0], 6) != NULL;
}

static void put_csv_text(bede_buf *out, bede_str s, bool guard)
{
  bool quote = guard;
  for (size_t i = 0; i < s.len && !quote; i++)
    quote = memchr(",\"\r\n", s.ptr[i], 4) != NULL;
  if (quote) bede_buf_append_char(out, '"');
  if (guard) bede_buf_append_char(out, '\'');
  for (size_t i = 0; i < s.len; i++) {
    if (s.ptr[i] == '"') bede_buf_append_char(out, '"');
    bede_buf_append_char(out, s.ptr[i]);
  }
  if (quote) bede_buf_append_char(out, '"');
}

static void put_line(row *r, bede_format format, bede_buf *out)
{
  bool csv = format == BEDE_FORMAT_CSV;
  for (unsigned c = 0; c < BEDE_COL_COUNT; c++) {
    const cell *x = &r->cells[c];
    if (c) bede_buf_append_char(out, csv ? ',' : '\t');
    if (x->kind == CELL_INT) bede_buf_append_i64(out, x->number);
    if (x->kind == CELL_TENTHS) bede_tenths_put(out, (int)x->number);
    if (x->kind != CELL_TEXT) continue;
    bede_str s = cell_str(r, x);
    if (csv)
      put_csv_text(out, s, column_is_text[c] && is_formula(s));
    else
      bede_tsv_put(out, s);
  }
  bede_buf_append_z(out, csv ? "\r\n" : "\n");
}

void bede_flat_header(bede_format format, bede_buf *out)
{
  if (format != BEDE_FORMAT_CSV && format != BEDE_FORMAT_TSV) return;
  bool csv = format == BEDE_FORMAT_CSV;
  for (unsigned c = 0; c < BEDE_COL_COUNT; c++) {
    if (c) bede_buf_append_char(out, csv ? ',' : '\t');
    bede_buf_append_z(out, column_names[c]);
  }
  bede_buf_append_z(out, csv ? "\r\n" : "\n");
}

static void put_row(row *r, const bede_claim *claim, uint32_t chain,
                    bede_format format, const bede_versions *versions,
                    bool no_text, bede_buf *out)
{
  memset(r->cells, 0, sizeof r->cells);
  bede_buf_clear(&r->text);
  set_what(r, claim);
  set_int(r, BEDE_COL_chain, chain);
  set_source(r, &r->doc->chains.items[claim->chain_begin + chain]);
  set_standing(r, claim);
  set_quantities(r, claim);
  set_proof(r, claim, no_text);
  set_document(r, versions);
  if (r->text.status) out->status = r->text.status;
  if (format == BEDE_FORMAT_CLAIMS)
    put_object(r, out);
  else
    put_line(r, format, out);
}

bede_status bede_export_flat(bede_format format, const bede_doc *doc,
                             const bede_versions *versions,
                             const bede_export_options *options, bede_buf *out)
{
  bede_json json;
  memset(&json, 0, sizeof json);
  bede_status status = bede_cpmap_init(&json.map, doc->text);
  if (status) return status;
  row r;
  memset(&r, 0, sizeof r);
  bede_buf_init(&r.text, 0);
  r.doc = doc;
  r.json = &json;
  for (uint32_t i = 0; i < doc->claims.count; i++) {
    const bede_claim *claim = &doc->claims.items[i];
    for (uint32_t chain = 0; chain < claim->chain_count; chain++)
      put_row(&r, claim, chain, format, versions, options->no_text, out);
  }
  bede_buf_release(&r.text);
  bede_cpmap_release(&json.map);
  return out->status;
}
