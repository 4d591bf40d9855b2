// `bede explain`: every sentence with its tree, its entities, what was tried,
// what won and what lost and why.
#include "api/job.h"

#include <string.h>

#include "base/error.h"
#include "base/str.h"
#include "export/export.h"

// What the event stage said of a sentence, kept until the sentence is printed.
typedef struct note {
  uint32_t sentence, word;
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
  slot->sentence = sentence;
  slot->word = word;
  slot->text = bede_arena_copy(n->arena, bede_str_from(text));
}

static void put_word(bede_buf *out, const bede_doc *doc, uint32_t first,
                     uint32_t w)
{
  const bede_word *word = &doc->words.items[w];
  unsigned head = word->head == BEDE_NONE ? 0 : word->head - first + 1;
  bede_str form = bede_word_form(doc, w);
  bede_buf_printf(out, "  %3u  %-18.*s %-14.*s %-6s %-5s %3u %s\n",
                  w - first + 1, (int)form.len, form.ptr, (int)word->lemma.len,
                  word->lemma.ptr, bede_upos_name(word->upos),
                  bede_xpos_name(word->xpos), head,
                  bede_deprel_name(word->deprel));
}

static void put_entity(bede_buf *out, const bede_doc *doc,
                       const bede_lexicon *lex, const bede_mention *m)
{
  bede_str text = bede_doc_str(doc, m->span);
  bede_buf_printf(out, "  entity  \"%.*s\"", (int)text.len, text.ptr);
  if (m->entity != BEDE_NONE) {
    const bede_entity *e = &doc->entities.items[m->entity];
    bede_buf_printf(out, " = %.*s (%s) %.*s/%s", (int)e->name.len, e->name.ptr,
                    bede_kind_name(e->kind), (int)e->country.len,
                    e->country.ptr ? e->country.ptr : "",
                    e->sector_count ? bede_sector_name(e->sectors[0]) : "");
    if (e->ref.line) {
      bede_str file = bede_lexicon_file(lex, e->ref.file);
      bede_buf_printf(out, "  %.*s:%u", (int)file.len, file.ptr, e->ref.line);
    }
  }
  bede_buf_append_char(out, '\n');
}

static void put_claim(bede_buf *out, const bede_doc *doc,
                      const bede_lexicon *lex, const bede_claim *c)
{
  bede_buf_printf(out, "  claim   %s", bede_event_name(c->event));
  for (uint8_t i = 0; i < c->mode_count; i++)
    bede_buf_printf(out, " %s", bede_mode_name(c->modes[i]));
  for (uint32_t i = 0; i < c->actor.count; i++) {
    bede_str s = bede_doc_str(doc, c->actor.items[i].span);
    bede_buf_printf(out, "  actor \"%.*s\"", (int)s.len, s.ptr);
  }
  for (uint32_t i = 0; i < c->recipient.count; i++) {
    bede_str s = bede_doc_str(doc, c->recipient.items[i].span);
    bede_buf_printf(out, "  recipient \"%.*s\"", (int)s.len, s.ptr);
  }
  bede_buf_append_z(out, "  by");
  for (uint8_t i = 0; i < c->rule_count; i++) {
    bede_str file = bede_lexicon_file(lex, c->rules[i].file);
    bede_buf_printf(out, " %.*s:%u", (int)file.len, file.ptr, c->rules[i].line);
  }
  bede_buf_append_char(out, '\n');
}

static void put_sentence(bede_buf *out, const bede_doc *doc,
                         const bede_lexicon *lex, uint32_t s, const notes *n,
                         uint32_t *next_note)
{
  const bede_sentence *sentence = &doc->sentences.items[s];
  bede_buf_printf(out, "sentence %u: ", s);
  bede_buf_append_str(out, bede_doc_str(doc, sentence->span));
  bede_buf_append_char(out, '\n');
  for (uint32_t w = sentence->word_begin; w < sentence->word_end; w++)
    put_word(out, doc, sentence->word_begin, w);
  for (uint32_t w = sentence->word_begin; w < sentence->word_end; w++) {
    uint32_t m = doc->words.items[w].mention;
    if (m != BEDE_NONE) put_entity(out, doc, lex, &doc->mentions.items[m]);
  }
  for (; *next_note < n->list.count && n->list.items[*next_note].sentence == s;
       (*next_note)++) {
    const note *x = &n->list.items[*next_note];
    bede_str form = bede_word_form(doc, x->word);
    bede_buf_printf(out, "  tried   \"%.*s\": %.*s\n", (int)form.len, form.ptr,
                    (int)x->text.len, x->text.ptr);
  }
  for (uint32_t c = 0; c < doc->claims.count; c++) {
    if (doc->claims.items[c].sentence == s)
      put_claim(out, doc, lex, &doc->claims.items[c]);
  }
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
  uint32_t next = 0;
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
