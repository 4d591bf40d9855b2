#!/usr/bin/env python3
"""Checks that no source includes a header of a layer that it may not see.

usage: check_layers.py ROOT [STAMP DEPFILE]

The rules stand in ROOT/src/layers.txt. Below cli/ it also refuses what a
library may not do: print, exit, read the clock, the locale or the environment,
and call the operating system outside base/os.c. With STAMP and DEPFILE it
serves as a build step: the stamp is written on success, and the depfile lists
everything that was read.
"""
import os
import re
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]')
COMMENT = re.compile(
    r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)
OUTSIDE = ("cli", "python")  # beside src/, with rules of their own

# In src/: headers and calls that are not for a library. The exceptions are
# FILE or LAYER/.
NO_HEADERS = {
    "ctype.h": (), "wctype.h": (), "locale.h": ("base/banned.h",),
    "dirent.h": ("base/os.c",), "fcntl.h": ("base/os.c",),
    "unistd.h": ("base/os.c",), "sys/stat.h": ("base/os.c",),
    "sys/mman.h": ("base/os.c",), "sys/time.h": (),
    "pthread.h": ("api/", "base/os.c"),
}
NO_CALLS = re.compile(
    r"\b(printf|puts|putchar|fprintf|vprintf|perror|exit|_exit|abort|getenv|"
    r"time|clock|clock_gettime|rand|srand|random|malloc|calloc|realloc|free)"
    r"\s*\(")
CALLS_ALLOWED = ("base/mem.c",)


def read_rules(path):
    rules = {}
    with open(path, encoding="utf-8") as f:
        for number, line in enumerate(f, 1):
            line = line.split("#")[0].strip()
            if not line:
                continue
            layer, colon, allowed = line.partition(":")
            if not colon:
                sys.exit(f"{path}:{number}: no colon")
            rules[layer.strip()] = set(allowed.split())
    known = set(rules)
    for layer, allowed in rules.items():
        if allowed - known:
            sys.exit(f"{path}: {layer}: unknown {sorted(allowed - known)}")
    return rules


def sources(top, seen):
    for folder, dirs, files in os.walk(top):
        dirs.sort()
        seen.append(folder)
        for name in sorted(files):
            if name.endswith((".c", ".h")):
                yield os.path.join(folder, name)


def excepted(relative, exceptions):
    return any(relative == e or (e.endswith("/") and relative.startswith(e))
               for e in exceptions)


def check_include(layer, relative, quote, target, rules, own_folder):
    """Says what is wrong with one include, or None."""
    if quote == "<":
        if layer in OUTSIDE or target not in NO_HEADERS:
            return None
        if excepted(relative, NO_HEADERS[target]):
            return None
        return f"<{target}> is not for the library"
    first = target.split("/")[0]
    if first == "bede" or first == layer:
        return None
    if layer in OUTSIDE and "/" not in target:
        return None if os.path.exists(os.path.join(own_folder, target)) \
            else f'"{target}" is not in {layer}/'
    if first in rules[layer]:
        return None
    if first in rules:
        return f'{layer} may not include {first} ("{target}")'
    return f'"{target}": includes are written "layer/name.h"'


def blank(match):
    """Keeps the line breaks of a comment or string, drops the rest."""
    return re.sub(r"[^\n]", " ", match.group())


def check_file(path, layer, relative, rules):
    with open(path, encoding="utf-8") as f:
        text = f.read()
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        match = INCLUDE.match(line)
        if match:
            wrong = check_include(layer, relative, match[1], match[2], rules,
                                  os.path.dirname(path))
            if wrong:
                found.append(f"{path}:{number}: {wrong}")
    if layer in OUTSIDE or relative in CALLS_ALLOWED:
        return found
    for number, line in enumerate(COMMENT.sub(blank, text).split("\n"), 1):
        match = NO_CALLS.search(line)
        if match:
            found.append(f"{path}:{number}: {match[1]}() is not for the library")
    return found


def check_tree(root, rules, seen):
    found = []
    src = os.path.join(root, "src")
    for path in sources(src, seen):
        relative = os.path.relpath(path, src).replace(os.sep, "/")
        layer = relative.split("/")[0]
        seen.append(path)
        if layer in rules and layer not in OUTSIDE:
            found += check_file(path, layer, relative, rules)
        else:
            found.append(f"{path}: '{layer}' is no layer of layers.txt")
    for layer in OUTSIDE:
        for path in sources(os.path.join(root, layer), seen):
            seen.append(path)
            found += check_file(path, layer, path, rules)
    return found


def main():
    root = os.path.abspath(sys.argv[1])
    table = os.path.join(root, "src", "layers.txt")
    seen = [table]
    found = check_tree(root, read_rules(table), seen)
    for line in found:
        print(line, file=sys.stderr)
    if found:
        sys.exit(1)
    if len(sys.argv) > 3:
        stamp, depfile = sys.argv[2:4]
        with open(depfile, "w", encoding="utf-8") as f:
            names = " ".join(s.replace(" ", "\\ ") for s in seen)
            f.write(f"{os.path.basename(stamp)}: {names}\n")
        with open(stamp, "w", encoding="utf-8"):
            pass


if __name__ == "__main__":
    main()
