// The order of the stages over one document.
#include "coder/coder.h"

#include <assert.h>
#include <stdio.h>

#include "actor/actor.h"
#include "attrib/attrib.h"
#include "base/error.h"
#include "base/sha256.h"
#include "base/str.h"
#include "event/standing.h"
#include "event/topic.h"
#include "setting/setting.h"
#include "text/text.h"

// Names the files of the knowledge, so that the records stand without it.
static bede_status run_files(const bede_pipeline *p, bede_doc *doc,
                             bede_error *err)
{
  uint32_t count = bede_lexicon_file_count(p->lex);
  if (!BEDE_LIST_RESERVE(&doc->files, doc->arena, count)) {
    return bede_error_set(err, BEDE_ENOMEM, BEDE_NO_OFFSET, "%s",
                          bede_status_text(BEDE_ENOMEM));
  }
  for (uint32_t i = 0; i < count; i++)
    doc->files.items[i] = bede_lexicon_file(p->lex, (uint16_t)i);
  doc->files.count = count;
  return BEDE_OK;
}

static bede_status run_text(const bede_pipeline *p, bede_doc *doc,
                            bede_error *err)
{
  (void)p;
  BEDE_TRY(bede_text_split(doc, err));
  return bede_text_references(doc, err);
}

static bede_status run_lang(const bede_pipeline *p, bede_doc *doc,
                            bede_error *err)
{
  BEDE_TRY(bede_lang_annotate(p->lang, doc, err));
  for (uint32_t s = 0; s < doc->sentences.count; s++)
    BEDE_TRY(bede_lexicon_bind(p->lex, doc, s));
  return BEDE_OK;
}

static bede_status run_find(const bede_pipeline *p, bede_doc *doc,
                            bede_error *err)
{
  return bede_setting_find(doc, p->lex, err);
}

static bede_status run_mentions(const bede_pipeline *p, bede_doc *doc,
                                bede_error *err)
{
  return bede_actor_mentions(doc, p->lex, err);
}

static bede_status run_attributions(const bede_pipeline *p, bede_doc *doc,
                                    bede_error *err)
{
  return bede_attrib_find(doc, p->lex, err);
}

static bede_status run_resolve(const bede_pipeline *p, bede_doc *doc,
                               bede_error *err)
{
  return bede_actor_resolve(doc, p->lex, err);
}

static bede_status run_events(const bede_pipeline *p, bede_doc *doc,
                              bede_error *err)
{
  BEDE_TRY(bede_event_code(doc, p->lex, p->log, err));
  BEDE_TRY(bede_topics_set(doc, p->lex, err));
  return p->with_predicates ? bede_standing_list(p->lex, doc, err) : BEDE_OK;
}

static bede_status run_attach(const bede_pipeline *p, bede_doc *doc,
                              bede_error *err)
{
  return bede_setting_attach(doc, p->lex, err);
}

static bede_status run_date(const bede_pipeline *p, bede_doc *doc,
                            bede_error *err)
{
  return bede_actor_date(doc, p->lex, err);
}

static bede_status run_chains(const bede_pipeline *p, bede_doc *doc,
                              bede_error *err)
{
  return bede_attrib_attach(doc, p->lex, err);
}

typedef struct pass {
  const char *name;
  bede_stage stage;
  bede_status (*run)(const bede_pipeline *p, bede_doc *doc, bede_error *err);
} pass;

static const pass passes[] = {
    {"coder", BEDE_STAGE_CODER, run_files},
    {"text", BEDE_STAGE_TEXT, run_text},
    {"lang", BEDE_STAGE_LANG, run_lang},
    {"setting", BEDE_STAGE_SETTING, run_find},
    {"actor", BEDE_STAGE_ACTOR, run_mentions},
    {"attrib", BEDE_STAGE_ATTRIB, run_attributions},
    {"actor", BEDE_STAGE_ACTOR, run_resolve},
    {"event", BEDE_STAGE_EVENT, run_events},
    {"setting", BEDE_STAGE_SETTING, run_attach},
    {"actor", BEDE_STAGE_ACTOR, run_date},
    {"attrib", BEDE_STAGE_ATTRIB, run_chains},
};

// Ids hang on the text, the trigger's head word and a rank among the claims on
// that word; the event code is not in it, so that a re-coding shows as changed.
static void make_ids(bede_doc *doc)
{
  uint32_t rank = 0;
  for (uint32_t i = 0; i < doc->claims.count; i++) {
    bede_claim *claim = &doc->claims.items[i];
    bool again =
        i && doc->claims.items[i - 1].trigger_head == claim->trigger_head;
    rank = again ? rank + 1 : 0;
    bede_span span = doc->words.items[claim->trigger_head].span;
    char key[128], hex[65];
    int n = snprintf(key, sizeof key, "%s %u %u %u", doc->text_sha256,
                     span.begin, span.end, rank);
    bede_sha256_hex(key, (size_t)n, hex);
    snprintf(claim->id, sizeof claim->id, "c%.16s", hex);
  }
}

static bede_status failed(bede_doc *doc, bede_status status, const char *stage,
                          bede_error *err)
{
  doc->status = BEDE_DOC_FAILED;
  if (!err) return status;
  bede_error inner = *err;
  snprintf(err->message, sizeof err->message, "%s: %.200s", stage,
           inner.message[0] ? inner.message : bede_status_text(status));
  return status;
}

bede_status bede_coder_run(const bede_pipeline *pipeline, bede_doc *doc,
                           bede_error *err)
{
  for (size_t i = 0; i < sizeof passes / sizeof passes[0]; i++) {
    if (err) err->message[0] = 0;
    bede_status status = passes[i].run(pipeline, doc, err);
    // A record that found no room may have been left out: nothing is better
    // than less.
    if (!status && doc->arena->failed) status = BEDE_ENOMEM;
    if (status) return failed(doc, status, passes[i].name, err);
    BEDE_TRACE(doc->trace, passes[i].stage, "%s done", passes[i].name);
    bede_doc_check(doc);
  }
  make_ids(doc);
  assert(!bede_doc_unfinished(doc));
  doc->status = doc->claims.count ? BEDE_DOC_CODED : BEDE_DOC_NO_CLAIMS;
  return BEDE_OK;
}
