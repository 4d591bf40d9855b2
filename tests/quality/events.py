#!/usr/bin/env python3
"""Quality of types and standing on the sets beside the project, against floors.

usage: events.py BEDE

Relations between marked spans (../shared/data/events/PLV_train.tsv through
bench/plv.py) and the standing of given events (MEANTIME). Skipped (exit 77)
where the data are not there. A floor is what an earlier version reached or what
is asked for: raise it with every gain, and write the gain into doc/diary/.
"""
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
FLOORS = {'relations binary macro-F1': 0.90, 'relations quad macro-F1': 0.78,
          'relations root macro-F1': 0.66, 'standing mean F1': 60}


def shared():
    root = os.environ.get('BEDE_ROOT', '.')
    return os.environ.get('BEDE_SHARED') or os.path.join(root, '..', 'shared')


def output(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, encoding='utf-8', check=True).stdout


def run(python, *args):
    return output(sys.executable, python, *args)


def coded(bede, folder, name, text, *options):
    """The program's documents for JSON Lines in `text`, as a file."""
    docs, out = (os.path.join(folder, name + end) for end in ('.docs', '.out'))
    with open(docs, 'w', encoding='utf-8') as f:
        f.write(text)
    with open(out, 'w', encoding='utf-8') as f:
        f.write(output(bede, 'code', '--format', 'json', '--input', 'jsonl', *options, docs))
    return out


def written(folder, name, text):
    path = os.path.join(folder, name)
    with open(path, 'w', encoding='utf-8') as f:
        f.write(text)
    return path


def relations(bede, folder, bench, gold):
    plv = os.path.join(HERE, '..', '..', 'bench', 'plv.py')
    out = coded(bede, folder, 'plv', run(plv, 'docs', gold))
    pred = written(folder, 'plv.pred', run(plv, 'map', gold, out))
    report = run(os.path.join(bench, 'score_plv.py'), gold, pred)
    names = {'binary': 'binary', 'penta': 'quad', 'root': 'root'}
    return {'relations %s macro-F1' % names[k]: float(v)
            for k, v in re.findall(r'== (\w+): .*? macro-F1=([\d.]+)', report)}


def standing(bede, folder, bench, gold):
    with open(gold, encoding='utf-8') as f:
        out = coded(bede, folder, 'fact', f.read(), '--with-predicates')
    pred = written(folder, 'fact.pred', run(os.path.join(bench, 'bede_map.py'), 'fact', out))
    report = run(os.path.join(bench, 'score_fact.py'), gold, pred)
    f1 = [float(v) for k, v in re.findall(r'(\w+) +gold .*? F1 +([\d.]+)', report)
          if k in ('asserted', 'planned', 'negated')]
    return {'standing mean F1': round(sum(f1) / 3, 2)}


def main():
    data, bench = (os.path.join(shared(), n) for n in ('data', 'bench'))
    if not os.path.isdir(os.path.join(data, 'events')):
        print('no event data beside the project')
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        got = relations(sys.argv[1], folder, bench, os.path.join(data, 'events', 'PLV_train.tsv'))
        got.update(standing(sys.argv[1], folder, bench, os.path.join(data, 'time', 'meantime.dev.jsonl')))
    failed = 0
    for name, floor in FLOORS.items():
        failed += got[name] < floor
        print('%-6s %s: %s (floor %s)' % ('below' if got[name] < floor else 'ok', name, got[name], floor))
    sys.exit(failed > 0)


if __name__ == '__main__':
    main()
