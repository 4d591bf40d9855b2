// The table for people. One block a claim, so that nothing is cut: first what
// and who, then the speakers, then the words of the report.
#include "export/table.h"

#include "base/str.h"
#include "export/names.h"
#include "export/page.h"
#include "export/say.h"

typedef struct table {
  bede_page page;
  const bede_doc *doc;
} table;

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
  bede_page_take(&t->page, label, &b);
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
  bede_page_take(&t->page, "says", &b);
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
  bede_page_style(&t->page, "1");
  bede_buf_printf(t->page.out, "%4u  %s", number, bede_event_name(c->event));
  for (uint8_t m = 0; m < c->mode_count; m++)
    bede_buf_printf(t->page.out, "%s%s", m ? "," : " ",
                    bede_mode_name(c->modes[m]));
  bede_page_style(&t->page, "0");
  if (c->cameo[0]) bede_buf_printf(t->page.out, "  (CAMEO %s)", c->cameo);
  standing_text(c, &b);
  bede_buf_append_str(t->page.out, bede_buf_str(&b));
  bede_buf_append_char(t->page.out, '\n');
  bede_page_release(&t->page, &b);
}

static void put_when(table *t, const bede_claim *c)
{
  if (!c->has_date) return;
  bede_buf b;
  bede_buf_init(&b, 0);
  bede_say_date(t->doc, c, &b);
  bede_page_take(&t->page, "when", &b);
}

static void put_where(table *t, const bede_claim *c)
{
  if (c->place == BEDE_NONE) return;
  bede_buf b;
  bede_buf_init(&b, 0);
  bede_say_claim_place(t->doc, c, &b);
  bede_page_take(&t->page, "where", &b);
}

static const bede_attribution *first_speaker(const bede_doc *doc,
                                             uint32_t chain)
{
  return &doc->attributions.items[doc->chains.items[chain].links[0]];
}

// A line for each number; its speaker where he is not that of the claim.
static void put_number(table *t, const bede_quantity *q, const bede_claim *c)
{
  bede_buf b;
  bede_buf_init(&b, 0);
  bede_say_quantity(t->doc, q, &b);
  if (q->chain_count) {
    const bede_attribution *by = first_speaker(t->doc, q->chain_begin);
    if (!c || by != first_speaker(t->doc, c->chain_begin)) {
      bede_buf_append_z(&b, ", says ");
      speaker_text(t->doc, by, &b);
    }
  }
  bede_page_take(&t->page, "number", &b);
}

static void put_claim(table *t, const bede_claim *c, uint32_t number)
{
  put_headline(t, c, number);
  put_roles(t, "actor", c->actor.items, c->actor.count);
  put_roles(t, "recipient", c->recipient.items, c->recipient.count);
  put_when(t, c);
  put_where(t, c);
  for (uint32_t i = 0; i < c->quantities.count; i++)
    put_number(t, &t->doc->quantities.items[c->quantities.items[i]], c);
  for (uint32_t i = 0; i < c->chain_count; i++)
    put_chain(t, &t->doc->chains.items[c->chain_begin + i]);
  bede_page_line(&t->page, "words", bede_doc_str(t->doc, c->evidence));
}

// Numbers of people that belong to no claim: a toll told later.
static void put_other_numbers(table *t)
{
  bool any = false;
  for (uint32_t i = 0; i < t->doc->quantities.count; i++) {
    const bede_quantity *q = &t->doc->quantities.items[i];
    if (q->claim != BEDE_NONE || q->of > BEDE_OF_PEOPLE) continue;
    if (!any) bede_buf_append_z(t->page.out, "      numbers of no claim\n");
    any = true;
    put_number(t, q, NULL);
  }
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
  bede_buf_printf(t->page.out,
                  "  %u claims: %u on the report's word alone, %u from unnamed "
                  "speakers; %u references, %u lead nowhere\n",
                  t->doc->claims.count, narrator, unnamed,
                  t->doc->citations.count, open);
}

bede_status bede_export_table(const bede_doc *doc,
                              const bede_export_options *options, bede_buf *out)
{
  table t = {.doc = doc};
  bede_page_init(&t.page, out, options->width, options->color);
  bede_page_style(&t.page, "1;4");
  bede_page_wrap(&t.page, bede_doc_heading(doc), 0);
  bede_page_style(&t.page, "0");
  bede_buf_append_char(out, '\n');
  put_summary(&t);
  for (uint32_t i = 0; i < doc->claims.count; i++)
    put_claim(&t, &doc->claims.items[i], i + 1);
  put_other_numbers(&t);
  bede_buf_append_char(out, '\n');
  return out->status;
}
