// A stream of documents over one file: which format it has, and one document
// after the other without holding more than one.
#include "source/source.h"

#include <string.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "source/clean.h"
#include "source/record.h"

struct bede_source {
  bede_reader reader;
  bede_input input;
  bede_meta meta;
  bede_buf bytes; // the record that is being read
  bool ended;
};

static bool ends_nocase(bede_str s, const char *suffix)
{
  bede_str z = bede_str_from(suffix);
  return s.len >= z.len &&
         bede_str_eq_nocase(bede_str_sub(s, s.len - z.len, s.len), z);
}

static bede_input input_of_name(const char *path)
{
  bede_str name = bede_str_from(path);
  if (ends_nocase(name, ".jsonl") || ends_nocase(name, ".ndjson") ||
      ends_nocase(name, ".json")) {
    return BEDE_INPUT_JSONL;
  }
  return ends_nocase(name, ".txt") ? BEDE_INPUT_TEXT : BEDE_INPUT_AUTO;
}

// JSON Lines begin with an object whose first member follows.
static bede_input input_of_bytes(bede_str bytes)
{
  bytes = bede_str_trim(bede_clean_bom(bytes));
  if (!bytes.len || bytes.ptr[0] != '{') return BEDE_INPUT_TEXT;
  bytes = bede_str_trim(bede_str_sub(bytes, 1, bytes.len));
  return bytes.len && (bytes.ptr[0] == '"' || bytes.ptr[0] == '}')
             ? BEDE_INPUT_JSONL
             : BEDE_INPUT_TEXT;
}

bede_status bede_source_open(const char *path, bede_input input,
                             const bede_meta *meta, bede_source **out,
                             bede_error *err)
{
  *out = NULL;
  if (input == BEDE_INPUT_CONLLU) {
    return bede_error_set(err, BEDE_EUSAGE, BEDE_NO_OFFSET,
                          "source: CoNLL-U holds no documents to code");
  }
  bede_source *source = bede_calloc(1, sizeof *source);
  if (!source) {
    return bede_error_set(err, BEDE_ENOMEM, BEDE_NO_OFFSET,
                          "source: out of memory");
  }
  bede_status status = bede_reader_open(&source->reader, path, err);
  if (status) {
    bede_free(source);
    return status;
  }
  if (meta) source->meta = *meta;
  if (input == BEDE_INPUT_AUTO) input = input_of_name(path);
  if (input == BEDE_INPUT_AUTO) {
    input = input_of_bytes(bede_reader_peek(&source->reader));
  }
  source->input = input;
  bede_buf_init(&source->bytes, BEDE_MAX_LINE);
  *out = source;
  return BEDE_OK;
}

void bede_source_free(bede_source *source)
{
  if (!source) return;
  bede_reader_release(&source->reader);
  bede_buf_release(&source->bytes);
  bede_free(source);
}

// The whole file is one document; an empty one holds none.
static bede_status next_text(bede_source *source, bede_doc *doc,
                             bede_error *err)
{
  if (source->ended) return BEDE_END;
  source->ended = true;
  if (bede_clean_is_binary(bede_reader_peek(&source->reader))) {
    return bede_error_set(err, BEDE_EBINARY, 0, "source: binary data, no text");
  }
  bede_status status = bede_reader_all(&source->reader, &source->bytes,
                                       BEDE_MAX_DOCUMENT + 3, err);
  if (status == BEDE_ELIMIT) {
    return bede_error_set(err, BEDE_ELIMIT, BEDE_MAX_DOCUMENT,
                          "source: the document has more than %u bytes of text",
                          BEDE_MAX_DOCUMENT);
  }
  if (status) return status;
  bede_str bytes = bede_buf_str(&source->bytes);
  if (!bede_str_trim(bede_clean_bom(bytes)).len) return BEDE_END;
  return bede_record_text(doc, bytes, &source->meta, 0, err);
}

// A line is a record; blank lines are none.
static bede_status next_line(bede_source *source, bede_doc *doc,
                             bede_error *err)
{
  uint64_t begin;
  bede_str line;
  do {
    if (source->ended) return BEDE_END;
    begin = source->reader.offset;
    bede_status status =
        bede_reader_line(&source->reader, &source->bytes, BEDE_MAX_LINE, err);
    if (status == BEDE_ELIMIT) {
      return bede_error_set(err, BEDE_ELIMIT, begin,
                            "source: a line has more than %u bytes",
                            BEDE_MAX_LINE);
    }
    source->ended = status != BEDE_OK;
    if (status) return status;
    line = bede_buf_str(&source->bytes);
    if (begin == 0 && !bede_str_trim(bede_clean_bom(line)).len) line.len = 0;
  } while (!bede_str_trim(line).len);
  return bede_record_json(doc, line, &source->meta, begin, err);
}

bede_status bede_source_next(bede_source *source, bede_doc *doc,
                             bede_error *err)
{
  doc->status = BEDE_DOC_FAILED;
  bede_buf_clear(&source->bytes);
  bede_status status = source->input == BEDE_INPUT_JSONL
                           ? next_line(source, doc, err)
                           : next_text(source, doc, err);
  if (status == BEDE_EIO || status == BEDE_ENOMEM) source->ended = true;
  return status;
}

bede_status bede_source_text(bede_doc *doc, bede_str bytes,
                             const bede_meta *meta, bede_error *err)
{
  doc->status = BEDE_DOC_FAILED;
  return bede_record_text(doc, bytes, meta, 0, err);
}

bede_status bede_source_json(bede_doc *doc, bede_str record,
                             const bede_meta *meta, bede_error *err)
{
  return bede_record_json(doc, record, meta, 0, err);
}
