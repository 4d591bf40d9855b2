// Fuzz target: bytes as plain text and as a JSON record, then cut; the
// invariants of the words must hold whatever the bytes are.
#include <stdlib.h>

#include "../tools/text_check.h"
#include "source/source.h"
#include "text/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void cut(bede_arena *arena, bede_str bytes, bool json)
{
  bede_doc doc;
  bede_error err;
  bede_arena_clear(arena);
  bede_doc_init(&doc, arena);
  bede_status status = json ? bede_source_json(&doc, bytes, NULL, &err)
                            : bede_source_text(&doc, bytes, NULL, &err);
  if (status) return;
  if (bede_utf8_check(doc.text.ptr, doc.text.len, true) != doc.text.len) {
    abort();
  }
  if (doc.byline.end > doc.text.len || doc.body_begin > doc.text.len) abort();
  if (!bede_text_split(&doc, &err) && text_check(&doc)) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  bede_arena arena;
  bede_span words[16];
  bede_str bytes = {(const char *)data, size};
  bede_arena_init(&arena);
  cut(&arena, bytes, false);
  cut(&arena, bytes, true);
  if (bede_utf8_check(bytes.ptr, size, true) == size) {
    (void)bede_text_words(bytes, words, 16);
  }
  bede_arena_release(&arena);
  return 0;
}
