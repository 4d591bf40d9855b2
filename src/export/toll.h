// How many a claim tells of, from its quantities.
#ifndef EXPORT_TOLL_H
#define EXPORT_TOLL_H

#include "ann/doc.h"

typedef struct bede_toll {
  bool has_low, has_high, has_best;
  int64_t low, high, best;
} bede_toll;

// The numbers of one kind that a claim has, as one; false when it has none.
// What one speaker tells side by side is added ("five soldiers and three
// civilians"); a part of another number, a number taken up again ("all 12"),
// what a toll rose by, and a running total beside what happened now are left
// out. Of several speakers `low` is the lowest, `high` the highest, open where
// one of them leaves it open, `best` that of the first. Where there are only
// parts, `low` is the largest of them and the rest is open. Sums stop at
// INT64_MAX.
bool bede_toll_of(const bede_doc *doc, const bede_claim *claim,
                  bede_quantity_of of, bede_toll *toll);

#endif
