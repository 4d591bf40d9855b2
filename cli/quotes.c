// bede quotes: who says what in many reports, in which words.
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "run.h"
#include "words.h"

static const cli_option options[] = {
    CLI_OPTION_ROWS,
    {.name = "all",
     .brief = "also statements without words in quotation marks",
     .detail =
         "Reported speech, demands, denials, accusations, estimates, what "
         "is said of nobody's word: every attribution of the documents "
         "that bede code writes, but for that to the narrator."},
    {.name = "speaker",
     .value = "TEXT",
     .repeats = true,
     .brief = "only of speakers with TEXT in name, office or description",
     .detail = "TEXT is looked for where a word begins, without regard to case "
               "and accents: in the speaker's name, his office, and what the "
               "report calls him in that sentence. Of several one must meet."},
    {.name = "stance",
     .value = "STANCE",
     .choices = "says|estimates|believes|alleges|confesses|admits|confirms|"
                "denies|doubts|asks|demands|promises|threatens|predicts|hopes",
     .repeats = true,
     .brief = "only those of this stance"},
    {.name = "kind",
     .value = "KIND",
     .choices = "person|organization|unnamed_person|unnamed_group|document|"
                "impersonal",
     .repeats = true,
     .brief = "only those of speakers of this kind",
     .detail = "A person or an organization has a name or is told apart by "
               "what it is (\"the mayor\"). The others stay unnamed (\"a "
               "senior official\", \"witnesses\"), are papers, or nobody is "
               "told (\"reportedly\")."},
    CLI_OPTIONS_METADATA,
    CLI_OPTION_KNOWLEDGE,
    CLI_OPTION_MODEL,
    CLI_OPTION_ACCURATE,
    CLI_OPTION_OUTPUT,
    {.name = NULL}};

static const cli_example examples[] = {
    {"bede quotes report.txt", "who is quoted, and in which words"},
    {"bede quotes --all --speaker minister reports/",
     "everything that ministers say, quoted or not"},
    {"bede quotes --all --stance denies -f csv reports.jsonl >denials.csv",
     "the denials as a table, with their places in the texts"},
    {NULL, NULL}};

typedef struct request {
  bede_quotes_options options;
  bede_metadata meta;
} request;

static bool resolve(const cli_args *args, request *r)
{
  bede_quotes_options *o = &r->options;
  memset(r, 0, sizeof *r);
  o->size = sizeof *o;
  o->format = bede_cli_rows_format(args);
  o->all = bede_cli_has(args, "all");
  o->speakers = bede_cli_values(args, "speaker");
  o->stances = bede_cli_values(args, "stance");
  o->kinds = bede_cli_values(args, "kind");
  if (!o->speakers || !o->stances || !o->kinds) {
    bede_cli_say("out of memory");
    return false;
  }
  o->speaker_count = (size_t)bede_cli_count(args, "speaker");
  o->stance_count = (size_t)bede_cli_count(args, "stance");
  o->kind_count = (size_t)bede_cli_count(args, "kind");
  for (size_t i = 0; i < o->speaker_count; i++) {
    if (o->speakers[i][strspn(o->speakers[i], " \t\n\r")]) continue;
    bede_cli_say("--speaker needs a TEXT that is not blank");
    return false;
  }
  return bede_cli_metadata(args, &r->meta);
}

static void release(request *r)
{
  free((void *)r->options.speakers);
  free((void *)r->options.stances);
  free((void *)r->options.kinds);
}

static void put_header(cli_run *run, const request *r)
{
  bede_output header = {NULL, 0, 0};
  if (bede_quotes_header(r->options.format, &header))
    run->fatal = true;
  else
    (void)bede_cli_output_write(&run->out, header.ptr, header.len);
  bede_output_release(&header);
}

static bede_status quotes_input(cli_run *run, const char *path, void *context,
                                bede_error *err)
{
  const request *r = context;
  return bede_quotes_file(run->coder, path, BEDE_IN_AUTO, &r->meta, &r->options,
                          bede_cli_run_sink, run, &run->done, err);
}

static int run_request(const cli_args *args, request *r)
{
  cli_run run;
  bede_options o;
  memset(&o, 0, sizeof o);
  o.color = !bede_cli_get(args, "output") && bede_cli_wants_color(stdout);
  o.width = bede_cli_width(stdout);
  int status = bede_cli_run_begin(&run, args, &o);
  if (status) return status;
  put_header(&run, r);
  bede_cli_run_inputs(&run, args, quotes_input, r);
  return bede_cli_run_end(&run);
}

static int quotes(const cli_args *args)
{
  request r;
  if (bede_cli_has_no_input(args)) {
    bede_cli_put_help(args->command, stderr);
    return CLI_FATAL;
  }
  int status = resolve(args, &r) ? run_request(args, &r) : CLI_FATAL;
  release(&r);
  return status;
}

const cli_command bede_cli_quotes = {
    .name = "quotes",
    .operands = "[FILE|DIR|-]...",
    .most = -1,
    .brief = "list who says what, with the words and their places",
    .detail =
        "One row an attributed statement, in the order of the text: the "
        "speaker by name, as the report calls him, his kind, office, country, "
        "sector, the body he belongs to, the outlet he spoke to, why he is not "
        "named; the cue and its stance; those who quote him, innermost first, "
        "and the narrator; whether the words are quoted (direct, mixed, "
        "indirect) and verbatim; the words, the sentence in which they begin, "
        "and their places in code points of the source text, as bede code "
        "counts them.\n\n"
        "A name is the one by which the knowledge or the report knows the "
        "speaker, also where the sentence says \"he\". An unnamed speaker is "
        "called by the words of the report. Whether what is said is true is "
        "not judged; quoting an allegation about a person can itself do harm.",
    .examples = examples,
    .options = options,
    .run = quotes};
