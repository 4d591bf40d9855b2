// The knowledge compiler: folders of text files -> one checksummed blob.
#ifndef LEXICON_COMPILE_H
#define LEXICON_COMPILE_H

#include "base/buf.h"
#include "bede/types.h"

// Compiles the files "*.txt" in the known folders below each of `dirs` (later
// ones win: a file of the same relative path replaces the earlier one, others
// add) into `out` (appended). NULL among `dirs` stands for the files that the
// knowledge embedded in the program was made of. The blob is the same for the
// same files on every machine.
// BEDE_EKNOWLEDGE with err->message "file:line: what is wrong" and err->line;
// BEDE_ENOTFOUND, BEDE_EIO, BEDE_ENOMEM, BEDE_ELIMIT. All errors of a run are
// reported to `report` (may be NULL), one line each, before it returns; after
// BEDE_MAX_KNOWLEDGE_ERRORS it gives up.
typedef void bede_compile_report(void *context, const char *line);
BEDE_CHECKED bede_status bede_knowledge_compile(const char *const *dirs,
                                                size_t dir_count, bede_buf *out,
                                                bede_compile_report *report,
                                                void *context, bede_error *err);

// The same from one file in memory, for tests and fuzzing; `path` is its
// relative path ("actors/states.txt"), which says what it holds.
BEDE_CHECKED bede_status bede_knowledge_compile_text(const char *path,
                                                     bede_str text,
                                                     bede_buf *out,
                                                     bede_error *err);

// A file that a compilation reads.
typedef struct bede_knowledge_file {
  const char *path; // relative path
  bede_str text;    // copied
} bede_knowledge_file;
// The same from several files in memory; errors go to `report` (may be NULL).
BEDE_CHECKED bede_status bede_knowledge_compile_files(
    const bede_knowledge_file *files, size_t count, bede_buf *out,
    bede_compile_report *report, void *context, bede_error *err);

// Compiles without keeping the blob and reports, beside all errors, warnings
// ("file:line: warning: ...") about what is legal but has no effect: classes
// and operators that nothing uses, entries that an earlier line shadows, words
// that the tokeniser splits, countries without an entity, repeated names. The
// status is that of compiling. *warnings (may be NULL) counts them.
BEDE_CHECKED bede_status bede_knowledge_lint(const char *const *dirs,
                                             size_t dir_count,
                                             bede_compile_report *report,
                                             void *context, uint32_t *warnings,
                                             bede_error *err);

#endif
