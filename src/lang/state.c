// The arc-eager transition system without an artificial root: at the end of the
// words, tops of the stack without a head go back to the buffer one by one
// (Nivre and Fernandez-Gonzalez 2014), so that exactly one word stays headless.
#include "lang/feature.h"

#include <assert.h>
#include <string.h>

void bede_state_init(bede_state *s, uint32_t count)
{
  assert(count > 0 && count <= BEDE_MAX_SENTENCE_WORDS);
  s->count = count;
  s->depth = 0;
  s->front = 0;
  s->again = false;
  for (uint32_t i = 0; i < BEDE_STATE_ROOM; i++) {
    s->head[i] = s->left[i] = s->left2[i] = BEDE_STATE_NONE;
    s->right[i] = s->right2[i] = BEDE_STATE_NONE;
  }
  memset(s->label, 0, sizeof s->label);
  memset(s->lefts, 0, sizeof s->lefts);
  memset(s->rights, 0, sizeof s->rights);
  memset(s->left_set, 0, sizeof s->left_set);
  memset(s->right_set, 0, sizeof s->right_set);
  s->word[BEDE_STATE_NONE] = 0;
  s->tag[BEDE_STATE_NONE] = 0;
}

unsigned bede_state_legal(const bede_state *s)
{
  if (s->front == BEDE_STATE_NONE) return 0;
  if (!s->depth) return 1u << BEDE_ACT_SHIFT;
  bool headed = s->head[s->stack[s->depth - 1]] != BEDE_STATE_NONE;
  unsigned legal = 1u << BEDE_ACT_RIGHT;
  legal |= 1u << (headed ? BEDE_ACT_REDUCE : BEDE_ACT_LEFT);
  return s->again ? legal : legal | 1u << BEDE_ACT_SHIFT;
}

static void link_left(bede_state *s, uint16_t head, uint16_t word,
                      unsigned label)
{
  s->head[word] = head;
  s->label[word] = (uint8_t)(label + 1);
  s->left2[head] = s->left[head];
  s->left[head] = word;
  s->lefts[head]++;
  s->left_set[head] |= (uint64_t)1 << label;
}

static void link_right(bede_state *s, uint16_t head, uint16_t word,
                       unsigned label)
{
  s->head[word] = head;
  s->label[word] = (uint8_t)(label + 1);
  s->right2[head] = s->right[head];
  s->right[head] = word;
  s->rights[head]++;
  s->right_set[head] |= (uint64_t)1 << label;
}

static void push_front(bede_state *s)
{
  s->stack[s->depth++] = s->front;
  bool last = s->again || s->front + 1u >= s->count;
  s->front = last ? BEDE_STATE_NONE : (uint16_t)(s->front + 1);
}

void bede_state_act(bede_state *s, unsigned action, unsigned label)
{
  assert(bede_state_legal(s) >> action & 1);
  switch (action) {
  case BEDE_ACT_SHIFT:
    push_front(s);
    break;
  case BEDE_ACT_LEFT:
    link_left(s, s->front, s->stack[--s->depth], label);
    break;
  case BEDE_ACT_RIGHT:
    link_right(s, s->stack[s->depth - 1], s->front, label);
    push_front(s);
    break;
  default:
    s->depth--;
  }
}

void bede_state_settle(bede_state *s)
{
  if (s->front != BEDE_STATE_NONE) return;
  while (s->depth && s->head[s->stack[s->depth - 1]] != BEDE_STATE_NONE)
    s->depth--;
  if (s->depth < 2) return;
  s->front = s->stack[--s->depth];
  s->again = true;
}
