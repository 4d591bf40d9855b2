// Names: those of the knowledge by longest match, and those that only the name
// tagger or the tags show.
#include "actor/work.h"

#include <stdio.h>

#include "base/str.h"

// How readings of one name compete. A reading must beat the others by what the
// sentence shows; by default a name beats an adjective beats a demonym.
enum {
  SCORE_NAME = 4,
  SCORE_OTHER_USE = 3,
  SCORE_POSITION = 3, // adjective before a noun, demonym as a noun
  SCORE_TAGGER = 2,   // kind of the name tagger
  SCORE_SEEN = 2      // the document spoke of this entity before
};

static bool in_range(bede_date d, bede_date from, bede_date to)
{
  if (d.year == 0) return true;
  if (from.year && bede_date_cmp(d, from) < 0) return false;
  if (to.year == 0) return true;
  // "2003" as an end takes the whole year in.
  if (to.month == 0) return d.year <= to.year;
  if (to.day == 0)
    return d.year < to.year || (d.year == to.year && d.month <= to.month);
  return bede_date_cmp(d, to) <= 0;
}

static bool is_modifier_position(const bede_word *w)
{
  return w->deprel == BEDE_REL_AMOD || w->deprel == BEDE_REL_COMPOUND ||
         w->deprel == BEDE_REL_NMOD_DESC;
}

static int position_score(const bede_word *head, uint8_t use)
{
  bool modifier = is_modifier_position(head);
  if (use == BEDE_USE_ADJ) return modifier ? SCORE_POSITION : 0;
  if (use == BEDE_USE_PEOPLE)
    return modifier ? -SCORE_POSITION : SCORE_POSITION;
  return 0;
}

static int tagger_score(uint8_t ner, uint8_t kind)
{
  switch (ner) {
  case BEDE_NER_B_PER:
  case BEDE_NER_I_PER:
    return kind == BEDE_KIND_PERSON ? SCORE_TAGGER : -SCORE_TAGGER;
  case BEDE_NER_B_ORG:
  case BEDE_NER_I_ORG:
    return kind == BEDE_KIND_ORGANIZATION || kind == BEDE_KIND_GROUP
               ? SCORE_TAGGER
               : 0;
  case BEDE_NER_B_LOC:
  case BEDE_NER_I_LOC:
    return kind == BEDE_KIND_STATE || kind == BEDE_KIND_PLACE ? SCORE_TAGGER
                                                              : 0;
  default:
    return 0;
  }
}

static int reading_score(const bede_actor_work *w, const bede_lex_name *name,
                         uint32_t head)
{
  const bede_lex_entity *e = bede_lexicon_entity(w->lex, name->entity);
  const bede_word *word = bede_actor_word(w, head);
  bool own = name->use == BEDE_USE_NAME || name->use == BEDE_USE_ACRONYM;
  int score = own ? SCORE_NAME : SCORE_OTHER_USE;
  score += position_score(word, name->use);
  score += tagger_score(word->ner, e->kind);
  if (bede_actor_map_get(&w->seen, (uint64_t)name->entity + 1) != BEDE_NONE)
    score += SCORE_SEEN;
  return score;
}

static const bede_lex_name *best_reading(const bede_actor_work *w,
                                         const bede_lex_name *names,
                                         uint32_t count, uint32_t head)
{
  const bede_lex_name *best = NULL;
  int best_score = 0;
  for (uint32_t i = 0; i < count; i++) {
    if (!in_range(w->doc->published_date, names[i].from, names[i].to)) continue;
    int score = reading_score(w, &names[i], head);
    if (best && score <= best_score) continue;
    best = &names[i];
    best_score = score;
  }
  return best;
}

// --- what is no name --------------------------------------------------------

static bool is_function_word(const bede_word *w)
{
  switch (w->upos) {
  case BEDE_UPOS_ADP:
  case BEDE_UPOS_ADV:
  case BEDE_UPOS_AUX:
  case BEDE_UPOS_CCONJ:
  case BEDE_UPOS_DET:
  case BEDE_UPOS_PART:
  case BEDE_UPOS_PRON:
  case BEDE_UPOS_SCONJ:
  case BEDE_UPOS_VERB:
    return true;
  default:
    return false;
  }
}

// The words of the tagger's name that `word` is part of: [*first, *last].
static void tagger_span(const bede_actor_work *w, uint32_t word,
                        uint32_t *first, uint32_t *last)
{
  const bede_word *words = w->doc->words.items;
  *first = *last = word;
  if (words[word].ner == BEDE_NER_O) return;
  uint8_t begin = words[word].ner;
  if (begin % 2 == 0) begin--; // I- follows B- in the enumeration
  while (*first > w->begin && words[*first].ner != begin &&
         (words[*first - 1].ner == begin || words[*first - 1].ner == begin + 1))
    (*first)--;
  while (*last + 1 < w->end && words[*last + 1].ner == begin + 1)
    (*last)++;
}

// "Jordan" in "Michael Jordan" is no state.
static bool inside_person(const bede_actor_work *w, uint32_t first,
                          uint32_t last, uint8_t kind)
{
  uint32_t from, to;
  uint8_t ner = bede_actor_word(w, first)->ner;
  if (kind == BEDE_KIND_PERSON) return false;
  if (ner != BEDE_NER_B_PER && ner != BEDE_NER_I_PER) return false;
  tagger_span(w, first, &from, &to);
  if (from >= first && to <= last) return false;
  // "Saudi Prince ..." and the like: the adjective stands before the name.
  return from < first || bede_actor_word(w, first)->deprel != BEDE_REL_AMOD;
}

// "Liberation" in "Northern Liberation Army" is no newspaper: a body's name of
// one word has no part of a name before it.
static bool inside_longer(const bede_actor_work *w, uint32_t word, uint8_t kind)
{
  if (kind != BEDE_KIND_ORGANIZATION || word == w->begin) return false;
  const bede_word *before = bede_actor_word(w, word - 1);
  bool modifier =
      before->deprel == BEDE_REL_AMOD || before->deprel == BEDE_REL_COMPOUND;
  return before->head == word && modifier && before->xpos == BEDE_XPOS_NNP;
}

// --- a surname of somebody else ---------------------------------------------

static bool is_title_word(const bede_actor_work *w, uint32_t word)
{
  static const char titles[] =
      "mr mrs ms dr sir lord lady sheikh sheik gen col maj lt sgt capt "
      "ayatollah imam pope saint st sen rep gov";
  char lower[16];
  uint32_t len = 0;
  bede_str form = bede_word_form(w->doc, word);
  if (form.len && form.ptr[form.len - 1] == '.') form.len--;
  if (form.len && form.len <= sizeof lower) {
    bede_str_lower(form, lower);
    bede_str s = {lower, form.len};
    if (bede_str_in(s, titles)) return true;
  }
  const bede_lex_agent *agent =
      bede_lexicon_agent_at(w->lex, w->doc, word, word, &len);
  return agent && agent->kind == BEDE_KIND_PERSON;
}

// The word that begins the personal name that `word` ends, or BEDE_NONE: "Ann"
// of "Ann Lee".
static uint32_t given_name(const bede_actor_work *w, uint32_t word)
{
  const bede_word *x = bede_actor_word(w, word);
  if (x->deprel != BEDE_REL_FLAT || x->head >= word || x->head < w->begin)
    return BEDE_NONE;
  const bede_word *given = bede_actor_word(w, x->head);
  bool capital =
      bede_is_upper((unsigned char)bede_word_form(w->doc, x->head).ptr[0]);
  if (given->upos != BEDE_UPOS_PROPN || !capital || is_title_word(w, word - 1))
    return BEDE_NONE;
  return x->head;
}

// "Ihor Lee" is no Ann Lee and no town of Lee, nor is a later "Lee" of the same
// report.
static bool is_of_another(const bede_actor_work *w, const bede_lex_entity *e,
                          uint32_t entity, uint32_t word)
{
  if (e->kind != BEDE_KIND_PERSON && e->kind != BEDE_KIND_PLACE) return false;
  uint32_t given = given_name(w, word);
  if (given == BEDE_NONE) {
    uint64_t key = bede_actor_key(bede_word_form(w->doc, word), 0);
    return bede_actor_map_get(&w->surnames, key) != BEDE_NONE &&
           bede_actor_map_get(&w->seen, (uint64_t)entity + 1) == BEDE_NONE;
  }
  // "Mount Lee" is no person's name.
  if (e->kind == BEDE_KIND_PLACE)
    return bede_actor_word(w, given)->ner == BEDE_NER_B_PER;
  bede_str form = bede_word_form(w->doc, given);
  bede_str name = bede_lexicon_str(w->lex, e->name);
  return name.len <= form.len || name.ptr[form.len] != ' ' ||
         !bede_str_eq_nocase(bede_str_sub(name, 0, form.len), form);
}

// "Paris Hilton": a town or state that begins a personal name.
static bool is_given_name(const bede_actor_work *w, const bede_lex_entity *e,
                          uint32_t word)
{
  if (e->kind != BEDE_KIND_STATE && e->kind != BEDE_KIND_PLACE) return false;
  return word + 1 < w->end && given_name(w, word + 1) == word &&
         !is_title_word(w, word + 1);
}

// "Israeli police" in "Iranian and Israeli police": half of two nations'
// police.
static bool is_half(const bede_actor_work *w, uint32_t first, uint32_t last)
{
  const bede_word *word = bede_actor_word(w, first);
  if (word->deprel != BEDE_REL_CONJ || word->head >= first) return false;
  uint32_t head = bede_actor_word(w, word->head)->head;
  return head > first && head <= last;
}

static bool acceptable(const bede_actor_work *w, const bede_lex_name *name,
                       uint32_t first, uint32_t last)
{
  const bede_word *word = bede_actor_word(w, first);
  const bede_lex_entity *e = bede_lexicon_entity(w->lex, name->entity);
  if (first == last && is_function_word(word)) {
    // "WHO" and "IS" in a sentence with lower case are the bodies; "Polish the
    // silver" is no Pole.
    if (w->shouting || name->match != BEDE_MATCH_EXACT) return false;
  }
  if (first == last && bede_actor_is_date_word(w->doc, first)) return false;
  if (first == last && inside_longer(w, first, e->kind)) return false;
  if (first == last &&
      (is_of_another(w, e, name->entity, first) || is_given_name(w, e, first)))
    return false;
  return !is_half(w, first, last) && !inside_person(w, first, last, e->kind);
}

// --- known names ------------------------------------------------------------

static const char locative[] =
    "in at near inside outside across throughout around within through into to "
    "from of over beyond towards toward via";

// Is the governor one whose phrase with `prep` names a party: "sold rice to
// Quito", "anger at Quito", "a loan from Quito"? The classes party_to and the
// like say which.
static bool takes_party(const bede_actor_work *w, uint32_t governor,
                        uint32_t prep)
{
  char name[32];
  bede_str lemma = w->doc->words.items[prep].lemma;
  if (governor >= w->doc->words.count || lemma.len > 8) return false;
  int n = snprintf(name, sizeof name, "party_%.*s", (int)lemma.len, lemma.ptr);
  uint32_t class = bede_lexicon_class(w->lex, (bede_str){name, (size_t)n});
  return class && bede_lexicon_in_class(
                      w->lex, w->doc->words.items[governor].lemma_id, class);
}

// A capital is a place first; as subject, possessor or party it is its state.
static bool is_mere_place(const bede_actor_work *work, uint32_t head)
{
  const bede_doc *doc = work->doc;
  const bede_word *words = doc->words.items;
  const bede_word *w = &words[head];
  for (uint32_t i = 0; w->deprel == BEDE_REL_CONJ && i < 8; i++) {
    if (w->head >= doc->words.count) break;
    head = w->head;
    w = &words[head];
  }
  uint32_t prep = bede_actor_prep(doc, head);
  switch (w->deprel) {
  case BEDE_REL_NSUBJ:
  case BEDE_REL_NSUBJ_PASS:
  case BEDE_REL_OBJ:
  case BEDE_REL_IOBJ:
  case BEDE_REL_NMOD_POSS:
  case BEDE_REL_OBL_AGENT:
    return false;
  case BEDE_REL_OBL:
  case BEDE_REL_NMOD:
    return prep == BEDE_NONE || (bede_lemma_in(doc, prep, locative) &&
                                 !takes_party(work, w->head, prep));
  default:
    return true;
  }
}

static void set_cover(bede_actor_work *w, uint32_t first, uint32_t last,
                      uint32_t head)
{
  for (uint32_t i = first; i <= last; i++)
    w->cover[i - w->begin] = head;
}

static bede_status take_name(bede_actor_work *w, const bede_lex_name *name,
                             uint32_t first, uint32_t last, uint32_t head)
{
  bede_cand *c = bede_cand_at(w, head);
  c->what = BEDE_CAND_NAME;
  c->name = name;
  c->first = first;
  c->last = last;
  c->title = BEDE_NONE;
  c->place = name->use == BEDE_USE_CAPITAL && is_mere_place(w, head);
  set_cover(w, first, last, head);
  if (first < last &&
      bede_lexicon_entity(w->lex, name->entity)->kind == BEDE_KIND_PERSON) {
    bede_status status =
        bede_actor_map_put(w->doc->arena, &w->surnames,
                           bede_actor_key(bede_word_form(w->doc, last), 0), 0);
    if (status) return status;
  }
  return bede_actor_map_put(w->doc->arena, &w->seen, (uint64_t)name->entity + 1,
                            head);
}

bede_status bede_actor_find_names(bede_actor_work *w)
{
  for (uint32_t i = w->begin; i < w->end;) {
    uint32_t len = 0, count = 0;
    const bede_lex_name *names =
        bede_lexicon_name_at(w->lex, w->doc, i, w->end, &len, &count);
    if (!names || len == 0) {
      i++;
      continue;
    }
    uint32_t last = i + len - 1, head = bede_actor_head(w->doc, i, last);
    const bede_lex_name *name = best_reading(w, names, count, head);
    if (!name || !acceptable(w, name, i, last)) {
      i++;
      continue;
    }
    bede_status status = take_name(w, name, i, last, head);
    if (status) return status;
    i = last + 1;
  }
  return BEDE_OK;
}

// --- unknown names ----------------------------------------------------------

static bool is_free(const bede_actor_work *w, uint32_t word)
{
  return w->cover[word - w->begin] == BEDE_NONE;
}

// A name has a capital or a letter of another script: "china" is porcelain.
static bool looks_like_name(const bede_actor_work *w, uint32_t first,
                            uint32_t last)
{
  for (uint32_t i = first; i <= last; i++) {
    bede_str form = bede_word_form(w->doc, i);
    for (size_t k = 0; k < form.len; k++) {
      unsigned char c = (unsigned char)form.ptr[k];
      if (bede_is_upper(c) || bede_is_digit(c) || c >= 0x80 || c == '@')
        return true;
    }
  }
  return false;
}

// Titles that are given names as well.
static const char given_titles[] = "dean earl duke bishop prince king judge";

// "Superintendent Ann Lee" that the tagger took for a name as a whole: the rank
// heads the mention, the name begins behind it.
static void leave_title(const bede_actor_work *w, bede_cand *c, uint32_t head)
{
  uint32_t len = 0;
  if (c->ner != BEDE_NER_B_PER || c->first == c->last || head != c->first ||
      bede_lemma_in(w->doc, head, given_titles))
    return;
  const bede_lex_agent *agent =
      bede_lexicon_agent_at(w->lex, w->doc, head, head, &len);
  if (!agent || agent->kind != BEDE_KIND_PERSON) return;
  switch (agent->sector) {
  case BEDE_SECTOR_COP:
  case BEDE_SECTOR_GOV:
  case BEDE_SECTOR_JUD:
  case BEDE_SECTOR_LEG:
  case BEDE_SECTOR_MIL:
    c->first++;
    break;
  default:
    break;
  }
}

// "Warplanes of Chad bombed": only its place gives this word its capital.
static bool begins_sentence(const bede_actor_work *w, uint32_t word)
{
  const bede_word *x = bede_actor_word(w, word);
  return word == w->begin && x->upos == BEDE_UPOS_NOUN &&
         x->xpos == BEDE_XPOS_NNS;
}

static void take_unknown(bede_actor_work *w, uint32_t first, uint32_t last,
                         uint8_t ner)
{
  if (!looks_like_name(w, first, last)) return;
  if (first == last && begins_sentence(w, first)) return;
  // "This Thursday the Lake Council": the tagger may begin too early.
  while (first < last && (bede_actor_word(w, first)->upos == BEDE_UPOS_DET ||
                          bede_actor_is_date_word(w->doc, first)))
    first++;
  uint32_t head = bede_actor_head(w->doc, first, last);
  bede_cand *c = bede_cand_at(w, head);
  if (!is_free(w, head) || c->what != BEDE_CAND_NONE) return;
  c->what = BEDE_CAND_UNKNOWN;
  c->ner = ner;
  c->first = first;
  c->last = last;
  c->title = BEDE_NONE;
  leave_title(w, c, head);
  if (ner == BEDE_NER_B_PER && first < last && given_name(w, last) == first &&
      bede_actor_map_put(w->doc->arena, &w->surnames,
                         bede_actor_key(bede_word_form(w->doc, last), 0), 0))
    w->doc->arena->failed = true;
  for (uint32_t i = first; i <= last; i++) {
    if (is_free(w, i)) w->cover[i - w->begin] = head;
  }
}

static bool joins(const bede_word *words, uint32_t first, uint32_t word)
{
  uint32_t head = words[word].head, before = words[word - 1].head;
  if (head >= first && head < word) return true;
  if (before == word) return true;
  return head == before && (words[word].deprel == BEDE_REL_COMPOUND ||
                            words[word].deprel == BEDE_REL_FLAT ||
                            words[word - 1].deprel == BEDE_REL_COMPOUND ||
                            words[word - 1].deprel == BEDE_REL_AMOD);
}

static bool may_start(const bede_actor_work *w, uint32_t word)
{
  const bede_word *x = bede_actor_word(w, word);
  bede_str form = bede_word_form(w->doc, word);
  return x->upos == BEDE_UPOS_PROPN && is_free(w, word) &&
         bede_cand_at(w, word)->what == BEDE_CAND_NONE && form.len > 0 &&
         !bede_is_digit((unsigned char)form.ptr[0]) &&
         !bede_actor_is_date_word(w->doc, word);
}

// The end of a run of proper nouns that hang together, hyphens included.
static uint32_t run_end(const bede_actor_work *w, uint32_t first)
{
  const bede_word *words = w->doc->words.items;
  uint32_t last = first;
  for (uint32_t i = first + 1; i < w->end; i++) {
    bool hyphen = words[i].xpos == BEDE_XPOS_HYPH && i + 1 < w->end &&
                  words[i + 1].upos == BEDE_UPOS_PROPN;
    if (hyphen && may_start(w, i + 1)) {
      last = ++i;
      continue;
    }
    if (!may_start(w, i) || !joins(words, first, i)) break;
    last = i;
  }
  return last;
}

static bool is_name_adjective(const bede_word *word)
{
  return word->upos == BEDE_UPOS_ADJ && word->xpos == BEDE_XPOS_NNP &&
         word->deprel == BEDE_REL_AMOD;
}

// "Kalu Front", "Lower River Council": the tagger may see the first words
// alone, as a place or a person; the noun that they modify names the body.
static bool goes_on(const bede_actor_work *w, uint32_t first, uint32_t last)
{
  uint32_t len = 0, next = last + 1;
  if (next >= w->end || !is_free(w, next)) return false;
  const bede_word *noun = bede_actor_word(w, next);
  bede_str form = bede_word_form(w->doc, next);
  if (noun->upos != BEDE_UPOS_PROPN ||
      !bede_is_upper((unsigned char)form.ptr[0]))
    return false;
  uint32_t head = bede_actor_head(w->doc, first, last);
  const bede_word *name = bede_actor_word(w, head);
  if (name->head != next ||
      (name->deprel != BEDE_REL_COMPOUND && name->deprel != BEDE_REL_AMOD))
    return false;
  if (bede_lemma_in(w->doc, next, BEDE_BODY_NOUNS)) return true;
  const bede_lex_agent *agent =
      bede_lexicon_agent_at(w->lex, w->doc, next, next, &len);
  return agent && (agent->kind == BEDE_KIND_GROUP ||
                   agent->kind == BEDE_KIND_ORGANIZATION);
}

void bede_actor_find_unknown(bede_actor_work *w)
{
  const bede_word *words = w->doc->words.items;
  for (uint32_t i = w->begin; i < w->end; i++) {
    uint8_t ner = words[i].ner;
    if (ner != BEDE_NER_B_PER && ner != BEDE_NER_B_ORG && ner != BEDE_NER_B_LOC)
      continue;
    uint32_t first, last;
    tagger_span(w, i, &first, &last);
    // A title before the name ("Dr. Ann Lee") is not part of it.
    while (first < last &&
           (!is_free(w, first) ||
            bede_cand_at(w, first)->what != BEDE_CAND_NONE) &&
           words[first].deprel == BEDE_REL_NMOD_DESC)
      first++;
    if (goes_on(w, first, last)) {
      last++;
      ner = BEDE_NER_B_ORG;
    }
    take_unknown(w, first, last, ner);
  }
  for (uint32_t i = w->begin; i < w->end; i++) {
    uint32_t name = i;
    // "Green Banner Front": an adjective of the name begins it.
    if (i + 1 < w->end && is_free(w, i) && is_name_adjective(&words[i]) &&
        words[i].head == i + 1)
      name++;
    if (!may_start(w, name)) continue;
    uint32_t last = run_end(w, name);
    take_unknown(w, i, last, BEDE_NER_O);
    i = last;
  }
}
