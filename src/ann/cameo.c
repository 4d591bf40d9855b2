// CAMEO as a table: what each code is in PLOVER, and the published scales.
//
// Codes: the CAMEO manual, version 1.1b3. Goldstein values and quad classes: as
// distributed with the ICEWS event data (documentation) and with GDELT (its
// CAMEO.goldsteinscale look-up); the two differ in a few codes. What a code is
// in PLOVER is our own reading of the PLOVER manual (2.0 draft); doc/coding.md
// says where and why it differs from the published conversion of 2021.
#include "ann/cameo.h"

#include <string.h>

#define NO BEDE_CAMEO_NO_SCORE

// X(code, event, mode, other event that it may stand for, Goldstein value times
// ten as ICEWS has it and as GDELT has it, quad class of GDELT and of ICEWS,
// the contexts of PLOVER that the code itself says)
// clang-format off
#define CAMEO_LIST(X) \
  X("010", EVENT_NONE, MODE_NONE, EVENT_NONE, 0, 0, 1, 1, "") \
  X("011", EVENT_NONE, MODE_NONE, EVENT_NONE, -1, -1, 1, 1, "") \
  X("012", EVENT_NONE, MODE_NONE, EVENT_NONE, -4, -4, 1, 1, "") \
  X("013", EVENT_NONE, MODE_NONE, EVENT_NONE, 4, 4, 1, 1, "") \
  X("014", EVENT_NONE, MODE_NONE, EVENT_NONE, 0, 0, 1, 1, "") \
  X("015", CONCEDE, MODE_NONE, EVENT_NONE, 0, 0, 1, 1, "") \
  X("016", REJECT, MODE_NONE, EVENT_NONE, -50, -20, 1, 1, "") \
  X("017", EVENT_NONE, MODE_NONE, EVENT_NONE, 0, 0, 1, 1, "") \
  X("018", EVENT_NONE, MODE_NONE, EVENT_NONE, 34, 34, 1, 1, "") \
  X("019", EVENT_NONE, MODE_NONE, EVENT_NONE, 34, 34, 1, 1, "") \
  X("020", REQUEST, MODE_NONE, EVENT_NONE, 30, 30, 1, 1, "") \
  X("021", REQUEST, MODE_REQUEST_ASSIST, EVENT_NONE, 34, 34, 1, 1, "") \
  X("0211", REQUEST, MODE_REQUEST_ASSIST, EVENT_NONE, 34, 34, 1, 1, "economic") \
  X("0212", REQUEST, MODE_REQUEST_ASSIST, EVENT_NONE, 34, 34, 1, 1, "military") \
  X("0213", REQUEST, MODE_REQUEST_ASSIST, EVENT_NONE, 34, 34, 1, 1, "legal") \
  X("0214", REQUEST, MODE_REQUEST_ASSIST, EVENT_NONE, 34, 34, 1, 1, "intelligence") \
  X("022", REQUEST, MODE_REQUEST_ASSIST, EVENT_NONE, 34, 32, 1, 1, "diplomatic") \
  X("023", REQUEST, MODE_REQUEST_ASSIST, EVENT_NONE, 34, 34, 1, 1, "") \
  X("0231", REQUEST, MODE_REQUEST_ASSIST, EVENT_NONE, 34, 34, 1, 1, "economic") \
  X("0232", REQUEST, MODE_REQUEST_ASSIST, EVENT_NONE, 34, 34, 1, 1, "military") \
  X("0233", REQUEST, MODE_REQUEST_ASSIST, EVENT_NONE, 34, 34, 1, 1, "human_security") \
  X("0234", REQUEST, MODE_REQUEST_ASSIST, EVENT_NONE, 34, 34, 1, 1, "peacekeeping") \
  X("024", REQUEST, MODE_REQUEST_CHANGE, EVENT_NONE, -3, -3, 1, 1, "") \
  X("0241", REQUEST, MODE_REQUEST_CHANGE, EVENT_NONE, -3, -3, 1, 1, "executive") \
  X("0242", REQUEST, MODE_REQUEST_CHANGE, EVENT_NONE, -3, -3, 1, 1, "") \
  X("0243", REQUEST, MODE_REQUEST_CHANGE, EVENT_NONE, -3, -3, 1, 1, "rights_freedoms") \
  X("0244", REQUEST, MODE_REQUEST_CHANGE, EVENT_NONE, -3, -3, 1, 1, "political_institutions") \
  X("025", REQUEST, MODE_REQUEST_YIELD, EVENT_NONE, -3, -3, 1, 1, "") \
  X("0251", REQUEST, MODE_REQUEST_YIELD, EVENT_NONE, -3, -3, 1, 1, "") \
  X("0252", REQUEST, MODE_REQUEST_YIELD, EVENT_NONE, -3, -3, 1, 1, "repression") \
  X("0253", REQUEST, MODE_REQUEST_YIELD, EVENT_NONE, -3, -3, 1, 1, "") \
  X("0254", REQUEST, MODE_REQUEST_YIELD, EVENT_NONE, -3, -3, 1, 1, "economic") \
  X("0255", REQUEST, MODE_REQUEST_YIELD, EVENT_NONE, -3, -3, 1, 1, "") \
  X("0256", REQUEST, MODE_REQUEST_YIELD, EVENT_NONE, -3, -3, 1, 1, "military") \
  X("026", REQUEST, MODE_REQUEST_MEET, EVENT_NONE, 40, 40, 1, 1, "") \
  X("027", REQUEST, MODE_REQUEST_MEET, EVENT_NONE, 40, 40, 1, 1, "") \
  X("028", REQUEST, MODE_REQUEST_MEET, EVENT_NONE, 40, 40, 1, 1, "") \
  X("030", AGREE, MODE_NONE, EVENT_NONE, 40, 40, 1, 1, "") \
  X("031", AGREE, MODE_NONE, EVENT_NONE, 52, 52, 1, 1, "") \
  X("0311", AGREE, MODE_NONE, EVENT_NONE, 52, 52, 1, 1, "economic") \
  X("0312", AGREE, MODE_NONE, EVENT_NONE, 52, 52, 1, 1, "military") \
  X("0313", AGREE, MODE_NONE, EVENT_NONE, 52, 52, 1, 1, "legal") \
  X("0314", AGREE, MODE_NONE, EVENT_NONE, 52, 52, 1, 1, "intelligence") \
  X("032", AGREE, MODE_NONE, EVENT_NONE, 45, 45, 1, 1, "diplomatic") \
  X("033", AGREE, MODE_NONE, EVENT_NONE, 52, 52, 1, 1, "") \
  X("0331", AGREE, MODE_NONE, EVENT_NONE, 52, 52, 1, 1, "economic") \
  X("0332", AGREE, MODE_NONE, EVENT_NONE, 52, 52, 1, 1, "military") \
  X("0333", AGREE, MODE_NONE, EVENT_NONE, 52, 52, 1, 1, "human_security") \
  X("0334", AGREE, MODE_NONE, EVENT_NONE, 60, 60, 1, 1, "peacekeeping") \
  X("034", CONCEDE, MODE_NONE, AGREE, 70, 70, 1, 1, "") \
  X("0341", CONCEDE, MODE_NONE, EVENT_NONE, 70, 70, 1, 1, "executive") \
  X("0342", CONCEDE, MODE_NONE, EVENT_NONE, 70, 70, 1, 1, "") \
  X("0343", CONCEDE, MODE_NONE, EVENT_NONE, 70, 70, 1, 1, "rights_freedoms") \
  X("0344", CONCEDE, MODE_NONE, EVENT_NONE, 70, 70, 1, 1, "political_institutions") \
  X("035", CONCEDE, MODE_NONE, AGREE, 70, 70, 1, 1, "") \
  X("0351", CONCEDE, MODE_NONE, EVENT_NONE, 70, 70, 1, 1, "") \
  X("0352", CONCEDE, MODE_NONE, EVENT_NONE, 70, 70, 1, 1, "repression") \
  X("0353", CONCEDE, MODE_NONE, EVENT_NONE, 70, 70, 1, 1, "") \
  X("0354", CONCEDE, MODE_NONE, EVENT_NONE, 70, 70, 1, 1, "economic") \
  X("0355", CONCEDE, MODE_NONE, EVENT_NONE, 70, 70, 1, 1, "") \
  X("0356", CONCEDE, MODE_NONE, AGREE, 70, 70, 1, 1, "military") \
  X("036", AGREE, MODE_NONE, EVENT_NONE, 40, 40, 1, 1, "diplomatic") \
  X("037", AGREE, MODE_NONE, EVENT_NONE, 50, 50, 1, 1, "") \
  X("038", AGREE, MODE_NONE, EVENT_NONE, 70, 70, 1, 1, "") \
  X("039", AGREE, MODE_NONE, EVENT_NONE, 50, 50, 1, 1, "") \
  X("040", CONSULT, MODE_NONE, EVENT_NONE, 10, 10, 1, 1, "") \
  X("041", CONSULT, MODE_CONSULT_PHONE, EVENT_NONE, 10, 10, 1, 1, "") \
  X("042", CONSULT, MODE_CONSULT_VISIT, EVENT_NONE, 19, 19, 1, 1, "") \
  X("043", CONSULT, MODE_CONSULT_VISIT, EVENT_NONE, 28, 28, 1, 1, "") \
  X("044", CONSULT, MODE_CONSULT_THIRD_PARTY, EVENT_NONE, 25, 25, 1, 1, "") \
  X("045", CONSULT, MODE_NONE, EVENT_NONE, 50, 50, 1, 1, "") \
  X("046", CONSULT, MODE_NONE, EVENT_NONE, 70, 70, 1, 1, "diplomatic") \
  X("050", SUPPORT, MODE_NONE, EVENT_NONE, 35, 35, 1, 1, "diplomatic") \
  X("051", SUPPORT, MODE_NONE, EVENT_NONE, 34, 34, 1, 1, "") \
  X("052", SUPPORT, MODE_NONE, EVENT_NONE, 35, 35, 1, 1, "") \
  X("053", SUPPORT, MODE_NONE, EVENT_NONE, 38, 38, 1, 1, "") \
  X("054", SUPPORT, MODE_NONE, EVENT_NONE, 60, 60, 1, 1, "diplomatic") \
  X("055", CONCEDE, MODE_NONE, EVENT_NONE, 70, 70, 1, 1, "") \
  X("056", SUPPORT, MODE_NONE, CONCEDE, 70, 70, 1, 1, "") \
  X("057", SUPPORT, MODE_NONE, EVENT_NONE, 80, 80, 1, 1, "diplomatic") \
  X("060", COOPERATE, MODE_NONE, EVENT_NONE, 60, 60, 2, 2, "") \
  X("061", COOPERATE, MODE_NONE, EVENT_NONE, 64, 64, 2, 2, "economic") \
  X("062", COOPERATE, MODE_NONE, EVENT_NONE, 74, 74, 2, 2, "military") \
  X("063", COOPERATE, MODE_NONE, EVENT_NONE, 74, 74, 2, 2, "legal") \
  X("064", COOPERATE, MODE_NONE, EVENT_NONE, 70, 70, 2, 2, "intelligence") \
  X("070", AID, MODE_NONE, EVENT_NONE, 70, 70, 2, 2, "") \
  X("071", AID, MODE_NONE, EVENT_NONE, 74, 74, 2, 2, "economic") \
  X("072", AID, MODE_NONE, EVENT_NONE, 83, 83, 2, 2, "military") \
  X("073", AID, MODE_NONE, EVENT_NONE, 74, 74, 2, 2, "human_security") \
  X("074", AID, MODE_NONE, EVENT_NONE, 85, 85, 2, 2, "peacekeeping") \
  X("075", AID, MODE_NONE, EVENT_NONE, 70, 70, 2, 2, "asylum") \
  X("080", CONCEDE, MODE_NONE, EVENT_NONE, 50, 50, 2, 2, "") \
  X("081", CONCEDE, MODE_NONE, EVENT_NONE, 50, 50, 2, 2, "") \
  X("0811", CONCEDE, MODE_NONE, EVENT_NONE, 50, 50, 2, 2, "rights_freedoms") \
  X("0812", CONCEDE, MODE_NONE, EVENT_NONE, 50, 50, 2, 2, "") \
  X("0813", CONCEDE, MODE_NONE, EVENT_NONE, 50, 50, 2, 2, "") \
  X("0814", CONCEDE, MODE_NONE, EVENT_NONE, 50, 50, 2, 2, "") \
  X("082", CONCEDE, MODE_NONE, EVENT_NONE, 50, 50, 2, 2, "repression") \
  X("083", CONCEDE, MODE_NONE, EVENT_NONE, 50, 50, 2, 2, "") \
  X("0831", CONCEDE, MODE_NONE, RETREAT, 50, 50, 2, 2, "executive") \
  X("0832", CONCEDE, MODE_NONE, EVENT_NONE, 50, 50, 2, 2, "") \
  X("0833", CONCEDE, MODE_NONE, EVENT_NONE, 50, 50, 2, 2, "rights_freedoms") \
  X("0834", CONCEDE, MODE_NONE, EVENT_NONE, 50, 50, 2, 2, "political_institutions") \
  X("084", RETREAT, MODE_RETREAT_RELEASE, EVENT_NONE, 70, 70, 2, 2, "") \
  X("0841", RETREAT, MODE_RETREAT_RELEASE, CONCEDE, 70, 70, 2, 2, "") \
  X("0842", RETREAT, MODE_RETREAT_RELEASE, EVENT_NONE, 70, 70, 2, 2, "") \
  X("085", CONCEDE, MODE_NONE, EVENT_NONE, 70, 70, 2, 2, "economic") \
  X("086", RETREAT, MODE_RETREAT_ACCESS, EVENT_NONE, 90, 90, 2, 2, "") \
  X("0861", RETREAT, MODE_RETREAT_ACCESS, EVENT_NONE, 90, 90, 2, 2, "peacekeeping") \
  X("0862", RETREAT, MODE_RETREAT_ACCESS, EVENT_NONE, 90, 90, 2, 2, "") \
  X("0863", RETREAT, MODE_RETREAT_ACCESS, EVENT_NONE, 90, 90, 2, 2, "") \
  X("087", RETREAT, MODE_NONE, EVENT_NONE, 90, 90, 2, 2, "military") \
  X("0871", RETREAT, MODE_RETREAT_CEASEFIRE, CONCEDE, 90, 90, 2, 2, "") \
  X("0872", RETREAT, MODE_RETREAT_WITHDRAW, EVENT_NONE, 90, 90, 2, 2, "military") \
  X("0873", RETREAT, MODE_RETREAT_DISARM, EVENT_NONE, 90, 90, 2, 2, "military") \
  X("0874", RETREAT, MODE_RETREAT_WITHDRAW, EVENT_NONE, 100, 100, 2, 2, "military") \
  X("090", ACCUSE, MODE_ACCUSE_INVESTIGATE, EVENT_NONE, -20, -20, 2, 3, "") \
  X("091", ACCUSE, MODE_ACCUSE_INVESTIGATE, EVENT_NONE, -20, -20, 2, 3, "crime") \
  X("092", ACCUSE, MODE_ACCUSE_INVESTIGATE, EVENT_NONE, -20, -20, 2, 3, "human_rights") \
  X("093", ACCUSE, MODE_ACCUSE_INVESTIGATE, EVENT_NONE, -20, -20, 2, 3, "military") \
  X("094", ACCUSE, MODE_ACCUSE_INVESTIGATE, EVENT_NONE, -20, -20, 2, 3, "") \
  X("100", REQUEST, MODE_NONE, EVENT_NONE, -50, -50, 3, 3, "") \
  X("101", REQUEST, MODE_REQUEST_ASSIST, EVENT_NONE, -50, -50, 3, 3, "") \
  X("1011", REQUEST, MODE_REQUEST_ASSIST, EVENT_NONE, -50, -50, 3, 3, "economic") \
  X("1012", REQUEST, MODE_REQUEST_ASSIST, EVENT_NONE, -50, -50, 3, 3, "military") \
  X("1013", REQUEST, MODE_REQUEST_ASSIST, EVENT_NONE, -50, -50, 3, 3, "legal") \
  X("1014", REQUEST, MODE_REQUEST_ASSIST, EVENT_NONE, -50, -50, 3, 3, "intelligence") \
  X("102", REQUEST, MODE_REQUEST_ASSIST, EVENT_NONE, -50, -50, 3, 3, "diplomatic") \
  X("103", REQUEST, MODE_REQUEST_ASSIST, EVENT_NONE, -50, -50, 3, 3, "") \
  X("1031", REQUEST, MODE_REQUEST_ASSIST, EVENT_NONE, -50, -50, 3, 3, "economic") \
  X("1032", REQUEST, MODE_REQUEST_ASSIST, EVENT_NONE, -50, -50, 3, 3, "military") \
  X("1033", REQUEST, MODE_REQUEST_ASSIST, EVENT_NONE, -50, -50, 3, 3, "human_security") \
  X("1034", REQUEST, MODE_REQUEST_ASSIST, EVENT_NONE, -50, -50, 3, 3, "peacekeeping") \
  X("104", REQUEST, MODE_REQUEST_CHANGE, EVENT_NONE, -50, -50, 3, 3, "") \
  X("1041", REQUEST, MODE_REQUEST_CHANGE, EVENT_NONE, -50, -50, 3, 3, "executive") \
  X("1042", REQUEST, MODE_REQUEST_CHANGE, EVENT_NONE, -50, -50, 3, 3, "") \
  X("1043", REQUEST, MODE_REQUEST_CHANGE, EVENT_NONE, -50, -50, 3, 3, "rights_freedoms") \
  X("1044", REQUEST, MODE_REQUEST_CHANGE, EVENT_NONE, -50, -50, 3, 3, "political_institutions") \
  X("105", REQUEST, MODE_REQUEST_YIELD, EVENT_NONE, -50, -50, 3, 3, "") \
  X("1051", REQUEST, MODE_REQUEST_YIELD, EVENT_NONE, -50, -50, 3, 3, "") \
  X("1052", REQUEST, MODE_REQUEST_YIELD, EVENT_NONE, -50, -50, 3, 3, "repression") \
  X("1053", REQUEST, MODE_REQUEST_YIELD, EVENT_NONE, -50, -50, 3, 3, "") \
  X("1054", REQUEST, MODE_REQUEST_YIELD, EVENT_NONE, -50, -50, 3, 3, "economic") \
  X("1055", REQUEST, MODE_REQUEST_YIELD, EVENT_NONE, -50, -50, 3, 3, "") \
  X("1056", REQUEST, MODE_REQUEST_YIELD, EVENT_NONE, -50, -50, 3, 3, "military") \
  X("106", REQUEST, MODE_REQUEST_MEET, EVENT_NONE, -50, -50, 3, 3, "diplomatic") \
  X("107", REQUEST, MODE_REQUEST_MEET, EVENT_NONE, -50, -50, 3, 3, "") \
  X("108", REQUEST, MODE_REQUEST_MEET, EVENT_NONE, -50, -50, 3, 3, "") \
  X("110", ACCUSE, MODE_ACCUSE_DISAPPROVE, EVENT_NONE, -20, -20, 3, 3, "") \
  X("111", ACCUSE, MODE_ACCUSE_DISAPPROVE, EVENT_NONE, -20, -20, 3, 3, "") \
  X("112", ACCUSE, MODE_ACCUSE_ALLEGE, EVENT_NONE, -20, -20, 3, 3, "") \
  X("1121", ACCUSE, MODE_ACCUSE_ALLEGE, EVENT_NONE, -20, -20, 3, 3, "crime") \
  X("1122", ACCUSE, MODE_ACCUSE_ALLEGE, EVENT_NONE, -20, -20, 3, 3, "human_rights") \
  X("1123", ACCUSE, MODE_ACCUSE_ALLEGE, EVENT_NONE, -20, -20, 3, 3, "military") \
  X("1124", ACCUSE, MODE_ACCUSE_ALLEGE, EVENT_NONE, -20, -20, 3, 3, "") \
  X("1125", ACCUSE, MODE_ACCUSE_ALLEGE, EVENT_NONE, -20, -20, 3, 3, "intelligence") \
  X("113", ACCUSE, MODE_ACCUSE_DISAPPROVE, EVENT_NONE, -20, -20, 3, 3, "") \
  X("114", ACCUSE, MODE_ACCUSE_DISAPPROVE, EVENT_NONE, -20, -20, 3, 3, "") \
  X("115", ACCUSE, MODE_ACCUSE_ALLEGE, EVENT_NONE, -20, -20, 3, 3, "legal") \
  X("116", SANCTION, MODE_SANCTION_CONVICT, EVENT_NONE, -20, -20, 3, 3, "legal") \
  X("120", REJECT, MODE_NONE, EVENT_NONE, -40, -40, 3, 3, "") \
  X("121", REJECT, MODE_REJECT_ASSIST, EVENT_NONE, -40, -40, 3, 3, "") \
  X("1211", REJECT, MODE_REJECT_ASSIST, EVENT_NONE, -40, -40, 3, 3, "economic") \
  X("1212", REJECT, MODE_REJECT_ASSIST, EVENT_NONE, -40, -40, 3, 3, "military") \
  X("1213", REJECT, MODE_REJECT_ASSIST, EVENT_NONE, -40, NO, 3, 3, "legal") \
  X("122", REJECT, MODE_REJECT_ASSIST, EVENT_NONE, -40, -40, 3, 3, "") \
  X("1221", REJECT, MODE_REJECT_ASSIST, EVENT_NONE, -40, -40, 3, 3, "economic") \
  X("1222", REJECT, MODE_REJECT_ASSIST, EVENT_NONE, -40, -40, 3, 3, "military") \
  X("1223", REJECT, MODE_REJECT_ASSIST, EVENT_NONE, -40, -40, 3, 3, "human_security") \
  X("1224", REJECT, MODE_REJECT_ASSIST, EVENT_NONE, -40, -40, 3, 3, "peacekeeping") \
  X("123", REJECT, MODE_REJECT_CHANGE, EVENT_NONE, -40, -40, 3, 3, "") \
  X("1231", REJECT, MODE_REJECT_CHANGE, EVENT_NONE, -40, -40, 3, 3, "executive") \
  X("1232", REJECT, MODE_REJECT_CHANGE, EVENT_NONE, -40, -40, 3, 3, "") \
  X("1233", REJECT, MODE_REJECT_CHANGE, EVENT_NONE, -40, -40, 3, 3, "rights_freedoms") \
  X("1234", REJECT, MODE_REJECT_CHANGE, EVENT_NONE, -40, -40, 3, 3, "political_institutions") \
  X("124", REJECT, MODE_REJECT_YIELD, EVENT_NONE, -40, -40, 3, 3, "") \
  X("1241", REJECT, MODE_REJECT_YIELD, EVENT_NONE, -40, -40, 3, 3, "") \
  X("1242", REJECT, MODE_REJECT_YIELD, EVENT_NONE, -40, -40, 3, 3, "repression") \
  X("1243", REJECT, MODE_REJECT_YIELD, EVENT_NONE, -40, -40, 3, 3, "") \
  X("1244", REJECT, MODE_REJECT_YIELD, EVENT_NONE, -40, -40, 3, 3, "economic") \
  X("1245", REJECT, MODE_REJECT_YIELD, EVENT_NONE, -40, -40, 3, 3, "") \
  X("1246", REJECT, MODE_REJECT_YIELD, EVENT_NONE, -40, -40, 3, 3, "military") \
  X("125", REJECT, MODE_REJECT_MEET, EVENT_NONE, -50, -50, 3, 3, "diplomatic") \
  X("126", REJECT, MODE_REJECT_MEET, EVENT_NONE, -50, -50, 3, 3, "") \
  X("127", REJECT, MODE_REJECT_MEET, EVENT_NONE, -50, -50, 3, 3, "") \
  X("128", REJECT, MODE_NONE, EVENT_NONE, -50, -50, 3, 3, "") \
  X("129", REJECT, MODE_NONE, EVENT_NONE, -50, -50, 3, 3, "") \
  X("130", THREATEN, MODE_NONE, EVENT_NONE, -44, -44, 3, 3, "") \
  X("131", THREATEN, MODE_NONE, EVENT_NONE, -58, -58, 3, 3, "") \
  X("1311", THREATEN, MODE_THREATEN_RELATIONS, EVENT_NONE, -58, -58, 3, 3, "") \
  X("1312", THREATEN, MODE_THREATEN_RESTRICT, EVENT_NONE, -58, -58, 3, 3, "economic") \
  X("1313", THREATEN, MODE_THREATEN_RELATIONS, EVENT_NONE, -58, -58, 3, 3, "") \
  X("132", THREATEN, MODE_THREATEN_RESTRICT, EVENT_NONE, -58, -58, 3, 3, "") \
  X("1321", THREATEN, MODE_THREATEN_RESTRICT, EVENT_NONE, -58, -58, 3, 3, "rights_freedoms") \
  X("1322", THREATEN, MODE_THREATEN_RESTRICT, EVENT_NONE, -58, -58, 3, 3, "pro_autocracy") \
  X("1323", THREATEN, MODE_THREATEN_RESTRICT, EVENT_NONE, -58, -58, 3, 3, "") \
  X("1324", THREATEN, MODE_THREATEN_RESTRICT, EVENT_NONE, -58, -58, 3, 3, "pro_autocracy") \
  X("133", THREATEN, MODE_THREATEN_RESTRICT, EVENT_NONE, -58, -58, 3, 3, "") \
  X("134", THREATEN, MODE_THREATEN_RELATIONS, EVENT_NONE, -58, -58, 3, 3, "diplomatic") \
  X("135", THREATEN, MODE_THREATEN_RELATIONS, EVENT_NONE, -58, -58, 3, 3, "") \
  X("136", THREATEN, MODE_THREATEN_EXPEL, EVENT_NONE, -70, -70, 3, 3, "") \
  X("137", THREATEN, MODE_THREATEN_VIOLENCE, EVENT_NONE, -70, -70, 3, 3, "repression") \
  X("138", THREATEN, MODE_THREATEN_VIOLENCE, EVENT_NONE, -70, -70, 3, 3, "military") \
  X("1381", THREATEN, MODE_THREATEN_RESTRICT, EVENT_NONE, -70, -70, 3, 3, "military") \
  X("1382", THREATEN, MODE_THREATEN_TERRITORY, EVENT_NONE, -70, -70, 3, 3, "military territory") \
  X("1383", THREATEN, MODE_THREATEN_VIOLENCE, EVENT_NONE, -70, -70, 3, 3, "") \
  X("1384", THREATEN, MODE_THREATEN_VIOLENCE, EVENT_NONE, -70, -70, 3, 3, "military") \
  X("1385", THREATEN, MODE_THREATEN_VIOLENCE, EVENT_NONE, -70, -70, 3, 3, "cbrn") \
  X("139", THREATEN, MODE_NONE, EVENT_NONE, -70, -70, 3, 3, "") \
  X("140", PROTEST, MODE_NONE, EVENT_NONE, -65, -65, 3, 4, "") \
  X("141", PROTEST, MODE_PROTEST_DEMO, EVENT_NONE, -65, -65, 3, 4, "") \
  X("1411", PROTEST, MODE_PROTEST_DEMO, EVENT_NONE, -65, -65, 3, 4, "") \
  X("1412", PROTEST, MODE_PROTEST_DEMO, EVENT_NONE, -65, -65, 3, 4, "") \
  X("1413", PROTEST, MODE_PROTEST_DEMO, EVENT_NONE, -65, -65, 3, 4, "rights_freedoms") \
  X("1414", PROTEST, MODE_PROTEST_DEMO, EVENT_NONE, -65, -65, 3, 4, "political_institutions") \
  X("142", PROTEST, MODE_PROTEST_HUNGER, EVENT_NONE, -65, -65, 3, 4, "") \
  X("1421", PROTEST, MODE_PROTEST_HUNGER, EVENT_NONE, -65, -65, 3, 4, "") \
  X("1422", PROTEST, MODE_PROTEST_HUNGER, EVENT_NONE, -65, -65, 3, 4, "") \
  X("1423", PROTEST, MODE_PROTEST_HUNGER, EVENT_NONE, -65, -65, 3, 4, "rights_freedoms") \
  X("1424", PROTEST, MODE_PROTEST_HUNGER, EVENT_NONE, -65, -65, 3, 4, "political_institutions") \
  X("143", PROTEST, MODE_PROTEST_STRIKE, EVENT_NONE, -65, -65, 3, 4, "") \
  X("1431", PROTEST, MODE_PROTEST_STRIKE, EVENT_NONE, -65, -65, 3, 4, "") \
  X("1432", PROTEST, MODE_PROTEST_STRIKE, EVENT_NONE, -65, -65, 3, 4, "") \
  X("1433", PROTEST, MODE_PROTEST_STRIKE, EVENT_NONE, -65, -65, 3, 4, "rights_freedoms") \
  X("1434", PROTEST, MODE_PROTEST_STRIKE, EVENT_NONE, -65, -65, 3, 4, "political_institutions") \
  X("144", PROTEST, MODE_PROTEST_OBSTRUCT, EVENT_NONE, -75, -75, 3, 4, "") \
  X("1441", PROTEST, MODE_PROTEST_OBSTRUCT, EVENT_NONE, -75, -75, 3, 4, "") \
  X("1442", PROTEST, MODE_PROTEST_OBSTRUCT, EVENT_NONE, -75, -75, 3, 4, "") \
  X("1443", PROTEST, MODE_PROTEST_OBSTRUCT, EVENT_NONE, -75, -75, 3, 4, "rights_freedoms") \
  X("1444", PROTEST, MODE_PROTEST_OBSTRUCT, EVENT_NONE, -75, -75, 3, 4, "political_institutions") \
  X("145", PROTEST, MODE_PROTEST_RIOT, EVENT_NONE, -75, -75, 3, 4, "") \
  X("1451", PROTEST, MODE_PROTEST_RIOT, EVENT_NONE, -75, -75, 3, 4, "") \
  X("1452", PROTEST, MODE_PROTEST_RIOT, EVENT_NONE, -75, -75, 3, 4, "") \
  X("1453", PROTEST, MODE_PROTEST_RIOT, EVENT_NONE, -75, -75, 3, 4, "rights_freedoms") \
  X("1454", PROTEST, MODE_PROTEST_RIOT, EVENT_NONE, -75, -75, 3, 4, "political_institutions") \
  X("150", MOBILIZE, MODE_NONE, EVENT_NONE, -72, -72, 4, 4, "") \
  X("151", MOBILIZE, MODE_MOBILIZE_POLICE, EVENT_NONE, -72, -72, 4, 4, "") \
  X("152", MOBILIZE, MODE_MOBILIZE_TROOPS, EVENT_NONE, -72, -72, 4, 4, "military") \
  X("153", MOBILIZE, MODE_MOBILIZE_POLICE, EVENT_NONE, -72, -72, 4, 4, "") \
  X("154", MOBILIZE, MODE_MOBILIZE_TROOPS, EVENT_NONE, -72, -72, 4, 4, "military") \
  X("155", MOBILIZE, MODE_MOBILIZE_WEAPONS, EVENT_NONE, NO, NO, 4, 4, "cyber") \
  X("160", SANCTION, MODE_SANCTION_DISCONTINUE, EVENT_NONE, -40, -40, 4, 4, "") \
  X("161", SANCTION, MODE_SANCTION_DISCONTINUE, EVENT_NONE, -40, -40, 4, 4, "diplomatic") \
  X("162", SANCTION, MODE_SANCTION_WITHDRAW, EVENT_NONE, -56, -56, 4, 4, "") \
  X("1621", SANCTION, MODE_SANCTION_WITHDRAW, EVENT_NONE, -56, -56, 4, 4, "economic") \
  X("1622", SANCTION, MODE_SANCTION_WITHDRAW, EVENT_NONE, -56, -56, 4, 4, "military") \
  X("1623", SANCTION, MODE_SANCTION_WITHDRAW, EVENT_NONE, -56, -56, 4, 4, "human_security") \
  X("163", SANCTION, MODE_SANCTION_DISCONTINUE, EVENT_NONE, -80, -80, 4, 4, "economic") \
  X("164", SANCTION, MODE_SANCTION_DISCONTINUE, EVENT_NONE, -65, -70, 4, 4, "diplomatic") \
  X("165", SANCTION, MODE_SANCTION_DISCONTINUE, EVENT_NONE, -70, -65, 4, 4, "") \
  X("166", SANCTION, MODE_SANCTION_EXPEL, EVENT_NONE, -70, -70, 4, 4, "") \
  X("1661", SANCTION, MODE_SANCTION_EXPEL, EVENT_NONE, -70, -70, 4, 4, "peacekeeping") \
  X("1662", SANCTION, MODE_SANCTION_EXPEL, EVENT_NONE, -70, -70, 4, 4, "") \
  X("1663", SANCTION, MODE_SANCTION_EXPEL, EVENT_NONE, -70, -70, 4, 4, "human_security") \
  X("170", COERCE, MODE_NONE, EVENT_NONE, -70, -70, 4, 4, "") \
  X("171", COERCE, MODE_COERCE_SEIZE, EVENT_NONE, -92, -92, 4, 4, "") \
  X("1711", COERCE, MODE_COERCE_SEIZE, EVENT_NONE, -92, -92, 4, 4, "human_security") \
  X("1712", ASSAULT, MODE_ASSAULT_DESTROY, EVENT_NONE, -92, -92, 4, 4, "") \
  X("172", COERCE, MODE_COERCE_RESTRICT, EVENT_NONE, -50, -50, 4, 4, "") \
  X("1721", COERCE, MODE_COERCE_RESTRICT, EVENT_NONE, -50, -50, 4, 4, "rights_freedoms") \
  X("1722", COERCE, MODE_COERCE_RESTRICT, EVENT_NONE, -50, -50, 4, 4, "pro_autocracy") \
  X("1723", COERCE, MODE_COERCE_CURFEW, EVENT_NONE, -50, -50, 4, 4, "") \
  X("1724", COERCE, MODE_COERCE_MARTIAL_LAW, EVENT_NONE, -50, -50, 4, 4, "pro_autocracy") \
  X("173", COERCE, MODE_COERCE_ARREST, EVENT_NONE, -50, -50, 4, 4, "") \
  X("174", COERCE, MODE_COERCE_DEPORT, EVENT_NONE, -50, -50, 4, 4, "") \
  X("175", ASSAULT, MODE_ASSAULT_CROWD_CONTROL, COERCE, -90, -90, 4, 4, "repression") \
  X("176", COERCE, MODE_COERCE_CYBER, EVENT_NONE, NO, NO, 4, 4, "cyber") \
  X("180", ASSAULT, MODE_NONE, EVENT_NONE, -90, -90, 4, 4, "") \
  X("181", ASSAULT, MODE_ASSAULT_ABDUCT, EVENT_NONE, -90, -90, 4, 4, "") \
  X("182", ASSAULT, MODE_ASSAULT_BEAT, EVENT_NONE, -95, -95, 4, 4, "") \
  X("1821", ASSAULT, MODE_ASSAULT_SEXUAL, EVENT_NONE, -90, -90, 4, 4, "") \
  X("1822", ASSAULT, MODE_ASSAULT_TORTURE, EVENT_NONE, -90, -90, 4, 4, "") \
  X("1823", ASSAULT, MODE_NONE, EVENT_NONE, -100, -100, 4, 4, "") \
  X("183", ASSAULT, MODE_ASSAULT_EXPLOSIVES, EVENT_NONE, -100, -100, 4, 4, "") \
  X("1831", ASSAULT, MODE_ASSAULT_SUICIDE_ATTACK, EVENT_NONE, -100, -100, 4, 4, "") \
  X("1832", ASSAULT, MODE_ASSAULT_EXPLOSIVES, EVENT_NONE, -100, -100, 4, 4, "") \
  X("1833", ASSAULT, MODE_ASSAULT_EXPLOSIVES, EVENT_NONE, -100, -100, 4, 4, "") \
  X("1834", ASSAULT, MODE_ASSAULT_EXPLOSIVES, EVENT_NONE, NO, NO, 4, 4, "") \
  X("184", ASSAULT, MODE_ASSAULT_ABDUCT, EVENT_NONE, -80, -80, 4, 4, "") \
  X("185", ASSAULT, MODE_ASSAULT_TARGETED, EVENT_NONE, -80, -80, 4, 4, "") \
  X("186", ASSAULT, MODE_ASSAULT_TARGETED, EVENT_NONE, -100, -100, 4, 4, "") \
  X("190", ASSAULT, MODE_NONE, EVENT_NONE, -100, -100, 4, 4, "military") \
  X("191", COERCE, MODE_COERCE_RESTRICT, EVENT_NONE, -95, -95, 4, 4, "military") \
  X("192", COERCE, MODE_COERCE_SEIZE, EVENT_NONE, -95, -95, 4, 4, "military territory") \
  X("193", ASSAULT, MODE_ASSAULT_FIREARMS, EVENT_NONE, -100, -100, 4, 4, "military") \
  X("194", ASSAULT, MODE_ASSAULT_HEAVY_WEAPONS, EVENT_NONE, -100, -100, 4, 4, "military") \
  X("195", ASSAULT, MODE_ASSAULT_AERIAL, EVENT_NONE, -100, -100, 4, 4, "military") \
  X("1951", ASSAULT, MODE_ASSAULT_AERIAL, EVENT_NONE, NO, NO, 4, 4, "military") \
  X("1952", ASSAULT, MODE_ASSAULT_DRONE, EVENT_NONE, NO, NO, 4, 4, "military") \
  X("196", ASSAULT, MODE_NONE, EVENT_NONE, -95, -95, 4, 4, "") \
  X("200", ASSAULT, MODE_NONE, EVENT_NONE, -100, -100, 4, 4, "") \
  X("201", COERCE, MODE_COERCE_DEPORT, ASSAULT, -95, -95, 4, 4, "") \
  X("202", ASSAULT, MODE_NONE, EVENT_NONE, -100, -100, 4, 4, "") \
  X("203", ASSAULT, MODE_NONE, EVENT_NONE, -100, -100, 4, 4, "religion_ethnicity") \
  X("204", ASSAULT, MODE_ASSAULT_UNCONVENTIONAL, EVENT_NONE, -100, -100, 4, 4, "cbrn") \
  X("2041", ASSAULT, MODE_ASSAULT_UNCONVENTIONAL, EVENT_NONE, -100, -100, 4, 4, "cbrn") \
  X("2042", ASSAULT, MODE_ASSAULT_UNCONVENTIONAL, EVENT_NONE, -100, -100, 4, 4, "cbrn")
// clang-format on

static const bede_cameo codes[] = {
#define X(code, event, mode, also, icews, gdelt, quad_gdelt, quad_icews, ctx)  \
  {code,  BEDE_##event, BEDE_##mode, BEDE_##also, icews,                       \
   gdelt, quad_gdelt,   quad_icews,  ctx},
    CAMEO_LIST(X)
#undef X
};

// What an operator's code becomes by the code of the act below it: to demand
// (103) economic aid (071) is 1031. X(operator's code, inner code or its first
// digits, code)
// clang-format off
#define REFINE_LIST(X) \
  X("021", "061", "0211") X("021", "062", "0212") X("021", "063", "0213") \
  X("021", "064", "0214") X("031", "061", "0311") X("031", "062", "0312") \
  X("031", "063", "0313") X("031", "064", "0314") X("101", "061", "1011") \
  X("101", "062", "1012") X("101", "063", "1013") X("101", "064", "1014") \
  X("121", "061", "1211") X("121", "062", "1212") X("121", "063", "1213") \
  X("023", "071", "0231") X("023", "072", "0232") X("023", "073", "0233") \
  X("023", "074", "0234") X("033", "071", "0331") X("033", "072", "0332") \
  X("033", "073", "0333") X("033", "074", "0334") X("103", "071", "1031") \
  X("103", "072", "1032") X("103", "073", "1033") X("103", "074", "1034") \
  X("122", "071", "1221") X("122", "072", "1222") X("122", "073", "1223") \
  X("122", "074", "1224") X("024", "0831", "0241") X("024", "0832", "0242") \
  X("024", "0833", "0243") X("024", "0834", "0244") X("034", "0831", "0341") \
  X("034", "0832", "0342") X("034", "0833", "0343") X("034", "0834", "0344") \
  X("104", "0831", "1041") X("104", "0832", "1042") X("104", "0833", "1043") \
  X("104", "0834", "1044") X("123", "0831", "1231") X("123", "0832", "1232") \
  X("123", "0833", "1233") X("123", "0834", "1234") X("025", "081", "0251") \
  X("025", "082", "0252") X("025", "084", "0253") X("025", "085", "0254") \
  X("025", "086", "0255") X("025", "087", "0256") X("035", "081", "0351") \
  X("035", "082", "0352") X("035", "084", "0353") X("035", "085", "0354") \
  X("035", "086", "0355") X("035", "087", "0356") X("105", "081", "1051") \
  X("105", "082", "1052") X("105", "084", "1053") X("105", "085", "1054") \
  X("105", "086", "1055") X("105", "087", "1056") X("124", "081", "1241") \
  X("124", "082", "1242") X("124", "084", "1243") X("124", "085", "1244") \
  X("124", "086", "1245") X("124", "087", "1246") X("162", "071", "1621") \
  X("162", "072", "1622") X("162", "073", "1623") X("166", "0861", "1661") \
  X("166", "074", "1661") X("166", "0862", "1662") X("166", "0863", "1663") \
  X("131", "162", "1311") X("131", "163", "1312") X("131", "160", "1313") \
  X("131", "161", "1313") X("132", "1721", "1321") X("132", "1722", "1322") \
  X("132", "1723", "1323") X("132", "1724", "1324") X("138", "191", "1381") \
  X("138", "192", "1382") X("138", "18", "1383") X("138", "204", "1385") \
  X("138", "19", "1384") X("141", "1041", "1411") X("141", "1042", "1412") \
  X("141", "1043", "1413") X("141", "1044", "1414") X("141", "0241", "1411") \
  X("141", "0242", "1412") X("141", "0243", "1413") X("141", "0244", "1414") \
  X("142", "1041", "1421") X("142", "1042", "1422") X("142", "1043", "1423") \
  X("142", "1044", "1424") X("142", "0241", "1421") X("142", "0242", "1422") \
  X("142", "0243", "1423") X("142", "0244", "1424") X("143", "1041", "1431") \
  X("143", "1042", "1432") X("143", "1043", "1433") X("143", "1044", "1434") \
  X("143", "0241", "1431") X("143", "0242", "1432") X("143", "0243", "1433") \
  X("143", "0244", "1434") X("144", "1041", "1441") X("144", "1042", "1442") \
  X("144", "1043", "1443") X("144", "1044", "1444") X("144", "0241", "1441") \
  X("144", "0242", "1442") X("144", "0243", "1443") X("144", "0244", "1444") \
  X("145", "1041", "1451") X("145", "1042", "1452") X("145", "1043", "1453") \
  X("145", "1044", "1454") X("145", "0241", "1451") X("145", "0242", "1452") \
  X("145", "0243", "1453") X("145", "0244", "1454") X("120", "046", "125") \
  X("130", "14", "133") X("130", "164", "134") X("130", "165", "135") \
  X("130", "166", "136") X("130", "175", "137") X("130", "162", "1311") \
  X("130", "163", "1312") X("130", "160", "1313") X("130", "161", "1313") \
  X("130", "1721", "1321") X("130", "1722", "1322") X("130", "1723", "1323") \
  X("130", "1724", "1324") X("130", "172", "132") X("130", "191", "1381") \
  X("130", "192", "1382") X("130", "18", "1383") X("130", "204", "1385") \
  X("130", "19", "1384") X("121", "0211", "1211") X("121", "0212", "1212") \
  X("121", "0213", "1213") X("122", "0231", "1221") X("122", "0232", "1222") \
  X("122", "0233", "1223") X("122", "0234", "1224") X("123", "0241", "1231") \
  X("123", "0242", "1232") X("123", "0243", "1233") X("123", "0244", "1234") \
  X("124", "0251", "1241") X("124", "0252", "1242") X("124", "0253", "1243") \
  X("124", "0254", "1244") X("124", "0255", "1245") X("124", "0256", "1246") \
  X("120", "026", "125") X("125", "028", "126") X("121", "1011", "1211") \
  X("121", "1012", "1212") X("121", "1013", "1213") X("122", "1031", "1221") \
  X("122", "1032", "1222") X("122", "1033", "1223") X("122", "1034", "1224") \
  X("123", "1041", "1231") X("123", "1042", "1232") X("123", "1043", "1233") \
  X("123", "1044", "1234") X("124", "1051", "1241") X("124", "1052", "1242") \
  X("124", "1053", "1243") X("124", "1054", "1244") X("124", "1055", "1245") \
  X("124", "1056", "1246") X("120", "106", "125") X("125", "108", "126") \
  X("131", "164", "134") X("131", "165", "135") X("131", "166", "136") \
  X("131", "14", "133") X("131", "160", "1313") X("131", "161", "1313") \
  X("131", "162", "1311") X("131", "163", "1312")
// clang-format on

static const struct {
  const char *outer, *inner, *code;
} refinements[] = {
#define X(outer, inner, code) {outer, inner, code},
    REFINE_LIST(X)
#undef X
};

// X(code or root, the code of the other direction, "" = the same; whether a
// named recipient makes no difference). Which are mutual: those that the
// PETRARCH dictionaries give as pairs. Not here: what two may also do side by
// side to a third that is not named ("both condemned the attack").
// clang-format off
#define MUTUAL_LIST(X) \
  X("036", "", true) X("040", "", true) X("041", "", true) \
  X("042", "043", true) X("043", "042", true) X("044", "", true) \
  X("046", "", true) X("057", "", true) X("06", "", true) X("03", "", false) \
  X("054", "", false) X("0841", "", false) X("0871", "", false) \
  X("190", "", false) X("193", "", false) X("194", "", false)
// clang-format on

static const struct {
  const char *code, *back;
  bool always;
} mutual[] = {
#define X(code, back, always) {code, back, always},
    MUTUAL_LIST(X)
#undef X
};

const bede_cameo *bede_cameo_find(const char *code)
{
  size_t low = 0, high = sizeof codes / sizeof *codes;
  while (low < high) {
    size_t middle = (low + high) / 2;
    int order = strcmp(code, codes[middle].code);
    if (order == 0) return &codes[middle];
    if (order < 0)
      high = middle;
    else
      low = middle + 1;
  }
  return NULL;
}

const bede_cameo *bede_cameo_at(size_t i)
{
  return i < sizeof codes / sizeof *codes ? &codes[i] : NULL;
}

const char *bede_cameo_refine(const char *outer, const char *inner)
{
  const char *best = outer;
  size_t longest = 0;
  for (size_t i = 0; i < sizeof refinements / sizeof *refinements; i++) {
    size_t len = strlen(refinements[i].inner);
    if (len > longest && strcmp(refinements[i].outer, outer) == 0 &&
        strncmp(refinements[i].inner, inner, len) == 0) {
      best = refinements[i].code;
      longest = len;
    }
  }
  return best;
}

const char *bede_cameo_back(const char *code, bool together)
{
  for (size_t i = 0; i < sizeof mutual / sizeof *mutual; i++) {
    if (strncmp(code, mutual[i].code, strlen(mutual[i].code)) != 0) continue;
    if (!together && !mutual[i].always) continue;
    const bede_cameo *own = bede_cameo_find(code);
    if (mutual[i].back[0]) return mutual[i].back;
    return own ? own->code : NULL;
  }
  return NULL;
}
