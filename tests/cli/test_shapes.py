"""bede code --format plover|polecat|petrarch: the shapes of other projects."""
import json
import re

import cli

COLUMNS = (
    "Event ID,Event Date,Event Type,Event Mode,Intensity,Quad Code,Contexts,"
    "Actor Name,Actor Country,Actor COW,Primary Actor Sector,Actor Sectors,"
    "Actor Title,Actor Name Raw,Wikipedia Actor ID,Recipient Name,"
    "Recipient Country,Recipient COW,Primary Recipient Sector,"
    "Recipient Sectors,Recipient Title,Recipient Name Raw,"
    "Wikipedia Recipient ID,Placename,City,District,Province,Country,Latitude,"
    "Longitude,GeoNames ID,Raw Placename,Feature Type,Source,Publication Date,"
    "Story People,Story Organizations,Story Locations,Language,"
    "Version").split(",")
FIELDS = ("id has_event date time enddate endtime actor recipient event "
          "event_loc event_text quad_code event_scale mode context link text "
          "text_info cite_info coder coded_date coded_time comment").split()
SHAPES = ("plover", "polecat", "petrarch")

# Thursday, 2 May 2024. One sentence for each way of standing.
DATED = "Kenya condemned Chad on Monday."
MEETING = "France and Germany held talks on Tuesday."
UNDATED = "Iran condemned Iraq."
DENIED = "Norway did not attack Sweden on Monday."
TO_COME = "Ghana will attack Togo on Monday."
IN_A_MONTH = "Peru expelled the ambassador of Chile in March 2024."
BY_NOBODY = "Two soldiers were killed in an attack on Monday."
REPORT = "\n\n".join((DATED, MEETING, UNDATED, DENIED, TO_COME, IN_A_MONTH,
                      BY_NOBODY)) + "\n"
META = ("--published", "2024-05-02", "--publisher", "Daily Post")


def table(result):
    lines = [line.split("\t") for line in result.stdout.decode().splitlines()]
    return lines[0], [dict(zip(lines[0], line)) for line in lines[1:]]


class Shapes(cli.Case):
    def code(self, *args, text=REPORT):
        result = cli.run("code", *META, *args, "-", stdin=text)
        self.assert_exit(result, 0)
        return result

    def polecat(self, *args, **more):
        return table(self.code("-f", "polecat", *args, **more))

    def plover(self, *args, **more):
        return cli.objects(self.code("-f", "plover", *args, **more).stdout)

    def petrarch(self, *args, **more):
        out = self.code("-f", "petrarch", *args, **more).stdout.decode()
        return [line.split("\t") for line in out.splitlines()]


class LeftOut(Shapes):
    def counts(self, result):
        """The counts of the one line on standard error, by reason."""
        line, = result.stderr.decode().splitlines()
        match = re.fullmatch(r"bede: (\d+) of (\d+) claims left out: (.*); "
                             r"--all writes them", line)
        self.assertTrue(match, line)
        found = {word: int(n) for n, word in
                 (part.split(" ") for part in match[3].split(", "))}
        self.assertEqual(sum(found.values()), int(match[1]))
        return found, int(match[1]), int(match[2])

    def test_counts_are_one_line_for_the_run(self):
        for shape in SHAPES:
            with self.subTest(shape):
                once, left, claims = self.counts(self.code("-f", shape))
                for reason in ("undated", "negated", "future"):
                    self.assertGreaterEqual(once.get(reason, 0), 1, once)
                self.assertEqual("imprecise" in once, shape != "plover")
                files = [self.write(f"{i}.txt", REPORT) for i in range(3)]
                result = cli.run("code", *META, "-f", shape, *files)
                self.assert_exit(result, 0)
                thrice = self.counts(result)
                self.assertEqual(thrice[1:], (left * 3, claims * 3))

    def test_nothing_left_out_says_nothing(self):
        for shape in SHAPES:
            self.assertEqual(self.code("-f", shape, text=DATED).stderr, b"")

    def test_all_writes_every_claim_and_says_nothing(self):
        claims = [c for c in cli.objects(self.code("-f", "claims").stdout)
                  if c["chain"] == 0]
        for shape in SHAPES:
            self.assertEqual(self.code("-f", shape, "--all").stderr, b"")
        ids = [c["claim_id"] for c in claims]
        self.assertEqual([r["id"] for r in self.plover("--all")], ids)
        self.assertEqual([r["Event ID"] for r in self.polecat("--all")[1]],
                         ids)

    def test_without_all_are_those_that_all_does_not_mark(self):
        short = self.plover()
        whole = self.plover("--all")
        self.assertTrue(0 < len(short) < len(whole))
        for record in whole:
            self.assertEqual(list(record)[-1], "left_out")
        unmarked = [r for r in whole if r.pop("left_out") == []]
        self.assertEqual(short, unmarked)
        header, rows = self.polecat()
        header_all, rows_all = self.polecat("--all")
        self.assertEqual(header_all, header + ["Left Out"])
        self.assertEqual(rows, [r for r in rows_all
                                if r.pop("Left Out") == "None"])
        lines = self.petrarch("--all")
        self.assertEqual(self.petrarch(),
                         [line[:-1] for line in lines if line[-1] == "---"])

    def test_other_formats_write_all_claims_with_and_without(self):
        for name in ("json", "claims", "csv", "tsv", "table"):
            result = self.code("-f", name)
            self.assertEqual(result.stderr, b"")
            self.assertEqual(self.code("-f", name, "--all").stdout,
                             result.stdout)

    def test_counts_of_a_run_with_a_bad_record(self):
        path = self.write("r.jsonl", json.dumps({"text": UNDATED}) + "\n{bad\n")
        result = cli.run("code", "-f", "polecat", path)
        self.assert_exit(result, 4)
        self.assertEqual(len(result.stdout.splitlines()), 1) # the header
        self.assertIn(b"bede: 1 of 1 claims left out: 1 undated",
                      result.stderr.splitlines()[-1])


class Polecat(Shapes):
    def test_exact_columns(self):
        header, rows = self.polecat()
        self.assertEqual(header, COLUMNS)
        self.assertTrue(rows)
        for line in self.code("-f", "polecat").stdout.splitlines():
            self.assertEqual(line.count(b"\t"), len(COLUMNS) - 1)

    def test_row(self):
        _, (row,) = self.polecat(text=DATED)
        self.assertRegex(row.pop("Event ID"), r"^c[0-9a-f]{16}$")
        self.assertRegex(row.pop("Version"), r"^bede-\d+\.\d+\.\d+-")
        self.assertEqual(
            {k: v for k, v in row.items() if v != "None"},
            {"Event Date": "2024-04-29", "Event Type": "ACCUSE",
             "Event Mode": "disapprove", "Intensity": "-2.0", "Quad Code": "3",
             "Actor Name": "Kenya", "Actor Country": "KEN", "Actor COW": "501",
             "Primary Actor Sector": "GOV", "Actor Sectors": "GOV",
             "Actor Name Raw": "Kenya", "Recipient Name": "Chad",
             "Recipient Country": "TCD", "Recipient COW": "483",
             "Primary Recipient Sector": "GOV", "Recipient Sectors": "GOV",
             "Recipient Name Raw": "Chad", "Source": "Daily Post",
             "Publication Date": "2024-05-02",
             "Story Locations": "Kenya;Chad"})

    def test_unknown_perpetrator_is_of_sector_unk(self):
        _, rows = self.polecat(text=BY_NOBODY)
        self.assertTrue(rows)
        for row in rows:
            self.assertEqual(row["Primary Actor Sector"], "UNK")
            self.assertEqual(row["Actor Name"], "None")

    def test_undated_under_the_day_of_publication(self):
        _, (row,) = self.polecat("--all", text=UNDATED)
        self.assertEqual(row["Event Date"], "2024-05-02")
        self.assertEqual(row["Left Out"], "undated")

    def test_header_stands_without_a_row(self):
        header, rows = self.polecat(text="Hello there.\n")
        self.assertEqual((header, rows), (COLUMNS, []))


class Plover(Shapes):
    def test_exact_fields_in_order(self):
        for record in self.plover():
            self.assertEqual([k for k in record if k != "size"], FIELDS)
            self.assertEqual(len(record["event"]), 1)
            self.assertIn(record["quad_code"], (1, 2, 3, 4))
            self.assertRegex(record["date"], r"^\d{4}-\d\d-\d\d$")

    def test_parties_are_lists(self):
        record, = self.plover(text=MEETING)
        self.assertEqual([a["code"] for a in record["actor"]], ["FRA", "DEU"])
        self.assertEqual(record["recipient"], [])

    def test_a_month_has_a_first_and_a_last_day(self):
        record, = self.plover(text=IN_A_MONTH)
        self.assertEqual((record["date"], record["enddate"]),
                         ("2024-03-01", "2024-03-31"))

    def test_auxiliary_modes_are_contexts(self):
        for text, mode in ((DENIED, "negation"), (TO_COME, "future")):
            record, = self.plover("--all", text=text)
            self.assertIn(mode, record["context"])

    def test_words_can_stay_out_and_the_speaker_never_does(self):
        text = "A senior official said Kenya had bombed Chad on Monday."
        record, = self.plover(text=text)
        self.assertIn("bombed", record["text"])
        self.assertIn("official", record["comment"])
        self.assertIn("the report (Daily Post)", record["comment"])
        start, end = (record["text_info"][k] for k in ("start", "end"))
        self.assertEqual(text[start:end], record["text"])
        record, = self.plover("--no-text", text=text)
        self.assertIsNone(record["text"])


class Petrarch(Shapes):
    def test_line(self):
        (line,) = self.petrarch(text=DATED)
        self.assertEqual(line[:5], ["20240429", "KEN", "TCD", "111", ""])
        self.assertRegex(line[5], r"^[0-9a-f]{16}_0$")
        self.assertEqual(line[6:], ["Daily Post"])

    def test_url_stands_where_there_is_one(self):
        record = json.dumps({"id": "a_b", "text": DATED, "url": "http://x/y",
                             "published": "2024-05-02"})
        result = cli.run("code", "-f", "petrarch", "-i", "jsonl", "-",
                         stdin=record)
        self.assertEqual(result.stdout.decode(),
                         "20240429\tKEN\tTCD\t111\t\ta_b_0\thttp://x/y\t---\n")

    def test_meeting_goes_both_ways(self):
        there, back = self.petrarch(text=MEETING)
        self.assertEqual(there[1:3], ["FRA", "DEU"])
        self.assertEqual(back[1:3], ["DEU", "FRA"])
        self.assertRegex(there[3], r"^04[0-9]$")
        self.assertEqual(back[3:], there[3:])

    def test_the_same_told_twice_is_one_line(self):
        text = DATED + "\n\nOn Monday Kenya criticised Chad.\n"
        claims = cli.objects(self.code("-f", "claims", text=text).stdout)
        self.assertEqual([c["sentence"] for c in claims], [0, 1])
        lines = self.petrarch("--all", text=text)
        keys = [(*line[:4], line[-1]) for line in lines]
        self.assertEqual(len(set(keys)), len(keys))
        told = [s.split("_")[-1] for line in lines for s in line[5].split(";")]
        self.assertEqual(told, ["0", "1"])

    def test_tabs_and_line_ends_stay_inside(self):
        record = json.dumps({"id": "a\tb", "text": DATED, "publisher": "x\ny",
                             "published": "2024-05-02"})
        for shape, cells in (("petrarch", 7), ("polecat", len(COLUMNS))):
            result = cli.run("code", "-f", shape, "-i", "jsonl", "-",
                             stdin=record)
            line = result.stdout.decode().split("\n")[-2]
            self.assertEqual(len(line.split("\t")), cells)


if __name__ == "__main__":
    cli.main()
