// One job over the documents of a file or folder, in order: what is common to
// coding, parsing and explaining. Memory does not grow with the file.
#ifndef API_JOB_H
#define API_JOB_H

#include "api/handle.h"
#include "source/source.h"

typedef struct bede_job bede_job;

struct bede_job {
  bede_coder *coder;
  bede_input_format input;
  bede_meta meta;
  bede_output_format format; // of coding
  bede_sink *sink;
  void *context;
  bede_run *run;
  // Runs the stages over a document that was read and appends its record to
  // `out`. After an error the document counts as failed.
  bede_status (*work)(bede_job *job, bede_doc *doc, bede_error *err);
  // Appends what is to be said of a failed document, or NULL.
  bede_status (*write_failed)(bede_job *job, bede_doc *doc,
                              const bede_error *failure);
  // Goes through one file instead of bede_job_documents, or NULL.
  bede_status (*read)(bede_job *job, const char *path, bede_error *err);
  const struct bede_conllu *given; // of parsing: what the input has besides
  // Filled in by the run.
  bede_buf out;
  bede_status stopped; // what the sink ended the run with
};

// Does the work over `path`: a file, a folder, "-" or NULL for standard input.
// Ends with the sink's word, or an error if the file could not be read.
BEDE_CHECKED bede_status bede_job_run(bede_job *job, const char *path,
                                      bede_error *err);

// Works on one document that was read with `status`, and tells the sink.
// Non-zero when the run is to end.
BEDE_CHECKED bede_status bede_job_document(bede_job *job, bede_doc *doc,
                                           bede_status status, const char *path,
                                           bede_error *err);

// The metadata of the public call as that of the reader; NULL is allowed.
bede_meta bede_job_meta(const bede_metadata *metadata);

#endif
