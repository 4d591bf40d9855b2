// String views, and the 64-bit hash.
#include "base/str.h"

int bede_str_cmp(bede_str a, bede_str b)
{
  size_t n = a.len < b.len ? a.len : b.len;
  int order = n ? memcmp(a.ptr, b.ptr, n) : 0;
  if (order) return order;
  return (a.len > b.len) - (a.len < b.len);
}

bool bede_str_starts(bede_str s, const char *prefix)
{
  size_t n = strlen(prefix);
  return n == 0 || (s.len >= n && memcmp(s.ptr, prefix, n) == 0);
}

bool bede_str_ends(bede_str s, const char *suffix)
{
  size_t n = strlen(suffix);
  return n == 0 || (s.len >= n && memcmp(s.ptr + s.len - n, suffix, n) == 0);
}

static bool is_blank(char c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bede_str bede_str_trim(bede_str s)
{
  while (s.len && is_blank(s.ptr[s.len - 1]))
    s.len--;
  while (s.len && is_blank(s.ptr[0])) {
    s.ptr++;
    s.len--;
  }
  return s;
}

static unsigned ascii_lower(char c)
{
  unsigned u = (unsigned char)c;
  return bede_is_upper(u) ? u | 32u : u;
}

bool bede_str_eq_nocase(bede_str a, bede_str b)
{
  if (a.len != b.len) return false;
  for (size_t i = 0; i < a.len; i++) {
    if (ascii_lower(a.ptr[i]) != ascii_lower(b.ptr[i])) return false;
  }
  return true;
}

bede_str bede_str_cut(bede_str s, char sep, bede_str *head)
{
  bede_str rest = {NULL, 0};
  const char *at = s.len ? memchr(s.ptr, sep, s.len) : NULL;
  *head = s;
  if (!at) return rest;
  head->len = (size_t)(at - s.ptr);
  return bede_str_sub(s, head->len + 1, s.len);
}

bool bede_str_in(bede_str s, const char *set)
{
  if (s.len == 0) return false;
  while (*set) {
    size_t i = 0;
    while (i < s.len && set[i] && set[i] == s.ptr[i])
      i++;
    if (i == s.len && (set[i] == ' ' || !set[i])) return true;
    while (*set && *set != ' ')
      set++;
    while (*set == ' ')
      set++;
  }
  return false;
}

void bede_str_lower(bede_str s, char *out)
{
  for (size_t i = 0; i < s.len; i++)
    out[i] = (char)bede_to_lower((unsigned char)s.ptr[i]);
}

bool bede_str_u32(bede_str s, uint32_t *out)
{
  uint64_t n = 0;
  if (s.len == 0) return false;
  for (size_t i = 0; i < s.len; i++) {
    unsigned c = (unsigned char)s.ptr[i];
    if (!bede_is_digit(c)) return false;
    n = n * 10 + (c - '0');
    if (n > UINT32_MAX) return false;
  }
  *out = (uint32_t)n;
  return true;
}

// The hash is XXH64 (Yann Collet's specification, version 0.1.1).
#define P1 UINT64_C(0x9E3779B185EBCA87)
#define P2 UINT64_C(0xC2B2AE3D27D4EB4F)
#define P3 UINT64_C(0x165667B19E3779F9)
#define P4 UINT64_C(0x85EBCA77C2B2AE63)
#define P5 UINT64_C(0x27D4EB2F165667C5)

static uint64_t rotate(uint64_t x, unsigned n)
{
  return x << n | x >> (64 - n);
}

static uint64_t load32(const unsigned char *p)
{
  return (uint64_t)p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16 |
         (uint64_t)p[3] << 24;
}

static uint64_t load64(const unsigned char *p)
{
  return load32(p) | load32(p + 4) << 32;
}

static uint64_t hash_round(uint64_t acc, uint64_t lane)
{
  return rotate(acc + lane * P2, 31) * P1;
}

static uint64_t hash_merge(uint64_t hash, uint64_t acc)
{
  return (hash ^ hash_round(0, acc)) * P1 + P4;
}

// Eats all whole stripes of 32 bytes; *p is then at the rest.
static uint64_t hash_stripes(const unsigned char **p, size_t len, uint64_t seed)
{
  uint64_t a = seed + P1 + P2, b = seed + P2, c = seed, d = seed - P1;
  const unsigned char *at = *p;
  for (; len >= 32; len -= 32, at += 32) {
    a = hash_round(a, load64(at));
    b = hash_round(b, load64(at + 8));
    c = hash_round(c, load64(at + 16));
    d = hash_round(d, load64(at + 24));
  }
  *p = at;
  uint64_t hash = rotate(a, 1) + rotate(b, 7) + rotate(c, 12) + rotate(d, 18);
  hash = hash_merge(hash_merge(hash, a), b);
  return hash_merge(hash_merge(hash, c), d);
}

uint64_t bede_hash(const void *ptr, size_t len, uint64_t seed)
{
  const unsigned char *p = ptr;
  uint64_t hash = len >= 32 ? hash_stripes(&p, len, seed) : seed + P5;
  size_t rest = len & 31;
  hash += len;
  for (; rest >= 8; rest -= 8, p += 8) {
    hash = rotate(hash ^ hash_round(0, load64(p)), 27) * P1 + P4;
  }
  if (rest >= 4) {
    hash = rotate(hash ^ load32(p) * P1, 23) * P2 + P3;
    rest -= 4, p += 4;
  }
  for (; rest; rest--, p++)
    hash = rotate(hash ^ *p * P5, 11) * P1;
  hash = (hash ^ hash >> 33) * P2;
  hash = (hash ^ hash >> 29) * P3;
  return hash ^ hash >> 32;
}
