// The invariants of a document that was cut: every non-blank byte of the text
// belongs to exactly one word, words and sentences are in order, disjoint and
// start and end at code points. For unit tests and fuzz targets.
#ifndef TEXT_CHECK_H
#define TEXT_CHECK_H

#include "ann/doc.h"
#include "base/limits.h"
#include "base/str.h"
#include "base/utf8.h"

static inline bool text_check_boundary(const bede_doc *doc, uint32_t at)
{
  return at == doc->text.len || (doc->text.ptr[at] & 0xC0) != 0x80;
}

static inline bool text_check_blank(bede_str s)
{
  for (size_t at = 0; at < s.len;) {
    if (bede_cp_class(bede_utf8_next(s.ptr, s.len, &at)) != BEDE_CC_SPACE) {
      return false;
    }
  }
  return true;
}

static inline const char *text_check_words(const bede_doc *doc)
{
  uint32_t at = 0;
  for (uint32_t i = 0; i < doc->words.count; i++) {
    const bede_word *w = &doc->words.items[i];
    if (w->span.begin >= w->span.end) return "an empty word";
    if (w->span.begin < at) return "words out of order";
    if (w->span.end > doc->text.len) return "a word behind the text";
    if (w->span.end - w->span.begin > BEDE_MAX_WORD_BYTES) return "a long word";
    if (!text_check_boundary(doc, w->span.begin) ||
        !text_check_boundary(doc, w->span.end)) {
      return "a word cuts a code point";
    }
    if (!text_check_blank(bede_str_sub(doc->text, at, w->span.begin))) {
      return "bytes outside of words";
    }
    bool first = w->flags & BEDE_WORD_MWT;
    bool next_in = i + 1 < doc->words.count &&
                   (doc->words.items[i + 1].flags & BEDE_WORD_MWT_IN);
    if (first != next_in) return "a torn multiword token";
    at = w->span.end;
  }
  return text_check_blank(bede_str_sub(doc->text, at, doc->text.len))
             ? NULL
             : "bytes behind the last word";
}

// NULL when all is well, else what is wrong.
static inline const char *text_check(const bede_doc *doc)
{
  const char *wrong = text_check_words(doc);
  uint32_t word = 0, paragraph = 0;
  if (wrong) return wrong;
  for (uint32_t i = 0; i < doc->sentences.count; i++) {
    const bede_sentence *s = &doc->sentences.items[i];
    if (s->word_begin != word || s->word_end <= word) {
      return "sentences do not partition the words";
    }
    word = s->word_end;
    if (word > doc->words.count) return "a sentence behind the words";
    if (word - s->word_begin > BEDE_MAX_SENTENCE_WORDS) {
      return "a long sentence";
    }
    if (s->span.begin != doc->words.items[s->word_begin].span.begin ||
        s->span.end != doc->words.items[word - 1].span.end) {
      return "a sentence's span is not that of its words";
    }
    if (s->paragraph < paragraph) return "paragraphs out of order";
    paragraph = s->paragraph;
    if (s->title != (s->span.begin < doc->body_begin)) return "a wrong title";
  }
  return word == doc->words.count ? NULL : "words outside of sentences";
}

#endif
