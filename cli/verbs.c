// bede verbs: what is told in many reports, and what of it the knowledge lacks.
#include "commands.h"
#include "run.h"

static const cli_option options[] = {
    {.name = "uncoded",
     .brief = "only what became no claim, for political actors first",
     .detail = "Predicates with a use that became neither part of a claim nor "
               "tells who speaks; first those that have a state, a government, "
               "an armed force or group, a party or an international body as "
               "subject or object most often there. Each is a line that a "
               "knowledge of your own might repay."},
    CLI_OPTIONS_METADATA,
    CLI_OPTION_KNOWLEDGE,
    CLI_OPTION_MODEL,
    CLI_OPTION_ACCURATE,
    CLI_OPTION_OUTPUT,
    {.name = NULL}};

static const cli_example examples[] = {
    {"bede verbs reports.jsonl >verbs.tsv",
     "every verb and event noun, and the types of claims it became"},
    {"bede verbs --uncoded reports/ | head -20",
     "the acts of political actors that are coded least, with sentences"},
    {NULL, NULL}};

static bede_status verbs_input(cli_run *run, const char *path, void *context,
                               bede_error *err)
{
  cli_list *list = context;
  return bede_verbs_file(list->handle, run->coder, path, BEDE_IN_AUTO,
                         &list->meta, bede_cli_run_sink, run, &run->done, err);
}

static bede_status write_verbs(void *handle, const cli_args *args,
                               bede_output *out)
{
  return bede_verbs_write(handle, bede_cli_has(args, "uncoded"), out);
}

static int verbs(const cli_args *args)
{
  cli_list list = {bede_verbs_new(), verbs_input, write_verbs, {0}};
  int status = bede_cli_run_list(args, &list);
  bede_verbs_free(list.handle);
  return status;
}

const cli_command bede_cli_verbs = {
    .name = "verbs",
    .operands = "[FILE|DIR|-]...",
    .most = -1,
    .brief = "list the verbs and event nouns of reports, and what they became",
    .detail =
        "One line a predicate, columns parted by tabs. uses: how often it "
        "stands in how many documents; claims: uses that are words of a claim, "
        "and its types with their numbers; speech: uses that tell who speaks; "
        "uncoded: the rest, and of these political: those whose subject or "
        "object is a political actor. predicate as the knowledge spells it, "
        "with its particle (carry_out), pos v or n; rule: a line of the "
        "knowledge that has the word, as a predicate, operator, support verb "
        "or cue, so that an uncoded use with a rule is one whose frame did not "
        "fit. Then a sentence, an uncoded one where there is one, with its "
        "file, document and number in the document.\n\n"
        "Without --uncoded the most frequent come first. Nouns count that tell "
        "an event. A use under an operator, a support verb and its noun are "
        "words of the claim that they make together.",
    .examples = examples,
    .options = options,
    .run = verbs};
