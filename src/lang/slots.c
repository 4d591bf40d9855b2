// Slots and values of the knowledge against the tree.
#include "lang/slots.h"

#include "base/str.h"

// --- slots -------------------------------------------------------------------

// The marker of a clausal argument ("accused OF supporting", "warned AGAINST
// attacking"), or BEDE_NONE.
static uint32_t clause_marker(const bede_doc *doc, uint32_t word)
{
  uint32_t c = doc->words.items[word].first_child;
  for (; c != BEDE_NONE; c = doc->words.items[c].next_sibling) {
    const bede_word *w = &doc->words.items[c];
    if (w->deprel == BEDE_REL_MARK || w->deprel == BEDE_REL_CASE) return c;
  }
  return BEDE_NONE;
}

// The symbol of an argument's preposition, see bede_arg_prep.
static uint32_t prep_symbol(const bede_doc *doc, const bede_lexicon *lex,
                            const bede_arg *arg)
{
  if (arg->prep == BEDE_NONE) return 0;
  const bede_word *p = &doc->words.items[arg->prep];
  if (p->first_child == BEDE_NONE && !bede_is_out_of(doc, arg->prep))
    return p->lemma_id;
  char text[32];
  bede_str s = {text, bede_arg_prep(doc, arg, text)};
  return bede_lexicon_symbol(lex, s);
}

static bool is_clausal(uint8_t slot)
{
  return slot == BEDE_SLOT_ADVCL || slot == BEDE_SLOT_ACL ||
         slot == BEDE_SLOT_XCOMP || slot == BEDE_SLOT_CCOMP;
}

// "walked out of the talks" is as well "of" behind the particle "out".
static bool is_behind_particle(const bede_doc *doc, const bede_arg *arg,
                               uint32_t prep)
{
  return arg->prep != BEDE_NONE && bede_is_out_of(doc, arg->prep) &&
         doc->words.items[arg->prep + 1].lemma_id == prep;
}

bool bede_slot_takes(const bede_doc *doc, const bede_lexicon *lex,
                     const bede_lex_slot *slot, const bede_arg *arg)
{
  if (slot->slot == BEDE_SLOT_MOD)
    return arg->slot == BEDE_SLOT_COMP || arg->slot == BEDE_SLOT_AMOD;
  if (slot->slot != BEDE_SLOT_PREP) return arg->slot == slot->slot;
  if (!slot->prep) return false;
  if (arg->slot == BEDE_SLOT_PREP)
    return prep_symbol(doc, lex, arg) == slot->prep ||
           is_behind_particle(doc, arg, slot->prep);
  if (!is_clausal(arg->slot)) return false;
  uint32_t mark = clause_marker(doc, arg->word);
  return mark != BEDE_NONE && doc->words.items[mark].lemma_id == slot->prep;
}

// --- values ------------------------------------------------------------------

// The entity of a word, NULL without one; *open when its mention is not yet
// resolved.
static const bede_entity *entity_of(const bede_doc *doc, uint32_t word,
                                    bool *open)
{
  uint32_t m = doc->words.items[word].mention;
  *open = false;
  if (m == BEDE_NONE) return NULL;
  uint32_t e = doc->mentions.items[m].entity;
  *open = e == BEDE_NONE;
  return *open ? NULL : &doc->entities.items[e];
}

static bool has_sector(const bede_entity *e, bede_sector sector)
{
  for (uint8_t i = 0; i < e->sector_count; i++) {
    if (e->sectors[i] == sector) return true;
  }
  return false;
}

static bool can_act(const bede_entity *e)
{
  return e->sector_count || e->kind == BEDE_KIND_STATE ||
         e->kind == BEDE_KIND_ORGANIZATION || e->kind == BEDE_KIND_PERSON ||
         e->kind == BEDE_KIND_GROUP;
}

static bool is_human(const bede_entity *e)
{
  return e->kind == BEDE_KIND_PERSON || e->kind == BEDE_KIND_PEOPLE ||
         e->kind == BEDE_KIND_GROUP;
}

static bool entity_holds(const bede_entity *e, bede_cond_kind kind)
{
  switch (kind) {
  case BEDE_COND_ACTOR:
    return can_act(e);
  case BEDE_COND_STATE:
    return e->kind == BEDE_KIND_STATE;
  case BEDE_COND_IGO:
    return bede_str_is(e->country, "IGO");
  case BEDE_COND_MEDIA:
    return has_sector(e, BEDE_SECTOR_JRN);
  default:
    return is_human(e);
  }
}

enum {
  QUOTE_REACH = 6
}; // words from a phrase's head back to its quotation mark

// Does an opening quotation mark stand just before the phrase of `word`?
static bool is_quoted(const bede_doc *doc, uint32_t word)
{
  for (uint32_t w = word, i = 0; w > 0 && i < QUOTE_REACH; w--, i++) {
    const bede_word *before = &doc->words.items[w - 1];
    if (before->upos != BEDE_UPOS_PUNCT) continue;
    bede_str form = bede_word_form(doc, w - 1);
    if (bede_str_is(form, "\"") || bede_str_is(form, "“") ||
        bede_str_is(form, "``") || bede_str_is(form, "'") ||
        bede_str_is(form, "‘"))
      return true;
    if (!bede_str_is(form, "-")) return false;
  }
  return false;
}

bool bede_value_holds(const bede_doc *doc, const bede_lexicon *lex,
                      const bede_lex_value *value, uint32_t word)
{
  const bede_word *w = &doc->words.items[word];
  bool open;
  const bede_entity *e = entity_of(doc, word, &open);
  switch ((bede_cond_kind)value->kind) {
  case BEDE_COND_SYMBOL:
    return value->number &&
           (w->lemma_id == value->number || w->form_id == value->number);
  case BEDE_COND_CLASS:
    return bede_lexicon_in_class(lex, w->lemma_id, value->number) ||
           bede_lexicon_in_class(lex, w->form_id, value->number);
  case BEDE_COND_QUOTED:
    return is_quoted(doc, word);
  case BEDE_COND_ANY:
    return true;
  default:
    return open || (e && entity_holds(e, (bede_cond_kind)value->kind)) ||
           (value->kind == BEDE_COND_PERSON && w->ner == BEDE_NER_B_PER);
  }
}
