// Repair of text: what is no text in a string of bytes becomes U+FFFD, and a
// warning says where it stood.
#ifndef SOURCE_CLEAN_H
#define SOURCE_CLEAN_H

#include "ann/doc.h"

// Is this no text at all: a program, a picture, an archive, UTF-16?
bool bede_clean_is_binary(bede_str bytes);

// Drops the byte order mark at the start of `bytes`, if there is one.
bede_str bede_clean_bom(bede_str bytes);

// Appends `bytes` to `out`: bad UTF-8, encoded surrogates and NUL become
// U+FFFD, each with a warning that names its offset in the input (`base` plus
// that in `bytes`) and, when `spanned`, its span in the output. Errors stick to
// out->status.
void bede_clean_append(bede_doc *doc, bede_buf *out, bede_str bytes,
                       uint64_t base, bool spanned);

// Appends one JSON record to `out`: as above, and escapes of lone surrogates
// ("\ud800") and of NUL become "\ufffd". The warnings have no span: where a
// field will stand in the text is not yet known.
void bede_clean_json(bede_doc *doc, bede_buf *out, bede_str record,
                     uint64_t base);

#endif
