// Builds a document: the text that offsets refer to, its hashes and its
// metadata.
#include "source/record.h"

#include <string.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/sha256.h"
#include "base/str.h"
#include "source/byline.h"
#include "source/clean.h"

// Hex digits of the content's hash in an id made from it.
#define ID_DIGITS 16u
// Repair makes text longer, at most threefold; the sum stays bounded before
// the limit on the document is checked.
#define REPAIR_MAX ((size_t)BEDE_MAX_DOCUMENT * 3 + 2)

static bede_status no_memory(bede_error *err)
{
  return bede_error_set(err, BEDE_ENOMEM, BEDE_NO_OFFSET,
                        "source: out of memory");
}

static bede_status too_long(bede_error *err, uint64_t base)
{
  return bede_error_set(err, BEDE_ELIMIT, base,
                        "source: the document has more than %u bytes of text",
                        BEDE_MAX_DOCUMENT);
}

// A metadata field: repaired, trimmed, in the arena; absent when empty. It may
// be as long as a text.
static bede_status keep(bede_doc *doc, bede_str value, bede_str *out)
{
  value = bede_str_trim(value);
  if (!value.len) return BEDE_OK;
  if (value.len > BEDE_MAX_DOCUMENT) return BEDE_ELIMIT;
  bede_buf clean;
  bede_buf_init(&clean, REPAIR_MAX);
  bede_clean_append(doc, &clean, value, 0, false);
  bede_status status = clean.status;
  if (!status) *out = bede_arena_copy(doc->arena, bede_buf_str(&clean));
  if (!status && !out->ptr) status = BEDE_ENOMEM;
  bede_buf_release(&clean);
  return status;
}

static bede_str either(bede_str given, const char *fallback)
{
  return bede_str_trim(given).len ? given : bede_str_from(fallback);
}

static bede_status fill_meta(bede_doc *doc, const bede_record *record,
                             const bede_meta *meta)
{
  static const bede_meta nothing = {NULL, NULL, NULL, NULL};
  if (!meta) meta = &nothing;
  BEDE_TRY(keep(doc, record->id, &doc->id));
  BEDE_TRY(keep(doc, record->url, &doc->url));
  BEDE_TRY(keep(doc, record->language, &doc->language));
  BEDE_TRY(
      keep(doc, either(record->published, meta->published), &doc->published));
  BEDE_TRY(
      keep(doc, either(record->publisher, meta->publisher), &doc->publisher));
  BEDE_TRY(keep(doc, either(record->author, meta->author), &doc->author));
  if (doc->language.ptr) doc->language_basis = "given";
  if (!doc->published.ptr) return BEDE_OK;
  doc->published_basis = "given";
  if (!bede_date_parse(doc->published, &doc->published_date)) {
    bede_span none = {0, 0};
    memset(&doc->published_date, 0, sizeof doc->published_date);
    bede_doc_warn(doc, "bad_date", none,
                  "the publication date is not of the form YYYY-MM-DD");
  }
  return BEDE_OK;
}

// Joins title and text to the document's text.
static bede_status fill_text(bede_doc *doc, bede_str title, bede_str text,
                             uint64_t base, bede_error *err)
{
  bede_buf clean;
  uint32_t body = 0;
  if (title.len > BEDE_MAX_DOCUMENT || text.len > BEDE_MAX_DOCUMENT) {
    return too_long(err, base);
  }
  bede_buf_init(&clean, REPAIR_MAX * 2);
  if (title.len) {
    bede_clean_append(doc, &clean, title, 0, true);
    body = (uint32_t)clean.len;
    bede_buf_append_z(&clean, "\n\n");
  }
  bede_clean_append(doc, &clean, text, base, true);
  bede_status status = clean.status;
  if (!status && clean.len > BEDE_MAX_DOCUMENT) status = BEDE_ELIMIT;
  if (!status) {
    doc->text = bede_arena_copy(doc->arena, bede_buf_str(&clean));
    if (!doc->text.ptr) status = BEDE_ENOMEM;
  }
  bede_buf_release(&clean);
  if (status == BEDE_ELIMIT) return too_long(err, base);
  if (status) return no_memory(err);
  if (title.len) {
    doc->title = bede_str_sub(doc->text, 0, body);
    doc->body_begin = body + 2;
  }
  return BEDE_OK;
}

// The title and author that stand in the text itself. Such a title stays a part
// of the text: the offsets of a document with a title of its own begin at that.
static void read_lines(bede_doc *doc)
{
  bede_span name = {0, 0};
  if (!doc->title.ptr) {
    bede_span title = bede_byline_title(doc->text);
    if (title.end > title.begin) {
      doc->body_begin = bede_byline_body(doc->text, title);
    }
  }
  doc->byline = bede_byline_find(doc->text, doc->body_begin, &name);
  if (!doc->author.ptr && name.end > name.begin) {
    doc->author = bede_doc_str(doc, name);
  }
  bede_span credit = bede_byline_credit(doc->text, doc->body_begin);
  if (credit.end > credit.begin) doc->credit = bede_doc_str(doc, credit);
}

bede_status bede_record_fill(bede_doc *doc, const bede_record *record,
                             const bede_meta *meta, bede_str raw, uint64_t base,
                             bede_error *err)
{
  bede_sha256_hex(raw.ptr, raw.len, doc->raw_sha256);
  doc->status = BEDE_DOC_FAILED;
  bede_status status = fill_meta(doc, record, meta);
  if (status == BEDE_ELIMIT) {
    return bede_error_set(
        err, BEDE_ELIMIT, base,
        "source: a field of the record has more than %u bytes",
        BEDE_MAX_DOCUMENT);
  }
  if (status) return no_memory(err);
  bede_str title = either(record->title, meta ? meta->title : NULL);
  if (bede_clean_is_binary(record->text)) {
    return bede_error_set(err, BEDE_EBINARY, base,
                          "source: binary data, no text");
  }
  BEDE_TRY(fill_text(doc, bede_str_trim(title).len ? title : bede_str_from(""),
                     record->text, base, err));
  bede_sha256_hex(doc->text.ptr, doc->text.len, doc->text_sha256);
  read_lines(doc);
  if (!doc->id.ptr) {
    bede_str digits = {doc->text_sha256, ID_DIGITS};
    doc->id = bede_arena_copy(doc->arena, digits);
    if (!doc->id.ptr) return no_memory(err);
  }
  doc->status = BEDE_DOC_NO_CLAIMS;
  return BEDE_OK;
}

bede_status bede_record_text(bede_doc *doc, bede_str bytes,
                             const bede_meta *meta, uint64_t base,
                             bede_error *err)
{
  bede_record record;
  memset(&record, 0, sizeof record);
  record.text = bede_clean_bom(bytes);
  return bede_record_fill(doc, &record, meta, bytes,
                          base + (bytes.len - record.text.len), err);
}
