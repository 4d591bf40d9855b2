// Files, folders and byte streams by POSIX calls.
#include "base/os.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"

#define BLOCK_BYTES ((size_t)64 << 10)
#define PEEK_BYTES ((size_t)4096)

// Words of our own, since those of strerror depend on the machine.
static const char *reason(int code)
{
  switch (code) {
  case ENOENT:
  case ENOTDIR:
    return "no such file or folder";
  case EACCES:
  case EPERM:
    return "permission denied";
  case EISDIR:
    return "is a folder";
  case EMFILE:
  case ENFILE:
    return "too many open files";
  case ENAMETOOLONG:
    return "name too long";
  case ELOOP:
    return "too many links";
  default:
    return "input/output error";
  }
}

static bede_status fail(bede_error *err, int code, const char *path)
{
  bede_status status =
      code == ENOENT || code == ENOTDIR ? BEDE_ENOTFOUND : BEDE_EIO;
  return bede_error_set(err, status, BEDE_NO_OFFSET, "%s: %s", path,
                        reason(code));
}

static bede_status out_of_memory(bede_error *err)
{
  return bede_error_set(err, BEDE_ENOMEM, BEDE_NO_OFFSET, "%s",
                        bede_status_text(BEDE_ENOMEM));
}

// --- reader

static ssize_t read_some(int fd, char *ptr, size_t len)
{
  ssize_t n;
  do {
    n = read(fd, ptr, len);
  } while (n < 0 && errno == EINTR);
  return n;
}

bede_status bede_reader_open(bede_reader *r, const char *path, bede_error *err)
{
  memset(r, 0, sizeof *r);
  bool own = path && strcmp(path, "-") != 0;
  r->fd = own ? open(path, O_RDONLY | O_CLOEXEC) : STDIN_FILENO;
  if (r->fd < 0) return fail(err, errno, path);
  r->own = own;
  struct stat info;
  int code = fstat(r->fd, &info) != 0 ? errno
             : S_ISDIR(info.st_mode)  ? EISDIR
                                      : 0;
  if (code) {
    bede_reader_release(r);
    return fail(err, code, own ? path : "standard input");
  }
  r->block = bede_malloc(BLOCK_BYTES);
  if (!r->block) {
    bede_reader_release(r);
    return out_of_memory(err);
  }
  return BEDE_OK;
}

void bede_reader_release(bede_reader *r)
{
  if (r->own) (void)close(r->fd);
  bede_free(r->block);
  memset(r, 0, sizeof *r);
  r->fd = -1;
  r->at_end = true;
}

// Adds bytes behind the unread ones; false at the end or after an error, which
// is kept in `failed` until a call can report it.
static bool fill(bede_reader *r)
{
  if (r->at_end) return false;
  if (r->begin) {
    memmove(r->block, r->block + r->begin, r->end - r->begin);
    r->end -= r->begin;
    r->begin = 0;
  }
  ssize_t n = read_some(r->fd, r->block + r->end, BLOCK_BYTES - r->end);
  if (n < 0) r->failed = errno;
  if (n <= 0) {
    r->at_end = true;
    return false;
  }
  r->end += (size_t)n;
  return true;
}

static bede_status report(bede_reader *r, bede_error *err)
{
  int code = r->failed;
  r->failed = 0;
  return bede_error_set(err, BEDE_EIO, r->offset, "reading failed: %s",
                        reason(code));
}

static void consume(bede_reader *r, size_t n)
{
  r->begin += n;
  r->offset += n;
}

// What to say about a line that was read to its end.
static bede_status line_status(const bede_buf *line, uint64_t start,
                               size_t length, size_t max, bede_error *err)
{
  if (length > max || line->status == BEDE_ELIMIT) {
    return bede_error_set(err, BEDE_ELIMIT, start,
                          "line of %zu bytes is over the limit of %zu", length,
                          max);
  }
  return line->status ? out_of_memory(err) : BEDE_OK;
}

bede_status bede_reader_line(bede_reader *r, bede_buf *line, size_t max,
                             bede_error *err)
{
  uint64_t start = r->offset;
  size_t length = 0;
  bede_buf_clear(line);
  while (r->begin < r->end || fill(r)) {
    const char *from = r->block + r->begin;
    size_t n = r->end - r->begin;
    const char *feed = memchr(from, '\n', n);
    if (feed) n = (size_t)(feed - from);
    length += n;
    if (length <= max) bede_buf_append(line, from, n);
    consume(r, n + (feed != NULL));
    if (feed) return line_status(line, start, length, max, err);
  }
  if (r->failed) return report(r, err);
  if (r->offset == start) return BEDE_END;
  return line_status(line, start, length, max, err);
}

bede_status bede_reader_all(bede_reader *r, bede_buf *out, size_t max,
                            bede_error *err)
{
  uint64_t start = r->offset;
  while (r->begin < r->end || fill(r)) {
    size_t n = r->end - r->begin;
    if (n > max - (size_t)(r->offset - start)) {
      return bede_error_set(err, BEDE_ELIMIT, start + max,
                            "input is over the limit of %zu bytes", max);
    }
    bede_buf_append(out, r->block + r->begin, n);
    consume(r, n);
    if (out->status == BEDE_ENOMEM) return out_of_memory(err);
    if (out->status) {
      return bede_error_set(err, out->status, start + out->max,
                            "input is over the limit of %zu bytes", out->max);
    }
  }
  return r->failed ? report(r, err) : BEDE_OK;
}

bede_str bede_reader_peek(bede_reader *r)
{
  // A pipe gives its bytes in pieces of any size: going on up to the full
  // length makes what is seen depend on the bytes alone.
  while (r->end - r->begin < PEEK_BYTES && fill(r))
    continue;
  size_t n = r->end - r->begin;
  bede_str s = {r->block + r->begin, n < PEEK_BYTES ? n : PEEK_BYTES};
  return s;
}

bede_status bede_os_read_file(const char *path, bede_buf *out, bede_error *err)
{
  bede_reader r;
  BEDE_TRY(bede_reader_open(&r, path, err));
  bede_error inner;
  bede_status status = bede_reader_all(&r, out, out->max - out->len, &inner);
  bede_reader_release(&r);
  if (status) {
    return bede_error_set(err, status, inner.offset, "%s: %s", path,
                          inner.message);
  }
  return BEDE_OK;
}

// --- folders

bool bede_os_is_dir(const char *path)
{
  struct stat info;
  return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

typedef struct entry {
  const char *name;
  bool folder;
} entry;

typedef BEDE_LIST(entry) entry_list;

// One walk: the path of the current folder, and where the relative part begins.
typedef struct walk {
  bede_buf path;
  size_t relative;
  bede_os_visit *each, *failed; // failed may be NULL
  void *context;
  bede_error *err;
} walk;

// Orders names as the full paths are ordered: a folder as if "/" followed it.
static int entry_order(const void *a, const void *b)
{
  const entry *x = a, *y = b;
  size_t n = strlen(x->name), m = strlen(y->name), least = n < m ? n : m;
  int order = memcmp(x->name, y->name, least);
  if (order) return order;
  int c = n > least ? (unsigned char)x->name[least] : x->folder ? '/' : 0;
  int d = m > least ? (unsigned char)y->name[least] : y->folder ? '/' : 0;
  return c - d;
}

static bede_status entry_add(bede_arena *arena, entry_list *list,
                             const char *name, bool folder)
{
  if (list->count >= BEDE_MAX_DIRECTORY_ENTRIES) return BEDE_ELIMIT;
  bede_str copy = bede_arena_copy(arena, bede_str_from(name));
  if (!copy.ptr) return BEDE_ENOMEM;
  entry *e = BEDE_LIST_PUSH(list, arena, BEDE_MAX_DIRECTORY_ENTRIES);
  if (!e) return BEDE_ENOMEM;
  e->name = copy.ptr;
  e->folder = folder;
  return BEDE_OK;
}

// Regular files and folders of one folder, without hidden ones, in order.
static bede_status list_folder(walk *w, bede_arena *arena, entry_list *list)
{
  const char *path = w->path.ptr;
  DIR *dir = opendir(path);
  if (!dir) return fail(w->err, errno, path);
  bede_status status = BEDE_OK;
  struct dirent *d;
  errno = 0;
  while (!status && (d = readdir(dir)) != NULL) {
    struct stat info;
    bool hidden = d->d_name[0] == '.';
    if (!hidden &&
        fstatat(dirfd(dir), d->d_name, &info, AT_SYMLINK_NOFOLLOW) != 0) {
      // A file that went away meanwhile is none; one that cannot be looked at
      // (a folder without the right to search) must not be lost in silence.
      if (errno != ENOENT) break;
    } else if (!hidden && (S_ISREG(info.st_mode) || S_ISDIR(info.st_mode))) {
      status = entry_add(arena, list, d->d_name, S_ISDIR(info.st_mode));
    }
    errno = 0;
  }
  int code = errno;
  (void)closedir(dir);
  if (status) {
    return bede_error_set(w->err, status, BEDE_NO_OFFSET, "%s: %s", path,
                          bede_status_text(status));
  }
  if (code) return fail(w->err, code, path);
  if (list->count) qsort(list->items, list->count, sizeof(entry), entry_order);
  return BEDE_OK;
}

static bede_status walk_folder(walk *w, uint32_t depth);

static bede_status walk_entry(walk *w, const entry *e, uint32_t depth)
{
  size_t length = w->path.len;
  if (w->path.ptr[length - 1] != '/') bede_buf_append_char(&w->path, '/');
  bede_buf_append_z(&w->path, e->name);
  bede_status status = w->path.status;
  if (status) {
    return bede_error_set(w->err, status, BEDE_NO_OFFSET, "%s: %s", e->name,
                          status == BEDE_ELIMIT ? "path too long"
                                                : bede_status_text(status));
  }
  status = e->folder ? walk_folder(w, depth + 1)
                     : w->each(w->path.ptr, w->path.ptr + w->relative,
                               w->context, w->err);
  w->path.len = length;
  w->path.ptr[length] = '\0';
  return status;
}

// Recursion is bounded by BEDE_MAX_DIRECTORY_DEPTH.
static bede_status walk_folder(walk *w, uint32_t depth)
{
  if (depth > BEDE_MAX_DIRECTORY_DEPTH) {
    return bede_error_set(w->err, BEDE_ELIMIT, BEDE_NO_OFFSET,
                          "%s: more than %u folders deep", w->path.ptr,
                          BEDE_MAX_DIRECTORY_DEPTH);
  }
  bede_arena arena;
  entry_list list = {0};
  bede_arena_init(&arena);
  bede_status status = list_folder(w, &arena, &list);
  if (status == BEDE_EIO && depth && w->failed) {
    status =
        w->failed(w->path.ptr, w->path.ptr + w->relative, w->context, w->err);
  }
  for (uint32_t i = 0; !status && i < list.count; i++) {
    status = walk_entry(w, &list.items[i], depth);
  }
  bede_arena_release(&arena);
  return status;
}

bede_status bede_os_walk_on(const char *dir, bede_os_visit *each,
                            bede_os_visit *failed, void *context,
                            bede_error *err)
{
  walk w = {.each = each, .failed = failed, .context = context, .err = err};
  size_t length = strlen(dir);
  if (length == 0) return fail(err, ENOENT, dir);
  while (length > 1 && dir[length - 1] == '/')
    length--;
  bede_buf_init(&w.path, BEDE_MAX_PATH);
  bede_buf_append(&w.path, dir, length);
  w.relative = dir[length - 1] == '/' ? length : length + 1;
  bede_status status = w.path.status;
  if (status) {
    status = bede_error_set(err, status, BEDE_NO_OFFSET, "%s",
                            status == BEDE_ELIMIT ? "path too long"
                                                  : bede_status_text(status));
  } else {
    status = walk_folder(&w, 0);
  }
  bede_buf_release(&w.path);
  return status;
}

bede_status bede_os_walk(const char *dir, bede_os_visit *each, void *context,
                         bede_error *err)
{
  return bede_os_walk_on(dir, each, NULL, context, err);
}
