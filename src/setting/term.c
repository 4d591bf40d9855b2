// The words of time that several rules read.
#include "base/str.h"
#include "setting/timex.h"

bede_str bede_term_text(const bede_scan *scan, const bede_lex_term *term)
{
  return bede_lexicon_str(scan->lex, term->text);
}

bool bede_found_date(bede_found *f, bede_precision unit, uint32_t begin,
                     uint32_t end)
{
  f->type = BEDE_TIMEX_DATE;
  f->when.unit = unit;
  f->begin = begin;
  f->end = end;
  return true;
}

// "May" and "March" are verbs too: only where they are none.
uint32_t bede_month_at(const bede_scan *scan, uint32_t at, uint8_t *out)
{
  uint32_t len;
  const bede_lex_term *term =
      bede_scan_term(scan, at, BEDE_TERM_BIT(MONTH), &len);
  if (!term || !bede_scan_is_capital(scan, at)) return 0;
  bede_upos upos = bede_scan_upos(scan, at);
  if (bede_scan_in(scan, at, "may march") &&
      (upos == BEDE_UPOS_AUX || upos == BEDE_UPOS_VERB)) {
    return 0;
  }
  *out = (uint8_t)term->number;
  return len;
}

uint32_t bede_weekday_at(const bede_scan *scan, uint32_t at, uint8_t *out)
{
  uint32_t len;
  const bede_lex_term *term =
      bede_scan_term(scan, at, BEDE_TERM_BIT(WEEKDAY), &len);
  if (!term || !bede_scan_is_capital(scan, at)) return 0;
  *out = (uint8_t)term->number;
  return len;
}

uint32_t bede_year_at(const bede_scan *scan, uint32_t at, int16_t *out)
{
  uint32_t n;
  if (bede_scan_form(scan, at).len != 4 || !bede_scan_digits(scan, at, &n) ||
      n < 1500 || n > 2199) {
    return 0;
  }
  *out = (int16_t)n;
  return 1;
}

uint32_t bede_day_at(const bede_scan *scan, uint32_t at, uint8_t *out)
{
  uint32_t word = bede_scan_is(scan, at, "the") ? at + 1 : at, n;
  bede_str form = bede_scan_form(scan, word);
  bool ordinal =
      form.len > 2 &&
      bede_scan_list(bede_str_sub(form, form.len - 2, form.len), "st nd rd th");
  if (ordinal) form.len -= 2;
  if (word > at && !ordinal) return 0;
  if (form.len > 2 || !bede_str_u32(form, &n) || n < 1 || n > 31) return 0;
  *out = (uint8_t)n;
  return word + 1 - at;
}

uint32_t bede_mod_at(const bede_scan *scan, uint32_t at, bede_when_mod *out)
{
  static const char *const names[] = {"", "START", "MID", "END", "APPROX"};
  uint32_t len;
  const bede_lex_term *term =
      bede_scan_term(scan, at, BEDE_TERM_BIT(MOD), &len);
  if (!term) return 0;
  bede_str text = bede_term_text(scan, term);
  for (unsigned i = BEDE_MOD_START; i <= BEDE_MOD_APPROX; i++) {
    if (bede_str_is(text, names[i])) *out = (bede_when_mod)i;
  }
  // "mid-May": the hyphen of a word of its own
  if (bede_scan_in(scan, at + len, "- \xE2\x80\x90")) len++;
  return len;
}

uint32_t bede_part_at(const bede_scan *scan, uint32_t at, bool article,
                      bede_str *out)
{
  uint32_t len;
  const bede_lex_term *term =
      bede_scan_term(scan, at, BEDE_TERM_BIT(PART), &len);
  if (!term && article && bede_scan_is(scan, at, "the")) {
    term = bede_scan_term(scan, at + 1, BEDE_TERM_BIT(PART), &len);
    len++;
  }
  if (!term) return 0;
  *out = bede_term_text(scan, term);
  return len;
}

const bede_lex_term *bede_unit_at(const bede_scan *scan, uint32_t at)
{
  uint32_t len;
  return bede_scan_term(scan, at, BEDE_TERM_BIT(UNIT), &len);
}

uint32_t bede_way_at(const bede_scan *scan, uint32_t at, int32_t *shift,
                     bool *named)
{
  uint32_t len;
  const bede_lex_term *term =
      bede_scan_term(scan, at, BEDE_TERM_BIT(WAY), &len);
  if (!term) return 0;
  *shift = (int32_t)term->number;
  *named = bede_str_is(bede_term_text(scan, term), "that");
  return len;
}

bool bede_unit_precision(const bede_scan *scan, const bede_lex_term *unit,
                         bede_precision *out, int32_t *count)
{
  static const struct {
    const char *letter;
    bede_precision precision;
  } table[] = {{"D", BEDE_PRECISION_DAY},
               {"W", BEDE_PRECISION_WEEK},
               {"WE", BEDE_PRECISION_WEEK},
               {"M", BEDE_PRECISION_MONTH},
               {"Y", BEDE_PRECISION_YEAR}};
  bede_str text = bede_term_text(scan, unit);
  *count = (int32_t)unit->number;
  for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
    if (!bede_str_is(text, table[i].letter)) continue;
    *out = table[i].precision;
    if (unit->number == 10 && *out == BEDE_PRECISION_YEAR) {
      *out = BEDE_PRECISION_DECADE;
      *count = 1;
    }
    return true;
  }
  return false;
}

uint32_t bede_year_behind(const bede_scan *scan, uint32_t at, int16_t *year)
{
  if (bede_year_at(scan, at, year)) return at + 1;
  if (bede_scan_in(scan, at, ", of in") && bede_year_at(scan, at + 1, year)) {
    return at + 2;
  }
  return at;
}

uint32_t bede_far_year(const bede_scan *scan, uint32_t at, bede_when *when)
{
  uint32_t word = bede_scan_is(scan, at, "of") ? at + 1 : at;
  int32_t shift;
  bool named;
  uint32_t len = bede_way_at(scan, word, &shift, &named);
  if (!len || !bede_scan_is(scan, word + len, "year")) return at;
  bool next = bede_scan_is(scan, word + len - 1, "next");
  when->from = named && !next ? BEDE_FROM_NAMED : BEDE_FROM_REPORT;
  when->shift = shift;
  return word + len + 1;
}
