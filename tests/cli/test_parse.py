"""bede parse, bede explain, bede doctor, bede lint."""
import hashlib
import os
import struct
import subprocess

import cli

CONLLU = """# newdoc id = d
# sent_id = one
# text = Police can't leave.
# note = kept
1\tPolice\t_\t_\t_\t_\t_\t_\t_\t_
2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_
2\tca\t_\t_\t_\t_\t_\t_\t_\t_
3\tn't\t_\t_\t_\t_\t_\t_\t_\t_
4\tleave\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
5\t.\t_\t_\t_\t_\t_\t_\t_\t_

# sent_id = two
# text = Go.
1\tGo\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
2\t.\t_\t_\t_\t_\t_\t_\t_\t_
"""


def sentences(text):
    """Lists of (id, form, upos, head, deprel) rows, one a sentence."""
    found = []
    for block in text.strip().split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n")
                if not line.startswith("#")]
        assert all(len(row) == 10 for row in rows), block
        found.append([(r[0], r[1], r[3], r[6], r[7]) for r in rows])
    return found


class Parse(cli.Case):
    def check_tree(self, rows):
        words = [r for r in rows if "-" not in r[0]]
        heads = {int(r[0]): int(r[3]) for r in words}
        self.assertEqual(sorted(heads), list(range(1, len(words) + 1)))
        self.assertEqual(list(heads.values()).count(0), 1)
        for word in heads:
            seen = set()
            while word:
                self.assertNotIn(word, seen)
                seen.add(word)
                word = heads[word]

    def test_raw_text(self):
        result = cli.run("parse", stdin=cli.REPORT)
        self.assert_exit(result, 0)
        found = sentences(result.stdout.decode())
        self.assertGreaterEqual(len(found), 3)
        for rows in found:
            self.check_tree(rows)

    def test_given_words_are_kept(self):
        result = cli.run("parse", "--input", "conllu", stdin=CONLLU)
        self.assert_exit(result, 0)
        text = result.stdout.decode()
        found = sentences(text)
        self.assertEqual([[r[:2] for r in s] for s in found],
                         [[r[:2] for r in s] for s in sentences(CONLLU)])
        for rows in found:
            self.check_tree(rows)
        for line in CONLLU.split("\n"):
            if line.startswith("#"):
                self.assertIn(line + "\n", text)
        path = self.write("x.conllu", CONLLU)
        self.assertEqual(cli.run("parse", path).stdout, result.stdout)

    def test_bad_sentence_is_named(self):
        bad = CONLLU.replace("4\tleave", "7\tleave")
        result = cli.run("parse", "--input", "conllu", stdin=bad)
        self.assert_exit(result, 4)
        self.assertIn(b"line 9", result.stderr)
        self.assertEqual(len(sentences(result.stdout.decode())), 1)

    def test_nothing(self):
        self.assert_exit(cli.run("parse", "-i", "conllu", stdin=""), 1)
        self.assert_exit(cli.run("parse", stdin=""), 1)
        self.assert_exit(cli.run("parse", self.path("none")), 1)
        self.assert_exit(cli.run("parse", stdin=bytes(5000)), 4)


# Sentences over which two parsers rarely agree in everything.
HARD = """\
The envoy the council had asked the ministry to send home last spring resigned.
Told of the raid the guards had slept through, the general whose men fled wept.
More than half of those the court let go free were held again within a week.
What the miners want the state will not pay for, and what it pays for they burn.
He saw the man with the rifle the patrol near the old bridge had searched for.
Whoever shelled the market knew that the women waiting there carried no arms.
Fat people eat builds up; the old man the boats; while she dressed the baby slept.
Seized, sold, and shipped south were the arms police said smugglers had stolen.
Neither the north's leaders nor, less still, those they fight want talks over aid.
So bitter is the feud that not one of the elders either side trusts will mediate.
"""


class Accurate(cli.Case):
    """--accurate: the same words, other trees, and records that say so."""

    def words(self, text):
        return [[r[:2] for r in s] for s in sentences(text)]

    def test_parse_gives_other_trees_over_the_same_words(self):
        fast = cli.run("parse", stdin=HARD)
        accurate = cli.run("parse", "--accurate", stdin=HARD)
        self.assert_exit(accurate, 0)
        self.assertEqual(accurate.stderr, b"")
        self.assertEqual(self.words(fast.stdout.decode()),
                         self.words(accurate.stdout.decode()))
        trees = [[[(r[3], r[4]) for r in s]
                  for s in sentences(result.stdout.decode())]
                 for result in (fast, accurate)]
        self.assertNotEqual(*trees)
        self.assertEqual(accurate.stdout,
                         cli.run("parse", "--accurate", stdin=HARD).stdout)

    def test_given_words_are_parsed_by_it_too(self):
        blank = "".join(
            "\t".join(c if i in (0, 1, 9) else "_" for i, c in
                      enumerate(line.split("\t"))) + "\n"
            for line in cli.run("parse", stdin=HARD).stdout.decode().splitlines()
            if not line.startswith("#"))
        path = self.write("given.conllu", blank)
        fast = cli.run("parse", path)
        accurate = cli.run("parse", "--accurate", path)
        self.assert_exit(accurate, 0)
        self.assertNotEqual(fast.stdout, accurate.stdout)
        self.assertEqual(self.words(accurate.stdout.decode()),
                         self.words(blank))

    def test_explain_shows_its_trees(self):
        fast = cli.run("explain", HARD)
        accurate = cli.run("explain", "--accurate", HARD)
        self.assert_exit(accurate, 0)
        self.assertNotEqual(fast.stdout, accurate.stdout)

    def test_records_say_so(self):
        fast, = cli.objects(cli.run("code", stdin=HARD).stdout)
        accurate, = cli.objects(cli.run("code", "--accurate",
                                        stdin=HARD).stdout)
        for record, given in ((fast, b""), (accurate, b"accurate\n")):
            self.assertEqual(record["coder"].pop("options"),
                             hashlib.sha256(given).hexdigest()[:16])
        self.assertEqual(fast["coder"], accurate["coder"])
        self.assertEqual(fast["sentences"], accurate["sentences"])

    def test_options_of_the_output_do_not_count(self):
        plain, = cli.objects(cli.run("code", stdin=HARD).stdout)
        bare, = cli.objects(cli.run("code", "--no-text", "--with-predicates",
                                    stdin=HARD).stdout)
        self.assertEqual(plain["coder"], bare["coder"])


class Explain(cli.Case):
    def test_text_file_and_stream(self):
        by_text = cli.run("explain", cli.REPORT)
        self.assert_exit(by_text, 0)
        self.assertIn(b"sentence 0", by_text.stdout)
        path = self.write("r.txt", cli.REPORT)
        self.assertEqual(cli.run("explain", path).stdout, by_text.stdout)
        self.assertEqual(by_text.stderr, b"")
        mistyped = cli.run("explain", path + "x")
        self.assertIn(b"there is no file", mistyped.stderr)
        self.assertEqual(cli.run("explain", "-", stdin=cli.REPORT).stdout,
                         by_text.stdout)

    def test_text_cannot_speak_to_the_terminal(self):
        result = cli.run("explain", "Rebels \x1b]0;x\x07hit \x9b31m Kabul, "
                                    "police said\x1b[2J.")
        self.assert_exit(result, 0)
        self.assertNotRegex(result.stdout.decode(), "[\x00-\x09\x0b-\x1f\x7f-\x9f]")

    def test_every_claim_is_shown_with_its_rule(self):
        document, = cli.objects(cli.run("code", stdin=cli.REPORT).stdout)
        shown = cli.run("explain", cli.REPORT).stdout.decode()
        self.assertTrue(document["claims"])
        for claim in document["claims"]:
            self.assertIn(claim["rules"][0], shown)


class Doctor(cli.Case):
    def test_is_sound(self):
        result = cli.run("doctor")
        self.assert_exit(result, 0)
        self.assertEqual(result.stdout.count(b"sound"), 2)

    def test_warns_of_knowledge_that_ends_before_the_reports(self):
        old = cli.run("doctor", "--published", "2001-01-01").stdout.decode()
        new = cli.run("doctor", "--published", "2041-01-01").stdout.decode()
        self.assertNotIn("warning:", old)
        self.assertRegex(new, r"warning: actors/leaders_africa.txt knows "
                         r"offices up to 20\d\d-\d\d-\d\d, \d+ days before "
                         r"2041-01-01\n")
        bad = cli.run("doctor", "--published", "May 2020")
        self.assert_exit(bad, 2)
        self.assertIn(b"May 2020 is no date YYYY-MM-DD", bad.stderr)

    def test_names_what_documents_name(self):
        document, = cli.objects(cli.run("code", stdin=cli.REPORT).stdout)
        shown = cli.run("doctor").stdout.decode()
        for part in ("knowledge", "model"):
            self.assertIn(f"{part} {document['coder'][part]}: ", shown)


    def damaged(self, begin, end):
        """A copy of the program with one bit changed between two offsets."""
        with open(cli.BEDE, "rb") as f:
            program = bytearray(f.read())
        program[(begin + end) // 2] ^= 4
        path = self.write("damaged", bytes(program))
        os.chmod(path, 0o755)
        return path

    def find(self, magic):
        with open(cli.BEDE, "rb") as f:
            return f.read().index(magic)

    def test_damage_is_found(self):
        knowledge = self.find(b"BEDEKNOW" + struct.pack("=I", 4))
        with open(os.path.join(cli.ROOT, "model", "english.bede"), "rb") as f:
            model = f.read()
        at = self.find(model)
        for begin, size in ((knowledge + 4096, 4096),
                            (at, len(model) * 2 - 100), (at, len(model))):
            path = self.damaged(begin, begin + size)
            result = subprocess.run([path, "doctor"], capture_output=True)
            self.assertEqual(result.returncode, 3, result.stdout)
            self.assertTrue(result.stderr)


class Lint(cli.Case):
    def test_own_knowledge_is_sound(self):
        result = cli.run("lint", "--alone", os.path.join(cli.ROOT, "knowledge"))
        self.assert_exit(result, 0)

    def test_missing_folder(self):
        result = cli.run("lint", self.path("none"))
        self.assert_exit(result, 3)
        self.assertIn(b"no such file", result.stderr)


if __name__ == "__main__":
    cli.main()
