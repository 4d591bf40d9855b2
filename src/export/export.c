// The formats and their writers.
#include "export/export.h"

#include "export/flat.h"
#include "export/json.h"
#include "export/table.h"

void bede_export_begin(bede_format format, bede_buf *out)
{
  bede_flat_header(format, out);
}

bede_status bede_export_doc(bede_format format, const bede_doc *doc,
                            const bede_versions *versions,
                            const bede_export_options *options, bede_buf *out)
{
  switch (format) {
  case BEDE_FORMAT_JSON:
    return bede_export_json(doc, versions, options, out);
  case BEDE_FORMAT_TABLE:
    return bede_export_table(doc, options, out);
  default:
    return bede_export_flat(format, doc, versions, options, out);
  }
}
