// --help of the program and of each command.
#include "words.h"

#include <string.h>

enum { WIDTH = 79, COLUMN = 26, LINE = 160 };

int bede_cli_next_line(const char **text, char *line, size_t size, int width)
{
  const char *at = *text;
  size_t used = 0, most = (size_t)width < size ? (size_t)width : size - 1;
  if (!*at) return 0;
  while (*at == ' ')
    at++;
  while (*at && *at != '\n') {
    size_t word = strcspn(at, " \n"), gap = used ? 1 : 0;
    if (used && used + gap + word > most) break;
    if (word > most) word = most;
    if (gap) line[used++] = ' ';
    memcpy(line + used, at, word);
    used += word;
    at += word;
    while (*at == ' ')
      at++;
  }
  if (*at == '\n') at++;
  line[used] = '\0';
  *text = at;
  return 1;
}

// Wraps `text` at `indent`; the first line goes on at `column`.
static void put_wrapped(FILE *out, const char *text, int indent, int column)
{
  char line[LINE];
  while (bede_cli_next_line(&text, line, sizeof line, WIDTH - indent)) {
    if (*line) fprintf(out, "%*s%s", indent - column, "", line);
    fputc('\n', out);
    column = 0;
  }
}

static void put_choices(const cli_option *o, char *text, size_t size)
{
  size_t used = strlen(text);
  if (o->choices) used += (size_t)snprintf(text + used, size - used, ": ");
  for (const char *c = o->choices; c && *c && used + 3 < size; c++) {
    if (*c == '|')
      used += (size_t)snprintf(text + used, size - used, ", ");
    else
      text[used++] = *c;
    text[used] = '\0';
  }
}

static void put_option(FILE *out, const cli_option *o)
{
  char text[512];
  char letter[8] = "   ";
  if (o->letter) (void)snprintf(letter, sizeof letter, "-%c,", o->letter);
  int column = fprintf(out, "  %s --%s%s%s", letter, o->name,
                       o->value ? " " : "", o->value ? o->value : "");
  (void)snprintf(text, sizeof text, "%s", o->brief);
  put_choices(o, text, sizeof text - 80);
  size_t used = strlen(text);
  if (o->fallback)
    (void)snprintf(text + used, sizeof text - used, " (default: %s)",
                   o->fallback);
  if (column > COLUMN - 2) {
    fputc('\n', out);
    column = 0;
  }
  put_wrapped(out, text, COLUMN, column);
}

static void put_options(FILE *out, const cli_command *c)
{
  fputs("\nOptions:\n", out);
  for (const cli_option *o = c->options; o->name; o++)
    put_option(out, o);
  put_option(out, &bede_cli_help_option);
}

static void put_examples(FILE *out, const cli_command *c)
{
  fputs("\nExamples:\n", out);
  for (const cli_example *e = c->examples; e->command; e++) {
    fprintf(out, "  %s\n", e->command);
    put_wrapped(out, e->what, 6, 0);
  }
}

static void put_commands(FILE *out)
{
  fputs("\nCommands:\n", out);
  for (const cli_command *const *c = bede_cli_commands; *c; c++)
    fprintf(out, "  %-9s %s\n", (*c)->name, (*c)->brief);
  fputs("\n\"bede COMMAND --help\" tells more of each.\n", out);
}

static void put_notes(FILE *out, const char *title, const cli_note *notes)
{
  fprintf(out, "\n%s:\n", title);
  for (; notes->head; notes++) {
    int column = fprintf(out, "  %s  ", notes->head);
    put_wrapped(out, notes->text, 16, column);
  }
}

void bede_cli_put_help(const cli_command *c, FILE *out)
{
  bool program = c == &bede_cli_program;
  fprintf(out, "Usage: bede%s%s [OPTION]...%s%s\n", program ? "" : " ",
          program ? "" : c->name, *c->operands ? " " : "", c->operands);
  put_wrapped(out, c->brief, 2, 0);
  put_examples(out, c);
  if (program) put_commands(out);
  put_options(out, c);
  fputc('\n', out);
  put_wrapped(out, c->detail, 0, 0);
  if (program) {
    put_notes(out, "Exit status", bede_cli_exit_notes);
    put_notes(out, "Environment", bede_cli_environment_notes);
  }
}
