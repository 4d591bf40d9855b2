// The document object of the contract, one a line.
#ifndef EXPORT_JSON_H
#define EXPORT_JSON_H

#include "export/export.h"

#define BEDE_SCHEMA 4
#define BEDE_CODEBOOK "plover-2.0-bede.1"

BEDE_CHECKED bede_status bede_export_json(const bede_doc *doc,
                                          const bede_versions *versions,
                                          const bede_export_options *options,
                                          bede_buf *out);

#endif
