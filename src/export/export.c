// The formats and their writers.
#include "export/export.h"

#include "export/flat.h"
#include "export/json.h"
#include "export/petrarch.h"
#include "export/plover.h"
#include "export/polecat.h"
#include "export/shape.h"
#include "export/table.h"

void bede_export_begin(bede_format format, bool all, bede_buf *out)
{
  if (format == BEDE_FORMAT_POLECAT)
    bede_polecat_header(all, out);
  else
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
  case BEDE_FORMAT_PLOVER:
    return bede_export_plover(doc, versions, options, out);
  case BEDE_FORMAT_POLECAT:
    return bede_export_polecat(doc, versions, options, out);
  case BEDE_FORMAT_PETRARCH:
    return bede_export_petrarch(doc, options, out);
  default:
    return bede_export_flat(format, doc, versions, options, out);
  }
}

void bede_export_count_left(bede_format format, const bede_doc *doc,
                            uint64_t counts[BEDE_EXPORT_REASONS])
{
  if (!bede_shape_is(format)) return;
  for (uint32_t i = 0; i < doc->claims.count; i++) {
    uint32_t set = bede_shape_left(format, doc, &doc->claims.items[i]);
    unsigned first = 0;
    while (set && !(set >> first & 1))
      first++;
    if (set) counts[first]++;
  }
}
