"""bede sources: who speaks in many reports, and what share rests on whom."""
import csv
import io
import json
import unittest
from collections import Counter, defaultdict

import cli

RELATIONS = ("actor recipient member_of_actor member_of_recipient "
             "held_by_recipient outside unknown").split()
HEADER = ("statements quotes claims documents source_kind source_name source_key "
          "source_office source_country source_sector official".split() +
          ["claims_" + r for r in RELATIONS] +
          "outlets outlet_count publishers publisher_count first_document".split())
SHARES = ("share_group share_value speakers statements statements_share claims "
          "claims_share documents").split()
OFFICIAL = "COP GOV JUD LEG MIL SPY".split()

FIRST = """"We will not sign," the foreign minister of Estonia, Liis Tamm, told \
Reuters. Liis Tamm said that Latvia had attacked Estonia.

A senior official said that rebels had attacked a convoy. The mayor said that \
the police had arrested two men. Human Rights Watch said that the army had \
shelled a village. The Kenyan army said that rebels had fled.

Police arrested a man in Riga. Reportedly, rebels attacked Kelmar.
"""
SECOND = """Liis Tamm said that Latvia had condemned Estonia. "It is late," \
Liis Tamm told CNN.

A senior official said that rebels had attacked a convoy. The mayor said that \
the police had arrested two men. Human Rights Watch said that the army had \
shelled a town. The Kenyan army denied that it had attacked a village.
"""


def stream(*texts, publishers=("Post", "Times")):
    return "".join(json.dumps({"id": f"d{i}", "text": text,
                               "publisher": publishers[i % len(publishers)]}) + "\n"
                   for i, text in enumerate(texts))


class Listed(cli.Case):
    def rows(self, *args, text=stream(FIRST, SECOND), name="r.jsonl"):
        result = cli.run("sources", "-f", "json", *args, self.write(name, text))
        self.assert_exit(result, 0)
        return cli.objects(result.stdout)

    def by_name(self, **more):
        found = defaultdict(list)
        for row in self.rows(**more):
            found[row["source_name"]].append(row)
        return found


class Sources(Listed):
    def test_a_named_speaker_is_one_over_all_documents(self):
        row, = self.by_name()["Liis Tamm"]
        self.assertEqual(list(row), HEADER)
        self.assertEqual([row[k] for k in ("statements", "quotes", "documents")],
                         [4, 2, 2])
        self.assertEqual([row[k] for k in ("source_kind", "source_office",
                                           "source_country", "source_sector",
                                           "official")],
                         ["person", "foreign minister", "EST", "GOV", True])
        self.assertEqual([row["outlets"], row["outlet_count"]], ["Reuters;CNN", 2])
        self.assertEqual([row["publishers"], row["publisher_count"]],
                         ["Post;Times", 2])
        self.assertEqual(row["first_document"], "d0")
        self.assertEqual(row["claims"], sum(row["claims_" + r] for r in RELATIONS))
        self.assertGreaterEqual(row["claims"], 2)

    def test_a_known_one_by_its_key(self):
        row, = self.by_name()["Human Rights Watch"]
        self.assertEqual(row["source_key"], "org.human_rights_watch")
        self.assertEqual([row["documents"], row["official"]], [2, False])
        texts = ["The UN said that rebels had fled.",
                 "The United Nations said that rebels had fled."]
        row, = self.rows(text=stream(*texts))
        self.assertEqual([row["source_name"], row["documents"]],
                         ["United Nations", 2])

    def test_names_are_compared_without_case_and_accents(self):
        texts = ['"We left," José Núñez said.', '"We stayed," Jose Nunez said.']
        row, = self.rows(text=stream(*texts))
        self.assertEqual([row["source_name"], row["statements"]],
                         ["José Núñez", 2])

    def test_who_has_no_name_is_one_in_his_document_only(self):
        found = self.by_name()
        for name in ("senior official", "mayor"):
            self.assertEqual([row["documents"] for row in found[name]], [1, 1])
            self.assertEqual([row["first_document"] for row in found[name]],
                             ["d0", "d1"])

    def test_an_organ_of_a_state_is_called_by_its_place(self):
        row, = self.by_name()["Kenyan army"]
        self.assertEqual([row["documents"], row["source_country"],
                          row["official"]], [2, "KEN", True])
        texts = ["The army said that rebels had fled in Kenya."] * 2
        self.assertEqual([row["documents"] for row in
                          self.rows(text=stream(*texts))], [1, 1])

    def test_an_unnamed_speaker_is_never_united_with_a_named_one(self):
        text = ("A senior official said that rebels had attacked a convoy. A "
                "diplomat said it was late. Liis Tamm, a senior official, said "
                "that rebels had fled.\n")
        kinds = Counter(row["source_kind"] for row in
                        self.rows(text=stream(text, text)))
        self.assertEqual(kinds, {"unnamed_person": 4, "person": 1})

    def test_most_statements_come_first(self):
        order = [(row["statements"], row["claims"]) for row in self.rows()]
        self.assertEqual(order, sorted(order, reverse=True))

    def test_nobody_is_no_speaker(self):
        for row in self.rows():
            self.assertIn(row["source_kind"], ("person", "organization",
                          "unnamed_person", "unnamed_group", "document"))
            self.assertTrue(row["source_name"])
            self.assertTrue(row["statements"])

    def test_formats_agree(self):
        path = self.write("r.jsonl", stream(FIRST, SECOND))
        for extra, names in (([], HEADER), (["--summary"], SHARES)):
            rows = cli.objects(cli.run("sources", "-f", "json", *extra,
                                       path).stdout)
            for form, dialect in (("csv", "excel"), ("tsv", "excel-tab")):
                out = cli.run("sources", "-f", form, *extra, path).stdout.decode()
                table = list(csv.DictReader(io.StringIO(out), dialect=dialect))
                self.assertEqual(list(table[0]), names)
                self.assertEqual(len(table), len(rows))
                for cells, row in zip(table, rows):
                    for name, value in row.items():
                        if name.endswith("_share") and value is not None:
                            self.assertEqual(float(cells[name]), value)
                        else:
                            self.assertEqual(cells[name], "" if value is None else
                                             str(value).lower() if
                                             isinstance(value, bool) else
                                             str(value))

    def test_table_has_speakers_and_shares(self):
        path = self.write("r.jsonl", stream(FIRST, SECOND))
        for width in (70, 100):
            env = cli.environment(COLUMNS=str(width))
            out = cli.run("sources", "-f", "table", path, env=env).stdout.decode()
            self.assertLessEqual(max(map(len, out.split("\n"))), width)
            self.assertIn("Liis Tamm, foreign minister (person, EST/GOV)",
                          " ".join(out.split()))
            for group in ("source", "office", "relation", "country", "sector"):
                self.assertIn("\nby " + group, out)
            short = cli.run("sources", "-f", "table", "--summary", path,
                            env=env).stdout.decode()
            self.assertNotIn("Liis Tamm", short)
            self.assertTrue(out.endswith(short[short.index("by source"):]))

    def test_table_is_the_default_on_a_terminal(self):
        path = self.write("r.jsonl", stream(FIRST))
        status, out, errors = self.on_terminal(["sources", path])
        self.assertEqual((status, errors), (0, b""))
        self.assertIn(b"by source", out)
        status, out, _ = self.on_terminal(["sources", path], NO_COLOR="1")
        self.assertNotIn(b"\x1b", out)


class Summary(Listed):
    def recount(self, documents):
        """Shares counted from the document objects: statements and claims."""
        said, claims = Counter(), Counter()
        for d in documents:
            of = [self.shares_of(d, a) for a in d["attributions"]]
            for a, shares in list(zip(d["attributions"], of))[1:]:
                if not a["topic"] or a["quoted"] in ("direct", "mixed"):
                    said.update(shares)
            for claim in d["claims"]:
                shares = {("all", None)}
                for chain, relation in zip(claim["said_by"], claim["relation"]):
                    if chain[0]:
                        shares |= of[chain[0]]
                        if d["attributions"][chain[0]]["kind"] != "impersonal":
                            shares.add(("relation", relation))
                if not any(chain[0] for chain in claim["said_by"]):
                    shares.add(("source", "unattributed"))
                claims.update(shares)
        return said, claims

    def shares_of(self, d, a):
        shares = {("all", None)}
        classes = {"person": "named", "organization": "named",
                   "unnamed_person": "anonymous", "unnamed_group": "anonymous"}
        shares.add(("source", classes.get(a["kind"], a["kind"])))
        if a["kind"] == "impersonal":
            return shares
        e = {} if a["speaker"] is None else d["entities"][a["speaker"]]
        sector = e.get("sector")
        shares.add(("office", "official" if sector in OFFICIAL else "other"))
        shares.add(("country", e.get("country") or "unknown"))
        shares.add(("sector", sector or "unknown"))
        return shares

    def test_shares_are_those_of_the_documents(self):
        lines = stream(FIRST, SECOND) + "".join(cli.report_jsonl(120))
        path = self.write("r.jsonl", lines)
        rows = self.rows("--summary", text=lines)
        self.assertEqual(list(rows[0]), SHARES)
        documents = cli.objects(cli.run("code", path).stdout)
        said, claims = self.recount(documents)
        self.assertEqual(rows[0]["documents"], len(documents))
        total_said, total_claims = said["all", None], claims["all", None]
        keys = [(row["share_group"], row["share_value"]) for row in rows]
        self.assertEqual(len(set(keys)), len(keys))
        self.assertLessEqual(set(said) | set(claims), set(keys))
        for key, row in zip(keys, rows):
            self.assertEqual(row["claims"], claims[key], key)
            self.assertEqual(row["claims_share"],
                             round(claims[key] / total_claims + 1e-9, 4))
            if key[0] == "relation" or key[1] == "unattributed":
                self.assertIsNone(row["statements"])
                continue
            self.assertEqual(row["statements"], said[key], key)
            self.assertAlmostEqual(row["statements_share"],
                                   said[key] / total_said, delta=6e-5)

    def test_speakers_are_those_of_the_list(self):
        speakers = self.rows()
        shares = {(row["share_group"], row["share_value"]): row["speakers"]
                  for row in self.rows("--summary")}
        self.assertEqual(shares["all", None], len(speakers))
        self.assertEqual(shares["office", "official"],
                         sum(row["official"] for row in speakers))
        for group, column in (("country", "source_country"),
                              ("sector", "source_sector")):
            counts = Counter(row[column] or "unknown" for row in speakers)
            for value, count in counts.items():
                self.assertEqual(shares[group, value], count)

    def test_an_unattributed_claim_is_the_narrators_alone(self):
        text = stream("Rebels attacked a convoy.",
                      "Rebels attacked a convoy, police said.")
        shares = {row["share_value"]: row for row in
                  self.rows("--summary", text=text)}
        self.assertEqual(shares["unattributed"]["claims"], 1)
        self.assertEqual(shares["named"]["claims"], 1)
        self.assertEqual(shares["unattributed"]["claims_share"], 0.5)
        self.assertEqual(shares["official"]["claims"], 1)

    def test_official_is_known_of_the_sector(self):
        for text, official in (
                ("The interior ministry said that rebels had fled.", True),
                ("A senior official said that rebels had fled.", True),
                ("The chief justice said that rebels had fled.", True),
                ("A baker said that rebels had fled.", False),
                ("Human Rights Watch said that rebels had fled.", False)):
            row, = self.rows(text=text, name="r.txt")
            self.assertEqual(row["official"], official, text)


class Hostile(cli.Case):
    def test_nothing_in_it(self):
        self.assert_exit(cli.run("sources", self.path("none")), 1)
        result = cli.run("sources", "-", stdin=b"")
        self.assert_exit(result, 1)
        self.assertIn(b"no document was read", result.stderr)
        for text in ("Hello there.", '"', "said said said", '" said.'):
            path = self.write("e.txt", text)
            result = cli.run("sources", path)
            self.assert_exit(result, 0)
            self.assertEqual(result.stdout, b"", text)
            out = cli.run("sources", "-f", "table", path).stdout.decode()
            self.assertIn("0 statements by 0 speakers in 1 documents", out)
            for row in cli.objects(cli.run("sources", "-f", "json", "--summary",
                                           path).stdout):
                self.assertIn(row["statements_share"], (None,))
                self.assertIn(row["claims"], (0,))
            out = cli.run("sources", "-f", "tsv", path).stdout.decode()
            self.assertEqual(out, "\t".join(HEADER) + "\n")

    def test_bad_bytes_and_control_characters_stay_inside(self):
        text = ('"We left," Tomas \x1b[31mRell said.\n\n"They stay," A\x07nna\x9b '
                "\u202eBerg told the C\x1b]0;NN.\n").encode() + b'"\xff\xfe," B\xffk said.'
        path = self.write("c.txt", text)
        for form in ("json", "csv", "tsv", "table"):
            result = cli.run("sources", "-f", form, "--publisher", "P\x1b[2J", path)
            self.assert_exit(result, 0)
            out = result.stdout.decode()
            self.assertGreater(len(out.splitlines()), 1)
            for bad in "\x1b\x07\x9b":
                self.assertNotIn(bad, out, form)

    def test_formulas_are_neutralised(self):
        path = self.write("f.txt", '"We left," Tomas Rell said.\n')
        out = cli.run("sources", "-f", "csv", "--publisher", "=1+1", path)
        row, = csv.DictReader(io.StringIO(out.stdout.decode()))
        self.assertEqual(row["publishers"], "'=1+1")

    def test_a_bad_document_does_not_stop_the_others(self):
        path = self.write("d.jsonl", stream(FIRST) + "{bad\n" + stream(SECOND))
        result = cli.run("sources", path)
        self.assert_exit(result, 4)
        row, = [row for row in cli.objects(result.stdout)
                if row["source_name"] == "Liis Tamm"]
        self.assertEqual(row["documents"], 2)

    def test_many_speakers_publishers_and_the_same_bytes(self):
        texts = [f'"It rained," Anna Berg{i} said. Liis Tamm said it was late.'
                 for i in range(3000)]
        names = [f"Post {i}" for i in range(3000)]
        path = self.write("m.jsonl", stream(*texts, publishers=names))
        first = cli.run("sources", path)
        self.assert_exit(first, 0)
        self.assertEqual(first.stdout, cli.run("sources", path).stdout)
        rows = cli.objects(first.stdout)
        self.assertGreater(len(rows), 2900)
        self.assertEqual([rows[0]["source_name"], rows[0]["documents"],
                          rows[0]["publisher_count"]], ["Liis Tamm", 3000, 3000])
        self.assertEqual(len(rows[0]["publishers"].split(";")), 16)
        table = cli.run("sources", "-f", "table", path).stdout.decode()
        self.assertIn("and 2984 more", " ".join(table.split()))

    def test_order_of_files_alone_decides_among_equals(self):
        one = self.write("a.txt", '"It rained," Anna Berg said.\n')
        two = self.write("b.txt", '"It rained," Tomas Rell said.\n')
        for paths, names in (((one, two), ["Anna Berg", "Tomas Rell"]),
                             ((two, one), ["Tomas Rell", "Anna Berg"])):
            rows = cli.objects(cli.run("sources", *paths).stdout)
            self.assertEqual([row["source_name"] for row in rows], names)


if __name__ == "__main__":
    cli.main()
