// Attributed statements as rows, and as blocks for people.
#include "export/quotes.h"

#include "base/error.h"
#include "base/str.h"
#include "base/utf8.h"
#include "export/names.h"
#include "export/page.h"
#include "export/row.h"

typedef enum column {
#define X(c, t) COL_##c,
  BEDE_QUOTE_COLUMN_LIST(X)
#undef X
      COL_COUNT
} column;

static const char *const column_names[COL_COUNT] = {
#define X(c, t) #c,
    BEDE_QUOTE_COLUMN_LIST(X)
#undef X
};

static const bool column_is_text[COL_COUNT] = {
#define X(c, t) t,
    BEDE_QUOTE_COLUMN_LIST(X)
#undef X
};

static const bede_columns columns = {column_names, column_is_text, COL_COUNT};

static const bede_entity *entity(const bede_doc *doc, uint32_t index)
{
  return index == BEDE_NONE ? NULL : &doc->entities.items[index];
}

static bede_str name_of(const bede_entity *e)
{
  bede_str none = {NULL, 0};
  return e ? e->name : none;
}

// The sentence in which the words begin; of no words that of the cue.
static uint32_t sentence_of(const bede_doc *doc, const bede_attribution *a)
{
  uint32_t lo = 0, hi = doc->sentences.count, at = 0;
  if (a->content.count)
    at = a->content.items[0].begin;
  else if (a->cue.count)
    at = a->cue.items[0].begin;
  while (lo + 1 < hi) {
    uint32_t mid = lo + (hi - lo) / 2;
    if (doc->sentences.items[mid].span.begin <= at)
      lo = mid;
    else
      hi = mid;
  }
  return lo;
}

static void put_places(const bede_cpmap *map, const bede_spans *spans,
                       const char *separator, bede_buf *out)
{
  for (uint32_t i = 0; i < spans->count; i++)
    bede_buf_printf(out, "%s%u-%u", i ? separator : "",
                    bede_cpmap_get(map, spans->items[i].begin),
                    bede_cpmap_get(map, spans->items[i].end));
}

// --- rows --------------------------------------------------------------------

static void set_spans(const bede_doc *doc, bede_row *row, column c,
                      const bede_spans *spans)
{
  if (!spans->count) return;
  bede_row_open(row, c);
  bede_spans_put(doc, spans, &row->text);
  bede_row_close(row, c);
}

static void set_speaker(const bede_doc *doc, bede_row *row,
                        const bede_attribution *a)
{
  const bede_entity *e = entity(doc, a->speaker);
  bede_row_set_z(row, COL_source_kind, bede_source_kind_name(a->kind));
  bede_row_set_str(row, COL_source_name, bede_speaker_name(doc, a));
  set_spans(doc, row, COL_source_text, &a->source);
  if (e) {
    bede_row_set_str(row, COL_source_key, e->key);
    bede_row_set_str(row, COL_source_office, e->office);
    bede_row_set_str(row, COL_source_country, e->country);
    bede_row_set_str(row, COL_source_sector, bede_entity_sector(e));
  }
  bede_row_set_str(row, COL_source_affiliation,
                   name_of(entity(doc, a->affiliation)));
  bede_row_set_str(row, COL_source_outlet, name_of(entity(doc, a->outlet)));
  if (a->anonymity_reason.end > a->anonymity_reason.begin)
    bede_row_set_str(row, COL_anonymity_reason,
                     bede_doc_str(doc, a->anonymity_reason));
}

static void set_via(const bede_doc *doc, bede_row *row, uint32_t index)
{
  uint32_t links[BEDE_MAX_CHAIN];
  uint8_t count = bede_links_of(doc, index, links);
  if (count < 3) return;
  bede_row_open(row, COL_source_via);
  (void)bede_via_put(doc, links, count, ";", &row->text);
  bede_row_close(row, COL_source_via);
}

static void set_saying(const bede_doc *doc, bede_row *row, uint32_t index)
{
  const bede_attribution *a = &doc->attributions.items[index];
  set_spans(doc, row, COL_source_cue, &a->cue);
  bede_row_set_z(row, COL_source_stance, bede_stance_name(a->stance));
  set_via(doc, row, index);
  bede_row_set_str(row, COL_narrator, bede_narrator_name(doc));
  bede_row_set_str(row, COL_publisher, doc->publisher);
  bede_row_set_z(row, COL_quoted, bede_quoted_name(a->quoted));
  bede_row_set_bool(row, COL_verbatim, a->verbatim);
}

static void set_content(const bede_doc *doc, const bede_cpmap *map,
                        bede_row *row, const bede_attribution *a)
{
  const bede_spans *c = &a->content;
  if (!c->count) return;
  bede_row_set_int(row, COL_content_start,
                   bede_cpmap_get(map, c->items[0].begin));
  bede_row_set_int(row, COL_content_end,
                   bede_cpmap_get(map, c->items[c->count - 1].end));
  bede_row_open(row, COL_content_spans);
  put_places(map, c, ";", &row->text);
  bede_row_close(row, COL_content_spans);
  set_spans(doc, row, COL_content_text, c);
}

static void set_document(const bede_doc *doc, bede_row *row,
                         const bede_versions *v)
{
  bede_row_set_str(row, COL_doc_id, doc->id);
  bede_row_set_str(row, COL_published, doc->published);
  bede_row_set_str(row, COL_url, doc->url);
  bede_row_set_z(row, COL_text_sha256, doc->text_sha256);
  bede_row_set_z(row, COL_program, v->program);
  bede_row_set_z(row, COL_knowledge, v->knowledge);
  bede_row_set_z(row, COL_model, v->model);
}

static void put_rows(bede_format format, const bede_doc *doc,
                     const bede_cpmap *map, bede_quote_list quotes,
                     const bede_versions *versions, bede_buf *out)
{
  bede_row row;
  bede_cell cells[COL_COUNT];
  bede_row_init(&row, &columns, cells);
  for (uint32_t i = 0; i < quotes.count; i++) {
    const bede_attribution *a = &doc->attributions.items[quotes.items[i]];
    bede_row_clear(&row);
    bede_row_set_int(&row, COL_attribution, quotes.items[i]);
    bede_row_set_int(&row, COL_sentence, sentence_of(doc, a));
    set_speaker(doc, &row, a);
    set_saying(doc, &row, quotes.items[i]);
    set_content(doc, map, &row, a);
    set_document(doc, &row, versions);
    bede_row_put(&row, format, out);
  }
  bede_row_release(&row);
}

// --- for people --------------------------------------------------------------

static void put_headline(bede_page *page, const bede_doc *doc,
                         const bede_attribution *a, uint32_t number)
{
  bede_page_style(page, "1");
  bede_buf_printf(page->out, "%4u  ", number);
  bede_page_wrap(page, bede_speaker_name(doc, a), 6);
  bede_page_style(page, "0");
  bede_buf_printf(page->out, "  %s  (%s)\n", bede_stance_name(a->stance),
                  bede_source_kind_name(a->kind));
}

static void put_spans(bede_page *page, const char *label, const bede_doc *doc,
                      const bede_spans *spans)
{
  bede_buf b;
  bede_buf_init(&b, 0);
  bede_spans_put(doc, spans, &b);
  bede_page_take(page, label, &b);
}

// The words of the report for the speaker, where they are not his name.
static void put_called(bede_page *page, const bede_doc *doc,
                       const bede_attribution *a)
{
  bede_buf b;
  bede_buf_init(&b, 0);
  bede_spans_put(doc, &a->source, &b);
  if (bede_str_eq(bede_buf_str(&b), bede_speaker_name(doc, a)))
    bede_buf_clear(&b);
  bede_page_take(page, "called", &b);
}

static void put_code(bede_page *page, const bede_entity *e)
{
  bede_buf b;
  bede_buf_init(&b, 0);
  bede_buf_append_str(&b, e->country);
  if (e->country.len && e->sector_count) bede_buf_append_char(&b, '/');
  bede_buf_append_str(&b, bede_entity_sector(e));
  bede_page_take(page, "coded", &b);
}

static void put_speaker(bede_page *page, const bede_doc *doc,
                        const bede_attribution *a)
{
  const bede_entity *e = entity(doc, a->speaker);
  put_called(page, doc, a);
  if (e) {
    bede_page_line(page, "office", e->office);
    put_code(page, e);
  }
  bede_page_line(page, "of", name_of(entity(doc, a->affiliation)));
  bede_page_line(page, "told", name_of(entity(doc, a->outlet)));
  bede_page_line(page, "unnamed", bede_doc_str(doc, a->anonymity_reason));
}

static void put_via(bede_page *page, const bede_doc *doc, uint32_t index)
{
  bede_buf b;
  uint32_t links[BEDE_MAX_CHAIN];
  uint8_t count = bede_links_of(doc, index, links);
  bede_buf_init(&b, 0);
  if (bede_via_put(doc, links, count, ", quoted by ", &b)) {
    bede_buf_append_z(&b, ", in the report (");
    bede_buf_append_str(&b, bede_narrator_name(doc));
    bede_buf_append_char(&b, ')');
  }
  bede_page_take(page, "quoted by", &b);
}

static void put_place(bede_page *page, const bede_doc *doc,
                      const bede_cpmap *map, const bede_attribution *a)
{
  bede_buf b;
  bede_buf_init(&b, 0);
  bede_buf_printf(&b, "sentence %u, characters ", sentence_of(doc, a));
  put_places(map, &a->content, ", ", &b);
  if (a->quoted) bede_buf_printf(&b, "; %s", bede_quoted_name(a->quoted));
  if (a->verbatim) bede_buf_append_z(&b, ", verbatim");
  bede_page_take(page, "place", &b);
}

static void put_page(const bede_doc *doc, const bede_cpmap *map,
                     bede_quote_list quotes, const bede_export_options *options,
                     bede_buf *out)
{
  bede_page page;
  bede_page_init(&page, out, options->width, options->color);
  if (!quotes.count) return;
  bede_page_style(&page, "1;4");
  bede_page_wrap(&page, bede_doc_heading(doc), 0);
  bede_page_style(&page, "0");
  bede_buf_printf(out, "\n  %u of %u attributed statements\n", quotes.count,
                  doc->attributions.count - 1);
  for (uint32_t i = 0; i < quotes.count; i++) {
    const bede_attribution *a = &doc->attributions.items[quotes.items[i]];
    put_headline(&page, doc, a, i + 1);
    put_speaker(&page, doc, a);
    put_spans(&page, "cue", doc, &a->cue);
    put_via(&page, doc, quotes.items[i]);
    put_spans(&page, "words", doc, &a->content);
    put_place(&page, doc, map, a);
  }
  bede_buf_append_char(out, '\n');
}

void bede_quotes_begin(bede_format format, bede_buf *out)
{
  bede_row_header(&columns, format, out);
}

bede_status bede_export_quotes(bede_format format, const bede_doc *doc,
                               bede_quote_list quotes,
                               const bede_versions *versions,
                               const bede_export_options *options,
                               bede_buf *out)
{
  bede_cpmap map;
  BEDE_TRY(bede_cpmap_init(&map, doc->text));
  if (format == BEDE_FORMAT_TABLE)
    put_page(doc, &map, quotes, options, out);
  else
    put_rows(format, doc, &map, quotes, versions, out);
  bede_cpmap_release(&map);
  return out->status;
}
