// Counts what the matched claims have right, and prints it.
#include "eval/claims.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/str.h"
#include "eval/match.h"

// What is counted on matched claims, in the order of printing.
// clang-format off
#define TALLY_LIST(X)                                                          \
  X(mode)                                                                      \
  X(actor)                                                                     \
  X(recipient)                                                                 \
  X(actor_code)                                                                \
  X(recipient_code)                                                            \
  X(status) X(polarity) X(certainty) X(said_any) X(said_source) X(date)        \
      X(place) X(dead) X(injured) X(full)
// clang-format on

typedef enum tally_kind {
#define X(name) TALLY_##name,
  TALLY_LIST(X)
#undef X
      TALLY_COUNT
} tally_kind;

static const char *const tally_names[TALLY_COUNT] = {
#define X(name) #name,
    TALLY_LIST(X)
#undef X
};

typedef struct tally {
  uint32_t right, count;
} tally;

// Gold and predicted value of one claim.
typedef struct label_pair {
  bede_str gold, pred;
} label_pair;

typedef BEDE_LIST(label_pair) label_pairs;

// The figures of one event type.
typedef struct type_score {
  bede_str event;
  uint32_t tp, fp, fn;
} type_score;

enum { CLASS_COUNT = 3, FIRST_CLASS = TALLY_status };

typedef struct score {
  bede_arena kept; // for what outlives a document
  uint32_t tp, fp, fn;
  tally tallies[TALLY_COUNT];
  label_pairs pairs[CLASS_COUNT]; // status, polarity, certainty
  BEDE_LIST(type_score) types;
  uint32_t show, missed_count, extra_count;
  bede_buf missed, extra;
} score;

// One matched pair.
typedef struct pair {
  const bede_match *match;
  const bede_gold_claim *gold;
  const json_t *g, *p; // their JSON
} pair;

static void count(score *s, tally_kind kind, bool right)
{
  s->tallies[kind].right += right;
  s->tallies[kind].count++;
}

// --- roles -------------------------------------------------------------------

// The record of a list whose "id" is `id`; the last one when there are several.
static const json_t *by_id(const json_t *list, const json_t *id)
{
  for (size_t i = json_array_size(list); i-- > 0;) {
    const json_t *x = json_array_get(list, i);
    const json_t *own = json_object_get(x, "id");
    if (own && bede_json_same(own, id)) return x;
  }
  return NULL;
}

static bool is_one_of(bede_str s, const char *const *names)
{
  for (; *names; names++) {
    if (bede_str_is(s, *names)) return true;
  }
  return false;
}

// Coders differ in "no code" and in the codes of international bodies: each is
// one class.
static bede_str country_class(bede_str code)
{
  static const char *const none[] = {"IMG", NULL};
  static const char *const bodies[] = {"UNO", "EUR", "EEC", NULL};
  bede_str absent = {NULL, 0};
  if (is_one_of(code, none)) return absent;
  return is_one_of(code, bodies) ? bede_str_from("IGO") : code;
}

static bool same_country(bede_str a, bede_str b)
{
  a = country_class(a);
  b = country_class(b);
  return !a.ptr == !b.ptr && bede_str_eq(a, b);
}

// A government without its sector is no error.
static bool same_sector(bede_str a, bede_str b)
{
  bool open_a = !a.ptr || bede_str_is(a, "GOV");
  bool open_b = !b.ptr || bede_str_is(b, "GOV");
  if (open_a || open_b) return open_a && open_b;
  return bede_str_eq(a, b);
}

// A role's own member, else its entity's.
static bede_str role_text(const json_t *role, const json_t *entity,
                          const char *key)
{
  return bede_json_text(json_object_get(role, key) ? role : entity, key);
}

static bool same_code(const pair *x, const json_t *gold, const json_t *role)
{
  const json_t *entities = json_object_get(x->match->document, "entities");
  const json_t *entity = by_id(entities, json_object_get(role, "entity"));
  return same_country(role_text(role, entity, "country"),
                      bede_json_text(gold, "country")) &&
         same_sector(role_text(role, entity, "sector"),
                     bede_json_text(gold, "sector"));
}

// The first predicted role that meets the gold one, or NULL.
static bede_status find_role(const pair *x, const json_t *gold,
                             const json_t *roles, const json_t **out)
{
  bede_ranges words = {NULL, 0, 0};
  *out = NULL;
  BEDE_TRY(bede_match_words(x->match, bede_json_text(gold, "text"),
                            x->gold->sentence, &words));
  for (size_t i = 0; i < json_array_size(roles); i++) {
    const json_t *role = json_array_get(roles, i);
    bool hit;
    BEDE_TRY(
        bede_match_hit(x->match, &words, json_object_get(role, "span"), &hit));
    if (hit) {
      *out = role;
      return BEDE_OK;
    }
  }
  return BEDE_OK;
}

static bede_status count_roles(score *s, const pair *x, const char *name,
                               tally_kind spans, tally_kind codes, bool *good)
{
  const json_t *gold = json_object_get(x->g, name);
  const json_t *pred = json_object_get(x->p, name);
  size_t n = json_array_size(gold), found = 0, coded = 0;
  for (size_t i = 0; i < n; i++) {
    const json_t *g = json_array_get(gold, i), *role;
    BEDE_TRY(find_role(x, g, pred, &role));
    found += role != NULL;
    coded += role && same_code(x, g, role);
  }
  bool right = found == n && json_array_size(pred) <= n;
  count(s, spans, right);
  if (n) count(s, codes, coded == n);
  *good = *good && right;
  return BEDE_OK;
}

// --- modes and classes -------------------------------------------------------

static void count_mode(score *s, const pair *x)
{
  bede_str mode = bede_json_text(x->g, "mode");
  bede_str other = bede_json_text(x->g, "mode_alt");
  const json_t *modes = json_object_get(x->p, "mode");
  bool right = false;
  if (!mode.len) return;
  for (size_t i = 0; i < json_array_size(modes); i++) {
    const json_t *m = json_array_get(modes, i);
    bede_str text = {json_string_value(m), json_string_length(m)};
    if (bede_str_eq(text, mode) || (other.len && bede_str_eq(text, other)))
      right = true;
  }
  count(s, TALLY_mode, right);
}

static bede_status count_classes(score *s, const pair *x)
{
  for (unsigned i = 0; i < CLASS_COUNT; i++) {
    const char *key = tally_names[FIRST_CLASS + i];
    label_pair *slot = BEDE_LIST_PUSH(&s->pairs[i], &s->kept, UINT32_MAX);
    if (!slot) return BEDE_ENOMEM;
    slot->gold = bede_json_text(x->g, key);
    slot->pred = bede_json_text(x->p, key);
    count(
        s, (tally_kind)(FIRST_CLASS + i),
        bede_json_same(json_object_get(x->g, key), json_object_get(x->p, key)));
  }
  return BEDE_OK;
}

// --- speakers ----------------------------------------------------------------

static const json_t *attribution(const pair *x, const json_t *id)
{
  return by_id(json_object_get(x->match->document, "attributions"), id);
}

// The innermost speaker of a chain that is not the narrator: its id, or NULL.
static const json_t *innermost(const pair *x, const json_t *chain)
{
  for (size_t i = 0; i < json_array_size(chain); i++) {
    const json_t *id = json_array_get(chain, i);
    bede_str kind = bede_json_text(attribution(x, id), "kind");
    if (!bede_str_is(kind, "narrator")) return id;
  }
  return NULL;
}

static bool is_one_chain(const json_t *said_by)
{
  return json_array_size(said_by) && !json_is_array(json_array_get(said_by, 0));
}

static bede_status any_source(const pair *x, const json_t *chain,
                              const bede_ranges *words, bool *out)
{
  const json_t *id = innermost(x, chain);
  bool hit = false;
  if (id) {
    const json_t *source = json_object_get(attribution(x, id), "source");
    BEDE_TRY(bede_match_hit(x->match, words, source, &hit));
  }
  *out = *out || hit;
  return BEDE_OK;
}

// Whether the gold speaker's words are those of some chain's innermost one.
static bede_status count_source(score *s, const pair *x, bede_str text,
                                bool *good)
{
  const json_t *said_by = json_object_get(x->p, "said_by");
  bede_range all = {0, (int64_t)x->match->text.len};
  bede_ranges words = {NULL, 0, 0};
  bool right = false;
  BEDE_TRY(bede_match_words(x->match, text, all, &words));
  if (is_one_chain(said_by)) {
    BEDE_TRY(any_source(x, said_by, &words, &right));
  } else {
    for (size_t i = 0; i < json_array_size(said_by); i++)
      BEDE_TRY(any_source(x, json_array_get(said_by, i), &words, &right));
  }
  count(s, TALLY_said_source, right);
  *good = *good && right;
  return BEDE_OK;
}

static bede_status count_speakers(score *s, const pair *x, bool *good)
{
  const json_t *gold = json_object_get(x->g, "said_by");
  const json_t *pred = json_object_get(x->p, "said_by");
  const json_t *first = is_one_chain(pred) ? pred : json_array_get(pred, 0);
  bool any = json_array_size(gold) > 0;
  bool right = any == (innermost(x, first) != NULL);
  count(s, TALLY_said_any, right);
  *good = *good && right;
  bede_str text = bede_json_text(json_array_get(gold, 0), "text");
  return text.len ? count_source(s, x, text, good) : BEDE_OK;
}

// --- setting -----------------------------------------------------------------

static bool is_filled(const json_t *x)
{
  return json_object_size(x) > 0;
}

static void count_date(score *s, const pair *x)
{
  const json_t *gold = json_object_get(x->g, "when");
  const json_t *pred = json_object_get(x->p, "date");
  if (!is_filled(gold)) return;
  count(s, TALLY_date,
        bede_json_same(json_object_get(gold, "from"),
                       json_object_get(pred, "from")) &&
            bede_json_same(json_object_get(gold, "to"),
                           json_object_get(pred, "to")));
}

static void count_place(score *s, const pair *x)
{
  const json_t *gold = json_object_get(x->g, "where");
  const json_t *pred = json_object_get(x->p, "place");
  if (!is_filled(gold)) return;
  count(s, TALLY_place,
        is_filled(pred) && bede_json_same(json_object_get(gold, "country"),
                                          json_object_get(pred, "country")));
}

static void count_number(score *s, const pair *x, const char *name,
                         const char *of, tally_kind kind)
{
  const json_t *gold = json_object_get(x->g, name);
  const json_t *ids = json_object_get(x->p, "quantities");
  const json_t *all = json_object_get(x->match->document, "quantities");
  bool right = false;
  if (!is_filled(gold)) return;
  for (size_t i = 0; i < json_array_size(ids); i++) {
    const json_t *q = by_id(all, json_array_get(ids, i));
    if (bede_str_is(bede_json_text(q, "of"), of) &&
        bede_json_same(json_object_get(q, "low"), json_object_get(gold, "low")))
      right = true;
  }
  count(s, kind, right);
}

static bede_status count_pair(score *s, const pair *x)
{
  bool good = true;
  BEDE_TRY(count_roles(s, x, "actor", TALLY_actor, TALLY_actor_code, &good));
  BEDE_TRY(count_roles(s, x, "recipient", TALLY_recipient, TALLY_recipient_code,
                       &good));
  count_mode(s, x);
  BEDE_TRY(count_classes(s, x));
  BEDE_TRY(count_speakers(s, x, &good));
  count_date(s, x);
  count_place(s, x);
  count_number(s, x, "dead", "killed", TALLY_dead);
  count_number(s, x, "injured", "injured", TALLY_injured);
  count(s, TALLY_full, good);
  return BEDE_OK;
}

// --- documents ---------------------------------------------------------------

static type_score *type_of(score *s, const json_t *claim)
{
  bede_str event = bede_json_text(claim, "event");
  for (uint32_t i = 0; i < s->types.count; i++) {
    if (bede_str_eq(s->types.items[i].event, event)) return &s->types.items[i];
  }
  type_score *t = BEDE_LIST_PUSH(&s->types, &s->kept, UINT32_MAX);
  if (t) t->event = event;
  return t;
}

// A line for --show: document, type, words.
static void show_claim(score *s, bede_buf *out, uint32_t *shown,
                       const json_t *doc, const json_t *claim, bede_str words)
{
  if (*shown >= s->show) return;
  (*shown)++;
  bede_buf_append_z(out, "  ");
  bede_buf_append_str(out, bede_json_text(doc, "id"));
  bede_buf_append_char(out, ' ');
  bede_buf_append_str(out, bede_json_text(claim, "event"));
  bede_buf_append_z(out, ": ");
  for (size_t i = 0; i < words.len; i++)
    bede_buf_append_char(out, (unsigned char)words.ptr[i] < ' ' ? ' '
                                                                : words.ptr[i]);
  bede_buf_append_char(out, '\n');
}

static void show_missed(score *s, const json_t *doc, const json_t *claim)
{
  bede_buf words;
  bede_buf_init(&words, 0);
  bede_buf_append_str(&words, bede_json_text(claim, "trigger"));
  bede_buf_append_z(&words, " | ");
  bede_buf_append_str(&words, bede_json_text(claim, "sent"));
  show_claim(s, &s->missed, &s->missed_count, doc, claim, bede_buf_str(&words));
  if (words.status) s->missed.status = words.status;
  bede_buf_release(&words);
}

static bede_status count_gold(score *s, const json_t *doc,
                              const bede_match *match)
{
  for (uint32_t i = 0; i < match->gold.count; i++) {
    const bede_gold_claim *g = &match->gold.items[i];
    type_score *t = type_of(s, g->json);
    if (!t) return BEDE_ENOMEM;
    if (json_is_true(json_object_get(g->json, "optional"))) continue;
    bool found = g->match != UINT32_MAX;
    s->tp += found;
    t->tp += found;
    s->fn += !found;
    t->fn += !found;
    if (!found) {
      show_missed(s, doc, g->json);
      continue;
    }
    pair x = {match, g, g->json, match->pred.items[g->match].json};
    BEDE_TRY(count_pair(s, &x));
  }
  return BEDE_OK;
}

static bede_status count_extra(score *s, const json_t *doc,
                               const bede_match *match)
{
  for (uint32_t i = 0; i < match->pred.count; i++) {
    const bede_pred_claim *p = &match->pred.items[i];
    if (p->match != UINT32_MAX) continue;
    type_score *t = type_of(s, p->json);
    if (!t) return BEDE_ENOMEM;
    s->fp++;
    t->fp++;
    show_claim(s, &s->extra, &s->extra_count, doc, p->json,
               bede_json_text(p->json, "evidence_text"));
  }
  return BEDE_OK;
}

static bede_status no_document(const char *gold_path, const json_t *gold,
                               const char *docs_path, bede_error *err)
{
  uint32_t line = bede_record_line(gold);
  bede_status status = bede_error_set(err, BEDE_EFORMAT, BEDE_NO_OFFSET,
                                      "%.100s:%u: no such id in %.100s",
                                      gold_path, line, docs_path);
  if (err) err->line = line;
  return status;
}

// Puts the gold file's name and line before the message.
static bede_status at_gold(const char *path, bede_status status,
                           bede_error *err)
{
  if (status != BEDE_EFORMAT || !err) return status;
  bede_error inner = *err;
  bede_error_set(err, status, BEDE_NO_OFFSET, "%.120s:%u: %.120s", path,
                 inner.line, inner.message);
  err->line = inner.line;
  return status;
}

typedef struct files {
  const char *docs_path, *gold_path;
  bede_records docs, gold, pred;
} files;

static bede_status score_document(score *s, const files *f, const char *id,
                                  bede_arena *arena, bede_error *err)
{
  const json_t *gold = json_object_get(f->gold.by_id, id);
  const json_t *doc = json_object_get(f->docs.by_id, id);
  const json_t *pred = json_object_get(f->pred.by_id, id);
  bede_match match;
  if (!doc) return no_document(f->gold_path, gold, f->docs_path, err);
  BEDE_TRY(at_gold(f->gold_path,
                   bede_match_make(arena, doc, gold, pred, &match, err), err));
  if (count_gold(s, gold, &match) || count_extra(s, gold, &match)) {
    return bede_error_set(err, BEDE_ENOMEM, BEDE_NO_OFFSET, "%s",
                          bede_status_text(BEDE_ENOMEM));
  }
  return BEDE_OK;
}

static bede_status score_all(score *s, const files *f, bede_error *err)
{
  bede_arena arena;
  bede_status status = BEDE_OK;
  bede_arena_init(&arena);
  for (size_t i = 0; !status && i < json_array_size(f->gold.order); i++) {
    bede_arena_clear(&arena);
    const char *id = json_string_value(json_array_get(f->gold.order, i));
    status = score_document(s, f, id, &arena, err);
  }
  bede_arena_release(&arena);
  return status;
}

// --- figures -----------------------------------------------------------------

static double ratio(double a, double b)
{
  return b > 0 ? a / b : 0;
}

static int label_order(const void *a, const void *b)
{
  const bede_str *x = a, *y = b;
  return bede_str_cmp(*x, *y);
}

static double label_f1(const label_pairs *pairs, bede_str label)
{
  uint32_t both = 0, n = 0;
  for (uint32_t i = 0; i < pairs->count; i++) {
    bool g = bede_str_eq(pairs->items[i].gold, label);
    bool p = bede_str_eq(pairs->items[i].pred, label);
    both += g && p;
    n += (uint32_t)g + (uint32_t)p;
  }
  return ratio(2.0 * both, n);
}

// The mean over the values that stand in gold.
static bede_status macro_f1(const label_pairs *pairs, bede_arena *arena,
                            double *out)
{
  size_t n = pairs->count, labels = 0;
  bede_str *all = bede_arena_array(arena, n + 1, sizeof *all);
  if (!all) return BEDE_ENOMEM;
  for (size_t i = 0; i < n; i++)
    all[i] = pairs->items[i].gold;
  qsort(all, n, sizeof *all, label_order);
  double sum = 0;
  for (size_t i = 0; i < n; i++) {
    if (i && bede_str_eq(all[i], all[i - 1])) continue;
    sum += label_f1(pairs, all[i]);
    labels++;
  }
  *out = ratio(sum, (double)labels);
  return BEDE_OK;
}

static bede_status put_tallies(score *s, bede_buf *out)
{
  for (unsigned k = 0; k < TALLY_COUNT; k++) {
    const tally *t = &s->tallies[k];
    bede_buf_printf(out, "  %-15s ", tally_names[k]);
    if (t->count)
      bede_buf_printf(out, "%u/%u = %.3f", t->right, t->count,
                      (double)t->right / t->count);
    else
      bede_buf_append_z(out, "n/a");
    if (k >= FIRST_CLASS && k < FIRST_CLASS + CLASS_COUNT) {
      double f1;
      BEDE_TRY(macro_f1(&s->pairs[k - FIRST_CLASS], &s->kept, &f1));
      bede_buf_printf(out, "  macro-F1 %.3f", f1);
    }
    bede_buf_append_char(out, '\n');
  }
  return BEDE_OK;
}

static int type_order(const void *a, const void *b)
{
  const type_score *x = a, *y = b;
  return bede_str_cmp(x->event, y->event);
}

static void put_types(score *s, bede_buf *out)
{
  if (s->types.count)
    qsort(s->types.items, s->types.count, sizeof *s->types.items, type_order);
  for (uint32_t i = 0; i < s->types.count; i++) {
    const type_score *t = &s->types.items[i];
    bede_buf_printf(out, "  %-10.*s tp %u fp %u fn %u\n", (int)t->event.len,
                    t->event.ptr ? t->event.ptr : "", t->tp, t->fp, t->fn);
  }
}

static bede_status put_score(score *s, bede_buf *out)
{
  double p = ratio(s->tp, s->tp + s->fp), r = ratio(s->tp, s->tp + s->fn);
  bede_buf_printf(out, "claims: tp %u fp %u fn %u  P %.3f R %.3f F1 %.3f\n",
                  s->tp, s->fp, s->fn, p, r, ratio(2 * p * r, p + r));
  bede_buf_printf(
      out, "full claim (type, actor, recipient, source all right) F1 %.3f\n",
      ratio(2.0 * s->tallies[TALLY_full].right, 2.0 * s->tp + s->fp + s->fn));
  BEDE_TRY(put_tallies(s, out));
  put_types(s, out);
  if (s->missed.len) bede_buf_append_z(out, "missed:\n");
  bede_buf_append_str(out, bede_buf_str(&s->missed));
  if (s->extra.len) bede_buf_append_z(out, "extra:\n");
  bede_buf_append_str(out, bede_buf_str(&s->extra));
  BEDE_TRY(s->missed.status);
  BEDE_TRY(s->extra.status);
  return out->status;
}

static bede_status load_files(files *f, const char *pred_path, bede_error *err)
{
  BEDE_TRY(bede_records_load(f->gold_path, NULL, &f->gold, err));
  BEDE_TRY(bede_records_load(f->docs_path, f->gold.by_id, &f->docs, err));
  return bede_records_load(pred_path, f->gold.by_id, &f->pred, err);
}

bede_status bede_eval_claims(const char *docs_path, const char *gold_path,
                             const char *pred_path, uint32_t show,
                             bede_buf *out, bede_error *err)
{
  files f = {.docs_path = docs_path, .gold_path = gold_path};
  score s = {.show = show};
  bede_arena_init(&s.kept);
  bede_buf_init(&s.missed, 0);
  bede_buf_init(&s.extra, 0);
  bede_status status = load_files(&f, pred_path, err);
  if (!status) status = score_all(&s, &f, err);
  if (!status) status = put_score(&s, out);
  if (status == BEDE_ENOMEM) {
    status = bede_error_set(err, status, BEDE_NO_OFFSET, "%s",
                            bede_status_text(status));
  }
  bede_buf_release(&s.missed);
  bede_buf_release(&s.extra);
  bede_arena_release(&s.kept);
  bede_records_release(&f.docs);
  bede_records_release(&f.gold);
  bede_records_release(&f.pred);
  return status;
}
