// What the grammar of its clause makes of a claim.
#include "event/clause.h"

#include <string.h>

#include "base/str.h"
#include "event/build.h"
#include "event/match.h"
#include "event/own.h"
#include "event/roles.h"
#include "lang/slots.h"

static const bede_lex_cell *grammar_cell(const bede_event_work *work,
                                         const char *name,
                                         const bede_claim *claim)
{
  uint16_t op = bede_lexicon_op(work->lex, bede_str_from(name));
  if (!op) return NULL;
  return bede_lexicon_compose(work->lex, op, claim->event,
                              claim->mode_count ? claim->modes[0]
                                                : BEDE_MODE_NONE);
}

// "They must open the port": who must is asked, not who asks.
static void actor_to_recipient(bede_claim *claim)
{
  memcpy(&claim->recipient, &claim->actor, sizeof claim->recipient);
  memset(&claim->actor, 0, sizeof claim->actor);
}

// Applies a grammar operator; true when its cell decided the matter.
static bool apply_grammar(bede_event_work *work, const char *name,
                          bede_claim *claim)
{
  const bede_lex_cell *cell = grammar_cell(work, name, claim);
  if (!cell) return false;
  bede_event_say(work, claim->trigger_head, "%s over %s: line %u", name,
                 bede_event_name(claim->event), cell->ref.line);
  if (cell->result) {
    bede_event_set_composed(claim, cell, claim->cameo);
    bede_event_add_rule(claim, cell->ref);
    bede_event_keep_inner(cell->keep,
                          claim); // grammar has no claim beside its own
    if (cell->recipient == BEDE_RECIPIENT_INNER_ACTOR)
      actor_to_recipient(claim);
    return true;
  }
  switch (cell->keep) {
  case BEDE_KEEP_UNCERTAIN:
    claim->uncertain = true;
    return true;
  case BEDE_KEEP_NEGATED:
    claim->negated = !claim->negated;
    return true;
  case BEDE_KEEP_FUTURE:
    claim->status = BEDE_STATUS_FUTURE;
    return true;
  case BEDE_KEEP_HYPOTHETICAL:
    claim->status = BEDE_STATUS_HYPOTHETICAL;
    return true;
  default:
    return cell->keep == BEDE_KEEP_YES;
  }
}

// Words and marches are done for a purpose at once: "went on the radio to
// condemn", "gathered to protest". Other purposes may have failed.
static bool is_done_purpose(const bede_event_work *work, uint32_t surface,
                            const bede_claim *claim)
{
  switch (claim->event) {
  case BEDE_SUPPORT:
  case BEDE_ACCUSE:
  case BEDE_REQUEST:
  case BEDE_REJECT:
  case BEDE_PROTEST:
    break;
  default:
    return false;
  }
  uint32_t verb = bede_event_word(work, surface)->head;
  if (verb == BEDE_NONE) return false;
  bede_grammar g;
  bede_grammar_of(work->doc, verb, &g);
  return g.tense == BEDE_TIME_PAST && !g.negated && !g.conditional &&
         g.modal == BEDE_MODAL_NONE;
}

// "Went to protest", "used the visit to praise": a purpose, though the parser
// takes it for a complement.
static bool is_sent(const bede_event_work *work, uint32_t surface)
{
  uint32_t head = bede_event_word(work, surface)->head;
  return head != BEDE_NONE &&
         bede_lemma_in(work->doc, head,
                       "go come use gather assemble march meet appear kneel");
}

// Does a set of times belong to the act or its object, not to something else in
// its clause: "met every week", "weekly protests", "exchanged weekly messages",
// but "left after their yearly meeting"?
static bool times_act(const bede_doc *doc, const bede_timex *x,
                      uint32_t surface, uint32_t trigger)
{
  const bede_word *words = doc->words.items;
  uint32_t top = x->word_begin;
  while (words[top].head >= x->word_begin && words[top].head < x->word_end)
    top = words[top].head;
  uint32_t head = words[top].head;
  if (head == surface || head == trigger || top == surface) return true;
  if (head >= doc->words.count) return false;
  if (words[head].head == surface &&
      (words[head].deprel == BEDE_REL_OBJ ||
       words[head].deprel == BEDE_REL_NSUBJ_PASS))
    return true;
  if (words[head].upos != BEDE_UPOS_VERB) return false;
  return bede_tree_within(doc, head, surface) ||
         bede_tree_within(doc, trigger, head);
}

// "Every Friday", "twice a year": a set of times in the clause.
static bool in_set_of_times(const bede_event_work *work, uint32_t surface,
                            uint32_t trigger)
{
  for (uint32_t t = work->date_begin; t < work->date_end; t++) {
    const bede_timex *x = &work->doc->dates.items[t];
    if (x->type == BEDE_TIMEX_SET && times_act(work->doc, x, surface, trigger))
      return true;
  }
  return false;
}

// "Would burn a granary each night": what was done again and again.
static bool is_past_habit(const bede_event_work *work, uint32_t surface,
                          const bede_grammar *g, const bede_claim *claim)
{
  return g->modal == BEDE_MODAL_WOULD && !g->depends &&
         (in_set_of_times(work, surface, claim->trigger_head) ||
          bede_standing_habitual(&work->standing, work->doc, surface));
}

// A hostile act that its own actor announces is a threat: the cells of
// OWN_THREAT and OWN_FUTURE say which. True when a cell decided the matter.
static bool apply_own(bede_event_work *work, uint32_t surface,
                      const bede_grammar *g, bede_claim *claim)
{
  bool open = g->tense == BEDE_TIME_FUTURE || g->modal == BEDE_MODAL_POSSIBLE ||
              g->modal == BEDE_MODAL_ABILITY || g->modal == BEDE_MODAL_WOULD;
  if (!open || g->negated || g->question || g->conditional || g->modal_perfect)
    return false;
  const char *name = "OWN_THREAT";
  const bede_lex_cell *cell = grammar_cell(work, name, claim);
  if (!cell) return false; // no act to threaten with
  bede_own own = bede_event_own(work, surface, claim);
  if (own == BEDE_OWN_TOLD) name = "OWN_FUTURE";
  if (own == BEDE_OWN_NOT ||
      (own == BEDE_OWN_TOLD && g->tense != BEDE_TIME_FUTURE) ||
      !apply_grammar(work, name, claim))
    return false;
  claim->speech_act = true;
  return true;
}

static void apply_modality(bede_event_work *work, uint32_t surface,
                           const bede_grammar *g, bede_claim *claim)
{
  if (apply_own(work, surface, g, claim)) return;
  bool may = g->modal == BEDE_MODAL_POSSIBLE || g->modal == BEDE_MODAL_ABILITY;
  if (g->modal_perfect) {
    claim->uncertain = may;
    if (!may) claim->status = BEDE_STATUS_HYPOTHETICAL;
    return;
  }
  bool purpose = g->purpose && !is_done_purpose(work, surface, claim);
  if (g->depends && g->tense == BEDE_TIME_FUTURE && !g->conditional) {
    (void)apply_grammar(work, "FUTURE", claim); // "will send aid if ..."
    claim->status = BEDE_STATUS_HYPOTHETICAL;
    return;
  }
  // whether it happened is open, not whether it will
  if (g->indirect && !g->conditional && g->tense == BEDE_TIME_PAST &&
      g->modal == BEDE_MODAL_NONE) {
    claim->uncertain = true;
    return;
  }
  if (g->conditional || g->question || purpose) {
    if (!apply_grammar(work, "CONDITIONAL", claim))
      claim->status = BEDE_STATUS_HYPOTHETICAL;
    if (g->question) claim->flags |= BEDE_FLAG_QUESTION;
    return;
  }
  if (g->modal == BEDE_MODAL_NECESSARY && g->tense == BEDE_TIME_PAST)
    return; // "had to leave": did
  if (g->modal == BEDE_MODAL_NECESSARY) {
    if (!claim->actor.count || !apply_grammar(work, "NECESSARY", claim))
      claim->status = BEDE_STATUS_HYPOTHETICAL;
  } else if (is_past_habit(work, surface, g, claim)) {
    claim->aspect = BEDE_ASPECT_HABITUAL;
  } else if (g->modal != BEDE_MODAL_NONE) {
    if (!apply_grammar(work, "POSSIBLE", claim))
      claim->status = BEDE_STATUS_HYPOTHETICAL;
  } else if (g->tense == BEDE_TIME_FUTURE) {
    if (!apply_grammar(work, "FUTURE", claim))
      claim->status = BEDE_STATUS_FUTURE;
  }
}

// What modifiers and governors that are no operators make of the claim: "the
// failed coup", "the talks will begin on Monday". An infinitive that nothing
// takes for done ("gathered to attack") has not happened.
static void clause_context(bede_event_work *work, uint32_t surface,
                           const bede_grammar *g, bede_claim *claim)
{
  bede_standing around;
  bede_standing_context(&work->standing, work->doc, surface, &around);
  // what has not happened is open, not doubted
  if (claim->status == BEDE_STATUS_ACTUAL) claim->uncertain |= around.uncertain;
  if (around.negated && !apply_grammar(work, "NEG", claim))
    claim->negated = !claim->negated;
  if (claim->status != BEDE_STATUS_ACTUAL ||
      around.status == BEDE_STATUS_ACTUAL)
    return;
  if (g->infinitive && claim->event == BEDE_REQUEST) return;
  if (g->infinitive && (g->purpose || is_sent(work, surface)) &&
      is_done_purpose(work, surface, claim))
    return;
  bool ahead = around.status == BEDE_STATUS_FUTURE && !g->infinitive;
  if (!apply_grammar(work, ahead ? "FUTURE" : "CONDITIONAL", claim))
    claim->status = ahead ? BEDE_STATUS_FUTURE : BEDE_STATUS_HYPOTHETICAL;
}

// --- aspect ------------------------------------------------------------------

// The simple present tells no single act, but in headlines and where it
// performs one ("We condemn ...").
static bool is_general_present(const bede_event_work *work, uint32_t surface,
                               const bede_grammar *g)
{
  const bede_doc *doc = work->doc;
  const bede_sentence *s = &doc->sentences.items[work->sentence];
  bool finite = g->tense == BEDE_TIME_PRESENT && !g->progressive &&
                !g->perfect && !g->infinitive && !g->participle &&
                g->modal == BEDE_MODAL_NONE && !g->conditional && !g->question;
  if (!finite || s->title) return false;
  // one form for the present and the past
  if (bede_lemma_in(doc, surface,
                    "beat hit cut set put shut let hurt quit "
                    "spread burst split bid cast thrust"))
    return false;
  if (doc->words.items[s->word_end - 1].upos != BEDE_UPOS_PUNCT) return false;
  const bede_frame_args *args =
      bede_event_args((bede_event_work *)work, surface);
  for (size_t a = 0; a < args->count; a++) {
    if (args->items[a].slot == BEDE_SLOT_SUBJ &&
        bede_lemma_in(doc, args->items[a].word, "i we"))
      return false;
  }
  return true;
}

// What the simple present of an act of this type tells: a standing relation or
// what is done again and again; EVENT where reporters use it for one act, too
// ("calls for", "rejects").
static bede_aspect present_aspect(const bede_claim *claim, bool passive,
                                  bool stays)
{
  if (stays) return BEDE_ASPECT_STATE; // "remains in custody", "holds eleven"
  switch (claim->event) {
  case BEDE_SUPPORT:
  case BEDE_COOPERATE:
  case BEDE_MOBILIZE:
    return BEDE_ASPECT_STATE;
  case BEDE_COERCE:
    return passive ? BEDE_ASPECT_STATE : BEDE_ASPECT_HABITUAL;
  case BEDE_ASSAULT:
  case BEDE_CONSULT:
  case BEDE_AID:
  case BEDE_PROTEST:
    return BEDE_ASPECT_HABITUAL;
  default:
    return BEDE_ASPECT_EVENT;
  }
}

static void set_aspect(bede_event_work *work, uint32_t surface,
                       const bede_grammar *g, bede_claim *claim)
{
  const bede_doc *doc = work->doc;
  if (claim->aspect != BEDE_ASPECT_EVENT) return;
  bool own = surface == claim->trigger_head ||
             bede_event_word(work, claim->trigger_head)->upos == BEDE_UPOS_NOUN;
  if (bede_standing_habitual(&work->standing, doc, surface) ||
      bede_standing_habitual(&work->standing, doc, claim->trigger_head) ||
      in_set_of_times(work, surface, claim->trigger_head))
    claim->aspect = BEDE_ASPECT_HABITUAL;
  else if (own && g->progressive)
    claim->aspect = BEDE_ASPECT_ONGOING;
  else if (bede_standing_lasting(&work->standing, doc, surface))
    claim->aspect = BEDE_ASPECT_ONGOING;
  else if (own && is_general_present(work, surface, g))
    claim->aspect =
        present_aspect(claim, g->passive,
                       bede_lemma_in(doc, surface, "remain stay hold keep be"));
}

void bede_event_clause(bede_event_work *work, uint32_t surface, bool negates,
                       bool taken, bede_claim *claim)
{
  bede_grammar g;
  bede_grammar_of(work->doc, surface, &g);
  bool refused = g.negated && !taken && g.tense == BEDE_TIME_FUTURE &&
                 g.modal == BEDE_MODAL_NONE && !g.conditional;
  if (refused && apply_grammar(work, "NEG_FUTURE", claim)) {
    // "will not attend the talks unless": to stay away is the threat
    if (bede_event_has_condition(work->doc, surface))
      (void)apply_grammar(work, "OWN_THREAT", claim);
    return;
  }
  if (g.negated != negates && !apply_grammar(work, "NEG", claim))
    claim->negated = !claim->negated;
  if (taken) return;
  apply_modality(work, surface, &g, claim);
  clause_context(work, surface, &g, claim);
  set_aspect(work, surface, &g, claim);
}
