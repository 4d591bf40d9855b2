// Runs a fuzz target over stored inputs: the main program of the targets where
// they are not built with libFuzzer. Arguments are files and folders. Every
// input is a heap copy of exactly its size, so that a sanitizer sees a read
// past its end.
#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "base/os.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bede_status replay(const char *path, const char *relative, void *context,
                          bede_error *err)
{
  bede_buf buf;
  unsigned *count = context;
  (void)relative;
  bede_buf_init(&buf, 0);
  bede_status status = bede_os_read_file(path, &buf, err);
  uint8_t *copy = status ? NULL : bede_malloc(buf.len);
  if (!status && !copy) status = BEDE_ENOMEM;
  if (!status) {
    if (buf.len) memcpy(copy, buf.ptr, buf.len);
    (void)LLVMFuzzerTestOneInput(copy, buf.len);
    ++*count;
  }
  bede_free(copy);
  bede_buf_release(&buf);
  return status;
}

int main(int argc, char **argv)
{
  unsigned count = 0;
  for (int i = 1; i < argc; i++) {
    bede_error err = {.message = "out of memory"};
    bede_status status = bede_os_is_dir(argv[i])
                             ? bede_os_walk(argv[i], replay, &count, &err)
                             : replay(argv[i], argv[i], &count, &err);
    if (status) {
      fprintf(stderr, "%s\n", err.message);
      return 1;
    }
  }
  printf("%u inputs replayed\n", count);
  return count ? 0 : 1;
}
