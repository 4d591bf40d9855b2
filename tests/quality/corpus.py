#!/usr/bin/env python3
"""How well is our own corpus coded?

    corpus.py PROGRAM [HALF ...] [--errors KIND] [--by SECTION|TYPE] [--max N] [--json]

HALF is a folder of tests/corpus (develop, measure); both when none is named.
Each sentence of the corpus is coded as a report of its own, published on the
day that the corpus fixes. A claim found matches a claim due when the type is the
same and a party or nothing but the type is shared, the best pairs first; of
matched claims mode, code, parties, speaker and standing are compared.

  claims      precision, recall and F1 of types in sentences
  standing    for each of not, future, ...: the share of the due claims that have
              it and are found with it (recall), and of those found with it (of
              matched claims) the share that are right (precision)
  quiet       the share of near-misses in which nothing political is coded

--errors shows the cases behind a figure: missed, extra, mode, cameo, actor,
recipient, speaker, noisy, or a word of standing. Only the developing half may
be looked at: with the measuring half --errors is refused.

tests/corpus/README.md says the format. Exit 1 when a figure is below its floor.
"""
import argparse
import collections
import json
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CORPUS = os.path.join(ROOT, 'tests', 'corpus')
PUBLISHED = '2024-06-14'
STANDING = ('not', 'uncertain', 'future', 'hypothetical', 'historical',
            'ongoing', 'habitual', 'state', 'background')
RELATIVES = ('who', 'whom', 'which', 'that', 'whose')
FLOORS = {
    'develop': {'claims F1': 0.83, 'quiet': 0.91},
    'measure': {'claims F1': 0.73, 'claims P': 0.83, 'root': 0.95, 'quiet': 0.87,
                'not R of found': 0.86, 'uncertain R of found': 0.79, 'future R of found': 0.75},
}


class Case:
    """A sentence with the claims that are due in it; a near-miss has none."""

    def __init__(self, section, title, text, near_miss, domain=''):
        self.section, self.title, self.text = section, title, text
        self.near_miss, self.domain, self.claims, self.forbidden = near_miss, domain, [], []


class Claim:
    """One line of the corpus: TYPE mode CAMEO | actors | recipients | standing | speaker"""

    def __init__(self, line):
        self.optional = line.startswith('?')
        head, actor, recipient, standing, speaker = [f.strip() for f in line.lstrip('? ').split('|')]
        self.event, self.mode, self.cameo = head.split()
        self.actor, self.recipient = parties(actor), parties(recipient)
        self.standing = set() if standing == '-' else set(standing.split())
        self.speaker = speaker


def parties(field):
    return [] if field == '-' else [p.strip() for p in field.split(';')]


def read_file(path):
    cases, section, title, case, forbidden = [], '', None, None, []
    for line in open(path, encoding='utf-8'):
        line = line.rstrip('\n')
        if line.startswith('## '):
            section, case = line[3:], None
        elif line.startswith('# '):
            title, case, forbidden = line[2:], None, []
        elif line.startswith('! '):
            forbidden = line[2:].split()
        elif not line.strip() or line == '-':
            continue
        elif line.startswith('*'):
            domain, text = re.match(r'\*(\w*) +(.*)', line).groups()
            cases.append(Case(section, title or '', text, True, domain))
        elif title is not None and case is None and section:
            case = Case(section, title, line, False)
            case.forbidden = forbidden
            cases.append(case)
        else:
            case.claims.append(Claim(line))
    return cases


def read_halves(halves):
    cases = []
    for half in halves:
        folder = os.path.join(CORPUS, half)
        for name in sorted(os.listdir(folder)):
            if name.endswith('.txt'):
                cases += read_file(os.path.join(folder, name))
    return cases


def code(program, cases):
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl', encoding='utf-8') as f:
        for i, case in enumerate(cases):
            print(json.dumps({'id': str(i), 'text': case.text, 'published': PUBLISHED}), file=f)
        f.flush()
        out = subprocess.run([program, 'code', '--format', 'json', f.name], check=True,
                             stdout=subprocess.PIPE).stdout
    docs = {d['id']: d for d in map(json.loads, out.splitlines())}
    return [docs[str(i)] for i in range(len(cases))]


def shares(party, roles):
    """Does one of the roles cover the party's words? Of a relative pronoun the program gives the noun."""
    if party.lower() in RELATIVES:
        return bool(roles)
    return any(party in r['text'] or r['text'] in party for r in roles)


def overlap(claim, found):
    return (sum(shares(p, found['actor']) for p in claim.actor) +
            sum(shares(p, found['recipient']) for p in claim.recipient))


def political(doc):
    return [c for c in doc['claims'] if c['domain'] == 'politics']


def match(case, doc):
    """Pairs (due, found) one to one, and what is left of both."""
    due, found = case.claims, political(doc)
    pairs = sorted(((overlap(d, f), -i, -j) for i, d in enumerate(due) for j, f in enumerate(found)
                    if d.event == f['event']), reverse=True)
    left, right, matched = set(range(len(due))), set(range(len(found))), []
    for _, i, j in pairs:
        if -i in left and -j in right:
            left.discard(-i)
            right.discard(-j)
            matched.append((due[-i], found[-j]))
    return matched, [due[i] for i in sorted(left)], [found[j] for j in sorted(right)]


def all_shared(due, found):
    return len(due) >= len(found) and all(shares(p, found) for p in due)


def standing_of(found):
    words = set()
    if found['polarity'] == '-':
        words.add('not')
    if found['certainty'] == 'uncertain':
        words.add('uncertain')
    words |= {found['status'], found['aspect'], found['reporting']}
    return words & set(STANDING)


def speaker_text(doc, found):
    """The words of the innermost speaker of the first chain; '-' the narrator alone, '?' a cue alone."""
    chain = found['said_by'][0]
    if chain == [0]:
        return '-'
    at = doc['attributions'][chain[0]]
    text = doc.get('text', '')
    return ' '.join(text[a:b] for a, b in at['source']) or '?'


def same_speaker(claim, doc, case, found):
    said = speaker_text(dict(doc, text=case.text), found)
    wanted = claim.speaker.split('<')[0].strip()
    return wanted == said or (wanted not in '-?' and said not in '-?' and
                              (wanted in said or said in wanted))


def is_plain(found):
    return (found['polarity'], found['certainty'], found['status']) == ('+', 'certain', 'actual')


def faults(case, doc):
    """What is wrong with the coding of a case of traps: nothing but what is due, in the standing that is due."""
    if case.near_miss:
        return ['coded: ' + tell(f) for f in political(doc)]
    matched, missed, _ = match(case, doc)
    out = ['missed: ' + show(c) for c in missed if not c.optional]
    out += ['forbidden: ' + tell(f) for f in political(doc) if f['event'] in case.forbidden and is_plain(f)]
    for claim, found in matched:
        plain = claim.standing & {'not', 'uncertain', 'future', 'hypothetical', 'historical'}
        if not claim.optional and plain != standing_of(found) & {'not', 'uncertain', 'future', 'hypothetical', 'historical'}:
            out.append('standing: %s -> %s' % (show(claim), ' '.join(sorted(standing_of(found)))))
    if not case.claims:
        out += ['coded: ' + tell(f) for f in political(doc) if is_plain(f)]
    return out


def run_traps(program, path, floor):
    """How many titles of a file of traps are coded right, near-misses with them."""
    cases, wrong, titles = read_file(path), {}, []
    for case, doc in zip(cases, code(program, cases)):
        if case.title not in titles:
            titles.append(case.title)
        for fault in faults(case, doc):
            wrong.setdefault(case.title, []).append('%s\n    %s' % (case.text, fault))
    for title, texts in wrong.items():
        print('%s: %s' % (title, '\n  '.join(texts)))
    right = len(titles) - len(wrong)
    print('%-6s traps: %d of %d right (floor %d)' % ('below' if right < floor else 'ok', right, len(titles), floor))
    return right < floor


class Figures:
    def __init__(self):
        self.count = collections.Counter()
        self.by = collections.defaultdict(collections.Counter)
        self.errors = collections.defaultdict(list)

    def error(self, kind, case, text):
        self.errors[kind].append((case, text))

    def add(self, case, doc):
        if case.near_miss:
            return self.add_near_miss(case, doc)
        matched, missed, extra = match(case, doc)
        for claim in missed:
            if not claim.optional:
                self.missed(case, claim)
        for found in extra:
            self.count['fp'] += 1
            self.by[found['event']]['fp'] += 1
            self.error('extra', case, tell(found))
        for claim, found in matched:
            if not claim.optional:
                self.matched(case, doc, claim, found)

    def add_near_miss(self, case, doc):
        found = political(doc)
        self.count['near'] += 1
        self.count['quiet'] += not found
        for f in found:
            self.error('noisy', case, tell(f))
        if case.domain:
            labelled = [c for c in doc['claims'] if c['domain'] == case.domain]
            self.count['domain'] += 1
            self.count['domain_right'] += bool(labelled) or not doc['claims']

    def missed(self, case, claim):
        self.count['fn'] += 1
        self.by[claim.event]['fn'] += 1
        self.error('missed', case, show(claim))
        for word in claim.standing:
            self.count['due', word] += 1

    def matched(self, case, doc, claim, found):
        c = self.count
        c['tp'] += 1
        self.by[claim.event]['tp'] += 1
        right = {
            'mode': claim.mode == '-' or claim.mode in found['mode'],
            'cameo': claim.cameo in ('-', found['cameo']),
            'actor': all_shared(claim.actor, found['actor']),
            'recipient': all_shared(claim.recipient, found['recipient']),
            'speaker': same_speaker(claim, doc, case, found)}
        for key, good in right.items():
            if key == 'mode' and claim.mode == '-' or key == 'cameo' and claim.cameo == '-':
                continue
            c[key, 'n'] += 1
            c[key, 'ok'] += good
            if not good:
                self.error(key, case, '%s -> %s by %s' % (show(claim), tell(found), speaker_text(dict(doc, text=case.text), found)))
        if claim.cameo != '-':
            c['root', 'n'] += 1
            c['root', 'ok'] += claim.cameo[:2] == (found['cameo'] or '')[:2]
        c['full'] += right['actor'] and right['recipient'] and right['speaker']
        self.standing(case, claim, found)

    def standing(self, case, claim, found):
        has = standing_of(found)
        for word in STANDING:
            # what is historical is known from before by its date: the corpus does not say so twice
            if word == 'background' and 'historical' in has | claim.standing:
                continue
            self.count['due', word] += word in claim.standing
            self.count['matched', word] += word in claim.standing
            self.count['got', word] += word in has
            self.count['both', word] += word in has and word in claim.standing
            if (word in has) != (word in claim.standing):
                self.error(word, case, '%s -> %s %s' % (show(claim), tell(found), ' '.join(sorted(has))))

    def values(self):
        c, v = self.count, {}
        tp, fp, fn = c['tp'], c['fp'], c['fn']
        v['claims P'], v['claims R'] = ratio(tp, tp + fp), ratio(tp, tp + fn)
        v['claims F1'] = ratio(2 * tp, 2 * tp + fp + fn)
        v['full F1'] = ratio(2 * c['full'], 2 * tp + fp + fn)
        for key in ('mode', 'cameo', 'root', 'actor', 'recipient', 'speaker'):
            v[key] = ratio(c[key, 'ok'], c[key, 'n'])
        for word in STANDING:
            v['%s R' % word] = ratio(c['both', word], c['due', word])
            v['%s R of found' % word] = ratio(c['both', word], c['matched', word])
            v['%s P' % word] = ratio(c['both', word], c['got', word])
        v['quiet'] = ratio(c['quiet'], c['near'])
        v['domain'] = ratio(c['domain_right'], c['domain'])
        return v


def ratio(a, b):
    return round(a / b, 3) if b else None


def tell(found):
    return '%s %s %s | %s | %s [%s]' % (
        found['event'], ','.join(found['mode']) or '-', found['cameo'],
        '; '.join(r['text'] for r in found['actor']) or '-',
        '; '.join(r['text'] for r in found['recipient']) or '-', ' '.join(found['rules']))


def show(claim):
    return '%s %s %s | %s | %s | %s | %s' % (
        claim.event, claim.mode, claim.cameo, '; '.join(claim.actor) or '-',
        '; '.join(claim.recipient) or '-', ' '.join(sorted(claim.standing)) or '-', claim.speaker)


def print_figures(name, figures):
    c, v = figures.count, figures.values()
    print('%s: claims tp %d fp %d fn %d  P %s R %s F1 %s  full F1 %s' % (
        name, c['tp'], c['fp'], c['fn'], v['claims P'], v['claims R'], v['claims F1'], v['full F1']))
    print('  ' + '  '.join('%s %s' % (k, v[k]) for k in ('mode', 'cameo', 'root', 'actor', 'recipient', 'speaker')))
    for word in STANDING:
        print('  %-13s due %4d  recall %-6s (of found %-6s) precision %s' % (
            word, c['due', word], v['%s R' % word], v['%s R of found' % word], v['%s P' % word]))
    print('  near-misses %d, quiet %s; of a domain %d, right %s' % (c['near'], v['quiet'], c['domain'], v['domain']))
    for event in sorted(figures.by):
        b = figures.by[event]
        print('  %-10s tp %4d fp %4d fn %4d  F1 %s' % (
            event, b['tp'], b['fp'], b['fn'], ratio(2 * b['tp'], 2 * b['tp'] + b['fp'] + b['fn'])))


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('program')
    a.add_argument('half', nargs='*')
    a.add_argument('--errors')
    a.add_argument('--by', default='')
    a.add_argument('--max', type=int, default=100)
    a.add_argument('--json', action='store_true')
    a.add_argument('--traps', metavar='FILE', help='run a file of traps instead')
    a.add_argument('--floor', type=int, default=0, help='traps that must be right')
    args = a.parse_args()
    if args.traps:
        sys.exit(run_traps(args.program, args.traps, args.floor))
    halves = args.half or ['develop', 'measure']
    if args.errors and halves != ['develop']:
        sys.exit('corpus.py: --errors is for the developing half alone')
    failed = 0
    for half in halves:
        cases = read_halves([half])
        figures = Figures()
        for case, doc in zip(cases, code(args.program, cases)):
            figures.add(case, doc)
        if args.json:
            print(json.dumps({half: figures.values()}))
        else:
            print_figures(half, figures)
        shown = [(c, t) for c, t in figures.errors.get(args.errors, [])
                 if args.by in c.section or args.by in t.split()[:1]]
        for case, text in shown[:args.max]:
            print('\n[%s] %s\n  %s' % (case.section, case.text, text))
        for name, floor in FLOORS.get(half, {}).items():
            value = figures.values()[name]
            failed += value is None or value < floor
            print('%-6s %s %s: %s (floor %s)' % ('below' if failed else 'ok', half, name, value, floor))
    sys.exit(failed > 0)


if __name__ == '__main__':
    main()
