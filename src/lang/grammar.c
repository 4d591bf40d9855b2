// The grammar of one predicate: polarity, voice, tense, modality, and what kind
// of clause it stands in.
#include "lang/args.h"

#include "base/limits.h"
#include "base/str.h"
#include "lang/clause.h"

// Verbs and adjectives before an infinitive that only add time or modality: the
// infinitive is the predicate, and a "not" on them is its "not".
static const struct {
  const char *lemmas;
  bede_tense tense; // NONE: that of the governor
  bede_modal modal; // NONE: that of the governor
} raising[] = {
    {"go about set due poised schedule slate bind likely unlikely expect",
     BEDE_TIME_FUTURE, BEDE_MODAL_NONE},
    {"have need ought suppose oblige", BEDE_TIME_NONE, BEDE_MODAL_NECESSARY},
    {"able unable", BEDE_TIME_NONE, BEDE_MODAL_ABILITY},
    {"use", BEDE_TIME_PAST, BEDE_MODAL_NONE},
    {"seem appear tend happen prove turn", BEDE_TIME_NONE, BEDE_MODAL_NONE},
};

// Of "expect", "schedule", ... only the passive ("is expected to") adds time;
// "expects to win" is the subject's own thought. The adjectives pass too.
static const char passive_only[] = "schedule slate bind expect suppose oblige";

// "set to", "bound to" as participles.
static const char participle_only[] = "go set";

static uint32_t governor_of(const bede_doc *doc, uint32_t word)
{
  uint32_t head = doc->words.items[word].head;
  return head < doc->words.count ? head : BEDE_NONE;
}

// --- the verb group ---------------------------------------------------------

static bool has_any_aux(const bede_doc *doc, uint32_t word)
{
  const bede_word *words = doc->words.items;
  for (uint32_t c = words[word].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    uint8_t rel = words[c].deprel;
    if (rel == BEDE_REL_AUX || rel == BEDE_REL_AUX_PASS || rel == BEDE_REL_COP)
      return true;
  }
  return false;
}

static uint32_t modal_aux(const bede_doc *doc, uint32_t word)
{
  const bede_word *words = doc->words.items;
  for (uint32_t c = words[word].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    if (words[c].deprel == BEDE_REL_AUX && words[c].xpos == BEDE_XPOS_MD)
      return c;
  }
  return bede_aux_in(doc, word,
                     "will shall would may might can could must should ought");
}

// A conjunct that is not finite by itself has the auxiliaries of the first one:
// "will attack and destroy", "were arrested and tried".
static uint32_t group_of(const bede_doc *doc, uint32_t word)
{
  const bede_word *words = doc->words.items;
  for (uint32_t i = 0; i < BEDE_CLAUSE_DEPTH; i++) {
    const bede_word *w = &words[word];
    if (w->deprel != BEDE_REL_CONJ || w->head >= doc->words.count ||
        has_any_aux(doc, word) || bede_own_subject(doc, word) != BEDE_NONE ||
        bede_child_by(doc, word, BEDE_REL_MARK) != BEDE_NONE)
      return word;
    bool bare = w->xpos == BEDE_XPOS_VB || w->xpos == BEDE_XPOS_VBN ||
                w->xpos == BEDE_XPOS_VBG;
    // The tagger may take the infinitive after a far "will" for a present.
    if (w->xpos == BEDE_XPOS_VBP && modal_aux(doc, w->head) != BEDE_NONE)
      bare = true;
    if (!bare) return word;
    word = w->head;
  }
  return word;
}

// --- negation ---------------------------------------------------------------

static bool next_is_focus(const bede_doc *doc, uint32_t word)
{
  if (word + 1 >= doc->words.count) return false;
  return bede_lemma_in(doc, word + 1, "only just merely simply solely least");
}

static bool negates(const bede_doc *doc, uint32_t child)
{
  const bede_word *c = &doc->words.items[child];
  switch (c->deprel) {
  case BEDE_REL_ADVMOD:
  case BEDE_REL_AUX:
  case BEDE_REL_CC:
  case BEDE_REL_CC_PRECONJ:
  case BEDE_REL_DET:
  case BEDE_REL_DEP:
    break;
  case BEDE_REL_MARK:
    return bede_lemma_in(doc, child, "without instead");
  default:
    return false;
  }
  if (bede_lemma_in(doc, child, "not never neither nor no n't"))
    return !next_is_focus(doc, child);
  if (!bede_lemma_in(doc, child, "longer long more")) return false;
  uint32_t no = c->first_child; // "no longer", "no more"
  return no != BEDE_NONE && bede_lemma_in(doc, no, "no");
}

static bool has_negation(const bede_doc *doc, uint32_t word)
{
  const bede_word *words = doc->words.items;
  for (uint32_t c = words[word].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    if (negates(doc, c)) return true;
  }
  return false;
}

// "no troops", "nobody", "none of the rebels", "no one".
static bool is_none(const bede_doc *doc, uint32_t noun)
{
  if (bede_lemma_in(doc, noun, "nobody none nothing noone neither no"))
    return true;
  uint32_t pre = bede_child_by(doc, noun, BEDE_REL_CC_PRECONJ);
  if (pre != BEDE_NONE && bede_lemma_in(doc, pre, "neither")) return true;
  uint32_t det = bede_child_by(doc, noun, BEDE_REL_DET);
  return det != BEDE_NONE && bede_lemma_in(doc, det, "no neither") &&
         !next_is_focus(doc, det);
}

static bool none_takes_part(const bede_doc *doc, uint32_t word)
{
  bede_filler f = bede_subject_of(doc, word);
  bool grammatical = f.via == BEDE_VIA_DIRECT || f.via == BEDE_VIA_SHARED;
  if (f.word != BEDE_NONE && grammatical && is_none(doc, f.word)) return true;
  uint32_t object = bede_child_by(doc, word, BEDE_REL_OBJ);
  return object != BEDE_NONE && is_none(doc, object);
}

// --- raising ----------------------------------------------------------------

static bool is_raising(const bede_doc *doc, uint32_t word, size_t i)
{
  if (!bede_lemma_in(doc, word, raising[i].lemmas)) return false;
  uint8_t upos = doc->words.items[word].upos;
  if (upos != BEDE_UPOS_VERB && upos != BEDE_UPOS_AUX) return true;
  if (bede_lemma_in(doc, word, passive_only)) return bede_is_passive(doc, word);
  if (bede_lemma_in(doc, word, participle_only))
    return bede_aux_in(doc, word, "be") != BEDE_NONE;
  return bede_child_by(doc, word, BEDE_REL_OBJ) == BEDE_NONE;
}

// The line of `raising` for the governor of an infinitive, or SIZE_MAX.
static size_t raised_by(const bede_doc *doc, uint32_t word)
{
  uint32_t g = governor_of(doc, word);
  if (g == BEDE_NONE || doc->words.items[word].deprel != BEDE_REL_XCOMP ||
      !bede_is_infinitive(doc, word))
    return SIZE_MAX;
  for (size_t i = 0; i < sizeof raising / sizeof *raising; i++) {
    if (is_raising(doc, g, i)) return i;
  }
  return SIZE_MAX;
}

// --- tense and modality -----------------------------------------------------

static bede_modal modal_of(const bede_doc *doc, uint32_t modal)
{
  if (bede_lemma_in(doc, modal, "may might")) return BEDE_MODAL_POSSIBLE;
  if (bede_lemma_in(doc, modal, "can could")) return BEDE_MODAL_ABILITY;
  if (bede_lemma_in(doc, modal, "must should ought need"))
    return BEDE_MODAL_NECESSARY;
  if (bede_lemma_in(doc, modal, "would")) return BEDE_MODAL_WOULD;
  return BEDE_MODAL_NONE;
}

// A future seen from the past ("said it would attack") counts as future.
static bede_tense modal_tense(const bede_doc *doc, uint32_t modal, bool perfect)
{
  if (bede_lemma_in(doc, modal, "will shall")) return BEDE_TIME_FUTURE;
  if (perfect) return BEDE_TIME_PAST;
  if (bede_lemma_in(doc, modal, "would")) return BEDE_TIME_FUTURE;
  return BEDE_TIME_PRESENT;
}

static bool has_to_mark(const bede_doc *doc, uint32_t word)
{
  const bede_word *words = doc->words.items;
  for (uint32_t c = words[word].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    if (words[c].deprel == BEDE_REL_MARK && bede_lemma_in(doc, c, "to"))
      return true;
  }
  return false;
}

static bede_tense tag_tense(uint8_t xpos)
{
  switch (xpos) {
  case BEDE_XPOS_VBD:
  case BEDE_XPOS_VBN:
    return BEDE_TIME_PAST;
  case BEDE_XPOS_VBZ:
  case BEDE_XPOS_VBP:
    return BEDE_TIME_PRESENT;
  default:
    return BEDE_TIME_NONE;
  }
}

// The tense that the group's own words show, or NONE.
static bede_tense own_tense(const bede_doc *doc, uint32_t group, bool perfect)
{
  const bede_word *words = doc->words.items;
  uint32_t modal = modal_aux(doc, group);
  if (modal != BEDE_NONE) return modal_tense(doc, modal, perfect);
  // "is to visit"; a headline's "Envoy to visit".
  if (has_to_mark(doc, group) && (bede_aux_in(doc, group, "be") != BEDE_NONE ||
                                  words[group].deprel == BEDE_REL_ROOT)) {
    if (bede_is_finite(doc, group) || bede_own_subject(doc, group) != BEDE_NONE)
      return BEDE_TIME_FUTURE;
  }
  if (bede_aux_in(doc, group, "have") != BEDE_NONE) return BEDE_TIME_PAST;
  for (uint32_t c = words[group].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    uint8_t rel = words[c].deprel;
    if (rel != BEDE_REL_AUX && rel != BEDE_REL_AUX_PASS && rel != BEDE_REL_COP)
      continue;
    bede_tense t = tag_tense(words[c].xpos);
    if (t != BEDE_TIME_NONE) return t;
  }
  return tag_tense(words[group].xpos);
}

// Climbs to the next clause that shows a tense.
static bede_tense governor_tense(const bede_doc *doc, uint32_t word)
{
  for (uint32_t i = 0; i < BEDE_CLAUSE_DEPTH; i++) {
    word = governor_of(doc, word);
    if (word == BEDE_NONE) return BEDE_TIME_NONE;
    uint8_t upos = doc->words.items[word].upos;
    if (upos != BEDE_UPOS_VERB && !has_any_aux(doc, word)) continue;
    uint32_t group = group_of(doc, word);
    bool perfect = bede_aux_in(doc, group, "have") != BEDE_NONE;
    bede_tense t = own_tense(doc, group, perfect);
    size_t r = raised_by(doc, group);
    if (r != SIZE_MAX && raising[r].tense != BEDE_TIME_NONE)
      return raising[r].tense;
    if (t != BEDE_TIME_NONE) return t;
  }
  return BEDE_TIME_NONE;
}

// Is the clause told by a verb of the past ("said it would attack")? Its
// "would" is a future, not a condition.
static bool is_told_in_past(const bede_doc *doc, uint32_t word)
{
  const bede_word *words = doc->words.items;
  for (uint32_t i = 0; i < BEDE_CLAUSE_DEPTH; i++) {
    if (words[word].deprel != BEDE_REL_CONJ) break;
    word = words[word].head;
    if (word == BEDE_NONE) return false;
  }
  uint32_t head = words[word].head;
  return words[word].deprel == BEDE_REL_CCOMP && head != BEDE_NONE &&
         tag_tense(words[head].xpos) == BEDE_TIME_PAST;
}

static void set_verb_group(const bede_doc *doc, uint32_t word, uint32_t group,
                           bede_grammar *g)
{
  uint8_t xpos = doc->words.items[word].xpos;
  uint32_t modal = modal_aux(doc, group);
  g->passive = bede_is_passive(doc, word);
  g->perfect = bede_aux_in(doc, group, "have") != BEDE_NONE;
  g->progressive =
      xpos == BEDE_XPOS_VBG && bede_aux_in(doc, group, "be") != BEDE_NONE;
  g->infinitive = bede_is_infinitive(doc, word);
  g->participle = bede_is_bare_participle(doc, word) && group == word &&
                  !has_any_aux(doc, word);
  if (modal != BEDE_NONE) {
    g->modal = modal_of(doc, modal);
    g->modal_perfect = g->perfect;
    if (g->modal == BEDE_MODAL_WOULD && !g->perfect &&
        is_told_in_past(doc, group))
      g->modal = BEDE_MODAL_NONE;
  }
  g->tense = own_tense(doc, group, g->perfect);
}

// "is going to attack", "has to leave", "may be able to strike".
static void set_raised(const bede_doc *doc, uint32_t group, bede_grammar *g)
{
  uint32_t word = group;
  for (uint32_t i = 0; i < BEDE_CLAUSE_DEPTH; i++) {
    size_t r = raised_by(doc, word);
    if (r == SIZE_MAX) return;
    uint32_t up = group_of(doc, governor_of(doc, word));
    uint32_t modal = modal_aux(doc, up);
    if (raising[r].modal != BEDE_MODAL_NONE) g->modal = raising[r].modal;
    if (modal != BEDE_NONE && g->modal == BEDE_MODAL_NONE)
      g->modal = modal_of(doc, modal);
    if (raising[r].tense != BEDE_TIME_NONE) g->tense = raising[r].tense;
    if (has_negation(doc, up) || bede_lemma_in(doc, up, "unlikely"))
      g->negated = true;
    word = up;
  }
}

// --- the kind of clause -----------------------------------------------------

static bool is_imperative(const bede_doc *doc, uint32_t word)
{
  const bede_word *words = doc->words.items;
  for (uint32_t i = 0; i < BEDE_CLAUSE_DEPTH; i++) {
    const bede_word *w = &words[word];
    if (w->xpos != BEDE_XPOS_VB || bede_own_subject(doc, word) != BEDE_NONE ||
        bede_child_by(doc, word, BEDE_REL_MARK) != BEDE_NONE ||
        bede_child_by(doc, word, BEDE_REL_AUX_PASS) != BEDE_NONE)
      return false;
    uint32_t aux = bede_child_by(doc, word, BEDE_REL_AUX);
    if (aux != BEDE_NONE && !bede_lemma_in(doc, aux, "do")) return false;
    switch (w->deprel) {
    case BEDE_REL_ROOT:
    case BEDE_REL_PARATAXIS:
    case BEDE_REL_CCOMP:
      return true;
    case BEDE_REL_CONJ:
      break;
    default:
      return false;
    }
    word = w->head;
    if (word >= doc->words.count) return false;
  }
  return false;
}

static bool has_question_mark(const bede_doc *doc, uint32_t word)
{
  const bede_word *words = doc->words.items;
  for (uint32_t c = words[word].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    bede_str form = bede_word_form(doc, c);
    if (words[c].deprel == BEDE_REL_PUNCT && form.len && form.ptr[0] == '?')
      return true;
  }
  return false;
}

static bool has_mark(const bede_doc *doc, uint32_t word, const char *set)
{
  const bede_word *words = doc->words.items;
  for (uint32_t c = words[word].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    if (words[c].deprel == BEDE_REL_MARK && bede_lemma_in(doc, c, set))
      return true;
  }
  return false;
}

// Direct ("Did X attack?") and indirect ("asked whether X attacked").
static bool is_question(const bede_doc *doc, uint32_t word, bool *indirect)
{
  const bede_word *words = doc->words.items;
  for (uint32_t i = 0; i < BEDE_CLAUSE_DEPTH; i++) {
    *indirect =
        has_mark(doc, word, "whether") ||
        (words[word].deprel == BEDE_REL_CCOMP && has_mark(doc, word, "if"));
    if (*indirect || has_question_mark(doc, word)) return true;
    if (words[word].deprel != BEDE_REL_CONJ &&
        words[word].deprel != BEDE_REL_XCOMP)
      return false;
    word = words[word].head;
    if (word >= doc->words.count) return false;
  }
  return false;
}

// "Had they attacked, ...", "Should they attack, ...", "Were they to ...". The
// parser may hang a first "were" on the subject.
static bool is_inverted(const bede_doc *doc, uint32_t word)
{
  uint32_t subject = bede_own_subject(doc, word);
  if (subject == BEDE_NONE) return false;
  if (has_to_mark(doc, word) && subject > 0 &&
      doc->words.items[subject - 1].xpos == BEDE_XPOS_VBD &&
      bede_lemma_in(doc, subject - 1, "be"))
    return true;
  uint32_t aux = bede_aux_in(doc, word, "have should be do");
  return aux != BEDE_NONE && aux < subject &&
         bede_child_by(doc, word, BEDE_REL_MARK) == BEDE_NONE &&
         bede_child_by(doc, word, BEDE_REL_ADVMOD) == BEDE_NONE;
}

static bool marks_condition(const bede_doc *doc, uint32_t word)
{
  const bede_word *words = doc->words.items;
  if (has_mark(doc, word, "if unless provided lest")) return true;
  // "in case X attacks", "as long as": fixed or one word after another
  for (uint32_t c = words[word].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    if (words[c].deprel != BEDE_REL_MARK || c + 1 >= doc->words.count) continue;
    if (bede_lemma_in(doc, c, "in") && bede_lemma_in(doc, c + 1, "case"))
      return true;
    if (bede_lemma_in(doc, c, "as") && bede_lemma_in(doc, c + 1, "long"))
      return true;
  }
  return is_inverted(doc, word);
}

// The first word of the stretch between commas that the word stands in.
static uint32_t stretch_begin(const bede_doc *doc, uint32_t word)
{
  const bede_word *words = doc->words.items;
  uint32_t s = bede_doc_sentence_of(doc, word);
  uint32_t first =
      s < doc->sentences.count ? doc->sentences.items[s].word_begin : word;
  while (word > first && words[word - 1].upos != BEDE_UPOS_PUNCT)
    word--;
  return word;
}

// "Had the rebels attacked, the army would have fled": where the parser takes
// the first word for something else, its place tells.
static bool opens_inverted(const bede_doc *doc, uint32_t word)
{
  uint32_t first = stretch_begin(doc, word);
  uint32_t s = bede_doc_sentence_of(doc, word);
  if (s >= doc->sentences.count || first != doc->sentences.items[s].word_begin)
    return false;
  const bede_word *w = &doc->words.items[first];
  if (first == word || has_question_mark(doc, word)) return false;
  bool subject = false; // "Had the rebels attacked", not "..., was arrested"
  for (uint32_t i = first + 1; i < word && !subject; i++)
    subject = bede_is_nominal(doc, i);
  if (!subject) return false;
  bool past = w->xpos == BEDE_XPOS_VBD && bede_lemma_in(doc, first, "have be");
  bool should = w->xpos == BEDE_XPOS_MD && bede_lemma_in(doc, first, "should");
  return past || should;
}

// Is the word inside a conditional clause? What a relative clause says there
// is not conditional.
static bool is_conditional(const bede_doc *doc, uint32_t word)
{
  const bede_word *words = doc->words.items;
  if (opens_inverted(doc, word)) return true;
  for (uint32_t i = 0; i < BEDE_MAX_SENTENCE_WORDS; i++) {
    uint8_t rel = words[word].deprel;
    if (rel == BEDE_REL_ACL_RELCL || rel == BEDE_REL_ADVCL_RELCL) return false;
    if (rel == BEDE_REL_ADVCL && marks_condition(doc, word)) return true;
    word = words[word].head;
    if (word >= doc->words.count) return false;
  }
  return false;
}

// Does the clause hang on a condition ("if they stop, we will leave")?
static bool has_condition(const bede_doc *doc, uint32_t word)
{
  const bede_word *words = doc->words.items;
  for (uint32_t c = words[word].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    if (words[c].deprel == BEDE_REL_ADVCL && marks_condition(doc, c) &&
        !has_mark(doc, c, "unless")) // "will be sent home unless a court ..."
      return true;
  }
  return false;
}

static bool is_purpose(const bede_doc *doc, uint32_t word)
{
  const bede_word *words = doc->words.items;
  for (uint32_t i = 0; i < BEDE_CLAUSE_DEPTH; i++) {
    if (!has_to_mark(doc, word) && words[word].deprel != BEDE_REL_CONJ)
      return false;
    switch (words[word].deprel) {
    case BEDE_REL_ADVCL:
    case BEDE_REL_ACL:
    case BEDE_REL_ACL_RELCL:
      return bede_is_infinitive(doc, word);
    case BEDE_REL_CONJ:
      break;
    default:
      return false;
    }
    if (!bede_is_infinitive(doc, word)) return false;
    word = words[word].head;
    if (word >= doc->words.count) return false;
  }
  return false;
}

void bede_grammar_of(const bede_doc *doc, uint32_t word, bede_grammar *out)
{
  memset(out, 0, sizeof *out);
  out->conditional = is_conditional(doc, word);
  out->depends = has_condition(doc, word);
  out->question = is_question(doc, word, &out->indirect);
  if (!bede_is_predicate(doc, word) &&
      doc->words.items[word].upos != BEDE_UPOS_ADJ) {
    out->negated = is_none(doc, word) || has_negation(doc, word);
    return;
  }
  uint32_t group = group_of(doc, word);
  set_verb_group(doc, word, group, out);
  out->negated = has_negation(doc, word) || has_negation(doc, group) ||
                 none_takes_part(doc, word);
  set_raised(doc, group, out);
  if (out->tense == BEDE_TIME_NONE) out->tense = governor_tense(doc, word);
  out->imperative = is_imperative(doc, word);
  out->purpose = is_purpose(doc, word);
}
