// String views and the ASCII and Unicode predicates of Bede. No locale.
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <string.h>

#include "bede/types.h"

static inline bede_str bede_str_from(const char *z)
{
  bede_str s = {z, z ? strlen(z) : 0};
  return s;
}

static inline bede_str bede_str_sub(bede_str s, size_t begin, size_t end)
{
  // An absent string has no pointer to add to.
  bede_str r = {begin ? s.ptr + begin : s.ptr, end - begin};
  return r;
}

static inline bool bede_str_eq(bede_str a, bede_str b)
{
  return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

static inline bool bede_str_is(bede_str s, const char *z)
{
  size_t n = strlen(z);
  return s.len == n && (n == 0 || memcmp(s.ptr, z, n) == 0);
}

// Total order by bytes.
int bede_str_cmp(bede_str a, bede_str b);
bool bede_str_starts(bede_str s, const char *prefix);
bool bede_str_ends(bede_str s, const char *suffix);
// Cuts ASCII blanks, tabs, CR, LF at both ends.
bede_str bede_str_trim(bede_str s);
// Equal when ASCII letters are compared without case.
bool bede_str_eq_nocase(bede_str a, bede_str b);
// Splits at the first `sep`: *head gets what is before, the result what is
// after ({NULL, 0} when there is no `sep`).
bede_str bede_str_cut(bede_str s, char sep, bede_str *head);
// Is the text one of the blank-separated words of `set`?
bool bede_str_in(bede_str s, const char *set);
// Decimal digits only; false when empty, other bytes, or over UINT32_MAX.
bool bede_str_u32(bede_str s, uint32_t *out);

static inline bool bede_is_digit(unsigned c)
{
  return c - '0' < 10u;
}
static inline bool bede_is_lower(unsigned c)
{
  return c - 'a' < 26u;
}
static inline bool bede_is_upper(unsigned c)
{
  return c - 'A' < 26u;
}
static inline bool bede_is_alpha(unsigned c)
{
  return (c | 32u) - 'a' < 26u;
}
static inline bool bede_is_alnum(unsigned c)
{
  return bede_is_digit(c) || bede_is_alpha(c);
}

static inline unsigned bede_to_lower(unsigned c)
{
  return bede_is_upper(c) ? c + 32 : c;
}
// ASCII letters in lower case, all other bytes as they are: s.len bytes.
void bede_str_lower(bede_str s, char *out);

// A fast 64-bit hash of bytes (not cryptographic), the same on every machine.
uint64_t bede_hash(const void *ptr, size_t len, uint64_t seed);

#endif
