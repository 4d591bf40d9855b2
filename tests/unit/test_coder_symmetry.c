// Neutrality: who a party is does not change what is coded. Each sentence of
// tests/spec/symmetry.txt is coded twice with its parties exchanged, and all
// but the parties must be the same; and with and without labels, which may
// change nothing but the list of labels. What is known to differ stands in
// tests/spec/symmetry.failures.txt; a line there that no longer differs fails.
#include "coder.h"

#include "base/buf.h"
#include "base/os.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

// --- a claim as one line of text ---------------------------------------------

// What stands for party 1 and party 2 in a coding.
typedef struct parties {
  const char *name[2];
  const char *country[2];
} parties;

static void put_z(bede_buf *out, const json_t *object, const char *key)
{
  const json_t *value = json_object_get(object, key);
  bede_buf_printf(out, " %s=", key);
  if (json_is_string(value)) bede_buf_append_z(out, json_string_value(value));
  if (json_is_number(value))
    bede_buf_printf(out, "%g", json_number_value(value));
  if (json_is_boolean(value))
    bede_buf_append_z(out, json_is_true(value) ? "true" : "false");
}

static void put_words(bede_buf *out, const json_t *list)
{
  for (size_t i = 0; i < json_array_size(list); i++)
    bede_buf_printf(out, ",%s", json_string_value(json_array_get(list, i)));
}

// The country by the party that it belongs to: <1>, <2>, or as it is.
static void put_country(bede_buf *out, const json_t *object, const parties *p)
{
  const char *country = coder_str(object, "country");
  for (int i = 0; i < 2 && country; i++) {
    if (p->country[i] && strcmp(country, p->country[i]) == 0) {
      bede_buf_printf(out, " country=<%d>", i + 1);
      return;
    }
  }
  put_z(out, object, "country");
}

// A name without its article, which a mention may leave out.
static const char *bare_name(const char *name)
{
  return name && strncmp(name, "the ", 4) == 0 ? name + 4 : name;
}

static bool begins_with_name(const char *text, const char *name)
{
  return bede_to_lower((unsigned char)*text) ==
             bede_to_lower((unsigned char)*name) &&
         strncmp(text + 1, name + 1, strlen(name + 1)) == 0;
}

// The party whose name a text begins with, or -1. Of two names of which one
// begins the other (Niger, Nigeria) the longer one counts.
static int find_name(const char *text, const parties *p, size_t *len)
{
  int found = -1;
  *len = 0;
  for (int i = 0; i < 2; i++) {
    const char *name = bare_name(p->name[i]);
    if (!name || !begins_with_name(text, name)) continue;
    if (strlen(name) <= *len) continue;
    found = i;
    *len = strlen(name);
  }
  return found;
}

// Words with the parties' names, with or without their articles, as <1>, <2>.
static void put_text(bede_buf *out, const char *text, const parties *p)
{
  while (text && *text) {
    size_t article = strncmp(text + 1, "he ", 3) == 0 ? 4 : 0, len;
    int found = find_name(text + article, p, &len);
    if (found >= 0) {
      bede_buf_printf(out, "<%d>", found + 1);
      text += article + len;
    } else {
      bede_buf_append_char(out, *text++);
    }
  }
}

// How the party was found. Of two armies one may have an entry of its own and
// the other be composed of its country and "army": both are known.
static void put_basis(bede_buf *out, const json_t *role)
{
  const char *basis = coder_str(role, "basis");
  bool known = strcmp(basis, "name") == 0 || strcmp(basis, "agent") == 0;
  bede_buf_printf(out, " basis=%s", known ? "known" : basis);
}

static void put_roles(bede_buf *out, const json_t *claim, const char *key,
                      const parties *p)
{
  const json_t *roles = json_object_get(claim, key);
  for (size_t i = 0; i < json_array_size(roles); i++) {
    const json_t *role = json_array_get(roles, i);
    bede_buf_printf(out, "\n    %s", key);
    if (p->name[0]) {
      bede_buf_append_z(out, " text=");
      put_text(out, coder_str(role, "text"), p);
    }
    put_country(out, role, p);
    put_z(out, role, "sector");
    // A loaded word may be a name of the body where the plain one is none.
    if (p->name[0]) put_basis(out, role);
    put_z(out, role, "inferred");
  }
}

static void put_link(bede_buf *out, const json_t *doc, const json_t *link,
                     const parties *p)
{
  const json_t *entities = json_object_get(doc, "entities");
  const json_t *speaker = json_object_get(link, "speaker");
  put_z(out, link, "kind");
  put_z(out, link, "stance");
  put_z(out, link, "quoted");
  if (!json_is_integer(speaker)) return;
  const json_t *e =
      json_array_get(entities, (size_t)json_integer_value(speaker));
  put_country(out, e, p);
  put_z(out, e, "sector");
}

static void put_speakers(bede_buf *out, const json_t *doc, const json_t *claim,
                         const parties *p)
{
  const json_t *all = json_object_get(doc, "attributions");
  const json_t *chains = json_object_get(claim, "said_by");
  for (size_t i = 0; i < json_array_size(chains); i++) {
    const json_t *chain = json_array_get(chains, i);
    bede_buf_append_z(out, "\n    said by");
    for (size_t k = 0; k < json_array_size(chain); k++) {
      json_int_t link = json_integer_value(json_array_get(chain, k));
      put_link(out, doc, json_array_get(all, (size_t)link), p);
    }
  }
  put_words(out, json_object_get(claim, "relation"));
}

static void put_setting(bede_buf *out, const json_t *claim, const parties *p)
{
  const json_t *place = json_object_get(claim, "place");
  bede_buf_printf(out, "\n    quantities=%zu date=%d",
                  json_array_size(json_object_get(claim, "quantities")),
                  json_is_object(json_object_get(claim, "date")));
  if (!json_is_object(place)) return;
  bede_buf_append_z(out, " place");
  put_country(out, place, p);
}

static void put_claim(bede_buf *out, const json_t *doc, const json_t *claim,
                      const parties *p)
{
  static const char *const keys[] = {
      "event",           "cameo",           "quad_plover", "plover_score",
      "goldstein_icews", "goldstein_gdelt", "quad_icews",  "quad_gdelt",
      "polarity",        "certainty",       "status",      "aspect",
      "reporting",       "domain",          "confidence"};
  static const char *const lists[] = {"mode", "context", "flags", "rules"};
  bede_buf_append_z(out, "\n  claim");
  for (size_t i = 0; i < COUNT(keys); i++)
    put_z(out, claim, keys[i]);
  for (size_t i = 0; i < COUNT(lists); i++)
    put_words(out, json_object_get(claim, lists[i]));
  put_roles(out, claim, "actor", p);
  put_roles(out, claim, "recipient", p);
  put_speakers(out, doc, claim, p);
  if (p->name[0]) put_setting(out, claim, p);
}

// What a document has beside its claims: who speaks, and loaded words.
static void put_rest(bede_buf *out, const json_t *doc, const parties *p)
{
  const json_t *links = json_object_get(doc, "attributions");
  const json_t *labels = json_object_get(doc, "labels");
  for (size_t i = 0; i < json_array_size(links); i++) {
    bede_buf_append_z(out, "\n  speaker");
    put_link(out, doc, json_array_get(links, i), p);
  }
  for (size_t i = 0; i < json_array_size(labels); i++) {
    bede_buf_append_z(out, "\n  label");
    put_z(out, json_array_get(labels, i), "tone");
    put_z(out, json_array_get(labels, i), "text");
  }
}

// A sentence coded: the claims as text, and how many they are.
typedef struct coding {
  bede_buf text;
  size_t claims, labels;
} coding;

static coding code(bede_coder *coder, const char *sentence, const parties *p)
{
  coding out;
  json_t *doc = coder_code(coder, sentence, NULL);
  const json_t *claims = json_object_get(doc, "claims");
  bede_buf_init(&out.text, 0);
  out.claims = json_array_size(claims);
  out.labels = json_array_size(json_object_get(doc, "labels"));
  for (size_t i = 0; i < out.claims; i++)
    put_claim(&out.text, doc, json_array_get(claims, i), p);
  if (p->name[0]) put_rest(&out.text, doc, p);
  json_decref(doc);
  assert_int_equal(out.text.status, BEDE_OK);
  return out;
}

// --- what is known to differ -------------------------------------------------

// Lines "A | B | sentence", or "label | sentence": where the two codings are
// known to differ. What is not listed must hold.
static struct known {
  bede_buf text;
  struct {
    bede_str line;
    bool met;
  } lines[4096];
  size_t count;
} known;

static void read_spec(const char *name, bede_buf *out)
{
  char path[4096];
  const char *root = getenv("BEDE_ROOT");
  (void)snprintf(path, sizeof path, "%s/tests/spec/%s", root ? root : ".",
                 name);
  bede_buf_init(out, 0);
  assert_int_equal(bede_os_read_file(path, out, NULL), BEDE_OK);
}

static int known_open(void **state BEDE_UNUSED)
{
  read_spec("symmetry.failures.txt", &known.text);
  bede_str rest = bede_buf_str(&known.text), line;
  while (rest.len) {
    rest = bede_str_cut(rest, '\n', &line);
    line = bede_str_trim(line);
    if (!line.len || line.ptr[0] == '#') continue;
    assert_true(known.count < COUNT(known.lines));
    known.lines[known.count++].line = line;
  }
  return 0;
}

static int known_close(void **state BEDE_UNUSED)
{
  bede_buf_release(&known.text);
  return 0;
}

static bool is_known(bede_str with, const char *sentence)
{
  bool found = false;
  bede_buf line;
  bede_buf_init(&line, 0);
  bede_buf_printf(&line, "%.*s | %s", (int)with.len, with.ptr, sentence);
  for (size_t i = 0; i < known.count && !found; i++) {
    if (!bede_str_eq(known.lines[i].line, bede_buf_str(&line))) continue;
    found = known.lines[i].met = true;
  }
  bede_buf_release(&line);
  return found;
}

// Whether two codings are the same or known to differ; prints them if not.
static bool same(const coding *a, const coding *b, const char *sentence,
                 const char *with)
{
  if (bede_str_eq(bede_buf_str(&a->text), bede_buf_str(&b->text))) return true;
  bede_str who = bede_str_trim(bede_str_from(with));
  if (is_known(who, sentence)) return true;
  // Longer than what print_error() takes.
  (void)fprintf(stderr, "differs: %.*s | %s%s\n---%s\n\n", (int)who.len,
                who.ptr, sentence, bede_buf_str(&a->text).ptr,
                bede_buf_str(&b->text).ptr);
  return false;
}

static bool ends_in_article(const bede_buf *out)
{
  bede_str s = bede_buf_str(out);
  return s.len >= 2 && s.ptr[s.len - 1] == ' ' &&
         (s.ptr[s.len - 2] == 'a' || s.ptr[s.len - 2] == 'A') &&
         (s.len == 2 || s.ptr[s.len - 3] == ' ');
}

// A name after "a" or "an" (a Ukrainian, an Iraqi); where a sentence begins,
// its small first letter becomes a capital.
static void put_party(bede_buf *out, const char *name)
{
  if (ends_in_article(out) && strchr("AEIO", *name)) {
    out->len--;
    bede_buf_append_z(out, "n ");
  }
  size_t i = out->len;
  while (i && (out->ptr[i - 1] == ' ' || out->ptr[i - 1] == '"'))
    i--;
  bool begins = i == 0 || strchr(".!?", out->ptr[i - 1]);
  if (begins && bede_is_lower((unsigned char)*name))
    bede_buf_append_char(out, (char)(*name++ - 'a' + 'A'));
  bede_buf_append_z(out, name);
}

// "the Netherlands'", but "Hamas's".
static bool drops_s(const char *name, const char *after)
{
  return strncmp(name, "the ", 4) == 0 && name[strlen(name) - 1] == 's' &&
         strncmp(after, "'s", 2) == 0;
}

// The sentence with the words for %1, %2 or %L in their places.
static const char *fill(bede_buf *out, const char *sentence, const char *one,
                        const char *two, const char *label)
{
  bede_buf_clear(out);
  for (const char *p = sentence; *p; p++) {
    if (*p != '%') {
      bede_buf_append_char(out, *p);
      continue;
    }
    p++;
    if (*p == 'L') {
      bede_buf_append_z(out, label);
      continue;
    }
    const char *name = *p == '1' ? one : two;
    put_party(out, name);
    if (!drops_s(name, p + 1)) continue;
    bede_buf_append_char(out, '\'');
    p += 2;
  }
  return bede_buf_str(out).ptr;
}

// --- parties exchanged -------------------------------------------------------

typedef struct pair {
  char one[64], two[64], country_one[64], country_two[64];
} pair;

// Pairs of one kind and one form, and the sentences that they are put into: a
// section of the file.
typedef struct section {
  pair pairs[64];
  size_t pair_count, sentences, tried, claims, differ;
} section;

static bede_coder *coder;

static void copy_z(char *out, size_t size, bede_str s)
{
  assert_true(s.len < size);
  memcpy(out, s.ptr, s.len);
  out[s.len] = 0;
}

// "A | B | country of A | country of B", with "-" for no country.
static void read_pair(section *s, bede_str line)
{
  assert_true(s->pair_count < COUNT(s->pairs));
  pair *p = &s->pairs[s->pair_count++];
  char *const fields[] = {p->one, p->two, p->country_one, p->country_two};
  for (size_t i = 0; i < COUNT(fields); i++) {
    bede_str field;
    line = bede_str_cut(line, '|', &field);
    copy_z(fields[i], sizeof p->one, bede_str_trim(field));
  }
}

static const char *no_dash(const char *z)
{
  return strcmp(z, "-") == 0 ? NULL : z;
}

static void exchange(section *s, const pair *x, const char *sentence)
{
  const char *c1 = no_dash(x->country_one), *c2 = no_dash(x->country_two);
  parties p = {{x->one, x->two}, {c1, c2}}, q = {{x->two, x->one}, {c2, c1}};
  char with[160];
  bede_buf text;
  bede_buf_init(&text, 0);
  coding a = code(coder, fill(&text, sentence, x->one, x->two, ""), &p);
  coding b = code(coder, fill(&text, sentence, x->two, x->one, ""), &q);
  (void)snprintf(with, sizeof with, "%s | %s", x->one, x->two);
  s->tried++;
  s->claims += a.claims != 0;
  s->differ += !same(&a, &b, sentence, with);
  bede_buf_release(&a.text);
  bede_buf_release(&b.text);
  bede_buf_release(&text);
}

static void exchange_all(section *s, bede_str line)
{
  char sentence[1024];
  copy_z(sentence, sizeof sentence, line);
  s->sentences++;
  for (size_t i = 0; i < s->pair_count; i++)
    exchange(s, &s->pairs[i], sentence);
}

// Adds a section to the sum of them and empties it.
static void end_section(section *s, section *sum)
{
  sum->pair_count += s->pair_count;
  sum->sentences += s->sentences;
  sum->tried += s->tried;
  sum->claims += s->claims;
  sum->differ += s->differ;
  memset(s, 0, sizeof *s);
}

TEST(parties_may_be_exchanged)
{
  bede_str rest, line;
  section sum, s;
  bede_buf text;
  memset(&sum, 0, sizeof sum);
  memset(&s, 0, sizeof s);
  read_spec("symmetry.txt", &text);
  rest = bede_buf_str(&text);
  while (rest.len) {
    rest = bede_str_cut(rest, '\n', &line);
    line = bede_str_trim(line);
    if (bede_str_starts(line, "## "))
      end_section(&s, &sum);
    else if (!line.len || line.ptr[0] == '#')
      continue;
    else if (memchr(line.ptr, '|', line.len))
      read_pair(&s, line);
    else
      exchange_all(&s, line);
  }
  end_section(&s, &sum);
  bede_buf_release(&text);
  assert_true(sum.sentences >= 500 && sum.pair_count >= 20);
  // Little is shown by sentences without claims.
  assert_true(sum.claims * 10 >= sum.tried * 9);
  assert_int_equal(sum.differ, 0);
}

// --- labels ------------------------------------------------------------------

static const char *const labels[] = {"terrorist ", "so-called ", "extremist ",
                                     "heroic ", "radical "};

// %L stands before words that name a kind of people by themselves. (A "group"
// is anybody's; a "terrorist group" is at least an armed one.)
static const char *const labelled_sentences[] = {
    "The %Lrebels attacked the town of Homs.",
    "The army attacked the %Lrebels near Kano.",
    "The %Lguerrillas released two hostages on Friday.",
    "Iran supports the %Lmilitia, a minister said.",
    "The %Lmilitia denied that it had attacked the army.",
    "The government signed a peace agreement with the %Lrebels.",
    "The %Linsurgents threatened to attack the capital.",
    "Police arrested 12 members of the %Lmilitia.",
    "The %Lrebels killed five soldiers, the ministry said.",
    "Iraq accused the %Lmilitia of killing civilians.",
};

static void assert_only_labels_differ(const char *sentence, const char *label,
                                      unsigned *differ, size_t *found)
{
  parties nobody = {{NULL, NULL}, {NULL, NULL}};
  bede_buf text;
  bede_buf_init(&text, 0);
  coding a = code(coder, fill(&text, sentence, "", "", ""), &nobody);
  coding b = code(coder, fill(&text, sentence, "", "", label), &nobody);
  assert_true(a.claims > 0);
  if (!same(&a, &b, sentence, label)) ++*differ;
  assert_true(b.labels >= a.labels);
  *found += b.labels - a.labels;
  bede_buf_release(&a.text);
  bede_buf_release(&b.text);
  bede_buf_release(&text);
}

TEST(labels_change_nothing_but_the_labels)
{
  unsigned differ = 0;
  size_t found = 0;
  for (size_t i = 0; i < COUNT(labelled_sentences); i++) {
    for (size_t k = 0; k < COUNT(labels); k++)
      assert_only_labels_differ(labelled_sentences[i], labels[k], &differ,
                                &found);
  }
  assert_true(found * 2 >= COUNT(labelled_sentences) * COUNT(labels));
  assert_int_equal(differ, 0);
}

// A word of the writer's for the same body.
typedef struct wording {
  const char *sentence, *plain, *loaded;
} wording;

static const wording wordings[] = {
    {"The Syrian %L attacked the rebels near Homs.", "government", "regime"},
    {"The rebels attacked the Syrian %L.", "government", "regime"},
    {"Iran accused the Syrian %L of killing civilians.", "government",
     "regime"},
    {"The Syrian %L denied that it had shelled the town.", "government",
     "regime"},
    {"The Sudanese %L expelled two diplomats.", "government", "regime"},
    {"The Sudanese %L expelled two diplomats.", "government", "junta"},
};

TEST(loaded_words_change_nothing_but_the_labels)
{
  parties nobody = {{NULL, NULL}, {NULL, NULL}};
  bede_buf text;
  unsigned differ = 0;
  bede_buf_init(&text, 0);
  for (size_t i = 0; i < COUNT(wordings); i++) {
    const wording *w = &wordings[i];
    coding a = code(coder, fill(&text, w->sentence, "", "", w->plain), &nobody);
    coding b =
        code(coder, fill(&text, w->sentence, "", "", w->loaded), &nobody);
    assert_true(a.claims > 0);
    if (!same(&a, &b, w->sentence, w->loaded)) differ++;
    bede_buf_release(&a.text);
    bede_buf_release(&b.text);
  }
  bede_buf_release(&text);
  assert_int_equal(differ, 0);
}

// Runs last.
TEST(what_is_known_to_differ_still_does)
{
  size_t gone = 0;
  for (size_t i = 0; i < known.count; i++) {
    if (known.lines[i].met) continue;
    gone++;
    print_error("no longer differs, or is not tried: %.*s\n",
                (int)known.lines[i].line.len, known.lines[i].line.ptr);
  }
  assert_int_equal(gone, 0);
}

static int open_all(void **state)
{
  coder = coder_open();
  return known_open(state);
}

static int close_all(void **state)
{
  bede_coder_free(coder);
  return known_close(state);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(parties_may_be_exchanged),
      cmocka_unit_test(labels_change_nothing_but_the_labels),
      cmocka_unit_test(loaded_words_change_nothing_but_the_labels),
      cmocka_unit_test(what_is_known_to_differ_still_does),
  };
  return cmocka_run_group_tests(tests, open_all, close_all);
}
