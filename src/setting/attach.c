// Gives quantities to claims: a number belongs to the claim whose trigger
// governs it, or to the claim of its kind in the sentence.
#include "base/error.h"
#include "base/limits.h"
#include "setting/reach.h"
#include "setting/scan.h"
#include "setting/setting.h"

// --- quantities

// May the number be one of this claim's act? People are killed in attacks and
// at protests, held in arrests; other numbers fit any act.
static bool is_kind(const bede_quantity *q, const bede_claim *claim)
{
  switch (q->of) {
  case BEDE_OF_KILLED:
  case BEDE_OF_INJURED:
    return claim->event == BEDE_ASSAULT;
  case BEDE_OF_ARRESTED:
  case BEDE_OF_HOSTAGES:
    return claim->event == BEDE_COERCE || claim->event == BEDE_ASSAULT;
  case BEDE_OF_PARTICIPANTS:
    return claim->event == BEDE_PROTEST;
  case BEDE_OF_MISSING:
  case BEDE_OF_DISPLACED:
    return claim->event == BEDE_ASSAULT || claim->event == BEDE_COERCE;
  default:
    return false;
  }
}

// Acts without any of a number's own kind in the sentence: a protest at which
// people died, a march of soldiers.
static bool is_second_kind(const bede_quantity *q, const bede_claim *claim)
{
  return q->of <= BEDE_OF_HOSTAGES && !claim->speech_act &&
         (claim->event == BEDE_PROTEST || claim->event == BEDE_COERCE ||
          claim->event == BEDE_MOBILIZE || claim->event == BEDE_ASSAULT);
}

// How near the claim's trigger governs the number: steps from the number's
// noun up to the trigger, or UINT32_MAX.
static uint32_t steps_to(const bede_doc *doc, const bede_quantity *q,
                         const bede_claim *claim)
{
  uint32_t word = q->head, steps = 0;
  while (word != BEDE_NONE && steps < BEDE_MAX_SENTENCE_WORDS) {
    if (word == claim->trigger_head || bede_in_trigger(doc, claim, word))
      return steps;
    word = bede_word_at(doc, word)->head;
    steps++;
  }
  return UINT32_MAX;
}

// A number of victims, prisoners or marchers goes to the claim of its kind that
// governs it most closely, else to the first such claim of the sentence, else
// to the first of the second kind; other numbers go to the claim right above
// them.
static uint32_t claim_for(const bede_doc *doc, const bede_quantity *q)
{
  uint32_t best = BEDE_NONE, best_steps = UINT32_MAX, first = BEDE_NONE,
           second = BEDE_NONE;
  uint32_t from = bede_first_claim(doc, q->sentence);
  for (uint32_t i = from; i < doc->claims.count; i++) {
    const bede_claim *claim = &doc->claims.items[i];
    if (claim->sentence != q->sentence) break;
    bool kind = is_kind(q, claim);
    bool plain = q->of > BEDE_OF_HOSTAGES;
    uint32_t steps = steps_to(doc, q, claim);
    if (kind && first == BEDE_NONE) first = i;
    if (is_second_kind(q, claim) && second == BEDE_NONE) second = i;
    bool near = (kind || (plain && steps <= 2)) && steps != UINT32_MAX;
    if (near && steps < best_steps) {
      best = i;
      best_steps = steps;
    }
  }
  if (best != BEDE_NONE) return best;
  return first != BEDE_NONE ? first : second;
}

static bool has_role(const bede_role *roles, uint32_t count, uint32_t head)
{
  for (uint32_t i = 0; i < count; i++) {
    if (roles[i].head == head) return true;
  }
  return false;
}

static bool is_state_force(const bede_entity *e)
{
  for (uint8_t k = 0; k < e->sector_count; k++) {
    bede_sector s = (bede_sector)e->sectors[k];
    if (s == BEDE_SECTOR_MIL || s == BEDE_SECTOR_COP || s == BEDE_SECTOR_GOV ||
        s == BEDE_SECTOR_JUD || s == BEDE_SECTOR_SPY) {
      return true;
    }
  }
  return e->kind == BEDE_KIND_STATE;
}

// Does somebody act who is no organ of a state? Whom he seizes he does not
// arrest.
static bool by_others(const bede_doc *doc, const bede_claim *claim)
{
  for (uint32_t i = 0; i < claim->actor.count; i++) {
    uint32_t entity = claim->actor.items[i].entity;
    if (entity != BEDE_NONE && is_state_force(&doc->entities.items[entity])) {
      return false;
    }
  }
  return claim->actor.count > 0;
}

// What the claim says became of those counted, where the words did not: those
// whom it abducts or arrests, those who protest in it.
static void retell(const bede_doc *doc, bede_quantity *q,
                   const bede_claim *claim)
{
  bool held = q->of == BEDE_OF_ARRESTED && by_others(doc, claim);
  if ((q->of <= BEDE_OF_HOSTAGES && !held) || q->of > BEDE_OF_PEOPLE) return;
  if (claim->event == BEDE_PROTEST && q->of == BEDE_OF_PEOPLE &&
      has_role(claim->actor.items, claim->actor.count, q->head)) {
    q->of = BEDE_OF_PARTICIPANTS;
  }
  if (claim->event == BEDE_ASSAULT &&
      bede_claim_has_mode(claim, BEDE_MODE_ASSAULT_ABDUCT) &&
      has_role(claim->recipient.items, claim->recipient.count, q->head)) {
    q->of = BEDE_OF_HOSTAGES;
  }
  if (claim->event == BEDE_COERCE &&
      bede_claim_has_mode(claim, BEDE_MODE_COERCE_ARREST) &&
      has_role(claim->recipient.items, claim->recipient.count, q->head)) {
    q->of = BEDE_OF_ARRESTED;
  }
}

static void retell_all(bede_doc *doc, bede_quantity *q)
{
  for (uint32_t i = bede_first_claim(doc, q->sentence); i < doc->claims.count;
       i++) {
    if (doc->claims.items[i].sentence != q->sentence) break;
    retell(doc, q, &doc->claims.items[i]);
  }
}

static bede_status attach_quantity(bede_doc *doc, uint32_t index)
{
  bede_quantity *q = &doc->quantities.items[index];
  retell_all(doc, q);
  uint32_t found = claim_for(doc, q);
  if (found == BEDE_NONE) return BEDE_OK;
  bede_claim *claim = &doc->claims.items[found];
  uint32_t *slot =
      BEDE_LIST_PUSH(&claim->quantities, doc->arena, BEDE_MAX_WORDS);
  if (!slot) return BEDE_ENOMEM;
  *slot = index;
  q->claim = found;
  return BEDE_OK;
}

bede_status bede_setting_attach(bede_doc *doc, const bede_lexicon *lex,
                                bede_error *err)
{
  bede_date_claims(doc);
  bede_status status = bede_place_claims(doc, lex);
  for (uint32_t i = 0; i < doc->quantities.count && !status; i++)
    status = attach_quantity(doc, i);
  if (status) {
    return bede_error_set(err, status, BEDE_NO_OFFSET, "out of memory");
  }
  return BEDE_OK;
}
