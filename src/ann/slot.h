// The logical slots of a predicate: what args.h (lang) fills and what the
// lines of the knowledge name.
#ifndef ANN_SLOT_H
#define ANN_SLOT_H

// X(symbol, name as knowledge/README.md spells it; "" = not by a name: PREP is
// written as the preposition itself). SUBJ and OBJ are deep: in a passive the
// nsubj:pass is OBJ and the agent phrase is SUBJ. PREP is any obl or nmod with
// its preposition ("of" included); for a noun, POSS is 's or a possessive
// pronoun and COMP a compound or an adjective of nationality goes as AMOD.
// MOD stands in conditions only and means COMP or AMOD ("air strike", "nuclear
// weapon"): no argument has it.
// clang-format off
#define BEDE_SLOT_LIST(X)                                                      \
  X(NONE, "") X(SUBJ, "subj") X(OBJ, "obj") X(IOBJ, "iobj") X(PREP, "")        \
  X(POSS, "poss") X(COMP, "comp") X(AMOD, "amod") X(NUMMOD, "nummod")          \
  X(XCOMP, "xcomp") X(CCOMP, "ccomp") X(ADVCL, "advcl") X(ACL, "acl")          \
  X(APPOS, "appos") X(PARATAXIS, "parataxis") X(ADVMOD, "advmod") X(MOD, "mod")
// clang-format on

typedef enum bede_slot {
#define X(s, n) BEDE_SLOT_##s,
  BEDE_SLOT_LIST(X)
#undef X
      BEDE_SLOT_COUNT
} bede_slot;

#endif
