// The model inside the program. Built with -Dmodel=external there is none, and
// bede_model_open wants the bytes of a model file.
#include "base/compiler.h"
#include "bede/types.h"

bede_str bede_model_embedded(void);

#if defined(BEDE_MODEL_FILE) && !defined(BEDE_MODEL_EXTERNAL)

#include BEDE_MODEL_HEADER // its hash: for a new model this is compiled anew

extern const unsigned char bede_model_blob[], bede_model_blob_end[];
BEDE_INCBIN(bede_model_blob, BEDE_MODEL_FILE);

bede_str bede_model_embedded(void)
{
  bede_str s = {(const char *)bede_model_blob,
                (size_t)(bede_model_blob_end - bede_model_blob)};
  return s;
}

#else

bede_str bede_model_embedded(void)
{
  bede_str none = {NULL, 0};
  return none;
}

#endif
