"""bede quotes: attributed statements with their speakers and places."""
import csv
import io
import json
import re
import unittest

import cli

HEADER = ("doc_id attribution sentence source_kind source_name source_text "
          "source_key source_office source_country source_sector "
          "source_affiliation source_outlet anonymity_reason source_cue "
          "source_stance source_via narrator publisher quoted verbatim "
          "content_start content_end content_spans content_text published url "
          "text_sha256 program knowledge model").split()
TEXT = """Talks stall in Kelmar

"We will not sign this paper," the foreign minister of Estonia, Liis Tamm, \
said on Monday. "It is not fair," she added.

A senior official, who spoke to Reuters on condition of anonymity because he was \
not allowed to talk to the press, said that the talks were "a farce". Witnesses said that the rebels had said that they would return.

Tomas Rell denied that his men had burned the villages.
"""


def cut(text, spans):
    pairs = [pair.split("-") for pair in spans.split(";")]
    return " ... ".join(text[int(a):int(b)] for a, b in pairs)


def bare(words):
    """Words without the marks around them and the word that joins them on."""
    return re.sub(r"^that |[,.]$", "", words.strip('"')).strip('",')


class Listed(cli.Case):
    def list(self, *args, text=TEXT):
        result = cli.run("quotes", "-f", "json", *args, self.write("r.txt", text))
        self.assert_exit(result, 0)
        self.assertEqual(result.stderr, b"")
        return cli.objects(result.stdout)

    def words(self, *args, **more):
        return [bare(row["content_text"]) for row in self.list(*args, **more)]


class Quotes(Listed):
    def test_a_row_has_the_speaker_the_words_and_the_place(self):
        first, second, third = self.list()
        self.assertEqual(list(first), HEADER)
        for row in (first, second):
            self.assertEqual(
                [row[k] for k in ("source_kind", "source_name", "source_office",
                                  "source_country", "source_sector", "quoted",
                                  "verbatim", "source_stance")],
                ["person", "Liis Tamm", "foreign minister", "EST", "GOV",
                 "direct", True, "says"])
        self.assertEqual(bare(first["content_text"]), "We will not sign this paper")
        self.assertEqual(second["source_text"], "she")
        self.assertEqual([first["sentence"], second["sentence"]], [1, 2])
        self.assertEqual(third["source_kind"], "unnamed_person")
        self.assertEqual(third["source_outlet"], "Reuters")
        self.assertIn("not allowed", third["anonymity_reason"])
        self.assertEqual([third["quoted"], third["verbatim"]], ["mixed", False])
        self.assertEqual(first["narrator"], "unidentified")

    def test_places_are_code_points_of_the_source_text(self):
        text = TEXT.replace("Kelmar", "Kélmar 東京 🕊").replace("fair", "fáir")
        rows = self.list("--all", text=text)
        self.assertGreater(len(rows), 5)
        document, = cli.objects(cli.run("code", self.path("r.txt")).stdout)
        for row in rows:
            self.assertEqual(cut(text, row["content_spans"]), row["content_text"])
            spans = document["attributions"][row["attribution"]]["content"]
            self.assertEqual(";".join("%d-%d" % tuple(s) for s in spans),
                             row["content_spans"])
            self.assertEqual([row["content_start"], row["content_end"]],
                             [spans[0][0], spans[-1][1]])
            begin, end = document["sentences"][row["sentence"]]["span"]
            self.assertLessEqual(begin, row["content_start"])
            self.assertLess(row["content_start"], end)

    def test_all_are_the_attributions_of_the_document_but_the_narrators(self):
        rows = self.list("--all")
        document, = cli.objects(cli.run("code", self.path("r.txt")).stdout)
        self.assertEqual([row["attribution"] for row in rows],
                         list(range(1, len(document["attributions"]))))
        for row, said in zip(rows, document["attributions"][1:]):
            self.assertEqual([row["source_kind"], row["quoted"], row["verbatim"],
                              row["source_stance"]],
                             [said["kind"], said["quoted"], said["verbatim"],
                              said["stance"]])
        quoted = [row for row in rows if row["quoted"] in ("direct", "mixed")]
        self.assertEqual(quoted, self.list())
        self.assertLess(len(quoted), len(rows))

    def test_who_quotes_whom(self):
        rows = {row["source_text"]: row for row in self.list("--all")}
        self.assertEqual(rows["the rebels"]["source_via"], "Witnesses")
        self.assertIsNone(rows["Witnesses"]["source_via"])
        for row in self.list("--all", "--author", "Ann Lee", "--publisher", "Post"):
            self.assertEqual([row["narrator"], row["publisher"]],
                             ["Ann Lee", "Post"])

    def test_formats_agree(self):
        path = self.write("r.txt", TEXT)
        rows = self.list("--all")
        for form, dialect in (("csv", "excel"), ("tsv", "excel-tab")):
            out = cli.run("quotes", "--all", "-f", form, path).stdout.decode()
            self.assertEqual(out.count("doc_id"), 1)
            table = list(csv.DictReader(io.StringIO(out), dialect=dialect))
            self.assertEqual(len(table), len(rows))
            self.assertEqual(list(table[0]), HEADER)
            for cells, row in zip(table, rows):
                for name, value in row.items():
                    if isinstance(value, str) and form == "csv":
                        self.assertEqual(cells[name], value)
                    elif isinstance(value, bool):
                        self.assertEqual(cells[name], str(value).lower())
                    elif isinstance(value, int):
                        self.assertEqual(cells[name], str(value))
                    elif value is None:
                        self.assertEqual(cells[name], "")

    def test_json_is_the_default_in_a_pipe(self):
        path = self.write("r.txt", TEXT)
        self.assertEqual(cli.run("quotes", path).stdout,
                         cli.run("quotes", "-f", "json", path).stdout)

    def test_same_input_same_bytes(self):
        path = self.write("r.jsonl", "".join(cli.report_jsonl(200)))
        for form in ("json", "csv", "tsv", "table"):
            first = cli.run("quotes", "--all", "-f", form, path)
            self.assert_exit(first, 0)
            self.assertTrue(first.stdout)
            self.assertEqual(first.stdout, cli.run("quotes", "--all", "-f", form,
                                                   path).stdout)

    def test_table_keeps_to_the_width_and_cuts_nothing(self):
        path = self.write("r.txt", TEXT + '\n"' + "We left and came back. " * 20 +
                          '" Tomas Rell said.\n')
        for width in (60, 90):
            out = cli.run("quotes", "--all", "-f", "table", path,
                          env=cli.environment(COLUMNS=str(width))).stdout.decode()
            self.assertLessEqual(max(map(len, out.split("\n"))), width)
            plain = " ".join(out.split())
            self.assertIn('words "We will not sign this paper', plain)
            self.assertIn("quoted by Witnesses, in the report (unidentified)",
                          plain)
            self.assertIn("We left and came back. " * 19, plain)
            self.assertIn("told Reuters", plain)

    def test_table_is_the_default_on_a_terminal(self):
        path = self.write("r.txt", TEXT)
        status, out, errors = self.on_terminal(["quotes", path])
        self.assertEqual((status, errors), (0, b""))
        self.assertIn(b"\x1b[1m", out)
        self.assertNotIn(b"content_text", out)
        status, out, _ = self.on_terminal(["quotes", path], NO_COLOR="1")
        self.assertEqual(status, 0)
        self.assertNotIn(b"\x1b", out)
        status, out, errors = self.on_terminal(["quotes"])
        self.assertEqual((status, out), (2, b""))
        self.assertIn(b"Usage: bede quotes", errors)


class Filters(Listed):
    def test_speaker_by_name_office_and_words(self):
        said = ["We will not sign this paper", "It is not fair"]
        for asked in ("liis tamm", "Tamm", "FOREIGN minister", "líis", "tam"):
            self.assertEqual(self.words("--speaker", asked), said, asked)
        for asked in ("iis", "Rell", "inister"):
            self.assertEqual(self.words("--speaker", asked), [], asked)
        self.assertEqual(
            self.words("--all", "--speaker", "rell", "--speaker", "the rebels"),
            ["they would return", "his men had burned the villages"])

    def test_accents_of_the_report_do_not_matter(self):
        text = '"We left," Łukasz Wałęsa-Núñez said.\n'
        self.assertEqual(self.words("--speaker", "walesa nunez", text=text), [])
        self.assertEqual(self.words("--speaker", "walesa-nunez", text=text),
                         ["We left"])
        self.assertEqual(self.words("--speaker", "Nuñez", text=text), ["We left"])

    def test_stance(self):
        self.assertEqual(self.words("--all", "--stance", "denies"),
                         ["his men had burned the villages"])
        both = self.list("--all", "--stance", "denies", "--stance", "says")
        self.assertEqual({row["source_stance"] for row in both},
                         {"denies", "says"})
        self.assertEqual(self.words("--stance", "denies"), [])

    def test_kind(self):
        rows = self.list("--all", "--kind", "unnamed_person", "--kind",
                         "unnamed_group")
        self.assertEqual([row["source_name"] for row in rows],
                         ["senior official", "Witnesses", "rebels"])

    def test_all_of_them_must_be_met(self):
        self.assertEqual(self.words("--all", "--kind", "person", "--stance",
                                    "denies", "--speaker", "Tamm"), [])


class Hostile(cli.Case):
    def test_nothing_in_it(self):
        for text in ("Hello there.", '""', '"', "\n", '" said.', "said said said"):
            path = self.write("e.txt", text)
            for form in ("json", "table"):
                result = cli.run("quotes", "--all", "-f", form, path)
                self.assertIn(result.returncode, (0, 1), text)
                self.assertEqual(result.stdout, b"", text)
        self.assert_exit(cli.run("quotes", self.path("none")), 1)
        self.assert_exit(cli.run("quotes", "-", stdin=b""), 1)

    def test_header_stands_without_rows(self):
        path = self.write("e.txt", "Hello there.")
        self.assertEqual(cli.run("quotes", "-f", "tsv", path).stdout.decode(),
                         "\t".join(HEADER) + "\n")

    def test_bad_bytes_and_control_characters_stay_inside(self):
        text = ('"We left \x1b[31mat \x07once\x9b2J," Tomas Rell said.\n\n'
                '"They\tstay," \u202eAnna Berg said.\n').encode() + b'"\xff\xfe," he said.'
        path = self.write("c.txt", text)
        for form in ("json", "csv", "tsv", "table"):
            result = cli.run("quotes", "--all", "-f", form, path)
            self.assert_exit(result, 0)
            out = result.stdout.decode()
            self.assertIn("left", out)
            for bad in "\x1b\x07\x9b":
                self.assertNotIn(bad, out, form)
        lines = cli.run("quotes", "--all", "-f", "tsv", path).stdout.decode()
        for line in lines.splitlines():
            self.assertEqual(line.count("\t"), len(HEADER) - 1)
        self.assertNotIn("\u202e", cli.run("quotes", "-f", "table",
                                           path).stdout.decode())

    def test_formulas_are_neutralised(self):
        path = self.write("f.txt", '"=HYPERLINK(1) we left," Tomas Rell said.\n')
        out = cli.run("quotes", "-f", "csv", "--publisher", "=1", path)
        row, = csv.DictReader(io.StringIO(out.stdout.decode()))
        self.assertEqual(row["publisher"], "'=1")
        self.assertNotRegex(row["content_text"], "^=")

    def test_a_bad_document_does_not_stop_the_others(self):
        path = self.write("d.jsonl", json.dumps({"text": TEXT}) + "\n{bad\n" +
                          json.dumps({"text": TEXT, "id": "b"}) + "\n")
        result = cli.run("quotes", path)
        self.assert_exit(result, 4)
        self.assertEqual(len(cli.objects(result.stdout)), 6)
        self.assertIn(b"d.jsonl: source: ", result.stderr)

    def test_many_quotations_and_a_long_one(self):
        many = "".join(f'"It rained," Anna Berg{i} said.\n\n' for i in range(9000))
        long = 'Anna Berg said: "' + "We went home. " * 9000 + '"\n'
        nest = ("\"Anna said that 'Tom said that " * 3000) + "it rained.\n"
        for text in (many, long, nest):
            path = self.write("m.txt", text)
            result = cli.run("quotes", "-f", "json", path)
            self.assert_exit(result, 0)
            for row in cli.objects(result.stdout):
                self.assertEqual(cut(text, row["content_spans"]),
                                 row["content_text"])


if __name__ == "__main__":
    cli.main()
