// The document object of the contract.
#include "export/json.h"

#include <string.h>

#include "ann/cameo.h"
#include "export/names.h"
#include "export/writer.h"

static void put_coder(bede_json *j, const bede_versions *v)
{
  bede_json_key(j, "coder");
  bede_json_open(j, '{');
  bede_json_key(j, "program");
  bede_json_z(j, v->program);
  bede_json_key(j, "codebook");
  bede_json_z(j, BEDE_CODEBOOK);
  bede_json_key(j, "cameo");
  bede_json_z(j, "1.1b3");
  bede_json_key(j, "knowledge");
  bede_json_z(j, v->knowledge);
  bede_json_key(j, "model");
  bede_json_z(j, v->model);
  bede_json_key(j, "options");
  bede_json_z(j, v->options);
  bede_json_close(j, '}');
}

static void put_str(bede_json *j, const char *key, bede_str s)
{
  bede_json_key(j, key);
  bede_json_str(j, s);
}

static void put_z(bede_json *j, const char *key, const char *z)
{
  bede_json_key(j, key);
  bede_json_z(j, z);
}

static void put_head(bede_json *j, const bede_doc *doc, bool with_text)
{
  put_str(j, "id", doc->id);
  put_str(j, "title", doc->title);
  put_str(j, "author", doc->author);
  put_str(j, "publisher", doc->publisher);
  put_str(j, "url", doc->url);
  put_str(j, "published", doc->published);
  put_z(j, "published_basis", doc->published_basis);
  put_str(j, "credit", doc->credit);
  put_str(j, "language", doc->language);
  put_z(j, "language_basis", doc->language_basis);
  put_z(j, "genre", doc->genre);
  put_z(j, "raw_sha256", doc->raw_sha256[0] ? doc->raw_sha256 : NULL);
  put_z(j, "text_sha256", doc->text_sha256[0] ? doc->text_sha256 : NULL);
  if (with_text) put_str(j, "text", doc->text);
  put_z(j, "status", bede_doc_status_name(doc->status));
}

static void put_sentences(bede_json *j, const bede_doc *doc)
{
  bede_json_key(j, "sentences");
  bede_json_open(j, '[');
  for (uint32_t i = 0; i < doc->sentences.count; i++) {
    bede_json_open(j, '{');
    bede_json_key(j, "span");
    bede_json_span(j, doc->sentences.items[i].span);
    bede_json_key(j, "title");
    bede_json_bool(j, doc->sentences.items[i].title);
    bede_json_close(j, '}');
  }
  bede_json_close(j, ']');
}

// Mentions by entity, in text order: a counting sort, so that a document with
// many entities stays linear. NULL when out of memory.
static uint32_t *mentions_by_entity(const bede_doc *doc, uint32_t **begin)
{
  uint32_t n = doc->entities.count;
  uint32_t *start = bede_arena_array(doc->arena, n + 2u, sizeof *start);
  uint32_t *list =
      bede_arena_array(doc->arena, doc->mentions.count + 1u, sizeof *list);
  if (!start || !list) return NULL;
  for (uint32_t m = 0; m < doc->mentions.count; m++) {
    uint32_t e = doc->mentions.items[m].entity;
    if (e != BEDE_NONE) start[e + 2]++;
  }
  for (uint32_t e = 2; e < n + 2; e++)
    start[e] += start[e - 1];
  for (uint32_t m = 0; m < doc->mentions.count; m++) {
    uint32_t e = doc->mentions.items[m].entity;
    if (e != BEDE_NONE) list[start[e + 1]++] = m;
  }
  *begin = start;
  return list;
}

static void put_mentions(bede_json *j, const bede_doc *doc,
                         const uint32_t *list, uint32_t begin, uint32_t end)
{
  bede_json_key(j, "mentions");
  bede_json_open(j, '[');
  for (uint32_t i = begin; i < end; i++) {
    const bede_mention *m = &doc->mentions.items[list[i]];
    bede_json_open(j, '{');
    bede_json_key(j, "span");
    bede_json_span(j, m->span);
    put_z(j, "type", bede_mention_type_name(m->type));
    bede_json_close(j, '}');
  }
  bede_json_close(j, ']');
}

static void put_rule(bede_json *j, const bede_doc *doc, bede_ref ref)
{
  bede_buf text;
  bede_buf_init(&text, 0);
  bede_rule_put(doc, ref, &text);
  bede_json_str(j, bede_buf_str(&text));
  if (text.status) j->out->status = text.status;
  bede_buf_release(&text);
}

static void put_entity(bede_json *j, const bede_doc *doc, uint32_t id)
{
  const bede_entity *e = &doc->entities.items[id];
  bede_json_key(j, "id");
  bede_json_int(j, id);
  put_str(j, "key", e->key);
  put_str(j, "name", e->name);
  put_str(j, "office", e->office);
  put_z(j, "kind", bede_kind_name(e->kind));
  put_str(j, "country", e->country);
  put_str(j, "sector", bede_entity_sector(e));
  bede_json_key(j, "sectors");
  bede_json_open(j, '[');
  for (uint8_t s = 0; s < e->sector_count; s++)
    bede_json_z(j, bede_sector_name(e->sectors[s]));
  bede_json_close(j, ']');
  put_str(j, "code", e->code);
  bede_json_key(j, "known");
  bede_json_bool(j, e->known);
  bede_json_key(j, "code_from");
  if (e->ref.line)
    put_rule(j, doc, e->ref);
  else
    bede_json_null(j);
  bede_json_key(j, "code_valid");
  if (e->valid_from.len || e->valid_to.len) {
    bede_json_open(j, '[');
    bede_json_str(j, e->valid_from);
    bede_json_str(j, e->valid_to);
    bede_json_close(j, ']');
  } else {
    bede_json_null(j);
  }
}

static void put_entities(bede_json *j, const bede_doc *doc)
{
  uint32_t *begin = NULL;
  uint32_t *list = mentions_by_entity(doc, &begin);
  if (!list) j->out->status = BEDE_ENOMEM;
  bede_json_key(j, "entities");
  bede_json_open(j, '[');
  for (uint32_t i = 0; list && i < doc->entities.count; i++) {
    bede_json_open(j, '{');
    put_entity(j, doc, i);
    put_mentions(j, doc, list, i ? begin[i] : 0, begin[i + 1]);
    bede_json_close(j, '}');
  }
  bede_json_close(j, ']');
}

static void put_index(bede_json *j, const char *key, uint32_t index)
{
  bede_json_key(j, key);
  bede_json_index(j, index);
}

static void put_attribution(bede_json *j, const bede_attribution *a,
                            uint32_t id)
{
  bede_json_open(j, '{');
  bede_json_key(j, "id");
  bede_json_int(j, id);
  put_z(j, "kind", bede_source_kind_name(a->kind));
  bede_json_key(j, "source");
  bede_json_spans(j, a->source.items, a->source.count);
  bede_json_key(j, "cue");
  bede_json_spans(j, a->cue.items, a->cue.count);
  bede_json_key(j, "content");
  bede_json_spans(j, a->content.items, a->content.count);
  put_index(j, "speaker", a->speaker);
  put_index(j, "affiliation", a->affiliation);
  put_index(j, "outlet", a->outlet);
  put_index(j, "held_by", a->held_by);
  bede_json_key(j, "anonymity_reason");
  bede_json_opt_span(j, a->anonymity_reason);
  put_z(j, "quoted", bede_quoted_name(a->quoted));
  bede_json_key(j, "verbatim");
  bede_json_bool(j, a->verbatim);
  put_z(j, "stance", bede_stance_name(a->stance));
  bede_json_key(j, "topic");
  bede_json_bool(j, a->topic);
  // Who passes the words on; those of nobody else the narrator, who is
  // nobody's.
  bool outermost = id != 0 && a->via == BEDE_NONE;
  put_index(j, "via", outermost ? 0 : a->via);
  bede_json_close(j, '}');
}

static void put_attributions(bede_json *j, const bede_doc *doc)
{
  bede_json_key(j, "attributions");
  bede_json_open(j, '[');
  for (uint32_t i = 0; i < doc->attributions.count; i++)
    put_attribution(j, &doc->attributions.items[i], i);
  bede_json_close(j, ']');
}

static void put_chains(bede_json *j, const bede_doc *doc, uint32_t begin,
                       uint32_t count)
{
  bede_json_key(j, "said_by");
  bede_json_open(j, '[');
  for (uint32_t i = begin; i < begin + count; i++) {
    const bede_chain *chain = &doc->chains.items[i];
    bede_json_open(j, '[');
    for (uint8_t l = 0; l < chain->count; l++)
      bede_json_int(j, chain->links[l]);
    bede_json_close(j, ']');
  }
  bede_json_close(j, ']');
}

static void put_role(bede_json *j, const bede_doc *doc, const bede_role *role)
{
  const bede_entity *e = bede_role_entity(doc, role);
  bede_str none = {NULL, 0};
  bede_json_open(j, '{');
  bede_json_key(j, "span");
  bede_json_span(j, role->span);
  put_str(j, "text", bede_doc_str(doc, role->span));
  put_index(j, "entity", role->entity);
  put_str(j, "name", e ? e->name : none);
  put_str(j, "country", e ? e->country : none);
  put_str(j, "sector", bede_entity_sector(e));
  put_str(j, "code", e ? e->code : none);
  put_z(j, "basis", bede_basis_name(role->basis));
  bede_json_key(j, "inferred");
  bede_json_bool(j, role->inferred);
  bede_json_close(j, '}');
}

static void put_roles(bede_json *j, const bede_doc *doc, const char *key,
                      const bede_role *roles, uint32_t count)
{
  bede_json_key(j, key);
  bede_json_open(j, '[');
  for (uint32_t i = 0; i < count; i++)
    put_role(j, doc, &roles[i]);
  bede_json_close(j, ']');
}

static void put_date(bede_json *j, const bede_claim *c)
{
  bede_json_key(j, "date");
  if (!c->has_date) {
    bede_json_null(j);
    return;
  }
  bede_json_open(j, '{');
  bede_json_key(j, "from");
  bede_json_date(j, c->from);
  bede_json_key(j, "to");
  bede_json_date(j, c->to);
  put_z(j, "precision", bede_precision_name(c->precision));
  bede_json_key(j, "span");
  bede_json_opt_span(j, c->date_span);
  put_z(j, "basis", bede_date_basis_name(c->date_basis));
  bede_json_close(j, '}');
}

static void put_number(bede_json *j, const char *key, bool has, int64_t value)
{
  bede_json_key(j, key);
  if (has)
    bede_json_int(j, value);
  else
    bede_json_null(j);
}

static void put_place(bede_json *j, const bede_doc *doc, const bede_claim *c)
{
  bede_json_key(j, "place");
  if (c->place == BEDE_NONE) {
    bede_json_null(j);
    return;
  }
  const bede_place *p = &doc->places.items[c->place];
  bede_json_open(j, '{');
  bede_json_key(j, "span");
  bede_json_span(j, p->span);
  put_str(j, "name", p->name);
  put_str(j, "country", p->country);
  put_str(j, "adm1", p->division);
  put_number(j, "geonames_id", p->geonames != 0, p->geonames);
  bede_json_key(j, "lat");
  bede_json_degrees(j, p->lat);
  bede_json_key(j, "lon");
  bede_json_degrees(j, p->lon);
  put_z(j, "precision", bede_place_kind_name(p->kind));
  put_z(j, "basis", bede_place_basis_name(c->place_basis));
  bede_json_close(j, '}');
}

static void put_ids(bede_json *j, const char *key, const uint32_t *ids,
                    uint32_t count)
{
  bede_json_key(j, key);
  bede_json_open(j, '[');
  for (uint32_t i = 0; i < count; i++)
    bede_json_int(j, ids[i]);
  bede_json_close(j, ']');
}

static void put_goldstein(bede_json *j, const char *key, int16_t tenths)
{
  bede_json_key(j, key);
  if (tenths == BEDE_CAMEO_NO_SCORE)
    bede_json_null(j);
  else
    bede_json_tenths(j, tenths);
}

// The scales published for a CAMEO code; of a claim without one, nulls.
static void put_scales(bede_json *j, const bede_cameo *cameo)
{
  put_goldstein(j, "goldstein_icews",
                cameo ? cameo->goldstein10_icews : BEDE_CAMEO_NO_SCORE);
  put_goldstein(j, "goldstein_gdelt",
                cameo ? cameo->goldstein10_gdelt : BEDE_CAMEO_NO_SCORE);
  put_number(j, "quad_icews", cameo, cameo ? cameo->quad_icews : 0);
  put_number(j, "quad_gdelt", cameo, cameo ? cameo->quad_gdelt : 0);
}

static void put_what(bede_json *j, const bede_doc *doc, const bede_claim *c)
{
  bede_mode mode = c->mode_count ? c->modes[0] : BEDE_MODE_NONE;
  put_z(j, "id", c->id);
  bede_json_key(j, "sentence");
  bede_json_int(j, c->sentence);
  put_z(j, "event", bede_event_name(c->event));
  bede_json_key(j, "mode");
  bede_json_open(j, '[');
  for (uint8_t m = 0; m < c->mode_count; m++)
    bede_json_z(j, bede_mode_name(c->modes[m]));
  bede_json_close(j, ']');
  bede_json_key(j, "context");
  bede_json_open(j, '[');
  for (uint32_t i = 0; i < BEDE_CONTEXT_COUNT; i++) {
    if (c->contexts >> i & 1)
      bede_json_z(j, bede_context_name((bede_context)i));
  }
  bede_json_close(j, ']');
  put_z(j, "cameo", c->cameo[0] ? c->cameo : NULL);
  bede_json_key(j, "quad_plover");
  bede_json_int(j, bede_event_quad(c->event));
  bede_json_key(j, "plover_score");
  bede_json_tenths(j, bede_event_score10(c->event, mode));
  put_scales(j, bede_cameo_find(c->cameo));
  bede_json_key(j, "trigger");
  bede_json_spans(j, c->trigger.items, c->trigger.count);
  put_roles(j, doc, "actor", c->actor.items, c->actor.count);
  put_roles(j, doc, "recipient", c->recipient.items, c->recipient.count);
}

static void put_relations(bede_json *j, const bede_doc *doc,
                          const bede_claim *c)
{
  bede_json_key(j, "relation");
  bede_json_open(j, '[');
  for (uint32_t i = 0; i < c->chain_count; i++)
    bede_json_z(
        j, bede_relation_name(doc->chains.items[c->chain_begin + i].relation));
  bede_json_close(j, ']');
}

static void put_standing(bede_json *j, const bede_doc *doc, const bede_claim *c)
{
  put_chains(j, doc, c->chain_begin, c->chain_count);
  put_relations(j, doc, c);
  put_z(j, "polarity", c->negated ? "-" : "+");
  put_z(j, "certainty", c->uncertain ? "uncertain" : "certain");
  put_z(j, "status", bede_claim_status_name(c->status));
  put_z(j, "aspect", bede_aspect_name(c->aspect));
  put_z(j, "reporting", c->background ? "background" : "new");
}

static void put_flags(bede_json *j, uint32_t flags)
{
  bede_json_key(j, "flags");
  bede_json_open(j, '[');
  for (unsigned i = 0; bede_flag_name(i); i++) {
    if (flags >> i & 1) bede_json_z(j, bede_flag_name(i));
  }
  bede_json_close(j, ']');
}

static void put_claim(bede_json *j, const bede_doc *doc, const bede_claim *c,
                      bool no_text)
{
  bede_json_open(j, '{');
  put_what(j, doc, c);
  put_standing(j, doc, c);
  put_date(j, c);
  put_place(j, doc, c);
  put_ids(j, "quantities", c->quantities.items, c->quantities.count);
  put_ids(j, "cites", c->cites.items, c->cites.count);
  bede_json_key(j, "repeats");
  bede_json_z(j, c->repeats == BEDE_NONE ? NULL
                                         : doc->claims.items[c->repeats].id);
  put_z(j, "domain", bede_domain_name(c->domain));
  put_flags(j, c->flags);
  put_z(j, "confidence", NULL);
  bede_json_key(j, "evidence");
  bede_json_span(j, c->evidence);
  if (!no_text) put_str(j, "evidence_text", bede_doc_str(doc, c->evidence));
  bede_json_key(j, "rules");
  bede_json_open(j, '[');
  for (uint8_t i = 0; i < c->rule_count; i++)
    put_rule(j, doc, c->rules[i]);
  bede_json_close(j, ']');
  bede_json_close(j, '}');
}

static void put_quantity(bede_json *j, const bede_doc *doc, uint32_t id)
{
  const bede_quantity *q = &doc->quantities.items[id];
  bede_json_open(j, '{');
  bede_json_key(j, "id");
  bede_json_int(j, id);
  bede_json_key(j, "span");
  bede_json_span(j, q->span);
  put_str(j, "text", bede_doc_str(doc, q->span));
  put_number(j, "low", q->has_low, q->low);
  put_number(j, "high", q->has_high, q->high);
  put_number(j, "best", q->has_best, q->best);
  put_z(j, "qualifier", bede_qualifier_name(q->qualifier));
  put_z(j, "rule", q->rule);
  put_z(j, "of", bede_quantity_of_name(q->of));
  bede_json_key(j, "of_span");
  bede_json_opt_span(j, q->of_span);
  put_z(j, "population", q->population);
  bede_json_key(j, "part");
  bede_json_bool(j, q->part);
  bede_json_key(j, "increase");
  bede_json_bool(j, q->increase);
  bede_json_key(j, "cumulative");
  if (q->cumulative) {
    bede_json_bool(j, true);
  } else {
    bede_json_null(j); // nothing says whether it is one
  }
  bede_json_key(j, "as_of");
  bede_json_date(j, q->as_of);
  put_chains(j, doc, q->chain_begin, q->chain_count);
  bede_json_key(j, "claim");
  bede_json_z(j, q->claim == BEDE_NONE ? NULL : doc->claims.items[q->claim].id);
  bede_json_close(j, '}');
}

static void put_timex(bede_json *j, const bede_timex *t)
{
  bede_json_open(j, '{');
  bede_json_key(j, "span");
  bede_json_span(j, t->span);
  put_z(j, "type", bede_timex_type_name(t->type));
  put_str(j, "value", t->value);
  put_str(j, "mod", t->mod);
  bede_json_key(j, "from");
  bede_json_date(j, t->from);
  bede_json_key(j, "to");
  bede_json_date(j, t->to);
  bede_json_close(j, '}');
}

static void put_label(bede_json *j, const bede_doc *doc, const bede_label *l)
{
  bede_json_open(j, '{');
  bede_json_key(j, "span");
  bede_json_span(j, l->span);
  put_index(j, "entity", l->entity);
  put_z(j, "of", l->of_act ? "act" : "actor");
  put_z(j, "tone", l->tone);
  put_chains(j, doc, l->chain_begin, l->chain_count);
  bede_json_close(j, '}');
}

static void put_citation(bede_json *j, const bede_doc *doc, uint32_t id)
{
  const bede_citation *c = &doc->citations.items[id];
  bede_json_open(j, '{');
  bede_json_key(j, "id");
  bede_json_int(j, id);
  bede_json_key(j, "span");
  bede_json_span(j, c->span);
  put_z(j, "kind", bede_citation_kind_name(c->kind));
  put_str(j, "marker", c->marker);
  bede_json_key(j, "target");
  bede_json_opt_span(j, c->target);
  bede_json_key(j, "claims");
  bede_json_open(j, '[');
  for (uint32_t i = 0; i < c->claims.count; i++)
    bede_json_z(j, doc->claims.items[c->claims.items[i]].id);
  bede_json_close(j, ']');
  bede_json_close(j, '}');
}

static void put_predicate(bede_json *j, const bede_doc *doc,
                          const bede_predicate *p)
{
  const bede_word *w = &doc->words.items[p->word];
  bede_json_open(j, '{');
  bede_json_key(j, "span");
  bede_json_span(j, w->span);
  put_str(j, "lemma", w->lemma);
  put_z(j, "polarity", p->negated ? "-" : "+");
  put_z(j, "certainty", p->uncertain ? "uncertain" : "certain");
  put_z(j, "status", bede_claim_status_name(p->status));
  bede_json_close(j, '}');
}

static void put_warning(bede_json *j, const bede_warning *w)
{
  bede_json_open(j, '{');
  put_z(j, "code", w->code);
  put_str(j, "message", w->message);
  bede_json_key(j, "span");
  bede_json_opt_span(j, w->span);
  bede_json_close(j, '}');
}

// One list of the document: EACH writes the item number i.
#define PUT_LIST(j, key, list, EACH)                                           \
  do {                                                                         \
    bede_json_key((j), key);                                                   \
    bede_json_open((j), '[');                                                  \
    for (uint32_t i = 0; i < (list).count; i++)                                \
      EACH;                                                                    \
    bede_json_close((j), ']');                                                 \
  } while (0)

static void put_document(bede_json *j, const bede_doc *doc,
                         const bede_versions *versions,
                         const bede_export_options *options)
{
  bede_json_open(j, '{');
  bede_json_key(j, "schema");
  bede_json_int(j, BEDE_SCHEMA);
  put_coder(j, versions);
  put_head(j, doc, options->with_text);
  put_sentences(j, doc);
  put_entities(j, doc);
  put_attributions(j, doc);
  PUT_LIST(j, "claims", doc->claims,
           put_claim(j, doc, &doc->claims.items[i], options->no_text));
  PUT_LIST(j, "quantities", doc->quantities, put_quantity(j, doc, i));
  PUT_LIST(j, "dates", doc->dates, put_timex(j, &doc->dates.items[i]));
  PUT_LIST(j, "labels", doc->labels, put_label(j, doc, &doc->labels.items[i]));
  PUT_LIST(j, "citations", doc->citations, put_citation(j, doc, i));
  if (options->with_predicates)
    PUT_LIST(j, "predicates", doc->predicates,
             put_predicate(j, doc, &doc->predicates.items[i]));
  PUT_LIST(j, "warnings", doc->warnings,
           put_warning(j, &doc->warnings.items[i]));
  bede_json_close(j, '}');
}

bede_status bede_export_json(const bede_doc *doc, const bede_versions *versions,
                             const bede_export_options *options, bede_buf *out)
{
  bede_json j;
  memset(&j, 0, sizeof j);
  j.out = out;
  bede_status status = bede_cpmap_init(&j.map, doc->text);
  if (status) return status;
  put_document(&j, doc, versions, options);
  bede_buf_append_char(out, '\n');
  bede_cpmap_release(&j.map);
  return out->status;
}
