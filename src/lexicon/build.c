// The compiler's tools: errors with their place, tables of strings, symbols,
// pieces of lines.
#include "lexicon/build.h"

#include <stdarg.h>
#include <stdio.h>

#include "ann/cameo.h"
#include "base/error.h"
#include "base/str.h"
#include "base/utf8.h"
#include "lexicon/words.h"
#include "text/text.h"

#define MESSAGE_BYTES 512

// --- errors -----------------------------------------------------------------

void bede_kb_fail(bede_kb *kb, bede_status status)
{
  kb->stop = true;
  if (kb->status) return;
  kb->status = bede_error_set(kb->err, status, BEDE_NO_OFFSET, "%s",
                              bede_status_text(status));
}

bool bede_kb_room(bede_kb *kb, bede_status status)
{
  if (status) bede_kb_fail(kb, status);
  return status == BEDE_OK;
}

static void send(bede_kb *kb, bede_ref ref, const char *kind, const char *text)
{
  if (!kb->report) return;
  bede_str path = kb->files.items[ref.file].shown;
  bede_buf_clear(&kb->scratch);
  bede_buf_append_str(&kb->scratch, path);
  if (ref.line) bede_buf_printf(&kb->scratch, ":%u", ref.line);
  bede_buf_printf(&kb->scratch, ": %s%s", kind, text);
  if (kb->scratch.status) {
    bede_kb_fail(kb, kb->scratch.status);
    return;
  }
  kb->report(kb->context, kb->scratch.ptr);
}

static void note(bede_kb *kb, bede_ref ref, const char *text)
{
  bede_str path = kb->files.items[ref.file].shown;
  if (!kb->status) {
    kb->status =
        ref.line ? bede_error_set(kb->err, BEDE_EKNOWLEDGE, BEDE_NO_OFFSET,
                                  "%.*s:%u: %s", (int)path.len, path.ptr,
                                  ref.line, text)
                 : bede_error_set(kb->err, BEDE_EKNOWLEDGE, BEDE_NO_OFFSET,
                                  "%.*s: %s", (int)path.len, path.ptr, text);
    if (kb->err) kb->err->line = ref.line;
  }
  send(kb, ref, "", text);
  if (++kb->errors < BEDE_MAX_KNOWLEDGE_ERRORS) return;
  if (!kb->stop) send(kb, ref, "", "too many errors, the rest is not read");
  kb->stop = true;
}

void bede_kb_error(bede_kb *kb, bede_str where, const char *fmt, ...)
{
  char text[MESSAGE_BYTES];
  va_list args;
  va_start(args, fmt);
  int n = vsnprintf(text, sizeof text, fmt, args);
  va_end(args);
  if (where.ptr && n >= 0 && (size_t)n < sizeof text) {
    size_t column = (size_t)(where.ptr - kb->line.ptr) + 1;
    (void)snprintf(text + n, sizeof text - (size_t)n, " (column %zu)", column);
  }
  note(kb, kb->at, text);
}

void bede_kb_error_at(bede_kb *kb, bede_ref ref, const char *fmt, ...)
{
  char text[MESSAGE_BYTES];
  va_list args;
  va_start(args, fmt);
  (void)vsnprintf(text, sizeof text, fmt, args);
  va_end(args);
  note(kb, ref, text);
}

void bede_kb_warn(bede_kb *kb, bede_ref ref, const char *fmt, ...)
{
  char text[MESSAGE_BYTES];
  if (!kb->lint || kb->stop) return;
  va_list args;
  va_start(args, fmt);
  (void)vsnprintf(text, sizeof text, fmt, args);
  va_end(args);
  kb->warnings++;
  send(kb, ref, "warning: ", text);
}

// --- tables -----------------------------------------------------------------

static uint32_t place_of(const bede_kb_table *table, bede_str s)
{
  uint32_t mask = table->place_count - 1;
  uint32_t at = (uint32_t)bede_hash(s.ptr, s.len, 0) & mask;
  for (; table->places[at]; at = (at + 1) & mask) {
    if (bede_str_eq(table->items.items[table->places[at] - 1], s)) break;
  }
  return at;
}

// Doubles the room; at most half of the places are taken.
static bool table_grow(bede_kb *kb, bede_kb_table *table)
{
  uint32_t count = table->place_count ? table->place_count * 2 : 64;
  uint32_t *places = bede_arena_array(&kb->arena, count, sizeof *places);
  if (!places) return bede_kb_room(kb, BEDE_ENOMEM);
  table->places = places;
  table->place_count = count;
  for (uint32_t i = 0; i < table->items.count; i++) {
    places[place_of(table, table->items.items[i])] = i + 1;
  }
  return true;
}

uint32_t bede_kb_find(const bede_kb_table *table, bede_str s)
{
  return table->place_count ? table->places[place_of(table, s)] : 0;
}

uint32_t bede_kb_intern(bede_kb *kb, bede_kb_table *table, bede_str s)
{
  uint32_t found = bede_kb_find(table, s);
  if (found) return found;
  if (table->items.count >= table->place_count / 2 && !table_grow(kb, table)) {
    return 0;
  }
  bede_str *item = BEDE_KB_PUSH(kb, &table->items);
  if (!item) return 0;
  *item = s;
  // The new item is not in a place yet, so that this finds the free one.
  table->places[place_of(table, s)] = table->items.count;
  return table->items.count;
}

bede_str bede_kb_keep(bede_kb *kb, bede_str s)
{
  bede_str copy = bede_arena_copy(&kb->arena, s);
  if (!copy.ptr) bede_kb_fail(kb, BEDE_ENOMEM);
  return copy;
}

// As intern, of a copy when the string is new.
static uint32_t intern_copy(bede_kb *kb, bede_kb_table *table, bede_str s)
{
  uint32_t found = bede_kb_find(table, s);
  if (found) return found;
  bede_str copy = bede_kb_keep(kb, s);
  return copy.ptr ? bede_kb_intern(kb, table, copy) : 0;
}

uint32_t bede_kb_string(bede_kb *kb, bede_str s)
{
  if (s.len == 0) return 0;
  uint32_t n = intern_copy(kb, &kb->strings, s);
  if (!n) return 0;
  if (n <= kb->string_offsets.count) return kb->string_offsets.items[n - 1];
  uint32_t *offset = BEDE_KB_PUSH(kb, &kb->string_offsets);
  if (!offset) return 0;
  if (kb->pool.len == 0) bede_buf_append(&kb->pool, "\0\0", 3);
  *offset = (uint32_t)kb->pool.len;
  bede_buf_append_char(&kb->pool, (char)(s.len & 255));
  bede_buf_append_char(&kb->pool, (char)(s.len >> 8));
  bede_buf_append_str(&kb->pool, s);
  bede_buf_append_char(&kb->pool, '\0');
  if (kb->pool.status) bede_kb_fail(kb, kb->pool.status);
  return *offset;
}

uint32_t bede_kb_symbol(bede_kb *kb, bede_str word)
{
  bede_buf_clear(&kb->scratch);
  bede_utf8_fold(&kb->scratch, word);
  if (kb->scratch.status) bede_kb_fail(kb, kb->scratch.status);
  if (kb->scratch.status || kb->scratch.len == 0) return 0;
  return intern_copy(kb, &kb->symbols, bede_buf_str(&kb->scratch));
}

uint32_t bede_kb_phrase(bede_kb *kb, bede_str phrase,
                        uint32_t out[BEDE_MAX_ALIAS_WORDS])
{
  bede_span spans[BEDE_MAX_ALIAS_WORDS];
  size_t n = bede_text_words(phrase, spans, BEDE_MAX_ALIAS_WORDS);
  if (n == SIZE_MAX) {
    bede_kb_error(kb, phrase, "more than %u words", BEDE_MAX_ALIAS_WORDS);
    return 0;
  }
  uint32_t count = 0;
  for (size_t i = 0; i < n; i++) {
    bede_str word = bede_str_sub(phrase, spans[i].begin, spans[i].end);
    // Hyphens are no part of phrases, see phrases.c.
    if (bede_is_hyphen(word)) continue;
    uint32_t symbol = bede_kb_symbol(kb, word);
    if (symbol) out[count++] = symbol;
  }
  if (count == 0 && !kb->stop) bede_kb_error(kb, phrase, "no word here");
  return count;
}

void bede_kb_expect_word(bede_kb *kb, bede_str s)
{
  bede_span words[BEDE_MAX_ALIAS_WORDS];
  if (!kb->lint) return;
  size_t n = bede_text_words(s, words, BEDE_MAX_ALIAS_WORDS);
  bool one = n % 2 == 1 && n != SIZE_MAX && !memchr(s.ptr, '_', s.len);
  for (size_t i = 1; one && i < n; i += 2) {
    one = bede_is_hyphen(bede_str_sub(s, words[i].begin, words[i].end));
  }
  if (!one) {
    bede_kb_warn(kb, kb->at, "'%.*s' is several words in a text",
                 BEDE_KB_SHOW(s));
  }
}

void bede_kb_enter(bede_kb *kb, bede_kb_entries *entries, const uint32_t *words,
                   uint32_t count, uint32_t rank, uint32_t payload,
                   bool reverse)
{
  uint32_t *copy = bede_arena_array(&kb->arena, count, sizeof *copy);
  bede_kb_entry *entry = copy ? BEDE_KB_PUSH(kb, entries) : NULL;
  if (!entry) {
    bede_kb_fail(kb, BEDE_ENOMEM);
    return;
  }
  for (uint32_t i = 0; i < count; i++) {
    copy[i] = words[reverse ? count - 1 - i : i];
  }
  entry->words = copy;
  entry->count = count;
  entry->rank = rank;
  entry->payload = payload;
}

static void mark(const bede_kb *kb, bede_kb_symbolic *state, bool define)
{
  if (state->first.line == 0) bede_kb_set_ref(kb, &state->first);
  state->defined = state->defined || define;
  state->used = state->used || !define;
}

uint32_t bede_kb_class(bede_kb *kb, bede_str name, bool define)
{
  uint32_t n = intern_copy(kb, &kb->classes, name);
  if (!n) return 0;
  if (n > kb->class_states.count) {
    bede_kb_symbolic *fresh = BEDE_KB_PUSH(kb, &kb->class_states);
    if (!fresh) return 0;
  }
  mark(kb, &kb->class_states.items[n - 1], define);
  return n;
}

uint32_t bede_kb_op(bede_kb *kb, bede_str name, bool define)
{
  uint32_t n = intern_copy(kb, &kb->ops, name);
  if (!n) return 0;
  if (n > UINT16_MAX) {
    bede_kb_error(kb, name, "more than %u operators", UINT16_MAX);
    return 0;
  }
  if (n > kb->op_states.count) {
    bede_kb_symbolic *fresh = BEDE_KB_PUSH(kb, &kb->op_states);
    if (!fresh) return 0;
  }
  mark(kb, &kb->op_states.items[n - 1], define);
  return n;
}

// --- pieces of lines --------------------------------------------------------

bool bede_kb_piece(bede_str *rest, char sep, bede_str *out)
{
  if (!rest->ptr) return false;
  *rest = bede_str_cut(*rest, sep, out);
  *out = bede_str_trim(*out);
  return true;
}

bool bede_kb_word(bede_str *rest, bede_str *out)
{
  bede_str s = bede_str_trim(*rest);
  size_t n = 0;
  while (n < s.len && s.ptr[n] != ' ' && s.ptr[n] != '\t')
    n++;
  *out = bede_str_sub(s, 0, n);
  *rest = bede_str_sub(s, n, s.len);
  return n > 0;
}

bool bede_kb_bracket(bede_kb *kb, bede_str line, bede_str *inside)
{
  if (line.ptr[0] != '[') return false;
  memset(&kb->section, 0, sizeof kb->section);
  kb->section.set = true;
  if (line.ptr[line.len - 1] != ']') {
    bede_kb_error(kb, line, "a section needs its closing bracket");
    kb->section.bad = true;
    line.len++; // so that what is inside is read to its end
  }
  *inside = bede_str_sub(line, 1, line.len - 1);
  return true;
}

void bede_kb_set_ref(const bede_kb *kb, bede_ref *out)
{
  // Member by member: padding stays zero in what goes into the blob.
  out->file = kb->at.file;
  out->line = kb->at.line;
}

bool bede_kb_is_dash(bede_str s)
{
  return s.len == 0 || bede_str_is(s, "-");
}

void bede_kb_sectors(bede_kb *kb, bede_str s, uint8_t out[4], uint8_t *count)
{
  bede_str piece;
  *count = 0;
  if (bede_kb_is_dash(s)) return;
  while (bede_kb_piece(&s, ',', &piece)) {
    bede_sector sector = bede_sector_parse(piece);
    if (sector == BEDE_SECTOR_NONE) {
      bede_kb_error(kb, piece, "unknown sector '%.*s'", BEDE_KB_SHOW(piece));
    } else if (*count == 4) {
      bede_kb_error(kb, piece, "more than 4 sectors");
      return;
    } else {
      out[(*count)++] = (uint8_t)sector;
    }
  }
}

void bede_kb_cameo(bede_kb *kb, bede_str s, char out[6])
{
  memset(out, 0, 6);
  if (bede_kb_is_dash(s)) return;
  char code[6] = {0};
  if (s.len < sizeof code) memcpy(code, s.ptr, s.len);
  if (bede_cameo_find(code)) {
    memcpy(out, code, sizeof code);
  } else {
    bede_kb_error(kb, s, "'%.*s' is no CAMEO code", BEDE_KB_SHOW(s));
  }
}

uint32_t bede_kb_code(bede_kb *kb, bede_str s)
{
  if (bede_kb_is_dash(s)) return 0;
  bool good = s.len >= 3 && s.len <= 24;
  for (size_t i = 0; i < s.len; i++) {
    unsigned char c = (unsigned char)s.ptr[i];
    good = good && (bede_is_upper(c) || bede_is_digit(c));
  }
  if (good) return bede_kb_string(kb, s);
  bede_kb_error(kb, s, "'%.*s' is no CAMEO actor code", BEDE_KB_SHOW(s));
  return 0;
}
