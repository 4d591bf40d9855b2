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

bool bede_scan_list(bede_str s, const char *list)
{
  bede_str rest = bede_str_from(list);
  if (!s.len) return false;
  while (rest.len) {
    bede_str word;
    rest = bede_str_cut(rest, ' ', &word);
    if (bede_str_eq_nocase(s, word)) return true;
  }
  return false;
}

bool bede_scan_in(const bede_scan *scan, uint32_t word, const char *list)
{
  return bede_scan_list(bede_scan_form(scan, word), list);
}

uint32_t bede_scan_phrase(const bede_scan *scan, uint32_t word,
                          const char *phrase)
{
  bede_str rest = bede_str_from(phrase);
  uint32_t n = 0;
  while (rest.len) {
    bede_str part;
    rest = bede_str_cut(rest, ' ', &part);
    if (!bede_str_eq_nocase(bede_scan_form(scan, word + n), part)) return 0;
    n++;
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
