#!/usr/bin/env python3
"""Quality of claims on the development data, against floors.

usage: claims.py BEDE

Runs the program over the project's first article and the development reports
(../shared/data/reports or $BEDE_SHARED), scores them with ../shared/bench and
compares the figures with FLOORS. Skipped (exit 77) where the data are not there.
A floor is what an earlier version reached: raise it with every gain, and write
the gain into doc/diary/.
"""
import os
import re
import subprocess
import sys
import tempfile

FLOORS = {'claims F1': 0.75, 'full claim F1': 0.45, 'mode': 0.75,
          'status macro-F1': 0.55, 'polarity macro-F1': 0.70, 'certainty macro-F1': 0.65,
          'article claims': 14, 'article quotations': 12, 'article citations': 7, 'article labels': 27,
          'article estimates': 6, 'date': 0.80, 'place': 0.85, 'toll': 9}


def shared():
    root = os.environ.get('BEDE_ROOT', '.')
    return os.environ.get('BEDE_SHARED') or os.path.join(root, '..', 'shared')


def score(bede, reports, bench, name, scorer):
    docs = os.path.join(reports, name + '.docs.jsonl')
    gold = os.path.join(reports, name + '.gold.jsonl')
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl') as out:
        subprocess.run([bede, 'code', '--format', 'json', '--input', 'jsonl', docs],
                       stdout=out, check=True)
        return subprocess.run([sys.executable, os.path.join(bench, scorer), docs, gold, out.name],
                              stdout=subprocess.PIPE, text=True, check=True).stdout


def figures(article, claims):
    got = {'claims F1': float(re.search(r'F1 ([\d.]+)', claims).group(1))}
    got['full claim F1'] = float(re.search(r'full claim .*? F1 ([\d.]+)', claims).group(1))
    got['mode'] = float(re.search(r'mode +\d+/\d+ = ([\d.]+)', claims).group(1))
    for what in ('status', 'polarity', 'certainty'):
        got[what + ' macro-F1'] = float(re.search(what + r' .*? macro-F1 ([\d.]+)', claims).group(1))
    for what in ('date', 'place'):
        got[what] = float(re.search(r'%s +\d+/\d+ = ([\d.]+)' % what, claims).group(1))
    got['toll'] = sum(int(re.search(r'%s +(\d+)/' % what, claims).group(1)) for what in ('dead', 'injured'))
    for what in ('claims', 'quotations', 'citations', 'labels', 'estimates'):
        got['article ' + what] = int(re.search(r'\b%s (\d+)/' % what, article).group(1))
    extras, total = map(int, re.search(r'extras (\d+) of (\d+)', article).groups())
    forbidden, bad = map(int, re.search(r'forbidden (\d+), bad evidence (\d+)', article).groups())
    got['article extras fewer than found'] = int(extras < got['article claims'])
    got['article nothing forbidden'] = int(forbidden == 0)
    got['article all evidence in the text'] = int(bad == 0)
    return got


def main():
    reports = os.path.join(shared(), 'data', 'reports')
    bench = os.path.join(shared(), 'bench')
    if not os.path.isdir(reports):
        print('no development data beside the project')
        sys.exit(77)
    article = score(sys.argv[1], reports, bench, 'article', 'score_article.py')
    claims = score(sys.argv[1], reports, bench, 'dev', 'score_claims.py')
    print(article + claims)
    failed = 0
    for name, value in figures(article, claims).items():
        floor = FLOORS.get(name, 1)
        failed += value < floor
        print('%-6s %s: %s (floor %s)' % ('below' if value < floor else 'ok', name, value, floor))
    sys.exit(failed > 0)


if __name__ == '__main__':
    main()
