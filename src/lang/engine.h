// The passes of one sentence over the workspace of a thread. Words [begin, end)
// are those of a sentence of 1 to BEDE_MAX_SENTENCE_WORDS words; bede_lang_run
// comes first, the others in the order of lang.c.
#ifndef LANG_ENGINE_H
#define LANG_ENGINE_H

#include "base/limits.h"
#include "lang/decode.h"
#include "lang/model.h"
#include "lang/net.h"
#include "lexicon/lexicon.h"

struct bede_lang {
  const bede_model *model;
  const bede_lexicon *names; // whose known names get stand-ins, or NULL
  const bede_kernel *kernel;
  unsigned mode;                           // BEDE_FAST or BEDE_ACCURATE
  bede_look look[BEDE_MAX_SENTENCE_WORDS]; // of the words of the sentence
  uint8_t tag[BEDE_MAX_SENTENCE_WORDS];    // class
  bede_affixes affixes;                    // of the word that is looked at
  uint64_t features[BEDE_MAX_FEATURES];
  int32_t scores[BEDE_MAX_CLASSES]; // of a linear classifier
  bede_net_room room;
  bede_decoder decoder;
};

// Looks at the words and runs the network: the room then has its answers.
void bede_lang_run(bede_lang *lang, const bede_doc *doc, uint32_t begin,
                   uint32_t end);
// tag[], then xpos, upos of the words.
void bede_lang_tag(bede_lang *lang, bede_doc *doc, uint32_t begin,
                   uint32_t end);
// Lemmas by tags; also settles whether "'s" is of "be" or of "have".
// BEDE_ENOMEM.
BEDE_CHECKED bede_status bede_lang_lemmas(bede_lang *lang, bede_doc *doc,
                                          uint32_t begin, uint32_t end,
                                          bede_error *err);
// ner of the words: every name has a beginning.
void bede_lang_names(bede_lang *lang, bede_doc *doc, uint32_t begin,
                     uint32_t end);
// head and deprel of the words; links no tree.
void bede_lang_parse(bede_lang *lang, bede_doc *doc, uint32_t begin,
                     uint32_t end);
// feats of the words, by a linked tree.
void bede_lang_morph(bede_lang *lang, bede_doc *doc, uint32_t begin,
                     uint32_t end);

// Features of FEATS of word `i` with a linked tree, their number; `begin` is
// the sentence's first word, `key` the word's (bede_look), `tag` its class.
// `out` has room for BEDE_MAX_FEATURES.
size_t bede_morph_features(const bede_doc *doc, uint32_t begin, uint32_t i,
                           uint64_t key, uint8_t tag, uint64_t *out);

// Applies a script to a form: bytes to `out` (room for BEDE_MAX_FORM + 16),
// their number, or 0 when it does not fit the form.
size_t bede_script_apply(const bede_script *script, bede_str form, char *out);

#endif
