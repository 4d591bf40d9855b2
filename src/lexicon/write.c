// From what the parsers collected to the blob: sorted records, indices by
// symbol, tries, the table of symbols; then hash and check.
#include "lexicon/build.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/sha256.h"
#include "base/str.h"

// What goes into a section.
typedef struct section {
  const void *items;
  uint32_t count;
} section;

// --- records by lemma -------------------------------------------------------

// The head of every record that is looked up by lemma and part of speech; file
// order decides between equal ones.
typedef struct sort_key {
  uint32_t lemma, number;
  char pos;
} sort_key;

static int key_order(const void *left, const void *right)
{
  const sort_key *a = left, *b = right;
  if (a->lemma != b->lemma) return a->lemma < b->lemma ? -1 : 1;
  if (a->pos != b->pos) return a->pos < b->pos ? -1 : 1;
  return (a->number > b->number) - (a->number < b->number);
}

// Sorts `count` records of `size` bytes by their keys and makes the index from
// symbols to them.
static void by_lemma(bede_kb *kb, const void *records, size_t size,
                     sort_key *keys, uint32_t count, section *sorted,
                     section *index)
{
  if (!keys) return;
  if (count) qsort(keys, count, sizeof *keys, key_order);
  uint32_t symbols = count ? keys[count - 1].lemma + 2 : 0;
  unsigned char *out = bede_arena_array(&kb->arena, count, size);
  uint32_t *begin = bede_arena_array(&kb->arena, symbols, sizeof *begin);
  if (!out || !begin) {
    bede_kb_fail(kb, BEDE_ENOMEM);
    return;
  }
  for (uint32_t i = 0; i < count; i++) {
    memcpy(out + i * size,
           (const unsigned char *)records + keys[i].number * size, size);
    begin[keys[i].lemma + 1] = i + 1;
  }
  for (uint32_t i = 1; i < symbols; i++) {
    if (begin[i] < begin[i - 1]) begin[i] = begin[i - 1];
  }
  sorted->items = out;
  sorted->count = count;
  index->items = begin;
  index->count = symbols;
}

static sort_key *new_keys(bede_kb *kb, uint32_t count)
{
  sort_key *keys = bede_arena_array(&kb->arena, count, sizeof *keys);
  if (!keys) bede_kb_fail(kb, BEDE_ENOMEM);
  return keys;
}

// SECTION gets the records of LIST sorted, SECTION_INDEX their index.
#define BY_LEMMA(kb, list, pos_of, s, SECTION, INDEX)                          \
  do {                                                                         \
    sort_key *keys_ = new_keys((kb), (list)->count);                           \
    for (uint32_t i_ = 0; keys_ && i_ < (list)->count; i_++) {                 \
      keys_[i_].lemma = (list)->items[i_].lemma;                               \
      keys_[i_].pos = pos_of((list)->items[i_]);                               \
      keys_[i_].number = i_;                                                   \
    }                                                                          \
    by_lemma((kb), (list)->items, sizeof *(list)->items, keys_, (list)->count, \
             &(s)[SECTION], &(s)[INDEX]);                                      \
  } while (0)
#define POS(record) ((record).pos)
#define VERB(record) ((void)(record), 'v')

static void lemma_sections(bede_kb *kb, section *s)
{
  BY_LEMMA(kb, &kb->preds, POS, s, BEDE_SECTION_PREDS, BEDE_SECTION_PRED_INDEX);
  BY_LEMMA(kb, &kb->supports, VERB, s, BEDE_SECTION_SUPPORTS,
           BEDE_SECTION_SUPPORT_INDEX);
  BY_LEMMA(kb, &kb->op_lines, POS, s, BEDE_SECTION_OPS, BEDE_SECTION_OP_INDEX);
  BY_LEMMA(kb, &kb->cues, POS, s, BEDE_SECTION_CUES, BEDE_SECTION_CUE_INDEX);
}

// --- classes ----------------------------------------------------------------

static int member_order(const void *left, const void *right)
{
  const bede_kb_member *a = left, *b = right;
  if (a->symbol != b->symbol) return a->symbol < b->symbol ? -1 : 1;
  return (a->class_id > b->class_id) - (a->class_id < b->class_id);
}

static void class_sections(bede_kb *kb, section *s)
{
  uint32_t n = kb->members.count, kept = 0;
  bede_kb_member *m = kb->members.items;
  if (n) qsort(m, n, sizeof *m, member_order);
  uint32_t symbols = n ? m[n - 1].symbol + 2 : 0;
  uint32_t *index = bede_arena_array(&kb->arena, symbols, sizeof *index);
  uint32_t *classes = bede_arena_array(&kb->arena, n, sizeof *classes);
  if (!index || !classes) {
    bede_kb_fail(kb, BEDE_ENOMEM);
    return;
  }
  for (uint32_t i = 0; i < n; i++) {
    if (i && member_order(&m[i - 1], &m[i]) == 0) continue;
    classes[kept++] = m[i].class_id;
    index[m[i].symbol + 1] = kept;
  }
  for (uint32_t i = 1; i < symbols; i++) {
    if (index[i] < index[i - 1]) index[i] = index[i - 1];
  }
  s[BEDE_SECTION_CLASS_INDEX] = (section){index, symbols};
  s[BEDE_SECTION_CLASS_OF] = (section){classes, kept};
}

// --- phrases ----------------------------------------------------------------

// The records of `entries` in the order of their trie.
static void ordered(bede_kb *kb, const bede_kb_entries *entries,
                    const void *records, size_t size, section *out)
{
  unsigned char *items = bede_arena_array(&kb->arena, entries->count, size);
  if (!items) {
    bede_kb_fail(kb, BEDE_ENOMEM);
    return;
  }
  for (uint32_t i = 0; i < entries->count; i++) {
    size_t at = entries->items[i].payload * size;
    memcpy(items + i * size, (const unsigned char *)records + at, size);
  }
  out->items = items;
  out->count = entries->count;
}

static bool same_words(const bede_kb_entry *a, const bede_kb_entry *b)
{
  return a->count == b->count &&
         memcmp(a->words, b->words, a->count * sizeof *a->words) == 0;
}

static bool same_name(const bede_lex_name *a, const bede_lex_name *b)
{
  return a->entity == b->entity && a->use == b->use &&
         bede_date_cmp(a->from, b->from) == 0 &&
         bede_date_cmp(a->to, b->to) == 0;
}

// The canonical name may stand among the names, others should stand once.
static void warn_repeat(bede_kb *kb, const bede_kb_entry *first,
                        const bede_kb_entry *again)
{
  const bede_lex_name *a = &kb->names.items[first->payload];
  const bede_lex_name *b = &kb->names.items[again->payload];
  bede_str path = kb->files.items[a->ref.file].shown;
  if (a->ref.line == kb->entities.items[a->entity].ref.line) return;
  bede_kb_warn(kb, b->ref, "this name stands also at %.*s:%u", (int)path.len,
               path.ptr, a->ref.line);
}

// The entry before `end` that reads as `entry` does, or `end`.
static uint32_t find_repeat(const bede_kb *kb, uint32_t end,
                            const bede_kb_entry *entry)
{
  const bede_kb_entries *e = &kb->name_entries;
  const bede_lex_name *name = &kb->names.items[entry->payload];
  for (uint32_t i = end; i > 0; i--) {
    const bede_kb_entry *before = &e->items[i - 1];
    if (!same_words(before, entry)) break;
    if (same_name(&kb->names.items[before->payload], name)) return i - 1;
  }
  return end;
}

// Drops repeated readings: the canonical name is often among the names. Of two
// that differ in case ("Al Jazeera", "al-Jazeera") the later, which binds the
// text less, stays.
static void drop_repeats(bede_kb *kb)
{
  bede_kb_entries *e = &kb->name_entries;
  uint32_t kept = 0;
  for (uint32_t i = 0; i < e->count; i++) {
    uint32_t at = find_repeat(kb, kept, &e->items[i]);
    if (at < kept) {
      if (kb->names.items[e->items[at].payload].match ==
          kb->names.items[e->items[i].payload].match) {
        warn_repeat(kb, &e->items[at], &e->items[i]);
        continue;
      }
      kept--;
      memmove(&e->items[at], &e->items[at + 1], (kept - at) * sizeof *e->items);
    }
    e->items[kept++] = e->items[i];
  }
  e->count = kept;
}

static void duplicate(bede_kb *kb, const char *what, bede_ref first,
                      bede_ref again)
{
  bede_str path = kb->files.items[first.file].shown;
  bede_kb_error_at(kb, again, "this %s stands also at %.*s:%u", what,
                   (int)path.len, path.ptr, first.line);
}

// The same phrase may stand twice when it says the same ("so called" and
// "so-called" are one).
static void repeated_phrase(bede_kb *kb, const char *what, bool same,
                            bede_ref first, bede_ref again)
{
  bede_str path = kb->files.items[first.file].shown;
  if (!same) {
    duplicate(kb, what, first, again);
  } else {
    bede_kb_warn(kb, again, "this %s stands also at %.*s:%u", what,
                 (int)path.len, path.ptr, first.line);
  }
}

static void check_agents(bede_kb *kb)
{
  const bede_kb_entries *e = &kb->agent_entries;
  for (uint32_t i = 1; i < e->count; i++) {
    const bede_lex_agent *a = &kb->agents.items[e->items[i - 1].payload];
    const bede_lex_agent *b = &kb->agents.items[e->items[i].payload];
    if (!same_words(&e->items[i - 1], &e->items[i])) continue;
    repeated_phrase(kb, "agent",
                    a->sector == b->sector && a->kind == b->kind &&
                        a->flags == b->flags && a->code == b->code,
                    a->ref, b->ref);
  }
}

static void check_labels(bede_kb *kb)
{
  const bede_kb_entries *e = &kb->label_entries;
  for (uint32_t i = 1; i < e->count; i++) {
    const bede_lex_label *a = &kb->labels.items[e->items[i - 1].payload];
    const bede_lex_label *b = &kb->labels.items[e->items[i].payload];
    if (!same_words(&e->items[i - 1], &e->items[i])) continue;
    bool same = a->tone == b->tone && a->of_act == b->of_act &&
                memcmp(a->classes, b->classes, sizeof a->classes) == 0;
    repeated_phrase(kb, "label", same, a->ref, b->ref);
  }
}

static void trie_sections(bede_kb *kb, bede_kb_entries *entries, section *roots,
                          section *nodes)
{
  bede_kb_trie trie;
  memset(&trie, 0, sizeof trie);
  bede_kb_trie_build(kb, entries, &trie);
  *roots = (section){trie.roots, trie.root_count};
  *nodes = (section){trie.nodes.items, trie.nodes.count};
}

static void phrase_sections(bede_kb *kb, section *s)
{
  bede_kb_trie sorted; // only to sort the names before repeats are dropped
  memset(&sorted, 0, sizeof sorted);
  bede_kb_trie_build(kb, &kb->name_entries, &sorted);
  drop_repeats(kb);
  trie_sections(kb, &kb->name_entries, &s[BEDE_SECTION_NAME_ROOTS],
                &s[BEDE_SECTION_NAME_NODES]);
  trie_sections(kb, &kb->agent_entries, &s[BEDE_SECTION_AGENT_ROOTS],
                &s[BEDE_SECTION_AGENT_NODES]);
  trie_sections(kb, &kb->label_entries, &s[BEDE_SECTION_LABEL_ROOTS],
                &s[BEDE_SECTION_LABEL_NODES]);
  trie_sections(kb, &kb->place_entries, &s[BEDE_SECTION_PLACE_ROOTS],
                &s[BEDE_SECTION_PLACE_NODES]);
  trie_sections(kb, &kb->term_entries, &s[BEDE_SECTION_TERM_ROOTS],
                &s[BEDE_SECTION_TERM_NODES]);
  check_agents(kb);
  check_labels(kb);
  ordered(kb, &kb->name_entries, kb->names.items, sizeof *kb->names.items,
          &s[BEDE_SECTION_NAMES]);
  ordered(kb, &kb->agent_entries, kb->agents.items, sizeof *kb->agents.items,
          &s[BEDE_SECTION_AGENTS]);
  ordered(kb, &kb->label_entries, kb->labels.items, sizeof *kb->labels.items,
          &s[BEDE_SECTION_LABELS]);
  ordered(kb, &kb->place_entries, kb->place_names.items,
          sizeof *kb->place_names.items, &s[BEDE_SECTION_PLACE_NAMES]);
  ordered(kb, &kb->term_entries, kb->terms.items, sizeof *kb->terms.items,
          &s[BEDE_SECTION_TERMS]);
}

// --- entities, cells --------------------------------------------------------

static int string_order(const void *left, const void *right)
{
  return bede_str_cmp(*(const bede_str *)left, *(const bede_str *)right);
}

// Numbers of the entities in byte order of their keys.
static void key_section(bede_kb *kb, section *out)
{
  uint32_t n = kb->keys.items.count;
  uint32_t *numbers = bede_arena_array(&kb->arena, n, sizeof *numbers);
  bede_str *keys = bede_arena_array(&kb->arena, n, sizeof *keys);
  if (!numbers || !keys) {
    bede_kb_fail(kb, BEDE_ENOMEM);
    return;
  }
  if (n) {
    memcpy(keys, kb->keys.items.items, n * sizeof *keys);
    qsort(keys, n, sizeof *keys, string_order);
  }
  for (uint32_t i = 0; i < n; i++)
    numbers[i] = bede_kb_find(&kb->keys, keys[i]) - 1;
  *out = (section){numbers, n};
}

static int cell_order(const void *left, const void *right)
{
  const bede_lex_cell *a = left, *b = right;
  if (a->op != b->op) return a->op < b->op ? -1 : 1;
  if (a->event != b->event) return a->event < b->event ? -1 : 1;
  if (a->mode != b->mode) return a->mode < b->mode ? -1 : 1;
  if (a->ref.file != b->ref.file) return a->ref.file < b->ref.file ? -1 : 1;
  return (a->ref.line > b->ref.line) - (a->ref.line < b->ref.line);
}

static void cell_section(bede_kb *kb, section *out)
{
  bede_lex_cell *c = kb->cells.items;
  uint32_t n = kb->cells.count;
  if (n) qsort(c, n, sizeof *c, cell_order);
  for (uint32_t i = 1; i < n; i++) {
    if (c[i].op == c[i - 1].op && c[i].event == c[i - 1].event &&
        c[i].mode == c[i - 1].mode) {
      duplicate(kb, "cell", c[i - 1].ref, c[i].ref);
    }
  }
  *out = (section){c, n};
}

// --- strings and symbols ----------------------------------------------------

// Offsets of a table's strings; entry i is that of number i + 1 - `from`, so
// that from 0 leaves entry 0 free.
static void offset_section(bede_kb *kb, const bede_kb_table *table,
                           uint32_t shift, section *out)
{
  uint32_t n = table->items.count;
  uint32_t *offsets = bede_arena_array(&kb->arena, n + shift, sizeof *offsets);
  if (!offsets) {
    bede_kb_fail(kb, BEDE_ENOMEM);
    return;
  }
  for (uint32_t i = 0; i < n; i++)
    offsets[i + shift] = bede_kb_string(kb, table->items.items[i]);
  *out = (section){offsets, n + shift};
}

static void bucket_section(bede_kb *kb, section *out)
{
  uint32_t n = kb->symbols.items.count, size = 2;
  while (size < 2 * n)
    size *= 2;
  bede_blob_bucket *buckets =
      bede_arena_array(&kb->arena, size, sizeof *buckets);
  if (!buckets) {
    bede_kb_fail(kb, BEDE_ENOMEM);
    return;
  }
  for (uint32_t i = 0; i < n; i++) {
    bede_str s = kb->symbols.items.items[i];
    uint64_t hash = bede_hash(s.ptr, s.len, BEDE_BLOB_SEED);
    uint32_t at = (uint32_t)hash & (size - 1);
    while (buckets[at].symbol)
      at = (at + 1) & (size - 1);
    buckets[at].tag = (uint32_t)(hash >> 32);
    buckets[at].symbol = i + 1;
  }
  *out = (section){buckets, size};
}

static void file_sections(bede_kb *kb, section *s)
{
  uint32_t n = kb->files.count, size = 0;
  bede_blob_file *files = bede_arena_array(&kb->arena, n, sizeof *files);
  for (uint32_t i = 0; files && i < n; i++) {
    bede_str text = kb->files.items[i].text;
    if (text.len > BEDE_MAX_BUFFER - size) {
      bede_kb_fail(kb, BEDE_ELIMIT);
      return;
    }
    files[i].path = bede_kb_string(kb, kb->files.items[i].relative);
    files[i].text_begin = size;
    files[i].text_len = (uint32_t)text.len;
    size += (uint32_t)text.len;
  }
  char *all = files ? bede_arena_alloc(&kb->arena, size) : NULL;
  if (!all) {
    bede_kb_fail(kb, BEDE_ENOMEM);
    return;
  }
  for (uint32_t i = 0; i < n; i++) {
    if (files[i].text_len) {
      memcpy(all + files[i].text_begin, kb->files.items[i].text.ptr,
             files[i].text_len);
    }
  }
  s[BEDE_SECTION_FILES] = (section){files, n};
  s[BEDE_SECTION_TEXT] = (section){all, size};
}

// --- the blob ---------------------------------------------------------------

static const uint32_t item_sizes[] = {
#define X(s, f, t) sizeof(t),
    BEDE_BLOB_SECTIONS(X)
#undef X
};

static void put_zeros(bede_buf *out, size_t count)
{
  for (size_t i = 0; i < count; i++)
    bede_buf_append_char(out, '\0');
}

static void put_sections(const section *s, bede_buf *out)
{
  bede_blob_section table[BEDE_SECTION_COUNT];
  size_t begin = out->len, at = sizeof(bede_blob_head) + sizeof table;
  put_zeros(out, at);
  for (size_t i = 0; i < BEDE_SECTION_COUNT; i++) {
    put_zeros(out, (BEDE_BLOB_ALIGN - (out->len - begin) % BEDE_BLOB_ALIGN) %
                       BEDE_BLOB_ALIGN);
    table[i].offset = (uint32_t)(out->len - begin);
    table[i].count = s[i].count;
    table[i].item_size = item_sizes[i];
    if (s[i].count) {
      bede_buf_append(out, s[i].items, (size_t)s[i].count * item_sizes[i]);
    }
  }
  if (out->status) return;
  memcpy(out->ptr + begin + sizeof(bede_blob_head), table, sizeof table);
}

static void put_head(bede_buf *out, size_t begin)
{
  bede_blob_head head;
  bede_sha256 sha;
  unsigned char *blob = (unsigned char *)out->ptr + begin;
  size_t size = out->len - begin;
  memset(&head, 0, sizeof head);
  memcpy(head.magic, BEDE_BLOB_MAGIC, sizeof head.magic);
  head.version = BEDE_BLOB_VERSION;
  head.mark = BEDE_BLOB_MARK;
  head.size = size;
  bede_sha256_init(&sha);
  bede_sha256_update(&sha, blob + BEDE_BLOB_SHA_FROM,
                     size - BEDE_BLOB_SHA_FROM);
  bede_sha256_final(&sha, head.sha256);
  memcpy(blob, &head, sizeof head);
  head.check = bede_hash(blob + BEDE_BLOB_CHECK_FROM,
                         size - BEDE_BLOB_CHECK_FROM, BEDE_BLOB_SEED);
  memcpy(blob, &head, sizeof head);
}

// Order matters: strings come last, since other sections add to them.
static void make_sections(bede_kb *kb, section *s)
{
  lemma_sections(kb, s);
  class_sections(kb, s);
  phrase_sections(kb, s);
  key_section(kb, &s[BEDE_SECTION_ENTITY_KEYS]);
  cell_section(kb, &s[BEDE_SECTION_CELLS]);
  s[BEDE_SECTION_ENTITIES] = (section){kb->entities.items, kb->entities.count};
  s[BEDE_SECTION_ROLES] = (section){kb->roles.items, kb->roles.count};
  s[BEDE_SECTION_PLACES] = (section){kb->places.items, kb->places.count};
  s[BEDE_SECTION_DATES] = (section){kb->dates.items, kb->dates.count};
  s[BEDE_SECTION_ASOFS] = (section){kb->asofs.items, kb->asofs.count};
  s[BEDE_SECTION_SLOTS] = (section){kb->slots.items, kb->slots.count};
  s[BEDE_SECTION_CONDS] = (section){kb->conds.items, kb->conds.count};
  s[BEDE_SECTION_VALUES] = (section){kb->values.items, kb->values.count};
  offset_section(kb, &kb->symbols, 1, &s[BEDE_SECTION_SYMBOLS]);
  bucket_section(kb, &s[BEDE_SECTION_BUCKETS]);
  offset_section(kb, &kb->classes, 0, &s[BEDE_SECTION_CLASSES]);
  offset_section(kb, &kb->ops, 0, &s[BEDE_SECTION_OP_NAMES]);
  file_sections(kb, s);
  s[BEDE_SECTION_STRINGS] = (section){kb->pool.ptr, (uint32_t)kb->pool.len};
}

void bede_kb_write(bede_kb *kb, bede_buf *out)
{
  section s[BEDE_SECTION_COUNT];
  size_t begin = out->len;
  memset(s, 0, sizeof s);
  if (kb->stop) return;
  make_sections(kb, s);
  if (kb->status) return;
  put_sections(s, out);
  if (out->status) {
    bede_kb_fail(kb, out->status);
  } else {
    put_head(out, begin);
  }
}
