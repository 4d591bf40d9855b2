// Noun phrases by the order of words.
#include "attrib/phrase.h"

#include "base/str.h"

#define ASIDES 3u // words like "however" before a relative pronoun

bool bede_phrase_finite(const bede_attrib *a, uint32_t word)
{
  uint8_t tag = bede_attrib_at(a, word)->xpos;
  return tag == BEDE_XPOS_VBD || tag == BEDE_XPOS_VBZ || tag == BEDE_XPOS_VBP ||
         tag == BEDE_XPOS_MD;
}

bool bede_phrase_holds(const bede_attrib *a, uint32_t word)
{
  switch ((bede_upos)bede_attrib_at(a, word)->upos) {
  case BEDE_UPOS_DET:
  case BEDE_UPOS_ADJ:
  case BEDE_UPOS_NOUN:
  case BEDE_UPOS_PROPN:
  case BEDE_UPOS_PRON:
  case BEDE_UPOS_NUM:
  case BEDE_UPOS_SYM:
  case BEDE_UPOS_PART:
  case BEDE_UPOS_X:
    return !bede_attrib_in(a->doc, word,
                           "not n't to that who whom whose which what it");
  case BEDE_UPOS_ADP:
    return bede_attrib_in(a->doc, word, "of in for from at with like");
  case BEDE_UPOS_ADV: // a name that the tagger does not know
    return bede_is_upper((unsigned char)bede_word_form(a->doc, word).ptr[0]);
  case BEDE_UPOS_CCONJ:
    return bede_attrib_form(a->doc, word, "and");
  default:
    return bede_attrib_form(a->doc, word, "-");
  }
}

// The speaker in words [begin, end): the last noun before a preposition; a word
// with a mention before others.
static uint32_t phrase_speaker(const bede_attrib *a, bede_range r)
{
  uint32_t best = BEDE_NONE;
  bool known = false;
  for (uint32_t i = r.begin; i < r.end; i++) {
    const bede_word *w = bede_attrib_at(a, i);
    if (w->upos == BEDE_UPOS_ADP && best != BEDE_NONE) break;
    if (w->upos == BEDE_UPOS_DET || w->upos == BEDE_UPOS_PART ||
        w->upos == BEDE_UPOS_ADP || w->upos == BEDE_UPOS_CCONJ)
      continue;
    bool has = w->mention != BEDE_NONE;
    if (known && !has) continue;
    best = i;
    known = has;
  }
  return best;
}

// "[The army's spokesman] said".
bede_range bede_phrase_before(const bede_attrib *a, const bede_case *c)
{
  const bede_sentence *s = &a->doc->sentences.items[c->sentence];
  bede_range r = {c->cue_words.begin, c->cue_words.begin};
  // "blasted the council and said": who said it stands further left
  if (r.begin > s->word_begin &&
      bede_attrib_at(a, r.begin - 1)->upos == BEDE_UPOS_CCONJ)
    return r;
  // "On Tuesday night [he] said"
  if (r.begin > s->word_begin &&
      bede_attrib_in(a->doc, r.begin - 1, "he she they we it") &&
      bede_attrib_at(a, r.begin - 1)->xpos == BEDE_XPOS_PRP) {
    r.begin--;
    return r;
  }
  // "Sen. Smith (D-Ohio) said"
  if (r.begin > s->word_begin && bede_attrib_form(a->doc, r.begin - 1, ")"))
    for (uint32_t i = r.begin - 1; i > s->word_begin && i + 8 > r.begin; i--)
      if (bede_attrib_form(a->doc, i, "(")) r.begin = r.end = i;
  while (r.begin > s->word_begin && r.end - r.begin < BEDE_PHRASE_LONGEST &&
         bede_phrase_holds(a, r.begin - 1))
    r.begin--;
  // It does not start with a preposition or "and".
  while (r.begin < r.end &&
         (bede_attrib_at(a, r.begin)->upos == BEDE_UPOS_ADP ||
          bede_attrib_at(a, r.begin)->upos == BEDE_UPOS_CCONJ ||
          bede_attrib_at(a, r.begin)->upos == BEDE_UPOS_PART))
    r.begin++;
  return r;
}

// "said [the army's spokesman]".
bede_range bede_phrase_after(const bede_attrib *a, const bede_case *c)
{
  const bede_sentence *s = &a->doc->sentences.items[c->sentence];
  bede_range r = {c->cue_words.end, c->cue_words.end};
  // "said [retired] Col. Smith", "said [acting] president Smith"
  if (r.end + 1 < s->word_end &&
      (bede_attrib_at(a, r.end)->xpos == BEDE_XPOS_VBN ||
       bede_attrib_at(a, r.end)->xpos == BEDE_XPOS_VBG) &&
      bede_phrase_holds(a, r.end + 1) &&
      bede_attrib_at(a, r.end + 1)->upos != BEDE_UPOS_ADP)
    r.end++;
  while (r.end < s->word_end && r.end - r.begin < BEDE_PHRASE_LONGEST &&
         bede_phrase_holds(a, r.end) &&
         (bede_attrib_at(a, r.end)->upos != BEDE_UPOS_PART ||
          bede_attrib_at(a, r.end)->xpos == BEDE_XPOS_POS))
    r.end++;
  while (r.end > r.begin && bede_attrib_at(a, r.end - 1)->upos == BEDE_UPOS_ADP)
    r.end--;
  // "said of the plan", "put it": no speaker
  if (r.begin < r.end && (bede_attrib_at(a, r.begin)->upos == BEDE_UPOS_ADP ||
                          bede_attrib_in(a->doc, r.begin, "it him them us me")))
    r.end = r.begin;
  return r;
}

static const char not_speakers[] =
    "nothing anything something everything little much so this that no yes";

// "[witnesses] and [hospital workers] said": two side by side, unless what
// stands after "and" goes on with a phrase inside the first ("the ministry of
// health and education").
static void part_speakers(const bede_attrib *a, bede_case *c, bede_range r)
{
  uint32_t mid = r.begin;
  while (mid < r.end && bede_attrib_at(a, mid)->upos != BEDE_UPOS_CCONJ)
    mid++;
  if (mid == r.begin || mid + 1 >= r.end) return;
  uint32_t first = phrase_speaker(a, (bede_range){r.begin, mid});
  uint32_t second = phrase_speaker(a, (bede_range){mid + 1, r.end});
  if (first == BEDE_NONE || second == BEDE_NONE) return;
  bool determined = bede_attrib_at(a, mid + 1)->upos == BEDE_UPOS_DET ||
                    bede_attrib_at(a, mid + 1)->upos == BEDE_UPOS_NUM;
  for (uint32_t i = r.begin; i < mid; i++)
    if (bede_attrib_at(a, i)->upos == BEDE_UPOS_ADP && !determined) return;
  bool plural = bede_attrib_at(a, first)->xpos == BEDE_XPOS_NNS &&
                bede_attrib_at(a, second)->xpos == BEDE_XPOS_NNS;
  if (!determined && !plural) return;
  c->sources[c->source_count++] = first;
  c->sources[c->source_count++] = second;
  c->source_words = (bede_range){0, 0};
}

bool bede_phrase_speaks(const bede_attrib *a, bede_case *c, bede_range r)
{
  uint32_t source = r.begin < r.end ? phrase_speaker(a, r) : BEDE_NONE;
  // "..., said nothing": what is said, not who
  if (source == BEDE_NONE || bede_attrib_in(a->doc, source, not_speakers))
    return false;
  c->source_count = 0;
  c->source_words = r;
  part_speakers(a, c, r);
  if (c->source_count == 0) c->sources[c->source_count++] = source;
  return true;
}

// Words [?, end) that can be one noun phrase.
static bede_range phrase_until(const bede_attrib *a, const bede_case *c,
                               uint32_t end)
{
  const bede_sentence *s = &a->doc->sentences.items[c->sentence];
  bede_range r = {end, end};
  while (r.begin > s->word_begin && r.end - r.begin < BEDE_PHRASE_LONGEST &&
         bede_phrase_holds(a, r.begin - 1))
    r.begin--;
  while (r.begin < r.end &&
         (bede_attrib_at(a, r.begin)->upos == BEDE_UPOS_ADP ||
          bede_attrib_at(a, r.begin)->upos == BEDE_UPOS_CCONJ))
    r.begin++;
  return r;
}

// "..., [the Daily News, a party paper], reported": a phrase and its apposition
// right before the cue.
bede_range bede_phrase_apposed(const bede_attrib *a, const bede_case *c)
{
  bede_range none = {0, 0};
  uint32_t comma = c->cue_words.begin;
  if (comma < 4 || !bede_attrib_form(a->doc, comma - 1, ",")) return none;
  bede_range second = phrase_until(a, c, comma - 1);
  if (second.begin >= second.end || second.begin == 0 ||
      !bede_attrib_form(a->doc, second.begin - 1, ","))
    return none;
  bede_range first = phrase_until(a, c, second.begin - 1);
  if (first.begin >= first.end) return none;
  first.end = second.end;
  return first;
}

// "Smith, a lawyer, [who] came": the noun before a relative pronoun that the
// tree has left without one, or BEDE_NONE.
uint32_t bede_phrase_antecedent(const bede_attrib *a, const bede_case *c,
                                uint32_t pronoun)
{
  const bede_sentence *s = &a->doc->sentences.items[c->sentence];
  uint32_t end = pronoun;
  for (uint32_t i = 0; i < ASIDES && end > s->word_begin; i++) {
    if (bede_attrib_punct(a->doc, end - 1)) end--;
    bede_range r = phrase_until(a, c, end);
    uint32_t head = r.begin < r.end ? phrase_speaker(a, r) : BEDE_NONE;
    if (head != BEDE_NONE && bede_attrib_nominal(a, head) &&
        !bede_attrib_date(a->doc, head))
      return head;
    if (end > s->word_begin) end--; // "however"
  }
  return BEDE_NONE;
}

uint32_t bede_frame_named(const bede_attrib *a, const bede_case *c,
                          uint32_t head)
{
  bede_range r = bede_phrase_after(a, c);
  if (head >= r.begin && head < r.end) return BEDE_NONE;
  head = r.begin < r.end ? phrase_speaker(a, r) : BEDE_NONE;
  return head != BEDE_NONE && bede_attrib_nominal(a, head) ? head : BEDE_NONE;
}

bool bede_phrase_with(const bede_attrib *a, bede_case *c)
{
  bede_range r = bede_phrase_before(a, c);
  uint32_t head = r.begin < r.end ? phrase_speaker(a, r) : BEDE_NONE;
  return head != BEDE_NONE && r.begin > 0 && bede_attrib_nominal(a, head) &&
         bede_attrib_in(a->doc, r.begin - 1,
                        "with \xe2\x80\x93 \xe2\x80\x94 --") &&
         bede_phrase_speaks(a, c, r);
}

// "... and [Ms. Smith] said": a finite verb without a subject in the tree, and
// a phrase between it and the mark or conjunction that begins the clause.
bool bede_phrase_adjacent(const bede_attrib *a, bede_case *c)
{
  if (!bede_phrase_finite(a, c->cue) ||
      bede_attrib_at(a, c->cue)->xpos == BEDE_XPOS_MD)
    return false;
  bede_range r = bede_phrase_before(a, c);
  uint32_t begin = a->doc->sentences.items[c->sentence].word_begin;
  uint32_t head = r.begin < r.end ? phrase_speaker(a, r) : BEDE_NONE;
  if (head == BEDE_NONE || !bede_attrib_nominal(a, head) ||
      bede_attrib_date(a->doc, head) || bede_ranges_has(&c->content, head))
    return false;
  bool clause = r.begin == begin || bede_attrib_punct(a->doc, r.begin - 1) ||
                bede_attrib_at(a, r.begin - 1)->upos == BEDE_UPOS_CCONJ ||
                bede_attrib_at(a, r.begin - 1)->upos == BEDE_UPOS_SCONJ ||
                bede_attrib_in(a->doc, r.begin - 1, "when while where how why");
  return clause && bede_phrase_speaks(a, c, r);
}

// --- a speaker that the tree does not have ---

// "In a letter the party's leader, Ms. Smith, wrote": the name that a comma
// parts from its verb.
static bool name_before_comma(bede_attrib *a, bede_case *c)
{
  uint32_t comma = c->cue_words.begin;
  if (comma < 3 || !bede_attrib_form(a->doc, comma - 1, ",")) return false;
  bede_range r = phrase_until(a, c, comma - 1);
  uint32_t speaker = r.begin < r.end ? phrase_speaker(a, r) : BEDE_NONE;
  return speaker != BEDE_NONE &&
         bede_attrib_at(a, speaker)->mention != BEDE_NONE &&
         !bede_attrib_date(a->doc, speaker) && bede_phrase_speaks(a, c, r);
}

// "In an interview [Smith], who won in May, said": the noun of the relative
// clause that ends at the comma.
static bool described_before_comma(bede_attrib *a, bede_case *c)
{
  uint32_t comma = c->cue_words.begin;
  if (comma < 4 || !bede_attrib_form(a->doc, comma - 1, ",")) return false;
  const bede_sentence *s = &a->doc->sentences.items[c->sentence];
  for (uint32_t i = comma - 1; i-- > s->word_begin + 1;) {
    if (bede_attrib_form(a->doc, i, ",")) return false;
    if (!bede_attrib_form(a->doc, i, "who")) continue;
    uint32_t noun = bede_phrase_antecedent(a, c, i);
    if (noun == BEDE_NONE) return false;
    c->sources[0] = noun;
    c->source_count = 1;
    return true;
  }
  return false;
}

// "[Two sailors] freed on Sunday said": the phrase at the start of the sentence
// with a participle behind it that the tree has for a verb.
static bool leading_speaker(bede_attrib *a, bede_case *c)
{
  const bede_sentence *s = &a->doc->sentences.items[c->sentence];
  bede_range r = {s->word_begin, s->word_begin};
  while (r.end < c->cue_words.begin && bede_phrase_holds(a, r.end))
    r.end++;
  if (r.end == r.begin || r.end >= c->cue_words.begin) return false;
  uint8_t tag = bede_attrib_at(a, r.end)->xpos;
  bool participle = tag == BEDE_XPOS_VBN || tag == BEDE_XPOS_VBD ||
                    tag == BEDE_XPOS_VBG || tag == BEDE_XPOS_JJ;
  bool relative = bede_attrib_in(a->doc, r.end, "who whose");
  for (uint32_t i = r.end + 1; i < c->cue_words.begin; i++)
    if (bede_attrib_punct(a->doc, i) || (!relative && bede_phrase_finite(a, i)))
      return false;
  return (participle || relative) && bede_phrase_speaks(a, c, r);
}

// "[Mr. Smith], who attended, said": the phrase that begins the sentence and is
// parted from its verb by commas.
static bool parted_speaker(bede_attrib *a, bede_case *c)
{
  const bede_sentence *s = &a->doc->sentences.items[c->sentence];
  uint32_t begin = s->word_begin;
  if (begin + 3 > c->cue_words.begin ||
      !bede_attrib_form(a->doc, c->cue_words.begin - 1, ","))
    return false;
  while (begin < c->cue_words.begin &&
         (bede_attrib_punct(a->doc, begin) ||
          bede_attrib_in(a->doc, begin, "however but and meanwhile still yet")))
    begin++;
  bede_range r = {begin, begin};
  while (r.end < c->cue_words.begin && bede_phrase_holds(a, r.end))
    r.end++;
  // A name at the start that is tagged as something else.
  if (r.end == begin &&
      bede_is_upper((unsigned char)bede_word_form(a->doc, begin).ptr[0]))
    r.end++;
  if (r.end + 1 >= c->cue_words.begin ||
      !bede_attrib_form(a->doc, r.end, ",") ||
      bede_attrib_at(a, r.begin)->upos == BEDE_UPOS_ADP)
    return false;
  return bede_phrase_speaks(a, c, r);
}

// The speaker right beside the verb, where the tree has none.
bool bede_frame_speaker(bede_attrib *a, bede_case *c)
{
  uint8_t tag = bede_attrib_at(a, c->cue)->xpos;
  bool perfect = tag == BEDE_XPOS_VBN &&
                 bede_phrase_finite(a, c->cue_words.begin) &&
                 bede_attrib_in(a->doc, c->cue_words.begin, "have");
  if (tag != BEDE_XPOS_VBD && tag != BEDE_XPOS_VBZ && tag != BEDE_XPOS_VBP &&
      !perfect)
    return false;
  bede_range r = bede_phrase_before(a, c);
  if (r.begin >= r.end)
    return parted_speaker(a, c) || leading_speaker(a, c) ||
           described_before_comma(a, c) || name_before_comma(a, c);
  uint32_t head = phrase_speaker(a, r);
  // "Villagers reached by telephone said": inside the speaker's description
  bool inside = r.begin > a->doc->sentences.items[c->sentence].word_begin &&
                (bede_attrib_at(a, r.begin - 1)->upos == BEDE_UPOS_ADP ||
                 bede_attrib_form(a->doc, r.begin - 1, "as"));
  if (bede_attrib_date(a->doc, r.end - 1) || head == BEDE_NONE ||
      !bede_attrib_nominal(a, head))
    return leading_speaker(a, c);
  if (inside)
    return leading_speaker(a, c) ||
           (bede_attrib_at(a, head)->mention != BEDE_NONE &&
            bede_phrase_speaks(a, c, r));
  return !bede_ranges_meet(&c->content, r.begin, r.end) &&
         bede_phrase_speaks(a, c, r);
}
