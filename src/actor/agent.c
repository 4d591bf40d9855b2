// Nouns for kinds of people and bodies, titles before names, quantity words and
// pronouns.
#include "actor/work.h"

#include "base/str.h"

// Words of a pattern after its head: "member of the parliament".
enum { PATTERN_TAIL = 3 };

// Heads that only count or portion what follows "of".
static const char quantity[] =
    "number hundred thousand dozen score million ten some many most several "
    "majority minority handful couple pair total few half part percent lot all "
    "both each one none plenty bulk rest third quarter billion % portion "
    "element "
    "any other two three four five six seven eight nine";

// These portion only people: "a group of students", "a crowd of mourners".
static const char collective[] =
    "group crowd band gang team bunch mob wave handful party contingent force";

// Several people: "protesters", "Kenyans". "The Netherlands" is one party.
static bool is_several(const bede_doc *doc, uint32_t word)
{
  const bede_word *w = &doc->words.items[word];
  if (w->xpos == BEDE_XPOS_NNPS)
    return bede_child_by(doc, word, BEDE_REL_DET) == BEDE_NONE;
  return w->xpos == BEDE_XPOS_NNS ||
         bede_feats_get(w->feats, BEDE_FEAT_NUMBER) == BEDE_NUMBER_PLUR;
}

uint32_t bede_actor_quantified(const bede_doc *doc, uint32_t word)
{
  const bede_word *words = doc->words.items;
  bool counts =
      words[word].upos == BEDE_UPOS_NUM || bede_lemma_in(doc, word, quantity);
  bool collects = bede_lemma_in(doc, word, collective);
  if (!counts && !collects) return BEDE_NONE;
  for (uint32_t c = words[word].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    if (words[c].deprel != BEDE_REL_NMOD || c < word) continue;
    uint32_t prep = bede_actor_prep(doc, c);
    if (prep == BEDE_NONE || !bede_lemma_in(doc, prep, "of")) continue;
    if (counts || is_several(doc, c)) return c;
  }
  return BEDE_NONE;
}

static bool may_be_agent(const bede_actor_work *w, uint32_t word)
{
  const bede_word *x = bede_actor_word(w, word);
  if (w->cover[word - w->begin] != BEDE_NONE) return false;
  switch (x->upos) {
  case BEDE_UPOS_NOUN:
  case BEDE_UPOS_PROPN:
    return true;
  case BEDE_UPOS_ADJ: // "the wounded", "the military"
    return x->deprel == BEDE_REL_NSUBJ || x->deprel == BEDE_REL_NSUBJ_PASS ||
           x->deprel == BEDE_REL_OBJ || x->deprel == BEDE_REL_OBL ||
           x->deprel == BEDE_REL_NMOD || x->deprel == BEDE_REL_OBL_AGENT ||
           x->deprel == BEDE_REL_NMOD_POSS || x->deprel == BEDE_REL_COMPOUND;
  case BEDE_UPOS_VERB: // "wounded", "accused" as nouns
    return x->xpos == BEDE_XPOS_VBN &&
           bede_child_by(w->doc, word, BEDE_REL_DET) != BEDE_NONE;
  default:
    return false;
  }
}

const bede_lex_agent *bede_actor_agent(const bede_lexicon *lex,
                                       const bede_doc *doc, uint32_t head,
                                       uint32_t begin, uint32_t end,
                                       uint32_t *first, uint32_t *last)
{
  const bede_lex_agent *agent = NULL;
  uint32_t len = 0,
           stop = head + PATTERN_TAIL + 1 < end ? head + PATTERN_TAIL : end - 1;
  bool tail =
      head + 1 < end && doc->words.items[head + 1].upos == BEDE_UPOS_ADP;
  for (uint32_t i = stop; tail && i > head; i--) {
    agent = bede_lexicon_agent_at(lex, doc, i, begin, &len);
    *first = i + 1 - len;
    *last = i;
    if (agent && *first <= head && bede_actor_head(doc, *first, i) == head)
      return agent;
  }
  agent = bede_lexicon_agent_at(lex, doc, head, begin, &len);
  *first = head + 1 - len;
  *last = head;
  return agent && len ? agent : NULL;
}

// "the Communist Party": a noun that needs a name and has one is a name.
static bool is_named(const bede_actor_work *w, uint32_t head, uint32_t first,
                     const bede_lex_agent *agent)
{
  const bede_word *words = w->doc->words.items;
  if (!(agent->flags & BEDE_AGENT_GENERIC) || first <= w->begin ||
      agent->kind == BEDE_KIND_PERSON)
    return false;
  uint32_t before = first - 1;
  bede_str form = bede_word_form(w->doc, before);
  return words[head].upos == BEDE_UPOS_PROPN &&
         w->cover[before - w->begin] == BEDE_NONE && form.len &&
         bede_is_upper((unsigned char)form.ptr[0]) &&
         words[before].head == head &&
         (words[before].deprel == BEDE_REL_COMPOUND ||
          words[before].deprel == BEDE_REL_AMOD ||
          words[before].deprel == BEDE_REL_FLAT);
}

static void take_agent(bede_actor_work *w, const bede_lex_agent *agent,
                       uint32_t first, uint32_t last)
{
  uint32_t head = bede_actor_head(w->doc, first, last);
  bede_cand *c = bede_cand_at(w, head);
  if (c->what != BEDE_CAND_NONE || w->cover[head - w->begin] != BEDE_NONE)
    return;
  c->what = BEDE_CAND_AGENT;
  c->agent = agent;
  c->title = BEDE_NONE;
  if (is_named(w, head, first, agent)) {
    c->what = BEDE_CAND_UNKNOWN;
    c->ner = BEDE_NER_O;
    while (first > w->begin && bede_actor_word(w, first - 1)->head == head &&
           bede_actor_word(w, first - 1)->deprel != BEDE_REL_DET &&
           w->cover[first - 1 - w->begin] == BEDE_NONE &&
           bede_actor_word(w, first - 1)->upos != BEDE_UPOS_ADP &&
           bede_actor_word(w, first - 1)->upos != BEDE_UPOS_PUNCT)
      first--;
  }
  c->first = first;
  c->last = last;
  // The other words of a longer pattern are no agents of their own.
  for (uint32_t i = first; i <= last; i++) {
    if (i != head && w->cover[i - w->begin] == BEDE_NONE)
      w->cover[i - w->begin] = head;
  }
}

// A name may hold no agent: "Amnesty International" is covered before; an
// agent inside a person's name of the tagger ("Bishop", "King") is a surname.
static bool is_surname(const bede_actor_work *w, uint32_t word)
{
  const bede_word *x = bede_actor_word(w, word);
  return x->upos == BEDE_UPOS_PROPN &&
         (x->ner == BEDE_NER_I_PER ||
          (x->deprel == BEDE_REL_FLAT && x->ner != BEDE_NER_O));
}

// A title that the tagger took for an adjective: "chief constable Bo Day".
static bool is_title_adjective(const bede_actor_work *w, uint32_t word)
{
  const bede_word *x = bede_actor_word(w, word);
  return x->upos == BEDE_UPOS_ADJ && x->deprel == BEDE_REL_AMOD &&
         word + 1 < w->end && x->head == word + 1 &&
         bede_actor_word(w, word + 1)->ner == BEDE_NER_B_PER &&
         w->cover[word - w->begin] == BEDE_NONE;
}

void bede_actor_find_agents(bede_actor_work *w)
{
  for (uint32_t i = w->end; i-- > w->begin;) {
    uint32_t len = 0;
    bool title = is_title_adjective(w, i);
    if ((!may_be_agent(w, i) && !title) || is_surname(w, i)) continue;
    const bede_lex_agent *agent =
        bede_lexicon_agent_at(w->lex, w->doc, i, w->begin, &len);
    if (title && agent && agent->kind != BEDE_KIND_PERSON) continue;
    if (agent && len && len <= i - w->begin + 1)
      take_agent(w, agent, i + 1 - len, i);
  }
}

// --- pronouns and quantities ------------------------------------------------

static bool is_personal(const bede_doc *doc, uint32_t word)
{
  const bede_word *w = &doc->words.items[word];
  if (w->upos != BEDE_UPOS_PRON || w->deprel == BEDE_REL_EXPL) return false;
  return w->xpos == BEDE_XPOS_PRP || w->xpos == BEDE_XPOS_PRPS ||
         bede_feats_get(w->feats, BEDE_FEAT_PRONTYPE) == BEDE_PRONTYPE_PRS;
}

// "Thousands marched", "Two said", "those who fled": people who are counted or
// pointed at, and nothing else in the phrase says who they are.
static bool stands_for_people(const bede_doc *doc, uint32_t word)
{
  const bede_word *w = &doc->words.items[word];
  bool subject = w->deprel == BEDE_REL_NSUBJ ||
                 w->deprel == BEDE_REL_NSUBJ_PASS ||
                 w->deprel == BEDE_REL_OBL_AGENT;
  if (bede_lemma_in(doc, word, "those other")) {
    return w->upos != BEDE_UPOS_DET && w->upos != BEDE_UPOS_ADJ &&
           (subject ||
            bede_child_by(doc, word, BEDE_REL_ACL_RELCL) != BEDE_NONE);
  }
  if (!subject) return false;
  if (bede_lemma_in(doc, word,
                    "hundred thousand dozen score million many several "
                    "some most few both"))
    return bede_child_by(doc, word, BEDE_REL_NMOD) == BEDE_NONE;
  return w->upos == BEDE_UPOS_NUM && w->xpos == BEDE_XPOS_CD;
}

void bede_actor_find_pronouns(bede_actor_work *w)
{
  for (uint32_t i = w->begin; i < w->end; i++) {
    bede_cand *c = bede_cand_at(w, i);
    if (w->cover[i - w->begin] != BEDE_NONE) continue;
    uint32_t inner = bede_actor_quantified(w->doc, i);
    bool agent = c->what == BEDE_CAND_AGENT;
    bool portion = inner != BEDE_NONE && inner >= w->begin && inner < w->end &&
                   bede_cand_at(w, inner)->what != BEDE_CAND_NONE;
    // "a group of states" counts states; "the group of Mr X" is a group.
    bool counted = agent && c->first == i && c->last == i &&
                   bede_lemma_in(w->doc, i, quantity);
    if (portion || ((!agent || counted) && stands_for_people(w->doc, i))) {
      c->what = BEDE_CAND_QUANTITY;
    } else if (c->what == BEDE_CAND_NONE && is_personal(w->doc, i)) {
      c->what = BEDE_CAND_PRONOUN;
    } else {
      continue;
    }
    c->first = c->last = i;
    c->title = BEDE_NONE;
  }
}
