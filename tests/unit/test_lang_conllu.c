// CoNLL-U: what is read comes out again; what is no CoNLL-U is refused where it
// goes wrong.
#include "base/limits.h"
#include "lang/conllu.h"
#include "lang/lang.h"
#include "unit.h"

typedef struct file {
  bede_arena arena;
  bede_doc doc;
  bede_conllu kept;
  bede_error err;
} file;

static bede_status read_max(file *f, bede_str s, size_t *at, uint32_t max)
{
  bede_arena_init(&f->arena);
  bede_doc_init(&f->doc, &f->arena);
  memset(&f->err, 0, sizeof f->err);
  bede_status status = bede_conllu_read(s, at, max, &f->doc, &f->kept, &f->err);
  for (uint32_t i = 0; !status && i < f->doc.sentences.count; i++)
    bede_tree_link(&f->doc, i);
  return status;
}

static bede_status read_all(file *f, const char *z)
{
  size_t at = 0;
  return read_max(f, bede_str_from(z), &at, UINT32_MAX);
}

static void file_release(file *f)
{
  bede_arena_release(&f->arena);
}

static void write_all(const file *f, bool with_kept, bede_buf *out)
{
  bede_buf_init(out, 0);
  for (uint32_t i = 0; i < f->doc.sentences.count; i++)
    bede_conllu_write(&f->doc, with_kept ? &f->kept : NULL, i, out);
  assert_int_equal(out->status, BEDE_OK);
}

static const char sample[] =
    "# newdoc id = harbour\n"
    "# sent_id = harbour-1\n"
    "# text = They don't trust Lima's envoy.\n"
    "1\tThey\tthey\tPRON\tPRP\tCase=Nom|Number=Plur|Person=3|PronType=Prs\t4\t"
    "nsubj\t_\t_\n"
    "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "2\tdo\tdo\tAUX\tVBP\tMood=Ind|Tense=Pres|VerbForm=Fin\t4\taux\t_\t_\n"
    "3\tn't\tnot\tPART\tRB\tPolarity=Neg\t4\tadvmod\t_\t_\n"
    "4\ttrust\ttrust\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\t_\n"
    "5-6\tLima's\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "5\tLima\tLima\tPROPN\tNNP\tNumber=Sing\t7\tnmod:poss\t_\tNE=B-LOC\n"
    "6\t's\t's\tPART\tPOS\t_\t5\tcase\t_\t_\n"
    "7\tenvoy\tenvoy\tNOUN\tNN\tNumber=Sing\t4\tobj\t_\tSpaceAfter=No\n"
    "8\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n"
    "\n"
    "# sent_id = harbour-2\n"
    "# text = dunno\n"
    "1-3\tdunno\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "1\tdo\tdo\tAUX\tVBP\t_\t3\taux\t_\t_\n"
    "2\tnot\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_\n"
    "3\tknow\tknow\tVERB\tVB\t_\t0\troot\t_\t_\n"
    "\n";

TEST(what_is_read_is_written_again)
{
  file f;
  bede_buf out;
  assert_int_equal(read_all(&f, sample), BEDE_OK);
  write_all(&f, true, &out);
  assert_string_equal(out.ptr, sample);
  bede_buf_release(&out);
  file_release(&f);
}

TEST(the_document_holds_words_and_tokens)
{
  file f;
  assert_int_equal(read_all(&f, sample), BEDE_OK);
  const bede_word *w = f.doc.words.items;
  assert_int_equal(f.doc.sentences.count, 2);
  assert_int_equal(f.doc.words.count, 11);
  assert_str(f.doc.text, "They don't trust Lima's envoy. donotknow ");
  assert_str(bede_word_form(&f.doc, 2), "n't");
  assert_true(w[1].flags & BEDE_WORD_MWT);
  assert_true(w[2].flags & BEDE_WORD_MWT_IN);
  assert_int_equal(w[0].head, 3);
  assert_int_equal(w[3].head, BEDE_NONE);
  assert_int_equal(w[4].ner, BEDE_NER_B_LOC);
  assert_int_equal(w[8].head, 10);
  assert_int_equal(f.kept.ranges.count, 1); // "dunno"
  file_release(&f);
}

TEST(own_comments_are_made_where_none_are_kept)
{
  file f;
  bede_buf out;
  assert_int_equal(read_all(&f, sample), BEDE_OK);
  f.doc.id = bede_str_from("two words");
  write_all(&f, false, &out);
  assert_non_null(strstr(out.ptr, "# sent_id = two_words-1\n"
                                  "# text = They don't trust Lima's envoy.\n"));
  assert_non_null(strstr(out.ptr, "\n5-6\tLima's\t_\t"));
  bede_buf_release(&out);
  file_release(&f);
}

TEST(sentences_are_read_in_portions)
{
  file f;
  size_t at = 0;
  bede_str s = bede_str_from(sample);
  assert_int_equal(read_max(&f, s, &at, 1), BEDE_OK);
  assert_int_equal(f.doc.words.count, 8);
  file_release(&f);
  assert_int_equal(read_max(&f, s, &at, 1), BEDE_OK);
  assert_int_equal(f.doc.words.count, 3);
  file_release(&f);
  assert_int_equal(read_max(&f, s, &at, 1), BEDE_END);
  file_release(&f);
}

TEST(line_ends_and_a_missing_last_line_do_not_matter)
{
  file f;
  assert_int_equal(read_all(&f, "1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_\r\n"
                                "\r\n\n\n"
                                "1\tStop\tstop\tVERB\tVB\t_\t0\troot\t_\t_"),
                   BEDE_OK);
  assert_int_equal(f.doc.sentences.count, 2);
  file_release(&f);
  assert_int_equal(read_all(&f, ""), BEDE_END);
  file_release(&f);
}

TEST(empty_nodes_are_left_out)
{
  file f;
  assert_int_equal(read_all(&f, "1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_\n"
                                "1.1\tx\tx\tVERB\tVB\t_\t_\t_\t1:conj\t_\n"),
                   BEDE_OK);
  assert_int_equal(f.doc.words.count, 1);
  file_release(&f);
}

static void expect_error(const char *z, bede_status status, uint32_t line)
{
  file f;
  assert_int_equal(read_all(&f, z), status);
  assert_int_equal(f.err.line, line);
  file_release(&f);
}

TEST(what_is_no_conllu_is_refused)
{
  expect_error("Some words.\n", BEDE_EFORMAT, 1);
  expect_error("1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\n", BEDE_EFORMAT, 1);
  expect_error("# c\n2\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_\n", BEDE_EFORMAT, 2);
  expect_error("1\tGo\tgo\tVERB\tVB\t_\tx\troot\t_\t_\n", BEDE_EFORMAT, 1);
  expect_error("1\tGo\tgo\tVERB\tVB\t_\t5\troot\t_\t_\n\n", BEDE_EFORMAT, 2);
  expect_error("# c\n1\tG\xFF\tgo\tVERB\tVB\t_\t0\troot\t_\t_\n", BEDE_EFORMAT,
               2);
  expect_error("1-2\tGo\t_\t_\t_\t_\t_\t_\t_\t_\n"
               "1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_\n\n",
               BEDE_EFORMAT, 3);
}

static bede_status read_words(unsigned count)
{
  file f;
  bede_buf in;
  bede_buf_init(&in, 0);
  for (unsigned i = 1; i <= count; i++)
    bede_buf_printf(&in, "%u\tx\tx\tX\t_\t_\t%u\tdep\t_\t_\n", i, i - 1);
  bede_status status = read_all(&f, in.ptr);
  bede_buf_release(&in);
  file_release(&f);
  return status;
}

TEST(sentences_have_a_ceiling)
{
  assert_int_equal(read_words(BEDE_MAX_SENTENCE_WORDS), BEDE_OK);
  assert_int_equal(read_words(BEDE_MAX_SENTENCE_WORDS + 1), BEDE_ELIMIT);
}

TEST(without_memory_reading_fails_cleanly)
{
  for (uint64_t n = 1; n < 200; n++) {
    file f;
    size_t at = 0;
    bede_mem_fail_after(n);
    bede_status status = read_max(&f, bede_str_from(sample), &at, UINT32_MAX);
    bede_mem_fail_after(0);
    file_release(&f);
    if (status == BEDE_OK) return;
    assert_int_equal(status, BEDE_ENOMEM);
  }
  fail();
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_is_read_is_written_again),
      cmocka_unit_test(the_document_holds_words_and_tokens),
      cmocka_unit_test(own_comments_are_made_where_none_are_kept),
      cmocka_unit_test(sentences_are_read_in_portions),
      cmocka_unit_test(line_ends_and_a_missing_last_line_do_not_matter),
      cmocka_unit_test(empty_nodes_are_left_out),
      cmocka_unit_test(what_is_no_conllu_is_refused),
      cmocka_unit_test(sentences_have_a_ceiling),
      cmocka_unit_test(without_memory_reading_fails_cleanly),
  };
  return cmocka_run_group_tests_name("lang_conllu", tests, NULL, NULL);
}
