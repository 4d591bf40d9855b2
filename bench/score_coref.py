#!/usr/bin/env python3
"""Mentions and coreference against GUM's Entity annotation (CoNLL-U).

usage: score_coref.py FILE.conllu BEDE [--genre news,interview,speech] [--types person,place,organization]
                      [--errors N] [--kind name|nominal|pronoun]

The text of each document (tokens joined as SpaceAfter says, a blank line before each newpar) is coded by BEDE; its
entities' mentions are compared with the gold mentions of the given types. Two mentions are the same when they have the
same head word: that whose head in the gold tree lies outside the span. Where several mentions share a head the smallest
one counts. A mention is a name, nominal or pronoun by the tag of its head. Told are, for each kind, precision, recall and F1 of mentions; MUC (Vilain 1995), B3 (Bagga and Baldwin 1998), CEAF-e
(Luo 2005) and their mean (the CoNLL score), first without singletons on either side, then with them; and links: of the
mentions with a gold antecedent, how many are found and joined with any mention of their gold entity before them (recall), and
of those that we join with one before them, how many are joined with one of their own gold entity (precision).
With --errors N the first N wrong and missed links of the kind are listed. Nothing here is a pass-or-fail test.
"""
import argparse
import bisect
import collections
import json
import re
import subprocess
import sys

OPEN = re.compile(r"\(([^()]+)\)?|([0-9]+)(?:\[[0-9/]+\])?\)")
KINDS = ("name", "nominal", "pronoun")


class Word:
    def __init__(self, begin, end, columns):
        self.begin, self.end = begin, end
        self.form, self.upos = columns[1], columns[3]
        self.number, self.head = int(columns[0]), int(columns[6])
        self.xpos = columns[4]


class Document:
    def __init__(self, name):
        self.name, self.text, self.date = name, "", None
        self.sentences = []  # lists of Word
        self.mentions = []   # (entity, type, begin, end) by word index
        self.words = []


def new_gold(document, column, index, open_mentions):
    """Reads one Entity= value; word indices are of the document."""
    for match in OPEN.finditer(column):
        inner, closing = match.group(1), match.group(2)
        if inner:
            fields = inner.split("-")
            group = re.sub(r"\[.*", "", fields[0])
            kind = fields[1] if len(fields) > 1 else ""
            open_mentions[group].append((index, kind))
            if not match.group(0).endswith(")"):
                continue
            closing = group
        begin, kind = open_mentions[closing].pop()
        document.mentions.append((closing, kind, begin, index + 1))


def add_token(document, columns):
    """Appends a token to the text; where it begins and ends."""
    form = columns[1]
    begin = len(document.text)
    document.text += form
    if "SpaceAfter=No" not in columns[9]:
        document.text += " "
    return begin, begin + len(form)


def read(path):
    documents, document = [], None
    open_mentions, sentence, multi = collections.defaultdict(list), [], None
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            document = Document(line.split("=")[1].strip())
            documents.append(document)
        elif line.startswith("# meta::dateCreated"):
            date = line.split("=")[1].strip()
            document.date = date if re.match(r"\d{4}-\d\d-\d\d$", date) else None
        elif line.startswith("# newpar") and not line.startswith("# newpar_"):
            document.text = document.text.rstrip() + ("\n\n" if document.text else "")
        elif not line:
            if sentence:
                document.sentences.append(sentence)
            sentence, multi = [], None
        elif line[0].isdigit():
            columns = line.split("\t")
            if "-" in columns[0]:
                first, last = map(int, columns[0].split("-"))
                multi = [*add_token(document, columns), columns[1], last]
                continue
            if "." in columns[0]:
                continue
            if multi and int(columns[0]) <= multi[3]:
                begin, end, left = multi[:3]
                if left.startswith(columns[1]):
                    word_end = begin + len(columns[1])
                    multi[:3] = word_end, end, left[len(columns[1]):]
                else:
                    word_end = end
                word = Word(begin, word_end, columns)
            else:
                multi = None
                begin, end = add_token(document, columns)
                word = Word(begin, end, columns)
            sentence.append(word)
            document.words.append(word)
            found = re.search(r"(?:^|\|)Entity=([^|]*)", columns[9])
            if found:
                new_gold(document, found.group(1), len(document.words) - 1,
                         open_mentions)
    if sentence:
        document.sentences.append(sentence)
    return documents


def index_heads(document):
    """Index in the document of each word's head, None for roots."""
    heads, base = [], 0
    for sentence in document.sentences:
        heads += [base + word.head - 1 if word.head else None for word in sentence]
        base += len(sentence)
    return heads


def head_of(document, heads, begin, end):
    """The first word of [begin, end) whose head is outside, or None."""
    for word in range(begin, end):
        outside = heads[word] is None or not begin <= heads[word] < end
        if outside and document.words[word].upos != "PUNCT":
            return word
    return None


def by_head(spans):
    """head -> entity of (head, size, entity); the smallest mention of a head."""
    best = {}
    for head, size, entity in spans:
        if head is not None and (head not in best or size < best[head][0]):
            best[head] = (size, entity)
    return {head: entity for head, (_, entity) in best.items()}


def gold_mentions(document, types):
    heads = index_heads(document)
    return by_head((head_of(document, heads, begin, end), end - begin, entity)
                   for entity, kind, begin, end in document.mentions if kind in types)


def our_mentions(document, coded):
    heads, spans = index_heads(document), []
    ends = [word.end for word in document.words]
    starts = [word.begin for word in document.words]
    for entity in coded["entities"]:
        for mention in entity["mentions"]:
            begin = bisect.bisect_right(ends, mention["span"][0])
            end = bisect.bisect_left(starts, mention["span"][1])
            spans.append((head_of(document, heads, begin, end), end - begin, entity["id"]))
    return by_head(spans)


def kind_of(word):
    if word.upos == "PRON" or word.upos == "DET":
        return "pronoun"
    return "name" if word.upos == "PROPN" else "nominal"


def clusters(mentions, singletons):
    groups = collections.defaultdict(set)
    for head, entity in mentions.items():
        groups[entity].add(head)
    return [g for g in groups.values() if singletons or len(g) > 1]


def muc_half(key, other):
    owner = {m: i for i, g in enumerate(other) for m in g}
    correct = total = 0
    for group in key:
        parts = {owner.get(m, ("alone", m)) for m in group}
        correct += len(group) - len(parts)
        total += len(group) - 1
    return correct, total


def b3_half(key, other):
    owner = {m: g for g in other for m in g}
    score = total = 0
    for group in key:
        for m in group:
            score += len(group & owner.get(m, set())) / len(group)
            total += 1
    return score, total


def assign(weights):
    """Greatest total of a rectangular assignment (Hungarian method)."""
    n, m = len(weights), len(weights[0])
    if n > m:
        return assign([list(row) for row in zip(*weights)])
    inf = float("inf")
    u, v, match = [0.0] * (n + 1), [0.0] * (m + 1), [0] * (m + 1)
    for i in range(1, n + 1):
        match[0] = i
        column, least, way, used = 0, [inf] * (m + 1), [0] * (m + 1), [False] * (m + 1)
        while match[column]:
            used[column] = True
            row, delta, after = match[column], inf, 0
            for j in range(1, m + 1):
                if used[j]:
                    continue
                cost = -weights[row - 1][j - 1] - u[row] - v[j]
                if cost < least[j]:
                    least[j], way[j] = cost, column
                if least[j] < delta:
                    delta, after = least[j], j
            for j in range(m + 1):
                if used[j]:
                    u[match[j]] += delta
                    v[j] -= delta
                else:
                    least[j] -= delta
            column = after
        while column:
            match[column] = match[way[column]]
            column = way[column]
    return sum(weights[match[j] - 1][j - 1] for j in range(1, m + 1) if match[j])


def ceaf(key, response):
    """Total similarity of the best one-to-one assignment, by components."""
    owners = collections.defaultdict(lambda: ([], []))
    parent = {}

    def root(x):
        while parent.setdefault(x, x) != x:
            x = parent[x]
        return x
    where = {m: i for i, g in enumerate(key) for m in g}
    for j, group in enumerate(response):
        for m in group:
            if m in where:
                parent[root(("r", j))] = root(("k", where[m]))
    for i in range(len(key)):
        owners[root(("k", i))][0].append(i)
    for j in range(len(response)):
        owners[root(("r", j))][1].append(j)
    total = 0.0
    for ks, rs in owners.values():
        if ks and rs:
            total += assign([[2.0 * len(key[k] & response[r]) /
                              (len(key[k]) + len(response[r])) for r in rs]
                             for k in ks])
    return total


def ratio(a, b):
    return 100.0 * a / b if b else 0.0


def f1(p, r):
    return 2 * p * r / (p + r) if p + r else 0.0


class Scores:
    def __init__(self):
        self.sums = collections.Counter()

    def add(self, gold, ours):
        for singles in (False, True):
            key, response = clusters(gold, singles), clusters(ours, singles)
            s = self.sums
            for name, half in (("muc", muc_half), ("b3", b3_half)):
                for side, pair in (("r", (key, response)), ("p", (response, key))):
                    good, total = half(*pair)
                    s[name, side, singles] += good
                    s[name, side + "n", singles] += total
            s["ceaf", "r", singles] += (similar := ceaf(key, response))
            s["ceaf", "p", singles] += similar
            s["ceaf", "rn", singles] += len(key)
            s["ceaf", "pn", singles] += len(response)

    def show(self):
        for singles in (False, True):
            values = []
            for name in ("muc", "b3", "ceaf"):
                p = ratio(self.sums[name, "p", singles], self.sums[name, "pn", singles])
                r = ratio(self.sums[name, "r", singles], self.sums[name, "rn", singles])
                values.append((name, p, r, f1(p, r)))
            print("  " + ("with" if singles else "without") + " singletons  " +
                  "  ".join(f"{n} P {p:.1f} R {r:.1f} F {f:.1f}" for n, p, r, f in values) +
                  f"  mean {sum(v[3] for v in values) / 3:.1f}")


class Tally:
    def __init__(self):
        self.scores, self.count = Scores(), collections.Counter()
        self.examples = []

    def add(self, document, gold, ours):
        self.scores.add(gold, ours)
        for head in gold:
            self.count["gold", kind_of(document.words[head])] += 1
        for head in ours:
            kind = kind_of(document.words[head])
            self.count["ours", kind] += 1
            self.count["both", kind] += head in gold
        self.links(document, gold, ours)

    def links(self, document, gold, ours):
        for head in sorted(set(gold) | set(ours)):
            kind = kind_of(document.words[head])
            before_gold = [h for h in gold if h < head and gold[h] == gold.get(head)]
            before_ours = [h for h in ours if h < head and ours[h] == ours.get(head)]
            if before_gold:
                self.count["due", kind] += 1
                hit = any(ours.get(h) == ours[head] for h in before_gold) if head in ours else False
                self.count["reached", kind] += hit
                if not hit:
                    self.examples.append((kind, "missed", document, head, before_gold, before_ours))
            if before_ours and head in gold:
                self.count["made", kind] += 1
                hit = max(before_ours) in before_gold or any(h in before_gold for h in before_ours)
                self.count["right", kind] += hit
                if not hit:
                    self.examples.append((kind, "wrong", document, head, before_gold, before_ours))

    def show(self, name):
        print(name)
        c = self.count
        for kind in KINDS + ("all",):
            def total(what):
                return sum(c[what, k] for k in (KINDS if kind == "all" else (kind,)))
            p, r = ratio(total("both"), total("ours")), ratio(total("both"), total("gold"))
            lp, lr = ratio(total("right"), total("made")), ratio(total("reached"), total("due"))
            print(f"  {kind:8} mentions {total('gold'):5} P {p:5.1f} R {r:5.1f} F {f1(p, r):5.1f}"
                  f"   links {total('due'):5} P {lp:5.1f} R {lr:5.1f} F {f1(lp, lr):5.1f}")
        self.scores.show()


def code(command, documents):
    lines = [json.dumps({"id": d.name, "text": d.text, "published": d.date,
                         "language": "en"}) for d in documents]
    run = subprocess.run(command + ["code", "--format", "json", "--input", "jsonl", "-"],
                         input="\n".join(lines).encode(), stdout=subprocess.PIPE, check=True)
    return {d["id"]: d for d in map(json.loads, run.stdout.splitlines())}


def show_examples(tally, kind, limit):
    for found, what, document, head, gold, ours in tally.examples:
        if (kind and found != kind) or limit <= 0:
            continue
        limit -= 1
        words = document.words
        near = " ".join(w.form for w in words[max(0, head - 12):head]) + \
            " [[" + words[head].form + "]] " + " ".join(w.form for w in words[head + 1:head + 8])
        print(f"{what} {found} {document.name}: {near}\n      gold: "
              f"{[words[h].form + '@' + str(head - h) for h in gold[-3:]]} ours: "
              f"{[words[h].form + '@' + str(head - h) for h in ours[-3:]]}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("treebank")
    parser.add_argument("program")
    parser.add_argument("--genre", default="")
    parser.add_argument("--types", default="person,place,organization")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--kind", choices=KINDS)
    args = parser.parse_args()
    command = [args.program]
    types = set(args.types.split(","))
    genres = set(filter(None, args.genre.split(",")))
    documents = [d for d in read(args.treebank)
                 if not genres or d.name.split("_")[1] in genres]
    if not documents:
        sys.exit("score_coref.py: no document of this genre in " + args.treebank)
    coded = code(command, documents)
    every, groups = Tally(), collections.defaultdict(Tally)
    for document in documents:
        gold = gold_mentions(document, types)
        ours = our_mentions(document, coded[document.name])
        for tally in (every, groups[document.name.split("_")[1]]):
            tally.add(document, gold, ours)
    if args.errors:
        show_examples(every, args.kind, args.errors)
        return
    for name in sorted(groups):
        groups[name].show(name)
    every.show("all")


if __name__ == "__main__":
    main()
