// The man page, troff with the man macros, from the tables.
#include "words.h"

#include <string.h>

#include "bede/bede.h"

// What would be an escape or a request in troff is written so that it is none.
static void put_text(FILE *out, const char *text)
{
  bool start = true;
  for (; *text; text++) {
    if (start && (*text == '.' || *text == '\'')) fputs("\\&", out);
    start = *text == '\n';
    switch (*text) {
    case '\\':
      fputs("\\e", out);
      break;
    case '-':
      fputs("\\-", out);
      break;
    case '\'':
      fputs("\\(aq", out);
      break;
    case '`':
      fputs("\\(ga", out);
      break;
    case '^':
      fputs("\\(ha", out);
      break;
    case '~':
      fputs("\\(ti", out);
      break;
    default:
      fputc(*text, out);
    }
  }
}

// Lines of the source are cut at the width that lint tools ask for.
static void put_lines(FILE *out, const char *text)
{
  char line[100];
  while (bede_cli_next_line(&text, line, sizeof line, 76)) {
    if (*line)
      put_text(out, line);
    else
      fputs(".PP", out);
    fputc('\n', out);
  }
}

static void put_upper(FILE *out, const char *text)
{
  for (; *text; text++)
    fputc(*text >= 'a' && *text <= 'z' ? *text - 'a' + 'A' : *text, out);
}

static void put_bold(FILE *out, const char *text)
{
  fputs("\\fB", out);
  put_text(out, text);
  fputs("\\fR", out);
}

static void put_usage(FILE *out, const cli_command *c)
{
  put_bold(out, "bede");
  if (c != &bede_cli_program) {
    fputc(' ', out);
    put_bold(out, c->name);
  }
  fputs(" [\\fIOPTION\\fR]...", out);
  if (*c->operands) fputc(' ', out);
  put_text(out, c->operands);
  fputc('\n', out);
}

static void put_value(FILE *out, const cli_option *o)
{
  if (!o->value) return;
  fputs(" \\fI", out);
  put_text(out, o->value);
  fputs("\\fR", out);
}

static void put_choices(FILE *out, const cli_option *o)
{
  if (!o->choices) return;
  fputs("One of ", out);
  for (const char *c = o->choices; *c; c++) {
    if (*c == '|')
      fputs(", ", out);
    else
      fputc(*c, out);
  }
  fputs(".\n", out);
}

static void put_option(FILE *out, const cli_option *o)
{
  char dashed[64];
  fputs(".TP\n", out);
  if (o->letter) {
    (void)snprintf(dashed, sizeof dashed, "-%c", o->letter);
    put_bold(out, dashed);
    fputs(", ", out);
  }
  (void)snprintf(dashed, sizeof dashed, "--%s", o->name);
  put_bold(out, dashed);
  put_value(out, o);
  fputc('\n', out);
  put_upper(out, (const char[]){o->brief[0], '\0'});
  put_text(out, o->brief + 1);
  fputs(".\n", out);
  put_choices(out, o);
  if (o->fallback) {
    fputs("Default: ", out);
    put_text(out, o->fallback);
    fputs(".\n", out);
  }
  if (o->repeats) fputs("May be given more than once.\n", out);
  if (o->detail) put_lines(out, o->detail);
}

static void put_options(FILE *out, const cli_command *c)
{
  for (const cli_option *o = c->options; o->name; o++)
    put_option(out, o);
  put_option(out, &bede_cli_help_option);
}

static void put_examples(FILE *out, const cli_command *c)
{
  for (const cli_example *e = c->examples; e->command; e++) {
    fputs(".TP\n", out);
    put_bold(out, e->command);
    fputc('\n', out);
    put_lines(out, e->what);
  }
}

static void put_command(FILE *out, const cli_command *c)
{
  fprintf(out, ".SS %s\n", c->name);
  put_usage(out, c);
  fputs(".PP\n", out);
  put_upper(out, (const char[]){c->brief[0], '\0'});
  put_text(out, c->brief + 1);
  fputs(".\n", out);
  put_lines(out, c->detail);
  fputs(".PP\nOptions:\n", out);
  put_options(out, c);
  fputs(".PP\nExamples:\n", out);
  put_examples(out, c);
}

static void put_notes(FILE *out, const char *title, const cli_note *notes)
{
  fprintf(out, ".SH %s\n", title);
  for (; notes->head; notes++) {
    fputs(".TP\n", out);
    put_bold(out, notes->head);
    fputc('\n', out);
    put_lines(out, notes->text);
  }
}

void bede_cli_put_man(FILE *out)
{
  const cli_command *program = &bede_cli_program;
  fputs(".\\\" Made from the option tables of the program by \"bede --man\".\n"
        ".TH BEDE 1 \"\" \"bede ",
        out);
  fprintf(out, "%s\" \"User Commands\"\n.SH NAME\nbede \\- ", bede_version());
  put_text(out, program->brief);
  fputs("\n.SH SYNOPSIS\n", out);
  put_usage(out, program);
  for (const cli_command *const *c = bede_cli_commands; *c; c++) {
    fputs(".br\n", out);
    put_usage(out, *c);
  }
  fputs(".SH DESCRIPTION\n", out);
  put_lines(out, program->detail);
  fputs(".SH EXAMPLES\n", out);
  put_examples(out, program);
  fputs(".SH OPTIONS\n", out);
  put_options(out, program);
  fputs(".SH COMMANDS\n", out);
  for (const cli_command *const *c = bede_cli_commands; *c; c++)
    put_command(out, *c);
  put_notes(out, "EXIT STATUS", bede_cli_exit_notes);
  put_notes(out, "ENVIRONMENT", bede_cli_environment_notes);
}
