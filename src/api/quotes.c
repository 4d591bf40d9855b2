// `bede quotes`: the attributed statements of reports, each with its speaker.
#include "api/job.h"
#include "api/list.h"
#include "base/error.h"
#include "base/str.h"
#include "base/utf8.h"
#include "export/names.h"
#include "export/quotes.h"

typedef struct quotes_job {
  bede_job job;
  const bede_quotes_options *options;
  uint32_t stances, kinds; // a bit for each that is asked for, 0 = all
  bede_buf looked_for;     // the speakers asked for, folded, a NUL after each
  bede_buf folded;         // a text of the document
} quotes_job;

// --- what is asked for -------------------------------------------------------

static bool is_format(bede_output_format format)
{
  return format == BEDE_OUT_JSON || format == BEDE_OUT_CSV ||
         format == BEDE_OUT_TSV || format == BEDE_OUT_TABLE;
}

static bede_status usage(bede_error *err, const char *what, const char *value)
{
  return bede_error_set(err, BEDE_EUSAGE, BEDE_NO_OFFSET, "no %s '%.60s'", what,
                        value);
}

static bede_status read_sets(quotes_job *q, bede_error *err)
{
  const bede_quotes_options *o = q->options;
  for (size_t i = 0; i < o->stance_count; i++) {
    bede_stance stance;
    if (!bede_stance_parse(bede_str_from(o->stances[i]), &stance))
      return usage(err, "stance", o->stances[i]);
    q->stances |= 1u << stance;
  }
  for (size_t i = 0; i < o->kind_count; i++) {
    bede_source_kind kind;
    if (!bede_source_kind_parse(bede_str_from(o->kinds[i]), &kind))
      return usage(err, "kind of speaker", o->kinds[i]);
    q->kinds |= 1u << kind;
  }
  return BEDE_OK;
}

static bede_status read_speakers(quotes_job *q, bede_error *err)
{
  const bede_quotes_options *o = q->options;
  for (size_t i = 0; i < o->speaker_count; i++) {
    size_t begin = q->looked_for.len;
    bede_list_fold(&q->looked_for, bede_str_from(o->speakers[i]));
    if (q->looked_for.len == begin && !q->looked_for.status)
      return usage(err, "speaker", o->speakers[i]);
    bede_buf_append_char(&q->looked_for, '\0');
  }
  if (!q->looked_for.status) return BEDE_OK;
  return bede_error_set(err, q->looked_for.status, BEDE_NO_OFFSET, "%s",
                        bede_status_text(q->looked_for.status));
}

static bede_status read_options(quotes_job *q, bede_error *err)
{
  if (!is_format(q->options->format))
    return bede_error_set(err, BEDE_EUSAGE, BEDE_NO_OFFSET,
                          "no format for quotations");
  BEDE_TRY(read_sets(q, err));
  return read_speakers(q, err);
}

// --- which statements --------------------------------------------------------

static bool begins_word(bede_str text, size_t at)
{
  if (!at) return true;
  bede_cclass c = bede_cp_class(bede_utf8_prev(text.ptr, &at));
  return c != BEDE_CC_LETTER && c != BEDE_CC_DIGIT;
}

static bool has_part(bede_str text, bede_str part)
{
  for (size_t at = 0; at + part.len <= text.len; at++) {
    if (bede_str_eq(bede_str_sub(text, at, at + part.len), part) &&
        begins_word(text, at))
      return true;
  }
  return false;
}

// Is one of the speakers asked for named in the text?
static bool names_one(quotes_job *q, bede_str text)
{
  bede_str all = bede_buf_str(&q->looked_for);
  bede_buf_clear(&q->folded);
  bede_list_fold(&q->folded, text);
  while (all.len) {
    bede_str part;
    all = bede_str_cut(all, '\0', &part);
    if (has_part(bede_buf_str(&q->folded), part)) return true;
  }
  return false;
}

static bool is_by(quotes_job *q, const bede_doc *doc, const bede_attribution *a)
{
  if (!q->options->speaker_count) return true;
  if (names_one(q, bede_speaker_name(doc, a))) return true;
  if (a->speaker != BEDE_NONE &&
      names_one(q, doc->entities.items[a->speaker].office))
    return true;
  for (uint32_t i = 0; i < a->source.count; i++) {
    if (names_one(q, bede_doc_str(doc, a->source.items[i]))) return true;
  }
  return false;
}

static bool is_listed(quotes_job *q, const bede_doc *doc,
                      const bede_attribution *a)
{
  bool marks =
      a->quoted == BEDE_QUOTED_DIRECT || a->quoted == BEDE_QUOTED_MIXED;
  if (!marks && !q->options->all) return false;
  if (!bede_attribution_says(a)) return false;
  if (q->stances && !(q->stances >> a->stance & 1u)) return false;
  if (q->kinds && !(q->kinds >> a->kind & 1u)) return false;
  return is_by(q, doc, a);
}

// --- files -------------------------------------------------------------------

static bede_status write_quotes(quotes_job *q, bede_doc *doc)
{
  bede_coder *coder = q->job.coder;
  bede_quote_list list = {NULL, 0};
  uint32_t *items = bede_arena_array(
      doc->arena, (size_t)doc->attributions.count + 1, sizeof *items);
  if (!items) return BEDE_ENOMEM;
  list.items = items;
  for (uint32_t i = 1; i < doc->attributions.count; i++) {
    if (is_listed(q, doc, &doc->attributions.items[i])) items[list.count++] = i;
  }
  if (q->folded.status) return q->folded.status;
  return bede_export_quotes((bede_format)q->options->format, doc, list,
                            &coder->versions, &coder->export, &q->job.out);
}

static bede_status work(bede_job *job, bede_doc *doc, bede_error *err)
{
  bede_pipeline pipeline = {job->coder->lex, job->coder->lang, false, NULL};
  BEDE_TRY(bede_coder_run(&pipeline, doc, err));
  bede_status status = write_quotes((quotes_job *)job, doc);
  if (!status) return BEDE_OK;
  return bede_error_set(err, status, BEDE_NO_OFFSET, "export: %s",
                        bede_status_text(status));
}

bede_status bede_quotes_header(bede_output_format format, bede_output *output)
{
  if (!is_format(format)) return BEDE_EUSAGE;
  bede_buf out = bede_output_take(output);
  bede_quotes_begin((bede_format)format, &out);
  bede_output_give(output, &out);
  return out.status;
}

bede_status bede_quotes_file(bede_coder *coder, const char *path,
                             bede_input_format input,
                             const bede_metadata *metadata,
                             const bede_quotes_options *options,
                             bede_sink *sink, void *context, bede_run *run,
                             bede_error *err)
{
  bede_error local;
  quotes_job q = {.job = {.coder = coder,
                          .input = input,
                          .meta = bede_job_meta(metadata),
                          .sink = sink,
                          .context = context,
                          .run = run,
                          .work = work},
                  .options = options};
  if (!err) err = &local;
  bede_buf_init(&q.looked_for, 0);
  bede_buf_init(&q.folded, 0);
  bede_status status = read_options(&q, err);
  if (!status) status = bede_job_run(&q.job, path, err);
  bede_buf_release(&q.looked_for);
  bede_buf_release(&q.folded);
  return status;
}
