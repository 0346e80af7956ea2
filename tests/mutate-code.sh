#!/bin/sh
# Changes the library's C code in one small place at a time; some test must notice, or tests/mutants-explained.txt says why none can.
#
#     sh tests/mutate-code.sh [--sample N] [--seed S] [--slowest SECONDS] [--least PERCENT] BUILD [FILE…]      FILE: a source or a folder under src/, else src/kernel
set -u
cd "$(dirname "$0")/.." || exit 2
sample=0
seed=1
slowest=1.5
least=100
while [ $# -gt 1 ]; do
    case $1 in
    --sample) sample=$2 ;;
    --seed) seed=$2 ;;
    --least) least=$2 ;;
    --slowest) slowest=$2 ;; # tests that take longer are left out
    *) break ;;
    esac
    shift 2
done
[ $# -ge 1 ] || { echo "usage: sh tests/mutate-code.sh [--sample N] [--seed S] [--slowest SECONDS] [--least PERCENT] BUILD [FILE...]" >&2; exit 2; }
[ -f "$1/meson-info/intro-tests.json" ] || { echo "mutate-code.sh: $1 is no build folder" >&2; exit 2; }
command -v objdump >/dev/null 2>&1 || { echo "mutate-code.sh: objdump is missing: apt-get install binutils" >&2; exit 2; }
exec "${OMBUD_PYTHON:-/usr/bin/python3}" -B tests/mutate_code.py --sample "$sample" --seed "$seed" --slowest "$slowest" --least "$least" "$@"
