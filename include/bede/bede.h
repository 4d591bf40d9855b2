// Bede: news reports in, claims with their speakers out.
//
//   bede_coder *coder;
//   bede_coder_new(NULL, &coder, &err);          loads what is built in
//   bede_coder_text(coder, text, len, NULL, BEDE_OUT_JSON, &out, &err);
//   ... use out.ptr, out.len ...
//   bede_output_release(&out);
//   bede_coder_free(coder);
//
// Threads: a coder is used by one thread at a time; two coders may run in two
// threads. Nothing here prints, exits, or reads the environment, the locale or
// the clock. Strings are UTF-8.
#ifndef BEDE_BEDE_H
#define BEDE_BEDE_H

#include <stdbool.h>

#include "bede/types.h"

#ifdef __cplusplus
extern "C" {
#endif

// The version of the program, "major.minor.patch". Static.
BEDE_API const char *bede_version(void);

// How claims are written. See the contract of the records in doc/records.md.
typedef enum bede_output_format {
  BEDE_OUT_JSON,   // one document object a line
  BEDE_OUT_CLAIMS, // the flat table, one JSON object a row
  BEDE_OUT_CSV,
  BEDE_OUT_TSV,
  BEDE_OUT_TABLE, // for people
  // Shapes of other projects. A claim that is no event to them (it is denied,
  // it has no date, ...) is left out, unless `all` of the options is set.
  BEDE_OUT_PLOVER,  // event records of the PLOVER manual, JSON Lines
  BEDE_OUT_POLECAT, // the columns of the POLECAT data set, with tabs
  BEDE_OUT_PETRARCH // event lines of PETRARCH2
} bede_output_format;

typedef enum bede_input_format {
  BEDE_IN_AUTO,
  BEDE_IN_TEXT,
  BEDE_IN_JSONL,
  BEDE_IN_CONLLU
} bede_input_format;

// Metadata for documents whose input has none. Any member may be NULL.
typedef struct bede_metadata {
  size_t size; // sizeof(bede_metadata)
  const char *published, *publisher, *author, *title;
} bede_metadata;

// Options of a coder. Zero-initialise, set `size`, then what differs.
typedef struct bede_options {
  size_t size; // sizeof(bede_options)
  // Folders over the built-in knowledge: a file of the same path replaces an
  // earlier one, others add.
  const char *const *knowledge_dirs;
  size_t knowledge_dir_count;
  const char *model_path; // a model file instead of the built-in one
  bool accurate;          // the bigger network of the model: slower, better
                          // trees and so other claims; shown in `options`
  bool with_text;         // put the text that offsets refer to in JSON
  bool no_text;           // leave evidence texts out
  bool with_predicates;   // every verbal predicate with its factuality
  bool color;             // tables: ANSI colours
  unsigned width;         // tables: columns, 0 = 100
  unsigned trace_mask;    // stages to trace, by bit in their order
  void (*trace)(void *context, const char *line, size_t len); // or NULL
  void *trace_context;
  bool all; // shapes of other projects: also the claims that are left out,
            // with the reasons in a last column
} bede_options;

typedef struct bede_coder bede_coder;

// Bytes that the library made; release them with bede_output_release.
// Zero-initialise before the first use; a later use keeps the memory.
typedef struct bede_output {
  char *ptr;
  size_t len;
  size_t capacity;
} bede_output;
BEDE_API void bede_output_release(bede_output *output);

// Makes a coder (freed with bede_coder_free) over the built-in knowledge and
// model, or those of `options` (NULL: defaults; strings are copied or read
// during the call). BEDE_EKNOWLEDGE, BEDE_EMODEL, BEDE_ENOMEM, BEDE_EIO.
BEDE_API BEDE_CHECKED bede_status bede_coder_new(const bede_options *options,
                                                 bede_coder **out,
                                                 bede_error *err);
BEDE_API void bede_coder_free(bede_coder *coder); // NULL is allowed

// 16 hex digits each, owned by the coder.
BEDE_API const char *bede_coder_knowledge_hash(const bede_coder *coder);
BEDE_API const char *bede_coder_model_hash(const bede_coder *coder);

// Codes one plain text and appends the record(s) to `out`. A text that cannot
// be coded gives a negative status and, for JSON, a record of status "failed".
BEDE_API BEDE_CHECKED bede_status bede_coder_text(
    bede_coder *coder, const char *text, size_t len, const bede_metadata *meta,
    bede_output_format format, bede_output *out, bede_error *err);

// Why a claim is left out of the shapes of other projects: a word of a closed
// list ("undated"), NULL beyond the last reason. Static.
enum { BEDE_LEFT_ROOM = 16 }; // more than there are reasons
BEDE_API const char *bede_left_out_name(unsigned reason);

// What a run over one input did.
typedef struct bede_run {
  uint64_t documents; // read, also those that failed later
  uint64_t coded;
  uint64_t failed; // also files of a folder that could not be read
  uint64_t claims, sentences, bytes;
  const char *path; // the file in work, while the sink is called
  uint64_t left_out[BEDE_LEFT_ROOM]; // claims that were not written, each under
                                     // its first reason
} bede_run;

// Called with the bytes of each document as soon as it is coded, and once for
// each failed document with its error (`document` is its id or number; ptr
// NULL). A non-zero result stops the run and is returned.
typedef bede_status bede_sink(void *context, const char *ptr, size_t len,
                              const char *document, const bede_error *failure,
                              const bede_run *so_far);

// Codes every document of a file ("-" is standard input) in order. `run` is
// added to. Errors of single documents go to the sink, the run goes on; a
// negative status means that the file could not be read at all (or not to its
// end) or that the sink stopped it. Memory does not grow with the file.
BEDE_API BEDE_CHECKED bede_status
bede_coder_file(bede_coder *coder, const char *path, bede_input_format input,
                const bede_metadata *meta, bede_output_format format,
                bede_sink *sink, void *context, bede_run *run, bede_error *err);

// The bit of a stage ("text", "lang", "event", ...) in `trace_mask`, 0 for a
// name that is none; and the names, in their order, NULL after the last.
BEDE_API unsigned bede_trace_bit(const char *stage);
BEDE_API const char *bede_trace_stage(unsigned index);

// The first line of csv, tsv and polecat (`all` as in the options of the
// coder); nothing for other formats.
BEDE_API BEDE_CHECKED bede_status bede_output_header(bede_output_format format,
                                                     bool all,
                                                     bede_output *out);

// CoNLL-U of a file: of raw documents, one call of the sink each; or (input
// BEDE_IN_CONLLU, or AUTO and a name in .conllu) of its given sentences, words
// and comments, annotated anew, one call and one "document" a sentence. A
// sentence that is no CoNLL-U is left out and goes to the sink as a failure.
BEDE_API BEDE_CHECKED bede_status bede_coder_parse(
    bede_coder *coder, const char *path, bede_input_format input,
    bede_sink *sink, void *context, bede_run *run, bede_error *err);

// For every sentence: tree, entities, what was tried, what won and what lost
// and why. Text for people.
BEDE_API BEDE_CHECKED bede_status bede_coder_explain(
    bede_coder *coder, const char *text, size_t len, const bede_metadata *meta,
    bede_output *out, bede_error *err);

// The same for every document of a file, as bede_coder_file: one call of the
// sink a document.
BEDE_API BEDE_CHECKED bede_status bede_coder_explain_file(
    bede_coder *coder, const char *path, bede_input_format input,
    const bede_metadata *meta, bede_sink *sink, void *context, bede_run *run,
    bede_error *err);

// The actors of many documents in one list.
typedef struct bede_actors bede_actors;
// NULL without memory.
BEDE_API BEDE_CHECKED bede_actors *bede_actors_new(void);
// Codes every document of a file, as bede_coder_file, and counts its actors.
// The sink is told of each document, with no bytes.
BEDE_API BEDE_CHECKED bede_status bede_actors_file(
    bede_actors *list, bede_coder *coder, const char *path,
    bede_input_format input, const bede_metadata *meta, bede_sink *sink,
    void *context, bede_run *run, bede_error *err);
// Writes the list as lines with tabs under a header, the actors of most claims
// first; with `uncoded` only names that the knowledge lacks and that have no
// country or no sector. Nothing may be counted after it.
BEDE_API BEDE_CHECKED bede_status bede_actors_write(bede_actors *list,
                                                    bool uncoded,
                                                    bede_output *out);
BEDE_API void bede_actors_free(bede_actors *list); // NULL is allowed

// Who speaks in many documents, and what share of what is said rests on whom.
typedef struct bede_sources bede_sources;
// How the list is written. Zero-initialise, set `size`, then what differs.
typedef struct bede_sources_options {
  size_t size;               // sizeof(bede_sources_options)
  bede_output_format format; // JSON (an object a speaker), CSV, TSV or TABLE
  bool summary;              // the shares instead of the speakers; the table
                             // has both without it
  bool color;                // TABLE: ANSI colours
  unsigned width;            // TABLE: columns, 0 = 100
} bede_sources_options;
// NULL without memory.
BEDE_API BEDE_CHECKED bede_sources *bede_sources_new(void);
// Codes every document of a file, as bede_coder_file, and counts who says what.
// The sink is told of each document, with no bytes; one with which there would
// be more than 2^20 speakers fails with BEDE_ELIMIT.
BEDE_API BEDE_CHECKED bede_status bede_sources_file(
    bede_sources *list, bede_coder *coder, const char *path,
    bede_input_format input, const bede_metadata *meta, bede_sink *sink,
    void *context, bede_run *run, bede_error *err);
// Writes the speakers, those of most statements first, or the shares. Nothing
// may be counted after it. BEDE_EUSAGE for a format of claims.
BEDE_API BEDE_CHECKED bede_status bede_sources_write(
    bede_sources *list, const bede_sources_options *options, bede_output *out);
BEDE_API void bede_sources_free(bede_sources *list); // NULL is allowed

// The predicates of many documents in one list: verbs with their particle, and
// nouns that tell an event.
typedef struct bede_verbs bede_verbs;
// NULL without memory.
BEDE_API BEDE_CHECKED bede_verbs *bede_verbs_new(void);
// Codes every document of a file, as bede_coder_file, and counts its
// predicates and what became of them. The sink is told of each document, with
// no bytes.
BEDE_API BEDE_CHECKED bede_status
bede_verbs_file(bede_verbs *list, bede_coder *coder, const char *path,
                bede_input_format input, const bede_metadata *meta,
                bede_sink *sink, void *context, bede_run *run, bede_error *err);
// Writes the list as lines with tabs under a header, the most frequent first;
// with `uncoded` those with a use that became neither a claim nor told who
// speaks, the ones first that have a political actor as subject or object most
// often there. Nothing may be counted after it.
BEDE_API BEDE_CHECKED bede_status bede_verbs_write(bede_verbs *list,
                                                   bool uncoded,
                                                   bede_output *out);
BEDE_API void bede_verbs_free(bede_verbs *list); // NULL is allowed

// What is listed of the attributed statements of documents. Zero-initialise,
// set `size`, then what differs. A filter without members lets everything
// through, else what meets any of them.
typedef struct bede_quotes_options {
  size_t size;               // sizeof(bede_quotes_options)
  bede_output_format format; // JSON (an object a statement), CSV, TSV or TABLE
  bool all; // also those of which no word stands in quotation marks
  // Of the speaker's name, office or words in the report a part that begins
  // with a word, without regard to case and accents. BEDE_EUSAGE when one is
  // empty.
  const char *const *speakers;
  size_t speaker_count;
  const char *const *stances; // "says", "denies", ...
  size_t stance_count;
  const char *const *kinds; // of the speaker: "person", "unnamed_group", ...
  size_t kind_count;
} bede_quotes_options;

// The first line of CSV and TSV; nothing for JSON and TABLE. BEDE_EUSAGE for
// formats of claims.
BEDE_API BEDE_CHECKED bede_status bede_quotes_header(bede_output_format format,
                                                     bede_output *out);
// Codes every document of a file, as bede_coder_file, and hands its attributed
// statements to the sink, in the order of the text. Memory does not grow with
// the file. BEDE_EUSAGE for a format, stance or kind that there is not.
BEDE_API BEDE_CHECKED bede_status bede_quotes_file(
    bede_coder *coder, const char *path, bede_input_format input,
    const bede_metadata *meta, const bede_quotes_options *options,
    bede_sink *sink, void *context, bede_run *run, bede_error *err);

// Scores predicted documents against gold claims and writes the figures for
// people, then of the missed and of the extra claims the first `show` each. All
// three are JSON Lines files: documents, gold, predictions. BEDE_EFORMAT with
// "file:line: what is wrong"; BEDE_ENOTFOUND, BEDE_EIO, BEDE_ENOMEM.
BEDE_API BEDE_CHECKED bede_status bede_score_claims(
    const char *docs_path, const char *gold_path, const char *pred_path,
    unsigned show, bede_output *out, bede_error *err);

// How two codings are compared. Zero-initialise, set `size`, then what differs.
enum { BEDE_DIFF_LOST = 1, BEDE_DIFF_GAINED = 2, BEDE_DIFF_CHANGED = 4 };
typedef struct bede_diff_options {
  size_t size;   // sizeof(bede_diff_options)
  unsigned only; // which changes are told, 0 = all; all of them are counted
  bool json;     // one JSON object a change instead of text for people
  bool summary;  // the counts alone
} bede_diff_options;

// What a comparison found. Reports are paired by id; those with another text
// are not compared.
typedef struct bede_diff {
  uint64_t pairs, only_in_a, only_in_b, other_text; // reports
  uint64_t alike, lost, gained, changed;            // claims
} bede_diff;

// Compares two codings of the same reports: files of document objects, or of
// rows of the flat table as JSON, "-" is standard input. Reports are paired by
// id, claims by theirs. The sink gets the changes of each report, then the
// counts; a line that is no such record goes to it as a failure of its file, at
// its byte, and the others are compared. `run` is added to: the reports read
// of both files, and the lines that failed. Memory grows with the reports that
// wait for their pair: not at all where both files have one order. A negative
// status means that a file could not be opened, which is told before anything
// is read, or not be read to its end, or that the sink stopped the run.
BEDE_API BEDE_CHECKED bede_status
bede_diff_files(const char *a, const char *b, const bede_diff_options *options,
                bede_sink *sink, void *context, bede_run *run, bede_diff *found,
                bede_error *err);

// Compiles knowledge folders, of which NULL stands for what is built in, and
// reports every defect and what is legal but without effect ("warning:"), one
// line each. BEDE_OK when there are warnings only, else as bede_coder_new.
BEDE_API BEDE_CHECKED bede_status bede_lint(const char *const *dirs,
                                            size_t dir_count,
                                            void (*report)(void *context,
                                                           const char *line),
                                            void *context, bede_error *err);

// Checks the sums of the built-in model and knowledge in full. `published` is
// the day of the reports that are to be coded (YYYY-MM-DD) or NULL: knowledge
// of offices that ends before it is warned of. BEDE_EUSAGE when it is no date.
BEDE_API BEDE_CHECKED bede_status bede_doctor(const char *published,
                                              bede_output *out,
                                              bede_error *err);

#ifdef __cplusplus
}
#endif
#endif
