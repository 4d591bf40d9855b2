// Cells filled one by one, and the row written in its format.
#include "export/row.h"

#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "export/writer.h"

enum { WHOLE = 10000 }; // of a share

// --- filling -----------------------------------------------------------------

void bede_row_init(bede_row *row, const bede_columns *columns, bede_cell *cells)
{
  row->columns = columns;
  row->cells = cells;
  bede_buf_init(&row->text, 0);
  bede_row_clear(row);
}

void bede_row_release(bede_row *row)
{
  bede_buf_release(&row->text);
}

void bede_row_clear(bede_row *row)
{
  memset(row->cells, 0, row->columns->count * sizeof *row->cells);
  bede_buf_clear(&row->text);
}

static void set_number(bede_row *row, unsigned column, bede_cell_kind kind,
                       int64_t n)
{
  row->cells[column].kind = kind;
  row->cells[column].number = n;
}

void bede_row_set_int(bede_row *row, unsigned column, int64_t n)
{
  set_number(row, column, BEDE_CELL_INT, n);
}

void bede_row_set_bool(bede_row *row, unsigned column, bool value)
{
  set_number(row, column, BEDE_CELL_BOOL, value);
}

void bede_row_set_tenths(bede_row *row, unsigned column, int tenths)
{
  set_number(row, column, BEDE_CELL_TENTHS, tenths);
}

void bede_row_set_degrees(bede_row *row, unsigned column, int32_t degrees)
{
  if (degrees == BEDE_NO_DEGREES) return;
  set_number(row, column, BEDE_CELL_DEGREES, degrees);
}

void bede_row_set_share(bede_row *row, unsigned column, uint64_t part,
                        uint64_t whole)
{
  if (whole)
    set_number(row, column, BEDE_CELL_SHARE,
               (int64_t)((part * WHOLE + whole / 2) / whole));
}

void bede_row_open(bede_row *row, unsigned column)
{
  row->cells[column].kind = BEDE_CELL_TEXT;
  row->cells[column].begin = row->text.len;
}

void bede_row_close(bede_row *row, unsigned column)
{
  row->cells[column].end = row->text.len;
}

void bede_row_set_str(bede_row *row, unsigned column, bede_str s)
{
  if (!s.ptr) return;
  bede_row_open(row, column);
  bede_buf_append_str(&row->text, s);
  bede_row_close(row, column);
}

void bede_row_set_z(bede_row *row, unsigned column, const char *z)
{
  if (z) bede_row_set_str(row, column, bede_str_from(z));
}

void bede_row_set_date(bede_row *row, unsigned column, bede_date date)
{
  if (!date.year) return;
  bede_row_open(row, column);
  bede_date_put(&row->text, date);
  bede_row_close(row, column);
}

// --- writing -----------------------------------------------------------------

static bede_str cell_str(const bede_row *row, const bede_cell *c)
{
  return bede_str_sub(bede_buf_str(&row->text), c->begin, c->end);
}

static void put_number(const bede_cell *c, bede_buf *out)
{
  switch (c->kind) {
  case BEDE_CELL_INT:
    bede_buf_append_i64(out, c->number);
    break;
  case BEDE_CELL_BOOL:
    bede_buf_append_z(out, c->number ? "true" : "false");
    break;
  case BEDE_CELL_TENTHS:
    bede_tenths_put(out, (int)c->number);
    break;
  case BEDE_CELL_DEGREES:
    bede_degrees_put(out, (int32_t)c->number);
    break;
  case BEDE_CELL_SHARE:
    bede_buf_printf(out, "%d.%04d", (int)(c->number / WHOLE),
                    (int)(c->number % WHOLE));
    break;
  case BEDE_CELL_NULL:
  case BEDE_CELL_TEXT:
    break;
  }
}

static void put_object(const bede_row *row, bede_buf *out)
{
  for (unsigned c = 0; c < row->columns->count; c++) {
    const bede_cell *x = &row->cells[c];
    bede_buf_append_z(out, c ? ",\"" : "{\"");
    bede_buf_append_z(out, row->columns->names[c]);
    bede_buf_append_z(out, "\":");
    if (x->kind == BEDE_CELL_NULL)
      bede_buf_append_z(out, "null");
    else if (x->kind == BEDE_CELL_TEXT)
      bede_buf_append_json(out, cell_str(row, x));
    else
      put_number(x, out);
  }
  bede_buf_append_z(out, "}\n");
}

// A spreadsheet would run a text that starts like a formula.
static bool is_formula(bede_str s)
{
  return s.len && memchr("=+-@\t\r", s.ptr[0], 6) != NULL;
}

// Line ends and tabs stay; other control characters become blanks, so that no
// text can speak to a terminal.
static bool is_blanked(bede_str s, size_t next, uint32_t cp)
{
  if (cp == '\r') return next == s.len || s.ptr[next] != '\n';
  return bede_cp_is_control(cp) && cp != '\n' && cp != '\t';
}

static void put_csv_text(bede_buf *out, bede_str s, bool guard)
{
  bool quote = guard;
  for (size_t i = 0; i < s.len && !quote; i++)
    quote = memchr(",\"\r\n", s.ptr[i], 4) != NULL;
  if (quote) bede_buf_append_char(out, '"');
  if (guard) bede_buf_append_char(out, '\'');
  for (size_t at = 0; at < s.len;) {
    uint32_t cp = bede_utf8_next(s.ptr, s.len, &at);
    if (cp == '"') bede_buf_append_char(out, '"');
    bede_utf8_put(out, is_blanked(s, at, cp) ? ' ' : cp);
  }
  if (quote) bede_buf_append_char(out, '"');
}

static void put_line(const bede_row *row, bool csv, bede_buf *out)
{
  for (unsigned c = 0; c < row->columns->count; c++) {
    const bede_cell *x = &row->cells[c];
    if (c) bede_buf_append_char(out, csv ? ',' : '\t');
    bede_str s = cell_str(row, x);
    if (x->kind != BEDE_CELL_TEXT)
      put_number(x, out);
    else if (csv)
      put_csv_text(out, s, row->columns->is_text[c] && is_formula(s));
    else
      bede_utf8_put_plain(out, s);
  }
  bede_buf_append_z(out, csv ? "\r\n" : "\n");
}

void bede_row_put(const bede_row *row, bede_format format, bede_buf *out)
{
  if (row->text.status) out->status = row->text.status;
  if (format == BEDE_FORMAT_CSV || format == BEDE_FORMAT_TSV)
    put_line(row, format == BEDE_FORMAT_CSV, out);
  else
    put_object(row, out);
}

void bede_row_header(const bede_columns *columns, bede_format format,
                     bede_buf *out)
{
  if (format != BEDE_FORMAT_CSV && format != BEDE_FORMAT_TSV) return;
  bool csv = format == BEDE_FORMAT_CSV;
  for (unsigned c = 0; c < columns->count; c++) {
    if (c) bede_buf_append_char(out, csv ? ',' : '\t');
    bede_buf_append_z(out, columns->names[c]);
  }
  bede_buf_append_z(out, csv ? "\r\n" : "\n");
}
