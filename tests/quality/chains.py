#!/usr/bin/env python3
"""Who says so, in our own reports.

    chains.py PROGRAM [HALF ...] [--errors KIND] [--max N] [--json]
    chains.py --check FILE ...

HALF is a folder of tests/attribution (develop, measure); both when none is
named. tests/attribution/README.md says the form of the reports. Each is coded
with its metadata and what is found is compared with what is due:

  chain      the chains of speakers behind the word that a statement hangs on:
             right when there are as many and each has the same speakers in the
             same order. Where the word is the trigger of a claim its `said_by`
             is taken, else the attributions whose content holds the word
  alone      of those: narrator alone, or somebody, told right
  innermost  of those: the innermost speaker right
  stance, polarity, certainty   of chains that are right (the last two: of claims)
  relation   of claims found with a right chain
  speaker    kind, entity, affiliation, outlet, reason: of speakers found
  label      found, with the right speaker; tone of those found; nolabel
  cite       the marker found, with the right target or none

--errors shows the cases behind a figure; with the measuring half it is refused.
--check reports what is wrong with the form of files. Exit 1 when a figure is
below its floor.
"""
import argparse
import collections
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
REPORTS = os.path.join(ROOT, 'tests', 'attribution')
FLOORS = {
    'develop': {'chain': 0.86, 'alone': 0.93, 'label': 0.90, 'nolabel': 1.0, 'cite': 1.0},
    'measure': {'chain': 0.80, 'alone': 0.87, 'innermost': 0.79, 'stance': 0.92, 'outlet': 0.90,
                'reason': 0.96, 'label': 0.70, 'cite': 1.0},
}
STANCES = ('says estimates believes alleges confesses admits confirms denies doubts asks demands '
           'promises threatens predicts hopes').split()
KINDS = 'person organization unnamed_person unnamed_group document impersonal'.split()
RELATIONS = 'actor recipient member_of_actor member_of_recipient held_by_recipient outside unknown'.split()
TONES = 'pejorative approving distancing legal_designation self_description'.split()
NARRATORS = 'author publisher unidentified'.split()
FIELDS = {'chain': 4, 'relation': 2, 'speaker': 6, 'label': 3, 'nolabel': 1, 'cite': 3,
          'narrator': 1, 'credit': 1}
SMALL = set('a an the of for to by in on at from and or his her its their who that which mr mrs ms dr'.split())


class FormError(Exception):
    pass


class Report:
    def __init__(self, name, about):
        self.name, self.about, self.meta, self.paragraphs, self.due = name, about, {}, [], []

    def text(self):
        return '\n\n'.join(self.paragraphs)

    def full(self):
        title = self.meta.get('title')
        return title + '\n\n' + self.text() if title else self.text()

    def place(self, words):
        """The code points of words as they stand in the text; `#2` is the second place."""
        m = re.match(r'(.*?) #(\d+)$', words)
        words, count = (m.group(1), int(m.group(2))) if m else (words, 1)
        found = [x.start() for x in re.finditer(bounded(words), self.full())]
        if len(found) < count:
            raise FormError('"%s" stands %d times in the text, not %d' % (words, len(found), count))
        if not m and len(found) > 1:
            raise FormError('"%s" stands %d times in the text: write #1, #2 ...' % (words, len(found)))
        return found[count - 1], found[count - 1] + len(words)


def bounded(words):
    left = r'(?<!\w)' if words[:1].isalnum() else ''
    right = r'(?!\w)' if words[-1:].isalnum() else ''
    return left + re.escape(words) + right


def read_file(path):
    """The reports of a file; a defect of the form is a FormError with its line."""
    reports, report, part, at = [], None, '', 0
    for at, line in enumerate(open(path, encoding='utf-8'), 1):
        line = line.rstrip('\n')
        if line.startswith('## '):
            name, _, about = line[3:].partition(' ')
            report, part = Report(name, about), 'meta'
            reports.append(report)
        elif report is None:
            continue
        elif part == 'meta' and line.strip():
            key, colon, value = line.partition(':')
            if not colon or key not in ('title', 'author', 'publisher', 'published'):
                raise FormError('%s:%d: no metadata line: %s' % (path, at, line))
            report.meta[key] = value.strip()
        elif part == 'meta':
            part = 'text'
        elif part == 'text' and line == '--':
            part = 'due'
        elif part == 'text' and line.strip():
            report.paragraphs.append(line)
        elif part == 'due' and line.strip():
            report.due.append((at, due_line(path, at, line)))
    return reports


def due_line(path, at, line):
    kind, _, rest = line.partition(' ')
    fields = [f.strip() for f in rest.split('|')]
    if kind not in FIELDS or len(fields) != FIELDS[kind] or '' in fields:
        raise FormError('%s:%d: no due line: %s' % (path, at, line))
    return [kind] + fields


def chains_of(field):
    """[[source, ...] ...]; the narrator alone is []"""
    chains = []
    for one in field.split(';'):
        one = [] if one.strip() == 'narrator' else [s.strip() for s in one.split('<')]
        chains.append([s for s in one if s != 'narrator'])
    return chains


def check_due(report, due):
    kind = due[0]
    if kind in ('chain', 'relation'):
        report.place(due[1])
    if kind == 'chain':
        for chain in chains_of(due[2]):
            for source in chain:
                if source != '-' and not re.search(bounded(re.sub(r' #\d+$', '', source)), report.full()):
                    raise FormError('no such words: %s' % source)
        standing = due[4].split()
        if due[3] not in STANCES + ['-'] or len(standing) != 2 or standing[0] not in '+-' or \
                standing[1] not in ('certain', 'uncertain'):
            raise FormError('stance or standing: %s | %s' % (due[3], due[4]))
    allowed = {'relation': (2, RELATIONS), 'speaker': (2, KINDS + ['?']), 'label': (3, TONES),
               'narrator': (1, NARRATORS)}.get(kind)
    if allowed and due[allowed[0]] not in allowed[1]:
        raise FormError('not one of %s: %s' % (' '.join(allowed[1]), due[allowed[0]]))
    if kind in ('label', 'nolabel', 'cite', 'credit') and due[1] != 'named':
        report.place(due[1])
    if kind == 'speaker':
        for words in [due[1]] + due[4:]:
            if words not in '-?' and not re.search(bounded(re.sub(r' #\d+$', '', words)), report.full()):
                raise FormError('no such words: %s' % words)
    if kind == 'label' and due[2] not in ('narrator', '-'):
        if not re.search(bounded(re.sub(r' #\d+$', '', due[2])), report.full()):
            raise FormError('no such words: %s' % due[2])
    if kind == 'cite':
        for words in due[2:]:
            if words != '-':
                report.place(words)


def check(paths):
    bad = lines = count = 0
    for path in paths:
        try:
            reports = read_file(path)
        except FormError as e:
            print(e)
            bad += 1
            continue
        for report in reports:
            count += 1
            words = len(report.text().split())
            if not 20 <= words <= 400 or not any(d[0] == 'chain' for _, d in report.due):
                print('%s: report %s: %d words, %d due lines' % (path, report.name, words, len(report.due)))
                bad += 1
            for at, due in report.due:
                lines += 1
                try:
                    check_due(report, due)
                except FormError as e:
                    print('%s:%d: report %s: %s' % (path, at, report.name, e))
                    bad += 1
    print('%d reports, %d due lines, %d defects' % (count, lines, bad))
    return bad


# --- what was found ---

class Found:
    """A coded document, asked for speakers by place."""

    def __init__(self, report, doc):
        self.report, self.doc, self.text = report, doc, report.full()
        self.attributions = {a['id']: a for a in doc['attributions']}
        self.by_place = doc['attributions'][1:]

    def words(self, spans):
        return ' '.join(self.text[b:e] for b, e in spans)

    def claim_at(self, span):
        for claim in self.doc['claims']:
            if any(b < span[1] and span[0] < e for b, e in claim['trigger']) and \
                    not self.is_saying(claim, span):
                return claim
        return None

    def is_saying(self, claim, span):
        """Is the claim's trigger the cue of what stands at the place? "Vowed to punish" is the
        act of vowing, on the word of whoever reports it; "punish" is said by the one who vows."""
        return any(b < ce and cb < e for a in self.over(span) for b, e in claim['trigger']
                   for cb, ce in a['cue'])

    def over(self, span):
        """Attributions whose content holds the place, the smallest content first."""
        held = [a for a in self.by_place if not (a['topic'] and a['quoted'] == 'indirect') and
                any(b <= span[0] < e for b, e in a['content'])]
        return sorted(held, key=lambda a: sum(e - b for b, e in a['content']))

    def chains(self, span):
        """Chains of attribution ids without the narrator."""
        claim = self.claim_at(span)
        if claim:
            return [[i for i in chain if i != 0] for chain in claim['said_by']]
        held = self.over(span)
        if not held:
            return [[]]
        passed_on = {a['via'] for a in held}
        first = next((a for a in held if a['id'] not in passed_on), held[0])
        same = [a for a in held if a['cue'] == first['cue'] and a['content'] == first['content']]
        return [self.up(a) for a in same]

    def up(self, attribution):
        """The way out by `via`; a speaker is one link, however often he says that he says."""
        chain, ident = [], attribution['id']
        while ident:
            a = self.attributions[ident]
            if not chain or a['speaker'] is None or a['speaker'] != self.attributions[chain[-1]]['speaker']:
                chain.append(ident)
            ident = a['via']
        return chain

    def source(self, ident):
        return self.words(self.attributions[ident]['source'])


def content_words(text):
    words = re.findall(r'\w+', text.lower())
    return {w for w in words if w not in SMALL} or set(words)


def same_source(due, got):
    """Do two ways to write a source mean the same words?"""
    due = re.sub(r' #\d+$', '', due)
    if due == '-' or got == '':
        return (due == '-') == (got == '')
    a, b = content_words(due), content_words(got)
    return len(a & b) * 2 >= min(len(a), len(b)) and bool(a & b)


def same_chain(found, due, chain):
    return len(due) == len(chain) and all(
        same_source(d, found.source(i)) for d, i in zip(due, chain))


def same_chains(found, due, chains):
    if len(due) != len(chains):
        return False
    left = list(chains)
    for d in due:
        hit = next((c for c in left if same_chain(found, d, c)), None)
        if hit is None:
            return False
        left.remove(hit)
    return True


class Figures:
    def __init__(self):
        self.right, self.due = collections.Counter(), collections.Counter()
        self.errors = collections.defaultdict(list)

    def add(self, what, right, report, text):
        self.due[what] += 1
        self.right[what] += bool(right)
        if not right:
            self.errors[what].append('[%s %s] %s' % (report.name, report.about, text))

    def values(self):
        return {w: round(self.right[w] / self.due[w], 3) for w in self.due}


def written(found, chains):
    return ' ; '.join(' < '.join(found.source(i) or '-' for i in c) or 'narrator' for c in chains)


def compare_chain(figures, found, due):
    report, span = found.report, found.report.place(due[1])
    wanted, chains = chains_of(due[2]), found.chains(span)
    right = same_chains(found, wanted, chains)
    text = '%s: due %s, got %s' % (due[1], due[2], written(found, chains))
    figures.add('chain', right, report, text)
    figures.add('alone', (wanted == [[]]) == (chains == [[]]), report, text)
    if wanted != [[]]:
        inner = [c[0] for c in chains if c]
        figures.add('innermost', any(same_source(d[0], found.source(i)) for d in wanted if d for i in inner),
                    report, text)
    if right and due[3] != '-':
        stance = found.attributions[chains[0][0]]['stance']
        figures.add('stance', stance == due[3], report, '%s: due %s, got %s' % (due[1], due[3], stance))
    claim = found.claim_at(span)
    if claim and right:
        polarity, certainty = due[4].split()
        got = '%s %s' % (claim['polarity'], claim['certainty'])
        figures.add('polarity', claim['polarity'] == polarity, report, '%s: due %s, got %s' % (due[1], due[4], got))
        figures.add('certainty', claim['certainty'] == certainty, report, '%s: due %s, got %s' % (due[1], due[4], got))


def compare_relation(figures, found, due):
    claim = found.claim_at(found.report.place(due[1]))
    if claim and claim['said_by'] != [[0]]:
        figures.add('relation', due[2] in claim['relation'], found.report,
                    '%s: due %s, got %s' % (due[1], due[2], claim['relation']))


def named(found, ident):
    """All that an entity is called in the document, its name first."""
    if ident is None:
        return ''
    entity = found.doc['entities'][ident]
    called = {found.text[m['span'][0]:m['span'][1]] for m in entity['mentions']}
    return ' / '.join([entity['name'] or ''] + sorted(called))


def compare_speaker(figures, found, due):
    hits = [a for a in found.by_place if same_source(due[1], found.words(a['source']))]
    place = found.report.place(due[1]) if '#' in due[1] else None
    if place:
        hits = [a for a in hits if any(b < place[1] and place[0] < e for b, e in a['source'])] or hits
    figures.add('speaker', hits, found.report, ' | '.join(due[1:]))
    if not hits:
        return
    at = hits[0]
    reason = at['anonymity_reason']
    got = {'kind': at['kind'], 'entity': named(found, at['speaker']),
           'affiliation': named(found, at['affiliation']), 'outlet': named(found, at['outlet']),
           'reason': found.text[reason[0]:reason[1]] if reason else ''}
    for name, wanted in zip(('kind', 'entity', 'affiliation', 'outlet', 'reason'), due[2:]):
        if wanted == '?' or (name == 'entity' and wanted == '-'):
            continue
        value = got[name]
        right = value == wanted if name == 'kind' else same_name(wanted, value)
        figures.add(name, right, found.report, '%s: due %s, got %s' % (due[1], wanted, value or '-'))


def same_name(due, got):
    """A name may be canonical: "Nigeria" for "Nigerian"; the stems of a word decide."""
    if due == '-' or got == '':
        return (due == '-') == (got == '')
    a, b = content_words(due), content_words(got)
    return any(x[:5] == y[:5] for x in a for y in b)


def compare_label(figures, found, due):
    b, e = found.report.place(due[1])
    hits = [x for x in found.doc['labels'] if x['span'][0] < e and b < x['span'][1]]
    if due[0] == 'nolabel':
        hits = [x for x in hits if x['tone'] != 'legal_designation']
        figures.add('nolabel', not hits, found.report, due[1])
        return
    right = False
    if hits:
        chain = [i for i in hits[0]['said_by'][0] if i != 0]
        right = (due[2] == 'narrator') == (not chain) and (
            not chain or same_source(due[2], found.source(chain[0])))
        figures.add('tone', hits[0]['tone'] == due[3], found.report,
                    '%s: due %s, got %s' % (due[1], due[3], hits[0]['tone']))
    figures.add('label', right, found.report, ' | '.join(due[1:]))


def compare_cite(figures, found, due):
    if due[1] == 'named':
        return
    b, e = found.report.place(due[1])
    hits = [x for x in found.doc['citations'] if x['span'][0] < e and b < x['span'][1]]
    target = found.report.place(due[2])[0] if due[2] != '-' else None
    right = bool(hits) and (target is None if hits[0]['target'] is None else
                            target is not None and hits[0]['target'][0] <= target < hits[0]['target'][1])
    figures.add('cite', right, found.report, ' | '.join(due[1:]))


def compare(figures, report, doc):
    found = Found(report, doc)
    for _, due in report.due:
        if due[0] == 'chain':
            compare_chain(figures, found, due)
        elif due[0] == 'relation':
            compare_relation(figures, found, due)
        elif due[0] == 'speaker':
            compare_speaker(figures, found, due)
        elif due[0] in ('label', 'nolabel'):
            compare_label(figures, found, due)
        elif due[0] == 'cite':
            compare_cite(figures, found, due)
        elif due[0] == 'credit':
            figures.add('credit', (doc['credit'] or '') and (doc['credit'] in due[1] or due[1] in doc['credit']),
                        report, '%s, got %s' % (due[1], doc['credit']))


def code(program, reports):
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl', encoding='utf-8') as f:
        for r in reports:
            f.write(json.dumps({'id': r.name, 'text': r.text(), **r.meta}) + '\n')
        f.flush()
        out = subprocess.run([program, 'code', '--format', 'json', f.name],
                             stdout=subprocess.PIPE, check=True).stdout
    return [json.loads(line) for line in out.decode('utf-8').splitlines()]


def read_half(half):
    return [r for path in sorted(glob.glob(os.path.join(REPORTS, half, '*.txt'))) for r in read_file(path)]


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('program')
    a.add_argument('half', nargs='*')
    a.add_argument('--check', action='store_true')
    a.add_argument('--errors')
    a.add_argument('--max', type=int, default=100)
    a.add_argument('--json', action='store_true')
    args = a.parse_args()
    if args.check:
        sys.exit(check([args.program] + args.half) > 0)
    halves = args.half or ['develop', 'measure']
    if args.errors and halves != ['develop']:
        sys.exit('chains.py: --errors is for the developing half alone')
    failed = 0
    for half in halves:
        reports, figures = read_half(half), Figures()
        for report, doc in zip(reports, code(args.program, reports)):
            compare(figures, report, doc)
        values = figures.values()
        if args.json:
            print(json.dumps({half: values}))
        else:
            print('%s: %d reports' % (half, len(reports)))
            for name, value in values.items():
                print('  %-12s %4d/%-4d = %.3f' % (name, figures.right[name], figures.due[name], value))
        for text in figures.errors.get(args.errors, [])[:args.max]:
            print(text)
        for name, floor in FLOORS[half].items():
            low = values.get(name, 0) < floor
            failed += low
            print('%-6s %s %s: %s (floor %s)' % ('below' if low else 'ok', half, name, values.get(name), floor))
    sys.exit(failed > 0)


if __name__ == '__main__':
    main()
