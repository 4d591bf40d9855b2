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


class Build:
    """A build folder or a program, and options for what it codes."""

    def __init__(self, path, options):
        self.name = path
        self.folder = path if os.path.isdir(path) else None
        self.program = self.find(
            os.path.join(path, "bede") if self.folder else path)
        self.options = options

    @staticmethod
    def find(path):
        if not os.access(path, os.X_OK):
            sys.exit(f"measure.py: {path} is no program")
        return os.path.abspath(path)

    def command(self, name, *args):
        return [self.program, name, *self.options, *args]

    def syntax(self):
        if not self.folder:
            sys.exit(f"measure.py: {self.name} is no build folder")
        return self.find(os.path.join(self.folder, "bench", "syntax"))


def make_corpus(folder, *options):
    path = os.path.join(folder, "corpus.jsonl")
    args = [sys.executable, os.path.join(HERE, "corpus.py")]
    with open(path, "wb") as f:
        subprocess.run([*args, *options], stdout=f, check=True)
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


def count(build, corpus, folder):
    """Sentences and words of the corpus, by the program itself."""
    path = os.path.join(folder, "parsed")
    timed(build.command("parse", corpus), path)
    words = sentences = 0
    with open(path, "rb") as f:
        for line in f:
            words += line[:1].isdigit() and b"-" not in line.split(b"\t", 1)[0]
            sentences += line == b"\n"
    return sentences, words


def measure_time(builds, corpus, folder, rounds):
    small = os.path.join(folder, "small.txt")
    with open(small, "w") as f:
        f.write("Police arrested two men.\n")
    sentences, words = count(builds[0], corpus, folder)
    size = os.path.getsize(corpus)
    print(f"corpus: {sentences} sentences, {words} words, "
          f"{size / 1e6:.1f} MB")
    code = [[] for _ in builds]
    parse = [[] for _ in builds]
    start = [[] for _ in builds]
    peak = [0.0 for _ in builds]
    hashes = [None for _ in builds]
    # The builds take turns, so that a slow moment of the machine hits both.
    for _ in range(rounds):
        for i, build in enumerate(builds):
            out = os.path.join(folder, "out")
            cpu, _, memory = timed(build.command("code", corpus), out)
            code[i].append(cpu)
            peak[i] = max(peak[i], memory)
            hashes[i] = digest(out)
            parse[i].append(timed(build.command("parse", corpus))[0])
    for _ in range(STARTS):
        for i, build in enumerate(builds):
            start[i].append(timed(build.command("code", small))[1])
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


def measure_instructions(builds, corpus, folder):
    small = os.path.join(folder, "small.txt")
    with open(small, "w") as f:
        f.write("Police arrested two men.\n")
    sentences, words = count(builds[0], corpus, folder)
    print(f"corpus: {sentences} sentences, {words} words")
    base = [instructions(b.command("code", small), folder) for b in builds]
    total = [instructions(b.command("code", corpus), folder) for b in builds]
    each = [(t - b) / sentences for t, b in zip(total, base)]
    return [("start-up, million instructions", [b / 1e6 for b in base], "{:.2f}"),
            ("code: instructions per sentence", each, "{:.0f}"),
            ("code: instructions per word",
             [(t - b) / words for t, b in zip(total, base)], "{:.0f}")]


def best_of(name, values):
    """A word that must always be the same, a ratio, or a speed."""
    if name.split(".")[-1] in ("model", "output"):
        return "/".join(sorted(set(values)))
    numbers = [float(v) for v in values]
    return statistics.median(numbers) if "ratio" in name else max(numbers)


def syntax_row(name, found):
    """A row of the table; a kernel may be in one of the builds only."""
    values = [best_of(name, f) if f else None for f in found]
    if any(isinstance(v, str) for v in values):
        return name, values, "{}"
    return name, values, "{:.3f}" if "ratio" in name else "{:.0f}"


def measure_syntax(builds, corpus, folder, rounds, model):
    """The passes of the parser over the same words for each build."""
    path = os.path.join(folder, "words.conllu")
    timed(builds[0].command("parse", corpus), path)
    found = [{} for _ in builds]
    for _ in range(rounds):
        for build, figures in zip(builds, found):
            result = subprocess.run(
                [build.syntax(), *(["-m", model] if model else []),
                 "-r", "1", path], stdout=subprocess.PIPE)
            if result.returncode:
                sys.exit(f"measure.py: {build.syntax()} failed")
            for line in result.stdout.decode().splitlines():
                name, value = line.split()
                figures.setdefault(name, []).append(value)
    names = dict.fromkeys(name for figures in found for name in figures)
    return [syntax_row(name, [figures.get(name) for figures in found])
            for name in names]


def compare(a, b):
    if isinstance(a, float):
        return f"{b / a:8.3f}"
    return "    same" if a == b else "  DIFFER"


def show(names, rows):
    print(f"{'':36s}" + "".join(f"{n[-24:]:>26s}" for n in names) +
          ("     B/A" if len(names) > 1 else ""))
    for title, values, form in rows:
        line = f"{title:36s}" + "".join(
            f"{'-' if v is None else form.format(v):>26s}" for v in values)
        if len(values) > 1 and None not in values:
            line += compare(*values)
        print(line)


def main():
    parser = argparse.ArgumentParser(prog="bench/run.sh")
    parser.add_argument("--instructions", action="store_true")
    parser.add_argument("--syntax", action="store_true")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--model")
    parser.add_argument("--accurate", action="store_true")
    parser.add_argument("build", nargs="+")
    args = parser.parse_args()
    if len(args.build) > 2:
        parser.error("two builds at most")
    options = ["--model", args.model] if args.model else []
    options += ["--accurate"] if args.accurate else []
    builds = [Build(b, options) for b in args.build]
    with tempfile.TemporaryDirectory(prefix="bede-bench-") as folder:
        if args.instructions:
            corpus = make_corpus(folder, "--small")
            rows = measure_instructions(builds, corpus, folder)
        elif args.syntax:
            corpus = make_corpus(folder, "--once")
            rows = measure_syntax(builds, corpus, folder, args.rounds,
                                  args.model)
        else:
            corpus = make_corpus(folder)
            rows = measure_time(builds, corpus, folder, args.rounds)
    show(args.build, rows)


if __name__ == "__main__":
    main()
