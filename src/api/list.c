// Helpers of the lists over many reports.
#include "api/list.h"

#include "base/error.h"
#include "base/str.h"
#include "base/utf8.h"

bede_status bede_list_keep_files(bede_list_files *files, bede_arena *arena,
                                 const bede_lexicon *lex)
{
  uint32_t n = bede_lexicon_file_count(lex);
  if (files->count) return BEDE_OK;
  if (!BEDE_LIST_RESERVE(files, arena, n)) return BEDE_ENOMEM;
  for (uint32_t i = 0; i < n; i++)
    files->items[i] =
        bede_arena_copy(arena, bede_lexicon_file(lex, (uint16_t)i));
  files->count = n;
  return BEDE_OK;
}

void bede_list_put_ref(const bede_list_files *files, bede_ref ref,
                       bede_buf *out)
{
  if (!ref.line || ref.file >= files->count) return;
  bede_buf_append_str(out, files->items[ref.file]);
  bede_buf_printf(out, ":%u", ref.line);
}

bede_str bede_list_cut(bede_str text)
{
  if (text.len <= BEDE_LIST_EXAMPLE) return text;
  text.len = BEDE_LIST_EXAMPLE;
  while (text.len && ((unsigned char)text.ptr[text.len] & 0xC0u) == 0x80)
    text.len--;
  return text;
}

bede_str bede_list_example(const bede_doc *doc, uint32_t sentence)
{
  return bede_list_cut(bede_doc_str(doc, doc->sentences.items[sentence].span));
}

static bool is_blank(char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

void bede_list_fold(bede_buf *out, bede_str name)
{
  bool first = true;
  for (size_t i = 0, begin; i < name.len;) {
    while (i < name.len && is_blank(name.ptr[i]))
      i++;
    begin = i;
    while (i < name.len && !is_blank(name.ptr[i]))
      i++;
    if (begin == i) break;
    if (!first) bede_buf_append_char(out, ' ');
    bede_utf8_fold(out, bede_str_sub(name, begin, i));
    first = false;
  }
}
