// How rules, parties and speakers are called in all outputs.
#include "export/names.h"

#include "base/str.h"

void bede_rule_put(const bede_doc *doc, bede_ref ref, bede_buf *out)
{
  if (ref.file < doc->files.count)
    bede_buf_append_str(out, doc->files.items[ref.file]);
  bede_buf_append_char(out, ':');
  bede_buf_append_u64(out, ref.line);
}

const bede_entity *bede_role_entity(const bede_doc *doc, const bede_role *role)
{
  if (role->guise != BEDE_NONE) return &doc->guises.items[role->guise];
  return role->entity == BEDE_NONE ? NULL : &doc->entities.items[role->entity];
}

bede_str bede_entity_sector(const bede_entity *entity)
{
  bede_str none = {NULL, 0};
  if (!entity || !entity->sector_count) return none;
  return bede_str_from(bede_sector_name(entity->sectors[0]));
}

bede_str bede_narrator_name(const bede_doc *doc)
{
  if (doc->author.len) return doc->author;
  if (doc->publisher.len) return doc->publisher;
  return bede_str_from("unidentified");
}

bede_str bede_speaker_name(const bede_doc *doc, const bede_attribution *a)
{
  if (a->kind == BEDE_BY_NARRATOR) return bede_narrator_name(doc);
  if (a->speaker != BEDE_NONE) {
    bede_str name = doc->entities.items[a->speaker].name;
    if (name.len) return name;
  }
  if (a->source.count) return bede_doc_str(doc, a->source.items[0]);
  return bede_str_from("unidentified");
}

void bede_spans_put(const bede_doc *doc, const bede_spans *spans, bede_buf *out)
{
  for (uint32_t i = 0; i < spans->count; i++) {
    if (i) bede_buf_append_z(out, " ... ");
    bede_buf_append_str(out, bede_doc_str(doc, spans->items[i]));
  }
}

// Does the link name somebody else than the one before?
static bool adds_link(const bede_attribution *last, const bede_attribution *a)
{
  if (last->speaker != BEDE_NONE && last->speaker == a->speaker) return false;
  return last->kind != BEDE_BY_IMPERSONAL || a->kind != BEDE_BY_IMPERSONAL;
}

uint8_t bede_links_of(const bede_doc *doc, uint32_t attribution,
                      uint32_t links[BEDE_MAX_CHAIN])
{
  const bede_attribution *items = doc->attributions.items;
  uint8_t count = 0;
  // Bounded, also where two should quote each other.
  for (unsigned i = 0; attribution != BEDE_NONE && i < 2 * BEDE_MAX_CHAIN &&
                       count + 1u < BEDE_MAX_CHAIN;
       i++) {
    if (!count || adds_link(&items[links[count - 1]], &items[attribution]))
      links[count++] = attribution;
    attribution = items[attribution].via;
  }
  links[count++] = 0;
  return count;
}

unsigned bede_via_put(const bede_doc *doc, const uint32_t *links, uint8_t count,
                      const char *separator, bede_buf *out)
{
  unsigned named = 0;
  for (uint8_t i = 1; i + 1 < count; i++) {
    if (named++) bede_buf_append_z(out, separator);
    bede_buf_append_str(
        out, bede_speaker_name(doc, &doc->attributions.items[links[i]]));
  }
  return named;
}

bede_str bede_doc_heading(const bede_doc *doc)
{
  if (doc->title.len) return doc->title;
  bede_str line = bede_str_trim(bede_str_sub(doc->text, 0, doc->body_begin));
  return line.len ? line : doc->id;
}
