// Look-up of words and phrases in short lists.
#include "setting/scan.h"

bede_str bede_scan_form(const bede_scan *scan, uint32_t word)
{
  bede_str none = {"", 0};
  if (word < scan->begin || word >= scan->end) return none;
  return bede_word_form(scan->doc, word);
}

bool bede_scan_is(const bede_scan *scan, uint32_t word, const char *form)
{
  return bede_str_eq_nocase(bede_scan_form(scan, word), bede_str_from(form));
}

static char lower(char c)
{
  return bede_is_upper((unsigned char)c) ? (char)(c | 32) : c;
}

// The end of the word of `list` at `list` when it is `s`, else NULL.
static const char *match_word(bede_str s, const char *list)
{
  for (size_t i = 0; i < s.len; i++, list++) {
    if (lower(s.ptr[i]) != *list) return NULL;
  }
  return *list == ' ' || *list == '\0' ? list : NULL;
}

unsigned bede_scan_place(bede_str s, const char *list)
{
  unsigned place = 1;
  while (*list && s.len) {
    if (match_word(s, list)) return place;
    while (*list && *list != ' ')
      list++;
    while (*list == ' ')
      list++;
    place++;
  }
  return 0;
}

bool bede_scan_list(bede_str s, const char *list)
{
  return bede_scan_place(s, list) != 0;
}

bool bede_scan_in(const bede_scan *scan, uint32_t word, const char *list)
{
  return bede_scan_list(bede_scan_form(scan, word), list);
}

uint32_t bede_scan_phrase(const bede_scan *scan, uint32_t word,
                          const char *phrase)
{
  uint32_t n = 0;
  while (*phrase) {
    bede_str form = bede_scan_form(scan, word + n);
    const char *end = form.len ? match_word(form, phrase) : NULL;
    if (!end) return 0;
    n++;
    phrase = *end ? end + 1 : end;
  }
  return n;
}

uint32_t bede_scan_before(const bede_scan *scan, uint32_t word,
                          const char *phrase)
{
  uint32_t n = 1;
  for (const char *p = phrase; *p; p++)
    n += *p == ' ';
  if (word < scan->begin + n) return 0;
  return bede_scan_phrase(scan, word - n, phrase);
}

bool bede_scan_lemma_in(const bede_doc *doc, uint32_t word, const char *list)
{
  return word != BEDE_NONE &&
         (bede_scan_list(doc->words.items[word].lemma, list) ||
          bede_scan_list(bede_word_form(doc, word), list));
}

const bede_lex_term *bede_scan_term(const bede_scan *scan, uint32_t word,
                                    uint32_t kinds, uint32_t *len)
{
  *len = 0;
  if (word < scan->begin || word >= scan->end || !scan->lex) return NULL;
  return bede_lexicon_term_at(scan->lex, scan->doc, word, scan->end, kinds,
                              len);
}

bool bede_has_before(const bede_doc *doc, uint32_t word)
{
  uint32_t s = bede_doc_sentence_of(doc, word);
  return word > doc->sentences.items[s].word_begin;
}

bool bede_scan_is_capital(const bede_scan *scan, uint32_t word)
{
  bede_str form = bede_scan_form(scan, word);
  return form.len && bede_is_upper((unsigned char)form.ptr[0]);
}

bede_upos bede_scan_upos(const bede_scan *scan, uint32_t word)
{
  if (word < scan->begin || word >= scan->end) return BEDE_UPOS_X;
  return (bede_upos)scan->doc->words.items[word].upos;
}

bool bede_scan_digits(const bede_scan *scan, uint32_t word, uint32_t *out)
{
  bede_str form = bede_scan_form(scan, word);
  return form.len <= 4 && bede_str_u32(form, out);
}
