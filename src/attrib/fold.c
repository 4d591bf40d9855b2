// One speaker once: "he said he believed that ..." is one statement of one
// person, not a person who quotes himself.
#include "attrib/work.h"

#include "base/error.h"
#include "base/limits.h"

static bool same_speaker(const bede_attribution *x, const bede_attribution *y)
{
  return x->speaker != BEDE_NONE && x->speaker == y->speaker;
}

// Is the inner cue the head of all that is said, or side by side with it?
static bool is_whole(const bede_doc *doc, const bede_attribution *outer,
                     const bede_attribution *inner)
{
  uint32_t word = inner->cue_head;
  for (uint32_t i = 0; i < BEDE_MAX_SENTENCE_WORDS && word != BEDE_NONE; i++) {
    if (word == outer->content_head) return true;
    uint8_t rel = doc->words.items[word].deprel;
    if (rel != BEDE_REL_CONJ && rel != BEDE_REL_ADVCL) return false;
    word = doc->words.items[word].head;
  }
  return false;
}

// What the speaker says of his own mind adds nobody. A denial, a doubt or a
// question keeps its own relation: it turns what is said round.
static bool adds_nothing(const bede_attribution *at)
{
  switch (at->stance) {
  case BEDE_STANCE_SAYS:
  case BEDE_STANCE_BELIEVES:
  case BEDE_STANCE_ESTIMATES:
  case BEDE_STANCE_PREDICTS:
  case BEDE_STANCE_HOPES:
    return true;
  default:
    return false;
  }
}

// "Syria: three dead" says what it is about, not who says it.
static bool is_heading(const bede_doc *doc, const bede_attribution *at)
{
  if (at->speaker == BEDE_NONE || at->quoted != BEDE_QUOTED_INDIRECT ||
      at->cue_head == BEDE_NONE || !bede_attrib_form(doc, at->cue_head, ":"))
    return false;
  bede_kind kind = doc->entities.items[at->speaker].kind;
  return kind == BEDE_KIND_STATE || kind == BEDE_KIND_PLACE;
}

static bool folds(const bede_doc *doc, const bede_attribution *inner)
{
  if (is_heading(doc, inner)) return true;
  // What somebody likes or intends, inside another's words, is these words.
  if (inner->via != BEDE_NONE && !bede_attribution_says(inner)) return true;
  if (inner->via == BEDE_NONE || !adds_nothing(inner)) return false;
  const bede_attribution *outer = &doc->attributions.items[inner->via];
  return outer->kind != BEDE_BY_NARRATOR && same_speaker(outer, inner) &&
         is_whole(doc, outer, inner);
}

// "said he believed": as he believes it. Of several the first decides.
static void hand_over(bede_doc *doc, const bede_attribution *inner)
{
  if (inner->via == BEDE_NONE || inner->topic) return;
  bede_attribution *outer = &doc->attributions.items[inner->via];
  if (outer->content_head != inner->cue_head) return;
  if (outer->stance == BEDE_STANCE_SAYS) outer->stance = inner->stance;
  outer->hedged |= inner->hedged;
}

// The nearest of those who quote an attribution that stays.
static uint32_t kept_via(const bede_doc *doc, uint32_t via, const uint32_t *now)
{
  for (uint32_t i = 0; i < doc->attributions.count && via != BEDE_NONE; i++) {
    if (now[via] != BEDE_NONE) return now[via];
    via = doc->attributions.items[via].via;
  }
  return BEDE_NONE;
}

bede_status bede_attributions_fold(bede_doc *doc)
{
  bede_attribution *items = doc->attributions.items;
  uint32_t n = 0, count = doc->attributions.count;
  uint32_t *now = bede_arena_array(doc->arena, (size_t)count + 1, sizeof *now);
  if (!now) return BEDE_ENOMEM;
  // From the inside out, so that a stance is handed on.
  for (uint32_t i = count; i-- > 0;)
    if (folds(doc, &items[i])) hand_over(doc, &items[i]);
  for (uint32_t i = 0; i < count; i++)
    now[i] = folds(doc, &items[i]) ? BEDE_NONE : n++;
  for (uint32_t i = 0; i < count; i++)
    if (now[i] != BEDE_NONE) items[i].via = kept_via(doc, items[i].via, now);
  for (uint32_t i = 0; i < count; i++)
    if (now[i] != BEDE_NONE) items[now[i]] = items[i];
  doc->attributions.count = n;
  return BEDE_OK;
}
