// Chains of speakers: who quotes whom, and for each claim, number and label the
// way from the innermost speaker out to the narrator.
#include "attrib/work.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/limits.h"

uint32_t bede_attribution_place(const bede_attribution *at)
{
  uint32_t place = UINT32_MAX;
  if (at->cue.count) place = at->cue.items[0].begin;
  if (at->content.count && at->content.items[0].begin < place)
    place = at->content.items[0].begin;
  return place;
}

bool bede_spans_have(const bede_spans *spans, uint32_t at)
{
  for (uint32_t i = 0; i < spans->count; i++)
    if (spans->items[i].begin <= at && at < spans->items[i].end) return true;
  return false;
}

// --- places in text order ---

enum { OF_CUE, OF_CLAIM, OF_QUANTITY, OF_LABEL };

typedef struct place {
  uint32_t at;
  uint32_t kind, index;
} place;

static int by_place(const void *x, const void *y)
{
  const place *a = x, *b = y;
  if (a->at != b->at) return a->at < b->at ? -1 : 1;
  if (a->kind != b->kind) return a->kind < b->kind ? -1 : 1;
  return a->index < b->index ? -1 : a->index > b->index;
}

// --- nesting ---

enum { NEAR = 40 };       // attributions of a sentence beside another
enum { ASIDE_WORDS = 6 }; // from a relative word to the speaker behind it

// "denied that it had shelled Orlan, where residents say nine died": what
// others say in a clause that a comma parts off is no part of the denial; it is
// the narrator who brings them in.
static bool is_aside(const bede_doc *doc, const bede_attribution *at)
{
  uint32_t word = at->cue_head;
  if (at->source_head < word) word = at->source_head;
  if (word == BEDE_NONE) return false;
  for (uint32_t i = 0; i < ASIDE_WORDS && word > 1; i++, word--) {
    if (bede_attrib_in(doc, word - 1, "where which who whose whom"))
      return bede_attrib_in(doc, word - 2, ",");
    if (doc->words.items[word - 1].upos == BEDE_UPOS_PUNCT) return false;
  }
  return false;
}

static bool shuts_out(const bede_doc *doc, const bede_attribution *outer,
                      const bede_attribution *inner)
{
  return outer->quoted == BEDE_QUOTED_INDIRECT && is_aside(doc, inner);
}

// The attribution of the cue that passes these words on: in the same sentence,
// so that it stands near in the list.
static uint32_t passed_on(const bede_doc *doc, uint32_t index)
{
  uint32_t cue = doc->attributions.items[index].under;
  for (uint32_t d = 1; d <= NEAR; d++) {
    if (index + d < doc->attributions.count &&
        doc->attributions.items[index + d].cue_head == cue)
      return index + d;
    if (d <= index && doc->attributions.items[index - d].cue_head == cue)
      return index - d;
  }
  return BEDE_NONE;
}

// What somebody praises, blames or talks about is told by whoever reports the
// praise; only words in quotation marks are his own, and a label among them.
static bool spoken_of(const bede_attribution *at, bool quoted)
{
  return at->topic && (at->quoted == BEDE_QUOTED_INDIRECT ||
                       (at->quoted == BEDE_QUOTED_MIXED && !quoted));
}

// The smallest content around the cue; larger than the cue's own content, so
// that no two quote each other.
static void via_set(bede_doc *doc, uint32_t index, const uint32_t *around,
                    uint32_t count)
{
  bede_attribution *at = &doc->attributions.items[index];
  uint32_t size = bede_content_size(at);
  at->via = at->under == BEDE_NONE ? BEDE_NONE : passed_on(doc, index);
  if (at->via != BEDE_NONE) return;
  for (uint32_t i = 0; i < count; i++) {
    const bede_attribution *outer = &doc->attributions.items[around[i]];
    if (around[i] == index || outer->cue_head == at->cue_head) continue;
    if (bede_content_size(outer) <= size) continue;
    if (shuts_out(doc, outer, at) || spoken_of(outer, false)) continue;
    at->via = around[i];
    // Of two with one content the one whose words are passed on is nearer.
    for (uint32_t k = 0; k < count && k <= i + NEAR; k++)
      if (around[k] != index &&
          doc->attributions.items[around[k]].under == outer->cue_head)
        at->via = around[k];
    return;
  }
}

bede_status bede_nesting_find(bede_doc *doc)
{
  uint32_t n = 0;
  bede_cover cover;
  place *places = bede_arena_array(
      doc->arena, (size_t)doc->attributions.count + 1, sizeof *places);
  if (!places) return BEDE_ENOMEM;
  for (uint32_t i = 1; i < doc->attributions.count; i++) {
    const bede_attribution *at = &doc->attributions.items[i];
    if (at->cue.count) places[n++] = (place){at->cue.items[0].begin, OF_CUE, i};
  }
  qsort(places, n, sizeof *places, by_place);
  BEDE_TRY(bede_cover_init(&cover, doc));
  for (uint32_t i = 0; i < n; i++) {
    const uint32_t *around;
    uint32_t count = bede_cover_at(&cover, places[i].at, &around);
    via_set(doc, places[i].index, around, count);
  }
  return BEDE_OK;
}

// --- chains ---

typedef struct maker {
  bede_doc *doc;
  bede_cover cover;
  uint8_t *judging;     // per word: it is the trigger of an act
  uint32_t chain_count; // of the place in hand
} maker;

// Speakers side by side have one cue and one content.
static bool beside(const bede_doc *doc, uint32_t x, uint32_t y)
{
  const bede_attribution *a = &doc->attributions.items[x];
  const bede_attribution *b = &doc->attributions.items[y];
  return a->cue_head == b->cue_head && a->cue_head != BEDE_NONE &&
         a->content_head == b->content_head && a->under == b->under;
}

static bool quotes(const bede_doc *doc, uint32_t outer, uint32_t inner)
{
  for (uint32_t i = 0; i < BEDE_MAX_CHAIN && inner != BEDE_NONE; i++) {
    if (inner == outer || (i > 0 && beside(doc, inner, outer))) return true;
    inner = doc->attributions.items[inner].via;
  }
  return false;
}

// Is the word in a relative clause of the content's noun? That is the
// narrator's: "rejected the ban, which had closed the schools".
static bool in_relative(const bede_doc *doc, uint32_t word, uint32_t top)
{
  for (uint32_t i = 0; i < BEDE_MAX_SENTENCE_WORDS && word != top; i++) {
    const bede_word *w = &doc->words.items[word];
    if (w->deprel == BEDE_REL_ACL_RELCL) return true;
    if (w->head == BEDE_NONE) return false;
    word = w->head;
  }
  return false;
}

static bool is_object(const bede_doc *doc, uint32_t word)
{
  uint8_t rel = doc->words.items[word].deprel;
  return rel == BEDE_REL_OBJ || rel == BEDE_REL_OBL || rel == BEDE_REL_NMOD;
}

// These stances are about the thing named, whether it is a clause or not:
// "denied the raid", "admitted the killing".
static bool is_about(bede_stance stance)
{
  return stance == BEDE_STANCE_DENIES || stance == BEDE_STANCE_ADMITS ||
         stance == BEDE_STANCE_CONFESSES || stance == BEDE_STANCE_CONFIRMS;
}

// Ruling R21: what an act of praise, blame or demand names as its object is
// presupposed by the narrator, not said by the one who judges ("condemned the
// raid").
static bool presupposed(const maker *m, const bede_claim *claim,
                        const bede_attribution *at)
{
  const bede_doc *doc = m->doc;
  if (claim->alleged || at->cue_head == BEDE_NONE) return false;
  // "The man freed on Sunday is said to have fled": freed in any case.
  if (at->kind == BEDE_BY_IMPERSONAL && at->content_head != BEDE_NONE &&
      claim->trigger_head < at->cue_head && at->content_head > at->cue_head)
    return true;
  if (at->content_head == BEDE_NONE ||
      bede_attrib_clause(doc, at->content_head))
    return false;
  if (at->quoted != BEDE_QUOTED_DIRECT && is_object(doc, at->content_head) &&
      in_relative(doc, claim->trigger_head, at->content_head))
    return true;
  if (!m->judging[at->cue_head] || is_about(at->stance)) return false;
  uint8_t pos = doc->words.items[claim->trigger_head].upos;
  return pos == BEDE_UPOS_NOUN || pos == BEDE_UPOS_PROPN;
}

static bool first_person(const bede_doc *doc, uint32_t word)
{
  return bede_attrib_in(doc, word, "i we our my us");
}

static bool by_speaker(const bede_doc *doc, const bede_claim *claim,
                       const bede_attribution *at)
{
  for (uint32_t i = 0; i < claim->actor.count; i++) {
    const bede_role *role = &claim->actor.items[i];
    if (at->quoted == BEDE_QUOTED_DIRECT && first_person(doc, role->head))
      return true;
    if (role->entity != BEDE_NONE && role->entity == at->speaker) return true;
  }
  return false;
}

// Ruling R22: words that perform the act ("We demand their release", he said;
// they said they wanted an end) are the act; nobody reports it but who reports
// the words. An earlier act of his ("we had asked") he reports himself.
static bool performed(const bede_doc *doc, const bede_claim *claim,
                      const bede_attribution *at)
{
  bede_grammar g;
  if (!claim->speech_act && claim->event != BEDE_AGREE) return false;
  if (!by_speaker(doc, claim, at)) return false;
  bede_grammar_of(doc, claim->trigger_head, &g);
  if (g.perfect) return false;
  if (claim->event == BEDE_AGREE && !claim->speech_act)
    return g.tense == BEDE_TIME_FUTURE || g.modal == BEDE_MODAL_WOULD;
  // Reported speech shifts the present back, direct speech does not.
  return at->quoted != BEDE_QUOTED_DIRECT || g.tense != BEDE_TIME_PAST;
}

// Who says that he denied something does not quote himself.
static bool same_speaker(const bede_doc *doc, uint32_t x, uint32_t y)
{
  uint32_t speaker = doc->attributions.items[x].speaker;
  return speaker != BEDE_NONE && speaker == doc->attributions.items[y].speaker;
}

// A link that names nobody new: the speaker of the one before, or nobody behind
// nobody.
static bool adds_link(const bede_doc *doc, const bede_chain *chain,
                      uint32_t link)
{
  if (chain->count == 0) return true;
  uint32_t last = chain->links[chain->count - 1];
  const bede_attribution *items = doc->attributions.items;
  return !same_speaker(doc, last, link) &&
         (items[last].kind != BEDE_BY_IMPERSONAL ||
          items[link].kind != BEDE_BY_IMPERSONAL);
}

static bede_status chain_end(maker *m, const bede_chain *links)
{
  if (m->chain_count == BEDE_MAX_CHAINS) return BEDE_OK;
  bede_chain *chain =
      BEDE_LIST_PUSH(&m->doc->chains, m->doc->arena, UINT32_MAX);
  if (!chain) return BEDE_ENOMEM;
  *chain = *links;
  chain->relation = BEDE_RELATION_UNKNOWN;
  chain->links[chain->count++] = 0;
  m->chain_count++;
  return BEDE_OK;
}

// The chain through `from`, and of those who stand beside it one each: "police
// and witnesses said that he had told them" is two chains. No deeper than
// BEDE_MAX_CHAIN, no more than BEDE_MAX_CHAINS.
static bede_status chain_grow(maker *m, const bede_chain *so_far, uint32_t from,
                              uint32_t depth)
{
  const bede_doc *doc = m->doc;
  if (from == BEDE_NONE || so_far->count + 1u >= BEDE_MAX_CHAIN ||
      depth == BEDE_MAX_CHAIN)
    return chain_end(m, so_far);
  uint32_t first = from;
  while (depth && first > 1 && beside(doc, first - 1, from))
    first--;
  for (uint32_t i = first; i < doc->attributions.count; i++) {
    if (i != from && (depth == 0 || !beside(doc, i, from))) break;
    bede_chain chain = *so_far;
    if (adds_link(doc, &chain, i)) chain.links[chain.count++] = i;
    BEDE_TRY(chain_grow(m, &chain, doc->attributions.items[i].via, depth + 1));
  }
  return BEDE_OK;
}

static bede_status chain_add(maker *m, uint32_t from)
{
  bede_chain none = {0};
  return chain_grow(m, &none, from, 0);
}

static bool chain_known(const bede_doc *doc, uint32_t begin, uint32_t from)
{
  for (uint32_t i = begin; i < doc->chains.count; i++)
    if (doc->chains.items[i].links[0] == (from == BEDE_NONE ? 0 : from))
      return true;
  return false;
}

// Does one of those with a content no smaller pass on the words of `i`?
static bool quoted_behind(const bede_doc *doc, const uint32_t *around,
                          uint32_t i, uint32_t n)
{
  for (uint32_t k = i + 1; k < n && k <= i + NEAR; k++)
    if (doc->attributions.items[around[k]].under != BEDE_NONE &&
        quotes(doc, around[i], around[k]))
      return true;
  return false;
}

// How somebody is called is not said by nobody: "the thugs are said to have
// fled" is the narrator's word.
static bool calls_nobody(const bede_attribution *a)
{
  return a->kind == BEDE_BY_IMPERSONAL && a->quoted == BEDE_QUOTED_INDIRECT;
}

// Who says what stands at a place: of the contents around it those that quote
// none of the others.
static bede_status chains_at(maker *m, const place *p, const bede_claim *claim,
                             uint32_t *begin, uint32_t *count)
{
  bede_doc *doc = m->doc;
  const uint32_t *around;
  uint32_t n = bede_cover_at(&m->cover, p->at, &around);
  uint32_t leaves[BEDE_MAX_CHAINS], leaf_count = 0;
  bool quoted = p->kind == OF_QUANTITY ||
                (p->kind == OF_LABEL && doc->labels.items[p->index].quoted);
  *begin = doc->chains.count;
  m->chain_count = 0;
  for (uint32_t i = 0; i < n && leaf_count < BEDE_MAX_CHAINS; i++) {
    const bede_attribution *a = &doc->attributions.items[around[i]];
    bool outer = quoted_behind(doc, around, i, n);
    for (uint32_t k = 0; k < leaf_count && !outer; k++)
      outer = quotes(doc, around[i], leaves[k]) ||
              shuts_out(doc, a, &doc->attributions.items[leaves[k]]);
    if (outer || (claim && a->cue_head == claim->trigger_head)) continue;
    if (spoken_of(a, quoted) || (claim && presupposed(m, claim, a))) continue;
    if (p->kind == OF_LABEL && calls_nobody(a)) continue;
    leaves[leaf_count++] = around[i];
    uint32_t from = around[i];
    if (claim && performed(doc, claim, a)) from = a->via;
    if (!chain_known(doc, *begin, from)) BEDE_TRY(chain_add(m, from));
  }
  if (doc->chains.count == *begin) BEDE_TRY(chain_add(m, BEDE_NONE));
  *count = doc->chains.count - *begin;
  return BEDE_OK;
}

static void judging_find(maker *m)
{
  for (uint32_t i = 0; i < m->doc->claims.count; i++) {
    const bede_claim *claim = &m->doc->claims.items[i];
    m->judging[claim->trigger_head] = 1;
  }
}

// Who puts a label on somebody by a verb or noun of his own.
static bede_status owner_chains(maker *m, bede_label *l)
{
  bede_doc *doc = m->doc;
  l->chain_begin = doc->chains.count;
  m->chain_count = 0;
  for (uint32_t i = l->owner; i < doc->attributions.count; i++) {
    if (doc->attributions.items[i].cue_head != l->by) break;
    BEDE_TRY(chain_add(m, i));
  }
  l->chain_count = doc->chains.count - l->chain_begin;
  return BEDE_OK;
}

// "what it calls a reform" is said at a distance by who speaks at "calls".
static uint32_t label_place(const bede_doc *doc, uint32_t label)
{
  const bede_label *l = &doc->labels.items[label];
  return l->outside ? doc->words.items[l->by].span.begin : l->span.begin;
}

static bede_status place_chains(maker *m, const place *p)
{
  bede_doc *doc = m->doc;
  if (p->kind == OF_CLAIM) {
    bede_claim *c = &doc->claims.items[p->index];
    return chains_at(m, p, c, &c->chain_begin, &c->chain_count);
  }
  if (p->kind == OF_QUANTITY) {
    bede_quantity *q = &doc->quantities.items[p->index];
    return chains_at(m, p, NULL, &q->chain_begin, &q->chain_count);
  }
  bede_label *l = &doc->labels.items[p->index];
  if (l->owner != BEDE_NONE && !l->outside) return owner_chains(m, l);
  return chains_at(m, p, NULL, &l->chain_begin, &l->chain_count);
}

bede_status bede_chains_make(bede_doc *doc)
{
  maker m;
  uint32_t n = 0;
  size_t room =
      (size_t)doc->claims.count + doc->quantities.count + doc->labels.count;
  place *places = bede_arena_array(doc->arena, room + 1, sizeof *places);
  m.doc = doc;
  m.judging = bede_arena_array(doc->arena, (size_t)doc->words.count + 1, 1);
  if (!places || !m.judging) return BEDE_ENOMEM;
  judging_find(&m);
  for (uint32_t i = 0; i < doc->claims.count; i++) {
    uint32_t word = doc->claims.items[i].trigger_head;
    places[n++] = (place){doc->words.items[word].span.begin, OF_CLAIM, i};
  }
  for (uint32_t i = 0; i < doc->quantities.count; i++)
    places[n++] = (place){doc->quantities.items[i].span.begin, OF_QUANTITY, i};
  for (uint32_t i = 0; i < doc->labels.count; i++)
    places[n++] = (place){label_place(doc, i), OF_LABEL, i};
  qsort(places, n, sizeof *places, by_place);
  BEDE_TRY(bede_cover_init(&m.cover, doc));
  for (uint32_t i = 0; i < n; i++)
    BEDE_TRY(place_chains(&m, &places[i]));
  return BEDE_OK;
}
