// The program as a whole: the options before a command, and what its man page
// says of all commands.
#include "commands.h"
#include "words.h"

static const cli_option options[] = {
    {.name = "version", .letter = 'V', .brief = "print the version"},
    {.name = "license",
     .brief = "print the licences of the program and of what is in it"},
    {.name = "man", .brief = "print the man page as troff"},
    {.name = "completions",
     .value = "SHELL",
     .choices = "bash|zsh|fish",
     .brief = "print completions for a shell"},
    {.name = NULL}};

static const cli_example examples[] = {
    {"bede code report.txt", "who did what to whom according to whom"},
    {"bede code reports/ -f csv -o claims.csv",
     "a folder of reports into a table"},
    {"bede explain \"Police said protesters blocked the road.\"",
     "why a sentence is coded as it is"},
    {NULL, NULL}};

const cli_note bede_cli_exit_notes[] = {
    {"0", "all is well; a report without claims is well too, and so is a "
          "reader that stops reading"},
    {"1", "no document was read, or a comparison failed"},
    {"2", "bad usage, or an error that ended the run"},
    {"3", "bad knowledge or a bad model"},
    {"4", "some documents failed, each named on standard error; the others "
          "are done"},
    {NULL, NULL}};

const cli_note bede_cli_environment_notes[] = {
    {"BEDE_TRACE", "stages to trace on standard error, parted by commas: "
                   "source, text, lang, actor, setting, event, attrib, coder"},
    {"COLUMNS", "width of tables for people, before that of the terminal"},
    {"NO_COLOR", "when set and not empty, no colours"},
    {NULL, NULL}};

const cli_command *const bede_cli_commands[] = {
    &bede_cli_code,   &bede_cli_parse_command, &bede_cli_explain,
    &bede_cli_quotes, &bede_cli_sources,       &bede_cli_actors,
    &bede_cli_verbs,  &bede_cli_score,         &bede_cli_diff,
    &bede_cli_lint,   &bede_cli_doctor,        NULL};

const cli_command bede_cli_program = {
    .name = "bede",
    .operands = "COMMAND [ARGUMENT]...",
    .most = 0,
    .brief = "read news reports and keep who says who did what to whom",
    .detail =
        "Bede codes reports into claims: an act by the PLOVER and CAMEO "
        "codebooks, its actors and recipients, and the chain of those on whose "
        "word it stands, which ends with the report itself. It asserts two "
        "things only: that these words stand at this place, and that this "
        "codebook files them so.\n\n"
        "Data go to standard output, talk to standard error; progress is shown "
        "only where standard error is a terminal. An operand - is standard "
        "input, and -- ends the options. The same input, version and options "
        "give the same bytes.",
    .examples = examples,
    .options = options};
