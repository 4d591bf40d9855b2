// Works that the text names: "a 2021 study by Alba Mora in The Lancet", "the
// Amnesty International report", "his book “A Long War”". What such a work is
// quoted for are the claims in its content.
#include "attrib/work.h"

#include "base/error.h"
#include "base/limits.h"
#include "base/str.h"

#define MAX_TITLE 16u // words of a title

typedef struct namer {
  bede_doc *doc;
  const bede_lexicon *lex;
  uint32_t work, inquiry, titled, published; // classes
  BEDE_LIST(bede_citation) found;
} namer;

static bool in_class(const namer *n, uint32_t word, uint32_t class_id)
{
  return class_id && bede_lexicon_in_class(
                         n->lex, n->doc->words.items[word].lemma_id, class_id);
}

// --- who made it or where it stands ---

static bool is_media(const bede_entity *e)
{
  for (uint32_t i = 0; i < e->sector_count; i++)
    if (e->sectors[i] == BEDE_SECTOR_MED || e->sectors[i] == BEDE_SECTOR_JRN)
      return true;
  return false;
}

// The name of who the word is, when he is no state or place; absent otherwise.
static bede_str maker_at(const namer *n, uint32_t word, bool media)
{
  const bede_doc *doc = n->doc;
  bede_str none = {NULL, 0};
  uint32_t m = doc->words.items[word].mention;
  if (m == BEDE_NONE || doc->mentions.items[m].entity == BEDE_NONE) return none;
  const bede_mention *mention = &doc->mentions.items[m];
  const bede_entity *e = &doc->entities.items[mention->entity];
  if (e->kind == BEDE_KIND_STATE || e->kind == BEDE_KIND_PLACE) return none;
  if (media && !is_media(e)) return none;
  if (mention->type == BEDE_MENTION_NAME)
    return bede_doc_str(doc, mention->span);
  return mention->type == BEDE_MENTION_NOMINAL && is_media(e) && e->known
             ? e->name
             : none;
}

// The same, or of the one that the noun describes: "the newspaper The Herald".
static bede_str maker_in(const namer *n, uint32_t word, bool media)
{
  const bede_doc *doc = n->doc;
  bede_str name = maker_at(n, word, media);
  for (uint32_t c = doc->words.items[word].first_child;
       !name.len && c != BEDE_NONE; c = doc->words.items[c].next_sibling) {
    uint8_t rel = doc->words.items[c].deprel;
    if (rel == BEDE_REL_APPOS || rel == BEDE_REL_NMOD_DESC ||
        rel == BEDE_REL_FLAT)
      name = maker_at(n, c, media);
  }
  return name;
}

static bool beside(const bede_doc *doc, uint32_t child, const char *preps)
{
  uint32_t prep = bede_child_by(doc, child, BEDE_REL_CASE);
  return prep != BEDE_NONE && bede_attrib_in(doc, prep, preps);
}

// "published in The Lancet", "written by Alba Mora".
static bede_str published_by(const namer *n, uint32_t verb, bool media,
                             uint32_t *last)
{
  const bede_doc *doc = n->doc;
  bede_str name = {NULL, 0};
  for (uint32_t c = doc->words.items[verb].first_child; c != BEDE_NONE;
       c = doc->words.items[c].next_sibling) {
    if (!beside(doc, c, "by in")) continue;
    bede_str maker = maker_in(n, c, media);
    if (!maker.len) continue;
    *last = doc->words.items[c].right;
    if (!name.len) name = maker;
  }
  return name;
}

static bede_str maker_by(const namer *n, uint32_t child, bool media,
                         uint32_t *last)
{
  const bede_doc *doc = n->doc;
  const bede_word *w = &doc->words.items[child];
  bede_str none = {NULL, 0};
  switch ((bede_deprel)w->deprel) {
  case BEDE_REL_NMOD:
  case BEDE_REL_OBL:
    if (!beside(doc, child, "in by from of")) return none;
    *last = w->right;
    return maker_in(n, child, media);
  case BEDE_REL_ACL:
    return in_class(n, child, n->published)
               ? published_by(n, child, media, last)
               : none;
  case BEDE_REL_NMOD_POSS:
  case BEDE_REL_COMPOUND:
    return maker_at(n, child, media);
  default:
    return none;
  }
}

// Who made the work, or where it came out; *last gets the last word of it.
static bede_str maker_of(const namer *n, uint32_t word, bool media,
                         uint32_t *last)
{
  const bede_doc *doc = n->doc;
  bede_str name = {NULL, 0};
  for (uint32_t c = doc->words.items[word].first_child; c != BEDE_NONE;
       c = doc->words.items[c].next_sibling) {
    uint32_t end = word;
    bede_str maker = maker_by(n, c, media, &end);
    if (!maker.len) continue;
    if (end > *last) *last = end;
    if (!name.len) name = maker;
  }
  return name;
}

// --- its title ---

static bool is_mark(const bede_doc *doc, uint32_t word)
{
  return bede_attrib_in(
      doc, word,
      "\" `` '' \xE2\x80\x9C \xE2\x80\x9D \xC2\xAB \xC2\xBB ' \xE2\x80\x98 "
      "\xE2\x80\x99");
}

// The words between marks right behind the noun that begin with a capital;
// *last gets the closing mark.
static bede_str title_of(const namer *n, uint32_t word, uint32_t end,
                         uint32_t *last)
{
  const bede_doc *doc = n->doc;
  bede_str none = {NULL, 0};
  uint32_t at = word + 1;
  if (at < end && bede_attrib_form(doc, at, ",")) at++;
  if (at < end && in_class(n, at, n->titled)) at++;
  if (at + 2 >= end || !is_mark(doc, at)) return none;
  uint32_t begin = at + 1, stop = begin;
  while (stop < end && stop - begin < MAX_TITLE && !is_mark(doc, stop))
    stop++;
  if (stop == end || stop == begin || !is_mark(doc, stop)) return none;
  if (!bede_is_upper((unsigned char)bede_word_form(doc, begin).ptr[0]))
    return none;
  bede_range title = bede_range_trim(doc, (bede_range){begin, stop});
  if (title.begin >= title.end) return none;
  *last = stop;
  return bede_doc_str(doc, bede_attrib_span(doc, title.begin, title.end));
}

// --- citations ---

// The first word of the phrase, without what leads to it.
static uint32_t first_word(const bede_doc *doc, uint32_t head)
{
  uint32_t first = doc->words.items[head].left;
  uint32_t begin = bede_phrase_span(doc, head, false).begin;
  while (first < head && (doc->words.items[first].span.begin < begin ||
                          doc->words.items[first].upos == BEDE_UPOS_ADP ||
                          bede_attrib_in(doc, first, "a an the")))
    first++;
  return first;
}

static bede_status named_add(namer *n, uint32_t sentence, uint32_t word,
                             uint32_t last, bede_str name)
{
  bede_doc *doc = n->doc;
  bede_citation *c = BEDE_LIST_PUSH(&n->found, doc->arena, BEDE_MAX_WORDS);
  if (!c) return BEDE_ENOMEM;
  while (last > word && bede_attrib_punct(doc, last) && !is_mark(doc, last))
    last--;
  c->span = bede_attrib_span(doc, first_word(doc, word), last + 1);
  c->kind = BEDE_CITE_NAMED;
  c->marker = name;
  c->sentence = sentence;
  return BEDE_OK;
}

static bede_status named_at(namer *n, uint32_t sentence, uint32_t word)
{
  const bede_sentence *s = &n->doc->sentences.items[sentence];
  if (n->doc->words.items[word].upos != BEDE_UPOS_NOUN) return BEDE_OK;
  bool inquiry = in_class(n, word, n->inquiry);
  if (!inquiry && !in_class(n, word, n->work)) return BEDE_OK;
  uint32_t last = word, closing = word;
  bede_str name = title_of(n, word, s->word_end, &closing);
  bede_str maker = maker_of(n, word, inquiry, &last);
  if (!name.len) name = maker;
  if (!name.len) return BEDE_OK;
  return named_add(n, sentence, word, closing > last ? closing : last, name);
}

// Puts what was found among the markers and links, in the order of the text.
static bede_status merge(namer *n)
{
  bede_doc *doc = n->doc;
  uint32_t k = doc->citations.count, i = n->found.count;
  bede_citation *all = NULL;
  while (doc->citations.count < k + i)
    if (!(all = BEDE_LIST_PUSH(&doc->citations, doc->arena, BEDE_MAX_WORDS)))
      return BEDE_ENOMEM;
  all = doc->citations.items;
  while (i > 0) {
    const bede_citation *last = &n->found.items[i - 1];
    if (k == 0 || all[k - 1].span.begin <= last->span.begin) {
      all[k + i - 1] = *last;
      i--;
    } else {
      all[k + i - 1] = all[k - 1];
      k--;
    }
  }
  return BEDE_OK;
}

bede_status bede_named_find(bede_doc *doc, const bede_lexicon *lex)
{
  namer n = {.doc = doc, .lex = lex};
  n.work = bede_lexicon_class(lex, bede_str_from("cited_work"));
  n.inquiry = bede_lexicon_class(lex, bede_str_from("cited_inquiry"));
  n.titled = bede_lexicon_class(lex, bede_str_from("cited_title"));
  n.published = bede_lexicon_class(lex, bede_str_from("cited_verb"));
  for (uint32_t i = 0; i < doc->sentences.count; i++) {
    const bede_sentence *s = &doc->sentences.items[i];
    for (uint32_t w = s->word_begin; s->parsed && w < s->word_end; w++)
      BEDE_TRY(named_at(&n, i, w));
  }
  return merge(&n);
}
