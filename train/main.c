// bede-train: makes model/english.bede from treebanks. Deterministic: the same
// input gives the same file.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "quantise.h"

// Chosen on the development sets.
static const sizes fast = {96, 64, 2, 64, 64, 64, 48, 0.1f, 0.2f, 0.1f, 0.2f};
static const sizes accurate = {96, 128,  3,     96,    96,   64,
                               48, 0.1f, 0.33f, 0.15f, 0.33f};

enum { TREEBANKS_MAX = 16 };

typedef struct settings {
  const char *dir, *wordnet, *vectors, *out;
  const char *treebanks[TREEBANKS_MAX]; // beside or instead of those of `dir`
  unsigned treebank_count;
  bool dev;        // measure the development parts
  uint32_t words;  // vectors that are read
  unsigned epochs; // of the networks
  unsigned rounds; // of lemmas and FEATS
  uint32_t limit;  // of sentences, 0: all
  double copies;   // share of sentences that are added as headlines
} settings;

static void usage(void)
{
  die("usage: bede-train [DIR] [--treebank FILE]... -o MODEL [--wordnet DIR] "
      "[--rounds N] "
      "[--epochs N] [--limit SENTENCES] [--copies SHARE] [--vectors FILE] "
      "[--words N] [--dev]");
}

static settings read_settings(int argc, char **argv)
{
  settings s = {.rounds = 6, .copies = 0.15, .words = 120000, .epochs = 26};
  for (int i = 1; i < argc; i++) {
    const char *a = argv[i];
    if (a[0] != '-') {
      s.dir = a;
      continue;
    }
    if (strcmp(a, "--dev") == 0) {
      s.dev = true;
      continue;
    }
    if (++i == argc) usage();
    if (strcmp(a, "-o") == 0)
      s.out = argv[i];
    else if (strcmp(a, "--treebank") == 0 && s.treebank_count < TREEBANKS_MAX)
      s.treebanks[s.treebank_count++] = argv[i];
    else if (strcmp(a, "--wordnet") == 0)
      s.wordnet = argv[i];
    else if (strcmp(a, "--vectors") == 0)
      s.vectors = argv[i];
    else if (strcmp(a, "--words") == 0)
      s.words = (uint32_t)strtoul(argv[i], NULL, 10);
    else if (strcmp(a, "--epochs") == 0)
      s.epochs = (unsigned)strtoul(argv[i], NULL, 10);
    else if (strcmp(a, "--rounds") == 0)
      s.rounds = (unsigned)strtoul(argv[i], NULL, 10);
    else if (strcmp(a, "--limit") == 0)
      s.limit = (uint32_t)strtoul(argv[i], NULL, 10);
    else if (strcmp(a, "--copies") == 0)
      s.copies = strtod(argv[i], NULL);
    else
      usage();
  }
  bool some = s.dir || s.treebank_count;
  if (!some || !s.out || !s.rounds || (s.dev && !s.dir)) usage();
  return s;
}

static const char *path_of(const settings *s, const char *name, char *out)
{
  int n = snprintf(out, BEDE_MAX_PATH, "%s/%s", s->dir, name);
  if (n < 0 || n >= (int)BEDE_MAX_PATH) die("%s: too long", s->dir);
  return out;
}

// The development parts, to watch the training; no run chooses by them.
static trainer *read_dev(const trainer *t, const settings *s)
{
  char path[BEDE_MAX_PATH];
  trainer *d = need(calloc(1, sizeof *d));
  *d = *t;
  d->samples = NULL;
  d->count = d->room = 0;
  corpus_read(d, path_of(s, "ewt.dev.conllu", path), true);
  corpus_read(d, path_of(s, "gum.dev.conllu", path), false);
  corpus_names(d, path_of(s, "uner_ewt.dev.iob2", path));
  lexicon_look(d);
  return d;
}

// EWT and GUM with their names, as they lie in a folder.
static void read_folder(trainer *t, const settings *s)
{
  char path[BEDE_MAX_PATH];
  corpus_read(t, path_of(s, "ewt.train.conllu", path), true);
  uint32_t ewt = t->count;
  corpus_read(t, path_of(s, "gum.train.conllu", path), false);
  corpus_names(t, path_of(s, "uner_ewt.train.iob2", path));
  corpus_entities(t, path_of(s, "gum.train.conllu", path), ewt);
}

int main(int argc, char **argv)
{
  settings s = read_settings(argc, argv);
  trainer *t = need(calloc(1, sizeof *t));
  if (s.dir) read_folder(t, &s);
  for (unsigned i = 0; i < s.treebank_count; i++)
    corpus_read(t, s.treebanks[i], true);
  corpus_limit(t, s.limit);
  if (s.copies > 0) corpus_augment(t, s.copies, 20250501);
  lexicon_build(t, s.wordnet);
  lexicon_look(t);
  lexicon_tags(t);
  train_lemmas(t, s.rounds);
  train_morph(t, s.rounds);
  vectors v;
  vectors_read(&v, s.vectors, s.words);
  trainer *dev = s.dev ? read_dev(t, &s) : NULL;
  row_index r = {0};
  count_rows(t, &r);
  net *nets = need(calloc(BEDE_MODES, sizeof *nets));
  plan accurate_plan = {"accurate", s.epochs, 3e-3, 2},
       fast_plan = {"fast", s.epochs, 3e-3, 1};
  fit_net(t, dev, &r, &v, &accurate, &accurate_plan, NULL,
          &nets[BEDE_ACCURATE]);
  fit_net(t, dev, &r, &v, &fast, &fast_plan, &nets[BEDE_ACCURATE],
          &nets[BEDE_FAST]);
  input in;
  input_build(t, &r, &v, &in);
  write_model(t, &in, &nets[BEDE_FAST], &nets[BEDE_ACCURATE], s.out);
  return 0;
}
