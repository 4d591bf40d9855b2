// Universal Dependencies as enumerations: UPOS, the English XPOS tags, the
// relations with their subtypes, and FEATS packed into 64 bits. One X-macro
// table each; names by the functions below.
#ifndef ANN_UD_H
#define ANN_UD_H

#include <stdbool.h>

#include "base/buf.h"
#include "bede/types.h"

// X(symbol)
// clang-format off
#define BEDE_UPOS_LIST(X)                                                      \
  X(ADJ) X(ADP) X(ADV) X(AUX) X(CCONJ) X(DET) X(INTJ) X(NOUN) X(NUM) X(PART)   \
  X(PRON) X(PROPN) X(PUNCT) X(SCONJ) X(SYM) X(VERB) X(X)
// clang-format on

// X(symbol, text)
// clang-format off
#define BEDE_XPOS_LIST(X)                                                      \
  X(NONE, "_") X(CC, "CC") X(CD, "CD") X(DT, "DT") X(EX, "EX") X(FW, "FW")     \
  X(IN, "IN") X(JJ, "JJ") X(JJR, "JJR") X(JJS, "JJS") X(LS, "LS")              \
  X(MD, "MD") X(NN, "NN") X(NNS, "NNS") X(NNP, "NNP") X(NNPS, "NNPS")          \
  X(PDT, "PDT") X(POS, "POS") X(PRP, "PRP") X(PRPS, "PRP$") X(RB, "RB")        \
  X(RBR, "RBR") X(RBS, "RBS") X(RP, "RP") X(SYM, "SYM") X(TO, "TO")            \
  X(UH, "UH") X(VB, "VB") X(VBD, "VBD") X(VBG, "VBG") X(VBN, "VBN")            \
  X(VBP, "VBP") X(VBZ, "VBZ") X(WDT, "WDT") X(WP, "WP") X(WPS, "WP$")          \
  X(WRB, "WRB") X(PERIOD, ".") X(COMMA, ",") X(COLON, ":") X(OPEN, "``")       \
  X(CLOSE, "''") X(LRB, "-LRB-") X(RRB, "-RRB-") X(HYPH, "HYPH")               \
  X(NFP, "NFP") X(ADD, "ADD") X(AFX, "AFX") X(GW, "GW") X(DOLLAR, "$")         \
  X(XX, "XX") X(HASH, "#")
// clang-format on

// X(symbol, text)
// clang-format off
#define BEDE_DEPREL_LIST(X)                                                    \
  X(ROOT, "root") X(NSUBJ, "nsubj") X(NSUBJ_PASS, "nsubj:pass")                \
  X(NSUBJ_OUTER, "nsubj:outer") X(CSUBJ, "csubj")                              \
  X(CSUBJ_PASS, "csubj:pass") X(CSUBJ_OUTER, "csubj:outer") X(OBJ, "obj")      \
  X(IOBJ, "iobj") X(CCOMP, "ccomp") X(XCOMP, "xcomp") X(OBL, "obl")            \
  X(OBL_AGENT, "obl:agent") X(OBL_UNMARKED, "obl:unmarked")                    \
  X(VOCATIVE, "vocative") X(EXPL, "expl") X(DISLOCATED, "dislocated")          \
  X(ADVCL, "advcl") X(ADVCL_RELCL, "advcl:relcl") X(ADVMOD, "advmod")          \
  X(DISCOURSE, "discourse") X(AUX, "aux") X(AUX_PASS, "aux:pass")              \
  X(COP, "cop") X(MARK, "mark") X(NMOD, "nmod") X(NMOD_POSS, "nmod:poss")      \
  X(NMOD_UNMARKED, "nmod:unmarked") X(NMOD_DESC, "nmod:desc")                  \
  X(APPOS, "appos") X(NUMMOD, "nummod") X(ACL, "acl") X(ACL_RELCL, "acl:relcl")\
  X(AMOD, "amod") X(DET, "det") X(DET_PREDET, "det:predet") X(CASE, "case")    \
  X(CONJ, "conj") X(CC, "cc") X(CC_PRECONJ, "cc:preconj") X(FIXED, "fixed")    \
  X(FLAT, "flat") X(COMPOUND, "compound") X(COMPOUND_PRT, "compound:prt")      \
  X(LIST, "list") X(PARATAXIS, "parataxis") X(ORPHAN, "orphan")                \
  X(GOESWITH, "goeswith") X(REPARANDUM, "reparandum") X(PUNCT, "punct")        \
  X(DEP, "dep")
// clang-format on

typedef enum bede_upos {
#define X(s) BEDE_UPOS_##s,
  BEDE_UPOS_LIST(X)
#undef X
      BEDE_UPOS_COUNT
} bede_upos;

typedef enum bede_xpos {
#define X(s, t) BEDE_XPOS_##s,
  BEDE_XPOS_LIST(X)
#undef X
      BEDE_XPOS_COUNT
} bede_xpos;

typedef enum bede_deprel {
#define X(s, t) BEDE_REL_##s,
  BEDE_DEPREL_LIST(X)
#undef X
      BEDE_REL_COUNT
} bede_deprel;

// FEATS: X(feature, text, shift, bits). A field holds 0 (absent) or one of the
// values that BEDE_FEAT_VALUES lists in order, counted from 1.
// clang-format off
#define BEDE_FEAT_LIST(X)                                                      \
  X(ABBR, "Abbr", 0, 1) X(CASE, "Case", 1, 2) X(DEFINITE, "Definite", 3, 2)    \
  X(DEGREE, "Degree", 5, 2) X(EXTPOS, "ExtPos", 7, 4)                          \
  X(FOREIGN, "Foreign", 11, 1) X(GENDER, "Gender", 12, 3)                      \
  X(MOOD, "Mood", 15, 2) X(NUMFORM, "NumForm", 17, 3)                          \
  X(NUMTYPE, "NumType", 20, 3) X(NUMBER, "Number", 23, 2)                      \
  X(PERSON, "Person", 25, 2) X(POLARITY, "Polarity", 27, 2)                    \
  X(POSS, "Poss", 29, 1) X(PRONTYPE, "PronType", 30, 4)                        \
  X(REFLEX, "Reflex", 34, 1) X(STYLE, "Style", 35, 3) X(TENSE, "Tense", 38, 2) \
  X(TYPO, "Typo", 40, 1) X(VERBFORM, "VerbForm", 41, 3) X(VOICE, "Voice", 44, 1)
// clang-format on

// X(feature, value symbol, text), in the order of the numbering
// clang-format off
#define BEDE_FEAT_VALUES(X)                                                    \
  X(ABBR, YES, "Yes") X(CASE, ACC, "Acc") X(CASE, GEN, "Gen")                  \
  X(CASE, NOM, "Nom") X(DEFINITE, DEF, "Def") X(DEFINITE, IND, "Ind")          \
  X(DEGREE, CMP, "Cmp") X(DEGREE, POS, "Pos") X(DEGREE, SUP, "Sup")            \
  X(EXTPOS, ADP, "ADP") X(EXTPOS, ADV, "ADV") X(EXTPOS, CCONJ, "CCONJ")        \
  X(EXTPOS, PRON, "PRON") X(EXTPOS, PROPN, "PROPN") X(EXTPOS, SCONJ, "SCONJ")  \
  X(EXTPOS, ADJ, "ADJ") X(EXTPOS, NOUN, "NOUN") X(EXTPOS, INTJ, "INTJ")        \
  X(FOREIGN, YES, "Yes") X(GENDER, FEM, "Fem") X(GENDER, MASC, "Masc")         \
  X(GENDER, NEUT, "Neut") X(GENDER, FEM_MASC, "Fem,Masc") X(MOOD, IMP, "Imp")  \
  X(MOOD, IND, "Ind") X(MOOD, SUB, "Sub") X(NUMFORM, COMBI, "Combi")           \
  X(NUMFORM, DIGIT, "Digit") X(NUMFORM, ROMAN, "Roman")                        \
  X(NUMFORM, WORD, "Word") X(NUMTYPE, CARD, "Card") X(NUMTYPE, FRAC, "Frac")   \
  X(NUMTYPE, MULT, "Mult") X(NUMTYPE, ORD, "Ord") X(NUMBER, PLUR, "Plur")      \
  X(NUMBER, PTAN, "Ptan") X(NUMBER, SING, "Sing") X(PERSON, 1, "1")            \
  X(PERSON, 2, "2") X(PERSON, 3, "3") X(POLARITY, NEG, "Neg")                  \
  X(POLARITY, POS, "Pos") X(POSS, YES, "Yes") X(PRONTYPE, ART, "Art")          \
  X(PRONTYPE, DEM, "Dem") X(PRONTYPE, EMP, "Emp") X(PRONTYPE, IND, "Ind")      \
  X(PRONTYPE, INT, "Int") X(PRONTYPE, NEG, "Neg") X(PRONTYPE, PRS, "Prs")      \
  X(PRONTYPE, RCP, "Rcp") X(PRONTYPE, REL, "Rel") X(PRONTYPE, TOT, "Tot")      \
  X(REFLEX, YES, "Yes") X(STYLE, ARCH, "Arch") X(STYLE, COLL, "Coll")          \
  X(STYLE, EXPR, "Expr") X(STYLE, SLNG, "Slng") X(STYLE, VRNC, "Vrnc")         \
  X(TENSE, PAST, "Past") X(TENSE, PRES, "Pres") X(TYPO, YES, "Yes")            \
  X(VERBFORM, FIN, "Fin") X(VERBFORM, GER, "Ger") X(VERBFORM, INF, "Inf")      \
  X(VERBFORM, PART, "Part") X(VOICE, PASS, "Pass")
// clang-format on

typedef enum bede_feat {
#define X(s, t, sh, b) BEDE_FEAT_##s,
  BEDE_FEAT_LIST(X)
#undef X
      BEDE_FEAT_COUNT
} bede_feat;

// bede_feats_get(f, feat) gives the number of a value, counted from 1 inside
// its feature as BEDE_FEAT_VALUES lists them. Those that stages test:
enum {
  BEDE_TENSE_PAST = 1,
  BEDE_TENSE_PRES = 2,
  BEDE_NUMBER_PLUR = 1,
  BEDE_NUMBER_PTAN = 2,
  BEDE_NUMBER_SING = 3,
  BEDE_VERBFORM_FIN = 1,
  BEDE_VERBFORM_GER = 2,
  BEDE_VERBFORM_INF = 3,
  BEDE_VERBFORM_PART = 4,
  BEDE_MOOD_IMP = 1,
  BEDE_MOOD_IND = 2,
  BEDE_MOOD_SUB = 3,
  BEDE_POLARITY_NEG = 1,
  BEDE_VOICE_PASS = 1,
  BEDE_PRONTYPE_INT = 5,
  BEDE_PRONTYPE_NEG = 6,
  BEDE_PRONTYPE_PRS = 7,
  BEDE_PRONTYPE_REL = 9,
  BEDE_GENDER_FEM = 1,
  BEDE_GENDER_MASC = 2,
  BEDE_GENDER_NEUT = 3
};

typedef uint64_t bede_feats; // 0 prints as "_"

unsigned bede_feats_get(bede_feats feats, bede_feat feat);
bede_feats bede_feats_set(bede_feats feats, bede_feat feat, unsigned value);
// Reads "A=B|C=D" or "_"; unknown features or values are dropped.
bede_feats bede_feats_parse(bede_str s);
// Appends in CoNLL-U form, sorted as UD demands; "_" when 0.
void bede_feats_put(bede_buf *out, bede_feats feats);

const char *bede_upos_name(bede_upos upos);
const char *bede_xpos_name(bede_xpos xpos);
const char *bede_deprel_name(bede_deprel rel);
// By text; false when unknown.
bool bede_upos_parse(bede_str s, bede_upos *out);
bool bede_xpos_parse(bede_str s, bede_xpos *out);
bool bede_deprel_parse(bede_str s, bede_deprel *out);

#endif
