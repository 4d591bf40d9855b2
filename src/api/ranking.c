// The list of sources as it is written: speakers by what they say, and shares.
#include <stdlib.h>

#include "api/sources.h"
#include "base/str.h"
#include "export/page.h"
#include "export/row.h"

enum {
  SHOWN_NAMES = 16, // of outlets and publishers in one row; more are counted
  INDENT = 23,      // of the table's last column
  LABEL = 20        // columns of the name of a share
};

static const char *const group_names[BEDE_SHARE_GROUPS] = {
#define X(s, n) n,
    BEDE_SHARE_LIST(X)
#undef X
};

// --- rows --------------------------------------------------------------------

// X(column, is text)
// clang-format off
#define ROW_COLUMNS(X)                                                         \
  X(statements, 0) X(quotes, 0) X(claims, 0) X(documents, 0)                   \
  X(source_kind, 0) X(source_name, 1) X(source_key, 0) X(source_office, 1)     \
  X(source_country, 0) X(source_sector, 0) X(official, 0)                      \
  X(claims_actor, 0) X(claims_recipient, 0) X(claims_member_of_actor, 0)       \
  X(claims_member_of_recipient, 0) X(claims_held_by_recipient, 0)              \
  X(claims_outside, 0) X(claims_unknown, 0)                                    \
  X(outlets, 1) X(outlet_count, 0) X(publishers, 1) X(publisher_count, 0)      \
  X(first_document, 1)

#define SHARE_COLUMNS(X)                                                       \
  X(share_group, 0) X(share_value, 0) X(speakers, 0) X(statements, 0)          \
  X(statements_share, 0) X(claims, 0) X(claims_share, 0) X(documents, 0)
// clang-format on

typedef enum row_column {
#define X(c, t) ROW_##c,
  ROW_COLUMNS(X)
#undef X
      ROW_COUNT
} row_column;

typedef enum share_column {
#define X(c, t) SHARE_##c,
  SHARE_COLUMNS(X)
#undef X
      SHARE_COUNT
} share_column;

#define X(c, t) #c,
static const char *const row_names[] = {ROW_COLUMNS(X)};
static const char *const share_names[] = {SHARE_COLUMNS(X)};
#undef X
#define X(c, t) t,
static const bool row_texts[] = {ROW_COLUMNS(X)};
static const bool share_texts[] = {SHARE_COLUMNS(X)};
#undef X

static const bede_columns row_columns = {row_names, row_texts, ROW_COUNT};
static const bede_columns share_columns = {share_names, share_texts,
                                           SHARE_COUNT};

static void put_names(const bede_source_names *names, const char *separator,
                      bede_buf *out)
{
  const bede_source_name *x = names->first;
  for (unsigned i = 0; x && i < SHOWN_NAMES; i++, x = x->next) {
    if (i) bede_buf_append_z(out, separator);
    bede_buf_append_str(out, x->name);
  }
}

static void set_names(bede_row *row, row_column column,
                      const bede_source_names *names)
{
  if (!names->count) return;
  bede_row_open(row, column);
  put_names(names, ";", &row->text);
  bede_row_close(row, column);
}

// An absent or empty text leaves the cell empty.
static void set_str(bede_row *row, unsigned column, bede_str s)
{
  if (s.len) bede_row_set_str(row, column, s);
}

static void set_row(bede_row *row, const bede_source_row *s)
{
  bede_row_clear(row);
  bede_row_set_int(row, ROW_statements, s->statements);
  bede_row_set_int(row, ROW_quotes, s->quotes);
  bede_row_set_int(row, ROW_claims, s->claims);
  bede_row_set_int(row, ROW_documents, s->documents);
  bede_row_set_z(row, ROW_source_kind, bede_source_kind_name(s->kind));
  bede_row_set_str(row, ROW_source_name, s->name);
  set_str(row, ROW_source_key, s->key);
  set_str(row, ROW_source_office, s->office);
  set_str(row, ROW_source_country, s->country);
  if (s->sector)
    bede_row_set_z(row, ROW_source_sector, bede_sector_name(s->sector));
  bede_row_set_bool(row, ROW_official, bede_sector_is_official(s->sector));
  for (unsigned r = 0; r < BEDE_RELATION_COUNT; r++)
    bede_row_set_int(row, ROW_claims_actor + r, s->relations[r]);
  set_names(row, ROW_outlets, &s->outlets);
  bede_row_set_int(row, ROW_outlet_count, s->outlets.count);
  set_names(row, ROW_publishers, &s->publishers);
  bede_row_set_int(row, ROW_publisher_count, s->publishers.count);
  set_str(row, ROW_first_document, s->document);
}

_Static_assert(ROW_claims_unknown - ROW_claims_actor ==
                   BEDE_RELATION_UNKNOWN - BEDE_RELATION_ACTOR,
               "a column for each relation, in their order");

static void put_rows(const bede_sources *list, bede_format format,
                     bede_buf *out)
{
  bede_row row;
  bede_cell cells[ROW_COUNT];
  bede_row_init(&row, &row_columns, cells);
  bede_row_header(&row_columns, format, out);
  for (uint32_t i = 0; i < list->rows.count; i++) {
    if (!list->rows.items[i].statements) continue;
    set_row(&row, &list->rows.items[i]);
    bede_row_put(&row, format, out);
  }
  bede_row_release(&row);
}

// Nobody states a relation, and nobody speaks for what is unattributed.
static bool has_statements(const bede_share *s, const bede_share *first)
{
  return s->group != BEDE_SHARE_RELATION &&
         s - first != BEDE_FIXED_UNATTRIBUTED;
}

static void put_shares(const bede_sources *list, bede_format format,
                       bede_buf *out)
{
  bede_row row;
  bede_cell cells[SHARE_COUNT];
  const bede_share *all = &list->shares.items[BEDE_FIXED_ALL];
  bede_row_init(&row, &share_columns, cells);
  bede_row_header(&share_columns, format, out);
  for (uint32_t i = 0; i < list->shares.count; i++) {
    const bede_share *s = &list->shares.items[i];
    bede_row_clear(&row);
    bede_row_set_z(&row, SHARE_share_group, group_names[s->group]);
    set_str(&row, SHARE_share_value, s->value);
    if (has_statements(s, all)) {
      bede_row_set_int(&row, SHARE_speakers, (int64_t)s->speakers);
      bede_row_set_int(&row, SHARE_statements, (int64_t)s->statements);
      bede_row_set_share(&row, SHARE_statements_share, s->statements,
                         all->statements);
    }
    bede_row_set_int(&row, SHARE_claims, (int64_t)s->claims);
    bede_row_set_share(&row, SHARE_claims_share, s->claims, all->claims);
    bede_row_set_int(&row, SHARE_documents, (int64_t)s->documents);
    bede_row_put(&row, format, out);
  }
  bede_row_release(&row);
}

// --- for people --------------------------------------------------------------

static void code_text(const bede_source_row *s, bede_buf *b)
{
  bede_buf_printf(b, " (%s", bede_source_kind_name(s->kind));
  if (s->country.len || s->sector) bede_buf_append_z(b, ", ");
  bede_buf_append_str(b, s->country);
  if (s->country.len && s->sector) bede_buf_append_char(b, '/');
  if (s->sector) bede_buf_append_z(b, bede_sector_name(s->sector));
  bede_buf_append_char(b, ')');
}

// "; claims: 2 recipient, 3 outside".
static void relations_text(const bede_source_row *s, bede_buf *b)
{
  const char *comma = "; claims: ";
  for (unsigned r = 0; r < BEDE_RELATION_COUNT; r++) {
    if (!s->relations[r]) continue;
    bede_buf_printf(b, "%s%u %s", comma, s->relations[r],
                    bede_relation_name((bede_relation)r));
    comma = ", ";
  }
}

static void names_text(const char *label, const bede_source_names *names,
                       bede_buf *b)
{
  if (!names->count) return;
  bede_buf_append_z(b, label);
  put_names(names, ", ", b);
  if (names->count > SHOWN_NAMES)
    bede_buf_printf(b, " and %u more", names->count - SHOWN_NAMES);
}

static void put_speaker(bede_page *page, const bede_source_row *s)
{
  bede_buf b;
  bede_buf_init(&b, 0);
  bede_buf_append_str(&b, s->name);
  if (s->office.len && !bede_str_eq(s->office, s->name)) {
    bede_buf_append_z(&b, ", ");
    bede_buf_append_str(&b, s->office);
  }
  code_text(s, &b);
  relations_text(s, &b);
  names_text("; told ", &s->outlets, &b);
  names_text("; in ", &s->publishers, &b);
  bede_buf_printf(page->out, "%6u%8u%6u  ", s->statements, s->claims,
                  s->documents);
  bede_page_wrap(page, bede_buf_str(&b), INDENT);
  bede_buf_append_char(page->out, '\n');
  bede_page_release(page, &b);
}

static void put_ranking(bede_page *page, const bede_sources *list)
{
  bede_page_style(page, "2");
  bede_buf_printf(page->out, "%6s%8s%6s  speaker", "said", "claims", "docs");
  bede_page_style(page, "0");
  bede_buf_append_char(page->out, '\n');
  page->indent = INDENT;
  for (uint32_t i = 0; i < list->rows.count; i++) {
    if (list->rows.items[i].statements) put_speaker(page, &list->rows.items[i]);
  }
  bede_buf_append_char(page->out, '\n');
}

static void put_percent(bede_buf *out, uint64_t part, uint64_t whole)
{
  uint64_t tenths = whole ? (part * 1000 + whole / 2) / whole : 0;
  bede_buf_printf(out, "%8llu%6llu.%llu%%", (unsigned long long)part,
                  (unsigned long long)tenths / 10,
                  (unsigned long long)tenths % 10);
}

static void put_share(bede_page *page, const bede_share *s,
                      const bede_share *all)
{
  bool said = has_statements(s, all);
  size_t begin = page->out->len;
  bede_buf_append_z(page->out, "  ");
  bede_page_wrap(page, s->value, 2);
  size_t used = page->out->len - begin;
  bede_buf_printf(page->out, "%*s", used < LABEL ? (int)(LABEL - used) : 1, "");
  if (said)
    put_percent(page->out, s->statements, all->statements);
  else
    bede_buf_printf(page->out, "%17s", "");
  put_percent(page->out, s->claims, all->claims);
  if (said)
    bede_buf_printf(page->out, "%10llu", (unsigned long long)s->speakers);
  bede_buf_append_char(page->out, '\n');
}

static void put_summary(bede_page *page, const bede_sources *list)
{
  const bede_share *all = &list->shares.items[BEDE_FIXED_ALL];
  bede_share_group group = BEDE_SHARE_ALL;
  for (uint32_t i = 1; i < list->shares.count; i++) {
    const bede_share *s = &list->shares.items[i];
    if (s->group != group) {
      bede_page_style(page, "1");
      bede_buf_printf(page->out, "by %-*s%17s%17s%10s", LABEL - 3,
                      group_names[s->group], "said", "claims", "speakers");
      bede_page_style(page, "0");
      bede_buf_append_char(page->out, '\n');
    }
    group = s->group;
    put_share(page, s, all);
  }
}

static void put_page(const bede_sources *list,
                     const bede_sources_options *options, bede_buf *out)
{
  bede_page page;
  const bede_share *all = &list->shares.items[BEDE_FIXED_ALL];
  bede_page_init(&page, out, options->width, options->color);
  bede_buf_printf(
      out,
      "%llu statements by %llu speakers in %llu documents with "
      "%llu claims\n\n",
      (unsigned long long)all->statements, (unsigned long long)all->speakers,
      (unsigned long long)list->documents, (unsigned long long)all->claims);
  if (!options->summary && all->speakers) put_ranking(&page, list);
  put_summary(&page, list);
}

// --- order -------------------------------------------------------------------

static int by_statements(const void *a, const void *b)
{
  const bede_source_row *x = a, *y = b;
  if (x->statements != y->statements)
    return x->statements > y->statements ? -1 : 1;
  if (x->claims != y->claims) return x->claims > y->claims ? -1 : 1;
  if (x->documents != y->documents) return x->documents > y->documents ? -1 : 1;
  return x->order < y->order ? -1 : 1;
}

// Groups in their order; countries and sectors with most statements first.
static int by_group(const void *a, const void *b)
{
  const bede_share *x = a, *y = b;
  if (x->group != y->group) return x->group < y->group ? -1 : 1;
  if (x->statements != y->statements)
    return x->statements > y->statements ? -1 : 1;
  if (x->claims != y->claims) return x->claims > y->claims ? -1 : 1;
  return bede_str_cmp(x->value, y->value);
}

void bede_sources_put(bede_sources *list, const bede_sources_options *options,
                      bede_buf *out)
{
  bede_format format = (bede_format)options->format;
  bede_sources_count_speakers(list);
  if (list->rows.count)
    qsort(list->rows.items, list->rows.count, sizeof *list->rows.items,
          by_statements);
  qsort(list->shares.items + BEDE_FIXED_COUNT,
        list->shares.count - BEDE_FIXED_COUNT, sizeof *list->shares.items,
        by_group);
  if (format == BEDE_FORMAT_TABLE)
    put_page(list, options, out);
  else if (options->summary)
    put_shares(list, format, out);
  else
    put_rows(list, format, out);
}
