// bede explain: why a text is coded as it is.
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "commands.h"
#include "run.h"
#include "words.h"

static const cli_option options[] = {CLI_OPTIONS_METADATA, CLI_OPTION_KNOWLEDGE,
                                     CLI_OPTION_MODEL,     CLI_OPTION_ACCURATE,
                                     CLI_OPTION_OUTPUT,    {.name = NULL}};

static const cli_example examples[] = {
    {"bede explain \"Rebels attacked a convoy, the army said.\"",
     "what becomes of a sentence, and why"},
    {"bede explain report.txt | less", "every sentence of a report"},
    {NULL, NULL}};

static bool is_file(const char *operand)
{
  struct stat info;
  return strcmp(operand, "-") == 0 || stat(operand, &info) == 0;
}

static bede_status explain_text(cli_run *run, const char *text,
                                const bede_metadata *meta, bede_error *err)
{
  bede_output out = {NULL, 0, 0};
  bede_status status =
      bede_coder_explain(run->coder, text, strlen(text), meta, &out, err);
  if (!status) {
    run->done.documents++;
    (void)bede_cli_output_write(&run->out, out.ptr, out.len);
  }
  bede_output_release(&out);
  return status;
}

// The operand is a file that is there, or else the text itself.
static bede_status explain_input(cli_run *run, const char *operand,
                                 void *context, bede_error *err)
{
  const bede_metadata *meta = context;
  if (!is_file(operand)) {
    run->input = "the text";
    if (!strpbrk(operand, " \t\n"))
      bede_cli_say("there is no file %s; it is taken for the text", operand);
    return explain_text(run, operand, meta, err);
  }
  return bede_coder_explain_file(run->coder, operand, BEDE_IN_AUTO, meta,
                                 bede_cli_run_sink, run, &run->done, err);
}

static int explain(const cli_args *args)
{
  cli_run run;
  bede_options o;
  bede_metadata meta;
  if (bede_cli_has_no_input(args)) {
    bede_cli_put_help(args->command, stderr);
    return CLI_FATAL;
  }
  memset(&o, 0, sizeof o);
  if (!bede_cli_metadata(args, &meta)) return CLI_FATAL;
  int status = bede_cli_run_begin(&run, args, &o);
  if (status) return status;
  bede_cli_run_inputs(&run, args, explain_input, &meta);
  return bede_cli_run_end(&run);
}

const cli_command bede_cli_explain = {
    .name = "explain",
    .operands = "[TEXT|FILE|-]",
    .most = 1,
    .brief = "show why a text is coded as it is",
    .detail =
        "For every sentence: its words with their tags and tree, the entities, "
        "the predicates that were tried, what won and what lost and why, and "
        "the line of the knowledge that fired. An argument that names a file "
        "is read, any other is the text itself.",
    .examples = examples,
    .options = options,
    .run = explain};
