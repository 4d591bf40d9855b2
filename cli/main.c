// The program's entry: which command is meant, and the options before one.
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bede/bede.h"
#include "commands.h"
#include "output.h"
#include "terminal.h"
#include "words.h"

// A standard stream that the caller closed would be given to the first file
// that is opened. In its place stands one that cannot be used.
static void guard_streams(void)
{
  for (int fd = 0; fd <= 2; fd++) {
    if (fcntl(fd, F_GETFD) >= 0) continue;
    if (open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY) != fd) return;
  }
}

// Ends what was printed on standard output.
static int finish(void)
{
  cli_output out;
  if (!bede_cli_output_open(&out, NULL)) return CLI_FATAL;
  return bede_cli_output_close(&out, true) ? CLI_OK : CLI_FATAL;
}

static int usage_error(const char *command, const char *message)
{
  bede_cli_say("%s%s%s", command, *command ? ": " : "", message);
  bede_cli_say("try \"bede%s%s --help\"", *command ? " " : "", command);
  return CLI_FATAL;
}

static const cli_command *find_command(const char *name)
{
  for (const cli_command *const *c = bede_cli_commands; *c; c++) {
    if (strcmp((*c)->name, name) == 0) return *c;
  }
  return NULL;
}

static int unknown_command(const char *name)
{
  const char *best = NULL;
  size_t distance = 0;
  struct stat info;
  for (const cli_command *const *c = bede_cli_commands; *c; c++)
    bede_cli_nearest(name, (*c)->name, &best, &distance);
  bede_cli_say("there is no command '%.60s'", name);
  if (best)
    bede_cli_say("did you mean \"bede %s\"?", best);
  else if (stat(name, &info) == 0)
    bede_cli_say("to code that file: bede code %s", name);
  return usage_error("", "the commands are listed in the help");
}

static int run_command(const cli_command *c, int argc, char **argv)
{
  cli_args args;
  int status;
  if (!bede_cli_parse(c, argc, argv, &args)) {
    status = usage_error(c->name, args.error);
  } else if (args.help) {
    bede_cli_put_help(c, stdout);
    status = finish();
  } else {
    status = c->run(&args);
  }
  bede_cli_release(&args);
  return status;
}

static int run_program(int argc, char **argv)
{
  cli_args args;
  int status = CLI_OK;
  if (!bede_cli_parse(&bede_cli_program, argc, argv, &args)) {
    status = usage_error("", args.error);
  } else if (args.help) {
    bede_cli_put_help(&bede_cli_program, stdout);
  } else if (bede_cli_has(&args, "version")) {
    printf("bede %s\n", bede_version());
  } else if (bede_cli_has(&args, "license")) {
    bede_cli_put_license(stdout);
  } else if (bede_cli_has(&args, "man")) {
    bede_cli_put_man(stdout);
  } else if (bede_cli_has(&args, "completions")) {
    bede_cli_put_completions(bede_cli_get(&args, "completions"), stdout);
  } else {
    bede_cli_put_help(&bede_cli_program, stderr);
    status = CLI_FATAL;
  }
  bede_cli_release(&args);
  return status ? status : finish();
}

int main(int argc, char **argv)
{
  guard_streams();
  (void)signal(SIGPIPE, SIG_IGN);
  if (argc < 2 || argv[1][0] == '-')
    return run_program(argc > 1 ? argc - 1 : 0, argv + 1);
  const cli_command *c = find_command(argv[1]);
  if (!c && strcmp(argv[1], "help") == 0) {
    if (argc > 2) c = find_command(argv[2]);
    bede_cli_put_help(c ? c : &bede_cli_program, stdout);
    return finish();
  }
  return c ? run_command(c, argc - 2, argv + 2) : unknown_command(argv[1]);
}
