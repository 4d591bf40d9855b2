// A small JSON writer over a buffer: commas and quotes in one place. Errors are
// sticky in the buffer.
#ifndef EXPORT_WRITER_H
#define EXPORT_WRITER_H

#include <stdbool.h>

#include "ann/doc.h"
#include "base/buf.h"
#include "base/utf8.h"

typedef struct bede_json {
  bede_buf *out;
  bede_cpmap map; // byte -> code point of the document's text
  bool comma;     // a comma is due before the next value
} bede_json;

void bede_json_key(bede_json *j, const char *key);
void bede_json_open(bede_json *j, char bracket);
void bede_json_close(bede_json *j, char bracket);
void bede_json_null(bede_json *j);
void bede_json_bool(bede_json *j, bool value);
void bede_json_int(bede_json *j, int64_t value);
// A number given in tenths: 25 -> 2.5
void bede_json_tenths(bede_json *j, int value);
void bede_json_z(bede_json *j, const char *z);      // NULL gives null
void bede_json_str(bede_json *j, bede_str s);       // absent gives null
void bede_json_index(bede_json *j, uint32_t i);     // BEDE_NONE gives null
void bede_json_date(bede_json *j, bede_date d);     // year 0 gives null
void bede_json_span(bede_json *j, bede_span s);     // in code points
void bede_json_opt_span(bede_json *j, bede_span s); // {0, 0} gives null
void bede_json_spans(bede_json *j, const bede_span *s, uint32_t count);

// Appends a number given in tenths: 25 -> 2.5
void bede_tenths_put(bede_buf *out, int tenths);
// Degrees given in ten-thousandths: -361234 -> -36.1234; null for none.
void bede_json_degrees(bede_json *j, int32_t degrees);
void bede_degrees_put(bede_buf *out, int32_t degrees);

#endif
