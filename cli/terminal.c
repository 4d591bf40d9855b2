// Standard error, the terminal and the environment.
#include "terminal.h"

#include <limits.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "bede/bede.h"

enum { STEP_MS = 200, LEAST_WIDTH = 40, MOST_WIDTH = 400, STAGE = 32 };
enum { MESSAGE = 8192 }; // bytes of one message, longer than any path

// A control character at `s`: its bytes, 0 for anything else. Those of U+0080
// to U+009F are two in UTF-8.
static size_t control_bytes(const unsigned char *s, size_t len)
{
  if (s[0] < 0x20 || s[0] == 0x7F) return 1;
  return len > 1 && s[0] == 0xC2 && s[1] >= 0x80 && s[1] < 0xA0 ? 2 : 0;
}

static void put_clean(const char *text, size_t len)
{
  const unsigned char *s = (const unsigned char *)text;
  for (size_t i = 0; i < len;) {
    size_t control = control_bytes(s + i, len - i);
    fputc(control ? '?' : s[i], stderr);
    i += control ? control : 1;
  }
}

void bede_cli_put(const char *text)
{
  put_clean(text, strlen(text));
}

void bede_cli_say(const char *fmt, ...)
{
  char message[MESSAGE];
  va_list list;
  va_start(list, fmt);
  (void)vsnprintf(message, sizeof message, fmt, list);
  va_end(list);
  fputs("bede: ", stderr);
  bede_cli_put(message);
  fputc('\n', stderr);
}

bool bede_cli_is_terminal(FILE *stream)
{
  int fd = fileno(stream);
  return fd >= 0 && isatty(fd);
}

static unsigned clamp_width(unsigned long n)
{
  if (n < LEAST_WIDTH) return LEAST_WIDTH;
  return n > MOST_WIDTH ? MOST_WIDTH : (unsigned)n;
}

unsigned bede_cli_width(FILE *stream)
{
  const char *columns = getenv("COLUMNS");
  char *end = NULL;
  unsigned long n = columns ? strtoul(columns, &end, 10) : 0;
  if (n && n != ULONG_MAX && *columns != '-' && !*end) return clamp_width(n);
  struct winsize size;
  if (!bede_cli_is_terminal(stream) ||
      ioctl(fileno(stream), TIOCGWINSZ, &size) != 0 || !size.ws_col)
    return 0;
  return clamp_width(size.ws_col);
}

bool bede_cli_wants_color(FILE *stream)
{
  const char *no = getenv("NO_COLOR"), *term = getenv("TERM");
  if (no && *no) return false;
  return term && strcmp(term, "dumb") != 0 && bede_cli_is_terminal(stream);
}

static void list_stages(void)
{
  fputs("bede: the stages are", stderr);
  for (unsigned i = 0; bede_trace_stage(i); i++)
    fprintf(stderr, "%s %s", i ? "," : "", bede_trace_stage(i));
  fputc('\n', stderr);
}

bool bede_cli_trace_mask(unsigned *mask)
{
  const char *list = getenv("BEDE_TRACE");
  *mask = 0;
  while (list && *list) {
    char name[STAGE];
    size_t n = strcspn(list, ",");
    (void)snprintf(name, sizeof name, "%.*s", n < STAGE ? (int)n : STAGE, list);
    unsigned bit = bede_trace_bit(name);
    if (n && !bit) {
      bede_cli_say("BEDE_TRACE: no stage '%s'", name);
      list_stages();
      return false;
    }
    *mask |= bit;
    list += n;
    list += *list == ',';
  }
  return true;
}

void bede_cli_trace(void *context, const char *line, size_t len)
{
  (void)context;
  put_clean(line, len);
  fputc('\n', stderr);
}

bool bede_cli_today(char out[CLI_DATE_ROOM])
{
  struct tm day;
  time_t now = time(NULL);
  return now != (time_t)-1 && gmtime_r(&now, &day) &&
         strftime(out, CLI_DATE_ROOM, "%Y-%m-%d", &day) == 10;
}

// --- progress ----------------------------------------------------------------

static int64_t now_ms(void)
{
  struct timespec t;
  if (clock_gettime(CLOCK_MONOTONIC, &t) != 0) return 0;
  return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

void bede_cli_progress_init(cli_progress *p, bool active)
{
  memset(p, 0, sizeof *p);
  p->active = active && bede_cli_is_terminal(stderr);
  if (p->active) p->began_ms = p->last_ms = now_ms();
}

void bede_cli_progress_show(cli_progress *p, uint64_t documents,
                            uint64_t sentences)
{
  if (!p->active) return;
  int64_t now = now_ms();
  if (now - p->last_ms < STEP_MS) return;
  p->last_ms = now;
  p->shown = true;
  uint64_t rate = sentences * 1000 / (uint64_t)(now - p->began_ms);
  fprintf(stderr, "\r%llu documents, %llu sentences, %llu a second\x1b[K",
          (unsigned long long)documents, (unsigned long long)sentences,
          (unsigned long long)rate);
  (void)fflush(stderr);
}

void bede_cli_progress_wipe(cli_progress *p)
{
  if (!p->shown) return;
  fputs("\r\x1b[K", stderr);
  p->shown = false;
}
