// Coding texts and files.
#include "api/job.h"

#include <string.h>

#include "base/error.h"
#include "base/str.h"
#include "event/event.h"
#include "export/shape.h"

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
  return bede_export_doc((bede_format)format, doc, &coder->versions,
                         &coder->export, out);
}

static bede_status name_export(bede_status status, bede_error *err)
{
  if (!status) return BEDE_OK;
  return bede_error_set(err, status, BEDE_NO_OFFSET, "export: %s",
                        bede_status_text(status));
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
  bede_meta meta = bede_job_meta(metadata);
  bede_str bytes = {text, len};
  bede_coder_begin(coder, &doc);
  bede_status status = bede_source_text(&doc, bytes, &meta, err);
  if (!status) status = code_doc(coder, &doc, err);
  if (status) {
    strip_failed(&doc);
    keep_reason(&doc, err);
  }
  bede_buf out = bede_output_take(output);
  size_t before = out.len;
  bede_status written = write_doc(coder, format, &doc, &out);
  if (written) out.len = before; // a record is whole or not there
  bede_output_give(output, &out);
  if (status || !written) return status;
  return name_export(written, err);
}

bede_status bede_output_header(bede_output_format format, bool all,
                               bede_output *output)
{
  bede_buf out = bede_output_take(output);
  bede_export_begin((bede_format)format, all, &out);
  bede_output_give(output, &out);
  return out.status;
}

// --- files -------------------------------------------------------------------

_Static_assert((int)BEDE_LEFT_ROOM == (int)BEDE_EXPORT_REASONS,
               "the counts of a run are those of the writers");

const char *bede_left_out_name(unsigned reason)
{
  return bede_left_name(reason);
}

static bede_status work(bede_job *job, bede_doc *doc, bede_error *err)
{
  BEDE_TRY(code_doc(job->coder, doc, err));
  bede_status status = write_doc(job->coder, job->format, doc, &job->out);
  if (!status && !job->coder->export.all)
    bede_export_count_left((bede_format)job->format, doc, job->run->left_out);
  return name_export(status, err);
}

static bede_status write_failed(bede_job *job, bede_doc *doc,
                                const bede_error *failure)
{
  strip_failed(doc);
  keep_reason(doc, failure);
  return write_doc(job->coder, job->format, doc, &job->out);
}

bede_status bede_coder_file(bede_coder *coder, const char *path,
                            bede_input_format input,
                            const bede_metadata *metadata,
                            bede_output_format format, bede_sink *sink,
                            void *context, bede_run *run, bede_error *err)
{
  bede_job job = {.coder = coder,
                  .input = input,
                  .meta = bede_job_meta(metadata),
                  .format = format,
                  .sink = sink,
                  .context = context,
                  .run = run,
                  .work = work,
                  .write_failed = write_failed};
  return bede_job_run(&job, path, err);
}
