// bede code: reports in, claims out.
#include <string.h>

#include "commands.h"
#include "run.h"
#include "words.h"

static const cli_option options[] = {
    {.name = "format",
     .letter = 'f',
     .value = "FORMAT",
     .choices = "json|claims|csv|tsv|table|plover|polecat|petrarch",
     .fallback = "table on a terminal, else json",
     .brief = "how the claims are written",
     .detail = "json: one object a document, with its claims, speakers, "
               "entities and all offsets. claims: the flat table, one JSON "
               "object a row. csv, tsv: the same with a header line. table: "
               "for people. Shapes of other projects: plover, the event "
               "records of its manual as JSON Lines; polecat, its columns with "
               "tabs; petrarch, the event lines of PETRARCH2, one a pair of "
               "parties. A claim that is no event to those projects is left "
               "out, see --all."},
    {.name = "input",
     .letter = 'i',
     .value = "KIND",
     .choices = "auto|text|jsonl",
     .later = "html|conllu|petrarch|warc",
     .fallback = "auto",
     .brief = "what the input is",
     .detail = "auto looks at the name and the first bytes of each file. text: "
               "the file is one report. jsonl: each line is a JSON object "
               "with at least \"text\", and if known \"id\", \"title\", "
               "\"published\", \"publisher\", \"author\", \"url\"."},
    CLI_OPTIONS_METADATA,
    {.name = "all",
     .brief = "plover, polecat, petrarch: write what they leave out, marked",
     .detail =
         "Those formats want a day and know events alone: what the text does "
         "not date or denies, what is to come or may be, a habit, a state, "
         "what was said before, sport and the like is left out and counted on "
         "standard error. With --all it is written as those projects would, "
         "under the day of publication, and a last column has the reasons. "
         "Other formats write every claim in any case."},
    {.name = "with-text",
     .brief = "put the text that offsets refer to into json"},
    {.name = "no-text",
     .brief = "leave the words of the reports out of the evidence",
     .detail = "For results that are given away where the texts may not be. "
               "The spans stay."},
    {.name = "with-predicates",
     .brief = "add every verbal and nominal predicate with its factuality"},
    CLI_OPTION_KNOWLEDGE,
    CLI_OPTION_MODEL,
    CLI_OPTION_ACCURATE,
    CLI_OPTION_OUTPUT,
    {.name = NULL}};

static const cli_example examples[] = {
    {"bede code report.txt", "the claims of a report, as a table for people"},
    {"bede code --publisher \"Daily Post\" --published 2024-05-02 report.txt",
     "the same, knowing who says it and when"},
    {"bede code reports/ -o claims.jsonl",
     "every file of a folder; one JSON object a report"},
    {"zcat archive.jsonl.gz | bede code -f csv - >claims.csv",
     "a stream of reports into a table for a spreadsheet or R"},
    {"bede code -f polecat reports/ >events.tsv",
     "the dated events in the columns of POLECAT"},
    {NULL, NULL}};

typedef struct request {
  bede_input_format input;
  bede_output_format format;
  bede_metadata meta;
  bool all;
} request;

// The orders of these lists are those of the choices above.
static const bede_output_format formats[] = {
    BEDE_OUT_JSON,  BEDE_OUT_CLAIMS, BEDE_OUT_CSV,     BEDE_OUT_TSV,
    BEDE_OUT_TABLE, BEDE_OUT_PLOVER, BEDE_OUT_POLECAT, BEDE_OUT_PETRARCH};
static const bede_input_format inputs[] = {BEDE_IN_AUTO, BEDE_IN_TEXT,
                                           BEDE_IN_JSONL};

static bede_output_format resolve_format(const cli_args *args)
{
  const char *name = bede_cli_get(args, "format");
  const char *path = bede_cli_get(args, "output");
  if (name) return formats[bede_cli_choice(options[0].choices, name)];
  bool person = !path && bede_cli_is_terminal(stdout);
  return person ? BEDE_OUT_TABLE : BEDE_OUT_JSON;
}

static bool resolve(const cli_args *args, request *r, bede_options *o)
{
  const char *input = bede_cli_get(args, "input");
  memset(o, 0, sizeof *o);
  r->format = resolve_format(args);
  r->input =
      input ? inputs[bede_cli_choice(options[1].choices, input)] : BEDE_IN_AUTO;
  r->all = o->all = bede_cli_has(args, "all");
  o->with_text = bede_cli_has(args, "with-text");
  o->no_text = bede_cli_has(args, "no-text");
  o->with_predicates = bede_cli_has(args, "with-predicates");
  o->color = !bede_cli_get(args, "output") && bede_cli_wants_color(stdout);
  o->width = bede_cli_width(stdout);
  if (o->with_text && o->no_text) {
    bede_cli_say("--with-text and --no-text exclude each other");
    return false;
  }
  return bede_cli_metadata(args, &r->meta);
}

static void put_header(cli_run *run, const request *r)
{
  bede_output header = {NULL, 0, 0};
  if (bede_output_header(r->format, r->all, &header))
    run->fatal = true;
  else
    (void)bede_cli_output_write(&run->out, header.ptr, header.len);
  bede_output_release(&header);
}

static bede_status code_input(cli_run *run, const char *path, void *context,
                              bede_error *err)
{
  const request *r = context;
  return bede_coder_file(run->coder, path, r->input, &r->meta, r->format,
                         bede_cli_run_sink, run, &run->done, err);
}

// "bede: 9 of 12 claims left out: 7 undated, 2 negated; --all writes them".
static void say_left_out(const bede_run *done)
{
  unsigned long long left = 0;
  for (unsigned i = 0; bede_left_out_name(i); i++)
    left += done->left_out[i];
  if (!left) return;
  fprintf(stderr, "bede: %llu of %llu claims left out:", left,
          (unsigned long long)done->claims);
  const char *comma = "";
  for (unsigned i = 0; bede_left_out_name(i); i++) {
    if (!done->left_out[i]) continue;
    fprintf(stderr, "%s %llu %s", comma, (unsigned long long)done->left_out[i],
            bede_left_out_name(i));
    comma = ",";
  }
  fputs("; --all writes them\n", stderr);
}

static int code(const cli_args *args)
{
  cli_run run;
  request r;
  bede_options o;
  if (bede_cli_has_no_input(args)) {
    bede_cli_put_help(args->command, stderr);
    return CLI_FATAL;
  }
  if (!resolve(args, &r, &o)) return CLI_FATAL;
  int status = bede_cli_run_begin(&run, args, &o);
  if (status) return status;
  put_header(&run, &r);
  bede_cli_run_inputs(&run, args, code_input, &r);
  status = bede_cli_run_end(&run);
  if (status != CLI_FATAL && !run.out.broken_pipe) say_left_out(&run.done);
  return status;
}

const cli_command bede_cli_code = {
    .name = "code",
    .operands = "[FILE|DIR|-]...",
    .most = -1,
    .brief = "code reports into claims, each with its speakers",
    .detail =
        "Reads reports and writes who did what to whom, when and where, with "
        "what toll, and who says so. Without FILE it reads standard input, as "
        "it does for -. A folder stands for all files below it in the order of "
        "their names, hidden ones left out.\n\n"
        "A claim is one act presented in one sentence on somebody's word; it "
        "is not a statement that the act took place. Quoting an allegation "
        "about a person can itself do harm: think before you publish one.\n\n"
        "A report that cannot be coded is named on standard error with the "
        "stage, the byte and the reason, and the others are coded.",
    .examples = examples,
    .options = options,
    .run = code};
