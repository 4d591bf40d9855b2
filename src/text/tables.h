// The word lists of segmentation: abbreviations, prefixes, units, clitics,
// words that begin sentences. All look-ups take any case.
#ifndef TEXT_TABLES_H
#define TEXT_TABLES_H

#include <stdbool.h>

#include "bede/types.h"

typedef enum text_abbrev {
  TEXT_ABBREV_NONE,
  TEXT_ABBREV_TITLE,
  TEXT_ABBREV_NUMBER,
  TEXT_ABBREV_MONTH,
  TEXT_ABBREV_WEEKDAY,
  TEXT_ABBREV_NAME,
  TEXT_ABBREV_PLACE,
  TEXT_ABBREV_STREET,
  TEXT_ABBREV_LATIN,
  TEXT_ABBREV_LIST,
  TEXT_ABBREV_UNIT,
  TEXT_ABBREV_WORD,
  TEXT_ABBREV_COUNTRY,
  TEXT_ABBREV_DEGREE,
  TEXT_ABBREV_HOUR
} text_abbrev;

// The class of a word that stands before a full stop; the word is given
// without it. Two rows of one word: the first counts.
text_abbrev bede_text_abbrev(bede_str word);

// A prefix that keeps its hyphen: "anti-war", "co-founder", "e-mail".
bool bede_text_is_prefix(bede_str word);
// A suffix that keeps its hyphen: "kafka-esque".
bool bede_text_is_suffix(bede_str word);
// A unit that is cut from its number: "9 mm". `money`: also the multipliers of
// sums ("$ 5.3 m").
bool bede_text_is_unit(bede_str letters, bool money);
// What stands behind an apostrophe as a word of its own: s, re, ve, ll, d, m.
bool bede_text_is_clitic(bede_str letters);
// Where a word without apostrophe is two: "cannot" 3, "gonna" 3, "dont" 2; 0
// when it is one.
size_t bede_text_fused(bede_str word);
// A word that opens sentences far more often than it follows an abbreviation
// inside a name: articles, pronouns, prepositions, conjunctions.
bool bede_text_is_starter(bede_str word);
// A verb of speech that may follow a quotation: "'Why?' Obama asked".
bool bede_text_is_speech(bede_str word);
// A name that follows an hour: time zones, weekdays, months.
bool bede_text_follows_hour(bede_str word);
// The last label of an Internet name or the ending of a file's name.
bool bede_text_is_domain(bede_str label);
// A word that begins with an apostrophe, given without it: "em", "til".
bool bede_text_is_elided(bede_str word);
// The length of the emoticon at the start of s, 0 when there is none.
size_t bede_text_emoticon(bede_str s);

#endif
