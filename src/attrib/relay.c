// Words passed on: who quotes or cites somebody stands behind him in the chain.
//
//     The paper quoted a guard as saying that ...    a guard < the paper
//     The paper, citing two guards, said that ...    two guards < the paper
//     The report, as quoted by the paper, says ...   the report < the paper
//
// The verb of quoting is one relation, the words of the one who is quoted are
// another; `under` says which cue stands around which, for their contents
// cannot.
#include "attrib/work.h"

#include <string.h>

#include "base/limits.h"

bool bede_attrib_relays(const bede_attrib *a, const bede_case *c)
{
  if (c->dead || !c->entry || c->entry->pos != 'v' || c->source_count == 0 ||
      !bede_attrib_takes(a, c->entry, BEDE_SLOT_PREP))
    return false;
  const bede_lex_slot *slots =
      bede_lexicon_slots(a->lex, c->entry->source_begin);
  return c->entry->source_count == 1 && slots[0].slot == BEDE_SLOT_OBJ;
}

static void take_sources(bede_case *to, const bede_case *from)
{
  memcpy(to->sources, from->sources, sizeof to->sources);
  to->source_count = from->source_count;
  to->source_words = from->source_words;
}

static void set_source(bede_case *c, uint32_t word)
{
  c->sources[0] = word;
  c->source_count = 1;
  c->source_words = (bede_range){0, 0};
}

// Who passes the words on: the subject of the verb, in the passive the one
// behind "by"; BEDE_NONE where nobody does.
static uint32_t relayer(const bede_attrib *a, const bede_case *c)
{
  bede_grammar g;
  bede_grammar_of(a->doc, c->cue, &g);
  uint32_t agent = bede_child_by(a->doc, c->cue, BEDE_REL_OBL_AGENT);
  bool bare = bede_attrib_at(a, c->cue)->xpos == BEDE_XPOS_VBN &&
              bede_child_by(a->doc, c->cue, BEDE_REL_AUX) == BEDE_NONE;
  if (g.passive || bare) return agent;
  uint32_t subject = bede_child_by(a->doc, c->cue, BEDE_REL_NSUBJ);
  const bede_word *w = bede_attrib_at(a, c->cue);
  if (subject == BEDE_NONE && w->deprel == BEDE_REL_CONJ &&
      w->head != BEDE_NONE)
    subject = bede_child_by(a->doc, w->head, BEDE_REL_NSUBJ);
  return subject;
}

// "quoted X as saying": the case of the participle.
static bede_case *saying_of(bede_attrib *a, uint32_t index)
{
  const bede_case *c = &a->cases.items[index];
  for (uint32_t i = index + 1; i < a->cases.count; i++) {
    bede_case *n = &a->cases.items[i];
    if (n->dead || !n->entry || n->entry->pos != 'v' ||
        bede_attrib_at(a, n->cue)->xpos != BEDE_XPOS_VBG)
      continue;
    uint32_t head = bede_attrib_at(a, n->cue)->head;
    bool as = n->cue > 0 && bede_attrib_form(a->doc, n->cue - 1, "as");
    if (as && (head == c->cue ||
               (head != BEDE_NONE && bede_tree_within(a->doc, head, c->cue))))
      return n;
  }
  return NULL;
}

static void part_saying(bede_attrib *a, bede_case *c, bede_case *saying)
{
  uint32_t outer = relayer(a, c);
  take_sources(saying, c);
  if (outer == BEDE_NONE) return;
  uint32_t begin = bede_attrib_at(a, c->sources[0])->left;
  uint32_t end = saying->cue_words.end;
  if (saying->content.count)
    end = saying->content.items[saying->content.count - 1].end;
  if (begin < c->cue) begin = saying->cue - 1;
  saying->cue_words.begin = saying->cue - 1;
  saying->under = c->cue;
  set_source(c, outer);
  c->content.count = 0;
  bede_ranges_add(&c->content, begin, end);
  c->content_head = saying->cue;
}

// The statement that a participle ("citing X") belongs to: the verb that it
// hangs on, or the one whose source it describes.
static uint32_t statement_of(const bede_attrib *a, uint32_t index,
                             uint32_t first)
{
  const bede_case *c = &a->cases.items[index];
  uint32_t head = bede_attrib_at(a, c->cue)->head, best = BEDE_NONE;
  for (uint32_t i = first; i < a->cases.count; i++) {
    const bede_case *g = &a->cases.items[i];
    if (i == index || g->dead || !g->entry || g->entry->pos != 'v' ||
        g->source_count == 0 || bede_attrib_relays(a, g))
      continue;
    if (g->cue == head) return i;
    for (uint32_t k = 0; k < g->source_count; k++)
      if (g->sources[k] == head) return i;
    // Hung inside what is said: "said it was closed, citing two drivers".
    if (g->cue < c->cue && bede_ranges_has(&g->content, c->cue)) best = i;
  }
  return best;
}

static void part_citing(bede_attrib *a, uint32_t index, uint32_t first)
{
  bede_case *c = &a->cases.items[index];
  uint8_t tag = bede_attrib_at(a, c->cue)->xpos;
  uint32_t statement = statement_of(a, index, first);
  if (statement == BEDE_NONE) return;
  bede_case *g = &a->cases.items[statement];
  c->follow = statement;
  if (tag == BEDE_XPOS_VBN &&
      bede_child_by(a->doc, c->cue, BEDE_REL_AUX) == BEDE_NONE) {
    uint32_t outer = relayer(a, c);
    if (outer == BEDE_NONE) {
      c->follow = BEDE_NONE;
      return;
    }
    set_source(c, outer);
    g->under = c->cue;
    return;
  }
  c->under = g->cue;
  if (bede_ranges_has(&g->content, c->cue))
    bede_ranges_cut(a->doc, &g->content, c->cue_words.begin);
}

void bede_relays_part(bede_attrib *a, uint32_t sentence)
{
  uint32_t first = a->first_case[sentence];
  for (uint32_t i = first; i < a->cases.count; i++) {
    if (!bede_attrib_relays(a, &a->cases.items[i])) continue;
    bede_case *saying = saying_of(a, i);
    if (saying) {
      part_saying(a, &a->cases.items[i], saying);
    } else {
      part_citing(a, i, first);
    }
  }
}

void bede_relays_follow(bede_attrib *a)
{
  for (uint32_t i = 0; i < a->cases.count; i++) {
    bede_case *c = &a->cases.items[i];
    if (c->follow == BEDE_NONE) continue;
    c->content = a->cases.items[c->follow].content;
    c->content_head = a->cases.items[c->follow].content_head;
  }
}
