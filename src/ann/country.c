#include "ann/country.h"

#include "base/str.h"

typedef struct country {
  char code[4];
  uint16_t cow;
} country;

static const country countries[] = {
#define X(code, cow) {#code, cow},
    BEDE_COUNTRY_LIST(X)
#undef X
};

enum { COUNTRIES = sizeof countries / sizeof countries[0] };

static const country *find(bede_str code)
{
  size_t low = 0, high = COUNTRIES;
  if (code.len != 3) return NULL;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    int order = memcmp(countries[middle].code, code.ptr, 3);
    if (order == 0) return &countries[middle];
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return NULL;
}

uint32_t bede_country_cow(bede_str code)
{
  const country *c = find(code);
  return c ? c->cow : 0;
}

bool bede_country_is(bede_str code)
{
  return find(code) != NULL;
}

bede_str bede_country_cameo(bede_str code)
{
  if (bede_str_is(code, "ROU")) return bede_str_from("ROM");
  if (bede_str_is(code, "TLS")) return bede_str_from("TMP");
  return code;
}
