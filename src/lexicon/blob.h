// The layout of compiled knowledge: a head, a table of sections, the sections.
// Every offset counts bytes from the head, every section begins at a multiple
// of 64; records are those of lexicon.h with zeroed padding, little-endian.
// Invariants that an opened blob holds: every string, range and number in every
// record points inside its section, so that lookups need no checks.
#ifndef LEXICON_BLOB_H
#define LEXICON_BLOB_H

#include "lexicon/lexicon.h"

#define BEDE_BLOB_MAGIC "BEDEKNOW"
#define BEDE_BLOB_VERSION 4u
#define BEDE_BLOB_MARK 0x01020304u // reads otherwise on a big-endian machine
#define BEDE_BLOB_ALIGN 64u
#define BEDE_BLOB_SEED UINT64_C(0x6265646562656465)
// The check covers everything behind its own field, also the SHA-256, which
// covers everything behind itself.
#define BEDE_BLOB_CHECK_FROM 32u
#define BEDE_BLOB_SHA_FROM 64u

typedef struct bede_blob_head {
  char magic[8];
  uint32_t version, mark;
  uint64_t size, check;
  unsigned char sha256[32];
} bede_blob_head;

typedef struct bede_blob_section {
  uint32_t offset, count, item_size;
} bede_blob_section;

// A knowledge file: its relative path (a string) and its text (bytes of the
// TEXT section), so that a run can compile our knowledge together with more.
typedef struct bede_blob_file {
  uint32_t path, text_begin, text_len;
} bede_blob_file;

// A place in the table of symbols: open addressing, linear probing, a power of
// two of places of which at most half are taken. symbol 0 = free.
typedef struct bede_blob_bucket {
  uint32_t tag, symbol; // tag: the upper half of the hash
} bede_blob_bucket;

// A node of a trie over symbols. Children are contiguous, ordered by symbol and
// behind their parent; `roots` of a trie maps a first symbol to its node. Node
// 0 stands for no node.
typedef struct bede_blob_node {
  uint32_t symbol;
  uint32_t child_begin, child_count;
  uint32_t value_begin, value_count; // readings, agents, labels
} bede_blob_node;

// X(symbol, field, item type). An ..._index maps a symbol s to the records
// [index[s], index[s + 1]); it ends behind the last symbol that has any.
// strings: uint16_t length, bytes, NUL; a string's offset is that of its
// length, 0 = none. symbols: the string of each, from 1.
#define BEDE_BLOB_SECTIONS(X)                                                  \
  X(FILES, files, bede_blob_file)                                              \
  X(STRINGS, strings, char)                                                    \
  X(SYMBOLS, symbols, uint32_t)                                                \
  X(BUCKETS, buckets, bede_blob_bucket)                                        \
  X(CLASSES, classes, uint32_t)                                                \
  X(CLASS_INDEX, class_index, uint32_t)                                        \
  X(CLASS_OF, class_of, uint32_t)                                              \
  X(ENTITIES, entities, bede_lex_entity)                                       \
  X(ENTITY_KEYS, entity_keys, uint32_t)                                        \
  X(ROLES, roles, bede_lex_role)                                               \
  X(ASOFS, asofs, bede_lex_asof)                                               \
  X(NAMES, names, bede_lex_name)                                               \
  X(NAME_ROOTS, name_roots, uint32_t)                                          \
  X(NAME_NODES, name_nodes, bede_blob_node)                                    \
  X(AGENTS, agents, bede_lex_agent)                                            \
  X(AGENT_ROOTS, agent_roots, uint32_t)                                        \
  X(AGENT_NODES, agent_nodes, bede_blob_node)                                  \
  X(LABELS, labels, bede_lex_label)                                            \
  X(LABEL_ROOTS, label_roots, uint32_t)                                        \
  X(LABEL_NODES, label_nodes, bede_blob_node)                                  \
  X(PLACES, places, bede_lex_place)                                            \
  X(PLACE_NAMES, place_names, bede_lex_place_name)                             \
  X(PLACE_ROOTS, place_roots, uint32_t)                                        \
  X(PLACE_NODES, place_nodes, bede_blob_node)                                  \
  X(TERMS, terms, bede_lex_term)                                               \
  X(TERM_ROOTS, term_roots, uint32_t)                                          \
  X(TERM_NODES, term_nodes, bede_blob_node)                                    \
  X(DATES, dates, bede_lex_span)                                               \
  X(PREDS, preds, bede_lex_pred)                                               \
  X(PRED_INDEX, pred_index, uint32_t)                                          \
  X(SUPPORTS, supports, bede_lex_support)                                      \
  X(SUPPORT_INDEX, support_index, uint32_t)                                    \
  X(OPS, ops, bede_lex_op)                                                     \
  X(OP_INDEX, op_index, uint32_t)                                              \
  X(CUES, cues, bede_lex_cue)                                                  \
  X(CUE_INDEX, cue_index, uint32_t)                                            \
  X(SLOTS, slots, bede_lex_slot)                                               \
  X(CONDS, conds, bede_lex_cond)                                               \
  X(VALUES, values, bede_lex_value)                                            \
  X(OP_NAMES, op_names, uint32_t)                                              \
  X(CELLS, cells, bede_lex_cell)                                               \
  X(TEXT, text, char)

enum {
#define X(s, f, t) BEDE_SECTION_##s,
  BEDE_BLOB_SECTIONS(X)
#undef X
      BEDE_SECTION_COUNT
};

// An opened blob: a view of each section.
struct bede_lexicon {
  const bede_blob_head *head;
  char hash[17];
#define X(s, f, t)                                                             \
  struct {                                                                     \
    const t *items;                                                            \
    uint32_t count;                                                            \
  } f;
  BEDE_BLOB_SECTIONS(X)
#undef X
};

// Sets the views of `lex` over a blob and checks every invariant above; false
// when the blob is damaged. Linear in the blob, allocates nothing.
bool bede_blob_view(bede_lexicon *lex, bede_str blob);
// Every range and number of every record points inside its section.
bool bede_blob_check(const bede_lexicon *lex);

// The blob embedded in the program, {NULL, 0} when there is none (the compiler
// that makes it).
bede_str bede_knowledge_embedded(void);

#endif
