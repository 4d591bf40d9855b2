// Writing data: complete or not at all, and honest about it.
#include "output.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "terminal.h"

static bool is_stdout(const char *path)
{
  return !path || strcmp(path, "-") == 0;
}

static void say_failed(const char *path, int code)
{
  bede_cli_say("%s: %s", path ? path : "standard output", strerror(code));
}

// Files are made as the umask says, not as private as mkstemp makes them.
static int open_temporary(char *name)
{
  int fd = mkstemp(name);
  if (fd < 0) return -1;
  mode_t mask = umask(0);
  (void)umask(mask);
  (void)fchmod(fd, 0666 & ~mask);
  return fd;
}

static bool open_new(cli_output *out, const char *path)
{
  size_t size = strlen(path) + sizeof ".XXXXXX";
  out->temporary = malloc(size);
  if (!out->temporary) return false;
  (void)snprintf(out->temporary, size, "%s.XXXXXX", path);
  int fd = open_temporary(out->temporary);
  if (fd >= 0) out->stream = fdopen(fd, "wb");
  if (fd >= 0 && !out->stream) {
    (void)close(fd);
    (void)unlink(out->temporary);
  }
  if (!out->stream) {
    free(out->temporary);
    out->temporary = NULL;
  }
  return out->stream != NULL;
}

bool bede_cli_output_open(cli_output *out, const char *path)
{
  struct stat info;
  memset(out, 0, sizeof *out);
  if (is_stdout(path)) {
    out->stream = stdout;
    return true;
  }
  out->path = path;
  bool there = stat(path, &info) == 0;
  if (there && S_ISDIR(info.st_mode)) {
    bede_cli_say("%s: is a folder", path);
    return false;
  }
  bool good = true;
  if (there && !S_ISREG(info.st_mode)) {
    out->stream = fopen(path, "wb");
    good = out->stream != NULL;
  } else {
    good = open_new(out, path);
  }
  if (!good) say_failed(path, errno);
  return good;
}

static bool note_failure(cli_output *out)
{
  int code = errno;
  if (code == EPIPE && !out->path)
    out->broken_pipe = true;
  else if (!out->failed)
    out->failed = code ? code : EIO;
  return false;
}

bool bede_cli_output_write(cli_output *out, const char *ptr, size_t len)
{
  if (out->broken_pipe || out->failed) return false;
  if (!len) return true;
  errno = 0;
  if (fwrite(ptr, 1, len, out->stream) != len) return note_failure(out);
  if (fflush(out->stream) != 0) return note_failure(out);
  return true;
}

static bool close_stream(cli_output *out)
{
  errno = 0;
  int result = out->path ? fclose(out->stream) : fflush(out->stream);
  out->stream = NULL;
  if (result != 0) (void)note_failure(out);
  return !out->failed;
}

bool bede_cli_output_close(cli_output *out, bool keep)
{
  if (!out->stream) return false;
  bool good = close_stream(out);
  if (out->temporary) {
    bool named = good && keep && rename(out->temporary, out->path) == 0;
    if (good && keep && !named) {
      out->failed = errno;
      good = false;
    }
    if (!named) (void)unlink(out->temporary);
  }
  free(out->temporary);
  out->temporary = NULL;
  if (!good) say_failed(out->path, out->failed);
  return good;
}

// --- what must not be overwritten --------------------------------------------

enum { MOST_LEVELS = 128 }; // folders above one that are looked at

// Puts the folder that `path` is in into `out`; false when that is too long.
static bool folder_of(const char *path, char *out, size_t size)
{
  const char *slash = strrchr(path, '/');
  int n = !slash ? snprintf(out, size, ".")
          : slash == path
              ? snprintf(out, size, "/")
              : snprintf(out, size, "%.*s", (int)(slash - path), path);
  return n > 0 && (size_t)n < size;
}

static bool same_file(const struct stat *a, const struct stat *b)
{
  return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

// Whether `folder` is the folder `top` or below it: goes up to the root.
static bool is_below(const char *folder, const struct stat *top)
{
  char path[4096];
  struct stat here, last = {0};
  int n = snprintf(path, sizeof path, "%s", folder);
  for (int i = 0; i < MOST_LEVELS; i++) {
    if (n < 0 || (size_t)n + 4 > sizeof path || stat(path, &here) != 0)
      return false;
    if (same_file(&here, top)) return true;
    if (i && same_file(&here, &last)) return false;
    last = here;
    n += snprintf(path + n, sizeof path - (size_t)n, "/..");
  }
  return false;
}

bool bede_cli_output_hits(const char *path, const char *input)
{
  char folder[4096];
  struct stat target, in;
  if (is_stdout(path) || is_stdout(input) || stat(input, &in) != 0)
    return false;
  if (stat(path, &target) == 0) {
    if (same_file(&target, &in)) return true;
    if (!S_ISREG(target.st_mode)) return false;
  }
  return S_ISDIR(in.st_mode) && folder_of(path, folder, sizeof folder) &&
         is_below(folder, &in);
}
