// bede diff: what two codings of the same reports have in common and not.
#include <string.h>

#include "commands.h"
#include "run.h"

static const cli_option options[] = {
    {.name = "format",
     .letter = 'f',
     .value = "FORMAT",
     .choices = "table|json",
     .fallback = "table",
     .brief = "how the changes are written",
     .detail = "table: a block a change, then the counts, for people. json: "
               "one object a change, a line each; with --summary one object "
               "of the counts."},
    {.name = "only",
     .value = "KIND",
     .choices = "lost|gained|changed",
     .fallback = "all",
     .repeats = true,
     .brief = "tell only these changes",
     .detail = "The counts are still of all changes."},
    {.name = "summary", .brief = "the counts alone"},
    CLI_OPTION_OUTPUT,
    {.name = NULL}};

static const cli_example examples[] = {
    {"bede diff before.jsonl after.jsonl", "what a change of rules did"},
    {"bede diff --summary before.jsonl after.jsonl",
     "how much of it, by type and by rule"},
    {"bede code -k mine docs.jsonl -f json | bede diff before.jsonl -",
     "try a knowledge of your own against a coding that is there"},
    {NULL, NULL}};

// The order is that of the choices above.
static const unsigned kinds[] = {BEDE_DIFF_LOST, BEDE_DIFF_GAINED,
                                 BEDE_DIFF_CHANGED};

static bede_diff_options resolve(const cli_args *args)
{
  bede_diff_options o;
  const char *format = bede_cli_get(args, "format");
  memset(&o, 0, sizeof o);
  o.size = sizeof o;
  o.json = format && strcmp(format, "json") == 0;
  o.summary = bede_cli_has(args, "summary");
  for (int i = 0; i < bede_cli_count(args, "only"); i++) {
    const char *kind = bede_cli_nth(args, "only", i);
    o.only |= kinds[bede_cli_choice(options[1].choices, kind)];
  }
  return o;
}

static void run_diff(cli_run *run, const cli_args *args, bede_diff *found)
{
  bede_error err = {.message = "out of memory"};
  bede_diff_options o = resolve(args);
  run->input = args->operands[0];
  bede_status status =
      bede_diff_files(args->operands[0], args->operands[1], &o,
                      bede_cli_run_sink, run, &run->done, found, &err);
  if (!status || run->out.broken_pipe || run->out.failed) return;
  bede_cli_progress_wipe(&run->progress);
  bede_cli_say("%s", err.message);
  run->unread++;
  run->fatal = status == BEDE_ENOMEM;
}

static int diff(const cli_args *args)
{
  cli_run run;
  bede_diff found;
  memset(&found, 0, sizeof found);
  if (strcmp(args->operands[0], "-") == 0 &&
      strcmp(args->operands[1], "-") == 0) {
    bede_cli_say("diff: only one of A and B can be standard input");
    return CLI_FATAL;
  }
  int status = bede_cli_run_open(&run, args);
  if (status) return status;
  run_diff(&run, args, &found);
  bool compared = found.pairs > found.other_text;
  if (!compared && run.done.documents && !run.unread)
    bede_cli_say("no document stands in both files with the same text");
  bool stopped = run.out.broken_pipe;
  status = bede_cli_run_end(&run);
  return compared || stopped || status == CLI_FATAL ? status : CLI_NOTHING;
}

const cli_command bede_cli_diff = {
    .name = "diff",
    .operands = "A B",
    .least = 2,
    .most = 2,
    .brief = "compare two codings of the same reports",
    .detail =
        "A and B are what bede code wrote of the same reports with --format "
        "json, or both with --format claims; - is standard input. Reports are "
        "paired by \"id\", claims by theirs, which stay the same as long as "
        "the word that names the act is coded. A claim of A that B lacks is "
        "lost, one that A lacks is gained, and one in both is changed when "
        "event, mode, context, cameo, actor, recipient, polarity, certainty, "
        "status, "
        "aspect, reporting, speaker, date, place or domain differ.\n\n"
        "The counts stand by type, by changed field, and by the rule that "
        "made the claim: lost claims by their rule in A, gained and changed "
        "ones by theirs in B, as lines of a file move when it is edited. A "
        "report whose text differs is counted and not compared, one that "
        "failed is as if it were not there.\n\n"
        "The exit status is 0 whether the codings differ or not; 1 when no "
        "report could be compared; 4 when lines of a file are no records, "
        "each named with its byte, or a file could not be read to its end.",
    .examples = examples,
    .options = options,
    .run = diff};
