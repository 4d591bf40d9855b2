// For tests of the whole coder through the public API: texts in, records out
// as JSON values.
#ifndef UNIT_CODER_H
#define UNIT_CODER_H

#include "unit.h"

#include <jansson.h>

#include "base/utf8.h"
#include "bede/bede.h"

// A coder that gives the text that offsets refer to, the predicates, and in the
// shapes of other projects every claim.
static inline bede_coder *coder_open(void)
{
  bede_coder *coder = NULL;
  bede_error err;
  bede_options options;
  memset(&options, 0, sizeof options);
  options.size = sizeof options;
  options.with_text = true;
  options.with_predicates = true;
  options.all = true;
  assert_int_equal(bede_coder_new(&options, &coder, &err), BEDE_OK);
  return coder;
}

// The records of a text in a format; released by the caller.
static inline bede_output coder_write(bede_coder *coder, const char *text,
                                      size_t len, const bede_metadata *meta,
                                      bede_output_format format)
{
  bede_output out = {NULL, 0, 0};
  bede_error err;
  assert_int_equal(bede_coder_text(coder, text, len, meta, format, &out, &err),
                   BEDE_OK);
  return out;
}

// The document object of a text; json_decref it.
static inline json_t *coder_code(bede_coder *coder, const char *text,
                                 const bede_metadata *meta)
{
  json_error_t error;
  bede_output out = coder_write(coder, text, strlen(text), meta, BEDE_OUT_JSON);
  json_t *doc = json_loadb(out.ptr, out.len, JSON_REJECT_DUPLICATES, &error);
  bede_output_release(&out);
  assert_non_null(doc);
  return doc;
}

static inline const char *coder_str(const json_t *object, const char *key)
{
  return json_string_value(json_object_get(object, key));
}

#endif
