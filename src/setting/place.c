// The place of a claim: a name of a place behind a preposition of place in the
// claim's clause ("marched in London", "an attack on a base near Mosul").
#include "lang/args.h"
#include "setting/reach.h"
#include "setting/scan.h"

static const char place_prepositions[] =
    "in at near outside inside across around within throughout off over";

static const bede_word *word_at(const bede_doc *doc, uint32_t word)
{
  return &doc->words.items[word];
}

static const bede_entity *entity_of(const bede_doc *doc, uint32_t word)
{
  uint32_t m = word_at(doc, word)->mention;
  if (m == BEDE_NONE || doc->mentions.items[m].head != word) return NULL;
  uint32_t e = doc->mentions.items[m].entity;
  return e < doc->entities.count ? &doc->entities.items[e] : NULL;
}

static bool is_location(const bede_doc *doc, uint32_t word)
{
  const bede_entity *e = entity_of(doc, word);
  unsigned ner = word_at(doc, word)->ner;
  if (e && (e->kind == BEDE_KIND_STATE || e->kind == BEDE_KIND_PLACE)) {
    return word_at(doc, word)->upos == BEDE_UPOS_PROPN;
  }
  return !e && (ner == BEDE_NER_B_LOC || ner == BEDE_NER_I_LOC);
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

// The word behind which a place's preposition stands: "in the town of Mokha"
// and "in the Tsuen Wan district" name their places by way of a common noun.
static uint32_t anchor_of(const bede_doc *doc, uint32_t word)
{
  static const char of_places[] =
      "town city village province district region state area capital part port "
      "neighborhood neighbourhood suburb county island valley governorate "
      "border north south east west outskirts center centre";
  const bede_word *w = word_at(doc, word);
  uint32_t prep = bede_child_by(doc, word, BEDE_REL_CASE);
  bool of = w->deprel == BEDE_REL_NMOD && prep != BEDE_NONE &&
            bede_scan_lemma_in(doc, prep, "of");
  bool part = w->deprel == BEDE_REL_COMPOUND || w->deprel == BEDE_REL_APPOS ||
              w->deprel == BEDE_REL_NMOD_DESC;
  return (of || part) && w->head != BEDE_NONE &&
                 bede_scan_lemma_in(doc, w->head, of_places)
             ? w->head
             : word;
}

// Is `word` a place that its preposition says to be where something happens,
// or one that names the claim's event: "Hong Kong protests"?
static bool is_place(const bede_doc *doc, const bede_claim *claim,
                     uint32_t word)
{
  const bede_word *w = word_at(doc, word);
  if (!is_location(doc, word) || is_role(claim, word)) return false;
  if (w->deprel == BEDE_REL_COMPOUND && w->head == claim->trigger_head) {
    return claim->event == BEDE_PROTEST || claim->event == BEDE_ASSAULT;
  }
  uint32_t anchor = anchor_of(doc, word);
  unsigned rel = word_at(doc, anchor)->deprel;
  uint32_t prep = bede_child_by(doc, anchor, BEDE_REL_CASE);
  return (rel == BEDE_REL_OBL || rel == BEDE_REL_NMOD) && prep != BEDE_NONE &&
         bede_scan_lemma_in(doc, prep, place_prepositions);
}

// The country that stands behind the place: "Mokha, Yemen".
static bede_str country_behind(const bede_doc *doc, uint32_t word)
{
  bede_str none = {NULL, 0};
  uint32_t child = word_at(doc, word)->first_child;
  for (; child != BEDE_NONE; child = word_at(doc, child)->next_sibling) {
    const bede_entity *e = child > word ? entity_of(doc, child) : NULL;
    if (e && e->kind == BEDE_KIND_STATE) return e->country;
  }
  return none;
}

// A state named by itself gives its name; a capital that stands for its state,
// and what the knowledge lacks, give their own words.
static void set_place(bede_doc *doc, bede_claim *claim, uint32_t word)
{
  const bede_entity *e = entity_of(doc, word);
  const bede_mention *m =
      e ? &doc->mentions.items[word_at(doc, word)->mention] : NULL;
  claim->place_span = m ? m->span : bede_phrase_span(doc, word, false);
  claim->place_name = bede_doc_str(doc, claim->place_span);
  if (m && m->basis != BEDE_BASIS_METONYM) claim->place_name = e->name;
  claim->place_country = country_behind(doc, word);
  if (!claim->place_country.ptr && e) claim->place_country = e->country;
}

void bede_place_claim(bede_doc *doc, bede_claim *claim)
{
  const bede_sentence *s = &doc->sentences.items[claim->sentence];
  uint32_t best = BEDE_NONE, best_distance = UINT32_MAX;
  for (uint32_t w = s->word_begin; w < s->word_end; w++) {
    if (!is_place(doc, claim, w)) continue;
    uint32_t clause = bede_reach_clause(doc, claim->sentence, w);
    uint32_t at = claim->trigger_head, distance = w > at ? w - at : at - w;
    if (distance >= best_distance || !bede_reach_claim(doc, claim, clause)) {
      continue;
    }
    best = w;
    best_distance = distance;
  }
  if (best != BEDE_NONE) set_place(doc, claim, best);
}
