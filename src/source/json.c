// A JSON record as a document. Lenient where the fields' names vary, strict
// about what is no JSON object with a text.
#include "source/record.h"

#include <string.h>

#include <jansson.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/str.h"
#include "source/clean.h"

// A field and its other names; the first that holds a string counts.
typedef struct field {
  const char *names[4];
  size_t offset; // of the member in bede_record
} field;

static const field fields[] = {
    {{"id", NULL}, offsetof(bede_record, id)},
    {{"title", "headline", NULL}, offsetof(bede_record, title)},
    {{"text", "event_text", "body", NULL}, offsetof(bede_record, text)},
    {{"published", "date", "pub_date", NULL}, offsetof(bede_record, published)},
    {{"publisher", "source", NULL}, offsetof(bede_record, publisher)},
    {{"author", NULL}, offsetof(bede_record, author)},
    {{"url", NULL}, offsetof(bede_record, url)},
    {{"language", NULL}, offsetof(bede_record, language)},
};

static bede_str string_of(const json_t *value)
{
  bede_str s = {json_string_value(value), json_string_length(value)};
  return s;
}

// The member of `record` that `f` names.
static void put_field(bede_record *record, const field *f, bede_str value)
{
  memcpy((char *)record + f->offset, &value, sizeof value);
}

static void read_fields(const json_t *object, bede_record *record)
{
  for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
    for (const char *const *name = fields[i].names; *name; name++) {
      const json_t *value = json_object_get(object, *name);
      if (!json_is_string(value)) continue;
      put_field(record, &fields[i], string_of(value));
      break;
    }
  }
}

// An id that is a number keeps its digits.
static bede_status number_id(bede_doc *doc, const json_t *object,
                             bede_record *record)
{
  const json_t *id = json_object_get(object, "id");
  if (record->id.ptr || !json_is_integer(id)) return BEDE_OK;
  bede_buf digits;
  bede_buf_init(&digits, 32);
  bede_buf_append_i64(&digits, json_integer_value(id));
  bede_status status = digits.status;
  if (!status) record->id = bede_arena_copy(doc->arena, bede_buf_str(&digits));
  bede_buf_release(&digits);
  return status || !record->id.ptr ? BEDE_ENOMEM : BEDE_OK;
}

static bede_status fill(bede_doc *doc, const json_t *object,
                        const bede_meta *meta, bede_str raw, uint64_t base,
                        bede_error *err)
{
  bede_record record;
  memset(&record, 0, sizeof record);
  if (!json_is_object(object)) {
    return bede_error_set(err, BEDE_EFORMAT, base,
                          "source: the record is no JSON object");
  }
  read_fields(object, &record);
  if (number_id(doc, object, &record)) {
    return bede_error_set(err, BEDE_ENOMEM, BEDE_NO_OFFSET,
                          "source: out of memory");
  }
  if (!record.text.ptr) {
    if (record.id.ptr) {
      doc->id = bede_arena_copy(doc->arena, bede_str_trim(record.id));
    }
    return bede_error_set(err, BEDE_EFORMAT, base,
                          "source: the record has no string \"text\"");
  }
  return bede_record_fill(doc, &record, meta, raw, base, err);
}

bede_status bede_record_json(bede_doc *doc, bede_str bytes,
                             const bede_meta *meta, uint64_t base,
                             bede_error *err)
{
  bede_str record = bede_clean_bom(bytes);
  bede_buf clean;
  json_error_t at;
  base += bytes.len - record.len;
  doc->status = BEDE_DOC_FAILED;
  if (bede_clean_is_binary(record)) {
    return bede_error_set(err, BEDE_EBINARY, base,
                          "source: binary data, no JSON");
  }
  bede_buf_init(&clean, 0);
  bede_clean_json(doc, &clean, record, base);
  if (clean.status) {
    bede_buf_release(&clean);
    return bede_error_set(err, BEDE_ENOMEM, BEDE_NO_OFFSET,
                          "source: out of memory");
  }
  bede_str text = bede_buf_str(&clean);
  json_t *root = json_loadb(text.ptr, text.len, JSON_DECODE_ANY, &at);
  // Where repair changed the length, the place is known to the record only.
  bool same = text.len == record.len;
  bede_buf_release(&clean);
  if (!root && json_error_code(&at) == json_error_out_of_memory) {
    return bede_error_set(err, BEDE_ENOMEM, BEDE_NO_OFFSET,
                          "source: out of memory");
  }
  if (!root) {
    uint64_t offset = same && at.position > 0 ? (uint64_t)at.position : 0;
    return bede_error_set(err, BEDE_EFORMAT, base + offset,
                          "source: bad JSON: %s", at.text);
  }
  bede_status status = fill(doc, root, meta, bytes, base, err);
  json_decref(root);
  return status;
}
