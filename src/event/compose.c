// Composition: predicate, then operators from the inside out, then grammar.
// The table is data (knowledge/compose); here is only how a cell is applied.
#include "event/compose.h"

#include <string.h>

#include "ann/cameo.h"
#include "base/str.h"
#include "event/match.h"
#include "event/own.h"
#include "event/roles.h"
#include "lang/slots.h"

// --- finding operators -------------------------------------------------------

static void add_op(bede_event_work *work, uint32_t word, uint32_t complement,
                   const bede_lex_op *op)
{
  for (uint32_t i = 0; i < work->op_count; i++) {
    if (work->ops[i].word == word && work->ops[i].complement == complement)
      return; // an earlier line of the knowledge took it
  }
  if (work->op_count == BEDE_MAX_SENTENCE_WORDS) return;
  bede_op_use use = {word, complement, op};
  work->ops[work->op_count++] = use;
}

// What fills the complement slots of `op` among the arguments of `holder`.
static void add_complements(bede_event_work *work, uint32_t word,
                            uint32_t holder, const bede_lex_op *op)
{
  const bede_frame_args *args = bede_event_args(work, holder);
  for (size_t a = 0; a < args->count; a++) {
    for (uint32_t s = 0; s < op->complement_count; s++) {
      const bede_lex_slot *slot =
          bede_lexicon_slots(work->lex, op->complement_begin + s);
      if (holder != word && slot->slot != BEDE_SLOT_PREP) continue;
      // "the deal reached by X" is no deal to reach something
      if (slot->slot == BEDE_SLOT_ACL &&
          bede_event_word(work, args->items[a].word)->xpos == BEDE_XPOS_VBN)
        continue;
      if (bede_slot_takes(work->doc, work->lex, slot, &args->items[a]))
        add_op(work, word, args->items[a].word, op);
    }
  }
}

// "accused the rebels of shelling": the phrase is often hung on the object.
static void add_object_complements(bede_event_work *work, uint32_t word,
                                   const bede_lex_op *op)
{
  const bede_frame_args *args = bede_event_args(work, word);
  for (size_t a = 0; a < args->count; a++) {
    bool object = args->items[a].slot == BEDE_SLOT_OBJ;
    if (object && args->items[a].via == BEDE_VIA_DIRECT)
      add_complements(work, word, args->items[a].word, op);
  }
}

static void find_ops_of(bede_event_work *work, uint32_t word)
{
  char pos = bede_event_pos(work->doc, word);
  if (!pos) return;
  uint32_t count;
  const bede_lex_op *op = bede_lexicon_ops(
      work->lex, bede_event_word(work, word)->lemma_id, pos, &count);
  for (uint32_t i = 0; i < count; i++) {
    uint32_t words[4];
    size_t n;
    if (!bede_event_particle(work, word, op[i].particle) ||
        !bede_event_conditions(work, word, op[i].cond_begin, op[i].cond_count,
                               words, &n))
      continue;
    add_complements(work, word, word, &op[i]);
    add_object_complements(work, word, &op[i]);
  }
}

void bede_event_find_ops(bede_event_work *work)
{
  work->op_count = 0;
  for (uint32_t w = work->begin; w < work->end; w++) {
    if (bede_event_word(work, w)->lemma_id) find_ops_of(work, w);
  }
}

static const bede_op_use *op_over(const bede_event_work *work, uint32_t word)
{
  for (uint32_t i = 0; i < work->op_count; i++) {
    if (work->ops[i].complement == word && work->ops[i].word != word)
      return &work->ops[i];
  }
  return NULL;
}

// --- building claims ---------------------------------------------------------

static void add_trigger(bede_event_work *work, bede_claim *claim, uint32_t word)
{
  bede_span span = bede_event_word(work, word)->span;
  for (uint32_t i = 0; i < claim->trigger.count; i++) {
    if (claim->trigger.items[i].begin == span.begin) return;
  }
  bede_span *slot = BEDE_LIST_PUSH(&claim->trigger, work->doc->arena,
                                   BEDE_MAX_SENTENCE_WORDS);
  if (!slot) return;
  uint32_t i = claim->trigger.count - 1;
  for (; i && claim->trigger.items[i - 1].begin > span.begin; i--)
    claim->trigger.items[i] = claim->trigger.items[i - 1];
  claim->trigger.items[i] = span;
}

static void add_rule(bede_claim *claim, bede_ref ref)
{
  if (ref.line && claim->rule_count < 4)
    claim->rules[claim->rule_count++] = ref;
}

// The type that a cell gives, its code refined by that of the act below; a code
// so found may be of another mode ("threaten" + broken relations).
static void set_type(bede_claim *claim, bede_event event, bede_mode mode,
                     const char *cameo);

static void set_composed(bede_claim *claim, const bede_lex_cell *cell,
                         const char *inner)
{
  const char *code = bede_cameo_refine(cell->cameo, inner);
  const bede_cameo *c = bede_cameo_find(code);
  bede_mode mode = (bede_mode)cell->result_mode;
  bool finer = c && strcmp(code, cell->cameo) != 0;
  if (finer && c->event == cell->result && c->mode) mode = c->mode;
  set_type(claim, (bede_event)cell->result, mode, code);
}

static void set_type(bede_claim *claim, bede_event event, bede_mode mode,
                     const char *cameo)
{
  claim->event = event;
  claim->mode_count = 0;
  if (mode) claim->modes[claim->mode_count++] = mode;
  memset(claim->cameo, 0, sizeof claim->cameo);
  memcpy(claim->cameo, cameo, strnlen(cameo, sizeof claim->cameo - 1));
}

// Parties that no slot of the knowledge names.
static void more_roles(bede_event_work *work, const bede_frame *frame,
                       bede_claim *claim)
{
  if (frame->pred->flags & BEDE_PRED_RECIPROCAL) {
    bede_event_add_sides(work, claim, frame->word);
    for (size_t i = 0; i < frame->extra_count; i++)
      bede_event_add_sides(work, claim, frame->extra[i]);
  }
  if (claim->recipient.count) return;
  switch (frame->pred->event) {
  case BEDE_REQUEST:
    bede_event_add_from_clause(work, claim, frame->word, true);
    break;
  case BEDE_AGREE:
  case BEDE_REJECT:
  case BEDE_THREATEN:
    bede_event_add_from_clause(work, claim, frame->word, false);
    break;
  default:
    break;
  }
}

static bool has_of(const bede_event_work *work, uint32_t begin, uint32_t count)
{
  uint32_t of = bede_lexicon_symbol(work->lex, bede_str_from("of"));
  for (uint32_t i = 0; i < count; i++) {
    const bede_lex_slot *slot = bede_lexicon_slots(work->lex, begin + i);
    if (slot->slot == BEDE_SLOT_PREP && slot->prep == of) return true;
  }
  return false;
}

// Of an act that is done to somebody "of" names whom it is done to ("the
// shelling of the army"), though it may name who does it where somebody else is
// hit ("the attack of the army on the town").
static void add_actors(bede_event_work *work, const bede_frame *frame,
                       bede_claim *claim)
{
  const bede_lex_pred *p = frame->pred;
  bool recip = p->flags & BEDE_PRED_RECIPROCAL;
  if (!recip && has_of(work, p->actor_begin, p->actor_count) &&
      has_of(work, p->recipient_begin, p->recipient_count)) {
    bede_claim hit = {.event = claim->event,
                      .trigger_head = claim->trigger_head};
    bede_event_add_roles(work, &hit, frame->word, p->recipient_begin,
                         p->recipient_count, false);
    for (uint32_t i = 0; i < hit.recipient.count; i++)
      bede_event_copy_roles(work, &hit.recipient.items[i], 1, claim, false);
  }
  bede_event_add_roles(work, claim, frame->word, p->actor_begin, p->actor_count,
                       true);
}

static void frame_roles(bede_event_work *work, const bede_frame *frame,
                        bede_claim *claim)
{
  const bede_lex_pred *p = frame->pred;
  const bede_lex_support *s = frame->support;
  if (s) {
    bede_event_add_roles(work, claim, frame->surface, s->actor_begin,
                         s->actor_count, true);
    bede_event_add_roles(work, claim, frame->surface, s->recipient_begin,
                         s->recipient_count, false);
  }
  bool recip = p->flags & BEDE_PRED_RECIPROCAL;
  if (recip || !claim->actor.count) add_actors(work, frame, claim);
  if (recip || !claim->recipient.count)
    bede_event_add_roles(work, claim, frame->word, p->recipient_begin,
                         p->recipient_count, recip);
  // "launched strikes on X": the preposition hangs on the support verb
  if (s && !claim->recipient.count && !recip)
    bede_event_add_roles(work, claim, frame->surface, p->recipient_begin,
                         p->recipient_count, false);
  if (s && recip)
    bede_event_add_roles(work, claim, frame->surface, p->actor_begin,
                         p->actor_count, true);
  if (p->event == BEDE_PROTEST && !claim->recipient.count) {
    bede_event_add_opposed(work, claim, frame->word);
    for (size_t i = 0; i < frame->extra_count; i++)
      bede_event_add_opposed(work, claim, frame->extra[i]);
  }
  more_roles(work, frame, claim);
}

static void base_claim(bede_event_work *work, const bede_frame *frame,
                       bede_claim *claim)
{
  memset(claim, 0, sizeof *claim);
  claim->sentence = work->sentence;
  claim->under = claim->repeats = BEDE_NONE;
  claim->trigger_head = frame->word;
  set_type(claim, frame->pred->event, frame->pred->mode, frame->pred->cameo);
  claim->speech_act = frame->pred->flags & BEDE_PRED_SPEECH;
  if (frame->pred->flags & BEDE_PRED_STATE) claim->aspect = BEDE_ASPECT_STATE;
  add_rule(claim, frame->pred->ref);
  add_trigger(work, claim, frame->word);
  uint32_t particle = frame->pred->particle
                          ? bede_particle_of(work->doc, frame->word)
                          : BEDE_NONE;
  if (particle != BEDE_NONE) add_trigger(work, claim, particle);
  for (size_t i = 0; i < frame->extra_count; i++)
    add_trigger(work, claim, frame->extra[i]);
  if (frame->support) {
    add_rule(claim, frame->support->ref);
    add_trigger(work, claim, frame->surface);
  }
  frame_roles(work, frame, claim);
}

// --- grammar -----------------------------------------------------------------

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

// What becomes of the inner claim under a cell.
static void keep_inner(uint8_t keep, bede_claim *inner)
{
  if (keep == BEDE_KEEP_UNCERTAIN) inner->uncertain = true;
  if (keep == BEDE_KEEP_NEGATED) inner->negated = !inner->negated;
  if (keep == BEDE_KEEP_FUTURE) inner->status = BEDE_STATUS_FUTURE;
  if (keep == BEDE_KEEP_HYPOTHETICAL) inner->status = BEDE_STATUS_HYPOTHETICAL;
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
    set_composed(claim, cell, claim->cameo);
    add_rule(claim, cell->ref);
    keep_inner(cell->keep, claim); // grammar has no claim beside its own
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

// The clause's own grammar over the outermost word.
static void clause_grammar(bede_event_work *work, uint32_t surface,
                           bool negates, bool taken, bede_claim *claim)
{
  bede_grammar g;
  bede_grammar_of(work->doc, surface, &g);
  bool refused = g.negated && !taken && g.tense == BEDE_TIME_FUTURE &&
                 g.modal == BEDE_MODAL_NONE && !g.conditional;
  if (refused && apply_grammar(work, "NEG_FUTURE", claim)) return;
  if (g.negated != negates && !apply_grammar(work, "NEG", claim))
    claim->negated = !claim->negated;
  if (taken) return;
  apply_modality(work, surface, &g, claim);
  clause_context(work, surface, &g, claim);
  set_aspect(work, surface, &g, claim);
}

enum { MAX_FALL_BACK = 8 }; // entries tried behind the best one

// --- emitting ----------------------------------------------------------------

static void grow_span(bede_span *span, bede_span with)
{
  if (with.begin < span->begin) span->begin = with.begin;
  if (with.end > span->end) span->end = with.end;
}

static void set_evidence(bede_event_work *work, bede_claim *claim,
                         uint32_t surface)
{
  bede_span span = bede_clause_span(work->doc, surface);
  for (uint32_t i = 0; i < claim->trigger.count; i++)
    grow_span(&span, claim->trigger.items[i]);
  for (uint32_t i = 0; i < claim->actor.count; i++)
    grow_span(&span, claim->actor.items[i].span);
  for (uint32_t i = 0; i < claim->recipient.count; i++)
    grow_span(&span, claim->recipient.items[i].span);
  claim->evidence = span;
}

// Has the list a party for an act of this type? By force anybody may act and
// suffer; by words only who is an entity of the document.
static bool has_party(const bede_claim *claim, const bede_role *roles,
                      uint32_t count)
{
  bool force = claim->event == BEDE_ASSAULT || claim->event == BEDE_COERCE;
  return force ? count > 0 : bede_event_has_entity(roles, count);
}

// What the claim lacks of the parties that its entry demands, or NULL. A
// composed claim (`frame` NULL) must have one at least.
static const char *missing_party(const bede_event_work *work,
                                 const bede_frame *frame,
                                 const bede_claim *claim)
{
  bool any = claim->actor.count + claim->recipient.count > 0;
  if (!frame) return any ? NULL : "no party";
  bool actor = has_party(claim, claim->actor.items, claim->actor.count);
  bool recipient =
      has_party(claim, claim->recipient.items, claim->recipient.count);
  uint16_t flags = frame->pred->flags;
  if (any && !actor && !recipient && !bede_event_by_force(claim->event))
    return "private people only";
  if ((flags & BEDE_PRED_NEED_ACTOR) && !actor) return "no actor";
  if ((flags & BEDE_PRED_NEED_RECIPIENT) && !recipient) return "no recipient";
  bool political = bede_event_political(work->doc, claim);
  if ((flags & BEDE_PRED_NEED_POLITICAL) && !political)
    return "nobody political";
  return NULL;
}

// "Suspected rebels killed two": whose doing it was is doubted.
static bool actor_doubted(const bede_event_work *work, const bede_claim *claim)
{
  if (claim->event != BEDE_ASSAULT && claim->event != BEDE_COERCE) return false;
  for (uint32_t i = 0; i < claim->actor.count; i++) {
    if (bede_standing_doubted(&work->standing, work->doc,
                              claim->actor.items[i].head))
      return true;
  }
  return false;
}

static void emit(bede_event_work *work, const bede_frame *frame,
                 const bede_claim *claim, uint32_t surface)
{
  const char *missing = missing_party(work, frame, claim);
  if (missing) {
    bede_event_say(work, claim->trigger_head, "lost %s: %s",
                   bede_event_name(claim->event), missing);
    return;
  }
  if (work->doc->claims.count - work->claim_begin >= BEDE_MAX_CLAIMS_SENTENCE)
    return;
  bede_claim *slot =
      BEDE_LIST_PUSH(&work->doc->claims, work->doc->arena, BEDE_MAX_CLAIMS);
  if (!slot) return;
  *slot = *claim;
  if (work->doc->sentences.items[work->sentence].title)
    slot->flags |= BEDE_FLAG_HEADLINE;
  slot->uncertain |= actor_doubted(work, claim);
  set_evidence(work, slot, surface);
  bede_event_say(work, claim->trigger_head, "won %s",
                 bede_event_name(claim->event));
}

// Speech acts that are aimed at whoever does the inner act, never at whom it
// hits: the victims of a raid that is condemned are not accused.
static bool is_about_actor(uint8_t event)
{
  return event == BEDE_ACCUSE || event == BEDE_SUPPORT ||
         event == BEDE_REQUEST || event == BEDE_REJECT;
}

// An operator noun under a support verb takes that verb's subject: "claimed
// responsibility for the attack".
static void support_subject(bede_event_work *work, bede_claim *out,
                            uint32_t surface)
{
  uint32_t count;
  const bede_lex_support *s = bede_lexicon_supports(
      work->lex, bede_event_word(work, surface)->lemma_id, &count);
  for (uint32_t i = 0; i < count && !out->actor.count; i++)
    bede_event_add_roles(work, out, surface, s[i].actor_begin, s[i].actor_count,
                         true);
}

// The claim that an operator makes of `inner`.
static void compose_claim(bede_event_work *work, const bede_op_use *use,
                          const bede_lex_cell *cell, const bede_claim *inner,
                          uint32_t surface, bede_claim *out)
{
  memset(out, 0, sizeof *out);
  out->sentence = work->sentence;
  out->under = out->repeats = BEDE_NONE;
  out->trigger_head = use->word;
  set_composed(out, cell, inner->cameo);
  out->speech_act = true;
  add_trigger(work, out, use->word);
  add_rule(out, use->op->ref);
  add_rule(out, cell->ref);
  if (inner->rule_count) add_rule(out, inner->rules[0]);
  if (cell->actor == 0)
    bede_event_add_roles(work, out, use->word, use->op->actor_begin,
                         use->op->actor_count, true);
  else
    bede_event_copy_roles(work, inner->actor.items, inner->actor.count, out,
                          true);
  if (cell->actor == 0 && surface != use->word)
    support_subject(work, out, surface);
  if (cell->recipient == BEDE_RECIPIENT_OP ||
      cell->recipient == BEDE_RECIPIENT_OWN)
    bede_event_add_roles(work, out, use->word, use->op->recipient_begin,
                         use->op->recipient_count, false);
  if (cell->recipient == BEDE_RECIPIENT_OWN) return;
  // "a meeting between X and Y is scheduled": they are to meet
  if (inner->event == BEDE_CONSULT && cell->result == BEDE_AGREE &&
      !out->actor.count) {
    bede_event_copy_roles(work, inner->actor.items, inner->actor.count, out,
                          true);
    return;
  }
  if (!out->recipient.count && cell->recipient != BEDE_RECIPIENT_INNER)
    bede_event_copy_roles(work, inner->actor.items, inner->actor.count, out,
                          false);
  if (!out->recipient.count && cell->recipient != BEDE_RECIPIENT_INNER_ACTOR &&
      !is_about_actor(cell->result))
    bede_event_copy_roles(work, inner->recipient.items, inner->recipient.count,
                          out, false);
}

// "Feared kidnapped", "feared that rebels had taken the town": what is past is
// doubted, not open.
static void keep_open(const bede_event_work *work, uint32_t surface,
                      bede_claim *inner)
{
  bede_grammar g;
  bede_grammar_of(work->doc, surface, &g);
  bool past = g.tense == BEDE_TIME_PAST || g.passive;
  if (past && !g.infinitive &&
      bede_event_word(work, surface)->upos == BEDE_UPOS_VERB) {
    inner->status = BEDE_STATUS_ACTUAL;
    inner->uncertain = true;
  }
}

// The word that carries the tense of an operator: the support verb of an
// operator noun ("made a threat"), else itself.
static uint32_t op_surface(const bede_event_work *work, uint32_t word)
{
  const bede_word *w = bede_event_word(work, word);
  if (w->upos != BEDE_UPOS_NOUN || w->head == BEDE_NONE) return word;
  uint32_t count;
  bede_lexicon_supports(work->lex, bede_event_word(work, w->head)->lemma_id,
                        &count);
  bool object = w->deprel == BEDE_REL_OBJ || w->deprel == BEDE_REL_NSUBJ_PASS;
  return count && object ? w->head : word;
}

// A claim of responsibility: the act itself, done by whoever claims it. That
// nobody claimed it says nothing of the act. Ends the composition.
static bool claimed(bede_event_work *work, const bede_op_use *use,
                    const bede_frame *frame, bede_claim *claim)
{
  bede_grammar g;
  bede_grammar_of(work->doc, use->word, &g);
  uint32_t surface = op_surface(work, use->word);
  if (!g.negated) {
    memset(&claim->actor, 0, sizeof claim->actor);
    bede_event_add_roles(work, claim, use->word, use->op->actor_begin,
                         use->op->actor_count, true);
    if (!claim->actor.count && surface != use->word)
      support_subject(work, claim, surface);
  }
  add_rule(claim, use->op->ref);
  uint32_t own = work->frame_at[use->word - work->begin];
  if (own != BEDE_NONE) work->frames[own].dead = true;
  emit(work, frame, claim, surface);
  return false;
}

// One operator over `claim`, whose outermost word is *surface. False when the
// claim is used up.
static bool apply_op(bede_event_work *work, const bede_op_use *use,
                     const bede_frame **frame, bede_claim *claim,
                     uint32_t *surface)
{
  bede_mode mode = claim->mode_count ? claim->modes[0] : BEDE_MODE_NONE;
  const bede_lex_cell *cell =
      bede_lexicon_compose(work->lex, use->op->op, claim->event, mode);
  uint32_t inner_surface = *surface;
  *surface = op_surface(work, use->word);
  if (!cell) return true;
  // "evidence supported his murder": what cannot speak performs no speech act
  if (cell->result && bede_event_subject_blocks(work, *surface)) return true;
  if (!cell->result) {
    if (!cell->keep) return false;
    if (cell->keep == BEDE_KEEP_CLAIMED)
      return claimed(work, use, *frame, claim);
    keep_inner(cell->keep, claim);
    if (cell->keep == BEDE_KEEP_HYPOTHETICAL)
      keep_open(work, inner_surface, claim);
    add_rule(claim, cell->ref);
    // "planned an attack": who plans is who attacks
    if (!claim->actor.count &&
        bede_event_word(work, inner_surface)->upos == BEDE_UPOS_NOUN)
      bede_event_add_roles(work, claim, use->word, use->op->actor_begin,
                           use->op->actor_count, true);
    return true;
  }
  bede_claim outer;
  compose_claim(work, use, cell, claim, *surface, &outer);
  uint32_t own = work->frame_at[use->word - work->begin];
  if (own != BEDE_NONE) work->frames[own].dead = true;
  bool vow_not = claim->negated && cell->result == BEDE_THREATEN;
  if (cell->keep) {
    keep_inner(cell->keep, claim);
    claim->alleged =
        cell->result == BEDE_ACCUSE && cell->keep == BEDE_KEEP_UNCERTAIN;
    claim->under = claim->alleged ? use->word : BEDE_NONE;
    // "blamed the militia for the attack": who is blamed is who attacked
    if (claim->alleged && !claim->actor.count &&
        bede_event_word(work, inner_surface)->upos == BEDE_UPOS_NOUN)
      bede_event_copy_roles(work, outer.recipient.items, outer.recipient.count,
                            claim, true);
    emit(work, *frame, claim, inner_surface);
  }
  *claim = outer;
  *frame = NULL;
  return !vow_not;
}

// Lacks the claim a party that its entry demands?
static bool lacks_party(const bede_event_work *work, const bede_frame *frame,
                        const bede_claim *claim)
{
  uint16_t flags = frame->pred->flags;
  return (flags & (BEDE_PRED_NEED_ACTOR | BEDE_PRED_NEED_RECIPIENT)) &&
         missing_party(work, frame, claim);
}

// Where the best entry finds no party in its slots another may: "the
// boycott of Chilean dairies" stops trade where no crowd is named.
static void fall_back(bede_event_work *work, bede_frame *frame,
                      bede_claim *claim)
{
  if (!lacks_party(work, frame, claim)) return;
  bede_frame next = *frame;
  for (int i = 0; i < MAX_FALL_BACK; i++) {
    bede_claim other;
    next.pred = bede_event_next(work, next.word, next.pred, next.extra,
                                &next.extra_count);
    if (!next.pred || !next.pred->event) return;
    base_claim(work, &next, &other);
    if (missing_party(work, &next, &other)) continue;
    bede_event_say(work, next.word, "lost %s: parties; another entry has them",
                   bede_event_name(claim->event));
    *frame = next;
    *claim = other;
    return;
  }
}

void bede_event_code_frame(bede_event_work *work, bede_frame *frame)
{
  bede_claim claim;
  base_claim(work, frame, &claim);
  if (!op_over(work, frame->surface)) fall_back(work, frame, &claim);
  const bede_frame *demands = frame;
  uint32_t surface = frame->surface;
  bool negates = frame->support && frame->support->negates;
  const bede_op_use *use = op_over(work, surface);
  for (int depth = 0; use && depth < (int)BEDE_MAX_OPERATORS; depth++) {
    clause_grammar(work, surface, negates, true, &claim);
    negates = false;
    if (!apply_op(work, use, &demands, &claim, &surface)) return;
    use = op_over(work, surface);
  }
  clause_grammar(work, surface, negates, false, &claim);
  emit(work, demands, &claim, surface);
}

// --- demands on a party over what is not coded
// --------------------------------

static bool is_demanded(const bede_event_work *work, uint32_t word)
{
  const bede_doc *doc = work->doc;
  const bede_word *w = bede_event_word(work, word);
  if (w->upos != BEDE_UPOS_VERB ||
      work->frame_at[word - work->begin] != BEDE_NONE)
    return false;
  bede_grammar g;
  bede_grammar_of(doc, word, &g);
  return g.modal == BEDE_MODAL_NECESSARY && !g.modal_perfect && !g.passive &&
         !g.conditional && !g.question && !g.negated &&
         g.tense != BEDE_TIME_PAST;
}

// The party that must, or BEDE_NONE: one of office, not "we", "you", "it".
static uint32_t demanded_party(bede_event_work *work, uint32_t word,
                               bede_claim *claim)
{
  const bede_frame_args *args = bede_event_args(work, word);
  for (size_t a = 0; a < args->count; a++) {
    uint32_t filler = args->items[a].word;
    if (args->items[a].slot != BEDE_SLOT_SUBJ ||
        bede_event_word(work, filler)->upos == BEDE_UPOS_PRON)
      continue;
    bede_event_add_party(work, claim, filler, false);
  }
  return claim->recipient.count && bede_event_political(work->doc, claim)
             ? claim->recipient.items[0].head
             : BEDE_NONE;
}

void bede_event_code_demands(bede_event_work *work)
{
  uint16_t op = bede_lexicon_op(work->lex, bede_str_from("NECESSARY"));
  const bede_lex_cell *cell =
      op ? bede_lexicon_compose(work->lex, op, BEDE_EVENT_NONE, BEDE_MODE_NONE)
         : NULL;
  for (uint32_t w = work->begin; cell && w < work->end; w++) {
    if (!is_demanded(work, w)) continue;
    bede_claim claim;
    memset(&claim, 0, sizeof claim);
    claim.sentence = work->sentence;
    claim.under = claim.repeats = BEDE_NONE;
    claim.trigger_head = w;
    claim.speech_act = true;
    set_type(&claim, BEDE_REQUEST, BEDE_MODE_NONE, "100");
    add_rule(&claim, cell->ref);
    add_trigger(work, &claim, w);
    if (demanded_party(work, w, &claim) != BEDE_NONE)
      emit(work, NULL, &claim, w);
  }
}
