// The first half of the stage: cues, quotations and markers become
// attributions with their spans.
#include "attrib/attrib.h"

#include <stdlib.h>

#include "attrib/work.h"
#include "base/error.h"
#include "base/limits.h"
#include "base/str.h"

static bede_status narrator_add(bede_doc *doc)
{
  bede_attribution *n =
      BEDE_LIST_PUSH(&doc->attributions, doc->arena, BEDE_MAX_ATTRIBUTIONS);
  if (!n) return BEDE_ENOMEM;
  n->kind = BEDE_BY_NARRATOR;
  n->source_head = n->cue_head = n->content_head = BEDE_NONE;
  n->under = BEDE_NONE;
  n->speaker = n->affiliation = n->outlet = n->held_by = n->via = BEDE_NONE;
  if (doc->byline.end <= doc->byline.begin) return BEDE_OK;
  bede_span *span = BEDE_LIST_PUSH(&n->source, doc->arena, 1);
  if (!span) return BEDE_ENOMEM;
  *span = doc->byline;
  return BEDE_OK;
}

// --- from cases to attributions ---

// Inside his own words a speaker who says "I think" or "we know" speaks as he
// does all along; and "you know" is nobody's word.
static bool adds_nobody(const bede_attrib *a, const bede_case *c)
{
  if (c->source_count != 1) return false;
  uint32_t source = c->sources[0];
  if (bede_attrib_in(a->doc, source, "you nobody no-one noone none"))
    return true;
  if (a->quote_of[c->cue] == BEDE_NONE) return false;
  if (c->entry && (c->entry->flags & BEDE_CUE_HEDGE)) return false;
  return bede_attrib_form(a->doc, source, "i") ||
         bede_attrib_form(a->doc, source, "we");
}

// Nobody says himself: content that holds its own speaker is a clause that was
// read the wrong way round ("the government, which had ..., said nothing").
static bool holds_source(const bede_case *c)
{
  for (uint32_t i = 0; i < c->content.count; i++) {
    for (uint32_t k = 0; k < c->source_count; k++) {
      if (c->content.items[i].begin <= c->sources[k] &&
          c->sources[k] < c->content.items[i].end)
        return true;
    }
  }
  return false;
}

// "seems to deny": the report's own reading of what was said.
static bool is_raised(const bede_attrib *a, const bede_case *c)
{
  const bede_word *w = bede_attrib_at(a, c->cue);
  if (w->deprel != BEDE_REL_XCOMP || c->source_count == 0) return false;
  for (uint32_t i = a->first_case[c->sentence];
       i < a->first_case[c->sentence + 1]; i++) {
    const bede_case *over = &a->cases.items[i];
    if (over->cue != w->head || over->dead || !over->entry) continue;
    return over->source_count == 0 && (over->entry->flags & BEDE_CUE_HEDGE) &&
           !bede_attrib_passive(a, over->cue);
  }
  return false;
}

// "wants to say", "is expected to announce", "a plan to show": nobody has said
// it yet. "Refused to say" and "went on to say" did, or did not.
static bool is_infinitive(const bede_attrib *a, const bede_case *c)
{
  uint32_t begin = c->cue_words.begin;
  return c->entry && c->entry->pos == 'v' && begin > 0 && !is_raised(a, c) &&
         bede_attrib_at(a, c->cue)->xpos == BEDE_XPOS_VB &&
         bede_attrib_at(a, begin - 1)->xpos == BEDE_XPOS_TO &&
         bede_draw_cue(a, c).begin + 1 == begin &&
         !(begin > 1 && bede_attrib_in(a->doc, begin - 2, "on ahead"));
}

// A verb without anybody to say it is a cue only where grammar hides him ("is
// said to", "it is feared"); a noun only with a clause of its own.
static bool stays(const bede_attrib *a, const bede_case *c)
{
  if (c->dead || c->content.count == 0 || adds_nobody(a, c) || holds_source(c))
    return false;
  if (is_infinitive(a, c)) return false;
  if (c->source_count > 0 || !c->entry) return true;
  if (c->entry->pos == 'n')
    return c->content_head != BEDE_NONE &&
           bede_attrib_clause(a->doc, c->content_head);
  if (c->entry->pos != 'v') return true;
  // "a text posted on a site that ...": how it came out, nobody's saying
  const bede_word *w = bede_attrib_at(a, c->cue);
  if (w->deprel == BEDE_REL_ACL && w->xpos == BEDE_XPOS_VBN &&
      c->stance == BEDE_STANCE_SAYS)
    return false;
  bool passive = c->entry->flags & BEDE_CUE_PASSIVE;
  if (!passive && !bede_attrib_subject_speaks(a, c->entry)) return true;
  if (!bede_attrib_passive(a, c->cue)) return false;
  return passive || (c->content_head != BEDE_NONE &&
                     bede_attrib_clause(a->doc, c->content_head));
}

static bool is_editorial(const bede_attrib *a, uint32_t word)
{
  return bede_attrib_in(a->doc, word, "[ ] ... \xe2\x80\xa6") ||
         bede_word_form(a->doc, word).ptr[0] == '[';
}

static void quoting(const bede_attrib *a, const bede_case *c,
                    bede_attribution *out)
{
  uint32_t inside = 0, outside = 0;
  bool edited = false;
  for (uint32_t i = 0; i < c->content.count; i++) {
    bede_range r = c->content.items[i];
    for (uint32_t w = r.begin; w < r.end; w++) {
      edited |= is_editorial(a, w);
      if (bede_attrib_punct(a->doc, w)) continue;
      if (a->quote_of[w] != BEDE_NONE) {
        inside++;
      } else {
        outside++;
      }
    }
  }
  out->quoted = inside == 0    ? BEDE_QUOTED_INDIRECT
                : outside == 0 ? BEDE_QUOTED_DIRECT
                               : BEDE_QUOTED_MIXED;
  out->verbatim = out->quoted == BEDE_QUOTED_DIRECT && !edited;
}

static bede_status spans_add(const bede_attrib *a, const bede_ranges *r,
                             bede_spans *out)
{
  bede_doc *doc = a->doc;
  for (uint32_t i = 0; i < r->count; i++) {
    bede_range words = bede_range_trim(doc, r->items[i]);
    if (words.begin >= words.end) continue;
    words = bede_draw_content(a, words);
    bede_span *span = BEDE_LIST_PUSH(out, doc->arena, BEDE_MAX_RANGES);
    if (!span) return BEDE_ENOMEM;
    *span = bede_attrib_span(doc, words.begin, words.end);
  }
  return BEDE_OK;
}

static bede_source_kind kind_of(const bede_attrib *a, uint32_t source)
{
  if (source == BEDE_NONE) return BEDE_BY_IMPERSONAL;
  const bede_word *w = bede_attrib_at(a, source);
  if (a->class_document &&
      bede_lexicon_in_class(a->lex, w->lemma_id, a->class_document))
    return BEDE_BY_DOCUMENT;
  if (w->xpos == BEDE_XPOS_NNS || w->xpos == BEDE_XPOS_NNPS)
    return BEDE_BY_UNNAMED_GROUP;
  return BEDE_BY_UNNAMED_PERSON;
}

// "Praised the raid" speaks of a raid that the report tells, and so do "plans
// to raid" and "a plan to raid"; "complained that the raid went on" says so.
static bool is_topic(const bede_attrib *a, const bede_case *c)
{
  if (!c->entry || !(c->entry->flags & BEDE_CUE_TOPIC) ||
      c->content_head == BEDE_NONE)
    return false;
  uint32_t mark = bede_child_by(a->doc, c->content_head, BEDE_REL_MARK);
  if (mark != BEDE_NONE && bede_attrib_form(a->doc, mark, "that")) return false;
  switch ((bede_deprel)bede_attrib_at(a, c->content_head)->deprel) {
  case BEDE_REL_ROOT:
  case BEDE_REL_CCOMP:
  case BEDE_REL_PARATAXIS:
    return false;
  default:
    return true;
  }
}

static bede_status emit(bede_attrib *a, const bede_case *c, uint32_t source)
{
  bede_doc *doc = a->doc;
  bede_attribution *out =
      BEDE_LIST_PUSH(&doc->attributions, doc->arena, BEDE_MAX_ATTRIBUTIONS);
  if (!out)
    return doc->attributions.count == BEDE_MAX_ATTRIBUTIONS ? BEDE_OK
                                                            : BEDE_ENOMEM;
  bede_range cue = bede_draw_cue(a, c);
  out->kind = kind_of(a, source);
  out->source_head = source;
  out->cue_head = c->cue;
  out->content_head = c->content_head;
  out->speaker = out->affiliation = out->outlet = out->held_by = BEDE_NONE;
  out->via = BEDE_NONE;
  out->under = c->under;
  out->stance = c->stance;
  out->hedged = c->hedged;
  out->topic = is_topic(a, c);
  if (c->entry) out->ref = c->entry->ref;
  quoting(a, c, out);
  if (source != BEDE_NONE)
    BEDE_TRY(bede_source_spans(a, c, source, &out->source));
  bede_span *span = BEDE_LIST_PUSH(&out->cue, doc->arena, 1);
  if (!span) return BEDE_ENOMEM;
  *span = bede_attrib_span(doc, cue.begin, cue.end);
  BEDE_TRY(spans_add(a, &c->content, &out->content));
  if (source != BEDE_NONE) out->anonymity_reason = bede_anonymity_reason(a, c);
  return BEDE_OK;
}

typedef struct order {
  uint32_t at, index;
} order;

static int by_place(const void *x, const void *y)
{
  const order *a = x, *b = y;
  if (a->at != b->at) return a->at < b->at ? -1 : 1;
  return a->index < b->index ? -1 : a->index > b->index;
}

// The first word of a case's content, its marks included, or of its cue.
static uint32_t first_word(const bede_attrib *a, const bede_case *c)
{
  uint32_t at = c->cue_words.begin;
  bede_range r = bede_range_trim(a->doc, c->content.items[0]);
  if (r.begin < r.end) r = bede_draw_content(a, r);
  return r.begin < at ? r.begin : at;
}

// In the order of their first words.
static bede_status emit_all(bede_attrib *a)
{
  uint32_t n = 0;
  order *list =
      bede_arena_array(a->doc->arena, (size_t)a->cases.count + 1, sizeof *list);
  if (!list) return BEDE_ENOMEM;
  bede_relays_follow(a);
  for (uint32_t i = 0; i < a->cases.count; i++) {
    const bede_case *c = &a->cases.items[i];
    if (!stays(a, c)) continue;
    list[n].at = first_word(a, c);
    list[n++].index = i;
  }
  qsort(list, n, sizeof *list, by_place);
  for (uint32_t i = 0; i < n; i++) {
    const bede_case *c = &a->cases.items[list[i].index];
    if (c->source_count == 0) BEDE_TRY(emit(a, c, BEDE_NONE));
    for (uint32_t k = 0; k < c->source_count; k++)
      BEDE_TRY(emit(a, c, c->sources[k]));
  }
  return BEDE_OK;
}

bede_status bede_attrib_find(bede_doc *doc, const bede_lexicon *lex,
                             bede_error *err)
{
  bede_attrib a = {0};
  a.doc = doc;
  a.lex = lex;
  a.class_document = bede_lexicon_class(lex, bede_str_from("document"));
  a.class_report = bede_lexicon_class(lex, bede_str_from("source_adjective"));
  bede_status status = narrator_add(doc);
  if (!status) status = bede_quotes_find(&a);
  if (!status) status = bede_turns_find(&a);
  if (!status) status = bede_cases_find(&a);
  if (!status) status = bede_quotes_assign(&a);
  if (!status) status = bede_headlines_find(&a);
  if (!status) status = bede_labels_find(&a);
  if (!status) status = emit_all(&a);
  if (!status) status = bede_cites_find(doc);
  if (status)
    return bede_error_set(err, status, BEDE_NO_OFFSET,
                          "attributions: out of memory");
  return BEDE_OK;
}
