// The arguments of a predicate: its own dependents, then what its clause shares
// with or takes from other clauses, then the conjuncts of each.
#include "lang/args.h"

#include "base/limits.h"
#include "base/str.h"
#include "lang/clause.h"

// Nouns that a relative clause without a pronoun gives a time, place or manner
// and no object: "the day he died".
static const char adverbial_nouns[] =
    "day time year month week weekend moment hour minute night morning evening "
    "date period place way reason manner extent point";

// Verbs that take no object, so that "came and took the town" shares none.
static const char intransitive[] =
    "come go arrive return resign die flee emerge rise fall appear happen sit "
    "stand sleep wait live laugh cry rush travel talk agree react retreat";

// What "killed by" may be followed by that is no agent.
static const char no_agents[] =
    "day night week month year hour minute noon midnight monday tuesday "
    "wednesday thursday friday saturday sunday january february march april "
    "may "
    "june july august september october november december dawn dusk morning "
    "evening afternoon weekend";

// "Washington-based" says where, "Paris-born" too: no agent of the participle.
static const char no_agent_participles[] = "base bear locate";

typedef struct work {
  const bede_doc *doc;
  bede_arg *out;
  size_t count;
  uint32_t word;
  bool passive;
} work;

// --- the list ---------------------------------------------------------------

static uint32_t distance(uint32_t a, uint32_t b)
{
  return a < b ? b - a : a - b;
}

static bool has(const work *w, bede_slot slot)
{
  for (size_t i = 0; i < w->count; i++) {
    if (w->out[i].slot == slot) return true;
  }
  return false;
}

static bool same(const bede_arg *a, const bede_arg *b)
{
  return a->word == b->word && a->slot == b->slot && a->prep == b->prep;
}

// Keeps one argument; when the list is full, the farthest gives way.
static void put(work *w, bede_arg arg)
{
  for (size_t i = 0; i < w->count; i++) {
    if (same(&w->out[i], &arg)) return;
  }
  if (arg.word == w->word) return;
  if (w->count < BEDE_MAX_ARGS) {
    w->out[w->count++] = arg;
    return;
  }
  size_t far = 0;
  for (size_t i = 1; i < w->count; i++) {
    if (distance(w->out[i].word, w->word) > distance(w->out[far].word, w->word))
      far = i;
  }
  if (distance(arg.word, w->word) < distance(w->out[far].word, w->word))
    w->out[far] = arg;
}

static bool conjoins(const work *w, uint32_t conjunct, bede_slot slot)
{
  switch (slot) {
  case BEDE_SLOT_XCOMP:
  case BEDE_SLOT_CCOMP:
  case BEDE_SLOT_ADVCL:
  case BEDE_SLOT_ACL:
    return true;
  case BEDE_SLOT_AMOD:
  case BEDE_SLOT_COMP:
    return bede_is_nominal(w->doc, conjunct) ||
           w->doc->words.items[conjunct].upos == BEDE_UPOS_ADJ;
  case BEDE_SLOT_SUBJ:
  case BEDE_SLOT_OBJ:
  case BEDE_SLOT_IOBJ:
  case BEDE_SLOT_PREP:
  case BEDE_SLOT_POSS:
    return bede_own_subject(w->doc, conjunct) == BEDE_NONE &&
           (bede_is_nominal(w->doc, conjunct) ||
            w->doc->words.items[conjunct].upos == BEDE_UPOS_ADJ ||
            w->doc->words.items[conjunct].upos == BEDE_UPOS_DET);
  default:
    return false;
  }
}

// The conjuncts of arg.word, which the parser may also have chained; `depth`
// bounds the chain.
static void put_conjuncts(work *w, bede_arg arg, unsigned depth)
{
  const bede_word *words = w->doc->words.items;
  uint32_t filler = arg.word;
  if (depth == 0) return;
  for (uint32_t c = words[filler].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    if (words[c].deprel != BEDE_REL_CONJ ||
        !conjoins(w, c, (bede_slot)arg.slot) ||
        bede_tree_within(w->doc, w->word, c))
      continue;
    // "police and soldiers who fled, and others": what follows the relative
    // clause is not in it.
    if (arg.via == BEDE_VIA_RELATIVE && filler < w->word && c > w->word)
      continue;
    bede_arg next = arg;
    next.word = c;
    if (next.via == BEDE_VIA_DIRECT) next.via = BEDE_VIA_CONJ;
    uint32_t prep = bede_child_by(w->doc, c, BEDE_REL_CASE);
    if (arg.slot == BEDE_SLOT_PREP && prep != BEDE_NONE && prep < c)
      next.prep = prep;
    put(w, next);
    put_conjuncts(w, next, depth - 1);
  }
}

static void add(work *w, uint32_t filler, uint32_t prep, bede_slot slot,
                bede_via via)
{
  bede_arg arg = {filler, prep, (uint8_t)slot, (uint8_t)via};
  if (bede_is_relative(w->doc, filler)) {
    arg.word = bede_antecedent(w->doc, filler);
    if (arg.word != filler && arg.via == BEDE_VIA_DIRECT)
      arg.via = BEDE_VIA_RELATIVE;
  }
  put(w, arg);
  put_conjuncts(w, arg, BEDE_CLAUSE_DEPTH);
}

// --- own dependents ---------------------------------------------------------

// The deep slot of the grammatical subject: "the town was attacked" is OBJ,
// "the group was given arms" IOBJ.
static bede_slot subject_slot(const work *w)
{
  if (!w->passive) return BEDE_SLOT_SUBJ;
  return bede_child_by(w->doc, w->word, BEDE_REL_OBJ) != BEDE_NONE
             ? BEDE_SLOT_IOBJ
             : BEDE_SLOT_OBJ;
}

static bool may_be_agent(const work *w, uint32_t filler, uint32_t prep)
{
  return w->passive && bede_lemma_in(w->doc, prep, "by") &&
         bede_is_nominal(w->doc, filler) &&
         w->doc->words.items[filler].upos != BEDE_UPOS_NUM &&
         !bede_lemma_in(w->doc, filler, no_agents);
}

static void add_oblique(work *w, uint32_t child, bede_via via)
{
  uint32_t prep = bede_child_by(w->doc, child, BEDE_REL_CASE);
  bool agent = w->doc->words.items[child].deprel == BEDE_REL_OBL_AGENT;
  if (agent ? w->passive : prep != BEDE_NONE && may_be_agent(w, child, prep)) {
    add(w, child, BEDE_NONE, BEDE_SLOT_SUBJ, via);
  } else if (prep != BEDE_NONE) {
    add(w, child, prep, BEDE_SLOT_PREP, via);
  }
}

static bede_slot plain_slot(uint8_t deprel)
{
  switch (deprel) {
  case BEDE_REL_OBJ:
    return BEDE_SLOT_OBJ;
  case BEDE_REL_IOBJ:
    return BEDE_SLOT_IOBJ;
  case BEDE_REL_NMOD_POSS:
    return BEDE_SLOT_POSS;
  case BEDE_REL_COMPOUND:
  case BEDE_REL_NMOD_DESC:
    return BEDE_SLOT_COMP;
  case BEDE_REL_AMOD:
    return BEDE_SLOT_AMOD;
  case BEDE_REL_NUMMOD:
    return BEDE_SLOT_NUMMOD;
  case BEDE_REL_XCOMP:
    return BEDE_SLOT_XCOMP;
  case BEDE_REL_CCOMP:
    return BEDE_SLOT_CCOMP;
  case BEDE_REL_ADVCL:
    return BEDE_SLOT_ADVCL;
  case BEDE_REL_ACL:
    return BEDE_SLOT_ACL;
  case BEDE_REL_APPOS:
    return BEDE_SLOT_APPOS;
  case BEDE_REL_PARATAXIS:
    return BEDE_SLOT_PARATAXIS;
  case BEDE_REL_ADVMOD:
    return BEDE_SLOT_ADVMOD;
  default:
    return BEDE_SLOT_NONE;
  }
}

// The treebanks have the one who is asked, told or allowed to do something as
// iobj, the one who is ordered to as obj. Beside no other object the slot is
// one: OBJ; "told reporters that" keeps its addressee.
static bool is_lone_object(const work *w, uint8_t rel)
{
  return rel == BEDE_REL_IOBJ &&
         bede_child_by(w->doc, w->word, BEDE_REL_OBJ) == BEDE_NONE &&
         bede_child_by(w->doc, w->word, BEDE_REL_CCOMP) == BEDE_NONE;
}

static void add_child(work *w, uint32_t child)
{
  uint8_t rel = w->doc->words.items[child].deprel;
  bede_slot slot = is_lone_object(w, rel) ? BEDE_SLOT_OBJ : plain_slot(rel);
  switch (rel) {
  case BEDE_REL_NSUBJ:
  case BEDE_REL_NSUBJ_PASS:
  case BEDE_REL_CSUBJ:
  case BEDE_REL_CSUBJ_PASS:
    add(w, child, BEDE_NONE, subject_slot(w), BEDE_VIA_DIRECT);
    break;
  case BEDE_REL_OBL:
  case BEDE_REL_OBL_AGENT:
  case BEDE_REL_NMOD:
    add_oblique(w, child, BEDE_VIA_DIRECT);
    break;
  default:
    if (slot != BEDE_SLOT_NONE) add(w, child, BEDE_NONE, slot, BEDE_VIA_DIRECT);
    break;
  }
}

// --- subjects from elsewhere ------------------------------------------------

// Nouns have no subject unless they are predicates; a plain attributive
// adjective has none either.
static bool may_have_subject(const work *w)
{
  const bede_word *word = &w->doc->words.items[w->word];
  if (bede_is_predicate(w->doc, w->word)) return true;
  switch (word->deprel) {
  case BEDE_REL_XCOMP:
    return true;
  case BEDE_REL_CONJ:
    return word->head < w->doc->words.count &&
           bede_is_predicate(w->doc, word->head) &&
           w->doc->words.items[word->head].upos == word->upos;
  case BEDE_REL_ACL:
  case BEDE_REL_ACL_RELCL:
  case BEDE_REL_ADVCL:
    return word->upos == BEDE_UPOS_ADJ;
  default:
    return false;
  }
}

static void add_subject(work *w)
{
  if (!may_have_subject(w) || bede_own_subject(w->doc, w->word) != BEDE_NONE)
    return;
  bede_filler f = bede_subject_of(w->doc, w->word);
  if (f.word == BEDE_NONE) return;
  bede_slot slot = subject_slot(w);
  if (slot == BEDE_SLOT_SUBJ && has(w, BEDE_SLOT_SUBJ)) return;
  add(w, f.word, BEDE_NONE, slot, (bede_via)f.via);
}

// "US-led forces": the noun before the participle is its agent.
static void add_hyphen_agent(work *w)
{
  const bede_word *words = w->doc->words.items;
  const bede_word *word = &words[w->word];
  if (word->deprel != BEDE_REL_AMOD || word->xpos != BEDE_XPOS_VBN ||
      bede_lemma_in(w->doc, w->word, no_agent_participles))
    return;
  for (uint32_t c = word->first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    uint8_t rel = words[c].deprel;
    bool left =
        c < w->word &&
        (rel == BEDE_REL_COMPOUND || rel == BEDE_REL_OBL_UNMARKED ||
         rel == BEDE_REL_OBL || rel == BEDE_REL_NMOD || rel == BEDE_REL_AMOD);
    if (left && words[c].upos != BEDE_UPOS_ADV)
      add(w, c, BEDE_NONE, BEDE_SLOT_SUBJ, BEDE_VIA_DIRECT);
  }
}

// --- gaps of relative clauses -----------------------------------------------

// A preposition without a noun: "the party they voted for".
static uint32_t stranded(const work *w)
{
  const bede_word *words = w->doc->words.items;
  for (uint32_t c = words[w->word].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    if (c < w->word || words[c].upos != BEDE_UPOS_ADP ||
        bede_child_by(w->doc, c, BEDE_REL_FIXED) != BEDE_NONE)
      continue;
    uint8_t rel = words[c].deprel;
    if (rel == BEDE_REL_OBL || rel == BEDE_REL_NMOD || rel == BEDE_REL_ADVMOD ||
        rel == BEDE_REL_CASE)
      return c;
  }
  return BEDE_NONE;
}

static bool has_wh_adverb(const bede_doc *doc, uint32_t word)
{
  const bede_word *words = doc->words.items;
  for (uint32_t c = words[word].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    if (words[c].xpos == BEDE_XPOS_WRB) return true;
  }
  return false;
}

static bool object_is_free(const work *w)
{
  return !w->passive && !has(w, BEDE_SLOT_OBJ) && !has(w, BEDE_SLOT_CCOMP) &&
         !has(w, BEDE_SLOT_XCOMP);
}

// What a relative clause without a pronoun for it leaves out: an object ("the
// town rebels seized") or the noun of a stranded preposition.
static void add_gap(work *w)
{
  const bede_doc *doc = w->doc;
  const bede_word *words = doc->words.items;
  if (words[w->word].upos != BEDE_UPOS_VERB) return;
  uint32_t top = bede_relative_top(doc, w->word);
  if (top == BEDE_NONE || bede_has_relative(doc, top) ||
      has_wh_adverb(doc, top))
    return;
  uint32_t noun = words[top].head, prep = stranded(w);
  if (prep != BEDE_NONE) {
    add(w, noun, prep, BEDE_SLOT_PREP, BEDE_VIA_RELATIVE);
    return;
  }
  // A clause whose subject is the noun, or an infinitive after it, has its gap.
  if (bede_own_subject(doc, top) == BEDE_NONE) return;
  bede_filler f = bede_subject_of(doc, w->word);
  if (f.word == noun || bede_lemma_in(doc, noun, adverbial_nouns)) return;
  if (object_is_free(w))
    add(w, noun, BEDE_NONE, BEDE_SLOT_OBJ, BEDE_VIA_RELATIVE);
}

// "a place hard to reach", "the deal is hard to sell": the adjective's subject
// is the infinitive's object.
static void add_tough(work *w)
{
  const bede_word *word = &w->doc->words.items[w->word];
  if (word->deprel != BEDE_REL_XCOMP || word->head >= w->doc->words.count ||
      !bede_lemma_in(w->doc, word->head,
                     "easy hard difficult tough impossible") ||
      !object_is_free(w) || !bede_is_infinitive(w->doc, w->word))
    return;
  bede_filler f = bede_subject_of(w->doc, word->head);
  if (f.word != BEDE_NONE)
    add(w, f.word, BEDE_NONE, BEDE_SLOT_OBJ, BEDE_VIA_CONTROL);
}

// --- coordination of predicates ---------------------------------------------

// Nothing but coordination stands right of the word and left of `until`: what
// comes after belongs to both.
static bool adjacent(const work *w, uint32_t until)
{
  const bede_word *words = w->doc->words.items;
  for (uint32_t c = words[w->word].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    uint8_t rel = words[c].deprel;
    if (c <= w->word || c >= until) continue;
    if (rel != BEDE_REL_CONJ && rel != BEDE_REL_CC && rel != BEDE_REL_PUNCT &&
        rel != BEDE_REL_CC_PRECONJ)
      return false;
  }
  return true;
}

// The objects and agents of `other` that stand after both predicates.
static void share_from(work *w, uint32_t other)
{
  const bede_word *words = w->doc->words.items;
  bool object = !w->passive && !has(w, BEDE_SLOT_OBJ);
  bool agent = w->passive && !has(w, BEDE_SLOT_SUBJ);
  uint32_t later = other > w->word ? other : w->word;
  if (object && w->passive != bede_is_passive(w->doc, other)) return;
  if (has(w, BEDE_SLOT_CCOMP) || has(w, BEDE_SLOT_XCOMP)) object = false;
  for (uint32_t c = words[other].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    if (c < later) continue;
    if (object && words[c].deprel == BEDE_REL_OBJ)
      add(w, c, BEDE_NONE, BEDE_SLOT_OBJ, BEDE_VIA_SHARED);
    if (agent && words[c].deprel == BEDE_REL_OBL_AGENT)
      add(w, c, BEDE_NONE, BEDE_SLOT_SUBJ, BEDE_VIA_SHARED);
  }
}

// The last conjunct of `first` that comes after the word and is a verb without
// subject of its own.
static uint32_t last_partner(const work *w, uint32_t first)
{
  const bede_word *words = w->doc->words.items;
  uint32_t last = BEDE_NONE;
  for (uint32_t c = words[first].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    if (words[c].deprel == BEDE_REL_CONJ && c > w->word &&
        words[c].upos == words[w->word].upos &&
        bede_own_subject(w->doc, c) == BEDE_NONE)
      last = c;
  }
  return last;
}

static bool share_verb(work *w)
{
  const bede_word *words = w->doc->words.items;
  const bede_word *word = &words[w->word];
  if (word->upos != BEDE_UPOS_VERB) return false;
  if (bede_lemma_in(w->doc, w->word, intransitive)) return false;
  uint32_t first = w->word;
  if (word->deprel == BEDE_REL_CONJ && word->head < w->doc->words.count) {
    first = word->head;
    if (bede_own_subject(w->doc, w->word) == BEDE_NONE) share_from(w, first);
  }
  uint32_t last = last_partner(w, first);
  if (last != BEDE_NONE && adjacent(w, last) && words[last].xpos == word->xpos)
    share_from(w, last);
  return true;
}

static bool has_left_modifier(const work *w)
{
  const bede_word *words = w->doc->words.items;
  for (uint32_t c = words[w->word].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    uint8_t rel = words[c].deprel;
    if (c < w->word && rel != BEDE_REL_CC && rel != BEDE_REL_PUNCT &&
        rel != BEDE_REL_CASE)
      return true;
  }
  return false;
}

// "the Syrian bombing and shelling of Aleppo".
static void share_noun(work *w)
{
  const bede_word *words = w->doc->words.items;
  const bede_word *word = &words[w->word];
  if (word->deprel == BEDE_REL_CONJ && word->head < w->doc->words.count &&
      words[word->head].upos == BEDE_UPOS_NOUN) {
    bool bare = !has_left_modifier(w), dependents = !has(w, BEDE_SLOT_PREP);
    for (uint32_t c = words[word->head].first_child; c != BEDE_NONE;
         c = words[c].next_sibling) {
      bede_slot slot = plain_slot(words[c].deprel);
      bool left = slot == BEDE_SLOT_POSS || slot == BEDE_SLOT_COMP ||
                  slot == BEDE_SLOT_AMOD;
      if (left && bare && c < word->head)
        add(w, c, BEDE_NONE, slot, BEDE_VIA_SHARED);
      if (dependents && words[c].deprel == BEDE_REL_NMOD && c > w->word)
        add_oblique(w, c, BEDE_VIA_SHARED);
    }
    return;
  }
  uint32_t last = last_partner(w, w->word);
  if (last == BEDE_NONE || has(w, BEDE_SLOT_PREP) || !adjacent(w, last)) return;
  for (uint32_t c = words[last].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    if (words[c].deprel == BEDE_REL_NMOD && c > last)
      add_oblique(w, c, BEDE_VIA_SHARED);
  }
}

// --- public -----------------------------------------------------------------

static void sort(bede_arg *args, size_t count)
{
  for (size_t i = 1; i < count; i++) {
    bede_arg a = args[i];
    size_t j = i;
    for (; j > 0; j--) {
      const bede_arg *b = &args[j - 1];
      if (b->word < a.word || (b->word == a.word && b->slot <= a.slot)) break;
      args[j] = *b;
    }
    args[j] = a;
  }
}

size_t bede_args_of(const bede_doc *doc, uint32_t word, bede_arg *out)
{
  const bede_word *words = doc->words.items;
  work w = {doc, out, 0, word, bede_is_passive(doc, word)};
  for (uint32_t c = words[word].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    add_child(&w, c);
  }
  add_hyphen_agent(&w);
  add_subject(&w);
  add_gap(&w);
  add_tough(&w);
  if (!share_verb(&w) && words[word].upos == BEDE_UPOS_NOUN) share_noun(&w);
  sort(out, w.count);
  return w.count;
}

bool bede_is_out_of(const bede_doc *doc, uint32_t prep)
{
  const bede_word *w = &doc->words.items[prep];
  return prep + 1 < doc->words.count && bede_lemma_in(doc, prep, "out") &&
         w[1].head == w->head && w[1].deprel == w->deprel &&
         bede_lemma_in(doc, prep + 1, "of");
}

size_t bede_arg_prep(const bede_doc *doc, const bede_arg *arg, char out[32])
{
  size_t n = 0;
  out[0] = '\0';
  if (arg->prep == BEDE_NONE) return 0;
  const bede_word *words = doc->words.items;
  // The form where words are fixed: the lemma of "according" is "accord".
  bool fixed = bede_child_by(doc, arg->prep, BEDE_REL_FIXED) != BEDE_NONE;
  uint32_t end = words[arg->prep].right + 1;
  uint32_t both = bede_is_out_of(doc, arg->prep) ? arg->prep + 1 : BEDE_NONE;
  for (uint32_t i = arg->prep; i < end || i == both; i++) {
    if (i != arg->prep && i != both &&
        (words[i].head != arg->prep || words[i].deprel != BEDE_REL_FIXED))
      continue;
    bede_str s = fixed ? bede_word_form(doc, i) : words[i].lemma;
    if (n + s.len + 2 > 32) break;
    if (n > 0) out[n++] = '_';
    for (size_t k = 0; k < s.len; k++) {
      unsigned char c = (unsigned char)s.ptr[k];
      out[n++] = (char)bede_to_lower(c);
    }
  }
  out[n] = '\0';
  return n;
}

uint32_t bede_particle_of(const bede_doc *doc, uint32_t word)
{
  return bede_child_by(doc, word, BEDE_REL_COMPOUND_PRT);
}
