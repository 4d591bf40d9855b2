// Rules for lengths of time, repetitions, clock times and vague words.
#include <stdio.h>

#include "base/str.h"
#include "setting/number.h"
#include "setting/timex.h"

// --- lengths ----------------------------------------------------------------

// "the past", "the next": what may stand before a length of time. *way is 0
// where it does not tie the length to the day of the report.
static uint32_t stretch_at(const bede_scan *scan, uint32_t at, int32_t *way)
{
  uint32_t word = at + bede_scan_is(scan, at, "the");
  *way = bede_scan_in(scan, word, "past last")     ? -1
         : bede_scan_in(scan, word, "next coming") ? 1
                                                   : 0;
  bool other = bede_scan_in(scan, word, "previous first final following");
  return *way || other ? word + 1 - at : 0;
}

// "several", "a few", "many": as many as nobody says.
static uint32_t some_at(const bede_scan *scan, uint32_t at)
{
  if (bede_scan_in(scan, at, "several many few recent")) return 1;
  if (bede_scan_phrase(scan, at, "a few")) return 2;
  if (bede_scan_phrase(scan, at, "a couple of")) return 3;
  if (bede_scan_phrase(scan, at, "a number of")) return 3;
  return 0;
}

// Writes "P3D", "PT2H", "PXM".
static void put_length(bede_found *f, bede_str letter, int64_t n, bool known)
{
  bool clock = bede_str_is(letter, "H") || bede_str_is(letter, "MIN") ||
               bede_str_is(letter, "S");
  char digits[16] = "X";
  if (known) (void)snprintf(digits, sizeof digits, "%lld", (long long)n);
  (void)snprintf(f->value, sizeof f->value, "P%s%s%c", clock ? "T" : "", digits,
                 letter.ptr[0]);
  f->months = bede_str_is(letter, "Y")   ? (int32_t)n * 12
              : bede_str_is(letter, "M") ? (int32_t)n
                                         : 0;
  f->days = bede_str_is(letter, "W")   ? (int32_t)n * 7
            : bede_str_is(letter, "D") ? (int32_t)n
                                       : 0;
}

// Words between a number and its unit: "six straight days".
static uint32_t skip_between(const bede_scan *scan, uint32_t at)
{
  if (bede_scan_in(scan, at, "- \xE2\x80\x90")) return 1;
  return bede_scan_in(scan, at,
                      "straight consecutive successive full long whole more "
                      "further additional short trading working business "
                      "calendar")
             ? 1
             : 0;
}

// for three days, two weeks, a 12-year war, the next six months, the past
// decade, several days, half an hour; not "34 years old"
static bool rule_duration(const bede_scan *scan, uint32_t at, bede_found *f)
{
  int32_t way;
  uint32_t lead = stretch_at(scan, at, &way), word = at + lead;
  bede_number n = {word, word, 1, true, 1, ""};
  uint32_t some = some_at(scan, word);
  bool half =
      bede_scan_in(scan, word, "half") && bede_scan_in(scan, word + 1, "a an");
  if (half) {
    n.end = word + 2;
  } else if (some) {
    n.end = word + some;
  } else if (!bede_number_at(scan, word, &n) && !way) {
    return false;
  }
  if (!n.whole || n.value < 1 || n.value > 5000) return false;
  bool bare = n.end == n.begin && !some;
  word = n.end + (bare ? 0 : skip_between(scan, n.end));
  const bede_lex_term *unit = bede_unit_at(scan, word);
  if (!unit || bede_scan_in(scan, at - 1, "aged age")) return false;
  uint32_t after = word + 1;
  if (bede_scan_in(scan, after, "- \xE2\x80\x90")) after++;
  if (bede_scan_in(scan, after, "old ago")) return false;
  bede_str letter = bede_term_text(scan, unit);
  if (bede_str_is(letter, "WE")) return false;
  if (bare && !bede_str_is(letter, "H") &&
      !bede_scan_is(scan, n.begin - 1, "past")) {
    return false; // "last week" is a week of the calendar
  }
  if (half) { // the half of a year is six months, of a day twelve hours
    static const char *const halves[][2] = {
        {"Y", "6M"}, {"D", "12H"}, {"H", "30MIN"}};
    for (size_t i = 0; i < 3; i++) {
      if (!bede_str_is(letter, halves[i][0])) continue;
      uint32_t count = i == 0 ? 6 : i == 1 ? 12 : 30;
      put_length(f, bede_str_from(halves[i][1] + (i == 0 ? 1 : 2)), count,
                 true);
    }
    if (!f->value[0]) return false;
  } else {
    put_length(f, letter, n.value * unit->number, !some);
    if (!some) f->tied = (int8_t)way;
  }
  f->type = BEDE_TIMEX_DURATION;
  f->begin = at;
  f->end = word + 1;
  return true;
}

// "for months", "in recent years", "over the years"
static bool rule_some_time(const bede_scan *scan, uint32_t at, bede_found *f)
{
  const bede_lex_term *unit = bede_unit_at(scan, at);
  bede_str form = bede_scan_form(scan, at);
  if (!unit || form.ptr[form.len - 1] != 's' ||
      !bede_scan_in(scan, at - 1, "for after in") || unit->number != 1) {
    return false;
  }
  bede_str letter = bede_term_text(scan, unit);
  if (bede_str_is(letter, "WE") || bede_str_is(letter, "S")) return false;
  put_length(f, letter, 1, false);
  f->months = f->days = 0;
  f->type = BEDE_TIMEX_DURATION;
  f->begin = at;
  f->end = at + 1;
  return true;
}

// --- repetitions ------------------------------------------------------------

// every day, annually; every Monday, each April; twice a week, 15 a year
static bool rule_set(const bede_scan *scan, uint32_t at, bede_found *f)
{
  uint32_t len, end;
  uint8_t day;
  const bede_lex_term *term =
      bede_scan_term(scan, at, BEDE_TERM_BIT(SET), &len);
  f->type = BEDE_TIMEX_SET;
  f->begin = at;
  if (term) {
    bede_str value = bede_term_text(scan, term);
    (void)snprintf(f->value, sizeof f->value, "%.*s", (int)value.len,
                   value.ptr);
    f->end = at + len;
    // "the Daily" is a paper
    return bede_scan_is_capital(scan, at) == (at == scan->begin) ||
           scan->doc->sentences.items[scan->sentence].title;
  }
  if (bede_scan_in(scan, at, "every each")) {
    bede_number n;
    len = bede_weekday_at(scan, at + 1, &day);
    if (!len && bede_number_at(scan, at + 1, &n)) {
      const bede_lex_term *each = bede_unit_at(scan, n.end);
      if (!each || !n.whole || n.value > 5000) return false;
      put_length(f, bede_term_text(scan, each), n.value * each->number, true);
      f->months = f->days = 0;
      f->end = n.end + 1;
      return true;
    }
    if (!len && (len = bede_month_at(scan, at + 1, &day)) != 0) {
      (void)snprintf(f->value, sizeof f->value, "XXXX-%02d", day);
      f->end = at + 1 + len;
      return true;
    }
    if (!len) return false;
    (void)snprintf(f->value, sizeof f->value, "XXXX-WXX-%d", day);
    f->end = at + 1 + len;
    return true;
  }
  end = at;
  if (bede_scan_in(scan, at, "once twice")) end++;
  bool rate = end > at || bede_scan_upos(scan, at - 1) == BEDE_UPOS_NUM ||
              bede_scan_is(scan, at - 1, "times");
  const bede_lex_term *unit = bede_unit_at(scan, end + 1);
  if (!rate || !unit || !bede_scan_in(scan, end, "a an per")) return false;
  bede_str letter = bede_term_text(scan, unit);
  if (letter.len > 1) return false;
  bool clock = letter.ptr[0] == 'H';
  (void)snprintf(f->value, sizeof f->value, "P%s1%c", clock ? "T" : "",
                 letter.ptr[0]);
  f->end = end + 2;
  return true;
}

// --- clocks -----------------------------------------------------------------

// The time of a clock in digits: "10:30", "10.30", "0800", "5". *sure when it
// can be nothing else.
static bool clock_at(bede_str form, uint32_t *hour, uint32_t *minute,
                     bool *sure)
{
  bede_str hours, minutes;
  char mark = memchr(form.ptr, ':', form.len) ? ':' : '.';
  minutes = bede_str_cut(form, mark, &hours);
  *minute = 0;
  *sure = false;
  if (form.len > 5) return false;
  if (!minutes.ptr && form.len == 4) { // "0800 UTC"
    hours = bede_str_sub(form, 0, 2);
    minutes = bede_str_sub(form, 2, 4);
  } else if (minutes.ptr) {
    *sure = mark == ':';
  }
  if (hours.len > 2 || !bede_str_u32(hours, hour) || *hour > 24) return false;
  return !minutes.ptr ||
         (minutes.len == 2 && bede_str_u32(minutes, minute) && *minute < 60);
}

static uint32_t half_of_day(const bede_scan *scan, uint32_t at, uint32_t *hour)
{
  bool pm = bede_scan_in(scan, at, "pm p.m. p.m");
  bool am = bede_scan_in(scan, at, "am a.m. a.m");
  if (!am && !pm) return 0;
  if (pm && *hour < 12) *hour += 12;
  if (am && *hour == 12) *hour = 0;
  return 1;
}

// The day in the same expression: "6 p.m. on Saturday", "9 a.m. tomorrow".
static uint32_t day_behind(const bede_scan *scan, uint32_t at, bede_when *when)
{
  bede_found day;
  uint32_t word = at + (bede_scan_in(scan, at, "on ,") ? 1u : 0u);
  for (bede_timex_rule *const *r = bede_timex_days; *r; r++) {
    memset(&day, 0, sizeof day);
    if (!(*r)(scan, word, &day) || day.when.unit != BEDE_PRECISION_DAY ||
        day.when.part.len || day.begin != word) {
      continue;
    }
    bede_str part = when->part;
    *when = day.when;
    when->part = part;
    return day.end;
  }
  return at;
}

// 10:30, 10:30 a.m., 5 pm, 16:08 UTC, 0800 GMT, 3 o'clock
static bool rule_clock(const bede_scan *scan, uint32_t at, bede_found *f)
{
  uint32_t hour, minute, len, end = at + 1;
  bool sure;
  if (!clock_at(bede_scan_form(scan, at), &hour, &minute, &sure)) return false;
  uint32_t half = half_of_day(scan, end, &hour);
  if (bede_scan_is(scan, end, "o'clock")) half = 1;
  end += half;
  bool bracket = bede_scan_is(scan, end, "(");
  const bede_lex_term *zone =
      bede_scan_term(scan, end + bracket, BEDE_TERM_BIT(ZONE), &len);
  if (zone && bracket && !bede_scan_is(scan, end + 1 + len, ")")) zone = NULL;
  bool exact = bede_scan_form(scan, at).len >= 4 &&
               bede_scan_in(scan, at - 1, "at around about by until from");
  bool dotted = memchr(bede_scan_form(scan, at).ptr, '.',
                       bede_scan_form(scan, at).len) != NULL;
  if (!half && !sure && !zone && !(dotted && exact)) return false;
  if (bede_scan_in(scan, end, "% percent per points")) return false;
  if (sure && !half && !zone && bede_scan_in(scan, end, "- \xE2\x80\x93") &&
      bede_scan_upos(scan, end + 1) == BEDE_UPOS_NUM) {
    return false; // verses and scores
  }
  if (zone) end += len + 2u * bracket;
  bool utc = zone && bede_str_is(bede_term_text(scan, zone), "Z");
  (void)snprintf(f->value, sizeof f->value, "%02u:%02u%s", hour, minute,
                 utc ? "Z" : "");
  f->when.part = bede_str_from(f->value);
  f->type = BEDE_TIMEX_TIME;
  f->when.unit = BEDE_PRECISION_DAY;
  f->begin = at;
  f->end = day_behind(scan, end, &f->when);
  return true;
}

// in the morning, at dawn, at noon, by midnight: the day is another's.
static bool rule_part(const bede_scan *scan, uint32_t at, bede_found *f)
{
  uint32_t len = bede_part_at(scan, at, true, &f->when.part);
  if (!len || !bede_scan_in(scan, at - 1,
                            "in at during by before until since after around "
                            "towards toward")) {
    return false;
  }
  if (bede_scan_is(scan, at - 1, "in") && !bede_scan_is(scan, at, "the")) {
    return false;
  }
  f->type = BEDE_TIMEX_TIME;
  f->when.unit = BEDE_PRECISION_DAY;
  f->begin = at;
  f->end = at + len;
  return true;
}

// --- vague words ------------------------------------------------------------

static bool rule_vague(const bede_scan *scan, uint32_t at, bede_found *f)
{
  uint32_t len;
  const bede_lex_term *term =
      bede_scan_term(scan, at, BEDE_TERM_BIT(VAGUE), &len);
  if (!term || bede_scan_in(scan, at + len, "- \xE2\x80\x90")) return false;
  bede_str value = bede_term_text(scan, term);
  (void)snprintf(f->value, sizeof f->value, "%.*s", (int)value.len, value.ptr);
  f->type = BEDE_TIMEX_DATE;
  f->begin = at;
  f->end = at + len;
  return true;
}

bede_timex_rule *const bede_timex_spans[] = {
    rule_clock, rule_set,   rule_duration, rule_some_time,
    rule_part,  rule_vague, NULL};
