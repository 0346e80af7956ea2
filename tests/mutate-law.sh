#!/bin/sh
# Changes each built-in law in one small place at a time; some case must notice, or tests/law/survivors.txt says why none does.
#
#     sh tests/mutate-law.sh BUILD [LAW…]      BUILD holds tests/mutate_rows
set -u
cd "$(dirname "$0")/.." || exit 2
[ $# -ge 1 ] || { echo "usage: sh tests/mutate-law.sh BUILD [LAW...]" >&2; exit 2; }
program=$1/tests/mutate_rows
shift
[ -x "$program" ] || { echo "mutate-law.sh: no such program: $program" >&2; exit 2; }
[ $# -gt 0 ] || set -- bxl2019 rd1995 fwb2000 pgsp2124 res2026
result=0
for name in "$@"; do
    law=src/law/$name
    [ -d "$law" ] || law=$law.law
    # shellcheck disable=SC2046 # names of this project's files hold no blanks
    "$program" --explained tests/law/survivors.txt $(find "$law" -name '*.law' | sort) \
        $(find tests/cases examples -name '*.case' -exec grep -lx "law $name" {} + | sort) || result=1
done
exit $result
