// What the commands that go through files have in common: the coder, where the
// output goes, and what is said of failures.
#ifndef CLI_RUN_H
#define CLI_RUN_H

#include "bede/bede.h"
#include "options.h"
#include "output.h"
#include "terminal.h"

// Options that several tables share, for their option lists.
#define CLI_OPTION_ROWS                                                        \
  {                                                                            \
    .name = "format", .letter = 'f', .value = "FORMAT",                        \
    .choices = "json|csv|tsv|table",                                           \
    .fallback = "table on a terminal, else json",                              \
    .brief = "how the list is written",                                        \
    .detail = "json: an object a row, a line each. csv, tsv: the same with a " \
              "header line. table: for people."                                \
  }
#define CLI_OPTION_KNOWLEDGE                                                   \
  {                                                                            \
    .name = "knowledge", .letter = 'k', .value = "DIR", .repeats = true,       \
    .brief = "knowledge of your own over what is built in",                    \
    .detail = "A file of the folder replaces the built-in one of the same "    \
              "path, others add; of several folders the later ones win."       \
  }
#define CLI_OPTION_MODEL                                                       \
  {                                                                            \
    .name = "model", .value = "FILE",                                          \
    .brief = "a model of the language instead of the one built in"             \
  }
#define CLI_OPTION_ACCURATE                                                    \
  {                                                                            \
    .name = "accurate", .brief = "parse with the slower, better network",      \
    .detail = "The model has two networks that read sentences. This one "      \
              "takes longer and errs less in tags and trees. Records tell it " \
              "by another hash of \"options\"."                                \
  }
#define CLI_OPTION_OUTPUT                                                      \
  {                                                                            \
    .name = "output", .letter = 'o', .value = "FILE",                          \
    .brief = "write to FILE, which appears when it is complete",               \
    .detail = "The data go to a temporary name beside FILE and get its name "  \
              "when all is done; after an error that ends the run FILE is as " \
              "it was. A device or a pipe is written itself."                  \
  }
#define CLI_OPTIONS_METADATA                                                   \
  {.name = "published",                                                        \
   .value = "DATE",                                                            \
   .brief = "day of publication (YYYY-MM-DD) where the input has none"},       \
      {.name = "publisher",                                                    \
       .value = "NAME",                                                        \
       .brief = "who publishes, where the input does not say"},                \
      {.name = "author",                                                       \
       .value = "NAME",                                                        \
       .brief = "who wrote it, where the input does not say"},                 \
  {                                                                            \
    .name = "title", .value = "TEXT",                                          \
    .brief = "the headline, where the input has none"                          \
  }

typedef struct cli_run {
  bede_coder *coder;
  cli_output out;
  cli_progress progress;
  bede_run done;
  uint64_t unread;   // inputs that could not be read
  const char *input; // the operand in work
  bool fatal;
} cli_run;

// Checks and copies --published, --publisher, --author, --title (pointers into
// the arguments). False with a message.
bool bede_cli_metadata(const cli_args *args, bede_metadata *meta);

// The format by --format of CLI_OPTION_ROWS, --output and the terminal.
bede_output_format bede_cli_rows_format(const cli_args *args);
// All values of an option, to be freed; NULL without memory.
const char **bede_cli_values(const cli_args *args, const char *name);

// Makes the coder by --knowledge, --model and --accurate and opens the output;
// `options` has what else differs. CLI_OK, or the status to exit with after a
// message.
int bede_cli_run_begin(cli_run *run, const cli_args *args,
                       bede_options *options);

// The same without a coder, for commands that code nothing.
int bede_cli_run_open(cli_run *run, const cli_args *args);

// Calls `each` for every operand, or standard input when there are none.
typedef bede_status cli_each(cli_run *run, const char *path, void *context,
                             bede_error *err);
void bede_cli_run_inputs(cli_run *run, const cli_args *args, cli_each *each,
                         void *context);
// The sink that writes to the output and names failures.
bede_status bede_cli_run_sink(void *context, const char *ptr, size_t len,
                              const char *document, const bede_error *failure,
                              const bede_run *so_far);

// Closes everything; the status to exit with.
int bede_cli_run_end(cli_run *run);

// A list over all inputs, written when they are done.
typedef struct cli_list {
  void *handle;   // of the library; NULL: it could not be had
  cli_each *each; // counts an input; its context is this struct
  bede_status (*write)(void *handle, const cli_args *args, bede_output *out);
  bede_metadata meta; // filled in
} cli_list;
// Goes through the inputs and writes the list; the status to exit with. The
// caller frees the handle.
int bede_cli_run_list(const cli_args *args, cli_list *list);

// The exit status for an error that ends a command.
int bede_cli_status(bede_status status);

// No operands, and a person at standard input: the command shows its help.
bool bede_cli_has_no_input(const cli_args *args);

#endif
