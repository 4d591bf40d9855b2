// Written numbers: "1,500", "two hundred and five", "1.5 million", "a dozen".
#ifndef SETTING_NUMBER_H
#define SETTING_NUMBER_H

#include "setting/scan.h"

typedef struct bede_number {
  uint32_t begin, end; // words
  int64_t value;       // rounded down; `whole` is false when that lost a part
  bool whole;
  int64_t scale;    // of the words that it ends with: 1000000 of "3 million",
                    // 1 without
  const char *rule; // static: "cardinal", "words", "mixed"
} bede_number;

// The longest number that starts at `word`; false when there is none.
bool bede_number_at(const bede_scan *scan, uint32_t word, bede_number *out);

#endif
