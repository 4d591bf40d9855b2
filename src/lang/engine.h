// The passes of one sentence, in their order, over the workspace of a thread.
#ifndef LANG_ENGINE_H
#define LANG_ENGINE_H

#include "base/limits.h"
#include "lang/model.h"

#define BEDE_ROOM (BEDE_MAX_SENTENCE_WORDS + 2u * BEDE_PAD)

struct bede_lang {
  const bede_model *model;
  // Words of the sentence with BEDE_PAD words that are not there on each side.
  bede_look look[BEDE_ROOM];
  uint8_t tag[BEDE_ROOM]; // class + 1
  uint8_t ner[BEDE_ROOM]; // bede_ner + 1
  bede_state state;
  uint64_t features[BEDE_MAX_FEATURES];
  int32_t scores[BEDE_MAX_CLASSES];
};

// Fills look[] of words [begin, end), tag[] and ner[] with 0.
void bede_lang_look(bede_lang *lang, const bede_doc *doc, uint32_t begin,
                    uint32_t end);
// tag[], then xpos, upos of the words.
void bede_lang_tag(bede_lang *lang, bede_doc *doc, uint32_t begin,
                   uint32_t end);
BEDE_CHECKED bede_status bede_lang_lemmas(bede_lang *lang, bede_doc *doc,
                                          uint32_t begin, uint32_t end,
                                          bede_error *err);
void bede_lang_parse(bede_lang *lang, bede_doc *doc, uint32_t begin,
                     uint32_t end);
// FEATS, which look at the tree.
void bede_lang_morph(bede_lang *lang, bede_doc *doc, uint32_t begin,
                     uint32_t end);
void bede_lang_names(bede_lang *lang, bede_doc *doc, uint32_t begin,
                     uint32_t end);

// What stands beyond the ends of a sentence.
void bede_look_outside(bede_look *out);
// Bit n is set when name n may follow name `last` (both bede_ner).
unsigned bede_ner_legal(unsigned last);
// Features of FEATS of word `i` with a linked tree; `begin` is the sentence's
// first word.
size_t bede_morph_features(const bede_doc *doc, uint32_t begin, uint32_t i,
                           uint64_t key, uint8_t tag, uint64_t *out);

// Applies a script to a form: bytes to `out` (room for BEDE_MAX_FORM + 16),
// their number, or 0 when it does not fit the form.
size_t bede_script_apply(const bede_script *script, bede_str form, char *out);

#endif
