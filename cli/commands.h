// The commands: a file each, with its table.
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "options.h"

// Exit statuses; what they mean is in the man page.
enum {
  CLI_OK = 0,
  CLI_NOTHING = 1,  // no document was read, or a comparison failed
  CLI_FATAL = 2,    // usage, or an error that ended the run
  CLI_BAD_DATA = 3, // bad knowledge or model
  CLI_SOME = 4      // some documents failed, the others are done
};

extern const cli_command bede_cli_program; // the options before a command
extern const cli_command bede_cli_code, bede_cli_parse_command,
    bede_cli_explain, bede_cli_quotes, bede_cli_sources, bede_cli_actors,
    bede_cli_verbs, bede_cli_score, bede_cli_diff, bede_cli_lint,
    bede_cli_doctor;

// All of them in the order of the help; NULL ends the list.
extern const cli_command *const bede_cli_commands[];

#endif
