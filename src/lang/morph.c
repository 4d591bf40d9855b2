// Lemmas by dictionary and edit scripts, FEATS by dictionary and, where a form
// with its tag has several, by the tree around it ("he cut", "to cut").
#include "lang/engine.h"

#include <string.h>

#include "base/error.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "lang/script.h"

static size_t lower_bytes(bede_str form, char *out)
{
  size_t len;
  (void)bede_form_key(form, out, &len);
  return len;
}

// Does a form show how its name is written? Not when all letters are of one
// case, but what has digits, and addresses, stay as they are.
static bool is_written(bede_str form)
{
  bool upper = false, lower = false;
  size_t after = 0; // letters after a full stop
  for (size_t at = 0; at < form.len && !(upper && lower);) {
    uint32_t cp = bede_utf8_next(form.ptr, form.len, &at);
    if (cp == '@' || cp == '&' || cp == '_' || bede_is_digit(cp)) return true;
    upper = upper || bede_cp_is_upper(cp);
    lower = lower || bede_cp_is_lower(cp);
    after = cp == '.' ? 1 : after && bede_cp_is_lower(cp) ? after + 1 : 0;
    if (after > 2) return true;
  }
  return upper && lower;
}

// Each part of a name has a capital: "AL-JAZEERA", "O'NEILL", "u.k.". A letter
// that is not ASCII stays as it is at the start of a part.
static size_t capital_bytes(bede_str form, char *out)
{
  size_t len = 0;
  bool start = true;
  if (is_written(form)) {
    memcpy(out, form.ptr, form.len);
    return form.len;
  }
  // a letter may be longer in lower case
  for (size_t at = 0; at < form.len && len + 4 < BEDE_MAX_FORM;) {
    size_t from = at;
    uint32_t cp = bede_utf8_next(form.ptr, form.len, &at);
    bede_str c = {form.ptr + from, at - from};
    if (start)
      memcpy(out + len, c.ptr, c.len);
    else
      c.len = lower_bytes(c, out + len);
    if (start && bede_is_lower(cp)) out[len] = (char)(cp - 32);
    len += c.len;
    start = cp == '-' || cp == '.' || cp == '\'' || cp == 0x2019;
  }
  return len;
}

// "1,500" loses its comma, "3,40" is no number of that kind.
static size_t number_bytes(bede_str form, char *out)
{
  size_t len = 0;
  for (size_t i = 0; i < form.len; i++) {
    size_t digits = 0;
    while (i + digits + 1 < form.len &&
           bede_is_digit((unsigned char)form.ptr[i + digits + 1]))
      digits++;
    if (form.ptr[i] != ',' || digits != 3) out[len++] = form.ptr[i];
  }
  return len;
}

static size_t cased_bytes(unsigned casing, bede_str form, char *out)
{
  switch (casing) {
  case BEDE_SCRIPT_KEEP:
    memcpy(out, form.ptr, form.len);
    return form.len;
  case BEDE_SCRIPT_CAPITAL:
    return capital_bytes(form, out);
  case BEDE_SCRIPT_NUMBER:
    return number_bytes(form, out);
  default:
    return lower_bytes(form, out);
  }
}

size_t bede_script_apply(const bede_script *script, bede_str form, char *out)
{
  if (form.len > BEDE_MAX_FORM) return 0;
  size_t len = cased_bytes(script->keep, form, out);
  if (script->cut > len) return 0;
  // no cut inside a character
  if (script->cut && ((unsigned char)out[len - script->cut] & 0xC0) == 0x80)
    return 0;
  len -= script->cut;
  memcpy(out + len, script->add, script->len);
  return len + script->len;
}

// --- regular inflection ------------------------------------------------------

static bool is_vowel(char c)
{
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

static bool is_sibilant(bede_str base)
{
  return bede_str_ends(base, "s") || bede_str_ends(base, "x") ||
         bede_str_ends(base, "z") || bede_str_ends(base, "ch") ||
         bede_str_ends(base, "sh");
}

// One syllable that ends in a consonant after a single vowel: "plan" makes
// "planned", so that "planed" is of "plane". With s both stand ("bused").
static bool must_double(bede_str base)
{
  size_t n = base.len, vowels = 0;
  const char *z = base.ptr;
  if (n < 2 || is_vowel(z[n - 1]) || !is_vowel(z[n - 2]) || z[n - 1] == 'w' ||
      z[n - 1] == 'x' || z[n - 1] == 'y' || z[n - 1] == 'h' || z[n - 1] == 's')
    return false;
  for (size_t i = 0; i < n; i++)
    vowels += (is_vowel(z[i]) || z[i] == 'y') &&
              !(z[i] == 'u' && i > 0 && z[i - 1] == 'q');
  return vowels == 1;
}

// Is `base` the first `cut` bytes less of `stem` with `add` after them?
static bool is_made(bede_str base, bede_str stem, size_t cut, const char *add)
{
  size_t more = strlen(add);
  return stem.len > cut && base.len == stem.len - cut + more &&
         memcmp(base.ptr, stem.ptr, stem.len - cut) == 0 &&
         memcmp(base.ptr + stem.len - cut, add, more) == 0;
}

// Endings that start with a vowel: -ed, -ing, -er, -est. The silent e of a base
// is one with that of the ending: "freed" is of "free".
static bool takes_vowel(bede_str base, bede_str stem, char vowel)
{
  size_t n = stem.len;
  if (is_made(base, stem, 0, ""))
    return !must_double(base) && !(vowel == 'e' && bede_str_ends(stem, "e"));
  if (is_made(base, stem, 0, "e")) return true;
  if (bede_str_ends(stem, "i")) return is_made(base, stem, 1, "y");
  if (bede_str_ends(stem, "y")) return is_made(base, stem, 1, "ie");
  if (bede_str_ends(stem, "ck")) return is_made(base, stem, 1, "");
  return n > 2 && stem.ptr[n - 1] == stem.ptr[n - 2] &&
         is_made(base, stem, 1, "");
}

static bool takes_s(bede_str base, bede_str stem)
{
  if (is_made(base, stem, 0, ""))
    return !is_sibilant(base) || bede_str_ends(base, "ch"); // "monarchs"
  if (is_made(base, stem, 1, ""))
    return bede_str_ends(stem, "'") ||
           (bede_str_ends(stem, "e") &&
            (is_sibilant(base) || bede_str_ends(base, "o")));
  return bede_str_ends(stem, "ie") && is_made(base, stem, 2, "y");
}

typedef struct inflection {
  const char *ending; // NULL: the tag inflects nothing
  uint32_t base;      // mask of the base
} inflection;

// A verb inside a name shows by its ending what it is: "Breaking Bad".
static inflection inflection_of(const bede_tag_class *class, bede_str form)
{
  switch (class->xpos) {
  case BEDE_XPOS_NNP:
    if (class->upos != BEDE_UPOS_VERB) break;
    if (bede_str_ends(form, "ed")) return (inflection){"ed", BEDE_MASK_VERB};
    return (inflection){"ing", BEDE_MASK_VERB};
  case BEDE_XPOS_VBD:
  case BEDE_XPOS_VBN:
    return (inflection){"ed", BEDE_MASK_VERB};
  case BEDE_XPOS_VBG:
    return (inflection){"ing", BEDE_MASK_VERB};
  case BEDE_XPOS_VBZ:
    return (inflection){"s", BEDE_MASK_VERB};
  case BEDE_XPOS_NNS:
  case BEDE_XPOS_NNPS:
    return (inflection){"s", BEDE_MASK_NOUN};
  case BEDE_XPOS_JJR:
  case BEDE_XPOS_RBR:
    return (inflection){"er", BEDE_MASK_ADJ};
  case BEDE_XPOS_JJS:
  case BEDE_XPOS_RBS:
    return (inflection){"est", BEDE_MASK_ADJ};
  default:
    break;
  }
  return (inflection){NULL, 0};
}

// Both in lower case. A plural may look like its base: "aircraft".
static bool is_regular(const inflection *x, bede_str form, bede_str base)
{
  bool noun = x->base == BEDE_MASK_NOUN;
  if (noun && bede_str_eq(form, base)) return true;
  if (noun && bede_str_ends(form, "men")) return is_made(base, form, 2, "an");
  if (!bede_str_ends(form, x->ending)) return false;
  bede_str stem = {form.ptr, form.len - strlen(x->ending)};
  return x->ending[0] == 's' ? takes_s(base, stem)
                             : takes_vowel(base, stem, x->ending[0]);
}

// --- choice ------------------------------------------------------------------

// A capital of a name stays, one that the form lacks may be given to it; verbs
// and degrees have none; addresses stay as they are.
static bool casing_fits(unsigned casing, const bede_look *look,
                        const bede_tag_class *class, const inflection *x)
{
  unsigned shape = look->shape & BEDE_SHAPE_CASE;
  bool capital = casing == BEDE_SCRIPT_KEEP || casing == BEDE_SCRIPT_CAPITAL;
  if (class->xpos == BEDE_XPOS_NNP || class->xpos == BEDE_XPOS_NNPS)
    return capital || shape == BEDE_SHAPE_LOWER || shape == BEDE_SHAPE_NONE;
  if (class->xpos == BEDE_XPOS_ADD) return casing == BEDE_SCRIPT_KEEP;
  if (casing == BEDE_SCRIPT_CAPITAL && shape == BEDE_SHAPE_UPPER) return false;
  return !capital || (shape != BEDE_SHAPE_LOWER &&
                      (!x->ending || x->base == BEDE_MASK_NOUN));
}

static bool in_vocab(const bede_model *m, bede_str base, uint32_t mask)
{
  char lower[BEDE_MAX_FORM];
  size_t len;
  return bede_dict_get(&m->vocab, bede_form_key(base, lower, &len)) & mask;
}

// How good a base is: 3 for a word of the vocabulary, 2 for one with a prefix
// ("rezone", "co-host") or a noun that serves as a verb ("bus"), 1 for others
// that may be words.
static unsigned base_grade(const bede_model *m, bede_str base, uint32_t mask)
{
  static const char *const prefixes[] = {"under", "over", "out", "dis", "mis",
                                         "re",    "de",   "co",  "un"};
  size_t at = base.len;
  if (in_vocab(m, base, mask)) return 3;
  while (at > 0 && base.ptr[at - 1] != '-')
    at--;
  for (unsigned i = 0; !at && i < sizeof prefixes / sizeof *prefixes; i++)
    if (bede_str_starts(base, prefixes[i])) at = strlen(prefixes[i]);
  bede_str rest = {base.ptr + at, base.len - at};
  if (at && rest.len > 2 && in_vocab(m, rest, mask)) return 2;
  if (mask == BEDE_MASK_VERB && in_vocab(m, base, BEDE_MASK_NOUN)) return 2;
  return base.len > 2;
}

// Of the scripts that undo a regular inflection the one with the best base,
// then the best score: "shelled" is of "shell", not "shel".
static uint32_t best_regular(bede_lang *lang, const bede_look *look,
                             const bede_tag_class *class, bede_str form)
{
  const bede_model *m = lang->model;
  inflection x = inflection_of(class, form);
  uint32_t best = BEDE_NONE;
  unsigned most = 1;
  char lower[BEDE_MAX_FORM];
  bede_str from = {lower, lower_bytes(form, lower)};
  for (uint32_t i = 0; x.ending && i < m->lemma.classes; i++) {
    char out[BEDE_MAX_FORM + 16], base[BEDE_MAX_FORM];
    bede_str made = {out, 0}, to = {base, 0};
    bool better = best == BEDE_NONE || lang->scores[i] > lang->scores[best];
    if (most == 3 && !better) continue;
    if (!casing_fits(m->scripts[i].keep, look, class, &x)) continue;
    made.len = bede_script_apply(&m->scripts[i], form, out);
    to.len = lower_bytes(made, base);
    if (!is_regular(&x, from, to)) continue;
    unsigned grade = base_grade(m, to, x.base);
    if (grade < most || (grade == most && !better)) continue;
    most = grade;
    best = i;
  }
  return best;
}

// A word that is not inflected, or in no way that is known, keeps its letters:
// the scripts that change others are of words that are all in the dictionary.
static uint32_t best_script(bede_lang *lang, const bede_look *look,
                            const bede_tag_class *class, bede_str form)
{
  const bede_model *m = lang->model;
  inflection x = inflection_of(class, form);
  uint32_t best = best_regular(lang, look, class, form);
  if (best != BEDE_NONE) return best;
  for (uint32_t i = 0; i < m->lemma.classes; i++) {
    const bede_script *s = &m->scripts[i];
    if (s->cut || s->len || !casing_fits(s->keep, look, class, &x)) continue;
    if (best == BEDE_NONE || lang->scores[i] > lang->scores[best]) best = i;
  }
  return best == BEDE_NONE ? 0 : best;
}

// The script of a name in capitals, by counts of the training parts' forms.
// Alone among other words 352 of 364 with two to four letters are acronyms and
// stay; of longer ones 5 of 42 that are words or were seen with one capital
// (`is_word`), and 21 of 26 others. Beside a word in capitals 19 of 22 with two
// or three letters stay, and 7 of 92 with more.
static const bede_script *shouted_name(const bede_look *look, bede_str form,
                                       bool is_word, bool beside)
{
  static const bede_script keep = {.keep = BEDE_SCRIPT_KEEP},
                           capital = {.keep = BEDE_SCRIPT_CAPITAL};
  if (form.len < 4 || (look->shape & BEDE_SHAPE_PERIOD)) return &keep;
  if (beside) return &capital;
  return form.len > 4 && is_word ? &capital : &keep;
}

static bool is_shouted(const bede_look *look)
{
  return (look->shape & BEDE_SHAPE_CASE) == BEDE_SHAPE_UPPER;
}

static uint32_t known_script(const bede_model *m, uint64_t key, uint8_t xpos)
{
  uint32_t known = bede_dict_get(&m->lemmas, bede_key_with(key, xpos));
  return known <= m->script_count ? known : 0;
}

// The script of what stands after the last hyphen: "co-led" goes with "led".
static uint32_t script_of_last(const bede_model *m, bede_str form, uint8_t xpos)
{
  char lower[BEDE_MAX_FORM];
  size_t at = form.len, len;
  while (at > 0 && form.ptr[at - 1] != '-')
    at--;
  if (!at || at == form.len) return 0;
  bede_str last = {form.ptr + at, form.len - at};
  uint32_t known = known_script(m, bede_form_key(last, lower, &len), xpos);
  if (!known || m->scripts[known - 1].keep != BEDE_SCRIPT_LOWER) return 0;
  return known;
}

// Is a script of the dictionary a slip of the treebanks, a base that ends in e
// and would take no more than a d ("fre" of "freed")?
static bool is_slip(const bede_model *m, uint32_t known, bede_str form)
{
  return m->scripts[known - 1].cut == 2 && !m->scripts[known - 1].len &&
         bede_str_ends(form, "eed");
}

// `beside`: the word before or after is in capitals.
static const bede_script *script_of(bede_lang *lang, const bede_look *look,
                                    bede_str form, uint8_t tag, bool beside)
{
  const bede_model *m = lang->model;
  const bede_tag_class *class = &m->classes[tag];
  uint32_t known = known_script(m, look->key, class->xpos);
  if (class->xpos == BEDE_XPOS_NNP && is_shouted(look) &&
      (!known || m->scripts[known - 1].keep == BEDE_SCRIPT_CAPITAL)) {
    bede_look_affixes(&m->vocab, form, &lang->affixes);
    return shouted_name(look, form, known || lang->affixes.mask, beside);
  }
  if (!known && (look->shape & BEDE_SHAPE_HYPHEN) &&
      inflection_of(class, form).ending)
    known = script_of_last(m, form, class->xpos);
  if (known && !is_slip(m, known, form)) return &m->scripts[known - 1];
  bede_look_affixes(&m->vocab, form, &lang->affixes);
  size_t n = bede_lemma_features(look, &lang->affixes, tag, lang->features);
  memset(lang->scores, 0, m->lemma.classes * sizeof *lang->scores);
  bede_sparse_score(&m->lemma, lang->features, n, lang->scores);
  return &m->scripts[best_script(lang, look, class, form)];
}

// The lemma points into the text where it is the form itself.
static bede_status set_lemma(bede_doc *doc, uint32_t i,
                             const bede_script *script)
{
  char out[BEDE_MAX_FORM + 16];
  bede_str form = bede_word_form(doc, i);
  bede_word *w = &doc->words.items[i];
  bede_str made = {out, bede_script_apply(script, form, out)};
  if (!made.len || bede_str_eq(made, form)) {
    w->lemma = form;
    return BEDE_OK;
  }
  w->lemma = bede_arena_copy(doc->arena, made);
  return w->lemma.ptr ? BEDE_OK : BEDE_ENOMEM;
}

// Does a participle that goes with "have" alone follow, adverbs between?
static bool perfect_follows(const bede_doc *doc, uint32_t i, uint32_t end)
{
  static const char *const forms[] = {"been", "had", "got", "become"};
  for (i++; i < end; i++) {
    const bede_word *w = &doc->words.items[i];
    if (w->upos == BEDE_UPOS_ADV || w->upos == BEDE_UPOS_PART) continue;
    for (unsigned k = 0; k < 4 && w->xpos == BEDE_XPOS_VBN; k++)
      if (bede_str_is(bede_word_form(doc, i), forms[k])) return true;
    return false;
  }
  return false;
}

// "'s" is of "be", or of "have" as in "she's been shot".
static void settle_perfect(bede_doc *doc, uint32_t i, uint32_t end)
{
  static const bede_str have = {"have", 4};
  bede_word *w = &doc->words.items[i];
  bede_str form = bede_word_form(doc, i);
  if (w->upos == BEDE_UPOS_AUX && w->xpos == BEDE_XPOS_VBZ &&
      bede_str_is(w->lemma, "be") &&
      bede_to_lower((unsigned char)form.ptr[0]) != 'i' &&
      perfect_follows(doc, i, end))
    w->lemma = have;
}

// "Authorities froze accounts": behind a plural the tagger may take a past
// tense for a present that no dictionary has. Its script, and the tag is set
// right; NULL where it is no such form.
static const bede_script *past_script(const bede_lang *lang,
                                      const bede_look *look, bede_word *w)
{
  const bede_model *m = lang->model;
  if (w->xpos != BEDE_XPOS_VBP || known_script(m, look->key, BEDE_XPOS_VBP) ||
      known_script(m, look->key, BEDE_XPOS_VB))
    return NULL;
  uint32_t past = known_script(m, look->key, BEDE_XPOS_VBD);
  if (!past) return NULL;
  w->xpos = BEDE_XPOS_VBD;
  return &m->scripts[past - 1];
}

bede_status bede_lang_lemmas(bede_lang *lang, bede_doc *doc, uint32_t begin,
                             uint32_t end, bede_error *err)
{
  for (uint32_t i = begin; i < end; i++) {
    uint32_t at = i - begin;
    const bede_look *look = &lang->look[at];
    bool beside = is_shouted(look) && ((i > begin && is_shouted(look - 1)) ||
                                       (i + 1 < end && is_shouted(look + 1)));
    const bede_script *script = past_script(lang, look, &doc->words.items[i]);
    if (!script)
      script =
          script_of(lang, look, bede_word_form(doc, i), lang->tag[at], beside);
    if (set_lemma(doc, i, script))
      return bede_error_set(err, BEDE_ENOMEM, BEDE_NO_OFFSET, "out of memory");
    settle_perfect(doc, i, end);
  }
  return BEDE_OK;
}

// --- FEATS -------------------------------------------------------------------

// So many children of a word are looked at.
enum { CHILDREN_MAX = 40 };

#define F1(a) out[n++] = bede_feature(t++, (a), cls, 0)
#define F2(a, b) out[n++] = bede_feature(t++, (a), (b), cls)

// The subject that a verb agrees with: its own or that of the word it helps.
static const bede_word *subject_of(const bede_doc *doc, const bede_word *w)
{
  unsigned looked = 0;
  for (uint32_t c = w->first_child; c != BEDE_NONE && looked < CHILDREN_MAX;
       c = doc->words.items[c].next_sibling, looked++) {
    const bede_word *child = &doc->words.items[c];
    if (child->deprel == BEDE_REL_NSUBJ || child->deprel == BEDE_REL_EXPL ||
        child->deprel == BEDE_REL_NSUBJ_PASS)
      return child;
  }
  return NULL;
}

static size_t agreement_features(const bede_doc *doc, const bede_word *w,
                                 uint64_t key, uint64_t cls, uint64_t *out)
{
  const bede_word *s = subject_of(doc, w);
  if (!s && w->head != BEDE_NONE)
    s = subject_of(doc, &doc->words.items[w->head]);
  uint64_t who = s ? bede_hash(s->lemma.ptr, s->lemma.len, 5) : 0;
  uint64_t what = s ? s->xpos + 1u : 0, t = 40;
  size_t n = 0;
  F1(who);
  F1(what);
  F2(key, what);
  F2(key, who);
  F2(what, w->deprel);
  return n;
}

size_t bede_morph_features(const bede_doc *doc, uint32_t begin, uint32_t i,
                           uint64_t key, uint8_t tag, uint64_t *out)
{
  const bede_word *w = &doc->words.items[i];
  const bede_word *h = w->head == BEDE_NONE ? w : &doc->words.items[w->head];
  uint64_t set = 0, helpers = 0, cls = tag, t = 1;
  uint64_t before = i > begin ? doc->words.items[i - 1].upos + 1u : 0;
  size_t n = 0;
  for (uint32_t c = w->first_child; c != BEDE_NONE && n < CHILDREN_MAX;
       c = doc->words.items[c].next_sibling) {
    const bede_word *child = &doc->words.items[c];
    set |= (uint64_t)1 << child->deprel;
    if (child->deprel == BEDE_REL_AUX || child->deprel == BEDE_REL_MARK)
      helpers += bede_hash(child->lemma.ptr, child->lemma.len, 4);
    out[n++] = bede_feature(0, child->deprel, cls, 0);
  }
  F1(0);
  F1(key);
  F1(w->deprel);
  F1(set);
  F1(helpers);
  F2(key, w->deprel);
  F2(key, h->upos);
  F2(key, set);
  F2(w->deprel, h->xpos);
  F2(w->deprel, set);
  F2(w->deprel, h < w);
  F2(helpers, set);
  F2(key, (uint64_t)h->xpos << 8 | w->deprel);
  F2(key, before);
  return n + agreement_features(doc, w, key, cls, out + n);
}

// The class of the tags that a word has now: repairs change a few.
static uint8_t class_now(const bede_lang *lang, const bede_word *w, uint8_t tag)
{
  const bede_model *m = lang->model;
  if (m->classes[tag].upos == w->upos && m->classes[tag].xpos == w->xpos)
    return tag;
  for (uint32_t i = 0; i < m->class_count; i++)
    if (m->classes[i].upos == w->upos && m->classes[i].xpos == w->xpos)
      return (uint8_t)i;
  return tag;
}

static void set_feats(bede_lang *lang, bede_doc *doc, uint32_t begin,
                      uint32_t i)
{
  uint32_t at = i - begin;
  const bede_model *m = lang->model;
  uint8_t tag = class_now(lang, &doc->words.items[i], lang->tag[at]);
  uint64_t key = lang->look[at].key;
  uint32_t known = bede_dict_get(&m->morphs, bede_key_with(key, tag));
  uint32_t feats = known ? known - 1 : m->classes[tag].feats;
  if (feats == BEDE_MORPH_OPEN) {
    size_t n = bede_morph_features(doc, begin, i, key, tag, lang->features);
    memset(lang->scores, 0, m->morph.classes * sizeof *lang->scores);
    bede_sparse_score(&m->morph, lang->features, n, lang->scores);
    feats = lang->kernel->best(lang->scores, m->morph.classes);
  }
  if (feats < m->feats_count) doc->words.items[i].feats = m->feats[feats];
}

void bede_lang_morph(bede_lang *lang, bede_doc *doc, uint32_t begin,
                     uint32_t end)
{
  for (uint32_t i = begin; i < end; i++)
    set_feats(lang, doc, begin, i);
}
