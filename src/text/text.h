// From source text to sentences and words, by Unicode rules for news.
#ifndef TEXT_TEXT_H
#define TEXT_TEXT_H

#include "ann/doc.h"

// Fills doc->sentences and doc->words from doc->text: paragraphs (a blank line,
// or a line end where lines are paragraphs), sentences, words with their spans
// and flags; bracketed reference markers are words with BEDE_WORD_MARKER.
// The title (bytes before body_begin) is one sentence, or several when it holds
// several. Every word span is a substring of doc->text, spans are in order and
// disjoint, every non-blank byte belongs to exactly one word.
// BEDE_ENOMEM, BEDE_ELIMIT. Linear in the text.
BEDE_CHECKED bede_status bede_text_split(bede_doc *doc, bede_error *err);

// Fills doc->references with the list of references at the end of the text:
// numbered or bulleted lines under a heading ("References", "Notes"), or the
// last lines when their numbers are those of markers in the text. Its sentences
// are marked. Needs sentences. BEDE_ENOMEM. Linear in the text.
BEDE_CHECKED bede_status bede_text_references(bede_doc *doc, bede_error *err);

// The words of one phrase (a knowledge entry), by the same tokeniser, without
// sentence splitting: at most `max` spans into `s`. Returns the number of
// words, or SIZE_MAX when there are more than `max` or s is over
// BEDE_MAX_DOCUMENT bytes.
size_t bede_text_words(bede_str s, bede_span *out, size_t max);

#endif
