// Fuzz target: bytes through the whole coder. The first byte chooses: bit 0 a
// JSON record a line instead of plain text, bit 1 predicates, bit 2 the
// explanation too. The invariants of the records must hold after every stage,
// each format must be writable, the lists of its quotations and sources too,
// and JSON must be JSON.
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

#include "api/handle.h"
#include "api/sources.h"
#include "base/str.h"
#include "export/quotes.h"
#include "source/source.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void stop(const char *why)
{
  fprintf(stderr, "fuzz_code: %s\n", why);
  abort();
}

// Loading takes longer than coding; every input shares one coder.
static bede_coder *shared_coder(void)
{
  static bede_coder *coder;
  bede_error err;
  if (!coder && bede_coder_new(NULL, &coder, &err)) stop(err.message);
  return coder;
}

static void check_json(bede_str out)
{
  json_error_t error;
  json_t *object = json_loadb(out.ptr, out.len, JSON_DISABLE_EOF_CHECK, &error);
  if (!object) stop(error.text);
  json_decref(object);
}

static void write_all(bede_coder *coder, const bede_doc *doc)
{
  bede_buf out;
  bede_buf_init(&out, 0);
  for (int f = BEDE_FORMAT_JSON; f <= BEDE_FORMAT_PETRARCH; f++) {
    bede_buf_clear(&out);
    if (bede_export_doc((bede_format)f, doc, &coder->versions, &coder->export,
                        &out))
      stop("export failed");
    if (f == BEDE_FORMAT_JSON) check_json(bede_buf_str(&out));
  }
  bede_buf_release(&out);
}

static const bede_output_format list_formats[] = {BEDE_OUT_JSON, BEDE_OUT_CSV,
                                                  BEDE_OUT_TSV, BEDE_OUT_TABLE};

static void write_quotes(bede_coder *coder, const bede_doc *doc)
{
  bede_buf out;
  uint32_t count = doc->attributions.count;
  uint32_t *items = bede_arena_array(doc->arena, count, sizeof *items);
  if (!items) stop("out of memory");
  for (uint32_t i = 1; i < count; i++)
    items[i - 1] = i;
  bede_buf_init(&out, 0);
  for (size_t f = 0; f < sizeof list_formats / sizeof *list_formats; f++) {
    bede_quote_list quotes = {items, count - 1};
    bede_buf_clear(&out);
    if (bede_export_quotes((bede_format)list_formats[f], doc, quotes,
                           &coder->versions, &coder->export, &out))
      stop("export of quotations failed");
    if (!f && out.len) check_json(bede_buf_str(&out));
  }
  bede_buf_release(&out);
}

static void write_sources(const bede_doc *doc)
{
  bede_error err;
  for (size_t f = 0; f < sizeof list_formats / sizeof *list_formats; f++) {
    bede_output out = {NULL, 0, 0};
    bede_sources_options options = {.size = sizeof options,
                                    .format = list_formats[f]};
    bede_sources *list = bede_sources_new();
    if (!list) stop("out of memory");
    if (bede_sources_count(list, doc, &err)) stop(err.message);
    if (bede_sources_count(list, doc, &err)) stop(err.message);
    if (bede_sources_write(list, &options, &out))
      stop("export of sources failed");
    bede_str written = {out.ptr, out.len};
    if (!f && out.len) check_json(written);
    bede_output_release(&out);
    bede_sources_free(list);
  }
}

static void code_one(bede_coder *coder, bede_str bytes, unsigned choice)
{
  bede_doc doc;
  bede_error err;
  bede_arena_clear(&coder->arena);
  bede_doc_init(&doc, &coder->arena);
  bede_pipeline pipeline = {coder->lex, coder->lang, choice & 2, NULL};
  bede_status status = choice & 1 ? bede_source_json(&doc, bytes, NULL, &err)
                                  : bede_source_text(&doc, bytes, NULL, &err);
  if (status) return;
  if (bede_coder_run(&pipeline, &doc, &err)) stop(err.message);
  const char *wrong = bede_doc_unfinished(&doc);
  if (wrong) stop(wrong);
  write_all(coder, &doc);
  write_quotes(coder, &doc);
  write_sources(&doc);
}

static void explain(bede_coder *coder, bede_str bytes)
{
  bede_output out = {NULL, 0, 0};
  bede_error err;
  (void)!bede_coder_explain(coder, bytes.ptr, bytes.len, NULL, &out, &err);
  bede_output_release(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  bede_coder *coder = shared_coder();
  unsigned choice = size ? data[0] : 0;
  bede_str rest = {(const char *)data + 1, size ? size - 1 : 0};
  if (!size) return 0;
  if (choice & 4) explain(coder, rest);
  while (choice & 1 && rest.len) {
    bede_str line;
    rest = bede_str_cut(rest, '\n', &line);
    code_one(coder, line, choice);
  }
  if (!(choice & 1)) code_one(coder, rest, choice);
  return 0;
}
