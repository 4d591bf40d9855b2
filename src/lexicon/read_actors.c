// Lines of actors/, agents/ and labels/: phrases that stand in the text.
#include "lexicon/build.h"

#include <stdlib.h>

#include "base/str.h"
#include "base/utf8.h"

#define FIELDS 6u

// Order of the readings of one phrase, see bede_name_match.
static uint32_t rank_of(uint8_t match)
{
  return BEDE_MATCH_COUNT - 1u - match;
}

// How the case of an alias binds that of the text. "NATO", "U.S.", "G7" are
// matched as they stand; "al-Shabaab" in any case; others with a capital.
static uint8_t match_of(bede_str alias)
{
  uint32_t upper = 0, lower = 0;
  bool blank = false, first_upper = true, seen = false;
  for (size_t at = 0; at < alias.len;) {
    uint32_t cp = bede_utf8_next(alias.ptr, alias.len, &at);
    if (bede_cp_class(cp) == BEDE_CC_SPACE) blank = true;
    if (bede_cp_class(cp) != BEDE_CC_LETTER) continue;
    bool is_upper = bede_cp_is_upper(cp);
    if (!seen) first_upper = !bede_cp_is_lower(cp);
    seen = true;
    upper += is_upper;
    lower += !is_upper;
  }
  if (upper && upper <= 6 && !lower && !blank) return BEDE_MATCH_EXACT;
  return first_upper ? BEDE_MATCH_CAPITAL : BEDE_MATCH_ANY;
}

// --- dates ------------------------------------------------------------------

// YYYY, YYYY-MM or YYYY-MM-DD; an empty side stays year 0.
static bool parse_date(bede_str s, bede_date *out)
{
  uint32_t year, month;
  if (s.len == 0) return true;
  if (s.len == 10) return bede_date_parse(s, out);
  if (s.len != 4 && s.len != 7) return false;
  if (!bede_str_u32(bede_str_sub(s, 0, 4), &year) || year == 0) return false;
  out->year = (int16_t)year;
  if (s.len == 4) return true;
  if (s.ptr[4] != '-' || !bede_str_u32(bede_str_sub(s, 5, 7), &month) ||
      month < 1 || month > 12) {
    return false;
  }
  out->month = (uint8_t)month;
  return true;
}

// Does `a` come after `b`, as far as both are known?
static bool is_after(bede_date a, bede_date b)
{
  if (!a.year || !b.year) return false;
  if (a.year != b.year) return a.year > b.year;
  if (!a.month || !b.month || a.month != b.month) {
    return b.month && a.month > b.month;
  }
  return b.day && a.day > b.day;
}

// "FROM..TO", either side may be empty; empty or "-" for none.
static void parse_period(bede_kb *kb, bede_str s, bede_date *from,
                         bede_date *to)
{
  size_t dots = 0;
  if (bede_kb_is_dash(s)) return;
  while (dots + 1 < s.len && !(s.ptr[dots] == '.' && s.ptr[dots + 1] == '.'))
    dots++;
  if (dots + 1 >= s.len) {
    bede_kb_error(kb, s, "a period is written FROM..TO");
    return;
  }
  bede_str a = bede_str_trim(bede_str_sub(s, 0, dots));
  bede_str b = bede_str_trim(bede_str_sub(s, dots + 2, s.len));
  if (!parse_date(a, from) || !parse_date(b, to)) {
    bede_kb_error(kb, s, "a date is YYYY, YYYY-MM or YYYY-MM-DD");
  } else if (is_after(*from, *to)) {
    bede_kb_error(kb, s, "the period ends before it begins");
  }
}

// --- entities ---------------------------------------------------------------

static bool good_key(bede_str key)
{
  for (size_t i = 0; i < key.len; i++) {
    unsigned char c = (unsigned char)key.ptr[i];
    if (!bede_is_alnum(c) && c != '.' && c != '_' && c != '-') return false;
  }
  return key.len > 0;
}

// An ISO3 code, or one of the regions and bodies that CAMEO and PLOVER use in
// its place: three capitals. A string of the blob.
static uint32_t parse_country(bede_kb *kb, bede_str s)
{
  if (bede_kb_is_dash(s)) return 0;
  bool good = s.len == 3;
  for (size_t i = 0; i < s.len; i++)
    good = good && bede_is_upper((unsigned char)s.ptr[i]);
  if (good) return bede_kb_string(kb, s);
  bede_kb_error(kb, s, "'%.*s' is no country code", BEDE_KB_SHOW(s));
  return 0;
}

static void add_name(bede_kb *kb, bede_str alias, bede_name_use use,
                     bede_date from, bede_date to)
{
  uint32_t words[BEDE_MAX_ALIAS_WORDS];
  uint32_t count = bede_kb_phrase(kb, alias, words);
  bede_lex_name *name = count ? BEDE_KB_PUSH(kb, &kb->names) : NULL;
  if (!name) return;
  name->match = match_of(alias);
  if (use == BEDE_USE_NAME && name->match == BEDE_MATCH_EXACT) {
    use = BEDE_USE_ACRONYM;
  }
  name->use = (uint8_t)use;
  name->entity = kb->entity;
  name->from = from;
  name->to = to;
  bede_kb_set_ref(kb, &name->ref);
  bede_kb_enter(kb, &kb->name_entries, words, count, rank_of(name->match),
                kb->names.count - 1, false);
}

// Splits `s` at '|' into at most `max` fields; returns how many there are.
static uint32_t split_fields(bede_str s, bede_str *out, uint32_t max)
{
  uint32_t n = 0;
  bede_str field;
  while (bede_kb_piece(&s, '|', &field)) {
    if (n < max) out[n] = field;
    n++;
  }
  return n;
}

static void fill_entity(bede_kb *kb, bede_lex_entity *e,
                        const bede_str field[FIELDS])
{
  bede_kind kind = BEDE_KIND_OTHER;
  if (!bede_kind_parse(field[1], &kind)) {
    bede_kb_error(kb, field[1], "unknown kind '%.*s'", BEDE_KB_SHOW(field[1]));
  }
  e->kind = (uint8_t)kind;
  e->key = bede_kb_string(kb, field[0]);
  e->country = parse_country(kb, field[2]);
  bede_kb_sectors(kb, field[3], e->sectors, &e->sector_count);
  e->code = bede_kb_code(kb, field[4]);
  e->name = bede_kb_string(kb, field[5]);
  e->parent = BEDE_NONE;
  e->role_begin = kb->roles.count;
  bede_kb_set_ref(kb, &e->ref);
}

static void entity_line(bede_kb *kb, bede_str rest)
{
  bede_str field[FIELDS];
  bede_date none = {0, 0, 0};
  kb->entity = BEDE_NONE;
  kb->entity_bad = true;
  if (split_fields(rest, field, FIELDS) != FIELDS) {
    bede_kb_error(kb, rest,
                  "an entity is KEY | KIND | COUNTRY | SECTORS | CODE | NAME");
    return;
  }
  if (!good_key(field[0])) {
    bede_kb_error(kb, field[0], "a key has letters, digits, '.', '_' and '-'");
    return;
  }
  uint32_t old = bede_kb_find(&kb->keys, field[0]);
  if (old) {
    bede_ref ref = kb->entities.items[old - 1].ref;
    bede_str path = kb->files.items[ref.file].shown;
    bede_kb_error(kb, field[0], "key '%.*s' is taken (%.*s:%u)",
                  BEDE_KB_SHOW(field[0]), (int)path.len, path.ptr, ref.line);
    return;
  }
  if (bede_kb_is_dash(field[5])) {
    bede_kb_error(kb, field[5], "an entity needs a name");
    return;
  }
  bede_lex_entity *e = BEDE_KB_PUSH(kb, &kb->entities);
  if (!e) return;
  fill_entity(kb, e, field);
  if (!bede_kb_intern(kb, &kb->keys, field[0])) return;
  kb->entity = kb->entities.count - 1;
  kb->entity_bad = false;
  add_name(kb, field[5], BEDE_USE_NAME, none, none);
}

static void role_line(bede_kb *kb, bede_str rest)
{
  bede_str field[5];
  if (split_fields(rest, field, 5) != 5) {
    bede_kb_error(kb, rest,
                  "a role is OFFICE | COUNTRY | SECTORS | CODE | FROM..TO");
    return;
  }
  bede_lex_role *role = BEDE_KB_PUSH(kb, &kb->roles);
  if (!role) return;
  role->office = bede_kb_is_dash(field[0]) ? 0 : bede_kb_string(kb, field[0]);
  role->country = parse_country(kb, field[1]);
  bede_kb_sectors(kb, field[2], role->sectors, &role->sector_count);
  role->code = bede_kb_code(kb, field[3]);
  parse_period(kb, field[4], &role->from, &role->to);
  bede_kb_set_ref(kb, &role->ref);
  bede_lex_entity *e = &kb->entities.items[kb->entity];
  e->role_count++;
  if (!e->office && !role->from.year && !role->to.year) {
    e->office = role->office;
  }
}

static void died_line(bede_kb *kb, bede_str rest)
{
  bede_lex_entity *e = &kb->entities.items[kb->entity];
  bede_str date = bede_str_trim(rest);
  if (!date.len || !parse_date(date, &e->died)) {
    bede_kb_error(kb, rest, "a date is YYYY, YYYY-MM or YYYY-MM-DD");
  } else if (e->kind != BEDE_KIND_PERSON) {
    bede_kb_error(kb, rest, "only a person dies");
  }
}

static void asof_line(bede_kb *kb, bede_str rest)
{
  bede_date date = {0, 0, 0};
  if (!bede_date_parse(bede_str_trim(rest), &date)) {
    bede_kb_error(kb, rest, "this date is YYYY-MM-DD");
    return;
  }
  bede_lex_asof *asof = BEDE_KB_PUSH(kb, &kb->asofs);
  if (!asof) return;
  asof->date = date;
  bede_kb_set_ref(kb, &asof->ref);
}

static void parent_line(bede_kb *kb, bede_str rest)
{
  bede_str key = bede_str_trim(rest);
  if (!good_key(key)) {
    bede_kb_error(kb, rest, "a parent is one key");
    return;
  }
  bede_kb_parent *p = BEDE_KB_PUSH(kb, &kb->parents);
  if (!p) return;
  p->entity = kb->entity;
  p->key = key;
  bede_kb_set_ref(kb, &p->ref);
}

static void name_line(bede_kb *kb, bede_str rest, bede_name_use use)
{
  bede_str field[2], alias;
  bede_date from = {0, 0, 0}, to = {0, 0, 0};
  uint32_t n = split_fields(rest, field, 2);
  if (n > 2) {
    bede_kb_error(kb, rest, "names are A; B; C with | FROM..TO at most");
    return;
  }
  if (n == 2) parse_period(kb, field[1], &from, &to);
  while (bede_kb_piece(&field[0], ';', &alias)) {
    if (alias.len) {
      add_name(kb, alias, use, from, to);
    } else {
      bede_kb_error(kb, alias, "an empty name");
    }
  }
}

static const struct {
  const char *word;
  bede_name_use use;
} uses[] = {{"name", BEDE_USE_NAME},
            {"adj", BEDE_USE_ADJ},
            {"people", BEDE_USE_PEOPLE},
            {"capital", BEDE_USE_CAPITAL},
            {"seat", BEDE_USE_SEAT}};

static const struct {
  const char *word;
  void (*line)(bede_kb *kb, bede_str rest);
} facts[] = {{"role", role_line}, {"parent", parent_line}, {"died", died_line}};

enum {
  USES = sizeof uses / sizeof *uses,
  FACTS = sizeof facts / sizeof *facts
};

void bede_kb_actor_line(bede_kb *kb, bede_str line)
{
  bede_str rest = line, word;
  (void)bede_kb_word(&rest, &word);
  if (bede_str_is(word, "entity")) {
    entity_line(kb, rest);
    return;
  }
  if (bede_str_is(word, "asof")) {
    asof_line(kb, rest);
    return;
  }
  size_t use = 0, fact = 0;
  while (use < USES && !bede_str_is(word, uses[use].word))
    use++;
  while (fact < FACTS && !bede_str_is(word, facts[fact].word))
    fact++;
  if (fact == FACTS && use == USES) {
    bede_kb_error(kb, word, "unknown word '%.*s'", BEDE_KB_SHOW(word));
  } else if (kb->entity == BEDE_NONE) {
    if (!kb->entity_bad) bede_kb_error(kb, word, "no entity above this line");
  } else if (fact < FACTS) {
    facts[fact].line(kb, rest);
  } else {
    name_line(kb, rest, uses[use].use);
  }
}

// --- agents -----------------------------------------------------------------

static const struct {
  const char *word;
  uint16_t flag;
} agent_flags[] = {
    {"unnamed", BEDE_AGENT_UNNAMED}, {"speaks", BEDE_AGENT_SPEAKS},
    {"office", BEDE_AGENT_OFFICE},   {"body", BEDE_AGENT_BODY},
    {"generic", BEDE_AGENT_GENERIC}, {"member", BEDE_AGENT_MEMBER},
    {"igo", BEDE_AGENT_IGO}};

static uint16_t agent_flag(bede_kb *kb, bede_str word)
{
  for (size_t i = 0; i < sizeof agent_flags / sizeof *agent_flags; i++) {
    if (bede_str_is(word, agent_flags[i].word)) return agent_flags[i].flag;
  }
  bede_kb_error(kb, word, "unknown flag '%.*s'", BEDE_KB_SHOW(word));
  return 0;
}

static void agent_section(bede_kb *kb, bede_str inside)
{
  bede_str word;
  bede_kind kind = BEDE_KIND_OTHER;
  if (!bede_kb_word(&inside, &word)) {
    bede_kb_error(kb, inside, "a section is [SECTOR KIND FLAG...]");
    return;
  }
  if (!bede_kb_is_dash(word)) {
    kb->section.sector = (uint8_t)bede_sector_parse(word);
    if (!kb->section.sector) {
      bede_kb_error(kb, word, "unknown sector '%.*s'", BEDE_KB_SHOW(word));
    }
  }
  if (!bede_kb_word(&inside, &word)) {
    bede_kb_error(kb, inside, "a section is [SECTOR KIND FLAG...]");
    return;
  }
  if (!bede_kind_parse(word, &kind)) {
    bede_kb_error(kb, word, "unknown kind '%.*s'", BEDE_KB_SHOW(word));
  }
  kb->section.kind = (uint8_t)kind;
  while (bede_kb_word(&inside, &word))
    kb->section.flags |= agent_flag(kb, word);
}

// "police officer ~COP"
static void agent_pattern(bede_kb *kb, bede_str pattern)
{
  uint32_t words[BEDE_MAX_ALIAS_WORDS], code = 0;
  bede_str suffix, phrase = pattern;
  if (memchr(pattern.ptr, '~', pattern.len)) {
    suffix = bede_str_cut(pattern, '~', &phrase);
    code = bede_kb_code(kb, bede_str_trim(suffix));
    phrase = bede_str_trim(phrase);
  }
  uint32_t count = bede_kb_phrase(kb, phrase, words);
  bede_lex_agent *agent = count ? BEDE_KB_PUSH(kb, &kb->agents) : NULL;
  if (!agent) return;
  agent->sector = kb->section.sector;
  agent->kind = kb->section.kind;
  agent->flags = kb->section.flags;
  agent->code = code;
  bede_kb_set_ref(kb, &agent->ref);
  bede_kb_enter(kb, &kb->agent_entries, words, count, 0, kb->agents.count - 1,
                true);
}

void bede_kb_agent_line(bede_kb *kb, bede_str line)
{
  bede_str inside, pattern;
  if (bede_kb_bracket(kb, line, &inside)) {
    agent_section(kb, inside);
    return;
  }
  if (!kb->section.set) bede_kb_error(kb, line, "no section above this line");
  while (bede_kb_piece(&line, ';', &pattern))
    agent_pattern(kb, pattern);
}

// --- labels -----------------------------------------------------------------

// "@human @body": what the noun may be.
static void label_classes(bede_kb *kb, bede_str inside)
{
  bede_str name;
  uint32_t n = 0;
  while (bede_kb_word(&inside, &name)) {
    if (name.len < 2 || name.ptr[0] != '@' || n == BEDE_LABEL_CLASSES) {
      bede_kb_error(kb, name, "at most %u classes may follow, as @CLASS",
                    BEDE_LABEL_CLASSES);
      return;
    }
    kb->section.classes[n++] =
        bede_kb_class(kb, bede_str_sub(name, 1, name.len), false);
  }
}

static void label_section(bede_kb *kb, bede_str inside)
{
  bede_str tone, of;
  memset(kb->section.classes, 0, sizeof kb->section.classes);
  if (bede_str_is(inside, "-")) {
    kb->section.tone = BEDE_LABEL_TONES;
    kb->section.of_act = false;
    return;
  }
  if (!bede_kb_word(&inside, &tone) || !bede_kb_word(&inside, &of)) {
    bede_kb_error(kb, tone, "a section is [TONE actor], [TONE act] or [-]");
    return;
  }
  label_classes(kb, inside);
  uint8_t n = 0;
  while (n < BEDE_LABEL_TONES && !bede_str_is(tone, bede_label_tone(n)))
    n++;
  if (n == BEDE_LABEL_TONES) {
    bede_kb_error(kb, tone, "unknown tone '%.*s'", BEDE_KB_SHOW(tone));
  }
  kb->section.tone = n;
  kb->section.of_act = bede_str_is(of, "act");
  if (!kb->section.of_act && !bede_str_is(of, "actor")) {
    bede_kb_error(kb, of, "'%.*s' is neither actor nor act", BEDE_KB_SHOW(of));
  }
}

static void label_phrase(bede_kb *kb, bede_str phrase)
{
  uint32_t words[BEDE_MAX_ALIAS_WORDS];
  uint32_t count = bede_kb_phrase(kb, phrase, words);
  bede_lex_label *label = count ? BEDE_KB_PUSH(kb, &kb->labels) : NULL;
  if (!label) return;
  label->tone = kb->section.tone;
  label->of_act = kb->section.of_act;
  memcpy(label->classes, kb->section.classes, sizeof label->classes);
  bede_kb_set_ref(kb, &label->ref);
  bede_kb_enter(kb, &kb->label_entries, words, count, 0, kb->labels.count - 1,
                false);
}

void bede_kb_label_line(bede_kb *kb, bede_str line)
{
  bede_str inside, phrase;
  if (bede_kb_bracket(kb, line, &inside)) {
    label_section(kb, inside);
    return;
  }
  if (!kb->section.set) bede_kb_error(kb, line, "no section above this line");
  while (bede_kb_piece(&line, ';', &phrase))
    label_phrase(kb, phrase);
}
