#!/usr/bin/env python3
"""Compiles each header alone: as C11, and the public ones as C++17 too.

usage: check_headers.py ROOT CC...

CC is the C compiler's command. C++ is tried with g++, clang++ and the C
compiler itself; where none of them works, that half is left out with a word.
"""
import concurrent.futures
import os
import shutil
import subprocess
import sys

STRICT = ["-pedantic", "-Werror", "-Wall", "-Wextra", "-Wundef",
          "-fsyntax-only"]
C11 = ["-x", "c", "-std=c11", "-D_POSIX_C_SOURCE=200809L"]
CXX17 = ["-x", "c++", "-std=c++17"]


def headers(root, top):
    for folder, _, files in sorted(os.walk(os.path.join(root, top))):
        for name in sorted(files):
            if name.endswith(".h"):
                yield os.path.join(folder, name)


def compile_one(root, compiler, language, path):
    """Returns the compiler's complaint, empty when there is none."""
    command = compiler + STRICT + language + [
        "-I", os.path.join(root, "include"), "-I", os.path.join(root, "src"),
        "-I", os.path.dirname(path), "-"]
    # Twice: the guard against double inclusion is tried as well.
    source = f'#include "{path}"\n#include "{path}"\nextern int not_empty;\n'
    done = subprocess.run(command, input=source, text=True,
                          capture_output=True, check=False)
    return done.stderr if done.returncode else ""


def cxx_compiler(c_compiler):
    for command in (["g++"], ["clang++"], ["clang++-14"], c_compiler):
        if shutil.which(command[0]):
            done = subprocess.run(command + ["-fsyntax-only"] + CXX17 + ["-"],
                                  input="", text=True, capture_output=True,
                                  check=False)
            if done.returncode == 0:
                return command
    return None


def main():
    root, compiler = os.path.abspath(sys.argv[1]), sys.argv[2:]
    public = list(headers(root, "include"))
    jobs = [(root, compiler, C11, path) for top in ("include", "src", "cli")
            for path in headers(root, top)]
    cxx = cxx_compiler(compiler)
    if cxx:
        jobs += [(root, cxx, CXX17, path) for path in public]
    else:
        print("no C++ compiler: public headers are tried as C only")
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        complaints = list(pool.map(lambda job: compile_one(*job), jobs))
    failed = sum(1 for c in complaints if c)
    for complaint in complaints:
        if complaint:
            print(complaint)
    print(f"{len(jobs) - failed} compilations of headers passed, "
          f"{failed} failed")
    sys.exit(1 if failed or not jobs else 0)


if __name__ == "__main__":
    main()
