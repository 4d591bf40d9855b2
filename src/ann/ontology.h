// The codebook as tables: PLOVER 2.0 types, modes, sectors; how a claim may
// stand; who may speak. Source of types, modes, scores, quads: the PLOVER
// manual (2.0 draft, 2024-02-04).
#ifndef ANN_ONTOLOGY_H
#define ANN_ONTOLOGY_H

#include <stdbool.h>

#include "bede/types.h"

// X(type, quad 1-4, score * 10 of the type without a mode)
// clang-format off
#define BEDE_EVENT_LIST(X)                                                     \
  X(AGREE, 1, 25) X(CONSULT, 1, 25) X(SUPPORT, 1, 50) X(CONCEDE, 1, 45)        \
  X(COOPERATE, 2, 95) X(AID, 2, 100) X(RETREAT, 2, 65) X(REQUEST, 3, 0)        \
  X(ACCUSE, 3, -20) X(REJECT, 3, -20) X(THREATEN, 3, -35) X(PROTEST, 4, -50)   \
  X(SANCTION, 4, -60) X(MOBILIZE, 4, -55) X(COERCE, 4, -70) X(ASSAULT, 4, -90)
// clang-format on

// X(type, symbol, text, score * 10)
// clang-format off
#define BEDE_MODE_LIST(X)                                                      \
  X(CONSULT, VISIT, "visit", 40) X(CONSULT, THIRD_PARTY, "third-party", 10)    \
  X(CONSULT, MULTILATERAL, "multilateral", 40) X(CONSULT, PHONE, "phone", 15)  \
  X(RETREAT, WITHDRAW, "withdraw", 80) X(RETREAT, RELEASE, "release", 65)      \
  X(RETREAT, DISARM, "disarm", 100) X(RETREAT, CEASEFIRE, "ceasefire", 75)     \
  X(RETREAT, ACCESS, "access", 65) X(RETREAT, RESIGN, "resign", 45)            \
  X(REQUEST, ASSIST, "assist", 5) X(REQUEST, CHANGE, "change", -10)            \
  X(REQUEST, YIELD, "yield", -10) X(REQUEST, MEET, "meet", 0)                  \
  X(ACCUSE, DISAPPROVE, "disapprove", -20)                                     \
  X(ACCUSE, INVESTIGATE, "investigate", -35) X(ACCUSE, ALLEGE, "allege", -35)  \
  X(REJECT, ASSIST, "assist", -15) X(REJECT, CHANGE, "change", -20)            \
  X(REJECT, YIELD, "yield", -20) X(REJECT, MEET, "meet", -20)                  \
  X(THREATEN, RESTRICT, "restrict", -30) X(THREATEN, ARREST, "arrest", -35)    \
  X(THREATEN, RELATIONS, "relations", -35) X(THREATEN, EXPEL, "expel", -35)    \
  X(THREATEN, TERRITORY, "territory", -40)                                     \
  X(THREATEN, VIOLENCE, "violence", -35) X(PROTEST, DEMO, "demo", -50)         \
  X(PROTEST, RIOT, "riot", -70) X(PROTEST, STRIKE, "strike", -50)              \
  X(PROTEST, HUNGER, "hunger", -45) X(PROTEST, BOYCOTT, "boycott", -45)        \
  X(PROTEST, OBSTRUCT, "obstruct", -45)                                        \
  X(PROTEST, VANDALIZE, "vandalize", -50) X(SANCTION, CONVICT, "convict", -60) \
  X(SANCTION, EXPEL, "expel", -55) X(SANCTION, WITHDRAW, "withdraw", -60)      \
  X(SANCTION, DISCONTINUE, "discontinue", -60)                                 \
  X(MOBILIZE, TROOPS, "troops", -65) X(MOBILIZE, WEAPONS, "weapons", -65)      \
  X(MOBILIZE, POLICE, "police", -55) X(MOBILIZE, MILITIA, "militia", -60)      \
  X(COERCE, SEIZE, "seize", -70) X(COERCE, RESTRICT, "restrict", -70)          \
  X(COERCE, CENSOR, "censor", -65) X(COERCE, CURFEW, "curfew", -65)            \
  X(COERCE, MARTIAL_LAW, "martial-law", -75) X(COERCE, ARREST, "arrest", -70)  \
  X(COERCE, DEPORT, "deport", -70) X(COERCE, WITHHOLD, "withhold", -70)        \
  X(COERCE, MISINFORMATION, "misinformation", -65)                             \
  X(COERCE, CYBER, "cyber", -70) X(ASSAULT, ABDUCT, "abduct", -85)             \
  X(ASSAULT, BEAT, "beat", -75) X(ASSAULT, TORTURE, "torture", -85)            \
  X(ASSAULT, SEXUAL, "sexual", -85) X(ASSAULT, TARGETED, "targeted", -95)      \
  X(ASSAULT, DESTROY, "destroy", -85) X(ASSAULT, PRIMITIVE, "primitive", -80)  \
  X(ASSAULT, FIREARMS, "firearms", -90)                                        \
  X(ASSAULT, EXPLOSIVES, "explosives", -90)                                    \
  X(ASSAULT, SUICIDE_ATTACK, "suicide-attack", -95)                            \
  X(ASSAULT, AERIAL, "aerial", -95) X(ASSAULT, DRONE, "drone", -95)            \
  X(ASSAULT, HEAVY_WEAPONS, "heavy-weapons", -95)                              \
  X(ASSAULT, CROWD_CONTROL, "crowd-control", -75)                              \
  X(ASSAULT, UNCONVENTIONAL, "unconventional", -100)
// clang-format on

// PLOVER's contexts, in the manual's order.
// clang-format off
#define BEDE_CONTEXT_LIST(X)                                                   \
  X(military) X(intelligence) X(executive) X(legislative) X(election)          \
  X(political_institutions) X(pro_democracy) X(pro_autocracy) X(economic)      \
  X(legal) X(reparations) X(human_rights) X(rights_freedoms) X(repression)     \
  X(human_security) X(gender) X(lgbt) X(religion_ethnicity) X(inequality)      \
  X(diplomatic) X(territory) X(peacekeeping) X(health) X(asylum)               \
  X(migration) X(disasters) X(natural_resource) X(environment)                 \
  X(technology) X(terrorism) X(cbrn) X(cyber) X(misinformation) X(crime)       \
  X(corruption) X(illegal_drugs) X(trafficking)
// clang-format on

typedef enum bede_context {
#define X(n) BEDE_CONTEXT_##n,
  BEDE_CONTEXT_LIST(X)
#undef X
      BEDE_CONTEXT_COUNT
} bede_context; // in a set: the bit of this number in 64

// What a sentence is about, where that is no politics: a label, never a reason
// to leave a claim out.
// clang-format off
#define BEDE_DOMAIN_LIST(X)                                                    \
  X(politics) X(sport) X(film) X(metaphor) X(weather) X(history) X(business)
// clang-format on

typedef enum bede_domain {
#define X(n) BEDE_DOMAIN_##n,
  BEDE_DOMAIN_LIST(X)
#undef X
      BEDE_DOMAIN_COUNT
} bede_domain;

typedef enum bede_event {
  BEDE_EVENT_NONE,
#define X(s, q, v) BEDE_##s,
  BEDE_EVENT_LIST(X)
#undef X
      BEDE_EVENT_COUNT
} bede_event;

typedef enum bede_mode {
  BEDE_MODE_NONE,
#define X(t, s, n, v) BEDE_MODE_##t##_##s,
  BEDE_MODE_LIST(X)
#undef X
      BEDE_MODE_COUNT
} bede_mode;

// PLOVER sectors. UNK: a participant of unknown kind; UAF: armed unknowns.
// clang-format off
#define BEDE_SECTOR_LIST(X)                                                    \
  X(COP) X(GOV) X(JUD) X(LEG) X(MIL) X(PRM) X(PTY) X(REB) X(SPY) X(UAF) X(UNK) \
  X(AGR) X(BUS) X(CRM) X(CVL) X(EDU) X(ELI) X(JRN) X(LAB) X(MED) X(REF) X(OPP) \
  X(PRE) X(REL) X(SOC)
// clang-format on

typedef enum bede_sector {
  BEDE_SECTOR_NONE,
#define X(s) BEDE_SECTOR_##s,
  BEDE_SECTOR_LIST(X)
#undef X
      BEDE_SECTOR_COUNT
} bede_sector;

// clang-format off
#define BEDE_KIND_LIST(X)                                                      \
  X(STATE, "state") X(ORGANIZATION, "organization") X(GROUP, "group")          \
  X(PERSON, "person") X(PEOPLE, "people") X(PLACE, "place") X(OTHER, "other")
// clang-format on

typedef enum bede_kind {
#define X(s, n) BEDE_KIND_##s,
  BEDE_KIND_LIST(X)
#undef X
      BEDE_KIND_COUNT
} bede_kind;

// clang-format off
#define BEDE_STANCE_LIST(X)                                                    \
  X(SAYS, "says") X(ESTIMATES, "estimates") X(BELIEVES, "believes")            \
  X(ALLEGES, "alleges") X(CONFESSES, "confesses") X(ADMITS, "admits")          \
  X(CONFIRMS, "confirms") X(DENIES, "denies") X(DOUBTS, "doubts")              \
  X(ASKS, "asks") X(DEMANDS, "demands") X(PROMISES, "promises")                \
  X(THREATENS, "threatens") X(PREDICTS, "predicts") X(HOPES, "hopes")
// clang-format on

typedef enum bede_stance {
#define X(s, n) BEDE_STANCE_##s,
  BEDE_STANCE_LIST(X)
#undef X
      BEDE_STANCE_COUNT
} bede_stance;

// clang-format off
#define BEDE_SOURCE_KIND_LIST(X)                                               \
  X(NARRATOR, "narrator") X(PERSON, "person") X(ORGANIZATION, "organization")  \
  X(UNNAMED_PERSON, "unnamed_person") X(UNNAMED_GROUP, "unnamed_group")        \
  X(DOCUMENT, "document") X(IMPERSONAL, "impersonal")
// clang-format on

typedef enum bede_source_kind {
#define X(s, n) BEDE_BY_##s,
  BEDE_SOURCE_KIND_LIST(X)
#undef X
      BEDE_BY_COUNT
} bede_source_kind;

typedef enum bede_claim_status {
  BEDE_STATUS_ACTUAL,
  BEDE_STATUS_FUTURE,
  BEDE_STATUS_HYPOTHETICAL,
  BEDE_STATUS_HISTORICAL,
  BEDE_STATUS_COUNT
} bede_claim_status;

typedef enum bede_aspect {
  BEDE_ASPECT_EVENT,
  BEDE_ASPECT_ONGOING,
  BEDE_ASPECT_HABITUAL,
  BEDE_ASPECT_STATE,
  BEDE_ASPECT_COUNT
} bede_aspect;

// Speaker's relation to the act.
// clang-format off
#define BEDE_RELATION_LIST(X)                                                  \
  X(ACTOR, "actor") X(RECIPIENT, "recipient")                                  \
  X(MEMBER_OF_ACTOR, "member_of_actor")                                        \
  X(MEMBER_OF_RECIPIENT, "member_of_recipient")                                \
  X(HELD_BY_RECIPIENT, "held_by_recipient") X(OUTSIDE, "outside")              \
  X(UNKNOWN, "unknown")
// clang-format on

typedef enum bede_relation {
#define X(s, n) BEDE_RELATION_##s,
  BEDE_RELATION_LIST(X)
#undef X
      BEDE_RELATION_COUNT
} bede_relation;

// Names as the contract prints them; never NULL for values below _COUNT ("" for
// the NONE members).
const char *bede_event_name(bede_event event);
const char *bede_mode_name(bede_mode mode);
unsigned bede_event_quad(bede_event event);
// PLOVER score times ten: the mode's, else the type's.
int bede_event_score10(bede_event event, bede_mode mode);
const char *bede_sector_name(bede_sector sector);
// Does the sector hold or contest power by office, party or arms?
bool bede_sector_has_power(bede_sector sector);
// Is it an organ of a state: government, armed forces, police, courts,
// parliament, intelligence?
bool bede_sector_is_official(bede_sector sector);
const char *bede_kind_name(bede_kind kind);
const char *bede_stance_name(bede_stance stance);
const char *bede_source_kind_name(bede_source_kind kind);
const char *bede_claim_status_name(bede_claim_status status);
const char *bede_aspect_name(bede_aspect aspect);
const char *bede_relation_name(bede_relation relation);
const char *bede_context_name(bede_context context);
const char *bede_domain_name(bede_domain domain);

// By text; NONE (or false) when unknown. A mode is looked up inside its type.
bede_event bede_event_parse(bede_str s);
bede_mode bede_mode_parse(bede_event event, bede_str s);
bede_sector bede_sector_parse(bede_str s);
bool bede_context_parse(bede_str s, bede_context *out);
bool bede_kind_parse(bede_str s, bede_kind *out);
bool bede_stance_parse(bede_str s, bede_stance *out);
bool bede_source_kind_parse(bede_str s, bede_source_kind *out);

#endif
