// Loaded words: the phrase and the noun that it is put on, and whose word it
// is. A label never touches a claim's type, score or certainty.
#include "attrib/work.h"

#include "base/error.h"
#include "base/limits.h"

// Nothing but modifiers stands between.
static bool one_phrase(const bede_doc *doc, uint32_t begin, uint32_t end)
{
  for (uint32_t i = begin; i < end; i++) {
    switch ((bede_upos)doc->words.items[i].upos) {
    case BEDE_UPOS_ADJ:
    case BEDE_UPOS_NOUN:
    case BEDE_UPOS_PROPN:
    case BEDE_UPOS_CCONJ:
      break;
    default:
      if (!bede_attrib_form(doc, i, "-")) return false;
    }
  }
  return true;
}

// Up from a modifier to the noun it is put on.
static uint32_t modified_noun(const bede_doc *doc, uint32_t word, uint32_t end)
{
  for (uint32_t i = 0; i < BEDE_MAX_ALIAS_WORDS; i++) {
    const bede_word *w = &doc->words.items[word];
    bool modifier = w->deprel == BEDE_REL_AMOD ||
                    w->deprel == BEDE_REL_COMPOUND ||
                    w->deprel == BEDE_REL_NMOD_DESC ||
                    (w->deprel == BEDE_REL_CONJ && w->upos == BEDE_UPOS_ADJ);
    if (!modifier || w->head >= end || w->head == BEDE_NONE) break;
    uint8_t pos = doc->words.items[w->head].upos;
    if (pos != BEDE_UPOS_NOUN && pos != BEDE_UPOS_PROPN && pos != BEDE_UPOS_ADJ)
      break;
    if (w->head < word && w->deprel != BEDE_REL_CONJ) break;
    if (w->head > word && !one_phrase(doc, word + 1, w->head)) break;
    word = w->head;
  }
  return word;
}

// Names before the noun belong to it: "MKO terrorists".
static uint32_t first_modifier(const bede_doc *doc, uint32_t head,
                               uint32_t begin)
{
  uint32_t first = head;
  while (first > begin) {
    const bede_word *w = &doc->words.items[first - 1];
    bool part = w->upos == BEDE_UPOS_PROPN &&
                (w->deprel == BEDE_REL_COMPOUND || w->deprel == BEDE_REL_AMOD ||
                 w->deprel == BEDE_REL_FLAT);
    if (!part || !bede_tree_within(doc, first - 1, head)) break;
    first--;
  }
  return first;
}

// A word of a known name is no label: the "sham" of al-Sham, the "Mujahidin" of
// an organisation's own name.
static bool in_name(const bede_doc *doc, uint32_t begin, uint32_t end)
{
  bede_span span = bede_attrib_span(doc, begin, end);
  for (uint32_t i = begin; i < end; i++)
    if (doc->words.items[i].upos != BEDE_UPOS_PROPN) return false;
  uint32_t s = bede_doc_sentence_of(doc, begin);
  for (uint32_t w = doc->sentences.items[s].word_begin;
       w < doc->sentences.items[s].word_end; w++) {
    uint32_t m = doc->words.items[w].mention;
    if (m == BEDE_NONE) continue;
    const bede_mention *mention = &doc->mentions.items[m];
    if (mention->type == BEDE_MENTION_NAME &&
        mention->span.begin <= span.begin && mention->span.end >= span.end)
      return true;
  }
  return false;
}

static uint32_t label_entity(const bede_doc *doc, uint32_t head)
{
  uint32_t m = doc->words.items[head].mention;
  if (m == BEDE_NONE && doc->words.items[head].deprel == BEDE_REL_APPOS &&
      doc->words.items[head].head != BEDE_NONE)
    m = doc->words.items[doc->words.items[head].head].mention;
  return m == BEDE_NONE ? BEDE_NONE : doc->mentions.items[m].entity;
}

static bede_status label_add(bede_doc *doc, const bede_lex_label *found,
                             uint32_t begin, uint32_t end, uint32_t head)
{
  bede_label *last =
      doc->labels.count ? &doc->labels.items[doc->labels.count - 1] : NULL;
  bede_span span = bede_attrib_span(doc, begin, end);
  // "terrorist and extremist groups": one label on one noun.
  if (last && last->span.end > span.begin) {
    if (span.end > last->span.end) last->span.end = span.end;
    return BEDE_OK;
  }
  bede_label *l = BEDE_LIST_PUSH(&doc->labels, doc->arena, BEDE_MAX_MENTIONS);
  if (!l) return BEDE_ENOMEM;
  l->span = span;
  l->entity = found->of_act ? BEDE_NONE : label_entity(doc, head);
  l->of_act = found->of_act;
  l->tone = bede_label_tone(found->tone);
  l->ref = found->ref;
  return BEDE_OK;
}

// The label that starts at `word`; *len gets how many words to go on.
static bede_status label_at(bede_doc *doc, const bede_lexicon *lex,
                            const bede_sentence *s, uint32_t word,
                            uint32_t *len)
{
  const bede_lex_label *found =
      bede_lexicon_label_at(lex, doc, word, s->word_end, len);
  if (!found) {
    *len = 1;
    return BEDE_OK;
  }
  uint32_t end = word + *len;
  if (in_name(doc, word, end)) return BEDE_OK;
  uint32_t head = end - 1;
  if (s->parsed) head = modified_noun(doc, end - 1, s->word_end);
  // A modifier of a modifier reaches back as far as its noun's names.
  uint32_t begin = word;
  if (s->parsed && head < end) begin = first_modifier(doc, head, s->word_begin);
  if (begin > word) begin = word;
  if (head + 1 > end) end = head + 1;
  return label_add(doc, found, begin, end, head);
}

bede_status bede_labels_find(bede_doc *doc, const bede_lexicon *lex)
{
  for (uint32_t i = 0; i < doc->sentences.count; i++) {
    const bede_sentence *s = &doc->sentences.items[i];
    uint32_t len = 1;
    for (uint32_t w = s->word_begin; w < s->word_end; w += len)
      BEDE_TRY(label_at(doc, lex, s, w, &len));
  }
  return BEDE_OK;
}
