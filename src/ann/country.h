// Countries: the codes of states and territories that coders file actors
// under. The one table of its kind; what a state is called, and which entity it
// is, stands in the knowledge (actors/states.txt), which a test compares.
#ifndef ANN_COUNTRY_H
#define ANN_COUNTRY_H

#include <stdbool.h>
#include <stdint.h>

#include "bede/types.h"

// X(code, COW number or 0), in byte order of the codes.
// Codes: ISO 3166-1 alpha-3 of 2024, and KOS for Kosovo, which has none.
// Numbers: Correlates of War, State System Membership v2016. 0: not a member of
// that system (a territory, the Vatican, Palestine). The United Kingdom's
// territories and the like have no number of their own there.
// clang-format off
#define BEDE_COUNTRY_LIST(X)                                                   \
  X(ABW, 0) X(AFG, 700) X(AGO, 540) X(AIA, 0) X(ALA, 0) X(ALB, 339)            \
  X(AND, 232) X(ARE, 696) X(ARG, 160) X(ARM, 371) X(ASM, 0) X(ATA, 0)          \
  X(ATF, 0) X(ATG, 58) X(AUS, 900) X(AUT, 305) X(AZE, 373) X(BDI, 516)         \
  X(BEL, 211) X(BEN, 434) X(BES, 0) X(BFA, 439) X(BGD, 771) X(BGR, 355)        \
  X(BHR, 692) X(BHS, 31) X(BIH, 346) X(BLM, 0) X(BLR, 370) X(BLZ, 80)          \
  X(BMU, 0) X(BOL, 145) X(BRA, 140) X(BRB, 53) X(BRN, 835) X(BTN, 760)         \
  X(BVT, 0) X(BWA, 571) X(CAF, 482) X(CAN, 20) X(CCK, 0) X(CHE, 225)           \
  X(CHL, 155) X(CHN, 710) X(CIV, 437) X(CMR, 471) X(COD, 490) X(COG, 484)      \
  X(COK, 0) X(COL, 100) X(COM, 581) X(CPV, 402) X(CRI, 94) X(CUB, 40)          \
  X(CUW, 0) X(CXR, 0) X(CYM, 0) X(CYP, 352) X(CZE, 316) X(DEU, 255)            \
  X(DJI, 522) X(DMA, 54) X(DNK, 390) X(DOM, 42) X(DZA, 615) X(ECU, 130)        \
  X(EGY, 651) X(ERI, 531) X(ESH, 0) X(ESP, 230) X(EST, 366) X(ETH, 530)        \
  X(FIN, 375) X(FJI, 950) X(FLK, 0) X(FRA, 220) X(FRO, 0) X(FSM, 987)          \
  X(GAB, 481) X(GBR, 200) X(GEO, 372) X(GGY, 0) X(GHA, 452) X(GIB, 0)          \
  X(GIN, 438) X(GLP, 0) X(GMB, 420) X(GNB, 404) X(GNQ, 411) X(GRC, 350)        \
  X(GRD, 55) X(GRL, 0) X(GTM, 90) X(GUF, 0) X(GUM, 0) X(GUY, 110) X(HKG, 0)    \
  X(HMD, 0) X(HND, 91) X(HRV, 344) X(HTI, 41) X(HUN, 310) X(IDN, 850)          \
  X(IMN, 0) X(IND, 750) X(IOT, 0) X(IRL, 205) X(IRN, 630) X(IRQ, 645)          \
  X(ISL, 395) X(ISR, 666) X(ITA, 325) X(JAM, 51) X(JEY, 0) X(JOR, 663)         \
  X(JPN, 740) X(KAZ, 705) X(KEN, 501) X(KGZ, 703) X(KHM, 811) X(KIR, 946)      \
  X(KNA, 60) X(KOR, 732) X(KOS, 347) X(KWT, 690) X(LAO, 812) X(LBN, 660)       \
  X(LBR, 450) X(LBY, 620) X(LCA, 56) X(LIE, 223) X(LKA, 780) X(LSO, 570)       \
  X(LTU, 368) X(LUX, 212) X(LVA, 367) X(MAC, 0) X(MAF, 0) X(MAR, 600)          \
  X(MCO, 221) X(MDA, 359) X(MDG, 580) X(MDV, 781) X(MEX, 70) X(MHL, 983)       \
  X(MKD, 343) X(MLI, 432) X(MLT, 338) X(MMR, 775) X(MNE, 341) X(MNG, 712)      \
  X(MNP, 0) X(MOZ, 541) X(MRT, 435) X(MSR, 0) X(MTQ, 0) X(MUS, 590)            \
  X(MWI, 553) X(MYS, 820) X(MYT, 0) X(NAM, 565) X(NCL, 0) X(NER, 436)          \
  X(NFK, 0) X(NGA, 475) X(NIC, 93) X(NIU, 0) X(NLD, 210) X(NOR, 385)           \
  X(NPL, 790) X(NRU, 970) X(NZL, 920) X(OMN, 698) X(PAK, 770) X(PAN, 95)       \
  X(PCN, 0) X(PER, 135) X(PHL, 840) X(PLW, 986) X(PNG, 910) X(POL, 290)        \
  X(PRI, 0) X(PRK, 731) X(PRT, 235) X(PRY, 150) X(PSE, 0) X(PYF, 0)            \
  X(QAT, 694) X(REU, 0) X(ROU, 360) X(RUS, 365) X(RWA, 517) X(SAU, 670)        \
  X(SDN, 625) X(SEN, 433) X(SGP, 830) X(SGS, 0) X(SHN, 0) X(SJM, 0)            \
  X(SLB, 940) X(SLE, 451) X(SLV, 92) X(SMR, 331) X(SOM, 520) X(SPM, 0)         \
  X(SRB, 345) X(SSD, 626) X(STP, 403) X(SUR, 115) X(SVK, 317) X(SVN, 349)      \
  X(SWE, 380) X(SWZ, 572) X(SXM, 0) X(SYC, 591) X(SYR, 652) X(TCA, 0)          \
  X(TCD, 483) X(TGO, 461) X(THA, 800) X(TJK, 702) X(TKL, 0) X(TKM, 701)        \
  X(TLS, 860) X(TON, 955) X(TTO, 52) X(TUN, 616) X(TUR, 640) X(TUV, 947)       \
  X(TWN, 713) X(TZA, 510) X(UGA, 500) X(UKR, 369) X(UMI, 0) X(URY, 165)        \
  X(USA, 2) X(UZB, 704) X(VAT, 0) X(VCT, 57) X(VEN, 101) X(VGB, 0)             \
  X(VIR, 0) X(VNM, 816) X(VUT, 935) X(WLF, 0) X(WSM, 990) X(YEM, 679)          \
  X(ZAF, 560) X(ZMB, 551) X(ZWE, 552)
// clang-format on

// The Correlates of War number of a country code; 0 when it has none or is no
// country code (IGO, NGO, ...).
uint32_t bede_country_cow(bede_str code);
// Is it a code of the table?
bool bede_country_is(bede_str code);
// The country's code in CAMEO actor codes: the same but for two that CAMEO took
// from an older ISO 3166 (ROU is ROM, TLS is TMP). Any other text comes back as
// it is. Borrowed or static.
bede_str bede_country_cameo(bede_str code);

#endif
