// What the text itself says about its title and author.
#ifndef SOURCE_BYLINE_H
#define SOURCE_BYLINE_H

#include "ann/doc.h"

// The bytes of a title that stands in the text: a short first line without a
// final mark of punctuation, no byline, and with a blank line behind it. {0, 0}
// if none.
bede_span bede_byline_title(bede_str text);
// Where the body begins behind the title's line and its blank lines.
uint32_t bede_byline_body(bede_str text, bede_span title);
// The author's line ("By A. Roe"): the first line of the body or the last of
// the text, where "(Reporting by A. Roe; ...)" is one as well; *name gets the
// bytes of the name alone. {0, 0} if none.
bede_span bede_byline_find(bede_str text, uint32_t body_begin, bede_span *name);

// The agency in the dateline of the first paragraph ("LIMA, May 3 (Reuters) -
// "), without its brackets. {0, 0} if none.
bede_span bede_byline_credit(bede_str text, uint32_t body_begin);

#endif
