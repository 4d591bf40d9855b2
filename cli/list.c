// Lists over many reports: counted in one pass, written at the end.
#include <string.h>

#include "commands.h"
#include "run.h"
#include "words.h"

static void write_list(cli_run *run, const cli_list *list, const cli_args *args)
{
  bede_output text = {NULL, 0, 0};
  if (list->write(list->handle, args, &text)) {
    bede_cli_say("out of memory");
    run->fatal = true;
  } else {
    (void)bede_cli_output_write(&run->out, text.ptr, text.len);
  }
  bede_output_release(&text);
}

int bede_cli_run_list(const cli_args *args, cli_list *list)
{
  cli_run run;
  bede_options o;
  memset(&o, 0, sizeof o);
  if (bede_cli_has_no_input(args)) {
    bede_cli_put_help(args->command, stderr);
    return CLI_FATAL;
  }
  if (!bede_cli_metadata(args, &list->meta)) return CLI_FATAL;
  if (!list->handle) {
    bede_cli_say("out of memory");
    return CLI_FATAL;
  }
  int status = bede_cli_run_begin(&run, args, &o);
  if (status) return status;
  bede_cli_run_inputs(&run, args, list->each, list);
  if (!run.fatal) write_list(&run, list, args);
  return bede_cli_run_end(&run);
}
