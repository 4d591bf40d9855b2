// The option tables and what is made from them by itself: parsing. Help, the
// man page and the completions read the same tables.
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

// One option. Strings are static; NULL is "none".
typedef struct cli_option {
  const char *name;     // long, without dashes; NULL ends a table
  char letter;          // short, 0 = none
  const char *value;    // name of the value; NULL: a flag
  const char *choices;  // "a|b|c": the only values allowed
  const char *later;    // "d|e": values that are planned, refused with a word
  const char *fallback; // what holds without the option, in words
  bool repeats;         // may be given more than once
  const char *brief;    // one line, for --help
  const char *detail;   // more, for the man page
} cli_option;

typedef struct cli_example {
  const char *command, *what; // command NULL ends a table
} cli_example;

struct cli_args;

typedef struct cli_command {
  const char *name;
  const char *operands; // as shown in the usage line
  int least, most;      // operands; most -1 = any number
  const char *brief;    // one line
  const char *detail;   // paragraphs parted by an empty line
  const cli_example *examples;
  const cli_option *options;
  int (*run)(const struct cli_args *args); // the exit status
} cli_command;

typedef struct cli_value {
  const cli_option *option;
  const char *value; // NULL for a flag
} cli_value;

// A command line after parsing. Strings are those of argv.
typedef struct cli_args {
  const cli_command *command;
  const char **operands;
  int operand_count;
  cli_value *values; // in the order given
  int value_count;
  bool help; // -h or --help was among the options
  char error[256];
} cli_args;

// Every table has this one besides its own.
extern const cli_option bede_cli_help_option;

// Parses argv[0 .. argc) (without the command's name) by the table of `command`
// and does nothing else. False with `error` filled when it does not fit.
// Release in any case.
bool bede_cli_parse(const cli_command *command, int argc, char **argv,
                    cli_args *out);
void bede_cli_release(cli_args *args);

// The last value of an option, or NULL; whether a flag was given; how many
// times, and the i-th value. `name` must stand in the command's table.
const char *bede_cli_get(const cli_args *args, const char *name);
bool bede_cli_has(const cli_args *args, const char *name);
int bede_cli_count(const cli_args *args, const char *name);
const char *bede_cli_nth(const cli_args *args, const char *name, int i);

// The position of `value` among "a|b|c", or -1.
int bede_cli_choice(const char *choices, const char *value);

// Keeps in *best the candidate that is nearest to `given`, when it is near
// enough to be meant. Start with *best NULL and *distance 0.
void bede_cli_nearest(const char *given, const char *candidate,
                      const char **best, size_t *distance);

#endif
