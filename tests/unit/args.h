// The arguments of a predicate of a hand-written tree as one string.
#ifndef ARGS_H
#define ARGS_H

#include "base/buf.h"
#include "lang/args.h"
#include "tree.h"

// The arguments as "subj=A obj=B on=C", in the order in which they come.
static inline void render(const bede_doc *doc, uint32_t word, bede_buf *out)
{
  static const char *const names[] = {
#define X(s, n) n,
      BEDE_SLOT_LIST(X)
#undef X
  };
  bede_arg args[BEDE_MAX_ARGS];
  size_t n = bede_args_of(doc, word, args);
  for (size_t i = 0; i < n; i++) {
    char prep[32];
    if (i > 0) bede_buf_append_char(out, ' ');
    if (args[i].slot == BEDE_SLOT_PREP) {
      (void)bede_arg_prep(doc, &args[i], prep);
      bede_buf_append_z(out, prep);
    } else {
      bede_buf_append_z(out, names[args[i].slot]);
    }
    bede_buf_append_char(out, '=');
    bede_buf_append_str(out, bede_word_form(doc, args[i].word));
  }
}

static inline void expect_at(const tree *t, uint32_t word, const char *wanted)
{
  bede_buf out;
  bede_buf_init(&out, 0);
  render(&t->doc, word, &out);
  assert_string_equal(bede_buf_str(&out).ptr, wanted);
  bede_buf_release(&out);
}

static inline void expect(const char *source, const char *form,
                          const char *wanted)
{
  tree t;
  tree_read(&t, source);
  expect_at(&t, tree_find(&t, form), wanted);
  tree_release(&t);
}

#endif
