// How an attribution is drawn: which words around what the tree gives are part
// of its source, its cue and its content. The lines are those of the corpora of
// the field (PARC 3, PolNeAR), so that figures can be compared.
#include "attrib/work.h"

#include "base/error.h"
#include "base/limits.h"

#define CUE_TAIL 8u // words of "in a statement on Friday" after a verb

// --- contents ---

static bool only_marks(const bede_attrib *a, uint32_t begin, uint32_t end)
{
  while (begin < end && bede_attrib_punct(a->doc, begin))
    begin++;
  return begin == end;
}

// The complementiser and the marks around what is quoted belong to the content,
// as the corpora of the field draw it (PARC 3, PolNeAR): "that we stay", “We
// stay,” with the stop before the closing mark.
bede_range bede_draw_content(const bede_attrib *a, bede_range r)
{
  uint32_t last = a->quote_of[r.end - 1], first = a->quote_of[r.begin];
  if (last != BEDE_NONE) {
    const bede_quote *q = &a->quotes.items[last];
    bool whole = r.begin <= q->begin || r.end + 1 >= q->close;
    if (q->close != BEDE_NONE && q->close >= r.end && whole)
      r.end = q->close + 1;
  }
  if (first != BEDE_NONE) {
    const bede_quote *q = &a->quotes.items[first];
    if (!q->turn && q->open < r.begin && only_marks(a, q->open, r.begin))
      r.begin = q->open;
  }
  if (r.begin > 0 && bede_attrib_form(a->doc, r.begin - 1, "that") &&
      bede_attrib_at(a, r.begin - 1)->deprel != BEDE_REL_DET)
    r.begin--;
  return r;
}

// --- cues ---

// "said [in a statement]", "wrote [in a letter]": the end of a phrase that
// names the way of saying, right after the verb; else `word`.
static uint32_t over_medium(const bede_attrib *a, const bede_case *c,
                            uint32_t word, uint32_t end)
{
  uint32_t count = 0;
  if (word + 1 >= end || !bede_attrib_in(a->doc, word, "in on via by through"))
    return word;
  uint32_t noun = bede_attrib_at(a, word)->head;
  if (noun == BEDE_NONE || noun <= word || noun >= end ||
      noun > word + CUE_TAIL || bede_attrib_at(a, noun)->left != word)
    return word;
  (void)bede_lexicon_cues(a->lex, bede_attrib_at(a, noun)->lemma_id, 'n',
                          &count);
  if (count == 0 || bede_ranges_meet(&c->content, word, noun + 1)) return word;
  return noun + 1;
}

// "called [for]", "accused of": the preposition that leads to the content
// stands between the two.
static bool leads_content(const bede_attrib *a, const bede_case *c,
                          uint32_t word)
{
  return c->content.count && c->content.items[0].begin == word + 1 &&
         bede_attrib_at(a, word)->upos == BEDE_UPOS_ADP;
}

static bool is_verb_group(const bede_attrib *a, uint32_t word, uint32_t verb)
{
  const bede_word *w = bede_attrib_at(a, word);
  return w->head == verb &&
         (w->deprel == BEDE_REL_AUX || w->deprel == BEDE_REL_AUX_PASS ||
          w->deprel == BEDE_REL_COP ||
          (w->deprel == BEDE_REL_ADVMOD && w->xpos == BEDE_XPOS_RB));
}

static uint32_t over_group(const bede_attrib *a, const bede_sentence *s,
                           uint32_t begin, uint32_t verb)
{
  while (begin > s->word_begin && is_verb_group(a, begin - 1, verb))
    begin--;
  return begin;
}

// "[refused] to say", "[continued] to insist": the verb that has the infinitive
// for its complement, right before it.
static uint32_t over_control(const bede_attrib *a, const bede_case *c,
                             const bede_sentence *s, uint32_t to)
{
  const bede_word *w = bede_attrib_at(a, c->cue);
  if (to == s->word_begin || w->deprel != BEDE_REL_XCOMP || w->head != to - 1 ||
      bede_attrib_at(a, w->head)->upos != BEDE_UPOS_VERB)
    return to;
  for (uint32_t i = a->first_case[c->sentence];
       i < a->first_case[c->sentence + 1]; i++)
    if (a->cases.items[i].cue == w->head && !a->cases.items[i].dead) return to;
  return over_group(a, s, w->head, w->head);
}

// "[released a statement] saying": the verb whose subject speaks through the
// paper.
static uint32_t over_paper(const bede_attrib *a, const bede_case *c,
                           uint32_t begin)
{
  const bede_word *w = bede_attrib_at(a, c->cue);
  if (w->deprel != BEDE_REL_ACL || w->xpos != BEDE_XPOS_VBG ||
      w->head == BEDE_NONE || w->head + 1 != begin || c->source_count == 0)
    return begin;
  const bede_word *paper = bede_attrib_at(a, w->head);
  if (paper->deprel != BEDE_REL_OBJ || paper->head == BEDE_NONE ||
      paper->head > w->head || paper->head + CUE_TAIL < begin ||
      bede_attrib_at(a, c->sources[0])->head != paper->head ||
      c->sources[0] > paper->head)
    return begin;
  return paper->head;
}

bede_range bede_draw_cue(const bede_attrib *a, const bede_case *c)
{
  const bede_sentence *s = &a->doc->sentences.items[c->sentence];
  bede_range r = c->cue_words;
  bool verb = c->entry && c->entry->pos == 'v';
  if (c->entry && c->entry->pos == 'a')
    r.begin = over_group(a, s, r.begin, c->cue);
  if (verb && r.begin > s->word_begin &&
      bede_attrib_at(a, c->cue)->xpos == BEDE_XPOS_VB &&
      bede_attrib_at(a, r.begin - 1)->xpos == BEDE_XPOS_TO)
    r.begin = over_control(a, c, s, r.begin - 1);
  if (verb) r.begin = over_paper(a, c, r.begin);
  if (verb) r.end = over_medium(a, c, r.end, s->word_end);
  if (r.end < s->word_end && leads_content(a, c, r.end)) r.end++;
  if (verb && r.end < s->word_end && bede_attrib_form(a->doc, r.end, ":"))
    r.end++;
  return r;
}

// --- sources ---

// "Smith, in an interview, said", "said Smith in an email": a phrase with a
// preposition that a comma parts off, or that names a way of saying, tells how
// it was said, not who.
static bool is_circumstance(const bede_attrib *a, uint32_t word)
{
  uint32_t prep = bede_child_by(a->doc, word, BEDE_REL_CASE), count = 0;
  if (prep == BEDE_NONE || prep > word || prep == 0) return false;
  if (bede_attrib_form(a->doc, prep - 1, ",")) return true;
  if (bede_attrib_date(a->doc, word)) return true;
  (void)bede_lexicon_cues(a->lex, bede_attrib_at(a, word)->lemma_id, 'n',
                          &count);
  return count > 0 &&
         bede_attrib_in(a->doc, prep, "in via by during on at through over");
}

// "Smith, speaking later, said": what he was doing.
static bool is_participle_aside(const bede_attrib *a, uint32_t word)
{
  uint8_t tag = bede_attrib_at(a, word)->xpos;
  uint32_t left = bede_attrib_at(a, word)->left;
  while (left < word && bede_attrib_punct(a->doc, left))
    left++;
  bool as = bede_attrib_form(a->doc, left, "as");
  return (tag == BEDE_XPOS_VBG || (tag == BEDE_XPOS_VBN && as)) && left > 0 &&
         bede_attrib_form(a->doc, left - 1, ",");
}

static bool is_outside(const bede_attrib *a, const bede_case *c, uint32_t head,
                       uint32_t word)
{
  switch ((bede_deprel)bede_attrib_at(a, word)->deprel) {
  case BEDE_REL_CONJ:
  case BEDE_REL_CC:
  case BEDE_REL_CASE:
  case BEDE_REL_COP:
  case BEDE_REL_NSUBJ:
  case BEDE_REL_ADVCL:
  case BEDE_REL_DISCOURSE:
  case BEDE_REL_MARK:
    return true;
  case BEDE_REL_ACL:
    if (is_participle_aside(a, word)) return true;
    break;
  case BEDE_REL_NMOD:
  case BEDE_REL_APPOS:
    if (is_circumstance(a, word)) return true;
    break;
  case BEDE_REL_DET: // "the two parties all agree"
    if (word > head) return true;
    break;
  default:
    break;
  }
  return bede_tree_within(a->doc, c->cue, word);
}

// Words of the noun phrase, its appositions and relative clauses: other
// speakers and the clause that holds the cue are no part of it.
static void phrase_words(const bede_attrib *a, const bede_case *c,
                         uint32_t head, bool *in)
{
  const bede_sentence *s = &a->doc->sentences.items[c->sentence];
  bool out[BEDE_MAX_SENTENCE_WORDS];
  bede_attrib_mark(a->doc, c->sentence, head, BEDE_NONE, in);
  for (uint32_t w = bede_attrib_at(a, head)->first_child; w != BEDE_NONE;
       w = bede_attrib_at(a, w)->next_sibling) {
    if (!is_outside(a, c, head, w)) continue;
    bede_attrib_mark(a->doc, c->sentence, w, BEDE_NONE, out);
    for (uint32_t i = 0; i < s->word_end - s->word_begin; i++)
      if (out[i]) in[i] = false;
  }
  for (uint32_t i = s->word_begin; i < s->word_end; i++)
    if ((i >= c->cue_words.begin && i < c->cue_words.end) ||
        bede_ranges_has(&c->content, i))
      in[i - s->word_begin] = false;
  in[head - s->word_begin] = true;
}

// A word of the phrase, or a mark between two words of it.
static bool runs_on(const bede_attrib *a, const bool *in, uint32_t begin,
                    uint32_t word, uint32_t next)
{
  return in[word - begin] ||
         (bede_attrib_punct(a->doc, word) && in[next - begin]);
}

// The words of the phrase around its head: with the closing bracket of what it
// opens, and with the comma that parts a description from the cue.
static bede_range phrase_range(const bede_attrib *a, const bede_case *c,
                               const bool *in, uint32_t head)
{
  const bede_sentence *s = &a->doc->sentences.items[c->sentence];
  uint32_t begin = s->word_begin, last = s->word_end - 1;
  bede_range r = {head, head + 1};
  while (r.begin > begin + 1 && runs_on(a, in, begin, r.begin - 1, r.begin - 2))
    r.begin--;
  if (r.begin == begin + 1 && in[0]) r.begin = begin;
  while (r.end < last && runs_on(a, in, begin, r.end, r.end + 1))
    r.end++;
  if (r.end == last && in[last - begin]) r.end++;
  r = bede_range_trim(a->doc, r);
  if (r.begin < head && bede_attrib_at(a, r.begin)->upos == BEDE_UPOS_CCONJ)
    r.begin++;
  bool open = false, comma = false;
  for (uint32_t i = r.begin; i < r.end; i++) {
    open = bede_attrib_form(a->doc, i, "(") ||
           (open && !bede_attrib_form(a->doc, i, ")"));
    comma |= bede_attrib_form(a->doc, i, ",");
  }
  if (open && r.end <= last && bede_attrib_form(a->doc, r.end, ")")) r.end++;
  if (comma && r.end + 1 == c->cue_words.begin &&
      bede_attrib_form(a->doc, r.end, ","))
    r.end++;
  return r;
}

static bool is_relative(const bede_attrib *a, uint32_t word)
{
  uint8_t tag = bede_attrib_at(a, word)->xpos;
  return tag == BEDE_XPOS_WP || tag == BEDE_XPOS_WDT;
}

// "Smith voiced [his] doubts".
static uint32_t owner_of(const bede_attrib *a, const bede_case *c)
{
  uint32_t owner = bede_child_by(a->doc, c->cue, BEDE_REL_NMOD_POSS);
  return owner != BEDE_NONE && bede_attrib_at(a, owner)->xpos == BEDE_XPOS_PRPS
             ? owner
             : BEDE_NONE;
}

// The relative pronoun that is the subject of the cue's clause, or of the verbs
// above up to the noun `head` ("a man [who] came and told them"); BEDE_NONE.
static uint32_t pronoun_of(const bede_attrib *a, const bede_case *c,
                           uint32_t head)
{
  uint32_t word = c->cue;
  for (uint32_t i = 0; i < BEDE_MAX_ALIAS_WORDS && word != BEDE_NONE; i++) {
    uint32_t who = bede_child_by(a->doc, word, BEDE_REL_NSUBJ);
    if (who == BEDE_NONE)
      who = bede_child_by(a->doc, word, BEDE_REL_NSUBJ_PASS);
    if (who != BEDE_NONE)
      return is_relative(a, who) && who > head &&
                     !bede_ranges_has(&c->content, who)
                 ? who
                 : BEDE_NONE;
    word = bede_attrib_at(a, word)->head;
    if (word == head) return BEDE_NONE;
  }
  return BEDE_NONE;
}

// The source's span: its noun phrase with appositions and relative clauses.
bede_status bede_source_spans(bede_attrib *a, const bede_case *c, uint32_t head,
                              bede_spans *out)
{
  bool in[BEDE_MAX_SENTENCE_WORDS];
  bede_range r, found = c->source_words;
  phrase_words(a, c, head, in);
  r = phrase_range(a, c, in, head);
  // What the order of words has found, unless the tree has more around it.
  if (found.begin < found.end && (found.begin < r.begin || found.end > r.end))
    r = found;
  if (r.begin >= r.end) r = (bede_range){head, head + 1}; // marks and markers
  bede_span *span = BEDE_LIST_PUSH(out, a->doc->arena, BEDE_MAX_RANGES);
  if (!span) return BEDE_ENOMEM;
  *span = bede_attrib_span(a->doc, r.begin, r.end);
  // "a driver [who] said": the pronoun that stands for him is his as well.
  uint32_t who = pronoun_of(a, c, head);
  if (who == BEDE_NONE && c->entry && c->entry->pos == 'n')
    who = owner_of(a, c);
  if (who == BEDE_NONE || who < r.end) return BEDE_OK;
  span = BEDE_LIST_PUSH(out, a->doc->arena, BEDE_MAX_RANGES);
  if (!span) return BEDE_ENOMEM;
  *span = bede_attrib_span(a->doc, who, who + 1);
  return BEDE_OK;
}
