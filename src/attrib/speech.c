// Whose words a quotation is: the cue in its own sentence, the sentence that
// leads to it with a colon, or the speaker who goes on speaking.
#include "attrib/phrase.h"

#include "base/error.h"
#include "base/limits.h"

#define NAMED_REACH 14u // words of a thing that is called something
#define NAMED_GAP 3u    // "as a" between a thing and what it is called
#define RESUME_GAP 8u   // words beside a cue that a speech goes on over

// How well a cue goes with a quotation. Order of trust only: what the tree
// already has as the content, then what stands right beside the marks.
enum {
  FIT_NONE = 0,
  FIT_LEADS = 10,  // "..., he said, adding a smile: “...”"
  FIT_BESIDE = 20, // a cue without a content next to the quotation
  FIT_INSIDE = 30, // a few quoted words inside the content
  FIT_CONTENT = 40 // the quotation holds the head of the content
};

typedef struct running { // the speaker whose words went before
  uint32_t owner;        // case, or BEDE_NONE
  uint32_t sentence;     // last sentence of his words
} running;

static uint32_t last_word(const bede_quote *q)
{
  if (q->close != BEDE_NONE) return q->close;
  return q->end > q->open ? q->end - 1 : q->open;
}

static uint32_t words_between(const bede_attrib *a, uint32_t begin,
                              uint32_t end)
{
  uint32_t n = 0;
  for (uint32_t i = begin; i < end && n <= BEDE_GAP_WORDS; i++)
    if (!bede_attrib_punct(a->doc, i)) n++;
  return n;
}

static bool verb_between(const bede_attrib *a, uint32_t begin, uint32_t end)
{
  for (uint32_t i = begin; i < end; i++)
    if (bede_attrib_at(a, i)->upos == BEDE_UPOS_VERB) return true;
  return false;
}

static bool led_by(const bede_attrib *a, const bede_quote *q, const char *marks)
{
  return q->open > 0 && bede_attrib_in(a->doc, q->open - 1, marks);
}

// Words from the end of a quotation to the cue that follows, without the cue's
// own subject.
static uint32_t gap_after(const bede_attrib *a, const bede_quote *q,
                          const bede_case *c)
{
  uint32_t begin = c->cue_words.begin, last = last_word(q) + 1;
  if (c->source_words.begin < c->source_words.end &&
      c->source_words.begin >= last && c->source_words.begin < begin)
    begin = c->source_words.begin;
  for (uint32_t i = 0; i < c->source_count; i++) {
    uint32_t left = bede_attrib_at(a, c->sources[i])->left;
    if (left >= last && left < begin) begin = left;
  }
  return words_between(a, last, begin);
}

// Does the content so far stand before the cue, between marks?
static bool follows_speech(const bede_attrib *a, const bede_case *c)
{
  uint32_t last = c->content.items[c->content.count - 1].end - 1;
  return last < c->cue && a->quote_of[last] != BEDE_NONE &&
         words_between(a, last + 1, c->cue) <= RESUME_GAP;
}

// A verb that takes no clause says what something is.
static bool names(const bede_attrib *a, const bede_case *c)
{
  if (!c->entry || c->entry->pos != 'v') return false;
  return !bede_attrib_takes(a, c->entry, BEDE_SLOT_CCOMP) &&
         !bede_attrib_takes(a, c->entry, BEDE_SLOT_PARATAXIS);
}

// "called the executive “driven”", "described the move as a “breach”": a few
// quoted words right behind what is called so.
static bool named_so(const bede_attrib *a, const bede_quote *q,
                     const bede_case *c)
{
  if (!names(a, c) || q->speech || c->source_count == 0) return false;
  // "called [Ford's plans to open a plant] “a disgrace”"
  if (c->content.count == 0 && c->cue < q->open &&
      words_between(a, c->cue_words.end, q->open) <= NAMED_REACH) {
    for (uint32_t i = c->cue_words.end; i < q->open; i++)
      if (bede_phrase_finite(a, i) || bede_attrib_punct(a->doc, i))
        return false;
    return true;
  }
  if (c->content.count == 0) return false;
  uint32_t end = c->content.items[c->content.count - 1].end;
  return end > c->cue && end <= q->open &&
         words_between(a, end, q->open) <= NAMED_GAP &&
         !verb_between(a, end, q->open);
}

static int fit(const bede_attrib *a, const bede_quote *q, const bede_case *c)
{
  if (c->dead || a->quote_of[c->cue] != BEDE_NONE || !c->entry) return FIT_NONE;
  if (bede_ranges_meet(&c->content, q->begin, q->end)) {
    bool head = c->content_head >= q->begin && c->content_head < q->end;
    return head || q->speech ? FIT_CONTENT : FIT_INSIDE;
  }
  if (c->entry->pos != 'v' && c->entry->pos != 'n') return FIT_NONE;
  if (named_so(a, q, c)) return FIT_INSIDE;
  bool empty = c->content.count == 0;
  if (c->cue < q->open) {
    uint32_t gap = words_between(a, c->cue_words.end, q->open);
    if (gap > BEDE_GAP_WORDS) return FIT_NONE;
    bool led = led_by(a, q, ": , ;") || gap == 0;
    // "“We stay,” he said, “and we vote.”": the speech goes on after the cue.
    if (!empty && led && gap <= RESUME_GAP && follows_speech(a, c))
      return FIT_BESIDE;
    bool near = gap <= 3 && !verb_between(a, c->cue_words.end, q->open);
    if (empty && c->source_count && (led || near) && (q->speech || near))
      return FIT_BESIDE - (int)gap / 4;
    return led_by(a, q, ":") && q->speech && c->source_count ? FIT_LEADS
                                                             : FIT_NONE;
  }
  if (!q->speech || c->source_count == 0) return FIT_NONE;
  uint32_t gap = gap_after(a, q, c);
  return gap <= 2 && empty ? FIT_BESIDE - (int)gap : FIT_NONE;
}

static uint32_t best_case(const bede_attrib *a, const bede_quote *q,
                          uint32_t sentence, int *score)
{
  uint32_t best = BEDE_NONE;
  for (uint32_t i = a->first_case[sentence]; i < a->first_case[sentence + 1];
       i++) {
    const bede_case *c = &a->cases.items[i];
    int s = fit(a, q, c);
    // The nearer cue wins: the later one before a quotation, the first after.
    bool nearer = s == *score && c->cue < q->open;
    // Before a colon: who speaks in the main clause, not one inside his words.
    bool inner = best != BEDE_NONE && s < FIT_INSIDE && q->speech &&
                 led_by(a, q, ":") &&
                 bede_tree_within(a->doc, c->cue, a->cases.items[best].cue) &&
                 c->entry->pos == 'v';
    // "called his remarks “racist”": no words of the remarks
    inner |= best != BEDE_NONE && names(a, &a->cases.items[best]) &&
             c->cue < q->open && c->entry && c->entry->pos == 'n' &&
             bede_tree_within(a->doc, c->cue, a->cases.items[best].cue);
    // "“...,” a man who may not speak said": a verb in the speaker's
    // description.
    bool outer = best != BEDE_NONE && s > FIT_NONE && c->cue > q->open &&
                 *score < FIT_INSIDE &&
                 bede_tree_within(a->doc, a->cases.items[best].cue, c->cue);
    if (s <= FIT_NONE || inner || (s <= *score && !nearer && !outer)) continue;
    best = i;
    *score = s;
  }
  return best;
}

// Speech between marks is the content as it stands; what the tree added around
// it inside the sentence is dropped.
static void keep_quoted(const bede_attrib *a, bede_case *c)
{
  bede_ranges r = {0};
  for (uint32_t i = 0; i < c->content.count; i++)
    for (uint32_t w = c->content.items[i].begin; w < c->content.items[i].end;
         w++)
      if (a->quote_of[w] != BEDE_NONE) bede_ranges_add(&r, w, w + 1);
  c->content = r;
}

// What is called something keeps the words that call it so out of its own.
static void cut_nouns(bede_attrib *a, const bede_case *c, const bede_quote *q)
{
  for (uint32_t i = a->first_case[c->sentence];
       i < a->first_case[c->sentence + 1]; i++) {
    bede_case *noun = &a->cases.items[i];
    if (noun->entry && noun->entry->pos == 'n' && noun->cue > c->cue &&
        noun->cue < q->open &&
        bede_ranges_meet(&noun->content, q->open, q->end))
      bede_ranges_cut(a->doc, &noun->content, q->open);
  }
}

static void own(bede_attrib *a, uint32_t quote, uint32_t owner, int score)
{
  bede_quote *q = &a->quotes.items[quote];
  bede_case *c = &a->cases.items[owner];
  q->owner = owner;
  if (names(a, c) && !q->speech) cut_nouns(a, c, q);
  if (score == FIT_INSIDE && bede_ranges_meet(&c->content, q->begin, q->end))
    return;
  bool head = c->content_head >= q->begin && c->content_head < q->end;
  bool lead =
      led_by(a, q, ": ,") ||
      q->open == a->doc->sentences.items[bede_doc_sentence_of(a->doc, q->open)]
                     .word_begin;
  bool before = c->content.count && c->content.items[0].begin < q->open &&
                verb_between(a, c->content.items[0].begin, q->open);
  if (score == FIT_CONTENT && q->speech && head && lead && !before)
    keep_quoted(a, c);
  // "said it was over: “We have won.”" goes on; what stood before the cue does
  // not.
  uint32_t end =
      c->content.count ? c->content.items[c->content.count - 1].end : 0;
  bool goes_on = score == FIT_LEADS && end > c->cue && end + 1 == q->open;
  if (score == FIT_LEADS && !goes_on) c->content.count = 0;
  // "called [the vote “a farce”]": with what is called so.
  uint32_t begin = q->begin;
  if (c->cue < q->open && !q->speech && score > FIT_LEADS && names(a, c))
    begin = c->cue_words.end;
  bede_ranges_add(&c->content, goes_on ? end : begin, q->end);
}

// Do the marks hold whole sentences, with nothing beside them?
static bool stands_alone(const bede_attrib *a, const bede_quote *q, uint32_t s0,
                         uint32_t s1)
{
  const bede_doc *doc = a->doc;
  for (uint32_t i = doc->sentences.items[s0].word_begin; i < q->open; i++)
    if (!bede_attrib_punct(doc, i) && a->quote_of[i] == BEDE_NONE) return false;
  for (uint32_t i = last_word(q) + 1; i < doc->sentences.items[s1].word_end;
       i++)
    if (!bede_attrib_punct(doc, i) && a->quote_of[i] == BEDE_NONE) return false;
  return true;
}

static bede_status case_copy(bede_attrib *a, uint32_t from, uint32_t *out)
{
  bede_case copy = a->cases.items[from];
  copy.content.count = 0;
  copy.content_head = BEDE_NONE;
  bede_case *c =
      BEDE_LIST_PUSH(&a->cases, a->doc->arena, BEDE_MAX_ATTRIBUTIONS);
  *out = BEDE_NONE;
  if (!c)
    return a->cases.count == BEDE_MAX_ATTRIBUTIONS ? BEDE_OK : BEDE_ENOMEM;
  *c = copy;
  *out = a->cases.count - 1;
  return BEDE_OK;
}

// A colon that leads to a quotation: the speaker is the first one spoken of in
// the words before, the cue the colon.
static bede_status colon_case(bede_attrib *a, uint32_t sentence, uint32_t colon,
                              uint32_t *out)
{
  const bede_sentence *s = &a->doc->sentences.items[sentence];
  *out = BEDE_NONE;
  for (uint32_t w = s->word_begin; w < colon; w++) {
    const bede_word *word = bede_attrib_at(a, w);
    bool subject = word->deprel == BEDE_REL_NSUBJ ||
                   word->deprel == BEDE_REL_NSUBJ_PASS ||
                   word->deprel == BEDE_REL_ROOT;
    bool paper =
        a->class_document &&
        bede_lexicon_in_class(a->lex, word->lemma_id, a->class_document);
    if (!paper && (word->mention == BEDE_NONE || !subject)) continue;
    bede_case *c =
        BEDE_LIST_PUSH(&a->cases, a->doc->arena, BEDE_MAX_ATTRIBUTIONS);
    if (!c)
      return a->cases.count == BEDE_MAX_ATTRIBUTIONS ? BEDE_OK : BEDE_ENOMEM;
    c->sentence = sentence;
    c->cue = colon;
    c->cue_words = (bede_range){colon, colon + 1};
    c->sources[0] = w;
    c->source_count = 1;
    c->content_head = c->follow = c->under = BEDE_NONE;
    c->stance = BEDE_STANCE_SAYS;
    *out = a->cases.count - 1;
    return BEDE_OK;
  }
  return BEDE_OK;
}

static bool ends_with_colon(const bede_attrib *a, uint32_t sentence)
{
  const bede_sentence *s = &a->doc->sentences.items[sentence];
  return s->word_end > s->word_begin &&
         bede_attrib_form(a->doc, s->word_end - 1, ":");
}

// The sentence before ends with a colon: its last cue that still has no
// content, else its subject.
static bede_status led_case(bede_attrib *a, uint32_t sentence, uint32_t *out)
{
  for (uint32_t i = a->first_case[sentence + 1]; i > a->first_case[sentence];
       i--) {
    const bede_case *c = &a->cases.items[i - 1];
    if (c->dead || c->content.count || !c->source_count) continue;
    *out = i - 1;
    return BEDE_OK;
  }
  return colon_case(a, sentence, a->doc->sentences.items[sentence].word_end - 1,
                    out);
}

// A person or body whose saying goes on: "He rejected this, saying no one had
// asked him. “I was not there.”"
static uint32_t indirect_speaker(const bede_attrib *a, uint32_t sentence)
{
  for (uint32_t i = a->first_case[sentence]; i < a->first_case[sentence + 1];
       i++) {
    const bede_case *c = &a->cases.items[i];
    if (c->dead || !c->source_count || !c->content.count || !c->entry) continue;
    if (c->entry->pos == 'v' && c->stance == BEDE_STANCE_SAYS &&
        bede_attrib_at(a, c->sources[0])->mention != BEDE_NONE)
      return i;
  }
  return BEDE_NONE;
}

static bede_status running_speaker(bede_attrib *a, const running *last,
                                   uint32_t s0, uint32_t *out)
{
  const bede_doc *doc = a->doc;
  *out = BEDE_NONE;
  if (s0 == 0 || doc->sentences.items[s0 - 1].title) return BEDE_OK;
  if (ends_with_colon(a, s0 - 1)) return led_case(a, s0 - 1, out);
  bool same = doc->sentences.items[s0].paragraph ==
              doc->sentences.items[s0 - 1].paragraph;
  if (last->owner != BEDE_NONE && s0 <= last->sentence + BEDE_SPEAKER_REACH) {
    if (a->cases.items[last->owner].content.count == BEDE_MAX_RANGES)
      return case_copy(a, last->owner, out);
    *out = last->owner;
    return BEDE_OK;
  }
  uint32_t from = same ? indirect_speaker(a, s0 - 1) : BEDE_NONE;
  return from == BEDE_NONE ? BEDE_OK : case_copy(a, from, out);
}

static bool same_paragraph(const bede_attrib *a, uint32_t s, uint32_t t)
{
  return a->doc->sentences.items[s].paragraph ==
         a->doc->sentences.items[t].paragraph;
}

static bede_status assign(bede_attrib *a, uint32_t index, running *last)
{
  bede_quote *q = &a->quotes.items[index];
  if (q->begin >= q->end) return BEDE_OK;
  if (q->turn) return bede_turn_case(a, index);
  // Of its first word: a mark may have stayed behind with the sentence before.
  uint32_t s0 = bede_doc_sentence_of(a->doc, q->begin);
  uint32_t s1 = bede_doc_sentence_of(a->doc, last_word(q));
  uint32_t owner, other;
  int score = FIT_NONE;
  owner = best_case(a, q, s0, &score);
  other = s1 != s0 ? best_case(a, q, s1, &score) : BEDE_NONE;
  if (other != BEDE_NONE) owner = other;
  if (owner == BEDE_NONE && s1 + 1 < a->doc->sentences.count &&
      same_paragraph(a, s1, s1 + 1) && q->close != BEDE_NONE)
    owner = best_case(a, q, s1 + 1, &score);
  if (owner == BEDE_NONE && q->previous != BEDE_NONE) {
    owner = a->quotes.items[q->previous].owner;
    score = FIT_BESIDE;
  } else if (owner == BEDE_NONE && q->speech && led_by(a, q, ":")) {
    BEDE_TRY(colon_case(a, s0, q->open - 1, &owner));
    score = FIT_BESIDE;
  } else if (owner == BEDE_NONE && stands_alone(a, q, s0, s1)) {
    BEDE_TRY(running_speaker(a, last, s0, &owner));
    score = FIT_BESIDE;
  }
  if (owner == BEDE_NONE) return BEDE_OK;
  own(a, index, owner, score);
  // The paragraphs before that were left open are the same speech.
  for (uint32_t p = a->quotes.items[index].previous; p != BEDE_NONE;
       p = a->quotes.items[p].previous) {
    if (a->quotes.items[p].owner != BEDE_NONE) break;
    own(a, p, owner, FIT_BESIDE);
  }
  if (score != FIT_INSIDE) {
    last->owner = owner;
    last->sentence = s1 > a->cases.items[owner].sentence
                         ? s1
                         : a->cases.items[owner].sentence;
  }
  return BEDE_OK;
}

bede_status bede_quotes_assign(bede_attrib *a)
{
  running last = {BEDE_NONE, 0};
  for (uint32_t i = 0; i < a->quotes.count; i++)
    BEDE_TRY(assign(a, i, &last));
  return BEDE_OK;
}
