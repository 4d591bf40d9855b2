// Neutrality: who a party is does not change what is coded. Each sentence is
// coded twice with its parties exchanged, and all but the parties must be the
// same; and with and without labels, which may change nothing but the list of
// labels.
#include "coder.h"

#include "base/buf.h"

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

// Words with the parties' names as <1> and <2>.
static void put_text(bede_buf *out, const char *text, const parties *p)
{
  while (text && *text) {
    int found = -1;
    for (int i = 0; i < 2; i++) {
      if (p->name[i] && strncmp(text, p->name[i], strlen(p->name[i])) == 0)
        found = i;
    }
    if (found >= 0) {
      bede_buf_printf(out, "<%d>", found + 1);
      text += strlen(p->name[found]);
    } else {
      bede_buf_append_char(out, *text++);
    }
  }
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
    if (p->name[0]) put_z(out, role, "basis");
    put_z(out, role, "inferred");
  }
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
      const json_t *a = json_array_get(all, (size_t)link);
      const json_t *speaker = json_object_get(a, "speaker");
      put_z(out, a, "kind");
      put_z(out, a, "stance");
      put_z(out, a, "quoted");
      if (!json_is_integer(speaker)) continue;
      const json_t *e = json_array_get(json_object_get(doc, "entities"),
                                       (size_t)json_integer_value(speaker));
      put_country(out, e, p);
      put_z(out, e, "sector");
    }
  }
  put_words(out, json_object_get(claim, "relation"));
}

static void put_claim(bede_buf *out, const json_t *doc, const json_t *claim,
                      const parties *p)
{
  static const char *const keys[] = {"event",        "cameo",     "quad_plover",
                                     "plover_score", "polarity",  "certainty",
                                     "status",       "aspect",    "reporting",
                                     "domain",       "confidence"};
  bede_buf_append_z(out, "\n  claim");
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
    put_z(out, claim, keys[i]);
  put_words(out, json_object_get(claim, "mode"));
  put_words(out, json_object_get(claim, "flags"));
  put_words(out, json_object_get(claim, "rules"));
  put_roles(out, claim, "actor", p);
  put_roles(out, claim, "recipient", p);
  put_speakers(out, doc, claim, p);
}

// Codes a sentence; the claims as text, to be released, and how many labels.
static bede_buf coded(bede_coder *coder, const char *sentence, const parties *p,
                      size_t *labels)
{
  bede_buf out;
  json_t *doc = coder_code(coder, sentence, NULL);
  const json_t *claims = json_object_get(doc, "claims");
  bede_buf_init(&out, 0);
  for (size_t i = 0; i < json_array_size(claims); i++)
    put_claim(&out, doc, json_array_get(claims, i), p);
  if (labels) *labels = json_array_size(json_object_get(doc, "labels"));
  json_decref(doc);
  assert_int_equal(out.status, BEDE_OK);
  return out;
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
    bede_buf_append_z(out, *p == '1' ? one : *p == '2' ? two : label);
  }
  return bede_buf_str(out).ptr;
}

// --- parties exchanged -------------------------------------------------------

typedef struct pair {
  const char *one, *two;
  const char *country_one, *country_two;
} pair;

// Pairs of one kind and one form: states, armed movements, parties, people.
static const pair states[] = {
    {"Iran", "Iraq", "IRN", "IRQ"},      {"Israel", "Lebanon", "ISR", "LBN"},
    {"Russia", "Ukraine", "RUS", "UKR"}, {"Pakistan", "India", "PAK", "IND"},
    {"China", "Japan", "CHN", "JPN"},    {"Ethiopia", "Eritrea", "ETH", "ERI"}};
static const pair groups[] = {{"Hamas", "Hezbollah", "PSE", "LBN"},
                              {"al-Shabaab", "Boko Haram", "SOM", "NGA"}};
static const pair political[] = {{"Fidesz", "Jobbik", NULL, NULL},
                                 {"Likud", "Kadima", NULL, NULL}};
static const pair people[] = {{"Putin", "Zelensky", "RUS", "UKR"},
                              {"Netanyahu", "Erdogan", "ISR", "TUR"},
                              {"Michael Harris", "Robert Miller", NULL, NULL}};

static const char *const state_sentences[] = {
    "%1 attacked %2 on Monday.",
    "%1 accused %2 of training the rebels.",
    "%1 imposed sanctions on %2.",
    "%1 threatened to attack %2.",
    "%1 denied that it had bombed %2.",
    "%1 said that %2 had killed five soldiers.",
    "%2 refused to hold talks with %1.",
    "%1 and %2 signed a peace agreement.",
    "%1 condemned %2 for the attack.",
    "%1 withdrew its troops from %2.",
    "The government of %1 asked %2 to release the prisoners.",
    "%1 expelled two diplomats of %2.",
    "%1 sent food aid to %2.",
    "Troops from %1 shelled a village in %2, a minister said.",
    "%1 will hold talks with %2 next week.",
    "Warplanes of %1 bombed %2, killing 12 people.",
    "%1 praised %2 for its help.",
    "%1 broke off diplomatic relations with %2.",
};

static const char *const group_sentences[] = {
    "%1 attacked %2 on Monday.",
    "%1 accused %2 of killing civilians.",
    "%1 denied that it had attacked %2.",
    "Fighters of %1 clashed with fighters of %2, a witness said.",
    "%1 rejected talks with %2.",
    "%1 threatened to attack %2.",
    "%1 released 20 prisoners of %2.",
    "%1 said that %2 had kidnapped three doctors.",
};

static const char *const party_sentences[] = {
    "%1 accused %2 of fraud.",           "%1 rejected talks with %2.",
    "%1 and %2 signed an agreement.",    "%1 praised %2 for its help.",
    "%1 condemned %2 for the violence.",
};

static const char *const person_sentences[] = {
    "%1 accused %2 of lying.",
    "%1 met %2 in Geneva on Tuesday.",
    "Police arrested %1 after %2 was killed.",
    "%1 said that %2 had ordered the attack.",
    "%1 threatened to arrest %2.",
    "\"We will never forgive %2,\" said %1.",
};

// Where the parser gives the two sentences different trees. What is not listed
// must hold; take out what does.
static const struct known {
  const char *sentence, *with; // the second party, or the label
} known[] = {
    {"The army attacked the %Lrebels near Kano.", "so-called "},
};

static bool is_known(const char *sentence, const char *with)
{
  for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
    if (strcmp(known[i].sentence, sentence) == 0 &&
        strcmp(known[i].with, with) == 0)
      return true;
  }
  return false;
}

// Whether two codings are the same or known to differ; prints them if not.
static bool same(const bede_buf *a, const bede_buf *b, const char *sentence,
                 const char *with)
{
  if (bede_str_eq(bede_buf_str(a), bede_buf_str(b))) return true;
  if (is_known(sentence, with)) return true;
  print_error("%s (%s)\n", sentence, with);
  print_error("%s\n", bede_buf_str(a).ptr);
  print_error("%s\n", bede_buf_str(b).ptr);
  return false;
}

static void exchange(bede_coder *coder, const char *sentence, const pair *x,
                     unsigned *differ, unsigned *claims)
{
  bede_buf text;
  bede_buf_init(&text, 0);
  parties p = {{x->one, x->two}, {x->country_one, x->country_two}};
  parties q = {{x->two, x->one}, {x->country_two, x->country_one}};
  bede_buf a =
      coded(coder, fill(&text, sentence, x->one, x->two, ""), &p, NULL);
  bede_buf b =
      coded(coder, fill(&text, sentence, x->two, x->one, ""), &q, NULL);
  if (!same(&a, &b, sentence, x->two)) ++*differ;
  *claims += a.len != 0;
  bede_buf_release(&a);
  bede_buf_release(&b);
  bede_buf_release(&text);
}

static void exchange_all(const char *const *sentences, size_t count,
                         const pair *pairs, size_t pair_count)
{
  bede_coder *coder = coder_open();
  unsigned differ = 0, claims = 0;
  for (size_t i = 0; i < count; i++) {
    for (size_t k = 0; k < pair_count; k++)
      exchange(coder, sentences[i], &pairs[k], &differ, &claims);
  }
  bede_coder_free(coder);
  // Nothing is shown by sentences without claims.
  assert_true(claims * 10 >= count * pair_count * 9);
  assert_int_equal(differ, 0);
}

#define COUNT(array) (sizeof(array) / sizeof *(array))

TEST(states_may_be_exchanged)
{
  exchange_all(state_sentences, COUNT(state_sentences), states, COUNT(states));
}

TEST(armed_groups_may_be_exchanged)
{
  exchange_all(group_sentences, COUNT(group_sentences), groups, COUNT(groups));
}

TEST(political_parties_may_be_exchanged)
{
  exchange_all(party_sentences, COUNT(party_sentences), political,
               COUNT(political));
}

TEST(people_may_be_exchanged)
{
  exchange_all(person_sentences, COUNT(person_sentences), people,
               COUNT(people));
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

static void assert_only_labels_differ(bede_coder *coder, const char *sentence,
                                      const char *label, unsigned *differ,
                                      size_t *found)
{
  parties nobody = {{NULL, NULL}, {NULL, NULL}};
  size_t with = 0, without = 0;
  bede_buf text;
  bede_buf_init(&text, 0);
  bede_buf a =
      coded(coder, fill(&text, sentence, "", "", ""), &nobody, &without);
  bede_buf b =
      coded(coder, fill(&text, sentence, "", "", label), &nobody, &with);
  assert_true(a.len > 0);
  if (!same(&a, &b, sentence, label)) ++*differ;
  assert_true(with >= without);
  *found += with - without;
  bede_buf_release(&a);
  bede_buf_release(&b);
  bede_buf_release(&text);
}

TEST(labels_change_nothing_but_the_labels)
{
  bede_coder *coder = coder_open();
  unsigned differ = 0;
  size_t found = 0;
  for (size_t i = 0; i < COUNT(labelled_sentences); i++) {
    for (size_t k = 0; k < COUNT(labels); k++)
      assert_only_labels_differ(coder, labelled_sentences[i], labels[k],
                                &differ, &found);
  }
  bede_coder_free(coder);
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
  bede_coder *coder = coder_open();
  bede_buf text;
  unsigned differ = 0;
  bede_buf_init(&text, 0);
  for (size_t i = 0; i < COUNT(wordings); i++) {
    const wording *w = &wordings[i];
    bede_buf a =
        coded(coder, fill(&text, w->sentence, "", "", w->plain), &nobody, NULL);
    bede_buf b = coded(coder, fill(&text, w->sentence, "", "", w->loaded),
                       &nobody, NULL);
    assert_true(a.len > 0);
    if (!same(&a, &b, w->sentence, w->loaded)) differ++;
    bede_buf_release(&a);
    bede_buf_release(&b);
  }
  bede_buf_release(&text);
  bede_coder_free(coder);
  assert_int_equal(differ, 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(states_may_be_exchanged),
      cmocka_unit_test(armed_groups_may_be_exchanged),
      cmocka_unit_test(political_parties_may_be_exchanged),
      cmocka_unit_test(people_may_be_exchanged),
      cmocka_unit_test(labels_change_nothing_but_the_labels),
      cmocka_unit_test(loaded_words_change_nothing_but_the_labels),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
