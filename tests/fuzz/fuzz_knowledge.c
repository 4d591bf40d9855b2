// Knowledge files and blobs. The first byte chooses: 0..8 compile the rest as a
// file of that folder, open the blob and look everything up; 9 damages a small
// good blob with the rest, pairs of (place, byte), and makes its check good
// again; others open the rest as a blob.
#include <stdlib.h>
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "lexicon/blob.h"
#include "lexicon/compile.h"
#include "text/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const folders[] = {
    "actors/x.txt",    "agents/x.txt",     "classes/x.txt",
    "compose/x.txt",   "cues/x.txt",       "labels/x.txt",
    "operators/x.txt", "predicates/x.txt", "support/x.txt"};
#define FOLDERS (sizeof folders / sizeof *folders)

static const char *const good[][2] = {
    {"actors/a.txt",
     "entity A | state | AAA | GOV | AAA | Arl\nname AR; Two Arl\n"
     "role king | AAA | GOV | AAAGOV | ..\nentity b | group | - | - | - | B\n"
     "parent A\n"},
    {"agents/a.txt", "[COP person]\npolice man\n"},
    {"classes/a.txt", "class c: gun coin\n"},
    {"labels/a.txt", "[approving act]\nbrave\n"},
    {"operators/a.txt", "[O]\nv shun\n"},
    {"compose/a.txt", "O | * | AGREE\n"},
    {"predicates/a.txt", "[AID]\nv help obj=@c|gun\n"}};

#define GOOD (sizeof good / sizeof *good)

// Looks up everything that a sentence of the text's own words can reach.
static void look_up(const bede_lexicon *lex, bede_doc *doc)
{
  uint32_t len, count, end = doc->words.count;
  for (uint32_t i = 0; i < end; i++) {
    uint32_t lemma = doc->words.items[i].lemma_id;
    const bede_lex_name *n =
        bede_lexicon_name_at(lex, doc, i, end, &len, &count);
    for (uint32_t k = 0; n && k < count; k++)
      (void)bede_lexicon_str(lex, bede_lexicon_entity(lex, n[k].entity)->name);
    (void)bede_lexicon_agent_at(lex, doc, i, 0, &len);
    (void)bede_lexicon_label_at(lex, doc, i, end, &len);
    const bede_lex_pred *p = bede_lexicon_preds(lex, lemma, 'v', &count);
    for (uint32_t k = 0; p && k < count && p[k].cond_count; k++) {
      const bede_lex_cond *c = bede_lexicon_conds(lex, p[k].cond_begin);
      if (bede_lexicon_values(lex, c->value_begin)->kind > BEDE_COND_ANY)
        abort();
    }
    (void)bede_lexicon_supports(lex, lemma, &count);
    (void)bede_lexicon_ops(lex, lemma, 'v', &count);
    (void)bede_lexicon_cues(lex, lemma, 'v', &count);
    (void)bede_lexicon_in_class(lex, lemma, 1);
  }
  for (uint16_t op = 0; op < 8; op++)
    (void)bede_lexicon_compose(lex, op, BEDE_AID, BEDE_MODE_NONE);
}

// A document of one sentence with the words of `text`, bound.
static void make_doc(const bede_lexicon *lex, bede_str text, bede_doc *doc)
{
  bede_span spans[64];
  size_t n;
  if (text.len > 400) text.len = 400;
  n = bede_text_words(text, spans, 64);
  if (n == SIZE_MAX) n = 64;
  doc->text = text;
  doc->words.items = bede_arena_array(doc->arena, n, sizeof(bede_word));
  doc->sentences.items = bede_arena_array(doc->arena, 1, sizeof(bede_sentence));
  if (!doc->words.items || !doc->sentences.items) return;
  doc->words.count = (uint32_t)n;
  doc->sentences.count = 1;
  doc->sentences.items[0].word_end = (uint32_t)n;
  for (size_t i = 0; i < n; i++) {
    doc->words.items[i].span = spans[i];
    doc->words.items[i].lemma = bede_doc_str(doc, spans[i]);
  }
  if (bede_lexicon_bind(lex, doc, 0)) doc->words.count = 0;
}

static void open_blob(bede_str blob, bede_str text, bool must_open)
{
  bede_lexicon *lex;
  bede_arena arena;
  bede_doc doc;
  bede_status status = bede_lexicon_open(blob, &lex, NULL);
  assert(!status || !must_open);
  (void)must_open;
  if (status) return;
  bede_arena_init(&arena);
  bede_doc_init(&doc, &arena);
  make_doc(lex, text, &doc);
  look_up(lex, &doc);
  bede_arena_release(&arena);
  bede_lexicon_free(lex);
}

static void damage(const uint8_t *data, size_t size)
{
  bede_buf b;
  bede_str text = bede_str_from("AR Two Arl police man brave help shun gun");
  bede_knowledge_file files[GOOD];
  for (size_t i = 0; i < GOOD; i++) {
    files[i].path = good[i][0];
    files[i].text = bede_str_from(good[i][1]);
  }
  bede_buf_init(&b, 0);
  bede_status status =
      bede_knowledge_compile_files(files, GOOD, &b, NULL, NULL, NULL);
  assert(!status);
  for (size_t i = 0; !status && i + 3 <= size; i += 3) {
    size_t at = (data[i] | (size_t)data[i + 1] << 8) % b.len;
    if (at >= BEDE_BLOB_CHECK_FROM) b.ptr[at] = (char)data[i + 2];
  }
  uint64_t check = bede_hash(b.ptr + BEDE_BLOB_CHECK_FROM,
                             b.len - BEDE_BLOB_CHECK_FROM, BEDE_BLOB_SEED);
  memcpy(b.ptr + offsetof(bede_blob_head, check), &check, sizeof check);
  open_blob(bede_buf_str(&b), text, false);
  bede_buf_release(&b);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  if (size == 0) return 0;
  bede_str rest = {(const char *)data + 1, size - 1};
  if (data[0] == FOLDERS) {
    damage(data + 1, size - 1);
    return 0;
  }
  bede_buf blob;
  bede_buf_init(&blob, 0);
  if (data[0] > FOLDERS) {
    bede_buf_append_str(&blob, rest); // a copy, so that it is aligned
    open_blob(bede_buf_str(&blob), rest, false);
  } else if (bede_knowledge_compile_text(folders[data[0]], rest, &blob, NULL) ==
             BEDE_OK) {
    open_blob(bede_buf_str(&blob), rest, true);
  }
  bede_buf_release(&blob);
  return 0;
}
