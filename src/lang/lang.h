// The syntax engine: tags, lemmas, dependency trees, names. The model is
// read-only and shared between threads; a workspace belongs to one thread.
#ifndef LANG_LANG_H
#define LANG_LANG_H

#include "ann/doc.h"
#include "lexicon/lexicon.h"

typedef struct bede_model bede_model;
typedef struct bede_lang bede_lang;

// Opens the model in `bytes` (borrowed, 64-byte aligned, must outlive it); with
// {NULL, 0} the model that is embedded in the program. BEDE_EMODEL when it is
// damaged, of another version, or not embedded. Free with bede_model_free.
BEDE_CHECKED bede_status bede_model_open(bede_str bytes, bede_model **out,
                                         bede_error *err);
void bede_model_free(bede_model *model);
// The hash of the model file as 16 hex digits, valid as long as the model.
const char *bede_model_hash(const bede_model *model);
// Full SHA-256 check against the sum in the file (`bede doctor`).
BEDE_CHECKED bede_status bede_model_verify(const bede_model *model,
                                           bede_error *err);

// The networks of a model: the fast one, and one that is bigger and better.
enum { BEDE_FAST, BEDE_ACCURATE, BEDE_MODES };

// A workspace: buffers that are used again for every sentence, about 5 MiB.
// `model` must outlive it, `mode` is BEDE_FAST or BEDE_ACCURATE. *out is NULL
// on failure: BEDE_ENOMEM. Free with bede_lang_free.
BEDE_CHECKED bede_status bede_lang_new(const bede_model *model, unsigned mode,
                                       bede_lang **out, bede_error *err);
void bede_lang_free(bede_lang *lang);

// Known names of states and peoples are read as one of their kind from now on
// (lang/standin.h). `names` must outlive the workspace; NULL: as they stand.
void bede_lang_know(bede_lang *lang, const bede_lexicon *names);

// Fills xpos, upos, feats, lemma, head, deprel, ner of the words of every
// sentence of `doc`, and the tree links (bede_tree_link); then carries names
// from one sentence to others (lang/memory.h). A sentence of more than
// BEDE_MAX_SENTENCE_WORDS words (text makes none) or of the list of references
// is not parsed: each word hangs on the one before. Lemmas are in the text or
// in the document's arena. BEDE_ENOMEM.
BEDE_CHECKED bede_status bede_lang_annotate(bede_lang *lang, bede_doc *doc,
                                            bede_error *err);
// The same for one sentence, without the names of others.
BEDE_CHECKED bede_status bede_lang_sentence(bede_lang *lang, bede_doc *doc,
                                            uint32_t sentence, bede_error *err);

// Sets first_child, next_sibling, left, right of the words of a sentence from
// their heads. Needs every head to be BEDE_NONE or inside the sentence, and no
// cycle. Linear.
void bede_tree_link(bede_doc *doc, uint32_t sentence);

#endif
