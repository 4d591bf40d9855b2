// The place of a claim: a name of a place that the words of its clause put the
// act in ("marched in London", "an attack on a base near Mosul", "bombed
// Kandahar", "fled to Goma"); else one of the clause it is told with, of the
// story before, of the dateline. Never a mere party or origin.
#include <string.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/str.h"
#include "lang/args.h"
#include "setting/reach.h"
#include "setting/scan.h"
#include "setting/story.h"
#include "setting/toponym.h"

// Nouns for buildings whose places are kept.
#define NOUNS 16u

static const char place_prepositions[] =
    "in at near outside inside across around within throughout off over along "
    "through into onto amid between beside opposite above below beyond "
    "overlooking nearby";

typedef struct placer {
  bede_doc *doc;
  const bede_lexicon *lex;
  const bede_place_words *words;
  uint32_t story; // the place of the story so far or BEDE_NONE
  // The last place of each kind named before, and of any.
  uint32_t last[BEDE_PLACE_KIND_COUNT + 1];
  uint32_t dateline; // its first place
  struct {
    uint32_t lemma, place; // lemma 0: free
  } nouns[NOUNS];
  uint32_t next_noun;
} placer;

static bool in_class(const placer *p, uint32_t word, uint32_t class_id)
{
  return bede_place_word_in(p->doc, p->lex, word, class_id);
}

// --- where a name stands ----------------------------------------------------

// Acts whose object is where they happen: what is attacked, entered, seized,
// visited or left.
static bool happens_at_object(const bede_claim *claim)
{
  return claim->event == BEDE_ASSAULT || claim->event == BEDE_RETREAT ||
         claim->event == BEDE_MOBILIZE || claim->event == BEDE_COERCE ||
         claim->event == BEDE_PROTEST;
}

// Acts on people, who are no places: "Jordan was beaten".
static bool is_done_to_people(const placer *p, const bede_claim *claim)
{
  return bede_lemma_in(p->doc, claim->trigger_head,
                       "kill murder beat arrest detain injure wound execute "
                       "behead kidnap abduct jail imprison torture stab poison "
                       "assassinate harass shoot free release hang");
}

// A country, or whatever else is called like one.
static bool is_state(const bede_doc *doc, const bede_place *place)
{
  uint32_t m = bede_word_at(doc, place->head)->mention;
  if (place->kind == BEDE_PLACE_COUNTRY) return true;
  if (m == BEDE_NONE) return false;
  uint32_t e = doc->mentions.items[m].entity;
  return e < doc->entities.count &&
         doc->entities.items[e].kind == BEDE_KIND_STATE;
}

static bool is_place_noun(const placer *p, uint32_t word)
{
  const bede_place_words *w = p->words;
  return in_class(p, word, w->city) || in_class(p, word, w->point) ||
         in_class(p, word, w->adm1) || in_class(p, word, w->adm2) ||
         in_class(p, word, w->region) || in_class(p, word, w->part);
}

// The word behind which a place's preposition stands: "in the town of Mokha",
// "in the Tsuen Wan district", "on the outskirts of Homs" name their places by
// way of a common noun.
static uint32_t anchor_of(const placer *p, uint32_t word)
{
  for (int i = 0; i < 4; i++) {
    const bede_word *w = bede_word_at(p->doc, word);
    uint32_t prep = bede_child_by(p->doc, word, BEDE_REL_CASE);
    bool of = w->deprel == BEDE_REL_NMOD && prep != BEDE_NONE &&
              bede_lemma_in(p->doc, prep, "of");
    bool part = w->deprel == BEDE_REL_COMPOUND || w->deprel == BEDE_REL_APPOS ||
                w->deprel == BEDE_REL_FLAT || w->deprel == BEDE_REL_NMOD_DESC ||
                w->deprel == BEDE_REL_NMOD_POSS;
    if ((!of && !part) || w->head == BEDE_NONE || !is_place_noun(p, w->head)) {
      break;
    }
    word = w->head;
  }
  return word;
}

static bool is_role(const bede_claim *claim, uint32_t word)
{
  for (uint32_t i = 0; i < claim->actor.count; i++) {
    if (claim->actor.items[i].head == word) return true;
  }
  for (uint32_t i = 0; i < claim->recipient.count; i++) {
    if (claim->recipient.items[i].head == word) return true;
  }
  return false;
}

// How a name says where: not at all, as a part of the noun for the act, as what
// is acted on, behind a preposition.
typedef enum wording { NOT_WHERE, AS_PART, AS_OBJECT, AS_PLACE } wording;

// "on the border", "on Lake Kivu", "on the road to": only some places are "on".
static bool is_on(const placer *p, const bede_place *place, uint32_t anchor)
{
  return place->kind == BEDE_PLACE_POINT || place->kind == BEDE_PLACE_REGION ||
         in_class(p, anchor, p->words->region) ||
         in_class(p, anchor, p->words->point) ||
         in_class(p, anchor, p->words->part);
}

// Does the act go somewhere, so that "to" says where?
static bool goes(const placer *p, const bede_claim *claim, uint32_t anchor)
{
  uint32_t head = bede_word_at(p->doc, anchor)->head;
  // "delivered kits to Caracas"
  if (head != BEDE_NONE && bede_word_at(p->doc, head)->deprel == BEDE_REL_OBJ) {
    head = bede_word_at(p->doc, head)->head;
  }
  if (head == BEDE_NONE || !in_class(p, head, p->words->going)) return false;
  if (bede_in_trigger(p->doc, claim, head)) return true;
  // "came to Iraq to fight"
  uint32_t own = bede_verb_of(p->doc, claim->trigger_head);
  return bede_word_at(p->doc, head)->upos == BEDE_UPOS_VERB &&
         bede_word_at(p->doc, own)->head == head;
}

// Words of distance before "of", "from", "to": "35 km south-east of Kandahar",
// "not far from Mandalay", "close to the border".
static bool is_distance(const placer *p, uint32_t prep)
{
  return bede_has_before(p->doc, prep) &&
         bede_lemma_in(p->doc, prep - 1,
                       "north south east west northeast northwest southeast "
                       "southwest outside close km kilometer kilometre mile "
                       "meter metre front next far away drive walk short "
                       "north-east north-west south-east south-west");
}

static wording behind_preposition(const placer *p, const bede_claim *claim,
                                  const bede_place *place, uint32_t anchor,
                                  uint32_t prep)
{
  const bede_doc *doc = p->doc;
  if (bede_lemma_in(doc, prep, place_prepositions)) return AS_PLACE;
  uint32_t head = bede_word_at(doc, anchor)->head;
  if (bede_lemma_in(doc, prep, "of to from") && is_distance(p, prep)) {
    return AS_PLACE;
  }
  // "the unrest spread to Gweru"
  if (head != BEDE_NONE && bede_lemma_in(doc, head, "spread") &&
      bede_lemma_in(doc, prep, "to into across through over")) {
    return AS_PLACE;
  }
  // "on the road to Nazran"
  if (bede_lemma_in(doc, prep, "to from between") && head != BEDE_NONE &&
      bede_lemma_in(doc, head, "road highway motorway route way railway")) {
    return AS_PLACE;
  }
  // A march begins where it sets out (R31).
  if (claim->event == BEDE_PROTEST && bede_lemma_in(doc, prep, "from")) {
    return AS_PLACE;
  }
  if (bede_lemma_in(doc, prep, "on upon") && is_on(p, place, anchor)) {
    return AS_PLACE;
  }
  if (bede_lemma_in(doc, prep, "to toward towards for") &&
      claim->event != BEDE_PROTEST && goes(p, claim, anchor)) {
    return AS_PLACE;
  }
  bool land = place->kind != BEDE_PLACE_COUNTRY ||
              (claim->event == BEDE_ASSAULT && bede_lemma_in(doc, prep, "on"));
  if (bede_lemma_in(doc, prep, "on against of upon") && land &&
      happens_at_object(claim) && head != BEDE_NONE &&
      bede_in_trigger(doc, claim, head)) {
    return AS_OBJECT; // "the siege of Sarajevo", "an attack on Goma"
  }
  return NOT_WHERE;
}

// "Hong Kong protests"; in headlines also "Baghdad car bomb kills seven", "held
// in Chisinau bribery sting".
static bool names_part(const placer *p, const bede_claim *claim, uint32_t word)
{
  const bede_doc *doc = p->doc;
  uint32_t noun = bede_word_at(doc, word)->head;
  bool title = doc->sentences.items[claim->sentence].title;
  if (bede_word_at(doc, noun)->upos != BEDE_UPOS_NOUN &&
      bede_word_at(doc, noun)->upos != BEDE_UPOS_PROPN) {
    return false;
  }
  if (!happens_at_object(claim)) return false;
  if (bede_in_trigger(doc, claim, noun)) return true;
  uint32_t prep = bede_child_by(doc, noun, BEDE_REL_CASE);
  if (prep != BEDE_NONE) {
    return title && bede_lemma_in(doc, prep, "in at near");
  }
  uint32_t head = bede_word_at(doc, noun)->head;
  return title && head != BEDE_NONE && bede_in_trigger(doc, claim, head) &&
         bede_word_at(doc, noun)->deprel == BEDE_REL_NSUBJ;
}

static wording wording_of(const placer *p, const bede_claim *claim,
                          const bede_place *place, uint32_t anchor)
{
  const bede_doc *doc = p->doc;
  // "Three stations and the airport of Nalchik": as the first of them.
  for (int i = 0; i < 4 && bede_word_at(doc, anchor)->deprel == BEDE_REL_CONJ;
       i++)
    anchor = bede_word_at(doc, anchor)->head;
  const bede_word *w = bede_word_at(doc, anchor);
  uint32_t prep = bede_child_by(doc, anchor, BEDE_REL_CASE);
  switch (w->deprel) {
  case BEDE_REL_OBL:
  case BEDE_REL_NMOD:
    return prep == BEDE_NONE
               ? NOT_WHERE
               : behind_preposition(p, claim, place, anchor, prep);
  case BEDE_REL_OBJ:
  case BEDE_REL_NSUBJ_PASS:
    // "bombed Kandahar"; "left Iraq", "visited Samarkand"
    if (in_class(p, w->head, p->words->going)) return AS_OBJECT;
    return happens_at_object(claim) &&
                   (!is_done_to_people(p, claim) || anchor != place->head) &&
                   (!is_state(doc, place) || anchor != place->head)
               ? AS_OBJECT
               : NOT_WHERE;
  case BEDE_REL_COMPOUND:
  case BEDE_REL_NMOD_POSS:
  case BEDE_REL_NMOD_DESC:
    // "US airstrike": a party
    if (place->kind == BEDE_PLACE_COUNTRY && claim->event != BEDE_PROTEST) {
      return NOT_WHERE;
    }
    return names_part(p, claim, anchor) ? AS_PART : NOT_WHERE;
  default:
    return NOT_WHERE;
  }
}

// Does the place only say where the speaker is posted: "the envoy in Juba
// said"?
static bool is_station(const placer *p, const bede_claim *claim,
                       uint32_t anchor)
{
  uint32_t word = anchor, steps = BEDE_MAX_SENTENCE_WORDS;
  if (!claim->speech_act) return false;
  while (steps-- > 0) {
    const bede_word *w = bede_word_at(p->doc, word);
    if (w->deprel == BEDE_REL_NSUBJ || w->deprel == BEDE_REL_NSUBJ_PASS) {
      return word != anchor;
    }
    if (w->upos == BEDE_UPOS_VERB || w->head == BEDE_NONE) return false;
    word = w->head;
  }
  return false;
}

// --- candidates -------------------------------------------------------------

typedef struct choice {
  uint32_t place;
  int rank; // higher is better
} choice;

static void offer(choice *best, uint32_t place, int rank)
{
  if (best->place != BEDE_NONE && best->rank >= rank) return;
  best->place = place;
  best->rank = rank;
}

// Nearer ones and finer ones are better, and what a preposition says.
static int rank_of(const bede_place *place, const bede_claim *claim,
                   wording how)
{
  static const int fine[] = {100, 80, 70, 50, 0, 25, 40};
  uint32_t at = claim->trigger_head, head = place->head;
  uint32_t distance = head > at ? head - at : at - head;
  int near = distance > 60 ? 0 : 60 - (int)distance;
  return (how == AS_PLACE    ? 80
          : how == AS_OBJECT ? 60
                             : 40) +
         fine[place->kind] + near;
}

// "Sidi Bouzid, where a policeman was killed": the place that the clause is on.
static uint32_t place_where(const placer *p, const bede_claim *claim)
{
  const bede_doc *doc = p->doc;
  uint32_t verb = bede_verb_of(doc, claim->trigger_head);
  // "where they besieged the hall and injured a guard"
  if (bede_word_at(doc, verb)->deprel == BEDE_REL_CONJ)
    verb = bede_word_at(doc, verb)->head;
  uint32_t head = bede_word_at(doc, verb)->head;
  uint32_t child = bede_word_at(doc, verb)->first_child;
  if (head == BEDE_NONE) return BEDE_NONE;
  for (; child != BEDE_NONE && child < verb;
       child = bede_word_at(doc, child)->next_sibling) {
    if (!bede_lemma_in(doc, child, "where")) continue;
    for (uint32_t i = bede_first_place(doc, claim->sentence);
         i < doc->places.count; i++) {
      const bede_place *place = &doc->places.items[i];
      if (place->sentence != claim->sentence || place->word_begin > child)
        break;
      if (place->word_end + 2 >= child || anchor_of(p, place->head) == head) {
        return i;
      }
    }
  }
  return BEDE_NONE;
}

static bool has_prep(const bede_doc *doc, uint32_t word)
{
  return bede_child_by(doc, word, BEDE_REL_CASE) != BEDE_NONE;
}

// The places that depend on `clause`, the claim's or one that it is told with.
static choice places_at(const placer *p, const bede_claim *claim,
                        uint32_t clause)
{
  choice best = {BEDE_NONE, 0};
  const bede_doc *doc = p->doc;
  for (uint32_t i = bede_first_place(doc, claim->sentence);
       i < doc->places.count; i++) {
    const bede_place *place = &doc->places.items[i];
    if (place->sentence != claim->sentence) break;
    uint32_t anchor = anchor_of(p, place->head);
    wording how = wording_of(p, claim, place, anchor);
    if (how == NOT_WHERE || is_station(p, claim, anchor)) continue;
    bool party = place->kind == BEDE_PLACE_COUNTRY &&
                 is_role(claim, place->head) &&
                 bede_word_at(doc, anchor)->deprel != BEDE_REL_NMOD;
    if (how != AS_PLACE && party &&
        !in_class(p, claim->trigger_head, p->words->going)) {
      continue;
    }
    uint32_t verb = bede_reach_clause(doc, claim->sentence, anchor);
    // "fell on the town and killed a girl": what is done to people is done
    // where the clause before has it
    bool shared =
        how == AS_PLACE || (how == AS_OBJECT && has_prep(doc, anchor) &&
                            is_done_to_people(p, claim));
    bool reached = clause == BEDE_NONE ? bede_reach_claim(doc, claim, verb)
                                       : verb == clause && shared;
    if (reached) offer(&best, i, rank_of(place, claim, how));
  }
  return best;
}

// "Thousands march in anti-Brexit protest, London": the end of a headline.
static uint32_t headline_end(const bede_doc *doc, uint32_t sentence)
{
  const bede_sentence *s = &doc->sentences.items[sentence];
  uint32_t i = bede_first_place(doc, sentence + 1);
  if (!s->title || i == 0) return BEDE_NONE;
  const bede_place *place = &doc->places.items[i - 1];
  bool end = place->sentence == sentence && place->word_end == s->word_end &&
             place->word_begin > s->word_begin &&
             bede_lemma_in(doc, place->word_begin - 1, ",");
  return end ? i - 1 : BEDE_NONE;
}

// "Mokha, Yemen bomb kills photojournalist": the start of a headline, before
// the noun for what happened.
static uint32_t headline_start(const bede_doc *doc, const bede_claim *claim)
{
  const bede_sentence *s = &doc->sentences.items[claim->sentence];
  uint32_t i = bede_first_place(doc, claim->sentence);
  if (!s->title || !happens_at_object(claim) || i >= doc->places.count) {
    return BEDE_NONE;
  }
  const bede_place *place = &doc->places.items[i], *next = place + 1;
  uint32_t after = place->word_end;
  if (place->sentence != claim->sentence ||
      place->word_begin != s->word_begin || place->kind == BEDE_PLACE_COUNTRY) {
    return BEDE_NONE;
  }
  if (i + 1 < doc->places.count && next->sentence == claim->sentence &&
      next->word_begin == after + 1) {
    after = next->word_end;
  }
  bool noun = after < s->word_end &&
              bede_word_at(doc, after)->upos == BEDE_UPOS_NOUN &&
              bede_word_at(doc, after)->xpos == BEDE_XPOS_NN;
  return noun ? i : BEDE_NONE;
}

// "It was recaptured": the pronoun's entity is a place named before.
static uint32_t place_of_pronoun(const placer *p, const bede_claim *claim)
{
  const bede_doc *doc = p->doc;
  uint32_t verb = bede_verb_of(doc, claim->trigger_head);
  uint32_t it = bede_child_by(doc, verb, BEDE_REL_OBJ);
  if (it == BEDE_NONE) it = bede_child_by(doc, verb, BEDE_REL_NSUBJ_PASS);
  if (it == BEDE_NONE || !happens_at_object(claim) ||
      is_done_to_people(p, claim) || !bede_lemma_in(doc, it, "it") ||
      bede_word_at(doc, it)->mention == BEDE_NONE) {
    return BEDE_NONE;
  }
  uint32_t e = doc->mentions.items[bede_word_at(doc, it)->mention].entity;
  for (uint32_t i = bede_first_place(doc, claim->sentence + 1); i-- > 0;) {
    const bede_place *place = &doc->places.items[i];
    if (place->sentence + 1 < claim->sentence) break;
    uint32_t m = bede_word_at(doc, place->head)->mention;
    if (m != BEDE_NONE && doc->mentions.items[m].entity == e) return i;
  }
  return BEDE_NONE;
}

// The place of a clause below that tells of the same time: "were killed when a
// bomb went off at a funeral in Jalalabad".
static uint32_t place_below(const placer *p, const bede_claim *claim,
                            uint32_t verb)
{
  uint32_t child = bede_word_at(p->doc, verb)->first_child;
  for (; child != BEDE_NONE;
       child = bede_word_at(p->doc, child)->next_sibling) {
    unsigned rel = bede_word_at(p->doc, child)->deprel;
    bool beside = rel == BEDE_REL_ADVCL || rel == BEDE_REL_ACL;
    if (beside && bede_goes_with(p->doc, child)) {
      choice best = places_at(p, claim, child);
      if (best.place != BEDE_NONE) return best.place;
    }
    // "launched missiles targeting troops in Iraqi bases"
    if (rel == BEDE_REL_OBJ && verb == bede_verb_of(p->doc, child)) {
      uint32_t place = place_below(p, claim, child);
      if (place != BEDE_NONE) return place;
    }
  }
  return BEDE_NONE;
}

// "An attack that day on a base near Mosul": a place right of the noun for the
// act with no verb between, whatever the parser hangs it on; but "condemned the
// attack in a speech in Dakar".
static uint32_t place_beside(const placer *p, const bede_claim *claim)
{
  const bede_doc *doc = p->doc;
  uint32_t at = claim->trigger_head;
  if (bede_word_at(doc, at)->upos != BEDE_UPOS_NOUN || claim->speech_act) {
    return BEDE_NONE;
  }
  for (uint32_t i = bede_first_place(doc, claim->sentence);
       i < doc->places.count; i++) {
    const bede_place *place = &doc->places.items[i];
    if (place->sentence != claim->sentence) break;
    if (place->word_begin < at) continue;
    for (at++; at < place->word_begin; at++) {
      unsigned upos = bede_word_at(doc, at)->upos;
      if (upos == BEDE_UPOS_VERB || upos == BEDE_UPOS_AUX ||
          upos == BEDE_UPOS_CCONJ || upos == BEDE_UPOS_SCONJ) {
        return BEDE_NONE;
      }
    }
    uint32_t anchor = anchor_of(p, place->head);
    uint32_t noun = bede_word_at(doc, anchor)->head;
    bool told = noun != BEDE_NONE &&
                bede_lemma_in(doc, noun,
                              "speech statement interview address letter "
                              "sermon broadcast message briefing");
    return !told && wording_of(p, claim, place, anchor) == AS_PLACE ? i
                                                                    : BEDE_NONE;
  }
  return BEDE_NONE;
}

// "For the first time in weeks of protests in Hong Kong, police fired": a place
// in what stands before the clause's verb, whatever noun it hangs on there.
static uint32_t fronted(const placer *p, const bede_claim *claim, uint32_t verb)
{
  const bede_doc *doc = p->doc;
  uint32_t subject = bede_child_by(doc, verb, BEDE_REL_NSUBJ);
  if (claim->speech_act || subject == BEDE_NONE) return BEDE_NONE;
  for (uint32_t i = bede_first_place(doc, claim->sentence);
       i < doc->places.count; i++) {
    const bede_place *place = &doc->places.items[i];
    if (place->sentence != claim->sentence || place->head > subject) break;
    uint32_t anchor = anchor_of(p, place->head);
    if (wording_of(p, claim, place, anchor) == AS_PLACE &&
        bede_verb_of(doc, anchor) == verb) {
      return i;
    }
  }
  return BEDE_NONE;
}

// Is the verb one by which somebody speaks of the claim's act: "condemned the
// attack in a speech in Dakar"?
static bool is_spoken(const bede_doc *doc, const bede_claim *claim,
                      uint32_t verb)
{
  for (uint32_t i = bede_first_claim(doc, claim->sentence);
       i < doc->claims.count; i++) {
    const bede_claim *c = &doc->claims.items[i];
    if (c->sentence != claim->sentence) break;
    if (c != claim && c->speech_act && bede_in_trigger(doc, c, verb)) {
      return !claim->speech_act;
    }
  }
  return false;
}

// The place of the sentence: of a clause that the claim's is told with.
static uint32_t place_above(const placer *p, const bede_claim *claim)
{
  const bede_doc *doc = p->doc;
  uint32_t verb = bede_verb_of(doc, claim->trigger_head);
  uint32_t steps = BEDE_MAX_SENTENCE_WORDS;
  if (!bede_reach_claim(doc, claim, verb) || is_spoken(doc, claim, verb))
    return BEDE_NONE;
  uint32_t below = place_below(p, claim, verb);
  if (below != BEDE_NONE) return below;
  below = fronted(p, claim, verb);
  if (below != BEDE_NONE) return below;
  while (steps-- > 0 && verb != BEDE_NONE) {
    choice best = places_at(p, claim, verb);
    if (best.place != BEDE_NONE) return best.place;
    const bede_word *w = bede_word_at(doc, verb);
    bool came =
        w->deprel == BEDE_REL_ADVCL && w->head != BEDE_NONE &&
        in_class(p, w->head, p->words->going); // "came to Iraq to fight"
    verb = came ? w->head : bede_told_above(doc, verb);
  }
  return BEDE_NONE;
}

// "Speaking in Baghdad, he promised": where a speaker says that he is.
static uint32_t place_of_speech(const placer *p, const bede_claim *claim)
{
  const bede_doc *doc = p->doc;
  const bede_sentence *s = &doc->sentences.items[claim->sentence];
  if (!claim->speech_act) return BEDE_NONE;
  for (uint32_t i = s->word_begin; i < s->word_end; i++) {
    if (!bede_lemma_in(doc, i, "speak address meet gather visit talk") ||
        bede_word_at(doc, i)->upos != BEDE_UPOS_VERB) {
      continue;
    }
    uint32_t above = bede_word_at(doc, i)->head;
    if (above == BEDE_NONE ||
        bede_verb_of(doc, above) != bede_verb_of(doc, claim->trigger_head)) {
      continue;
    }
    choice best = places_at(p, claim, i);
    if (best.place != BEDE_NONE) return best.place;
  }
  return BEDE_NONE;
}

// --- words for places -------------------------------------------------------

// Where a building was said to be, when "the consulate" comes up again.
static uint32_t meant_before(const placer *p, uint32_t noun)
{
  uint32_t lemma = bede_word_at(p->doc, noun)->lemma_id;
  for (uint32_t i = 0; lemma && i < NOUNS; i++) {
    if (p->nouns[i].lemma == lemma) return p->nouns[i].place;
  }
  return BEDE_NONE;
}

// "The consulate in Istanbul": keeps where the noun is; of two the last.
static void remember_noun(placer *p, uint32_t place)
{
  const bede_place *at = &p->doc->places.items[place];
  uint32_t noun = bede_word_at(p->doc, anchor_of(p, at->head))->head;
  if (noun == BEDE_NONE || !in_class(p, noun, p->words->point)) return;
  uint32_t lemma = bede_word_at(p->doc, noun)->lemma_id, slot = 0;
  while (slot < NOUNS && p->nouns[slot].lemma != lemma)
    slot++;
  if (slot == NOUNS) {
    slot = p->next_noun;
    p->next_noun = (slot + 1) % NOUNS;
  }
  p->nouns[slot].lemma = lemma;
  p->nouns[slot].place = place;
}

// The last place that a noun can mean: "the city", "the province".
static uint32_t last_for(const placer *p, uint32_t noun)
{
  const bede_place_words *w = p->words;
  if (bede_lemma_in(p->doc, noun, "country")) {
    return p->last[BEDE_PLACE_COUNTRY];
  }
  if (in_class(p, noun, w->city)) {
    uint32_t city = p->last[BEDE_PLACE_CITY];
    return city == BEDE_NONE ? p->last[BEDE_PLACE_KIND_COUNT] : city;
  }
  if (in_class(p, noun, w->point)) return meant_before(p, noun);
  if (in_class(p, noun, w->adm1)) return p->last[BEDE_PLACE_ADM1];
  if (bede_lemma_in(p->doc, noun,
                    "area region district territory island "
                    "capital scene site")) {
    return p->last[BEDE_PLACE_KIND_COUNT];
  }
  return BEDE_NONE;
}

// The last place named before a word.
static uint32_t last_before(const placer *p, uint32_t sentence, uint32_t word)
{
  uint32_t last = p->last[BEDE_PLACE_KIND_COUNT];
  for (uint32_t i = bede_first_place(p->doc, sentence);
       i < p->doc->places.count; i++) {
    const bede_place *place = &p->doc->places.items[i];
    if (place->sentence != sentence || place->word_begin > word) break;
    last = i;
  }
  return last;
}

// "In the city", "here", "there", "in other parts of the town": the clause says
// that it is a place named before.
static uint32_t place_meant(const placer *p, const bede_claim *claim)
{
  const bede_doc *doc = p->doc;
  const bede_sentence *s = &doc->sentences.items[claim->sentence];
  for (uint32_t i = s->word_begin; i < s->word_end; i++) {
    const bede_word *w = bede_word_at(doc, i);
    uint32_t anchor = anchor_of(p, i), meant = BEDE_NONE;
    uint32_t prep = bede_child_by(doc, anchor, BEDE_REL_CASE);
    unsigned rel = bede_word_at(doc, anchor)->deprel;
    if (w->deprel == BEDE_REL_ADVMOD && bede_lemma_in(doc, i, "here there")) {
      meant = last_before(p, claim->sentence, i);
    } else if ((rel == BEDE_REL_OBL || rel == BEDE_REL_NMOD) &&
               prep != BEDE_NONE &&
               bede_lemma_in(doc, prep, place_prepositions) &&
               bede_child_by(doc, i, BEDE_REL_DET) != BEDE_NONE) {
      meant = last_for(p, i);
    }
    if (meant == BEDE_NONE) continue;
    uint32_t verb = bede_reach_clause(doc, claim->sentence, anchor);
    if (bede_reach_claim(doc, claim, verb)) return meant;
  }
  return BEDE_NONE;
}

// --- claims -----------------------------------------------------------------

static void set_place(bede_claim *claim, uint32_t place, bede_place_basis basis)
{
  claim->place = place;
  claim->place_basis = basis;
}

static void place_claim(placer *p, bede_claim *claim)
{
  choice best = {place_where(p, claim), 0};
  if (best.place == BEDE_NONE) best = places_at(p, claim, BEDE_NONE);
  claim->place = BEDE_NONE;
  if (best.place != BEDE_NONE) {
    set_place(claim, best.place, BEDE_PLACE_BY_CLAUSE);
    return;
  }
  uint32_t place = headline_end(p->doc, claim->sentence);
  if (place == BEDE_NONE) place = headline_start(p->doc, claim);
  if (place == BEDE_NONE) place = place_beside(p, claim);
  if (place == BEDE_NONE) place = place_of_pronoun(p, claim);
  if (place == BEDE_NONE) place = place_of_speech(p, claim);
  if (place == BEDE_NONE) place = place_above(p, claim);
  if (place != BEDE_NONE) set_place(claim, place, BEDE_PLACE_BY_SENTENCE);
}

// A deed without a place goes on where the story is; in the first sentence
// behind a dateline, there.
static void place_by_story(placer *p, bede_claim *claim, bool opens)
{
  if (claim->place != BEDE_NONE) return;
  uint32_t meant = place_meant(p, claim);
  if (meant != BEDE_NONE) {
    set_place(claim, meant,
              meant == p->dateline ? BEDE_PLACE_BY_DATELINE
                                   : BEDE_PLACE_BY_PRECEDING);
    return;
  }
  const bede_claim *before = bede_act_before(p->doc, claim);
  if (before && before->place != BEDE_NONE) {
    set_place(claim, before->place, BEDE_PLACE_BY_PRECEDING);
    return;
  }
  if (!bede_is_story(p->doc, claim) ||
      (!bede_goes_on_speaking(p->doc, claim) &&
       (claim->speech_act || !happens_at_object(claim)))) {
    return;
  }
  if (p->story != BEDE_NONE) {
    set_place(claim, p->story, BEDE_PLACE_BY_PRECEDING);
  } else if (opens && p->dateline != BEDE_NONE && happens_at_object(claim)) {
    set_place(claim, p->dateline, BEDE_PLACE_BY_DATELINE);
  }
}

static void remember(placer *p, uint32_t place)
{
  p->last[p->doc->places.items[place].kind] = place;
  p->last[BEDE_PLACE_KIND_COUNT] = place;
}

// The place of the main clause, told in the plain past.
static uint32_t main_place(const placer *p, uint32_t sentence)
{
  const bede_doc *doc = p->doc;
  for (uint32_t i = bede_first_place(doc, sentence); i < doc->places.count;
       i++) {
    const bede_place *place = &doc->places.items[i];
    if (place->sentence != sentence) break;
    uint32_t anchor = anchor_of(p, place->head);
    uint32_t prep = bede_child_by(doc, anchor, BEDE_REL_CASE);
    uint32_t verb = bede_verb_of(doc, anchor);
    bool entered = bede_word_at(doc, anchor)->deprel == BEDE_REL_OBJ &&
                   in_class(p, verb, p->words->going);
    if (!entered &&
        (prep == BEDE_NONE || !bede_lemma_in(doc, prep, place_prepositions))) {
      continue;
    }
    if (bede_word_at(doc, verb)->head == BEDE_NONE &&
        !bede_is_report(doc, verb) && bede_tells(doc, verb) == BEDE_TOLD_PAST) {
      return i;
    }
  }
  return BEDE_NONE;
}

// Where the story and the names stand behind a sentence. Of a dateline the
// first name is the place, the others say where that is.
static void go_on(placer *p, uint32_t sentence)
{
  const bede_doc *doc = p->doc;
  bool dateline = doc->sentences.items[sentence].dateline;
  for (uint32_t i = bede_first_place(doc, sentence); i < doc->places.count;
       i++) {
    if (doc->places.items[i].sentence != sentence) break;
    remember(p, i);
    remember_noun(p, i);
    if (dateline && p->dateline == BEDE_NONE) p->dateline = i;
  }
  if (dateline && p->dateline != BEDE_NONE) remember(p, p->dateline);
  uint32_t main = main_place(p, sentence);
  if (main != BEDE_NONE) p->story = main;
  for (uint32_t i = bede_first_claim(doc, sentence); i < doc->claims.count;
       i++) {
    const bede_claim *c = &doc->claims.items[i];
    if (c->sentence != sentence) break;
    if (c->place == BEDE_NONE) continue;
    remember(p, c->place);
    if (!c->speech_act && bede_is_story(doc, c)) p->story = c->place;
  }
}

bede_status bede_place_claims(bede_doc *doc, const bede_lexicon *lex)
{
  bede_place_words words;
  placer p = {.doc = doc, .lex = lex, .words = &words};
  uint32_t paragraph = UINT32_MAX, claim = 0;
  bool opens = false; // the sentence behind the dateline
  p.story = p.dateline = BEDE_NONE;
  for (size_t i = 0; i <= BEDE_PLACE_KIND_COUNT; i++)
    p.last[i] = BEDE_NONE;
  bede_place_words_init(&words, lex);
  BEDE_TRY(bede_places_find(doc, lex, &words));
  for (uint32_t s = 0; s < doc->sentences.count; s++) {
    const bede_sentence *sentence = &doc->sentences.items[s];
    uint32_t first = claim;
    if (sentence->paragraph != paragraph || sentence->title) {
      p.story = BEDE_NONE;
    }
    paragraph = sentence->paragraph;
    for (; claim < doc->claims.count && doc->claims.items[claim].sentence == s;
         claim++) {
      place_claim(&p, &doc->claims.items[claim]);
    }
    for (uint32_t i = first; i < claim; i++)
      place_by_story(&p, &doc->claims.items[i], opens);
    go_on(&p, s);
    opens = sentence->dateline;
  }
  return BEDE_OK;
}
