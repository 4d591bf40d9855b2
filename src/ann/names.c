#include "ann/names.h"

const char *bede_basis_name(bede_basis basis)
{
  static const char *const names[BEDE_BASIS_COUNT] = {
      "name", "agent", "apposition", "coreference", "metonym", "focus_country"};
  return names[basis];
}

const char *bede_doc_status_name(bede_doc_status status)
{
  static const char *const names[] = {"coded", "no_claims", "skipped_language",
                                      "failed"};
  return names[status];
}

const char *bede_precision_name(bede_precision precision)
{
  static const char *const names[BEDE_PRECISION_COUNT] = {
      "day", "week", "month", "season", "year", "decade"};
  return names[precision];
}

const char *bede_date_basis_name(bede_date_basis basis)
{
  static const char *const names[] = {"clause", "sentence", "preceding"};
  return names[basis];
}

const char *bede_place_kind_name(bede_place_kind kind)
{
  static const char *const names[] = {
#define X(s, n) n,
      BEDE_PLACE_KIND_LIST(X)
#undef X
  };
  return kind < BEDE_PLACE_KIND_COUNT ? names[kind] : NULL;
}

const char *bede_place_basis_name(bede_place_basis basis)
{
  static const char *const names[] = {"clause", "sentence", "preceding",
                                      "dateline"};
  return names[basis];
}

const char *bede_qualifier_name(bede_qualifier qualifier)
{
  static const char *const names[BEDE_QUAL_COUNT] = {
      "exact", "at_least", "at_most", "about", "range", "vague"};
  return names[qualifier];
}

const char *bede_quantity_of_name(bede_quantity_of of)
{
  static const char *const names[BEDE_OF_COUNT] = {
#define X(s, n) n,
      BEDE_QUANTITY_OF_LIST(X)
#undef X
  };
  return names[of];
}

const char *bede_timex_type_name(bede_timex_type type)
{
  static const char *const names[] = {"DATE", "TIME", "DURATION", "SET"};
  return names[type];
}

const char *bede_mention_type_name(bede_mention_type type)
{
  static const char *const names[] = {"name", "nominal", "pronoun"};
  return names[type];
}

const char *bede_citation_kind_name(bede_citation_kind kind)
{
  static const char *const names[] = {"marker", "link", "named"};
  return names[kind];
}

const char *bede_quoted_name(bede_quoted quoted)
{
  static const char *const names[] = {NULL, "direct", "indirect", "mixed"};
  return names[quoted];
}

const char *bede_flag_name(unsigned i)
{
  static const char *const names[] = {
      "actor_inferred", "via_pronoun",         "headline", "long_distance",
      "regional_actor", "unresolved_citation", "habitual", "question"};
  return i < sizeof names / sizeof names[0] ? names[i] : NULL;
}
