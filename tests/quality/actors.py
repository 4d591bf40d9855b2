#!/usr/bin/env python3
"""How many actors and recipients of the gold claims are mentions of ours.

usage: actors.py [--list] [--floor N] [--knowledge DIR] [BEDE]

For each entity of a gold claim: is there a mention over its words in the same
sentence (the two spans overlap by at least half of their union, or end at the
same place, or one holds the other and shares an edge), and has that mention's
entity the gold's country and sector? Each distinct entity text of a sentence
counts once. --list prints the misses. With --floor the exit status is 1 when
fewer than N percent are covered with country and sector right. Exit status 77
(skipped) where the reports beside the project are not there.
"""
import argparse
import collections
import json
import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SKIPPED = 77
# UNO and EUR are IGO in the gold (coding ruling R1).
SAME_COUNTRY = {"UNO": "IGO", "EUR": "IGO", "KOS": "XKX"}


def reports_folder():
    shared = os.environ.get("BEDE_SHARED", os.path.join(ROOT, "..", "shared"))
    return os.path.join(shared, "data", "reports")


def load(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def code(command, path):
    run = subprocess.run(command + ["--format", "json", "--input", "jsonl", path],
                         stdout=subprocess.PIPE, check=True)
    return {d["id"]: d for d in
            (json.loads(line) for line in run.stdout.splitlines())}


def source_text(doc):
    title = doc.get("title")
    return title + "\n\n" + doc["text"] if title else doc["text"]


def sentence_span(text, claim, body):
    begin = text.find(claim["sent"], 0 if claim.get("in_title") else body)
    if begin < 0:
        return None
    # To the end of the paragraph: a gold sentence may be several of ours.
    end = text.find("\n", begin)
    return begin, len(text) if end < 0 else end


def occurrences(text, words, begin, end):
    at = text.find(words, begin, end)
    while at >= 0:
        yield at, at + len(words)
        at = text.find(words, at + 1, end)


def agreement(a, b):
    """Overlap over union, 1 where the ends meet; 0 for no match."""
    over = min(a[1], b[1]) - max(a[0], b[0])
    if over <= 0:
        return 0
    share = over / (max(a[1], b[1]) - min(a[0], b[0]))
    inside = over in (a[1] - a[0], b[1] - b[0])
    if share >= 0.5 or a[1] == b[1] or (inside and a[0] == b[0]):
        return share
    return 0


def best_mention(coded, spans):
    best, entity = 0, None
    for e in coded["entities"]:
        for m in e["mentions"]:
            for span in spans:
                share = agreement(span, m["span"])
                if share > best:
                    best, entity = share, e
    return entity


def judge(gold, entity):
    if entity is None:
        return "missing", False, False
    country = entity["country"]
    country = SAME_COUNTRY.get(country, country)
    right_country = country == SAME_COUNTRY.get(gold["country"],
                                                gold["country"])
    sectors = entity.get("sectors") or [None]
    right_sector = gold["sector"] in sectors or (
        gold["sector"] is None and not entity.get("sectors"))
    return "found", right_country, right_sector


def gold_entities(text, coded, record):
    body = text.find("\n\n") if coded.get("title") else 0
    seen = set()
    for claim in record["claims"]:
        span = sentence_span(text, claim, max(body, 0))
        if not span:
            continue
        for gold in claim["actor"] + claim["recipient"]:
            key = (span, gold["text"])
            if key not in seen:
                seen.add(key)
                yield span, gold


def measure(command, name, listing):
    folder = reports_folder()
    docs = os.path.join(folder, name + ".docs.jsonl")
    golds = os.path.join(folder, name + ".gold.jsonl")
    coded = code(command, docs)
    texts = {d["id"]: source_text(d) for d in load(docs)}
    counts = collections.Counter()
    for record in load(golds):
        text, doc = texts[record["id"]], coded[record["id"]]
        for (begin, end), gold in gold_entities(text, doc, record):
            spans = list(occurrences(text, gold["text"], begin, end))
            entity = best_mention(doc, spans)
            state, country, sector = judge(gold, entity)
            counts["all"] += 1
            counts[state] += 1
            counts["country"] += country
            counts["sector"] += sector
            counts["both"] += country and sector
            if listing and not (country and sector):
                got = entity and (entity["name"], entity["country"],
                                  entity["sectors"])
                print(f'{record["id"][:24]} {gold["text"]!r} wants '
                      f'{gold["country"]}/{gold["sector"]} got {got}')
    return counts


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--floor", type=float, default=0)
    parser.add_argument("--knowledge", metavar="DIR")
    parser.add_argument("program", nargs="?", default=os.path.join(
        os.environ.get("BEDE_BUILD", os.path.join(ROOT, "build")), "bede"))
    args = parser.parse_args()
    if not os.path.exists(os.path.join(reports_folder(), "dev.gold.jsonl")):
        print("skipped: no reports beside the project")
        return SKIPPED
    command = [args.program, "code"]
    if args.knowledge:
        command += ["--knowledge", args.knowledge]
    low = 100.0
    for name in ("dev", "article"):
        c = measure(command, name, args.list)
        share = {k: 100.0 * c[k] / max(c["all"], 1)
                 for k in ("found", "country", "sector", "both")}
        print(f'{name}: {c["all"]} entities, covered {share["found"]:.1f}, '
              f'country {share["country"]:.1f}, sector {share["sector"]:.1f}, '
              f'both {share["both"]:.1f}')
        low = min(low, share["both"])
    return 1 if low < args.floor else 0


if __name__ == "__main__":
    sys.exit(main())
