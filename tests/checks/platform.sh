#!/bin/sh
# The library on another platform: all cases pass there, and pages, pictures and dates are the same bytes as here.
#
#     platform.sh PLATFORM OMBUD TWO-FILES FOLDER
#
# PLATFORM is s390x (big-endian), armhf (32 bits), musl, short-enums (and without assertions), wasm or mingw. OMBUD is the
# program of this platform's build, TWO-FILES where src/amalgamate.py wrote, FOLDER where to work.
set -eu
cd "$(dirname "$0")/../.."
platform=$1
here=$(cd "$(dirname "$2")" && pwd)/$(basename "$2")
source=$3/ombud.c
mkdir -p "$4"
folder=$(cd "$4" && pwd)
log=$folder/out.txt
. tests/checks/count.sh

options="-std=c11 -O1 -Wall -Wextra -Werror"
run=
exe=
case $platform in
s390x) compile="s390x-linux-gnu-gcc $options -static" run=qemu-s390x-static ;;
armhf) compile="arm-linux-gnueabihf-gcc $options -static" run=qemu-arm-static ;;
musl) compile="musl-gcc $options -static" ;;
short-enums) compile="gcc $options -O2 -fshort-enums -DNDEBUG" ;;
wasm) compile="clang-19 --target=wasm32-wasi $options -Wl,-z,stack-size=1048576" run="node --no-warnings tests/checks/wasi.mjs" ;;
mingw) compile="x86_64-w64-mingw32-gcc $options" exe=.exe ;;
*) echo "platform.sh: no such platform: $platform" >&2; exit 2 ;;
esac

# On Windows the library is a DLL; what it exports is compared, and run only where wine is.
same_exports() {
    # shellcheck disable=SC2086 # lists of options
    $compile -DOMBUD_SHARED -shared "$source" -o "$folder/ombud.dll" -Wl,--out-implib,"$folder/libombud.dll.a" &&
        x86_64-w64-mingw32-objdump -p "$folder/ombud.dll" | sed -n '/Ordinal\/Name Pointer/,/^$/s/.*\] \(ombud\)/\1/p' | sort >"$folder/names.txt" &&
        sort tests/abi/symbols.txt | diff - "$folder/names.txt"
}

# A host links against the import library; of the DLL it then wants the functions that its source names, and no other.
same_imports() {
    # shellcheck disable=SC2086
    $compile -DOMBUD_SHARED -Iinclude examples/minimal/minimal.c "$folder/libombud.dll.a" -o "$folder/minimal.exe" &&
        x86_64-w64-mingw32-objdump -p "$folder/minimal.exe" | sed -n '/DLL Name: ombud\.dll/,/^$/s/.*[[:blank:]]\(ombud_[a-z_]*\)$/\1/p' | sort >"$folder/imports.txt" &&
        grep -o 'ombud_[a-z_]*' examples/minimal/minimal.c | sort -u | grep -Fxf tests/abi/symbols.txt | diff - "$folder/imports.txt"
}

minimal_runs() {
    wine "$folder/minimal.exe" >"$folder/minimal.txt" && grep -q '^[0-9]* bytes of the buffer are in use' "$folder/minimal.txt"
}

build_program() {
    # shellcheck disable=SC2086
    $compile -Iinclude -Iexamples/ombud examples/ombud/*.c "$(dirname "$here")/tests_of_provisions.c" "$source" -o "$folder/ombud$exe"
}

build_layout() {
    # shellcheck disable=SC2086
    $compile -Iinclude tests/abi/layout.c -o "$folder/layout$exe" && $run "$folder/layout$exe"
}

passes_cases() {
    # shellcheck disable=SC2046,SC2086 # names of this project's files hold no blanks
    $run "$folder/ombud$exe" check --law examples/own-law/house.law $(find examples tests/cases -name '*.case' | sort)
}

# same NAME INPUT ARGUMENT…    the same bytes from both programs
same() {
    input=$1
    shift
    # shellcheck disable=SC2086
    "$here" "$@" <"$input" >"$folder/here.txt" && $run "$folder/ombud$exe" "$@" <"$input" >"$folder/there.txt" &&
        [ -s "$folder/here.txt" ] && cmp "$folder/here.txt" "$folder/there.txt"
}

if [ "$platform" = mingw ]; then
    is "the DLL exports what the library exports" same_exports
    is "a host linked with its import library wants of it what its source names" same_imports
fi
is "the program is built" build_program
if [ "$platform" != mingw ] || command -v wine >/dev/null 2>&1; then
    [ "$platform" != mingw ] || run=wine
    [ "$platform" != mingw ] || is "that host runs on the DLL" minimal_runs
    is "layout and pinned values" build_layout
    is "all cases pass" passes_cases
    for case in examples/cases/late-acknowledgement.case examples/cases/late-entry.case; do
        is "the same page of $case" same /dev/null run "$case" --lang fr
        is "the same data of $case" same /dev/null run "$case" --json
        is "the same picture of $case" same /dev/null timeline "$case"
    done
    awk 'BEGIN { for (i = 0; i < 20000; i++) printf "%04d-%02d-%02d\tP%d%s\t%s\n", 1974 + i * 7 % 7900, 1 + i % 12, 1 + i % 28, i % 50, substr("DWMY", 1 + i % 4, 1), i % 3 ? "none" : "next_working_day" }' \
        >"$folder/dates.tsv"
    is "the same dates" same "$folder/dates.tsv" date add --batch
else
    echo "left out: running the program, wine is not installed"
fi
counted
