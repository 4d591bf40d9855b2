// Parsing a command line by a table. Pure: no file, no environment, no output.
#include "options.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NEAREST_MAX = 40 }; // longer words are compared by their start

const cli_option bede_cli_help_option = {
    .name = "help", .letter = 'h', .brief = "show this help"};

static bool fail(cli_args *args, const char *fmt, ...)
{
  va_list list;
  va_start(list, fmt);
  (void)vsnprintf(args->error, sizeof args->error, fmt, list);
  va_end(list);
  return false;
}

// --- nearest name ------------------------------------------------------------

static size_t least(size_t a, size_t b)
{
  return a < b ? a : b;
}

// How many letters must be put in, left out, changed or exchanged with their
// neighbour to make one word of the other.
static size_t edit_distance(const char *a, const char *b)
{
  size_t rows[3][NEAREST_MAX + 1];
  size_t n = least(strlen(a), NEAREST_MAX), m = least(strlen(b), NEAREST_MAX);
  for (size_t k = 0; k <= m; k++)
    rows[0][k] = k;
  for (size_t i = 1; i <= n; i++) {
    size_t *row = rows[i % 3], *above = rows[(i + 2) % 3];
    row[0] = i;
    for (size_t k = 1; k <= m; k++) {
      row[k] = least(least(row[k - 1], above[k]) + 1,
                     above[k - 1] + (a[i - 1] != b[k - 1]));
      if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1])
        row[k] = least(row[k], rows[(i + 1) % 3][k - 2] + 1);
    }
  }
  return rows[n % 3][m];
}

void bede_cli_nearest(const char *given, const char *candidate,
                      const char **best, size_t *distance)
{
  size_t d = edit_distance(given, candidate), length = strlen(given);
  size_t most = length <= 3 ? 1 : length <= 6 ? 2 : 3;
  bool starts = length >= 3 && strncmp(given, candidate, length) == 0;
  if (starts) d = least(d, 1);
  if (d > most || (*best && d >= *distance)) return;
  *best = candidate;
  *distance = d;
}

// --- values ------------------------------------------------------------------

int bede_cli_choice(const char *choices, const char *value)
{
  size_t length = strlen(value);
  for (int i = 0; choices; i++) {
    const char *bar = strchr(choices, '|');
    size_t n = bar ? (size_t)(bar - choices) : strlen(choices);
    if (n == length && memcmp(choices, value, n) == 0) return i;
    choices = bar ? bar + 1 : NULL;
  }
  return -1;
}

static bool check_value(cli_args *args, const cli_option *o, const char *value)
{
  if (!o->choices || bede_cli_choice(o->choices, value) >= 0) return true;
  if (o->later && bede_cli_choice(o->later, value) >= 0)
    return fail(args, "--%s %s: not yet in this version (there are %s)",
                o->name, value, o->choices);
  return fail(args, "--%s %.40s: the value is one of %s", o->name, value,
              o->choices);
}

static bool add_value(cli_args *args, const cli_option *o, const char *value)
{
  if (o == &bede_cli_help_option) {
    args->help = true;
    return true;
  }
  if (!o->repeats && bede_cli_has(args, o->name))
    return fail(args, "--%s is given twice", o->name);
  if (value && !check_value(args, o, value)) return false;
  args->values[args->value_count].option = o;
  args->values[args->value_count].value = value;
  args->value_count++;
  return true;
}

// --- options -----------------------------------------------------------------

static const cli_option *find_long(const cli_command *c, const char *name,
                                   size_t length)
{
  for (const cli_option *o = c->options; o->name; o++) {
    if (strlen(o->name) == length && memcmp(o->name, name, length) == 0)
      return o;
  }
  bool help = length == 4 && memcmp(name, "help", 4) == 0;
  return help ? &bede_cli_help_option : NULL;
}

static const cli_option *find_short(const cli_command *c, char letter)
{
  for (const cli_option *o = c->options; o->name; o++) {
    if (o->letter == letter) return o;
  }
  return letter == 'h' ? &bede_cli_help_option : NULL;
}

static bool unknown_option(cli_args *args, const char *name, size_t length)
{
  char given[NEAREST_MAX + 1];
  const char *best = NULL;
  size_t distance = 0;
  (void)snprintf(given, sizeof given, "%.*s", (int)least(length, NEAREST_MAX),
                 name);
  for (const cli_option *o = args->command->options; o->name; o++)
    bede_cli_nearest(given, o->name, &best, &distance);
  bede_cli_nearest(given, "help", &best, &distance);
  if (best)
    return fail(args, "unknown option --%s; did you mean --%s?", given, best);
  return fail(args, "unknown option --%s", given);
}

// "--name", "--name=value" or "--name value"; moves *at past what it used.
static bool parse_long(cli_args *args, int argc, char **argv, int *at)
{
  const char *name = argv[*at] + 2, *equals = strchr(name, '=');
  size_t length = equals ? (size_t)(equals - name) : strlen(name);
  const cli_option *o = find_long(args->command, name, length);
  (*at)++;
  if (!o) return unknown_option(args, name, length);
  if (!o->value && equals) return fail(args, "--%s takes no value", o->name);
  if (!o->value) return add_value(args, o, NULL);
  if (equals) return add_value(args, o, equals + 1);
  if (*at >= argc) return fail(args, "--%s needs a %s", o->name, o->value);
  return add_value(args, o, argv[(*at)++]);
}

// "-x", "-xyz" (flags), "-xVALUE" or "-x VALUE".
static bool parse_short(cli_args *args, int argc, char **argv, int *at)
{
  const char *letters = argv[(*at)++] + 1;
  for (; *letters; letters++) {
    const cli_option *o = find_short(args->command, *letters);
    if (!o) {
      bool plain = *letters > ' ' && *letters < 0x7F;
      return plain ? fail(args, "unknown option -%c", *letters)
                   : fail(args, "unknown option");
    }
    if (!o->value) {
      if (!add_value(args, o, NULL)) return false;
      continue;
    }
    if (letters[1]) return add_value(args, o, letters + 1);
    if (*at >= argc) return fail(args, "-%c needs a %s", o->letter, o->value);
    return add_value(args, o, argv[(*at)++]);
  }
  return true;
}

static bool check_operands(cli_args *args)
{
  const cli_command *c = args->command;
  if (args->help) return true;
  if (args->operand_count < c->least) {
    if (!args->operand_count && c->least == 1)
      return fail(args, "%s is missing", c->operands);
    return fail(args, "%d of the operands %s are given", args->operand_count,
                c->operands);
  }
  if (c->most >= 0 && args->operand_count > c->most)
    return fail(args, "one operand too many: %.80s", args->operands[c->most]);
  return true;
}

bool bede_cli_parse(const cli_command *command, int argc, char **argv,
                    cli_args *out)
{
  memset(out, 0, sizeof *out);
  out->command = command;
  // A word holds one value at most, or flags, and none of these twice.
  size_t room = (size_t)argc + 1;
  for (const cli_option *o = command->options; o->name; o++)
    room++;
  out->operands = calloc(room, sizeof *out->operands);
  out->values = calloc(room, sizeof *out->values);
  if (!out->operands || !out->values) return fail(out, "out of memory");
  bool options = true;
  for (int at = 0; at < argc;) {
    const char *word = argv[at];
    bool good = true;
    if (options && strcmp(word, "--") == 0) {
      options = false;
      at++;
    } else if (options && word[0] == '-' && word[1] == '-') {
      good = parse_long(out, argc, argv, &at);
    } else if (options && word[0] == '-' && word[1]) {
      good = parse_short(out, argc, argv, &at);
    } else {
      out->operands[out->operand_count++] = word;
      at++;
    }
    if (!good) return false;
  }
  return check_operands(out);
}

void bede_cli_release(cli_args *args)
{
  free(args->operands);
  free(args->values);
  memset(args, 0, sizeof *args);
}

// --- reading -----------------------------------------------------------------

const char *bede_cli_nth(const cli_args *args, const char *name, int i)
{
  for (int k = 0; k < args->value_count; k++) {
    const cli_value *v = &args->values[k];
    if (strcmp(v->option->name, name) == 0 && i-- == 0) return v->value;
  }
  return NULL;
}

int bede_cli_count(const cli_args *args, const char *name)
{
  int n = 0;
  for (int k = 0; k < args->value_count; k++)
    n += strcmp(args->values[k].option->name, name) == 0;
  return n;
}

const char *bede_cli_get(const cli_args *args, const char *name)
{
  return bede_cli_nth(args, name, bede_cli_count(args, name) - 1);
}

bool bede_cli_has(const cli_args *args, const char *name)
{
  return bede_cli_count(args, name) > 0;
}
