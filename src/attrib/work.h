// What the files of this folder share while a document is in hand: word ranges,
// quotations, and attributions in the making ("cases": a cue with its sources
// and its content as words, before they are turned into spans of bytes).
#ifndef ATTRIB_WORK_H
#define ATTRIB_WORK_H

#include "ann/doc.h"
#include "lang/args.h"
#include "lexicon/lexicon.h"

#define BEDE_MAX_RANGES 24u   // pieces of one content
#define BEDE_MAX_SOURCES 8u   // speakers side by side
#define BEDE_SPEAKER_REACH 1u // sentences that a running speaker carries over
#define BEDE_GAP_WORDS 24u    // between a quotation and a cue that claims it
#define BEDE_MAX_QUOTES (1u << 20)

typedef struct bede_range {
  uint32_t begin, end; // words
} bede_range;

typedef struct bede_ranges {
  bede_range items[BEDE_MAX_RANGES]; // in text order, disjoint
  uint32_t count;
} bede_ranges;

// One quotation: the words between two marks. A quotation that is not closed
// ends with its paragraph, or with its sentence when it opens inside one.
typedef struct bede_quote {
  uint32_t open, close; // words of the marks; close BEDE_NONE when missing
  uint32_t begin, end;  // words inside
  uint32_t previous;    // the quotation whose paragraph this one continues
  uint32_t owner;       // case that has it as content, or BEDE_NONE
  bool speech;          // a clause or more, not a few words inside a clause
  bool turn;            // of a dialogue: no marks, `open` is the colon
} bede_quote;

typedef struct bede_case {
  uint32_t sentence;
  uint32_t cue; // head word of the cue
  bede_range cue_words;
  const bede_lex_cue *entry;          // NULL for a bare colon
  uint32_t sources[BEDE_MAX_SOURCES]; // head words
  uint32_t source_count;
  bede_range source_words; // of a source found by the order of words, or empty
  bede_ranges content;
  uint32_t content_head; // BEDE_NONE when it is only a quotation
  uint32_t follow;       // the case whose content is this one's too, or NONE
  uint32_t under;        // cue of the one who passes these words on, or NONE
  bede_stance stance;
  bool hedged;
  bool dead; // turned out to be nothing
} bede_case;

typedef struct bede_attrib {
  bede_doc *doc;
  const bede_lexicon *lex;
  BEDE_LIST(bede_quote) quotes;
  uint32_t *quote_of;         // per word: the quotation it is in (marks too)
  BEDE_LIST(bede_case) cases; // in order of their cues at first
  uint32_t *first_case;       // per sentence: the first case, then the count
  uint32_t class_document, class_report;
} bede_attrib;

// --- small questions (word.c) ---

static inline const bede_word *bede_attrib_at(const bede_attrib *a,
                                              uint32_t word)
{
  return &a->doc->words.items[word];
}
bool bede_attrib_form(const bede_doc *doc, uint32_t word, const char *lower);
bool bede_attrib_lemma(const bede_doc *doc, uint32_t word, const char *lemma);
// Is the lemma or form one of the blank-separated words of `set`?
bool bede_attrib_in(const bede_doc *doc, uint32_t word, const char *set);
bool bede_attrib_punct(const bede_doc *doc, uint32_t word);
// A word that heads a clause: a verb, or a predicate with a copula.
bool bede_attrib_clause(const bede_doc *doc, uint32_t word);
// Is the lemma or the form in a class of the knowledge (0 none)?
bool bede_attrib_class(const bede_attrib *a, uint32_t word, uint32_t class_id);
// Is there a verb among words [begin, end)?
bool bede_attrib_verb(const bede_attrib *a, uint32_t begin, uint32_t end);
// Can the word be the head of a noun phrase?
bool bede_attrib_nominal(const bede_attrib *a, uint32_t word);
// A passive, also where the tagger has a past ("Trump, [asked] about it, left",
// "when [asked]").
bool bede_attrib_passive(const bede_attrib *a, uint32_t word);
// Two verbs in one tense by their tags.
bool bede_attrib_same_form(const bede_attrib *a, uint32_t x, uint32_t y);
// The clause that a sentence adverbial belongs to.
uint32_t bede_attrib_clause_of(const bede_attrib *a, uint32_t word);
// The head of the phrase that starts at `word`, before `end`.
uint32_t bede_attrib_phrase_head(const bede_attrib *a, uint32_t word,
                                 uint32_t end);
// Marks the subtree of `top` in in[] (indexed from the sentence's first word,
// BEDE_MAX_SENTENCE_WORDS long), leaving out the subtree of `but`.
void bede_attrib_mark(const bede_doc *doc, uint32_t sentence, uint32_t top,
                      uint32_t but, bool *in);
// The words marked in in[] as ranges: each without edge punctuation, those
// without any word dropped.
void bede_ranges_from(const bede_doc *doc, uint32_t sentence, const bool *in,
                      bede_ranges *out);
// Adds words [begin, end), uniting it with what it touches.
void bede_ranges_add(bede_ranges *r, uint32_t begin, uint32_t end);
bool bede_ranges_has(const bede_ranges *r, uint32_t word);
bool bede_ranges_meet(const bede_ranges *r, uint32_t begin, uint32_t end);
// Is the word in a date?
bool bede_attrib_date(const bede_doc *doc, uint32_t word);
// Ends the ranges before word `at`.
void bede_ranges_cut(const bede_doc *doc, bede_ranges *r, uint32_t at);
// Drops edge punctuation, quotation marks, reference markers.
bede_range bede_range_trim(const bede_doc *doc, bede_range r);
// Two words and all between as bytes.
bede_span bede_attrib_span(const bede_doc *doc, uint32_t begin, uint32_t end);

// --- the steps of bede_attrib_find ---

BEDE_CHECKED bede_status bede_quotes_find(bede_attrib *a);
// Makes the turns of a dialogue ("Q: ...") quotations.
BEDE_CHECKED bede_status bede_turns_find(bede_attrib *a);
// The case of a turn, which becomes its owner.
BEDE_CHECKED bede_status bede_turn_case(bede_attrib *a, uint32_t quote);
// Cases of headlines ("Minister: no deal").
BEDE_CHECKED bede_status bede_headlines_find(bede_attrib *a);
// One case for each cue that has a content or could have a quotation as one.
BEDE_CHECKED bede_status bede_cases_find(bede_attrib *a);
// Does the argument fill the slot (a PREP with its preposition)?
bool bede_attrib_fills(const bede_attrib *a, const bede_lex_slot *slot,
                       const bede_arg *arg);
// Is the slot one of the entry's contents?
bool bede_attrib_takes(const bede_attrib *a, const bede_lex_cue *cue,
                       bede_slot slot);
// Is the object of the cue the one that is spoken to ("told reporters")?
bool bede_attrib_addresses(const bede_attrib *a, const bede_lex_cue *cue);
// Is the subject of the cue its source?
bool bede_attrib_subject_speaks(const bede_attrib *a, const bede_lex_cue *cue);
// The content of a cue by the tree; false when there is none.
bool bede_content_of(bede_attrib *a, bede_case *c, const bede_arg *args,
                     size_t count);
// The content of somebody's noun behind a preposition ("in his view"): the
// clause around.
bool bede_content_held(bede_attrib *a, bede_case *c);
// The same by the order of words: after a "that" nearby; before the speaker and
// the verb that end a sentence; all that follows a speaker and his verb; around
// a speaker and his verb between commas. The frames at the end and between
// commas set the source too.
bool bede_frame_that(bede_attrib *a, bede_case *c);
bool bede_frame_final(bede_attrib *a, bede_case *c);
bool bede_frame_rest(bede_attrib *a, bede_case *c);
// Does a clause of its own follow right after the cue?
bool bede_frame_follows(const bede_attrib *a, const bede_case *c);
bool bede_frame_between(bede_attrib *a, bede_case *c);
bool bede_frame_noun(bede_attrib *a, bede_case *c);
// The same for "according to", with the source.
bool bede_frame_according(bede_attrib *a, bede_case *c);
// The head of the phrase behind the cue by the order of words where `head`, the
// tree's, is outside of it, else BEDE_NONE.
uint32_t bede_frame_named(const bede_attrib *a, const bede_case *c,
                          uint32_t head);
// The speaker beside a closing quotation mark; the speaker right before the
// verb: these set the source.
bool bede_frame_speaker(bede_attrib *a, bede_case *c);
bool bede_frame_quote(bede_attrib *a, bede_case *c);
// Corrects the first and last word of a clause that follows its cue.
void bede_content_edges(const bede_attrib *a, bede_case *c);
// Who quotes or cites somebody: parts the two speakers.
void bede_relays_part(bede_attrib *a, uint32_t sentence);
// Gives those who are cited the content of the statement that cites them.
void bede_relays_follow(bede_attrib *a);
// Is the entry one for somebody whose words are passed on ("quoted a guard")?
bool bede_attrib_relays(const bede_attrib *a, const bede_case *c);
// Ends the contents of a sentence's cases where another speaker begins.
void bede_contents_bound(bede_attrib *a, uint32_t sentence);
// The sources of a cue; false when it has none and may not be impersonal.
bool bede_sources_of(bede_attrib *a, bede_case *c, const bede_arg *args,
                     size_t count);
// Gives each quotation to its cue, or to the running speaker.
BEDE_CHECKED bede_status bede_quotes_assign(bede_attrib *a);
// The words that say why the source of a case is not named; {0, 0} when none
// do.
bede_span bede_anonymity_reason(const bede_attrib *a, const bede_case *c);
// Loaded words, and cases for those that a verb puts on somebody.
BEDE_CHECKED bede_status bede_labels_find(bede_attrib *a);
// Citations by marker and link.
BEDE_CHECKED bede_status bede_cites_find(bede_doc *doc);

// --- how they are drawn (draw.c) ---

// The words of a piece of content with its complementiser and marks; `r` has no
// punctuation at its edges.
bede_range bede_draw_content(const bede_attrib *a, bede_range r);
// The words of the cue.
bede_range bede_draw_cue(const bede_attrib *a, const bede_case *c);
// The source as one span: its noun phrase with appositions and relative
// clauses.
BEDE_CHECKED bede_status bede_source_spans(bede_attrib *a, const bede_case *c,
                                           uint32_t head, bede_spans *out);

// --- the steps of bede_attrib_attach ---

// Bytes of a content; where an attribution begins in the text; does one of the
// spans hold the byte?
uint32_t bede_content_size(const bede_attribution *at);
uint32_t bede_attribution_place(const bede_attribution *at);
bool bede_spans_have(const bede_spans *spans, uint32_t at);

// Which attributions hold a place in their content: a sweep over the document.
typedef struct bede_cover {
  const bede_doc *doc;
  struct bede_piece *pieces; // content spans by begin
  uint32_t piece_count, next;
  uint32_t *active, active_count; // pieces, smallest content first
  uint32_t *found;
} bede_cover;
BEDE_CHECKED bede_status bede_cover_init(bede_cover *c, const bede_doc *doc);
// The attributions whose content holds byte `at`, smallest content first;
// places must not decrease from call to call. Returns their number.
uint32_t bede_cover_at(bede_cover *c, uint32_t at, const uint32_t **out);

// Attributions of the acts that accusations are about; keeps the text's order.
BEDE_CHECKED bede_status bede_allegations_make(bede_doc *doc);
// Speaker, affiliation, outlet, held_by and the final kind of each attribution.
BEDE_CHECKED bede_status bede_speakers_attach(bede_doc *doc,
                                              const bede_lexicon *lex);
// via of each attribution.
BEDE_CHECKED bede_status bede_nesting_find(bede_doc *doc);
// Drops what a speaker says of his own mind inside his own words, and hands its
// stance to the relation around. Needs speakers and via.
BEDE_CHECKED bede_status bede_attributions_fold(bede_doc *doc);
// The entities of labels, and the attributions that put them on somebody.
BEDE_CHECKED bede_status bede_labels_attach(bede_doc *doc,
                                            const bede_lexicon *lex);
// Chains of claims, quantities and labels.
BEDE_CHECKED bede_status bede_chains_make(bede_doc *doc);
// Relation, certainty, polarity, background.
void bede_facts_settle(bede_doc *doc);
BEDE_CHECKED bede_status bede_repeats_find(bede_doc *doc);
// Citations of named works, then the claims of every citation.
BEDE_CHECKED bede_status bede_named_find(bede_doc *doc,
                                         const bede_lexicon *lex);
BEDE_CHECKED bede_status bede_cites_attach(bede_doc *doc);

#endif
