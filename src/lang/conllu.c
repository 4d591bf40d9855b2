// Reader and writer of CoNLL-U.
#include "lang/conllu.h"

#include <assert.h>
#include <string.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/str.h"
#include "base/utf8.h"

enum {
  COLUMNS = 10,
  ID = 0,
  FORM,
  LEMMA,
  UPOS,
  XPOS,
  FEATS,
  HEAD,
  DEPREL,
  DEPS,
  MISC
};

static const char *const ner_names[BEDE_NER_COUNT] = {
    "O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"};

const char *bede_ner_name(bede_ner ner)
{
  return ner < BEDE_NER_COUNT ? ner_names[ner] : "O";
}

// --- reading -----------------------------------------------------------------

typedef struct reader {
  bede_str input;
  size_t at, line_at; // next byte; start of the line at hand
  bede_doc *doc;
  bede_conllu *kept;
  bede_error *err;
  bede_buf text;
  bede_str range;      // form of the open multiword token
  uint32_t range_end;  // its last id, 0 when none is open
  uint32_t range_word; // its first word
  bool range_space;    // white space follows it
  uint32_t begin;      // first word of the sentence
} reader;

static uint32_t line_number(const reader *r)
{
  uint32_t n = 1;
  for (size_t i = 0; i < r->line_at; i++)
    n += r->input.ptr[i] == '\n';
  return n;
}

static bede_status fail(reader *r, bede_status status, const char *what)
{
  bede_status s = bede_error_set(r->err, status, r->line_at, "%s", what);
  if (r->err) r->err->line = line_number(r);
  return s;
}

static bool next_line(reader *r, bede_str *line)
{
  if (r->at >= r->input.len) return false;
  r->line_at = r->at;
  const char *start = r->input.ptr + r->at;
  size_t rest = r->input.len - r->at;
  const char *feed = memchr(start, '\n', rest);
  line->ptr = start;
  line->len = feed ? (size_t)(feed - start) : rest;
  r->at += line->len + (feed != NULL);
  if (line->len && line->ptr[line->len - 1] == '\r') line->len--;
  return true;
}

static bool split(bede_str line, bede_str *column)
{
  for (unsigned i = 0; i < COLUMNS; i++) {
    line = bede_str_cut(line, '\t', &column[i]);
    if (!column[i].len || (!line.ptr) != (i + 1 == COLUMNS)) return false;
  }
  return true;
}

static bool misc_has(bede_str misc, const char *item)
{
  while (misc.ptr) {
    bede_str head;
    misc = bede_str_cut(misc, '|', &head);
    if (bede_str_is(head, item)) return true;
  }
  return false;
}

static bede_ner misc_ner(bede_str misc)
{
  while (misc.ptr) {
    bede_str head;
    misc = bede_str_cut(misc, '|', &head);
    if (!bede_str_starts(head, "NE=")) continue;
    for (unsigned i = 0; i < BEDE_NER_COUNT; i++)
      if (bede_str_is(bede_str_sub(head, 3, head.len), ner_names[i]))
        return (bede_ner)i;
  }
  return BEDE_NER_O;
}

static void close_range(reader *r)
{
  bede_word *words = r->doc->words.items;
  uint32_t end = r->doc->words.count;
  if (end <= r->range_word) return;
  if (r->range_space) {
    words[end - 1].flags |= BEDE_WORD_SPACE_AFTER;
    bede_buf_append_char(&r->text, ' ');
  }
  for (uint32_t i = r->range_word; i < end; i++)
    words[i].flags |= i == r->range_word ? BEDE_WORD_MWT : BEDE_WORD_MWT_IN;
}

// Keeps the form of a multiword token that its words do not add up to.
static bede_status keep_range(reader *r)
{
  uint32_t end = r->doc->words.count;
  uint32_t from = r->doc->words.items[r->range_word].span.begin;
  bede_str made = bede_str_sub(bede_buf_str(&r->text), from, r->text.len);
  close_range(r);
  r->range_end = 0;
  if (bede_str_eq(made, r->range)) return BEDE_OK;
  bede_conllu_range *range =
      BEDE_LIST_PUSH(&r->kept->ranges, r->doc->arena, BEDE_MAX_WORDS);
  if (!range) return fail(r, BEDE_ENOMEM, "out of memory");
  range->begin = r->range_word;
  range->end = end;
  range->form = r->range;
  return BEDE_OK;
}

static bede_status open_range(reader *r, const bede_str *column)
{
  bede_str first, last = bede_str_cut(column[ID], '-', &first);
  uint32_t a, b, next = r->doc->words.count - r->begin + 1;
  if (!bede_str_u32(first, &a) || !bede_str_u32(last, &b) || a != next ||
      b <= a || r->range_end)
    return fail(r, BEDE_EFORMAT, "a bad range of words");
  r->range = column[FORM];
  r->range_end = b;
  r->range_word = r->doc->words.count;
  r->range_space = !misc_has(column[MISC], "SpaceAfter=No");
  return BEDE_OK;
}

static void read_tags(const bede_str *column, bede_word *w)
{
  bede_upos upos = BEDE_UPOS_X;
  bede_xpos xpos = BEDE_XPOS_NONE;
  bede_deprel rel = BEDE_REL_DEP;
  if (!bede_upos_parse(column[UPOS], &upos)) upos = BEDE_UPOS_X;
  if (!bede_xpos_parse(column[XPOS], &xpos)) xpos = BEDE_XPOS_NONE;
  if (!bede_deprel_parse(column[DEPREL], &rel)) rel = BEDE_REL_DEP;
  w->upos = (uint8_t)upos;
  w->xpos = (uint8_t)xpos;
  w->deprel = (uint8_t)rel;
  w->feats = bede_feats_parse(column[FEATS]);
  w->ner = (uint8_t)misc_ner(column[MISC]);
}

static bede_status read_word(reader *r, const bede_str *column)
{
  uint32_t id, head = 0;
  if (!bede_str_u32(column[ID], &id) ||
      id != r->doc->words.count - r->begin + 1)
    return fail(r, BEDE_EFORMAT, "the ids of the words do not count up");
  if (id > BEDE_MAX_SENTENCE_WORDS)
    return fail(r, BEDE_ELIMIT, "a sentence has too many words");
  if (!bede_str_is(column[HEAD], "_") && !bede_str_u32(column[HEAD], &head))
    return fail(r, BEDE_EFORMAT, "the head is no number");
  if (column[FORM].len > BEDE_MAX_WORD_BYTES)
    return fail(r, BEDE_ELIMIT, "a word is too long");
  bede_word *w = BEDE_LIST_PUSH(&r->doc->words, r->doc->arena, BEDE_MAX_WORDS);
  if (!w) return fail(r, BEDE_ENOMEM, "too many words for the memory");
  w->span.begin = (uint32_t)r->text.len;
  bede_buf_append_str(&r->text, column[FORM]);
  w->span.end = (uint32_t)r->text.len;
  w->mention = w->first_child = w->next_sibling = BEDE_NONE;
  w->head = head; // an id until the sentence is complete
  w->lemma = column[LEMMA];
  read_tags(column, w);
  if (r->range_end) return id == r->range_end ? keep_range(r) : BEDE_OK;
  if (misc_has(column[MISC], "SpaceAfter=No")) return BEDE_OK;
  w->flags |= BEDE_WORD_SPACE_AFTER;
  bede_buf_append_char(&r->text, ' ');
  return BEDE_OK;
}

static bede_status read_row(reader *r, bede_str line)
{
  bede_str column[COLUMNS];
  if (!split(line, column))
    return fail(r, BEDE_EFORMAT, "a line has not ten columns");
  if (memchr(column[ID].ptr, '.', column[ID].len)) return BEDE_OK;
  if (memchr(column[ID].ptr, '-', column[ID].len)) return open_range(r, column);
  return read_word(r, column);
}

static bede_status end_sentence(reader *r, bede_str comments)
{
  bede_doc *doc = r->doc;
  uint32_t end = doc->words.count;
  if (r->range_end) return fail(r, BEDE_EFORMAT, "a range of words is open");
  for (uint32_t i = r->begin; i < end; i++) {
    bede_word *w = &doc->words.items[i];
    if (w->head > end - r->begin)
      return fail(r, BEDE_EFORMAT, "a head outside of the sentence");
    w->head = w->head ? r->begin + w->head - 1 : BEDE_NONE;
  }
  bede_sentence *s =
      BEDE_LIST_PUSH(&doc->sentences, doc->arena, BEDE_MAX_SENTENCES);
  bede_str *c =
      BEDE_LIST_PUSH(&r->kept->comments, doc->arena, BEDE_MAX_SENTENCES);
  if (!s || !c) return fail(r, BEDE_ENOMEM, "out of memory");
  *c = comments;
  s->word_begin = r->begin;
  s->word_end = end;
  s->span.begin = doc->words.items[r->begin].span.begin;
  s->span.end = doc->words.items[end - 1].span.end;
  r->begin = end;
  if (r->text.len && r->text.ptr[r->text.len - 1] != ' ')
    bede_buf_append_char(&r->text, ' ');
  return r->text.len > BEDE_MAX_DOCUMENT
             ? fail(r, BEDE_ELIMIT, "too much text for one document")
             : BEDE_OK;
}

static bede_status read_sentence(reader *r)
{
  bede_str line, comments = {NULL, 0};
  while (next_line(r, &line)) {
    if (bede_utf8_check(line.ptr, line.len, true) < line.len)
      return fail(r, BEDE_EFORMAT, "no valid UTF-8 text");
    bool words = r->doc->words.count > r->begin;
    if (line.len && line.ptr[0] == '#' && !words) {
      if (!comments.ptr) comments.ptr = line.ptr;
      comments.len = (size_t)(r->input.ptr + r->at - comments.ptr);
    } else if (line.len) {
      BEDE_TRY(read_row(r, line));
    } else if (words) {
      return end_sentence(r, comments);
    }
  }
  if (r->doc->words.count == r->begin) return BEDE_END;
  return end_sentence(r, comments);
}

static bede_status read_all(reader *r, uint32_t max)
{
  for (uint32_t n = 0; n < max; n++) {
    bede_status status = read_sentence(r);
    if (status == BEDE_END && n) break;
    if (status) return status;
  }
  if (r->text.status) return fail(r, r->text.status, "out of memory");
  r->doc->text = bede_arena_copy(r->doc->arena, bede_buf_str(&r->text));
  return r->doc->text.ptr ? BEDE_OK : fail(r, BEDE_ENOMEM, "out of memory");
}

bede_status bede_conllu_read(bede_str input, size_t *at, uint32_t max,
                             bede_doc *doc, bede_conllu *kept, bede_error *err)
{
  reader r = {0};
  r.input = input;
  r.at = *at;
  r.doc = doc;
  r.kept = kept;
  r.err = err;
  memset(kept, 0, sizeof *kept);
  bede_buf_init(&r.text, 0);
  bede_status status = read_all(&r, max);
  *at = r.at;
  bede_buf_release(&r.text);
  return status;
}

// --- writing -----------------------------------------------------------------

// Tabs and line ends inside a form or an id would break the columns.
static void put_clean(bede_buf *out, bede_str s)
{
  if (!s.len) bede_buf_append_char(out, '_');
  for (size_t i = 0; i < s.len; i++) {
    char c = s.ptr[i];
    bool blank = c == '\t' || c == '\n' || c == '\r';
    bede_buf_append_char(out, blank ? ' ' : c);
  }
}

// The end of the multiword token that starts at word i, or i + 1.
static uint32_t token_end(const bede_doc *doc, uint32_t i, uint32_t end)
{
  if (!(doc->words.items[i].flags & BEDE_WORD_MWT)) return i + 1;
  for (i++; i < end && doc->words.items[i].flags & BEDE_WORD_MWT_IN;)
    i++;
  return i;
}

static bede_str token_form(const bede_doc *doc, const bede_conllu *kept,
                           uint32_t begin, uint32_t end)
{
  uint32_t low = 0, high = kept ? kept->ranges.count : 0;
  while (low < high) {
    uint32_t mid = low + (high - low) / 2;
    if (kept->ranges.items[mid].begin < begin)
      low = mid + 1;
    else
      high = mid;
  }
  if (kept && low < kept->ranges.count &&
      kept->ranges.items[low].begin == begin)
    return kept->ranges.items[low].form;
  bede_span span = {doc->words.items[begin].span.begin,
                    doc->words.items[end - 1].span.end};
  return bede_doc_str(doc, span);
}

static void put_text(const bede_doc *doc, const bede_conllu *kept,
                     const bede_sentence *s, bede_buf *out)
{
  bede_buf_append_z(out, "# text = ");
  for (uint32_t i = s->word_begin, next; i < s->word_end; i = next) {
    next = token_end(doc, i, s->word_end);
    put_clean(out, token_form(doc, kept, i, next));
    bool space = doc->words.items[next - 1].flags & BEDE_WORD_SPACE_AFTER;
    if (space && next < s->word_end) bede_buf_append_char(out, ' ');
  }
  bede_buf_append_char(out, '\n');
}

static void put_sent_id(const bede_doc *doc, uint32_t sentence, bede_buf *out)
{
  bede_buf_append_z(out, "# sent_id = ");
  for (size_t i = 0; i < doc->id.len; i++) {
    unsigned char c = (unsigned char)doc->id.ptr[i];
    bool bad = c <= ' ' || c == '/';
    bede_buf_append_char(out, bad ? '_' : (char)c);
  }
  if (doc->id.len) bede_buf_append_char(out, '-');
  bede_buf_printf(out, "%u\n", sentence + 1);
}

static void put_comments(const bede_doc *doc, const bede_conllu *kept,
                         uint32_t sentence, bede_buf *out)
{
  const bede_sentence *s = &doc->sentences.items[sentence];
  if (kept && sentence < kept->comments.count &&
      kept->comments.items[sentence].len) {
    bede_str c = kept->comments.items[sentence];
    for (size_t i = 0; i < c.len; i++)
      if (c.ptr[i] != '\r') bede_buf_append_char(out, c.ptr[i]);
    if (c.ptr[c.len - 1] != '\n') bede_buf_append_char(out, '\n');
    return;
  }
  if (!sentence && doc->id.len) {
    bede_buf_append_z(out, "# newdoc id = ");
    put_clean(out, doc->id);
    bede_buf_append_char(out, '\n');
  }
  if (sentence && s->paragraph != s[-1].paragraph)
    bede_buf_append_z(out, "# newpar\n");
  put_sent_id(doc, sentence, out);
  put_text(doc, kept, s, out);
}

static void put_misc(const bede_word *w, bool space_inside, bede_buf *out)
{
  bool no_space = !(w->flags & BEDE_WORD_SPACE_AFTER) && !space_inside;
  if (w->ner) {
    bede_buf_append_z(out, "NE=");
    bede_buf_append_z(out, bede_ner_name((bede_ner)w->ner));
  }
  if (w->ner && no_space) bede_buf_append_char(out, '|');
  if (no_space) bede_buf_append_z(out, "SpaceAfter=No");
  if (!w->ner && !no_space) bede_buf_append_char(out, '_');
  bede_buf_append_char(out, '\n');
}

static void put_word(const bede_doc *doc, const bede_sentence *s, uint32_t i,
                     bool inside, bede_buf *out)
{
  const bede_word *w = &doc->words.items[i];
  bool root = w->head == BEDE_NONE;
  bede_buf_printf(out, "%u\t", i - s->word_begin + 1);
  put_clean(out, bede_word_form(doc, i));
  bede_buf_append_char(out, '\t');
  put_clean(out, w->lemma);
  bede_buf_printf(out, "\t%s\t%s\t", bede_upos_name((bede_upos)w->upos),
                  bede_xpos_name((bede_xpos)w->xpos));
  bede_feats_put(out, w->feats);
  bede_buf_printf(out, "\t%u\t%s\t_\t", root ? 0 : w->head - s->word_begin + 1,
                  bede_deprel_name((bede_deprel)w->deprel));
  put_misc(w, inside, out);
}

static void put_range(const bede_doc *doc, const bede_conllu *kept,
                      const bede_sentence *s, uint32_t i, uint32_t end,
                      bede_buf *out)
{
  bede_buf_printf(out, "%u-%u\t", i - s->word_begin + 1, end - s->word_begin);
  put_clean(out, token_form(doc, kept, i, end));
  bool space = doc->words.items[end - 1].flags & BEDE_WORD_SPACE_AFTER;
  bede_buf_printf(out, "\t_\t_\t_\t_\t_\t_\t_\t%s\n",
                  space ? "_" : "SpaceAfter=No");
}

void bede_conllu_write(const bede_doc *doc, const bede_conllu *kept,
                       uint32_t sentence, bede_buf *out)
{
  assert(sentence < doc->sentences.count);
  const bede_sentence *s = &doc->sentences.items[sentence];
  put_comments(doc, kept, sentence, out);
  for (uint32_t i = s->word_begin, next; i < s->word_end; i = next) {
    next = token_end(doc, i, s->word_end);
    bool range = next > i + 1;
    if (range) put_range(doc, kept, s, i, next, out);
    for (uint32_t k = i; k < next; k++)
      put_word(doc, s, k, range, out);
  }
  bede_buf_append_char(out, '\n');
}
