#!/usr/bin/env python3
"""Quality of dates, numbers and places on our own tables, against floors.

usage: setting.py BEDE [dates|numbers|places|reports ...] [--errors [CLASS]]

Runs the program over the tables of tests/setting (their forms are told in its
README). Each table is two halves: a case of dates, numbers and places belongs
to the developing half or to the measuring one by a checksum of its text,
reports stand in a file of each. Only errors of the developing half are shown.
An answer is right when all of it is: of a date span, type, value, mod and
interval; of a number span, bounds, qualifier, what is counted, population; of a
place name or country and precision apart. A floor is what an earlier version
reached: raise it with every gain, and write the gain into doc/diary/.
"""
import collections
import difflib
import json
import os
import re
import subprocess
import sys
import unicodedata
import zlib

HALVES = ('develop', 'measure')
TABLES = ('dates', 'numbers', 'places', 'reports')
# (table, half): floor
FLOORS = {('dates', 'develop'): 0.98, ('dates', 'measure'): 0.94,
          ('numbers', 'develop'): 0.83, ('numbers', 'measure'): 0.70,
          ('places', 'develop'): 0.88, ('places', 'measure'): 0.80,
          ('reports date', 'develop'): 0.89, ('reports date', 'measure'): 0.80,
          ('reports place', 'develop'): 0.79, ('reports place', 'measure'): 0.61,
          ('reports numbers', 'develop'): 0.65, ('reports numbers', 'measure'): 0.70}


def root():
    return os.environ.get('BEDE_ROOT', '.')


def half_of(text):
    return HALVES[zlib.crc32(text.encode('utf-8')) & 1]


def run(bede, docs):
    """The document of each text, in order."""
    lines = ''.join(json.dumps(d) + '\n' for d in docs)
    out = subprocess.run([bede, 'code', '--format', 'json', '--input', 'jsonl', '-'],
                         input=lines, stdout=subprocess.PIPE, text=True, check=True).stdout
    return [json.loads(line) for line in out.splitlines()]


def cut(text, marks='{}'):
    """The text without marks and the spans that they enclosed."""
    out, spans, begin = [], [], None
    n = 0
    for c in text:
        if c == marks[0]:
            begin = n
        elif c == marks[1]:
            spans.append((begin, n))
        else:
            out.append(c)
            n += 1
    return ''.join(out), spans


def cases(path):
    """(class, near-miss, first line, answers) of a table."""
    group, case = '', None
    for line in open(path, encoding='utf-8'):
        line = line.rstrip('\n')
        if line.startswith('## '):
            group = line[3:]
        elif line.startswith('  '):
            case[3].append(line.strip())
        elif group and line.strip():
            if case:
                yield case
            miss = line.startswith('* ')
            case = (group, miss, line[2:] if miss else line, [])
    if case:
        yield case


class Score:
    """Right answers, answers given and due, by half and class."""

    def __init__(self, table, show):
        self.table, self.show = table, show
        self.right, self.given, self.due = (collections.Counter() for _ in range(3))

    def add(self, half, group, due, given, text, miss=False):
        right = list((collections.Counter(due) & collections.Counter(given)).elements())
        for key in ((half, ''), (half, group)):
            self.right[key] += len(right)
            self.given[key] += len(given)
            self.due[key] += len(due)
        wrong = collections.Counter(due) != collections.Counter(given)
        if wrong and half == 'develop' and self.show in ('', group):
            print(f'[{group}] {text}')
            for a in (collections.Counter(due) - collections.Counter(given)).elements():
                print('    due ', a)
            for a in (collections.Counter(given) - collections.Counter(due)).elements():
                print('    got ', a)

    def f1(self, key):
        n = self.given[key] + self.due[key]
        return 2 * self.right[key] / n if n else 1.0

    def report(self):
        failed = 0
        for half in HALVES:
            key = (half, '')
            floor = FLOORS.get((self.table, half), 0)
            value = self.f1(key)
            failed += round(value, 3) < floor
            print('%-6s %s, %s half: F1 %.3f (right %d, given %d, due %d; floor %.3f)' % (
                'below' if round(value, 3) < floor else 'ok', self.table, half, value, self.right[key],
                self.given[key], self.due[key], floor))
        return failed

    def by_class(self):
        for half, group in sorted(self.due):
            if group and half == 'develop':
                key = (half, group)
                print('   %-58s %.3f of %d' % (group[:58], self.f1(key), self.due[key]))


# --- dates and numbers

def date_of(d):
    day = '..'.join(x or '' for x in (d['from'], d['to'])) if d['from'] or d['to'] else '-'
    mod = ' ' + d['mod'] if d['mod'] else ''
    return f"{d['type']} {d['value']}{mod} | {day}"


def score_dates(bede, path, show):
    score, docs, rows = Score('dates', show), [], []
    for group, miss, line, answers in cases(path):
        day, text = line[1:].split(' ', 1)
        text, spans = cut(text)
        docs.append({'text': text, 'published': day} if day != '-' else {'text': text})
        rows.append((group, miss, text, [f'{text[b:e]!r} {a}' for (b, e), a in zip(spans, answers)]))
    for doc, (group, miss, text, due) in zip(run(bede, docs), rows):
        given = [f"{text[d['span'][0]:d['span'][1]]!r} {date_of(d)}" for d in doc['dates']]
        score.add(half_of(text), group, due, given, text, miss)
    return score


def bound(value):
    return '' if value is None else str(value)


def number_of(q):
    flags = [f for f in ('increase', 'part') if q.get(f)] + (['cumulative'] if q.get('cumulative') else [])
    return (f"{bound(q['low'])}..{bound(q['high'])} {q['qualifier']} | {q['of']} | {q['population']}" +
            ''.join(' | ' + f for f in sorted(flags)))


def number_due(answer):
    fields = [f.strip() for f in answer.split('|')]
    return ' | '.join(fields[:3] + sorted(fields[3:]))


def score_numbers(bede, path, show):
    score, docs, rows = Score('numbers', show), [], []
    for group, miss, line, answers in cases(path):
        text, spans = cut(line)
        docs.append({'text': text})
        rows.append((group, miss, text, spans, [number_due(a) for a in answers]))
    for doc, (group, miss, text, spans, due) in zip(run(bede, docs), rows):
        given = []
        for q in doc['quantities']:
            b, e = q['span']
            # the number stands inside the span, which also has its bound
            inside = [text[s:t] for s, t in spans if s < e and b < t]
            given.append(number_of(q) if inside else 'at ' + repr(text[b:e]) + ' ' + number_of(q))
        score.add(half_of(text), group, due, given, text, miss)
    return score


# --- places and reports

def plain(name):
    folded = unicodedata.normalize('NFKD', name or '')
    return re.sub(r"[-' .\u2019]+", '', ''.join(c for c in folded if not unicodedata.combining(c))).lower()


def claim_at(doc, span):
    """A claim whose trigger meets the span."""
    for c in doc['claims']:
        if any(b < span[1] and span[0] < e for b, e in c['trigger']):
            return c
    return None


def same_place(due, given):
    """Names of one place differ in spelling: Kut, Al Kut; Madani, Madinah."""
    (a, *rest), (b, *more) = due.split(' | '), given.split(' | ')
    return rest == more and (a in b or b in a or difflib.SequenceMatcher(None, a, b).ratio() > 0.7)


def place_of(claim):
    p = claim and claim['place']
    if not p:
        return '-'
    return f"{plain(p['name'])} | {p['country'] or '-'} | {p['precision']}"


def score_places(bede, path, show):
    score, docs, rows = Score('places', show), [], []
    for group, miss, line, answers in cases(path):
        line = line.replace(' \u00b6 ', '\n\n')
        text, spans = cut(line.replace('[', '').replace(']', ''))
        fields = [f.strip() for f in answers[0].split('|')] if answers else []
        due = [f'{plain(fields[0])} | {fields[1]} | {fields[2]}'] if fields else []
        docs.append({'text': text})
        rows.append((group, miss, text, spans, due))
    uncoded = 0
    for doc, (group, miss, text, spans, due) in zip(run(bede, docs), rows):
        claim = claim_at(doc, spans[0])
        if not claim:
            uncoded += 1
            continue
        given = place_of(claim)
        if due and given != '-' and same_place(due[0], given):
            given = due[0]
        score.add(half_of(text), group, due, [] if given == '-' else [given], text, miss)
    print('   places: no claim at the act in %d of %d cases, left out' % (uncoded, len(rows)))
    return score


def reports(path):
    text, answers, day, inside = [], [], None, 0
    for line in open(path, encoding='utf-8'):
        line = line.rstrip('\n')
        if line.startswith('=== '):
            text, answers, day, inside = [], [], None, 1
        elif line == '===':
            yield day, text, answers
            inside = 0
        elif line == '---' and inside:
            inside = 2
        elif inside == 1 and line.startswith('@') and day is None:
            day = line[1:].strip()
        elif inside == 1:
            text.append(line)
        elif inside == 2 and line.strip():
            answers.append([f.strip() for f in line.split('|')])


def occurrence(text, trigger):
    """The span of a trigger, the n-th of `words@n`."""
    words, _, n = trigger.partition('@')
    at = -1
    for _ in range(int(n or 1)):
        at = text.find(words, at + 1)
    return (at, at + len(words))


def spare_numbers(doc, told):
    """Numbers of claims that the gold does not tell apart ("killing four" in an
    ambush): by the told claim of the sentence whose trigger is nearest."""
    ids = {c['id'] for c in told}
    spare = collections.defaultdict(list)
    for c in doc['claims']:
        near = [t for t in told if t['sentence'] == c['sentence']]
        if c['id'] in ids or not near or not c['quantities']:
            continue
        best = min(near, key=lambda t: abs(t['trigger'][0][0] - c['trigger'][0][0]))
        spare[best['id']] += c['quantities']
    return spare


def date_due(field):
    return field.split(' ')[0] if field != '-' else '-'


def place_due(field):
    m = re.match(r'(.*), (\S+) (\w+) "', field)
    return f"{plain(m.group(1))} | {m.group(2).replace('XKX', 'KOS')} | {m.group(3)}" if m else '-'


def numbers_due(field):
    return sorted(x.strip() for x in field.split(';') if x.strip() not in ('-', ''))


def score_reports(bede, folder, show):
    kinds = {k: Score('reports ' + k, show if show in (None, '', k) else None) for k in ('date', 'place', 'numbers')}
    coded = collections.Counter()
    for half in HALVES:
        docs, rows = [], []
        for day, lines, answers in reports(os.path.join(folder, half, 'reports.txt')):
            title = lines[0][2:] if lines and lines[0].startswith('# ') else None
            body = '\n'.join(lines[1:] if title else lines).strip()
            docs.append({'text': body, 'published': day, **({'title': title} if title else {})})
            rows.append(((title + '\n\n' if title else '') + body, answers))
        for doc, (text, answers) in zip(run(bede, docs), rows):
            numbers = {q['id']: q for q in doc['quantities']}
            lines = [claim_at(doc, occurrence(text, a[0])) for a in answers]
            extra = spare_numbers(doc, [c for c in lines if c])
            for trigger, date, place, *rest in answers:
                span = occurrence(text, trigger)
                claim = claim_at(doc, span)
                coded[half, claim is not None] += 1
                if not claim:
                    continue
                d = claim['date']
                d_place, g_place = place_due(place), place_of(claim)
                if '-' not in (d_place, g_place) and same_place(d_place, g_place):
                    g_place = d_place
                where = text[max(0, span[0] - 150):span[0]] + '{' + text[span[0]:span[1]] + '}' + text[span[1]:span[1] + 150]
                where = where.replace('\n', ' ')
                for kind, due, given in (
                        ('date', date_due(date), f"{d['from']}..{d['to']}" if d else '-'),
                        ('place', d_place, g_place)):
                    kinds[kind].add(half, kind, [due] if due != '-' else [], [given] if given != '-' else [], where)
                got = sorted(f"{numbers[i]['of']} {bound(numbers[i]['low'])}..{bound(numbers[i]['high'])}"
                             for i in claim['quantities'] + extra.pop(claim['id'], []))
                kinds['numbers'].add(half, 'numbers', numbers_due(rest[0] if rest else '-'), got, where)
    for half in HALVES:
        n = coded[half, True] + coded[half, False]
        print('   reports, %s half: a claim at %d of %d acts, the others left out' % (half, coded[half, True], n))
    return list(kinds.values())


def main():
    args = sys.argv[2:]
    show = None
    if '--errors' in args:
        at = args.index('--errors')
        show = args[at + 1] if at + 1 < len(args) else ''
        del args[at:at + 2]
    folder = os.path.join(root(), 'tests', 'setting')
    failed = 0
    for table in args or TABLES:
        if table == 'reports':
            scores = score_reports(sys.argv[1], folder, show)
        else:
            score = {'dates': score_dates, 'numbers': score_numbers, 'places': score_places}[table]
            scores = [score(sys.argv[1], os.path.join(folder, table + '.txt'), show)]
        for s in scores:
            failed += s.report()
            if args:
                s.by_class()
    sys.exit(failed > 0)


if __name__ == '__main__':
    main()
