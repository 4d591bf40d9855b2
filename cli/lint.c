// bede lint: what is wrong with folders of knowledge.
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "run.h"

static const cli_option options[] = {
    {.name = "alone",
     .brief = "the folders are complete, without what is built in"},
    {.name = NULL}};

static const cli_example examples[] = {
    {"bede lint my-actors", "a folder that changes and adds to what is there"},
    {"bede lint --alone knowledge", "a knowledge that is complete by itself"},
    {NULL, NULL}};

typedef struct lint_run {
  cli_output out;
  const cli_args *args;
  unsigned long lines;
} lint_run;

// Warnings about what is built in are not for those who lint their own.
static bool is_ours(const lint_run *run, const char *line)
{
  if (bede_cli_has(run->args, "alone") || !strstr(line, ": warning: "))
    return true;
  for (int i = 0; i < run->args->operand_count; i++) {
    const char *folder = run->args->operands[i];
    if (strncmp(line, folder, strlen(folder)) == 0) return true;
  }
  return false;
}

static void report(void *context, const char *line)
{
  lint_run *run = context;
  if (!is_ours(run, line)) return;
  run->lines++;
  (void)bede_cli_output_write(&run->out, line, strlen(line));
  (void)bede_cli_output_write(&run->out, "\n", 1);
}

static bede_status lint_folders(const cli_args *args, lint_run *run,
                                bede_error *err)
{
  size_t n = 0;
  const char **dirs = calloc((size_t)args->operand_count + 1, sizeof *dirs);
  if (!dirs) return BEDE_ENOMEM;
  if (!bede_cli_has(args, "alone")) dirs[n++] = NULL;
  for (int i = 0; i < args->operand_count; i++)
    dirs[n++] = args->operands[i];
  bede_status status = bede_lint(dirs, n, report, run, err);
  free(dirs);
  return status;
}

static int lint(const cli_args *args)
{
  lint_run run = {.args = args};
  bede_error err = {.message = "out of memory"};
  if (!bede_cli_output_open(&run.out, NULL)) return CLI_FATAL;
  bede_status status = lint_folders(args, &run, &err);
  if (status && !run.lines) bede_cli_say("%s", err.message);
  if (!bede_cli_output_close(&run.out, true)) return CLI_FATAL;
  if (status == BEDE_ENOMEM) return CLI_FATAL;
  return status ? CLI_BAD_DATA : CLI_OK;
}

const cli_command bede_cli_lint = {
    .name = "lint",
    .operands = "DIR...",
    .least = 1,
    .most = -1,
    .brief = "report every defect of folders of knowledge",
    .detail = "The folders are laid over what is built in, as --knowledge lays "
              "them: a file of the same path replaces an earlier one, others "
              "add. Each defect is one line on standard output, \"file:line: "
              "what is wrong\"; \"warning:\" marks what is legal but has no "
              "effect. With warnings only the exit status is 0.",
    .examples = examples,
    .options = options,
    .run = lint};
