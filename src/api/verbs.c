// `bede verbs`: the predicates of many reports in one list, and which of them
// that became no claim would pay for a line of the knowledge.
#include "api/job.h"
#include "api/list.h"

#include <stdlib.h>

#include "actor/work.h"
#include "base/error.h"
#include "base/str.h"
#include "base/utf8.h"
#include "lang/args.h"
#include "lang/slots.h"

enum {
  MAX_VERBS = 1u << 22, // of one list
  VERB_BYTES = 128      // of a lemma with its particle; longer ones are cut
};

// How good an example is: it shows what is missing, and for whom.
typedef enum quality {
  NO_EXAMPLE,
  ANY_USE,
  UNCODED_USE,
  UNCODED_POLITICAL
} quality;

typedef struct row {
  bede_str name; // "carry_out", as the knowledge spells it
  char pos;      // 'v' or 'n'
  uint64_t uses, documents, claims, speech, uncoded, political;
  uint64_t types[BEDE_EVENT_COUNT];
  uint32_t last_document; // counted already
  uint32_t order;         // as it was met
  bede_ref ref;           // a line of the knowledge that has it
  quality quality;
  bede_str example, path, document;
  uint32_t sentence;
} row;

struct bede_verbs {
  bede_arena arena;
  BEDE_LIST(row) rows;
  bede_list_files files;
  bede_actor_map map;
  uint32_t documents;
};

bede_verbs *bede_verbs_new(void)
{
  bede_verbs *list = bede_calloc(1, sizeof *list);
  if (list) bede_arena_init(&list->arena);
  return list;
}

void bede_verbs_free(bede_verbs *list)
{
  if (!list) return;
  bede_arena_release(&list->arena);
  bede_free(list);
}

// --- one use -----------------------------------------------------------------

// The report at hand. By word, what became of it.
typedef struct report {
  bede_verbs *list;
  const bede_lexicon *lex;
  const bede_doc *doc;
  const char *path;
  uint32_t *types; // bits of the types of claims that it is a word of
  bool *cues;      // it says who speaks
} report;

// Words of names tell no acts, and a copula none of its own.
static bool is_listed(const bede_word *w)
{
  return (w->upos == BEDE_UPOS_VERB || w->upos == BEDE_UPOS_NOUN) &&
         w->ner == BEDE_NER_O && w->lemma.len;
}

// "carry_out" in lower case; its length.
static size_t put_name(const bede_doc *doc, uint32_t word, uint32_t particle,
                       char out[VERB_BYTES])
{
  const bede_word *words = doc->words.items;
  bede_str lemma = words[word].lemma;
  size_t n = lemma.len < VERB_BYTES ? lemma.len : VERB_BYTES;
  bede_str_lower(bede_str_sub(lemma, 0, n), out);
  if (particle == BEDE_NONE) return n;
  bede_str more = words[particle].lemma;
  if (n + 1 + more.len > VERB_BYTES) return n;
  out[n++] = '_';
  bede_str_lower(more, out + n);
  return n + more.len;
}

// A line of the knowledge that a word may be used by.
typedef struct line {
  bede_ref ref;
  uint32_t particle; // symbol, 0 none
} line;

// The i-th line for a lemma: as a predicate, an operator, a support verb, a
// cue, in this order. False beyond the last.
static bool line_at(const bede_lexicon *lex, uint32_t lemma, char pos,
                    uint32_t i, line *out)
{
  uint32_t n;
  const bede_lex_pred *preds = bede_lexicon_preds(lex, lemma, pos, &n);
  if (i < n) {
    *out = (line){preds[i].ref, preds[i].particle};
    return true;
  }
  i -= n;
  const bede_lex_op *ops = bede_lexicon_ops(lex, lemma, pos, &n);
  if (i < n) {
    *out = (line){ops[i].ref, ops[i].particle};
    return true;
  }
  i -= n;
  const bede_lex_support *supports = bede_lexicon_supports(lex, lemma, &n);
  if (pos != 'v') n = 0;
  if (i < n) {
    *out = (line){supports[i].ref, supports[i].particle};
    return true;
  }
  i -= n;
  const bede_lex_cue *cues = bede_lexicon_cues(lex, lemma, pos, &n);
  if (i < n) *out = (line){cues[i].ref, cues[i].particle};
  return i < n;
}

static char pos_of(const bede_word *w)
{
  return w->upos == BEDE_UPOS_VERB ? 'v' : 'n';
}

// The first line for a word with its particle.
static bede_ref line_of(const bede_lexicon *lex, const bede_word *w,
                        uint32_t particle)
{
  line found = {{0, 0}, 0};
  for (uint32_t i = 0;
       w->lemma_id && line_at(lex, w->lemma_id, pos_of(w), i, &found); i++) {
    if (found.particle == particle) return found.ref;
  }
  return (bede_ref){0, 0};
}

static row *new_row(report *r, bede_str name, char pos, uint64_t key)
{
  bede_verbs *list = r->list;
  row *x = BEDE_LIST_PUSH(&list->rows, &list->arena, MAX_VERBS);
  if (!x) return NULL;
  x->name = bede_arena_copy(&list->arena, name);
  x->pos = pos;
  x->order = list->rows.count;
  if (bede_actor_map_put(&list->arena, &list->map, key, list->rows.count - 1))
    return NULL;
  return x;
}

static row *row_of(report *r, uint32_t word)
{
  char text[VERB_BYTES];
  const bede_word *words = r->doc->words.items;
  char pos = pos_of(&words[word]);
  uint32_t particle = pos == 'v' ? bede_particle_of(r->doc, word) : BEDE_NONE;
  bede_str name = {text, put_name(r->doc, word, particle, text)};
  uint64_t key = bede_actor_key(name, (uint64_t)pos);
  uint32_t at = bede_actor_map_get(&r->list->map, key);
  if (at != BEDE_NONE) return &r->list->rows.items[at];
  row *x = new_row(r, name, pos, key);
  // A particle that the knowledge does not know has no entry.
  uint32_t symbol = particle == BEDE_NONE ? 0 : words[particle].lemma_id;
  if (x && (symbol || particle == BEDE_NONE))
    x->ref = line_of(r->lex, &words[word], symbol);
  return x;
}

static bool is_political(const bede_entity *e)
{
  if (e->kind == BEDE_KIND_STATE || bede_str_is(e->country, "IGO")) return true;
  return e->sector_count && bede_sector_has_power(e->sectors[0]);
}

// Is a political actor subject or object of the verb, or any party of the noun
// ("the government's takeover of", "the party's merger with")?
static bool has_political(const bede_doc *doc, uint32_t word, char pos)
{
  bede_arg args[BEDE_MAX_ARGS];
  size_t n = bede_args_of(doc, word, args);
  for (size_t i = 0; i < n; i++) {
    uint8_t slot = args[i].slot;
    bool party = pos == 'n' || slot == BEDE_SLOT_SUBJ ||
                 slot == BEDE_SLOT_OBJ || slot == BEDE_SLOT_IOBJ;
    uint32_t m = doc->words.items[args[i].word].mention;
    if (!party || m == BEDE_NONE) continue;
    uint32_t e = doc->mentions.items[m].entity;
    if (e != BEDE_NONE && is_political(&doc->entities.items[e])) return true;
  }
  return false;
}

static void keep_example(report *r, row *x, uint32_t word, quality how)
{
  bede_arena *arena = &r->list->arena;
  if (how <= x->quality) return;
  x->quality = how;
  x->sentence = bede_doc_sentence_of(r->doc, word);
  x->example = bede_arena_copy(arena, bede_list_example(r->doc, x->sentence));
  x->path = bede_arena_copy(arena, bede_str_from(r->path));
  x->document = bede_arena_copy(arena, r->doc->id);
}

static void count_types(row *x, uint32_t types)
{
  x->claims += types != 0;
  for (unsigned t = 0; t < BEDE_EVENT_COUNT; t++)
    x->types[t] += types >> t & 1u;
}

static bede_status count_use(report *r, uint32_t word)
{
  row *x = row_of(r, word);
  if (!x) return BEDE_ENOMEM;
  bool coded = r->types[word] != 0;
  bool open = !coded && !r->cues[word];
  bool political = open && has_political(r->doc, word, x->pos);
  x->uses++;
  x->documents += x->last_document != r->list->documents;
  x->last_document = r->list->documents;
  count_types(x, r->types[word]);
  x->speech += !coded && r->cues[word];
  x->uncoded += open;
  x->political += political;
  keep_example(r, x, word,
               political ? UNCODED_POLITICAL
               : open    ? UNCODED_USE
                         : ANY_USE);
  return BEDE_OK;
}

// --- one report --------------------------------------------------------------

// Marks the words of [begin, end) that stand in one of the spans.
static void mark_words(const bede_doc *doc, const bede_spans *spans,
                       uint32_t begin, uint32_t end, uint32_t bit,
                       uint32_t *types, bool *cues)
{
  for (uint32_t w = begin; w < end; w++) {
    uint32_t at = doc->words.items[w].span.begin;
    for (uint32_t i = 0; i < spans->count; i++) {
      if (at < spans->items[i].begin || at >= spans->items[i].end) continue;
      if (types) types[w] |= bit;
      if (cues) cues[w] = true;
    }
  }
}

// Is one of the lines that made the claim a line for this word?
static bool is_made_by(const bede_lexicon *lex, const bede_claim *c,
                       const bede_word *w)
{
  line found;
  for (uint32_t i = 0;
       w->lemma_id && line_at(lex, w->lemma_id, pos_of(w), i, &found); i++) {
    for (uint8_t n = 0; n < c->rule_count; n++) {
      if (c->rules[n].file == found.ref.file &&
          c->rules[n].line == found.ref.line)
        return true;
    }
  }
  return false;
}

// The support verb of a noun: "hold" in "refused to hold talks".
static void mark_support(report *r, uint32_t noun, uint32_t bit)
{
  const bede_word *words = r->doc->words.items;
  uint32_t verb = words[noun].head, count;
  if (words[noun].deprel != BEDE_REL_OBJ || verb == BEDE_NONE) return;
  (void)bede_lexicon_supports(r->lex, words[verb].lemma_id, &count);
  if (count) r->types[verb] |= bit;
}

// Does the line name the noun as its object ("hold obj=talk")?
static bool names_object(const report *r, const bede_lex_pred *pred,
                         uint32_t noun)
{
  for (uint32_t i = 0; i < pred->cond_count; i++) {
    const bede_lex_cond *cond =
        bede_lexicon_conds(r->lex, pred->cond_begin + i);
    if (cond->negate || cond->slot.slot != BEDE_SLOT_OBJ) continue;
    for (uint32_t v = 0; v < cond->value_count; v++) {
      const bede_lex_value *value =
          bede_lexicon_values(r->lex, cond->value_begin + v);
      if (value->kind <= BEDE_COND_CLASS &&
          bede_value_holds(r->doc, r->lex, value, noun))
        return true;
    }
  }
  return false;
}

// The object that tells the act with its verb: "talks" where "hold" made it.
static void mark_object(report *r, const bede_claim *c, uint32_t verb,
                        uint32_t bit)
{
  const bede_word *w = &r->doc->words.items[verb];
  uint32_t noun = bede_child_by(r->doc, verb, BEDE_REL_OBJ), count;
  if (noun == BEDE_NONE || !is_listed(&r->doc->words.items[noun])) return;
  const bede_lex_pred *p =
      bede_lexicon_preds(r->lex, w->lemma_id, pos_of(w), &count);
  for (uint32_t i = 0; i < count; i++) {
    for (uint8_t n = 0; n < c->rule_count; n++)
      if (c->rules[n].file == p[i].ref.file &&
          c->rules[n].line == p[i].ref.line && names_object(r, &p[i], noun))
        r->types[noun] |= bit;
  }
}

// An act that an operator used up is no word of the claim's trigger: "attack"
// in "threatened to attack". It hangs below, and its line is among those that
// made the claim.
static void mark_used_up(report *r, const bede_claim *c, uint32_t bit)
{
  const bede_doc *doc = r->doc;
  const bede_sentence *s = &doc->sentences.items[c->sentence];
  for (uint32_t w = s->word_begin; c->rule_count > 1 && w < s->word_end; w++) {
    if (!is_listed(&doc->words.items[w]) || r->types[w] & bit ||
        !bede_tree_within(doc, w, c->trigger_head) ||
        !is_made_by(r->lex, c, &doc->words.items[w]))
      continue;
    r->types[w] |= bit;
    mark_support(r, w, bit);
    mark_object(r, c, w, bit);
  }
}

// An operator that left the act a claim of its own ("planned to launch an
// attack") stands above the words of that claim.
static void mark_operator(report *r, const bede_claim *c, uint32_t bit)
{
  const bede_word *words = r->doc->words.items;
  uint32_t w = words[c->trigger_head].head, count;
  while (w != BEDE_NONE && r->types[w] & bit)
    w = words[w].head;
  if (w == BEDE_NONE) return;
  (void)bede_lexicon_ops(r->lex, words[w].lemma_id, pos_of(&words[w]), &count);
  if (count) r->types[w] |= bit;
}

static void mark_claims(report *r)
{
  const bede_doc *doc = r->doc;
  for (uint32_t i = 0; i < doc->claims.count; i++) {
    const bede_claim *c = &doc->claims.items[i];
    const bede_sentence *s = &doc->sentences.items[c->sentence];
    uint32_t bit = 1u << c->event;
    mark_words(doc, &c->trigger, s->word_begin, s->word_end, bit, r->types,
               NULL);
    mark_used_up(r, c, bit);
    mark_operator(r, c, bit);
  }
}

static void mark_cues(report *r)
{
  const bede_doc *doc = r->doc;
  for (uint32_t i = 0; i < doc->attributions.count; i++) {
    const bede_attribution *a = &doc->attributions.items[i];
    if (a->cue_head == BEDE_NONE) continue;
    const bede_sentence *s =
        &doc->sentences.items[bede_doc_sentence_of(doc, a->cue_head)];
    mark_words(doc, &a->cue, s->word_begin, s->word_end, 0, NULL, r->cues);
  }
}

static bede_status count(report *r)
{
  const bede_doc *doc = r->doc;
  size_t room = (size_t)doc->words.count + 1;
  r->types = bede_arena_array(doc->arena, room, sizeof *r->types);
  r->cues = bede_arena_array(doc->arena, room, sizeof *r->cues);
  if (!r->types || !r->cues) return BEDE_ENOMEM;
  r->list->documents++;
  mark_claims(r);
  mark_cues(r);
  for (uint32_t i = 0; i < doc->predicates.count; i++) {
    uint32_t word = doc->predicates.items[i].word;
    if (is_listed(&doc->words.items[word])) BEDE_TRY(count_use(r, word));
  }
  return BEDE_OK;
}

// --- the list ----------------------------------------------------------------

static int by_uses(const void *a, const void *b)
{
  const row *x = a, *y = b;
  if (x->uses != y->uses) return x->uses > y->uses ? -1 : 1;
  return x->order < y->order ? -1 : 1;
}

static int by_political(const void *a, const void *b)
{
  const row *x = a, *y = b;
  if (x->political != y->political) return x->political > y->political ? -1 : 1;
  if (x->uncoded != y->uncoded) return x->uncoded > y->uncoded ? -1 : 1;
  return x->order < y->order ? -1 : 1;
}

static void put_number(bede_buf *out, uint64_t n)
{
  bede_buf_append_u64(out, n);
  bede_buf_append_char(out, '\t');
}

static void put_types(bede_buf *out, const row *x)
{
  bool first = true;
  for (unsigned t = 0; t < BEDE_EVENT_COUNT; t++) {
    if (!x->types[t]) continue;
    bede_buf_printf(out, "%s%s:%llu", first ? "" : ";",
                    bede_event_name((bede_event)t),
                    (unsigned long long)x->types[t]);
    first = false;
  }
  bede_buf_append_char(out, '\t');
}

static void put_row(const bede_verbs *list, const row *x, bede_buf *out)
{
  put_number(out, x->uses);
  put_number(out, x->documents);
  put_number(out, x->claims);
  put_number(out, x->speech);
  put_number(out, x->uncoded);
  put_number(out, x->political);
  bede_utf8_put_plain(out, x->name);
  bede_buf_printf(out, "\t%c\t", x->pos);
  put_types(out, x);
  bede_list_put_ref(&list->files, x->ref, out);
  bede_buf_append_char(out, '\t');
  bede_utf8_put_plain(out, x->example);
  bede_buf_append_char(out, '\t');
  bede_utf8_put_plain(out, x->path);
  bede_buf_append_char(out, '\t');
  bede_utf8_put_plain(out, x->document);
  bede_buf_printf(out, "\t%u\n", x->sentence);
}

bede_status bede_verbs_write(bede_verbs *list, bool uncoded,
                             bede_output *output)
{
  bede_buf out = bede_output_take(output);
  bede_buf_append_z(&out,
                    "uses\tdocuments\tclaims\tspeech\tuncoded\tpolitical\t"
                    "predicate\tpos\ttypes\trule\texample\tfile\t"
                    "document\tsentence\n");
  if (list->rows.count)
    qsort(list->rows.items, list->rows.count, sizeof *list->rows.items,
          uncoded ? by_political : by_uses);
  list->map.count = list->map.capacity = 0; // rows have moved
  for (uint32_t i = 0; i < list->rows.count; i++) {
    const row *x = &list->rows.items[i];
    if (!uncoded || x->uncoded) put_row(list, x, &out);
  }
  bede_output_give(output, &out);
  return out.status;
}

// --- files -------------------------------------------------------------------

typedef struct verbs_job {
  bede_job job;
  bede_verbs *list;
} verbs_job;

static bede_status work(bede_job *job, bede_doc *doc, bede_error *err)
{
  bede_verbs *list = ((verbs_job *)job)->list;
  const bede_lexicon *lex = job->coder->lex;
  bede_pipeline pipeline = {lex, job->coder->lang, true, NULL};
  report r = {.list = list, .lex = lex, .doc = doc, .path = job->run->path};
  BEDE_TRY(bede_coder_run(&pipeline, doc, err));
  BEDE_TRY(bede_list_keep_files(&list->files, &list->arena, lex));
  bede_status status = count(&r);
  return list->arena.failed ? BEDE_ENOMEM : status;
}

bede_status bede_verbs_file(bede_verbs *list, bede_coder *coder,
                            const char *path, bede_input_format input,
                            const bede_metadata *metadata, bede_sink *sink,
                            void *context, bede_run *run, bede_error *err)
{
  verbs_job job = {.job = {.coder = coder,
                           .input = input,
                           .meta = bede_job_meta(metadata),
                           .sink = sink,
                           .context = context,
                           .run = run,
                           .work = work},
                   .list = list};
  return bede_job_run(&job.job, path, err);
}
