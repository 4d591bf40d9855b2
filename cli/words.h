// Text for people: help, the man page, completions, licences. All of it comes
// from the tables of the commands.
#ifndef CLI_WORDS_H
#define CLI_WORDS_H

#include <stdio.h>

#include "commands.h"

// Help of the program or of a command: examples, then options.
void bede_cli_put_help(const cli_command *command, FILE *out);
// The man page as troff.
void bede_cli_put_man(FILE *out);
// Completions for "bash", "zsh" or "fish".
void bede_cli_put_completions(const char *shell, FILE *out);
// Licences and notices of what is in this program.
void bede_cli_put_license(FILE *out);

// What stands in help and man page alike; the tables end with NULL.
typedef struct cli_note {
  const char *head, *text;
} cli_note;
extern const cli_note bede_cli_exit_notes[];
extern const cli_note bede_cli_environment_notes[];

// The lines of NOTICE, from the build; NULL ends them.
extern const char *const bede_cli_notice[];

// Moves the words from *text into `line` (of `size` bytes) as long as they take
// no more than `width` columns; false when there are none left. An empty line
// of the text gives an empty line. A word longer than that is cut.
int bede_cli_next_line(const char **text, char *line, size_t size, int width);

#endif
