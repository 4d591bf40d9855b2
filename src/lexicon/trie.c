// Building a trie over phrases of symbols, breadth first, so that the children
// of every node are contiguous and ordered by symbol.
#include "lexicon/build.h"

#include <stdlib.h>

static int entry_order(const void *left, const void *right)
{
  const bede_kb_entry *a = left, *b = right;
  for (uint32_t i = 0; i < a->count && i < b->count; i++) {
    if (a->words[i] != b->words[i]) return a->words[i] < b->words[i] ? -1 : 1;
  }
  if (a->count != b->count) return a->count < b->count ? -1 : 1;
  if (a->rank != b->rank) return a->rank < b->rank ? -1 : 1;
  return (a->payload > b->payload) - (a->payload < b->payload);
}

// Entries [begin, end) share their first `depth` words: the node's own phrase
// and those that go on.
typedef struct group {
  uint32_t begin, end, depth;
} group;

typedef BEDE_LIST(group) group_list;

// Adds a node for every run of entries in [begin, end) with the same word at
// `depth`. Returns how many.
static uint32_t add_children(bede_kb *kb, const bede_kb_entries *entries,
                             bede_kb_trie *trie, group_list *groups,
                             uint32_t begin, uint32_t end, uint32_t depth)
{
  uint32_t count = 0;
  while (begin < end) {
    uint32_t symbol = entries->items[begin].words[depth], next = begin + 1;
    while (next < end && entries->items[next].words[depth] == symbol)
      next++;
    bede_blob_node *node = BEDE_KB_PUSH(kb, &trie->nodes);
    group *g = node ? BEDE_KB_PUSH(kb, groups) : NULL;
    if (!g) return 0;
    node->symbol = symbol;
    g->begin = begin;
    g->end = next;
    g->depth = depth + 1;
    begin = next;
    count++;
  }
  return count;
}

static void fill_node(bede_kb *kb, const bede_kb_entries *entries,
                      bede_kb_trie *trie, group_list *groups, uint32_t n)
{
  group g = groups->items[n];
  uint32_t at = g.begin;
  while (at < g.end && entries->items[at].count == g.depth)
    at++;
  uint32_t first = trie->nodes.count;
  uint32_t count = add_children(kb, entries, trie, groups, at, g.end, g.depth);
  if (kb->stop) return;
  bede_blob_node *node = &trie->nodes.items[n]; // the list may have moved
  node->value_begin = g.begin;
  node->value_count = at - g.begin;
  node->child_begin = first;
  node->child_count = count;
}

void bede_kb_trie_build(bede_kb *kb, bede_kb_entries *entries,
                        bede_kb_trie *trie)
{
  group_list groups = {0};
  if (entries->count) {
    qsort(entries->items, entries->count, sizeof *entries->items, entry_order);
  }
  bede_blob_node *none = BEDE_KB_PUSH(kb, &trie->nodes); // node 0
  group *no_group = none ? BEDE_KB_PUSH(kb, &groups) : NULL;
  if (!no_group) return;
  uint32_t roots =
      add_children(kb, entries, trie, &groups, 0, entries->count, 0);
  for (uint32_t i = 1; !kb->stop && i < trie->nodes.count; i++)
    fill_node(kb, entries, trie, &groups, i);
  if (kb->stop) return;
  trie->root_count = roots ? trie->nodes.items[roots].symbol + 1 : 0;
  trie->roots =
      bede_arena_array(&kb->arena, trie->root_count, sizeof *trie->roots);
  if (!trie->roots) {
    bede_kb_fail(kb, BEDE_ENOMEM);
    return;
  }
  for (uint32_t i = 1; i <= roots; i++)
    trie->roots[trie->nodes.items[i].symbol] = i;
}
