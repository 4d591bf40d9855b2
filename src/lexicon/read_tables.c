// Lines of classes/ and compose/: sets of lemmas, and what operators make of
// events.
#include "lexicon/build.h"

#include "base/str.h"

#define FIELDS 6u

// --- classes ----------------------------------------------------------------

static bool good_name(bede_str name)
{
  for (size_t i = 0; i < name.len; i++) {
    unsigned char c = (unsigned char)name.ptr[i];
    if (!bede_is_alnum(c) && c != '_' && c != '-') return false;
  }
  return name.len > 0;
}

// Members of contexts and domains may be pairs of lemmas: "human_right".
static bool takes_pairs(bede_str name)
{
  return bede_str_starts(name, "context_") ||
         bede_str_starts(name, "domain_") ||
         bede_str_starts(name, "standing_"); // verbs with particles
}

static void add_member(bede_kb *kb, bede_str name, uint32_t class_id,
                       bede_str word)
{
  bede_str second, first;
  second = bede_str_cut(word, '_', &first);
  if (second.len && takes_pairs(name)) {
    bede_kb_expect_word(kb, first);
    bede_kb_expect_word(kb, second);
  } else {
    bede_kb_expect_word(kb, word);
  }
  uint32_t symbol = bede_kb_symbol(kb, word);
  bede_kb_member *m = symbol ? BEDE_KB_PUSH(kb, &kb->members) : NULL;
  if (!m) return;
  m->symbol = symbol;
  m->class_id = class_id;
}

// "class NAME: a b c"
void bede_kb_class_line(bede_kb *kb, bede_str line)
{
  bede_str word, name, rest = line;
  (void)bede_kb_word(&rest, &word);
  if (!bede_str_is(word, "class")) {
    bede_kb_error(kb, word, "unknown word '%.*s'", BEDE_KB_SHOW(word));
    return;
  }
  bede_str members = bede_str_cut(rest, ':', &name);
  name = bede_str_trim(name);
  if (!members.ptr || !good_name(name)) {
    bede_kb_error(kb, name, "a class is written class NAME: WORD WORD");
    return;
  }
  uint32_t class_id = bede_kb_class(kb, name, true);
  while (class_id && bede_kb_word(&members, &word))
    add_member(kb, name, class_id, word);
}

// --- composition ------------------------------------------------------------

static const char *const keeps[] = {"no",      "yes",    "uncertain",
                                    "negated", "future", "hypothetical",
                                    "claimed", NULL};
static const char *const actors[] = {"op", "inner", NULL};
static const char *const recipients[] = {"op", "inner", "inner_actor", "own",
                                         NULL};

// The index of the one word in `s` in a list; 0 after an error.
static uint8_t choose(bede_kb *kb, bede_str s, const char *const *list)
{
  bede_str word, more;
  if (bede_kb_word(&s, &word) && !bede_kb_word(&s, &more)) {
    for (uint8_t i = 0; list[i]; i++) {
      if (bede_str_is(word, list[i])) return i;
    }
  }
  bede_kb_error(kb, word, "unknown value '%.*s'", BEDE_KB_SHOW(word));
  return 0;
}

// "RESULT [MODE] [CAMEO]" or "-"; a second word of digits is the code.
static void parse_result(bede_kb *kb, bede_str s, bede_lex_cell *cell)
{
  bede_str word;
  if (!bede_kb_word(&s, &word)) {
    bede_kb_error(kb, s, "a result is missing");
    return;
  }
  if (bede_kb_is_dash(word)) return;
  bede_event event = bede_event_parse(word);
  cell->result = (uint8_t)event;
  if (event == BEDE_EVENT_NONE) {
    bede_kb_error(kb, word, "unknown event '%.*s'", BEDE_KB_SHOW(word));
    return;
  }
  bool more = bede_kb_word(&s, &word);
  if (more && !bede_is_digit((unsigned char)word.ptr[0])) {
    cell->result_mode = (uint8_t)bede_mode_parse(event, word);
    if (!cell->result_mode && !bede_kb_is_dash(word)) {
      bede_kb_error(kb, word, "%s has no mode '%.*s'", bede_event_name(event),
                    BEDE_KB_SHOW(word));
    }
    more = bede_kb_word(&s, &word);
  }
  if (more) {
    bede_kb_cameo(kb, word, cell->cameo);
    more = bede_kb_word(&s, &word);
  }
  if (more) bede_kb_error(kb, word, "a result is EVENT [MODE] [CAMEO]");
}

static void parse_option(bede_kb *kb, bede_str field, bede_lex_cell *cell)
{
  bede_str word;
  (void)bede_kb_word(&field, &word);
  if (bede_str_is(word, "keep")) {
    cell->keep = choose(kb, field, keeps);
  } else if (bede_str_is(word, "actor")) {
    cell->actor = choose(kb, field, actors);
  } else if (bede_str_is(word, "recipient")) {
    cell->recipient = choose(kb, field, recipients);
  } else {
    bede_kb_error(kb, word, "unknown word '%.*s'", BEDE_KB_SHOW(word));
  }
}

// "EVENT", "EVENT:mode" or "*"; false after an error.
static bool parse_inner(bede_kb *kb, bede_str s, bede_lex_cell *cell)
{
  bede_str name;
  bede_str mode = bede_str_cut(s, ':', &name);
  if (bede_str_is(s, "*")) return true;
  bede_event event = bede_event_parse(name);
  cell->event = (uint8_t)event;
  if (event == BEDE_EVENT_NONE) {
    bede_kb_error(kb, name, "unknown event '%.*s'", BEDE_KB_SHOW(name));
    return false;
  }
  if (!mode.ptr) return true;
  cell->mode = (uint8_t)bede_mode_parse(event, mode);
  if (cell->mode) return true;
  bede_kb_error(kb, mode, "%s has no mode '%.*s'", bede_event_name(event),
                BEDE_KB_SHOW(mode));
  return false;
}

static void add_cell(bede_kb *kb, const bede_lex_cell *plan, bede_str inner)
{
  bede_lex_cell *cell = BEDE_KB_PUSH(kb, &kb->cells);
  if (!cell) return;
  (void)parse_inner(kb, inner, cell);
  cell->op = plan->op;
  cell->result = plan->result;
  cell->result_mode = plan->result_mode;
  memcpy(cell->cameo, plan->cameo, sizeof cell->cameo);
  cell->keep = plan->keep;
  cell->actor = plan->actor;
  cell->recipient = plan->recipient;
  bede_kb_set_ref(kb, &cell->ref);
}

// "OP | INNER ... | RESULT [MODE] [CAMEO] | keep K | actor A | recipient R"
void bede_kb_compose_line(bede_kb *kb, bede_str line)
{
  bede_str field[FIELDS], piece, inner, rest = line;
  bede_lex_cell plan;
  uint32_t n = 0;
  memset(&plan, 0, sizeof plan);
  while (bede_kb_piece(&rest, '|', &piece)) {
    if (n < FIELDS) field[n] = piece;
    n++;
  }
  if (n < 3 || n > FIELDS || field[0].len == 0) {
    bede_kb_error(kb, line,
                  "a cell is OPERATOR | INNER EVENTS | RESULT and at "
                  "most keep, actor, recipient");
    return;
  }
  plan.op = (uint16_t)bede_kb_op(kb, field[0], false);
  parse_result(kb, field[2], &plan);
  for (uint32_t i = 3; i < n; i++)
    parse_option(kb, field[i], &plan);
  if (field[1].len == 0) bede_kb_error(kb, field[1], "no inner event");
  while (bede_kb_word(&field[1], &inner))
    add_cell(kb, &plan, inner);
}
