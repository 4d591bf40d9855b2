// Speakers before a colon: headlines ("Minister: no deal") and the turns of a
// dialogue ("Q: ...", "SMITH: ...").
#include "attrib/work.h"

#include "base/error.h"
#include "base/limits.h"
#include "base/str.h"

#define LABEL_WORDS 8u    // of a speaker before a colon
#define MAX_TURNS 20000u  // paragraphs of one document that are turns
#define HEADLINE_WORDS 3u // that say something without a verb

// --- headlines ---

static bool is_document(const bede_attrib *a, uint32_t word)
{
  return a->class_document &&
         bede_lexicon_in_class(a->lex, bede_attrib_at(a, word)->lemma_id,
                               a->class_document);
}

// A verb that is more than a modifier ("leaked memo", "captured pilot").
static bool has_clause(const bede_attrib *a, uint32_t begin, uint32_t end)
{
  for (uint32_t i = begin; i < end; i++)
    if (bede_attrib_verb(a, i, i + 1) &&
        bede_attrib_at(a, i)->deprel != BEDE_REL_AMOD)
      return true;
  return false;
}

// The head of a phrase that is all there is in [begin, end): a speaker who has
// been recognised or a paper ("Report: ..."), else BEDE_NONE.
static uint32_t only_speaker(const bede_attrib *a, uint32_t begin, uint32_t end)
{
  if (begin >= end || end - begin > LABEL_WORDS || has_clause(a, begin, end))
    return BEDE_NONE;
  // "Mayor to protesters: go home"
  for (uint32_t i = begin + 1; i + 1 < end; i++)
    if (bede_attrib_form(a->doc, i, "to")) end = i;
  for (uint32_t i = end; i-- > begin;) {
    uint32_t m = bede_attrib_at(a, i)->mention;
    if (m != BEDE_NONE && !a->doc->mentions.items[m].generic) return i;
    if (i + 1 == end && is_document(a, i)) return i;
    if (bede_attrib_in(a->doc, i, "of in on for from at , ;")) return BEDE_NONE;
  }
  return BEDE_NONE;
}

static bool is_place(const bede_attrib *a, uint32_t word)
{
  uint8_t ner = bede_attrib_at(a, word)->ner;
  return ner == BEDE_NER_B_LOC || ner == BEDE_NER_I_LOC;
}

// Something said: words with a verb; after a person or body any words ("no
// deal"), for "Syria: two dead" is no speech of a country's.
static bool says_something(const bede_attrib *a, uint32_t source,
                           bede_range content)
{
  if (content.begin >= content.end) return false;
  if (bede_attrib_verb(a, content.begin, content.end)) return true;
  return content.end - content.begin + 1 >= HEADLINE_WORDS &&
         !is_place(a, source) && !is_document(a, source);
}

static bool cue_before(const bede_attrib *a, uint32_t sentence, uint32_t word)
{
  for (uint32_t i = a->first_case[sentence]; i < a->first_case[sentence + 1];
       i++)
    if (a->cases.items[i].cue < word) return true;
  return false;
}

static bool cue_after(const bede_attrib *a, uint32_t sentence, uint32_t word)
{
  for (uint32_t i = a->first_case[sentence]; i < a->first_case[sentence + 1];
       i++)
    if (a->cases.items[i].cue > word) return true;
  return false;
}

static bede_status case_add(bede_attrib *a, uint32_t sentence, uint32_t colon,
                            uint32_t source, bede_case **out)
{
  bede_case *c =
      BEDE_LIST_PUSH(&a->cases, a->doc->arena, BEDE_MAX_ATTRIBUTIONS);
  *out = c;
  if (!c)
    return a->cases.count == BEDE_MAX_ATTRIBUTIONS ? BEDE_OK : BEDE_ENOMEM;
  c->sentence = sentence;
  c->cue = colon;
  c->cue_words = (bede_range){colon, colon + 1};
  c->sources[c->source_count++] = source;
  c->content_head = c->follow = c->under = BEDE_NONE;
  c->stance = BEDE_STANCE_SAYS;
  return BEDE_OK;
}

// "Commission: general “gave the order”": any noun, for words in marks are
// somebody's.
static uint32_t before_quotes(const bede_attrib *a, const bede_sentence *s,
                              uint32_t colon)
{
  bool quoted = false;
  if (colon == s->word_begin || colon > s->word_begin + LABEL_WORDS ||
      !bede_attrib_nominal(a, colon - 1) || has_clause(a, s->word_begin, colon))
    return BEDE_NONE;
  for (uint32_t i = colon + 1; i < s->word_end; i++)
    quoted |= a->quote_of[i] != BEDE_NONE;
  return quoted ? colon - 1 : BEDE_NONE;
}

// "“We will stay”: families refuse to leave": the first one spoken of behind a
// quotation that the headline begins with.
static uint32_t quoted_speaker(const bede_attrib *a, const bede_sentence *s,
                               uint32_t colon, bede_range *content)
{
  uint32_t quote = a->quote_of[s->word_begin];
  if (quote == BEDE_NONE || a->quotes.items[quote].close + 1 != colon)
    return BEDE_NONE;
  for (uint32_t w = colon + 1; w < s->word_end; w++) {
    uint32_t m = bede_attrib_at(a, w)->mention;
    if (m == BEDE_NONE || a->doc->mentions.items[m].generic) continue;
    *content = (bede_range){s->word_begin, colon};
    return w;
  }
  return BEDE_NONE;
}

// "Minister: talks have failed" and "Talks have failed: minister".
static bede_status headline_case(bede_attrib *a, uint32_t sentence)
{
  const bede_sentence *s = &a->doc->sentences.items[sentence];
  uint32_t colon = s->word_begin;
  while (colon < s->word_end && !bede_attrib_form(a->doc, colon, ":"))
    colon++;
  if (colon >= s->word_end || cue_before(a, sentence, colon) ||
      a->quote_of[colon] != BEDE_NONE)
    return BEDE_OK;
  bede_range content = {colon + 1, s->word_end};
  uint32_t source = only_speaker(a, s->word_begin, colon);
  if (source == BEDE_NONE) source = before_quotes(a, s, colon);
  if (source == BEDE_NONE) source = quoted_speaker(a, s, colon, &content);
  if (source == BEDE_NONE && !cue_after(a, sentence, colon)) {
    source = only_speaker(a, colon + 1, s->word_end);
    content = (bede_range){s->word_begin, colon};
  }
  content = bede_range_trim(a->doc, content);
  if (source == BEDE_NONE || !says_something(a, source, content))
    return BEDE_OK;
  bede_case *c;
  BEDE_TRY(case_add(a, sentence, colon, source, &c));
  if (c) bede_ranges_add(&c->content, content.begin, content.end);
  return BEDE_OK;
}

// The title, or the first line of a text that has none and is a paragraph of
// one sentence, unless a dialogue begins there.
static bool is_headline(const bede_attrib *a, uint32_t sentence)
{
  const bede_doc *doc = a->doc;
  const bede_sentence *s = doc->sentences.items;
  if (s[sentence].title) return true;
  uint32_t quote = a->quote_of[s[sentence].word_end - 1];
  return sentence == 0 && doc->sentences.count > 1 &&
         s[0].paragraph != s[1].paragraph &&
         (quote == BEDE_NONE || !a->quotes.items[quote].turn);
}

bede_status bede_headlines_find(bede_attrib *a)
{
  for (uint32_t s = 0; s < a->doc->sentences.count; s++) {
    if (!is_headline(a, s)) break;
    BEDE_TRY(headline_case(a, s));
  }
  return BEDE_OK;
}

// --- turns ---

typedef struct turn {
  uint32_t sentence, colon;
  bede_str label;
} turn;

// The colon after a label of capitals at the start of a paragraph, or
// BEDE_NONE. A place or a date before a colon heads a list.
static uint32_t label_colon(const bede_attrib *a, uint32_t sentence)
{
  const bede_sentence *s = &a->doc->sentences.items[sentence];
  for (uint32_t i = s->word_begin;
       i < s->word_end && i < s->word_begin + LABEL_WORDS; i++) {
    if (bede_attrib_form(a->doc, i, ":"))
      return i > s->word_begin ? i : BEDE_NONE;
    bede_str form = bede_word_form(a->doc, i);
    bool mark = bede_attrib_in(a->doc, i, "( ) . , - 's \xe2\x80\x99s of the");
    if ((!mark && !bede_is_upper((unsigned char)form.ptr[0])) ||
        is_place(a, i) || bede_attrib_date(a->doc, i))
      return BEDE_NONE;
  }
  return BEDE_NONE;
}

static bool same_label(const turn *x, const turn *y)
{
  return bede_str_eq(x->label, y->label);
}

// Somebody speaks twice, or one asks and one answers: a dialogue, not a list of
// headings.
static bool is_dialogue(const turn *turns, uint32_t count)
{
  for (uint32_t i = 0; i + 1 < count; i++) {
    if (bede_str_is(turns[i].label, "Q") &&
        bede_str_is(turns[i + 1].label, "A"))
      return true;
    if (i + 2 < count && !same_label(&turns[i], &turns[i + 1]) &&
        same_label(&turns[i], &turns[i + 2]))
      return true;
  }
  return false;
}

static uint32_t paragraph_end(const bede_doc *doc, uint32_t sentence)
{
  uint32_t s = sentence;
  while (s + 1 < doc->sentences.count &&
         doc->sentences.items[s + 1].paragraph ==
             doc->sentences.items[sentence].paragraph)
    s++;
  return doc->sentences.items[s].word_end;
}

// What is said in a turn is a quotation without marks.
static bede_status turn_add(bede_attrib *a, const turn *t)
{
  uint32_t end = paragraph_end(a->doc, t->sentence);
  if (t->colon + 1 >= end) return BEDE_OK;
  bede_quote *q = BEDE_LIST_PUSH(&a->quotes, a->doc->arena, BEDE_MAX_QUOTES);
  if (!q) return BEDE_ENOMEM;
  q->open = t->colon;
  q->close = q->previous = q->owner = BEDE_NONE;
  q->begin = t->colon + 1;
  q->end = end;
  q->speech = q->turn = true;
  for (uint32_t i = q->begin; i < end; i++)
    if (a->quote_of[i] == BEDE_NONE) a->quote_of[i] = a->quotes.count - 1;
  return BEDE_OK;
}

bede_status bede_turns_find(bede_attrib *a)
{
  const bede_doc *doc = a->doc;
  BEDE_LIST(turn) list = {0};
  for (uint32_t s = 0; s < doc->sentences.count; s++) {
    const bede_sentence *sentence = &doc->sentences.items[s];
    if (sentence->title ||
        (s > 0 && doc->sentences.items[s - 1].paragraph == sentence->paragraph))
      continue;
    uint32_t colon = label_colon(a, s);
    if (colon == BEDE_NONE || a->quote_of[colon] != BEDE_NONE) continue;
    turn *t = BEDE_LIST_PUSH(&list, doc->arena, MAX_TURNS);
    if (!t) return list.count == MAX_TURNS ? BEDE_OK : BEDE_ENOMEM;
    t->sentence = s;
    t->colon = colon;
    t->label =
        bede_doc_str(doc, bede_attrib_span(doc, sentence->word_begin, colon));
  }
  if (!is_dialogue(list.items, list.count)) return BEDE_OK;
  for (uint32_t i = 0; i < list.count; i++)
    BEDE_TRY(turn_add(a, &list.items[i]));
  return BEDE_OK;
}

// "Q: Did they fire?": a turn that is one question asks.
static bool is_question(const bede_attrib *a, const bede_quote *q)
{
  return bede_doc_sentence_of(a->doc, q->begin) ==
             bede_doc_sentence_of(a->doc, q->end - 1) &&
         bede_attrib_form(a->doc, q->end - 1, "?");
}

// The speaker of a turn is its label.
bede_status bede_turn_case(bede_attrib *a, uint32_t quote)
{
  bede_quote *q = &a->quotes.items[quote];
  uint32_t sentence = bede_doc_sentence_of(a->doc, q->open);
  uint32_t begin = a->doc->sentences.items[sentence].word_begin;
  uint32_t source = q->open - 1;
  while (source > begin && bede_attrib_punct(a->doc, source))
    source--;
  for (uint32_t i = begin; i < q->open; i++)
    if (bede_attrib_at(a, i)->mention != BEDE_NONE) source = i;
  bede_case *c;
  BEDE_TRY(case_add(a, sentence, q->open, source, &c));
  if (!c) return BEDE_OK;
  c->source_words = (bede_range){begin, q->open};
  if (is_question(a, q)) c->stance = BEDE_STANCE_ASKS;
  bede_ranges_add(&c->content, q->begin, q->end);
  q->owner = a->cases.count - 1;
  return BEDE_OK;
}
