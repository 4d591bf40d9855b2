// The knowledge compiler: folders of text files -> one checksummed blob.
#ifndef LEXICON_COMPILE_H
#define LEXICON_COMPILE_H

#include "base/buf.h"
#include "bede/types.h"

// Compiles the files below each of `dirs` (later folders win: a file of the
// same relative path replaces the earlier one, others add) into `out`
// (appended). The blob is the same for the same files on every machine.
// BEDE_EKNOWLEDGE with err->message "file:line: what is wrong" and err->line;
// BEDE_EIO, BEDE_ENOMEM, BEDE_ELIMIT. All errors of a run are reported to
// `report` (may be NULL), one line each, before it returns.
typedef void bede_compile_report(void *context, const char *line);
BEDE_CHECKED bede_status bede_knowledge_compile(
    const char *const *dirs, size_t dir_count, bede_buf *out,
    bede_compile_report *report, void *context, bede_error *err);

// The same from one file in memory, for tests and fuzzing; `path` is its
// relative path ("actors/states.txt"), which says what it holds.
BEDE_CHECKED bede_status bede_knowledge_compile_text(const char *path,
                                                     bede_str text,
                                                     bede_buf *out,
                                                     bede_error *err);

#endif
