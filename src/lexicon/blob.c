// Opening a blob: every section, string, range and number is checked once, so
// that lookups can trust them whatever the bytes were.
#include "lexicon/blob.h"

#include <string.h>

#include "base/limits.h"
#include "base/str.h"

static bool within(uint32_t begin, uint32_t count, uint32_t limit)
{
  return begin <= limit && count <= limit - begin;
}

// --- head and sections ------------------------------------------------------

static bool head_good(const bede_blob_head *head, bede_str blob)
{
  return memcmp(head->magic, BEDE_BLOB_MAGIC, sizeof head->magic) == 0 &&
         head->version == BEDE_BLOB_VERSION && head->mark == BEDE_BLOB_MARK &&
         head->size == blob.len &&
         head->check == bede_hash(blob.ptr + BEDE_BLOB_CHECK_FROM,
                                  blob.len - BEDE_BLOB_CHECK_FROM,
                                  BEDE_BLOB_SEED);
}

static bool section_good(const bede_blob_section *s, size_t item_size,
                         size_t blob_size)
{
  return s->item_size == item_size && s->offset % BEDE_BLOB_ALIGN == 0 &&
         s->offset <= blob_size &&
         s->count <= (blob_size - s->offset) / item_size;
}

bool bede_blob_view(bede_lexicon *lex, bede_str blob)
{
  const bede_blob_section *table;
  size_t least = sizeof(bede_blob_head) + BEDE_SECTION_COUNT * sizeof *table;
  if (blob.len < least || (uintptr_t)blob.ptr % 8 != 0) return false;
  lex->head = (const void *)blob.ptr;
  if (!head_good(lex->head, blob)) return false;
  table = (const void *)(blob.ptr + sizeof(bede_blob_head));
#define X(s, f, t)                                                             \
  if (!section_good(&table[BEDE_SECTION_##s], sizeof(t), blob.len)) {          \
    return false;                                                              \
  }                                                                            \
  lex->f.items = (const void *)(blob.ptr + table[BEDE_SECTION_##s].offset);    \
  lex->f.count = table[BEDE_SECTION_##s].count;
  BEDE_BLOB_SECTIONS(X)
#undef X
  return bede_blob_check(lex);
}

// --- strings ----------------------------------------------------------------

static bool string_good(const bede_lexicon *lex, uint32_t offset)
{
  if (offset == 0) return true;
  if (!within(offset, 3, lex->strings.count)) return false;
  const unsigned char *p = (const unsigned char *)lex->strings.items + offset;
  uint32_t len = (uint32_t)p[0] | (uint32_t)p[1] << 8;
  return within(offset + 2, len + 1, lex->strings.count) && p[2 + len] == 0;
}

static bool strings_good(const bede_lexicon *lex, const uint32_t *offsets,
                         uint32_t count)
{
  for (uint32_t i = 0; i < count; i++) {
    if (!string_good(lex, offsets[i])) return false;
  }
  return true;
}

static bool ref_good(const bede_lexicon *lex, bede_ref ref)
{
  return ref.file < lex->files.count;
}

static bool files_good(const bede_lexicon *lex)
{
  if (lex->files.count > BEDE_MAX_KNOWLEDGE_FILES) return false;
  for (uint32_t i = 0; i < lex->files.count; i++) {
    const bede_blob_file *f = &lex->files.items[i];
    if (!string_good(lex, f->path) ||
        !within(f->text_begin, f->text_len, lex->text.count)) {
      return false;
    }
  }
  return true;
}

// --- symbols, indices, tries ------------------------------------------------

static bool buckets_good(const bede_lexicon *lex)
{
  uint32_t n = lex->buckets.count, taken = 0;
  if (n == 0 || (n & (n - 1)) != 0 || lex->symbols.count == 0) return false;
  for (uint32_t i = 0; i < n; i++) {
    if (lex->buckets.items[i].symbol >= lex->symbols.count) return false;
    taken += lex->buckets.items[i].symbol != 0;
  }
  return taken < n; // a free place ends every search
}

// An index of symbols into `count` records: rises, ends inside.
static bool index_good(const uint32_t *index, uint32_t size, uint32_t count)
{
  if (size == 1) return false;
  for (uint32_t i = 0; i < size; i++) {
    if (index[i] > count || (i && index[i] < index[i - 1])) return false;
  }
  return true;
}

static bool classes_good(const bede_lexicon *lex)
{
  for (uint32_t i = 0; i < lex->class_of.count; i++) {
    uint32_t n = lex->class_of.items[i];
    if (n == 0 || n > lex->classes.count) return false;
  }
  return index_good(lex->class_index.items, lex->class_index.count,
                    lex->class_of.count);
}

static bool trie_good(const uint32_t *roots, uint32_t root_count,
                      const bede_blob_node *nodes, uint32_t node_count,
                      uint32_t value_count)
{
  if (node_count == 0) return false;
  for (uint32_t i = 0; i < root_count; i++) {
    if (roots[i] >= node_count) return false;
  }
  for (uint32_t i = 0; i < node_count; i++) {
    const bede_blob_node *n = &nodes[i];
    if (!within(n->value_begin, n->value_count, value_count) ||
        !within(n->child_begin, n->child_count, node_count) ||
        (n->child_count && n->child_begin <= i)) {
      return false;
    }
  }
  return true;
}

static bool tries_good(const bede_lexicon *lex)
{
  return trie_good(lex->name_roots.items, lex->name_roots.count,
                   lex->name_nodes.items, lex->name_nodes.count,
                   lex->names.count) &&
         trie_good(lex->agent_roots.items, lex->agent_roots.count,
                   lex->agent_nodes.items, lex->agent_nodes.count,
                   lex->agents.count) &&
         trie_good(lex->label_roots.items, lex->label_roots.count,
                   lex->label_nodes.items, lex->label_nodes.count,
                   lex->labels.count) &&
         trie_good(lex->place_roots.items, lex->place_roots.count,
                   lex->place_nodes.items, lex->place_nodes.count,
                   lex->place_names.count) &&
         trie_good(lex->term_roots.items, lex->term_roots.count,
                   lex->term_nodes.items, lex->term_nodes.count,
                   lex->terms.count);
}

// --- actors -----------------------------------------------------------------

static bool sectors_good(const uint8_t *sectors, uint8_t count)
{
  if (count > 4) return false;
  for (uint8_t i = 0; i < 4; i++) {
    if (sectors[i] >= BEDE_SECTOR_COUNT) return false;
  }
  return true;
}

// Bounded by BEDE_MAX_PARENTS, so that a circle is found.
static bool parents_good(const bede_lexicon *lex, uint32_t entity)
{
  for (uint32_t i = 0; i <= BEDE_MAX_PARENTS; i++) {
    entity = lex->entities.items[entity].parent;
    if (entity == BEDE_NONE) return true;
    if (entity >= lex->entities.count) return false;
  }
  return false;
}

static bool entity_good(const bede_lexicon *lex, uint32_t n)
{
  const bede_lex_entity *e = &lex->entities.items[n];
  return string_good(lex, e->key) && string_good(lex, e->name) &&
         string_good(lex, e->country) && string_good(lex, e->code) &&
         string_good(lex, e->office) && parents_good(lex, n) &&
         within(e->role_begin, e->role_count, lex->roles.count) &&
         e->kind < BEDE_KIND_COUNT &&
         sectors_good(e->sectors, e->sector_count) && ref_good(lex, e->ref);
}

static bool role_good(const bede_lexicon *lex, const bede_lex_role *r)
{
  return string_good(lex, r->office) && string_good(lex, r->code) &&
         string_good(lex, r->country) &&
         sectors_good(r->sectors, r->sector_count) && ref_good(lex, r->ref);
}

static bool asof_good(const bede_lexicon *lex, const bede_lex_asof *a)
{
  return bede_date_valid(a->date) && ref_good(lex, a->ref);
}

static bool name_good(const bede_lexicon *lex, const bede_lex_name *n)
{
  return n->entity < lex->entities.count && n->use <= BEDE_USE_SEAT &&
         n->match < BEDE_MATCH_COUNT && ref_good(lex, n->ref);
}

static bool agent_good(const bede_lexicon *lex, const bede_lex_agent *a)
{
  return a->sector < BEDE_SECTOR_COUNT && a->kind < BEDE_KIND_COUNT &&
         string_good(lex, a->code) && ref_good(lex, a->ref);
}

// A bool of a damaged blob may hold any byte: it is read as one.
static bool bool_good(const bool *flag)
{
  return *(const unsigned char *)flag <= 1;
}

static bool label_good(const bede_lexicon *lex, const bede_lex_label *l)
{
  for (uint32_t i = 0; i < BEDE_LABEL_CLASSES; i++)
    if (l->classes[i] > lex->classes.count) return false;
  return l->tone <= BEDE_LABEL_TONES && bool_good(&l->of_act) &&
         ref_good(lex, l->ref);
}

// --- places and terms -------------------------------------------------------

static bool place_good(const bede_lexicon *lex, const bede_lex_place *p)
{
  return string_good(lex, p->name) && string_good(lex, p->country) &&
         (p->division == BEDE_NONE || p->division < lex->places.count) &&
         p->kind < BEDE_PLACE_KIND_COUNT && ref_good(lex, p->ref);
}

static bool place_name_good(const bede_lexicon *lex,
                            const bede_lex_place_name *n)
{
  return n->place < lex->places.count && bool_good(&n->alias);
}

static bool span_good(const bede_lexicon *lex, const bede_lex_span *s)
{
  (void)lex;
  return bede_date_valid(s->from) && bede_date_valid(s->to);
}

static bool feast_good(const bede_lex_term *t)
{
  bool month = t->a >= 1 && t->a <= 12;
  switch (t->feast) {
  case BEDE_FEAST_FIXED:
    return month && t->b >= 1 && t->b <= 31;
  case BEDE_FEAST_WEEKDAY:
    return month && t->b >= 1 && t->b <= 7 && t->c >= -1 && t->c <= 5 &&
           t->number >= -366 && t->number <= 366;
  default:
    return t->feast <= BEDE_FEAST_LISTED && t->a >= -366 && t->a <= 366;
  }
}

// Numbers that rules take for a month, a weekday, a season or a length.
static bool number_good(const bede_lex_term *t)
{
  switch (t->kind) {
  case BEDE_TERM_MONTH:
    return t->number >= 1 && t->number <= 12;
  case BEDE_TERM_WEEKDAY:
    return t->number >= 1 && t->number <= 7;
  case BEDE_TERM_SEASON:
    return t->number >= 1 && t->number <= 4;
  case BEDE_TERM_UNIT:
    return t->number >= 1 && t->number <= 1000 && t->text;
  case BEDE_TERM_DAY:
  case BEDE_TERM_WAY:
    return t->number >= -366 && t->number <= 366;
  case BEDE_TERM_SOME:
    return t->text != 0;
  default:
    return true;
  }
}

static bool term_good(const bede_lexicon *lex, const bede_lex_term *t)
{
  return t->kind < BEDE_TERM_KIND_COUNT && string_good(lex, t->text) &&
         number_good(t) && (t->kind != BEDE_TERM_FEAST || feast_good(t)) &&
         within(t->date_begin, t->date_count, lex->dates.count) &&
         ref_good(lex, t->ref);
}

// --- rules ------------------------------------------------------------------

static bool slots_in(const bede_lexicon *lex, uint32_t begin, uint32_t count)
{
  return within(begin, count, lex->slots.count);
}

static bool conds_in(const bede_lexicon *lex, uint32_t begin, uint32_t count)
{
  return within(begin, count, lex->conds.count);
}

static bool slot_good(const bede_lexicon *lex, const bede_lex_slot *s)
{
  return s->slot < BEDE_SLOT_COUNT && s->prep < lex->symbols.count;
}

static bool cond_good(const bede_lexicon *lex, const bede_lex_cond *c)
{
  return slot_good(lex, &c->slot) && bool_good(&c->negate) &&
         c->value_count > 0 &&
         within(c->value_begin, c->value_count, lex->values.count);
}

static bool value_good(const bede_lexicon *lex, const bede_lex_value *v)
{
  uint32_t limit =
      v->kind == BEDE_COND_CLASS ? lex->classes.count + 1 : lex->symbols.count;
  return v->kind <= BEDE_COND_ANY && v->number < limit;
}

static bool code_good(const char cameo[6])
{
  return memchr(cameo, '\0', 6) != NULL;
}

static bool pred_good(const bede_lexicon *lex, const bede_lex_pred *p)
{
  return p->particle < lex->symbols.count && p->event < BEDE_EVENT_COUNT &&
         p->mode < BEDE_MODE_COUNT && code_good(p->cameo) &&
         conds_in(lex, p->cond_begin, p->cond_count) &&
         slots_in(lex, p->actor_begin, p->actor_count) &&
         slots_in(lex, p->recipient_begin, p->recipient_count) &&
         ref_good(lex, p->ref);
}

static bool support_good(const bede_lexicon *lex, const bede_lex_support *s)
{
  return s->particle < lex->symbols.count && bool_good(&s->negates) &&
         slots_in(lex, s->complement_begin, s->complement_count) &&
         slots_in(lex, s->actor_begin, s->actor_count) &&
         slots_in(lex, s->recipient_begin, s->recipient_count) &&
         ref_good(lex, s->ref);
}

static bool op_good(const bede_lexicon *lex, const bede_lex_op *o)
{
  return o->particle < lex->symbols.count && o->op > 0 &&
         o->op <= lex->op_names.count &&
         slots_in(lex, o->complement_begin, o->complement_count) &&
         slots_in(lex, o->actor_begin, o->actor_count) &&
         slots_in(lex, o->recipient_begin, o->recipient_count) &&
         conds_in(lex, o->cond_begin, o->cond_count) && ref_good(lex, o->ref);
}

static bool cue_good(const bede_lexicon *lex, const bede_lex_cue *c)
{
  return c->particle < lex->symbols.count && c->stance < BEDE_STANCE_COUNT &&
         slots_in(lex, c->source_begin, c->source_count) &&
         slots_in(lex, c->content_begin, c->content_count) &&
         slots_in(lex, c->addressee_begin, c->addressee_count) &&
         conds_in(lex, c->cond_begin, c->cond_count) && ref_good(lex, c->ref);
}

static bool cell_good(const bede_lexicon *lex, const bede_lex_cell *c)
{
  return c->op > 0 && c->op <= lex->op_names.count &&
         c->event < BEDE_EVENT_COUNT && c->mode < BEDE_MODE_COUNT &&
         c->result < BEDE_EVENT_COUNT && c->result_mode < BEDE_MODE_COUNT &&
         code_good(c->cameo) && c->keep <= BEDE_KEEP_CLAIMED && c->actor <= 1 &&
         c->recipient <= BEDE_RECIPIENT_OWN && ref_good(lex, c->ref);
}

static bool indices_good(const bede_lexicon *lex)
{
  return index_good(lex->pred_index.items, lex->pred_index.count,
                    lex->preds.count) &&
         index_good(lex->support_index.items, lex->support_index.count,
                    lex->supports.count) &&
         index_good(lex->op_index.items, lex->op_index.count, lex->ops.count) &&
         index_good(lex->cue_index.items, lex->cue_index.count,
                    lex->cues.count);
}

static bool keys_good(const bede_lexicon *lex)
{
  for (uint32_t i = 0; i < lex->entity_keys.count; i++) {
    if (lex->entity_keys.items[i] >= lex->entities.count) return false;
  }
  return true;
}

#define EACH_GOOD(field, good)                                                 \
  for (uint32_t i = 0; i < lex->field.count; i++) {                            \
    if (!good(lex, &lex->field.items[i])) return false;                        \
  }

static bool records_good(const bede_lexicon *lex)
{
  for (uint32_t i = 0; i < lex->entities.count; i++) {
    if (!entity_good(lex, i)) return false;
  }
  EACH_GOOD(roles, role_good)
  EACH_GOOD(asofs, asof_good)
  EACH_GOOD(names, name_good)
  EACH_GOOD(agents, agent_good)
  EACH_GOOD(labels, label_good)
  EACH_GOOD(places, place_good)
  EACH_GOOD(place_names, place_name_good)
  EACH_GOOD(dates, span_good)
  EACH_GOOD(terms, term_good)
  EACH_GOOD(slots, slot_good)
  EACH_GOOD(conds, cond_good)
  EACH_GOOD(values, value_good)
  EACH_GOOD(preds, pred_good)
  EACH_GOOD(supports, support_good)
  EACH_GOOD(ops, op_good)
  EACH_GOOD(cues, cue_good)
  EACH_GOOD(cells, cell_good)
  return true;
}

bool bede_blob_check(const bede_lexicon *lex)
{
  return files_good(lex) &&
         strings_good(lex, lex->symbols.items, lex->symbols.count) &&
         strings_good(lex, lex->classes.items, lex->classes.count) &&
         strings_good(lex, lex->op_names.items, lex->op_names.count) &&
         buckets_good(lex) && classes_good(lex) && tries_good(lex) &&
         indices_good(lex) && keys_good(lex) && records_good(lex);
}
