#!/usr/bin/env python3
"""Expressions of time of news, against floors.

usage: timex.py BEDE

Codes the texts of MEANTIME's development part (../shared/data/time or
$BEDE_SHARED), scores their TIMEX3 with ../shared/bench/score_timex.py and
compares the figures with FLOORS. The gold has oddities: weeks that no calendar
numbers so, "PY5" for "P5Y". Skipped (exit 77) where the data are not there.
"""
import os
import re
import subprocess
import sys
import tempfile

FLOORS = {'strict': 85, 'value': 75.5, 'type': 85.5}


def shared():
    root = os.environ.get('BEDE_ROOT', '.')
    return os.environ.get('BEDE_SHARED') or os.path.join(root, '..', 'shared')


def output_of(*command):
    return subprocess.run([sys.executable, *command], stdout=subprocess.PIPE, text=True, check=True).stdout


def main():
    gold = os.path.join(shared(), 'data', 'time', 'meantime.dev.jsonl')
    bench = os.path.join(shared(), 'bench')
    if not os.path.isfile(gold):
        print('no expressions of time beside the project')
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        coded, found = os.path.join(folder, 'coded.jsonl'), os.path.join(folder, 'timex.jsonl')
        subprocess.run([sys.argv[1], 'code', '--format', 'json', '--input', 'jsonl', '-o', coded, gold], check=True)
        with open(found, 'w', encoding='utf-8') as out:
            out.write(output_of(os.path.join(bench, 'bede_map.py'), 'timex', coded))
        table = output_of(os.path.join(bench, 'score_timex.py'), gold, found, '--by-type')
    print(table)
    failed = 0
    for name, floor in FLOORS.items():
        value = float(re.search(r'^%s .* F1 +([\d.]+)' % name, table, re.M).group(1))
        failed += value < floor
        print('%-6s %s F1: %s (floor %s)' % ('below' if value < floor else 'ok', name, value, floor))
    sys.exit(failed > 0)


if __name__ == '__main__':
    main()
