// Segmentation alone, as CoNLL-U without annotation: to measure words and
// sentences against a treebank.
//
//   seg gold.txt > pred.conllu
//   seg -t gold.txt       prints one sentence a line, words parted by blanks
//   seg -q N gold.txt     splits N times and prints nothing, for timing
//
// gold.txt is the text of a treebank, its sentences joined as they stood;
// pred.conllu is scored against the treebank by the CoNLL 2018 evaluation or
// any like it.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/os.h"
#include "base/str.h"
#include "text/text.h"

static void print_word(const bede_doc *doc, uint32_t word, uint32_t number)
{
  const bede_word *w = &doc->words.items[word];
  bede_str form = bede_word_form(doc, word);
  const char *space = "SpaceAfter=No";
  if (w->flags & BEDE_WORD_MWT) {
    const bede_word *last = w + 1;
    printf("%u-%u\t%.*s\t_\t_\t_\t_\t_\t_\t_\t%s\n", number, number + 1,
           (int)(last->span.end - w->span.begin), form.ptr,
           last->flags & BEDE_WORD_SPACE_AFTER ? "_" : space);
  }
  if ((w->flags & BEDE_WORD_SPACE_AFTER) ||
      (w->flags & (BEDE_WORD_MWT | BEDE_WORD_MWT_IN))) {
    space = "_";
  }
  printf("%u\t%.*s\t_\tX\t_\t_\t%u\t%s\t_\t%s\n", number, (int)form.len,
         form.ptr, number > 1 ? 1u : 0u, number > 1 ? "dep" : "root", space);
}

static void print_sentence(const bede_doc *doc, const bede_sentence *s,
                           bool plain)
{
  for (uint32_t i = s->word_begin; i < s->word_end; i++) {
    bede_str form = bede_word_form(doc, i);
    if (plain) {
      printf(i > s->word_begin ? " %.*s" : "%.*s", (int)form.len, form.ptr);
    } else {
      print_word(doc, i, i - s->word_begin + 1);
    }
  }
  puts("");
}

static bede_status split(bede_doc *doc, bede_arena *arena, bede_str text,
                         bede_error *err)
{
  bede_arena_clear(arena);
  bede_doc_init(doc, arena);
  doc->text = text;
  return bede_text_split(doc, err);
}

int main(int argc, char **argv)
{
  bool plain = argc > 2 && strcmp(argv[1], "-t") == 0;
  long times =
      argc > 3 && strcmp(argv[1], "-q") == 0 ? strtol(argv[2], NULL, 10) : 0;
  bede_buf bytes;
  bede_arena arena;
  bede_doc doc;
  bede_error err = {{0}, 0, 0};
  bede_buf_init(&bytes, BEDE_MAX_DOCUMENT);
  bede_arena_init(&arena);
  bede_status status =
      argc < 2 ? BEDE_EUSAGE : bede_os_read_file(argv[argc - 1], &bytes, &err);
  if (!status) status = split(&doc, &arena, bede_buf_str(&bytes), &err);
  for (long i = 1; !status && i < times; i++) {
    status = split(&doc, &arena, bede_buf_str(&bytes), &err);
  }
  if (status) fprintf(stderr, "seg: %s\n", err.message);
  for (uint32_t i = 0; !status && !times && i < doc.sentences.count; i++) {
    print_sentence(&doc, &doc.sentences.items[i], plain);
  }
  bede_arena_release(&arena);
  bede_buf_release(&bytes);
  return status ? 1 : 0;
}
