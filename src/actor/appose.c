// Nominals beside the name of the same: "X, the president of Y", "the
// president, X", "X was a judge", "X served as a judge".
#include "actor/resolve.h"

#include "base/str.h"

bool bede_kinds_agree(const bede_resolve *r, uint32_t nominal, uint32_t name)
{
  const bede_fact *f = &r->facts[nominal];
  const bede_entity *e = bede_entity_at(r, name);
  if (!e || !f->agent) return false;
  bool person = f->agent->kind == BEDE_KIND_PERSON;
  if (e->kind == BEDE_KIND_OTHER) return true;
  if (e->kind == BEDE_KIND_PERSON)
    return person && !bede_mention_at(r, nominal)->plural;
  // "in Aden on Monday, the army said": an army is no town
  if (e->kind == BEDE_KIND_PLACE || e->kind == BEDE_KIND_STATE)
    return f->agent->kind == e->kind;
  return !person;
}

static bool is_apposed(const bede_word *w)
{
  return w->deprel == BEDE_REL_APPOS || w->deprel == BEDE_REL_FLAT ||
         w->deprel == BEDE_REL_NMOD_DESC;
}

// "abandon President Ann Lee", whatever the parser made of it: a noun for a
// person with a person's name right after it.
static uint32_t name_after(const bede_resolve *r, uint32_t m)
{
  const bede_fact *f = &r->facts[m];
  uint32_t next = m + 1, word = f->agent_last + 1;
  if (next >= r->doc->mentions.count || word >= r->doc->words.count)
    return BEDE_NONE;
  const bede_mention *name = bede_mention_at(r, next);
  uint32_t byte = r->doc->words.items[word].span.begin;
  if (name->type != BEDE_MENTION_NAME ||
      name->sentence != bede_mention_at(r, m)->sentence)
    return BEDE_NONE;
  if (r->own[next].kind != BEDE_KIND_PERSON || byte < name->span.begin ||
      byte >= name->span.end || name->head < word)
    return BEDE_NONE;
  return bede_kinds_agree(r, m, next) ? next : BEDE_NONE;
}

// The name that the nominal stands beside: "X, the president of Y", "the
// president, X".
uint32_t bede_resolve_apposed(const bede_resolve *r, uint32_t m)
{
  const bede_word *words = r->doc->words.items;
  uint32_t head = bede_mention_at(r, m)->head;
  if (is_apposed(&words[head]) && words[head].head < r->doc->words.count) {
    uint32_t up = words[words[head].head].mention;
    if (up != BEDE_NONE && bede_mention_at(r, up)->type == BEDE_MENTION_NAME &&
        bede_kinds_agree(r, m, up))
      return up;
  }
  for (uint32_t c = words[head].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    uint32_t down = words[c].mention;
    if (!is_apposed(&words[c]) || down == BEDE_NONE) continue;
    if (bede_mention_at(r, down)->type == BEDE_MENTION_NAME &&
        bede_kinds_agree(r, m, down))
      return down;
  }
  return name_after(r, m);
}
