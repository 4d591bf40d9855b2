// One document after the other: read, worked on, handed to the sink.
#include "api/job.h"

#include <string.h>

#include "base/error.h"
#include "base/str.h"

bede_meta bede_job_meta(const bede_metadata *m)
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

// The name of a document on the way to people: its id, or the path.
static const char *doc_name(const bede_doc *doc, const char *path)
{
  if (!path) path = "-";
  if (!doc->id.len) return path;
  bede_str copy = bede_arena_copy(doc->arena, doc->id);
  return copy.ptr ? copy.ptr : path;
}

static bede_status tell(bede_job *job, const char *ptr, size_t len,
                        const char *name, const bede_error *failure)
{
  job->stopped = job->sink(job->context, ptr, len, name, failure, job->run);
  return job->stopped;
}

static bede_status tell_failed(bede_job *job, bede_doc *doc, const char *path,
                               const bede_error *failure)
{
  job->run->failed++;
  bede_buf_clear(&job->out);
  bede_status status =
      job->write_failed ? job->write_failed(job, doc, failure) : BEDE_OK;
  if (status) return status;
  const char *name = doc_name(doc, path);
  BEDE_TRY(tell(job, NULL, 0, name, failure));
  if (!job->out.len) return BEDE_OK;
  return tell(job, job->out.ptr, job->out.len, name, NULL);
}

bede_status bede_job_document(bede_job *job, bede_doc *doc, bede_status status,
                              const char *path, bede_error *err)
{
  job->run->documents++;
  job->run->path = path ? path : "-";
  bede_buf_clear(&job->out);
  if (!status) status = job->work(job, doc, err);
  if (status) {
    bede_error failure = *err;
    return tell_failed(job, doc, path, &failure);
  }
  job->run->coded++;
  job->run->claims += doc->claims.count;
  job->run->sentences += doc->sentences.count;
  job->run->bytes += doc->text.len;
  return tell(job, job->out.ptr, job->out.len, doc_name(doc, path), NULL);
}

// Errors that end the reading of a file.
static bool ends_file(bede_status status)
{
  return status == BEDE_END || status == BEDE_EIO || status == BEDE_ENOMEM;
}

static bede_status read_documents(bede_job *job, const char *path,
                                  bede_error *err)
{
  bede_source *source;
  BEDE_TRY(
      bede_source_open(path, (bede_input)job->input, &job->meta, &source, err));
  bede_status status = BEDE_OK;
  while (!status) {
    bede_doc doc;
    bede_coder_begin(job->coder, &doc);
    status = bede_source_next(source, &doc, err);
    if (ends_file(status)) break;
    status = bede_job_document(job, &doc, status, path, err);
    if (status) break;
  }
  bede_source_free(source);
  return status == BEDE_END && !job->stopped ? BEDE_OK : status;
}

static bede_status read_file(bede_job *job, const char *path, bede_error *err)
{
  return job->read ? job->read(job, path, err) : read_documents(job, path, err);
}

// A file or folder below a folder that cannot be read is told, and the walk
// goes on.
static bede_status tell_unread(const char *path, const char *relative,
                               void *context, bede_error *err)
{
  bede_job *job = context;
  bede_error failure = *err;
  (void)relative;
  job->run->failed++;
  job->run->path = path;
  return tell(job, NULL, 0, path, &failure);
}

static bede_status visit_file(const char *path, const char *relative,
                              void *context, bede_error *err)
{
  bede_job *job = context;
  bede_status status = read_file(job, path, err);
  if (!status || job->stopped || status == BEDE_ENOMEM) return status;
  return tell_unread(path, relative, context, err);
}

bede_status bede_job_run(bede_job *job, const char *path, bede_error *err)
{
  bede_error local;
  if (!err) err = &local;
  bede_buf_init(&job->out, 0);
  job->stopped = BEDE_OK;
  bool folder = path && strcmp(path, "-") != 0 && bede_os_is_dir(path);
  bede_status status =
      folder ? bede_os_walk_on(path, visit_file, tell_unread, job, err)
             : read_file(job, path, err);
  bede_buf_release(&job->out);
  job->run->path = NULL;
  return status;
}
