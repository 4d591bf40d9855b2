#!/bin/sh
# Checks that clang-format 14 would change no source; skipped without it, since
# other versions decide otherwise.
# usage: check_format.sh ROOT
set -eu
cd "$1"
format=
for name in clang-format-14 clang-format; do
  if command -v "$name" >/dev/null &&
    "$name" --version | grep -q 'version 14\.'; then
    format=$name
    break
  fi
done
if [ -z "$format" ]; then
  echo "skipped: there is no clang-format 14"
  exit 77
fi
failed=0
for file in $(find include src cli train tests tools bench -name '*.[ch]' |
  sort); do
  if ! "$format" --dry-run -Werror "$file" >/dev/null 2>&1; then
    echo "$file: not formatted (clang-format-14 -i)"
    failed=1
  fi
done
exit "$failed"
