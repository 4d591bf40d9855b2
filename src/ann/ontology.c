// The codebook's tables by name and number.
#include "ann/ontology.h"

#include <assert.h>

#include "base/str.h"

typedef struct event_row {
  const char *name;
  uint8_t quad;
  int8_t score10;
} event_row;

typedef struct mode_row {
  const char *name;
  uint8_t event; // bede_event
  int8_t score10;
} mode_row;

static const event_row events[] = {{"", 0, 0},
#define X(s, q, v) {#s, q, v},
                                   BEDE_EVENT_LIST(X)
#undef X
};

static const mode_row modes[] = {{"", BEDE_EVENT_NONE, 0},
#define X(t, s, n, v) {n, BEDE_##t, v},
                                 BEDE_MODE_LIST(X)
#undef X
};

static const char *const sectors[] = {"",
#define X(s) #s,
                                      BEDE_SECTOR_LIST(X)
#undef X
};

#define X(s, n) n,
static const char *const kinds[] = {BEDE_KIND_LIST(X)};
static const char *const stances[] = {BEDE_STANCE_LIST(X)};
static const char *const source_kinds[] = {BEDE_SOURCE_KIND_LIST(X)};
static const char *const relations[] = {BEDE_RELATION_LIST(X)};
#undef X

#define X(n) #n,
static const char *const contexts[] = {BEDE_CONTEXT_LIST(X)};
static const char *const domains[] = {BEDE_DOMAIN_LIST(X)};
#undef X

static const char *const statuses[] = {"actual", "future", "hypothetical",
                                       "historical"};
static const char *const aspects[] = {"event", "ongoing", "habitual", "state"};

// The number of the name `s` in `names`, or `count`.
static unsigned find_name(const char *const *names, unsigned count, bede_str s)
{
  unsigned i = 0;
  while (i < count && !bede_str_is(s, names[i]))
    i++;
  return i;
}

const char *bede_event_name(bede_event event)
{
  assert(event < BEDE_EVENT_COUNT);
  return events[event].name;
}

const char *bede_mode_name(bede_mode mode)
{
  assert(mode < BEDE_MODE_COUNT);
  return modes[mode].name;
}

unsigned bede_event_quad(bede_event event)
{
  assert(event < BEDE_EVENT_COUNT);
  return events[event].quad;
}

int bede_event_score10(bede_event event, bede_mode mode)
{
  assert(event < BEDE_EVENT_COUNT && mode < BEDE_MODE_COUNT);
  return mode ? modes[mode].score10 : events[event].score10;
}

const char *bede_sector_name(bede_sector sector)
{
  assert(sector < BEDE_SECTOR_COUNT);
  return sectors[sector];
}

const char *bede_kind_name(bede_kind kind)
{
  assert(kind < BEDE_KIND_COUNT);
  return kinds[kind];
}

const char *bede_stance_name(bede_stance stance)
{
  assert(stance < BEDE_STANCE_COUNT);
  return stances[stance];
}

const char *bede_source_kind_name(bede_source_kind kind)
{
  assert(kind < BEDE_BY_COUNT);
  return source_kinds[kind];
}

const char *bede_claim_status_name(bede_claim_status status)
{
  assert(status < BEDE_STATUS_COUNT);
  return statuses[status];
}

const char *bede_aspect_name(bede_aspect aspect)
{
  assert(aspect < BEDE_ASPECT_COUNT);
  return aspects[aspect];
}

const char *bede_relation_name(bede_relation relation)
{
  assert(relation < BEDE_RELATION_COUNT);
  return relations[relation];
}

const char *bede_context_name(bede_context context)
{
  assert(context < BEDE_CONTEXT_COUNT);
  return contexts[context];
}

const char *bede_domain_name(bede_domain domain)
{
  assert(domain < BEDE_DOMAIN_COUNT);
  return domains[domain];
}

bede_event bede_event_parse(bede_str s)
{
  for (unsigned i = 1; i < BEDE_EVENT_COUNT; i++) {
    if (bede_str_is(s, events[i].name)) return (bede_event)i;
  }
  return BEDE_EVENT_NONE;
}

bede_mode bede_mode_parse(bede_event event, bede_str s)
{
  for (unsigned i = 1; i < BEDE_MODE_COUNT; i++) {
    if (modes[i].event == event && bede_str_is(s, modes[i].name)) {
      return (bede_mode)i;
    }
  }
  return BEDE_MODE_NONE;
}

bool bede_sector_has_power(bede_sector sector)
{
  switch (sector) {
  case BEDE_SECTOR_COP:
  case BEDE_SECTOR_GOV:
  case BEDE_SECTOR_JUD:
  case BEDE_SECTOR_LEG:
  case BEDE_SECTOR_MIL:
  case BEDE_SECTOR_OPP:
  case BEDE_SECTOR_PRM:
  case BEDE_SECTOR_PTY:
  case BEDE_SECTOR_REB:
  case BEDE_SECTOR_SPY:
  case BEDE_SECTOR_UAF:
    return true;
  default:
    return false;
  }
}

bool bede_sector_is_official(bede_sector sector)
{
  switch (sector) {
  case BEDE_SECTOR_COP:
  case BEDE_SECTOR_GOV:
  case BEDE_SECTOR_JUD:
  case BEDE_SECTOR_LEG:
  case BEDE_SECTOR_MIL:
  case BEDE_SECTOR_SPY:
    return true;
  default:
    return false;
  }
}

bede_sector bede_sector_parse(bede_str s)
{
  unsigned i = s.len ? find_name(sectors, BEDE_SECTOR_COUNT, s) : 0;
  return i < BEDE_SECTOR_COUNT ? (bede_sector)i : BEDE_SECTOR_NONE;
}

bool bede_context_parse(bede_str s, bede_context *out)
{
  unsigned i = find_name(contexts, BEDE_CONTEXT_COUNT, s);
  if (i < BEDE_CONTEXT_COUNT) *out = (bede_context)i;
  return i < BEDE_CONTEXT_COUNT;
}

bool bede_kind_parse(bede_str s, bede_kind *out)
{
  unsigned i = find_name(kinds, BEDE_KIND_COUNT, s);
  if (i < BEDE_KIND_COUNT) *out = (bede_kind)i;
  return i < BEDE_KIND_COUNT;
}

bool bede_stance_parse(bede_str s, bede_stance *out)
{
  unsigned i = find_name(stances, BEDE_STANCE_COUNT, s);
  if (i < BEDE_STANCE_COUNT) *out = (bede_stance)i;
  return i < BEDE_STANCE_COUNT;
}

bool bede_source_kind_parse(bede_str s, bede_source_kind *out)
{
  unsigned i = find_name(source_kinds, BEDE_BY_COUNT, s);
  if (i < BEDE_BY_COUNT) *out = (bede_source_kind)i;
  return i < BEDE_BY_COUNT;
}
