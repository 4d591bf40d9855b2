"""bede diff: two codings of the same reports."""
import json
import unittest

import cli

FIELDS = ("event mode context cameo actor recipient polarity certainty status aspect "
          "reporting speaker date place domain").split()
MORE = ("Rebels attacked an army convoy near Kandahar on Monday. Police "
        "arrested two men in Lagos. Kenya condemned the attack, and Chad "
        "threatened to impose sanctions on Kenya.")


def role(words, **more):
    return {"span": [0, 6], "text": words, "name": words, "country": "NGA",
            "sector": "REB", "code": "NGAREB", **more}


def claim(number, at=0, **more):
    return {"id": f"c{number:016x}", "sentence": 0, "event": "ASSAULT",
            "mode": ["firearms"], "cameo": "190", "trigger": [[at, at + 6]],
            "actor": [role("Rebels")], "recipient": [], "said_by": [[0]],
            "polarity": "+", "certainty": "certain", "status": "actual",
            "aspect": "event", "reporting": "new", "date": None, "place": None,
            "domain": "politics", "evidence_text": f"Words of {number}.",
            "rules": ["predicates/assault.txt:7"], **more}


def document(name, *claims, text="0" * 64, **more):
    return {"schema": 1, "id": name, "text_sha256": text, "status": "coded",
            "entities": [{"id": 0, "name": "Musa Garba"}],
            "attributions": [
                {"kind": "narrator", "source": [], "speaker": None},
                {"kind": "person", "source": [[9, 14]], "speaker": 0},
                {"kind": "unnamed_person", "source": [[20, 31]],
                 "speaker": None}],
            "claims": list(claims), **more}


class Diff(cli.Case):
    def file(self, name, *records):
        return self.write(name, "".join(json.dumps(r) + "\n" for r in records))

    def diff(self, a, b, *args, status=0):
        a = self.file("a", *a) if isinstance(a, list) else a
        b = self.file("b", *b) if isinstance(b, list) else b
        result = cli.run("diff", a, b, *args)
        self.assert_exit(result, status)
        return result

    def changes(self, a, b, *args):
        return cli.objects(self.diff(a, b, "-f", "json", *args).stdout)

    def summary(self, a, b):
        return self.changes(a, b, "--summary")[0]


class Claims(Diff):
    def test_alike(self):
        both = [document("r1", claim(1), claim(2))]
        result = self.diff(both, both)
        self.assertEqual(result.stderr, b"")
        self.assertEqual(result.stdout.decode(),
                         "documents: 1 in both, 0 only in A, 0 only in B, 0 with "
                         "another text\nclaims: 2 alike, 0 lost, 0 gained, 0 "
                         "changed\n")
        self.assertEqual(self.changes(both, both), [])

    def test_lost_gained_changed_in_the_order_of_the_text(self):
        a = [document("r1", claim(1, 5), claim(2, 9), claim(3, 30))]
        b = [document("r1", claim(4, 7, rules=["predicates/coerce.txt:9", "x:1"]),
                      claim(3, 30, event="COERCE", mode=[]), claim(2, 9))]
        found = self.changes(a, b)
        self.assertEqual([(c["change"], c["claim"][-1]) for c in found],
                         [("lost", "1"), ("gained", "4"), ("changed", "3")])
        self.assertEqual(found[2]["fields"],
                         {"event": {"a": "ASSAULT", "b": "COERCE"},
                          "mode": {"a": "firearms", "b": None}})
        self.assertEqual(found[1]["rule"],
                         {"a": None, "b": "predicates/coerce.txt:9"})
        self.assertEqual(found[0]["rule"],
                         {"a": "predicates/assault.txt:7", "b": None})
        self.assertEqual(found[0]["fields"]["actor"],
                         {"a": "Rebels [Rebels, NGA/REB, NGAREB]", "b": None})
        self.assertEqual(found[0]["evidence_text"], "Words of 1.")
        self.assertEqual({c["document"] for c in found}, {"r1"})

    def test_every_field_counts(self):
        values = {"event": "AID", "mode": ["beat"], "context": ["health"],
                  "cameo": "182",
                  "actor": [], "recipient": [role("Police")], "polarity": "-",
                  "certainty": "uncertain", "status": "future",
                  "aspect": "state", "reporting": "background",
                  "said_by": [[1, 0]],
                  "date": {"from": "2024-05-01", "to": "2024-05-02"},
                  "place": {"name": "Kano", "country": "NGA"},
                  "domain": "sport"}
        for key, value in values.items():
            with self.subTest(field=key):
                found = self.changes([document("r", claim(1))],
                                     [document("r", claim(1, **{key: value}))])
                name = "speaker" if key == "said_by" else key
                self.assertEqual([list(c["fields"]) for c in found], [[name]])
        self.assertEqual(len(values), len(FIELDS))

    def test_what_is_no_field_does_not_count(self):
        other = claim(1, rules=["predicates/assault.txt:8"], flags=["headline"],
                      sentence=3, confidence=0.5, evidence_text="Other words.")
        self.assertEqual(self.changes([document("r", claim(1))],
                                      [document("r", other)]), [])

    def test_who_a_party_is_counts(self):
        for key in ("name", "country", "sector", "code", "text"):
            other = claim(1, actor=[role("Rebels", **{key: "Other"})])
            found = self.changes([document("r", claim(1))],
                                 [document("r", other)])
            self.assertEqual([list(c["fields"]) for c in found], [["actor"]])

    def test_speakers_are_chains(self):
        a, b = claim(1, said_by=[[1, 0]]), claim(1, said_by=[[2, 1, 0], [0]])
        found = self.changes([document("r", a)], [document("r", b)])
        self.assertEqual(found[0]["fields"]["speaker"],
                         {"a": "Musa Garba",
                          "b": "unnamed_person at 20-31 < Musa Garba;narrator"})

    def test_only_some_are_told_and_all_are_counted(self):
        a = [document("r", claim(1), claim(2))]
        b = [document("r", claim(2, event="AID"), claim(3))]
        for kind in ("lost", "gained", "changed"):
            found = self.changes(a, b, "--only", kind)
            self.assertEqual([c["change"] for c in found], [kind])
            text = self.diff(a, b, "--only", kind).stdout.decode()
            self.assertIn("0 alike, 1 lost, 1 gained, 1 changed", text)
        found = self.changes(a, b, "--only=lost", "--only=gained")
        self.assertEqual(len(found), 2)

    def test_summary_by_type_field_and_rule(self):
        a = [document("r1", claim(1), claim(2)), document("r2", claim(5))]
        b = [document("r2", claim(5, polarity="-"), claim(6, event="AID")),
             document("r1", claim(2, event="AID", rules=["p:3"]))]
        found = self.summary(a, b)
        self.assertEqual(found["documents"], {"both": 2, "only_in_a": 0,
                                              "only_in_b": 0, "other_text": 0})
        self.assertEqual(found["claims"],
                         {"alike": 0, "lost": 1, "gained": 1, "changed": 2})
        self.assertEqual(found["types"],
                         {"AID": {"lost": 0, "gained": 1, "changed": 1},
                          "ASSAULT": {"lost": 1, "gained": 0, "changed": 1}})
        self.assertEqual(found["fields"], {"event": {"changed": 1},
                                           "polarity": {"changed": 1}})
        self.assertEqual(found["moves"], {"ASSAULT -> AID": {"changed": 1}})
        self.assertEqual(found["rules_a"],
                         {"predicates/assault.txt:7": {"lost": 1}})
        self.assertEqual(found["rules_b"],
                         {"predicates/assault.txt:7": {"gained": 1, "changed": 1},
                          "p:3": {"gained": 0, "changed": 1}})
        text = self.diff(a, b, "--summary").stdout.decode()
        self.assertRegex(text, r"\nAID +0 +1 +1\n")
        self.assertNotIn("Words of", text)

    def test_table_shows_before_after_and_words(self):
        a = [document("r\x1b[31m", claim(1), claim(2))]
        b = [document("r\x1b[31m", claim(1, event="AID"))]
        text = self.diff(a, b).stdout.decode()
        self.assertIn("  event      ASSAULT -> AID\n", text)
        self.assertIn("  words      Words of 1.\n", text)
        self.assertIn("  actor      Rebels [Rebels, NGA/REB, NGAREB]\n", text)
        self.assertNotIn("\x1b", text)


class Reports(Diff):
    def test_are_paired_by_id_in_any_order(self):
        a = [document(f"r{i}", claim(i)) for i in range(50)]
        b = [document(f"r{i}", claim(i, event="AID")) for i in range(49, -1, -1)]
        found = self.summary(a, b)
        self.assertEqual(found["documents"]["both"], 50)
        self.assertEqual(found["claims"]["changed"], 50)

    def test_of_one_file_only_are_told_apart(self):
        a = [document("x", claim(1)), document("y"), document("z", claim(3))]
        b = [document("y"), document("w")]
        found = self.changes(a, b)
        self.assertEqual(found, [
            {"change": "only_in_a", "document": "x", "claims": 1},
            {"change": "only_in_a", "document": "z", "claims": 1},
            {"change": "only_in_b", "document": "w", "claims": 0}])
        counts = self.summary(a, b)
        self.assertEqual(counts["claims"]["lost"], 0)
        self.assertEqual(counts["documents"], {"both": 1, "only_in_a": 2,
                                               "only_in_b": 1, "other_text": 0})

    def test_of_another_text_are_not_compared(self):
        a = [document("x", claim(1)), document("y")]
        b = [document("x", claim(2), text="1" * 64), document("y")]
        self.assertEqual(self.changes(a, b), [
            {"change": "other_text", "document": "x", "claims": 1}])

    def test_with_one_id_are_paired_in_their_order(self):
        a = [document("x", claim(1)), document("x", claim(2))]
        b = [document("y"), document("x", claim(1)), document("x", claim(2))]
        counts = self.summary(a, b)
        self.assertEqual(counts["claims"], {"alike": 2, "lost": 0, "gained": 0,
                                            "changed": 0})

    def test_that_failed_are_as_if_not_there(self):
        failed = {"id": None, "status": "failed", "claims": []}
        a = [document("x"), failed]
        self.assertEqual(self.changes(a, [failed, document("x")]), [])

    def test_the_first_pair_is_told_before_the_end(self):
        records = [document(f"r{i}", claim(i)) for i in range(3)]
        other = [document(f"r{i}", claim(i, event="AID")) for i in range(3)]
        names = [c["document"] for c in self.changes(records, other)]
        self.assertEqual(names, ["r0", "r1", "r2"])


class Failures(Diff):
    GOOD = json.dumps(document("x", claim(1))) + "\n"

    def test_bad_lines_are_named_and_the_rest_compared(self):
        n = len(self.GOOD)
        bad = [
            (b"{bad\n", "bad JSON: ", n + 4),
            (b"  [1]\n", "bad JSON: no object", n + 2),
            (b'{"id": "y", "claims": [}\n', "bad JSON: ", n + 24),
            (b'{"claims": []}\n', 'no "id"', n),
            (b'{"id": "y"}\n', "no list of claims", n),
            (b'{"id": "y", "claims": [{}]}\n', "a claim without an id", n),
            (b'{"id": "y", "claims": [{"id": "c"}, {"id": "c"}]}\n',
             "two claims with one id", n),
            (b'{"doc_id": "y", "claim_id": "c"}\n', "a row among", n),
            (b'{"id": "\xff"}\n', "bad JSON: ", None),
        ]
        for line, words, offset in bad:
            for name in "ab":
                with self.subTest(line=line, file=name):
                    good = self.GOOD.encode()
                    two = good.replace(b'"x"', b'"z"')
                    paths = {n: self.write(n, good + (line if n == name else b"")
                                           + two) for n in "ab"}
                    result = self.diff(paths["a"], paths["b"], status=4)
                    said = result.stderr.decode()
                    self.assertIn(f"{paths[name]}: {words}", said)
                    self.assertIn("line 2)", said)
                    if offset is not None:
                        self.assertRegex(said, rf"\(byte {offset}, ")
                    self.assertIn(b"claims: 2 alike, 0 lost", result.stdout)

    def test_odd_values_are_no_value(self):
        odd = [None, 3, "x", [], {}, [[]], [["a"]], [5], [[-4, 10 ** 18]],
               [{}], {"id": 0}, [[0, 99]]]
        for value in odd:
            records = [document("x", *[claim(i, **{key: value}) for i, key in
                                       enumerate(("mode", "actor", "said_by",
                                                  "date", "place", "trigger",
                                                  "rules", "event"))]),
                       document("y", claim(1, said_by=[[1, 2, 0]]),
                                entities=value),
                       document("z", claim(1, said_by=[[1, 2, 0]]),
                                attributions=value)]
            self.assertEqual(self.changes(records, records), [])

    def test_nothing_to_compare(self):
        good = [document("x")]
        for a, b, words in ((good, [], "no document stands in both"),
                            ([], [], "no document was read"),
                            (good, [document("y")], "no document stands"),
                            (good, [document("x", text="1")], "no document st"),
                            (self.path("none"), good, "none: no such file"),
                            (good, self.path("none"), "none: no such file"),
                            (good, self.folder.name, "")):
            result = self.diff(a, b, status=1)
            self.assertIn(words, result.stderr.decode())
            self.assertTrue(result.stderr)

    def test_standard_input_is_one_of_them(self):
        path = self.write("a", self.GOOD)
        for args in ((path, "-"), ("-", path)):
            result = cli.run("diff", *args, stdin=self.GOOD)
            self.assert_exit(result, 0)
        self.assert_exit(cli.run("diff", "-", "-", stdin=self.GOOD), 2)

    def test_output_is_not_an_input(self):
        path = self.write("a", self.GOOD)
        self.assert_exit(cli.run("diff", path, path, "-o", path), 2)
        result = cli.run("diff", path, path, "-o", self.path("out"))
        self.assert_exit(result, 0)
        with open(self.path("out")) as f:
            self.assertIn("1 alike", f.read())


class Rows(Diff):
    def row(self, name, number, chain=0, **more):
        return {"claim_id": f"c{number}", "chain": chain, "doc_id": name,
                "event": "AID", "mode": "food;health", "rule": "p:1;q:2",
                "actor_text": "the state", "actor_name": "Chad",
                "actor_country": "TCD", "source_name": "narrator",
                "evidence_start": number, "text_sha256": "0", **more}

    def test_are_compared_as_reports(self):
        a = [self.row("x", 1), self.row("x", 2), self.row("y", 3)]
        b = [self.row("x", 1, mode="food"), self.row("y", 3), self.row("y", 4)]
        found = self.changes(a, b)
        self.assertEqual([(c["document"], c["change"], c["claim"])
                          for c in found],
                         [("x", "changed", "c1"), ("x", "lost", "c2"),
                          ("y", "gained", "c4")])
        self.assertEqual(found[0]["fields"],
                         {"mode": {"a": "food;health", "b": "food"}})
        self.assertEqual(found[1]["rule"], {"a": "p:1", "b": None})

    def test_a_report_without_rows_has_no_claims(self):
        a = [self.row("x", 1), self.row("y", 2)]
        found = self.changes(a, [self.row("x", 1)])
        self.assertEqual([c["change"] for c in found], ["lost"])

    def test_chains_are_one_claim(self):
        a = [self.row("x", 1), self.row("x", 1, 1, source_name="Garba",
                                        source_via="Radio")]
        found = self.changes(a, [self.row("x", 1)])
        self.assertEqual(found[0]["fields"], {
            "speaker": {"a": "narrator;Garba < Radio", "b": "narrator"}})

    def test_and_documents_are_two_forms(self):
        result = self.diff([document("x")], [self.row("x", 1)], status=1)
        self.assertIn(b"document objects, the other rows", result.stderr)


class Coded(Diff):
    """What the program itself wrote, by a knowledge of one's own and without."""

    def code(self, form, *args):
        lines = "".join(cli.report_jsonl(20)) + json.dumps(
            {"id": "more", "text": MORE}) + "\n"
        path = self.write("docs.jsonl", lines)
        result = cli.run("code", "-f", form, *args, path)
        self.assert_exit(result, 0)
        return self.write(form + "".join(args).replace("/", "_"), result.stdout)

    def ids(self, path):
        with open(path) as f:
            return {c["id"] for line in f for c in json.loads(line)["claims"]}

    def knowledge(self):
        self.write("mine/predicates/coerce.txt",
                   "[COERCE restrict 172]\nv arrest R=obj\n")
        self.write("mine/predicates/protest.txt", "# nothing\n")
        return "--knowledge=" + self.path("mine")

    def test_against_sets_of_ids(self):
        a, b = self.code("json"), self.code("json", self.knowledge())
        ids = [self.ids(path) for path in (a, b)]
        found = self.changes(a, b)
        by_kind = {kind: {c["claim"] for c in found if c["change"] == kind}
                   for kind in ("lost", "gained", "changed")}
        self.assertEqual(by_kind["lost"], ids[0] - ids[1])
        self.assertEqual(by_kind["gained"], ids[1] - ids[0])
        self.assertTrue(by_kind["lost"])
        arrests = [c for c in found if c["change"] == "changed" and
                   c["fields"].get("mode") == {"a": "arrest", "b": "restrict"}]
        self.assertTrue(arrests)
        self.assertEqual(arrests[0]["rule"]["b"], "predicates/coerce.txt:2")

    def test_both_forms_count_alike(self):
        mine = self.knowledge()
        counts = [self.summary(self.code(form), self.code(form, mine))["claims"]
                  for form in ("json", "claims")]
        self.assertEqual(*counts)

    def test_a_coding_is_itself(self):
        for form in ("json", "claims"):
            path = self.code(form)
            self.assertEqual(self.changes(path, path), [])


class Ceiling(Diff):
    LIMIT = 1 << 20 # BEDE_MAX_WAITING

    def file_of(self, name, count):
        path = self.path(name)
        with open(path, "w") as f:
            f.writelines('{"id":"%x","claims":[]}\n' % i for i in range(count))
        return path

    def test_reports_that_wait(self):
        b = self.write("b", '{"id":"0","claims":[]}\n')
        result = self.diff(self.file_of("a", self.LIMIT + 1), b, "--summary")
        self.assertIn(b"1 in both, 1048576 only in A", result.stdout)
        result = self.diff(self.file_of("a", self.LIMIT + 2), b, "--summary",
                           status=4)
        self.assertIn(b"over 1048576 reports wait", result.stderr)


if __name__ == "__main__":
    unittest.main()
