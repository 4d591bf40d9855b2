// The inside of the list of sources: who speaks in many reports, and what share
// of what is said rests on whom.
#ifndef API_SOURCES_H
#define API_SOURCES_H

#include "actor/work.h"
#include "api/handle.h"

// A name in a list of names, in the order in which they were met.
typedef struct bede_source_name {
  bede_str name;
  struct bede_source_name *next;
} bede_source_name;

typedef struct bede_source_names {
  bede_source_name *first, *last;
  uint32_t count;
} bede_source_names;

// A speaker. One who has a name is one over all documents, another is one in
// his document only.
typedef struct bede_source_row {
  bede_str name, key, office, country;
  bede_str document; // the first one, by id
  bede_source_kind kind;
  bede_sector sector;
  uint32_t statements, quotes, claims, documents;
  uint32_t relations[BEDE_RELATION_COUNT]; // claims by his relation to the act
  bede_source_names outlets, publishers;
  uint32_t last_document; // counted already
  uint64_t last_claim;
  uint32_t order; // as it was met
} bede_source_row;

// X(symbol, name): what shares are counted of.
// clang-format off
#define BEDE_SHARE_LIST(X)                                                     \
  X(ALL, "all") X(SOURCE, "source") X(OFFICE, "office")                        \
  X(RELATION, "relation") X(COUNTRY, "country") X(SECTOR, "sector")
// clang-format on

typedef enum bede_share_group {
#define X(s, n) BEDE_SHARE_##s,
  BEDE_SHARE_LIST(X)
#undef X
      BEDE_SHARE_GROUPS
} bede_share_group;

typedef struct bede_share {
  bede_share_group group;
  bede_str value;
  uint64_t speakers, statements, claims, documents;
  uint32_t last_document; // counted already
  uint64_t last_claim;
} bede_share;

// Invariants: the first shares are those that every list has (BEDE_FIXED_*), in
// their order; each key of the maps names one row or share.
struct bede_sources {
  bede_arena arena;
  BEDE_LIST(bede_source_row) rows;
  BEDE_LIST(bede_share) shares;
  bede_actor_map row_map, share_map, name_map;
  bede_buf folded; // a name at hand
  uint32_t documents;
  uint32_t reports; // documents and those that could not be counted; also the
                    // number of the one at hand
  uint64_t claims;  // also the number of the one at hand
};

enum {
  BEDE_FIXED_ALL,
  BEDE_FIXED_NAMED,
  BEDE_FIXED_ANONYMOUS,
  BEDE_FIXED_DOCUMENT,
  BEDE_FIXED_IMPERSONAL,
  BEDE_FIXED_UNATTRIBUTED,
  BEDE_FIXED_OFFICIAL,
  BEDE_FIXED_OTHER,
  BEDE_FIXED_RELATIONS, // one for each relation
  BEDE_FIXED_COUNT = BEDE_FIXED_RELATIONS + BEDE_RELATION_COUNT
};

// Makes a list ready, and ends it. _init: BEDE_ENOMEM.
BEDE_CHECKED bede_status bede_sources_init(bede_sources *list);
void bede_sources_release(bede_sources *list);
// Counts a coded document. BEDE_ENOMEM; BEDE_ELIMIT when there are more
// speakers or shares than a list may have: then nothing of it is counted.
BEDE_CHECKED bede_status bede_sources_count(bede_sources *list,
                                            const bede_doc *doc,
                                            bede_error *err);
// Counts in every share the speakers that have said something.
void bede_sources_count_speakers(bede_sources *list);
// Appends the list or its shares; the rows are sorted then, and no document may
// be counted after it. Check out->status.
void bede_sources_put(bede_sources *list, const bede_sources_options *options,
                      bede_buf *out);

#endif
