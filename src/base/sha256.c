// SHA-256 as in FIPS 180-4, sections 4.1.2 and 6.2.
#include "base/sha256.h"

#include <string.h>

static const uint32_t round_constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1,
    0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3,
    0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
    0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147,
    0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
    0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
    0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
    0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
    0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static uint32_t rotate(uint32_t x, unsigned n)
{
  return x >> n | x << (32 - n);
}

static void schedule(uint32_t w[64], const unsigned char *block)
{
  for (int i = 0; i < 16; i++, block += 4) {
    w[i] = (uint32_t)block[0] << 24 | (uint32_t)block[1] << 16 |
           (uint32_t)block[2] << 8 | (uint32_t)block[3];
  }
  for (int i = 16; i < 64; i++) {
    uint32_t x = w[i - 15], y = w[i - 2];
    w[i] = w[i - 16] + (rotate(x, 7) ^ rotate(x, 18) ^ x >> 3) + w[i - 7] +
           (rotate(y, 17) ^ rotate(y, 19) ^ y >> 10);
  }
}

static void compress(uint32_t state[8], const unsigned char *block)
{
  uint32_t w[64];
  uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
  uint32_t e = state[4], f = state[5], g = state[6], h = state[7];
  schedule(w, block);
  for (int i = 0; i < 64; i++) {
    uint32_t t1 = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) +
                  ((e & f) ^ (~e & g)) + round_constants[i] + w[i];
    uint32_t t2 = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) +
                  ((a & b) ^ (a & c) ^ (b & c));
    h = g, g = f, f = e, e = d + t1;
    d = c, c = b, b = a, a = t1 + t2;
  }
  state[0] += a, state[1] += b, state[2] += c, state[3] += d;
  state[4] += e, state[5] += f, state[6] += g, state[7] += h;
}

void bede_sha256_init(bede_sha256 *ctx)
{
  static const uint32_t start[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372,
                                    0xa54ff53a, 0x510e527f, 0x9b05688c,
                                    0x1f83d9ab, 0x5be0cd19};
  memset(ctx, 0, sizeof *ctx);
  memcpy(ctx->state, start, sizeof start);
}

void bede_sha256_update(bede_sha256 *ctx, const void *ptr, size_t len)
{
  const unsigned char *p = ptr;
  size_t held = ctx->count % 64;
  ctx->count += len;
  if (held && len) {
    size_t n = 64 - held < len ? 64 - held : len;
    memcpy(ctx->block + held, p, n);
    if (held + n < 64) return;
    compress(ctx->state, ctx->block);
    p += n, len -= n;
  }
  for (; len >= 64; p += 64, len -= 64)
    compress(ctx->state, p);
  if (len) memcpy(ctx->block, p, len);
}

void bede_sha256_final(bede_sha256 *ctx, unsigned char out[32])
{
  static const unsigned char padding[64] = {0x80};
  unsigned char bits[8];
  for (unsigned i = 0; i < 8; i++) {
    bits[i] = (unsigned char)(ctx->count * 8 >> (56 - 8 * i));
  }
  size_t held = ctx->count % 64;
  bede_sha256_update(ctx, padding, held < 56 ? 56 - held : 120 - held);
  bede_sha256_update(ctx, bits, sizeof bits);
  for (unsigned i = 0; i < 32; i++) {
    out[i] = (unsigned char)(ctx->state[i / 4] >> (24 - 8 * (i % 4)));
  }
}

void bede_sha256_hex(const void *ptr, size_t len, char out[65])
{
  static const char hex[] = "0123456789abcdef";
  bede_sha256 ctx;
  unsigned char digest[32];
  bede_sha256_init(&ctx);
  bede_sha256_update(&ctx, ptr, len);
  bede_sha256_final(&ctx, digest);
  for (unsigned i = 0; i < 32; i++) {
    out[2 * i] = hex[digest[i] >> 4];
    out[2 * i + 1] = hex[digest[i] & 15];
  }
  out[64] = '\0';
}
