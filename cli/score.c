// bede score: claims against gold claims.
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "run.h"

static const cli_option options[] = {
    {.name = "show",
     .value = "N",
     .fallback = "0",
     .brief = "also list the first N missed and the first N extra claims"},
    {.name = NULL}};

static const cli_example examples[] = {
    {"bede code -f json docs.jsonl -o pred.jsonl", "make predictions"},
    {"bede score docs.jsonl gold.jsonl pred.jsonl --show 20",
     "how good they are, and what to work on"},
    {NULL, NULL}};

static bool parse_count(const char *text, unsigned *out)
{
  char *end = NULL;
  unsigned long n = strtoul(text, &end, 10);
  if (*text < '0' || *text > '9' || *end || n > 1000000) return false;
  *out = (unsigned)n;
  return true;
}

static int score(const cli_args *args)
{
  const char *text = bede_cli_get(args, "show");
  unsigned show = 0;
  bede_error err = {.message = ""};
  bede_output figures = {NULL, 0, 0};
  cli_output out;
  if (text && !parse_count(text, &show)) {
    bede_cli_say("--show %.40s: no number up to 1000000", text);
    return CLI_FATAL;
  }
  bede_status status =
      bede_score_claims(args->operands[0], args->operands[1], args->operands[2],
                        show, &figures, &err);
  if (status) {
    bede_cli_say("%s", err.message);
    bede_output_release(&figures);
    return status == BEDE_ENOMEM ? CLI_FATAL : CLI_NOTHING;
  }
  bool good = bede_cli_output_open(&out, NULL);
  if (good) {
    (void)bede_cli_output_write(&out, figures.ptr, figures.len);
    good = bede_cli_output_close(&out, true);
  }
  bede_output_release(&figures);
  return good ? CLI_OK : CLI_FATAL;
}

const cli_command bede_cli_score = {
    .name = "score",
    .operands = "DOCS GOLD PRED",
    .least = 3,
    .most = 3,
    .brief = "score predicted claims against gold claims",
    .detail =
        "DOCS, GOLD and PRED are JSON Lines files: the documents as bede code "
        "reads them, the gold claims, and what bede code --format json wrote. "
        "They are paired by \"id\".\n\n"
        "A predicted claim matches a gold claim of the same type in the same "
        "sentence when trigger, actor or recipient meet; matching is one to "
        "one, the best first. Detection is told as precision, recall and F1; "
        "then, of matched claims, how many have the mode, the actors, the "
        "recipients, their codes, status, polarity, certainty, speakers, date, "
        "place and numbers right.",
    .examples = examples,
    .options = options,
    .run = score};
