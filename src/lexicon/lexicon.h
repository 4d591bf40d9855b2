// The compiled knowledge: names, agents, predicates, operators, cues, labels,
// classes; read-only, shared, relocation-free. The compiler is in compile.h.
// Every entry knows its file and line. Strings are offsets into the blob.
#ifndef LEXICON_LEXICON_H
#define LEXICON_LEXICON_H

#include "ann/doc.h"
#include "ann/slot.h"

typedef struct bede_lexicon bede_lexicon;

// Opens a compiled knowledge blob (borrowed, 8-byte aligned, must outlive it);
// {NULL, 0} opens the one embedded in the program. BEDE_EKNOWLEDGE when
// damaged, of another version or misaligned; BEDE_ENOMEM. Every range inside is
// checked here, so that no blob can make a lookup read outside it. Everything
// that a lookup returns is borrowed from the blob; any number of threads may
// look up.
BEDE_CHECKED bede_status bede_lexicon_open(bede_str blob, bede_lexicon **out,
                                           bede_error *err);
void bede_lexicon_free(bede_lexicon *lex);
const char *bede_lexicon_hash(const bede_lexicon *lex); // 16 hex digits
// Full SHA-256 check against the sum in the blob (`bede doctor`).
BEDE_CHECKED bede_status bede_lexicon_verify(const bede_lexicon *lex,
                                             bede_error *err);
// A string of the blob by its offset, NUL-terminated; absent for 0.
bede_str bede_lexicon_str(const bede_lexicon *lex, uint32_t offset);
// The relative path of a knowledge file and its text; absent when there is none
// of this number. They are numbered in byte order of their paths.
bede_str bede_lexicon_file(const bede_lexicon *lex, uint16_t file);
bede_str bede_lexicon_source(const bede_lexicon *lex, uint16_t file);
uint32_t bede_lexicon_file_count(const bede_lexicon *lex);
// The line of the knowledge that a ref names, without blanks at its ends;
// absent when there is none. Linear in the file: for explanations.
bede_str bede_lexicon_line(const bede_lexicon *lex, bede_ref ref);

// --- symbols ----------------------------------------------------------------
// A symbol numbers a word of the knowledge from 1; 0 is unknown. Words are
// known in lower case and without accents (bede_utf8_fold), so that "Erdoğan"
// and "Erdogan" are one symbol; `lower` needs no more than lower case.
uint32_t bede_lexicon_symbol(const bede_lexicon *lex, bede_str lower);
// Sets form_id and lemma_id of the words of a sentence. Words that hyphens join
// ("sit-in") and that the knowledge has as one word get its symbol as form_id
// of their first and last. BEDE_ENOMEM.
BEDE_CHECKED bede_status bede_lexicon_bind(const bede_lexicon *lex,
                                           bede_doc *doc, uint32_t sentence);
// Classes ("weapon", "person", ...): number from 1, 0 unknown; membership.
uint32_t bede_lexicon_class(const bede_lexicon *lex, bede_str name);
bool bede_lexicon_in_class(const bede_lexicon *lex, uint32_t symbol,
                           uint32_t class_id);
// All classes of a symbol.
const uint32_t *bede_lexicon_classes(const bede_lexicon *lex, uint32_t symbol,
                                     uint32_t *count);

// --- actors -----------------------------------------------------------------

typedef enum bede_name_use {
  BEDE_USE_NAME,    // the entity's own name or alias
  BEDE_USE_ACRONYM, // only in this case ("WHO", "US")
  BEDE_USE_ADJ,     // adjective of a country or group ("French")
  BEDE_USE_PEOPLE,  // demonym ("Briton", "Kenyans")
  BEDE_USE_CAPITAL, // capital or seat used for the state ("Ankara"): a place
                    // first, an actor only as subject or possessor of an act
  BEDE_USE_SEAT     // building or street used for the body ("the Kremlin")
} bede_name_use;

typedef struct bede_lex_role {    // a dated role of an entity
  uint32_t office, code, country; // strings, 0 none
  uint8_t sectors[4], sector_count;
  bede_date from, to; // year 0 = open
  bede_ref ref;
} bede_lex_role;

typedef struct bede_lex_entity {
  uint32_t key, name, country, code, office; // strings, 0 none
  uint32_t parent;                           // entity number or BEDE_NONE
  uint32_t role_begin, role_count;
  uint8_t kind; // bede_kind
  uint8_t sectors[4], sector_count;
  bede_date died; // a person's death; year 0 = none known
  bede_ref ref;
} bede_lex_entity; // office: that of its first role without dates

// How far the facts of a file of actors go.
typedef struct bede_lex_asof {
  bede_date date;
  bede_ref ref;
} bede_lex_asof;

// How the case of a name binds that of the text.
typedef enum bede_name_match {
  BEDE_MATCH_ANY,     // written lower case in the knowledge ("al-Shabaab")
  BEDE_MATCH_CAPITAL, // its first letter is a capital in the text
  BEDE_MATCH_EXACT,   // all its letters are capitals in the text ("NATO", "US")
  BEDE_MATCH_COUNT
} bede_name_match;

typedef struct bede_lex_name {
  uint32_t entity;
  uint8_t use;   // bede_name_use
  uint8_t match; // bede_name_match
  bede_date from, to;
  bede_ref ref;
} bede_lex_name;

// Entities and roles by number, NULL beyond the last.
const bede_lex_entity *bede_lexicon_entity(const bede_lexicon *lex,
                                           uint32_t number);
// BEDE_NONE when there is no entity of this key.
uint32_t bede_lexicon_entity_by_key(const bede_lexicon *lex, bede_str key);
const bede_lex_role *bede_lexicon_role(const bede_lexicon *lex, uint32_t n);
// The dates up to which files of actors know who holds an office, in the order
// of the files; NULL beyond the last. A file need not say any.
const bede_lex_asof *bede_lexicon_asof(const bede_lexicon *lex, uint32_t n);
// The longest name that starts at doc word `word` and ends before `end`, by
// lower-cased forms with the case rules of each use (a name needs a capital at
// its first letter unless the knowledge writes it lower; an acronym its exact
// case). *len gets its words, *count its readings. NULL when none.
// Readings are in file order behind stricter case; two may be of one entity. A
// hyphen between two words is passed over. Dates are for the caller to test.
const bede_lex_name *bede_lexicon_name_at(const bede_lexicon *lex,
                                          const bede_doc *doc, uint32_t word,
                                          uint32_t end, uint32_t *len,
                                          uint32_t *count);

enum {
  BEDE_AGENT_UNNAMED = 1,  // names nobody even when determined ("official")
  BEDE_AGENT_SPEAKS = 2,   // speaks for the body it belongs to ("spokesman")
  BEDE_AGENT_OFFICE = 4,   // an office ("president", "foreign minister")
  BEDE_AGENT_BODY = 8,     // an institution that counts as named ("police")
  BEDE_AGENT_GENERIC = 16, // needs a country or body to be an actor ("group")
  BEDE_AGENT_MEMBER = 32,  // takes sector of what it belongs to ("member of X")
  BEDE_AGENT_IGO = 64 // of an organisation of states, whatever the nationality
};

typedef struct bede_lex_agent {
  uint8_t sector, kind; // bede_sector, bede_kind
  uint16_t flags;
  uint32_t code; // CAMEO suffix, 0 none
  bede_ref ref;
} bede_lex_agent;

// The longest agent pattern whose last word is the doc word `head`, by lemmas
// or forms, not before `begin`; *len gets its words. NULL when none.
const bede_lex_agent *bede_lexicon_agent_at(const bede_lexicon *lex,
                                            const bede_doc *doc, uint32_t head,
                                            uint32_t begin, uint32_t *len);

// --- predicates, support verbs, operators, cues -----------------------------

// A slot as knowledge names it: a bede_slot, with the symbol of the preposition
// (joined by "_" when fixed) for PREP. A list of slots means the first that is
// filled ("by|poss"); one with `join` is united with the one before it
// ("subj+obj|with": subj and obj together, else with).
typedef struct bede_lex_slot {
  uint8_t slot;
  uint8_t join; // 1 = united with the slot before
  uint32_t prep;
} bede_lex_slot;

typedef enum bede_cond_kind {
  BEDE_COND_SYMBOL, // the filler's lemma (or form) is this symbol
  BEDE_COND_CLASS,  // ... is in this class
  BEDE_COND_ACTOR,  // $actor: a mention that can act (any sector or state)
  BEDE_COND_STATE,  // $state: a state, its capital, its government
  BEDE_COND_PERSON, // $person: a human being or group of them
  BEDE_COND_IGO,    // $igo: an international organisation
  BEDE_COND_MEDIA,  // $media: a news outlet or journalists
  BEDE_COND_QUOTED, // $quoted: the filler stands in quotation marks
  BEDE_COND_ANY     // $any: the slot is filled
} bede_cond_kind;

typedef struct bede_lex_value {
  uint8_t kind;    // bede_cond_kind
  uint32_t number; // symbol or class
} bede_lex_value;

typedef struct bede_lex_cond { // slot = value|value... or slot != ...
  bede_lex_slot slot;
  bool negate;
  uint32_t value_begin, value_count;
} bede_lex_cond;

enum {
  BEDE_PRED_RECIPROCAL = 1, // all parties are actors
  BEDE_PRED_NEED_ACTOR = 2,
  BEDE_PRED_NEED_RECIPIENT = 4, // else no claim
  BEDE_PRED_NEED_POLITICAL = 8, // one party must be a political actor
  BEDE_PRED_SPEECH = 16,        // a speech act
  BEDE_PRED_STATE = 32,         // a state, not an event ("occupation")
  BEDE_PRED_WEAK = 64,          // loses against any other reading
  BEDE_PRED_PAIR = 128          // only where two parties fill the actor's slots
};

typedef struct bede_lex_pred {
  uint32_t lemma, particle; // symbols; particle 0 none
  char pos;                 // 'v' verb, 'n' noun, 'a' adjective
  uint8_t event, mode;
  char cameo[6];
  uint16_t flags;
  uint32_t cond_begin, cond_count;
  uint32_t actor_begin, actor_count;         // slots: all of the first that is
  uint32_t recipient_begin, recipient_count; // filled
  bede_ref ref;
} bede_lex_pred;

// A support verb passes its subject to the event noun in `complement`.
typedef struct bede_lex_support {
  uint32_t lemma, particle;
  uint32_t complement_begin, complement_count; // slots of the event noun
  uint32_t actor_begin, actor_count;           // slots that become the actor
  uint32_t recipient_begin, recipient_count;
  bool negates; // "lack support for"
  bede_ref ref;
} bede_lex_support;

typedef struct bede_lex_op {
  uint32_t lemma, particle;
  char pos;
  uint16_t op;    // operator number: bede_lexicon_op_name
  uint16_t flags; // BEDE_PRED_*
  uint32_t complement_begin, complement_count;
  uint32_t actor_begin, actor_count;
  uint32_t recipient_begin, recipient_count;
  uint32_t cond_begin, cond_count;
  bede_ref ref;
} bede_lex_op;

// What becomes of the inner claim under a cell.
typedef enum bede_keep {
  BEDE_KEEP_NO,           // used up by the operator
  BEDE_KEEP_YES,          // a claim of its own
  BEDE_KEEP_UNCERTAIN,    // ... and uncertain
  BEDE_KEEP_NEGATED,      // ... and turned to its contrary
  BEDE_KEEP_FUTURE,       // ... and still to come
  BEDE_KEEP_HYPOTHETICAL, // ... and not told as done
  BEDE_KEEP_CLAIMED       // the act itself, done by the operator's subject,
                          // whatever the operator's own polarity
} bede_keep;

// Where a cell takes the recipient of its result from.
typedef enum bede_cell_recipient {
  BEDE_RECIPIENT_OP,          // the operator's, else the inner actor, else the
                              // inner recipient
  BEDE_RECIPIENT_INNER,       // the inner recipient
  BEDE_RECIPIENT_INNER_ACTOR, // the inner actor
  BEDE_RECIPIENT_OWN          // the operator's alone
} bede_cell_recipient;

// One cell of the composition table: operator x (inner event, inner mode).
// Looked up from the most to the least specific. result BEDE_EVENT_NONE with
// `keep` keeps the inner claim and changes its status.
typedef struct bede_lex_cell {
  uint16_t op;
  uint8_t event, mode;         // inner; 0 = any
  uint8_t result, result_mode; // 0 = none (operator alone codes nothing)
  char cameo[6];
  uint8_t keep;      // bede_keep
  uint8_t actor;     // 0 operator's subject; 1 inner's actor
  uint8_t recipient; // bede_cell_recipient
  bede_ref ref;
} bede_lex_cell;

enum {
  BEDE_CUE_PASSIVE = 1,    // impersonal in the passive ("is said to")
  BEDE_CUE_HEDGE = 2,      // makes content uncertain ("reportedly")
  BEDE_CUE_PREP = 4,       // "according to": source is the prep's object
  BEDE_CUE_QUOTE_ONLY = 8, // a cue only beside quotation marks ("smile")
  BEDE_CUE_TOPIC = 16 // content that is no clause is only spoken of ("praise")
};

typedef struct bede_lex_cue {
  uint32_t lemma, particle;
  char pos; // 'v', 'n', 'a' adjective, 'r' adverb, 'p' preposition
  uint8_t stance;
  uint16_t flags;
  uint32_t source_begin, source_count;       // slots of the source
  uint32_t content_begin, content_count;     // slots of the content
  uint32_t addressee_begin, addressee_count; // "told CNN": an outlet here is
                                             // the outlet
  uint32_t cond_begin, cond_count;
  bede_ref ref;
} bede_lex_cue;

// All entries with this head lemma and part of speech ('v', 'n', ...), in file
// order; *count 0 and NULL when none.
const bede_lex_pred *bede_lexicon_preds(const bede_lexicon *lex, uint32_t lemma,
                                        char pos, uint32_t *count);
const bede_lex_support *bede_lexicon_supports(const bede_lexicon *lex,
                                              uint32_t lemma, uint32_t *count);
const bede_lex_op *bede_lexicon_ops(const bede_lexicon *lex, uint32_t lemma,
                                    char pos, uint32_t *count);
const bede_lex_cue *bede_lexicon_cues(const bede_lexicon *lex, uint32_t lemma,
                                      char pos, uint32_t *count);
// The record at which a list begins (..._begin), NULL beyond the last.
const bede_lex_slot *bede_lexicon_slots(const bede_lexicon *lex, uint32_t n);
const bede_lex_cond *bede_lexicon_conds(const bede_lexicon *lex, uint32_t n);
const bede_lex_value *bede_lexicon_values(const bede_lexicon *lex, uint32_t n);
uint16_t bede_lexicon_op(const bede_lexicon *lex, bede_str name); // 0 none
bede_str bede_lexicon_op_name(const bede_lexicon *lex, uint16_t op);
// The best cell for the operator over this inner event, or NULL.
const bede_lex_cell *bede_lexicon_compose(const bede_lexicon *lex, uint16_t op,
                                          bede_event event, bede_mode mode);

// --- labels -----------------------------------------------------------------

#define BEDE_LABEL_CLASSES 4u

typedef enum bede_tone {
  BEDE_TONE_PEJORATIVE,
  BEDE_TONE_APPROVING,
  BEDE_TONE_DISTANCING,
  BEDE_TONE_LEGAL,
  BEDE_TONE_SELF,
  BEDE_TONE_NONE, // the phrase judges nobody
  BEDE_LABEL_TONES = BEDE_TONE_NONE
} bede_tone;

typedef struct bede_lex_label {
  uint8_t tone; // bede_tone
  bool of_act;
  uint32_t classes[BEDE_LABEL_CLASSES]; // the noun is in one of them; 0 none
  bede_ref ref;
} bede_lex_label;
const char *bede_label_tone(uint8_t tone); // as in the contract; "" for none
// The longest label phrase that starts at `word` (forms, then lemmas).
const bede_lex_label *bede_lexicon_label_at(const bede_lexicon *lex,
                                            const bede_doc *doc, uint32_t word,
                                            uint32_t end, uint32_t *len);

// --- places -----------------------------------------------------------------

typedef struct bede_lex_place {
  uint32_t name;       // string: as English texts print it
  uint32_t number;     // of GeoNames, 0 none
  uint32_t population; // of a division that of its cities in the gazetteer
  int32_t lat, lon;    // ten-thousandths of a degree or BEDE_NO_DEGREES
  uint32_t division;   // the place that is its first-level division or NONE
  uint32_t country;    // string: ISO3, 0 none
  uint8_t kind;        // bede_place_kind
  bede_ref ref;
} bede_lex_place;

typedef struct bede_lex_place_name {
  uint32_t place; // number of the place
  bool alias;     // not the name that the place is called by
} bede_lex_place_name;

const bede_lex_place *bede_lexicon_place(const bede_lexicon *lex,
                                         uint32_t number);
// The places whose name is the longest that starts at `word` and ends before
// `end` (forms in any case, without accents and hyphens), called by it first;
// NULL when there is none.
const bede_lex_place_name *bede_lexicon_places_at(const bede_lexicon *lex,
                                                  const bede_doc *doc,
                                                  uint32_t word, uint32_t end,
                                                  uint32_t *len,
                                                  uint32_t *count);
// The places of exactly this name, as above. Names over BEDE_MAX_ALIAS_WORDS
// words have none.
const bede_lex_place_name *bede_lexicon_places_named(const bede_lexicon *lex,
                                                     bede_str name,
                                                     uint32_t *count);

// --- terms of time and number -----------------------------------------------

// X(symbol, section name): what a phrase of time/ or numbers/ says.
#define BEDE_TERM_KIND_LIST(X)                                                 \
  X(UNIT, "unit")                                                              \
  X(MONTH, "month")                                                            \
  X(WEEKDAY, "weekday")                                                        \
  X(SEASON, "season") X(PART, "part") X(DAY, "day") X(MOD, "mod")              \
      X(WAY, "way") X(THEN, "then") X(VAGUE, "vague") X(SET, "set")            \
          X(FEAST, "feast") X(ZONE, "zone") X(BOUND, "bound")                  \
              X(AFTER, "after") X(SOME, "some")

typedef enum bede_term_kind {
#define X(s, n) BEDE_TERM_##s,
  BEDE_TERM_KIND_LIST(X)
#undef X
      BEDE_TERM_KIND_COUNT
} bede_term_kind;

// How the day of a feast is found in a year.
typedef enum bede_feast {
  BEDE_FEAST_FIXED,   // month a, day b
  BEDE_FEAST_EASTER,  // a days from the Western Easter Sunday
  BEDE_FEAST_PASCHA,  // a days from the Orthodox Easter Sunday
  BEDE_FEAST_WEEKDAY, // in month a the weekday b (1 Monday), the c-th, -1 last,
                      // and `number` days behind it
  BEDE_FEAST_LISTED   // by the dates
} bede_feast;

typedef struct bede_lex_span {
  bede_date from, to;
} bede_lex_span;

typedef struct bede_lex_term {
  uint8_t kind;  // bede_term_kind
  uint8_t feast; // bede_feast of a feast
  int16_t a, b, c;
  int64_t number;                  // the number in the value, else 0
  uint32_t text;                   // string: the words of the value, 0 none
  uint32_t date_begin, date_count; // of a listed feast, in order of time
  bede_ref ref;
} bede_lex_term;

// The longest phrase at `word` that ends before `end` and is of a kind in
// `kinds` (a bit each); forms in any case. NULL when there is none.
const bede_lex_term *bede_lexicon_term_at(const bede_lexicon *lex,
                                          const bede_doc *doc, uint32_t word,
                                          uint32_t end, uint32_t kinds,
                                          uint32_t *len);
// May a phrase begin with the word of this form?
bool bede_lexicon_term_begins(const bede_lexicon *lex, uint32_t symbol);
// The dates of a listed feast, by date_begin.
const bede_lex_span *bede_lexicon_dates(const bede_lexicon *lex, uint32_t n);

#endif
