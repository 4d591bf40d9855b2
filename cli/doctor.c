// bede doctor: whether what is built in is what was built in.
#include "commands.h"
#include "run.h"

static const cli_option options[] = {
    {.name = "published",
     .value = "DATE",
     .brief = "warn of knowledge that ends before reports of this day "
              "(default: today)"},
    {.name = NULL}};

static const cli_example examples[] = {
    {"bede doctor", "after copying the program to another machine"},
    {"bede doctor --published 2026-01-31", "before coding newer reports"},
    {NULL, NULL}};

static int doctor(const cli_args *args)
{
  bede_output text = {NULL, 0, 0};
  bede_error err = {.message = ""};
  cli_output out;
  const char *day = bede_cli_get(args, "published");
  char today[CLI_DATE_ROOM];
  if (!day && bede_cli_today(today)) day = today;
  bede_status status = bede_doctor(day, &text, &err);
  bool good = bede_cli_output_open(&out, NULL);
  if (good) {
    (void)bede_cli_output_write(&out, text.ptr, text.len);
    good = bede_cli_output_close(&out, true);
  }
  bede_output_release(&text);
  if (status) {
    bede_cli_say("%s", err.message);
    return bede_cli_status(status);
  }
  return good ? CLI_OK : CLI_FATAL;
}

const cli_command bede_cli_doctor = {
    .name = "doctor",
    .operands = "",
    .brief = "check the built-in model and knowledge in full",
    .detail = "Prints the versions and whether the checksums hold. A start of "
              "the program checks them only in part. A \"warning:\" names a "
              "file of knowledge that does not know who came to office "
              "shortly before the reports.",
    .examples = examples,
    .options = options,
    .run = doctor};
