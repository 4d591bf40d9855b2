// By what words a loaded word is put on somebody: said of him ("he is a
// hero"), put beside him ("the group, terrorists"), or through a verb whose
// subject then speaks ("branded them traitors", "listed by the EU as a
// terrorist organisation", "which calls itself a caliphate").
#include "attrib/naming.h"

#include "base/error.h"
#include "base/limits.h"
#include "base/str.h"

#define CLIMB 6u // steps up the tree

static uint32_t class_of(const bede_lexicon *lex, const char *name)
{
  return bede_lexicon_class(lex, bede_str_from(name));
}

void bede_namer_init(bede_namer *n, bede_attrib *a)
{
  n->a = a;
  n->says = class_of(a->lex, "label_says");
  n->believes = class_of(a->lex, "label_believes");
  n->alleges = class_of(a->lex, "label_alleges");
  n->designating = class_of(a->lex, "label_designating");
  n->directly = class_of(a->lex, "label_directly");
  n->list = class_of(a->lex, "label_list");
  n->charging = class_of(a->lex, "label_charging");
  n->not_naming = class_of(a->lex, "label_withheld");
}

static bool is_naming(const bede_namer *n, uint32_t verb)
{
  return bede_attrib_class(n->a, verb, n->says) ||
         bede_attrib_class(n->a, verb, n->believes) ||
         bede_attrib_class(n->a, verb, n->alleges) ||
         bede_attrib_class(n->a, verb, n->designating);
}

// --- who is called so ---

static bool is_reflexive(const bede_doc *doc, uint32_t word)
{
  return bede_attrib_in(doc, word,
                        "itself themselves himself herself ourselves myself "
                        "yourself yourselves themself");
}

// The deep subject or object of the verb, or BEDE_NONE.
static uint32_t slot_of(const bede_attrib *a, uint32_t verb, bede_slot slot,
                        uint32_t but)
{
  bede_arg args[BEDE_MAX_ARGS];
  size_t count = bede_args_of(a->doc, verb, args);
  for (size_t i = 0; i < count; i++)
    if (args[i].slot == slot && args[i].word != but) return args[i].word;
  return BEDE_NONE;
}

// Who is called so: the other object, or the subject of a passive.
static uint32_t object_of(const bede_attrib *a, uint32_t verb, uint32_t but)
{
  uint32_t object = slot_of(a, verb, BEDE_SLOT_IOBJ, but);
  if (object == BEDE_NONE) object = slot_of(a, verb, BEDE_SLOT_OBJ, but);
  return object == BEDE_NONE ? bede_child_by(a->doc, verb, BEDE_REL_NSUBJ_PASS)
                             : object;
}

// --- the verb ---

static bool is_negated(const bede_doc *doc, uint32_t word)
{
  bede_grammar g;
  bede_grammar_of(doc, word, &g);
  return g.negated;
}

// "refused to call them terrorists", "did not describe it as cowardly".
static bool is_withheld(const bede_namer *n, uint32_t verb)
{
  const bede_word *w = bede_attrib_at(n->a, verb);
  if (is_negated(n->a->doc, verb)) return true;
  bool below = w->deprel == BEDE_REL_XCOMP || w->deprel == BEDE_REL_ADVCL ||
               w->deprel == BEDE_REL_OBL || w->deprel == BEDE_REL_CCOMP;
  return below && w->head != BEDE_NONE &&
         bede_attrib_class(n->a, w->head, n->not_naming);
}

static bool has_as(const bede_doc *doc, uint32_t word)
{
  for (uint32_t c = doc->words.items[word].first_child; c != BEDE_NONE;
       c = doc->words.items[c].next_sibling)
    if (c < word && bede_attrib_form(doc, c, "as")) return true;
  return false;
}

// A conjunct is what the first one is: "as traitors and terrorists".
static uint32_t first_conjunct(const bede_doc *doc, uint32_t word)
{
  for (uint32_t i = 0; i < CLIMB; i++) {
    const bede_word *w = &doc->words.items[word];
    if (w->deprel != BEDE_REL_CONJ || w->head == BEDE_NONE) break;
    if (doc->words.items[w->head].upos == BEDE_UPOS_VERB) break;
    word = w->head;
  }
  return word;
}

// "called [the rebels terrorists]": two nouns side by side that the tree takes
// for one. The first of them, or BEDE_NONE. `begin` is where the name begins.
static uint32_t joined_object(const bede_attrib *a, uint32_t verb,
                              uint32_t word, uint32_t begin)
{
  if (bede_child_by(a->doc, verb, BEDE_REL_XCOMP) != BEDE_NONE ||
      bede_child_by(a->doc, verb, BEDE_REL_CCOMP) != BEDE_NONE || begin == 0)
    return BEDE_NONE;
  const bede_word *w = bede_attrib_at(a, begin - 1);
  bool noun = w->xpos == BEDE_XPOS_NN || w->xpos == BEDE_XPOS_NNS;
  return noun && w->head == word && w->deprel == BEDE_REL_COMPOUND ? begin - 1
                                                                   : BEDE_NONE;
}

// Is the object a name that the verb gives to what stands before it?
static bool takes_name(const bede_namer *n, uint32_t verb, uint32_t word,
                       uint32_t begin)
{
  uint32_t object = object_of(n->a, verb, word);
  if (!bede_attrib_class(n->a, verb, n->directly)) return false;
  return (object != BEDE_NONE && object < word) ||
         joined_object(n->a, verb, word, begin) != BEDE_NONE;
}

// The verb that the word is the name after, or BEDE_NONE.
static uint32_t naming_verb(const bede_namer *n, uint32_t word, uint32_t begin)
{
  const bede_doc *doc = n->a->doc;
  const bede_word *w = bede_attrib_at(n->a, word);
  uint32_t verb = w->head;
  if (verb == BEDE_NONE) return BEDE_NONE;
  switch ((bede_deprel)w->deprel) {
  case BEDE_REL_NMOD: // "described the raid [as a massacre]"
    if (!has_as(doc, word)) return BEDE_NONE;
    verb = bede_attrib_at(n->a, verb)->head;
    break;
  case BEDE_REL_OBL:
  case BEDE_REL_ADVCL:
    if (!has_as(doc, word)) return BEDE_NONE;
    break;
  case BEDE_REL_XCOMP:
  case BEDE_REL_CCOMP:
    break;
  case BEDE_REL_OBJ:
    if (!takes_name(n, verb, word, begin)) return BEDE_NONE;
    break;
  default:
    return BEDE_NONE;
  }
  return verb != BEDE_NONE && is_naming(n, verb) ? verb : BEDE_NONE;
}

// "on the EU's list of terrorist organisations", "the terror blacklist".
static uint32_t listing(const bede_namer *n, uint32_t word)
{
  const bede_word *w = bede_attrib_at(n->a, word);
  bool inside = w->deprel == BEDE_REL_NMOD || w->deprel == BEDE_REL_COMPOUND ||
                w->deprel == BEDE_REL_AMOD;
  if (!inside || w->head == BEDE_NONE ||
      !bede_attrib_class(n->a, w->head, n->list))
    return BEDE_NONE;
  return w->head;
}

// "charged with membership of a terrorist organisation", "guilty of treason",
// "convicted nine men of treason".
static bool is_charge(const bede_namer *n, uint32_t word)
{
  bool after = false; // a preposition stands before what is charged
  for (uint32_t i = 0; i < CLIMB; i++) {
    const bede_word *w = bede_attrib_at(n->a, word);
    bool object = w->deprel == BEDE_REL_OBJ;
    bool below = object || w->deprel == BEDE_REL_OBL ||
                 w->deprel == BEDE_REL_NMOD || w->deprel == BEDE_REL_CONJ ||
                 w->deprel == BEDE_REL_ADVCL;
    uint32_t prep = bede_child_by(n->a->doc, word, BEDE_REL_CASE);
    if (!below || w->head == BEDE_NONE) return false;
    after |=
        prep != BEDE_NONE && bede_attrib_in(n->a->doc, prep, "with of for on");
    if (after && bede_attrib_class(n->a, w->head, n->charging))
      return !object || bede_attrib_in(n->a->doc, w->head, "convict acquit");
    word = w->head;
  }
  return false;
}

static bede_naming by_verb(const bede_namer *n, uint32_t word, uint32_t begin,
                           uint32_t verb)
{
  const bede_attrib *a = n->a;
  bede_naming out = {BEDE_PUT_NAMED, verb, object_of(a, verb, word)};
  if (out.on == BEDE_NONE) out.on = joined_object(a, verb, word, begin);
  if (out.on == BEDE_NONE) out.on = slot_of(a, verb, BEDE_SLOT_SUBJ, word);
  if (bede_attrib_class(a, verb, n->designating)) {
    out.how = BEDE_PUT_LEGAL;
  } else if (is_withheld(n, verb)) {
    out.how = BEDE_PUT_NOT;
  }
  if (out.on != BEDE_NONE && is_reflexive(a->doc, out.on)) {
    out.how = BEDE_PUT_SELF;
    out.on = slot_of(a, verb, BEDE_SLOT_SUBJ, word);
  }
  return out;
}

// "X is a hero": X.
static uint32_t predicate_subject(const bede_attrib *a, uint32_t word)
{
  if (bede_child_by(a->doc, word, BEDE_REL_COP) == BEDE_NONE) return BEDE_NONE;
  return slot_of(a, word, BEDE_SLOT_SUBJ, word);
}

// Whom a noun that no verb puts on anybody is about: "X, a terrorist", "the
// terrorist group X".
static uint32_t noun_target(const bede_attrib *a, uint32_t word)
{
  const bede_word *w = bede_attrib_at(a, word);
  if (w->deprel == BEDE_REL_APPOS && w->head != BEDE_NONE) return w->head;
  for (uint32_t c = w->first_child; c != BEDE_NONE;
       c = bede_attrib_at(a, c)->next_sibling) {
    const bede_word *child = bede_attrib_at(a, c);
    bool beside = child->deprel == BEDE_REL_APPOS ||
                  child->deprel == BEDE_REL_FLAT ||
                  child->deprel == BEDE_REL_NMOD_DESC;
    if (beside && child->upos == BEDE_UPOS_PROPN && child->mention != BEDE_NONE)
      return c;
  }
  return word;
}

bede_naming bede_naming_of(const bede_namer *n, uint32_t word, uint32_t begin)
{
  const bede_attrib *a = n->a;
  uint32_t first = first_conjunct(a->doc, word);
  uint32_t verb = naming_verb(n, first, begin);
  if (verb != BEDE_NONE) return by_verb(n, first, begin, verb);
  uint32_t list = listing(n, first);
  if (list != BEDE_NONE) return (bede_naming){BEDE_PUT_LEGAL, list, word};
  if (is_charge(n, word))
    return (bede_naming){BEDE_PUT_LEGAL, BEDE_NONE, noun_target(a, word)};
  uint32_t subject = predicate_subject(a, first);
  if (subject == BEDE_NONE)
    return (bede_naming){BEDE_PUT_PLAIN, BEDE_NONE, noun_target(a, word)};
  return (bede_naming){is_negated(a->doc, first) ? BEDE_PUT_NOT
                                                 : BEDE_PUT_PLAIN,
                       BEDE_NONE, subject};
}

// --- names that are no loaded words ---

// The name that the verb gives, or BEDE_NONE.
static uint32_t name_of(const bede_namer *n, uint32_t verb, bool any)
{
  const bede_doc *doc = n->a->doc;
  for (uint32_t c = doc->words.items[verb].first_child; c != BEDE_NONE;
       c = doc->words.items[c].next_sibling) {
    const bede_word *w = &doc->words.items[c];
    bool noun = w->upos == BEDE_UPOS_NOUN || w->upos == BEDE_UPOS_PROPN;
    bool object = w->deprel == BEDE_REL_OBJ || w->deprel == BEDE_REL_XCOMP ||
                  w->deprel == BEDE_REL_CCOMP;
    if (c < verb || !noun) continue;
    if ((any && object) || naming_verb(n, c, 0) == verb) return c;
  }
  return BEDE_NONE;
}

// "what it calls a reform", "what has been described as a reform"; not "what we
// call a reform".
static bool after_what(const bede_attrib *a, uint32_t verb)
{
  const bede_doc *doc = a->doc;
  uint32_t first = verb;
  for (uint32_t c = bede_attrib_at(a, verb)->first_child;
       c != BEDE_NONE && c < verb; c = bede_attrib_at(a, c)->next_sibling) {
    if (bede_attrib_form(doc, c, "what")) return true;
    uint8_t rel = bede_attrib_at(a, c)->deprel;
    if (bede_attrib_in(doc, c, "i we")) return false;
    bool clause = rel == BEDE_REL_NSUBJ || rel == BEDE_REL_NSUBJ_PASS ||
                  rel == BEDE_REL_AUX || rel == BEDE_REL_AUX_PASS;
    if (clause && bede_attrib_at(a, c)->left < first)
      first = bede_attrib_at(a, c)->left;
  }
  return first < verb && first > 0 && bede_attrib_form(doc, first - 1, "what");
}

// "What do you call ...?"
static bool is_question(const bede_doc *doc, uint32_t verb)
{
  bede_grammar g;
  bede_grammar_of(doc, verb, &g);
  return g.question;
}

bede_naming bede_naming_at(const bede_namer *n, uint32_t verb, uint32_t *name)
{
  const bede_attrib *a = n->a;
  bede_naming out = {BEDE_PUT_PLAIN, BEDE_NONE, BEDE_NONE};
  *name = BEDE_NONE;
  if (bede_attrib_at(a, verb)->upos != BEDE_UPOS_VERB || !is_naming(n, verb))
    return out;
  uint32_t object = bede_child_by(a->doc, verb, BEDE_REL_OBJ);
  bool self = object != BEDE_NONE && is_reflexive(a->doc, object);
  bool doubt = !self && after_what(a, verb) && !is_question(a->doc, verb);
  if (!self && !doubt) return out;
  *name = name_of(n, verb, doubt && bede_attrib_class(a, verb, n->directly));
  if (*name == BEDE_NONE) return out;
  return doubt ? (bede_naming){BEDE_PUT_DOUBTED, verb, *name}
               : by_verb(n, *name, 0, verb);
}

// --- attributions ---

static bool may_name(const bede_attrib *a, uint32_t word)
{
  const bede_word *w = bede_attrib_at(a, word);
  if (bede_attrib_in(a->doc, word, "who which that what it"))
    return w->mention != BEDE_NONE;
  return bede_attrib_nominal(a, word);
}

// Of a list whoever it belongs to: "the EU's list of ...".
static bool may_put(const bede_attrib *a, uint32_t by, const bede_arg *arg)
{
  if (!may_name(a, arg->word)) return false;
  if (bede_attrib_at(a, by)->upos == BEDE_UPOS_VERB)
    return arg->slot == BEDE_SLOT_SUBJ;
  bool owner = arg->slot == BEDE_SLOT_POSS || arg->slot == BEDE_SLOT_COMP ||
               arg->slot == BEDE_SLOT_AMOD;
  return owner && bede_attrib_at(a, arg->word)->mention != BEDE_NONE;
}

// "by supporters" below the word, or BEDE_NONE.
static uint32_t agent_below(const bede_attrib *a, uint32_t word)
{
  for (uint32_t c = bede_attrib_at(a, word)->first_child; c != BEDE_NONE;
       c = bede_attrib_at(a, c)->next_sibling) {
    uint32_t prep = bede_child_by(a->doc, c, BEDE_REL_CASE);
    if (c > word && prep != BEDE_NONE && bede_attrib_form(a->doc, prep, "by") &&
        bede_attrib_nominal(a, c))
      return c;
  }
  return BEDE_NONE;
}

// A participle that is taken for a past tense, or an agent that hangs on the
// name: "hailed as a martyr by supporters".
static bool take_agent(const bede_attrib *a, bede_case *c)
{
  uint32_t object = bede_child_by(a->doc, c->cue, BEDE_REL_OBJ);
  if (object != BEDE_NONE && object != c->content_head) return false;
  uint32_t agent = agent_below(a, c->cue);
  if (agent == BEDE_NONE) agent = agent_below(a, c->content_head);
  if (agent == BEDE_NONE) return false;
  c->sources[c->source_count++] = agent;
  for (uint32_t w = bede_attrib_at(a, agent)->first_child;
       w != BEDE_NONE && c->source_count < BEDE_MAX_SOURCES;
       w = bede_attrib_at(a, w)->next_sibling)
    if (bede_attrib_at(a, w)->deprel == BEDE_REL_CONJ)
      c->sources[c->source_count++] = w;
  return true;
}

static void take_sources(const bede_attrib *a, bede_case *c)
{
  bede_arg args[BEDE_MAX_ARGS];
  size_t count = bede_args_of(a->doc, c->cue, args);
  c->source_count = 0;
  if (take_agent(a, c)) return;
  for (size_t i = 0; i < count && c->source_count < BEDE_MAX_SOURCES; i++)
    if (may_put(a, c->cue, &args[i]))
      c->sources[c->source_count++] = args[i].word;
}

// The case of the verb, made by its cue or by an earlier label.
static bede_case *case_of(bede_attrib *a, uint32_t sentence, uint32_t verb,
                          uint32_t made)
{
  for (uint32_t i = a->first_case[sentence]; i < a->first_case[sentence + 1];
       i++)
    if (a->cases.items[i].cue == verb && !a->cases.items[i].dead)
      return &a->cases.items[i];
  for (uint32_t i = a->cases.count; i > made; i--) {
    bede_case *c = &a->cases.items[i - 1];
    if (c->sentence != sentence) break;
    if (c->cue == verb) return c;
  }
  return NULL;
}

static bede_stance stance_of(const bede_namer *n, uint32_t verb)
{
  if (bede_attrib_class(n->a, verb, n->alleges)) return BEDE_STANCE_ALLEGES;
  if (bede_attrib_class(n->a, verb, n->believes)) return BEDE_STANCE_BELIEVES;
  return BEDE_STANCE_SAYS;
}

// A cue that had nothing to say so far says this, and so does one that was read
// without its agent; one that has somebody's words has these too.
static void case_extend(const bede_attrib *a, bede_case *c, uint32_t head,
                        bede_range words)
{
  bede_case own = *c;
  own.content_head = head;
  own.source_count = 0;
  bool agent = take_agent(a, &own);
  if (agent || c->content.count == 0 || c->source_count == 0) {
    c->content.count = 0;
    c->content_head = head;
    c->source_words = (bede_range){0, 0};
    take_sources(a, c);
  }
  if (c->source_count && !bede_ranges_has(&c->content, head))
    bede_ranges_add(&c->content, words.begin, words.end);
}

bede_status bede_naming_case(bede_namer *n, uint32_t sentence, uint32_t by,
                             uint32_t head, bede_range words)
{
  bede_attrib *a = n->a;
  bede_case *known = case_of(a, sentence, by, n->made);
  if (known) {
    case_extend(a, known, head, words);
    return BEDE_OK;
  }
  bede_case c = {0};
  c.sentence = sentence;
  c.cue = by;
  c.cue_words = (bede_range){by, by + 1};
  c.stance = stance_of(n, by);
  c.content_head = head;
  take_sources(a, &c);
  if (c.source_count == 0) return BEDE_OK;
  bede_ranges_add(&c.content, words.begin, words.end);
  bede_case *item =
      BEDE_LIST_PUSH(&a->cases, a->doc->arena, BEDE_MAX_ATTRIBUTIONS);
  if (!item)
    return a->cases.count == BEDE_MAX_ATTRIBUTIONS ? BEDE_OK : BEDE_ENOMEM;
  *item = c;
  return BEDE_OK;
}
