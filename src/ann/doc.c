// The document record: start, warnings, look-up. Its invariants are in check.c.
#include "ann/doc.h"

#include <assert.h>
#include <string.h>

#include "base/limits.h"
#include "base/str.h"

void bede_doc_init(bede_doc *doc, bede_arena *arena)
{
  memset(doc, 0, sizeof *doc);
  doc->arena = arena;
  doc->published_basis = "none";
  doc->genre = "unknown";
  doc->focus = BEDE_NONE;
}

void bede_doc_warn(bede_doc *doc, const char *code, bede_span span,
                   const char *message)
{
  // Before the copy: a text of bad bytes alone has a million warnings.
  if (doc->warnings.count >= BEDE_MAX_WARNINGS) return;
  bede_str copy = bede_arena_copy(doc->arena, bede_str_from(message));
  if (!copy.ptr) return;
  bede_warning *warning =
      BEDE_LIST_PUSH(&doc->warnings, doc->arena, BEDE_MAX_WARNINGS);
  if (!warning) return;
  warning->code = code;
  warning->message = copy;
  warning->span = span;
}

uint32_t bede_doc_first(const void *items, uint32_t count, size_t size,
                        size_t member, uint32_t sentence)
{
  uint32_t low = 0, high = count, at;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    memcpy(&at, (const char *)items + middle * size + member, sizeof at);
    if (at < sentence) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

uint32_t bede_doc_sentence_of(const bede_doc *doc, uint32_t word)
{
  uint32_t low = 0, high = doc->sentences.count;
  assert(word < doc->words.count);
  while (low < high) { // the first sentence that ends after the word
    uint32_t middle = low + (high - low) / 2;
    if (doc->sentences.items[middle].word_end <= word) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  assert(low < doc->sentences.count);
  return low;
}

void bede_doc_check(const bede_doc *doc)
{
  assert(!bede_doc_wrong(doc));
  (void)doc;
}
