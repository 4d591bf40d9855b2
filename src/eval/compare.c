// Records of either form, brought to the texts that are compared.
#include "eval/compare.h"

#include "base/buf.h"
#include "base/error.h"
#include "base/str.h"
#include "eval/load.h"

const char *const bede_compared_names[BEDE_COMPARED_COUNT] = {
#define X(name) #name,
    BEDE_COMPARED_LIST(X)
#undef X
};

// --- texts -------------------------------------------------------------------

// Keeps a text under `key`; an empty one is no value.
static bede_status keep(json_t *object, const char *key, bede_str text)
{
  if (!text.len) return BEDE_OK;
  json_t *value = json_stringn(text.ptr, text.len);
  return json_object_set_new(object, key, value) ? BEDE_ENOMEM : BEDE_OK;
}

// The same of a buffer, which is released.
static bede_status keep_buf(json_t *object, const char *key, bede_buf *buf)
{
  bede_status status = buf->status;
  if (!status) status = keep(object, key, bede_buf_str(buf));
  bede_buf_release(buf);
  return status;
}

static bede_status keep_member(json_t *object, const char *key,
                               const json_t *from, const char *member)
{
  return keep(object, key, bede_json_text(from, member));
}

// A part with what parts it from the one before; nothing when it is absent.
static void put_part(bede_buf *out, bool *first, const char *separator,
                     bede_str part)
{
  if (!part.len) return;
  if (!*first) bede_buf_append_z(out, separator);
  bede_buf_append_str(out, part);
  *first = false;
}

typedef struct party {
  bede_str text, name, country, sector, code;
} party;

static void put_party(bede_buf *out, const party *p)
{
  bool first = true;
  bede_buf_append_str(out, p->text);
  if (!p->name.len && !p->country.len && !p->sector.len && !p->code.len) return;
  bede_buf_append_z(out, " [");
  put_part(out, &first, "", p->name);
  put_part(out, &first, ", ", p->country);
  put_part(out, &first, p->country.len ? "/" : ", ", p->sector);
  put_part(out, &first, ", ", p->code);
  bede_buf_append_char(out, ']');
}

static void put_days(bede_buf *out, bede_str from, bede_str to)
{
  bede_buf_append_str(out, from);
  if (bede_str_eq(from, to)) return;
  bede_buf_append_char(out, '/');
  bede_buf_append_str(out, to);
}

static void put_place(bede_buf *out, bede_str name, bede_str country)
{
  bool first = true;
  put_part(out, &first, "", name);
  put_part(out, &first, ", ", country);
}

// --- document objects --------------------------------------------------------

static bede_status keep_list(json_t *claim, const char *key, const json_t *list)
{
  bede_buf out;
  bede_buf_init(&out, 0);
  for (size_t i = 0; i < json_array_size(list); i++) {
    const json_t *x = json_array_get(list, i);
    bede_str s = {json_string_value(x), json_string_length(x)};
    if (i) bede_buf_append_char(&out, ';');
    bede_buf_append_str(&out, s);
  }
  return keep_buf(claim, key, &out);
}

static bede_status keep_roles(json_t *claim, const char *key,
                              const json_t *roles)
{
  bede_buf out;
  bede_buf_init(&out, 0);
  for (size_t i = 0; i < json_array_size(roles); i++) {
    const json_t *role = json_array_get(roles, i);
    party p = {bede_json_text(role, "text"), bede_json_text(role, "name"),
               bede_json_text(role, "country"), bede_json_text(role, "sector"),
               bede_json_text(role, "code")};
    if (i) bede_buf_append_char(&out, ';');
    put_party(&out, &p);
  }
  return keep_buf(claim, key, &out);
}

// The item of a list whose position is the number `index`; NULL for others.
static const json_t *item(const json_t *list, const json_t *index)
{
  json_int_t i = json_is_integer(index) ? json_integer_value(index) : -1;
  return i < 0 ? NULL : json_array_get(list, (size_t)i);
}

// A speaker is called by name, who has none by kind and place: the words need
// not be in the record.
static void put_speaker(bede_buf *out, const json_t *record, const json_t *id)
{
  const json_t *a = item(json_object_get(record, "attributions"), id);
  const json_t *entity =
      item(json_object_get(record, "entities"), json_object_get(a, "speaker"));
  bede_str name = bede_json_text(entity, "name");
  const json_t *span = json_array_get(json_object_get(a, "source"), 0);
  bede_buf_append_str(out, name.len ? name : bede_json_text(a, "kind"));
  if (name.len || !json_is_integer(json_array_get(span, 1))) return;
  bede_buf_append_z(out, " at ");
  bede_buf_append_i64(out, json_integer_value(json_array_get(span, 0)));
  bede_buf_append_char(out, '-');
  bede_buf_append_i64(out, json_integer_value(json_array_get(span, 1)));
}

// Innermost first. The narrator, with whom every chain ends, is told only where
// nobody else speaks.
static void put_chain(bede_buf *out, const json_t *record, const json_t *chain)
{
  size_t n = json_array_size(chain);
  for (size_t i = 0; i < (n > 1 ? n - 1 : n); i++) {
    if (i) bede_buf_append_z(out, " < ");
    put_speaker(out, record, json_array_get(chain, i));
  }
}

static bede_status keep_speaker(json_t *claim, const json_t *record,
                                const json_t *said_by)
{
  bede_buf out;
  bede_buf_init(&out, 0);
  for (size_t i = 0; i < json_array_size(said_by); i++) {
    if (i) bede_buf_append_char(&out, ';');
    put_chain(&out, record, json_array_get(said_by, i));
  }
  return keep_buf(claim, "speaker", &out);
}

static bede_status keep_setting(json_t *claim, const json_t *from)
{
  const json_t *date = json_object_get(from, "date");
  const json_t *place = json_object_get(from, "place");
  bede_buf out;
  bede_buf_init(&out, 0);
  put_days(&out, bede_json_text(date, "from"), bede_json_text(date, "to"));
  BEDE_TRY(keep_buf(claim, "date", &out));
  bede_buf_init(&out, 0);
  put_place(&out, bede_json_text(place, "name"),
            bede_json_text(place, "country"));
  return keep_buf(claim, "place", &out);
}

// Fields that are texts in both forms, under the same name.
static bede_status keep_plain(json_t *claim, const json_t *from)
{
  static const bede_compared plain[] = {
      BEDE_COMPARED_event,     BEDE_COMPARED_cameo,  BEDE_COMPARED_polarity,
      BEDE_COMPARED_certainty, BEDE_COMPARED_status, BEDE_COMPARED_aspect,
      BEDE_COMPARED_reporting, BEDE_COMPARED_domain};
  for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
    const char *key = bede_compared_names[plain[i]];
    BEDE_TRY(keep_member(claim, key, from, key));
  }
  return keep_member(claim, "words", from, "evidence_text");
}

// The claim orders and is shown by where its trigger begins.
static bede_status keep_proof(json_t *claim, const json_t *from)
{
  const json_t *trigger = json_array_get(json_object_get(from, "trigger"), 0);
  const json_t *rule = json_array_get(json_object_get(from, "rules"), 0);
  bede_str text = {json_string_value(rule), json_string_length(rule)};
  json_t *at = json_integer(json_integer_value(json_array_get(trigger, 0)));
  if (json_object_set_new(claim, "at", at)) return BEDE_ENOMEM;
  return keep(claim, "rule", text);
}

static bede_status fill_claim(json_t *claim, const json_t *record,
                              const json_t *from)
{
  BEDE_TRY(keep_plain(claim, from));
  BEDE_TRY(keep_list(claim, "mode", json_object_get(from, "mode")));
  BEDE_TRY(keep_list(claim, "context", json_object_get(from, "context")));
  BEDE_TRY(keep_roles(claim, "actor", json_object_get(from, "actor")));
  BEDE_TRY(keep_roles(claim, "recipient", json_object_get(from, "recipient")));
  BEDE_TRY(keep_speaker(claim, record, json_object_get(from, "said_by")));
  BEDE_TRY(keep_setting(claim, from));
  return keep_proof(claim, from);
}

static bede_status wrong_is(const char **wrong, const char *what)
{
  *wrong = what;
  return BEDE_EFORMAT;
}

// A new empty claim of the report; no two may have one id.
static bede_status new_claim(json_t *report, const char *id, json_t **out,
                             const char **wrong)
{
  json_t *claims = json_object_get(report, "claims");
  if (!id) return wrong_is(wrong, "a claim without an id");
  if (json_object_get(claims, id))
    return wrong_is(wrong, "two claims with one id");
  *out = json_object();
  return json_object_set_new(claims, id, *out) ? BEDE_ENOMEM : BEDE_OK;
}

// A report without claims. It is owned by *out in any case.
static bede_status new_report(const json_t *record, const char *id_key,
                              json_t **out, const char **wrong)
{
  bede_str id = bede_json_text(record, id_key);
  if (!id.ptr) return wrong_is(wrong, "no \"id\" that is a string");
  *out = json_object();
  if (json_object_set_new(*out, "claims", json_object()) ||
      json_object_set_new(*out, "id", json_stringn(id.ptr, id.len)))
    return BEDE_ENOMEM;
  return keep_member(*out, "text", record, "text_sha256");
}

static bede_status take_claims(json_t *report, const json_t *record,
                               const char **wrong)
{
  const json_t *claims = json_object_get(record, "claims");
  if (!json_is_array(claims)) return wrong_is(wrong, "no list of claims");
  for (size_t i = 0; i < json_array_size(claims); i++) {
    const json_t *from = json_array_get(claims, i);
    json_t *claim;
    BEDE_TRY(new_claim(report, json_string_value(json_object_get(from, "id")),
                       &claim, wrong));
    BEDE_TRY(fill_claim(claim, record, from));
  }
  return BEDE_OK;
}

static bede_status drop_failed(bede_status status, json_t **report)
{
  if (!status) return BEDE_OK;
  json_decref(*report);
  *report = NULL;
  return status;
}

bede_status bede_compared_make(const json_t *record, json_t **out,
                               const char **wrong)
{
  *out = NULL;
  bede_status status = new_report(record, "id", out, wrong);
  if (!status) status = take_claims(*out, record, wrong);
  return drop_failed(status, out);
}

// --- rows --------------------------------------------------------------------

bool bede_compared_is_row(const json_t *record)
{
  return json_object_get(record, "claim_id") != NULL;
}

// The columns of one side, in the order of `party`.
static bede_status keep_party(json_t *claim, const json_t *row,
                              const char *const columns[6])
{
  bede_buf out;
  party p = {bede_json_text(row, columns[1]), bede_json_text(row, columns[2]),
             bede_json_text(row, columns[3]), bede_json_text(row, columns[4]),
             bede_json_text(row, columns[5])};
  bede_buf_init(&out, 0);
  put_party(&out, &p);
  return keep_buf(claim, columns[0], &out);
}

// A row tells one chain; that of a later row goes behind the one before.
static bede_status add_chain(json_t *claim, const json_t *row)
{
  bede_buf out;
  bede_str via = bede_json_text(row, "source_via");
  bede_buf_init(&out, 0);
  bede_buf_append_str(&out, bede_json_text(claim, "speaker"));
  if (out.len) bede_buf_append_char(&out, ';');
  bede_buf_append_str(&out, bede_json_text(row, "source_name"));
  if (via.len) bede_buf_append_z(&out, " < ");
  bede_buf_append_str(&out, via);
  return keep_buf(claim, "speaker", &out);
}

static bede_status keep_row_setting(json_t *claim, const json_t *row)
{
  bede_buf out;
  bede_buf_init(&out, 0);
  put_days(&out, bede_json_text(row, "date_from"),
           bede_json_text(row, "date_to"));
  BEDE_TRY(keep_buf(claim, "date", &out));
  bede_buf_init(&out, 0);
  put_place(&out, bede_json_text(row, "place_name"),
            bede_json_text(row, "place_country"));
  return keep_buf(claim, "place", &out);
}

static bede_status fill_from_row(json_t *claim, const json_t *row)
{
  static const char *const actor[] = {"actor",        "actor_text",
                                      "actor_name",   "actor_country",
                                      "actor_sector", "actor_code"};
  static const char *const recipient[] = {
      "recipient",         "recipient_text",   "recipient_name",
      "recipient_country", "recipient_sector", "recipient_code"};
  bede_str rule;
  json_t *at =
      json_integer(json_integer_value(json_object_get(row, "evidence_start")));
  BEDE_TRY(json_object_set_new(claim, "at", at) ? BEDE_ENOMEM : BEDE_OK);
  (void)bede_str_cut(bede_json_text(row, "rule"), ';', &rule);
  BEDE_TRY(keep(claim, "rule", rule));
  BEDE_TRY(keep_plain(claim, row));
  BEDE_TRY(keep_member(claim, "mode", row, "mode"));
  BEDE_TRY(keep_member(claim, "context", row, "context"));
  BEDE_TRY(keep_party(claim, row, actor));
  BEDE_TRY(keep_party(claim, row, recipient));
  return keep_row_setting(claim, row);
}

bede_status bede_compared_add_row(json_t *report, const json_t *row,
                                  const char **wrong)
{
  const char *id = json_string_value(json_object_get(row, "claim_id"));
  json_t *claims = json_object_get(report, "claims");
  json_t *claim = id ? json_object_get(claims, id) : NULL;
  bool later = json_integer_value(json_object_get(row, "chain")) > 0;
  if (claim && later) return add_chain(claim, row);
  BEDE_TRY(new_claim(report, id, &claim, wrong));
  BEDE_TRY(fill_from_row(claim, row));
  return add_chain(claim, row);
}

bede_status bede_compared_make_row(const json_t *row, json_t **out,
                                   const char **wrong)
{
  *out = NULL;
  bede_status status = new_report(row, "doc_id", out, wrong);
  if (!status) status = bede_compared_add_row(*out, row, wrong);
  return drop_failed(status, out);
}
