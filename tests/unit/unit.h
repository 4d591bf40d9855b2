// What every unit test includes: cmocka with the headers that it wants first,
// and TEST(name) { ... } for a test function whose state is not used.
#ifndef UNIT_H
#define UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/compiler.h"
#include "base/str.h"

#define TEST(name) static void name(void **state BEDE_UNUSED)

// Fails unless the bytes of `s` are the string `z`.
#define assert_str(s, z)                                                       \
  do {                                                                         \
    bede_str str_ = (s);                                                       \
    const char *z_ = (z);                                                      \
    assert_int_equal(str_.len, strlen(z_));                                    \
    assert_memory_equal(str_.ptr, z_, str_.len);                               \
  } while (0)

// The path of a file of the data beside the project, in `path`; skips the test
// where the file is not there. Looked for in $BEDE_SHARED, else ../shared.
static inline const char *shared_file(const char *name, char path[4096])
{
  const char *shared = getenv("BEDE_SHARED"), *root = getenv("BEDE_ROOT");
  if (shared) {
    (void)snprintf(path, 4096, "%s/%s", shared, name);
  } else {
    (void)snprintf(path, 4096, "%s/../shared/%s", root ? root : ".", name);
  }
  FILE *f = fopen(path, "rb");
  if (!f) skip();
  if (f) (void)fclose(f);
  return path;
}

#endif
