#!/bin/sh
# A build that leaves languages out: what it still speaks it speaks as before, the rest is not in it, and cases pass as ever.
#
#     languages.sh OMBUD FOLDER     the command line program of a build with all languages; where to build
set -eu
cd "$(dirname "$0")/../.."
root=$(pwd)
full=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
folder=$2
again=
[ -f "$folder/build.ninja" ] && again=--reconfigure
# shellcheck disable=SC2086 # empty, or one option
meson setup $again "$folder" "$root" -Dlanguages=fr -Dwerror=true -Dtests=false -Dexamples=true >/dev/null
ninja -C "$folder" -j "${OMBUD_JOBS:-2}" >/dev/null
few=$folder/examples/ombud
log=$folder/out.txt
. tests/checks/count.sh

# says LANGUAGE FILE WORDS    what the small build tells of a case holds these words
says() {
    "$few" run "$2" --lang "$1" | grep -q "$3"
}

holds() {
    grep -q "$1" "$2"
}

lacks() {
    ! grep -q "$1" "$2"
}

same_in_french() {
    "$full" "$@" --lang fr >"$folder/full.txt" 2>&1
    "$few" "$@" --lang fr >"$folder/few.txt" 2>&1
    cmp -s "$folder/full.txt" "$folder/few.txt"
}

# shellcheck disable=SC2046 # names of this project's files hold no blanks
is "cases pass" "$few" check $(find examples/cases -name '*.case')
for case in examples/cases/*.case; do
    is "$case: the same in French" same_in_french run "$case"
done
"$full" show bxl2019:15.4.a4.1 | grep '^line' >"$folder/full.txt"
"$few" show bxl2019:15.4.a4.1 | grep '^line' >"$folder/few.txt"
is "rows keep their lines" cmp "$folder/full.txt" "$folder/few.txt"
late=examples/cases/late-acknowledgement.case
is "a language left out speaks English" says nl "$late" 'last day'
is "and so do the program's own words" sh -c '"$1" laws --lang nl | grep -q "verified to"' sh "$few"
is "and not Dutch" lacks 'melding ontvangen' "$folder/src/libombud.so"
is "nor in the words of the library" lacks 'laatste dag' "$folder/src/libombud.so"
is "labels in English are left out" lacks 'feedback given to the reporter' "$folder/src/libombud.so"
is "those in French are there" holds 'signalement' "$folder/src/libombud.so"
is "the full build has them all" holds 'melding ontvangen' "$(dirname "$full")/../src/libombud.so"
counted
