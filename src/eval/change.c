// Changes and their counts, for people and as JSON.
#include "eval/change.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "eval/compare.h"
#include "eval/load.h"

enum { KIND_COUNT = 3 }; // bits of bede_diff_options.only

static const char *const kind_names[KIND_COUNT] = {"lost", "gained", "changed"};

// What is counted. A line of the knowledge has its number in the coding that
// used it: the two may come from two versions of a file.
typedef struct table {
  const char *name, *heading;
  unsigned kinds;
} table;

enum {
  TABLE_TYPES,
  TABLE_FIELDS,
  TABLE_MOVES,
  TABLE_RULES_A,
  TABLE_RULES_B,
  TABLE_COUNT
};

static const table tables[TABLE_COUNT] = {
    {"types", "type", BEDE_DIFF_LOST | BEDE_DIFF_GAINED | BEDE_DIFF_CHANGED},
    {"fields", "changed field", BEDE_DIFF_CHANGED},
    {"moves", "changed type", BEDE_DIFF_CHANGED},
    {"rules_a", "rule in A", BEDE_DIFF_LOST},
    {"rules_b", "rule in B", BEDE_DIFF_GAINED | BEDE_DIFF_CHANGED}};

static bede_str field_of(const json_t *claim, unsigned i)
{
  return bede_json_text(claim, bede_compared_names[i]);
}

static bool differs(const bede_change *c, unsigned field)
{
  return !bede_str_eq(field_of(c->a, field), field_of(c->b, field));
}

unsigned bede_change_kind(const bede_change *c)
{
  if (!c->a) return BEDE_DIFF_GAINED;
  if (!c->b) return BEDE_DIFF_LOST;
  for (unsigned i = 0; i < BEDE_COMPARED_COUNT; i++) {
    if (differs(c, i)) return BEDE_DIFF_CHANGED;
  }
  return 0;
}

static unsigned position(unsigned kind)
{
  return kind == BEDE_DIFF_LOST ? 0 : kind == BEDE_DIFF_GAINED ? 1 : 2;
}

// The claim as B has it, or A's when B has none.
static const json_t *newest(const bede_change *c)
{
  return c->b ? c->b : c->a;
}

// --- counting ----------------------------------------------------------------

bede_status bede_tally_init(bede_tally *tally)
{
  tally->tables = json_object();
  for (unsigned t = 0; t < TABLE_COUNT; t++) {
    if (json_object_set_new(tally->tables, tables[t].name, json_object()))
      return BEDE_ENOMEM;
  }
  return BEDE_OK;
}

void bede_tally_release(bede_tally *tally)
{
  json_decref(tally->tables);
  tally->tables = NULL;
}

static bede_status new_row(json_t *names, const char *name, json_t **out)
{
  *out = json_array();
  if (json_object_set_new(names, name, *out)) return BEDE_ENOMEM;
  for (unsigned k = 0; k < KIND_COUNT; k++) {
    if (json_array_append_new(*out, json_integer(0))) return BEDE_ENOMEM;
  }
  return BEDE_OK;
}

static bede_status add(bede_tally *tally, unsigned t, const char *name,
                       unsigned kind)
{
  json_t *names = json_object_get(tally->tables, tables[t].name);
  json_t *row = json_object_get(names, name);
  if (!row) BEDE_TRY(new_row(names, name, &row));
  json_t *n = json_array_get(row, position(kind));
  (void)json_integer_set(n, json_integer_value(n) + 1);
  return BEDE_OK;
}

static const char *text_or_none(const json_t *claim, const char *key)
{
  const char *text = json_string_value(json_object_get(claim, key));
  return text ? text : "(none)";
}

static bede_status count_move(bede_tally *tally, const bede_change *c)
{
  bede_buf move;
  bede_buf_init(&move, 0);
  bede_buf_append_z(&move, text_or_none(c->a, "event"));
  bede_buf_append_z(&move, " -> ");
  bede_buf_append_z(&move, text_or_none(c->b, "event"));
  bede_status status = move.status;
  if (!status)
    status =
        add(tally, TABLE_MOVES, bede_buf_str(&move).ptr, BEDE_DIFF_CHANGED);
  bede_buf_release(&move);
  return status;
}

static bede_status count_fields(bede_tally *tally, const bede_change *c)
{
  for (unsigned i = 0; i < BEDE_COMPARED_COUNT; i++) {
    if (differs(c, i))
      BEDE_TRY(
          add(tally, TABLE_FIELDS, bede_compared_names[i], BEDE_DIFF_CHANGED));
  }
  return differs(c, BEDE_COMPARED_event) ? count_move(tally, c) : BEDE_OK;
}

bede_status bede_change_count(bede_tally *tally, const bede_change *c)
{
  unsigned kind = bede_change_kind(c);
  unsigned rules = kind == BEDE_DIFF_LOST ? TABLE_RULES_A : TABLE_RULES_B;
  BEDE_TRY(add(tally, TABLE_TYPES, text_or_none(newest(c), "event"), kind));
  BEDE_TRY(add(tally, rules, text_or_none(newest(c), "rule"), kind));
  return kind == BEDE_DIFF_CHANGED ? count_fields(tally, c) : BEDE_OK;
}

// --- one change --------------------------------------------------------------

// Bytes of a name column, so that blocks stand in line.
enum { NAME_WIDTH = 11, RULE_WIDTH = 40 };

static void put_value(bede_buf *out, bede_str value)
{
  if (value.len)
    bede_utf8_put_plain(out, value);
  else
    bede_buf_append_z(out, "(none)");
}

static void put_field(bede_buf *out, const bede_change *c, unsigned i)
{
  bede_buf_printf(out, "  %-*s", NAME_WIDTH, bede_compared_names[i]);
  if (c->a && c->b) {
    put_value(out, field_of(c->a, i));
    bede_buf_append_z(out, " -> ");
  }
  put_value(out, field_of(newest(c), i));
  bede_buf_append_char(out, '\n');
}

// Of a claim that one side lacks, who did what to whom on whose word; the rest
// would be as long for every claim.
static bool is_shown(const bede_change *c, unsigned i)
{
  if (c->a && c->b) return differs(c, i);
  bool told = i == BEDE_COMPARED_mode || i == BEDE_COMPARED_cameo ||
              i == BEDE_COMPARED_actor || i == BEDE_COMPARED_recipient ||
              i == BEDE_COMPARED_speaker;
  return told && field_of(newest(c), i).len;
}

static void put_block(const bede_change *c, bede_buf *out)
{
  const json_t *claim = newest(c);
  bede_buf_printf(out, "%-9s", kind_names[position(bede_change_kind(c))]);
  bede_utf8_put_plain(out, bede_str_from(c->report));
  bede_buf_append_char(out, ' ');
  bede_utf8_put_plain(out, bede_str_from(c->id));
  bede_buf_append_z(out, "  ");
  put_value(out, bede_json_text(claim, "event"));
  bede_buf_append_z(out, "  ");
  put_value(out, bede_json_text(claim, "rule"));
  bede_buf_append_char(out, '\n');
  for (unsigned i = 0; i < BEDE_COMPARED_COUNT; i++) {
    if (is_shown(c, i)) put_field(out, c, i);
  }
  bede_str words = bede_json_text(claim, "words");
  if (!words.len) return;
  bede_buf_printf(out, "  %-*s", NAME_WIDTH, "words");
  bede_utf8_put_plain(out, words);
  bede_buf_append_char(out, '\n');
}

static void put_text(bede_buf *out, bede_str text)
{
  if (text.ptr)
    bede_buf_append_json(out, text);
  else
    bede_buf_append_z(out, "null");
}

static void put_member(bede_buf *out, const char *key, bede_str text)
{
  bede_buf_printf(out, ",\"%s\":", key);
  put_text(out, text);
}

// {"a": of A, "b": of B}
static void put_both(bede_buf *out, bede_str a, bede_str b)
{
  bede_buf_append_z(out, "{\"a\":");
  put_text(out, a);
  put_member(out, "b", b);
  bede_buf_append_char(out, '}');
}

static void put_object(const bede_change *c, bede_buf *out)
{
  bool first = true;
  bede_buf_printf(out, "{\"change\":\"%s\"",
                  kind_names[position(bede_change_kind(c))]);
  put_member(out, "document", bede_str_from(c->report));
  put_member(out, "claim", bede_str_from(c->id));
  put_member(out, "event", bede_json_text(newest(c), "event"));
  bede_buf_append_z(out, ",\"rule\":");
  put_both(out, bede_json_text(c->a, "rule"), bede_json_text(c->b, "rule"));
  bede_buf_append_z(out, ",\"fields\":{");
  for (unsigned i = 0; i < BEDE_COMPARED_COUNT; i++) {
    if (!differs(c, i)) continue;
    bede_buf_printf(out, "%s\"%s\":", first ? "" : ",", bede_compared_names[i]);
    put_both(out, field_of(c->a, i), field_of(c->b, i));
    first = false;
  }
  bede_buf_append_char(out, '}');
  put_member(out, "evidence_text", bede_json_text(newest(c), "words"));
  bede_buf_append_z(out, "}\n");
}

void bede_change_put(const bede_change *c, bool json, bede_buf *out)
{
  if (json)
    put_object(c, out);
  else
    put_block(c, out);
}

void bede_change_put_report(const json_t *report, const char *what, bool json,
                            bede_buf *out)
{
  uint64_t claims = json_object_size(json_object_get(report, "claims"));
  bede_str id = bede_json_text(report, "id");
  if (json) {
    bede_buf_printf(out, "{\"change\":\"%s\"", what);
    put_member(out, "document", id);
    bede_buf_printf(out, ",\"claims\":%llu}\n", (unsigned long long)claims);
    return;
  }
  for (const char *z = what; *z; z++)
    bede_buf_append_char(out, *z == '_' ? ' ' : *z);
  bede_buf_append_z(out, ": ");
  bede_utf8_put_plain(out, id);
  bede_buf_printf(out, " (%llu claims)\n", (unsigned long long)claims);
}

// --- all counts --------------------------------------------------------------

typedef struct row {
  const char *name;
  uint64_t counts[KIND_COUNT];
} row;

static uint64_t total(const row *r)
{
  return r->counts[0] + r->counts[1] + r->counts[2];
}

// Most first, then by name.
static int row_order(const void *a, const void *b)
{
  const row *x = a, *y = b;
  if (total(x) != total(y)) return total(x) > total(y) ? -1 : 1;
  return bede_str_cmp(bede_str_from(x->name), bede_str_from(y->name));
}

// The rows of a table in order; NULL without memory.
static row *sorted_rows(json_t *names, size_t *count)
{
  const char *name;
  json_t *counts;
  size_t n = 0;
  row *rows = bede_calloc(json_object_size(names) + 1, sizeof *rows);
  if (!rows) return NULL;
  json_object_foreach(names, name, counts)
  {
    rows[n].name = name;
    for (unsigned k = 0; k < KIND_COUNT; k++)
      rows[n].counts[k] =
          (uint64_t)json_integer_value(json_array_get(counts, k));
    n++;
  }
  qsort(rows, n, sizeof *rows, row_order);
  *count = n;
  return rows;
}

static void put_padded(bede_buf *out, const char *name)
{
  bede_str s = bede_str_from(name);
  bede_utf8_put_plain(out, s);
  for (size_t n = bede_utf8_count(s.ptr, s.len); n < RULE_WIDTH; n++)
    bede_buf_append_char(out, ' ');
}

static void put_rows(const table *t, const row *rows, size_t count,
                     bede_buf *out)
{
  if (!count) return;
  bede_buf_append_char(out, '\n');
  put_padded(out, t->heading);
  for (unsigned k = 0; k < KIND_COUNT; k++) {
    if (t->kinds >> k & 1) bede_buf_printf(out, " %8s", kind_names[k]);
  }
  bede_buf_append_char(out, '\n');
  for (size_t i = 0; i < count; i++) {
    put_padded(out, rows[i].name);
    for (unsigned k = 0; k < KIND_COUNT; k++) {
      if (t->kinds >> k & 1)
        bede_buf_printf(out, " %8llu", (unsigned long long)rows[i].counts[k]);
    }
    bede_buf_append_char(out, '\n');
  }
}

static void put_json_rows(const table *t, const row *rows, size_t count,
                          bede_buf *out)
{
  bede_buf_printf(out, ",\"%s\":{", t->name);
  for (size_t i = 0; i < count; i++) {
    bool first = true;
    if (i) bede_buf_append_char(out, ',');
    bede_buf_append_json(out, bede_str_from(rows[i].name));
    bede_buf_append_z(out, ":{");
    for (unsigned k = 0; k < KIND_COUNT; k++) {
      if (!(t->kinds >> k & 1)) continue;
      bede_buf_printf(out, "%s\"%s\":%llu", first ? "" : ",", kind_names[k],
                      (unsigned long long)rows[i].counts[k]);
      first = false;
    }
    bede_buf_append_char(out, '}');
  }
  bede_buf_append_char(out, '}');
}

static void put_table(const bede_tally *tally, const table *t, bool json,
                      bede_buf *out)
{
  size_t count = 0;
  row *rows = sorted_rows(json_object_get(tally->tables, t->name), &count);
  if (!rows) {
    out->status = BEDE_ENOMEM;
    return;
  }
  if (json)
    put_json_rows(t, rows, count, out);
  else
    put_rows(t, rows, count, out);
  bede_free(rows);
}

static void put_totals(const bede_diff *d, bool json, bede_buf *out)
{
  static const char people[] =
      "documents: %llu in both, %llu only in A, %llu only in B, %llu with "
      "another text\nclaims: %llu alike, %llu lost, %llu gained, %llu "
      "changed\n";
  static const char object[] =
      "{\"documents\":{\"both\":%llu,\"only_in_a\":%llu,\"only_in_b\":%llu,"
      "\"other_text\":%llu},\"claims\":{\"alike\":%llu,\"lost\":%llu,"
      "\"gained\":%llu,\"changed\":%llu}";
  unsigned long long n[] = {d->pairs, d->only_in_a, d->only_in_b, d->other_text,
                            d->alike, d->lost,      d->gained,    d->changed};
  if (json)
    bede_buf_printf(out, object, n[0], n[1], n[2], n[3], n[4], n[5], n[6],
                    n[7]);
  else
    bede_buf_printf(out, people, n[0], n[1], n[2], n[3], n[4], n[5], n[6],
                    n[7]);
}

void bede_tally_put(const bede_tally *tally, const bede_diff *diff, bool json,
                    bede_buf *out)
{
  put_totals(diff, json, out);
  for (unsigned t = 0; t < TABLE_COUNT; t++)
    put_table(tally, &tables[t], json, out);
  if (json) bede_buf_append_z(out, "}\n");
}
