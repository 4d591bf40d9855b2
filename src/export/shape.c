// What is an event to the projects whose formats these are.
#include "export/shape.h"

#include "export/names.h"

_Static_assert((int)BEDE_LEFT_COUNT <= (int)BEDE_EXPORT_REASONS,
               "counts have room for every reason");

static const char *const left_names[BEDE_LEFT_COUNT] = {
#define X(s, n) n,
    BEDE_LEFT_LIST(X)
#undef X
};

const char *bede_left_name(unsigned reason)
{
  return reason < BEDE_LEFT_COUNT ? left_names[reason] : NULL;
}

void bede_left_put(uint32_t set, bede_buf *out)
{
  bool first = true;
  for (unsigned i = 0; i < BEDE_LEFT_COUNT; i++) {
    if (!(set >> i & 1)) continue;
    if (!first) bede_buf_append_char(out, ';');
    bede_buf_append_z(out, left_names[i]);
    first = false;
  }
}

bool bede_shape_is(bede_format format)
{
  return format == BEDE_FORMAT_PLOVER || format == BEDE_FORMAT_POLECAT ||
         format == BEDE_FORMAT_PETRARCH;
}

// PLOVER has a last day besides the first; the others have one day, and the
// first of January is not what a report says with "in 2011".
static bool is_precise(bede_format format, const bede_claim *c)
{
  return format == BEDE_FORMAT_PLOVER || c->precision == BEDE_PRECISION_DAY;
}

static bool has_code(const bede_doc *doc, const bede_role *roles,
                     uint32_t count)
{
  for (uint32_t i = 0; i < count; i++) {
    const bede_entity *e = bede_role_entity(doc, &roles[i]);
    if (e && e->code.len) return true;
  }
  return false;
}

static void add(uint32_t *set, bede_left reason, bool holds)
{
  if (holds) *set |= 1u << reason;
}

uint32_t bede_shape_left(bede_format format, const bede_doc *doc,
                         const bede_claim *c)
{
  uint32_t set = 0;
  add(&set, BEDE_LEFT_NEGATED, c->negated);
  add(&set, BEDE_LEFT_HYPOTHETICAL, c->status == BEDE_STATUS_HYPOTHETICAL);
  add(&set, BEDE_LEFT_FUTURE, c->status == BEDE_STATUS_FUTURE);
  add(&set, BEDE_LEFT_HABITUAL, c->aspect == BEDE_ASPECT_HABITUAL);
  add(&set, BEDE_LEFT_STATE, c->aspect == BEDE_ASPECT_STATE);
  add(&set, BEDE_LEFT_REPEATED, c->repeats != BEDE_NONE);
  add(&set, BEDE_LEFT_NOT_POLITICS, c->domain != BEDE_DOMAIN_politics);
  add(&set, BEDE_LEFT_BACKGROUND, c->background && !c->has_date);
  add(&set, BEDE_LEFT_UNDATED, !c->has_date);
  add(&set, BEDE_LEFT_IMPRECISE, c->has_date && !is_precise(format, c));
  if (format != BEDE_FORMAT_PETRARCH) return set;
  add(&set, BEDE_LEFT_NO_CODE, !c->cameo[0]);
  add(&set, BEDE_LEFT_NO_PARTY,
      !has_code(doc, c->actor.items, c->actor.count) &&
          !has_code(doc, c->recipient.items, c->recipient.count));
  return set;
}

bede_date bede_shape_date(const bede_doc *doc, const bede_claim *c)
{
  return c->has_date ? c->from : doc->published_date;
}

unsigned bede_shape_contexts(const bede_claim *c,
                             const char *names[BEDE_SHAPE_CONTEXTS])
{
  unsigned n = 0;
  for (unsigned i = 0; i < BEDE_CONTEXT_COUNT; i++) {
    if (c->contexts >> i & 1) names[n++] = bede_context_name((bede_context)i);
  }
  if (c->status != BEDE_STATUS_ACTUAL)
    names[n++] = bede_claim_status_name(c->status);
  if (c->negated) names[n++] = "negation";
  return n;
}

bede_side bede_shape_actor(const bede_claim *c)
{
  return (bede_side){c->actor.items, c->actor.count, !c->actor.count};
}

// The types of which the manual says that they require a recipient; of a mutual
// one the second actor is it.
static bool needs_recipient(const bede_claim *c)
{
  return c->event == BEDE_AID || c->event == BEDE_SANCTION ||
         (c->event == BEDE_COOPERATE && c->actor.count < 2);
}

bede_side bede_shape_recipient(const bede_claim *c)
{
  return (bede_side){c->recipient.items, c->recipient.count,
                     !c->recipient.count && needs_recipient(c)};
}
