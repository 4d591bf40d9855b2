// SHA-256 (FIPS 180-4), for ids and checksums.
#ifndef BASE_SHA256_H
#define BASE_SHA256_H

#include "bede/types.h"

typedef struct bede_sha256 {
  uint32_t state[8];
  uint64_t count;
  unsigned char block[64];
} bede_sha256;

void bede_sha256_init(bede_sha256 *ctx);
void bede_sha256_update(bede_sha256 *ctx, const void *ptr, size_t len);
void bede_sha256_final(bede_sha256 *ctx, unsigned char out[32]);
// 64 lower-case hex digits and a NUL.
void bede_sha256_hex(const void *ptr, size_t len, char out[65]);

#endif
