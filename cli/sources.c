// bede sources: on whose word many reports rest.
#include "commands.h"
#include "run.h"

static const cli_option options[] = {
    CLI_OPTION_ROWS,
    {.name = "summary",
     .brief = "the shares instead of the speakers",
     .detail = "Shares of statements and of claims: by source (named, "
               "anonymous, a document, nobody, or the narrator's word alone: "
               "unattributed), by office (official: governments, armed forces, "
               "police, courts, parliaments, intelligence), by the relation of "
               "the speaker to the act, by his country and by his sector. The "
               "table has them below the speakers; with this option alone."},
    CLI_OPTIONS_METADATA,
    CLI_OPTION_KNOWLEDGE,
    CLI_OPTION_MODEL,
    CLI_OPTION_ACCURATE,
    CLI_OPTION_OUTPUT,
    {.name = NULL}};

static const cli_example examples[] = {
    {"bede sources reports/", "who is heard most, and the shares"},
    {"bede sources --summary -f csv reports.jsonl >shares.csv",
     "how much rests on named, anonymous and official sources"},
    {"bede sources -f tsv reports.jsonl | head -20",
     "the twenty speakers with most statements"},
    {NULL, NULL}};

static bede_status sources_input(cli_run *run, const char *path, void *context,
                                 bede_error *err)
{
  cli_list *list = context;
  return bede_sources_file(list->handle, run->coder, path, BEDE_IN_AUTO,
                           &list->meta, bede_cli_run_sink, run, &run->done,
                           err);
}

static bede_status write_sources(void *handle, const cli_args *args,
                                 bede_output *out)
{
  bede_sources_options o = {.size = sizeof o,
                            .format = bede_cli_rows_format(args),
                            .summary = bede_cli_has(args, "summary"),
                            .color = !bede_cli_get(args, "output") &&
                                     bede_cli_wants_color(stdout),
                            .width = bede_cli_width(stdout)};
  return bede_sources_write(handle, &o, out);
}

static int sources(const cli_args *args)
{
  cli_list list = {bede_sources_new(), sources_input, write_sources, {0}};
  int status = bede_cli_run_list(args, &list);
  bede_sources_free(list.handle);
  return status;
}

const cli_command bede_cli_sources = {
    .name = "sources",
    .operands = "[FILE|DIR|-]...",
    .most = -1,
    .brief = "rank who speaks in reports, and tell what rests on whom",
    .detail =
        "One row a speaker, those with most statements first: how many "
        "attributed statements, of them in quotation marks, claims on his "
        "word, and documents; his kind, name, office, country and sector; in "
        "how many of those claims he is actor or recipient of the act, a "
        "member of either, held by the recipient, or outside; to which outlets "
        "he spoke and who published it.\n\n"
        "A speaker that the knowledge has is one in all documents, and so is "
        "one of the same name and kind. Somebody without a name (\"a senior "
        "official\", \"the mayor\") is one in his document only, and who is "
        "left unnamed is never united with a named speaker. Whether a speaker "
        "is official is known of his sector, not of his words. A claim on the "
        "word of two counts for both, so that shares of claims may add up to "
        "more than the whole.",
    .examples = examples,
    .options = options,
    .run = sources};
