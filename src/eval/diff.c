// Reads two codings side by side and pairs their reports. A report waits until
// its pair comes from the other file, so that files in one order take no more
// memory than two reports.
#include "eval/diff.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/os.h"
#include "base/str.h"
#include "eval/change.h"
#include "eval/compare.h"
#include "eval/load.h"

// What the lines of a file are; the first one decides.
typedef enum form { FORM_UNKNOWN, FORM_DOCUMENTS, FORM_ROWS } form;

typedef struct side {
  const char *path;
  bede_reader reader;
  bede_buf line;
  uint64_t begin;  // offset of the line
  uint32_t number; // of the line
  form form;
  json_t *rows;    // the report whose rows are being read, or NULL
  json_t *waiting; // id -> reports that wait, first come first
  bool at_end;
} side;

typedef struct diff {
  side sides[2];
  uint32_t waiting_count;
  bede_diff_options options;
  bede_sink *sink;
  void *context;
  bede_run *run;
  bede_diff *found;
  bede_tally tally;
  bede_buf out;
  bede_error *err;
} diff;

static bede_status no_memory(diff *d)
{
  return bede_error_set(d->err, BEDE_ENOMEM, BEDE_NO_OFFSET, "%s",
                        bede_status_text(BEDE_ENOMEM));
}

// --- what is written ---------------------------------------------------------

static bede_status flush(diff *d, const char *report)
{
  if (d->out.status) return no_memory(d);
  bede_status status = d->sink(d->context, bede_buf_str(&d->out).ptr,
                               d->out.len, report, NULL, d->run);
  bede_buf_clear(&d->out);
  return status;
}

static bool is_told(const diff *d, unsigned kind)
{
  if (d->options.summary) return false;
  return !d->options.only || (d->options.only & kind) != 0;
}

static void tell_report(diff *d, const json_t *report, const char *what)
{
  if (d->options.summary || d->options.only) return;
  bede_change_put_report(report, what, d->options.json, &d->out);
}

// --- two reports -------------------------------------------------------------

typedef struct found_change {
  bede_change change;
  json_int_t at;
  size_t order;
} found_change;

static int change_order(const void *a, const void *b)
{
  const found_change *x = a, *y = b;
  if (x->at != y->at) return x->at < y->at ? -1 : 1;
  return x->order < y->order ? -1 : x->order > y->order;
}

static void add_change(diff *d, const bede_change *change, found_change *list,
                       size_t *count)
{
  if (!bede_change_kind(change)) {
    d->found->alike++;
    return;
  }
  const json_t *claim = change->a ? change->a : change->b;
  list[*count].change = *change;
  list[*count].at = json_integer_value(json_object_get(claim, "at"));
  list[*count].order = *count;
  (*count)++;
}

static size_t find_changes(diff *d, const char *id, json_t *a, json_t *b,
                           found_change *list)
{
  const char *key;
  json_t *claim;
  size_t count = 0;
  json_object_foreach(a, key, claim)
  {
    bede_change change = {id, key, claim, json_object_get(b, key)};
    add_change(d, &change, list, &count);
  }
  json_object_foreach(b, key, claim)
  {
    bede_change change = {id, key, NULL, claim};
    if (!json_object_get(a, key)) add_change(d, &change, list, &count);
  }
  qsort(list, count, sizeof *list, change_order);
  return count;
}

static bede_status put_change(diff *d, const bede_change *change)
{
  unsigned kind = bede_change_kind(change);
  d->found->lost += kind == BEDE_DIFF_LOST;
  d->found->gained += kind == BEDE_DIFF_GAINED;
  d->found->changed += kind == BEDE_DIFF_CHANGED;
  if (bede_change_count(&d->tally, change)) return no_memory(d);
  if (is_told(d, kind)) bede_change_put(change, d->options.json, &d->out);
  return BEDE_OK;
}

// In the order of the text.
static bede_status compare_claims(diff *d, const char *id, json_t *a, json_t *b)
{
  size_t room = json_object_size(a) + json_object_size(b) + 1;
  found_change *list = bede_calloc(room, sizeof *list);
  bede_status status = BEDE_OK;
  if (!list) return no_memory(d);
  size_t count = find_changes(d, id, a, b, list);
  for (size_t i = 0; i < count && !status; i++)
    status = put_change(d, &list[i].change);
  bede_free(list);
  return status;
}

// The ids of claims are made of the text: those of another text tell nothing.
static bede_status compare(diff *d, json_t *a, json_t *b)
{
  d->found->pairs++;
  if (!bede_json_same(json_object_get(a, "text"), json_object_get(b, "text"))) {
    d->found->other_text++;
    tell_report(d, b, "other_text");
    return BEDE_OK;
  }
  return compare_claims(d, json_string_value(json_object_get(a, "id")),
                        json_object_get(a, "claims"),
                        json_object_get(b, "claims"));
}

// --- pairing -----------------------------------------------------------------

// Takes the report of this id that came first out of the waiting ones; NULL
// when none waits.
static json_t *take_waiting(side *s, const char *id)
{
  json_t *list = json_object_get(s->waiting, id);
  json_t *report = json_incref(json_array_get(list, 0));
  if (!report) return NULL;
  (void)json_array_remove(list, 0);
  if (!json_array_size(list)) (void)json_object_del(s->waiting, id);
  return report;
}

static bede_status put_waiting(diff *d, side *s, const char *id, json_t *report)
{
  json_t *list = json_object_get(s->waiting, id);
  if (d->waiting_count >= BEDE_MAX_WAITING)
    return bede_error_set(d->err, BEDE_ELIMIT, BEDE_NO_OFFSET,
                          "over %u reports wait for their pair",
                          BEDE_MAX_WAITING);
  if (!list) {
    list = json_array();
    if (json_object_set_new(s->waiting, id, list)) return no_memory(d);
  }
  if (json_array_append(list, report)) return no_memory(d);
  d->waiting_count++;
  return BEDE_OK;
}

static bede_status pair_report(diff *d, unsigned i, json_t *report)
{
  const char *id = json_string_value(json_object_get(report, "id"));
  json_t *other = take_waiting(&d->sides[1 - i], id);
  d->run->documents++;
  d->run->path = d->sides[i].path;
  if (!other) return put_waiting(d, &d->sides[i], id, report);
  d->waiting_count--;
  bede_status status =
      i ? compare(d, other, report) : compare(d, report, other);
  if (!status) status = flush(d, id);
  json_decref(other);
  return status;
}

// --- reading -----------------------------------------------------------------

// A line that is no record is told with its byte; the run goes on.
static bede_status tell_bad(diff *d, const side *s, uint64_t offset,
                            const char *what)
{
  bede_error failure;
  bede_status status =
      bede_error_set(&failure, BEDE_EFORMAT, offset, "%s", what);
  (void)status;
  failure.line = s->number;
  d->run->failed++;
  d->run->path = s->path;
  return d->sink(d->context, NULL, 0, s->path, &failure, d->run);
}

static bede_status end_rows(diff *d, unsigned i)
{
  json_t *report = d->sides[i].rows;
  if (!report) return BEDE_OK;
  d->sides[i].rows = NULL;
  bede_status status = pair_report(d, i, report);
  json_decref(report);
  return status;
}

static bede_status made(diff *d, const side *s, bede_status status,
                        const char *wrong)
{
  if (status == BEDE_EFORMAT) return tell_bad(d, s, s->begin, wrong);
  return status ? no_memory(d) : BEDE_OK;
}

// Rows of one report stand together.
static bede_status take_row(diff *d, unsigned i, const json_t *row)
{
  side *s = &d->sides[i];
  const char *wrong = "";
  bede_str id = bede_json_text(row, "doc_id");
  bool same = s->rows && bede_str_eq(bede_json_text(s->rows, "id"), id);
  if (same)
    return made(d, s, bede_compared_add_row(s->rows, row, &wrong), wrong);
  BEDE_TRY(end_rows(d, i));
  return made(d, s, bede_compared_make_row(row, &s->rows, &wrong), wrong);
}

// The record of a report that failed has nothing that could be compared.
static bool is_failed(const json_t *record)
{
  return bede_str_is(bede_json_text(record, "status"), "failed");
}

static bede_status take_document(diff *d, unsigned i, const json_t *record)
{
  const char *wrong = "";
  json_t *report;
  if (is_failed(record)) return BEDE_OK;
  bede_status status = bede_compared_make(record, &report, &wrong);
  if (status) return made(d, &d->sides[i], status, wrong);
  status = pair_report(d, i, report);
  json_decref(report);
  return status;
}

static bede_status take_record(diff *d, unsigned i, const json_t *record)
{
  side *s = &d->sides[i];
  form own = bede_compared_is_row(record) ? FORM_ROWS : FORM_DOCUMENTS;
  form other = d->sides[1 - i].form;
  if (!s->form) s->form = own;
  if (s->form != own)
    return tell_bad(d, s, s->begin,
                    "a row among document objects, or the other way round");
  if (other && other != own)
    return bede_error_set(d->err, BEDE_EFORMAT, BEDE_NO_OFFSET,
                          "one file has document objects, the other rows");
  return own == FORM_ROWS ? take_row(d, i, record)
                          : take_document(d, i, record);
}

static bede_status take_line(diff *d, unsigned i)
{
  side *s = &d->sides[i];
  bede_str line = bede_buf_str(&s->line), text = bede_str_trim(line);
  json_error_t problem;
  if (!text.len) return BEDE_OK;
  json_t *record = json_loadb(text.ptr, text.len, 0, &problem);
  if (!json_is_object(record)) {
    bede_error message;
    uint64_t at = record ? 0 : (uint64_t)problem.position;
    bede_status status =
        bede_error_set(&message, BEDE_EFORMAT, 0, "bad JSON: %s",
                       record ? "no object" : problem.text);
    (void)status;
    json_decref(record);
    return tell_bad(d, s, s->begin + (uint64_t)(text.ptr - line.ptr) + at,
                    message.message);
  }
  bede_status status = take_record(d, i, record);
  json_decref(record);
  return status;
}

// Puts the file's name before the message.
static bede_status at_path(diff *d, const side *s, bede_status status)
{
  if (status == BEDE_ENOMEM || !d->err) return status;
  bede_error inner = *d->err;
  return bede_error_set(d->err, status, inner.offset, "%.120s: %.120s", s->path,
                        inner.message);
}

static bede_status read_one(diff *d, unsigned i)
{
  side *s = &d->sides[i];
  s->begin = s->reader.offset;
  s->number++;
  bede_status status =
      bede_reader_line(&s->reader, &s->line, BEDE_MAX_BUFFER, d->err);
  if (status == BEDE_ELIMIT)
    return tell_bad(d, s, s->begin, "the line is too long");
  if (!status) return take_line(d, i);
  s->at_end = true;
  return status == BEDE_END ? end_rows(d, i) : at_path(d, s, status);
}

static bede_status read_both(diff *d)
{
  while (!d->sides[0].at_end || !d->sides[1].at_end) {
    for (unsigned i = 0; i < 2; i++) {
      if (!d->sides[i].at_end) BEDE_TRY(read_one(d, i));
    }
  }
  return BEDE_OK;
}

// --- the rest ----------------------------------------------------------------

// A report without claims has no rows: where the other side has some, it is
// compared with no claims.
static bede_status end_report(diff *d, unsigned i, json_t *report)
{
  json_t *claims = json_object_get(report, "claims");
  const char *id = json_string_value(json_object_get(report, "id"));
  if (d->sides[1 - i].form == FORM_ROWS)
    return compare_claims(d, id, i ? NULL : claims, i ? claims : NULL);
  d->found->only_in_a += !i;
  d->found->only_in_b += i;
  tell_report(d, report, i ? "only_in_b" : "only_in_a");
  return BEDE_OK;
}

static bede_status end_side(diff *d, unsigned i)
{
  const char *id;
  json_t *list;
  json_object_foreach(d->sides[i].waiting, id, list)
  {
    for (size_t n = 0; n < json_array_size(list); n++) {
      BEDE_TRY(end_report(d, i, json_array_get(list, n)));
      BEDE_TRY(flush(d, id));
    }
  }
  return BEDE_OK;
}

static bede_status compare_all(diff *d)
{
  BEDE_TRY(read_both(d));
  BEDE_TRY(end_side(d, 0));
  BEDE_TRY(end_side(d, 1));
  if (d->options.summary || !d->options.json)
    bede_tally_put(&d->tally, d->found, d->options.json, &d->out);
  return flush(d, "");
}

static bede_status open_side(diff *d, unsigned i)
{
  side *s = &d->sides[i];
  s->waiting = json_object();
  if (!s->waiting) return no_memory(d);
  return bede_reader_open(&s->reader, s->path, d->err);
}

static void release_side(side *s)
{
  bede_reader_release(&s->reader);
  bede_buf_release(&s->line);
  json_decref(s->rows);
  json_decref(s->waiting);
}

static bede_status open_and_compare(diff *d)
{
  BEDE_TRY(open_side(d, 0));
  BEDE_TRY(open_side(d, 1));
  if (bede_tally_init(&d->tally)) return no_memory(d);
  return compare_all(d);
}

bede_status bede_eval_diff(const char *a, const char *b,
                           const bede_diff_options *options, bede_sink *sink,
                           void *context, bede_run *run, bede_diff *found,
                           bede_error *err)
{
  bede_error local;
  diff d = {.sides = {{.path = a}, {.path = b}},
            .options = *options,
            .sink = sink,
            .context = context,
            .run = run,
            .found = found,
            .err = err ? err : &local};
  bede_buf_init(&d.out, 0);
  bede_buf_init(&d.sides[0].line, 0);
  bede_buf_init(&d.sides[1].line, 0);
  bede_status status = open_and_compare(&d);
  run->path = NULL;
  release_side(&d.sides[0]);
  release_side(&d.sides[1]);
  bede_tally_release(&d.tally);
  bede_buf_release(&d.out);
  return status;
}
