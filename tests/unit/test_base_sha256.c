// SHA-256 against the published vectors (FIPS 180-4 examples, NIST CAVP).
#include "unit.h"

#include "base/sha256.h"

static void check(const char *text, size_t len, const char *expected)
{
  char hex[65];
  bede_sha256_hex(text, len, hex);
  assert_string_equal(hex, expected);
}

TEST(published_vectors)
{
  static const char *two_blocks =
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
  check("", 0,
        "e3b0c44298fc1c149afbf4c8996fb924"
        "27ae41e4649b934ca495991b7852b855");
  check("abc", 3,
        "ba7816bf8f01cfea414140de5dae2223"
        "b00361a396177a9cb410ff61f20015ad");
  check(two_blocks, strlen(two_blocks),
        "248d6a61d20638b8e5c026930c3e6039"
        "a33ce45964ff2167f6ecedd419db06c1");
}

TEST(a_million_letters)
{
  char *text = malloc(1000000);
  assert_non_null(text);
  memset(text, 'a', 1000000);
  check(text, 1000000,
        "cdc76e5c9914fb9281a1c7e284d73e67"
        "f1809a48a497200e046d39ccc7112cd0");
  free(text);
}

// Every way to cut a text in two gives the digest of the whole.
TEST(pieces_give_the_digest_of_the_whole)
{
  unsigned char text[200], whole[32], pieces[32];
  bede_sha256 ctx;
  for (unsigned i = 0; i < sizeof text; i++)
    text[i] = (unsigned char)(i * 31);
  for (size_t len = 0; len <= sizeof text; len += 8) {
    bede_sha256_init(&ctx);
    bede_sha256_update(&ctx, text, len);
    bede_sha256_final(&ctx, whole);
    for (size_t cut = 0; cut <= len; cut++) {
      bede_sha256_init(&ctx);
      bede_sha256_update(&ctx, text, cut);
      bede_sha256_update(&ctx, NULL, 0);
      bede_sha256_update(&ctx, text + cut, len - cut);
      bede_sha256_final(&ctx, pieces);
      assert_memory_equal(whole, pieces, 32);
    }
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(published_vectors),
      cmocka_unit_test(a_million_letters),
      cmocka_unit_test(pieces_give_the_digest_of_the_whole),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
