// Shell completions from the tables.
#include "words.h"

#include <string.h>

// Calls `each` for the options of a command and for --help.
static void for_options(const cli_command *c, FILE *out,
                        void (*each)(FILE *out, const cli_command *c,
                                     const cli_option *o))
{
  for (const cli_option *o = c->options; o->name; o++)
    each(out, c, o);
  each(out, c, &bede_cli_help_option);
}

static void put_spaced(FILE *out, const char *choices)
{
  for (; *choices; choices++)
    fputc(*choices == '|' ? ' ' : *choices, out);
}

// Doubles what would end a text in single quotes.
static void put_quoted(FILE *out, const char *text)
{
  for (; *text; text++) {
    if (*text == '\'')
      fputs("'\\''", out);
    else
      fputc(*text, out);
  }
}

static void put_command_names(FILE *out)
{
  for (const cli_command *const *c = bede_cli_commands; *c; c++)
    fprintf(out, "%s%s", c == bede_cli_commands ? "" : " ", (*c)->name);
}

// --- bash --------------------------------------------------------------------

static void bash_word(FILE *out, const cli_command *c, const cli_option *o)
{
  (void)c;
  fprintf(out, " --%s", o->name);
  if (o->letter) fprintf(out, " -%c", o->letter);
}

static void bash_values(FILE *out, const cli_command *c, const cli_option *o)
{
  if (!o->value) return;
  fprintf(out, "    %s:--%s", c->name, o->name);
  if (o->letter) fprintf(out, " | %s:-%c", c->name, o->letter);
  if (o->choices) {
    fputs(") COMPREPLY=($(compgen -W \"", out);
    put_spaced(out, o->choices);
    fputs("\" -- \"$cur\")); return ;;\n", out);
    return;
  }
  bool folder = strcmp(o->value, "DIR") == 0;
  bool file = folder || strcmp(o->value, "FILE") == 0;
  if (file)
    fprintf(out, ") COMPREPLY=($(compgen -%c -- \"$cur\")); return ;;\n",
            folder ? 'd' : 'f');
  else
    fputs(") return ;;\n", out);
}

static void bash_command(FILE *out, const cli_command *c)
{
  fprintf(out, "    %s) words=\"", c->name);
  for_options(c, out, bash_word);
  fputs("\" ;;\n", out);
}

static void put_bash(FILE *out)
{
  fputs("# bash completion for bede, made by \"bede --completions bash\"\n"
        "_bede() {\n"
        "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}"
        "\n  local command=bede words= i\n"
        "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
        "    case ${COMP_WORDS[i]} in\n      ",
        out);
  for (const cli_command *const *c = bede_cli_commands; *c; c++)
    fprintf(out, "%s%s", c == bede_cli_commands ? "" : " | ", (*c)->name);
  fputs(") command=${COMP_WORDS[i]}; break ;;\n    esac\n  done\n"
        "  case $command:$prev in\n",
        out);
  for_options(&bede_cli_program, out, bash_values);
  for (const cli_command *const *c = bede_cli_commands; *c; c++)
    for_options(*c, out, bash_values);
  fputs("  esac\n  case $command in\n", out);
  bash_command(out, &bede_cli_program);
  for (const cli_command *const *c = bede_cli_commands; *c; c++)
    bash_command(out, *c);
  fputs("  esac\n  if [[ $cur == -* ]]; then\n"
        "    COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
        "  elif [[ $command == bede ]]; then\n"
        "    COMPREPLY=($(compgen -W \"",
        out);
  put_command_names(out);
  fputs("\" -- \"$cur\"))\n  else\n"
        "    COMPREPLY=($(compgen -f -- \"$cur\"))\n  fi\n}\n"
        "complete -o filenames -F _bede bede\n",
        out);
}

// --- zsh ---------------------------------------------------------------------

static void zsh_value(FILE *out, const cli_option *o)
{
  if (!o->value) return;
  fprintf(out, ":%s:", o->value);
  if (o->choices) {
    fputc('(', out);
    put_spaced(out, o->choices);
    fputc(')', out);
  } else if (strcmp(o->value, "DIR") == 0) {
    fputs("_files -/", out);
  } else if (strcmp(o->value, "FILE") == 0) {
    fputs("_files", out);
  }
}

// A colon or a bracket would end the description.
static void zsh_brief(FILE *out, const char *text)
{
  for (; *text; text++) {
    if (*text == ':' || *text == '[' || *text == ']') fputc('\\', out);
    char one[2] = {*text, '\0'};
    put_quoted(out, one);
  }
}

static void zsh_spec(FILE *out, const cli_option *o, const char *dashes,
                     const char *name)
{
  fprintf(out, "        '%s%s%s[", o->repeats ? "*" : "", dashes, name);
  zsh_brief(out, o->brief);
  fputc(']', out);
  zsh_value(out, o);
  fputs("' \\\n", out);
}

static void zsh_option(FILE *out, const cli_command *c, const cli_option *o)
{
  char letter[2] = {o->letter, '\0'};
  (void)c;
  zsh_spec(out, o, "--", o->name);
  if (o->letter) zsh_spec(out, o, "-", letter);
}

static void zsh_command(FILE *out, const cli_command *c)
{
  fprintf(out, "    %s)\n      _arguments -s \\\n", c->name);
  for_options(c, out, zsh_option);
  fputs("        '*:file:_files' ;;\n", out);
}

static void put_zsh(FILE *out)
{
  fputs("#compdef bede\n# zsh completion, made by \"bede --completions zsh\"\n"
        "_bede() {\n  local -a commands\n  commands=(\n",
        out);
  for (const cli_command *const *c = bede_cli_commands; *c; c++) {
    fprintf(out, "    '%s:", (*c)->name);
    put_quoted(out, (*c)->brief);
    fputs("'\n", out);
  }
  fputs("  )\n  if (( CURRENT == 2 )); then\n"
        "    _arguments \\\n",
        out);
  for_options(&bede_cli_program, out, zsh_option);
  fputs("        '1:command:->command' && return\n"
        "    _describe command commands\n    return\n  fi\n"
        "  local command=$words[2]\n  shift words\n  (( CURRENT-- ))\n"
        "  case $command in\n",
        out);
  for (const cli_command *const *c = bede_cli_commands; *c; c++)
    zsh_command(out, *c);
  fputs("  esac\n}\n_bede \"$@\"\n", out);
}

// --- fish --------------------------------------------------------------------

static void fish_option(FILE *out, const cli_command *c, const cli_option *o)
{
  if (c == &bede_cli_program)
    fputs("complete -c bede -n __fish_use_subcommand", out);
  else
    fprintf(out, "complete -c bede -n '__fish_seen_subcommand_from %s'",
            c->name);
  fprintf(out, " -l %s", o->name);
  if (o->letter) fprintf(out, " -s %c", o->letter);
  if (o->value) fputs(" -r", out);
  if (o->choices) {
    fputs(" -f -a '", out);
    put_spaced(out, o->choices);
    fputc('\'', out);
  }
  fputs(" -d '", out);
  put_quoted(out, o->brief);
  fputs("'\n", out);
}

static void put_fish(FILE *out)
{
  fputs("# fish completion for bede, made by \"bede --completions fish\"\n",
        out);
  for (const cli_command *const *c = bede_cli_commands; *c; c++) {
    fprintf(out, "complete -c bede -n __fish_use_subcommand -f -a %s -d '",
            (*c)->name);
    put_quoted(out, (*c)->brief);
    fputs("'\n", out);
  }
  for_options(&bede_cli_program, out, fish_option);
  for (const cli_command *const *c = bede_cli_commands; *c; c++)
    for_options(*c, out, fish_option);
}

void bede_cli_put_completions(const char *shell, FILE *out)
{
  if (strcmp(shell, "bash") == 0)
    put_bash(out);
  else if (strcmp(shell, "zsh") == 0)
    put_zsh(out);
  else
    put_fish(out);
}
