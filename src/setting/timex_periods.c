// Rules for weeks, weekends, seasons, quarters, years, decades, centuries.
#include "base/str.h"
#include "setting/number.h"
#include "setting/timex.h"

static const char preposition[] =
    "in since until till by from of during before after for between and to "
    "through around about circa early late mid ( , last next this throughout";

// the 1990s, early 1990s, the '90s, the 90s
static bool rule_decade(const bede_scan *scan, uint32_t at, bede_found *f)
{
  uint32_t word = at + bede_mod_at(scan, at, &f->when.mod), n;
  if (bede_scan_is(scan, word, "the")) word++;
  if (word == at + 1 && !f->when.mod) { // the early 1990s
    word += bede_mod_at(scan, word, &f->when.mod);
  }
  bede_str form = bede_scan_form(scan, word);
  if (form.len > 4 && bede_scan_list(bede_str_sub(form, 0, 4), "mid-")) {
    f->when.mod = BEDE_MOD_MID; // "the mid-1970s"
    form = bede_str_sub(form, 4, form.len);
  }
  bool quote = form.len && form.ptr[0] == '\'';
  if (quote) form = bede_str_sub(form, 1, form.len);
  if (form.len == 6 && form.ptr[4] == '\'') {
    form.len = 4;
  } else if ((form.len == 5 || form.len == 3) &&
             form.ptr[form.len - 1] == 's') {
    form.len--;
  } else {
    return false;
  }
  if (form.len == 2 && !quote && !bede_scan_is(scan, word - 1, "the") &&
      !f->when.mod) {
    return false; // "in his 90s"
  }
  if (!bede_str_u32(form, &n) || n % 10) return false;
  if (form.len == 2) n += 1900;
  if (n < 1500 || n > 2190) return false;
  f->when.year = (int16_t)n;
  return bede_found_date(f, BEDE_PRECISION_DECADE, at, word + 1);
}

// the 19th century, the early twentieth century, this century
static bool rule_century(const bede_scan *scan, uint32_t at, bede_found *f)
{
  static const char ordinals[] =
      "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
      "seventeenth eighteenth nineteenth twentieth twenty-first";
  uint32_t word = at + bede_scan_is(scan, at, "the"), n = 0;
  word += bede_mod_at(scan, word, &f->when.mod);
  if (bede_scan_is(scan, word, "the")) word++;
  bede_str form = bede_scan_form(scan, word);
  uint32_t end = word + 1, place = bede_scan_place(form, ordinals);
  if (place) {
    n = place + 9;
  } else if (bede_scan_is(scan, word, "twenty") &&
             bede_scan_is(scan, word + 1, "-") &&
             bede_scan_is(scan, word + 2, "first")) {
    n = 21;
    end = word + 3;
  } else if (form.len > 2) {
    form.len -= 2;
    if (!bede_str_u32(form, &n)) n = 0;
  }
  if (bede_scan_is(scan, end, "-")) end++;
  bool name = bede_scan_is_capital(scan, end) && at > scan->begin;
  // A first year of 0 would be an open one: there is no news of that century.
  if (n < 2 || n > 21 || name ||
      !bede_scan_in(scan, end, "century centuries")) {
    return false;
  }
  f->when.year = (int16_t)((n - 1) * 100);
  f->when.century = true;
  return bede_found_date(f, BEDE_PRECISION_DECADE, at, end + 1);
}

// "the 1998 vote", "Congress 2005": a year beside the name of an event.
static bool names_event(const bede_scan *scan, uint32_t year)
{
  uint32_t n;
  bede_upos next = bede_scan_upos(scan, year + 1);
  if (!bede_scan_digits(scan, year, &n) || n < 1800 || n > 2050) return false;
  if (bede_scan_in(scan, year - 1, "resolution article law act route no.")) {
    return false;
  }
  if (bede_scan_upos(scan, year - 1) == BEDE_UPOS_PROPN &&
      bede_scan_upos(scan, year) == BEDE_UPOS_NUM) {
    return next != BEDE_UPOS_NOUN;
  }
  bool singular = (next == BEDE_UPOS_NOUN || next == BEDE_UPOS_PROPN ||
                   next == BEDE_UPOS_ADJ) &&
                  scan->doc->words.items[year + 1].xpos != BEDE_XPOS_NNS;
  return singular && (bede_scan_is(scan, year - 1, "the") ||
                      bede_scan_upos(scan, year - 1) == BEDE_UPOS_PRON ||
                      bede_scan_is(scan, year - 1, "a") ||
                      bede_scan_is(scan, year - 1, "'s"));
}

// The rest of "2012-13", "2012-2013": its last year.
static uint32_t second_year(const bede_scan *scan, uint32_t at, bede_when *w)
{
  uint32_t n;
  if (!bede_scan_in(scan, at, "- \xE2\x80\x93 /")) return at;
  bede_str form = bede_scan_form(scan, at + 1);
  if ((form.len != 2 && form.len != 4) || !bede_str_u32(form, &n)) return at;
  if (form.len == 2) n += (uint32_t)(w->year / 100 * 100);
  if (n <= (uint32_t)w->year || n > (uint32_t)w->year + 60) return at;
  w->to_year = (int16_t)n;
  return at + 2;
}

// in 2012; early 2012; the year 2012; '82; 2012-13; not "2012 men"
static bool rule_year(const bede_scan *scan, uint32_t at, bede_found *f)
{
  uint32_t year = at + bede_mod_at(scan, at, &f->when.mod), n;
  if (bede_scan_is(scan, year, "the") && bede_scan_is(scan, year + 1, "year")) {
    year += 2;
  } else if (bede_scan_is(scan, year, "year") &&
             !bede_scan_is(scan, year - 1, "the")) {
    year++;
  }
  bede_str form = bede_scan_form(scan, year);
  if (form.len == 3 && form.ptr[0] == '\'' &&
      bede_str_u32(bede_str_sub(form, 1, 3), &n)) {
    f->when.year = (int16_t)(n + (n > 40 ? 1900 : 2000));
    return bede_found_date(f, BEDE_PRECISION_YEAR, at, year + 1);
  }
  if (!bede_year_at(scan, year, &f->when.year)) return false;
  uint32_t end = second_year(scan, year + 1, &f->when);
  bool lead = year > at || bede_scan_in(scan, at - 1, preposition) ||
              bede_scan_is(scan, at - 1, "year") || end > year + 1;
  if (at == scan->begin && year == at) {
    lead = bede_scan_is(scan, year + 1, ",");
  }
  lead |= names_event(scan, year);
  bede_upos next = bede_scan_upos(scan, end);
  bool counts = next == BEDE_UPOS_NOUN && year == at && end == year + 1 &&
                scan->doc->words.items[year].deprel == BEDE_REL_NUMMOD &&
                scan->doc->words.items[end].xpos == BEDE_XPOS_NNS &&
                !bede_scan_in(scan, year - 1, "in since until during");
  if (!lead || counts || bede_scan_in(scan, end, "% percent")) return false;
  return bede_found_date(f, BEDE_PRECISION_YEAR, at, end);
}

// "Prague Spring", "Arab Spring"
static bool part_of_name(const bede_scan *scan, uint32_t word)
{
  return bede_scan_is_capital(scan, word) && word > scan->begin &&
         bede_scan_upos(scan, word - 1) == BEDE_UPOS_PROPN;
}

// the summer of 2012, last spring, in autumn, late summer
static bool rule_season(const bede_scan *scan, uint32_t at, bede_found *f)
{
  bede_when *w = &f->when;
  int32_t shift = 0;
  bool named = false;
  uint32_t len, word = at + bede_mod_at(scan, at, &w->mod);
  uint32_t way = bede_way_at(scan, word, &shift, &named);
  word += way;
  bool the = bede_scan_is(scan, word, "the");
  word += the;
  const bede_lex_term *season =
      bede_scan_term(scan, word, BEDE_TERM_BIT(SEASON), &len);
  if (!season || bede_scan_upos(scan, word) == BEDE_UPOS_VERB ||
      part_of_name(scan, word)) {
    return false;
  }
  w->season = (uint8_t)season->number;
  w->last = way && shift < 0;
  w->next = way && shift > 0;
  uint32_t end = bede_year_behind(scan, word + len, &w->year);
  if (end == word + len) end = bede_far_year(scan, end, w);
  bool fall = bede_scan_is(scan, word, "fall");
  bool led = way || w->mod || end > word + len ||
             (!fall && bede_scan_in(scan, at - 1,
                                    "in since during until by throughout"));
  if (!led) return false;
  return bede_found_date(f, BEDE_PRECISION_SEASON, at, end);
}

// the first quarter of 2009, the fourth quarter, Q2 2013, the first half of
// last year
static bool rule_quarter(const bede_scan *scan, uint32_t at, bede_found *f)
{
  uint32_t word = at + bede_scan_is(scan, at, "the");
  bede_str form = bede_scan_form(scan, word);
  unsigned n = bede_scan_place(form, "first second third fourth");
  bool short_form = form.len == 2 && (form.ptr[0] | 32) == 'q' &&
                    form.ptr[1] >= '1' && form.ptr[1] <= '4';
  uint32_t end = word + 2;
  bool half = bede_scan_is(scan, word + 1, "half");
  if (!n && bede_scan_in(scan, word, "final last latter")) n = half ? 2 : 4;
  if (short_form) {
    n = (unsigned)(form.ptr[1] - '0');
    end = word + 1;
  } else if (!n || (!half && !bede_scan_is(scan, word + 1, "quarter"))) {
    return false;
  }
  if (half && n <= 2) {
    f->when.half = (uint8_t)n;
  } else if (!half) {
    f->when.quarter = (uint8_t)n;
  } else {
    return false;
  }
  uint32_t year = bede_year_behind(scan, end, &f->when.year);
  if (year == end) year = bede_far_year(scan, end, &f->when);
  if (year == end && (half || bede_scan_is(scan, end, "of"))) return false;
  return bede_found_date(f, BEDE_PRECISION_SEASON, at, year);
}

// "Earlier this month" and "later this year" say no more than the unit.
static uint32_t nearer(const bede_scan *scan, uint32_t at)
{
  return bede_scan_in(scan, at, "earlier later sometime") ? 1 : 0;
}

// last week, earlier this month, the end of next year, the following year, that
// year, the weekend, this weekend
static bool rule_last(const bede_scan *scan, uint32_t at, bede_found *f)
{
  bede_when *w = &f->when;
  int32_t count;
  bool named = false;
  uint32_t word = at + bede_mod_at(scan, at, &w->mod);
  if (word == at) word += nearer(scan, at);
  uint32_t way = bede_way_at(scan, word, &w->shift, &named);
  bool that = !way && bede_scan_is(scan, word, "that");
  const bede_lex_term *unit = bede_unit_at(scan, word + (way ? way : 1));
  bede_str text = unit ? bede_term_text(scan, unit) : (bede_str){"", 0};
  bool weekend = unit && bede_str_is(text, "WE");
  bool the =
      !way && !that && bede_scan_is(scan, word, "the") && (weekend || w->mod);
  if ((!way && !that && !the) || !unit ||
      !bede_unit_precision(scan, unit, &w->unit, &count)) {
    return false;
  }
  word += (way ? way : 1);
  bede_str form = bede_scan_form(scan, word);
  if (w->unit == BEDE_PRECISION_DAY || form.ptr[form.len - 1] == 's') {
    return false;
  }
  w->weekend = weekend;
  w->century = unit->number == 100;
  if (w->century) w->unit = BEDE_PRECISION_DECADE;
  bool next = way && bede_scan_is(scan, word - 1, "next") &&
              !bede_scan_is(scan, at, "the");
  // "The past year" is a length, "The Weekend Argus" a paper.
  if (bede_scan_is(scan, word - 1, "past") &&
      bede_scan_in(scan, word - 2, "the these")) {
    return false;
  }
  bool title = scan->doc->sentences.items[scan->sentence].title;
  if (!title && bede_scan_is_capital(scan, word) &&
      (at > scan->begin || bede_scan_upos(scan, word + 1) == BEDE_UPOS_PROPN)) {
    return false;
  }
  bool from_named = (named && !next) || that;
  w->from = from_named ? BEDE_FROM_NAMED : BEDE_FROM_REPORT;
  if (the && weekend) w->shift = 0;
  w->by_tense = weekend && w->shift == 0 && !that;
  return bede_found_date(f, w->unit, at, word + 1);
}

// the last week of March, the first week of June 2014
static bool rule_week_of(const bede_scan *scan, uint32_t at, bede_found *f)
{
  bede_when *w = &f->when;
  uint32_t word = at + bede_scan_is(scan, at, "the");
  unsigned n =
      bede_scan_place(bede_scan_form(scan, word), "first second third fourth");
  if (!n && bede_scan_in(scan, word, "last final")) n = BEDE_NTH_LAST;
  if (!n || word == at || !bede_scan_in(scan, word + 1, "week weekend") ||
      !bede_scan_in(scan, word + 2, "of in")) {
    return false;
  }
  uint32_t len = bede_month_at(scan, word + 3, &w->month);
  if (!len) return false;
  w->nth = (uint8_t)n;
  uint32_t end = bede_year_behind(scan, word + 3 + len, &w->year);
  return bede_found_date(f, BEDE_PRECISION_WEEK, at, end);
}

bede_timex_rule *const bede_timex_periods[] = {
    rule_decade,  rule_century, rule_quarter, rule_season,
    rule_week_of, rule_last,    rule_year,    NULL};
