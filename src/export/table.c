// The table for people. One block a claim, so that nothing is cut: first what
// and who, then the speakers, then the words of the report.
#include "export/table.h"

#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "export/names.h"

enum { DEFAULT_WIDTH = 100, INDENT = 13 };

typedef struct table {
  bede_buf *out;
  const bede_doc *doc;
  unsigned width;
  bool color;
} table;

static void style(table *t, const char *code)
{
  if (t->color) bede_buf_printf(t->out, "\x1b[%sm", code);
}

// Control characters of a report never reach the terminal.
static void put_word(table *t, bede_str s)
{
  for (size_t at = 0; at < s.len;) {
    uint32_t cp = bede_utf8_next(s.ptr, s.len, &at);
    bool control = cp < 0x20 || (cp >= 0x7F && cp < 0xA0) ||
                   (cp >= 0x202A && cp <= 0x202E) ||
                   (cp >= 0x2066 && cp <= 0x2069);
    bede_utf8_put(t->out, control ? BEDE_REPLACEMENT : cp);
  }
}

static bool is_blank(char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

// Wraps `s` at blanks to the width; the first line goes on at `column`.
static void put_wrapped(table *t, bede_str s, unsigned column)
{
  size_t i = 0;
  bool first = true;
  while (i < s.len) {
    while (i < s.len && is_blank(s.ptr[i]))
      i++;
    size_t begin = i;
    while (i < s.len && !is_blank(s.ptr[i]))
      i++;
    if (i == begin) break;
    bede_str word = bede_str_sub(s, begin, i);
    unsigned n = (unsigned)bede_utf8_count(word.ptr, word.len);
    if (!first && column + 1 + n > t->width) {
      bede_buf_printf(t->out, "\n%*s", INDENT, "");
      column = INDENT;
    } else if (!first) {
      bede_buf_append_char(t->out, ' ');
      column++;
    }
    put_word(t, word);
    column += n;
    first = false;
  }
}

// Ends a buffer whose content was appended; its failure is that of the table.
static void release(table *t, bede_buf *b)
{
  if (b->status) t->out->status = b->status;
  bede_buf_release(b);
}

static void put_label(table *t, const char *label)
{
  style(t, "2");
  bede_buf_printf(t->out, "  %-*s", INDENT - 2, label);
  style(t, "0");
}

static void put_line(table *t, const char *label, bede_str value)
{
  if (!value.len) return;
  put_label(t, label);
  put_wrapped(t, value, INDENT);
  bede_buf_append_char(t->out, '\n');
}

static void role_text(const bede_doc *doc, const bede_role *role, bede_buf *b)
{
  const bede_entity *e = bede_role_entity(doc, role);
  bede_str text = bede_doc_str(doc, role->span);
  bede_buf_append_str(b, text);
  if (!e) return;
  bool code = e->country.len || e->sector_count;
  bool name = e->name.len && !bede_str_eq_nocase(e->name, text);
  if (!code && !name) return;
  bede_buf_append_z(b, " [");
  if (name) bede_buf_append_str(b, e->name);
  if (name && code) bede_buf_append_z(b, ", ");
  if (e->country.len) bede_buf_append_str(b, e->country);
  if (e->country.len && e->sector_count) bede_buf_append_char(b, '/');
  if (e->sector_count) bede_buf_append_str(b, bede_entity_sector(e));
  if (role->inferred) bede_buf_append_z(b, ", inferred");
  bede_buf_append_char(b, ']');
}

static void put_roles(table *t, const char *label, const bede_role *roles,
                      uint32_t count)
{
  bede_buf b;
  bede_buf_init(&b, 0);
  for (uint32_t i = 0; i < count; i++) {
    if (i) bede_buf_append_z(&b, "; ");
    role_text(t->doc, &roles[i], &b);
  }
  put_line(t, label, bede_buf_str(&b));
  release(t, &b);
}

static void speaker_text(const bede_doc *doc, const bede_attribution *a,
                         bede_buf *b)
{
  if (a->kind == BEDE_BY_NARRATOR) {
    bede_buf_append_z(b, "the report (");
    bede_buf_append_str(b, bede_narrator_name(doc));
    bede_buf_append_char(b, ')');
    return;
  }
  if (a->source.count)
    bede_buf_append_str(b, bede_doc_str(doc, a->source.items[0]));
  else
    bede_buf_append_z(b, "nobody named");
  if (a->kind == BEDE_BY_UNNAMED_PERSON || a->kind == BEDE_BY_UNNAMED_GROUP)
    bede_buf_append_z(b, " (unnamed)");
  if (a->outlet != BEDE_NONE) {
    bede_buf_append_z(b, " to ");
    bede_buf_append_str(b, doc->entities.items[a->outlet].name);
  }
  bede_buf_printf(b, " (%s)", bede_stance_name(a->stance));
}

// "A, quoted by B, in the report (C)": a line for each chain.
static void put_chain(table *t, const bede_chain *chain)
{
  bede_buf b;
  bede_buf_init(&b, 0);
  for (uint8_t i = 0; i < chain->count; i++) {
    if (i)
      bede_buf_append_z(&b, i + 1 < chain->count ? ", quoted by " : ", in ");
    speaker_text(t->doc, &t->doc->attributions.items[chain->links[i]], &b);
  }
  put_line(t, "says", bede_buf_str(&b));
  release(t, &b);
}

static void standing_text(const bede_claim *c, bede_buf *b)
{
  if (c->negated) bede_buf_append_z(b, "  not so");
  if (c->uncertain) bede_buf_append_z(b, "  uncertain");
  if (c->status != BEDE_STATUS_ACTUAL)
    bede_buf_printf(b, "  %s", bede_claim_status_name(c->status));
  if (c->background) bede_buf_append_z(b, "  background");
  if (c->repeats != BEDE_NONE) bede_buf_append_z(b, "  said before");
}

static void put_headline(table *t, const bede_claim *c, uint32_t number)
{
  bede_buf b;
  bede_buf_init(&b, 0);
  style(t, "1");
  bede_buf_printf(t->out, "%4u  %s", number, bede_event_name(c->event));
  for (uint8_t m = 0; m < c->mode_count; m++)
    bede_buf_printf(t->out, "%s%s", m ? "," : " ", bede_mode_name(c->modes[m]));
  style(t, "0");
  if (c->cameo[0]) bede_buf_printf(t->out, "  (CAMEO %s)", c->cameo);
  standing_text(c, &b);
  bede_buf_append_str(t->out, bede_buf_str(&b));
  bede_buf_append_char(t->out, '\n');
  release(t, &b);
}

static void put_when(table *t, const bede_claim *c)
{
  if (!c->has_date) return;
  bede_buf b;
  bede_buf_init(&b, 0);
  if (c->from.year) bede_date_put(&b, c->from);
  if (bede_date_cmp(c->from, c->to) != 0) {
    bede_buf_append_z(&b, " to ");
    if (c->to.year) bede_date_put(&b, c->to);
  }
  put_line(t, "when", bede_buf_str(&b));
  release(t, &b);
}

static void put_numbers(table *t, const bede_claim *c)
{
  bede_buf b;
  bede_buf_init(&b, 0);
  for (uint32_t i = 0; i < c->quantities.count; i++) {
    const bede_quantity *q = &t->doc->quantities.items[c->quantities.items[i]];
    if (i) bede_buf_append_z(&b, "; ");
    bede_buf_append_str(&b, bede_doc_str(t->doc, q->span));
    bede_buf_printf(&b, " (%s)", bede_quantity_of_name(q->of));
  }
  put_line(t, "numbers", bede_buf_str(&b));
  release(t, &b);
}

static void put_claim(table *t, const bede_claim *c, uint32_t number)
{
  put_headline(t, c, number);
  put_roles(t, "actor", c->actor.items, c->actor.count);
  put_roles(t, "recipient", c->recipient.items, c->recipient.count);
  put_when(t, c);
  put_numbers(t, c);
  for (uint32_t i = 0; i < c->chain_count; i++)
    put_chain(t, &t->doc->chains.items[c->chain_begin + i]);
  put_line(t, "words", bede_doc_str(t->doc, c->evidence));
}

// What rests on what, in one breath.
static void put_summary(table *t)
{
  uint32_t narrator = 0, unnamed = 0, open = 0;
  for (uint32_t i = 0; i < t->doc->claims.count; i++) {
    const bede_claim *c = &t->doc->claims.items[i];
    const bede_chain *chain = &t->doc->chains.items[c->chain_begin];
    bede_source_kind kind = t->doc->attributions.items[chain->links[0]].kind;
    narrator += kind == BEDE_BY_NARRATOR;
    unnamed += kind == BEDE_BY_UNNAMED_PERSON || kind == BEDE_BY_UNNAMED_GROUP;
  }
  for (uint32_t i = 0; i < t->doc->citations.count; i++) {
    bede_span s = t->doc->citations.items[i].target;
    open += s.begin == s.end;
  }
  bede_buf_printf(t->out,
                  "  %u claims: %u on the report's word alone, %u from unnamed "
                  "speakers; %u references, %u lead nowhere\n",
                  t->doc->claims.count, narrator, unnamed,
                  t->doc->citations.count, open);
}

// The title, the first line of a plain text where that is one, or the id.
static bede_str heading(const bede_doc *doc)
{
  if (doc->title.len) return doc->title;
  bede_str line = bede_str_trim(bede_str_sub(doc->text, 0, doc->body_begin));
  return line.len ? line : doc->id;
}

bede_status bede_export_table(const bede_doc *doc,
                              const bede_export_options *options, bede_buf *out)
{
  table t = {out, doc, options->width ? options->width : DEFAULT_WIDTH,
             options->color};
  style(&t, "1;4");
  put_wrapped(&t, heading(doc), 0);
  style(&t, "0");
  bede_buf_append_char(out, '\n');
  put_summary(&t);
  for (uint32_t i = 0; i < doc->claims.count; i++)
    put_claim(&t, &doc->claims.items[i], i + 1);
  bede_buf_append_char(out, '\n');
  return out->status;
}
