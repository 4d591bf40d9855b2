// Coding texts and files: one document at a time, in order, memory flat.
#include "api/handle.h"

#include <string.h>

#include "base/error.h"
#include "base/str.h"
#include "event/event.h"
#include "source/source.h"

static bede_meta meta_of(const bede_metadata *m)
{
  bede_meta meta = {NULL, NULL, NULL, NULL};
  if (!m) return meta;
  meta.published = m->published;
  meta.publisher = m->publisher;
  meta.author = m->author;
  meta.title = m->title;
  return meta;
}

void bede_coder_begin(bede_coder *coder, bede_doc *doc)
{
  bede_arena_clear(&coder->arena);
  bede_doc_init(doc, &coder->arena);
  doc->trace = &coder->trace;
}

static bede_status code_doc(bede_coder *coder, bede_doc *doc, bede_error *err)
{
  bede_pipeline pipeline = {coder->lex, coder->lang,
                            coder->export.with_predicates, NULL};
  return bede_coder_run(&pipeline, doc, err);
}

// Appends the record; a failed document still has one in the formats that can
// say so, with nothing but what is known of it.
static bede_status write_doc(bede_coder *coder, bede_output_format format,
                             const bede_doc *doc, bede_buf *out)
{
  if (doc->status == BEDE_DOC_FAILED && format != BEDE_OUT_JSON) return BEDE_OK;
  return bede_export_doc((bede_format)format, doc, coder->lex, &coder->versions,
                         &coder->export, out);
}

// After a failure the stages' records may be half done: keep the metadata only.
static void strip_failed(bede_doc *doc)
{
  bede_doc bare = *doc;
  bede_doc_init(doc, bare.arena);
  doc->trace = bare.trace;
  doc->id = bare.id;
  doc->title = bare.title;
  doc->author = bare.author;
  doc->publisher = bare.publisher;
  doc->url = bare.url;
  doc->published = bare.published;
  doc->published_basis = bare.published_basis;
  memcpy(doc->raw_sha256, bare.raw_sha256, sizeof doc->raw_sha256);
  memcpy(doc->text_sha256, bare.text_sha256, sizeof doc->text_sha256);
  doc->status = BEDE_DOC_FAILED;
}

static void keep_reason(bede_doc *doc, const bede_error *err)
{
  bede_str message = bede_arena_copy(doc->arena, bede_str_from(err->message));
  bede_span none = {0, 0};
  if (message.ptr) bede_doc_warn(doc, "failed", none, message.ptr);
}

bede_status bede_coder_text(bede_coder *coder, const char *text, size_t len,
                            const bede_metadata *metadata,
                            bede_output_format format, bede_output *output,
                            bede_error *err)
{
  bede_error local;
  if (!err) err = &local;
  bede_doc doc;
  bede_meta meta = meta_of(metadata);
  bede_str bytes = {text, len};
  bede_coder_begin(coder, &doc);
  bede_status status = bede_source_text(&doc, bytes, &meta, err);
  if (!status) status = code_doc(coder, &doc, err);
  if (status) {
    strip_failed(&doc);
    keep_reason(&doc, err);
  }
  bede_buf out = bede_output_take(output);
  bede_status written = write_doc(coder, format, &doc, &out);
  bede_output_give(output, &out);
  return status ? status : written;
}

bede_status bede_output_header(bede_output_format format, bede_output *output)
{
  bede_buf out = bede_output_take(output);
  bede_export_begin((bede_format)format, &out);
  bede_output_give(output, &out);
  return out.status;
}

// --- files -------------------------------------------------------------------

typedef struct file_run {
  bede_coder *coder;
  bede_input_format input;
  bede_meta meta;
  bede_output_format format;
  bede_sink *sink;
  void *context;
  bede_run *run;
  bede_buf out;
} file_run;

// The name of a document on the way to people: its id, or the path.
static const char *doc_name(const bede_doc *doc, const char *path)
{
  if (!doc->id.len) return path;
  bede_str copy = bede_arena_copy(doc->arena, doc->id);
  return copy.ptr ? copy.ptr : path;
}

static bede_status deliver(file_run *f, const bede_doc *doc, const char *path,
                           const bede_error *failure)
{
  bede_buf_clear(&f->out);
  bede_status status = write_doc(f->coder, f->format, doc, &f->out);
  if (status) return status;
  const char *name = doc_name(doc, path);
  if (failure) {
    f->run->failed++;
    BEDE_TRY(f->sink(f->context, NULL, 0, name, failure, f->run));
  } else {
    f->run->coded++;
    f->run->claims += doc->claims.count;
    f->run->sentences += doc->sentences.count;
    f->run->bytes += doc->text.len;
  }
  if (!f->out.len) return BEDE_OK;
  return f->sink(f->context, f->out.ptr, f->out.len, name, NULL, f->run);
}

// One document that was read; only the sink's word or broken output ends the
// run.
static bede_status code_one(file_run *f, bede_doc *doc, bede_status read,
                            const char *path, bede_error *err)
{
  f->run->documents++;
  bede_status status = read ? read : code_doc(f->coder, doc, err);
  if (!status) return deliver(f, doc, path, NULL);
  bede_error failure = *err;
  strip_failed(doc);
  keep_reason(doc, &failure);
  return deliver(f, doc, path, &failure);
}

static bool is_fatal(bede_status status)
{
  return status == BEDE_EIO || status == BEDE_ENOMEM ||
         status == BEDE_ENOTFOUND;
}

static bede_status run_file(file_run *f, const char *path, bede_error *err)
{
  bede_source *source;
  BEDE_TRY(
      bede_source_open(path, (bede_input)f->input, &f->meta, &source, err));
  bede_status status = BEDE_OK;
  while (!status) {
    bede_doc doc;
    bede_coder_begin(f->coder, &doc);
    status = bede_source_next(source, &doc, err);
    if (status == BEDE_END || is_fatal(status)) break;
    status = code_one(f, &doc, status, path, err);
  }
  bede_source_free(source);
  return status == BEDE_END ? BEDE_OK : status;
}

// A file in a folder that cannot be read is one failed document.
static bede_status visit_file(const char *path, const char *relative,
                              void *context, bede_error *err)
{
  file_run *f = context;
  bede_status status = run_file(f, path, err);
  if (!is_fatal(status)) return status;
  f->run->documents++;
  f->run->failed++;
  (void)relative;
  return f->sink(f->context, NULL, 0, path, err, f->run);
}

bede_status bede_coder_file(bede_coder *coder, const char *path,
                            bede_input_format input,
                            const bede_metadata *metadata,
                            bede_output_format format, bede_sink *sink,
                            void *context, bede_run *run, bede_error *err)
{
  bede_error local;
  if (!err) err = &local;
  file_run f = {coder, input, meta_of(metadata), format, sink, context,
                run,   {0}};
  bede_buf_init(&f.out, 0);
  bool folder = path && strcmp(path, "-") != 0 && bede_os_is_dir(path);
  bede_status status = folder ? bede_os_walk(path, visit_file, &f, err)
                              : run_file(&f, path, err);
  bede_buf_release(&f.out);
  return status;
}
