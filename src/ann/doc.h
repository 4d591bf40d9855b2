// The records that the stages of one document share. A document and all its
// records live in one arena; every span is bytes [begin, end) of the source
// text; every word, mention, entity, ... is named by its index in its list.
// Data flows one way: each list says which stage fills it.
#ifndef ANN_DOC_H
#define ANN_DOC_H

#include <stddef.h>

#include "ann/ontology.h"
#include "ann/ud.h"
#include "base/date.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/trace.h"
#include "bede/types.h"

#define BEDE_NONE UINT32_MAX // no index

typedef BEDE_LIST(bede_span) bede_spans;

// A line of the knowledge: `file` counts in doc->files. line 0 = none.
typedef struct bede_ref {
  uint16_t file;
  uint32_t line;
} bede_ref;

// --- text ------------------------------------------------------------------

enum {
  BEDE_WORD_SPACE_AFTER = 1, // white space follows in the text
  BEDE_WORD_MWT = 2,         // first word of a multiword token
  BEDE_WORD_MWT_IN = 4,      // later word of the same multiword token
  BEDE_WORD_MARKER = 8       // part of a bracketed reference marker "[3]"
};

typedef enum bede_ner {
  BEDE_NER_O,
  BEDE_NER_B_PER,
  BEDE_NER_I_PER,
  BEDE_NER_B_ORG,
  BEDE_NER_I_ORG,
  BEDE_NER_B_LOC,
  BEDE_NER_I_LOC,
  BEDE_NER_COUNT
} bede_ner;

// One syntactic word of UD: every word is a substring of the text, also the
// parts of a multiword token ("do" + "n't"). Filled by text (span, flags), lang
// (the tags and the tree) and lexicon (the symbols).
typedef struct bede_word {
  bede_span span;
  bede_str lemma; // UD lemma; owned by the arena or the model
  bede_feats feats;
  uint32_t head; // index of the head word, BEDE_NONE for the root
  uint32_t first_child, next_sibling; // in text order; BEDE_NONE at the end
  uint32_t left, right; // the subtree covers words [left, right] at most
  uint32_t form_id;  // symbol of the lower-cased form, 0 = not in the knowledge
  uint32_t lemma_id; // symbol of the lower-cased lemma, 0 = not there
  uint32_t mention;  // mention whose head this word is, or BEDE_NONE
  uint8_t upos, xpos, deprel, ner, flags;
} bede_word;

typedef struct bede_sentence {
  bede_span span;                // without surrounding white space
  uint32_t word_begin, word_end; // words [begin, end)
  uint32_t paragraph;            // counts blank-line separated blocks
  bool title;
  bool dateline;  // "LAGOS, May 3 (Reuters) -"
  bool reference; // of the list of references: nothing is said in it
  bool parsed;    // false: no words worth parsing (a reference, too long)
} bede_sentence;

// One entry of the list of references behind a text, found by text.
typedef struct bede_reference {
  bede_span span;
  bede_str label;  // "3", "12a", "note 1" as written; absent when none
  uint32_t number; // its place in its list where only that is its label, else 0
  bool note;       // stands under a heading like "Notes"
} bede_reference;

// --- actor -----------------------------------------------------------------

typedef enum bede_mention_type {
  BEDE_MENTION_NAME,
  BEDE_MENTION_NOMINAL,
  BEDE_MENTION_PRONOUN
} bede_mention_type;

// What a mention was recognised by; the contract's `basis` of a role.
typedef enum bede_basis {
  BEDE_BASIS_NAME,
  BEDE_BASIS_AGENT,
  BEDE_BASIS_APPOSITION,
  BEDE_BASIS_COREFERENCE,
  BEDE_BASIS_METONYM,
  BEDE_BASIS_FOCUS,
  BEDE_BASIS_COUNT
} bede_basis;

// What a mention inside a word says of the bearers of the word.
typedef enum bede_toward {
  BEDE_NO_TOWARD, // an ordinary mention
  BEDE_AGAINST,   // "anti-government"
  BEDE_IN_FAVOUR  // "pro-Kenya"
} bede_toward;

typedef struct bede_mention {
  bede_span span; // the noun phrase without leading article and relative
                  // clause ("senior U.S. official", "police in Nairobi")
  uint32_t head;  // its head word
  uint32_t sentence;
  uint32_t entity; // after resolution; never BEDE_NONE then
  bede_mention_type type;
  bede_basis basis;
  bool inferred; // country only from the document's focus
  bool plural;
  bool anonymous;     // a nominal that names nobody ("officials", "a source")
  bool speaks_for;    // spokesman-like: speaks for the body it depends on
  bool generic;       // may never be an actor ("people", quantity words)
  bede_toward toward; // the span is the end of the head word
  uint32_t of;        // entity it belongs to (country, organisation) or NONE
  const char *link; // why it is of an entity mentioned before; static, or NULL
} bede_mention;

typedef struct bede_entity {
  bede_str key;     // knowledge id, absent when not in the knowledge
  bede_str name;    // canonical name, else the longest mention
  bede_str office;  // absent when none
  bede_str country; // ISO3, IGO, NGO, ... absent when unknown
  bede_str code;    // CAMEO actor code, absent when unknown
  bede_sector sectors[4];
  uint8_t sector_count;
  bede_kind kind;
  bool known;                    // stands in the knowledge
  bede_ref ref;                  // the knowledge line, line 0 when none
  bede_str valid_from, valid_to; // dates of the code as printed, or absent
  uint32_t parent; // entity this one belongs to (member, organ, country's
                   // institution), BEDE_NONE when none
} bede_entity;

// --- setting ---------------------------------------------------------------

typedef enum bede_precision {
  BEDE_PRECISION_DAY,
  BEDE_PRECISION_WEEK,
  BEDE_PRECISION_MONTH,
  BEDE_PRECISION_SEASON,
  BEDE_PRECISION_YEAR,
  BEDE_PRECISION_DECADE,
  BEDE_PRECISION_COUNT
} bede_precision;

typedef enum bede_timex_type {
  BEDE_TIMEX_DATE,
  BEDE_TIMEX_TIME,
  BEDE_TIMEX_DURATION,
  BEDE_TIMEX_SET
} bede_timex_type;

typedef struct bede_timex {
  bede_span span;
  uint32_t word_begin, word_end;
  uint32_t sentence;
  bede_timex_type type;
  bede_str value; // TIMEX3 value, absent when open
  bede_str mod;
  bede_date from, to; // year 0 when open
  bede_precision precision;
  bool clock; // a time of the day that names no day itself
} bede_timex;

// X(symbol, name): how exactly a place is known, finest first.
#define BEDE_PLACE_KIND_LIST(X)                                                \
  X(POINT, "point")                                                            \
  X(CITY, "city")                                                              \
  X(ADM2, "adm2") X(ADM1, "adm1") X(COUNTRY, "country") X(REGION, "region")

typedef enum bede_place_kind {
#define X(s, n) BEDE_PLACE_##s,
  BEDE_PLACE_KIND_LIST(X)
#undef X
      BEDE_PLACE_KIND_COUNT // not known
} bede_place_kind;

#define BEDE_NO_DEGREES INT32_MIN

// A name of a place in the text and what it was taken for. Filled by setting
// once entities are known; in text order.
typedef struct bede_place {
  bede_span span; // with "airport", "province" where that belongs to it
  uint32_t word_begin, word_end;
  uint32_t head; // the word by which it hangs in the tree
  uint32_t sentence;
  bede_str name;     // canonical, else as the text has it
  bede_str country;  // ISO3, absent when in none or unknown
  bede_str division; // name of the first-level division or absent
  uint32_t geonames; // its number there, 0 none
  int32_t lat, lon;  // ten-thousandths of a degree or BEDE_NO_DEGREES
  bede_place_kind kind;
  bool borrowed; // the country is that of the report, nothing says it
} bede_place;

typedef enum bede_place_basis {
  BEDE_PLACE_BY_CLAUSE,
  BEDE_PLACE_BY_SENTENCE,
  BEDE_PLACE_BY_PRECEDING, // the sentence before: the story goes on
  BEDE_PLACE_BY_DATELINE
} bede_place_basis;

typedef enum bede_date_basis {
  BEDE_DATE_CLAUSE,
  BEDE_DATE_SENTENCE,
  BEDE_DATE_PRECEDING
} bede_date_basis;

typedef enum bede_qualifier {
  BEDE_QUAL_EXACT,
  BEDE_QUAL_AT_LEAST,
  BEDE_QUAL_AT_MOST,
  BEDE_QUAL_ABOUT,
  BEDE_QUAL_RANGE,
  BEDE_QUAL_VAGUE,
  BEDE_QUAL_COUNT
} bede_qualifier;

// clang-format off
#define BEDE_QUANTITY_OF_LIST(X)                                               \
  X(KILLED, "killed") X(INJURED, "injured") X(ARRESTED, "arrested")            \
  X(MISSING, "missing") X(DISPLACED, "displaced")                              \
  X(HOSTAGES, "hostages")                                                      \
  X(PARTICIPANTS, "participants") X(FIGHTERS, "fighters") X(PEOPLE, "people")  \
  X(MONEY, "money") X(VEHICLES, "vehicles") X(WEAPONS, "weapons")              \
  X(BUILDINGS, "buildings") X(OTHER, "other")
// clang-format on

typedef enum bede_quantity_of {
#define X(s, n) BEDE_OF_##s,
  BEDE_QUANTITY_OF_LIST(X)
#undef X
      BEDE_OF_COUNT
} bede_quantity_of;

typedef struct bede_quantity {
  bede_span span, of_span; // of_span {0, 0} when none
  uint32_t word_begin, word_end;
  uint32_t head; // the noun counted, or the number itself
  uint32_t sentence;
  bool has_low, has_high, has_best;
  int64_t low, high, best;
  bede_qualifier qualifier;
  const char *rule; // static name of the rule, never NULL
  bede_quantity_of of;
  const char *population; // static, "unknown" unless the words say
  bool part;       // of a number told with it ("among them six children")
  bool increase;   // what was added ("rose by ten")
  bool cumulative; // the words make it a running total; else not known
  bede_date as_of; // the day that the words give it for, year 0 none
  uint32_t claim;  // filled by setting's last pass, or BEDE_NONE
  uint32_t chain_begin, chain_count; // said_by: into doc->chains (attrib)
} bede_quantity;

// --- attrib ----------------------------------------------------------------

typedef enum bede_quoted {
  BEDE_QUOTED_NULL,
  BEDE_QUOTED_DIRECT,
  BEDE_QUOTED_INDIRECT,
  BEDE_QUOTED_MIXED
} bede_quoted;

// Attribution 0 is always the narrator.
typedef struct bede_attribution {
  bede_source_kind kind;
  bede_spans source, cue, content;
  uint32_t source_head;  // head word of the source, or BEDE_NONE
  uint32_t cue_head;     // head word of the cue, or BEDE_NONE
  uint32_t content_head; // head word of the content, or BEDE_NONE
  uint32_t speaker;      // entity, or BEDE_NONE
  uint32_t affiliation, outlet, held_by; // entities, or BEDE_NONE
  bede_span anonymity_reason;            // {0, 0} when none
  bede_quoted quoted;
  bool verbatim;
  bede_stance stance;
  bool hedged;    // the cue or an adverb hedges ("reportedly")
  bool topic;     // content is spoken of, not said ("praised the raid"): the
                  // report says what it tells
  uint32_t via;   // the attribution through which this one is quoted
                  // (outer speaker), BEDE_NONE = the narrator
  uint32_t under; // head word of the cue of the one who passes these words on
                  // ("quoted X as saying"), or BEDE_NONE
  bede_ref ref;
} bede_attribution;

// Does he say something, and not only speak of it? "Praised the raid" tells
// nothing of his own.
static inline bool bede_attribution_says(const bede_attribution *a)
{
  return !a->topic || a->quoted == BEDE_QUOTED_DIRECT ||
         a->quoted == BEDE_QUOTED_MIXED;
}

// Speakers innermost first, the last is 0, the narrator.
typedef struct bede_chain {
  uint32_t links[BEDE_MAX_CHAIN];
  uint8_t count;
  bede_relation relation;
} bede_chain;

typedef struct bede_label {
  bede_span span;
  uint32_t entity; // or BEDE_NONE
  uint32_t on;     // word of whom it is put on, or BEDE_NONE
  uint32_t by;     // word by which somebody puts it on him, or BEDE_NONE ...
  uint32_t owner;  // ... and the first attribution with that cue
  bool outside;    // said by who speaks at that word, not in its content
  bool quoted;     // stands between quotation marks
  bool of_act;
  const char *tone; // static, as in the contract
  uint32_t chain_begin, chain_count;
  bede_ref ref;
} bede_label;

typedef enum bede_citation_kind {
  BEDE_CITE_MARKER,
  BEDE_CITE_LINK,
  BEDE_CITE_NAMED
} bede_citation_kind;

typedef struct bede_citation {
  bede_span span;
  bede_citation_kind kind;
  bede_str marker;
  bede_span target; // {0, 0} when it leads nowhere
  uint32_t sentence;
  BEDE_LIST(uint32_t) claims;
} bede_citation;

// --- event -----------------------------------------------------------------

typedef struct bede_role {
  bede_span span;
  uint32_t head;   // word
  uint32_t entity; // or BEDE_NONE
  bede_basis basis;
  bool inferred;
  uint32_t guise; // in doc->guises: who that was on the day of the act, when
                  // another than on the report's; or BEDE_NONE
} bede_role;

enum {
  BEDE_FLAG_ACTOR_INFERRED = 1,
  BEDE_FLAG_VIA_PRONOUN = 2,
  BEDE_FLAG_HEADLINE = 4,
  BEDE_FLAG_LONG_DISTANCE = 8,
  BEDE_FLAG_REGIONAL_ACTOR = 16,
  BEDE_FLAG_UNRESOLVED_CITATION = 32,
  BEDE_FLAG_HABITUAL = 64,
  BEDE_FLAG_QUESTION = 128
};

// Filled by event (what, who, to whom, polarity, status as the clause says),
// completed by setting (date, place, quantities) and attrib (chains, certainty,
// polarity under a denial, citations, repeats).
typedef struct bede_claim {
  char id[20]; // "c" + 16 hex digits + NUL, made by coder
  uint32_t sentence;
  bede_event event;
  bede_mode modes[3];
  uint8_t mode_count;
  char cameo[6];
  bede_spans trigger;    // the words that name the event
  uint32_t trigger_head; // the head word, never BEDE_NONE
  BEDE_LIST(bede_role) actor;
  BEDE_LIST(bede_role) recipient;
  bool negated;
  bool uncertain;
  bede_claim_status status;
  bede_aspect aspect;
  bool background;
  bool speech_act; // the event itself is a speech act (ACCUSE, ...)
  bool alleged;    // the content of an accusation inside an ACCUSE: said
                   // by the accuser (the actor of claim `under`)
  uint32_t under;  // the claim of the operator above, or BEDE_NONE
  uint32_t flags;
  bede_domain domain;
  uint64_t contexts; // a bit for each bede_context
  bede_ref rules[4]; // predicate first, then support verb, operators
  uint8_t rule_count;
  bool has_date;
  bede_date from, to;
  bede_precision precision;
  bede_span date_span;
  bede_date_basis date_basis;
  uint32_t place; // into doc->places or BEDE_NONE
  bede_place_basis place_basis;
  BEDE_LIST(uint32_t) quantities;
  BEDE_LIST(uint32_t) cites;
  uint32_t chain_begin, chain_count; // into doc->chains; at least one
  uint32_t repeats;                  // claim or BEDE_NONE
  bede_span evidence;                // the clause or sentence that shows it
} bede_claim;

// A verbal or nominal predicate with its factuality (--with-predicates).
typedef struct bede_predicate {
  uint32_t word;
  bool negated, uncertain;
  bede_claim_status status;
} bede_predicate;

typedef struct bede_warning {
  const char *code; // static
  bede_str message;
  bede_span span;
} bede_warning;

// --- the document ----------------------------------------------------------

typedef enum bede_doc_status {
  BEDE_DOC_CODED,
  BEDE_DOC_NO_CLAIMS,
  BEDE_DOC_SKIPPED_LANGUAGE,
  BEDE_DOC_FAILED
} bede_doc_status;

typedef struct bede_doc {
  bede_arena *arena;       // where everything below lives; not owned
  const bede_trace *trace; // or NULL
  // source
  bede_str id, title, author, publisher, url, language, credit;
  bede_str published;       // as given
  bede_date published_date; // year 0 when unknown or unreadable
  const char *published_basis, *language_basis, *genre; // static
  bede_str text;       // title + "\n\n" + body; immutable
  uint32_t body_begin; // 0 without a title
  char raw_sha256[65], text_sha256[65];
  bede_doc_status status;
  bede_span byline; // the author's line in the text, {0, 0} when none
  // coder: the paths of the knowledge files that a bede_ref counts, so that
  // writers can name a line without the knowledge
  BEDE_LIST(bede_str) files;
  // stages
  BEDE_LIST(bede_sentence) sentences;
  BEDE_LIST(bede_word) words;
  BEDE_LIST(bede_reference) references;
  BEDE_LIST(bede_mention) mentions;
  BEDE_LIST(bede_entity) entities;
  BEDE_LIST(bede_entity) guises; // of roles; copies with another office
  BEDE_LIST(bede_timex) dates;
  BEDE_LIST(bede_place) places;
  BEDE_LIST(bede_quantity) quantities;
  BEDE_LIST(bede_attribution) attributions;
  BEDE_LIST(bede_chain) chains;
  BEDE_LIST(bede_claim) claims;
  BEDE_LIST(bede_label) labels;
  BEDE_LIST(bede_citation) citations;
  BEDE_LIST(bede_predicate) predicates;
  BEDE_LIST(bede_warning) warnings;
  uint32_t focus; // entity of the country in focus, or BEDE_NONE
} bede_doc;

// Empties `doc` to a new document that lives in `arena`.
void bede_doc_init(bede_doc *doc, bede_arena *arena);
// Keeps a warning; beyond BEDE_MAX_WARNINGS (or without memory) it is dropped.
void bede_doc_warn(bede_doc *doc, const char *code, bede_span span,
                   const char *message);

static inline bede_str bede_doc_str(const bede_doc *doc, bede_span span)
{
  bede_str s = {doc->text.ptr + span.begin, span.end - span.begin};
  return s;
}

static inline bede_str bede_word_form(const bede_doc *doc, uint32_t word)
{
  return bede_doc_str(doc, doc->words.items[word].span);
}

static inline bool bede_claim_has_mode(const bede_claim *claim, bede_mode mode)
{
  for (uint8_t i = 0; i < claim->mode_count; i++) {
    if (claim->modes[i] == mode) return true;
  }
  return false;
}

// The sentence of a word: O(log n).
uint32_t bede_doc_sentence_of(const bede_doc *doc, uint32_t word);
// The first item of a list in text order that is of a sentence or of a later
// one; the count when there is none. `type` is that of the items, with a member
// `sentence`. O(log n).
#define BEDE_FIRST_OF(list, type, number)                                      \
  bede_doc_first((list)->items, (list)->count, sizeof(type),                   \
                 offsetof(type, sentence), (number))
uint32_t bede_doc_first(const void *items, uint32_t count, size_t size,
                        size_t member, uint32_t sentence);
// Walks every list: NULL when all invariants hold that are due after any stage
// (spans in the text, indices in their lists, trees without cycles), else the
// words of one that does not. Static.
const char *bede_doc_wrong(const bede_doc *doc);
// The same for a coded document, where ids, chains and entities are due too.
const char *bede_doc_unfinished(const bede_doc *doc);
// Debug builds: asserts that nothing is wrong.
void bede_doc_check(const bede_doc *doc);

#endif
