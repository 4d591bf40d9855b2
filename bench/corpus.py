#!/usr/bin/env python3
"""Makes the corpus that is measured: JSON Lines on standard output.

usage: corpus.py [--once|--small]

The reports of examples/, each several times under another id and with other
numbers, and, where the data beside the project are there ($BEDE_SHARED, else
../shared), the machine-written news of data/reports/synthetic.dev.jsonl. With
--once every report once; with --small every example once and nothing else. The
same files give the same bytes.
"""
import glob
import json
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SHARED = os.environ.get("BEDE_SHARED") or os.path.join(ROOT, "..", "shared")
COPIES = 40


def examples():
    folder = os.path.join(ROOT, "examples")
    for path in sorted(glob.glob(os.path.join(folder, "*.txt"))):
        if os.path.basename(path).upper().startswith("README"):
            continue
        with open(path, encoding="utf-8") as f:
            yield {"id": os.path.basename(path), "text": f.read()}
    for path in sorted(glob.glob(os.path.join(folder, "*.jsonl"))):
        with open(path, encoding="utf-8") as f:
            yield from map(json.loads, f)


def vary(record, copy):
    """The same report with other numbers, so that no two texts are equal."""
    text = re.sub(r"\b\d{2}\b", lambda m: str((int(m[0]) + copy) % 90 + 10),
                  record["text"])
    return {**record, "id": f"{record['id']}#{copy}", "text": text}


def main():
    small = "--small" in sys.argv[1:]
    once = small or "--once" in sys.argv[1:]
    for copy in range(1 if once else COPIES):
        for record in examples():
            print(json.dumps(vary(record, copy)))
    synthetic = os.path.join(SHARED, "data", "reports", "synthetic.dev.jsonl")
    if not small and os.path.exists(synthetic):
        with open(synthetic, encoding="utf-8") as f:
            sys.stdout.write(f.read())


if __name__ == "__main__":
    main()
