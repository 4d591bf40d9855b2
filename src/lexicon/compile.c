// The run of the compiler: collect the files, read them line by line, resolve
// what names what, write.
#include "lexicon/compile.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/os.h"
#include "base/str.h"
#include "base/utf8.h"
#include "lexicon/build.h"

// The first folder of a path says what its lines are. Actors come last, so that
// the many words of names get the high numbers and the indices by symbol of the
// other records stay short.
static const struct {
  const char *folder;
  bede_kb_parse *line;
} formats[] = {
    {"agents/", bede_kb_agent_line},
    {"classes/", bede_kb_class_line},
    {"compose/", bede_kb_compose_line},
    {"cues/", bede_kb_cue_line},
    {"labels/", bede_kb_label_line},
    {"operators/", bede_kb_operator_line},
    {"predicates/", bede_kb_predicate_line},
    {"numbers/", bede_kb_term_line},
    {"support/", bede_kb_support_line},
    {"time/", bede_kb_term_line},
    {"actors/", bede_kb_actor_line},
    {"gazetteer/", bede_kb_place_line},
};
#define FORMATS (sizeof formats / sizeof *formats)

// Operators of grammar: they have cells but no words.
static const char *const grammar_ops[] = {
    "NEG",       "FUTURE",      "NEG_FUTURE", "POSSIBLE",
    "NECESSARY", "CONDITIONAL", "OWN_THREAT", "OWN_FUTURE"};

static void kb_init(bede_kb *kb, bede_compile_report *report, void *context,
                    bede_error *err)
{
  memset(kb, 0, sizeof *kb);
  bede_arena_init(&kb->arena);
  bede_buf_init(&kb->scratch, 0);
  bede_buf_init(&kb->pool, 0);
  kb->report = report;
  kb->context = context;
  kb->err = err;
  kb->entity = BEDE_NONE;
}

static void kb_release(bede_kb *kb)
{
  bede_buf_release(&kb->scratch);
  bede_buf_release(&kb->pool);
  bede_arena_release(&kb->arena);
}

// --- files ------------------------------------------------------------------

// Adds a file, or puts it in the place of an earlier one of the same path.
static bede_kb_file *add_file(bede_kb *kb, bede_str relative, bede_str shown)
{
  uint32_t n = bede_kb_find(&kb->paths, relative);
  if (!n && kb->files.count == BEDE_MAX_KNOWLEDGE_FILES) {
    kb->stop = true;
    kb->status = bede_error_set(kb->err, BEDE_ELIMIT, BEDE_NO_OFFSET,
                                "more than %u files of knowledge",
                                BEDE_MAX_KNOWLEDGE_FILES);
    return NULL;
  }
  bede_kb_file *file =
      n ? &kb->files.items[n - 1] : BEDE_KB_PUSH(kb, &kb->files);
  if (!file) return NULL;
  memset(file, 0, sizeof *file);
  file->relative = bede_arena_copy(&kb->arena, relative);
  file->shown = bede_arena_copy(&kb->arena, shown);
  if (!file->relative.ptr || !file->shown.ptr) {
    bede_kb_fail(kb, BEDE_ENOMEM);
    return NULL;
  }
  if (!n) (void)bede_kb_intern(kb, &kb->paths, file->relative);
  return file;
}

static bede_status visit(const char *path, const char *relative, void *context,
                         bede_error *err)
{
  bede_kb *kb = context;
  bede_str name = bede_str_from(relative);
  (void)err;
  if (!bede_str_ends(name, ".txt")) return BEDE_OK;
  (void)add_file(kb, name, bede_str_from(path));
  return kb->stop ? kb->status : BEDE_OK;
}

static void add_text(bede_kb *kb, bede_str relative, bede_str text)
{
  bede_kb_file *file = add_file(kb, relative, relative);
  if (!file || kb->stop) return;
  if (text.len > BEDE_MAX_KNOWLEDGE_FILE) {
    kb->stop = true;
    kb->status = bede_error_set(kb->err, BEDE_ELIMIT, BEDE_NO_OFFSET,
                                "%s: over %u bytes", file->shown.ptr,
                                BEDE_MAX_KNOWLEDGE_FILE);
    return;
  }
  file->text = bede_arena_copy(&kb->arena, text);
  if (!file->text.ptr) bede_kb_fail(kb, BEDE_ENOMEM);
}

static bede_status add_embedded(bede_kb *kb, bede_error *err)
{
  bede_lexicon *lex;
  bede_str none = {NULL, 0};
  BEDE_TRY(bede_lexicon_open(none, &lex, err));
  for (uint16_t i = 0; i < bede_lexicon_file_count(lex) && !kb->stop; i++) {
    add_text(kb, bede_lexicon_file(lex, i), bede_lexicon_source(lex, i));
  }
  bede_lexicon_free(lex);
  return kb->status;
}

static void read_file(bede_kb *kb, bede_kb_file *file)
{
  bede_buf buf;
  if (file->text.ptr) return;
  bede_buf_init(&buf, BEDE_MAX_KNOWLEDGE_FILE);
  bede_status status = bede_os_read_file(file->shown.ptr, &buf, kb->err);
  if (status) {
    kb->stop = true;
    kb->status = status;
  } else {
    file->text = bede_arena_copy(&kb->arena, bede_buf_str(&buf));
    if (!file->text.ptr) bede_kb_fail(kb, BEDE_ENOMEM);
  }
  bede_buf_release(&buf);
}

static int file_order(const void *left, const void *right)
{
  const bede_kb_file *a = left, *b = right;
  return bede_str_cmp(a->relative, b->relative);
}

// --- lines ------------------------------------------------------------------

static bool is_blank(bede_str line, size_t at)
{
  return at >= line.len || line.ptr[at] == ' ' || line.ptr[at] == '\t' ||
         line.ptr[at] == '\r';
}

// Cuts a comment: "#" at the line's start or between blanks, so that "#MeToo"
// can be a name.
static bede_str without_comment(bede_str line)
{
  for (size_t i = 0; i < line.len; i++) {
    if (line.ptr[i] == '#' &&
        (i == 0 || (is_blank(line, i - 1) && is_blank(line, i + 1)))) {
      line.len = i;
    }
  }
  return bede_str_trim(line);
}

static void parse_line(bede_kb *kb, bede_kb_parse *parse, bede_str line)
{
  size_t bad;
  kb->at.line++;
  kb->line = line;
  if (line.len > BEDE_MAX_KNOWLEDGE_LINE) {
    bede_str whole = {NULL, 0};
    bede_kb_error(kb, whole, "a line over %u bytes", BEDE_MAX_KNOWLEDGE_LINE);
    return;
  }
  bad = bede_utf8_check(line.ptr, line.len, true);
  if (bad < line.len) {
    bede_kb_error(kb, bede_str_sub(line, bad, line.len), "no valid UTF-8 text");
    return;
  }
  line = without_comment(line);
  if (line.len) parse(kb, line);
}

static void parse_file(bede_kb *kb, uint16_t number, bede_kb_parse *parse)
{
  bede_str text = kb->files.items[number].text, line;
  memset(&kb->section, 0, sizeof kb->section);
  kb->at.file = number;
  kb->at.line = 0;
  kb->entity = BEDE_NONE;
  kb->entity_bad = false;
  if (bede_str_starts(text, "\xEF\xBB\xBF")) {
    text = bede_str_sub(text, 3, text.len);
  }
  while (text.ptr && !kb->stop) {
    text = bede_str_cut(text, '\n', &line);
    parse_line(kb, parse, line);
  }
}

static void parse_folder(bede_kb *kb, size_t format)
{
  for (uint32_t i = 0; i < kb->files.count && !kb->stop; i++) {
    bede_kb_file *file = &kb->files.items[i];
    if (!bede_str_starts(file->relative, formats[format].folder)) continue;
    file->done = true;
    read_file(kb, file);
    if (!kb->stop) parse_file(kb, (uint16_t)i, formats[format].line);
  }
}

static void parse_files(bede_kb *kb)
{
  bede_ref nowhere = {0, 0};
  if (kb->files.count) {
    qsort(kb->files.items, kb->files.count, sizeof *kb->files.items,
          file_order);
  }
  for (size_t i = 0; i < sizeof grammar_ops / sizeof *grammar_ops; i++)
    (void)bede_kb_op(kb, bede_str_from(grammar_ops[i]), true);
  for (size_t i = 0; i < FORMATS && !kb->stop; i++)
    parse_folder(kb, i);
  for (uint32_t i = 0; i < kb->files.count && !kb->stop; i++) {
    nowhere.file = (uint16_t)i;
    if (!kb->files.items[i].done) {
      bede_kb_error_at(kb, nowhere, "no folder of knowledge holds this file");
    }
  }
}

// --- after the last line ----------------------------------------------------

static void resolve_parents(bede_kb *kb)
{
  for (uint32_t i = 0; i < kb->parents.count; i++) {
    const bede_kb_parent *p = &kb->parents.items[i];
    bede_lex_entity *e = &kb->entities.items[p->entity];
    uint32_t n = bede_kb_find(&kb->keys, p->key);
    if (!n) {
      bede_kb_error_at(kb, p->ref, "unknown parent '%.*s'",
                       BEDE_KB_SHOW(p->key));
    } else if (e->parent != BEDE_NONE) {
      bede_kb_error_at(kb, p->ref, "a second parent");
    } else {
      e->parent = n - 1;
    }
  }
}

// Nobody may be above himself, and chains are short.
static void check_parents(bede_kb *kb)
{
  for (uint32_t i = 0; i < kb->parents.count; i++) {
    const bede_kb_parent *p = &kb->parents.items[i];
    uint32_t at = p->entity, steps = 0;
    while (at != BEDE_NONE && steps <= BEDE_MAX_PARENTS) {
      at = kb->entities.items[at].parent;
      steps++;
    }
    if (at != BEDE_NONE) {
      bede_kb_error_at(kb, p->ref, "more than %u parents above this entity",
                       BEDE_MAX_PARENTS);
    }
  }
}

void bede_kb_resolve(bede_kb *kb)
{
  resolve_parents(kb);
  if (!kb->status) check_parents(kb);
  for (uint32_t i = 0; i < kb->class_states.count; i++) {
    const bede_kb_symbolic *s = &kb->class_states.items[i];
    if (!s->defined) {
      bede_kb_error_at(kb, s->first, "unknown class '%.*s'",
                       BEDE_KB_SHOW(kb->classes.items.items[i]));
    }
  }
  for (uint32_t i = 0; i < kb->op_states.count; i++) {
    const bede_kb_symbolic *s = &kb->op_states.items[i];
    if (!s->defined) {
      bede_kb_error_at(kb, s->first, "unknown operator '%.*s'",
                       BEDE_KB_SHOW(kb->ops.items.items[i]));
    }
  }
}

static bede_status run(bede_kb *kb, bede_buf *out)
{
  if (!kb->stop) parse_files(kb);
  if (!kb->stop) bede_kb_resolve(kb);
  if (!kb->stop) bede_kb_resolve_places(kb);
  if (!kb->stop && kb->lint) bede_kb_lint(kb);
  if (!kb->stop) bede_kb_write(kb, out);
  return kb->status;
}

static void add_dirs(bede_kb *kb, const char *const *dirs, size_t dir_count,
                     bede_error *err)
{
  for (size_t i = 0; i < dir_count && !kb->stop; i++) {
    bede_status status =
        dirs[i] ? bede_os_walk(dirs[i], visit, kb, err) : add_embedded(kb, err);
    if (status) {
      kb->status = status;
      kb->stop = true;
    }
  }
}

bede_status bede_knowledge_compile(const char *const *dirs, size_t dir_count,
                                   bede_buf *out, bede_compile_report *report,
                                   void *context, bede_error *err)
{
  bede_kb kb;
  kb_init(&kb, report, context, err);
  add_dirs(&kb, dirs, dir_count, err);
  bede_status status = run(&kb, out);
  kb_release(&kb);
  return status;
}

bede_status bede_knowledge_compile_files(const bede_knowledge_file *files,
                                         size_t count, bede_buf *out,
                                         bede_compile_report *report,
                                         void *context, bede_error *err)
{
  bede_kb kb;
  kb_init(&kb, report, context, err);
  for (size_t i = 0; i < count && !kb.stop; i++)
    add_text(&kb, bede_str_from(files[i].path), files[i].text);
  bede_status status = run(&kb, out);
  kb_release(&kb);
  return status;
}

bede_status bede_knowledge_compile_text(const char *path, bede_str text,
                                        bede_buf *out, bede_error *err)
{
  bede_knowledge_file file = {path, text};
  return bede_knowledge_compile_files(&file, 1, out, NULL, NULL, err);
}

bede_status bede_knowledge_lint(const char *const *dirs, size_t dir_count,
                                bede_compile_report *report, void *context,
                                uint32_t *warnings, bede_error *err)
{
  bede_kb kb;
  bede_buf out;
  bede_buf_init(&out, 0);
  kb_init(&kb, report, context, err);
  kb.lint = true;
  add_dirs(&kb, dirs, dir_count, err);
  bede_status status = run(&kb, &out);
  if (warnings) *warnings = kb.warnings;
  kb_release(&kb);
  bede_buf_release(&out);
  return status;
}
