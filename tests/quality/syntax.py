#!/usr/bin/env python3
"""Quality of tags, lemmas, trees and names on the development treebanks, against floors.

usage: syntax.py BEDE

Annotates the given tokens of EWT and GUM anew and the tokens of UNER, scores them with ../shared/bench and
compares the figures with FLOORS. Skipped (exit 77) where the data are not there.
A floor is what an earlier version reached: raise it with every gain.
"""
import os
import re
import subprocess
import sys
import tempfile

FLOORS = {
    'ewt': {'UPOS': 95.8, 'XPOS': 95.0, 'lemma': 97.2, 'UAS': 88.4, 'LAS': 85.2},
    'gum': {'UPOS': 97.0, 'XPOS': 96.8, 'lemma': 98.1, 'UAS': 88.1, 'LAS': 85.2},
    'names': {'F1': 71.0},
    'ewt accurate': {'UPOS': 96.1, 'UAS': 89.2, 'LAS': 86.2},
    'gum accurate': {'UPOS': 97.3, 'UAS': 89.5, 'LAS': 86.8},
}


def shared():
    root = os.environ.get('BEDE_ROOT', '.')
    return os.environ.get('BEDE_SHARED') or os.path.join(root, '..', 'shared')


def output(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, encoding='utf-8', check=True).stdout


def annotate(bede, conllu, out, *options):
    out.write(output(bede, 'parse', '--input', 'conllu', *options, conllu))
    out.flush()


def treebank(bede, bench, gold, *options):
    with tempfile.NamedTemporaryFile('w', suffix='.conllu', encoding='utf-8') as out:
        annotate(bede, gold, out, *options)
        report = output(sys.executable, os.path.join(bench, 'score_conllu.py'), gold, out.name)
    return {k: float(v) for k, v in re.findall(r'(\w+) (\d+\.\d+)', report)}


def names(bede, bench, gold):
    with tempfile.NamedTemporaryFile('w', suffix='.conllu', encoding='utf-8') as given, \
         tempfile.NamedTemporaryFile('w', suffix='.conllu', encoding='utf-8') as out:
        given.write(output(sys.executable, os.path.join(bench, 'iob2_conllu.py'), gold))
        given.flush()
        annotate(bede, given.name, out)
        report = output(sys.executable, os.path.join(bench, 'score_ner.py'), gold, out.name)
    return {'F1': float(re.search(r'all: .*F1 ([\d.]+)', report).group(1))}


def main():
    data = os.path.join(shared(), 'data', 'syntax')
    bench = os.path.join(shared(), 'bench')
    if not os.path.isdir(data):
        print('no development data beside the project')
        sys.exit(77)
    bede = sys.argv[1]
    figures = {
        'ewt': treebank(bede, bench, os.path.join(data, 'ewt.dev.conllu')),
        'gum': treebank(bede, bench, os.path.join(data, 'gum.dev.conllu')),
        'names': names(bede, bench, os.path.join(data, 'uner_ewt.dev.iob2')),
        'ewt accurate': treebank(bede, bench, os.path.join(data, 'ewt.dev.conllu'), '--accurate'),
        'gum accurate': treebank(bede, bench, os.path.join(data, 'gum.dev.conllu'), '--accurate'),
    }
    failed = 0
    for part, floors in FLOORS.items():
        for name, floor in floors.items():
            value = figures[part][name]
            failed += value < floor
            print('%s %s %s %.2f (floor %.2f)' % ('FAIL' if value < floor else 'ok', part, name, value, floor))
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
