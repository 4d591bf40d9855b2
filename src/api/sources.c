// `bede sources`: who speaks in many reports, and what share of what is said
// rests on whom.
#include "api/sources.h"

#include <stdio.h>
#include <string.h>

#include "api/job.h"
#include "api/list.h"
#include "base/error.h"
#include "base/str.h"
#include "base/utf8.h"
#include "export/names.h"

// --- shares ------------------------------------------------------------------

static uint64_t share_key(bede_share_group group, bede_str value)
{
  return bede_actor_key(value, (uint64_t)group + 1);
}

static uint32_t find_share(const bede_sources *list, bede_share_group group,
                           bede_str value)
{
  return bede_actor_map_get(&list->share_map, share_key(group, value));
}

static bede_status get_share(bede_sources *list, bede_share_group group,
                             bede_str value, uint32_t *out)
{
  *out = find_share(list, group, value);
  if (*out != BEDE_NONE) return BEDE_OK;
  if (list->shares.count == BEDE_MAX_SHARES) return BEDE_ELIMIT;
  bede_share *s = BEDE_LIST_PUSH(&list->shares, &list->arena, BEDE_MAX_SHARES);
  if (!s) return BEDE_ENOMEM;
  s->group = group;
  s->value = bede_arena_copy(&list->arena, value);
  *out = list->shares.count - 1;
  return bede_actor_map_put(&list->arena, &list->share_map,
                            share_key(group, value), *out);
}

static bede_status add_fixed(bede_sources *list, bede_share_group group,
                             const char *value)
{
  uint32_t at;
  return get_share(list, group, bede_str_from(value), &at);
}

bede_status bede_sources_init(bede_sources *list)
{
  static const char *const kinds[] = {"named", "anonymous", "document",
                                      "impersonal", "unattributed"};
  memset(list, 0, sizeof *list);
  bede_arena_init(&list->arena);
  bede_buf_init(&list->folded, 0);
  BEDE_TRY(add_fixed(list, BEDE_SHARE_ALL, ""));
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    BEDE_TRY(add_fixed(list, BEDE_SHARE_SOURCE, kinds[i]));
  BEDE_TRY(add_fixed(list, BEDE_SHARE_OFFICE, "official"));
  BEDE_TRY(add_fixed(list, BEDE_SHARE_OFFICE, "other"));
  for (unsigned r = 0; r < BEDE_RELATION_COUNT; r++)
    BEDE_TRY(add_fixed(list, BEDE_SHARE_RELATION,
                       bede_relation_name((bede_relation)r)));
  return BEDE_OK;
}

void bede_sources_release(bede_sources *list)
{
  bede_buf_release(&list->folded);
  bede_arena_release(&list->arena);
}

bede_sources *bede_sources_new(void)
{
  bede_sources *list = bede_calloc(1, sizeof *list);
  if (!list || !bede_sources_init(list)) return list;
  bede_sources_free(list);
  return NULL;
}

void bede_sources_free(bede_sources *list)
{
  if (!list) return;
  bede_sources_release(list);
  bede_free(list);
}

static uint32_t share_of_kind(bede_source_kind kind)
{
  switch (kind) {
  case BEDE_BY_PERSON:
  case BEDE_BY_ORGANIZATION:
    return BEDE_FIXED_NAMED;
  case BEDE_BY_UNNAMED_PERSON:
  case BEDE_BY_UNNAMED_GROUP:
    return BEDE_FIXED_ANONYMOUS;
  case BEDE_BY_DOCUMENT:
    return BEDE_FIXED_DOCUMENT;
  default:
    return BEDE_FIXED_IMPERSONAL;
  }
}

static bede_str known_or(bede_str value)
{
  return value.len ? value : bede_str_from("unknown");
}

static bede_str sector_or(bede_sector sector)
{
  return known_or(bede_str_from(sector ? bede_sector_name(sector) : NULL));
}

// --- the report at hand ------------------------------------------------------

enum { ROW_SHARES = 5, KEY_ROOM = 64 };

// What an attribution counts for.
typedef struct said {
  uint32_t row; // BEDE_NONE: nobody speaks
  uint32_t shares[ROW_SHARES];
  uint32_t share_count;
} said;

typedef struct report {
  bede_sources *list;
  const bede_doc *doc;
  uint32_t number; // of the document, from 1
  bool *named;     // by entity: one and the same in every document
  said *said;      // by attribution
} report;

static bool is_named(bede_source_kind kind)
{
  return share_of_kind(kind) == BEDE_FIXED_NAMED;
}

static bool is_official(const bede_entity *e)
{
  return e->sector_count && bede_sector_is_official(e->sectors[0]);
}

// Has the span a capital elsewhere than on the sentence's first word?
static bool has_proper(const bede_doc *doc, const bede_mention *m)
{
  const bede_sentence *s = &doc->sentences.items[m->sentence];
  for (uint32_t w = s->word_begin; w < s->word_end; w++) {
    const bede_word *word = &doc->words.items[w];
    if (word->span.begin < m->span.begin || word->span.begin >= m->span.end)
      continue;
    size_t at = 0;
    bede_str form = bede_word_form(doc, w);
    bool first = w == s->word_begin && word->upos != BEDE_UPOS_PROPN;
    if (!first && bede_cp_is_upper(bede_utf8_next(form.ptr, form.len, &at)))
      return true;
  }
  return false;
}

// A name of its own, or an organ of a state that is called by the name of its
// place: "Finnish interior ministry", "police in Nairobi". "The police" and
// "the interior ministry" of two reports may be two.
static bool is_name(const bede_doc *doc, const bede_mention *m)
{
  const bede_entity *e = &doc->entities.items[m->entity];
  if (m->type == BEDE_MENTION_NAME) return true;
  return e->kind == BEDE_KIND_ORGANIZATION && is_official(e) &&
         e->country.len && m->type == BEDE_MENTION_NOMINAL &&
         bede_str_eq(bede_doc_str(doc, m->span), e->name) && has_proper(doc, m);
}

static bede_status read_entities(report *r)
{
  const bede_doc *doc = r->doc;
  r->named = bede_arena_array(doc->arena, (size_t)doc->entities.count + 1,
                              sizeof *r->named);
  r->said = bede_arena_array(doc->arena, (size_t)doc->attributions.count + 1,
                             sizeof *r->said);
  if (!r->named || !r->said) return BEDE_ENOMEM;
  for (uint32_t i = 0; i < doc->mentions.count; i++) {
    const bede_mention *m = &doc->mentions.items[i];
    if (m->entity < doc->entities.count && is_name(doc, m))
      r->named[m->entity] = true;
  }
  return BEDE_OK;
}

static const bede_entity *speaker(const report *r, const bede_attribution *a)
{
  return a->speaker == BEDE_NONE ? NULL : &r->doc->entities.items[a->speaker];
}

// --- rows --------------------------------------------------------------------

enum { BY_KEY = 1, BY_PLACE, BY_NAME }; // + kind

// Speakers without a name are told apart by document and entity, or, where
// there is no entity, by attribution; and one that is left unnamed is never
// united with one that is not.
static uint64_t place_key(const report *r, uint32_t index)
{
  const bede_attribution *a = &r->doc->attributions.items[index];
  char text[KEY_ROOM];
  bool entity = a->speaker != BEDE_NONE;
  int n = snprintf(text, sizeof text, "%lu %lu %c%lu", (unsigned long)r->number,
                   (unsigned long)share_of_kind(a->kind), entity ? 'e' : 'a',
                   (unsigned long)(entity ? a->speaker : index));
  return bede_actor_key((bede_str){text, (size_t)n}, BY_PLACE);
}

static uint64_t row_key(report *r, uint32_t index)
{
  const bede_attribution *a = &r->doc->attributions.items[index];
  const bede_entity *e = speaker(r, a);
  if (!e || !is_named(a->kind)) return place_key(r, index);
  if (e->known && e->key.len) return bede_actor_key(e->key, BY_KEY);
  if (!r->named[a->speaker]) return place_key(r, index);
  bede_buf *name = &r->list->folded;
  bede_buf_clear(name);
  bede_list_fold(name, e->name);
  return bede_actor_key(bede_buf_str(name), (uint64_t)BY_NAME + a->kind);
}

static void keep(bede_sources *list, bede_str *field, bede_str value)
{
  if (!field->len && value.len)
    *field = bede_arena_copy(&list->arena, bede_list_cut(value));
}

// What the report at hand tells more of a speaker.
static void fill_row(report *r, bede_source_row *row, const bede_attribution *a)
{
  const bede_entity *e = speaker(r, a);
  keep(r->list, &row->name, bede_speaker_name(r->doc, a));
  keep(r->list, &row->document, r->doc->id);
  if (!e) return;
  keep(r->list, &row->key, e->key);
  keep(r->list, &row->office, e->office);
  keep(r->list, &row->country, e->country);
  if (!row->sector && e->sector_count) row->sector = e->sectors[0];
}

static bede_status find_row(report *r, uint32_t index, uint32_t *out)
{
  bede_sources *list = r->list;
  const bede_attribution *a = &r->doc->attributions.items[index];
  uint64_t key = row_key(r, index);
  *out = bede_actor_map_get(&list->row_map, key);
  if (*out == BEDE_NONE) {
    if (list->rows.count == BEDE_MAX_SPEAKERS) return BEDE_ELIMIT;
    bede_source_row *row =
        BEDE_LIST_PUSH(&list->rows, &list->arena, BEDE_MAX_SPEAKERS);
    if (!row) return BEDE_ENOMEM;
    *out = list->rows.count - 1;
    row->order = *out;
    row->kind = a->kind;
    BEDE_TRY(bede_actor_map_put(&list->arena, &list->row_map, key, *out));
  }
  fill_row(r, &list->rows.items[*out], a);
  return BEDE_OK;
}

// Adds a name to those of a row that does not have it yet.
static bede_status add_name(bede_sources *list, uint32_t row, char tag,
                            bede_source_names *names, bede_str name)
{
  bede_buf *b = &list->folded;
  if (!name.len) return BEDE_OK;
  bede_buf_clear(b);
  bede_list_fold(b, name);
  uint64_t key = bede_actor_key(bede_buf_str(b),
                                ((uint64_t)row << 8) + (unsigned char)tag);
  if (bede_actor_map_get(&list->name_map, key) != BEDE_NONE) return BEDE_OK;
  bede_source_name *x = bede_arena_alloc(&list->arena, sizeof *x);
  if (!x) return BEDE_ENOMEM;
  x->name = bede_arena_copy(&list->arena, bede_list_cut(name));
  if (names->last)
    names->last->next = x;
  else
    names->first = x;
  names->last = x;
  return bede_actor_map_put(&list->arena, &list->name_map, key, names->count++);
}

// --- counting ----------------------------------------------------------------

static bede_status find_shares(report *r, const bede_attribution *a, said *s)
{
  const bede_entity *e = speaker(r, a);
  bede_str country = {NULL, 0};
  bede_sector sector = BEDE_SECTOR_NONE;
  s->shares[s->share_count++] = BEDE_FIXED_ALL;
  s->shares[s->share_count++] = share_of_kind(a->kind);
  if (s->row == BEDE_NONE) return BEDE_OK;
  if (e) country = e->country;
  if (e && e->sector_count) sector = e->sectors[0];
  s->shares[s->share_count++] =
      e && is_official(e) ? BEDE_FIXED_OFFICIAL : BEDE_FIXED_OTHER;
  BEDE_TRY(get_share(r->list, BEDE_SHARE_COUNTRY, known_or(country),
                     &s->shares[s->share_count++]));
  return get_share(r->list, BEDE_SHARE_SECTOR, sector_or(sector),
                   &s->shares[s->share_count++]);
}

// Finds, before anything is counted, what every attribution counts for.
static bede_status find_all(report *r)
{
  BEDE_TRY(read_entities(r));
  for (uint32_t i = 1; i < r->doc->attributions.count; i++) {
    const bede_attribution *a = &r->doc->attributions.items[i];
    said *s = &r->said[i];
    s->row = BEDE_NONE;
    if (!bede_attribution_says(a)) continue;
    if (a->kind != BEDE_BY_IMPERSONAL) BEDE_TRY(find_row(r, i, &s->row));
    BEDE_TRY(find_shares(r, a, s));
  }
  return r->list->arena.failed ? BEDE_ENOMEM : BEDE_OK;
}

static void count_document(report *r, bede_share *share)
{
  share->documents += share->last_document != r->number;
  share->last_document = r->number;
}

static void count_share_claim(report *r, uint32_t index)
{
  bede_share *share = &r->list->shares.items[index];
  share->claims += share->last_claim != r->list->claims;
  share->last_claim = r->list->claims;
  count_document(r, share);
}

static bede_status count_statement(report *r, uint32_t index)
{
  const bede_doc *doc = r->doc;
  const bede_attribution *a = &doc->attributions.items[index];
  const said *s = &r->said[index];
  for (uint32_t i = 0; i < s->share_count; i++) {
    bede_share *share = &r->list->shares.items[s->shares[i]];
    share->statements++;
    count_document(r, share);
  }
  if (s->row == BEDE_NONE) return BEDE_OK;
  bede_source_row *row = &r->list->rows.items[s->row];
  row->statements++;
  row->quotes +=
      a->quoted == BEDE_QUOTED_DIRECT || a->quoted == BEDE_QUOTED_MIXED;
  row->documents += row->last_document != r->number;
  row->last_document = r->number;
  if (a->outlet != BEDE_NONE)
    BEDE_TRY(add_name(r->list, s->row, 'o', &row->outlets,
                      doc->entities.items[a->outlet].name));
  return add_name(r->list, s->row, 'p', &row->publishers, doc->publisher);
}

// A claim counts once for each speaker, and once in each share, on whose word
// it stands.
static void count_chain(report *r, const bede_chain *chain)
{
  const said *s = &r->said[chain->links[0]];
  for (uint32_t i = 0; i < s->share_count; i++)
    count_share_claim(r, s->shares[i]);
  if (s->row == BEDE_NONE) return;
  count_share_claim(r, BEDE_FIXED_RELATIONS + (uint32_t)chain->relation);
  bede_source_row *row = &r->list->rows.items[s->row];
  if (row->last_claim == r->list->claims) return;
  row->last_claim = r->list->claims;
  row->claims++;
  row->relations[chain->relation]++;
}

static void count_claim(report *r, const bede_claim *c)
{
  bool alone = true;
  r->list->claims++;
  count_share_claim(r, BEDE_FIXED_ALL);
  for (uint32_t i = 0; i < c->chain_count; i++) {
    const bede_chain *chain = &r->doc->chains.items[c->chain_begin + i];
    if (!chain->links[0]) continue;
    alone = false;
    count_chain(r, chain);
  }
  if (alone) count_share_claim(r, BEDE_FIXED_UNATTRIBUTED);
}

static bede_status count(report *r)
{
  BEDE_TRY(find_all(r));
  r->list->documents++;
  count_document(r, &r->list->shares.items[BEDE_FIXED_ALL]);
  for (uint32_t i = 1; i < r->doc->attributions.count; i++)
    if (bede_attribution_says(&r->doc->attributions.items[i]))
      BEDE_TRY(count_statement(r, i));
  for (uint32_t i = 0; i < r->doc->claims.count; i++)
    count_claim(r, &r->doc->claims.items[i]);
  return r->list->arena.failed ? BEDE_ENOMEM : r->list->folded.status;
}

bede_status bede_sources_count(bede_sources *list, const bede_doc *doc,
                               bede_error *err)
{
  report r = {.list = list, .doc = doc, .number = ++list->reports};
  bede_status status = count(&r);
  if (status == BEDE_ELIMIT)
    return bede_error_set(err, status, BEDE_NO_OFFSET,
                          "sources: more than %u speakers, or %u countries "
                          "and sectors, in one list",
                          BEDE_MAX_SPEAKERS, BEDE_MAX_SHARES);
  if (status)
    return bede_error_set(err, status, BEDE_NO_OFFSET, "sources: %s",
                          bede_status_text(status));
  return BEDE_OK;
}

void bede_sources_count_speakers(bede_sources *list)
{
  for (uint32_t i = 0; i < list->rows.count; i++) {
    const bede_source_row *row = &list->rows.items[i];
    uint32_t shares[ROW_SHARES] = {
        BEDE_FIXED_ALL, share_of_kind(row->kind),
        bede_sector_is_official(row->sector) ? BEDE_FIXED_OFFICIAL
                                             : BEDE_FIXED_OTHER,
        find_share(list, BEDE_SHARE_COUNTRY, known_or(row->country)),
        find_share(list, BEDE_SHARE_SECTOR, sector_or(row->sector))};
    for (unsigned k = 0; row->statements && k < ROW_SHARES; k++) {
      if (shares[k] != BEDE_NONE) list->shares.items[shares[k]].speakers++;
    }
  }
}

// --- files -------------------------------------------------------------------

typedef struct sources_job {
  bede_job job;
  bede_sources *list;
} sources_job;

static bede_status work(bede_job *job, bede_doc *doc, bede_error *err)
{
  bede_pipeline pipeline = {job->coder->lex, job->coder->lang, false, NULL};
  BEDE_TRY(bede_coder_run(&pipeline, doc, err));
  return bede_sources_count(((sources_job *)job)->list, doc, err);
}

bede_status bede_sources_file(bede_sources *list, bede_coder *coder,
                              const char *path, bede_input_format input,
                              const bede_metadata *metadata, bede_sink *sink,
                              void *context, bede_run *run, bede_error *err)
{
  sources_job job = {.job = {.coder = coder,
                             .input = input,
                             .meta = bede_job_meta(metadata),
                             .sink = sink,
                             .context = context,
                             .run = run,
                             .work = work},
                     .list = list};
  return bede_job_run(&job.job, path, err);
}

bede_status bede_sources_write(bede_sources *list,
                               const bede_sources_options *options,
                               bede_output *output)
{
  if (options->format != BEDE_OUT_JSON && options->format != BEDE_OUT_CSV &&
      options->format != BEDE_OUT_TSV && options->format != BEDE_OUT_TABLE)
    return BEDE_EUSAGE;
  bede_buf out = bede_output_take(output);
  bede_sources_put(list, options, &out);
  bede_output_give(output, &out);
  return out.status;
}
