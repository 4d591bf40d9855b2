// Reading JSON Lines for the scorers, over jansson.
#include "eval/load.h"

#include "base/error.h"
#include "base/limits.h"
#include "base/os.h"
#include "base/str.h"

// The line number is kept in the record itself, under a name that no format
// uses.
static const char line_key[] = "\x01line";

static bede_status bad_line(const char *path, uint32_t line, const char *what,
                            bede_error *err)
{
  bede_status status = bede_error_set(err, BEDE_EFORMAT, BEDE_NO_OFFSET,
                                      "%.150s:%u: %.80s", path, line, what);
  if (err) err->line = line;
  return status;
}

static bede_status keep_record(bede_records *out, json_t *record,
                               const char *id, uint32_t line)
{
  bool seen = json_object_get(out->by_id, id) != NULL;
  if (!seen && json_array_append_new(out->order, json_string(id)))
    return BEDE_ENOMEM;
  if (json_object_set_new(record, line_key, json_integer(line)) ||
      json_object_set(out->by_id, id, record)) {
    return BEDE_ENOMEM;
  }
  return BEDE_OK;
}

static bede_status read_record(const char *path, bede_str text, uint32_t line,
                               const json_t *only, bede_records *out,
                               bede_error *err)
{
  json_error_t problem;
  json_t *record = json_loadb(text.ptr, text.len, JSON_ALLOW_NUL, &problem);
  if (!record) return bad_line(path, line, problem.text, err);
  const char *id = json_string_value(json_object_get(record, "id"));
  bede_status status = BEDE_OK;
  if (!id) {
    status =
        bad_line(path, line, "no object with an \"id\" that is a string", err);
  } else if (!only || json_object_get(only, id)) {
    status = keep_record(out, record, id, line);
  }
  json_decref(record);
  return status;
}

static bede_status read_lines(const char *path, bede_reader *reader,
                              bede_buf *line, const json_t *only,
                              bede_records *out, bede_error *err)
{
  for (uint32_t number = 1;; number++) {
    bede_status status = bede_reader_line(reader, line, BEDE_MAX_LINE, err);
    if (status == BEDE_END) return BEDE_OK;
    if (status == BEDE_ELIMIT)
      return bad_line(path, number, "the line is too long", err);
    if (status) return status;
    bede_str text = bede_str_trim(bede_buf_str(line));
    if (!text.len) continue;
    BEDE_TRY(read_record(path, text, number, only, out, err));
  }
}

bede_status bede_records_load(const char *path, const json_t *only,
                              bede_records *out, bede_error *err)
{
  bede_reader reader;
  bede_buf line;
  out->by_id = json_object();
  out->order = json_array();
  if (!out->by_id || !out->order) return BEDE_ENOMEM;
  BEDE_TRY(bede_reader_open(&reader, path, err));
  bede_buf_init(&line, 0);
  bede_status status = read_lines(path, &reader, &line, only, out, err);
  bede_buf_release(&line);
  bede_reader_release(&reader);
  return status;
}

void bede_records_release(bede_records *records)
{
  json_decref(records->by_id);
  json_decref(records->order);
  records->by_id = records->order = NULL;
}

uint32_t bede_record_line(const json_t *record)
{
  return (uint32_t)json_integer_value(json_object_get(record, line_key));
}

bede_str bede_json_text(const json_t *object, const char *key)
{
  const json_t *value = json_object_get(object, key);
  bede_str s = {json_string_value(value), json_string_length(value)};
  return s;
}

bool bede_json_same(const json_t *a, const json_t *b)
{
  bool no_a = !a || json_is_null(a), no_b = !b || json_is_null(b);
  if (no_a || no_b) return no_a && no_b;
  if (json_is_integer(a) && json_is_integer(b))
    return json_integer_value(a) == json_integer_value(b);
  if (json_is_number(a) && json_is_number(b))
    return !(json_number_value(a) < json_number_value(b)) &&
           !(json_number_value(a) > json_number_value(b));
  return json_equal(a, b);
}

static bede_status add_pair(bede_arena *arena, const json_t *x,
                            bede_ranges *out)
{
  const json_t *begin = json_array_get(x, 0), *end = json_array_get(x, 1);
  if (!json_is_integer(begin) || !json_is_integer(end)) return BEDE_OK;
  bede_range r = {json_integer_value(begin), json_integer_value(end)};
  // No text is longer than an index of 32 bits; so differences cannot wrap.
  if (r.begin < 0 || r.end < r.begin || r.end > UINT32_MAX) return BEDE_OK;
  bede_range *slot = BEDE_LIST_PUSH(out, arena, BEDE_MAX_WORDS);
  if (!slot) return BEDE_ENOMEM;
  *slot = r;
  return BEDE_OK;
}

bede_status bede_json_ranges(bede_arena *arena, const json_t *x,
                             bede_ranges *out)
{
  if (json_is_integer(json_array_get(x, 0))) return add_pair(arena, x, out);
  for (size_t i = 0; i < json_array_size(x); i++)
    BEDE_TRY(add_pair(arena, json_array_get(x, i), out));
  return BEDE_OK;
}
