// bede-train: makes model/english.bede from treebanks. Deterministic: the same
// input gives the same file.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "train.h"

typedef struct settings {
  const char *dir, *wordnet, *out;
  unsigned rounds;
  uint32_t limit;
  double copies;
} settings;

static void usage(void)
{
  die("usage: bede-train DIR -o MODEL [--wordnet DIR] [--rounds N] "
      "[--limit SENTENCES] [--copies SHARE]");
}

static settings read_settings(int argc, char **argv)
{
  settings s = {NULL, NULL, NULL, 6, 0, 0.15};
  for (int i = 1; i < argc; i++) {
    const char *a = argv[i];
    if (a[0] != '-') {
      s.dir = a;
      continue;
    }
    if (++i == argc) usage();
    if (strcmp(a, "-o") == 0)
      s.out = argv[i];
    else if (strcmp(a, "--wordnet") == 0)
      s.wordnet = argv[i];
    else if (strcmp(a, "--rounds") == 0)
      s.rounds = (unsigned)strtoul(argv[i], NULL, 10);
    else if (strcmp(a, "--limit") == 0)
      s.limit = (uint32_t)strtoul(argv[i], NULL, 10);
    else if (strcmp(a, "--copies") == 0)
      s.copies = strtod(argv[i], NULL);
    else
      usage();
  }
  if (!s.dir || !s.out || !s.rounds) usage();
  return s;
}

static const char *path_of(const settings *s, const char *name, char *out)
{
  int n = snprintf(out, BEDE_MAX_PATH, "%s/%s", s->dir, name);
  if (n < 0 || n >= (int)BEDE_MAX_PATH) die("%s: too long", s->dir);
  return out;
}

int main(int argc, char **argv)
{
  settings s = read_settings(argc, argv);
  char path[BEDE_MAX_PATH];
  trainer *t = need(calloc(1, sizeof *t));
  corpus_read(t, path_of(&s, "ewt.train.conllu", path), true);
  uint32_t ewt = t->count;
  corpus_read(t, path_of(&s, "gum.train.conllu", path), false);
  corpus_names(t, path_of(&s, "uner_ewt.train.iob2", path));
  corpus_entities(t, path_of(&s, "gum.train.conllu", path), ewt);
  corpus_limit(t, s.limit);
  if (s.copies > 0) corpus_augment(t, s.copies, 20250501);
  lexicon_build(t, s.wordnet);
  lexicon_look(t);
  train_lemmas(t, s.rounds);
  train_morph(t, s.rounds);
  train_taggers(t, s.rounds);
  train_names(t, 2 * s.rounds);
  train_parser(t, s.rounds + s.rounds / 2);
  write_model(t, s.out);
  return 0;
}
