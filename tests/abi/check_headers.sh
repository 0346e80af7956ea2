#!/bin/sh
# Each public header compiles alone, as its own first include and twice, in C99, C11, C++98 and C++17 with gcc and clang,
# and every OMBUD_…_INIT initialises its struct without a warning. clang checks the documentation comments.
set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

try() {
    what=$1
    shift
    if "$@" >"$work/log" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "$what"
        head -n 12 "$work/log" | sed 's/^/    /'
    fi
}

"${OMBUD_PYTHON:-/usr/bin/python3}" -B - "$here" "$work" <<'PYTHON' || exit 1
import pathlib, sys
sys.path.insert(0, sys.argv[1])
import headers
work = pathlib.Path(sys.argv[2])
for path in headers.paths():
    use = [f'#include "ombud/{path.name}"', f'#include "ombud/{path.name}"']
    raw = path.read_text(encoding="utf-8")
    for type_name, macro in headers.initialisers():
        if f"define {macro}" in raw:
            use += [f"extern {type_name} made_{type_name};", f"{type_name} made_{type_name} = {macro};"]
    use += [f"int main(void);", "int main(void)", "{", "    return 0;", "}", ""]
    for suffix in ("c", "cc"):
        (work / f"{path.stem}.{suffix}").write_text("\n".join(use))
PYTHON

flags="-I$root/include -fsyntax-only -pedantic -Wall -Wextra -Wconversion -Wshadow -Wundef -Wmissing-field-initializers -Werror"
for compiler in gcc clang; do
    command -v $compiler >/dev/null 2>&1 || { echo "$compiler is not installed: not tried"; continue; }
    plus=$(echo $compiler | sed 's/gcc/g++/; s/clang/clang++/')
    for source in "$work"/*.c; do
        name=$(basename "$source" .c)
        for std in c99 c11; do
            # shellcheck disable=SC2086 # a list of flags
            try "$name.h: $compiler -std=$std" $compiler -std=$std $flags -Wstrict-prototypes "$source"
        done
        if command -v $plus >/dev/null 2>&1; then
            for std in c++98 c++17; do
                # shellcheck disable=SC2086
                try "$name.h: $plus -std=$std" $plus -std=$std $flags -Wno-long-long "$work/$name.cc"
            done
        fi
        if [ $compiler = clang ]; then
            # shellcheck disable=SC2086
            try "$name.h: documentation" clang -std=c11 $flags -Wdocumentation "$source"
        fi
    done
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ] && [ $passed -gt 0 ]
