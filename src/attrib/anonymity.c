// Why a speaker has no name, where the report says so: "on condition of
// anonymity [because he may not speak to the press]", "who asked not to be
// named [for fear of arrest]", "who [was not authorised to speak]".
#include "attrib/work.h"

#include "base/limits.h"

#define REASON_REACH 12u // words from the wish to its reason
#define REASON_WORDS 40u

// Not allowed to speak: a reason by itself.
static bool is_forbidden(const bede_attrib *a, uint32_t word)
{
  bede_grammar g;
  if (!bede_attrib_in(a->doc, word, "authorize authorise permit allow clear"))
    return false;
  if (bede_attrib_at(a, word)->upos != BEDE_UPOS_VERB &&
      bede_attrib_at(a, word)->upos != BEDE_UPOS_ADJ)
    return false;
  bede_grammar_of(a->doc, word, &g);
  return g.negated;
}

static bool is_name(const bede_attrib *a, uint32_t word)
{
  return bede_attrib_in(a->doc, word, "name identity surname");
}

// "named", "identified" under "not", "decline", "ask"; "withhold", "give" with
// a name for its object.
static bool is_hiding(const bede_attrib *a, uint32_t word)
{
  const bede_doc *doc = a->doc;
  if (bede_attrib_in(doc, word, "anonymity anonymously pseudonym")) return true;
  if (bede_attrib_at(a, word)->upos != BEDE_UPOS_VERB) return false;
  if (bede_attrib_in(doc, word, "withhold give use disclose reveal publish")) {
    for (uint32_t w = bede_attrib_at(a, word)->first_child; w != BEDE_NONE;
         w = bede_attrib_at(a, w)->next_sibling)
      if (is_name(a, w)) return true;
    return false;
  }
  if (!bede_attrib_in(doc, word, "name identify quote")) return false;
  bede_grammar g;
  bede_grammar_of(doc, word, &g);
  uint32_t before = word > 0 ? word - 1 : word, only = word + 1;
  return g.negated || g.infinitive ||
         (only < doc->words.count && bede_attrib_form(doc, only, "only")) ||
         bede_attrib_in(doc, before, "not be");
}

// The first word of a reason: a conjunction, "for fear", "to protect him".
static bool starts_reason(const bede_attrib *a, uint32_t word)
{
  const bede_doc *doc = a->doc;
  const bede_word *w = bede_attrib_at(a, word);
  if (bede_attrib_in(doc, word, "because since fearing citing while due given"))
    return true;
  if (bede_attrib_form(doc, word, "as")) return w->deprel == BEDE_REL_MARK;
  if (bede_attrib_in(doc, word, "for out"))
    return word + 2 < doc->words.count &&
           (bede_attrib_in(doc, word + 1, "fear safety security") ||
            bede_attrib_in(doc, word + 2, "fear safety security"));
  return w->xpos == BEDE_XPOS_TO && word > 0 &&
         !bede_attrib_in(doc, word - 1,
                         "decline ask refuse want wish insist prefer agree "
                         "authorize authorise permit allow not");
}

static bool ends_reason(const bede_attrib *a, const bede_case *c, uint32_t word)
{
  if (word >= c->cue_words.begin && word < c->cue_words.end) return true;
  return bede_ranges_has(&c->content, word) ||
         bede_attrib_in(a->doc, word, ", ; : \" -- \xe2\x80\x94");
}

static bede_span reason_from(const bede_attrib *a, const bede_case *c,
                             const bede_sentence *s, uint32_t begin)
{
  uint32_t end = begin;
  while (end < s->word_end && end < begin + REASON_WORDS &&
         !ends_reason(a, c, end))
    end++;
  bede_range r = bede_range_trim(a->doc, (bede_range){begin, end});
  if (r.begin >= r.end) return (bede_span){0, 0};
  return bede_attrib_span(a->doc, r.begin, r.end);
}

// From the auxiliary of "was not authorised to speak".
static uint32_t group_begin(const bede_attrib *a, const bede_sentence *s,
                            uint32_t word)
{
  uint32_t begin = word;
  while (begin > s->word_begin &&
         (bede_attrib_at(a, begin - 1)->upos == BEDE_UPOS_AUX ||
          bede_attrib_at(a, begin - 1)->upos == BEDE_UPOS_PART))
    begin--;
  // "because he was not authorised"
  for (uint32_t i = begin; i > s->word_begin && i + 5 > begin; i--)
    if (bede_attrib_in(a->doc, i - 1, "because since as")) return i - 1;
  return begin;
}

static bede_span reason_in(const bede_attrib *a, const bede_case *c,
                           uint32_t sentence)
{
  const bede_sentence *s = &a->doc->sentences.items[sentence];
  bede_span none = {0, 0};
  for (uint32_t w = s->word_begin; w < s->word_end; w++) {
    if (bede_ranges_has(&c->content, w)) continue;
    if (is_forbidden(a, w)) return reason_from(a, c, s, group_begin(a, s, w));
    if (!is_hiding(a, w)) continue;
    for (uint32_t i = w + 1; i < s->word_end && i <= w + REASON_REACH; i++) {
      if (ends_reason(a, c, i)) break;
      if (starts_reason(a, i)) return reason_from(a, c, s, i);
    }
  }
  return none;
}

bede_span bede_anonymity_reason(const bede_attrib *a, const bede_case *c)
{
  bede_span reason = reason_in(a, c, c->sentence);
  if (reason.end > reason.begin || c->sentence == 0) return reason;
  const bede_sentence *s = a->doc->sentences.items;
  // "The men asked not to be named because ... They said ...": told before.
  uint8_t tag = bede_attrib_at(a, c->sources[0])->xpos;
  if (tag != BEDE_XPOS_PRP ||
      s[c->sentence].paragraph != s[c->sentence - 1].paragraph)
    return reason;
  return reason_in(a, c, c->sentence - 1);
}
