#!/bin/sh
# The library as two files: compiled by both compilers without a warning, with the exported names of the library and no
# other, inside C++ too; and the command line program over it passes all cases and prints the same bytes.
#
#     amalgamation.sh OMBUD FOLDER     the command line program of the build; where to work
set -eu
cd "$(dirname "$0")/../.."
full=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
mkdir -p "$2"
folder=$(cd "$2" && pwd)
python=${OMBUD_PYTHON:-/usr/bin/python3}
log=$folder/out.txt
. tests/checks/count.sh

same_names() {
    nm -D --defined-only "$folder/libombud.so" | sed 's/.* //; s/@.*//' | sort >"$folder/names.txt"
    sort tests/abi/symbols.txt | diff - "$folder/names.txt"
}

same_page() {
    "$full" run "$@" >"$folder/full.txt" && "$folder/ombud" run "$@" >"$folder/two-files.txt" && [ -s "$folder/full.txt" ] &&
        cmp "$folder/full.txt" "$folder/two-files.txt"
}

passes_cases() {
    # shellcheck disable=SC2046 # names of this project's files hold no blanks
    "$folder/ombud" check --law examples/own-law/house.law $(find examples tests/cases -name '*.case' | sort)
}

# A host in C++ that has nothing but the header and the compiled source.
small_host() {
    cat >"$folder/host.cpp" <<'C'
#include "ombud.h"

int main()
{
    ombud_law *law = nullptr;
    ombud_status status = ombud_law_builtin("bxl2019", nullptr, &law, nullptr);
    ombud_law_free(law);
    return status != OMBUD_OK || ombud_version_check(OMBUD_VERSION_NUMBER, sizeof(ombud_error)) != OMBUD_OK;
}
C
    g++ -std=c++17 -Wall -Wextra -Wpedantic -Werror -I"$folder" "$folder/host.cpp" "$folder/gcc.o" -o "$folder/host" && "$folder/host"
}

is "it can be written" "$python" -B src/amalgamate.py "$folder"
strict="-std=c11 -Wall -Wextra -Wconversion -Wshadow -Wpedantic -Werror"
# shellcheck disable=SC2086 # lists of options
{
    is "gcc has nothing to say" gcc $strict -O2 -c "$folder/ombud.c" -o "$folder/gcc.o"
    if command -v clang >/dev/null 2>&1; then
        is "clang has nothing to say" clang $strict -O1 -c "$folder/ombud.c" -o "$folder/clang.o"
    fi
    is "it is a shared library" gcc $strict -O1 -fPIC -shared "$folder/ombud.c" -o "$folder/libombud.so"
}
is "it exports what the library exports" same_names
is "C++ uses it" small_host
is "the program is built over it" gcc -std=c11 -O1 -Iinclude -Iexamples/ombud examples/ombud/*.c "$(dirname "$full")/tests_of_provisions.c" \
    "$folder/gcc.o" -o "$folder/ombud"
is "all cases pass" passes_cases
for case in examples/cases/late-acknowledgement.case examples/cases/late-entry.case; do
    is "the same page of $case" same_page "$case" --lang nl
    is "the same data of $case" same_page "$case" --json
done
counted
