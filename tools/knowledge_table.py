#!/usr/bin/env python3
"""Counts what knowledge/actors and knowledge/agents hold, as doc/actors.md.

usage: knowledge_table.py ROOT [--check]

Writes ROOT/doc/actors.md between its two marks; with --check nothing is written
and the exit status is 1 when the page is not what would be written.
"""
import collections
import os
import re
import sys

BEGIN, END = "<!-- counts -->\n", "<!-- end of counts -->\n"


def split(line):
    return [field.strip() for field in line.split("|")]


def read_actors(path):
    """(entities, names, dated roles, countries, sectors, kinds) of a file."""
    entities = names = roles = 0
    countries, sectors, kinds = set(), collections.Counter(), collections.Counter()
    for line in open(path, encoding="utf-8"):
        line = line.strip()
        if line.startswith("entity "):
            fields = split(line[7:])
            entities += 1
            names += 1
            kinds[fields[1]] += 1
            if fields[2] != "-":
                countries.add(fields[2])
            sectors[fields[3].split(",")[0]] += 1
        elif re.match(r"(name|adj|people|capital|seat) ", line):
            names += len(split(line.split(" ", 1)[1])[0].split(";"))
        elif line.startswith("role ") and not line.endswith("| .."):
            roles += 1
    return entities, names, roles, countries, sectors, kinds


def agent_counts(folder):
    counts = collections.Counter()
    sector = None
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".txt"):
            continue
        for line in open(os.path.join(folder, name), encoding="utf-8"):
            line = line.split(" #")[0].strip()
            section = re.match(r"\[(\S+) (\S+)", line)
            if section:
                sector = section.group(1)
            elif line and not line.startswith("#"):
                counts[sector] += len([p for p in line.split(";") if p.strip()])
    return counts


def actor_lines(folder):
    total = [0, 0, 0, set()]
    sectors, kinds = collections.Counter(), collections.Counter()
    yield "| file | entities | names | dated roles | countries |\n"
    yield "| --- | ---: | ---: | ---: | ---: |\n"
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".txt"):
            continue
        e, n, r, c, s, k = read_actors(os.path.join(folder, name))
        total[0] += e
        total[1] += n
        total[2] += r
        total[3] |= c
        sectors += s
        kinds += k
        yield f"| `{name[:-4]}` | {e:,} | {n:,} | {r:,} | {len(c)} |\n"
    yield f"| all | {total[0]:,} | {total[1]:,} | {total[2]:,} | {len(total[3])} |\n"
    yield "\nEntities by kind: " + ", ".join(f"{k} {n:,}" for k, n in kinds.most_common()) + ".\n"
    yield "\nEntities by first sector: " + ", ".join(
        f"{s if s != '-' else 'none'} {n:,}" for s, n in sectors.most_common()) + ".\n"


def agent_lines(folder):
    counts = agent_counts(folder)
    yield (f"\nNouns for kinds of people and bodies: {sum(counts.values()):,} patterns; " +
           ", ".join(f"{s if s != '-' else 'none'} {n:,}" for s, n in counts.most_common()) + ".\n")


def main():
    root, check = sys.argv[1], "--check" in sys.argv[2:]
    page = os.path.join(root, "doc", "actors.md")
    text = open(page, encoding="utf-8").read()
    head, rest = text.split(BEGIN)
    _, tail = rest.split(END)
    knowledge = os.path.join(root, "knowledge")
    counts = "".join(actor_lines(os.path.join(knowledge, "actors")))
    counts += "".join(agent_lines(os.path.join(knowledge, "agents")))
    new = head + BEGIN + counts + END + tail
    if check:
        if new != text:
            print("doc/actors.md is not up to date: tools/knowledge_table.py " + root)
            return 1
        return 0
    with open(page, "w", encoding="utf-8") as f:
        f.write(new)
    return 0


if __name__ == "__main__":
    sys.exit(main())
