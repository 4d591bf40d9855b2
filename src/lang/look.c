// Form hashes, affixes, shapes and vocabulary entries of words. Lower-casing
// has a fast way for ASCII, which almost every word is.
#include "lang/look.h"

#include <string.h>

#include "base/limits.h"
#include "base/str.h"
#include "base/utf8.h"

uint32_t bede_dict_get(const bede_dict *dict, uint64_t key)
{
  if (!dict->count) return 0;
  uint32_t mark = (uint32_t)key | 1u;
  uint32_t at = (uint32_t)((key >> 32) * dict->count >> 32);
  for (uint32_t n = 0; n < dict->count; n++) {
    const bede_dict_bucket *b = &dict->buckets[at];
    for (unsigned i = 0; i < 8; i++) {
      if (b->mark[i] == mark) return b->value[i];
      if (!b->mark[i]) return 0;
    }
    if (++at == dict->count) at = 0;
  }
  return 0;
}

static size_t put_lower_cp(char *out, size_t len, uint32_t cp)
{
  if (cp == 0x2019) cp = '\'';
  cp = bede_cp_lower(cp);
  if (cp < 0x80) {
    out[len++] = (char)cp;
  } else if (cp < 0x800) {
    out[len++] = (char)(0xC0 | cp >> 6);
    out[len++] = (char)(0x80 | (cp & 63));
  } else if (cp < 0x10000) {
    out[len++] = (char)(0xE0 | cp >> 12);
    out[len++] = (char)(0x80 | (cp >> 6 & 63));
    out[len++] = (char)(0x80 | (cp & 63));
  } else {
    out[len++] = (char)(0xF0 | cp >> 18);
    out[len++] = (char)(0x80 | (cp >> 12 & 63));
    out[len++] = (char)(0x80 | (cp >> 6 & 63));
    out[len++] = (char)(0x80 | (cp & 63));
  }
  return len;
}

static size_t lower_form(bede_str form, char *out)
{
  size_t len = 0;
  for (size_t at = 0; at < form.len && len + 4 < BEDE_MAX_FORM;) {
    unsigned char c = (unsigned char)form.ptr[at];
    if (c < 0x80) {
      out[len++] = (char)bede_to_lower(c);
      at++;
    } else {
      len = put_lower_cp(out, len, bede_utf8_next(form.ptr, form.len, &at));
    }
  }
  return len;
}

static uint64_t hash_masked(const char *s, size_t len, uint64_t seed)
{
  char tmp[BEDE_MAX_FORM];
  for (size_t i = 0; i < len; i++)
    tmp[i] = bede_is_digit((unsigned char)s[i]) ? '0' : s[i];
  return bede_hash(tmp, len, seed);
}

uint64_t bede_form_key(bede_str form, char *out, size_t *len)
{
  *len = lower_form(form, out);
  return hash_masked(out, *len, 1);
}

// --- shape -------------------------------------------------------------------

typedef struct counts {
  unsigned upper, lower, digit, hyphen, period, other, letters;
  bool first_upper;
} counts;

static void count_cp(counts *n, uint32_t cp, bool first)
{
  if (cp < 0x80 ? bede_is_upper(cp) : bede_cp_is_upper(cp)) {
    n->upper++;
    n->first_upper |= first;
  } else if (cp < 0x80 ? bede_is_lower(cp) : bede_cp_is_lower(cp)) {
    n->lower++;
  } else if (bede_is_digit(cp)) {
    n->digit++;
  } else if (cp == '-') {
    n->hyphen++;
  } else if (cp == '.') {
    n->period++;
  } else {
    n->other++;
  }
}

static unsigned case_of(const counts *n)
{
  if (!n->upper) return n->lower ? BEDE_SHAPE_LOWER : BEDE_SHAPE_NONE;
  if (!n->lower) return n->upper == 1 ? BEDE_SHAPE_INITIAL : BEDE_SHAPE_UPPER;
  return n->first_upper && n->upper == 1 ? BEDE_SHAPE_CAPITAL
                                         : BEDE_SHAPE_MIXED;
}

static uint8_t shape_of(bede_str form)
{
  counts n = {0};
  bool first = true;
  for (size_t at = 0; at < form.len; first = false)
    count_cp(&n, bede_utf8_next(form.ptr, form.len, &at), first);
  unsigned shape = case_of(&n);
  unsigned rest = n.upper + n.lower + n.hyphen + n.other;
  if (n.digit) shape |= BEDE_SHAPE_DIGIT;
  if (n.digit && !rest) shape |= BEDE_SHAPE_ALL_DIGIT;
  if (n.hyphen) shape |= BEDE_SHAPE_HYPHEN;
  if (n.period) shape |= BEDE_SHAPE_PERIOD;
  if (n.other) shape |= BEDE_SHAPE_OTHER;
  return (uint8_t)shape;
}

// --- vocabulary --------------------------------------------------------------

typedef struct ending {
  const char *ending, *base;
  uint16_t needs, gives;
} ending;

// The detachment rules of WordNet's morphology.
static const ending endings[] = {
    {"s", "", BEDE_MASK_NOUN, BEDE_MASK_PLURAL},
    {"es", "", BEDE_MASK_NOUN, BEDE_MASK_PLURAL},
    {"ies", "y", BEDE_MASK_NOUN, BEDE_MASK_PLURAL},
    {"men", "man", BEDE_MASK_NOUN, BEDE_MASK_PLURAL},
    {"s", "", BEDE_MASK_VERB, BEDE_MASK_VERB_S},
    {"es", "", BEDE_MASK_VERB, BEDE_MASK_VERB_S},
    {"ies", "y", BEDE_MASK_VERB, BEDE_MASK_VERB_S},
    {"ed", "e", BEDE_MASK_VERB, BEDE_MASK_VERB_ED},
    {"ed", "", BEDE_MASK_VERB, BEDE_MASK_VERB_ED},
    {"ied", "y", BEDE_MASK_VERB, BEDE_MASK_VERB_ED},
    {"ing", "e", BEDE_MASK_VERB, BEDE_MASK_VERB_ING},
    {"ing", "", BEDE_MASK_VERB, BEDE_MASK_VERB_ING},
    {"er", "", BEDE_MASK_ADJ, BEDE_MASK_ADJ_ER},
    {"er", "e", BEDE_MASK_ADJ, BEDE_MASK_ADJ_ER},
    {"ier", "y", BEDE_MASK_ADJ, BEDE_MASK_ADJ_ER},
    {"est", "", BEDE_MASK_ADJ, BEDE_MASK_ADJ_EST},
    {"est", "e", BEDE_MASK_ADJ, BEDE_MASK_ADJ_EST},
    {"iest", "y", BEDE_MASK_ADJ, BEDE_MASK_ADJ_EST},
};

static uint32_t vocab_get(const bede_dict *vocab, const char *s, size_t len)
{
  return bede_dict_get(vocab, hash_masked(s, len, 1));
}

static uint16_t mask_by_ending(const bede_dict *vocab, const char *form,
                               size_t len)
{
  bede_str s = {form, len};
  uint16_t mask = 0;
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
    const ending *e = &endings[i];
    size_t cut = strlen(e->ending), add = strlen(e->base);
    char base[BEDE_MAX_FORM + 4];
    if (len < cut + 2 || !bede_str_ends(s, e->ending)) continue;
    memcpy(base, form, len - cut);
    memcpy(base + len - cut, e->base, add);
    size_t n = len - cut + add;
    if (vocab_get(vocab, base, n) & e->needs) mask |= e->gives;
    // "stopped", "running": the last consonant is doubled
    if (!add && n > 2 && base[n - 1] == base[n - 2] &&
        vocab_get(vocab, base, n - 1) & e->needs)
      mask |= e->gives;
  }
  return mask;
}

static bool has_ending(const char *form, size_t len)
{
  if (len < 3) return false;
  const char *z = form + len;
  return z[-1] == 's' || (z[-1] == 'd' && z[-2] == 'e') ||
         (z[-1] == 'g' && z[-2] == 'n') || (z[-1] == 'r' && z[-2] == 'e') ||
         (z[-1] == 't' && z[-2] == 's') || (z[-1] == 'n' && z[-2] == 'e');
}

// --- words -------------------------------------------------------------------

void bede_look_affixes(const bede_dict *vocab, bede_str form, bede_affixes *out)
{
  char lower[BEDE_MAX_FORM];
  size_t len;
  uint64_t key = bede_form_key(form, lower, &len);
  for (size_t n = 1; n <= BEDE_SUFFIXES; n++)
    out->suffix[n - 1] = len >= n ? hash_masked(lower + len - n, n, 2) : 0;
  for (size_t n = 1; n <= BEDE_PREFIXES; n++)
    out->prefix[n - 1] = len >= n ? hash_masked(lower, n, 3) : 0;
  out->mask = (uint16_t)bede_dict_get(vocab, key);
  if (has_ending(lower, len))
    out->mask = (uint16_t)(out->mask | mask_by_ending(vocab, lower, len));
}

// Title case: most longer words start with a capital; upper: no small letters.
static unsigned sentence_case(const bede_look *words, const bede_doc *doc,
                              uint32_t begin, uint32_t count)
{
  unsigned longer = 0, capital = 0, upper = 0;
  for (uint32_t i = 0; i < count; i++) {
    unsigned shape = words[i].shape & BEDE_SHAPE_CASE;
    bede_span span = doc->words.items[begin + i].span;
    if (shape == BEDE_SHAPE_NONE || span.end - span.begin < 4) continue;
    longer++;
    upper += shape == BEDE_SHAPE_UPPER;
    capital += shape != BEDE_SHAPE_LOWER;
  }
  if (longer >= 2 && upper * 4 >= longer * 3) return BEDE_CASE_UPPER;
  if (longer >= 3 && capital * 4 >= longer * 3) return BEDE_CASE_TITLE;
  return BEDE_CASE_NORMAL;
}

static bool opens(bede_str form)
{
  return bede_str_is(form, ":") || bede_str_is(form, "\"") ||
         bede_str_is(form, "\xE2\x80\x9C") || bede_str_is(form, "``");
}

void bede_look_words(const bede_doc *doc, uint32_t begin, uint32_t end,
                     bede_look *out)
{
  char lower[BEDE_MAX_FORM];
  size_t len;
  bool first = true;
  for (uint32_t i = begin; i < end; i++) {
    bede_look *word = &out[i - begin];
    bede_str form = bede_word_form(doc, i);
    word->key = bede_form_key(form, lower, &len);
    word->shape = shape_of(form);
    word->place = first;
    if ((word->shape & BEDE_SHAPE_CASE) != BEDE_SHAPE_NONE) first = false;
    if (opens(form)) first = true;
  }
  unsigned kind = sentence_case(out, doc, begin, end - begin);
  for (uint32_t i = 0; i < end - begin; i++)
    out[i].sentence_case = (uint8_t)kind;
}
