// From a line of the knowledge to the attributes of an entity: who it is, by
// the use of the name and the date of the report.
#include "actor/work.h"

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

// The role that holds at `date`; without a date the one without dates, else the
// last one. *former tells that all roles had ended.
static const bede_lex_role *role_at(const bede_lexicon *lex,
                                    const bede_lex_entity *e, bede_date date,
                                    bool *former)
{
  const bede_lex_role *undated = NULL, *last = NULL, *now = NULL;
  *former = false;
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

static bede_str join(bede_arena *arena, bede_str a, bede_str b)
{
  char text[64];
  if (a.len + b.len >= sizeof text) return a;
  if (a.len) memcpy(text, a.ptr, a.len);
  if (b.len) memcpy(text + a.len, b.ptr, b.len);
  bede_str both = {text, a.len + b.len};
  return bede_arena_copy(arena, both);
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

static void apply_role(const bede_actor_work *w, const bede_lex_role *role,
                       bool former, bede_entity *out)
{
  bede_arena *arena = w->doc->arena;
  if (role->office) out->office = text_of(w->lex, role->office);
  if (role->country) out->country = text_of(w->lex, role->country);
  if (role->code) out->code = text_of(w->lex, role->code);
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
  out->office = absent();
  set_one_sector(out, BEDE_SECTOR_ELI);
  out->code = join(arena, out->country, bede_str_from("ELI"));
}

static bede_str own_words(const bede_actor_work *w, const bede_cand *cand)
{
  bede_span s = {bede_actor_word(w, cand->first)->span.begin,
                 bede_actor_word(w, cand->last)->span.end};
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
  out->code = join(w->doc->arena, out->country, bede_str_from("CVL"));
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
  if (role) apply_role(w, role, former, out);
  if (out->kind == BEDE_KIND_STATE && out->sector_count == 0)
    set_one_sector(out, BEDE_SECTOR_GOV);
  if (e->kind == BEDE_KIND_STATE && cand->name->use == BEDE_USE_PEOPLE)
    as_people(w, cand, out);
  if (cand->place) as_place(w, cand, out);
  return out->name.ptr ? BEDE_OK : BEDE_ENOMEM;
}
