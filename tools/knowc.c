// bede-knowc: compiles folders of knowledge at build time.
//   bede-knowc DIR... -o FILE [-H FILE] [-d FILE]
// -H writes a header that holds the hash of the blob, -d a dependency file in
// the form of make. Linked without the embedded knowledge that it makes.
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/os.h"
#include "base/str.h"
#include "lexicon/blob.h"
#include "lexicon/compile.h"

#define MAX_DIRS 64

typedef struct options {
  const char *dirs[MAX_DIRS];
  size_t dir_count;
  const char *out, *header, *deps;
} options;

bede_str bede_knowledge_embedded(void)
{
  bede_str none = {NULL, 0};
  return none;
}

static void print_line(void *context, const char *line)
{
  (void)context;
  fprintf(stderr, "%s\n", line);
}

static int write_file(const char *path, bede_str content)
{
  FILE *f = fopen(path, "wb");
  bool bad = !f || fwrite(content.ptr, 1, content.len, f) != content.len;
  if (f) bad = fclose(f) != 0 || bad;
  if (bad) fprintf(stderr, "%s: %s\n", path, strerror(errno));
  return bad;
}

// Files, and the folders that hold them, so that a new file counts.
static bede_status add_dep(const char *path, const char *relative,
                           void *context, bede_error *err)
{
  (void)relative;
  (void)err;
  const char *slash = strrchr(path, '/');
  bede_buf_printf(context, " \\\n  %s", path);
  if (slash) {
    bede_buf_printf(context, " \\\n  %.*s", (int)(slash - path), path);
  }
  return BEDE_OK;
}

static int write_deps(const options *o)
{
  bede_buf buf;
  bede_error err;
  bede_status status = BEDE_OK;
  bede_buf_init(&buf, 0);
  bede_buf_printf(&buf, "%s:", o->out);
  for (size_t i = 0; i < o->dir_count && !status; i++) {
    bede_buf_printf(&buf, " \\\n  %s", o->dirs[i]);
    status = bede_os_walk(o->dirs[i], add_dep, &buf, &err);
  }
  bede_buf_append_char(&buf, '\n');
  int bad = status || buf.status || write_file(o->deps, bede_buf_str(&buf));
  bede_buf_release(&buf);
  return bad;
}

static int write_header(const options *o, bede_str blob)
{
  bede_buf buf;
  bede_blob_head head;
  memcpy(&head, blob.ptr, sizeof head);
  bede_buf_init(&buf, 0);
  bede_buf_append_z(&buf, "// Made by bede-knowc from knowledge/.\n"
                          "#define BEDE_KNOWLEDGE_SHA256 \"");
  for (size_t i = 0; i < sizeof head.sha256; i++)
    bede_buf_printf(&buf, "%02x", head.sha256[i]);
  bede_buf_append_z(&buf, "\"\n");
  int bad = buf.status || write_file(o->header, bede_buf_str(&buf));
  bede_buf_release(&buf);
  return bad;
}

static int parse_options(int argc, char **argv, options *o)
{
  memset(o, 0, sizeof *o);
  for (int i = 1; i < argc; i++) {
    const char **value = strcmp(argv[i], "-o") == 0   ? &o->out
                         : strcmp(argv[i], "-H") == 0 ? &o->header
                         : strcmp(argv[i], "-d") == 0 ? &o->deps
                                                      : NULL;
    if (value) {
      *value = ++i < argc ? argv[i] : NULL;
    } else if (o->dir_count < MAX_DIRS) {
      o->dirs[o->dir_count++] = argv[i];
    }
  }
  return !o->out || o->dir_count == 0;
}

int main(int argc, char **argv)
{
  options o;
  bede_buf blob;
  bede_error err;
  if (parse_options(argc, argv, &o)) {
    fputs("usage: bede-knowc DIR... -o FILE [-H FILE] [-d FILE]\n", stderr);
    return 2;
  }
  bede_buf_init(&blob, 0);
  bede_status status = bede_knowledge_compile(o.dirs, o.dir_count, &blob,
                                              print_line, NULL, &err);
  if (status && status != BEDE_EKNOWLEDGE) {
    fprintf(stderr, "%s\n", err.message);
  }
  int bad = status || write_file(o.out, bede_buf_str(&blob));
  if (!bad && o.header) bad = write_header(&o, bede_buf_str(&blob));
  if (!bad && o.deps) bad = write_deps(&o);
  bede_buf_release(&blob);
  return bad ? 1 : 0;
}
