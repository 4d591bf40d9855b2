// Lines of predicates/, support/, operators/ and cues/: a word with slots,
// conditions and flags. One reader serves the four; a table says what each may
// have.
#include "lexicon/build.h"

#include "base/str.h"
#include "lexicon/words.h"
#include "text/text.h"

#define ROLES 5 // A R C S O
#define PARTS (2 * BEDE_MAX_ALIAS_WORDS)

typedef struct range {
  uint32_t begin, count;
} range;

typedef struct rule {
  char pos;
  uint32_t lemma, particle;
  uint32_t object_prep; // of a verb_preposition: its object is the phrase
  range role[ROLES], conds;
  bool given[ROLES];
  uint8_t mode;
  char cameo[6];
  uint16_t flags;
} rule;

typedef struct rule_flag {
  const char *word;
  uint16_t flag;
} rule_flag;

// What lines of one folder may have. `standard` is a list of "POS ROLE SLOTS".
typedef struct rule_format {
  const char *pos, *roles;
  bool event, conds; // mode= and cameo=; conditions
  const rule_flag *flags;
  const char *const (*standard)[3];
} rule_format;

static const char role_letters[] = "ARCSO";

static const rule_flag pred_flags[] = {{"!recip", BEDE_PRED_RECIPROCAL},
                                       {"!needA", BEDE_PRED_NEED_ACTOR},
                                       {"!needR", BEDE_PRED_NEED_RECIPIENT},
                                       {"!political", BEDE_PRED_NEED_POLITICAL},
                                       {"!speech", BEDE_PRED_SPEECH},
                                       {"!state", BEDE_PRED_STATE},
                                       {"!weak", BEDE_PRED_WEAK},
                                       {"!pair", BEDE_PRED_PAIR},
                                       {NULL, 0}};
static const rule_flag support_flags[] = {{"!negates", 1}, {NULL, 0}};
static const rule_flag cue_flags[] = {{"!passive", BEDE_CUE_PASSIVE},
                                      {"!hedge", BEDE_CUE_HEDGE},
                                      {"!quote", BEDE_CUE_QUOTE_ONLY},
                                      {"!topic", BEDE_CUE_TOPIC},
                                      {NULL, 0}};

static const char *const pred_standard[][3] = {
    {"v", "A", "subj"},
    {"v", "R", "obj"},
    {"n", "A", "by|poss|from|amod|comp"},
    {"n", "R", "on|against|of"},
    {"a", "A", "subj"},
    {"a", "R", "to|toward|towards|against|of|with"},
    {NULL, NULL, NULL}};
static const char *const support_standard[][3] = {
    {"v", "A", "subj"}, {"v", "C", "obj"}, {NULL, NULL, NULL}};
// The recipient of a verb operator is its object where that is no event.
static const char *const op_standard[][3] = {
    {"v", "A", "subj"},
    {"v", "C", "xcomp|ccomp|obj"},
    {"n", "A", "poss|by|of|from|amod|comp"},
    {"n", "C", "acl|ccomp|of|to"},
    {"a", "A", "subj"},
    {"a", "C", "xcomp|ccomp"},
    {NULL, NULL, NULL}};
static const char *const cue_standard[][3] = {
    {"v", "S", "subj"},
    {"v", "C", "ccomp|parataxis|xcomp|obj"},
    {"n", "S", "poss|by|of|from|amod|comp"},
    {"n", "C", "ccomp|acl"},
    {"a", "S", "subj"},
    {"a", "C", "ccomp|xcomp"},
    {"p", "S", "obj"},
    {NULL, NULL, NULL}};

static const rule_format pred_format = {"vna", "AR",       true,
                                        true,  pred_flags, pred_standard};
static const rule_format support_format = {
    "v", "ARC", false, false, support_flags, support_standard};
static const rule_format op_format = {"vna", "ARC",      false,
                                      true,  pred_flags, op_standard};
static const rule_format cue_format = {"vnarp", "SCO",     false,
                                       true,    cue_flags, cue_standard};

// --- slots ------------------------------------------------------------------

static const char *const slot_names[BEDE_SLOT_COUNT] = {
#define X(s, n) n,
    BEDE_SLOT_LIST(X)
#undef X
};

bool bede_kb_slot(bede_kb *kb, bede_str name, bede_lex_slot *out)
{
  for (uint8_t i = 0; i < BEDE_SLOT_COUNT; i++) {
    if (name.len && bede_str_is(name, slot_names[i])) {
      out->slot = i;
      return true;
    }
  }
  if (!bede_is_preposition(name)) {
    bede_kb_error(kb, name, "unknown slot '%.*s'", BEDE_KB_SHOW(name));
    return false;
  }
  out->slot = BEDE_SLOT_PREP;
  out->prep = bede_kb_symbol(kb, name);
  return out->prep != 0;
}

// The list of slots in kb->slots; equal lists are kept once.
static void store_slots(bede_kb *kb, const bede_lex_slot *slots, uint32_t count,
                        range *out)
{
  bede_str bytes = {(const char *)slots, count * sizeof *slots};
  uint32_t set = bede_kb_find(&kb->slot_sets, bytes);
  out->count = count;
  if (set) {
    out->begin = kb->slot_begins.items[set - 1];
    return;
  }
  out->begin = kb->slots.count;
  for (uint32_t i = 0; i < count; i++) {
    bede_lex_slot *slot = BEDE_KB_PUSH(kb, &kb->slots);
    if (!slot) return;
    memcpy(slot, &slots[i], sizeof *slot);
  }
  bytes = bede_arena_copy(&kb->arena, bytes);
  uint32_t *begin = bytes.ptr ? BEDE_KB_PUSH(kb, &kb->slot_begins) : NULL;
  if (begin) {
    *begin = out->begin;
    (void)bede_kb_intern(kb, &kb->slot_sets, bytes);
  } else {
    bede_kb_fail(kb, BEDE_ENOMEM);
  }
}

static void object_as_prep(const rule *r, bede_lex_slot *slot)
{
  if (!r->object_prep || slot->slot != BEDE_SLOT_OBJ) return;
  slot->slot = BEDE_SLOT_PREP;
  slot->prep = r->object_prep;
}

// "subj+obj|with"; "-" for no slot.
static void parse_slots(bede_kb *kb, const rule *r, bede_str list, range *out)
{
  bede_lex_slot slots[BEDE_MAX_KNOWLEDGE_SLOTS];
  bede_str choice, name;
  uint32_t n = 0;
  memset(slots, 0, sizeof slots);
  out->begin = out->count = 0;
  if (bede_str_is(list, "-")) return;
  while (bede_kb_piece(&list, '|', &choice)) {
    for (uint8_t join = 0; bede_kb_piece(&choice, '+', &name); join = 1) {
      if (n == BEDE_MAX_KNOWLEDGE_SLOTS) {
        bede_kb_error(kb, name, "more than %u slots", BEDE_MAX_KNOWLEDGE_SLOTS);
        return;
      }
      if (!bede_kb_slot(kb, name, &slots[n])) return;
      if (slots[n].slot == BEDE_SLOT_MOD) {
        bede_kb_error(kb, name, "mod stands in conditions only");
        return;
      }
      object_as_prep(r, &slots[n]);
      slots[n++].join = join;
    }
  }
  store_slots(kb, slots, n, out);
}

// --- conditions -------------------------------------------------------------

static void named_value(bede_kb *kb, bede_str name, bede_lex_value *out)
{
  static const struct {
    const char *name;
    bede_cond_kind kind;
  } kinds[] = {{"$actor", BEDE_COND_ACTOR},   {"$state", BEDE_COND_STATE},
               {"$igo", BEDE_COND_IGO},       {"$media", BEDE_COND_MEDIA},
               {"$quoted", BEDE_COND_QUOTED}, {"$person", BEDE_COND_PERSON},
               {"$any", BEDE_COND_ANY}};
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    if (bede_str_is(name, kinds[i].name)) {
      out->kind = (uint8_t)kinds[i].kind;
      return;
    }
  }
  bede_kb_error(kb, name, "unknown value '%.*s'", BEDE_KB_SHOW(name));
}

static void parse_value(bede_kb *kb, bede_str s)
{
  bede_lex_value *value = BEDE_KB_PUSH(kb, &kb->values);
  if (!value) return;
  if (s.len == 0) {
    bede_kb_error(kb, s, "a condition needs a value");
  } else if (s.ptr[0] == '@') {
    value->kind = BEDE_COND_CLASS;
    value->number = bede_kb_class(kb, bede_str_sub(s, 1, s.len), false);
  } else if (s.ptr[0] == '$') {
    named_value(kb, s, value);
  } else {
    value->kind = BEDE_COND_SYMBOL;
    value->number = bede_kb_symbol(kb, s);
    bede_kb_expect_word(kb, s);
  }
}

static bede_lex_cond *new_cond(bede_kb *kb, rule *r)
{
  bede_lex_cond *cond = BEDE_KB_PUSH(kb, &kb->conds);
  if (!cond) return NULL;
  if (r->conds.count == 0) r->conds.begin = kb->conds.count - 1;
  r->conds.count++;
  cond->value_begin = kb->values.count;
  return cond;
}

static void parse_cond(bede_kb *kb, rule *r, bede_str name, bede_str values)
{
  bede_str value;
  bede_lex_cond *cond = new_cond(kb, r);
  if (!cond) return;
  if (name.len && name.ptr[name.len - 1] == '!') {
    cond->negate = true;
    name.len--;
  }
  if (!bede_kb_slot(kb, name, &cond->slot)) return;
  object_as_prep(r, &cond->slot);
  while (bede_kb_piece(&values, '|', &value))
    parse_value(kb, value);
  cond->value_count = kb->values.count - cond->value_begin;
}

// A condition that the words of the entry itself imply.
static void implied_cond(bede_kb *kb, rule *r, uint8_t slot, uint32_t prep,
                         bede_str word)
{
  bede_lex_cond *cond = new_cond(kb, r);
  bede_lex_value *value = cond ? BEDE_KB_PUSH(kb, &kb->values) : NULL;
  if (!value) return;
  cond->slot.slot = slot;
  cond->slot.prep = prep;
  cond->value_count = 1;
  value->kind = BEDE_COND_SYMBOL;
  value->number = bede_kb_symbol(kb, word);
}

// --- the words of an entry --------------------------------------------------

static bool has_letter(bede_str s)
{
  for (size_t i = 0; i < s.len; i++) {
    unsigned char c = (unsigned char)s.ptr[i];
    if (bede_is_alnum(c) || c >= 0x80) return true;
  }
  return false;
}

// Splits "air_strike" and "cease-fire" into words as the text's tokeniser does;
// 0 after an error.
static uint32_t split_entry(bede_kb *kb, bede_str entry, bede_str out[PARTS])
{
  bede_span words[BEDE_MAX_ALIAS_WORDS];
  bede_str part, rest = entry;
  uint32_t n = 0;
  while (bede_kb_piece(&rest, '_', &part)) {
    size_t count = bede_text_words(part, words, BEDE_MAX_ALIAS_WORDS);
    if (count == 0) {
      bede_kb_error(kb, entry, "'%.*s' has an empty part", BEDE_KB_SHOW(entry));
      return 0;
    }
    for (size_t i = 0; i < count && count != SIZE_MAX; i++) {
      bede_str word = bede_str_sub(part, words[i].begin, words[i].end);
      if (has_letter(word) && n < PARTS) out[n++] = word;
    }
    if (count == SIZE_MAX || n > BEDE_MAX_ALIAS_WORDS) {
      bede_kb_error(kb, entry, "more than %u words", BEDE_MAX_ALIAS_WORDS);
      return 0;
    }
  }
  if (n == 0) bede_kb_error(kb, entry, "no word here");
  return n;
}

// "air_strike", "cease-fire": the last word is the head, the words before it
// depend on it. "show_of_force": what follows a preposition depends by it.
// "sit-in": a particle at the end belongs to the word before it.
static void compound(bede_kb *kb, rule *r, bede_str entry,
                     const bede_str *words, uint32_t count)
{
  uint32_t head = count - 1;
  for (uint32_t i = 1; i + 1 < count; i++) {
    if (bede_is_preposition(words[i])) {
      head = i - 1;
      break;
    }
  }
  if (head + 1 < count && head + 3 != count) {
    bede_kb_error(kb, entry, "'%.*s': one word may follow its preposition",
                  BEDE_KB_SHOW(entry));
    return;
  }
  if (head > 0 && head + 1 == count && r->pos != 'v' &&
      bede_is_particle(words[head])) {
    r->particle = bede_kb_symbol(kb, words[head]);
    head = --count - 1;
  }
  r->lemma = bede_kb_symbol(kb, words[head]);
  for (uint32_t i = 0; i < head; i++)
    implied_cond(kb, r, BEDE_SLOT_MOD, 0, words[i]);
  if (head + 1 < count) {
    implied_cond(kb, r, BEDE_SLOT_PREP, bede_kb_symbol(kb, words[head + 1]),
                 words[head + 2]);
  }
}

// "take_part": a noun is the object. "hack_into": what follows the preposition
// is what other verbs have as object, see object_as_prep.
static void verb_tail(bede_kb *kb, rule *r, bede_str entry, bede_str tail)
{
  if (bede_is_particle(tail)) {
    r->particle = bede_kb_symbol(kb, tail);
  } else if (bede_is_preposition(tail)) {
    r->object_prep = bede_kb_symbol(kb, tail);
    bede_lex_cond *cond = new_cond(kb, r);
    bede_lex_value *value = cond ? BEDE_KB_PUSH(kb, &kb->values) : NULL;
    if (!value) return;
    cond->slot.slot = BEDE_SLOT_PREP;
    cond->slot.prep = r->object_prep;
    cond->value_count = 1;
    value->kind = BEDE_COND_ANY;
  } else if (memchr(tail.ptr, '_', tail.len)) {
    bede_kb_error(kb, entry,
                  "'%.*s': a verb has one more word; slots and conditions "
                  "name others",
                  BEDE_KB_SHOW(entry));
  } else {
    implied_cond(kb, r, BEDE_SLOT_OBJ, 0, tail);
  }
}

static void parse_entry(bede_kb *kb, rule *r, bede_str entry)
{
  bede_str words[PARTS], head;
  if (r->pos == 'p' || r->pos == 'r') {
    // Fixed phrases are one symbol, see bede_arg_prep.
    r->lemma = bede_kb_symbol(kb, entry);
    return;
  }
  bede_str tail = bede_str_cut(entry, '_', &head);
  bool verb = r->pos == 'v' && tail.ptr;
  uint32_t count = split_entry(kb, verb ? head : entry, words);
  if (!count) return;
  compound(kb, r, entry, words, count);
  if (verb && tail.len) verb_tail(kb, r, entry, tail);
  if (verb && !tail.len) bede_kb_error(kb, entry, "a word is missing");
}

// --- items ------------------------------------------------------------------

static int role_index(bede_str name)
{
  const char *at = name.len == 1 ? strchr(role_letters, name.ptr[0]) : NULL;
  return at && *at ? (int)(at - role_letters) : -1;
}

static void parse_flag(bede_kb *kb, const rule_format *format, rule *r,
                       bede_str item)
{
  for (const rule_flag *f = format->flags; f->word; f++) {
    if (bede_str_is(item, f->word)) {
      r->flags |= f->flag;
      return;
    }
  }
  bede_kb_error(kb, item, "unknown flag '%.*s'", BEDE_KB_SHOW(item));
}

static void parse_mode(bede_kb *kb, rule *r, bede_str value)
{
  bede_event event = (bede_event)kb->section.event;
  r->mode = BEDE_MODE_NONE;
  if (bede_kb_is_dash(value) || kb->section.bad) return;
  r->mode = (uint8_t)bede_mode_parse(event, value);
  if (!r->mode) {
    bede_kb_error(kb, value, "%s has no mode '%.*s'", bede_event_name(event),
                  BEDE_KB_SHOW(value));
  }
}

static void parse_role(bede_kb *kb, const rule_format *format, rule *r,
                       bede_str name, bede_str value)
{
  int n = role_index(name);
  if (!strchr(format->roles, name.ptr[0])) {
    bede_kb_error(kb, name, "no %c= in this folder", name.ptr[0]);
  } else if (r->given[n]) {
    bede_kb_error(kb, name, "%c= stands twice", name.ptr[0]);
  } else {
    r->given[n] = true;
    parse_slots(kb, r, value, &r->role[n]);
  }
}

static void parse_item(bede_kb *kb, const rule_format *format, rule *r,
                       bede_str item)
{
  bede_str name;
  if (item.ptr[0] == '!') {
    parse_flag(kb, format, r, item);
    return;
  }
  bede_str value = bede_str_cut(item, '=', &name);
  if (!value.ptr) {
    bede_kb_error(kb, item, "'%.*s' is neither SLOT=VALUE nor !flag",
                  BEDE_KB_SHOW(item));
  } else if (role_index(name) >= 0) {
    parse_role(kb, format, r, name, value);
  } else if (format->event && bede_str_is(name, "mode")) {
    parse_mode(kb, r, value);
  } else if (format->event && bede_str_is(name, "cameo")) {
    bede_kb_cameo(kb, value, r->cameo);
  } else if (format->conds) {
    parse_cond(kb, r, name, value);
  } else {
    bede_kb_error(kb, item, "no conditions in this folder");
  }
}

static void standard_roles(bede_kb *kb, const rule_format *format, rule *r)
{
  for (const char *const(*s)[3] = format->standard; (*s)[0]; s++) {
    int n = role_index(bede_str_from((*s)[1]));
    if ((*s)[0][0] == r->pos && !r->given[n]) {
      parse_slots(kb, r, bede_str_from((*s)[2]), &r->role[n]);
    }
  }
}

// "v carry_out R=on obj=@weapon !weak"; false when nothing can be made of it.
static bool parse_rule(bede_kb *kb, const rule_format *format, bede_str line,
                       rule *r)
{
  bede_str word, rest = line;
  memset(r, 0, sizeof *r);
  (void)bede_kb_word(&rest, &word);
  if (word.len != 1 || !strchr(format->pos, word.ptr[0])) {
    bede_kb_error(kb, word, "'%.*s' is no part of speech here",
                  BEDE_KB_SHOW(word));
    return false;
  }
  r->pos = word.ptr[0];
  r->mode = kb->section.mode;
  memcpy(r->cameo, kb->section.cameo, sizeof r->cameo);
  if (!bede_kb_word(&rest, &word)) {
    bede_kb_error(kb, line, "a word is missing");
    return false;
  }
  parse_entry(kb, r, word);
  while (bede_kb_word(&rest, &word))
    parse_item(kb, format, r, word);
  standard_roles(kb, format, r);
  return !kb->stop;
}

static bool need_section(bede_kb *kb, bede_str line)
{
  if (!kb->section.set) bede_kb_error(kb, line, "no section above this line");
  return kb->section.set;
}

// --- predicates -------------------------------------------------------------

static void predicate_section(bede_kb *kb, bede_str inside)
{
  bede_str event, mode, cameo, more;
  if (!bede_kb_word(&inside, &event)) {
    bede_kb_error(kb, inside, "a section is [EVENT MODE CAMEO]");
    kb->section.bad = true;
    return;
  }
  if (!bede_kb_is_dash(event)) {
    kb->section.event = (uint8_t)bede_event_parse(event);
    if (!kb->section.event) {
      bede_kb_error(kb, event, "unknown event '%.*s'", BEDE_KB_SHOW(event));
      kb->section.bad = true;
    }
  }
  if (bede_kb_word(&inside, &mode)) {
    rule r;
    parse_mode(kb, &r, mode);
    kb->section.mode = r.mode;
  }
  if (bede_kb_word(&inside, &cameo)) {
    bede_kb_cameo(kb, cameo, kb->section.cameo);
  }
  if (bede_kb_word(&inside, &more)) {
    bede_kb_error(kb, more, "a section is [EVENT MODE CAMEO]");
  }
}

void bede_kb_predicate_line(bede_kb *kb, bede_str line)
{
  bede_str inside;
  rule r;
  if (bede_kb_bracket(kb, line, &inside)) {
    predicate_section(kb, inside);
    return;
  }
  if (!need_section(kb, line) || !parse_rule(kb, &pred_format, line, &r)) {
    return;
  }
  bede_lex_pred *p = BEDE_KB_PUSH(kb, &kb->preds);
  if (!p) return;
  p->lemma = r.lemma;
  p->particle = r.particle;
  p->pos = r.pos;
  p->event = kb->section.event;
  p->mode = r.mode;
  memcpy(p->cameo, r.cameo, sizeof p->cameo);
  p->flags = r.flags;
  p->cond_begin = r.conds.begin;
  p->cond_count = r.conds.count;
  p->actor_begin = r.role[0].begin;
  p->actor_count = r.role[0].count;
  p->recipient_begin = r.role[1].begin;
  p->recipient_count = r.role[1].count;
  bede_kb_set_ref(kb, &p->ref);
}

// --- support verbs ----------------------------------------------------------

void bede_kb_support_line(bede_kb *kb, bede_str line)
{
  rule r;
  if (!parse_rule(kb, &support_format, line, &r)) return;
  bede_lex_support *s = BEDE_KB_PUSH(kb, &kb->supports);
  if (!s) return;
  s->lemma = r.lemma;
  s->particle = r.particle;
  s->actor_begin = r.role[0].begin;
  s->actor_count = r.role[0].count;
  s->recipient_begin = r.role[1].begin;
  s->recipient_count = r.role[1].count;
  s->complement_begin = r.role[2].begin;
  s->complement_count = r.role[2].count;
  s->negates = r.flags != 0;
  bede_kb_set_ref(kb, &s->ref);
}

// --- operators --------------------------------------------------------------

static void operator_section(bede_kb *kb, bede_str inside)
{
  bede_str name, more;
  if (!bede_kb_word(&inside, &name) || bede_kb_word(&inside, &more)) {
    bede_kb_error(kb, inside, "a section is [OPERATOR]");
    return;
  }
  kb->section.op = (uint16_t)bede_kb_op(kb, name, true);
}

static bool among_slots(const bede_kb *kb, range slots, uint8_t slot)
{
  for (uint32_t i = 0; i < slots.count; i++) {
    if (kb->slots.items[slots.begin + i].slot == slot) return true;
  }
  return false;
}

void bede_kb_operator_line(bede_kb *kb, bede_str line)
{
  bede_str inside;
  rule r;
  if (bede_kb_bracket(kb, line, &inside)) {
    operator_section(kb, inside);
    return;
  }
  if (!need_section(kb, line) || !parse_rule(kb, &op_format, line, &r)) return;
  // "urge the government to talk" has a recipient, "reject talks" has none.
  if (!r.given[1] && r.pos == 'v' && !among_slots(kb, r.role[2], BEDE_SLOT_OBJ))
    parse_slots(kb, &r, bede_str_from("obj"), &r.role[1]);
  bede_lex_op *op = BEDE_KB_PUSH(kb, &kb->op_lines);
  if (!op) return;
  op->lemma = r.lemma;
  op->particle = r.particle;
  op->pos = r.pos;
  op->op = kb->section.op;
  op->flags = r.flags;
  op->actor_begin = r.role[0].begin;
  op->actor_count = r.role[0].count;
  op->recipient_begin = r.role[1].begin;
  op->recipient_count = r.role[1].count;
  op->complement_begin = r.role[2].begin;
  op->complement_count = r.role[2].count;
  op->cond_begin = r.conds.begin;
  op->cond_count = r.conds.count;
  bede_kb_set_ref(kb, &op->ref);
}

// --- cues -------------------------------------------------------------------

static void cue_section(bede_kb *kb, bede_str inside)
{
  bede_str name, more;
  bede_stance stance = BEDE_STANCE_SAYS;
  if (!bede_kb_word(&inside, &name) || bede_kb_word(&inside, &more)) {
    bede_kb_error(kb, inside, "a section is [STANCE]");
  } else if (!bede_stance_parse(name, &stance)) {
    bede_kb_error(kb, name, "unknown stance '%.*s'", BEDE_KB_SHOW(name));
  }
  kb->section.stance = (uint8_t)stance;
}

void bede_kb_cue_line(bede_kb *kb, bede_str line)
{
  bede_str inside;
  rule r;
  if (bede_kb_bracket(kb, line, &inside)) {
    cue_section(kb, inside);
    return;
  }
  if (!need_section(kb, line) || !parse_rule(kb, &cue_format, line, &r)) return;
  bede_lex_cue *cue = BEDE_KB_PUSH(kb, &kb->cues);
  if (!cue) return;
  cue->lemma = r.lemma;
  cue->particle = r.particle;
  cue->pos = r.pos;
  cue->stance = kb->section.stance;
  cue->flags = r.flags;
  if (r.pos == 'p') cue->flags |= BEDE_CUE_PREP;
  cue->content_begin = r.role[2].begin;
  cue->content_count = r.role[2].count;
  cue->source_begin = r.role[3].begin;
  cue->source_count = r.role[3].count;
  cue->addressee_begin = r.role[4].begin;
  cue->addressee_count = r.role[4].count;
  cue->cond_begin = r.conds.begin;
  cue->cond_count = r.conds.count;
  bede_kb_set_ref(kb, &cue->ref);
}
