#!/usr/bin/env python3
"""Measures builds of the program; see run.sh and README.md."""
import argparse
import hashlib
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
STARTS = 21


def program(build):
    path = os.path.join(build, "bede") if os.path.isdir(build) else build
    if not os.access(path, os.X_OK):
        sys.exit(f"measure.py: {path} is no program")
    return os.path.abspath(path)


def make_corpus(folder, small):
    path = os.path.join(folder, "corpus.jsonl")
    args = [sys.executable, os.path.join(HERE, "corpus.py")]
    with open(path, "wb") as f:
        subprocess.run(args + (["--small"] if small else []), stdout=f,
                       check=True)
    return path


def timed(args, out=os.devnull):
    """CPU seconds, wall seconds and peak MiB of a run."""
    with open(out, "wb") as f:
        began = time.perf_counter()
        process = subprocess.Popen(args, stdout=f)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"measure.py: exit {process.returncode}: {' '.join(args)}")
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024


def digest(path):
    """The sum of what was written, without the versions, which may differ."""
    total = hashlib.sha256()
    with open(path, "rb") as f:
        # Line by line: the peak of a process counts from that of this one.
        for line in f:
            total.update(re.sub(rb'"coder":\{[^}]*\}', b"", line))
    return total.hexdigest()


def count(bede, corpus, folder):
    """Sentences and words of the corpus, by the program itself."""
    path = os.path.join(folder, "parsed")
    timed([bede, "parse", corpus], path)
    words = sentences = 0
    with open(path, "rb") as f:
        for line in f:
            words += line[:1].isdigit() and b"-" not in line.split(b"\t", 1)[0]
            sentences += line == b"\n"
    return sentences, words


def measure_time(programs, corpus, folder, rounds):
    small = os.path.join(folder, "small.txt")
    with open(small, "w") as f:
        f.write("Police arrested two men.\n")
    sentences, words = count(programs[0], corpus, folder)
    size = os.path.getsize(corpus)
    print(f"corpus: {sentences} sentences, {words} words, "
          f"{size / 1e6:.1f} MB")
    code = [[] for _ in programs]
    parse = [[] for _ in programs]
    start = [[] for _ in programs]
    peak = [0.0 for _ in programs]
    hashes = [None for _ in programs]
    # The builds take turns, so that a slow moment of the machine hits both.
    for _ in range(rounds):
        for i, bede in enumerate(programs):
            out = os.path.join(folder, "out")
            cpu, _, memory = timed([bede, "code", corpus], out)
            code[i].append(cpu)
            peak[i] = max(peak[i], memory)
            hashes[i] = digest(out)
            parse[i].append(timed([bede, "parse", corpus])[0])
    for _ in range(STARTS):
        for i, bede in enumerate(programs):
            start[i].append(timed([bede, "code", small])[1])
    best = [min(c) for c in code]
    trees = [min(p) for p in parse]
    return [
        ("code: sentences per CPU second", [sentences / b for b in best], "{:.0f}"),
        ("code: words per CPU second", [words / b for b in best], "{:.0f}"),
        ("code: MB per CPU second", [size / 1e6 / b for b in best], "{:.2f}"),
        ("parse: words per CPU second", [words / t for t in trees], "{:.0f}"),
        ("start-up with one sentence, ms",
         [statistics.median(s) * 1e3 for s in start], "{:.1f}"),
        ("peak memory, MiB", peak, "{:.1f}"),
        ("output (sha256)", [h[:12] for h in hashes], "{}"),
    ]


def instructions(args, folder):
    out = os.path.join(folder, "callgrind.out")
    result = subprocess.run(["valgrind", "--tool=callgrind",
                             f"--callgrind-out-file={out}", *args],
                            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    found = re.search(rb"Collected : (\d+)", result.stderr)
    if result.returncode or not found:
        sys.exit(result.stderr.decode())
    return int(found[1])


def measure_instructions(programs, corpus, folder):
    small = os.path.join(folder, "small.txt")
    with open(small, "w") as f:
        f.write("Police arrested two men.\n")
    sentences, words = count(programs[0], corpus, folder)
    print(f"corpus: {sentences} sentences, {words} words")
    base = [instructions([b, "code", small], folder) for b in programs]
    total = [instructions([b, "code", corpus], folder) for b in programs]
    each = [(t - b) / sentences for t, b in zip(total, base)]
    return [("start-up, million instructions", [b / 1e6 for b in base], "{:.2f}"),
            ("code: instructions per sentence", each, "{:.0f}"),
            ("code: instructions per word",
             [(t - b) / words for t, b in zip(total, base)], "{:.0f}")]


def show(names, rows):
    print(f"{'':36s}" + "".join(f"{n[-24:]:>26s}" for n in names) +
          ("     B/A" if len(names) > 1 else ""))
    for title, values, form in rows:
        line = f"{title:36s}" + "".join(f"{form.format(v):>26s}" for v in values)
        if len(values) > 1 and isinstance(values[0], float):
            line += f"{values[1] / values[0]:8.3f}"
        elif len(values) > 1:
            line += "    same" if values[0] == values[1] else "  DIFFER"
        print(line)


def main():
    parser = argparse.ArgumentParser(prog="bench/run.sh")
    parser.add_argument("--instructions", action="store_true")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("build", nargs="+")
    args = parser.parse_args()
    if len(args.build) > 2:
        parser.error("two builds at most")
    programs = [program(b) for b in args.build]
    with tempfile.TemporaryDirectory(prefix="bede-bench-") as folder:
        corpus = make_corpus(folder, args.instructions)
        if args.instructions:
            rows = measure_instructions(programs, corpus, folder)
        else:
            rows = measure_time(programs, corpus, folder, args.rounds)
    show(args.build, rows)


if __name__ == "__main__":
    main()
