// A memory of the names of one document, in three walks over its words: collect
// the forms of names with their kinds; count where these forms stand in small
// letters; then look at every place of a known form again.
#include "lang/memory.h"

#include <assert.h>

#include "base/error.h"
#include "base/str.h"
#include "base/utf8.h"
#include "lang/look.h"

// What a sight says of a form, and what is asked before it is believed. Names
// of one word are often mistakes when they are seen once; a name of several
// words says more. Tuned on Universal NER's English dev and GUM's dev
// documents.
enum {
  SEEN = 1,         // the engine named it
  SEEN_FAMILY = 2,  // "Dlamini", of "Thandi Dlamini"
  SEEN_GIVEN = 1,   // "Thandi"
  SEEN_ACRONYM = 2, // "PLO", of "Palestine Liberation Organization (PLO)"
  LEAST_WORD = 2,   // to name a word
  LEAST_WORDS = 1,  // to name several
  CLEAR = 2         // times what speaks for other kinds, and more
};

enum { KINDS = 3 };

// A form in lower case: a name, or a word that begins one.
typedef struct form {
  uint64_t key;          // 0: an empty slot
  uint32_t names[KINDS]; // what speaks for each kind
  uint32_t lower;        // places in small letters
  uint8_t longest;       // most words of a name that begins with it
} form;

typedef struct memory {
  bede_doc *doc;
  uint64_t *keys; // of the words
  form *forms;
  uint32_t mask, count;                    // slots - 1, forms
  uint32_t looked;                         // first word of look[]
  bede_look look[BEDE_MAX_SENTENCE_WORDS]; // of a sentence
} memory;

// --- forms -------------------------------------------------------------------

static form *find(const memory *m, uint64_t key)
{
  for (uint32_t n = 0; n < BEDE_MAX_NAME_PROBES; n++) {
    form *f = &m->forms[((uint32_t)(key >> 32) + n) & m->mask];
    if (f->key == key) return f;
    if (!f->key) return NULL;
  }
  return NULL;
}

// NULL where there is no room for another form.
static form *find_or_add(memory *m, uint64_t key)
{
  for (uint32_t n = 0; n < BEDE_MAX_NAME_PROBES; n++) {
    form *f = &m->forms[((uint32_t)(key >> 32) + n) & m->mask];
    if (f->key == key) return f;
    if (f->key) continue;
    if (m->count == BEDE_MAX_NAMES) return NULL;
    m->count++;
    f->key = key;
    return f;
  }
  return NULL;
}

static uint64_t join_keys(uint64_t key, uint64_t next)
{
  key = bede_key_with(key, next);
  return key ? key : 1;
}

static void add(memory *m, uint64_t key, unsigned kind, uint32_t weight)
{
  form *f = find_or_add(m, key);
  if (!f) return;
  f->names[kind] += weight;
  if (!f->longest) f->longest = 1;
}

// --- collecting --------------------------------------------------------------

static unsigned kind_of(unsigned ner)
{
  return (ner - 1) / 2;
}

// The end of the name that begins at word i.
static uint32_t name_end(const bede_doc *doc, uint32_t i, uint32_t end)
{
  unsigned inside = doc->words.items[i].ner + 1u;
  for (i++; i < end && doc->words.items[i].ner == inside;)
    i++;
  return i;
}

static bede_str form_of(const memory *m, uint32_t i)
{
  return bede_word_form(m->doc, i);
}

// "Theresa May" does not make a person of every May.
static bool is_month(bede_str s)
{
  static const char *const months[] = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  for (size_t i = 0; i < sizeof months / sizeof *months; i++)
    if (bede_str_eq_nocase(s, bede_str_from(months[i]))) return true;
  return false;
}

// Initials and the like say nothing alone: "J.", "D".
static bool stands_alone(bede_str s)
{
  return s.len > 1 && !bede_str_ends(s, ".") && !is_month(s);
}

// The last word is the family's; the first is a given name where the rest hangs
// on it, not a title: "Senator Dlamini".
static void add_person(memory *m, uint32_t begin, uint32_t end)
{
  unsigned kind = kind_of(BEDE_NER_B_PER);
  uint32_t last = end - 1, head = m->doc->words.items[begin].head;
  bool titled = head > begin && head < end;
  if (stands_alone(form_of(m, last))) add(m, m->keys[last], kind, SEEN_FAMILY);
  if (stands_alone(form_of(m, begin)) && !titled)
    add(m, m->keys[begin], kind, SEEN_GIVEN);
}

static bool all_upper(bede_str s)
{
  for (size_t i = 0; i < s.len; i++)
    if (!bede_is_upper((unsigned char)s.ptr[i])) return false;
  return s.len > 1;
}

// Does one of the first two words of a name begin so? "The" may be the first.
static bool has_initial(const memory *m, uint32_t begin, char initial)
{
  return form_of(m, begin).ptr[0] == initial ||
         form_of(m, begin + 1).ptr[0] == initial;
}

// "Palestine Liberation Organization (PLO)"; not "Acme Corporation (UK)".
static void add_acronym(memory *m, uint32_t begin, uint32_t end, uint32_t stop)
{
  if (stop - end < 3 || !bede_str_is(form_of(m, end), "(") ||
      !bede_str_is(form_of(m, end + 2), ")"))
    return;
  bede_str acronym = form_of(m, end + 1);
  if (!all_upper(acronym) || !has_initial(m, begin, acronym.ptr[0])) return;
  add(m, m->keys[end + 1], kind_of(BEDE_NER_B_ORG), SEEN_ACRONYM);
}

static bool begins_capital(bede_str s)
{
  size_t at = 0;
  return s.len && bede_cp_is_upper(bede_utf8_next(s.ptr, s.len, &at));
}

// No name ends in "of", "and", "the", "-".
static bool may_end(unsigned upos)
{
  return upos != BEDE_UPOS_ADP && upos != BEDE_UPOS_CCONJ &&
         upos != BEDE_UPOS_DET && upos != BEDE_UPOS_PUNCT;
}

static void add_name(memory *m, uint32_t begin, uint32_t end, uint32_t stop)
{
  unsigned kind = kind_of(m->doc->words.items[begin].ner);
  uint32_t count = end - begin;
  if (count > BEDE_MAX_NAME_WORDS) return;
  if (count == 1) {
    if (stands_alone(form_of(m, begin))) add(m, m->keys[begin], kind, SEEN);
    return;
  }
  if (!begins_capital(form_of(m, begin)) ||
      !may_end(m->doc->words.items[end - 1].upos))
    return;
  form *first = find_or_add(m, m->keys[begin]);
  if (!first) return;
  if (first->longest < count) first->longest = (uint8_t)count;
  uint64_t key = m->keys[begin];
  for (uint32_t i = begin + 1; i < end; i++)
    key = join_keys(key, m->keys[i]);
  add(m, key, kind, SEEN);
  if (kind == kind_of(BEDE_NER_B_PER)) add_person(m, begin, end);
  if (kind == kind_of(BEDE_NER_B_ORG)) add_acronym(m, begin, end, stop);
}

static void collect(memory *m)
{
  for (uint32_t s = 0; s < m->doc->sentences.count; s++) {
    uint32_t end = m->doc->sentences.items[s].word_end;
    uint32_t i = m->doc->sentences.items[s].word_begin;
    while (i < end) {
      uint32_t next = i + 1;
      if (m->doc->words.items[i].ner % 2) {
        next = name_end(m->doc, i, end);
        add_name(m, i, next, end);
      }
      i = next;
    }
  }
}

static bool is_lower(bede_str s)
{
  size_t at = 0;
  unsigned char c = s.len ? (unsigned char)s.ptr[0] : 0;
  if (c < 0x80) return bede_is_lower(c);
  return bede_cp_is_lower(bede_utf8_next(s.ptr, s.len, &at));
}

static void count_lower(memory *m)
{
  for (uint32_t i = 0; i < m->doc->words.count; i++) {
    form *f = find(m, m->keys[i]);
    if (f && is_lower(form_of(m, i))) f->lower++;
  }
}

// --- recalling ---------------------------------------------------------------

// The first tag of the one kind that clearly speaks for the form, with `least`
// or more; else BEDE_NER_O.
static unsigned known_as(const form *f, uint32_t least)
{
  unsigned best = 0;
  uint32_t others = 0;
  for (unsigned k = 0; k < KINDS; k++) {
    if (f->names[k] > f->names[best]) best = k;
    others += f->names[k];
  }
  others -= f->names[best];
  if (f->names[best] < least) return BEDE_NER_O;
  if (others && f->names[best] <= CLEAR * others) return BEDE_NER_O;
  return BEDE_NER_B_PER + 2 * best;
}

static const bede_look *look_at(memory *m, const bede_sentence *s, uint32_t i)
{
  assert(s->word_end - s->word_begin <= BEDE_MAX_SENTENCE_WORDS);
  if (m->looked != s->word_begin)
    bede_look_words(m->doc, s->word_begin, s->word_end, m->look);
  m->looked = s->word_begin;
  return &m->look[i - s->word_begin];
}

static bool has_capital(const bede_look *look)
{
  unsigned shape = look->shape & BEDE_SHAPE_CASE;
  return shape != BEDE_SHAPE_LOWER && shape != BEDE_SHAPE_NONE;
}

// "Islamic" beside "Jihad": a part of a name that is not known as a whole.
static bool beside_name(memory *m, const bede_sentence *s, uint32_t i)
{
  const bede_word *words = m->doc->words.items;
  return (i > s->word_begin && words[i - 1].upos == BEDE_UPOS_PROPN &&
          has_capital(look_at(m, s, i - 1))) ||
         (i + 1 < s->word_end && words[i + 1].upos == BEDE_UPOS_PROPN &&
          has_capital(look_at(m, s, i + 1)));
}

// May a word without a name be one? Where capitals say nothing, not if it is a
// common word of the document.
static bool may_name(memory *m, const bede_sentence *s, const form *f,
                     uint32_t i)
{
  const bede_look *look = look_at(m, s, i);
  bool hidden = look->sentence_case != BEDE_CASE_NORMAL;
  if ((hidden || look->place) && f->lower) return false;
  return hidden || !beside_name(m, s, i);
}

// Does one name have the words [begin, end), and no other?
static bool is_name(const bede_doc *doc, uint32_t begin, uint32_t end)
{
  return doc->words.items[begin].ner % 2 && name_end(doc, begin, end) == end;
}

// What words [begin, end) are to be named, BEDE_NER_O to leave them.
static unsigned decide(memory *m, const bede_sentence *s, const form *f,
                       uint32_t begin, uint32_t end)
{
  bool one = end - begin == 1;
  unsigned name = known_as(f, one ? LEAST_WORD : LEAST_WORDS);
  if (!name || is_name(m->doc, begin, end)) return name;
  if (!has_capital(look_at(m, s, begin))) return BEDE_NER_O;
  return !one || may_name(m, s, f, begin) ? name : BEDE_NER_O;
}

static bool goes_on(const bede_doc *doc, uint32_t i, uint32_t end)
{
  return i < end && doc->words.items[i].ner && doc->words.items[i].ner % 2 == 0;
}

static void set_name(bede_doc *doc, uint32_t begin, uint32_t end, unsigned name)
{
  for (uint32_t i = begin; i < end; i++)
    doc->words.items[i].ner = (uint8_t)(i == begin ? name : name + 1);
}

// Names what begins at word i, the longest first, and gives its end.
static uint32_t recall_at(memory *m, const bede_sentence *s, uint32_t i)
{
  const form *first = find(m, m->keys[i]), *forms[BEDE_MAX_NAME_WORDS];
  if (!first || goes_on(m->doc, i, s->word_end)) return i + 1;
  uint32_t most = s->word_end - i, n = 0;
  if (most > first->longest) most = first->longest;
  uint64_t key = m->keys[i];
  for (; n < most; n++) {
    if (n) key = join_keys(key, m->keys[i + n]);
    forms[n] = n ? find(m, key) : first;
  }
  for (; n > 0; n--) {
    if (!forms[n - 1] || goes_on(m->doc, i + n, s->word_end)) continue;
    unsigned name = decide(m, s, forms[n - 1], i, i + n);
    if (!name) continue;
    set_name(m->doc, i, i + n, name);
    return i + n;
  }
  return i + 1;
}

static void recall(memory *m)
{
  for (uint32_t n = 0; n < m->doc->sentences.count; n++) {
    const bede_sentence *s = &m->doc->sentences.items[n];
    if (!s->parsed) continue;
    for (uint32_t i = s->word_begin; i < s->word_end;)
      i = recall_at(m, s, i);
  }
}

// --- the document ------------------------------------------------------------

static uint32_t count_names(const bede_doc *doc)
{
  uint32_t count = 0;
  for (uint32_t i = 0; i < doc->words.count; i++)
    count += doc->words.items[i].ner % 2;
  return count;
}

// A name gives four forms at most: half of the slots stay empty, or more.
static bool make_room(memory *m, uint32_t names)
{
  char lower[BEDE_MAX_FORM];
  size_t len;
  uint32_t slots = 16;
  while (slots < 8 * names && slots < 4 * BEDE_MAX_NAMES)
    slots *= 2;
  m->mask = slots - 1;
  m->forms = bede_arena_array(m->doc->arena, slots, sizeof *m->forms);
  m->keys =
      bede_arena_array(m->doc->arena, m->doc->words.count, sizeof *m->keys);
  if (!m->forms || !m->keys) return false;
  for (uint32_t i = 0; i < m->doc->words.count; i++) {
    m->keys[i] = bede_form_key(form_of(m, i), lower, &len);
    if (!m->keys[i]) m->keys[i] = 1;
  }
  return true;
}

bede_status bede_lang_remember(bede_doc *doc, bede_error *err)
{
  memory m = {.doc = doc, .looked = BEDE_NONE};
  uint32_t names = count_names(doc);
  if (!names) return BEDE_OK;
  if (!make_room(&m, names))
    return bede_error_set(err, BEDE_ENOMEM, BEDE_NO_OFFSET, "out of memory");
  collect(&m);
  count_lower(&m);
  recall(&m);
  return BEDE_OK;
}
