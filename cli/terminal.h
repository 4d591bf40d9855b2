// Talk on standard error, the terminal, and the environment: the only place
// that asks for these.
#ifndef CLI_TERMINAL_H
#define CLI_TERMINAL_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

// Text on standard error; names and messages may come from a report, so their
// control characters never reach the terminal.
void bede_cli_put(const char *text);
// "bede: " and a line on standard error, the same way.
void bede_cli_say(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

bool bede_cli_is_terminal(FILE *stream);
// Columns by $COLUMNS, else of the terminal behind `stream`; 0 when unknown.
unsigned bede_cli_width(FILE *stream);
// A terminal, and nothing in the environment against colours.
bool bede_cli_wants_color(FILE *stream);
// The bits of the stages in $BEDE_TRACE; 0 for none. False with a message for
// a name that is no stage.
bool bede_cli_trace_mask(unsigned *mask);
// bede_options.trace: a line on standard error.
void bede_cli_trace(void *context, const char *line, size_t len);

// Today in universal time as YYYY-MM-DD; false when the clock cannot tell.
enum { CLI_DATE_ROOM = 16 };
bool bede_cli_today(char out[CLI_DATE_ROOM]);

// A line on standard error that is written over, five times a second at most,
// and nothing where standard error is no terminal.
typedef struct cli_progress {
  bool active, shown;
  int64_t began_ms, last_ms;
} cli_progress;
void bede_cli_progress_init(cli_progress *progress, bool active);
void bede_cli_progress_show(cli_progress *progress, uint64_t documents,
                            uint64_t sentences);
// Wipes the line, before something else is written or at the end.
void bede_cli_progress_wipe(cli_progress *progress);

#endif
