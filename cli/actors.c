// bede actors: who is spoken of in many reports, and whom the knowledge lacks.
#include <string.h>

#include "commands.h"
#include "run.h"
#include "words.h"

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

typedef struct actors_run {
  bede_metadata meta;
  bede_actors *list;
} actors_run;

static bede_status actors_input(cli_run *run, const char *path, void *context,
                                bede_error *err)
{
  actors_run *actors = context;
  return bede_actors_file(actors->list, run->coder, path, BEDE_IN_AUTO,
                          &actors->meta, bede_cli_run_sink, run, &run->done,
                          err);
}

static void write_list(cli_run *run, const actors_run *actors, bool uncoded)
{
  bede_output text = {NULL, 0, 0};
  if (bede_actors_write(actors->list, uncoded, &text)) {
    bede_cli_say("out of memory");
    run->fatal = true;
  } else {
    (void)bede_cli_output_write(&run->out, text.ptr, text.len);
  }
  bede_output_release(&text);
}

static int actors(const cli_args *args)
{
  cli_run run;
  bede_options o;
  actors_run actors;
  if (bede_cli_has_no_input(args)) {
    bede_cli_put_help(args->command, stderr);
    return CLI_FATAL;
  }
  memset(&o, 0, sizeof o);
  memset(&actors, 0, sizeof actors);
  if (!bede_cli_metadata(args, &actors.meta)) return CLI_FATAL;
  actors.list = bede_actors_new();
  if (!actors.list) {
    bede_cli_say("out of memory");
    return CLI_FATAL;
  }
  int status = bede_cli_run_begin(&run, args, &o);
  if (!status) {
    bede_cli_run_inputs(&run, args, actors_input, &actors);
    if (!run.fatal) write_list(&run, &actors, bede_cli_has(args, "uncoded"));
    status = bede_cli_run_end(&run);
  }
  bede_actors_free(actors.list);
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
