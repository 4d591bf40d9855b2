// The source of a cue: who says it, as head words, then as spans; and the
// reason that is given for a speaker's having no name.
#include "attrib/phrase.h"

#include <string.h>

#include "base/error.h"
#include "base/limits.h"

#define CLIMB 8u // predicates up to the one that has the subject

// --- head words ---

static void add_source(bede_case *c, uint32_t word)
{
  for (uint32_t i = 0; i < c->source_count; i++)
    if (c->sources[i] == word) return;
  if (c->source_count < BEDE_MAX_SOURCES) c->sources[c->source_count++] = word;
}

// Is the word in a date? The dates are in text order.
bool bede_attrib_date(const bede_doc *doc, uint32_t word)
{
  uint32_t lo = 0, hi = doc->dates.count;
  while (lo < hi) {
    uint32_t mid = lo + (hi - lo) / 2;
    if (doc->dates.items[mid].word_end <= word) {
      lo = mid + 1;
    } else {
      hi = mid;
    }
  }
  return lo < doc->dates.count && doc->dates.items[lo].word_begin <= word;
}

static bool may_speak(const bede_attrib *a, const bede_case *c, uint32_t word)
{
  const bede_word *w = bede_attrib_at(a, word);
  if (word == c->cue || bede_ranges_has(&c->content, word)) return false;
  // "told CNN": whoever stands behind such a verb is spoken to.
  if (c->entry->pos == 'v' && word > c->cue &&
      bede_attrib_addresses(a, c->entry) &&
      bede_attrib_subject_speaks(a, c->entry) &&
      !bede_attrib_lemma(a->doc, c->cue, "ask"))
    return false;
  if (bede_attrib_date(a->doc, word)) return false;
  if (w->deprel == BEDE_REL_EXPL || bede_attrib_form(a->doc, word, "it"))
    return w->deprel != BEDE_REL_EXPL;
  return w->upos != BEDE_UPOS_PUNCT;
}

// Only these adjectives speak: a nation's, and "official" with its like ("an
// official estimate of 500").
static bool adjective_speaks(const bede_attrib *a, uint32_t word)
{
  const bede_word *w = bede_attrib_at(a, word);
  return w->mention != BEDE_NONE ||
         (a->class_report &&
          bede_lexicon_in_class(a->lex, w->lemma_id, a->class_report));
}

// --- subjects that are borrowed ---

// The subject that stands nearest to the word.
static uint32_t own_subject(const bede_attrib *a, uint32_t word)
{
  uint32_t own = BEDE_NONE;
  for (uint32_t w = bede_attrib_at(a, word)->first_child; w != BEDE_NONE;
       w = bede_attrib_at(a, w)->next_sibling) {
    uint8_t rel = bede_attrib_at(a, w)->deprel;
    bool subject = rel == BEDE_REL_NSUBJ || rel == BEDE_REL_NSUBJ_PASS ||
                   rel == BEDE_REL_NSUBJ_OUTER;
    if (subject && (own == BEDE_NONE || w < word)) own = w;
  }
  return own;
}

static void add_with_conjuncts(bede_attrib *a, bede_case *c, uint32_t word)
{
  add_source(c, word);
  for (uint32_t w = bede_attrib_at(a, word)->first_child; w != BEDE_NONE;
       w = bede_attrib_at(a, w)->next_sibling)
    if (bede_attrib_at(a, w)->deprel == BEDE_REL_CONJ) add_source(c, w);
}

// The case that a second verb goes on from: "said he agreed [and added] that",
// "said she left, [adding] that". A parser hangs it on the clause in between as
// easily as on the verb before; what the clause's subject does is told in the
// clause's own form.
static const bede_case *case_before(const bede_attrib *a, const bede_case *c,
                                    uint32_t subject)
{
  uint32_t begin = c->cue_words.begin;
  if (begin == 0) return NULL;
  const bede_word *w = bede_attrib_at(a, c->cue);
  bool joined = bede_attrib_at(a, begin - 1)->upos == BEDE_UPOS_CCONJ;
  bool aside = w->xpos == BEDE_XPOS_VBG && bede_attrib_punct(a->doc, begin - 1);
  if (!joined && !aside) return NULL;
  for (uint32_t i = a->first_case[c->sentence]; i < a->cases.count; i++) {
    const bede_case *before = &a->cases.items[i];
    if (before->dead || before->source_count == 0 || before->cue >= subject ||
        !before->entry || before->entry->pos != 'v' ||
        a->quote_of[before->cue] != a->quote_of[c->cue] ||
        !bede_ranges_has(&before->content, subject))
      continue;
    if (aside || bede_attrib_same_form(a, before->cue, c->cue)) return before;
  }
  return NULL;
}

// "he said, noting that ...": a participle right behind another verb of saying.
static const bede_case *saying_before(const bede_attrib *a, const bede_case *c)
{
  uint32_t begin = c->cue_words.begin;
  if (begin == 0 || bede_attrib_at(a, c->cue)->xpos != BEDE_XPOS_VBG ||
      !bede_attrib_form(a->doc, begin - 1, ",") ||
      a->cases.count == a->first_case[c->sentence])
    return NULL;
  const bede_case *last = &a->cases.items[a->cases.count - 1];
  if (last->source_count == 0 || !last->entry || last->entry->pos != 'v' ||
      !bede_phrase_finite(a, last->cue) ||
      a->quote_of[last->cue] != a->quote_of[c->cue])
    return NULL;
  for (uint32_t i = last->cue_words.end; i < begin; i++)
    if (bede_phrase_finite(a, i)) return NULL;
  return last;
}

// "Smith gave no details of how he would pay, [saying] that ...": a participle
// of saying behind a comma goes with the main verb, not with the clause in
// between that the tree hangs it on. BEDE_NONE where there is no such verb.
static uint32_t main_subject(const bede_attrib *a, const bede_case *c,
                             uint32_t subject)
{
  uint32_t begin = c->cue_words.begin, main = BEDE_NONE;
  if (begin == 0 || bede_attrib_at(a, c->cue)->xpos != BEDE_XPOS_VBG ||
      !bede_attrib_form(a->doc, begin - 1, ","))
    return BEDE_NONE;
  uint32_t word = bede_attrib_at(a, subject)->head;
  for (uint32_t i = 0; i < CLIMB && word != BEDE_NONE; i++) {
    const bede_word *w = bede_attrib_at(a, word);
    if (w->head == BEDE_NONE || w->head > c->cue) break;
    if (w->deprel != BEDE_REL_CCOMP && w->deprel != BEDE_REL_ADVCL &&
        w->deprel != BEDE_REL_ACL_RELCL && w->deprel != BEDE_REL_ACL &&
        w->deprel != BEDE_REL_ADVCL_RELCL && w->deprel != BEDE_REL_NMOD &&
        w->deprel != BEDE_REL_OBL && w->deprel != BEDE_REL_OBJ &&
        w->deprel != BEDE_REL_CONJ)
      break;
    word = w->head;
    uint32_t above = own_subject(a, word);
    if (above != BEDE_NONE && above < subject) main = above;
  }
  return main != BEDE_NONE && may_speak(a, c, main) ? main : BEDE_NONE;
}

static void take_case(bede_case *c, const bede_case *from)
{
  memcpy(c->sources, from->sources, sizeof c->sources);
  c->source_count = from->source_count;
  c->source_words = from->source_words;
}

// Sets the sources of a cue whose subject the tree borrows from another verb:
// `subject`, unless the verb goes on from what somebody said before.
static bool take_subject(bede_attrib *a, bede_case *c, uint32_t subject)
{
  const bede_case *before = saying_before(a, c);
  if (!before) before = case_before(a, c, subject);
  if (before) {
    take_case(c, before);
    return true;
  }
  uint32_t main = main_subject(a, c, subject);
  add_with_conjuncts(a, c, main != BEDE_NONE ? main : subject);
  return true;
}

// The same where the tree shares the subject with the clause in between.
static void mend_shared(bede_attrib *a, bede_case *c)
{
  uint32_t subject = c->sources[0];
  if (c->entry->pos != 'v' || bede_attrib_at(a, subject)->head == c->cue)
    return;
  const bede_case *before = case_before(a, c, subject);
  uint32_t main = BEDE_NONE;
  if (!before) main = main_subject(a, c, subject);
  if (before) {
    take_case(c, before);
  } else if (main != BEDE_NONE) {
    c->source_count = 0;
    add_with_conjuncts(a, c, main);
  }
}

// --- sources by the entry's slots ---

// "a man he says will win": with a subject of its own beside it the noun of a
// relative clause is none.
static bool is_own(const bede_attrib *a, const bede_case *c, uint32_t word)
{
  uint32_t own = own_subject(a, c->cue);
  uint8_t tag = own == BEDE_NONE ? 0 : bede_attrib_at(a, own)->xpos;
  if (own == BEDE_NONE || tag == BEDE_XPOS_WP || tag == BEDE_XPOS_WDT ||
      word == own)
    return true;
  return bede_attrib_at(a, word)->head == own;
}

static bool listed_sources(bede_attrib *a, bede_case *c, const bede_arg *args,
                           size_t count)
{
  bool passive = c->entry->pos == 'v' && bede_attrib_passive(a, c->cue);
  const bede_lex_cue *cue = c->entry;
  const bede_lex_slot *slots = bede_lexicon_slots(a->lex, cue->source_begin);
  for (uint32_t i = 0; i < cue->source_count; i++) {
    for (size_t k = 0; k < count; k++) {
      if (!bede_attrib_fills(a, &slots[i], &args[k])) continue;
      uint8_t slot = slots[i].slot;
      bool modifier = slot == BEDE_SLOT_AMOD || slot == BEDE_SLOT_COMP;
      if (modifier && !adjective_speaks(a, args[k].word)) continue;
      if (slot == BEDE_SLOT_SUBJ && passive) continue;
      if (slot == BEDE_SLOT_SUBJ && !is_own(a, c, args[k].word)) continue;
      if (may_speak(a, c, args[k].word)) add_source(c, args[k].word);
    }
    if (c->source_count > 0) {
      mend_shared(a, c);
      return true;
    }
  }
  return false;
}

// The verb that a noun depends on, through "of" and its like.
static uint32_t verb_above(const bede_attrib *a, uint32_t noun)
{
  for (uint32_t i = 0; i < CLIMB; i++) {
    const bede_word *w = bede_attrib_at(a, noun);
    if (w->head == BEDE_NONE) return BEDE_NONE;
    if (w->deprel == BEDE_REL_OBJ || w->deprel == BEDE_REL_OBL) return w->head;
    if (w->deprel != BEDE_REL_NMOD && w->deprel != BEDE_REL_CONJ)
      return BEDE_NONE;
    noun = w->head;
  }
  return BEDE_NONE;
}

// "took pains to say", "refused a call to admit": who does what the noun is in.
static bool noun_carries(bede_attrib *a, bede_case *c, uint32_t noun)
{
  uint32_t verb = verb_above(a, noun);
  uint32_t subject = verb == BEDE_NONE ? BEDE_NONE : own_subject(a, verb);
  if (subject == BEDE_NONE || !may_speak(a, c, subject)) return false;
  add_with_conjuncts(a, c, subject);
  return true;
}

// A cue without a subject of its own takes the one of the predicate above it:
// "condemned the raid, saying", "was quoted as saying", "went on to say".
static bool climbed_source(bede_attrib *a, bede_case *c)
{
  uint32_t word = c->cue;
  for (uint32_t i = 0; i < CLIMB; i++) {
    const bede_word *w = bede_attrib_at(a, word);
    if (w->head == BEDE_NONE) return false;
    if (w->deprel == BEDE_REL_ACL && w->xpos == BEDE_XPOS_VB &&
        noun_carries(a, c, w->head))
      return true;
    // "a text posted on a site": nobody who posts
    if (w->deprel == BEDE_REL_ACL && w->xpos == BEDE_XPOS_VBN) return false;
    if (w->deprel == BEDE_REL_ACL || w->deprel == BEDE_REL_ACL_RELCL) {
      if (may_speak(a, c, w->head)) add_source(c, w->head);
      return c->source_count > 0;
    }
    if (w->deprel != BEDE_REL_ADVCL && w->deprel != BEDE_REL_XCOMP &&
        w->deprel != BEDE_REL_CONJ && w->deprel != BEDE_REL_OBL &&
        w->deprel != BEDE_REL_CCOMP && w->deprel != BEDE_REL_PARATAXIS)
      return false;
    word = w->head;
    uint32_t subject = own_subject(a, word);
    if (subject == BEDE_NONE || !may_speak(a, c, subject)) continue;
    return take_subject(a, c, subject);
  }
  return false;
}

// The subject of a verb, or of the verb that it is a complement of or goes on
// from.
static uint32_t subject_above(const bede_attrib *a, uint32_t verb)
{
  for (uint32_t i = 0; i < CLIMB && verb != BEDE_NONE; i++) {
    uint32_t subject = own_subject(a, verb);
    if (subject != BEDE_NONE) return subject;
    uint8_t rel = bede_attrib_at(a, verb)->deprel;
    if (rel != BEDE_REL_XCOMP && rel != BEDE_REL_CONJ && rel != BEDE_REL_ADVCL)
      break;
    verb = bede_attrib_at(a, verb)->head;
  }
  return BEDE_NONE;
}

// "issued a statement that", "made the claim that": the subject of the verb
// that the noun is the object of.
static bool carried_source(bede_attrib *a, bede_case *c)
{
  const bede_word *w = bede_attrib_at(a, c->cue);
  if (w->head == BEDE_NONE ||
      (w->deprel != BEDE_REL_OBJ && w->deprel != BEDE_REL_OBL))
    return false;
  uint32_t subject = subject_above(a, w->head);
  if (subject == BEDE_NONE || !may_speak(a, c, subject)) return false;
  add_with_conjuncts(a, c, subject);
  return true;
}

// A verb whose subject speaks: another cue, or a predicate that is a speech
// act.
static bool is_speech(const bede_attrib *a, uint32_t word)
{
  uint32_t count = 0, lemma = bede_attrib_at(a, word)->lemma_id;
  if (lemma == 0) return false;
  (void)bede_lexicon_cues(a->lex, lemma, 'v', &count);
  if (count) return true;
  const bede_lex_pred *p = bede_lexicon_preds(a->lex, lemma, 'v', &count);
  for (uint32_t i = 0; i < count; i++)
    if (p[i].flags & BEDE_PRED_SPEECH) return true;
  return false;
}

static bool is_person(const bede_attrib *a, uint32_t word)
{
  return bede_attrib_at(a, word)->mention != BEDE_NONE;
}

// "a group backing him": no comma, and a noun that speaks itself.
static bool is_group(const bede_attrib *a, const bede_case *c)
{
  uint32_t noun = bede_attrib_at(a, c->cue)->head;
  return noun + 1 == c->cue_words.begin &&
         bede_attrib_in(a->doc, noun,
                        "group people man woman crowd voter supporter "
                        "protester delegate candidate member leader resident "
                        "family party lawmaker activist official one sign");
}

// "condemned the group, saying", "played down the raid saying": a bare
// participle of speech has the subject of the verb before it, whatever noun the
// parser hangs it on, when that verb is one of speech or the noun cannot speak.
static bool participle_source(bede_attrib *a, bede_case *c)
{
  const bede_word *w = bede_attrib_at(a, c->cue);
  uint32_t verb = BEDE_NONE;
  if (w->xpos != BEDE_XPOS_VBG || w->head == BEDE_NONE ||
      bede_child_by(a->doc, c->cue, BEDE_REL_AUX) != BEDE_NONE)
    return false;
  if (bede_phrase_with(a, c)) return true;
  if (w->deprel == BEDE_REL_ACL) {
    verb = verb_above(a, w->head);
    if (verb == BEDE_NONE || verb > c->cue) return false;
    if (is_group(a, c)) return false;
    if (is_person(a, w->head) && !is_speech(a, verb)) return false;
  } else if (w->deprel == BEDE_REL_ADVCL && w->head < c->cue) {
    // The object of the verb taken for a subject of the participle.
    verb = w->head;
    if (own_subject(a, c->cue) != BEDE_NONE &&
        bede_child_by(a->doc, verb, BEDE_REL_OBJ) != BEDE_NONE)
      return false;
  }
  if (verb == BEDE_NONE) return false;
  uint32_t subject = own_subject(a, verb);
  if (subject == BEDE_NONE || !may_speak(a, c, subject)) return false;
  // A paper speaks for itself unless somebody gives it out: "released a
  // statement saying".
  if (w->deprel == BEDE_REL_ACL && !is_person(a, subject)) return false;
  return take_subject(a, c, subject);
}

static bool noun_source(bede_attrib *a, bede_case *c)
{
  for (uint32_t w = bede_attrib_at(a, c->cue)->first_child; w != BEDE_NONE;
       w = bede_attrib_at(a, w)->next_sibling)
    if (bede_attrib_at(a, w)->deprel == BEDE_REL_AMOD && w < c->cue &&
        adjective_speaks(a, w) && may_speak(a, c, w)) {
      add_source(c, w);
      return true;
    }
  return carried_source(a, c);
}

bool bede_attrib_subject_speaks(const bede_attrib *a, const bede_lex_cue *cue)
{
  const bede_lex_slot *slots = bede_lexicon_slots(a->lex, cue->source_begin);
  for (uint32_t i = 0; i < cue->source_count; i++)
    if (slots[i].slot == BEDE_SLOT_SUBJ) return true;
  return false;
}

// "The party dropped the plan, wary of a split": behind a comma an adjective is
// the subject's, though the tree hangs it on the object.
static bool adjective_source(bede_attrib *a, bede_case *c)
{
  const bede_word *w = bede_attrib_at(a, c->cue);
  uint32_t begin = c->cue_words.begin;
  if (begin > 0 && bede_attrib_form(a->doc, begin - 1, ",") &&
      w->head != BEDE_NONE && w->head < begin && noun_carries(a, c, w->head))
    return true;
  return climbed_source(a, c);
}

// "Smith voiced his doubts": what the subject carries is his own.
static bool own_noun(const bede_attrib *a, const bede_case *c)
{
  uint32_t owner = bede_child_by(a->doc, c->cue, BEDE_REL_NMOD_POSS);
  return owner != BEDE_NONE && bede_attrib_at(a, owner)->xpos == BEDE_XPOS_PRPS;
}

// "was claimed [by the rebels]".
static bool agent_source(bede_attrib *a, bede_case *c)
{
  uint32_t agent = bede_child_by(a->doc, c->cue, BEDE_REL_OBL_AGENT);
  if (agent == BEDE_NONE || bede_ranges_has(&c->content, agent) ||
      bede_attrib_date(a->doc, agent))
    return false;
  add_with_conjuncts(a, c, agent);
  return true;
}

// "the report, as quoted by the paper": what the participle describes is its
// object.
static bool described_source(const bede_attrib *a, bede_case *c)
{
  const bede_word *w = bede_attrib_at(a, c->cue);
  if (w->deprel != BEDE_REL_ACL || w->xpos != BEDE_XPOS_VBN ||
      w->head == BEDE_NONE || c->entry->source_count != 1 ||
      bede_lexicon_slots(a->lex, c->entry->source_begin)->slot !=
          BEDE_SLOT_OBJ ||
      !may_speak(a, c, w->head))
    return false;
  add_source(c, w->head);
  return true;
}

static bool find_sources(bede_attrib *a, bede_case *c, const bede_arg *args,
                         size_t count)
{
  char pos = c->entry->pos;
  if (c->source_count > 0) return true; // found with the content
  // Where the subject is no speaker, only the slots of the entry count.
  if (pos == 'v' && !bede_attrib_subject_speaks(a, c->entry))
    return listed_sources(a, c, args, count) || described_source(a, c);
  if (pos == 'v' && a->quotes.count && bede_frame_quote(a, c)) return true;
  bool passive = pos == 'v' && bede_attrib_passive(a, c->cue);
  if (!passive && pos == 'v' && participle_source(a, c)) return true;
  if (!passive && pos == 'v' && own_subject(a, c->cue) == BEDE_NONE &&
      bede_phrase_adjacent(a, c))
    return true;
  if (pos == 'n' && own_noun(a, c) && carried_source(a, c)) return true;
  if (listed_sources(a, c, args, count)) return true;
  if (pos == 'n') return noun_source(a, c);
  if (pos == 'a') return adjective_source(a, c);
  if (pos != 'v') return false;
  if (passive) return agent_source(a, c);
  // "It says that": what says something is no dummy.
  uint32_t it = bede_child_by(a->doc, c->cue, BEDE_REL_EXPL);
  if (it != BEDE_NONE && it < c->cue && bede_attrib_form(a->doc, it, "it") &&
      bede_attrib_takes(a, c->entry, BEDE_SLOT_CCOMP)) {
    add_source(c, it);
    return true;
  }
  return climbed_source(a, c) || bede_frame_speaker(a, c);
}

static void antecedents(const bede_attrib *a, bede_case *c)
{
  for (uint32_t i = 0; i < c->source_count; i++) {
    uint8_t tag = bede_attrib_at(a, c->sources[i])->xpos;
    if (tag != BEDE_XPOS_WP && tag != BEDE_XPOS_WDT) continue;
    uint32_t noun = bede_phrase_antecedent(a, c, c->sources[i]);
    if (noun != BEDE_NONE && noun < c->cue) c->sources[i] = noun;
  }
}

bool bede_sources_of(bede_attrib *a, bede_case *c, const bede_arg *args,
                     size_t count)
{
  bool found = find_sources(a, c, args, count);
  if (found) antecedents(a, c);
  return found;
}
