// I, we and you: inside a quotation they are of whoever is quoted there,
// outside of whoever wrote the text. One voice has one I, one we and one you.
#include "actor/resolve.h"

#include <stdio.h>

#include "base/error.h"
#include "base/str.h"

typedef enum person { NOBODY, I, WE, YOU } person;

static person person_of(const bede_doc *doc, const bede_mention *m)
{
  char lower[12];
  bede_str form = bede_word_form(doc, m->head);
  if (m->type != BEDE_MENTION_PRONOUN || form.len > sizeof lower) return NOBODY;
  bede_str_lower(form, lower);
  bede_str s = {lower, form.len};
  if (bede_str_in(s, "i me my mine myself")) return I;
  if (bede_str_in(s, "we us our ours ourselves")) return WE;
  if (bede_str_in(s, "you your yours yourself yourselves")) return YOU;
  return NOBODY;
}

static uint32_t first_mention_from(const bede_doc *doc, uint32_t byte)
{
  uint32_t low = 0, high = doc->mentions.count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (doc->words.items[doc->mentions.items[middle].head].span.begin < byte)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

// --- whose voice ------------------------------------------------------------

// The voice of a mention: the attribution that quotes it, NARRATOR outside of
// quotation marks, OPEN inside of some that nobody is known to speak.
static const uint32_t OPEN = BEDE_NONE, NARRATOR = 0;

// Marks of quotation, once over the text: an odd number before a mention in its
// paragraph, or an opening one that is not closed, is inside.
static void pass_mark(bede_str text, uint32_t at, bool *inside)
{
  const unsigned char *s = (const unsigned char *)text.ptr + at;
  if (*s == '"') *inside = !*inside;
  if (*s != 0xE2 || at + 3 > text.len || s[1] != 0x80) return;
  if (s[2] == 0x9C) *inside = true;  // left double
  if (s[2] == 0x9D) *inside = false; // right double
}

static void find_marks(const bede_doc *doc, uint32_t *voices)
{
  uint32_t at = 0, paragraph = BEDE_NONE;
  bool inside = false;
  for (uint32_t i = 0; i < doc->mentions.count; i++) {
    const bede_mention *m = &doc->mentions.items[i];
    const bede_sentence *s = &doc->sentences.items[m->sentence];
    uint32_t byte = doc->words.items[m->head].span.begin;
    if (s->paragraph != paragraph) {
      paragraph = s->paragraph;
      inside = false;
      if (at < s->span.begin) at = s->span.begin;
    }
    for (; at < byte; at++)
      pass_mark(doc->text, at, &inside);
    voices[i] = inside ? OPEN : NARRATOR;
  }
}

static bool is_spoken(const bede_attribution *at)
{
  return at->quoted == BEDE_QUOTED_DIRECT || at->quoted == BEDE_QUOTED_MIXED;
}

// Later attributions stand inside earlier ones or behind them: the last one
// that covers a mention is the innermost.
static void find_voices(const bede_doc *doc, uint32_t *voices)
{
  find_marks(doc, voices);
  for (uint32_t a = 1; a < doc->attributions.count; a++) {
    const bede_attribution *at = &doc->attributions.items[a];
    if (!is_spoken(at)) continue;
    for (uint32_t k = 0; k < at->content.count; k++) {
      bede_span content = at->content.items[k];
      for (uint32_t i = first_mention_from(doc, content.begin);
           i < doc->mentions.count; i++) {
        uint32_t head = doc->mentions.items[i].head;
        if (doc->words.items[head].span.end > content.end) break;
        voices[i] = a;
      }
    }
  }
}

// --- who that is ------------------------------------------------------------

// The mention that speaks, or BEDE_NONE.
static uint32_t speaker_of(const bede_doc *doc, uint32_t voice)
{
  if (voice == NARRATOR || voice == OPEN) return BEDE_NONE;
  uint32_t head = doc->attributions.items[voice].source_head;
  return head < doc->words.count ? doc->words.items[head].mention : BEDE_NONE;
}

static bool is_many(const bede_resolve *r, uint32_t entity)
{
  const bede_entity *e = &r->entities.items[entity];
  return r->sides.items[entity].plural || e->kind == BEDE_KIND_STATE ||
         e->kind == BEDE_KIND_ORGANIZATION || e->kind == BEDE_KIND_GROUP ||
         e->kind == BEDE_KIND_PEOPLE;
}

// Whom "we" stands for: the speaker, where many speak; else the body that a
// spokesman speaks for or an office belongs to; or BEDE_NONE.
static uint32_t body_of(const bede_resolve *r, uint32_t speaker)
{
  const bede_mention *s = &r->doc->mentions.items[speaker];
  if (is_many(r, s->entity)) return s->entity;
  uint32_t up = r->entities.items[s->entity].parent;
  if (s->of != BEDE_NONE) up = r->doc->mentions.items[s->of].entity;
  return up != BEDE_NONE && is_many(r, up) ? up : BEDE_NONE;
}

// A group that is known by its speaker alone: of his country and sector.
static void fill_like(bede_resolve *r, uint32_t entity, uint32_t speaker)
{
  bede_entity *e = &r->entities.items[entity];
  const bede_entity *s =
      &r->entities.items[r->doc->mentions.items[speaker].entity];
  e->country = s->country;
  e->code = s->code;
  e->sector_count = s->sector_count;
  memcpy(e->sectors, s->sectors, sizeof e->sectors);
}

static void set_speaker(bede_resolve *r, uint32_t m, uint32_t speaker,
                        uint32_t entity)
{
  bede_mention *me = &r->doc->mentions.items[m];
  me->basis = BEDE_BASIS_COREFERENCE;
  me->anonymous = r->doc->mentions.items[speaker].anonymous;
  bede_resolve_set(r, m, entity, "whoever speaks these words");
}

// One I, we or you of one voice. Voices of one speaker are one.
static bede_str voice_key(const bede_resolve *r, uint32_t voice, person p,
                          char room[32])
{
  uint32_t speaker = speaker_of(r->doc, voice);
  uint32_t who =
      speaker == BEDE_NONE ? voice : r->doc->mentions.items[speaker].entity;
  int n =
      snprintf(room, 32, "%u %u %u", speaker != BEDE_NONE, who, (unsigned)p);
  bede_str s = {room, (size_t)n};
  return s;
}

static bede_status one_voice(bede_resolve *r, uint32_t m, uint32_t voice,
                             person p)
{
  char room[32];
  bede_str key = voice_key(r, voice, p, room);
  uint32_t entity = bede_resolve_recall(r, key, BEDE_KEY_VOICE);
  uint32_t speaker = speaker_of(r->doc, voice);
  if (entity == BEDE_NONE) {
    entity = r->doc->mentions.items[m].entity;
    if (p != I)
      r->entities.items[entity].kind =
          p == WE ? BEDE_KIND_GROUP : BEDE_KIND_PEOPLE;
    if (p == WE && speaker != BEDE_NONE) fill_like(r, entity, speaker);
    return bede_resolve_remember(r, key, BEDE_KEY_VOICE, entity);
  }
  bede_resolve_set(r, m, entity, "the same voice");
  return BEDE_OK;
}

static bede_status give_voice(bede_resolve *r, uint32_t m, uint32_t voice)
{
  person p = person_of(r->doc, &r->doc->mentions.items[m]);
  uint32_t speaker = speaker_of(r->doc, voice), body = BEDE_NONE;
  if (p == NOBODY || voice == OPEN || speaker == m) return BEDE_OK;
  if (speaker != BEDE_NONE && p == I)
    body = r->doc->mentions.items[speaker].entity;
  if (speaker != BEDE_NONE && p == WE) body = body_of(r, speaker);
  if (body == BEDE_NONE) return one_voice(r, m, voice, p);
  set_speaker(r, m, speaker, body);
  return BEDE_OK;
}

bede_status bede_resolve_speakers(bede_resolve *r)
{
  bede_doc *doc = r->doc;
  uint32_t *voices =
      bede_arena_array(doc->arena, doc->mentions.count + 1, sizeof *voices);
  if (!voices) return BEDE_ENOMEM;
  find_voices(doc, voices);
  for (uint32_t i = 0; i < doc->mentions.count; i++)
    BEDE_TRY(give_voice(r, i, voices[i]));
  return BEDE_OK;
}
