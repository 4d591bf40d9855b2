#!/usr/bin/env python3
"""Prints the ten longest functions; fails on what is too long.

usage: top_length.py ROOT

A function over 100 lines needs a comment before it with the word "Long:" and
the reason; a file may have 800 lines. Functions are found by the house format:
the opening and the closing brace stand alone in the first column.
"""
import os
import re
import sys

FOLDERS = ("include", "src", "cli", "train", "tests", "tools", "bench")
FUNCTION_LINES = 100
FILE_LINES = 800
NAME = re.compile(r"(?:TEST\()?(\w+)\s*[()]")


def functions(lines):
    """Yields (name, first line, length, comment); one-line bodies too."""
    start = None
    for i, line in enumerate(lines):
        if line == "{" and start is None:
            start = i
            while start > 0 and lines[start - 1] and \
                    not lines[start - 1].startswith(("//", "}", "#")) and \
                    not lines[start - 1].endswith((";", "*/")):
                start -= 1
        elif line == "}" and start is not None:
            comment = start
            while comment > 0 and lines[comment - 1].startswith("//"):
                comment -= 1
            match = NAME.search(" ".join(lines[start:i]))
            yield (match[1] if match else "?", start + 1, i - start + 1,
                   " ".join(lines[comment:start]))
            start = None
        elif start is None and re.match(r"\w.*\) \{ .* \}$", line):
            match = NAME.search(line)
            yield match[1] if match else "?", i + 1, 1, ""


def main():
    root = sys.argv[1]
    found, failed = [], False
    for top in FOLDERS:
        for folder, _, files in sorted(os.walk(os.path.join(root, top))):
            for name in sorted(files):
                if not name.endswith((".c", ".h")):
                    continue
                path = os.path.join(folder, name)
                shown = os.path.relpath(path, root)
                with open(path, encoding="utf-8") as f:
                    lines = f.read().split("\n")
                if len(lines) - 1 > FILE_LINES:
                    print(f"{shown}: {len(lines) - 1} lines, over {FILE_LINES}")
                    failed = True
                for function, line, length, comment in functions(lines):
                    found.append((length, shown, line, function,
                                  "Long:" in comment))
    found.sort(key=lambda f: (-f[0], f[1], f[2]))
    for length, shown, line, function, _ in found[:10]:
        print(f"{length:5} {shown}:{line}: {function}")
    for length, shown, line, function, excused in found:
        if length > FUNCTION_LINES and not excused:
            print(f"{shown}:{line}: {function} has {length} lines, over "
                  f"{FUNCTION_LINES}, and no comment with \"Long:\"")
            failed = True
    if found:
        lengths = sorted(f[0] for f in found)
        print(f"{len(found)} functions, median {lengths[len(found) // 2]} "
              f"lines, 9 in 10 up to {lengths[len(found) * 9 // 10]}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
