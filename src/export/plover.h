// Event records as the PLOVER manual has them: one JSON object a line.
#ifndef EXPORT_PLOVER_H
#define EXPORT_PLOVER_H

#include "export/export.h"

BEDE_CHECKED bede_status bede_export_plover(const bede_doc *doc,
                                            const bede_versions *versions,
                                            const bede_export_options *options,
                                            bede_buf *out);

#endif
