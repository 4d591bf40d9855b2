// From a line of the knowledge to the attributes of an entity: who it is, by
// the use of the name and the date of the report.
#include "actor/work.h"

#include "base/error.h"
#include "base/limits.h"
#include "base/str.h"

static bede_str absent(void)
{
  bede_str s = {NULL, 0};
  return s;
}

static bede_str text_of(const bede_lexicon *lex, uint32_t offset)
{
  return offset ? bede_lexicon_str(lex, offset) : absent();
}

static bool starts_after(bede_date d, bede_date from)
{
  return from.year && bede_date_cmp(d, from) < 0;
}

static bool ends_before(bede_date d, bede_date to)
{
  if (to.year == 0) return false;
  if (to.month == 0) return d.year > to.year;
  if (to.day == 0)
    return d.year > to.year || (d.year == to.year && d.month > to.month);
  return bede_date_cmp(d, to) > 0;
}

// The dead are who they were in the end.
static bede_date living_date(const bede_lex_entity *e, bede_date date)
{
  bool dead = e->died.year && date.year && ends_before(date, e->died);
  return dead ? e->died : date;
}

// The role that holds at `date`; without a date the one without dates, else the
// last one. *former tells that all roles had ended.
static const bede_lex_role *role_at(const bede_lexicon *lex,
                                    const bede_lex_entity *e, bede_date date,
                                    bool *former)
{
  const bede_lex_role *undated = NULL, *last = NULL, *now = NULL;
  *former = false;
  date = living_date(e, date);
  for (uint32_t i = 0; i < e->role_count; i++) {
    const bede_lex_role *r = bede_lexicon_role(lex, e->role_begin + i);
    if (r->from.year == 0 && r->to.year == 0) {
      undated = r;
    } else if (date.year && !starts_after(date, r->from) &&
               !ends_before(date, r->to)) {
      now = r;
    } else if (!date.year || ends_before(date, r->to)) {
      if (!last || bede_date_cmp(last->from, r->from) <= 0) last = r;
    }
  }
  if (now) return now;
  if (undated || !last) return undated;
  *former = date.year != 0;
  return last;
}

static void set_sectors(bede_entity *out, const uint8_t sectors[4],
                        uint8_t count)
{
  out->sector_count = count;
  for (uint8_t i = 0; i < count && i < 4; i++)
    out->sectors[i] = (bede_sector)sectors[i];
}

static void set_one_sector(bede_entity *out, bede_sector sector)
{
  out->sectors[0] = sector;
  out->sector_count = 1;
}

static bede_str date_text(bede_arena *arena, bede_date d)
{
  bede_buf buf;
  if (d.year == 0) return absent();
  bede_buf_init(&buf, 0);
  bede_date_put(&buf, d);
  bede_str s = bede_arena_copy(arena, bede_buf_str(&buf));
  if (buf.status) arena->failed = true; // the heap's failure is the document's
  bede_buf_release(&buf);
  return s;
}

static bede_str former_office(bede_arena *arena, bede_str office)
{
  char text[160];
  bede_str word = bede_str_from("former ");
  if (office.len == 0 || bede_str_starts(office, word.ptr) ||
      word.len + office.len > sizeof text)
    return office;
  memcpy(text, word.ptr, word.len);
  memcpy(text + word.len, office.ptr, office.len);
  bede_str both = {text, word.len + office.len};
  return bede_arena_copy(arena, both);
}

static void apply_role(bede_arena *arena, const bede_lexicon *lex,
                       const bede_lex_role *role, bool former, bede_entity *out)
{
  if (role->office) out->office = text_of(lex, role->office);
  if (role->country) out->country = text_of(lex, role->country);
  if (role->code) out->code = text_of(lex, role->code);
  set_sectors(out, role->sectors, role->sector_count);
  out->ref = role->ref;
  out->valid_from = date_text(arena, role->from);
  out->valid_to = date_text(arena, role->to);
  if (!former) return;
  // Whoever has left office is of the elite (coding ruling R5); a journalist or
  // a commander does not hold one.
  if (role->sector_count == 0 || (role->sectors[0] != BEDE_SECTOR_GOV &&
                                  role->sectors[0] != BEDE_SECTOR_LEG &&
                                  role->sectors[0] != BEDE_SECTOR_JUD))
    return;
  out->office = former_office(arena, out->office);
  set_one_sector(out, BEDE_SECTOR_ELI);
  out->code = bede_actor_code(arena, out->country, bede_str_from("ELI"));
}

static bede_str own_words(const bede_actor_work *w, const bede_cand *cand)
{
  uint32_t bytes = 0;
  bede_span s = {bede_actor_word(w, cand->first)->span.begin,
                 bede_actor_word(w, cand->last)->span.end};
  if (cand->toward) (void)bede_actor_toward(w->doc, cand->first, &bytes);
  s.begin += bytes;
  return bede_doc_str(w->doc, s);
}

static void as_people(const bede_actor_work *w, const bede_cand *cand,
                      bede_entity *out)
{
  out->key = absent();
  out->office = absent();
  out->name = own_words(w, cand);
  out->kind = BEDE_KIND_PEOPLE;
  set_one_sector(out, BEDE_SECTOR_CVL);
  out->code =
      bede_actor_code(w->doc->arena, out->country, bede_str_from("CVL"));
}

static void as_place(const bede_actor_work *w, const bede_cand *cand,
                     bede_entity *out)
{
  out->key = absent();
  out->name = own_words(w, cand);
  out->kind = BEDE_KIND_PLACE;
  out->code = absent();
  out->sector_count = 0;
}

bede_status bede_actor_known(const bede_actor_work *w, const bede_cand *cand,
                             bede_entity *out)
{
  bool former = false;
  const bede_lex_entity *e = bede_lexicon_entity(w->lex, cand->name->entity);
  out->key = text_of(w->lex, e->key);
  out->name = text_of(w->lex, e->name);
  out->country = text_of(w->lex, e->country);
  out->code = text_of(w->lex, e->code);
  out->kind = (bede_kind)e->kind;
  out->known = true;
  out->ref = e->ref;
  out->parent = BEDE_NONE;
  set_sectors(out, e->sectors, e->sector_count);
  const bede_lex_role *role =
      role_at(w->lex, e, w->doc->published_date, &former);
  if (role) apply_role(w->doc->arena, w->lex, role, former, out);
  if (out->kind == BEDE_KIND_STATE && out->sector_count == 0)
    set_one_sector(out, BEDE_SECTOR_GOV);
  if (e->kind == BEDE_KIND_STATE && cand->name->use == BEDE_USE_PEOPLE)
    as_people(w, cand, out);
  if (cand->place) as_place(w, cand, out);
  return out->name.ptr ? BEDE_OK : BEDE_ENOMEM;
}

// --- at the date of an act --------------------------------------------------

// Is the entity filed by this role already, and not as a former holder?
static bool is_filed_by(const bede_entity *e, const bede_lex_role *role)
{
  return e->ref.file == role->ref.file && e->ref.line == role->ref.line &&
         e->sector_count == role->sector_count &&
         (e->sector_count == 0 ||
          e->sectors[0] == (bede_sector)role->sectors[0]);
}

static bede_status date_role(bede_doc *doc, const bede_lexicon *lex,
                             bede_date day, bede_role *role)
{
  bool former = false;
  if (role->entity == BEDE_NONE) return BEDE_OK;
  const bede_entity *e = &doc->entities.items[role->entity];
  if (!e->known || e->key.len == 0) return BEDE_OK;
  const bede_lex_entity *known =
      bede_lexicon_entity(lex, bede_lexicon_entity_by_key(lex, e->key));
  if (!known || known->role_count == 0) return BEDE_OK;
  const bede_lex_role *then = role_at(lex, known, day, &former);
  if (!then || former || is_filed_by(e, then)) return BEDE_OK;
  bede_entity *guise =
      BEDE_LIST_PUSH(&doc->guises, doc->arena, BEDE_MAX_MENTIONS);
  if (!guise) return BEDE_ENOMEM;
  *guise = *e;
  apply_role(doc->arena, lex, then, false, guise);
  role->guise = doc->guises.count - 1;
  return BEDE_OK;
}

bede_status bede_actor_date(bede_doc *doc, const bede_lexicon *lex,
                            bede_error *err)
{
  for (uint32_t i = 0; i < doc->claims.count; i++) {
    bede_claim *c = &doc->claims.items[i];
    bede_status status = BEDE_OK;
    if (!c->has_date || c->from.year == 0) continue;
    for (uint32_t k = 0; k < c->actor.count && !status; k++)
      status = date_role(doc, lex, c->from, &c->actor.items[k]);
    for (uint32_t k = 0; k < c->recipient.count && !status; k++)
      status = date_role(doc, lex, c->from, &c->recipient.items[k]);
    if (status)
      return bede_error_set(err, status, BEDE_NO_OFFSET,
                            "no room for the roles of a date");
  }
  return BEDE_OK;
}
