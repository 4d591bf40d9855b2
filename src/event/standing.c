// The standing of predicates. The division of governors into implicative verbs
// of both polarities and verbs that leave their complement open is Karttunen's
// (1971, "Implicative verbs"); that factuality composes down the tree through
// them is from Sauri and Pustejovsky (2012, FactBank's De Facto).
#include "event/standing.h"

#include <stdio.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/str.h"
#include "lang/args.h"
#include "lang/clause.h"

// Governors that one predicate's standing is looked for through.
#define BEDE_STANDING_DEPTH 8u

void bede_standing_init(bede_standing_rules *rules, const bede_lexicon *lex)
{
  static const char *const names[] = {
#define X(name) "standing_" #name,
      BEDE_STANDING_CLASS_LIST(X)
#undef X
  };
  rules->lex = lex;
  for (size_t i = 0; i < BEDE_STANDING_CLASS_COUNT; i++)
    rules->classes[i] = bede_lexicon_class(lex, bede_str_from(names[i]));
}

// The symbol of a verb with its particle ("call_off"), of another word its
// lemma's.
static uint32_t symbol_of(const bede_standing_rules *rules, const bede_doc *doc,
                          uint32_t word)
{
  const bede_word *w = &doc->words.items[word];
  uint32_t particle =
      w->upos == BEDE_UPOS_VERB ? bede_particle_of(doc, word) : BEDE_NONE;
  if (particle == BEDE_NONE) return w->lemma_id;
  char name[64];
  bede_str tail = doc->words.items[particle].lemma;
  int n = snprintf(name, sizeof name, "%.*s_%.*s", (int)w->lemma.len,
                   w->lemma.ptr, (int)tail.len, tail.ptr);
  if (n < 0 || (size_t)n >= sizeof name) return 0;
  return bede_lexicon_symbol(rules->lex, (bede_str){name, (size_t)n});
}

static bool in(const bede_standing_rules *rules, const bede_doc *doc,
               uint32_t word, bede_standing_class which)
{
  uint32_t lemma = symbol_of(rules, doc, word);
  return lemma && rules->classes[which] &&
         bede_lexicon_in_class(rules->lex, lemma, rules->classes[which]);
}

// Has the word a modifier in the class?
static bool child_in(const bede_standing_rules *rules, const bede_doc *doc,
                     uint32_t word, bede_standing_class which)
{
  const bede_word *words = doc->words.items;
  for (uint32_t c = words[word].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    // "was likely an act of sabotage" is no plan
    bool adverb = words[c].deprel == BEDE_REL_ADVMOD &&
                  which != BEDE_STANDING_ahead_modifier;
    if ((adverb || words[c].deprel == BEDE_REL_AMOD ||
         words[c].deprel == BEDE_REL_COMPOUND) &&
        in(rules, doc, c, which))
      return true;
  }
  return false;
}

static bool is_noun(const bede_doc *doc, uint32_t word)
{
  uint8_t upos = doc->words.items[word].upos;
  return upos == BEDE_UPOS_NOUN || upos == BEDE_UPOS_PROPN;
}

// --- the word's own grammar --------------------------------------------------

static void group_standing(const bede_grammar *g, bede_standing *out)
{
  *out = (bede_standing){.negated = g->negated, .status = BEDE_STATUS_ACTUAL};
  if (g->modal_perfect)
    out->uncertain =
        g->modal == BEDE_MODAL_POSSIBLE || g->modal == BEDE_MODAL_ABILITY;
  else if (g->modal == BEDE_MODAL_POSSIBLE || g->modal == BEDE_MODAL_WOULD ||
           g->modal == BEDE_MODAL_ABILITY)
    out->status = BEDE_STATUS_HYPOTHETICAL;
  else if (g->modal != BEDE_MODAL_NONE ||
           (g->tense == BEDE_TIME_FUTURE && !g->participle))
    out->status = BEDE_STATUS_FUTURE;
  if (g->modal_perfect && !out->uncertain)
    out->status = BEDE_STATUS_HYPOTHETICAL;
  // "whether the army shelled the town": it did or did not
  bool doubted = g->indirect && !g->conditional && !g->depends &&
                 g->tense == BEDE_TIME_PAST && g->modal == BEDE_MODAL_NONE;
  out->uncertain |= doubted;
  if (g->conditional || (g->question && !doubted) || g->depends)
    out->status = BEDE_STATUS_HYPOTHETICAL;
}

static void own_standing(const bede_standing_rules *rules, const bede_doc *doc,
                         uint32_t word, bede_grammar *g, bede_standing *out)
{
  bede_grammar_of(doc, word, g);
  group_standing(g, out);
  // "would burn a granary each night" was done
  if (g->modal == BEDE_MODAL_WOULD && !g->modal_perfect && !g->depends &&
      !g->conditional && bede_standing_habitual(rules, doc, word))
    out->status = BEDE_STATUS_ACTUAL;
  if (child_in(rules, doc, word, BEDE_STANDING_doubt_modifier) ||
      child_in(rules, doc, word, BEDE_STANDING_doubt_adverb))
    out->uncertain = true;
  if (!is_noun(doc, word)) return;
  if (child_in(rules, doc, word, BEDE_STANDING_ahead_modifier))
    out->status = BEDE_STATUS_FUTURE;
  if (child_in(rules, doc, word, BEDE_STANDING_void_modifier))
    out->negated = !out->negated;
}

// --- what a governor makes of it ---------------------------------------------

// Does the gerund's preposition hand it over ("accused of", "kept from")? With
// others, and without any, it is told beside the governor.
static bool is_taken_gerund(const bede_doc *doc, uint32_t word)
{
  uint32_t mark = bede_child_by(doc, word, BEDE_REL_MARK);
  return mark != BEDE_NONE && bede_lemma_in(doc, mark, "of from against into");
}

// How the word hangs on its governor.
typedef enum bond {
  BOND_NONE,    // on its own: a main clause, a relative clause, an adjunct
  BOND_OPEN,    // an infinitive or gerund that the governor takes
  BOND_PURPOSE, // "to ..." beside the governor
  BOND_CLAUSE,  // a finite clause that the governor takes
  BOND_NOUN     // an event noun that the governor takes
} bond;

static bond bond_of(const bede_doc *doc, uint32_t word, const bede_grammar *g)
{
  switch (doc->words.items[word].deprel) {
  case BEDE_REL_XCOMP:
    return BOND_OPEN;
  case BEDE_REL_CCOMP:
    return g->infinitive || g->participle ? BOND_OPEN : BOND_CLAUSE;
  case BEDE_REL_ACL:
    if (g->infinitive) return BOND_OPEN;
    if (g->participle)
      return is_taken_gerund(doc, word) ? BOND_OPEN : BOND_NONE;
    return BOND_CLAUSE;
  case BEDE_REL_ADVCL:
    if (g->infinitive) return BOND_PURPOSE;
    return g->participle && is_taken_gerund(doc, word) ? BOND_OPEN : BOND_NONE;
  case BEDE_REL_OBJ:
  case BEDE_REL_NSUBJ:
  case BEDE_REL_NSUBJ_PASS:
  case BEDE_REL_NMOD:
  case BEDE_REL_OBL:
    return is_noun(doc, word) ? BOND_NOUN : BOND_NONE;
  default:
    return BOND_NONE;
  }
}

// Does the preposition of a nominal complement hand the act over ("plan for a
// sale", "threat of war", "prevented from", "agreed on")? Others place it.
static bool hands_over(const bede_doc *doc, uint32_t word)
{
  const bede_word *w = &doc->words.items[word];
  if (w->deprel != BEDE_REL_NMOD && w->deprel != BEDE_REL_OBL) return true;
  uint32_t prep = bede_child_by(doc, word, BEDE_REL_CASE);
  return prep != BEDE_NONE && bede_lemma_in(doc, prep, "of for on to from");
}

static void standing(const bede_standing_rules *rules, const bede_doc *doc,
                     uint32_t word, unsigned depth, bede_standing *out);

// Later than what the governor says: what is open stays open.
static void set_ahead(const bede_standing *above, bede_standing *out)
{
  if (out->status == BEDE_STATUS_ACTUAL)
    out->status = above->status == BEDE_STATUS_HYPOTHETICAL
                      ? BEDE_STATUS_HYPOTHETICAL
                      : BEDE_STATUS_FUTURE;
  out->negated ^= above->negated;
}

static void set_like(const bede_standing *above, bond how, bede_standing *out)
{
  // "no talks took place" is one negation, told by noun and verb
  if (how == BOND_NOUN)
    out->negated |= above->negated;
  else
    out->negated ^= above->negated;
  out->uncertain |= above->uncertain;
  if (out->status == BEDE_STATUS_ACTUAL) out->status = above->status;
}

static void clause_effect(const bede_standing_rules *rules, const bede_doc *doc,
                          uint32_t governor, const bede_standing *above,
                          bede_standing *out)
{
  if (in(rules, doc, governor, BEDE_STANDING_denial_verb))
    out->negated = !out->negated;
  else if (in(rules, doc, governor, BEDE_STANDING_doubt_verb))
    out->uncertain = true;
  else if (in(rules, doc, governor, BEDE_STANDING_ahead) &&
           bede_lemma_in(doc, governor,
                         "hope demand propose suggest recommend urge ask "
                         "insist require order agree prefer"))
    set_ahead(above, out);
}

// "The talks will take place on Monday."
static bool takes_place(const bede_doc *doc, uint32_t verb)
{
  uint32_t object = bede_child_by(doc, verb, BEDE_REL_OBJ);
  return bede_lemma_in(doc, verb, "take") && object != BEDE_NONE &&
         bede_lemma_in(doc, object, "place");
}

// An event noun stands as its verb does only where that verb does no more than
// say that it takes place.
static bool only_tells(const bede_standing_rules *rules, const bede_doc *doc,
                       uint32_t word, uint32_t governor)
{
  uint8_t rel = doc->words.items[word].deprel;
  if (rel == BEDE_REL_NSUBJ_PASS) return true;
  if (rel == BEDE_REL_OBL) { // "will travel to Lima for talks"
    uint32_t prep = bede_child_by(doc, word, BEDE_REL_CASE);
    return prep != BEDE_NONE && bede_lemma_in(doc, prep, "for");
  }
  if (rel == BEDE_REL_NSUBJ)
    return in(rules, doc, governor, BEDE_STANDING_occurrence) ||
           takes_place(doc, governor);
  uint32_t count;
  bede_lexicon_supports(rules->lex, doc->words.items[governor].lemma_id,
                        &count);
  return rel == BEDE_REL_OBJ && count > 0;
}

static bool is_definite(const bede_doc *doc, uint32_t noun)
{
  uint32_t det = bede_child_by(doc, noun, BEDE_REL_DET);
  return bede_child_by(doc, noun, BEDE_REL_NMOD_POSS) != BEDE_NONE ||
         (det != BEDE_NONE && bede_lemma_in(doc, det, "the this that these"));
}

// Verbs whose object or complement is given before them ("stopped the attack")
// say nothing about its future.
static void open_effect(const bede_standing_rules *rules, const bede_doc *doc,
                        uint32_t word, uint32_t governor, bond how,
                        const bede_standing *above, bede_standing *out)
{
  bool noun = how == BOND_NOUN;
  bool subject = noun && doc->words.items[word].deprel == BEDE_REL_NSUBJ;
  if (noun && !hands_over(doc, word)) return;
  if (!subject &&
      in(rules, doc, governor,
         noun ? BEDE_STANDING_undone : BEDE_STANDING_not_happened)) {
    set_like(above, how, out);
    out->negated = !out->negated;
  } else if (!subject &&
             in(rules, doc, governor,
                noun ? BEDE_STANDING_planned : BEDE_STANDING_ahead)) {
    set_ahead(above, out);
  } else if (subject && above->status == BEDE_STATUS_HYPOTHETICAL &&
             !is_definite(doc, word)) {
    out->status = BEDE_STATUS_HYPOTHETICAL; // "an invasion could lead to war"
  } else if (in(rules, doc, governor, BEDE_STANDING_doubt_verb)) {
    set_like(above, how, out);
    out->uncertain |= how == BOND_OPEN;
  } else if (how == BOND_PURPOSE) {
    set_ahead(above, out);
    out->negated ^= above->negated;
  } else if (how == BOND_OPEN || only_tells(rules, doc, word, governor)) {
    set_like(above, how, out);
  }
}

// The first of coordinated words hangs where all of them do.
static uint32_t first_conjunct(const bede_doc *doc, uint32_t word)
{
  const bede_word *words = doc->words.items;
  for (uint32_t i = 0; i < BEDE_STANDING_DEPTH; i++) {
    if (words[word].deprel != BEDE_REL_CONJ ||
        words[word].head >= doc->words.count)
      break;
    word = words[word].head;
  }
  return word;
}

// "Kept [the crowd from entering]": the parser may hang the verb's complement
// on its object.
static uint32_t taker_of(const bede_doc *doc, uint32_t word, uint32_t governor)
{
  const bede_word *g = &doc->words.items[governor];
  bool inside = doc->words.items[word].deprel == BEDE_REL_ACL &&
                is_taken_gerund(doc, word) && g->deprel == BEDE_REL_OBJ;
  return inside && g->head < doc->words.count ? g->head : governor;
}

static void standing(const bede_standing_rules *rules, const bede_doc *doc,
                     uint32_t word, unsigned depth, bede_standing *out)
{
  bede_grammar g;
  own_standing(rules, doc, word, &g, out);
  uint32_t first = first_conjunct(doc, word);
  uint32_t governor = doc->words.items[first].head;
  if (!depth || governor >= doc->words.count) return;
  bede_grammar fg = g;
  if (first != word) bede_grammar_of(doc, first, &fg);
  // a later conjunct with a tense of its own stands for itself
  if (first != word && !is_noun(doc, word) && !g.infinitive && !g.participle)
    return;
  bond how = bond_of(doc, first, &fg);
  if (how == BOND_NONE) return;
  governor = taker_of(doc, first, governor);
  bede_standing above;
  standing(rules, doc, governor, depth - 1, &above);
  if (how == BOND_CLAUSE)
    clause_effect(rules, doc, governor, &above, out);
  else
    open_effect(rules, doc, first, governor, how, &above, out);
}

void bede_standing_of(const bede_standing_rules *rules, const bede_doc *doc,
                      uint32_t word, bede_standing *out)
{
  standing(rules, doc, word, BEDE_STANDING_DEPTH, out);
}

void bede_standing_context(const bede_standing_rules *rules,
                           const bede_doc *doc, uint32_t word,
                           bede_standing *out)
{
  bede_grammar g;
  bede_standing own;
  bede_grammar_of(doc, word, &g);
  group_standing(&g, &own);
  bede_standing_of(rules, doc, word, out);
  out->negated ^= own.negated;
  out->uncertain &= !own.uncertain;
  if (own.status != BEDE_STATUS_ACTUAL) out->status = BEDE_STATUS_ACTUAL;
}

// --- habits ------------------------------------------------------------------

// "Every Friday", "each rainy season".
static bool is_each(const bede_standing_rules *rules, const bede_doc *doc,
                    uint32_t word)
{
  uint32_t det = bede_child_by(doc, word, BEDE_REL_DET);
  return det != BEDE_NONE && bede_lemma_in(doc, det, "every each") &&
         in(rules, doc, word, BEDE_STANDING_habit_time);
}

// "On Fridays", "at weekends".
static bool is_plural_time(const bede_doc *doc, uint32_t word)
{
  bede_str form = bede_word_form(doc, word);
  return form.len > 3 && form.ptr[form.len - 1] == 's' &&
         bede_lemma_in(
             doc, word,
             "monday tuesday wednesday thursday friday saturday sunday "
             "Monday Tuesday Wednesday Thursday Friday Saturday Sunday "
             "Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays "
             "weekend");
}

// "Once a week", "twice a year", "several times a day".
static bool is_rate(const bede_standing_rules *rules, const bede_doc *doc,
                    uint32_t word)
{
  if (word < 2 || !in(rules, doc, word, BEDE_STANDING_habit_time)) return false;
  return bede_lemma_in(doc, word - 1, "a an per each every") &&
         bede_lemma_in(doc, word - 2, "once twice thrice time");
}

// "Time after time", "night after night", "again and again", "time and again",
// "now and then".
static bool is_doubled(const bede_doc *doc, uint32_t word)
{
  if (word + 2 >= doc->words.count) return false;
  bool joined = bede_lemma_in(doc, word + 1, "after and to");
  bool same = bede_str_eq(doc->words.items[word].lemma,
                          doc->words.items[word + 2].lemma);
  if (same && joined)
    return bede_lemma_in(doc, word,
                         "time again day week month year night morning season");
  return bede_lemma_in(doc, word + 1, "and") &&
         ((bede_lemma_in(doc, word, "time") &&
           bede_lemma_in(doc, word + 2, "again")) ||
          (bede_lemma_in(doc, word, "now") &&
           bede_lemma_in(doc, word + 2, "then again")));
}

// "Used to stone cars", "known to beat prisoners", "in the habit of arresting".
static bool under_habit(const bede_standing_rules *rules, const bede_doc *doc,
                        uint32_t word)
{
  const bede_word *words = doc->words.items;
  uint32_t head = words[word].head;
  if (head >= doc->words.count) return false;
  switch (words[word].deprel) {
  case BEDE_REL_XCOMP:
    return bede_lemma_in(doc, head, "use tend wont accustomed") ||
           (bede_lemma_in(doc, head, "know") && bede_is_passive(doc, head));
  case BEDE_REL_ACL:
  case BEDE_REL_NMOD:
    return in(rules, doc, head, BEDE_STANDING_habit_noun);
  default:
    return false;
  }
}

static bool tells_habit(const bede_standing_rules *rules, const bede_doc *doc,
                        uint32_t word)
{
  const bede_word *w = &doc->words.items[word];
  if (w->upos == BEDE_UPOS_ADV && w->deprel == BEDE_REL_ADVMOD &&
      in(rules, doc, word, BEDE_STANDING_habit_adverb))
    return true;
  return is_each(rules, doc, word) || is_plural_time(doc, word) ||
         is_rate(rules, doc, word) || is_doubled(doc, word);
}

// Does the word belong to the clause of `verb`, with no verb between?
static bool in_clause(const bede_doc *doc, uint32_t word, uint32_t verb)
{
  for (uint32_t i = 0; i < BEDE_STANDING_DEPTH; i++) {
    word = doc->words.items[word].head;
    if (word == verb) return true;
    if (word >= doc->words.count ||
        doc->words.items[word].upos == BEDE_UPOS_VERB)
      return false;
  }
  return false;
}

bool bede_standing_habitual(const bede_standing_rules *rules,
                            const bede_doc *doc, uint32_t word)
{
  const bede_word *words = doc->words.items;
  for (uint32_t w = words[word].left; w <= words[word].right; w++) {
    bool modifies = words[w].head == word && words[w].deprel == BEDE_REL_AMOD;
    if (modifies && in(rules, doc, w, BEDE_STANDING_habit_modifier))
      return true;
    if (w != word && tells_habit(rules, doc, w) && in_clause(doc, w, word))
      return true;
  }
  return under_habit(rules, doc, word);
}

// --- what lasts --------------------------------------------------------------

// "Has been held since May", "held for two years": the perfect with a span.
static bool spans_until_now(const bede_doc *doc, uint32_t word,
                            const bede_grammar *g)
{
  const bede_word *words = doc->words.items;
  if (!g->perfect) return false;
  for (uint32_t c = words[word].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    if (words[c].deprel != BEDE_REL_OBL) continue;
    uint32_t prep = bede_child_by(doc, c, BEDE_REL_CASE);
    if (prep == BEDE_NONE) continue;
    if (bede_lemma_in(doc, prep, "since")) return true;
    if (bede_lemma_in(doc, prep, "for") &&
        bede_lemma_in(doc, c, "minute hour day night week month year decade"))
      return true;
  }
  return false;
}

bool bede_standing_lasting(const bede_standing_rules *rules,
                           const bede_doc *doc, uint32_t word)
{
  bede_grammar g;
  const bede_word *w = &doc->words.items[word];
  if (!is_noun(doc, word)) {
    bede_grammar_of(doc, word, &g);
    return spans_until_now(doc, word, &g);
  }
  if (w->deprel != BEDE_REL_NSUBJ || w->head >= doc->words.count) return false;
  if (in(rules, doc, w->head, BEDE_STANDING_lasting)) return true;
  uint32_t prep = bede_child_by(doc, w->head, BEDE_REL_CASE);
  return bede_lemma_in(doc, w->head, "way progress") && prep != BEDE_NONE &&
         bede_lemma_in(doc, prep, "under in"); // "a search was under way"
}

bool bede_standing_doubted(const bede_standing_rules *rules,
                           const bede_doc *doc, uint32_t word)
{
  return child_in(rules, doc, word, BEDE_STANDING_doubt_modifier);
}

// --- the list of predicates --------------------------------------------------

// The word whose standing is that of `word`, when it is a predicate: a verb
// itself, a copula its complement, a noun of an event itself; else BEDE_NONE.
static uint32_t predicate_of(const bede_standing_rules *rules,
                             const bede_doc *doc, uint32_t word)
{
  const bede_word *w = &doc->words.items[word];
  if (w->upos == BEDE_UPOS_VERB) return word;
  if (w->deprel == BEDE_REL_COP) return w->head;
  if (!is_noun(doc, word)) return BEDE_NONE;
  if (in(rules, doc, word, BEDE_STANDING_eventive)) return word;
  uint32_t count;
  bede_lexicon_preds(rules->lex, w->lemma_id, 'n', &count);
  return count ? word : BEDE_NONE;
}

bede_status bede_standing_list(const bede_lexicon *lex, bede_doc *doc,
                               bede_error *err)
{
  bede_standing_rules rules;
  bede_standing_init(&rules, lex);
  for (uint32_t w = 0; w < doc->words.count; w++) {
    uint32_t at = predicate_of(&rules, doc, w);
    if (at >= doc->words.count) continue;
    bede_predicate *p =
        BEDE_LIST_PUSH(&doc->predicates, doc->arena, BEDE_MAX_WORDS);
    if (!p)
      return bede_error_set(err, BEDE_ENOMEM, BEDE_NO_OFFSET, "out of memory");
    bede_standing s;
    bede_standing_of(&rules, doc, at, &s);
    *p = (bede_predicate){w, s.negated, s.uncertain, s.status};
  }
  return BEDE_OK;
}
