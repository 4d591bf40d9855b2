// The invariants of a document record: every span lies in the text and cuts no
// code point, every index names a record, trees are trees, chains end with the
// narrator. Whatever bytes a report has, they hold after every stage.
#include <string.h>

#include "ann/doc.h"
#include "base/limits.h"

// Returns from the calling function with the words of a broken condition.
#define NEED(condition)                                                        \
  do {                                                                         \
    if (!(condition)) return #condition;                                       \
  } while (0)

#define NEED_NULL(expression)                                                  \
  do {                                                                         \
    const char *wrong_ = (expression);                                         \
    if (wrong_) return wrong_;                                                 \
  } while (0)

static bool is_index(uint32_t index, uint32_t count)
{
  return index == BEDE_NONE || index < count;
}

static bool is_boundary(const bede_doc *doc, uint32_t at)
{
  return at == doc->text.len || (doc->text.ptr[at] & 0xC0) != 0x80;
}

// {0, 0} stands for "none" in many records and is well.
static const char *check_span(const bede_doc *doc, bede_span span)
{
  NEED(span.begin <= span.end);
  NEED(span.end <= doc->text.len);
  NEED(is_boundary(doc, span.begin));
  NEED(is_boundary(doc, span.end));
  return NULL;
}

static const char *check_filled(const bede_doc *doc, bede_span span)
{
  NEED(span.begin < span.end);
  return check_span(doc, span);
}

static const char *check_spans(const bede_doc *doc, const bede_spans *spans)
{
  NEED(spans->count <= spans->capacity);
  for (uint32_t i = 0; i < spans->count; i++)
    NEED_NULL(check_filled(doc, spans->items[i]));
  return NULL;
}

// --- words and sentences -----------------------------------------------------

static const char *check_words(const bede_doc *doc)
{
  uint32_t at = 0;
  for (uint32_t i = 0; i < doc->words.count; i++) {
    const bede_word *word = &doc->words.items[i];
    NEED_NULL(check_filled(doc, word->span));
    NEED(word->span.begin >= at);
    at = word->span.end;
    NEED(word->upos < BEDE_UPOS_COUNT && word->xpos < BEDE_XPOS_COUNT);
    NEED(word->deprel < BEDE_REL_COUNT && word->ner < BEDE_NER_COUNT);
  }
  return NULL;
}

static const char *check_references(const bede_doc *doc)
{
  uint32_t at = 0;
  for (uint32_t i = 0; i < doc->references.count; i++) {
    const bede_reference *r = &doc->references.items[i];
    NEED_NULL(check_filled(doc, r->span));
    NEED(r->span.begin >= at);
    at = r->span.end;
  }
  return NULL;
}

// Heads and links stay inside the sentence; as links only go to later words and
// a child names its head, there is no cycle among the children.
static const char *check_links(const bede_doc *doc, const bede_sentence *s)
{
  uint32_t children = 0, roots = 0;
  for (uint32_t w = s->word_begin; w < s->word_end; w++) {
    const bede_word *word = &doc->words.items[w];
    roots += word->head == BEDE_NONE;
    NEED(word->head != w);
    NEED(word->head == BEDE_NONE ||
         (word->head >= s->word_begin && word->head < s->word_end));
    NEED(word->left >= s->word_begin && word->left <= w);
    NEED(word->right >= w && word->right < s->word_end);
    uint32_t last = BEDE_NONE;
    for (uint32_t c = word->first_child; c != BEDE_NONE;
         c = doc->words.items[c].next_sibling) {
      NEED(c >= s->word_begin && c < s->word_end);
      NEED(doc->words.items[c].head == w);
      NEED(last == BEDE_NONE || c > last);
      last = c;
      children++;
    }
  }
  NEED(children + roots == s->word_end - s->word_begin);
  return NULL;
}

// Before lang there is no tree: every word is a root.
static bool has_tree(const bede_doc *doc, const bede_sentence *s)
{
  for (uint32_t w = s->word_begin; s->parsed && w < s->word_end; w++)
    if (doc->words.items[w].head != BEDE_NONE) return true;
  return false;
}

// From every word the way up ends at a root.
static const char *check_tree(const bede_doc *doc, const bede_sentence *s)
{
  for (uint32_t w = s->word_begin; w < s->word_end; w++) {
    uint32_t steps = 0, at = w;
    while (at != BEDE_NONE && steps <= s->word_end - s->word_begin) {
      at = doc->words.items[at].head;
      steps++;
    }
    NEED(at == BEDE_NONE);
  }
  return NULL;
}

// Sentences partition the words.
static const char *check_sentences(const bede_doc *doc)
{
  uint32_t word = 0, paragraph = 0;
  for (uint32_t i = 0; i < doc->sentences.count; i++) {
    const bede_sentence *s = &doc->sentences.items[i];
    NEED_NULL(check_filled(doc, s->span));
    NEED(s->word_begin == word && s->word_begin < s->word_end);
    word = s->word_end;
    NEED(word <= doc->words.count);
    NEED(word - s->word_begin <= BEDE_MAX_SENTENCE_WORDS);
    NEED(doc->words.items[s->word_begin].span.begin == s->span.begin);
    NEED(doc->words.items[word - 1].span.end == s->span.end);
    NEED(s->paragraph >= paragraph);
    paragraph = s->paragraph;
    if (!has_tree(doc, s)) continue;
    NEED_NULL(check_links(doc, s));
    NEED_NULL(check_tree(doc, s));
  }
  NEED(word == doc->words.count);
  return NULL;
}

static bool in_sentence(const bede_doc *doc, uint32_t word, uint32_t sentence)
{
  if (word >= doc->words.count || sentence >= doc->sentences.count)
    return false;
  const bede_sentence *s = &doc->sentences.items[sentence];
  return word >= s->word_begin && word < s->word_end;
}

// --- actors ------------------------------------------------------------------

static const char *check_mentions(const bede_doc *doc)
{
  for (uint32_t i = 0; i < doc->mentions.count; i++) {
    const bede_mention *m = &doc->mentions.items[i];
    NEED_NULL(check_filled(doc, m->span));
    NEED(in_sentence(doc, m->head, m->sentence));
    NEED(m->basis < BEDE_BASIS_COUNT);
    NEED(is_index(m->entity, doc->entities.count));
    NEED(is_index(m->of, doc->entities.count));
  }
  for (uint32_t i = 0; i < doc->words.count; i++)
    NEED(is_index(doc->words.items[i].mention, doc->mentions.count));
  return NULL;
}

static const char *check_entities(const bede_doc *doc)
{
  NEED(is_index(doc->focus, doc->entities.count));
  for (uint32_t i = 0; i < doc->entities.count; i++) {
    const bede_entity *e = &doc->entities.items[i];
    NEED(e->kind < BEDE_KIND_COUNT);
    NEED(e->sector_count <= sizeof e->sectors / sizeof e->sectors[0]);
    for (uint8_t k = 0; k < e->sector_count; k++)
      NEED(e->sectors[k] < BEDE_SECTOR_COUNT);
    uint32_t up = i, steps = 0;
    while (up != BEDE_NONE && steps <= BEDE_MAX_PARENTS) {
      NEED(is_index(doc->entities.items[up].parent, doc->entities.count));
      up = doc->entities.items[up].parent;
      steps++;
    }
    NEED(up == BEDE_NONE);
  }
  return NULL;
}

// --- settings ----------------------------------------------------------------

static const char *check_dates(const bede_doc *doc)
{
  for (uint32_t i = 0; i < doc->dates.count; i++) {
    const bede_timex *t = &doc->dates.items[i];
    NEED_NULL(check_filled(doc, t->span));
    NEED(t->word_begin < t->word_end && t->word_end <= doc->words.count);
    NEED(t->sentence < doc->sentences.count);
    NEED(t->precision < BEDE_PRECISION_COUNT);
  }
  return NULL;
}

static const char *check_chains(const bede_doc *doc, uint32_t begin,
                                uint32_t count)
{
  NEED(begin <= doc->chains.count && count <= doc->chains.count - begin);
  NEED(count <= BEDE_MAX_CHAINS);
  for (uint32_t i = begin; i < begin + count; i++) {
    const bede_chain *chain = &doc->chains.items[i];
    NEED(chain->count > 0 && chain->count <= BEDE_MAX_CHAIN);
    NEED(chain->links[chain->count - 1] == 0);
    NEED(chain->relation < BEDE_RELATION_COUNT);
    for (uint32_t k = 0; k < chain->count; k++) {
      NEED(chain->links[k] < doc->attributions.count);
      NEED(k + 1u == chain->count || chain->links[k] != 0);
    }
  }
  return NULL;
}

static const char *check_quantities(const bede_doc *doc)
{
  for (uint32_t i = 0; i < doc->quantities.count; i++) {
    const bede_quantity *q = &doc->quantities.items[i];
    NEED_NULL(check_filled(doc, q->span));
    NEED_NULL(check_span(doc, q->of_span));
    NEED(q->word_begin < q->word_end && q->word_end <= doc->words.count);
    NEED(in_sentence(doc, q->head, q->sentence));
    NEED(q->qualifier < BEDE_QUAL_COUNT && q->of < BEDE_OF_COUNT);
    NEED(q->rule && q->population);
    NEED(!q->has_low || !q->has_high || q->low <= q->high);
    NEED(is_index(q->claim, doc->claims.count));
    NEED_NULL(check_chains(doc, q->chain_begin, q->chain_count));
  }
  return NULL;
}

// --- claims ------------------------------------------------------------------

static const char *check_role(const bede_doc *doc, const bede_role *role)
{
  NEED_NULL(check_filled(doc, role->span));
  NEED(role->head < doc->words.count);
  NEED(is_index(role->entity, doc->entities.count));
  NEED(role->basis < BEDE_BASIS_COUNT);
  NEED(is_index(role->guise, doc->guises.count));
  return NULL;
}

static const char *check_roles(const bede_doc *doc, const bede_role *roles,
                               uint32_t count)
{
  NEED(count <= BEDE_MAX_ROLES);
  for (uint32_t i = 0; i < count; i++)
    NEED_NULL(check_role(doc, &roles[i]));
  return NULL;
}

static const char *check_ids(const uint32_t *ids, uint32_t count,
                             uint32_t limit)
{
  for (uint32_t i = 0; i < count; i++)
    NEED(ids[i] < limit);
  return NULL;
}

static const char *check_trigger(const bede_doc *doc, const bede_claim *c)
{
  bool has_head = false;
  NEED(in_sentence(doc, c->trigger_head, c->sentence));
  bede_span head = doc->words.items[c->trigger_head].span;
  NEED_NULL(check_spans(doc, &c->trigger));
  NEED(c->trigger.count);
  NEED_NULL(check_filled(doc, c->evidence));
  for (uint32_t i = 0; i < c->trigger.count; i++) {
    bede_span s = c->trigger.items[i];
    NEED(s.begin >= c->evidence.begin && s.end <= c->evidence.end);
    has_head |= s.begin <= head.begin && s.end >= head.end;
  }
  NEED(has_head);
  return NULL;
}

static const char *check_when_where(const bede_doc *doc, const bede_claim *c)
{
  NEED(!c->has_date || (c->from.year && c->precision < BEDE_PRECISION_COUNT));
  if (c->has_date) NEED_NULL(check_span(doc, c->date_span));
  NEED(c->place == BEDE_NONE || c->place < doc->places.count);
  NEED_NULL(check_ids(c->quantities.items, c->quantities.count,
                      doc->quantities.count));
  NEED_NULL(check_ids(c->cites.items, c->cites.count, doc->citations.count));
  return NULL;
}

static const char *check_claim(const bede_doc *doc, const bede_claim *c)
{
  NEED(c->event > BEDE_EVENT_NONE && c->event < BEDE_EVENT_COUNT);
  NEED(c->mode_count <= sizeof c->modes / sizeof c->modes[0]);
  for (uint8_t i = 0; i < c->mode_count; i++)
    NEED(c->modes[i] > BEDE_MODE_NONE && c->modes[i] < BEDE_MODE_COUNT);
  NEED(memchr(c->cameo, 0, sizeof c->cameo));
  NEED(c->status < BEDE_STATUS_COUNT && c->aspect < BEDE_ASPECT_COUNT);
  NEED(c->rule_count > 0);
  NEED(c->rule_count <= sizeof c->rules / sizeof c->rules[0]);
  NEED_NULL(check_trigger(doc, c));
  NEED_NULL(check_roles(doc, c->actor.items, c->actor.count));
  NEED_NULL(check_roles(doc, c->recipient.items, c->recipient.count));
  NEED_NULL(check_when_where(doc, c));
  NEED(is_index(c->under, doc->claims.count));
  NEED(is_index(c->repeats, doc->claims.count));
  NEED_NULL(check_chains(doc, c->chain_begin, c->chain_count));
  return NULL;
}

// Claims stand in text order: ids count those on one word.
static const char *check_claims(const bede_doc *doc)
{
  NEED(doc->claims.count <= BEDE_MAX_CLAIMS);
  for (uint32_t i = 0; i < doc->claims.count; i++) {
    const bede_claim *c = &doc->claims.items[i];
    NEED_NULL(check_claim(doc, c));
    NEED(c->under != i && c->repeats != i);
    NEED(i == 0 || c[-1].trigger_head <= c->trigger_head);
  }
  return NULL;
}

static const char *check_attribution(const bede_doc *doc,
                                     const bede_attribution *a)
{
  NEED(a->kind < BEDE_BY_COUNT && a->stance < BEDE_STANCE_COUNT);
  NEED_NULL(check_spans(doc, &a->source));
  NEED_NULL(check_spans(doc, &a->cue));
  NEED_NULL(check_spans(doc, &a->content));
  NEED(is_index(a->source_head, doc->words.count));
  NEED(is_index(a->cue_head, doc->words.count));
  NEED(is_index(a->content_head, doc->words.count));
  NEED(is_index(a->speaker, doc->entities.count));
  NEED(is_index(a->affiliation, doc->entities.count));
  NEED(is_index(a->outlet, doc->entities.count));
  NEED(is_index(a->held_by, doc->entities.count));
  NEED_NULL(check_span(doc, a->anonymity_reason));
  NEED(is_index(a->via, doc->attributions.count));
  return NULL;
}

static const char *check_attributions(const bede_doc *doc)
{
  NEED(doc->attributions.count <= BEDE_MAX_ATTRIBUTIONS);
  for (uint32_t i = 0; i < doc->attributions.count; i++) {
    const bede_attribution *a = &doc->attributions.items[i];
    NEED((i == 0) == (a->kind == BEDE_BY_NARRATOR));
    NEED(a->via != i);
    NEED_NULL(check_attribution(doc, a));
  }
  return NULL;
}

static const char *check_remarks(const bede_doc *doc)
{
  for (uint32_t i = 0; i < doc->labels.count; i++) {
    const bede_label *l = &doc->labels.items[i];
    NEED_NULL(check_filled(doc, l->span));
    NEED(l->tone && is_index(l->entity, doc->entities.count));
    NEED_NULL(check_chains(doc, l->chain_begin, l->chain_count));
  }
  for (uint32_t i = 0; i < doc->citations.count; i++) {
    const bede_citation *c = &doc->citations.items[i];
    NEED_NULL(check_filled(doc, c->span));
    NEED_NULL(check_span(doc, c->target));
    NEED(c->sentence < doc->sentences.count);
    NEED_NULL(check_ids(c->claims.items, c->claims.count, doc->claims.count));
  }
  for (uint32_t i = 0; i < doc->predicates.count; i++) {
    NEED(doc->predicates.items[i].word < doc->words.count);
    NEED(doc->predicates.items[i].status < BEDE_STATUS_COUNT);
  }
  for (uint32_t i = 0; i < doc->warnings.count; i++) {
    NEED(doc->warnings.items[i].code && doc->warnings.items[i].message.ptr);
    NEED_NULL(check_span(doc, doc->warnings.items[i].span));
  }
  return NULL;
}

const char *bede_doc_wrong(const bede_doc *doc)
{
  NEED(doc->body_begin <= doc->text.len);
  NEED_NULL(check_span(doc, doc->byline));
  NEED_NULL(check_words(doc));
  NEED_NULL(check_references(doc));
  if (doc->sentences.count) NEED_NULL(check_sentences(doc));
  NEED_NULL(check_mentions(doc));
  NEED_NULL(check_entities(doc));
  NEED_NULL(check_dates(doc));
  NEED_NULL(check_quantities(doc));
  NEED_NULL(check_attributions(doc));
  NEED_NULL(check_claims(doc));
  NEED_NULL(check_remarks(doc));
  return NULL;
}

// Every line of the knowledge that a record names is in a file that has a name.
static const char *check_refs(const bede_doc *doc)
{
  for (uint32_t i = 0; i < doc->entities.count; i++) {
    const bede_entity *e = &doc->entities.items[i];
    NEED(!e->ref.line || e->ref.file < doc->files.count);
  }
  for (uint32_t i = 0; i < doc->claims.count; i++) {
    const bede_claim *c = &doc->claims.items[i];
    for (uint8_t k = 0; k < c->rule_count; k++)
      NEED(c->rules[k].file < doc->files.count);
  }
  return NULL;
}

const char *bede_doc_unfinished(const bede_doc *doc)
{
  NEED_NULL(bede_doc_wrong(doc));
  NEED_NULL(check_refs(doc));
  NEED(doc->attributions.count > 0);
  for (uint32_t i = 0; i < doc->mentions.count; i++)
    NEED(doc->mentions.items[i].entity != BEDE_NONE);
  for (uint32_t i = 0; i < doc->claims.count; i++) {
    const bede_claim *c = &doc->claims.items[i];
    NEED(c->chain_count > 0);
    NEED(c->id[0] == 'c' && memchr(c->id, 0, sizeof c->id) == c->id + 17);
    NEED(c->domain < BEDE_DOMAIN_COUNT);
  }
  for (uint32_t i = 0; i < doc->quantities.count; i++)
    NEED(doc->quantities.items[i].chain_count > 0);
  for (uint32_t i = 0; i < doc->labels.count; i++)
    NEED(doc->labels.items[i].chain_count > 0);
  return NULL;
}
