// Rows of named columns as JSON objects, CSV or TSV. A row is first a list of
// cells, then written in its format, so that the formats cannot disagree.
#ifndef EXPORT_ROW_H
#define EXPORT_ROW_H

#include "export/export.h"

typedef struct bede_columns {
  const char *const *names;
  const bool *is_text; // by column: guarded against formulas in CSV
  unsigned count;
} bede_columns;

typedef enum bede_cell_kind {
  BEDE_CELL_NULL,
  BEDE_CELL_TEXT,
  BEDE_CELL_INT,
  BEDE_CELL_BOOL,
  BEDE_CELL_TENTHS,
  BEDE_CELL_DEGREES, // in ten-thousandths
  BEDE_CELL_SHARE    // in ten-thousandths
} bede_cell_kind;

typedef struct bede_cell {
  bede_cell_kind kind;
  size_t begin, end; // text: bytes of row.text
  int64_t number;
} bede_cell;

typedef struct bede_row {
  const bede_columns *columns;
  bede_cell *cells; // by column
  bede_buf text;    // of the text cells; its failure is that of the row
} bede_row;

// `cells` has room for every column and belongs to the caller.
void bede_row_init(bede_row *row, const bede_columns *columns,
                   bede_cell *cells);
void bede_row_release(bede_row *row);
// Empties every cell.
void bede_row_clear(bede_row *row);

void bede_row_set_int(bede_row *row, unsigned column, int64_t n);
void bede_row_set_bool(bede_row *row, unsigned column, bool value);
void bede_row_set_tenths(bede_row *row, unsigned column, int tenths);
// Nothing for BEDE_NO_DEGREES.
void bede_row_set_degrees(bede_row *row, unsigned column, int32_t degrees);
// part / whole to four digits; nothing of an empty whole.
void bede_row_set_share(bede_row *row, unsigned column, uint64_t part,
                        uint64_t whole);
// An absent text leaves the cell empty.
void bede_row_set_str(bede_row *row, unsigned column, bede_str s);
void bede_row_set_z(bede_row *row, unsigned column, const char *z);
void bede_row_set_date(bede_row *row, unsigned column, bede_date date);
// The text of a cell is what is appended to row->text from _open to _close.
void bede_row_open(bede_row *row, unsigned column);
void bede_row_close(bede_row *row, unsigned column);

// Writes the row: a line of CSV or TSV, for any other format a JSON object.
void bede_row_put(const bede_row *row, bede_format format, bede_buf *out);
// The first line of CSV and TSV; nothing for any other format.
void bede_row_header(const bede_columns *columns, bede_format format,
                     bede_buf *out);

#endif
