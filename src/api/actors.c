// `bede actors`: the actors of many reports in one list, and which of them that
// the knowledge does not have would pay for a line in it.
#include "api/job.h"
#include "api/list.h"

#include <stdlib.h>

#include "actor/work.h"
#include "base/error.h"
#include "base/str.h"
#include "base/utf8.h"
#include "export/names.h"

enum {
  EXAMPLES = 3,         // sentences kept of one actor
  MAX_ACTORS = 1u << 22 // of one list
};

typedef struct row {
  bede_str name, country, code;
  bede_str examples[EXAMPLES];
  uint64_t mentions, claims, documents;
  uint32_t last_document; // counted already
  uint32_t order;         // as it was met
  uint8_t example_count;
  bede_kind kind;
  bede_sector sector;
  bede_ref ref;
  bool known;
} row;

struct bede_actors {
  bede_arena arena;
  BEDE_LIST(row) rows;
  bede_list_files files;
  bede_actor_map map;
  uint32_t documents;
};

bede_actors *bede_actors_new(void)
{
  bede_actors *list = bede_calloc(1, sizeof *list);
  if (list) bede_arena_init(&list->arena);
  return list;
}

void bede_actors_free(bede_actors *list)
{
  if (!list) return;
  bede_arena_release(&list->arena);
  bede_free(list);
}

// --- one report --------------------------------------------------------------

static void fill_row(bede_actors *list, const bede_entity *e, row *r)
{
  r->name = bede_arena_copy(&list->arena, e->name);
  r->country = bede_arena_copy(&list->arena, e->country);
  r->code = bede_arena_copy(&list->arena, e->code);
  r->kind = e->kind;
  r->sector = e->sector_count ? e->sectors[0] : BEDE_SECTOR_NONE;
  r->ref = e->ref;
  r->known = e->known;
  r->order = list->rows.count;
}

// The row of an entity: by its key, else by its name.
static row *row_of(bede_actors *list, const bede_entity *e)
{
  uint64_t key = bede_actor_key(e->known && e->key.len ? e->key : e->name,
                                e->known ? 1 : 2);
  uint32_t at = bede_actor_map_get(&list->map, key);
  if (at != BEDE_NONE) return &list->rows.items[at];
  row *r = BEDE_LIST_PUSH(&list->rows, &list->arena, MAX_ACTORS);
  if (!r) return NULL;
  fill_row(list, e, r);
  if (bede_actor_map_put(&list->arena, &list->map, key, list->rows.count - 1))
    return NULL;
  return r;
}

static void keep_example(bede_actors *list, const bede_doc *doc, uint32_t s,
                         row *r)
{
  if (r->example_count == EXAMPLES) return;
  bede_str text = bede_list_example(doc, s);
  for (uint8_t i = 0; i < r->example_count; i++) {
    if (bede_str_eq(r->examples[i], text)) return;
  }
  r->examples[r->example_count++] = bede_arena_copy(&list->arena, text);
}

static void count_roles(bede_actors *list, const bede_doc *doc,
                        const uint32_t *rows, const bede_claim *c,
                        const bede_role *roles, uint32_t count)
{
  for (uint32_t i = 0; i < count; i++) {
    if (roles[i].entity == BEDE_NONE || rows[roles[i].entity] == BEDE_NONE)
      continue;
    row *r = &list->rows.items[rows[roles[i].entity]];
    r->claims++;
    keep_example(list, doc, c->sentence, r);
  }
}

// The rows of the document's entities that have a name or are known; a pronoun
// or "two men" is nobody to look up.
static bede_status find_rows(bede_actors *list, const bede_doc *doc,
                             uint32_t *rows)
{
  for (uint32_t i = 0; i < doc->entities.count; i++)
    rows[i] = BEDE_NONE;
  for (uint32_t i = 0; i < doc->mentions.count; i++) {
    const bede_mention *m = &doc->mentions.items[i];
    const bede_entity *e = &doc->entities.items[m->entity];
    if (rows[m->entity] != BEDE_NONE || e->name.len == 0 ||
        !(e->known || m->type == BEDE_MENTION_NAME))
      continue;
    row *r = row_of(list, e);
    if (!r) return BEDE_ENOMEM;
    rows[m->entity] = (uint32_t)(r - list->rows.items);
    if (r->last_document != list->documents) r->documents++;
    r->last_document = list->documents;
  }
  return BEDE_OK;
}

static bede_status count(bede_actors *list, bede_doc *doc)
{
  uint32_t *rows =
      bede_arena_array(doc->arena, doc->entities.count + 1, sizeof *rows);
  if (!rows) return BEDE_ENOMEM;
  list->documents++;
  BEDE_TRY(find_rows(list, doc, rows));
  for (uint32_t i = 0; i < doc->claims.count; i++) {
    const bede_claim *c = &doc->claims.items[i];
    count_roles(list, doc, rows, c, c->actor.items, c->actor.count);
    count_roles(list, doc, rows, c, c->recipient.items, c->recipient.count);
  }
  for (uint32_t i = 0; i < doc->mentions.count; i++) {
    const bede_mention *m = &doc->mentions.items[i];
    if (rows[m->entity] == BEDE_NONE) continue;
    row *r = &list->rows.items[rows[m->entity]];
    r->mentions++;
    keep_example(list, doc, m->sentence, r);
  }
  return BEDE_OK;
}

// --- the list ----------------------------------------------------------------

static int by_claims(const void *a, const void *b)
{
  const row *x = a, *y = b;
  if (x->claims != y->claims) return x->claims > y->claims ? -1 : 1;
  if (x->mentions != y->mentions) return x->mentions > y->mentions ? -1 : 1;
  return x->order < y->order ? -1 : 1;
}

// Without a country or a sector a claim cannot be filed under its actor. A
// place that the knowledge lacks is no actor.
static bool is_uncoded(const row *r)
{
  if (r->known || r->kind == BEDE_KIND_PLACE) return false;
  return r->country.len == 0 || r->sector == BEDE_SECTOR_NONE;
}

static void put_row(const bede_actors *list, const row *r, bede_buf *out)
{
  bede_buf_printf(out, "%llu\t%llu\t%llu\t", (unsigned long long)r->claims,
                  (unsigned long long)r->mentions,
                  (unsigned long long)r->documents);
  bede_utf8_put_plain(out, r->name);
  bede_buf_printf(out, "\t%s\t", bede_kind_name(r->kind));
  bede_buf_append_str(out, r->country);
  bede_buf_append_char(out, '\t');
  if (r->sector) bede_buf_append_z(out, bede_sector_name(r->sector));
  bede_buf_append_char(out, '\t');
  bede_buf_append_str(out, r->code);
  bede_buf_append_char(out, '\t');
  bede_list_put_ref(&list->files, r->ref, out);
  for (uint8_t i = 0; i < EXAMPLES; i++) {
    bede_buf_append_char(out, '\t');
    if (i < r->example_count) bede_utf8_put_plain(out, r->examples[i]);
  }
  bede_buf_append_char(out, '\n');
}

bede_status bede_actors_write(bede_actors *list, bool uncoded,
                              bede_output *output)
{
  bede_buf out = bede_output_take(output);
  bede_buf_append_z(&out, "claims\tmentions\tdocuments\tname\tkind\tcountry\t"
                          "sector\tcode\tcode_from\texample_1\texample_2\t"
                          "example_3\n");
  if (list->rows.count)
    qsort(list->rows.items, list->rows.count, sizeof *list->rows.items,
          by_claims);
  list->map.count = list->map.capacity = 0; // rows have moved
  for (uint32_t i = 0; i < list->rows.count; i++) {
    if (!uncoded || is_uncoded(&list->rows.items[i]))
      put_row(list, &list->rows.items[i], &out);
  }
  bede_output_give(output, &out);
  return out.status;
}

// --- files -------------------------------------------------------------------

typedef struct actors_job {
  bede_job job;
  bede_actors *list;
} actors_job;

static bede_status work(bede_job *job, bede_doc *doc, bede_error *err)
{
  bede_actors *list = ((actors_job *)job)->list;
  bede_pipeline pipeline = {job->coder->lex, job->coder->lang, false, NULL};
  BEDE_TRY(bede_coder_run(&pipeline, doc, err));
  BEDE_TRY(bede_list_keep_files(&list->files, &list->arena, job->coder->lex));
  bede_status status = count(list, doc);
  return list->arena.failed ? BEDE_ENOMEM : status;
}

bede_status bede_actors_file(bede_actors *list, bede_coder *coder,
                             const char *path, bede_input_format input,
                             const bede_metadata *metadata, bede_sink *sink,
                             void *context, bede_run *run, bede_error *err)
{
  actors_job job = {.job = {.coder = coder,
                            .input = input,
                            .meta = bede_job_meta(metadata),
                            .sink = sink,
                            .context = context,
                            .run = run,
                            .work = work},
                    .list = list};
  return bede_job_run(&job.job, path, err);
}
