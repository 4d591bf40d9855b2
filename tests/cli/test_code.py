"""bede code: formats, inputs, exit statuses, bad input, pipes."""
import csv
import io
import json
import os
import subprocess
import unittest

import cli

GOOD = cli.REPORT
RECORD = json.dumps({"id": "a", "text": cli.REPORT}) + "\n"


def cut(text, span):
    return text[span[0]:span[1]]


class Formats(cli.Case):
    def setUp(self):
        super().setUp()
        self.file = self.write("r.txt", GOOD)

    def test_json_is_the_default_in_a_pipe(self):
        result = cli.run("code", self.file)
        self.assert_exit(result, 0)
        self.assertEqual(result.stderr, b"")
        document, = cli.objects(result.stdout)
        self.assertEqual(document["status"], "coded")
        self.assertTrue(document["claims"])
        self.assertEqual(result.stdout, cli.run("code", "-f", "json",
                                                self.file).stdout)

    def test_flat_formats_agree(self):
        rows = cli.objects(cli.run("code", "-f", "claims", self.file).stdout)
        for form, dialect in (("csv", "excel"), ("tsv", "excel-tab")):
            out = cli.run("code", "-f", form, self.file).stdout.decode()
            table = list(csv.DictReader(io.StringIO(out), dialect=dialect))
            self.assertEqual(len(table), len(rows))
            self.assertEqual(list(table[0]), list(rows[0]))
            for cells, row in zip(table, rows):
                for name, value in row.items():
                    if isinstance(value, str) and form == "csv":
                        guard = value[:1] in tuple("=+-@") and \
                            name not in ("polarity",)
                        self.assertEqual(cells[name], "'" * guard + value)

    def test_speakers_are_never_empty(self):
        for row in cli.objects(cli.run("code", "-f", "claims",
                                       self.file).stdout):
            self.assertTrue(row["source_kind"])
            self.assertTrue(row["source_name"])
            self.assertTrue(row["narrator"])

    def test_table_has_no_escapes_in_a_pipe(self):
        result = cli.run("code", "-f", "table", self.file,
                         env=cli.environment(COLUMNS="60"))
        self.assert_exit(result, 0)
        self.assertNotIn(b"\x1b", result.stdout)
        longest = max(map(len, result.stdout.decode().split("\n")[2:]))
        self.assertLessEqual(longest, 60)

    def test_table_is_headed_by_the_first_line_of_a_plain_text(self):
        titled = self.write("t.txt", "Convoy hit near Adare\n\n" + GOOD)
        out = cli.run("code", "-f", "table", titled).stdout.decode()
        self.assertEqual(out.split("\n")[0], "Convoy hit near Adare")
        document, = cli.objects(cli.run("code", self.file).stdout)
        out = cli.run("code", "-f", "table", self.file).stdout.decode()
        self.assertEqual(out.split("\n")[0], document["id"])

    def test_a_dateline_is_no_part_of_an_actor(self):
        document, = cli.objects(cli.run("code", self.file).stdout)
        actors = [role["text"] for claim in document["claims"]
                  for role in claim["actor"]]
        self.assertIn("Rebels", actors)

    def test_evidence_ends_before_a_reference_marker(self):
        file = self.write("m.txt", "Rebels attacked a convoy.[4] Police left.")
        claim, = cli.objects(cli.run("code", file).stdout)[0]["claims"]
        self.assertEqual(claim["evidence_text"], "Rebels attacked a convoy")

    def test_lists_are_in_text_order(self):
        file = self.write("o.txt", "The minister's talks with Norway began.\n\n"
                          "\"They left, he said.\" His aide repeated it. \"We "
                          "stay,\" the mayor said, according to two aides.\n")
        document, = cli.objects(cli.run("code", file).stdout)
        places = [min(begin for begin, _ in said["cue"] + said["content"])
                  for said in document["attributions"][1:]]
        self.assertEqual(places, sorted(places))
        roles = [[role["span"] for role in claim["actor"]]
                 for claim in document["claims"]]
        self.assertIn(2, map(len, roles))
        for spans in roles:
            self.assertEqual(spans, sorted(spans))

    def test_spreadsheet_formulas_are_neutralised(self):
        out = cli.run("code", "-f", "csv", "--publisher", "=HYPERLINK(1)",
                      self.file).stdout.decode()
        for row in csv.DictReader(io.StringIO(out)):
            self.assertEqual(row["publisher"], "'=HYPERLINK(1)")
            self.assertIn(row["polarity"], ("+", "-"))

    def test_metadata_and_text_options(self):
        out = cli.run("code", "--with-text", "--publisher", "Post", "--author",
                      "Ann Lee", "--title", "Convoy hit", "--published",
                      "2024-05-02", self.file).stdout
        document, = cli.objects(out)
        self.assertEqual(
            [document[k] for k in ("publisher", "author", "title", "published")],
            ["Post", "Ann Lee", "Convoy hit", "2024-05-02"])
        self.assertEqual(document["text"], "Convoy hit\n\n" + GOOD)
        document, = cli.objects(cli.run("code", "--no-text", self.file).stdout)
        self.assertNotIn("text", document)
        for claim in document["claims"]:
            self.assertIsNone(claim.get("evidence_text"))

    def test_same_bytes_from_file_and_stream(self):
        out = cli.run("code", self.file).stdout
        self.assertEqual(cli.run("code", "-", stdin=GOOD).stdout, out)
        self.assertEqual(cli.run("code", stdin=GOOD).stdout, out)

    def test_spans_cut_the_given_words(self):
        examples = os.path.join(cli.ROOT, "examples")
        result = cli.run("code", "--with-text", examples)
        names = [n for n in os.listdir(examples) if n.endswith(".txt")]
        documents = cli.objects(result.stdout)
        self.assertGreaterEqual(len(documents), len(names))
        for document in documents:
            text = document["text"]
            for claim in document["claims"]:
                self.assertEqual(claim["evidence_text"],
                                 cut(text, claim["evidence"]))
                for role in claim["actor"] + claim["recipient"]:
                    self.assertEqual(role["text"], cut(text, role["span"]))
                for chain in claim["said_by"]:
                    self.assertEqual(chain[-1], 0)
            for quantity in document["quantities"]:
                self.assertEqual(quantity["text"], cut(text, quantity["span"]))
            self.assertEqual(document["attributions"][0]["kind"], "narrator")


class Output(cli.Case):
    def setUp(self):
        super().setUp()
        self.file = self.write("in/r.txt", GOOD)

    def listing(self):
        return sorted(os.listdir(self.folder.name))

    def test_file_gets_its_name_at_the_end(self):
        out = self.path("out.jsonl")
        result = cli.run("code", "-o", out, self.file)
        self.assert_exit(result, 0)
        self.assertEqual(result.stdout, b"")
        with open(out, "rb") as f:
            self.assertEqual(f.read(), cli.run("code", self.file).stdout)
        self.assertEqual(self.listing(), ["in", "out.jsonl"])
        self.assertEqual(os.stat(out).st_mode & 0o777,
                         0o666 & ~self.umask())

    def umask(self):
        mask = os.umask(0)
        os.umask(mask)
        return mask

    def test_input_is_never_overwritten(self):
        for target, source in ((self.file, self.file),
                               (self.path("in/new"), self.path("in")),
                               (self.path("in/./../in/r.txt"), self.file)):
            result = cli.run("code", "-o", target, source)
            self.assert_exit(result, 2)
            self.assertIn(b"part of the input", result.stderr)
        with open(self.file) as f:
            self.assertEqual(f.read(), GOOD)

    def test_folder_is_no_file(self):
        self.assert_exit(cli.run("code", "-o", self.path("in"), "-",
                                 stdin=GOOD), 2)
        self.assert_exit(cli.run("code", "-o", self.path("no/where"), "-",
                                 stdin=GOOD), 2)

    @unittest.skipUnless(os.path.exists("/dev/full"), "no /dev/full")
    def test_full_disk(self):
        result = cli.run("code", "-o", "/dev/full", self.file)
        self.assert_exit(result, 2)
        self.assertIn(b"/dev/full: ", result.stderr)
        with open("/dev/full", "wb") as full:
            result = subprocess.run([cli.BEDE, "code", self.file], stdout=full,
                                    stderr=subprocess.PIPE)
        self.assertEqual(result.returncode, 2)
        self.assertIn(b"standard output: ", result.stderr)

    def test_fatal_error_leaves_the_old_file(self):
        out = self.write("out", "old")
        result = cli.run("code", "--model", self.file, "-o", out, self.file)
        self.assert_exit(result, 3)
        with open(out) as f:
            self.assertEqual(f.read(), "old")
        self.assertEqual(self.listing(), ["in", "out"])


class Pipes(cli.Case):
    def test_reader_that_stops(self):
        big = self.write("big.jsonl", "".join(cli.report_jsonl(3000)))
        with subprocess.Popen([cli.BEDE, "code", big], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE) as process:
            json.loads(process.stdout.readline())
            process.stdout.close()
            errors = process.stderr.read()
            self.assertEqual(process.wait(300), 0)
        self.assertEqual(errors, b"")

    def test_each_document_arrives_when_it_is_done(self):
        with subprocess.Popen([cli.BEDE, "code", "-i", "jsonl", "-"],
                              stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE) as process:
            process.stdin.write(RECORD.encode())
            process.stdin.flush()
            first = json.loads(process.stdout.readline())
            process.stdin.write(RECORD.replace('"a"', '"b"').encode())
            process.stdin.close()
            second = json.loads(process.stdout.readline())
            self.assertEqual(process.wait(60), 0)
        self.assertEqual([first["id"], second["id"]], ["a", "b"])

    def test_terminal(self):
        file = self.write("r.txt", GOOD)
        status, out, errors = self.on_terminal(["code", file])
        self.assertEqual((status, errors), (0, b""))
        self.assertIn(b"\x1b[", out)
        self.assertNotIn(b'{"schema"', out)
        status, out, errors = self.on_terminal(["code", file], NO_COLOR="1")
        self.assertEqual((status, errors), (0, b""))
        self.assertNotIn(b"\x1b", out)
        for command in ("code", "parse", "explain"):
            status, out, errors = self.on_terminal([command])
            self.assertEqual((status, out), (2, b""))
            self.assertIn(b"Usage: bede", errors)

    def test_report_cannot_speak_to_the_terminal(self):
        file = self.write("r.txt", "Rebels \x1b]0;x\x07attacked \x1b[31mKabul "
                                   "on Monday, police said.\n")
        status, out, _ = self.on_terminal(["code", file], NO_COLOR="1")
        self.assertEqual(status, 0)
        self.assertNotIn(b"\x1b", out)

    def test_progress_only_on_a_terminal(self):
        big = self.write("big.jsonl", "".join(cli.report_jsonl(1500)))
        out = self.path("out")
        result = cli.run("code", "-o", out, big)
        self.assertEqual(result.stderr, b"")
        master, slave = self.terminal()
        with subprocess.Popen([cli.BEDE, "code", "-o", out, big],
                              stderr=slave) as process:
            os.close(slave)
            shown = b""
            try:
                while block := os.read(master, 65536):
                    shown += block
            except OSError:
                pass
            self.assertEqual(process.wait(60), 0)
        os.close(master)
        if shown:  # nothing is shown of what is done at once
            self.assertRegex(shown, rb"\d+ documents, \d+ sentences")
            self.assertTrue(shown.endswith(b"\r\x1b[K"))


# Content of a file, exit status, what standard error must name.
BAD = {
    "empty": (b"", 1, b"no document was read"),
    "blank": (b" \n\r\n\t\n", 1, b"no document was read"),
    "only a BOM": (b"\xef\xbb\xbf", 1, b"no document was read"),
    "binary": (bytes(range(256)) * 64, 4, b"source: "),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(500), 4, b"source: "),
    "a line of 50 MB": (b"x" * (50 << 20), 4, b"4194304"),
    "NUL bytes": (b"Rebels attacked\0 Kabul, police said.\n", 0, b""),
    "bad UTF-8": (b"Rebels attacked \xff\xfe Kabul\xc3, police said.", 0, b""),
    "no line end": (b"Rebels attacked Kabul, police said.", 0, b""),
    "CRLF": (GOOD.replace("\n", "\r\n").encode(), 0, b""),
    "one byte": (b"x", 0, b""),
}


class BadInput(cli.Case):
    def test_files(self):
        for name, (content, status, words) in BAD.items():
            with self.subTest(name=name):
                path = self.write("f.txt", content)
                result = cli.run("code", path)
                self.assert_exit(result, status)
                self.assertIn(words, result.stderr)
                if status == 0:
                    self.assertEqual(result.stderr, b"")
                if status == 4:
                    self.assertIn(b"f.txt: ", result.stderr)
                    self.assertRegex(result.stderr, rb"\(byte \d+\)")
                    document, = cli.objects(result.stdout)
                    self.assertEqual(document["status"], "failed")
                streamed = cli.run("code", "-i", "text", "-", stdin=content)
                self.assert_exit(streamed, status)
                self.assertEqual(streamed.stdout, result.stdout)

    def test_no_control_character_reaches_the_terminal(self):
        lines = ['{"id": "a\\u001b[31m\\u009bK"}', '{bad\x1b[31m']
        result = cli.run("code", "-", stdin="\n".join(lines))
        self.assert_exit(result, 4)
        self.assertIn(b": a?[31m?K: ", result.stderr)
        for byte in result.stderr.replace(b"\n", b""):
            self.assertTrue(0x20 <= byte < 0x7F, result.stderr)

    def test_warnings_name_the_byte(self):
        path = self.write("f.txt", b"Rebels attacked \xff Kabul.")
        document, = cli.objects(cli.run("code", path).stdout)
        self.assertIn("byte 16", document["warnings"][0]["message"])

    def test_one_bad_file_does_not_stop_the_others(self):
        bad = self.write("a.txt", bytes(range(256)) * 64)
        good = self.write("b.txt", GOOD)
        for args in ([bad, good], [good, bad], [self.folder.name]):
            result = cli.run("code", *args)
            self.assert_exit(result, 4)
            self.assertIn(b"a.txt: ", result.stderr)
            states = [d["status"] for d in cli.objects(result.stdout)]
            self.assertEqual(sorted(states), ["coded", "failed"])
            rows = cli.run("code", "-f", "claims", *args)
            self.assert_exit(rows, 4)
            self.assertTrue(rows.stdout)

    def test_one_bad_record_does_not_stop_the_others(self):
        lines = [RECORD, '{"id": "x"}\n', "{bad\n", "[1]\n",
                 '{"id": "big", "text": "' + "x" * (50 << 20) + '"}\n',
                 '{"id": "long", "text": "' + "x " * (3 << 20) + '"}\n',
                 RECORD.replace('"a"', '"z"')]
        path = self.write("r.jsonl", "".join(lines))
        result = cli.run("code", path)
        self.assert_exit(result, 4)
        documents = cli.objects(result.stdout)
        self.assertEqual([d["status"] for d in documents],
                         ["coded"] + ["failed"] * 5 + ["coded"])
        errors = result.stderr.decode().splitlines()
        self.assertEqual(len(errors), 5, errors)
        for line, error in zip(lines[1:-1], errors):
            self.assertIn("r.jsonl: ", error)
            self.assertIn("source: ", error)
            self.assertRegex(error, r"\(byte \d+\)$")
        self.assertIn(f"(byte {len(lines[0])})", errors[0])
        self.assertIn(": x: ", errors[0])

    def test_missing_files(self):
        good = self.write("b.txt", GOOD)
        result = cli.run("code", self.path("none.txt"))
        self.assert_exit(result, 1)
        self.assertIn(b"none.txt: no such file", result.stderr)
        result = cli.run("code", self.path("none.txt"), good)
        self.assert_exit(result, 4)
        self.assertEqual(len(cli.objects(result.stdout)), 1)
        os.mkdir(self.path("empty"))
        self.assert_exit(cli.run("code", self.path("empty")), 1)

    def as_nobody(self):
        """What subprocess needs so that permissions bind; skips without."""
        if os.geteuid() != 0:
            return {}
        more = {"user": 65534, "group": 65534, "extra_groups": []}
        try:
            if cli.run("--version", **more).returncode == 0:
                return more
        except OSError:
            pass
        self.skipTest("the program cannot be run without being root")

    def test_unreadable(self):
        more = self.as_nobody()
        os.chmod(self.folder.name, 0o755)
        for name in ("a/1.txt", "b/2.txt", "c/3.txt", "d.txt"):
            self.write(name, GOOD)
        os.chmod(self.path("d.txt"), 0)
        os.chmod(self.path("b"), 0)
        try:
            for name in ("b", "d.txt"):
                result = cli.run("code", self.path(name), **more)
                self.assert_exit(result, 1)
                self.assertIn(name.encode() + b": permission denied",
                              result.stderr)
            result = cli.run("code", self.folder.name, **more)
            self.assert_exit(result, 4)
            self.assertEqual(len(cli.objects(result.stdout)), 2)
            for name in (b"/b: ", b"/d.txt: "):
                self.assertIn(name + b"permission denied", result.stderr)
        finally:
            os.chmod(self.path("b"), 0o755)

    def test_bad_model_and_knowledge(self):
        good = self.write("b.txt", GOOD)
        self.write("k/actors/mine.txt", "what is this\n")
        for args in (["--model", good], ["--model", self.path("none")],
                     ["--knowledge", self.path("none")],
                     ["--knowledge", self.path("k")]):
            result = cli.run("code", *args, good)
            self.assert_exit(result, 3)
            self.assertEqual(result.stdout, b"")
        self.assertIn(b"actors/mine.txt:1: ", result.stderr)
        result = cli.run("lint", self.path("k"))
        self.assert_exit(result, 3)
        self.assertIn(b"actors/mine.txt:1: ", result.stdout)

    def test_many_short_sentences(self):
        count = 1000000 if os.environ.get("BEDE_SLOW") else 20000
        path = self.write("f.txt", "No. " * count)
        result = cli.run("code", path, timeout=900)
        self.assert_exit(result, 0)
        document, = cli.objects(result.stdout)
        self.assertEqual(len(document["sentences"]), count)

    def long_run(self, text, count):
        """The document of `count` repetitions."""
        path = self.write("f.txt", text * count)
        result = cli.run("code", path, timeout=900)
        self.assert_exit(result, 0)
        document, = cli.objects(result.stdout)
        return document

    def test_long_runs_of_dates_numbers_and_places(self):
        count = 20000 if os.environ.get("BEDE_SLOW") else 2000
        for text, what in (("on Friday, ", "dates"), ("10:30 ", "dates"),
                           ("1 May 2014, ", "dates"),
                           ("12 people, ", "quantities")):
            with self.subTest(text=text):
                self.assertEqual(len(self.long_run(text, count)[what]), count)
        for text in ("Tripoli ", "Santiago ", "San Pedro, ", "Friday Monday ",
                     "one hundred and ", "100 ", "Easter ", "last ", "at "):
            with self.subTest(text=text):
                document = self.long_run(text, count)
                self.assertLess(len(document["sentences"]), count)

    def test_many_sentences_in_one_place(self):
        count = 20000 if os.environ.get("BEDE_SLOW") else 2000
        document = self.long_run("Police met in Tripoli, Lebanon. ", count)
        self.assertEqual(len(document["sentences"]), count)
        places = [claim["place"] for claim in document["claims"]]
        self.assertEqual(len(places), count)
        self.assertEqual({(place["name"], place["country"])
                          for place in places}, {("Tripoli", "LBN")})


class Trace(cli.Case):
    def test_stages(self):
        result = cli.run("code", stdin=GOOD,
                         env=cli.environment(BEDE_TRACE="text,coder"))
        self.assert_exit(result, 0)
        self.assertIn(b"text", result.stderr)
        self.assertEqual(result.stdout, cli.run("code", stdin=GOOD).stdout)
        result = cli.run("code", stdin=GOOD,
                         env=cli.environment(BEDE_TRACE="txt"))
        self.assert_exit(result, 2)
        self.assertIn(b"no stage 'txt'", result.stderr)


if __name__ == "__main__":
    cli.main()
