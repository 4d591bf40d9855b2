// The workspace and the order of the passes.
#include "lang/lang.h"

#include <assert.h>
#include <string.h>

#include "base/error.h"
#include "base/mem.h"
#include "lang/engine.h"
#include "lang/memory.h"
#include "lang/repair.h"
#include "lang/standin.h"

bede_status bede_lang_new(const bede_model *model, unsigned mode,
                          bede_lang **out, bede_error *err)
{
  assert(mode < BEDE_MODES);
  *out = bede_calloc(1, sizeof **out);
  if (!*out)
    return bede_error_set(err, BEDE_ENOMEM, BEDE_NO_OFFSET, "out of memory");
  (*out)->model = model;
  (*out)->mode = mode;
  (*out)->kernel = bede_kernel_best();
  return BEDE_OK;
}

void bede_lang_know(bede_lang *lang, const bede_lexicon *names)
{
  lang->names = names;
}

void bede_lang_free(bede_lang *lang)
{
  bede_free(lang);
}

// Adds row number - 1 to x; false when there is none, as for number 0.
static bool see_row(const bede_lang *lang, uint32_t number, int16_t *x)
{
  const bede_rows *rows = &lang->model->rows;
  uint32_t size = lang->model->net[lang->mode].in;
  if (!number || number > rows->count) return false;
  lang->kernel->add_row(rows->values + (size_t)(number - 1) * size, size, x);
  return true;
}

// One row for a form that the model knows, else the rows of its affixes.
static void see_form(bede_lang *lang, const bede_look *look, bede_str form,
                     int16_t *x)
{
  const bede_model *m = lang->model;
  if (see_row(lang, bede_dict_get(&m->words, look->key), x)) return;
  bede_look_affixes(&m->vocab, form, &lang->affixes);
  size_t n = bede_form_features(&lang->affixes, lang->features);
  for (size_t i = 0; i < n; i++)
    (void)see_row(lang, bede_dict_get(&m->forms, lang->features[i]), x);
}

static void see_words(bede_lang *lang, const bede_doc *doc, uint32_t begin,
                      uint32_t end)
{
  const bede_net *net = &lang->model->net[lang->mode];
  uint32_t count = end - begin;
  memset(lang->room.x[0], 0, (size_t)count * net->in * sizeof(int16_t));
  for (uint32_t i = 0; i < count; i++) {
    int16_t *x = lang->room.x[0] + (size_t)i * net->in;
    see_form(lang, &lang->look[i], bede_word_form(doc, begin + i), x);
    (void)see_row(lang, lang->model->places[bede_place_of(&lang->look[i])], x);
  }
  bede_net_run(net, lang->kernel, count, &lang->room);
}

void bede_lang_run(bede_lang *lang, const bede_doc *doc, uint32_t begin,
                   uint32_t end)
{
  assert(end - begin <= BEDE_MAX_SENTENCE_WORDS);
  bede_look_words(doc, begin, end, lang->look);
  if (lang->names) bede_lang_stand_in(lang->names, doc, begin, end, lang->look);
  see_words(lang, doc, begin, end);
}

// A sentence that is not parsed: every word depends on the one before.
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
  s->parsed = !s->reference && end - begin <= BEDE_MAX_SENTENCE_WORDS;
  if (!s->parsed) {
    chain_words(doc, s);
    bede_tree_link(doc, sentence);
    return BEDE_OK;
  }
  if (lang->names) BEDE_TRY(bede_lexicon_bind(lang->names, doc, sentence));
  bede_lang_run(lang, doc, begin, end);
  bede_lang_tag(lang, doc, begin, end);
  if (lang->names &&
      bede_lang_stand_in_telling(lang->names, doc, begin, end, lang->look)) {
    see_words(lang, doc, begin, end);
    bede_lang_tag(lang, doc, begin, end);
  }
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
  return bede_lang_remember(doc, err);
}
