#!/bin/sh
# Compares the symbols that the shared library exports with the list in
# src/api/exports.txt (one a line, sorted, # for comments).
# usage: check_symbols.sh LIBRARY LIST
set -eu
export LC_ALL=C

library=$1 list=$2
if [ ! -f "$list" ]; then
  echo "skipped: $list does not exist"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

nm -D --defined-only "$library" |
  awk '{ sub(/@.*/, "", $NF); print $NF }' | sort -u >"$work/exported"
sed 's/#.*//; s/[[:space:]]*$//; /^$/d' "$list" | sort -u >"$work/listed"
if grep -v '^bede_' "$work/exported"; then
  echo "exported without the prefix bede_ (above)"
  exit 1
fi
if ! diff "$work/listed" "$work/exported"; then
  echo "the exports differ from $list (< listed, > exported)"
  exit 1
fi
echo "$(wc -l <"$work/exported") symbols exported, all as listed"
