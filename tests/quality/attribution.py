#!/usr/bin/env python3
"""Who says what to which words: attribution relations of news, against floors.

usage: attribution.py BEDE [train]

Codes the texts of PolNeAR's development part (../shared/data/attribution or
$BEDE_SHARED), scores them with ../shared/bench/score_attr.py and compares the
figures with FLOORS. The gold has no relation inside another one's content, so
that each link of a chain but the outermost counts as wrong there. With `train`
the training part is scored, without floors. Skipped (exit 77) where the data are
not there.
"""
import json
import os
import re
import subprocess
import sys
import tempfile

FLOORS = {'source exact': 61, 'cue exact': 59.5, 'content exact': 49, 'triple overlap': 63,
          'source of content': 89}


def shared():
    root = os.environ.get('BEDE_ROOT', '.')
    return os.environ.get('BEDE_SHARED') or os.path.join(root, '..', 'shared')


def figures(table):
    got = {}
    for role in ('source', 'cue', 'content'):
        got[role + ' exact'] = float(re.search(r'^%s +exact +\S+ +\S+ +(\S+)' % role, table, re.M).group(1))
    got['triple overlap'] = float(re.search(r'triple_overlap +\S+ +\S+ +(\S+)', table).group(1))
    got['source of content'] = float(re.search(r'matched content .*?overlap (\S+)', table).group(1))
    return got


def main():
    part = 'train' if sys.argv[2:] == ['train'] else 'dev'
    gold = os.path.join(shared(), 'data', 'attribution', 'polnear_%s.jsonl' % part)
    if not os.path.isfile(gold):
        print('no attribution data beside the project')
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        texts, coded = os.path.join(folder, 'texts.jsonl'), os.path.join(folder, 'coded.jsonl')
        with open(texts, 'w', encoding='utf-8') as out:
            for line in open(gold, encoding='utf-8'):
                record = json.loads(line)
                out.write(json.dumps({'id': record['id'], 'text': record['text']}) + '\n')
        subprocess.run([sys.argv[1], 'code', '--format', 'json', '-o', coded, texts], check=True)
        table = subprocess.run([sys.executable, os.path.join(shared(), 'bench', 'score_attr.py'), gold, coded],
                               stdout=subprocess.PIPE, text=True, check=True).stdout
    print(table)
    failed = 0
    for name, value in figures(table).items():
        floor = FLOORS.get(name, 0) if part == 'dev' else 0
        failed += value < floor
        print('%-6s %s: %s (floor %s)' % ('below' if value < floor else 'ok', name, value, floor))
    sys.exit(failed > 0)


if __name__ == '__main__':
    main()
