// What the lists over many reports have in common: examples, and lines of the
// knowledge that outlive the report at hand.
#ifndef API_LIST_H
#define API_LIST_H

#include "api/handle.h"

// Bytes of an example or a name; longer ones are cut.
#define BEDE_LIST_EXAMPLE 300u

typedef BEDE_LIST(bede_str) bede_list_files;

// Copies the paths of the knowledge files, by number, when that was not done
// before. BEDE_ENOMEM.
BEDE_CHECKED bede_status bede_list_keep_files(bede_list_files *files,
                                              bede_arena *arena,
                                              const bede_lexicon *lex);
// Appends "file:line"; nothing for no line.
void bede_list_put_ref(const bede_list_files *files, bede_ref ref,
                       bede_buf *out);
// The start of a text that a list may keep, borrowed from it.
bede_str bede_list_cut(bede_str text);
// The words of a sentence as an example, borrowed from the document.
bede_str bede_list_example(const bede_doc *doc, uint32_t sentence);
// Appends a name so that its spellings compare equal: without case and accents,
// one blank between words.
void bede_list_fold(bede_buf *out, bede_str name);

#endif
