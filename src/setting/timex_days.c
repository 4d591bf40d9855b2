// Rules for days, parts of days, months and feasts.
#include "base/str.h"
#include "setting/number.h"
#include "setting/timex.h"

static uint32_t any_year(const bede_scan *scan, uint32_t at, bede_when *when)
{
  uint32_t end = bede_year_behind(scan, at, &when->year);
  return end > at ? end : bede_far_year(scan, at, when);
}

// A part of the day behind a day: "Friday morning", "yesterday at noon".
static uint32_t part_behind(const bede_scan *scan, uint32_t at, bede_when *when)
{
  uint32_t len = bede_part_at(scan, at, false, &when->part);
  return at + len;
}

// Is the word part of the name of a person or body ("Friday Mwamba", "the
// Monday Club")? A name that follows one says so unless something leads to it.
static bool in_name(const bede_scan *scan, uint32_t word, uint32_t end)
{
  const bede_word *w = &scan->doc->words.items[word];
  bool person = w->ner == BEDE_NER_B_PER || w->ner == BEDE_NER_I_PER;
  bool body = w->ner == BEDE_NER_B_ORG || w->ner == BEDE_NER_I_ORG;
  bool led = bede_scan_in(scan, word - 1,
                          "on until since by last next this from before after "
                          "till every late early and between , through") ||
             bede_scan_upos(scan, word - 1) == BEDE_UPOS_VERB;
  if (led || scan->doc->sentences.items[scan->sentence].title) return false;
  return person || body || bede_scan_upos(scan, end) == BEDE_UPOS_PROPN;
}

// The hyphen, dash or word between the days of a range.
static bool is_range_mark(const bede_scan *scan, uint32_t at)
{
  return bede_scan_in(scan, at, "- \xE2\x80\x93 \xE2\x80\x94 to");
}

// 2014-05-02, 2014/05/02, 02.05.2014
static bool rule_iso(const bede_scan *scan, uint32_t at, bede_found *f)
{
  bede_str form = bede_scan_form(scan, at);
  char iso[11];
  bede_date day;
  if (form.len != 10) return false;
  memcpy(iso, form.ptr, 10);
  if (iso[4] == '/' && iso[7] == '/') iso[4] = iso[7] = '-';
  if (iso[2] == '.' && iso[5] == '.') {
    memcpy(iso, form.ptr + 6, 4);
    memcpy(iso + 5, form.ptr + 3, 2);
    memcpy(iso + 8, form.ptr, 2);
    iso[4] = iso[7] = '-';
  }
  bede_str s = {iso, 10};
  if (!bede_date_parse(s, &day)) return false;
  f->when.year = day.year;
  f->when.month = day.month;
  f->when.day = day.day;
  return bede_found_date(f, BEDE_PRECISION_DAY, at, at + 1);
}

// 2 May 2014, 2nd of May, the 2nd of May, 3-7 May 2014
static uint32_t day_month(const bede_scan *scan, uint32_t at, bede_when *w)
{
  uint32_t end = at + bede_day_at(scan, at, &w->day), len;
  if (end == at) return 0;
  if (is_range_mark(scan, end) &&
      (len = bede_day_at(scan, end + 1, &w->to_day)) != 0) {
    if (w->to_day <= w->day) return 0;
    end += 1 + len;
  }
  if (bede_scan_is(scan, end, "of")) end++;
  len = bede_month_at(scan, end, &w->month);
  if (!len) return 0;
  return any_year(scan, end + len, w) - at;
}

// May 2, 2014; May 2nd; May 3-7; but not "May 20 men" or "May 2014"
static uint32_t month_day(const bede_scan *scan, uint32_t at, bede_when *w)
{
  uint32_t len = bede_month_at(scan, at, &w->month), end = at + len;
  if (!len || !(len = bede_day_at(scan, end, &w->day))) return 0;
  end += len;
  if (is_range_mark(scan, end) &&
      (len = bede_day_at(scan, end + 1, &w->to_day)) != 0 &&
      w->to_day > w->day && !bede_scan_is(scan, end, "to")) {
    end += 1 + len;
  } else {
    w->to_day = 0;
  }
  if (bede_scan_is(scan, end, "%")) return 0;
  return any_year(scan, end, w) - at;
}

// on the 20th, the third of this month: the month is that of the last date
// named, or of the report.
static bool rule_nth_day(const bede_scan *scan, uint32_t at, bede_found *f)
{
  bede_when *w = &f->when;
  uint32_t len = bede_day_at(scan, at, &w->day), end = at + len;
  if (!len || !bede_scan_is(scan, at, "the") ||
      !bede_scan_in(scan, at - 1, "on until by since from")) {
    return false;
  }
  w->from = BEDE_FROM_NAMED;
  if (bede_scan_phrase(scan, end, "of this month")) {
    w->from = BEDE_FROM_REPORT;
    end += 3;
  } else if (bede_scan_phrase(scan, end, "of last month")) {
    w->from = BEDE_FROM_REPORT;
    w->shift = -1;
    end += 3;
  } else if (bede_scan_in(scan, end, "of") ||
             bede_scan_upos(scan, end) == BEDE_UPOS_NOUN ||
             bede_scan_upos(scan, end) == BEDE_UPOS_ADJ ||
             bede_scan_upos(scan, end) == BEDE_UPOS_PROPN) {
    return false;
  }
  w->of_month = true;
  return bede_found_date(f, BEDE_PRECISION_DAY, at, end);
}

static uint32_t day_of_month(const bede_scan *scan, uint32_t at, bede_when *w)
{
  bede_when other = *w;
  uint32_t len = day_month(scan, at, w);
  if (len) return len;
  *w = other;
  return month_day(scan, at, w);
}

static bool rule_day(const bede_scan *scan, uint32_t at, bede_found *f)
{
  uint32_t mod = bede_mod_at(scan, at, &f->when.mod);
  if (mod && f->when.mod != BEDE_MOD_APPROX) return false;
  uint32_t len = day_of_month(scan, at + mod, &f->when);
  if (!len) return false;
  uint32_t end = part_behind(scan, at + mod + len, &f->when);
  return bede_found_date(f, BEDE_PRECISION_DAY, at, end);
}

// "Tuesday of last week", "Friday next week": the week behind a weekday.
static uint32_t week_behind(const bede_scan *scan, uint32_t at, bede_when *when)
{
  uint32_t word = bede_scan_is(scan, at, "of") ? at + 1 : at;
  int32_t shift;
  bool named;
  uint32_t len = bede_way_at(scan, word, &shift, &named);
  if (!len || !bede_scan_is(scan, word + len, "week")) return at;
  when->in_week = true;
  when->from = named && shift != 1 ? BEDE_FROM_NAMED : BEDE_FROM_REPORT;
  when->shift = shift;
  return word + len + 1;
}

// Monday; last Monday; next Friday; Friday morning; Monday, May 2, 2014
static bool rule_weekday(const bede_scan *scan, uint32_t at, bede_found *f)
{
  bede_when *w = &f->when;
  int32_t shift = 0;
  bool named = false;
  uint32_t word = at + bede_mod_at(scan, at, &w->mod);
  if (word > at && !bede_scan_in(scan, at, "early late")) return false;
  uint32_t way = bede_way_at(scan, word, &shift, &named);
  word += way;
  uint32_t len = bede_weekday_at(scan, word, &w->weekday);
  if (!len) return false;
  uint32_t end = word + len, date = end + bede_scan_is(scan, end, ",");
  bede_when day = *w;
  if ((len = day_of_month(scan, date, &day)) != 0) {
    day.weekday = 0;
    *w = day;
    return bede_found_date(f, BEDE_PRECISION_DAY, at, date + len);
  }
  if (way && named) { // "that Friday", "the following Monday"
    w->from = shift ? BEDE_FROM_NAMED : BEDE_FROM_NOWHERE;
    w->shift = shift;
    w->in_week = shift != 0;
    if (bede_scan_is(scan, word - 1, "next")) {
      w->from = BEDE_FROM_NOWHERE;
      w->in_week = false;
      w->next = true;
    }
  } else {
    w->last = way && shift < 0;
    w->next = way && shift > 0;
  }
  if (in_name(scan, word, end) && w->from == BEDE_FROM_NOWHERE) return false;
  if (way && bede_scan_is_capital(scan, at) && at > scan->begin) return false;
  if (w->from == BEDE_FROM_NOWHERE) end = week_behind(scan, end, w);
  end = part_behind(scan, end, w);
  return bede_found_date(f, BEDE_PRECISION_DAY, at, end);
}

// the morning of May 5, the night of Friday, the early hours of Sunday
static bool rule_part_of(const bede_scan *scan, uint32_t at, bede_found *f)
{
  bede_str part;
  uint32_t len = bede_part_at(scan, at, true, &part);
  if (!len || !bede_scan_in(scan, at + len, "of on")) return false;
  uint32_t day = at + len + 1;
  if (!rule_weekday(scan, day, f)) {
    memset(f, 0, sizeof *f);
    if (!rule_day(scan, day, f)) return false;
  }
  f->begin = at;
  f->when.part = part;
  return true;
}

// yesterday, the day before yesterday, yesterday morning, last night
static bool rule_day_word(const bede_scan *scan, uint32_t at, bede_found *f)
{
  uint32_t len;
  const bede_lex_term *term =
      bede_scan_term(scan, at, BEDE_TERM_BIT(DAY), &len);
  bool title = scan->doc->sentences.items[scan->sentence].title;
  if (!term || (bede_scan_is_capital(scan, at) && at > scan->begin && !title &&
                !bede_scan_in(scan, at - 1, "\" \xE2\x80\x9C ' : ."))) {
    return false; // "USA Today"
  }
  // "an overnight train"; "overnight on Monday" is told by the day
  if (bede_scan_is(scan, at, "overnight") &&
      (bede_scan_upos(scan, at) != BEDE_UPOS_ADV ||
       bede_scan_in(scan, at + 1, "on into from to between"))) {
    return false;
  }
  f->when.from = BEDE_FROM_REPORT;
  f->when.shift = (int32_t)term->number;
  f->when.part = bede_term_text(scan, term);
  uint32_t end = at + len;
  if (!f->when.part.len) end = part_behind(scan, end, &f->when);
  return bede_found_date(f, BEDE_PRECISION_DAY, at, end);
}

// that day, the same day, the next day, the following morning, that evening,
// the previous night
static bool rule_named_day(const bede_scan *scan, uint32_t at, bede_found *f)
{
  bool named = false;
  uint32_t len = bede_way_at(scan, at, &f->when.shift, &named), part;
  bool that = bede_scan_is(scan, at, "that") && !len;
  if (that) len = 1;
  if (!len || (!named && !that)) return false;
  uint32_t end = at + len;
  if ((part = bede_part_at(scan, end, false, &f->when.part)) != 0) {
    end += part;
  } else if (bede_scan_is(scan, end, "day")) {
    end++;
  } else {
    return false;
  }
  f->when.from = BEDE_FROM_NAMED;
  return bede_found_date(f, BEDE_PRECISION_DAY, at, end);
}

// the day before, a day earlier, two days later, three weeks after that, a year
// later, a week ago, five days from now
static bool rule_distance(const bede_scan *scan, uint32_t at, bede_found *f)
{
  bede_number n = {at, at, 1, true, 1, ""};
  uint32_t len, end;
  int32_t count;
  bede_precision unit;
  if (bede_scan_in(scan, at, "a an the one")) {
    n.end = at + 1;
  } else if (!bede_number_at(scan, at, &n)) {
    return false;
  }
  const bede_lex_term *term = bede_unit_at(scan, n.end);
  if (!term || !bede_unit_precision(scan, term, &unit, &count)) return false;
  if (!n.whole || n.value < 1 || n.value > 5000) return false;
  end = n.end + 1;
  const bede_lex_term *then =
      bede_scan_term(scan, end, BEDE_TERM_BIT(THEN), &len);
  bool bare = !then && bede_scan_in(scan, end, "before after") &&
              bede_scan_in(scan, end + 1, ". , ; : \" \xE2\x80\x9D ) and but");
  if (!then && !bare) return false;
  bool now = then && bede_str_is(bede_term_text(scan, then), "now");
  if (bede_scan_is(scan, at, "the") && (now || !bare)) return false;
  int32_t way = then                                ? (int32_t)then->number
                : bede_scan_is(scan, end, "before") ? -1
                                                    : 1;
  f->when.from = now ? BEDE_FROM_REPORT : BEDE_FROM_NAMED;
  f->when.shift = way * (int32_t)n.value * count;
  return bede_found_date(f, unit, at, end + (then ? len : 1));
}

// What may stand before a bare month, so that it is one.
static bool month_led(const bede_scan *scan, uint32_t at)
{
  return bede_scan_in(scan, at - 1,
                      "in on since until till by from of during before after "
                      "for between and to through around about ( , last next "
                      "this early late mid - throughout every each or");
}

// May 2014; late May; the end of May; last May; mid-May; May of last year
static bool rule_month(const bede_scan *scan, uint32_t at, bede_found *f)
{
  bede_when *w = &f->when;
  int32_t shift = 0;
  bool named = false;
  uint32_t word = at + bede_mod_at(scan, at, &w->mod);
  uint32_t way = bede_way_at(scan, word, &shift, &named);
  word += way;
  uint32_t len = bede_month_at(scan, word, &w->month);
  if (!len) return false;
  uint32_t end = any_year(scan, word + len, w);
  bool plain = word == at && end == word + len;
  bool doubtful = bede_scan_in(scan, word, "may march april june august");
  bool alone = word == scan->begin || doubtful;
  if (plain && alone && !month_led(scan, word)) return false;
  if (end == word + len && doubtful &&
      bede_scan_upos(scan, end) == BEDE_UPOS_PROPN) {
    return false; // "for April Jones"
  }
  w->last = way && shift < 0;
  w->next = way && shift > 0;
  return bede_found_date(f, BEDE_PRECISION_MONTH, at, end);
}

// mid-May, mid-2012, mid-1990s are one word each.
static bool rule_mid(const bede_scan *scan, uint32_t at, bede_found *f)
{
  bede_str form = bede_scan_form(scan, at);
  uint32_t n;
  if (form.len < 7 || !bede_scan_list(bede_str_sub(form, 0, 4), "mid-")) {
    return false;
  }
  form = bede_str_sub(form, 4, form.len);
  f->when.mod = BEDE_MOD_MID;
  f->when.month = (uint8_t)bede_scan_place(
      form, "january february march april may june july august september "
            "october november december");
  if (f->when.month) {
    uint32_t end = any_year(scan, at + 1, &f->when);
    return bede_found_date(f, BEDE_PRECISION_MONTH, at, end);
  }
  bool decade = form.len == 5 && form.ptr[4] == 's';
  if (decade) form.len = 4;
  if (form.len != 4 || !bede_str_u32(form, &n) || n < 1500 || n > 2199) {
    return false;
  }
  f->when.year = (int16_t)n;
  return bede_found_date(
      f, decade ? BEDE_PRECISION_DECADE : BEDE_PRECISION_YEAR, at, at + 1);
}

// Easter 2013, last Christmas, Ramadan in 2012, Ramadan
static bool rule_feast(const bede_scan *scan, uint32_t at, bede_found *f)
{
  uint32_t len, word = at;
  f->when.last = bede_scan_is(scan, at, "last");
  f->when.next = bede_scan_is(scan, at, "next");
  if (f->when.last || f->when.next || bede_scan_is(scan, at, "this")) word++;
  f->when.feast = bede_scan_term(scan, word, BEDE_TERM_BIT(FEAST), &len);
  bede_str first = bede_scan_form(scan, word);
  bool capital = bede_scan_is_capital(scan, word) ||
                 bede_is_digit((unsigned char)first.ptr[0]) ||
                 bede_scan_is(scan, word, "the");
  if (!f->when.feast || !capital) return false;
  if (bede_scan_upos(scan, word + len) == BEDE_UPOS_PROPN &&
      in_name(scan, word, word + len)) {
    return false; // "Easter Island"
  }
  uint32_t end = any_year(scan, word + len, &f->when);
  return bede_found_date(f, BEDE_PRECISION_DAY, at, end);
}

bede_timex_rule *const bede_timex_days[] = {
    rule_iso,      rule_weekday, rule_day,       rule_part_of,
    rule_day_word, rule_nth_day, rule_named_day, rule_distance,
    rule_month,    rule_mid,     rule_feast,     NULL};
