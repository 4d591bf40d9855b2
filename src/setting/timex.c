// Rules for expressions of time. Each rule reads one kind of expression at a
// word; the first in the table that fits wins, so that longer kinds stand
// first. What may stand before it ("the end of", "early", "last") is read by
// the rules themselves.
#include "setting/timex.h"

#include <stdio.h>

#include "base/limits.h"
#include "lang/args.h"
#include "setting/calendar.h"
#include "setting/number.h"

// What a rule found.
typedef struct found {
  uint32_t begin, end; // words
  bede_timex_type type;
  bede_when when;
  char value[24]; // of durations, sets and times
  bool again;     // "that day": the last day named before
} found;

typedef bool rule(const bede_scan *scan, uint32_t at, found *f);

static const char preposition[] =
    "in on since until till by from of during before after for between and to "
    "through around about circa early late mid ( , last next this";

// --- names

static unsigned month_name(bede_str form)
{
  if (form.len < 3) return 0;
  bool capital = bede_is_upper((unsigned char)form.ptr[0]);
  if (form.ptr[form.len - 1] == '.') form.len--;
  if (bede_str_is(form, "Sept")) return 9;
  unsigned full =
      bede_scan_place(form, "january february march april may june july "
                            "august september october november december");
  if (!capital) return full == 3 || full == 5 ? 0 : full;
  if (full) return full;
  return bede_scan_place(form,
                         "jan feb mar apr may jun jul aug sep oct nov dec");
}

static unsigned weekday_name(bede_str form)
{
  if (form.len < 3 || !bede_is_upper((unsigned char)form.ptr[0])) return 0;
  bool dotted = form.ptr[form.len - 1] == '.';
  if (dotted) form.len--;
  unsigned full =
      bede_scan_place(form, "monday tuesday wednesday thursday friday "
                            "saturday sunday");
  if (full || !dotted) return full;
  return bede_scan_place(form, "mon tue wed thu fri sat sun");
}

static unsigned season_name(bede_str form)
{
  if (bede_scan_list(form, "fall")) return 3;
  return bede_scan_place(form, "spring summer autumn winter");
}

// A unit of time: its precision and the letter of its duration.
typedef struct unit {
  const char *names;
  bede_precision precision;
  char letter;
  bool hours; // smaller than a day
} unit;

static const unit units[] = {
    {"day days", BEDE_PRECISION_DAY, 'D', false},
    {"week weeks", BEDE_PRECISION_WEEK, 'W', false},
    {"month months", BEDE_PRECISION_MONTH, 'M', false},
    {"year years", BEDE_PRECISION_YEAR, 'Y', false},
    {"decade decades", BEDE_PRECISION_DECADE, 'E', false},
    {"hour hours", BEDE_PRECISION_DAY, 'H', true},
    {"minute minutes", BEDE_PRECISION_DAY, 'M', true},
};

static const unit *unit_at(const bede_scan *scan, uint32_t at)
{
  for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
    if (bede_scan_in(scan, at, units[i].names)) return &units[i];
  }
  return NULL;
}

// --- parts

// 1800 to 2199 in four digits.
static bool year_at(const bede_scan *scan, uint32_t at, int16_t *out)
{
  uint32_t n;
  if (bede_scan_form(scan, at).len != 4 || !bede_scan_digits(scan, at, &n) ||
      n < 1800 || n > 2199) {
    return false;
  }
  *out = (int16_t)n;
  return true;
}

// "2", "2nd", "31".
static bool day_at(const bede_scan *scan, uint32_t at, uint8_t *out)
{
  bede_str form = bede_scan_form(scan, at);
  uint32_t n;
  if (form.len > 2) {
    bede_str suffix = bede_str_sub(form, form.len - 2, form.len);
    if (!bede_scan_list(suffix, "st nd rd th")) return false;
    form.len -= 2;
  }
  if (form.len > 2 || !bede_str_u32(form, &n) || n < 1 || n > 31) return false;
  *out = (uint8_t)n;
  return true;
}

// A month's name; "May" and "March" only where they are no verbs.
static bool month_at(const bede_scan *scan, uint32_t at, uint8_t *out)
{
  unsigned month = month_name(bede_scan_form(scan, at));
  *out = (uint8_t)month;
  if (!month) return false;
  if (!bede_scan_in(scan, at, "may march")) return true;
  bede_upos upos = bede_scan_upos(scan, at);
  return upos != BEDE_UPOS_AUX && upos != BEDE_UPOS_VERB;
}

// "early", "the end of", "late in": reads before a month, year or decade.
static uint32_t modifier_at(const bede_scan *scan, uint32_t at, char *mod)
{
  static const struct {
    const char *phrase;
    char mod;
  } phrases[] = {{"the beginning of", 's'},
                 {"the start of", 's'},
                 {"the middle of", 'm'},
                 {"the end of", 'e'},
                 {"end of", 'e'},
                 {"beginning of", 's'},
                 {"early in", 's'},
                 {"late in", 'e'},
                 {"early", 's'},
                 {"late", 'e'},
                 {"mid -", 'm'},
                 {"mid", 'm'}};
  for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
    uint32_t n = bede_scan_phrase(scan, at, phrases[i].phrase);
    if (!n) continue;
    *mod = phrases[i].mod;
    return n;
  }
  return 0;
}

static void set_when(found *f, bede_precision precision, uint32_t begin,
                     uint32_t end)
{
  f->type = BEDE_TIMEX_DATE;
  f->when.unit = precision;
  f->begin = begin;
  f->end = end;
}

// The year behind a month or day: ", 2014", "2014", "of 2014".
static uint32_t year_behind(const bede_scan *scan, uint32_t at, int16_t *year)
{
  if (year_at(scan, at, year)) return at + 1;
  if (bede_scan_in(scan, at, ", of") && year_at(scan, at + 1, year)) {
    return at + 2;
  }
  return at;
}

// --- rules

// 2014-05-02, 2014/05/02
static bool rule_iso(const bede_scan *scan, uint32_t at, found *f)
{
  bede_str form = bede_scan_form(scan, at);
  char iso[10];
  bede_date day;
  if (form.len != 10) return false;
  memcpy(iso, form.ptr, sizeof iso);
  if (iso[4] == '/' && iso[7] == '/') iso[4] = iso[7] = '-';
  bede_str s = {iso, sizeof iso};
  if (!bede_date_parse(s, &day)) return false;
  f->when.year = day.year;
  f->when.month = day.month;
  f->when.day = day.day;
  set_when(f, BEDE_PRECISION_DAY, at, at + 1);
  return true;
}

// 2 May 2014, 2nd of May, Monday, 2 May
static bool rule_day_month(const bede_scan *scan, uint32_t at, found *f)
{
  bede_when *w = &f->when;
  uint32_t end = at + 1;
  if (!day_at(scan, at, &w->day)) return false;
  if (bede_scan_is(scan, end, "of")) end++;
  if (!month_at(scan, end, &w->month)) return false;
  end = year_behind(scan, end + 1, &w->year);
  set_when(f, BEDE_PRECISION_DAY, at, end);
  return true;
}

// May 2, 2014; May 2; but not "May 20 men" or "May 2014"
static bool rule_month_day(const bede_scan *scan, uint32_t at, found *f)
{
  bede_when *w = &f->when;
  if (!month_at(scan, at, &w->month)) return false;
  if (!day_at(scan, at + 1, &w->day)) return false;
  if (bede_scan_is(scan, at + 2, "%")) return false;
  uint32_t end = year_behind(scan, at + 2, &w->year);
  set_when(f, BEDE_PRECISION_DAY, at, end);
  return true;
}

// Monday; last Monday; next Friday; Monday, May 2, 2014
static bool rule_weekday(const bede_scan *scan, uint32_t at, found *f)
{
  uint32_t name = at;
  f->when.last = bede_scan_in(scan, at, "last past");
  f->when.next = bede_scan_in(scan, at, "next coming");
  if (f->when.last || f->when.next || bede_scan_is(scan, at, "this")) name++;
  f->when.weekday = (uint8_t)weekday_name(bede_scan_form(scan, name));
  if (!f->when.weekday) return false;
  uint32_t date = name + 1;
  if (bede_scan_is(scan, date, ",")) date++;
  found day = *f;
  if (rule_month_day(scan, date, &day) || rule_day_month(scan, date, &day)) {
    day.begin = at;
    day.when.weekday = 0;
    *f = day;
    return true;
  }
  set_when(f, BEDE_PRECISION_DAY, at, name + 1);
  return true;
}

// May 2014; late May; the end of May; last May; mid-May
static bool rule_month(const bede_scan *scan, uint32_t at, found *f)
{
  bede_when *w = &f->when;
  uint32_t month = at + modifier_at(scan, at, &w->mod);
  w->last = bede_scan_is(scan, month, "last");
  w->next = bede_scan_is(scan, month, "next");
  if (w->last || w->next || bede_scan_is(scan, month, "this")) month++;
  if (!month_at(scan, month, &w->month)) return false;
  uint32_t end = year_behind(scan, month + 1, &w->year);
  bool plain = month == at && !w->year;
  if (plain && !bede_scan_is_capital(scan, at)) return false;
  bool may = bede_scan_in(scan, month, "may march");
  if (plain && (month == scan->begin || may) &&
      !bede_scan_in(scan, month - 1, preposition)) {
    return false;
  }
  set_when(f, BEDE_PRECISION_MONTH, at, end);
  return true;
}

// mid-May, mid-2012, mid-1990s are one word each.
static bool rule_mid(const bede_scan *scan, uint32_t at, found *f)
{
  bede_str form = bede_scan_form(scan, at);
  uint32_t n;
  if (form.len < 7 || !bede_scan_list(bede_str_sub(form, 0, 4), "mid-")) {
    return false;
  }
  form = bede_str_sub(form, 4, form.len);
  f->when.mod = 'm';
  f->when.month = (uint8_t)month_name(form);
  uint32_t end = at + 1;
  if (f->when.month) {
    end = year_behind(scan, end, &f->when.year);
    set_when(f, BEDE_PRECISION_MONTH, at, end);
    return true;
  }
  bool decade = form.len == 5 && form.ptr[4] == 's';
  if (decade) form.len = 4;
  if (form.len != 4 || !bede_str_u32(form, &n) || n < 1800 || n > 2199) {
    return false;
  }
  f->when.year = (int16_t)n;
  set_when(f, decade ? BEDE_PRECISION_DECADE : BEDE_PRECISION_YEAR, at, end);
  return true;
}

// the 1990s, early 1990s, the 90s
static bool rule_decade(const bede_scan *scan, uint32_t at, found *f)
{
  uint32_t word = at + modifier_at(scan, at, &f->when.mod), n;
  if (bede_scan_is(scan, word, "the")) word++;
  if (word == at + 1 && !f->when.mod) { // the early 1990s
    word += modifier_at(scan, word, &f->when.mod);
  }
  bede_str form = bede_scan_form(scan, word);
  if (form.len == 6 && form.ptr[4] == '\'')
    form.len = 4;
  else if (form.len == 5 && form.ptr[4] == 's')
    form.len = 4;
  else
    return false;
  if (!bede_str_u32(form, &n) || n < 1800 || n > 2190 || n % 10) return false;
  f->when.year = (int16_t)n;
  set_when(f, BEDE_PRECISION_DECADE, at, word + 1);
  return true;
}

// "the 1998 vote", "Congress 2005": a year beside the name of an event.
static bool names_event(const bede_scan *scan, uint32_t year)
{
  uint32_t n;
  bede_upos next = bede_scan_upos(scan, year + 1);
  if (!bede_scan_digits(scan, year, &n) || n < 1900 || n > 2050) return false;
  if (bede_scan_upos(scan, year - 1) == BEDE_UPOS_PROPN &&
      bede_scan_upos(scan, year) == BEDE_UPOS_NUM) {
    return next != BEDE_UPOS_NOUN;
  }
  bool singular = next == BEDE_UPOS_NOUN &&
                  scan->doc->words.items[year + 1].xpos == BEDE_XPOS_NN;
  return bede_scan_is(scan, year - 1, "the") && singular;
}

// in 2012; early 2012; since 2009; (2012); not "2012 men"
static bool rule_year(const bede_scan *scan, uint32_t at, found *f)
{
  uint32_t year = at + modifier_at(scan, at, &f->when.mod);
  if (!year_at(scan, year, &f->when.year)) return false;
  bool lead = year > at || bede_scan_in(scan, at - 1, preposition) ||
              bede_scan_is(scan, at - 1, "year");
  if (at == scan->begin && year == at) {
    lead = bede_scan_is(scan, year + 1, ",");
  }
  lead |= names_event(scan, year);
  bede_upos next = bede_scan_upos(scan, year + 1);
  if (!lead || (next == BEDE_UPOS_NOUN && year == at &&
                bede_scan_in(scan, year - 1, "of to and for about around"))) {
    return false;
  }
  set_when(f, BEDE_PRECISION_YEAR, at, year + 1);
  return true;
}

// the summer of 2012, last spring, in autumn
static bool rule_season(const bede_scan *scan, uint32_t at, found *f)
{
  uint32_t word = at;
  f->when.last = bede_scan_is(scan, at, "last");
  f->when.next = bede_scan_is(scan, at, "next");
  bool lead =
      f->when.last || f->when.next || bede_scan_in(scan, at, "this the");
  if (lead) word++;
  f->when.season = (uint8_t)season_name(bede_scan_form(scan, word));
  if (!f->when.season || bede_scan_upos(scan, word) == BEDE_UPOS_VERB) {
    return false;
  }
  uint32_t end = year_behind(scan, word + 1, &f->when.year);
  bool the = bede_scan_is(scan, at, "the");
  if (!f->when.year && (the || !lead) &&
      !bede_scan_in(scan, at - 1, "in since during")) {
    return false;
  }
  set_when(f, BEDE_PRECISION_SEASON, at, end);
  return true;
}

// the first quarter of 2009, the fourth quarter
static bool rule_quarter(const bede_scan *scan, uint32_t at, found *f)
{
  uint32_t word = bede_scan_is(scan, at, "the") ? at + 1 : at;
  bede_str form = bede_scan_form(scan, word);
  unsigned n = bede_scan_place(form, "first second third fourth");
  if (!n && bede_scan_in(scan, word, "final last")) n = 4;
  if (!n || !bede_scan_is(scan, word + 1, "quarter")) return false;
  f->when.quarter = (uint8_t)n;
  uint32_t end = year_behind(scan, word + 2, &f->when.year);
  set_when(f, BEDE_PRECISION_SEASON, at, end);
  return true;
}

// Days named by their distance from the report.
typedef struct day_phrase {
  const char *phrase;
  int32_t shift;
} day_phrase;

static const day_phrase day_phrases[] = {{"the day before yesterday", -2},
                                         {"earlier today", 0},
                                         {"later today", 0},
                                         {"late yesterday", -1},
                                         {"early yesterday", -1},
                                         {"yesterday morning", -1},
                                         {"yesterday afternoon", -1},
                                         {"yesterday evening", -1},
                                         {"last night", -1},
                                         {"yesterday", -1},
                                         {"this morning", 0},
                                         {"this afternoon", 0},
                                         {"this evening", 0},
                                         {"tonight", 0},
                                         {"today", 0},
                                         {"the day after tomorrow", 2},
                                         {"tomorrow", 1}};

static bool rule_day_word(const bede_scan *scan, uint32_t at, found *f)
{
  for (size_t i = 0; i < sizeof day_phrases / sizeof *day_phrases; i++) {
    uint32_t n = bede_scan_phrase(scan, at, day_phrases[i].phrase);
    if (!n) continue;
    f->when.relative = true;
    f->when.shift = day_phrases[i].shift;
    set_when(f, BEDE_PRECISION_DAY, at, at + n);
    return true;
  }
  return false;
}

// that day, the same day
static bool rule_that_day(const bede_scan *scan, uint32_t at, found *f)
{
  uint32_t n = bede_scan_phrase(scan, at, "that day");
  if (!n) n = bede_scan_phrase(scan, at, "the same day");
  f->again = true;
  set_when(f, BEDE_PRECISION_DAY, at, at + n);
  return n > 0;
}

// last week, earlier this month, the end of next year, late last year
static bool rule_last(const bede_scan *scan, uint32_t at, found *f)
{
  uint32_t word = at + modifier_at(scan, at, &f->when.mod);
  if (word == at && bede_scan_in(scan, at, "earlier later")) word++;
  if (bede_scan_is(scan, word, "the")) word++;
  bool last = bede_scan_in(scan, word, "last previous");
  bool next = bede_scan_in(scan, word, "next coming following");
  bool now = bede_scan_in(scan, word, "this current");
  const unit *u = unit_at(scan, word + 1);
  if (!(last || next || now) || !u || u->hours) return false;
  if (u->precision == BEDE_PRECISION_DAY) return false;
  bede_str form = bede_scan_form(scan, word + 1);
  if (form.ptr[form.len - 1] == 's') return false;
  f->when.relative = true;
  f->when.shift = last ? -1 : next ? 1 : 0;
  set_when(f, u->precision, at, word + 2);
  return true;
}

// two days ago, a week earlier, three years ago
static bool rule_ago(const bede_scan *scan, uint32_t at, found *f)
{
  bede_number n = {at, at + 1, 1, true, ""};
  if (!bede_number_at(scan, at, &n) && !bede_scan_in(scan, at, "a an one")) {
    return false;
  }
  const unit *u = unit_at(scan, n.end);
  if (!u || u->hours || !n.whole || n.value < 1 || n.value > 5000) return false;
  if (!bede_scan_is(scan, n.end + 1, "ago")) return false;
  f->when.relative = true;
  f->when.shift = -(int32_t)n.value;
  set_when(f, u->precision, at, n.end + 2);
  return true;
}

// "the past", "the next": what may stand before a length of time.
static uint32_t stretch_at(const bede_scan *scan, uint32_t at)
{
  uint32_t word = bede_scan_is(scan, at, "the") ? at + 1 : at;
  return bede_scan_in(scan, word, "past last next previous coming first")
             ? word + 1 - at
             : 0;
}

// for three days, two weeks, a 12-year war, the next six months, the past
// decade; not "34 years old"
static bool rule_duration(const bede_scan *scan, uint32_t at, found *f)
{
  uint32_t lead = stretch_at(scan, at), word = at + lead;
  bede_number n = {word, word, 1, true, ""};
  bool past = lead && bede_scan_is(scan, word - 1, "past");
  if (!bede_number_at(scan, word, &n) && !past) return false;
  if (!n.whole || n.value > 5000) return false;
  word = n.end;
  if (n.end > n.begin && bede_scan_is(scan, word, "-")) word++;
  const unit *u = unit_at(scan, word);
  if (!u || bede_scan_in(scan, word + 1, "old - ago") ||
      bede_scan_in(scan, at - 1, "aged age")) {
    return false;
  }
  int64_t value = u->letter == 'E' ? n.value * 10 : n.value;
  (void)snprintf(f->value, sizeof f->value, "P%s%lld%c", u->hours ? "T" : "",
                 (long long)value, u->letter == 'E' ? 'Y' : u->letter);
  f->type = BEDE_TIMEX_DURATION;
  f->begin = at;
  f->end = word + 1;
  return true;
}

// every day, each year, daily, annually
static bool rule_set(const bede_scan *scan, uint32_t at, found *f)
{
  static const struct {
    const char *words;
    char letter;
  } adverbs[] = {{"daily", 'D'},
                 {"weekly", 'W'},
                 {"monthly", 'M'},
                 {"yearly annually annual", 'Y'}};
  char letter = 0;
  uint32_t end = at + 1;
  for (size_t i = 0; i < sizeof adverbs / sizeof *adverbs; i++) {
    if (bede_scan_in(scan, at, adverbs[i].words)) letter = adverbs[i].letter;
  }
  const unit *u = unit_at(scan, at + 1);
  if (!letter && u && !u->hours && bede_scan_in(scan, at, "every each")) {
    letter = u->letter == 'E' ? 0 : u->letter;
    end = at + 2;
  }
  if (!letter || bede_scan_is_capital(scan, at) != (at == scan->begin)) {
    return false; // "the Daily" is a paper
  }
  (void)snprintf(f->value, sizeof f->value, "P1%c", letter);
  f->type = BEDE_TIMEX_SET;
  f->begin = at;
  f->end = end;
  return true;
}

// 10:30, 10:30 a.m., 5 pm, 16:08 UTC
static bool rule_time(const bede_scan *scan, uint32_t at, found *f)
{
  bede_str form = bede_scan_form(scan, at), minutes, hours;
  uint32_t hour, minute = 0, end = at + 1;
  minutes = bede_str_cut(form, ':', &hours);
  if (form.len > 5 || !bede_str_u32(hours, &hour) || hour > 24) return false;
  if (minutes.ptr &&
      (minutes.len != 2 || !bede_str_u32(minutes, &minute) || minute > 59)) {
    return false;
  }
  bool am = bede_scan_in(scan, end, "am a.m. a.m");
  bool pm = bede_scan_in(scan, end, "pm p.m. p.m");
  if (!am && !pm && !minutes.ptr) return false;
  if (am || pm) end++;
  if (pm && hour < 12) hour += 12;
  if (am && hour == 12) hour = 0;
  if (bede_scan_in(scan, end, "utc gmt est edt pst local")) end++;
  if (bede_scan_is(scan, end - 1, "local") && bede_scan_is(scan, end, "time")) {
    end++;
  }
  (void)snprintf(f->value, sizeof f->value, "T%02u:%02u", hour, minute);
  f->type = BEDE_TIMEX_TIME;
  f->begin = at;
  f->end = end;
  return true;
}

// A rule and the first letters of what it may begin with, '0' for digits.
typedef struct rule_row {
  rule *run;
  const char *letters;
} rule_row;

static const rule_row rules[] = {{rule_iso, "0"},
                                 {rule_weekday, "mtwfslpnc"},
                                 {rule_day_month, "0"},
                                 {rule_month_day, "jfmasond"},
                                 {rule_month, "jfmasondtebl"},
                                 {rule_mid, "m"},
                                 {rule_decade, "0telmb"},
                                 {rule_ago, "0aotfsenh"},
                                 {rule_last, "teblmpncf"},
                                 {rule_day_word, "telyl"},
                                 {rule_that_day, "t"},
                                 {rule_quarter, "tfsl"},
                                 {rule_season, "lntswaf"},
                                 {rule_time, "0"},
                                 {rule_year, "0teblm"},
                                 {rule_duration, "0aotfsenhplc"},
                                 {rule_set, "edwmya"}};

// --- the sentence

// A date in front of its sentence belongs to the sentence, whatever the parser
// hangs it on: "On Friday, he called for them to be tried." Does a verb in the
// past tense come before any modal?
static bool fronts_past(const bede_scan *scan, uint32_t word)
{
  if (word > scan->begin + 2) return false;
  for (uint32_t i = word; i < scan->end; i++) {
    unsigned xpos = scan->doc->words.items[i].xpos;
    if (xpos == BEDE_XPOS_MD) return false;
    if (xpos == BEDE_XPOS_VBD) return true;
  }
  return false;
}

// Words of plans: "is due to meet on Friday", "a vote is scheduled for Friday".
static bool plans(const bede_scan *scan, uint32_t word)
{
  return bede_scan_lemma_in(scan->doc, word,
                            "plan schedule due slate intend expect hope "
                            "prepare pledge promise vow agree want");
}

// Does the clause around `word` tell of what is to come? Bounded by the depth
// of the tree: every step goes to a head.
static bool is_future(const bede_scan *scan, uint32_t word)
{
  uint32_t steps = scan->end - scan->begin;
  if (fronts_past(scan, word)) return false;
  while (word != BEDE_NONE && steps-- > 0) {
    const bede_word *w = &scan->doc->words.items[word];
    if (w->upos == BEDE_UPOS_VERB || plans(scan, word)) {
      bede_grammar g;
      bede_grammar_of(scan->doc, word, &g);
      if (g.tense == BEDE_TIME_FUTURE) return true;
      bool scheduled =
          bede_scan_lemma_in(scan->doc, word, "schedule slate due");
      return scheduled || (w->xpos == BEDE_XPOS_VB && w->head != BEDE_NONE &&
                           plans(scan, w->head));
    }
    word = w->head;
  }
  return false;
}

// Gives `t` the last day that was named before it; open when none was.
static void copy_day(const bede_doc *doc, bede_timex *t)
{
  t->type = BEDE_TIMEX_DATE;
  t->value = bede_str_from("XXXX-XX-XX");
  for (uint32_t i = doc->dates.count - 1; i-- > 0;) {
    const bede_timex *d = &doc->dates.items[i];
    if (d->type != BEDE_TIMEX_DATE || d->precision != BEDE_PRECISION_DAY) {
      continue;
    }
    t->value = d->value;
    t->from = d->from;
    t->to = d->to;
    return;
  }
}

static bede_status keep(bede_doc *doc, const bede_scan *scan, const found *f)
{
  bede_timex *t = BEDE_LIST_PUSH(&doc->dates, doc->arena, BEDE_MAX_WORDS);
  if (!t) return BEDE_ENOMEM;
  t->span.begin = doc->words.items[f->begin].span.begin;
  t->span.end = doc->words.items[f->end - 1].span.end;
  t->word_begin = f->begin;
  t->word_end = f->end;
  t->sentence = scan->sentence;
  if (f->again) {
    copy_day(doc, t);
    return BEDE_OK;
  }
  if (f->type == BEDE_TIMEX_DATE) {
    bool future = is_future(scan, f->end - 1);
    return bede_when_resolve(&f->when, doc->published_date, future, doc->arena,
                             t);
  }
  t->type = f->type;
  t->value = bede_arena_copy(doc->arena, bede_str_from(f->value));
  return t->value.ptr ? BEDE_OK : BEDE_ENOMEM;
}

static bool match(const bede_scan *scan, uint32_t at, found *f)
{
  char first = bede_scan_form(scan, at).ptr[0];
  if (bede_is_digit((unsigned char)first)) first = '0';
  if (bede_is_upper((unsigned char)first)) first = (char)(first | 32);
  if (first != '0' && !bede_is_lower((unsigned char)first)) return false;
  for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
    if (!strchr(rules[i].letters, first)) continue;
    memset(f, 0, sizeof *f);
    if (rules[i].run(scan, at, f) && f->end <= scan->end) return true;
  }
  return false;
}

bede_status bede_timex_find(bede_doc *doc, const bede_scan *scan)
{
  uint32_t at = scan->begin;
  while (at < scan->end) {
    found f;
    if ((doc->words.items[at].flags & BEDE_WORD_MARKER) ||
        !match(scan, at, &f)) {
      at++;
      continue;
    }
    bede_status status = keep(doc, scan, &f);
    if (status) return status;
    at = f.end;
  }
  return BEDE_OK;
}
