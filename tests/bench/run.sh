#!/bin/sh
# Builds the library and a benchmark with -O2 and runs it on one processor; the arguments go to the benchmark.
#
#     sh tests/bench/run.sh [--quick] [--journals N] [--rounds N] [--fold-only]
#     sh tests/bench/run.sh --many [--cases N] [--rounds N]
#
# Builds in $OMBUD_BENCH_BUILD, else build/bench. Its status is the benchmark's: 1 if anything differs from the
# reference, if the fold allocates, or if a measure is slower than its gate.
set -eu
cd "$(dirname "$0")/../.."
. tests/bench/built.sh
build=${OMBUD_BENCH_BUILD:-$PWD/build/bench}
say_what
release "$build"

if [ "${1:-}" = --many ]; then
    shift
    sqlite=
    ! pkg-config --exists sqlite3 2>/dev/null || sqlite="-DOMBUD_BENCH_SQLITE $(pkg-config --cflags --libs sqlite3)"
    # shellcheck disable=SC2086 # a list of options
    "$cc" -std=c11 -O2 -DNDEBUG -I include tests/bench/many.c "$build/src/libombud.a" $sqlite -o "$build/benchmark"
else
    # C++20's calendar types, where the compiler has them, are the reference of a due day; else the plain way is.
    chrono=
    if "${CXX:-g++}" -std=c++20 -O2 -c tests/bench/bench_chrono.cpp -o "$build/bench_chrono.o" 2>/dev/null; then
        chrono="-DOMBUD_BENCH_CHRONO $build/bench_chrono.o"
    fi
    # shellcheck disable=SC2086 # two words on purpose
    "$cc" -std=c11 -O2 -DNDEBUG -I include -I src tests/bench/bench.c tests/bench/due.c tests/bench/hand.c \
        tests/bench/journals.c tests/bench/asked.c $chrono "$build/src/libombud.a" -o "$build/benchmark"
fi

one=
if command -v taskset >/dev/null 2>&1; then
    one="taskset -c $(($(getconf _NPROCESSORS_ONLN) - 1))"
fi
# shellcheck disable=SC2086
exec $one "$build/benchmark" "$@"
