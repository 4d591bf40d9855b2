// Dates, places and numbers as a person reads them, with the words that say
// them.
#include "export/say.h"

#include "base/str.h"
#include "base/utf8.h"
#include "export/names.h"

static void put_span(const bede_doc *doc, bede_span span, bede_buf *out)
{
  bede_buf_append_char(out, '"');
  bede_utf8_put_plain(out, bede_doc_str(doc, span));
  bede_buf_append_char(out, '"');
}

void bede_say_date(const bede_doc *doc, const bede_claim *c, bede_buf *out)
{
  static const char *const where[] = {"in its clause", "in its sentence",
                                      "before it"};
  if (c->from.year) bede_date_put(out, c->from);
  if (bede_date_cmp(c->from, c->to) != 0) {
    bede_buf_append_z(out, " to ");
    if (c->to.year) bede_date_put(out, c->to);
  }
  bede_buf_printf(out, " (%s, by ", bede_precision_name(c->precision));
  put_span(doc, c->date_span, out);
  bede_buf_printf(out, " %s)", where[c->date_basis]);
}

void bede_say_place(const bede_place *p, bede_buf *out)
{
  bede_utf8_put_plain(out, p->name);
  if (p->division.len && !bede_str_eq(p->division, p->name)) {
    bede_buf_append_z(out, ", ");
    bede_utf8_put_plain(out, p->division);
  }
  if (p->country.len) {
    bede_buf_append_z(out, ", ");
    bede_utf8_put_plain(out, p->country);
  }
  const char *kind = bede_place_kind_name(p->kind);
  bede_buf_printf(out, " (%s%s", kind ? kind : "unknown kind",
                  p->borrowed ? ", country of the report" : "");
  if (p->geonames) bede_buf_printf(out, ", GeoNames %u", p->geonames);
  bede_buf_append_char(out, ')');
}

void bede_say_claim_place(const bede_doc *doc, const bede_claim *c,
                          bede_buf *out)
{
  static const char *const where[] = {"in its clause", "in its sentence",
                                      "before it", "in the dateline"};
  const bede_place *p = &doc->places.items[c->place];
  bede_say_place(p, out);
  bede_buf_append_z(out, ", by ");
  put_span(doc, p->span, out);
  bede_buf_printf(out, " %s", where[c->place_basis]);
}

static void put_bounds(const bede_quantity *q, bede_buf *out)
{
  if (q->has_low && q->has_high) {
    bede_buf_append_i64(out, q->low);
    if (q->low == q->high) return;
    bede_buf_append_z(out, " to ");
    bede_buf_append_i64(out, q->high);
  } else if (q->has_low) {
    bede_buf_append_i64(out, q->low);
    bede_buf_append_z(out, " or more");
  } else if (q->has_high) {
    bede_buf_append_i64(out, q->high);
    bede_buf_append_z(out, " or fewer");
  } else {
    bede_buf_append_z(out, "no bound");
  }
}

void bede_say_quantity(const bede_doc *doc, const bede_quantity *q,
                       bede_buf *out)
{
  bede_utf8_put_plain(out, bede_doc_str(doc, q->span));
  bede_buf_append_z(out, " (");
  put_bounds(q, out);
  bede_buf_printf(out, ", %s", bede_quantity_of_name(q->of));
  if (!bede_str_eq(bede_str_from(q->population), bede_str_from("unknown")))
    bede_buf_printf(out, ", %s", q->population);
  if (q->part) bede_buf_append_z(out, ", part of another number");
  if (q->increase) bede_buf_append_z(out, ", added");
  if (q->cumulative) bede_buf_append_z(out, ", running total");
  if (q->as_of.year) {
    bede_buf_append_z(out, ", as of ");
    bede_date_put(out, q->as_of);
  }
  bede_buf_append_char(out, ')');
}
