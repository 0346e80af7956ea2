#!/bin/sh
# How large the stripped library is: code and constants, with and without laws and languages.
#
#     sh tests/bench/size.sh                  builds each in $OMBUD_BENCH_BUILD, else build/bench, with -O2
#     sh tests/bench/size.sh --built BUILD    of one build that is there
#
# A build is one line: size, build, code, constants, sum; tab-separated, in bytes.
set -eu
cd "$(dirname "$0")/../.."
. tests/bench/built.sh

# sections FILE…     the bytes of code, of constants, and of both
sections() {
    size -A "$@" | awk '/^\.text/ { code += $2 } /^\.rodata/ { constants += $2 } END { print code + 0, constants + 0, code + constants }'
}

# library BUILD      the same of its shared library
library() {
    strip -o "$1/stripped.so" "$1"/src/libombud.so.*.*.*[0-9]
    sections "$1/stripped.so"
}

# tell_texts NAME FILE…     what the text of laws is made of, as it is embedded
tell_texts() {
    name=$1
    shift
    cat "$@" | LC_ALL=C awk -v name="$name" '
        { all += length($0) + 1 }
        /^ *#/ { comments += length($0) + 1; next }
        { match($0, /^ */); blanks += RLENGTH; rest = $0; gsub(/"[^"]*"/, "", rest); quoted += length($0) - length(rest) }
        END { printf "size: the text of %s has %d bytes: comments %d, indentation %d, labels, glosses, questions and anchors %d, the rest %d\n",
              name, all, comments, blanks, quoted, all - comments - blanks - quoted }'
}

# tell_rows BYTES     a library with every law, without what is not its rows
tell_rows() {
    rows=$(find src/law -name '*.law' -exec cat {} + |
        LC_ALL=C sed -e 's/^ *#.*//' -e 's/"[^"]*"/""/g' -e 's/^ *//' | LC_ALL=C awk 'NF { n += length($0) + 1 } END { print n + 0 }')
    echo "size: with every law, labels and comments apart, about $(($1 - $(find src/law -name '*.law' -exec cat {} + | wc -c) + rows)) bytes, of which rows $rows"
}

if [ "${1:-}" = --built ]; then
    [ $# -eq 2 ] || { echo "size.sh: --built needs a build folder" >&2; exit 2; }
    # shellcheck disable=SC2046 # three numbers
    set -- $(library "$2")
    echo "size: code $1 bytes, constants $2, together $3"
    tell_rows "$3"
    exit 0
fi

build=${OMBUD_BENCH_BUILD:-$PWD/build/bench}-size
say_what
every=bxl2019,rd1995,fwb2000,pgsp2124,res2026

# row NAME LAWS LANGUAGES
row() {
    release "$build" "-Dlaws=$2" "-Dlanguages=$3"
    sum=$(library "$build")
    printf 'size\t%s\t%s\n' "$1" "$(echo "$sum" | tr ' ' '\t')"
}

row "no law" "" en,fr,nl
for folder in kernel lawfile casefile render prove plan register; do
    # shellcheck disable=SC2046 # three numbers
    set -- $(sections "$build"/src/*.a.p/"$folder"_*.o)
    echo "size: src/$folder $3 bytes, of which code $1"
done
row "bxl2019" bxl2019 en,fr,nl
row "every law" $every en,fr,nl
tell_rows "${sum##* }"
row "bxl2019, English" bxl2019 en
row "no law, English" "" en
tell_texts bxl2019 src/law/bxl2019/*.law
