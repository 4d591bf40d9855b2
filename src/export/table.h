// The table for people: who did what to whom, and who says so.
#ifndef EXPORT_TABLE_H
#define EXPORT_TABLE_H

#include "export/export.h"

BEDE_CHECKED bede_status bede_export_table(const bede_doc *doc,
                                           const bede_export_options *options,
                                           bede_buf *out);

#endif
