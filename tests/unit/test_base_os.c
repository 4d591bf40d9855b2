// Files, folders and streams, in a folder of the test's own under /tmp.
#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/os.h"

#define PATH_BYTES 512

// The test folder, made by the group's setup.
typedef struct place {
  char dir[64];
} place;

static const char *in(const place *p, const char *name, char path[PATH_BYTES])
{
  (void)snprintf(path, PATH_BYTES, "%s/%s", p->dir, name);
  return path;
}

static void make_file(const place *p, const char *name, const void *bytes,
                      size_t len)
{
  char path[PATH_BYTES];
  FILE *f = fopen(in(p, name, path), "wb");
  assert_non_null(f);
  assert_int_equal(fwrite(bytes, 1, len, f), len);
  assert_int_equal(fclose(f), 0);
}

static void make_dir(const place *p, const char *name)
{
  char path[PATH_BYTES];
  int rc = mkdir(in(p, name, path), 0700);
  assert_true(rc == 0 || errno == EEXIST);
}

static int setup(void **state)
{
  static place p;
  (void)snprintf(p.dir, sizeof p.dir, "/tmp/bede-test-XXXXXX");
  *state = &p;
  return mkdtemp(p.dir) ? 0 : -1;
}

static int teardown(void **state)
{
  const place *p = *state;
  char command[PATH_BYTES];
  (void)snprintf(command, sizeof command, "rm -rf '%s'", p->dir);
  return system(command);
}

static void reads_whole_files(void **state)
{
  const place *p = *state;
  char path[PATH_BYTES];
  bede_buf buf;
  bede_buf_init(&buf, 0);
  static char big[300000];
  for (size_t i = 0; i < sizeof big; i++)
    big[i] = (char)(i * 13);
  make_file(p, "big", big, sizeof big);
  make_file(p, "empty", "", 0);
  bede_buf_append_z(&buf, "before");
  assert_int_equal(bede_os_read_file(in(p, "big", path), &buf, NULL), BEDE_OK);
  assert_int_equal(buf.len, 6 + sizeof big);
  assert_memory_equal(buf.ptr + 6, big, sizeof big);
  bede_buf_clear(&buf);
  assert_int_equal(bede_os_read_file(in(p, "empty", path), &buf, NULL), 0);
  assert_int_equal(buf.len, 0);
  bede_buf_release(&buf);
}

static void says_why_a_file_cannot_be_read(void **state)
{
  const place *p = *state;
  char path[PATH_BYTES];
  bede_error err;
  bede_buf buf;
  bede_buf_init(&buf, 4);
  make_file(p, "five", "12345", 5);
  make_file(p, "four", "1234", 4);
  assert_int_equal(bede_os_read_file(in(p, "none", path), &buf, &err),
                   BEDE_ENOTFOUND);
  assert_non_null(strstr(err.message, "none: no such file"));
  assert_int_equal(bede_os_read_file(p->dir, &buf, &err), BEDE_EIO);
  assert_non_null(strstr(err.message, "is a folder"));
  assert_int_equal(bede_os_read_file(in(p, "four", path), &buf, &err), BEDE_OK);
  bede_buf_clear(&buf);
  assert_int_equal(bede_os_read_file(in(p, "five", path), &buf, &err),
                   BEDE_ELIMIT);
  bede_buf_release(&buf);
}

static void reads_lines_with_and_without_a_last_feed(void **state)
{
  const place *p = *state;
  char path[PATH_BYTES];
  bede_reader r;
  bede_buf line;
  bede_buf_init(&line, 0);
  make_file(p, "lines", "one\n\ntwo\r\nlast", 14);
  assert_int_equal(bede_reader_open(&r, in(p, "lines", path), NULL), BEDE_OK);
  static const char *const expected[] = {"one", "", "two\r", "last"};
  static const uint64_t offsets[] = {4, 5, 10, 14};
  for (size_t i = 0; i < 4; i++) {
    assert_int_equal(bede_reader_line(&r, &line, 100, NULL), BEDE_OK);
    assert_str(bede_buf_str(&line), expected[i]);
    assert_int_equal(r.offset, offsets[i]);
  }
  assert_int_equal(bede_reader_line(&r, &line, 100, NULL), BEDE_END);
  assert_int_equal(bede_reader_line(&r, &line, 100, NULL), BEDE_END);
  bede_reader_release(&r);
  bede_buf_release(&line);
}

static void skips_lines_over_the_limit_whole(void **state)
{
  const place *p = *state;
  char path[PATH_BYTES];
  static char text[200000];
  bede_error err;
  bede_reader r;
  bede_buf line;
  bede_buf_init(&line, 0);
  memset(text, 'x', sizeof text);
  memcpy(text, "12345\n", 6);            // N
  memcpy(text + 6, "123456\n", 7);       // N + 1
  memcpy(text + 199990, "\nshort\n", 7); // after a line over many blocks
  make_file(p, "long", text, 199997);
  assert_int_equal(bede_reader_open(&r, in(p, "long", path), NULL), BEDE_OK);
  assert_int_equal(bede_reader_line(&r, &line, 5, &err), BEDE_OK);
  assert_str(bede_buf_str(&line), "12345");
  assert_int_equal(bede_reader_line(&r, &line, 5, &err), BEDE_ELIMIT);
  assert_int_equal(err.offset, 6);
  assert_int_equal(bede_reader_line(&r, &line, 5, &err), BEDE_ELIMIT);
  assert_int_equal(err.offset, 13);
  assert_true(line.len <= 5);
  assert_int_equal(bede_reader_line(&r, &line, 5, &err), BEDE_OK);
  assert_str(bede_buf_str(&line), "short");
  assert_int_equal(bede_reader_line(&r, &line, 5, &err), BEDE_END);
  bede_reader_release(&r);
  bede_buf_release(&line);
}

static void peeking_consumes_nothing(void **state)
{
  const place *p = *state;
  char path[PATH_BYTES];
  static char text[10000];
  bede_reader r;
  bede_buf line;
  bede_buf_init(&line, 0);
  memset(text, 'p', sizeof text);
  memcpy(text, "first\n", 6);
  make_file(p, "peek", text, sizeof text);
  assert_int_equal(bede_reader_open(&r, in(p, "peek", path), NULL), BEDE_OK);
  assert_int_equal(bede_reader_peek(&r).len, 4096);
  assert_memory_equal(bede_reader_peek(&r).ptr, text, 4096);
  assert_int_equal(bede_reader_line(&r, &line, 100, NULL), BEDE_OK);
  assert_str(bede_buf_str(&line), "first");
  assert_int_equal(bede_reader_peek(&r).ptr[0], 'p');
  bede_buf_clear(&line);
  assert_int_equal(bede_reader_all(&r, &line, sizeof text - 6, NULL), BEDE_OK);
  assert_int_equal(line.len, sizeof text - 6);
  assert_int_equal(bede_reader_peek(&r).len, 0);
  bede_reader_release(&r);
  bede_buf_release(&line);
}

static void the_rest_has_a_limit(void **state)
{
  const place *p = *state;
  char path[PATH_BYTES];
  bede_error err;
  bede_reader r;
  bede_buf out;
  bede_buf_init(&out, 0);
  make_file(p, "rest", "12345", 5);
  assert_int_equal(bede_reader_open(&r, in(p, "rest", path), NULL), BEDE_OK);
  assert_int_equal(bede_reader_all(&r, &out, 4, &err), BEDE_ELIMIT);
  assert_int_equal(err.offset, 4);
  bede_reader_release(&r);
  bede_buf_release(&out);
}

// A pipe whose bytes come one by one is read like a file.
static void reads_a_pipe_in_small_pieces(void **state)
{
  (void)state;
  int ends[2];
  bede_reader r;
  bede_buf line;
  bede_buf_init(&line, 0);
  assert_int_equal(pipe(ends), 0);
  assert_int_equal(bede_reader_open(&r, NULL, NULL), BEDE_OK);
  r.fd = ends[0]; // instead of standard input
  assert_int_equal(write(ends[1], "a\nbc", 4), 4);
  assert_int_equal(bede_reader_line(&r, &line, 10, NULL), BEDE_OK);
  assert_str(bede_buf_str(&line), "a");
  assert_int_equal(write(ends[1], "d\n", 2), 2);
  assert_int_equal(close(ends[1]), 0);
  assert_int_equal(bede_reader_line(&r, &line, 10, NULL), BEDE_OK);
  assert_str(bede_buf_str(&line), "bcd");
  assert_int_equal(bede_reader_line(&r, &line, 10, NULL), BEDE_END);
  bede_reader_release(&r);
  assert_int_equal(close(ends[0]), 0); // standard input is not closed
  bede_buf_release(&line);
}

static void a_read_error_is_reported_once(void **state)
{
  (void)state;
  bede_error err;
  bede_reader r;
  bede_buf line;
  bede_buf_init(&line, 0);
  assert_int_equal(bede_reader_open(&r, "-", NULL), BEDE_OK);
  r.fd = open("/dev/null", O_WRONLY | O_CLOEXEC); // not readable
  assert_true(r.fd >= 0);
  r.own = true;
  assert_int_equal(bede_reader_peek(&r).len, 0);
  assert_int_equal(bede_reader_line(&r, &line, 10, &err), BEDE_EIO);
  assert_int_equal(bede_reader_line(&r, &line, 10, &err), BEDE_END);
  bede_reader_release(&r);
  bede_buf_release(&line);
}

// Fills a tree whose names try the order: "a-b" < "a/c" < "ab" by bytes.
static void make_tree(const place *p)
{
  make_dir(p, "tree");
  make_dir(p, "tree/a");
  make_dir(p, "tree/a/deep");
  make_dir(p, "tree/empty");
  make_dir(p, "tree/.hidden");
  make_file(p, "tree/ab", "", 0);
  make_file(p, "tree/a-b", "", 0);
  make_file(p, "tree/a/c", "", 0);
  make_file(p, "tree/a/deep/z", "", 0);
  make_file(p, "tree/.dot", "", 0);
  make_file(p, "tree/.hidden/x", "", 0);
  make_file(p, "tree/B", "", 0);
  char link[PATH_BYTES];
  int rc = symlink("ab", in(p, "tree/link", link));
  assert_true(rc == 0 || errno == EEXIST);
}

static bede_status collect(const char *path, const char *relative,
                           void *context, bede_error *err)
{
  (void)err;
  bede_buf *buf = context;
  assert_string_equal(path + strlen(path) - strlen(relative), relative);
  bede_buf_append_z(buf, relative);
  bede_buf_append_char(buf, ' ');
  return buf->status;
}

static void walks_in_byte_order_of_paths(void **state)
{
  const place *p = *state;
  char path[PATH_BYTES];
  bede_buf buf;
  bede_buf_init(&buf, 0);
  make_tree(p);
  assert_true(bede_os_is_dir(in(p, "tree", path)));
  assert_int_equal(bede_os_walk(path, collect, &buf, NULL), BEDE_OK);
  assert_str(bede_buf_str(&buf), "B a-b a/c a/deep/z ab ");
  bede_buf_clear(&buf);
  in(p, "tree//", path);
  assert_int_equal(bede_os_walk(path, collect, &buf, NULL), BEDE_OK);
  assert_str(bede_buf_str(&buf), "B a-b a/c a/deep/z ab ");
  assert_false(bede_os_is_dir(in(p, "tree/ab", path)));
  assert_false(bede_os_is_dir(in(p, "nowhere", path)));
  assert_int_equal(bede_os_walk(path, collect, &buf, NULL), BEDE_ENOTFOUND);
  bede_buf_release(&buf);
}

static bede_status stop_at_second(const char *path, const char *relative,
                                  void *context, bede_error *err)
{
  (void)path;
  (void)relative;
  int *calls = context;
  return ++*calls == 2 ? bede_error_set(err, BEDE_EFORMAT, 0, "second")
                       : BEDE_OK;
}

static void walk_stops_at_the_first_status(void **state)
{
  const place *p = *state;
  char path[PATH_BYTES];
  bede_error err;
  int calls = 0;
  make_tree(p);
  assert_int_equal(
      bede_os_walk(in(p, "tree", path), stop_at_second, &calls, &err),
      BEDE_EFORMAT);
  assert_int_equal(calls, 2);
  assert_string_equal(err.message, "second");
}

static void walk_depth_is_bounded(void **state)
{
  const place *p = *state;
  char path[PATH_BYTES], top[PATH_BYTES];
  bede_error err;
  bede_buf name, seen;
  bede_buf_init(&name, 0);
  bede_buf_init(&seen, 0);
  bede_buf_append_z(&name, "deep");
  make_dir(p, "deep");
  for (unsigned i = 0; i < BEDE_MAX_DIRECTORY_DEPTH; i++) {
    bede_buf_append_z(&name, "/d");
    make_dir(p, name.ptr);
  }
  in(p, "deep", top);
  (void)snprintf(path, sizeof path, "%s/f", name.ptr);
  make_file(p, path, "", 0);
  assert_int_equal(bede_os_walk(top, collect, &seen, &err), BEDE_OK);
  assert_true(bede_str_ends(bede_buf_str(&seen), "/d/f "));
  bede_buf_append_z(&name, "/d");
  make_dir(p, name.ptr);
  assert_int_equal(bede_os_walk(top, collect, &seen, &err), BEDE_ELIMIT);
  bede_buf_release(&name);
  bede_buf_release(&seen);
}

static void walk_survives_every_failed_allocation(void **state)
{
  const place *p = *state;
  char path[PATH_BYTES];
  bede_buf buf;
  bede_buf_init(&buf, 0);
  make_tree(p);
  in(p, "tree", path);
  bede_status status = BEDE_ENOMEM;
  for (uint64_t n = 1; status == BEDE_ENOMEM; n++) {
    assert_true(n < 1000);
    bede_buf_release(&buf);
    (void)bede_mem_fail_after(n);
    status = bede_os_walk(path, collect, &buf, NULL);
    (void)bede_mem_fail_after(0);
  }
  assert_int_equal(status, BEDE_OK);
  assert_str(bede_buf_str(&buf), "B a-b a/c a/deep/z ab ");
  bede_buf_release(&buf);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_whole_files),
      cmocka_unit_test(says_why_a_file_cannot_be_read),
      cmocka_unit_test(reads_lines_with_and_without_a_last_feed),
      cmocka_unit_test(skips_lines_over_the_limit_whole),
      cmocka_unit_test(peeking_consumes_nothing),
      cmocka_unit_test(the_rest_has_a_limit),
      cmocka_unit_test(reads_a_pipe_in_small_pieces),
      cmocka_unit_test(a_read_error_is_reported_once),
      cmocka_unit_test(walks_in_byte_order_of_paths),
      cmocka_unit_test(walk_stops_at_the_first_status),
      cmocka_unit_test(walk_depth_is_bounded),
      cmocka_unit_test(walk_survives_every_failed_allocation),
  };
  return cmocka_run_group_tests(tests, setup, teardown);
}
