// Contexts and domains by words. The classes are knowledge (classes/contexts
// and classes/domains); here is only how many of them make a topic.
#include "event/topic.h"

#include <stdio.h>
#include <string.h>

#include "ann/cameo.h"
#include "base/error.h"
#include "base/str.h"
#include "lang/args.h"

// A document is about what at least one in DOC_PART of its sentences is about,
// and at least DOC_SENTENCES of them.
#define DOC_PART 4u
#define DOC_SENTENCES 3u
#define PAIR_BYTES 96u // two lemmas and "_"

typedef struct topics {
  const bede_doc *doc;
  const bede_lexicon *lex;
  uint32_t context_class[BEDE_CONTEXT_COUNT];
  uint32_t domain_class[BEDE_DOMAIN_COUNT];
  uint64_t *contexts;  // by sentence: the contexts of its words
  uint8_t *domains;    // by sentence: a bit for each domain of its words
  uint64_t about;      // contexts of the document
  uint8_t about_other; // domains of the document
} topics;

static uint32_t class_of(const bede_lexicon *lex, const char *prefix,
                         const char *name)
{
  char full[64];
  snprintf(full, sizeof full, "%s_%s", prefix, name);
  return bede_lexicon_class(lex, bede_str_from(full));
}

// Adds what a symbol of the knowledge says.
static void add_symbol(const topics *t, uint32_t symbol, uint32_t sentence)
{
  uint32_t count;
  const uint32_t *classes = bede_lexicon_classes(t->lex, symbol, &count);
  for (uint32_t i = 0; i < count; i++) {
    for (uint32_t c = 0; c < BEDE_CONTEXT_COUNT; c++) {
      if (t->context_class[c] == classes[i])
        t->contexts[sentence] |= (uint64_t)1 << c;
    }
    for (uint32_t d = 0; d < BEDE_DOMAIN_COUNT; d++) {
      if (t->domain_class[d] == classes[i])
        t->domains[sentence] |= (uint8_t)(1u << d);
    }
  }
}

// "human rights": two lemmas that the knowledge joins by "_".
static uint32_t pair_symbol(const topics *t, uint32_t word)
{
  const bede_word *a = &t->doc->words.items[word], *b = a + 1;
  char pair[PAIR_BYTES];
  if (a->lemma.len + b->lemma.len + 1 > sizeof pair) return 0;
  size_t n = 0;
  for (size_t i = 0; i < a->lemma.len; i++)
    pair[n++] = (char)bede_to_lower((unsigned char)a->lemma.ptr[i]);
  pair[n++] = '_';
  for (size_t i = 0; i < b->lemma.len; i++)
    pair[n++] = (char)bede_to_lower((unsigned char)b->lemma.ptr[i]);
  return bede_lexicon_symbol(t->lex, (bede_str){pair, n});
}

static bool joins(const bede_word *w)
{
  return w->upos == BEDE_UPOS_ADJ || w->upos == BEDE_UPOS_NOUN ||
         w->upos == BEDE_UPOS_PROPN || w->upos == BEDE_UPOS_VERB;
}

static void read_sentence(const topics *t, uint32_t sentence)
{
  const bede_sentence *s = &t->doc->sentences.items[sentence];
  for (uint32_t w = s->word_begin; w < s->word_end; w++) {
    const bede_word *word = &t->doc->words.items[w];
    if (word->lemma_id) add_symbol(t, word->lemma_id, sentence);
    if (word->form_id && word->form_id != word->lemma_id)
      add_symbol(t, word->form_id, sentence);
    if (w + 1 >= s->word_end || !joins(word) || !joins(word + 1)) continue;
    uint32_t symbol = pair_symbol(t, w);
    if (symbol) add_symbol(t, symbol, sentence);
  }
}

static void read_document(topics *t)
{
  uint32_t contexts[BEDE_CONTEXT_COUNT] = {0}, domains[BEDE_DOMAIN_COUNT] = {0};
  uint32_t sentences = t->doc->sentences.count;
  for (uint32_t s = 0; s < sentences; s++) {
    read_sentence(t, s);
    for (uint32_t c = 0; c < BEDE_CONTEXT_COUNT; c++)
      contexts[c] += (uint32_t)(t->contexts[s] >> c & 1);
    for (uint32_t d = 0; d < BEDE_DOMAIN_COUNT; d++)
      domains[d] += t->domains[s] >> d & 1;
  }
  uint32_t least = sentences / DOC_PART;
  if (least < DOC_SENTENCES) least = DOC_SENTENCES;
  for (uint32_t c = 0; c < BEDE_CONTEXT_COUNT; c++)
    if (contexts[c] >= least) t->about |= (uint64_t)1 << c;
  for (uint32_t d = 0; d < BEDE_DOMAIN_COUNT; d++)
    if (domains[d] >= least) t->about_other |= (uint8_t)(1u << d);
}

// --- contexts ----------------------------------------------------------------

static uint64_t code_contexts(const char *code)
{
  const bede_cameo *c = bede_cameo_find(code);
  uint64_t set = 0;
  for (bede_str rest = bede_str_from(c ? c->contexts : ""), name; rest.len;) {
    bede_context context;
    rest = bede_str_cut(rest, ' ', &name);
    if (bede_context_parse(name, &context)) set |= (uint64_t)1 << context;
  }
  return set;
}

// --- domain ------------------------------------------------------------------

// Whoever holds or contests power by office or arms does politics whatever
// stands beside; a state, too, but its name is also its team's.
static bool is_power(const bede_doc *doc, const bede_role *role,
                     bede_domain domain)
{
  if (role->entity == BEDE_NONE) return false;
  const bede_entity *e = &doc->entities.items[role->entity];
  if (e->kind == BEDE_KIND_PLACE) return false;
  if (e->kind == BEDE_KIND_STATE) return domain != BEDE_DOMAIN_sport;
  for (uint32_t i = 0; i < e->sector_count; i++)
    if (bede_sector_has_power(e->sectors[i])) return true;
  return false;
}

static bool has_power(const bede_doc *doc, const bede_claim *c,
                      bede_domain domain)
{
  for (uint32_t i = 0; i < c->actor.count; i++)
    if (is_power(doc, &c->actor.items[i], domain)) return true;
  for (uint32_t i = 0; i < c->recipient.count; i++)
    if (is_power(doc, &c->recipient.items[i], domain)) return true;
  return false;
}

// Do other domains use the words of such an act ("the storm hit", "the film
// bombed")? A march in the rain is a march, a banned film is banned.
static bool lends_words(bede_event event, bede_domain domain)
{
  switch (event) {
  case BEDE_ASSAULT:
  case BEDE_THREATEN:
  case BEDE_RETREAT:
  case BEDE_MOBILIZE:
    return true;
  case BEDE_PROTEST:
  case BEDE_SANCTION:
    return domain == BEDE_DOMAIN_metaphor;
  case BEDE_COERCE:
    return domain != BEDE_DOMAIN_film;
  default:
    return domain != BEDE_DOMAIN_weather;
  }
}

// "A list of attacks since 2001", "the history of the war": acts that are
// listed, not told.
static bool is_listed(const bede_doc *doc, const bede_claim *c)
{
  const bede_word *w = &doc->words.items[c->trigger_head];
  if (w->deprel != BEDE_REL_NMOD || w->head >= doc->words.count) return false;
  uint32_t of = bede_child_by(doc, c->trigger_head, BEDE_REL_CASE);
  return of != BEDE_NONE && bede_lemma_in(doc, of, "of") &&
         bede_lemma_in(doc, w->head,
                       "list chronology timeline history catalogue catalog "
                       "overview inventory index encyclopedia");
}

static bede_domain domain_of(const topics *t, const bede_claim *c)
{
  if (is_listed(t->doc, c)) return BEDE_DOMAIN_history;
  uint8_t words = t->domains[c->sentence] | t->about_other;
  for (uint32_t d = BEDE_DOMAIN_politics + 1; d < BEDE_DOMAIN_COUNT; d++) {
    bede_domain domain = (bede_domain)d;
    if ((words >> d & 1) && lends_words(c->event, domain) &&
        !has_power(t->doc, c, domain))
      return domain;
  }
  return BEDE_DOMAIN_politics;
}

bede_status bede_topics_set(bede_doc *doc, const bede_lexicon *lex,
                            bede_error *err)
{
  if (!doc->claims.count) return BEDE_OK;
  topics t = {.doc = doc, .lex = lex};
  t.contexts = bede_arena_array(doc->arena, doc->sentences.count + 1u,
                                sizeof *t.contexts);
  t.domains = bede_arena_array(doc->arena, doc->sentences.count + 1u, 1);
  if (!t.contexts || !t.domains)
    return bede_error_set(err, BEDE_ENOMEM, BEDE_NO_OFFSET, "out of memory");
  for (uint32_t c = 0; c < BEDE_CONTEXT_COUNT; c++)
    t.context_class[c] =
        class_of(lex, "context", bede_context_name((bede_context)c));
  for (uint32_t d = BEDE_DOMAIN_politics + 1; d < BEDE_DOMAIN_COUNT; d++)
    t.domain_class[d] =
        class_of(lex, "domain", bede_domain_name((bede_domain)d));
  read_document(&t);
  for (uint32_t i = 0; i < doc->claims.count; i++) {
    bede_claim *c = &doc->claims.items[i];
    c->contexts = code_contexts(c->cameo) | t.contexts[c->sentence] | t.about;
    c->domain = domain_of(&t, c);
  }
  return BEDE_OK;
}
