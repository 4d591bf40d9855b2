// When, where and how many, in words for people; shared by the table and by
// `bede explain`. Words of a report are written without control characters.
#ifndef EXPORT_SAY_H
#define EXPORT_SAY_H

#include "ann/doc.h"
#include "base/buf.h"

// "2014-06-27 (day, by "Friday" in its clause)". The claim has a date.
void bede_say_date(const bede_doc *doc, const bede_claim *claim, bede_buf *out);
// "Tripoli, Lebanon/North, LBN (city)".
void bede_say_place(const bede_place *place, bede_buf *out);
// The same with the words and where they stand. The claim has a place.
void bede_say_claim_place(const bede_doc *doc, const bede_claim *claim,
                          bede_buf *out);
// "at least 12 (12 or more, killed, civilians)".
void bede_say_quantity(const bede_doc *doc, const bede_quantity *quantity,
                       bede_buf *out);

#endif
