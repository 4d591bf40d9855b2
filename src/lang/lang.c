// The workspace and the order of the passes.
#include "lang/lang.h"

#include <assert.h>
#include <string.h>

#include "base/error.h"
#include "base/mem.h"
#include "lang/engine.h"
#include "lang/repair.h"

bede_status bede_lang_new(const bede_model *model, bede_lang **out,
                          bede_error *err)
{
  *out = bede_calloc(1, sizeof **out);
  if (!*out)
    return bede_error_set(err, BEDE_ENOMEM, BEDE_NO_OFFSET, "out of memory");
  (*out)->model = model;
  return BEDE_OK;
}

void bede_lang_free(bede_lang *lang)
{
  bede_free(lang);
}

void bede_look_outside(bede_look *out)
{
  memset(out, 0, sizeof *out);
  out->form = out->key = 0x5EA1ED; // no hash of a form is that small
  out->shape = BEDE_SHAPE_NONE | BEDE_SHAPE_OTHER;
}

void bede_lang_look(bede_lang *lang, const bede_doc *doc, uint32_t begin,
                    uint32_t end)
{
  uint32_t count = end - begin;
  assert(count <= BEDE_MAX_SENTENCE_WORDS);
  for (uint32_t i = 0; i < BEDE_PAD; i++) {
    bede_look_outside(&lang->look[i]);
    bede_look_outside(&lang->look[BEDE_PAD + count + i]);
  }
  bede_look_words(&lang->model->vocab, doc, begin, end, lang->look + BEDE_PAD);
  memset(lang->tag, 0, count + 2 * BEDE_PAD);
  memset(lang->ner, 0, count + 2 * BEDE_PAD);
}

// A sentence that is too long to parse: every word depends on the one before.
static void chain_words(bede_doc *doc, const bede_sentence *s)
{
  for (uint32_t i = s->word_begin; i < s->word_end; i++) {
    bede_word *w = &doc->words.items[i];
    bool first = i == s->word_begin;
    w->head = first ? BEDE_NONE : i - 1;
    w->deprel = first ? BEDE_REL_ROOT : BEDE_REL_DEP;
    w->upos = BEDE_UPOS_X;
    w->xpos = BEDE_XPOS_NONE;
    w->feats = 0;
    w->ner = BEDE_NER_O;
    w->lemma = bede_word_form(doc, i);
  }
}

bede_status bede_lang_sentence(bede_lang *lang, bede_doc *doc,
                               uint32_t sentence, bede_error *err)
{
  assert(sentence < doc->sentences.count);
  bede_sentence *s = &doc->sentences.items[sentence];
  uint32_t begin = s->word_begin, end = s->word_end;
  if (begin == end) return BEDE_OK;
  s->parsed = end - begin <= BEDE_MAX_SENTENCE_WORDS;
  if (!s->parsed) {
    chain_words(doc, s);
    bede_tree_link(doc, sentence);
    return BEDE_OK;
  }
  bede_lang_look(lang, doc, begin, end);
  bede_lang_tag(lang, doc, begin, end);
  BEDE_TRY(bede_lang_lemmas(lang, doc, begin, end, err));
  bede_lang_names(lang, doc, begin, end);
  bede_lang_parse(lang, doc, begin, end);
  bede_tree_link(doc, sentence);
  bede_lang_repair(doc, sentence);
  bede_lang_morph(lang, doc, begin, end);
  return BEDE_OK;
}

bede_status bede_lang_annotate(bede_lang *lang, bede_doc *doc, bede_error *err)
{
  for (uint32_t i = 0; i < doc->sentences.count; i++)
    BEDE_TRY(bede_lang_sentence(lang, doc, i, err));
  return BEDE_OK;
}
