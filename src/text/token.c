// Cuts words. A chunk between blanks is read from left to right: a word is a
// run of letters and digits with what joins it to further runs (a decimal
// point, an inner apostrophe, the hyphen of a prefix, the stops of initials);
// then its clitics, its unit and its final full stop are decided.
#include "text/token.h"

#include <string.h>

#include "ann/doc.h"
#include "base/limits.h"
#include "text/chars.h"
#include "text/tables.h"

// How far a rule looks ahead, in bytes. Longer addresses than these are cut,
// which hostile input alone has.
enum {
  LOOK_ADDRESS = 64,
  LOOK_DOMAIN = 128,
  LOOK_PHONE = 32,
  LOOK_BLANKS = 64,
  LOOK_WORD = 32
};

// What comes after a full stop.
typedef enum next_kind {
  NEXT_END,     // nothing: the paragraph ends
  NEXT_LOWER,   // a lower-case word
  NEXT_STARTER, // a capitalised word that likely begins a sentence
  NEXT_UPPER,   // another capitalised word
  NEXT_DIGIT,
  NEXT_INNER, // punctuation that goes on with the sentence: , ; : ) 's
  NEXT_OTHER
} next_kind;

static bede_status put(bede_tokenizer *t, uint32_t begin, uint32_t end,
                       unsigned flags)
{
  bede_span span = {begin, end};
  if (end <= t->marker_end) flags |= BEDE_WORD_MARKER;
  return t->put(t->context, span, flags);
}

static uint32_t run_end(const bede_tokenizer *t, uint32_t at)
{
  while (at < t->end) {
    unsigned char c = (unsigned char)t->s[at];
    if (c < 0x80) {
      if (!bede_is_alnum(c) && c != '_') break;
      at++;
    } else {
      if (!text_is_word(text_peek(t->s, at, t->end))) break;
      at = text_step(t->s, at, t->end);
    }
  }
  return at;
}

// The end of a run of letters or digits of at most LOOK_DOMAIN bytes.
static uint32_t short_run_end(const bede_tokenizer *t, uint32_t at)
{
  uint32_t stop = at + LOOK_DOMAIN;
  while (at < t->end && at < stop &&
         text_is_word(text_peek(t->s, at, t->end))) {
    at = text_step(t->s, at, t->end);
  }
  return at;
}

static bede_str str_of(const bede_tokenizer *t, uint32_t begin, uint32_t end)
{
  bede_str s = {t->s + begin, end - begin};
  return s;
}

static uint32_t peek(const bede_tokenizer *t, uint32_t at)
{
  return text_peek(t->s, at, t->end);
}

static bool digit_at(const bede_tokenizer *t, uint32_t at)
{
  return at < t->end && bede_is_digit((unsigned char)t->s[at]);
}

static bool letter_at(const bede_tokenizer *t, uint32_t at)
{
  return text_is_letter(peek(t, at)) && peek(t, at) != '_';
}

static uint32_t digits_end(const bede_tokenizer *t, uint32_t at)
{
  uint32_t stop = at + LOOK_PHONE;
  while (at < stop && digit_at(t, at))
    at++;
  return at;
}

// --- what follows a full stop

static next_kind next_word(const bede_tokenizer *t, uint32_t at)
{
  uint32_t cp = peek(t, at);
  if (bede_is_digit(cp)) return NEXT_DIGIT;
  if (!bede_cp_is_upper(cp)) {
    return text_is_letter(cp) ? NEXT_LOWER : NEXT_OTHER;
  }
  uint32_t stop = at, limit = at + LOOK_WORD;
  while (stop < t->end && stop < limit && text_is_letter(peek(t, stop))) {
    stop = text_step(t->s, stop, t->end);
  }
  return bede_text_is_starter(str_of(t, at, stop)) ? NEXT_STARTER : NEXT_UPPER;
}

// `at` is behind the full stop.
static next_kind next_after(const bede_tokenizer *t, uint32_t at)
{
  uint32_t stop = at + LOOK_BLANKS, cp = peek(t, at);
  if (at < t->end && !text_is_space(cp)) {
    if (text_is_apostrophe(cp) && letter_at(t, at + 1)) return NEXT_INNER;
    if (cp == ',' || cp == ';' || cp == ':' || cp == '-' || cp == '/' ||
        cp == TEXT_ENDASH) {
      return NEXT_INNER;
    }
    if (text_is_word(cp)) return next_word(t, at);
  }
  while (at < t->end && at < stop &&
         (text_is_space(peek(t, at)) || peek(t, at) == '"' ||
          text_is_closer(peek(t, at)) || text_is_opener(peek(t, at)))) {
    at = text_step(t->s, at, t->end);
  }
  if (at >= t->end) return NEXT_END;
  cp = peek(t, at);
  if (cp == ',' || cp == ';' || cp == ':' || cp == '-' || cp == '&' ||
      cp == TEXT_ENDASH || cp == 0x2014) {
    return NEXT_INNER;
  }
  return next_word(t, at);
}

// --- abbreviations

// "U.S", "a.m", "J.K": single letters with stops between them.
static bool is_initials(bede_str word)
{
  if (word.len < 3) return false;
  for (size_t i = 0; i < word.len; i++) {
    if (i % 2 ? word.ptr[i] != '.'
              : !bede_is_alpha((unsigned char)word.ptr[i])) {
      return false;
    }
  }
  return word.len % 2 == 1;
}

// "Reno, Nev.": a state after its town; "R-Ariz.": after a party's letter.
static bool after_comma(const bede_tokenizer *t, uint32_t at)
{
  if (at > 0 && t->s[at - 1] == '-') return true;
  while (at > 0 && t->s[at - 1] == ' ')
    at--;
  return at > 0 && t->s[at - 1] == ',';
}

static bool roman_at(const bede_tokenizer *t, uint32_t at)
{
  while (at < t->end && text_is_space(peek(t, at)))
    at++;
  return at < t->end && strchr("IVX", t->s[at]) &&
         !letter_at(t, digits_end(t, at + 1));
}

// "W." before a name; a letter that ends a sentence is none: "Plan B. The ...".
static bool initial_keeps(const bede_tokenizer *t, next_kind next)
{
  return next == NEXT_UPPER || next == NEXT_LOWER || next == NEXT_INNER ||
         (next == NEXT_END && t->phrase);
}

static bool class_keeps(const bede_tokenizer *t, text_abbrev class,
                        uint32_t begin, uint32_t stop_at)
{
  next_kind next = next_after(t, stop_at + 1);
  bool last = next == NEXT_END;
  if (last && t->phrase) return true;
  switch (class) {
  case TEXT_ABBREV_TITLE:
    return !last && next != NEXT_DIGIT && next != NEXT_OTHER;
  case TEXT_ABBREV_NUMBER:
    return next == NEXT_DIGIT ||
           (next == NEXT_UPPER && roman_at(t, stop_at + 1));
  case TEXT_ABBREV_WEEKDAY:
    return !last && next != NEXT_STARTER && next != NEXT_LOWER;
  case TEXT_ABBREV_PLACE:
    return after_comma(t, begin);
  case TEXT_ABBREV_STREET:
    return next != NEXT_END && next != NEXT_STARTER;
  case TEXT_ABBREV_UNIT:
    return next == NEXT_LOWER || next == NEXT_INNER || next == NEXT_DIGIT;
  case TEXT_ABBREV_LIST:
  case TEXT_ABBREV_WORD:
    return !last && next != NEXT_STARTER && next != NEXT_UPPER;
  default:
    return true;
  }
}

// Does the full stop at `stop_at` belong to the word before it?
static bool keeps_stop(const bede_tokenizer *t, uint32_t begin,
                       uint32_t stop_at)
{
  bede_str word = str_of(t, begin, stop_at);
  if (peek(t, stop_at + 1) == '.') return false;
  if (is_initials(word)) return true;
  text_abbrev class = bede_text_abbrev(word);
  if (class && class_keeps(t, class, begin, stop_at)) return true;
  if (class && word.len > 1) return false;
  return word.len == 1 && bede_is_upper((unsigned char)word.ptr[0]) &&
         initial_keeps(t, next_after(t, stop_at + 1));
}

// --- what joins runs

// Three digits and no fourth: "10,000".
static bool thousands_at(const bede_tokenizer *t, uint32_t at)
{
  return digits_end(t, at) == at + 3 && !letter_at(t, at + 3);
}

// The end of the Internet or file name whose last complete label ends at the
// stop `at` ("news.example" + ".com"), or 0.
static uint32_t domain_end(const bede_tokenizer *t, uint32_t at)
{
  uint32_t limit = at + LOOK_DOMAIN, label = at, stops = 0, end = at;
  while (end < t->end && end < limit && t->s[end] == '.' &&
         text_is_word(peek(t, end + 1))) {
    label = end + 1;
    end = short_run_end(t, label);
    stops++;
    if (end < t->end && t->s[end] == '-' && text_is_word(peek(t, end + 1))) {
      end = short_run_end(t, end + 1); // a-b.com
    }
  }
  if (!stops) return 0;
  bede_str last = str_of(t, label, end);
  bool lower = bede_is_lower((unsigned char)last.ptr[0]);
  bool all_upper = last.len > 1 && bede_is_upper((unsigned char)last.ptr[1]);
  if (bede_text_is_domain(last) && (lower || all_upper)) return end;
  // misc.consumers.travel: newsgroups and host names
  return stops >= 2 && lower && last.len > 1 ? end : 0;
}

static uint32_t join_stop(const bede_tokenizer *t, uint32_t begin, uint32_t at)
{
  uint32_t next = at + 1;
  if (digit_at(t, at - 1) && digit_at(t, next)) return run_end(t, next);
  if (!letter_at(t, next)) return 0;
  uint32_t end = domain_end(t, at);
  if (end) return end;
  end = short_run_end(t, next);
  uint32_t label = at; // begin of the part before the stop
  while (label > begin && label + 8 > at && t->s[label - 1] != '.')
    label--;
  if (at == label + 1 && end == next + 1) return end; // U.S
  text_abbrev class = bede_text_abbrev(str_of(t, begin, end));
  return class == TEXT_ABBREV_DEGREE ? end : 0; // Ph.D
}

// 555-0142, 555-555-0142, 2014-05-02: numbers that hyphens do not cut; a range
// ("5-10", "1990-1995") and a score ("1-0") are cut.
static uint32_t join_digits(const bede_tokenizer *t, uint32_t begin,
                            uint32_t at)
{
  uint32_t first = digits_end(t, begin), groups = 1, end = first, from = begin;
  if (first != at) return 0;
  while (end < t->end && end < begin + LOOK_PHONE && t->s[end] == '-' &&
         digit_at(t, end + 1)) {
    from = end + 1;
    end = digits_end(t, from);
    groups++;
  }
  if (letter_at(t, end)) return 0;
  if (groups >= 3) return end;
  return groups == 2 && first == begin + 3 && end == from + 4 ? end : 0;
}

static uint32_t join_hyphen(const bede_tokenizer *t, uint32_t begin,
                            uint32_t at, uint32_t next)
{
  if (digit_at(t, begin)) return join_digits(t, begin, at);
  if (!text_is_word(peek(t, next))) return 0;
  if (bede_text_is_prefix(str_of(t, begin, at))) return run_end(t, next);
  uint32_t end = short_run_end(t, next);
  return bede_text_is_suffix(str_of(t, next, end)) ? end : 0;
}

// O'Brien, Shi'ite, o'clock, the 60's; a clitic is cut instead: 2017's vote.
static uint32_t join_apostrophe(const bede_tokenizer *t, uint32_t at,
                                uint32_t next)
{
  if (!letter_at(t, next)) return 0;
  uint32_t end = short_run_end(t, next);
  bede_str after = str_of(t, next, end);
  if (t->s[at - 1] == '0' && bede_str_is(after, "s")) return end;
  if (bede_text_is_clitic(after)) return 0;
  if (bede_str_eq_nocase(after, bede_str_from("t")) &&
      (t->s[at - 1] | 32) == 'n') {
    return 0;
  }
  return run_end(t, next);
}

// AT&T, R&D, P&L: capitals; "p&l": single letters.
static uint32_t join_ampersand(const bede_tokenizer *t, uint32_t begin,
                               uint32_t at)
{
  uint32_t end = short_run_end(t, at + 1);
  if (end == at + 1) return 0;
  bede_str a = str_of(t, begin, at), b = str_of(t, at + 1, end);
  if (a.len == 1 && b.len == 1) return end;
  if (a.len > 4 || b.len > 4) return 0;
  for (size_t i = 0; i < a.len; i++) {
    if (!bede_is_upper((unsigned char)a.ptr[i])) return 0;
  }
  for (size_t i = 0; i < b.len; i++) {
    if (!bede_is_upper((unsigned char)b.ptr[i])) return 0;
  }
  return end;
}

// 9/11, 1/2, 24/7, 03/15/2001; w/o, b/c, s/he; "w/" before a blank.
static uint32_t join_slash(const bede_tokenizer *t, uint32_t begin, uint32_t at)
{
  if (digit_at(t, at - 1) && digit_at(t, at + 1)) return run_end(t, at + 1);
  uint32_t end = short_run_end(t, at + 1);
  bede_str word = str_of(t, begin, end);
  if (word.len == 3 && peek(t, end) != '/') return end;
  if (bede_str_eq_nocase(word, bede_str_from("s/he"))) return end;
  return bede_str_eq_nocase(word, bede_str_from("w/")) &&
                 text_is_gap(peek(t, end))
             ? end
             : 0;
}

// The end of the word [begin, at) with what the connector at `at` joins to it,
// or 0 when the connector ends the word.
static uint32_t join(const bede_tokenizer *t, uint32_t begin, uint32_t at)
{
  uint32_t cp = peek(t, at);
  switch (cp) {
  case '.':
    return join_stop(t, begin, at);
  case ',':
    return digit_at(t, at - 1) && thousands_at(t, at + 1) ? at + 4 : 0;
  case ':':
    return digit_at(t, at - 1) && digit_at(t, at + 1) ? run_end(t, at + 1) : 0;
  case '/':
    return join_slash(t, begin, at);
  case '&':
    return join_ampersand(t, begin, at);
  case '@':
  case '*':
  case '+': // Smith@DESK, f*ed, A+B
    return letter_at(t, at - 1) && letter_at(t, at + 1) ? run_end(t, at + 1)
                                                        : 0;
  case '$': // US$, A$
    return at - begin <= 2 && bede_is_upper((unsigned char)t->s[begin]) &&
                   bede_is_upper((unsigned char)t->s[at - 1])
               ? at + 1
               : 0;
  case '-':
  case TEXT_HYPHEN:
  case TEXT_NBHYPHEN:
    return join_hyphen(t, begin, at, text_step(t->s, at, t->end));
  case '\'':
  case '`':
  case TEXT_RSQUO:
  case TEXT_LSQUO:
    return join_apostrophe(t, at, text_step(t->s, at, t->end));
  default:
    return 0;
  }
}

// --- addresses

static bool url_at(const bede_tokenizer *t, uint32_t at)
{
  static const char *const schemes[] = {"http://", "https://", "ftp://",
                                        "www.",    "mailto:",  NULL};
  if (!memchr("hHfFwWmM", t->s[at], 8)) return false;
  for (const char *const *z = schemes; *z; z++) {
    size_t n = strlen(*z);
    if (t->end - at <= n || !text_is_word(peek(t, at + (uint32_t)n))) continue;
    if (bede_str_eq_nocase(str_of(t, at, at + (uint32_t)n),
                           bede_str_from(*z))) {
      return true;
    }
  }
  return false;
}

// The end of the address at `at`: up to a blank or bracket, without the
// punctuation of the sentence behind it.
static uint32_t url_end(const bede_tokenizer *t, uint32_t at)
{
  uint32_t end = at, begin = at;
  while (end < t->end && end - begin < BEDE_MAX_WORD_BYTES) {
    uint32_t cp = peek(t, end);
    if (text_is_space(cp) || cp == '<' || cp == '>' || cp == '"' || cp == ']' ||
        cp == '}' || cp == '|' || cp == TEXT_RDQUO) {
      break;
    }
    if (cp == ')' && !memchr(t->s + begin, '(', end - begin)) break;
    end = text_step(t->s, end, t->end);
  }
  while (end > begin + 1 && strchr(".,;:!?'*", t->s[end - 1]))
    end--;
  return end;
}

// The next "@" at or behind `at`; each is looked for once.
static uint32_t next_at_sign(bede_tokenizer *t, uint32_t at)
{
  if (t->at_sign < at || !t->at_known) {
    const char *sign = memchr(t->s + at, '@', t->end - at);
    t->at_sign = sign ? (uint32_t)(sign - t->s) : t->end;
    t->at_known = true;
  }
  return t->at_sign;
}

static bool mail_char(uint32_t cp)
{
  return bede_is_alnum(cp) || cp == '.' || cp == '_' || cp == '-' ||
         cp == '+' || cp == '%';
}

// The end of an e-mail address that begins at `at`, or 0.
static uint32_t mail_end(bede_tokenizer *t, uint32_t at)
{
  uint32_t sign = next_at_sign(t, at);
  if (sign >= t->end || sign - at > LOOK_ADDRESS) return 0;
  for (uint32_t i = at; i < sign; i++) {
    if (!mail_char((unsigned char)t->s[i])) return 0;
  }
  uint32_t end = sign + 1, limit = end + LOOK_DOMAIN;
  if (end >= t->end || !bede_is_alnum((unsigned char)t->s[end])) return 0;
  while (end < t->end && end < limit && mail_char((unsigned char)t->s[end])) {
    end++;
  }
  while (!bede_is_alnum((unsigned char)t->s[end - 1]))
    end--;
  return end;
}

// --- words

// Emits [begin, end) cut at `cut` as the two words of a multiword token.
static bede_status put_pair(bede_tokenizer *t, uint32_t begin, uint32_t cut,
                            uint32_t end)
{
  bede_status status = put(t, begin, cut, BEDE_WORD_MWT);
  return status ? status : put(t, cut, end, BEDE_WORD_MWT_IN);
}

// Emits a word of at most BEDE_MAX_WORD_BYTES, longer ones in pieces.
static bede_status put_word(bede_tokenizer *t, uint32_t begin, uint32_t end)
{
  while (end - begin > BEDE_MAX_WORD_BYTES) {
    uint32_t cut = begin + BEDE_MAX_WORD_BYTES;
    while ((t->s[cut] & 0xC0) == 0x80)
      cut--;
    bede_status status = put(t, begin, cut, 0);
    if (status) return status;
    begin = cut;
  }
  return put(t, begin, end, 0);
}

// "9mm", "5pm", "$5.3m": the number is a word, the unit another.
static uint32_t unit_cut(const bede_tokenizer *t, uint32_t begin, uint32_t end)
{
  uint32_t cut = end;
  if (!digit_at(t, begin) && t->s[begin] != '.') return 0;
  while (cut > begin && end - cut < 8 &&
         bede_is_alpha((unsigned char)t->s[cut - 1])) {
    cut--;
  }
  if (cut == end || !digit_at(t, cut - 1)) return 0;
  bool money = begin > 0 && strchr("$\xA3\xAC\xA5", t->s[begin - 1]);
  if (memchr(t->s + begin, '/', cut - begin)) return 0;
  return bede_text_is_unit(str_of(t, cut, end), money) ? cut : 0;
}

// The end of the clitic whose apostrophe is at `at`, behind [begin, at); *cut
// gets where it begins ("do|n't", "it|'s"). 0 when there is none.
static uint32_t clitic_end(const bede_tokenizer *t, uint32_t begin, uint32_t at,
                           uint32_t *cut)
{
  uint32_t cp = peek(t, at);
  if (!text_is_apostrophe(cp) || cp == TEXT_LSQUO) return 0;
  uint32_t next = text_step(t->s, at, t->end);
  uint32_t end = short_run_end(t, next);
  bede_str after = str_of(t, next, end);
  *cut = at;
  if (bede_text_is_clitic(after)) return end;
  if (bede_str_eq_nocase(after, bede_str_from("t")) && at > begin + 1 &&
      (t->s[at - 1] | 32) == 'n') {
    *cut = at - 1;
    return end;
  }
  return 0;
}

// "the parents' house": a plural's apostrophe, unless it closes a quotation.
static uint32_t plural_end(const bede_tokenizer *t, uint32_t begin, uint32_t at)
{
  uint32_t cp = peek(t, at);
  if ((cp != '\'' && cp != TEXT_RSQUO) || t->single_open) return 0;
  uint32_t next = text_step(t->s, at, t->end);
  if (at - begin < 2 || (t->s[at - 1] | 32) != 's') return 0;
  return peek(t, next) == cp || text_is_word(peek(t, next)) ? 0 : next;
}

// Decides about the end of the word [begin, at) and emits it.
static bede_status finish_word(bede_tokenizer *t, uint32_t begin, uint32_t *at)
{
  uint32_t end = *at, cut = 0;
  if (end < t->end && t->s[end] == '.' && keeps_stop(t, begin, end)) {
    end = *at = end + 1;
  }
  if (end < t->end) {
    uint32_t stop = clitic_end(t, begin, end, &cut);
    if (!stop) {
      cut = end;
      stop = plural_end(t, begin, end);
    }
    if (stop && stop - begin <= BEDE_MAX_WORD_BYTES) {
      *at = stop;
      return put_pair(t, begin, cut, stop);
    }
  }
  cut = unit_cut(t, begin, end);
  if (cut) {
    bede_status status = put_word(t, begin, cut);
    return status ? status : put(t, cut, end, 0);
  }
  size_t fused = bede_text_fused(str_of(t, begin, end));
  if (fused) return put_pair(t, begin, begin + (uint32_t)fused, end);
  return put_word(t, begin, end);
}

static bede_status word_at(bede_tokenizer *t, uint32_t *at)
{
  uint32_t begin = *at, end = 0;
  if (url_at(t, begin)) end = url_end(t, begin);
  if (!end) end = mail_end(t, begin);
  if (end) {
    *at = end;
    return put_word(t, begin, end);
  }
  end = run_end(t, begin);
  while (end < t->end && end - begin < BEDE_MAX_WORD_BYTES) {
    uint32_t more = join(t, begin, end);
    if (!more) break;
    end = more;
  }
  *at = end;
  return finish_word(t, begin, at);
}

// --- symbols

// Is there a blank, an opener or nothing before `at`?
static bool at_word_start(const bede_tokenizer *t, uint32_t at)
{
  uint32_t cp = text_before(t->s, 0, at);
  return text_is_gap(cp) || text_is_opener(cp) || cp == '"' || cp == '\'';
}

// A quotation mark, a clitic that stands alone ("U.S. 's"), or the apostrophe
// of a shortened word ('72, 'til).
static uint32_t apostrophe_end(bede_tokenizer *t, uint32_t at)
{
  uint32_t cp = peek(t, at), next = text_step(t->s, at, t->end);
  uint32_t end = short_run_end(t, next);
  bede_str after = str_of(t, next, end);
  if (peek(t, next) == cp && cp != TEXT_LSQUO) { // '' closes, `` opens
    return text_step(t->s, next, t->end);
  }
  if (cp == TEXT_LSQUO && peek(t, next) == TEXT_RSQUO) { // one double mark
    return text_step(t->s, next, t->end);
  }
  if (bede_text_is_clitic(after) && cp != TEXT_LSQUO) return end;
  if (at_word_start(t, at) && after.len) {
    if (bede_text_is_elided(after)) return end;
    if (digits_end(t, next) == next + 2 && cp != TEXT_LSQUO) return end;
  }
  t->single_open = text_is_word(peek(t, next)) && at_word_start(t, at);
  return next;
}

static uint32_t same_run(const bede_tokenizer *t, uint32_t at)
{
  char c = t->s[at];
  const char *set = c == '!' || c == '?' || c == '.' ? ".!?" : NULL;
  uint32_t end = at + 1;
  while (end < t->end && end - at < BEDE_MAX_WORD_BYTES &&
         (set ? t->s[end] && strchr(set, t->s[end]) : t->s[end] == c)) {
    end++;
  }
  return end;
}

// "#tag", "@handle".
static uint32_t tag_end(const bede_tokenizer *t, uint32_t at)
{
  uint32_t next = at + 1;
  if (!at_word_start(t, at)) return 0;
  if (!letter_at(t, next) && peek(t, next) != '_') return 0;
  uint32_t end = run_end(t, next), domain = 0;
  if (end < t->end && t->s[end] == '.') domain = domain_end(t, end);
  return domain ? domain : end;
}

// "-5", "+44", ".04": a sign or point that begins a number.
static uint32_t signed_end(const bede_tokenizer *t, uint32_t at)
{
  uint32_t cp = text_before(t->s, 0, at);
  if (!digit_at(t, at + 1)) return 0;
  if (!at_word_start(t, at) && !(t->s[at] == '.' && cp == '$')) return 0;
  uint32_t end = run_end(t, at + 1);
  while (end < t->end) {
    uint32_t more = join(t, at + 1, end);
    if (!more) break;
    end = more;
  }
  return end;
}

static uint32_t emoticon_end(const bede_tokenizer *t, uint32_t at)
{
  uint32_t left = t->end - at;
  uint32_t n =
      (uint32_t)bede_text_emoticon(str_of(t, at, at + (left < 8 ? left : 8)));
  if (!n || !text_is_gap(peek(t, at + n))) return 0;
  if (t->s[at + n - 1] == ')' && t->round_open) return 0; // "(see below:)"
  return at + n;
}

static uint32_t ascii_symbol_end(bede_tokenizer *t, uint32_t at)
{
  char c = t->s[at];
  uint32_t end = 0;
  if (strchr(":;=(^<>", c)) end = emoticon_end(t, at);
  if (!end && (c == '#' || c == '@')) end = tag_end(t, at);
  if (!end && strchr("+-.", c)) end = signed_end(t, at);
  if (end) return end;
  if (c == '(') t->round_open++;
  if (c == ')' && t->round_open) t->round_open--;
  if (c == '[' && at >= t->marker_end) {
    end = bede_text_marker_end(t->s, at, t->end);
    if (end) t->marker_end = end;
  }
  if (c == '-' && at + 1 < t->end && t->s[at + 1] == '>') return at + 2;
  if (c == '=' && at + 1 < t->end && t->s[at + 1] == '>') return at + 2;
  return strchr(".-*=~#<>+|!?,:;$", c) ? same_run(t, at) : at + 1;
}

static bede_status symbol_at(bede_tokenizer *t, uint32_t *at)
{
  uint32_t begin = *at, cp = peek(t, begin);
  if (text_is_apostrophe(cp)) {
    *at = apostrophe_end(t, begin);
  } else if (cp > 0 && cp < 0x80) {
    *at = ascii_symbol_end(t, begin);
  } else {
    uint32_t raised = bede_text_raised_end(t->s, begin, t->end);
    if (raised) t->marker_end = raised;
    *at = raised ? raised : text_step(t->s, begin, t->end);
  }
  return put_word(t, begin, *at);
}

bede_status bede_token_run(bede_tokenizer *t, uint32_t begin)
{
  uint32_t at = begin;
  t->at_known = false;
  t->single_open = false;
  t->round_open = 0;
  t->marker_end = 0;
  while (at < t->end) {
    uint32_t cp = peek(t, at);
    text_class class = text_class_of(cp);
    bede_status status = BEDE_OK;
    if (class == TEXT_SPACE) {
      at = text_step(t->s, at, t->end);
    } else if (class == TEXT_OTHER) {
      status = symbol_at(t, &at);
    } else {
      status = word_at(t, &at);
    }
    if (status) return status;
  }
  return BEDE_OK;
}
