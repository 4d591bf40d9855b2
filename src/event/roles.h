// From fillers to parties: who may be actor or recipient of an act.
#ifndef EVENT_ROLES_H
#define EVENT_ROLES_H

#include "event/work.h"

// The entity of the mention at `word`, NULL without one.
const bede_entity *bede_event_entity(const bede_doc *doc, uint32_t word);

// Adds the fillers of the slots of `word` as roles of the claim: actors when
// `actor`, else recipients. A filler without a mention stands for whoever is
// attached to it: the actor of an event noun ("the raid killed two"), the owner
// of a deed ("criticised the minister's decision").
void bede_event_add_roles(bede_event_work *work, bede_claim *claim,
                          uint32_t word, uint32_t slot_begin,
                          uint32_t slot_count, bool actor);

// The mention at `word` as a party of the claim, where it can be one.
void bede_event_add_party(bede_event_work *work, bede_claim *claim,
                          uint32_t word, bool actor);

// Is it an act that private people do too: violence, force, protest?
bool bede_event_by_force(bede_event event);

// A verb whose subject is filled by what cannot act ("the storm killed two",
// "the deal ended the sanctions") tells no act of a party.
bool bede_event_subject_blocks(bede_event_work *work, uint32_t word);

// "Anti-government protests", "anti-government protesters marched": whom the
// word `word` or the actors are against, as recipients.
void bede_event_add_opposed(bede_event_work *work, bede_claim *claim,
                            uint32_t word);
// Copies the roles of `from` to the end of `to`, without doubles.
void bede_event_copy_roles(bede_event_work *work, const bede_role *from,
                           uint32_t count, bede_claim *to, bool actor);

// The parties of a reciprocal event noun that its own slots do not name: those
// it is "between" or "with", and where one side alone is named so, the subject
// of the clause that the noun stands in ("after talks with Chad, Niger left").
void bede_event_add_sides(bede_event_work *work, bede_claim *claim,
                          uint32_t noun);

// Whom an act that the knowledge does not code is done to ("refused to receive
// the envoy", "demanded that Chad pay"): of the clause that the speech act
// `word` takes, the subject when `subject`, else the objects, as recipients.
void bede_event_add_from_clause(bede_event_work *work, bede_claim *claim,
                                uint32_t word, bool subject);

// Has the claim a party that is an entity of the document?
bool bede_event_has_entity(const bede_role *roles, uint32_t count);

// Is one of the parties a state, a body of one, an armed or political group?
bool bede_event_political(const bede_doc *doc, const bede_claim *claim);

#endif
