// What a number counts: the noun says it ("deaths", "protesters"), or else the
// verb, adjective or noun that governs it ("30 people were killed", "left 30
// dead", "the arrest of 30 men").
#include "lang/args.h"
#include "setting/quantity.h"

// Steps from a counted noun to its governor over conjuncts and quantity nouns
// ("killed three men and two women", "scores of people were hurt").
#define CLIMB_MAX 8

typedef struct sense {
  const char *lemmas;
  bede_quantity_of of;
} sense;

// Nouns (and adjectives used as nouns) that say by themselves what happened.
static const sense fates[] = {
    {"death fatality dead killing corpse body slain", BEDE_OF_KILLED},
    {"injury injured wounded", BEDE_OF_INJURED},
    {"arrest arrestee detainee detention", BEDE_OF_ARRESTED},
    {"missing", BEDE_OF_MISSING},
    {"displaced evacuee displacement homeless", BEDE_OF_DISPLACED},
    {NULL, BEDE_OF_OTHER}};

// Nouns that say what kind of people they are.
static const sense kinds[] = {
    {"protester protestor demonstrator marcher participant striker rioter "
     "supporter attendee picketer activist",
     BEDE_OF_PARTICIPANTS},
    {"fighter soldier militant troop rebel insurgent gunman combatant "
     "serviceman commando marine trooper guerrilla jihadist militiaman "
     "paramilitary mercenary terrorist policeman",
     BEDE_OF_FIGHTERS},
    {"person people man woman child boy girl civilian citizen resident member "
     "passenger victim villager student officer official journalist worker "
     "national prisoner refugee migrant patient family bystander driver "
     "other casualty staff employee hostage guest pilgrim inmate teacher "
     "lawmaker doctor foreigner inhabitant youth adult pupil medic guard",
     BEDE_OF_PEOPLE},
    {"dollar euro pound $ \xE2\x82\xAC \xC2\xA3 us$ yuan yen ruble rouble "
     "rupee franc lira peso rand riyal dinar shekel krona hryvnia",
     BEDE_OF_MONEY},
    {NULL, BEDE_OF_OTHER}};

// Verbs of which the one counted is the object (or the passive's subject).
static const sense undergone[] = {
    {"kill murder slay massacre execute behead assassinate claim",
     BEDE_OF_KILLED},
    {"injure wound hurt maim", BEDE_OF_INJURED},
    {"arrest detain jail imprison apprehend", BEDE_OF_ARRESTED},
    {"displace evacuate uproot", BEDE_OF_DISPLACED},
    {NULL, BEDE_OF_OTHER}};

// Verbs of which the one counted is the subject.
static const sense done[] = {
    {"die perish", BEDE_OF_KILLED},
    {"protest march rally demonstrate gather attend strike riot assemble",
     BEDE_OF_PARTICIPANTS},
    {"flee fled", BEDE_OF_DISPLACED},
    {NULL, BEDE_OF_OTHER}};

// Nouns whose of-phrase is counted: "the deaths of 30 people".
static const sense governors[] = {
    {"death killing murder massacre execution assassination toll slaughter",
     BEDE_OF_KILLED},
    {"injury wounding", BEDE_OF_INJURED},
    {"arrest detention imprisonment", BEDE_OF_ARRESTED},
    {"displacement evacuation", BEDE_OF_DISPLACED},
    {"protest demonstration rally march crowd", BEDE_OF_PARTICIPANTS},
    {NULL, BEDE_OF_OTHER}};

static bede_quantity_of find(const bede_doc *doc, uint32_t word,
                             const sense *senses)
{
  for (; senses->lemmas; senses++) {
    if (bede_scan_lemma_in(doc, word, senses->lemmas)) return senses->of;
  }
  return BEDE_OF_OTHER;
}

static const bede_word *word_at(const bede_doc *doc, uint32_t word)
{
  return &doc->words.items[word];
}

static bool is_passive(const bede_doc *doc, uint32_t verb)
{
  return word_at(doc, verb)->xpos == BEDE_XPOS_VBN &&
         bede_child_by(doc, verb, BEDE_REL_OBJ) == BEDE_NONE;
}

// "The death toll rose to 35": the number stands for its subject.
static bool of_toll(const bede_doc *doc, uint32_t verb)
{
  uint32_t subject = bede_child_by(doc, verb, BEDE_REL_NSUBJ);
  return subject != BEDE_NONE && bede_scan_lemma_in(doc, subject, "toll");
}

// A bare number behind its verb, which parsers take for a circumstance:
// "killing reportedly 4".
static bool is_bare_object(const bede_doc *doc, uint32_t word)
{
  const bede_word *w = word_at(doc, word);
  return w->upos == BEDE_UPOS_NUM && word > w->head &&
         bede_child_by(doc, word, BEDE_REL_CASE) == BEDE_NONE;
}

// By the verb that `word` depends on.
static bede_quantity_of by_verb(const bede_doc *doc, uint32_t word)
{
  const bede_word *w = word_at(doc, word);
  switch (w->deprel) {
  case BEDE_REL_NSUBJ: {
    bede_quantity_of of = find(doc, w->head, done);
    if (of != BEDE_OF_OTHER) return of;
    of = find(doc, w->head, fates); // "30 are missing"
    if (of != BEDE_OF_OTHER) return of;
    // Headlines drop the auxiliary: "30 killed in blast".
    return is_passive(doc, w->head) ? find(doc, w->head, undergone)
                                    : BEDE_OF_OTHER;
  }
  case BEDE_REL_OBL:
  case BEDE_REL_OBL_UNMARKED:
    if (of_toll(doc, w->head)) return BEDE_OF_KILLED;
    return is_bare_object(doc, word) ? find(doc, w->head, undergone)
                                     : BEDE_OF_OTHER;
  case BEDE_REL_OBJ:
    if (of_toll(doc, w->head)) return BEDE_OF_KILLED;
    if (bede_scan_lemma_in(doc, w->head, "leave")) {
      uint32_t state = bede_child_by(doc, w->head, BEDE_REL_XCOMP);
      return state == BEDE_NONE ? BEDE_OF_OTHER : find(doc, state, fates);
    }
    return find(doc, w->head, undergone);
  case BEDE_REL_NSUBJ_PASS:
    return find(doc, w->head, undergone);
  case BEDE_REL_NMOD:
  case BEDE_REL_NUMMOD:
  case BEDE_REL_COMPOUND:
    return find(doc, w->head, governors);
  default:
    return BEDE_OF_OTHER;
  }
}

// By a participle or adjective on the noun: "30 people killed in the blast",
// "the 30 wounded soldiers".
static bede_quantity_of by_modifier(const bede_doc *doc, uint32_t word)
{
  uint32_t child = word_at(doc, word)->first_child;
  for (; child != BEDE_NONE; child = word_at(doc, child)->next_sibling) {
    unsigned rel = word_at(doc, child)->deprel;
    bede_quantity_of of = BEDE_OF_OTHER;
    if (rel == BEDE_REL_AMOD) of = find(doc, child, fates);
    if (rel == BEDE_REL_ACL && is_passive(doc, child)) {
      of = find(doc, child, undergone);
    }
    if (rel == BEDE_REL_AMOD && of == BEDE_OF_OTHER) {
      of = find(doc, child, undergone); // "wounded" as a verb's lemma
    }
    if (of != BEDE_OF_OTHER) return of;
  }
  return BEDE_OF_OTHER;
}

bede_quantity_of bede_quantity_meaning(const bede_doc *doc, uint32_t head)
{
  bede_quantity_of of = find(doc, head, fates), kind = find(doc, head, kinds);
  if (of != BEDE_OF_OTHER) return of;
  if (kind == BEDE_OF_MONEY) return kind;
  of = by_modifier(doc, head);
  for (int i = 0; of == BEDE_OF_OTHER && i < CLIMB_MAX; i++) {
    const bede_word *w = word_at(doc, head);
    of = by_verb(doc, head);
    bool climbs = w->deprel == BEDE_REL_CONJ || w->deprel == BEDE_REL_NMOD ||
                  w->deprel == BEDE_REL_NUMMOD || w->deprel == BEDE_REL_APPOS;
    if (!climbs || w->head == BEDE_NONE) break;
    head = w->head;
    if (word_at(doc, head)->upos == BEDE_UPOS_VERB) break;
  }
  if (of != BEDE_OF_OTHER) return of;
  return kind;
}
