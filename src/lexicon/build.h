// The knowledge compiler's working state: what the line parsers collect from
// the files and what the writer turns into a blob. Private to the compiler.
#ifndef LEXICON_BUILD_H
#define LEXICON_BUILD_H

#include "base/limits.h"
#include "lexicon/blob.h"
#include "lexicon/compile.h"

// Distinct strings, numbered from 1 in order of arrival.
typedef struct bede_kb_table {
  BEDE_LIST(bede_str) items;
  uint32_t *places; // open addressing, numbers, 0 = free
  uint32_t place_count;
} bede_kb_table;

typedef struct bede_kb_file {
  bede_str relative; // path below its folder; it goes into the blob
  bede_str shown;    // as error messages name it
  bede_str text;     // absent until read
  bool done;
} bede_kb_file;

// A phrase of one of the tries. Phrases of equal words are ordered by rank,
// then by payload.
typedef struct bede_kb_entry {
  const uint32_t *words;
  uint32_t count, rank, payload; // payload: index of its record
} bede_kb_entry;

typedef BEDE_LIST(bede_kb_entry) bede_kb_entries;

// A name that may be used before its definition is read: class, operator.
typedef struct bede_kb_symbolic {
  bede_ref first; // first use
  bool defined, used;
} bede_kb_symbolic;

typedef struct bede_kb_parent { // `parent KEY`, resolved at the end
  uint32_t entity;
  bede_str key;
  bede_ref ref;
} bede_kb_parent;

// `alias COUNTRY | MAIN NAME | NAMES`, resolved at the end.
typedef struct bede_kb_alias {
  bede_str key, names;
  bede_str line; // its text, for columns
  bede_ref ref;
} bede_kb_alias;

typedef struct bede_kb_member {
  uint32_t symbol, class_id;
} bede_kb_member;

// What the last [section] line says, for the lines below it.
typedef struct bede_kb_section {
  bool set, bad; // bad: its line had an error, that of its lines are not known
  uint8_t event, mode, sector, kind, tone, stance, term;
  bool of_act;
  uint32_t classes[BEDE_LABEL_CLASSES];
  char cameo[6];
  uint16_t op, flags;
} bede_kb_section;

typedef struct bede_kb {
  bede_arena arena;
  bede_compile_report *report;
  void *context;
  bede_error *err;
  bool lint;
  bede_status status; // the first error's
  bool stop;          // out of memory or too many errors: read no further
  uint32_t errors, warnings;
  bede_buf scratch, pool; // pool: the strings of the blob

  BEDE_LIST(bede_kb_file) files;
  bede_ref at;   // the line being read
  bede_str line; // its text, for columns
  bede_kb_section section;
  uint32_t entity; // that lines of actors/ belong to, or BEDE_NONE
  bool entity_bad;

  bede_kb_table paths, symbols, strings, classes, ops, keys, slot_sets;
  // Places by country, kind and name, and by number; the place of each.
  bede_kb_table place_keys, place_ids;
  BEDE_LIST(uint32_t) keyed_places, numbered_places;
  BEDE_LIST(bede_kb_alias) aliases;
  BEDE_LIST(uint32_t) string_offsets, slot_begins;
  BEDE_LIST(bede_kb_symbolic) class_states, op_states;
  BEDE_LIST(bede_kb_member) members;
  BEDE_LIST(bede_kb_parent) parents;
  bede_kb_entries name_entries, agent_entries, label_entries;
  bede_kb_entries place_entries, term_entries;

  BEDE_LIST(bede_lex_entity) entities;
  BEDE_LIST(bede_lex_role) roles;
  BEDE_LIST(bede_lex_asof) asofs;
  BEDE_LIST(bede_lex_name) names;
  BEDE_LIST(bede_lex_agent) agents;
  BEDE_LIST(bede_lex_label) labels;
  BEDE_LIST(bede_lex_place) places;
  BEDE_LIST(bede_lex_place_name) place_names;
  BEDE_LIST(bede_lex_term) terms;
  BEDE_LIST(bede_lex_span) dates;
  BEDE_LIST(bede_lex_pred) preds;
  BEDE_LIST(bede_lex_support) supports;
  BEDE_LIST(bede_lex_op) op_lines;
  BEDE_LIST(bede_lex_cue) cues;
  BEDE_LIST(bede_lex_slot) slots;
  BEDE_LIST(bede_lex_cond) conds;
  BEDE_LIST(bede_lex_value) values;
  BEDE_LIST(bede_lex_cell) cells;
} bede_kb;

// A new zeroed item of a list, or NULL and kb->stop.
#define BEDE_KB_PUSH(kb, list)                                                 \
  (bede_kb_room((kb), bede_list_grow(&(kb)->arena, (void **)&(list)->items,    \
                                     &(list)->count, &(list)->capacity,        \
                                     sizeof *(list)->items,                    \
                                     BEDE_MAX_KNOWLEDGE_ITEMS))                \
       ? &(list)->items[(list)->count++]                                       \
       : NULL)

// --- errors -----------------------------------------------------------------

// Reports "file:line: message (column N)"; `where` is the part of the line at
// fault, absent for the whole line.
void bede_kb_error(bede_kb *kb, bede_str where, const char *fmt, ...)
    BEDE_PRINTF(3, 4);
// The same for another line.
void bede_kb_error_at(bede_kb *kb, bede_ref ref, const char *fmt, ...)
    BEDE_PRINTF(3, 4);
// Reports "file:line: warning: message" when the run is a lint.
void bede_kb_warn(bede_kb *kb, bede_ref ref, const char *fmt, ...)
    BEDE_PRINTF(3, 4);
// Stops the run without a line: out of memory, a limit.
void bede_kb_fail(bede_kb *kb, bede_status status);
bool bede_kb_room(bede_kb *kb, bede_status status);
// For "%.*s": at most 60 bytes of `s` are shown.
#define BEDE_KB_SHOW(s) (int)((s).len < 60 ? (s).len : 60), (s).ptr

// --- strings and symbols ----------------------------------------------------

// The number of `s` in a table; find gives 0 when it is not there, intern adds
// it (0 only when the run stops). Bytes are not copied: they must live as long.
uint32_t bede_kb_find(const bede_kb_table *table, bede_str s);
uint32_t bede_kb_intern(bede_kb *kb, bede_kb_table *table, bede_str s);
// Offset of `s` in the blob's strings, 0 for an empty one.
uint32_t bede_kb_string(bede_kb *kb, bede_str s);
// The symbol of one word: lower case, accents dropped. 0 when nothing is left.
uint32_t bede_kb_symbol(bede_kb *kb, bede_str word);
// The symbols of a phrase's words in `out`; their number, 0 after an error.
uint32_t bede_kb_phrase(bede_kb *kb, bede_str phrase,
                        uint32_t out[BEDE_MAX_ALIAS_WORDS]);
// Warns when a text never has `s` as one word, hyphens aside.
void bede_kb_expect_word(bede_kb *kb, bede_str s);
// Puts a phrase into a trie's entries; `reverse` for those read from the end.
void bede_kb_enter(bede_kb *kb, bede_kb_entries *entries, const uint32_t *words,
                   uint32_t count, uint32_t rank, uint32_t payload,
                   bool reverse);
// Number of a class (an operator) by its name, noting the first use.
uint32_t bede_kb_class(bede_kb *kb, bede_str name, bool define);
uint32_t bede_kb_op(bede_kb *kb, bede_str name, bool define);

// --- pieces of lines --------------------------------------------------------

// The next piece before `sep`, trimmed; false at the end. *rest goes on.
bool bede_kb_piece(bede_str *rest, char sep, bede_str *out);
// The next word between blanks; false at the end.
bool bede_kb_word(bede_str *rest, bede_str *out);
// The inside of "[...]" when the line is a section, else false.
bool bede_kb_bracket(bede_kb *kb, bede_str line, bede_str *inside);
void bede_kb_set_ref(const bede_kb *kb, bede_ref *out);
// "SEC,SEC" or "-".
void bede_kb_sectors(bede_kb *kb, bede_str s, uint8_t out[4], uint8_t *count);
// A CAMEO event code (two to four digits) or "-".
void bede_kb_cameo(bede_kb *kb, bede_str s, char out[6]);
// A CAMEO actor code or its suffix (capitals and digits) or "-", as a string.
uint32_t bede_kb_code(bede_kb *kb, bede_str s);
bool bede_kb_is_dash(bede_str s); // "-" or empty
// A copy that lives as long as the run; absent when it stops.
bede_str bede_kb_keep(bede_kb *kb, bede_str s);

// --- the formats, one line each ---------------------------------------------

typedef void bede_kb_parse(bede_kb *kb, bede_str line);
void bede_kb_actor_line(bede_kb *kb, bede_str line);
void bede_kb_agent_line(bede_kb *kb, bede_str line);
void bede_kb_label_line(bede_kb *kb, bede_str line);
void bede_kb_place_line(bede_kb *kb, bede_str line);
void bede_kb_term_line(bede_kb *kb, bede_str line);
void bede_kb_class_line(bede_kb *kb, bede_str line);
void bede_kb_compose_line(bede_kb *kb, bede_str line);
void bede_kb_predicate_line(bede_kb *kb, bede_str line);
void bede_kb_support_line(bede_kb *kb, bede_str line);
void bede_kb_operator_line(bede_kb *kb, bede_str line);
void bede_kb_cue_line(bede_kb *kb, bede_str line);

// One slot by its name, or a preposition; false after an error.
bool bede_kb_slot(bede_kb *kb, bede_str name, bede_lex_slot *out);

// --- after the last line ----------------------------------------------------

// Parents, classes and operators that were named but never defined.
void bede_kb_resolve(bede_kb *kb);
// Divisions of places, and their other names.
void bede_kb_resolve_places(bede_kb *kb);
void bede_kb_lint(bede_kb *kb);
// Sorts everything, finds duplicates and appends the blob.
void bede_kb_write(bede_kb *kb, bede_buf *out);

// Phrases sorted for a trie. Sorts `entries` in place and builds the nodes: the
// values of a node are the entries [value_begin, value_begin + value_count).
typedef struct bede_kb_trie {
  BEDE_LIST(bede_blob_node) nodes;
  uint32_t *roots, root_count;
} bede_kb_trie;
void bede_kb_trie_build(bede_kb *kb, bede_kb_entries *entries,
                        bede_kb_trie *trie);

#endif
