// --license: in short, and the notice that goes with the program.
#include "words.h"

void bede_cli_put_license(FILE *out)
{
#ifdef BEDE_MODEL_EXTERNAL
  fputs("Bede: Apache-2.0 AND CC-BY-4.0\n\n"
        "This program was built without a language model. A model that is\n"
        "loaded with --model has a licence of its own.\n",
        out);
#else
  fputs("Bede: Apache-2.0 AND CC-BY-SA-4.0 AND CC-BY-4.0\n\n"
        "The program is under the Apache License 2.0. The language model that\n"
        "is built into it is under Creative Commons Attribution-ShareAlike\n"
        "4.0, since it is derived from what it was trained on.\n",
        out);
#endif
  fputs(
      "The gazetteer has data of GeoNames (https://www.geonames.org/), under\n"
      "Creative Commons Attribution 4.0.\n"
      "https://www.apache.org/licenses/LICENSE-2.0\n"
      "https://creativecommons.org/licenses/by-sa/4.0/\n"
      "https://creativecommons.org/licenses/by/4.0/\n",
      out);
  if (*bede_cli_notice) fputc('\n', out);
  for (const char *const *line = bede_cli_notice; *line; line++)
    fprintf(out, "%s\n", *line);
}
