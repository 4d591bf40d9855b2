// Finds expressions of time in the words of a sentence.
#ifndef SETTING_TIMEX_H
#define SETTING_TIMEX_H

#include "setting/scan.h"

// Appends those of one sentence to doc->dates, in text order, disjoint.
// BEDE_ENOMEM.
BEDE_CHECKED bede_status bede_timex_find(bede_doc *doc, const bede_scan *scan);

#endif
