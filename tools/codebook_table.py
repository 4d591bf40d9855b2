#!/usr/bin/env python3
"""What codes what, from the knowledge and the codebook's tables, as doc/coding.md.

usage: codebook_table.py ROOT [--check]

Writes the tables of ROOT/doc/coding.md between their marks; with --check
nothing is written and the exit status is 1 when the page is not what would be
written, or when a type, a mode or a CAMEO code from 02 to 20 has nothing that
codes it.
"""
import collections
import os
import re
import sys

EVENTS = ('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST',
          'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT')
GRAMMAR = ('NEG', 'NEG_FUTURE', 'FUTURE', 'OWN_FUTURE', 'OWN_THREAT', 'POSSIBLE',
           'CONDITIONAL', 'NECESSARY')


def lines_of(path):
    for line in open(path, encoding='utf-8'):
        line = re.sub(r'(^|\s)#.*', '', line).strip()
        if line:
            yield line


def txt_files(folder):
    return [os.path.join(folder, n) for n in sorted(os.listdir(folder)) if n.endswith('.txt')]


def read_predicates(root):
    """Counter over (type, mode, code, part of speech)."""
    senses = collections.Counter()
    for path in txt_files(os.path.join(root, 'knowledge', 'predicates')):
        section = None
        for line in lines_of(path):
            if line.startswith('['):
                section = (line.strip('[]').split() + ['-', '-'])[:3]
                continue
            mode = re.search(r'\bmode=(\S+)', line)
            code = re.search(r'\bcameo=(\S+)', line)
            senses[section[0], mode.group(1) if mode else section[1],
                   code.group(1) if code else section[2], line[0]] += 1
    return senses


def read_cells(root):
    """[(operator, [inner], result words, {option: value})]"""
    cells = []
    for path in txt_files(os.path.join(root, 'knowledge', 'compose')):
        for line in lines_of(path):
            fields = [f.strip() for f in line.split('|')]
            options = dict(f.split() for f in fields[3:])
            cells.append((fields[0], fields[1].split(), fields[2].split(), options))
    return cells


def read_operators(root):
    words = collections.Counter()
    for path in txt_files(os.path.join(root, 'knowledge', 'operators')):
        section = None
        for line in lines_of(path):
            if line.startswith('['):
                section = line.strip('[]')
            else:
                words[section] += 1
    return words


def read_c_table(root, name, fields):
    text = open(os.path.join(root, 'src', 'ann', 'cameo.c'), encoding='utf-8').read()
    text = text[text.index('#define %s(X)' % name):]
    text = text[:text.index('// clang-format on')]
    rows = re.findall(r'X\(([^()]*)\)', text[len('#define %s(X)' % name):])
    return [[f.strip().strip('"') for f in row.split(',')][:fields] for row in rows]


def plain(symbol):
    """MODE_ASSAULT_HEAVY_WEAPONS -> heavy-weapons"""
    if symbol in ('MODE_NONE', 'EVENT_NONE'):
        return '-'
    if symbol.startswith('MODE_'):
        return symbol.split('_', 2)[2].lower().replace('_', '-')
    return symbol


def tenths(value):
    return '-' if value == 'NO' else '%.1f' % (int(value) / 10)


def modes_of(root):
    text = open(os.path.join(root, 'src', 'ann', 'ontology.h'), encoding='utf-8').read()
    found = collections.defaultdict(list)
    for event, name in re.findall(r'X\((\w+), \w+, "([\w-]+)",? ?\\?\s*-?\d+\)', text):
        if event in EVENTS:
            found[event].append(name)
    return found


def type_table(root, senses, missing):
    out = ['| type | mode | verbs | nouns | other | CAMEO codes |', '| --- | --- | --- | --- | --- | --- |']
    for event in EVENTS:
        for mode in ['-'] + modes_of(root)[event]:
            mine = {k: n for k, n in senses.items() if k[0] == event and k[1] == mode}
            by = collections.Counter()
            for key, n in mine.items():
                by[key[3]] += n
            if not mine and mode != '-':
                missing.append('%s %s' % (event, mode))
            codes = ' '.join(sorted({k[2] for k in mine if k[2] != '-'}))
            out.append('| %s | %s | %d | %d | %d | %s |' % (
                event, mode, by['v'], by['n'], sum(by.values()) - by['v'] - by['n'], codes))
    verbs = sum(n for k, n in senses.items() if k[3] == 'v')
    nouns = sum(n for k, n in senses.items() if k[3] == 'n')
    out += ['', '%d senses: %d of verbs, %d of nouns, %d of adjectives.' % (
        sum(senses.values()), verbs, nouns, sum(senses.values()) - verbs - nouns)]
    return out


def composed_codes(cells, refinements, direct):
    """By code: the operators that give it, itself or refined by an inner code."""
    by = collections.defaultdict(set)
    known = set(direct)
    for operator, _, result, _ in cells:
        if result[0] != '-' and result[-1].isdigit():
            by[result[-1]].add(operator)
    for _ in range(2):  # what is refined may be refined again
        for outer, inner, code in refinements:
            if outer in by and any(c.startswith(inner) for c in known | set(by)):
                by[code] |= by[outer]
            elif outer in known and any(c.startswith(inner) for c in known | set(by)):
                by[code].add('demands')
    return by


def cameo_table(root, senses, cells, missing):
    direct = collections.Counter()
    for (_, _, code, _), n in senses.items():
        direct[code] += n
    refinements = read_c_table(root, 'REFINE_LIST', 3)
    composed = composed_codes(cells, refinements, direct)
    out = ['| CAMEO | PLOVER | also | contexts | Goldstein ICEWS, GDELT | quad ICEWS, GDELT | senses | through operators |',
           '| --- | --- | --- | --- | --- | --- | --- | --- |']
    for code, event, mode, also, icews, gdelt, qg, qi, contexts in read_c_table(root, 'CAMEO_LIST', 9):
        if not direct[code] and not composed[code] and not code.startswith('01'):
            missing.append('CAMEO %s' % code)
        names = sorted(composed[code])
        shown = ' '.join(names[:6]) + (' and %d more' % (len(names) - 6) if len(names) > 6 else '')
        out.append('| %s | %s %s | %s | %s | %s, %s | %s, %s | %d | %s |' % (
            code, plain(event), plain(mode), plain(also), contexts or '-', tenths(icews),
            tenths(gdelt), qi, qg, direct[code], shown or '-'))
    return out


def cell_text(result, options):
    keep = options.get('keep', 'no')
    own = '' if result[0] == '-' else ' '.join(w for w in result if w != '-')
    inner = {'no': '', 'yes': 'act', 'claimed': 'act, done by the claimer'}.get(keep, 'act ' + keep)
    return ' + '.join(t for t in (own, inner) if t) or 'nothing'


def composition_table(cells, words):
    out = ['| operator (words) | act below it | becomes |', '| --- | --- | --- |']
    rows = collections.OrderedDict()
    for operator, inner, result, options in cells:
        rows.setdefault((operator, cell_text(result, options)), []).extend(inner)
    for (operator, text), inner in rows.items():
        what = 'all others' if inner == ['*'] and any(
            k[0] == operator and k[1] != text for k in rows) else ' '.join(inner).replace('*', 'all')
        name = operator if operator in GRAMMAR else '%s (%d)' % (operator, words[operator])
        out.append('| %s | %s | %s |' % (name, what, text))
    return out


def replace(page, name, lines):
    begin, end = '<!-- %s -->\n' % name, '<!-- end of %s -->\n' % name
    head, rest = page.split(begin)
    return head + begin + '\n'.join(lines) + '\n' + end + rest.split(end)[1]


def main():
    root = sys.argv[1]
    path = os.path.join(root, 'doc', 'coding.md')
    page = open(path, encoding='utf-8').read()
    senses, cells, missing = read_predicates(root), read_cells(root), []
    new = replace(page, 'types', type_table(root, senses, missing))
    new = replace(new, 'codes', cameo_table(root, senses, cells, missing))
    new = replace(new, 'composition', composition_table(cells, read_operators(root)))
    for what in missing:
        print('codebook_table.py: nothing codes %s' % what, file=sys.stderr)
    if '--check' not in sys.argv[2:]:
        open(path, 'w', encoding='utf-8').write(new)
        return 0
    if new != page:
        print('codebook_table.py: doc/coding.md is stale', file=sys.stderr)
    return 1 if missing or new != page else 0


if __name__ == '__main__':
    sys.exit(main())
