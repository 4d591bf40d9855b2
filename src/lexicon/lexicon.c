// Opening and looking up. Every lookup is O(1) or logarithmic in what one word
// has, allocates nothing and trusts the ranges that bede_blob_view checked.
#include "lexicon/lexicon.h"

#include <string.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/sha256.h"
#include "base/str.h"
#include "base/utf8.h"
#include "lexicon/blob.h"
#include "lexicon/words.h"

// --- open -------------------------------------------------------------------

bede_status bede_lexicon_open(bede_str blob, bede_lexicon **out,
                              bede_error *err)
{
  static const char digits[] = "0123456789abcdef";
  *out = NULL;
  if (!blob.ptr) blob = bede_knowledge_embedded();
  bede_lexicon *lex = bede_calloc(1, sizeof *lex);
  if (!lex) {
    return bede_error_set(err, BEDE_ENOMEM, BEDE_NO_OFFSET, "out of memory");
  }
  if (!blob.ptr || !bede_blob_view(lex, blob)) {
    bede_free(lex);
    return bede_error_set(err, BEDE_EKNOWLEDGE, BEDE_NO_OFFSET,
                          blob.ptr ? "the compiled knowledge is damaged or of "
                                     "another version"
                                   : "no knowledge is embedded");
  }
  for (size_t i = 0; i < 8; i++) {
    lex->hash[2 * i] = digits[lex->head->sha256[i] >> 4];
    lex->hash[2 * i + 1] = digits[lex->head->sha256[i] & 15];
  }
  *out = lex;
  return BEDE_OK;
}

void bede_lexicon_free(bede_lexicon *lex)
{
  bede_free(lex);
}

const char *bede_lexicon_hash(const bede_lexicon *lex)
{
  return lex->hash;
}

bede_status bede_lexicon_verify(const bede_lexicon *lex, bede_error *err)
{
  unsigned char sum[32];
  bede_sha256 sha;
  bede_sha256_init(&sha);
  bede_sha256_update(&sha, (const char *)lex->head + BEDE_BLOB_SHA_FROM,
                     (size_t)lex->head->size - BEDE_BLOB_SHA_FROM);
  bede_sha256_final(&sha, sum);
  if (memcmp(sum, lex->head->sha256, sizeof sum) != 0) {
    return bede_error_set(err, BEDE_EKNOWLEDGE, BEDE_NO_OFFSET,
                          "the compiled knowledge is not what its sum says");
  }
  return BEDE_OK;
}

bede_str bede_lexicon_str(const bede_lexicon *lex, uint32_t offset)
{
  bede_str none = {NULL, 0};
  if (offset == 0 || lex->strings.count < 3 ||
      offset > lex->strings.count - 3) {
    return none;
  }
  const unsigned char *p = (const unsigned char *)lex->strings.items + offset;
  size_t len = (size_t)p[0] | (size_t)p[1] << 8;
  if (len > lex->strings.count - 3 - offset) return none;
  bede_str s = {(const char *)p + 2, len};
  return s;
}

bede_str bede_lexicon_file(const bede_lexicon *lex, uint16_t file)
{
  bede_str none = {NULL, 0};
  if (file >= lex->files.count) return none;
  return bede_lexicon_str(lex, lex->files.items[file].path);
}

bede_str bede_lexicon_source(const bede_lexicon *lex, uint16_t file)
{
  bede_str s = {NULL, 0};
  if (file >= lex->files.count) return s;
  s.ptr = lex->text.items + lex->files.items[file].text_begin;
  s.len = lex->files.items[file].text_len;
  return s;
}

uint32_t bede_lexicon_file_count(const bede_lexicon *lex)
{
  return lex->files.count;
}

bede_str bede_lexicon_line(const bede_lexicon *lex, bede_ref ref)
{
  bede_str rest = bede_lexicon_source(lex, ref.file), line = {NULL, 0};
  if (ref.line == 0) return line;
  for (uint32_t i = 0; i < ref.line; i++) {
    if (!rest.ptr) return rest;
    rest = bede_str_cut(rest, '\n', &line);
  }
  return bede_str_trim(line);
}

// --- symbols ----------------------------------------------------------------

static uint32_t symbol_of(const bede_lexicon *lex, const char *ptr, size_t len)
{
  uint64_t hash = bede_hash(ptr, len, BEDE_BLOB_SEED);
  uint32_t mask = lex->buckets.count - 1, tag = (uint32_t)(hash >> 32);
  for (uint32_t at = (uint32_t)hash & mask;; at = (at + 1) & mask) {
    const bede_blob_bucket *b = &lex->buckets.items[at];
    if (b->symbol == 0) return 0;
    if (b->tag != tag) continue;
    bede_str s = bede_lexicon_str(lex, lex->symbols.items[b->symbol]);
    if (s.len == len && memcmp(s.ptr, ptr, len) == 0) return b->symbol;
  }
}

// Folds `s` into `room`; false when it does not fit or is not plain: ASCII and
// the apostrophe U+2019 are.
static bool fold_plain(bede_str s, char room[BEDE_MAX_WORD_BYTES], size_t *len)
{
  size_t n = 0;
  if (s.len > BEDE_MAX_WORD_BYTES) return false;
  for (size_t i = 0; i < s.len; i++) {
    unsigned char c = (unsigned char)s.ptr[i];
    if (c < 0x80) {
      room[n++] = (char)(bede_is_upper(c) ? c | 32u : c);
    } else if (s.len - i >= 3 && memcmp(s.ptr + i, "\xE2\x80\x99", 3) == 0) {
      room[n++] = '\'';
      i += 2;
    } else {
      return false;
    }
  }
  *len = n;
  return true;
}

// The symbol of a word in any case; 0 also for a word over the limit.
static bede_status find_symbol(const bede_lexicon *lex, bede_str word,
                               uint32_t *out)
{
  char room[BEDE_MAX_WORD_BYTES];
  size_t len;
  *out = 0;
  if (word.len == 0 || word.len > BEDE_MAX_WORD_BYTES) return BEDE_OK;
  if (fold_plain(word, room, &len)) {
    *out = symbol_of(lex, room, len);
    return BEDE_OK;
  }
  bede_buf buf;
  bede_buf_init(&buf, 0);
  bede_utf8_fold(&buf, word);
  bede_status status = buf.status;
  if (!status && buf.len) *out = symbol_of(lex, buf.ptr, buf.len);
  bede_buf_release(&buf);
  return status;
}

uint32_t bede_lexicon_symbol(const bede_lexicon *lex, bede_str lower)
{
  uint32_t symbol;
  return find_symbol(lex, lower, &symbol) == BEDE_OK ? symbol : 0;
}

// Appends the folded `s` to `room`; false when it does not fit or is not plain.
static bool append_plain(bede_str s, char room[BEDE_MAX_WORD_BYTES],
                         size_t *len)
{
  char part[BEDE_MAX_WORD_BYTES];
  size_t n;
  if (!fold_plain(s, part, &n) || n > BEDE_MAX_WORD_BYTES - *len) return false;
  memcpy(room + *len, part, n);
  *len += n;
  return true;
}

// Is word `at` a hyphen between two words of [begin, end) without blanks?
static bool joins(const bede_doc *doc, uint32_t at, uint32_t begin,
                  uint32_t end)
{
  const bede_word *w = doc->words.items;
  return at > begin && at + 1 < end &&
         bede_is_hyphen(bede_word_form(doc, at)) &&
         w[at - 1].span.end == w[at].span.begin &&
         w[at].span.end == w[at + 1].span.begin;
}

// The symbol of the words [first, last] joined by hyphens, the last one by its
// form or its lemma: "sit-ins" is sit-in. 0 when the knowledge has none.
static uint32_t joined_symbol(const bede_lexicon *lex, const bede_doc *doc,
                              uint32_t first, uint32_t last)
{
  char room[BEDE_MAX_WORD_BYTES];
  bede_str hyphen = {"-", 1};
  size_t len = 0;
  for (uint32_t i = first; i < last; i += 2) {
    if (!append_plain(bede_word_form(doc, i), room, &len) ||
        !append_plain(hyphen, room, &len)) {
      return 0;
    }
  }
  size_t whole = len;
  if (!append_plain(bede_word_form(doc, last), room, &whole)) return 0;
  uint32_t symbol = symbol_of(lex, room, whole);
  if (symbol || !append_plain(doc->words.items[last].lemma, room, &len)) {
    return symbol;
  }
  return symbol_of(lex, room, len);
}

// A hyphenated word that the knowledge has as one ("sit-in" in a class) counts
// for its first and its last word, of which one is the head.
static void bind_joined(const bede_lexicon *lex, bede_doc *doc,
                        const bede_sentence *s)
{
  for (uint32_t i = s->word_begin; i < s->word_end; i++) {
    if (!joins(doc, i, s->word_begin, s->word_end)) continue;
    uint32_t first = i - 1, last = i + 1;
    while (joins(doc, last + 1, s->word_begin, s->word_end))
      last += 2;
    uint32_t symbol = joined_symbol(lex, doc, first, last);
    if (symbol) {
      doc->words.items[first].form_id = symbol;
      doc->words.items[last].form_id = symbol;
    }
    i = last;
  }
}

bede_status bede_lexicon_bind(const bede_lexicon *lex, bede_doc *doc,
                              uint32_t sentence)
{
  const bede_sentence *s = &doc->sentences.items[sentence];
  for (uint32_t i = s->word_begin; i < s->word_end; i++) {
    bede_word *w = &doc->words.items[i];
    bede_str form = bede_word_form(doc, i);
    BEDE_TRY(find_symbol(lex, form, &w->form_id));
    if (bede_str_eq(form, w->lemma)) {
      w->lemma_id = w->form_id;
    } else {
      BEDE_TRY(find_symbol(lex, w->lemma, &w->lemma_id));
    }
  }
  bind_joined(lex, doc, s);
  return BEDE_OK;
}

uint32_t bede_lexicon_class(const bede_lexicon *lex, bede_str name)
{
  for (uint32_t i = 0; i < lex->classes.count; i++) {
    if (bede_str_eq(bede_lexicon_str(lex, lex->classes.items[i]), name)) {
      return i + 1;
    }
  }
  return 0;
}

// The records that an index gives for a symbol: [*begin, *begin + count).
static uint32_t indexed(const uint32_t *index, uint32_t size, uint32_t symbol,
                        uint32_t *begin)
{
  if (size < 2 || symbol >= size - 1) return 0;
  *begin = index[symbol];
  return index[symbol + 1] - *begin;
}

const uint32_t *bede_lexicon_classes(const bede_lexicon *lex, uint32_t symbol,
                                     uint32_t *count)
{
  uint32_t begin = 0;
  *count =
      indexed(lex->class_index.items, lex->class_index.count, symbol, &begin);
  return *count ? &lex->class_of.items[begin] : NULL;
}

bool bede_lexicon_in_class(const bede_lexicon *lex, uint32_t symbol,
                           uint32_t class_id)
{
  uint32_t count;
  const uint32_t *classes = bede_lexicon_classes(lex, symbol, &count);
  for (uint32_t i = 0; i < count; i++) {
    if (classes[i] == class_id) return true;
  }
  return false;
}

// --- entities ---------------------------------------------------------------

const bede_lex_entity *bede_lexicon_entity(const bede_lexicon *lex,
                                           uint32_t number)
{
  return number < lex->entities.count ? &lex->entities.items[number] : NULL;
}

uint32_t bede_lexicon_entity_by_key(const bede_lexicon *lex, bede_str key)
{
  uint32_t low = 0, high = lex->entity_keys.count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    uint32_t number = lex->entity_keys.items[middle];
    int order = bede_str_cmp(
        bede_lexicon_str(lex, lex->entities.items[number].key), key);
    if (order == 0) return number;
    if (order < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return BEDE_NONE;
}

const bede_lex_role *bede_lexicon_role(const bede_lexicon *lex, uint32_t n)
{
  return n < lex->roles.count ? &lex->roles.items[n] : NULL;
}

const bede_lex_asof *bede_lexicon_asof(const bede_lexicon *lex, uint32_t n)
{
  return n < lex->asofs.count ? &lex->asofs.items[n] : NULL;
}

// --- places and dates -------------------------------------------------------

const bede_lex_place *bede_lexicon_place(const bede_lexicon *lex,
                                         uint32_t number)
{
  return number < lex->places.count ? &lex->places.items[number] : NULL;
}

const bede_lex_span *bede_lexicon_dates(const bede_lexicon *lex, uint32_t n)
{
  return n < lex->dates.count ? &lex->dates.items[n] : NULL;
}

// --- rules ------------------------------------------------------------------

// A lookup by lemma and part of speech: the records of a lemma are ordered by
// part of speech, so that those of one are contiguous.
#define BY_LEMMA(records, index)                                               \
  do {                                                                         \
    uint32_t begin = 0;                                                        \
    uint32_t n = indexed(lex->index.items, lex->index.count, lemma, &begin);   \
    *count = 0;                                                                \
    while (n && lex->records.items[begin].pos != pos)                          \
      begin++, n--;                                                            \
    while (*count < n && lex->records.items[begin + *count].pos == pos)        \
      (*count)++;                                                              \
    return *count ? &lex->records.items[begin] : NULL;                         \
  } while (0)

const bede_lex_pred *bede_lexicon_preds(const bede_lexicon *lex, uint32_t lemma,
                                        char pos, uint32_t *count)
{
  BY_LEMMA(preds, pred_index);
}

const bede_lex_support *bede_lexicon_supports(const bede_lexicon *lex,
                                              uint32_t lemma, uint32_t *count)
{
  uint32_t begin = 0;
  *count = indexed(lex->support_index.items, lex->support_index.count, lemma,
                   &begin);
  return *count ? &lex->supports.items[begin] : NULL;
}

const bede_lex_op *bede_lexicon_ops(const bede_lexicon *lex, uint32_t lemma,
                                    char pos, uint32_t *count)
{
  BY_LEMMA(ops, op_index);
}

const bede_lex_cue *bede_lexicon_cues(const bede_lexicon *lex, uint32_t lemma,
                                      char pos, uint32_t *count)
{
  BY_LEMMA(cues, cue_index);
}

const bede_lex_slot *bede_lexicon_slots(const bede_lexicon *lex, uint32_t n)
{
  return n < lex->slots.count ? &lex->slots.items[n] : NULL;
}

const bede_lex_cond *bede_lexicon_conds(const bede_lexicon *lex, uint32_t n)
{
  return n < lex->conds.count ? &lex->conds.items[n] : NULL;
}

const bede_lex_value *bede_lexicon_values(const bede_lexicon *lex, uint32_t n)
{
  return n < lex->values.count ? &lex->values.items[n] : NULL;
}

uint16_t bede_lexicon_op(const bede_lexicon *lex, bede_str name)
{
  for (uint32_t i = 0; i < lex->op_names.count && i < UINT16_MAX; i++) {
    if (bede_str_eq(bede_lexicon_str(lex, lex->op_names.items[i]), name)) {
      return (uint16_t)(i + 1);
    }
  }
  return 0;
}

bede_str bede_lexicon_op_name(const bede_lexicon *lex, uint16_t op)
{
  bede_str none = {NULL, 0};
  if (op == 0 || op > lex->op_names.count) return none;
  return bede_lexicon_str(lex, lex->op_names.items[op - 1]);
}

static int cell_compare(const bede_lex_cell *cell, uint16_t op,
                        bede_event event, bede_mode mode)
{
  if (cell->op != op) return cell->op < op ? -1 : 1;
  if (cell->event != event) return cell->event < event ? -1 : 1;
  return (cell->mode > mode) - (cell->mode < mode);
}

static const bede_lex_cell *find_cell(const bede_lexicon *lex, uint16_t op,
                                      bede_event event, bede_mode mode)
{
  uint32_t low = 0, high = lex->cells.count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    int order = cell_compare(&lex->cells.items[middle], op, event, mode);
    if (order == 0) return &lex->cells.items[middle];
    if (order < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return NULL;
}

const bede_lex_cell *bede_lexicon_compose(const bede_lexicon *lex, uint16_t op,
                                          bede_event event, bede_mode mode)
{
  const bede_lex_cell *cell = find_cell(lex, op, event, mode);
  if (!cell && mode) cell = find_cell(lex, op, event, BEDE_MODE_NONE);
  if (!cell && event) {
    cell = find_cell(lex, op, BEDE_EVENT_NONE, BEDE_MODE_NONE);
  }
  return cell;
}
