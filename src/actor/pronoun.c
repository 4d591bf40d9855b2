// Pronouns of the third person: the nearest earlier mention that fits in
// number, kind and gender; subjects before others. Those of the first and
// second person stay alone until speech.c finds who speaks.
#include "actor/resolve.h"

#include "base/error.h"
#include "base/str.h"

// What makes a mention the likelier antecedent.
enum {
  WEIGHT_SUBJECT = 4,
  WEIGHT_NAME = 1,
  WEIGHT_SENTENCE = -3,
  WEIGHT_MENTION = -1, // for every four mentions between
  WEIGHT_POSSESSOR = -1,
  WEIGHT_SETTING = -4
};

typedef enum pronoun_kind { ALONE, HE, SHE, IT, THEY } pronoun_kind;

static pronoun_kind kind_of(const bede_doc *doc, uint32_t word)
{
  char lower[12];
  bede_str form = bede_word_form(doc, word);
  if (form.len == 0 || form.len > sizeof lower) return ALONE;
  bede_str_lower(form, lower);
  bede_str s = {lower, form.len};
  if (bede_str_in(s, "he him his himself")) return HE;
  if (bede_str_in(s, "she her hers herself")) return SHE;
  if (bede_str_in(s, "it its itself")) return IT;
  if (bede_str_in(s, "they them their theirs themselves")) return THEY;
  return ALONE;
}

static bool fits(const bede_resolve *r, uint32_t m, pronoun_kind kind)
{
  const bede_mention *me = &r->doc->mentions.items[m];
  const bede_entity *e = &r->entities.items[me->entity];
  const bede_side *side = &r->sides.items[me->entity];
  switch (kind) {
  case HE:
  case SHE:
    if (side->gender != BEDE_ANY_GENDER &&
        side->gender != (kind == HE ? BEDE_HE : BEDE_SHE))
      return false;
    if (me->plural) return false;
    return e->kind == BEDE_KIND_PERSON ||
           (e->kind == BEDE_KIND_OTHER && me->type == BEDE_MENTION_NAME);
  case IT:
    if (me->plural && me->type == BEDE_MENTION_NOMINAL) return false;
    return e->kind == BEDE_KIND_ORGANIZATION || e->kind == BEDE_KIND_STATE ||
           e->kind == BEDE_KIND_GROUP || e->kind == BEDE_KIND_PLACE;
  case THEY:
    if (me->plural) return true;
    return e->kind == BEDE_KIND_GROUP || e->kind == BEDE_KIND_ORGANIZATION ||
           e->kind == BEDE_KIND_PEOPLE;
  default:
    return false;
  }
}

// The subject and the object of one verb are two, unless one is reflexive.
static bool is_coargument(const bede_doc *doc, uint32_t a, uint32_t b)
{
  const bede_word *x = &doc->words.items[a], *y = &doc->words.items[b];
  if (x->head != y->head || x->head == BEDE_NONE) return false;
  if (x->deprel == BEDE_REL_NMOD_POSS || y->deprel == BEDE_REL_NMOD_POSS)
    return false;
  return !bede_str_ends(bede_word_form(doc, b), "self") &&
         !bede_str_ends(bede_word_form(doc, b), "selves");
}

static int weight(const bede_resolve *r, uint32_t candidate, uint32_t pronoun)
{
  const bede_doc *doc = r->doc;
  const bede_mention *c = &doc->mentions.items[candidate];
  const bede_mention *p = &doc->mentions.items[pronoun];
  int w = 0;
  switch (doc->words.items[c->head].deprel) {
  case BEDE_REL_NSUBJ:
  case BEDE_REL_NSUBJ_PASS:
    w += WEIGHT_SUBJECT;
    break;
  case BEDE_REL_NMOD_POSS:
  case BEDE_REL_COMPOUND:
  case BEDE_REL_AMOD:
    w += WEIGHT_POSSESSOR;
    break;
  default:
    break;
  }
  if (c->generic) w += WEIGHT_SETTING;
  if (r->sides.items[c->entity].named) w += WEIGHT_NAME;
  w += WEIGHT_SENTENCE * (int)(p->sentence - c->sentence);
  w += WEIGHT_MENTION * (int)((pronoun - candidate) / 4);
  return w;
}

static bool in_reach(const bede_resolve *r, uint32_t candidate,
                     uint32_t pronoun)
{
  const bede_doc *doc = r->doc;
  uint32_t a = doc->mentions.items[candidate].sentence;
  uint32_t b = doc->mentions.items[pronoun].sentence;
  const bede_sentence *sa = &doc->sentences.items[a];
  const bede_sentence *sb = &doc->sentences.items[b];
  if (b - a <= 1) return sa->title == sb->title;
  return b - a <= BEDE_PRONOUN_SENTENCES && sa->paragraph == sb->paragraph;
}

static uint32_t antecedent(const bede_resolve *r, uint32_t pronoun,
                           pronoun_kind kind)
{
  const bede_doc *doc = r->doc;
  uint32_t best = BEDE_NONE, head = doc->mentions.items[pronoun].head;
  int best_weight = 0;
  for (uint32_t i = pronoun, n = 0; i-- > 0 && n < BEDE_PRONOUN_WINDOW; n++) {
    const bede_mention *c = &doc->mentions.items[i];
    if (!in_reach(r, i, pronoun)) break;
    if (bede_is_open(r, i) || !fits(r, i, kind)) continue;
    if (is_coargument(doc, c->head, head)) continue;
    int w = weight(r, i, pronoun);
    if (best != BEDE_NONE && w <= best_weight) continue;
    best = i;
    best_weight = w;
  }
  return best;
}

static bede_status alone(bede_resolve *r, uint32_t m, pronoun_kind kind)
{
  uint32_t e = bede_resolve_new(r, m);
  if (e == BEDE_NONE) return BEDE_ENOMEM;
  bede_entity *entity = &r->entities.items[e];
  entity->name.ptr = NULL;
  entity->name.len = 0;
  entity->kind = kind == IT     ? BEDE_KIND_OTHER
                 : kind == THEY ? BEDE_KIND_PEOPLE
                                : BEDE_KIND_PERSON;
  bede_resolve_set(r, m, e, NULL);
  return BEDE_OK;
}

bede_status bede_resolve_pronoun(bede_resolve *r, uint32_t m)
{
  bede_mention *me = &r->doc->mentions.items[m];
  pronoun_kind kind = kind_of(r->doc, me->head);
  uint32_t best = kind == ALONE ? BEDE_NONE : antecedent(r, m, kind);
  if (best == BEDE_NONE) return alone(r, m, kind);
  const bede_mention *found = &r->doc->mentions.items[best];
  bede_side *side = &r->sides.items[found->entity];
  if (kind == HE) side->gender = BEDE_HE;
  if (kind == SHE) side->gender = BEDE_SHE;
  me->anonymous = found->anonymous;
  me->inferred = found->inferred;
  me->of = found->of;
  bede_resolve_set(r, m, found->entity,
                   "the likeliest before it that fits the pronoun");
  return BEDE_OK;
}
