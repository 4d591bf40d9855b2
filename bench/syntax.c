// The syntax engine alone: words per CPU second of its passes, for each network
// and each kernel that the processor has, and what a second thread adds.
//
//   syntax [-m MODEL] [-k KERNEL] [-n WORDS] [-r ROUNDS] FILE
//
// FILE is CoNLL-U, of which the words are kept, when its name ends in .conllu,
// else plain text. What is read is taken from the beginning on, again where it
// is short, up to WORDS words (20000). MODEL is a file instead of the model
// that is built in; KERNEL leaves out the others. Every figure is of the best
// of ROUNDS (3), each over documents that are read anew outside of the clock.
// Prints a line "name value" each; bench/README.md says what they are.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/error.h"
#include "base/os.h"
#include "base/sha256.h"
#include "base/str.h"
#include "lang/conllu.h"
#include "lang/engine.h"
#include "lang/lang.h"
#include "lang/memory.h"
#include "lang/repair.h"
#include "text/text.h"

// Of one document: sentences of CoNLL-U; bytes of text, and on to the next
// blank line.
enum { SENTENCES = 32, BYTES = 4096 };

enum { THREADS = 2 };

// What two threads take together is disturbed most by other work of the
// machine, and is short: so many more rounds.
enum { THREAD_ROUNDS = 4 };

typedef enum pass { NETWORK, TAGS, LEMMAS, NAMES, TREE, FEATS, PASSES } pass;
static const char *const pass_names[PASSES] = {"network", "tags", "lemmas",
                                               "names",   "tree", "feats"};
// What a tree needs, as bits of passes.
enum { TAG_PARSE = 1 << NETWORK | 1 << TAGS | 1 << TREE };

static const char *const mode_names[BEDE_MODES] = {"fast", "accurate"};

// The documents of one thread.
typedef struct shard {
  bede_arena arena;
  BEDE_LIST(bede_doc) docs;
  size_t words;
} shard;

typedef struct bench {
  const char *path, *kernel, *model_path; // kernel and model may be NULL
  size_t wanted;                          // words
  unsigned rounds;
  bede_buf file;
  void *model_bytes;
  bede_model *model;
  bede_lang *lang; // of the mode in work
  shard shards[THREADS];
  size_t words;    // in all shards
  double clock;    // seconds that a look at the clock takes
  char output[13]; // digest of the mode in work, of every kernel
  bede_error err;
} bench;

static double seconds(clockid_t clock)
{
  struct timespec t;
  (void)clock_gettime(clock, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static double cpu_seconds(void)
{
  return seconds(CLOCK_THREAD_CPUTIME_ID);
}

static double clock_cost(void)
{
  enum { LOOKS = 10000 };
  double begin = cpu_seconds();
  for (int i = 1; i < LOOKS; i++)
    (void)cpu_seconds();
  return (cpu_seconds() - begin) / LOOKS;
}

static void keep_least(double *least, double value)
{
  if (*least == 0 || value < *least) *least = value;
}

// --- documents ---------------------------------------------------------------

static bede_status next_text(bede_str text, size_t *at, bede_doc *doc,
                             bede_error *err)
{
  size_t end = *at + BYTES < text.len ? *at + BYTES : text.len;
  while (end < text.len &&
         !(text.ptr[end] == '\n' && text.ptr[end - 1] == '\n'))
    end++;
  doc->text = bede_str_sub(text, *at, end);
  *at = end;
  return bede_text_split(doc, err);
}

static bede_status next_document(bench *b, size_t *at, shard *to)
{
  bede_str file = bede_buf_str(&b->file);
  bede_conllu kept = {{NULL, 0, 0}, {NULL, 0, 0}};
  bede_doc *doc = BEDE_LIST_PUSH(&to->docs, &to->arena, BEDE_NONE);
  if (!doc) return BEDE_ENOMEM;
  bede_doc_init(doc, &to->arena);
  bede_status status;
  if (bede_str_ends(bede_str_from(b->path), ".conllu"))
    status = bede_conllu_read(file, at, SENTENCES, doc, &kept, &b->err);
  else
    status = *at < file.len ? next_text(file, at, doc, &b->err) : BEDE_END;
  if (status) to->docs.count--;
  to->words += status ? 0 : doc->words.count;
  return status;
}

// Reads documents into the first `count` shards, each into the one that has the
// fewest words, till there are enough.
static bede_status load(bench *b, unsigned count)
{
  size_t at = 0, before = 0;
  b->words = 0;
  for (unsigned i = 0; i < THREADS; i++) {
    bede_arena_clear(&b->shards[i].arena);
    memset(&b->shards[i].docs, 0, sizeof b->shards[i].docs);
    b->shards[i].words = 0;
  }
  while (b->words < b->wanted) {
    shard *to = &b->shards[0];
    for (unsigned i = 1; i < count; i++)
      if (b->shards[i].words < to->words) to = &b->shards[i];
    size_t words = to->words;
    bede_status status = next_document(b, &at, to);
    if (status == BEDE_END && b->words > before) {
      at = 0;
      before = b->words;
      continue;
    }
    if (status == BEDE_END)
      return bede_error_set(&b->err, BEDE_EFORMAT, BEDE_NO_OFFSET, "no words");
    if (status) return status;
    b->words += to->words - words;
  }
  return BEDE_OK;
}

// The first 12 hex digits over all that the engine says of the words.
static bede_status digest(const shard *s, char out[13])
{
  char hex[65];
  bede_buf all;
  bede_buf_init(&all, 0);
  for (uint32_t d = 0; d < s->docs.count; d++)
    for (uint32_t i = 0; i < s->docs.items[d].sentences.count; i++)
      bede_conllu_write(&s->docs.items[d], NULL, i, &all);
  bede_sha256_hex(all.ptr, all.len, hex);
  memcpy(out, hex, 12);
  out[12] = '\0';
  bede_status status = all.status;
  bede_buf_release(&all);
  return status;
}

// --- what is timed -----------------------------------------------------------

// As bede_lang_sentence does them; run_passes ends as bede_lang_annotate does.
static bede_status run_pass(bede_lang *lang, bede_doc *doc, uint32_t sentence,
                            pass which, bede_error *err)
{
  const bede_sentence *s = &doc->sentences.items[sentence];
  switch (which) {
  case NETWORK:
    bede_lang_run(lang, doc, s->word_begin, s->word_end);
    break;
  case TAGS:
    bede_lang_tag(lang, doc, s->word_begin, s->word_end);
    break;
  case LEMMAS:
    return bede_lang_lemmas(lang, doc, s->word_begin, s->word_end, err);
  case NAMES:
    bede_lang_names(lang, doc, s->word_begin, s->word_end);
    break;
  case TREE:
    bede_lang_parse(lang, doc, s->word_begin, s->word_end);
    bede_tree_link(doc, sentence);
    bede_lang_repair(doc, sentence);
    break;
  default:
    bede_lang_morph(lang, doc, s->word_begin, s->word_end);
  }
  return BEDE_OK;
}

// One round over the passes of the set `which`. With `spent` the seconds of
// each are added there, without those of the clock.
static bede_status run_passes(bench *b, unsigned which, double *spent)
{
  const shard *s = &b->shards[0];
  for (uint32_t d = 0; d < s->docs.count; d++) {
    bede_doc *doc = &s->docs.items[d];
    double last = spent ? cpu_seconds() : 0;
    for (uint32_t i = 0; i < doc->sentences.count; i++) {
      doc->sentences.items[i].parsed = true;
      for (unsigned p = 0; p < PASSES; p++) {
        if (!(which >> p & 1)) continue;
        BEDE_TRY(run_pass(b->lang, doc, i, (pass)p, &b->err));
        if (!spent) continue;
        double now = cpu_seconds();
        spent[p] += now - last - b->clock;
        last = now;
      }
    }
    if (!(which >> NAMES & 1)) continue;
    BEDE_TRY(bede_lang_remember(doc, &b->err));
    if (spent) spent[NAMES] += cpu_seconds() - last - b->clock;
  }
  return BEDE_OK;
}

static bede_status annotate(bede_lang *lang, const shard *s, bede_error *err)
{
  for (uint32_t d = 0; d < s->docs.count; d++)
    BEDE_TRY(bede_lang_annotate(lang, &s->docs.items[d], err));
  return BEDE_OK;
}

typedef struct figures {
  double passes[PASSES], tag_parse, all; // least seconds
  char by_pass[13], whole[13];           // digests
} figures;

static bede_status time_round(bench *b, figures *f)
{
  double spent[PASSES] = {0};
  BEDE_TRY(load(b, 1));
  BEDE_TRY(run_passes(b, (1 << PASSES) - 1, spent));
  BEDE_TRY(digest(&b->shards[0], f->by_pass));
  for (unsigned p = 0; p < PASSES; p++)
    keep_least(&f->passes[p], spent[p]);

  BEDE_TRY(load(b, 1));
  double begin = cpu_seconds();
  BEDE_TRY(run_passes(b, TAG_PARSE, NULL));
  keep_least(&f->tag_parse, cpu_seconds() - begin);

  BEDE_TRY(load(b, 1));
  begin = cpu_seconds();
  BEDE_TRY(annotate(b->lang, &b->shards[0], &b->err));
  keep_least(&f->all, cpu_seconds() - begin);
  return digest(&b->shards[0], f->whole);
}

static void put_rate(const bench *b, const char *name, double spent)
{
  printf("%s.%s.%s %.0f\n", mode_names[b->lang->mode], b->lang->kernel->name,
         name, spent > 0 ? (double)b->words / spent : 0.0);
}

// Neither the kernel nor the order of the passes may show in what is said.
static bede_status check_output(bench *b, const figures *f)
{
  if (!b->output[0]) memcpy(b->output, f->whole, sizeof b->output);
  if (strcmp(f->whole, f->by_pass) != 0)
    return bede_error_set(&b->err, BEDE_EFORMAT, BEDE_NO_OFFSET,
                          "the passes here are not those of the engine");
  if (strcmp(f->whole, b->output) != 0)
    return bede_error_set(&b->err, BEDE_EFORMAT, BEDE_NO_OFFSET,
                          "kernel %s gives other results",
                          b->lang->kernel->name);
  return BEDE_OK;
}

static bede_status measure_kernel(bench *b)
{
  figures f;
  memset(&f, 0, sizeof f);
  for (unsigned round = 0; round < b->rounds; round++)
    BEDE_TRY(time_round(b, &f));
  for (unsigned p = 0; p < PASSES; p++)
    put_rate(b, pass_names[p], f.passes[p]);
  put_rate(b, "tag_parse", f.tag_parse);
  put_rate(b, "all", f.all);
  return check_output(b, &f);
}

// --- threads -----------------------------------------------------------------

typedef struct worker {
  const bede_model *model;
  const bede_lang *like; // mode and kernel
  const shard *shard;
  double begin, end, cpu; // wall, wall, CPU seconds
  bede_status status;
} worker;

// The workspace is the thread's own, as are its documents.
static void *work(void *context)
{
  worker *w = context;
  bede_lang *lang;
  bede_error err;
  w->status = bede_lang_new(w->model, w->like->mode, &lang, &err);
  if (w->status) return NULL;
  lang->kernel = w->like->kernel;
  w->cpu = cpu_seconds();
  w->begin = seconds(CLOCK_MONOTONIC);
  w->status = annotate(lang, w->shard, &err);
  w->end = seconds(CLOCK_MONOTONIC);
  w->cpu = cpu_seconds() - w->cpu;
  bede_lang_free(lang);
  return NULL;
}

// Wall seconds from the first that began to the last that ended, and the CPU
// seconds of all.
static bede_status run_threads(bench *b, unsigned count, double *wall,
                               double *cpu)
{
  worker workers[THREADS];
  pthread_t threads[THREADS];
  unsigned started = 0;
  bede_status status = load(b, count);
  for (; !status && started < count; started++) {
    worker *w = &workers[started];
    *w = (worker){
        .model = b->model, .like = b->lang, .shard = &b->shards[started]};
    if (pthread_create(&threads[started], NULL, work, w)) break;
  }
  if (!status && started < count) status = BEDE_ENOMEM;
  for (unsigned i = 0; i < started; i++) {
    (void)pthread_join(threads[i], NULL);
    if (!status) status = workers[i].status;
  }
  if (status) return status;
  double begin = workers[0].begin, end = workers[0].end;
  *cpu = 0;
  for (unsigned i = 0; i < count; i++) {
    if (workers[i].begin < begin) begin = workers[i].begin;
    if (workers[i].end > end) end = workers[i].end;
    *cpu += workers[i].cpu;
  }
  *wall = end - begin;
  return BEDE_OK;
}

// One and two threads take turns, so that a slow moment hits both.
static bede_status measure_threads(bench *b)
{
  const char *mode = mode_names[b->lang->mode];
  double wall[THREADS] = {0}, cpu[THREADS] = {0};
  for (unsigned round = 0; round < b->rounds * THREAD_ROUNDS; round++)
    for (unsigned i = 0; i < THREADS; i++) {
      double w, c;
      BEDE_TRY(run_threads(b, i + 1, &w, &c));
      keep_least(&wall[i], w);
      keep_least(&cpu[i], c);
    }
  printf("%s.threads1 %.0f\n", mode, (double)b->words / wall[0]);
  printf("%s.threads2 %.0f\n", mode, (double)b->words / wall[1]);
  printf("%s.threads_ratio %.3f\n", mode, wall[0] / wall[1]);
  printf("%s.threads_cpu_ratio %.3f\n", mode, THREADS * cpu[0] / cpu[1]);
  return BEDE_OK;
}

// --- running -----------------------------------------------------------------

// The threads then run the last kernel, which is the fastest.
static bede_status measure_mode(bench *b)
{
  const bede_kernel *kernel;
  b->output[0] = '\0';
  for (unsigned n = 0; (kernel = bede_kernel_at(n)) != NULL; n++) {
    if (b->kernel && strcmp(kernel->name, b->kernel) != 0) continue;
    b->lang->kernel = kernel;
    BEDE_TRY(measure_kernel(b));
  }
  if (!b->output[0])
    return bede_error_set(&b->err, BEDE_EUSAGE, BEDE_NO_OFFSET,
                          "there is no kernel %s", b->kernel);
  printf("%s.output %s\n", mode_names[b->lang->mode], b->output);
  return measure_threads(b);
}

static bede_status open_model(bench *b)
{
  bede_str bytes = {NULL, 0};
  bede_buf file;
  if (!b->model_path) return bede_model_open(bytes, &b->model, &b->err);
  bede_buf_init(&file, 0);
  bede_status status = bede_os_read_file(b->model_path, &file, &b->err);
  if (!status) {
    b->model_bytes = aligned_alloc(64, (file.len + 63) / 64 * 64);
    if (!b->model_bytes) status = BEDE_ENOMEM;
  }
  if (!status) {
    memcpy(b->model_bytes, file.ptr, file.len);
    bytes.ptr = b->model_bytes;
    bytes.len = file.len;
    status = bede_model_open(bytes, &b->model, &b->err);
  }
  bede_buf_release(&file);
  return status;
}

static bede_status measure(bench *b)
{
  BEDE_TRY(open_model(b));
  BEDE_TRY(bede_os_read_file(b->path, &b->file, &b->err));
  BEDE_TRY(load(b, 1));
  size_t sentences = 0;
  for (uint32_t d = 0; d < b->shards[0].docs.count; d++)
    sentences += b->shards[0].docs.items[d].sentences.count;
  printf("model %s\nwords %zu\nsentences %zu\n", bede_model_hash(b->model),
         b->words, sentences);
  b->clock = clock_cost();
  for (unsigned mode = 0; mode < BEDE_MODES; mode++) {
    BEDE_TRY(bede_lang_new(b->model, mode, &b->lang, &b->err));
    bede_status status = measure_mode(b);
    bede_lang_free(b->lang);
    if (status) return status;
  }
  return BEDE_OK;
}

static unsigned long parse_count(const char *text)
{
  char *end;
  unsigned long n = strtoul(text, &end, 10);
  return *end || n > 100000000 ? 0 : n;
}

static bool parse_options(bench *b, int argc, char **argv)
{
  int option;
  while ((option = getopt(argc, argv, "m:k:n:r:")) != -1) {
    if (option == 'm') b->model_path = optarg;
    if (option == 'k') b->kernel = optarg;
    if (option == 'n') b->wanted = parse_count(optarg);
    if (option == 'r') b->rounds = (unsigned)parse_count(optarg);
    if (option == '?') return false;
  }
  b->path = argv[optind];
  return optind + 1 == argc && b->wanted && b->rounds;
}

int main(int argc, char **argv)
{
  static bench b = {.wanted = 20000, .rounds = 3};
  if (!parse_options(&b, argc, argv)) {
    fputs("usage: syntax [-m MODEL] [-k KERNEL] [-n WORDS] [-r ROUNDS] FILE\n",
          stderr);
    return 2;
  }
  bede_buf_init(&b.file, 0);
  for (unsigned i = 0; i < THREADS; i++)
    bede_arena_init(&b.shards[i].arena);
  bede_status status = measure(&b);
  if (status) {
    fprintf(stderr, "syntax: %s\n",
            b.err.message[0] ? b.err.message : bede_status_text(status));
  }
  for (unsigned i = 0; i < THREADS; i++)
    bede_arena_release(&b.shards[i].arena);
  bede_buf_release(&b.file);
  bede_model_free(b.model);
  free(b.model_bytes);
  return status ? 1 : 0;
}
