// Where a content ends. A greedy parser hangs the last phrases of a long clause
// on the verb of saying as easily as on the clause, and takes the first ones
// for an object of it; the order of words and the commas correct that.
#include "attrib/work.h"

#include <string.h>

#include "base/limits.h"

// --- the first word ---

// Words that may stand between a cue and its content without being part of it:
// when and where it was said, to whom, and how.
static bool is_aside(const bede_attrib *a, const bede_case *c, uint32_t word)
{
  const bede_word *w = bede_attrib_at(a, word);
  for (uint32_t i = 0; i < c->source_count; i++)
    if (c->sources[i] == word) return true;
  switch ((bede_deprel)w->deprel) {
  case BEDE_REL_OBL:
  case BEDE_REL_OBL_UNMARKED:
  case BEDE_REL_OBL_AGENT:
  case BEDE_REL_ADVMOD:
  case BEDE_REL_IOBJ:
  case BEDE_REL_NSUBJ:
  case BEDE_REL_NMOD_UNMARKED:
  case BEDE_REL_COMPOUND_PRT:
  case BEDE_REL_ADVCL:
  case BEDE_REL_PUNCT:
    return true;
  case BEDE_REL_OBJ: // "told reporters it was over"
    return bede_attrib_addresses(a, c->entry);
  default:
    return false;
  }
}

// "said [the worst of it] was over": an object of a verb that takes a clause is
// the clause's subject.
static void left_edge(const bede_attrib *a, bede_case *c)
{
  bede_range *first = &c->content.items[0];
  uint32_t word = c->cue_words.end;
  if (first->begin <= word) return;
  for (uint32_t i = word; i < first->begin; i++)
    if (bede_attrib_punct(a->doc, i) || bede_attrib_form(a->doc, i, "that"))
      return;
  for (uint32_t w = bede_attrib_at(a, c->cue)->first_child; w != BEDE_NONE;
       w = bede_attrib_at(a, w)->next_sibling) {
    if (w < word || w >= first->begin) continue;
    if (is_aside(a, c, w)) return;
  }
  bede_ranges_add(&c->content, word, first->begin);
}

// --- the last word ---

// The largest subtree that starts at the word and lies after it.
static uint32_t group_top(const bede_attrib *a, uint32_t word)
{
  uint32_t top = word;
  for (uint32_t i = 0; i < BEDE_MAX_SENTENCE_WORDS; i++) {
    uint32_t head = bede_attrib_at(a, top)->head;
    if (head == BEDE_NONE || bede_attrib_at(a, head)->left < word) break;
    top = head;
  }
  return top;
}

static bool has_subject(const bede_attrib *a, uint32_t word)
{
  return bede_child_by(a->doc, word, BEDE_REL_NSUBJ) != BEDE_NONE ||
         bede_child_by(a->doc, word, BEDE_REL_NSUBJ_PASS) != BEDE_NONE ||
         bede_child_by(a->doc, word, BEDE_REL_EXPL) != BEDE_NONE;
}

static bool has_modal(const bede_attrib *a, uint32_t word)
{
  uint32_t aux = bede_child_by(a->doc, word, BEDE_REL_AUX);
  return aux != BEDE_NONE && bede_attrib_at(a, aux)->xpos == BEDE_XPOS_MD;
}

// Does the group go on with what is said? A second verb without a subject of
// its own goes on with what the speaker did ("said it was over and left"), but
// not with a modal ("said it was over and would not be repeated").
static bool goes_on(const bede_attrib *a, const bede_case *c, uint32_t top)
{
  const bede_word *w = bede_attrib_at(a, top);
  if (w->deprel == BEDE_REL_CONJ && w->head == c->cue)
    return has_subject(a, top) || has_modal(a, top);
  return w->deprel != BEDE_REL_PARATAXIS;
}

static bool is_break(const bede_attrib *a, uint32_t word)
{
  // The hyphen of "al-Nur" parts nothing.
  if (word > 0 && bede_attrib_form(a->doc, word, "-") &&
      !(a->doc->words.items[word - 1].flags & BEDE_WORD_SPACE_AFTER))
    return false;
  return bede_attrib_in(a->doc, word, "; -- - \xe2\x80\x94 \xe2\x80\x93") &&
         bede_attrib_punct(a->doc, word);
}

static bool comma_goes_on(const bede_attrib *a, uint32_t word, uint32_t end)
{
  if (word >= end) return false;
  // "said it was over, and that nobody was hurt"
  if (bede_attrib_at(a, word)->upos == BEDE_UPOS_CCONJ && word + 1 < end &&
      bede_attrib_form(a->doc, word + 1, "that"))
    return true;
  uint8_t tag = bede_attrib_at(a, word)->xpos;
  return tag == BEDE_XPOS_WDT || tag == BEDE_XPOS_WP || tag == BEDE_XPOS_WPS;
}

// Marks that a clause runs over: a hyphen, marks around a few words of it.
static bool runs_over(const bede_attrib *a, uint32_t word)
{
  if (!bede_attrib_punct(a->doc, word)) return true;
  uint32_t quote = a->quote_of[word];
  if (quote != BEDE_NONE) return !a->quotes.items[quote].speech;
  return bede_attrib_in(a->doc, word, "- \xe2\x80\x93 ' \xe2\x80\x99") &&
         !(a->doc->words.items[word].flags & BEDE_WORD_SPACE_AFTER);
}

static void right_edge(const bede_attrib *a, bede_case *c, bool cut)
{
  const bede_sentence *s = &a->doc->sentences.items[c->sentence];
  uint32_t begin = c->content.items[c->content.count - 1].end, end = begin;
  while (end < s->word_end) {
    if (!runs_over(a, end)) {
      if (!(bede_attrib_form(a->doc, end, ",") || is_break(a, end)) ||
          a->quote_of[end] != BEDE_NONE ||
          !comma_goes_on(a, end + 1, s->word_end))
        break;
      end++;
      continue;
    }
    uint32_t top = group_top(a, end);
    if (!(cut && end == begin) && !goes_on(a, c, top)) break;
    uint32_t right = bede_attrib_at(a, top)->right;
    uint32_t stop = right >= end && right < s->word_end ? right + 1 : end + 1;
    // Never over a comma that the group itself has.
    for (end++; end < stop && runs_over(a, end);)
      end++;
  }
  bede_range r = bede_range_trim(a->doc, (bede_range){begin, end});
  if (r.end > begin) bede_ranges_add(&c->content, begin, r.end);
}

static bool is_finite(const bede_attrib *a, uint32_t word)
{
  switch ((bede_xpos)bede_attrib_at(a, word)->xpos) {
  case BEDE_XPOS_VBD:
  case BEDE_XPOS_VBZ:
  case BEDE_XPOS_VBP:
  case BEDE_XPOS_MD:
    return true;
  default:
    return false;
  }
}

// "claiming [the acts] were lawful": an object right before a finite verb is
// its subject.
static bool is_cut_clause(const bede_attrib *a, const bede_case *c)
{
  const bede_sentence *s = &a->doc->sentences.items[c->sentence];
  uint32_t end = c->content.items[c->content.count - 1].end;
  return bede_attrib_at(a, c->content_head)->deprel == BEDE_REL_OBJ &&
         bede_attrib_takes(a, c->entry, BEDE_SLOT_CCOMP) && end < s->word_end &&
         is_finite(a, end);
}

void bede_content_edges(const bede_attrib *a, bede_case *c)
{
  if (c->content.items[0].begin < c->cue_words.end) return;
  if (is_cut_clause(a, c)) {
    right_edge(a, c, true);
    return;
  }
  if (!bede_attrib_clause(a->doc, c->content_head) ||
      bede_attrib_at(a, c->content_head)->deprel != BEDE_REL_CCOMP)
    return;
  left_edge(a, c);
  right_edge(a, c, false);
}

// --- where another speaker begins ---

// The first word of what a case brings along: cue and sources.
static uint32_t case_begin(const bede_attrib *a, const bede_case *c)
{
  uint32_t begin = c->cue_words.begin;
  for (uint32_t i = 0; i < c->source_count; i++) {
    uint32_t left = bede_attrib_at(a, c->sources[i])->left;
    if (left < begin) begin = left;
  }
  return begin;
}

// The word before which an earlier content has to stop: the dash or semicolon
// that leads to this case, or the "compared to" before another's figure.
static uint32_t break_before(const bede_attrib *a, const bede_case *c)
{
  const bede_sentence *s = &a->doc->sentences.items[c->sentence];
  uint32_t begin = case_begin(a, c);
  if (begin <= s->word_begin + 1 || c->source_count == 0) return BEDE_NONE;
  if (is_break(a, begin - 1)) return begin - 1;
  // "12 said no, [9 said] yes": side by side, whatever the first one holds.
  uint8_t rel = bede_attrib_at(a, c->cue)->deprel;
  if (c->entry->pos == 'v' && bede_attrib_form(a->doc, begin - 1, ",") &&
      begin < c->cue_words.begin &&
      (rel == BEDE_REL_CONJ || rel == BEDE_REL_PARATAXIS) &&
      c->content.count > 0 && c->content.items[0].begin > c->cue)
    return begin - 1;
  // "... and the police said": another speaker after a conjunction.
  if (c->entry->pos == 'v' &&
      (bede_attrib_at(a, begin - 1)->upos == BEDE_UPOS_CCONJ ||
       bede_attrib_in(a->doc, begin - 1, "while whereas")))
    return begin - 1;
  if (c->entry->pos == 'n') {
    begin = bede_attrib_at(a, c->cue)->left;
    for (uint32_t i = begin; i > s->word_begin && i + 3 > begin; i--)
      if (bede_attrib_in(a->doc, i, "compare versus")) return i;
    return BEDE_NONE;
  }
  for (uint32_t i = begin; i > s->word_begin && i + BEDE_GAP_WORDS > begin; i--)
    if (is_break(a, i)) return bede_attrib_verb(a, i, begin) ? BEDE_NONE : i;
  return BEDE_NONE;
}

// A colon that leads to a quotation ends what was said in other words: "called
// it unfair: “We were not asked.”"
static void cut_at_colons(bede_attrib *a, uint32_t sentence)
{
  const bede_sentence *s = &a->doc->sentences.items[sentence];
  for (uint32_t w = s->word_begin + 1; w < s->word_end; w++) {
    uint32_t quote = a->quote_of[w];
    if (quote == BEDE_NONE || a->quotes.items[quote].open != w ||
        !a->quotes.items[quote].speech || !bede_attrib_form(a->doc, w - 1, ":"))
      continue;
    for (uint32_t i = a->first_case[sentence]; i < a->cases.count; i++) {
      bede_case *c = &a->cases.items[i];
      if (c->cue < w && c->content.count && c->content.items[0].begin < w - 1)
        bede_ranges_cut(a->doc, &c->content, w - 1);
    }
  }
}

// "said he was poor and asked how to pay": a second cue of the same form
// without a subject of its own is the same speaker's.
static void part_coordinated(bede_attrib *a, bede_case *c, bede_case *next)
{
  uint32_t begin = next->cue_words.begin;
  if (c->entry->pos != 'v' || next->entry->pos != 'v' || begin == 0 ||
      c->source_count == 0 ||
      bede_attrib_at(a, begin - 1)->upos != BEDE_UPOS_CCONJ ||
      has_subject(a, next->cue) || a->quote_of[begin] != BEDE_NONE ||
      !bede_attrib_same_form(a, c->cue, next->cue) ||
      !bede_ranges_has(&c->content, next->cue))
    return;
  bede_ranges_cut(a->doc, &c->content, begin - 1);
  memcpy(next->sources, c->sources, sizeof next->sources);
  next->source_count = c->source_count;
  next->source_words = c->source_words;
}

// "Asked whether he would go, he left": a participle that leads the sentence
// ends with its comma.
static void part_leading(const bede_attrib *a, bede_case *c)
{
  const bede_sentence *s = &a->doc->sentences.items[c->sentence];
  uint8_t tag = bede_attrib_at(a, c->cue)->xpos;
  if (c->cue != s->word_begin || c->content.count == 0 ||
      (tag != BEDE_XPOS_VBG && tag != BEDE_XPOS_VBN &&
       !bede_attrib_passive(a, c->cue)))
    return;
  for (uint32_t w = c->content.items[0].begin; w < s->word_end; w++) {
    if (!bede_attrib_form(a->doc, w, ",") || a->quote_of[w] != BEDE_NONE)
      continue;
    bede_ranges_cut(a->doc, &c->content, w);
    return;
  }
}

// "[A fighter told them that ...], the paper said": the second verb has the
// first one's clause for its content, so the first has no words beyond its
// comma, whatever the tree makes of it.
static void part_mutual(bede_attrib *a, bede_case *c, const bede_case *last)
{
  uint32_t begin = case_begin(a, last);
  bool says = last->entry->pos == 'v' || last->entry->pos == 'p';
  if (c->entry->pos != 'v' || !says || last->cue < c->cue || begin <= c->cue ||
      !bede_ranges_has(&last->content, c->cue) ||
      !bede_ranges_has(&c->content, last->cue))
    return;
  bede_ranges_cut(a->doc, &c->content, begin);
  if (c->content.count > 0 && c->content.items[0].begin < begin) return;
  c->content.count = 0;
  c->content_head = BEDE_NONE;
  if (bede_frame_that(a, c)) bede_ranges_cut(a->doc, &c->content, begin);
}

void bede_contents_bound(bede_attrib *a, uint32_t sentence)
{
  uint32_t first = a->first_case[sentence];
  if (a->quotes.count) cut_at_colons(a, sentence);
  for (uint32_t i = first; i < a->cases.count; i++) {
    part_leading(a, &a->cases.items[i]);
    if (i + 1 < a->cases.count)
      part_coordinated(a, &a->cases.items[i], &a->cases.items[i + 1]);
  }
  for (uint32_t k = first; k < a->cases.count; k++)
    for (uint32_t i = first; i < k; i++)
      part_mutual(a, &a->cases.items[i], &a->cases.items[k]);
  for (uint32_t k = first; k < a->cases.count; k++) {
    const bede_case *other = &a->cases.items[k];
    uint32_t at = break_before(a, other);
    if (at == BEDE_NONE || a->quote_of[at] != BEDE_NONE) continue;
    for (uint32_t i = first; i < a->cases.count; i++) {
      bede_case *c = &a->cases.items[i];
      if (i == k || c->cue > at) continue;
      if (bede_ranges_has(&c->content, other->cue))
        bede_ranges_cut(a->doc, &c->content, at);
    }
  }
}
