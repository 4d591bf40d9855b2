// Expressions of time for the tests of the calendar: the knowledge in the
// program, days and results as text.
#ifndef WHEN_H
#define WHEN_H

#include "base/limits.h"
#include "lexicon/lexicon.h"
#include "setting/calendar.h"
#include "unit.h"

static bede_lexicon *lex;
static bede_arena arena;

static inline int when_open(void **state BEDE_UNUSED)
{
  bede_str embedded = {NULL, 0};
  bede_arena_init(&arena);
  return bede_lexicon_open(embedded, &lex, NULL) ? -1 : 0;
}

static inline int when_close(void **state BEDE_UNUSED)
{
  bede_lexicon_free(lex);
  bede_arena_release(&arena);
  return 0;
}

// The day of YYYY-MM-DD; no date for "".
static inline bede_date date(const char *s)
{
  bede_date d = {0, 0, 0};
  if (*s && !bede_date_parse(bede_str_from(s), &d)) fail_msg("no date %s", s);
  return d;
}

static inline void assert_date(bede_date d, const char *expected)
{
  bede_buf buf;
  bede_buf_init(&buf, 0);
  bede_date_put(&buf, d);
  assert_str(bede_buf_str(&buf), expected);
  bede_buf_release(&buf);
}

// "VALUE MOD FROM..TO"; without the period where the value is its day or the
// text leaves it open.
static inline void when_print(const bede_timex *t, bede_buf *out)
{
  bede_buf_append_str(out, t->value);
  if (t->mod.ptr) {
    bede_buf_append_char(out, ' ');
    bede_buf_append_str(out, t->mod);
  }
  if (t->from.year && (t->precision != BEDE_PRECISION_DAY ||
                       bede_date_cmp(t->from, t->to) != 0 ||
                       bede_date_cmp(t->from, date(t->value.ptr)) != 0)) {
    bede_buf_append_char(out, ' ');
    bede_date_put(out, t->from);
    bede_buf_append_z(out, "..");
    bede_date_put(out, t->to);
  }
}

// Does the expression say what is expected, as when_print has it?
static inline bool resolves(const bede_when *when, const bede_now *now,
                            const char *expected)
{
  bede_timex t;
  bede_buf got;
  memset(&t, 0, sizeof t);
  bede_buf_init(&got, 0);
  assert_int_equal(bede_when_resolve(when, now, &arena, &t), BEDE_OK);
  assert_int_equal(t.precision, when->unit);
  assert_int_equal(t.type, when->part.len ? BEDE_TIMEX_TIME : BEDE_TIMEX_DATE);
  if (t.from.year) {
    assert_true(bede_date_valid(t.from) && bede_date_valid(t.to));
    assert_true(bede_date_cmp(t.from, t.to) <= 0);
  }
  when_print(&t, &got);
  bool right = bede_str_is(bede_buf_str(&got), expected);
  bede_buf_append_char(&got, '\0');
  if (!right) print_message("due: %s\ngot: %s\n", expected, got.ptr);
  bede_buf_release(&got);
  return right;
}

#define DAY .unit = BEDE_PRECISION_DAY
#define WEEK .unit = BEDE_PRECISION_WEEK
#define WEEKEND WEEK, REPORT, .weekend = true, .by_tense = true
#define MONTH .unit = BEDE_PRECISION_MONTH
#define SEASON .unit = BEDE_PRECISION_SEASON
#define YEAR .unit = BEDE_PRECISION_YEAR
#define DECADE .unit = BEDE_PRECISION_DECADE
#define REPORT .from = BEDE_FROM_REPORT
#define NAMED .from = BEDE_FROM_NAMED

#endif
