// Cues: the words that say that somebody says something. Each word that the
// knowledge lists as a cue becomes a case when the tree gives it a content, or
// when a quotation in its sentence may turn out to be its content.
#include "attrib/work.h"
#include "lang/slots.h"

#include <stdio.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/str.h"

#define PHRASE_WORDS 5u // of a preposition or adverb ("in the words of")
#define PHRASE_BYTES 64u

// --- conditions of an entry ---

bool bede_attrib_fills(const bede_attrib *a, const bede_lex_slot *slot,
                       const bede_arg *arg)
{
  return bede_slot_takes(a->doc, a->lex, slot, arg);
}

static bool cond_holds(const bede_attrib *a, const bede_lex_cond *cond,
                       const bede_arg *args, size_t count)
{
  const bede_lex_value *values = bede_lexicon_values(a->lex, cond->value_begin);
  for (size_t i = 0; i < count; i++) {
    if (!bede_attrib_fills(a, &cond->slot, &args[i])) continue;
    for (uint32_t v = 0; v < cond->value_count; v++)
      if (bede_value_holds(a->doc, a->lex, &values[v], args[i].word))
        return !cond->negate;
  }
  return cond->negate;
}

static bool conditions_hold(const bede_attrib *a, const bede_lex_cue *cue,
                            const bede_arg *args, size_t count)
{
  const bede_lex_cond *conds = bede_lexicon_conds(a->lex, cue->cond_begin);
  for (uint32_t i = 0; i < cue->cond_count; i++)
    if (!cond_holds(a, &conds[i], args, count)) return false;
  return true;
}

// --- the words of a cue ---

// The particle of a phrasal verb: "point out".
static uint32_t particle_word(const bede_attrib *a, const bede_lex_cue *cue,
                              const bede_case *c)
{
  uint32_t word = c->cue, particle = bede_particle_of(a->doc, word);
  if (particle != BEDE_NONE &&
      bede_attrib_at(a, particle)->lemma_id == cue->particle)
    return particle;
  // Where the tree has a preposition or adverb of it.
  if (word + 1 >= a->doc->sentences.items[c->sentence].word_end)
    return BEDE_NONE;
  const bede_word *next = bede_attrib_at(a, word + 1);
  return next->form_id == cue->particle ? word + 1 : BEDE_NONE;
}

static bool of_verb_group(const bede_attrib *a, uint32_t word, uint32_t cue)
{
  const bede_word *w = bede_attrib_at(a, word);
  if (w->head != cue) return false;
  return w->deprel == BEDE_REL_AUX || w->deprel == BEDE_REL_AUX_PASS ||
         (w->deprel == BEDE_REL_ADVMOD && word < cue &&
          w->upos != BEDE_UPOS_PUNCT && w->xpos == BEDE_XPOS_RB);
}

// "has repeatedly said", "was not reported": the cue is the verb with its
// auxiliaries and the adverbs between.
static bede_range cue_words(const bede_attrib *a, const bede_case *c,
                            uint32_t last)
{
  uint32_t cue = c->cue;
  bede_range r = {cue, (last == BEDE_NONE || last < cue ? cue : last) + 1};
  uint32_t begin = a->doc->sentences.items[c->sentence].word_begin;
  while (r.begin > begin && of_verb_group(a, r.begin - 1, cue))
    r.begin--;
  if (last != BEDE_NONE && last > cue + 1) r.end = cue + 1;
  return r;
}

// The Georgian Dream is nobody's dream.
static bool is_name(const bede_attrib *a, const bede_word *w)
{
  return w->mention != BEDE_NONE &&
         a->doc->mentions.items[w->mention].type == BEDE_MENTION_NAME;
}

static char cue_pos(const bede_attrib *a, const bede_word *w)
{
  switch ((bede_upos)w->upos) {
  case BEDE_UPOS_VERB:
  case BEDE_UPOS_AUX: // "an alleged plot": as good as an adjective
    return w->deprel == BEDE_REL_AMOD ? 'a' : 'v';
  case BEDE_UPOS_NOUN:
  case BEDE_UPOS_PROPN:
    return is_name(a, w) ? 0 : 'n';
  case BEDE_UPOS_ADJ:
    return 'a';
  default:
    return 0;
  }
}

// Prepositions and adverbs are single symbols, several words joined by "_"
// ("according_to"): the longest phrase that starts at the word.
static const bede_lex_cue *phrase_cue(const bede_attrib *a,
                                      const bede_sentence *s, uint32_t word,
                                      uint32_t *len)
{
  char key[PHRASE_BYTES];
  size_t used = 0;
  const bede_lex_cue *found = NULL;
  for (uint32_t n = 1; n <= PHRASE_WORDS && word + n <= s->word_end; n++) {
    bede_str form = bede_word_form(a->doc, word + n - 1);
    if (used + form.len + 2 > sizeof key) break;
    if (n > 1) key[used++] = '_';
    for (size_t i = 0; i < form.len; i++) {
      unsigned char c = (unsigned char)form.ptr[i];
      key[used++] = (char)bede_to_lower(c);
    }
    uint32_t symbol = bede_lexicon_symbol(a->lex, (bede_str){key, used});
    uint32_t count = 0;
    const bede_lex_cue *cue = NULL;
    if (symbol) cue = bede_lexicon_cues(a->lex, symbol, 'p', &count);
    if (symbol && !count) cue = bede_lexicon_cues(a->lex, symbol, 'r', &count);
    if (count == 0) continue;
    found = cue;
    *len = n;
  }
  return found;
}

// "in [his] view", "by [the army's] account": a preposition and a noun that
// somebody has, in the knowledge `in_one's_view`. The noun, or BEDE_NONE.
static uint32_t held_noun(const bede_attrib *a, uint32_t prep, bede_case *c)
{
  char key[PHRASE_BYTES];
  const bede_word *p = bede_attrib_at(a, prep);
  uint32_t noun = p->head, count = 0;
  if (p->deprel != BEDE_REL_CASE || noun == BEDE_NONE || noun < prep)
    return BEDE_NONE;
  uint32_t holder = bede_child_by(a->doc, noun, BEDE_REL_NMOD_POSS);
  bede_str form = bede_word_form(a->doc, prep);
  bede_str lemma = bede_attrib_at(a, noun)->lemma;
  if (holder == BEDE_NONE || form.len + lemma.len + 8 > sizeof key)
    return BEDE_NONE;
  int len = snprintf(key, sizeof key, "%.*s_one's_%.*s", (int)form.len,
                     form.ptr, (int)lemma.len, lemma.ptr);
  key[0] = (char)bede_to_lower((unsigned char)key[0]);
  uint32_t symbol = bede_lexicon_symbol(a->lex, (bede_str){key, (size_t)len});
  if (symbol) c->entry = bede_lexicon_cues(a->lex, symbol, 'p', &count);
  if (count == 0) return BEDE_NONE;
  c->sources[0] = holder;
  c->source_count = 1;
  return noun;
}

static bool may_start_phrase(const bede_attrib *a, uint32_t word)
{
  switch ((bede_upos)bede_attrib_at(a, word)->upos) {
  case BEDE_UPOS_ADP:
  case BEDE_UPOS_SCONJ:
  case BEDE_UPOS_ADV:
  case BEDE_UPOS_PART:
  case BEDE_UPOS_X:
    return true;
  default: // what taggers make of "according", "per"
    return bede_attrib_form(a->doc, word, "according") ||
           bede_attrib_form(a->doc, word, "per");
  }
}

// --- one case ---

// The cue itself, not what is said: "report no casualties" reports.
static bool is_negated(const bede_attrib *a, uint32_t cue)
{
  for (uint32_t w = bede_attrib_at(a, cue)->first_child; w != BEDE_NONE;
       w = bede_attrib_at(a, w)->next_sibling) {
    uint8_t rel = bede_attrib_at(a, w)->deprel;
    if ((rel == BEDE_REL_ADVMOD || rel == BEDE_REL_DET) &&
        bede_attrib_in(a->doc, w, "not n't never no"))
      return true;
  }
  return false;
}

// "did not say", "has yet to confirm": the words are attributed, not vouched
// for.
static void weigh(bede_attrib *a, bede_case *c)
{
  c->stance = (bede_stance)c->entry->stance;
  c->hedged = c->entry->flags & BEDE_CUE_HEDGE;
  // "is said to" is hearsay; "said its minister" is not, though the tree may
  // show no subject
  if (c->hedged && c->stance == BEDE_STANCE_SAYS && c->entry->pos == 'v' &&
      (c->entry->flags & BEDE_CUE_PASSIVE)) {
    bede_grammar g;
    bede_grammar_of(a->doc, c->cue, &g);
    c->hedged = g.passive && c->source_count == 0;
  }
  if ((c->entry->pos != 'v' && c->entry->pos != 'n') || !is_negated(a, c->cue))
    return;
  c->hedged = true;
  // "no evidence that", "is not reported": it did not happen, so they say.
  if (c->source_count == 0 || c->entry->pos == 'n')
    c->stance = BEDE_STANCE_DENIES;
}

// A cue that needs quotation marks has them in its content.
static bool quotes_some(const bede_attrib *a, const bede_case *c)
{
  for (uint32_t i = 0; i < c->content.count; i++)
    for (uint32_t w = c->content.items[i].begin; w < c->content.items[i].end;
         w++)
      if (a->quote_of[w] != BEDE_NONE) return true;
  return false;
}

// Nobody is named and nobody can be: a verb in the passive, or one that takes
// no source at all; a noun, an adjective, an adverb.
static bool impersonal(const bede_attrib *a, const bede_case *c)
{
  if (c->entry->pos != 'v') return true;
  bool passive = c->entry->flags & BEDE_CUE_PASSIVE;
  if (!passive && !bede_attrib_subject_speaks(a, c->entry)) return true;
  return bede_attrib_passive(a, c->cue);
}

static bool try_entry(bede_attrib *a, const bede_lex_cue *entry, bede_case *c,
                      const bede_arg *args, size_t count)
{
  uint32_t particle = BEDE_NONE;
  if (entry->particle) {
    particle = particle_word(a, entry, c);
    if (particle == BEDE_NONE) return false;
  }
  if (!conditions_hold(a, entry, args, count)) return false;
  c->entry = entry;
  c->cue_words = cue_words(a, c, particle);
  c->content.count = c->source_count = 0;
  c->source_words = (bede_range){0, 0};
  c->content_head = BEDE_NONE;
  bool content = bede_content_of(a, c, args, count);
  if (content && (entry->flags & BEDE_CUE_QUOTE_ONLY) && !quotes_some(a, c)) {
    c->content.count = 0;
    c->content_head = BEDE_NONE;
    content = false;
  }
  bool source = bede_sources_of(a, c, args, count);
  if (!source && (!content || !impersonal(a, c))) return false;
  weigh(a, c);
  return true;
}

static bede_status case_add(bede_attrib *a, const bede_case *c)
{
  bede_case *item =
      BEDE_LIST_PUSH(&a->cases, a->doc->arena, BEDE_MAX_ATTRIBUTIONS);
  // The limit is a documented end of a list, not an error of the document.
  if (!item)
    return a->cases.count == BEDE_MAX_ATTRIBUTIONS ? BEDE_OK : BEDE_ENOMEM;
  *item = *c;
  return BEDE_OK;
}

// "citing X", "as quoted by X": a participle of passing on.
static bool cites(const bede_attrib *a, uint32_t word)
{
  uint8_t tag = bede_attrib_at(a, word)->xpos;
  return tag == BEDE_XPOS_VBG || (tag == BEDE_XPOS_VBN && word > 0 &&
                                  bede_attrib_form(a->doc, word - 1, "as"));
}

static int merit(const bede_case *c)
{
  if (c->content.count == 0) return 0;
  return c->source_count ? 2 : 1;
}

static bede_status word_case(bede_attrib *a, uint32_t sentence, uint32_t word)
{
  const bede_word *w = bede_attrib_at(a, word);
  char pos = cue_pos(a, w);
  uint32_t n = 0;
  if (!pos || (w->lemma_id == 0 && w->form_id == 0)) return BEDE_OK;
  // An adjective is itself, not the verb it comes from.
  uint32_t symbol = pos == 'a' && w->form_id ? w->form_id : w->lemma_id;
  const bede_lex_cue *entries = bede_lexicon_cues(a->lex, symbol, pos, &n);
  if (n == 0) return BEDE_OK;
  bede_arg args[BEDE_MAX_ARGS];
  size_t count = bede_args_of(a->doc, word, args);
  bede_case best = {0}, c = {0};
  bool found = false;
  for (uint32_t i = 0; i < n; i++) {
    c.sentence = sentence;
    c.cue = word;
    c.follow = c.under = BEDE_NONE;
    if (!try_entry(a, &entries[i], &c, args, count)) continue;
    // The first entry with a content and a source wins, else the first with a
    // content, else the first at all.
    if (!found || merit(&c) > merit(&best)) best = c;
    found = true;
    // "..., citing two guards": what they say stands in the clause around.
    if (merit(&best) == 2 || (cites(a, word) && bede_attrib_relays(a, &best)))
      break;
  }
  return found ? case_add(a, &best) : BEDE_OK;
}

static bede_status phrase_case(bede_attrib *a, uint32_t sentence, uint32_t word,
                               uint32_t *len)
{
  bede_case c = {0};
  *len = 1;
  c.sentence = sentence;
  c.content_head = c.follow = c.under = BEDE_NONE;
  c.entry = phrase_cue(a, &a->doc->sentences.items[sentence], word, len);
  if (c.entry) {
    c.cue = word;
    c.cue_words = (bede_range){word, word + *len};
    if (!bede_content_of(a, &c, NULL, 0)) return BEDE_OK;
  } else {
    c.cue = held_noun(a, word, &c);
    if (c.cue == BEDE_NONE) return BEDE_OK;
    c.cue_words = (bede_range){c.cue, c.cue + 1};
    if (!bede_content_held(a, &c)) return BEDE_OK;
  }
  weigh(a, &c);
  return case_add(a, &c);
}

static bede_status sentence_cases(bede_attrib *a, uint32_t sentence)
{
  const bede_sentence *s = &a->doc->sentences.items[sentence];
  uint32_t len;
  for (uint32_t w = s->word_begin; w < s->word_end; w += len) {
    len = 1;
    if (may_start_phrase(a, w)) {
      BEDE_TRY(phrase_case(a, sentence, w, &len));
    } else {
      BEDE_TRY(word_case(a, sentence, w));
    }
  }
  return BEDE_OK;
}

// "was quoted as saying", "went on to say": a cue whose content is another cue
// of the same speaker is the beginning of that cue.
static void cues_unite(bede_attrib *a, uint32_t sentence)
{
  for (uint32_t i = a->first_case[sentence]; i + 1 < a->cases.count; i++) {
    bede_case *c = &a->cases.items[i], *next = &a->cases.items[i + 1];
    if (c->entry->pos != 'v' || next->entry->pos != 'v') continue;
    if (next->under != BEDE_NONE) continue;
    if (c->content_head != next->cue || next->content.count == 0) continue;
    // "denied saying that" does not say that.
    if (c->stance != BEDE_STANCE_SAYS) continue;
    if (c->source_count == 0 || next->source_count == 0 ||
        c->sources[0] != next->sources[0])
      continue;
    if (next->cue_words.begin > c->cue_words.end + 1 ||
        bede_attrib_punct(a->doc, c->cue_words.end))
      continue;
    next->cue_words.begin = c->cue_words.begin;
    next->hedged |= c->hedged;
    c->dead = true;
  }
}

// "said in a report that": the paper is how it was said, no second saying.
static void mediums_drop(bede_attrib *a, uint32_t sentence)
{
  for (uint32_t i = a->first_case[sentence]; i < a->cases.count; i++) {
    bede_case *noun = &a->cases.items[i];
    if (noun->entry->pos != 'n' || noun->content.count == 0) continue;
    for (uint32_t k = a->first_case[sentence]; k < i; k++) {
      const bede_case *verb = &a->cases.items[k];
      if (verb->dead || verb->entry->pos != 'v' || verb->content.count == 0 ||
          bede_attrib_at(a, noun->cue)->head != verb->cue)
        continue;
      noun->dead |= noun->content.items[noun->content.count - 1].end ==
                    verb->content.items[verb->content.count - 1].end;
    }
  }
}

bede_status bede_cases_find(bede_attrib *a)
{
  bede_doc *doc = a->doc;
  a->first_case = bede_arena_array(doc->arena, (size_t)doc->sentences.count + 1,
                                   sizeof *a->first_case);
  if (!a->first_case) return BEDE_ENOMEM;
  for (uint32_t s = 0; s < doc->sentences.count; s++) {
    const bede_sentence *sentence = &doc->sentences.items[s];
    a->first_case[s] = a->cases.count;
    if (!sentence->parsed) continue;
    BEDE_TRY(sentence_cases(a, s));
    bede_relays_part(a, s);
    cues_unite(a, s);
    mediums_drop(a, s);
    bede_contents_bound(a, s);
  }
  a->first_case[doc->sentences.count] = a->cases.count;
  return BEDE_OK;
}
