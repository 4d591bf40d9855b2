// The dead, injured or arrested of a claim as two bounds, for formats that have
// one number: what one speaker tells is added, speakers beside each other make
// a range.
#include "export/toll.h"

#include <string.h>

#include "base/str.h"

static const bede_quantity *quantity_at(const bede_doc *doc,
                                        const bede_claim *claim, uint32_t i)
{
  return &doc->quantities.items[claim->quantities.items[i]];
}

// Who says a number: the innermost speaker of its first chain.
static uint32_t speaker_of(const bede_doc *doc, const bede_quantity *q)
{
  return q->chain_count ? doc->chains.items[q->chain_begin].links[0] : 0;
}

static int64_t sum(int64_t a, int64_t b)
{
  return a > INT64_MAX - b ? INT64_MAX : a + b;
}

static void add(bede_toll *t, const bede_quantity *q, bool first)
{
  t->has_low = q->has_low && (first || t->has_low);
  t->has_high = q->has_high && (first || t->has_high);
  t->has_best = q->has_best && (first || t->has_best);
  t->low = sum(t->low, q->low);
  t->high = sum(t->high, q->high);
  t->best = sum(t->best, q->best);
}

// Takes what another speaker tells into the range.
static void widen(bede_toll *t, const bede_toll *other)
{
  t->low = t->has_low && t->low < other->low ? t->low : other->low;
  t->high = t->has_high && t->high > other->high ? t->high : other->high;
  t->has_low = t->has_low && other->has_low;
  t->has_high = t->has_high && other->has_high;
}

// What a number is to the toll of its kind.
typedef enum share { SHARE_NONE, SHARE_PART, SHARE_TOTAL, SHARE_WHOLE } share;

static share share_of(const bede_quantity *q, bede_quantity_of of)
{
  if (q->of != of || q->increase) return SHARE_NONE;
  if (q->part) return SHARE_PART;
  return q->cumulative ? SHARE_TOTAL : SHARE_WHOLE;
}

// Is a number the same as one before it?
static bool is_equal(const bede_quantity *a, const bede_quantity *b)
{
  return a->of == b->of && a->has_low == b->has_low &&
         a->has_high == b->has_high && a->low == b->low && a->high == b->high;
}

// "Killed 12 people, and all 12 died at once": the number of before, taken up.
static bool is_taken_up(const bede_doc *doc, const bede_claim *claim,
                        uint32_t number)
{
  const bede_quantity *q = quantity_at(doc, claim, number);
  uint32_t i = 0;
  while (i < number && !is_equal(quantity_at(doc, claim, i), q))
    i++;
  return i < number &&
         q->word_begin > doc->sentences.items[q->sentence].word_begin &&
         bede_str_in(doc->words.items[q->word_begin - 1].lemma,
                     "the all these those");
}

// The sum of what a speaker tells.
static bede_toll told_by(const bede_doc *doc, const bede_claim *claim,
                         bede_quantity_of of, share kind, uint32_t speaker)
{
  bede_toll t;
  bool first = true;
  memset(&t, 0, sizeof t);
  for (uint32_t i = 0; i < claim->quantities.count; i++) {
    const bede_quantity *q = quantity_at(doc, claim, i);
    if (share_of(q, of) != kind || speaker_of(doc, q) != speaker ||
        is_taken_up(doc, claim, i)) {
      continue;
    }
    add(&t, q, first);
    first = false;
  }
  return t;
}

// Was the speaker met at an earlier number?
static bool is_told(const bede_doc *doc, const bede_claim *claim,
                    bede_quantity_of of, share kind, uint32_t number)
{
  uint32_t speaker = speaker_of(doc, quantity_at(doc, claim, number));
  for (uint32_t i = 0; i < number; i++) {
    const bede_quantity *q = quantity_at(doc, claim, i);
    if (share_of(q, of) == kind && speaker_of(doc, q) == speaker) return true;
  }
  return false;
}

static void take_part(bede_toll *toll, const bede_quantity *q)
{
  if (!q->has_low || (toll->has_low && toll->low >= q->low)) return;
  toll->has_low = true;
  toll->low = q->low;
}

bool bede_toll_of(const bede_doc *doc, const bede_claim *claim,
                  bede_quantity_of of, bede_toll *toll)
{
  share kind = SHARE_NONE;
  bool first = true;
  memset(toll, 0, sizeof *toll);
  for (uint32_t i = 0; i < claim->quantities.count; i++) {
    share one = share_of(quantity_at(doc, claim, i), of);
    if (one > kind) kind = one;
  }
  for (uint32_t i = 0; kind != SHARE_NONE && i < claim->quantities.count; i++) {
    const bede_quantity *q = quantity_at(doc, claim, i);
    if (share_of(q, of) != kind || is_taken_up(doc, claim, i)) continue;
    if (kind == SHARE_PART) {
      take_part(toll, q);
      continue;
    }
    if (is_told(doc, claim, of, kind, i)) continue;
    bede_toll told = told_by(doc, claim, of, kind, speaker_of(doc, q));
    if (first) *toll = told;
    if (!first) widen(toll, &told);
    first = false;
  }
  return kind != SHARE_NONE;
}
