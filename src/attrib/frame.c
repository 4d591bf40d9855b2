// Frames of speech by the order of words: where a greedy parser fails, commas
// and marks still show who speaks and what is said.
#include "attrib/phrase.h"

#include "base/limits.h"
#include "base/str.h"

#define PARENTHESIS_WORDS 9u // of a speaker and his verb between commas
#define SPEAKER_WORDS 30u    // of a speaker with titles between mark and verb
#define THAT_REACH 16u       // words between a verb and its "that"

// "In the north, which fell in May, ...": a phrase of place or time with the
// only verb in its relative clause.
static bool is_circumstance(const bede_attrib *a, bede_range r)
{
  if (bede_attrib_at(a, r.begin)->upos != BEDE_UPOS_ADP) return false;
  for (uint32_t i = r.begin; i < r.end; i++) {
    const bede_word *w = bede_attrib_at(a, i);
    if (w->upos == BEDE_UPOS_VERB && w->deprel != BEDE_REL_ACL_RELCL &&
        w->deprel != BEDE_REL_ACL && w->deprel != BEDE_REL_AMOD)
      return false;
  }
  return true;
}

static bool take_words(bede_attrib *a, bede_case *c, uint32_t begin,
                       uint32_t end)
{
  bede_range r = bede_range_trim(a->doc, (bede_range){begin, end});
  if (!bede_attrib_verb(a, r.begin, r.end)) return false;
  if (is_circumstance(a, r)) return false;
  bede_ranges_add(&c->content, r.begin, r.end);
  for (uint32_t i = r.begin; i < r.end; i++) {
    uint32_t head = bede_attrib_at(a, i)->head;
    if (head >= r.begin && head < r.end) continue;
    c->content_head = i;
    if (bede_attrib_clause(a->doc, i)) break;
  }
  return true;
}

static bool starts_clause(const bede_attrib *a, uint32_t word)
{
  if (bede_attrib_in(a->doc, word, "both neither either there if whether"))
    return true;
  switch ((bede_upos)bede_attrib_at(a, word)->upos) {
  case BEDE_UPOS_DET:
  case BEDE_UPOS_PRON:
  case BEDE_UPOS_PROPN:
  case BEDE_UPOS_NOUN:
  case BEDE_UPOS_NUM:
  case BEDE_UPOS_ADJ:
    return true;
  default:
    return false;
  }
}

// "told reporters on Friday that ...": the clause after a "that" nearby.
bool bede_frame_that(bede_attrib *a, bede_case *c)
{
  const bede_sentence *s = &a->doc->sentences.items[c->sentence];
  uint32_t end = c->cue + 1 + THAT_REACH;
  if (end > s->word_end) end = s->word_end;
  for (uint32_t i = c->cue_words.end; i < end; i++) {
    const bede_word *w = bede_attrib_at(a, i);
    if ((w->upos == BEDE_UPOS_VERB && w->deprel != BEDE_REL_AMOD &&
         w->deprel != BEDE_REL_ACL) ||
        bede_attrib_in(a->doc, i, ": ;"))
      return false;
    if (!bede_attrib_form(a->doc, i, "that")) continue;
    // "said in one of his messages that the truck was empty": no relative.
    bool clause = w->deprel == BEDE_REL_OBJ && i + 1 < end &&
                  starts_clause(a, i + 1) &&
                  bede_attrib_takes(a, c->entry, BEDE_SLOT_PARATAXIS);
    if (w->deprel != BEDE_REL_MARK && w->upos != BEDE_UPOS_SCONJ && !clause)
      return false;
    return take_words(a, c, i + 1, s->word_end);
  }
  return false;
}

// --- the end of a sentence ---

// After the speaker and the verb nothing follows that could be said.
static bool ends_after(const bede_attrib *a, const bede_case *c, uint32_t word)
{
  const bede_sentence *s = &a->doc->sentences.items[c->sentence];
  for (uint32_t i = word; i < s->word_end; i++) {
    if (bede_attrib_in(a->doc, i, "who whose which") ||
        (i > 0 && bede_attrib_form(a->doc, i - 1, ",") &&
         bede_attrib_at(a, i)->xpos == BEDE_XPOS_VBG))
      return true;
    if (bede_attrib_in(a->doc, i, "that how why whether") ||
        bede_attrib_at(a, i)->upos == BEDE_UPOS_AUX ||
        bede_attrib_at(a, i)->upos == BEDE_UPOS_VERB)
      return false;
  }
  return true;
}

static bool after_comma(const bede_attrib *a, const bede_case *c, uint32_t word)
{
  const bede_sentence *s = &a->doc->sentences.items[c->sentence];
  if (word <= s->word_begin + 2) return false;
  uint32_t quote = a->quote_of[word - 1];
  // "Teachers “know why,” he said": the comma inside the marks of a few words.
  if (quote != BEDE_NONE && quote != a->quote_of[c->cue]) {
    const bede_quote *q = &a->quotes.items[quote];
    return q->close == word - 1 && q->open > s->word_begin &&
           q->end > q->begin && bede_attrib_form(a->doc, q->end - 1, ",");
  }
  return bede_attrib_form(a->doc, word - 1, ",") &&
         quote == a->quote_of[c->cue];
}

// "The minister, a lawyer, denied the charges": what follows a verb that has
// its subject before it is no speaker.
// "..., told reporters": nor what follows a verb that has an addressee. Only
// "asked" takes its speaker there as well.
static bool has_subject_before(const bede_attrib *a, const bede_case *c)
{
  if (bede_attrib_addresses(a, c->entry) &&
      !bede_attrib_lemma(a->doc, c->cue, "ask"))
    return true;
  uint32_t subject = bede_child_by(a->doc, c->cue, BEDE_REL_NSUBJ);
  return subject != BEDE_NONE && subject < c->cue;
}

// "..., the minister said." and "..., said the minister on Friday.": what
// stands before the comma, when nothing but the speaker stands between it and
// the cue.
bool bede_frame_final(bede_attrib *a, bede_case *c)
{
  const bede_sentence *s = &a->doc->sentences.items[c->sentence];
  bede_range speaker = bede_phrase_before(a, c);
  if (speaker.begin < speaker.end) {
    if (!after_comma(a, c, speaker.begin) ||
        !ends_after(a, c, c->cue_words.end))
      return false;
    return take_words(a, c, s->word_begin, speaker.begin) &&
           bede_phrase_speaks(a, c, speaker);
  }
  speaker = bede_phrase_apposed(a, c);
  if (speaker.begin < speaker.end) {
    if (!after_comma(a, c, speaker.begin) ||
        !ends_after(a, c, c->cue_words.end))
      return false;
    return take_words(a, c, s->word_begin, speaker.begin) &&
           bede_phrase_speaks(a, c, speaker);
  }
  // "..., says a daily": this verb has no object, whatever the tree makes of
  // it.
  bool says =
      bede_attrib_lemma(a->doc, c->cue, "say") && bede_phrase_finite(a, c->cue);
  if (!after_comma(a, c, c->cue_words.begin) ||
      (!says && has_subject_before(a, c)))
    return false;
  speaker = bede_phrase_after(a, c);
  if (speaker.begin >= speaker.end || !ends_after(a, c, speaker.end))
    return false;
  return take_words(a, c, s->word_begin, c->cue_words.begin) &&
         bede_phrase_speaks(a, c, speaker);
}

bool bede_frame_follows(const bede_attrib *a, const bede_case *c)
{
  const bede_sentence *s = &a->doc->sentences.items[c->sentence];
  uint32_t begin = c->cue_words.end;
  if (begin >= s->word_end || a->quote_of[begin] != a->quote_of[c->cue] ||
      !bede_phrase_finite(a, c->cue) || !starts_clause(a, begin))
    return false;
  for (uint32_t i = begin; i < s->word_end; i++) {
    if (bede_attrib_punct(a->doc, i) ||
        bede_attrib_in(a->doc, i, "who which whose whom that when where as"))
      return false;
    if (bede_phrase_finite(a, i)) return true;
  }
  return false;
}

// "said it would not": what follows a speaker and his verb; the speaker may be
// parted from a finite verb by a clause of his own ("the men who came said").
bool bede_frame_rest(bede_attrib *a, bede_case *c)
{
  const bede_sentence *s = &a->doc->sentences.items[c->sentence];
  bede_range speaker = bede_phrase_before(a, c);
  uint32_t begin = c->cue_words.end, end = begin;
  if (begin >= s->word_end) return false;
  if (speaker.begin >= speaker.end && !bede_phrase_finite(a, c->cue))
    return false;
  if (a->quotes.count && a->quote_of[begin] != BEDE_NONE) return false;
  if (!starts_clause(a, begin)) return false;
  while (end < s->word_end &&
         !bede_attrib_in(a->doc, end, "; : -- \xe2\x80\x94"))
    end++;
  return take_words(a, c, begin, end);
}

// "The army's version is that ...", "its position remained that ...".
static bool is_that(const bede_attrib *a, const bede_case *c)
{
  uint32_t end = a->doc->sentences.items[c->sentence].word_end;
  uint32_t word = c->cue_words.end;
  if (word < end && bede_attrib_at(a, word)->xpos == BEDE_XPOS_MD) word++;
  return word + 1 < end && bede_attrib_in(a->doc, word, "be remain stay") &&
         bede_attrib_form(a->doc, word + 1, "that");
}

// "no evidence that rebels attacked": after a noun, where the tree has the
// first noun of the clause for a verb.
bool bede_frame_noun(bede_attrib *a, bede_case *c)
{
  const bede_sentence *s = &a->doc->sentences.items[c->sentence];
  uint32_t that = c->cue_words.end;
  if (is_that(a, c)) return bede_frame_that(a, c);
  // "a claim [by the council] that ..."
  if (that < s->word_end && bede_attrib_in(a->doc, that, "by from"))
    for (that++; that < s->word_end && bede_phrase_holds(a, that);)
      that++;
  uint32_t end = that + 1;
  if (end >= s->word_end || !bede_attrib_form(a->doc, that, "that"))
    return false;
  // "the claim that he made", "the claim that angered him"
  if (bede_attrib_at(a, that)->deprel == BEDE_REL_OBJ ||
      bede_attrib_at(a, end)->upos == BEDE_UPOS_AUX)
    return false;
  if (!starts_clause(a, end) && bede_attrib_at(a, end)->xpos != BEDE_XPOS_VBZ)
    return false;
  while (end < s->word_end && !bede_attrib_in(a->doc, end, ", ; :"))
    end++;
  // Two verbs at least: the first one is no verb at all. Behind "by" the tree
  // hangs the clause on the one who claims.
  uint32_t verbs = 0;
  for (uint32_t i = that + 1; i < end; i++)
    if (bede_attrib_at(a, i)->upos == BEDE_UPOS_VERB) verbs++;
  if (verbs < (that == c->cue_words.end ? 2u : 1u)) return false;
  return take_words(a, c, that + 1, end);
}

// --- according to ---

// An apposition between commas belongs to the speaker: "according to X, a
// lawyer, ...".
static uint32_t over_apposition(const bede_attrib *a, const bede_case *c,
                                bede_range speaker)
{
  const bede_sentence *s = &a->doc->sentences.items[c->sentence];
  uint32_t end = speaker.end;
  if (end + 1 >= s->word_end || !bede_attrib_form(a->doc, end, ",")) return end;
  uint32_t head = bede_attrib_phrase_head(a, end + 1, s->word_end);
  const bede_word *w = bede_attrib_at(a, head);
  if (w->deprel != BEDE_REL_APPOS || w->head < speaker.begin ||
      w->head >= speaker.end)
    return end;
  for (uint32_t i = end + 1; i < s->word_end && i < end + BEDE_PHRASE_LONGEST;
       i++)
    if (bede_attrib_form(a->doc, i, ",")) return i;
  return end;
}

// "According to the police, ..." and "..., according to the police.": the rest
// of the sentence.
bool bede_frame_according(bede_attrib *a, bede_case *c)
{
  const bede_sentence *s = &a->doc->sentences.items[c->sentence];
  bede_range speaker = bede_phrase_after(a, c);
  if (speaker.begin >= speaker.end) return false;
  uint32_t begin = c->cue_words.begin, end = over_apposition(a, c, speaker);
  while (begin > s->word_begin &&
         (bede_attrib_punct(a->doc, begin - 1) ||
          bede_attrib_at(a, begin - 1)->upos == BEDE_UPOS_CCONJ))
    begin--;
  bool found = false;
  if (begin == s->word_begin) {
    found = end < s->word_end && bede_attrib_form(a->doc, end, ",") &&
            take_words(a, c, end, s->word_end);
  } else if (ends_after(a, c, end)) {
    found = take_words(a, c, s->word_begin, begin);
  }
  return found && bede_phrase_speaks(a, c, speaker);
}

// --- between commas and beside marks ---

// The end of ", the minister" before another comma, else `comma`.
static uint32_t over_apposed(const bede_attrib *a, const bede_sentence *s,
                             uint32_t comma)
{
  uint32_t end = comma + 1;
  bool relative =
      end < s->word_end && bede_attrib_in(a->doc, end, "who whose which");
  while (end < s->word_end && end < comma + BEDE_PHRASE_LONGEST &&
         (bede_phrase_holds(a, end) ||
          bede_attrib_at(a, end)->upos == BEDE_UPOS_ADP ||
          (relative && !bede_attrib_punct(a->doc, end))))
    end++;
  bool closed = end < s->word_end && bede_attrib_form(a->doc, end, ",");
  return closed && end > comma + 1 ? end : comma;
}

// "..., said the minister, ...": the cue, then the speaker, between commas.
static bool inverted_between(bede_attrib *a, bede_case *c)
{
  const bede_sentence *s = &a->doc->sentences.items[c->sentence];
  uint32_t begin = c->cue_words.begin;
  bede_range speaker = bede_phrase_after(a, c);
  if (!bede_phrase_finite(a, c->cue)) return false; // "left, fearing the cold,"
  if (!after_comma(a, c, begin) || speaker.begin >= speaker.end ||
      speaker.end >= s->word_end || !bede_attrib_form(a->doc, speaker.end, ","))
    return false;
  speaker.end = over_apposed(a, s, speaker.end);
  bede_range rest =
      bede_range_trim(a->doc, (bede_range){speaker.end, s->word_end});
  // "The list, said Ms. Smith, was agreed": its subject before the commas.
  bool parted = rest.begin < rest.end && bede_phrase_finite(a, rest.begin);
  if (!parted && has_subject_before(a, c)) return false;
  if (parted) {
    bede_range before =
        bede_range_trim(a->doc, (bede_range){s->word_begin, begin});
    bede_ranges_add(&c->content, before.begin, before.end);
    c->content_head = rest.begin;
  } else if (!take_words(a, c, s->word_begin, begin)) {
    return false;
  }
  if (bede_attrib_verb(a, rest.begin, rest.end) &&
      bede_attrib_at(a, rest.begin)->upos != BEDE_UPOS_PRON)
    bede_ranges_add(&c->content, rest.begin, rest.end);
  return bede_phrase_speaks(a, c, speaker);
}

// "The talks, officials said, would resume": a speaker and his verb between two
// commas, whatever the tree makes of it.
bool bede_frame_between(bede_attrib *a, bede_case *c)
{
  const bede_sentence *s = &a->doc->sentences.items[c->sentence];
  uint32_t begin = c->cue_words.begin, end = c->cue_words.end;
  if (inverted_between(a, c)) return true;
  c->content.count = 0;
  if (end + 1 >= s->word_end || !bede_attrib_form(a->doc, end, ","))
    return false;
  while (begin > s->word_begin && begin + PARENTHESIS_WORDS > c->cue &&
         bede_attrib_at(a, begin - 1)->upos != BEDE_UPOS_VERB &&
         !bede_attrib_punct(a->doc, begin - 1))
    begin--;
  if (begin == c->cue_words.begin || begin <= s->word_begin + 1 ||
      !bede_attrib_form(a->doc, begin - 1, ",") ||
      a->quote_of[begin - 2] != a->quote_of[c->cue])
    return false;
  uint32_t source = bede_attrib_phrase_head(a, begin, c->cue_words.begin);
  if (!bede_attrib_nominal(a, source) ||
      bede_attrib_form(a->doc, source, "which"))
    return false;
  if (!bede_attrib_verb(a, s->word_begin, begin) &&
      !bede_attrib_verb(a, end, s->word_end))
    return false;
  c->source_count = 0;
  if (!bede_phrase_speaks(a, c, (bede_range){begin, c->cue_words.begin}) ||
      c->source_count == 1) {
    c->sources[0] = source;
    c->source_count = 1;
    c->source_words = (bede_range){0, 0};
  }
  c->content_head =
      bede_attrib_clause_of(a, begin - 2 >= s->word_begin ? begin - 2 : begin);
  bede_range before =
      bede_range_trim(a->doc, (bede_range){s->word_begin, begin - 1});
  bede_range after = bede_range_trim(a->doc, (bede_range){end, s->word_end});
  // "two men who, he said, had paid": what follows is all that he said.
  if (bede_attrib_in(a->doc, begin - 2, "who which whose whom"))
    before.end = before.begin;
  if (before.begin < before.end)
    bede_ranges_add(&c->content, before.begin, before.end);
  if (after.begin < after.end)
    bede_ranges_add(&c->content, after.begin, after.end);
  return c->content.count > 0;
}

// Does a quotation close right before `word`?
static bool mark_closes(const bede_attrib *a, uint32_t word)
{
  if (word == 0 || a->quote_of[word - 1] == BEDE_NONE) return false;
  const bede_quote *q = &a->quotes.items[a->quote_of[word - 1]];
  // "lamented the “sad” state and left": a few words in marks lead to nobody.
  return q->close == word - 1 &&
         (q->speech ||
          (q->end > q->begin && bede_attrib_in(a->doc, q->end - 1, ", . ! ?")));
}

static bool is_speaker(const bede_attrib *a, uint32_t word)
{
  return bede_attrib_nominal(a, word) &&
         bede_attrib_at(a, word)->xpos != BEDE_XPOS_WDT;
}

// "“...,” Mr. Smith, a lawyer, said": the phrase between the mark and the verb.
static uint32_t speaker_before(const bede_attrib *a, const bede_case *c,
                               bede_range *words)
{
  const bede_sentence *s = &a->doc->sentences.items[c->sentence];
  uint32_t begin = c->cue_words.begin;
  bool relative = false;
  for (uint32_t i = 0; i < SPEAKER_WORDS && begin > s->word_begin; i++) {
    if (mark_closes(a, begin)) break;
    begin--;
    relative |= bede_attrib_in(a->doc, begin, "who whose which");
  }
  if (!mark_closes(a, begin) || begin == c->cue_words.begin ||
      bede_attrib_at(a, c->cue_words.begin - 1)->upos == BEDE_UPOS_CCONJ)
    return BEDE_NONE;
  // "“We stay.” The minister said." may have been cut in two.
  if (begin == s->word_begin && c->content.count > 0) return BEDE_NONE;
  // A verb of its own there says that the phrase is a clause.
  if (!relative && bede_attrib_verb(a, begin, c->cue_words.begin))
    return BEDE_NONE;
  *words = bede_range_trim(a->doc, (bede_range){begin, c->cue_words.begin});
  return bede_attrib_phrase_head(a, begin, c->cue_words.begin);
}

// "“...,” said Mr. Smith".
static uint32_t speaker_after(const bede_attrib *a, const bede_case *c)
{
  const bede_sentence *s = &a->doc->sentences.items[c->sentence];
  if (!mark_closes(a, c->cue_words.begin) || c->cue_words.end >= s->word_end)
    return BEDE_NONE;
  bede_range r = bede_phrase_after(a, c);
  if (r.begin >= r.end) return BEDE_NONE;
  return bede_attrib_phrase_head(a, c->cue_words.end, s->word_end);
}

bool bede_frame_quote(bede_attrib *a, bede_case *c)
{
  bede_range words = {0, 0};
  uint32_t source = speaker_before(a, c, &words);
  if (source == BEDE_NONE) {
    source = speaker_after(a, c);
    if (source != BEDE_NONE && !is_speaker(a, source))
      return bede_phrase_speaks(a, c, bede_phrase_after(a, c));
  }
  if (source == BEDE_NONE || !is_speaker(a, source)) return false;
  // Where the tree is whole it draws the source.
  if (bede_attrib_at(a, source)->left < words.begin) c->source_words = words;
  // The speaker taken for the head of what he says.
  if (bede_ranges_has(&c->content, source)) {
    c->content.count = 0;
    c->content_head = BEDE_NONE;
  }
  c->sources[0] = source;
  c->source_count = 1;
  return true;
}
