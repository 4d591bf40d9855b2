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

// --- apposition -------------------------------------------------------------

// The name that the word stands beside: "X, the president of Y", "the
// president, X".
static uint32_t beside(const bede_resolve *r, uint32_t m, uint32_t head)
{
  const bede_word *words = r->doc->words.items;
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
  return BEDE_NONE;
}

// --- predicates -------------------------------------------------------------

// Verbs that say of their subject what follows "as", and those that do so
// without it. In the passive the subject is who was made or called so.
static const char as_verbs[] =
    "serve work act begin start return resign retire function train emerge";
static const char as_passives[] =
    "appoint know describe recognize recognise identify install elect name "
    "nominate choose select regard swear reappoint";
static const char passives[] =
    "elect appoint name make crown declare reelect proclaim nominate";

// Said as a fact: no negation, no modal, no question.
static bool is_stated(const bede_doc *doc, uint32_t clause)
{
  const bede_word *words = doc->words.items;
  for (uint32_t c = words[clause].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    if (words[c].deprel == BEDE_REL_AUX && words[c].xpos == BEDE_XPOS_MD)
      return false;
    if (bede_lemma_in(doc, c, "not never no neither nor if whether"))
      return false;
  }
  return true;
}

static uint32_t subject_of(const bede_doc *doc, uint32_t clause, bool passive)
{
  return bede_child_by(doc, clause,
                       passive ? BEDE_REL_NSUBJ_PASS : BEDE_REL_NSUBJ);
}

// "X served as a judge", "X was appointed judge", "X became a judge".
static uint32_t subject_by_verb(const bede_doc *doc, uint32_t head)
{
  const bede_word *w = &doc->words.items[head];
  uint32_t verb = w->head;
  if (verb >= doc->words.count || !is_stated(doc, verb)) return BEDE_NONE;
  uint32_t prep = bede_actor_prep(doc, head);
  if (w->deprel == BEDE_REL_OBL && prep != BEDE_NONE &&
      bede_lemma_in(doc, prep, "as")) {
    if (bede_lemma_in(doc, verb, as_passives))
      return subject_of(doc, verb, true);
    return bede_lemma_in(doc, verb, as_verbs) ? subject_of(doc, verb, false)
                                              : BEDE_NONE;
  }
  if (prep != BEDE_NONE ||
      (w->deprel != BEDE_REL_XCOMP && w->deprel != BEDE_REL_OBJ))
    return BEDE_NONE;
  if (bede_lemma_in(doc, verb, "become")) return subject_of(doc, verb, false);
  return bede_lemma_in(doc, verb, passives) ? subject_of(doc, verb, true)
                                            : BEDE_NONE;
}

// The mention that the word is said of: "X was a judge".
static uint32_t said_of(const bede_resolve *r, uint32_t m, uint32_t head)
{
  const bede_doc *doc = r->doc;
  uint32_t word = BEDE_NONE;
  if (bede_mention_at(r, m)->plural) return BEDE_NONE;
  if (bede_child_by(doc, head, BEDE_REL_COP) == BEDE_NONE)
    word = subject_by_verb(doc, head);
  else if (is_stated(doc, head) && bede_actor_prep(doc, head) == BEDE_NONE)
    word = subject_of(doc, head, false);
  uint32_t subject = bede_mention_of_word(r, word);
  if (subject == BEDE_NONE || subject == m ||
      bede_mention_at(r, subject)->plural)
    return BEDE_NONE;
  return bede_kinds_agree(r, m, subject) ? subject : BEDE_NONE;
}

// "a linguist and professor": the first noun of the row stands for all; "X, the
// president, and the minister" are two.
static uint32_t first_of_row(const bede_resolve *r, uint32_t head)
{
  const bede_word *words = r->doc->words.items;
  uint32_t det = bede_child_by(r->doc, head, BEDE_REL_DET);
  if (words[head].deprel != BEDE_REL_CONJ || words[head].head >= head ||
      (det != BEDE_NONE && !bede_lemma_in(r->doc, det, "a")))
    return head;
  uint32_t first = words[head].head;
  uint32_t m = words[first].mention;
  bool nominal = m != BEDE_NONE &&
                 bede_mention_at(r, m)->type == BEDE_MENTION_NOMINAL &&
                 bede_mention_at(r, m)->basis == BEDE_BASIS_APPOSITION;
  return nominal ? first : head;
}

uint32_t bede_resolve_apposed(const bede_resolve *r, uint32_t m,
                              const char **why)
{
  uint32_t head = first_of_row(r, bede_mention_at(r, m)->head);
  uint32_t found = beside(r, m, head);
  *why = "in apposition";
  if (found == BEDE_NONE) {
    found = said_of(r, m, head);
    *why = "said of it by the clause";
  }
  if (found != BEDE_NONE) return found;
  *why = "the name right after it";
  return name_after(r, m);
}
