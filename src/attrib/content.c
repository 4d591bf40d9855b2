// The content of a cue: the words that are attributed, by the tree, and where
// the tree fails by the order of words.
#include "attrib/work.h"

#include <string.h>

#include "base/limits.h"
#include "base/str.h"

// --- from a top word to ranges ---

static void drop_first(bede_ranges *r)
{
  r->count--;
  memmove(r->items, r->items + 1, r->count * sizeof *r->items);
}

// The complementiser and a relative pronoun that is all of a range ("which he
// said would ...") are no part of what was said.
static void strip_lead(const bede_attrib *a, bede_ranges *r)
{
  if (r->count == 0) return;
  const bede_word *w = bede_attrib_at(a, r->items[0].begin);
  bool lone = r->items[0].end == r->items[0].begin + 1;
  bool that = w->deprel == BEDE_REL_MARK &&
              bede_attrib_form(a->doc, r->items[0].begin, "that");
  bool relative = lone && (w->xpos == BEDE_XPOS_WDT || w->xpos == BEDE_XPOS_WP);
  if (!that && !relative) return;
  r->items[0].begin++;
  r->items[0] = bede_range_trim(a->doc, r->items[0]);
  if (r->items[0].begin >= r->items[0].end) drop_first(r);
}

static void unmark(const bede_attrib *a, const bede_case *c, uint32_t top,
                   bool *in)
{
  bool out[BEDE_MAX_SENTENCE_WORDS];
  const bede_sentence *s = &a->doc->sentences.items[c->sentence];
  if (top == BEDE_NONE) return;
  bede_attrib_mark(a->doc, c->sentence, top, BEDE_NONE, out);
  for (uint32_t i = 0; i < s->word_end - s->word_begin; i++)
    if (out[i]) in[i] = false;
}

// The subtree of `top` without that of `but` becomes the content, or joins it.
static bool take(bede_attrib *a, bede_case *c, uint32_t top, uint32_t but)
{
  bool in[BEDE_MAX_SENTENCE_WORDS];
  bede_ranges r;
  bede_attrib_mark(a->doc, c->sentence, top, but, in);
  bede_ranges_from(a->doc, c->sentence, in, &r);
  strip_lead(a, &r);
  if (r.count == 0) return false;
  if (c->content.count == 0) {
    c->content = r;
    c->content_head = top;
    return true;
  }
  for (uint32_t i = 0; i < r.count; i++)
    bede_ranges_add(&c->content, r.items[i].begin, r.items[i].end);
  return true;
}

// Without the preposition that leads it: "warned of [attacks]".
static bool take_bare(bede_attrib *a, bede_case *c, uint32_t top, uint32_t prep)
{
  if (!take(a, c, top, BEDE_NONE)) return false;
  bede_range *first = &c->content.items[0];
  while (prep != BEDE_NONE && first->begin <= prep && first->end > prep + 1)
    first->begin++;
  return true;
}

// --- verbs ---

static bool fills_any(const bede_attrib *a, uint32_t begin, uint32_t count,
                      const bede_arg *arg)
{
  const bede_lex_slot *slots = bede_lexicon_slots(a->lex, begin);
  for (uint32_t i = 0; i < count; i++)
    if (bede_attrib_fills(a, &slots[i], arg)) return true;
  return false;
}

bool bede_attrib_takes(const bede_attrib *a, const bede_lex_cue *cue,
                       bede_slot slot)
{
  const bede_lex_slot *slots = bede_lexicon_slots(a->lex, cue->content_begin);
  for (uint32_t i = 0; i < cue->content_count; i++)
    if (slots[i].slot == slot) return true;
  return false;
}

bool bede_attrib_addresses(const bede_attrib *a, const bede_lex_cue *cue)
{
  const bede_lex_slot *slots = bede_lexicon_slots(a->lex, cue->addressee_begin);
  for (uint32_t i = 0; i < cue->addressee_count; i++)
    if (slots[i].slot == BEDE_SLOT_OBJ || slots[i].slot == BEDE_SLOT_IOBJ)
      return true;
  return false;
}

static bool has_number(const bede_attrib *a, uint32_t top)
{
  const bede_word *w = bede_attrib_at(a, top);
  for (uint32_t i = w->left; i <= w->right; i++)
    if (bede_attrib_at(a, i)->upos == BEDE_UPOS_NUM) return true;
  return false;
}

// "said goodbye", "the clock says five": a plain verb of saying takes a thing
// as its content only between quotation marks, and those come later.
static bool object_counts(const bede_attrib *a, const bede_case *c,
                          uint32_t word)
{
  // "put the toll at 40" estimates, "put pressure on" does not.
  if (c->entry->stance == BEDE_STANCE_ESTIMATES) return has_number(a, c->cue);
  const bede_word *w = bede_attrib_at(a, word);
  if (!bede_attrib_nominal(a, word)) return true;
  if (w->upos == BEDE_UPOS_PRON || bede_attrib_date(a->doc, word)) return false;
  return !bede_attrib_in(a->doc, c->cue, "say tell add ask speak talk");
}

static uint32_t first_word(const bede_attrib *a, uint32_t top)
{
  uint32_t left = bede_attrib_at(a, top)->left;
  while (left < top && bede_attrib_punct(a->doc, left))
    left++;
  return left;
}

// After a comma: "have protested, when ...", "said Smith, who ...", "he said,
// noting that ...", "said Smith, asked about it": none of these is what was
// said.
static bool is_loose_clause(const bede_attrib *a, uint32_t word)
{
  uint32_t left = first_word(a, word);
  if (left == 0 || !bede_attrib_form(a->doc, left - 1, ",") ||
      a->quote_of[left] != BEDE_NONE)
    return false;
  uint8_t tag = bede_attrib_at(a, word)->xpos;
  bool bare = bede_child_by(a->doc, word, BEDE_REL_NSUBJ) == BEDE_NONE &&
              bede_child_by(a->doc, word, BEDE_REL_AUX) == BEDE_NONE &&
              (tag == BEDE_XPOS_VBN || tag == BEDE_XPOS_VBD);
  return bare || bede_attrib_at(a, left)->xpos == BEDE_XPOS_VBG ||
         bede_attrib_in(a->doc, left,
                        "when while because since as after before who which "
                        "whose whom");
}

// "The clock says five" has no clause.
static bool clause_or_quote(const bede_attrib *a, uint32_t word)
{
  return bede_attrib_clause(a->doc, word) || a->quote_of[word] != BEDE_NONE ||
         bede_attrib_at(a, word)->upos == BEDE_UPOS_ADJ;
}

// "He confessed, [police said]": another's saying, with nothing of its own
// behind it.
static bool says_before(const bede_attrib *a, uint32_t word)
{
  uint32_t count = 0;
  (void)bede_lexicon_cues(a->lex, bede_attrib_at(a, word)->lemma_id, 'v',
                          &count);
  return count > 0 && bede_attrib_at(a, word)->upos == BEDE_UPOS_VERB &&
         bede_child_by(a->doc, word, BEDE_REL_NSUBJ) != BEDE_NONE &&
         bede_child_by(a->doc, word, BEDE_REL_CCOMP) == BEDE_NONE &&
         bede_child_by(a->doc, word, BEDE_REL_XCOMP) == BEDE_NONE &&
         bede_child_by(a->doc, word, BEDE_REL_OBJ) == BEDE_NONE;
}

// A parataxis after the verb is its content when a quotation mark, a colon or a
// comma leads to it; after a dash or a semicolon somebody else speaks.
static bool parataxis_counts(const bede_attrib *a, const bede_case *c,
                             uint32_t word)
{
  uint32_t left = bede_attrib_at(a, word)->left;
  if (left <= c->cue || left == 0) return word < c->cue;
  if (says_before(a, word)) return false;
  return bede_attrib_in(a->doc, left, ": , \" \xe2\x80\x9c \xe2\x80\x9d ''") ||
         bede_attrib_in(a->doc, left - 1,
                        ": , \" \xe2\x80\x9c \xe2\x80\x9d ''");
}

static bool counts(const bede_attrib *a, const bede_case *c,
                   const bede_arg *arg)
{
  const bede_lex_cue *cue = c->entry;
  if (arg->via != BEDE_VIA_DIRECT || arg->word == c->cue) return false;
  if (arg->word > c->cue && is_loose_clause(a, arg->word)) return false;
  // "vowed TO leave", "appealed to her TO leave" name nobody to whom.
  if (cue->addressee_count && arg->slot != BEDE_SLOT_XCOMP &&
      arg->slot != BEDE_SLOT_ADVCL &&
      fills_any(a, cue->addressee_begin, cue->addressee_count, arg))
    return false;
  if (arg->slot == BEDE_SLOT_OBJ || arg->slot == BEDE_SLOT_IOBJ)
    return object_counts(a, c, arg->word);
  // "insisted on Wednesday"
  if (arg->slot == BEDE_SLOT_PREP) return !bede_attrib_date(a->doc, arg->word);
  if (arg->slot == BEDE_SLOT_CCOMP) return clause_or_quote(a, arg->word);
  if (arg->slot == BEDE_SLOT_PARATAXIS)
    return parataxis_counts(a, c, arg->word);
  return true;
}

static bool is_marked(const bede_attrib *a, uint32_t clause, uint32_t prep,
                      uint32_t *mark)
{
  uint8_t rel = bede_attrib_at(a, clause)->deprel;
  if (rel != BEDE_REL_ADVCL && rel != BEDE_REL_CCOMP && rel != BEDE_REL_XCOMP &&
      rel != BEDE_REL_ACL)
    return false;
  *mark = bede_child_by(a->doc, clause, BEDE_REL_MARK);
  return *mark != BEDE_NONE && bede_attrib_at(a, *mark)->lemma_id == prep;
}

// A clause led by the preposition of a slot: "accused them of killing", which
// the tree hangs on the verb or on its object.
static uint32_t marked_clause(const bede_attrib *a, uint32_t cue, uint32_t prep,
                              uint32_t *mark)
{
  for (uint32_t w = bede_attrib_at(a, cue)->first_child; w != BEDE_NONE;
       w = bede_attrib_at(a, w)->next_sibling) {
    if (is_marked(a, w, prep, mark)) return w;
    uint8_t rel = bede_attrib_at(a, w)->deprel;
    if (rel != BEDE_REL_OBJ && rel != BEDE_REL_IOBJ) continue;
    for (uint32_t v = bede_attrib_at(a, w)->first_child; v != BEDE_NONE;
         v = bede_attrib_at(a, v)->next_sibling)
      if (is_marked(a, v, prep, mark)) return v;
  }
  return BEDE_NONE;
}

// "said it was over and would be repeated", where both are clauses of the verb.
static void more_clauses(bede_attrib *a, bede_case *c, const bede_arg *args,
                         size_t count)
{
  uint32_t begin = c->content.items[0].begin;
  if (begin < c->cue) return;
  for (size_t i = 0; i < count; i++) {
    if (args[i].slot != BEDE_SLOT_CCOMP || !counts(a, c, &args[i])) continue;
    if (args[i].word < begin || !take(a, c, args[i].word, BEDE_NONE)) continue;
    bede_ranges_add(&c->content, begin,
                    c->content.items[c->content.count - 1].end);
  }
}

static bool that_follows(const bede_attrib *a, const bede_case *c)
{
  uint32_t next = c->cue_words.end;
  return next < a->doc->sentences.items[c->sentence].word_end &&
         bede_attrib_form(a->doc, next, "that") &&
         bede_attrib_at(a, next)->deprel == BEDE_REL_MARK;
}

// "A witness who had fled said they came": what the tree takes from before the
// verb into a clause behind it.
static void drop_before(const bede_attrib *a, bede_case *c)
{
  while (c->content.count > 1 && c->content.items[0].end <= c->cue &&
         bede_frame_follows(a, c))
    drop_first(&c->content);
}

static bool slot_content(bede_attrib *a, bede_case *c,
                         const bede_lex_slot *slot, const bede_arg *args,
                         size_t count)
{
  for (size_t i = 0; i < count; i++) {
    if (!bede_attrib_fills(a, slot, &args[i]) || !counts(a, c, &args[i]))
      continue;
    // "Smith, who was there, said that ...", "Asked why, Smith said he ...":
    // what was said comes after.
    if (slot->slot == BEDE_SLOT_CCOMP && args[i].word < c->cue &&
        (that_follows(a, c) || bede_frame_follows(a, c) ||
         bede_attrib_in(a->doc, first_word(a, args[i].word),
                        "who which whose")))
      continue;
    uint32_t prep = slot->slot == BEDE_SLOT_PREP ? args[i].prep : BEDE_NONE;
    if (c->content.count == 0 ? take_bare(a, c, args[i].word, prep)
                              : take(a, c, args[i].word, BEDE_NONE)) {
      if (slot->slot == BEDE_SLOT_CCOMP) drop_before(a, c);
      if (slot->slot == BEDE_SLOT_CCOMP)
        more_clauses(a, c, args + i + 1, count - i - 1);
      return true;
    }
  }
  if (slot->slot != BEDE_SLOT_PREP) return false;
  uint32_t mark, clause = marked_clause(a, c->cue, slot->prep, &mark);
  return clause != BEDE_NONE && take_bare(a, c, clause, mark);
}

static bool is_phrasal(const bede_lex_slot *slot)
{
  return slot->slot == BEDE_SLOT_OBJ || slot->slot == BEDE_SLOT_XCOMP ||
         slot->slot == BEDE_SLOT_PREP;
}

static bool is_infinitive(const bede_attrib *a, uint32_t word)
{
  if (word == BEDE_NONE) return false;
  uint32_t mark = bede_child_by(a->doc, word, BEDE_REL_MARK);
  return mark != BEDE_NONE && bede_attrib_at(a, mark)->xpos == BEDE_XPOS_TO;
}

// "called for [the law to be repealed]", where the tree hangs the clause
// elsewhere than on its subject.
static void take_infinitive(bede_attrib *a, bede_case *c)
{
  const bede_sentence *s = &a->doc->sentences.items[c->sentence];
  bede_range *last = &c->content.items[c->content.count - 1];
  uint32_t to = last->end;
  if (to + 1 >= s->word_end || bede_attrib_at(a, to)->xpos != BEDE_XPOS_TO)
    return;
  uint32_t verb = bede_attrib_at(a, to)->head;
  if (verb == BEDE_NONE || verb < to || bede_attrib_at(a, verb)->left < to)
    return;
  bede_ranges_add(&c->content, to, bede_attrib_at(a, verb)->right + 1);
}

// "called [it a farce]": a thing and what it is said to be; "urged [them] to
// leave", "accused [them] of treason": who is to do it, or has done it, also
// where he is spoken to.
static bool adds_object(const bede_attrib *a, const bede_case *c,
                        const bede_lex_slot *slot, const bede_arg *arg)
{
  const bede_lex_cue *cue = c->entry;
  if (arg->via != BEDE_VIA_DIRECT ||
      fills_any(a, cue->source_begin, cue->source_count, arg))
    return false;
  // "[The talks] seem to have failed"
  if (arg->slot == BEDE_SLOT_SUBJ)
    return slot->slot == BEDE_SLOT_XCOMP && cue->source_count > 0 &&
           !bede_attrib_subject_speaks(a, cue);
  if (arg->word > c->cue &&
      fills_any(a, cue->addressee_begin, cue->addressee_count, arg))
    return slot->slot == BEDE_SLOT_XCOMP || is_infinitive(a, c->content_head) ||
           (cue->stance == BEDE_STANCE_ALLEGES && arg->slot == BEDE_SLOT_OBJ);
  if (arg->slot != BEDE_SLOT_OBJ) return false;
  if (slot->slot == BEDE_SLOT_XCOMP) return true;
  return slot->slot == BEDE_SLOT_PREP && slot->prep &&
         slot->prep == bede_lexicon_symbol(a->lex, bede_str_from("as"));
}

// With the preposition between the two: "accused [them of treason]", but
// "called on [them to leave]".
static void take_object(bede_attrib *a, bede_case *c, const bede_arg *arg)
{
  bede_ranges *r = &c->content;
  uint32_t prep = arg->slot == BEDE_SLOT_PREP ? arg->prep : BEDE_NONE;
  if (!take_bare(a, c, arg->word, prep) || r->count < 2) return;
  uint32_t gap = r->items[0].end;
  if (gap + 1 == r->items[1].begin &&
      (bede_attrib_at(a, gap)->upos == BEDE_UPOS_ADP ||
       bede_attrib_at(a, gap)->upos == BEDE_UPOS_SCONJ))
    bede_ranges_add(r, gap, gap + 1);
}

// The first slot that is filled; an object goes with what is said of it:
// "described [the raid as cowardly]", "urged [them to leave]".
static bool listed_content(bede_attrib *a, bede_case *c, const bede_arg *args,
                           size_t count)
{
  const bede_lex_cue *cue = c->entry;
  const bede_lex_slot *slots = bede_lexicon_slots(a->lex, cue->content_begin);
  for (uint32_t i = 0; i < cue->content_count; i++) {
    if (!slot_content(a, c, &slots[i], args, count)) continue;
    if (slots[i].slot == BEDE_SLOT_PREP) take_infinitive(a, c);
    if (!is_phrasal(&slots[i]) && !is_infinitive(a, c->content_head))
      return true;
    for (size_t k = 0; k < count; k++)
      if (adds_object(a, c, &slots[i], &args[k])) take_object(a, c, &args[k]);
    for (uint32_t k = i + 1; k < cue->content_count; k++)
      if (is_phrasal(&slots[k]))
        (void)slot_content(a, c, &slots[k], args, count);
    return true;
  }
  return false;
}

// "The raid, he said, was over": the clause that the cue is put into.
static bool host_content(bede_attrib *a, bede_case *c)
{
  const bede_word *w = bede_attrib_at(a, c->cue);
  if (w->head == BEDE_NONE) return false;
  uint32_t mark = bede_child_by(a->doc, c->cue, BEDE_REL_MARK);
  if (mark == BEDE_NONE) mark = bede_child_by(a->doc, c->cue, BEDE_REL_ADVMOD);
  bool as = mark != BEDE_NONE && bede_attrib_form(a->doc, mark, "as");
  if (w->deprel == BEDE_REL_PARATAXIS || w->deprel == BEDE_REL_DISCOURSE ||
      (w->deprel == BEDE_REL_ADVCL && as))
    return (bede_attrib_clause(a->doc, w->head) || w->head < c->cue) &&
           take(a, c, w->head, c->cue);
  return false;
}

// "told the crowd they would win": the clause that the parser hangs on whom it
// is told.
static bool told_content(bede_attrib *a, bede_case *c, const bede_arg *args,
                         size_t count)
{
  const bede_lex_cue *cue = c->entry;
  for (size_t i = 0; i < count; i++) {
    if (args[i].word < c->cue || args[i].via != BEDE_VIA_DIRECT ||
        !fills_any(a, cue->addressee_begin, cue->addressee_count, &args[i]))
      continue;
    for (uint32_t w = bede_attrib_at(a, args[i].word)->first_child;
         w != BEDE_NONE; w = bede_attrib_at(a, w)->next_sibling) {
      uint8_t rel = bede_attrib_at(a, w)->deprel;
      if (rel != BEDE_REL_ACL_RELCL && rel != BEDE_REL_ACL) continue;
      uint32_t subject = bede_child_by(a->doc, w, BEDE_REL_NSUBJ);
      if (subject == BEDE_NONE || bede_attrib_in(a->doc, subject, "who which"))
        continue;
      if (bede_attrib_at(a, subject)->xpos == BEDE_XPOS_WDT) continue;
      return take(a, c, w, BEDE_NONE);
    }
  }
  return false;
}

static bool verb_content(bede_attrib *a, bede_case *c, const bede_arg *args,
                         size_t count)
{
  bool speech = bede_attrib_takes(a, c->entry, BEDE_SLOT_PARATAXIS);
  bool clause = bede_attrib_takes(a, c->entry, BEDE_SLOT_CCOMP);
  // "a proposed law", "the suspected attacker" tell of no saying.
  if (bede_attrib_at(a, c->cue)->deprel == BEDE_REL_AMOD) return false;
  if (speech && (bede_frame_between(a, c) || bede_frame_final(a, c)))
    return true;
  if (listed_content(a, c, args, count)) {
    if (c->content_head != BEDE_NONE) bede_content_edges(a, c);
    return true;
  }
  if (speech && host_content(a, c)) return true;
  if (clause && (told_content(a, c, args, count) || bede_frame_that(a, c)))
    return true;
  return clause && speech && bede_frame_rest(a, c);
}

// --- nouns ---

// "the case [that they are fit]" has no gap for a relative pronoun, whatever
// the parser calls the clause.
static bool has_no_gap(const bede_attrib *a, uint32_t clause)
{
  bool subject = false, filled = false;
  for (uint32_t w = bede_attrib_at(a, clause)->first_child; w != BEDE_NONE;
       w = bede_attrib_at(a, w)->next_sibling) {
    uint8_t rel = bede_attrib_at(a, w)->deprel;
    subject |= rel == BEDE_REL_NSUBJ || rel == BEDE_REL_NSUBJ_PASS;
    filled |= rel == BEDE_REL_COP || rel == BEDE_REL_NSUBJ_PASS ||
              rel == BEDE_REL_CCOMP || rel == BEDE_REL_XCOMP ||
              (rel == BEDE_REL_OBJ && !bede_attrib_form(a->doc, w, "that"));
  }
  return subject && filled;
}

// "the claim that they fled" has the clause as its content, "the claim that he
// made" a relative clause, and "a report saying" another cue.
static bool clause_counts(const bede_attrib *a, const bede_case *c,
                          uint32_t clause)
{
  const bede_doc *doc = a->doc;
  uint8_t rel = bede_attrib_at(a, clause)->deprel;
  uint32_t mark = bede_child_by(doc, clause, BEDE_REL_MARK);
  if (clause < c->cue || mark == BEDE_NONE) return false;
  if (bede_attrib_form(doc, mark, "that"))
    return rel != BEDE_REL_ACL_RELCL ||
           bede_attrib_at(a, mark)->upos == BEDE_UPOS_SCONJ ||
           has_no_gap(a, clause);
  if (!bede_attrib_form(doc, mark, "to"))
    return bede_attrib_in(doc, mark, "whether if how why");
  // "a promise to leave", "a refusal to leave", but not "an interview to
  // discuss the vote"
  switch ((bede_stance)c->entry->stance) {
  case BEDE_STANCE_ALLEGES:
  case BEDE_STANCE_DENIES:
  case BEDE_STANCE_DEMANDS:
  case BEDE_STANCE_PROMISES:
  case BEDE_STANCE_THREATENS:
  case BEDE_STANCE_HOPES:
  case BEDE_STANCE_ASKS:
    return true;
  default:
    return false;
  }
}

// "the claim that he made": a verb that wants a noun like the cue's and has
// none.
static bool makes_noun(const bede_attrib *a, uint32_t clause)
{
  const bede_word *w = bede_attrib_at(a, clause);
  uint32_t count = 0;
  bede_grammar g;
  if (w->upos != BEDE_UPOS_VERB || w->lemma_id == 0) return false;
  bede_grammar_of(a->doc, clause, &g);
  if (g.passive || bede_child_by(a->doc, clause, BEDE_REL_OBJ) != BEDE_NONE)
    return false;
  const bede_lex_support *s =
      bede_lexicon_supports(a->lex, w->lemma_id, &count);
  for (uint32_t i = 0; i < count; i++)
    if (s[i].particle == 0) return true;
  return false;
}

// "warnings from doctors that it would kill them": a clause that lacks nothing
// tells what is said, and not which doctors.
static bool clause_of_giver(bede_attrib *a, bede_case *c, uint32_t giver)
{
  uint32_t prep = bede_child_by(a->doc, giver, BEDE_REL_CASE);
  uint32_t clause = bede_child_by(a->doc, giver, BEDE_REL_ACL_RELCL);
  if (prep == BEDE_NONE || clause == BEDE_NONE ||
      !bede_attrib_in(a->doc, prep, "from by among") || !has_no_gap(a, clause))
    return false;
  uint32_t that = first_word(a, clause);
  if (!bede_attrib_form(a->doc, that, "that") ||
      bede_attrib_at(a, that)->deprel == BEDE_REL_NSUBJ)
    return false;
  if (!take(a, c, clause, BEDE_NONE)) return false;
  // the giver's phrase ends before "that"
  c->content.items[0].begin = that;
  return true;
}

// The complement clause of a noun, which parsers like to take for a relative
// one.
static bool noun_clause(bede_attrib *a, bede_case *c)
{
  for (uint32_t w = bede_attrib_at(a, c->cue)->first_child; w != BEDE_NONE;
       w = bede_attrib_at(a, w)->next_sibling) {
    uint8_t rel = bede_attrib_at(a, w)->deprel;
    if (rel == BEDE_REL_NMOD && clause_of_giver(a, c, w)) return true;
    if (rel != BEDE_REL_ACL && rel != BEDE_REL_ACL_RELCL &&
        rel != BEDE_REL_CCOMP)
      continue;
    if (clause_counts(a, c, w) && !makes_noun(a, w))
      return take(a, c, w, BEDE_NONE);
  }
  return false;
}

static bool noun_content(bede_attrib *a, bede_case *c, const bede_arg *args,
                         size_t count)
{
  const bede_lex_cue *cue = c->entry;
  const bede_lex_slot *slots = bede_lexicon_slots(a->lex, cue->content_begin);
  bool clause = bede_attrib_takes(a, cue, BEDE_SLOT_ACL) ||
                bede_attrib_takes(a, cue, BEDE_SLOT_CCOMP);
  if (clause && (noun_clause(a, c) || bede_frame_noun(a, c))) return true;
  for (uint32_t i = 0; i < cue->content_count; i++)
    for (size_t k = 0; k < count; k++) {
      if (slots[i].slot != BEDE_SLOT_PREP ||
          !bede_attrib_fills(a, &slots[i], &args[k]))
        continue;
      if (args[k].via != BEDE_VIA_DIRECT || args[k].word == c->cue ||
          bede_attrib_date(a->doc, args[k].word))
        continue;
      if (take_bare(a, c, args[k].word, args[k].prep)) return true;
    }
  return false;
}

// --- adverbs, adjectives, prepositions ---

// "reportedly killed four" hedges the clause, "killed reportedly four" the
// number. Of a phrase ("by all accounts") the word that leads out of it counts.
static bool adverb_content(bede_attrib *a, bede_case *c)
{
  bool in[BEDE_MAX_SENTENCE_WORDS];
  const bede_sentence *s = &a->doc->sentences.items[c->sentence];
  uint32_t part = c->cue;
  for (uint32_t i = c->cue_words.begin; i < c->cue_words.end; i++) {
    uint32_t head = bede_attrib_at(a, i)->head;
    if (head < c->cue_words.begin || head >= c->cue_words.end) part = i;
  }
  uint32_t top = bede_attrib_at(a, part)->head;
  if (top == BEDE_NONE) return false;
  bede_attrib_mark(a->doc, c->sentence, top, part, in);
  for (uint32_t i = c->cue_words.begin; i < c->cue_words.end; i++)
    in[i - s->word_begin] = false;
  bede_ranges_from(a->doc, c->sentence, in, &c->content);
  strip_lead(a, &c->content);
  c->content_head = top;
  return c->content.count > 0;
}

static bool adjective_content(bede_attrib *a, bede_case *c,
                              const bede_arg *args, size_t count)
{
  const bede_word *w = bede_attrib_at(a, c->cue);
  // "an alleged plot"; but "a certain plot" is nobody's conviction.
  if (w->deprel == BEDE_REL_AMOD && w->head != BEDE_NONE)
    return (c->entry->flags & BEDE_CUE_HEDGE) &&
           !bede_attrib_subject_speaks(a, c->entry) &&
           take(a, c, w->head, c->cue);
  if (listed_content(a, c, args, count)) return true;
  static const bede_deprel clauses[] = {BEDE_REL_CCOMP, BEDE_REL_XCOMP,
                                        BEDE_REL_CSUBJ, BEDE_REL_ADVCL};
  for (size_t i = 0; i < sizeof clauses / sizeof clauses[0]; i++) {
    uint32_t clause = bede_child_by(a->doc, c->cue, clauses[i]);
    if (clause != BEDE_NONE &&
        bede_child_by(a->doc, c->cue, BEDE_REL_COP) != BEDE_NONE)
      return take(a, c, clause, BEDE_NONE);
  }
  return false;
}

// The clause of `top` without the phrase of `part` and without the cue.
static bool take_around(bede_attrib *a, bede_case *c, uint32_t top,
                        uint32_t part)
{
  bool in[BEDE_MAX_SENTENCE_WORDS];
  const bede_sentence *s = &a->doc->sentences.items[c->sentence];
  bool leads = c->cue_words.begin <= s->word_begin + 1 ||
               bede_attrib_at(a, part)->left == s->word_begin;
  top = bede_attrib_clause_of(a, top);
  while (leads && bede_attrib_at(a, top)->head != BEDE_NONE)
    top = bede_attrib_at(a, top)->head;
  bede_attrib_mark(a->doc, c->sentence, top, part, in);
  unmark(a, c, part, in);
  for (uint32_t i = c->cue_words.begin; i < c->cue_words.end; i++)
    in[i - s->word_begin] = false;
  bede_ranges_from(a->doc, c->sentence, in, &c->content);
  strip_lead(a, &c->content);
  c->content_head = top;
  return c->content.count > 0;
}

bool bede_content_held(bede_attrib *a, bede_case *c)
{
  uint32_t top = bede_attrib_at(a, c->cue)->head;
  return top != BEDE_NONE && take_around(a, c, top, c->cue);
}

// "according to X": X is found by the order of words, for taggers differ on
// what "according" is; the content is the clause around.
static bool preposition_content(bede_attrib *a, bede_case *c)
{
  const bede_sentence *s = &a->doc->sentences.items[c->sentence];
  uint32_t after = c->cue_words.end;
  if (after >= s->word_end) return false;
  if (bede_frame_according(a, c)) return true;
  c->content.count = 0;
  uint32_t source = bede_attrib_phrase_head(a, after, s->word_end);
  uint32_t named = bede_frame_named(a, c, source);
  if (named != BEDE_NONE) source = named;
  if (!bede_attrib_nominal(a, source) &&
      bede_attrib_at(a, source)->upos != BEDE_UPOS_ADJ)
    return false;
  c->sources[0] = source;
  c->source_count = 1;
  uint32_t top = bede_attrib_at(a, source)->head;
  uint32_t part = source;
  if (top != BEDE_NONE && top >= c->cue_words.begin && top < c->cue_words.end) {
    part = top;
    top = bede_attrib_at(a, top)->head;
  }
  return top != BEDE_NONE && take_around(a, c, top, part);
}

static bool content_by_pos(bede_attrib *a, bede_case *c, const bede_arg *args,
                           size_t count)
{
  switch (c->entry->pos) {
  case 'v':
    return verb_content(a, c, args, count);
  case 'n':
    return noun_content(a, c, args, count);
  case 'a':
    return adjective_content(a, c, args, count);
  case 'p':
    return preposition_content(a, c);
  default:
    return adverb_content(a, c);
  }
}

// What somebody says inside a quotation stays inside it.
static void stay_inside(const bede_attrib *a, bede_case *c)
{
  bede_ranges r = {0};
  uint32_t quote = a->quote_of[c->cue];
  if (quote == BEDE_NONE) return;
  const bede_quote *q = &a->quotes.items[quote];
  for (uint32_t i = 0; i < c->content.count; i++) {
    bede_range x = c->content.items[i];
    if (x.begin < q->begin) x.begin = q->begin;
    if (x.end > q->end) x.end = q->end;
    if (x.begin < x.end) bede_ranges_add(&r, x.begin, x.end);
  }
  c->content = r;
}

// "vowed to fight on, arguing that ...", "declined to speak, citing ...": what
// follows is said or done beside, and not what was vowed.
static void drop_participle(const bede_attrib *a, bede_case *c)
{
  if (c->entry->pos != 'v' || c->content.count == 0 ||
      c->content_head < c->cue || !is_infinitive(a, c->content_head))
    return;
  for (uint32_t w = bede_attrib_at(a, c->content_head)->first_child;
       w != BEDE_NONE; w = bede_attrib_at(a, w)->next_sibling) {
    bede_range *last = &c->content.items[c->content.count - 1];
    if (w < c->content_head || bede_attrib_at(a, w)->deprel != BEDE_REL_ADVCL ||
        bede_attrib_at(a, w)->xpos != BEDE_XPOS_VBG || !is_loose_clause(a, w))
      continue;
    uint32_t cut = first_word(a, w);
    if (cut <= last->begin || cut >= last->end) continue;
    *last = bede_range_trim(a->doc, (bede_range){last->begin, cut});
    return;
  }
}

bool bede_content_of(bede_attrib *a, bede_case *c, const bede_arg *args,
                     size_t count)
{
  if (!content_by_pos(a, c, args, count)) return false;
  drop_participle(a, c);
  stay_inside(a, c);
  if (c->content.count == 0) c->content_head = BEDE_NONE;
  return c->content.count > 0;
}
