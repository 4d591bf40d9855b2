// First what a word may head at all, over the whole sentence; then the shape of
// the sentence; then each word in its turn, by rules that look at the heads
// that are and at the children that were linked before.
#include "lang/repair.h"

#include "base/str.h"
#include "lang/args.h"
#include "lang/clause.h"
#include "lang/lang.h"

bool bede_is_time_word(const bede_doc *doc, uint32_t word)
{
  static const char *const words[] = {
      "Monday",    "Tuesday",   "Wednesday", "Thursday",  "Friday",  "Saturday",
      "Sunday",    "January",   "February",  "March",     "April",   "May",
      "June",      "July",      "August",    "September", "October", "November",
      "December",  "yesterday", "today",     "night",     "morning", "evening",
      "afternoon", "week",      "month",     "year",      NULL};
  bede_str form = bede_word_form(doc, word);
  for (size_t i = 0; words[i]; i++) {
    if (bede_str_is(form, words[i])) return true;
  }
  return bede_is_digit((unsigned char)form.ptr[0]); // "on May 3 that"
}

// Makes `word` the root in place of the mark `root`, whose other children go to
// the word.
static void replace_root(bede_doc *doc, const bede_sentence *s, uint32_t root,
                         uint32_t word)
{
  for (uint32_t i = s->word_begin; i < s->word_end; i++) {
    if (doc->words.items[i].head == root) doc->words.items[i].head = word;
  }
  doc->words.items[word].head = BEDE_NONE;
  doc->words.items[word].deprel = BEDE_REL_ROOT;
  doc->words.items[root].head = word;
  doc->words.items[root].deprel = BEDE_REL_PUNCT;
}

// A root that is punctuation: its first verb, else its first word, is the root.
static bool mend_root(bede_doc *doc, const bede_sentence *s)
{
  uint32_t root = BEDE_NONE, heir = BEDE_NONE;
  for (uint32_t i = s->word_begin; i < s->word_end; i++) {
    if (doc->words.items[i].head == BEDE_NONE) root = i;
  }
  if (root == BEDE_NONE || doc->words.items[root].upos != BEDE_UPOS_PUNCT)
    return false;
  for (uint32_t i = s->word_begin; i < s->word_end; i++) {
    const bede_word *w = &doc->words.items[i];
    if (w->head != root || w->upos == BEDE_UPOS_PUNCT) continue;
    if (heir == BEDE_NONE) heir = i;
    if (w->upos == BEDE_UPOS_VERB) {
      heir = i;
      break;
    }
  }
  if (heir == BEDE_NONE) return false;
  replace_root(doc, s, root, heir);
  return true;
}

// Auxiliaries and copulas take next to nothing in UD.
static bool may_hang_on_aux(uint8_t rel)
{
  return rel == BEDE_REL_FIXED || rel == BEDE_REL_CONJ || rel == BEDE_REL_CC ||
         rel == BEDE_REL_PUNCT || rel == BEDE_REL_ADVMOD ||
         rel == BEDE_REL_GOESWITH || rel == BEDE_REL_REPARANDUM;
}

static bool is_aux(uint8_t rel)
{
  return rel == BEDE_REL_AUX || rel == BEDE_REL_AUX_PASS || rel == BEDE_REL_COP;
}

// Moves a word up while its head may not have it. Heads form a tree, so this
// ends at the root.
static bool climb(bede_doc *doc, bede_word *w)
{
  bool changed = false;
  while (w->head != BEDE_NONE) {
    const bede_word *h = &doc->words.items[w->head];
    bool aux = is_aux(h->deprel) && !may_hang_on_aux(w->deprel);
    bool mark = h->upos == BEDE_UPOS_PUNCT;
    if ((!aux && !mark) || h->head == BEDE_NONE) break;
    w->head = h->head;
    changed = true;
  }
  return changed;
}

static bool mend_heads(bede_doc *doc, const bede_sentence *s)
{
  bool changed = mend_root(doc, s);
  for (uint32_t i = s->word_begin; i < s->word_end; i++)
    changed |= climb(doc, &doc->words.items[i]);
  return changed;
}

static bool is_finite(const bede_word *w)
{
  return w->xpos == BEDE_XPOS_VBD || w->xpos == BEDE_XPOS_VBZ ||
         w->xpos == BEDE_XPOS_VBP || w->xpos == BEDE_XPOS_MD;
}

static bool is_below(uint8_t rel)
{
  return rel == BEDE_REL_XCOMP || rel == BEDE_REL_CCOMP ||
         rel == BEDE_REL_ADVCL || rel == BEDE_REL_CONJ;
}

// A finite verb cannot go on from an infinitive: "urged them to leave and spoke
// with ...", nor from a verb behind a modal: "said they would leave and spoke".
// It goes on from the verb above that has its tense.
static bool mend_conjunct(bede_doc *doc, uint32_t i)
{
  bede_word *words = doc->words.items, *w = &words[i];
  if (w->deprel != BEDE_REL_CONJ || w->upos != BEDE_UPOS_VERB ||
      (w->xpos != BEDE_XPOS_VBD && w->xpos != BEDE_XPOS_VBZ) ||
      w->head == BEDE_NONE || words[w->head].xpos != BEDE_XPOS_VB ||
      bede_own_subject(doc, i) != BEDE_NONE)
    return false;
  uint32_t above = words[w->head].head;
  while (above != BEDE_NONE && words[above].xpos != w->xpos &&
         is_below(words[above].deprel))
    above = words[above].head;
  if (above == BEDE_NONE || words[above].upos != BEDE_UPOS_VERB ||
      words[above].xpos != w->xpos)
    return false;
  w->head = above;
  return true;
}

// "He's said he will", "who's argued for years": "has", for these are said of
// things and not of people.
static bool mend_contraction(bede_doc *doc, uint32_t i)
{
  bede_word *words = doc->words.items, *w = &words[i];
  if (w->deprel != BEDE_REL_NSUBJ_PASS || w->head == BEDE_NONE ||
      !bede_lemma_in(doc, i, "he she they who I we you") ||
      !bede_lemma_in(doc, w->head, "say argue want claim suggest promise"))
    return false;
  uint32_t aux = bede_child_by(doc, w->head, BEDE_REL_AUX_PASS);
  if (aux == BEDE_NONE) aux = bede_child_by(doc, w->head, BEDE_REL_AUX);
  if (aux == BEDE_NONE) return false;
  bede_str form = bede_word_form(doc, aux);
  if (!bede_str_is(form, "'s") && !bede_str_is(form, "\xe2\x80\x99s") &&
      !bede_str_is(form, "'ve") && !bede_str_is(form, "\xe2\x80\x99ve"))
    return false;
  words[aux].deprel = BEDE_REL_AUX;
  words[aux].lemma = bede_str_from("have");
  w->deprel = BEDE_REL_NSUBJ;
  return true;
}

// "Nations have signed": the subject of a perfect without "been" is active.
static bool mend_voice(bede_doc *doc, uint32_t i)
{
  bede_word *w = &doc->words.items[i];
  if (w->deprel != BEDE_REL_NSUBJ_PASS || w->head == BEDE_NONE ||
      bede_child_by(doc, w->head, BEDE_REL_AUX_PASS) != BEDE_NONE)
    return false;
  uint32_t aux = bede_child_by(doc, w->head, BEDE_REL_AUX);
  if (aux == BEDE_NONE || !bede_lemma_in(doc, aux, "have")) return false;
  w->deprel = BEDE_REL_NSUBJ;
  return true;
}

// Verbs that nobody is the passive subject of.
static const char active_only[] =
    "negotiate talk march rally protest gather agree vote appeal fight clash "
    "retreat withdraw flee return travel arrive converge congregate confer "
    "meet "
    "assemble";

// "Delegates negotiated through the night": running text has no passive without
// an auxiliary whose subject stands before it.
static bool mend_participle(bede_doc *doc, uint32_t i)
{
  bede_word *w = &doc->words.items[i];
  if (w->deprel != BEDE_REL_NSUBJ_PASS || w->head == BEDE_NONE || w->head < i)
    return false;
  bede_word *verb = &doc->words.items[w->head];
  if (verb->xpos != BEDE_XPOS_VBN ||
      bede_child_by(doc, w->head, BEDE_REL_AUX_PASS) != BEDE_NONE ||
      bede_child_by(doc, w->head, BEDE_REL_AUX) != BEDE_NONE)
    return false;
  if (!bede_lemma_in(doc, w->head, active_only) &&
      bede_child_by(doc, w->head, BEDE_REL_OBJ) == BEDE_NONE)
    return false;
  w->deprel = BEDE_REL_NSUBJ;
  verb->xpos = BEDE_XPOS_VBD;
  return true;
}

// "Chad and Niger held talks, two diplomats said": of two subjects of the verb
// of speech the first is that of the clause before the second.
static bool mend_subject(bede_doc *doc, uint32_t i)
{
  bede_word *words = doc->words.items, *w = &words[i];
  if (w->deprel != BEDE_REL_NSUBJ || w->head == BEDE_NONE || w->head < i)
    return false;
  uint32_t clause = BEDE_NONE, second = BEDE_NONE;
  for (uint32_t c = words[w->head].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    if (c > i && words[c].deprel == BEDE_REL_CCOMP) clause = c;
    if (c > i && words[c].deprel == BEDE_REL_NSUBJ) second = c;
  }
  if (clause == BEDE_NONE || second == BEDE_NONE || clause > second ||
      !is_finite(&words[clause]) || bede_own_subject(doc, clause) != BEDE_NONE)
    return false;
  w->head = clause;
  return true;
}

static uint32_t subject_before(const bede_doc *doc, uint32_t i)
{
  const bede_word *words = doc->words.items;
  uint32_t first = BEDE_NONE;
  for (uint32_t c = words[words[i].head].first_child; c != BEDE_NONE && c < i;
       c = words[c].next_sibling)
    if (words[c].deprel == BEDE_REL_NSUBJ) first = c;
  return first;
}

// "Colonel Traore, the spokesman, said", "the spokesman, Colonel Traore, said":
// a verb has one subject; a second one behind a comma names the first anew, and
// a title that a name follows at once is part of it.
static bool mend_apposition(bede_doc *doc, uint32_t i)
{
  bede_word *words = doc->words.items, *w = &words[i];
  if (w->deprel != BEDE_REL_NSUBJ || w->head == BEDE_NONE || w->head < i ||
      w->upos == BEDE_UPOS_PRON)
    return false;
  uint32_t first = subject_before(doc, i), head = w->head;
  if (first == BEDE_NONE || words[first].upos == BEDE_UPOS_PRON) return false;
  uint32_t gap = words[first].right + 1;
  bool names =
      words[first].upos == BEDE_UPOS_PROPN && w->upos == BEDE_UPOS_PROPN;
  if (gap == w->left && names) {
    words[first].head = i;
    words[first].deprel = BEDE_REL_NMOD_DESC;
    return true;
  }
  bool comma = bede_str_is(bede_word_form(doc, w->left - 1), ",") ||
               bede_str_is(bede_word_form(doc, w->left), ",");
  if (!comma || gap + 1 < w->left || head <= w->right) return false;
  w->head = first;
  w->deprel = BEDE_REL_APPOS;
  return true;
}

// Nouns that are said to be to do something: "the goal is to meet".
static const char copular[] =
    "aim goal plan idea purpose task job point hope intention objective "
    "priority "
    "key challenge problem way solution answer role mission duty alternative "
    "option choice step move effort best rest";

// "The ministers are to meet", "is due to visit": the treebanks take few of
// these for what they are, and the parser sees a copula over a clause.
static bool mend_is_to(bede_doc *doc, uint32_t i)
{
  bede_word *words = doc->words.items, *w = &words[i];
  if (w->deprel != BEDE_REL_NSUBJ_OUTER || w->head == BEDE_NONE ||
      w->head < i || words[w->head].xpos != BEDE_XPOS_VB ||
      bede_lemma_in(doc, i, copular))
    return false;
  uint32_t cop = bede_child_by(doc, w->head, BEDE_REL_COP);
  uint32_t mark = bede_child_by(doc, w->head, BEDE_REL_MARK);
  if (cop == BEDE_NONE || mark == BEDE_NONE) return false;
  if (bede_lemma_in(doc, mark, "due")) {
    uint32_t to = bede_child_by(doc, mark, BEDE_REL_FIXED);
    if (to == BEDE_NONE) return false;
    words[mark].deprel = BEDE_REL_ADVMOD;
    words[to].head = w->head;
    words[to].deprel = BEDE_REL_MARK;
  }
  w->deprel = BEDE_REL_NSUBJ;
  words[cop].deprel = BEDE_REL_AUX;
  return true;
}

// What a "by" names that nobody does: means, ways and times.
static const char means[] =
    "telephone phone video letter email e-mail message text satellite link "
    "radio "
    "fax courier post mail acclamation consensus surprise road air sea rail "
    "land "
    "train boat bus plane car helicopter ship night day way dawn";

// "Spoke by telephone", "stood by his deputy": no agent of a passive.
static bool mend_agent(bede_doc *doc, uint32_t i)
{
  bede_word *w = &doc->words.items[i];
  if (w->deprel != BEDE_REL_OBL_AGENT || w->head == BEDE_NONE) return false;
  const bede_word *verb = &doc->words.items[w->head];
  bool passive = bede_child_by(doc, w->head, BEDE_REL_AUX_PASS) != BEDE_NONE ||
                 (verb->xpos == BEDE_XPOS_VBN &&
                  bede_child_by(doc, w->head, BEDE_REL_AUX) == BEDE_NONE);
  if (passive && !bede_lemma_in(doc, i, means)) return false;
  w->deprel = BEDE_REL_OBL;
  return true;
}

// "called the plan a mistake": what something is called, taken for an
// apposition.
static bool mend_naming(bede_doc *doc, uint32_t i)
{
  bede_word *words = doc->words.items, *w = &words[i];
  if (w->deprel != BEDE_REL_APPOS || w->head == BEDE_NONE || w->head >= i ||
      words[w->head].deprel != BEDE_REL_OBJ)
    return false;
  uint32_t verb = words[w->head].head;
  if (verb == BEDE_NONE ||
      !bede_lemma_in(doc, verb, "call brand label dub name term deem") ||
      bede_child_by(doc, i, BEDE_REL_DET) == BEDE_NONE)
    return false;
  for (uint32_t k = w->head + 1; k < i; k++)
    if (bede_str_is(bede_word_form(doc, k), ",")) return false;
  w->head = verb;
  w->deprel = BEDE_REL_XCOMP;
  return true;
}

// Of two objects of a verb of naming the second is what the first is called:
// "designated the group a terrorist organisation", "was branded a traitor".
static bool mend_name(bede_doc *doc, uint32_t i)
{
  bede_word *w = &doc->words.items[i];
  if (w->deprel != BEDE_REL_OBJ || w->head == BEDE_NONE || w->head >= i ||
      !bede_is_nominal(doc, i) || bede_lemma_in(doc, i, "home") ||
      bede_child_by(doc, i, BEDE_REL_CASE) != BEDE_NONE ||
      !bede_lemma_in(doc, w->head,
                     "call brand label dub term deem designate declare "
                     "consider proclaim"))
    return false;
  uint32_t named = bede_child_by(doc, w->head, BEDE_REL_OBJ);
  if (named == i) named = bede_child_by(doc, w->head, BEDE_REL_NSUBJ_PASS);
  if (named == BEDE_NONE) return false;
  w->deprel = BEDE_REL_XCOMP;
  return true;
}

// "asked in May whether they had left": a question is the complement of its
// verb, whatever stands between.
static bool mend_question(bede_doc *doc, uint32_t i)
{
  bede_word *words = doc->words.items, *w = &words[i];
  if (w->deprel != BEDE_REL_ADVCL || w->head == BEDE_NONE || w->head > i ||
      words[w->head].upos != BEDE_UPOS_VERB ||
      bede_child_by(doc, w->head, BEDE_REL_CCOMP) != BEDE_NONE)
    return false;
  uint32_t mark = bede_child_by(doc, i, BEDE_REL_MARK);
  if (mark == BEDE_NONE || !bede_str_is(bede_word_form(doc, mark), "whether") ||
      bede_str_is(bede_word_form(doc, mark - 1), ","))
    return false;
  w->deprel = BEDE_REL_CCOMP;
  return true;
}

// "admits downing a jet": the act that is admitted, taken for a modifier.
static bool mend_gerund(bede_doc *doc, uint32_t i)
{
  bede_word *words = doc->words.items, *w = &words[i];
  if (w->deprel != BEDE_REL_AMOD || w->xpos != BEDE_XPOS_VBG ||
      w->head == BEDE_NONE || w->head <= i ||
      words[w->head].deprel != BEDE_REL_OBJ)
    return false;
  uint32_t verb = words[w->head].head;
  if (verb == BEDE_NONE || verb + 1 != i ||
      !bede_lemma_in(doc, verb, "admit deny"))
    return false;
  words[w->head].head = i;
  w->head = verb;
  w->deprel = BEDE_REL_XCOMP;
  w->upos = BEDE_UPOS_VERB;
  return true;
}

// "Urged the prosecutor to drop the case": the infinitive hung on whom it is
// asked of.
static bool mend_asked(bede_doc *doc, uint32_t i)
{
  bede_word *words = doc->words.items, *w = &words[i];
  if (w->deprel != BEDE_REL_ACL || w->xpos != BEDE_XPOS_VB ||
      w->head == BEDE_NONE || w->head >= i ||
      words[w->head].deprel != BEDE_REL_OBJ ||
      bede_lemma_in(doc, w->head, copular))
    return false;
  uint32_t verb = words[w->head].head;
  if (verb == BEDE_NONE || verb >= w->head ||
      !bede_lemma_in(doc, verb,
                     "urge order ask tell force compel press pressure persuade "
                     "instruct command beg implore exhort invite encourage "
                     "warn advise oblige"))
    return false;
  w->head = verb;
  w->deprel = BEDE_REL_XCOMP;
  return true;
}

// The infinitive after a verb that has one as its complement, taken for a
// purpose ("ordered the militia to withdraw") or for a noun.
static bool mend_infinitive(bede_doc *doc, uint32_t i)
{
  bede_word *w = &doc->words.items[i];
  if (mend_asked(doc, i)) return true;
  if ((w->deprel != BEDE_REL_ADVCL && w->deprel != BEDE_REL_OBL) ||
      w->xpos != BEDE_XPOS_VB || w->head == BEDE_NONE || w->head >= i ||
      doc->words.items[w->head].upos != BEDE_UPOS_VERB ||
      bede_own_subject(doc, i) != BEDE_NONE)
    return false;
  uint32_t to = bede_child_by(doc, i, BEDE_REL_MARK);
  if (to == BEDE_NONE || !bede_lemma_in(doc, to, "to")) return false;
  uint8_t rel =
      bede_takes_infinitive(doc, w->head) ? BEDE_REL_XCOMP : BEDE_REL_ADVCL;
  if (w->deprel == rel) return false;
  w->deprel = rel;
  return true;
}

// Does a verb have a word that is also a preposition for its particle, when an
// object may follow? Of verbs and particles those that mean little apart.
static bool has_particle(const bede_doc *doc, uint32_t verb, uint32_t particle)
{
  static const struct {
    const char *particle, *verbs;
  } pairs[] = {
      {"over", "hand turn take sign"},
      {"in", "hand turn take bring draft let"},
      {"off",
       "call break cut set lay seal cordon switch fend ward stave carry"},
      {"down", "lay put shoot gun bring tear shut draw scale turn vote strike "
               "cut hunt mow burn"},
      {"up", "give set blow break round take tear draw beef step build"},
      {"out", "carry rule throw drive wipe call kick hand"},
  };
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
    if (bede_lemma_in(doc, particle, pairs[i].particle))
      return bede_lemma_in(doc, verb, pairs[i].verbs);
  return false;
}

// May a word tagged as a preposition be the particle of the verb before it? A
// passive has no object, a name behind it is rather a place.
static bool may_be_particle(const bede_doc *doc, uint32_t i, uint32_t noun)
{
  const bede_word *w = &doc->words.items[i];
  if (w->xpos == BEDE_XPOS_RP) return true;
  return w->xpos == BEDE_XPOS_IN && has_particle(doc, i - 1, i) &&
         doc->words.items[noun].upos == BEDE_UPOS_NOUN &&
         !bede_is_time_word(doc, noun) && !bede_lemma_in(doc, i + 1, "of") &&
         bede_child_by(doc, i - 1, BEDE_REL_AUX_PASS) == BEDE_NONE;
}

// A particle as the preposition of what follows: "laid down their weapons". It
// belongs to the verb, and the noun is its object.
static bool mend_particle(bede_doc *doc, uint32_t i)
{
  bede_word *w = &doc->words.items[i];
  if (w->deprel != BEDE_REL_CASE || w->head == BEDE_NONE || w->head <= i)
    return false;
  bede_word *noun = &doc->words.items[w->head];
  uint32_t verb = noun->head;
  if ((noun->deprel != BEDE_REL_OBL && noun->deprel != BEDE_REL_OBJ) ||
      verb == BEDE_NONE || verb + 1 != i ||
      doc->words.items[verb].upos != BEDE_UPOS_VERB ||
      !may_be_particle(doc, i, w->head))
    return false;
  w->head = verb;
  w->deprel = BEDE_REL_COMPOUND_PRT;
  if (bede_child_by(doc, verb, BEDE_REL_OBJ) == BEDE_NONE)
    noun->deprel = BEDE_REL_OBJ;
  return true;
}

// An oblique without a preposition behind a verb that has no object is one:
// "arrested 20 to 30 people".
static bool mend_oblique(bede_doc *doc, uint32_t i)
{
  bede_word *w = &doc->words.items[i];
  if (w->deprel != BEDE_REL_OBL || w->head == BEDE_NONE || w->head >= i ||
      !bede_is_nominal(doc, i) || bede_is_time_word(doc, i) ||
      doc->words.items[w->head].upos != BEDE_UPOS_VERB ||
      bede_child_by(doc, i, BEDE_REL_CASE) != BEDE_NONE ||
      bede_child_by(doc, w->head, BEDE_REL_OBJ) != BEDE_NONE ||
      bede_child_by(doc, w->head, BEDE_REL_NSUBJ_PASS) != BEDE_NONE)
    return false;
  w->deprel = BEDE_REL_OBJ;
  return true;
}

// "Has threatened strikes": a perfect, not threatened strikes that somebody
// has. What is often said of things one has ("limited funds") stays.
static bool mend_perfect(bede_doc *doc, uint32_t i)
{
  bede_word *words = doc->words.items, *w = &words[i];
  if (i == 0 || w->xpos != BEDE_XPOS_VBN || w->deprel != BEDE_REL_AMOD ||
      w->head == BEDE_NONE || w->head <= i || words[w->head].head != i - 1 ||
      words[w->head].deprel != BEDE_REL_OBJ ||
      !bede_lemma_in(doc, i - 1, "have") ||
      bede_lemma_in(doc, i,
                    "limit mix increase reduce arm skill advance experience "
                    "train educate unite organize organise damage break "
                    "improve share relate"))
    return false;
  uint32_t have = i - 1, object = w->head;
  uint32_t s = bede_doc_sentence_of(doc, i);
  for (uint32_t c = doc->sentences.items[s].word_begin;
       c < doc->sentences.items[s].word_end; c++)
    if (words[c].head == have) words[c].head = i;
  w->head = words[have].head;
  w->deprel = words[have].deprel;
  w->upos = BEDE_UPOS_VERB;
  words[have].head = i;
  words[have].deprel = BEDE_REL_AUX;
  words[have].upos = BEDE_UPOS_AUX;
  words[object].head = i;
  return true;
}

// Of two objects of a verb of giving the first gets the second: "promised Chad
// ten lorries".
static bool mend_objects(bede_doc *doc, uint32_t i)
{
  bede_word *words = doc->words.items, *w = &words[i];
  if (w->deprel != BEDE_REL_OBJ || w->head == BEDE_NONE || w->head >= i ||
      !bede_is_nominal(doc, i) ||
      !bede_lemma_in(doc, w->head,
                     "give grant hand offer send pay promise deny award lend "
                     "sell owe guarantee refuse cost bring"))
    return false;
  uint32_t first = bede_child_by(doc, w->head, BEDE_REL_OBJ);
  if (first == i || first <= w->head ||
      bede_child_by(doc, w->head, BEDE_REL_IOBJ) != BEDE_NONE ||
      bede_child_by(doc, i, BEDE_REL_CASE) != BEDE_NONE)
    return false;
  words[first].deprel = BEDE_REL_IOBJ;
  return true;
}

// An infinitive as a modifier of its object: "called on both sides to resume
// talks", with "to" a preposition of the talks.
static bool mend_modifier(bede_doc *doc, uint32_t i)
{
  bede_word *w = &doc->words.items[i];
  if (w->xpos != BEDE_XPOS_VB || w->head == BEDE_NONE || w->head <= i ||
      (w->deprel != BEDE_REL_COMPOUND && w->deprel != BEDE_REL_AMOD))
    return false;
  uint32_t object = w->head, head = doc->words.items[object].head;
  if (i == 0 || head == BEDE_NONE || head >= i ||
      doc->words.items[i - 1].xpos != BEDE_XPOS_TO ||
      doc->words.items[i - 1].head != object)
    return false;
  w->head = head;
  w->deprel = BEDE_REL_ADVCL;
  w->upos = BEDE_UPOS_VERB;
  doc->words.items[i - 1].head = i;
  doc->words.items[i - 1].deprel = BEDE_REL_MARK;
  doc->words.items[object].head = i;
  doc->words.items[object].deprel = BEDE_REL_OBJ;
  return true;
}

// The verb that a phrase of time belongs to, or BEDE_NONE.
static uint32_t verb_of(const bede_doc *doc, uint32_t word)
{
  const bede_word *w = &doc->words.items[word];
  while (w->deprel == BEDE_REL_NMOD || w->deprel == BEDE_REL_NUMMOD ||
         w->deprel == BEDE_REL_COMPOUND || w->deprel == BEDE_REL_FLAT ||
         w->deprel == BEDE_REL_NMOD_UNMARKED) {
    if (w->head == BEDE_NONE || w->head >= word) return BEDE_NONE;
    word = w->head;
    w = &doc->words.items[word];
  }
  bool adjunct =
      w->deprel == BEDE_REL_OBL || w->deprel == BEDE_REL_OBL_UNMARKED;
  if (!adjunct || w->head == BEDE_NONE) return BEDE_NONE;
  return doc->words.items[w->head].upos == BEDE_UPOS_VERB ? w->head : BEDE_NONE;
}

// Is the clause of `verb` a complement that stands after the time word `time`?
static bool is_complement(const bede_doc *doc, uint32_t verb, uint32_t time)
{
  uint32_t that = time + 1;
  if (that >= verb || !bede_str_is(bede_word_form(doc, that), "that"))
    return false;
  uint32_t subject = bede_child_by(doc, verb, BEDE_REL_NSUBJ);
  if (subject == BEDE_NONE || subject == that)
    subject = bede_child_by(doc, verb, BEDE_REL_NSUBJ_PASS);
  return subject != BEDE_NONE && subject > that;
}

// "The army denied on Thursday that its troops had shelled the town": web text
// has few dates between a verb of speech and its clause, and the parser hangs
// the clause on the date as a relative. With "that" right behind a word of time
// and a subject of its own it is the complement of the verb that the time
// belongs to.
static bool mend_clause(bede_doc *doc, uint32_t i)
{
  bede_word *w = &doc->words.items[i];
  if ((w->deprel != BEDE_REL_ACL_RELCL && w->deprel != BEDE_REL_ACL) ||
      w->head == BEDE_NONE || w->head >= i ||
      !bede_is_time_word(doc, w->head) || !is_complement(doc, i, w->head))
    return false;
  uint32_t verb = verb_of(doc, w->head);
  // no cycle, whatever "that" was taken for
  if (verb == BEDE_NONE || verb == i ||
      bede_tree_within(doc, verb, w->head + 1))
    return false;
  bede_word *that = &doc->words.items[w->head + 1];
  that->head = i;
  that->deprel = BEDE_REL_MARK;
  that->upos = BEDE_UPOS_SCONJ;
  that->xpos = BEDE_XPOS_IN;
  that->feats = 0;
  w->head = verb;
  w->deprel = BEDE_REL_CCOMP;
  return true;
}

// "A year ago rebels attacked": an adverb is no part of the noun behind it.
static bool mend_ago(bede_doc *doc, uint32_t i)
{
  bede_word *words = doc->words.items, *w = &words[i];
  uint32_t noun = w->head;
  if (noun == BEDE_NONE || noun <= i || words[noun].head == BEDE_NONE ||
      !bede_is_nominal(doc, noun) ||
      words[words[noun].head].upos != BEDE_UPOS_VERB ||
      !bede_lemma_in(doc, i, "ago"))
    return false;
  w->head = words[noun].head;
  w->deprel = BEDE_REL_ADVMOD;
  return true;
}

// All that is mended at one word.
static bool mend_word(bede_doc *doc, uint32_t i, const bede_sentence *s)
{
  bool changed = mend_conjunct(doc, i);
  changed |= mend_contraction(doc, i);
  changed |= mend_voice(doc, i);
  changed |= mend_participle(doc, i);
  changed |= mend_subject(doc, i);
  changed |= mend_apposition(doc, i);
  changed |= mend_is_to(doc, i);
  changed |= mend_agent(doc, i);
  changed |= mend_ago(doc, i);
  changed |= mend_naming(doc, i);
  changed |= mend_name(doc, i);
  changed |= mend_gerund(doc, i);
  changed |= mend_question(doc, i);
  changed |= mend_particle(doc, i);
  changed |= mend_modifier(doc, i);
  changed |= mend_oblique(doc, i);
  changed |= mend_objects(doc, i);
  changed |= mend_perfect(doc, i);
  changed |= mend_infinitive(doc, i);
  changed |= mend_clause(doc, i);
  changed |= bede_mend_aside(doc, i, s);
  changed |= bede_mend_parted(doc, i);
  return changed;
}

void bede_lang_repair(bede_doc *doc, uint32_t sentence)
{
  const bede_sentence *s = &doc->sentences.items[sentence];
  // What is asked of a tree goes by its links: after a change they are made
  // anew. Changes are few.
  if (mend_heads(doc, s)) bede_tree_link(doc, sentence);
  if (bede_mend_phrase(doc, s)) bede_tree_link(doc, sentence);
  if (bede_mend_headline(doc, s)) bede_tree_link(doc, sentence);
  if (bede_mend_last_verb(doc, s)) bede_tree_link(doc, sentence);
  if (bede_mend_fronted(doc, s)) bede_tree_link(doc, sentence);
  for (uint32_t i = s->word_begin; i < s->word_end; i++)
    if (mend_word(doc, i, s)) bede_tree_link(doc, sentence);
}
