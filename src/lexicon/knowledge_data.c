// The knowledge that the build compiled from knowledge/, embedded. The header
// that the build makes beside it changes with it, so that this is built anew.
#include BEDE_KNOWLEDGE_HEADER

#include "base/compiler.h"
#include "lexicon/blob.h"

extern const unsigned char bede_knowledge_blob[], bede_knowledge_blob_end[];

BEDE_INCBIN(bede_knowledge_blob, BEDE_KNOWLEDGE_FILE);

bede_str bede_knowledge_embedded(void)
{
  bede_str s = {(const char *)bede_knowledge_blob,
                (size_t)(bede_knowledge_blob_end - bede_knowledge_blob)};
  return s;
}
