// The JSON writer.
#include "export/writer.h"

#include <string.h>

void bede_tenths_put(bede_buf *out, int tenths)
{
  int n = tenths < 0 ? -tenths : tenths;
  bede_buf_printf(out, "%s%d.%d", tenths < 0 ? "-" : "", n / 10, n % 10);
}

void bede_degrees_put(bede_buf *out, int32_t degrees)
{
  int32_t n = degrees < 0 ? -degrees : degrees;
  bede_buf_printf(out, "%s%d.%04d", degrees < 0 ? "-" : "", n / 10000,
                  n % 10000);
}

static void separate(bede_json *j)
{
  if (j->comma) bede_buf_append_char(j->out, ',');
  j->comma = true;
}

void bede_json_key(bede_json *j, const char *key)
{
  separate(j);
  bede_buf_append_char(j->out, '"');
  bede_buf_append_z(j->out, key);
  bede_buf_append_z(j->out, "\":");
  j->comma = false;
}

void bede_json_open(bede_json *j, char bracket)
{
  separate(j);
  bede_buf_append_char(j->out, bracket);
  j->comma = false;
}

void bede_json_close(bede_json *j, char bracket)
{
  bede_buf_append_char(j->out, bracket);
  j->comma = true;
}

void bede_json_null(bede_json *j)
{
  separate(j);
  bede_buf_append_z(j->out, "null");
}

void bede_json_bool(bede_json *j, bool value)
{
  separate(j);
  bede_buf_append_z(j->out, value ? "true" : "false");
}

void bede_json_int(bede_json *j, int64_t value)
{
  separate(j);
  bede_buf_append_i64(j->out, value);
}

void bede_json_tenths(bede_json *j, int value)
{
  separate(j);
  bede_tenths_put(j->out, value);
}

void bede_json_degrees(bede_json *j, int32_t degrees)
{
  if (degrees == BEDE_NO_DEGREES) {
    bede_json_null(j);
    return;
  }
  separate(j);
  bede_degrees_put(j->out, degrees);
}

void bede_json_str(bede_json *j, bede_str s)
{
  if (!s.ptr) {
    bede_json_null(j);
    return;
  }
  separate(j);
  bede_buf_append_json(j->out, s);
}

void bede_json_z(bede_json *j, const char *z)
{
  bede_str s = {z, z ? strlen(z) : 0};
  bede_json_str(j, s);
}

void bede_json_index(bede_json *j, uint32_t i)
{
  if (i == BEDE_NONE)
    bede_json_null(j);
  else
    bede_json_int(j, i);
}

void bede_json_date(bede_json *j, bede_date d)
{
  if (!d.year) {
    bede_json_null(j);
    return;
  }
  separate(j);
  bede_buf_append_char(j->out, '"');
  bede_date_put(j->out, d);
  bede_buf_append_char(j->out, '"');
}

void bede_json_span(bede_json *j, bede_span s)
{
  separate(j);
  bede_buf_printf(j->out, "[%u,%u]", bede_cpmap_get(&j->map, s.begin),
                  bede_cpmap_get(&j->map, s.end));
}

void bede_json_opt_span(bede_json *j, bede_span s)
{
  if (s.begin == s.end)
    bede_json_null(j);
  else
    bede_json_span(j, s);
}

void bede_json_spans(bede_json *j, const bede_span *s, uint32_t count)
{
  bede_json_open(j, '[');
  for (uint32_t i = 0; i < count; i++)
    bede_json_span(j, s[i]);
  bede_json_close(j, ']');
}
