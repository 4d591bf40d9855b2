// Rows as the POLECAT data set has them: 40 columns with tabs.
#ifndef EXPORT_POLECAT_H
#define EXPORT_POLECAT_H

#include "export/export.h"

// The header; with `all` it names the column of ours at the end.
void bede_polecat_header(bool all, bede_buf *out);
BEDE_CHECKED bede_status bede_export_polecat(const bede_doc *doc,
                                             const bede_versions *versions,
                                             const bede_export_options *options,
                                             bede_buf *out);

#endif
