// The model file: a header, then sections at 64-byte boundaries, read in place.
// All numbers little-endian, all references offsets: it can be mapped or
// embedded and needs no relocation. On a big-endian machine it is refused: its
// version reads as another one.
#ifndef LANG_MODEL_H
#define LANG_MODEL_H

#include "lang/feature.h"
#include "lang/lang.h"
#include "lang/net.h"
#include "lang/table.h"

#define BEDE_MODEL_MAGIC "BEDE\r\n\x1A\n"
#define BEDE_MODEL_VERSION 2u
#define BEDE_MAX_MODEL (24u << 20) // bytes

typedef enum bede_section_id {
  BEDE_SECTION_CLASSES, // bede_tag_class[]
  BEDE_SECTION_FEATS,   // bede_feats[]
  BEDE_SECTION_SCRIPTS, // bede_script[]
  // bede_dict: key of a form -> mask of look.h; key with an XPOS -> script + 1;
  // key with a class -> index of FEATS, or BEDE_MORPH_OPEN, + 1
  BEDE_SECTION_VOCAB,
  BEDE_SECTION_LEMMAS,
  BEDE_SECTION_MORPHS,
  // bede_sparse: buckets, then the pool of rows
  BEDE_SECTION_LEMMA,
  BEDE_SECTION_LEMMA_POOL,
  BEDE_SECTION_MORPH,
  BEDE_SECTION_MORPH_POOL,
  // what the networks see: forms (bede_dict: key of the form -> row + 1),
  // affixes and masks (bede_dict: feature -> row + 1), places (row + 1 each,
  // 0: none), and the rows
  BEDE_SECTION_WORDS,
  BEDE_SECTION_FORMS,
  BEDE_SECTION_PLACES,
  BEDE_SECTION_ROWS, // int8
  // a network for each mode, over the same rows
  BEDE_SECTION_NET,
  BEDE_SECTION_NET_ACCURATE,
  BEDE_SECTION_COUNT
} bede_section_id;

typedef struct bede_section {
  uint64_t offset, size; // bytes
  uint32_t classes;      // of a bede_sparse, else 0
  uint32_t unused;
} bede_section;

typedef struct bede_model_header {
  char magic[8];
  uint32_t version, sections;
  uint64_t size;          // of the whole file
  uint64_t names;         // hash of the names of tags and relations, in order
  uint64_t check;         // fast hash of all bytes from `label_sets` on
  uint8_t sha256[32];     // of the same bytes
  uint64_t label_sets[2]; // relations seen for left and for right arcs
  bede_section section[BEDE_SECTION_COUNT];
} bede_model_header;

// In place of an index into the FEATS section: the classifier decides.
#define BEDE_MORPH_OPEN 0xFFFFu

// A tag of the tagger: the pair and its FEATS for a form that is not in MORPHS.
typedef struct bede_tag_class {
  uint8_t upos, xpos;
  uint16_t feats; // index into the FEATS section, or BEDE_MORPH_OPEN
} bede_tag_class;

// How a lemma is made: the case of the form as `keep` says (script.h), `cut`
// bytes less at its end, `len` bytes of `add` after them.
typedef struct bede_script {
  uint8_t keep, cut, len;
  char add[13];
} bede_script;

// What the networks see, one row a word, affix or place; of both networks.
typedef struct bede_rows {
  const int8_t *values; // [count][in of the networks]
  uint32_t count;
} bede_rows;

struct bede_model {
  const bede_model_header *header;
  const bede_tag_class *classes;
  const bede_feats *feats;
  const bede_script *scripts;
  uint32_t class_count, feats_count, script_count;
  bede_dict vocab, lemmas, morphs, words, forms;
  bede_sparse lemma, morph;
  const uint32_t *places; // [BEDE_PLACES]
  bede_rows rows;
  bede_net net[BEDE_MODES];
  char hash[17];
};

// The hash that header.names must have for this program.
uint64_t bede_model_names(void);
// Fills check and sha256 of a file that is finished: header->size bytes.
void bede_model_seal(bede_model_header *header);

#endif
