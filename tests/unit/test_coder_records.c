// What the contract promises of the records, whatever the text is: their exact
// fields, spans that cut the words again, chains that end with the narrator,
// ids, and the same bytes for the same text.
#include "coder.h"

// --- fields ------------------------------------------------------------------

// The fields of each object as "name:type": s string or null, S string, n
// number, N number or null, b bool, p span, P span or null, Q list of spans, L
// list, O object, o object or null, z anything.
static const char document_fields[] =
    "schema:n coder:O id:S title:s author:s publisher:s url:s published:s "
    "published_basis:S credit:s language:s language_basis:s genre:S "
    "raw_sha256:S text_sha256:S text:S status:S sentences:L entities:L "
    "attributions:L claims:L quantities:L dates:L labels:L citations:L "
    "predicates:L warnings:L";
static const char coder_fields[] =
    "program:S codebook:S cameo:S knowledge:S model:S options:S";
static const char sentence_fields[] = "span:p title:b";
static const char entity_fields[] =
    "id:n key:s name:s office:s kind:S country:s sector:s sectors:L code:s "
    "known:b code_from:s code_valid:z mentions:L";
static const char mention_fields[] = "span:p type:S";
static const char attribution_fields[] =
    "id:n kind:S source:Q cue:Q content:Q speaker:N affiliation:N outlet:N "
    "held_by:N anonymity_reason:P quoted:s verbatim:b stance:S topic:b via:N";
static const char claim_fields[] =
    "id:S sentence:n event:S mode:L context:L cameo:s quad_plover:n "
    "plover_score:n goldstein_icews:N goldstein_gdelt:N quad_icews:N "
    "quad_gdelt:N trigger:Q actor:L recipient:L said_by:L relation:L "
    "polarity:S certainty:S status:S aspect:S reporting:S date:o place:o "
    "quantities:L cites:L repeats:s domain:S flags:L confidence:N evidence:p "
    "evidence_text:S rules:L";
static const char role_fields[] =
    "span:p text:S entity:N name:s country:s sector:s code:s basis:S "
    "inferred:b";
static const char date_fields[] = "from:s to:s precision:S span:P basis:S";
static const char place_fields[] =
    "span:p name:S country:s adm1:s geonames_id:z lat:N lon:N precision:s "
    "basis:s";
static const char quantity_fields[] =
    "id:n span:p text:S low:N high:N best:N qualifier:S rule:S of:S of_span:P "
    "population:S part:b increase:b cumulative:z as_of:o said_by:L claim:s";
static const char timex_fields[] = "span:p type:S value:s mod:s from:s to:s";
static const char label_fields[] = "span:p entity:N of:S tone:S said_by:L";
static const char citation_fields[] =
    "id:n span:p kind:S marker:s target:P claims:L";
static const char predicate_fields[] =
    "span:p lemma:S polarity:S certainty:S status:S";
static const char warning_fields[] = "code:S message:S span:p";

static const char columns[] =
    "claim_id,chain,doc_id,sentence,event,mode,context,cameo,quad_plover,"
    "plover_score,goldstein_icews,goldstein_gdelt,quad_icews,quad_gdelt,"
    "actor_name,actor_text,actor_country,actor_sector,actor_code,actor_cow,"
    "actor_inferred,recipient_name,recipient_text,recipient_country,"
    "recipient_sector,recipient_code,recipient_cow,recipient_inferred,"
    "source_kind,source_name,source_text,source_affiliation,source_relation,"
    "source_cue,source_stance,source_via,narrator,publisher,polarity,certainty,"
    "status,aspect,reporting,domain,date_from,date_to,date_precision,date_"
    "basis,"
    "place_name,place_country,place_adm1,place_lat,place_lon,place_precision,"
    "dead_low,dead_high,injured_low,injured_high,quantities_text,"
    "unresolved_citations,flags,confidence,repeats,evidence_start,evidence_end,"
    "evidence_text,rule,published,published_basis,genre,url,text_sha256,schema,"
    "codebook,program,knowledge,model";

// What is looked at now, for messages.
typedef struct subject {
  bede_str text;    // the source text
  const char *name; // of the report
  json_t *doc;
  size_t code_points;
  uint32_t *at; // byte of each code point
} subject;

static void check(const subject *s, bool holds, const char *what)
{
  if (!holds) fail_msg("%s: %s", s->name, what);
}

static bool is_span(const subject *s, const json_t *span, bool filled)
{
  if (!json_is_array(span) || json_array_size(span) != 2) return false;
  json_int_t begin = json_integer_value(json_array_get(span, 0));
  json_int_t end = json_integer_value(json_array_get(span, 1));
  return begin >= 0 && begin <= end && (!filled || begin < end) &&
         (size_t)end <= s->code_points;
}

static bool is_spans(const subject *s, const json_t *spans)
{
  bool all = json_is_array(spans);
  for (size_t i = 0; i < json_array_size(spans); i++)
    all = all && is_span(s, json_array_get(spans, i), true);
  return all;
}

static bool has_type(const subject *s, const json_t *value, char type)
{
  switch (type) {
  case 's':
    return json_is_string(value) || json_is_null(value);
  case 'S':
    return json_is_string(value);
  case 'n':
    return json_is_number(value);
  case 'N':
    return json_is_number(value) || json_is_null(value);
  case 'b':
    return json_is_boolean(value);
  case 'p':
    return is_span(s, value, false);
  case 'P':
    return json_is_null(value) || is_span(s, value, true);
  case 'Q':
    return is_spans(s, value);
  case 'L':
    return json_is_array(value);
  case 'O':
    return json_is_object(value);
  case 'o':
    return json_is_object(value) || json_is_null(value);
  default:
    return true;
  }
}

// Exactly these fields, each of its type.
static void check_fields(const subject *s, const json_t *object,
                         const char *fields)
{
  size_t count = 0;
  bede_str rest = bede_str_from(fields);
  check(s, json_is_object(object), fields);
  while (rest.len) {
    char name[64];
    bede_str field;
    rest = bede_str_cut(rest, ' ', &field);
    size_t len = field.len - 2;
    assert_true(len < sizeof name);
    memcpy(name, field.ptr, len);
    name[len] = '\0';
    const json_t *value = json_object_get(object, name);
    check(s, value != NULL, name);
    check(s, has_type(s, value, field.ptr[len + 1]), name);
    count++;
  }
  check(s, json_object_size(object) == count, fields);
}

static void check_list(const subject *s, const json_t *list, const char *fields)
{
  for (size_t i = 0; i < json_array_size(list); i++)
    check_fields(s, json_array_get(list, i), fields);
}

static const json_t *list_of(const subject *s, const char *key)
{
  return json_object_get(s->doc, key);
}

// --- spans -------------------------------------------------------------------

static void begin_subject(subject *s, const char *name, json_t *doc)
{
  const json_t *text = json_object_get(doc, "text");
  s->name = name;
  s->doc = doc;
  s->text.ptr = json_string_value(text);
  s->text.len = json_string_length(text);
  s->at = malloc((s->text.len + 1) * sizeof *s->at);
  assert_non_null(s->at);
  s->code_points = 0;
  for (size_t at = 0; at < s->text.len;) {
    s->at[s->code_points++] = (uint32_t)at;
    (void)bede_utf8_next(s->text.ptr, s->text.len, &at);
  }
  s->at[s->code_points] = (uint32_t)s->text.len;
}

static void end_subject(subject *s)
{
  free(s->at);
}

static size_t begin_of(const json_t *span)
{
  return (size_t)json_integer_value(json_array_get(span, 0));
}

static size_t end_of(const json_t *span)
{
  return (size_t)json_integer_value(json_array_get(span, 1));
}

static void check_cut(const subject *s, const json_t *object,
                      const char *span_key, const char *text_key)
{
  const json_t *span = json_object_get(object, span_key);
  const json_t *text = json_object_get(object, text_key);
  size_t begin = s->at[begin_of(span)], end = s->at[end_of(span)];
  check(s, json_string_length(text) == end - begin, text_key);
  check(s,
        memcmp(json_string_value(text), s->text.ptr + begin, end - begin) == 0,
        text_key);
}

static void check_chains(const subject *s, const json_t *chains)
{
  size_t speakers = json_array_size(list_of(s, "attributions"));
  check(s, json_array_size(chains) > 0, "no chain");
  for (size_t i = 0; i < json_array_size(chains); i++) {
    const json_t *chain = json_array_get(chains, i);
    size_t count = json_array_size(chain);
    check(s, count > 0, "an empty chain");
    for (size_t k = 0; k < count; k++) {
      json_int_t link = json_integer_value(json_array_get(chain, k));
      check(s, link >= 0 && (size_t)link < speakers, "a link to nobody");
      check(s, (link == 0) == (k + 1 == count), "a chain's end");
    }
  }
}

static void check_indices(const subject *s, const json_t *ids, const char *key)
{
  size_t count = json_array_size(list_of(s, key));
  for (size_t i = 0; i < json_array_size(ids); i++) {
    json_int_t id = json_integer_value(json_array_get(ids, i));
    check(s, id >= 0 && (size_t)id < count, key);
  }
}

static void check_entity(const subject *s, const json_t *object,
                         const char *key)
{
  const json_t *id = json_object_get(object, key);
  size_t count = json_array_size(list_of(s, "entities"));
  check(s, json_is_null(id) || (size_t)json_integer_value(id) < count, key);
}

// --- claims ------------------------------------------------------------------

static void check_roles(const subject *s, const json_t *roles)
{
  check_list(s, roles, role_fields);
  for (size_t i = 0; i < json_array_size(roles); i++) {
    const json_t *role = json_array_get(roles, i);
    check(s, is_span(s, json_object_get(role, "span"), true), "an empty role");
    check_cut(s, role, "span", "text");
    check_entity(s, role, "entity");
  }
}

static void check_evidence(const subject *s, const json_t *claim)
{
  const json_t *evidence = json_object_get(claim, "evidence");
  const json_t *trigger = json_object_get(claim, "trigger");
  check(s, is_span(s, evidence, true), "empty evidence");
  check(s, json_array_size(trigger) > 0, "no trigger");
  for (size_t i = 0; i < json_array_size(trigger); i++) {
    const json_t *span = json_array_get(trigger, i);
    check(s, begin_of(span) >= begin_of(evidence), "trigger before evidence");
    check(s, end_of(span) <= end_of(evidence), "trigger behind evidence");
  }
  check_cut(s, claim, "evidence", "evidence_text");
}

static bool is_claim_id(const char *id)
{
  return id[0] == 'c' && strlen(id) == 17 &&
         strspn(id + 1, "0123456789abcdef") == 16;
}

static const json_t *claim_of(const subject *s, const json_t *id)
{
  const json_t *claims = list_of(s, "claims");
  for (size_t i = 0; i < json_array_size(claims); i++) {
    const json_t *claim = json_array_get(claims, i);
    if (json_equal(json_object_get(claim, "id"), id)) return claim;
  }
  return NULL;
}

static void check_claim(const subject *s, const json_t *claim)
{
  const json_t *id = json_object_get(claim, "id");
  const json_t *date = json_object_get(claim, "date");
  const json_t *place = json_object_get(claim, "place");
  const json_t *repeats = json_object_get(claim, "repeats");
  check_fields(s, claim, claim_fields);
  check(s, is_claim_id(json_string_value(id)), "an id's form");
  check(s, claim_of(s, id) == claim, "two claims of one id");
  check_roles(s, json_object_get(claim, "actor"));
  check_roles(s, json_object_get(claim, "recipient"));
  check_chains(s, json_object_get(claim, "said_by"));
  check(s,
        json_array_size(json_object_get(claim, "said_by")) ==
            json_array_size(json_object_get(claim, "relation")),
        "a relation for each chain");
  check_evidence(s, claim);
  if (json_is_object(date)) check_fields(s, date, date_fields);
  if (json_is_object(place)) check_fields(s, place, place_fields);
  check(s, json_is_null(repeats) || claim_of(s, repeats), "repeats nothing");
  check_indices(s, json_object_get(claim, "quantities"), "quantities");
  check_indices(s, json_object_get(claim, "cites"), "citations");
  check(s, json_array_size(json_object_get(claim, "rules")) > 0, "no rule");
}

static void check_claims(const subject *s)
{
  const json_t *claims = list_of(s, "claims");
  json_int_t sentence = 0;
  size_t sentences = json_array_size(list_of(s, "sentences"));
  for (size_t i = 0; i < json_array_size(claims); i++) {
    const json_t *claim = json_array_get(claims, i);
    json_int_t at = json_integer_value(json_object_get(claim, "sentence"));
    check_claim(s, claim);
    check(s, at >= sentence && (size_t)at < sentences, "claims out of order");
    sentence = at;
  }
  const char *status = coder_str(s->doc, "status");
  check(s, strcmp(status, json_array_size(claims) ? "coded" : "no_claims") == 0,
        "status");
}

// --- the document ------------------------------------------------------------

static void check_entities(const subject *s)
{
  const json_t *entities = list_of(s, "entities");
  check_list(s, entities, entity_fields);
  for (size_t i = 0; i < json_array_size(entities); i++) {
    const json_t *mentions =
        json_object_get(json_array_get(entities, i), "mentions");
    check_list(s, mentions, mention_fields);
    // Only somebody who is never more than a pronoun has no name.
    bool named =
        json_is_string(json_object_get(json_array_get(entities, i), "name"));
    for (size_t k = 0; k < json_array_size(mentions); k++)
      named = named || strcmp(coder_str(json_array_get(mentions, k), "type"),
                              "pronoun") == 0;
    check(s, named, "an entity without a name");
  }
}

static void check_attributions(const subject *s)
{
  const json_t *list = list_of(s, "attributions");
  check_list(s, list, attribution_fields);
  check(s, json_array_size(list) > 0, "no narrator");
  for (size_t i = 0; i < json_array_size(list); i++) {
    const json_t *a = json_array_get(list, i);
    bool narrator = strcmp(coder_str(a, "kind"), "narrator") == 0;
    check(s, narrator == (i == 0), "the narrator is attribution 0");
    check_entity(s, a, "speaker");
    check_entity(s, a, "affiliation");
    check_entity(s, a, "outlet");
    check_entity(s, a, "held_by");
  }
}

static void check_quantities(const subject *s)
{
  const json_t *list = list_of(s, "quantities");
  check_list(s, list, quantity_fields);
  for (size_t i = 0; i < json_array_size(list); i++) {
    const json_t *q = json_array_get(list, i);
    const json_t *claim = json_object_get(q, "claim");
    check_cut(s, q, "span", "text");
    check_chains(s, json_object_get(q, "said_by"));
    check(s, json_is_null(claim) || claim_of(s, claim), "a number of no claim");
  }
}

static void check_document(const char *name, json_t *doc)
{
  subject s;
  assert_non_null(doc);
  begin_subject(&s, name, doc);
  check_fields(&s, doc, document_fields);
  check_fields(&s, json_object_get(doc, "coder"), coder_fields);
  check_list(&s, list_of(&s, "sentences"), sentence_fields);
  check_entities(&s);
  check_attributions(&s);
  check_claims(&s);
  check_quantities(&s);
  check_list(&s, list_of(&s, "dates"), timex_fields);
  check_list(&s, list_of(&s, "labels"), label_fields);
  for (size_t i = 0; i < json_array_size(list_of(&s, "labels")); i++) {
    const json_t *label = json_array_get(list_of(&s, "labels"), i);
    check_chains(&s, json_object_get(label, "said_by"));
  }
  check_list(&s, list_of(&s, "citations"), citation_fields);
  check_list(&s, list_of(&s, "predicates"), predicate_fields);
  check_list(&s, list_of(&s, "warnings"), warning_fields);
  end_subject(&s);
}

// --- inputs ------------------------------------------------------------------

static const char report[] =
    "KABUL - Rebels attacked an army convoy near Kandahar on Monday, the "
    "defence ministry said.\n\nFive soldiers were killed, according to a "
    "senior official who spoke on condition of anonymity. The rebels denied "
    "that they had attacked the convoy [1].\n";

typedef struct all {
  unsigned documents, claims;
} all;

static bede_status each_example(void *context, const char *ptr, size_t len,
                                const char *document, const bede_error *failure,
                                const bede_run *so_far BEDE_UNUSED)
{
  all *a = context;
  json_error_t error;
  assert_null(failure);
  json_t *doc = json_loadb(ptr, len, JSON_REJECT_DUPLICATES, &error);
  check_document(document, doc);
  a->documents++;
  a->claims += (unsigned)json_array_size(json_object_get(doc, "claims"));
  json_decref(doc);
  return BEDE_OK;
}

TEST(examples_keep_the_contract)
{
  char path[4096];
  const char *root = getenv("BEDE_ROOT");
  bede_coder *coder = coder_open();
  bede_error err;
  bede_run run = {0};
  all a = {0, 0};
  (void)snprintf(path, sizeof path, "%s/examples", root ? root : ".");
  assert_int_equal(bede_coder_file(coder, path, BEDE_IN_AUTO, NULL,
                                   BEDE_OUT_JSON, each_example, &a, &run, &err),
                   BEDE_OK);
  assert_true(a.documents >= 11);
  assert_true(a.claims >= 60);
  bede_coder_free(coder);
}

#define GRIN "\xF0\x9F\x98\x80" // U+1F600
#define RLM "\xE2\x80\x8F"      // right-to-left mark
#define RLO "\xE2\x80\xAE"      // right-to-left override
#define ACUTE "\xCC\x81"        // combining acute
#define ZWJ "\xE2\x80\x8D"      // zero-width joiner
#define NBSP "\xC2\xA0"

static const char *const hostile[] = {
    ".",
    "\"",
    "[1]",
    "\n\n\n[1]\n\n[",
    "said said said said",
    "\xFF\xFE\x80 rebels \xC3 attacked \xED\xA0\x80 Kabul, police said.",
    GRIN " Rebels " GRIN " attacked " GRIN " Kabul" GRIN ", police said " GRIN,
    RLM "Rebels " RLO "attacked" RLM " Kabul on Monday, police said." RLO,
    "Rebels" ACUTE ACUTE ACUTE " a" ACUTE "ttacked Kabul, police sai" ACUTE "d",
    "Rebels" ZWJ " attacked" NBSP "Kabul," NBSP "police" NBSP "said.",
    "\"Rebels attacked \"Kabul\", \"police \"said\" \"on \"Monday\".",
    "\"\"\"\"\"\"\"\"\"\"\"\" he said \"\"\"\"\"\"\"\"\"\"\"\"",
    "((((((((((((((((((((Rebels attacked Kabul)))))))))))))))))))), he said.",
    "[[[[[[[[1] Rebels attacked Kabul [2][3]] [4], police said [5][6]]].",
    "RebelsattackedKabulonMondaypolicesaidthattherebelsattacked",
    "Rebels, rebels, rebels, rebels, rebels, rebels, rebels, rebels, rebels, "
    "rebels, rebels, rebels, rebels, rebels, rebels, rebels, rebels, rebels "
    "and rebels attacked police, police, police, police, police, police, "
    "police, police, police, police, police, police, police and police.",
    "He said she said they said police said rebels said troops said Iran said "
    "Iraq said Kenya said Chad said Mali said Niger attacked Togo.",
    "Iran denied denying that it denied having refused to threaten to agree "
    "to stop planning to attack to refuse to bomb Iraq.",
    "\t\r\n \r\n\r\nRebels attacked Kabul.\r\n\r\nPolice said.\r\n",
    "=Rebels attacked Kabul. +Rebels attacked Kabul. -Rebels attacked Kabul.",
    "0 99999999999999999999 people were killed, 1,2,3,4 said 31 February 0000.",
    "<p>Rebels attacked <b>Kabul</b> &amp; <a href=\"http://x.org/[1]\">fled",
    "rebels attacked kabul\npolice said\nno stop here\n- item\n* item\n1. item",
};

TEST(hostile_texts_keep_the_contract)
{
  bede_coder *coder = coder_open();
  for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
    json_t *doc = coder_code(coder, hostile[i], NULL);
    check_document(hostile[i], doc);
    json_decref(doc);
  }
  bede_coder_free(coder);
}

// A cut anywhere, also inside a code point, leaves a report.
TEST(every_beginning_of_a_report_keeps_the_contract)
{
  bede_coder *coder = coder_open();
  char text[sizeof report + 16];
  (void)snprintf(text, sizeof text, "%s %s", GRIN GRIN, report);
  size_t len = strlen(text);
  for (size_t n = 1; n <= len; n += 3) {
    json_error_t error;
    bede_output out = coder_write(coder, text, n, NULL, BEDE_OUT_JSON);
    json_t *doc = json_loadb(out.ptr, out.len, 0, &error);
    check_document("a beginning", doc);
    json_decref(doc);
    bede_output_release(&out);
  }
  bede_coder_free(coder);
}

// --- identity ----------------------------------------------------------------

static void assert_same(const bede_output *a, const bede_output *b)
{
  assert_int_equal(a->len, b->len);
  assert_memory_equal(a->ptr, b->ptr, a->len);
}

TEST(same_text_gives_the_same_bytes)
{
  for (int f = BEDE_OUT_JSON; f <= BEDE_OUT_PETRARCH; f++) {
    bede_output_format format = (bede_output_format)f;
    bede_coder *coder = coder_open(), *other = coder_open();
    size_t len = strlen(report);
    bede_output first = coder_write(coder, report, len, NULL, format);
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
      bede_output out =
          coder_write(coder, hostile[i], strlen(hostile[i]), NULL, format);
      bede_output_release(&out);
    }
    bede_output again = coder_write(coder, report, len, NULL, format);
    bede_output elsewhere = coder_write(other, report, len, NULL, format);
    assert_true(first.len > 100);
    assert_same(&first, &again);
    assert_same(&first, &elsewhere);
    bede_output_release(&first);
    bede_output_release(&again);
    bede_output_release(&elsewhere);
    bede_coder_free(coder);
    bede_coder_free(other);
  }
}

TEST(ids_hang_on_the_text_not_on_the_metadata)
{
  bede_metadata meta = {sizeof meta, "2020-01-02", "Post", "A. Lee", NULL};
  bede_coder *coder = coder_open();
  json_t *a = coder_code(coder, report, NULL);
  json_t *b = coder_code(coder, report, &meta);
  const json_t *claims = json_object_get(a, "claims");
  const json_t *others = json_object_get(b, "claims");
  assert_true(json_array_size(claims) > 1);
  assert_int_equal(json_array_size(claims), json_array_size(others));
  for (size_t i = 0; i < json_array_size(claims); i++)
    assert_string_equal(coder_str(json_array_get(claims, i), "id"),
                        coder_str(json_array_get(others, i), "id"));
  json_decref(a);
  json_decref(b);
  bede_coder_free(coder);
}

// --- offsets -----------------------------------------------------------------

static size_t first_evidence(bede_coder *coder, const char *text)
{
  json_t *doc = coder_code(coder, text, NULL);
  check_document(text, doc);
  const json_t *claim = json_array_get(json_object_get(doc, "claims"), 0);
  assert_non_null(claim);
  size_t begin = begin_of(json_object_get(claim, "evidence"));
  json_decref(doc);
  return begin;
}

TEST(offsets_are_code_points)
{
  bede_coder *coder = coder_open();
  size_t plain = first_evidence(coder, "Hm. Rebels attacked Kabul.");
  assert_int_equal(plain, 4);
  assert_int_equal(first_evidence(coder, "H\xC3\xA9. Rebels attacked Kabul."),
                   plain);
  assert_int_equal(
      first_evidence(coder, "\xE2\x82\xACm. Rebels attacked Kabul."), plain);
  assert_int_equal(first_evidence(coder, GRIN "!\n\nRebels attacked Kabul."),
                   plain);
  bede_coder_free(coder);
}

// --- dates -------------------------------------------------------------------

TEST(undated_claim_has_no_date)
{
  bede_metadata meta = {sizeof meta, "2014-05-03", "Post", NULL, NULL};
  bede_coder *coder = coder_open();
  json_t *doc = coder_code(
      coder,
      "Rebels attacked a convoy near Kano, police said. The rebels kidnapped "
      "two doctors. The government of Chad has condemned the raid.",
      &meta);
  const json_t *claims = json_object_get(doc, "claims");
  assert_true(json_array_size(claims) >= 3);
  for (size_t i = 0; i < json_array_size(claims); i++)
    assert_true(
        json_is_null(json_object_get(json_array_get(claims, i), "date")));
  assert_int_equal(json_array_size(json_object_get(doc, "dates")), 0);
  json_decref(doc);
  bede_coder_free(coder);
}

// --- the flat table ----------------------------------------------------------

TEST(rows_have_the_columns_in_order)
{
  bede_coder *coder = coder_open();
  bede_output out =
      coder_write(coder, report, strlen(report), NULL, BEDE_OUT_CLAIMS);
  bede_str rest = {out.ptr, out.len}, line;
  unsigned rows = 0;
  while (rest.len) {
    json_error_t error;
    char names[sizeof columns + 1] = "";
    size_t at = 0;
    const char *key;
    json_t *value;
    rest = bede_str_cut(rest, '\n', &line);
    json_t *row =
        json_loadb(line.ptr, line.len, JSON_REJECT_DUPLICATES, &error);
    assert_non_null(row);
    json_object_foreach(row, key, value)
    {
      assert_false(json_is_array(value) || json_is_object(value));
      assert_true(at + strlen(key) + 2 < sizeof names);
      at += (size_t)snprintf(names + at, sizeof names - at, "%s%s",
                             at ? "," : "", key);
    }
    assert_string_equal(names, columns);
    static const char *const never_empty[] = {
        "claim_id",    "doc_id",        "event",          "source_kind",
        "source_name", "narrator",      "polarity",       "certainty",
        "status",      "source_stance", "source_relation"};
    for (size_t i = 0; i < sizeof never_empty / sizeof *never_empty; i++)
      assert_true(json_string_length(json_object_get(row, never_empty[i])) > 0);
    rows++;
    json_decref(row);
  }
  assert_true(rows >= 3);
  bede_output_release(&out);
  bede_coder_free(coder);
}

TEST(header_has_the_columns_in_order)
{
  bede_output out = {NULL, 0, 0};
  assert_int_equal(bede_output_header(BEDE_OUT_CSV, false, &out), BEDE_OK);
  assert_int_equal(out.len, strlen(columns) + 2);
  assert_memory_equal(out.ptr, columns, strlen(columns));
  out.len = 0;
  assert_int_equal(bede_output_header(BEDE_OUT_TSV, false, &out), BEDE_OK);
  for (size_t i = 0; i < strlen(columns); i++)
    assert_int_equal(out.ptr[i], columns[i] == ',' ? '\t' : columns[i]);
  out.len = 0;
  assert_int_equal(bede_output_header(BEDE_OUT_CLAIMS, false, &out), BEDE_OK);
  assert_int_equal(out.len, 0);
  bede_output_release(&out);
}

// Reads one CSV cell without its quotes into `cell`; false at the end of a row.
static bool next_cell(const char **at, char *cell, size_t room, bool *quoted)
{
  size_t n = 0;
  const char *p = *at;
  *quoted = *p == '"';
  if (*quoted) p++;
  while (*p && (*quoted || (*p != ',' && *p != '\r'))) {
    if (*quoted && *p == '"' && *++p != '"') break;
    assert_true(n + 1 < room);
    cell[n++] = *p++;
  }
  cell[n] = '\0';
  bool more = *p == ',';
  *at = more ? p + 1 : p;
  return more;
}

static size_t column_of(const char *name)
{
  bede_str rest = bede_str_from(columns), column;
  for (size_t i = 0; rest.len; i++) {
    rest = bede_str_cut(rest, ',', &column);
    if (bede_str_is(column, name)) return i;
  }
  fail_msg("no column %s", name);
  return 0;
}

static void csv_cell(const bede_output *out, const char *column, char *cell,
                     size_t room)
{
  const char *at = out->ptr;
  bool quoted;
  for (size_t i = 0, wanted = column_of(column); i <= wanted; i++)
    (void)next_cell(&at, cell, room, &quoted);
}

TEST(text_that_looks_like_a_formula_is_neutralised_in_csv)
{
  static const char *const names[] = {"=1+2", "+cmd", "-2+3", "@SUM(A1)"};
  bede_coder *coder = coder_open();
  char cell[1024], wanted[64];
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    bede_metadata meta = {sizeof meta, NULL, names[i], NULL, NULL};
    const char text[] = "The rebels denied that they attacked Kabul.";
    bede_output out =
        coder_write(coder, text, strlen(text), &meta, BEDE_OUT_CSV);
    csv_cell(&out, "publisher", cell, sizeof cell);
    (void)snprintf(wanted, sizeof wanted, "'%s", names[i]);
    assert_string_equal(cell, wanted);
    csv_cell(&out, "polarity", cell, sizeof cell);
    assert_true(strcmp(cell, "+") == 0 || strcmp(cell, "-") == 0);
    csv_cell(&out, "plover_score", cell, sizeof cell);
    assert_true(cell[0] != '\'');
    bede_output_release(&out);
  }
  bede_coder_free(coder);
}

TEST(evidence_that_looks_like_a_formula_is_neutralised_in_csv)
{
  bede_coder *coder = coder_open();
  const char text[] = "=Rebels attacked Kabul.";
  char cell[1024];
  bede_output out = coder_write(coder, text, strlen(text), NULL, BEDE_OUT_CSV);
  csv_cell(&out, "evidence_text", cell, sizeof cell);
  if (cell[0] == '\'') assert_int_equal(cell[1], '=');
  assert_true(cell[0] == '\'' || cell[0] == 'R');
  bede_output_release(&out);
  bede_coder_free(coder);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(examples_keep_the_contract),
      cmocka_unit_test(hostile_texts_keep_the_contract),
      cmocka_unit_test(every_beginning_of_a_report_keeps_the_contract),
      cmocka_unit_test(same_text_gives_the_same_bytes),
      cmocka_unit_test(ids_hang_on_the_text_not_on_the_metadata),
      cmocka_unit_test(offsets_are_code_points),
      cmocka_unit_test(undated_claim_has_no_date),
      cmocka_unit_test(rows_have_the_columns_in_order),
      cmocka_unit_test(header_has_the_columns_in_order),
      cmocka_unit_test(text_that_looks_like_a_formula_is_neutralised_in_csv),
      cmocka_unit_test(
          evidence_that_looks_like_a_formula_is_neutralised_in_csv),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
