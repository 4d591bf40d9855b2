// "Anti-government protests", "pro-Kenya groups": a word whose end names whom
// its bearers are against or for. The end is a mention, but nothing belongs to
// it.
#include "actor/work.h"

#include "base/str.h"

static const struct {
  const char *prefix;
  bede_toward toward;
} prefixes[] = {{"anti-", BEDE_AGAINST},  {"Anti-", BEDE_AGAINST},
                {"ANTI-", BEDE_AGAINST},  {"pro-", BEDE_IN_FAVOUR},
                {"Pro-", BEDE_IN_FAVOUR}, {"PRO-", BEDE_IN_FAVOUR}};

bede_toward bede_actor_toward(const bede_doc *doc, uint32_t word,
                              uint32_t *bytes)
{
  bede_str form = bede_word_form(doc, word);
  for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
    uint32_t n = (uint32_t)strlen(prefixes[i].prefix);
    if (form.len <= n + 1 || !bede_str_starts(form, prefixes[i].prefix))
      continue;
    if (bytes) *bytes = n;
    return prefixes[i].toward;
  }
  return BEDE_NO_TOWARD;
}

// The word without its prefix, for a look into the knowledge.
static bede_word strip(const bede_lexicon *lex, bede_doc *doc, uint32_t word,
                       uint32_t bytes)
{
  bede_word *w = &doc->words.items[word];
  bede_word whole = *w;
  w->span.begin += bytes;
  w->form_id = bede_lexicon_symbol(lex, bede_word_form(doc, word));
  w->lemma_id = w->form_id;
  return whole;
}

const bede_lex_agent *bede_actor_toward_agent(const bede_lexicon *lex,
                                              bede_doc *doc, uint32_t word)
{
  uint32_t bytes = 0, len = 0;
  if (!bede_actor_toward(doc, word, &bytes)) return NULL;
  bede_word whole = strip(lex, doc, word, bytes);
  const bede_lex_agent *agent =
      bede_lexicon_agent_at(lex, doc, word, word, &len);
  doc->words.items[word] = whole;
  return len == 1 ? agent : NULL;
}

static const bede_lex_name *toward_name(const bede_actor_work *w, uint32_t word,
                                        uint32_t bytes)
{
  uint32_t len = 0, count = 0;
  bede_word whole = strip(w->lex, w->doc, word, bytes);
  const bede_lex_name *names =
      bede_lexicon_name_at(w->lex, w->doc, word, word + 1, &len, &count);
  w->doc->words.items[word] = whole;
  return len == 1 ? names : NULL;
}

static bool is_in_name(const bede_actor_work *w, uint32_t word)
{
  uint32_t head = w->cover[word - w->begin];
  return head != BEDE_NONE && bede_cand_at(w, head)->what == BEDE_CAND_NAME;
}

void bede_actor_find_toward(bede_actor_work *w)
{
  for (uint32_t i = w->begin; i < w->end; i++) {
    uint32_t bytes = 0;
    bede_toward toward = bede_actor_toward(w->doc, i, &bytes);
    bede_cand *c = bede_cand_at(w, i);
    if (!toward || is_in_name(w, i)) continue;
    const bede_lex_name *name = toward_name(w, i, bytes);
    const bede_lex_agent *agent =
        name ? NULL : bede_actor_toward_agent(w->lex, w->doc, i);
    if (!name && !(agent && (agent->flags & BEDE_AGENT_BODY))) continue;
    memset(c, 0, sizeof *c);
    c->what = name ? BEDE_CAND_NAME : BEDE_CAND_AGENT;
    c->name = name;
    c->agent = agent;
    c->toward = (uint8_t)toward;
    c->first = c->last = i;
    c->title = BEDE_NONE;
    w->cover[i - w->begin] = i;
  }
}
