// Where a predicate's grammatical subject stands, its voice and its marker, by
// the conventions of the English UD treebanks. Everything here climbs or scans
// one sentence and is bounded by BEDE_CLAUSE_DEPTH or the sentence's length.
#include "lang/clause.h"

#include "base/limits.h"
#include "base/str.h"

// Verbs whose infinitive has the subject of the verb though there is an object:
// "promised the rebels to leave".
static const char subject_control[] =
    "promise vow threaten pledge swear offer agree refuse guarantee undertake";

// Verbs that take an object and an infinitive of that object.
static const char object_control[] =
    "order urge persuade ask tell force allow permit encourage instruct "
    "command "
    "compel press pressure push convince advise warn request invite enable "
    "require beg implore authorise authorize direct cause help call prompt "
    "induce recruit train expect want challenge summon remind appoint elect "
    "oblige pay hire exhort beseech incite provoke coerce";

// "called on X to leave", "appealed to X to stop": verb and its prepositions.
static const struct {
  const char *verbs, *preps;
} prep_control[] = {
    {"call rely count depend prevail", "on upon"},
    {"appeal look signal shout gesture", "to"},
    {"plead", "with"},
    {"wait ask push press campaign arrange", "for"},
};

// The subject of the infinitive is not the adjective's: "hard to reach".
static const char tough[] = "easy hard difficult tough impossible";

// Verbs with an object and what it did or may not do: "accused X of attacking",
// "thanked X for coming".
static const char object_clause[] =
    "accuse suspect convict acquit clear absolve bar ban prevent stop keep "
    "discourage deter prohibit block dissuade force coerce trick talk blame "
    "criticise criticize condemn denounce praise thank punish charge";

// Participles of these name what the noun itself did: "escaped prisoners".
static const char unaccusative[] =
    "escape fall retire go come return flee emerge die expire vanish depart "
    "defect arrive graduate lapse travel";

bool bede_lemma_in(const bede_doc *doc, uint32_t word, const char *set)
{
  return bede_str_in(doc->words.items[word].lemma, set);
}

bool bede_takes_infinitive(const bede_doc *doc, uint32_t verb)
{
  // "called on troops to leave" has no complement in the treebanks
  return !bede_lemma_in(doc, verb, "call") &&
         (bede_lemma_in(doc, verb, subject_control) ||
          bede_lemma_in(doc, verb, object_control));
}

// --- kinds of words ---------------------------------------------------------

bool bede_is_nominal(const bede_doc *doc, uint32_t word)
{
  switch (doc->words.items[word].upos) {
  case BEDE_UPOS_NOUN:
  case BEDE_UPOS_PROPN:
  case BEDE_UPOS_PRON:
  case BEDE_UPOS_NUM:
  case BEDE_UPOS_SYM:
  case BEDE_UPOS_X:
    return true;
  default:
    return false;
  }
}

static bool is_aux(const bede_word *w)
{
  return w->deprel == BEDE_REL_AUX || w->deprel == BEDE_REL_AUX_PASS ||
         w->deprel == BEDE_REL_COP;
}

static bool finite_tag(uint8_t xpos)
{
  return xpos == BEDE_XPOS_MD || xpos == BEDE_XPOS_VBD ||
         xpos == BEDE_XPOS_VBZ || xpos == BEDE_XPOS_VBP;
}

uint32_t bede_aux_in(const bede_doc *doc, uint32_t word, const char *set)
{
  const bede_word *words = doc->words.items;
  for (uint32_t c = words[word].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    if (is_aux(&words[c]) && bede_lemma_in(doc, c, set)) return c;
  }
  return BEDE_NONE;
}

uint32_t bede_own_subject(const bede_doc *doc, uint32_t word)
{
  const bede_word *words = doc->words.items;
  for (uint32_t c = words[word].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    switch (words[c].deprel) {
    case BEDE_REL_NSUBJ:
    case BEDE_REL_NSUBJ_PASS:
    case BEDE_REL_CSUBJ:
    case BEDE_REL_CSUBJ_PASS:
      return c;
    default:
      break;
    }
  }
  return BEDE_NONE;
}

bool bede_is_predicate(const bede_doc *doc, uint32_t word)
{
  return doc->words.items[word].upos == BEDE_UPOS_VERB ||
         bede_child_by(doc, word, BEDE_REL_COP) != BEDE_NONE ||
         bede_own_subject(doc, word) != BEDE_NONE;
}

bool bede_is_finite(const bede_doc *doc, uint32_t word)
{
  const bede_word *words = doc->words.items;
  if (finite_tag(words[word].xpos)) return true;
  for (uint32_t c = words[word].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    if (is_aux(&words[c]) && finite_tag(words[c].xpos)) return true;
  }
  return false;
}

static bool has_to(const bede_doc *doc, uint32_t word)
{
  const bede_word *words = doc->words.items;
  for (uint32_t c = words[word].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    if (words[c].deprel == BEDE_REL_MARK && bede_lemma_in(doc, c, "to"))
      return true;
  }
  return false;
}

bool bede_is_infinitive(const bede_doc *doc, uint32_t word)
{
  const bede_word *words = doc->words.items;
  for (uint32_t i = 0; i < BEDE_CLAUSE_DEPTH; i++) {
    if (bede_is_finite(doc, word)) return false;
    if (has_to(doc, word)) return true;
    if (words[word].xpos != BEDE_XPOS_VB) return false;
    if (words[word].deprel != BEDE_REL_CONJ) // "help destroy", "let him go"
      return words[word].deprel == BEDE_REL_XCOMP;
    word = words[word].head;
    if (word >= doc->words.count) return false;
  }
  return false;
}

bool bede_is_bare_participle(const bede_doc *doc, uint32_t word)
{
  uint8_t xpos = doc->words.items[word].xpos;
  if (xpos != BEDE_XPOS_VBG && xpos != BEDE_XPOS_VBN) return false;
  return !bede_is_finite(doc, word);
}

static bool marks_passive(const bede_doc *doc, uint32_t word)
{
  const bede_word *words = doc->words.items;
  for (uint32_t c = words[word].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    switch (words[c].deprel) {
    case BEDE_REL_AUX_PASS:
    case BEDE_REL_NSUBJ_PASS:
    case BEDE_REL_CSUBJ_PASS:
    case BEDE_REL_OBL_AGENT:
      return true;
    default:
      break;
    }
  }
  return false;
}

// A participle without auxiliary in a clause with its own subject. Running text
// has no such passive: the tagger took a past tense for a participle ("the
// minister called for talks", "states that supported the group"). Headlines
// have: "Ten killed in blast" is passive, "Rebels seized town" is not.
static bool bare_passive(const bede_doc *doc, uint32_t word)
{
  if (bede_child_by(doc, word, BEDE_REL_OBJ) != BEDE_NONE) return false;
  if (bede_child_by(doc, word, BEDE_REL_NSUBJ) == BEDE_NONE) return true;
  uint32_t s = bede_doc_sentence_of(doc, word);
  return s < doc->sentences.count && doc->sentences.items[s].title;
}

bool bede_is_passive(const bede_doc *doc, uint32_t word)
{
  const bede_word *words = doc->words.items;
  for (uint32_t i = 0; i < BEDE_CLAUSE_DEPTH; i++) {
    const bede_word *w = &words[word];
    if (marks_passive(doc, word)) return true;
    if (w->xpos != BEDE_XPOS_VBN) return false;
    if (bede_aux_in(doc, word, "have") != BEDE_NONE)
      return bede_aux_in(doc, word, "be get") != BEDE_NONE;
    if (bede_aux_in(doc, word, "be get") != BEDE_NONE) return true;
    if (bede_lemma_in(doc, word, unaccusative)) return false;
    switch (w->deprel) {
    case BEDE_REL_ACL:
    case BEDE_REL_ACL_RELCL:
    case BEDE_REL_AMOD:
    case BEDE_REL_ADVCL:
    case BEDE_REL_XCOMP:
      return bare_passive(doc, word);
    case BEDE_REL_CONJ:
      if (bede_own_subject(doc, word) != BEDE_NONE)
        return bare_passive(doc, word);
      word = w->head;
      if (word >= doc->words.count) return false;
      break;
    default:
      return bare_passive(doc, word);
    }
  }
  return false;
}

// --- relative clauses -------------------------------------------------------

bool bede_is_relative(const bede_doc *doc, uint32_t word)
{
  const bede_word *w = &doc->words.items[word];
  if (w->upos == BEDE_UPOS_ADV) return false; // "where" stands for no noun
  if (bede_feats_get(w->feats, BEDE_FEAT_PRONTYPE) == BEDE_PRONTYPE_REL)
    return true;
  if (w->xpos == BEDE_XPOS_WDT) return w->deprel != BEDE_REL_DET;
  return (w->xpos == BEDE_XPOS_WP || w->xpos == BEDE_XPOS_WPS) &&
         bede_lemma_in(doc, word, "who which whom whose");
}

// A relative pronoun stands before every verb of its clause.
static bool verb_between(const bede_doc *doc, uint32_t first, uint32_t word)
{
  for (uint32_t i = first; i < word; i++) {
    uint8_t upos = doc->words.items[i].upos;
    if (upos == BEDE_UPOS_VERB || upos == BEDE_UPOS_AUX) return true;
  }
  return false;
}

uint32_t bede_antecedent(const bede_doc *doc, uint32_t word)
{
  const bede_word *words = doc->words.items;
  if (!bede_is_relative(doc, word)) return word;
  uint32_t w = word;
  for (uint32_t i = 0; i < BEDE_MAX_SENTENCE_WORDS; i++) {
    uint32_t head = words[w].head;
    if (head >= doc->words.count) return word;
    if (words[w].deprel == BEDE_REL_ACL_RELCL ||
        words[w].deprel == BEDE_REL_ADVCL_RELCL) {
      bool outside = head < words[w].left || head > words[w].right;
      if (!outside || verb_between(doc, words[w].left, word)) return word;
      return head;
    }
    w = head;
  }
  return word;
}

uint32_t bede_relative_top(const bede_doc *doc, uint32_t word)
{
  const bede_word *words = doc->words.items;
  for (uint32_t i = 0; i < BEDE_CLAUSE_DEPTH; i++) {
    switch (words[word].deprel) {
    case BEDE_REL_ACL_RELCL:
      return words[word].head < doc->words.count ? word : BEDE_NONE;
    case BEDE_REL_CONJ:
      if (bede_own_subject(doc, word) != BEDE_NONE) return BEDE_NONE;
      break;
    case BEDE_REL_CCOMP:
    case BEDE_REL_XCOMP:
      break;
    default:
      return BEDE_NONE;
    }
    word = words[word].head;
    if (word >= doc->words.count) return BEDE_NONE;
  }
  return BEDE_NONE;
}

bool bede_has_relative(const bede_doc *doc, uint32_t clause)
{
  const bede_word *w = &doc->words.items[clause];
  for (uint32_t i = w->left; i <= w->right; i++) {
    if (!bede_is_relative(doc, i)) continue;
    if (bede_antecedent(doc, i) == w->head) return true;
  }
  return false;
}

// --- subjects ---------------------------------------------------------------

static const bede_filler no_filler = {BEDE_NONE, BEDE_VIA_DIRECT};

static bede_filler filler(uint32_t word, bede_via via)
{
  bede_filler f = {word, (uint8_t)via};
  return f;
}

// A subject found through another predicate: how it got here wins over
// "direct" there.
static bede_filler passed_on(bede_filler f, bede_via via)
{
  if (f.word != BEDE_NONE && f.via == BEDE_VIA_DIRECT) f.via = (uint8_t)via;
  return f;
}

static uint32_t object_of(const bede_doc *doc, uint32_t word)
{
  uint32_t o = bede_child_by(doc, word, BEDE_REL_OBJ);
  if (o == BEDE_NONE) o = bede_child_by(doc, word, BEDE_REL_IOBJ);
  return o == BEDE_NONE ? o : bede_antecedent(doc, o);
}

// The dependent (obl or nmod) whose preposition is one of `preps`.
static uint32_t dependent_by_prep(const bede_doc *doc, uint32_t word,
                                  const char *preps)
{
  const bede_word *words = doc->words.items;
  for (uint32_t c = words[word].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    uint8_t rel = words[c].deprel;
    if (rel != BEDE_REL_OBL && rel != BEDE_REL_NMOD &&
        rel != BEDE_REL_OBL_AGENT)
      continue;
    uint32_t prep = bede_child_by(doc, c, BEDE_REL_CASE);
    if (prep != BEDE_NONE && bede_lemma_in(doc, prep, preps)) return c;
  }
  return BEDE_NONE;
}

static uint32_t prep_controller(const bede_doc *doc, uint32_t verb)
{
  for (size_t i = 0; i < sizeof prep_control / sizeof *prep_control; i++) {
    if (!bede_lemma_in(doc, verb, prep_control[i].verbs)) continue;
    uint32_t c = dependent_by_prep(doc, verb, prep_control[i].preps);
    if (c != BEDE_NONE) return bede_antecedent(doc, c);
  }
  return BEDE_NONE;
}

static bede_filler subject(const bede_doc *doc, uint32_t word, unsigned depth);

// The man they ordered to leave: the object's gap controls the infinitive.
static uint32_t gap_controller(const bede_doc *doc, uint32_t verb)
{
  const bede_word *w = &doc->words.items[verb];
  if (w->deprel != BEDE_REL_ACL_RELCL || bede_is_passive(doc, verb) ||
      !bede_lemma_in(doc, verb, object_control))
    return BEDE_NONE;
  uint32_t own = bede_own_subject(doc, verb);
  if (own == BEDE_NONE || bede_is_relative(doc, own)) return BEDE_NONE;
  return w->head < doc->words.count ? w->head : BEDE_NONE;
}

static bede_filler subject_xcomp(const bede_doc *doc, uint32_t word,
                                 unsigned depth)
{
  uint32_t g = doc->words.items[word].head;
  if (!bede_lemma_in(doc, g, subject_control)) {
    uint32_t c = prep_controller(doc, g);
    if (c == BEDE_NONE) c = object_of(doc, g);
    if (c == BEDE_NONE) c = gap_controller(doc, g);
    if (c != BEDE_NONE) return filler(c, BEDE_VIA_CONTROL);
    if (bede_lemma_in(doc, g, tough) && bede_is_infinitive(doc, word))
      return no_filler;
  }
  return passed_on(subject(doc, g, depth - 1), BEDE_VIA_CONTROL);
}

static uint32_t mark_of(const bede_doc *doc, uint32_t word)
{
  return bede_child_by(doc, word, BEDE_REL_MARK);
}

// "accused X of attacking", "barred X from entering", "thanked X for coming":
// the clause is the object's doing.
static bool marks_object_clause(const bede_doc *doc, uint32_t verb,
                                uint32_t mark)
{
  if (bede_lemma_in(doc, mark, "of from into against as")) return true;
  if (bede_lemma_in(doc, mark, "for")) return !bede_lemma_in(doc, verb, "use");
  return bede_lemma_in(doc, mark, "with") && bede_lemma_in(doc, verb, "charge");
}

static bede_filler subject_of_passive(const bede_doc *doc, uint32_t word,
                                      uint32_t verb, uint32_t mark,
                                      unsigned depth)
{
  bool agents = bede_is_infinitive(doc, word) &&
                !bede_lemma_in(doc, verb, object_control);
  if (mark != BEDE_NONE && bede_lemma_in(doc, mark, "by")) agents = true;
  if (!agents)
    return passed_on(subject(doc, verb, depth - 1), BEDE_VIA_CONTROL);
  uint32_t agent = bede_child_by(doc, verb, BEDE_REL_OBL_AGENT);
  if (agent == BEDE_NONE) return no_filler;
  return filler(bede_antecedent(doc, agent), BEDE_VIA_CONTROL);
}

static bede_filler subject_advcl(const bede_doc *doc, uint32_t word,
                                 unsigned depth)
{
  uint32_t g = doc->words.items[word].head;
  if (bede_is_finite(doc, word) || !bede_is_predicate(doc, g)) return no_filler;
  uint32_t mark = mark_of(doc, word), object = object_of(doc, g);
  if (bede_is_passive(doc, g))
    return subject_of_passive(doc, word, g, mark, depth);
  if (object != BEDE_NONE) {
    bool of_object = mark != BEDE_NONE && marks_object_clause(doc, g, mark);
    // The parser may take the complement of "urged X to" for an adverbial.
    if (bede_is_infinitive(doc, word) && bede_lemma_in(doc, g, object_control))
      of_object = true;
    if (of_object) return filler(object, BEDE_VIA_CONTROL);
  }
  if (bede_is_infinitive(doc, word)) {
    uint32_t c = prep_controller(doc, g);
    if (c != BEDE_NONE) return filler(c, BEDE_VIA_CONTROL);
  }
  return passed_on(subject(doc, g, depth - 1), BEDE_VIA_CONTROL);
}

// Whose plan, decision, call it is: "Iran's plan to ...", "a US attempt to
// ...".
static uint32_t owner_of(const bede_doc *doc, uint32_t noun)
{
  const bede_word *words = doc->words.items;
  if (bede_lemma_in(doc, noun, "call appeal request demand order pressure")) {
    uint32_t c = dependent_by_prep(doc, noun, "on to for upon");
    if (c != BEDE_NONE) return c;
  }
  uint32_t c = bede_child_by(doc, noun, BEDE_REL_NMOD_POSS);
  if (c == BEDE_NONE) c = dependent_by_prep(doc, noun, "by of among between");
  if (c != BEDE_NONE) return bede_antecedent(doc, c);
  for (c = words[noun].first_child; c != BEDE_NONE; c = words[c].next_sibling) {
    if (words[c].deprel != BEDE_REL_COMPOUND &&
        words[c].deprel != BEDE_REL_AMOD)
      continue;
    bede_str form = bede_word_form(doc, c);
    if (form.len && bede_is_upper((unsigned char)form.ptr[0]) && c < noun)
      return c;
  }
  return BEDE_NONE;
}

// The noun stands in a clause: who does what there ("made an attempt to ...").
static bede_filler subject_around(const bede_doc *doc, uint32_t noun,
                                  unsigned depth)
{
  const bede_word *w = &doc->words.items[noun];
  uint32_t g = w->head;
  if (g >= doc->words.count || !bede_is_predicate(doc, g)) return no_filler;
  if (w->deprel != BEDE_REL_OBJ && w->deprel != BEDE_REL_OBL &&
      w->deprel != BEDE_REL_NSUBJ_PASS && w->deprel != BEDE_REL_XCOMP)
    return no_filler;
  uint32_t c = bede_child_by(doc, g, BEDE_REL_IOBJ);
  if (c != BEDE_NONE) return filler(bede_antecedent(doc, c), BEDE_VIA_CONTROL);
  if (bede_lemma_in(doc, g, "give issue") &&
      bede_lemma_in(doc, noun, "order instruction permission command"))
    return no_filler; // whoever was ordered
  if (w->deprel == BEDE_REL_NSUBJ_PASS) {
    c = bede_child_by(doc, g, BEDE_REL_OBL_AGENT);
    return c == BEDE_NONE ? no_filler : filler(c, BEDE_VIA_CONTROL);
  }
  return passed_on(subject(doc, g, depth - 1), BEDE_VIA_CONTROL);
}

// "the first leader to visit Cuba": the infinitive describes the noun.
static bool is_singled_out(const bede_doc *doc, uint32_t noun)
{
  static const char singled[] = "first last only next second third latest";
  const bede_word *words = doc->words.items;
  if (bede_lemma_in(doc, noun, singled)) return true;
  for (uint32_t c = words[noun].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    if (words[c].deprel == BEDE_REL_AMOD && bede_lemma_in(doc, c, singled))
      return true;
  }
  return false;
}

// "accused [the rebels of attacking]": the parser may hang the verb's second
// complement on its object, which is then who did it. Not so for "gave up hope
// of winning".
static bool is_object_clause(const bede_doc *doc, uint32_t noun, uint32_t mark)
{
  const bede_word *n = &doc->words.items[noun];
  return mark != BEDE_NONE && n->deprel == BEDE_REL_OBJ &&
         n->head < doc->words.count &&
         bede_lemma_in(doc, n->head, object_clause) &&
         marks_object_clause(doc, n->head, mark);
}

// "Adopted a resolution condemning Chad": what a text does its authors do.
static bede_filler author_of(const bede_doc *doc, uint32_t word, uint32_t noun,
                             unsigned depth)
{
  if (doc->words.items[word].xpos != BEDE_XPOS_VBG ||
      !bede_lemma_in(doc, noun,
                     "resolution motion statement letter law bill text decree "
                     "report declaration communique petition note"))
    return no_filler;
  return subject_around(doc, noun, depth);
}

static bede_filler subject_acl(const bede_doc *doc, uint32_t word,
                               unsigned depth)
{
  uint32_t noun = doc->words.items[word].head;
  uint32_t mark = mark_of(doc, word);
  if (bede_is_finite(doc, word)) return no_filler;
  if (bede_is_bare_participle(doc, word) && mark == BEDE_NONE) {
    bede_filler author = author_of(doc, word, noun, depth);
    return author.word == BEDE_NONE ? filler(noun, BEDE_VIA_RELATIVE) : author;
  }
  if (is_object_clause(doc, noun, mark)) return filler(noun, BEDE_VIA_CONTROL);
  if (mark != BEDE_NONE && bede_lemma_in(doc, mark, "to") &&
      is_singled_out(doc, noun))
    return filler(noun, BEDE_VIA_RELATIVE);
  uint32_t owner = owner_of(doc, noun);
  if (owner != BEDE_NONE) return filler(owner, BEDE_VIA_CONTROL);
  return subject_around(doc, noun, depth);
}

static bede_filler subject_conj(const bede_doc *doc, uint32_t word,
                                unsigned depth)
{
  uint32_t first = doc->words.items[word].head;
  if (!bede_is_predicate(doc, first) &&
      doc->words.items[first].upos != BEDE_UPOS_ADJ)
    return no_filler;
  return passed_on(subject(doc, first, depth - 1), BEDE_VIA_SHARED);
}

static bede_filler subject_ccomp(const bede_doc *doc, uint32_t word,
                                 unsigned depth)
{
  uint32_t g = doc->words.items[word].head;
  if (!bede_is_finite(doc, word)) {
    // "Leave now", he said: an imperative has no subject to be found.
    if (!bede_is_infinitive(doc, word) && !bede_is_bare_participle(doc, word))
      return no_filler;
    return passed_on(subject(doc, g, depth - 1), BEDE_VIA_CONTROL);
  }
  uint32_t top = bede_relative_top(doc, word);
  if (top == BEDE_NONE || bede_has_relative(doc, top)) return no_filler;
  return filler(doc->words.items[top].head, BEDE_VIA_RELATIVE);
}

static bede_filler subject(const bede_doc *doc, uint32_t word, unsigned depth)
{
  const bede_word *w = &doc->words.items[word];
  if (depth == 0) return no_filler;
  uint32_t own = bede_own_subject(doc, word);
  if (own != BEDE_NONE) {
    uint32_t noun = bede_antecedent(doc, own);
    return filler(noun, noun == own ? BEDE_VIA_DIRECT : BEDE_VIA_RELATIVE);
  }
  if (w->head >= doc->words.count) return no_filler;
  switch (w->deprel) {
  case BEDE_REL_CONJ:
    return subject_conj(doc, word, depth);
  case BEDE_REL_XCOMP:
    return subject_xcomp(doc, word, depth);
  case BEDE_REL_ADVCL:
    return subject_advcl(doc, word, depth);
  case BEDE_REL_CCOMP:
    return subject_ccomp(doc, word, depth);
  case BEDE_REL_ACL:
    return subject_acl(doc, word, depth);
  case BEDE_REL_ACL_RELCL:
    if (bede_has_relative(doc, word)) return no_filler;
    return filler(w->head, BEDE_VIA_RELATIVE);
  case BEDE_REL_AMOD:
    if (w->upos != BEDE_UPOS_VERB) return no_filler;
    return filler(w->head, BEDE_VIA_RELATIVE);
  default:
    return no_filler;
  }
}

bede_filler bede_subject_of(const bede_doc *doc, uint32_t word)
{
  return subject(doc, word, BEDE_CLAUSE_DEPTH);
}
