#!/bin/sh
# Makes model/english.bede: builds the trainer and runs it.
# usage: train/train.sh [DATA_DIR] [--treebank FILE]... [--vectors FILE] -o MODEL [options of bede-train]
set -eu
[ $# -ge 3 ] || { sed -n '2,3s/^# //p' "$0" >&2; exit 2; }
root=$(cd "$(dirname "$0")/.." && pwd)
build=$root/build-train
# The trainer needs no model: without this it could not make the first one.
[ -f "$build/build.ninja" ] || meson setup "$build" "$root" -Dmodel=external >&2
ninja -C "$build" train/bede-train >&2
exec "$build/train/bede-train" "$@" --wordnet "${WORDNET:-/usr/share/wordnet}"
