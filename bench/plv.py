#!/usr/bin/env python3
"""Relations between two marked spans (the PLV and AW sets), from claims.

    plv.py docs GOLD.tsv > docs.jsonl                 one input document a row
    plv.py map  GOLD.tsv BEDE.jsonl > pred.jsonl      {"uid", "root", "penta"}, for score_plv.py

The sets mark a source <s> and a target <t> in a sentence and ask for the
relation between them. Of the sentence's claims that one answers whose parties
fit the marks best: actor on source and recipient on target 2 each, the other
way round 1 each (both marks on the actors of a reciprocal act count as a fit),
then positive before negated, actual before hypothetical, the claim whose act is
nearer to the marks, text order. No claim: null, which the scorer counts as wrong.

The sets' types are those of the PLOVER draft of 2021, which follow the roots of
CAMEO more closely than PLOVER 2.0 does. So the answer is made from the claim's
CAMEO code, by the published conversion of 2021: intentions to yield (034, 035)
are AGREE there and CONCEDE in 2.0, apologies (055) SUPPORT, verdicts (116)
ACCUSE, embargoes and sanctions (163) COERCE, violent repression (175) ASSAULT,
blockade and occupation (191, 192) COERCE; CONCEDE and RETREAT (08) are one type
YIELD. A claim without a code keeps its type.
"""
import csv
import json
import re
import sys

csv.field_size_limit(1 << 30)
PENTA = {'AGREE': 1, 'CONSULT': 1, 'SUPPORT': 1, 'COOPERATE': 2, 'AID': 2, 'YIELD': 2,
         'ACCUSE': 3, 'REQUEST': 3, 'REJECT': 3, 'THREATEN': 3,
         'PROTEST': 4, 'MOBILIZE': 4, 'SANCTION': 4, 'COERCE': 4, 'ASSAULT': 4}
ROOTS = {'02': 'REQUEST', '03': 'AGREE', '04': 'CONSULT', '05': 'SUPPORT', '06': 'COOPERATE',
         '07': 'AID', '08': 'YIELD', '09': 'ACCUSE', '10': 'REQUEST', '11': 'ACCUSE',
         '12': 'REJECT', '13': 'THREATEN', '14': 'PROTEST', '15': 'MOBILIZE', '16': 'SANCTION',
         '17': 'COERCE', '18': 'ASSAULT', '19': 'ASSAULT', '20': 'ASSAULT'}
CODES = {'163': 'COERCE', '175': 'ASSAULT', '191': 'COERCE', '192': 'COERCE', '1712': 'ASSAULT'}


def rows(path):
    with open(path, encoding='utf-8', newline='') as f:
        for i, r in enumerate(csv.DictReader(f, delimiter='\t')):
            yield (r['uid'] if r.get('uid') else str(i)), r


def marks(marked):
    """The text without marks, and the code-point spans of <s> and <t>."""
    text, spans, opened, at = [], {'s': [], 't': []}, {}, 0
    for part in re.split(r'(</?[st]>)', marked):
        m = re.fullmatch(r'<(/?)([st])>', part)
        if not m:
            text.append(part)
            at += len(part)
        elif m.group(1):
            spans[m.group(2)].append((opened.pop(m.group(2), at), at))
        else:
            opened[m.group(2)] = at
    return ''.join(text), spans


def touches(roles, spans):
    return any(max(r['span'][0], a) < min(r['span'][1], b) for r in roles for a, b in spans)


def root_of(claim):
    code = claim.get('cameo') or ''
    root = CODES.get(code) or ROOTS.get(code[:2]) or claim['event']
    return 'YIELD' if root in ('CONCEDE', 'RETREAT') else root


def distance(claim, spans):
    """Code points between the act's words and the marks."""
    begin, end = claim['trigger'][0][0], claim['trigger'][-1][1]
    return sum(min(max(a - end, begin - b, 0) for a, b in spans[k]) for k in spans if spans[k])


def fit(claim, spans):
    actor, recipient = claim['actor'], claim['recipient']
    both = not recipient and touches(actor, spans['s']) and touches(actor, spans['t'])
    return (2 * touches(actor, spans['s']) + 2 * touches(recipient, spans['t']) +
            touches(actor, spans['t']) + touches(recipient, spans['s']) + both)


def best_claim(claims, spans):
    def key(i):
        c = claims[i]
        return (fit(c, spans), c['polarity'] == '+', c['status'] != 'hypothetical',
                -distance(c, spans), -i)
    return claims[max(range(len(claims)), key=key)] if claims else None


def print_documents(gold):
    for uid, r in rows(gold):
        print(json.dumps({'id': uid, 'text': marks(r['marked_sentence'])[0]}, ensure_ascii=False))


def print_relations(gold, coded):
    with open(coded, encoding='utf-8') as f:
        docs = {str(d['id']): d for d in map(json.loads, f)}
    for uid, r in rows(gold):
        claim = best_claim(docs.get(uid, {}).get('claims') or [], marks(r['marked_sentence'])[1])
        root = root_of(claim) if claim else None
        print(json.dumps({'uid': uid, 'root': root, 'penta': PENTA.get(root, 0)}))


def main():
    if sys.argv[1:2] == ['docs'] and len(sys.argv) == 3:
        print_documents(sys.argv[2])
    elif sys.argv[1:2] == ['map'] and len(sys.argv) == 4:
        print_relations(sys.argv[2], sys.argv[3])
    else:
        sys.exit(__doc__)


if __name__ == '__main__':
    main()
