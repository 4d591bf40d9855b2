// Where data goes: standard output, or a file that gets its name only when it
// is complete.
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include <stdbool.h>
#include <stdio.h>

#include "bede/types.h"

typedef struct cli_output {
  FILE *stream;
  const char *path; // NULL: standard output
  char *temporary;  // the name until the file is complete, or NULL
  bool broken_pipe; // the reader went away, which is no error
  int failed;       // errno of a failed write, 0 = none
} cli_output;

// Opens standard output (path NULL or "-") or a new file beside `path`. A path
// that is there and no regular file (a device, a pipe) is written itself.
// False with a message on standard error.
bool bede_cli_output_open(cli_output *out, const char *path);

// Writes and hands on at once, so that the reader of a pipe sees each document
// when it is done. False when nothing more can be written.
bool bede_cli_output_write(cli_output *out, const char *ptr, size_t len);

// Ends the output; with `keep` the file gets its name, else it is removed.
// False with a message when what was written may not have arrived.
bool bede_cli_output_close(cli_output *out, bool keep);

// Whether writing `path` would overwrite `input`, or put a new file into the
// folder `input` that is being read.
bool bede_cli_output_hits(const char *path, const char *input);

#endif
