// Code points of texts, and the occurrences of an annotation's words.
#include "eval/text.h"

#include <utf8proc.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/utf8.h"

static size_t decode(uint32_t *out, bede_str s)
{
  size_t n = 0;
  for (size_t at = 0; at < s.len;)
    out[n++] = bede_utf8_next(s.ptr, s.len, &at);
  return n;
}

bede_status bede_cps_make(bede_arena *arena, bede_str a, bede_str b,
                          bede_cps *out)
{
  uint32_t *cps = bede_arena_array(arena, a.len + b.len + 1, sizeof *cps);
  if (!cps) return BEDE_ENOMEM;
  size_t n = decode(cps, a);
  n += decode(cps + n, b);
  out->ptr = cps;
  out->len = n;
  return BEDE_OK;
}

static bool is_at(bede_cps text, bede_cps what, size_t at)
{
  for (size_t i = 0; i < what.len; i++) {
    if (text.ptr[at + i] != what.ptr[i]) return false;
  }
  return true;
}

int64_t bede_cps_index(bede_cps text, bede_cps what, size_t from)
{
  for (size_t at = from; at + what.len <= text.len; at++) {
    if (is_at(text, what, at)) return (int64_t)at;
  }
  return -1;
}

static utf8proc_category_t category(uint32_t cp)
{
  return utf8proc_category((utf8proc_int32_t)cp);
}

// Letters and numbers of any script; marks are neither.
static bool is_alnum(uint32_t cp)
{
  switch (category(cp)) {
  case UTF8PROC_CATEGORY_LU:
  case UTF8PROC_CATEGORY_LL:
  case UTF8PROC_CATEGORY_LT:
  case UTF8PROC_CATEGORY_LM:
  case UTF8PROC_CATEGORY_LO:
  case UTF8PROC_CATEGORY_ND:
  case UTF8PROC_CATEGORY_NL:
  case UTF8PROC_CATEGORY_NO:
    return true;
  default:
    return false;
  }
}

static bool is_word(uint32_t cp)
{
  return cp == '_' || is_alnum(cp);
}

// "1,500" is one number: what begins at 500 cuts it.
static bool cuts_before(bede_cps text, size_t at)
{
  if (at >= 1 && is_word(text.ptr[at - 1])) return true;
  return at >= 2 && text.ptr[at - 1] == ',' &&
         category(text.ptr[at - 2]) == UTF8PROC_CATEGORY_ND;
}

static bool stands_free(bede_cps text, bede_cps what, size_t at, size_t hi)
{
  size_t end = at + what.len;
  if (is_alnum(what.ptr[0]) && cuts_before(text, at)) return false;
  bool open = end < hi && is_alnum(what.ptr[what.len - 1]);
  return !open || !is_word(text.ptr[end]);
}

bede_status bede_cps_find(bede_arena *arena, bede_cps text, bede_cps what,
                          bede_range within, bede_ranges *out)
{
  if (!what.len) return BEDE_OK;
  size_t hi = (size_t)within.end;
  for (size_t at = (size_t)within.begin; at + what.len <= hi;) {
    if (!is_at(text, what, at) || !stands_free(text, what, at, hi)) {
      at++;
      continue;
    }
    bede_range *r = BEDE_LIST_PUSH(out, arena, BEDE_MAX_WORDS);
    if (!r) return BEDE_ENOMEM;
    r->begin = (int64_t)at;
    r->end = (int64_t)(at + what.len);
    at += what.len;
  }
  return BEDE_OK;
}

int64_t bede_range_overlap(bede_range a, bede_range b)
{
  int64_t begin = a.begin > b.begin ? a.begin : b.begin;
  int64_t end = a.end < b.end ? a.end : b.end;
  return end > begin ? end - begin : 0;
}

bool bede_range_hits(bede_range gold, bede_range predicted)
{
  // Gold ranges are short; the product cannot wrap, the difference is checked.
  if (bede_range_overlap(gold, predicted) <= 0) return false;
  return predicted.end - predicted.begin <= 3 * (gold.end - gold.begin) + 20;
}
