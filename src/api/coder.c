// The public coder: what is loaded once, and one workspace.
#include "api/handle.h"

#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/sha256.h"
#include "base/str.h"
#include "lexicon/compile.h"

const char *bede_version(void)
{
  return BEDE_VERSION;
}

void bede_output_release(bede_output *output)
{
  bede_free(output->ptr);
  memset(output, 0, sizeof *output);
}

bede_buf bede_output_take(bede_output *output)
{
  bede_buf buf;
  bede_buf_init(&buf, 0);
  buf.ptr = output->ptr;
  buf.len = output->len;
  buf.capacity = output->capacity;
  return buf;
}

void bede_output_give(bede_output *output, const bede_buf *buf)
{
  output->ptr = buf->ptr;
  output->len = buf->len;
  output->capacity = buf->capacity;
}

enum { ALIGNMENT = 64 }; // of a knowledge blob and a model

// Moves the bytes of `buf` to memory that is aligned as their readers need it.
static bede_status keep_aligned(bede_buf *buf, bede_aligned *out,
                                bede_error *err)
{
  out->memory = bede_malloc(buf->len + ALIGNMENT);
  if (!out->memory) {
    return bede_error_set(err, BEDE_ENOMEM, BEDE_NO_OFFSET, "%s",
                          bede_status_text(BEDE_ENOMEM));
  }
  uintptr_t rest = (uintptr_t)out->memory % ALIGNMENT;
  char *ptr = (char *)out->memory + (rest ? ALIGNMENT - rest : 0);
  if (buf->len) memcpy(ptr, buf->ptr, buf->len);
  out->bytes.ptr = ptr;
  out->bytes.len = buf->len;
  return BEDE_OK;
}

// NULL stands for the built-in knowledge, over which the folders are laid.
static bede_status compile(const bede_options *options, bede_buf *out,
                           bede_error *err)
{
  size_t count = options->knowledge_dir_count;
  const char **dirs = bede_calloc(count + 1, sizeof *dirs);
  if (!dirs) {
    return bede_error_set(err, BEDE_ENOMEM, BEDE_NO_OFFSET, "%s",
                          bede_status_text(BEDE_ENOMEM));
  }
  memcpy(dirs + 1, options->knowledge_dirs, count * sizeof *dirs);
  bede_status status =
      bede_knowledge_compile(dirs, count + 1, out, NULL, NULL, err);
  bede_free(dirs);
  return status;
}

static bede_status open_knowledge(bede_coder *coder,
                                  const bede_options *options, bede_error *err)
{
  if (options->knowledge_dir_count) {
    bede_buf blob;
    bede_buf_init(&blob, 0);
    bede_status status = compile(options, &blob, err);
    if (!status) status = keep_aligned(&blob, &coder->knowledge, err);
    bede_buf_release(&blob);
    if (status) return status;
  }
  return bede_lexicon_open(coder->knowledge.bytes, &coder->lex, err);
}

static bede_status read_model(bede_coder *coder, const char *path,
                              bede_error *err)
{
  bede_buf file;
  bede_buf_init(&file, 0);
  bede_status status = bede_os_read_file(path, &file, err);
  if (!status) status = keep_aligned(&file, &coder->model_file, err);
  bede_buf_release(&file);
  return status;
}

// Puts the file's name before the message.
static bede_status name_model(const char *path, bede_status status,
                              bede_error *err)
{
  if (!status || !path || !err) return status;
  bede_error inner = *err;
  return bede_error_set(err, status, inner.offset, "%.120s: %.120s", path,
                        inner.message);
}

static bede_status open_model(bede_coder *coder, const bede_options *options,
                              bede_error *err)
{
  const char *path = options->model_path;
  if (path) BEDE_TRY(read_model(coder, path, err));
  bede_status status =
      bede_model_open(coder->model_file.bytes, &coder->model, err);
  if (status) return name_model(path, status, err);
  unsigned mode = options->accurate ? BEDE_ACCURATE : BEDE_FAST;
  BEDE_TRY(bede_lang_new(coder->model, mode, &coder->lang, err));
  bede_lang_know(coder->lang, coder->lex);
  return BEDE_OK;
}

// The hash is over the names of the options that change coding and are not as
// they are by default, a line each in the order of the alphabet.
static void set_versions(bede_coder *coder, const bede_options *options)
{
  char hex[65];
  const char *changed = options->accurate ? "accurate\n" : "";
  bede_sha256_hex(changed, strlen(changed), hex);
  snprintf(coder->options_hash, sizeof coder->options_hash, "%.16s", hex);
  coder->versions.program = BEDE_VERSION;
  coder->versions.knowledge = bede_lexicon_hash(coder->lex);
  coder->versions.model = bede_model_hash(coder->model);
  coder->versions.options = coder->options_hash;
}

static void set_export(bede_coder *coder, const bede_options *options)
{
  coder->export.with_text = options->with_text;
  coder->export.no_text = options->no_text;
  coder->export.with_predicates = options->with_predicates;
  coder->export.all = options->all;
  coder->export.color = options->color;
  coder->export.width = options->width;
  coder->trace.mask = options->trace ? options->trace_mask : 0;
  coder->trace.write = options->trace;
  coder->trace.context = options->trace_context;
}

bede_status bede_coder_new(const bede_options *options, bede_coder **out,
                           bede_error *err)
{
  bede_options none;
  memset(&none, 0, sizeof none);
  if (!options) options = &none;
  bede_coder *coder = bede_calloc(1, sizeof *coder);
  if (!coder)
    return bede_error_set(err, BEDE_ENOMEM, BEDE_NO_OFFSET, "out of memory");
  bede_arena_init(&coder->arena);
  set_export(coder, options);
  bede_status status = open_knowledge(coder, options, err);
  if (!status) status = open_model(coder, options, err);
  if (status) {
    bede_coder_free(coder);
    return status;
  }
  set_versions(coder, options);
  *out = coder;
  return BEDE_OK;
}

void bede_coder_free(bede_coder *coder)
{
  if (!coder) return;
  bede_lang_free(coder->lang);
  bede_model_free(coder->model);
  bede_lexicon_free(coder->lex);
  bede_free(coder->knowledge.memory);
  bede_free(coder->model_file.memory);
  bede_arena_release(&coder->arena);
  bede_free(coder);
}

const char *bede_coder_knowledge_hash(const bede_coder *coder)
{
  return coder->versions.knowledge;
}

const char *bede_coder_model_hash(const bede_coder *coder)
{
  return coder->versions.model;
}

bede_status bede_lint(const char *const *dirs, size_t dir_count,
                      void (*report)(void *context, const char *line),
                      void *context, bede_error *err)
{
  return bede_knowledge_lint(dirs, dir_count, report, context, NULL, err);
}

static bede_status doctor_model(bede_buf *out, bede_error *err)
{
  bede_str none = {NULL, 0};
  bede_model *model;
  BEDE_TRY(bede_model_open(none, &model, err));
  bede_status status = bede_model_verify(model, err);
  bede_buf_printf(out, "model %s: %s\n", bede_model_hash(model),
                  status ? "damaged" : "sound");
  bede_model_free(model);
  return status;
}

// Warns of what the knowledge cannot know of a report of that day.
static void doctor_dates(const bede_lexicon *lex, bede_date day, bede_buf *out)
{
  const bede_lex_asof *asof = NULL;
  for (uint32_t i = 0; (asof = bede_lexicon_asof(lex, i)) != NULL; i++) {
    if (bede_date_cmp(asof->date, day) >= 0) continue;
    bede_str file = bede_lexicon_file(lex, asof->ref.file);
    bede_buf_printf(out, "warning: %.*s knows offices up to ", (int)file.len,
                    file.ptr);
    bede_date_put(out, asof->date);
    bede_buf_printf(out, ", %d days before ",
                    bede_date_days(day) - bede_date_days(asof->date));
    bede_date_put(out, day);
    bede_buf_append_char(out, '\n');
  }
}

static bede_status doctor_knowledge(bede_date day, bede_buf *out,
                                    bede_error *err)
{
  bede_str none = {NULL, 0};
  bede_lexicon *lex;
  BEDE_TRY(bede_lexicon_open(none, &lex, err));
  bede_status status = bede_lexicon_verify(lex, err);
  bede_buf_printf(out, "knowledge %s: %s\n", bede_lexicon_hash(lex),
                  status ? "damaged" : "sound");
  if (!status && day.year) doctor_dates(lex, day, out);
  bede_lexicon_free(lex);
  return status;
}

bede_status bede_doctor(const char *published, bede_output *output,
                        bede_error *err)
{
  bede_date day = {0, 0, 0};
  if (published && !bede_date_parse(bede_str_from(published), &day))
    return bede_error_set(err, BEDE_EUSAGE, BEDE_NO_OFFSET,
                          "%.40s is no date YYYY-MM-DD", published);
  bede_buf out = bede_output_take(output);
  bede_buf_printf(&out, "bede %s\n", BEDE_VERSION);
  bede_status status = doctor_knowledge(day, &out, err);
  if (!status) status = doctor_model(&out, err);
  bede_output_give(output, &out);
  return status ? status : out.status;
}
