#!/bin/sh
# Writes the page as one file that needs no other: `build.sh OUT` makes OUT/index.html.
#
# Needs clang-19, lld-19, wasi-libc and libclang-rt-19-dev-wasm32 (or a $WASM_CC for wasm32-wasi) and python3. What lies in
# OUT besides, the library as WebAssembly and its sources, is there to be looked at; the page holds it.
set -eu
[ $# -eq 1 ] || { echo "usage: build.sh OUT" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
python=${OMBUD_PYTHON:-python3}
mkdir -p "$1"
out=$(cd "$1" && pwd)

"$python" -B "$root/src/amalgamate.py" "$out/library"
# A library without a main: what the page calls is exported, and nothing is imported.
${WASM_CC:-clang-19 --target=wasm32-wasi} -std=c11 -Oz -DNDEBUG -Wall -Wextra -Werror -mexec-model=reactor \
    -I"$root/include" -I"$root/examples/ombud" \
    "$here/page.c" "$here/request.c" "$here/answer.c" "$here/vocabulary.c" \
    "$root/examples/ombud/growing.c" "$root/examples/ombud/print.c" "$out/library/ombud.c" \
    -Wl,--export=page_room -Wl,--export=page_ask -Wl,--strip-all -Wl,-z,stack-size=1048576 -o "$out/page.wasm"
"$python" -B "$here/assemble.py" "$here" "$root/examples/cases" "$out/page.wasm" "$out/index.html"
