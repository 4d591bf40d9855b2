#!/usr/bin/env python3
"""Adds up the tests of one or more build folders.

usage: test_summary.py FOLDER...

Reads meson-logs/testlog.json of each folder, prints the failures with the end
of their output, and last one line alone: "N passed, N failed", and ", N
skipped" if any. Exit 1 if any failed or none passed.
"""
import json
import os
import sys

PASSED = ("OK", "EXPECTEDFAIL")
TAIL_LINES = 25


def results(folder):
    path = os.path.join(folder, "meson-logs", "testlog.json")
    try:
        with open(path, encoding="utf-8") as f:
            return [json.loads(line) for line in f if line.strip()]
    except OSError as error:
        return [{"name": "the tests of this folder", "result": "NOT RUN",
                 "stdout": str(error)}]


def show_failure(folder, test):
    print(f"FAILED {os.path.basename(folder)}: {test['name']} "
          f"({test['result']})")
    output = (test.get("stdout") or "") + (test.get("stderr") or "")
    for line in output.strip().split("\n")[-TAIL_LINES:]:
        print("    " + line)


def main():
    passed = failed = skipped = 0
    for folder in sys.argv[1:]:
        for test in results(folder):
            if test["result"] in PASSED:
                passed += 1
            elif test["result"] == "SKIP":
                skipped += 1
                print(f"skipped {os.path.basename(folder)}: {test['name']}")
            else:
                failed += 1
                show_failure(folder, test)
    line = f"{passed} passed, {failed} failed"
    print(line + (f", {skipped} skipped" if skipped else ""))
    sys.exit(1 if failed or not passed else 0)


if __name__ == "__main__":
    main()
