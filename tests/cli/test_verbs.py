"""bede verbs: the predicates of many reports in one list."""
import unittest

import cli

HEADER = ("uses documents claims speech uncoded political predicate pos types "
          "rule example file document sentence").split()
FIRST = ("Rebels attacked an army convoy near Kandahar. The cook flummoxed a "
         "baker. The army flummoxed the rebels, the ministry said.")
SECOND = ("Kenya flummoxed Chad. Police carried out an attack on protesters. The "
          "bakers simmered.")


def rows(result):
    lines = [line.split("\t") for line in result.stdout.decode().splitlines()]
    return lines[0], [dict(zip(HEADER, line)) for line in lines[1:]]


class Verbs(cli.Case):
    def list(self, *args, texts=(FIRST, SECOND)):
        files = [self.write(f"{n}.txt", t) for n, t in enumerate(texts)]
        result = cli.run("verbs", *args, *files)
        self.assert_exit(result, 0)
        return rows(result)

    def by_name(self, *args, **more):
        found = self.list(*args, **more)[1]
        names = {(row["predicate"], row["pos"]): row for row in found}
        self.assertEqual(len(names), len(found))
        return names

    def numbers(self, row):
        return [int(row[name]) for name in HEADER[:6]]

    def test_one_line_a_predicate_over_all_documents(self):
        header, _ = self.list()
        self.assertEqual(header, HEADER)
        names = self.by_name()
        self.assertEqual(self.numbers(names["flummox", "v"]),
                         [3, 2, 0, 0, 3, 2])
        attack = names["attack", "v"]
        self.assertEqual(self.numbers(attack), [1, 1, 1, 0, 0, 0])
        self.assertEqual(attack["types"], "ASSAULT:1")
        self.assertRegex(attack["rule"], r"^predicates/\w+\.txt:\d+$")

    def test_most_frequent_come_first(self):
        _, found = self.list()
        uses = [int(row["uses"]) for row in found]
        self.assertEqual(uses, sorted(uses, reverse=True))

    def test_particle_is_spelled_as_in_the_knowledge(self):
        names = self.by_name()
        self.assertNotIn(("carry", "v"), names)
        self.assertEqual(names["carry_out", "v"]["types"], "ASSAULT:1")
        self.assertEqual(names["attack", "n"]["claims"], "1")

    def test_who_speaks_is_no_claim_and_not_uncoded(self):
        say = self.by_name()["say", "v"]
        self.assertEqual(self.numbers(say), [1, 1, 0, 1, 0, 0])

    def test_uncoded_are_ranked_by_political_actors(self):
        _, found = self.list("--uncoded", texts=[
            FIRST, SECOND, "The bakers simmered. The cooks simmered. The boys "
            "simmered. The girls simmered."])
        names = [row["predicate"] for row in found]
        self.assertLess(names.index("flummox"), names.index("simmer"))
        self.assertNotIn("attack", names)
        self.assertNotIn("say", names)
        for row in found:
            self.assertGreater(int(row["uncoded"]), 0)
            self.assertLessEqual(int(row["political"]), int(row["uncoded"]))
            self.assertEqual(int(row["uses"]), int(row["claims"]) +
                             int(row["speech"]) + int(row["uncoded"]))

    def test_example_shows_a_political_actor_and_its_place(self):
        row = self.by_name("--uncoded")["flummox", "v"]
        self.assertEqual(row["example"],
                         "The army flummoxed the rebels, the ministry said.")
        self.assertEqual(row["file"], self.path("0.txt"))
        self.assertEqual(row["sentence"], "2")
        document = cli.objects(cli.run("code", "-f", "json", row["file"]).stdout)
        self.assertEqual(row["document"], document[0]["id"])

    def test_subject_and_object_of_a_passive(self):
        for text, political in (("Chad was flummoxed by a baker.", "1"),
                                ("A cook was flummoxed by police.", "1"),
                                ("A cook was flummoxed by a baker.", "0"),
                                ("A cook flummoxed a baker in Chad.", "0")):
            row = self.by_name(texts=[text])["flummox", "v"]
            self.assertEqual(row["political"], political, text)

    def test_words_that_made_a_claim_together_are_coded(self):
        for text, words in (
                ("Iran threatened to attack Iraq.", "threaten attack"),
                ("Iran planned to launch an attack on Iraq.",
                 "plan launch attack"),
                ("The minister refused to hold talks with Chad.",
                 "refuse hold talk")):
            names = {row["predicate"] for row in self.list(texts=[text])[1]}
            self.assertEqual(names, set(words.split()), text)
            self.assertEqual(self.list("--uncoded", texts=[text])[1], [], text)

    def test_an_act_without_a_claim_stays_uncoded_beside_one(self):
        text = "Iran attacked Iraq, and Chad flummoxed Kenya."
        names = self.by_name("--uncoded", texts=[text])
        self.assertEqual(set(names), {("flummox", "v")})

    def test_a_knowledge_of_ones_own_codes_them(self):
        self.write("mine/predicates/mine.txt", "[ACCUSE]\nv flummox\n")
        names = self.by_name("--knowledge", self.path("mine"))
        row = names["flummox", "v"]
        self.assertIn("ACCUSE:", row["types"])
        self.assertEqual(row["rule"], "predicates/mine.txt:2")

    def test_claims_are_those_of_bede_code(self):
        path = self.write("r.jsonl", "".join(cli.report_jsonl(30)))
        document = cli.objects(cli.run("code", "-f", "json", path).stdout)
        types = {c["event"] for d in document for c in d["claims"]}
        listed = {pair.split(":")[0] for row in rows(cli.run("verbs", path))[1]
                  for pair in row["types"].split(";") if pair}
        self.assertEqual(types, listed)

    def test_control_characters_and_tabs_stay_inside(self):
        path = self.write("c.txt", "Kenya flummoxed\tChad \x1b[31mon Monday.")
        result = cli.run("verbs", path)
        self.assert_exit(result, 0)
        self.assertNotIn(b"\x1b", result.stdout)
        for line in result.stdout.decode().splitlines():
            self.assertEqual(line.count("\t"), len(HEADER) - 1)

    def test_a_bad_document_does_not_stop_the_others(self):
        path = self.write("d.jsonl", '{"text": "Kenya condemned Chad."}\n{bad\n')
        result = cli.run("verbs", path)
        self.assert_exit(result, 4)
        self.assertIn(b"condemn", result.stdout)
        self.assertTrue(result.stderr)

    def test_nothing_in_it(self):
        self.assertEqual(self.list(texts=["Hello there."])[1], [])
        self.assert_exit(cli.run("verbs", self.path("none")), 1)


if __name__ == "__main__":
    unittest.main()
