// Composition: predicate, then operators from the inside out, then grammar.
// The table is data (knowledge/compose); here is only how a cell is applied.
#include "event/compose.h"

#include <string.h>

#include "base/str.h"
#include "event/build.h"
#include "event/clause.h"
#include "event/match.h"
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
  claim->under = claim->repeats = claim->place = BEDE_NONE;
  claim->trigger_head = frame->word;
  bede_event_set_type(claim, frame->pred->event, frame->pred->mode,
                      frame->pred->cameo);
  claim->speech_act = frame->pred->flags & BEDE_PRED_SPEECH;
  if (frame->pred->flags & BEDE_PRED_STATE) claim->aspect = BEDE_ASPECT_STATE;
  bede_event_add_rule(claim, frame->pred->ref);
  bede_event_add_trigger(work, claim, frame->word);
  uint32_t particle = frame->pred->particle
                          ? bede_particle_of(work->doc, frame->word)
                          : BEDE_NONE;
  if (particle != BEDE_NONE) bede_event_add_trigger(work, claim, particle);
  for (size_t i = 0; i < frame->extra_count; i++)
    bede_event_add_trigger(work, claim, frame->extra[i]);
  if (frame->support) {
    bede_event_add_rule(claim, frame->support->ref);
    bede_event_add_trigger(work, claim, frame->surface);
  }
  frame_roles(work, frame, claim);
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
  out->under = out->repeats = out->place = BEDE_NONE;
  out->trigger_head = use->word;
  bede_event_set_composed(out, cell, inner->cameo);
  out->speech_act = true;
  bede_event_add_trigger(work, out, use->word);
  bede_event_add_rule(out, use->op->ref);
  bede_event_add_rule(out, cell->ref);
  if (inner->rule_count) bede_event_add_rule(out, inner->rules[0]);
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
  bede_event_add_rule(claim, use->op->ref);
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
    bede_event_keep_inner(cell->keep, claim);
    if (cell->keep == BEDE_KEEP_HYPOTHETICAL)
      keep_open(work, inner_surface, claim);
    bede_event_add_rule(claim, cell->ref);
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
    bede_event_keep_inner(cell->keep, claim);
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
    bede_event_clause(work, surface, negates, true, &claim);
    negates = false;
    if (!apply_op(work, use, &demands, &claim, &surface)) return;
    use = op_over(work, surface);
  }
  bede_event_clause(work, surface, negates, false, &claim);
  emit(work, demands, &claim, surface);
}

// --- demands on a party over what is not coded -------------------------------

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
    claim.under = claim.repeats = claim.place = BEDE_NONE;
    claim.trigger_head = w;
    claim.speech_act = true;
    bede_event_set_type(&claim, BEDE_REQUEST, BEDE_MODE_NONE, "100");
    bede_event_add_rule(&claim, cell->ref);
    bede_event_add_trigger(work, &claim, w);
    if (demanded_party(work, w, &claim) != BEDE_NONE)
      emit(work, NULL, &claim, w);
  }
}
