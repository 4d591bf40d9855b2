// bede parse: sentences, words, tags, trees and names as CoNLL-U.
#include <string.h>

#include "commands.h"
#include "run.h"
#include "words.h"

static const cli_option options[] = {
    {.name = "input",
     .letter = 'i',
     .value = "KIND",
     .choices = "auto|text|jsonl|conllu",
     .fallback = "auto",
     .brief = "what the input is",
     .detail = "conllu keeps the given sentences, words, multiword tokens and "
               "comments and annotates them anew; auto takes files in .conllu "
               "as that."},
    CLI_OPTION_MODEL,
    CLI_OPTION_ACCURATE,
    CLI_OPTION_OUTPUT,
    {.name = NULL}};

static const cli_example examples[] = {
    {"bede parse report.txt", "the trees of a report"},
    {"bede parse --input conllu gold.conllu >parsed.conllu",
     "annotate given words anew, to measure the parser"},
    {NULL, NULL}};

static const bede_input_format inputs[] = {BEDE_IN_AUTO, BEDE_IN_TEXT,
                                           BEDE_IN_JSONL, BEDE_IN_CONLLU};

static bede_status parse_input(cli_run *run, const char *path, void *context,
                               bede_error *err)
{
  const bede_input_format *input = context;
  return bede_coder_parse(run->coder, path, *input, bede_cli_run_sink, run,
                          &run->done, err);
}

static int parse(const cli_args *args)
{
  cli_run run;
  bede_options o;
  const char *name = bede_cli_get(args, "input");
  bede_input_format input =
      name ? inputs[bede_cli_choice(options[0].choices, name)] : BEDE_IN_AUTO;
  if (bede_cli_has_no_input(args)) {
    bede_cli_put_help(args->command, stderr);
    return CLI_FATAL;
  }
  memset(&o, 0, sizeof o);
  int status = bede_cli_run_begin(&run, args, &o);
  if (status) return status;
  bede_cli_run_inputs(&run, args, parse_input, &input);
  return bede_cli_run_end(&run);
}

const cli_command bede_cli_parse_command = {
    .name = "parse",
    .operands = "[FILE|-]...",
    .most = -1,
    .brief = "write sentences, words, tags, trees and names as CoNLL-U",
    .detail = "The trees are Universal Dependencies. Names stand in the last "
              "column as NE=B-PER, NE=I-PER and so on, for persons (PER), "
              "organisations (ORG) and places (LOC).",
    .examples = examples,
    .options = options,
    .run = parse};
