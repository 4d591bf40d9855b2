// Lemmas by dictionary and edit scripts, FEATS by dictionary and, where a form
// with its tag has several, by the tree around it ("he cut", "to cut").
#include "lang/engine.h"

#include <string.h>

#include "base/error.h"
#include "base/mem.h"
#include "base/str.h"

static size_t lower_bytes(bede_str form, char *out)
{
  size_t len;
  (void)bede_form_key(form, out, &len);
  return len;
}

size_t bede_script_apply(const bede_script *script, bede_str form, char *out)
{
  size_t len = form.len;
  if (len > BEDE_MAX_FORM) return 0;
  if (script->keep)
    memcpy(out, form.ptr, len);
  else
    len = lower_bytes(form, out);
  if (script->cut > len) return 0;
  // no cut inside a character
  if (script->cut && ((unsigned char)out[len - script->cut] & 0xC0) == 0x80)
    return 0;
  len -= script->cut;
  memcpy(out + len, script->add, script->len);
  return len + script->len;
}

// The part of speech that the base of an inflected form must have, 0 for tags
// that inflect nothing.
static uint32_t base_mask(uint8_t xpos)
{
  switch (xpos) {
  case BEDE_XPOS_VBD:
  case BEDE_XPOS_VBN:
  case BEDE_XPOS_VBG:
  case BEDE_XPOS_VBZ:
    return BEDE_MASK_VERB;
  case BEDE_XPOS_NNS:
    return BEDE_MASK_NOUN;
  case BEDE_XPOS_JJR:
  case BEDE_XPOS_JJS:
    return BEDE_MASK_ADJ;
  default:
    return 0;
  }
}

// Of the scripts that give a word of the vocabulary the one that scores best,
// else the one that scores best at all: "shelled" is of "shell", not "shel".
static uint32_t best_script(bede_lang *lang, bede_str form, uint8_t xpos)
{
  const bede_model *m = lang->model;
  uint32_t best = bede_best_class(lang->scores, m->lemma.classes, NULL);
  uint32_t mask = base_mask(xpos), valid = BEDE_NONE;
  // a plural is at most two bytes longer than its base ("es", "ies" of "y")
  size_t longer = xpos == BEDE_XPOS_NNS ? 2 : 4;
  for (uint32_t i = 0; mask && i < m->lemma.classes; i++) {
    char out[BEDE_MAX_FORM + 16], lower[BEDE_MAX_FORM];
    size_t len;
    if (valid != BEDE_NONE && lang->scores[i] <= lang->scores[valid]) continue;
    bede_str base = {out, bede_script_apply(&m->scripts[i], form, out)};
    if (base.len < 2 || base.len + longer < form.len) continue;
    uint32_t word = bede_dict_get(&m->vocab, bede_form_key(base, lower, &len));
    if (word & mask) valid = i;
  }
  return valid == BEDE_NONE ? best : valid;
}

static const bede_script *script_of(bede_lang *lang, const bede_look *look,
                                    bede_str form, uint8_t tag)
{
  const bede_model *m = lang->model;
  uint64_t key = bede_key_with(look->key, m->classes[tag - 1].xpos);
  uint32_t known = bede_dict_get(&m->lemmas, key);
  if (known && known <= m->script_count) return &m->scripts[known - 1];
  size_t n = bede_lemma_features(look, tag, lang->features);
  memset(lang->scores, 0, m->lemma.classes * sizeof *lang->scores);
  bede_sparse_score(&m->lemma, lang->features, n, lang->scores);
  return &m->scripts[best_script(lang, form, m->classes[tag - 1].xpos)];
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

bede_status bede_lang_lemmas(bede_lang *lang, bede_doc *doc, uint32_t begin,
                             uint32_t end, bede_error *err)
{
  for (uint32_t i = begin; i < end; i++) {
    uint32_t at = i - begin + BEDE_PAD;
    const bede_script *script =
        script_of(lang, &lang->look[at], bede_word_form(doc, i), lang->tag[at]);
    if (set_lemma(doc, i, script))
      return bede_error_set(err, BEDE_ENOMEM, BEDE_NO_OFFSET, "out of memory");
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

static void set_feats(bede_lang *lang, bede_doc *doc, uint32_t begin,
                      uint32_t i)
{
  uint32_t at = i - begin + BEDE_PAD;
  const bede_model *m = lang->model;
  uint8_t tag = lang->tag[at];
  uint64_t key = lang->look[at].key;
  uint32_t known = bede_dict_get(&m->morphs, bede_key_with(key, tag));
  uint32_t feats = known ? known - 1 : m->classes[tag - 1].feats;
  if (feats == BEDE_MORPH_OPEN) {
    size_t n = bede_morph_features(doc, begin, i, key, tag, lang->features);
    memset(lang->scores, 0, m->morph.classes * sizeof *lang->scores);
    bede_sparse_score(&m->morph, lang->features, n, lang->scores);
    feats = bede_best_class(lang->scores, m->morph.classes, NULL);
  }
  if (feats < m->feats_count) doc->words.items[i].feats = m->feats[feats];
}

void bede_lang_morph(bede_lang *lang, bede_doc *doc, uint32_t begin,
                     uint32_t end)
{
  for (uint32_t i = begin; i < end; i++)
    set_feats(lang, doc, begin, i);
}
