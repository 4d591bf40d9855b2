// Words of one sentence as the rules of this layer see them.
#ifndef SETTING_SCAN_H
#define SETTING_SCAN_H

#include "ann/doc.h"
#include "base/str.h"
#include "lexicon/lexicon.h"

typedef struct bede_scan {
  const bede_doc *doc;
  const bede_lexicon *lex;
  uint32_t begin, end; // the words of the sentence
  uint32_t sentence;
} bede_scan;

// The word of this number.
static inline const bede_word *bede_word_at(const bede_doc *doc, uint32_t word)
{
  return &doc->words.items[word];
}

// The form of a word, empty outside of the sentence.
bede_str bede_scan_form(const bede_scan *scan, uint32_t word);
// Is the word, whatever its case, this form?
bool bede_scan_is(const bede_scan *scan, uint32_t word, const char *form);
// Is it one of the blank-separated forms of `list`?
bool bede_scan_in(const bede_scan *scan, uint32_t word, const char *list);
// Does the blank-separated phrase stand at `word`? Its words, or 0.
uint32_t bede_scan_phrase(const bede_scan *scan, uint32_t word,
                          const char *phrase);
// As above, with its last word before `word`.
uint32_t bede_scan_before(const bede_scan *scan, uint32_t word,
                          const char *phrase);
// Is the word's lemma (or its form, where the lemma is wrong: "fled") one of
// the blank-separated `list`?
bool bede_scan_lemma_in(const bede_doc *doc, uint32_t word, const char *list);
// The longest phrase of time or number at the word that is of one of `kinds`
// (a bit each), or NULL; its words in *len, 0 without one.
const bede_lex_term *bede_scan_term(const bede_scan *scan, uint32_t word,
                                    uint32_t kinds, uint32_t *len);
// Does it begin with a capital of ASCII? False outside of the sentence.
bool bede_scan_is_capital(const bede_scan *scan, uint32_t word);
// Its tag, X outside of the sentence.
bede_upos bede_scan_upos(const bede_scan *scan, uint32_t word);
// Reads up to four digits that are the whole form; false if there is more.
bool bede_scan_digits(const bede_scan *scan, uint32_t word, uint32_t *out);

// Is there a word of the same sentence before this one? O(log n).
bool bede_has_before(const bede_doc *doc, uint32_t word);

// Is `s` one of the blank-separated words of `list` (lower case; any case of
// ASCII letters matches)?
bool bede_scan_list(bede_str s, const char *list);
// As above: its place in the list, from 1, or 0.
unsigned bede_scan_place(bede_str s, const char *list);

#endif
