// CoNLL-U in and out. The reader keeps sentences, words, multiword tokens,
// comments and every annotation that a bede_doc has room for (empty nodes and
// the enhanced graph are left out); the writer makes valid UD of any annotated
// document.
#ifndef LANG_CONLLU_H
#define LANG_CONLLU_H

#include "ann/doc.h"
#include "base/buf.h"

// A multiword token whose words do not simply add up to it ("cannot" does,
// French "au" does not); words [begin, end).
typedef struct bede_conllu_range {
  uint32_t begin, end;
  bede_str form;
} bede_conllu_range;

// What a file has besides the document. Strings are borrowed from the input.
typedef struct bede_conllu {
  BEDE_LIST(bede_str) comments; // one a sentence: its lines with '#'
  BEDE_LIST(bede_conllu_range) ranges;
} bede_conllu;

// Reads at most `max` sentences of `input` from *at into the new document `doc`
// (bede_doc_init), whose text is made of the forms, and moves *at past them.
// BEDE_END when there are none; BEDE_EFORMAT with offset and line for lines
// that are no CoNLL-U or no UTF-8, BEDE_ELIMIT for sentences over
// BEDE_MAX_SENTENCE_WORDS or too much text, BEDE_ENOMEM. `kept` lives in the
// document's arena.
BEDE_CHECKED bede_status bede_conllu_read(bede_str input, size_t *at,
                                          uint32_t max, bede_doc *doc,
                                          bede_conllu *kept, bede_error *err);

// Appends a sentence: its kept comments, or sent_id, newpar and text; `kept`
// may be NULL. Needs a linked tree (bede_tree_link). Check out->status.
void bede_conllu_write(const bede_doc *doc, const bede_conllu *kept,
                       uint32_t sentence, bede_buf *out);

// The name of a bede_ner ("B-PER"), "O" for none.
const char *bede_ner_name(bede_ner ner);

#endif
