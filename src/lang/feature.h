// The features of every classifier, shared by engine and trainer: each function
// writes 64-bit hashes of (template, values). A template whose value is absent
// in every state costs nothing: its hash is simply not in the table.
#ifndef LANG_FEATURE_H
#define LANG_FEATURE_H

#include "base/limits.h"
#include "lang/look.h"

#define BEDE_MAX_FEATURES 160u

// Room on each side of a sentence's words, so that features look past the ends.
#define BEDE_PAD 3u

static inline uint64_t bede_feature(uint64_t t, uint64_t a, uint64_t b,
                                    uint64_t c)
{
  uint64_t h = a * 0x9E3779B97F4A7C15u + b * 0xC2B2AE3D27D4EB4Fu +
               c * 0x165667B19E3779F9u + t * 0x27D4EB2F165667C5u;
  h = (h ^ h >> 32) * 0xD6E8FEB86659FD93u;
  h = (h ^ h >> 32) * 0xD6E8FEB86659FD93u;
  return h ^ h >> 32;
}

// Tags of word w[0]; w[-BEDE_PAD .. BEDE_PAD] and tag[-BEDE_PAD .. -1] are
// readable; tags are class + 1, 0 outside.
size_t bede_tag_features(const bede_look *w, const uint8_t *tag, uint64_t *out);

// The second pass: tag[0 .. BEDE_PAD] hold the first pass's tags as well.
size_t bede_retag_features(const bede_look *w, const uint8_t *tag,
                           uint64_t *out);

// Names: all tags are known; ner[-2 .. -1] the names so far (value + 1).
size_t bede_ner_features(const bede_look *w, const uint8_t *tag,
                         const uint8_t *ner, uint64_t *out);

// The edit script of the lemma of one word with a tag.
size_t bede_lemma_features(const bede_look *w, uint8_t tag, uint64_t *out);

// --- trees -------------------------------------------------------------------

#define BEDE_STATE_NONE BEDE_MAX_SENTENCE_WORDS // no word, a readable index
#define BEDE_STATE_ROOM (BEDE_MAX_SENTENCE_WORDS + 1u)

enum { BEDE_ACT_SHIFT, BEDE_ACT_LEFT, BEDE_ACT_RIGHT, BEDE_ACT_REDUCE };

// An arc-eager configuration. Words are 0 .. count - 1; index NONE has value 0
// everywhere. `front` is the first word of the buffer, NONE when it is empty.
typedef struct bede_state {
  uint32_t count, depth;
  uint16_t front;
  bool again; // front was taken back from the stack
  uint16_t stack[BEDE_STATE_ROOM];
  uint64_t word[BEDE_STATE_ROOM]; // hash of the lemma or form
  uint8_t tag[BEDE_STATE_ROOM];   // class + 1
  uint16_t head[BEDE_STATE_ROOM]; // NONE when it has none
  uint8_t label[BEDE_STATE_ROOM]; // relation + 1
  uint16_t left[BEDE_STATE_ROOM], left2[BEDE_STATE_ROOM];
  uint16_t right[BEDE_STATE_ROOM], right2[BEDE_STATE_ROOM];
  uint8_t lefts[BEDE_STATE_ROOM], rights[BEDE_STATE_ROOM];
  uint64_t left_set[BEDE_STATE_ROOM], right_set[BEDE_STATE_ROOM];
} bede_state;

void bede_state_init(bede_state *s, uint32_t count);
// Bit a is set when action a may be taken. 0 when the parse is complete.
unsigned bede_state_legal(const bede_state *s);
// Takes a legal action; `label` (relation) is for the arcs.
void bede_state_act(bede_state *s, unsigned action, unsigned label);
// To be called after each action: at the end of the words, pops what has a head
// and takes back a top that has none, so that one root remains.
void bede_state_settle(bede_state *s);

size_t bede_action_features(const bede_state *s, uint64_t *out);
// The label of the arc that `action` (left or right) would make.
size_t bede_label_features(const bede_state *s, unsigned action, uint64_t *out);

#endif
