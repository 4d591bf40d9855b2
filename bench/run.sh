#!/bin/sh
# Measures one build, or two side by side: speed from raw text to claims, speed
# of the parser, start-up, memory, and whether both write the same bytes.
# usage: bench/run.sh [OPTIONS] BUILD_A [BUILD_B]
#   --instructions   counts instructions under callgrind instead of time: slow,
#                    but the same figure every time
#   --syntax         the passes of the parser alone, for each network and kernel
#   --rounds N       timed runs of each, of which the fastest counts (3)
#   --model FILE     a model instead of those that are built in
#   --accurate       codes and parses with the slower, better network
# A BUILD is a build folder or a program.
exec python3 "$(dirname "$0")/measure.py" "$@"
