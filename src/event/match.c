// Matching knowledge entries against the tree: slots are filled by arguments,
// conditions test the fillers' lemmas, classes or kind of actor.
#include "event/match.h"

#include "base/str.h"
#include "lang/slots.h"

const bede_frame_args *bede_event_args(bede_event_work *work, uint32_t word)
{
  bede_frame_args *args = &work->args[word - work->begin];
  if (args->done) return args;
  bede_arg found[BEDE_MAX_ARGS];
  size_t n = bede_args_of(work->doc, word, found);
  bede_arg *items = bede_arena_array(&work->scratch, n ? n : 1, sizeof *items);
  args->done = true;
  if (!items) {
    work->status = BEDE_ENOMEM;
    return args;
  }
  memcpy(items, found, n * sizeof *items);
  args->items = items;
  args->count = n;
  return args;
}

// Fillers of one slot among the arguments of `word`.
static size_t slot_fillers(bede_event_work *work, uint32_t word,
                           const bede_lex_slot *slot, const bede_arg **out,
                           size_t n)
{
  const bede_frame_args *args = bede_event_args(work, word);
  for (size_t a = 0; a < args->count && n < BEDE_MAX_ROLES; a++) {
    if (bede_slot_takes(work->doc, work->lex, slot, &args->items[a]))
      out[n++] = &args->items[a];
  }
  return n;
}

// "The rape of women by soldiers": `by` may hang on the women.
static size_t inner_fillers(bede_event_work *work, uint32_t word,
                            const bede_lex_slot *slot, const bede_arg **out,
                            size_t n)
{
  const bede_frame_args *args = bede_event_args(work, word);
  for (size_t a = 0; a < args->count; a++) {
    const bede_arg *arg = &args->items[a];
    bool of = arg->slot == BEDE_SLOT_PREP && arg->prep != BEDE_NONE &&
              bede_lemma_in(work->doc, arg->prep, "of on against");
    uint32_t inner = arg->word;
    if (!of || inner < word ||
        bede_event_word(work, inner)->upos != BEDE_UPOS_NOUN)
      continue;
    const bede_frame_args *more = bede_event_args(work, inner);
    for (size_t i = 0; i < more->count && n < BEDE_MAX_ROLES; i++) {
      const bede_arg *x = &more->items[i];
      if (x->slot == BEDE_SLOT_PREP && x->prep != BEDE_NONE &&
          bede_lemma_in(work->doc, x->prep, "by") &&
          bede_slot_takes(work->doc, work->lex, slot, x))
        out[n++] = x;
    }
  }
  return n;
}

static bool names_more(const bede_event_work *work, uint32_t word)
{
  return word + 1 < work->end && work->in_name[word] && work->in_name[word + 1];
}

// One noun deeper: "sold tonnes of tea to Iran", "pictures of the site with".
static size_t deeper_fillers(bede_event_work *work, uint32_t object,
                             const bede_lex_slot *slot, const bede_arg **out,
                             size_t n)
{
  const bede_frame_args *args = bede_event_args(work, object);
  for (size_t a = 0; a < args->count; a++) {
    const bede_arg *arg = &args->items[a];
    if (arg->slot == BEDE_SLOT_PREP && arg->prep != BEDE_NONE &&
        arg->word > object && bede_lemma_in(work->doc, arg->prep, "of") &&
        bede_event_word(work, arg->word)->upos == BEDE_UPOS_NOUN)
      n = slot_fillers(work, arg->word, slot, out, n);
  }
  return n;
}

// Where a preposition hangs is often undecided: "sent food to Nepal" may give
// `to` to the food. So a verb's empty PREP slot is looked for on its objects.
static size_t object_fillers(bede_event_work *work, uint32_t word,
                             const bede_lex_slot *slot, const bede_arg **out,
                             size_t n)
{
  if (slot->slot != BEDE_SLOT_PREP) return n;
  if (bede_event_word(work, word)->upos != BEDE_UPOS_VERB)
    return inner_fillers(work, word, slot, out, n);
  const bede_frame_args *args = bede_event_args(work, word);
  for (size_t a = 0; a < args->count; a++) {
    const bede_arg *arg = &args->items[a];
    uint8_t upos = bede_event_word(work, arg->word)->upos;
    // a phrase inside a name is the name's ("the Bank of England")
    bool noun = upos == BEDE_UPOS_NOUN || upos == BEDE_UPOS_SYM ||
                upos == BEDE_UPOS_NUM || // "gave $40 million to Malawi"
                (upos == BEDE_UPOS_PROPN && !names_more(work, arg->word));
    // an object stands behind its verb, or before a passive
    if (arg->slot != BEDE_SLOT_OBJ || !noun ||
        (arg->word < word && bede_event_word(work, arg->word)->head != word))
      continue;
    size_t had = n;
    n = slot_fillers(work, arg->word, slot, out, n);
    if (n == had) n = deeper_fillers(work, arg->word, slot, out, n);
  }
  return n;
}

size_t bede_event_fillers(bede_event_work *work, uint32_t word,
                          uint32_t slot_begin, uint32_t slot_count,
                          const bede_arg **out)
{
  size_t n = 0;
  for (uint32_t i = 0; i < slot_count; i++) {
    const bede_lex_slot *slot = bede_lexicon_slots(work->lex, slot_begin + i);
    if (!slot->join && n) break;
    size_t had = n;
    n = slot_fillers(work, word, slot, out, n);
    // a united slot that nothing fills: "reached a deal with the rebels"
    bool verb = bede_event_word(work, word)->upos == BEDE_UPOS_VERB;
    if ((slot->join || !verb) && n == had)
      n = object_fillers(work, word, slot, out, n);
  }
  for (uint32_t i = 0; i < slot_count && !n; i++)
    n = object_fillers(work, word,
                       bede_lexicon_slots(work->lex, slot_begin + i), out, 0);
  return n;
}

// What a word of quantity counts: "dozens of artefacts", "60 of its soldiers".
// BEDE_NONE for other words.
static uint32_t counted_by(const bede_event_work *work, uint32_t word)
{
  const bede_doc *doc = work->doc;
  const bede_word *words = doc->words.items;
  for (uint32_t c = words[word].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    if (words[c].deprel != BEDE_REL_NMOD || c < word) continue;
    uint32_t prep = bede_child_by(doc, c, BEDE_REL_CASE);
    if (prep == BEDE_NONE || !bede_lemma_in(doc, prep, "of")) continue;
    bool counts =
        words[word].upos == BEDE_UPOS_NUM ||
        bede_lexicon_in_class(work->lex, words[word].lemma_id, work->counting);
    return counts ? c : BEDE_NONE;
  }
  return BEDE_NONE;
}

static bool cond_holds(const bede_event_work *work, uint32_t filler,
                       const bede_lex_cond *cond)
{
  uint32_t counted = counted_by(work, filler);
  for (uint32_t v = 0; v < cond->value_count; v++) {
    const bede_lex_value *value =
        bede_lexicon_values(work->lex, cond->value_begin + v);
    if (bede_value_holds(work->doc, work->lex, value, filler) ||
        (counted != BEDE_NONE &&
         bede_value_holds(work->doc, work->lex, value, counted)))
      return true;
  }
  return false;
}

// The filler of `cond` that satisfies one of its values, or BEDE_NONE.
static uint32_t cond_filler(bede_event_work *work, uint32_t word,
                            const bede_lex_cond *cond)
{
  const bede_arg *fillers[BEDE_MAX_ROLES];
  size_t n = slot_fillers(work, word, &cond->slot, fillers, 0);
  if (!n) n = object_fillers(work, word, &cond->slot, fillers, 0);
  for (size_t i = 0; i < n; i++) {
    if (cond_holds(work, fillers[i]->word, cond)) return fillers[i]->word;
  }
  return BEDE_NONE;
}

bool bede_event_conditions(bede_event_work *work, uint32_t word,
                           uint32_t cond_begin, uint32_t cond_count,
                           uint32_t words[4], size_t *word_count)
{
  *word_count = 0;
  for (uint32_t i = 0; i < cond_count; i++) {
    const bede_lex_cond *cond = bede_lexicon_conds(work->lex, cond_begin + i);
    uint32_t filler = cond_filler(work, word, cond);
    if ((filler != BEDE_NONE) == cond->negate) return false;
    bool names = bede_lexicon_values(work->lex, cond->value_begin)->kind <=
                 BEDE_COND_CLASS;
    if (!cond->negate && names && *word_count < 4)
      words[(*word_count)++] = filler;
  }
  return true;
}

bool bede_event_particle(const bede_event_work *work, uint32_t word,
                         uint32_t particle)
{
  if (!particle) return true;
  uint32_t p = bede_particle_of(work->doc, word);
  if (p != BEDE_NONE) return bede_event_word(work, p)->lemma_id == particle;
  // the parser may take the particle for an adverb or a preposition
  for (uint32_t c = bede_event_word(work, word)->first_child; c != BEDE_NONE;
       c = bede_event_word(work, c)->next_sibling) {
    const bede_word *w = bede_event_word(work, c);
    if (c > word && c <= word + 3 && w->deprel == BEDE_REL_ADVMOD &&
        w->lemma_id == particle)
      return true;
  }
  uint32_t next = word + 1;
  return next < work->end &&
         bede_event_word(work, next)->lemma_id == particle &&
         bede_event_word(work, next)->upos == BEDE_UPOS_ADP;
}

char bede_event_pos(const bede_doc *doc, uint32_t word)
{
  const bede_word *w = &doc->words.items[word];
  switch (w->upos) {
  case BEDE_UPOS_VERB:
    // a participle before its noun tells no act: "a proposed law"
    return w->deprel == BEDE_REL_AMOD ? 0 : 'v';
  case BEDE_UPOS_NOUN:
    return 'n';
  case BEDE_UPOS_PROPN:
    return w->mention == BEDE_NONE ? 'n' : 0;
  case BEDE_UPOS_ADJ:
    return 'a';
  default:
    return 0;
  }
}

// How specific an entry is; larger wins. Negative conditions are guards and
// make nothing more specific.
static int specificity(const bede_event_work *work, const bede_lex_pred *pred)
{
  int s = pred->particle ? 3 : 0;
  if (pred->flags & BEDE_PRED_PAIR) s += 1;
  for (uint32_t i = 0; i < pred->cond_count; i++)
    s += bede_lexicon_conds(work->lex, pred->cond_begin + i)->negate ? 0 : 2;
  return pred->flags & BEDE_PRED_WEAK ? s - 100 : s;
}

// Does the noun phrase speak of several: "two countries", "both navies",
// "Polish and Lithuanian brigades", "the navies of Iran and Oman"?
static bool is_several(const bede_event_work *work, uint32_t word)
{
  const bede_doc *doc = work->doc;
  const bede_word *words = doc->words.items;
  for (uint32_t c = words[word].first_child; c != BEDE_NONE;
       c = words[c].next_sibling) {
    switch (words[c].deprel) {
    case BEDE_REL_NUMMOD:
    case BEDE_REL_DET:
      if (bede_lemma_in(doc, c, "two three four five six both 2 3 4 5 6"))
        return true;
      break;
    case BEDE_REL_AMOD:
    case BEDE_REL_COMPOUND:
    case BEDE_REL_NMOD:
      if (words[c].mention != BEDE_NONE &&
          bede_child_by(doc, c, BEDE_REL_CONJ) != BEDE_NONE)
        return true;
      break;
    default:
      break;
    }
  }
  return false;
}

static bool is_pair(bede_event_work *work, uint32_t word,
                    const bede_lex_pred *pred)
{
  const bede_arg *fillers[BEDE_MAX_ROLES];
  size_t n = bede_event_fillers(work, word, pred->actor_begin,
                                pred->actor_count, fillers);
  size_t parties = 0;
  for (size_t i = 0; i < n; i++) {
    uint32_t filler = fillers[i]->word;
    if (work->doc->words.items[filler].mention == BEDE_NONE) continue;
    parties += is_several(work, filler) ? 2 : 1;
  }
  return parties > 1;
}

static void say_conditions(bede_event_work *work, uint32_t word,
                           const bede_lex_pred *pred)
{
  bede_str file = bede_lexicon_file(work->lex, pred->ref.file);
  bede_event_say(work, word, "lost %s: conditions of %.*s:%u",
                 pred->event ? bede_event_name(pred->event) : "no act",
                 (int)file.len, file.ptr, pred->ref.line);
}

// Does an entry come behind `last`: less specific, or a later line?
static bool is_behind(const bede_event_work *work, const bede_lex_pred *pred,
                      const bede_lex_pred *last)
{
  int s = specificity(work, pred), l = specificity(work, last);
  return s < l || (s == l && pred > last);
}

// `last`: the entry behind which to look, NULL for the best of all.
static const bede_lex_pred *best_of(bede_event_work *work, uint32_t word,
                                    char pos, const bede_lex_pred *last,
                                    uint32_t words[4], size_t *word_count)
{
  uint32_t count;
  uint32_t lemma = bede_event_word(work, word)->lemma_id;
  const bede_lex_pred *p = bede_lexicon_preds(work->lex, lemma, pos, &count);
  const bede_lex_pred *best = NULL;
  for (uint32_t i = 0; i < count; i++) {
    uint32_t found[4];
    size_t n = 0;
    if (last && !is_behind(work, &p[i], last)) continue;
    if (best && specificity(work, &p[i]) <= specificity(work, best)) continue;
    if (!bede_event_particle(work, word, p[i].particle) ||
        !bede_event_conditions(work, word, p[i].cond_begin, p[i].cond_count,
                               found, &n) ||
        ((p[i].flags & BEDE_PRED_PAIR) && !is_pair(work, word, &p[i]))) {
      if (!last) say_conditions(work, word, &p[i]);
      continue;
    }
    best = &p[i];
    memcpy(words, found, n * sizeof *words);
    *word_count = n;
  }
  return best;
}

static bool is_nominal_gerund(const bede_doc *doc, uint32_t word)
{
  return doc->words.items[word].xpos == BEDE_XPOS_VBG &&
         (bede_child_by(doc, word, BEDE_REL_DET) != BEDE_NONE ||
          bede_child_by(doc, word, BEDE_REL_NMOD_POSS) != BEDE_NONE ||
          bede_child_by(doc, word, BEDE_REL_NMOD) != BEDE_NONE);
}

const bede_lex_pred *bede_event_best(bede_event_work *work, uint32_t word,
                                     uint32_t words[4], size_t *word_count)
{
  *word_count = 0;
  char pos = bede_event_pos(work->doc, word);
  if (!pos || !bede_event_word(work, word)->lemma_id) return NULL;
  const bede_lex_pred *best = best_of(work, word, pos, NULL, words, word_count);
  // a gerund may be tagged as a verb: "the bombing of the port"
  if (!best && pos == 'v' && is_nominal_gerund(work->doc, word))
    best = best_of(work, word, 'n', NULL, words, word_count);
  return best;
}

const bede_lex_pred *bede_event_next(bede_event_work *work, uint32_t word,
                                     const bede_lex_pred *last,
                                     uint32_t words[4], size_t *word_count)
{
  *word_count = 0;
  return best_of(work, word, (char)last->pos, last, words, word_count);
}
