// Known words read as one of their kind.
#include "lang/standin.h"

#include "base/str.h"

// What decides which form is read in place of a name: how it is written, and
// how many words it has. The words are common in the training parts and of one
// reading each.
typedef struct written {
  uint32_t len;
  bool plural; // "the Netherlands", "the Tigers"; "Cyprus" is none
} written;

static const char *state_form(const bede_lex_name *name, uint32_t count,
                              const written *w, uint32_t at)
{
  static const char *const one[] = {"south", "korea"};
  static const char *const many[] = {"united", "states"};
  if (name->use == BEDE_USE_NAME && w->len == 2)
    return w->plural ? many[at] : one[at];
  if (name->use == BEDE_USE_NAME) return w->plural ? "netherlands" : "france";
  if (w->len > 1) return NULL;
  // "Iranian" is also one of the people, "French" is not
  if (name->use == BEDE_USE_ADJ)
    return count > 1 && name[1].use == BEDE_USE_PEOPLE ? "american" : "french";
  if (name->use != BEDE_USE_PEOPLE) return NULL;
  return w->plural ? "americans" : "american";
}

static const char *person_form(const written *w, uint32_t at)
{
  static const char *const pair[] = {"john", "smith"};
  return w->len == 2 ? pair[at] : "clinton";
}

// Bodies of two words are built in too many ways for one to stand for all.
static const char *body_form(const written *w)
{
  if (w->len == 2) return NULL;
  return w->plural ? "americans" : "google";
}

static const char *form_of(const bede_lexicon *lex, const bede_lex_name *name,
                           uint32_t count, const written *w, uint32_t at)
{
  bede_kind kind = bede_lexicon_entity(lex, name->entity)->kind;
  if (w->len > 2) return NULL;
  if (kind == BEDE_KIND_STATE) return state_form(name, count, w, at);
  if (name->use != BEDE_USE_NAME) return NULL;
  if (kind == BEDE_KIND_PERSON) return person_form(w, at);
  if (kind == BEDE_KIND_GROUP || kind == BEDE_KIND_ORGANIZATION)
    return body_form(w);
  return NULL;
}

static uint64_t key_of(const char *form)
{
  char lower[BEDE_MAX_FORM];
  size_t len;
  return bede_form_key(bede_str_from(form), lower, &len);
}

static bool is_title(const bede_look *look)
{
  return (look->shape & BEDE_SHAPE_CASE) == BEDE_SHAPE_CAPITAL;
}

// Has the verb a clause with "that", or else what is told behind `prep`?
static bool tells(const bede_lexicon *lex, bede_str verb, uint32_t prep)
{
  uint32_t count = 0, lemma = bede_lexicon_symbol(lex, verb);
  const bede_lex_cue *cues =
      lemma ? bede_lexicon_cues(lex, lemma, 'v', &count) : NULL;
  for (uint32_t i = 0; i < count; i++) {
    const bede_lex_slot *slots = bede_lexicon_slots(lex, cues[i].content_begin);
    for (uint32_t k = 0; k < cues[i].content_count; k++) {
      if (prep ? slots[k].slot == BEDE_SLOT_PREP && slots[k].prep == prep
               : slots[k].slot == BEDE_SLOT_CCOMP)
        return true;
    }
  }
  return false;
}

// A form in "-ing" of such a verb.
static bool is_telling(const bede_lexicon *lex, bede_str form, uint32_t prep)
{
  char stem[BEDE_MAX_FORM];
  if (form.len < 6 || form.len >= BEDE_MAX_FORM || !bede_str_ends(form, "ing"))
    return false;
  size_t len = form.len - 3;
  for (size_t i = 0; i < len; i++) {
    if (!bede_is_lower((unsigned char)form.ptr[i])) return false;
    stem[i] = form.ptr[i];
  }
  if (tells(lex, (bede_str){stem, len}, prep)) return true;
  stem[len] = 'e'; // "alleging"
  return tells(lex, (bede_str){stem, len + 1}, prep);
}

static bool leads_participle(bede_str form)
{
  static const char *const words[] = {",",      "and",   "but", "or",   "while",
                                      "before", "after", "by",  "when", NULL};
  for (size_t i = 0; words[i]; i++)
    if (bede_str_is(form, words[i])) return true;
  return false;
}

void bede_lang_stand_in(const bede_lexicon *lex, const bede_doc *doc,
                        uint32_t begin, uint32_t end, bede_look *look)
{
  for (uint32_t i = begin; i < end; i++) {
    uint32_t len = 1, count;
    if (!is_title(&look[i - begin])) continue;
    const bede_lex_name *name =
        bede_lexicon_name_at(lex, doc, i, end, &len, &count);
    if (!name) continue;
    // behind a capital it may be a surname, before one a part of more
    bool before = i > begin && is_title(&look[i - begin - 1]);
    bool after = i + len < end && is_title(&look[i - begin + len]);
    bool adjective = name->use != BEDE_USE_NAME;
    bool the = i > begin && bede_str_is(bede_word_form(doc, i - 1), "the");
    written w = {len, bede_str_ends(bede_word_form(doc, i + len - 1), "s") &&
                          (the || name->use == BEDE_USE_PEOPLE)};
    for (uint32_t k = 0; k < len && !before && (adjective || !after); k++) {
      const char *in = form_of(lex, name, count, &w, k);
      if (in) look[i - begin + k].key = key_of(in);
    }
    i += len - 1;
  }
}

// What stands in for the noun at `i`, or NULL.
static const char *telling_form(const bede_lexicon *lex, const bede_doc *doc,
                                uint32_t i)
{
  bede_str form = bede_word_form(doc, i), next = bede_word_form(doc, i + 1);
  if (bede_str_is(next, "that"))
    return is_telling(lex, form, 0) ? "saying" : NULL;
  if (!bede_str_is(next, "of") && !bede_str_is(next, "about") &&
      !bede_str_is(next, "against"))
    return NULL;
  uint32_t prep = bede_lexicon_symbol(lex, next);
  return prep && is_telling(lex, form, prep) ? "speaking" : NULL;
}

bool bede_lang_stand_in_telling(const bede_lexicon *lex, const bede_doc *doc,
                                uint32_t begin, uint32_t end, bede_look *look)
{
  bool changed = false;
  for (uint32_t i = begin + 1; i + 1 < end; i++) {
    if (doc->words.items[i].upos != BEDE_UPOS_NOUN ||
        !leads_participle(bede_word_form(doc, i - 1)))
      continue;
    const char *form = telling_form(lex, doc, i);
    if (!form) continue;
    look[i - begin].key = key_of(form);
    changed = true;
  }
  return changed;
}
