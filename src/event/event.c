// The event stage: predicates of a sentence, their support verbs, operators and
// grammar, united into claims.
#include "event/event.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/str.h"
#include "event/again.h"
#include "event/compose.h"
#include "event/match.h"
#include "event/merge.h"
#include "event/roles.h"

static const char *const target_names[] = {"building", "settlement", "vehicle",
                                           "warship",  "property",   "utility",
                                           "road",     "air",        NULL};
// Machines that stand for their crews where nobody else is said to act.
static const char *const crewed_names[] = {"crewed", NULL};
static const char *const means_names[] = {
    "warship",  "weapon", "firearm", "explosive", "heavy", "missile",
    "chemical", "blast",  "drone",   "air",       "blade", NULL};

static const char *const people_names[] = {"person", "crowd_people", "troops",
                                           "police", NULL};
static const char *const human_names[] = {"human", NULL};
// Nouns for what is no party but may be hit or taken.
static const char *const thing_names[] = {"thing", NULL};

static void find_classes(const bede_lexicon *lex, const char *const *names,
                         uint32_t out[BEDE_EVENT_CLASSES])
{
  size_t n = 0;
  for (; *names; names++) {
    uint32_t id = bede_lexicon_class(lex, bede_str_from(*names));
    if (id && n < BEDE_EVENT_CLASSES) out[n++] = id;
  }
}

void bede_event_say(const bede_event_work *work, uint32_t word, const char *fmt,
                    ...)
{
  if (!work->log) return;
  char line[256];
  va_list ap;
  va_start(ap, fmt);
  vsnprintf(line, sizeof line, fmt, ap);
  va_end(ap);
  work->log->line(work->log->context, work->sentence, word, line);
}

// The support entry of `verb` that takes the event noun `noun`, or NULL.
static const bede_lex_support *support_of(bede_event_work *work, uint32_t verb,
                                          uint32_t noun)
{
  uint32_t count;
  const bede_lex_support *s = bede_lexicon_supports(
      work->lex, bede_event_word(work, verb)->lemma_id, &count);
  for (uint32_t i = 0; i < count; i++) {
    if (!bede_event_particle(work, verb, s[i].particle)) continue;
    const bede_arg *fillers[BEDE_MAX_ROLES];
    size_t n = bede_event_fillers(work, verb, s[i].complement_begin,
                                  s[i].complement_count, fillers);
    for (size_t f = 0; f < n; f++) {
      if (fillers[f]->word == noun) return &s[i];
    }
  }
  return NULL;
}

// Finds the support verb of an event noun: the verb it depends on, or the verb
// of the relative or participial clause on it ("the attack carried out by X").
static void find_support(bede_event_work *work, bede_frame *frame)
{
  const bede_word *w = bede_event_word(work, frame->word);
  if (w->upos == BEDE_UPOS_VERB) return;
  uint32_t head = frame->word;
  for (int i = 0; i < 4 && bede_event_word(work, head)->deprel == BEDE_REL_CONJ;
       i++)
    head = bede_event_word(work, head)->head;
  uint32_t verb = bede_event_word(work, head)->head;
  if (verb != BEDE_NONE) frame->support = support_of(work, verb, frame->word);
  for (uint32_t c = w->first_child; !frame->support && c != BEDE_NONE;
       c = bede_event_word(work, c)->next_sibling) {
    uint8_t rel = bede_event_word(work, c)->deprel;
    if (rel != BEDE_REL_ACL && rel != BEDE_REL_ACL_RELCL) continue;
    verb = c;
    frame->support = support_of(work, verb, frame->word);
  }
  if (frame->support) frame->surface = verb;
}

static void find_frame(bede_event_work *work, uint32_t word)
{
  bede_frame *frame = &work->frames[work->frame_count];
  memset(frame, 0, sizeof *frame);
  frame->word = frame->surface = word;
  frame->pred = bede_event_best(work, word, frame->extra, &frame->extra_count);
  if (!frame->pred) return;
  work->frame_at[word - work->begin] = work->frame_count++;
}

static void find_frames(bede_event_work *work)
{
  work->frame_count = 0;
  for (uint32_t w = work->begin; w < work->end; w++)
    work->frame_at[w - work->begin] = BEDE_NONE;
  for (uint32_t w = work->begin; w < work->end; w++) {
    if (bede_event_word(work, w)->lemma_id && !work->in_name[w])
      find_frame(work, w);
  }
}

// Support verbs after all frames are known: a verb that supports an event noun
// is no predicate of its own ("staged a protest", "took part in the attack").
static void find_supports(bede_event_work *work)
{
  for (uint32_t f = 0; f < work->frame_count; f++) {
    bede_frame *frame = &work->frames[f];
    if (!frame->pred->event) continue;
    find_support(work, frame);
    if (!frame->support) continue;
    uint32_t own = work->frame_at[frame->surface - work->begin];
    if (own == BEDE_NONE) work->frame_at[frame->surface - work->begin] = f;
    bede_event_say(work, frame->word, "supported by line %u",
                   frame->support->ref.line);
  }
}

// Has the table a cell for the operator `word` over the act told by the verb
// `part`? Then the act gives the code: "refused to hold talks", not "refused to
// hold". Of nouns the knowledge knows better ("halted aid").
static bool is_composed(const bede_event_work *work, uint32_t word,
                        uint32_t part, const bede_lex_pred *act)
{
  if (bede_event_word(work, part)->upos != BEDE_UPOS_VERB) return false;
  for (uint32_t i = 0; i < work->op_count; i++) {
    const bede_op_use *use = &work->ops[i];
    if (use->word != word || use->complement != part) continue;
    const bede_lex_cell *cell =
        bede_lexicon_compose(work->lex, use->op->op, act->event, act->mode);
    if (cell && cell->result) return true;
  }
  return false;
}

// Words that conditions made part of another trigger are no events themselves
// ("imposed sanctions": the noun belongs to the verb).
static void drop_parts(bede_event_work *work)
{
  for (uint32_t f = 0; f < work->frame_count; f++) {
    const bede_frame *frame = &work->frames[f];
    for (size_t i = 0; i < frame->extra_count; i++) {
      uint32_t part = frame->extra[i];
      uint32_t other = work->frame_at[part - work->begin];
      if (other != BEDE_NONE && other != f &&
          !is_composed(work, frame->word, part, work->frames[other].pred))
        work->frames[other].dead = true;
    }
  }
}

static uint32_t depth_of(const bede_event_work *work, uint32_t word)
{
  uint32_t depth = 0;
  while (bede_event_word(work, word)->head != BEDE_NONE &&
         depth < BEDE_MAX_SENTENCE_WORDS) {
    word = bede_event_word(work, word)->head;
    depth++;
  }
  return depth;
}

// Inner frames first, so that an operator has consumed its own predicate
// reading before that is coded.
static void code_frames(bede_event_work *work)
{
  uint32_t order[BEDE_MAX_SENTENCE_WORDS], depth[BEDE_MAX_SENTENCE_WORDS];
  for (uint32_t f = 0; f < work->frame_count; f++) {
    depth[f] = depth_of(work, work->frames[f].word);
    uint32_t i = f;
    for (; i && depth[order[i - 1]] < depth[f]; i--)
      order[i] = order[i - 1];
    order[i] = f;
  }
  for (uint32_t i = 0; i < work->frame_count; i++) {
    bede_frame *frame = &work->frames[order[i]];
    if (frame->dead) continue;
    if (!frame->pred->event) { // a line of [-]: only looks like an act
      bede_event_say(work, frame->word, "no act by line %u",
                     frame->pred->ref.line);
      continue;
    }
    bool verb = frame->pred->pos == 'v' || frame->support;
    if (verb && bede_event_subject_blocks(work, frame->surface)) {
      bede_event_say(work, frame->word, "lost %s: its subject cannot act",
                     bede_event_name(frame->pred->event));
      continue;
    }
    bede_event_code_frame(work, frame);
  }
}

// The dates of the sentence; they stand in text order, and so do sentences.
static void find_dates(bede_event_work *work)
{
  const bede_doc *doc = work->doc;
  while (work->date_end < doc->dates.count &&
         doc->dates.items[work->date_end].sentence < work->sentence)
    work->date_end++;
  work->date_begin = work->date_end;
  while (work->date_end < doc->dates.count &&
         doc->dates.items[work->date_end].sentence == work->sentence)
    work->date_end++;
}

// Has the sentence a modal of necessity?
static bool may_demand(const bede_event_work *work)
{
  for (uint32_t w = work->begin; w < work->end; w++) {
    if (bede_lemma_in(work->doc, w, "must should need have ought")) return true;
  }
  return false;
}

static void code_sentence(bede_event_work *work, uint32_t sentence)
{
  const bede_sentence *s = &work->doc->sentences.items[sentence];
  if (!s->parsed || s->word_end - s->word_begin > BEDE_MAX_SENTENCE_WORDS)
    return;
  work->sentence = sentence;
  work->begin = s->word_begin;
  work->end = s->word_end;
  work->claim_begin = work->doc->claims.count;
  find_dates(work);
  bede_arena_clear(&work->scratch);
  memset(work->args, 0, (work->end - work->begin) * sizeof *work->args);
  find_frames(work);
  if (!work->frame_count && !may_demand(work)) return;
  find_supports(work);
  bede_event_find_ops(work);
  drop_parts(work);
  code_frames(work);
  bede_event_code_demands(work);
  bede_event_merge(work);
}

// Words inside names and dates tell no acts: "Joint Task Force", "Committee to
// Protect Journalists".
static bool mark_names(bede_event_work *work)
{
  const bede_doc *doc = work->doc;
  work->in_name = bede_arena_array(doc->arena, doc->words.count + 1u, 1);
  if (!work->in_name) return false;
  for (uint32_t m = 0; m < doc->mentions.count; m++) {
    const bede_mention *mention = &doc->mentions.items[m];
    if (mention->type != BEDE_MENTION_NAME) continue;
    for (uint32_t w = mention->head;
         doc->words.items[w].span.begin >= mention->span.begin; w--) {
      work->in_name[w] = 1;
      if (!w) break;
    }
    for (uint32_t w = mention->head + 1;
         w < doc->words.count &&
         doc->words.items[w].span.end <= mention->span.end;
         w++)
      work->in_name[w] = 1;
  }
  for (uint32_t t = 0; t < doc->dates.count; t++) {
    const bede_timex *x = &doc->dates.items[t]; // "in March 2019"
    for (uint32_t w = x->word_begin; w < x->word_end; w++)
      work->in_name[w] = 1;
  }
  return true;
}

// Attributions by the head word of their source, as lists through next_speech.
static bool index_speakers(bede_event_work *work)
{
  const bede_doc *doc = work->doc;
  uint32_t words = doc->words.count, n = doc->attributions.count;
  work->speech_of =
      bede_arena_array(doc->arena, words + 1u, sizeof *work->speech_of);
  work->next_speech =
      bede_arena_array(doc->arena, n + 1u, sizeof *work->next_speech);
  if (!work->speech_of || !work->next_speech) return false;
  for (uint32_t i = n; i-- > 1;) { // 0, the narrator, is "none" in the lists
    uint32_t source = doc->attributions.items[i].source_head;
    // Who praises an act does not tell it.
    if (source >= words || doc->attributions.items[i].topic) continue;
    work->next_speech[i] = work->speech_of[source];
    work->speech_of[source] = i;
  }
  return true;
}

bede_status bede_event_code(bede_doc *doc, const bede_lexicon *lex,
                            const bede_event_log *log, bede_error *err)
{
  bede_event_work *work = bede_malloc(sizeof *work);
  if (!work)
    return bede_error_set(err, BEDE_ENOMEM, BEDE_NO_OFFSET, "out of memory");
  memset(work, 0, sizeof *work);
  bede_arena_init(&work->scratch);
  work->doc = doc;
  work->lex = lex;
  work->log = log;
  bede_standing_init(&work->standing, lex);
  find_classes(lex, target_names, work->targets);
  find_classes(lex, means_names, work->means);
  find_classes(lex, people_names, work->people);
  find_classes(lex, human_names, work->humans);
  find_classes(lex, thing_names, work->things);
  find_classes(lex, crewed_names, work->crewed);
  work->counting = bede_lexicon_class(lex, bede_str_from("counting"));
  if (!mark_names(work) || !index_speakers(work)) work->status = BEDE_ENOMEM;
  for (uint32_t s = 0; s < doc->sentences.count && !work->status; s++)
    code_sentence(work, s);
  bede_event_carry_modes(doc);
  bede_status status = work->status;
  bede_arena_release(&work->scratch);
  bede_free(work);
  if (status)
    return bede_error_set(err, status, BEDE_NO_OFFSET, "out of memory");
  return BEDE_OK;
}
