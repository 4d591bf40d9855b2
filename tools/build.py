#!/usr/bin/env python3
"""Builds a Meson build folder with brief progress on standard error.

usage: build.py FOLDER

On a terminal ninja's own line is shown. Elsewhere every quarter of the way is
told, and everything that is no progress (warnings, errors) goes through.
"""
import os
import re
import subprocess
import sys

PROGRESS = re.compile(r"^\[(\d+)/(\d+)\] ")
DULL = re.compile(r"^ninja: (Entering directory|no work to do)")


def main():
    folder = sys.argv[1]
    command = ["ninja", "-C", folder]
    shown = os.path.relpath(folder)
    if sys.stderr.isatty():
        sys.exit(subprocess.call(command, stdout=sys.stderr.fileno()))
    quarter = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True,
                          stderr=subprocess.STDOUT, errors="replace") as ninja:
        for line in ninja.stdout:
            match = PROGRESS.match(line)
            if match:
                done, total = int(match[1]), int(match[2])
                if total > 3 and done * 4 // total > quarter:
                    quarter = done * 4 // total
                    print(f"Building in {shown}: {done} of {total} steps",
                          file=sys.stderr, flush=True)
            elif not DULL.match(line):
                print(line, end="", file=sys.stderr, flush=True)
    sys.exit(ninja.returncode)


if __name__ == "__main__":
    main()
