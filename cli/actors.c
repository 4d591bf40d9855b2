// bede actors: who is spoken of in many reports, and whom the knowledge lacks.
#include "commands.h"
#include "run.h"

static const cli_option options[] = {
    {.name = "uncoded",
     .brief = "only names without country or sector that the knowledge lacks",
     .detail = "Those that cost most claims come first: each is a line that a "
               "knowledge of your own would repay."},
    CLI_OPTIONS_METADATA,
    CLI_OPTION_KNOWLEDGE,
    CLI_OPTION_MODEL,
    CLI_OPTION_ACCURATE,
    CLI_OPTION_OUTPUT,
    {.name = NULL}};

static const cli_example examples[] = {
    {"bede actors reports.jsonl >actors.tsv", "everybody who is named"},
    {"bede actors --uncoded reports/ | head -20",
     "the twenty names that cost most claims, with sentences"},
    {NULL, NULL}};

static bede_status actors_input(cli_run *run, const char *path, void *context,
                                bede_error *err)
{
  cli_list *list = context;
  return bede_actors_file(list->handle, run->coder, path, BEDE_IN_AUTO,
                          &list->meta, bede_cli_run_sink, run, &run->done, err);
}

static bede_status write_actors(void *handle, const cli_args *args,
                                bede_output *out)
{
  return bede_actors_write(handle, bede_cli_has(args, "uncoded"), out);
}

static int actors(const cli_args *args)
{
  cli_list list = {bede_actors_new(), actors_input, write_actors, {0}};
  int status = bede_cli_run_list(args, &list);
  bede_actors_free(list.handle);
  return status;
}

const cli_command bede_cli_actors = {
    .name = "actors",
    .operands = "[FILE|DIR|-]...",
    .most = -1,
    .brief = "list the actors of reports, those that cost most claims first",
    .detail =
        "One line an actor, columns parted by tabs: in how many claims, "
        "mentions and documents; name, kind, country, sector and code; the "
        "line of the knowledge that gave them; up to three sentences. A known "
        "actor is one whatever the reports call it; others are one by name.",
    .examples = examples,
    .options = options,
    .run = actors};
