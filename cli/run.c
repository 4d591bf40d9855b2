// Going through inputs: one bad one is named and does not stop the others.
#include "run.h"

#include <stdlib.h>
#include <string.h>

#include "commands.h"

int bede_cli_status(bede_status status)
{
  switch (status) {
  case BEDE_OK:
    return CLI_OK;
  case BEDE_EKNOWLEDGE:
  case BEDE_EMODEL:
    return CLI_BAD_DATA;
  default:
    return CLI_FATAL;
  }
}

bool bede_cli_has_no_input(const cli_args *args)
{
  return !args->operand_count && bede_cli_is_terminal(stdin);
}

// --- options -----------------------------------------------------------------

static bool two_digits(const char *z, int most)
{
  if (z[0] < '0' || z[0] > '9' || z[1] < '0' || z[1] > '9') return false;
  int n = (z[0] - '0') * 10 + z[1] - '0';
  return n >= 1 && n <= most;
}

// YYYY-MM-DD; what may follow a day is left to the library.
static bool is_day(const char *z)
{
  for (int i = 0; i < 4; i++) {
    if (z[i] < '0' || z[i] > '9') return false;
  }
  return z[4] == '-' && two_digits(z + 5, 12) && z[7] == '-' &&
         two_digits(z + 8, 31) && (!z[10] || z[10] == 'T' || z[10] == ' ');
}

bool bede_cli_metadata(const cli_args *args, bede_metadata *meta)
{
  memset(meta, 0, sizeof *meta);
  meta->size = sizeof *meta;
  meta->published = bede_cli_get(args, "published");
  meta->publisher = bede_cli_get(args, "publisher");
  meta->author = bede_cli_get(args, "author");
  meta->title = bede_cli_get(args, "title");
  if (!meta->published || is_day(meta->published)) return true;
  bede_cli_say("--published %.40s: no day in the form YYYY-MM-DD",
               meta->published);
  return false;
}

bede_output_format bede_cli_rows_format(const cli_args *args)
{
  // The order is that of the choices.
  static const bede_output_format formats[] = {BEDE_OUT_JSON, BEDE_OUT_CSV,
                                               BEDE_OUT_TSV, BEDE_OUT_TABLE};
  static const cli_option option = CLI_OPTION_ROWS;
  const char *name = bede_cli_get(args, "format");
  if (name) return formats[bede_cli_choice(option.choices, name)];
  bool person = !bede_cli_get(args, "output") && bede_cli_is_terminal(stdout);
  return person ? BEDE_OUT_TABLE : BEDE_OUT_JSON;
}

const char **bede_cli_values(const cli_args *args, const char *name)
{
  int count = bede_cli_count(args, name);
  const char **values = calloc((size_t)count + 1, sizeof *values);
  for (int i = 0; values && i < count; i++)
    values[i] = bede_cli_nth(args, name, i);
  return values;
}

static bool check_output(const cli_args *args, const char *path)
{
  for (int i = 0; path && i < args->operand_count; i++) {
    if (!bede_cli_output_hits(path, args->operands[i])) continue;
    bede_cli_say("--output %s: that is part of the input %s", path,
                 args->operands[i]);
    return false;
  }
  return true;
}

static bede_status make_coder(cli_run *run, const cli_args *args,
                              bede_options *options, bede_error *err)
{
  const char **dirs = bede_cli_values(args, "knowledge");
  if (!dirs) return BEDE_ENOMEM;
  options->size = sizeof *options;
  options->knowledge_dirs = dirs;
  options->knowledge_dir_count = (size_t)bede_cli_count(args, "knowledge");
  options->model_path = bede_cli_get(args, "model");
  options->accurate = bede_cli_has(args, "accurate");
  options->trace = options->trace_mask ? bede_cli_trace : NULL;
  bede_status status = bede_coder_new(options, &run->coder, err);
  free(dirs);
  return status;
}

// A folder or model that cannot be read is bad knowledge, or a bad model.
static int coder_status(bede_status status)
{
  return status == BEDE_ENOMEM ? CLI_FATAL : CLI_BAD_DATA;
}

// Opens the output and the line of progress.
static int open_output(cli_run *run, const char *path)
{
  if (!bede_cli_output_open(&run->out, path)) return CLI_FATAL;
  bede_cli_progress_init(&run->progress,
                         !bede_cli_is_terminal(run->out.stream));
  return CLI_OK;
}

int bede_cli_run_open(cli_run *run, const cli_args *args)
{
  const char *path = bede_cli_get(args, "output");
  memset(run, 0, sizeof *run);
  return check_output(args, path) ? open_output(run, path) : CLI_FATAL;
}

int bede_cli_run_begin(cli_run *run, const cli_args *args,
                       bede_options *options)
{
  const char *path = bede_cli_get(args, "output");
  bede_error err = {.message = "out of memory"};
  memset(run, 0, sizeof *run);
  if (!bede_cli_trace_mask(&options->trace_mask)) return CLI_FATAL;
  if (!check_output(args, path)) return CLI_FATAL;
  bede_status status = make_coder(run, args, options, &err);
  if (status) {
    bede_cli_say("%s", err.message);
    return coder_status(status);
  }
  int opened = open_output(run, path);
  if (opened) bede_coder_free(run->coder);
  return opened;
}

// --- running -----------------------------------------------------------------

static void say_where(const bede_error *err)
{
  if (err->offset != UINT64_MAX)
    fprintf(stderr, " (byte %llu", (unsigned long long)err->offset);
  else if (err->line)
    fputs(" (", stderr);
  else
    return;
  if (err->line)
    fprintf(stderr, "%sline %lu", err->offset != UINT64_MAX ? ", " : "",
            (unsigned long)err->line);
  fputc(')', stderr);
}

static const char *display(const char *path)
{
  return strcmp(path, "-") == 0 ? "standard input" : path;
}

static void put_name(const char *name)
{
  bede_cli_put(name);
  fputs(": ", stderr);
}

// "bede: file: document: stage: reason (byte N)".
static void say_failure(const char *path, const char *document,
                        const bede_error *err)
{
  size_t n = strlen(path);
  fputs("bede: ", stderr);
  if (strncmp(err->message, path, n) != 0 || err->message[n] != ':')
    put_name(display(path));
  if (document && strcmp(document, path) != 0) put_name(document);
  bede_cli_put(err->message);
  say_where(err);
  fputc('\n', stderr);
}

bede_status bede_cli_run_sink(void *context, const char *ptr, size_t len,
                              const char *document, const bede_error *failure,
                              const bede_run *so_far)
{
  cli_run *run = context;
  if (failure) {
    bede_cli_progress_wipe(&run->progress);
    say_failure(so_far->path ? so_far->path : run->input, document, failure);
    return BEDE_OK;
  }
  bede_cli_progress_show(&run->progress, so_far->documents, so_far->sentences);
  return bede_cli_output_write(&run->out, ptr, len) ? BEDE_OK : BEDE_EIO;
}

static bool is_stopped(const cli_run *run)
{
  return run->out.broken_pipe || run->out.failed || run->fatal;
}

static void run_input(cli_run *run, const char *path, cli_each *each,
                      void *context)
{
  bede_error err = {.offset = UINT64_MAX};
  run->input = path;
  bede_status status = each(run, path, context, &err);
  if (!status || is_stopped(run)) return;
  bede_cli_progress_wipe(&run->progress);
  say_failure(path, NULL, &err);
  run->unread++;
  run->fatal = status == BEDE_ENOMEM || status == BEDE_EUSAGE;
}

void bede_cli_run_inputs(cli_run *run, const cli_args *args, cli_each *each,
                         void *context)
{
  if (!args->operand_count) run_input(run, "-", each, context);
  for (int i = 0; i < args->operand_count && !is_stopped(run); i++)
    run_input(run, args->operands[i], each, context);
}

int bede_cli_run_end(cli_run *run)
{
  bede_cli_progress_wipe(&run->progress);
  bede_coder_free(run->coder);
  bool written = bede_cli_output_close(&run->out, !run->fatal);
  if (run->fatal || !written) return CLI_FATAL;
  if (run->out.broken_pipe) return CLI_OK;
  if (!run->done.documents) {
    if (!run->unread) bede_cli_say("no document was read");
    return CLI_NOTHING;
  }
  return run->done.failed || run->unread ? CLI_SOME : CLI_OK;
}
