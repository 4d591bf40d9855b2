// What a number counts: the noun says it ("deaths", "protesters"), or else the
// verb, adjective or noun that governs it ("30 people were killed", "left 30
// dead", "the arrest of 30 men"). The words are classes of the knowledge.
#include "setting/meaning.h"

#include "base/str.h"
#include "lang/args.h"
#include "setting/scan.h"

// Steps from a counted noun to its governor over conjuncts and quantity nouns
// ("killed three men and two women", "scores of people were hurt").
#define CLIMB_MAX 8

void bede_count_words_init(bede_count_words *words, const bede_lexicon *lex)
{
  words->lex = lex;
#define X(field)                                                               \
  words->field = bede_lexicon_class(lex, bede_str_from("count_" #field));
  BEDE_COUNT_LIST(X)
#undef X
  words->human = bede_lexicon_class(lex, bede_str_from("human"));
}

bool bede_counts_in(const bede_doc *doc, const bede_count_words *words,
                    uint32_t word, uint32_t class_id)
{
  if (word >= doc->words.count || !class_id) return false;
  const bede_word *w = &doc->words.items[word];
  return bede_lexicon_in_class(words->lex, w->lemma_id, class_id) ||
         bede_lexicon_in_class(words->lex, w->form_id, class_id);
}

typedef struct sense {
  uint32_t class_id;
  bede_quantity_of of;
} sense;

// The meaning of the first class that holds the word, else OTHER.
static bede_quantity_of find(const bede_doc *doc, const bede_count_words *c,
                             uint32_t word, const sense *senses, size_t count)
{
  for (size_t i = 0; i < count; i++) {
    if (bede_counts_in(doc, c, word, senses[i].class_id)) return senses[i].of;
  }
  return BEDE_OF_OTHER;
}

#define FIND(doc, c, word, senses)                                             \
  find(doc, c, word, senses, sizeof senses / sizeof *(senses))

// --- the noun itself --------------------------------------------------------

static bede_quantity_of fate_of(const bede_doc *doc, const bede_count_words *c,
                                uint32_t word)
{
  const sense fates[] = {
      {c->dead, BEDE_OF_KILLED},         {c->hurt, BEDE_OF_INJURED},
      {c->held, BEDE_OF_ARRESTED},       {c->missing, BEDE_OF_MISSING},
      {c->displaced, BEDE_OF_DISPLACED}, {c->hostage, BEDE_OF_HOSTAGES}};
  return FIND(doc, c, word, fates);
}

// The sector of the noun for a kind of people, NONE without.
static bede_sector sector_of(const bede_doc *doc, const bede_count_words *c,
                             uint32_t head)
{
  uint32_t len;
  uint32_t s = bede_doc_sentence_of(doc, head);
  const bede_lex_agent *agent = bede_lexicon_agent_at(
      c->lex, doc, head, doc->sentences.items[s].word_begin, &len);
  bool person = agent && agent->kind == BEDE_KIND_PERSON;
  bool group = agent && agent->kind == BEDE_KIND_GROUP;
  return person || group ? (bede_sector)agent->sector : BEDE_SECTOR_NONE;
}

static bool is_armed(bede_sector sector)
{
  return sector == BEDE_SECTOR_MIL || sector == BEDE_SECTOR_COP ||
         sector == BEDE_SECTOR_REB || sector == BEDE_SECTOR_PRM ||
         sector == BEDE_SECTOR_UAF;
}

static bool is_civil(bede_sector sector)
{
  return sector == BEDE_SECTOR_CVL || sector == BEDE_SECTOR_LAB ||
         sector == BEDE_SECTOR_EDU || sector == BEDE_SECTOR_MED ||
         sector == BEDE_SECTOR_JRN || sector == BEDE_SECTOR_REL ||
         sector == BEDE_SECTOR_BUS;
}

static bede_quantity_of kind_of(const bede_doc *doc, const bede_count_words *c,
                                uint32_t head)
{
  const sense kinds[] = {
      {c->money, BEDE_OF_MONEY},     {c->marcher, BEDE_OF_PARTICIPANTS},
      {c->force, BEDE_OF_FIGHTERS},  {c->attacker, BEDE_OF_FIGHTERS},
      {c->civilian, BEDE_OF_PEOPLE}, {c->people, BEDE_OF_PEOPLE},
      {c->victim, BEDE_OF_PEOPLE},   {c->vehicle, BEDE_OF_VEHICLES},
      {c->weapon, BEDE_OF_WEAPONS},  {c->building, BEDE_OF_BUILDINGS},
      {c->human, BEDE_OF_PEOPLE}};
  if (bede_scan_lemma_in(doc, head, "$ \xE2\x82\xAC \xC2\xA3 us$ c$ a$")) {
    return BEDE_OF_MONEY;
  }
  bede_quantity_of of = FIND(doc, c, head, kinds);
  if (of != BEDE_OF_OTHER && of != BEDE_OF_PEOPLE) return of;
  bede_sector sector = sector_of(doc, c, head);
  if (of == BEDE_OF_OTHER && is_armed(sector)) return BEDE_OF_FIGHTERS;
  return is_civil(sector) ? BEDE_OF_PEOPLE : of;
}

static bool is_thing(bede_quantity_of kind)
{
  return kind == BEDE_OF_MONEY || kind == BEDE_OF_VEHICLES ||
         kind == BEDE_OF_WEAPONS || kind == BEDE_OF_BUILDINGS;
}

const char *bede_count_population(const bede_doc *doc,
                                  const bede_count_words *c, uint32_t head)
{
  if (bede_counts_in(doc, c, head, c->attacker)) return "perpetrators";
  if (bede_counts_in(doc, c, head, c->victim)) return "victims";
  if (bede_counts_in(doc, c, head, c->civilian)) return "civilians";
  if (bede_counts_in(doc, c, head, c->force)) return "forces";
  if (bede_counts_in(doc, c, head, c->member)) return "members";
  if (bede_counts_in(doc, c, head, c->people) ||
      bede_counts_in(doc, c, head, c->marcher) ||
      fate_of(doc, c, head) != BEDE_OF_OTHER) {
    return "unknown";
  }
  bede_sector sector = sector_of(doc, c, head);
  return is_armed(sector)   ? "forces"
         : is_civil(sector) ? "civilians"
                            : "unknown";
}

// --- what governs it --------------------------------------------------------

static bool is_passive(const bede_doc *doc, uint32_t verb)
{
  return bede_word_at(doc, verb)->xpos == BEDE_XPOS_VBN &&
         bede_child_by(doc, verb, BEDE_REL_OBJ) == BEDE_NONE;
}

// A bare number behind its verb, which parsers take for a circumstance:
// "killing reportedly 4".
static bool is_bare_object(const bede_doc *doc, uint32_t word)
{
  const bede_word *w = bede_word_at(doc, word);
  return w->upos == BEDE_UPOS_NUM && word > w->head &&
         bede_child_by(doc, word, BEDE_REL_CASE) == BEDE_NONE;
}

// "beaten to death", "taken to hospital", "in custody", "driven from their
// homes".
static bede_quantity_of by_end(const bede_doc *doc, const bede_count_words *c,
                               uint32_t noun)
{
  uint32_t prep = bede_child_by(doc, noun, BEDE_REL_CASE);
  if (prep == BEDE_NONE) return BEDE_OF_OTHER;
  if (bede_counts_in(doc, c, noun, c->end_dead)) {
    return bede_scan_lemma_in(doc, prep, "to") ? BEDE_OF_KILLED : BEDE_OF_OTHER;
  }
  if (bede_counts_in(doc, c, noun, c->end_hurt)) {
    return bede_scan_lemma_in(doc, prep, "to in with for") ? BEDE_OF_INJURED
                                                           : BEDE_OF_OTHER;
  }
  if (bede_counts_in(doc, c, noun, c->end_held)) {
    return bede_scan_lemma_in(doc, prep, "in into under behind")
               ? BEDE_OF_ARRESTED
               : BEDE_OF_OTHER;
  }
  if (bede_counts_in(doc, c, noun, c->end_displaced)) {
    return bede_scan_lemma_in(doc, prep, "from") ? BEDE_OF_DISPLACED
                                                 : BEDE_OF_OTHER;
  }
  return BEDE_OF_OTHER;
}

// "went on strike", "took part", "took to the streets", "joined the march",
// "sought shelter", "needed treatment".
static bede_quantity_of by_doing(const bede_doc *doc, const bede_count_words *c,
                                 uint32_t verb)
{
  uint32_t child = bede_word_at(doc, verb)->first_child;
  for (; child != BEDE_NONE; child = bede_word_at(doc, child)->next_sibling) {
    unsigned rel = bede_word_at(doc, child)->deprel;
    if (rel != BEDE_REL_OBJ && rel != BEDE_REL_OBL) continue;
    if (bede_counts_in(doc, c, child, c->end_march) &&
        bede_scan_lemma_in(doc, verb, "go take join stage hold pour")) {
      return BEDE_OF_PARTICIPANTS;
    }
    if (rel == BEDE_REL_OBJ &&
        bede_counts_in(doc, c, child, c->end_displaced) &&
        bede_scan_lemma_in(doc, verb, "leave abandon seek lose find")) {
      return BEDE_OF_DISPLACED;
    }
    if (rel == BEDE_REL_OBJ && bede_counts_in(doc, c, child, c->end_hurt) &&
        bede_scan_lemma_in(doc, verb, "suffer sustain need receive require")) {
      return BEDE_OF_INJURED;
    }
  }
  return BEDE_OF_OTHER;
}

// "left 30 dead", "were reported missing", "went missing".
static bede_quantity_of by_state(const bede_doc *doc, const bede_count_words *c,
                                 uint32_t verb)
{
  uint32_t child = bede_word_at(doc, verb)->first_child;
  for (; child != BEDE_NONE; child = bede_word_at(doc, child)->next_sibling) {
    unsigned rel = bede_word_at(doc, child)->deprel;
    if (rel == BEDE_REL_OBL && child > verb) {
      bede_quantity_of end = by_end(doc, c, child);
      if (end != BEDE_OF_OTHER) return end;
    }
    if (rel != BEDE_REL_XCOMP && rel != BEDE_REL_ADVCL &&
        bede_word_at(doc, child)->upos != BEDE_UPOS_ADJ) {
      continue;
    }
    bede_quantity_of of = fate_of(doc, c, child);
    if (of != BEDE_OF_OTHER) return of;
  }
  return BEDE_OF_OTHER;
}

// Of what is done to the one counted.
static bede_quantity_of undergone(const bede_doc *doc,
                                  const bede_count_words *c, uint32_t verb)
{
  const sense senses[] = {{c->kill, BEDE_OF_KILLED},
                          {c->hurting, BEDE_OF_INJURED},
                          {c->hold, BEDE_OF_ARRESTED},
                          {c->displace, BEDE_OF_DISPLACED},
                          {c->abduct, BEDE_OF_HOSTAGES}};
  bede_quantity_of of = FIND(doc, c, verb, senses);
  bede_quantity_of state = by_state(doc, c, verb);
  if (state == BEDE_OF_HOSTAGES) return state; // "are held hostage"
  if (of == BEDE_OF_ARRESTED) { // "the kidnappers hold 30 travellers"
    uint32_t by = bede_child_by(doc, verb, BEDE_REL_NSUBJ);
    if (by != BEDE_NONE && bede_counts_in(doc, c, by, c->attacker)) {
      return BEDE_OF_HOSTAGES;
    }
  }
  return of != BEDE_OF_OTHER ? of : state;
}

// By a participle or adjective on the noun: "30 people killed in the blast",
// "the 30 wounded soldiers".
static bede_quantity_of by_modifier(const bede_doc *doc,
                                    const bede_count_words *c, uint32_t word)
{
  uint32_t child = bede_word_at(doc, word)->first_child;
  for (; child != BEDE_NONE; child = bede_word_at(doc, child)->next_sibling) {
    unsigned rel = bede_word_at(doc, child)->deprel;
    bede_quantity_of of = BEDE_OF_OTHER;
    if (rel == BEDE_REL_AMOD || rel == BEDE_REL_ACL) {
      of = fate_of(doc, c, child);
    }
    if (of == BEDE_OF_OTHER &&
        (rel == BEDE_REL_AMOD ||
         (rel == BEDE_REL_ACL && is_passive(doc, child)))) {
      of = undergone(doc, c, child);
    }
    if (of != BEDE_OF_OTHER) return of;
  }
  return BEDE_OF_OTHER;
}

// The subject of a verb; of one that hangs on a noun ("protesters numbering
// 5,000", "a crowd estimated at 300"), that noun.
static uint32_t subject_of(const bede_doc *doc, uint32_t verb)
{
  const bede_word *w = bede_word_at(doc, verb);
  uint32_t subject = bede_child_by(doc, verb, BEDE_REL_NSUBJ);
  if (subject == BEDE_NONE)
    subject = bede_child_by(doc, verb, BEDE_REL_NSUBJ_PASS);
  return subject == BEDE_NONE && w->deprel == BEDE_REL_ACL ? w->head : subject;
}

// "The death toll rose to 35", "deaths climbed to", "the number of arrests
// stands at", "the marchers numbered": the number stands for its subject.
static bede_quantity_of by_subject(const bede_doc *doc,
                                   const bede_count_words *c, uint32_t verb)
{
  uint32_t subject = subject_of(doc, verb);
  if (subject == BEDE_NONE) return BEDE_OF_OTHER;
  if (bede_counts_in(doc, c, subject, c->toll)) return BEDE_OF_KILLED;
  if (bede_scan_lemma_in(doc, verb, "number")) {
    return kind_of(doc, c, subject);
  }
  if (!bede_counts_in(doc, c, verb, c->rise) &&
      !bede_scan_lemma_in(doc, verb, "stand fall drop total be remain")) {
    return BEDE_OF_OTHER;
  }
  if (bede_counts_in(doc, c, subject, c->of_march)) return BEDE_OF_PARTICIPANTS;
  if (bede_scan_lemma_in(doc, subject, "number count figure total")) {
    subject = bede_child_by(doc, subject, BEDE_REL_NMOD);
    if (subject == BEDE_NONE) return BEDE_OF_OTHER;
    bede_quantity_of of = by_modifier(doc, c, subject);
    if (of == BEDE_OF_OTHER) of = fate_of(doc, c, subject);
    return of != BEDE_OF_OTHER ? of : kind_of(doc, c, subject);
  }
  return fate_of(doc, c, subject);
}

// Of what the one counted does: "lost their lives", "suffered injuries".
static bede_quantity_of done(const bede_doc *doc, const bede_count_words *c,
                             uint32_t verb)
{
  const sense senses[] = {{c->die, BEDE_OF_KILLED},
                          {c->vanish, BEDE_OF_MISSING},
                          {c->flee, BEDE_OF_DISPLACED},
                          {c->march, BEDE_OF_PARTICIPANTS}};
  uint32_t object = bede_child_by(doc, verb, BEDE_REL_OBJ);
  bede_quantity_of of = FIND(doc, c, verb, senses);
  if (of != BEDE_OF_OTHER) return of;
  if (object != BEDE_NONE && bede_scan_lemma_in(doc, verb, "lose") &&
      bede_scan_lemma_in(doc, object, "life")) {
    return BEDE_OF_KILLED;
  }
  of = by_doing(doc, c, verb);
  if (of != BEDE_OF_OTHER) return of;
  of = fate_of(doc, c, verb); // "30 are missing"
  return of != BEDE_OF_OTHER ? of : by_state(doc, c, verb);
}

// "The deaths of 30 people": nouns whose of-phrase is counted.
static bede_quantity_of by_noun(const bede_doc *doc, const bede_count_words *c,
                                uint32_t noun)
{
  const sense senses[] = {
      {c->of_dead, BEDE_OF_KILLED},      {c->of_hurt, BEDE_OF_INJURED},
      {c->of_held, BEDE_OF_ARRESTED},    {c->of_displaced, BEDE_OF_DISPLACED},
      {c->of_hostage, BEDE_OF_HOSTAGES}, {c->of_march, BEDE_OF_PARTICIPANTS}};
  return FIND(doc, c, noun, senses);
}

// "Put the number of dead at 58", "put the dead at nine": what the object is.
static bede_quantity_of by_object(const bede_doc *doc,
                                  const bede_count_words *c, uint32_t verb)
{
  uint32_t object = bede_child_by(doc, verb, BEDE_REL_OBJ);
  if (object == BEDE_NONE) object = subject_of(doc, verb);
  if (object == BEDE_NONE ||
      !bede_scan_lemma_in(doc, verb,
                          "put place set estimate give number bring raise push "
                          "take lift revise update lower")) {
    return BEDE_OF_OTHER;
  }
  if (bede_counts_in(doc, c, object, c->toll)) return BEDE_OF_KILLED;
  if (bede_counts_in(doc, c, object, c->of_march)) return BEDE_OF_PARTICIPANTS;
  bede_quantity_of of = fate_of(doc, c, object);
  uint32_t child = bede_child_by(doc, object, BEDE_REL_NMOD);
  if (of == BEDE_OF_OTHER && child != BEDE_NONE) of = fate_of(doc, c, child);
  return of;
}

// The verb that a circumstance is one of: its head, or the one right before its
// preposition where the parser took another ("a crowd estimated at 300
// gathered").
static uint32_t verb_before(const bede_doc *doc, uint32_t word)
{
  uint32_t prep = bede_child_by(doc, word, BEDE_REL_CASE);
  bool before = prep != BEDE_NONE && bede_has_before(doc, prep) &&
                bede_word_at(doc, prep - 1)->upos == BEDE_UPOS_VERB;
  return before ? prep - 1 : bede_word_at(doc, word)->head;
}

// Is the preposition of `word` one of the number's own words: "between ten and
// fifteen persons"?
static bool is_bound_case(const bede_doc *doc, uint32_t word, uint32_t begin,
                          uint32_t end)
{
  uint32_t prep = bede_child_by(doc, word, BEDE_REL_CASE);
  return prep != BEDE_NONE && prep >= begin && prep < end;
}

// By the word that `word` depends on.
static bede_quantity_of by_governor(const bede_doc *doc,
                                    const bede_count_words *c, uint32_t word,
                                    uint32_t begin, uint32_t end)
{
  const bede_word *w = bede_word_at(doc, word);
  bede_quantity_of of;
  switch (w->deprel) {
  case BEDE_REL_NSUBJ:
    // Headlines drop the auxiliary: "30 killed in blast".
    if (is_passive(doc, w->head)) {
      of = undergone(doc, c, w->head);
      if (of != BEDE_OF_OTHER) return of;
    }
    return done(doc, c, w->head);
  case BEDE_REL_OBL:
  case BEDE_REL_OBL_UNMARKED:
    of = by_subject(doc, c, w->head);
    if (of == BEDE_OF_OTHER) of = by_object(doc, c, verb_before(doc, word));
    if (of != BEDE_OF_OTHER) return of;
    return is_bare_object(doc, word) || is_bound_case(doc, word, begin, end)
               ? undergone(doc, c, w->head)
               : BEDE_OF_OTHER;
  case BEDE_REL_OBJ:
    of = by_subject(doc, c, w->head);
    if (of != BEDE_OF_OTHER) return of;
    // "took ten lives"
    if (bede_scan_lemma_in(doc, word, "life") &&
        bede_scan_lemma_in(doc, w->head, "take claim cost")) {
      return BEDE_OF_KILLED;
    }
    // "the army lost 15 soldiers"
    if (bede_scan_lemma_in(doc, w->head, "lose") &&
        (kind_of(doc, c, word) == BEDE_OF_FIGHTERS ||
         bede_scan_lemma_in(doc, word, "man"))) {
      return BEDE_OF_KILLED;
    }
    return undergone(doc, c, w->head);
  case BEDE_REL_NSUBJ_PASS:
    of = undergone(doc, c, w->head);
    return of != BEDE_OF_OTHER ? of : done(doc, c, w->head);
  case BEDE_REL_NMOD:
  case BEDE_REL_NUMMOD:
  case BEDE_REL_COMPOUND:
    // "claimed the lives of eleven residents"
    if (bede_scan_lemma_in(doc, w->head, "life")) return BEDE_OF_KILLED;
    if (bede_scan_lemma_in(doc, word, "life") &&
        bede_scan_lemma_in(doc, w->head, "loss cost toll")) {
      return BEDE_OF_KILLED;
    }
    of = by_noun(doc, c, w->head);
    return of == BEDE_OF_OTHER && w->deprel == BEDE_REL_COMPOUND
               ? fate_of(doc, c, w->head) // "took 50 guards hostage"
               : of;
  default:
    return BEDE_OF_OTHER;
  }
}

bede_quantity_of bede_count_fate(const bede_doc *doc, const bede_count_words *c,
                                 uint32_t word)
{
  bede_quantity_of of = fate_of(doc, c, word);
  if (of != BEDE_OF_OTHER || bede_word_at(doc, word)->xpos != BEDE_XPOS_VBN) {
    return of;
  }
  return undergone(doc, c, word);
}

bede_quantity_of bede_count_noun(const bede_doc *doc, const bede_count_words *c,
                                 uint32_t noun)
{
  bede_quantity_of of = fate_of(doc, c, noun);
  return of != BEDE_OF_OTHER ? of : kind_of(doc, c, noun);
}

// "Around twenty more were injured": a number that the parser leaves alone is
// the subject of the next verb that has none.
static bede_quantity_of by_next_verb(const bede_doc *doc,
                                     const bede_count_words *c, uint32_t head)
{
  uint32_t s = bede_doc_sentence_of(doc, head);
  const bede_sentence *sentence = &doc->sentences.items[s];
  unsigned rel = bede_word_at(doc, head)->deprel;
  bool object = rel == BEDE_REL_OBJ;
  if (rel != BEDE_REL_PARATAXIS && rel != BEDE_REL_ROOT &&
      rel != BEDE_REL_LIST && rel != BEDE_REL_CONJ && !object) {
    return BEDE_OF_OTHER;
  }
  for (uint32_t i = head + 1; i < sentence->word_end; i++) {
    if (bede_scan_lemma_in(doc, i, "; . :")) break;
    if (bede_word_at(doc, i)->upos != BEDE_UPOS_VERB ||
        bede_word_at(doc, i)->xpos == BEDE_XPOS_VBG) {
      continue;
    }
    if (bede_child_by(doc, i, BEDE_REL_NSUBJ) != BEDE_NONE ||
        bede_child_by(doc, i, BEDE_REL_NSUBJ_PASS) != BEDE_NONE) {
      break;
    }
    // "said 30 people, mostly farmers, were killed": taken for its object
    if (object &&
        (bede_word_at(doc, i)->deprel != BEDE_REL_CCOMP ||
         bede_word_at(doc, i)->head != bede_word_at(doc, head)->head)) {
      break;
    }
    return is_passive(doc, i) ? undergone(doc, c, i) : done(doc, c, i);
  }
  return BEDE_OF_OTHER;
}

bede_quantity_of bede_count_meaning(const bede_doc *doc,
                                    const bede_count_words *c, uint32_t head,
                                    uint32_t begin, uint32_t end)
{
  uint32_t counted = head;
  bede_quantity_of of = fate_of(doc, c, head), kind = kind_of(doc, c, head);
  if (of != BEDE_OF_OTHER) return of;
  if (is_thing(kind)) return kind;
  of = by_modifier(doc, c, head);
  for (int i = 0; of == BEDE_OF_OTHER && i < CLIMB_MAX; i++) {
    const bede_word *w = bede_word_at(doc, head);
    of = by_governor(doc, c, head, begin, end);
    bool climbs = w->deprel == BEDE_REL_CONJ || w->deprel == BEDE_REL_NMOD ||
                  w->deprel == BEDE_REL_NUMMOD || w->deprel == BEDE_REL_APPOS;
    if (of != BEDE_OF_OTHER || !climbs || w->head == BEDE_NONE) break;
    head = w->head;
    if (bede_word_at(doc, head)->upos == BEDE_UPOS_VERB) break;
  }
  if (of == BEDE_OF_OTHER) of = by_next_verb(doc, c, counted);
  // "the 20 killed"
  bool bare = counted >= begin && counted < end;
  if (of == BEDE_OF_OTHER && bare && end < doc->words.count &&
      bede_has_before(doc, end))
    of = bede_count_fate(doc, c, end);
  if (of == BEDE_OF_PARTICIPANTS && kind == BEDE_OF_FIGHTERS) return kind;
  return of != BEDE_OF_OTHER ? of : kind;
}
