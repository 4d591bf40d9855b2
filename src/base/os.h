// The only place that calls the operating system.
#ifndef BASE_OS_H
#define BASE_OS_H

#include <stdbool.h>

#include "base/buf.h"
#include "bede/types.h"

// Appends a whole file to `out`. BEDE_ENOTFOUND, BEDE_EIO (also a folder or an
// unreadable file), BEDE_ELIMIT over out->max, BEDE_ENOMEM.
BEDE_CHECKED bede_status bede_os_read_file(const char *path, bede_buf *out,
                                           bede_error *err);
bool bede_os_is_dir(const char *path);
// Calls `each` for every regular file below `dir`, in byte order of the path
// relative to `dir`, hidden files left out; stops at the first non-zero
// status. Depth at most BEDE_MAX_DIRECTORY_DEPTH. Links are not followed.
typedef bede_status bede_os_visit(const char *path, const char *relative,
                                  void *context, bede_error *err);
BEDE_CHECKED bede_status bede_os_walk(const char *dir, bede_os_visit *each,
                                      void *context, bede_error *err);
// The same, but a folder below `dir` that cannot be read is given to `failed`
// with what `err` says, and the walk goes on when that returns BEDE_OK.
BEDE_CHECKED bede_status bede_os_walk_on(const char *dir, bede_os_visit *each,
                                         bede_os_visit *failed, void *context,
                                         bede_error *err);

// A byte stream over a file descriptor, for line-wise reading of big input.
typedef struct bede_reader {
  int fd;
  bool own;        // closes fd on release
  uint64_t offset; // bytes consumed so far
  char *block;
  size_t begin, end; // unread part of block
  bool at_end;
  int failed; // errno of a failed read that is not yet reported
} bede_reader;
// `path` NULL or "-" is standard input.
BEDE_CHECKED bede_status bede_reader_open(bede_reader *r, const char *path,
                                          bede_error *err);
void bede_reader_release(bede_reader *r);
// Clears `line` and puts the next line without its line feed there. BEDE_END at
// the end. A line over `max` bytes is skipped whole: BEDE_ELIMIT, and the next
// call goes on after it. r->offset is then the offset after the line.
BEDE_CHECKED bede_status bede_reader_line(bede_reader *r, bede_buf *line,
                                          size_t max, bede_error *err);
// Appends the rest of the stream, at most `max` bytes, else BEDE_ELIMIT.
BEDE_CHECKED bede_status bede_reader_all(bede_reader *r, bede_buf *out,
                                         size_t max, bede_error *err);
// The next unread bytes without consuming them (up to 4096), for sniffing.
bede_str bede_reader_peek(bede_reader *r);

#endif
