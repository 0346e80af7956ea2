#!/bin/sh
# Coverage of src/ by lines, branches and MC/DC, reached by all tests: `sh tests/mcdc.sh [--list] [--strict] [BUILD FOLDER]`.
#
# clang-19 counts; a decision that it says it leaves out of the count is an error, since it would vanish from the figure. What cannot
# be reached stands with its reason in tests/mcdc-exclusions.txt; --list names what else is not reached, with --strict that is an
# error. The last line is the line TOTAL of llvm-cov.
set -u
cd "$(dirname "$0")/.." || exit 2
flags_of_gaps=
while :; do
    case ${1:-} in
    --list | --strict) flags_of_gaps="$flags_of_gaps $1" && shift ;;
    *) break ;;
    esac
done
build=${1:-build/mcdc}
case $build in
/*) ;;
*) build=$PWD/$build ;;
esac
for tool in clang-19 llvm-profdata-19 llvm-cov-19 meson ninja; do
    command -v $tool >/dev/null 2>&1 || { echo "mcdc.sh: $tool is missing: apt-get install clang-19 llvm-19 libclang-rt-19-dev meson ninja-build" >&2; exit 2; }
done
flags="-fprofile-instr-generate -fcoverage-mapping -fcoverage-mcdc"
[ -f "$build/build.ninja" ] ||
    CC=clang-19 meson setup "$build" --buildtype=debug -Db_lundef=false "-Dc_args=$flags" "-Dc_link_args=-fprofile-instr-generate" \
        >"$build.log" 2>&1 || { cat "$build.log" >&2; exit 1; }
ninja -C "$build" >"$build.log" 2>&1 || { tail -n 40 "$build.log" >&2; exit 1; }
if grep 'src/.*will not be covered' "$build.log"; then
    echo "mcdc.sh: the decisions above are not in the count; make each smaller" >&2
    exit 1
fi

# One file a process, merged by the runtime as the processes end: hundreds of runs of one program share a file.
rm -rf "$build/profiles" && mkdir -p "$build/profiles" || exit 2
export LLVM_PROFILE_FILE="$build/profiles/%8m.profraw"
meson test -C "$build" --no-rebuild --timeout-multiplier 10 --no-suite long >"$build/tests.log" 2>&1 ||
    { tail -n 30 "$build/tests.log" >&2; echo "mcdc.sh: a test failed" >&2; exit 1; }
find examples tests/cases -name '*.case' | sort >"$build/cases.txt"
# shellcheck disable=SC2046 # names of this project's files hold no blanks
"$build/examples/ombud" check --coverage --law examples/own-law/house.law $(cat "$build/cases.txt") >"$build/ombud.log" 2>&1 ||
    { tail -n 5 "$build/ombud.log" >&2; echo "mcdc.sh: an expectation failed" >&2; exit 1; }
llvm-profdata-19 merge -sparse "$build"/profiles/*.profraw -o "$build/all.profdata" || exit 1

# Every program that holds the library's code; the static library is in each test.
objects=
for program in "$build"/src/libombud.so "$build"/tests/*; do
    [ -f "$program" ] && [ -x "$program" ] && objects="$objects -object $program"
done
# shellcheck disable=SC2086 # a list of options
llvm-cov-19 report $objects -instr-profile="$build/all.profdata" --show-mcdc-summary --show-region-summary=false \
    -ignore-filename-regex='(tests|examples|include)/|embedded_laws' >"$build/report.txt" 2>"$build/report.err" || { cat "$build/report.err" >&2; exit 1; }
# shellcheck disable=SC2086
llvm-cov-19 export $objects -instr-profile="$build/all.profdata" --format=text \
    -ignore-filename-regex='(tests|examples|include)/|embedded_laws' >"$build/all.json" 2>"$build/export.err" || { cat "$build/export.err" >&2; exit 1; }
# shellcheck disable=SC2086
/usr/bin/python3 -B tests/mcdc_gaps.py . "$build/all.json" tests/mcdc-exclusions.txt $flags_of_gaps
status=$?
cat "$build/report.txt"
[ $status -eq 0 ] || echo "mcdc.sh: what is named above is to be mended"
exit $status
