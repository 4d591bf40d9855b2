// Sentences: a paragraph's words are cut where a mark of punctuation ends a
// sentence; closing quotation marks, brackets and reference markers stay with
// the sentence before them.
#include "text/text.h"

#include <assert.h>

#include "base/error.h"
#include "base/limits.h"
#include "text/chars.h"
#include "text/paragraph.h"
#include "text/tables.h"
#include "text/token.h"

// Words that may close behind a mark (brackets, quotation marks, markers). News
// has a few; the bound keeps a text of "!)!)!)" linear.
#define CLOSERS_WINDOW 64u
// Words after a quotation in which its verb of speech may stand:
// "Why now?" the foreign minister asked.
#define SPEECH_WINDOW 4u

// A dateline's place has at most so many words ("NEW YORK CITY"), the whole
// line so many up to its dash ("DES MOINES, Iowa, Aug. 10 (UPI) -").
#define DATELINE_PLACE 4u
#define DATELINE_WORDS 16u

typedef struct splitter {
  bede_doc *doc;
  bede_error *err;
  uint32_t paragraph;
  bool title;
  bool quote_open; // inside straight double quotation marks
} splitter;

typedef enum mark {
  MARK_NONE,
  MARK_STOP,  // .
  MARK_LOUD,  // ! ?
  MARK_DOTS,  // ... and U+2026
  MARK_ABBREV // a word that keeps its full stop
} mark;

static bede_status push_word(void *context, bede_span span, unsigned flags)
{
  splitter *sp = context;
  bede_doc *doc = sp->doc;
  if (doc->words.count >= BEDE_MAX_WORDS) {
    return bede_error_set(sp->err, BEDE_ELIMIT, span.begin,
                          "text: more than %u words", BEDE_MAX_WORDS);
  }
  bede_word *word = BEDE_LIST_PUSH(&doc->words, doc->arena, BEDE_MAX_WORDS);
  if (!word) {
    return bede_error_set(sp->err, BEDE_ENOMEM, BEDE_NO_OFFSET,
                          "text: out of memory");
  }
  word->span = span;
  word->head = word->first_child = word->next_sibling = BEDE_NONE;
  word->mention = BEDE_NONE;
  word->flags = (uint8_t)flags;
  uint32_t end = (uint32_t)doc->text.len;
  if (span.end < end &&
      text_is_space(text_peek(doc->text.ptr, span.end, end))) {
    word->flags |= BEDE_WORD_SPACE_AFTER;
  }
  return BEDE_OK;
}

// --- what a word is

static uint32_t first_cp(const bede_doc *doc, uint32_t word)
{
  bede_str form = bede_word_form(doc, word);
  return text_peek(form.ptr, 0, (uint32_t)form.len);
}

static bool only_marks(bede_str form, const char *set)
{
  for (size_t i = 0; i < form.len; i++) {
    if (!form.ptr[i] || !strchr(set, form.ptr[i])) return false;
  }
  return form.len > 0;
}

static mark mark_of(const bede_doc *doc, uint32_t word)
{
  bede_str form = bede_word_form(doc, word);
  char last = form.ptr[form.len - 1];
  if (last == '.' && form.len == 1) return MARK_STOP;
  if (last == '.' && only_marks(form, ".")) return MARK_DOTS;
  if (last == '.' || last == '!' || last == '?') {
    if (only_marks(form, ".!?")) return MARK_LOUD;
    return last == '.' ? MARK_ABBREV : MARK_NONE;
  }
  uint32_t cp = (unsigned char)last < 0x80 ? 0 : first_cp(doc, word);
  if (cp == TEXT_ELLIPSIS) return MARK_DOTS;
  return cp == 0x3002 || cp == 0x061F || cp == 0x06D4 || cp == 0x0964
             ? MARK_STOP
             : MARK_NONE;
}

static bool space_before(const bede_doc *doc, uint32_t word)
{
  return word == 0 ||
         (doc->words.items[word - 1].flags & BEDE_WORD_SPACE_AFTER);
}

static bool space_after(const bede_doc *doc, uint32_t word)
{
  return word + 1 >= doc->words.count ||
         (doc->words.items[word].flags & BEDE_WORD_SPACE_AFTER);
}

// Does the straight quotation mark `word` close? Blanks tell; where they do
// not, the marks of the paragraph take turns.
static bool straight_closes(const splitter *sp, uint32_t word)
{
  bool before = space_before(sp->doc, word);
  bool after = space_after(sp->doc, word);
  return before == after ? sp->quote_open : after;
}

static bool is_closer(const splitter *sp, uint32_t word)
{
  bede_str form = bede_word_form(sp->doc, word);
  uint32_t cp = first_cp(sp->doc, word);
  if (text_is_closer(cp)) return true;
  if (cp == '"') return straight_closes(sp, word);
  if (bede_str_is(form, "''")) return true;
  return bede_str_is(form, "'") && !space_before(sp->doc, word);
}

static bool is_quote(const bede_doc *doc, uint32_t word)
{
  uint32_t cp = first_cp(doc, word);
  return cp == '"' || cp == TEXT_RDQUO || cp == TEXT_RSQUO || cp == '\'' ||
         cp == 0xBB;
}

// --- does a sentence end here?

// The word at `at` as the next sentence's first, behind what opens it.
static uint32_t content_word(const bede_doc *doc, uint32_t at, uint32_t end)
{
  while (at + 1 < end && !text_is_word(first_cp(doc, at)) &&
         (text_is_opener(first_cp(doc, at)) || is_quote(doc, at) ||
          bede_str_is(bede_word_form(doc, at), "``"))) {
    at++;
  }
  return at;
}

// Behind "?" or "!" and a closing quotation mark: "Why?" the minister asked.
static bool speech_follows(const bede_doc *doc, uint32_t at, uint32_t end)
{
  for (uint32_t i = at; i < end && i < at + SPEECH_WINDOW; i++) {
    bede_str form = bede_word_form(doc, i);
    if (!text_is_word(first_cp(doc, i))) return false;
    if (bede_text_is_speech(form)) return true;
  }
  return false;
}

static bool abbrev_ends(const bede_doc *doc, uint32_t word, uint32_t next)
{
  bede_str form = bede_word_form(doc, word);
  bede_str after = bede_word_form(doc, next);
  bool capital = bede_cp_is_upper(first_cp(doc, next));
  bool starter = capital && bede_text_is_starter(after);
  form.len--;
  switch (bede_text_abbrev(form)) {
  case TEXT_ABBREV_TITLE:
  case TEXT_ABBREV_NUMBER:
  case TEXT_ABBREV_LATIN:
    return false;
  case TEXT_ABBREV_HOUR:
    return capital && !bede_text_follows_hour(after);
  case TEXT_ABBREV_LIST:
    return capital;
  default:
    return starter && form.len > 1;
  }
}

// `word` has mark `m`, the words [word + 1, next) close behind it, `next` is
// before the paragraph's end.
static bool ends_here(const bede_doc *doc, mark m, uint32_t word, uint32_t next,
                      uint32_t end)
{
  bool quoted = next > word + 1 && is_quote(doc, next - 1);
  uint32_t cp = first_cp(doc, next);
  uint32_t content = content_word(doc, next, end);
  uint32_t content_cp = first_cp(doc, content);
  bool lower = bede_cp_is_lower(content_cp);
  if (m == MARK_ABBREV) return abbrev_ends(doc, word, content);
  if (cp == ',' || cp == ';' || cp == ':') return false;
  if (quoted && (lower || (m == MARK_LOUD && speech_follows(doc, next, end)))) {
    return false;
  }
  switch (m) {
  case MARK_STOP:
    return !text_is_closer(cp);
  case MARK_LOUD: // "Yahoo! and others", but: "Who knows? nobody does."
    return !lower || bede_str_ends(bede_word_form(doc, word), "?");
  default: // dots
    return !lower && text_is_word(content_cp) &&
           text_class_of(content_cp) != TEXT_DIGIT;
  }
}

// A note's number set behind the stop without a blank: "... their rights.4 The"
static bool is_note(const bede_doc *doc, uint32_t word, uint32_t end)
{
  uint32_t n;
  return word + 1 < end && !space_before(doc, word) && space_after(doc, word) &&
         mark_of(doc, word - 1) == MARK_STOP && !space_before(doc, word - 1) &&
         bede_str_u32(bede_word_form(doc, word), &n) && n < 1000 &&
         bede_cp_is_upper(first_cp(doc, word + 1));
}

// The first word behind the mark at `word` and what closes behind it.
static uint32_t closers_end(const splitter *sp, uint32_t word, uint32_t end)
{
  const bede_doc *doc = sp->doc;
  uint32_t at = word + 1;
  if (end - at > CLOSERS_WINDOW) end = at + CLOSERS_WINDOW;
  while (at < end) {
    bool marker = doc->words.items[at].flags & BEDE_WORD_MARKER;
    bool again = mark_of(doc, at) != MARK_NONE &&
                 mark_of(doc, at) != MARK_ABBREV && !space_before(doc, at);
    if (!marker && !again && !is_closer(sp, at) && !is_note(doc, at, end)) {
      break;
    }
    at++;
  }
  return at;
}

// --- sentences

static bede_status push_sentence(splitter *sp, uint32_t begin, uint32_t end)
{
  bede_doc *doc = sp->doc;
  bede_sentence *s =
      BEDE_LIST_PUSH(&doc->sentences, doc->arena, BEDE_MAX_SENTENCES);
  if (!s) {
    bool full = doc->sentences.count >= BEDE_MAX_SENTENCES;
    return bede_error_set(sp->err, full ? BEDE_ELIMIT : BEDE_ENOMEM,
                          doc->words.items[begin].span.begin,
                          full ? "text: too many sentences"
                               : "text: out of memory");
  }
  s->span.begin = doc->words.items[begin].span.begin;
  s->span.end = doc->words.items[end - 1].span.end;
  s->word_begin = begin;
  s->word_end = end;
  s->paragraph = sp->paragraph;
  s->title = sp->title;
  s->parsed = true;
  return BEDE_OK;
}

// How good a place behind `word` is to cut an overlong sentence.
static unsigned cut_rank(const bede_doc *doc, uint32_t word)
{
  bede_str form = bede_word_form(doc, word);
  bool pair = word + 1 < doc->words.count &&
              (doc->words.items[word + 1].flags & BEDE_WORD_MWT_IN);
  if (pair) return 0;
  if (bede_str_is(form, ";")) return 4;
  if (bede_str_is(form, ":") || bede_str_is(form, "\xE2\x80\xA2")) return 3;
  return bede_str_is(form, ",") ? 2 : 1;
}

// Emits words [begin, end) as one sentence, or as several when they are more
// than BEDE_MAX_SENTENCE_WORDS: cut in the second half of each window, at the
// last place of the best rank.
static bede_status put_sentence(splitter *sp, uint32_t begin, uint32_t end)
{
  bede_doc *doc = sp->doc;
  if (begin >= end) return BEDE_OK;
  if (end - begin > BEDE_MAX_SENTENCE_WORDS) {
    bede_span span = {doc->words.items[begin].span.begin,
                      doc->words.items[end - 1].span.end};
    bede_doc_warn(doc, "long_sentence", span,
                  "a sentence has too many words and was cut");
  }
  while (end - begin > BEDE_MAX_SENTENCE_WORDS) {
    uint32_t limit = begin + BEDE_MAX_SENTENCE_WORDS, best = limit - 1;
    unsigned best_rank = 0;
    for (uint32_t i = begin + BEDE_MAX_SENTENCE_WORDS / 2; i < limit; i++) {
      unsigned rank = cut_rank(doc, i);
      if (rank >= best_rank) {
        best = i;
        best_rank = rank;
      }
    }
    BEDE_TRY(push_sentence(sp, begin, best + 1));
    begin = best + 1;
  }
  return push_sentence(sp, begin, end);
}

static void follow_quotes(splitter *sp, uint32_t word)
{
  if (first_cp(sp->doc, word) == '"') {
    sp->quote_open = !straight_closes(sp, word);
  }
}

// Cuts the words [begin, end) of a paragraph into sentences.
static bede_status sentences_of(splitter *sp, uint32_t begin, uint32_t end)
{
  uint32_t at = begin;
  sp->quote_open = false;
  while (at < end) {
    mark m = mark_of(sp->doc, at);
    follow_quotes(sp, at);
    if (m == MARK_NONE) {
      at++;
      continue;
    }
    uint32_t next = closers_end(sp, at, end);
    if (next < end && !ends_here(sp->doc, m, at, next, end)) {
      at++;
      continue;
    }
    for (uint32_t i = at + 1; i < next; i++)
      follow_quotes(sp, i);
    BEDE_TRY(put_sentence(sp, begin, next));
    at = begin = next;
  }
  return put_sentence(sp, begin, end);
}

// --- datelines

// A word in capitals, three letters or more: "U.S." may begin a sentence.
static bool is_place_word(const bede_doc *doc, uint32_t word, size_t least)
{
  bede_str form = bede_word_form(doc, word);
  size_t letters = 0;
  for (size_t at = 0; at < form.len;) {
    uint32_t cp = bede_utf8_next(form.ptr, form.len, &at);
    if (bede_cp_is_upper(cp)) {
      letters++;
    } else if (text_is_letter(cp)) {
      return false;
    }
  }
  return letters >= least;
}

static bool is_spaced_dash(const bede_doc *doc, uint32_t word)
{
  bede_str form = bede_word_form(doc, word);
  bool dash = bede_str_is(form, "-") || bede_str_is(form, "--") ||
              bede_str_is(form, "\xE2\x80\x93") ||
              bede_str_is(form, "\xE2\x80\x94");
  return dash && space_before(doc, word) && space_after(doc, word);
}

// Behind the place: state, date, agency.
static bool in_dateline(const bede_doc *doc, uint32_t word)
{
  bede_str form = bede_word_form(doc, word);
  uint32_t cp = first_cp(doc, word);
  if (form.len == 1 && strchr(",()/", form.ptr[0])) return true;
  return bede_cp_is_upper(cp) || text_class_of(cp) == TEXT_DIGIT;
}

// "KABUL, Aug. 10 (Reuters) - Police said": behind the dash, or `begin` where
// the paragraph has no dateline. It is a segment of its own, so that its names
// are no part of the sentence behind it.
static uint32_t dateline_end(const bede_doc *doc, uint32_t begin, uint32_t end)
{
  uint32_t at = begin, limit = begin + DATELINE_WORDS;
  if (begin >= end || !is_place_word(doc, begin, 3)) return begin;
  while (at < end && at < begin + DATELINE_PLACE && is_place_word(doc, at, 1))
    at++;
  // A longer run of capitals is a heading.
  if (at < end && is_place_word(doc, at, 1)) return begin;
  while (at < end && at < limit && !is_spaced_dash(doc, at)) {
    if (!in_dateline(doc, at)) return begin;
    at++;
  }
  if (at + 1 >= end || at >= limit) return begin;
  uint32_t cp = first_cp(doc, content_word(doc, at + 1, end));
  bool starts = bede_cp_is_upper(cp) || text_class_of(cp) == TEXT_DIGIT;
  return starts ? at + 1 : begin;
}

// Cuts the text [begin, end): paragraphs, words, sentences.
static bede_status split_part(splitter *sp, uint32_t begin, uint32_t end)
{
  bede_paragraphs paragraphs;
  bede_span span;
  bede_paragraphs_init(&paragraphs, sp->doc->text.ptr, begin, end);
  while (bede_paragraphs_next(&paragraphs, &span)) {
    uint32_t word = sp->doc->words.count;
    bede_tokenizer t = {0};
    t.s = sp->doc->text.ptr;
    t.end = span.end;
    t.put = push_word;
    t.context = sp;
    BEDE_TRY(bede_token_run(&t, span.begin));
    uint32_t count = sp->doc->words.count;
    uint32_t at = sp->title ? word : dateline_end(sp->doc, word, count);
    BEDE_TRY(put_sentence(sp, word, at));
    if (at > word) {
      sp->doc->sentences.items[sp->doc->sentences.count - 1].dateline = true;
    }
    BEDE_TRY(sentences_of(sp, at, count));
    sp->paragraph++;
  }
  return BEDE_OK;
}

bede_status bede_text_split(bede_doc *doc, bede_error *err)
{
  splitter sp = {doc, err, 0, true, false};
  assert(doc->words.count == 0 && doc->sentences.count == 0);
  if (doc->text.len > BEDE_MAX_DOCUMENT) {
    return bede_error_set(err, BEDE_ELIMIT, BEDE_MAX_DOCUMENT,
                          "text: more than %u bytes", BEDE_MAX_DOCUMENT);
  }
  // English news has a word for every four to five bytes of text
  uint32_t words = (uint32_t)doc->text.len / 4 + 64;
  if (!BEDE_LIST_RESERVE(&doc->words, doc->arena, words))
    return bede_error_set(err, BEDE_ENOMEM, BEDE_NO_OFFSET, "out of memory");
  BEDE_TRY(split_part(&sp, 0, doc->body_begin));
  sp.title = false;
  BEDE_TRY(split_part(&sp, doc->body_begin, (uint32_t)doc->text.len));
  BEDE_TRACE(doc->trace, BEDE_STAGE_TEXT, "split: %u sentences, %u words",
             doc->sentences.count, doc->words.count);
  return BEDE_OK;
}

// --- phrases

typedef struct phrase {
  bede_span *out;
  size_t count, max;
} phrase;

static bede_status push_span(void *context, bede_span span, unsigned flags)
{
  phrase *p = context;
  (void)flags;
  if (p->count == p->max) return BEDE_ELIMIT;
  p->out[p->count++] = span;
  return BEDE_OK;
}

size_t bede_text_words(bede_str s, bede_span *out, size_t max)
{
  phrase p = {out, 0, max};
  bede_tokenizer t = {0};
  if (s.len > BEDE_MAX_DOCUMENT) return SIZE_MAX;
  t.s = s.ptr;
  t.end = (uint32_t)s.len;
  t.phrase = true;
  t.put = push_span;
  t.context = &p;
  return bede_token_run(&t, 0) ? SIZE_MAX : p.count;
}
