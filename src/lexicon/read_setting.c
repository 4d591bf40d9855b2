// Lines of gazetteer/, time/ and numbers/: places, and the words of time and
// number.
#include "lexicon/build.h"

#include <stdio.h>
#include <string.h>

#include "base/str.h"

#define PLACE_FIELDS 8u
#define DEGREE 10000 // as places keep degrees

static const char *const place_kinds[] = {
#define X(s, n) n,
    BEDE_PLACE_KIND_LIST(X)
#undef X
};

static const char *const term_kinds[] = {
#define X(s, n) n,
    BEDE_TERM_KIND_LIST(X)
#undef X
};

// The index of `s` in a list, `count` when it is not there.
static uint8_t choose(bede_str s, const char *const *list, uint8_t count)
{
  uint8_t n = 0;
  while (n < count && !bede_str_is(s, list[n]))
    n++;
  return n;
}

// --- numbers ----------------------------------------------------------------

// A decimal number with a sign; false when it is none.
static bool parse_number(bede_str s, int64_t *out)
{
  bool minus = s.len && s.ptr[0] == '-';
  int64_t value = 0;
  if (minus || (s.len && s.ptr[0] == '+')) s = bede_str_sub(s, 1, s.len);
  if (s.len == 0 || s.len > 16) return false;
  for (size_t i = 0; i < s.len; i++) {
    if (!bede_is_digit((unsigned char)s.ptr[i])) return false;
    value = value * 10 + (s.ptr[i] - '0');
  }
  *out = minus ? -value : value;
  return true;
}

// "36.3350" or "-" for none, at most `limit` degrees either way.
static bool parse_degrees(bede_str s, int32_t limit, int32_t *out)
{
  bede_str whole, part;
  uint32_t degrees, rest = 0, unit = DEGREE / 10;
  *out = BEDE_NO_DEGREES;
  if (bede_kb_is_dash(s)) return true;
  if (!s.len) return false;
  bool south = s.ptr[0] == '-';
  if (south) s = bede_str_sub(s, 1, s.len);
  part = bede_str_cut(s, '.', &whole);
  if (!bede_str_u32(whole, &degrees) || degrees > (uint32_t)limit) return false;
  for (size_t i = 0; i < part.len; i++, unit /= 10) {
    if (!bede_is_digit((unsigned char)part.ptr[i])) return false;
    rest += (uint32_t)(part.ptr[i] - '0') * unit;
  }
  int32_t value = (int32_t)(degrees * DEGREE + rest);
  *out = south ? -value : value;
  return value <= limit * DEGREE;
}

// --- places -----------------------------------------------------------------

// The key of a place: country, level and main name.
static bede_str place_key(bede_kb *kb, bede_str country, bool division,
                          bede_str name)
{
  bede_str none = {NULL, 0};
  bede_buf_clear(&kb->scratch);
  bede_buf_append_str(&kb->scratch, country);
  bede_buf_append_char(&kb->scratch, division ? '1' : '|');
  bede_buf_append_str(&kb->scratch, name);
  if (kb->scratch.status) {
    bede_kb_fail(kb, kb->scratch.status);
    return none;
  }
  return bede_kb_keep(kb, bede_buf_str(&kb->scratch));
}

// The key of a number: its digits without zeros in front.
static bede_str id_key(bede_kb *kb, uint32_t number)
{
  char digits[16];
  int len = snprintf(digits, sizeof digits, "%u", number);
  bede_str id = {digits, (size_t)len};
  return bede_kb_keep(kb, id);
}

// Makes `place` the one of `key` in a table, unless it has a larger one.
static void add_key(bede_kb *kb, bede_kb_table *table, bede_str key,
                    uint32_t place)
{
  bool numbered = table == &kb->place_ids;
  uint32_t n = bede_kb_find(table, key);
  uint32_t *slot;
  if (!n && !bede_kb_intern(kb, table, key)) return;
  if (n) {
    slot = numbered ? &kb->numbered_places.items[n - 1]
                    : &kb->keyed_places.items[n - 1];
    if (kb->places.items[*slot].population >=
        kb->places.items[place].population) {
      return;
    }
  } else {
    slot = numbered ? BEDE_KB_PUSH(kb, &kb->numbered_places)
                    : BEDE_KB_PUSH(kb, &kb->keyed_places);
  }
  if (slot) *slot = place;
}

static void add_place_name(bede_kb *kb, bede_str name, uint32_t place,
                           bool alias)
{
  uint32_t words[BEDE_MAX_ALIAS_WORDS];
  uint32_t count = bede_kb_phrase(kb, name, words);
  bede_lex_place_name *n = count ? BEDE_KB_PUSH(kb, &kb->place_names) : NULL;
  if (!n) return;
  n->place = place;
  n->alias = alias;
  bede_kb_enter(kb, &kb->place_entries, words, count, alias,
                kb->place_names.count - 1, false);
}

// "NAME; ALIAS; ALIAS": the first is what the place is called by; the others
// count less where they are `doubtful`.
static void add_place_names(bede_kb *kb, bede_str names, uint32_t place,
                            bool doubtful)
{
  bede_str name;
  bool first = true;
  while (bede_kb_piece(&names, ';', &name)) {
    if (name.len == 0) continue;
    if (first) kb->places.items[place].name = bede_kb_string(kb, name);
    add_place_name(kb, name, place, doubtful && !first);
    first = false;
  }
  if (first) bede_kb_error(kb, names, "a place needs a name");
}

static bool good_country(bede_kb *kb, bede_str s)
{
  bool good = s.len == 3;
  for (size_t i = 0; i < s.len; i++)
    good = good && bede_is_upper((unsigned char)s.ptr[i]);
  if (!good && !bede_kb_is_dash(s)) {
    bede_kb_error(kb, s, "'%.*s' is no country code", BEDE_KB_SHOW(s));
  }
  return good;
}

// "ID | KIND | COUNTRY | DIVISION | LAT | LON | POPULATION | NAMES"
static void place_line(bede_kb *kb, bede_str rest)
{
  bede_str field[PLACE_FIELDS], piece, whole = rest;
  bede_lex_place place;
  uint32_t n = 0;
  memset(&place, 0, sizeof place);
  while (bede_kb_piece(&rest, '|', &piece)) {
    if (n < PLACE_FIELDS) field[n] = piece;
    n++;
  }
  if (n != PLACE_FIELDS) {
    bede_kb_error(kb, whole,
                  "a place is ID | KIND | COUNTRY | DIVISION | LAT | LON | "
                  "POPULATION | NAMES");
    return;
  }
  place.kind = choose(field[1], place_kinds, BEDE_PLACE_KIND_COUNT);
  if (place.kind == BEDE_PLACE_KIND_COUNT) {
    bede_kb_error(kb, field[1], "unknown kind '%.*s'", BEDE_KB_SHOW(field[1]));
    return;
  }
  if ((!bede_kb_is_dash(field[0]) && !bede_str_u32(field[0], &place.number)) ||
      !bede_str_u32(field[6], &place.population)) {
    bede_kb_error(kb, whole, "the id and the population are numbers");
  }
  if (!parse_degrees(field[4], 90, &place.lat))
    bede_kb_error(kb, field[4], "no degrees");
  if (!parse_degrees(field[5], 180, &place.lon))
    bede_kb_error(kb, field[5], "no degrees");
  if (good_country(kb, field[2])) place.country = bede_kb_string(kb, field[2]);
  place.division = BEDE_NONE;
  // The number of its division, until all places are read.
  if (!bede_kb_is_dash(field[3])) {
    if (!bede_str_u32(field[3], &place.division)) {
      bede_kb_error(kb, field[3], "a division is the id of its place");
    }
  }
  bede_kb_set_ref(kb, &place.ref);
  bede_lex_place *kept = BEDE_KB_PUSH(kb, &kb->places);
  if (!kept) return;
  *kept = place;
  n = kb->places.count - 1;
  if (place.number) add_key(kb, &kb->place_ids, id_key(kb, place.number), n);
  bede_str names = field[7], name;
  (void)bede_kb_piece(&names, ';', &name);
  bede_str key = place_key(kb, field[2], place.kind == BEDE_PLACE_ADM1, name);
  if (key.ptr) add_key(kb, &kb->place_keys, key, n);
  add_place_names(kb, field[7], n, true);
}

// "alias COUNTRY | MAIN NAME | NAMES", "alias1" of a first-level division.
static void alias_line(bede_kb *kb, bede_str rest, bool division)
{
  bede_str country, main_name, names, key;
  bool begun = bede_kb_piece(&rest, '|', &country);
  if (begun && !good_country(kb, country) && !bede_kb_is_dash(country)) return;
  if (!begun || bede_kb_is_dash(country) ||
      !bede_kb_piece(&rest, '|', &main_name) ||
      !bede_kb_piece(&rest, '|', &names) || rest.len) {
    bede_kb_error(kb, rest, "other names are COUNTRY | MAIN NAME | NAMES");
    return;
  }
  key = place_key(kb, country, division, main_name);
  bede_kb_alias *alias = key.ptr ? BEDE_KB_PUSH(kb, &kb->aliases) : NULL;
  if (!alias) return;
  alias->key = key;
  alias->names = names;
  alias->line = kb->line;
  bede_kb_set_ref(kb, &alias->ref);
}

void bede_kb_place_line(bede_kb *kb, bede_str line)
{
  bede_str word, rest = line;
  (void)bede_kb_word(&rest, &word);
  if (bede_str_is(word, "place")) {
    place_line(kb, rest);
  } else if (bede_str_is(word, "alias") || bede_str_is(word, "alias1")) {
    alias_line(kb, rest, bede_str_is(word, "alias1"));
  } else {
    bede_kb_error(kb, word, "unknown word '%.*s'", BEDE_KB_SHOW(word));
  }
}

static void resolve_alias(bede_kb *kb, const bede_kb_alias *alias)
{
  uint32_t n = bede_kb_find(&kb->place_keys, alias->key);
  if (!n) {
    bede_kb_error_at(kb, alias->ref, "no place '%.*s'",
                     BEDE_KB_SHOW(alias->key));
    return;
  }
  kb->at = alias->ref;
  kb->line = alias->line;
  add_place_names(kb, alias->names, kb->keyed_places.items[n - 1], false);
}

void bede_kb_resolve_places(bede_kb *kb)
{
  for (uint32_t i = 0; i < kb->aliases.count && !kb->stop; i++)
    resolve_alias(kb, &kb->aliases.items[i]);
  for (uint32_t i = 0; i < kb->places.count; i++) {
    bede_lex_place *p = &kb->places.items[i];
    if (p->division == BEDE_NONE) continue;
    bede_str id = id_key(kb, p->division);
    uint32_t n = id.ptr ? bede_kb_find(&kb->place_ids, id) : 0;
    if (!n) bede_kb_error_at(kb, p->ref, "no place has the id %u", p->division);
    p->division = n ? kb->numbered_places.items[n - 1] : BEDE_NONE;
  }
}

// --- terms ------------------------------------------------------------------

static bool parse_span(bede_str word, bede_lex_span *out)
{
  if (word.len < 10 ||
      !bede_date_parse(bede_str_sub(word, 0, 10), &out->from)) {
    return false;
  }
  out->to = out->from;
  if (word.len == 10) return true;
  return word.len == 22 && bede_str_starts(bede_str_sub(word, 10, 12), "..") &&
         bede_date_parse(bede_str_sub(word, 12, 22), &out->to) &&
         bede_date_cmp(out->from, out->to) <= 0;
}

// "DATE DATE..DATE ...": the days of a feast, year by year.
static void parse_dates(bede_kb *kb, bede_str rest, bede_lex_term *term)
{
  bede_str word;
  term->date_begin = kb->dates.count;
  while (bede_kb_word(&rest, &word)) {
    bede_lex_span span;
    if (!parse_span(word, &span)) {
      bede_kb_error(kb, word, "'%.*s' is no DATE or DATE..DATE",
                    BEDE_KB_SHOW(word));
      return;
    }
    bede_lex_span *kept = BEDE_KB_PUSH(kb, &kb->dates);
    if (!kept) return;
    *kept = span;
    term->date_count++;
    if (term->date_count > 1 && bede_date_cmp(kept[-1].to, span.from) >= 0) {
      bede_kb_error(kb, word, "the dates are not in order of time");
    }
  }
  if (!term->date_count) bede_kb_error(kb, rest, "no dates");
}

// Is the day of a feast one of a year?
static bool good_feast(const bede_lex_term *term)
{
  bede_date day = {2000, (uint8_t)term->a, (uint8_t)term->b};
  bool month = term->a >= 1 && term->a <= 12;
  if (term->feast == BEDE_FEAST_FIXED)
    return month && term->b > 0 && term->b < 32 && bede_date_valid(day);
  if (term->feast != BEDE_FEAST_WEEKDAY) return true;
  bool nth = term->c == -1 || (term->c >= 1 && term->c <= 5);
  return month && term->b >= 1 && term->b <= 7 && nth;
}

// "fixed 12 25", "easter -2", "pascha 0", "weekday 11 4 4", with days behind it
// "weekday 11 4 4 1", "listed DATES".
static void parse_feast(bede_kb *kb, bede_str value, bede_lex_term *term)
{
  static const char *const names[] = {"fixed", "easter", "pascha", "weekday",
                                      "listed"};
  static const uint8_t counts[] = {2, 1, 1, 3, 0};
  int16_t *numbers[] = {&term->a, &term->b, &term->c};
  bede_str word, rest = value;
  if (!bede_kb_word(&rest, &word)) word = value;
  term->feast = choose(word, names, 5);
  if (term->feast == 5) {
    bede_kb_error(kb, word, "unknown rule '%.*s'", BEDE_KB_SHOW(word));
    return;
  }
  if (term->feast == BEDE_FEAST_LISTED) {
    parse_dates(kb, rest, term);
    return;
  }
  for (uint8_t i = 0; i < counts[term->feast]; i++) {
    int64_t n;
    if (!bede_kb_word(&rest, &word) || !parse_number(word, &n) || n < -366 ||
        n > 366) {
      bede_kb_error(kb, value, "'%s' takes %u numbers", names[term->feast],
                    counts[term->feast]);
      return;
    }
    *numbers[i] = (int16_t)n;
  }
  bool more = bede_kb_word(&rest, &word);
  bool days = more && term->feast == BEDE_FEAST_WEEKDAY &&
              parse_number(word, &term->number) && term->number >= -366 &&
              term->number <= 366;
  if (!good_feast(term) || (more && (!days || bede_kb_word(&rest, &word))))
    bede_kb_error(kb, value, "no such day: '%.*s'", BEDE_KB_SHOW(value));
}

// A bound is "QUALIFIER RULE".
static void check_bound(bede_kb *kb, bede_str value)
{
  static const char *const names[] = {"at_least", "at_most", "about", "exact"};
  bede_str word, rest = value;
  bool good = bede_kb_word(&rest, &word) && choose(word, names, 4) < 4;
  if (!good || !bede_str_trim(rest).len)
    bede_kb_error(kb, value, "'%.*s' is no QUALIFIER RULE",
                  BEDE_KB_SHOW(value));
}

// The numbers that the rules can use of a kind; none for kinds without one.
static bool good_number(const bede_lex_term *term, bool given)
{
  static const struct {
    uint8_t kind;
    int64_t from, to;
  } ranges[] = {{BEDE_TERM_UNIT, 1, 1000},     {BEDE_TERM_MONTH, 1, 12},
                {BEDE_TERM_WEEKDAY, 1, 7},     {BEDE_TERM_SEASON, 1, 4},
                {BEDE_TERM_DAY, -366, 366},    {BEDE_TERM_WAY, -100, 100},
                {BEDE_TERM_SOME, 1, INT64_MAX}};
  for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
    if (ranges[i].kind != term->kind) continue;
    return given && term->number >= ranges[i].from &&
           term->number <= ranges[i].to;
  }
  return true;
}

// Are the words of a value some that the rules can use?
static bool good_words(const bede_lex_term *term, bede_str words)
{
  static const char *const mods[] = {"START", "MID", "END", "APPROX"};
  switch (term->kind) {
  case BEDE_TERM_MOD:
    return choose(words, mods, 4) < 4;
  case BEDE_TERM_UNIT:
  case BEDE_TERM_PART:
  case BEDE_TERM_SET:
  case BEDE_TERM_VAGUE:
  case BEDE_TERM_ZONE:
  case BEDE_TERM_SOME:
    return words.len > 0;
  default:
    return true;
  }
}

// "[NUMBER] [WORDS]"
static void parse_value(bede_kb *kb, bede_str value, bede_lex_term *term)
{
  bede_str word, rest = value;
  if (term->kind == BEDE_TERM_FEAST) {
    parse_feast(kb, value, term);
    return;
  }
  if (term->kind == BEDE_TERM_BOUND || term->kind == BEDE_TERM_AFTER)
    check_bound(kb, value);
  bool given = bede_kb_word(&rest, &word) && parse_number(word, &term->number);
  bede_str words = given ? bede_str_trim(rest) : value;
  if (!good_number(term, given) || !good_words(term, words)) {
    bede_kb_error(kb, value, "'%.*s' is no value of a [%s]",
                  BEDE_KB_SHOW(value), term_kinds[term->kind]);
  }
  term->text = bede_kb_string(kb, words);
}

static void add_term(bede_kb *kb, bede_str phrase, const bede_lex_term *plan)
{
  uint32_t words[BEDE_MAX_ALIAS_WORDS];
  uint32_t count = bede_kb_phrase(kb, phrase, words);
  bede_lex_term *term = count ? BEDE_KB_PUSH(kb, &kb->terms) : NULL;
  if (!term) return;
  *term = *plan;
  bede_kb_enter(kb, &kb->term_entries, words, count, plan->kind,
                kb->terms.count - 1, false);
}

// "[KIND]", then "PHRASE; PHRASE = VALUE"
void bede_kb_term_line(bede_kb *kb, bede_str line)
{
  bede_str inside, phrases, phrase, value;
  bede_lex_term term;
  if (bede_kb_bracket(kb, line, &inside)) {
    kb->section.term = choose(inside, term_kinds, BEDE_TERM_KIND_COUNT);
    if (kb->section.term < BEDE_TERM_KIND_COUNT) return;
    kb->section.bad = true;
    bede_kb_error(kb, inside, "unknown kind '%.*s'", BEDE_KB_SHOW(inside));
    return;
  }
  if (kb->section.bad) return;
  value = bede_str_cut(line, '=', &phrases);
  if (!kb->section.set || !value.ptr) {
    bede_kb_error(kb, line, "a term is PHRASE = VALUE below a [section]");
    return;
  }
  memset(&term, 0, sizeof term);
  term.kind = kb->section.term;
  bede_kb_set_ref(kb, &term.ref);
  parse_value(kb, bede_str_trim(value), &term);
  while (!kb->stop && bede_kb_piece(&phrases, ';', &phrase))
    add_term(kb, phrase, &term);
}
