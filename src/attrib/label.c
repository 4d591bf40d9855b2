// Loaded words: the phrase and the noun that it is put on, by what it is put,
// and the words in marks that quote nobody. A label never touches a claim's
// type, score or certainty.
#include "attrib/naming.h"

#include <string.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/str.h"

enum {
  MAX_SCARE = 4,   // words between marks that quote nobody
  MAX_BEFORE = 3,  // words before them that can say they are a name
  MAX_PHRASE = 12, // words of the name that a verb gives
  MAX_TITLED = 8,  // quotations of headlines that are looked up
  CLIMB = 3        // steps from marked words up to a cue
};

typedef struct labeller {
  bede_attrib *a;
  bede_doc *doc;
  bede_namer namer;
  uint32_t topic, verb, marked, marks, human, deed, everyday; // classes
  uint32_t play[2]; // ... of words of sport and film
  uint32_t played;  // the sentence that `plays` is of
  uint32_t plays;   // how many it has
  uint32_t titled;  // quotations of headlines so far
} labeller;

// --- the noun phrase ---

static bool is_quote_mark(const labeller *m, uint32_t word)
{
  uint32_t q = m->a->quote_of[word];
  return q != BEDE_NONE && (word == m->a->quotes.items[q].open ||
                            word == m->a->quotes.items[q].close);
}

// Nothing but modifiers stands between.
static bool one_phrase(const labeller *m, uint32_t begin, uint32_t end)
{
  for (uint32_t i = begin; i < end; i++) {
    switch ((bede_upos)m->doc->words.items[i].upos) {
    case BEDE_UPOS_ADJ:
    case BEDE_UPOS_NOUN:
    case BEDE_UPOS_PROPN:
    case BEDE_UPOS_CCONJ:
      break;
    default:
      if (!bede_attrib_in(m->doc, i, "- 's \xE2\x80\x99s") &&
          !is_quote_mark(m, i))
        return false;
    }
  }
  return true;
}

// "the people's court", no owner but a kind of court.
static bool is_kind(const bede_doc *doc, uint32_t word)
{
  const bede_word *w = &doc->words.items[word];
  return w->deprel == BEDE_REL_NMOD_POSS && w->upos == BEDE_UPOS_NOUN &&
         w->head == word + 2 && bede_attrib_in(doc, word, "people");
}

// Up from a modifier to the noun it is put on.
static uint32_t modified_noun(const labeller *m, uint32_t word, uint32_t end)
{
  const bede_doc *doc = m->doc;
  for (uint32_t i = 0; i < BEDE_MAX_ALIAS_WORDS; i++) {
    const bede_word *w = &doc->words.items[word];
    bool modifier = w->deprel == BEDE_REL_AMOD ||
                    w->deprel == BEDE_REL_COMPOUND ||
                    w->deprel == BEDE_REL_NMOD_DESC ||
                    (w->deprel == BEDE_REL_CONJ && w->upos == BEDE_UPOS_ADJ) ||
                    is_kind(doc, word);
    if (!modifier || w->head >= end || w->head == BEDE_NONE) break;
    uint8_t pos = doc->words.items[w->head].upos;
    if (pos != BEDE_UPOS_NOUN && pos != BEDE_UPOS_PROPN && pos != BEDE_UPOS_ADJ)
      break;
    if (w->head < word &&
        (w->deprel != BEDE_REL_CONJ || !one_phrase(m, w->head + 1, word)))
      break;
    if (w->head > word && !one_phrase(m, word + 1, w->head)) break;
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

// The word of [begin, end) that hangs outside of it, when there is but one.
static uint32_t range_head(const bede_doc *doc, uint32_t begin, uint32_t end)
{
  uint32_t head = BEDE_NONE;
  for (uint32_t i = begin; i < end; i++) {
    const bede_word *w = &doc->words.items[i];
    if (bede_attrib_punct(doc, i)) continue;
    if (w->head != BEDE_NONE && w->head >= begin && w->head < end) continue;
    if (head != BEDE_NONE) return BEDE_NONE;
    head = i;
  }
  return head;
}

// --- what only looks like a label ---

static bool has_capital(const bede_doc *doc, uint32_t word)
{
  return bede_is_upper((unsigned char)bede_word_form(doc, word).ptr[0]);
}

// The word beside, over the mark of a possessive.
static bool capital_beside(const bede_doc *doc, const bede_sentence *s,
                           uint32_t word, int step)
{
  uint32_t at = word + (uint32_t)step;
  if (at < s->word_end && at >= s->word_begin &&
      doc->words.items[at].xpos == BEDE_XPOS_POS)
    at += (uint32_t)step;
  return at >= s->word_begin && at < s->word_end && has_capital(doc, at) &&
         bede_word_form(doc, at).len > 1;
}

// A word of a name is no label: the "sham" of al-Sham, "Martyrs' Square", the
// "Patriotic Front". In a headline all words may have capitals.
static bool in_name(const bede_doc *doc, const bede_sentence *s, uint32_t begin,
                    uint32_t end)
{
  bede_span span = bede_attrib_span(doc, begin, end);
  if (!has_capital(doc, begin)) {
    for (uint32_t i = begin; i < end; i++)
      if (doc->words.items[i].upos != BEDE_UPOS_PROPN) return false;
  }
  for (uint32_t w = s->word_begin; w < s->word_end; w++) {
    uint32_t k = doc->words.items[w].mention;
    if (k == BEDE_NONE) continue;
    const bede_mention *mention = &doc->mentions.items[k];
    if (mention->type == BEDE_MENTION_NAME &&
        mention->span.begin <= span.begin && mention->span.end >= span.end &&
        mention->span.end - mention->span.begin > span.end - span.begin)
      return true;
  }
  if (s->title || !has_capital(doc, begin)) return false;
  if (capital_beside(doc, s, end - 1, 1))
    return begin > s->word_begin || has_capital(doc, end - 1);
  return begin > s->word_begin && capital_beside(doc, s, begin, -1);
}

// "a terrorism law", "war crimes judges": the matter of what follows.
static bool is_topic(const labeller *m, uint32_t last, uint32_t end)
{
  const bede_word *w = &m->doc->words.items[last];
  bool noun = w->upos == BEDE_UPOS_NOUN || w->upos == BEDE_UPOS_PROPN ||
              bede_attrib_in(m->doc, last, "terrorist terror");
  return noun && last + 1 < end && w->head != BEDE_NONE && w->head > last &&
         (w->deprel == BEDE_REL_COMPOUND || w->deprel == BEDE_REL_AMOD) &&
         bede_attrib_class(m->a, w->head, m->topic);
}

static bool is_play_word(const labeller *m, uint32_t word)
{
  return bede_attrib_class(m->a, word, m->play[0]) ||
         bede_attrib_class(m->a, word, m->play[1]);
}

// Is the sentence about a match or a film, but for the noun that is judged?
static bool is_play(labeller *m, uint32_t sentence, uint32_t noun)
{
  const bede_sentence *s = &m->doc->sentences.items[sentence];
  if (m->played != sentence) {
    m->played = sentence;
    m->plays = 0;
    for (uint32_t w = s->word_begin; w < s->word_end; w++)
      m->plays += is_play_word(m, w);
  }
  return m->plays > (is_play_word(m, noun) ? 1u : 0u);
}

// A verb is a label by itself only where it judges ("liberated"): "braved the
// cold" does not.
static bool is_other_word(const labeller *m, uint32_t begin, uint32_t end)
{
  const bede_word *w = &m->doc->words.items[end - 1];
  if (w->upos == BEDE_UPOS_AUX) return true; // "would be"
  if (end - begin > 1) return false;
  switch ((bede_upos)w->upos) {
  case BEDE_UPOS_ADJ:
  case BEDE_UPOS_NOUN:
  case BEDE_UPOS_PROPN:
  case BEDE_UPOS_X:
    return false;
  case BEDE_UPOS_VERB:
    return w->deprel != BEDE_REL_AMOD &&
           !bede_attrib_class(m->a, begin, m->verb);
  default:
    return true;
  }
}

static bool in_classes(const labeller *m, const bede_lex_label *l,
                       uint32_t word)
{
  for (uint32_t i = 0; i < BEDE_LABEL_CLASSES && l->classes[i]; i++)
    if (bede_attrib_class(m->a, word, l->classes[i])) return true;
  return !l->of_act && m->doc->words.items[word].mention != BEDE_NONE;
}

// Some words judge only beside a noun of some kind, or as nouns themselves: "a
// radical group", "the radicals", no "radical reform".
static bool fits(const labeller *m, const bede_lex_label *l, uint32_t last,
                 uint32_t head, const bede_naming *naming)
{
  if (!l->classes[0]) return true;
  if (head != last) return in_classes(m, l, head);
  uint8_t pos = m->doc->words.items[last].upos;
  if (pos == BEDE_UPOS_NOUN || pos == BEDE_UPOS_PROPN) return !l->of_act;
  return naming->on != BEDE_NONE && naming->on != last &&
         in_classes(m, l, naming->on);
}

// An adjective of people put on what they do: "a terrorist plot", "the raid was
// cowardly".
static bool is_deed(const labeller *m, uint32_t noun)
{
  if (bede_attrib_class(m->a, noun, m->deed)) return true;
  return m->doc->words.items[noun].mention == BEDE_NONE &&
         !bede_attrib_class(m->a, noun, m->human);
}

static bool of_act(const labeller *m, const bede_lex_label *l, uint32_t last,
                   uint32_t head, const bede_naming *naming)
{
  if (l->of_act) return true;
  if (head != last) return is_deed(m, head);
  uint8_t pos = m->doc->words.items[last].upos;
  return pos == BEDE_UPOS_ADJ && naming->on != BEDE_NONE &&
         naming->on != last && is_deed(m, naming->on);
}

// --- labels ---

typedef struct found {
  uint32_t begin, end, head; // words
  const char *tone;
  bool of_act;
  bede_naming naming;
  bede_ref ref;
} found;

static bede_status label_add(labeller *m, uint32_t sentence, const found *f)
{
  bede_doc *doc = m->doc;
  bede_label *last =
      doc->labels.count ? &doc->labels.items[doc->labels.count - 1] : NULL;
  bede_span span = bede_attrib_span(doc, f->begin, f->end);
  // "terrorist and extremist groups": one label on one noun.
  if (last && last->span.end > span.begin) {
    if (span.end > last->span.end) last->span.end = span.end;
    return BEDE_OK;
  }
  bede_label *l = BEDE_LIST_PUSH(&doc->labels, doc->arena, BEDE_MAX_MENTIONS);
  if (!l) return BEDE_ENOMEM;
  l->span = span;
  l->entity = BEDE_NONE;
  l->on = f->of_act ? BEDE_NONE : f->naming.on;
  l->by = f->naming.by;
  l->owner = BEDE_NONE;
  l->outside = f->naming.how == BEDE_PUT_DOUBTED;
  l->quoted = m->a->quote_of[f->head] != BEDE_NONE;
  l->of_act = f->of_act;
  l->tone = f->tone;
  l->ref = f->ref;
  if (l->by == BEDE_NONE || l->outside || f->naming.how == BEDE_PUT_PLAIN)
    return BEDE_OK;
  bede_range words = {f->begin, f->end};
  return bede_naming_case(&m->namer, sentence, l->by, f->head, words);
}

// Marks that stand around the end of the label belong to it: self-styled
// "emirate".
static uint32_t with_mark(const labeller *m, uint32_t begin, uint32_t end,
                          uint32_t limit)
{
  uint32_t q = m->a->quote_of[end - 1];
  if (q == BEDE_NONE) return end;
  const bede_quote *quote = &m->a->quotes.items[q];
  bool inside = quote->open >= begin && quote->close != BEDE_NONE;
  return inside && quote->close < limit ? quote->close + 1 : end;
}

static const char *tone_of(const bede_lex_label *l, const bede_naming *naming)
{
  switch (naming->how) {
  case BEDE_PUT_LEGAL:
    return bede_label_tone(BEDE_TONE_LEGAL);
  case BEDE_PUT_SELF:
    return bede_label_tone(BEDE_TONE_SELF);
  default:
    return bede_label_tone(l->tone);
  }
}

// A cue that only speaks of its object quotes it as the report does: "voted for
// the “reform”".
static bool only_speaks_of(const bede_case *c)
{
  return c->entry && (c->entry->flags & BEDE_CUE_TOPIC);
}

static bool is_quoted(const labeller *m, const bede_quote *q)
{
  return q->owner != BEDE_NONE && !only_speaks_of(&m->a->cases.items[q->owner]);
}

// Between marks that no cue claims?
static bool unowned(const labeller *m, uint32_t word)
{
  uint32_t q = m->a->quote_of[word];
  return q != BEDE_NONE && !is_quoted(m, &m->a->quotes.items[q]);
}

// The case whose cue the marked words are an argument of: "blamed “hooligans”";
// or NULL.
static const bede_case *case_above(const labeller *m, uint32_t sentence,
                                   uint32_t word)
{
  const bede_attrib *a = m->a;
  for (uint32_t i = 0; i < CLIMB && word != BEDE_NONE; i++) {
    for (uint32_t k = a->first_case[sentence]; k < a->first_case[sentence + 1];
         k++) {
      const bede_case *c = &a->cases.items[k];
      if (c->cue == word && !c->dead && c->source_count) return c;
    }
    word = bede_attrib_at(a, word)->head;
  }
  return NULL;
}

// The longest phrase that does not end in a verb: "terrorists attacked" is no
// attack of terrorists.
static const bede_lex_label *phrase_at(const labeller *m, uint32_t word,
                                       uint32_t end, uint32_t *len)
{
  const bede_lex_label *l =
      bede_lexicon_label_at(m->a->lex, m->doc, word, end, len);
  while (l && *len > 1) {
    const bede_word *last = &m->doc->words.items[word + *len - 1];
    if (last->upos != BEDE_UPOS_VERB || last->deprel == BEDE_REL_AMOD) break;
    l = bede_lexicon_label_at(m->a->lex, m->doc, word, word + *len - 1, len);
  }
  return l;
}

// The label that starts at `word`; *len gets how many words to go on.
static bede_status label_at(labeller *m, uint32_t sentence, uint32_t word,
                            uint32_t *len)
{
  const bede_doc *doc = m->doc;
  const bede_sentence *s = &doc->sentences.items[sentence];
  const bede_lex_label *l = phrase_at(m, word, s->word_end, len);
  if (!l) {
    *len = 1;
    return BEDE_OK;
  }
  uint32_t last = word + *len - 1, end = last + 1;
  uint32_t inner = range_head(doc, word, end); // "hero of the nation"
  if (s->parsed && inner != BEDE_NONE) last = inner;
  if (l->tone == BEDE_TONE_NONE || in_name(doc, s, word, end) ||
      is_topic(m, end - 1, s->word_end) || is_other_word(m, word, end))
    return BEDE_OK;
  // The marks of a headline quote somebody whom it may not name.
  if (s->title && unowned(m, word)) return BEDE_OK;
  found f = {word, end, last, NULL, l->of_act, {0}, l->ref};
  if (s->parsed) f.head = modified_noun(m, last, s->word_end);
  if (bede_attrib_class(m->a, last, m->everyday) &&
      is_play(m, sentence, f.head))
    return BEDE_OK;
  f.naming = bede_naming_of(&m->namer, f.head, word);
  if (f.naming.how == BEDE_PUT_NOT || !fits(m, l, last, f.head, &f.naming))
    return BEDE_OK;
  // A modifier of a modifier reaches back as far as its noun's names.
  uint32_t first = first_modifier(doc, f.head, s->word_begin);
  if (s->parsed && f.head < end && first < f.begin) f.begin = first;
  if (f.head + 1 > f.end) f.end = f.head + 1;
  f.end = with_mark(m, f.begin, f.end, s->word_end);
  f.of_act = of_act(m, l, last, f.head, &f.naming);
  f.tone = tone_of(l, &f.naming);
  if (f.naming.by == BEDE_NONE && unowned(m, last)) {
    const bede_case *above = case_above(m, sentence, f.head);
    if (above) f.naming.by = above->cue;
  }
  return label_add(m, sentence, &f);
}

// The name that a verb gives, whatever its words: "calls itself an emirate".
static bede_status named_at(labeller *m, uint32_t sentence, uint32_t verb)
{
  const bede_doc *doc = m->doc;
  uint32_t name;
  bede_naming naming = bede_naming_at(&m->namer, verb, &name);
  if (name == BEDE_NONE || naming.how == BEDE_PUT_NOT) return BEDE_OK;
  found f = {doc->words.items[name].left,
             doc->words.items[name].right + 1,
             name,
             NULL,
             false,
             naming,
             {0}};
  while (f.begin < name && (doc->words.items[f.begin].upos == BEDE_UPOS_ADP ||
                            bede_attrib_punct(doc, f.begin) ||
                            bede_attrib_in(doc, f.begin, "a an the as to be")))
    f.begin++;
  if (f.end > name + MAX_PHRASE) f.end = name + 1;
  bede_range words = bede_range_trim(doc, (bede_range){f.begin, f.end});
  f.begin = words.begin;
  f.end = words.end;
  bool self = naming.how == BEDE_PUT_SELF;
  f.tone = bede_label_tone(self ? BEDE_TONE_SELF : BEDE_TONE_DISTANCING);
  f.of_act = !self && doc->words.items[name].mention == BEDE_NONE;
  return label_add(m, sentence, &f);
}

// --- words in marks that quote nobody ---

// A few words, none of them a name's or a title's.
static bool few_words(const bede_doc *doc, const bede_quote *q)
{
  uint32_t count = 0;
  bool letters = false;
  for (uint32_t i = q->begin; i < q->end; i++) {
    if (bede_attrib_punct(doc, i)) continue;
    bede_str form = bede_word_form(doc, i);
    if (has_capital(doc, i) || memchr(form.ptr, '=', form.len)) return false;
    letters |= bede_is_alpha((unsigned char)form.ptr[0]);
    count++;
  }
  return letters && count <= MAX_SCARE;
}

// "the operation “dawn”", "known as “the pit”", "the word “coup”".
static bool is_named(const labeller *m, const bede_sentence *s,
                     const bede_quote *q, uint32_t head)
{
  const bede_attrib *a = m->a;
  for (uint32_t i = q->open; i > s->word_begin && q->open - i < MAX_BEFORE;
       i--) {
    if (bede_attrib_class(a, i - 1, m->marks)) return true;
    if (i == q->open && bede_attrib_class(a, i - 1, m->marked)) return true;
    if (!bede_attrib_in(m->doc, i - 1, "a an the as , to")) break;
  }
  uint32_t over = bede_attrib_at(a, head)->head;
  return over != BEDE_NONE && (bede_attrib_class(a, over, m->marks) ||
                               (over > q->close && over - q->close <= 2 &&
                                bede_attrib_class(a, over, m->marked)));
}

// The word that the noun phrase of the marked words has before them.
static const bede_word *word_before(const labeller *m, const bede_quote *q)
{
  return q->open ? bede_attrib_at(m->a, q->open - 1) : NULL;
}

// "the “back of the queue”", "Kenya's “technical” pause": of something known. A
// new thing in marks is somebody's description: "a “very difficult” week".
static bool is_definite(const labeller *m, const bede_quote *q)
{
  const bede_word *before = word_before(m, q);
  if (!before) return false;
  return before->xpos == BEDE_XPOS_POS ||
         before->deprel == BEDE_REL_NMOD_POSS ||
         (before->upos == BEDE_UPOS_DET &&
          bede_attrib_in(m->doc, q->open - 1, "the this these that those"));
}

// Does the noun phrase begin before the marks? One that stands in them as a
// whole is somebody's words.
static bool begins_before(const labeller *m, const bede_quote *q)
{
  const bede_word *before = word_before(m, q);
  if (!before) return false;
  return is_definite(m, q) || before->upos == BEDE_UPOS_DET ||
         before->upos == BEDE_UPOS_ADJ || before->upos == BEDE_UPOS_NUM;
}

// A thing or an act that is named, not what is said of it: a “reform”, the
// “technical” stop, police “neutralised” three men; not: the talks were
// “constructive”.
static bool names_something(const labeller *m, const bede_quote *q,
                            uint32_t head)
{
  const bede_word *w = bede_attrib_at(m->a, head);
  bool single = q->end - q->begin == 1;
  if (bede_child_by(m->doc, head, BEDE_REL_COP) != BEDE_NONE) return false;
  switch ((bede_upos)w->upos) {
  case BEDE_UPOS_NOUN:
    if (w->deprel == BEDE_REL_ROOT || w->deprel == BEDE_REL_XCOMP) return false;
    if (!single) return is_definite(m, q);
    return begins_before(m, q) || w->xpos == BEDE_XPOS_NNS;
  case BEDE_UPOS_ADJ:
    return w->deprel == BEDE_REL_AMOD && w->head > q->close &&
           is_definite(m, q);
  case BEDE_UPOS_VERB:
    if (w->deprel == BEDE_REL_AMOD)
      return w->head > q->close && is_definite(m, q);
    return single && (w->xpos == BEDE_XPOS_VBD || w->xpos == BEDE_XPOS_VBN);
  default:
    return false;
  }
}

// Do the words belong to a cue above: one that says them, or one that judges,
// when they judge too ("condemned the “terrorists”")?
static bool is_judged(const labeller *m, uint32_t sentence, const bede_quote *q,
                      uint32_t head)
{
  const bede_case *above = case_above(m, sentence, head);
  if (!above || !only_speaks_of(above)) return above != NULL;
  for (uint32_t i = q->begin; i < q->end; i++) {
    uint32_t len;
    const bede_lex_label *l =
        bede_lexicon_label_at(m->a->lex, m->doc, i, q->end, &len);
    if (l && l->tone != BEDE_TONE_NONE) return true;
  }
  return false;
}

// Whether the words stand at a distance in the text itself; *head gets their
// head.
static bool is_scare(const labeller *m, const bede_quote *q, uint32_t *head)
{
  if (is_quoted(m, q) || q->speech || q->turn || q->close == BEDE_NONE ||
      q->begin >= q->end || !few_words(m->doc, q))
    return false;
  uint32_t sentence = bede_doc_sentence_of(m->doc, q->begin);
  const bede_sentence *s = &m->doc->sentences.items[sentence];
  if (q->open < s->word_begin || q->close >= s->word_end || s->title ||
      !s->parsed)
    return false;
  *head = range_head(m->doc, q->begin, q->end);
  return *head != BEDE_NONE && names_something(m, q, *head) &&
         !is_named(m, s, q, *head) &&
         bede_naming_of(&m->namer, *head, q->open).how == BEDE_PUT_PLAIN &&
         !is_judged(m, sentence, q, *head);
}

// The marks of a headline quote the speaker of the story, as a rule; but not
// where the text has the same words at a distance.
static bool is_scare_again(labeller *m, const bede_quote *q, uint32_t *head)
{
  if (q->close == BEDE_NONE || q->begin >= q->end || m->titled == MAX_TITLED)
    return false;
  m->titled++;
  bede_str words =
      bede_doc_str(m->doc, bede_attrib_span(m->doc, q->begin, q->end));
  for (uint32_t i = 0; i < m->a->quotes.count; i++) {
    const bede_quote *other = &m->a->quotes.items[i];
    if (other->begin >= other->end) continue;
    bede_span span = bede_attrib_span(m->doc, other->begin, other->end);
    if (bede_str_eq_nocase(bede_doc_str(m->doc, span), words) &&
        is_scare(m, other, head)) {
      *head += q->begin - other->begin;
      return true;
    }
  }
  return false;
}

static bede_status scare_at(labeller *m, uint32_t sentence, const bede_quote *q)
{
  const bede_sentence *s = &m->doc->sentences.items[sentence];
  uint32_t head;
  if (s->title ? !is_scare_again(m, q, &head) : !is_scare(m, q, &head))
    return BEDE_OK;
  uint32_t noun = modified_noun(m, head, s->word_end);
  bool somebody = m->doc->words.items[noun].mention != BEDE_NONE ||
                  bede_attrib_class(m->a, noun, m->human);
  found f = {q->begin,  q->end,
             head,      bede_label_tone(BEDE_TONE_DISTANCING),
             !somebody, {BEDE_PUT_PLAIN, BEDE_NONE, noun},
             {0}};
  // What a cue only speaks of is at a distance for who speaks at the cue.
  if (q->owner != BEDE_NONE) {
    f.naming.how = BEDE_PUT_DOUBTED;
    f.naming.by = m->a->cases.items[q->owner].cue;
  }
  return label_add(m, sentence, &f);
}

// --- the document ---

static bede_status sentence_labels(labeller *m, uint32_t sentence)
{
  const bede_sentence *s = &m->doc->sentences.items[sentence];
  uint32_t len = 1;
  m->namer.made = m->a->cases.count;
  for (uint32_t w = s->word_begin; w < s->word_end; w += len) {
    len = 1;
    uint32_t q = m->a->quote_of[w];
    if (q != BEDE_NONE && m->a->quotes.items[q].open == w) {
      BEDE_TRY(scare_at(m, sentence, &m->a->quotes.items[q]));
      continue;
    }
    if (s->parsed) BEDE_TRY(named_at(m, sentence, w));
    BEDE_TRY(label_at(m, sentence, w, &len));
  }
  return BEDE_OK;
}

bede_status bede_labels_find(bede_attrib *a)
{
  labeller m = {.a = a, .doc = a->doc};
  bede_namer_init(&m.namer, a);
  m.topic = bede_lexicon_class(a->lex, bede_str_from("label_topic"));
  m.verb = bede_lexicon_class(a->lex, bede_str_from("label_verb"));
  m.marked = bede_lexicon_class(a->lex, bede_str_from("label_marked"));
  m.marks = bede_lexicon_class(a->lex, bede_str_from("label_marks"));
  m.everyday = bede_lexicon_class(a->lex, bede_str_from("label_everyday"));
  m.play[0] = bede_lexicon_class(a->lex, bede_str_from("domain_sport"));
  m.play[1] = bede_lexicon_class(a->lex, bede_str_from("domain_film"));
  m.played = BEDE_NONE;
  m.deed = bede_lexicon_class(a->lex, bede_str_from("label_deed"));
  m.human = bede_lexicon_class(a->lex, bede_str_from("human"));
  for (uint32_t i = 0; i < a->doc->sentences.count; i++)
    if (!a->doc->sentences.items[i].reference) BEDE_TRY(sentence_labels(&m, i));
  return BEDE_OK;
}

// --- after resolution ---

static bool is_authority(const bede_doc *doc, uint32_t entity)
{
  if (entity == BEDE_NONE) return false;
  const bede_entity *e = &doc->entities.items[entity];
  return e->kind == BEDE_KIND_STATE || bede_str_is(e->country, "IGO");
}

// "considered a terrorist organisation by Turkey and the EU": as good as a
// list.
static bool is_deemed(const bede_doc *doc, const bede_lexicon *lex,
                      const bede_label *l, uint32_t class_id)
{
  if (l->of_act || l->owner == BEDE_NONE || !class_id) return false;
  return bede_lexicon_in_class(lex, doc->words.items[l->by].lemma_id,
                               class_id) &&
         is_authority(doc, doc->attributions.items[l->owner].speaker);
}

bede_status bede_labels_attach(bede_doc *doc, const bede_lexicon *lex)
{
  uint32_t deeming = bede_lexicon_class(lex, bede_str_from("label_deeming"));
  uint32_t *by_cue = bede_arena_array(doc->arena, (size_t)doc->words.count + 1,
                                      sizeof *by_cue);
  if (!by_cue) return BEDE_ENOMEM;
  for (uint32_t i = doc->attributions.count; i-- > 1;)
    if (doc->attributions.items[i].cue_head != BEDE_NONE)
      by_cue[doc->attributions.items[i].cue_head] = i;
  for (uint32_t i = 0; i < doc->labels.count; i++) {
    bede_label *l = &doc->labels.items[i];
    if (l->on != BEDE_NONE) {
      uint32_t k = doc->words.items[l->on].mention;
      if (k != BEDE_NONE) l->entity = doc->mentions.items[k].entity;
    }
    if (l->by != BEDE_NONE && by_cue[l->by]) l->owner = by_cue[l->by];
    if (is_deemed(doc, lex, l, deeming))
      l->tone = bede_label_tone(BEDE_TONE_LEGAL);
  }
  return BEDE_OK;
}
