// `bede parse`: CoNLL-U of raw documents, and of given sentences.
#include "api/job.h"

#include "base/error.h"
#include "base/limits.h"
#include "base/str.h"
#include "lang/conllu.h"
#include "text/text.h"

static void put_sentences(bede_job *job, const bede_doc *doc,
                          const bede_conllu *kept)
{
  for (uint32_t s = 0; s < doc->sentences.count; s++)
    bede_conllu_write(doc, kept, s, &job->out);
}

// Puts the stage before the message, as the coder does.
static bede_status name_stage(const char *stage, bede_status status,
                              bede_error *err)
{
  if (!status) return status;
  bede_error inner = *err;
  bede_error_set(err, status, inner.offset, "%s: %.200s", stage,
                 inner.message[0] ? inner.message : bede_status_text(status));
  err->line = inner.line;
  return status;
}

static bede_status annotate(bede_job *job, bede_doc *doc, bede_error *err)
{
  err->message[0] = '\0';
  return name_stage("lang", bede_lang_annotate(job->coder->lang, doc, err),
                    err);
}

static bede_status work(bede_job *job, bede_doc *doc, bede_error *err)
{
  err->message[0] = '\0';
  BEDE_TRY(name_stage("text", bede_text_split(doc, err), err));
  BEDE_TRY(annotate(job, doc, err));
  put_sentences(job, doc, NULL);
  return name_stage("export", job->out.status, err);
}

// --- given sentences ---------------------------------------------------------

// A sentence of the file that is being read.
typedef struct block {
  bede_reader reader;
  bede_buf line, lines;
  uint64_t offset;      // of its first byte
  uint32_t first, next; // its first line, and the line after it
} block;

// Reads the lines up to the next blank one; BEDE_END when there are none.
static bede_status next_block(block *b, bede_error *err)
{
  bede_buf_clear(&b->lines);
  while (!b->lines.status) {
    uint64_t offset = b->reader.offset;
    bede_status status =
        bede_reader_line(&b->reader, &b->line, BEDE_MAX_LINE, err);
    if (status == BEDE_END) return b->lines.len ? BEDE_OK : BEDE_END;
    b->next++;
    if (status) return status;
    bede_str line = bede_buf_str(&b->line);
    bool blank = bede_str_trim(line).len == 0;
    if (blank && b->lines.len) return BEDE_OK;
    if (blank) continue;
    if (!b->lines.len) {
      b->offset = offset;
      b->first = b->next;
    }
    bede_buf_append_str(&b->lines, line);
    bede_buf_append_char(&b->lines, '\n');
  }
  return bede_error_set(err, b->lines.status, b->offset, "%s",
                        bede_status_text(b->lines.status));
}

// Comments without words belong to no sentence and are left out.
static bool only_comments(bede_str lines)
{
  while (lines.len) {
    bede_str line;
    lines = bede_str_cut(lines, '\n', &line);
    if (line.len && line.ptr[0] != '#') return false;
  }
  return true;
}

static bede_status read_block(const block *b, bede_doc *doc, bede_conllu *kept,
                              bede_error *err)
{
  size_t at = 0;
  err->message[0] = '\0';
  bede_status status =
      bede_conllu_read(bede_buf_str(&b->lines), &at, 1, doc, kept, err);
  if (status == BEDE_END) return BEDE_END;
  if (status && err->offset != BEDE_NO_OFFSET) err->offset += b->offset;
  if (status && err->line) err->line += b->first - 1;
  return name_stage("source", status, err);
}

// What the words of a block become, set up by do_block for the job's work.
static bede_status work_given(bede_job *job, bede_doc *doc, bede_error *err)
{
  BEDE_TRY(annotate(job, doc, err));
  put_sentences(job, doc, job->given);
  return name_stage("export", job->out.status, err);
}

static bede_status do_block(bede_job *job, const block *b, bede_status status,
                            const char *path, bede_error *err)
{
  bede_doc doc;
  bede_conllu kept = {{NULL, 0, 0}, {NULL, 0, 0}};
  bede_coder_begin(job->coder, &doc);
  if (!status && only_comments(bede_buf_str(&b->lines))) return BEDE_OK;
  if (!status) status = read_block(b, &doc, &kept, err);
  if (status == BEDE_END) return BEDE_OK;
  job->given = &kept;
  status = bede_job_document(job, &doc, status, path, err);
  job->given = NULL;
  return status;
}

static bede_status read_given(bede_job *job, const char *path, bede_error *err)
{
  block b = {.next = 0};
  BEDE_TRY(bede_reader_open(&b.reader, path, err));
  bede_buf_init(&b.line, 0);
  bede_buf_init(&b.lines, BEDE_MAX_LINE);
  bede_status status;
  do {
    status = next_block(&b, err);
    if (status == BEDE_END || status == BEDE_EIO || status == BEDE_ENOMEM)
      break;
    status = do_block(job, &b, status, path, err);
  } while (!status);
  bede_buf_release(&b.line);
  bede_buf_release(&b.lines);
  bede_reader_release(&b.reader);
  return status == BEDE_END && !job->stopped ? BEDE_OK : status;
}

static bool is_given(const char *path, bede_input_format input)
{
  if (input == BEDE_IN_CONLLU) return true;
  return input == BEDE_IN_AUTO && path &&
         bede_str_ends(bede_str_from(path), ".conllu");
}

bede_status bede_coder_parse(bede_coder *coder, const char *path,
                             bede_input_format input, bede_sink *sink,
                             void *context, bede_run *run, bede_error *err)
{
  bede_job job = {.coder = coder,
                  .input = input,
                  .sink = sink,
                  .context = context,
                  .run = run,
                  .work = work};
  if (is_given(path, input)) {
    job.work = work_given;
    job.read = read_given;
  }
  return bede_job_run(&job, path, err);
}
