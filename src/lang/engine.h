// The passes of one sentence, in their order, over the workspace of a thread.
#ifndef LANG_ENGINE_H
#define LANG_ENGINE_H

#include "base/limits.h"
#include "lang/decode.h"
#include "lang/model.h"
#include "lang/net.h"

struct bede_lang {
  const bede_model *model;
  const bede_kernel *kernel;
  unsigned mode;                           // BEDE_FAST or BEDE_ACCURATE
  bede_look look[BEDE_MAX_SENTENCE_WORDS]; // of the words of the sentence
  uint8_t tag[BEDE_MAX_SENTENCE_WORDS];    // class
  bede_affixes affixes;                    // of the word that is looked at
  uint64_t features[BEDE_MAX_FEATURES];
  int32_t scores[BEDE_MAX_CLASSES];
  bede_net_room room;
  bede_decoder decoder;
};

// Runs the network over words [begin, end): the room then holds their heads.
void bede_lang_run(bede_lang *lang, const bede_doc *doc, uint32_t begin,
                   uint32_t end);
// tag[], then xpos, upos of the words.
void bede_lang_tag(bede_lang *lang, bede_doc *doc, uint32_t begin,
                   uint32_t end);
BEDE_CHECKED bede_status bede_lang_lemmas(bede_lang *lang, bede_doc *doc,
                                          uint32_t begin, uint32_t end,
                                          bede_error *err);
void bede_lang_names(bede_lang *lang, bede_doc *doc, uint32_t begin,
                     uint32_t end);
void bede_lang_parse(bede_lang *lang, bede_doc *doc, uint32_t begin,
                     uint32_t end);
// FEATS, which look at the tree.
void bede_lang_morph(bede_lang *lang, bede_doc *doc, uint32_t begin,
                     uint32_t end);

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
