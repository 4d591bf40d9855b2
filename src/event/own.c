// Acts of which the one who would do them speaks himself.
#include "event/own.h"

#include "base/str.h"
#include "event/match.h"
#include "event/roles.h"
#include "lang/args.h"

static bool is_official(const bede_entity *e)
{
  for (uint8_t i = 0; i < e->sector_count; i++) {
    switch (e->sectors[i]) {
    case BEDE_SECTOR_GOV:
    case BEDE_SECTOR_MIL:
    case BEDE_SECTOR_COP:
    case BEDE_SECTOR_SPY:
    case BEDE_SECTOR_JUD:
      return true;
    default:
      break;
    }
  }
  return false;
}

static const bede_entity *speaker_of(const bede_doc *doc,
                                     const bede_attribution *a)
{
  if (a->source_head == BEDE_NONE) return NULL;
  return bede_event_entity(doc, a->source_head);
}

// A spokesman speaks for his body, a minister for his state.
static bool speaks_for(const bede_doc *doc, const bede_entity *speaker,
                       const bede_entity *actor)
{
  uint32_t number = (uint32_t)(actor - doc->entities.items);
  if (speaker == actor || speaker->parent == number) return true;
  return actor->kind == BEDE_KIND_STATE && is_official(speaker) &&
         speaker->country.len && bede_str_eq(speaker->country, actor->country);
}

static bool holds(const bede_attribution *a, bede_span act)
{
  for (uint32_t i = 0; i < a->content.count; i++) {
    bede_span s = a->content.items[i];
    if (s.begin <= act.begin && act.end <= s.end) return true;
  }
  return false;
}

static bool is_warning(const bede_doc *doc, const bede_attribution *a)
{
  return a->cue_head != BEDE_NONE &&
         bede_lemma_in(doc, a->cue_head, "warn warning threaten threat");
}

static bool has_unless(const bede_doc *doc, uint32_t word)
{
  const bede_word *words = doc->words.items;
  for (uint32_t c = words[word].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    if (words[c].deprel != BEDE_REL_ADVCL) continue;
    uint32_t mark = bede_child_by(doc, c, BEDE_REL_MARK);
    if (mark != BEDE_NONE && bede_lemma_in(doc, mark, "unless")) return true;
  }
  return false;
}

bool bede_event_has_condition(const bede_doc *doc, uint32_t word)
{
  bede_grammar g;
  bede_grammar_of(doc, word, &g);
  return g.depends || has_unless(doc, word);
}

static bool is_teller(const bede_event_work *work, const bede_attribution *a,
                      const bede_claim *claim)
{
  const bede_doc *doc = work->doc;
  const bede_entity *speaker = speaker_of(doc, a);
  for (uint32_t i = 0; i < claim->actor.count; i++) {
    const bede_role *role = &claim->actor.items[i];
    if (role->head == a->source_head) return true;
    if (a->quoted == BEDE_QUOTED_DIRECT &&
        bede_lemma_in(doc, role->head, "we I"))
      return true;
    if (speaker && role->entity != BEDE_NONE &&
        speaks_for(doc, speaker, &doc->entities.items[role->entity]))
      return true;
  }
  return false;
}

// "Warned Ghana that it would cut aid": who is warned is threatened, where the
// act names nobody whom it hits.
static void add_warned(bede_event_work *work, uint32_t cue, bede_claim *claim)
{
  if (claim->recipient.count || cue < work->begin || cue >= work->end) return;
  const bede_frame_args *args = bede_event_args(work, cue);
  for (size_t i = 0; i < args->count; i++) {
    const bede_arg *arg = &args->items[i];
    if (arg->slot == BEDE_SLOT_OBJ || arg->slot == BEDE_SLOT_IOBJ)
      bede_event_add_party(work, claim, arg->word, false);
  }
}

bede_own bede_event_own(bede_event_work *work, uint32_t surface,
                        bede_claim *claim)
{
  const bede_doc *doc = work->doc;
  bede_span act = doc->words.items[surface].span;
  bede_grammar g;
  bede_grammar_of(doc, surface, &g);
  for (uint32_t i = doc->attributions.count; i-- > 1;) { // 0 is the narrator
    const bede_attribution *a = &doc->attributions.items[i];
    if (a->topic || !holds(a, act)) continue;
    bool warns = is_warning(doc, a);
    const bede_entity *speaker = speaker_of(doc, a);
    bool here = a->source_head >= work->begin && a->source_head < work->end;
    if (here && !claim->actor.count && g.passive && warns && speaker &&
        is_official(speaker)) {
      bede_event_add_party(work, claim, a->source_head, true);
      return claim->actor.count ? BEDE_OWN_THREAT : BEDE_OWN_NOT;
    }
    if (!is_teller(work, a, claim)) continue;
    if (warns) add_warned(work, a->cue_head, claim);
    return warns || bede_event_has_condition(doc, surface) ? BEDE_OWN_THREAT
                                                           : BEDE_OWN_TOLD;
  }
  return BEDE_OWN_NOT;
}
