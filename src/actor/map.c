// Small helpers of the actor layer: a map, sets of words, heads of spans.
#include "actor/work.h"

#include "ann/country.h"
#include "base/str.h"

enum { MAP_START = 64, KEY_BYTES = 128 };

static bede_status map_grow(bede_arena *arena, bede_actor_map *map)
{
  bede_actor_map bigger = {0};
  bigger.capacity = map->capacity ? map->capacity * 2 : MAP_START;
  bigger.keys = bede_arena_array(arena, bigger.capacity, sizeof *bigger.keys);
  bigger.values =
      bede_arena_array(arena, bigger.capacity, sizeof *bigger.values);
  if (!bigger.keys || !bigger.values) return BEDE_ENOMEM;
  for (uint32_t i = 0; i < map->capacity; i++) {
    if (!map->keys[i]) continue;
    uint32_t at = (uint32_t)map->keys[i] & (bigger.capacity - 1);
    while (bigger.keys[at])
      at = (at + 1) & (bigger.capacity - 1);
    bigger.keys[at] = map->keys[i];
    bigger.values[at] = map->values[i];
  }
  bigger.count = map->count;
  *map = bigger;
  return BEDE_OK;
}

bede_status bede_actor_map_put(bede_arena *arena, bede_actor_map *map,
                               uint64_t key, uint32_t value)
{
  if (key == 0) return BEDE_OK;
  if (map->count * 2 >= map->capacity) {
    bede_status status = map_grow(arena, map);
    if (status) return status;
  }
  uint32_t at = (uint32_t)key & (map->capacity - 1);
  while (map->keys[at] && map->keys[at] != key)
    at = (at + 1) & (map->capacity - 1);
  if (!map->keys[at]) map->count++;
  map->keys[at] = key;
  map->values[at] = value;
  return BEDE_OK;
}

uint32_t bede_actor_map_get(const bede_actor_map *map, uint64_t key)
{
  if (key == 0 || map->capacity == 0) return BEDE_NONE;
  uint32_t at = (uint32_t)key & (map->capacity - 1);
  while (map->keys[at]) {
    if (map->keys[at] == key) return map->values[at];
    at = (at + 1) & (map->capacity - 1);
  }
  return BEDE_NONE;
}

uint64_t bede_actor_key(bede_str s, uint64_t kind)
{
  char lower[KEY_BYTES];
  size_t n = s.len < KEY_BYTES ? s.len : KEY_BYTES;
  if (n == 0) return 0;
  bede_str_lower(bede_str_sub(s, 0, n), lower);
  uint64_t h = bede_hash(lower, n, kind);
  return h ? h : 1;
}

bede_str bede_actor_code(bede_arena *arena, bede_str country, bede_str suffix)
{
  char text[64];
  bede_str a = bede_country_cameo(country);
  if (a.len + suffix.len >= sizeof text) return a;
  if (a.len) memcpy(text, a.ptr, a.len);
  if (suffix.len) memcpy(text + a.len, suffix.ptr, suffix.len);
  bede_str both = {text, a.len + suffix.len};
  return bede_arena_copy(arena, both);
}

// Modifiers come last: the head of a name that the parser tore apart is more
// likely the part that fills a role.
static bool is_modifier(const bede_word *w)
{
  switch (w->deprel) {
  case BEDE_REL_DET:
  case BEDE_REL_AMOD:
  case BEDE_REL_COMPOUND:
  case BEDE_REL_CASE:
  case BEDE_REL_PUNCT:
  case BEDE_REL_FLAT:
    return true;
  default:
    return false;
  }
}

uint32_t bede_actor_head(const bede_doc *doc, uint32_t first, uint32_t last)
{
  const bede_word *words = doc->words.items;
  uint32_t modifier = BEDE_NONE;
  for (uint32_t i = first; i <= last; i++) {
    if (words[i].head >= first && words[i].head <= last) continue;
    if (!is_modifier(&words[i])) return i;
    bool better = modifier == BEDE_NONE ||
                  words[modifier].upos == BEDE_UPOS_PUNCT ||
                  words[i].deprel == BEDE_REL_COMPOUND;
    if (better && words[i].upos != BEDE_UPOS_PUNCT) modifier = i;
  }
  return modifier == BEDE_NONE ? last : modifier;
}

uint32_t bede_actor_prep(const bede_doc *doc, uint32_t word)
{
  const bede_word *words = doc->words.items;
  for (uint32_t c = words[word].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    if (words[c].deprel == BEDE_REL_CASE && words[c].upos != BEDE_UPOS_PART)
      return c;
  }
  return BEDE_NONE;
}

bool bede_actor_is_title(const bede_doc *doc, uint32_t word)
{
  const bede_word *w = &doc->words.items[word];
  return w->deprel == BEDE_REL_NMOD_DESC || w->deprel == BEDE_REL_COMPOUND ||
         (w->deprel == BEDE_REL_AMOD && w->head == word + 1);
}

bool bede_actor_is_date_word(const bede_doc *doc, uint32_t word)
{
  static const char dates[] =
      "monday tuesday wednesday thursday friday saturday sunday january "
      "february march april may june july august september october november "
      "december mon tue tues wed thu thur thurs fri sat sun jan feb mar apr "
      "jun "
      "jul aug sep sept oct nov dec christmas easter ramadan gmt utc am pm";
  bede_str form = bede_word_form(doc, word);
  char lower[16];
  if (form.len == 0 || form.len > sizeof lower) return false;
  bede_str_lower(form, lower);
  bede_str s = {lower, form.len};
  if (s.len > 1 && s.ptr[s.len - 1] == '.') s.len--;
  return bede_str_in(s, dates);
}
