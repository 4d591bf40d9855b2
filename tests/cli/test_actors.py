"""bede actors: the actors of many reports in one list."""
import unittest

import cli

HEADER = ("claims mentions documents name kind country sector code code_from "
          "example_1 example_2 example_3").split()
FIRST = "The Kalu Front attacked Kenya. The Kalu Front fled. Police in Nairobi saw it."
SECOND = "Kenya condemned the Kalu Front. Lina Ostrak was arrested by the Kalu Front."


def rows(result):
    lines = [line.split("\t") for line in result.stdout.decode().splitlines()]
    return lines[0], [dict(zip(HEADER, line)) for line in lines[1:]]


class Actors(cli.Case):
    def list(self, *args):
        files = [self.write("a.txt", FIRST), self.write("b.txt", SECOND)]
        result = cli.run("actors", *args, *files)
        self.assert_exit(result, 0)
        return rows(result)

    def test_one_line_an_actor_over_all_documents(self):
        header, found = self.list()
        self.assertEqual(header, HEADER)
        by_name = {row["name"]: row for row in found}
        self.assertEqual(len(by_name), len(found))
        kenya = by_name["Kenya"]
        self.assertEqual(kenya["documents"], "2")
        self.assertEqual((kenya["country"], kenya["sector"]), ("KEN", "GOV"))
        self.assertRegex(kenya["code_from"], r"^actors/states\.txt:\d+$")
        front = by_name["Kalu Front"]
        self.assertEqual(front["documents"], "2")
        self.assertGreaterEqual(int(front["mentions"]), 4)
        self.assertEqual(front["example_1"], "The Kalu Front attacked Kenya.")

    def test_most_claims_come_first(self):
        _, found = self.list()
        claims = [int(row["claims"]) for row in found]
        self.assertEqual(claims, sorted(claims, reverse=True))
        self.assertGreater(claims[0], 0)

    def test_uncoded_are_those_that_the_knowledge_lacks(self):
        _, found = self.list("--uncoded")
        names = [row["name"] for row in found]
        self.assertIn("Kalu Front", names)
        self.assertNotIn("Kenya", names)
        for row in found:
            self.assertEqual(row["code_from"], "")
            self.assertFalse(row["country"] and row["sector"])

    def test_a_knowledge_of_ones_own_codes_them(self):
        self.write("mine/actors/mine.txt",
                   "entity org.kalu_front | group | KEN | REB | KENREB | Kalu Front\n")
        _, found = self.list("--uncoded", "--knowledge", self.path("mine"))
        self.assertNotIn("Kalu Front", [row["name"] for row in found])

    def test_control_characters_and_tabs_stay_inside(self):
        path = self.write("c.txt", "The Kalu\tFront \x1b[31mattacked\x1b[0m Kenya on Monday.")
        result = cli.run("actors", path)
        self.assert_exit(result, 0)
        self.assertNotIn(b"\x1b", result.stdout)
        for line in result.stdout.decode().splitlines():
            self.assertEqual(line.count("\t"), len(HEADER) - 1)

    def test_a_bad_document_does_not_stop_the_others(self):
        path = self.write("d.jsonl", '{"text": "Kenya condemned Chad."}\n{bad\n')
        result = cli.run("actors", path)
        self.assert_exit(result, 4)
        self.assertIn(b"Kenya", result.stdout)
        self.assertTrue(result.stderr)


if __name__ == "__main__":
    unittest.main()
