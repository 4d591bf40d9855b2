// Uniting claims of one sentence: same type, same standing, parties that do not
// contradict each other, triggers that hang together in the tree.
#include "event/merge.h"

#include "event/roles.h"

static uint32_t role_key(const bede_role *role)
{
  return role->entity != BEDE_NONE ? role->entity : role->head | 0x80000000u;
}

static bool roles_subset(const bede_role *a, uint32_t na, const bede_role *b,
                         uint32_t nb)
{
  for (uint32_t i = 0; i < na; i++) {
    bool found = false;
    for (uint32_t j = 0; j < nb && !found; j++)
      found = role_key(&a[i]) == role_key(&b[j]);
    if (!found) return false;
  }
  return true;
}

static bool roles_agree(const bede_role *a, uint32_t na, const bede_role *b,
                        uint32_t nb)
{
  return roles_subset(a, na, b, nb) || roles_subset(b, nb, a, na);
}

// The verb that an event noun hangs on ("carried out an attack"), else the
// word.
static uint32_t anchor(const bede_doc *doc, uint32_t word)
{
  const bede_word *w = &doc->words.items[word];
  bool noun = w->upos == BEDE_UPOS_NOUN || w->upos == BEDE_UPOS_PROPN;
  bool argument = w->deprel == BEDE_REL_OBJ || w->deprel == BEDE_REL_NSUBJ ||
                  w->deprel == BEDE_REL_NSUBJ_PASS;
  return noun && argument && w->head != BEDE_NONE ? w->head : word;
}

static bool tree_linked(const bede_doc *doc, uint32_t a, uint32_t b)
{
  return bede_tree_within(doc, a, anchor(doc, b)) ||
         bede_tree_within(doc, b, anchor(doc, a));
}

static bool same_roles(const bede_claim *a, const bede_claim *b)
{
  return a->actor.count == b->actor.count &&
         a->recipient.count == b->recipient.count &&
         roles_subset(a->actor.items, a->actor.count, b->actor.items,
                      b->actor.count) &&
         roles_subset(a->recipient.items, a->recipient.count,
                      b->recipient.items, b->recipient.count);
}

static bool same_act(const bede_doc *doc, const bede_claim *a,
                     const bede_claim *b)
{
  if (a->event != b->event || a->negated != b->negated ||
      a->status != b->status || a->alleged != b->alleged)
    return false;
  if (a->trigger_head == b->trigger_head) return true;
  if (same_roles(a, b) && (a->actor.count || a->recipient.count)) return true;
  return roles_agree(a->actor.items, a->actor.count, b->actor.items,
                     b->actor.count) &&
         roles_agree(a->recipient.items, a->recipient.count, b->recipient.items,
                     b->recipient.count) &&
         tree_linked(doc, a->trigger_head, b->trigger_head);
}

static void unite(bede_event_work *work, bede_claim *keep,
                  const bede_claim *from)
{
  bede_event_copy_roles(work, from->actor.items, from->actor.count, keep, true);
  bede_event_copy_roles(work, from->recipient.items, from->recipient.count,
                        keep, false);
  for (uint32_t i = 0; i < from->trigger.count; i++) {
    bede_span *slot = BEDE_LIST_PUSH(&keep->trigger, work->doc->arena,
                                     BEDE_MAX_SENTENCE_WORDS);
    if (slot) *slot = from->trigger.items[i];
  }
  for (uint8_t i = 0; i < from->mode_count; i++) {
    bool known = false;
    for (uint8_t j = 0; j < keep->mode_count; j++)
      known |= keep->modes[j] == from->modes[i];
    if (!known && keep->mode_count < 3)
      keep->modes[keep->mode_count++] = from->modes[i];
  }
  for (uint8_t i = 0; i < from->rule_count && keep->rule_count < 4; i++)
    keep->rules[keep->rule_count++] = from->rules[i];
  keep->flags |= from->flags;
  keep->uncertain |= from->uncertain;
  if (from->evidence.begin < keep->evidence.begin)
    keep->evidence.begin = from->evidence.begin;
  if (from->evidence.end > keep->evidence.end)
    keep->evidence.end = from->evidence.end;
}

// Sorts the spans of a trigger and drops doubles.
static void tidy_trigger(bede_claim *claim)
{
  bede_span *s = claim->trigger.items;
  for (uint32_t i = 1; i < claim->trigger.count; i++) {
    bede_span x = s[i];
    uint32_t j = i;
    for (; j && s[j - 1].begin > x.begin; j--)
      s[j] = s[j - 1];
    s[j] = x;
  }
  uint32_t n = 0;
  for (uint32_t i = 0; i < claim->trigger.count; i++) {
    if (!n || s[n - 1].begin != s[i].begin) s[n++] = s[i];
  }
  claim->trigger.count = n;
}

// Roles stand in text order, whatever order the slots name them in.
static void sort_roles(bede_role *roles, uint32_t count)
{
  for (uint32_t i = 1; i < count; i++) {
    bede_role x = roles[i];
    uint32_t j = i;
    for (; j && roles[j - 1].span.begin > x.span.begin; j--)
      roles[j] = roles[j - 1];
    roles[j] = x;
  }
}

static uint32_t first_role(const bede_role *roles, uint32_t count)
{
  uint32_t first = BEDE_NONE;
  for (uint32_t i = 0; i < count; i++) {
    if (roles[i].head < first) first = roles[i].head;
  }
  return first;
}

static uint32_t first_party(const bede_claim *c)
{
  uint32_t actor = first_role(c->actor.items, c->actor.count);
  uint32_t other = first_role(c->recipient.items, c->recipient.count);
  return actor < other ? actor : other;
}

// By the trigger's head word, claims on one word by their first party: their
// rank is part of their id.
static bool stands_after(const bede_claim *a, const bede_claim *b)
{
  if (a->trigger_head != b->trigger_head)
    return a->trigger_head > b->trigger_head;
  return first_party(a) > first_party(b);
}

// Insertion sort: a sentence has few claims (BEDE_MAX_CLAIMS_SENTENCE).
static void sort_claims(bede_claim *claims, uint32_t count)
{
  for (uint32_t i = 1; i < count; i++) {
    bede_claim x = claims[i];
    uint32_t j = i;
    for (; j && stands_after(&claims[j - 1], &x); j--)
      claims[j] = claims[j - 1];
    claims[j] = x;
  }
}

// `under` holds the operator's word until now: turn it into its claim.
static void resolve_under(bede_event_work *work)
{
  bede_claim *claims = work->doc->claims.items;
  for (uint32_t i = work->claim_begin; i < work->doc->claims.count; i++) {
    if (claims[i].under == BEDE_NONE) continue;
    uint32_t word = claims[i].under;
    claims[i].under = BEDE_NONE;
    for (uint32_t j = work->claim_begin; j < work->doc->claims.count; j++) {
      if (j != i && claims[j].trigger_head == word) claims[i].under = j;
    }
    if (claims[i].under == BEDE_NONE) claims[i].alleged = false;
  }
}

void bede_event_merge(bede_event_work *work)
{
  bede_doc *doc = work->doc;
  uint32_t count = doc->claims.count - work->claim_begin, n = 0;
  if (!count) return;
  bede_claim *claims = doc->claims.items + work->claim_begin;
  sort_claims(claims, count);
  for (uint32_t i = 0; i < count; i++) {
    uint32_t j = 0;
    while (j < n && !same_act(doc, &claims[j], &claims[i]))
      j++;
    if (j < n)
      unite(work, &claims[j], &claims[i]);
    else
      claims[n++] = claims[i];
  }
  doc->claims.count = work->claim_begin + n;
  for (uint32_t i = 0; i < n; i++) {
    tidy_trigger(&claims[i]);
    sort_roles(claims[i].actor.items, claims[i].actor.count);
    sort_roles(claims[i].recipient.items, claims[i].recipient.count);
  }
  resolve_under(work);
}
