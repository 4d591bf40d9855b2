// `bede explain`: every sentence with its tree, its entities, what was tried,
// what won and what lost and why.
#include "api/job.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/str.h"
#include "base/utf8.h"
#include "export/names.h"
#include "export/say.h"

// What the event stage said of a sentence, kept until the sentence is printed.
typedef struct note {
  uint32_t sentence, word;
  uint32_t number; // as it came
  bede_str text;
} note;

typedef struct notes {
  BEDE_LIST(note) list;
  bede_arena *arena;
} notes;

static void keep_note(void *context, uint32_t sentence, uint32_t word,
                      const char *text)
{
  notes *n = context;
  note *slot = BEDE_LIST_PUSH(&n->list, n->arena, BEDE_NONE);
  if (!slot) return;
  slot->number = n->list.count;
  slot->sentence = sentence;
  slot->word = word;
  slot->text = bede_arena_copy(n->arena, bede_str_from(text));
}

static void put_quoted(bede_buf *out, bede_str s)
{
  bede_buf_append_char(out, '"');
  bede_utf8_put_plain(out, s);
  bede_buf_append_char(out, '"');
}

// Fills up to `width` columns, and one blank at least.
static void put_column(bede_buf *out, bede_str s, size_t width)
{
  bede_utf8_put_plain(out, s);
  size_t n = bede_utf8_count(s.ptr, s.len);
  do {
    bede_buf_append_char(out, ' ');
  } while (++n <= width);
}

static void put_word(bede_buf *out, const bede_doc *doc, uint32_t first,
                     uint32_t w)
{
  const bede_word *word = &doc->words.items[w];
  unsigned head = word->head == BEDE_NONE ? 0 : word->head - first + 1;
  bede_buf_printf(out, "  %3u  ", w - first + 1);
  put_column(out, bede_word_form(doc, w), 18);
  put_column(out, word->lemma, 14);
  bede_buf_printf(out, "%-6s %-5s %3u %s\n", bede_upos_name(word->upos),
                  bede_xpos_name(word->xpos), head,
                  bede_deprel_name(word->deprel));
}

static void put_entity(bede_buf *out, const bede_doc *doc,
                       const bede_mention *m)
{
  bede_buf_append_z(out, "  entity  ");
  put_quoted(out, bede_doc_str(doc, m->span));
  if (m->entity != BEDE_NONE) {
    const bede_entity *e = &doc->entities.items[m->entity];
    bede_str sector = bede_entity_sector(e);
    bede_buf_append_z(out, " is ");
    bede_utf8_put_plain(out, e->name);
    bede_buf_printf(out, " (%s", bede_kind_name(e->kind));
    if (e->country.len || sector.len) bede_buf_append_z(out, ", ");
    bede_buf_append_str(out, e->country);
    if (sector.len) bede_buf_append_char(out, '/');
    bede_buf_append_str(out, sector);
    bede_buf_append_char(out, ')');
    if (e->ref.line) bede_buf_append_char(out, ' ');
    if (e->ref.line) bede_rule_put(doc, e->ref, out);
    if (m->inferred) bede_buf_append_z(out, ", country inferred");
    if (m->link) bede_buf_printf(out, " <- %s", m->link);
  }
  bede_buf_append_char(out, '\n');
}

// --- what was tried ----------------------------------------------------------

// The part of a note before the number that it ends with ("file:12"); the whole
// note when it ends with none.
static bede_str note_stem(const note *n)
{
  size_t end = n->text.len;
  while (end && bede_is_digit((unsigned char)n->text.ptr[end - 1]))
    end--;
  if (!end || n->text.ptr[end - 1] != ':') end = n->text.len;
  return bede_str_sub(n->text, 0, end);
}

// Lines of one file that lost in the same way are told together.
static bool goes_on(const note *last, const note *next)
{
  bede_str a = note_stem(last), b = note_stem(next);
  return last->word == next->word && a.len < last->text.len &&
         bede_str_eq(a, b);
}

static void put_notes(bede_buf *out, const bede_doc *doc, const notes *n,
                      uint32_t sentence, uint32_t *next)
{
  const note *last = NULL;
  for (; *next < n->list.count && n->list.items[*next].sentence == sentence;
       (*next)++) {
    const note *x = &n->list.items[*next];
    if (last && goes_on(last, x)) {
      bede_buf_append_z(out, ", ");
      bede_buf_append_str(out,
                          bede_str_sub(x->text, note_stem(x).len, x->text.len));
    } else {
      if (last) bede_buf_append_char(out, '\n');
      bede_buf_append_z(out, "  tried   ");
      put_quoted(out, bede_word_form(doc, x->word));
      bede_buf_append_z(out, ": ");
      bede_utf8_put_plain(out, x->text);
    }
    last = x;
  }
  if (last) bede_buf_append_char(out, '\n');
}

static int note_order(const void *a, const void *b)
{
  const note *x = a, *y = b;
  if (x->sentence != y->sentence) return x->sentence < y->sentence ? -1 : 1;
  return x->number < y->number ? -1 : x->number > y->number;
}

// --- when, where, how many ---------------------------------------------------

static void put_timex(bede_buf *out, const bede_doc *doc, const bede_timex *t)
{
  bede_buf_append_z(out, "  date    ");
  put_quoted(out, bede_doc_str(doc, t->span));
  bede_buf_printf(out, " is %s ", bede_timex_type_name(t->type));
  bede_buf_append_str(out, t->value);
  if (t->mod.len) bede_buf_append_char(out, ' ');
  bede_buf_append_str(out, t->mod);
  if (t->from.year || t->to.year) {
    bede_buf_append_z(out, ", ");
    if (t->from.year) bede_date_put(out, t->from);
    bede_buf_append_z(out, "..");
    if (t->to.year) bede_date_put(out, t->to);
  }
  bede_buf_append_char(out, '\n');
}

static void put_place(bede_buf *out, const bede_doc *doc, const bede_place *p)
{
  bede_buf_append_z(out, "  place   ");
  put_quoted(out, bede_doc_str(doc, p->span));
  bede_buf_append_z(out, " is ");
  bede_say_place(p, out);
  bede_buf_append_char(out, '\n');
}

static void put_quantity(bede_buf *out, const bede_doc *doc,
                         const bede_quantity *q)
{
  bede_buf_append_z(out, "  number  ");
  bede_say_quantity(doc, q, out);
  bede_buf_printf(out, ", rule %s", q->rule);
  if (q->of_span.end > q->of_span.begin) {
    bede_buf_append_z(out, ", of ");
    put_quoted(out, bede_doc_str(doc, q->of_span));
  }
  bede_buf_append_z(out, q->claim == BEDE_NONE ? ", of no claim\n" : "\n");
}

// What of a document has been printed.
typedef struct cursor {
  uint32_t note, claim, date, place, quantity;
} cursor;

// What the sentence has of each; they stand in text order.
static void put_setting(bede_buf *out, const bede_doc *doc, uint32_t s,
                        cursor *next)
{
  uint32_t end = doc->sentences.items[s].word_end;
  for (; next->date < doc->dates.count &&
         doc->dates.items[next->date].word_begin < end;
       next->date++)
    put_timex(out, doc, &doc->dates.items[next->date]);
  for (; next->place < doc->places.count &&
         doc->places.items[next->place].sentence <= s;
       next->place++)
    put_place(out, doc, &doc->places.items[next->place]);
  for (; next->quantity < doc->quantities.count &&
         doc->quantities.items[next->quantity].sentence <= s;
       next->quantity++)
    put_quantity(out, doc, &doc->quantities.items[next->quantity]);
}

// --- claims ------------------------------------------------------------------

static void put_roles(bede_buf *out, const bede_doc *doc, const char *label,
                      const bede_role *roles, uint32_t count)
{
  for (uint32_t i = 0; i < count; i++) {
    bede_buf_printf(out, "  %s ", label);
    put_quoted(out, bede_doc_str(doc, roles[i].span));
  }
}

static void put_speaker(bede_buf *out, const bede_doc *doc,
                        const bede_attribution *a)
{
  if (a->kind == BEDE_BY_NARRATOR) {
    bede_buf_append_z(out, "the report (");
    bede_utf8_put_plain(out, bede_narrator_name(doc));
    bede_buf_append_char(out, ')');
    return;
  }
  if (a->source.count)
    put_quoted(out, bede_doc_str(doc, a->source.items[0]));
  else
    bede_buf_append_z(out, "nobody named");
  bede_buf_printf(out, " (%s, %s)", bede_source_kind_name(a->kind),
                  bede_stance_name(a->stance));
}

static void put_chains(bede_buf *out, const bede_doc *doc, const bede_claim *c)
{
  for (uint32_t i = 0; i < c->chain_count; i++) {
    const bede_chain *chain = &doc->chains.items[c->chain_begin + i];
    bede_buf_append_z(out, "          said by ");
    for (uint8_t k = 0; k < chain->count; k++) {
      if (k) bede_buf_append_z(out, ", in ");
      put_speaker(out, doc, &doc->attributions.items[chain->links[k]]);
    }
    bede_buf_append_char(out, '\n');
  }
}

static void put_circumstances(bede_buf *out, const bede_doc *doc,
                              const bede_claim *c)
{
  if (c->has_date) {
    bede_buf_append_z(out, "          when ");
    bede_say_date(doc, c, out);
    bede_buf_append_char(out, '\n');
  }
  if (c->place != BEDE_NONE) {
    bede_buf_append_z(out, "          where ");
    bede_say_claim_place(doc, c, out);
    bede_buf_append_char(out, '\n');
  }
  for (uint32_t i = 0; i < c->quantities.count; i++) {
    bede_buf_append_z(out, "          how many ");
    bede_say_quantity(doc, &doc->quantities.items[c->quantities.items[i]], out);
    bede_buf_append_char(out, '\n');
  }
}

// The lines of the knowledge that made the claim, word for word.
static void put_rules(bede_buf *out, const bede_doc *doc,
                      const bede_lexicon *lex, const bede_claim *c)
{
  for (uint8_t i = 0; i < c->rule_count; i++) {
    bede_buf_append_z(out, "          by ");
    bede_rule_put(doc, c->rules[i], out);
    bede_buf_append_z(out, ": ");
    bede_buf_append_str(out, bede_lexicon_line(lex, c->rules[i]));
    bede_buf_append_char(out, '\n');
  }
}

static void put_claim(bede_buf *out, const bede_doc *doc,
                      const bede_lexicon *lex, const bede_claim *c)
{
  bede_buf_printf(out, "  claim   %s", bede_event_name(c->event));
  for (uint8_t i = 0; i < c->mode_count; i++)
    bede_buf_printf(out, " %s", bede_mode_name(c->modes[i]));
  if (c->cameo[0]) bede_buf_printf(out, " (CAMEO %s)", c->cameo);
  put_roles(out, doc, "actor", c->actor.items, c->actor.count);
  put_roles(out, doc, "recipient", c->recipient.items, c->recipient.count);
  bede_buf_printf(out, "  %s, %s, %s\n", c->negated ? "negated" : "affirmed",
                  c->uncertain ? "uncertain" : "certain",
                  bede_claim_status_name(c->status));
  put_circumstances(out, doc, c);
  put_chains(out, doc, c);
  put_rules(out, doc, lex, c);
}

static void put_sentence(bede_buf *out, const bede_doc *doc,
                         const bede_lexicon *lex, uint32_t s, const notes *n,
                         cursor *next)
{
  const bede_sentence *sentence = &doc->sentences.items[s];
  bede_buf_printf(out, "sentence %u: ", s);
  bede_utf8_put_plain(out, bede_doc_str(doc, sentence->span));
  bede_buf_append_char(out, '\n');
  for (uint32_t w = sentence->word_begin; w < sentence->word_end; w++)
    put_word(out, doc, sentence->word_begin, w);
  for (uint32_t w = sentence->word_begin; w < sentence->word_end; w++) {
    uint32_t m = doc->words.items[w].mention;
    if (m != BEDE_NONE) put_entity(out, doc, &doc->mentions.items[m]);
  }
  put_setting(out, doc, s, next);
  put_notes(out, doc, n, s, &next->note);
  // claims stand in text order: each is passed once
  for (; next->claim < doc->claims.count &&
         doc->claims.items[next->claim].sentence == s;
       next->claim++)
    put_claim(out, doc, lex, &doc->claims.items[next->claim]);
  bede_buf_append_char(out, '\n');
}

// Codes a document that was read and appends what is to be shown of it.
static bede_status explain(bede_coder *coder, bede_doc *doc, bede_buf *out,
                           bede_error *err)
{
  notes n = {{NULL, 0, 0}, doc->arena};
  bede_event_log log = {keep_note, &n};
  bede_pipeline pipeline = {coder->lex, coder->lang, false, &log};
  BEDE_TRY(bede_coder_run(&pipeline, doc, err));
  cursor next = {0, 0, 0, 0, 0};
  if (n.list.count)
    qsort(n.list.items, n.list.count, sizeof *n.list.items, note_order);
  for (uint32_t s = 0; s < doc->sentences.count; s++)
    put_sentence(out, doc, coder->lex, s, &n, &next);
  return out->status;
}

bede_status bede_coder_explain(bede_coder *coder, const char *text, size_t len,
                               const bede_metadata *metadata,
                               bede_output *output, bede_error *err)
{
  bede_meta meta = bede_job_meta(metadata);
  bede_str bytes = {text, len};
  bede_doc doc;
  bede_coder_begin(coder, &doc);
  BEDE_TRY(bede_source_text(&doc, bytes, &meta, err));
  bede_buf out = bede_output_take(output);
  bede_status status = explain(coder, &doc, &out, err);
  bede_output_give(output, &out);
  return status;
}

static bede_status work(bede_job *job, bede_doc *doc, bede_error *err)
{
  return explain(job->coder, doc, &job->out, err);
}

bede_status bede_coder_explain_file(bede_coder *coder, const char *path,
                                    bede_input_format input,
                                    const bede_metadata *metadata,
                                    bede_sink *sink, void *context,
                                    bede_run *run, bede_error *err)
{
  bede_job job = {.coder = coder,
                  .input = input,
                  .meta = bede_job_meta(metadata),
                  .sink = sink,
                  .context = context,
                  .run = run,
                  .work = work};
  return bede_job_run(&job, path, err);
}
