// Event lines as PETRARCH2 writes them: a pair of parties and a CAMEO code.
#ifndef EXPORT_PETRARCH_H
#define EXPORT_PETRARCH_H

#include "export/export.h"

BEDE_CHECKED bede_status bede_export_petrarch(
    const bede_doc *doc, const bede_export_options *options, bede_buf *out);

#endif
