"""bede score: figures counted by hand, and those of the reference scorer."""
import json
import os
import random
import subprocess
import sys

import cli

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "score")
REFERENCE = os.path.join(cli.SHARED, "bench", "score_claims.py")
REPORTS = os.path.join(cli.SHARED, "data", "reports")


def files(folder, *names):
    return [os.path.join(folder, name) for name in names]


DOCS, GOLD, PRED = files(HERE, "docs.jsonl", "gold.jsonl", "pred.jsonl")


class ByHand(cli.Case):
    def test_figures(self):
        result = cli.run("score", DOCS, GOLD, PRED, "--show", "5")
        self.assert_exit(result, 0)
        with open(os.path.join(HERE, "expected.txt")) as f:
            self.assertEqual(result.stdout.decode(), f.read())

    def test_show_is_a_limit(self):
        full = cli.run("score", DOCS, GOLD, PRED, "--show=5").stdout
        for args in ([], ["--show", "0"]):
            result = cli.run("score", DOCS, GOLD, PRED, *args)
            self.assertEqual(result.stdout, full.split(b"missed:")[0])

    def test_nothing_predicted(self):
        result = cli.run("score", DOCS, GOLD, self.write("p", ""))
        self.assert_exit(result, 0)
        self.assertIn(b"tp 0 fp 0 fn 4  P 0.000 R 0.000 F1 0.000",
                      result.stdout)

    def test_errors_have_file_and_line(self):
        with open(GOLD) as f:
            gold = f.read()
        bad = [
            ([DOCS, GOLD, self.write("p1", "\n{bad\n")], "p1:2: "),
            ([DOCS, GOLD, self.write("p2", '{"no": "id"}\n')], "p2:1: "),
            ([DOCS, self.write("g1", '{"id": "zz", "claims": []}\n'), PRED],
             "g1:1: no such id"),
            ([DOCS, self.write("g2", gold.replace("Sudria sanc", "Nobody sanc")),
              PRED], 'g2:2: the text has no sentence "Nobody sanctioned"'),
            ([self.path("none"), GOLD, PRED], "none: no such file"),
        ]
        for args, words in bad:
            with self.subTest(words=words):
                result = cli.run("score", *args)
                self.assert_exit(result, 1)
                self.assertEqual(result.stdout, b"")
                self.assertIn(words, result.stderr.decode())

    def test_malformed_predictions_are_no_hits(self):
        odd = [None, 3, "x", [], {}, [[]], [["a", "b"]], [5], [[9, 2]],
               [[-4, 10 ** 30]], {"id": 0}]
        claim = {"event": "ASSAULT", "trigger": [[25, 33]]}
        for value in odd:
            record = {"id": "d1", "claims": [], "attributions": value,
                      "entities": value, "quantities": value}
            for key in ("trigger", "actor", "recipient", "said_by", "mode",
                        "date", "place", "quantities", "domain", "event"):
                record["claims"].append({**claim, key: value})
            record["claims"] += [value, {**claim, "actor": [value]},
                                 {**claim, "actor": [{"span": value}]}]
            for text in (json.dumps(record), json.dumps({**record,
                                                         "claims": value})):
                result = cli.run("score", DOCS, GOLD, self.write("p", text))
                self.assertIn(result.returncode, (0, 1), result.stderr)


class Maker:
    """Predictions made from gold by chance, right and wrong in every way."""

    def __init__(self, seed, document, gold):
        self.r = random.Random(seed)
        title = document.get("title")
        self.full = (title + "\n\n" if title else "") + document["text"]
        self.gold = gold
        self.out = {"id": gold["id"], "sentences": [], "claims": [],
                    "entities": [], "quantities": [],
                    "attributions": [{"id": 0, "kind": "narrator",
                                      "source": []}]}

    def span(self, words, start=0):
        at = self.full.find(words or "", max(start, 0))
        if at < 0:
            at = self.r.randrange(max(len(self.full) - 20, 1))
        begin = max(0, at + self.r.choice([0, 0, 0, -3, 5,
                                           self.r.randrange(-40, 40)]))
        return [begin, max(begin + 1, at + len(words or "") +
                           self.r.choice([0, 0, 0, 8, 60, -2]))]

    def role(self, gold, start):
        role = {"span": self.span(gold["text"], start)}
        if self.r.random() < .5:
            role["country"] = self.r.choice(
                [gold.get("country")] * 3 + ["IMG", "UNO", "USA", None])
        if self.r.random() < .5:
            role["sector"] = self.r.choice([gold.get("sector")] * 3 + ["GOV"])
        if self.r.random() < .8:
            role["entity"] = len(self.out["entities"])
            self.out["entities"].append({"id": role["entity"],
                                         "country": gold.get("country"),
                                         "sector": gold.get("sector")})
        return role

    def said_by(self, gold):
        chain = []
        said = gold.get("said_by")
        if said and self.r.random() < .8 and said[0].get("text"):
            chain = [len(self.out["attributions"])]
            self.out["attributions"].append(
                {"id": chain[0], "kind": "person",
                 "source": [self.span(said[0]["text"])]})
        return self.r.choice([[chain + [0]]] * 4 + [chain + [0]] +
                             [[[0], chain + [0]]])

    def numbers(self, gold):
        ids = []
        for name, of in (("dead", "killed"), ("injured", "injured")):
            if gold.get(name) and self.r.random() < .8:
                ids.append(len(self.out["quantities"]))
                self.out["quantities"].append(
                    {"id": ids[-1], "of": self.r.choice([of, of, "people"]),
                     "low": self.r.choice([gold[name].get("low")] * 3 + [3])})
        return ids

    def claim(self, gold):
        r, start = self.r, self.full.find(gold["sent"])
        when, where = gold.get("when"), gold.get("where")
        return {
            "event": r.choice([gold["event"]] * 4 + ["ASSAULT", "CONSULT"]),
            "trigger": [self.span(gold["trigger"], start)] +
                       r.choice([[], [], [self.span("the")]]),
            "mode": [m for m in [gold.get("mode")] if m and r.random() < .7],
            "domain": r.choice([None, "politics", "politics", "sport"]),
            "status": r.choice([gold.get("status")] * 3 + ["future"]),
            "polarity": r.choice("++-"),
            "certainty": r.choice(["certain", "uncertain"]),
            "actor": [self.role(e, start) for e in gold.get("actor", [])
                      if r.random() < .8],
            "recipient": [self.role(e, start) for e in
                          gold.get("recipient", []) if r.random() < .8],
            "said_by": self.said_by(gold),
            "date": {k: when.get(k) for k in ("from", "to")}
            if when and r.random() < .6 else None,
            "place": {"country": where.get("country")}
            if where and r.random() < .6 else None,
            "quantities": self.numbers(gold)}

    def make(self):
        for gold in self.gold["claims"]:
            for _ in range(self.r.choice([0, 1, 1, 1, 2])):
                self.out["claims"].append(self.claim(gold))
        if self.r.random() < .3:
            self.r.shuffle(self.out["claims"])
        return json.dumps(self.out, ensure_ascii=self.r.random() < .5)


class Reference(cli.Case):
    """The same figures as the scorer that the protocol comes from."""

    def compare(self, docs, gold, pred):
        theirs = subprocess.run([sys.executable, REFERENCE, docs, gold, pred],
                                capture_output=True, check=True).stdout
        ours = cli.run("score", docs, gold, pred)
        self.assert_exit(ours, 0)
        self.assertEqual(ours.stdout.decode(), theirs.decode())

    def setUp(self):
        super().setUp()
        if not os.path.exists(REFERENCE):
            self.skipTest("no reference scorer")

    def test_by_hand(self):
        self.compare(DOCS, GOLD, PRED)

    def test_random_predictions(self):
        for name in ("dev", "article"):
            docs, gold = files(REPORTS, f"{name}.docs.jsonl",
                               f"{name}.gold.jsonl")
            if not os.path.exists(gold):
                self.skipTest("no gold data")
            with open(docs, encoding="utf-8") as f:
                documents = {d["id"]: d for d in map(json.loads, f)}
            with open(gold, encoding="utf-8") as f:
                golds = [json.loads(line) for line in f]
            for seed in range(10):
                lines = [Maker(f"{seed}{g['id']}", documents[g["id"]],
                               g).make() + "\n" for g in golds]
                with self.subTest(name=name, seed=seed):
                    pred = self.write("p.jsonl", "".join(lines[seed % 2:]))
                    self.compare(docs, gold, pred)

    def test_own_predictions(self):
        docs, gold = files(REPORTS, "dev.docs.jsonl", "dev.gold.jsonl")
        if not os.path.exists(gold):
            self.skipTest("no gold data")
        pred = self.path("p.jsonl")
        self.assert_exit(cli.run("code", "-f", "json", docs, "-o", pred), 0)
        self.compare(docs, gold, pred)


if __name__ == "__main__":
    cli.main()
