#!/bin/sh
# Builds the library and the benchmark with -O2 and runs it on one processor; the arguments go to the benchmark.
#
#     sh tests/bench/run.sh [--quick] [--journals N] [--rounds N] [--fold-only]
#
# Builds in $OMBUD_BENCH_BUILD, else build/bench. Its status is the benchmark's: 1 if anything differs from the
# reference, if the fold allocates, or (without --quick) if the fold is slower than the gate.
set -eu
cd "$(dirname "$0")/../.."
root=$(pwd)
build=${OMBUD_BENCH_BUILD:-$root/build/bench}
cc=${CC:-cc}
cxx=${CXX:-c++}

[ -f "$build/build.ninja" ] ||
    meson setup "$build" "$root" --buildtype release -Doptimization=2 -Dtests=false -Dexamples=false >/dev/null
ninja -C "$build" -j "${OMBUD_JOBS:-2}" >/dev/null

# C++20's calendar types, where the compiler has them, are the reference of a due day; else the plain way is.
chrono=
if "$cxx" -std=c++20 -O2 -c tests/bench/bench_chrono.cpp -o "$build/bench_chrono.o" 2>/dev/null; then
    chrono="-DOMBUD_BENCH_CHRONO $build/bench_chrono.o"
fi
# shellcheck disable=SC2086 # two words on purpose
"$cc" -std=c11 -O2 -DNDEBUG -I include -I src tests/bench/bench.c tests/bench/due.c tests/bench/hand.c \
    tests/bench/journals.c $chrono "$build/src/libombud.a" -o "$build/bench"

# ---- how large the library is: the law texts apart, and of those what is not a text in quotes -------------------------

stripped=$build/stripped.so
strip -o "$stripped" "$build"/src/libombud.so.*.*.*[0-9]
total=$(size -A "$stripped" | awk '/^\.(text|rodata)/ { n += $2 } END { print n }')
code=$(size -A "$stripped" | awk '/^\.text/ { print $2 }')
laws=$(find src/law -name '*.law' -exec cat {} + | wc -c)
rows=$(find src/law -name '*.law' -exec cat {} + |
    sed -e 's/^ *#.*//' -e 's/"[^"]*"/""/g' -e 's/^ *//' | awk 'NF { n += length($0) + 1 } END { print n + 0 }')
echo "size: code and constants $total bytes, of which code $code; the law texts in it are $laws," \
    "of which rows, without labels and comments, $rows"
echo "size: code and rows without labels about $((total - laws + rows)) bytes"

one=
if command -v taskset >/dev/null 2>&1; then
    one="taskset -c $(($(getconf _NPROCESSORS_ONLN) - 1))"
fi
# shellcheck disable=SC2086
exec $one "$build/bench" "$@"
