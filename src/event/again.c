// Definite event nouns take up what was told before.
#include "event/again.h"

#include <string.h>

#include "lang/args.h"

#define BEDE_AGAIN_SENTENCES 10u

static bool points_back(const bede_doc *doc, uint32_t word)
{
  if (doc->words.items[word].upos != BEDE_UPOS_NOUN) return false;
  uint32_t det = bede_child_by(doc, word, BEDE_REL_DET);
  return det != BEDE_NONE &&
         bede_lemma_in(doc, det, "the this that these those");
}

// Do two lists name nobody in common though both name somebody?
static bool disagree(const bede_role *a, uint32_t na, const bede_role *b,
                     uint32_t nb)
{
  for (uint32_t i = 0; i < na; i++) {
    for (uint32_t k = 0; k < nb; k++) {
      if (a[i].entity != BEDE_NONE && a[i].entity == b[k].entity) return false;
    }
  }
  return na > 0 && nb > 0;
}

static bool may_be_same(const bede_claim *a, const bede_claim *b)
{
  return a->event == b->event && a->mode_count > 0 &&
         a->negated == b->negated &&
         !disagree(a->actor.items, a->actor.count, b->actor.items,
                   b->actor.count) &&
         !disagree(a->recipient.items, a->recipient.count, b->recipient.items,
                   b->recipient.count);
}

static void take_mode(bede_claim *to, const bede_claim *from)
{
  to->modes[0] = from->modes[0];
  to->mode_count = 1;
  memcpy(to->cameo, from->cameo, sizeof to->cameo);
}

void bede_event_carry_modes(bede_doc *doc)
{
  for (uint32_t i = 1; i < doc->claims.count; i++) {
    bede_claim *c = &doc->claims.items[i];
    if (c->mode_count || !points_back(doc, c->trigger_head)) continue;
    for (uint32_t k = i; k-- > 0;) {
      const bede_claim *before = &doc->claims.items[k];
      if (c->sentence - before->sentence > BEDE_AGAIN_SENTENCES) break;
      if (before->sentence == c->sentence || !may_be_same(before, c)) continue;
      take_mode(c, before);
      break;
    }
  }
}
